"""An explanation word for word: whole sentences and exact figures, both directions, under rules of several kinds."""

from dataclasses import replace

import pytest
from dunia_aturan import PERIODE, bahan
from hitungan_aturan import ATAS, BAWAH, SESUAI, Butir, Orang

from asn_nilai.acuan.hasil.penjelasan import Penjelasan
from asn_nilai.acuan.hasil.perubahan_predikat import Jalan
from asn_nilai.acuan.isian.indikator.indikator import JenisNilai
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.profil.muat_aturan import muat_aturan
from asn_nilai.acuan.temuan import temuan
from asn_nilai.hitung import hitung_unit
from asn_nilai.hitung.penjelasan.penjelasan_asn import susun_penjelasan

KMK, PP, MATRIKS, BKN = "kemenkeu-127-2026", "pp-30-2019", "permenpanrb-6-2022", "perka-bkn-1-2013"
SEL_PERILAKU = "perilaku/A.xlsx › Perilaku › K9"


def butir(realisasi: str, *, kode="IK-1", polaritas="Maksimal", bobot="100", **lain) -> Butir:
    return Butir(kode, polaritas, "Kuantitas", bobot, "100", realisasi, **lain)


def jelaskan(
    aturan: str, *milik: Butir, perilaku="", ide=False, jenis=JenisNilai.DESIMAL, semua=()
) -> Penjelasan:
    orang = Orang("198001012000011100", list(milik), [perilaku or "90"], ide)
    skema, isian = bahan([orang])
    skema = replace(skema, indikator={k: replace(i, jenis_nilai=jenis) for k, i in skema.indikator.items()})
    if not perilaku:
        isian.perilaku.clear()
    profil = muat_aturan(aturan)
    hasil = hitung_unit(isian, list(semua), skema, PERIODE, profil)
    return susun_penjelasan(hasil, hasil.nilai[0], profil, "Kota Uji")


def langkah(penjelasan: Penjelasan) -> list[tuple[str, str]]:
    return [(baris.judul, baris.isi) for baris in penjelasan.langkah]


def test_langkah_aturan_berbobot_berpita_dan_bermatriks():
    assert langkah(jelaskan(KMK, butir("95.126"), perilaku="95")) == [
        ("Nilai hasil kerja (NHK)", "Jumlah (bobot × capaian) ÷ jumlah bobot = 9.512,6 ÷ 100 = 95,126; dibulatkan 2 desimal: 95,13"),
        ("Rating hasil kerja", "95,13 masuk rentang 90 ≤ x ≤ 100: Sesuai Ekspektasi"),
        ("Nilai perilaku", f"95,00, ditulis pimpinan untuk Maret 2026 ({SEL_PERILAKU})"),
        ("Rating perilaku", "95,00 masuk rentang 90 ≤ x ≤ 100: Sesuai Ekspektasi"),
        ("Nilai akhir", "0,75 × 95,13 + 0,25 × 95,00, dibulatkan 2 desimal = 95,10"),
        ("Predikat", "Baris hasil kerja Sesuai Ekspektasi, kolom perilaku Sesuai Ekspektasi: Baik"),
    ]  # fmt: skip


def test_baris_target_kembar_dihitung_sekali_yang_pertama():
    penjelasan = jelaskan(MATRIKS, butir("90"), butir("100"), butir("80", kode="IK-2"), perilaku=SESUAI)
    (bagian,) = penjelasan.bagian
    assert [(baris.kode, baris.capaian) for baris in bagian.baris] == [("IK-1", 90.0), ("IK-2", 80.0)]
    assert penjelasan.nilai_hasil_kerja == 85.0


@pytest.mark.parametrize(
    ("realisasi", "persis", "nhk"),
    [
        (
            "89.994999999999",
            "89,994999999999",
            "89,99",
        ),  # with ten decimals it would read 89,995 and seem to become 90,00
        ("89.123456789012", "89,123456789", "89,12"),
    ],
)
def test_rata_rata_seujung_rambut_di_bawah_batas_ditulis_utuh(realisasi, persis, nhk):
    _, isi = langkah(jelaskan(KMK, butir(realisasi), perilaku="95"))[0]
    assert isi.endswith(f"÷ 100 = {persis}; dibulatkan 2 desimal: {nhk}")


@pytest.mark.parametrize(
    ("realisasi", "harap"),
    [
        ("100.01", "100,01 masuk rentang 100 < x: Di Atas Ekspektasi"),
        ("100", "100,00 masuk rentang 90 ≤ x ≤ 100: Sesuai Ekspektasi"),
        ("90", "90,00 masuk rentang 90 ≤ x ≤ 100: Sesuai Ekspektasi"),
        ("89.99", "89,99 masuk rentang x < 90: Di Bawah Ekspektasi"),
    ],
)
def test_rating_hasil_kerja_menyebut_nhk_dan_rentang_tempatnya(realisasi, harap):
    assert ("Rating hasil kerja", harap) in langkah(jelaskan(MATRIKS, butir(realisasi), perilaku=SESUAI))


@pytest.mark.parametrize(
    ("aturan", "harap"),
    [
        (MATRIKS, "Menunggu rating perilaku: Di Atas Ekspektasi menjadi Baik; Sesuai Ekspektasi menjadi Baik; Di Bawah Ekspektasi menjadi Kurang"),
        (KMK, "Menunggu nilai perilaku: Di Atas Ekspektasi (110) menjadi Baik; Sesuai Ekspektasi (90) menjadi Baik; Di Bawah Ekspektasi (70) menjadi Kurang"),
        (PP, "Menunggu nilai perilaku: Di Atas Ekspektasi (110) menjadi Baik; Sesuai Ekspektasi (90) menjadi Baik; Di Bawah Ekspektasi (70) menjadi Cukup"),
        (BKN, "Menunggu nilai perilaku: Di Atas Ekspektasi (91) menjadi Sangat Baik; Sesuai Ekspektasi (76) menjadi Baik; Di Bawah Ekspektasi (61) menjadi Baik"),
    ],
)  # fmt: skip
def test_selama_perilaku_ditunggu_disebut_apa_jadinya_dengan_tiap_rating(aturan, harap):
    penjelasan = jelaskan(aturan, butir("95"))
    assert penjelasan.status == "Belum Dinilai"
    assert langkah(penjelasan)[-1] == ("Predikat", harap)


@pytest.mark.parametrize(
    ("ide", "realisasi", "harap"),
    [
        (True, "110", "Nilai akhir 111,50 masuk rentang 110 ≤ x, dan ada ide baru yang bermanfaat: Sangat Baik"),
        (False, "110", "Nilai akhir 111,50 cukup untuk Sangat Baik (110 ≤ x), tetapi syaratnya, dan ada ide baru yang bermanfaat, tidak terpenuhi; dinilai menurut pita di bawahnya: Baik"),
        (False, "107.86", "Nilai akhir 110,00 cukup untuk Sangat Baik (110 ≤ x), tetapi syaratnya, dan ada ide baru yang bermanfaat, tidak terpenuhi; dinilai menurut pita di bawahnya: Baik"),
        (False, "107.84", "Nilai akhir 109,99 masuk rentang 90 ≤ x < 110: Baik"),
    ],
)  # fmt: skip
def test_pita_predikat_dan_syarat_yang_menutup_pita_di_atasnya(ide, realisasi, harap):
    assert langkah(jelaskan(PP, butir(realisasi), perilaku="115", ide=ide))[-1] == ("Predikat", harap)


def test_angka_perilaku_yang_turun_disebut_sebagai_paling_banyak_menurut_aturan_berbobot():
    """0,7 × 110 + 0,3 × 109,98 is 109,994, printed 109,99; with 109,99 it is 109,997, printed 110,00."""
    perubahan = jelaskan(PP, butir("110"), perilaku="115", ide=True).perubahan
    assert perubahan.jalan is Jalan.TERTINGGI
    assert perubahan.kalimat_naik == ("Sangat Baik adalah predikat tertinggi dalam aturan ini.",)
    assert perubahan.kalimat_turun == (
        "Predikat turun menjadi Baik bila nilai hasil kerja menjadi 107,84 atau kurang: 2,16 di bawah yang sekarang.",
        "Dengan hasil kerja yang sama, nilai perilaku paling banyak 109,98 menjadikan predikatnya Baik.",
        "Dengan hasil kerja yang sama, tanpa ide baru yang bermanfaat menjadikan predikatnya Baik.",
    )


def test_angka_perilaku_terdekat_ke_dua_arah():
    perubahan = jelaskan(BKN, butir("80"), perilaku="80").perubahan
    assert perubahan.kalimat_naik == (
        "Agar predikat naik, selama nilai perilakunya 80,00, nilai hasil kerja harus sekurang-kurangnya 98,33 (sekarang 80,00, kurang 18,33): predikatnya menjadi Sangat Baik.",
        "Dengan hasil kerja yang sama, nilai perilaku sekurang-kurangnya 107,49 sudah menjadikan predikatnya Sangat Baik.",
    )  # fmt: skip
    assert perubahan.kalimat_turun == (
        "Predikat turun menjadi Cukup bila nilai hasil kerja menjadi 73,32 atau kurang: 6,68 di bawah yang sekarang.",
        "Dengan hasil kerja yang sama, nilai perilaku paling banyak 69,98 menjadikan predikatnya Cukup.",
    )


def test_angka_perilaku_disebut_dengan_ratingnya_di_aturan_yang_memberinya_rating():
    perubahan = jelaskan(KMK, butir("110"), perilaku="95").perubahan
    assert (perubahan.jalan, perubahan.perilaku_andai, perubahan.angka_andai) == (
        Jalan.PERILAKU,
        ATAS,
        100.01,
    )
    assert perubahan.kalimat_naik == (
        "Selama nilai perilakunya 95,00 (Sesuai Ekspektasi), hasil kerja yang lebih tinggi tidak menaikkan predikat: yang menentukan di sini nilai perilaku.",
        "Dengan hasil kerja yang sama, nilai perilaku sekurang-kurangnya 100,01 (Di Atas Ekspektasi) sudah menjadikan predikatnya Sangat Baik.",
    )  # fmt: skip
    assert perubahan.kalimat_turun == (
        "Predikat turun menjadi Butuh Perbaikan bila nilai hasil kerja menjadi 89,99 atau kurang: 20,01 di bawah yang sekarang.",
        "Dengan hasil kerja yang sama, nilai perilaku paling banyak 89,99 (Di Bawah Ekspektasi) menjadikan predikatnya Kurang.",
    )  # fmt: skip


def test_ide_baru_saja_atau_ide_baru_bersama_angka():
    sudah = jelaskan(PP, butir("120"), perilaku="115").perubahan
    assert sudah.kalimat_naik == (
        "Selama nilai perilakunya 115,00, tanpa ide baru yang bermanfaat, hasil kerja yang lebih tinggi tidak menaikkan predikat: yang menentukan di sini nilai perilaku dan ide baru yang bermanfaat.",
        "Dengan hasil kerja yang sama, ada ide baru yang bermanfaat sudah menjadikan predikatnya Sangat Baik.",
    )  # fmt: skip
    keduanya = jelaskan(PP, butir("110"), perilaku="95").perubahan
    assert (keduanya.jalan, keduanya.angka_andai, keduanya.ide_andai) == (Jalan.PERILAKU, 109.99, True)
    assert keduanya.kalimat_naik[1:] == (
        "Dengan hasil kerja yang sama, nilai perilaku sekurang-kurangnya 109,99 dan ada ide baru yang bermanfaat sudah menjadikan predikatnya Sangat Baik.",
    )  # fmt: skip


def test_hasil_dan_perilaku_yang_harus_naik_bersama():
    perubahan = jelaskan(MATRIKS, butir("95.126"), perilaku=SESUAI).perubahan
    assert (perubahan.jalan, perubahan.syarat_perilaku) == (
        Jalan.KEDUANYA,
        "rating perilaku menjadi Di Atas Ekspektasi",
    )
    assert perubahan.kalimat_naik == (
        "Predikat naik bila dua hal terjadi bersama: rating perilaku menjadi Di Atas Ekspektasi, dan nilai hasil kerja harus sekurang-kurangnya 100,01 (sekarang 95,13, kurang 4,88): predikatnya menjadi Sangat Baik. Salah satu saja tidak menaikkannya.",
    )  # fmt: skip
    (peluang,) = perubahan.peluang
    assert (peluang.langkah, peluang.naik, peluang.nhk_naik) == (0.001, 100.005, 100.01)
    assert (peluang.aman_bawah, peluang.aman_atas, peluang.predikat_turun) == (
        89.995,
        None,
        "Butuh Perbaikan",
    )


@pytest.mark.parametrize(
    ("realisasi", "kurang", "alasan"),
    [
        ("85", "5", "tidak cukup tanpa indikator lain"),
        ("88", "2", "capaiannya sudah yang terbaik yang mungkin"),
    ],
)
def test_yang_tidak_dapat_dicapai_dalam_batas_indikator_dikatakan(realisasi, kurang, alasan):
    """At most 88 of 100 can be reached, and 90 is asked for."""
    perubahan = jelaskan(MATRIKS, butir(realisasi, batas_atas="88"), perilaku=ATAS).perubahan
    assert (perubahan.jalan, perubahan.bersama) == (Jalan.HASIL, None)
    assert perubahan.kalimat_naik == (
        f"Agar predikat naik, selama rating perilakunya Di Atas Ekspektasi, nilai hasil kerja harus sekurang-kurangnya 90,00 (sekarang {realisasi},00, kurang {kurang}): predikatnya menjadi Baik.",
        "Dalam batas tiap indikator dan plafon capaian, angka bulan terakhir saja tidak dapat mencapainya.",
    )  # fmt: skip
    assert [(p.naik, p.nhk_naik, p.predikat_naik, p.alasan) for p in perubahan.peluang] == [
        (None, None, "", alasan)
    ]


def test_rating_perilaku_lain_disebut_dari_yang_terdekat():
    bawah = jelaskan(MATRIKS, butir("89.99"), perilaku=BAWAH).perubahan
    assert bawah.kalimat_naik == (
        "Agar predikat naik, selama rating perilakunya Di Bawah Ekspektasi, nilai hasil kerja harus sekurang-kurangnya 90,00 (sekarang 89,99, kurang 0,01): predikatnya menjadi Kurang.",
        "Dengan hasil kerja yang sama, rating perilaku Sesuai Ekspektasi sudah menjadikan predikatnya Butuh Perbaikan.",
        "Dengan hasil kerja yang sama, rating perilaku Di Atas Ekspektasi sudah menjadikan predikatnya Butuh Perbaikan.",
    )  # fmt: skip
    assert bawah.kalimat_turun == (
        "Selama rating perilakunya Di Bawah Ekspektasi, nilai hasil kerja yang lebih rendah pun tidak menurunkan predikat.",
    )
    atas = jelaskan(MATRIKS, butir("108"), perilaku=ATAS).perubahan
    assert atas.kalimat_turun == (
        "Predikat turun menjadi Baik bila nilai hasil kerja menjadi 100,00 atau kurang: 8 di bawah yang sekarang.",
        "Dengan hasil kerja yang sama, rating perilaku Sesuai Ekspektasi menjadikan predikatnya Baik.",
        "Dengan hasil kerja yang sama, rating perilaku Di Bawah Ekspektasi menjadikan predikatnya Kurang.",
    )


def test_rentang_aman_yang_naik_dan_yang_turun():
    """60 × 100,5 % + 40 × 120 % is 108,3 %; Minimal 80 of 100 stands at the ceiling, and may rise to 100,73."""
    milik = (butir("100.5", bobot="60"), butir("80", kode="IK-2", polaritas="Minimal", bobot="40"))
    maksimal, minimal = jelaskan(MATRIKS, *milik, perilaku=ATAS).perubahan.peluang
    assert (maksimal.aman_bawah, maksimal.aman_atas) == (86.68, None)
    assert (minimal.aman_bawah, minimal.aman_atas) == (None, 100.73)


def test_pecahan_pada_indikator_bilangan_bulat_naik_dan_turun_ke_bilangan_terdekat():
    (naik,) = jelaskan(MATRIKS, butir("89.5"), perilaku=SESUAI, jenis=JenisNilai.BULAT).perubahan.peluang
    assert (naik.sekarang, naik.langkah, naik.naik, naik.nhk_naik) == (89.5, 1.0, 90.0, 90.0)
    (turun,) = jelaskan(MATRIKS, butir("90.5"), perilaku=SESUAI, jenis=JenisNilai.BULAT).perubahan.peluang
    assert (turun.aman_bawah, turun.predikat_turun) == (90.0, "Butuh Perbaikan")


@pytest.mark.parametrize(
    ("jenis", "target", "bertanda"),
    [(JenisNilai.PERSEN, "1.6", True), (JenisNilai.PERSEN, "1.5", False), (JenisNilai.DESIMAL, "1.6", False)],
)
def test_persen_kecil_di_samping_target_besar_diketik_bertanda(jenis, target, bertanda):
    """Up to 1.5 beside a target above it, a percentage without its sign may be a fraction: it would not be read."""
    milik = Butir("IK-1", "Maksimal", "Kuantitas", "100", target, "1.2")
    perubahan = jelaskan(MATRIKS, milik, perilaku=ATAS, jenis=jenis).perubahan
    assert [ini.bertanda for ini in (*perubahan.peluang, *perubahan.bersama.butir)] == [bertanda, bertanda]


def test_semua_indikator_bersama_menutup_bagian_yang_sama():
    milik = (butir("80", bobot="50"), butir("60", kode="IK-2", bobot="50"))
    bersama = jelaskan(MATRIKS, *milik, perilaku=SESUAI).perubahan.bersama
    assert (bersama.bagian, bersama.nhk, bersama.predikat) == (40.0, 90.0, "Baik")
    assert [(b.kode, b.sekarang, b.terbaik, b.menjadi) for b in bersama.butir] == [
        ("IK-1", 80.0, 120.0, 96.0),
        ("IK-2", 60.0, 120.0, 84.0),
    ]


def test_rumus_setiap_baris_dengan_angkanya_plafon_dan_lantainya():
    (bagian,) = jelaskan(
        MATRIKS, butir("85"), butir("130", kode="IK-2"), butir("120", kode="IK-3"), butir("900", kode="IK-4", polaritas="Minimal"),
        butir("200", kode="IK-5", polaritas="Minimal"), butir("95", kode="IK-6", polaritas="Stabil"), butir("33.33337", kode="IK-7"), perilaku=ATAS,
    ).bagian  # fmt: skip
    assert [b.kalimat for b in bagian.baris] == [
        "85 ÷ 100 × 100 = 85",
        "130 ÷ 100 × 100 = 130; melampaui plafon, dipakai 120",
        "120 ÷ 100 × 100 = 120",
        "(1 + (1 − 900 ÷ 100)) × 100 = -700; di bawah lantai, dipakai 0",
        "(1 + (1 − 200 ÷ 100)) × 100 = 0",
        "x = 95 ÷ 100 × 100 = 95; 100 + (95 − 90) × (120 − 100) ÷ (100 − 90) = 110",
        "33,33337 ÷ 100 × 100 = 33,3334",
    ]


def test_dasar_dan_kepastian_rumus_setiap_baris():
    (bagian,) = jelaskan(MATRIKS, butir("80"), perilaku=SESUAI).bagian
    assert [(b.dasar, b.status) for b in bagian.baris] == [
        ("PermenPANRB 8/2021 (normal) hal. 91, 100; target negatif: KMK 127/2026 hal. 67–70", "sekunder")
    ]


def test_peringatan_menjadi_catatan_dan_galat_menjadi_halangan():
    nip = "198001012000011100"
    sel = Letak("capaian/A.xlsx", "Capaian", "E9")
    semua = [
        temuan("bukti-kosong", sel, unit="A", nip=nip, indikator="IK-1"),
        temuan("realisasi-kosong", sel, unit="A", nip=nip, indikator="IK-1", periode="Maret 2026", teks=""),
    ]
    ringan = jelaskan(MATRIKS, butir("80"), perilaku=SESUAI, semua=semua[:1])
    assert ringan.status == "Dinilai"
    assert [(str(t.letak), t.pesan) for t in ringan.catatan] == [
        ("capaian/A.xlsx › Capaian › E9", "IK-1 wajib disertai bukti dukung.")
    ]
    assert ringan.halangan == ()
    berat = jelaskan(MATRIKS, butir("80"), perilaku=SESUAI, semua=semua)
    assert berat.status == "Belum Dinilai"
    assert berat.catatan == ringan.catatan
    assert [(h.kode, str(h.letak), h.pesan) for h in berat.halangan] == [
        ("realisasi-kosong", "capaian/A.xlsx › Capaian › E9", "Realisasi IK-1 pada Maret 2026 kosong.")
    ]


def test_konversi_menyebut_dasar_ruas_atau_target_yang_tidak_dapat_dilampaui():
    puncak = butir("100", kode="IK-2", bobot="50", batas_atas="100")
    jauh = butir("84.6", kode="IK-3", bobot="20", batas_atas="100")
    (unit,) = jelaskan("permenpanrb-8-2021", butir("105", bobot="30"), puncak, jauh).bagian
    naskah = "PermenPANRB 8/2021 hal. 93"
    assert [(b.konversi.isi.partition("; ")[2], b.konversi.dasar, b.konversi.status) for b in unit.baris] == [
        ("capaian 105 masuk ruas 101 sampai 110: 110 + (105 − 101) × (120 − 110) ÷ (110 − 101) = 114,4444", naskah, "belum-diperiksa"),
        ("capaian 100 dari target yang tidak dapat dilampaui = 120", naskah, "teks"),
        ("capaian 85 masuk ruas Cukup: 70 + (85 − 80) × (89 − 70) ÷ (99 − 80) = 75", naskah, "teks"),
    ]  # fmt: skip
    assert {b.konversi.judul for b in unit.baris} == {"Konversi capaian ke nilai"}
    assert [b.konversi for b in jelaskan(KMK, butir("95")).bagian[0].baris] == [None]
