"""What the commands give on the example city, whole: workbooks, pages, lists and the terminal, held against frozen copies.

The CSV files have their own; here stand the faces, one unit or ASN of each kind.
"""

import os
import re

import pytest
from keluaran_beku import buku, cocokkan, halaman

from asn_nilai import __version__

MEI, JUNI, TRIWULAN = "2026-05", "2026-06", "2026-T1"
PINDAH, DI_BAWAH, KEDUANYA = "200103182022041954", "199302052018042912", "198005192003031948"


@pytest.fixture
def layar(jalankan, kota, monkeypatch):
    """Run a command; returns status, output and messages as one text in which the work folder is KOTA."""
    monkeypatch.setenv("COLUMNS", "120")

    def _layar(*argumen) -> str:
        status, keluar, pesan = jalankan(*argumen)
        teks = f"status {status}\n-- keluaran\n{keluar}\n-- pesan\n{pesan}\n".replace(str(kota), "KOTA")
        teks = teks.replace(os.sep, "/")
        return re.sub(r"\d+,\d+ detik", "# detik", re.sub(r"[ \t]+\n", "\n", teks))

    return _layar


def teks_berkas(kota, jalur: str) -> str:
    berkas = kota / jalur
    if berkas.suffix == ".xlsx":
        return buku(berkas.read_bytes()).replace(f"versi={__version__}", "versi=VERSI")
    isi = berkas.read_text(encoding="utf-8")
    return halaman(isi) if berkas.suffix == ".html" else isi


def test_hitung_triwulan_dengan_asn_pindah(kota, layar):
    cocokkan("hitung-triwulan.txt", layar("hitung", kota, "--periode", TRIWULAN, "--paralel", 1))
    for jalur in ("KEL-TD/nilai.xlsx", "KEL-TD/ringkasan.html", "index.html"):
        cocokkan(f"triwulan-{jalur.replace('/', '-')}.txt", teks_berkas(kota, f"hasil/{TRIWULAN}/{jalur}"))


def test_rekap_dan_publikasi(kota, layar):
    for bulan in ("2026-04", MEI):
        layar("hitung", kota, "--periode", bulan, "--paralel", 1)
    cocokkan("rekap.txt", layar("rekap", kota, "--periode", MEI))
    for jalur in ("rekap.xlsx", "rekap.html"):
        cocokkan(f"{jalur}.txt", teks_berkas(kota, f"hasil/{MEI}/{jalur}"))
    (kota / ".kunci-samaran").write_text(
        "a1" * 32 + "\n", encoding="ascii"
    )  # else the pseudonyms are other each time
    cocokkan("publik.txt", layar("rekap", kota, "--periode", MEI, "--samarkan"))
    cocokkan("publik-kamus_data.csv.txt", teks_berkas(kota, f"hasil/{MEI}/publik/kamus_data.csv"))
    cocokkan("publik-index.html.txt", teks_berkas(kota, f"hasil/{MEI}/publik/index.html"))


def test_bulan_yang_setorannya_kotor(kota, layar):
    cocokkan("validasi.txt", layar("validasi", kota, "--periode", JUNI, "--pesan", "--paralel", 1))
    cocokkan("validasi.html.txt", teks_berkas(kota, f"hasil/{JUNI}/validasi.html"))
    pesan = sorted((kota / "hasil" / JUNI / "pesan").glob("*.txt"))
    isi = "\n".join(f"=== {satu.name}\n{satu.read_text(encoding='utf-8')}" for satu in pesan)
    cocokkan("pesan.txt", isi)
    cocokkan("hitung-kotor.txt", layar("hitung", kota, "--periode", JUNI, "--unit", "KEL-TD", "--paralel", 1))
    for jalur in ("nilai.xlsx", "ringkasan.html"):
        cocokkan(f"kotor-KEL-TD-{jalur}.txt", teks_berkas(kota, f"hasil/{JUNI}/KEL-TD/{jalur}"))


@pytest.mark.parametrize(
    ("nip", "periode", "aturan"),
    [
        (DI_BAWAH, MEI, "permenpanrb-6-2022"),
        (KEDUANYA, JUNI, "permenpanrb-6-2022"),
        (PINDAH, TRIWULAN, "permenpanrb-6-2022"),
        (DI_BAWAH, MEI, "kemenkeu-127-2026"),
        (PINDAH, TRIWULAN, "pp-30-2019"),
    ],
)
def test_jelaskan_di_terminal_dan_kartu(kota, layar, nip, periode, aturan):
    nama = f"jelaskan-{nip}-{aturan}"
    cocokkan(f"{nama}.txt", layar("jelaskan", nip, kota, "--periode", periode, "--aturan", aturan))
    cocokkan(f"{nama}.html.txt", teks_berkas(kota, f"hasil/{periode}/kartu/kartu-{nip}.html"))


@pytest.mark.parametrize("aturan", ["kemenkeu-127-2026", "pp-30-2019"])
def test_simulasi(kota, layar, aturan):
    teks = layar("simulasi", kota, "--periode", MEI, "--aturan", aturan, "--paralel", 1)
    cocokkan(f"simulasi-{aturan}.txt", teks)
    for jalur in ("simulasi.xlsx", "simulasi.html"):
        cocokkan(f"{aturan}-{jalur}.txt", teks_berkas(kota, f"simulasi/{MEI}_{aturan}/{jalur}"))


def test_templat(kota, layar):
    pilihan = ("--periode", "2026-07", "--unit", "KEL-TD", "--paralel", 1)
    cocokkan("templat-target.txt", layar("templat", "target", kota, *pilihan))
    cocokkan("templat-capaian.txt", layar("templat", "capaian", kota, *pilihan))
    cocokkan("templat-target.xlsx.txt", teks_berkas(kota, "templat/target/KEL-TD.xlsx"))
    cocokkan("templat-capaian.xlsx.txt", teks_berkas(kota, "templat/2026-07/KEL-TD.xlsx"))
