"""Made-up cities for the publication: many small groups, movers, months that lack units. All names are fiction."""

import random
from math import nan

import pandas as pd

from asn_nilai.acuan.hasil.nilai import BELUM_DINILAI, DINILAI
from asn_nilai.acuan.isian.indikator.indikator import Agregasi, Indikator, JenisNilai, Lingkup, Polaritas
from asn_nilai.acuan.isian.skema import Skema, Unit
from asn_nilai.acuan.pengaturan import PengaturanRekap
from asn_nilai.acuan.periode import Bulan, Periode
from asn_nilai.acuan.profil.muat_aturan import muat_aturan
from asn_nilai.acuan.rekap.bahan import BahanRekap, HasilPeriode

ATURAN = muat_aturan("permenpanrb-6-2022")
JENIS = ("Dinas", "Kelurahan", "Puskesmas")
INDIKATOR = (
    Indikator("IZN", "Izin yang diterbitkan", "izin", Polaritas.MAKSIMAL, Agregasi.JUMLAH, JenisNilai.BULAT),
    Indikator("TGU", "Waktu tunggu", "menit", Polaritas.MINIMAL, Agregasi.RATA_RATA),
    Indikator(
        "IMN", "Cakupan imunisasi", "persen", Polaritas.MAKSIMAL, Agregasi.NILAI_AKHIR, batas_atas=100.0
    ),
    Indikator("SRP", "Penyerapan anggaran", "persen", Polaritas.STABIL, Agregasi.NILAI_AKHIR),
    Indikator(
        "PUA",
        "Warga yang puas",
        "persen",
        Polaritas.MAKSIMAL,
        Agregasi.RASIO,
        pembilang="puas",
        penyebut="ditanya",
    ),
)
MILIK_UNIT = (
    Indikator(
        "IDL", "Imunisasi lengkap", "persen", Polaritas.MAKSIMAL, Agregasi.RASIO, batas_atas=100.0,
        lingkup=Lingkup.UNIT, pembilang="bayi lengkap", penyebut="semua bayi",
    ),
    Indikator("SKM", "Kepuasan masyarakat", "poin", Polaritas.MAKSIMAL, Agregasi.NILAI_AKHIR, lingkup=Lingkup.UNIT),
    Indikator("KLH", "Keluhan terlambat", "keluhan", Polaritas.MINIMAL, Agregasi.JUMLAH, lingkup=Lingkup.UNIT),
)  # fmt: skip
SEMUA = (*INDIKATOR, *MILIK_UNIT)
BERASIO = {i.kode for i in SEMUA if i.rasio}
PENYEBUT = 40.0
_RINCIAN = ["kode_unit", "nip", "kode_indikator", "target", "realisasi", "capaian", "pembilang", "penyebut"]
_NILAI = ["kode_unit", "nip", "nama", "jabatan", "nilai_hasil_kerja", "predikat", "status"]


def skema(unit=6, indikator=SEMUA) -> Skema:
    semua = [Unit(f"U{n}", f"Unit {n}", JENIS[n % len(JENIS)]) for n in range(unit)]
    return Skema({u.kode: u for u in semua}, (), {i.kode: i for i in indikator})


def nip_ke(nomor: int) -> str:
    return f"1985010120100110{nomor:02d}"


def rincian(baris) -> pd.DataFrame:
    """Return the frame of rincian.csv from (unit, NIP, indicator, target, realisasi); None is no realisasi.

    A ratio counts so many of PENYEBUT as give its realisasi.
    """
    isi = [
        (
            u, n, i, t, *((nan, nan) if r is None else (r, 100.0)),
            *((r * PENYEBUT / 100, PENYEBUT) if i in BERASIO and r is not None else (nan, nan)),
        )
        for u, n, i, t, r in baris
    ]  # fmt: skip
    return pd.DataFrame(isi, columns=_RINCIAN).astype(dict.fromkeys(_RINCIAN[3:], float))


def nilai(baris) -> pd.DataFrame:
    """Return the frame of nilai.csv from (unit, NIP, NHK, predikat); a blank predikat is not scored."""
    isi = [
        (unit, nip, f"Nama {nip}", f"Jabatan {nip}", nhk, predikat, DINILAI if predikat else BELUM_DINILAI)
        for unit, nip, nhk, predikat in baris
    ]
    return pd.DataFrame(isi, columns=_NILAI)


def hasil(periode: Periode, baris_nilai=(), baris_rincian=()) -> HasilPeriode:
    return HasilPeriode(periode, nilai(baris_nilai), rincian(baris_rincian), {})


def bahan(bulanan, periode="2026-03", baris_nilai=(), k=5, unit=6, indikator=SEMUA) -> BahanRekap:
    """Return what a publication is drawn from.

    Args:
        bulanan: rows of `rincian` by month (1 to 12).
        periode: the period's code.
        baris_nilai: rows of `nilai` of the period itself.
        k: the smallest number of persons.
        unit: number of units, codes U0, U1, …
        indikator: the register of indicators.
    """
    dipilih = Periode.dari_teks(periode)
    bulan = tuple(Bulan(2026, nomor) for nomor in range(1, dipilih.bulan[-1].bulan + 1))
    semua = {
        b: hasil(Periode.dari_teks(b.kode), baris_nilai, bulanan[b.bulan])
        for b in bulan
        if b.bulan in bulanan
    }
    sendiri = semua.get(dipilih.bulan[0]) if len(dipilih.bulan) == 1 else None
    daftar = skema(unit, indikator)
    return BahanRekap(
        instansi="Kota Contoh",
        periode=dipilih,
        aturan=ATURAN,
        skema=daftar,
        hasil=sendiri or hasil(dipilih, baris_nilai),
        bulan=bulan,
        bulanan=semua,
        hilang={b: "belum ada" for b in bulan if b not in semua},
        unit=tuple(daftar.unit),
        terpilih=False,
        pengaturan=PengaturanRekap.model_construct(k_publik=k),
    )


def kota_acak(benih: int, unit=6):
    """Return six months of a random city: (rows of `rincian` by month, rows of `nilai`)."""
    acak = random.Random(benih)
    tempat = {nip_ke(n): min(int(acak.expovariate(0.5)), unit - 1) for n in range(acak.randint(15, 45))}
    pegang = {nip: acak.sample(SEMUA, acak.randint(1, 6)) for nip in tempat}
    bulanan, aktif = {}, set(acak.sample(sorted(tempat), int(len(tempat) * 0.85)))
    for bulan in range(1, 7):
        tidak_setor = {acak.randrange(unit)} if acak.random() < 0.4 else set()
        for nip in tempat:
            if acak.random() < 0.06:
                aktif ^= {nip}
            if acak.random() < 0.04:
                tempat[nip] = acak.randrange(unit)
        bulanan[bulan] = [
            (
                f"U{tempat[nip]}",
                nip,
                indikator.kode,
                50.0,
                None
                if acak.random() < 0.05
                else _acak_realisasi(acak, f"{benih}/{bulan}/{tempat[nip]}", indikator),
            )
            for nip in sorted(aktif)
            if tempat[nip] not in tidak_setor
            for indikator in pegang[nip]
        ]
    urutan = ATURAN.predikat.urutan
    baris = [
        (f"U{tempat[nip]}", nip, round(acak.gauss(97, 6), 2), acak.choices(urutan, (4, 12, 2, 1, 1))[0])
        for nip in sorted(aktif)
    ]
    return bulanan, baris


def _acak_realisasi(acak: random.Random, tempat: str, indikator: Indikator) -> float:
    """Draw a figure; a unit's own is one for all who carry it there and then."""
    sendiri = random.Random(f"{tempat}/{indikator.kode}") if indikator.milik_unit else acak
    return float(sendiri.randint(30, 60))


def pelapor(bulanan) -> dict[tuple[str, str, str], frozenset[str]]:
    """Return who reported: what the attacker knows. Behind a unit's own figure stands nobody."""
    bukan_orang = {i.kode for i in MILIK_UNIT}
    siapa: dict[tuple[str, str, str], set[str]] = {}
    for bulan, baris in bulanan.items():
        for unit, nip, indikator, _, realisasi in baris:
            if realisasi is not None and indikator not in bukan_orang:
                siapa.setdefault((indikator, unit, f"2026-{bulan:02d}"), set()).add(nip)
    return {kunci: frozenset(nip) for kunci, nip in siapa.items()}


def laporan(unit: str, banyak: int, mulai: int = 0, indikator="IZN", target=10.0, realisasi=9.0):
    """Return rows of `rincian`: so many persons of a unit with the same figures."""
    return [(unit, nip_ke(mulai + n), indikator, target, realisasi) for n in range(banyak)]
