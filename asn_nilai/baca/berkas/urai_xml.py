"""XML as a stream of events, refusing anything that declares entities.

Workbooks never need a DTD; who sends one wants to read our disk or fill our memory.
"""

from collections.abc import Callable, Iterable
from typing import NoReturn
from xml.parsers.expat import ExpatError, ParserCreate

from asn_nilai.baca.berkas.galat import tidak_terbaca

_UNSUR_TERPANJANG = 4 * 1024**2
"""Bytes of one tag or comment. Older expat reads an unfinished one again from its beginning with every block."""


class Cukup(Exception):  # noqa: N818 - a signal: the listener has seen enough
    """Raised by a listener that needs no more of the stream."""


def urai_xml(
    aliran: Iterable[bytes],
    *,
    buka: Callable[[str, dict[str, str]], object],
    tutup: Callable[[str], object] | None = None,
    teks: Callable[[str], object] | None = None,
) -> None:
    """Walk through XML; element names reach the listeners without their prefix, attributes as written.

    Raises:
        BukuTidakTerbacaError: the XML is broken or declares a DTD.
    """
    pengurai = ParserCreate()
    pengurai.buffer_text = True
    pengurai.StartDoctypeDeclHandler = tolak_dtd
    pengurai.StartElementHandler = lambda nama, atribut: buka(nama.rpartition(":")[2], atribut)
    if tutup is not None:
        pengurai.EndElementHandler = lambda nama: tutup(nama.rpartition(":")[2])
    if teks is not None:
        pengurai.CharacterDataHandler = teks
    jumlah = 0
    try:
        for blok in aliran:
            pengurai.Parse(blok, False)  # noqa: FBT003 - expat takes it by position only
            jumlah += len(blok)
            if jumlah - max(pengurai.CurrentByteIndex, 0) > _UNSUR_TERPANJANG:
                raise tidak_terbaca("isi XML-nya tidak wajar")
        pengurai.Parse(b"", True)  # noqa: FBT003
    except Cukup:
        return
    except (ExpatError, ValueError, LookupError) as galat:  # an encoding that nobody knows is a LookupError
        raise tidak_terbaca("isi XML-nya rusak") from galat


def tolak_dtd(*_: object) -> NoReturn:
    """Refuse XML that declares a document type.

    Raises:
        BukuTidakTerbacaError: always.
    """
    raise tidak_terbaca("isinya memuat deklarasi XML yang tidak diperbolehkan")
