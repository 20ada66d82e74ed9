"""An export as e-Kinerja writes it, untouched: a banner, the header in its own words, one person a row, and nothing below.

Where all of that holds there is nothing to report and nothing to look for, so the rows are taken as they stand. Anything else, be it
one NIP that is none or a word beside the table, leaves the file to the reader that finds tables anywhere and says what is wrong in
them (`ekspor_bkn`); such a file, read by that one, gives the same rows.
"""

import re
from collections.abc import Container, Sequence
from functools import lru_cache
from itertools import chain, count, pairwise, repeat
from typing import NamedTuple, cast

from asn_nilai.acuan.isian.formulir.daftar_formulir import FORMULIR
from asn_nilai.acuan.isian.formulir.tabel import Tabel, nama_kolom
from asn_nilai.acuan.isian.orang.nip import nip_sah
from asn_nilai.acuan.pengaturan import Batas
from asn_nilai.acuan.setoran.ekspor_bkn import BarisBkn
from asn_nilai.baca.berkas.arsip import Arsip
from asn_nilai.baca.berkas.jenis import kenali_jenis
from asn_nilai.baca.format_sel.lembar import Rentang
from asn_nilai.baca.format_sel.xlsx.lembar_polos import LembarPolos, lembar_polos
from asn_nilai.baca.tabel.angka import bersihkan
from asn_nilai.baca.tabel.kepala.kepala import BARIS_DICARI
from asn_nilai.baca.tabel.kepala.makna_kepala import kata_skala
from asn_nilai.baca.tabel.tabel_mentah import GARIS

_FORMULIR = FORMULIR["BKN"]
_LABEL = [kolom.label for kolom in _FORMULIR.kolom]
_KOLOM = {kunci: nomor for nomor, kunci in enumerate(_FORMULIR.kunci)}
_LEBAR = len(_LABEL)
_ALAMAT = re.compile(r"[A-Z]([1-9]\d{0,3})", re.ASCII)


class EksporPolos(NamedTuple):
    """The lines of an untouched export's banner, and its rows."""

    judul: list[str]
    baris: list[BarisBkn]


def baca_ekspor_polos(data: bytes, nama: str, batas: Batas, dikenal: Container[str]) -> EksporPolos | None:
    """Return what an export says, None where anything about it is unusual.

    Args:
        data: the bytes of the workbook.
        nama: its name, as findings show it.
        batas: how large it may be.
        dikenal: NIPs that are known to be some.

    Raises:
        BukuTidakTerbacaError: the workbook cannot be opened, or is damaged.
    """
    _, wadah = kenali_jenis(data, batas)
    lembar = lembar_polos(wadah) if isinstance(wadah, Arsip) else None
    return None if lembar is None else _susun(lembar, nama, batas, dikenal)


def _susun(lembar: LembarPolos, nama: str, batas: Batas, dikenal: Container[str]) -> EksporPolos | None:
    """Take banner, header and rows apart."""
    isi, alamat = lembar.isi, lembar.alamat
    awal = isi.index(_LABEL[0]) if _LABEL[0] in isi[:BARIS_DICARI] else -1
    if awal < 0 or isi[awal : awal + _LEBAR] != _LABEL:
        return None
    kepala, akhir = _nomor(alamat[awal]), _nomor(alamat[-1])
    if not 0 < kepala <= BARIS_DICARI or not kepala <= akhir <= batas.sel // _LEBAR:
        return None
    judul = isi[:awal]
    if not (_judul_polos(alamat[:awal], judul, kepala) and _gabungan_polos(lembar.gabungan, kepala)):
        return None
    tempat, tabel = _alamat(kepala, akhir), isi[awal:]
    if alamat[awal:] != tempat:  # blank cells may be left out
        menurut = dict(zip(alamat[awal:], tabel, strict=True))
        if [sel for sel in tempat if sel in menurut] != alamat[awal:]:
            return None
        tabel = [menurut.get(sel, "") for sel in tempat]
    kolom = _kolom([tabel[_LEBAR + ke :: _LEBAR] for ke in range(_LEBAR)])
    if kolom is None or not _nip_polos(kolom[0], dikenal):
        return None
    nip, orang, *kata = kolom
    asal = Tabel(_FORMULIR.nama, nama, lembar.nama, _KOLOM, list(range(kepala, akhir)), {})
    rapi = zip(*(map(_rapikan, sekolom) for sekolom in kata), strict=True)
    baris = list(map(BarisBkn._make, zip(nip, orang, rapi, repeat(asal), count())))
    return EksporPolos(cast("list[str]", judul), baris)


def _nomor(alamat: str) -> int:
    """Return the row that an address names, 0 for what is no ordinary one."""
    cocok = _ALAMAT.fullmatch(alamat)
    return int(cocok[1]) if cocok else 0


def _judul_polos(alamat: Sequence[str], judul: Sequence[float | str], kepala: int) -> bool:
    """Tell whether the banner is lines of text, one below the other, a blank one before the header, and none of them a header."""
    nomor = [0, *map(_nomor, alamat), kepala - 1]
    return (
        all(sel.startswith("A") for sel in alamat)
        and all(a < b for a, b in pairwise(nomor))
        and all(
            isinstance(teks, str) and _FORMULIR.kenali_kolom(teks) is None and not kata_skala(teks)
            for teks in judul
        )
    )


def _gabungan_polos(gabungan: Sequence[Rentang], kepala: int) -> bool:
    """Tell whether merged ranges only widen lines of the banner."""
    baris = {atas for atas, kiri, bawah, _ in gabungan if atas == bawah < kepala - 1 and not kiri}
    return len(baris) == len(gabungan)


@lru_cache(maxsize=64)
def _alamat(kepala: int, akhir: int) -> list[str]:
    """Return the addresses of a table with its header, row by row."""
    huruf = [nama_kolom(ke) for ke in range(_LEBAR)]
    return [f"{h}{nomor}" for nomor in range(kepala, akhir + 1) for h in huruf]


def _kolom(kolom: list[list[float | str]]) -> list[list[str]] | None:
    """Return the columns of NIPs, names and words, None where a cell is not what its column is for."""
    no, *teks = kolom
    if not {float}.issuperset(map(type, no)):
        return None
    try:
        if "#" in "".join(chain(*cast("list[list[str]]", teks))):  # an error, pasted
            return None
    except TypeError:  # a number among the texts
        return None
    nip, orang, _, *kata = cast("list[list[str]]", teks)
    orang = list(map(str.strip, orang))
    return [nip, orang, *kata] if all(orang) else None


def _nip_polos(nip: Sequence[str], dikenal: Container[str]) -> bool:
    """Tell whether a column holds NIPs alone, in their digits alone."""
    return all(nomor in dikenal or nip_sah(nomor) for nomor in nip)


@lru_cache(maxsize=256)
def _rapikan(kata: str) -> str:
    """Return a rating as it is read; a dash is none."""
    return "" if kata.strip() in GARIS else bersihkan(kata)
