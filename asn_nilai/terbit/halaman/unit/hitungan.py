"""The working of each ASN as HTML: open in the page, or packed at its end where there is too much of it.

A unit of two thousand ASN has ten megabytes of working, and whoever opens its page reads that of a few. Packed it is a tenth,
the page stays one file that can be sent to anybody, and `besar.js` unpacks what is opened, or all of it for paper.
"""

import json
import zlib
from base64 import b64encode
from collections.abc import Sequence

from markupsafe import Markup

from asn_nilai.acuan.isian.skema import Unit
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.terbit.halaman.templat import lingkungan, searah
from asn_nilai.terbit.halaman.unit.asn import BarisAsn

TERBUKA = 2_000_000
"""Characters of working that a page has open, those of some 400 ASN with eight indicators in a month."""
_SEKALI = 50
"""ASN that are unpacked together: fewer make the page larger, more make opening a row slower."""


def susun_hitungan(baris: Sequence[BarisAsn], aturan: Aturan, unit: Unit) -> list[Markup]:
    """Return the working beneath each row of the table of ASN, escaped."""
    tulis = lingkungan().get_template("hitungan.html.j2").module.hitungan  # type: ignore[attr-defined]
    return [tulis(asn, aturan, unit) for asn in baris]


def bungkus(hitungan: Sequence[Markup]) -> str:
    """Return workings as JSON: how many lie together, and each such lot as Base64 of its deflated list of texts."""
    # Those that are open `rakit` looks through with their page.
    lot = [[*map(searah, hitungan[awal : awal + _SEKALI])] for awal in range(0, len(hitungan), _SEKALI)]
    isi = [b64encode(zlib.compress(json.dumps(ini, ensure_ascii=False).encode(), 9)).decode() for ini in lot]
    return json.dumps({"sekali": _SEKALI, "isi": isi})
