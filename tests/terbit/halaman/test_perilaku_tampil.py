"""Behaviour as it was written, on the unit's page and on the card: every text harmless, every cell with its place."""

import json
import re
from dataclasses import replace
from math import nan

import pytest
from hasil_buatan import INSTANSI, aturan_bawaan, baris_halaman, halaman_unit, hasil_unit
from nilai_buatan import perilaku_bulan, ubah_asn

from asn_nilai.acuan.hasil.kata_penjelasan import kata_aspek, sel_aspek, tempat_aspek
from asn_nilai.acuan.hasil.nilai import BELUM_DINILAI
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.periode import Bulan, Periode
from asn_nilai.acuan.profil.muat_aturan import muat_aturan
from asn_nilai.acuan.riwayat.versi import VersiTerkunci
from asn_nilai.acuan.setoran.perilaku import Perilaku
from asn_nilai.acuan.setoran.perilaku_bulan import IsiPerilaku, SimpulanPerilaku
from asn_nilai.hitung.penjelasan.penjelasan_asn import susun_penjelasan
from asn_nilai.hitung.penjelasan.perilaku_tertulis import urai_perilaku
from asn_nilai.terbit.halaman.unit.kartu import halaman_kartu
from asn_nilai.terbit.halaman.unit.perilaku import perilaku_kartu

ATAS, SESUAI, BAWAH = "Di Atas Ekspektasi", "Sesuai Ekspektasi", "Di Bawah Ekspektasi"
JAHAT = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    '=HYPERLINK("http://jahat","klik")',
    "{{ 7 * 7 }}{% raw %}",
    "a\x1fb\x1cc\x1dd\x1ee",
]


def bulan_ini(nomor=3, *, aspek=(SESUAI,) * 7, pimpinan="", catatan="", ide="", hasil=SESUAI, menurut=SESUAI):
    lembar = Letak(f"capaian/2026-{nomor:02}/A.xlsx", "Perilaku")
    baris = perilaku_bulan(
        Bulan(2026, nomor), aspek=aspek, pimpinan=pimpinan, letak=replace(lembar, sel="K9"), ide=ide,
        hasil=SimpulanPerilaku(hasil, nan, hasil), menurut_aspek=SimpulanPerilaku(menurut, nan, menurut),
    )  # fmt: skip
    sel = tuple(
        replace(isi, letak=replace(lembar, sel=f"{kolom}9"))
        for isi, kolom in zip(baris.aspek, "DEFGHIJ", strict=True)
    )
    return replace(baris, aspek=sel, catatan=IsiPerilaku(catatan, replace(lembar, sel="M9")))


def satu_asn(*bulan, rating=SESUAI, ide_baru=False):
    hasil = hasil_unit(1, belum=(), tanpa_perilaku=())
    perilaku = Perilaku(rating, bulan=tuple(bulan), ide_baru=ide_baru)
    return ubah_asn(hasil, hasil.nilai[0].nip, perilaku=perilaku)


def kartu(hasil, periode="2026-03"):
    aturan = aturan_bawaan()
    penjelasan = susun_penjelasan(hasil, hasil.nilai[0], aturan, INSTANSI)
    return halaman_kartu(penjelasan, aturan, Periode.dari_teks(periode))


def tabel(teks, kelas="perilaku"):
    """Return the cells of the behaviour table as they stand in the source, row by row."""
    (isi,) = re.findall(rf'<table class="{kelas}">.*?<tbody>(.*?)</tbody>', teks, re.DOTALL)
    return [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", baris, re.DOTALL) for baris in isi.strip().split("\n")]


def test_aspek_kata_pimpinan_dan_catatan_di_halaman_dan_kartu():
    hasil = satu_asn(
        bulan_ini(
            aspek=(SESUAI,) * 5 + (ATAS,) * 2,
            pimpinan=BAWAH,
            hasil=BAWAH,
            catatan="Mangkir dua hari",
            ide="Ya",
        ),
        rating=BAWAH,
    )
    sel = [
        "Maret 2026",
        (
            "Sesuai Ekspektasi: Berorientasi Pelayanan, Akuntabel, Kompeten, Harmonis, Loyal; Di Atas Ekspektasi: Adaptif, "
            "Kolaboratif<small>D9 sampai J9</small>"
        ),
        "Di Bawah Ekspektasi<small>K9</small>",
        "Di Bawah Ekspektasi<small>ketujuh aspek memberi Sesuai Ekspektasi; Ide Baru: Ya</small>",
        "Mangkir dua hari<small>M9</small>",
    ]
    halaman = halaman_unit(hasil, aturan_bawaan())
    assert tabel(halaman) == tabel(kartu(hasil)) == [sel]
    assert halaman.count("capaian/2026-03/A.xlsx › Perilaku</span>") == 1


@pytest.mark.parametrize("catatan", JAHAT)
def test_catatan_tidak_menjadi_apa_pun_selain_teks(catatan):
    aman = "".join(huruf for huruf in catatan if huruf >= " ")
    hasil = satu_asn(bulan_ini(pimpinan=catatan, catatan=catatan))
    for teks in (halaman_unit(hasil, aturan_bawaan()), kartu(hasil)):
        (baris,) = tabel(teks)
        assert len(baris) == 5
        assert [
            isi.replace("&lt;", "<").replace("&gt;", ">").replace("&#34;", '"') for isi in baris[2::2]
        ] == [
            f"{aman}<small>K9</small>",
            f"{aman}<small>M9</small>",
        ]
        assert "<script>alert" not in teks
        assert "<img" not in teks


def test_tanpa_lembar_perilaku_tidak_ada_tabelnya():
    hasil = satu_asn(rating="")
    hasil = ubah_asn(hasil, hasil.nilai[0].nip, predikat=BELUM_DINILAI, status=BELUM_DINILAI)
    assert 'class="perilaku"' not in halaman_unit(hasil, aturan_bawaan()) + kartu(hasil)


def test_kartu_panjang_menulis_bulan_sebagai_kolom_halaman_menulis_setiap_selnya():
    beda = bulan_ini(4, aspek=(ATAS,) * 6 + ("",), pimpinan=BAWAH, hasil=BAWAH, catatan="x" * 241)
    hasil = satu_asn(bulan_ini(1), bulan_ini(2, ide="Ya"), bulan_ini(3), beda)
    halaman = halaman_unit(hasil, aturan_bawaan())
    assert [baris[0] for baris in tabel(halaman)] == [
        f"{bulan} 2026" for bulan in ("Januari", "Februari", "Maret", "April")
    ]
    assert f"{'x' * 241}<small>M9</small>" in halaman
    teks = kartu(hasil, "2026-S1")
    di_kartu = tabel(teks, "melintang")
    assert di_kartu[0] == ["Berorientasi Pelayanan", "SE", "SE", "SE", "DAE"]
    assert di_kartu[6:] == [
        ["Kolaboratif", "SE", "SE", "SE", "–"],
        ["Kata pimpinan", "–", "–", "–", "DBE"],
        ["Rating bulan itu", "SE", "SE", "SE", "DBE"],
    ]
    assert "Singkatan: DBE Di Bawah Ekspektasi; SE Sesuai Ekspektasi; DAE Di Atas Ekspektasi." in teks
    assert f"Feb (Ide Baru): tanpa Catatan; Apr: {'x' * 240} … (selengkapnya di M9)." in teks


@pytest.mark.parametrize("catatan", JAHAT)
def test_catatan_di_bawah_tabel_kartu_panjang_pun_hanya_teks(catatan):
    teks = kartu(satu_asn(*(bulan_ini(n, pimpinan=catatan, catatan=catatan) for n in range(1, 5))), "2026-S1")
    assert all(len(baris) == 5 for baris in tabel(teks, "melintang"))
    assert "<script>alert" not in teks
    assert "<img" not in teks


def test_kartu_sampai_tiga_bulan_memotong_catatan_yang_panjang():
    teks = kartu(satu_asn(bulan_ini(catatan="x" * 241)))
    assert f"{'x' * 240} … (selengkapnya di M9)<small>M9</small>" in teks


@pytest.mark.parametrize(("aturan", "tulisan"), [("pp-30-2019", "95,50"), ("kemenkeu-127-2026", "SE")])
def test_rating_berangka_di_kolom_sempit(aturan, tulisan):
    profil = muat_aturan(aturan)
    bulan = [replace(bulan_ini(n), hasil=SimpulanPerilaku("95.5", 95.5, SESUAI)) for n in range(1, 5)]
    dapat = perilaku_kartu(urai_perilaku(Perilaku("95.5", bulan=tuple(bulan)), profil), profil, 3)
    assert dapat.baris[-1] == ("Rating bulan itu", *(tulisan,) * 4)


def test_penjelasan_json_memuat_setiap_sel():
    hasil = satu_asn(bulan_ini(pimpinan=BAWAH, hasil=BAWAH, catatan="Alasan"), rating=BAWAH)
    isi = susun_penjelasan(hasil, hasil.nilai[0], aturan_bawaan(), INSTANSI).sebagai_dict()
    (baris,) = json.loads(json.dumps(isi))["perilaku"]
    assert baris["aspek"][6] == {
        "kolom": "Kolaboratif",
        "teks": SESUAI,
        "sel": "capaian/2026-03/A.xlsx › Perilaku › J9",
    }
    assert baris["pimpinan"]["teks"] == BAWAH
    assert baris["catatan"] == {
        "kolom": "Catatan",
        "teks": "Alasan",
        "sel": "capaian/2026-03/A.xlsx › Perilaku › M9",
    }
    assert (baris["bulan"], baris["rating"], baris["rating_aspek"], baris["bertentangan"], baris["ide_baru"]) == (
        "Maret 2026", BAWAH, SESUAI, True, False,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("aturan", "angka", "tulisan"),
    [("pp-30-2019", 95.5, "95,50"), ("kemenkeu-127-2026", 95.5, "95,50 (Sesuai Ekspektasi)")],
)
def test_angka_ditulis_seperti_dinilai(aturan, angka, tulisan):
    rating = "95.5" if aturan == "pp-30-2019" else SESUAI
    baris = replace(bulan_ini(), hasil=SimpulanPerilaku(rating, angka, SESUAI))
    (urai,) = urai_perilaku(Perilaku(rating, bulan=(baris,)), muat_aturan(aturan))
    assert urai.rating == tulisan


def test_kata_aspek_mengelompokkan_dan_menyebut_yang_kosong():
    (urai,) = urai_perilaku(
        Perilaku(bulan=(bulan_ini(aspek=("90", "", "90", "85", "", "90", "90")),)), aturan_bawaan()
    )
    assert kata_aspek(urai) == (
        "90: Berorientasi Pelayanan, Kompeten, Adaptif, Kolaboratif; kosong: Akuntabel, Loyal; 85: Harmonis"
    )
    assert (sel_aspek(urai), tempat_aspek(urai)) == (
        "D9 sampai J9",
        "capaian/2026-03/A.xlsx › Perilaku › D9 sampai J9",
    )
    tanpa = replace(urai, aspek=tuple(replace(sel, sel=Letak("a.xlsx", "Perilaku")) for sel in urai.aspek))
    assert (sel_aspek(tanpa), tempat_aspek(tanpa)) == ("", "a.xlsx › Perilaku")
    assert tempat_aspek(replace(urai, dari_bkn=True)) == ""


@pytest.mark.parametrize(
    ("catatan", "ekor"),
    [("Mangkir", "alasannya di Catatan (M9)"), ("-", "alasannya tidak tertulis di Catatan")],
)
def test_langkah_menyebut_apa_kata_aspek_dan_alasannya(catatan, ekor):
    hasil = satu_asn(bulan_ini(pimpinan=BAWAH, hasil=BAWAH, catatan=catatan), rating=BAWAH)
    langkah = {ini.judul: ini.isi for ini in baris_halaman(hasil, aturan_bawaan())[0].penjelasan.langkah}
    assert langkah["Rating perilaku"] == (
        "Di Bawah Ekspektasi, ditulis pimpinan untuk Maret 2026 (capaian/2026-03/A.xlsx › Perilaku › K9); ketujuh aspeknya "
        f"sendiri memberi Sesuai Ekspektasi; {ekor}"
    )


@pytest.mark.parametrize(
    ("isi", "dasar"),
    [
        ({"pimpinan": "95"}, ("Kebijakan instansi: penilaian pimpinan sendiri", "PP 30/2019 Pasal 41")),
        ({"pimpinan": SESUAI}, ("Kebijakan instansi: penilaian pimpinan sendiri", "batas bawah Cukup")),
        ({"aspek": ("95",) * 7}, ("rata-rata tujuh aspek", "PP 30/2019 Pasal 41")),
        ({"aspek": ("95",) * 6 + (SESUAI,)}, ("PP 30/2019 Pasal 41", "batas bawah Cukup")),
    ],
)
def test_dasar_sebuah_angka_adalah_yang_sebenarnya_dipakai(isi, dasar):
    aturan = muat_aturan("pp-30-2019")
    baris = replace(bulan_ini(**isi), hasil=SimpulanPerilaku("95", 95.0, SESUAI))
    baris = replace(baris, aspek=tuple(replace(sel, skor=95.0) for sel in baris.aspek))
    hasil = satu_asn(baris, rating="95")
    hasil = ubah_asn(hasil, hasil.nilai[0].nip, perilaku=Perilaku("95", angka=95.0, bulan=(baris,)))
    langkah = {ini.judul: ini for ini in baris_halaman(hasil, aturan)[0].penjelasan.langkah}
    assert all(kata in langkah["Nilai perilaku"].dasar for kata in dasar)
    assert ("batas bawah Cukup" in langkah["Nilai perilaku"].dasar) is (
        SESUAI in (isi.get("pimpinan"), *isi.get("aspek", ()))
    )


@pytest.mark.parametrize(("ada", "aturan"), [(True, "permenpanrb-6-2022"), (False, "permenpanrb-6-2022")])
def test_ide_baru_disebut_menurut_setiap_aturan(ada, aturan):
    hasil = satu_asn(bulan_ini(ide="Ya" if ada else ""), ide_baru=ada)
    assert muat_aturan(aturan).perlu_ide_baru is False
    assert ("<dt>Ide baru</dt>" in kartu(hasil)) is ada


def test_kartu_dua_desimal_dan_tempat_menulis_hari_terakhir_keberatan():
    hasil = satu_asn(bulan_ini())
    teks = kartu(hasil)
    (badan,) = re.findall(r'<table class="kerja">.*?<tbody>(.*?)</tbody>', teks, re.DOTALL)
    angka = [
        sel for baris in badan.strip().split("\n") for sel in re.findall(r"<td>([^<]*)</td>", baris)[-3::2]
    ]
    assert len(angka) >= 2
    assert all(re.fullmatch(r"\d+,\d\d", isi) for isi in angka), angka
    assert "paling lambat 14 hari sejak hasil ini diterima; putusannya bersifat final." in teks
    assert "hari terakhir keberatan (14 hari kemudian) adalah …" in teks


def test_kartu_terkunci_menyebut_hari_terakhirnya():
    aturan, hasil = aturan_bawaan(), satu_asn(bulan_ini())
    versi = VersiTerkunci("2026-03", "1", "K7QD-3MPX", "", "2026-04-03", "", "", "", aturan.profil.kode)
    penjelasan = susun_penjelasan(hasil, hasil.nilai[0], aturan, INSTANSI)
    teks = halaman_kartu(penjelasan, aturan, Periode.dari_teks("2026-03"), versi)
    assert "3 April 2026, hari terakhirnya 17 April 2026." in teks
    kemenkeu = muat_aturan("kemenkeu-127-2026")
    teks = halaman_kartu(penjelasan, kemenkeu, Periode.dari_teks("2026-03"))
    assert f"mengikuti ketentuan yang berlaku di {INSTANSI}." in teks
    assert "Kartu ini diterima" not in teks
