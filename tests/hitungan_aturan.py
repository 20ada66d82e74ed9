"""Every rule as a clerk with a pencil works it out: exact fractions, no code and no file of the program.

Written from the regulations' words as the project's notes give them, figures and all.
"""

from dataclasses import dataclass, field
from fractions import Fraction as P

ATAS, SESUAI, BAWAH = "Di Atas Ekspektasi", "Sesuai Ekspektasi", "Di Bawah Ekspektasi"
KUADRAN = {
    (ATAS, BAWAH): "Kurang", (ATAS, SESUAI): "Baik", (ATAS, ATAS): "Sangat Baik",
    (SESUAI, BAWAH): "Kurang", (SESUAI, SESUAI): "Baik", (SESUAI, ATAS): "Baik",
    (BAWAH, BAWAH): "Sangat Kurang", (BAWAH, SESUAI): "Butuh Perbaikan", (BAWAH, ATAS): "Butuh Perbaikan",
}  # fmt: skip
SETARA = {BAWAH: 70, SESUAI: 90, ATAS: 110}
SETARA_BKN = {BAWAH: 61, SESUAI: 76, ATAS: 91}
BOBOT_AKHIR = {
    "pp-30-2019": P(7, 10),
    "permenpanrb-8-2021": P(7, 10),
    "perka-bkn-1-2013": P(6, 10),
    "kemenkeu-127-2026": P(75, 100),
}


@dataclass
class Butir:
    """One indicator of one month; figures as typed."""

    kode: str
    polaritas: str
    aspek: str
    bobot: str
    target: str
    realisasi: str
    terburuk: str | None = None
    batas_atas: str | None = None


@dataclass
class Orang:
    """One ASN; `perilaku` holds one cell (the leader's word) or seven, each a rating or a number as typed."""

    nip: str
    butir: list[Butir]
    perilaku: list[str]
    ide: bool


@dataclass
class Hitungan:
    capaian: list[P] = field(default_factory=list)
    nilai: list[P] = field(default_factory=list)
    nhk: P | None = None
    rating: str = ""
    angka: P | None = None
    rating_perilaku: str = ""
    akhir: P | None = None
    predikat: str = ""


def bulat(x: P, desimal: int = 2) -> P:
    tanda = -1 if x < 0 else 1
    return tanda * P((abs(x) * 10**desimal + P(1, 2)).__floor__(), 10**desimal)


def gabung(agregasi: str, angka: list[P]) -> P:
    """Return what the months of a period come to."""
    if agregasi == "Jumlah":
        return sum(angka, P(0))
    # Of a ratio these are the targets; what it reached is no sum of shares.
    return sum(angka, P(0)) / len(angka) if agregasi in {"Rata-rata", "Rasio"} else angka[-1]


def maksimal(t: P, r: P) -> P:
    return (1 + (1 - r / t)) * 100 if t < 0 else r / t * 100


def minimal(t: P, r: P, w: P | None) -> P:
    return (w - r) / w * 100 if t == 0 else (1 + (1 - r / t)) * 100


def terbalik(t: P, r: P, w: P | None) -> P:
    if t == 0:
        return (w - r) / w * 100
    return P(120) if r <= 0 else t / r * 100


def stabil(t: P, r: P) -> P:
    x = r / t * 100 if r <= t else 200 - r / t * 100
    return x * 100 / 90 if x <= 90 else 100 + (x - 90) * 2


def efisiensi(t: P, r: P) -> P:
    hasil = (P("1.76") * t - r) / t * 100
    return hasil if 100 - r / t * 100 <= 24 else 76 - (hasil - 100)


def capaian(aturan: str, b: Butir) -> P:
    t, r = P(b.target), P(b.realisasi)
    w = P(b.terburuk) if b.terburuk else None
    if aturan == "perka-bkn-1-2013":
        persen = efisiensi(t, r) if b.aspek in {"Waktu", "Biaya"} else maksimal(t, r)
    elif b.polaritas == "Maksimal":
        persen = maksimal(t, r)
    elif b.polaritas == "Stabil":
        persen = stabil(t, r)
    else:
        persen = terbalik(t, r, w) if aturan == "bukittinggi" else minimal(t, r, w)
    return min(max(persen, P(0)), P(120))


def nilai_capaian(aturan: str, b: Butir, c: P) -> P:
    if aturan != "permenpanrb-8-2021":
        return c
    c = bulat(c, 0)
    if b.polaritas == "Maksimal" and b.batas_atas and P(b.batas_atas) == P(b.target) and c >= 100:
        return P(120)
    ruas = (
        (111, P(120)), (101, 110 + P(10, 9) * (c - 101)), (100, P(109)), (80, 70 + (c - 80)), (60, 50 + (c - 60)),
        (0, c / 59 * 49),
    )  # fmt: skip
    return next(nilai for batas, nilai in ruas if c >= batas)


def perilaku(aturan: str, isi: list[str]) -> tuple[P | None, str]:
    if aturan in {"permenpanrb-6-2022", "bukittinggi"}:
        if len(isi) == 1:
            return None, isi[0]
        rata = P(sum({BAWAH: 1, SESUAI: 2, ATAS: 3}[rating] for rating in isi), 7)
        return None, ATAS if rata >= P(5, 2) else SESUAI if rata >= P(3, 2) else BAWAH
    setara = SETARA_BKN if aturan == "perka-bkn-1-2013" else SETARA
    angka = bulat(sum((P(setara.get(rating, rating)) for rating in isi), P(0)) / len(isi))
    return angka, rating(angka) if aturan == "kemenkeu-127-2026" else ""


def antarbulan(
    aturan: str, bulanan: list[tuple[P | None, str]], cara: str = "rata-rata"
) -> tuple[P | None, str]:
    """Return what the months' behaviours come to; the months that have none are not among them."""
    if not bulanan:
        return None, ""
    if cara == "terakhir":
        return bulanan[-1]
    if aturan in {"permenpanrb-6-2022", "bukittinggi"}:
        rata = P(sum({BAWAH: 1, SESUAI: 2, ATAS: 3}[rating] for _, rating in bulanan), len(bulanan))
        return None, ATAS if rata >= P(5, 2) else SESUAI if rata >= P(3, 2) else BAWAH
    angka = bulat(sum((a for a, _ in bulanan), P(0)) / len(bulanan))
    return angka, rating(angka) if aturan == "kemenkeu-127-2026" else ""


def rating(x: P) -> str:
    return ATAS if x > 100 else SESUAI if x >= 90 else BAWAH


def hitung(aturan: str, orang: Orang) -> Hitungan:
    capaian_butir = [capaian(aturan, b) for b in orang.butir]
    nilai = [nilai_capaian(aturan, b, c) for b, c in zip(orang.butir, capaian_butir, strict=True)]
    bobot = [P(b.bobot) for b in orang.butir]
    nhk = bulat(sum(b * n for b, n in zip(bobot, nilai, strict=True)) / sum(bobot))
    h = putuskan(aturan, nhk, *perilaku(aturan, orang.perilaku), ide=orang.ide)
    h.capaian, h.nilai = capaian_butir, nilai
    return h


def putuskan(aturan: str, nhk: P, angka: P | None, rating_perilaku: str, *, ide: bool) -> Hitungan:
    """Return what a printed NHK comes to beside a behaviour: a number, a rating, or both."""
    h = Hitungan(nhk=nhk, angka=angka, rating_perilaku=rating_perilaku)
    if w := BOBOT_AKHIR.get(aturan):
        h.akhir = bulat(w * nhk + (1 - w) * angka)
    if aturan in {"permenpanrb-6-2022", "bukittinggi", "kemenkeu-127-2026"}:
        h.rating = rating(nhk)
        h.predikat = KUADRAN[h.rating, h.rating_perilaku]
    elif aturan == "perka-bkn-1-2013":
        tangga = ((91, "Sangat Baik"), (76, "Baik"), (61, "Cukup"), (51, "Kurang"), (-1, "Buruk"))
        h.predikat = next(label for batas, label in tangga if h.akhir >= batas)
    else:
        tangga = ((90, "Baik"), (70, "Cukup"), (50, "Kurang"), (-1, "Sangat Kurang"))
        h.predikat = next(label for batas, label in tangga if h.akhir >= batas)
        if h.akhir >= 110 and ide:
            h.predikat = "Sangat Baik"
    return h
