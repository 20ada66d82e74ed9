"""A glance at the XML of an .xlsx sheet: is there anything on it that calamine does not show?

A handful of searches over the bytes, piece by piece. A clean sheet costs a millisecond and is settled by it.
"""

import re
from collections.abc import Collection, Mapping
from string import ascii_letters, digits

from asn_nilai.acuan.pola_tunda import pola_tunda
from asn_nilai.baca.format_sel.rias import ada_tanda_rias

_GALAT, _RUMUS = (b"e", b'"e"'), (b"f", b"<f")
_BARIS, _AKHIR_BARIS = b"<sheetData", (b"h", b"</sheetData")
_UTC = (b"Z", b"Z</")
_TEKS_DI_SEL, _BERSYARAT = (b"l", b"inlineStr"), (b"l", b"<conditionalFormatting")
"""Marks in a sheet, each behind a byte of it that rows and the names of their cells seldom hold; looking for one byte costs next to nothing."""
_TAK_TAMPAK = {
    b"h": (b"hidden", b' ht="0', b' ht="1"', b' ht="1.', b' width="0'),
    b"Z": (b"showZeros",),
    b"V": (b"showValue",),
}
"""Marks of what nobody sees, by such a byte: what is hidden, rows and columns of hardly a size, zeros, figures behind icons."""
_SEL_GALAT = re.compile(rb'\bt *= *"e"')
_JAUH = re.compile(rb' r *= *"(?:[A-Za-z]{3}|[A-Za-z]{0,2}\d{5})')
_RUMUS_KOSONG = re.compile(rb"</f>(?!<v>[^<])|<f\b[^>]*/>(?!<v>[^<])")
_RUMUS_NOL = pola_tunda(_RUMUS_KOSONG.pattern + rb"|(?:</f>|<f\b[^>]*/>)<v>0</v>")
_ALAMAT = pola_tunda(
    rb"""<(?:\w+:)?c(?:\s+[\w:]+\s*=\s*(?:"[^"]*"|'[^']*'))*?\s+r\s*=\s*["']([A-Za-z]+\d+)["'][^<>]*(?<!/)>\s*<(?!/)"""
)
"""The address of a cell that holds something, however it may be written."""
_KOMENTAR = pola_tunda(rb"<!--.*?-->", re.DOTALL)
_TAK_LAZIM = {
    b"'": (b"='", b"= "),
    b"!": (b"<!",),
    b"\t": (b"\tr", b"\t=", b"=\t"),
    b"\n": (b"\nr=", b"\n=", b"=\n"),
    b"\r": (b"\r=", b"=\r"),
    b"#": (b"&#",),
}
_BERHIAS = {
    b"+": re.compile(rb'="\+'),
    b'"0': re.compile(rb'"0\d'),
    b' "': re.compile(rb'\d "|= "[ +]'),
    b'=" ': re.compile(rb'=" '),
}
"""Ways of writing XML, and numbers in it, that are allowed and that nobody uses for sheets; no glance is trusted then."""
_TANDA = b"#"
_BENTUK = bytes.maketrans(
    digits.encode() + ascii_letters.encode() + b"".join(_TAK_LAZIM),
    b"9" * len(digits) + b"A" * len(ascii_letters) + _TANDA * len(_TAK_LAZIM),
)
"""A sheet's shape: every digit is a 9 in it, every letter an A, and every byte that an unusual way of writing needs one and the same."""
_TAK_BERBENTUK = b"<>/.-"
_BENTUK_JAUH = (b'99999"', b"AAA9")
"""How an address far down or far to the right looks there."""
_GAYA_WAJAR, _GAYA_SEDIKIT = 500, 8
"""Styles that one pattern may look for; with thousands of them the pattern costs more than a walk. Of a few each is looked for first:
that costs a tenth of the pattern."""


class SaringanXlsx:
    """What a glance at one sheet has shown so far.

    Attributes:
        menarik: whether a cell, row or column shows what calamine does not hand over.
        jauh: whether a cell may stand beyond row 9,999 or column ZZ.
        galat: how many cells hold an error, as far as the sheet is written in the usual way.
        terisi: how many cells are written with a value at most; just so many where nothing unusual stands among them.
        bertanda_utc: whether something ends as a day with the mark of UTC does.
    """

    def __init__(
        self, gaya_khusus: Collection[int], *, menunggu: bool = False, bersyarat: bool = False
    ) -> None:
        """Begin to look at a sheet whose styles these are that are not plain.

        `menunggu` where a formula's 0 may be no result, `bersyarat` where a conditional format may hide a number.
        """
        self._bersyarat = bersyarat
        self.menarik = self.jauh = self.bertanda_utc = False
        self.galat = self.terisi = 0
        self._akhir, self._dikenal = b"", False
        self._rumus_kosong = _RUMUS_NOL if menunggu else _RUMUS_KOSONG
        self._tak_lazim = len(gaya_khusus) > _GAYA_WAJAR
        nomor = b"|".join(b"%d" % gaya for gaya in gaya_khusus)
        self._khusus = (
            re.compile(rb'\bs *= *"(?:' + nomor + rb')"') if gaya_khusus and not self._tak_lazim else None
        )
        sedikit = len(gaya_khusus) <= _GAYA_SEDIKIT
        self._nomor_khusus = [b'"%d"' % gaya for gaya in gaya_khusus] if sedikit else [b'"']

    @property
    def bukan_utf8(self) -> bool:
        """Tell whether this is no XML in UTF-8, such as calamine reads."""
        return not self._dikenal and b"\0" in self._akhir

    @property
    def asing(self) -> bool:
        """Tell whether the glance is not to be trusted.

        A sheet that does not end where XML ends is one of these, so that its damage shows; calamine would shrug.
        """
        return self._tak_lazim or not self._dikenal or not self._akhir.rstrip().endswith(b"</worksheet>")

    def lihat(self, potongan: bytes) -> bool:
        """Look at the next piece of the sheet, in which no cell may be torn; tell whether a formula may stand there."""
        self._akhir = potongan
        self.terisi += self._isi_paling_banyak(potongan)
        self._dikenal = self._dikenal or _BARIS in potongan
        # Long searches are for the sheet's shape: shorter than the sheet, and alike in all that does not matter to them.
        bentuk = potongan.translate(_BENTUK, _TAK_BERBENTUK)
        self._tak_lazim = (
            self._tak_lazim
            or (_TANDA in bentuk and _ada_satu(_TAK_LAZIM, potongan))
            or (self._khusus is not None and _berhias(potongan))
        )
        self.jauh = self.jauh or (
            any(tanda in bentuk for tanda in _BENTUK_JAUH) and _JAUH.search(potongan) is not None
        )
        self.bertanda_utc = self.bertanda_utc or _ada(_UTC, potongan)
        berumus = _ada(_RUMUS, potongan)
        self.galat += len(_SEL_GALAT.findall(potongan)) if _ada(_GALAT, potongan) else 0
        self.menarik = (
            self.menarik
            or self.galat > 0
            or _ada_satu(_TAK_TAMPAK, potongan)
            or (self._bersyarat and _ada(_BERSYARAT, potongan))
            or (_ada(_TEKS_DI_SEL, potongan) and ada_tanda_rias(potongan))
            or (berumus and self._rumus_kosong.search(potongan) is not None)
            or (self._khusus is not None and self._bergaya(potongan, self._khusus))
        )
        return berumus

    def _isi_paling_banyak(self, potongan: bytes) -> int:
        """Return how many values the rows of a piece hold at most: a value's element is named v, where it begins and where it ends."""
        awal = 0 if self._dikenal else max(potongan.find(_BARIS), 0)
        akhir = potongan.find(_AKHIR_BARIS[1], awal) if _ada(_AKHIR_BARIS, potongan) else len(potongan)
        di_sel = potongan.count(_TEKS_DI_SEL[1]) if _ada(_TEKS_DI_SEL, potongan) else 0
        return di_sel + potongan.count(b"v", awal, akhir) // 2

    def _bergaya(self, potongan: bytes, khusus: re.Pattern[bytes]) -> bool:
        """Tell whether a cell has a style that is not plain."""
        return any(nomor in potongan for nomor in self._nomor_khusus) and khusus.search(potongan) is not None


def hitung_isi(naskah: bytes) -> int:
    """Return how many values stand in a sheet's XML at most: nearer than the glance comes, for three times its price."""
    return naskah.count(b"<v") + naskah.count(b":v") + naskah.count(_TEKS_DI_SEL[1])


def alamat_ganda(naskah: bytes) -> str:
    """Return the address of a sheet's first cell whose value is written twice, blank where none is: which of the two counts is anybody's guess."""
    dilihat = set[bytes]()
    for cocok in _ALAMAT.finditer(_KOMENTAR.sub(b"", naskah)):
        alamat = cocok[1].upper()
        if alamat in dilihat:
            return alamat.decode()
        dilihat.add(alamat)
    return ""


def _berhias(potongan: bytes) -> bool:
    """Tell whether a style may be written with more than its digits: 016 is style 16."""
    return any(
        tanda in potongan and seluruhnya.search(potongan) is not None
        for tanda, seluruhnya in _BERHIAS.items()
    )


def _ada(tanda: tuple[bytes, bytes], potongan: bytes) -> bool:
    bita, seluruhnya = tanda
    return bita in potongan and seluruhnya in potongan


def _ada_satu(tanda: Mapping[bytes, tuple[bytes, ...]], potongan: bytes) -> bool:
    return any(
        bita in potongan and any(ini in potongan for ini in seluruhnya) for bita, seluruhnya in tanda.items()
    )
