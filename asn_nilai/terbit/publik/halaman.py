"""The page of the publication: what a citizen with one minute learns, and how the figures were kept from telling on anyone."""

from dataclasses import dataclass, replace
from math import isnan

from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.rekap.publik import (
    MEMBAIK,
    MEMBURUK,
    MENDEKAT,
    MENJAUH,
    TETAP,
    AngkaLayanan,
    BarisLayanan,
    LayananPublik,
    Publik,
)
from asn_nilai.acuan.rumus.pita import sebut_label
from asn_nilai.acuan.tulisan import tulis_angka
from asn_nilai.terbit.halaman.bagan import Ruas, sebaran, skala, tetap
from asn_nilai.terbit.halaman.templat import rakit
from asn_nilai.terbit.publik.kamus import KAMUS, KINERJA, LAYANAN, SEBARAN

_TANDA = {MEMBAIK: "▲", MEMBURUK: "▼", TETAP: "=", MENDEKAT: "→", MENJAUH: "←"}
_TERCAPAI = ("✓ Tercapai", "✗ Belum")
_SESUAI = ("✓ Sesuai rencana", "✗ Menyimpang")
"""What is best near its target is never called reached: it may lie on either side."""
_DATA = (
    (LAYANAN, "hasil setiap indikator, seluruh kota dan menurut unit"),
    (SEBARAN, "sebaran predikat ASN"),
    (KINERJA, "rata-rata nilai hasil kerja menurut unit, dengan nama samaran"),
    (KAMUS, "arti setiap kolom"),
)


@dataclass(frozen=True, slots=True)
class BarisCetak:
    """One row, ready to print; without a capaian, it and `letak`, its place on the scale, are blank.

    `lalu` is the result of the month before and what it was measured against; `dihitung` what a unit's ratio counts, blank
    for all else; `status` whether the target is met, in words.
    """

    baris: BarisLayanan
    target: str
    realisasi: str
    capaian: str
    letak: str
    lalu: tuple[str, str]
    tanda: str
    status: str
    dihitung: str


@dataclass(frozen=True, slots=True)
class IndikatorCetak:
    """One indicator, ready to print."""

    layanan: LayananPublik
    seluruh: BarisCetak
    unit: tuple[BarisCetak, ...]

    @property
    def unit_belum(self) -> int:
        """Return how many of its rows miss their target."""
        return sum(not unit.baris.kini.tercapai for unit in self.unit)


@dataclass(frozen=True, slots=True)
class KelompokCetak:
    """One group of the spread of predikat: its bar, and its numbers in the order of the classes."""

    sebutan: str
    ruas: list[Ruas]
    jumlah: tuple[int, ...]


def halaman_publik(publik: Publik) -> str:
    """Return index.html of the publication: self-contained, nothing to load, no script."""
    semua = [_indikator(layanan, publik.aturan) for layanan in publik.layanan]
    garis = skala(publik.aturan)
    lalu = publik.periode.bulan[0].mundur(1).label if len(publik.periode.bulan) == 1 else ""
    return rakit(
        "publik.html.j2",
        gaya_tambahan="publik.css",
        aturan=publik.aturan,
        data=_DATA,
        instansi=publik.instansi,
        kelas=[sebut_label(kelas) for kelas in publik.sebaran.kelas] if publik.sebaran else [],
        kelompok=_kelompok(publik),
        lalu=lalu if any(layanan.seluruh.lalu for layanan in publik.layanan) else "",
        membaik=publik.bergerak(MEMBAIK),
        memburuk=publik.bergerak(MEMBURUK),
        periode=publik.periode,
        publik=publik,
        sebab=_sebab(publik),
        semua=semua,
        tanpa_capaian=any(not b.capaian for i in semua for b in (i.seluruh, *i.unit)),
        tik=(garis.letak(100),),
    )


def _indikator(layanan: LayananPublik, aturan: Aturan) -> IndikatorCetak:
    seluruh, *unit = (_cetak(baris, layanan, aturan) for baris in (layanan.seluruh, *layanan.unit))
    return IndikatorCetak(layanan, seluruh, tuple(unit))


def _cetak(baris: BarisLayanan, layanan: LayananPublik, aturan: Aturan) -> BarisCetak:
    kini = baris.kini
    return BarisCetak(
        baris,
        tulis_angka(kini.target),
        tulis_angka(kini.realisasi),
        _persen(kini.capaian),
        skala(aturan).letak(kini.capaian),
        _lalu(baris.lalu) if baris.lalu else ("", ""),
        _TANDA.get(baris.gerak, ""),
        _status(kini, layanan),
        "" if isnan(kini.penyebut) else f"{tulis_angka(kini.pembilang)} dari {tulis_angka(kini.penyebut)}",
    )


def _status(kini: AngkaLayanan, layanan: LayananPublik) -> str:
    """Return whether the target is met; where nothing was planned and nothing came, that is said instead."""
    if kini.nihil:
        return "✓ Target 0, hasil 0"
    return (_SESUAI if layanan.terdekat else _TERCAPAI)[not kini.tercapai]


def _persen(capaian: float) -> str:
    """Return a capaian as text, blank where there is none."""
    return "" if isnan(capaian) else f"{tetap(capaian, 1)}%"


def _lalu(lalu: AngkaLayanan) -> tuple[str, str]:
    """Return the month before: its result, and what that was measured against, without which `gerak` looks wrong."""
    pembanding = f"dari target {tulis_angka(lalu.target)} ({_persen(lalu.capaian) or 'tanpa capaian'})"
    return tulis_angka(lalu.realisasi), pembanding


def _kelompok(publik: Publik) -> list[KelompokCetak]:
    """Return the groups of the spread; a joint class takes the colour of its best predikat."""
    if publik.sebaran is None:
        return []
    nama = {kelas[0]: sebut_label(kelas) for kelas in publik.sebaran.kelas}
    hasil = []
    for kelompok in publik.sebaran.kelompok:
        jumlah = dict(zip(nama, kelompok.jumlah, strict=True))
        semua = sum(kelompok.jumlah)
        ruas = [
            replace(bagian, label=nama[bagian.label], persen=f"{tetap(bagian.jumlah / semua * 100, 0)}%")
            for bagian in sebaran(jumlah, publik.aturan)
            if bagian.label in nama
        ]
        hasil.append(KelompokCetak(kelompok.sebutan, ruas, kelompok.jumlah))
    return hasil


def _sebab(publik: Publik) -> dict[str, list[str]]:
    """Return what is not shown by its reason."""
    hasil: dict[str, list[str]] = {}
    for ditahan in publik.ditahan:
        hasil.setdefault(ditahan.sebab, []).append(ditahan.hal)
    return hasil
