"""Compiled templates are kept beside their texts, and never stand in the way of a page."""

import sys

import pytest
from jinja2 import DictLoader, Environment

from asn_nilai.terbit.halaman.templat_jadi import TemplatJadi


def lingkungan(folder, teks="Halo {{ nama }}"):
    return Environment(loader=DictLoader({"a.j2": teks}), autoescape=True, bytecode_cache=TemplatJadi(folder))


def tulis(folder, teks="Halo {{ nama }}"):
    return lingkungan(folder, teks).get_template("a.j2").render(nama="<b>")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)
    return tmp_path


def test_templat_disusun_sekali_lalu_dibaca(folder, monkeypatch):
    assert tulis(folder) == "Halo &lt;b&gt;"
    assert [berkas.parent.name for berkas in folder.rglob("*.pyc")] == ["__pycache__"]
    monkeypatch.setattr(Environment, "compile", lambda *_, **__: pytest.fail("disusun lagi"))
    assert tulis(folder) == "Halo &lt;b&gt;"


def test_teks_yang_lain_disusun_lagi(folder):
    tulis(folder)
    assert tulis(folder, "Hai {{ nama }}") == "Hai &lt;b&gt;"


def test_versi_program_yang_lain_tidak_memakai_yang_lama(folder, monkeypatch):
    tulis(folder)
    monkeypatch.setattr("asn_nilai.terbit.halaman.templat_jadi.__version__", "lain")
    monkeypatch.setattr(Environment, "compile", lambda *_, **__: pytest.fail("disusun lagi"))
    with pytest.raises(pytest.fail.Exception):
        tulis(folder)


def test_yang_rusak_diabaikan_dan_diganti(folder):
    tulis(folder)
    (jadi,) = folder.rglob("*.pyc")
    utuh = jadi.read_bytes()
    jadi.write_bytes(utuh[: len(utuh) // 2])
    assert tulis(folder) == "Halo &lt;b&gt;"
    assert jadi.read_bytes() == utuh


def test_tanpa_bytecode_atau_tanpa_tempat_halaman_tetap_jadi(folder, monkeypatch):
    (folder / "berkas").write_text("bukan folder", encoding="utf-8")
    assert tulis(folder / "berkas") == "Halo &lt;b&gt;"
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert tulis(folder) == "Halo &lt;b&gt;"
    assert not [*folder.rglob("*.pyc")]
