"""`mulai` at a real terminal: the prompt library draws, keys answer, Ctrl+C ends with a sentence."""

import os
import subprocess
import sys
import time
from contextlib import suppress

import pytest

from asn_nilai.ruang_kerja import RuangKerja

pty = pytest.importorskip("pty", reason="terminal tiruan hanya ada di POSIX")


class Terminal:
    """A program at a terminal of its own."""

    def __init__(self, *argumen):
        self._atas, bawah = pty.openpty()
        lingkungan = {k: v for k, v in os.environ.items() if k != "ASN_NILAI_POLOS"} | {
            "TERM": "xterm",
            "COLUMNS": "200",
        }
        self.program = subprocess.Popen(
            [sys.executable, "-m", "asn_nilai", *map(str, argumen)], stdin=bawah, stdout=bawah, stderr=bawah, env=lingkungan, close_fds=True,
        )  # fmt: skip
        os.close(bawah)
        os.set_blocking(self._atas, False)
        self.layar = ""

    def sampai(self, teks):
        """Wait until a text stands on the screen that was not there before."""
        awal, batas = len(self.layar), time.monotonic() + 60
        while teks not in self.layar[awal:]:
            assert time.monotonic() < batas, self.layar
            self._baca()
            time.sleep(0.02)

    def tekan(self, tombol, setelah):
        self.sampai(setelah)
        time.sleep(0.2)  # the question is drawn before it takes keys
        os.write(self._atas, tombol.encode())

    def selesai(self):
        while self.program.poll() is None:
            self._baca()
            time.sleep(0.02)
        self._baca()
        os.close(self._atas)
        return self.program.returncode

    def _baca(self):
        with suppress(BlockingIOError, OSError):
            self.layar += os.read(self._atas, 65_536).decode(errors="replace")


def test_tanya_jawab_sampai_ruang_kerja_berdiri(tmp_path):
    terminal = Terminal("mulai", tmp_path / "kota", "--tahun", "2026")
    for setelah, tombol in (
        ("Nama instansi", "Kota Terminal\r"), ("Daftar pegawai", "\r"), ("Daftar unit", "\r"), ("Indikator dari mana?", "2\r"),
        ("Tulis ruang kerja ini", "y\r"),
    ):  # fmt: skip
        terminal.tekan(tombol, setelah)
    assert terminal.selesai() == 0
    assert "(angka di depannya atau panah, lalu Enter)" in terminal.layar
    assert "0 ASN, 0 unit, 77 indikator." in terminal.layar
    assert RuangKerja.buka(tmp_path / "kota").instansi == "Kota Terminal"


@pytest.mark.parametrize(
    "sebelumnya",
    [(), (("Nama instansi", "Kota\r"), ("Daftar pegawai", "\r"), ("Daftar unit", "\r"))],
    ids=["teks", "pilihan"],
)
def test_ctrl_c_berakhir_dengan_kalimat(tmp_path, sebelumnya):
    terminal = Terminal("mulai", tmp_path / "kota", "--tahun", "2026")
    for setelah, tombol in sebelumnya:
        terminal.tekan(tombol, setelah)
    terminal.tekan("\x03", "Indikator dari mana?" if sebelumnya else "Nama instansi")
    assert terminal.selesai() == 130
    assert terminal.layar.rstrip().endswith(
        "Dihentikan. Yang belum selesai masih seperti semula; jalankan lagi untuk menyelesaikannya."
    )
    assert not (tmp_path / "kota").exists()
