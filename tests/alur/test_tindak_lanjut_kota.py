"""Lists that look back over months: carried over while nothing changed, computed again when an earlier month did."""

import csv
import json
from pathlib import Path

import openpyxl
import pytest

APRIL, MEI = ("--periode", "2026-04"), ("--periode", "2026-05")


def baris(kota: Path, periode="2026-05") -> list[dict[str, str]]:
    berkas = kota / "hasil" / periode / "tindak_lanjut.csv"
    return list(csv.DictReader(berkas.read_text(encoding="utf-8").splitlines()))


def catatan(kota: Path, unit="BKPSDM") -> str:
    lembar = openpyxl.load_workbook(kota / "hasil/2026-05" / unit / "nilai.xlsx")["Tindak Lanjut"]
    return " ".join(str(sel.value) for b in lembar.iter_rows() for sel in b if sel.value)


def organisasi(kota: Path, isi: str) -> None:
    berkas = kota / "asn-nilai.toml"
    berkas.write_text(f"predikat_organisasi = {isi}\n" + berkas.read_text("utf-8"), encoding="utf-8")


@pytest.mark.usefixtures("mei")
def test_bulan_lalu_yang_baru_dihitung_mengubah_tindak_lanjut(kota, jalankan, hasil_json):
    assert not [b for b in baris(kota) if "berturut-turut" in b["alasan"]]
    assert "Hasil April 2026 belum ada di ruang kerja ini." in catatan(kota)
    sebelum = (kota / "hasil/2026-05/nilai.csv").read_bytes()
    jalankan("hitung", kota, *APRIL)
    assert hasil_json("hitung", kota, *MEI)[1]["dibawa"] == []
    assert [b for b in baris(kota) if "2 bulan berturut-turut (April 2026–Mei 2026)" in b["alasan"]]
    assert "Hasil April 2026" not in catatan(kota)
    assert (kota / "hasil/2026-05/nilai.csv").read_bytes() == sebelum
    manifes = json.loads((kota / "hasil/2026-05/manifes.json").read_text("utf-8"))
    assert "hasil/2026-04/nilai.csv" in manifes["masukan"]
    assert "tindak_lanjut.csv" in manifes["keluaran"]


@pytest.mark.usefixtures("hanya_data")
def test_baris_unit_yang_tidak_berubah_terbawa(kota, jalankan, hasil_json):
    jalankan("hitung", kota, *APRIL)
    jalankan("hitung", kota, *MEI)
    pertama = baris(kota)
    assert {b["jenis"] for b in pertama} == {"penghargaan", "ide baru", "pembinaan", "angka kredit"}
    assert len(hasil_json("hitung", kota, *MEI)[1]["dibawa"]) == 8
    assert baris(kota) == pertama
    jalankan("hitung", kota, *MEI, "--unit", "DINKES", "--paksa")
    assert baris(kota) == pertama


@pytest.mark.parametrize(
    ("kunci", "sebab"), [("sha256_aturan", "dihitung dengan aturan lain"), ("keluaran", "tidak sama lagi")]
)
def test_bulan_lalu_yang_tidak_dapat_dipercaya_disebut_hilang(kota, jalankan, kunci, sebab):
    jalankan("hitung", kota, *APRIL)
    berkas = kota / "hasil/2026-04/manifes.json"
    isi = json.loads(berkas.read_text("utf-8"))
    isi[kunci] = "lain" if kunci == "sha256_aturan" else {**isi[kunci], "nilai.csv": "lain"}
    berkas.write_text(json.dumps(isi), encoding="utf-8")
    jalankan("hitung", kota, *MEI)
    assert f"Hasil April 2026 {sebab}" in catatan(kota)
    assert not [b for b in baris(kota) if "berturut-turut" in b["alasan"]]


@pytest.mark.parametrize("rusak", [lambda berkas: berkas.unlink(), lambda berkas: berkas.write_text("{")])
def test_bulan_lalu_tanpa_manifes_disebut_hilang(kota, jalankan, rusak):
    jalankan("hitung", kota, *APRIL)
    rusak(kota / "hasil/2026-04/manifes.json")
    jalankan("hitung", kota, *MEI)
    assert "Hasil April 2026 tidak mempunyai catatan yang dapat dibaca (manifes.json)" in catatan(kota)


@pytest.mark.usefixtures("hanya_data")
@pytest.mark.usefixtures("mei")
def test_hasil_dari_sebelum_ada_tindak_lanjut_dihitung_lagi(kota, hasil_json):
    berkas = kota / "hasil/2026-05/manifes.json"
    isi = json.loads(berkas.read_text("utf-8"))
    del isi["keluaran"]["tindak_lanjut.csv"]
    berkas.write_text(json.dumps(isi), encoding="utf-8")
    assert hasil_json("hitung", kota, *MEI)[1]["dibawa"] == []


@pytest.mark.usefixtures("hanya_data")
@pytest.mark.usefixtures("mei")
def test_sebaran_di_luar_panduan_hanya_peringatan(kota, hasil_json):
    nilai = (kota / "hasil/2026-05/nilai.csv").read_bytes()
    organisasi(kota, '"baik"')
    status, isi = hasil_json("hitung", kota, *MEI)
    assert status == 0
    (temuan,) = [t for t in isi["temuan"] if t["kode"] == "distribusi-di-luar-panduan"]
    assert (temuan["tingkat"], temuan["berkas"]) == ("peringatan", "asn-nilai.toml")
    assert "63 ASN (78,75 persen) berpredikat Baik" in temuan["pesan"]
    hasil = kota / "hasil/2026-05"
    assert temuan["pesan"] in (hasil / "temuan.csv").read_text("utf-8")
    assert "Sebaran predikat di luar panduan" in (hasil / "index.html").read_text("utf-8")
    assert (hasil / "nilai.csv").read_bytes() == nilai


def test_predikat_organisasi_yang_tidak_dikenal_ditolak(kota, jalankan):
    organisasi(kota, '"Hebat"')
    status, _, pesan = jalankan("hitung", kota, *MEI)
    assert status == 2
    assert "predikat_organisasi 'Hebat' tidak dikenal PermenPANRB 6/2022" in pesan
    assert "Istimewa, Baik, Butuh Perbaikan, Kurang, Sangat Kurang" in pesan


def organisasi_unit(kota: Path, kode: str, isi: str) -> None:
    berkas = kota / "asn-nilai.toml"
    berkas.write_text(
        f'{berkas.read_text("utf-8")}\n[unit.{kode}]\npredikat_organisasi = "{isi}"\n', encoding="utf-8"
    )


@pytest.mark.usefixtures("hanya_data")
def test_panduan_tiap_unit_menjadi_peringatan_tanpa_mengubah_nilai(kota, hasil_json):
    hasil_json("hitung", kota, *MEI)
    nilai = (kota / "hasil/2026-05/nilai.csv").read_bytes()
    organisasi_unit(kota, "dinkes", "sangat  kurang")
    organisasi_unit(kota, "KEL-TD", "Istimewa")
    status, isi = hasil_json("hitung", kota, *MEI)
    semua = [t for t in isi["temuan"] if t["kode"] == "distribusi-unit-di-luar-panduan"]
    assert (status, {(t["unit"], t["tingkat"], t["berkas"]) for t in semua}) == (
        0, {("DINKES", "peringatan", "asn-nilai.toml")},
    )  # fmt: skip
    assert len(semua) == 2
    assert semua[0]["pesan"].startswith(
        "Di Dinas Kesehatan, 0 dari 11 ASN yang dinilai berpredikat Sangat Kurang; panduan"
    )
    assert "paling sedikit 60 persen, di sini 7 orang (SE MenPANRB 3/2023)." in semua[0]["pesan"]
    assert len(isi["dibawa"]) == 8
    assert (kota / "hasil/2026-05/nilai.csv").read_bytes() == nilai


def test_predikat_organisasi_unit_yang_tidak_dikenal(kota, jalankan, hasil_json):
    organisasi_unit(kota, "DINKESS", "Baik")
    _, isi = hasil_json("hitung", kota, *MEI, "--unit", "DINKES")
    (temuan,) = [t for t in isi["temuan"] if t["kode"] == "pengaturan-tidak-dikenal"]
    assert temuan["pesan"] == (
        "[unit.DINKESS] tidak dikenal, jadi tidak berpengaruh; unit itu tidak ada di skema; mungkin maksudnya DINKES."
    )
    organisasi_unit(kota, "DINKES", "Hebat")
    status, _, pesan = jalankan("hitung", kota, *MEI)
    assert status == 2
    assert (
        "[unit.DINKES] predikat_organisasi 'Hebat' tidak dikenal PermenPANRB 6/2022; yang ada: Istimewa"
        in pesan
    )


def test_predikat_organisasi_yang_bukan_teks_ditolak(kota, jalankan):
    organisasi(kota, "1")
    status, _, pesan = jalankan("hitung", kota, *MEI)
    assert (status, "'predikat_organisasi' harus berupa teks" in pesan) == (2, True)


@pytest.mark.usefixtures("hanya_data")
@pytest.mark.parametrize(
    ("aturan", "nama"), [("kemenkeu-127-2026", "KMK 127/2026"), ("pp-30-2019", "PP 30/2019")]
)
def test_predikat_organisasi_yang_tidak_dipakai_aturan_disebut_sekali(kota, hasil_json, aturan, nama):
    berkas = kota / "asn-nilai.toml"
    berkas.write_text(berkas.read_text("utf-8").replace("permenpanrb-6-2022", aturan), encoding="utf-8")
    organisasi(kota, '"Baik"')
    status, isi = hasil_json("hitung", kota, *MEI)
    assert status == 0
    (temuan,) = [t for t in isi["temuan"] if t["kode"] == "predikat-organisasi-tidak-dipakai"]
    assert temuan["pesan"] in (kota / "hasil/2026-05/temuan.csv").read_text("utf-8")
    assert (temuan["tingkat"], temuan["berkas"]) == ("info", "asn-nilai.toml")
    assert temuan["pesan"] == (
        f"predikat_organisasi 'Baik' tidak dipakai: aturan {nama} tidak memuat panduan sebaran menurut predikat organisasi."
    )
    assert not [t for t in isi["temuan"] if "bila predikat organisasi" in t["pesan"]]


@pytest.mark.usefixtures("hanya_data")
def test_predikat_organisasi_yang_dipakai_atau_tidak_ditulis_tidak_disebut(kota, hasil_json):
    for _ in range(2):
        _, isi = hasil_json("hitung", kota, *MEI)
        assert not [t for t in isi["temuan"] if t["kode"] == "predikat-organisasi-tidak-dipakai"]
        organisasi(kota, '"Baik"')


@pytest.mark.usefixtures("hanya_data")
def test_panduan_pp_30_menjadi_peringatan_tanpa_mengubah_nilai(kota, hasil_json):
    status, isi = hasil_json("hitung", kota, *MEI, "--aturan", "pp-30-2019")
    (temuan,) = [t for t in isi["temuan"] if t["kode"] == "distribusi-di-luar-panduan"]
    assert (status, temuan["tingkat"]) == (0, "peringatan")
    assert (
        "75 ASN (93,75 persen) berpredikat Baik; panduan untuk seluruh instansi: paling banyak 70 persen"
        in temuan["pesan"]
    )
    nilai = (kota / "hasil/2026-05/nilai.csv").read_text(encoding="utf-8").splitlines()
    assert sum(b["predikat"] == "Baik" for b in csv.DictReader(nilai)) == 75
