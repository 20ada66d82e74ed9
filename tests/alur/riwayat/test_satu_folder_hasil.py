"""Results that lie elsewhere, beside others, or twice: nobody writes over another's, and none accuses a register that is whole."""

import json
import shutil
from pathlib import Path

import pytest

MEI = ("--periode", "2026-05", "--paralel", 1)
PUTUS = "riwayat-tidak-utuh"


def tempatkan_hasil(kota: Path, tempat: str) -> None:
    with (kota / "asn-nilai.toml").open("a", encoding="utf-8") as toml:
        toml.write(f"\n[berkas]\nhasil = '{tempat}'\n")


def isi_folder(folder: Path) -> dict[str, bytes]:
    return {b.relative_to(folder).as_posix(): b.read_bytes() for b in folder.rglob("*") if b.is_file()}


@pytest.fixture
def bersama(kota, jalankan) -> Path:
    """A city that keeps its results outside its work folder, computed."""
    tempatkan_hasil(kota, (kota.parent / "bersama").as_posix())
    assert jalankan("hitung", kota, *MEI)[0] == 0
    return kota.parent / "bersama"


def test_ruang_kerja_kedua_tidak_menimpa_hasil_yang_pertama(kota, bersama, jalankan):
    """Somebody copies the work folder to try something, settings and all: the results are the city's."""
    lain = Path(shutil.copytree(kota, kota.parent / "coba", ignore=shutil.ignore_patterns("riwayat")))
    sebelum = isi_folder(bersama)
    for perintah in ("hitung", "kunci"):
        status, _, pesan = jalankan(perintah, lain, *MEI)
        assert status == 2
        assert (
            f"Folder hasil {lain} ({bersama}) juga folder hasil {kota}, jadi yang satu menimpa yang lain. Beri salah satunya folder sendiri "
            "pada [berkas] di asn-nilai.toml, lalu jalankan lagi. Tidak ada yang diubah."
        ) in " ".join(pesan.split())
    assert isi_folder(bersama) == sebelum
    assert not (lain / "riwayat").exists()
    status, _, pesan = jalankan("hitung", kota, *MEI)
    assert (status, PUTUS in pesan) == (0, False)


def test_hasil_di_dalam_ruang_kerja_orang_lain_ditolak(mei, dua_unit, jalankan):
    """The first one has its results in their usual place, and nothing there names it."""
    assert not (mei / "hasil/.ruang-kerja.json").exists()
    kota = Path(shutil.copytree(dua_unit, mei.parent / "lain"))
    tempatkan_hasil(kota, (mei / "hasil").as_posix())
    status, _, pesan = jalankan("hitung", kota, *MEI)
    assert (status, f"juga folder hasil {mei}," in " ".join(pesan.split())) == (2, True)
    assert jalankan("hitung", mei, *MEI)[0] == 0


def test_yang_pindah_atau_berpisah_menulis_lagi(kota, bersama, jalankan):
    """A work folder that was moved, or one whose neighbour has its own place by now, is no other's."""
    pindah = Path(shutil.move(kota, kota.parent / "pindah"))
    status, _, pesan = jalankan("hitung", pindah, *MEI)
    assert (status, PUTUS in pesan) == (0, False)
    catatan = bersama / ".ruang-kerja.json"
    assert json.loads(catatan.read_text(encoding="utf-8")) == {"2026": str(pindah)}
    lain = Path(shutil.copytree(pindah, kota.parent / "coba"))
    toml = pindah / "asn-nilai.toml"
    toml.write_text(toml.read_text(encoding="utf-8").replace("bersama", "sendiri"), encoding="utf-8")
    assert jalankan("hitung", lain, *MEI)[0] == 0
    for rusak in ("", "[]", '{"2026": "\\u0000"}'):
        catatan.write_text(rusak, encoding="utf-8")
        assert jalankan("hitung", lain, *MEI)[0] == 0
        assert json.loads(catatan.read_text(encoding="utf-8")) == {"2026": str(lain)}


def test_ruang_kerja_yang_dicapai_lewat_tautan_tetap_yang_sama(kota, bersama, jalankan):
    tautan = kota.parent / "tautan"
    try:
        tautan.symlink_to(kota, target_is_directory=True)
    except OSError:
        pytest.skip("this system makes no links for its users")
    (bersama / ".ruang-kerja.json").write_text(json.dumps({"2026": str(tautan)}), encoding="utf-8")
    assert jalankan("hitung", kota, *MEI)[0] == 0


@pytest.mark.usefixtures("bersama")
def test_hasil_tahun_lain_di_folder_yang_sama_bukan_register_yang_hilang(kota, jalankan):
    """Both years of a city in one folder: their periods have names of their own."""
    lalu = Path(shutil.copytree(kota, kota.parent / "2025", ignore=shutil.ignore_patterns("riwayat")))
    toml = lalu / "asn-nilai.toml"
    toml.write_text(
        toml.read_text(encoding="utf-8").replace("tahun = 2026", "tahun = 2025"), encoding="utf-8"
    )
    status, keluar, pesan = jalankan("riwayat", lalu)
    assert (status, PUTUS in keluar + pesan, "2026" in keluar) == (0, False, False)
    assert "juga folder hasil" not in jalankan("hitung", lalu, "--periode", "2025-05")[2]


def test_salinan_hasil_bernama_sendiri_bukan_register_yang_hilang(mei, jalankan):
    """People keep what they once handed over under a name of their own, beside what is computed."""
    for nama in ("cadangan Mei", "2026-05 lama"):
        shutil.copytree(mei / "hasil/2026-05", mei / "hasil" / nama)
    status, keluar, pesan = jalankan("riwayat", mei)
    assert (status, PUTUS in keluar + pesan, "cadangan" in keluar, "lama" in keluar) == (
        0,
        False,
        False,
        False,
    )
    shutil.rmtree(mei / "hasil/2026-05")
    shutil.rmtree(mei / "riwayat")
    assert PUTUS not in jalankan("hitung", mei, *MEI)[2]
