"""The day on which an ASN received a result: the days for an objection run from it."""

import datetime as dt

from asn_nilai.acuan import jam
from asn_nilai.acuan.periode import tulis_tanggal
from asn_nilai.alur.konteks import Konteks, PenggunaanError

_PALING_TIMUR = dt.timezone(dt.timedelta(hours=9))
"""Where in Indonesia a day begins first; the clock of a machine may be set to another zone."""


def hari_diterima(konteks: Konteks, disebut: dt.date | None) -> dt.date:
    """Return the day on which a result was received: the one that was named, or today.

    Raises:
        PenggunaanError: it is earlier than the period began, or still to come.
    """
    sekarang = jam.kini()
    diterima = disebut or sekarang.date()
    tanggal, periode = tulis_tanggal(diterima.isoformat()), konteks.periode
    if diterima < periode.bulan[0].hari_pertama:
        raise PenggunaanError(
            f"Tanggal {tanggal} mendahului {periode.bulan[0].label}, jadi hasil {periode.label} "
            "tidak mungkin diterima pada hari itu. Periksa --diterima."
        )
    if diterima > max(sekarang.date(), sekarang.astimezone(_PALING_TIMUR).date()):
        raise PenggunaanError(
            f"Tanggal {tanggal} belum tiba: menurut komputer ini sekarang {tulis_tanggal(sekarang.date().isoformat())}. "
            "Periksa --diterima, atau tanggal di komputer ini."
        )
    return diterima
