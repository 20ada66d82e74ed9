"""The tests of what things mean, how files are read and how scores arise, run by the package's own Python.

Those that need LibreOffice are skipped there; left out are those that compare with scipy, and long searches through random cities,
which know of no operating system. They run with ASN_NILAI_UJI_PENUH=1.
"""

import os
import re

import pytest
from jendela import AKAR, jalan_windows
from roda import KUNCI_UJI, isi_roda, unduh

PENUH = bool(os.environ.get("ASN_NILAI_UJI_PENUH"))
BAGIAN = {"acuan": 750, "baca": 1900, "hitung": 550}
"""The folders, and how many tests at least pass there: a folder that is not found would have none."""
TANPA = (
    "hitung/keadilan/test_belum_berpola.py",
    "hitung/keadilan/test_keadilan_cliff.py",
    "hitung/publik/test_penyerang.py",
)
_NASKAH = """\
import os, sys
uji, sys.pycache_prefix, proyek, *pilihan = sys.argv[1:]
sys.path.insert(0, uji)
os.chdir(proyek)
import pytest
sys.exit(pytest.main(pilihan))
"""


@pytest.fixture(scope="module")
def pustaka_uji(tmp_path_factory):
    folder = tmp_path_factory.mktemp("uji")
    for roda in unduh(KUNCI_UJI, folder / "roda"):
        for tempat, isi in isi_roda(roda).items():
            tujuan = folder / "isi" / tempat
            tujuan.parent.mkdir(parents=True, exist_ok=True)
            tujuan.write_bytes(isi)
    return folder / "isi"


@pytest.mark.menyeluruh
@pytest.mark.skipif(not PENUH, reason="bukti panjang")
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
    pilihan += [
        f"--basetemp={jalan_windows(tmp_path / 'bt')}",
        *(f"--ignore=tests/{berkas}" for berkas in TANPA),
    ]
    tempat = [jalan_windows(folder) for folder in (pustaka_uji, tmp_path / "pyc", AKAR)]
    jalan = windows.proses([*windows.python(), "-c", _NASKAH, *tempat, *pilihan])
    laporan = jalan.stdout.decode("utf-8", "replace")
    assert jalan.returncode == 0, laporan[-6000:]
    lulus = re.search(r"(\d+) passed", laporan)
    assert lulus is not None
    assert int(lulus[1]) > BAGIAN[bagian]
