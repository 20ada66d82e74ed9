"""`validasi --tandai`: which copies appear, which go, and which are never overwritten."""

import io
import json
import shutil
import zipfile
from pathlib import Path

import openpyxl
import pytest
from ragam import sel_salah, tulis
from salinan_contoh import salin_contoh
from setoran_contoh import CONTOH, PERIODE, UNIT

from asn_nilai import cli
from asn_nilai.alur.perintah import tandai as alur_tandai

NAMA = f"{UNIT}_{PERIODE}_ditandai.xlsx"


@pytest.fixture
def jalankan(kota, capsys, monkeypatch):
    monkeypatch.setenv("ASN_NILAI_TELUSUR", "1")

    def _jalankan(*tambahan: str) -> tuple[int, str, str]:
        perintah = ["validasi", str(kota.akar), "--periode", PERIODE, "--unit", UNIT, "--tandai", *tambahan]
        with pytest.raises(SystemExit) as keluar:
            cli.main(perintah)
        keluaran = capsys.readouterr()
        return keluar.value.code, keluaran.out, keluaran.err

    return _jalankan


@pytest.fixture
def salinan(kota):
    return kota.akar / "hasil" / PERIODE / UNIT / NAMA


def test_salinan_ditulis_dan_setoran_tidak_disentuh(kota, salinan, jalankan):
    isi = tulis()
    kota.setoran.write_bytes(isi)
    status, _, pesan = jalankan()
    assert status == 1
    *_, di_mana, berikutnya = pesan.strip().splitlines()
    assert di_mana == f"Salinan bertanda: hasil/{PERIODE}/{UNIT}/{NAMA}"
    assert berikutnya.startswith("Berikutnya: kirim pesan dan salinan bertandanya ke unit")
    assert kota.setoran.read_bytes() == isi
    assert openpyxl.load_workbook(salinan)["Capaian"]["H7"].comment.text.startswith("GALAT")


def test_yang_berubah_di_jalan_tidak_dikembalikan_untuk_diperbaiki(kota, salinan, jalankan):
    with zipfile.ZipFile(io.BytesIO(tulis())) as arsip:
        sidik = arsip.getinfo("xl/worksheets/sheet1.xml").CRC.to_bytes(4, "little")
    kota.setoran.write_bytes(tulis().replace(sidik, bytes(4)))
    _, _, pesan = jalankan()
    assert "tidak dapat ditandai langsung karena isinya berubah di jalan" in pesan
    assert openpyxl.load_workbook(salinan).sheetnames == ["Temuan"]


def test_json_tetap_sendirian_di_keluaran_standar(kota, salinan, jalankan):
    kota.setoran.write_bytes(tulis())
    _, keluar, _ = jalankan("--json")
    assert json.loads(keluar)["periode"] == PERIODE
    assert salinan.is_file()


def test_diperbaiki_di_salinan_lalu_dikirim_salinan_lama_hilang(kota, salinan, jalankan):
    kota.setoran.write_bytes(tulis())
    jalankan()
    buku = openpyxl.load_workbook(salinan)
    for sel, nilai in sel_salah().items():
        buku["Capaian"][sel] = nilai
    buku.save(salinan)
    shutil.copyfile(salinan, kota.setoran)
    status, _, pesan = jalankan()
    assert status == 0
    assert "Tidak ada salinan bertanda" in pesan
    assert not salinan.exists()


def kerjakan(salinan: Path) -> None:
    """Work in a marked copy, as a unit does that mends its figures there."""
    buku = openpyxl.load_workbook(salinan)
    buku["Capaian"]["H7"] = 40
    buku.save(salinan)


def test_salinan_yang_sedang_diperbaiki_tidak_ditimpa(kota, salinan, jalankan):
    kota.setoran.write_bytes(tulis())
    jalankan()
    kerjakan(salinan)
    dikerjakan = salinan.read_bytes()
    status, _, pesan = jalankan()
    assert status == 1
    assert "tidak diganti karena isinya sudah diubah sejak ditandai" in pesan
    assert salinan.read_bytes() == dikerjakan


def test_salinan_yang_dikerjakan_disebut_juga_bila_setorannya_tidak_bertemuan_lagi(kota, salinan, jalankan):
    """The unit mended its own book, not the copy: what stands in the copy is somebody's, and says nothing of the book any more."""
    kota.setoran.write_bytes(tulis())
    jalankan()
    kerjakan(salinan)
    shutil.copyfile(CONTOH / "capaian" / PERIODE / f"{UNIT}.xlsx", kota.setoran)
    status, _, pesan = jalankan()
    assert status == 0
    assert salinan.exists()
    assert (
        "Salinan bertanda yang tidak berlaku lagi dibiarkan karena isinya sudah diubah sejak ditandai; hapus bila isinya tidak diperlukan. "
        f"Lihat hasil/{PERIODE}/{UNIT}/{NAMA}." in pesan
    )


def test_salinan_unit_yang_tidak_ada_lagi_di_skema_hilang_kecuali_dikerjakan(kota, salinan, jalankan, capsys):
    kota.setoran.write_bytes(tulis())
    jalankan()
    utuh, dikerjakan = (salinan.parents[1] / kode / f"{kode}_{PERIODE}_ditandai.xlsx" for kode in ("A", "B"))
    for lama in (utuh, dikerjakan):
        lama.parent.mkdir()
        shutil.copyfile(salinan, lama)
    kerjakan(dikerjakan)
    jalankan()
    assert utuh.exists()  # not asked for
    with pytest.raises(SystemExit):
        cli.main(["validasi", str(kota.akar), "--periode", PERIODE, "--tandai"])
    assert f"Lihat hasil/{PERIODE}/B/{dikerjakan.name}." in capsys.readouterr().err
    assert (utuh.exists(), dikerjakan.exists(), salinan.exists()) == (False, True, True)


def test_salinan_yang_utuh_diganti(kota, salinan, jalankan):
    kota.setoran.write_bytes(tulis())
    jalankan()
    pertama = salinan.read_bytes()
    jalankan()
    assert salinan.read_bytes() == pertama


def test_target_pun_ditandai(kota, jalankan):
    buku = openpyxl.load_workbook(kota.akar / "target" / f"{UNIT}.xlsx")
    lembar = buku["Target"]
    kepala = next(sel for baris in lembar.iter_rows() for sel in baris if sel.value == "Bobot")
    lembar.cell(kepala.row + 1, kepala.column).value = "sepuluh"
    buku.save(kota.akar / "target" / f"{UNIT}.xlsx")
    shutil.copyfile(CONTOH / "capaian" / PERIODE / f"{UNIT}.xlsx", kota.setoran)
    jalankan()
    assert (kota.akar / "hasil" / PERIODE / UNIT / f"{UNIT}_target_ditandai.xlsx").is_file()


def test_xlsm_tetap_xlsm(kota, salinan, jalankan):
    kota.setoran.with_suffix(".xlsm").write_bytes(tulis())
    jalankan()
    assert salinan.with_suffix(".xlsm").is_file()
    assert not salinan.exists()


def test_salinan_berakhiran_lain_dari_kiriman_sebelumnya_hilang(kota, salinan, jalankan):
    kota.setoran.write_bytes(tulis())
    jalankan()
    kota.setoran.rename(kota.setoran.with_suffix(".xlsm"))
    jalankan()
    assert [berkas.name for berkas in salinan.parent.iterdir()] == [f"{UNIT}_{PERIODE}_ditandai.xlsm"]


@pytest.mark.parametrize(("unit", "sebab"), [("KEL-TD", "berkas ini .ods"), ("KEL-PPK", "berkas ini .xls")])
def test_bentuk_lain_mendapat_daftar(tmp_path, capsys, unit, sebab):
    akar = tmp_path / "kota"
    salin_contoh(akar)
    with pytest.raises(SystemExit):
        cli.main(["validasi", str(akar), "--periode", PERIODE, "--unit", unit, "--tandai"])
    assert sebab in capsys.readouterr().err
    buku = openpyxl.load_workbook(akar / "hasil" / PERIODE / unit / f"{unit}_{PERIODE}_ditandai.xlsx")
    assert buku.sheetnames == ["Temuan"]


@pytest.mark.parametrize(
    ("isi", "sebab"),
    [
        (b"PK\x03\x04 terpotong", "tidak dapat dibuka"),
        (b"<html><table></table></html>", "tidak dapat dibuka"),
    ],
)
def test_berkas_rusak_mendapat_daftar(kota, salinan, jalankan, isi, sebab):
    kota.setoran.write_bytes(isi)
    _, _, pesan = jalankan()
    assert sebab in pesan
    assert openpyxl.load_workbook(salinan)["Temuan"]["H9"].value == "berkas-tidak-terbaca"


def test_kegagalan_program_menjadi_daftar(kota, monkeypatch):
    monkeypatch.setenv("ASN_NILAI_TELUSUR", "1")
    kota.setoran.write_bytes(tulis())

    def gagal(*_argumen):
        raise RuntimeError

    monkeypatch.setattr(alur_tandai, "tandai_paket", gagal)
    with pytest.raises(RuntimeError):
        alur_tandai._salinan(kota.setoran, kota.periksa(tulis()))
    monkeypatch.delenv("ASN_NILAI_TELUSUR")
    isi, sebab = alur_tandai._salinan(kota.setoran, kota.periksa(tulis()))
    assert "program gagal menandainya (RuntimeError)" in sebab
    assert isi.startswith(b"PK")
