"""Whether somebody carries one indicator under two codes in a month: what is reached counts twice then, what is weak beside it less.

A register may hold two indicators of one name: for kinds of units that share none, or where a code took another's place in mid-year.
Only of who carries both at once is one of them too many, or named like the other.
"""

from collections.abc import Iterator

from asn_nilai.acuan.isian.formulir.formulir import lipat_label
from asn_nilai.acuan.isian.formulir.tabel import Tabel
from asn_nilai.acuan.periode import rentang_bulan
from asn_nilai.acuan.temuan import Temuan, temuan
from asn_nilai.periksa.bahan import BahanPeriksa, BarisTarget, sebut_indikator
from asn_nilai.periksa.indikator.indikator import lipat_satuan

_Sebutan = tuple[str, str]
"""An indicator's name and unit of measure, folded."""


def periksa_senama(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Yield each target row of an ASN whose indicator has the name and the unit of measure of an earlier row's, in a month of both."""
    kembar = _sebutan_kembar(bahan)
    if bahan.isian.target is not None and kembar:
        for semua in bahan.target_asn.values():
            yield from _pada_asn(bahan, bahan.isian.target, semua, kembar)


def _sebutan_kembar(bahan: BahanPeriksa) -> dict[str, _Sebutan]:
    """Return what the indicators are called that do not alone go by it, of those that the unit may use; by their codes."""
    semua = {
        kode: (lipat_label(indikator.nama), lipat_satuan(indikator.satuan))
        for kode, indikator in bahan.indikator.items()
        if indikator.nama
    }
    if len(semua) == len(set(semua.values())):
        return {}  # as a rule
    sebutan = [*semua.values()]
    return {kode: ini for kode, ini in semua.items() if sebutan.count(ini) > 1}


def _pada_asn(
    bahan: BahanPeriksa, tabel: Tabel, semua: list[BarisTarget], kembar: dict[str, _Sebutan]
) -> Iterator[Temuan]:
    dulu: dict[_Sebutan, list[BarisTarget]] = {}
    for baris in semua:
        if baris.indikator is None or baris.kode not in kembar:
            continue
        terdahulu = dulu.setdefault(kembar[baris.kode], [])
        for lain in terdahulu:
            bulan = [ini for ini in baris.dihitung if ini in lain.dihitung]
            if lain.indikator and lain.kode != baris.kode and bulan:
                yield temuan(
                    "indikator-senama", tabel.letak("kode_indikator", baris.posisi), unit=bahan.kode_unit, nip=baris.nip,
                    nama=bahan.nama(baris.nip), indikator=sebut_indikator(baris.indikator), lain=sebut_indikator(lain.indikator),
                    bulan=rentang_bulan(bulan),
                )  # fmt: skip
                break
        terdahulu.append(baris)
