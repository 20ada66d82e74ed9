"""The glance at a sheet's bytes: what it must not pass over, however the attributes are spaced or quoted."""

import pytest

from asn_nilai.baca.format_sel.xlsx.saringan_xlsx import SaringanXlsx

_LEMBAR = b'<worksheet><sheetData><row r="1">%s</row></sheetData></worksheet>'


def lihat(sel: bytes, gaya=()) -> SaringanXlsx:
    saringan = SaringanXlsx(gaya)
    saringan.lihat(_LEMBAR % sel)
    return saringan


def teliti(saringan: SaringanXlsx) -> bool:
    """Tell whether the sheet is looked at in full."""
    return saringan.menarik or saringan.asing


@pytest.mark.parametrize("sama", [b"=%s", b" =%s", b"= %s", b" = %s", b"  =  %s"])
@pytest.mark.parametrize("kutip", [b'"%s"', b"'%s'"])
@pytest.mark.parametrize("banyak", [1, 8, 9])
def test_gaya_dan_galat_terlihat_bagaimana_pun_ditulis(sama, kutip, banyak):
    gaya = range(3, 3 + banyak)
    s, t = (
        b'<c r="A1" ' + nama + sama % (kutip % isi) + b"><v>1</v></c>"
        for nama, isi in ((b"s", b"3"), (b"t", b"e"))
    )
    assert teliti(lihat(s, gaya))
    assert teliti(lihat(t, gaya))
    assert teliti(lihat(s.replace(b"3", b"2"), gaya)) is (
        kutip == b"'%s'"
    )  # quotes that nobody uses are never trusted


@pytest.mark.parametrize("sama", [b"=", b" =", b"= ", b" = "])
@pytest.mark.parametrize(
    ("alamat", "jauh"), [(b"A10000", True), (b"AAA1", True), (b"A9999", False), (b"ZZ9", False)]
)
def test_sel_yang_jauh_terlihat_bagaimana_pun_ditulis(sama, alamat, jauh):
    saringan = lihat(b"<c r" + sama + b'"' + alamat + b'"><v>1</v></c>')
    assert (saringan.jauh, saringan.asing) == (jauh, False)


def test_galat_dihitung_satu_per_satu():
    sel = b'<c r="A1" t="e"><v>#N/A</v></c><c r="B1" t = "e"><v>#N/A</v></c><c r="C1" t="str"><v>e</v></c>'
    assert lihat(sel).galat == 2
