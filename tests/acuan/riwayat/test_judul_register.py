"""What a register is called on the terminal, and in which order registers are told."""

import pytest

from asn_nilai.acuan.riwayat.kata_perubahan import asli_register, judul_register, urutan_register


@pytest.mark.parametrize(
    ("nama", "judul"),
    [
        ("2026-06", "Juni 2026"),
        ("2026-01_2026-06", "Januari–Juni 2026"),
        ("2026", "Tahun 2026"),
        ("target-2026", "Target 2026"),
        ("catatan lama", "catatan lama"),
    ],
)
def test_register_disebut_seperti_periodenya_di_muka_lain(nama, judul):
    assert judul_register(nama) == judul


def test_bulan_berurut_periode_panjang_sesudah_bulan_terakhirnya_dan_target_paling_akhir():
    urut = [
        "2026-01",
        "2026-02",
        "2026-03",
        "2026-T1",
        "2026-01_2026-04",
        "2026",
        "catatan lama",
        "target-2026",
    ]
    assert sorted(sorted(urut), key=urutan_register) == urut


@pytest.mark.parametrize(
    ("nama", "asli"),
    [
        ("2026-05-LAPTOP", "2026-05"),
        ("2026-05 (1)", "2026-05"),
        ("2026-01_2026-05-LAPTOP", "2026-01_2026-05"),
        ("target-2026-LAPTOP", "target-2026"),
        ("2026-T1 - Copy", "2026-T1"),
        ("2026-05 - Salin (2)", "2026-05"),
        ("Copy of 2026-05", "2026-05"),
        ("Copy (2) of 2026-05", "2026-05"),
        ("Copy of 2026-05 (1)", "2026-05"),
        ("Salinan 2026-05", "2026-05"),
        ("Salinan dari target-2026", "target-2026"),
        ("2026-05", ""),
        ("2026-01_2026-05", ""),
        ("target-2026", ""),
        ("catatan", ""),
        ("catatan-2026-05", ""),
    ],
)
def test_salinan_register_menyebut_aslinya(nama, asli):
    assert asli_register(nama) == asli
