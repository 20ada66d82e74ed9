"""A locked month within a longer period that is locked too: each proposed command works, tried literally and in its order."""

import json
import re
import shlex
import shutil
import zipfile
from pathlib import Path

import pytest
from alur.riwayat.buku_uji import ubah
from alur.riwayat.test_kunci import CAPAIAN, MEI, NIP, isi

PANJANG = ("--periode", "2026-04:2026-05", "--paralel", "1")
ALASAN = ("--koreksi", "Keberatan diterima, BA 9/2026")

REKAN = "197606162003011926"
"""Somebody else of that unit."""


@pytest.fixture
def bersarang(mei_terkunci, tmp_path, jalankan) -> Path:
    """The two units with May locked, and April to May as well; then one realisasi of May is another."""
    kota = Path(shutil.copytree(mei_terkunci, tmp_path / "bersarang"))
    assert jalankan("hitung", kota, *PANJANG)[0] == 0
    assert jalankan("kunci", kota, *PANJANG)[0] == 0
    ubah(kota / CAPAIAN, "Capaian", "Realisasi", NIP, "KES-04", lambda angka: angka - 9)
    return kota


def test_koreksi_bulan_menyebut_koreksi_periode_terkunci_yang_memuatnya(bersarang, jalankan):
    status, _, pesan = jalankan("hitung", bersarang, *MEI, *ALASAN)
    assert (status, "Tetap seperti waktu dikunci" in pesan) == (0, False)
    terkunci = next(baris for baris in pesan.splitlines() if baris.startswith("Terkunci di antaranya: "))
    assert terkunci.startswith("Terkunci di antaranya: April–Mei 2026. ")
    program, *perintah = shlex.split(terkunci.split(" mulai dengan: ")[1].replace("ALASAN", ALASAN[1]))
    assert program == "asn-nilai"
    assert jalankan(*perintah, "--paralel", "1")[0] == 0
    assert jalankan("verifikasi", bersarang, *PANJANG)[0] == 0


def test_paket_keberatan_mendahulukan_koreksi_bulan_yang_terkunci_di_dalamnya(bersarang, jalankan):
    jalankan("keberatan", NIP, bersarang, *PANJANG[:2])
    with zipfile.ZipFile(bersarang / f"dokumen/2026-04_2026-05/keberatan_{NIP}.zip") as arsip:
        langkah = re.sub(r"\s+", " ", arsip.read("baca-dahulu.txt").decode())
    dahulu = (
        " 4. Periode terkunci di dalam yang ini dikoreksi dahulu, sebab sebelum itu hitungan yang ini ditolak: dari 2026-05, yang "
        'memuat sel itu, berurutan, dengan asn-nilai hitung --periode PERIODE --koreksi "ALASAN". 5. Pengelola menjalankan: '
        'asn-nilai hitung --periode 2026-04:2026-05 --koreksi "ALASAN".'
    )
    assert dahulu in langkah
    assert jalankan("hitung", bersarang, *PANJANG, *ALASAN)[0] == 2
    assert jalankan("hitung", bersarang, *MEI, *ALASAN)[0] == 0
    assert jalankan("hitung", bersarang, *PANJANG, *ALASAN)[0] == 0


def _baca_dahulu(kota: Path, nip: str) -> str:
    with zipfile.ZipFile(kota / f"dokumen/2026-04_2026-05/keberatan_{nip}.zip") as arsip:
        return re.sub(r"\s+", " ", arsip.read("baca-dahulu.txt").decode())


def test_paket_keberatan_menyebut_koreksi_bulan_sesudah_periodenya_dikunci(bersarang, jalankan):
    """The package explains what is signed; who reads it must know that a month of it has been corrected since, and whose."""
    assert jalankan("keberatan", NIP, bersarang, *PANJANG[:2])[0] == 0
    assert "dikoreksi di" not in _baca_dahulu(bersarang, NIP)
    assert jalankan("hitung", bersarang, *MEI, *ALASAN)[0] == 0
    status, _, pesan = jalankan("keberatan", NIP, bersarang, *PANJANG[:2])
    pesan = re.sub(r"\s+", " ", pesan)
    kode = json.loads((bersarang / "riwayat/2026-05/v2/manifes.json").read_text(encoding="utf-8"))["kode"]
    susulan = f"Sesudah April–Mei 2026 dikunci, angka atau nilai ASN ini dikoreksi di Mei 2026 (versi 2 · kode {kode} · "
    assert (status, susulan in pesan, susulan in _baca_dahulu(bersarang, NIP)) == (1, True, True)
    belum = "Koreksi itu belum masuk ke nilai April–Mei 2026: paket ini menjelaskan versi 1, yang berlaku sampai April–Mei 2026 sendiri dikoreksi."
    assert (belum in pesan, belum in _baca_dahulu(bersarang, NIP)) == (True, True)
    # The ASN has no such command; who keeps the results has.
    assert f'asn-nilai hitung {bersarang} --periode 2026-04:2026-05 --koreksi "ALASAN"' in pesan
    assert jalankan("keberatan", REKAN, bersarang, *PANJANG[:2])[0] == 0
    assert "dikoreksi di" not in _baca_dahulu(bersarang, REKAN)
    assert jalankan("hitung", bersarang, *PANJANG, *ALASAN)[0] == 0
    assert jalankan("keberatan", NIP, bersarang, *PANJANG[:2])[0] == 0
    assert "dikoreksi di" not in _baca_dahulu(bersarang, NIP)


def test_koreksi_yang_ditarik_kembali_tidak_disebut_di_paket_keberatan(bersarang, jalankan):
    assert jalankan("hitung", bersarang, *MEI, *ALASAN)[0] == 0
    ubah(bersarang / CAPAIAN, "Capaian", "Realisasi", NIP, "KES-04", lambda angka: angka + 9)
    assert jalankan("hitung", bersarang, *MEI, "--koreksi", "Ternyata benar, BA 10/2026")[0] == 0
    assert jalankan("keberatan", NIP, bersarang, *PANJANG[:2])[0] == 0
    assert "dikoreksi di" not in _baca_dahulu(bersarang, NIP)


def test_semua_menulis_kembali_periode_panjang_yang_hasilnya_dihapus(
    mei_terkunci, tmp_path, jalankan, monkeypatch
):
    """hasil/ may be deleted: a locked quarter does not vanish with it. What lacks months was a look ahead, and stays away."""
    kota = Path(shutil.copytree(mei_terkunci, tmp_path / "dihapus"))
    for periode in (PANJANG, ("--periode", "2026-03:2026-04"), ("--periode", "2026", "--sementara")):
        assert jalankan("hitung", kota, *periode)[0] != 2
    assert jalankan("kunci", kota, *PANJANG)[0] == 0
    dulu = isi(kota / "hasil/2026-04_2026-05")
    shutil.rmtree(kota / "hasil")
    monkeypatch.chdir(kota)
    pesan = jalankan()[2]
    assert re.search(r"April–Mei 2026 .* belum dihitung .* v1 ", pesan)
    assert "Tahun 2026 " not in pesan
    assert (
        "hitung --semua (5 periode belum mutakhir)" in pesan
    )  # four months and March to April; the locked ones are not counted
    jalankan("hitung", kota, "--semua", "--paralel", "1")
    assert isi(kota / "hasil/2026-04_2026-05") == dulu
    assert sorted(f.name for f in (kota / "hasil").glob("*_*")) == ["2026-03_2026-04", "2026-04_2026-05"]
    assert not (kota / "hasil/2026").exists()
