"""Two units of the example city and their registers: a register, a lock and a proof are a unit's business, or all units'."""

import shutil
from pathlib import Path

import openpyxl
import pytest
from alur.conftest import _jalankan, hasil_json, jalankan, mei  # noqa: F401 - the same door
from alur.riwayat.buku_uji import kepala
from salinan_contoh import salin_contoh
from sekali import sekali

NOMOR = ("--nomor", "800/12/BKPSDM/2026", "--tanggal", "5 Juni 2026")
UNIT = {"DINKES", "PKM-TB"}


@pytest.fixture(scope="session")
def dua_unit(tmp_path_factory) -> Path:
    """The example city without its other units, and without June, whose stray files each command would look into; to copy."""
    return sekali(tmp_path_factory, "dua-unit", _salin_dua_unit) / "kota"


def _salin_dua_unit(folder: Path) -> None:
    kota = salin_contoh(folder / "kota")
    shutil.rmtree(kota / "capaian/2026-06")
    for berkas in (*kota.glob("target/*.xlsx"), *kota.glob("capaian/*/*.xlsx")):
        if berkas.stem not in UNIT:
            berkas.unlink()
    buku = openpyxl.load_workbook(kota / "skema.xlsx")
    for lembar in (buku["Unit"], buku["Pegawai"]):
        kode = kepala(lembar, "Kode Unit")
        for nomor in range(lembar.max_row, kode.row, -1):
            if lembar.cell(nomor, kode.column).value not in UNIT:
                lembar.delete_rows(nomor)
    buku.save(kota / "skema.xlsx")


@pytest.fixture
def kota(dua_unit, tmp_path) -> Path:
    return Path(shutil.copytree(dua_unit, tmp_path / "kota"))


@pytest.fixture(scope="session")
def hasil_mei(dua_unit, tmp_path_factory) -> Path:
    """What `hitung` writes of its May, computed once; to copy, not to write."""

    def buat(folder: Path) -> None:
        shutil.copytree(dua_unit, folder / "kota")
        _jalankan("hitung", str(folder / "kota"), "--periode", "2026-05", "--paralel", "1")

    return sekali(tmp_path_factory, "mei-dua-unit", buat) / "kota"


@pytest.fixture(scope="session")
def mei_terkunci(hasil_mei, tmp_path_factory) -> Path:
    """The city with its May locked, once; to copy, not to write."""

    def buat(folder: Path) -> None:
        shutil.copytree(hasil_mei, folder / "kota")
        _jalankan("kunci", str(folder / "kota"), "--periode", "2026-05", "--paralel", "1", *NOMOR)

    return sekali(tmp_path_factory, "mei-terkunci", buat) / "kota"


@pytest.fixture
def terkunci(mei_terkunci, tmp_path) -> Path:
    return Path(shutil.copytree(mei_terkunci, tmp_path / "terkunci"))
