"""Workbooks that are written fast hold what plain ones do, and keep no cell after they are closed."""

import io
import zipfile

import pytest
from buku_polos import sama_dengan_xlsxwriter

from asn_nilai.terbit.buku.gaya import Gaya, Lembar
from asn_nilai.terbit.buku.tata import BARIS
from asn_nilai.terbit.buku.wadah import DIBUAT, buku_baru

TEKS = (
    "=bukan rumus",
    "  berjarak ",
    'a & <b> "c"',
    "_x0041_",
    "<r>x",
    "dua\nbaris",
    "\N{NO-BREAK SPACE}é",
    "9" * 40_000,
    "a",
)


def tulis(tujuan):
    buku = buku_baru(tujuan)
    buku.set_properties({"created": DIBUAT})  # else the second in which it was written
    lembar = Lembar(buku, Gaya(buku), "Satu", "#FF0000")
    tebal, biasa = lembar.gaya("tebal"), lembar.gaya()
    for ke, teks in enumerate((*TEKS, *TEKS)):
        lembar.teks(ke, 3, teks, biasa)
    lembar.dalam.write_string(20, 3, "", biasa)
    lembar.dalam.set_row(1, 40)
    lembar.dalam.set_row(40, None, tebal, {"level": 1})
    lembar.dalam.merge_range(60, 2, 61, 4, "", tebal)
    lembar.teks(60, 2, "digabung", tebal)
    lembar.dalam.write_comment(70, 9, "catatan")
    lembar.tautan(71, 1, ("Satu", "A1"), "ke atas", petunjuk="lihat")
    for ke, angka in enumerate((7.25, 1e300, -1e-7, 0, 12345678901234567890, None)):
        lembar.angka(ke, 1, angka, tebal)
        hasil = "<2" if angka is None else angka
        lembar.rumus(ke, 0, 'IF(B1<2,"&",B1*2)', biasa, hasil)
        lembar.rumus_baris(ke + 30, 0, f'IF(B{BARIS}<2,"&",B{BARIS}*2)', biasa, hasil)
        sel = lembar.dalam.sel_angka(angka, tebal)
        lembar.dalam.tulis_sel(ke + 30, {1: sel, 3: sel})
    bagan = buku.add_chart({"type": "column"})
    bagan.add_series({"categories": "=Satu!$D$1:$D$8", "values": "=Satu!$B$1:$B$9"})
    bagan.add_series({"categories": "=Satu!$C$61:$E$61", "values": "=Satu!$A$1:$A$6"})
    lembar.dalam.insert_chart(80, 0, bagan)
    buku.close()
    return lembar


def bita():
    wadah = io.BytesIO()
    tulis(wadah)
    return wadah.getvalue()


def test_setiap_bagian_sama_dengan_tulisan_xlsxwriter(monkeypatch):
    assert sama_dengan_xlsxwriter(monkeypatch, bita)


def test_buku_kosong_pun_sama(monkeypatch):
    def kosong():
        wadah = io.BytesIO()
        buku = buku_baru(wadah)
        buku.set_properties({"created": DIBUAT})
        Lembar(buku, Gaya(buku), "Kosong", "#FF0000")
        buku.close()
        return wadah.getvalue()

    assert sama_dengan_xlsxwriter(monkeypatch, kosong)


def test_angka_yang_bukan_angka_ditolak_seperti_biasa():
    buku = buku_baru(io.BytesIO())
    lembar = Lembar(buku, Gaya(buku), "Satu", "#FF0000")
    with pytest.raises(TypeError, match="NAN/INF"):
        lembar.angka(0, 0, float("inf"), lembar.gaya())


def test_setiap_bagian_dimampatkan():
    with zipfile.ZipFile(io.BytesIO(bita())) as paket:
        assert {bagian.compress_type for bagian in paket.infolist()} == {zipfile.ZIP_DEFLATED}
        assert paket.testzip() is None


def test_buku_yang_ditutup_tidak_memegang_sel():
    assert not tulis(io.BytesIO()).dalam.table


def test_format_yang_disalin_tidak_mengikat_buku_yang_satu_kepada_yang_lain():
    def gaya(*bundel):
        buku = buku_baru(io.BytesIO())
        return [Gaya(buku)(*nama) for nama in bundel]

    (tebal, angka), (lain,) = gaya(("tebal",), ("dua",)), gaya(("tebal",))
    assert [ini._get_xf_index() for ini in (angka, tebal, lain)] == [1, 2, 1]
    lain.set_italic()
    assert (tebal.bold, tebal.italic, lain.italic) == (1, 0, 1)
