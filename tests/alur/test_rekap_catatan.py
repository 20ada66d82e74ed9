"""The notes of a recap, whole: which unit is small, which is only partly scored, which has no result at all."""

import openpyxl

from asn_nilai.alur.siapkan import siapkan
from asn_nilai.alur.terbitan.hasil_terbit import bahan_rekap
from asn_nilai.hitung.rekap.rekap import susun_rekap

MEI = "2026-05"


def test_unit_kecil_disebut_dan_unit_tanpa_nilai_tidak(kota, jalankan):
    with (kota / "asn-nilai.toml").open("a", encoding="utf-8") as berkas:
        berkas.write("\n[rekap]\nunit-kecil = 8\n")
    (kota / "capaian" / MEI / "KEL-TD.xlsx").unlink()
    jalankan("hitung", kota, "--periode", MEI, "--paralel", 1)
    konteks = siapkan(kota, MEI)
    catatan = susun_rekap(bahan_rekap(konteks, tuple(konteks.skema.unit))).catatan
    assert catatan == (
        "Hasil Januari, Februari, Maret, April 2026 belum ada di ruang kerja ini. Kosong di rekap ini, bukan nol.",
        "6 ASN belum dinilai, jadi tidak ikut dalam rata-rata dan sebaran. Sebabnya ada di lembar unitnya pada rekap.xlsx.",
        (
            "Belum diperingkat, karena kurang dari 90 persen ASN-nya dinilai: KEL-TD (0 dari 6 dinilai). Rata-ratanya masih dapat "
            "banyak berubah; rentangnya ada di lembar Peringkat pada rekap.xlsx."
        ),
        (
            "Unit kecil, kurang dari 8 ASN yang dinilai: KEL-PPK. Rata-ratanya mudah berubah karena satu orang; bandingkan "
            "dengan hati-hati."
        ),
    )


def test_unit_yang_belum_setor_disebut_di_ringkasan_rekap(kota, jalankan):
    (kota / "capaian" / MEI / "KEL-TD.xlsx").unlink()
    jalankan("hitung", kota, "--periode", MEI, "--paralel", 1)
    jalankan("rekap", kota, "--periode", MEI)
    lembar = openpyxl.load_workbook(kota / "hasil" / MEI / "rekap.xlsx")["Ringkasan"]
    baris = [[sel for sel in isi if sel] for isi in lembar.iter_rows(values_only=True)]
    assert ["Belum setor", "1 unit: KEL-TD (lembar Belum Setor)."] in baris
