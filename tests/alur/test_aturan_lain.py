"""hitung under another rule: figures not yet looked up are announced once, and an expired rule names the valid ones."""

import csv
import json

import openpyxl
import pytest

from asn_nilai.acuan.isian.skema import Skema
from asn_nilai.acuan.periode import Periode
from asn_nilai.acuan.profil.muat_aturan import baca_aturan
from asn_nilai.acuan.profil.salinan_aturan import salinan_aturan
from asn_nilai.acuan.temuan import Tingkat
from asn_nilai.alur.temuan_aturan import temuan_aturan


def test_angka_yang_belum_diperiksa_diumumkan_sekali(kota, jalankan):
    _, keluar, _ = jalankan(
        "hitung", kota, "--periode", "2026-05", "--aturan", "pp-30-2019", "--unit", "DINKES", "--json"
    )
    pesan = [t for t in json.loads(keluar)["temuan"] if t["kode"] == "aturan-belum-diperiksa"]
    assert [p["tingkat"] for p in pesan] == ["peringatan"]
    assert "Predikat: Kurang; Predikat: Sangat Kurang" in pesan[0]["pesan"]
    assert "asn-nilai aturan pp-30-2019" in pesan[0]["saran"]


def test_pppk_di_bawah_aturan_bagi_pns_disebut_sekali(kota, jalankan):
    _, keluar, _ = jalankan("hitung", kota, "--periode", "2026-05", "--aturan", "pp-30-2019", "--json")
    (pesan,) = (t for t in json.loads(keluar)["temuan"] if t["kode"] == "aturan-bukan-bagi-asn-ini")
    assert pesan["tingkat"] == "peringatan"
    banyak = sum(1 for baris in _pegawai(kota) if baris["Jenis ASN"] == "PPPK")
    assert banyak > 5
    assert pesan["pesan"] == (
        f"Aturan PP 30/2019 berlaku bagi PNS (PP 30/2019 tentang Penilaian Kinerja PNS); {banyak} PPPK pada periode ini "
        "dihitung juga menurutnya."
    )


def _pegawai(kota):
    lembar = openpyxl.load_workbook(kota / "skema.xlsx")["Pegawai"]
    kepala, *baris = (b for b in lembar.iter_rows(values_only=True) if any(sel is not None for sel in b))
    while "NIP" not in kepala:
        kepala, *baris = baris
    return [dict(zip(kepala, isi, strict=True)) for isi in baris]


@pytest.mark.parametrize(
    ("tahun", "kode", "kata"),
    [
        (2021, "permenpanrb-8-2021", ("hanya bagi JPT dan kepala unit mandiri", "atas pilihan instansi", "paling banyak 10 poin")),
        (2019, "perka-bkn-1-2013", ("Enam aspek perilaku dahulu", "Tugas tambahan tidak dihitung", "Kreativitas tidak dihitung")),
    ],
)  # fmt: skip
def test_yang_ditinggalkan_aturan_diumumkan_sekali(kota_tahun, jalankan, tahun, kode, kata):
    _, keluar, _ = jalankan("hitung", kota_tahun(tahun, kode), "--unit", "DINKES", "--json")
    (pesan,) = (t for t in json.loads(keluar)["temuan"] if t["kode"] == "aturan-bercatatan")
    assert pesan["tingkat"] == "peringatan"
    assert all(kalimat in pesan["pesan"] for kalimat in kata)
    assert f"asn-nilai aturan {kode}" in pesan["saran"]


def test_nilai_akhir_ada_di_nilai_csv(kota, jalankan):
    jalankan("hitung", kota, "--periode", "2026-05", "--aturan", "kemenkeu-127-2026", "--json")
    with kota.joinpath("hasil/2026-05/nilai.csv").open(encoding="utf-8") as berkas:
        dinilai = [baris for baris in csv.DictReader(berkas) if baris["status"] == "Dinilai"]
    assert dinilai
    assert all(d["nilai_akhir"] and d["rating_perilaku"].endswith("Ekspektasi") for d in dinilai)


def test_hasil_menurut_aturan_lain_tidak_disuruh_dikunci_sebelum_aturannya_ditulis(kota, jalankan):
    """kunci knows the work folder's rule alone, and would refuse."""
    _, _, pesan = jalankan("hitung", kota, "--periode", "2026-05", "--aturan", "pp-30-2019")
    assert "asn-nilai kunci" not in pesan
    assert "menurut aturan lain daripada yang tertulis di asn-nilai.toml" in pesan
    pengaturan = kota / "asn-nilai.toml"
    teks = pengaturan.read_text(encoding="utf-8")
    pengaturan.write_text(teks.replace('"permenpanrb-6-2022"', '"rusak"'), encoding="utf-8")
    assert "asn-nilai.toml" in jalankan("hitung", kota, "--periode", "2026-05", "--aturan", "pp-30-2019")[2]
    pengaturan.write_text(teks.replace('"permenpanrb-6-2022"', '"pp-30-2019"'), encoding="utf-8")
    assert "asn-nilai kunci" in jalankan("hitung", kota, "--periode", "2026-05")[2]
    assert jalankan("kunci", kota, "--periode", "2026-05")[0] == 0


def test_aturan_yang_sudah_berakhir_menyebut_yang_berlaku(kota, jalankan):
    status, _, galat = jalankan("hitung", kota, "--periode", "2026-05", "--aturan", "perka-bkn-1-2013")
    assert status == 2
    assert "sejak 2014 sampai 30 Juni 2021" in galat
    assert "kemenkeu-127-2026, permenpanrb-6-2022, pp-30-2019" in galat


@pytest.mark.usefixtures("hanya_data")
def test_aturan_yang_diubah_dan_masih_bernama_aslinya_disebut(kota, hasil_json):
    salinan = salinan_aturan("permenpanrb-6-2022", "aturan.toml")
    (kota / "aturan.toml").write_text(salinan, encoding="utf-8")
    pilihan = ("--periode", "2026-05", "--aturan", kota / "aturan.toml")

    def disebut(kode: str = "aturan-bernama-aslinya") -> list[str]:
        _, keluar = hasil_json("hitung", kota, *pilihan, "--unit", "DINKES")
        return [t["pesan"] for t in keluar["temuan"] if t["kode"] == kode]

    assert disebut() == []
    lunak = salinan.replace("dari = 90", "dari = 80").replace("sampai = 90", "sampai = 80")
    (kota / "aturan.toml").write_text(lunak, encoding="utf-8")
    (pesan,) = disebut()
    assert pesan.startswith(
        "Aturan yang dipakai bernama PermenPANRB 6/2022, tetapi isinya lain daripada permenpanrb-6-2022 bawaan program (yang "
        "bawaan dalam kurung): Rating hasil kerja: Sesuai Ekspektasi 80 ≤ x ≤ 100 (90 ≤ x ≤ 100); "
    )
    sendiri = lunak.replace('nama = "PermenPANRB 6/2022"', 'nama = "Perwako 1/2026"')
    assert sendiri != lunak
    (kota / "aturan.toml").write_text(sendiri, encoding="utf-8")
    assert len(disebut()) == 1  # its code still is the original's
    sendiri = sendiri.replace('kode = "permenpanrb-6-2022"', 'kode = "perwako-1-2026"')
    (kota / "aturan.toml").write_text(sendiri, encoding="utf-8")
    assert disebut() == []
    (pesan,) = disebut("aturan-instansi")  # under its own name no less
    assert pesan.startswith(
        "Aturan Perwako 1/2026 bukan bawaan program. Dari bawaan yang paling dekat dengannya, permenpanrb-6-2022, ia berbeda (yang "
        "bawaan dalam kurung): Rating hasil kerja: Sesuai Ekspektasi 80 ≤ x ≤ 100 (90 ≤ x ≤ 100); "
    )


@pytest.mark.parametrize(
    ("jenis", "dicoba"),
    [
        ("kartu", "2026-05"), ("kartu", "2026-04"), ("rencana-perbaikan", "2026-05"), ("rencana-perbaikan", "2026-04"),
        ("nota-dinas", "2026-05"), ("usulan-penghargaan", "2026-05"),
    ],
)  # fmt: skip
def test_surat_tidak_ditulis_dari_aturan_yang_hanya_dicoba(kota, jalankan, monkeypatch, jenis, dicoba):
    """Under another rule somebody's Kurang is a Baik; a card that says so must not lie ready to be signed."""
    monkeypatch.setattr("asn_nilai.terbit.surat.pdf.cari_libreoffice", lambda: None)
    for periode in ("2026-04", "2026-05"):
        aturan = ("--aturan", "pp-30-2019") if periode == dicoba else ()
        jalankan("hitung", kota, "--periode", periode, "--unit", "DINKES", "--paralel", "1", *aturan)
    unit = () if jenis == "nota-dinas" else ("--unit", "DINKES")
    status, _, pesan = jalankan("dokumen", jenis, kota, "--periode", "2026-05", *unit)
    assert (status, "dihitung dengan aturan lain" in pesan) == (2, True)
    assert not list(kota.glob("dokumen/**/*.docx"))


@pytest.mark.parametrize(
    ("asli", "menjadi", "tingkat"),
    [
        ("= 90", "= 80", Tingkat.INFO),
        ('"Sesuai Ekspektasi" = "Butuh Perbaikan"', '"Sesuai Ekspektasi" = "Baik"', Tingkat.PERINGATAN),
        ('"Dibawah Ekspektasi" = "Di Bawah', '"Dibawah Ekspektasi" = "Di Atas', Tingkat.PERINGATAN),
        ('"Dibawah Ekspektasi" =', '"Sesuai" = "Sesuai Ekspektasi"\n"Dibawah Ekspektasi" =', Tingkat.INFO),
        ('nama = "Aturan Kota"', 'nama = "Aturan Kota B"', None),
    ],
)
def test_aturan_instansi_yang_mengubah_ketentuan_peraturan_adalah_peringatan(asli, menjadi, tingkat):
    """What no regulation fixes is the instansi's to choose: good to know. A cell of the quadrant is not."""
    sendiri = salinan_aturan("permenpanrb-6-2022", "a.toml")
    sendiri = sendiri.replace('nama = "PermenPANRB 6/2022"', 'nama = "Aturan Kota"')
    sendiri = sendiri.replace('kode = "permenpanrb-6-2022"', 'kode = "kota"')
    assert asli in sendiri
    aturan, mei = baca_aturan(sendiri.replace(asli, menjadi), "a.toml"), Periode.dari_teks("2026-05")
    semua = [t for t in temuan_aturan(aturan, Skema({}, (), {}), mei) if t.kode == "aturan-instansi"]
    assert [ini.jenis.tingkat for ini in semua] == ([tingkat] if tingkat else [])
