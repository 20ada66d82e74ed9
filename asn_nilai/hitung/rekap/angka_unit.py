"""A unit's own figure over a period: one for the unit, however many of its ASN carry it.

In a month all who carry it say the same; where they do not, nobody knows which is right, and it counts nowhere. A longer period
is made of its months, as in the publication: somebody who came, left or carried the figure for some of the months only does not
shorten it. Where a month has no results of its own, the period's rows stand in: the one that most of the scored ASN have
speaks for the unit, of rows that are equally many the ratio that counts most.
"""

from collections.abc import Collection, Mapping, Sequence
from fractions import Fraction
from math import isnan

import numpy as np
import pandas as pd

from asn_nilai.acuan.hasil.nilai import BELUM_DINILAI
from asn_nilai.acuan.isian.formulir.formulir import KUNCI_RASIO
from asn_nilai.acuan.pecahan import pecahan
from asn_nilai.acuan.rekap.bahan import BahanRekap, HasilPeriode
from asn_nilai.hitung.nilai.capaian import Masukan, hitung_capaian

DESIMAL_TEPAT = 9
"""Decimals of an unrounded capaian: beyond them lies the noise of binary fractions."""
_MILIK = ["kode_unit", "kode_indikator"]
_ANGKA = ["target", "realisasi", *KUNCI_RASIO]


def dihitung_unit(bahan: BahanRekap) -> pd.DataFrame:
    """Return what the recap's units count above and below the line of ratios of theirs, each figure once.

    Columns `kode_indikator` and KUNCI_RASIO, a row for each unit and month.
    """
    kode = [i.kode for i in bahan.skema.indikator.values() if i.milik_unit and i.rasio]
    return pd.concat(_potongan(bahan, kode, ("capaian", *KUNCI_RASIO)))[["kode_indikator", *KUNCI_RASIO]]


def capaian_unit(bahan: BahanRekap) -> dict[str, dict[str, Fraction]]:
    """Return each unit's capaian by indicator of its own, in the order of the registers; units without any are left out.

    None is given of a figure that is disputed or missing in one of the months.
    """
    kode = [i.kode for i in bahan.skema.indikator.values() if i.milik_unit]
    potongan = _potongan(bahan, kode)
    semua = _capaian_sebaris(potongan[0]) if len(potongan) == 1 else _capaian_bulanan(bahan, kode, potongan)
    hasil = {unit: {k: semua[unit, k] for k in kode if (unit, k) in semua} for unit in bahan.unit}
    return {unit: milik for unit, milik in hasil.items() if milik}


def _potongan(
    bahan: BahanRekap, kode: Collection[str], perlu: Sequence[str] = ("capaian",)
) -> list[pd.DataFrame]:
    """Return a row for each unit and indicator of its own: a frame for each month of the period, or one for all of it.

    Rows without what is needed (`perlu`) do not count.
    """
    bulan = bahan.periode.bulan
    utuh = len(bulan) > 1 and all(b in bahan.bulanan for b in bulan)
    semua = [bahan.bulanan[b] for b in bulan] if utuh else [bahan.hasil]
    milik = [_milik(bahan, hasil, kode).dropna(subset=list(perlu)) for hasil in semua]
    return [_sebulan(ini) for ini in milik] if utuh or len(bulan) == 1 else [_mewakili(bahan, milik[0])]


def _milik(bahan: BahanRekap, hasil: HasilPeriode, kode: Collection[str]) -> pd.DataFrame:
    rincian = hasil.rincian
    return rincian[rincian["kode_indikator"].isin(kode) & rincian["kode_unit"].isin(bahan.unit)]


def _sebulan(milik: pd.DataFrame) -> pd.DataFrame:
    """Return the figures of one month; none of which the rows say different things."""
    return milik.drop_duplicates([*_MILIK, *_ANGKA]).drop_duplicates(_MILIK, keep=False)


def _mewakili(bahan: BahanRekap, milik: pd.DataFrame) -> pd.DataFrame:
    """Return of the period's own rows those that speak for their units; none where nobody who carries them is scored."""
    nilai = bahan.hasil.nilai
    dinilai = nilai.loc[nilai["status"] != BELUM_DINILAI, ["kode_unit", "nip"]]
    ikut = milik.merge(dinilai, on=["kode_unit", "nip"])
    angka = [*_MILIK, *_ANGKA, "capaian"]
    banyak = ikut.groupby(angka, dropna=False, sort=False).size().reset_index(name="banyak")
    urut = banyak.sort_values(["banyak", "penyebut"], ascending=False, kind="stable")
    return urut.drop_duplicates(_MILIK)


def _capaian_sebaris(baris: pd.DataFrame) -> dict[tuple[str, str], Fraction]:
    kolom = (baris[nama].tolist() for nama in (*_MILIK, "capaian"))
    return {(unit, kode): pecahan(round(c, DESIMAL_TEPAT)) for unit, kode, c in zip(*kolom, strict=True)}


def _capaian_bulanan(
    bahan: BahanRekap, kode: Collection[str], potongan: Sequence[pd.DataFrame]
) -> dict[tuple[str, str], Fraction]:
    """Return the capaian of the figures that every month which has them knows, by the formulas that score ASN."""
    dipikul = (_milik(bahan, bahan.bulanan[b], kode)[_MILIK].drop_duplicates() for b in bahan.periode.bulan)
    bulan_dipikul = pd.concat(dipikul).groupby(_MILIK).size().to_dict()
    utuh = {
        (str(unit), str(k)): milik
        for (unit, k), milik in pd.concat(potongan).groupby(_MILIK, sort=False)
        if len(milik) == bulan_dipikul[unit, k]
    }
    if not utuh:
        return {}
    keluaran = hitung_capaian(_masukan(bahan, utuh), bahan.aturan)
    return {milik: c for milik, c in zip(utuh, keluaran.capaian, strict=True) if not isnan(c)}


def _masukan(bahan: BahanRekap, utuh: Mapping[tuple[str, str], pd.DataFrame]) -> Masukan:
    """Return the months of some units' figures as rows to be scored, in exact fractions."""
    indikator = [bahan.skema.indikator[kode] for _, kode in utuh]
    rumus = [bahan.aturan.rumus_atau_tiada(i.polaritas, i.aspek) for i in indikator]
    banyak, bulanan = len(utuh), pd.concat(utuh.values())
    panjang = [*map(len, utuh.values())]
    rasio = zip(KUNCI_RASIO, (0.0, 1.0), strict=True)
    larik = Masukan(
        asn=np.arange(banyak),
        awal=np.cumsum([0, *panjang[:-1]]),
        bobot=np.ones(banyak),
        rumus=np.array([r.kode if r else "" for r in rumus], dtype=object),
        agregasi=np.array([i.agregasi.value for i in indikator], dtype=object),
        terburuk=np.array(
            [np.nan if i.nilai_terburuk is None else i.nilai_terburuk for i in indikator], dtype=float
        ),
        alami=np.full(banyak, np.nan),
        target=bulanan["target"].to_numpy(float),
        realisasi=bulanan["realisasi"].to_numpy(float),
        **{kunci: bulanan[kunci].fillna(lain).to_numpy(float) for kunci, lain in rasio},
    )
    return larik.pilih(np.ones(banyak, dtype=bool))
