"""Cities in one line each: rounded as their own rule prints, and put together only under the very same text of a rule."""

from dataclasses import replace
from math import isnan

from kota_buatan import MEI, berdesimal, kota, unit

from asn_nilai.acuan.hasil.ringkas_kota import JejakKota, RekapAkar, RingkasKota
from asn_nilai.acuan.setoran.status import ADA_GALAT, BELUM_SETOR

TIGA = berdesimal(3, "3" * 64)
DUA = berdesimal(2, "2" * 64)
A = kota("a", TIGA, unit("X", 190.123, 2, {"Baik": 2}), unit("Y", 80.0, 1, {"Kurang": 1}, ADA_GALAT))
B = kota("b", TIGA, unit("X", 100.0, 1, {"Sangat Baik": 1}), unit("Z", 0.0, 0, {}, BELUM_SETOR, asn=4))
C = kota("c", DUA, unit("X", 90.005, 1, {"Baik": 1}), unit("", 0.0, 0, {}, asn=2))


def test_rata_rata_dicetak_menurut_desimal_aturannya():
    assert (A.jumlah.rata_rata_nhk, A.desimal) == (90.041, 3)  # 270.123 / 3
    assert (C.jumlah.rata_rata_nhk, C.desimal) == (90.01, 2)


def test_unit_dihitung_tanpa_kumpulan_tanpa_unit():
    assert (C.banyak_unit, C.jumlah.jumlah_asn, C.belum_setor) == (1, 3, ())
    assert [u.kode for u in B.belum_setor] == ["Z"]
    assert [u.kode for u in A.tidak_lengkap] == ["Y"]
    assert (RingkasKota("d").nama, RingkasKota("d").desimal, A.nama) == ("d", 0, "Kota A")


def test_jejak_menyebut_kunci_atau_ketiadaannya():
    assert JejakKota(1234, "a" * 64, 2).tulisan == "1.234 baris, versi 2 terkunci"
    assert JejakKota(7, "a" * 64, 0).tulisan == "7 baris, belum dikunci"


def test_salinan_aturan_yang_diubah_tidak_dirata_ratakan_dengan_aslinya():
    semua = RekapAkar("prov", MEI, (A, B, C, RingkasKota("d", sebab="belum dihitung"))).menurut_aturan
    assert [(bagian.nama, [k.folder for k in bagian.kota]) for bagian in semua] == [
        ("permenpanrb-6-2022 (isi 33333333)", ["a", "b"]),
        ("permenpanrb-6-2022 (isi 22222222)", ["c"]),
    ]
    assert semua[0].jumlah.rata_rata_nhk == 92.531  # 370.123 / 4 = 92.53075
    assert semua[0].predikat == {"Sangat Baik": 1, "Baik": 2, "Kurang": 1}
    assert (semua[0].desimal, semua[1].desimal) == (3, 2)


def test_satu_isi_satu_nama():
    (bagian,) = RekapAkar("prov", MEI, (A, B)).menurut_aturan
    assert bagian.nama == "permenpanrb-6-2022"


def test_aturan_yang_sudah_diganti_sejak_dihitung():
    """Results of the old text stay together; the text that came into its place only lends its decimals."""
    lama = replace(A, profil=DUA, sebab="usang")
    (bagian,) = RekapAkar("prov", MEI, (lama, B)).menurut_aturan
    assert bagian.desimal == 3
    (sendiri,) = RekapAkar("prov", MEI, (lama,)).menurut_aturan
    assert sendiri.desimal == 2


def test_yang_kurang_dan_predikat_yang_ada():
    rekap = RekapAkar(
        "prov", MEI, (A, C, RingkasKota("d", sebab="belum dihitung")), {"e": "ruang kerja tahun 2025"}
    )
    assert [k.folder for k in rekap.kurang] == ["d"]
    assert rekap.predikat == ("Baik", "Kurang")
    kosong = RekapAkar("prov", MEI, (kota("z", DUA, unit("X", 0.0, 0, {}, asn=3)),))
    assert isnan(kosong.menurut_aturan[0].jumlah.rata_rata_nhk)
    assert kosong.predikat == ()


def test_tanpa_kota():
    rekap = RekapAkar("prov", MEI, ())
    assert (rekap.menurut_aturan, rekap.kurang, rekap.predikat) == ((), (), ())
