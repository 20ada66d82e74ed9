"""Exports of e-Kinerja BKN as they come: every row read at its cell, whatever stands around the table; nothing else taken for one."""

import openpyxl
import pytest
from alur.ekspor_uji import KEPALA, tulis_ekspor

from asn_nilai.acuan.isian.formulir.tabel import Tabel
from asn_nilai.acuan.isian.skema import Penempatan, Skema, Unit
from asn_nilai.acuan.periode import Periode
from asn_nilai.acuan.setoran.ekspor_bkn import KOLOM_BKN
from asn_nilai.baca.setoran.ekspor_bkn import _kata, baca_ekspor, baca_periode_bkn
from asn_nilai.ruang_kerja import RuangKerja

SITI, BUDI, RAJO = "198603152009032001", "199001102015021002", "197501012000031003"
SKEMA = Skema(
    {"KEL": Unit("KEL", "Kelurahan")},
    tuple(Penempatan(nip, f"Orang {nip[-1]}", "KEL") for nip in (SITI, BUDI, RAJO)),
    {},
)
SESUAI, ATAS, BAWAH = "Sesuai Ekspektasi", "Di Atas Ekspektasi", "Di Bawah Ekspektasi"


@pytest.fixture
def kota(tmp_path):
    (tmp_path / "asn-nilai.toml").write_text('instansi = "Kota"\ntahun = 2026\n', encoding="utf-8")
    return tmp_path


def baca(kota, periode="2026-05"):
    return baca_ekspor(RuangKerja.buka(kota), Periode.dari_teks(periode), SKEMA)


def sebaris(nip, hasil=SESUAI, perilaku=SESUAI, predikat="Baik"):
    return [nip, "Orang", "Analis", hasil, perilaku, predikat]


def ringkas(ekspor):
    """Return each row as NIP, its NIP's cell, and its words with their cells."""
    return [
        (b.nip, b.letak.sel, [(isi.teks, isi.letak.sel) for isi in b.isian.values()]) for b in ekspor.baris
    ]  # fmt: skip


def sesuai(nip, baris, kolom="BEFG"):
    awal, *lain = kolom
    return (
        nip,
        f"{awal}{baris}",
        [(isi, f"{huruf}{baris}") for isi, huruf in zip((SESUAI, SESUAI, "Baik"), lain, strict=True)],
    )


def test_yang_ada_di_sekitar_tabel_bukan_orang(kota):
    """Column numbers, blank rows, a header printed again on the next page, a total, a signature: five rows, two people."""
    berkas = tulis_ekspor(kota, "A.xlsx", [])
    buku = openpyxl.load_workbook(berkas)
    lembar = buku.active
    for isi in (
        ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"], [1, *sebaris(SITI)], [], KEPALA, [2, *sebaris(BUDI)],
        ["Jumlah", None, None, None, None, None, 2], [], [None, None, None, None, None, "Bukittinggi, 3 Juni 2026"],
        [None, None, None, None, None, "Pejabat Penilai"],
    ):  # fmt: skip
        lembar.append(list(isi))
    buku.save(berkas)
    ekspor = baca(kota)
    assert ringkas(ekspor) == [sesuai(SITI, 7), sesuai(BUDI, 10)]
    assert ekspor.temuan == []
    assert ekspor.kurang_pasti == []


def test_kolom_bertukar_tergabung_dan_digeser(kota):
    kepala = ("PREDIKAT", "No.", "NAMA LENGKAP", "Perilaku\nKerja", "Hasil  Kerja", "NIP/NI PPPK", "Unit")
    berkas = tulis_ekspor(kota, "A.xlsx", [], kepala=kepala, geser=9)
    buku = openpyxl.load_workbook(berkas)
    lembar = buku.active
    lembar.append(
        ["Baik", 1, "Orang", SESUAI, SESUAI, f"'{SITI[:8]} {SITI[8:14]} {SITI[14]} {SITI[15:]}", "KEL"]
    )
    lembar.merge_cells("A10:G10")
    lembar.insert_cols(1, 2)
    buku.save(berkas)
    ekspor = baca(kota)
    assert ringkas(ekspor) == [sesuai(SITI, 15, "HGFC")]
    assert ekspor.temuan == []


def test_lembar_petunjuk_dan_dua_lembar_penilai(kota):
    berkas = tulis_ekspor(kota, "A.xlsx", [sebaris(SITI)])
    buku = openpyxl.load_workbook(berkas)
    kedua = buku.copy_worksheet(buku.active)
    kedua.title = "Penilai kedua"
    kedua["B6"] = BUDI
    lain = buku.copy_worksheet(buku.active)
    lain.title, lain["A3"], lain["B6"] = "Penilai ketiga", "Periode Bulanan 4 Tahun 2026", RAJO
    petunjuk = buku.create_sheet("Petunjuk", 0)
    petunjuk["A1"] = "Cara membaca rekap penilaian"
    buku.save(berkas)
    ekspor = baca(kota)
    assert [(b.nip, b.letak.lembar) for b in ekspor.baris] == [(SITI, "Worksheet"), (BUDI, "Penilai kedua")]
    assert ekspor.dipakai == ["bkn/2026-05/A.xlsx"]
    assert [(t.kode, str(t.letak)) for t in ekspor.temuan] == [
        ("bkn-periode-lain", "bkn/2026-05/A.xlsx › Penilai ketiga › A3")
    ]


@pytest.mark.parametrize("periode", ["Rekapitulasi", "Periode Bulanan 5 Tahun 2026"])
def test_ekspor_tahunan_menurut_kepalanya_tidak_dipakai_bagi_sebulan(kota, periode):
    """The header is a witness too: an annual predikat is none of May's, whatever the banner says."""
    kepala = (*KEPALA[:-1], "Predikat Kinerja Tahunan")
    tulis_ekspor(kota, "A.xlsx", [sebaris(SITI)], kepala=kepala, periode=periode)
    ekspor = baca(kota)
    assert ekspor.baris == []
    assert ekspor.diabaikan == ["bkn/2026-05/A.xlsx"]
    assert [(t.kode, t.letak.sel) for t in ekspor.temuan] == [("bkn-periode-lain", "G5")]


def test_ekspor_tahunan_dipakai_bagi_tahunnya(kota):
    kepala = (*KEPALA[:-1], "Predikat Kinerja Tahunan")
    berkas = tulis_ekspor(
        kota, "A.xlsx", [sebaris(SITI)], kepala=kepala, periode="Periode Tahunan Tahun 2026"
    )
    (kota / "bkn/2026").mkdir()
    berkas.rename(kota / "bkn/2026/A.xlsx")
    tulis_ekspor(kota, "B.xlsx", [sebaris(BUDI)]).rename(kota / "bkn/2026/B.xlsx")
    ekspor = baca(kota, "2026")
    assert [b.nip for b in ekspor.baris] == [SITI]
    assert [(t.kode, t.letak.berkas) for t in ekspor.temuan] == [("bkn-periode-lain", "bkn/2026/B.xlsx")]


@pytest.mark.parametrize(
    ("teks", "kode"),
    [
        ("Periode Bulanan 05 Tahun 2026", "2026-05"), ("periode : bulanan 5 tahun 2026", "2026-05"),
        ("Periode Bulanan ke 12 Tahun 2026", "2026-12"), ("PERIODE TRIWULANAN KE-2 TAHUN 2026", "2026-T2"),
        ("Periode Bulanan 5 dan 6 Tahun 2026", None), ("Periode Bulanan 5 Tahun 2026 dan 2025", None), ("Periode Semesteran 3 Tahun 2026", None),
        ("Periode", None),
    ],
)  # fmt: skip
def test_baris_periode(teks, kode):
    assert baca_periode_bkn(teks) == kode


def test_yang_mungkin_ekspor_dan_bukan_buku_kerja_disebut(kota):
    berkas = tulis_ekspor(kota, "A.xlsx", [sebaris(SITI)])
    for nama in ("BKPSDM/B.xlsx", "OPD/2026/C.csv", "kosong/catatan.txt", ".git/D.xlsx"):
        (berkas.parent / nama).parent.mkdir(parents=True)
        (berkas.parent / nama).write_bytes(b"")
    for nama in ("rekap.csv", "Rekap.HTM", "semua.zip", "catatan.txt", "paraf.pdf"):
        (berkas.parent / nama).write_bytes(b"")
    ekspor = baca(kota)
    assert [b.nip for b in ekspor.baris] == [SITI]
    disebut = ["BKPSDM", "OPD", "Rekap.HTM", "rekap.csv", "semua.zip"]
    assert ekspor.diabaikan == [f"bkn/2026-05/{nama}" for nama in disebut]
    assert [(t.kode, t.letak.berkas) for t in ekspor.temuan] == [
        ("ekspor-tidak-dibaca", f"bkn/2026-05/{nama}") for nama in disebut
    ]
    assert ekspor.temuan[0].saran == (
        "Bila isinya ekspor, pindahkan ekspor di dalamnya langsung ke folder di atasnya; bila bukan, pindahkan ke luar."
    )
    assert "Berkas .htm ini" in ekspor.temuan[2].pesan


def test_setiap_jebakan_sekaligus_tidak_ada_yang_terlewat_atau_dikarang(kota):
    """Several assessors' files for one unit, each with its own fault: who is read, who is only named, and where."""
    tulis_ekspor(kota, "1 baik.xlsx", [sebaris(SITI), sebaris(BUDI, "Diatas Ekspektasi")], geser=4)
    tulis_ekspor(kota, "2 salinan.xlsx", [sebaris(SITI)])
    tulis_ekspor(kota, "3 bulan lain.xlsx", [sebaris(RAJO)], periode="Periode Bulanan 6 Tahun 2026")
    tulis_ekspor(kota, "4 tahunan.xlsx", [sebaris(RAJO)], periode="Periode Tahunan Tahun 2026")
    tulis_ekspor(kota, "5 tanpa kepala.xlsx", [], kepala=("Uraian", "Banyak"))
    tulis_ekspor(kota, "6 tanpa nip.xlsx", [sebaris("", predikat="Kurang"), sebaris(RAJO[:17])])
    (kota / "bkn/2026-05/7 rusak.xlsx").write_bytes(b"PK\x03\x04")
    (kota / "bkn/2026-05/~$1 baik.xlsx").write_bytes(b"kunci")
    (kota / "bkn/2026-05/catatan.txt").write_text("bukan ekspor", encoding="utf-8")
    ekspor = baca(kota)
    assert [(b.letak.berkas.rpartition("/")[2], b.nip, b.letak.sel) for b in ekspor.baris] == [
        ("1 baik.xlsx", SITI, "B10"), ("1 baik.xlsx", BUDI, "B11"), ("2 salinan.xlsx", SITI, "B6"),
    ]  # fmt: skip
    assert [nama.rpartition("/")[2] for nama in ekspor.dipakai] == [
        "1 baik.xlsx",
        "2 salinan.xlsx",
        "6 tanpa nip.xlsx",
    ]
    assert [nama.rpartition("/")[2][0] for nama in ekspor.diabaikan] == ["3", "4", "5", "7"]
    assert [(t.letak.berkas.rpartition("/")[2][0], t.kode, t.letak.sel) for t in ekspor.temuan] == [
        ("3", "bkn-periode-lain", "A3"), ("4", "bkn-periode-lain", "A3"), ("5", "kepala-tabel-hilang", ""), ("6", "nip-format", "B6"),
        ("6", "nip-format", "B7"), ("7", "berkas-tidak-terbaca", ""),
    ]  # fmt: skip
    assert [b.nip for b in ekspor.kurang_pasti] == ["", RAJO[:17]]


def test_kata_yang_rusak_hanya_di_kolomnya_sendiri():
    kunci, lain = KOLOM_BKN[:2]
    tabel = Tabel(
        "BKN", "bkn/2026-06/a.xlsx", "Rekap", {kunci: 4, lain: 5}, [5, 6, 8], {kunci: ["Baik", 95.5, ""], lain: ["a", "b", "c"]},
        cacat={(kunci, 0): "sel-galat", (lain, 1): "sel-galat", ("nama", 2): "sel-galat"},
    )  # fmt: skip
    assert _kata(tabel, kunci) == [None, "95,5", ""]
    assert _kata(tabel, lain) == ["a", None, "c"]


@pytest.mark.parametrize(
    ("akhiran", "cara"),
    [
        *((nama, "buka di Excel lalu simpan sebagai .xlsx") for nama in (".csv", ".tsv", ".htm", ".html")),
        *((nama, "keluarkan isinya dari arsip itu") for nama in (".zip", ".rar", ".7z")),
    ],
)
def test_setiap_jenis_berkas_yang_mungkin_ekspor_disebut_dengan_caranya(kota, akhiran, cara):
    berkas = kota / f"bkn/2026-05/rekap{akhiran.upper()}"
    berkas.parent.mkdir(parents=True)
    berkas.write_text("", encoding="utf-8")
    (lain,) = baca(kota).temuan
    assert (lain.kode, dict(lain.isi)) == (
        "ekspor-tidak-dibaca",
        {"jenis": f"Berkas {akhiran}", "cara": cara},
    )
