"""A second computer that has not been updated yet opens what a newer version of the program has written."""

import pytest
from alur.riwayat.buku_uji import ubah
from alur.riwayat.program_lama import BARU, seperti_ditulis_baru

from asn_nilai.acuan.program import PROGRAM
from asn_nilai.terbit.data.manifes import baca_program, lebih_baru

MEI = ("--periode", "2026-05")
UNIT, NIP = "PKM-TB", "198604092024212934"
CAPAIAN = f"capaian/2026-05/{UNIT}.xlsx"
TERTINGGAL = (
    f"Mei 2026 sudah dihitung oleh {BARU}, yang lebih baru daripada program di komputer ini ({PROGRAM}). Perbarui program di "
    "komputer ini dahulu, lalu jalankan lagi. Tidak ada yang diubah."
)


def isi(folder):
    return {berkas: berkas.read_bytes() for berkas in folder.rglob("*") if berkas.is_file()}


@pytest.mark.parametrize("dikunci", [True, False])
def test_yang_ditulis_program_lebih_baru_tidak_disentuh(mei, terkunci, jalankan, dikunci):
    """A lock is a lock, also where it says more than this program knows; nor is anything computed over it."""
    kota = terkunci if dikunci else mei
    seperti_ditulis_baru(kota)
    ubah(kota / CAPAIAN, "Capaian", "Realisasi", NIP, "KES-04", 99)
    dulu = isi(kota / "hasil") | isi(kota / "riwayat")
    for perintah in (["hitung"], ["kunci"], ["hitung", "--koreksi", "salah ketik"]):
        status, _, pesan = jalankan(perintah[0], kota, *MEI, *perintah[1:])
        assert (status, TERTINGGAL in " ".join(pesan.split())) == (2, True), pesan
    assert isi(kota / "hasil") | isi(kota / "riwayat") == dulu


@pytest.mark.usefixtures("hanya_data")
def test_semua_menghitung_bulan_lain_dan_menyebut_yang_tidak(mei, jalankan):
    seperti_ditulis_baru(mei)
    dulu = isi(mei / "hasil/2026-05")
    status, _, pesan = jalankan("hitung", mei, "--semua")
    assert (status, TERTINGGAL in " ".join(pesan.split())) == (1, True), pesan
    assert isi(mei / "hasil/2026-05") == dulu


def test_register_program_lebih_baru_dibaca_tanpa_menuduh_siapa_pun(terkunci, jalankan):
    seperti_ditulis_baru(terkunci)
    status, keluar, pesan = jalankan("riwayat", terkunci, *MEI)
    assert (status, "tidak utuh" in keluar + pesan) == (0, False)
    assert "[versi 1] dikunci" in keluar + pesan
    status, _, pesan = jalankan("verifikasi", terkunci, *MEI)
    assert status == 2
    assert f"ditulis {BARU}, sedangkan ini {PROGRAM}" in pesan
    assert "Perbarui program di komputer ini." in pesan


def test_validasi_tidak_menambah_register_target_program_lebih_baru(mei, jalankan):
    register = mei / "riwayat/target-2026.jsonl"
    teks = register.read_text(encoding="utf-8").replace(f'"program": "{PROGRAM}"', f'"program": "{BARU}"')
    register.write_text(teks, encoding="utf-8")
    ubah(mei / f"target/{UNIT}.xlsx", "Target", "Des", NIP, "KES-04", 1)
    jalankan("validasi", mei, *MEI)
    assert register.read_text(encoding="utf-8") == teks


@pytest.mark.parametrize(
    ("program", "baru"),
    [
        (PROGRAM, False),
        ("asn-nilai 0.0.9", False),
        (f"{PROGRAM}.1", True),
        ("asn-nilai 0.10.0", True),
        ("asn-nilai 97.1", True),
        ("program lain 97", False),
        ("", False),
    ],
)
def test_nomor_versi_dibandingkan_sebagai_angka(program, baru):
    assert lebih_baru(program) is baru


@pytest.mark.parametrize(
    ("teks", "program"),
    [
        ('{\n "periode": "2026-05",\n "program": "asn-nilai 0.2.0",\n "unit": {}\n}\n', "asn-nilai 0.2.0"),
        ('{\n "program": "asn-nilai \\x"\n}\n', ""),
        ('{\n "unit": {\n  "A": {\n   "program": "asn-nilai 0.2.0"\n  }\n }\n}\n', ""),
        ("bukan manifes", ""),
    ],
)
def test_program_dibaca_dari_manifes_tanpa_unitnya(tmp_path, teks, program):
    berkas = tmp_path / "manifes.json"
    assert baca_program(berkas) == ""
    berkas.write_text(teks, encoding="utf-8")
    assert baca_program(berkas) == program
