"""The optional context of targets, from a unit's workbook to everything that shows the row; it never changes a score."""

import openpyxl
import pytest
from docx import Document
from openxml_audit import OpenXmlValidator

from asn_nilai.terbit.surat import pdf

JUDUL = ("RHK", "Rencana Hasil Kerja Pimpinan yang Diintervensi", "Jenis Kinerja")
NIP = "196905251992012925"
RENCANA, ATASAN = "Imunisasi <dasar> & lengkap", "=Kesehatan ibu dan anak"


def kepala(lembar, judul):
    return next(sel for baris in lembar.iter_rows(max_row=30) for sel in baris if sel.value == judul)


@pytest.fixture
def berencana(kota):
    """The city, one of whose units says what its targets are for: the plan merged down over the first two rows."""
    berkas = kota / "target/PKM-TB.xlsx"
    buku = openpyxl.load_workbook(berkas)
    lembar = buku["Target"]
    judul, kolom = kepala(lembar, "Kode Indikator").row, kepala(lembar, "Target Tahunan").column
    isi = ((RENCANA, ATASAN, "kinerja UTAMA"), (None, "", "Tambahan"), ("", "", "Pokok"), ("", "", "Pokok"))
    for nomor, baris in enumerate((JUDUL, *isi)):
        for ke, teks in enumerate(baris, 1):
            sel = lembar.cell(judul + nomor, kolom + ke, teks)
            if teks == ATASAN:
                sel.data_type = "s"
    lembar.merge_cells(start_row=judul + 1, end_row=judul + 2, start_column=kolom + 1, end_column=kolom + 1)
    buku.save(berkas)
    return kota


def rincian(kota):
    lembar = openpyxl.load_workbook(kota / "hasil/2026-05/PKM-TB/nilai.xlsx")["Rincian"]
    judul = kepala(lembar, "Kode Indikator").row
    nama = [sel.value for sel in lembar[judul]]
    return [
        dict(zip(nama, (sel.value for sel in baris), strict=True))
        for baris in lembar.iter_rows(min_row=judul + 1)
    ]


def test_jenis_di_luar_daftar_disebut_sekali_di_selnya(berencana, jalankan):
    status, keluar, _ = jalankan("validasi", berencana, "--periode", "2026-05", "--unit", "PKM-TB", "--json")
    import json

    (temuan,) = json.loads(keluar)["temuan"]
    lembar = openpyxl.load_workbook(berencana / "target/PKM-TB.xlsx")["Target"]
    sel = kepala(lembar, "Jenis Kinerja").offset(3).coordinate
    assert status == 0
    assert (temuan["kode"], temuan["sel"], temuan["tingkat"]) == (
        "jenis-kinerja-tidak-dikenal",
        sel,
        "peringatan",
    )
    assert (
        temuan["pesan"]
        == "Jenis tertulis 'Pokok' di 2 baris, yang bukan Utama atau Tambahan; dibaca sebagai kosong."
    )


def test_buku_nilai_dan_kartu_menyebutnya_tanpa_mengubah_nilai(berencana, mei, jalankan):
    semula = (mei / "hasil/2026-05/nilai.csv").read_bytes(), (mei / "hasil/2026-05/rincian.csv").read_bytes()
    assert "Rencana Atasan" not in rincian(mei)[0]
    jalankan("hitung", berencana, "--periode", "2026-05")
    assert semula == tuple(
        (mei / f"hasil/2026-05/{nama}").read_bytes() for nama in ("nilai.csv", "rincian.csv")
    )
    semua = [
        (baris["Rencana Hasil Kerja"] or "", baris["Rencana Atasan"] or "", baris["Jenis"] or "")
        for baris in rincian(berencana)
    ]
    assert semua[:3] == [(RENCANA, ATASAN, "Utama"), (RENCANA, "", "Tambahan"), ("", "", "")]
    nip = rincian(berencana)[0]["NIP"]
    assert not OpenXmlValidator().validate(berencana / "hasil/2026-05/PKM-TB/nilai.xlsx").errors
    jalankan("jelaskan", nip, berencana, "--periode", "2026-05")
    kartu = (berencana / f"hasil/2026-05/kartu/kartu-{nip}.html").read_text(encoding="utf-8")
    assert (
        "Kinerja utama · Rencana: Imunisasi &lt;dasar&gt; &amp; lengkap · Mendukung: =Kesehatan ibu dan anak"
        in kartu
    )


def test_surat_target_memuatnya(berencana, jalankan, monkeypatch):
    monkeypatch.setattr(pdf, "cari_libreoffice", lambda: None)
    monkeypatch.setattr("asn_nilai.alur.perintah.dokumen.cari_libreoffice", lambda: None)
    assert jalankan("dokumen", "target", berencana, "--periode", "2026-05", "--unit", "PKM-TB")[0] == 0
    dokumen = Document(berencana / "dokumen/2026-05/target_PKM-TB.docx")
    isi = [b.cells[1].text for t in dokumen.tables if t.rows[0].cells[0].text == "No" for b in t.rows[1:]]
    assert isi[0].split("\n")[1:] == ["Kinerja utama", f"Rencana: {RENCANA}", f"Mendukung: {ATASAN}"]
    assert isi[1].split("\n")[1:] == ["Kinerja tambahan", f"Rencana: {RENCANA}"]
    assert all("\n" not in teks for teks in isi[2:])


def test_templat_membawanya_atau_memintanya_bila_kantor_mau(berencana, jalankan):
    def judul(unit):
        return [
            sel.value
            for sel in openpyxl.load_workbook(berencana / f"templat/target/{unit}.xlsx")["Target"][7]
        ]

    jalankan("templat", "target", berencana)
    assert judul("PKM-TB")[-3:] == ["Rencana Hasil Kerja", "Rencana Atasan", "Jenis"]
    assert judul("PKM-MDG")[-1] == "Periksa"
    lembar = openpyxl.load_workbook(berencana / "templat/target/PKM-TB.xlsx")["Target"]
    sel = kepala(lembar, "Rencana Hasil Kerja")
    assert [sel.offset(1, ke).value for ke in range(3)] == [RENCANA, ATASAN, "kinerja UTAMA"]
    assert not sel.offset(1).protection.locked
    (daftar,) = [v for v in lembar.data_validations.dataValidation if v.formula1 == '"Utama,Tambahan"']
    assert sel.offset(1, 2).coordinate in daftar.sqref
    assert not OpenXmlValidator().validate(berencana / "templat/target/PKM-TB.xlsx").errors
    (berencana / "templat/target/PKM-TB.xlsx").replace(berencana / "target/PKM-TB.xlsx")
    _, keluar, _ = jalankan("validasi", berencana, "--periode", "2026-05", "--unit", "PKM-TB", "--json")
    assert keluar.count('"kode":') == 1  # what it was before, no more
    toml = berencana / "asn-nilai.toml"
    toml.write_text(
        toml.read_text(encoding="utf-8") + "\n[templat]\nrencana-kerja = true\n", encoding="utf-8"
    )
    jalankan("templat", "target", berencana)
    assert judul("PKM-MDG")[-3:] == ["Rencana Hasil Kerja", "Rencana Atasan", "Jenis"]


def test_banding_menyebut_yang_berubah(berencana, hasil_mei, jalankan):
    _, keluar, salah = jalankan("banding", hasil_mei / "target/PKM-TB.xlsx", berencana / "target/PKM-TB.xlsx")
    assert "Rencana Atasan" in keluar + salah


def test_kolom_yang_berulang_tidak_menolak_bukunya(berencana, jalankan):
    berkas = berencana / "target/PKM-TB.xlsx"
    buku = openpyxl.load_workbook(berkas)
    kepala(buku["Target"], "Jenis Kinerja").offset(0, 1).value = "Rencana Hasil Kerja (RHK)"
    buku.save(berkas)
    _, keluar, _ = jalankan("validasi", berencana, "--periode", "2026-05", "--unit", "PKM-TB", "--json")
    assert "jenis-kinerja-tidak-dikenal" in keluar
    assert "kolom-ganda" not in keluar
