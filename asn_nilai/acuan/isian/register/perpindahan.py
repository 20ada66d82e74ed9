"""Who moves between units within a period: what ties units to each other. And how long somebody was here before."""

from datetime import date

from asn_nilai.acuan.isian.skema import Skema
from asn_nilai.acuan.periode import Bulan, Periode


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


def bulan_sebelum(skema: Skema, nip: str, periode: Periode) -> int:
    """Return in how many months of the year before the period the ASN was placed in some unit."""
    awal, semua = periode.bulan[0], skema.penempatan_asn.get(nip, ())
    if any(p.mulai is None and p.selesai is None for p in semua):
        return awal.bulan - 1
    lalu = (Bulan(awal.tahun, nomor) for nomor in range(1, awal.bulan))
    return sum(any(p.pada(bulan) for p in semua) for bulan in lalu)
