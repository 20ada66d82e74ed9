"""rekap.xlsx as a file: the same bytes each time, ready to print, native charts and small bars, no macro, no network."""

import io
import re
import zipfile
from dataclasses import replace

import openpyxl
import pytest
from buku_polos import sama_dengan_xlsxwriter
from buku_rekap_buatan import kota, rekap_buatan

from asn_nilai.terbit.buku.rekap import tulis_buku_rekap


def isi_paket(isi: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(isi)) as paket:
        return {nama: paket.read(nama).decode() for nama in paket.namelist()}


def test_dua_kali_menulis_memberi_bita_yang_sama_tanpa_jam(tulis):
    isi = tulis(rekap_buatan())
    assert isi == tulis(rekap_buatan())
    inti = isi_paket(isi)["docProps/core.xml"]
    assert set(re.findall(r"\d{4}-\d\d-\d\dT[\d:]+Z", inti)) == {"1980-01-01T00:00:00Z"}


def test_setiap_bagian_sama_dengan_tulisan_xlsxwriter(tulis, monkeypatch):
    assert sama_dengan_xlsxwriter(monkeypatch, lambda: tulis(rekap_buatan()))


def test_siap_cetak_a4_dengan_kepala_berulang_dan_nomor_halaman(tulis):
    for lembar in openpyxl.load_workbook(io.BytesIO(tulis(rekap_buatan()))):
        assert (lembar.page_setup.paperSize, lembar.page_setup.orientation) == (9, "landscape")
        assert lembar.sheet_properties.pageSetUpPr.fitToPage
        satu_halaman = None if lembar.title == "Ringkasan" else 0  # written nowhere: one page high
        assert (lembar.page_setup.fitToWidth or 1, lembar.page_setup.fitToHeight) == (1, satu_halaman)
        assert lembar.print_title_rows
        assert lembar.print_area
        assert "Halaman &P dari &N" in lembar.oddFooter.center.text
        assert lembar.protection.sheet
        if lembar.title not in {"Ringkasan", "Distribusi"}:
            assert lembar.freeze_panes


def test_bagan_dan_grafik_asli_tanpa_makro_dan_tanpa_jaringan(tulis):
    paket = isi_paket(tulis(rekap_buatan()))
    assert sum(nama.startswith("xl/charts/chart") for nama in paket) == 3
    assert sum("lineChart" in isi for isi in paket.values()) == 1
    grafik = [isi for isi in paket.values() if "sparklineGroup " in isi]
    assert len(grafik) == 2 + len(kota()) - 1
    assert all('displayEmptyCellsAs="gap"' in isi for isi in grafik)
    assert not [nama for nama in paket if "vba" in nama or "externalLink" in nama]
    assert 'TargetMode="External"' not in "".join(paket.values())


def test_setiap_bagan_disebut_apa_isinya_bagi_yang_tidak_melihatnya(tulis):
    """A screen reader says this text in place of the picture: three that sound alike tell nothing."""
    paket = isi_paket(tulis(rekap_buatan()))
    uraian = [
        kata
        for nama in sorted(paket)
        if nama.startswith("xl/drawings/drawing")
        for kata in re.findall(r'<xdr:cNvPr [^>]*descr="([^"]*)"', paket[nama])
    ]
    assert uraian == [
        "Bagan Jumlah ASN menurut predikat; angkanya ada di lembar Distribusi.",
        "Bagan Rata-rata NHK seluruh unit per bulan; angkanya ada di lembar Tren.",
        "Bagan Jumlah ASN menurut predikat, dari tabel di sebelah kirinya.",
    ]


def test_setiap_rumus_menyimpan_nilai_dan_yang_kosong_bertipe_teks(tulis):
    for nama, isi in isi_paket(tulis(rekap_buatan())).items():
        if nama.startswith("xl/worksheets/sheet"):
            assert not re.search(r'<c r="\w+" s="\d+"><f>[^<]*</f><v></v>', isi), nama
            assert "</f></c>" not in isi, nama


def test_gaya_tidak_bertambah_dengan_banyaknya_unit(tulis):
    def gaya(isi: bytes) -> int:
        return int(re.search(r'<cellXfs count="(\d+)"', isi_paket(isi)["xl/styles.xml"])[1])

    banyak = [replace(unit, kode=f"{unit.kode}-{n}") for n in range(10) for unit in kota()]
    sedikit, lebih = gaya(tulis(rekap_buatan())), gaya(tulis(rekap_buatan(banyak)))
    assert lebih <= sedikit + 2
    assert sedikit < 120


def test_menulis_ke_berkas_dan_galat_sistem_diteruskan(tmp_path, tulis):
    tujuan = tmp_path / "rekap.xlsx"
    tulis_buku_rekap(tujuan, rekap_buatan())
    assert tujuan.read_bytes() == tulis(rekap_buatan())
    with pytest.raises(OSError, match="tidak-ada"):
        tulis_buku_rekap(tmp_path / "tidak-ada" / "rekap.xlsx", rekap_buatan())
