"""Recalculating rekap.xlsx changes nothing; correcting a score moves means, ranks and counts up to Ringkasan."""

import openpyxl
import pytest
from buku_rekap_buatan import kota, rata
from libreoffice import rumus_sama

pytestmark = pytest.mark.menyeluruh
NAMA = {
    "jelas": 150,
    "sementara": 200,
    "kota": 200,
    "angka": 200,
    "terpilih": 130,
    "nakal": 300,
    "kosong": 60,
}
PREDIKAT = ("Sangat Baik", "Baik", "Butuh Perbaikan", "Kurang", "Sangat Kurang")


def tabel(berkas, lembar: str, kunci: str) -> dict:
    """Return the rows of a sheet's first table by the text of one column: column title → value."""
    isi = openpyxl.load_workbook(berkas, data_only=True)[lembar]
    judul = {sel.column: str(sel.value) for sel in isi[7] if sel.value is not None}
    hasil = {}
    for baris in isi.iter_rows(min_row=8):
        isi = {judul[sel.column]: sel.value for sel in baris if sel.column in judul}
        if isi[kunci] is None:
            break
        hasil[isi[kunci]] = isi
    return hasil


@pytest.mark.parametrize("nama", NAMA)
def test_setiap_rumus_menyimpan_nilai_yang_dihitung_libreoffice(buku, nama):
    assert rumus_sama(buku[nama].tertulis, buku[nama].dihitung) > NAMA[nama]


def test_peringkat_menghitung_ulang_daftar_asn(buku):
    peringkat = tabel(buku["kota"].dihitung, "Peringkat", "Kode")
    for unit in kota():
        ini, asn = peringkat[unit.kode], [a for a in unit.asn if a.status != "Pindah"]
        dinilai = [a for a in asn if a.status == "Dinilai"]
        assert (ini["Jumlah ASN"], ini["Dinilai"]) == (len(asn), len(dinilai))
        assert [ini[p] for p in PREDIKAT] == [sum(a.predikat == p for a in dinilai) for p in PREDIKAT]
        if dinilai:
            assert ini["Rata-rata NHK"] == rata([a.nhk for a in dinilai])
        else:
            assert not ini["Rata-rata NHK"]


def test_rata_rata_yang_sama_berbagi_peringkat_dan_unit_kecil_disebut(buku):
    peringkat = tabel(buku["kota"].dihitung, "Peringkat", "Kode")
    assert [peringkat[kode]["Peringkat"] for kode in ("DINKES", "O'HARA", "KEL-1")] == [1, 1, 1]
    assert not peringkat["DLH"]["Peringkat"]
    tanda = {kode: isi["Hati-hati"] or "" for kode, isi in peringkat.items()}
    assert tanda == {"DINKES": "unit kecil", "O'HARA": "", "KEL-1": "unit kecil", "DLH": "belum diperingkat"}


def test_nilai_sementara_dihitung_tersendiri(buku):
    """Everybody counts: scored, provisional and not scored are all there are."""
    peringkat = tabel(buku["sementara"].dihitung, "Peringkat", "Kode")
    kolom = ("Jumlah ASN", "Dinilai", "Sementara", "Belum Dinilai", "Rata-rata NHK")
    assert [peringkat["DINKES"][k] for k in kolom] == [5, 4, 1, 0, rata(["100.01", "89.99", "96", "95.01"])]
    assert [peringkat["O'HARA"][k] for k in kolom] == [6, 5, 1, 0, 95.25]
    distribusi = tabel(buku["sementara"].dihitung, "Distribusi", "Predikat")
    assert [distribusi[k]["Jumlah ASN"] for k in ("Sementara", "Belum Dinilai", "Jumlah ASN")] == [2, 1, 13]
    assert "Sementara" not in tabel(buku["kota"].dihitung, "Peringkat", "Kode")["DINKES"]


def test_yang_tidak_lagi_cukup_dinilai_kehilangan_peringkatnya(buku):
    """Of ten at about 100 one is taken out, then a second one: nine of ten still have a rank, eight have none."""
    kolom = ("Peringkat", "Peringkat Jenis", "Setara: peringkat", "Hati-hati")
    semua = {
        nama: tabel(buku[nama].dihitung, "Peringkat", "Kode") for nama in ("jelas", "sembilan", "delapan")
    }
    isi = {
        nama: {kode: tuple(str(baris[k] or "") for k in kolom) for kode, baris in milik.items()}
        for nama, milik in semua.items()
    }
    assert isi["jelas"] == {"A": ("1", "1", "1–2", ""), "B": ("2", "1", "1–2", ""), "C": ("3", "2", "3", "")}
    assert isi["sembilan"] == isi["jelas"]
    assert isi["delapan"] == {
        "A": ("", "", "", "belum diperingkat"),
        "B": ("1", "1", "1", ""),
        "C": ("2", "1", "2", ""),
    }


def test_nilai_yang_dibetulkan_mengubah_peringkat_dan_jumlah(buku):
    semula, kini = (tabel(buku[n].dihitung, "Peringkat", "Kode") for n in ("kota", "diubah"))
    baru = rata(["100.01", "119.99", "95.01"])
    assert kini["DINKES"]["Rata-rata NHK"] == baru == 105.0
    assert [kini[kode]["Peringkat"] for kode in ("DINKES", "O'HARA", "KEL-1")] == [1, 2, 2]
    assert kini["DINKES"]["Dinilai"] == semula["DINKES"]["Dinilai"] - 1
    assert kini["DINKES"]["Sangat Baik"] == 2
    assert kini["DINKES"]["Butuh Perbaikan"] == 0


def test_nilai_yang_dibetulkan_sampai_ke_ringkasan_tren_dan_distribusi(buku):
    berkas = buku["diubah"].dihitung
    kota_kini = rata(["100.01", "119.99", "95.01", *["95.25"] * 7])
    ringkasan = openpyxl.load_workbook(berkas, data_only=True)["Ringkasan"]
    isi = {sel.value for baris in ringkasan.iter_rows() for sel in baris}
    assert {kota_kini, "10 dari 13 ASN", 105.0} <= isi
    tren = tabel(berkas, "Tren", "Unit Kerja")
    assert tren["Seluruh unit"]["Apr"] == kota_kini
    assert tren["ASN dinilai"]["Apr"] == 10
    distribusi = tabel(berkas, "Distribusi", "Predikat")
    assert distribusi["Sangat Baik"]["Jumlah ASN"] == 2
    assert distribusi["Sangat Baik"]["Persen"] == 20
    assert distribusi["Belum Dinilai"]["Jumlah ASN"] == 3


def test_panduan_yang_tidak_lagi_dipenuhi_berubah_katanya(buku):
    def keadaan(nama: str) -> list:
        lembar = openpyxl.load_workbook(buku[nama].dihitung, data_only=True)["Distribusi"]
        return [sel.value for sel in lembar["F"] if str(sel.value).endswith("panduan")]

    assert keadaan("kota") == ["di luar panduan", "sesuai panduan"]
    assert keadaan("diubah") == ["di luar panduan", "di luar panduan"]


def test_panduan_tiap_unit_ikut_berubah(buku):
    def keadaan(nama: str) -> list:
        lembar = openpyxl.load_workbook(buku[nama].dihitung, data_only=True)["Distribusi"]
        baris = [b for b in lembar.iter_rows(values_only=True) if str(b[9]).endswith("panduan")]
        return [(b[0], b[1], b[3], b[5], b[8], b[9]) for b in baris]

    assert keadaan("kota") == [
        ("DINKES", "Baik", "Baik", 2, 3, "sesuai panduan"),
        ("DINKES", "Baik", "Butuh Perbaikan atau Kurang", 1, 1, "sesuai panduan"),
    ]
    assert [isi[-1] for isi in keadaan("diubah")] == ["sesuai panduan", "di luar panduan"]


def test_setoran_dihitung_per_bulan_dan_per_unit(buku):
    setoran = tabel(buku["kota"].dihitung, "Belum Setor", "Unit Kerja")
    assert next(iter(setoran)) == "Dinas Lingkungan Hidup"
    assert setoran["Dinas Lingkungan Hidup"]["Belum setor (kali)"] == 2
    jumlah = setoran["Jumlah unit belum setor"]
    assert [jumlah[b] for b in ("Jan", "Feb", "Mar", "Apr")] == [1, 0, 0, 1]
    assert jumlah["April 2026"] == 1
