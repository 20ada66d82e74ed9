"""The example city with a skema in which every kind of faulty row stands once, for whoever asks what became of its people."""

from pathlib import Path
from typing import NamedTuple

import openpyxl
from salinan_contoh import salin_contoh

_KEPALA = 4
_KOLOM = {
    "nip": "A", "nama": "B", "jenis": "C", "golongan": "D", "jabatan": "E", "unit": "G", "atasan": "H", "mulai": "I", "selesai": "J",
}  # fmt: skip


class Salah(NamedTuple):
    """A faulty row: who it is, the unit that the register still says, and the cell."""

    nama: str
    kode_unit: str
    sel: str


ORANG = 81
"""The example's 80 people of May, and the stranger whose row bears a NIP that another has."""
SALAH = (
    Salah("Hendrizon Jambak, S.E.", "BKPSDM", "A9"),
    Salah("Yulfitriwati Pitopang, S.Kom.", "BKPSDM", "A10"),
    Salah("Nofriwaldi Tanjung, S.Kom.", "BKPSDM", "A11"),
    Salah("(tanpa nama)", "BKPSDM", "B12"),
    Salah("Erizaldi Chaniago, S.KM.", "DINKES", "C19"),
    Salah("dr. Wirdahayati Guci", "", "G20"),
    Salah("Masrulhadi Jambak, S.E.", "", "G21"),
    Salah("Fitrimaladewi Tanjung, S.KM.", "DINKES", "I22"),
    Salah("Roniwarman Piliang, S.KM.", "DINKES", "J23"),
    Salah("Gustiwandra Simabur, S.Ak.", "DINKES", "A88"),
    Salah("Rinaldawati Bodi, S.KM.", "DINKES", "A89"),
    Salah("Bambang Orang Lain", "DINKES", "A89"),
)


class Lembar:
    """A sheet of the skema; rows are counted from the first below the header."""

    def __init__(self, lembar) -> None:
        self.lembar = lembar

    def isi(self, kunci: str, baris: int, nilai: object) -> str:
        """Write a cell and return its address."""
        sel = f"{_KOLOM[kunci]}{_KEPALA + baris}"
        self.lembar[sel].value = nilai
        return sel

    def ambil(self, kunci: str, baris: int) -> object:
        return self.lembar[f"{_KOLOM[kunci]}{_KEPALA + baris}"].value

    def tambah(self, baris: int, **ubah: object) -> None:
        """Append a copy of a row with some cells changed."""
        isi = [sel.value for sel in self.lembar[_KEPALA + baris]]
        for kunci, nilai in ubah.items():
            isi["ABCDEFGHIJ".index(_KOLOM[kunci])] = nilai
        self.lembar.append(isi)


def salin(tujuan: Path) -> Path:
    """Copy the example city without results."""
    return salin_contoh(tujuan)


def ubah_skema(kota: Path, ubah) -> None:
    """Open the city's skema, let `ubah` change it, and save it."""
    buku = openpyxl.load_workbook(kota / "skema.xlsx")
    ubah(buku)
    buku.save(kota / "skema.xlsx")


def kotori(kota: Path) -> None:
    """Spoil a row in each way in which one can be faulty."""

    def ubah(buku) -> None:
        pegawai = Lembar(buku["Pegawai"])
        pegawai.isi("nip", 5, str(pegawai.ambil("nip", 5))[:17])
        pegawai.isi("nip", 6, int(str(pegawai.ambil("nip", 6))))
        pegawai.isi("nip", 7, None)
        pegawai.isi("nama", 8, None)
        pegawai.isi("jenis", 15, "Honorer")
        pegawai.isi("unit", 16, "ENTAH")
        pegawai.isi("unit", 17, None)
        pegawai.isi("mulai", 18, "besok")
        pegawai.isi("selesai", 19, "2025-13-40")
        pegawai.tambah(20)
        pegawai.tambah(21, unit="KEL-TD")
        pegawai.tambah(22, nama="Bambang Orang Lain")
        buku["Indikator"]["J5"].value = "seratus"

    ubah_skema(kota, ubah)
