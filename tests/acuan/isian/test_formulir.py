"""Forms are said once: literal labels, keys, synonyms."""

import pytest

from asn_nilai.acuan.isian.formulir.daftar_formulir import FORMULIR
from asn_nilai.acuan.isian.formulir.formulir import (
    KUNCI_BULAN,
    JenisIsi,
    lipat_kode,
    lipat_label,
    rapikan_kode,
)

LABEL = {
    "Target": "No NIP Nama Kode_Indikator Indikator Satuan Bobot Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des Target_Tahunan Rencana_Hasil_Kerja Rencana_Atasan Jenis",
    "Capaian": "No NIP Nama Kode_Indikator Indikator Satuan Target Realisasi Bukti_Dukung Keterangan Pembilang Penyebut",
    "Perilaku": (
        "No NIP Nama Berorientasi_Pelayanan Akuntabel Kompeten Harmonis Loyal Adaptif Kolaboratif Rating_Perilaku Ide_Baru Catatan"
    ),
    "Unit": "Kode_Unit Unit_Kerja Jenis_Unit NIP_Kepala Kode_Lama",
    "Pegawai": "NIP Nama Jenis_ASN Golongan Jabatan Jenis_Jabatan Kode_Unit NIP_Atasan Mulai Selesai Angka_Kredit_Awal Angka_Kredit_Dibutuhkan",
    "Indikator": (
        "Kode_Indikator Indikator Definisi Aspek Satuan Polaritas Agregasi Jenis_Nilai Batas_Bawah Batas_Atas Nilai_Terburuk "
        "Frekuensi Wajib_Bukti Berlaku_Untuk Sumber_Data Lingkup Layanan_Publik Pembilang Penyebut"
    ),
    "BKN": "No NIP Nama Jabatan Rating_Hasil_Kinerja Rating_Perilaku_Kerja Predikat_Kinerja_Periodik",
    "Daftar Pegawai": (
        "No NIP Nama Gelar_Depan Gelar_Belakang Jenis_ASN Kedudukan Pangkat Golongan Jabatan Jenis_Jabatan Eselon Kode_Unit Unit_Kerja "
        "Unit_Induk NIP_Atasan Atasan_Langsung Mulai Selesai TMT"
    ),
    "Daftar Unit": "No Kode_Unit Unit_Kerja Jenis_Unit NIP_Kepala",
}  # fmt: skip


@pytest.mark.parametrize("nama", FORMULIR)
def test_label_sesuai_kontrak_dan_urut(nama):
    formulir = FORMULIR[nama]
    label = [teks.replace("_", " ") for teks in LABEL[nama].split()]
    assert [kolom.label for kolom in formulir.kolom] == label
    assert list(formulir.kunci) == [teks.casefold().replace(" ", "_") for teks in label]
    assert all(
        formulir.kenali_kolom(teks) == kunci for teks, kunci in zip(label, formulir.kunci, strict=True)
    )


@pytest.mark.parametrize("nama", FORMULIR)
def test_tidak_ada_sinonim_yang_menyebut_dua_kolom(nama):
    semua = [
        (lipat_label(label), kolom.kunci)
        for kolom in FORMULIR[nama].kolom
        for label in {lipat_label(teks) for teks in (kolom.label, *kolom.sinonim)}
    ]
    assert len({label for label, _ in semua}) == len(semua)


@pytest.mark.parametrize(
    ("nama", "label", "kunci"),
    [
        ("Capaian", "N I P", "nip"), ("Capaian", "nip.", "nip"), ("Capaian", "NIP/NI\nPPPK", "nip"),
        ("Capaian", "NAMA  PEGAWAI", "nama"), ("Capaian", "Kode\nIndikator", "kode_indikator"),
        ("Capaian", "Realisasi (Juni)", "realisasi"), ("Capaian", "Realisasi*", "realisasi"), ("Target", "Bobot (%)", "bobot"),
        ("Target", "Agt", "agu"), ("Target", "Agustus", "agu"), ("Target", "AGS.", "agu"), ("Target", "Nop", "nov"),
        ("Target", "Pebruari", "feb"), ("Target", "Dec", "des"), ("Target", "Juni 2026", "jun"), ("Target", "Target 2026", None),
        ("Capaian", "Target Tahunan", None), ("Capaian", "Sasaran Strategis", None), ("Capaian", "", None),
        ("Perilaku", "Rating Perilaku Kerja", "rating_perilaku"), ("Perilaku", "1. Akuntabel", "akuntabel"), ("Perilaku", "(7) Kolaboratif", "kolaboratif"),
        ("Capaian", "c) Realisasi", "realisasi"), ("Target", "s.d. Mei", None), ("Target", "s. d. Mei", None), ("Target", "12. Lain", None),
    ],
)  # fmt: skip
def test_label_dikenali_utuh_sesudah_dilipat(nama, label, kunci):
    assert FORMULIR[nama].kenali_kolom(label) == kunci


def test_kolom_yang_wajib_tiap_formulir():
    assert FORMULIR["Target"].wajib == ("nip", "kode_indikator", "bobot", *KUNCI_BULAN)
    assert FORMULIR["Capaian"].wajib == ("nip", "kode_indikator", "realisasi")
    assert FORMULIR["Perilaku"].wajib == ("nip",)
    assert FORMULIR["Unit"].wajib == ("kode_unit", "unit_kerja")
    assert FORMULIR["Pegawai"].wajib == ("nip", "nama", "kode_unit")
    assert FORMULIR["Indikator"].wajib == ("kode_indikator", "indikator", "satuan", "polaritas", "agregasi")
    assert FORMULIR["BKN"].wajib == ("nip", "predikat_kinerja_periodik")


JUDUL_LAIN = {
    ("Target", "kode_indikator"): "Kode Indikator Kinerja; Kode IKI; Kode IKU; Kode Ind; ID Indikator; Kode",
    ("Target", "indikator"): "Nama Indikator; Indikator Kinerja; Uraian Indikator; Indikator Kinerja Individu; IKI",
    ("Target", "satuan"): "Satuan Ukuran; Satuan Target; Satuan Hasil",
    ("Target", "bobot"): "Bobot Indikator; Bobot Persen; Bobot %",
    ("Target", "target_tahunan"): "Target Setahun; Target 1 Tahun; Total Target; Jumlah Target; Target Akhir Tahun",
    ("Target", "rencana_hasil_kerja"): "RHK; Rencana Hasil Kerja Pegawai; Rencana Hasil Kerja Individu; Rencana Hasil Kerja (RHK)",
    ("Target", "rencana_atasan"): (
        "Rencana Hasil Kerja Atasan; RHK Atasan; Rencana Hasil Kerja Pimpinan; RHK Pimpinan; RHK Atasan yang Diintervensi; Rencana Hasil Kerja "
        "Atasan yang Diintervensi; Rencana Hasil Kerja Pimpinan yang Diintervensi; RHK Pimpinan yang Diintervensi; Rencana Atasan yang "
        "Diintervensi; Yang Diintervensi"
    ),
    ("Target", "jenis"): "Jenis Kinerja; Utama/Tambahan; Kinerja Utama/Tambahan; Jenis Rencana Hasil Kerja",
    ("Target", "jan"): "Januari; January", ("Target", "feb"): "Februari; Pebruari; Peb; February",
    ("Target", "mar"): "Maret; Mrt; March", ("Target", "apr"): "April", ("Target", "mei"): "Mei; May",
    ("Target", "jun"): "Juni; June", ("Target", "jul"): "Juli; July",
    ("Target", "agu"): "Agustus; Agt; Ags; Agust; Aug; August", ("Target", "sep"): "September; Sept",
    ("Target", "okt"): "Oktober; Oct; October", ("Target", "nov"): "November; Nopember; Nop",
    ("Target", "des"): "Desember; Dec; December",
    ("Capaian", "no"): "Nomor; No Urut; Nomor Urut",
    ("Capaian", "nip"): (
        "NIP/NI PPPK; NIP / NIPPPK; NI PPPK; NIPPPK; NIP Baru; NIP ASN; NIP Pegawai; Nomor Induk Pegawai; No Induk Pegawai; NIP/NIK"
    ),
    ("Capaian", "nama"): "Nama ASN; Nama Pegawai; Nama Lengkap; Nama PNS; Nama Pejabat",
    ("Capaian", "target"): "Target Bulan Ini; Target Bulanan",
    ("Capaian", "realisasi"): "Realisasi Bulan Ini; Realisasi Bulanan; Nilai Realisasi",
    ("Capaian", "bukti_dukung"): "Bukti; Data Dukung; Dokumen Pendukung; Bukti Pendukung",
    ("Capaian", "keterangan"): "Ket; Catatan",
    ("Perilaku", "berorientasi_pelayanan"): "Orientasi Pelayanan", ("Perilaku", "akuntabel"): "Akuntabilitas",
    ("Perilaku", "kompeten"): "Kompetensi", ("Perilaku", "loyal"): "Loyalitas", ("Perilaku", "kolaboratif"): "Kolaborasi",
    ("Perilaku", "rating_perilaku"): "Rating Perilaku Kerja; Perilaku; Nilai Perilaku",
    ("Perilaku", "ide_baru"): "Ide Baru (Ya); Inovasi / Ide Baru", ("Perilaku", "catatan"): "Keterangan; Ket",
    ("Unit", "kode_unit"): "Kode Unit Kerja; Kode OPD; Kode SKPD; Kode Perangkat Daerah; Kode Satker; Kode Unor",
    ("Unit", "unit_kerja"): "Nama Unit; Nama Unit Kerja; Unit; OPD; Nama OPD; SKPD; Perangkat Daerah; Satuan Kerja",
    ("Unit", "jenis_unit"): "Jenis Unit Kerja; Kelompok Unit", ("Unit", "nip_kepala"): "NIP Kepala Unit; NIP Pimpinan",
    ("Pegawai", "nama"): "Nama ASN; Nama Pegawai; Nama Lengkap; Nama PNS; Nama Pejabat",
    ("Pegawai", "jenis_asn"): "Jenis Pegawai; Status Kepegawaian; Status ASN",
    ("Pegawai", "golongan"): "Gol; Golongan Ruang; Pangkat/Golongan; Pangkat (Gol); Gol. Ruang",
    ("Pegawai", "jabatan"): "Nama Jabatan", ("Pegawai", "nip_atasan"): "NIP Atasan Langsung; NIP Pejabat Penilai",
    ("Pegawai", "mulai"): "Tanggal Mulai; Tgl. Mulai; TMT", ("Pegawai", "selesai"): "Tanggal Selesai; Tgl. Selesai; Sampai",
    ("Pegawai", "angka_kredit_awal"): "Angka Kredit PAK Terakhir; Angka Kredit Lama; AK Awal",
    ("Pegawai", "angka_kredit_dibutuhkan"): "Angka Kredit yang Dibutuhkan; Kebutuhan Angka Kredit; Angka Kredit Minimal; AK Dibutuhkan",
    ("Indikator", "indikator"): "Nama Indikator; Indikator Kinerja; Uraian Indikator; Indikator Kinerja Individu; IKI",
    ("Indikator", "definisi"): "Definisi Operasional", ("Indikator", "satuan"): "Satuan Ukuran; Satuan Target; Satuan Hasil",
    ("Indikator", "agregasi"): "Cara Agregasi; Jenis Agregasi", ("Indikator", "batas_bawah"): "Minimum; Nilai Minimum",
    ("Indikator", "batas_atas"): "Maksimum; Nilai Maksimum", ("Indikator", "frekuensi"): "Frekuensi Pengukuran",
    ("Indikator", "wajib_bukti"): "Wajib Bukti Dukung", ("Indikator", "sumber_data"): "Sumber",
    ("Daftar Pegawai", "nip"): "NIP Baru; NIPBARU; NIP PNS; NIP/NI PPPK; Nomor Induk Pegawai",
    ("Daftar Pegawai", "nama"): "Nama Pegawai; Nama Lengkap; Nama dan Gelar; NAMA ASN",
    ("Daftar Pegawai", "gelar_belakang"): "GELAR BLK; Glr Belakang",
    ("Daftar Pegawai", "jenis_asn"): "Jenis Pegawai; Status Kepegawaian; JENIS PEGAWAI NAMA; Status CPNS PNS",
    ("Daftar Pegawai", "kedudukan"): "Kedudukan Hukum; KEDUDUKAN HUKUM NAMA",
    ("Daftar Pegawai", "golongan"): "Pangkat/Gol.; Gol. Ruang; GOL AKHIR NAMA; Golongan/Ruang; Pangkat, Gol. Ruang; Pangkat (Gol. Ruang)",
    ("Daftar Pegawai", "jabatan"): "JABATAN NAMA; Nama Jabatan",
    ("Daftar Pegawai", "jenis_jabatan"): "JENIS JABATAN NAMA",
    ("Daftar Pegawai", "atasan_langsung"): "ATASAN LANGSUNG; Nama Atasan; Pejabat Penilai; Nama Atasan Langsung",
    ("Daftar Pegawai", "unit_kerja"): "Unit Organisasi; UNOR NAMA; Nama Unit Kerja",
    ("Daftar Pegawai", "unit_induk"): "OPD; SKPD; Perangkat Daerah; Satuan Kerja; UNOR INDUK NAMA",
    ("Daftar Pegawai", "tmt"): "TMT Jabatan", ("Daftar Pegawai", "mulai"): "TMT Unit Kerja; Tgl Mulai",
    ("Daftar Unit", "unit_kerja"): "OPD; SKPD; Nama Perangkat Daerah; Unit Organisasi", ("Daftar Unit", "kode_unit"): "Kode; Singkatan; Kode OPD",
    ("BKN", "rating_hasil_kinerja"): "Rating Hasil Kerja; Hasil Kinerja; Hasil Kerja",
    ("BKN", "rating_perilaku_kerja"): "Rating Perilaku; Perilaku Kerja",
    ("BKN", "predikat_kinerja_periodik"): "Predikat Kinerja; Predikat; Predikat Kinerja Pegawai; Predikat Kinerja Tahunan",
}  # fmt: skip
"""What offices write above the columns, by form and column."""


@pytest.mark.parametrize(("nama", "kunci"), JUDUL_LAIN)
def test_judul_lain_yang_lazim_di_kantor_dikenali(nama, kunci):
    semua = JUDUL_LAIN[nama, kunci].split("; ")
    assert {judul: FORMULIR[nama].kenali_kolom(judul) for judul in semua} == dict.fromkeys(semua, kunci)


@pytest.mark.parametrize(
    ("kunci", "semua"),
    [
        ("kode_unit", "Kode Unit Kerja; Kode OPD; Kode SKPD; Kode Perangkat Daerah; Kode Satker; Kode Unor"),
        ("unit_kerja", "Nama Unit; Nama Unit Kerja; Unit; OPD; Nama OPD; SKPD; Perangkat Daerah; Satuan Kerja"),
        ("tahun", "Tahun Anggaran; Tahun Penilaian; Tahun Kinerja; TA"),
        ("periode", "Bulan; Periode Penilaian; Masa Penilaian; Bulan Penilaian; Periode Bulan"),
    ],
)  # fmt: skip
def test_sebutan_lain_di_blok_identitas_setiap_formulir_unit(kunci, semua):
    for nama in ("Target", "Capaian", "Perilaku"):
        assert {FORMULIR[nama].kenali_identitas(f"{judul}:") for judul in semua.split("; ")} == {kunci}, nama


def test_nama_lembar_setiap_formulir():
    assert {nama: (formulir.lembar, *formulir.sinonim_lembar) for nama, formulir in FORMULIR.items()} == {
        "Target": ("Target", "Target Kinerja", "Target Bulanan", "Target Tahunan"),
        "Capaian": ("Capaian", "Capaian Kinerja", "Capaian Bulanan", "Realisasi"),
        "Perilaku": ("Perilaku", "Perilaku Kerja", "Penilaian Perilaku"),
        "Unit": ("Unit", "Daftar Unit", "Unit Kerja"),
        "Pegawai": ("Pegawai", "Daftar Pegawai", "ASN", "Daftar ASN"),
        "Indikator": ("Indikator", "Daftar Indikator", "Indikator Kinerja"),
        "BKN": ("", "Rekap Penilaian"),
        "Daftar Pegawai": ("Pegawai",),
        "Daftar Unit": ("Unit",),
    }


def test_baris_identitas_dikenali_terpisah_dari_kolom():
    assert FORMULIR["Capaian"].kenali_identitas("PERIODE PENILAIAN :") == "periode"
    assert FORMULIR["Capaian"].kenali_identitas("b. Kode Unit :") == "kode_unit"
    assert FORMULIR["Capaian"].kenali_identitas("Nama") is None
    assert FORMULIR["Capaian"].label("periode") == "Periode"
    assert {kolom.jenis for kolom in FORMULIR["Perilaku"].kolom} == {
        JenisIsi.TEKS,
        JenisIsi.NIP,
        JenisIsi.CAMPURAN,
    }


def test_kode_dibedakan_titiknya_tetapi_tidak_huruf_spasi_dan_garisnya():
    assert lipat_kode(" kj–1.1\u200b") == lipat_kode("KJ-1.1")
    assert lipat_kode("1.1.1") != lipat_kode("11.1")


def test_kode_dirapikan_dari_yang_tidak_tampak_saja():
    assert rapikan_kode("\ufeffPKM\u00a0TB\u200b") == "PKM TB"
    assert rapikan_kode("PKM–TB") == "PKM–TB"
    assert rapikan_kode("pkm  01") == "pkm  01"
