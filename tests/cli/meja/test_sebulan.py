"""A month at the desk: what is typed becomes commands, and the commands' files."""

import json

import pytest
from openpyxl import load_workbook

from asn_nilai.alur.perintah import dokumen
from asn_nilai.terbit.surat import pdf

_MENU = ""
"""Enter alone: the next step at the desk, the menu after a command."""


@pytest.fixture
def terkunci(januari, meja):
    """January through the next steps, by Enter alone but for the lock."""
    kunci = ("", "800/12/2026", "05/02/2026", "y")
    lari = meja(januari, "", _MENU, "", _MENU, *kunci, _MENU, "", _MENU, "", _MENU, "", "0")
    return januari, lari


def test_enter_saja_membawa_satu_bulan_sampai_terkunci(terkunci):
    kota, lari = terkunci
    assert lari.status == 0
    awal = f'"{kota}"'
    assert lari.perintah == [
        f"validasi {awal} --periode 2026-01 --tandai",
        f"hitung {awal} --periode 2026-01",
        f"kunci {awal} --periode 2026-01 --nomor 800/12/2026 --tanggal 05/02/2026",
        f"rekap {awal} --periode 2026-01",
        f"templat capaian {awal} --periode 2026-02",
    ]
    for berkas in ("validasi.html", "index.html", "rekap.html", "pesan/KEL-TD.txt"):
        assert (kota / "hasil/2026-01" / berkas).is_file()
    versi = json.loads((kota / "riwayat/2026-01/v1/manifes.json").read_text(encoding="utf-8"))
    assert versi["nomor"] == "800/12/2026"
    assert sorted(berkas.stem for berkas in (kota / "templat/2026-02").glob("*.xlsx"))[:2] == [
        "BKPSDM",
        "DINKES",
    ]
    for tempat in (
        "hasil/2026-01/validasi.html",
        "hasil/2026-01/index.html",
        "hasil/2026-01/rekap.html",
        "templat/2026-02",
    ):
        assert f"Bukalah: {kota / tempat}\n" in lari.kata
    assert "Penguncian tidak dapat dibatalkan" in lari.kata
    assert "Sekarang menunggu setoran Februari 2026 dari unit. Pilih salah satu nomor." in lari.kata
    assert lari.kata.endswith("Meja ditutup.\n")
    lari.banding("sebulan")


@pytest.mark.menyeluruh
def test_sesudah_dikunci_surat_rekap_dan_himpunannya_tetap_di_tangan(januari, meja, monkeypatch):
    monkeypatch.setattr(dokumen, "cari_libreoffice", lambda: None)
    lari = meja(januari, "3", "7", "", "", "y", "", "8", "2", "6", "9", "y", "0")
    awal = f'"{januari}" --periode 2026-01'
    assert lari.perintah == [
        f"hitung {awal}", f"kunci {awal}", f"dokumen berita-acara {awal}", f"rekap {awal}", f"rekap {awal} --samarkan",
    ]  # fmt: skip
    assert (
        "Januari 2026: semua unit sudah setor\nEnter  Januari 2026 siap direkap untuk pimpinan (nomor 6)"
        in lari.kata
    )


def test_yang_terkunci_dikoreksi_dengan_alasan(terkunci, meja):
    kota, _ = terkunci
    buku = kota / "capaian/2026-01/KEL-TD.xlsx"
    isi = load_workbook(buku)
    isi["Capaian"]["H16"].value = 1
    isi.save(buku)
    lari = meja(
        kota, "3", "", "3", 'Salah ketik "H16"', "t", "3", 'Salah ketik "H16"', "y", "7", "3", "0"
    )  # fmt: skip
    awal = f'hitung "{kota}" --periode 2026-01 --koreksi'
    assert lari.perintah == [f"""{awal} "Salah ketik 'H16'\""""] * 2
    assert lari.kata.count("Dibatalkan; tidak ada yang berubah.") == 2
    assert (kota / "riwayat/2026-01/v2/manifes.json").is_file()
    assert "Belum dapat: kunci nilai (sudah terkunci (v2))." in lari.kata
    assert "Belum dapat: hitung nilai (terkunci (v2), masukannya tetap)." in lari.kata
    lari.banding("koreksi")


def test_menurut_nomor_dan_yang_harus_menunggu(januari, meja, monkeypatch):
    for modul in (pdf, dokumen):  # what it prints is tried elsewhere
        monkeypatch.setattr(modul, "cari_libreoffice", lambda: None)
    lari = meja(
        januari,
        *[
            "6",
            "7",
            "8",
            "2",
            "9",
            "1",
            "3",
            "4",
            "8",
            "7",
            "8",
            "1",
            "9",
            "t",
            "9",
            "y",
            "5",
            "1",
            "10",
            "3",
            "10",
            "4",
            "0",
        ],
    )
    awal = f'"{januari}"'
    assert lari.perintah == [
        f"validasi {awal} --periode 2026-01",
        f"hitung {awal} --periode 2026-01",
        f"dokumen nota-dinas {awal} --periode 2026-01",
        f"rekap {awal} --periode 2026-01 --samarkan",
        f"rekap {awal} --periode 2026-01 --samarkan",
        f"templat target {awal}",
    ]
    for pekerjaan in (
        "rekap untuk pimpinan",
        "kunci nilai",
        "himpunan untuk warga",
    ):
        assert f"Belum dapat: {pekerjaan} (sesudah dihitung)." in lari.kata
    assert "Belum dapat: hitung semua yang belum (semua sudah mutakhir)." in lari.kata
    assert (
        "  1) Target setahun untuk ditandatangani\n  2) Kembali\n" in lari.kata
    )  # the one letter that needs no results
    assert (
        lari.kata.count("Dibatalkan; tidak ada yang berubah.") == 4
    )  # letters twice, publication, templates
    assert len(list((januari / "dokumen/2026-01").glob("*.docx"))) == 1
    assert f"Bukalah: {januari / 'dokumen/2026-01'}\n" in lari.kata
    # the publication, the choice of templates
    assert (januari / "hasil/2026-01/publik/index.html").is_file()
    assert f"Bukalah: {januari / 'hasil/2026-01/publik/index.html'}\n" in lari.kata
    assert f"Bukalah: {januari / 'hasil/2026-01/index.html'}\n" in lari.kata
    assert (januari / "templat/target/KEL-TD.xlsx").is_file()
    lari.banding("menurut-nomor")


def test_bergalat_dikunci_hanya_dengan_alasan(januari, meja):
    (januari / "capaian/2026-01/KEL-TD.xlsx").unlink()
    lari = meja(
        januari,
        "3",
        "7",
        "",
        "7",
        "Unit dilebur",
        "",
        "besok-besok",
        "",
        "t",
        "7",
        "Unit dilebur",
        "",
        "",
        "y",
        "0",
    )
    assert lari.perintah == [
        f'hitung "{januari}" --periode 2026-01',
        *[f'kunci "{januari}" --periode 2026-01 --catatan "Unit dilebur"'] * 2,
    ]
    assert "Januari 2026 masih memuat 1 galat, 1 di antaranya unit yang belum setor." in lari.kata.replace(
        "\n", " "
    )
    assert "Tanggal 'besok-besok' tidak dikenal." in lari.kata
    assert lari.kata.count("Dibatalkan; tidak ada yang berubah.") == 2
    assert (januari / "riwayat/2026-01/v1/manifes.json").is_file()
    lari.banding("bergalat")


def test_menjelaskan_satu_asn_menurut_nama(januari, meja):
    lari = meja(
        januari,
        *["11", "xyzzy", "a", "pitopang", "99", "4", "11", "arifmuldani", "11", "pitopang"],
        "",
        "",
        "0",
    )
    assert lari.perintah == [
        f'jelaskan {nip} "{januari}" --periode 2026-01'
        for nip in ("199910032022211960", "200103182022041954")
    ]
    assert "Tidak ada pada lembar Pegawai: xyzzy." in lari.kata
    assert "25 orang. Ketik lebih lengkap" in lari.kata
    assert "  4) Yogaspratama Pitopang, A.Md. · KEL-PPK · 199910032022211960\n" in lari.kata
    assert "Arifmuldani Piliang, A.Md.Kom. · DISKOMINFO · 200103182022041954\n" in lari.kata
    assert f"Bukalah: {januari / 'hasil/2026-01/kartu/kartu-199910032022211960.html'}\n" in lari.kata
    assert lari.kata.count("Dibatalkan; tidak ada yang berubah.") == 1
    lari.banding("jelaskan")
