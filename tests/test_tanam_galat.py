"""The fault planter on a tiny made-up room: it says which fault a test finds and which survives, and leaves no trace."""

import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

AKAR = Path(__file__).parent.parent
KODE = '''"""Dokumen yang tidak ikut diuji."""

__all__ = ("cukup", "sebut")


def cukup(angka: "float | None") -> bool:
    """Return whether ten or more."""
    return angka >= 10


def sebut():
    return "nilai sudah cukup"


def galat():  # pragma: no cover
    return 1 + 1
'''
UJI = """from asn_nilai.kecil.batas import cukup


def test_tepi():
    assert (cukup(10), cukup(9)) == (True, False)
"""


def muat(nama):
    sys.path.insert(0, str(AKAR / "benchmarks"))
    try:
        return import_module(nama)
    finally:
        sys.path.pop(0)


@pytest.fixture(scope="module")
def modul():
    return muat("tanam_ragam")


@pytest.fixture
def pohon(tmp_path):
    for berkas, isi in (
        ("asn_nilai/__init__.py", ""),
        ("asn_nilai/kecil/batas.py", KODE),
        ("tests/kecil/test_batas.py", UJI),
        (
            "pytest.ini",
            "[pytest]\naddopts = --dist worksteal\n",
        ),  # as ours: lines are noted only without workers
    ):
        (tmp_path / berkas).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / berkas).write_text(isi, encoding="utf-8")
    return tmp_path


def tanam(pohon, *pilihan, ruang="kecil"):
    perintah = [sys.executable, AKAR / "benchmarks" / "tanam_galat.py", ruang, "--akar", pohon, *pilihan]
    lingkungan = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(perintah, capture_output=True, encoding="utf-8", env=lingkungan, check=False)


@pytest.mark.parametrize(
    "jejak",
    [(), pytest.param(("--jejak", "jejak.cov"), marks=pytest.mark.menyeluruh)],
    ids=["menurut impor", "menurut jejak"],
)
def test_yang_diuji_ditemukan_yang_tidak_diuji_lolos_dan_pohonnya_tetap(pohon, jejak, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    hasil = tanam(pohon, "--benih", "4", *jejak)
    assert hasil.returncode == 1, hasil.stderr
    assert "kecil, benih 4: 1 dari 2 galat ditemukan" in hasil.stdout
    lolos = [baris for baris in hasil.stdout.splitlines() if baris.startswith("LOLOS")]
    assert [baris.split()[1] for baris in lolos] == ["asn_nilai/kecil/batas.py:12"]
    assert (pohon / "asn_nilai/kecil/batas.py").read_text(encoding="utf-8") == KODE


def test_jejak_tanpa_satu_uji_pun_ditolak(pohon):
    (pohon / "tests/kecil/test_batas.py").write_text("def test_apa_saja():\n    pass\n", encoding="utf-8")
    hasil = tanam(pohon, "--jejak", pohon / "jejak.cov")
    assert hasil.returncode == 1
    assert hasil.stderr.endswith("tidak menyebut satu uji pun: pytest-cov tidak mencatatnya.\n")


def test_ruang_atau_uji_yang_tidak_ada_bukan_galat_yang_lolos(pohon):
    ruang, uji = tanam(pohon, ruang="kecl"), tanam(pohon, "--uji", "tests/kecil", "tests/kecl/a.py::test_b")
    assert (ruang.returncode, uji.returncode) == (2, 2)
    assert ruang.stderr.endswith("tidak ada: asn_nilai/kecl, tests/kecl\n")
    assert uji.stderr.endswith("tidak ada: tests/kecl/a.py\n")


def test_uji_yang_mengimpor_modulnya_ditanya_dahulu(modul, pohon):
    for nama, isi in (
        ("tests/kecil/test_a_lain.py", "import os\n"),
        ("tests/test_jauh.py", "from asn_nilai import kecil\n"),
        ("tests/test_dekat.py", "from asn_nilai.kecil import batas\n"),
    ):
        (pohon / nama).write_text(isi, encoding="utf-8")
    (galat,) = modul.pilih(pohon, "kecil", 1, 1)
    assert muat("tanam_galat").Cermin(pohon, ["tests"]).urutan(galat) == [
        ["tests/kecil/test_batas.py", "tests/test_dekat.py"],
        ["tests/kecil/test_a_lain.py"],
        ["tests/test_jauh.py"],
    ]


def test_baris_yang_jalan_saat_impor_ditanyakan_kepada_pemakai_namanya(modul, pohon):
    isi = {
        "batas.py": "_SEPULUH = 10\nBATAS: int = _SEPULUH + 1\n\n\ndef cukup(angka, tepi=5):\n    return angka > BATAS\n",
        "lain.py": "from asn_nilai.kecil import batas\n\n_SEPULUH = 3\n\n\ndef sisa(angka):\n    return batas.BATAS - angka\n",
        "wadah.py": "from asn_nilai.kecil.batas import cukup\n\n\nclass Wadah:\n    isi: int = 1\n    tutup: int = 2\n\n\ndef baca(wadah):\n    return cukup(wadah.isi)\n",
    }  # fmt: skip
    for nama, teks in isi.items():
        (pohon / "asn_nilai/kecil" / nama).write_text(teks, encoding="utf-8")
    pemakai = muat("tanam_urutan").Pemakai(pohon)

    def baris(nama, nomor):
        galat = modul.Galat(Path("asn_nilai/kecil", nama), nomor, nomor, "", "", "")
        return {f"{Path(berkas).name}:{di}" for berkas, di in pemakai.baris(galat)}

    assert baris("batas.py", 1) == {"batas.py:1", "batas.py:2", "batas.py:6", "lain.py:7"}
    assert baris("batas.py", 5) == {"wadah.py:10"}
    assert baris("wadah.py", 5) == {"wadah.py:5", "wadah.py:10"}
    assert baris("wadah.py", 6) == {"wadah.py:6"}


def test_benih_yang_sama_menanam_galat_yang_sama(modul, pohon):
    semua = [modul.pilih(pohon, "kecil", benih, 2) for benih in range(6)]
    assert semua == [modul.pilih(pohon, "kecil", benih, 2) for benih in range(6)]
    assert len({str(galat) for pilihan in semua for galat in pilihan}) >= 4
    assert {galat.awal for pilihan in semua for galat in pilihan} == {8, 12}


@pytest.mark.parametrize(
    ("kode", "galat"),
    [
        ("x = a < b", {"a >= b", "a <= b"}),
        ("x = a in b", {"a not in b"}),
        ("x = a and b", {"a or b"}),
        ("x = not a", {"a"}),
        ("x = a + b", {"a - b"}),
        ("x = a + 'kata'", set()),
        ("x: int = True", {"False"}),
        ("x = f(a if b else c, strict=True)", {"f(a if not b else c, strict=True)"}),
        ("x = min(a, b)", {"max(a, b)"}),
        ("x = [a for a in b if a]", {"[a for a in b]"}),
        ("__all__ = ('a', 'b')", set()),
        ("import a, b", set()),
        ("Nilai = Mapping[str, Any]", set()),
        ("Deret = dict[str, list[float]]", set()),
        ("x = dict[int, str]()", set()),
        ("x = lru_cache(maxsize=2**16)(f)", set()),
    ],
)
def test_galat_yang_dapat_ditanam(modul, kode, galat):
    calon = modul.Modul(Path("a.py"), kode).calon(modul.random.Random(1))
    assert {mungkin.tanam().sesudah for mungkin in calon} == galat


def test_kalimat_kehilangan_satu_huruf_dan_angka_bergeser_satu(modul):
    calon = modul.Modul(Path("a.py"), "def f():\n    return g(5, 'dua kata')\n").calon(modul.random.Random(1))
    sesudah = {mungkin.tanam().sesudah for mungkin in calon}
    assert "return None" in sesudah
    assert sesudah & {"g(4, 'dua kata')", "g(6, 'dua kata')"}
    assert sesudah & {"g(5, 'du kata')", "g(5, 'dua kat')"}
