"""What a score rests on changed before a month is computed: its own register has nothing to compare with, so the year's tells."""

import csv
from pathlib import Path

import openpyxl
import pytest
from alur.riwayat.buku_uji import kepala, ubah, ubah_indikator

APRIL, MEI = (("--periode", f"2026-0{bulan}", "--paralel", "1") for bulan in (4, 5))
UNIT, NIP = "PKM-TB", "198604092024212934"
TARGET = f"target/{UNIT}.xlsx"


def temuan(kota: Path, kode: str, bulan: str = "2026-05") -> list[tuple[str, str]]:
    """Return the findings of a kind among a month's results, as cell and sentence."""
    with (kota / f"hasil/{bulan}/temuan.csv").open(encoding="utf-8", newline="") as berkas:
        return [(b["sel"], b["pesan"]) for b in csv.DictReader(berkas) if b["kode"] == kode]


@pytest.fixture
def april(kota, jalankan) -> Path:
    """The city with its April computed, and its May to come."""
    assert jalankan("hitung", kota, *APRIL)[0] == 0
    return kota


def test_definisi_yang_diubah_sebelum_bulannya_dihitung_disebut_di_bulan_itu(april, jalankan):
    sel, _, _ = ubah_indikator(april / "skema.xlsx", "KES-02", "Polaritas", "Minimal")
    ubah_indikator(april / "skema.xlsx", "KES-02", "Satuan", "PERSEN")  # the same, and no change
    ubah_indikator(april / "skema.xlsx", "KES-02", "Batas Atas", None)
    kalimat = (
        "KES-02 (Cakupan kunjungan ibu hamil K6) sekarang lain daripada ketika tahun ini pertama kali dinilai: Polaritas semula "
        "Maksimal, sekarang Minimal; Batas Atas semula 100, sekarang tidak ada."
    )
    assert kalimat in " ".join(jalankan("validasi", april, *MEI)[2].split())
    for _ in range(2):
        assert jalankan("hitung", april, *MEI)[0] == 0
        assert temuan(april, "indikator-diubah") == [(sel, kalimat)]
    assert jalankan("verifikasi", april, *MEI)[0] == 0
    assert (
        "Indikator KES-02: Polaritas: Maksimal → Polaritas: Minimal"
        in jalankan("riwayat", april)[1] + (jalankan("riwayat", april)[2])
    )


def test_bulan_yang_registernya_menyebutnya_tidak_menyebutnya_dua_kali(april, jalankan):
    ubah_indikator(april / "skema.xlsx", "KES-02", "Polaritas", "Minimal")
    assert jalankan("hitung", april, *APRIL)[0] == 0
    assert temuan(april, "indikator-diubah", "2026-04") == []
    assert "Polaritas: Minimal" in (april / "hasil/2026-04/perubahan.csv").read_text(encoding="utf-8")


def test_yang_diperbaiki_sebelum_tahun_itu_mulai_dinilai_bukan_perubahan(kota, jalankan):
    jalankan("validasi", kota, *APRIL)
    ubah_indikator(kota / "skema.xlsx", "KES-02", "Polaritas", "Minimal")
    assert jalankan("hitung", kota, *APRIL)[0] == 0
    assert temuan(kota, "indikator-diubah", "2026-04") == []


def ganti_kode(kota: Path, lama: str, baru: str) -> None:
    """Give an indicator another code, in the schema and in every book."""
    for berkas in (kota / "skema.xlsx", *kota.glob("target/*.xlsx"), *kota.glob("capaian/2026-05/*.xlsx")):
        buku = openpyxl.load_workbook(berkas)
        for nama in {"Indikator", "Target", "Capaian"} & {*buku.sheetnames}:
            kolom = kepala(buku[nama], "Kode Indikator").column
            for (sel,) in buku[nama].iter_rows(min_col=kolom, max_col=kolom):
                if sel.value == lama:
                    sel.value = baru
        buku.save(berkas)


def test_target_yang_hilang_bersama_kode_indikatornya_disebut(april, jalankan):
    ganti_kode(april, "KES-02", "KES-02A")
    ubah(april / TARGET, "Target", "Mei", NIP, "KES-02A", 60)
    assert jalankan("hitung", april, *MEI)[0] == 0
    kalimat = "Target KES-02 untuk Mei 2026 sekarang tidak ada, padahal semula 85: menjadi lebih ringan."
    assert ("", kalimat) in temuan(april, "target-diturunkan")


def test_kode_yang_salah_ketik_waktu_pertama_dibaca_bukan_target_yang_hilang(kota, jalankan):
    ubah(kota / TARGET, "Target", "Kode Indikator", NIP, "KES-02", "KES-2")
    jalankan("validasi", kota, *APRIL)
    ubah(kota / TARGET, "Target", "Kode Indikator", NIP, "KES-2", "KES-02")
    for bulan in (APRIL, MEI):
        assert jalankan("hitung", kota, *bulan)[0] == 0
    assert temuan(kota, "target-diturunkan") == []
