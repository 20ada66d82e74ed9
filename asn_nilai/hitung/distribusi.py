"""The spread of predikat against the guide for the organisation's predikat: figures to look at, never another score."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from asn_nilai.acuan.aturan import Aturan
from asn_nilai.acuan.bagian_tindak_lanjut import PanduanSebaran
from asn_nilai.acuan.pecahan import bulatkan_pecahan, pecahan
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
    bagian = aturan.distribusi
    if bagian is None:
        return
    sebaran = _Sebaran(predikat, unit_dihitung, aturan.nhk.desimal.nilai)
    if bagian.umum:
        yield from sebaran.di_luar(bagian.umum.nilai, "untuk seluruh instansi", bagian.umum.dasar, Letak())
    if bagian.panduan and organisasi:
        untuk = f"bila predikat organisasi {organisasi}"
        yield from sebaran.di_luar(bagian.panduan.nilai[organisasi], untuk, bagian.panduan.dasar, letak)


@dataclass(frozen=True, slots=True)
class _Sebaran:
    """How many scored ASN have which predikat, in how many units, and the decimals of a percentage."""

    predikat: Mapping[str, int]
    unit_dihitung: str
    desimal: int

    def di_luar(
        self, panduan: Sequence[PanduanSebaran], untuk: str, dasar: str, letak: Letak
    ) -> Iterator[Temuan]:
        jumlah = sum(self.predikat.values())
        for satu in panduan if jumlah else ():
            banyak = sum(self.predikat.get(label, 0) for label in satu.predikat)
            if not _sesuai(satu, banyak, jumlah):
                persen = bulatkan_pecahan(Fraction(banyak * _PERSEN_PENUH, jumlah), self.desimal)
                yield temuan(
                    "distribusi-di-luar-panduan",
                    letak,
                    dinilai=jumlah,
                    unit_dihitung=self.unit_dihitung,
                    banyak=banyak,
                    persen=tulis_angka(persen),
                    predikat=satu.sebutan,
                    untuk=untuk,
                    panduan=satu.batas,
                    dasar=dasar,
                )


def _sesuai(panduan: PanduanSebaran, banyak: int, jumlah: int) -> bool:
    if panduan.paling_sedikit_orang is not None:
        return banyak >= panduan.paling_sedikit_orang
    if panduan.paling_sedikit is not None:
        return banyak * _PERSEN_PENUH >= pecahan(panduan.paling_sedikit) * jumlah
    return banyak * _PERSEN_PENUH <= pecahan(panduan.paling_banyak or 0) * jumlah
