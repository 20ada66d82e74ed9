"""The unit's capaian as its head's result: a choice of the profile, off by default, said where it is made."""

import csv
import json

import openpyxl
import pytest

from asn_nilai.acuan.profil.muat_aturan import muat_aturan

T1, UNIT, KODE = "2026-T1", "DINKES", "UMM-06"
PROFIL = """\
dasar_profil = "permenpanrb-6-2022"
format = 1

[kepala.hasil_kerja]
nilai = "capaian-unit"
"""


@pytest.fixture
def hitung(kota, jalankan):
    """Score the first quarter of one unit; returns nilai.csv by NIP, rincian.csv and the findings."""

    def _hitung(*argumen):
        _, keluar, _ = jalankan("hitung", kota, "--periode", T1, "--unit", UNIT, "--json", *argumen)
        hasil = kota / "hasil" / T1
        nilai, rincian = (
            list(csv.DictReader((hasil / nama).read_text("utf-8").splitlines()))
            for nama in ("nilai.csv", "rincian.csv")
        )
        return {b["nip"]: b for b in nilai}, rincian, json.loads(keluar)["temuan"]

    return _hitung


def milik_unit(kota, *kode):
    """Make these indicators the unit's own, and all others the ASN's."""
    berkas = kota / "skema.xlsx"
    buku = openpyxl.load_workbook(berkas)
    lembar = buku["Indikator"]
    (kepala,) = (b for b in lembar.iter_rows() if b[0].value == "Kode Indikator")
    ada = [sel.column for sel in kepala if sel.value == "Lingkup"]
    kolom = ada[0] if ada else lembar.max_column + 1
    lembar.cell(kepala[0].row, kolom, "Lingkup")
    for baris in lembar.iter_rows(min_row=kepala[0].row + 1):
        if baris[0].value:
            lembar.cell(baris[0].row, kolom, "Unit" if baris[0].value in kode else "Individu")
    buku.save(berkas)
    return next(b[3].value for b in buku["Unit"].iter_rows() if b[0].value == UNIT)


def test_bawaan_memakai_indikator_kepala_sendiri():
    for kode in ("permenpanrb-6-2022", "bukittinggi", "pp-30-2019"):
        assert not muat_aturan(kode).kepala_dari_unit


def test_hasil_kerja_kepala_dari_indikator_milik_unit(kota, hitung):
    kepala = milik_unit(kota, KODE)
    (kota / "profil.toml").write_text(PROFIL, encoding="utf-8")
    semula, _, temuan = hitung()
    assert not [t for t in temuan if t["kode"].startswith("kepala-")]
    kini, rincian, temuan = hitung("--aturan", kota / "profil.toml", "--paksa")
    (milik,) = (b for b in rincian if b["nip"] == kepala)
    assert milik["kode_indikator"] == KODE
    assert int(semula[kepala]["jumlah_indikator"]) > 1 == int(kini[kepala]["jumlah_indikator"])
    assert float(kini[kepala]["nilai_hasil_kerja"]) == pytest.approx(float(milik["capaian"]), abs=0.005)
    assert {n: b for n, b in kini.items() if n != kepala} == {n: b for n, b in semula.items() if n != kepala}
    (pesan,) = (t for t in temuan if t["kode"].startswith("kepala-"))
    assert (pesan["kode"], pesan["tingkat"], pesan["unit"], pesan["nip"]) == (
        "kepala-dari-capaian-unit", "info", UNIT, kepala,
    )  # fmt: skip
    assert "dihitung dari 1 indikator milik unit saja; 4 indikator lainnya tidak ikut." in pesan["pesan"]


def test_kepala_yang_tidak_memikul_indikator_unit_disebut_dan_tetap_dinilai(kota, hitung):
    kepala = milik_unit(kota)
    (kota / "profil.toml").write_text(PROFIL, encoding="utf-8")
    semula, _, _ = hitung()
    kini, _, temuan = hitung("--aturan", kota / "profil.toml", "--paksa")
    assert kini == semula
    (pesan,) = (t for t in temuan if t["kode"].startswith("kepala-"))
    assert (pesan["kode"], pesan["tingkat"], pesan["nip"]) == (
        "kepala-tanpa-indikator-unit",
        "peringatan",
        kepala,
    )


def test_kepala_yang_diganti_tercatat_sebagai_masukan(kota, hitung):
    """Whose result the unit's capaian is was changed, and with it a score: the register says by what."""
    kepala = milik_unit(kota, KODE)
    (kota / "profil.toml").write_text(PROFIL, encoding="utf-8")
    nilai, _, _ = hitung("--aturan", str(kota / "profil.toml"))
    baru = next(nip for nip in nilai if nip != kepala)
    buku = openpyxl.load_workbook(kota / "skema.xlsx")
    next(b for b in buku["Unit"].iter_rows() if b[0].value == UNIT)[3].value = baru
    buku.save(kota / "skema.xlsx")
    hitung("--aturan", str(kota / "profil.toml"))
    berubah = list(csv.DictReader((kota / "hasil" / T1 / "perubahan.csv").read_text("utf-8").splitlines()))
    pegawai = {
        b["nip"]: (b["semula"].endswith("; kepala unit"), b["menjadi"].endswith("; kepala unit"))
        for b in berubah
        if b["apa"] == "pegawai"
    }
    assert pegawai == {kepala: (True, False), baru: (False, True)}
