"""Checks that nothing is written twice: of two rows nobody can say which one counts."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from asn_nilai.acuan.tabel import Tabel
from asn_nilai.acuan.temuan import Akibat, Temuan, temuan
from asn_nilai.periksa.konteks import BarisCapaian, BarisTarget, Konteks, Kunci, sebut


def periksa_ganda(konteks: Konteks) -> Iterator[Temuan]:
    """Yield each row of the target and capaian tables that repeats an ASN's indicator."""
    if konteks.isian.target is not None:
        yield from _indikator_ganda(konteks, konteks.isian.target, konteks.target)
    for bulan, menurut in konteks.capaian.items():
        yield from _indikator_ganda(konteks, konteks.isian.capaian[bulan], menurut)


def _indikator_ganda(
    konteks: Konteks,
    tabel: Tabel,
    menurut: Mapping[Kunci, Sequence[BarisTarget]] | Mapping[Kunci, Sequence[BarisCapaian]],
) -> Iterator[Temuan]:
    for (nip, _), semua in menurut.items():
        indikator = semua[0].indikator
        if len(semua) > 1 and indikator is not None:
            apa = f"{sebut(indikator)} untuk {konteks.nama(nip)}"
            posisi = [baris.posisi for baris in semua]
            yield from ulangan(
                tabel, "kode_indikator", posisi, unit=konteks.isian.unit.kode, nip=nip, apa=apa
            )


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
