"""What a unit sent otherwise, in one sentence: counted by what it is about, the first three named, with a decimal comma."""

import pytest

from asn_nilai.acuan.riwayat.kata_perubahan import kalimat_kiriman
from asn_nilai.acuan.riwayat.keadaan import BOBOT, PERILAKU, REALISASI, TARGET, Beda, Kunci

SEMUA = (
    Beda(Kunci(TARGET, "A", "1", "K-1"), "20", "19.5", "t › L9"),
    Beda(Kunci(BOBOT, "A", "1", "K-1"), "30", "25", "t › G9"),
    Beda(Kunci(REALISASI, "A", "1", "K-1"), "tidak ada", "18", "c › H9"),
    Beda(Kunci(PERILAKU, "A", "1", "", "Loyal"), "Sesuai Ekspektasi", "tidak ada", "c › E9"),
)


@pytest.mark.parametrize(
    ("banyak", "kalimat"),
    [
        (1, "sejak kiriman lalu berubah: 1 target dan bobot. Target 1 K-1 20 menjadi 19,5 (t › L9)."),
        (
            4,
            (
                "sejak kiriman lalu berubah: 2 target dan bobot, 1 realisasi, 1 perilaku. Target 1 K-1 20 menjadi 19,5 (t › L9); "
                "Bobot 1 K-1 30 menjadi 25 (t › G9); Realisasi 1 K-1 tidak ada menjadi 18 (c › H9); dan 1 lagi."
            ),
        ),
    ],
)
def test_kalimat_menghitung_dan_menyebut(banyak, kalimat):
    assert kalimat_kiriman(SEMUA[:banyak]) == kalimat


def test_perilaku_disebut_dengan_kolomnya():
    assert "Perilaku Loyal 1 Sesuai Ekspektasi menjadi tidak ada (c › E9)." in kalimat_kiriman(SEMUA[3:])
