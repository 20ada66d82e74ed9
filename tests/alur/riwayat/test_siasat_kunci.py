"""Tricks on what is locked and on what a lock rests on, each tried on files: it fails, or it is named."""

import csv
import hashlib
import json
import shutil
import zipfile
from pathlib import Path

import openpyxl
import pytest
from alur.conftest import _jalankan
from alur.riwayat.buku_uji import ubah
from alur.riwayat.test_bulan_lain_terkunci import LEMAH
from alur.riwayat.test_kunci import CAPAIAN, MEI, NIP, UNIT, isi, versi

HASIL = "hasil/2026-05"


def nilai(kota: Path, hasil: str = HASIL) -> dict[str, str]:
    with (kota / hasil / "nilai.csv").open(encoding="utf-8", newline="") as berkas:
        return {b["nip"]: b["nilai_hasil_kerja"] for b in csv.DictReader(berkas)}


def palsukan(kota: Path, hasil: str = HASIL) -> str:
    """Raise a score in nilai.csv, and write the new hash into the record; returns the false score."""
    berkas, manifes = kota / hasil / "nilai.csv", kota / hasil / "manifes.json"
    lama, semula = hashlib.sha256(berkas.read_bytes()).hexdigest(), nilai(kota, hasil)[NIP]
    teks = berkas.read_text(encoding="utf-8")
    assert teks.count(f",{semula},") == 1
    berkas.write_text(teks.replace(f",{semula},", ",111.11,"), encoding="utf-8", newline="")
    kini = hashlib.sha256(berkas.read_bytes()).hexdigest()
    manifes.write_text(manifes.read_text(encoding="utf-8").replace(lama, kini), encoding="utf-8", newline="")
    return "111.11"


@pytest.mark.parametrize("tambahan", [(), ("--samarkan",)])
def test_hasil_terkunci_yang_dipalsukan_bersama_catatannya_tidak_direkap(terkunci, jalankan, tambahan):
    palsukan(terkunci)
    status, _, pesan = jalankan("rekap", terkunci, *MEI[:2], *tambahan)
    assert status == 2
    assert f"bukan lagi yang dikunci (versi 1 · kode {versi(terkunci, 1)['kode']}" in pesan


def test_koreksi_yang_terhenti_tidak_memberi_angka_yang_tidak_dikunci(terkunci, jalankan, pegang):
    """Whoever holds a workbook open while a correction runs would have results that no lock knows, and that count as new."""
    ubah(terkunci / CAPAIAN, "Capaian", "Realisasi", NIP, "KES-04", lambda angka: angka * 2)
    koreksi, berlaku = (*MEI, "--koreksi", "Salah ketik"), versi(terkunci, 1)["kode"]
    pegang(f"{HASIL}/DINKES/nilai.xlsx")
    status, _, pesan = jalankan("hitung", terkunci, *koreksi)
    assert (status, f"yang berlaku tetap versi 1 · kode {berlaku}" in pesan) == (2, True)
    pegang("tidak-ada-yang-dipegang")
    perintah = (("rekap",), ("rekap", "--samarkan"), ("dokumen", "kartu"), ("keberatan", NIP), ("cocokkan",))
    for kata in perintah:
        status, _, pesan = jalankan(*kata, terkunci, *MEI[:2])
        assert (status, f"bukan lagi yang dikunci (versi 1 · kode {berlaku}" in pesan) == (2, True), kata
    status, _, pesan = jalankan("jelaskan", NIP, terkunci, *MEI[:2])
    assert (status, "riwayat/2026-05/v1/hasil/nilai.csv mencatat NHK" in pesan) == (1, True)
    status, _, pesan = jalankan("verifikasi", terkunci, *MEI[:2])
    assert (status, "manifes.json: bukan lagi yang dikunci (versi 1" in pesan) == (1, True)
    assert jalankan("hitung", terkunci, *koreksi)[0] == 0
    assert jalankan("rekap", terkunci, *MEI[:2])[0] == 0


@pytest.fixture
def koreksi_terhenti(kota, jalankan, pegang):
    """April, locked, with figures that no lock knows; ended is the correction by what is returned."""
    april = ("--periode", "2026-04")
    assert [jalankan(kata, kota, *april)[0] for kata in ("hitung", "kunci")] == [0, 0]
    april_berkas = CAPAIAN.replace("2026-05", "2026-04")
    ubah(kota / april_berkas, "Capaian", "Realisasi", NIP, "KES-04", lambda angka: angka * 2)
    pegang("hasil/2026-04/DINKES/nilai.xlsx")
    koreksi = ("hitung", kota, *april, "--koreksi", "Salah ketik")
    assert jalankan(*koreksi)[0] == 2
    pegang("tidak-ada-yang-dipegang")
    return koreksi


def tindak_lanjut(kota: Path) -> tuple[str, bool]:
    """Return what May's lists say of April, and whether April's scores are among what they rest on."""
    lembar = openpyxl.load_workbook(kota / HASIL / UNIT / "nilai.xlsx")["Tindak Lanjut"]
    teks = (str(sel.value) for baris in lembar.iter_rows() for sel in baris)
    masukan = json.loads((kota / HASIL / "manifes.json").read_text(encoding="utf-8"))["masukan"]
    return " ".join(ini for ini in teks if "Hasil April" in ini), "hasil/2026-04/nilai.csv" in masukan


def test_yang_memandang_koreksi_yang_terhenti_tidak_dikunci_diam_diam(kota, jalankan, koreksi_terhenti):
    """May's lists rest on April: figures that no lock of April knows would be signed with May."""
    mei = ("--periode", "2026-05")
    assert jalankan("hitung", kota, *mei)[0] == 0
    status, _, pesan = jalankan("kunci", kota, *mei)
    assert status == 2
    assert "memandang hasil April 2026, yang bukan lagi yang dikunci (versi 1 · " in pesan
    assert jalankan(*koreksi_terhenti)[0] == 0
    assert [jalankan(kata, kota, *mei)[0] for kata in ("hitung", "kunci")] == [0, 0]


def test_koreksi_yang_terhenti_tidak_dipandang_bulan_sesudahnya(kota, jalankan, koreksi_terhenti):
    kode = versi(kota, 1, "2026-04")["kode"]
    jalankan("hitung", kota, *MEI[:2])
    catatan, dipandang = tindak_lanjut(kota)
    assert f"Hasil April 2026 bukan lagi yang dikunci (versi 1 · kode {kode}" in catatan
    assert not dipandang
    assert jalankan(*koreksi_terhenti)[0] == 0
    jalankan("hitung", kota, *MEI[:2])
    assert tindak_lanjut(kota) == ("", True)


def test_kunci_yang_memandang_koreksi_yang_terhenti_tetap_berkata_begitu(kota, jalankan, koreksi_terhenti):
    """The lock keeps what told it so: April's correction, ended later, does not rewrite a signed May."""
    assert jalankan("hitung", kota, *MEI[:2])[0] == 0
    assert jalankan("kunci", kota, *MEI[:2], "--catatan", "April menyusul")[0] == 0
    dikunci = tindak_lanjut(kota)
    assert "bukan lagi yang dikunci (versi 1" in dikunci[0]
    assert jalankan(*koreksi_terhenti)[0] == 0
    shutil.rmtree(kota / HASIL)
    assert jalankan("hitung", kota, *MEI[:2])[0] == 0
    assert tindak_lanjut(kota) == dikunci
    assert jalankan("verifikasi", kota, *MEI[:2])[0] == 0
    arsip = kota / "riwayat/2026-05/v1/masukan"
    jalankan("hitung", arsip, *MEI[:2])
    assert tindak_lanjut(arsip) == dikunci


def test_bulan_terkunci_yang_dipalsukan_tidak_dipandang(kota, jalankan):
    """April's figures, changed together with their record, are not those that April's lock holds fast."""
    assert [jalankan(kata, kota, "--periode", "2026-04")[0] for kata in ("hitung", "kunci")] == [0, 0]
    palsukan(kota, "hasil/2026-04")
    jalankan("hitung", kota, *MEI[:2])
    assert "Hasil April 2026 bukan lagi yang dikunci (versi 1" in tindak_lanjut(kota)[0]


def test_bulan_terkunci_yang_dihapus_kodenya_tidak_dipandang(kota, jalankan):
    """The same figures, but nothing that says they are the lock's: so a correction that was stopped leaves them."""
    assert [jalankan(kata, kota, "--periode", "2026-04")[0] for kata in ("hitung", "kunci")] == [0, 0]
    manifes = kota / "hasil/2026-04/manifes.json"
    kode = f'"kode_kunci": "{versi(kota, 1, "2026-04")["kode"]}"'
    manifes.write_text(manifes.read_text("utf-8").replace(kode, '"kode_kunci": ""'), encoding="utf-8")
    jalankan("hitung", kota, *MEI[:2])
    assert "Hasil April 2026 bukan lagi yang dikunci (versi 1" in tindak_lanjut(kota)[0]


def test_hasil_terkunci_yang_dihapus_kodenya_tidak_direkap(terkunci, jalankan):
    palsukan(terkunci)
    manifes = terkunci / HASIL / "manifes.json"
    kode = f'"kode_kunci": "{versi(terkunci, 1)["kode"]}"'
    manifes.write_text(manifes.read_text("utf-8").replace(kode, '"kode_kunci": ""'), encoding="utf-8")
    status, _, pesan = jalankan("rekap", terkunci, *MEI[:2])
    assert (status, "bukan lagi yang dikunci (versi 1 · " in pesan) == (2, True)


@pytest.mark.parametrize("jenis", ["kartu", "rencana-perbaikan", "berita-acara", "nota-dinas"])
@pytest.mark.parametrize("catatan_juga", [True, False], ids=["bersama-catatannya", "sendiri"])
def test_surat_tidak_ditulis_dari_hasil_yang_dipalsukan(terkunci, jalankan, monkeypatch, jenis, catatan_juga):
    monkeypatch.setattr("asn_nilai.terbit.surat.pdf.cari_libreoffice", lambda: None)
    catatan = (terkunci / HASIL / "manifes.json").read_bytes()
    palsukan(terkunci)
    if not catatan_juga:
        (terkunci / HASIL / "manifes.json").write_bytes(catatan)
    status, _, pesan = jalankan("dokumen", jenis, terkunci, *MEI[:2])
    assert (status, "bukan lagi yang dikunci" in pesan or "tidak sama lagi dengan catatannya" in pesan) == (
        2,
        True,
    )
    assert not list(terkunci.glob("dokumen/**/*.docx"))


def test_kartu_dari_periode_terkunci_menyebut_kuncinya(terkunci, jalankan, monkeypatch):
    monkeypatch.setattr("asn_nilai.terbit.surat.pdf.cari_libreoffice", lambda: None)
    assert jalankan("dokumen", "kartu", terkunci, *MEI[:2], "--unit", UNIT)[0] == 0
    with zipfile.ZipFile(terkunci / f"dokumen/2026-05/kartu_{NIP}.docx") as surat:
        isi_surat = "".join(surat.read(nama).decode() for nama in surat.namelist() if nama.endswith(".xml"))
    assert f"Terkunci: versi 1 · kode {versi(terkunci, 1)['kode']}" in isi_surat
    assert "belum dikunci" not in isi_surat


def test_hitung_menulis_kembali_hasil_terkunci_yang_dipalsukan(terkunci, jalankan):
    dulu = isi(terkunci / HASIL)
    palsukan(terkunci)
    assert jalankan("hitung", terkunci, *MEI)[0] == 0
    assert isi(terkunci / HASIL) == dulu


def test_hasil_yang_dipalsukan_tidak_dapat_dikunci(mei, jalankan):
    dulu = nilai(mei)
    palsu = palsukan(mei)
    assert nilai(mei)[NIP] == palsu
    status, _, pesan = jalankan("kunci", mei, *MEI)
    assert status == 2
    assert (
        "Hasil Mei 2026 diubah di luar program: bukan itu yang diberikan masukannya. Hasil yang benar sudah ditulis kembali, dan tidak ada "
        "yang dikunci. Baca lagi, lalu kunci."
    ) in " ".join(pesan.split())
    assert nilai(mei) == dulu
    assert not (mei / "riwayat/2026-05/v1").exists()
    assert jalankan("kunci", mei, *MEI)[0] == 0
    assert jalankan("verifikasi", mei, *MEI)[0] == 0


@pytest.mark.parametrize(
    ("tanggal", "status"), [("1 Januari 2020", 2), ("30 April 2026", 2), ("1 Mei 2026", 0)]
)
def test_kunci_tidak_bertanggal_sebelum_bulan_terakhir_periodenya(mei, jalankan, tanggal, status):
    """The days for an objection would have passed before the period was over."""
    keluar, _, pesan = jalankan("kunci", mei, *MEI, "--tanggal", tanggal)
    assert keluar == status
    assert (f"Tanggal {tanggal} mendahului Mei 2026" in pesan) is (status == 2)
    assert (mei / "riwayat/2026-05/v1").exists() is (status == 0)


@pytest.mark.parametrize(("tanggal", "status"), [("1 Juni 2027", 2), ("5 Juni 2062", 2), ("31 Mei 2027", 0)])
def test_kunci_tidak_bertanggal_lebih_dari_setahun_sesudah_periodenya(mei, jalankan, tanggal, status):
    """Whoever slips in the year leaves nobody a day for an objection."""
    keluar, _, pesan = jalankan("kunci", mei, *MEI, "--tanggal", tanggal)
    assert keluar == status
    assert (f"Tanggal {tanggal} lebih dari setahun sesudah Mei 2026" in pesan) is (status == 2)
    assert (mei / "riwayat/2026-05/v1").exists() is (status == 0)


@pytest.mark.parametrize("alasan", ["ALASAN", "teks", ".", " - ", "'Alasan'", "tidak ada", "n/a"])
def test_alasan_yang_bukan_alasan_ditolak(terkunci, mei, jalankan, alasan):
    ubah(terkunci / f"capaian/2026-05/{UNIT}.xlsx", "Capaian", "Realisasi", NIP, "KES-04", 99)
    status, _, pesan = jalankan("hitung", terkunci, *MEI, "--koreksi", alasan)
    assert (status, "bukan alasan" in pesan) == (2, True)
    assert not (terkunci / "riwayat/2026-05/v2").exists()
    status, _, pesan = jalankan("kunci", mei, *MEI, "--catatan", alasan)
    assert (status, "bukan alasan" in pesan) == (2, True)


@pytest.fixture(scope="module")
def dua_kosong(dua_unit, tmp_path_factory) -> Path:
    """April computed as it is, May's two weakest left blank; to copy, not to write."""
    kota = Path(shutil.copytree(dua_unit, tmp_path_factory.mktemp("kosong") / "kota"))
    _jalankan("hitung", str(kota), "--periode", "2026-04", "--paralel", "1")
    for nip, kode in LEMAH.items():
        ubah(kota / f"capaian/2026-05/{UNIT}.xlsx", "Capaian", "Realisasi", nip, kode, None)
    return kota


@pytest.mark.parametrize(
    ("dihapus", "kode"),
    [
        ((), {"belum-dinilai-berpola"}),
        (("hasil/2026-04",), {"pola-tidak-terlihat"}),
        (("hasil/2026-04", "riwayat/2026-04.jsonl", "riwayat/2026-04"), set()),
    ],
    ids=["utuh", "hasil-dihapus", "tidak-pernah-dihitung"],
)
def test_menghapus_hasil_bulan_lain_tidak_menutupi_pola(dua_kosong, tmp_path, jalankan, dihapus, kode):
    kota = Path(shutil.copytree(dua_kosong, tmp_path / "kota"))
    for nama in dihapus:
        tempat = kota / nama
        shutil.rmtree(tempat) if tempat.is_dir() else tempat.unlink()
    jalankan("hitung", kota, *MEI)
    with (kota / HASIL / "temuan.csv").open(encoding="utf-8", newline="") as berkas:
        ada = {b["kode"]: b["pesan"] for b in csv.DictReader(berkas)}
    assert ada.keys() & {"belum-dinilai-berpola", "pola-tidak-terlihat"} == kode
    assert "April 2026 pernah dihitung" in ada.get("pola-tidak-terlihat", "April 2026 pernah dihitung")
