"""The identity block line by line: where a value stands, and which one contradicts the file's place."""

import pytest

from asn_nilai.acuan.isian.formulir.daftar_formulir import FORMULIR
from asn_nilai.acuan.isian.skema import Skema, Unit
from asn_nilai.acuan.periode import Bulan
from asn_nilai.baca.setoran.identitas import baca_identitas, periksa_identitas, semua_identitas
from asn_nilai.baca.tabel.sel import SEL_GALAT, TERTUTUP, SelRusak

CAPAIAN, JUNI = FORMULIR["Capaian"], Bulan(2026, 6)
UNIT = {"071": Unit("071", "Puskesmas Contoh"), "DIN": Unit("DIN", "Dinas Kesehatan")}


def baca(*kisi):
    return {
        kunci: (baris.isi, baris.sel)
        for kunci, baris in baca_identitas(list(kisi), CAPAIAN, len(kisi)).items()
    }


@pytest.mark.parametrize(
    ("baris", "isi", "kolom"),
    [
        (["Kode Unit", "071"], "071", 1), (["Kode Unit:", "", " : 071 "], "071", 2), (["Kode Unit : 071", "x"], "071", 0), (["Kode Unit", "", "", 71.0], 71.0, 3), (["kode unit", ":", "071"], "071", 2),
        (["Kode Unit", SelRusak(TERTUTUP, "a"), "071"], "071", 2), (["", "Kode OPD", "071"], "071", 2),
        (["Kode Unit".ljust(40), "071"], "071", 1),
    ],
)  # fmt: skip
def test_isi_di_kanan_label_atau_di_belakang_titik_dua(baris, isi, kolom):
    assert baca(["Judul"], baris) == {"kode_unit": (isi, (1, kolom))}


@pytest.mark.parametrize(
    "baris",
    [
        ["Kode Unit"],
        ["Kode Unit", "", ""],
        ["Kode Unit", "Unit Kerja:", ""],
        ["Kode Unit", " "],
        ["x" * 90 + "Kode Unit", "071"],
        ["Kode Unit".ljust(41), "071"],
        [5.0, "071"],
    ],
)
def test_label_tanpa_isi_tidak_berkata_apa_apa(baris):
    assert baca(baris) == {}


def test_label_di_samping_label_dan_yang_berulang():
    kisi = [
        ["Kode Unit", "071", "Unit Kerja", "Puskesmas"],
        [],
        ["Kode Unit", "DIN"],
        ["Periode", SelRusak(SEL_GALAT, "#REF!")],
    ]
    semua = semua_identitas(kisi, CAPAIAN, range(9))
    assert [(kunci, baris.isi, baris.sel) for kunci, baris in semua] == [
        ("kode_unit", "071", (0, 1)), ("unit_kerja", "Puskesmas", (0, 3)), ("kode_unit", "DIN", (2, 1)), ("periode", SelRusak(SEL_GALAT, "#REF!"), (3, 1)),
    ]  # fmt: skip
    assert baca(*kisi)["kode_unit"] == ("071", (0, 1))
    assert baca_identitas(kisi, CAPAIAN, 0) == {}


class Catat(list):
    """Keeps what is noted."""

    def tambah(self, kode, sel, *, fakta):
        self.append((kode, sel, fakta["label"], fakta["tertulis"], fakta["seharusnya"]))


def periksa(*baris, waktu=JUNI):
    catatan = Catat()
    cocok = periksa_identitas(
        baca_identitas(list(baris), CAPAIAN, len(baris)), UNIT["071"], waktu, Skema(UNIT, (), {}), catatan
    )
    assert cocok is (not catatan)
    return [isi[1:] for isi in catatan]


@pytest.mark.parametrize(
    "baris",
    [
        ["Kode Unit", "071"],
        ["Kode Unit", 71.0],
        ["Unit Kerja", "puskesmas  contoh"],
        ["Unit Kerja", "071"],
        ["Unit Kerja", "Puskesmas Lama"],
        ["Periode", "Juni 2026"],
        ["Tahun", "2026"],
        ["Tahun", 2026.0],
    ],
)
def test_yang_cocok(baris):
    assert periksa(baris) == []


@pytest.mark.parametrize(
    ("baris", "harap"),
    [
        (["Kode Unit", "71"], ("Kode Unit", "71", "071")), (["Kode Unit", 72.0], ("Kode Unit", "72", "071")), (["Kode Unit", "DIN"], ("Kode Unit", "DIN", "071")),
        (["Unit Kerja", "Dinas Kesehatan"], ("Unit Kerja", "Dinas Kesehatan", "Puskesmas Contoh")), (["Periode", "Mei 2026"], ("Periode", "Mei 2026", "2026-06")), (["Tahun", "2025"], ("Tahun", "2025", "2026")),
    ],
)  # fmt: skip
def test_yang_bertentangan_disebut_dengan_yang_seharusnya(baris, harap):
    assert periksa(baris) == [((0, 1), *harap)]


def test_nama_unit_lain_bertentangan_juga_bila_kodenya_cocok():
    """The code was changed in another unit's book, or this one was filled in for the other: nobody can tell."""
    nama = ["Unit Kerja", "Dinas Kesehatan"]
    assert periksa(["Kode Unit", "071"], nama) == [((1, 1), *nama, "Puskesmas Contoh")]
    assert periksa(["Kode Unit", "071"], ["Unit Kerja", "Puskesmas Lama"]) == []


def test_nama_unit_lain_tidak_disebut_lagi_di_samping_kodenya():
    assert [
        isi[1]
        for isi in periksa(
            ["Kode Unit", "DIN"], ["Unit Kerja", "Dinas Kesehatan"], ["Periode", "Mei"], ["Tahun", "2025"]
        )
    ] == ["Kode Unit", "Periode", "Tahun"]


def test_waktu_buku_target_ialah_tahunnya():
    assert periksa(["Periode", "2026"], ["Tahun", "2026"], waktu=2026) == []
    assert periksa(["Periode", "2025"], waktu=2026) == [((0, 1), "Periode", "2025", "2026")]
