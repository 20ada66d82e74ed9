"""What we write as a zip file is the same to the byte on Windows, whose Python names itself in every part."""

import io
import sys
import time
import zipfile

import docx
import pytest

from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.temuan import temuan
from asn_nilai.alur.riwayat.keadaan_awal import simpan_awal
from asn_nilai.terbit.buku.gaya import Gaya, Lembar
from asn_nilai.terbit.buku.wadah import buku_baru
from asn_nilai.terbit.surat.naskah import Surat, tulis_surat
from asn_nilai.terbit.tandai.daftar import buku_daftar

JUMLAH_LEMBAR = 3


def buku_nilai(_folder):
    wadah = io.BytesIO()
    buku = buku_baru(wadah)
    gaya = Gaya(buku)
    for nomor in range(JUMLAH_LEMBAR):
        Lembar(buku, gaya, f"Lembar {nomor}", "#FF0000").angka(0, 0, nomor, gaya("bulat"))
    buku.close()
    return wadah.getvalue()


def daftar_temuan(_folder):
    return buku_daftar([temuan("sel-galat", Letak("a.ods", "Capaian", "H12"), teks="#REF!")], "x")


def keadaan_awal(folder):
    simpan_awal(folder, 1, [("PKM-TB", b"a,b\n")], {"a": "b"})
    return (folder / "awal-1.zip").read_bytes()


def surat(folder):
    dokumen = docx.Document()
    dokumen.add_paragraph("Nama: {{ nama }}")
    dokumen.save(folder / "uji.docx")
    wadah = io.BytesIO()
    tulis_surat(wadah, Surat("uji", "uji", {"nama": "Rahmi"}), folder)
    return wadah.getvalue()


@pytest.mark.parametrize("tulis", [buku_nilai, daftar_temuan, keadaan_awal, surat])
def test_bait_zip_sama_di_windows_dan_di_linux(tulis, tmp_path, monkeypatch):
    di_sini = tulis(tmp_path)
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(time, "time", lambda: 2_000_000_000.0)
    assert zipfile.ZipInfo("x").create_system == 0, "Python menamai Windows seperti di Windows"
    di_windows = tulis(tmp_path)
    monkeypatch.undo()
    assert di_windows == di_sini
    with zipfile.ZipFile(io.BytesIO(di_windows)) as arsip:
        assert {bagian.create_system for bagian in arsip.infolist()} == {3}
        assert arsip.testzip() is None
