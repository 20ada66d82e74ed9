"""Other states of the example city: before the first submission, and with the trainer's exercise solved.

What the participants mend in June is done here, so that the answers are computed.
"""

import csv
import shutil
from pathlib import Path

import xlsxwriter

from penulis.tempat import DOKUMEN

UNIT = "PKM-TB"
CERITA = DOKUMEN.parent / "examples" / "kota_contoh" / "data"
DAFTAR = "daftar simpeg.xlsx"
Perubahan = tuple[str, str, str | int | None]
"""A sheet, a cell or cells of a row, and what is put there; None clears."""
PERBAIKAN: tuple[Perubahan, ...] = (
    ("Capaian", "H21", 38),
    ("Capaian", "A36:K36", None),
    ("Capaian", "A50:K50", None),
    ("Perilaku", "K18", "Sesuai Ekspektasi"),
    ("Capaian", "I22", "Register kohort bayi Juni 2026"),
    ("Capaian", "F28", "kunjungan"),
    ("Capaian", "G31", 40),
    ("Capaian", "C51", "Putrilarasati Pitopang, S.Kep., Ns."),
)
KECURANGAN: tuple[Perubahan, ...] = (("Target", "M20", 30),)


def kantor_baru(kota: Path) -> Path:
    """Return a folder beside the city in which no year has begun: all that lies there is the office's list of people."""
    luar = kota.parent / "luar"
    if not luar.is_dir():
        luar.mkdir()
        _tulis_daftar(luar / DAFTAR, kota)
    return luar


def _tulis_daftar(tujuan: Path, kota: Path) -> None:
    """Write a list of people as personnel systems export them: own titles, units by name."""
    unit = {baris["kode_unit"]: baris["unit_kerja"] for baris in _baris(CERITA / "unit.csv")}
    golongan = {baris["nama"]: baris["golongan"] for baris in _baris(CERITA / "pegawai.csv")}
    orang = [
        baris for baris in _baris(kota / "hasil" / "2026-06" / "nilai.csv") if baris["status"] != "Pindah"
    ]
    with xlsxwriter.Workbook(tujuan) as buku:
        lembar = buku.add_worksheet("Daftar Pegawai")
        lembar.write_row(0, 0, ["DAFTAR PEGAWAI NEGERI SIPIL DAN PPPK"])
        lembar.write_row(
            2, 0, ["NO", "NIP BARU", "NAMA PEGAWAI", "PANGKAT/GOL", "NAMA JABATAN", "UNIT KERJA"]
        )
        for nomor, baris in enumerate(orang, 1):
            isi = (
                baris["nip"],
                baris["nama"],
                golongan[baris["nama"]],
                baris["jabatan"],
                unit[baris["kode_unit"]],
            )
            lembar.write_row(nomor + 2, 0, [nomor, *isi])


def _baris(berkas: Path) -> list[dict[str, str]]:
    with berkas.open(encoding="utf-8-sig", newline="") as isi:
        return list(csv.DictReader(isi))


def kota_awal(kota: Path) -> Path:
    """Return the city, beside it, as it stands when targets are in and nothing has been submitted."""
    awal = kota.parent / "awal" / kota.name
    if not awal.is_dir():
        shutil.copytree(kota, awal, ignore=shutil.ignore_patterns("capaian", "hasil", "riwayat"))
    return awal


def kota_betul(kota: Path) -> Path:
    """Return a copy of the computed city, beside it, whose exercise is solved; June is not yet computed again."""
    return _ubah(kota, "betul", f"capaian/2026-06/{UNIT}.xlsx", PERBAIKAN)


def kota_curang(kota: Path) -> Path:
    """Return a copy of the computed city, beside it, in which a target of June was made easier afterwards."""
    return _ubah(kota, "curang", f"target/{UNIT}.xlsx", KECURANGAN)


def _ubah(kota: Path, keadaan: str, berkas: str, perubahan: tuple[Perubahan, ...]) -> Path:
    import openpyxl  # noqa: PLC0415 - who only writes reference pages needs no second library for workbooks

    lain = kota.parent / keadaan / kota.name
    if lain.is_dir():
        return lain
    shutil.copytree(kota, lain)
    buku = openpyxl.load_workbook(lain / berkas)
    for lembar, alamat, isi in perubahan:
        rentang = buku[lembar][alamat]
        for sel in rentang[0] if isinstance(rentang, tuple) else (rentang,):
            sel.value = isi
    buku.save(lain / berkas)
    return lain
