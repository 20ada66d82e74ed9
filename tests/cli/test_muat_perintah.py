"""One table says which commands there are; of the modules behind it only that of the command that runs loads."""

import ast
import subprocess
import sys
from collections import Counter
from pathlib import Path

from asn_nilai.cli import perintah
from asn_nilai.cli.perintah import PERINTAH


def test_setiap_modul_yang_berisi_perintah_ada_di_daftar():
    modul = Path(perintah.__file__).parent.glob("*.py")
    fungsi = {berkas.stem: ast.parse(berkas.read_text(encoding="utf-8")).body for berkas in modul}
    bernama = {nama for nama, isi in fungsi.items() if any(getattr(f, "name", "") == "perintah" for f in isi)}
    assert bernama == {*PERINTAH}


def test_satu_kata_berarti_satu_perintah():
    banyak = Counter([*PERINTAH, *(kata for sebutan in PERINTAH.values() for kata in sebutan)])
    assert [kata for kata, kali in banyak.items() if kali > 1] == []


def test_yang_dimuat_perintah_yang_diminta_saja():
    kode = (
        "import sys\nfrom asn_nilai.cli import main\n"
        "try: main(['validasi', '--help'])\n"
        "except SystemExit: print([nama for nama in sys.modules if nama.startswith('asn_nilai.cli.perintah.')])"
    )
    lari = subprocess.run([sys.executable, "-c", kode], capture_output=True, text=True, check=True)
    assert lari.stdout.splitlines()[-1] == "['asn_nilai.cli.perintah.validasi']"
