"""Killed at any moment, `hitung` and `kunci` leave whole files and an unbroken register, and the next run gives the same."""

import csv
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from alur.conftest import _jalankan
from alur.riwayat.buku_uji import ubah

from asn_nilai.acuan.riwayat.catatan import Rantai
from asn_nilai.alur.perintah.verifikasi import periksa_riwayat
from asn_nilai.ruang_kerja import RuangKerja

PENUH = bool(os.environ.get("ASN_NILAI_UJI_PENUH"))
BANYAK = 100 if PENUH else 3
"""Moments for each of the two commands."""
MEI = ("--periode", "2026-05", "--paralel", "1")
UNIT, NIP = "PKM-TB", "198604092024212934"


@pytest.fixture(scope="module")
def kota_lama(dua_unit, tmp_path_factory) -> Path:
    """A city with an older result, and inputs that changed since."""
    kota = Path(shutil.copytree(dua_unit, tmp_path_factory.mktemp("lama") / "kota"))
    _jalankan("hitung", str(kota), *MEI)
    for kode in ("KES-02", "KES-04"):
        ubah(
            kota / f"capaian/2026-05/{UNIT}.xlsx",
            "Capaian",
            "Realisasi",
            NIP,
            kode,
            lambda angka: angka * 1.3,
        )
    return kota


def salin(kota: Path, tujuan: Path) -> Path:
    return Path(shutil.copytree(kota, tujuan / "kota"))


def tanpa_waktu(kota: Path) -> dict[str, bytes]:
    """Return the results; of perubahan.csv without its times, of the manifest without its hash."""
    hasil = {
        berkas.relative_to(kota).as_posix(): berkas.read_bytes()
        for berkas in sorted((kota / "hasil").rglob("*"))
        if berkas.is_file() and not berkas.name.startswith(".")
    }
    baris = csv.reader(hasil["hasil/2026-05/perubahan.csv"].decode().splitlines())
    hasil["hasil/2026-05/perubahan.csv"] = repr([isi[1:] for isi in baris]).encode()
    manifes = json.loads(hasil["hasil/2026-05/manifes.json"])
    manifes["keluaran"].pop("perubahan.csv")
    hasil["hasil/2026-05/manifes.json"] = json.dumps(manifes).encode()
    return hasil


def bunuh(kota: Path, perintah: str, jeda: float) -> bool:
    """Start a command and kill it after so many seconds; tells whether it was still at work."""
    argumen = [sys.executable, "-m", "asn_nilai", perintah, str(kota), *MEI]
    proses = subprocess.Popen(argumen, stderr=subprocess.DEVNULL)
    time.sleep(jeda)
    hidup = proses.poll() is None
    proses.send_signal(signal.SIGTERM if os.name == "nt" else signal.SIGKILL)
    proses.wait()
    return hidup


def dibunuh(asal: Path, folder: Path, perintah: str, lama: float, benih: int) -> Iterator[Path]:
    """Yield copies of a city in which a command was killed at random moments, until BANYAK were.

    A run that ends before its moment was quicker than the measured one: the moments that follow come sooner.
    """
    acak, terbunuh = random.Random(benih), 0
    for nomor in range(10 * BANYAK):
        kota = salin(asal, folder / str(nomor))
        # Most of a run is reading; the files are written in its last part.
        if bunuh(kota, perintah, lama * acak.uniform(0.3, 1.05)):
            terbunuh += 1
        else:
            lama *= 0.8
        yield kota
        shutil.rmtree(kota)
        if terbunuh == BANYAK:
            return
    pytest.fail(f"hanya {terbunuh} kali terbunuh")


def lama_jalan(kota: Path, perintah: str) -> float:
    mulai = time.monotonic()
    subprocess.run(
        [sys.executable, "-m", "asn_nilai", perintah, str(kota), *MEI], stderr=subprocess.DEVNULL, check=False
    )
    return time.monotonic() - mulai


def periksa_utuh(kota: Path) -> None:
    """Every file is whole, whichever run wrote it; what is half-written is named as such."""
    for berkas in kota.rglob("*"):
        if not berkas.is_file() or berkas.name.startswith(".") or ".versi-baru" in berkas.parts:
            continue
        if berkas.suffix in {".xlsx", ".zip"}:
            with zipfile.ZipFile(berkas) as paket:
                assert paket.testzip() is None, berkas
        elif berkas.suffix == ".json":
            json.loads(berkas.read_text(encoding="utf-8"))
        elif berkas.suffix == ".html":
            assert berkas.read_text(encoding="utf-8").rstrip().endswith("</html>"), berkas
        elif berkas.suffix == ".jsonl":
            assert Rantai.baca(berkas.read_bytes()).putus == (), berkas
        elif berkas.suffix == ".csv":
            assert berkas.read_bytes().endswith(b"\n"), berkas


def test_hitung_yang_dibunuh_kapan_pun(kota_lama, tmp_path, jalankan):
    utuh = salin(kota_lama, tmp_path / "utuh")
    lama = lama_jalan(utuh, "hitung")
    harapan = tanpa_waktu(utuh)
    for kota in dibunuh(kota_lama, tmp_path, "hitung", lama, 20261127):
        periksa_utuh(kota)
        assert jalankan("hitung", kota, *MEI)[0] == 0
        assert tanpa_waktu(kota) == harapan
        assert list(periksa_riwayat(RuangKerja.buka(kota))) == []


def test_kunci_yang_dibunuh_kapan_pun(kota_lama, tmp_path, jalankan):
    asal = salin(kota_lama, tmp_path / "asal")
    _jalankan("hitung", str(asal), *MEI)
    lama = lama_jalan(salin(asal, tmp_path / "utuh"), "kunci")
    for kota in dibunuh(asal, tmp_path, "kunci", lama, 20261128):
        periksa_utuh(kota)
        sudah = (kota / "riwayat/2026-05/v1").is_dir()
        assert jalankan("hitung", kota, *MEI)[0] == 0
        assert jalankan("kunci", kota, *MEI)[0] == (2 if sudah else 0)
        status, _, pesan = jalankan("verifikasi", kota, *MEI)
        assert status == 0, pesan
