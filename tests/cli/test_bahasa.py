"""The door speaks Indonesian: help, usage errors, and errors that nobody foresaw."""

import re

import pytest

from asn_nilai import cli
from asn_nilai.cli.bahasa import terjemahkan
from asn_nilai.cli.perintah import PERINTAH

KATA_INGGRIS = (
    "Usage",
    "Options",
    "Commands",
    "Arguments",
    "Show this",
    "default",
    "required",
    "TEXT",
    "INTEGER",
    "Error",
)


def jalankan(*argumen: str) -> int:
    with pytest.raises(SystemExit) as keluar:
        cli.main(list(argumen))
    return keluar.value.code


@pytest.mark.parametrize(
    "argumen", [["--help"], ["hitung", "--help"], ["validasi", "-h"], ["aturan", "--help"]]
)
def test_bantuan_berbahasa_indonesia(argumen, capsys):
    assert jalankan(*argumen) == 0
    teks = capsys.readouterr().out
    assert teks.startswith("Pemakaian: asn-nilai")
    assert [kata for kata in KATA_INGGRIS if kata in teks] == []


@pytest.mark.parametrize(
    ("argumen", "pesan"),
    [
        (["hitung", "--salah"], "Pilihan --salah tidak dikenal."),
        (["hitung", "a", "b"], "Tidak dikenal: b."),
        (["hitung", "--paksa=1"], "Pilihan --paksa tidak diikuti isi; tulis --paksa saja."),
    ],
)
def test_salah_ketik_dijawab_dengan_kalimat_dan_status_2(argumen, pesan, capsys):
    assert jalankan(*argumen) == 2
    keluaran = capsys.readouterr()
    assert pesan in keluaran.err
    assert re.search(r"Lihat bantuan: asn-nilai (?:hitung )?--help", keluaran.err)
    assert keluaran.out == ""


@pytest.mark.parametrize(
    ("inggris", "indonesia"),
    [
        ("Missing argument 'NIP'.", "NIP belum ditulis."),
        ("Missing option '--aturan'.", "Pilihan --aturan wajib ditulis."),
        ("Missing command.", "Perintahnya belum ditulis."),
        (
            "Invalid value for 'JENIS': 'x' is not one of 'target', 'capaian'.",
            "Isian JENIS tidak dapat dibaca. Periksa ketikannya.",
        ),
        (
            "Invalid value for 'FOLDER': path 'kota' is not readable.",
            "FOLDER: kota tidak boleh dibaca. Mintalah hak membacanya.",
        ),
        (
            "Invalid value for 'BERKAS': File 'a.xlsx' does not exist.",
            "BERKAS: a.xlsx tidak ada. Periksa ketikannya.",
        ),
    ],
)
def test_kesalahan_typer_diterjemahkan(inggris, indonesia):
    assert terjemahkan(inggris).startswith(indonesia)


def test_pesan_yang_belum_diterjemahkan_tidak_sampai_ke_pemakai(monkeypatch):
    kalimat = "Perintah itu tidak dapat dimengerti. Periksa ketikannya."
    monkeypatch.delenv("ASN_NILAI_TELUSUR", raising=False)
    assert terjemahkan("Something else") == kalimat
    monkeypatch.setenv("ASN_NILAI_TELUSUR", "1")
    assert terjemahkan("Something else") == f"{kalimat} (Something else)"


def test_versi(capsys):
    assert jalankan("--version") == 0
    assert capsys.readouterr().out.startswith("asn-nilai 0.")


def test_kesalahan_tak_terduga_tidak_pernah_menjadi_jejak(monkeypatch, capsys):
    def gagal(*_args, **_kwargs):
        raise RuntimeError("aduh")

    monkeypatch.setattr(cli, "app", gagal)
    monkeypatch.delenv("ASN_NILAI_TELUSUR", raising=False)
    assert jalankan("hitung") == 2
    assert capsys.readouterr().err == (
        "Program berhenti karena kesalahan yang tidak terduga (RuntimeError: aduh). Tidak ada berkas setoran yang berubah. "
        "Kirim pesan ini kepada pengembang; hilangkan dahulu NIP dan nama dari isinya.\n"
    )


def test_dihentikan_pemakai(monkeypatch, capsys):
    def henti(*_args, **_kwargs):
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "app", henti)
    assert jalankan("hitung") == 130
    assert capsys.readouterr().err.endswith(
        "Dihentikan. Yang belum selesai masih seperti semula; jalankan lagi untuk menyelesaikannya.\n"
    )


def test_daftar_dan_isi_aturan(capsys):
    assert jalankan("aturan") == 0
    assert "permenpanrb-6-2022" in capsys.readouterr().out
    assert jalankan("aturan", "permenpanrb-6-2022") == 0
    isi = capsys.readouterr().out
    assert "90 ≤ x ≤ 100" in isi
    assert "kebijakan" in isi
    assert jalankan("aturan", "tidak-ada") == 2
    assert "Yang tersedia" in capsys.readouterr().err


def bantuan(capsys, *argumen: str) -> str:
    assert jalankan(*argumen, "--help") == 0
    return capsys.readouterr().out


def test_perintah_dikelompokkan_menurut_waktunya(capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    teks = bantuan(capsys)
    kelompok = re.findall(r"^(\S[^:\n]+):$", teks, re.MULTILINE)
    assert kelompok == ["Pilihan", "Setiap bulan", "Bila nilai dipertanyakan", "Awal dan akhir tahun"]
    assert set(re.findall(r"^  ([a-z]+)  ", teks.partition("Setiap bulan:")[2], re.MULTILINE)) == set(
        PERINTAH
    )


def test_setiap_perintah_sebaris_dan_utuh_pada_80_kolom(capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    daftar = bantuan(capsys).partition("Setiap bulan:")[2]
    baris = [ini for ini in daftar.splitlines() if ini.startswith("  ")]
    assert all(re.match(r"  [a-z]+ ", ini) for ini in baris)
    assert all(ini.endswith(".") and not ini.endswith("...") and len(ini) <= 80 for ini in baris)
