"""Checks that whoever has a target in a month is placed somewhere then: a last day put before a bad month leaves no score behind.

Whoever moved is placed in the other unit, and a gap between two placements is told of the register itself. A retired colleague's
targets may well stand until somebody blanks them: so this is no more than good to know.
"""

from collections.abc import Iterator

from asn_nilai.acuan.isian.formulir.formulir import kunci_bulan
from asn_nilai.acuan.isian.formulir.tabel import Tabel
from asn_nilai.acuan.periode import Bulan, rentang_bulan
from asn_nilai.acuan.temuan import Temuan, temuan
from asn_nilai.periksa.bahan import BahanPeriksa


def periksa_penempatan(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Yield who of this unit has targets in months in which no unit has him, where they stand first."""
    tabel = bahan.isian.target
    if tabel is None:
        return
    semua = tabel.teks("nip")
    for nip in dict.fromkeys(semua):
        if bulan := [*_tanpa_tempat(bahan, nip)]:
            baris = [posisi for posisi, ini in enumerate(semua) if ini == nip]
            bertarget = [ini for ini in bulan if _bertarget(tabel, baris, ini)]
            if bertarget:
                yield temuan(
                    "target-tanpa-penempatan", tabel.letak("nip", baris[0]), unit=bahan.kode_unit, nip=nip,
                    nama=bahan.skema.penempatan_asn[nip][-1].nama, bulan=rentang_bulan(bertarget),
                )  # fmt: skip


def _tanpa_tempat(bahan: BahanPeriksa, nip: str) -> Iterator[Bulan]:
    """Yield the months of the period before an ASN's first placement, or after the last, of one of this unit's."""
    tempat = bahan.skema.penempatan_asn.get(nip, ())
    if len(bahan.bulan_asn.get(nip, ())) == len(bahan.periode.bulan) or all(
        ini.kode_unit != bahan.kode_unit for ini in tempat
    ):
        return
    mulai, selesai = tempat[0].mulai, tempat[-1].selesai
    for bulan in bahan.periode.bulan:
        if (mulai and bulan.hari_terakhir < mulai) or (selesai and selesai < bulan.hari_pertama):
            yield bulan


def _bertarget(tabel: Tabel, baris: list[int], bulan: Bulan) -> bool:
    return any(tabel.isi[kunci_bulan(bulan)][posisi] is not None for posisi in baris)
