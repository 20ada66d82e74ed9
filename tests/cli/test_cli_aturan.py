"""`asn-nilai aturan`: what a jurist sees, and what a wrong call says."""

import io

import pytest
from rich.console import Console

from asn_nilai.acuan.profil.muat_aturan import profil_bawaan
from asn_nilai.cli import main
from asn_nilai.cli.konsol import cetak, kalimat


def jalankan(capsys, *argumen) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as keluar:
        main(["aturan", *argumen])
    hasil = capsys.readouterr()
    return keluar.value.code, hasil.out, hasil.err


def test_daftar_menyebut_setiap_profil_dan_yang_belum_diperiksa(capsys):
    status, keluar, _ = jalankan(capsys)
    assert status == 0
    assert all(kode in keluar for kode in profil_bawaan())
    assert "Memuat 3 angka yang belum diperiksa" in keluar


def test_satu_profil_menandai_angka_yang_belum_diperiksa(capsys):
    status, keluar, _ = jalankan(capsys, "perka-bkn-1-2013")
    assert status == 0
    for kata in ("Memuat angka yang belum diperiksa", "Pengali target", "1,76", "sekunder", "Kepastian:"):
        assert kata in keluar


def test_banding_dua_profil(capsys):
    status, keluar, _ = jalankan(capsys, "banding", "permenpanrb-6-2022", "bukittinggi")
    assert status == 0
    assert "Capaian Minimal" in keluar
    assert "Capaian Maksimal" not in keluar


def test_banding_profil_dengan_dirinya(capsys):
    assert "berisi ketentuan yang sama" in jalankan(capsys, "banding", "bukittinggi", "bukittinggi")[1]


def test_kurung_siku_dalam_aturan_sendiri_tampil_apa_adanya(capsys, tmp_path):
    """Brackets in what a jurist wrote are no markup: none of it may vanish, and none may stop the screen."""
    naskah = profil_bawaan()["bukittinggi"]
    for kunci in ("nama", "keterangan"):
        naskah = naskah.replace(f'{kunci} = "', f'{kunci} = "[bold] [/lampiran] ', 1)
    naskah = naskah.replace('dasar = "', 'dasar = "[red] [/huruf a] ')
    berkas = tmp_path / "kota.toml"
    berkas.write_text(naskah, encoding="utf-8")
    status, keluar, galat = jalankan(capsys, str(berkas))
    assert (status, galat) == (0, "")
    assert keluar.count("[bold] [/lampiran]") == 2
    assert "[red] [/huruf a]" in keluar
    status, keluar, galat = jalankan(capsys, "banding", "permenpanrb-6-2022", str(berkas))
    assert (status, galat) == (0, "")
    assert "[bold] [/lampiran]" in keluar
    assert "[red] [/huruf a]" in keluar
    assert "[bold] [/lampiran]" in jalankan(capsys, "banding", str(berkas), str(berkas))[1]


def test_periksa_berkas_sah_dan_rusak(capsys, tmp_path):
    berkas = tmp_path / "kota.toml"
    berkas.write_text(profil_bawaan()["pp-30-2019"], encoding="utf-8")
    status, keluar, _ = jalankan(capsys, "periksa", str(berkas))
    assert status == 0
    assert "sah. PP 30/2019" in keluar
    assert "Belum diperiksa pada sumbernya: Predikat: Kurang" in keluar
    berkas.write_text(profil_bawaan()["bukittinggi"], encoding="utf-8")
    assert "Belum diperiksa" not in jalankan(capsys, "periksa", str(berkas))[1]
    berkas.write_text("format = 2", encoding="utf-8")
    status, _, galat = jalankan(capsys, "periksa", str(berkas))
    assert status == 2
    assert "kota.toml: format: berisi 2" in galat
    assert jalankan(capsys, "periksa", str(tmp_path / "tidak-ada.toml"))[0] == 2


@pytest.mark.parametrize("argumen", [("banding", "pp-30-2019"), ("periksa",), ("a", "b"), ("tidak-ada",)])
def test_panggilan_yang_keliru_berstatus_dua(capsys, argumen):
    status, _, galat = jalankan(capsys, *argumen)
    assert status == 2
    assert galat


def test_butir_yang_terlipat_menggantung_di_bawah_kata_pertamanya():
    """The dash stands out to the left, so that a list of long sentences can be counted."""
    layar = Console(file=io.StringIO(), width=40, force_terminal=True, color_system=None)
    kalimat(layar, "kode        keterangan yang tidak muat\n  - satu butir yang juga tidak muat di situ")
    cetak(layar, "  - butir [bold]berhuruf tebal[/bold] yang tidak muat")
    assert [baris.rstrip() for baris in layar.file.getvalue().splitlines()] == [
        "kode        keterangan yang tidak muat",
        "  - satu butir yang juga tidak muat di",
        "    situ",
        "  - butir berhuruf tebal yang tidak muat",
    ]
