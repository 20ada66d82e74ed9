"""What a printed sheet of rekap.xlsx holds: from the title to the last thing written, helping columns left out."""

import io

import openpyxl
import pytest
from buku_rekap_buatan import Asn, Unit, nip, rekap_buatan
from xlsxwriter import Workbook

from asn_nilai.terbit.buku.blok import PenulisBlok
from asn_nilai.terbit.buku.gaya import Gaya, Lembar
from asn_nilai.terbit.buku.rekap.lembar import unit as lembar_unit
from asn_nilai.terbit.buku.tata import Kolom

_TANDA = ("……………", "NIP …")


def test_daerah_cetak_setiap_lembar(tulis):
    buku = openpyxl.load_workbook(io.BytesIO(tulis(rekap_buatan())))
    assert {lembar.title: lembar.print_area.rpartition("!")[2] for lembar in buku} == {
        "Ringkasan": "$A$1:$L$36",
        "Peringkat": "$A$1:$R$12",
        "Penghargaan": "$A$1:$H$15",
        "Pembinaan": "$A$1:$I$14",
        "Indikator": "$A$1:$P$15",
        "Tren": "$A$1:$J$39",
        "Distribusi": "$A$1:$J$41",
        "Keadilan": "$A$1:$I$30",
        "Angka Kredit": "$A$1:$M$13",
        "Belum Setor": "$A$1:$I$15",
        "DINKES": "$A$1:$O$27",
        "O'HARA": "$A$1:$O$27",
        "KEL-1": "$A$1:$O$22",
        "DLH": "$A$1:$O$22",
    }
    for lembar in buku:
        isi = [sel.row for baris in lembar for sel in baris if sel.value not in (None, "")]
        assert lembar.print_area.endswith(f"${max(isi)}"), lembar.title


def test_lembar_unit_yang_amat_panjang_dicetak_awalnya_saja_dan_kakinya_mengatakannya(tulis, monkeypatch):
    """Whoever prints the whole workbook gets no hundred pages of one unit; and no half of a list to sign."""
    monkeypatch.setattr(lembar_unit, "BARIS_DICETAK", 4)
    buku = openpyxl.load_workbook(io.BytesIO(tulis(rekap_buatan())))
    dicetak = {nama: buku[nama].print_area.rpartition("$")[2] for nama in ("DINKES", "KEL-1")}
    assert dicetak == {"DINKES": "11", "KEL-1": "22"}, (
        "four of six rows below the header; two are no long list"
    )
    assert (
        buku["DINKES"].oddFooter.center.text
        == "Halaman &P dari &N · 4 dari 6 baris; semuanya: hapus Area Cetak"
    )
    assert buku["KEL-1"].oddFooter.center.text == "Halaman &P dari &N"


@pytest.mark.parametrize(("banyak", "jeda"), [(6, []), (16, [24]), (22, [25])])
def test_yang_ditandatangani_di_lembar_unit_sehalaman(tulis, banyak, jeda):
    asn = [Asn(nip(n), "Nama", "95", "Baik", bulan=("", "", "", "95")) for n in range(banyak)]
    isi = rekap_buatan([Unit("BESAR", "Dinas Besar", asn)])
    lembar = openpyxl.load_workbook(io.BytesIO(tulis(isi)))["BESAR"]
    assert [batas.id for batas in lembar.row_breaks.brk] == jeda
    tanda = [
        sel.row for baris in lembar for sel in baris if isinstance(sel.value, str) and sel.value[:5] in _TANDA
    ]
    assert tanda == [7 + banyak + 3, 7 + banyak + 10]
    assert not [batas for batas in jeda if tanda[0] <= batas < tanda[-1]]


@pytest.mark.parametrize(
    ("di_atas", "banyak", "jeda", "kepala"),
    [
        # Points: a page holds 491.5, of which the repeated row and an empty one take 30; heading, header and table rows 13 to 17.25.
        (4, 20, [], [6]),
        (4, 40, [27], [6, 27]),  # little stands above: the first table begins beneath it
        (16, 20, [17], [18]),  # what a page holds stays whole
        (16, 40, [17, 43], [18, 43]),  # what no page holds begins on one of its own
    ],
)
def test_kepala_tabel_yang_panjang_berdiri_lagi_di_atas_setiap_halaman(di_atas, banyak, jeda, kepala):
    with io.BytesIO() as aliran, Workbook(aliran) as buku:
        lembar = Lembar(buku, Gaya(buku), "Uji", "#000000")
        blok = PenulisBlok(lembar, [Kolom("a", "A", 60)], 0)
        for _ in range(di_atas):
            blok.selesai(1)
        ditulis: list[int] = []
        blok.judul("Judul")
        blok.kepala_tabel(lambda: ditulis.append(blok.baris))
        for _ in range(banyak):
            blok.lanjut(1)
            blok.selesai(1)
        blok.bagi_halaman()
        assert (lembar.dalam.hbreaks, ditulis) == (jeda, kepala)


@pytest.mark.parametrize(
    ("baris", "jeda"),
    [
        # Points: a page holds 491.5 where the columns fit the paper; rows take 17.25, headings and blank rows 15.
        ((4, 4), []),
        ((24, 4), [26]),  # 444 are used, the second block takes 84: all of it goes on
        ((27, 4), [28]),
        ((4, 40), [28]),  # a long block is broken where the page ends
        ((24, 40), [26, 53]),  # but its heading stays with the first three rows
    ],
)
def test_judul_tidak_tertinggal_di_kaki_halaman(baris, jeda):
    """Of each page's rows a heading is never the last, nor one of the last with less than three rows beneath."""
    with io.BytesIO() as aliran, Workbook(aliran) as buku:
        lembar = Lembar(buku, Gaya(buku), "Uji", "#000000")
        blok = PenulisBlok(lembar, [Kolom("a", "A", 60)], -1)
        for banyak in baris:
            blok.judul("Judul")
            for _ in range(banyak):
                blok.selesai(1)
        blok.bagi_halaman()
        assert lembar.dalam.hbreaks == jeda
        for sebelum in jeda:
            assert not {sebelum - 1, sebelum - 2, sebelum - 3} & set(blok.semua_judul)
