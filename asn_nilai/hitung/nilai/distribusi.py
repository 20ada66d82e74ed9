"""The spread of predikat against the guide for the organisation's predikat: figures to look at, never another score."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.pecahan import bulatkan_pecahan, pecahan
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.profil.bentuk_tindak_lanjut import PanduanSebaran
from asn_nilai.acuan.rekap.rekap import PanduanRekap
from asn_nilai.acuan.temuan import Temuan, temuan
from asn_nilai.acuan.tulisan import tulis_angka

_PERSEN_PENUH = 100


def periksa_distribusi(
    predikat: Mapping[str, int], organisasi: str, aturan: Aturan, *, unit_dihitung: str, letak: Letak
) -> Iterator[Temuan]:
    """Yield a finding for each guide that the spread of predikat lies outside of.

    Args:
        predikat: number of scored ASN by predikat.
        organisasi: the organisation's predikat, as the rule writes it; blank for none.
        aturan: the rule profile; one without a guide finds nothing.
        unit_dihitung: in how many units they were scored, in words.
        letak: where the organisation's predikat was told.
    """
    for banding in bandingkan_panduan(predikat, organisasi, aturan):
        if not banding.sesuai:
            yield temuan(
                "distribusi-di-luar-panduan",
                letak if banding.organisasi else Letak(),
                dinilai=sum(predikat.values()),
                unit_dihitung=unit_dihitung,
                banyak=banding.banyak,
                persen=tulis_angka(banding.persen),
                predikat=banding.panduan.sebutan,
                untuk=banding.untuk,
                panduan=banding.panduan.batas,
                dasar=banding.dasar,
            )


def bandingkan_panduan(
    predikat: Mapping[str, int], organisasi: str, aturan: Aturan
) -> Iterator[PanduanRekap]:
    """Yield each guide beside the figures: those for the whole instansi, then those of the organisation's predikat."""
    jumlah = sum(predikat.values())
    bagian = aturan.distribusi
    if not (bagian and jumlah):
        return
    semua = [("", bagian.umum.nilai, bagian.umum.dasar)] if bagian.umum else []
    if bagian.panduan and organisasi:
        semua.append((organisasi, bagian.panduan.nilai[organisasi], bagian.panduan.dasar))
    for untuk, panduan, dasar in semua:
        for batas in panduan:
            banyak = sum(predikat.get(label, 0) for label in batas.predikat)
            persen = bulatkan_pecahan(Fraction(banyak * _PERSEN_PENUH, jumlah), aturan.nhk.desimal.nilai)
            yield PanduanRekap(batas, banyak, persen, _sesuai(batas, banyak, jumlah), dasar, untuk)


def _sesuai(panduan: PanduanSebaran, banyak: int, jumlah: int) -> bool:
    if panduan.paling_sedikit_orang is not None:
        return banyak >= panduan.paling_sedikit_orang
    if panduan.paling_sedikit is not None:
        return banyak * _PERSEN_PENUH >= pecahan(panduan.paling_sedikit) * jumlah
    return banyak * _PERSEN_PENUH <= pecahan(panduan.paling_banyak or 0) * jumlah
