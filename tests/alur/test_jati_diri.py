"""Which files make up a program: each counted once, wherever its templates lie, and none that Python made of them."""

from asn_nilai.alur.proses.jati_diri import _berkas


def test_templat_di_dalam_paket_dihitung_sekali_dan_yang_disusun_python_tidak(tmp_path):
    for nama in ("a.py", "a.pyc", "__pycache__/b.py", "templates/c.html", "dalam/templates/d.html"):
        (tmp_path / nama).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / nama).touch()
    nama = {nama for nama, _ in _berkas("paket", tmp_path, tmp_path / "templates")}
    assert nama == {"paket/./a.py", "paket/dalam/templates/d.html"}
