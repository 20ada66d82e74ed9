"""What a made-up city holds: indicators, units, ASN, targets and realisasi, drawn from a fixed seed.

Everything is invented and clean: the program finds nothing to object to, so that a run measures its ordinary work.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

TAHUN, BULAN = 2026, 6
INSTANSI = "Pemerintah Kota Tolok Ukur (fiktif)"
NAMA_BULAN = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des")
RATING = ("Di Atas Ekspektasi", "Sesuai Ekspektasi", "Di Bawah Ekspektasi")
_JARAK = {"Bulanan": 1, "Triwulanan": 3, "Semesteran": 6}
_JENIS_UNIT = (
    ("Dinas", "DIN"),
    ("Badan", "BDN"),
    ("Kecamatan", "KEC"),
    ("Kelurahan", "KEL"),
    ("Puskesmas", "PKM"),
)
_GOLONGAN = {"PNS": ("II/c", "III/a", "III/c", "IV/a"), "PPPK": ("V", "VII", "IX")}
_JABATAN = (
    ("Analis Kebijakan Ahli Muda", "Fungsional"),
    ("Pranata Komputer Ahli Pertama", "Fungsional"),
    ("Arsiparis Terampil", "Fungsional"),
    ("Pengelola Data", "Pelaksana"),
    ("Pengadministrasi Umum", "Pelaksana"),
)
_CENDERUNG = ((8, 2, 0), (4, 6, 0), (2, 7, 1), (2, 7, 1), (0, 3, 7))
"""How often an ASN gets each of the ratings: most as expected, some above, some below."""
_DEPAN = (
    "Adi", "Ayu", "Bayu", "Citra", "Dewi", "Eka", "Fajar", "Gita", "Hadi", "Indah", "Joko", "Kartika", "Lestari",
    "Made", "Nur", "Oki", "Putri", "Rahmat", "Sari", "Tri", "Umar", "Vina", "Wahyu", "Yusuf", "Zahra",
)  # fmt: skip
_BELAKANG = (
    "Anggraini", "Basuki", "Chaniago", "Damanik", "Effendi", "Firmansyah", "Gunawan", "Hidayat", "Ismail", "Jamaludin",
    "Kusuma", "Lubis", "Maulana", "Nasution", "Oktaviani", "Prasetyo", "Rahayu", "Saputra", "Tanjung", "Utami",
    "Wibowo", "Yuliana", "Zulkarnain",
)  # fmt: skip


class Indikator(NamedTuple):
    """An indicator: the columns of the skema, then the range from which monthly targets are drawn.

    Nobody's are so much easier than a colleague's that they would be asked about.
    """

    kode: str
    nama: str
    aspek: str
    satuan: str
    polaritas: str
    agregasi: str
    jenis_nilai: str
    batas_bawah: int
    batas_atas: int
    terburuk: int | None
    frekuensi: str
    wajib_bukti: str
    dari: int
    sampai: int


INDIKATOR = tuple(
    Indikator(f"IND-{nomor:02}", *isi)  # type: ignore[arg-type]
    for nomor, isi in enumerate(
        (
            ("Laporan kegiatan yang disampaikan", "Kuantitas", "laporan", "Maksimal", "Jumlah", "Bulat", 0, 200, None, "Bulanan", "Ya", 8, 12),
            ("Berkas pelayanan yang diselesaikan", "Kuantitas", "berkas", "Maksimal", "Jumlah", "Bulat", 0, 5000, None, "Bulanan", "Ya", 200, 300),
            ("Ketepatan isi dokumen", "Kualitas", "persen", "Maksimal", "Rata-rata", "Persen", 0, 100, None, "Bulanan", "Tidak", 75, 95),
            ("Lama penyelesaian permohonan", "Waktu", "hari", "Minimal", "Rata-rata", "Desimal", 0, 90, 30, "Bulanan", "Tidak", 10, 14),
            ("Keluhan yang melewati batas waktu", "Kualitas", "keluhan", "Minimal", "Jumlah", "Bulat", 0, 100, 20, "Bulanan", "Tidak", 6, 9),
            ("Penyerapan anggaran terhadap rencana", "Biaya", "persen", "Stabil", "Nilai Akhir", "Persen", 0, 100, None, "Bulanan", "Ya", 40, 60),
            ("Kepuasan masyarakat", "Kualitas", "indeks", "Maksimal", "Nilai Akhir", "Desimal", 0, 100, None, "Triwulanan", "Ya", 70, 90),
            ("Kunjungan lapangan", "Kuantitas", "kunjungan", "Maksimal", "Jumlah", "Bulat", 0, 200, None, "Bulanan", "Ya", 17, 25),
            ("Temuan pemeriksaan yang ditindaklanjuti", "Kualitas", "persen", "Maksimal", "Nilai Akhir", "Persen", 0, 100, None, "Semesteran", "Ya", 70, 95),
            ("Biaya rata-rata per kegiatan", "Biaya", "juta rupiah", "Minimal", "Rata-rata", "Desimal", 0, 500, None, "Bulanan", "Tidak", 27, 40),
            ("Kehadiran peserta pembinaan", "Kuantitas", "orang", "Maksimal", "Jumlah", "Bulat", 0, 2000, None, "Bulanan", "Tidak", 80, 120),
            ("Data yang dimutakhirkan", "Kualitas", "persen", "Maksimal", "Rata-rata", "Persen", 0, 100, None, "Bulanan", "Tidak", 70, 98),
        ),
        1,
    )
)  # fmt: skip


@dataclass(frozen=True)
class Asn:
    """A made-up civil servant."""

    nip: str
    nama: str
    jenis: str
    golongan: str
    jabatan: str
    jenis_jabatan: str


@dataclass(frozen=True)
class Rencana:
    """One row of a target workbook and what became of it: `target` has a figure or None for each month."""

    asn: Asn
    indikator: Indikator
    bobot: int
    target: tuple[float | None, ...]
    tahunan: float
    realisasi: float


@dataclass(frozen=True)
class Unit:
    """A made-up unit with its ASN (the first one is its head) and their rows; `perilaku` has seven ratings each."""

    kode: str
    nama: str
    jenis: str
    asn: tuple[Asn, ...]
    rencana: tuple[Rencana, ...]
    perilaku: tuple[tuple[str, ...], ...]


def daftar_unit(unit: int, asn: int, indikator: int, benih: int = 2026) -> Iterator[Unit]:
    """Draw `unit` units of `asn` ASN with `indikator` indicators each; the same numbers give the same city.

    Raises:
        ValueError: there are fewer indicators than asked for, or none is.
    """
    if not 1 <= indikator <= len(INDIKATOR):
        raise ValueError(f"indikator: 1 sampai {len(INDIKATOR)}")
    acak, dipakai = random.Random(benih), set[str]()
    for nomor in range(unit):
        jenis, singkatan = _JENIS_UNIT[nomor % len(_JENIS_UNIT)]
        semua = tuple(_asn(acak, dipakai, kepala=urut == 0) for urut in range(asn))
        rencana = tuple(r for orang in semua for r in _rencana(acak, orang, indikator))
        perilaku = tuple(tuple(acak.choices(RATING, acak.choice(_CENDERUNG), k=7)) for _ in semua)
        yield Unit(
            f"{singkatan}-{nomor + 1:02}", f"{jenis} Contoh {nomor + 1}", jenis, semua, rencana, perilaku
        )


def _asn(acak: random.Random, dipakai: set[str], *, kepala: bool) -> Asn:
    jenis = "PPPK" if not kepala and acak.random() < 0.2 else "PNS"
    nama = " ".join((*acak.sample(_DEPAN, 2), acak.choice(_BELAKANG)))
    golongan = acak.choice(_GOLONGAN[jenis])
    jabatan, jenis_jabatan = ("Kepala Unit", "Administrator") if kepala else acak.choice(_JABATAN)
    while (nip := _nip(acak, jenis)) in dipakai:
        pass
    dipakai.add(nip)
    return Asn(nip, nama, jenis, golongan, jabatan, jenis_jabatan)


def _nip(acak: random.Random, jenis: str) -> str:
    lahir = acak.randint(1968, 1996)
    diangkat = acak.randint(lahir + 22, 2025) if jenis == "PNS" else acak.randint(2021, 2025)
    bulan = f"{acak.randint(1, 12):02}" if jenis == "PNS" else "21"
    tanggal = f"{lahir}{acak.randint(1, 12):02}{acak.randint(1, 28):02}"
    return f"{tanggal}{diangkat}{bulan}{acak.randint(1, 2)}{acak.randint(1, 999):03}"


def _rencana(acak: random.Random, asn: Asn, banyak: int) -> Iterator[Rencana]:
    """Draw an ASN's rows; the second half of the year repeats the first, so that no target becomes easier through the year."""
    mutu = acak.triangular(0.8, 1.12, 0.97)
    bobot = [100 // banyak + (nomor < 100 % banyak) for nomor in range(banyak)]
    for indikator, bobot_ini in zip(sorted(acak.sample(INDIKATOR, banyak)), bobot, strict=True):
        terisi = [bulan % _JARAK[indikator.frekuensi] == 0 for bulan in range(1, 13)]
        target = tuple(_target(acak, indikator) if ada else None for ada in terisi[:6]) * 2
        bulan_ini = target[BULAN - 1] or 0.0
        hasil = mutu * acak.triangular(0.85, 1.15, 1.0)
        if indikator.polaritas != "Maksimal":
            hasil = 2 - hasil
        realisasi = min(_bulatkan(bulan_ini * hasil, indikator), float(indikator.batas_atas))
        yield Rencana(asn, indikator, bobot_ini, target, _tahunan(target, indikator), realisasi)


def _target(acak: random.Random, indikator: Indikator) -> float:
    return _bulatkan(acak.uniform(indikator.dari, indikator.sampai), indikator)


def _bulatkan(angka: float, indikator: Indikator) -> float:
    return round(angka, {"Bulat": 0, "Persen": 1}.get(indikator.jenis_nilai, 2))


def _tahunan(target: tuple[float | None, ...], indikator: Indikator) -> float:
    angka = [t for t in target if t is not None]
    if indikator.agregasi == "Nilai Akhir":
        return angka[-1]
    return round(sum(angka) if indikator.agregasi == "Jumlah" else sum(angka) / len(angka), 2)
