"""Files as they arrive: locked, cut off, renamed, huge, missing, twice."""

import io
import os
import shutil
import sys
import zipfile
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import ClassVar

import pytest
from buku_biner import buku_ole, buku_xls_bersandi
from buku_mentah import arsip
from dunia_baca import JUNI, Dunia, Lembaran, satu_temuan, temuan_singkat
from openpyxl import Workbook
from python_calamine import CalamineError, PasswordError

from asn_nilai.acuan.isian.formulir.daftar_formulir import FORMULIR
from asn_nilai.baca.berkas.galat import BukuTidakTerbacaError
from asn_nilai.baca.berkas.jenis import JenisBuku
from asn_nilai.baca.buku import Buku, buka_buku
from asn_nilai.baca.format_sel.buku_calamine import _aman
from asn_nilai.baca.format_sel.lembar import FormatSel, LembarTerbaca


def baca_dengan(dunia: Dunia, isi: bytes):
    """Put these bytes in place of the capaian workbook and read."""
    dunia.target()
    dunia.berkas_capaian.write_bytes(isi)
    isian = dunia.baca()
    assert isian.target is not None
    assert isian.capaian == {}
    assert "capaian/2026-06/PKM-01.xlsx" in isian.berkas
    return isian


def zip_berisi(bagian: dict[str, bytes], cara: int = zipfile.ZIP_DEFLATED) -> bytes:
    wadah_zip = io.BytesIO()
    with zipfile.ZipFile(wadah_zip, "w", cara) as arsip:
        for nama, isi in bagian.items():
            arsip.writestr(nama, isi)
    return wadah_zip.getvalue()


BUKAN_BUKU = {
    "kosong": (b"", "berkasnya kosong (0 bita)"),
    "html": (b"\xef\xbb\xbf\n<HTML><table><tr><td>NIP</td></tr></table></HTML>", "isinya halaman web (HTML), bukan buku kerja"),
    "html-di-tengah": (b"<!-- e-kinerja --><html></html>", "isinya halaman web (HTML), bukan buku kerja"),
    "csv": (b"NIP;Nama\n198603152009032001;Siti\n", "isinya teks biasa (mungkin CSV), bukan buku kerja"),
    "xml-2003": (b'<?xml version="1.0"?><Workbook/>', "isinya XML lama, bukan buku kerja"),
    "pdf": (b"%PDF-1.7\x00", "isinya PDF, bukan buku kerja"),
    "acak": (bytes(range(256)) * 4, "isinya bukan format Excel atau OpenDocument yang dikenal"),
    "zip-lain": (zip_berisi({"surat.txt": b"x"}), "isinya arsip zip yang bukan buku kerja"),
    "odt": (zip_berisi({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<a/>"}), "isinya arsip zip yang bukan buku kerja"),
    "docx": (zip_berisi({"word/document.xml": b"<a/>"}), "isinya dokumen Word, bukan buku kerja"),
    "doc": (buku_ole("WordDocument", b"x" * 5000), "isinya dokumen Word"),
    "ole-lain": (buku_ole("Lain", b"x" * 5000), "berkasnya rusak atau terpotong"),
    "xls-rusak": (buku_ole("Workbook", b"\x09\x08\x10\x00" * 2000), "isinya rusak"),
    "zip-rusak": (b"PK\x03\x04abc", "berkasnya rusak atau terpotong"),
    "xlsx-rusak": (zip_berisi({"xl/workbook.xml": b"<workbook><sheets>"}), "isi XML-nya rusak"),
    "dtd": (zip_berisi({"xl/workbook.xml": b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}), "isinya memuat deklarasi XML yang tidak diperbolehkan"),
    "hampa": (zip_berisi({"xl/workbook.xml": b"<workbook/>"}), "isinya rusak"),
    "lzma": (zip_berisi({"xl/workbook.xml": b"<workbook/>"}, zipfile.ZIP_LZMA), "cara pemampatannya tidak dikenal"),
    "xlsb-rusak": (zip_berisi({"xl/workbook.bin": b"\x9c\x01\x20\x00"}), "isinya rusak"),
    "ods-rusak": (zip_berisi({"content.xml": b"<a><b></a>"}), "isi XML-nya rusak"),
}  # fmt: skip


@pytest.mark.parametrize(("isi", "sebab"), BUKAN_BUKU.values(), ids=BUKAN_BUKU)
def test_yang_bukan_buku_kerja_disebut_apa_adanya(dunia_tetap: Dunia, isi, sebab):
    isian = baca_dengan(dunia_tetap, isi)
    temuan = satu_temuan(isian, "berkas-tidak-terbaca")
    assert temuan.pesan == f"Berkas ini tidak dapat dibuka sebagai buku kerja: {sebab}."
    assert str(temuan.letak) == "capaian/2026-06/PKM-01.xlsx"


def test_berkas_terpotong_di_mana_pun_menjadi_temuan(dunia_tetap: Dunia):
    dunia_tetap.bersih()
    utuh = dunia_tetap.berkas_capaian.read_bytes()
    for bagian in range(1, 20):
        isian = baca_dengan(dunia_tetap, utuh[: len(utuh) * bagian // 20])
        assert [temuan.kode for temuan in isian.temuan] == ["berkas-tidak-terbaca"]


def test_berkas_berbita_rusak_menjadi_temuan_atau_terbaca(dunia_tetap: Dunia):
    dunia_tetap.bersih()
    utuh = dunia_tetap.berkas_capaian.read_bytes()
    for letak in range(40, len(utuh), 97):
        dunia_tetap.berkas_capaian.write_bytes(utuh[:letak] + bytes([utuh[letak] ^ 0xFF]) + utuh[letak + 1 :])
        dunia_tetap.baca()


@pytest.mark.parametrize(
    "isi",
    [
        buku_ole("EncryptedPackage", b"x" * 5000), buku_xls_bersandi(), zip_berisi({"EncryptedPackage": b"x"}),
        zip_berisi({"content.xml": b"x", "META-INF/manifest.xml": b"<manifest:encryption-data/>"}),
    ],
    ids=["ooxml", "xls", "zip", "ods"],
)  # fmt: skip
def test_berkas_bersandi_disebut_bersandi(dunia_tetap: Dunia, isi):
    isian = baca_dengan(dunia_tetap, isi)
    assert [temuan.kode for temuan in isian.temuan] == ["berkas-bersandi"]
    assert "kata sandi" in isian.temuan[0].pesan


def test_bagian_zip_tersandi_disebut_bersandi():
    data = bytearray(zip_berisi({"xl/workbook.xml": b"<workbook/>"}))
    data[6] |= 1
    letak = data.rindex(b"PK\x01\x02")
    data[letak + 8] |= 1
    with pytest.raises(BukuTidakTerbacaError) as galat:
        Buku(bytes(data))
    assert galat.value.kode == "berkas-bersandi"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="hak baca tidak dapat dicabut di sini")
def test_berkas_tanpa_hak_baca_menjadi_temuan(dunia_tetap: Dunia):
    dunia_tetap.bersih()
    dunia_tetap.berkas_capaian.chmod(0)
    assert temuan_singkat(dunia_tetap.baca()) == [("berkas-tidak-terbaca", "")]


@pytest.mark.parametrize(
    ("galat", "kode", "sebab"),
    [
        (PermissionError(13, "x"), "berkas-sedang-dibuka", "sedang dibuka di program lain"),
        (OSError(5, "I/O error"), "berkas-tidak-terbaca", "disk atau jaringannya bermasalah"),
        (OSError(), "berkas-tidak-terbaca", "OSError"),
    ],
)
def test_berkas_yang_ditolak_sistem_menjadi_temuan(dunia_tetap: Dunia, monkeypatch, galat, kode, sebab):
    dunia_tetap.bersih()

    def tolak(_berkas):
        raise galat

    monkeypatch.setattr(Path, "read_bytes", tolak)
    isian = dunia_tetap.baca()
    assert [temuan.kode for temuan in isian.temuan] == [kode] * 2
    assert sebab in isian.temuan[1].pesan


def test_berkas_hilang_berarti_unit_belum_menyetor(dunia_tetap: Dunia):
    dunia_tetap.target()
    isian = dunia_tetap.baca()
    assert temuan_singkat(isian) == [("berkas-hilang", "")]
    temuan = isian.temuan[0]
    assert temuan.pesan == "Puskesmas Contoh belum menyetor berkas capaian Juni 2026."
    assert temuan.saran.startswith("Minta unit menyetor capaian/2026-06/PKM-01.xlsx,")
    assert (temuan.unit, temuan.letak.berkas) == ("PKM-01", "capaian/2026-06/PKM-01.xlsx")
    dunia_tetap.berkas_target.unlink()
    assert dunia_tetap.baca().temuan[0].pesan == "Puskesmas Contoh belum menyetor berkas target 2026."


def test_dua_berkas_untuk_satu_unit_tidak_dibaca_keduanya(dunia_tetap: Dunia):
    dunia_tetap.bersih()
    shutil.copy(dunia_tetap.berkas_capaian, dunia_tetap.berkas_capaian.with_suffix(".xlsm"))
    isian = dunia_tetap.baca()
    assert [temuan.kode for temuan in isian.temuan] == ["berkas-ganda"]
    assert isian.temuan[0].pesan == "Ada lebih dari satu berkas untuk unit ini: PKM-01.xlsm, PKM-01.xlsx."
    assert isian.capaian == {}


@pytest.mark.parametrize("nama", ["~$PKM-01.xlsx", ".~lock.PKM-01.xlsx#"])
def test_berkas_kunci_office_bukan_setoran(dunia_tetap: Dunia, nama):
    dunia_tetap.bersih()
    (dunia_tetap.berkas_capaian.parent / nama).write_bytes(b"kunci")
    assert dunia_tetap.baca().temuan == []


@pytest.mark.parametrize("akhiran", [".xlsm", ".xls", ".ods"])
def test_buku_berganti_akhiran_dibaca_menurut_isinya(dunia_tetap: Dunia, akhiran):
    dunia_tetap.bersih()
    dunia_tetap.berkas_capaian.rename(dunia_tetap.berkas_capaian.with_suffix(akhiran))
    isian = dunia_tetap.baca()
    assert isian.temuan == []
    assert len(isian.capaian[JUNI]) == 8


def test_lembar_hilang_menyebut_lembar_yang_ada(dunia_tetap: Dunia):
    dunia_tetap.target(lambda lembar: setattr(lembar.ws, "title", "Sheet1"))
    dunia_tetap.capaian(lambda lembar: setattr(lembar.ws, "title", "Rekap"))
    isian = dunia_tetap.baca()
    assert [temuan.pesan for temuan in isian.temuan] == [
        "Lembar 'Target' tidak ada. Lembar yang ada: Sheet1.",
        "Lembar 'Capaian' tidak ada. Lembar yang ada: Rekap, Perilaku.",
    ]
    assert [temuan.kode for temuan in isian.temuan] == ["lembar-hilang"] * 2


@pytest.mark.parametrize(
    ("nama", "terpilih"),
    [
        (["CAPAIAN "], "CAPAIAN "), (["Sheet Capaian"], "Sheet Capaian"), (["Capaian Juni"], "Capaian Juni"), (["Capaian_2026-06"], "Capaian_2026-06"),
        (["Capaian Mei", "Capaian"], "Capaian"), (["Realisasi"], "Realisasi"),
        (["Rekap Capaian"], None), (["Sheet1"], None),
    ],
)  # fmt: skip
def test_lembar_dipilih_menurut_namanya(dunia_tetap: Dunia, nama, terpilih):
    buku = Workbook()
    buku.active.title = nama[0]
    for nama_lembar in nama[1:]:
        buku.create_sheet(nama_lembar)
    buku.save(dunia_tetap.berkas_capaian)
    assert buka_buku(dunia_tetap.berkas_capaian).cari_lembar(FORMULIR["Capaian"]) == terpilih


class PanicException(BaseException):
    pass


@pytest.mark.parametrize("galat", [PanicException("x"), CalamineError("x"), ValueError("x")])
def test_kepanikan_di_dalam_pembaca_adalah_berkas_rusak(galat):
    def gagal():
        raise galat

    with pytest.raises(BukuTidakTerbacaError) as tertangkap:
        _aman(gagal)
    assert tertangkap.value.kode == "berkas-tidak-terbaca"


@pytest.mark.parametrize(
    ("galat", "jenis"),
    [
        (KeyboardInterrupt(), KeyboardInterrupt),
        (MemoryError(), MemoryError),
        (PasswordError("x"), BukuTidakTerbacaError),
    ],
)
def test_yang_bukan_kesalahan_berkas_diteruskan(galat, jenis):
    def gagal():
        raise galat

    with pytest.raises(jenis):
        _aman(gagal)


@pytest.mark.parametrize("nama", [("Capaian", "CAPAIAN "), ("Capaian Mei", "Capaian Juni")])
def test_dari_dua_lembar_yang_mungkin_dimaksud_tidak_satu_pun_diambil(dunia_tetap: Dunia, nama):
    dunia_tetap.target()

    def ubah(lembar: Lembaran) -> None:
        lembar.ws.title = nama[0]
        lembar.ws.parent.copy_worksheet(lembar.ws).title = nama[1]

    dunia_tetap.capaian(ubah)
    isian = dunia_tetap.baca()
    assert [temuan.pesan for temuan in isian.temuan] == [
        f"Lebih dari satu lembar dapat berarti 'Capaian': {nama[0]}, {nama[1]}."
    ]
    assert JUNI not in isian.capaian


def test_lembar_tersembunyi_terbaca_dan_lembar_grafik_dilewati():
    buku = Workbook()
    buku.create_sheet("Tersembunyi").sheet_state = "veryHidden"
    buku.create_chartsheet("Grafik")
    buku["Tersembunyi"]["A1"] = 1
    data = io.BytesIO()
    buku.save(data)
    terbuka = Buku(data.getvalue())
    assert terbuka.nama_lembar == ["Sheet", "Tersembunyi"]
    assert terbuka.lembar("Tersembunyi").format_sel.tersembunyi
    assert terbuka.lembar("Sheet").sel == []


def test_lembar_rusak_menjadi_temuan_dan_berkas_lain_tetap_dibaca(dunia_tetap: Dunia):
    dunia_tetap.bersih()
    data = dunia_tetap.berkas_target.read_bytes()
    with zipfile.ZipFile(io.BytesIO(data)) as asal:
        bagian = {nama: asal.read(nama) for nama in asal.namelist()}
    lembar = bagian["xl/worksheets/sheet1.xml"]
    bagian["xl/worksheets/sheet1.xml"] = lembar[: len(lembar) // 2]
    dunia_tetap.berkas_target.write_bytes(arsip(**bagian))
    isian = dunia_tetap.baca()
    assert temuan_singkat(isian) == [("berkas-tidak-terbaca", "")]
    assert isian.target is None
    assert len(isian.capaian[JUNI]) == 8


def test_setiap_jenis_buku_mempunyai_modul_yang_membukanya():
    for jenis in JenisBuku:
        assert callable(import_module(f"asn_nilai.baca.format_sel.{jenis}").buka)


def test_jenis_baru_yang_tidak_dikenal_calamine_cukup_sebuah_modul(monkeypatch):
    class BukuTiruan:
        tersembunyi: ClassVar = {"Catatan": True, "Lembar Capaian": False}

        def lembar(self, nama: str) -> LembarTerbaca:
            return LembarTerbaca(nama, [["NIP", "95%"]], FormatSel(persen={(0, 1)}))

    modul = ModuleType("tiruan")
    modul.buka = lambda _wadah: BukuTiruan()
    monkeypatch.setitem(sys.modules, "asn_nilai.baca.format_sel.tiruan", modul)
    monkeypatch.setattr("asn_nilai.baca.buku.kenali_jenis", lambda _data, _batas: ("tiruan", None))
    buku = Buku(b"NIP;95%")
    assert buku.nama_lembar == ["Catatan", "Lembar Capaian"]
    assert buku.cari_lembar(FORMULIR["Capaian"]) == "Lembar Capaian"
    assert buku.lembar("Lembar Capaian").format_sel.persen == {(0, 1)}
