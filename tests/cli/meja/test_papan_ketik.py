"""The desk in a real terminal of 80 columns and 25 lines: keys in, screen out."""

import os
import re
import subprocess
import sys
import time

import pytest

pty = pytest.importorskip("pty", reason="Windows has no pseudo-terminals of this kind")

_WARNA = re.compile(rb"\x1b\[[0-9;?]*[a-zA-Z]")


def _sampai(induk: int, tanda: bytes, detik: float = 60) -> bytes:
    """Read what the screen gets until a mark stands there."""
    layar, batas = b"", time.monotonic() + detik
    while tanda not in layar:
        assert time.monotonic() < batas, layar.decode(errors="replace")
        layar = _WARNA.sub(b"", layar + os.read(induk, 4096))
    return layar


def test_di_terminal_80_kali_25(januari):
    induk, anak = pty.openpty()
    lingkungan = os.environ | {"COLUMNS": "80", "LINES": "25", "TERM": "xterm"}
    with subprocess.Popen(
        [sys.executable, "-m", "asn_nilai", "meja", str(januari)],
        stdin=anak, stdout=anak, stderr=anak, env=lingkungan, start_new_session=True,
    ) as proses:  # fmt: skip
        os.close(anak)
        layar = _sampai(induk, b"Nomor: ").decode().replace("\r\n", "\n")
        baris = layar.splitlines()
        assert len(baris) <= 25
        assert max(map(len, baris)) <= 80
        assert "  2  Tandai salahnya untuk unit  asn-nilai validasi --periode 2026-01 --tandai" in baris
        os.write(induk, b"6\r")
        assert "(sesudah dihitung)." in _sampai(induk, b"nomornya: ").decode()
        os.write(induk, b"\x04")  # the end of the input
        assert b"Meja ditutup." not in _sampai(induk, b"Dihentikan.")  # one sentence says it
        assert proses.wait(30) == 130
    os.close(induk)
