"""One unit read and checked: the half of the way that `validasi` goes alone, and `hitung` before it scores.

It stands apart from scoring and publishing so that checking loads neither pandas nor the writers of workbooks: a unit
waits for this answer with the telephone in its hand.
"""

import os

from asn_nilai.acuan.hasil import IsianUnit
from asn_nilai.acuan.temuan import Letak, Temuan, temuan
from asn_nilai.alur.konteks import Konteks
from asn_nilai.baca import baca_isian
from asn_nilai.periksa import periksa_unit


def periksa(konteks: Konteks, kode: str) -> tuple[IsianUnit, list[Temuan]]:
    """Read a unit's workbooks and return them with every finding, those of reading first."""
    isian = baca_isian(konteks.ruang, konteks.unit(kode), konteks.periode, konteks.skema)
    return isian, [*isian.temuan, *periksa_unit(isian, konteks.skema, konteks.periode, konteks.aturan)]


def program_gagal(kode: str, galat: Exception) -> Temuan:
    """Return the finding of a fault of ours; ASN_NILAI_TELUSUR lets it through to whoever mends it."""
    if os.environ.get("ASN_NILAI_TELUSUR"):
        raise galat
    return temuan("program-gagal", Letak(), unit=kode, sebab=f"{type(galat).__name__}: {galat}")
