"""A recap from results: units with their months and rank, and everything else that a city's leaders look at.

Means are exact: printed scores have a fixed number of decimals, so they are added as whole numbers and rounded once,
half away from zero.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from math import nan
from typing import Any

from asn_nilai.acuan.hasil.nilai import DINILAI, PINDAH
from asn_nilai.acuan.hasil.ringkas import RingkasUnit
from asn_nilai.acuan.hasil.tindak_lanjut import IDE_BARU, PEMBINAAN, PENGHARGAAN
from asn_nilai.acuan.isian.register.penandatangan import Pejabat, penandatangan
from asn_nilai.acuan.periode import Bulan
from asn_nilai.acuan.rata import bagian, rata_rata
from asn_nilai.acuan.rekap.bahan import MENYIMPANG, BahanRekap, HasilPeriode
from asn_nilai.acuan.rekap.baris import BELUM_DIHITUNG, AsnRekap, BulanRekap, TitikUnit, UnitRekap
from asn_nilai.acuan.rekap.keadilan import Keadilan
from asn_nilai.acuan.rekap.kedudukan import Kedudukan, Susunan
from asn_nilai.acuan.rekap.rekap import PanduanUnit, Rekap
from asn_nilai.acuan.setoran.perilaku import MENILAI_DIRI
from asn_nilai.acuan.setoran.status import BELUM_SETOR
from asn_nilai.acuan.temuan import Tingkat
from asn_nilai.hitung.keadilan.keadilan import ukur_keadilan
from asn_nilai.hitung.nilai.distribusi import bandingkan_panduan, bandingkan_panduan_unit
from asn_nilai.hitung.rekap.catatan import susun_catatan
from asn_nilai.hitung.rekap.daftar import daftar, daftar_kredit
from asn_nilai.hitung.rekap.gerak import (
    antara,
    asn_sama,
    bulan_dibandingkan,
    dengan_sama,
    dua_bulan_bawah,
    siapa_bergerak,
)
from asn_nilai.hitung.rekap.indikator import rekap_indikator
from asn_nilai.hitung.rekap.peringkat import nilai_terakhir, peringkatkan
from asn_nilai.hitung.rekap.sorotan import susun_sorotan
from asn_nilai.hitung.rekap.usulan_organisasi import usulan_organisasi

_NhkBulan = dict[Bulan, dict[str, dict[str, float]]]
"""Printed NHK of scored ASN by month, unit and NIP."""
_SKEMA = "skema-tidak-sah"
"""What a reason calls any fault of the skema."""
_DeretAsn = dict[str, list[tuple[float, str]]]
"""Each ASN's (printed NHK, predikat) by month; (NaN, blank) where not scored."""


def susun_rekap(bahan: BahanRekap) -> Rekap:
    """Draw up a recap."""
    nhk, deret = _baca_bulan(bahan)
    pasangan = bulan_dibandingkan(bahan)
    belum_diperingkat = tuple(_unit(bahan, deret, nhk))
    susunan = dict(_susunan(bahan, belum_diperingkat, deret, pasangan[0])) if pasangan else None
    unit = peringkatkan(belum_diperingkat, susunan, bahan.pengaturan, bahan.aturan)
    semua_gerak = list(antara(bahan, unit, pasangan))
    dinilai = [nhk[bulan] for bulan in pasangan or ()]
    unit = tuple(dengan_sama(unit, semua_gerak, dinilai, bahan.aturan.desimal))
    jumlah: Counter[str] = Counter()
    for u in unit:
        jumlah.update(u.ringkas.predikat)
    bergerak = siapa_bergerak(semua_gerak, bahan.aturan, bahan.pengaturan.daftar_gerak)
    dinilai_bulan = ({nip for kode in bahan.unit for nip in milik.get(kode, ())} for milik in dinilai)
    bulan, indikator = tuple(_bulan(bahan, nhk)), rekap_indikator(bahan)
    semua = bahan.semua_hasil
    terkunci = [h.periode for h in semua if h.terkunci]
    usang, tertahan = [(h.periode, h.usang) for h in semua], [(h.periode, h.tertahan) for h in semua]
    sorotan = susun_sorotan(unit, bulan, indikator, usang, terkunci, tertahan)
    rekap = Rekap(
        instansi=bahan.instansi,
        periode=bahan.periode,
        aturan=bahan.aturan,
        terpilih=bahan.terpilih,
        bulan=bulan,
        unit=unit,
        indikator=indikator,
        naik=bergerak.naik,
        turun=bergerak.turun,
        naik_turun_predikat=bergerak.naik_turun_predikat,
        dua_bulan_bawah=dua_bulan_bawah(bahan, unit, sorotan.dua_bulan),
        dibandingkan=pasangan,
        organisasi=bahan.organisasi,
        panduan=tuple(bandingkan_panduan(jumlah, bahan.organisasi, bahan.aturan)),
        panduan_unit=tuple(_panduan_unit(bahan, unit)),
        usulan_organisasi=tuple(usulan_organisasi(bahan)),
        penghargaan=daftar(bahan, PENGHARGAAN),
        pembinaan=daftar(bahan, PEMBINAAN),
        angka_kredit=daftar_kredit(bahan),
        keadilan=_keadilan(bahan),
        sorotan=sorotan,
        pengaturan=bahan.pengaturan,
        asn_sama=asn_sama(semua_gerak, dinilai_bulan, bahan.aturan.desimal),
        versi=bahan.versi,
        kepala=_kepala(bahan),
        ide_baru=daftar(bahan, IDE_BARU),
        ketepatan=bahan.ketepatan,
    )
    return replace(rekap, catatan=tuple(susun_catatan(bahan, rekap)))


def _panduan_unit(bahan: BahanRekap, unit: Iterable[UnitRekap]) -> Iterator[PanduanUnit]:
    """Yield the guides for each unit whose own predikat is told."""
    for u in unit:
        kode, organisasi = u.ringkas.kode, bahan.organisasi_unit.get(u.ringkas.kode, "")
        yield from bandingkan_panduan_unit(u.ringkas.predikat, kode, organisasi, bahan.aturan)


def _keadilan(bahan: BahanRekap) -> Keadilan:
    """Return the comparisons of the recap's ASN, with what the findings say of how they were rated."""
    nip: dict[str, set[str]] = {MENYIMPANG: set(), MENILAI_DIRI: set()}
    for temuan in bahan.temuan:
        if temuan.kode in nip and temuan.unit in bahan.unit:
            nip[temuan.kode].add(temuan.nip)
    return ukur_keadilan(
        bahan.hasil.nilai[bahan.hasil.nilai["kode_unit"].isin(bahan.unit)],
        bahan.skema,
        bahan.periode,
        bahan.aturan,
        bahan.pengaturan,
        nip[MENYIMPANG],
        len(nip[MENILAI_DIRI]),
    )


def _kepala(bahan: BahanRekap) -> dict[str, Pejabat]:
    """Return who signs for each unit."""
    return {
        kode: penandatangan(bahan.skema.unit_atau_tanpa(kode), bahan.skema, bahan.periode).kepala
        for kode in bahan.unit
    }


def _bulan(bahan: BahanRekap, nhk: _NhkBulan) -> Iterator[BulanRekap]:
    for bulan in bahan.bulan:
        hasil = bahan.bulanan.get(bulan)
        usang = tuple(kode for kode in bahan.unit if kode in hasil.usang) if hasil else ()
        rata = rata_rata(
            (n for kode in bahan.unit for n in nhk[bulan].get(kode, {}).values()), bahan.aturan.desimal
        )
        yield BulanRekap(bulan, bahan.hilang.get(bulan, ""), usang, rata)


def _baca_bulan(bahan: BahanRekap) -> tuple[_NhkBulan, _DeretAsn]:
    """Return what the months hold of their scored ASN: by unit, and by ASN."""
    nhk_bulan: _NhkBulan = {bulan: {} for bulan in bahan.bulan}
    deret: _DeretAsn = {}
    for nomor, bulan in enumerate(bahan.bulan):
        if bulan not in bahan.bulanan:
            continue
        nilai = bahan.bulanan[bulan].nilai
        nilai = nilai[nilai["status"] == DINILAI]
        kolom = (nilai[nama].tolist() for nama in ("kode_unit", "nip", "nilai_hasil_kerja", "predikat"))
        for kode, nip, nhk, predikat in zip(*kolom, strict=True):
            nhk_bulan[bulan].setdefault(kode, {})[nip] = nhk
            if nip not in deret:
                deret[nip] = [(nan, "")] * len(bahan.bulan)
            deret[nip][nomor] = (nhk, predikat)
    return nhk_bulan, deret


def _unit(bahan: BahanRekap, deret: _DeretAsn, nhk: _NhkBulan) -> Iterator[UnitRekap]:
    """Yield the units of the recap, not yet ranked."""
    baris: dict[str, list[Mapping[str, Any]]] = {}
    for isi in bahan.hasil.nilai.to_dict("records"):
        baris.setdefault(isi["kode_unit"], []).append({str(k): v for k, v in isi.items()})
    kosong, desimal, sebab = [(nan, "")] * len(bahan.bulan), bahan.aturan.desimal, _SebabDitahan(bahan)
    for kode in bahan.unit:
        unit = bahan.skema.unit_atau_tanpa(kode)
        ringkas = bahan.hasil.ringkas.get(kode) or RingkasUnit(
            kode, unit.nama, unit.jenis, 0, 0, nan, 0.0, status=BELUM_DIHITUNG
        )
        asn = tuple(_asn(isi, deret.get(isi["nip"], kosong), sebab) for isi in baris.get(kode, ()))
        titik = tuple(
            _titik(bahan.bulanan.get(b), kode, nhk[b].get(kode, {}).values(), desimal) for b in bahan.bulan
        )
        yield UnitRekap(
            ringkas,
            asn,
            rata_rata((a.nhk for a in asn if a.status == DINILAI), desimal),
            Kedudukan(),
            ringkas.dinilai < bahan.pengaturan.unit_kecil,
            titik,
            sum(bulan.status == BELUM_SETOR for bulan in titik),
            kode in bahan.hasil.usang,
        )


def _susunan(
    bahan: BahanRekap, unit: Iterable[UnitRekap], deret: _DeretAsn, bulan: Bulan
) -> Iterator[tuple[str, Susunan]]:
    """Yield whom each unit held in a month, with the last values of those who were scored and stand there no longer."""
    kini = {u.ringkas.kode: {asn.nip for asn in u.asn if asn.status != PINDAH} for u in unit}
    dahulu = bahan.bulanan[bulan].nilai
    dahulu = dahulu[dahulu["status"] != PINDAH]
    for kode, milik in dahulu.groupby("kode_unit")["nip"]:
        pergi = [nip for nip in milik if nip not in kini.get(str(kode), ())]
        nilai = (nilai_terakhir([nhk for nhk, _ in deret[nip]]) for nip in pergi if nip in deret)
        yield str(kode), Susunan(frozenset(milik), tuple(nilai))


class _SebabDitahan:
    """Knows the findings that keep ASN from being scored, and what a behaviour is under the aturan."""

    def __init__(self, bahan: BahanRekap) -> None:
        self.berangka = bahan.aturan.perilaku_angka and not bahan.aturan.perilaku.label
        self._galat: dict[str, list[tuple[str, str]]] = {}
        terdaftar = bahan.skema.penempatan_asn
        for temuan in bahan.temuan:
            if temuan.tingkat is not Tingkat.GALAT:
                continue
            # A row that is nobody's, and a cell of the skema, keep others waiting than the one they name.
            milik = self._galat.setdefault(temuan.nip if temuan.nip in terdaftar else "", [])
            milik += ((f"{kode} ({temuan.letak})", kode) for kode in dict.fromkeys((temuan.kode, _SKEMA)))

    def dari(self, nip: str, alasan: str) -> tuple[str, ...]:
        """Return the kinds of finding that a reason names, in its order: the ASN's own and those of whole files."""
        semua = (*self._galat.get("", ()), *self._galat.get(nip, ())) if alasan else ()
        kena = sorted((alasan.index(teks), kode) for teks, kode in semua if teks in alasan)
        return tuple(dict.fromkeys(kode for _, kode in kena))


def _asn(isi: Mapping[str, Any], deret: Sequence[tuple[float, str]], sebab: _SebabDitahan) -> AsnRekap:
    return AsnRekap(
        nip=isi["nip"],
        nama=isi["nama"],
        jabatan=isi["jabatan"],
        nhk=isi["nilai_hasil_kerja"],
        rating_hasil=isi["rating_hasil_kerja"],
        rating_perilaku=isi["rating_perilaku"],
        nilai_akhir=isi["nilai_akhir"],
        predikat=isi["predikat"],
        status=isi["status"],
        alasan=isi["alasan"],
        deret=tuple(nhk for nhk, _ in deret),
        predikat_bulan=tuple(predikat for _, predikat in deret),
        sebab=sebab.dari(isi["nip"], isi["alasan"]),
        angka_perilaku=float(isi["rating_perilaku"] or nan) if sebab.berangka else nan,
    )


def _titik(hasil: HasilPeriode | None, kode: str, nhk: Collection[float], desimal: int) -> TitikUnit:
    """Return one unit in one month."""
    if hasil is None:
        return TitikUnit()
    ringkas = hasil.ringkas.get(kode)
    if ringkas is None:
        return TitikUnit(status=BELUM_DIHITUNG if kode else "")
    return TitikUnit(
        rata_rata(nhk, desimal),
        ringkas.dinilai,
        ringkas.jumlah_asn,
        ringkas.status,
        kode in hasil.usang,
        float(bagian(nhk, desimal)[0]),
    )
