"""The archive that the second reader gets holds the very parts of the first one's, and what is large is not packed twice."""

import io
import random
import struct
import tracemalloc
import zipfile

import pytest

from asn_nilai.baca.berkas import deflate
from asn_nilai.baca.berkas.arsip import Arsip
from asn_nilai.baca.berkas.galat import BukuTidakTerbacaError

LEMBAR = "xl/worksheets/sheet1.xml"
BESAR = b"<row><c><v>743</v></c></row>" * 2_000
ACAK = random.Random(3).randbytes(40_000)


def kemas(bagian, cara=zipfile.ZIP_DEFLATED):
    tujuan = io.BytesIO()
    with zipfile.ZipFile(tujuan, "w", cara) as arsip:
        for nama, isi in bagian.items():
            arsip.writestr(nama, isi)
    return tujuan.getvalue()


def isi(data):
    with zipfile.ZipFile(io.BytesIO(data)) as arsip:
        assert arsip.testzip() is None
        return {info.filename: (arsip.read(info), info.compress_type) for info in arsip.infolist()}


def test_bagian_besar_yang_dibaca_dua_kali_tidak_dikemas_lagi_dan_yang_lain_tetap():
    bagian = {
        "xl/workbook.xml": b"<workbook/>", LEMBAR: BESAR, "xl/worksheets/sheet2.xml": b"<row/>", "xl/sharedStrings.xml": ACAK,
        "xl/media/gambar é.png": BESAR,
    }  # fmt: skip
    arsip = Arsip(kemas(bagian))
    ulang = isi(arsip.untuk_pembaca_lain())
    assert {nama: teks for nama, (teks, _) in ulang.items()} == bagian
    terbuka = {nama for nama, (_, cara) in ulang.items() if cara == zipfile.ZIP_STORED}
    assert terbuka == {LEMBAR, "xl/sharedStrings.xml"}
    assert arsip.baca(LEMBAR) == BESAR
    assert arsip.baca("XL/Worksheets/Sheet1.xml") == BESAR


def test_tanpa_bagian_besar_arsipnya_tetap_yang_semula():
    data = kemas({LEMBAR: b"<row/>", "docProps/app.xml": BESAR})
    assert Arsip(data).untuk_pembaca_lain() is data


@pytest.mark.parametrize("ubah", ["sidik", "panjang"])
def test_bagian_yang_rusak_dibiarkan_dan_dikatakan_ketika_diminta(ubah):
    data = bytearray(kemas({LEMBAR: BESAR, "xl/sharedStrings.xml": ACAK}))
    pusat = data.find(b"PK\x01\x02")
    # In the directory the CRC stands at 16, the packed size at 20.
    struct.pack_into("<L", data, pusat + (16 if ubah == "sidik" else 20), 7)
    arsip = Arsip(bytes(data))
    with zipfile.ZipFile(io.BytesIO(arsip.untuk_pembaca_lain())) as ulang:
        assert ulang.read("xl/sharedStrings.xml") == ACAK
        with pytest.raises((zipfile.BadZipFile, EOFError)):
            ulang.read(LEMBAR)
    with pytest.raises(BukuTidakTerbacaError):
        arsip.baca(LEMBAR)


def test_lembar_yang_terlalu_besar_untuk_disimpan_tetap_dikemas():
    data = kemas({LEMBAR: b"0" * 5_000_000})
    arsip = Arsip(data)
    assert arsip.untuk_pembaca_lain() is data
    assert sum(map(len, arsip.alirkan(LEMBAR))) == 5_000_000


def test_dari_bagian_yang_menjanjikan_sedikit_tidak_dikembangkan_lebih_dari_itu():
    data = bytearray(kemas({LEMBAR: b"0" * 20_000_000}))
    # In the directory the size of what is packed stands at 24.
    struct.pack_into("<L", data, data.find(b"PK\x01\x02") + 24, 50_000)
    arsip = Arsip(bytes(data))
    tracemalloc.start()
    try:
        assert arsip.untuk_pembaca_lain() is arsip.data
        _, puncak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert puncak < 3_000_000


def test_bagian_yang_sudah_terbuka_tidak_dikembangkan_lagi(monkeypatch):
    lembar, teks = ACAK[:5_000].hex().encode(), ACAK[5_000:15_000].hex().encode()
    arsip = Arsip(kemas({LEMBAR: lembar, "xl/sharedStrings.xml": teks}))
    ulang = isi(arsip.untuk_pembaca_lain())
    assert {cara for _, cara in ulang.values()} == {zipfile.ZIP_STORED}
    monkeypatch.delattr(deflate, "decompressobj")
    assert arsip.baca(LEMBAR) == lembar
    assert arsip.baca("xl/sharedStrings.xml") == teks


def test_batas_berlaku_juga_bagi_bagian_yang_sudah_terbuka():
    arsip = Arsip(kemas({LEMBAR: BESAR}))
    arsip.untuk_pembaca_lain()
    with pytest.raises(BukuTidakTerbacaError):
        list(arsip.alirkan(LEMBAR, 50_000))
