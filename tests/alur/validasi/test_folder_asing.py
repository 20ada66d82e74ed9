"""What lies among the submissions and is not read is named: other files, and month folders under another name or year."""

import shutil
from pathlib import Path

import pytest

from asn_nilai.alur.asing.folder import _berkas, folder_di, temuan_folder
from asn_nilai.ruang_kerja import RuangKerja

PERIODE = "2026-05"


@pytest.fixture
def temuan(kota, hasil_json):
    def _temuan(*pilihan: str) -> list[dict]:
        return hasil_json("validasi", kota, *pilihan)[1]["temuan"]

    return _temuan


@pytest.mark.parametrize(
    ("nama", "saran"),
    [
        ("KEL-TD.csv", "buka di Excel, simpan sebagai buku kerja .xlsx"), ("kel-td (1).PDF", "minta buku kerjanya (.xlsx) kepada unit"),
        ("Laporan Kelurahan Tarok Dipo.docx", "minta buku kerjanya"), ("KEL-TD Mei.zip", "keluarkan isinya dari arsip itu"),
    ],
)  # fmt: skip
def test_berkas_bernama_unit_yang_belum_setor(kota, temuan, jalankan, nama, saran):
    folder = kota / "capaian" / PERIODE
    (folder / "KEL-TD.xlsx").unlink()
    (folder / nama).write_bytes(b"x")
    hilang, lain = sorted(temuan("--periode", PERIODE), key=lambda t: t["tingkat"])
    assert hilang["kode"] == "berkas-hilang"
    assert (lain["kode"], lain["tingkat"], lain["unit"]) == ("berkas-bukan-buku", "peringatan", "KEL-TD")
    assert lain["berkas"] == f"capaian/{PERIODE}/{nama}"
    assert saran in lain["saran"]
    jalankan("validasi", kota, "--periode", PERIODE)
    pesan = (kota / "hasil" / PERIODE / "pesan" / "KEL-TD.txt").read_text(encoding="utf-8")
    assert (
        "Kirimkan buku kerjanya (.xlsx) dengan nama KEL-TD.xlsx; berkas ini tidak dapat kami baca." in pesan
    )


@pytest.mark.parametrize("nama", ["KEL-TD.pdf", "catatan.docx", "tanpa akhiran", "KEL-TD dan KEL-PPK.pdf"])
def test_berkas_lain_hanya_disebut(kota, temuan, nama):
    (kota / "capaian" / PERIODE / nama).write_bytes(b"x")
    (kota / "target" / "surat.pdf").write_bytes(b"x")
    semua = temuan("--periode", PERIODE)
    assert [(t["kode"], t["tingkat"]) for t in semua] == [("berkas-lain", "info")] * 2
    assert {t["berkas"] for t in semua} == {f"capaian/{PERIODE}/{nama}", "target/surat.pdf"}


@pytest.mark.parametrize("nama", ["~$KEL-TD.xlsx", ".DS_Store", "Thumbs.db", "desktop.ini"])
def test_yang_ditinggalkan_office_dan_sistem_bukan_milik_siapa_pun(kota, temuan, nama):
    (kota / "capaian" / PERIODE / nama).write_bytes(b"x")
    assert temuan("--periode", PERIODE) == []


@pytest.mark.parametrize(
    ("nama", "bulan", "cara"),
    [
        ("Februari", "Februari 2026", "pindahkan isinya ke capaian/2026-02"), ("2026-2", "Februari 2026", "pindahkan isinya ke capaian/2026-02"),
        ("Juli 2026", "Juli 2026", "ubah namanya menjadi capaian/2026-07"), ("2026_07", "Juli 2026", "ubah namanya menjadi capaian/2026-07"),
        ("07-2026", "Juli 2026", "ubah namanya"), ("202607 revisi", "Juli 2026", "ubah namanya"), ("7", "Juli 2026", "ubah namanya"),
    ],
)  # fmt: skip
def test_folder_bulan_salah_nama_disebut_juga_tanpa_periode(kota, temuan, nama, bulan, cara):
    folder = kota / "capaian" / nama
    folder.mkdir()
    (folder / "catatan.txt").write_bytes(b"x")
    for pilihan in ((), ("--periode", PERIODE)):
        (salah,) = (t for t in temuan(*pilihan) if t["kode"].startswith("folder-"))
        assert (salah["kode"], salah["tingkat"], salah["berkas"]) == (
            "folder-salah-nama",
            "peringatan",
            f"capaian/{nama}",
        )
        assert f"tampaknya {bulan}, berisi 1 berkas" in salah["pesan"]
        assert cara in salah["saran"]


@pytest.mark.parametrize("nama", ["2025-05", "Mei 2025", "05-2025"])
def test_folder_tahun_lain_disebut(kota, nama):
    shutil.copytree(kota / "capaian" / PERIODE, kota / "capaian" / nama)
    (lain,) = temuan_folder(RuangKerja.buka(kota))
    assert lain.kode == "folder-tahun-lain"
    assert "Folder ini tahun 2025, berisi 8 berkas, sedangkan ruang kerja ini tahun 2026" in lain.pesan


@pytest.mark.parametrize("nama", ["arsip", "revisi 12", "2026-13", "Mei dan Juni"])
def test_folder_yang_tidak_menyebut_satu_bulan_bukan_folder_bulan(kota, nama):
    (kota / "capaian" / nama).mkdir()
    (kota / "capaian" / nama / "x.txt").write_bytes(b"x")
    assert list(temuan_folder(RuangKerja.buka(kota))) == []


def test_folder_kosong_tidak_menyembunyikan_apa_pun(kota):
    (kota / "capaian" / "Februari").mkdir()
    assert list(temuan_folder(RuangKerja.buka(kota))) == []


def test_tanpa_satu_pun_folder_bulan_yang_benar_folder_yang_salah_nama_disebut(kota, jalankan):
    for folder in sorted((kota / "capaian").iterdir()):
        shutil.rmtree(folder) if folder.name != PERIODE else folder.rename(folder.with_name("Mei"))
    status, _, pesan = jalankan("hitung", kota)
    assert status == 2
    assert "capaian/Mei: Folder ini tampaknya Mei 2026, berisi 8 berkas" in pesan
    assert "ubah namanya menjadi capaian/2026-05" in pesan


def test_folder_bulan_yang_dibaca_tidak_dihitung_isinya(kota, monkeypatch):
    monkeypatch.setattr(
        "asn_nilai.alur.asing.folder._berkas", lambda folder: pytest.fail(f"{folder} dihitung")
    )
    assert list(temuan_folder(RuangKerja.buka(kota))) == []


def test_berkas_dan_folder_dibedakan_tanpa_bertanya_satu_per_satu(tmp_path, monkeypatch):
    (tmp_path / "b.xlsx").write_bytes(b"")
    (tmp_path / "a.xlsx").write_bytes(b"")
    (tmp_path / "lama").mkdir()
    monkeypatch.setattr(Path, "stat", lambda ini, **_: pytest.fail(f"{ini} ditanyakan"))
    assert (sorted(_berkas(tmp_path)), folder_di(tmp_path)) == (["a.xlsx", "b.xlsx"], [tmp_path / "lama"])
    for bukan_folder in ("tiada", "a.xlsx"):
        assert _berkas(tmp_path / bukan_folder) == folder_di(tmp_path / bukan_folder) == []


def test_tautan_adalah_yang_dituju_dan_yang_melingkar_bukan_apa_pun(tmp_path):
    (tmp_path / "isi.xlsx").write_bytes(b"")
    (tmp_path / "lama").mkdir()
    try:
        (tmp_path / "ke-berkas").symlink_to(tmp_path / "isi.xlsx")
        (tmp_path / "ke-folder").symlink_to(tmp_path / "lama")
        (tmp_path / "ke-tiada").symlink_to(tmp_path / "tiada")
        (tmp_path / "melingkar").symlink_to(tmp_path / "melingkar")
    except OSError:
        pytest.skip("tautan tidak boleh dibuat di sini")
    assert sorted(_berkas(tmp_path)) == ["isi.xlsx", "ke-berkas"]
    assert [f.name for f in folder_di(tmp_path)] == ["ke-folder", "lama"]
