"""The spread of predikat against the guide for the organisation's predikat: figures to look at, never another score."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from asn_nilai.acuan.isian.skema import Unit
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.pecahan import bulatkan_pecahan
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.rekap.rekap import PanduanRekap, PanduanUnit
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


def periksa_distribusi_unit(
    predikat: Mapping[str, int], unit: Unit, organisasi: str, aturan: Aturan, letak: Letak
) -> Iterator[Temuan]:
    """Yield a finding for each guide that the spread of predikat in one unit lies outside of.

    Args:
        predikat: number of scored ASN by predikat.
        unit: the unit.
        organisasi: its own predikat, as the rule writes it.
        aturan: the rule profile; one without a guide finds nothing.
        letak: where the unit's predikat was told.
    """
    for banding in bandingkan_panduan_unit(predikat, unit.kode, organisasi, aturan):
        if not banding.sesuai:
            panduan, persen = banding.panduan, banding.panduan.paling_sedikit_orang is None
            yield temuan(
                "distribusi-unit-di-luar-panduan", letak, unit=unit.kode,
                unit_kerja=unit.nama, dinilai=sum(predikat.values()), banyak=banding.banyak,
                predikat=panduan.sebutan, organisasi=organisasi, panduan=panduan.batas,
                orang=f", di sini {banding.orang} orang" if persen else "", dasar=banding.dasar,
            )  # fmt: skip


def bandingkan_panduan_unit(
    predikat: Mapping[str, int], kode_unit: str, organisasi: str, aturan: Aturan
) -> Iterator[PanduanUnit]:
    """Yield each guide of a unit's own predikat beside the unit's figures; shares are rounded to persons."""
    jumlah, bagian = sum(predikat.values()), aturan.distribusi
    if not (jumlah and organisasi and bagian and bagian.panduan):
        return
    cara = bagian.pembulatan.nilai if bagian.pembulatan else ""
    for batas in bagian.panduan.nilai[organisasi]:
        banyak = sum(predikat.get(label, 0) for label in batas.predikat)
        orang = batas.orang(jumlah, cara)
        sesuai = batas.ditepati(banyak, orang)
        yield PanduanUnit(kode_unit, organisasi, batas, banyak, orang, sesuai, bagian.panduan.dasar)


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
            persen = bulatkan_pecahan(Fraction(banyak * _PERSEN_PENUH, jumlah), aturan.desimal)
            sesuai = batas.ditepati(banyak, batas.orang(jumlah, ""))
            yield PanduanRekap(batas, banyak, persen, sesuai, dasar, untuk)
