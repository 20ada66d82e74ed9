"""What asn-nilai.toml may say.

    tahun = 2026

    [kewajaran]
    sepuluh-kali-bulan-lalu = false
    seragam-paling-sedikit-asn = 10

A value that cannot be used stops the run and is named. A key nobody knows stops nothing: it becomes a finding with the
nearest known one.

- `tabel`: every setting, its bounds and what it is by default; `kewajaran` the largest table, `bentuk` what each is
- `baca`: the file read, and what is said of what cannot be used
"""

from asn_nilai.acuan.pengaturan.baca import PengaturanTidakSahError, baca_pengaturan
from asn_nilai.acuan.pengaturan.kewajaran import Kewajaran
from asn_nilai.acuan.pengaturan.tabel import (
    ATURAN_BAWAAN,
    BATAS_BAWAAN,
    K_TERKECIL,
    MEGA,
    NAMA_PENGATURAN,
    Batas,
    Pengaturan,
    PengaturanBkn,
    PengaturanBukti,
    PengaturanRekap,
    PengaturanSurat,
    PengaturanTemplat,
    PengaturanTenggat,
    PengaturanUnit,
    Tempat,
)

__all__ = [
    "ATURAN_BAWAAN",
    "BATAS_BAWAAN",
    "K_TERKECIL",
    "MEGA",
    "NAMA_PENGATURAN",
    "Batas",
    "Kewajaran",
    "Pengaturan",
    "PengaturanBkn",
    "PengaturanBukti",
    "PengaturanRekap",
    "PengaturanSurat",
    "PengaturanTemplat",
    "PengaturanTenggat",
    "PengaturanTidakSahError",
    "PengaturanUnit",
    "Tempat",
    "baca_pengaturan",
]
