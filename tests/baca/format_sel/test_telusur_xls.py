"""An .xls sheet as xlrd hands it over, and its conditional rules byte by byte; colours that no eye tells apart."""

import struct
from types import SimpleNamespace

import pytest

from asn_nilai.baca.berkas.galat import BukuTidakTerbacaError
from asn_nilai.baca.format_sel.corak.bersyarat import AturanBersyarat, TampilanBersyarat
from asn_nilai.baca.format_sel.corak.warna import samar, warna_xlsx
from asn_nilai.baca.format_sel.xls.bersyarat_xls import aturan_xls
from asn_nilai.baca.format_sel.xls.xls import RekamanXls, _format_sel, _samar, _teks_berias, _warna

HURUF = [
    SimpleNamespace(struck_out=coret, escapement=geser, colour_index=warna, height=220)
    for coret, geser, warna in ((0, 0, 8), (1, 0, 8), (0, 1, 8), (0, 0, 9))
]
WARNA = {8: (0, 0, 0), 9: (255, 255, 255), 10: (255, 0, 16), 32767: None}


def gaya(huruf: int = 0, kode: str = "General", pola: int = 0, latar: int = 64) -> SimpleNamespace:
    return SimpleNamespace(
        font_index=huruf,
        format_key=kode,
        background=SimpleNamespace(fill_pattern=pola, pattern_colour_index=latar),
    )


GAYA = [gaya(), gaya(kode="0%"), gaya(kode='0"00"'), gaya(kode='@" lama"'), gaya(1), gaya(3), gaya(2)]
BUKU = SimpleNamespace(
    xf_list=GAYA,
    font_list=HURUF,
    colour_map=WARNA,
    format_map={g.format_key: SimpleNamespace(format_str=g.format_key) for g in GAYA},
)
BATAS = SimpleNamespace(sel=100, teks_mb=1)


def lembar(*baris, kaya=None, tanpa_nol=False, baris_sembunyi=(), kolom_sembunyi=()) -> SimpleNamespace:
    """Return a sheet of rows of (kind, value, style)."""
    return SimpleNamespace(
        name="Capaian", nrows=len(baris), show_zero_values=int(not tanpa_nol),
        _cell_xf_indexes=[[g for *_, g in isi] for isi in baris],
        row_types=lambda n: [jenis for jenis, *_ in baris[n]], cell_value=lambda n, k: baris[n][k][1], rich_text_runlist_map=kaya or {},
        rowinfo_map={n: SimpleNamespace(hidden=int(n in baris_sembunyi), has_default_height=1, height=0) for n in range(3)}, colinfo_map={n: SimpleNamespace(hidden=int(n in kolom_sembunyi), width=2340) for n in range(3)},
    )  # fmt: skip


def test_sel_menurut_jenis_dan_gayanya():
    ini = _format_sel(
        BUKU,
        lembar(
            [(2, 0.95, 1), (2, 7.0, 2), (1, "Baik", 3), (1, "7", 4), (2, 5.0, 5), (5, 23, 0), (5, 99, 4), (0, "", 4), (6, "", 1), (4, 1, 2)],
            [(1, "Baik", 0), (2, 5.0, 0), (2, 5.0, 3)],
        ),
        BATAS,
    )  # fmt: skip
    assert (ini.persen, ini.tampak) == ({(0, 0)}, {(0, 1): "700"})
    assert ini.format_teks == {(0, 2): '@" lama"'}
    assert (ini.dicoret, ini.berias, ini.samar) == ({(0, 3)}, {(0, 3)}, {(0, 4)})
    assert ini.galat == {(0, 5): "#REF!", (0, 6): "#N/A"}
    assert (ini.tinggi, ini.lebar) == (2, 10)


def test_sel_yang_dinaikkan_seluruhnya():
    isi = lembar([(2, 102.0, 6), (1, "Baik", 6), (0, "", 6), (2, 102.0, 0), (1, "102", 0)], kaya={(0, 4): [(0, 2)]})  # fmt: skip
    ini = _format_sel(BUKU, isi, BATAS)
    assert ini.digeser == ini.berias == {(0, 0), (0, 1), (0, 4)}
    assert ini.dicoret == set()


def test_sel_kosong_tidak_memperluas_lembarnya():
    ini = _format_sel(BUKU, lembar([(2, 1.0, 0), (0, "", 0), (6, "", 0)], [(0, "", 0)]), BATAS)
    assert (ini.tinggi, ini.lebar) == (1, 1)


@pytest.mark.parametrize("tanpa_nol", [False, True])
def test_yang_tersembunyi_dan_nol_yang_tidak_tampak(tanpa_nol):
    ini = _format_sel(
        BUKU, lembar([(2, 1.0, 0)], tanpa_nol=tanpa_nol, baris_sembunyi=[1], kolom_sembunyi=[0, 2]), BATAS
    )
    assert (ini.baris_tersembunyi, ini.kolom_tersembunyi, ini.nol_tersembunyi) == (
        {1},
        [(0, 0), (2, 2)],
        tanpa_nol,
    )


def test_lembar_yang_terlalu_luas_atau_teksnya_terlalu_panjang_ditolak():
    with pytest.raises(BukuTidakTerbacaError, match="terbentang 1 baris × 101 kolom"):
        _format_sel(BUKU, lembar([(2, 1.0, 0)] * 101), BATAS)
    with pytest.raises(BukuTidakTerbacaError, match="teks di lembar 'Capaian' seluruhnya"):
        _format_sel(BUKU, lembar([(1, "a" * 2**19, 0), (1, "a" * (2**19 + 1), 0)]), BATAS)
    assert _format_sel(BUKU, lembar([(1, "a" * 2**19, 0)] * 2), BATAS).lebar == 2


@pytest.mark.parametrize(
    ("potongan", "berias", "dicoret"),
    [([(0, 1), (1, 0)], True, True), ([(0, 3), (1, 0)], True, False), ([(2, 2)], True, False), ([(2, 0)], False, False), ([], False, False), ([(3, 1)], False, False), ([(0, 2), (1, 0)], False, False)],
)  # fmt: skip
def test_teks_yang_hurufnya_berganti(potongan, berias, dicoret):
    ini = _teks_berias("743", potongan, BUKU)
    assert (ini.berias, ini.dicoret) == (berias, dicoret)
    hasil = _format_sel(BUKU, lembar([(1, "743", 0)], kaya={(0, 0): potongan}), BATAS)
    assert (hasil.berias, hasil.dicoret) == ({(0, 0)} if berias else set(), {(0, 0)} if dicoret else set())


@pytest.mark.parametrize(
    ("xf", "ya"),
    [(gaya(3), True), (gaya(0), False), (gaya(3, pola=1, latar=8), False), (gaya(0, pola=1, latar=8), True), (gaya(3, pola=1, latar=9), True), (gaya(3, pola=2, latar=9), False), (gaya(3, pola=1, latar=77), True)],
)  # fmt: skip
def test_huruf_sewarna_dasarnya(xf, ya):
    assert _samar(BUKU, xf) is ya


def test_warna_menurut_nomornya():
    assert [_warna(BUKU, nomor, "bawaan") for nomor in (10, 32767, 99)] == ["ff0010", "bawaan", "bawaan"]


@pytest.mark.parametrize(
    ("atribut", "warna"),
    [
        ({"rgb": "FFAABBCC"}, "aabbcc"), ({"rgb": "AABBCC", "theme": "1"}, "aabbcc"), ({"theme": "0"}, "ffffff"), ({"theme": "1"}, "000000"), ({"theme": "0", "tint": "0"}, "ffffff"),
        ({"theme": "0", "tint": "-0.5"}, "theme:0:-0.5"), ({"theme": "4"}, "theme:4:"), *(({"indexed": n}, "000000") for n in ("0", "8", "64")), *(({"indexed": n}, "ffffff") for n in ("1", "9", "65")),
        ({"indexed": "10"}, "indexed:10:"), ({"indexed": "10", "tint": "0.1"}, "indexed:10:0.1"), ({"theme": "4", "indexed": "8"}, "theme:4:"), ({}, "bawaan"), ({"auto": "1"}, "bawaan"),
    ],
)  # fmt: skip
def test_warna_xlsx(atribut, warna):
    assert warna_xlsx(atribut, "bawaan") == warna


@pytest.mark.parametrize(
    ("huruf", "dasar", "ya"),
    [("ffffff", "ffffff", True), ("fffff3", "ffffff", True), ("fffff2", "ffffff", False), ("f3ffff", "ffffff", True), ("f2ffff", "ffffff", False), ("fff2ff", "ffffff", False), ("theme:4:", "theme:4:", True), ("theme:4:", "ffffff", False), ("000000", "0c0c0c", True), ("000000", "0d0000", False)],
)  # fmt: skip
def test_dua_belas_tingkat_warna_tidak_terbedakan(huruf, dasar, ya):
    assert samar(huruf, dasar) is ya


BERFORMAT, BERHURUF, RATA, GARIS, BERISIAN = (1 << bit for bit in (25, 26, 27, 28, 29))
BULAT, PECAHAN, LAIN = b"\x1e" + struct.pack("<H", 5), b"\x1f" + struct.pack("<d", 2.5), b"\x44\0\0\0\0"


def cf(
    banding: int = 6,
    jenis: int = 1,
    ada: int = BERHURUF,
    awal: bytes = b"",
    huruf: int = 9,
    isian: int | None = None,
    rumus=(BULAT,),
    lain: int = 0,
) -> bytes:
    panjang = [len(r) for r in rumus] + [0] * (2 - len(rumus))
    isi = struct.pack("<BB2H", jenis, banding, *panjang) + struct.pack("<IH", ada, lain) + awal
    if ada & BERHURUF:
        isi += bytes(80) + struct.pack("<i", huruf) + bytes(34)
    isi += bytes(8) * (bool(ada & RATA) + bool(ada & GARIS))
    if isian is not None:
        isi += struct.pack("<I", isian << 23)
    return isi + b"".join(rumus)


def aturan(*isi: bytes):
    kelompok = (
        bytes(12) + struct.pack("<H", 2) + struct.pack("<4H", 7, 8, 7, 7) + struct.pack("<4H", 0, 0, 0, 1)
    )
    rekaman = [
        (0x01B0, memoryview(kelompok)),
        *((0x01B1, memoryview(b)) for b in isi),
        (0x000A, memoryview(b"")),
    ]
    return list(aturan_xls(rekaman, {8: "000000", 9: "ffffff"}.get))


@pytest.mark.parametrize(
    ("nomor", "nama"),
    [(1, "between"), (2, "notBetween"), (3, "equal"), (4, "notEqual"), (5, "greaterThan"), (6, "lessThan"), (7, "greaterThanOrEqual"), (8, "lessThanOrEqual"), (9, "")],
)  # fmt: skip
def test_perbandingan_menurut_nomornya_dan_semua_rentangnya(nomor, nama):
    assert aturan(cf(nomor)) == [AturanBersyarat("H8:H9 A1:B1", nama, ("5",), TampilanBersyarat(samar=True))]


@pytest.mark.parametrize(
    ("isi", "batas"),
    [
        (cf(rumus=(BULAT, PECAHAN)), ("5", "2.5")), (cf(rumus=(PECAHAN,)), ("2.5",)), (cf(rumus=(LAIN, BULAT)), ("", "5")), (cf(rumus=(BULAT + b"\0",)), ("",)), (cf(rumus=(PECAHAN[:-1],)), ("",)),
        (cf(ada=BERFORMAT | BERHURUF, awal=b"\0\0"), ("5",)), (cf(ada=BERFORMAT | BERHURUF, awal=struct.pack("<H", 6) + bytes(4), lain=1), ("5",)),
        (cf(ada=BERHURUF | RATA | GARIS | BERISIAN, isian=9), ("5",)), (cf(ada=BERISIAN, isian=8), ("5",)), (cf(ada=BERHURUF | BERISIAN, huruf=8, isian=8), ("5",)),
    ],
)  # fmt: skip
def test_yang_menyamarkan_dengan_bilangan_pembandingnya(isi, batas):
    assert [a.batas for a in aturan(isi)] == [batas]


@pytest.mark.parametrize(
    "isi",
    [cf(jenis=2), cf(huruf=8), cf(huruf=-1), cf(ada=0), cf(ada=BERHURUF | BERISIAN, isian=8), cf(ada=BERHURUF | RATA | BERISIAN, isian=8), cf(ada=BERHURUF | GARIS | BERISIAN, isian=8), cf(ada=BERISIAN, isian=9)],
)  # fmt: skip
def test_yang_tidak_menyamarkan_atau_bukan_perbandingan(isi):
    assert aturan(isi) == []


def rekaman(aliran: bytes) -> RekamanXls:
    """Return the records of a stream, whatever container it may have come in."""
    ini = object.__new__(RekamanXls)
    ini._aliran, ini._oleh_pustaka = memoryview(aliran), True
    return ini


def rekam(jenis: int, isi: bytes = b"") -> bytes:
    return struct.pack("<2H", jenis, len(isi)) + isi


AKHIR = rekam(0x000A)


@pytest.mark.parametrize(
    ("aliran", "awal", "jenis"),
    [
        (rekam(6, b"ab") + AKHIR + rekam(6), 0, [6, 10]), (rekam(6, b"ab") + rekam(7), 0, [6, 7]), (rekam(6, b"ab") + b"\7\0\0", 0, [6]), (rekam(6, b"ab") + rekam(7) + AKHIR, 6, [7, 10]),
        (rekam(6), -1, []), (rekam(6), 5, []), (b"", 0, []),
    ],
)  # fmt: skip
def test_rekaman_sampai_akhir_lembarnya_atau_akhir_alirannya(aliran, awal, jenis):
    assert [ini for ini, _ in rekaman(aliran).lembar(awal)] == jenis


@pytest.mark.parametrize(
    ("pemakai", "oleh_pustaka", "sel"),
    [
        ("Calc", False, {(1, 2)}),
        ("", True, {(1, 2), (3, 4)}),
        ("Ani", False, set()),
        ("Calc", True, {(1, 2)}),
    ],
)
def test_rumus_yang_mungkin_tidak_pernah_dihitung(pemakai, oleh_pustaka, sel):
    isi = [
        struct.pack("<3H", *di, 0) + hasil + b"rumus"
        for di, hasil in (
            ((1, 2), bytes(8)),
            ((3, 4), b"\3\0\0\0\0\0\xff\xff"),
            ((5, 6), struct.pack("<d", 1.0)),
        )
    ]
    ini = rekaman(b"".join([*(rekam(6, i) for i in isi), rekam(7, isi[0]), AKHIR]))
    ini._oleh_pustaka = oleh_pustaka
    assert ini.rumus_tanpa_hasil(0, pemakai) == sel
