"""The sheet Tindak Lanjut: its words, its live figures, and names that try to be formulas."""

from dataclasses import replace

import openpyxl
import pytest
from buku_hasil_buatan import hasil_unit, nip, unit_lengkap
from libreoffice import hitung_ulang

from asn_nilai.acuan.hasil.tindak_lanjut import IndikatorDikuatkan, KreditAsn, TindakLanjut, Usulan
from asn_nilai.acuan.profil.muat_aturan import muat_aturan
from asn_nilai.acuan.rumus.angka_kredit import angka_kredit
from asn_nilai.terbit.buku.nilai import tulis_buku_nilai
from asn_nilai.terbit.data.csv_hasil import baris_tindak_lanjut

JAHAT = '=HYPERLINK("http://contoh.invalid","klik")'


def kredit(nomor: int, predikat: str, jenjang: str, bulan: int) -> KreditAsn:
    tabel = angka_kredit()
    faktor = (float(tabel.persen.nilai[predikat]), tabel.koefisien[jenjang].nilai, bulan)
    sebelum = min(nomor % 7, 12 - bulan)
    angka = tabel.hitung(predikat, jenjang, bulan, sebelum)
    return KreditAsn(
        nip(nomor), f"ASN {nomor}", f"Perawat {jenjang}", jenjang, predikat, *faktor, sebelum, angka
    )


SEMUA_KREDIT = tuple(
    kredit(1 + bulan, predikat, jenjang, bulan)
    for predikat in angka_kredit().persen.nilai
    for jenjang in angka_kredit().koefisien
    for bulan in range(13)
)
DAFTAR = TindakLanjut(
    (Usulan(nip(1), JAHAT, "Predikat Sangat Baik pada Maret 2026."),),
    (
        Usulan(nip(2), "Budi", "+Alasan", (IndikatorDikuatkan("@IK", "-Nama", 40.5),)),
        Usulan(nip(3), "Citra\x07", "Predikat Kurang pada Maret 2026."),
    ),
    (KreditAsn(nip(20), JAHAT, "=1+1", keterangan="@Belum dinilai."), *SEMUA_KREDIT),
    ("Hasil Februari 2026 belum ada di ruang kerja ini.",),
    (Usulan(nip(4), JAHAT, "=2+2"),),
)


@pytest.fixture(scope="module")
def berkas(tmp_path_factory):
    folder = tmp_path_factory.mktemp("tindak_lanjut")
    tujuan = folder / "nilai.xlsx"
    hasil = replace(hasil_unit(unit_lengkap()), tindak_lanjut=DAFTAR)
    tulis_buku_nilai(tujuan, hasil, muat_aturan("permenpanrb-6-2022"), "Pemerintah Kota Contoh")
    return tujuan, hitung_ulang([tujuan], folder)[0]


def isi(berkas, *, nilai):
    lembar = openpyxl.load_workbook(berkas, data_only=nilai)["Tindak Lanjut"]
    return {sel.coordinate: sel for baris in lembar.iter_rows() for sel in baris if sel.value is not None}


def test_lembarnya_sesudah_perilaku(berkas):
    nama = openpyxl.load_workbook(berkas[0]).sheetnames
    assert nama == ["Nilai", "Rincian", "Perilaku", "Tindak Lanjut", "Temuan", "Aturan"]


def test_setiap_angka_kredit_adalah_rumus_yang_dihitung_ulang_sama(berkas):
    rumus = {k: s.value for k, s in isi(berkas[0], nilai=False).items() if s.data_type == "f"}
    tersimpan, dihitung = (isi(b, nilai=True) for b in berkas)
    assert len(rumus) == len(SEMUA_KREDIT)
    assert [tersimpan[k].value for k in rumus] == [kredit.angka for kredit in SEMUA_KREDIT]
    assert [dihitung[k].value for k in rumus] == [kredit.angka for kredit in SEMUA_KREDIT]
    assert {18.75, 2.08} <= {t.value for t in tersimpan.values()}


def test_alasan_indikator_dan_catatan_tertulis(berkas):
    teks = [str(sel.value) for sel in isi(berkas[0], nilai=True).values()]
    for kata in (
        "Predikat Sangat Baik pada Maret 2026.",
        "@IK -Nama: 40,50",
        "=2+2",
        "Tidak ada indikator di bawah ekspektasi; bicarakan perilaku kerjanya.",
        "Hasil Februari 2026 belum ada di ruang kerja ini.",
        "@Belum dinilai.",
    ):
        assert kata in teks
    assert any("bukan hukuman" in t for t in teks)
    assert any(t.startswith("Penghargaan: kenaikan nilai hasil kerja") for t in teks)


def test_isi_berdiri_di_bawah_judul_kolomnya(berkas):
    lembar = openpyxl.load_workbook(berkas[0])["Tindak Lanjut"]
    lajur = {}
    for rentang in lembar.merged_cells.ranges:
        teks = lembar.cell(rentang.min_row, rentang.min_col).value
        lajur.setdefault(teks, set()).add((rentang.min_col, rentang.max_col))
    assert lajur["@IK -Nama: 40,50"] == lajur["Indikator yang dikuatkan (capaian persen)"]
    assert lajur["+Alasan"] <= lajur["Alasan"]


def test_teks_yang_menyerupai_rumus_tetap_teks(berkas):
    for sel in isi(berkas[0], nilai=False).values():
        if str(sel.value).startswith(("=HYP", "=1", "=2", "+Al", "@")):
            assert sel.data_type == "s"


def test_daftar_kosong_dan_aturan_tanpa_kriteria_menyebut_diri(tmp_path):
    hasil = replace(hasil_unit([]), tindak_lanjut=TindakLanjut())
    tujuan = tmp_path / "kosong.xlsx"
    tulis_buku_nilai(tujuan, hasil, muat_aturan("kemenkeu-127-2026"), "Pemerintah Kota Contoh")
    teks = " ".join(str(sel.value) for sel in isi(tujuan, nilai=True).values())
    assert "Belum ada ASN yang memenuhi kriteria penghargaan pada periode ini." in teks
    assert "Tidak ada Ide Baru yang dicatat di lembar Perilaku pada periode ini." in teks
    assert "Tidak ada jabatan fungsional di unit ini" in teks
    assert "Aturan KMK 127/2026 belum memuat kriteria tindak lanjut." in teks


def test_csv_menjaga_teks_yang_menyerupai_rumus():
    hasil = replace(hasil_unit([]), tindak_lanjut=DAFTAR)
    baris = baris_tindak_lanjut(hasil)
    assert baris[0] == [
        "2026-03", "DISDIK", nip(1), f"'{JAHAT}", "penghargaan", "Predikat Sangat Baik pada Maret 2026.", "", "",
        "", "", "", "", "",
    ]  # fmt: skip
    assert baris[1][3:6] == [f"'{JAHAT}", "ide baru", "'=2+2"]
    assert baris[2][4:7] == ["pembinaan", "'+Alasan", "'@IK -Nama (40,5)"]
    assert baris[4][3:] == [f"'{JAHAT}", "angka kredit", "'@Belum dinilai.", "", "", "", "", "", "0", "0"]
    assert {b[7] for b in baris} >= {"18.75", "2.08"}
    assert baris_tindak_lanjut(hasil_unit([])) == []
