"""Titles, sheet names and further lines of the block testify to the time: a finding where one names another."""

import pytest
from dunia_baca import JUNI, Dunia, Lembaran, baca_capaian, satu_temuan, temuan_singkat

from asn_nilai.acuan.temuan import Akibat, Tingkat


def di_kiri(lembar: Lembaran, turun: int, isi: object, kolom: int = 1) -> str:
    sel = lembar.ws.cell(turun + lembar.geser[0], kolom + lembar.geser[1])
    sel.value = isi
    return sel.coordinate


def tanpa_periode(lembar: Lembaran) -> None:
    for kolom in (7, 8):
        di_kiri(lembar, 2, None, kolom)


JUDUL_LAIN = [
    "BULAN APRIL 2026", "Bulan Mei", "April 2026", "MEI", "CAPAIAN KINERJA BULAN MEI 2026", "Laporan Realisasi Januari s.d. Mei 2026", "TAHUN 2025",
    "Capaian Kinerja Tahun Anggaran 2025", "Bulan Juni 2025", "Juni '25", "Mei-26", "Keadaan 31 Mei 2026", "Realisasi Mei dan Juni 2026", "Bulan 05 Tahun 2026",
    "Capaian s.d. Juni 2026", "Laporan Kumulatif 2026", "Rekap Tahunan 2026", "Triwulan III 2026", "Semester II", "TW 1", "Sampai dengan Juni 2026",
]  # fmt: skip


@pytest.mark.parametrize("judul", JUDUL_LAIN)
@pytest.mark.parametrize("berperiode", [True, False])
@pytest.mark.parametrize("lembar", ["Capaian", "Perilaku"])
def test_judul_yang_menyebut_waktu_lain_menahan_buku(dunia: Dunia, judul, berperiode, lembar):
    sel: list[str] = []

    def ubah(kini: Lembaran) -> None:
        sel.append(di_kiri(kini, 3, judul))
        if not berperiode:
            tanpa_periode(kini)

    dunia.target()
    dunia.capaian(ubah if lembar == "Capaian" else None, perilaku=ubah if lembar == "Perilaku" else None)
    isian = dunia.baca()
    assert temuan_singkat(isian) == [("identitas-tidak-cocok", sel[0])]
    temuan = satu_temuan(isian, "identitas-tidak-cocok")
    assert (temuan.akibat, temuan.letak.lembar) == (Akibat.BERKAS, lembar)
    assert temuan.pesan == f"Judul di sini tertulis '{judul}', sedangkan tempat berkas ini untuk '2026-06'."
    assert isian.capaian == {}
    assert isian.perilaku == {}


@pytest.mark.parametrize(
    "judul",
    [
        "BULAN JUNI 2026", "Juni", "Capaian Kinerja Periode Juni 2026", "Tahun 2026", "Target 2025–2029", "Bukittinggi, 3 Juli 2026", "3 Juli 2026",
        "Berdasarkan Permenpan RB Nomor 6 Tahun 2022", "Dicetak 2 Juli 2026", "SK Wali Kota No 12 Tahun 2024", "Periode SKP Januari–Desember 2026",
        "Laporan Kinerja Triwulan II 2026", "Semester I 2026", "Periode 1 s.d. 30 Juni 2026", "Periode 1 Juni s/d 30 Juni 2026", "Dicetak s.d. 3 Juli 2026", "Pemerintah Kota Contoh", "Target RPJMD 2025-2029", "Bulan ke-6", "Batas waktu pengisian 5 Juli 2026",
        "Kepala Bagian Mei Sari",
    ],
)  # fmt: skip
def test_judul_yang_cocok_atau_bukan_saksi_tidak_bertemuan(dunia: Dunia, judul):
    isian = baca_capaian(dunia, lambda lembar: di_kiri(lembar, 3, judul))
    assert isian.temuan == []


@pytest.mark.parametrize(
    ("judul", "lain"),
    [("TARGET KINERJA TAHUN 2025", True), ("Tahun 2026", False), ("Target Bulan Mei", False)],
)
def test_judul_buku_target_bersaksi_tentang_tahun(dunia: Dunia, judul, lain):
    sel: list[str] = []
    dunia.target(lambda lembar: sel.append(di_kiri(lembar, 3, judul)))
    dunia.capaian()
    isian = dunia.baca()
    assert temuan_singkat(isian) == ([("identitas-tidak-cocok", sel[0])] if lain else [])
    assert (isian.target is None) is lain


@pytest.mark.parametrize(
    "nama", ["Capaian April", "Capaian Mei-26", "Capaian 2025", "CAPAIAN MEI 2026", "Capaian 05-2026"]
)
def test_nama_lembar_bulan_lain_menahan_buku(dunia: Dunia, nama):
    isian = baca_capaian(dunia, lambda lembar: setattr(lembar.ws, "title", nama))
    assert temuan_singkat(isian) == [("identitas-tidak-cocok", "")]
    temuan = satu_temuan(isian, "identitas-tidak-cocok")
    assert (
        temuan.pesan == f"Nama lembar di sini tertulis '{nama}', sedangkan tempat berkas ini untuk '2026-06'."
    )
    assert isian.capaian == {}


@pytest.mark.parametrize(
    "nama", ["Capaian Juni", "Capaian 2026", "Capaian Juni 2026", "Capaian 2", "Capaian 06-2026"]
)
def test_nama_lembar_bulan_ini_tidak_bertemuan(dunia: Dunia, nama):
    assert baca_capaian(dunia, lambda lembar: setattr(lembar.ws, "title", nama)).temuan == []


@pytest.mark.parametrize("isi", ["Mei-25", "Juni-25", "Juni '25", "Jun/25", "Mei-26"])
def test_tahun_dua_angka_di_belakang_bulan_adalah_tahun(dunia: Dunia, isi):
    sel: list[str] = []
    isian = baca_capaian(dunia, lambda lembar: sel.append(di_kiri(lembar, 2, isi, 8)))
    assert temuan_singkat(isian) == [("identitas-tidak-cocok", sel[0])]
    assert baca_capaian(dunia, lambda lembar: di_kiri(lembar, 2, "Jun-26", 8)).temuan == []


@pytest.mark.parametrize(
    ("label", "isi", "lain"),
    [("Bulan", "Mei 2026", True), ("Bulan", "Juni", False), ("Tahun", 2025, True), ("Tahun", 2026, False), ("Kode OPD", "DINKES", True), ("Kode OPD", "1.02.03", False)],
)  # fmt: skip
def test_baris_identitas_kedua_ikut_bersaksi(dunia: Dunia, label, isi, lain):
    sel: list[str] = []

    def ubah(lembar: Lembaran) -> None:
        di_kiri(lembar, 3, "Tahun")
        di_kiri(lembar, 3, 2026, 2)
        di_kiri(lembar, 4, label)
        sel.append(di_kiri(lembar, 4, isi, 2))

    assert temuan_singkat(baca_capaian(dunia, ubah)) == ([("identitas-tidak-cocok", sel[0])] if lain else [])


@pytest.mark.parametrize(
    ("judul", "lain"),
    [
        ("Bulan Mei 2026", True),
        ("Bulan Juni 2026", False),
        ("Periode: Mei 2026", True),
        ("Kode Unit: DINKES", True),
    ],
)
def test_formulir_kedua_di_lembar_yang_sama_ikut_bersaksi(dunia: Dunia, judul, lain):
    sel: list[str] = []

    def ubah(lembar: Lembaran) -> None:
        ulang = lembar.baris_kepala + 5
        lembar.ws.insert_rows(ulang, 3)
        lembar.isi("bukti_dukung", 0, "Bulan Mei 2026")
        sel.append(di_kiri(lembar, 11, judul))
        for kunci in lembar.kunci:
            lembar.ws.cell(ulang + 2, lembar.kolom(kunci)).value = lembar.kepala(kunci).value

    assert temuan_singkat(baca_capaian(dunia, ubah)) == ([("identitas-tidak-cocok", sel[0])] if lain else [])


@pytest.mark.parametrize(
    "lembar", ["Form Capaian", "Realisasi", "Copy of Capaian", "Salinan Capaian Juni", "Capaian Kinerja"]
)
def test_lembar_lain_yang_mungkin_dimaksud_diberitahukan(dunia: Dunia, lembar):
    isian = baca_capaian(dunia, lambda kini: kini.ws.parent.create_sheet(lembar))
    temuan = satu_temuan(isian, "lembar-diabaikan")
    assert (temuan.tingkat, JUNI in isian.capaian) == (Tingkat.PERINGATAN, True)
    assert f"lembar '{lembar}' tidak dibaca" in temuan.pesan
