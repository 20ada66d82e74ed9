"""`asn-nilai` alone: the year as a table with the next command; elsewhere how to begin."""

import io
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from salinan_contoh import salin_contoh

from asn_nilai import cli


@pytest.fixture
def jalankan(capsys, monkeypatch):
    def _jalankan(folder: Path, *argumen: str) -> tuple[int, str, str]:
        monkeypatch.chdir(folder)
        with pytest.raises(SystemExit) as keluar:
            cli.main(list(argumen))
        keluaran = capsys.readouterr()
        return keluar.value.code, keluaran.out, keluaran.err

    return _jalankan


@pytest.fixture
def kota(tmp_path) -> Path:
    return salin_contoh(tmp_path / "kota")


def tabel(teks: str) -> dict[str, list[str]]:
    """Return the table's rows by their first cell."""
    baris = [re.split(r"\s{2,}", ini.strip()) for ini in teks.splitlines()]
    return {sel[0]: sel[1:] for sel in baris if len(sel) == 6}


def test_tahun_sebagai_tabel_dengan_perintah_berikutnya(kota, jalankan):
    jalankan(kota, "hitung", "--periode", "2026-05", "--paralel", "1")
    jalankan(kota, "hitung", "--periode", "T2", "--paralel", "1")
    (kota / "riwayat/2026-05/v1").mkdir(parents=True)
    (kota / "riwayat/2026-05/v2").mkdir()
    (kota / "riwayat/2026-05/v10").mkdir()
    for versi in ("v1", "v2"):
        (kota / "riwayat/2026-05" / versi / "manifes.json").write_text("{}", encoding="utf-8")
    shutil.copy(kota / "capaian/2026-05/KEL-TD.xlsx", kota / "capaian/2026-06/DPMPTSP.xlsx")
    status, _, kata = jalankan(kota)
    assert status == 0
    assert tabel(kata) == {
        "Bulan": ["Setoran", "Galat", "Dinilai", "Terkunci", "Usang"],
        **{
            f"{nama} 2026": ["8 dari 8", "belum dihitung", "–", "–", "–"]
            for nama in ("Januari", "Februari", "Maret", "April", "Juni")
        },
        "Mei 2026": ["8 dari 8", "0", "80 dari 80", "v2", "–"],
        "Triwulan II 2026": ["8 dari 8", "18", "59 dari 80", "–", "1 unit"],
    }
    assert "Juli–Desember 2026: belum ada setoran." in kata
    assert "Berikutnya: asn-nilai hitung --semua (6 periode belum mutakhir)" in kata
    assert "asn-nilai --help" in kata


def test_yang_usang_dan_yang_perlu_dicetak_ulang(kota, jalankan):
    jalankan(kota, "hitung", "--periode", "2026-05", "--paralel", "1")
    pengaturan = kota / "asn-nilai.toml"
    teks = pengaturan.read_text(encoding="utf-8")
    (kota / "hasil/2026-05/DINKES/nilai.xlsx").unlink()
    assert tabel(jalankan(kota)[2])["Mei 2026"][-1] == "1 unit belum lengkap"
    with (kota / "target/KEL-TD.xlsx").open("ab") as buku:
        buku.write(b"x")
    assert tabel(jalankan(kota)[2])["Mei 2026"][-1] == "2 unit, 1 belum lengkap"
    jalankan(kota, "hitung", "--periode", "2026-05", "--paralel", "1")
    pengaturan.write_text(teks.replace('instansi = "', 'instansi = "Baru '), encoding="utf-8")
    assert tabel(jalankan(kota)[2])["Mei 2026"][-1] == "cetak ulang 8 unit"
    pengaturan.write_text(teks.replace("permenpanrb-6-2022", "bukittinggi"), encoding="utf-8")
    assert tabel(jalankan(kota)[2])["Mei 2026"][-1] == "semua: dihitung dengan aturan lain"


def test_rekap_dan_validasi_menggeser_langkah_berikutnya(kota, jalankan):
    for bulan in ("2026-02", "2026-03", "2026-04", "2026-05", "2026-06"):
        shutil.rmtree(kota / "capaian" / bulan)
    assert "validasi --periode 2026-01 --tandai (setoran Januari 2026 belum diperiksa)" in jalankan(kota)[2]
    jalankan(kota, "validasi")
    assert "Berikutnya: asn-nilai hitung --periode 2026-01 (" in jalankan(kota)[2]
    jalankan(kota, "hitung", "--paralel", "1")
    assert "Berikutnya: asn-nilai kunci --periode 2026-01 (" in jalankan(kota)[2]
    jalankan(kota, "kunci", "--periode", "2026-01", "--paralel", "1")
    assert "Berikutnya: asn-nilai rekap --periode 2026-01 (" in jalankan(kota)[2]
    jalankan(kota, "rekap")
    assert "Berikutnya: asn-nilai templat capaian --periode 2026-02 (" in jalankan(kota)[2]


def test_yang_belum_setor_dan_giliran_unit_disebut(kota, jalankan):
    for bulan in ("2026-01", "2026-02", "2026-03", "2026-04", "2026-05"):
        shutil.rmtree(kota / "capaian" / bulan)
    assert "\nJuni 2026: DPMPTSP belum setor.\n" in jalankan(kota)[2]
    jalankan(kota, "hitung", "--paralel", "1")
    assert "Berikutnya: asn-nilai validasi --periode 2026-06 --tandai (19 galat menahan" in jalankan(kota)[2]
    jalankan(kota, "validasi", "--tandai", "--paralel", "1")
    assert "Berikutnya: asn-nilai templat capaian --periode 2026-07 (buku isian Juli" in jalankan(kota)[2]
    jalankan(kota, "templat", "capaian", "--periode", "2026-07", "--paralel", "1")
    menunggu = (
        "Berikutnya: menunggu unit memperbaiki 19 galat Juni 2026; ganti berkasnya, lalu periksa lagi\n"
    )
    assert menunggu in jalankan(kota)[2]
    os.utime(kota / "capaian/2026-06/KEL-TD.ods")
    assert "Berikutnya: asn-nilai validasi --periode 2026-06 --tandai" in jalankan(kota)[2]


def test_manifes_yang_aneh_tidak_menjatuhkan_tabel(kota, jalankan):
    jalankan(kota, "hitung", "--periode", "2026-05", "--paralel", "1")
    berkas = kota / "hasil/2026-05/manifes.json"
    isi = json.loads(berkas.read_text(encoding="utf-8"))
    isi["unit"]["DINKES"] |= {"ringkas": {"dinilai": "banyak"}, "sebutan": {}}
    berkas.write_text(json.dumps(isi), encoding="utf-8")
    assert tabel(jalankan(kota)[2])["Mei 2026"] == ["8 dari 8", "0", "69 dari 69", "–", "1 unit"]


def test_di_luar_ruang_kerja_cara_memulai(tmp_path, kota, jalankan):
    status, keluar, _ = jalankan(tmp_path)
    assert status == 0
    assert "bukan ruang kerja" in keluar
    assert "asn-nilai --help" in keluar
    _, keluar, _ = jalankan(kota / "capaian")
    assert f"di dalam ruang kerja {kota}" in keluar


def test_ruang_kerja_yang_rusak_disebut(kota, jalankan):
    (kota / "skema.xlsx").unlink()
    status, _, kata = jalankan(kota)
    assert status == 2
    assert "Skema skema.xlsx tidak ada" in kata


def test_tabel_tidak_memuat_pustaka_hitung(kota):
    """The table is asked often: neither what computes nor what writes workbooks loads for it."""
    kode = (
        "import sys\nfrom asn_nilai import cli\ntry:\n    cli.main([])\nexcept SystemExit:\n    pass\n"
        "berat = {'pandas', 'xlsxwriter', 'jinja2', 'asn_nilai.hitung', 'asn_nilai.alur.hitungan.unit'} & set(sys.modules)\n"
        "print(sorted(berat))"
    )
    lari = subprocess.run(
        [sys.executable, "-c", kode], cwd=kota, capture_output=True, text=True, check=True, env=os.environ
    )
    assert lari.stdout == "[]\n"


def test_folder_bulan_yang_salah_nama_disebut_di_mana_pun_tahun_itu_ditampilkan(kota, jalankan, monkeypatch):
    for bulan in ("2026-03", "2026-04", "2026-05", "2026-06"):
        shutil.rmtree(kota / "capaian" / bulan)
    (kota / "capaian/2026-02").rename(kota / "capaian/2026-2")
    kalimat = (
        "capaian/2026-2: Folder ini tampaknya Februari 2026, berisi 8 berkas, tetapi namanya bukan nama bulan yang dikenal program, "
        "sehingga tidak dibaca. Agar dibaca, ubah namanya menjadi capaian/2026-02."
    )
    assert kalimat in jalankan(kota)[2]
    monkeypatch.setattr("sys.stdin", io.StringIO("0\n"))
    assert kalimat in " ".join(jalankan(kota, "meja", "--tanpa-buka")[2].split())
    status, _, kata = jalankan(kota, "hitung", "--semua", "--paralel", "1")
    assert (status, f"TIDAK DIHITUNG: {kalimat}" in kata) == (0, True)
    assert "Bulan yang lain mutakhir dan tanpa galat." in kata
    status, keluar, _ = jalankan(kota, "hitung", "--semua", "--json", "--ketat")
    assert (status, json.loads(keluar)["terlewat"]) == (1, [kalimat])
    (kota / "capaian/2026-01").rename(kota / "capaian/2026-02")
    (kota / "capaian/2026-02").rename(kota / "capaian/Januari")
    status, _, kata = jalankan(kota, "hitung", "--semua")
    assert (status, kalimat in kata) == (2, True)
    (kota / "capaian/2026-2").rename(kota / "capaian/2026-02")
    shutil.rmtree(kota / "capaian/Januari")
    assert "Folder ini tampaknya" not in jalankan(kota)[2]
