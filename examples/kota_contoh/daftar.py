"""Reads the tables in data/ and gives them a shape: units, indicators, civil servants and their placements.

The tables are plain CSV so that somebody who knows offices, not Python, can change the story.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from random import Random

TAHUN = 2026
INSTANSI = "Pemerintah Kota Bukittinggi (contoh fiktif)"
BENIH = "asn-nilai/contoh/2026"
BULAN = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des")

_DATA = Path(__file__).parent / "data"
# Birth years that make sense for a golongan: somebody in IV/c did not leave school last year.
_TAHUN_LAHIR = {
    "IV": (1968, 1977),
    "III/d": (1974, 1983),
    "III/c": (1978, 1988),
    "III": (1985, 1996),
    "II": (1990, 2001),
}


@dataclass(frozen=True)
class Unit:
    """One work unit; `kepala` is the sequence number of its head."""

    kode: str
    nama: str
    jenis: str
    kepala: int


@dataclass(frozen=True)
class Indikator:
    """One catalogued indicator with its twelve base targets (None: not measured in that month)."""

    kode: str
    nama: str
    definisi: str
    aspek: str
    satuan: str
    polaritas: str
    agregasi: str
    jenis_nilai: str
    batas_bawah: Decimal | None
    batas_atas: Decimal | None
    nilai_terburuk: Decimal | None
    frekuensi: str
    wajib_bukti: str
    berlaku_untuk: str
    sumber_data: str
    lingkup: str
    layanan_publik: str
    pembilang: str
    penyebut: str
    skala: bool
    target: tuple[Decimal | None, ...]


@dataclass(frozen=True)
class Penempatan:
    """One row of the register: who works where, from when until when, and what is asked of the post."""

    urut: int
    nip: str
    nama: str
    jenis_asn: str
    golongan: str
    jabatan: str
    jenis_jabatan: str
    unit: str
    atasan: int | None
    paket: str
    kinerja: str
    mulai: date | None
    selesai: date | None

    def bertugas(self, bulan: int) -> bool:
        """Whether the placement covers the month (1–12); placements change at month boundaries only."""
        mulai = self.mulai.month if self.mulai else 1
        selesai = self.selesai.month if self.selesai else 12
        return mulai <= bulan <= selesai


def _tabel(nama: str) -> Iterator[dict[str, str]]:
    """Yield the rows of one CSV table."""
    with (_DATA / f"{nama}.csv").open(encoding="utf-8", newline="") as berkas:
        yield from csv.DictReader(berkas)


def _angka(teks: str) -> Decimal | None:
    """Give the number of a cell, or None for a blank one."""
    return Decimal(teks) if teks else None


def _tanggal(teks: str) -> date | None:
    """Give the date of a cell, or None for a blank one."""
    return date.fromisoformat(teks) if teks else None


def _nip(urut: int, jk: str, jenis_asn: str, golongan: str, mulai: date | None) -> str:
    """Invent a NIP of the right shape whose last three digits are the person's number in the tables."""
    acak = Random(f"{BENIH}/nip/{urut}")
    kelompok = next((k for k in _TAHUN_LAHIR if golongan.startswith(k)), "III")
    lahir = acak.randint(*_TAHUN_LAHIR[kelompok]) if jenis_asn == "PNS" else acak.randint(1985, 1999)
    depan = f"{lahir}{acak.randint(1, 12):02}{acak.randint(1, 28):02}"
    if jenis_asn == "PNS":
        # Nobody of these golongan was appointed in the last few years.
        angkat = f"{min(lahir + acak.randint(23, 27), 2022)}{acak.choice((1, 3, 4, 12)):02}"
    else:
        angkat = f"{TAHUN if mulai and mulai.year == TAHUN else acak.choice((2022, 2023, 2024))}21"
    return f"{depan}{angkat}{'1' if jk == 'L' else '2'}{urut:03}"


@cache
def daftar_unit() -> tuple[Unit, ...]:
    """All units in the order of the register."""
    return tuple(
        Unit(b["kode_unit"], b["unit_kerja"], b["jenis_unit"], int(b["kepala"])) for b in _tabel("unit")
    )


@cache
def daftar_indikator() -> dict[str, Indikator]:
    """All indicators by code, with their base targets."""
    target = {b["kode_indikator"]: b for b in _tabel("target")}
    hasil = {}
    for b in _tabel("indikator"):
        t = target[b["kode_indikator"]]
        hasil[b["kode_indikator"]] = Indikator(
            kode=b["kode_indikator"],
            nama=b["indikator"],
            definisi=b["definisi"],
            aspek=b["aspek"],
            satuan=b["satuan"],
            polaritas=b["polaritas"],
            agregasi=b["agregasi"],
            jenis_nilai=b["jenis_nilai"],
            batas_bawah=_angka(b["batas_bawah"]),
            batas_atas=_angka(b["batas_atas"]),
            nilai_terburuk=_angka(b["nilai_terburuk"]),
            frekuensi=b["frekuensi"],
            wajib_bukti=b["wajib_bukti"],
            berlaku_untuk=b["berlaku_untuk"],
            sumber_data=b["sumber_data"],
            lingkup=b["lingkup"],
            layanan_publik=b["layanan_publik"],
            pembilang=b["pembilang"],
            penyebut=b["penyebut"],
            skala=t["skala"] == "Ya",
            target=tuple(_angka(t[bulan.lower()]) for bulan in BULAN),
        )
    return hasil


@cache
def daftar_penempatan() -> tuple[Penempatan, ...]:
    """All placements in the order of the register; a person who moves stands here twice."""
    hasil = []
    for b in _tabel("pegawai"):
        mulai, urut = _tanggal(b["mulai"]), int(b["urut"])
        hasil.append(
            Penempatan(
                urut=urut,
                nip=_nip(urut, b["jk"], b["jenis_asn"], b["golongan"], mulai),
                nama=b["nama"],
                jenis_asn=b["jenis_asn"],
                golongan=b["golongan"],
                jabatan=b["jabatan"],
                jenis_jabatan=b["jenis_jabatan"],
                unit=b["kode_unit"],
                atasan=int(b["atasan"]) if b["atasan"] else None,
                paket=b["paket"],
                kinerja=b["kinerja"],
                mulai=mulai,
                selesai=_tanggal(b["selesai"]),
            )
        )
    return tuple(hasil)


@cache
def nip_menurut_urut() -> dict[int, str]:
    """The NIP of each sequence number, those of superiors whose own offices are not in the register among them."""
    pejabat = {
        int(b["urut"]): _nip(int(b["urut"]), b["jk"], "PNS", b["golongan"], None) for b in _tabel("pejabat")
    }
    return {p.urut: p.nip for p in daftar_penempatan()} | pejabat


@cache
def daftar_paket() -> dict[str, tuple[tuple[str, int], ...]]:
    """What is asked of each kind of post: (Kode Indikator, Bobot) pairs that total 100."""
    hasil: dict[str, list[tuple[str, int]]] = {}
    for b in _tabel("paket"):
        hasil.setdefault(b["paket"], []).append((b["kode_indikator"], int(b["bobot"])))
    for paket, isi in hasil.items():
        if sum(bobot for _, bobot in isi) != 100:
            pesan = f"bobot paket {paket} tidak berjumlah 100"
            raise ValueError(pesan)
    return {paket: tuple(isi) for paket, isi in hasil.items()}


@cache
def kepala_unit(unit: str) -> Penempatan:
    """The head of a unit."""
    urut = next(u.kepala for u in daftar_unit() if u.kode == unit)
    return next(p for p in daftar_penempatan() if p.urut == urut)


def penempatan_unit(unit: str) -> list[Penempatan]:
    """All placements of a unit in the year."""
    return [p for p in daftar_penempatan() if p.unit == unit]
