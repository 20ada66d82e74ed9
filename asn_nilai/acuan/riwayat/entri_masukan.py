"""What scores rest on as entries: of one unit and period, of what all units share, and a unit's targets of the whole year.

Blank cells are no entries: what is blanked has gone. A cell that cannot be read is an entry that says so. Rows that stand
twice share one entry with both values.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain, compress

from asn_nilai.acuan.isian.formulir.daftar_formulir import FORMULIR
from asn_nilai.acuan.isian.formulir.formulir import KUNCI_ASPEK, KUNCI_RASIO, kunci_bulan, tanpa_pengarah
from asn_nilai.acuan.isian.formulir.tabel import Tabel
from asn_nilai.acuan.isian.indikator.indikator import Indikator, Lingkup
from asn_nilai.acuan.isian.skema import Penempatan, Skema
from asn_nilai.acuan.periode import Bulan, Periode
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.profil.banding_aturan import ketentuan_sebutan
from asn_nilai.acuan.profil.ketentuan import daftar_ketentuan
from asn_nilai.acuan.riwayat.bulanan import KOSONG, PenulisBulanan, tulis_nilai, tulis_sel
from asn_nilai.acuan.riwayat.keadaan import (  # fmt: skip
    ATURAN,
    BOBOT,
    INDIKATOR,
    PEGAWAI,
    PERILAKU,
    REALISASI,
    TARGET,
    Isi,
    Keadaan,
    Kunci,
)
from asn_nilai.acuan.setoran.isian_unit import IsianUnit
from asn_nilai.acuan.setoran.perilaku import KUNCI_IDE, KUNCI_RATING

_TAK_TERBACA, _TAK_SAH = "tidak terbaca", "barisnya tidak sah"
_SEL_TERPANJANG = 2_000
_LABEL_PERILAKU = {
    kolom: FORMULIR["Perilaku"].label(kolom) for kolom in (*KUNCI_ASPEK, KUNCI_RATING, KUNCI_IDE)
}
_LABEL_LINGKUP = FORMULIR["Indikator"].label("lingkup")
_KOLOM_INDIKATOR = (
    "satuan", "aspek", "polaritas", "agregasi", "jenis_nilai", "batas_bawah", "batas_atas", "nilai_terburuk", "frekuensi",
    "wajib_bukti", "berlaku_untuk", "lingkup", "layanan_publik", "pembilang", "penyebut",
)  # fmt: skip


class _Penyusun:
    """Collects the cells of one or more months as entries."""

    def __init__(self, bulan: tuple[Bulan, ...]) -> None:
        self._bulan = bulan
        self._menurut: dict[Bulan, dict[Kunci, Isi]] = {}

    def kolom(self, bulan: Bulan, tabel: Tabel, kolom: str, kunci: Iterable[Kunci | None]) -> None:
        """Add a column of a month's table: the cells in which anything stands, each under the key of its row, if it has one."""
        (teks,) = _teks_kolom(tabel, kolom)
        if not any(teks):
            return
        menurut = self._menurut.setdefault(bulan, {})
        for milik, nilai, tempat in zip(kunci, teks, tabel.semua_tempat(kolom), strict=True):
            if nilai and milik:
                lama = menurut.get(milik)
                menurut[milik] = _gabung(lama, nilai, tempat) if lama else Isi(nilai, tempat)

    def isi(self) -> Iterator[tuple[Kunci, Isi]]:
        """Yield the entries."""
        if len(self._bulan) == 1:
            yield from self._menurut.get(self._bulan[0], {}).items()
            return
        penulis = PenulisBulanan(self._bulan)
        for kunci in dict.fromkeys(kunci for milik in self._menurut.values() for kunci in milik):
            milik = {bulan: semua[kunci] for bulan, semua in self._menurut.items() if kunci in semua}
            nilai = penulis.tulis({bulan: isi.nilai for bulan, isi in milik.items()})
            yield kunci, Isi(nilai, "; ".join(isi.sel for isi in milik.values()))


def _awalan(tabel: Tabel) -> str:
    return f"{tabel.berkas} › {tabel.lembar} › "


def _gabung(lama: Isi, nilai: str, sel: str) -> Isi:
    """Return the entry of what stands in more than one row, with all values and cells."""
    sempit = len(lama.sel) > _SEL_TERPANJANG  # hundreds of rows for one thing are told by their values alone
    return Isi(f"{lama.nilai} | {nilai}", lama.sel if sempit else f"{lama.sel}; {sel}")


def _teks_kolom(tabel: Tabel, *kolom: str) -> list[list[str]]:
    """Return what each cell of columns of one kind says, column by column, blank where nothing stands in it."""
    isi = [tabel.isi[kunci] for kunci in kolom]
    tulisan = {nilai: tulis_sel(nilai) for nilai in set().union(*isi)}  # few things, said again and again
    teks = {kunci: [tulisan[nilai] for nilai in milik] for kunci, milik in zip(kolom, isi, strict=True)}
    for kunci, posisi in tabel.cacat:
        if kunci in teks and not teks[kunci][posisi]:
            teks[kunci][posisi] = _TAK_TERBACA
    return [*teks.values()]


def entri_masukan(
    isian: IsianUnit, skema: Skema, periode: Periode, *, kepala_dari_unit: bool = False
) -> dict[Kunci, Isi]:
    """Return what a unit's scores of a period rest on: people, targets, weights, realisasi, behaviour.

    The targets and weights of who is placed in the unit at another time alone are no part of it: a book of targets is the year's, and
    whoever comes in July stands in it without a say in June.

    Args:
        isian: what the unit submitted.
        skema: the registers.
        periode: the period.
        kepala_dari_unit: whether the rule scores the unit's head by the unit's own indicators: then it counts who that is.
    """
    unit = isian.unit.kode
    kepala = isian.unit.nip_kepala if kepala_dari_unit else ""
    keadaan = {Kunci(PEGAWAI, unit): Isi(f"jenis unit {isian.unit.jenis or KOSONG}")}
    for p in skema.di_unit(unit, periode):
        kunci = Kunci(PEGAWAI, unit, p.nip)
        nilai = _tulis_penempatan(p, periode, "kepala unit" if p.nip == kepala else "")
        sel, lama = str(skema.letak_pegawai(p)), keadaan.get(kunci)
        keadaan[kunci] = _gabung(lama, nilai, sel) if lama else Isi(nilai, sel)
    keadaan.update(_pegawai_cacat(skema, unit, periode))
    di_sini = {kunci.nip for kunci in keadaan}
    keadaan.update(
        (kunci, isi)
        for kunci, isi in entri_target(isian.target, unit, periode).items()
        if kunci.nip in di_sini or kunci.nip not in skema.penempatan_asn
    )
    realisasi, perilaku = _Penyusun(periode.bulan), _Penyusun(periode.bulan)
    for bulan, tabel in isian.capaian.items():
        for kolom in ("realisasi", *KUNCI_RASIO):
            realisasi.kolom(bulan, tabel, kolom, _kunci_realisasi(tabel, unit, skema, kolom))
    for bulan, tabel in isian.perilaku.items():
        for kolom, label in _LABEL_PERILAKU.items():
            perilaku.kolom(
                bulan, tabel, kolom, (Kunci(PERILAKU, unit, nip, "", label) for nip in tabel.teks("nip"))
            )
    keadaan.update(realisasi.isi())
    keadaan.update(perilaku.isi())
    return keadaan


def bentuk_kini(lama: Keadaan, skema: Skema) -> dict[Kunci, Isi]:
    """Return a state that an earlier version of the program may have stored as this one would have, of the same inputs.

    What the program keeps, and how, changes with its versions; a city that takes a new one in mid-year has changed nothing. Once all
    of a book of targets was kept, also of who has no say in the period; and once an indicator's Lingkup was not. Marks of direction
    pasted with a word of skema.xlsx were kept once.
    """
    hasil = {
        kunci: isi._replace(nilai=tanpa_pengarah(isi.nilai)) if kunci.apa in {PEGAWAI, INDIKATOR} else isi
        for kunci, isi in lama.items()
        if kunci.apa not in {TARGET, BOBOT}
        or kunci._replace(apa=PEGAWAI, kode_indikator="") in lama
        or kunci.nip not in skema.penempatan_asn
    }
    for kode in {kunci.kode_indikator for kunci in lama if kunci.apa == INDIKATOR}:
        hasil.setdefault(Kunci(INDIKATOR, "", "", kode, _LABEL_LINGKUP), Isi(Lingkup.INDIVIDU))
    return hasil


def _kunci_realisasi(tabel: Tabel, unit: str, skema: Skema, kolom: str) -> Iterator[Kunci | None]:
    """Yield what each row of a column counts as: of a ratio only what it is made of, of all others the realisasi alone."""
    label = FORMULIR["Capaian"].label(kolom) if kolom in KUNCI_RASIO else ""
    for nip, kode in zip(tabel.teks("nip"), tabel.teks("kode_indikator"), strict=True):
        indikator = skema.indikator.get(kode)
        rasio = indikator is not None and indikator.rasio
        yield Kunci(REALISASI, unit, nip, kode, label) if rasio == bool(label) else None


def entri_target(tabel: Tabel | None, unit: str, periode: Periode) -> dict[Kunci, Isi]:
    """Return what a unit's target workbook says of a period: the targets of its months, and the weights."""
    if tabel is None:
        return {}
    pasangan = list(zip(tabel.teks("nip"), tabel.teks("kode_indikator"), strict=True))
    bobot = _Penyusun(periode.bulan[:1])
    bobot.kolom(periode.bulan[0], tabel, "bobot", [Kunci(BOBOT, unit, nip, kode) for nip, kode in pasangan])
    return {**_target_bulanan(tabel, unit, periode.bulan, pasangan), **dict(bobot.isi())}


def _target_bulanan(
    tabel: Tabel, unit: str, bulan: tuple[Bulan, ...], pasangan: Sequence[tuple[str, str]]
) -> dict[Kunci, Isi]:
    """Return a row's targets as one entry; many rows have the same, and are written once."""
    kolom, semua_sel = [kunci_bulan(ini) for ini in bulan], cache(tabel.semua_sel)
    awalan, tulis = _awalan(tabel), cache(PenulisBulanan(bulan).tulis_deret)
    penuh = [*map(_rentang, semua_sel(kolom[0]), semua_sel(kolom[-1]))]
    hasil: dict[Kunci, Isi] = {}
    semua_nilai = zip(*_teks_kolom(tabel, *kolom), strict=True)
    for posisi, ((nip, kode), nilai) in enumerate(zip(pasangan, semua_nilai, strict=True)):
        if all(nilai):
            sel = penuh[posisi]
        elif terisi := [*compress(kolom, nilai)]:
            sel = _rentang(semua_sel(terisi[0])[posisi], semua_sel(terisi[-1])[posisi])
        else:
            continue
        kunci = Kunci(TARGET, unit, nip, kode)
        lama = hasil.get(kunci)
        hasil[kunci] = _gabung(lama, tulis(nilai), awalan + sel) if lama else Isi(tulis(nilai), awalan + sel)
    return hasil


def _rentang(dari: str, sampai: str) -> str:
    """Return the cells from one to another."""
    return dari if dari == sampai else f"{dari}:{sampai}"


def _tulis_penempatan(p: Penempatan, periode: Periode, kepala: str) -> str:
    """Return what of a placement counts in the period: who the ASN is there, and in which of its months."""
    bulan = p.bulan_dalam(periode)
    sebagian = (
        "" if bulan == periode.bulan else "–".join(dict.fromkeys((bulan[0].singkatan, bulan[-1].singkatan)))
    )
    return tulis_nilai(
        "; ".join(filter(None, (p.jenis_asn, p.golongan, p.jabatan, p.jenis_jabatan, sebagian, kepala)))
    )


def entri_kota(skema: Skema, aturan: Aturan, periode: Periode) -> dict[Kunci, Isi]:
    """Return what belongs to no unit: the indicators' definitions, the rule's figures, people whose unit nobody knows."""
    keadaan = entri_indikator(skema)
    keadaan[Kunci(ATURAN, ruas="Profil")] = Isi(aturan.profil.kode)
    for ketentuan in chain(daftar_ketentuan(aturan), ketentuan_sebutan(aturan)):
        kunci = Kunci(ATURAN, ruas=ketentuan.judul.replace(": ", " › "))
        lama = keadaan.get(kunci)
        keadaan[kunci] = Isi(f"{lama.nilai} | {ketentuan.isi}" if lama else ketentuan.isi)
    return keadaan | dict(_pegawai_cacat(skema, "", periode))


def entri_indikator(skema: Skema) -> dict[Kunci, Isi]:
    """Return the indicators' definitions, column by column."""
    keadaan: dict[Kunci, Isi] = {}
    formulir = FORMULIR["Indikator"]
    for indikator in skema.indikator.values():
        for kolom in _KOLOM_INDIKATOR:
            if nilai := _nilai_indikator(indikator, kolom):
                kunci = Kunci(INDIKATOR, "", "", indikator.kode, formulir.label(kolom))
                keadaan[kunci] = Isi(nilai, str(skema.letak_indikator(indikator.kode, kolom)))
    return keadaan


def _pegawai_cacat(skema: Skema, unit: str, periode: Periode) -> Iterator[tuple[Kunci, Isi]]:
    """Yield the people of a unit (blank: of none) whose row in the register cannot stand; without a NIP under their name."""
    for orang, _ in skema.cacat_di(unit, periode):
        yield Kunci(PEGAWAI, unit, orang.nip or orang.nama), Isi(_TAK_SAH, str(orang.sebab[0].letak))


def _nilai_indikator(indikator: Indikator, kolom: str) -> str:
    nilai = getattr(indikator, kolom)
    if isinstance(nilai, bool):
        return "Ya" if nilai else "Tidak"
    if isinstance(nilai, tuple):
        return tulis_nilai("; ".join(nilai)) if nilai else ""
    return tulis_sel(nilai)
