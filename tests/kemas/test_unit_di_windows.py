"""The tests of what things mean, how files are read, checked and scored, run by the package's own Python.

Those that need LibreOffice are skipped there; left out are those that compare with scipy, and long searches through random cities and
workbooks, which know of no operating system. What is marked `menyeluruh`, how lists of cells become tables, which touches no file, and
how number formats show a cell and two readers see one book, which open files in one way, run there with ASN_NILAI_UJI_PENUH=1 alone.
"""

import re

import pytest
from jendela import AKAR, jalan_windows
from laju import PENUH
from roda import KUNCI_UJI, isi_roda, unduh
from sekali import sekali

BAGIAN = {"baca": 950, "hitung": 450, "acuan": 1150, "periksa": 500} | ({"baca/tabel": 950} if PENUH else {})
"""The folders, each without those named beside it, and how many tests at least pass there: one that is not found has none."""
TANPA = (
    "baca/tabel",
    "baca/setoran/test_baca_setoran_sifat.py",
    *(
        ()
        if PENUH
        else ("baca/format_sel", "baca/setoran/test_baca_saksi.py", "baca/setoran/test_ekspor_polos.py")
    ),
    "hitung/keadilan/test_belum_berpola.py",
    "hitung/keadilan/test_keadilan_cliff.py",
    "hitung/perubahan/test_sebab_simulasi.py",
    "hitung/publik/test_penyerang.py",
)
_NASKAH = """\
import os, sys
os.environ.pop("CI", None)  # what needs LibreOffice is skipped there, in CI as well
uji, sys.pycache_prefix, proyek, *pilihan = sys.argv[1:]
sys.path.insert(0, uji)
os.chdir(proyek)
import pytest
sys.exit(pytest.main(pilihan))
"""


def _ambil_pustaka(folder):
    for roda in unduh(KUNCI_UJI, folder / "roda"):
        for tempat, isi in isi_roda(roda).items():
            tujuan = folder / "isi" / tempat
            tujuan.parent.mkdir(parents=True, exist_ok=True)
            tujuan.write_bytes(isi)


@pytest.fixture(scope="module")
def pustaka_uji(tmp_path_factory):
    return sekali(tmp_path_factory, "pustaka_uji", _ambil_pustaka)


@pytest.mark.menyeluruh
@pytest.mark.parametrize("bagian", BAGIAN)
def test_pengujian_lulus_di_windows(windows, pustaka_uji, tmp_path, bagian):
    pilihan = [
        f"tests/{bagian}",
        "-q",
        "-p",
        "no:cacheprovider",
        "-o",
        "addopts=--strict-markers --strict-config",
    ]
    if not PENUH:
        pilihan += ["-m", "not menyeluruh"]
    pilihan += [
        f"--basetemp={jalan_windows(tmp_path / 'bt')}",
        *(f"--ignore=tests/{lain}" for lain in (*TANPA, *BAGIAN) if lain.startswith(f"{bagian}/")),
    ]
    tempat = [jalan_windows(folder) for folder in (pustaka_uji / "isi", pustaka_uji / "pyc", AKAR)]
    jalan = windows.proses([*windows.python(), "-c", _NASKAH, *tempat, *pilihan])
    laporan = jalan.stdout.decode("utf-8", "replace")
    assert jalan.returncode == 0, laporan[-6000:]
    lulus = re.search(r"(\d+) passed", laporan)
    assert lulus is not None
    assert int(lulus[1]) > BAGIAN[bagian]
