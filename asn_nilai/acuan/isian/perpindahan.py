"""Who moves between units within a period: what ties units to each other."""

from datetime import date

from asn_nilai.acuan.isian.skema import Skema
from asn_nilai.acuan.periode import Periode


def unit_berpindah(skema: Skema, periode: Periode) -> dict[str, tuple[str, ...]]:
    """Return the ASN placed in two or more units in the period: NIP → unit codes, the last unit last."""
    hasil: dict[str, tuple[str, ...]] = {}
    for nip, semua in skema.penempatan_asn.items():
        if len(semua) < 2:
            continue
        urut = sorted((p for p in semua if p.bulan_dalam(periode)), key=lambda p: p.mulai or date.min)
        unit = tuple(reversed(dict.fromkeys(p.kode_unit for p in reversed(urut))))
        if len(unit) > 1:
            hasil[nip] = unit
    return hasil
