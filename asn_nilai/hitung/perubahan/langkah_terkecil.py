"""The smallest change that lifts a predikat, and the largest that keeps it, found by asking the scoring functions.

No formula is turned around. A realisasi moves in the steps in which it is written (whole numbers, or its decimals)
within the indicator's bounds; along each direction a capaian rises to one peak and falls, so "better" is one
stretch of steps and "worse" everything beyond one step. Probes find the stretch, bisection its edge.
"""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

import numpy as np

from asn_nilai.acuan.hasil.nilai import BarisIndikator
from asn_nilai.acuan.isian.indikator.indikator import Agregasi, JenisNilai
from asn_nilai.acuan.isian.indikator.rasio import SERATUS
from asn_nilai.acuan.pecahan import pecahan
from asn_nilai.acuan.rumus.rumus import Larik
from asn_nilai.hitung.perubahan.pengandaian import Andai

_DESIMAL = 2
_DESIMAL_TERBANYAK = 6
_JANGKAUAN = 3
"""How far beyond the sum of its figures an unbounded realisasi is tried: capaian has long met floor or ceiling there."""
_PUTARAN = 24
_SEKECIL = 1e-9
PERMIL = 1000
"""The share that all indicators close together is looked for in steps of one per mille."""

Ukur = Callable[[Larik], tuple[Larik, Larik]]
"""Steps → (whether each satisfies what is looked for, how high it stands); shapes (steps,)."""


@dataclass(frozen=True, slots=True)
class Garis:
    """The figures that a row's last realisasi can take in one direction: step n = 1…`banyak`, 0 being the present."""

    sekarang: float
    pangkal: int
    arah: int
    desimal: int
    banyak: int

    def angka(self, n: Larik) -> Larik:
        """Return the figure after n steps, the double nearest to its decimal."""
        hasil = (self.pangkal + self.arah * n) / 10.0**self.desimal
        return np.where(n == 0, self.sekarang, hasil)

    def angka_ke(self, n: int) -> float:
        """Return one figure."""
        return float(self.angka(np.array([n]))[0])

    def langkah_ke(self, angka: float) -> int:
        """Return the number of steps nearest to a figure."""
        return round((angka * 10.0**self.desimal - self.pangkal) * self.arah)


def desimal_baris(baris: BarisIndikator) -> int:
    """Return in how many decimals a row's last figure moves: none for whole numbers, else two or those in use.

    What a ratio counts moves as it is written.
    """
    if baris.rasio:
        return min(max(0, *map(_desimal, (baris.terakhir, baris.rasio[-1].penyebut))), _DESIMAL_TERBANYAK)
    if baris.indikator.jenis_nilai is JenisNilai.BULAT:
        return 0
    return min(max(_DESIMAL, *map(_desimal, (baris.terakhir, baris.target[-1]))), _DESIMAL_TERBANYAK)


def _desimal(angka: float) -> int:
    return -int(Decimal(f"{angka:.15g}").normalize().as_tuple().exponent)


def garis(baris: BarisIndikator, arah: int) -> Garis:
    """Return the figures that the last one of a row can take in a direction (+1 or −1), within its bounds."""
    sekarang, desimal = baris.terakhir, desimal_baris(baris)
    skala = 10**desimal
    tepat = Decimal(f"{sekarang:.15g}") * skala
    pangkal = floor(tepat) if arah > 0 else ceil(tepat)
    ind = baris.indikator
    # The bounds are those of a realisasi; what a ratio counts is a share of what it is held against, exact as typed.
    kali = pecahan(baris.rasio[-1].penyebut) / SERATUS if baris.rasio else Fraction(1)
    besar = sum(
        abs(x) for x in (*baris.target, *baris.realisasi, (ind.nilai_terburuk or 0.0) * len(baris.bulan))
    )
    if baris.rasio:
        besar *= sum(r.penyebut for r in baris.rasio) / SERATUS
    jauh = _JANGKAUAN * besar + 1
    tak_negatif = min(*baris.target, *baris.realisasi) >= 0
    if arah > 0:
        ujung = pecahan(sekarang + jauh) if ind.batas_atas is None else pecahan(ind.batas_atas) * kali
        banyak = floor(ujung * skala) - pangkal
    else:
        terendah = 0.0 if tak_negatif else sekarang - jauh
        ujung = pecahan(terendah) if ind.batas_bawah is None else pecahan(ind.batas_bawah) * kali
        banyak = pangkal - ceil(ujung * skala)
    return Garis(sekarang, pangkal, arah, desimal, max(0, banyak))


def _tepat_target(baris: BarisIndikator) -> float:
    """Return the last figure with which the row would meet its target exactly."""
    if baris.rasio:
        pembilang, penyebut = (
            sum(angka) for angka in zip(*((r.pembilang, r.penyebut) for r in baris.rasio), strict=True)
        )
        return float(baris.terakhir - pembilang + sum(baris.target) / len(baris.target) * penyebut / SERATUS)
    kurang = sum(baris.target) - sum(baris.realisasi)
    if baris.indikator.agregasi is Agregasi.NILAI_AKHIR:
        return baris.target[-1]
    return baris.realisasi[-1] + kurang


def _percobaan(garis: Garis, baris: BarisIndikator) -> Larik:
    banyak = garis.banyak
    target = garis.langkah_ke(_tepat_target(baris))
    n = {*np.linspace(1, banyak, 25).round().astype(np.int64).tolist(), target - 1, target, target + 1}
    n |= {2**pangkat for pangkat in range(0, banyak.bit_length(), 3)}
    return np.array(sorted(langkah for langkah in n if 1 <= langkah <= banyak), dtype=np.int64)


def pertama(ukur: Ukur, awal: Larik) -> int | None:
    """Return the smallest step that satisfies a condition, None where none does.

    Args:
        ukur: judges steps.
        awal: rising probes, the last of them the farthest step.
    """
    n = awal
    if not len(n):
        return None
    sah, tinggi = ukur(n)
    apit = 0, int(n[-1]) + 1
    for _ in range(_PUTARAN):
        if sah.any():
            break
        kiri, kanan = apit = _apit_puncak(n, tinggi, apit)
        if kanan - kiri <= 2:
            return None
        n = _di_antara(kiri, kanan)
        sah, tinggi = ukur(n)
    if not sah.any():
        return None
    letak = int(np.argmax(sah))
    atas, bawah = int(n[letak]), int(n[letak - 1]) if letak else _sebelum(awal, int(n[letak]))
    while atas - bawah > 1:
        n = _di_antara(bawah, atas)
        sah, _ = ukur(n)
        letak = int(np.argmax(sah)) if sah.any() else len(n)
        bawah, atas = int(n[letak - 1]) if letak else bawah, int(n[letak]) if letak < len(n) else atas
    return atas


def _apit_puncak(n: Larik, tinggi: Larik, apit: tuple[int, int]) -> tuple[int, int]:
    """Return the steps between which the peak stands: the neighbours of the highest one, at an end those that held all of them."""
    kiri, kanan = apit
    letak = int(np.argmax(tinggi))
    return int(n[letak - 1]) if letak else kiri, int(n[letak + 1]) if letak + 1 < len(n) else kanan


def _di_antara(kiri: int, kanan: int) -> Larik:
    """Return up to 33 steps strictly between two steps."""
    return np.unique(
        np.linspace(kiri, kanan, 35).round().astype(np.int64)[1:-1].clip(kiri + 1, max(kiri + 1, kanan - 1))
    )


def _sebelum(awal: Larik, n: int) -> int:
    lebih_kecil = awal[awal < n]
    return int(lebih_kecil[-1]) if len(lebih_kecil) else 0


def cari(andai: Andai, letak: int, jalur: Garis, syarat: Callable[[Larik, Larik], Larik]) -> int | None:
    """Return the smallest step of one row for which `syarat(NHK, the row's capaian)` holds, None where none does."""

    def ukur(n: Larik) -> tuple[Larik, Larik]:
        nhk, capaian = andai.nilai([letak], jalur.angka(n)[:, None])
        return syarat(nhk, capaian[:, letak]), capaian[:, letak]

    return pertama(ukur, _percobaan(jalur, andai.baris[letak]))


@dataclass(frozen=True, slots=True)
class Puncak:
    """A row's nearest figure with the best capaian that is possible: `banyak` steps along `garis`."""

    letak: int
    garis: Garis
    banyak: int


def puncak(andai: Andai, letak: int) -> Puncak | None:
    """Return where a row's capaian is best, None where it cannot get better than it is."""
    sekarang = float(andai.nilai([letak], np.array([[andai.baris[letak].terakhir]]))[1][0, letak])
    for arah in (1, -1):
        jalur = garis(andai.baris[letak], arah)
        if cari(andai, letak, jalur, lambda _, c: c > sekarang + _SEKECIL) is None:
            continue
        terbaik = _tertinggi(andai, letak, jalur)
        n = cari(andai, letak, jalur, lambda _, c, t=terbaik: c >= t - _SEKECIL)  # type: ignore[misc]
        if n is not None:
            return Puncak(letak, jalur, n)
    return None


def _tertinggi(andai: Andai, letak: int, jalur: Garis) -> float:
    """Return the best capaian along a line."""
    n, terbaik = _percobaan(jalur, andai.baris[letak]), 0.0
    apit = 0, jalur.banyak + 1
    for _ in range(_PUTARAN):
        capaian = andai.nilai([letak], jalur.angka(n)[:, None])[1][:, letak]
        terbaik = max(terbaik, float(capaian.max()))
        kiri, kanan = apit = _apit_puncak(n, capaian, apit)
        if kanan - kiri <= 2:
            break
        n = _di_antara(kiri, kanan)
    return terbaik


def bersama(puncak: list[Puncak], permil: Larik) -> Larik:
    """Return each row's figure when all close the same share of the way to their peak; shape (shares, rows).

    Args:
        puncak: the rows that have room left.
        permil: shares in per mille; a figure is rounded towards its peak to the row's step.
    """
    kolom = [baris.garis.angka(-(-permil * baris.banyak // PERMIL)) for baris in puncak]
    return np.stack(kolom, axis=1)
