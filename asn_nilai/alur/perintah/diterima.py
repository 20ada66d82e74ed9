"""The day on which an ASN received a result: the days for an objection run from it."""

import datetime as dt

from asn_nilai.acuan import jam
from asn_nilai.acuan.periode import tulis_tanggal
from asn_nilai.alur.konteks import Konteks, PenggunaanError

_PALING_TIMUR = dt.timezone(dt.timedelta(hours=9))
"""Where in Indonesia a day begins first; the clock of a machine may be set to another zone."""


def periksa_diterima(konteks: Konteks, diterima: dt.date) -> None:
    """See that a result was received no earlier than its period began, and no later than today.

    Raises:
        PenggunaanError: it was not.
    """
    tanggal, periode = tulis_tanggal(diterima.isoformat()), konteks.periode
    if diterima < periode.bulan[0].hari_pertama:
        raise PenggunaanError(
            f"Tanggal {tanggal} mendahului {periode.bulan[0].label}, jadi hasil {periode.label} "
            "tidak mungkin diterima pada hari itu. Periksa --diterima."
        )
    sekarang = jam.kini()
    if diterima > max(sekarang.date(), sekarang.astimezone(_PALING_TIMUR).date()):
        raise PenggunaanError(
            f"Tanggal {tanggal} belum tiba: menurut komputer ini sekarang {tulis_tanggal(sekarang.date().isoformat())}. "
            "Periksa --diterima, atau tanggal di komputer ini."
        )
