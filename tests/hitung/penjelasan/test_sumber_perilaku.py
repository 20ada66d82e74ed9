"""Where a month's behaviour comes from, word for word: the leader's cell, e-Kinerja, or seven aspects; with basis and certainty."""

from dataclasses import replace
from math import nan

import pytest
from nilai_buatan import dengan_antarbulan, perilaku_bulan

from asn_nilai.acuan.hasil.kata_penjelasan import kata_beda
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.periode import Bulan
from asn_nilai.acuan.profil.muat_aturan import muat_aturan
from asn_nilai.acuan.setoran.perilaku import PembacaPerilaku, Perilaku
from asn_nilai.acuan.setoran.perilaku_bulan import IsiPerilaku, PerilakuBulan, SimpulanPerilaku
from asn_nilai.hitung.penjelasan.perilaku_tertulis import urai_perilaku
from asn_nilai.hitung.penjelasan.sumber_perilaku import sumber_perilaku

RATING, KMK, PP = "permenpanrb-6-2022", "kemenkeu-127-2026", "pp-30-2019"
ATAS, SESUAI = "Di Atas Ekspektasi", "Sesuai Ekspektasi"
BERKAS, LEMBAR = "capaian/2026-03/A.xlsx", "Perilaku"
PIMPINAN_K9 = f"ditulis pimpinan untuk Maret 2026 ({BERKAS} › {LEMBAR} › K9)"
KATA_PIMPINAN = "Kebijakan instansi: penilaian pimpinan sendiri mendahului rata-rata aspek"
DARI_BKN = "Kebijakan instansi ([bkn] perilaku): tanpa lembar Perilaku, rating e-Kinerja BKN yang dipakai"
RATA_ASPEK = "Kebijakan instansi: rata-rata tujuh aspek BerAKHLAK"
SETARA = "Kebijakan instansi: batas bawah Cukup, Baik, dan Sangat Baik menurut PP 30/2019"
RENTANG_KMK = "Kebijakan instansi; rentang isian yang dipakai semua aturan berangka di program ini"
RENTANG_PP = "Batas atas 120: PP 30/2019 Pasal 41 ayat (5); selebihnya kebijakan instansi"


def simpulan(aturan: str, rating: str, angka: float) -> SimpulanPerilaku:
    return SimpulanPerilaku(rating, nan if aturan == RATING else angka, rating)


def baris(
    aturan: str, pimpinan: str = "", *, aspek: str = "", catatan: str = "", bkn: bool = False
) -> PerilakuBulan:
    """Return March's row, D9 to J9 the aspects, K9 the leader's word, M9 the note; the aspects mean `Di Atas Ekspektasi`."""
    hasil = simpulan(aturan, SESUAI, 90.0)
    skor = [2.0] * 6 + [3.0] if aturan == RATING else [90.0] * 6 + [91.0]
    ini = perilaku_bulan(
        pimpinan=pimpinan, letak=Letak(BERKAS, LEMBAR, "K9"), hasil=hasil,
        menurut_aspek=simpulan(aturan, ATAS, 110.0) if aspek and pimpinan else SimpulanPerilaku(),
    )  # fmt: skip
    sel = tuple(
        IsiPerilaku(aspek, Letak(BERKAS, LEMBAR, f"{kolom}9"), angka)
        for kolom, angka in zip("DEFGHIJ", skor, strict=True)
    )
    return replace(ini, aspek=sel, catatan=IsiPerilaku(catatan, Letak(BERKAS, LEMBAR, "M9")), dari_bkn=bkn)


def langkah(aturan: str, *semua: PerilakuBulan) -> list[tuple[str, str, str, str]]:
    profil = muat_aturan(aturan)
    perilaku = PembacaPerilaku(profil).antarbulan(list(semua))
    return [(ini.judul, ini.isi, ini.dasar, ini.status) for ini in sumber_perilaku(perilaku, profil)]


@pytest.mark.parametrize(
    ("aturan", "pimpinan", "isi", "dasar"),
    [
        (RATING, SESUAI, "Sesuai Ekspektasi", KATA_PIMPINAN),
        (KMK, SESUAI, "Sesuai Ekspektasi, dihitung sebagai 90,00", f"{KATA_PIMPINAN}; {SETARA}"),
        (KMK, "90", "90,00", f"{KATA_PIMPINAN}; {RENTANG_KMK}"),
        (PP, "90", "90,00", f"{KATA_PIMPINAN}; {RENTANG_PP}"),
    ],
)
def test_kata_pimpinan_dengan_selnya_dan_dasarnya(aturan, pimpinan, isi, dasar):
    judul = "Rating perilaku" if aturan == RATING else "Nilai perilaku"
    assert langkah(aturan, baris(aturan, pimpinan))[0] == (judul, f"{isi}, {PIMPINAN_K9}", dasar, "kebijakan")


@pytest.mark.parametrize(
    ("aturan", "isi", "dasar"),
    [(RATING, "", DARI_BKN), (PP, ", dihitung sebagai 90,00", f"{DARI_BKN}; {SETARA}")],
)
def test_rating_dari_ekspor_bkn_menyebut_asal_dan_kebijakannya(aturan, isi, dasar):
    (ini,) = langkah(aturan, baris(aturan, SESUAI, bkn=True))
    asal = f"dari ekspor e-Kinerja BKN untuk Maret 2026 ({BERKAS} › {LEMBAR} › K9)"
    assert ini[1:] == (f"Sesuai Ekspektasi{isi}, {asal}", dasar, "kebijakan")


@pytest.mark.parametrize(
    ("aturan", "aspek"),
    [(RATING, "Di Atas Ekspektasi"), (KMK, "110,00 (Di Atas Ekspektasi)"), (PP, "110,00")],
)
@pytest.mark.parametrize(
    ("catatan", "alasan"),
    [("", "tidak tertulis di Catatan"), ("-", "tidak tertulis di Catatan"), ("kerja lapangan", "di Catatan (M9)")],
)  # fmt: skip
def test_aspek_yang_lain_tingkat_disebut_dengan_ada_tidaknya_alasan(aturan, aspek, catatan, alasan):
    isi = langkah(aturan, baris(aturan, SESUAI, aspek=ATAS, catatan=catatan))[0][1]
    assert isi.endswith(f"{PIMPINAN_K9}; ketujuh aspeknya sendiri memberi {aspek}; alasannya {alasan}")
    sebagian = replace(baris(aturan, SESUAI, catatan=catatan), mustahil=True)
    isi = langkah(aturan, sebagian)[0][1]
    assert isi.endswith(f"{PIMPINAN_K9}; aspek yang terisi tidak dapat memberinya; alasannya {alasan}")
    (tertulis,) = urai_perilaku(Perilaku(SESUAI, bulan=(sebagian,)), muat_aturan(aturan))
    assert kata_beda(tertulis) == "aspek yang terisi tidak dapat memberinya"


@pytest.mark.parametrize(
    ("aturan", "aspek", "awal", "akhir", "dasar"),
    [
        (RATING, SESUAI, "Rata-rata skor 7 aspek Maret 2026: (2 + 2 + 2 + 2 + 2 + 2 + 3) ÷ 7 = 2,1429", ", masuk rentang 1,5 ≤ x < 2,5: Sesuai Ekspektasi", RATA_ASPEK),
        (KMK, SESUAI, "Rata-rata 7 aspek Maret 2026: (90 + 90 + 90 + 90 + 90 + 90 + 91) ÷ 7 = 90,1429", "; dibulatkan 2 desimal: 90,00", f"{RATA_ASPEK}; {RENTANG_KMK}; {SETARA}"),
        (PP, "90", "Rata-rata 7 aspek Maret 2026: (90 + 90 + 90 + 90 + 90 + 90 + 91) ÷ 7 = 90,1429", "; dibulatkan 2 desimal: 90,00", f"{RATA_ASPEK}; {RENTANG_PP}"),
    ],
)  # fmt: skip
def test_rata_rata_aspek_dengan_selnya_dan_dasarnya(aturan, aspek, awal, akhir, dasar):
    isi, *sumber = langkah(aturan, baris(aturan, aspek=aspek))[0][1:]
    assert isi == f"{awal}{akhir} ({BERKAS} › {LEMBAR} › D9 sampai J9)"
    assert sumber == [dasar, "kebijakan"]


@pytest.mark.parametrize(
    ("aturan", "cara", "isi"),
    [
        (RATING, "rata-rata", "Rata-rata 1 bulan: (2) ÷ 1 = 2, masuk rentang 1,5 ≤ x < 2,5: Sesuai Ekspektasi; tanpa rating: Februari 2026"),
        (RATING, "terakhir", "Bulan terakhir yang memilikinya, Maret 2026: Sesuai Ekspektasi; tanpa rating: Februari 2026"),
        (PP, "rata-rata", "Rata-rata 1 bulan: (90,00) ÷ 1 = 90; dibulatkan 2 desimal: 90,00; tanpa nilai perilaku: Februari 2026"),
    ],
)  # fmt: skip
def test_bulan_tanpa_rating_disebut_juga_di_samping_satu_bulan_yang_berating(aturan, cara, isi):
    profil = dengan_antarbulan(muat_aturan(aturan), cara)
    perilaku = PembacaPerilaku(profil).antarbulan([baris(aturan, SESUAI)])
    februari, maret = Bulan(2026, 2), Bulan(2026, 3)
    lengkap = sumber_perilaku(perilaku, profil, (maret,))
    kurang = sumber_perilaku(perilaku, profil, (februari, maret))
    assert [ini.judul.endswith("seluruh periode") for ini in lengkap] == [False]
    assert [ini.isi for ini in kurang if ini.judul.endswith("seluruh periode")] == [isi]


def test_beberapa_bulan_masing_masing_dengan_namanya_dan_rata_ratanya_empat_desimal():
    bulan = [
        replace(baris(RATING, SESUAI), bulan=Bulan(2026, nomor), hasil=SimpulanPerilaku(rating, nan, rating))
        for nomor, rating in ((1, SESUAI), (2, SESUAI), (3, ATAS))
    ]
    assert [(judul, isi) for judul, isi, *_ in langkah(RATING, *bulan)][-1] == (
        "Rating perilaku seluruh periode",
        "Rata-rata 3 bulan: (2 + 2 + 3) ÷ 3 = 2,3333, masuk rentang 1,5 ≤ x < 2,5: Sesuai Ekspektasi",
    )
    assert [judul for judul, *_ in langkah(RATING, *bulan[1:])] == [
        "Rating perilaku Februari 2026", "Rating perilaku Maret 2026", "Rating perilaku seluruh periode",
    ]  # fmt: skip


def test_angka_perilaku_masuk_rentang_ratingnya_hanya_di_aturan_yang_memberinya_rating():
    assert langkah(KMK, baris(KMK, "90"))[1:] == [
        ("Rating perilaku", "90,00 masuk rentang 90 ≤ x ≤ 100: Sesuai Ekspektasi", "KMK 127/2026", "sekunder")
    ]
    assert langkah(PP, baris(PP, "90"))[1:] == []


@pytest.mark.parametrize(
    ("aturan", "judul", "dasar"),
    [
        (RATING, "Rating perilaku", RATA_ASPEK), (KMK, "Nilai perilaku", f"{RENTANG_KMK}; {RATA_ASPEK}; {SETARA}"),
        (PP, "Nilai perilaku", f"{RENTANG_PP}; {RATA_ASPEK}; {SETARA}"),
    ],
)  # fmt: skip
def test_tanpa_perilaku_disebut_ketentuan_yang_menunggunya(aturan, judul, dasar):
    (ini,) = sumber_perilaku(Perilaku(), muat_aturan(aturan))
    assert (ini.judul, ini.isi) == (judul, "belum ada, sehingga predikat belum dapat ditentukan")
    assert (ini.dasar, ini.status) == (dasar, "kebijakan")


def test_bulan_terakhir_menyebut_yang_tanpa_nilai_dan_dasarnya():
    profil = dengan_antarbulan(muat_aturan(PP), "terakhir")
    bulan = [Bulan(2026, nomor) for nomor in (1, 2, 3)]
    semua = [replace(baris(PP, "90"), bulan=saat) for saat in bulan[:2]]
    perilaku = PembacaPerilaku(profil).antarbulan(semua)
    (_, seluruh) = sumber_perilaku(perilaku, profil, reversed(bulan))
    assert (seluruh.judul, seluruh.isi, seluruh.dasar, seluruh.status) == (
        "Nilai perilaku seluruh periode",
        "Bulan terakhir yang memilikinya, Februari 2026: 90,00; tanpa nilai perilaku: Maret 2026",
        profil.perilaku.antarbulan.dasar,
        "kebijakan",
    )


@pytest.mark.parametrize(
    ("bkn", "kolom"), [(True, "Rating Perilaku Kerja di e-Kinerja BKN"), (False, "Rating Perilaku")]
)
def test_baris_yang_tertulis_menyebut_kolom_asalnya(bkn, kolom):
    ini = baris(KMK, SESUAI, aspek=ATAS, catatan="kerja lapangan", bkn=bkn)
    (tertulis,) = urai_perilaku(Perilaku(SESUAI, bulan=(ini,)), muat_aturan(KMK))
    assert (tertulis.pimpinan.kolom, tertulis.pimpinan.teks, tertulis.pimpinan.sel.sel) == (
        kolom,
        SESUAI,
        "K9",
    )
    assert (tertulis.rating, tertulis.tingkat, tertulis.rating_aspek) == (
        "90,00 (Sesuai Ekspektasi)",
        SESUAI,
        "110,00 (Di Atas Ekspektasi)",
    )
    assert (tertulis.bertentangan, tertulis.dari_bkn, tertulis.ide_baru) == (True, bkn, False)
    assert (tertulis.catatan.kolom, tertulis.catatan.teks, tertulis.catatan.sel.sel) == (
        "Catatan",
        "kerja lapangan",
        "M9",
    )
    assert [(sel.kolom, sel.sel.sel) for sel in tertulis.aspek] == [
        ("Berorientasi Pelayanan", "D9"), ("Akuntabel", "E9"), ("Kompeten", "F9"), ("Harmonis", "G9"), ("Loyal", "H9"), ("Adaptif", "I9"), ("Kolaboratif", "J9"),
    ]  # fmt: skip
