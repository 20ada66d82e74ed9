"""Workbooks that are written fast hold what plain ones do, and keep no cell after they are closed."""

import io

from xlsxwriter.worksheet import Worksheet

from asn_nilai.terbit.buku.gaya import Gaya, Lembar
from asn_nilai.terbit.buku.wadah import buku_baru


def tulis(tujuan):
    buku = buku_baru(tujuan)
    lembar = Lembar(buku, Gaya(buku), "Satu", "#FF0000")
    gaya = lembar.gaya("tebal")
    lembar.teks(0, 0, "=bukan rumus", gaya)
    lembar.teks(0, 1, "", gaya)
    lembar.angka(1, 0, 7.25, gaya)
    lembar.angka(1, 1, None, gaya)
    lembar.rumus(2, 0, "A2*2", gaya, 14.5)
    buku.close()
    return lembar


def test_bait_buku_sama_dengan_kelas_biasa(monkeypatch):
    cepat, biasa = io.BytesIO(), io.BytesIO()
    tulis(cepat)
    monkeypatch.setattr("asn_nilai.terbit.buku.gaya.LembarCepat", Worksheet)
    tulis(biasa)
    assert cepat.getvalue() == biasa.getvalue()


def test_buku_yang_ditutup_tidak_memegang_sel():
    assert not tulis(io.BytesIO()).dalam.table
