"""What a message proposes can be copied into cmd, PowerShell and sh."""

import os
import subprocess
from pathlib import Path

import pytest

from asn_nilai.acuan.kata.ketikan_perintah import tulis_isian, tulis_perintah


@pytest.mark.parametrize(
    ("teks", "posix", "windows"),
    [
        ("kota", "kota", "kota"),
        ("/srv/kinerja-2026/a.b", "/srv/kinerja-2026/a.b", "/srv/kinerja-2026/a.b"),
        ("D:\\Kinerja", "'D:\\Kinerja'", "D:\\Kinerja"),
        ("Kinerja 2026", '"Kinerja 2026"', '"Kinerja 2026"'),
        ("R&D (baru)", '"R&D (baru)"', '"R&D (baru)"'),
        ("Kota d'Raya", '"Kota d\'Raya"', '"Kota d\'Raya"'),
        ("harga $5 `x`", "'harga $5 `x`'", '"harga $5 `x`"'),
        ("Padang Panjang é", '"Padang Panjang é"', '"Padang Panjang é"'),
        ("", '""', '""'),
    ],
)
def test_isian_perintah_dikutip_seperlunya(monkeypatch, teks, posix, windows):
    for sistem, tertulis in (("posix", posix), ("nt", windows)):
        monkeypatch.setattr("asn_nilai.acuan.kata.ketikan_perintah.os.name", sistem)
        hasil = tulis_isian(teks)
        monkeypatch.undo()
        assert hasil == tertulis


@pytest.mark.skipif(os.name == "nt", reason="sh reads it")
@pytest.mark.parametrize(
    "teks", ["Kinerja 2026", "R&D (baru)", "d'Raya $HOME `id` \\ !", "*", "é; ls", "kota"]
)
def test_sh_membaca_kembali_yang_dikutip(teks):
    lari = subprocess.run(
        ["sh", "-c", f"printf %s {tulis_isian(teks)}"], capture_output=True, text=True, check=True
    )
    assert lari.stdout == teks


@pytest.mark.parametrize(
    ("folder", "pilihan", "tertulis"),
    [
        (".", "--periode 2026-05", "asn-nilai templat capaian --periode 2026-05"),
        (".", "", "asn-nilai templat capaian"),
        ("Kinerja 2026", "--periode 2026-05", 'asn-nilai templat capaian "Kinerja 2026" --periode 2026-05'),
    ],
)
def test_folder_sekarang_tidak_perlu_disebut(folder, pilihan, tertulis):
    assert tulis_perintah("templat capaian", Path(folder), pilihan) == tertulis
