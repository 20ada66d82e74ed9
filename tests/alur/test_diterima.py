"""The day on which a result was received: in its period or later, and no day to come, wherever the clock is."""

from datetime import date, datetime
from types import SimpleNamespace

import pytest

from asn_nilai.acuan import jam
from asn_nilai.acuan.periode import Periode
from asn_nilai.alur.konteks import PenggunaanError
from asn_nilai.alur.perintah import diterima

JUNI = SimpleNamespace(periode=Periode.dari_teks("2026-06"))
ZAMAN = pytest.mark.parametrize(
    ("kini", "terakhir"),
    [
        ("2026-07-05T12:00+07:00", 5),
        ("2026-07-05T21:59+07:00", 5),
        ("2026-07-05T22:00+07:00", 6),  # in Jayapura it is the 6th
        ("2026-07-05T18:00+00:00", 6),  # a server's clock; in Bukittinggi it is the 6th, one o'clock
        ("2026-07-05T14:59+00:00", 5),
        ("2026-07-06T01:00+12:00", 6),
    ],
)


@ZAMAN
def test_hari_yang_belum_tiba_ditolak(monkeypatch, kini, terakhir):
    monkeypatch.setattr(jam, "kini", lambda: datetime.fromisoformat(kini))
    diterima.hari_diterima(JUNI, date(2026, 7, terakhir))
    with pytest.raises(PenggunaanError) as galat:
        diterima.hari_diterima(JUNI, date(2026, 7, terakhir + 1))
    assert str(galat.value) == (
        f"Tanggal {terakhir + 1} Juli 2026 belum tiba: menurut komputer ini sekarang {int(kini[8:10])} Juli 2026. "
        "Periksa --diterima, atau tanggal di komputer ini."
    )


def test_hari_sebelum_periodenya_ditolak_dan_hari_pertamanya_tidak(monkeypatch):
    monkeypatch.setattr(jam, "kini", lambda: datetime.fromisoformat("2026-07-05T12:00+07:00"))
    assert diterima.hari_diterima(JUNI, date(2026, 6, 1)) == date(2026, 6, 1)
    with pytest.raises(PenggunaanError, match=r"Tanggal 31 Mei 2026 mendahului Juni 2026"):
        diterima.hari_diterima(JUNI, date(2026, 5, 31))


def test_tanpa_tanggal_berarti_hari_ini_menurut_komputernya(monkeypatch):
    monkeypatch.setattr(jam, "kini", lambda: datetime.fromisoformat("2026-07-05T23:30+07:00"))
    assert diterima.hari_diterima(JUNI, None) == date(2026, 7, 5)


def test_jam_komputer_berzona():
    assert jam.kini().tzinfo is not None
