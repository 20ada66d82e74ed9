"""The thresholds of plausibility from both sides, with the figures of one row or one sheet in hand."""

from types import SimpleNamespace

import pytest

from asn_nilai.acuan.isian.indikator.indikator import Agregasi, Indikator, Polaritas
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.pengaturan import Kewajaran
from asn_nilai.acuan.periode import Bulan
from asn_nilai.periksa.kewajaran.bandingan import Pasangan
from asn_nilai.periksa.kewajaran.bulan import _arah, _berkumpul, _deret, _mundur, angka_kumulatif
from asn_nilai.periksa.kewajaran.lembar import _di_tepi, _janggal, _salinan_lain, _serupa, _tertukar

BANDINGAN = SimpleNamespace(ambang=Kewajaran())


def baris(realisasi=0.0, target=0.0, *, salinan=None, bulat=False, agregasi=Agregasi.JUMLAH, **batas):
    indikator = SimpleNamespace(
        bulat=bulat, agregasi=agregasi, **{"batas_atas": None, "batas_bawah": None, **batas}
    )
    tabel = SimpleNamespace(isi={"target": [None, salinan]})
    return SimpleNamespace(realisasi=realisasi, target=target, indikator=indikator, tabel=tabel, posisi=1)


@pytest.mark.parametrize(
    ("lalu", "target_lalu", "realisasi", "target", "arah"),
    [
        (10.0, 10.0, 100.0, 10.0, "sepuluh kali"), (10.0, 10.0, 70.0, 10.0, "sepuluh kali"), (10.0, 10.0, 69.9, 10.0, ""), (10.0, 10.0, 140.0, 10.0, "sepuluh kali"),
        (10.0, 10.0, 140.1, 10.0, ""), (10.0, 10.0, 100.0, 50.0, ""), (10.0, 10.0, 100.0, 49.9, "sepuluh kali"), (10.0, 20.0, 100.0, 10.0, "sepuluh kali"),
        (10.0, 20.1, 100.0, 10.0, ""), (10.0, 5.0, 100.0, 10.0, "sepuluh kali"), (10.0, 4.9, 100.0, 10.0, ""), (100.0, 100.0, 10.0, 100.0, "sepersepuluh"),
        (70.0, 70.0, 10.0, 100.0, "sepersepuluh"), (69.9, 70.0, 10.0, 100.0, ""), (140.0, 140.0, 10.0, 100.0, "sepersepuluh"), (140.1, 140.0, 10.0, 100.0, ""),
        (100.0, 100.0, 10.0, 20.0, ""), (100.0, 100.0, 10.0, 20.1, "sepersepuluh"), (0.0, 10.0, 100.0, 10.0, ""), (10.0, 0.0, 100.0, 10.0, ""), (10.0, 10.0, 100.0, 0.0, ""),
        (100.0, 100.0, 0.0, 100.0, ""), (-10.0, -10.0, -100.0, -10.0, ""),
    ],
)  # fmt: skip
def test_sepuluh_kali_atau_sepersepuluh_tepat_di_ambangnya(lalu, target_lalu, realisasi, target, arah):
    assert _arah(BANDINGAN, baris(realisasi, target), lalu, target_lalu) == arah


@pytest.mark.parametrize(("terbesar", "arah"), [(20.0, "sepuluh kali"), (19.0, "")])
def test_bilangan_bulat_mulai_dua_puluh(terbesar, arah):
    assert _arah(BANDINGAN, baris(terbesar, 2.0, bulat=True), 2.0, 2.0) == arah
    assert _arah(BANDINGAN, baris(terbesar, 2.0), 2.0, 2.0) == "sepuluh kali"


@pytest.mark.parametrize(
    ("bulan", "jarak", "sebelum"),
    [(6, 3, Bulan(2026, 3)), (4, 3, Bulan(2026, 1)), (3, 3, None), (1, 1, None), (2, 1, Bulan(2026, 1)), (5, 0, Bulan(2026, 5))],
)  # fmt: skip
def test_pembanding_tidak_melewati_awal_tahun(bulan, jarak, sebelum):
    assert _mundur(Bulan(2026, bulan), jarak) == sebelum


@pytest.mark.parametrize(
    ("angka", "target", "ada"),
    [
        ((10.0, 20.0, 30.0), (10.0,) * 3, True), ((10.0, 14.0, 20.0), (10.0,) * 3, True), ((10.0, 13.9, 20.0), (10.0,) * 3, False), ((12.0, 16.0, 20.0), (10.0,) * 3, True),
        ((12.0, 16.0, 19.9), (10.0,) * 3, False), ((5.0, 10.0, 15.0), (5.0,) * 3, True), ((4.9, 9.8, 14.7), (4.9,) * 3, False), ((10.0, 20.0, 30.0), (8.0, 10.0, 10.0), True),
        ((10.0, 20.0, 30.0), (7.9, 10.0, 10.0), False), ((10.0, 30.0, 20.0), (10.0,) * 3, False),
    ],
)  # fmt: skip
def test_jumlah_berjalan_tepat_di_ambangnya(angka, target, ada):
    ambang = Kewajaran()
    assert (ambang.kumulatif_langkah_dari, ambang.kumulatif_kali, ambang.kumulatif_target_datar) == (
        0.4,
        2.0,
        1.25,
    )
    assert _berkumpul(BANDINGAN, list(angka), list(target)) is ada


def test_langkah_jumlah_berjalan_pun_berbatas_atas():
    langkah = 10.0 * Kewajaran().kumulatif_langkah_sampai
    tepat, lebih = [10.0, 10.0 + langkah, 10.0 + 2 * langkah], [10.0, 10.1 + langkah, 10.1 + 2 * langkah]
    assert _berkumpul(BANDINGAN, tepat, [10.0] * 3)
    assert not _berkumpul(BANDINGAN, lebih, [10.0] * 3)


def test_deret_kosong_bila_satu_bulan_tanpa_realisasi_atau_target():
    pasangan = SimpleNamespace(kunci=("1", "KJ"), posisi_target=1)
    jan, feb, tanpa = ({("1", "KJ"): 0.0}, [None, 40.0]), ({("1", "KJ"): 9.0}, [None, 41.0]), ({}, [3.0, 4.0])
    assert _deret(pasangan, [jan, feb]) == ([0.0, 9.0], [40.0, 41.0])
    assert _deret(pasangan, [tanpa, feb]) == ([], [])
    assert _deret(pasangan, [jan, tanpa]) == ([], [])
    assert _deret(pasangan, [jan, (feb[0], [41.0, None])]) == ([], [])


@pytest.mark.parametrize(("akhir", "banyak"), [(2, 0), (3, 1)])
def test_kumulatif_tidak_dicari_sebelum_tahunnya_berbulan_sebanyak_itu(akhir, banyak):
    tabel = SimpleNamespace(
        isi={}, angka=lambda _: [10.0], sel=lambda *_: "H9", letak=lambda *_: Letak("b", "l", "H9")
    )
    indikator = Indikator("KJ", "Kunjungan", "kali", Polaritas.MAKSIMAL, Agregasi.JUMLAH)
    semua = {Bulan(2026, nomor): {("1", "KJ"): 10.0 * nomor} for nomor in range(1, 13)}
    pasangan = Pasangan(Bulan(2026, akhir), tabel, 0, "1", indikator, 10.0, 10.0 * akhir, 0)
    bandingan = SimpleNamespace(
        ambang=Kewajaran(), bulan={Bulan(2026, akhir): [pasangan]}, realisasi=semua, target=tabel, unit="U"
    )
    assert [t.kode for t in angka_kumulatif(bandingan)] == ["angka-kumulatif"] * banyak


@pytest.mark.parametrize(
    ("realisasi", "target", "agregasi", "janggal"),
    [
        (10.0, 40.0, Agregasi.JUMLAH, True), (9.9, 40.0, Agregasi.JUMLAH, False), (40.0, 40.0, Agregasi.JUMLAH, False), (10.0, 40.0, Agregasi.RATA_RATA, False),
    ],
)  # fmt: skip
def test_yang_seragam_janggal_bila_dihitung_sendiri_dan_meleset(realisasi, target, agregasi, janggal):
    sama = [baris(realisasi, target, agregasi=agregasi)] * 2
    assert _janggal(sama, 10.0) is janggal
    assert _janggal([*sama, baris(realisasi, target + 1, agregasi=agregasi)], 10.0)


def test_serupa_bila_semua_sama_dengan_yang_pertama():
    assert _serupa([baris(0.3), baris(0.1 + 0.2)])
    assert not _serupa([baris(0.3), baris(0.3), baris(0.31)])


@pytest.mark.parametrize(
    ("target", "batas", "tepi"),
    [(0.0, {}, True), (100.0, {"batas_atas": 100.0}, True), (5.0, {"batas_bawah": 5.0}, True), (99.0, {"batas_atas": 100.0, "batas_bawah": 0.0}, False)],
)  # fmt: skip
def test_target_di_tepi_yang_mungkin(target, batas, tepi):
    assert _di_tepi(baris(target=target, **batas)) is tepi


@pytest.mark.parametrize(("salinan", "lain"), [(38.0, True), (40.0, False), (None, False), ("38", False)])
def test_salinan_target_yang_lain_dari_realisasinya(salinan, lain):
    assert _salinan_lain(baris(40.0, 40.0, salinan=salinan)) is lain


@pytest.mark.parametrize(
    ("tertukar", "berbeda", "ada"), [(5, 0, True), (4, 0, False), (8, 2, True), (7, 3, False)]
)
def test_kolom_tertukar_bila_kebanyakan_baris_yang_berbeda(tertukar, berbeda, ada):
    semua = [baris(40.0, 40.0, salinan=38.0)] * tertukar + [baris(39.0, 40.0, salinan=38.0)] * berbeda
    semua += [baris(40.0, 40.0, salinan=40.0)] * 9
    assert bool(_tertukar(BANDINGAN, semua)) is ada
