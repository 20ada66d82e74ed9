"""A realisasi that is a formula: which ones take the target or another file, and which only count."""

from types import SimpleNamespace

import pytest

from asn_nilai.acuan.isian.formulir.tabel import Tabel
from asn_nilai.baca.format_sel.lembar import FormatSel, LembarTerbaca, sel_dari_nama
from asn_nilai.baca.tabel.asal_rumus import sebut_rumus
from asn_nilai.baca.tabel.catatan import Catatan

KOLOM = {"nip": 1, "kode_indikator": 3, "target": 6, "realisasi": 7, "pembilang": 10, "penyebut": 11}
SITI, BUDI = "198603152009032001", "199001102015021002"


def sebut(rumus: dict[str, str], **ganti: list[float | None]) -> list[tuple[str, str, str]]:
    """What is said of two rows under a header in row 8, whose target is in column G."""
    isi = {"nip": [SITI, BUDI], "kode_indikator": ["KJ", "RS"], "realisasi": [41.0, 43.2], "pembilang": [None, 743.0], "penyebut": [None, 1720.0]}  # fmt: skip
    tabel = Tabel("Capaian", "capaian.xlsx", "Capaian", KOLOM, [8, 9], {**isi, **ganti})
    format_sel = FormatSel(rumus={sel_dari_nama(sel): teks for sel, teks in rumus.items()})
    mentah = SimpleNamespace(
        tabel=tabel, lembar=LembarTerbaca("Capaian", [], format_sel), kepala=SimpleNamespace(baris=7),
        sel_asal=lambda kunci, posisi: (tabel.baris[posisi], KOLOM[kunci]),
    )  # fmt: skip
    catatan = Catatan("capaian.xlsx", "PKM", "Capaian")
    sebut_rumus(mentah, catatan)
    return [(ini.kode, ini.letak.sel, ini.nip) for ini in catatan.temuan]


@pytest.mark.parametrize(
    "rumus",
    [
        "G9", "G9*1.1", "+$G$9", "MIN(G9,50)", "VLOOKUP(D9,$D$9:$G$40,4,0)", "SUM(G:G)", "Capaian!G9", "'Target 2026'!L10", "Target!$L$10",
        'IF(G9="",0,G9)', "Tabel1[[#This Row],[Target]]", 'G9&""', "[1]Target!L10",
    ],
)  # fmt: skip
def test_yang_mengambil_target_disebut_di_selnya(rumus):
    assert sebut({"H9": rumus}) == [("rumus-dari-target", "H9", SITI)]


@pytest.mark.parametrize(
    "rumus",
    [
        "K9/L9*100", 'IF(G9="","",K9)', "IF(G9=0,0,K9/L9)", "IF(ISBLANK(G9),0,K9)", "IF(COUNT(G9,K9)=2,K9,0)", "SUM(M9:P9)", "H10", "G3", "LOG10(K9)",
        "Rekap!G9", '"G9"', "AG9", "G9A", "CG9:CH9", "Gaji",
    ],
)  # fmt: skip
def test_yang_menghitung_sendiri_tidak_disebut(rumus):
    assert sebut({"H9": rumus}) == []


def test_sel_bantu_ditelusuri_dan_lingkaran_berakhir():
    assert sebut({"H10": "N10", "N10": "O10+1", "O10": "G10"}) == [("rumus-dari-target", "H10", BUDI)]
    assert sebut({"H10": "N10", "N10": "H10"}) == []
    assert sebut({"H10": "N10", "N10": "[2]Rekap!A1"}) == [("rumus-dari-luar", "H10", "")]


def test_pembilang_dan_penyebut_dilihat_juga():
    assert sebut({"K10": "G10*L10/100", "L10": "[1]A!B2"}) == [
        ("rumus-dari-target", "K10", BUDI),
        ("rumus-dari-luar", "L10", ""),
    ]


@pytest.mark.parametrize(
    "rumus",
    ["[1]Rekap!$D$7", "'[2]Lembar 1'!A1", "'C:\\data\\[rekap.xlsx]A'!B2", "['file:///a/b.ods'#$Rekap.A1]"],
)
def test_dari_berkas_lain_disebut_sekali_selembar(rumus):
    assert sebut({"H9": rumus, "H10": rumus}) == [("rumus-dari-luar", "H9", "")]


def test_yang_bukan_angka_ditemukan_di_tempat_lain():
    assert sebut({"H9": "G9"}, realisasi=[None, 43.2]) == []
