"""A locked period looks at other months as they were when it was signed: correcting one of them rewrites nothing under its code."""

import csv
import shutil
from pathlib import Path

import pytest
from alur.conftest import _jalankan
from alur.riwayat.buku_uji import ubah
from alur.riwayat.test_kunci import MEI, UNIT, isi, versi

APRIL = ("--periode", "2026-04", "--paralel", "1")
LEMAH = {"198604092024212934": "KES-04", "199706112022042931": "KES-03"}
"""The two weakest of PKM-TB in April, each with an indicator that they have in both months."""


def lemahkan(kota: Path) -> None:
    """Leave May's two weakest blank."""
    for nip, kode in LEMAH.items():
        ubah(kota / f"capaian/2026-05/{UNIT}.xlsx", "Capaian", "Realisasi", nip, kode, None)


@pytest.fixture(scope="module")
def mei_berpola(dua_unit, tmp_path_factory) -> Path:
    """A city whose May was locked with its two weakest unscored; to copy, not to write."""
    kota = Path(shutil.copytree(dua_unit, tmp_path_factory.mktemp("berpola") / "kota"))
    lemahkan(kota)
    for periode in (APRIL, MEI):
        _jalankan("hitung", str(kota), *periode)
    _jalankan("kunci", str(kota), *MEI, "--catatan", "menyusul")
    return kota


@pytest.fixture
def april_diubah(mei_berpola, tmp_path, jalankan) -> tuple[Path, str]:
    """The same city with the weak ones' April made better and computed anew; and what that run said."""
    kota = Path(shutil.copytree(mei_berpola, tmp_path / "kota"))
    for nip, kode in LEMAH.items():
        ubah(
            kota / f"capaian/2026-04/{UNIT}.xlsx", "Capaian", "Realisasi", nip, kode, lambda angka: angka * 2
        )
    status, _, pesan = jalankan("hitung", kota, *APRIL)
    assert status == 0
    return kota, pesan


def berpola(kota: Path) -> list[str]:
    with (kota / "hasil/2026-05/temuan.csv").open(encoding="utf-8", newline="") as berkas:
        return [b["pesan"] for b in csv.DictReader(berkas) if b["kode"] == "belum-dinilai-berpola"]


def test_april_yang_dikoreksi_tidak_mengubah_satu_bita_mei_yang_terkunci(april_diubah, jalankan):
    kota, _ = april_diubah
    dulu = isi(kota / "hasil/2026-05")
    assert len(berpola(kota)) == 1
    assert jalankan("verifikasi", kota, *MEI)[0] == 0
    for tambahan in ((), ("--paksa",)):
        jalankan("hitung", kota, *MEI, *tambahan)
        assert isi(kota / "hasil/2026-05") == dulu
    shutil.rmtree(kota / "hasil/2026-05")
    jalankan("hitung", kota, *MEI)
    assert isi(kota / "hasil/2026-05") == dulu
    assert jalankan("verifikasi", kota, *MEI)[0] == 0


def test_hitungan_april_menyebut_mei_yang_tetap_seperti_dikunci(april_diubah):
    kota, pesan = april_diubah
    assert (
        "Tetap seperti waktu dikunci: Mei 2026, yang memandang April 2026 sebagaimana waktu itu. Bila temuan atau tindak "
        f'lanjutnya harus ikut: asn-nilai hitung {kota} --periode 2026-05 --koreksi "ALASAN"'
    ) in pesan


def test_april_yang_baru_dihitung_menyebut_mei_yang_dikunci_tanpanya(terkunci, jalankan):
    """May was locked before April was ever computed: who was below in both months is not said there."""
    tetap = '--periode 2026-05 --koreksi "ALASAN"'
    for periode, disebut in (("2026-04", True), ("2026-03", False), ("2026-T1", False)):
        _, _, pesan = jalankan("hitung", terkunci, "--periode", periode, "--paralel", "1")
        assert ("Tetap seperti waktu dikunci: Mei 2026" in pesan, tetap in pesan) == (disebut, disebut), (
            periode
        )


def test_hitung_semua_menyebut_mei_yang_dikunci_tanpa_bulan_yang_dilihatnya(terkunci, jalankan):
    _, _, pesan = jalankan("hitung", terkunci, "--semua", "--paralel", "1")
    assert (
        "\nTetap seperti waktu dikunci: Mei 2026, yang memandang Februari 2026, April 2026 sebagaimana waktu itu. Bila temuan atau "
        f'tindak lanjutnya harus ikut: asn-nilai hitung {terkunci} --periode 2026-05 --koreksi "ALASAN"\n'
    ) in pesan
    _, _, pesan = jalankan("hitung", terkunci, "--semua", "--paralel", "1")
    assert "Tetap seperti waktu dikunci" not in pesan


def test_kunci_menyebut_bulan_bersetoran_yang_dilihatnya_tetapi_belum_dihitung(hasil_mei, tmp_path, jalankan):
    kota = Path(shutil.copytree(hasil_mei, tmp_path / "kota"))
    status, _, pesan = jalankan("kunci", kota, *MEI)
    assert status == 0
    assert pesan.splitlines()[-2] == (
        "Dikunci tanpa memandang Februari 2026, April 2026, yang sudah disetor tetapi belum dihitung. Bila temuan atau tindak lanjutnya "
        f'harus ikut: asn-nilai hitung {kota} --semua, lalu asn-nilai hitung {kota} --periode 2026-05 --koreksi "ALASAN"'
    )


def test_kunci_diam_tentang_bulan_yang_sudah_dihitung_dan_yang_tidak_disetor(hasil_mei, tmp_path, jalankan):
    kota = Path(shutil.copytree(hasil_mei, tmp_path / "kota"))
    shutil.rmtree(kota / "capaian/2026-02")
    jalankan("hitung", kota, *APRIL)
    status, _, pesan = jalankan("kunci", kota, *MEI, "--catatan", "April menyusul")
    assert (status, "Dikunci tanpa memandang" in pesan) == (0, False)


def test_koreksi_mei_memandang_april_yang_sekarang(april_diubah, jalankan):
    kota, _ = april_diubah
    dulu = berpola(kota)
    assert jalankan("hitung", kota, *MEI, "--koreksi", "April dikoreksi")[0] == 1
    assert versi(kota, 2)["catatan"] == "April dikoreksi"
    assert berpola(kota) != dulu
    assert jalankan("verifikasi", kota, *MEI)[0] == 0
    status, _, pesan = jalankan("hitung", kota, *MEI, "--koreksi", "lagi")
    assert (status, "tidak ada yang dikoreksi" in pesan) == (2, True)


def test_verifikasi_tidak_menyebut_nilai_bulan_yang_tidak_mengubah_apa_pun(mei, jalankan):
    """January's NHK matters to May's findings only where somebody is unscored, and here nobody is."""
    januari = ("--periode", "2026-01", "--paralel", "1")
    jalankan("hitung", mei, *januari)
    jalankan("hitung", mei, *MEI)
    ubah(
        mei / f"capaian/2026-01/{UNIT}.xlsx",
        "Capaian",
        "Realisasi",
        next(iter(LEMAH)),
        "KES-04",
        lambda angka: angka + 1,
    )
    jalankan("hitung", mei, *januari)
    assert jalankan("verifikasi", mei, *MEI)[0] == 0
    with (mei / "hasil/2026-05/rincian.csv").open("a", encoding="utf-8") as berkas:
        berkas.write("\n")
    status, _, pesan = jalankan("verifikasi", mei, *MEI)
    assert (status, "hasil/2026-05/rincian.csv: " in pesan, "hasil/2026-01/nilai.csv" in pesan) == (
        1,
        True,
        False,
    )


def test_semua_tidak_menghitung_lagi_mei_yang_terkunci(april_diubah, jalankan):
    kota, _ = april_diubah
    dulu = isi(kota / "hasil/2026-05")
    jalankan("hitung", kota, "--semua", "--paralel", 1)
    assert isi(kota / "hasil/2026-05") == dulu


def test_yang_bergalat_dan_terkunci_disuruh_dikoreksi_oleh_setiap_perintah(april_diubah, jalankan):
    kota, _ = april_diubah
    koreksi = f'asn-nilai hitung {kota} --periode 2026-05 --koreksi "ALASAN"'
    status, _, pesan = jalankan("hitung", kota, *MEI)
    assert (
        status,
        pesan.endswith(f"Sesudah yang disebut di atas diperbaiki, hitung sebagai koreksi: {koreksi}\n"),
    ) == (1, True)
    status, _, pesan = jalankan("validasi", kota, *MEI)
    assert (
        status,
        f"Mei 2026 terkunci: yang diperbaiki menjadi hasil sebagai koreksi, dengan {koreksi}\n" in pesan,
    ) == (1, True)
    shutil.rmtree(kota / "capaian/2026-06", ignore_errors=True)
    assert f"lalu {koreksi} (periode itu terkunci)." in jalankan("hitung", kota, "--semua", "--paralel", 1)[2]
    ubah(kota / f"capaian/2026-05/{UNIT}.xlsx", "Capaian", "Realisasi", next(iter(LEMAH)), "KES-04", 90)
    assert f"memang benar, jalankan {koreksi}; bila hasil" in jalankan("verifikasi", kota, *MEI)[2]


def test_bulan_yang_baru_dihitung_sesudah_mei_dikunci_tidak_masuk_ke_mei(mei_berpola, tmp_path, jalankan):
    kota = Path(shutil.copytree(mei_berpola, tmp_path / "kota"))
    dulu = isi(kota / "hasil/2026-05")
    jalankan("hitung", kota, "--periode", "2026-03", "--paralel", 1)
    jalankan("hitung", kota, *MEI, "--paksa")
    assert isi(kota / "hasil/2026-05") == dulu


def _hapus(kota: Path) -> None:
    shutil.rmtree(kota / "hasil/2026-04")


def _aturan_lain(kota: Path) -> None:
    _jalankan("hitung", str(kota), *APRIL, "--aturan", "kemenkeu-127-2026")


def _sunting(kota: Path) -> None:
    with (kota / "hasil/2026-04/nilai.csv").open("a", encoding="utf-8") as berkas:
        berkas.write("\n")


@pytest.mark.parametrize("rusak", [_hapus, _aturan_lain, _sunting])
def test_april_yang_tidak_terpakai_waktu_mei_dikunci_tetap_disebut_begitu(kota, jalankan, rusak):
    """What a lock says of a month that it could not look at it says ever after: else it would lose a finding, and not verify."""
    lemahkan(kota)
    jalankan("hitung", kota, *APRIL)
    rusak(kota)
    jalankan("hitung", kota, *MEI)
    assert jalankan("kunci", kota, *MEI, "--catatan", "menyusul")[0] == 0
    dulu = isi(kota / "hasil/2026-05")
    assert "April 2026 pernah dihitung" in dulu["temuan.csv"].decode()
    assert jalankan("verifikasi", kota, *MEI)[0] == 0
    jalankan("hitung", kota, *APRIL)
    jalankan("hitung", kota, *MEI, "--paksa")
    assert isi(kota / "hasil/2026-05") == dulu
    assert jalankan("hitung", kota, *MEI, "--koreksi", "April dapat dibaca lagi")[0] == 1
    assert len(berpola(kota)) == 1
    assert jalankan("verifikasi", kota, *MEI)[0] == 0
