"""What a score rests on changed before a month is computed: its own register has nothing to compare with, so the year's tells."""

import csv
from pathlib import Path

import openpyxl
import pytest
from alur.riwayat.buku_uji import baris_milik, kepala, ubah, ubah_indikator

from asn_nilai.alur.masukan import pemeriksaan
from asn_nilai.alur.riwayat import target_tahun
from asn_nilai.alur.riwayat.target_tahun import TargetSemula, buka_target, target_semula
from asn_nilai.alur.siapkan import siapkan

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


def test_kolom_yang_baru_diisi_kemudian_bukan_definisi_semula(april, jalankan):
    """The year's register has a line of it by now; what was first is that it was blank."""
    sel, semula, _ = ubah_indikator(april / "skema.xlsx", "KES-02", "Nilai Terburuk", 10)
    assert semula is None
    for bulan in (APRIL, MEI):
        assert jalankan("hitung", april, *bulan)[0] == 0
    ((tempat, kalimat),) = temuan(april, "indikator-diubah")
    assert tempat == sel
    assert kalimat.endswith("pertama kali dinilai: Nilai Terburuk semula tidak ada, sekarang 10.")


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


def test_bobot_yang_digeser_sebelum_bulannya_dihitung_disebut(april, jalankan):
    ubah(april / TARGET, "Target", "Bobot", NIP, "KES-02", 5)
    _, dulu, _ = ubah(april / TARGET, "Target", "Bobot", NIP, "KES-01", lambda bobot: bobot + 30)
    kalimat = f"Bobot Oktavirna Simabur, A.Md.Keb. dibagi lain daripada semula: KES-01 {dulu} menjadi {dulu + 30}; KES-02 35 menjadi 5."
    assert kalimat in " ".join(jalankan("validasi", april, *MEI)[2].split())
    for _ in range(2):
        assert jalankan("hitung", april, *MEI)[0] == 0
        assert [isi for _, isi in temuan(april, "bobot-digeser")] == [kalimat]
    assert jalankan("verifikasi", april, *MEI)[0] == 0
    ubah(april / TARGET, "Target", "Bobot", NIP, "KES-02", 35)
    ubah(april / TARGET, "Target", "Bobot", NIP, "KES-01", dulu)
    assert jalankan("hitung", april, *MEI)[0] == 0
    assert temuan(april, "bobot-digeser") == []


def test_bobot_yang_belum_utuh_waktu_pertama_dibaca_boleh_dibetulkan(kota, jalankan):
    ubah(kota / TARGET, "Target", "Bobot", NIP, "KES-02", 30)
    jalankan("validasi", kota, *APRIL)
    ubah(kota / TARGET, "Target", "Bobot", NIP, "KES-02", 35)
    assert jalankan("hitung", kota, *APRIL)[0] == 0
    assert temuan(kota, "bobot-digeser", "2026-04") == []


def pindahkan(kota: Path, target: float) -> None:
    """Place an ASN in another unit for May, where the same indicator asks for so much."""
    buku = openpyxl.load_workbook(kota / "skema.xlsx")
    lembar = buku["Pegawai"]
    asal, akhir = baris_milik(lembar, NIP), lembar.max_row
    for nomor, (mulai, selesai, unit) in enumerate(
        [("2026-05-01", "2026-05-31", "DINKES"), ("2026-06-01", None, UNIT)], akhir + 1
    ):
        for kolom in range(1, lembar.max_column + 1):
            lembar.cell(nomor, kolom).value = lembar.cell(asal, kolom).value
        for label, isi in (("Mulai", mulai), ("Selesai", selesai), ("Kode Unit", unit)):
            lembar.cell(nomor, kepala(lembar, label).column).value = isi
    lembar.cell(asal, kepala(lembar, "Selesai").column).value = "2026-04-30"
    buku.save(kota / "skema.xlsx")
    buku = openpyxl.load_workbook(kota / "target/DINKES.xlsx")
    lembar = buku["Target"]
    baru = 1 + max(sel.row for sel in lembar[kepala(lembar, "Kode Indikator").column_letter] if sel.value)
    for label, isi in (("NIP", NIP), ("Kode Indikator", "KES-04"), ("Bobot", 100), ("Mei", target)):
        lembar.cell(baru, kepala(lembar, label).column).value = isi
    buku.save(kota / "target/DINKES.xlsx")


@pytest.mark.parametrize(("target", "disebut"), [(10, True), (48, False), (60, False)])
def test_target_yang_diringankan_lewat_pindah_unit_disebut(april, jalankan, target, disebut):
    pindahkan(april, target)
    kalimat = "Target KES-04 (Kunjungan rumah keluarga binaan) untuk Mei 2026 sekarang 10, padahal semula 48 (di PKM-TB): menjadi lebih ringan."
    assert (kalimat in " ".join(jalankan("validasi", april, *MEI)[2].split())) is disebut
    for _ in range(2):
        jalankan("hitung", april, *MEI)
        assert [isi for _, isi in temuan(april, "target-diturunkan")] == [kalimat] * disebut


@pytest.mark.parametrize(("target", "disebut"), [(10, True), (48, False)])
def test_target_yang_diringankan_dengan_menimpa_penempatan_disebut(april, jalankan, target, disebut):
    """The row of who is moved says the new unit for the whole year: there is no second one to tell where the targets came from."""
    pindahkan(april, target)
    timpa_penempatan(april)
    kalimat = "Target KES-04 (Kunjungan rumah keluarga binaan) untuk Mei 2026 sekarang 10, padahal semula 48 (di PKM-TB): menjadi lebih ringan."
    for perintah in ("hitung", "hitung"):
        jalankan(perintah, april, *MEI)
        assert [isi for _, isi in temuan(april, "target-diturunkan")] == [kalimat] * disebut


def timpa_penempatan(kota: Path) -> None:
    """Leave one row of who was moved, with the new unit for the whole year."""
    buku = openpyxl.load_workbook(kota / "skema.xlsx")
    lembar = buku["Pegawai"]
    milik = [
        n for n in range(1, lembar.max_row + 1) if lembar.cell(n, kepala(lembar, "NIP").column).value == NIP
    ]
    for nomor in reversed(milik[1:]):
        lembar.delete_rows(nomor)
    for label, isi in (("Kode Unit", "DINKES"), ("Mulai", None), ("Selesai", None)):
        lembar.cell(milik[0], kepala(lembar, label).column).value = isi
    buku.save(kota / "skema.xlsx")


def test_buku_target_yang_baru_datang_sesudah_pindah_tidak_menyembunyikan_yang_diringankan(kota, jalankan):
    """The new unit's book is first read with the eased target in it, and has not changed since; the old unit's was read before."""
    buku = kota / "target/DINKES.xlsx"
    isi = buku.read_bytes()
    buku.unlink()
    for perintah in (
        "validasi",
        "hitung",
    ):  # with the first score definitions are kept as well, between the two books
        jalankan(perintah, kota, *APRIL)
    buku.write_bytes(isi)
    pindahkan(kota, 10)
    timpa_penempatan(kota)
    kalimat = "Target KES-04 (Kunjungan rumah keluarga binaan) untuk Mei 2026 sekarang 10, padahal semula 48 (di PKM-TB): menjadi lebih ringan."
    for pilihan in ((), ("--paksa",)):
        jalankan("hitung", kota, *MEI, *pilihan)
        assert [isi for _, isi in temuan(kota, "target-diturunkan")] == [kalimat]


def test_target_yang_sejak_semula_lebih_ringan_di_unit_yang_baru_tidak_ditanyakan(kota, jalankan):
    pindahkan(kota, 10)
    for bulan in (APRIL, MEI, MEI):
        jalankan("hitung", kota, *bulan)
    assert temuan(kota, "target-diturunkan") == []


def test_buku_yang_sama_dibandingkan_lagi_bila_cara_membacanya_lain(kota, jalankan, monkeypatch):
    """The quick path is for the same book, read in the same way: another program, or register, may read other targets in it."""
    jalankan("validasi", kota, "--periode", "2026-05", "--paralel", "1")

    def awal():
        konteks = buka_target(siapkan(kota, "2026-05"))
        isian = pemeriksaan.susun(konteks, "PKM-TB").isian
        return target_semula(konteks, isian)

    assert awal() == TargetSemula({}, {}, {})
    monkeypatch.setattr(target_tahun, "PROGRAM", "asn-nilai lain")
    assert all(awal()[:2])


def ganti_kode_unit(kota: Path, lama: str, baru: str, kode_lama: str | None) -> None:
    """Give a unit another code, in the schema and in the books to come."""
    berkas = [kota / "skema.xlsx", kota / f"target/{lama}.xlsx", kota / f"capaian/2026-05/{lama}.xlsx"]
    for ini in berkas:
        buku = openpyxl.load_workbook(ini)
        for sel in (
            sel for lembar in buku for baris in lembar.iter_rows() for sel in baris if sel.value == lama
        ):
            sel.value = baru
        if "Unit" in buku.sheetnames and kode_lama:
            lembar = buku["Unit"]
            judul, milik = kepala(lembar, "Kode Unit"), kepala(lembar, baru)
            for sel, isi in ((judul, "Kode Lama"), (milik, kode_lama)):
                lembar.cell(sel.row, lembar.max_column + (sel is judul), isi)
        buku.save(ini)
    for ini in berkas[1:]:
        ini.rename(ini.with_stem(baru))


@pytest.mark.parametrize("kode_lama", [None, UNIT])
def test_unit_yang_berganti_kode_membawa_target_semula_atau_disebut_hilang(april, jalankan, kode_lama):
    """Under a new code without the old one, shifted weights have nothing to be compared with; eased targets follow their people."""
    ganti_kode_unit(april, UNIT, "PKM-BARU", kode_lama)
    ubah(april / "target/PKM-BARU.xlsx", "Target", "Mei", NIP, "KES-02", 60)
    kalimat = (
        "Unit PKM-TB bertarget ketika target tahun ini pertama kali dibaca, tetapi tidak ada lagi di lembar Unit: target dan bobot "
        "pegawainya tidak dapat dibandingkan dengan semula."
    )
    for perintah in ("validasi", "hitung", "hitung"):
        assert (kalimat in " ".join(jalankan(perintah, april, *MEI)[2].split())) is (kode_lama is None)
    assert [isi for _, isi in temuan(april, "unit-hilang")] == ([] if kode_lama else [kalimat])
    assert len(temuan(april, "target-diturunkan")) == 1


@pytest.mark.parametrize("ditulis", ["DINKES", "Dinkes"])
def test_kode_lama_yang_diakui_unit_lain_tidak_menyembunyikan_unit_yang_hilang(april, jalankan, ditulis):
    """DINKES had targets beside it, so PKM-TB is no code that it had; whoever claims it lets shifted weights be the first ones."""
    ganti_kode_unit(april, UNIT, "PKM-BARU", None)
    ubah(april / "target/PKM-BARU.xlsx", "Target", "Bobot", NIP, "KES-02", 5)
    ubah(april / "target/PKM-BARU.xlsx", "Target", "Bobot", NIP, "KES-01", lambda bobot: bobot + 30)
    sebut_kode_lama(april, UNIT, "DINKES")
    buku = openpyxl.load_workbook(april / "skema.xlsx")
    kepala(buku["Unit"], "DINKES").value = ditulis
    buku.save(april / "skema.xlsx")
    assert jalankan("hitung", april, *MEI)[0] == 0
    assert temuan(april, "bobot-digeser") == []
    (hilang,) = temuan(april, "unit-hilang")
    assert hilang[1].startswith("Unit PKM-TB bertarget ketika target tahun ini pertama kali dibaca")


def test_kode_lama_yang_baru_disebut_kemudian_membawa_bobot_semula(april, jalankan):
    """Under the new code alone the shifted weights were the first ones; told whose they are, they are not."""
    ganti_kode_unit(april, UNIT, "PKM-BARU", None)
    buku = april / "target/PKM-BARU.xlsx"
    ubah(buku, "Target", "Bobot", NIP, "KES-02", 5)
    _, dulu, _ = ubah(buku, "Target", "Bobot", NIP, "KES-01", lambda bobot: bobot + 30)
    assert jalankan("hitung", april, *MEI)[0] == 0
    assert temuan(april, "bobot-digeser") == []
    sebut_kode_lama(april, UNIT, "PKM-BARU")
    assert jalankan("hitung", april, *MEI)[0] == 0
    kalimat = f"Bobot Oktavirna Simabur, A.Md.Keb. dibagi lain daripada semula: KES-01 {dulu} menjadi {dulu + 30}; KES-02 35 menjadi 5."
    assert [isi for _, isi in temuan(april, "bobot-digeser")] == [kalimat]


def sebut_kode_lama(kota: Path, lama: str, baru: str) -> None:
    """Say in the register of units which code a unit had."""
    buku = openpyxl.load_workbook(kota / "skema.xlsx")
    lembar = buku["Unit"]
    kolom = lembar.max_column + 1
    for sel, isi in ((kepala(lembar, "Kode Unit"), "Kode Lama"), (kepala(lembar, baru), lama)):
        lembar.cell(sel.row, kolom, isi)
    buku.save(kota / "skema.xlsx")


def test_kode_unit_yang_dibetulkan_sebelum_bertarget_bukan_unit_yang_hilang(kota, jalankan):
    """A slip in the schema, found before any book bears that code."""
    ganti_kode_unit(kota, UNIT, "PKM-TV", None)
    for folder in ("target", "capaian/2026-05"):
        (kota / folder / "PKM-TV.xlsx").unlink()
    jalankan("validasi", kota, *MEI)
    buku = openpyxl.load_workbook(kota / "skema.xlsx")
    for sel in (
        sel for lembar in buku for baris in lembar.iter_rows() for sel in baris if sel.value == "PKM-TV"
    ):
        sel.value = UNIT
    buku.save(kota / "skema.xlsx")
    jalankan("hitung", kota, *MEI)
    assert temuan(kota, "unit-hilang") == []


def test_bukti_yang_tidak_lagi_wajib_dan_pecahan_yang_kini_boleh_disebut(april, jalankan):
    """Where `[bukti] wajib` is a galat, dropping the demand scores who had no evidence; what comes to need it eases nothing."""
    sel, semula, _ = ubah_indikator(april / "skema.xlsx", "KES-04", "Wajib Bukti", "Tidak")
    _, jenis, _ = ubah_indikator(april / "skema.xlsx", "KES-04", "Jenis Nilai", "Desimal")
    ubah_indikator(april / "skema.xlsx", "UMM-03", "Wajib Bukti", "Ya")
    assert (semula, jenis) == ("Ya", "Bulat")
    for _ in range(2):
        assert jalankan("hitung", april, *MEI)[0] == 0
        ((tempat, kalimat),) = temuan(april, "indikator-diubah")
        assert kalimat.endswith(
            "pertama kali dinilai: Jenis Nilai semula Bulat, sekarang Desimal; Wajib Bukti semula Ya, sekarang Tidak."
        )
    jenis_sel, _, _ = ubah_indikator(april / "skema.xlsx", "KES-04", "Jenis Nilai", "Bulat")
    assert tempat == jenis_sel
    assert jalankan("hitung", april, *MEI)[0] == 0
    assert [tempat for tempat, _ in temuan(april, "indikator-diubah")] == [sel]


def test_frekuensi_yang_diubah_supaya_bulan_itu_bertarget_disebut(april, jalankan):
    """A target that is easy, in a month in which the indicator is not due, lifts that month; due every month it is out of place no more."""
    ubah(april / TARGET, "Target", "Mei", NIP, "KES-06", 40)
    assert "diukur triwulanan, tetapi bertarget pada bulan Mei" in " ".join(
        jalankan("validasi", april, *MEI)[2].split()
    )
    sel, _, _ = ubah_indikator(april / "skema.xlsx", "KES-06", "Frekuensi", "Bulanan")
    jalankan("hitung", april, *MEI)
    assert temuan(april, "frekuensi-tidak-cocok") == []
    ((tempat, kalimat),) = temuan(april, "indikator-diubah")
    assert tempat == sel
    assert kalimat.endswith("pertama kali dinilai: Frekuensi semula Triwulanan, sekarang Bulanan.")


def test_layanan_yang_ditarik_dari_himpunan_untuk_umum_disebut(april, jalankan):
    """One that comes to be published is no news: it hides nothing."""
    sel, _, _ = ubah_indikator(april / "skema.xlsx", "KES-02", "Layanan Publik", "Tidak")
    ubah_indikator(april / "skema.xlsx", "UMM-03", "Layanan Publik", "Ya")
    assert jalankan("hitung", april, *MEI)[0] == 0
    assert temuan(april, "indikator-diubah") == [
        (
            sel,
            (
                "KES-02 (Cakupan kunjungan ibu hamil K6) sekarang lain daripada ketika tahun ini pertama kali dinilai: Layanan Publik semula "
                "Ya, sekarang Tidak."
            ),
        )
    ]
