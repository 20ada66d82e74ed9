"""Rank the units of a recap so that cover cannot buy a place, and say how firmly each stands.

Ranks look at the printed mean: what is printed is what is ranked. A unit with too few of its ASN scored has no rank.
Two units are `setara` where chance alone may have parted their means (`hitung.keadilan.kebetulan`).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import isnan, nan

from asn_nilai.acuan.hasil.nilai import DINILAI, PINDAH
from asn_nilai.acuan.pengaturan import PengaturanRekap
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.rata import rata_rata
from asn_nilai.acuan.rekap.baris import AsnRekap, UnitRekap
from asn_nilai.acuan.rekap.kedudukan import Kedudukan, Susunan, Terangkat, cukup_dinilai
from asn_nilai.hitung.keadilan.kebetulan import Kumpulan

_TANPA = Susunan(frozenset())
"""A unit that held nobody."""


@dataclass(frozen=True, slots=True)
class _Peserta:
    """One unit: its scored ASN's NHK (None without a rank), and whom it held before (None where that is not known)."""

    unit: UnitRekap
    nhk: Kumpulan | None
    susunan: Susunan | None

    @property
    def jenis(self) -> str:
        return self.unit.ringkas.jenis.casefold()


def peringkatkan(
    unit: Sequence[UnitRekap],
    susunan: Mapping[str, Susunan] | None,
    pengaturan: PengaturanRekap,
    aturan: Aturan,
) -> tuple[UnitRekap, ...]:
    """Return the units with their standing.

    Args:
        unit: units of a recap, not yet ranked.
        susunan: by unit, whom it held in the compared month; None where there is no such month.
        pengaturan: how large a share must be scored for a rank.
        aturan: gives floor and ceiling of NHK, and its decimals.
    """
    skala = 10**aturan.desimal
    semua = [
        _peserta(u, None if susunan is None else susunan.get(u.ringkas.kode, _TANPA), pengaturan, skala)
        for u in unit
    ]
    berperingkat = [peserta for peserta in semua if peserta.nhk]
    return tuple(replace(p.unit, kedudukan=_kedudukan(p, berperingkat, aturan)) for p in semua)


def _peserta(unit: UnitRekap, susunan: Susunan | None, pengaturan: PengaturanRekap, skala: int) -> _Peserta:
    """Return a unit with its scores as whole numbers; printed ones have no decimals beyond `skala`."""
    ringkas = unit.ringkas
    nhk = _dinilai(unit)
    cukup = cukup_dinilai(ringkas.dinilai, ringkas.jumlah_asn, pengaturan.cakupan_peringkat)
    return _Peserta(unit, Kumpulan.dari(round(nilai * skala) for nilai in nhk) if cukup else None, susunan)


def _kedudukan(peserta: _Peserta, berperingkat: Sequence[_Peserta], aturan: Aturan) -> Kedudukan:
    akhir = _akhir(peserta.unit, aturan)
    if peserta.nhk is None:
        return Kedudukan(akhir=akhir)
    lain = [p.nhk for p in berperingkat if p.nhk]
    rata, jenis = peserta.unit.rata_rata, peserta.jenis
    peringkat = _tempat(rata, berperingkat)
    atas = sum(nhk.jelas_di_atas(peserta.nhk) for nhk in lain)
    bawah = sum(peserta.nhk.jelas_di_atas(nhk) for nhk in lain)
    return Kedudukan(
        peringkat=peringkat,
        peringkat_jenis=_tempat(rata, (p for p in berperingkat if p.jenis == jenis)) if jenis else None,
        setara=(1 + atas, len(berperingkat) - bawah),
        akhir=akhir,
        terangkat=_terangkat(peserta, peringkat, berperingkat, aturan.desimal),
    )


def _tempat(rata: float, lain: Iterable[_Peserta]) -> int:
    """Return the place of a printed mean: one more than there are units with a higher one."""
    return 1 + sum(peserta.unit.rata_rata > rata for peserta in lain)


def _terangkat(
    peserta: _Peserta, peringkat: int, berperingkat: Iterable[_Peserta], desimal: int
) -> Terangkat | None:
    """Return what the rank would be of the same people as before; None where it would be no worse."""
    belum = [nilai for asn in _belum(peserta.unit) if not isnan(nilai := nilai_terakhir(asn.deret))]
    dinilai = [asn for asn in peserta.unit.asn if asn.status == DINILAI]
    susunan = peserta.susunan
    tetap = [asn.nhk for asn in dinilai if susunan is None or asn.nip in susunan.dahulu]
    keluar = susunan.keluar if susunan else ()
    banyak = (len(belum), len(keluar), len(dinilai) - len(tetap))
    rata = rata_rata([*tetap, *belum, *keluar], desimal)
    if isnan(rata):
        return Terangkat(*banyak, rata, None)
    tempat = _tempat(rata, (lain for lain in berperingkat if lain is not peserta))
    return Terangkat(*banyak, rata, tempat) if tempat > peringkat else None


def _akhir(unit: UnitRekap, aturan: Aturan) -> tuple[float, float] | None:
    """Return between which figures a unit's mean can still end; None where nobody is missing."""
    belum, desimal = _belum(unit), aturan.desimal
    if not belum:
        return None
    dinilai = _dinilai(unit)
    lantai, plafon = aturan.capaian.lantai.nilai, aturan.capaian.plafon.nilai
    terakhir = [plafon if isnan(nilai := nilai_terakhir(asn.deret)) else nilai for asn in belum]
    bawah, atas = (rata_rata([*dinilai, *isi], desimal) for isi in ([lantai] * len(belum), terakhir))
    return bawah, atas


def _dinilai(unit: UnitRekap) -> list[float]:
    return [asn.nhk for asn in unit.asn if asn.status == DINILAI]


def _belum(unit: UnitRekap) -> list[AsnRekap]:
    return [asn for asn in unit.asn if asn.status not in {DINILAI, PINDAH}]


def nilai_terakhir(deret: Sequence[float]) -> float:
    """Return the last figure of some months; NaN where there is none."""
    return next((nilai for nilai in reversed(deret) if not isnan(nilai)), nan)
