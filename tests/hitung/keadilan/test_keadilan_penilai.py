"""Assessors and behaviour: who rates all alike, who rates far from others, in steps and in points, accusing nobody."""

from fractions import Fraction
from math import isnan

import pytest
from balai import ATAS, ATURAN, BAWAH, SESUAI, Balai

from asn_nilai.acuan.pengaturan import PengaturanRekap
from asn_nilai.acuan.profil.muat_aturan import muat_aturan
from asn_nilai.hitung.keadilan.perilaku_penilai import _jarak, _persen

PP30 = muat_aturan("pp-30-2019")
KEPALA = [f"19700101200001100{n}" for n in range(1, 8)]


def penilai(balai, **isi):
    return {orang.nip: orang for orang in balai.keadilan(**isi).penilai}


def test_sebaran_dan_jarak_dihitung_dalam_tingkat():
    balai = Balai()
    kepala = balai.asn(100.0, nama="Rina Contoh")
    balai.banyak(3, 101.0, nip_atasan=kepala, perilaku=BAWAH, rating=ATAS)
    balai.banyak(6, 95.0, nip_atasan=kepala, perilaku=SESUAI, rating=SESUAI)
    balai.banyak(1, 80.0, nip_atasan=kepala, perilaku=ATAS, rating=BAWAH)
    (dapat,) = balai.keadilan().penilai
    assert (dapat.nip, dapat.nama, dapat.kode_unit, dapat.jumlah) == (kepala, "Rina Contoh", "A", 10)
    assert list(dapat.sebaran.items()) == [(ATAS, 1), (SESUAI, 6), (BAWAH, 3)]
    assert dapat.jarak == pytest.approx((3 * -2 + 1 * 2) / 10)
    assert (dapat.seragam, dapat.jauh, dapat.keterangan) == (False, False, "")
    assert (balai.keadilan().jarak_tengah, balai.keadilan().satuan_jarak) == (dapat.jarak, "tingkat")


@pytest.mark.parametrize(
    ("jarak", "satuan", "kata"),
    [
        ("0.5", "tingkat", "0,50 tingkat di atas"), ("-0.5", "tingkat", "0,50 tingkat di bawah"), ("1.25", "poin", "1,25 poin di atas"),
        ("0.005", "poin", "0,01 poin di atas"), ("-0.005", "poin", "0,01 poin di bawah"), ("0.0049", "poin", "sama dengan"),
        ("-0.0049", "tingkat", "setingkat dengan"), ("0", "tingkat", "setingkat dengan"),
    ],
)  # fmt: skip
def test_jarak_kecil_pun_disebut_arahnya_sampai_tidak_tercetak_lagi(jarak, satuan, kata):
    assert _jarak(Fraction(jarak), satuan) == kata


def test_penilai_dengan_dua_asn_hanya_dihitung_dan_dengan_tiga_ditampilkan():
    balai = Balai()
    balai.banyak(2, nip_atasan=KEPALA[0])
    assert (balai.keadilan().penilai, balai.keadilan().penilai_tersembunyi) == ((), 1)
    balai.banyak(3, nip_atasan=KEPALA[1])
    assert (list(penilai(balai)), balai.keadilan().penilai_tersembunyi) == ([KEPALA[1]], 1)
    assert penilai(balai)[KEPALA[1]].kode_unit == ""
    kelompok_besar = PengaturanRekap(kelompok_terkecil=99, ulangan=100)
    assert list(penilai(balai, pengaturan=kelompok_besar)) == [KEPALA[1]]


def test_penilai_menurut_namanya_huruf_besar_atau_kecil():
    balai = Balai()
    for nama in ("Zul", "ani", "Budi"):
        balai.banyak(3, nip_atasan=balai.asn(95.0, nama=nama))
    assert [ini.nama for ini in balai.keadilan().penilai] == ["ani", "Budi", "Zul"]


def beragam(balai, banyak=10):
    """Add an assessor of whose ASN half are rated above and half below."""
    balai.banyak(banyak // 2, nip_atasan=KEPALA[6], perilaku=ATAS, rating=ATAS)
    balai.banyak(banyak - banyak // 2, nip_atasan=KEPALA[6], perilaku=BAWAH, rating=BAWAH)


def test_semua_dinilai_sama_padahal_rating_hasil_berbeda():
    balai = Balai()
    balai.banyak(9, 95.0, nip_atasan=KEPALA[0])
    balai.banyak(1, 80.0, nip_atasan=KEPALA[0], rating=BAWAH)
    beragam(balai)
    kepala = penilai(balai)[KEPALA[0]]
    assert (kepala.seragam, kepala.janggal, penilai(balai)[KEPALA[6]].seragam) == (True, True, False)
    assert kepala.keterangan == (
        "Semua ASN-nya (10 orang) mendapat rating perilaku yang sama (Sesuai Ekspektasi), sedangkan rating hasil kerja mereka "
        "berbeda-beda. Andaikan semua rating dibagi ulang secara acak, itu terjadi pada kurang dari 0,1 persen. Hal ini dapat beralasan; "
        "tanyakan lebih dahulu."
    )


@pytest.mark.parametrize(
    ("lain", "peluang"), [(3, 1 / 20), (2, 1 / 10)], ids=["dua dari dua puluh pilihan", "satu dari sepuluh"]
)
def test_semua_sama_patut_ditanyakan_bila_kebetulan_jarang_membuatnya(lain, peluang):
    """Three alike of six drawn from: 1 of C(6, 3) = 20 choices. Three alike of five: 1 of C(5, 3) = 10."""
    balai = Balai()
    balai.banyak(3, 95.0, nip_atasan=KEPALA[0])
    balai.banyak(1, 100.0, nip_atasan=KEPALA[1], perilaku=ATAS, rating=ATAS)
    balai.banyak(lain - 1, 80.0, nip_atasan=KEPALA[2], perilaku=BAWAH, rating=BAWAH)
    kepala = penilai(balai)[KEPALA[0]]
    assert kepala.peluang == pytest.approx(peluang)
    assert kepala.seragam
    assert kepala.janggal is (peluang <= 0.05)
    kata = "sedangkan nilai hasil kerja mereka berbeda, dari 95,00 sampai 95,02. Andaikan semua rating dibagi ulang secara acak, itu terjadi pada 5 persen."
    assert (kata in kepala.keterangan) is kepala.janggal
    assert bool(kepala.keterangan) is kepala.janggal


def test_rating_yang_lain_dari_aspeknya_dihitung_pada_penilainya():
    balai = Balai()
    balai.banyak(4, nip_atasan=KEPALA[0])
    lain = balai.asn(95.0, nip_atasan=KEPALA[0], perilaku=ATAS)
    dapat = balai.keadilan(menyimpang={lain, "999"})
    assert dapat.penilai[0].menyimpang == 1
    assert dapat.penilai[0].keterangan == (
        "1 rating berbeda tingkat dari tujuh aspeknya sendiri, tanpa catatan mengapa. Hal ini dapat beralasan; tanyakan lebih dahulu."
    )


@pytest.mark.parametrize(("banyak", "jauh"), [(6, True), (5, False)])
def test_jauh_pada_sedikit_orang_harus_lebih_dari_yang_dibuat_kebetulan(banyak, jauh):
    """All of the assessor's ASN two steps above their results, half of the twelve others too: one step apart.

    With six S² is 16/17, and 1 ÷ √(16/17 × (1/6 + 1/12)) = 2.06; with five it is 1.91, less than 1.96.
    """
    balai = Balai()
    for nomor in range(12):
        perilaku = ATAS if nomor // 2 % 2 else BAWAH
        balai.asn(95.0 + nomor, nip_atasan=KEPALA[1 + nomor % 2], perilaku=perilaku, rating=BAWAH)
    for nomor in range(banyak):
        balai.asn(95.0 + nomor, nip_atasan=KEPALA[0], perilaku=ATAS, rating=BAWAH)
    assert penilai(balai)[KEPALA[0]].jauh is jauh


def test_sama_bagi_semua_tidak_dipersoalkan_bila_hasilnya_pun_sama():
    balai = Balai()
    for _ in range(10):
        balai.asn(95.0, nip_atasan=KEPALA[0])
    assert not penilai(balai)[KEPALA[0]].seragam


@pytest.mark.parametrize(("turun", "jauh"), [(9, False), (10, True)])
def test_satu_tingkat_dari_titik_tengah_adalah_jauh(turun, jauh):
    """Nine of ten one rating below is 0.9 step, all ten a whole one."""
    balai = Balai()
    for nip in KEPALA[:2]:
        balai.banyak(10, nip_atasan=nip)
    balai.banyak(turun, 101.0, nip_atasan=KEPALA[2], rating=ATAS)
    balai.banyak(10 - turun, nip_atasan=KEPALA[2])
    kepala = penilai(balai)[KEPALA[2]]
    assert kepala.jauh is jauh
    kalimat = (
        "Perilaku dinilai rata-rata 1,00 tingkat di bawah hasil kerja ASN yang sama; titik tengah semua penilai: setingkat "
        "dengan hasil kerja."
    )
    assert (kalimat in kepala.keterangan) is jauh
    assert not any(penilai(balai)[nip].jauh for nip in KEPALA[:2])


def test_jarak_diukur_dari_titik_tengah_bukan_dari_nol():
    """Assessors one, one and nearly two steps up: the last is not a whole step from the others."""
    balai = Balai()
    for nip in KEPALA[:2]:
        balai.banyak(10, nip_atasan=nip, perilaku=ATAS, rating=SESUAI)
    balai.banyak(9, nip_atasan=KEPALA[2], perilaku=ATAS, rating=BAWAH)
    balai.banyak(1, nip_atasan=KEPALA[2], perilaku=ATAS, rating=SESUAI)
    kepala = penilai(balai)[KEPALA[2]]
    assert (kepala.jarak, balai.keadilan().jarak_tengah, kepala.jauh) == (1.9, 1.0, False)


def test_jarak_tepat_di_tengah_tertulis_seperti_selnya():
    """Eighteen steps over sixteen ASN are 1.125: a cell shows 1.13, and so does the sentence."""
    balai = Balai()
    for nip in KEPALA[:2]:
        balai.banyak(10, nip_atasan=nip)
    balai.banyak(14, 101.0, nip_atasan=KEPALA[2], rating=ATAS)
    balai.banyak(2, 101.0, nip_atasan=KEPALA[2], perilaku=BAWAH, rating=ATAS)
    kepala = penilai(balai)[KEPALA[2]]
    assert kepala.jarak == -1.125
    assert "rata-rata 1,13 tingkat di bawah" in kepala.keterangan


def test_titik_tengah_dari_penilai_berjumlah_genap():
    balai = Balai()
    balai.banyak(10, nip_atasan=KEPALA[0])
    balai.banyak(10, nip_atasan=KEPALA[1], rating=BAWAH)
    assert balai.keadilan().jarak_tengah == 0.5


def test_yang_tanpa_rating_atau_tanpa_penilai_tidak_ikut():
    balai = Balai()
    balai.banyak(10, nip_atasan=KEPALA[0])
    balai.banyak(5, nip_atasan=KEPALA[0], perilaku="")
    balai.banyak(5, nip_atasan=KEPALA[0], rating="")
    balai.banyak(5, nip_atasan="")
    assert penilai(balai)[KEPALA[0]].jumlah == 10


@pytest.mark.parametrize(("angka", "jauh"), [("105", True), ("104.99", False)])
def test_aturan_dengan_angka_perilaku_dibandingkan_dalam_poin(angka, jauh):
    balai = Balai()
    for nip in KEPALA[:2]:
        for n in range(10):
            balai.asn(90.0 + n, nip_atasan=nip, perilaku=f"{90 + n}", rating="")
    for _ in range(9):
        balai.asn(95.0, nip_atasan=KEPALA[2], perilaku=angka, rating="")
    balai.asn(94.0, nip_atasan=KEPALA[2], perilaku="104" if jauh else "103.99", rating="")
    dapat = balai.keadilan(aturan=PP30)
    kepala = next(p for p in dapat.penilai if p.nip == KEPALA[2])
    assert (dapat.satuan_jarak, dapat.jarak_tengah) == ("poin", 0.0)
    assert (kepala.jauh, kepala.seragam) == (jauh, False)
    assert list(kepala.sebaran.items()) == [("105", 9), ("104", 1)]
    if jauh:
        assert kepala.keterangan == (
            "Perilaku dinilai rata-rata 10,00 poin di atas hasil kerja ASN yang sama; titik tengah semua penilai: sama dengan "
            "hasil kerja. Hal ini dapat beralasan; tanyakan lebih dahulu."
        )


def test_angka_perilaku_yang_sama_bagi_semua():
    balai = Balai()
    balai.banyak(10, 93.0, nip_atasan=KEPALA[0], perilaku="95.5", rating="")
    balai.banyak(1, 93.0, nip_atasan=KEPALA[0], perilaku="", rating="")
    balai.banyak(5, 93.0, nip_atasan=KEPALA[1], perilaku="80", rating="")
    balai.banyak(5, 93.0, nip_atasan=KEPALA[1], perilaku="81", rating="")
    kepala = penilai(balai, aturan=PP30)[KEPALA[0]]
    assert (kepala.jumlah, dict(kepala.sebaran)) == (10, {"96": 10})
    assert kepala.keterangan == (
        "Semua ASN-nya (10 orang) mendapat nilai perilaku yang sama (95,5), sedangkan nilai hasil kerja mereka berbeda, dari 93,00 sampai "
        "93,09. Andaikan semua rating dibagi ulang secara acak, itu terjadi pada kurang dari 0,1 persen. Hal ini dapat beralasan; tanyakan "
        "lebih dahulu."
    )


@pytest.mark.parametrize(("lain", "jauh"), [(0, True), (25, False)], ids=["sama dengan hasilnya", "tersebar"])
def test_poin_yang_jauh_harus_lebih_jauh_daripada_sebaran_penilai_lain(lain, jauh):
    """Three ASN 10.25 points above their results; all others together nowhere, or by turns 25.5 above and below theirs.

    What counts is how far behaviour lies from the result of the same ASN: behaviour alone, or added to it, is as scattered in
    both cases.
    """
    balai = Balai()
    for nomor in range(20):
        hasil, arah = 60.0 + 3 * nomor, (nomor % 2 * 2 - 1) * (lain and lain + 0.5)
        balai.asn(hasil, nip_atasan=KEPALA[nomor // 10], perilaku=f"{hasil + arah}", rating="")
    for nomor in range(3):
        balai.asn(80.0 + nomor, nip_atasan=KEPALA[2], perilaku=f"{90.25 + nomor}", rating="")
    kepala = penilai(balai, aturan=PP30)[KEPALA[2]]
    assert (kepala.jarak, kepala.jauh) == (10.25, jauh)


def test_aturan_yang_menyatakan_angka_sebagai_rating_dibandingkan_dalam_tingkat():
    """KMK 127/2026 asks for numbers and rates them: nilai.csv holds the rating."""
    balai = Balai()
    balai.banyak(10, nip_atasan=KEPALA[0])
    dapat = balai.keadilan(aturan=muat_aturan("kemenkeu-127-2026"))
    assert (dapat.satuan_jarak, dapat.penilai[0].jarak) == ("tingkat", 0.0)


def test_ukuran_yang_tidak_sama_tidak_dibandingkan():
    """A rule that rates behaviour by other steps than results: nothing is invented, and the page says so."""
    dua = ATURAN.rating_hasil.model_copy(update={"pita": ATURAN.rating_hasil.pita[:2]})
    aturan = ATURAN.model_copy(update={"rating_hasil": dua})
    balai = Balai()
    balai.banyak(10, nip_atasan=KEPALA[0])
    dapat = balai.keadilan(aturan=aturan)
    assert (dapat.penilai, dapat.satuan_jarak, isnan(dapat.jarak_tengah)) == ((), "", True)
    assert dapat.catatan[-1] == (
        "Menurut PermenPANRB 6/2022, perilaku dan hasil kerja tidak dinyatakan dengan ukuran yang sama, jadi penilaian perilaku "
        "tidak dibandingkan."
    )
    assert balai.keadilan().catatan[-1] == (
        "Penilai yang menilai semua orang sama, jauh dari penilai lain, atau lain dari aspeknya, belum tentu keliru: ASN-nya "
        "mungkin memang begitu, dan alasannya tidak terlihat di angka."
    )


@pytest.mark.parametrize(
    ("peluang", "kata"),
    [("1234/100000", "1,2"), ("1/2", "50"), ("1/2000", "0,1"), ("1/2001", "kurang dari 0,1"), ("0", "kurang dari 0,1")],
)  # fmt: skip
def test_peluang_ditulis_dengan_satu_desimal(peluang, kata):
    assert _persen(Fraction(peluang)).replace(",0", "") == kata
