"""An Ide Baru that cannot be read: no predikat where it may make another one, a peringatan where it cannot."""

import csv
import json

import pytest
from test_siasat_predikat import lembar_berkepala

from asn_nilai.acuan.profil.salinan_aturan import salinan_aturan
from asn_nilai.alur.masukan import ide_diragukan

pytestmark = pytest.mark.usefixtures("hanya_data")
PERIODE, UNIT, BATAS = "2026-05", "DINKES", 105.0


def tulis_ide(kota, isi):
    """Write an Ide Baru into every row, beside the highest Rating Perilaku."""
    berkas = kota / "capaian" / PERIODE / f"{UNIT}.xlsx"
    buku, tabel, kepala, letak = lembar_berkepala(berkas, "Perilaku")
    for baris in range(kepala + 1, tabel.max_row + 1):
        if tabel.cell(baris, letak["NIP"]).value:
            tabel.cell(baris, letak["Ide Baru"]).value = isi
            tabel.cell(baris, letak["Rating Perilaku"]).value = 120
    buku.save(berkas)


def hitung(kota, jalankan):
    """Return the rows of nilai.csv and the findings of such a cell, by NIP, as `validasi` says them too."""
    pilihan = (kota, "--periode", PERIODE, "--unit", UNIT, "--json")
    temuan = []
    for perintah in ("hitung", "validasi"):
        semua = json.loads(jalankan(perintah, *pilihan)[1])["temuan"]
        temuan.append({t["nip"]: t for t in semua if t["kode"] == "perilaku-tidak-sah"})
    assert temuan[0] == temuan[1]
    with (kota / "hasil" / PERIODE / "nilai.csv").open(encoding="utf-8-sig") as berkas:
        return {b["nip"]: b for b in csv.DictReader(berkas) if b["kode_unit"] == UNIT}, temuan[0]


def pakai_aturan_berpita(kota):
    """Let the city score by a rule of its own in which a new idea lifts some of the unit's and not all."""
    aturan = kota / "aturan.toml"
    aturan.write_text(
        salinan_aturan("pp-30-2019", aturan.name).replace("= 110\n", f"= {BATAS}\n"), encoding="utf-8"
    )
    pengaturan = kota / "asn-nilai.toml"
    teks = pengaturan.read_text(encoding="utf-8")
    pengaturan.write_text(teks.replace('"permenpanrb-6-2022"', '"aturan.toml"'), encoding="utf-8")


def test_ide_baru_orang_yang_pindah_menahan_sebab_bagian_lainnya_tidak_terlihat(kota, jalankan, monkeypatch):
    pakai_aturan_berpita(kota)
    tulis_ide(kota, "x")
    temuan = hitung(kota, jalankan)[1]
    nip = next(nip for nip, ini in temuan.items() if ini["tingkat"] == "peringatan")
    monkeypatch.setattr(ide_diragukan, "unit_berpindah", lambda *_: {nip: (UNIT, "PKM-TB")})
    kini = json.loads(jalankan("validasi", kota, "--periode", PERIODE, "--unit", UNIT, "--json")[1])["temuan"]
    tingkat = {t["nip"]: t["tingkat"] for t in kini if t["kode"] == "perilaku-tidak-sah"}
    assert tingkat == {siapa: "galat" if siapa == nip else ini["tingkat"] for siapa, ini in temuan.items()}


def test_ide_baru_yang_tidak_terbaca_menahan_hanya_yang_mungkin_berganti_predikat(kota, jalankan):
    pakai_aturan_berpita(kota)
    hasil = {}
    for isi in ("", "Ya", "x"):
        tulis_ide(kota, isi)
        hasil[isi], temuan = hitung(kota, jalankan)
        assert bool(temuan) == (isi == "x")
    berubah = {nip for nip, baris in hasil["Ya"].items() if baris["predikat"] != hasil[""][nip]["predikat"]}
    assert 0 < len(berubah) < len(hasil["x"]) == len(temuan)
    for nip, baris in hasil["x"].items():
        pasti = hasil[""][nip]
        assert all(baris[kolom] == pasti[kolom] for kolom in ("nilai_hasil_kerja", "rating_hasil_kerja"))
        if nip in berubah:
            assert (baris["predikat"], baris["status"]) == ("Belum Dinilai", "Belum Dinilai")
            assert "perilaku-tidak-sah" in baris["alasan"]
            assert temuan[nip]["sel"] in baris["alasan"]
            assert temuan[nip]["tingkat"] == "galat"
        else:
            assert baris == pasti
            assert temuan[nip]["tingkat"] == "peringatan"
    keluar = " ".join(jalankan("jelaskan", min(berubah), kota, "--periode", PERIODE)[1].split())
    assert "Ide baru belum pasti" in keluar
    assert "Nilai perilaku: 120,00, ditulis pimpinan" in keluar
    assert "Predikat: Menunggu Ide Baru: bila ada menjadi Sangat Baik, bila tidak ada menjadi Baik" in keluar
    assert "Menunggu nilai perilaku" not in keluar
