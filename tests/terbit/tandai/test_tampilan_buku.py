"""Which sheet stays open: the one that was, with or without prefix, also where the workbook does not say."""

import re

import pytest
from defusedxml.ElementTree import fromstring
from dialek import awalan
from keutuhan import anak, bagian_paket, periksa_keutuhan
from ragam import sunting, tulis

from asn_nilai.terbit.tandai import tandai_paket

BUKU = "xl/workbook.xml"
UTAMA = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def setoran(tampilan: bytes, *, berawalan: bool) -> bytes:
    """Return the submission with other bookViews, or with none."""

    def ubah(bagian):
        bagian[BUKU], banyak = re.subn(rb"<bookViews>.*?</bookViews>", tampilan, bagian[BUKU])
        assert banyak == 1
        if berawalan:
            awalan(bagian)

    return sunting(tulis(), ubah)


def tampilan(isi: bytes) -> list[tuple[str, str]]:
    """Return (open sheet, first sheet shown) of each window; nothing but workbookView of the main namespace stands there."""
    (daftar,) = [unsur for unsur in fromstring(bagian_paket(isi)[BUKU]) if unsur.tag == f"{UTAMA}bookViews"]
    assert {unsur.tag for unsur in daftar} == {f"{UTAMA}workbookView"}
    return [(unsur.get("activeTab", "0"), unsur.get("firstSheet", "0")) for unsur in daftar]


@pytest.mark.parametrize("berawalan", [False, True], ids=["tanpa awalan", "berawalan"])
@pytest.mark.parametrize(
    ("asal", "harap"),
    [
        (b"", [("1", "0")]),
        (b"<bookViews><workbookView/></bookViews>", [("1", "0")]),
        (b'<bookViews><workbookView activeTab="0"/></bookViews>', [("1", "0")]),
        (b'<bookViews><workbookView activeTab="1"/></bookViews>', [("2", "0")]),
        (b'<bookViews><workbookView firstSheet="1" activeTab="1"/></bookViews>', [("2", "2")]),
        (b'<bookViews><workbookView/><workbookView activeTab="1"/></bookViews>', [("1", "0"), ("2", "0")]),
    ],
    ids=["tak ada", "tanpa nomor", "pertama", "kedua", "digeser", "dua jendela"],
)
def test_lembar_yang_terbuka_tetap_terbuka(kota, asal, harap, berawalan):
    isi = setoran(asal, berawalan=berawalan)
    bertanda = tandai_paket(isi, kota.periksa(isi))
    periksa_keutuhan(bertanda)
    lembar = list(anak(fromstring(bagian_paket(bertanda)[BUKU]), "sheets"))
    assert [ws.get("name") for ws in lembar] == ["Temuan", "Capaian", "Perilaku"]
    assert {ws.tag for ws in lembar} == {f"{UTAMA}sheet"}
    assert tampilan(bertanda) == harap
    assert bagian_paket(tandai_paket(bertanda, []))[BUKU] == bagian_paket(isi)[BUKU]
