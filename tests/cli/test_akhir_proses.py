"""How the process ends: with its status and all that stood to be done, but without Python's taking memory apart."""

import subprocess
import sys

import pytest

_PROGRAM = """
import atexit, os, sys
import asn_nilai.cli
from asn_nilai.__main__ import main

class Tertinggal:
    def __del__(self, tulis=os.write):
        tulis(1, b"dibongkar\\n")

def bekerja(pintu=asn_nilai.cli.main):
    atexit.register(print, "dirapikan")
    {kerja}

asn_nilai.cli.main = bekerja
sys.modules["tertinggal"] = Tertinggal()
sys.argv[1:] = {argumen}
{mulai}
"""


def jalankan(argumen: list[str], kerja: str = "pintu()", mulai: str = "main()") -> tuple[int, list[str]]:
    naskah = _PROGRAM.format(argumen=argumen, kerja=kerja, mulai=mulai)
    hasil = subprocess.run([sys.executable, "-c", naskah], capture_output=True, text=True, check=False)
    return hasil.returncode, hasil.stdout.splitlines()[-2:]


@pytest.mark.parametrize(("argumen", "status"), [(["--versi"], 0), (["--salah-ketik"], 2)])
def test_proses_berakhir_dengan_statusnya_tanpa_membongkar_memori(argumen, status):
    akhir, baris = jalankan(argumen)
    assert (akhir, baris[-1]) == (status, "dirapikan")


def test_yang_tidak_terduga_berakhir_menurut_python():
    assert jalankan([], "raise RuntimeError") == (1, ["dirapikan", "dibongkar"])


def test_program_lain_yang_memanggilnya_tetap_berjalan():
    """Whoever calls the door from a program of his own ends in his own way, with his own status."""
    mulai = "pintu, main = main, None\ntry: pintu()\nexcept SystemExit: sys.exit(7)"
    assert jalankan(["--versi"], mulai=mulai) == (7, ["dirapikan", "dibongkar"])
