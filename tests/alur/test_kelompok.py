"""Inputs given out together: none is lost, and neither the large ones nor the last keep anybody waiting."""

import pytest

from asn_nilai.alur.proses.kelompok import kelompokkan


def banyak(masukan: int, pekerja: int) -> list[int]:
    return [len(bersama) for bersama in kelompokkan(range(masukan), pekerja)]


@pytest.mark.parametrize("pekerja", [1, 2, 7, 60])
@pytest.mark.parametrize("masukan", [0, 1, 5, 60, 961])
def test_setiap_masukan_sekali_menurut_urutannya(masukan, pekerja):
    semua = [*kelompokkan([f"U{nomor}" for nomor in range(masukan)], pekerja)]
    assert [butir for bersama in semua for butir in bersama] == [f"U{nomor}" for nomor in range(masukan)]
    assert all(1 <= len(bersama) <= 6 for bersama in semua)


def test_mulai_sendiri_bertambah_lalu_berkurang_sampai_sendiri_lagi():
    assert banyak(60, 2) == [1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 4, 3, 2, 2, 1, 1, 1, 1, 1, 1, 1]
    assert banyak(60, 20) == [1] * 60
    assert max(banyak(960, 20)) == 6


@pytest.mark.parametrize(("masukan", "pekerja"), [(24, 2), (60, 2), (240, 2), (240, 8), (5000, 64)])
def test_yang_terakhir_tidak_ditunggu_lebih_lama_daripada_satu_masukan(masukan, pekerja):
    """Inputs that are equally large, each worker taking the next when it is done: all are done within one input of each other."""
    waktu = [0] * pekerja
    for bersama in kelompokkan(range(masukan), pekerja):
        waktu[waktu.index(min(waktu))] += len(bersama)
    assert max(waktu) - min(waktu) <= 1
