"""The page of a unit explains each profile's own steps, from the formula to the predikat."""

import random

import pytest
from dunia_aturan import buat_orang, nilai
from hitungan_aturan import ATAS, Butir, Orang

from asn_nilai.acuan.nilai import BELUM_DINILAI
from asn_nilai.acuan.profil.aturan import muat_aturan, profil_bawaan
from asn_nilai.acuan.profil.ekspektasi import ekspektasi, predikat_ekspektasi
from asn_nilai.terbit.halaman.asn import baris_asn
from asn_nilai.terbit.halaman.ringkasan import halaman_ringkasan

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


def langkah(kode: str, satu: Orang) -> dict[str, str]:
    aturan = muat_aturan(kode)
    return {x.judul: x.isi for x in baris_asn(nilai([satu], aturan), aturan)[0].langkah}


@pytest.mark.parametrize("kode", profil_bawaan())
def test_halaman_setiap_profil_terbit(kode):
    acak, aturan = random.Random(kode), muat_aturan(kode)
    hasil = nilai([buat_orang(acak, n, kode) for n in range(30)], aturan)
    teks = halaman_ringkasan(hasil, aturan, "Kota Contoh")
    assert aturan.profil.keterangan in teks.replace("&gt;", ">")
    for label in aturan.tangga_utama.label:
        assert label in teks
    assert ("belum diperiksa pada sumbernya" in teks) == (
        kode in {"pp-30-2019", "permenpanrb-8-2021", "perka-bkn-1-2013"}
    )
    assert ("Nilai perilaku" in teks) == aturan.perilaku_angka


def test_langkah_pp_30_sampai_predikat():
    isi = langkah("pp-30-2019", orang(butir(realisasi="110"), perilaku="115"))
    assert isi["Nilai perilaku"].startswith("115,00, dari lembar Perilaku")
    assert isi["Nilai akhir"] == "0,7 × 110,00 + 0,3 × 115,00, dibulatkan 2 desimal: 111,50"
    assert isi["Predikat"] == (
        "111,50 cukup untuk Sangat Baik, tetapi syaratnya (dan ada ide baru yang bermanfaat) tidak terpenuhi: Baik"
    )
    dengan_ide = langkah("pp-30-2019", orang(butir(realisasi="110"), perilaku="115", ide=True))
    assert (
        dengan_ide["Predikat"]
        == "111,50 masuk rentang 110 ≤ x, dan ada ide baru yang bermanfaat: Sangat Baik"
    )


def test_langkah_kemenkeu_menyebut_angka_dan_rating_perilaku():
    isi = langkah("kemenkeu-127-2026", orang(butir(), perilaku=ATAS))
    assert isi["Nilai perilaku"].startswith(f"110,00 ({ATAS}), dari lembar")
    assert isi["Predikat"] == f"Baris hasil kerja Sesuai Ekspektasi × kolom perilaku {ATAS}: Baik"


def test_hitungan_permenpanrb_8_menyebut_konversi():
    aturan = muat_aturan("permenpanrb-8-2021")
    puncak = Butir("IK-2", "Maksimal", "Kuantitas", "100", "100", "100", batas_atas="100")
    satu = orang(butir(realisasi="84.6"), puncak)
    kerja = baris_asn(nilai([satu], aturan), aturan)[0].kerja
    assert kerja.baris[0][3] == (
        "84,6 ÷ 100 × 100 = 84,6; dibulatkan 0 desimal; capaian 85 masuk ruas Cukup: "
        "70 + (85 − 80) × (89 − 70) ÷ (99 − 80) = 75"
    )
    assert kerja.baris[1][3].endswith("capaian 100 dari target yang tidak dapat dilampaui = 120")
    assert (kerja.baris[0][4], kerja.baris[0][5]) == ("84,6", "75")


def test_batang_berdiri_di_angka_yang_dilihat_pita():
    """110 of 120 is 91.7 percent of the bar; where the final score decides, the bar shows that one."""
    satu = orang(butir(realisasi="110"), perilaku="70")
    for kode, letak in (
        ("permenpanrb-8-2021", "87.5"),
        ("pp-30-2019", "81.7"),
        ("kemenkeu-127-2026", "91.7"),
    ):
        aturan = muat_aturan(kode)
        (baris,) = baris_asn(nilai([satu], aturan), aturan)
        assert (kode, baris.letak) == (kode, letak)
        apa = "NHK" if aturan.rating_hasil else "nilai akhir"
        assert f"Panjang batang {apa}: 0 sampai 120" in halaman_ringkasan(
            nilai([satu], aturan), aturan, "Kota"
        )


def test_aspek_disebut_bila_rumus_dipilih_menurut_aspek():
    satu = orang(butir(aspek="Waktu"))
    for kode, kata in (("perka-bkn-1-2013", "Aspek Waktu"), ("pp-30-2019", "Maksimal")):
        aturan = muat_aturan(kode)
        (baris,) = baris_asn(nilai([satu], aturan), aturan)
        assert f" · {kata} · " in str(baris.kerja.baris[0][0])


def test_tanpa_perilaku_nilai_akhir_dan_predikat_belum_ada():
    hasil = nilai([orang(butir(), perilaku="Entah")], muat_aturan("pp-30-2019"))
    satu = baris_asn(hasil, muat_aturan("pp-30-2019"))[0]
    assert (satu.nilai_akhir, satu.rating_perilaku, satu.status) == ("", "", BELUM_DINILAI)
    assert satu.langkah[-1].isi.startswith("Belum ada")


def test_harapan_menurut_pita_predikat():
    aturan = muat_aturan("pp-30-2019")
    assert (ekspektasi(aturan).label, predikat_ekspektasi(aturan)) == ("Baik", "Baik")


def test_aspek_tanpa_rumus_tidak_dihitung():
    aturan = muat_aturan("perka-bkn-1-2013")
    hasil = nilai([orang(butir(aspek="Mutu"))], aturan)
    assert hasil.nilai["status"].tolist() == [BELUM_DINILAI]
    assert baris_asn(hasil, aturan)[0].kerja.baris[0][3].startswith("Tidak dihitung")
