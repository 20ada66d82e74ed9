"""What a template holds: the contract's words, open cells only where something is to be typed, nothing that programs drop."""

import shutil
import zipfile

import pytest
from isian_contoh import BULAN, ISIAN_CAPAIAN, ISIAN_PERILAKU, baris
from libreoffice import hitung_ulang
from openpyxl import load_workbook

KEPALA = {
    "Target": [
        "No",
        "NIP",
        "Nama",
        "Kode Indikator",
        "Indikator",
        "Satuan",
        "Bobot",
        *BULAN,
        "Target Tahunan",
    ],
    "Capaian": ["No", "NIP", "Nama", "Kode Indikator", "Indikator", "Satuan", "Target", *ISIAN_CAPAIAN],
    "Perilaku": ["No", "NIP", "Nama", *ISIAN_PERILAKU],
}
TERBUKA = {
    "Target": {"Kode Indikator", "Bobot", *BULAN},
    "Capaian": set(ISIAN_CAPAIAN),
    "Perilaku": set(ISIAN_PERILAKU),
}


@pytest.fixture
def berkas(kota, jalankan):
    jalankan("templat", "capaian", kota, "--periode", "2026-05", "--unit", "PKM-TB", "--unit", "DINKES")
    (kota / "target").rename(kota / "target-lain")  # with targets there the sheet would be filled
    jalankan("templat", "target", kota, "--unit", "PKM-TB", "--unit", "DINKES")
    return sorted((kota / "templat").glob("*/*.xlsx"))


def test_kepala_tabel_seperti_kontrak_dan_identitas_di_atasnya(berkas):
    for templat in berkas:
        buku = load_workbook(templat)
        for nama in {*KEPALA} & {*buku.sheetnames}:
            isi = [[sel.value for sel in b] for b in buku[nama].iter_rows()]
            kepala = next(b for b in isi if "NIP" in b)
            assert kepala[: len(KEPALA[nama])] == KEPALA[nama]
            identitas = {b[1]: b[2] for b in isi[: isi.index(kepala)] if b[1]}
            waktu = {"Tahun": "2026"} if nama == "Target" else {"Periode": "2026-05"}
            assert identitas == {"Kode Unit": templat.stem, "Unit Kerja": identitas["Unit Kerja"], **waktu}


def test_target_besar_terbaca_ribuannya_dan_tidak_menjadi_pagar(kota, jalankan):
    """Rupiah get their thousands apart in every month, whichever indicator is chosen, and shrink rather than turn into ####."""
    jalankan("templat", "target", kota, "--unit", "BKPSDM")
    lembar = load_workbook(kota / "templat" / "target" / "BKPSDM.xlsx")["Target"]
    rentang = {
        str(sel.sqref)
        for sel, semua in lembar.conditional_formatting._cf_rules.items()
        for aturan in semua
        if aturan.dxf.numFmt and aturan.dxf.numFmt.formatCode == "#,##0"
    }
    assert rentang == {f"H8:T{lembar.max_row}"}
    assert all(lembar[f"{huruf}8"].alignment.shrink_to_fit for huruf in "HST")


def test_nama_unit_yang_panjang_tidak_tertutup_kotak_di_sampingnya(kota, jalankan):
    """It takes the columns before the control block, and as many lines as it needs; the form is read as before."""
    jalankan("templat", "capaian", kota, "--periode", "2026-07", "--unit", "DPMPTSP,KEL-TD")
    for kode, gabung in (("DPMPTSP", {"C4:D4"}), ("KEL-TD", set())):
        berkas = kota / "templat" / "2026-07" / f"{kode}.xlsx"
        for lembar in (load_workbook(berkas)[nama] for nama in ("Capaian", "Perilaku")):
            assert {str(rentang) for rentang in lembar.merged_cells.ranges if rentang.min_col == 3} == gabung
            assert (lembar.row_dimensions[4].height == 27) == bool(gabung)
    shutil.copytree(kota / "templat" / "2026-07", kota / "capaian" / "2026-07", dirs_exist_ok=True)
    _, layar = jalankan("validasi", kota, "--periode", "2026-07", "--unit", "DPMPTSP")
    assert "realisasi-kosong" in layar
    assert "identitas" not in layar


def test_hanya_sel_isian_yang_terbuka_dan_semua_lembar_terlindung(berkas):
    for templat in berkas:
        buku = load_workbook(templat)
        for lembar in buku:
            assert lembar.protection.sheet
            terbuka = {sel.coordinate for b in lembar.iter_rows() for sel in b if not sel.protection.locked}
            isian = set()
            if lembar.title in TERBUKA:
                isian = {
                    s.coordinate for b in baris(lembar) for k, s in b.items() if k in TERBUKA[lembar.title]
                }
            assert terbuka <= isian
            assert terbuka or lembar.title not in TERBUKA
            assert all(lembar[sel].value is None for sel in terbuka)


def test_bulan_di_luar_penempatan_terkunci(kota, jalankan):
    """An ASN who leaves DINKES at the end of March has open cells up to March only."""
    jalankan("templat", "target", kota, "--unit", "DINKES")
    terbuka = set()
    for sel in baris(load_workbook(kota / "templat/target/DINKES.xlsx")["Target"]):
        terbuka.add("".join(b[0] for b in BULAN if not sel[b].protection.locked))
    assert terbuka == {"JFMAMJJASOND", "JFM"}


def test_tidak_ada_yang_dijatuhkan_salah_satu_program(berkas):
    for templat in berkas:
        with zipfile.ZipFile(templat) as isi:
            bagian = isi.namelist()
            semua = b"".join(isi.read(nama) for nama in bagian)
        assert not [n for n in bagian if "vba" in n or "drawing" in n or "external" in n or "calcChain" in n]
        for terlarang in (b"extLst", b"x14:", b"_xlfn", b"_xlws", b"http://localhost", b't="array"'):
            assert terlarang not in semua


def test_pesan_pemeriksaan_muat_di_excel(berkas):
    for templat in berkas:
        for lembar in load_workbook(templat):
            for aturan in lembar.data_validations.dataValidation:
                for judul in (aturan.promptTitle, aturan.errorTitle):
                    assert len(judul or "") <= 32
                for pesan in (aturan.prompt, aturan.error):
                    assert len(pesan or "") <= 255
                assert len(aturan.formula1 or "") <= 255
                assert aturan.type is None or (
                    aturan.showErrorMessage and aturan.errorStyle in {None, "stop"}
                )


def test_nilai_tersimpan_sama_dengan_hitungan_libreoffice(berkas, tmp_path):
    for asal, ulang in zip(berkas, hitung_ulang(berkas, tmp_path), strict=True):
        a, b = load_workbook(asal, data_only=True), load_workbook(ulang, data_only=True)
        for lembar in a:
            for sel_baris in lembar.iter_rows():
                for sel in sel_baris:
                    assert (sel.value or "") == (b[lembar.title][sel.coordinate].value or ""), (
                        f"{asal} {lembar.title} {sel.coordinate}"
                    )


def test_bita_demi_bita_sama(berkas, kota, jalankan):
    lama = {f: f.read_bytes() for f in berkas}
    for f in berkas:
        f.unlink()
    jalankan("templat", "target", kota, "--paralel", 1)
    (kota / "target-lain").rename(kota / "target")
    jalankan("templat", "capaian", kota, "--periode", "2026-05", "--paralel", 2)
    assert {f: f.read_bytes() for f in lama} == lama


def test_petunjuk_memuat_contoh_yang_hitungannya_benar(berkas):
    capaian = next(f for f in berkas if f.parent.name == "2026-05")
    teks = [
        sel.value
        for b in load_workbook(capaian)["Petunjuk"].iter_rows()
        for sel in b
        if isinstance(sel.value, str)
    ]
    assert "76 ÷ 80 × 100 = 95,00" in teks
    assert "95% diketik 95. Jangan ketik 0,95." in teks
