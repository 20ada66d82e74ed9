"""Whoever was scored and stands on the sheet Pegawai no more is told of: a new NIP has no first targets to be compared with."""

import csv
from pathlib import Path

import openpyxl
import pytest
from alur.riwayat.buku_uji import hapus_baris, ubah

pytestmark = pytest.mark.usefixtures("hanya_data")
APRIL, MEI = (("--periode", f"2026-0{bulan}", "--paralel", "1") for bulan in (4, 5))
UNIT, NIP, BARU = "PKM-TB", "198604092024212934", "198604092024212950"
TARGET = f"target/{UNIT}.xlsx"
KALIMAT = (
    f"NIP {NIP} bertarget di unit ini dan dihitung pada April 2026, tetapi tidak ada lagi di lembar Pegawai: target dan bobotnya tidak "
    "dapat dibandingkan dengan semula."
)


def hilang(kota: Path, bulan: str = "2026-05") -> list[str]:
    with (kota / f"hasil/{bulan}/temuan.csv").open(encoding="utf-8", newline="") as berkas:
        return [b["pesan"] for b in csv.DictReader(berkas) if b["kode"] == "asn-hilang"]


def ganti(berkas: Path, lama: str, baru: str) -> None:
    buku = openpyxl.load_workbook(berkas)
    for sel in (
        sel for lembar in buku for baris in lembar.iter_rows() for sel in baris if str(sel.value) == lama
    ):
        sel.value = baru
    buku.save(berkas)


def ganti_di_mana_mana(kota: Path) -> None:
    for berkas in ("skema.xlsx", TARGET, f"capaian/2026-04/{UNIT}.xlsx", f"capaian/2026-05/{UNIT}.xlsx"):
        ganti(kota / berkas, NIP, BARU)
    ubah(kota / TARGET, "Target", "Mei", BARU, "KES-02", 60)


def hapus(kota: Path) -> None:
    hapus_baris(kota / "skema.xlsx", "Pegawai", NIP)


@pytest.mark.parametrize("siasat", [ganti_di_mana_mana, hapus])
def test_yang_dihapus_atau_berganti_nip_di_mana_mana_disebut(kota, jalankan, siasat):
    jalankan("hitung", kota, *APRIL)
    siasat(kota)
    assert KALIMAT in " ".join(jalankan("validasi", kota, *MEI)[2].split())
    for _ in range(2):
        jalankan("hitung", kota, *MEI)
        assert hilang(kota) == [KALIMAT]
    assert jalankan("verifikasi", kota, *MEI)[0] == 0
    jalankan("hitung", kota, *APRIL)  # its own register tells of April
    assert hilang(kota, "2026-04") == []
    assert f"pegawai,{UNIT},{NIP}" in (kota / "hasil/2026-04/perubahan.csv").read_text(encoding="utf-8")


def test_yang_barisnya_masih_ada_tidak_hilang(kota, jalankan):
    jalankan("hitung", kota, *APRIL)
    ubah(kota / "skema.xlsx", "Pegawai", "Selesai", NIP, "", "2026-04-30")
    jalankan("hitung", kota, *MEI)
    assert hilang(kota) == []
    ubah(kota / "skema.xlsx", "Pegawai", "NIP", NIP, "", NIP[:-1])  # a faulty row is told as such
    jalankan("hitung", kota, *MEI)
    assert hilang(kota) == []


def test_nip_yang_hanya_salah_ketik_di_buku_target_tidak_hilang(kota, jalankan):
    ganti(kota / TARGET, NIP, BARU)
    jalankan("hitung", kota, *APRIL)
    ganti(kota / TARGET, BARU, NIP)
    jalankan("hitung", kota, *MEI)
    assert hilang(kota) == []
