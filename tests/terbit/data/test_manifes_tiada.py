"""Most manifests that are asked for are not there: what reads one takes four milliseconds to make, and waits until one is."""

from asn_nilai.terbit.data import manifes
from asn_nilai.terbit.data.manifes import Manifes


def test_pembaca_tidak_disiapkan_bagi_manifes_yang_tidak_ada(tmp_path, monkeypatch):
    disiapkan = []
    monkeypatch.setattr(manifes, "bentuk_tunda", disiapkan.append)
    assert Manifes.baca(tmp_path / "manifes.json") is None
    assert disiapkan == []
