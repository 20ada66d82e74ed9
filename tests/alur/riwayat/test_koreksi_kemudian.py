"""Which corrections within a longer period came after its lock, and touch one ASN: told from versions and lines alone."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from asn_nilai.acuan.periode import Periode
from asn_nilai.acuan.riwayat.catatan import TERKUNCI, Catatan, Rantai
from asn_nilai.acuan.riwayat.riwayat import Riwayat
from asn_nilai.acuan.riwayat.versi import VersiTerkunci
from asn_nilai.alur.riwayat import koreksi_kemudian

MEI = Periode.dari_teks("2026-05")
PANJANG = VersiTerkunci(
    "2026-T2", "1", "", "", "2026-07-01", "", "2026-07-01T09:00:00+07:00", "", "", masukan={"a": "1"}
)


def mei(nomor: str, waktu: str, **isi) -> VersiTerkunci:
    return VersiTerkunci("2026-05", nomor, "", "", "2026-07-01", "", waktu, "", "", **isi)


def baris(versi: str, nip: str, semula: str = "1", menjadi: str = "2") -> Catatan:
    return Catatan("", "", "", versi, "", "realisasi", "A", nip, "X", semula, menjadi)


def dikoreksi(monkeypatch, semua, *catatan, panjang=PANJANG) -> list[str]:
    register = SimpleNamespace(baca=lambda: Riwayat("", Rantai(catatan)))
    monkeypatch.setattr(koreksi_kemudian, "terkunci_di_dalam", lambda *_: [MEI])
    monkeypatch.setattr(koreksi_kemudian, "baca_versi", lambda *_: semua)
    monkeypatch.setattr(koreksi_kemudian, "Register", lambda *_: register)
    konteks = SimpleNamespace(ruang=None, periode=None)
    return [ini.versi for ini in koreksi_kemudian.dikoreksi_kemudian(konteks, panjang, "1")]


def test_versi_terbaru_yang_disebut_dan_hanya_bila_menyentuh_orangnya(monkeypatch):
    semua = [
        mei("1", "2026-06-02T09:00:00+07:00"),
        mei("2", "2026-07-02T09:00:00+07:00"),
        mei("3", "2026-07-03T09:00:00+07:00"),
    ]
    terkunci = Catatan("", "", "", "2", "", TERKUNCI, menjadi="versi")
    assert dikoreksi(monkeypatch, semua, baris("2", "1"), terkunci) == ["3"]
    assert dikoreksi(monkeypatch, semua, baris("1", "1"), baris("2", "2"), terkunci) == []
    assert dikoreksi(monkeypatch, semua, baris("2", "1"), baris("3", "1", "2", "1")) == []  # taken back


def test_koreksi_yang_terhenti_lalu_dibatalkan_bukan_koreksi(monkeypatch):
    """Its lines have the number of the version that came later, those that take it back the number of the one before."""
    semua = [mei("1", "2026-06-02T09:00:00+07:00"), mei("2", "2026-07-02T09:00:00+07:00")]
    satu, dua = (Catatan("", "", "", nomor, "", TERKUNCI, menjadi="versi") for nomor in "12")
    terhenti, batal = baris("2", "1"), baris("1", "1", "2", "1")
    assert dikoreksi(monkeypatch, semua, satu, terhenti, batal, baris("2", "2"), dua) == []
    assert dikoreksi(monkeypatch, semua, satu, terhenti, batal, baris("2", "1", "1", "3"), dua) == ["2"]
    # As much of the next version, which is not there yet.
    assert dikoreksi(monkeypatch, semua, satu, baris("2", "2"), dua, baris("2", "1", "2", "1")) == []
    assert dikoreksi(monkeypatch, semua, baris("2", "1"), satu, baris("2", "2"), dua) == []


@pytest.mark.parametrize(
    ("waktu", "masukan", "ada"),
    [
        ("2026-07-01T09:00:00+07:00", {"a": "1", "b": "2"}, False),  # the same second and the same inputs
        ("2026-07-01T09:00:00+07:00", {"a": "2", "b": "2"}, True),
        ("2026-07-01T02:00:01+00:00", {}, True),
        ("2026-07-01T08:59:59+07:00", {"a": "2"}, False),
        ("2026-07-02", {"a": "2"}, False),  # no offset
        ("kemarin", {"a": "2"}, False),
    ],
)  # fmt: skip
def test_sesudah_menurut_waktunya_dan_dalam_detik_yang_sama_menurut_masukannya(
    monkeypatch, waktu, masukan, ada
):
    semua = [mei("2", waktu, masukan=masukan)]
    assert dikoreksi(monkeypatch, semua, baris("2", "1")) == (["2"] if ada else [])
    assert dikoreksi(monkeypatch, semua, baris("2", "1"), panjang=replace(PANJANG, waktu="")) == []
