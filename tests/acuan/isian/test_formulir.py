"""Forms are said once: literal labels, keys, synonyms."""

import pytest

from asn_nilai.acuan.isian.formulir import FORMULIR, KUNCI_BULAN, JenisIsi, lipat_kode, lipat_label

LABEL = {
    "Target": "No NIP Nama Kode_Indikator Indikator Satuan Bobot Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des Target_Tahunan",
    "Capaian": "No NIP Nama Kode_Indikator Indikator Satuan Target Realisasi Bukti_Dukung Keterangan",
    "Perilaku": (
        "No NIP Nama Berorientasi_Pelayanan Akuntabel Kompeten Harmonis Loyal Adaptif Kolaboratif Rating_Perilaku Ide_Baru Catatan"
    ),
    "Unit": "Kode_Unit Unit_Kerja Jenis_Unit NIP_Kepala Kode_Lama",
    "Pegawai": "NIP Nama Jenis_ASN Golongan Jabatan Jenis_Jabatan Kode_Unit NIP_Atasan Mulai Selesai",
    "Indikator": (
        "Kode_Indikator Indikator Definisi Aspek Satuan Polaritas Agregasi Jenis_Nilai Batas_Bawah Batas_Atas Nilai_Terburuk "
        "Frekuensi Wajib_Bukti Berlaku_Untuk Sumber_Data"
    ),
    "BKN": "No NIP Nama Jabatan Rating_Hasil_Kinerja Rating_Perilaku_Kerja Predikat_Kinerja_Periodik",
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
        ("Perilaku", "Rating Perilaku Kerja", "rating_perilaku"),
    ],
)  # fmt: skip
def test_label_dikenali_utuh_sesudah_dilipat(nama, label, kunci):
    assert FORMULIR[nama].kenali_kolom(label) == kunci


def test_kolom_yang_wajib_tiap_formulir():
    assert FORMULIR["Target"].wajib == ("nip", "kode_indikator", "bobot", *KUNCI_BULAN)
    assert FORMULIR["Capaian"].wajib == ("nip", "kode_indikator", "realisasi")
    assert FORMULIR["Perilaku"].wajib == ("nip",)


def test_baris_identitas_dikenali_terpisah_dari_kolom():
    assert FORMULIR["Capaian"].kenali_identitas("PERIODE PENILAIAN :") == "periode"
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
