"""A run of some units: whose first line it writes in the register, and whom it takes along though nobody named them."""

import json
from pathlib import Path

MEI = ("--periode", "2026-05", "--paralel", 1)


def hitungan_pertama(kota: Path) -> list[str]:
    """Return of which units the register's lines of a first computation are; blank for all, or for what they share."""
    baris = (kota / "riwayat/2026-05.jsonl").read_text(encoding="utf-8").splitlines()
    return [ini["kode_unit"] for ini in map(json.loads, baris) if ini["apa"] == "hitungan-pertama"]


def test_hitungan_pertama_sekota_satu_baris(mei):
    assert hitungan_pertama(mei) == [""]


def test_hitungan_pertama_unit_yang_menyusul_menyebut_unitnya(kota, jalankan):
    """All units are computed then, yet of only one for the first time."""
    jalankan("hitung", kota, *MEI, "--unit", "DINKES")
    jalankan("hitung", kota, *MEI, "--paksa")
    assert hitungan_pertama(kota) == ["", "DINKES", "PKM-TB"]


def test_unit_yang_tidak_diketahui_register_ikut_dihitung(mei, jalankan):
    """It is as its files say; only that the register tells of these files nobody can see any more."""
    tercatat = mei / "riwayat/2026-05/tercatat.json"
    semula = tercatat.read_bytes()
    tercatat.unlink()
    pesan = jalankan("hitung", mei, *MEI, "--unit", "DINKES")[2]
    assert "PKM-TB" not in pesan
    assert tercatat.read_bytes() == semula
