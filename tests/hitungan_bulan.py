"""Every rule over several months, units and missing submissions, as a clerk with a pencil works it out: exact fractions alone.

Written from the contract's chapter 5; what a single month is under each rule stands in `hitungan_aturan`.
"""

from dataclasses import dataclass, field
from fractions import Fraction as P

from hitungan_aturan import Butir as ButirSatu
from hitungan_aturan import Hitungan, antarbulan, bulat, capaian, gabung, nilai_capaian, perilaku, putuskan
from hitungan_aturan import rating as rating_hasil

BERATING = {"permenpanrb-6-2022", "bukittinggi", "kemenkeu-127-2026"}


@dataclass
class Butir:
    """One indicator of one ASN in one unit: figures by month as typed, absent where blank.

    Of a ratio (`agregasi` Rasio) a month's realisasi is what is counted above and below its line, `743/812`.
    """

    kode: str
    polaritas: str
    aspek: str
    agregasi: str
    bobot: str
    terburuk: str | None
    batas_atas: str | None
    target: dict[int, str] = field(default_factory=dict)
    realisasi: dict[int, str] = field(default_factory=dict)


@dataclass
class Orang:
    """One ASN: for each unit, in the order of placement, the months there and the indicators; behaviour by unit and month.

    A behaviour is one cell (the leader's word) or seven, each as typed; `ide` are the months with a new idea.
    """

    nip: str
    bulan: dict[str, list[int]]
    butir: dict[str, list[Butir]]
    perilaku: dict[tuple[str, int], list[str]]
    ide: set[tuple[str, int]] = field(default_factory=set)


@dataclass
class Hasil:
    """What the row in the last unit says; `kurang` are the months that a provisional score does without."""

    unit: str
    status: str
    hitungan: Hitungan
    kurang: list[int]


def satukan(aturan: str, butir: Butir, bulan: list[int]) -> tuple[P, P] | None:
    """Return an indicator's capaian over these months and what is weighed; None where it cannot be given."""
    if butir.agregasi == "Rasio":
        t = gabung("Rata-rata", [P(butir.target[b]) for b in bulan])
        bagian = [butir.realisasi[b].split("/") for b in bulan]
        r = 100 * sum(P(atas) for atas, _ in bagian) / sum(P(bawah) for _, bawah in bagian)
    else:
        semua = butir.target, butir.realisasi
        t, r = (gabung(butir.agregasi, [P(angka[b]) for b in bulan]) for angka in semua)
    atas = None
    if butir.batas_atas is not None:
        atas = P(butir.batas_atas) * (len(bulan) if butir.agregasi == "Jumlah" else 1)
    satu = ButirSatu(
        butir.kode, butir.polaritas, butir.aspek, butir.bobot, str(t), str(r), butir.terburuk,
        None if atas is None else str(atas),
    )  # fmt: skip
    c = capaian(aturan, satu)
    return c, nilai_capaian(aturan, satu, c)


def di_unit(aturan: str, orang: Orang, unit: str, bulan: list[int], ada: set[int]) -> tuple[P | None, int]:
    """Return the NHK of one unit over these months (None: it cannot be given), and how many months count."""
    bobot, nilai, dihitung, lengkap = P(0), P(0), set(), True
    for butir in orang.butir[unit]:
        masuk = [b for b in bulan if b in butir.target]
        dihitung |= set(masuk)
        if not masuk:
            continue
        if any(b not in butir.realisasi or b not in ada for b in masuk):
            lengkap = False
            continue
        bobot += P(butir.bobot)
        nilai += P(butir.bobot) * satukan(aturan, butir, masuk)[1]
    return (bulat(nilai / bobot) if lengkap and dihitung else None), len(dihitung)


def hitung(
    aturan: str, orang: Orang, periode: list[int], ada: dict[str, set[int]], cara: str, *, sementara: bool
) -> Hasil:
    """Return what the period comes to.

    Args:
        aturan: the rule.
        orang: the ASN.
        periode: its months.
        ada: for each unit the months that it submitted.
        cara: how the months' behaviours become one.
        sementara: whether months that are not there are left out instead of keeping the ASN unscored.
    """
    unit = [u for u in orang.bulan if any(b in periode for b in orang.bulan[u])]
    kurang: set[int] = set()
    bagian, bulanan = [], []
    for u in unit:
        milik = [b for b in orang.bulan[u] if b in periode]
        if sementara:
            hilang = {
                b for b in milik if b not in ada[u] and any(b in butir.target for butir in orang.butir[u])
            }
            milik, kurang = [b for b in milik if b not in hilang], kurang | hilang
        bagian.append(di_unit(aturan, orang, u, milik, ada[u]))
        bulanan += [
            perilaku(aturan, orang.perilaku[u, b]) for b in milik if b in ada[u] and (u, b) in orang.perilaku
        ]
    angka, rating = antarbulan(aturan, bulanan, cara)
    ide = any((u, b) in orang.ide for u in unit for b in orang.bulan[u] if b in periode and b in ada[u])
    dihitung = [(nhk, banyak) for nhk, banyak in bagian if banyak]
    if not dihitung or any(nhk is None for nhk, _ in dihitung):
        return Hasil(unit[-1], "Belum Dinilai", Hitungan(angka=angka, rating_perilaku=rating), sorted(kurang))
    nhk = bulat(sum(n * b for n, b in dihitung) / sum(b for _, b in dihitung))
    if not bulanan:
        # The rule that rates hasil kerja does so without behaviour too.
        sendiri = Hitungan(nhk=nhk, rating=rating_hasil(nhk) if aturan in BERATING else "")
        return Hasil(unit[-1], "Belum Dinilai", sendiri, sorted(kurang))
    h = putuskan(aturan, nhk, angka, rating, ide=ide)
    return Hasil(unit[-1], "Sementara" if kurang else "Dinilai", h, sorted(kurang))
