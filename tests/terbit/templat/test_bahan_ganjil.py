"""Units and indicators at the edge: nobody placed, no bounds, targets without a meaning, endless texts."""

import io

import pytest
from buku_polos import sama_dengan_xlsxwriter
from openpyxl import load_workbook

from asn_nilai.acuan.isian.indikator.indikator import Agregasi, Indikator, JenisNilai, Polaritas
from asn_nilai.acuan.isian.register.identitas_templat import IdentitasTemplat
from asn_nilai.acuan.isian.skema import Unit
from asn_nilai.acuan.periode import Periode
from asn_nilai.acuan.profil.muat_aturan import muat_aturan
from asn_nilai.terbit.templat import BahanCapaian, BahanTarget, BarisTugas, templat_capaian, templat_target
from asn_nilai.terbit.templat.bahan import Asn

TAHUN, MEI = Periode.dari_teks("2026"), Periode.dari_teks("2026-05").bulan[0]
UNIT = Unit("U-1", "Unit Rekaan")
NIP = "198001012005011901"
ASN = Asn(NIP, "Tokoh Rekaan", frozenset(TAHUN.bulan))
IDENTITAS = IdentitasTemplat("capaian", "U-1", "2026-05", "0" * 16, "0.1.0")


def indikator(kode="A-1", **isi):
    dasar = {
        "nama": "Indikator rekaan",
        "satuan": "buah",
        "polaritas": Polaritas.MAKSIMAL,
        "agregasi": Agregasi.JUMLAH,
    }
    return Indikator(kode, **{**dasar, **isi})


def bita_capaian(*baris, asn=(ASN,), aturan="permenpanrb-6-2022"):
    tugas = [BarisTugas(NIP, milik.nama, ukuran, 50.0, target) for milik in asn for ukuran, target in baris]
    bahan = BahanCapaian("Kota", UNIT, MEI, muat_aturan(aturan), asn, tugas, IDENTITAS)
    return templat_capaian(bahan)


def bita_target(asn, daftar, identitas=IDENTITAS):
    return templat_target(BahanTarget("Kota", UNIT, TAHUN, asn, daftar, identitas))


def capaian(*baris, **pilihan):
    return load_workbook(io.BytesIO(bita_capaian(*baris, **pilihan)))


def target(asn, daftar, identitas=IDENTITAS):
    return load_workbook(io.BytesIO(bita_target(asn, daftar, identitas)))


@pytest.mark.parametrize(
    "tulis",
    [
        lambda: bita_capaian((indikator(batas_atas=9.0), 5.0), (indikator("A-2"), 7.5)),
        lambda: bita_target([ASN], [indikator(), indikator("A-2", nama="<b> & 'c'")]),
    ],
    ids=["capaian", "target"],
)
def test_setiap_bagian_sama_dengan_tulisan_xlsxwriter(monkeypatch, tulis):
    assert sama_dengan_xlsxwriter(monkeypatch, tulis)


def test_unit_tanpa_asn_tetap_memberi_buku_yang_menjelaskan_diri():
    assert (
        target([], [])["Target"]["A8"].value == "Tidak ada ASN yang ditempatkan di unit ini pada tahun ini."
    )
    buku = capaian(asn=())
    assert buku["Capaian"]["A8"].value == "Tidak ada target untuk bulan ini."
    assert buku["Perilaku"]["A8"].value == "Tidak ada ASN yang ditempatkan di unit ini pada bulan ini."


def test_asn_tanpa_target_tampak_di_ringkasan():
    lembar = capaian()["Ringkasan"]
    assert [lembar[s].value for s in ("B5", "D5", "E5", "G5")] == [NIP, 0, None, None]


@pytest.mark.parametrize(
    ("isi", "syarat", "batas"),
    [
        ({}, "decimal", ("-1e+15", "1e+15")),
        ({"batas_bawah": 1.0}, "decimal", ("1", "1e+15")),
        ({"batas_atas": 9.0, "jenis_nilai": JenisNilai.BULAT}, "whole", ("-1e+15", "9")),
    ],
)
def test_batas_yang_terbuka_tetap_menolak_yang_bukan_angka(isi, syarat, batas):
    aturan = next(
        a for a in capaian((indikator(**isi), 5.0))["Capaian"].data_validations.dataValidation if a.type
    )
    assert (aturan.type, str(aturan.sqref)) == (syarat, "H8")
    assert (float(aturan.formula1), float(aturan.formula2)) == tuple(map(float, batas))


@pytest.mark.parametrize(
    ("ukuran", "angka", "ada"),
    [
        (indikator(), 0.0, False),
        (indikator(), -5.0, True),
        (indikator(polaritas=Polaritas.MINIMAL), 0.0, False),
        (indikator(polaritas=Polaritas.MINIMAL, nilai_terburuk=4.0), 0.0, True),
        (indikator(polaritas=Polaritas.MINIMAL), -5.0, False),
        (indikator(polaritas=Polaritas.STABIL), 0.0, False),
    ],
)
def test_capaian_sementara_hanya_bila_targetnya_bermakna(ukuran, angka, ada):
    sel = capaian((ukuran, angka))["Capaian"]["L8"].value
    assert (sel is not None) == ada


@pytest.mark.parametrize(
    ("aspek", "ada"), [("Kuantitas", True), ("kuantitas", True), ("Rekaan", False), ("", False)]
)
def test_capaian_sementara_hanya_bila_aspeknya_punya_rumus(aspek, ada):
    sel = capaian((indikator(aspek=aspek), 5.0), aturan="perka-bkn-1-2013")["Capaian"]["L8"].value
    assert (sel is not None) == ada


@pytest.mark.parametrize(
    ("nama", "lipat"),
    [
        ("SITI AMINAH, S.E.", 1),
        ("RADEN MAS MUHAMMAD ABDURRAHMAN KUSUMANEGARA, S.KOM., M.KOM.", 3),
        ("M" * 60, 3),
    ],
)
def test_baris_setinggi_nama_asn(nama, lipat):
    """A fixed height cut the first and last line of a long name, in capitals as registers write it."""
    buku = capaian((indikator(), 5.0), asn=(Asn(NIP, nama, frozenset(TAHUN.bulan)),))
    for lembar, biasa in (("Capaian", 31), ("Perilaku", 27), ("Ringkasan", 20)):
        (baris,) = (sel.row for sel in buku[lembar]["B"] if sel.value == NIP)
        tinggi = buku[lembar].row_dimensions[baris].height
        assert tinggi == pytest.approx(biasa, abs=0.3) if lipat == 1 else tinggi > 12.75 * lipat


def test_teks_yang_sangat_panjang_dipotong_sampai_muat():
    panjang = indikator(
        definisi="kata " * 200, kode="K" * 40, satuan="s" * 200, batas_atas=5.0, wajib_bukti=True
    )
    for aturan in capaian((panjang, 5.0))["Capaian"].data_validations.dataValidation:
        assert max(len(aturan.prompt or ""), len(aturan.error or "")) <= 255
        assert max(len(aturan.promptTitle or ""), len(aturan.errorTitle or "")) <= 32


def test_baris_tiap_asn_tidak_lebih_dari_indikator_yang_ada():
    lembar = target([ASN, Asn("198001012005011902", "Tokoh Kedua", ASN.bulan)], [indikator()])["Target"]
    assert [lembar["B8"].value, lembar["B9"].value] == [NIP, "198001012005011902"]
    banyak = target([ASN, ASN], [indikator(f"A-{n}") for n in range(30)])["Target"]
    assert (banyak["B8"].value, banyak["B18"].value) == (NIP, NIP)


def test_kode_unit_yang_panjang_tinggal_di_sifat_dokumen():
    identitas = IdentitasTemplat("target", "U" * 300, "2026", "0" * 16, "0.1.0")
    with pytest.warns(UserWarning, match="exceeds Excel's limit"):
        buku = target([ASN], [indikator()], identitas)
    assert "asn_nilai_templat" not in buku.defined_names
