"""Recalculating changes nothing, and changing a figure changes the scores exactly as scoring would."""

import openpyxl
import pytest
from buku_hasil_buatan import nilai_asn, nip, unit_lengkap
from buku_percobaan import PERCOBAAN

KOLOM_NILAI = {"NHK": 6, "hasil": 7, "predikat": 9, "status": 10}


def rumus(berkas) -> dict:
    """Return every formula by (sheet, cell)."""
    dibuka = openpyxl.load_workbook(berkas)
    return {
        (lembar.title, sel.coordinate): sel.value
        for lembar in dibuka
        for baris in lembar.iter_rows()
        for sel in baris
        if sel.data_type == "f"
    }


def nilai(berkas) -> dict:
    dibuka = openpyxl.load_workbook(berkas, data_only=True)
    return {
        (lembar.title, sel.coordinate): "" if sel.value is None else sel.value
        for lembar in dibuka
        for baris in lembar.iter_rows()
        for sel in baris
    }


def baris_nilai(berkas) -> dict:
    """Return what the sheet Nilai shows of each ASN: (NHK, rating, predikat, status)."""
    lembar = openpyxl.load_workbook(berkas, data_only=True)["Nilai"]
    return {
        lembar.cell(b, 2).value: tuple(lembar.cell(b, k).value or "" for k in KOLOM_NILAI.values())
        for b in range(8, lembar.max_row + 1)
        if str(lembar.cell(b, 2).value).isdigit()
        and len(str(lembar.cell(b, 2).value)) == 18
        and lembar.cell(b, 1).value
    }


def seharusnya(asn, angka) -> tuple:
    _, cetak, label, predikat = nilai_asn(asn, angka)
    status = asn.status or ("Belum Dinilai" if predikat == "Belum Dinilai" else "Dinilai")
    return ("" if cetak is None else float(cetak), label, predikat, status)


def test_libreoffice_sungguh_menghitung_ulang(buku):
    tersimpan, dihitung = nilai(buku["palsu"].tertulis), nilai(buku["palsu"].dihitung)
    benar = nilai(buku["lengkap"].tertulis)
    angka = [sel for sel in rumus(buku["palsu"].tertulis) if isinstance(benar[sel], int | float)]
    assert len(angka) > 60
    assert all(tersimpan[sel] == 7 for sel in angka)
    assert all(dihitung[sel] == pytest.approx(benar[sel], rel=1e-12, abs=1e-12) for sel in angka)


@pytest.mark.parametrize("nama", ["lengkap", "seri", "acak", "kosong"])
def test_hitung_ulang_tidak_mengubah_apa_pun(buku, nama):
    tersimpan, dihitung = nilai(buku[nama].tertulis), nilai(buku[nama].dihitung)
    for sel in rumus(buku[nama].tertulis):
        if sel[0] == "Nilai" or not isinstance(tersimpan[sel], float):
            assert dihitung[sel] == tersimpan[sel], sel
        else:
            assert dihitung[sel] == pytest.approx(tersimpan[sel], rel=1e-13, abs=1e-13), sel


@pytest.mark.parametrize("nama", ["lengkap", "seri", "acak"])
def test_lembar_nilai_sama_dengan_hitungan_pecahan(buku, nama):
    buku_ini = buku[nama]
    for berkas in (buku_ini.tertulis, buku_ini.dihitung):
        tampil = baris_nilai(berkas)
        assert len(tampil) == len(buku_ini.asn)
        for asn in buku_ini.asn:
            assert tampil[asn.nip] == seharusnya(asn, buku_ini.angka), asn.nama


@pytest.mark.parametrize("nama", PERCOBAAN)
def test_angka_yang_diubah_mengubah_nilai_seperti_penilaian(buku, nama):
    buku_ini = buku[nama]
    tampil = baris_nilai(buku_ini.dihitung)
    for asn in buku_ini.asn:
        assert tampil[asn.nip] == seharusnya(asn, buku_ini.angka), asn.nama


@pytest.mark.parametrize("nama", PERCOBAAN)
def test_tiap_percobaan_memang_mengubah_sesuatu(buku, nama):
    awal, sesudah = baris_nilai(buku["lengkap"].dihitung), baris_nilai(buku[nama].dihitung)
    assert awal != sesudah


def test_semua_nilai_asn_biasa_adalah_rumus(buku):
    semua = rumus(buku["lengkap"].tertulis)
    for baris, asn in enumerate(unit_lengkap(), 8):
        if asn.halangan or asn.status or asn.nip == nip(13):
            continue
        for kolom in "FGIJ":
            assert ("Nilai", f"{kolom}{baris}") in semua, (asn.nama, kolom)


def test_nilai_yang_tertahan_bukan_rumus(buku):
    semua = rumus(buku["lengkap"].tertulis)
    for baris, asn in enumerate(unit_lengkap(), 8):
        if asn.halangan or asn.nip == nip(13):
            assert ("Nilai", f"F{baris}") not in semua, asn.nama


def test_rumus_berakhir_di_angka_lembar_aturan(buku):
    semua = " ".join(rumus(buku["lengkap"].tertulis).values())
    dibuka = openpyxl.load_workbook(buku["lengkap"].tertulis)
    for nama in dibuka.defined_names:
        assert nama == "daftar_predikat" or nama in semua, nama


def test_rekap_menghitung_setiap_asn_sekali(buku):
    lembar = openpyxl.load_workbook(buku["lengkap"].dihitung, data_only=True)["Nilai"]
    rekap = {lembar.cell(b, 2).value: lembar.cell(b, 3).value for b in range(28, 40)}
    pindah = sum(asn.status == "Pindah" for asn in unit_lengkap())
    assert rekap["Jumlah"] == len(unit_lengkap()) - pindah
    assert rekap["Belum Dinilai"] == 7
    assert (
        sum(
            rekap[k]
            for k in ("Sangat Baik", "Baik", "Butuh Perbaikan", "Kurang", "Sangat Kurang", "Belum Dinilai")
        )
        == rekap["Jumlah"]
    )
