"""When units submitted a month, by the dates of their files, beside the deadline of the settings."""

from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from asn_nilai.acuan.isian.skema import Skema
from asn_nilai.acuan.periode import Bulan, Periode
from asn_nilai.acuan.setoran.ketepatan import Ketepatan, susun_ketepatan
from asn_nilai.ruang_kerja import RuangKerja

_AWAL = datetime(1970, 1, 1, tzinfo=UTC)


def baca_ketepatan(ruang: RuangKerja, skema: Skema, bulan: Bulan) -> Ketepatan | None:
    """Return a month beside its deadline, None where the settings ask for none; of several files of a unit the oldest counts."""
    if not ruang.tenggat.hari:
        return None
    tanggal = {
        kode: min(map(_tanggal, berkas))
        for kode, unit in skema.unit.items()
        if (berkas := ruang.berkas_capaian(bulan, *unit.semua_kode))
    }
    return susun_ketepatan(bulan, ruang.tenggat, tanggal)


def ketepatan_periode(ruang: RuangKerja, skema: Skema, periode: Periode) -> Ketepatan | None:
    """Return the month beside its deadline; None of a period of several months."""
    return baca_ketepatan(ruang, skema, periode.bulan[0]) if len(periode.bulan) == 1 else None


def _tanggal(berkas: Path) -> date:
    """Return the day on which a file was last written, on this computer's calendar.

    A disk may hold any number as a time, and Windows' calendar begins in 1970: whose time was lost is not called late for it.
    """
    try:
        saat = _AWAL + timedelta(seconds=berkas.stat().st_mtime)
    except OverflowError:
        return date.min
    with suppress(OSError, OverflowError, ValueError):
        saat = saat.astimezone()
    return saat.date()
