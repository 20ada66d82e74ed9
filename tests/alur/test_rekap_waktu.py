"""Months missing are missing, results older than their inputs are named, and nothing doubtful is mixed in silently."""

import json
import shutil
from math import isnan
from pathlib import Path

import openpyxl
import pytest

from asn_nilai.alur.konteks import PenggunaanError
from asn_nilai.alur.siapkan import siapkan
from asn_nilai.alur.terbitan.hasil_terbit import bahan_rekap
from asn_nilai.hitung.rekap.rekap import susun_rekap
from asn_nilai.terbit.data.manifes import sha256_berkas


def rekap(kota: Path, periode: str = "2026-05"):
    konteks = siapkan(kota, periode)
    return susun_rekap(bahan_rekap(konteks, tuple(konteks.skema.unit)))


@pytest.fixture
def salinan(kota_terhitung, tmp_path) -> Path:
    return Path(shutil.copytree(kota_terhitung, tmp_path / "kota"))


def test_bulan_tanpa_hasil_kosong_bukan_nol(salinan):
    shutil.rmtree(salinan / "hasil/2026-03")
    hasil = rekap(salinan)
    assert [bulan.sebab for bulan in hasil.bulan] == ["", "", "belum ada di ruang kerja ini", "", ""]
    assert all(isnan(u.bulan[2].rata_rata) and u.bulan[2].status == "" for u in hasil.unit)
    assert all(isnan(a.deret[2]) for u in hasil.unit for a in u.asn)
    assert all(isnan(i.deret[2]) for i in hasil.indikator)
    assert any("Maret 2026 belum ada" in kalimat and "bukan nol" in kalimat for kalimat in hasil.catatan)


def test_bulan_yang_diubah_tangan_tidak_dipakai(salinan):
    berkas = salinan / "hasil/2026-04/nilai.csv"
    berkas.write_text(berkas.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    hasil = rekap(salinan)
    assert hasil.bulan[3].sebab == "tidak sama lagi dengan catatannya (manifes.json)"
    assert hasil.dibandingkan is None
    assert hasil.naik == hasil.turun == hasil.dua_bulan_bawah == ()


@pytest.mark.parametrize("bulan", ["2026-04", "2026-05"])
def test_hasil_yang_dipegang_program_lain_tidak_disangka_diubah(salinan, pegang_baca, bulan):
    """Nor is its month left out of the recap: whoever closes the file has it."""
    dipegang = salinan / "hasil" / bulan / "nilai.csv"
    with pegang_baca(dipegang), pytest.raises(PenggunaanError) as galat:
        rekap(salinan)
    assert str(galat.value) == (
        f"{dipegang} tidak dapat dibaca (tidak diizinkan), jadi tidak diketahui apa yang tersimpan. Tutup program yang memakainya atau "
        "mintalah hak membaca dan menulis di situ, lalu jalankan lagi."
    )


@pytest.mark.parametrize(
    "nama", ["nilai.csv", "rincian.csv", "rasio.csv", "temuan.csv", "tindak_lanjut.csv", "manifes.json"]
)
def test_hasil_versi_lain_disebut_bukan_dibaca_sebagian(salinan, nama):
    berkas = salinan / "hasil/2026-04" / nama
    manifes = berkas.with_name("manifes.json")
    isi = json.loads(manifes.read_text(encoding="utf-8"))
    if berkas == manifes:
        isi["unit"]["PKM-TB"]["ringkas"]["lama"] = 1
    else:
        kepala, _, sisa = berkas.read_text(encoding="utf-8").partition("\n")
        berkas.write_text(f"{kepala}_lama\n{sisa}", encoding="utf-8", newline="\n")
        isi["keluaran"][nama] = sha256_berkas(berkas)
    manifes.write_text(json.dumps(isi), encoding="utf-8")
    assert rekap(salinan).bulan[3].sebab == "ditulis versi lain program ini, atau catatannya diubah"
    with pytest.raises(PenggunaanError, match=r"April 2026 ditulis versi lain.*hitung .* --periode 2026-04"):
        rekap(salinan, "2026-04")


def test_bulan_dengan_aturan_lain_tidak_dicampur(salinan):
    pengaturan = salinan / "asn-nilai.toml"
    isi = pengaturan.read_text(encoding="utf-8")
    pengaturan.write_text(isi.replace("permenpanrb-6-2022", "bukittinggi"), encoding="utf-8")
    with pytest.raises(
        PenggunaanError, match=r"Mei 2026 dihitung dengan aturan lain.*hitung .* --periode 2026-05"
    ):
        rekap(salinan)


def test_masukan_yang_berubah_disebut_dengan_berkasnya(salinan):
    berkas = salinan / "capaian/2026-04/PKM-TB.xlsx"
    buku = openpyxl.load_workbook(berkas)
    buku["Capaian"]["A1"] = "diubah sesudah dihitung"
    buku.save(berkas)
    hasil = rekap(salinan)
    (usang,) = hasil.sorotan.usang
    kena = usang.gabungan
    assert (usang.periode.kode, *(u.ringkas.kode for u in kena.unit), kena.berkas) == (
        "2026-04",
        "PKM-TB",
        ("capaian/2026-04/PKM-TB.xlsx",),
    )
    assert [bulan.usang for bulan in hasil.bulan] == [(), (), (), ("PKM-TB",), ()]
    (unit,) = (u for u in hasil.unit if u.ringkas.kode == "PKM-TB")
    assert [titik.usang for titik in unit.bulan] == [False, False, False, True, False]
    assert any(
        "April 2026 sudah usang untuk PKM-TB" in k and "capaian/2026-04/PKM-TB.xlsx" in k
        for k in hasil.catatan
    )


def test_setoran_yang_menyusul_membuat_hasilnya_usang(salinan):
    shutil.copy(salinan / "capaian/2026-05/DPMPTSP.xlsx", salinan / "capaian/2026-06/DPMPTSP.xlsx")
    hasil = rekap(salinan, "2026-06")
    (kena,) = (berubah for usang in hasil.sorotan.usang for berubah in usang.menurut_berkas)
    assert ([u.ringkas.kode for u in kena.unit], kena.berkas) == (
        ["DPMPTSP"],
        ("capaian/2026-06/DPMPTSP.xlsx",),
    )
    assert not kena.semua
    (unit,) = (u for u in hasil.unit if u.ringkas.kode == "DPMPTSP")
    assert unit.usang
    assert unit.belum_setor == 1


def perpendek_batas(salinan):
    """Give an indicator that all units measure another bound: each unit and month rests on that row."""
    berkas = salinan / "skema.xlsx"
    buku = openpyxl.load_workbook(berkas)
    baris = next(b for b in buku["Indikator"].iter_rows() if b[0].value == "UMM-01")
    assert baris[9].value == 100
    baris[9].value = 101
    buku.save(berkas)


def test_baris_skema_yang_dipakai_semua_unit_membuat_semuanya_usang(salinan):
    perpendek_batas(salinan)
    hasil = rekap(salinan)
    assert all(usang.gabungan.semua and usang.gabungan.unit == hasil.unit for usang in hasil.sorotan.usang)
    assert sum("semua unit" in kalimat and "skema.xlsx" in kalimat for kalimat in hasil.catatan) == 5


def test_yang_usang_disebut_menurut_urutan_menghitungnya(salinan):
    """A month looks back on earlier ones, a quarter on its months: the other way round, they would be stale again."""
    perpendek_batas(salinan)
    hasil = rekap(salinan, "2026-T1")
    urutan = ["2026-01", "2026-02", "2026-03", "2026-T1"]
    assert [usang.periode.kode for usang in hasil.sorotan.usang] == urutan
    assert [kalimat.rpartition(" ")[2] for kalimat in hasil.catatan if "usang" in kalimat] == urutan


def test_pengaturan_rekap_tidak_membuat_hasil_usang(salinan):
    pengaturan = salinan / "asn-nilai.toml"
    isi = pengaturan.read_text(encoding="utf-8")
    pengaturan.write_text(f"{isi}\n[rekap]\nunit-kecil = 50\ndaftar-gerak = 2\n", encoding="utf-8")
    hasil = rekap(salinan)
    assert hasil.sorotan.usang == ()
    assert all(u.kecil for u in hasil.unit)
    assert (len(hasil.naik), len(hasil.turun)) == (2, 2)
    assert any("kurang dari 50 ASN" in kalimat for kalimat in hasil.catatan)


def test_periode_yang_belum_dihitung_menyebut_perintahnya(salinan):
    shutil.rmtree(salinan / "hasil" / "2026-S1")
    with pytest.raises(PenggunaanError, match=r"Semester I 2026 belum ada.*hitung .* --periode 2026-S1"):
        rekap(salinan, "2026-S1")


def test_unit_yang_tidak_ikut_dihitung_disebut(salinan):
    manifes = salinan / "hasil/2026-05/manifes.json"
    isi = json.loads(manifes.read_text(encoding="utf-8"))
    del isi["unit"]["DPMPTSP"]
    manifes.write_text(json.dumps(isi), encoding="utf-8")
    hasil = rekap(salinan)
    (unit,) = (u for u in hasil.unit if u.ringkas.kode == "DPMPTSP")
    assert (unit.ringkas.status, unit.bulan[4].status, unit.bulan[3].status) == (
        "belum dihitung",
        "belum dihitung",
        "lengkap",
    )
    assert any("Belum dihitung untuk Mei 2026: DPMPTSP" in kalimat for kalimat in hasil.catatan)


def test_unit_yang_keluar_dari_skema_disebut_bukan_hilang_diam_diam(salinan):
    buku = openpyxl.load_workbook(salinan / "skema.xlsx")
    for nama in ("Unit", "Pegawai"):
        lembar = buku[nama]
        for baris in reversed(range(1, lembar.max_row + 1)):
            if "KEL-TD" in [sel.value for sel in lembar[baris]]:
                lembar.delete_rows(baris)
    buku.save(salinan / "skema.xlsx")
    hasil = rekap(salinan)
    assert "KEL-TD" not in [u.ringkas.kode for u in hasil.unit]
    assert [k for k in hasil.catatan if k.startswith("Ada hasil untuk KEL-TD, tetapi")]
    konteks = siapkan(salinan, "2026-05")
    terpilih = susun_rekap(bahan_rekap(konteks, ("DINKES",)))
    assert not [k for k in terpilih.catatan if "KEL-TD" in k]


def test_aturan_yang_hanya_menilai_akhirnya_melihat_predikat(salinan, jalankan):
    pengaturan = salinan / "asn-nilai.toml"
    isi = pengaturan.read_text(encoding="utf-8")
    pengaturan.write_text(isi.replace("permenpanrb-6-2022", "pp-30-2019"), encoding="utf-8")
    for bulan in ("2026-04", "2026-05"):
        jalankan("hitung", salinan, "--periode", bulan, "--paralel", 1)
    hasil = rekap(salinan)
    assert hasil.bulan[2].sebab == "dihitung dengan aturan lain"
    bawah = {"Cukup", "Kurang", "Sangat Kurang"}
    asn = {a.nip: a for u in hasil.unit for a in u.asn if a.status == "Dinilai"}
    harap = {nip for nip, a in asn.items() if set(a.predikat_bulan[3:5]) <= bawah}
    assert {g.nip for g in hasil.dua_bulan_bawah} == harap


def test_tahun_tanpa_satu_pun_bulan_yang_dihitung(salinan):
    for bulan in ("2026-01", "2026-02", "2026-03"):
        shutil.rmtree(salinan / "hasil" / bulan)
    hasil = rekap(salinan, "2026-T1")
    assert hasil.dibandingkan is None
    assert hasil.dua_bulan_bawah == ()
    assert all(
        len({repr(titik) for titik in unit.bulan}) == 1 and len(unit.bulan) == 3 for unit in hasil.unit
    )
    assert hasil.dinilai == 79


def test_satu_bulan_saja_dalam_triwulan_tidak_dibandingkan(salinan):
    for bulan in ("2026-01", "2026-03"):
        shutil.rmtree(salinan / "hasil" / bulan)
    hasil = rekap(salinan, "2026-T1")
    assert hasil.dibandingkan is None
    assert hasil.naik == ()
