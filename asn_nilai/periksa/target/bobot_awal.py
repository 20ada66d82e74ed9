"""Weights against what they were when they were first read: whoever moves them to where more is reached is told, each time.

A weight is the year's. Moved before a month is computed it lifts that month alone, for months that are locked keep the old one.
"""

from collections.abc import Iterator, Mapping

from asn_nilai.acuan.temuan import Temuan, temuan
from asn_nilai.acuan.tulisan import tulis_angka
from asn_nilai.periksa.angka import sama
from asn_nilai.periksa.bahan import BahanPeriksa
from asn_nilai.periksa.target.bobot import genap


def periksa_bobot_awal(bahan: BahanPeriksa, awal: Mapping[str, Mapping[str, float]]) -> Iterator[Temuan]:
    """Yield each ASN whose weights are shared out otherwise; what was no whole had to change.

    Args:
        bahan: the unit's submission.
        awal: the weights as they were first read, by NIP and Kode Indikator.
    """
    tabel = bahan.isian.target
    if tabel is None:
        return
    bobot = tabel.isi["bobot"]
    for nip, dulu in awal.items():
        baris = bahan.target_asn.get(nip, ())
        angka = {ini.kode: nilai for ini in baris if isinstance(nilai := bobot[ini.posisi], float)}
        if not baris or len(angka) < len(baris) or not genap(dulu.values()):
            continue  # no row, one that stands twice, a weight that cannot be read: told elsewhere
        beda = [kode for kode in dict.fromkeys((*dulu, *angka)) if _beda(dulu.get(kode), angka.get(kode))]
        if beda:
            posisi = next((ini.posisi for ini in baris if ini.kode in beda), baris[0].posisi)
            daftar = "; ".join(
                f"{kode} {_tulis(dulu.get(kode))} menjadi {_tulis(angka.get(kode))}" for kode in beda
            )
            letak, nama = tabel.letak("bobot", posisi), bahan.nama(nip)
            yield temuan("bobot-digeser", letak, unit=bahan.kode_unit, nip=nip, nama=nama, daftar=daftar)


def _beda(satu: float | None, lain: float | None) -> bool:
    return satu is None or lain is None or not sama(satu, lain)


def _tulis(bobot: float | None) -> str:
    return "tidak ada" if bobot is None else tulis_angka(bobot)
