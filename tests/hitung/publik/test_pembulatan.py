"""Rounding keeps one person's figure open between two months, and never says what is not so."""

import random
from dataclasses import replace
from fractions import Fraction
from math import isnan, nan

import pytest
from publik_buatan import ATURAN, INDIKATOR, MILIK_UNIT

from asn_nilai.acuan.isian.indikator.indikator import Agregasi, JenisNilai
from asn_nilai.acuan.rekap.publik import AngkaLayanan
from asn_nilai.hitung.publik.angka import angka_layanan, gerak
from asn_nilai.hitung.publik.laporan import Isi
from asn_nilai.hitung.publik.pembulatan import cetak, ke_langkah, langkah

IZIN, SERAPAN, IMUNISASI, KEPUASAN = INDIKATOR[0], INDIKATOR[3], *MILIK_UNIT[:2]


@pytest.mark.parametrize(
    ("sumbangan", "orang", "rata_rata", "bulat", "jarak"),
    [
        (90, 5, True, False, "2.5"),
        (90, 9, True, False, "1"),
        (90, 10, True, False, "1"),
        (90, 50, True, False, "0.2"),
        (90, 5000, True, False, "0.1"),
        (8, 3000, True, False, "0.01"),
        (24, 7, True, False, "0.5"),
        (3, 5, True, False, "0.1"),
        (4, 5, True, True, "0.5"),
        (100, 9, False, False, "10"),
        (101, 9, False, False, "25"),
        (0, 5, True, False, "1"),
    ],
)
def test_langkah_pembulatan(sumbangan, orang, rata_rata, bulat, jarak):
    assert langkah(Fraction(sumbangan), orang, rata_rata=rata_rata, bulat=bulat) == Fraction(jarak)


def test_langkah_selalu_menyisakan_sepersepuluh_bagian_satu_orang():
    acak = random.Random(5)
    for _ in range(2000):
        sumbangan, orang = Fraction(acak.randint(1, 10**6), acak.randint(1, 1000)), acak.randint(3, 100)
        jumlah = langkah(sumbangan, orang, rata_rata=False, bulat=False)
        rata = langkah(sumbangan, orang, rata_rata=True, bulat=False) * orang
        for jarak in (jumlah, rata):
            assert sumbangan / 10 <= jarak <= sumbangan / 4
        assert langkah(sumbangan, orang, rata_rata=True, bulat=True) * orang >= 2


@pytest.mark.parametrize(
    ("angka", "jarak", "puncak", "tercetak"),
    [
        ("98.9", "2.5", "100", "97.5"),
        ("100", "2.5", "100", "100"),
        ("98.9", "2.5", None, "100"),
        ("0.4", "1", "100", "1"),
        ("0", "1", "100", "0"),
        ("-0.4", "1", None, "-1"),
        ("2", "5", None, "5"),
        ("2.5", "5", None, "5"),
        ("7.4", "5", None, "5"),
        ("-2.5", "5", None, "-5"),
        ("99.5", "0.1", "100", "99.5"),
        ("99.96", "0.1", "100", "99.9"),
        ("0.3", "0.1", None, "0.3"),
        ("0.04", "0.1", None, "0.1"),
        ("-0.3", "0.1", None, "-0.3"),
    ],
)
def test_nol_dan_puncak_hanya_tercetak_bila_memang_demikian(angka, jarak, puncak, tercetak):
    tepi = None if puncak is None else Fraction(puncak)
    assert cetak(Fraction(angka), Fraction(jarak), tepi) == Fraction(tercetak)


@pytest.mark.parametrize(
    ("angka", "jarak", "bulat"),
    [
        ("0.6", "0.5", "0.5"), ("0.25", "0.5", "0.5"), ("0.24", "0.5", "0"), ("-0.25", "0.5", "-0.5"), ("-0.6", "0.5", "-0.5"),
        ("0", "1", "0"), ("1.25", "2.5", "2.5"),
    ],
)  # fmt: skip
def test_ke_langkah_terdekat_separuh_menjauhi_nol(angka, jarak, bulat):
    assert ke_langkah(Fraction(angka), Fraction(jarak)) == Fraction(bulat)


def test_yang_lebih_besar_tidak_pernah_tercetak_lebih_kecil():
    for jarak in (Fraction(1), Fraction(5, 2), Fraction(2)):
        deret = [cetak(Fraction(n, 7), jarak, Fraction(30)) for n in range(-40, 240)]
        assert deret == sorted(deret)
    assert ke_langkah(Fraction(3), Fraction(2)) == 4


def _isi(realisasi, target=50.0):
    return Isi(frozenset(map(str, range(len(realisasi)))), (target,) * len(realisasi), tuple(realisasi))


def _tersembunyi(lihat, orang: int) -> list[float]:
    """Return for each of many worlds the range, in shares of the average figure, in which a newcomer's figure stays open.

    The attacker's best hope: one person joins, everyone else reports exactly what they did the month before, and the
    attacker knows so. Worlds that look alike to the attacker stand in one group.
    """
    acak = random.Random(orang)
    kelompok: dict[tuple, list[int]] = {}
    for _ in range(6000):
        lama = sum(90 + acak.randint(-6, 6) for _ in range(orang))
        baru = acak.randint(60, 120)
        kelompok.setdefault((lihat(lama, orang), lihat(lama + baru, orang + 1)), []).append(baru)
    return sorted((max(isi) - min(isi)) / 90 for isi in kelompok.values() for _ in isi)


@pytest.mark.parametrize("orang", [5, 8, 13, 30])
@pytest.mark.parametrize("rata_rata", [False, True])
def test_selisih_dua_bulan_menyisakan_sepersepuluh_angka_orang_yang_datang(rata_rata, orang):
    def _tercetak(jumlah: int, orang: int) -> Fraction:
        sumbangan = Fraction(jumlah, orang)
        jarak = langkah(sumbangan, orang, rata_rata=rata_rata, bulat=False)
        return cetak(sumbangan if rata_rata else Fraction(jumlah), jarak)

    rentang = _tersembunyi(_tercetak, orang)
    assert rentang[len(rentang) // 10] >= 0.1
    assert rentang[len(rentang) // 2] >= 0.15


def test_penyerang_yang_sama_membuka_angka_yang_tidak_dibulatkan():
    assert max(_tersembunyi(lambda jumlah, _: jumlah, 5)) == 0


def test_banyaknya_ditulis_tepat_sekecil_apa_pun():
    """One overdue complaint of eleven persons is 1, and eleven are 11."""
    for realisasi in ((1.0, *(0.0,) * 10), (1.0,) * 11, (0.0,) * 11, (1204.0, 3.0, 2.0, 0.0, 1.0)):
        angka = angka_layanan([[_isi(realisasi, 1.0)], [_isi(realisasi, 1.0)]], IZIN, ATURAN)
        assert (angka.realisasi, angka.target) == (2 * sum(realisasi), 2.0 * len(realisasi))


def test_jumlah_uang_dan_jumlah_pecahan_tetap_dibulatkan():
    biaya = replace(IZIN, jenis_nilai=JenisNilai.DESIMAL)
    assert angka_layanan([[_isi((101.0,) * 9, 90.0)]], biaya, ATURAN).realisasi == 900.0


def test_target_yang_jauh_di_atas_hasilnya_pun_tidak_terbuka():
    """The step is that of the larger of both: a newcomer's target is no less a person's own than what was reached."""
    biaya = replace(IZIN, jenis_nilai=JenisNilai.DESIMAL)
    assert angka_layanan([[_isi((0.1,) * 9, 137.0)]], biaya, ATURAN).target == 1225.0


def test_yang_dihitung_orang_di_balik_rasio_tidak_terbit():
    """Counts are exact, so whoever knows what the others counted in two months would know what a newcomer did; a unit's is nobody's."""
    orang = frozenset(map(str, range(9)))
    isi = Isi(orang, (90.0,) * 9, (75.0,) * 9, (3.0,) * 9, (4.0,) * 9)
    milik_orang = replace(IMUNISASI, lingkup=IZIN.lingkup)
    assert (milik_orang.rasio, milik_orang.milik_unit) == (True, False)
    angka = angka_layanan([[isi]], milik_orang, ATURAN)
    assert (isnan(angka.pembilang), isnan(angka.penyebut)) == (True, True)
    unit = angka_layanan([[replace(isi, orang=frozenset())]], IMUNISASI, ATURAN)
    assert (unit.pembilang, unit.penyebut) == (27.0, 36.0)


def test_jumlah_dibulatkan_menurut_sumbangan_seorang_bukan_menurut_jumlahnya():
    biaya = replace(IZIN, jenis_nilai=JenisNilai.DESIMAL)
    assert angka_layanan([[_isi((137.0,) * 9, 90.0)]], biaya, ATURAN).realisasi == 1225.0


def test_rata_rata_bilangan_bulat_tidak_harus_bulat():
    rata = replace(IZIN, agregasi=Agregasi.RATA_RATA)
    assert angka_layanan([[_isi((4.0, 4.0, 4.0, 5.0, 5.0), 4.0)]], rata, ATURAN).realisasi == 4.5


@pytest.mark.parametrize(
    ("agregasi", "atas", "realisasi", "tercetak"),
    [
        (Agregasi.RATA_RATA, 100.0, 99.9, 97.5),  # what is not the highest figure never prints as it
        (Agregasi.RATA_RATA, 100.0, 100.0, 100.0),
        (Agregasi.RATA_RATA, None, 99.9, 100.0),
        (Agregasi.JUMLAH, 1000.0, 111.0, 1000.0),  # the bound is one person's, not the sum's
    ],
)
def test_puncak_seseorang_membatasi_rata_rata_bukan_jumlah(agregasi, atas, realisasi, tercetak):
    ini = replace(IZIN, agregasi=agregasi, batas_atas=atas, jenis_nilai=JenisNilai.DESIMAL)
    banyak = 9 if agregasi is Agregasi.JUMLAH else 5
    assert angka_layanan([[_isi((realisasi,) * banyak, 90.0)]], ini, ATURAN).realisasi == tercetak


@pytest.mark.parametrize(
    ("bulanan", "tercetak"),
    [
        ([[81.2345]], 81.2345),  # as the unit reports it
        ([[81.2345, 81.2348]], 81.23),
        ([[70.0], [81.2345]], 81.2345),  # the last month counts
        ([[70.0], [81.2375, 81.2375]], 81.24),
    ],
)
def test_angka_satu_unit_terbit_seperti_dilaporkan_dan_rata_rata_unit_dua_desimal(bulanan, tercetak):
    isi = [[Isi(frozenset(), (80.0,), (angka,)) for angka in bulan] for bulan in bulanan]
    assert angka_layanan(isi, KEPUASAN, ATURAN).realisasi == tercetak


def test_rata_rata_beberapa_bulan_dari_satu_unit_pun_dua_desimal():
    isi = [[Isi(frozenset(), (80.0,), (angka,))] for angka in (81.2345, 81.2348)]
    rata_rata = replace(KEPUASAN, agregasi=Agregasi.RATA_RATA)
    assert angka_layanan(isi, rata_rata, ATURAN).realisasi == 81.23


@pytest.mark.parametrize("banyak", [(5, 50), (50, 5)])
def test_bulan_dengan_orang_tersedikit_menentukan_langkahnya(banyak):
    """A step for fifty would be 0.2, and of two months one has five."""
    isi = [[_isi((91.0,) * orang, 91.0)] for orang in banyak]
    rata_rata = replace(SERAPAN, agregasi=Agregasi.RATA_RATA)
    assert angka_layanan(isi, rata_rata, ATURAN).realisasi == 90.0


def test_hasil_bagi_satu_unit_pun_dua_desimal():
    ini = Isi(frozenset(), (90.0,), (43.19767441860465,), (743.0,), (1720.0,))
    angka = angka_layanan([[ini]], IMUNISASI, ATURAN)
    assert (angka.realisasi, angka.pembilang, angka.penyebut) == (43.2, 743.0, 1720.0)


@pytest.mark.parametrize(
    ("indikator", "kini", "kata"),
    [
        (SERAPAN, 91.0, "mendekati target"), (SERAPAN, 90.9, "tetap"), (SERAPAN, 89.1, "tetap"), (SERAPAN, 89.0, "menjauhi target"),
        (IZIN, 91.0, "membaik"), (IZIN, 90.9, "tetap"), (IZIN, 89.1, "tetap"), (IZIN, 89.0, "memburuk"),
    ],
)  # fmt: skip
def test_gerak_mulai_satu_persen_dan_yang_harus_dekat_target_mendekat_atau_menjauh(indikator, kini, kata):
    lalu, sekarang = (AngkaLayanan(100.0, 50.0, capaian, tercapai=False) for capaian in (90.0, kini))
    assert gerak(sekarang, lalu, indikator) == kata


def test_gerak_satu_persen_tepat_walaupun_selisih_pecahannya_kurang():
    """64.1 − 63.1 is a little less than 1 in floats."""
    lalu, kini = (AngkaLayanan(100.0, 50.0, capaian, tercapai=False) for capaian in (63.1, 64.1))
    assert gerak(kini, lalu, IZIN) == "membaik"


def test_tanpa_capaian_gerak_sekecil_apa_pun_menurut_hasilnya():
    lalu, kini = (AngkaLayanan(0.0, realisasi, nan, tercapai=False) for realisasi in (2.0, 1.5))
    assert (gerak(kini, lalu, IZIN), gerak(lalu, kini, IZIN), gerak(kini, kini, IZIN)) == (
        "memburuk",
        "membaik",
        "tetap",
    )


def test_target_yang_terpenuhi_tampak_terpenuhi():
    acak = random.Random(3)
    for _ in range(300):
        realisasi = [float(acak.randint(40, 60)) for _ in range(acak.randint(5, 12))]
        angka = angka_layanan([[_isi(realisasi)]], IZIN, ATURAN)
        assert angka.tercapai == (angka.realisasi >= angka.target)
        if sum(realisasi) >= 50 * len(realisasi):
            assert angka.tercapai
