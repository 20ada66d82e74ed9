"""The page of a unit explains each profile's own steps, from the formula to the predikat."""

import random

import pytest
from dunia_aturan import buat_orang, nilai
from hitungan_aturan import ATAS, Butir, Orang

from asn_nilai.acuan.hasil.hasil_unit import HasilUnit
from asn_nilai.acuan.hasil.nilai import BELUM_DINILAI
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.profil.ekspektasi import ekspektasi, predikat_ekspektasi
from asn_nilai.acuan.profil.muat_aturan import muat_aturan, profil_bawaan
from asn_nilai.hitung.penjelasan.penjelasan_asn import urai_unit
from asn_nilai.terbit.halaman.unit.asn import BarisAsn, baris_asn
from asn_nilai.terbit.halaman.unit.ringkasan import halaman_ringkasan

NIP = "198001012005011001"


def orang(*butir: Butir, perilaku="90", ide=False) -> Orang:
    return Orang(NIP, list(butir), [perilaku], ide)


def butir(target="100", realisasi="100", **isi) -> Butir:
    return Butir(
        "IK",
        **{"polaritas": "Maksimal", "aspek": "Kuantitas", "bobot": "100"} | isi,
        target=target,
        realisasi=realisasi,
    )


def baris_halaman(hasil: HasilUnit, aturan: Aturan) -> list[BarisAsn]:
    return baris_asn(hasil, urai_unit(hasil, aturan, "Kota Contoh"), aturan)


def halaman(hasil: HasilUnit, aturan: Aturan) -> str:
    return halaman_ringkasan(hasil, urai_unit(hasil, aturan, "Kota Contoh"), aturan, "Kota Contoh")


def langkah(kode: str, o: Orang) -> dict[str, str]:
    aturan = muat_aturan(kode)
    (baris,) = baris_halaman(nilai([o], aturan), aturan)
    return {ini.judul: ini.isi for ini in baris.penjelasan.langkah}


@pytest.mark.parametrize("kode", profil_bawaan())
def test_halaman_setiap_profil_terbit(kode):
    acak, aturan = random.Random(kode), muat_aturan(kode)
    hasil = nilai([buat_orang(acak, n, kode) for n in range(30)], aturan)
    teks = halaman(hasil, aturan)
    assert aturan.profil.keterangan in teks.replace("&gt;", ">")
    for label in aturan.tangga_utama.label:
        assert label in teks
    assert ("belum diperiksa pada sumbernya" in teks) == (
        kode in {"pp-30-2019", "permenpanrb-8-2021", "perka-bkn-1-2013"}
    )
    assert ("Nilai perilaku" in teks) == aturan.perilaku_angka


def test_langkah_pp_30_sampai_predikat():
    isi = langkah("pp-30-2019", orang(butir(realisasi="110"), perilaku="115"))
    assert (
        isi["Nilai perilaku"] == "115,00, ditulis pimpinan untuk Maret 2026 (perilaku/A.xlsx › Perilaku › K9)"
    )
    assert isi["Nilai akhir"] == "0,7 × 110,00 + 0,3 × 115,00, dibulatkan 2 desimal = 111,50"
    assert isi["Predikat"] == (
        "Nilai akhir 111,50 cukup untuk Sangat Baik (110 ≤ x), tetapi syaratnya, dan ada ide baru yang bermanfaat, "
        "tidak terpenuhi; dinilai menurut pita di bawahnya: Baik"
    )
    dengan_ide = langkah("pp-30-2019", orang(butir(realisasi="110"), perilaku="115", ide=True))
    assert (
        dengan_ide["Predikat"]
        == "Nilai akhir 111,50 masuk rentang 110 ≤ x, dan ada ide baru yang bermanfaat: Sangat Baik"
    )


def test_langkah_kemenkeu_menyebut_angka_dan_rating_perilaku():
    isi = langkah("kemenkeu-127-2026", orang(butir(), perilaku=ATAS))
    assert isi["Nilai perilaku"] == (
        f"{ATAS}, dihitung sebagai 110,00, ditulis pimpinan untuk Maret 2026 (perilaku/A.xlsx › Perilaku › K9)"
    )
    assert isi["Rating perilaku"] == f"110,00 masuk rentang 100 < x: {ATAS}"
    assert isi["Predikat"] == f"Baris hasil kerja Sesuai Ekspektasi, kolom perilaku {ATAS}: Baik"


def test_hitungan_permenpanrb_8_menyebut_konversi():
    aturan = muat_aturan("permenpanrb-8-2021")
    puncak = Butir("IK-2", "Maksimal", "Kuantitas", "100", "100", "100", batas_atas="100")
    orang_ini = orang(butir(realisasi="84.6"), puncak)
    (kerja,) = baris_halaman(nilai([orang_ini], aturan), aturan)[0].kerja
    assert kerja.baris[0][3] == (
        "84,6 ÷ 100 × 100 = 84,6; dibulatkan 0 desimal; capaian 85 masuk ruas Cukup: "
        "70 + (85 − 80) × (89 − 70) ÷ (99 − 80) = 75"
    )
    assert kerja.baris[1][3].endswith("capaian 100 dari target yang tidak dapat dilampaui = 120")
    assert (kerja.baris[0][4], kerja.baris[0][5]) == ("84,6", "75")


def test_batang_berdiri_di_angka_yang_dilihat_pita():
    """110 of 120 is 91.7 percent of the bar; where the final score decides, the bar shows that one."""
    orang_ini = orang(butir(realisasi="110"), perilaku="70")
    for kode, letak in (
        ("permenpanrb-8-2021", "87.5"),
        ("pp-30-2019", "81.7"),
        ("kemenkeu-127-2026", "91.7"),
    ):
        aturan = muat_aturan(kode)
        (baris,) = baris_halaman(nilai([orang_ini], aturan), aturan)
        assert (kode, baris.letak) == (kode, letak)
        apa = "NHK" if aturan.rating_hasil else "nilai akhir"
        assert f"Panjang batang {apa}: 0 sampai 120" in halaman(nilai([orang_ini], aturan), aturan)


def test_aspek_disebut_bila_rumus_dipilih_menurut_aspek():
    orang_ini = orang(butir(aspek="Waktu"))
    for kode, kata in (("perka-bkn-1-2013", "Aspek Waktu"), ("pp-30-2019", "Maksimal")):
        aturan = muat_aturan(kode)
        (baris,) = baris_halaman(nilai([orang_ini], aturan), aturan)
        assert f" · {kata} · " in str(baris.kerja[0].baris[0][0])


def test_tanpa_perilaku_nilai_akhir_dan_predikat_belum_ada():
    aturan = muat_aturan("pp-30-2019")
    hasil = nilai([orang(butir(), perilaku="Entah")], aturan)
    (baris,) = baris_halaman(hasil, aturan)
    assert (baris.nilai_akhir, baris.rating_perilaku, baris.asn.status) == ("", "", BELUM_DINILAI)
    perilaku, menunggu = baris.penjelasan.langkah[-2:]
    assert perilaku.isi == "belum ada, sehingga predikat belum dapat ditentukan"
    assert menunggu.isi.startswith("Menunggu nilai perilaku: ")


def test_harapan_menurut_pita_predikat():
    aturan = muat_aturan("pp-30-2019")
    assert (ekspektasi(aturan).label, predikat_ekspektasi(aturan)) == ("Baik", "Baik")


def test_aspek_tanpa_rumus_tidak_dihitung():
    aturan = muat_aturan("perka-bkn-1-2013")
    hasil = nilai([orang(butir(aspek="Mutu"))], aturan)
    assert [asn.status for asn in hasil.nilai] == [BELUM_DINILAI]
    assert baris_halaman(hasil, aturan)[0].kerja[0].baris[0][3] == "belum dapat dihitung"
