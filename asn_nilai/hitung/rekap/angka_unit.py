"""A unit's own figure over a period: one for the unit, however many of its ASN carry it.

Where the rows of a month disagree, nobody who carries them is scored; so those who are scored agree, but for who came or left
within the period and carried the figure for some of its months only. The row that most of them have speaks for the unit, of
rows that are equally many the ratio that counts most.
"""

import pandas as pd

from asn_nilai.acuan.hasil.nilai import BELUM_DINILAI
from asn_nilai.acuan.isian.formulir.formulir import KUNCI_RASIO
from asn_nilai.acuan.rekap.bahan import BahanRekap

DESIMAL_TEPAT = 9
"""Decimals of an unrounded capaian: beyond them lies the noise of binary fractions."""
_MILIK = ["kode_unit", "kode_indikator"]
_ANGKA = ["target", "realisasi", "capaian", *KUNCI_RASIO]


def angka_unit(bahan: BahanRekap, rincian: pd.DataFrame) -> pd.DataFrame:
    """Return the row that speaks for each unit and indicator of its own; none where nobody who carries it is scored.

    Args:
        bahan: what the recap is drawn from.
        rincian: rows of indicators whose Lingkup is Unit; columns of rincian.csv and rasio.csv.
    """
    nilai = bahan.hasil.nilai
    dinilai = nilai.loc[nilai["status"] != BELUM_DINILAI, ["kode_unit", "nip"]]
    ikut = rincian.merge(dinilai, on=["kode_unit", "nip"])
    banyak = ikut.groupby([*_MILIK, *_ANGKA], dropna=False, sort=False).size().reset_index(name="banyak")
    urut = banyak.sort_values(["banyak", "penyebut"], ascending=False, kind="stable")
    return urut.drop_duplicates(_MILIK).sort_index()
