"""Witnesses of time and unit beside the identity block: titles, the sheet's name, further lines, what stands above a repeated header.

A column of the table itself is one as well, where it is named like a line of the block: `Bulan`, filled in row by row.
The block may be blank or right while the title above it still says last month: then nobody can tell whose figures these are.
"""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from asn_nilai.acuan.isian.formulir.formulir import Formulir, lipat_kode, lipat_label
from asn_nilai.acuan.isian.skema import Skema, Unit
from asn_nilai.acuan.periode import Bulan
from asn_nilai.baca.format_sel.lembar import Sel
from asn_nilai.baca.setoran.identitas import (
    BarisIdentitas,
    periksa_identitas,
    pertama_tiap_kunci,
    semua_identitas,
)
from asn_nilai.baca.tabel.catatan import Catatan
from asn_nilai.baca.tabel.sel import Isi, kutip, teks_kepala, teks_sel
from asn_nilai.baca.tabel.tabel_mentah import TabelMentah
from asn_nilai.baca.tabel.waktu import (
    ROMAWI,
    Waktu,
    bagian_tahun,
    bulan_bernama,
    bulan_disebut,
    kumulatif,
    periode_ini,
    sebut_waktu,
    tahun_disebut,
    tahun_ini,
    tahun_waktu,
)

_JUDUL_TERPANJANG = 120
_BARIS_DI_ATAS = 6
"""How far above a repeated header its title may stand."""
_JUDUL = re.compile(
    r"\W*(?:formulir|form|laporan|rekap\w*|daftar|lampiran|penilaian|perilaku|capaian|realisasi|target|kinerja|evaluasi|pengukuran|bulan|bln"
    r"|periode|masa|tahun|ta|keadaan|posisi|per|tri\s?wulan|tw|semester|catur\s?wulan|kumulatif|data|angka|sampai|s\s*[./]?\s*d)\b",
    re.IGNORECASE,
)
_BUKAN_JUDUL = re.compile(
    r"\b(?:nomor|no|peraturan|permen\w*|perwako|perwali|perbup|perda|keputusan|sk|surat|undang|uu|pp|dicetak|cetak|tanggal|tgl|diperbarui"
    r"|revisi|disahkan|ditetapkan|dibuat|diterima|catatan|petunjuk|batas|paling|lambat)\b",
    re.IGNORECASE,
)
_KATA = re.compile(r"[^\W\d_]+")
_BULAN_KE = re.compile(r"\b(?:bulan|bln)\b\W*(?:ke\W*)?(\d{1,2}|[ivx]{1,4})\b", re.IGNORECASE)
_BULAN_TAHUN = re.compile(r"(?<!\d)(?:\d{1,2}\s*[-/.]\s*)?(0?[1-9]|1[0-2])\s*[-/.]\s*20\d\d(?!\d)")
"""`05/2026`, `31-05-2026`."""
_SELAIN_TAHUN = re.compile(r"\d")


class IdentitasTabel(NamedTuple):
    """The lines on a table's sheet that say whose it is, with their keys: above its header, and above each repeated one."""

    atas: list[tuple[str, BarisIdentitas]]
    bawah: list[tuple[str, BarisIdentitas]]


def identitas_tabel(mentah: TabelMentah, formulir: Formulir) -> IdentitasTabel:
    """Return these lines of a table of the form."""
    tempat = range(mentah.kepala.awal), _di_atas_ulangan(mentah)
    return IdentitasTabel(*(semua_identitas(mentah.lembar.sel, formulir, baris) for baris in tempat))


def periksa_saksi(
    mentah: TabelMentah, identitas: IdentitasTabel, formulir: Formulir, unit: Unit, waktu: Waktu, skema: Skema, catatan: Catatan,
) -> bool:  # fmt: skip
    """Note what contradicts the file's place: the block's lines and, where these are silent or right, the other witnesses.

    Args:
        mentah: the table whose sheet is asked.
        identitas: its lines, from `identitas_tabel`.
        formulir: its form.
        unit: the unit whose file this is.
        waktu: and the time.
        skema: the units that a code may name.
        catatan: takes the findings.

    Returns:
        Whether nothing contradicts.
    """
    pertama = pertama_tiap_kunci(identitas.atas)
    if not periksa_identitas(pertama, unit, waktu, skema, catatan):
        return False
    semua = [*identitas.atas, *identitas.bawah]
    bertentangan: list[tuple[str, str, Sel | None]] = (
        [
            (formulir.label(kunci), kutip(baris.isi), baris.sel)
            for kunci, baris in semua
            if baris is not pertama.get(kunci) and _baris_lain(kunci, baris, unit, waktu, skema)
        ]
        if len(semua) > len(pertama)
        else []
    )
    bertentangan += _kolom_lain(mentah, formulir, unit, waktu, skema)
    if lembar_waktu_lain(mentah.lembar.nama, waktu):
        bertentangan.append(("Nama lembar", mentah.lembar.nama, None))
    milik = {baris.sel for kunci, baris in semua if kunci in {"periode", "tahun"}}
    kisi, tepi = mentah.lembar.sel, mentah.kepala.kolom.get("nip", 0)
    for nomor in (*range(mentah.kepala.awal), *_di_atas_ulangan(mentah)):
        for kolom, isi in enumerate(kisi[nomor]):
            teks = isi if isinstance(isi, str) else _judul_tanggal(kisi[nomor], kolom, tepi)
            if teks and _judul_lain(teks, waktu) and (nomor, kolom) not in milik:
                bertentangan.append(("Judul", kutip(teks), (nomor, kolom)))
    for label, kutipan, sel in bertentangan:
        seharusnya = unit.kode if label == "Kode Unit" else sebut_waktu(waktu)
        fakta = {"label": label, "tertulis": kutipan, "seharusnya": seharusnya}
        catatan.tambah("identitas-tidak-cocok", sel, fakta=fakta)
    return not bertentangan


def menyebut_unit_lain(identitas: IdentitasTabel, unit: Unit) -> bool:
    """Tell whether a sheet names another unit than the one whose file it is: then the other units are looked at."""
    semua = [*identitas.atas, *identitas.bawah]
    kode = [lipat_kode(teks_sel(isi.isi)) for kunci, isi in semua if kunci == "kode_unit"]
    nama = [lipat_label(teks_sel(isi.isi)) for kunci, isi in semua if kunci == "unit_kerja" and not kode]
    milik = {lipat_label(sebutan) for sebutan in (unit.nama, *unit.semua_kode)}
    kode_milik = set(map(lipat_kode, unit.semua_kode))
    return any(k not in kode_milik for k in kode) or any(n not in milik for n in nama)


def _di_atas_ulangan(mentah: TabelMentah) -> list[int]:
    """Return the rows above each repeated header that hold no data."""
    if not mentah.kepala.ulangan:
        return []
    data, awal = set(mentah.tabel.baris), mentah.kepala.baris + 1
    dekat = {
        baris for nomor in mentah.kepala.ulangan for baris in range(max(awal, nomor - _BARIS_DI_ATAS), nomor)
    }
    return sorted(dekat - data)


def _kolom_lain(
    mentah: TabelMentah, formulir: Formulir, unit: Unit, waktu: Waktu, skema: Skema
) -> Iterator[tuple[str, str, Sel]]:
    """Yield what the rows say in columns named like a line of the block: each other month, year or unit once, at its first cell."""
    kisi, kepala = mentah.lembar.sel, mentah.kepala
    dibaca = {kolom for semua in kepala.sel.values() for _, kolom in semua}
    for nomor in range(kepala.awal, kepala.baris + 1):
        for kolom, label in enumerate(kisi[nomor]):
            kunci = (
                formulir.kenali_identitas(label) if isinstance(label, str) and kolom not in dibaca else None
            )
            if kunci is None:
                continue
            pertama: dict[str, Sel] = {}
            for baris in mentah.tabel.baris:
                isi = kisi[baris][kolom]
                if _menyebut(kunci, isi) and _baris_lain(
                    kunci, BarisIdentitas(isi, (baris, kolom)), unit, waktu, skema
                ):
                    pertama.setdefault(kutip(isi), (baris, kolom))
            yield from ((formulir.label(kunci), kutipan, sel) for kutipan, sel in pertama.items())


def _menyebut(kunci: str, isi: Isi) -> bool:
    """Tell whether a cell of such a column names a time at all: `Bulanan` is how often, and a blank says nothing."""
    if kunci == "kode_unit" or isinstance(isi, dt.date):
        return True
    teks = teks_sel(isi)
    bernama = tahun_disebut(teks) or bulan_bernama(teks) or (kunci == "periode" and bulan_disebut(teks))
    return bool(bernama or (kunci == "periode" and bagian_tahun(teks)))


def _baris_lain(kunci: str, baris: BarisIdentitas, unit: Unit, waktu: Waktu, skema: Skema) -> bool:
    if kunci == "periode":
        return not periode_ini(baris.isi, waktu)
    if kunci == "tahun":
        return not tahun_ini(baris.isi, waktu)
    kode = lipat_kode(teks_sel(baris.isi))
    return kunci == "kode_unit" and kode != lipat_kode(unit.kode) and kode in map(lipat_kode, skema.unit)


def _judul_tanggal(baris: Sequence[Isi], kolom: int, tepi: int) -> str:
    """Return the month of a cell where a title has become a date: `Mei 2026`, typed in Excel, is stored as its first day.

    Any other day is one of signing or printing; so is a first day behind other words than a title's, or alone to the right of `tepi`.
    """
    isi = baris[kolom]
    if not isinstance(isi, dt.date) or isi.day != 1:
        return ""
    kiri = [teks_sel(sel) for sel in baris[:kolom] if sel != ""]
    judul = all(_JUDUL.match(teks) and not _BUKAN_JUDUL.search(teks) for teks in kiri)
    return teks_kepala(isi) if judul and (kiri or kolom <= tepi) else ""


@lru_cache(maxsize=1024)
def _judul_lain(teks: str, waktu: Waktu) -> bool:
    """Tell whether a text above a table is a title of another time; the same titles stand in every unit's books."""
    if len(teks) > _JUDUL_TERPANJANG or _BUKAN_JUDUL.search(teks):
        return False
    if _JUDUL.match(teks) is None:
        # A month and year alone are a title as well; a day before them makes it the day of signing.
        tahun = {rf"(?:{tertulis}|{tertulis % 100:02d}\s*$)" for tertulis in tahun_disebut(teks)}
        sisa = re.sub("|".join(tahun) or "$^", "", teks)
        if not all(bulan_bernama(kata) for kata in _KATA.findall(teks)) or _SELAIN_TAHUN.search(sisa):
            return False
        if not bulan_bernama(teks):
            return False
    return _waktu_lain(teks, waktu, _bulan_bernomor(teks))


def _bulan_bernomor(teks: str) -> set[int]:
    """Return the months that a title names by number: `Bulan ke-5`, `Bulan V`, `05/2026`."""
    bernomor = [ROMAWI.get(ke.casefold(), ke) for ke in _BULAN_KE.findall(teks)]
    return {int(ke) for ke in (*bernomor, *_BULAN_TAHUN.findall(teks)) if str(ke).isdecimal()}


@lru_cache(maxsize=1024)
def lembar_waktu_lain(nama: str, waktu: Waktu) -> bool:
    """Tell whether a sheet's name is of another time, also as a number with its year: `Capaian 05-2026`."""
    tunggal = bulan_disebut(re.sub(r"^\D+", "", nama))
    return _waktu_lain(nama, waktu, {tunggal[1]} if tunggal and tunggal[0] else set())


def _waktu_lain(teks: str, waktu: Waktu, bulan: set[int]) -> bool:
    """Tell whether a text names a month or a year, and not the asked one alone, or another quarter, or months added up."""
    tahun, diminta = tahun_disebut(teks), tahun_waktu(waktu)
    if tahun and not min(tahun) <= diminta <= max(tahun):
        return True
    if not isinstance(waktu, Bulan):
        return False
    bulan = bulan | bulan_bernama(teks)
    if {1, 12} <= bulan:
        return False  # a year as a title writes it
    bagian = bagian_tahun(teks)
    return (
        (bool(bulan) and bulan != {waktu.bulan})
        or (bool(bagian) and waktu.bulan not in bagian)
        or kumulatif(teks)
    )
