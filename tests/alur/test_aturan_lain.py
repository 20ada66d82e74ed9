"""hitung under another rule: figures not yet looked up are announced once, and an expired rule names the valid ones."""

import csv
import json


def test_angka_yang_belum_diperiksa_diumumkan_sekali(kota, jalankan):
    _, keluar, _ = jalankan(
        "hitung", kota, "--periode", "2026-05", "--aturan", "pp-30-2019", "--unit", "DINKES", "--json"
    )
    pesan = [t for t in json.loads(keluar)["temuan"] if t["kode"] == "aturan-belum-diperiksa"]
    assert [p["tingkat"] for p in pesan] == ["peringatan"]
    assert "Predikat: Kurang; Predikat: Sangat Kurang" in pesan[0]["pesan"]
    assert "asn-nilai aturan pp-30-2019" in pesan[0]["saran"]


def test_nilai_akhir_ada_di_nilai_csv(kota, jalankan):
    jalankan("hitung", kota, "--periode", "2026-05", "--aturan", "kemenkeu-127-2026", "--json")
    with kota.joinpath("hasil/2026-05/nilai.csv").open(encoding="utf-8") as berkas:
        dinilai = [baris for baris in csv.DictReader(berkas) if baris["status"] == "Dinilai"]
    assert dinilai
    assert all(d["nilai_akhir"] and d["rating_perilaku"].endswith("Ekspektasi") for d in dinilai)


def test_aturan_yang_sudah_berakhir_menyebut_yang_berlaku(kota, jalankan):
    status, _, galat = jalankan("hitung", kota, "--periode", "2026-05", "--aturan", "perka-bkn-1-2013")
    assert status == 2
    assert "sejak 2013 sampai 2020" in galat
    assert "kemenkeu-127-2026, permenpanrb-6-2022, pp-30-2019" in galat
