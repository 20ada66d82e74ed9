"""What a head of unit and an auditor expect of nilai.xlsx as a document."""

import io
import re
from dataclasses import replace

import openpyxl
import pytest
from buku_hasil_buatan import hasil_unit, nip, unit_lengkap
from buku_percobaan import semua_sel
from nilai_buatan import ubah_asn

from asn_nilai.acuan.isian.register.penandatangan import Pejabat, Penandatangan
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.periode import Bulan, Periode
from asn_nilai.acuan.profil.nama_excel import angka_bernama
from asn_nilai.acuan.program import PROGRAM
from asn_nilai.acuan.temuan import katalog, temuan
from asn_nilai.terbit.buku.nilai.ringkas_sel import ringkas_sel
from asn_nilai.terbit.buku.tata import format_angka, lebar_angka

LEMBAR = ["Nilai", "Rincian", "Perilaku", "Temuan", "Aturan"]


def test_lembarnya_lima_dan_berurutan(lengkap):
    assert lengkap.sheetnames == LEMBAR


def test_blok_judul_menyebut_instansi_unit_periode_dan_aturan(lengkap):
    for lembar in lengkap:
        teks = {
            lembar.cell(b, 1).value: lembar.cell(b, 3).value or lembar.cell(b, 2).value for b in range(2, 6)
        }
        assert teks == {
            "Instansi": ": Pemerintah Kota Contoh",
            "Unit Kerja": ": Dinas Pendidikan (DISDIK)",
            "Periode": ": Maret 2026",
            "Aturan": ": PermenPANRB 6/2022 (permenpanrb-6-2022)",
        }


@pytest.mark.parametrize("nama", LEMBAR)
def test_dicetak_a4_mendatar_terbaca_dan_bernomor(lengkap, nama):
    """One page wide; Perilaku, whose eighteen columns would be too small to read, two, with who and which month on both."""
    lembar = lengkap[nama]
    lebar, ulang = (2, "$A:$D") if nama == "Perilaku" else (1, None)
    assert lembar.print_title_cols == ulang
    assert lembar.page_setup.orientation == "landscape"
    assert int(lembar.page_setup.paperSize) == 9
    assert int(lembar.page_setup.fitToWidth or 1) == lebar
    assert int(lembar.page_setup.fitToHeight) == 0
    assert lembar.sheet_properties.pageSetUpPr.fitToPage
    assert lembar.oddFooter.center.text == "Halaman &P dari &N"
    assert f"{PROGRAM} · " in lembar.oddFooter.right.text
    assert not lembar.HeaderFooter.scaleWithDoc
    assert lembar.print_area


@pytest.mark.parametrize("nama", ["Nilai", "Rincian", "Temuan"])
def test_kepala_tabel_dibekukan_diulang_dan_bersaring(lengkap, nama):
    lembar = lengkap[nama]
    assert lembar.print_title_rows == "$7:$7"
    assert lembar.freeze_panes.endswith("8")
    assert lembar.auto_filter.ref.startswith("A7:")


def test_hanya_angka_aturan_yang_boleh_diubah(lengkap, aturan):
    for lembar in lengkap:
        assert lembar.protection.sheet
        assert lembar.protection.password in (None, "", "0000")
    terbuka = {(sel.parent.title, sel.coordinate) for sel in semua_sel(lengkap) if not sel.protection.locked}
    bernama = {lengkap.defined_names[a.nama].attr_text for a in angka_bernama(aturan)}
    boleh = {("Aturan", sel.replace("Aturan!", "").replace("$", "")) for sel in bernama}
    awal, akhir = (
        lengkap.defined_names["matriks_predikat"].attr_text.split("!")[1].replace("$", "").split(":")
    )
    boleh |= {("Aturan", sel.coordinate) for baris in lengkap["Aturan"][f"{awal}:{akhir}"] for sel in baris}
    assert terbuka == boleh


def test_setiap_sel_terbuka_berbatas_dan_berpetunjuk(lengkap):
    lembar = lengkap["Aturan"]
    for sel in [s for s in semua_sel(lengkap) if not s.protection.locked]:
        batas = [v for v in lembar.data_validations.dataValidation if sel.coordinate in v.sqref]
        assert len(batas) == 1, sel.coordinate
        assert batas[0].prompt
        assert batas[0].error


def test_angka_aturan_bernama_berisi_angka_profil(lengkap, aturan):
    for angka in angka_bernama(aturan):
        lembar, sel = lengkap.defined_names[angka.nama].attr_text.split("!")
        assert lengkap[lembar][sel.replace("$", "")].value == angka.nilai


def test_setiap_tautan_temuan_menuju_sel_yang_ada(lengkap):
    tautan = [sel.hyperlink for sel in semua_sel(lengkap) if sel.hyperlink]
    assert len(tautan) == lengkap["Temuan"].max_row - 7
    for ini in tautan:
        nama, sel = ini.location.split("!")
        tujuan = lengkap[nama.strip("'")][sel]
        nip_temuan = lengkap["Temuan"].cell(int(re.sub(r"\D", "", ini.ref)), 8).value
        assert lengkap[nama.strip("'")].cell(tujuan.row, 2).value == nip_temuan


def test_temuan_tentang_realisasi_menuju_realisasinya(lengkap):
    lembar = lengkap["Temuan"]
    tujuan = {lembar.cell(b, 8).value: lembar.cell(b, 11).value for b in range(8, lembar.max_row + 1)}
    nama, sel = tujuan[nip(11)].split()
    assert nama == "Rincian"
    assert sel.startswith("K")
    assert lengkap["Rincian"][f"P{sel[1:]}"].value.endswith(f"H{int(sel[1:])}")
    assert tujuan[nip(14)].startswith("Nilai ")


def test_temuan_tanpa_asn_tidak_bertautan(tulis):
    lain = temuan("lembar-tersembunyi", Letak("target/X.xlsx", "Catatan"), unit="DISDIK")
    dibuka = openpyxl.load_workbook(io.BytesIO(tulis(hasil_unit([], temuan_lain=[lain]))))
    assert dibuka["Temuan"]["C8"].value == "lembar-tersembunyi"
    assert not any(sel.hyperlink for sel in semua_sel(dibuka))


def test_galat_mendahului_peringatan(tulis):
    lain = temuan(
        "bukti-kosong", Letak("capaian/2026-03/DISDIK.xlsx", "Capaian", "I8"), nip=nip(1), indikator="X"
    )
    hasil = hasil_unit(unit_lengkap())
    hasil = replace(hasil, temuan=(lain, *hasil.temuan))
    lembar = openpyxl.load_workbook(io.BytesIO(tulis(hasil)))["Temuan"]
    tingkat = [lembar.cell(b, 2).value for b in range(8, lembar.max_row + 1)]
    assert tingkat == sorted(tingkat, key=["galat", "peringatan"].index)
    assert lembar.cell(lembar.max_row, 11).value == "Rincian K8"


def test_unit_tanpa_asn_dan_tanpa_temuan_berkata_begitu(tulis):
    dibuka = openpyxl.load_workbook(io.BytesIO(tulis(hasil_unit([]))))
    for nama, kata in {
        "Nilai": "Tidak ada ASN",
        "Rincian": "Tidak ada indikator",
        "Temuan": "Tidak ada temuan",
    }.items():
        assert str(dibuka[nama]["A8"].value).startswith(kata)


def test_nip_adalah_teks_delapan_belas_angka(lengkap):
    sel = lengkap["Nilai"]["B8"]
    assert (sel.value, sel.data_type, sel.number_format) == (nip(1), "s", "@")


def test_tempat_tanda_tangan_memuat_kepala_unit(lengkap, tulis):
    teks = [sel.value for sel in semua_sel(lengkap) if sel.parent.title == "Nilai"]
    assert "Kepala Dinas Pendidikan," in teks
    assert teks.count("Siti Rahmawati") == 2
    assert f"NIP {nip(1)}" in teks
    tanpa = openpyxl.load_workbook(io.BytesIO(tulis(hasil_unit(unit_lengkap()))))
    assert sum(str(s.value).startswith("NIP …") for s in semua_sel(tanpa)) == 2


def test_kepala_tidak_mengesahkan_nilainya_sendiri(tulis):
    hasil = hasil_unit(unit_lengkap(), kepala=nip(1))
    kepala, penilai = Pejabat("Siti Rahmawati", nip(1)), Pejabat("=1+1", nip(2))
    lembar = openpyxl.load_workbook(
        io.BytesIO(tulis(replace(hasil, penandatangan=Penandatangan(kepala, penilai))))
    )["Nilai"]
    isi = [sel.value for (sel,) in lembar.iter_rows(min_row=30, min_col=10, max_col=10) if sel.value]
    assert isi[1:4] == ["Kepala Dinas Pendidikan,", "Siti Rahmawati", f"NIP {nip(1)}"]
    assert isi[5:] == ["Untuk nilai kepala unit ini, pejabat penilainya,", "=1+1", f"NIP {nip(2)}"]
    assert all(sel.data_type != "f" for (sel,) in lembar.iter_rows(min_row=30, min_col=10, max_col=10))


def test_nama_penanda_tangan_yang_panjang_mengecil_di_garisnya(tulis):
    """Overflowing, it would be cut where the printed page ends; a name of usual length stays as large as it is."""
    hasil, panjang = (
        hasil_unit(unit_lengkap(), kepala=nip(1)),
        "MUHAMMAD ABDURRAHMAN WAHID KUSUMANEGARA, S.KOM.",
    )
    siapa = Penandatangan(Pejabat(panjang, nip(1)), Pejabat("Siti Rahmawati", nip(2)))
    lembar = openpyxl.load_workbook(io.BytesIO(tulis(replace(hasil, penandatangan=siapa))))["Nilai"]
    (kepala,) = (s for (s,) in lembar.iter_rows(min_row=30, min_col=10, max_col=10) if s.value == panjang)
    assert kepala.alignment.shrink_to_fit
    assert f"{kepala.coordinate}:K{kepala.row}" in {str(rentang) for rentang in lembar.merged_cells.ranges}
    (penilai,) = (
        s for (s,) in lembar.iter_rows(min_row=30, min_col=10, max_col=10) if s.value == "Siti Rahmawati"
    )
    assert not penilai.alignment.shrink_to_fit


def test_alasan_memakai_judul_temuan(lengkap):
    alasan = {lengkap["Nilai"].cell(b, 2).value: lengkap["Nilai"].cell(b, 11).value for b in range(8, 29)}
    assert alasan[nip(11)] == katalog()["realisasi-kosong"].judul
    assert alasan[nip(19)] == f"{katalog()['realisasi-kosong'].judul}; {katalog()['bobot-tidak-100'].judul}"
    assert alasan[nip(16)] == "pindah ke BKPSDM"
    assert alasan[nip(1)] is None


def test_nilai_unit_lain_terlihat_di_bawah_rincian(lengkap):
    lembar = lengkap["Rincian"]
    isi = [[sel.value for sel in baris] for baris in lembar.iter_rows(min_row=40)]
    blok = [baris for baris in isi if baris[1] in {nip(15), nip(17)} and baris[3] in {"BKPSDM", "DISDIK"}]
    assert [(b[1], b[3], b[8]) for b in blok] == [
        (nip(15), "BKPSDM", 2), (nip(15), "DISDIK", 1), (nip(17), "BKPSDM", 2), (nip(17), "DISDIK", 1),
    ]  # fmt: skip
    assert blok[0][12] == 88.17
    assert str(blok[1][12]).startswith("=IF(COUNT(")


def test_baris_dengan_banyak_sel_asal_cukup_tinggi(tulis):
    hasil = hasil_unit(unit_lengkap())
    pertama, *lain = hasil.nilai[0].indikator
    setahun = Periode.dari_teks("2026").bulan
    sel = tuple(Letak(f"capaian/{b.kode}/DISDIK.xlsx", "Capaian", f"H{b.bulan}") for b in setahun)
    baris = replace(pertama.baris, bulan=setahun, sel_realisasi=sel, sel_target=pertama.baris.sel_target * 12)
    hasil = ubah_asn(hasil, nip(1), indikator=(replace(pertama, baris=baris), *lain))
    lembar = openpyxl.load_workbook(io.BytesIO(tulis(hasil)))["Rincian"]
    assert lembar.row_dimensions[8].height > 60
    assert lembar.row_dimensions[9].height is None


def test_sel_asal_yang_banyak_diringkas_untuk_cetak():
    bulan = [Bulan(2026, n) for n in (1, 2, 3, 4, 5, 6, 9)]
    asal = [Letak(f"capaian/{b.kode}/DISDIK.xlsx", "Capaian", "H12" if b.bulan < 6 else "J14") for b in bulan]
    assert ringkas_sel(bulan, asal) == (
        "capaian/…/DISDIK.xlsx › Capaian\n2026-01 … 2026-05 (5 bulan) H12; 2026-06, 2026-09 J14"
    )
    target = [Letak("target/DISDIK.xlsx", "Target", sel) for sel in ("H12", "I12")]
    assert ringkas_sel(bulan[:2], target) == "target/DISDIK.xlsx › Target › H12, I12"
    beda = [
        Letak("capaian/2026-01/A.xlsx", "Capaian", "H12"),
        Letak("capaian/2026-02/A.ods", "Capaian", "H12"),
    ]
    assert ringkas_sel(bulan[:2], beda) == (
        "capaian/2026-01/A.xlsx › Capaian › H12\ncapaian/2026-02/A.ods › Capaian › H12"
    )
    assert ringkas_sel(bulan[:1], asal[:1]) == "capaian/2026-01/DISDIK.xlsx › Capaian › H12"
    assert ringkas_sel(bulan[:1], [None]) == ""
    assert ringkas_sel(bulan[:2], [None, asal[1]]) == "capaian/2026-02/DISDIK.xlsx › Capaian › H12"
    assert ringkas_sel(bulan[:2], [None, None]) == ""
    ganjil = [
        Letak("capaian/2026-01/A.xlsx", "Capaian; revisi", "H12"),
        Letak("capaian/2026-02/A.xlsx", "A › B", "H12"),
    ]
    assert ringkas_sel(bulan[:2], ganjil) == (
        "capaian/2026-01/A.xlsx › Capaian; revisi › H12\ncapaian/2026-02/A.xlsx › A › B › H12"
    )


@pytest.mark.parametrize(("angka", "bundel"), [(5, "bulat"), (-10, "bulat"), (0.5, "dua"), (93.335, "rinci")])
def test_angka_tampil_tanpa_terpotong(angka, bundel):
    assert format_angka(angka) == bundel


@pytest.mark.parametrize(
    ("angka", "lebar"),
    [
        ([], 0),
        ([None], 0),
        ([5, -10], 5),
        ([1250.75, 93.335, None], 10),
        ([999.99996], 12),
        ([-0.5, 1e9], 15),
    ],
)
def test_lajur_yang_sudah_cukup_lebar_tidak_diubah_dan_yang_kurang_dilebarkan(angka, lebar):
    assert lebar_angka(angka) == lebar
    for semula in (max(0, lebar - 0.5), lebar, lebar + 0.5, 30):
        assert max(semula, lebar_angka(angka, semula)) == max(semula, lebar)
