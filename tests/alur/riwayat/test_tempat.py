"""What is kept is missing, in the way or not to be read: each command says so, in the user's words, and what to do."""

import errno
import json
import os
import shutil
from pathlib import Path

import pytest
from alur.riwayat.buku_uji import ubah
from alur.riwayat.test_trik import beri_kode_baru

from asn_nilai.ruang_kerja import RuangKerja

MEI = ("--periode", "2026-05")
UNIT, NIP = "PKM-TB", "198604092024212934"
TARGET = f"target/{UNIT}.xlsx"


def baris_target(kota: Path) -> list[dict[str, str]]:
    isi = (kota / "riwayat/target-2026.jsonl").read_text(encoding="utf-8")
    return [json.loads(baris) for baris in isi.splitlines()]


def test_versi_terkunci_yang_hilang_disebut_setiap_perintah(terkunci, jalankan, monkeypatch):
    shutil.rmtree(terkunci / "riwayat/2026-05/v1")
    for perintah in (("validasi",), ("riwayat",), ("rekap",), ("rekap", "--samarkan")):
        _, _, pesan = jalankan(perintah[0], terkunci, *MEI, *perintah[1:])
        assert "2026-05/v1 tidak ada atau bukan lagi yang dikunci" in pesan, perintah
        assert "cadangan" in pesan, perintah
    status, _, pesan = jalankan("rekap", terkunci, *MEI)
    assert (status, "BELUM LAYAK DISERAHKAN: riwayat periode ini tidak utuh" in pesan) == (1, True)
    status, _, pesan = jalankan("verifikasi", terkunci, *MEI, "--paralel", 1)
    assert (status, "riwayat/2026-05/v1: versi terkunci ini tidak ada lagi" in pesan) == (1, True)
    assert "Berikutnya: kembalikan folder riwayat dari cadangan" in pesan
    monkeypatch.chdir(terkunci)
    pesan = jalankan()[2]
    assert "tidak utuh" in next(baris for baris in pesan.splitlines() if "Mei 2026" in baris)
    assert "Berikutnya: asn-nilai riwayat --periode 2026-05 (Mei 2026 terkunci" in pesan
    assert "kembalikan folder riwayat dari cadangan" in pesan


def test_berkas_di_tempat_folder_riwayat_disebut(mei, jalankan):
    shutil.rmtree(mei / "riwayat")
    (mei / "riwayat").write_text("bukan folder", encoding="utf-8")
    for perintah in ("riwayat", "verifikasi", "validasi", "hitung"):
        status, _, pesan = jalankan(perintah, mei, *MEI)
        assert (status, "riwayat di " in pesan, "adalah berkas, bukan folder" in pesan) == (2, True, True), (
            perintah,
            pesan,
        )


@pytest.mark.parametrize("folder", ["riwayat", "capaian/2026-05"])
def test_folder_yang_tidak_boleh_dibaca_disebut(mei, jalankan, monkeypatch, folder):
    tertutup, asli = mei / folder, os.listdir

    def daftar(tempat="."):
        if Path(tempat) == tertutup:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(tempat))
        return asli(tempat)

    monkeypatch.setattr(os, "listdir", daftar)
    monkeypatch.setattr(
        Path,
        "iterdir",
        lambda ini: (ini / nama for nama in os.listdir(ini)),  # noqa: PTH208 - what is watched
    )
    for perintah in ("hitung", "validasi"):
        status, _, pesan = jalankan(perintah, mei, *MEI, *(("--paralel", 1) if perintah == "hitung" else ()))
        assert (status, "(tidak diizinkan)" in pesan, "hak membaca" in pesan) == (2, True, True), pesan
        assert "Permission" not in pesan
        assert "tidak terduga" not in pesan


def test_folder_di_tempat_register_target_disebut(kota, jalankan):
    (kota / "riwayat/target-2026.jsonl").mkdir(parents=True)
    status, _, pesan = jalankan("validasi", kota, *MEI)
    assert (status, "riwayat/target-2026.jsonl tidak dapat dibaca (itu folder, bukan berkas)" in pesan) == (
        2,
        True,
    )
    assert "kembalikan berkasnya dari cadangan" in pesan


def test_folder_riwayat_yang_hanya_boleh_dibaca_menyebut_hak_menulis(kota, jalankan, monkeypatch):
    tulis = Path.write_bytes

    def tolak(ini, isi):
        if ini.parent == kota / "riwayat":
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return tulis(ini, isi)

    monkeypatch.setattr(Path, "write_bytes", tolak)
    _, _, pesan = jalankan("validasi", kota, *MEI)
    assert (
        f"folder {kota / 'riwayat'} tidak dapat ditulisi (tidak diizinkan). Mintalah hak menulis ke folder itu"
        in pesan
    )


def test_setoran_di_luar_ruang_kerja_dihitung(kota, jalankan, tmp_path):
    luar = Path(shutil.move(kota / "capaian", tmp_path / "luar"))
    toml = kota / "asn-nilai.toml"
    toml.write_text(f"{toml.read_text(encoding='utf-8')}\n[berkas]\ncapaian = '{luar}'\n", encoding="utf-8")
    status, _, pesan = jalankan("hitung", kota, *MEI, "--paralel", 1)
    assert status in {0, 1}, pesan
    manifes = json.loads((kota / "hasil/2026-05/manifes.json").read_text(encoding="utf-8"))
    assert (luar / f"2026-05/{UNIT}.xlsx").as_posix() in manifes["unit"][UNIT]["masukan"]


def test_buku_target_yang_hilang_dan_kembali_dicatat(mei, jalankan, tmp_path):
    dulu = len(baris_target(mei))
    shutil.move(mei / TARGET, tmp_path / "disimpan.xlsx")
    jalankan("validasi", mei, *MEI)
    pergi = baris_target(mei)[dulu:]
    assert {ini["kode_unit"] for ini in pergi} == {UNIT}
    assert {ini["apa"] for ini in pergi} == {"target", "bobot"}
    assert {ini["menjadi"] for ini in pergi} == {"tidak ada"}
    jalankan("validasi", mei, *MEI)
    assert len(baris_target(mei)) == dulu + len(pergi)
    shutil.move(tmp_path / "disimpan.xlsx", mei / TARGET)
    jalankan("validasi", mei, *MEI)
    kembali = baris_target(mei)[dulu + len(pergi) :]
    assert sorted(ini["menjadi"] for ini in kembali) == sorted(ini["semula"] for ini in pergi)
    assert {ini["semula"] for ini in kembali} == {"tidak ada"}


def test_buku_target_kedua_yang_datang_dan_pergi_dicatat(mei, jalankan):
    dulu = len(baris_target(mei))
    kedua = mei / f"target/{UNIT}.xlsm"
    shutil.copyfile(mei / TARGET, kedua)
    jalankan("validasi", mei, *MEI)
    banyak = len(baris_target(mei)) - dulu
    assert banyak > 0
    kedua.unlink()
    jalankan("validasi", mei, *MEI)
    assert len(baris_target(mei)) == dulu + 2 * banyak


def test_buku_target_yang_rusak_tidak_menghapus_target_dari_register(mei, jalankan):
    dulu = len(baris_target(mei))
    (mei / TARGET).write_bytes(b"bukan buku")
    jalankan("validasi", mei, *MEI)
    assert len(baris_target(mei)) == dulu


@pytest.mark.parametrize("nama", [UNIT, "PKM-BARU"])
def test_unit_yang_berganti_kode_sambil_meringankan_target_disebut(mei, jalankan, nama):
    beri_kode_baru(mei)
    ubah(mei / TARGET, "Target", "Mei", NIP, "KES-04", 1)
    for berkas in (mei / TARGET, mei / f"capaian/2026-05/{UNIT}.xlsx"):
        berkas.rename(berkas.with_name(f"{nama}.xlsx"))
    for perintah in (("validasi",), ("hitung", "--paralel", 1)):
        jalankan(perintah[0], mei, *MEI, *perintah[1:])
    temuan = (mei / "hasil/2026-05/temuan.csv").read_text(encoding="utf-8")
    assert "target-diturunkan" in temuan


def test_rantai_yang_putus_ditampilkan_dengan_kata(mei, jalankan):
    berkas = mei / "riwayat/2026-05.jsonl"
    sidik = json.loads((mei / "riwayat/sidik.json").read_text(encoding="utf-8"))
    sidik["2026-05"] = "0" * 64
    (mei / "riwayat/sidik.json").write_text(json.dumps(sidik), encoding="utf-8")
    jalankan("hitung", mei, *MEI, "--paralel", 1)
    assert b'"putus"' in berkas.read_bytes()
    pesan = jalankan("riwayat", mei, *MEI)[2]
    assert "RANTAI PUTUS: register terpotong atau berasal dari salinan lain" in pesan
    assert "0" * 64 not in pesan


@pytest.mark.parametrize("perintah", ["kunci", "simulasi"])
def test_folder_diperiksa_sebelum_pilihan(jalankan, tmp_path, perintah):
    status, _, pesan = jalankan(perintah, tmp_path)
    assert (status, "bukan ruang kerja" in pesan) == (2, True)


def test_folder_capaian_tidak_disangka_kosong(kota, monkeypatch):
    def tolak(_):
        raise PermissionError(errno.EACCES, "Permission denied", "capaian")

    monkeypatch.setattr(os, "listdir", tolak)
    with pytest.raises(PermissionError):
        RuangKerja.buka(kota).berkas_target(UNIT)
