"""The numbers behind the pages' charts: shares of predikat, places on a scale, indicators that lag.

Charts are SVG with percentages as coordinates, so that they fit a phone and a sheet of paper alike, and every bar
stands beside its number and its word: colour never speaks alone.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, floor, fsum, isnan

from asn_nilai.acuan.pecahan import bulatkan_cetak
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.profil.ekspektasi import ekspektasi
from asn_nilai.acuan.rata import tulis_rata

KELAS_TERBURUK = 5
"""The stylesheet has this many colours for predikat, from the best to the worst."""
_LEBAR_BERTULIS = 5.0
"""A segment narrower than this share (percent) carries no number inside; the legend has it."""


def tetap(nilai: float, desimal: int) -> str:
    """Return a number with a fixed number of decimals, a dash where there is none."""
    return tulis_rata(nilai, desimal)


def bertanda(selisih: float, desimal: int) -> str:
    """Return a difference with its sign, a dash where there is none."""
    tanda = "+" if selisih > 0 else "−" if selisih < 0 else ""
    return f"{tanda}{tetap(abs(selisih), desimal)}"


def kelas_predikat(aturan: Aturan) -> dict[str, str]:
    """Return the style class of each predikat, best first: `p1` to `p5`, spread where there are fewer."""
    return _sebarkan(aturan.predikat.urutan, 1, KELAS_TERBURUK)


def kelas_pita(aturan: Aturan) -> dict[str, str]:
    """Return the style class of each band of the main ladder, best first.

    What is expected or better has the two good colours, what misses it the three others: a ladder of few bands is
    coloured by what its bands mean, not by how many they are.
    """
    label = aturan.tangga_utama.label
    cukup = label.index(ekspektasi(aturan).label) + 1
    atas, bawah = label[:cukup], label[cukup:]
    return {
        **_sebarkan(atas, 1 if len(atas) > 1 else 2, 2),
        **_sebarkan(bawah, 3 if len(bawah) > 1 else 4, KELAS_TERBURUK),
    }


def _sebarkan(label: Sequence[str], dari: int, sampai: int) -> dict[str, str]:
    """Return the classes `dari` to `sampai` for labels, evenly spread."""
    langkah = (sampai - dari) / max(len(label) - 1, 1)
    return {nama: f"p{dari + round(nomor * langkah)}" for nomor, nama in enumerate(label)}


@dataclass(frozen=True, slots=True)
class Ruas:
    """A segment of a stacked bar; `awal`, `lebar` and `tengah` in percent of the bar, written for SVG."""

    kelas: str
    label: str
    jumlah: int
    persen: str
    awal: str
    lebar: str
    tengah: str
    bertulis: bool


def sebaran(jumlah: Mapping[str, int], aturan: Aturan, belum: int = 0) -> list[Ruas]:
    """Return the segments of a bar of predikat, best first, then those not yet scored.

    Args:
        jumlah: number of ASN by predikat; one the aturan does not know comes after the known ones.
        aturan: gives order and colours.
        belum: number of ASN who are not scored.
    """
    kelas = kelas_predikat(aturan)
    isi = [(kelas[label], label, jumlah.get(label, 0)) for label in kelas]
    isi += [("p0", label, banyak) for label, banyak in jumlah.items() if label not in kelas]
    if belum:
        isi.append(("p0", "Belum dinilai", belum))
    semua = sum(banyak for *_, banyak in isi)
    ruas, awal = [], 0.0
    for nama_kelas, label, banyak in isi:
        lebar = banyak / semua * 100 if semua else 0.0
        persen = f"{tetap(lebar, 1)}%" if banyak else "0%"
        letak = (f"{awal:.2f}", f"{lebar:.2f}", f"{awal + lebar / 2:.2f}")
        ruas.append(Ruas(nama_kelas, label, banyak, persen, *letak, lebar >= _LEBAR_BERTULIS))
        awal += lebar
    return ruas


@dataclass(frozen=True, slots=True)
class Skala:
    """A scale from the floor to the ceiling of capaian (percent), with the thresholds of the rating as ticks."""

    lantai: float
    plafon: float
    tik: tuple[str, ...]

    def letak(self, nilai: float) -> str:
        """Return where a number stands, in percent of the scale's length, blank without one; those outside stand at its ends."""
        if isnan(nilai):
            return ""
        bagian = (nilai - self.lantai) / (self.plafon - self.lantai) * 100
        return f"{min(max(bagian, 0.0), 100.0):.1f}"


def skala(aturan: Aturan) -> Skala:
    """Return the scale of capaian and NHK under this aturan."""
    lantai, plafon = aturan.capaian.lantai.nilai, aturan.capaian.plafon.nilai
    kosong = Skala(lantai, plafon, ())
    return Skala(lantai, plafon, tuple(kosong.letak(batas) for batas in aturan.tangga_utama.batas))


@dataclass(frozen=True, slots=True)
class IndikatorTertinggal:
    """An indicator whose mean capaian over the unit's ASN misses what is expected."""

    kode: str
    nama: str
    rata_rata: float
    tulisan: str
    lebar: str
    jumlah_asn: int
    jumlah_di_bawah: int


def indikator_tertinggal(
    baris: Iterable[tuple[str, str, float]], aturan: Aturan
) -> tuple[list[IndikatorTertinggal], int]:
    """Return the lagging indicators, lowest first, and how many indicators there are in all.

    Args:
        baris: (code, name, capaian in percent or NaN) for each ASN and indicator.
        aturan: gives the threshold and the decimals; what is compared is the printed mean.
    """
    menurut: dict[str, tuple[str, list[float]]] = {}
    for kode, nama, capaian in baris:
        if not isnan(capaian):
            menurut.setdefault(kode, (nama, []))[1].append(capaian)
    tepi = ekspektasi(aturan)
    hasil = [_indikator(kode, nama, semua, aturan) for kode, (nama, semua) in menurut.items()]
    tertinggal = [indikator for indikator in hasil if tepi.di_bawah(indikator.rata_rata)]
    return sorted(tertinggal, key=lambda indikator: (indikator.rata_rata, indikator.kode)), len(hasil)


def _indikator(kode: str, nama: str, capaian: Sequence[float], aturan: Aturan) -> IndikatorTertinggal:
    tepi, desimal = ekspektasi(aturan), aturan.desimal
    rata_rata = bulatkan_cetak(fsum(capaian) / len(capaian), desimal)
    # A capaian is shown unrounded, so it is compared as it is, but for the noise of binary fractions.
    di_bawah = sum(tepi.di_bawah(round(nilai, 9)) for nilai in capaian)
    tulisan = tetap(rata_rata, desimal)
    return IndikatorTertinggal(
        kode, nama, rata_rata, tulisan, skala(aturan).letak(rata_rata), len(capaian), di_bawah
    )


@dataclass(frozen=True, slots=True)
class GarisBulan:
    """A line over months, in percent of its frame, written for SVG; a month without a number leaves a gap.

    Attributes:
        titik: (x, y) of each number.
        ruas: (x1, y1, x2, y2) between neighbours.
        batas: y of what is expected; blank where it lies outside of the frame.
        bawah: the number at the lower edge of the frame.
        atas: the number at its upper edge.
    """

    titik: tuple[tuple[str, str], ...]
    ruas: tuple[tuple[str, str, str, str], ...]
    batas: str
    bawah: float
    atas: float


def garis(deret: Sequence[float], aturan: Aturan) -> GarisBulan:
    """Return the line of numbers over months, its frame whole numbers that hold them all; NaN where there is none."""
    ada = [nilai for nilai in deret if not isnan(nilai)] or [0.0]
    bawah, atas = float(floor(min(ada)) - 1), float(ceil(max(ada)) + 1)
    lebar = 100 / max(len(deret), 1)

    def _y(nilai: float) -> str:
        return f"{(atas - nilai) / (atas - bawah) * 100:.1f}"

    letak = [
        None if isnan(nilai) else (f"{(nomor + 0.5) * lebar:.1f}", _y(nilai))
        for nomor, nilai in enumerate(deret)
    ]
    tepi = ekspektasi(aturan).batas
    return GarisBulan(
        titik=tuple(titik for titik in letak if titik),
        ruas=tuple((*dari, *ke) for dari, ke in pairwise(letak) if dari and ke),
        batas=_y(tepi) if bawah < tepi < atas else "",
        bawah=bawah,
        atas=atas,
    )
