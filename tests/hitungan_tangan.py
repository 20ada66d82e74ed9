"""Scores as a clerk with a pencil would work them out: exact fractions, no code of the program.

Everything here, and the small arithmetic it takes from `hitungan_aturan`, is written from the contract's chapter 5 alone.
Tests compare the program with it.
"""

from dataclasses import dataclass, field
from fractions import Fraction

from hitungan_aturan import ATAS, BAWAH, KUADRAN, SESUAI, antarbulan, bulat, gabung


@dataclass
class Butir:
    """One indicator of one ASN in one unit: figures by month, as typed (text), absent where blank.

    Of a ratio `pembilang` and `penyebut` count, and not what is typed as realisasi.
    """

    kode: str
    polaritas: str
    agregasi: str
    bobot: str
    terburuk: str | None
    target: dict[int, str] = field(default_factory=dict)
    realisasi: dict[int, str] = field(default_factory=dict)
    pembilang: dict[int, str] = field(default_factory=dict)
    penyebut: dict[int, str] = field(default_factory=dict)

    def tercapai(self, bulan: list[int]) -> Fraction | None:
        """What the months come to; None where one of them lacks a figure."""
        perlu = (self.pembilang, self.penyebut) if self.agregasi == "Rasio" else (self.realisasi,)
        if any(b not in angka for angka in perlu for b in bulan):
            return None
        jumlah = [sum(Fraction(angka[b]) for b in bulan) for angka in perlu]
        if self.agregasi == "Rasio":
            return 100 * jumlah[0] / jumlah[1]
        return gabung(self.agregasi, [Fraction(self.realisasi[b]) for b in bulan])


@dataclass
class Orang:
    """One ASN: for each unit, in the order of placement, the months there, the indicators and behaviour ratings."""

    nip: str
    bulan: dict[str, list[int]]
    butir: dict[str, list[Butir]]
    perilaku: dict[int, str]


def capaian(polaritas: str, t: Fraction, r: Fraction, w: Fraction | None) -> Fraction | None:
    """Capaian in percent, None where the target gives none."""
    if polaritas == "Maksimal":
        if t == 0:
            return None
        persen = (1 + (1 - r / t)) * 100 if t < 0 else r / t * 100
    elif polaritas == "Minimal":
        if t < 0 or (t == 0 and not w):
            return None
        persen = (w - r) / w * 100 if t == 0 else (1 + (1 - r / t)) * 100
    else:
        if t <= 0:
            return None
        x = r / t * 100 if r <= t else 200 - r / t * 100
        persen = x * 100 / 90 if x <= 90 else 100 + (x - 90) * 2
    return min(max(persen, Fraction(0)), Fraction(120))


def nilai_di_unit(
    orang: Orang, unit: str, periode: list[int]
) -> tuple[dict[str, Fraction | None], Fraction | None, int]:
    """Return capaian by indicator, NHK (None: cannot be given), and months counted."""
    bulan = [b for b in orang.bulan[unit] if b in periode]
    hasil: dict[str, Fraction | None] = {}
    bobot: dict[str, Fraction] = {}
    dihitung = set()
    for butir in orang.butir[unit]:
        masuk = [b for b in bulan if b in butir.target]
        if not masuk:
            continue
        dihitung |= set(masuk)
        bobot[butir.kode] = Fraction(butir.bobot)
        r = butir.tercapai(masuk)
        if r is None:
            hasil[butir.kode] = None
            continue
        t = gabung(butir.agregasi, [Fraction(butir.target[b]) for b in masuk])
        w = Fraction(butir.terburuk) if butir.terburuk is not None else None
        hasil[butir.kode] = capaian(butir.polaritas, t, r, w)
    if not hasil or any(c is None for c in hasil.values()):
        return hasil, None, len(dihitung)
    nhk = sum(bobot[k] * c for k, c in hasil.items()) / sum(bobot.values())
    return hasil, bulat(nhk), len(dihitung)


def putuskan(orang: Orang, periode: list[int]) -> dict[str, object]:
    """Return NHK, rating, behaviour, predikat and status of the row in the last unit of the period."""
    unit = [u for u in orang.bulan if any(b in periode for b in orang.bulan[u])]
    bagian = [nilai_di_unit(orang, u, periode) for u in unit]
    nhk = None
    if all(n is not None for _, n, _ in bagian):
        jumlah = sum(b for _, _, b in bagian)
        nhk = bulat(sum(n * b for _, n, b in bagian) / jumlah)
    rating = "" if nhk is None else ATAS if nhk > 100 else SESUAI if nhk >= 90 else BAWAH
    milik = [orang.perilaku[b] for u in unit for b in orang.bulan[u] if b in periode and b in orang.perilaku]
    _, perilaku = antarbulan("permenpanrb-6-2022", [(None, rating_bulan) for rating_bulan in milik])
    predikat = KUADRAN[rating, perilaku] if rating and perilaku else "Belum Dinilai"
    return {
        "unit": unit[-1],
        "nhk": nhk,
        "rating": rating,
        "perilaku": perilaku,
        "predikat": predikat,
        "status": "Belum Dinilai" if predikat == "Belum Dinilai" else "Dinilai",
    }
