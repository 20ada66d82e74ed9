"""The prefixes by which the parts of an .ods name their words: other ones are as good a file, which nobody here could read."""

from collections.abc import Mapping
from typing import NoReturn

from asn_nilai.acuan.pengaturan import MEGA
from asn_nilai.baca.berkas.arsip import Arsip
from asn_nilai.baca.berkas.galat import tidak_terbaca
from asn_nilai.baca.berkas.urai_xml import Cukup, urai_xml

_RUANG_NAMA = "urn:oasis:names:tc:opendocument:xmlns:"
_AWALAN = {
    **{f"{_RUANG_NAMA}{nama}:1.0": nama for nama in ("office", "table", "text", "style")},
    f"{_RUANG_NAMA}datastyle:1.0": "number",
    f"{_RUANG_NAMA}xsl-fo-compatible:1.0": "fo",
}
"""The prefixes by which calamine and this room know what a part says; a file may choose others, and none is known that does."""


def periksa_awalan(arsip: Arsip) -> None:
    """See that the parts with cells and styles are written with the usual ones.

    Raises:
        BukuTidakTerbacaError: they are others; without this word its sheets or texts would seem not to be there.
    """
    for bagian in ("content.xml", "styles.xml"):
        if bagian in arsip:
            urai_xml(arsip.alirkan(bagian, arsip.batas.bagian_mb * MEGA), buka=_lihat_terluar)


def _lihat_terluar(_: str, atribut: Mapping[str, str]) -> NoReturn:
    """Look at the outermost element of a part, which names its prefixes."""
    for nama, awalan in _AWALAN.items():
        if nama in atribut.values() and atribut.get(f"xmlns:{awalan}") != nama:
            raise tidak_terbaca("cara menulis isinya (awalan XML yang tidak lazim) belum dikenal program ini")
    raise Cukup
