"""Two workbooks that should be one: each cell that differs is named with both its texts, numbers and formulas."""

import io
import zipfile

import pytest
import xlsxwriter

from asn_nilai.baca.format_sel.banding_buku import beda_buku


def buku(*sel: object, judul: str = "Nilai") -> bytes:
    """Write a workbook as the program does, its texts shared between cells."""
    aliran = io.BytesIO()
    with xlsxwriter.Workbook(aliran) as berkas:
        berkas.add_worksheet(judul).write_row(0, 0, ["NIP", "Nama", *sel])
    return aliran.getvalue()


@pytest.mark.parametrize(
    ("asli", "ulang", "beda"),
    [
        (("Baik", 98.5), ("Kurang", 98.5), "Nilai › C1: tertulis Baik, hitungan memberi Kurang"),
        (("Baik", 98.5), ("Baik", 96.8), "Nilai › D1: tertulis 98.5, hitungan memberi 96.8"),
        (("Baik",), ("Baik", "Nama"), "Nilai › D1: tertulis kosong, hitungan memberi Nama"),
        (("=1+1",), ("=1+2",), "Nilai › C1: tertulis =1+1 → 0, hitungan memberi =1+2 → 0"),
    ],
)
def test_sel_yang_lain_disebut_dengan_kedua_isinya(asli, ulang, beda):
    assert beda_buku(buku(*asli), buku(*ulang)) == [beda]


def test_lembar_dan_berkas_yang_bukan_buku_disebut():
    assert beda_buku(buku(judul="A"), buku(judul="B")) == [
        "lembar A hanya ada di salah satunya",
        "lembar B hanya ada di salah satunya",
    ]
    assert beda_buku(b"bukan buku", buku()) == ["tidak terbaca sebagai buku kerja"]


def ubah(
    isi: bytes, bagian: str = "", lama: bytes = b"", baru: bytes = b"", *, cara: int = zipfile.ZIP_DEFLATED
) -> bytes:
    aliran = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(isi)) as asli, zipfile.ZipFile(aliran, "w", cara) as hasil:
        for nama in asli.namelist():
            data = asli.read(nama)
            hasil.writestr(nama, data.replace(lama, baru) if nama == bagian else data)
        if bagian and bagian not in asli.namelist():
            hasil.writestr(bagian, baru)
    return aliran.getvalue()


def test_yang_sama_isi_selnya_disebut_bagian_mana_yang_lain():
    asli = buku("Baik", 98.5)
    assert beda_buku(asli, ubah(asli, "xl/styles.xml", b"Calibri", b"Arial")) == [
        "bagian xl/styles.xml lain (format, bukan isi sel)"
    ]
    assert beda_buku(asli, ubah(asli, "xl/tambahan.xml", b"", b"<a/>")) == [
        "bagian xl/tambahan.xml lain (format, bukan isi sel)"
    ]
    assert beda_buku(asli, ubah(asli, cara=zipfile.ZIP_STORED)) == ["kemasan berkasnya lain, isinya sama"]
