"""A real S3 server, a process, and commands that are processes: several computers, one killed, none with network or rights."""

import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager

import pytest
from salinan_contoh import CONTOH, TULISAN_PROGRAM, salin_contoh

pytestmark = pytest.mark.menyeluruh
ALAMAT = "s3://wadah/kota/2026"
PERIODE = ("--periode", "2026-01")


def _porta_kosong():
    with socket.socket() as soket:
        soket.bind(("127.0.0.1", 0))
        return soket.getsockname()[1]


@contextmanager
def _server(**lingkungan):
    """An S3 server in memory; with INITIAL_NO_AUTH_ACTION_COUNT=0 it knows no key."""
    porta = _porta_kosong()
    kode = f"from moto.server import main; main(['-H', '127.0.0.1', '-p', '{porta}'])"
    proses = subprocess.Popen(
        [sys.executable, "-c", kode],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, **lingkungan},
    )
    alamat = f"http://127.0.0.1:{porta}"
    try:
        for _ in range(600):
            try:
                socket.create_connection(("127.0.0.1", porta)).close()
                break
            except OSError:
                time.sleep(0.1)
        yield alamat
    finally:
        proses.kill()
        proses.wait()


class Kantor:
    """The store as another program sees it, and computers on which commands run."""

    def __init__(self, server, tempat):
        import boto3  # loads long, and short runs collect this file too

        self.server, self.tempat = server, tempat
        self.s3 = boto3.client(
            "s3",
            endpoint_url=server,
            aws_access_key_id="a",
            aws_secret_access_key="b",  # noqa: S106 - of a server in memory
            region_name="us-east-1",
        )

    def lingkungan(self, komputer, **lain):
        tempat = str(self.tempat / komputer)
        bersih = {nama: isi for nama, isi in os.environ.items() if not nama.startswith("AWS_")}
        return {
            **bersih, "XDG_STATE_HOME": tempat, "LOCALAPPDATA": tempat, "HOME": tempat, "AWS_ENDPOINT_URL": self.server,
            "AWS_EC2_METADATA_DISABLED": "true", "AWS_DEFAULT_REGION": "us-east-1", "AWS_ACCESS_KEY_ID": "a",
            "AWS_SECRET_ACCESS_KEY": "b", **lain,
        }  # fmt: skip

    def mulai(self, komputer, *kata, kode="from asn_nilai.cli import main; main()", **lain):
        return subprocess.Popen(
            [sys.executable, "-c", kode, *kata],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            env=self.lingkungan(komputer, **lain),
        )

    def jalankan(self, komputer, *kata, **lain):
        proses = self.mulai(komputer, *kata, **lain)
        kata_kata = proses.communicate(timeout=600)[0]
        return proses.returncode, kata_kata

    def isi(self):
        semua = {}
        for lembar in self.s3.get_paginator("list_objects_v2").paginate(Bucket="wadah", Prefix="kota/2026/"):
            for objek in lembar.get("Contents", ()):
                nama = objek["Key"].removeprefix("kota/2026/")
                semua[nama] = self.s3.get_object(Bucket="wadah", Key=objek["Key"])["Body"].read()
        return semua

    def sewa(self):
        return [nama for nama in self.isi() if nama.startswith(".asn-nilai-sewa/")]


@pytest.fixture(scope="module")
def server():
    with _server() as alamat:
        yield alamat


@pytest.fixture
def kantor(server, tmp_path):
    """A bucket that holds the example."""
    kantor = Kantor(server, tmp_path)
    kantor.s3.create_bucket(Bucket="wadah")
    for berkas in CONTOH.rglob("*"):
        nama = berkas.relative_to(CONTOH).as_posix()
        if berkas.is_file() and nama.split("/")[0] not in TULISAN_PROGRAM:
            kantor.s3.put_object(Bucket="wadah", Key=f"kota/2026/{nama}", Body=berkas.read_bytes())
    yield kantor
    for nama in kantor.isi():
        kantor.s3.delete_object(Bucket="wadah", Key=f"kota/2026/{nama}")
    kantor.s3.delete_bucket(Bucket="wadah")


def test_setahun_kerja_di_s3_sama_dengan_di_folder(kantor, tmp_path):
    folder = salin_contoh(tmp_path / "kota")
    assert kantor.jalankan("satu", "hitung", str(folder), *PERIODE)[0] == 0
    status, kata = kantor.jalankan("satu", "hitung", ALAMAT, *PERIODE)
    assert status == 0, kata
    assert f"Hasil ditulis di {ALAMAT}/hasil/2026-01" in kata
    di_s3 = {nama: isi for nama, isi in kantor.isi().items() if nama.startswith("hasil/")}
    assert di_s3 == {
        berkas.relative_to(folder).as_posix(): berkas.read_bytes()
        for berkas in (folder / "hasil").rglob("*")
        if berkas.is_file() and berkas.suffix != ".lock"
    }
    assert kantor.jalankan("dua", "kunci", ALAMAT, *PERIODE)[0] == 0
    assert kantor.jalankan("satu", "verifikasi", ALAMAT, *PERIODE)[0] == 0
    assert kantor.sewa() == []


def test_dari_enam_yang_berebut_satu_yang_mendapat(kantor):
    kode = (
        "import sys, time\n"
        "from asn_nilai.awan import buka_awan\n"
        f"with buka_awan('{ALAMAT}'):\n    print('dapat', flush=True)\n    time.sleep(20)\n"
    )
    semua = [kantor.mulai(f"komputer-{nomor}", kode=kode) for nomor in range(6)]
    kata = [proses.communicate(timeout=300)[0] for proses in semua]
    assert sum("dapat" in ini for ini in kata) == 1
    assert sum(f"Perintah lain sedang bekerja di {ALAMAT}" in ini for ini in kata) == 5


@pytest.mark.skipif(os.name == "nt", reason="Windows tidak mengenal SIGKILL")
def test_perintah_yang_dimatikan_melepaskan_gilirannya(kantor):
    kode = (
        "import time\nfrom asn_nilai.awan import buka_awan\n"
        f"with buka_awan('{ALAMAT}'):\n    print('dapat', flush=True)\n    time.sleep(300)\n"
    )
    mati = kantor.mulai("satu", kode=kode)
    assert mati.stdout.readline() == "dapat\n"
    mati.send_signal(signal.SIGKILL)
    mati.communicate()
    assert len(kantor.sewa()) == 1
    status, kata = kantor.jalankan("dua", "hitung", ALAMAT, *PERIODE)
    assert (status, "Perintah lain sedang bekerja" in kata) == (2, True)
    cepat = "from asn_nilai.awan import sewa; sewa.LAMA = 1.0\nfrom asn_nilai.cli import main; main()"
    assert kantor.jalankan("dua", "validasi", ALAMAT, *PERIODE, kode=cepat)[0] == 0
    mati = kantor.mulai("satu", kode=kode)
    assert mati.stdout.readline() == "dapat\n"
    mati.kill()
    mati.communicate()
    assert kantor.jalankan("satu", "hitung", ALAMAT, *PERIODE)[0] == 0
    assert kantor.jalankan("dua", "verifikasi", ALAMAT, *PERIODE)[0] == 0
    assert kantor.sewa() == []


def test_dua_perintah_bersamaan_tidak_merusak_register(kantor):
    bersama = [kantor.mulai(f"komputer-{n}", "hitung", ALAMAT, "--periode", f"2026-0{n}") for n in (1, 2, 3)]
    kata = [proses.communicate(timeout=600)[0] for proses in bersama]
    for proses, ini in zip(bersama, kata, strict=True):
        assert proses.returncode == 0 or "sedang bekerja" in ini
    assert any(proses.returncode == 0 for proses in bersama)
    for n in (1, 2, 3):
        assert kantor.jalankan("lain", "hitung", ALAMAT, "--periode", f"2026-0{n}")[0] == 0
        assert kantor.jalankan("lain", "verifikasi", ALAMAT, "--periode", f"2026-0{n}")[0] == 0


def test_yang_diubah_orang_selagi_dihitung_tidak_ditimpa(kantor):
    kode = (
        "from asn_nilai.awan import buka_awan\n"
        f"with buka_awan('{ALAMAT}') as ruang:\n"
        "    (ruang.akar / 'skema.xlsx').write_bytes(b'dari perintah')\n"
        "    print('siap', flush=True)\n    input()\n    ruang.kembalikan()\n"
    )
    proses = subprocess.Popen(
        [sys.executable, "-c", kode],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        env=kantor.lingkungan("satu"),
    )
    assert proses.stdout.readline() == "siap\n"
    kantor.s3.put_object(Bucket="wadah", Key="kota/2026/skema.xlsx", Body=b"dari orang")
    kata = proses.communicate("\n", timeout=60)[0]
    assert (
        "orang atau program lain mengubah skema.xlsx di s3://wadah/kota/2026. Tidak ada yang ditulis" in kata
    )
    assert kantor.isi()["skema.xlsx"] == b"dari orang"


def test_tanpa_jaringan_tanpa_hak_tanpa_wadah(kantor):
    awal = time.monotonic()
    mati = kantor.jalankan("satu", "hitung", ALAMAT, AWS_ENDPOINT_URL=f"http://127.0.0.1:{_porta_kosong()}")
    assert (
        mati[0],
        f"{ALAMAT} tidak dapat dihubungi (asn-nilai.toml): EndpointConnectionError" in mati[1],
    ) == (2, True)
    assert time.monotonic() - awal < 120
    status, kata = kantor.jalankan("satu", "hitung", "s3://tidak-ada/kota/2026")
    assert (status, kata) == (
        2,
        "Wadah tidak-ada tidak ada di penyimpanan itu. Periksa alamatnya: s3://tidak-ada/kota/2026\n",
    )
    tanpa = {"AWS_ACCESS_KEY_ID": "", "AWS_SECRET_ACCESS_KEY": ""}
    status, kata = kantor.jalankan("satu", "hitung", ALAMAT, **tanpa)
    assert (status, "kunci aksesnya tidak ada, salah" in kata) == (2, True)
    with _server(INITIAL_NO_AUTH_ACTION_COUNT="0") as ketat:
        status, kata = kantor.jalankan("satu", "hitung", ALAMAT, AWS_ENDPOINT_URL=ketat)
    assert (status, "kunci aksesnya tidak ada, salah" in kata) == (2, True), kata
