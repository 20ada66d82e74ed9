"""When units submitted a month, by the dates of their files, beside the deadline of the settings."""

from datetime import UTC, date, datetime
from pathlib import Path

from asn_nilai.acuan.isian.skema import Skema
from asn_nilai.acuan.periode import Bulan, Periode
from asn_nilai.acuan.setoran.ketepatan import Ketepatan, susun_ketepatan
from asn_nilai.ruang_kerja import RuangKerja


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
    """Return the day on which a file was last written, on this computer's calendar."""
    return datetime.fromtimestamp(berkas.stat().st_mtime, UTC).astimezone().date()
