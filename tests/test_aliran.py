"""A reader who has seen enough, such as `| head`, stops neither the work nor what is written to disk."""

import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from types import SimpleNamespace

import openpyxl
import pytest
from salinan_contoh import salin_contoh

from asn_nilai import aliran

AKAR = Path(__file__).resolve().parents[1]
UNIT, BULAN = "PKM-TB", "2026-05"


@pytest.fixture
def ruang(tmp_path):
    """A work folder in which one unit has something to mend."""
    tujuan = salin_contoh(tmp_path / "kota")
    berkas = tujuan / "capaian" / BULAN / f"{UNIT}.xlsx"
    buku = openpyxl.load_workbook(berkas)
    (kepala,) = (s for b in buku["Capaian"].iter_rows() for s in b if s.value == "Realisasi")
    kepala.offset(row=1).value = "dua belas"
    buku.save(berkas)
    return tujuan


def tanpa_pembaca(ruang, *pilihan, aliran_tertutup):
    """Run the program with a stream whose reader goes away at once; returns exit status and what the other one got."""
    perintah = [sys.executable, "-m", "asn_nilai", "validasi", str(ruang), "--periode", BULAN, *pilihan]
    lingkungan = {**os.environ, "PYTHONPATH": str(AKAR)}
    with subprocess.Popen(
        perintah, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=lingkungan, cwd=ruang
    ) as proses:
        getattr(proses, aliran_tertutup).close()
        sisa = proses.stderr if aliran_tertutup == "stdout" else proses.stdout
        return proses.wait(timeout=120), sisa.read().decode()


@pytest.mark.parametrize(
    ("tertutup", "pilihan"), [("stdout", ("--pesan",)), ("stdout", ("--json",)), ("stderr", ())]
)
def test_pembaca_yang_pergi_tidak_menghalangi_salinan_bertanda(ruang, tertutup, pilihan):
    status, sisa = tanpa_pembaca(ruang, *pilihan, "--tandai", aliran_tertutup=tertutup)
    assert status == 1
    for kata in ("Traceback", "Exception ignored", "BrokenPipe", "tidak terduga"):
        assert kata not in sisa
    assert (ruang / "hasil" / BULAN / UNIT / f"{UNIT}_{BULAN}_ditandai.xlsx").is_file()
    assert pilihan == ("--json",) or (ruang / "hasil" / BULAN / "validasi.html").is_file()


def test_kedua_aliran_satu_pipa_seperti_head(ruang):
    perintah = [sys.executable, "-m", "asn_nilai", "validasi", str(ruang), "--periode", BULAN, "--tandai"]
    lingkungan = {**os.environ, "PYTHONPATH": str(AKAR)}
    with subprocess.Popen(
        perintah, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=lingkungan, cwd=ruang
    ) as proses:
        assert "Mei 2026" in proses.stdout.readline().decode()
        proses.stdout.close()
        assert proses.wait(timeout=120) == 1
    assert (ruang / "hasil" / BULAN / UNIT / f"{UNIT}_{BULAN}_ditandai.xlsx").is_file()


def _terpotong() -> bytes:
    """Return an .xlsb whose styles break off within a record: calamine panics, and says so to the standard error."""
    wadah = io.BytesIO()
    with zipfile.ZipFile(wadah, "w") as arsip:
        arsip.writestr("xl/workbook.bin", b"")
        arsip.writestr("xl/styles.bin", bytes([0xE7, 0x04, 1, 0]))  # BrtBeginFmts, its count cut off
    return wadah.getvalue()


@pytest.mark.parametrize("pilihan", [("--paralel", "1"), ("--paralel", "2")])
def test_kata_pustaka_tidak_sampai_ke_layar(ruang, pilihan):
    (ruang / "capaian" / BULAN / f"{UNIT}.xlsx").unlink()
    (ruang / "capaian" / BULAN / f"{UNIT}.xlsb").write_bytes(_terpotong())
    perintah = [sys.executable, "-m", "asn_nilai", "validasi", str(ruang), "--periode", BULAN, *pilihan]
    kata = {}
    for telusur in ("", "1"):
        lingkungan = {**os.environ, "PYTHONPATH": str(AKAR), "ASN_NILAI_TELUSUR": telusur}
        jalan = subprocess.run(perintah, capture_output=True, env=lingkungan, check=False)
        assert jalan.returncode == 1
        kata[telusur] = jalan.stderr.decode()
        assert "tak terbaca" in kata[telusur]
    assert "panicked" in kata["1"]
    assert "panicked" not in kata[""]


class _Pipa(io.StringIO):
    def __init__(self, galat):
        super().__init__()
        self.galat = galat

    def write(self, _teks):
        raise self.galat


def test_di_windows_pipa_tanpa_pembaca_adalah_argumen_tidak_sah(monkeypatch):
    monkeypatch.setattr(sys, "stdout", _Pipa(OSError(22, "Invalid argument")))
    monkeypatch.setattr(aliran.os, "name", "nt")
    with aliran.aliran_tahan():
        print("tidak ada yang membaca")


def test_disk_penuh_tetap_dikatakan(monkeypatch):
    monkeypatch.setattr(sys, "stdout", _Pipa(OSError(28, "No space left on device")))
    with pytest.raises(OSError, match="No space left"), aliran.aliran_tahan():
        print("hilang")


def test_tanpa_aliran_pun_berjalan(monkeypatch):
    monkeypatch.setattr(sys, "stdout", None)
    with aliran.aliran_tahan():
        assert sys.stdout is None


def test_lebar_layar_dikenal_walaupun_hanya_galat_yang_ke_layar():
    """`validasi --json > berkas` in a script: neither input nor output is the terminal."""
    pty, termios = pytest.importorskip("pty"), pytest.importorskip("termios")
    induk, anak = pty.openpty()
    termios.tcsetwinsize(anak, (40, 150))
    naskah = (
        "from asn_nilai.aliran import hanya_kata_program\nfrom asn_nilai.cli.konsol import buka_konsol\n"
        "with hanya_kata_program(): print(buka_konsol(stderr=True).width)"
    )
    lingkungan = {
        nama: isi for nama, isi in os.environ.items() if nama not in {"COLUMNS", "ASN_NILAI_TELUSUR"}
    }
    lingkungan |= {"PYTHONPATH": str(AKAR), "TERM": "xterm"}
    jalan = subprocess.run(
        [sys.executable, "-c", naskah], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=anak,
        env=lingkungan, check=True,
    )  # fmt: skip
    os.close(anak)
    os.close(induk)
    assert jalan.stdout.decode().strip() == "150"


def test_baris_berakhir_sama_di_semua_sistem(monkeypatch):
    wadah = io.BytesIO()
    seperti_windows = io.TextIOWrapper(wadah, encoding="cp1252", newline="\r\n")
    monkeypatch.setattr(sys, "stdout", seperti_windows)
    with aliran.aliran_tahan():
        print("capaian › H12\n≥ 90")
    assert wadah.getvalue() == "capaian › H12\n≥ 90\n".encode()


def test_pustaka_yang_dibungkam_diam_dan_yang_lain_tidak(monkeypatch):
    """Dask and the stores log in English, some with tracebacks; who looks for faults reads them."""
    tingkat: dict[str, int] = {}
    nama = {"asyncio": None, "distributed.comm.tcp": None, "tornado.application": None, "filelock": None}
    catatan = SimpleNamespace(
        root=SimpleNamespace(manager=SimpleNamespace(loggerDict=nama)),
        getLogger=lambda ini: SimpleNamespace(setLevel=lambda isi: tingkat.update({ini: isi})),
        CRITICAL=50,
    )
    with monkeypatch.context() as tambal:
        tambal.setitem(sys.modules, "logging", catatan)
        tambal.setenv("ASN_NILAI_TELUSUR", "1")
        aliran.bungkam_pustaka("distributed", "asyncio")
        assert tingkat == {}
        tambal.delenv("ASN_NILAI_TELUSUR")
        aliran.bungkam_pustaka("distributed", "tornado", "asyncio")
    diam = {"distributed", "tornado", "asyncio", "distributed.comm.tcp", "tornado.application"}
    assert tingkat == dict.fromkeys(diam, 51)
