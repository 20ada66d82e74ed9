"""Checks of weights: each one usable, and 100 together for each ASN."""

from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal
from math import fsum
from typing import TypeGuard

from asn_nilai.acuan.isian.formulir.tabel import Tabel
from asn_nilai.acuan.temuan import Temuan, temuan
from asn_nilai.acuan.tulisan import tulis_angka
from asn_nilai.periksa.angka import eksak
from asn_nilai.periksa.bahan import BahanPeriksa, BarisTarget
from asn_nilai.periksa.menahan import berbobot

_PENUH = 100
"""All weights of an ASN together, in percent: what a whole is, no rule's figure."""
_TELITI = Decimal("1e-9")
"""Weights from formulas, such as 100/3, carry noise below this; nobody types so many decimals."""
_JELAS = 1e-10
"""A sum of binary fractions this close to 100 is within `_TELITI` for certain; decimals take ten times as long."""


def periksa_bobot(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Yield each weight that cannot be used, and each ASN whose weights do not total 100.

    The total is not told where its cause already is: an unusable weight that a score rests on, a row written twice, or a row that
    reading could not give to the ASN for certain. A weight that cannot be read and that no score rests on may be what is missing
    of 100; one that can be read is no weight and adds nothing.
    """
    tabel = bahan.isian.target
    if tabel is None:
        return
    bobot = tabel.angka("bobot")
    for nip, semua in bahan.target_asn.items():
        angka = [ini for baris in semua if (ini := bobot[baris.posisi])]
        if len(angka) == len(semua) and min(angka) > 0 and max(angka) <= _PENUH and genap(angka):
            continue  # nearly all of them
        salah = [baris for baris in semua if not _sah(bobot[baris.posisi])]
        for baris in salah:
            if ("bobot", baris.posisi) not in tabel.cacat:
                yield _tidak_sah(bahan, tabel, baris)
        ganda = len({baris.kode for baris in semua}) < len(semua)
        if ganda or bahan.samar(tabel, nip) or any(berbobot(bahan, tabel, baris) for baris in salah):
            continue
        kurang = any(("bobot", baris.posisi) in tabel.cacat for baris in salah)
        yield from _jumlah(bahan, tabel, nip, semua, boleh_kurang=kurang)


def genap(bobot: Collection[float]) -> bool:
    """Tell whether weights are 100 together."""
    if abs(fsum(bobot) - _PENUH) < _JELAS:
        return True
    return abs(sum(map(eksak, bobot), Decimal()) - _PENUH) <= _TELITI


def _sah(bobot: object) -> TypeGuard[float]:
    return isinstance(bobot, float) and 0 < bobot <= _PENUH


def _tidak_sah(bahan: BahanPeriksa, tabel: Tabel, baris: BarisTarget) -> Temuan:
    angka = tabel.isi["bobot"][baris.posisi]
    kosong = tabel.teks_kosong.get(("bobot", baris.posisi))
    teks = tulis_angka(angka) if isinstance(angka, float) else f"'{kosong}'" if kosong else "kosong"
    letak, unit = tabel.letak("bobot", baris.posisi), bahan.kode_unit
    return temuan("bobot-tidak-sah", letak, unit=unit, nip=baris.nip, teks=teks)


def _jumlah(
    bahan: BahanPeriksa, tabel: Tabel, nip: str, baris: Sequence[BarisTarget], *, boleh_kurang: bool
) -> Iterator[Temuan]:
    bobot = [angka for b in baris if _sah(angka := tabel.isi["bobot"][b.posisi])]
    if not genap(bobot) and not (boleh_kurang and fsum(bobot) < _PENUH):
        letak, unit = tabel.letak("bobot", baris[0].posisi), bahan.kode_unit
        teks = tulis_angka(float(sum(map(eksak, bobot), Decimal())))
        yield temuan("bobot-tidak-100", letak, unit=unit, nip=nip, nama=bahan.nama(nip), jumlah=teks)
