"""Draws the year's numbers from a fixed seed: targets, what was reached, and how people behaved.

Every draw has its own seed (person, indicator, month), so that a change to one row leaves all others as they are.
"""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from random import Random

from .daftar import (
    BENIH,
    TAHUN,
    Indikator,
    Penempatan,
    daftar_indikator,
    daftar_paket,
    kepala_unit,
    penempatan_unit,
)

ASPEK_PERILAKU = (
    "Berorientasi Pelayanan",
    "Akuntabel",
    "Kompeten",
    "Harmonis",
    "Loyal",
    "Adaptif",
    "Kolaboratif",
)
DI_ATAS, SESUAI, DI_BAWAH = "Di Atas Ekspektasi", "Sesuai Ekspektasi", "Di Bawah Ekspektasi"
NAMA_BULAN = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip

# How well somebody works: the share of the target that a month brings.
_KINERJA = {
    "unggul": (1.02, 1.15),
    "baik": (0.92, 1.03),
    "cukup": (0.88, 1.00),
    "lemah": (0.72, 0.93),
    "anjlok": (0.55, 0.75),
    "tepat": (1.00, 1.00),
}
# Months in which a leader saw behaviour below what is expected: (sequence number, month).
_PERILAKU_RENDAH = {(980, 4), (905, 3), (927, 5), (968, 2), (917, 6)}
# The leader's own word where it differs from what the seven aspects give.
_KATA_PIMPINAN = {
    (909, 2): (DI_ATAS, "Menyusun panduan layanan untuk rekan sekantor"),
    (944, 3): (SESUAI, "Hasil baik, kerja sama antarruang masih perlu dijaga"),
    (960, 5): (DI_ATAS, "Menggantikan rekan yang cuti tanpa diminta"),
}
_IDE_BARU = {(907, 3), (928, 4), (965, 5), (974, 2)}
# How many infants turn one in a month, in the area of each unit.
_SASARAN = {"DINKES": (24, 34), "PKM-TB": (52, 68), "PKM-MDG": (40, 55)}
# In these units the leader gives one rating to the Pelaksana and leaves the seven aspects blank.
_TANPA_ASPEK = {"KEL-PPK"}


@dataclass(frozen=True)
class BarisTarget:
    """One row of a target sheet: an ASN, an indicator, its bobot and twelve targets."""

    asn: Penempatan
    indikator: Indikator
    bobot: int
    target: tuple[Decimal | None, ...]
    tahunan: Decimal


@dataclass(frozen=True)
class Perilaku:
    """One row of a Perilaku sheet."""

    asn: Penempatan
    aspek: tuple[str | None, ...]
    rating: str | None
    ide_baru: bool
    catatan: str | None


def _tahunan(indikator: Indikator, target: tuple[Decimal | None, ...]) -> Decimal:
    """Give the year's target that agrees with the months: sum, mean or the last one."""
    ada = [t for t in target if t is not None]
    if indikator.agregasi == "Nilai Akhir":
        return ada[-1]
    jumlah = sum(ada, Decimal(0))
    if indikator.agregasi == "Jumlah":
        return jumlah
    rerata = (jumlah / len(ada)).quantize(Decimal("0.01"))
    if rerata * len(ada) != jumlah:
        pesan = f"rata-rata target {indikator.kode} tidak genap dua desimal"
        raise ValueError(pesan)
    return rerata.normalize()


@cache
def target_unit(unit: str) -> tuple[BarisTarget, ...]:
    """All target rows of a unit, ASN by ASN; months outside a placement are blank."""
    baris = []
    for asn in penempatan_unit(unit):
        for kode, bobot in daftar_paket()[asn.paket]:
            indikator = daftar_indikator()[kode]
            kali = Decimal(1)
            if indikator.skala:
                kali = Decimal(Random(f"{BENIH}/skala/{asn.urut}/{kode}").choice(("0.8", "1", "1", "1.2")))
            target = tuple(
                t * kali if t is not None and asn.bertugas(bulan) else None
                for bulan, t in enumerate(indikator.target, start=1)
            )
            if any(t is not None for t in target):
                baris.append(BarisTarget(asn, indikator, bobot, target, _tahunan(indikator, target)))
    return tuple(baris)


def _baris_kepala(baris: BarisTarget) -> BarisTarget:
    """The row of the head who carries the same figure of the unit."""
    kepala = kepala_unit(baris.asn.unit)
    return next(b for b in target_unit(kepala.unit) if (b.asn, b.indikator) == (kepala, baris.indikator))


def _taraf(asn: Penempatan, kode: str, bulan: int) -> Decimal:
    """Draw how large a share of the target this person reaches in the month."""
    acak = Random(f"{BENIH}/realisasi/{asn.urut}/{kode}/{bulan}")
    return Decimal(str(round(acak.uniform(*_KINERJA[asn.kinerja]), 4)))


def _mentah(indikator: Indikator, target: Decimal, taraf: Decimal) -> Decimal:
    """Give the realisasi that makes about `taraf` × 100 percent of the target."""
    if indikator.polaritas == "Maksimal":
        return target * taraf
    if indikator.polaritas == "Minimal":
        # With a target of nothing, only weak months have something to report.
        return target * (2 - taraf) if target else max(Decimal(0), (Decimal("0.95") - taraf) * 8)
    # Stabil: 100 at 90 % of the plan, 120 at 100 % of it.
    return target * (taraf * Decimal("0.9") if taraf <= 1 else Decimal("0.9") + (taraf - 1) / 2)


def _bulatkan(indikator: Indikator, nilai: Decimal) -> Decimal:
    """Round as the indicator is measured: whole numbers, thousands of rupiah, or one decimal."""
    if indikator.satuan == "rupiah":
        return (nilai / 1000).quantize(Decimal(1), ROUND_HALF_UP) * 1000
    return nilai.quantize(Decimal(1) if indikator.jenis_nilai == "Bulat" else Decimal("0.1"), ROUND_HALF_UP)


@cache
def rasio(baris: BarisTarget, bulan: int) -> tuple[int, int] | None:
    """What a ratio of the unit counts in the month, above and below its line; None for what is none."""
    target, indikator, unit = baris.target[bulan - 1], baris.indikator, baris.asn.unit
    if indikator.agregasi != "Rasio" or target is None:
        return None
    penyebut = Random(f"{BENIH}/rasio/{unit}/{indikator.kode}/{bulan}").randint(*_SASARAN[unit])
    persen = target * _taraf(kepala_unit(unit), indikator.kode, bulan)
    return min(penyebut, int((persen * penyebut / 100).quantize(Decimal(1), ROUND_HALF_UP))), penyebut


@cache
def realisasi(baris: BarisTarget, bulan: int) -> Decimal | None:
    """What was reached in the month (1–12), within the indicator's bounds; None in a month without a target.

    A unit's figure is drawn as its head's, so that all who carry it have the same.
    """
    target, indikator = baris.target[bulan - 1], baris.indikator
    if target is None:
        return None
    if (milik := rasio(baris, bulan)) is not None:
        return (Decimal(100) * milik[0] / milik[1]).quantize(Decimal("0.1"), ROUND_HALF_UP)
    if indikator.lingkup == "Unit" and baris.asn != kepala_unit(baris.asn.unit):
        return realisasi(_baris_kepala(baris), bulan)
    nilai = _bulatkan(indikator, _mentah(indikator, target, _taraf(baris.asn, indikator.kode, bulan)))
    if indikator.agregasi == "Nilai Akhir" and indikator.frekuensi == "Bulanan" and bulan > 1:
        # These count from January on: a total never shrinks.
        nilai = max(nilai, realisasi(baris, bulan - 1) or nilai)
    if indikator.batas_atas is not None:
        nilai = min(nilai, indikator.batas_atas)
    return nilai if indikator.batas_bawah is None else max(nilai, indikator.batas_bawah)


def bukti(baris: BarisTarget, bulan: int) -> str | None:
    """Name the evidence; where none is asked for, some give it all the same."""
    indikator = baris.indikator
    if indikator.lingkup == "Unit" and baris.asn != kepala_unit(baris.asn.unit):
        return bukti(_baris_kepala(baris), bulan)
    acak = Random(f"{BENIH}/bukti/{baris.asn.urut}/{indikator.kode}/{bulan}")
    if indikator.wajib_bukti != "Ya" and acak.random() < 0.6:
        return None
    nomor = acak.randint(11, 498)
    return f"{indikator.sumber_data} {NAMA_BULAN[bulan - 1]} {TAHUN}, no. {nomor}/{baris.asn.unit}"


def _aspek(asn: Penempatan, bulan: int) -> tuple[str, ...]:
    """Draw the seven aspect ratings of a month."""
    acak = Random(f"{BENIH}/perilaku/{asn.urut}/{bulan}")
    if (asn.urut, bulan) in _PERILAKU_RENDAH:
        return tuple(acak.choices((DI_BAWAH, SESUAI), (9, 1), k=7))
    tinggi = 0.85 if asn.kinerja == "unggul" and acak.random() < 0.7 else 0.2
    return tuple(acak.choices((DI_ATAS, SESUAI), (tinggi, 1 - tinggi), k=7))


def rating_dari_aspek(aspek: tuple[str, ...]) -> str:
    """Give the behaviour rating that the mean of the seven aspects stands for."""
    rerata = Decimal(sum({DI_BAWAH: 1, SESUAI: 2, DI_ATAS: 3}[a] for a in aspek)) / len(aspek)
    return DI_ATAS if rerata >= Decimal("2.5") else SESUAI if rerata >= Decimal("1.5") else DI_BAWAH


def perilaku(asn: Penempatan, bulan: int) -> Perilaku:
    """The behaviour row of an ASN for a month."""
    aspek = _aspek(asn, bulan)
    rating, catatan = None, None
    if (asn.urut, bulan) in _KATA_PIMPINAN:
        rating, catatan = _KATA_PIMPINAN[asn.urut, bulan]
    elif (asn.urut, bulan) in _PERILAKU_RENDAH:
        rating, catatan = DI_BAWAH, "Sudah ditegur secara tertulis dan sedang dibina"
    elif asn.urut % 5 == 0:
        rating = rating_dari_aspek(aspek)
    if asn.unit in _TANPA_ASPEK and asn.jenis_jabatan == "Pelaksana":
        return Perilaku(asn, (None,) * 7, rating or rating_dari_aspek(aspek), ide_baru=False, catatan=catatan)
    return Perilaku(asn, aspek, rating, (asn.urut, bulan) in _IDE_BARU, catatan)


def periode(bulan: int) -> str:
    """Name a month as the work folder does: 2026-03."""
    return f"{TAHUN}-{bulan:02}"
