"""Titles, sheet names and further lines of the block testify to the time: a finding where one names another."""

import datetime as dt

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
    "Laporan Bulan V Tahun 2026", "Bln. ke-5", "Laporan Bulanan (05/2026)", "Keadaan per 31-05-2026",
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


MEI, JUNI_AWAL = dt.datetime(2026, 5, 1), dt.datetime(2026, 6, 1)  # noqa: DTZ001 - as Excel stores them


@pytest.mark.parametrize(
    ("isi", "lain"),
    [
        ({1: MEI}, True), ({1: "CAPAIAN KINERJA BULAN", 2: MEI}, True), ({1: dt.date(2025, 6, 1)}, True), ({1: JUNI_AWAL}, False),
        ({1: dt.datetime(2026, 5, 2)}, False), ({1: "Dicetak tanggal", 2: MEI}, False), ({1: "Bukittinggi,", 2: MEI}, False), ({9: MEI}, False),  # noqa: DTZ001
    ],
)  # fmt: skip
def test_judul_yang_dijadikan_tanggal_oleh_excel_tetap_judul(dunia: Dunia, isi, lain):
    """`Mei 2026`, typed as a title, is stored as its first day; a day of printing or signing is none."""
    sel: list[str] = []

    def ubah(lembar: Lembaran) -> None:
        sel.extend(di_kiri(lembar, 3, nilai, kolom) for kolom, nilai in isi.items())

    isian = baca_capaian(dunia, ubah)
    assert temuan_singkat(isian) == ([("identitas-tidak-cocok", sel[-1])] if lain else [])
    assert (isian.capaian == {}) is lain


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
    ("lembar", "diisi", "disebut"),
    [
        ("Lembar2", True, True), ("Sheet2", True, True), ("Lembar2", False, False), ("Perilaku Juni", True, False),
        ("Ringkasan", True, False),
    ],
)  # fmt: skip
def test_lembar_perilaku_yang_berganti_nama_disebut(dunia: Dunia, lembar, diisi, disebut):
    def ubah(kini: Lembaran) -> None:
        kini.ws.title = lembar
        for baris in [] if diisi else kini.ws.iter_rows(min_row=kini.sel("nip", 0).row):
            for sel in baris:
                sel.value = None

    isian = baca_capaian(dunia, None, perilaku=ubah)
    semua = [temuan for temuan in isian.temuan if temuan.kode == "lembar-hilang"]
    assert [(temuan.akibat, temuan.pesan) for temuan in semua] == (
        [(Akibat.PERILAKU, f"Lembar 'Perilaku' tidak ada. Lembar yang ada: Capaian, {lembar}.")]
        if disebut
        else []
    )
    assert JUNI in isian.capaian


@pytest.mark.parametrize(
    "lembar", ["Form Capaian", "Realisasi", "Copy of Capaian", "Salinan Capaian Juni", "Capaian Kinerja"]
)
def test_lembar_lain_yang_mungkin_dimaksud_diberitahukan(dunia: Dunia, lembar):
    isian = baca_capaian(dunia, lambda kini: kini.ws.parent.create_sheet(lembar))
    temuan = satu_temuan(isian, "lembar-diabaikan")
    assert (temuan.tingkat, JUNI in isian.capaian) == (Tingkat.PERINGATAN, True)
    assert f"lembar '{lembar}' tidak dibaca" in temuan.pesan


@pytest.mark.parametrize(
    ("label", "isi", "lain"),
    [
        ("Bulan", ["Mei"] * 8, ["Mei"]), ("Bulan", ["Juni", "", None, 6, "06/2026", "Jun-26", "juni", "6"], []),
        ("Bulan", ["Juni"] * 4 + ["Mei", "Mei", "April", 5], ["Mei", "April", "5"]), ("Periode", ["Bulanan"] * 8, []),
        ("Periode", ["Triwulan I"] * 8, ["Triwulan I"]), ("Tahun", [2025] * 8, ["2025"]), ("Tahun", [2026, "semua"] * 4, []),
        ("Kode Unit", ["PKM-01", "1.02"] * 4, []), ("Kode Unit", ["PKM-01", "DINKES"] * 4, ["DINKES"]), ("Lokasi", ["Mei"] * 8, []),
    ],
)  # fmt: skip
@pytest.mark.parametrize("kolom", [11, 14])
def test_kolom_waktu_dan_unit_bersaksi_baris_demi_baris(dunia: Dunia, label, isi, lain, kolom):
    sel: dict[str, str] = {}

    def ubah(lembar: Lembaran) -> None:
        di_kiri(lembar, 5, label, kolom)
        for ke, tertulis in enumerate(isi):
            sel.setdefault(str(tertulis), di_kiri(lembar, 6 + ke, tertulis, kolom))

    isian = baca_capaian(dunia, ubah)
    assert temuan_singkat(isian) == [("identitas-tidak-cocok", sel[tertulis]) for tertulis in lain]
    assert (JUNI in isian.capaian) is not bool(lain)


def test_tanggal_di_kolom_bulan_ialah_bulannya(dunia: Dunia):
    sel: list[str] = []

    def ubah(lembar: Lembaran) -> None:
        di_kiri(lembar, 5, "Bulan", 11)
        di_kiri(lembar, 6, dt.datetime(2026, 6, 1), 11)  # noqa: DTZ001 - Excel knows no zones
        sel.append(di_kiri(lembar, 7, dt.datetime(2026, 5, 31), 11))  # noqa: DTZ001

    assert temuan_singkat(baca_capaian(dunia, ubah)) == [("identitas-tidak-cocok", sel[0])]


def salinan(lembar: Lembaran, nama: str) -> None:
    kembar = lembar.ws.parent.copy_worksheet(lembar.ws)
    kembar.title = nama
    kunci = {"Target": "jun", "Capaian": "realisasi", "Perilaku": "rating_perilaku"}[lembar.formulir]
    kembar[lembar.sel(kunci, 0).coordinate] = 39


@pytest.mark.parametrize("nama", ["Revisi", "Final", "Sheet1", "Juni", "Lanjutan"])
@pytest.mark.parametrize("form", ["Target", "Capaian", "Perilaku"])
def test_lembar_berisi_isian_yang_sama_diberitahukan_apa_pun_namanya(dunia: Dunia, nama, form):
    ubah = {form: lambda lembar: salinan(lembar, nama)}
    dunia.target(ubah.get("Target"))
    dunia.capaian(ubah.get("Capaian"), perilaku=ubah.get("Perilaku"))
    isian = dunia.baca()
    temuan = satu_temuan(isian, "lembar-diabaikan")
    assert (temuan.letak.lembar, len(isian.temuan)) == (form, 1)
    assert f"lembar '{nama}' tidak dibaca" in temuan.pesan


def cadangan(lembar: Lembaran) -> None:
    lembar.ws.parent.copy_worksheet(lembar.ws).title = "Cadangan"


def petikan(lembar: Lembaran) -> None:
    """A list made of the same figures, without the first row and with other words."""
    kembar = lembar.ws.parent.copy_worksheet(lembar.ws)
    kembar.title = "Rekap"
    kembar[lembar.kepala("bukti_dukung").coordinate] = "Uraian"
    kembar.delete_rows(lembar.baris_kepala + 1, 1)


def tanpa_isi(lembar: Lembaran) -> None:
    salinan(lembar, "Kosong")
    lembar.ws.parent["Kosong"].delete_rows(lembar.baris_kepala + 1, 8)


def tanpa_angka(lembar: Lembaran) -> None:
    salinan(lembar, "Daftar")
    for posisi in range(8):
        lembar.ws.parent["Daftar"][lembar.sel("realisasi", posisi).coordinate] = None


def tanpa_kolom(lembar: Lembaran) -> None:
    salinan(lembar, "Rekap")
    lembar.ws.parent["Rekap"][lembar.kepala("realisasi").coordinate] = "Uraian"


@pytest.mark.parametrize(
    "ubah",
    [
        lambda lembar: salinan(lembar, "Mei"), cadangan, lambda lembar: salinan(lembar, "Petunjuk isian"), lambda lembar: lembar.ws.parent.create_sheet("Ruang"),
        petikan, tanpa_isi, tanpa_angka, tanpa_kolom,
    ],
)  # fmt: skip
def test_lembar_bulan_lain_petunjuk_dan_yang_tidak_terisi_bukan_isian(dunia: Dunia, ubah):
    assert baca_capaian(dunia, ubah).temuan == []
