"""The bill of materials: every package of an environment once, with its licence, what it needs, and no clock."""

import json
import sys
from importlib.metadata import Distribution, distribution
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

SKRIP = Path(__file__).resolve().parents[2] / "kemas" / "sbom.py"


@pytest.fixture(scope="module")
def sbom():
    asal = spec_from_file_location("sbom", SKRIP)
    modul = module_from_spec(asal)
    asal.loader.exec_module(modul)
    return modul


@pytest.fixture
def semua(sbom) -> dict[str, Distribution]:
    nama = ("asn-nilai", "jinja2", "markupsafe", "pandas", "xlrd")
    return {sbom.baku(ini): distribution(ini) for ini in nama}


def test_setiap_paket_sekali_dengan_lisensi_dan_yang_dibutuhkannya(sbom, semua):
    bom = sbom.susun_bom(semua)
    assert (bom["bomFormat"], bom["specVersion"]) == ("CycloneDX", "1.6")
    assert bom["metadata"]["component"]["name"] == "asn-nilai"
    assert [komponen["name"].lower() for komponen in bom["components"]] == [
        "jinja2",
        "markupsafe",
        "pandas",
        "xlrd",
    ]
    assert all(komponen["licenses"] for komponen in bom["components"])
    butuh = {
        isi["ref"].partition("@")[0]: [b.partition("@")[0] for b in isi["dependsOn"]]
        for isi in bom["dependencies"]
    }
    assert butuh["pkg:pypi/asn-nilai"] == ["pkg:pypi/jinja2", "pkg:pypi/pandas", "pkg:pypi/xlrd"]
    assert butuh["pkg:pypi/jinja2"] == ["pkg:pypi/markupsafe"]
    assert butuh["pkg:pypi/xlrd"] == []


def test_daftar_lisensi_menyebut_lisensi_kita(sbom, semua):
    assert "| asn-nilai | 0.1.0 | Apache-2.0 |" in sbom.tulis_daftar(semua).splitlines()


def test_lingkungan_tanpa_program_atau_paket_tanpa_lisensi_ditolak(sbom, semua, monkeypatch):
    with pytest.raises(ValueError, match="asn-nilai is not installed"):
        sbom.susun_bom({"xlrd": semua["xlrd"]})
    monkeypatch.setattr(sbom, "lisensi", lambda paket: "" if paket.metadata["Name"] == "xlrd" else "MIT")
    with pytest.raises(ValueError, match="no word on the licence of xlrd"):
        sbom.susun_bom(semua)


def test_dua_kali_ditulis_sama(sbom, semua, tmp_path, monkeypatch):
    monkeypatch.setattr(sbom, "distributions", lambda: [*semua.values(), distribution("pip")])
    for nama in ("a", "b"):
        sbom.main([str(tmp_path / nama)])
    isi = [(tmp_path / nama / "sbom.cdx.json").read_bytes() for nama in ("a", "b")]
    assert isi[0] == isi[1]
    assert json.loads(isi[0])["metadata"]["component"]["version"] == "0.1.0"
    assert b"pkg:pypi/pip@" not in isi[0]
    assert str(Path(sys.prefix)).encode() not in isi[0]
