"""What was typed, where it is not what a parser expects: set right where it can mean one thing only, else what is likely meant.

Dashes and quotes that Word made curly, capital letters, `-periode` for `--periode`, `help` for `--help`: set right. A command
or an option with a slip, a month in the place of the folder: refused, with the line to type instead.
"""

import datetime as dt
import os
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path

from asn_nilai.acuan.pola_tunda import pola_tunda

_GARIS = re.compile(r"(?:[-–—−]{1,3})(?=[^\W\d_])")
_BANTUAN = frozenset({"/?", "-?", "?", "-help", "--bantuan", "--tolong"})
_KUTIP = {"“": "”", "„": "“”", "'": "'", "‘": "’"}
_AKHIR_GANDA = pola_tunda(r"([^\"]+)\"((?:\s.*)?)", re.DOTALL)
"""A Windows path in quotes that ends in a backslash: the shell takes the quote into it, and all that follows."""
_BERKANDAR = pola_tunda(r"[A-Za-z]:(?:[\\/]|\Z)|\\\\")
"""How a path begins that names its drive or server."""
_UNIT = "--unit"
_SEBUTAN_PILIHAN = {
    "--bulan": "--periode", "--tahun": "--periode", "--waktu": "--periode", "--triwulan": "--periode", "--semester": "--periode",
    "--opd": "--unit", "--skpd": "--unit", "--kode-unit": "--unit", "--puskesmas": "--unit", "--profil": "--aturan",
    "--inti": "--paralel", "--proses": "--paralel", "--ulang": "--paksa", "--force": "--paksa", "--alasan": "--koreksi",
}  # fmt: skip
"""What people call an option that is called otherwise."""

_CONTOH = {
    "--periode": "2026-06", "--unit": "PKM-TB", "--aturan": "pp-30-2019", "--paralel": "2", "--tanggal": "05/07/2026", "--tahun": "2026",
    "--diterima": "05/07/2026",
    "--lengkapi": "bash",
}  # fmt: skip


class SalahKetikError(ValueError):
    """What was typed cannot be meant so; the message, in Indonesian, says what to type. Exit status 2."""


def luruskan(argumen: Sequence[str], pilihan: Mapping[str, bool], wajib: int = 0) -> list[str]:
    """Return the arguments as they can only be meant.

    Args:
        argumen: the words as the shell hands them over.
        pilihan: the options of the command; whether a value follows.
        wajib: how many words the command needs besides.

    Raises:
        SalahKetikError: an option that needs a value is followed by the next option.
    """
    lurus: list[str] = []
    isian, sesudah_unit = 0, False
    kata = iter(_satukan_kutip(argumen, pilihan))
    for ketikan in kata:
        if ketikan == "--":
            return [*lurus, ketikan, *kata]
        if ketikan.casefold() in _BANTUAN and "--help" in pilihan:
            lurus.append("--help")
            continue
        nama, tanda, isi = _pilihan(_tanpa_tepi(ketikan), pilihan).partition("=")
        if nama.startswith("-"):
            sesudah_unit = nama == _UNIT
        elif sesudah_unit := sesudah_unit and isian >= wajib and _hanya_unit(ketikan):
            lurus[-1:] = [lurus[-1].rstrip(",;"), _UNIT]
        else:
            isian += 1
        lurus.append(f"{nama}{tanda}{isi}")
        if pilihan.get(nama) and not tanda:
            berikut = next(kata, None)
            if berikut is None:
                raise SalahKetikError(f"Pilihan {nama} harus diikuti isinya{contoh_isi(nama)}.")
            if _pilihan(berikut, pilihan).partition("=")[0] in pilihan:
                raise SalahKetikError(
                    f"Pilihan {nama} harus diikuti isinya, tetapi yang mengikutinya {berikut}."
                )
            lurus.append(berikut)
    return lurus


def _hanya_unit(ketikan: str) -> bool:
    """Tell whether a word behind a unit can only be one more: `--unit PKM-TB KEL-TD`. No folder is there, and it is no period."""
    jalur = re.search(r"[/\\:]|^[.~]", ketikan) or Path(ketikan).exists()
    return bool(ketikan) and not jalur and not adalah_periode(ketikan)


def _pilihan(ketikan: str, pilihan: Collection[str]) -> str:
    """Return a word as the option that it can only be; itself where it is none."""
    cocok = _GARIS.match(ketikan)
    if not cocok or ketikan.partition("=")[0] in pilihan:
        return ketikan
    nama, tanda, isi = ketikan[cocok.end() :].partition("=")
    for milik in pilihan:
        if milik.startswith("--") and milik[2:] == nama.casefold():
            return f"{milik}{tanda}{isi}"
    # A dash that no keyboard has was two of them before Word came by.
    return ketikan if ketikan.startswith("-") else f"--{ketikan[cocok.end() :]}"


def _tanpa_tepi(ketikan: str) -> str:
    """Return a word that is no option's without what was left behind it: the quote of a folder that ends in one, a pasted blank."""
    if _GARIS.match(ketikan):
        return ketikan
    if ketikan.count('"') == 1:
        ketikan = ketikan[:1] + ketikan[1:].removesuffix('"')
    # There a name cannot end with a blank: the folder would be found, and nothing in it.
    return ketikan.rstrip() or ketikan if os.name == "nt" else ketikan


def _satukan_kutip(argumen: Sequence[str], pilihan: Collection[str]) -> Iterator[str]:
    """Yield the words, those between quotes that the shell does not know as one, without the quotes.

    A word with a blank in it came as one already; a quote that nothing closes is a character like others.
    """
    sisa = list(argumen)
    while sisa:
        ketikan = sisa.pop(0)
        if (cocok := _AKHIR_GANDA.fullmatch(ketikan)) and _tertelan(cocok[1], cocok[2].split(), pilihan):
            yield f"{cocok[1]}\\" if cocok[1].endswith(":") else cocok[1]
            yield from cocok[2].split()
        elif (penutup := _penutup(ketikan)) and (
            akhir := _kata_penutup([ketikan[1:], *sisa], penutup)
        ) is not None:
            yield " ".join([ketikan[1:], *sisa][: akhir + 1]).rstrip(penutup)
            del sisa[:akhir]
        else:
            yield ketikan


def _tertelan(jalur: str, sisa: Sequence[str], pilihan: Collection[str]) -> bool:
    """Tell whether what stands before and behind a quote can only be a path and words that were swallowed with it."""
    return bool(_BERKANDAR.match(jalur)) or any(
        _pilihan(kata, pilihan).partition("=")[0] in pilihan for kata in sisa[:1]
    )


def _penutup(ketikan: str) -> str:
    """Return what may close the quote that a word begins with; blank where it begins with none."""
    return _KUTIP.get(ketikan[:1], "") if len(ketikan) > 1 and " " not in ketikan else ""


def _kata_penutup(kata: Sequence[str], penutup: str) -> int | None:
    """Return which of the words ends with a closing quote, None where none does."""
    return next((nomor for nomor, ini in enumerate(kata) if ini.endswith(tuple(penutup))), None)


def perintah_dimaksud(ketikan: str, perintah: Mapping[str, Collection[str]]) -> str:
    """Return what is said of a word that is no command.

    Args:
        ketikan: the word.
        perintah: the commands, each with other words for what it does.
    """
    from asn_nilai.acuan.pengaturan import NAMA_PENGATURAN
    from asn_nilai.alamat_ruang import alamat_penyimpanan

    kata = ketikan.casefold()
    if alamat_penyimpanan(ketikan):
        return f"'{ketikan}' sebuah alamat, bukan perintah. Tulis perintahnya dahulu, misalnya: asn-nilai validasi {kutip(ketikan)}"
    if Path(ketikan).exists():
        jenis = "folder" if Path(ketikan).is_dir() else "berkas"
        isian = f" {kutip(ketikan)}" if (Path(ketikan) / NAMA_PENGATURAN).is_file() else ""
        return f"'{ketikan}' sebuah {jenis}, bukan perintah. Tulis perintahnya dahulu, misalnya: asn-nilai validasi{isian}"
    if re.fullmatch(r"\d{18}", ketikan):
        return f"'{ketikan}' sebuah NIP, bukan perintah. Tulis: asn-nilai jelaskan {ketikan}"
    if adalah_periode(ketikan):
        return f"'{ketikan}' sebuah periode, bukan perintah. Tulis misalnya: asn-nilai hitung --periode {kutip(ketikan)}"
    sebutan = [nama for nama, lain in perintah.items() if kata in lain]
    maksud = next(iter(sebutan or get_close_matches(kata, perintah, 1, 0.6)), "")
    akhir = f"Mungkin maksudnya: asn-nilai {maksud}" if maksud else "Semua perintah: asn-nilai --help"
    return f"Perintah '{ketikan}' tidak dikenal. {akhir}"


def pilihan_dimaksud(
    ketikan: str, perintah: str, pilihan: Collection[str], lain: Mapping[str, Collection[str]]
) -> str:
    """Return what is said of an option that a command does not have.

    Args:
        ketikan: the option.
        perintah: the command as it is typed, `asn-nilai hitung`.
        pilihan: the command's options.
        lain: the options of each command.
    """
    awal = f"Pilihan {ketikan} tidak dikenal."
    panjang = [nama for nama in pilihan if nama.startswith("--")]
    sebutan = _SEBUTAN_PILIHAN.get(ketikan.casefold(), "")
    if sebutan in panjang:
        return f"{awal} Mungkin maksudnya {sebutan}."
    if milik := [nama for nama, miliknya in lain.items() if ketikan in miliknya]:
        return f"{awal[:-1]} di {perintah}. {_milik_perintah(ketikan, milik)}"
    mirip = get_close_matches(ketikan.casefold(), panjang, 1, 0.6)
    return f"{awal} Mungkin maksudnya {mirip[0]}." if mirip else awal


def _milik_perintah(ketikan: str, milik: Sequence[str]) -> str:
    """Return what is said of an option that these commands have; scoring is meant more often than any other."""
    if len(milik) == 1:
        return f"Mungkin maksudnya: asn-nilai {milik[0]} {ketikan}"
    contoh = "hitung" if "hitung" in milik else milik[0]
    return f"Yang punya: {', '.join(milik[:-1])} dan {milik[-1]}, misalnya asn-nilai {contoh} {ketikan}"


def isian_dimaksud(ketikan: str, perintah: str, isian: Mapping[str, object], pilihan: Collection[str]) -> str:
    """Return what is said of a word in the place of the folder, where no folder is, blank where nothing is known of it.

    Args:
        ketikan: the word.
        perintah: the command as it is typed.
        isian: what else was typed, by the parameter's name.
        pilihan: the command's options.
    """
    if "--periode" in pilihan:
        bersama = f"{isian.get('periode') or ''} {ketikan}"
        if isian.get("periode") and adalah_periode(bersama):
            return f'Periode yang berspasi diapit tanda kutip: {perintah} --periode "{bersama}"'
        if adalah_periode(ketikan):
            return periode_salah_tempat(ketikan, perintah)
    if f"--{ketikan.casefold()}" in pilihan:
        return f"Pilihan diawali dua tanda hubung: {perintah} --{ketikan.casefold()}"
    return ""


def periode_salah_tempat(ketikan: str, perintah: str) -> str:
    """Return what is said of a period in the place of something else."""
    return f"'{ketikan}' sebuah periode; periode ditulis sesudah --periode: {perintah} --periode {kutip(ketikan)}"


def bagi_orang(kata: Sequence[str], perintah: str) -> tuple[str, Path]:
    """Return who is meant and the work folder: a NIP may come in pieces, a name has several words.

    Args:
        kata: the words after the command.
        perintah: the command as it is typed.

    Raises:
        SalahKetikError: nobody is named, or a period stands among the words.
    """
    if not kata:
        raise SalahKetikError(
            f"NIP belum ditulis. Tulis misalnya: {perintah} 198603152009032001, atau sebagian namanya: {perintah} siti"
        )
    *awal, akhir = kata
    if awal and not akhir.isdecimal() and any(map(str.isdecimal, akhir)) and adalah_periode(akhir):
        raise SalahKetikError(periode_salah_tempat(akhir, f"{perintah} {' '.join(awal)}"))
    berangka = all(any(map(str.isdecimal, bagian)) for bagian in awal)
    if awal and (Path(akhir).is_dir() or (berangka and not any(map(str.isdecimal, akhir)))):
        return " ".join(awal), Path(akhir)
    return " ".join(kata), Path()


def tanggal_dimaksud(ketikan: str, tahun: int) -> dt.date | None:
    """Return the date that was typed; None where none was.

    Args:
        ketikan: the date.
        tahun: the work folder's year, for the date that is proposed where a year is missing or short.

    Raises:
        SalahKetikError: it is no date.
    """
    from asn_nilai.acuan.periode import tulis_tanggal
    from asn_nilai.baca.tabel.tanggal import baca_tanggal

    tanggal = baca_tanggal(ketikan)
    if tanggal or not ketikan.strip():
        return tanggal
    lengkap = f"{ketikan} {tahun}", f"{ketikan}/{tahun}", re.sub(r"(?<=\D)(\d\d)$", r"20\1", ketikan.strip())
    dekat = next((tulis_tanggal(hari.isoformat()) for hari in map(baca_tanggal, lengkap) if hari), "")
    mungkin = f" Mungkin maksudnya {dekat}." if dekat else ""
    raise SalahKetikError(
        f"Tanggal '{ketikan}' tidak dikenal.{mungkin} Tulis misalnya 05/07/{tahun} atau 5 Juli {tahun}."
    )


def adalah_periode(ketikan: str) -> bool:
    """Tell whether a word can be read as a period in whatever year's work folder."""
    from asn_nilai.acuan.kata.ketikan_periode import baca_periode
    from asn_nilai.acuan.periode import PeriodeTidakSahError

    try:
        baca_periode(ketikan, 2000)
    except PeriodeTidakSahError:
        return False
    return True


def contoh_isi(pilihan: str) -> str:
    """Return how an option is followed by what it needs, a clause; blank where none is known."""
    return f", misalnya {pilihan} {_CONTOH[pilihan]}" if pilihan in _CONTOH else ""


def kutip(ketikan: str) -> str:
    """Return a word as it is typed, in quotes where it has blanks."""
    return f'"{ketikan}"' if " " in ketikan else ketikan
