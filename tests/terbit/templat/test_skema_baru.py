"""skema.xlsx as a form: what is known stands in it and reads back, drop-downs and hints guard the rest, and a column says what is missing."""

import datetime as dt
import io
from dataclasses import replace

import pytest
from buku_polos import sama_dengan_xlsxwriter
from isian_contoh import CONTOH
from kantor import kerjakan
from keluaran_beku import buku, cocokkan, tanpa_ulangan
from libreoffice import hitung_ulang, rumus_sama
from openpyxl import load_workbook
from openpyxl.worksheet.cell_range import MultiCellRange
from openxml_audit import OpenXmlValidator

from asn_nilai.acuan.isian.formulir.daftar_formulir import FORMULIR
from asn_nilai.acuan.isian.indikator.indikator import Agregasi, Indikator, Polaritas
from asn_nilai.acuan.isian.indikator.katalog import semua_katalog
from asn_nilai.acuan.isian.skema import Penempatan, Unit
from asn_nilai.baca import baca_skema
from asn_nilai.ruang_kerja import RuangKerja
from asn_nilai.terbit.templat.skema import BahanSkema, buku_skema
from asn_nilai.terbit.templat.skema.arti_kolom import ARTI_KOLOM, WAJIB

ANI, BUDI, CITRA = "199001012023211905", "198507152009011903", "198604092010012902"
TERTUTUP = {
    "Pegawai": {"Jenis ASN": '"PNS,PPPK"', "Kode Unit": "daftar_kode_unit"},
    "Indikator": {
        "Aspek": '"Kuantitas,Kualitas,Waktu,Biaya"', "Polaritas": '"Maksimal,Minimal,Stabil"',
        "Agregasi": '"Jumlah,Rata-rata,Nilai Akhir,Rasio"', "Jenis Nilai": '"Bulat,Desimal,Persen"',
        "Frekuensi": '"Bulanan,Triwulanan,Semesteran,Tahunan"', "Wajib Bukti": '"Ya,Tidak"', "Lingkup": '"Individu,Unit"',
        "Layanan Publik": '"Ya,Tidak"',
    },
}  # fmt: skip


def tulis(folder, bahan):
    folder.mkdir(exist_ok=True)
    (folder / "asn-nilai.toml").write_text("tahun = 2026\n", encoding="utf-8")
    (folder / "skema.xlsx").write_bytes(buku_skema(bahan))
    return folder / "skema.xlsx"


def bahan_kota():
    skema, _ = baca_skema(RuangKerja.buka(CONTOH))
    return BahanSkema(
        "Kota Contoh", 2026, tuple(skema.unit.values()), skema.penempatan, tuple(skema.indikator.values())
    )


def indikator(kode, **lain):
    isi = {"satuan": "berkas", "polaritas": Polaritas.MAKSIMAL, "agregasi": Agregasi.JUMLAH} | lain
    return Indikator(kode, isi.pop("nama", "Laporan"), **isi)


KURANG = BahanSkema(
    "Kota Contoh",
    2026,
    (
        Unit("DINKES", "Dinas Kesehatan", "Dinas", ANI), Unit("", "Tanpa kode", "Dinas", ANI), Unit("A/B", "Bergaris miring", "Dinas", ANI),
        Unit('A"B', "Berpetik", "Dinas", ANI), Unit("dinkes", "Berulang", "Dinas", ANI), Unit("U1", "", "Dinas", ANI),
        Unit("U2", "Tanpa jenis", "", ANI), Unit("U3", "Tanpa kepala", "Dinas", ""), Unit("U4", "Kepala asing", "Dinas", CITRA),
        Unit("K" * 61, "Terlalu panjang", "Dinas", ANI),
    ),
    (
        Penempatan(ANI, "Ani", "DINKES"), Penempatan("", "Tanpa NIP", "DINKES"), Penempatan("19850715", "Kurang angka", "DINKES"),
        Penempatan("19850715200901190x", "Berhuruf", "DINKES"), Penempatan(BUDI, "", "DINKES"), Penempatan("198507152009011904", "Tanpa jenis", "DINKES", ""),
        Penempatan("198507152009011905", "Tanpa unit", ""), Penempatan("198507152009011906", "Unit asing", "XYZ"), Penempatan(ANI, "Ani", "U1"),
        Penempatan(ANI, "Ani", "U1", mulai=dt.date(2026, 4, 1)),
        Penempatan("198507152009011907", "Mundur", "U1", mulai=dt.date(2026, 4, 1), selesai=dt.date(2026, 3, 31)),
        Penempatan("198507152009011908", "Maju", "u1", mulai=dt.date(2026, 4, 1), selesai=dt.date(2026, 4, 1)),
    ),
    (
        indikator("A-1"), indikator("", nama="Tanpa kode"), indikator("a-1"), indikator("A-2", nama=""), indikator("A-3", satuan=""),
        indikator("A-4", agregasi=Agregasi.RASIO, pembilang="Bayi"), indikator("A-5", batas_bawah=2.0, batas_atas=1.0),
        indikator("A-6", batas_bawah=1.0, batas_atas=1.0, agregasi=Agregasi.RASIO, pembilang="Bayi", penyebut="Semua"),
    ),
)  # fmt: skip
PERIKSA = {
    "Unit": [
        "Lengkap", "Isi Kode Unit", *["Kode Unit: huruf, angka, titik, dan tanda hubung saja"] * 2, "Kode Unit berulang", "Isi Unit Kerja",
        "Isi Jenis Unit", "Isi NIP Kepala", "NIP Kepala tidak ada di lembar Pegawai", "Kode Unit: huruf, angka, titik, dan tanda hubung saja", None,
    ],
    "Pegawai": [
        "Lengkap", "Isi NIP", "NIP harus 18 angka", "NIP harus 18 angka", "Isi Nama", "Pilih Jenis ASN", "Pilih Kode Unit",
        "Kode Unit tidak ada di lembar Unit", "NIP berulang: isi Mulai dan Selesai", "Lengkap", "Selesai mendahului Mulai", "Lengkap", None,
    ],
    "Indikator": [
        "Lengkap", "Isi Kode Indikator", "Kode Indikator berulang", "Isi Indikator", "Isi Satuan", "Rasio: isi Pembilang dan Penyebut",
        "Batas Atas di bawah Batas Bawah", "Lengkap", None,
    ],
}  # fmt: skip


@pytest.mark.parametrize("kode", [(), ("A-1",)])
def test_petunjuk_menyebut_katalog_hanya_bila_ada_yang_dari_sana(kode):
    kalimat = (
        "Baris Indikator yang kolom Asal-nya bertulisan contoh datang dari katalog program. Katalog itu bukan peraturan: pilih dan ubah sesuai "
        "tugas unit."
    )
    bahan = BahanSkema("Kota Contoh", 2026, (), (), (indikator("A-1"), indikator("A-2")), kode)
    buku_ini = load_workbook(io.BytesIO(buku_skema(bahan)))
    petunjuk = [sel.value for baris in buku_ini["Petunjuk"].iter_rows() for sel in baris]
    assert petunjuk.count(kalimat) == len(kode)
    assert sum("katalog" in str(isi) for isi in petunjuk) - len(kode) == sum(
        "katalog" in isi for arti in ARTI_KOLOM.values() for isi in arti.values()
    )


def test_kota_contoh_terbaca_kembali_tanpa_temuan_dan_tidak_berubah(tmp_path):
    bahan = bahan_kota()
    tulis(tmp_path / "baru", bahan)
    skema, temuan = baca_skema(RuangKerja.buka(tmp_path / "baru"))
    assert temuan == []
    assert tuple(skema.unit.values()) == bahan.unit
    assert skema.penempatan == bahan.pegawai
    assert tuple(skema.indikator.values()) == bahan.indikator
    assert buku_skema(bahan) == buku_skema(bahan)


def test_semua_katalog_terbaca_kembali_tanpa_temuan(tmp_path):
    unit = [
        Unit(f"U{nomor}", f"Unit {jenis}", jenis)
        for nomor, jenis in enumerate(("Badan", "Bagian", "Dinas", "Kecamatan", "Kelurahan", "Puskesmas", "Rumah Sakit", "Sekolah"))
    ]  # fmt: skip
    semua = tuple(indikator for katalog in semua_katalog().values() for indikator in katalog.indikator)
    bahan = BahanSkema("Kota", 2026, unit, (Penempatan(ANI, "Ani", "U1", "PPPK"),), semua, {semua[0].kode})
    berkas = tulis(tmp_path / "baru", bahan)
    skema, temuan = baca_skema(RuangKerja.buka(berkas.parent))
    assert temuan == []
    assert tuple(skema.indikator.values()) == semua
    lembar = load_workbook(berkas)["Indikator"]
    kepala = {sel.value: sel.column for sel in lembar[5]}
    assert [lembar.cell(baris, kepala["Asal"]).value for baris in (6, 7)] == ["contoh", None]


def test_kolom_templat_sendiri_dikenal_juga_bila_kolom_lain_dihapus(tmp_path):
    """Who takes out a column that nobody needs is not told to call the form's own check a remark."""
    bahan = bahan_kota()
    berkas = tulis(tmp_path, replace(bahan, dari_katalog=[ini.kode for ini in bahan.indikator]))
    buku_ini = load_workbook(berkas)
    for nama, judul in (
        ("Unit", "Kode Lama"),
        ("Pegawai", "Angka Kredit Awal"),
        ("Indikator", "Sumber Data"),
    ):
        lembar = buku_ini[nama]
        (kepala,) = (sel for baris in lembar.iter_rows() for sel in baris if sel.value == judul)
        lembar.delete_cols(kepala.column)
        for sel in lembar["A"][kepala.row :]:
            sel.value = "Lengkap"  # what was saved by nobody's spreadsheet has no values of its formulas
    buku_ini.save(berkas)
    assert baca_skema(RuangKerja.buka(tmp_path))[1] == []


def test_lembar_kosong_menyebut_apa_yang_belum_ada(tmp_path, jalankan):
    tulis(tmp_path / "baru", BahanSkema("Kota", 2026, (), (), ()))
    status, pesan = jalankan("validasi", tmp_path / "baru")
    assert status == 2
    assert "skema.xlsx › Unit: belum ada unit yang dapat dipakai di bawah kepala tabelnya." in pesan


def test_kolom_periksa_menyebut_yang_kurang():
    buku = load_workbook(io.BytesIO(buku_skema(KURANG)), data_only=True)
    for nama, kata in PERIKSA.items():
        assert [buku[nama].cell(6 + ke, 1).value or None for ke in range(len(kata))] == kata, nama
    assert buku["Unit"]["A4"].value == "Lengkap: 1 baris · perlu dilengkapi: 9 baris"
    assert buku["Pegawai"]["A4"].value == "Lengkap: 3 baris · perlu dilengkapi: 9 baris"


def test_libreoffice_menghitung_yang_sama(tmp_path):
    semua = [tulis(tmp_path / "kota", bahan_kota()), tulis(tmp_path / "kurang", KURANG)]
    tersimpan = {
        berkas: rumus_sama(berkas, ulang)
        for berkas, ulang in zip(semua, hitung_ulang(semua, tmp_path), strict=True)
    }
    assert min(tersimpan.values()) > 2000


@pytest.mark.parametrize(
    "bahan", [KURANG, BahanSkema("Kota & 'kita'", 2026, (), (), ())], ids=["kurang", "kosong"]
)
def test_paket_sah(tmp_path, bahan):
    berkas = tulis(tmp_path / "baru", bahan)
    assert [str(galat) for galat in OpenXmlValidator().validate(str(berkas)).errors] == []


@pytest.mark.parametrize("bahan", [KURANG, bahan_kota], ids=["kurang", "kota"])
def test_setiap_bagian_sama_dengan_tulisan_xlsxwriter(monkeypatch, bahan):
    isi = bahan() if callable(bahan) else bahan
    assert sama_dengan_xlsxwriter(monkeypatch, lambda: buku_skema(isi))


def test_setiap_kolom_tertutup_mempunyai_daftar_pilihan_dan_setiap_kolom_petunjuk():
    buku = load_workbook(io.BytesIO(buku_skema(KURANG)))
    for nama, arti in ARTI_KOLOM.items():
        lembar, formulir = buku[nama], FORMULIR[nama]
        assert list(arti) and set(arti) == set(formulir.kunci)  # noqa: PT018
        assert set(formulir.wajib) <= WAJIB[nama]
        kolom = {sel.value: sel.column_letter for sel in lembar[5]}
        isi = {}
        for validasi in lembar.data_validations.dataValidation:
            for kunci, kalimat in arti.items():
                huruf, akhir = kolom[formulir.label(kunci)], lembar.max_row
                if all(f"{huruf}{baris}" in MultiCellRange(str(validasi.sqref)) for baris in (6, akhir)):
                    isi[formulir.label(kunci)] = validasi
                    assert validasi.promptTitle == formulir.label(kunci)
                    assert validasi.prompt == kalimat
        assert len(isi) == len(arti)
        tertutup = {label: v.formula1 for label, v in isi.items() if v.type == "list" and v.showErrorMessage}
        assert tertutup == TERTUTUP.get(nama, {})


def test_nip_berformat_teks_untuk_ribuan_baris():
    lembar = load_workbook(io.BytesIO(buku_skema(bahan_kota())))["Pegawai"]
    assert lembar["B5"].value == "NIP"
    assert lembar.max_row > 2000
    assert {lembar.cell(baris, 2).number_format for baris in (6, 90, 1000, lembar.max_row)} == {"@"}
    assert lembar.column_dimensions["B"].width == pytest.approx(21.71, abs=0.1)


def test_libreoffice_menolak_isian_di_luar_daftar(tmp_path):
    berkas = tulis(tmp_path / "baru", KURANG)
    coba = [
        ("Pegawai", "H500", "DINKES"), ("Pegawai", "H500", "TIDAKADA"), ("Pegawai", "D500", "PNS"), ("Pegawai", "D500", "Honorer"),
        ("Pegawai", "B500", "198507152009011909"), ("Pegawai", "B500", "1985"), ("Indikator", "G50", "Maksimal"), ("Indikator", "G50", "naik"),
        ("Unit", "D50", "Museum"),
    ]  # fmt: skip
    (hasil,) = kerjakan([{"berkas": str(berkas), "coba": coba}], tmp_path / "kantor")
    assert [ini["sah"] or not ini["menolak"] for ini in hasil["coba"]] == [
        True, False, True, False, True, False, True, False, True,
    ]  # fmt: skip
    assert hasil["coba"][1]["galat"] == "Pilih Kode Unit dari daftar."


def test_seluruh_isi_buku_skema():
    cocokkan("skema-kurang.xlsx.txt", tanpa_ulangan(buku(buku_skema(KURANG))))
