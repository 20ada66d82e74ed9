"""The identity block above a table: which unit and which month or year a sheet says it belongs to.

Where it says nothing, the file's name and folder do. Where it says something else, the file is in the wrong place or
a copy of another month: nobody can tell, so it is not scored.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from asn_nilai.acuan.isian.formulir.formulir import Formulir, lipat_kode, lipat_label, tanpa_tak_tampak
from asn_nilai.acuan.isian.skema import Skema, Unit
from asn_nilai.baca.format_sel.lembar import Sel
from asn_nilai.baca.tabel.catatan import Catatan
from asn_nilai.baca.tabel.sel import TERTUTUP, Isi, Kisi, SelRusak, kutip, teks_sel
from asn_nilai.baca.tabel.waktu import Waktu, periode_ini, sebut_waktu, tahun_ini, tahun_waktu

_LABEL_TERPANJANG = 40


class BarisIdentitas(NamedTuple):
    """A line of the block: the value as it stands, and its cell (row, column; 0-based)."""

    isi: Isi
    sel: Sel


def baca_identitas(kisi: Kisi, formulir: Formulir, baris_kepala: int) -> dict[str, BarisIdentitas]:
    """Return the lines of the block by key; of a label that stands twice the first counts."""
    return pertama_tiap_kunci(semua_identitas(kisi, formulir, range(baris_kepala)))


def semua_identitas(kisi: Kisi, formulir: Formulir, baris: Iterable[int]) -> list[tuple[str, BarisIdentitas]]:
    """Return every line of the block that stands in some rows, with its key: a label, and the next filled cell to its right.

    The value may also stand in the label's own cell behind a colon.
    """
    return [
        isi
        for nomor in baris
        if nomor < len(kisi) and any(kisi[nomor])
        for isi in _baris(kisi[nomor], nomor, formulir)
    ]


def pertama_tiap_kunci(semua: Iterable[tuple[str, BarisIdentitas]]) -> dict[str, BarisIdentitas]:
    """Return the first line of each key."""
    hasil: dict[str, BarisIdentitas] = {}
    for kunci, baris in semua:
        hasil.setdefault(kunci, baris)
    return hasil


def _baris(baris: Sequence[Isi], nomor: int, formulir: Formulir) -> Iterator[tuple[str, BarisIdentitas]]:
    for kolom, isi in enumerate(baris):
        if not isinstance(isi, str) or not isi:
            continue
        label, titik_dua, ekor = tanpa_tak_tampak(isi).partition(":")
        kunci = formulir.kenali_identitas(label) if len(label) <= _LABEL_TERPANJANG else None
        if kunci is None:
            continue
        if titik_dua and ekor.strip():
            yield kunci, BarisIdentitas(ekor.strip(), (nomor, kolom))
            continue
        for letak in range(kolom + 1, len(baris)):
            nilai = baris[letak]
            if isinstance(nilai, SelRusak) and nilai.kode == TERTUTUP:
                continue  # nobody sees it; the value stands behind the merged label
            if isinstance(nilai, str):
                nilai = tanpa_tak_tampak(nilai).strip().removeprefix(":").strip()
            if nilai != "":
                # The value of a label that stands before another one is blank.
                if not (isinstance(nilai, str) and formulir.kenali_identitas(nilai.rstrip(": "))):
                    yield kunci, BarisIdentitas(nilai, (nomor, letak))
                break


def periksa_identitas(
    identitas: Mapping[str, BarisIdentitas], unit: Unit, waktu: Waktu, skema: Skema, catatan: Catatan
) -> bool:
    """Note each line that contradicts the file's place; tell whether there is none.

    Args:
        identitas: the lines, from `baca_identitas`.
        unit: the unit whose file this is.
        waktu: and the time.
        skema: to tell another unit's name from an old or shortened one.
        catatan: takes the findings.
    """
    cocok = True
    syarat: tuple[tuple[str, str, Callable[[Isi], bool], str], ...] = (
        ("kode_unit", "Kode Unit", lambda isi: _kode_ini(isi, unit), unit.kode),
        ("unit_kerja", "Unit Kerja", lambda isi: _unit_ini(isi, unit, skema, identitas), unit.nama),
        ("periode", "Periode", lambda isi: periode_ini(isi, waktu), sebut_waktu(waktu)),
        ("tahun", "Tahun", lambda isi: tahun_ini(isi, waktu), str(tahun_waktu(waktu))),
    )
    for kunci, label, sesuai, seharusnya in syarat:
        baris = identitas.get(kunci)
        if baris is not None and not sesuai(baris.isi):
            fakta = {"label": label, "tertulis": kutip(baris.isi), "seharusnya": seharusnya}
            catatan.tambah("identitas-tidak-cocok", baris.sel, fakta=fakta)
            cocok = False
    return cocok


def _kode_ini(isi: Isi, unit: Unit) -> bool:
    return any(_sama_kode(isi, kode) for kode in unit.semua_kode)


def _sama_kode(isi: Isi, kode: str) -> bool:
    teks = teks_sel(isi)
    if lipat_kode(teks) == lipat_kode(kode):
        return True
    # Excel drops the leading zeros of a code that looks like a number.
    return not isinstance(isi, str) and kode.isdecimal() and teks.isdecimal() and int(teks) == int(kode)


def _unit_ini(isi: Isi, unit: Unit, skema: Skema, identitas: Mapping[str, BarisIdentitas]) -> bool:
    """Tell whether a unit's name is no other unit's; an old name is nobody's (units are renamed).

    Beside a code that does not fit it is not told once more.
    """
    kode = identitas.get("kode_unit")
    if kode is not None and not _kode_ini(kode.isi, unit):
        return True
    nama = lipat_label(teks_sel(isi))
    if nama in {lipat_label(unit.nama), lipat_label(unit.kode)}:
        return True
    return all(nama != lipat_label(lain.nama) for lain in skema.unit.values())
