"""What is said at the desk when something is amiss, and how it ends."""

import io
import shutil
import sys

import pytest
from keluaran_beku import cocokkan, tenang

from asn_nilai.alur.konteks import PenggunaanError
from asn_nilai.cli import tanya
from asn_nilai.cli.meja import layani
from asn_nilai.cli.meja.layani import Meja


@pytest.fixture
def tercatat(monkeypatch):
    """A desk whose commands are noted instead of run; `mulai` makes a folder with settings."""
    monkeypatch.setenv("COLUMNS", "400")

    def _meja(folder, *ketikan, status=0):
        monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{baris}\n" for baris in ketikan)))
        semua = []

        def jalankan(perintah):
            semua.append(perintah)
            if perintah[0] == "mulai" and status < 2:
                shutil.copytree(_meja.contoh, perintah[1])
            return status

        return Meja(jalankan).layani(folder), semua

    return _meja


def test_di_luar_ruang_kerja_memulai_yang_baru(tmp_path, januari, tercatat, monkeypatch, capsys):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    tercatat.contoh, kosong = januari, tmp_path / "kosong"
    kosong.mkdir()
    status, semua = tercatat(
        kosong, "1", str(januari), str(januari / "skema.xlsx"), f'"{tmp_path}/Kota Saya"', "0"
    )
    assert (status, semua) == (0, [["mulai", str(tmp_path / "Kota Saya")]])
    kata = capsys.readouterr().err
    cocokkan("meja-mulai-baru.txt", tenang(kata, tmp_path))
    assert f'Perintahnya: asn-nilai mulai "{tmp_path / "Kota Saya"}"\n' in kata
    assert f"{januari} sudah ruang kerja." in kata
    assert "sebuah berkas. Sebut folder." in kata
    assert "Enter  setoran Januari 2026 belum diperiksa (nomor 2)" in kata  # the new folder is open

    _, semua = tercatat(kosong, "2", "", "0")
    assert semua == [["mulai", str(tmp_path / "Kota contoh"), "--contoh"]]
    (tmp_path / "Documents").mkdir()
    _, semua = tercatat(kosong, "2", "", "0")
    assert semua == [["mulai", str(tmp_path / "Documents/Kota contoh"), "--contoh"]]
    _, semua = tercatat(kosong, "1", "0", "0")
    assert semua == []
    _, semua = tercatat(kosong, "2", str(tmp_path / "Gagal"), "0", status=2)
    assert not (tmp_path / "Gagal").exists()
    capsys.readouterr()
    tercatat(kosong, "1", str(tmp_path / "Bertemuan"), "0", status=1)  # there, with something to mend
    assert "Enter  setoran Januari 2026 belum diperiksa (nomor 2)" in capsys.readouterr().err


def test_daftar_pegawai_yang_dijatuhkan_menjadi_ruang_kerja(tmp_path, januari, tercatat, capsys):
    (kosong := tmp_path / "kosong").mkdir()
    tercatat.contoh, daftar = januari, kosong / "Daftar Pegawai.xlsx"
    daftar.write_bytes((januari / "skema.xlsx").read_bytes())
    harapan = ["mulai", str(tmp_path / "Kota Saya"), "--pegawai", str(daftar)]
    status, semua = tercatat(daftar, "1", f'"{tmp_path}/Kota Saya"', "0")
    assert (status, semua) == (0, [harapan])
    kata = capsys.readouterr().err
    assert (
        "Daftar Pegawai.xlsx sebuah berkas, bukan ruang kerja. Bila itu daftar pegawai kantor, nomor 1"
        in kata
    )
    assert 'asn-nilai mulai FOLDER --pegawai "Daftar Pegawai.xlsx"' in kata
    assert f"Belum ada yang terbuka di sini: {kosong}\n" in kata

    # Dragged into the window, it is the same; the example needs no list.
    shutil.rmtree(tmp_path / "Kota Saya")
    (tmp_path / "catatan/asn-nilai/meja.txt").unlink(missing_ok=True)
    _, semua = tercatat(kosong, f'"{daftar}"', "1", f'"{tmp_path}/Kota Saya"', "0")
    assert semua == [harapan]
    (tmp_path / "catatan/asn-nilai/meja.txt").unlink(missing_ok=True)
    _, semua = tercatat(daftar, "2", f'"{tmp_path}/Contoh"', "0")
    assert semua == [["mulai", str(tmp_path / "Contoh"), "--contoh"]]
    # Who has opened a work folder since begins another one without that list.
    _, semua = tercatat(kosong, f'"{daftar}"', f'"{januari}"', "13", "1", f'"{tmp_path}/Baru"', "0")
    assert semua == [["mulai", str(tmp_path / "Baru")]]


def test_setoran_yang_dijatuhkan_membuka_ruang_kerjanya(januari, tercatat, capsys):
    assert tercatat(januari / "capaian/2026-01/KEL-TD.xlsx", "0") == (0, [])
    kata = capsys.readouterr().err
    assert "tahun 2026" in kata
    assert "sebuah berkas" not in kata


def test_di_luar_ruang_kerja_membuka_yang_ada(tmp_path, januari, tercatat, capsys):
    kosong = tmp_path / "kosong"
    kosong.mkdir()
    for ketikan in (["3", f"'{januari}/capaian/'"], [f'"{januari}"'], ["3", str(januari / "asn-nilai.toml")]):
        (tmp_path / "catatan/asn-nilai/meja.txt").unlink(missing_ok=True)
        assert tercatat(kosong, *ketikan, "0") == (0, [])
        assert "tahun 2026" in capsys.readouterr().err
    # What was open last is one Enter away.
    tercatat(kosong, "", "0")
    kata = capsys.readouterr().err
    cocokkan("meja-terakhir-dibuka.txt", tenang(kata, tmp_path))
    assert "Enter  Buka Kinerja 2026 (nomor 4)" in kata
    assert "tahun 2026" in kata
    tercatat(kosong, "4", "0")
    assert "tahun 2026" in capsys.readouterr().err


def test_yang_dialirkan_tidak_dicatat_sebagai_terakhir_dibuka(tmp_path, januari, tercatat, monkeypatch):
    monkeypatch.setattr(tanya, "dapat_bertanya", lambda: False)
    tercatat(januari, "0")
    assert not (tmp_path / "catatan").exists()


def test_di_luar_ruang_kerja_yang_tidak_dapat_dibuka(tmp_path, tercatat, capsys):
    kosong = tmp_path / "kosong"
    kosong.mkdir()
    tercatat(kosong, "4", "3", "", "3", str(tmp_path / "tiada"), f'"{kosong}"', "", "q")
    kata = capsys.readouterr().err
    cocokkan("meja-tidak-dapat-dibuka.txt", tenang(kata, tmp_path))
    assert "Tidak ada nomor '4'." in kata
    kata = " ".join(kata.split())
    assert f"Folder tiada tidak ada di {tmp_path}." in kata
    assert f"{kosong} bukan ruang kerja: asn-nilai.toml tidak ada di dalamnya." in kata


def test_ruang_kerja_di_dalam_folder_langsung_dibuka_bila_satu_satunya(tmp_path, januari, meja):
    lari = meja(tmp_path, "0")
    assert "Kota Bukittinggi (contoh fiktif) · tahun 2026" in lari.kata
    shutil.copytree(januari, tmp_path / "Kinerja 2027")
    (tmp_path / "catatan/asn-nilai/meja.txt").unlink()
    lari = meja(tmp_path, "5", "0")
    assert f"  4  Buka {januari}\n  5  Buka {tmp_path / 'Kinerja 2027'}\n" in lari.kata
    assert "tahun 2026" in lari.kata


def test_skema_rusak_disebut_dan_dapat_dicoba_lagi(tmp_path, januari, meja):
    lain = shutil.copytree(januari, tmp_path / "Lain")
    meja(januari, "0")  # what was open last is offered, but not while it is this one that cannot be read
    (januari / "skema.xlsx").rename(tmp_path / "skema.xlsx")
    lari = meja(januari, "4", "", "5", "0")
    assert lari.status == 0
    assert lari.kata.count("Skema skema.xlsx tidak ada") == 4
    assert lari.kata.count("Enter  Coba lagi, sesudah diperbaiki") == 4
    assert f"Bukalah: {januari}\n" in lari.kata
    assert "Tidak ada nomor '5'." in lari.kata
    lari.banding("skema-rusak")
    meja(lain, "0")
    lari = meja(januari, "", "0")  # Enter tries this one again, and opens no other
    assert (lari.kata.count("Skema skema.xlsx tidak ada"), "semua unit sudah setor" in lari.kata) == (
        2,
        False,
    )
    lari = meja(januari, "5", "0")
    assert f"  4  Lihat foldernya\n  5  Buka {lain}\n" in lari.kata
    assert "Januari 2026: semua unit sudah setor" in lari.kata


@pytest.mark.parametrize("galat", [PenggunaanError("Skema hilang."), PermissionError(13, "x", "skema.xlsx")])
def test_yang_rusak_di_tengah_jalan_tidak_menutup_meja(januari, monkeypatch, capsys, galat):
    asli, rusak = layani.baca_tahun, []

    def baca(folder):
        if rusak:
            raise galat
        return asli(folder)

    def jalankan(_perintah):
        rusak.append(True)
        return 0

    monkeypatch.setattr(layani, "baca_tahun", baca)
    monkeypatch.setattr(sys, "stdin", io.StringIO("1\n3\n0\n"))
    assert Meja(jalankan).layani(januari) == 0
    kata = capsys.readouterr().err
    assert (
        "Skema hilang." if isinstance(galat, PenggunaanError) else "skema.xlsx tidak dapat dibaca ("
    ) in kata
    assert "Enter  Coba lagi, sesudah diperbaiki" in kata


def test_tahun_yang_diganti_di_tengah_jalan_melepas_periode_yang_dipilih(januari, monkeypatch, capsys):
    def jalankan(_perintah):
        setelan = januari / "asn-nilai.toml"
        setelan.write_text(setelan.read_text("utf-8").replace("tahun = 2026", "tahun = 2027"), "utf-8")
        return 0

    monkeypatch.setattr(sys, "stdin", io.StringIO("12\n2026-01\n1\n\n0\n"))
    assert Meja(jalankan).layani(januari) == 0
    assert "\nJanuari 2027: belum ada setoran\n" in capsys.readouterr().err


def test_perintah_yang_gagal_kembali_ke_menu(januari, tercatat, capsys):
    status, semua = tercatat(januari, "1", "", "12", "Mei", "5", "1", "0", status=2)
    assert status == 0
    assert semua == [["validasi", str(januari), "--periode", "2026-01"]]
    kata = capsys.readouterr().err
    assert kata.count("Enter  setoran Januari 2026 belum diperiksa (nomor 2)") == 2
    assert "Bukalah: " in kata
    assert "validasi.html" not in kata


def test_dihentikan_di_tengah_perintah_kembali_ke_menu(januari, tercatat):
    assert tercatat(januari, "1", "0", status=130)[0] == 0


def test_ganti_bulan(januari, meja):
    lari = meja(
        januari, "12", "13", "2025", "5", "1", "3", "12", "T2", "3", "12", "", "12", "januari", "0"
    )  # fmt: skip
    assert lari.perintah == []
    assert "\nMei 2026: belum ada setoran\n" in lari.kata
    assert "\nTriwulan II 2026: belum ada setoran\n" in lari.kata
    assert "\nJanuari 2026: semua unit sudah setor\n" in lari.kata
    assert "Belum dapat: periksa setoran yang masuk (belum ada setoran Mei 2026)." in lari.kata
    assert "Belum dapat: hitung nilai (belum ada setoran Triwulan II 2026)." in lari.kata
    assert lari.kata.count("Bulan (nama atau 1-12)") == 6  # 13 and another year are asked again
    lari.banding("ganti-bulan")


def test_ruang_kerja_lain(tmp_path, januari, meja):
    lain = shutil.copytree(januari, tmp_path / "Lain")
    pengaturan = lain / "asn-nilai.toml"
    pengaturan.write_text(
        pengaturan.read_text(encoding="utf-8").replace('instansi = "', 'instansi = "Lain '), encoding="utf-8"
    )
    lari = meja(januari, "12", "5", "13", "5", str(januari / "hasil"), str(tmp_path / "tiada"), "", "0")
    assert "\nLain Pemerintah" in lari.kata
    assert f"Folder tiada tidak ada di {tmp_path}." in " ".join(lari.kata.split())
    assert (
        lari.kata.count("\nJanuari 2026: semua unit sudah setor\n") == 4
    )  # the chosen month belongs to the first folder
    lari.banding("ruang-kerja-lain")


def test_kembali_dari_yang_dapat_dilihat_langsung_ke_menu(januari, meja):
    """Nothing was shown that is to be read first."""
    lari = meja(januari, "5", "4", "0")
    assert "  4) Kembali\n" in lari.kata
    assert ("Bukalah" in lari.kata, "Enter: menu lagi" in lari.kata) == (False, False)


def test_nomor_yang_tidak_ada(januari, meja):
    lari = meja(januari, "99", "keluar")
    assert "Tidak ada nomor '99'. Ketik salah satu nomor di menu; 0 untuk selesai." in lari.kata
    assert lari.kata.endswith("Meja ditutup.\n")


def test_tanpa_setoran_skema_dan_target_yang_diperiksa(januari, meja):
    shutil.rmtree(januari / "capaian")
    lari = meja(januari, "3", "4", "", "", "", "", "10", "", "0")
    assert lari.perintah == [
        f'validasi "{januari}"',
        f'templat capaian "{januari}" --periode 2026-01',
        f'templat capaian "{januari}" --periode 2026-01',
    ]
    assert "Belum dapat: hitung nilai (belum ada setoran)." in lari.kata
    assert "Belum dapat: hitung semua yang belum (belum ada setoran)." in lari.kata
    assert f"Bukalah: {januari / 'hasil/2026/validasi.html'}\n" in lari.kata
    assert "Enter  buku target 8 dari 8 unit belum diperiksa (nomor 1)\n" in lari.kata
    assert (
        "Enter  buku isian Januari 2026 untuk unit (asn-nilai templat capaian --periode 2026-01)\n"
        in lari.kata
    )
    assert "Januari–Desember 2026: belum ada setoran." in lari.kata
    lari.banding("tanpa-setoran")


def test_tanpa_satu_masukan_pun_status_2(januari, meja):
    lari = meja(januari)
    assert lari.status == 2
    assert lari.kata.endswith(
        "Meja menunggu nomor yang diketik, tetapi tidak ada papan ketik di sini. Jalankan asn-nilai saja di dalam ruang kerja: ia menyebut "
        "perintah berikutnya. Atau alirkan nomornya, satu sebaris.\n"
    )


def test_tanpa_papan_ketik_sama_sekali(januari, monkeypatch):
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(PenggunaanError, match="tidak ada papan ketik"):
        Meja(lambda _perintah: 0).layani(januari)


def test_masukan_habis_di_tengah_pertanyaan(januari, meja):
    lari = meja(januari, "11")
    assert lari.status == 130
    assert "Meja ditutup." not in lari.kata
    assert lari.kata.endswith(
        "\nDihentikan. Yang belum selesai masih seperti semula; jalankan lagi untuk menyelesaikannya.\n"
    )


def test_ctrl_c_di_papan_ketik(januari, monkeypatch):
    class Papan(io.StringIO):
        def isatty(self):
            return True

        def readline(self):
            raise KeyboardInterrupt

    monkeypatch.setattr(sys, "stdin", Papan())
    with pytest.raises(PenggunaanError):
        Meja(lambda _perintah: 0).layani(januari / "tiada")
    with pytest.raises(KeyboardInterrupt):
        Meja(lambda _perintah: 0).layani(januari)


def test_folder_yang_tidak_ada(tmp_path, meja):
    lari = meja(tmp_path / "tiada", "0")
    assert lari.status == 2
    assert f"Folder tiada tidak ada di {tmp_path}. Periksa ketikannya." in lari.kata
