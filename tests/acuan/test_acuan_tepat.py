"""What the ground floor says, word for word and at its limits: defaults of the manual, bands in words, figures that may be tried."""

from math import nan
from types import SimpleNamespace

import pytest

from asn_nilai.acuan.hasil.kata_penjelasan import kata_aman, kata_sekarang
from asn_nilai.acuan.hasil.simulasi import BarisSimulasi, Simulasi
from asn_nilai.acuan.isian.formulir.daftar_formulir import FORMULIR
from asn_nilai.acuan.isian.register.identitas_templat import IdentitasTemplat, sidik_skema
from asn_nilai.acuan.isian.skema import Penempatan, Skema, Unit
from asn_nilai.acuan.periode import Bulan, Periode
from asn_nilai.acuan.profil.muat_aturan import muat_aturan
from asn_nilai.acuan.profil.ubah_aturan import ubah_aturan
from asn_nilai.acuan.rumus.galat_aturan import AturanTidakSahError
from asn_nilai.ruang_kerja import RuangKerja


def ruang(tmp_path, tambahan=""):
    (tmp_path / "asn-nilai.toml").write_text(f"tahun = 2026\n{tambahan}", encoding="utf-8")
    return RuangKerja.buka(tmp_path)


def test_tanpa_pengaturan_berlaku_angka_buku_panduan(tmp_path):
    bawaan = ruang(tmp_path)
    assert bawaan.batas.model_dump() == {
        "berkas_mb": 25, "dikembangkan_mb": 100, "bagian_mb": 24, "bagian": 5_000, "sel": 600_000, "sel_galat": 60_000,
        "teks_mb": 64, "detik": 30,
    }  # fmt: skip
    assert bawaan.rekap.model_dump() == {
        "unit_kecil": 5, "cakupan_peringkat": 90, "k_publik": 5, "kelompok_terkecil": 10, "daftar_gerak": 10, "benih": 1,
        "ulangan": 1000,
    }  # fmt: skip
    assert bawaan.kewajaran.model_dump() == {
        "sepuluh_kali_bulan_lalu": True, "realisasi_seragam": True, "realisasi_sama_target": True, "realisasi_sama_bulan_lalu": True, "angka_kumulatif": True,
        "kolom_tertukar": True, "baris_bergeser": True, "bukti_seragam": True, "indikator_kembar": True, "bulan_lalu": 2, "kali_dari": 7.0, "kali_sampai": 14.0, "wajar_dari": 0.5, "wajar_sampai": 2.0,
        "bulat_paling_kecil": 20.0, "seragam_paling_sedikit_asn": 5, "seragam_paling_kecil": 10.0,
        "sama_paling_sedikit_baris": 10, "salinan_bagian": 0.9, "kumulatif_bulan": 3, "kumulatif_target_datar": 1.25,
        "kumulatif_langkah_dari": 0.4, "kumulatif_langkah_sampai": 1.6, "kumulatif_kali": 2.0,
        "kumulatif_target_paling_kecil": 5.0, "tertukar_paling_sedikit_baris": 5, "tertukar_bagian": 0.8,
        "bergeser_paling_sedikit_baris": 5,
        "unit_melonggarkan_target": True, "target_melonggar": True, "target_selalu_terlampaui": True,
        "target_di_bawah_realisasi": True, "target_ringan_dari_sejawat": True, "target_bulan_dilepas": True,
        "bobot_terpusat": True, "tanpa_indikator_mutu": True, "target_menurut_permintaan": True, "target_persen_pecahan": True, "persen_pecahan_sampai": 1.0,
        "melonggar_paling_sedikit_bulan": 6, "melonggar_kecenderungan": 0.6, "melonggar_selisih": 0.1,
        "melonggar_paling_sedikit_baris": 3, "melonggar_bagian": 0.2, "terlampaui_bulan": 5, "realisasi_kali": 1.25,
        "realisasi_paling_sedikit_bulan": 3, "sejawat_paling_sedikit": 3, "sejawat_kali": 1.5,
        "dilepas_paling_sedikit_bulan": 3, "bobot_terbanyak": 50.0, "permintaan_asn": 3, "permintaan_bulan": 4,
        "permintaan_kesamaan": 0.8,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("bawah", "atas", "kata"),
    [
        (None, None, "berapa pun dalam batasnya"),
        (40.5, None, "paling sedikit 40,5"),
        (None, 1250.0, "paling banyak 1.250"),
        (40.5, 60.0, "40,5 sampai 60"),
        (0.0, None, "paling sedikit 0"),
        (None, 0.0, "paling banyak 0"),
        (0.0, 0.0, "0 sampai 0"),
    ],
)
def test_rentang_aman_dalam_kata(bawah, atas, kata):
    assert kata_aman(SimpleNamespace(aman_bawah=bawah, aman_atas=atas, bertanda=False)) == kata


def test_angka_sekarang_dengan_bulannya_hanya_di_periode_panjang():
    peluang = SimpleNamespace(sekarang=77.7, bulan=Bulan(2026, 5))
    assert kata_sekarang(peluang, panjang=False) == "77,7"
    assert kata_sekarang(peluang, panjang=True) == "77,7 (Mei 2026)"


def test_rentang_pita_dengan_batas_yang_termasuk_dan_yang_tidak():
    hasil = muat_aturan("permenpanrb-6-2022").rating_hasil
    assert [pita.rentang for pita in hasil.pita] == ["100 < x", "90 ≤ x ≤ 100", "x < 90"]
    predikat = muat_aturan("pp-30-2019").predikat.tangga
    assert [pita.rentang for pita in predikat.pita] == [
        "110 ≤ x",
        "90 ≤ x < 110",
        "70 ≤ x < 90",
        "50 ≤ x < 70",
        "x < 50",
    ]


def test_angka_yang_dicoba_sama_dengan_yang_berlaku_tidak_membuat_aturan_baru():
    aturan = muat_aturan("permenpanrb-6-2022")
    assert ubah_aturan(aturan, {"batas_hasil_2": 90.0}) is aturan
    lain = ubah_aturan(aturan, {"batas_hasil_2": 95.0})
    assert lain.sha256 != aturan.sha256
    assert [pita.rentang for pita in lain.rating_hasil.pita] == ["100 < x", "95 ≤ x ≤ 100", "x < 95"]
    with pytest.raises(
        AturanTidakSahError, match=r"^--ubah batas_hasil_2: nan bukan angka yang dapat dipakai\.$"
    ):
        ubah_aturan(aturan, {"batas_hasil_2": nan})


def test_identitas_templat_pulang_pergi_dan_yang_kurang_ditolak():
    periode = Periode.dari_teks("2026-03")
    skema = Skema({"A": Unit("A", "Unit A", "Uji")}, (Penempatan("1", "Ani", "A"),), {})
    identitas = IdentitasTemplat("capaian", "A", "2026-03", sidik_skema(skema, "A", periode), "1.2.3")
    teks = identitas.sebagai_teks()
    assert teks == f"jenis=capaian&unit=A&periode=2026-03&skema={identitas.skema}&versi=1.2.3"
    assert IdentitasTemplat.dari_teks(teks) == identitas
    assert IdentitasTemplat.dari_teks(teks.removesuffix("&versi=1.2.3")) is None
    assert identitas.masih_berlaku(skema) is True
    assert IdentitasTemplat("capaian", "A", "2026-13", identitas.skema, "1").masih_berlaku(skema) is False
    assert IdentitasTemplat("capaian", "B", "2026-03", identitas.skema, "1").masih_berlaku(skema) is False
    tambah = Skema(skema.unit, (*skema.penempatan, Penempatan("2", "Budi", "A")), {})
    assert identitas.masih_berlaku(tambah) is False


@pytest.mark.parametrize("label", ["Tahun", "Tahun Anggaran", "Tahun Penilaian", "Tahun Kinerja", "TA"])
def test_sebutan_tahun_di_blok_identitas(label):
    assert FORMULIR["Target"].kenali_identitas(label) == "tahun"


def test_yang_tidak_naik_atau_turun_dalam_simulasi_disebut_dengan_kata():
    pasangan = [
        ("Baik", "Sangat Baik"), ("Baik", "Kurang"), ("Baik", "Kurang"), ("Baik", "Baik"), ("Cukup", "Baik"),
        ("Belum Dinilai", "Baik"), ("Belum Dinilai", "Kurang"), ("Baik", "Belum Dinilai"),
    ]  # fmt: skip
    baris = tuple(
        BarisSimulasi(Unit("A", "Unit A"), *(SimpleNamespace(predikat=p) for p in dua), "")
        for dua in pasangan
    )
    aturan = muat_aturan("permenpanrb-6-2022")
    simulasi = Simulasi("Kota Uji", Periode.dari_teks("2026-03"), aturan, aturan, baris)
    assert simulasi.arah == {"naik": 1, "turun": 2, "tetap": 1, "lain": 1, "hanya_baru": 2, "hanya_lama": 1}
    assert simulasi.kata_lain == (
        "1 tanpa arah (sebutan semulanya tidak ada lagi)",
        "2 hanya dinilai menurut aturan yang dicoba",
        "1 tidak dinilai menurut aturan yang dicoba",
    )
