"""An ASN whose rows stand in another unit's book: who asks why there is no score is told where they are."""

import csv
import json
import shutil
import zipfile
from pathlib import Path

import openpyxl
import pytest
from alur.riwayat.buku_uji import hapus_baris, kepala

from asn_nilai.acuan.periode import Periode
from asn_nilai.alur.masukan.keadaan_hasil import keadaan_hasil
from asn_nilai.alur.siapkan import siapkan_tahun

MEI = ("--periode", "2026-05")
NIP, NAMA = "198604092024212934", "Gusrizalman"
SENDIRI, LAIN = "capaian/2026-05/PKM-TB.xlsx", "capaian/2026-05/DINKES.xlsx"


@pytest.fixture
def tersesat(kota, jalankan) -> str:
    """The row of an ASN of PKM-TB stands in the book of DINKES; returns the place of its NIP as findings write it."""
    buku = openpyxl.load_workbook(kota / LAIN)
    lembar = buku["Capaian"]
    kolom = {label: kepala(lembar, label).column for label in ("NIP", "Nama", "Kode Indikator", "Realisasi")}
    baris = 1 + max(b for b in range(1, lembar.max_row + 1) if lembar.cell(b, kolom["Kode Indikator"]).value)
    for label, isi in zip(kolom, (NIP, NAMA, "KES-04", 10), strict=True):
        lembar.cell(baris, kolom[label]).value = isi
    tempat = f"{LAIN} › Capaian › {lembar.cell(baris, kolom['NIP']).coordinate}"
    buku.save(kota / LAIN)
    hapus_baris(kota / SENDIRI, "Capaian", NIP, "KES-04")
    jalankan("hitung", kota, *MEI, "--paralel", "1")
    return tempat


def catatan(jalankan, kota: Path) -> list[str]:
    isi = json.loads(jalankan("jelaskan", NIP, kota, *MEI, "--json")[1])
    return [temuan["letak"] for temuan in isi["catatan"] if temuan["kode"] == "nip-unit-lain"]


def test_penjelasan_dan_kartu_menyebut_baris_di_buku_unit_lain(kota, jalankan, tersesat):
    assert catatan(jalankan, kota) == [tersesat]
    status, keluar, _ = jalankan("jelaskan", NIP, kota, *MEI)
    assert status == 1
    assert f"{tersesat}: " in " ".join(keluar.split())
    kartu = kota / f"hasil/2026-05/kartu/kartu-{NIP}.html"
    sendiri = kartu.read_bytes()
    assert tersesat in sendiri.decode()
    for pilihan in (("--unit", "PKM-TB"), ("--semua",)):
        jalankan("jelaskan", kota, *MEI, *pilihan)
        assert kartu.read_bytes() == sendiri, pilihan
    jalankan("jelaskan", kota, *MEI, "--semua")
    with (kota / "hasil/2026-05/nilai.csv").open(encoding="utf-8", newline="") as berkas:
        lain = [baris["nip"] for baris in csv.DictReader(berkas) if baris["nip"] != NIP]
    menyebut = [n for n in lain if tersesat in (kartu.with_name(f"kartu-{n}.html")).read_text("utf-8")]
    assert menyebut == []


def halaman(kota: Path, unit: str = "PKM-TB") -> str:
    return (kota / f"hasil/2026-05/{unit}/ringkasan.html").read_text(encoding="utf-8")


def keadaan(kota: Path):
    return keadaan_hasil(siapkan_tahun(kota).pada(Periode.dari_teks("2026-05")))


def test_halaman_unitnya_sendiri_menyebutnya_dan_ikut_bila_buku_itu_berubah(
    kota, jalankan, hasil_json, tersesat
):
    """The head of the unit reads there why there is no score; who holds the row is another unit."""
    assert tersesat in halaman(kota)
    semua = {folder.parent.name for folder in (kota / "hasil/2026-05").glob("*/ringkasan.html")}
    assert not any(tersesat in halaman(kota, unit) for unit in semua - {"PKM-TB", "DINKES"})
    assert keadaan(kota).mutakhir
    assert jalankan("verifikasi", kota, *MEI, "--paralel", "1")[0] == 0
    assert {*hasil_json("hitung", kota, *MEI, "--paralel", "1")[1]["dibawa"]} == semua
    hapus_baris(kota / LAIN, "Capaian", NIP, "KES-04")
    assert {*hasil_json("hitung", kota, *MEI, "--paralel", "1")[1]["dibawa"]} == semua - {"PKM-TB", "DINKES"}
    assert tersesat not in halaman(kota)
    assert jalankan("verifikasi", kota, *MEI, "--paralel", "1")[0] == 0


def test_hitungan_unit_lain_saja_menyisakan_halaman_yang_perlu_dicetak_ulang(kota, jalankan, tersesat):
    hapus_baris(kota / LAIN, "Capaian", NIP, "KES-04")
    jalankan("hitung", kota, *MEI, "--unit", "DINKES", "--paralel", "1")
    assert tersesat in halaman(kota)
    assert (keadaan(kota).usang, keadaan(kota).cetak) == ({}, ("PKM-TB",))
    jalankan("hitung", kota, *MEI, "--paralel", "1")
    assert tersesat not in halaman(kota)
    assert keadaan(kota).mutakhir


def test_hitungan_paksa_dan_bertahap_menulis_bita_yang_sama(kota, jalankan, tersesat):
    del tersesat

    def isi():
        return {
            f: f.read_bytes()
            for f in (kota / "hasil/2026-05").rglob("*")
            if f.suffix not in {".lock", ""} and f.is_file()
        }

    bertahap = isi()
    jalankan("hitung", kota, *MEI, "--paksa", "--paralel", "1")
    assert isi() == bertahap


def test_yang_sudah_dipindahkan_tidak_disebut_lagi(kota, jalankan, tersesat):
    """The published findings only tell where to look: what stands in the book now is what is said."""
    del tersesat
    hapus_baris(kota / LAIN, "Capaian", NIP, "KES-04")
    assert catatan(jalankan, kota) == []


@pytest.mark.parametrize("terkunci", [False, True])
def test_paket_keberatan_menyebutnya_juga(kota, jalankan, tersesat, terkunci):
    if terkunci:
        assert jalankan("kunci", kota, *MEI, "--catatan", "Satu baris salah tempat")[0] == 0
        shutil.rmtree(kota / "hasil")
        jalankan("hitung", kota, *MEI)
    jalankan("keberatan", NIP, kota, *MEI)
    with zipfile.ZipFile(kota / f"dokumen/2026-05/keberatan_{NIP}.zip") as arsip:
        assert tersesat in " ".join(arsip.read("penjelasan.txt").decode().split())
