"""Killed at any moment, `hitung` and `kunci` leave whole files and an unbroken register, and the next run gives the same.

What a kill leaves behind changes only where a file is opened to be written, renamed, removed or a folder made. So a run is
ended right before one of these, as hard as the system can: no buffer is written out, nothing is cleared up.
"""

import csv
import json
import os
import random
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from alur.conftest import _jalankan
from alur.riwayat.buku_uji import ubah

from asn_nilai.acuan.riwayat.catatan import Rantai
from asn_nilai.alur.riwayat.keutuhan import periksa_riwayat
from asn_nilai.ruang_kerja import RuangKerja

PENUH = bool(os.environ.get("ASN_NILAI_UJI_PENUH"))
BANYAK = 100 if PENUH else 3
"""Moments for each of the two commands."""
_DIBUNUH = 9
_PROGRAM = f"""
import atexit, os, sys
sisa, kota, lewat = int(sys.argv.pop(1)), os.path.realpath(sys.argv[2]), 0
def lihat(kejadian, isi):
    global lewat
    if kejadian == "open" and not (isi[1] and set(isi[1]) & set("wax+") or isi[2] & (os.O_WRONLY | os.O_RDWR)):
        return
    if kejadian not in ("open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "shutil.rmtree"):
        return
    if isinstance(isi[0], (str, bytes, os.PathLike)) and os.path.realpath(os.fsdecode(isi[0])).startswith(kota):
        lewat += 1
        if lewat == sisa:
            os._exit({_DIBUNUH})
atexit.register(lambda: print(lewat))
sys.addaudithook(lihat)
from asn_nilai.cli import main
main()
"""
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


def jalan(kota: Path, perintah: str, mati: int) -> subprocess.CompletedProcess[str]:
    """Run a command that dies before so many changes to files, never with 0; it prints how many it made."""
    argumen = [sys.executable, "-c", _PROGRAM, str(mati), perintah, str(kota), *MEI]
    return subprocess.run(argumen, capture_output=True, encoding="utf-8", check=False)


def dibunuh(asal: Path, folder: Path, perintah: str, utuh: Path, benih: int) -> Iterator[Path]:
    """Run a command in `utuh` to its end; yield copies of the city in which it was killed at random moments."""
    banyak = int(jalan(utuh, perintah, 0).stdout.split()[-1])
    assert banyak > (20 if perintah == "hitung" else 5)
    for saat in sorted(random.Random(benih).sample(range(1, banyak + 1), min(BANYAK, banyak))):
        kota = salin(asal, folder / str(saat))
        assert jalan(kota, perintah, saat).returncode == _DIBUNUH
        yield kota
        shutil.rmtree(kota)


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
    for kota in dibunuh(kota_lama, tmp_path, "hitung", utuh, 20261127):
        periksa_utuh(kota)
        assert jalankan("hitung", kota, *MEI)[0] == 0
        assert tanpa_waktu(kota) == tanpa_waktu(utuh)
        assert list(periksa_riwayat(RuangKerja.buka(kota))) == []


@pytest.mark.menyeluruh
def test_kunci_yang_dibunuh_kapan_pun(kota_lama, tmp_path, jalankan):
    asal = salin(kota_lama, tmp_path / "asal")
    _jalankan("hitung", str(asal), *MEI)
    for kota in dibunuh(asal, tmp_path, "kunci", salin(asal, tmp_path / "utuh"), 20261128):
        periksa_utuh(kota)
        sudah = (kota / "riwayat/2026-05/v1").is_dir()
        assert jalankan("hitung", kota, *MEI)[0] == 0
        assert jalankan("kunci", kota, *MEI)[0] == (2 if sudah else 0)
        status, _, pesan = jalankan("verifikasi", kota, *MEI)
        assert status == 0, pesan
