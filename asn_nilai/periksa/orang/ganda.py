"""Checks that nothing is written twice: of two rows nobody can say which one counts."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from asn_nilai.acuan.isian.formulir.tabel import Tabel
from asn_nilai.acuan.temuan import Akibat, Temuan, temuan
from asn_nilai.periksa.bahan import BahanPeriksa, BarisCapaian, BarisTarget, Kunci, sebut_indikator


def periksa_ganda(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Yield each row of the target and capaian tables that repeats an ASN's indicator."""
    if bahan.isian.target is not None:
        yield from _indikator_ganda(bahan, bahan.isian.target, bahan.target)
    for bulan, menurut in bahan.capaian.items():
        yield from _indikator_ganda(bahan, bahan.isian.capaian[bulan], menurut)


def _indikator_ganda(
    bahan: BahanPeriksa,
    tabel: Tabel,
    menurut: Mapping[Kunci, Sequence[BarisTarget]] | Mapping[Kunci, Sequence[BarisCapaian]],
) -> Iterator[Temuan]:
    if sum(map(len, menurut.values())) == len(menurut):
        return  # as many rows as keys
    for (nip, _), semua in menurut.items():
        indikator = semua[0].indikator
        if len(semua) > 1 and indikator is not None:
            apa = f"{sebut_indikator(indikator)} untuk {bahan.nama(nip)}"
            posisi = [baris.posisi for baris in semua]
            yield from ulangan(tabel, "kode_indikator", posisi, unit=bahan.kode_unit, nip=nip, apa=apa)


def ulangan(
    tabel: Tabel,
    kunci: str,
    posisi: Iterable[int],
    *,
    unit: str,
    nip: str,
    apa: str,
    akibat: Akibat | None = None,
) -> Iterator[Temuan]:
    """Yield a finding for each row but the first, at its cell of column `kunci`."""
    pertama, *lain = posisi
    for berikut in lain:
        letak, sel_pertama = tabel.letak(kunci, berikut), tabel.sel(kunci, pertama)
        yield temuan(
            "baris-ganda", letak, unit=unit, nip=nip, akibat=akibat, apa=apa, sel_pertama=sel_pertama
        )
