"""The catalogue of findings is read kind by kind, and says what the whole file says."""

import tomllib
from importlib.resources import files

import pytest

from asn_nilai.acuan.temuan import katalog

BERKAS = files("asn_nilai.acuan").joinpath("katalog_temuan.toml").read_text(encoding="utf-8")


def test_setiap_jenis_dibaca_sendiri_seperti_dari_seluruh_berkasnya():
    seluruhnya = tomllib.loads(BERKAS)
    assert list(katalog()) == list(seluruhnya)
    assert len(katalog()) == len(seluruhnya)
    for kode, isi in seluruhnya.items():
        jenis = katalog()[kode]
        assert (jenis.kode, jenis.tingkat, jenis.judul) == (kode, isi["tingkat"], isi["judul"])
        assert (jenis.pesan, jenis.saran) == (isi["pesan"], isi["saran"])
        assert (jenis.pinta, jenis.ringkas) == (isi.get("pinta", isi["saran"]), isi.get("ringkas", ""))
        assert (jenis.akibat, jenis.kota) == (isi.get("akibat", "asn"), isi.get("kota", False))
        assert dict(jenis.bawaan) == isi.get("bawaan", {})


def test_jenis_yang_tidak_ada_bukan_temuan():
    assert "tidak-ada" not in katalog()
    with pytest.raises(KeyError, match="tidak-ada"):
        katalog()["tidak-ada"]
