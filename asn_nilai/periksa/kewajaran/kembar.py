"""Plausibility of an ASN's rows side by side: one result under two codes weighs twice, and the weak one beside it less.

Two counts may well be alike for once. Month after month, with targets that are alike too and are not met to the digit, they are one.
"""

from collections.abc import Iterator

from asn_nilai.acuan.isian.formulir.formulir import kunci_bulan
from asn_nilai.acuan.periode import Bulan, rentang_bulan
from asn_nilai.acuan.temuan import Temuan, temuan
from asn_nilai.periksa.angka import sama
from asn_nilai.periksa.bahan import sebut_indikator
from asn_nilai.periksa.kewajaran.bandingan import Bandingan, Pasangan

_BULAN = 3
"""In so many months two rows say the same before they are taken for one."""


def indikator_kembar(bandingan: Bandingan) -> Iterator[Temuan]:
    """Yield each row of the period's last month that says what another of the same ASN's does, in earlier months as well."""
    akhir = max(bandingan.bulan, default=None)
    if akhir is None or len(bandingan.realisasi) < _BULAN:
        return
    serupa: dict[tuple[str, float, float], list[Pasangan]] = {}
    for ini in bandingan.bulan[akhir]:
        if ini.realisasi >= bandingan.ambang.seragam_paling_kecil and not sama(ini.realisasi, ini.target):
            serupa.setdefault((ini.nip, ini.realisasi, ini.target), []).append(ini)
    for pertama, *lain in serupa.values():
        for kembar in lain:
            if bulan := _bulan_sama(bandingan, pertama, kembar):
                yield temuan(
                    "indikator-kembar", kembar.letak, unit=bandingan.unit, nip=kembar.nip, nama=bandingan.bahan.nama(kembar.nip),
                    indikator=sebut_indikator(kembar.indikator), lain=sebut_indikator(pertama.indikator), sel=pertama.letak.sel,
                    bulan=rentang_bulan(bulan),
                )  # fmt: skip


def _bulan_sama(bandingan: Bandingan, satu: Pasangan, lain: Pasangan) -> list[Bulan]:
    """Return the months in which two rows say the same and miss their target; none where they differ in any, or these are few."""
    hasil: list[Bulan] = []
    for bulan in sorted(bandingan.realisasi):
        angka, sasaran = bandingan.realisasi[bulan], bandingan.target.angka(kunci_bulan(bulan))
        realisasi, target = angka.get(satu.kunci), sasaran[satu.posisi_target]
        if realisasi is None or target is None or lain.kunci not in angka:
            continue
        if realisasi != angka[lain.kunci] or target != sasaran[lain.posisi_target]:
            return []
        if not sama(realisasi, target):
            hasil.append(bulan)
    return hasil if len(hasil) >= _BULAN else []
