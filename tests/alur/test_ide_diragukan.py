"""An Ide Baru that cannot be read: no predikat where it may make another one, a peringatan where it cannot."""

import csv
import json

import pytest
from test_siasat_predikat import lembar_berkepala

from asn_nilai.acuan.profil.salinan_aturan import salinan_aturan
from asn_nilai.alur.masukan import ide_diragukan

pytestmark = [pytest.mark.usefixtures("hanya_data"), pytest.mark.ditelusuri]
PERIODE, UNIT, BATAS = "2026-05", "DINKES", 105.0
TRIWULAN, PINDAH = ("--periode", "2026-T1", "--paralel", "1"), "200103182022041954"


def tulis_ide(kota, isi, periode=PERIODE, unit=UNIT, nip=""):
    """Write an Ide Baru into every row, or into an ASN's, beside the highest Rating Perilaku."""
    berkas = kota / "capaian" / periode / f"{unit}.xlsx"
    buku, tabel, kepala, letak = lembar_berkepala(berkas, "Perilaku")
    for baris in range(kepala + 1, tabel.max_row + 1):
        if (milik := tabel.cell(baris, letak["NIP"]).value) and nip in str(milik):
            tabel.cell(baris, letak["Ide Baru"]).value = isi
            tabel.cell(baris, letak["Rating Perilaku"]).value = 120
    buku.save(berkas)


def hitung(kota, jalankan, kode="perilaku-tidak-sah"):
    """Return the rows of nilai.csv and the findings of such a cell, by NIP, as `validasi` says them too."""
    pilihan = (kota, "--periode", PERIODE, "--unit", UNIT, "--json")
    temuan = []
    for perintah in ("hitung", "validasi"):
        semua = json.loads(jalankan(perintah, *pilihan)[1])["temuan"]
        temuan.append({t["nip"]: t for t in semua if t["kode"] == kode})
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


def test_galat_di_ide_baru_menahan_seperti_isian_yang_tidak_terbaca(kota, jalankan):
    """A cell that shows `#N/A` was read as a blank: no new idea, and nothing was said."""
    pakai_aturan_berpita(kota)
    tulis_ide(kota, "x")
    ragu = {nip: ini["tingkat"] for nip, ini in hitung(kota, jalankan)[1].items()}
    tulis_ide(kota, "#N/A")
    baris, temuan = hitung(kota, jalankan, "sel-galat")
    assert {nip: ini["tingkat"] for nip, ini in temuan.items()} == ragu
    assert {*ragu.values()} == {"galat", "peringatan"}
    for nip, tingkat in ragu.items():
        assert (baris[nip]["predikat"] == "Belum Dinilai") == (tingkat == "galat")
        keluar = " ".join(jalankan("jelaskan", nip, kota, "--periode", PERIODE)[1].split())
        assert "Ide baru belum pasti" in keluar


@pytest.mark.parametrize(("lain", "tingkat"), [("Ya", {"peringatan"}), ("", {"galat"})])
def test_ide_baru_di_satu_unit_memutuskan_bagi_yang_pindah(kota, jalankan, lain, tingkat):
    """Ya counts whichever unit says so: an unreadable cell of the other unit cannot make another predikat."""
    pakai_aturan_berpita(kota)
    jalankan("hitung", kota, *TRIWULAN)
    with (kota / "hasil/2026-T1/nilai.csv").open(encoding="utf-8-sig") as berkas:
        unit = {b["status"] == "Pindah": b["kode_unit"] for b in csv.DictReader(berkas) if b["nip"] == PINDAH}
    for bulan in ("2026-01", "2026-02", "2026-03"):
        tulis_ide(kota, "x", bulan, unit[True], PINDAH)
        tulis_ide(kota, lain, bulan, unit[False], PINDAH)
    semua = json.loads(jalankan("hitung", kota, *TRIWULAN, "--json")[1])["temuan"]
    ide = {t["tingkat"] for t in semua if t["kode"] == "perilaku-tidak-sah" and t["nip"] == PINDAH}
    assert ide == tingkat
    with (kota / "hasil/2026-T1/nilai.csv").open(encoding="utf-8-sig") as berkas:
        status = {b["status"] for b in csv.DictReader(berkas) if b["nip"] == PINDAH}
    assert status == {"Pindah", "Dinilai" if lain else "Belum Dinilai"}
