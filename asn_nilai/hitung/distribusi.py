"""The spread of predikat against the guide for the organisation's predikat: figures to look at, never another score."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from asn_nilai.acuan.aturan import Aturan
from asn_nilai.acuan.bagian_tindak_lanjut import PanduanSebaran
from asn_nilai.acuan.pecahan import bulatkan_pecahan, pecahan
from asn_nilai.acuan.rekap import PanduanRekap
from asn_nilai.acuan.temuan import Letak, Temuan, temuan
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
    for satu in bandingkan_panduan(predikat, organisasi, aturan):
        if not satu.sesuai:
            yield temuan(
                "distribusi-di-luar-panduan",
                letak,
                dinilai=sum(predikat.values()),
                unit_dihitung=unit_dihitung,
                banyak=satu.banyak,
                persen=tulis_angka(satu.persen),
                predikat=satu.sebutan,
                organisasi=organisasi,
                panduan=satu.batas,
                dasar=satu.dasar,
            )


def bandingkan_panduan(
    predikat: Mapping[str, int], organisasi: str, aturan: Aturan
) -> Iterator[PanduanRekap]:
    """Yield each guide of the organisation's predikat beside the figures; nothing without guide, predikat or ASN."""
    jumlah = sum(predikat.values())
    bagian = aturan.distribusi
    if not (bagian and organisasi and jumlah):
        return
    for satu in bagian.panduan.nilai[organisasi]:
        banyak = sum(predikat.get(label, 0) for label in satu.predikat)
        persen = bulatkan_pecahan(Fraction(banyak * _PERSEN_PENUH, jumlah), aturan.nhk.desimal.nilai)
        sesuai = _sesuai(satu, banyak, jumlah)
        yield PanduanRekap(
            satu.predikat, satu.sebutan, satu.batas, banyak, persen, sesuai, bagian.panduan.dasar
        )


def _sesuai(panduan: PanduanSebaran, banyak: int, jumlah: int) -> bool:
    if panduan.paling_sedikit_orang is not None:
        return banyak >= panduan.paling_sedikit_orang
    if panduan.paling_sedikit is not None:
        return banyak * _PERSEN_PENUH >= pecahan(panduan.paling_sedikit) * jumlah
    return banyak * _PERSEN_PENUH <= pecahan(panduan.paling_banyak or 0) * jumlah
