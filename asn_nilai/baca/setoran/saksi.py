"""Witnesses of time and unit beside the identity block: titles, the sheet's name, further lines, and what stands above a repeated header.

The block may be blank or right while the title above it still says last month: then nobody can tell whose figures these are.
"""

import re
from collections.abc import Iterator

from asn_nilai.acuan.isian.formulir import Formulir, lipat_kode
from asn_nilai.acuan.isian.skema import Skema, Unit
from asn_nilai.acuan.periode import Bulan
from asn_nilai.baca.format_sel.lembar import Sel
from asn_nilai.baca.setoran.identitas import BarisIdentitas, baris_identitas
from asn_nilai.baca.tabel.catatan import Catatan
from asn_nilai.baca.tabel.sel import Isi, kutip, teks_sel
from asn_nilai.baca.tabel.tabel_mentah import TabelMentah
from asn_nilai.baca.tabel.waktu import (
    Waktu,
    bulan_bernama,
    bulan_disebut,
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
    r"|periode|masa|tahun|ta|keadaan|posisi|per)\b",
    re.IGNORECASE,
)
_BUKAN_JUDUL = re.compile(
    r"\b(?:nomor|no|peraturan|permen\w*|perwako|perwali|perbup|perda|keputusan|sk|surat|undang|uu|pp|dicetak|cetak|tanggal|tgl|diperbarui"
    r"|revisi|disahkan|ditetapkan|dibuat|diterima|catatan|petunjuk|batas|paling|lambat)\b",
    re.IGNORECASE,
)
_KATA = re.compile(r"[^\W\d_]+")
_BULAN_KE = re.compile(r"\bbulan\s+(?:ke\W*)?(\d{1,2})\b", re.IGNORECASE)
_SELAIN_TAHUN = re.compile(r"\d")


def periksa_saksi(
    mentah: TabelMentah, formulir: Formulir, unit: Unit, waktu: Waktu, skema: Skema, catatan: Catatan
) -> bool:
    """Note each witness that names another time or unit than the file's place; tell whether there is none."""
    bertentangan: list[tuple[str, str, Sel | None]] = []
    nama = mentah.lembar.nama
    if _waktu_lain(nama, waktu, _bulan_lembar(nama)):
        bertentangan.append(("Nama lembar", nama, None))
    pertama: set[str] = set()
    for nomor in _baris_saksi(mentah):
        baris = mentah.lembar.sel[nomor]
        if not any(isinstance(isi, str) and isi for isi in baris):
            continue
        identitas = list(baris_identitas(baris, nomor, formulir))
        for kunci, tertulis in identitas:
            # The block's own lines are judged already; a further one, or one below, must agree in what it says.
            ulang = kunci in pertama or nomor >= mentah.kepala.awal
            pertama.add(kunci)
            if ulang and _baris_lain(kunci, tertulis, unit, waktu, skema):
                bertentangan.append((formulir.label(kunci), kutip(tertulis.isi), tertulis.sel))
        milik = {tertulis.sel[1] for _, tertulis in identitas}
        for kolom, isi in enumerate(baris):
            if isinstance(isi, str) and kolom not in milik and _judul_lain(isi, waktu):
                bertentangan.append(("Judul", kutip(isi), (nomor, kolom)))
    for label, kutipan, sel in bertentangan:
        fakta = {
            "label": label,
            "tertulis": kutipan,
            "seharusnya": unit.kode if label == "Kode Unit" else sebut_waktu(waktu),
        }
        catatan.tambah("identitas-tidak-cocok", sel, fakta=fakta)
    return not bertentangan


def _baris_saksi(mentah: TabelMentah) -> Iterator[int]:
    """Yield the rows above the header, and those above each repeated one that hold no data."""
    yield from range(mentah.kepala.awal)
    data = set(mentah.tabel.baris) if mentah.kepala.ulangan else set()
    for nomor in mentah.kepala.ulangan:
        yield from (
            baris
            for baris in range(max(mentah.kepala.baris + 1, nomor - _BARIS_DI_ATAS), nomor)
            if baris not in data
        )


def _baris_lain(kunci: str, baris: BarisIdentitas, unit: Unit, waktu: Waktu, skema: Skema) -> bool:
    if kunci == "periode":
        return not periode_ini(baris.isi, waktu)
    if kunci == "tahun":
        return not tahun_ini(baris.isi, waktu)
    kode = lipat_kode(teks_sel(baris.isi))
    return kunci == "kode_unit" and kode != lipat_kode(unit.kode) and kode in map(lipat_kode, skema.unit)


def _judul_lain(isi: Isi, waktu: Waktu) -> bool:
    teks = teks_sel(isi)
    if len(teks) > _JUDUL_TERPANJANG or _BUKAN_JUDUL.search(teks):
        return False
    ke = _BULAN_KE.search(teks)
    if _JUDUL.match(teks) is None:
        # A month and year alone are a title as well; a day before them makes it the day of signing.
        tahun = {rf"(?:{tertulis}|{tertulis % 100:02d}\s*$)" for tertulis in tahun_disebut(teks)}
        sisa = re.sub("|".join(tahun) or "$^", "", teks)
        if not all(bulan_bernama(kata) for kata in _KATA.findall(teks)) or _SELAIN_TAHUN.search(sisa):
            return False
        if not bulan_bernama(teks):
            return False
    return _waktu_lain(teks, waktu, {int(ke[1])} if ke else set())


def _bulan_lembar(nama: str) -> set[int]:
    """Return the month that a sheet's name gives as a number, with its year: `Capaian 05-2026`."""
    tunggal = bulan_disebut(re.sub(r"^\D+", "", nama))
    return {tunggal[1]} if tunggal and tunggal[0] else set()


def _waktu_lain(teks: str, waktu: Waktu, bulan: set[int]) -> bool:
    """Tell whether a text names a month or a year, and not the asked one alone."""
    tahun, diminta = tahun_disebut(teks), tahun_waktu(waktu)
    if tahun and not min(tahun) <= diminta <= max(tahun):
        return True
    bulan = bulan | bulan_bernama(teks)
    return isinstance(waktu, Bulan) and bool(bulan) and bulan != {waktu.bulan} and not {1, 12} <= bulan
