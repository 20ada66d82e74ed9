"""Targets eased through the year: planted ones are found, the same figures shuffled are not. The rates stand in KEADILAN.md."""

import random

import pytest
from periksa.isian_buatan import ATURAN, INDIKATOR, Dunia, baris_target, tempat

from asn_nilai.acuan.isian.formulir.formulir import KUNCI_BULAN
from asn_nilai.acuan.isian.skema import Penempatan
from asn_nilai.acuan.pengaturan import Kewajaran
from asn_nilai.acuan.periode import Periode
from asn_nilai.periksa import periksa_target_layak
from asn_nilai.periksa.target_layak.baris_setahun import Dicapai
from asn_nilai.periksa.target_layak.lebih_mudah import kecenderungan

TAHUN = Periode.dari_teks("2026")
LONGGAR = ("unit-melonggarkan-target", "target-melonggar")
MAKSIMAL, MINIMAL, STABIL = (INDIKATOR[kode] for kode in ("KJ", "WT", "SR"))
UNIT_DIUJI, ASN = 200, 10


def cari(baris):
    """The findings about easing of a unit in which each row is an ASN of its own: (code, targets)."""
    dunia = Dunia()
    nip = [f"19800101200501{urut:04}" for urut in range(len(baris))]
    dunia.penempatan = [Penempatan(n, f"ASN {n[-2:]}", "PKM") for n in nip]
    dunia.target = [
        baris_target(n, kode, 50.0, **dict(zip(KUNCI_BULAN, angka, strict=True)))
        for n, (kode, angka) in zip(nip, baris, strict=True)
    ]
    semua = periksa_target_layak(dunia.isian(), dunia.skema(), TAHUN, ATURAN, Dicapai(), Kewajaran())
    return [temuan for temuan in semua if temuan.kode in LONGGAR]


def musiman(acak):
    return [float(round(40 * acak.uniform(0.8, 1.2))) for _ in range(12)]


def dilonggarkan(acak):
    """From 100 percent of the plan in January to 70 in December, give or take 5."""
    return [40 * (1 - 0.3 * n / 11) * acak.uniform(0.95, 1.05) for n in range(12)]


def test_ditunjuk_di_selnya_dengan_awal_dan_akhirnya():
    turun = [float(60 - 3 * n) for n in range(12)]
    (temuan,) = cari([("KJ", turun), ("KJ", turun[::-1]), ("WT", turun), ("KJ", [40.0] * 12)])
    assert (temuan.kode, tempat(temuan.letak)) == ("target-melonggar", "Target!U10")
    assert temuan.pesan == (
        "Target KJ (Kunjungan rumah) bagi ASN 00 makin ringan: dari 60 (Januari 2026) menjadi 27 (Desember 2026)."
    )
    (waktu,) = cari([("WT", turun[::-1])])
    assert waktu.kode == "target-melonggar"
    assert cari([("SR", turun)]) == []


def test_tiga_baris_menjadi_urusan_unit():
    turun = [float(60 - 3 * n) for n in range(12)]
    kode = [temuan.kode for temuan in cari([("KJ", turun)] * 3)]
    assert kode == ["unit-melonggarkan-target", *["target-melonggar"] * 3]
    assert [temuan.kode for temuan in cari([("KJ", turun)] * 2)] == ["target-melonggar"] * 2
    banyak = [("KJ", turun)] * 3 + [("KJ", turun[::-1])] * 13
    assert [temuan.kode for temuan in cari(banyak)] == ["target-melonggar"] * 3
    (unit, *_) = cari([("KJ", turun)] * 3 + [("KJ", turun[::-1])] * 12)
    assert unit.pesan == (
        "Dari 15 target yang berubah dari bulan ke bulan, 3 makin ringan menjelang akhir tahun."
    )


def test_sedikit_saja_atau_setengah_tahun_kurang_bukan_tanda():
    assert cari([("KJ", [40.0 - 0.2 * n for n in range(12)])]) == []
    assert cari([("LB", [-10.0 - 0.04 * n for n in range(12)])]) == []  # a loss is measured by its size
    assert [t.kode for t in cari([("LB", [-10.0 - 0.4 * n for n in range(12)])])] == ["target-melonggar"]
    assert cari([("KJ", [40.0, 36.0, 32.0, 28.0, 24.0, *[None] * 7])]) == []
    assert [t.kode for t in cari([("KJ", [40.0, 36.0, 32.0, 28.0, 24.0, 20.0, *[None] * 6])])] == [
        "target-melonggar"
    ]


@pytest.mark.parametrize(
    ("indikator", "angka", "harap"),
    [
        (MAKSIMAL, [4.0, 3.0, 2.0, 1.0], 1.0),
        (MAKSIMAL, [1.0, 2.0, 3.0, 4.0], -1.0),
        (MINIMAL, [1.0, 2.0, 3.0, 4.0], 1.0),
        (STABIL, [1.0, 2.0, 3.0, 4.0], 0.0),
        (MAKSIMAL, [3.0, 3.0, 2.0], 2 / 3),
        (MAKSIMAL, [2.0, 3.0, 1.0], 1 / 3),
    ],
)
def test_kecenderungan(indikator, angka, harap):
    assert kecenderungan(indikator, angka) == pytest.approx(harap)


def _ukur(buat):
    """Return in how many units the unit is told, and how many rows are, of so many units of ten rows."""
    acak, unit, baris = random.Random(7), 0, 0
    for _ in range(UNIT_DIUJI):
        kode = [temuan.kode for temuan in cari([("KJ", buat(acak)) for _ in range(ASN)])]
        unit += LONGGAR[0] in kode
        baris += kode.count(LONGGAR[1])
    return unit, baris / (UNIT_DIUJI * ASN)


def test_yang_dilonggarkan_ditemukan():
    unit, baris = _ukur(dilonggarkan)
    assert unit == UNIT_DIUJI
    assert baris > 0.95


def test_angka_yang_sama_diacak_tidak_ditemukan():
    def teracak(acak):
        angka = dilonggarkan(acak)
        acak.shuffle(angka)
        return angka

    for buat in (teracak, musiman):
        unit, baris = _ukur(buat)
        assert unit == 0
        assert baris < 0.01
