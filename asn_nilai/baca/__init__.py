"""Read a unit's workbooks into tables whose every value keeps its cell."""

from asn_nilai.baca.isian import baca_isian
from asn_nilai.baca.skema import baca_skema

__all__ = ["baca_isian", "baca_skema"]
