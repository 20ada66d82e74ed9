"""Why a folder is no work folder, and where the one that was meant is likely: above it, within it, or under a slip of the pen.

Looks at names alone; opens nothing.
"""

import re
from collections.abc import Iterator
from difflib import get_close_matches
from itertools import islice
from pathlib import Path, PurePath

from asn_nilai.acuan.kata.ketikan_perintah import tulis_folder
from asn_nilai.acuan.pengaturan import NAMA_PENGATURAN
from asn_nilai.acuan.pola_tunda import pola_tunda
from asn_nilai.acuan.tulisan import sebut_beberapa
from asn_nilai.alamat_ruang import sebab_alamat

_HAMPIR_PENGATURAN = pola_tunda(
    r"asn[-_ ]?nilai(?: ?\(\d+\)| ?- ?\w+)?(?:(?:\.toml)+(?:\.txt)?|\.txt)", re.IGNORECASE
)
"""Names that the settings get on the way: hidden endings, a download's number, a copy."""
_DAFTAR = frozenset({".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv"})
"""Endings of what an office's list of people may be."""
_DILIHAT = 200
"""Entries of a folder that are looked at; a share with thousands is nobody's work folder."""
_SEBUTAN = 3
"""Folders that a sentence names."""


def sebab_bukan_ruang(folder: Path) -> str:
    """Return why a folder is no work folder, blank where it is one: Indonesian sentences that say what to do."""
    if folder.is_dir():
        return "" if (folder / NAMA_PENGATURAN).is_file() else _tanpa_pengaturan(folder)
    if folder.is_file():
        return f"{folder} adalah berkas, bukan folder. {_ruang_berkas(folder)}"
    if alamat := sebab_alamat(folder):
        return alamat
    induk = folder.parent
    if not induk.is_dir():
        return f"Folder {folder} tidak ada, juga folder di atasnya. Periksa ketikannya."
    ada = {nama.name.casefold(): nama for nama in _isi(induk) if nama.is_dir()}
    dicari = folder.name.casefold()
    # A console cuts `Tata&Usaha` at its sign where nobody puts it in quotes.
    berawal = [nama for nama in ada if dicari and nama.startswith(dicari)][:_SEBUTAN]
    mirip = [tulis_folder(ada[nama]) for nama in get_close_matches(dicari, ada, _SEBUTAN, 0.7) or berawal]
    mungkin = f"Mungkin maksudnya {' atau '.join(mirip)}." if mirip else "Periksa ketikannya."
    return f"Folder {folder.name} tidak ada di {induk.resolve()}. {mungkin}"


def _ruang_berkas(berkas: Path) -> str:
    """Return what to write instead of a file; a list may be what somebody means to begin with."""
    if milik := ruang_di_atas(berkas):
        return f"Tulis ruang kerjanya: {tulis_folder(milik)}."
    if berkas.suffix.casefold() not in _DAFTAR:
        return "Tulis folder ruang kerjanya."
    return (
        "Tulis folder ruang kerjanya; bila itu daftar pegawai dan ruang kerjanya belum ada, buatlah: asn-nilai mulai FOLDER "
        f"--pegawai {tulis_folder(berkas)}"
    )


def mungkin_daftar(tempat: Path) -> bool:
    """Tell whether a place is a workbook in no work folder: likely an office's list, from which one can be made."""
    return tempat.is_file() and tempat.suffix.casefold() in _DAFTAR and ruang_di_atas(tempat) is None


def ruang_di_atas(folder: Path) -> Path | None:
    """Return the work folder in which a folder or file lies, None where it lies in none."""
    return next((atas for atas in folder.resolve().parents if (atas / NAMA_PENGATURAN).is_file()), None)


def cara_masuk(folder: PurePath, kini: PurePath) -> str:
    """Return what is typed to get into a folder: Windows' console stays on its drive with cd, and goes to no share.

    pushd does both, there and in PowerShell.
    """
    return f"{'cd' if folder.drive.casefold() == kini.drive.casefold() else 'pushd'} {tulis_folder(folder)}"


def _tanpa_pengaturan(folder: Path) -> str:
    """Return why an existing folder is no work folder."""
    utuh = folder.resolve()
    isi = list(_isi(utuh))
    if salah := [nama.name for nama in isi if _HAMPIR_PENGATURAN.fullmatch(nama.name)]:
        return _salah_nama(utuh, salah[0])
    if atas := ruang_di_atas(utuh):
        return (
            f"{utuh} ada di dalam ruang kerja {atas}. Masuk ke situ dahulu ({cara_masuk(atas, Path.cwd())}), atau tulis folder itu "
            "sesudah perintah."
        )
    awal = f"{utuh} bukan ruang kerja: {NAMA_PENGATURAN} tidak ada di dalamnya."
    if di_dalam := [tulis_folder(sub) for sub in isi if (sub / NAMA_PENGATURAN).is_file()]:
        return f"{awal} Ruang kerja ada di {sebut_beberapa(di_dalam, _SEBUTAN)}: masuk ke situ (cd), atau tulis folder itu sesudah perintah."
    if (utuh / "skema.xlsx").is_file():
        return (
            f'{awal} Selebihnya sudah ada. Tulis berkas itu dengan Notepad, dua baris saja: instansi = "Nama instansi" dan '
            "tahun = 2026, lalu jalankan lagi."
        )
    return f"{awal} Masuk ke ruang kerja dahulu (cd FOLDER), atau tulis foldernya sesudah perintah. Belum punya: asn-nilai mulai FOLDER"


def _salah_nama(folder: Path, nama: str) -> str:
    """Return what is said of settings under another name."""
    if nama.casefold() == NAMA_PENGATURAN:
        return f"{nama} di {folder} bukan berkas, melainkan folder. Keluarkan isinya, lalu beri nama itu kepada berkasnya."
    return (
        f"{folder} memuat {nama}, padahal namanya harus {NAMA_PENGATURAN}. Ubah namanya, lalu jalankan lagi. Bila akhirannya tidak "
        "tampak, nyalakan dahulu di Explorer: Tampilan (View) › Ekstensi nama file (File name extensions)."
    )


def _isi(folder: Path) -> Iterator[Path]:
    """Yield what lies in a folder, by name; nothing where it cannot be read."""
    try:
        yield from sorted(islice(folder.iterdir(), _DILIHAT))
    except OSError:
        return
