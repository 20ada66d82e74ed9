"""A disk that is full, or a run that is killed, in the midst of writing: the next run finds nothing in its way."""

import errno
import os
import shutil
from pathlib import Path

import pytest

from asn_nilai.alur.riwayat import versi
from asn_nilai.ruang_kerja import RuangKerja

MEI = ("--periode", "2026-05")


def test_kunci_yang_tidak_tersimpan_menyebut_berkasnya_dan_tidak_meninggalkan_salinan(
    mei, jalankan, monkeypatch
):
    asli = shutil.copyfile

    def penuh(asal, tujuan):
        if Path(asal).name == "skema.xlsx":
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(asal))
        return asli(asal, tujuan)

    with monkeypatch.context() as tambal:
        tambal.setattr(versi.shutil, "copyfile", penuh)
        status, _, pesan = jalankan("kunci", mei, *MEI)
    assert status == 2
    assert f"({mei / 'skema.xlsx'}: disk penuh)" in pesan
    assert not (mei / "riwayat/2026-05/.versi-baru").exists()
    assert jalankan("kunci", mei, *MEI)[0] == 0


def test_tanda_kunci_yang_tertinggal_dibuang_sesudah_registernya_dilengkapi(terkunci, jalankan):
    tanda = terkunci / "riwayat/2026-05/.sedang-dikunci"
    (kode,) = (ini.kode for _, ini in versi.semua_versi(RuangKerja.buka(terkunci)))
    tanda.write_text("LAIN-KODE\n", encoding="utf-8")
    assert jalankan("hitung", terkunci, *MEI)[0] == 0
    assert tanda.exists()  # somebody may be at work on that one
    tanda.write_text(kode + "\n", encoding="utf-8")
    assert jalankan("hitung", terkunci, *MEI)[0] == 0
    assert not tanda.exists()


def test_sisa_register_dibuang_oleh_yang_menulis_berikutnya(kota, jalankan):
    sisa = kota / "riwayat/.2026-05.jsonl.0123abcd.sementara"
    sisa.parent.mkdir()
    sisa.write_bytes(b"separuh")
    jalankan("hitung", kota, *MEI)
    assert not sisa.exists()


@pytest.mark.parametrize("pilihan", [(), ("--samarkan",)])
def test_sisa_rekap_yang_dibunuh_tidak_disangka_berkas_lain(mei, jalankan, pilihan):
    sisa = mei / "hasil/2026-05/publik/.layanan.csv.0123abcd.sementara"
    sisa.parent.mkdir()
    sisa.write_bytes(b"separuh")
    status, _, pesan = jalankan("rekap", mei, *MEI, *pilihan)
    assert (status, "JANGAN DIUMUMKAN" in pesan, sisa.exists()) == (0, False, False), pesan
