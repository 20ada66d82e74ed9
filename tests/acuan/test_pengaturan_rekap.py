"""The table [rekap]: what may be set, and what is refused."""

import pytest

from asn_nilai.acuan.pengaturan_rekap import K_TERKECIL, PengaturanRekap, PengaturanRekapTidakSahError


def test_yang_tidak_ditulis_tetap_bawaan():
    assert PengaturanRekap.dari_isi({}) == PengaturanRekap()
    assert PengaturanRekap.dari_isi({"k-publik": 8, "benih": 7}) == PengaturanRekap(k_publik=8, benih=7)


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        ([], r"\[rekap\] harus berisi nama = angka"),
        ({"k": 5}, r"k tidak dikenal; yang dikenal: unit-kecil, belum-dinilai-wajar, k-publik"),
        ({"k-publik": 2}, r"k-publik harus bilangan bulat mulai dari 3"),
        ({"k-publik": True}, "bilangan bulat"),
        ({"unit-kecil": "lima"}, "bilangan bulat mulai dari 1"),
        ({"ulangan": 99}, "mulai dari 100"),
    ],
)
def test_yang_tidak_sah_ditolak_dengan_sebabnya(isi, pesan):
    with pytest.raises(PengaturanRekapTidakSahError, match=pesan):
        PengaturanRekap.dari_isi(isi)


def test_tidak_ada_kelompok_yang_lebih_kecil_dari_batas_terbawah():
    assert PengaturanRekap.dari_isi({"k-publik": K_TERKECIL}).k_publik == 3
