"""The records of an .xlsb sheet: what is noted of rows, columns, ranges and cells, bit by bit ([MS-XLSB])."""

import io
import struct
import zipfile
from types import SimpleNamespace

import pytest
from buku_biner import Format, Galat, Naik, Persen, Putih, Teks, _r, _teks, buku_xlsb

from asn_nilai.baca.berkas.arsip import Arsip
from asn_nilai.baca.berkas.galat import ISI_RUSAK, BukuTidakTerbacaError
from asn_nilai.baca.buku import Buku
from asn_nilai.baca.format_sel.rekaman_xlsb import _bilangan, rekaman
from asn_nilai.baca.format_sel.xlsb import (
    _format_sel,
    _Gaya,
    _huruf,
    _luruskan,
    _warna,
    pembaca_format,
)
from asn_nilai.baca.tabel.sel import SelRusak, kenali_rusak

BATAS = SimpleNamespace(sel=1000, teks_mb=1)


def format_sel(sel, **susunan):
    return Buku(buku_xlsb("Capaian", sel, **susunan)).lembar("Capaian").format_sel


def test_baris_kolom_dan_rentang_yang_tidak_tampak_atau_digabung():
    isi = {(0, 0): 1.0, (1, 1): 2.0, (2, 2): 3.0}
    ini = format_sel(isi, baris_tersembunyi=[1], kolom_tersembunyi=[2, 4], gabungan=[(0, 1, 2, 3)])
    assert (ini.baris_tersembunyi, ini.kolom_tersembunyi, ini.gabungan) == (
        {1},
        [(2, 2), (4, 4)],
        [(0, 1, 2, 3)],
    )
    assert (ini.tinggi, ini.lebar, ini.nol_tersembunyi) == (3, 3, False)
    assert format_sel(isi, tanpa_nol=True).nol_tersembunyi
    tanpa = format_sel(isi)
    assert (tanpa.baris_tersembunyi, tanpa.kolom_tersembunyi, tanpa.gabungan) == (set(), [], [])


@pytest.mark.parametrize(
    ("kode", "teks"),
    [(0x00, "#NULL!"), (0x07, "#DIV/0!"), (0x0F, "#VALUE!"), (0x17, "#REF!"), (0x1D, "#NAME?"), (0x24, "#NUM!"), (0x2A, "#N/A"), (0x2B, "#N/A")],
)  # fmt: skip
def test_setiap_galat_menurut_kodenya(kode, teks):
    assert format_sel({(0, 1): Galat(kode)}).galat == {(0, 1): teks}


def test_persen_format_lain_huruf_samar_dan_coretan():
    ini = format_sel(
        {
            (0, 0): Persen(0.95), (0, 1): Format(7.0, '0"00"'), (0, 2): Putih(5.0), (0, 3): Teks.dari("7743", (0, 1), (1, 0)), (0, 4): Teks.dari("743", (2, 2)),
            (0, 5): Teks.dari("lama", (0, 1), bersama=True), (0, 6): Teks.dari("12", seluruhnya=True), (0, 7): Teks.dari("743"), (0, 8): None, (0, 9): "a",
        }
    )  # fmt: skip
    assert (ini.persen, ini.tampak) == ({(0, 0)}, {(0, 1): "700", (0, 2): ""})
    assert ini.berias == {(0, 3), (0, 4), (0, 6)}
    assert ini.dicoret == {(0, 3), (0, 5), (0, 6)}
    assert ini.samar == {(0, 2)}
    assert ini.lebar == 10


def test_sel_yang_dinaikkan_seluruhnya():
    ini = format_sel({(0, 0): Naik(102.0), (0, 1): 102.0, (0, 2): Teks.dari("102", (0, 2)), (0, 3): Teks.dari("102", (2, 2))})  # fmt: skip
    assert (ini.digeser, ini.berias) == ({(0, 0), (0, 2)}, {(0, 0), (0, 2), (0, 3)})
    assert ini.dicoret == set()


@pytest.mark.parametrize(
    ("data", "awal", "banyak", "hasil"),
    [
        (b"\x05\x07", 0, 2, (5, 1)),
        (b"\x85\x07", 0, 2, (5 + (7 << 7), 2)),
        (b"\x85\x87\x01", 0, 2, (5 + (7 << 7), 2)),
        (b"\xff\x85\x87\x01", 1, 4, (5 + (7 << 7) + (1 << 14), 4)),
    ],
)
def test_bilangan_bertujuh_bit(data, awal, banyak, hasil):
    assert _bilangan(data, awal, banyak) == hasil


def test_rekaman_berurutan_dengan_panjangnya():
    isi = b"x" * 200
    assert list(rekaman(_r(0, b"ab") + _r(390) + _r(176, isi))) == [(0, b"ab"), (390, b""), (176, isi)]


def lembar(*rekaman: bytes, gaya: bytes = b"", teks=()):
    return _format_sel(b"".join(rekaman), _Gaya(gaya), list(teks), "Capaian", BATAS)


def sel(nomor: int, kolom: int, isi: bytes = b"", gaya: int = 0) -> bytes:
    return _r(nomor, struct.pack("<II", kolom, gaya) + isi)


BARIS = _r(0, struct.pack("<IIHBBBI", 4, 0, 300, 0, 0, 0, 0))
GAYA = (
    _r(44, struct.pack("<H", 164) + _teks('0"00"')) + _r(44, struct.pack("<H", 165) + _teks('@" lama"')) + _r(617, struct.pack("<I", 3))
    + b"".join(_r(47, struct.pack("<HHHHHI", 0, nomor, 0, 0, 0, 0)) for nomor in (0, 164, 165, 9)) + _r(618)
    + _r(47, struct.pack("<HHHHHI", 0, 164, 0, 0, 0, 0))
)  # fmt: skip


def test_angka_dalam_setiap_rekaman_angka_memakai_format_gayanya():
    angka = struct.pack("<d", 7.0)
    ini = lembar(
        BARIS,
        sel(2, 0, struct.pack("<i", 7 << 2 | 2), 1),
        sel(5, 1, angka, 1),
        sel(9, 2, angka, 1),
        sel(4, 3, b"\1", 1),
        sel(5, 4, angka),
        sel(5, 5, angka, 9),
        gaya=GAYA,
    )
    assert ini.tampak == {(4, 0): "700", (4, 1): "700", (4, 2): "700"}
    assert (ini.tinggi, ini.lebar) == (5, 6)


def test_teks_dalam_setiap_rekaman_teks_memakai_format_gayanya():
    teks = _teks("Baik")
    ini = lembar(
        BARIS,
        sel(6, 0, teks, 2),
        sel(7, 1, struct.pack("<I", 9), 2),
        sel(8, 2, teks, 2),
        sel(62, 3, b"\0" + teks, 2),
        sel(6, 4, teks, 1),
        sel(6, 5, teks),
        gaya=GAYA,
    )
    assert ini.format_teks == {(4, k): '@" lama"' for k in range(4)} | {(4, 4): '0"00"'}


def test_galat_dan_rumus_galat_dan_sel_kosong():
    ini = lembar(BARIS, sel(1, 7), sel(3, 0, b"\x17"), sel(11, 1, b"\x07"), sel(12, 9, b"\x07"), gaya=GAYA)
    assert (ini.galat, ini.lebar) == ({(4, 0): "#REF!", (4, 1): "#DIV/0!"}, 2)


@pytest.mark.parametrize(
    ("isi", "warna"),
    [(b"", "bawaan"), (bytes([4, 0, 0, 0, 255, 0, 16, 255]), "ff0010"), (bytes([5, 0, 0, 0, 1, 2, 3, 255]), "010203"), (bytes([0, 0, 0, 0, 1, 2, 3, 255]), "bawaan")],
)  # fmt: skip
def test_warna_menurut_jenisnya(isi, warna):
    assert _warna(isi, "bawaan") == warna


def isian(pola: int, *rgb: int) -> bytes:
    return _r(45, struct.pack("<I", pola) + bytes([5, 0, 0, 0, *rgb, 255]) + bytes(8))


BIRU, KUNING = (0, 0, 255), (255, 255, 0)


@pytest.mark.parametrize(
    ("huruf", "dasar", "samar"),
    [
        (0, 0, False), (0, 1, False), (1, 0, False), (1, 1, True), (1, 2, False), (1, 3, False), (2, 0, True), (2, 1, False), (2, 9, True), (9, 9, False), (9, 4, True), (1, 4, False),
    ],
)  # fmt: skip
def test_huruf_yang_sewarna_dengan_dasarnya(huruf, dasar, samar):
    """Fonts: none, blue, white; grounds: none, blue, yellow, a blue pattern, black; what is not there is black on white."""
    warna = [b"", bytes([5, 0, 0, 0, *BIRU, 255]), bytes([5, 0, 0, 0, 255, 255, 255, 255])]
    gaya = b"".join(_r(43, bytes(8 if not isi else 12) + isi) for isi in warna)
    gaya += isian(0) + isian(1, *BIRU) + isian(1, *KUNING) + isian(5, *BIRU) + isian(1, 0, 0, 0)
    gaya += _r(617) + _r(47, struct.pack("<HHHHHI", 0, 0, huruf, dasar, 0, 0)) + _r(618)
    assert lembar(BARIS, sel(5, 3, bytes(8)), gaya=gaya).samar == ({(4, 3)} if samar else set())


def dengan(bagian: str, isi: bytes, buku: bytes = buku_xlsb("Capaian", {(0, 0): 1.0})) -> Arsip:
    """Return a workbook one part of which is this."""
    baru = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(buku)) as lama,
        zipfile.ZipFile(baru, "w") as arsip,
    ):
        for nama in {*lama.namelist(), bagian}:
            arsip.writestr(nama, isi if nama == bagian else lama.read(nama))
    return Arsip(baru.getvalue())


SEPARUH = struct.pack("<I", 2) + b"\0\xd8a\0"
"""A text whose first letter is half of one."""


@pytest.mark.parametrize(
    "isi",
    [
        b"\x80",  # a record's number that does not end
        _r(0, b"\0" * 4),  # a row without its flags
        _r(0),
        BARIS + _r(6, b"\0\0"),
        BARIS + sel(62, 0, b"\1" + SEPARUH + struct.pack("<IHH", 1, 0, 1)),
    ],
)
def test_rekaman_yang_terpotong_adalah_berkas_rusak(isi):
    with pytest.raises(BukuTidakTerbacaError) as galat:
        pembaca_format(dengan("xl/worksheets/sheet1.bin", isi))("Capaian")
    assert (galat.value.kode, dict(galat.value.isi)) == ("berkas-tidak-terbaca", {"sebab": ISI_RUSAK})


@pytest.mark.parametrize(
    ("bagian", "isi"),
    [
        ("xl/workbook.bin", b"\x80"), ("xl/workbook.bin", _r(156, bytes(8))), ("xl/workbook.bin", _r(156, bytes(8) + _teks("rId1") + SEPARUH)), ("xl/styles.bin", b"\x80"),
        ("xl/styles.bin", _r(43, b"\0")), ("xl/styles.bin", _r(44, bytes(2) + SEPARUH)), ("xl/sharedStrings.bin", b"\x13"),
    ],
)  # fmt: skip
def test_buku_yang_daftarnya_terpotong_adalah_berkas_rusak(bagian, isi):
    with pytest.raises(BukuTidakTerbacaError) as galat:
        pembaca_format(dengan(bagian, isi))
    assert (galat.value.kode, dict(galat.value.isi)) == ("berkas-tidak-terbaca", {"sebab": ISI_RUSAK})


def test_panjang_teks_bersama_dihitung_di_setiap_sel_yang_menampakkannya():
    data = (
        BARIS
        + sel(7, 0, struct.pack("<I", 1))
        + sel(7, 1, struct.pack("<I", 0))
        + sel(7, 300, struct.pack("<I", 1), 3)
        + sel(7, 2, struct.pack("<I", 2))
        + sel(6, 3, _teks("lain"))
    )
    assert list(_huruf(data, [5, 7])) == [7, 5, 7, 0]


def test_teks_bersama_yang_terlalu_panjang_seluruhnya_ditolak():
    isi = b"\0" + _teks("a" * 2**19)
    tiga = [sel(7, kolom, struct.pack("<I", 0)) for kolom in range(3)]
    with pytest.raises(BukuTidakTerbacaError, match="teks di lembar 'Capaian' seluruhnya"):
        lembar(BARIS, *tiga, teks=[isi])
    with pytest.raises(BukuTidakTerbacaError, match="terbentang 5 baris × 201 kolom"):
        lembar(BARIS, sel(5, 200, bytes(8)))


def pendekkan(data: bytes) -> bytes:
    """Return an .xlsb as SheetJS writes it: a cell right of another one leaves its column out."""
    hasil, sebelum = b"", -2
    with zipfile.ZipFile(io.BytesIO(data)) as arsip:
        for nomor, isi in rekaman(arsip.read("xl/worksheets/sheet1.bin")):
            kolom = struct.unpack_from("<I", isi)[0] if 1 <= nomor <= 7 else -2
            pendek = nomor <= 7 and kolom == sebelum + 1
            hasil += _r(nomor + 11, isi[4:]) if pendek else _r(nomor, isi)
            sebelum = kolom
    return dengan("xl/worksheets/sheet1.bin", hasil, data).data


def test_sel_yang_tidak_menyebut_kolomnya_berada_di_kanan_sel_sebelumnya():
    isi = {
        (0, 0): "No", (0, 1): "NIP", (0, 2): "n" * 100, (1, 0): 1.0, (1, 1): None, (1, 2): Persen(0.95), (1, 3): Format(7.0, '0"00"', rk=2), (1, 5): Galat(0x2A),
        (1, 6): Teks.dari("lama", (0, 1), bersama=True), (2, 1): "x", (2, 2): Format(5.0, '0" jam"'),
    }  # fmt: skip
    panjang = buku_xlsb("Capaian", isi, gabungan=[(0, 0, 0, 1)])
    pendek = pendekkan(panjang)
    assert pendek != panjang
    for data in (panjang, pendek):
        ini = Buku(data).lembar("Capaian")
        assert ini.sel[0][:3] == ["No", "NIP", "n" * 100]
        assert ini.sel[1][:4] == [1.0, "", 0.95, 7.0]
        assert (ini.sel[1][6], ini.sel[2][1:3]) == ("lama", ["x", 5.0])
        assert (ini.format_sel.persen, ini.format_sel.galat) == ({(1, 2)}, {(1, 5): "#N/A"})
        assert ini.format_sel.tampak == {(1, 3): "700", (2, 2): "5 jam"}
        assert (ini.format_sel.dicoret, ini.format_sel.lebar) == ({(1, 6)}, 7)


@pytest.mark.parametrize(
    ("kode", "teks"),
    [(0x2C, "#ERROR!"), (0x2D, "#SPILL!"), (0x30, "#ERROR!"), (0xFF, "#ERROR!")],
)
def test_galat_yang_tidak_dikenal_calamine_tidak_menggugurkan_bukunya(kode, teks):
    """As in .xlsx: one cell that cannot be used, and the others are read."""
    panjang = buku_xlsb("Capaian", {(0, 0): 7.0, (0, 1): Galat(kode), (0, 2): 38.0, (1, 0): Galat(7)})
    for data in (panjang, pendekkan(panjang)):
        ini = Buku(data).lembar("Capaian")
        assert ini.sel == [[7.0, teks, 38.0], ["", "", ""]]
        assert kenali_rusak(ini.sel[0][1]) == SelRusak("sel-galat", teks)
        assert ini.format_sel.galat == {(1, 0): "#DIV/0!"}


def test_galat_langka_hasil_rumus_menjadi_teks():
    rumus = sel(11, 1, b"\x30" + bytes(10), gaya=2)
    assert _luruskan(BARIS + rumus) == BARIS + sel(6, 1, _teks("#ERROR!"), gaya=2)
    assert _luruskan(dikenal := BARIS + sel(11, 1, b"\x2b" + bytes(10))) is dikenal


def test_lembar_yang_selnya_menyebut_kolomnya_atau_rusak_tidak_disalin():
    for isi in (BARIS + sel(6, 3, _teks("lain")), b"\x80", BARIS + _r(13, bytes(4)) + b"\x80"):
        assert _luruskan(isi) is isi
    besar = BARIS + sel(6, 3, _teks("n" * 10_000)) + _r(617, b"ekor")
    assert _luruskan(besar + _r(12, bytes(4))) == besar + sel(1, 4, b"")
