"""The months' behaviour rows as they were written, ready for whoever is rated to read."""

from dataclasses import replace

from asn_nilai.acuan.hasil.kata_penjelasan import sebut_perilaku
from asn_nilai.acuan.hasil.penjelasan import PerilakuTertulis, SelPerilaku
from asn_nilai.acuan.isian.formulir.daftar_formulir import FORMULIR
from asn_nilai.acuan.isian.formulir.formulir import KUNCI_ASPEK
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.setoran.ekspor_bkn import PERILAKU_BKN
from asn_nilai.acuan.setoran.perilaku import KUNCI_CATATAN, KUNCI_RATING, Perilaku
from asn_nilai.acuan.setoran.perilaku_bulan import IsiPerilaku, PerilakuBulan

_LABEL = FORMULIR["Perilaku"].label
_KOLOM_BKN = f"{FORMULIR['BKN'].label(PERILAKU_BKN)} di e-Kinerja BKN"


def urai_perilaku(perilaku: Perilaku, aturan: Aturan) -> tuple[PerilakuTertulis, ...]:
    """Return each month's row, in order."""
    return tuple(_urai(baris, aturan) for baris in perilaku.bulan)


def _urai(baris: PerilakuBulan, aturan: Aturan) -> PerilakuTertulis:
    return PerilakuTertulis(
        bulan=baris.bulan,
        aspek=tuple(_sel(kunci, isi) for kunci, isi in zip(KUNCI_ASPEK, baris.aspek, strict=True)),
        pimpinan=replace(_sel(KUNCI_RATING, baris.pimpinan), kolom=_KOLOM_BKN)
        if baris.dari_bkn
        else _sel(KUNCI_RATING, baris.pimpinan),
        catatan=_sel(KUNCI_CATATAN, baris.catatan),
        ide_baru=baris.ide_baru,
        rating=sebut_perilaku(baris.hasil, aturan),
        tingkat=baris.hasil.tingkat,
        rating_aspek=sebut_perilaku(baris.menurut_aspek, aturan),
        bertentangan=baris.bertentangan,
        dari_bkn=baris.dari_bkn,
    )


def _sel(kunci: str, isi: IsiPerilaku) -> SelPerilaku:
    return SelPerilaku(_LABEL(kunci), isi.teks, isi.letak)
