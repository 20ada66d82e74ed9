"""A guide for the spread of predikat as a live cell tells it: both sides of each kind of limit."""

import pytest

from asn_nilai.acuan.profil.bentuk_tindak_lanjut import PanduanSebaran

PREDIKAT = ("Baik",)


@pytest.mark.parametrize(
    ("panduan", "rumus", "cukup", "tidak"),
    [
        (PanduanSebaran(predikat=PREDIKAT, paling_banyak=70), "banyak*100<=70*jumlah", 7, 8),
        (PanduanSebaran(predikat=PREDIKAT, paling_banyak=0), "banyak*100<=0*jumlah", 0, 1),
        (PanduanSebaran(predikat=PREDIKAT, paling_sedikit=62.5), "banyak*100>=62.5*jumlah", 7, 6),
        (PanduanSebaran(predikat=PREDIKAT, paling_sedikit_orang=1), "banyak>=1", 1, 0),
    ],
)
def test_rumus_panduan_berlaku_di_kedua_sisi_batas(panduan, rumus, cukup, tidak):
    assert panduan.rumus_excel("banyak", "jumlah") == rumus
    for banyak, sesuai in ((cukup, True), (tidak, False)):
        assert eval(rumus, {"banyak": banyak, "jumlah": 10}) is sesuai  # noqa: S307 - our own formula, as Python reads it


@pytest.mark.parametrize("cara", ["terdekat", "ke-atas", "ke-bawah", ""])
def test_paling_banyak_nol_persen_berarti_tidak_seorang_pun(cara):
    panduan = PanduanSebaran(predikat=PREDIKAT, paling_banyak=0)
    assert [panduan.orang(jumlah, cara) for jumlah in (0, 1, 10, 150)] == [0] * 4
    assert [panduan.ditepati(banyak, 0) for banyak in (0, 1)] == [True, False]
    assert panduan.batas == "tidak ada"
