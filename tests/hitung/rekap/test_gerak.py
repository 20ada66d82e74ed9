"""Who missed what is expected in two months on end: on both sides of the limit, in either month, by each kind of rule."""

import pytest

from asn_nilai.acuan.periode import Bulan
from asn_nilai.acuan.profil.muat_aturan import muat_aturan
from asn_nilai.acuan.rekap.rekap import Gerak
from asn_nilai.hitung.rekap.gerak import _di_bawah, asn_sama

JAN, FEB = Bulan(2026, 1), Bulan(2026, 2)


def gerak(nhk=(95.0, 95.0), predikat=("Baik", "Baik")):
    return Gerak("1", "Ani", "A", JAN, FEB, *nhk, round(nhk[1] - nhk[0], 2), *predikat)


@pytest.mark.parametrize(
    ("nhk", "bawah"),
    [((89.99, 89.99), True), ((90.0, 89.99), False), ((89.99, 90.0), False), ((90.0, 90.0), False)],
)
def test_menurut_nhk_bila_aturan_memberi_rating_hasil_kerja(nhk, bawah):
    assert _di_bawah(muat_aturan("permenpanrb-6-2022"))(gerak(nhk, ("Kurang", "Kurang"))) is bawah


@pytest.mark.parametrize(
    ("predikat", "bawah"),
    [
        (("Cukup", "Cukup"), True),
        (("Sangat Kurang", "Kurang"), True),
        (("Baik", "Cukup"), False),
        (("Cukup", "Baik"), False),
        (("Baik", "Sangat Baik"), False),
    ],
)
def test_menurut_predikat_bila_aturan_hanya_menilai_nilai_akhir(predikat, bawah):
    assert _di_bawah(muat_aturan("pp-30-2019"))(gerak((50.0, 50.0), predikat)) is bawah


def test_rata_rata_asn_yang_dinilai_pada_keduanya():
    semua = [gerak((90.0, 95.0)), gerak((91.0, 96.01))]
    sama = asn_sama(semua, (2, 2), 2)
    assert (sama.jumlah, sama.awal, sama.akhir, sama.semua) == (2, 90.5, 95.51, True)
    assert [asn_sama(semua, dinilai, 2).semua for dinilai in ((2, 3), (3, 2))] == [False, False]
    assert asn_sama([], (0, 0), 2) is None
