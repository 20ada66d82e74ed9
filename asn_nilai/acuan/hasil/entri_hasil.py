"""What a unit's scores came to, as entries of the register of changes.

A provisional score is none yet: asking for it and not asking for it again would fill the register with what nobody changed.
"""

from math import isnan

from asn_nilai.acuan.hasil.hasil_unit import HasilUnit
from asn_nilai.acuan.hasil.nilai import BELUM_DINILAI, SEMENTARA
from asn_nilai.acuan.riwayat.bulanan import tulis_nilai
from asn_nilai.acuan.riwayat.keadaan import NHK, PREDIKAT, RATING, STATUS, Isi, Kunci


def entri_hasil(hasil: HasilUnit) -> dict[Kunci, Isi]:
    """Return what a unit's scores came to."""
    unit = hasil.unit.kode
    keadaan: dict[Kunci, Isi] = {}
    for asn in hasil.nilai:
        nilai = {
            NHK: "" if isnan(asn.nhk) else tulis_nilai(asn.nhk),
            RATING: asn.rating_hasil,
            PREDIKAT: asn.predikat,
            STATUS: asn.status,
        }
        if asn.status == SEMENTARA:
            nilai = {PREDIKAT: BELUM_DINILAI, STATUS: BELUM_DINILAI}
        keadaan.update({Kunci(apa, unit, asn.nip or asn.nama): Isi(isi) for apa, isi in nilai.items() if isi})
    return keadaan
