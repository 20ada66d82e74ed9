"""A cell that is written twice in the XML holds nobody knows what: the sheet is refused, wherever the second one stands."""

import pytest
from buku_mentah import EKOR, KEPALA, buku_xlsx

from asn_nilai.baca.berkas.galat import BukuTidakTerbacaError
from asn_nilai.baca.buku import Buku
from asn_nilai.baca.format_sel.xlsx import xlsx
from asn_nilai.baca.format_sel.xlsx.saringan_xlsx import hitung_isi

BANYAK = b"".join(b'<row r="%d"><c r="A%d"><v>1</v></c></row>' % (n, n) for n in range(3, 4000))
"""Rows of more bytes than are looked at in one piece."""


def sel(alamat: bytes, atribut: bytes = b"") -> bytes:
    return b"<c " + atribut + b'r="' + alamat + b'"><v>1</v></c>'


@pytest.mark.parametrize(
    "baris",
    [
        b'<row r="2">' + sel(b"B2") + sel(b"C2") + sel(b"B2") + b"</row>",
        b'<row r="2">' + sel(b"B2") + sel(b"B2", b's="0" ') + b"</row>",
        b'<row r="2">' + sel(b"B2") + b'</row><row r="2">' + sel(b"B2") + b"</row>",
        b'<row r="2">' + sel(b"B2") + b"</row>" + BANYAK + b'<row r="2">' + sel(b"B2") + b"</row>",
        b'<row r="2">' + sel(b"B2") + b"<c\nr='b2'><v>2</v></c></row>",
        b'<row r="2"><!-- lama: -->' + sel(b"B2") + sel(b"B2") + b"</row>",
    ],
    ids=["sebaris", "atribut lain", "baris kembar", "jauh", "cara lain", "komentar di depan"],
)
def test_sel_yang_tertulis_dua_kali_ditolak(baris):
    with pytest.raises(BukuTidakTerbacaError) as galat:
        Buku(buku_xlsx(KEPALA + baris + EKOR)).lembar("Target")
    assert (galat.value.kode, galat.value.isi["sebab"]) == (
        "berkas-tidak-terbaca",
        "sel B2 di lembar 'Target' tertulis dua kali",
    )


def test_sel_di_dalam_komentar_bukan_sel():
    baris = b'<row r="2">' + sel(b"B2") + b"<!-- lama: " + sel(b"B2") + b"</row>" + BANYAK + b" --></row>"
    assert Buku(buku_xlsx(KEPALA + baris + EKOR)).lembar("Target").sel[1][1] == 1.0


def test_baris_yang_tidak_urut_bukan_sel_ganda():
    baris = b'<row r="2">' + sel(b"B2") + b"</row>" + BANYAK + b'<row r="1">' + sel(b"C1") + b"</row>"
    assert Buku(buku_xlsx(KEPALA + baris + EKOR)).lembar("Target").sel[1][1] == 1.0


@pytest.mark.parametrize(
    "baris",
    [
        sel(b"B2") + b'<c r="B2" s="0"/>',
        b'<c r="B2" s="0"/>' + sel(b"B2"),
        b'<c r="B2"></c>' + sel(b"B2"),
    ],
)
def test_sel_kosong_di_alamat_yang_sama_tidak_menyembunyikan_isinya(baris):
    """Nor does it on the screen of LibreOffice."""
    assert Buku(buku_xlsx(KEPALA + b'<row r="2">' + baris + b"</row>" + EKOR)).lembar("Target").sel[1][1] == 1


def test_rumus_berhuruf_v_tidak_membuat_selnya_ganda():
    baris = b'<row r="2"><c r="B2"><f>vlookup(averagev)</f><v>1</v></c></row>'
    assert Buku(buku_xlsx(KEPALA + baris + EKOR)).lembar("Target").sel[1][1] == 1


def test_sel_yang_alamatnya_tertulis_lagi_tanpa_isi_bukan_sel_ganda():
    """A text that is blank is counted as written, and looked for in vain."""
    baris = b'<row r="2"><c r="B2" t="str"><v></v></c><c r="C2"><v>1</v></c><c r="B2"/></row>'
    assert Buku(buku_xlsx(KEPALA + baris + EKOR)).lembar("Target").sel[1][2] == 1


@pytest.mark.parametrize(
    ("isi", "terisi"),
    [
        (b"<c><v>1</v></c><c><v/></c>", 2),
        (b'<x:c><x:v xml:space="preserve">1</x:v></x:c>', 2),
        (b'<row outlineLevel="0"><c t="inlineStr"><is><t>v</t></is></c></row>', 1),
        (b"<c><f>vlookup(averagev)</f><v>1</v></c>", 1),
    ],
)
def test_isi_yang_diragukan_dihitung_lebih_teliti(isi, terisi):
    """Never too few: then a sheet need not be gone through for its addresses."""
    assert hitung_isi(isi) == terisi


def test_lembar_libreoffice_tidak_ditelusuri_alamatnya(monkeypatch):
    """Its rows say `outlineLevel`, so that the glance counts too many."""
    monkeypatch.setattr(xlsx, "alamat_ganda", lambda _: pytest.fail("ditelusuri"))
    baris = b"".join(
        b'<row r="%d" outlineLevel="0"><c r="A%d"><v>1</v></c></row>' % (n, n) for n in range(2, 9)
    )
    lembar = Buku(buku_xlsx(KEPALA + baris + EKOR)).lembar("Target")
    assert (lembar.format_sel.terisi > 7, [isi[0] for isi in lembar.sel[1:8]]) == (True, [1.0] * 7)
