"""What rekap.xlsx shows: its sheets and columns, what is missing, and texts that do nothing."""

import io
import re
from dataclasses import replace

import openpyxl
import pytest
from buku_rekap_buatan import TANPA_HASIL, Asn, Unit, kota, nip, rekap_buatan
from buku_rekap_nakal import KODE_NAKAL, NAMA_NAKAL, kota_nakal
from hypothesis import given
from hypothesis import strategies as st

from asn_nilai.acuan.periode import Periode
from asn_nilai.terbit.buku.gaya import bersih
from asn_nilai.terbit.buku.rekap.nama_lembar import nama_lembar
from asn_nilai.terbit.data.csv_rekap import csv_rekap

LEMBAR = [
    "Ringkasan", "Peringkat", "Penghargaan", "Pembinaan", "Indikator", "Tren", "Distribusi", "Keadilan",
    "Angka Kredit", "Belum Setor",
]  # fmt: skip
NASIONAL = [
    "No", "NIP", "Nama", "Jabatan", "Rating Hasil Kinerja", "Rating Perilaku Kerja", "Predikat Kinerja Periodik",
]  # fmt: skip


def buka(isi: bytes):
    return openpyxl.load_workbook(io.BytesIO(isi))


def kepala(lembar) -> list:
    return [sel.value for sel in lembar[7] if sel.value]


def teks(lembar) -> str:
    return "\n".join(str(sel.value) for baris in lembar.iter_rows() for sel in baris if sel.value is not None)


@pytest.fixture(scope="module")
def jadi() -> openpyxl.Workbook:
    from asn_nilai.terbit.buku.rekap import tulis_buku_rekap

    aliran = io.BytesIO()
    tulis_buku_rekap(aliran, rekap_buatan())
    return buka(aliran.getvalue())


def test_lembar_berurutan_lalu_unit_menurut_peringkat(jadi):
    assert jadi.sheetnames == [*LEMBAR, "DINKES", "O'HARA", "KEL-1", "DLH"]


def test_lembar_unit_berkolom_ekspor_nasional_lalu_nhk_dan_bulan(jadi):
    assert kepala(jadi["DINKES"])[:12] == [*NASIONAL, "NHK", "Jan", "Feb", "Mar", "Apr"]


def test_aturan_angka_mengganti_kolom_perilaku(tulis):
    lembar = buka(tulis(rekap_buatan(aturan="pp-30-2019")))["DINKES"]
    judul = kepala(lembar)
    assert judul[4:7] == ["Nilai Perilaku Kerja", "Nilai Akhir", "Predikat Kinerja Periodik"]
    assert lembar.cell(8, 5).value == 92.5


def test_aturan_dengan_rating_dan_angka_memuat_ratingnya(tulis):
    judul = kepala(buka(tulis(rekap_buatan(aturan="kemenkeu-127-2026")))["DINKES"])
    assert judul[4:8] == [
        "Rating Hasil Kinerja",
        "Rating Perilaku Kerja",
        "Nilai Akhir",
        "Predikat Kinerja Periodik",
    ]


def test_angka_perilaku_yang_tidak_ada_menjadi_sel_kosong(tulis):
    unit = [Unit("A", "Unit A", [Asn(nip(1), "Andi", "", "Belum Dinilai", "Belum Dinilai", perilaku="")])]
    rekap = rekap_buatan(unit, aturan="pp-30-2019", angka_kredit=())
    assert buka(tulis(rekap))["A"].cell(8, 5).value is None


def test_bulan_tanpa_hasil_kosong_dan_sebabnya_tertulis(jadi):
    tren = jadi["Tren"]
    huruf = next(sel.column_letter for sel in tren[7] if sel.value == "Feb")
    assert all(sel.value is None for sel in tren[huruf][7:13])
    assert "Hasil Februari 2026 belum ada di ruang kerja ini." in teks(tren)
    assert "Hasil Februari 2026 belum ada" in teks(jadi["Ringkasan"])
    for kode in ("DINKES", "O'HARA"):
        assert jadi[kode].cell(8, 9 + TANPA_HASIL).value is None


def test_unit_tanpa_nilai_kosong_dan_disebut(jadi):
    tren = jadi["Tren"]
    dlh = next(b for b in tren.iter_rows(min_row=8) if b[1].value == "DLH")
    assert [sel.value for sel in dlh[3:7]] == [None] * 4
    assert dlh[9].value == "Jan: belum setor; Mar: tak ada yang dinilai; Apr: belum setor"


def test_hasil_usang_bertanda_dan_disebut(jadi):
    tren = jadi["Tren"]
    dinkes = next(b for b in tren.iter_rows(min_row=8) if b[1].value == "DINKES")
    assert ['"*"' in sel.number_format for sel in dinkes[3:7]] == [False, False, True, False]
    assert "Maret 2026, DINKES: masukannya berubah sesudah dihitung" in teks(tren)
    assert "PERHATIAN" in teks(jadi["DINKES"])
    assert "PERHATIAN" not in teks(jadi["KEL-1"])


def test_berkas_yang_membuat_semua_usang_disebut_sekali(tulis):
    semua = {unit.kode: ("skema.xlsx",) for unit in kota()}
    usang = [(Periode.dari_teks(bulan), semua) for bulan in ("2026-03", "2026-04")]
    tren = teks(buka(tulis(rekap_buatan(usang=usang)))["Tren"])
    assert tren.count("masukannya berubah sesudah dihitung (skema.xlsx)") == 2
    assert "Maret 2026, semua unit: masukannya berubah" in tren


def test_rekap_terpilih_menyebut_unitnya(tulis):
    dibuka = buka(tulis(rekap_buatan(kota()[:2], terpilih=True)))
    assert dibuka["Ringkasan"]["A1"].value == "Rekap Kinerja ASN: unit terpilih"
    assert ": 2 unit terpilih: DINKES, O'HARA" in teks(dibuka["Ringkasan"])
    assert "Unit terpilih" in teks(dibuka["Peringkat"])


def test_setiap_lembar_membuka_dengan_cara_membaca(jadi):
    for lembar in jadi:
        assert str(lembar["A6"].value).startswith("Cara membaca: "), lembar.title


def test_pembinaan_menyebut_indikator_atau_mengajak_bicara(jadi):
    isi = teks(jadi["Pembinaan"])
    assert "IK-01 Layanan (80,5)\nIK-02 Laporan (81)" in isi
    assert "bicarakan perilaku kerjanya" in isi


def test_keadilan_menaruh_yang_patut_ditanyakan_di_atas(jadi):
    isi = teks(jadi["Keadilan"])
    assert isi.index("Andi") < isi.index("Beni")
    assert "NHK kelompok ini cenderung lebih tinggi" in isi
    assert "NHK kelompok ini cenderung lebih rendah" in isi
    assert "ASN lain terlalu sedikit untuk dibandingkan." in isi
    assert "1 kelompok (3 ASN) terlalu kecil untuk ditampilkan. 2 ASN tidak diketahui kelompoknya." in isi


def test_tanpa_predikat_organisasi_atau_panduan_sebabnya_tertulis(tulis):
    tanpa = teks(buka(tulis(rekap_buatan(organisasi="", panduan=())))["Distribusi"])
    assert "Predikat organisasi belum ditulis di asn-nilai.toml" in tanpa
    umum = teks(buka(tulis(rekap_buatan(aturan="pp-30-2019")))["Distribusi"])
    assert "Panduan sebaran: untuk seluruh instansi" in umum
    assert "tidak memuat panduan sebaran" in teks(
        buka(tulis(rekap_buatan(aturan="perka-bkn-1-2013")))["Distribusi"]
    )


def test_setiap_tautan_menuju_sel_yang_ada(tulis):
    for rekap in (rekap_buatan(), rekap_buatan(kota_nakal())):
        dibuka = buka(tulis(rekap))
        tautan = [
            sel.hyperlink
            for lembar in dibuka
            for baris in lembar.iter_rows()
            for sel in baris
            if sel.hyperlink
        ]
        assert len(tautan) > 4 * len(rekap.unit)
        for tujuan in tautan:
            assert tujuan.target is None
            nama, sel = tujuan.location.rsplit("!", 1)
            assert nama[1:-1].replace("''", "'") in dibuka.sheetnames
            assert re.fullmatch(r"[A-Z]+\d+", sel)


def test_teks_yang_nakal_tetap_teks(tulis):
    dibuka = buka(tulis(rekap_buatan(kota_nakal())))
    sel = [sel for lembar in dibuka for baris in lembar.iter_rows() for sel in baris if sel.value is not None]
    rumus = " ".join(str(s.value) for s in sel if s.data_type == "f")
    assert not any(kata in rumus for kata in ("HYPERLINK", "SUM(A1)", "1+1", "http"))
    tampil = {str(s.value).strip() for s in sel if s.data_type == "s"}
    for nama in NAMA_NAKAL:
        assert bersih(nama).strip() in tampil


def test_kode_yang_nakal_menjadi_nama_lembar_yang_sah(tulis):
    nama = buka(tulis(rekap_buatan(kota_nakal()))).sheetnames[len(LEMBAR) :]
    assert set(nama) == {
        "Peringkat (2)", "ringkasan (2)", "history (2)", "A-B-C-D--E--F", "A-B-C-D--E--F (2)", "pinggir",
        "KODE-UNIT-YANG-LEBIH-DARI-TIGA-", "KODE-UNIT-YANG-LEBIH-DARI-T (2)", "R1C1",
    }  # fmt: skip
    assert len(nama) == len(KODE_NAKAL)


@given(st.lists(st.text(max_size=40), unique=True, max_size=12))
def test_nama_lembar_selalu_sah_dan_berbeda(kode):
    nama = list(nama_lembar(kode, LEMBAR).values())
    assert len({lembar.casefold() for lembar in (*nama, *LEMBAR)}) == len(kode) + len(LEMBAR)
    for lembar in nama:
        assert 1 <= len(lembar.encode("utf-16-le", "surrogatepass")) // 2 <= 31
        assert not set(lembar) & set("[]:*?/\\\n\t")
        assert lembar == lembar.strip("' ")
        assert lembar.casefold() != "history"


def test_unit_yang_belum_dihitung_tidak_disebut_tanpa_asn(tulis):
    unit = [
        *kota(),
        Unit("BARU", "Unit Baru", [], status="belum dihitung", bulan_status=("belum dihitung",) * 4),
    ]
    dibuka = buka(tulis(rekap_buatan(unit)))
    assert "Unit ini belum dihitung untuk periode ini" in teks(dibuka["BARU"])
    assert "Tidak ada ASN yang ditempatkan" not in teks(dibuka["BARU"])
    assert "belum dihitung" in teks(dibuka["Peringkat"])


def test_tanpa_penilai_perilaku_sebabnya_tertulis(tulis):
    rekap = rekap_buatan()
    keadilan = replace(rekap.keadilan, penilai=(), penilai_tersembunyi=0)
    isi = teks(buka(tulis(replace(rekap, keadilan=keadilan)))["Keadilan"])
    assert "Belum ada penilai yang dapat dibandingkan." in isi
    assert "dikurangi hasil kerja" not in isi


def test_sel_bulan_belum_setor_bergaris_seperti_sel_lain(jadi):
    lembar = jadi["Belum Setor"]
    for baris in lembar.iter_rows(min_row=7, max_row=12):
        assert all(sel.border.left.style and sel.border.bottom.style for sel in baris), baris[0].row
    bulan = [sel for baris in lembar["D8:G11"] for sel in baris if sel.value]
    assert bulan
    assert {sel.alignment.indent for sel in bulan} == {lembar["C8"].alignment.indent}


def test_rekap_bulan_hanya_memuat_bulan_yang_ada_hasilnya():
    baris = csv_rekap(rekap_buatan())["rekap_bulan.csv"].splitlines()[1:]
    assert list(dict.fromkeys(b.partition(",")[0] for b in baris)) == ["2026-01", "2026-03", "2026-04"]
