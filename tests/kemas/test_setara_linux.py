"""Every command on the example gives under Windows what it gives here: each file to the byte, each word on the screen.

The clock stands still on both sides, so that the register and its chain of hashes can be compared as they are. Here each command has
a process of its own; there one process does them all, as the desk does: loading the program takes longer under Wine than most commands,
and what one leaves behind for the next is seen. With ASN_NILAI_UJI_PENUH=1 each has its own there too.
"""

import json
import os
import re
import subprocess
import sys
from itertools import chain
from typing import NamedTuple

import pytest
from jendela import AKAR, jalan_windows
from salinan_contoh import salin_contoh

from asn_nilai.cli.perintah import PERINTAH

PENUH = bool(os.environ.get("ASN_NILAI_UJI_PENUH"))
NIP = "198811012012042949"
_SATU = () if PENUH else ("--paralel", "1")
"""Where processes beside this one tell nothing new: under Wine each begins in seconds."""
LANGKAH = (
    (),
    ("mulai", "../contoh", "--contoh"),
    ("mulai", "../baru", "--tahun", "2026", "--instansi", "Kota Uji", "--indikator", "kesehatan"),
    ("meja", "--tanpa-buka"),
    ("--version",),
    ("aturan",),
    ("aturan", "permenpanrb-6-2022"),
    ("templat", "target", *_SATU),
    ("templat", "capaian", "--periode", "2026-07", *_SATU),
    ("validasi", "--json", *_SATU),
    ("validasi", "--tandai"),
    ("hitung", "--periode", "2026-04", "--paralel", "1"),
    *([("hitung", "--semua", "--paralel", "2")] if PENUH else []),
    ("hitung", "--periode", "2026-05", "--json"),
    *([("hitung", "--periode", "2026-S1", "--sementara")] if PENUH else []),
    ("kunci", "--periode", "2026-05", "--nomor", "800/17/BKPSDM", "--tanggal", "2026-06-08", *_SATU),
    ("riwayat", "--periode", "2026-05"),
    ("rekap", "--periode", "2026-05"),
    ("jelaskan", NIP, "--periode", "2026-05"),
    ("jelaskan", NIP, "--periode", "2026-05", "--json"),
    ("simulasi", "--aturan", "pp-30-2019", "--periode", "2026-05", *_SATU),
    ("dokumen", "nota-dinas", "--periode", "2026-05"),
    ("dokumen", "kartu", "--periode", "2026-05", "--unit", "KEL-TD"),
    ("banding", "capaian/2026-04/KEL-TD.xlsx", "capaian/2026-05/KEL-TD.xlsx"),
    ("keberatan", NIP, "--periode", "2026-05", "--diterima", "2026-06-10"),
    ("cocokkan", "--periode", "2026-05"),
    ("verifikasi", "--periode", "2026-05", *_SATU),
    ("hitung2",),
    ("hitung", "--periode", "2026-13"),
    (),
)
"""A year's work in its order; each command at least once, some wrong use too. With ASN_NILAI_UJI_PENUH=1 all months of it."""
_DIKETIK = b"11\n" + NIP.encode() + b"\n\n0\n"
"""What is typed where a command asks: an ASN is explained, then the desk closes."""
_NASKAH = """\
import json, os, sys
from datetime import datetime
from asn_nilai import cli
from asn_nilai.acuan import jam
jam.kini = lambda: datetime(2026, 6, 10, 9, 30).astimezone()

def lakukan(langkah, aliran):
    for nomor, nama in enumerate(aliran):
        berkas = os.open(nama, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0))
        os.dup2(berkas, nomor)
        os.close(berkas)
    sys.stdin = open(0, encoding="utf-8", closefd=False)
    try:
        cli.main(langkah)
    except SystemExit as akhir:
        return akhir.code
    finally:
        sys.stdout.flush()
        sys.stderr.flush()

if __name__ == "__main__":
    status = [lakukan(*satu) for satu in json.loads(sys.argv[1])]
    with open(sys.argv[2], "w") as berkas:
        json.dump(status, berkas)
"""
"""Does the commands that it is given, each with the files that are its standard streams, and writes what each one ended with."""


class Ucapan(NamedTuple):
    """What a command ended with, and all it said."""

    status: int
    keluar: bytes
    galat: bytes


def _ketik(proses, folder, langkah, sebut=str):
    """Have one process do commands; `proses` runs Python with arguments, `sebut` is how it calls a file of this machine."""
    folder.mkdir()
    naskah, masuk, hasil = folder / "naskah.py", folder / "masuk", folder / "hasil.json"
    naskah.write_text(_NASKAH, "utf-8")
    masuk.write_bytes(_DIKETIK)
    kata = [(folder / f"{nomor}.keluar", folder / f"{nomor}.galat") for nomor, _ in enumerate(langkah)]
    pesanan = [(satu, [sebut(masuk), *map(sebut, milik)]) for satu, milik in zip(langkah, kata, strict=True)]
    jalan = proses(sebut(naskah), json.dumps(pesanan), sebut(hasil))
    assert jalan.returncode == 0, jalan.stderr.decode("utf-8", "replace")[-3000:]
    status = json.loads(hasil.read_text("utf-8"))
    return [
        Ucapan(kode, *(berkas.read_bytes() for berkas in milik))
        for kode, milik in zip(status, kata, strict=True)
    ]


@pytest.fixture(scope="module")
def kota(windows, tmp_path_factory):
    """Two copies of the example after the same work, and what each step said here and there."""
    dasar = tmp_path_factory.mktemp("setara")
    di_sini, di_sana = salin_contoh(dasar / "sini" / "kota"), salin_contoh(dasar / "sana" / "kota")
    # Letters become .pdf where LibreOffice is, which Wine has not: nothing is found on the path but Python.
    lingkungan = {**os.environ, "PYTHONPATH": str(AKAR), "PATH": "", "XDG_STATE_HOME": str(dasar / "catatan")}

    def proses_sini(*argumen):
        perintah = [sys.executable, *argumen]
        return subprocess.run(perintah, cwd=di_sini, env=lingkungan, capture_output=True, check=False)

    def proses_sana(*argumen):
        return windows.proses([*windows.python(), *argumen], cwd=di_sana)

    satu_satu = [[langkah] for langkah in LANGKAH]
    sini = [_ketik(proses_sini, dasar / f"sini-{n}", bagian) for n, bagian in enumerate(satu_satu)]
    sana = [
        _ketik(proses_sana, dasar / f"sana-{n}", bagian, jalan_windows)
        for n, bagian in enumerate(satu_satu if PENUH else [LANGKAH])
    ]
    return di_sini.parent, di_sana.parent, [*zip(LANGKAH, chain(*sini), chain(*sana), strict=True)]


_SETEMPAT = {"sidik.json"}
"""Names the place where the register lies, by a fingerprint."""


def _berkas(folder):
    """Return the bytes of every file, but of what an operating system leaves of a lock and what names the place."""
    return {
        berkas.relative_to(folder).as_posix(): berkas.read_bytes()
        for berkas in folder.rglob("*")
        if berkas.is_file() and berkas.suffix != ".lock" and berkas.name not in _SETEMPAT
    }


def _tanpa_tempat(teks):
    """Return what was said without where the work folder lies, how a system writes that, and what Wine says of itself."""
    garis_miring = (
        teks.decode("utf-8").replace(r"\\", "/").replace("\\", "/")
    )  # JSON writes each backslash twice
    tanpa_wine = re.sub(r"^wine: .*\n", "", garis_miring, flags=re.MULTILINE)
    return re.sub(r"(Z:)?/\S*?/(sini|sana)\b", "DASAR", tanpa_wine)


def test_setiap_perintah_dicoba():
    dicoba = {langkah[0] for langkah in LANGKAH if langkah}
    assert {*PERINTAH} <= dicoba


@pytest.mark.menyeluruh
def test_setiap_berkas_sama_sampai_ke_baitnya(kota):
    di_sini, di_sana, _ = kota
    sini, sana = _berkas(di_sini), _berkas(di_sana)
    assert sana.keys() == sini.keys()
    assert [nama for nama, isi in sini.items() if sana[nama] != isi] == []
    paling_sedikit = 40 if PENUH else 15
    assert sum(nama.endswith("nilai.xlsx") for nama in sini) > paling_sedikit
    assert sum(nama.endswith(".html") for nama in sini) > paling_sedikit


@pytest.mark.menyeluruh
def test_setiap_kata_dan_status_sama(kota):
    for langkah, sini, sana in kota[2]:
        assert sana.status == sini.status, langkah
        assert _tanpa_tempat(sana.keluar) == _tanpa_tempat(sini.keluar), langkah
        assert _tanpa_tempat(sana.galat) == _tanpa_tempat(sini.galat), langkah
        assert b"Traceback" not in sana.galat, langkah


@pytest.mark.menyeluruh
def test_jamnya_sungguh_berhenti(kota):
    riwayat = next(sini for langkah, sini, _ in kota[2] if langkah[:1] == ("riwayat",))
    saat = re.findall(r"\b\d\d-\d\d \d\d:\d\d\b", riwayat.galat.decode())
    assert saat
    assert set(saat) == {"06-10 09:30"}
