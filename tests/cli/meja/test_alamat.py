"""Folders as people give them to a window."""

import os
from pathlib import Path

import pytest

from asn_nilai.cli.alamat import pahami_alamat, seperti_alamat
from asn_nilai.cli.meja.ruang import ingat, ruang_dari, ruang_di, terakhir


@pytest.mark.parametrize(
    "tulisan",
    [
        "{}", '"{}"', "'{}'", '"{}/"', "{}/", ' "{}" ', "& '{}'", "“{}”", "file://{}",
    ],
)  # fmt: skip
def test_alamat_yang_ditempel(tmp_path, tulisan):
    tempat = tmp_path / "Kinerja 2026"
    assert pahami_alamat(tulisan.format(tempat)) == tempat


def test_alamat_yang_diseret(tmp_path, monkeypatch):
    assert pahami_alamat("file:///srv/Kinerja%202026") == Path("/srv/Kinerja 2026").absolute()
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert pahami_alamat("~/Kinerja") == tmp_path / "Kinerja"


@pytest.mark.skipif(os.name == "nt", reason="there a backslash parts folders")
def test_garis_miring_terbalik_di_depan_spasi():
    assert pahami_alamat(r"/srv/Kinerja\ 2026") == Path("/srv/Kinerja 2026")


@pytest.mark.skipif(os.name != "nt", reason="drives are Windows'")
def test_garis_miring_terbalik_di_ujung():
    assert pahami_alamat('"D:\\Kinerja 2026\\"') == Path("D:\\Kinerja 2026")


@pytest.mark.parametrize(
    ("jawaban", "alamat"),
    [
        ("1", False), ("Mei", False), ("", False), ("2026-05", False), ("T2", False),
        ('"D:', True), ("D:\\Kinerja", True), ("/srv", True), ("kota/", True), ("~", True), ("..", True), ("& 'x'", True),
    ],
)  # fmt: skip
def test_alamat_atau_nomor(jawaban, alamat):
    assert seperti_alamat(jawaban) is alamat


def test_ruang_yang_dimaksud(tmp_path):
    ruang = tmp_path / "a" / "ruang"
    (ruang / "capaian/2026-01").mkdir(parents=True)
    (ruang / "asn-nilai.toml").touch()
    for tempat in (ruang, ruang / "capaian/2026-01", ruang / "asn-nilai.toml", tmp_path / "a"):
        assert ruang_dari(tempat) == ruang
    assert ruang_dari(tmp_path) is None  # two steps down is a guess
    (tmp_path / "a" / "lain").mkdir()
    (tmp_path / "a" / "lain" / "asn-nilai.toml").touch()
    assert ruang_dari(tmp_path / "a") is None
    assert list(ruang_di(tmp_path / "a")) == [tmp_path / "a/lain", ruang]
    assert list(ruang_di(tmp_path / "tiada")) == []


def test_yang_terakhir_dibuka(tmp_path, monkeypatch):
    assert list(terakhir()) == []
    ruang = tmp_path / "Kinerja – 2026"
    ruang.mkdir()
    ingat(ruang)
    assert list(terakhir()) == []  # not a work folder any more
    (ruang / "asn-nilai.toml").touch()
    assert list(terakhir()) == [ruang]
    # Without a place of its own it lies in the home folder.
    for nama in ("XDG_STATE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(nama)
    for nama in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(nama, str(tmp_path / "rumah"))
    assert list(terakhir()) == []
    ingat(ruang)
    assert list(terakhir()) == [ruang]
    assert (tmp_path / "rumah/.local/state/asn-nilai/meja.txt").is_file()
    (tmp_path / "rumah/.local/state/asn-nilai/meja.txt").write_bytes(b"\xff\xfe")
    assert list(terakhir()) == []


def test_yang_tidak_dapat_dicatat_tidak_mengganggu(tmp_path, monkeypatch):
    (tmp_path / "berkas").touch()
    for nama in ("XDG_STATE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(nama, str(tmp_path / "berkas"))
    ingat(tmp_path)
    assert list(terakhir()) == []
