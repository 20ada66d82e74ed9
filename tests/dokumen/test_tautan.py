"""No dead link, anchor or picture in any page; no picture that nobody shows."""

import ast
from pathlib import Path

import pytest
from dokumen.halaman_md import AKAR, halaman, jangkar, tautan

GAMBAR = AKAR / "docs" / "gambar"


def _nama(berkas: Path) -> str:
    return str(berkas.relative_to(AKAR))


@pytest.mark.parametrize("berkas", halaman(), ids=_nama)
def test_setiap_tautan_sampai(berkas):
    for alamat in tautan(berkas):
        if alamat.startswith(("http://", "https://")):
            continue
        tempat, _, bagian = alamat.partition("#")
        tujuan = (berkas.parent / tempat).resolve() if tempat else berkas
        assert tujuan.exists(), alamat
        assert not bagian or bagian in jangkar(tujuan), alamat


def test_tautan_mati_memang_ketahuan(tmp_path):
    halaman_salah = tmp_path / "salah.md"
    halaman_salah.write_text(
        "# Ada ini\n\n[satu](tiada.md) ![dua](x.png) `[kode](bukan.md)`\n\n[tiga](#ada-ini)\n",
        encoding="utf-8",
    )
    assert tautan(halaman_salah) == ["tiada.md", "x.png", "#ada-ini"]
    assert jangkar(halaman_salah) == {"ada-ini"}


def test_setiap_gambar_dipakai_dan_dilukis_program():
    dipakai = {
        Path(alamat).name for berkas in halaman() for alamat in tautan(berkas) if alamat.endswith(".png")
    }
    naskah = ast.parse((AKAR / "docs" / "lukis.py").read_text(encoding="utf-8"))
    lukisan = next(
        simpul.value
        for simpul in naskah.body
        if isinstance(simpul, ast.AnnAssign) and simpul.target.id == "LUKISAN"
    )
    dilukis = {f"{kunci.value}.png" for kunci in lukisan.keys}
    assert dipakai == dilukis == {berkas.name for berkas in GAMBAR.iterdir()}


def test_panduan_terjangkau_dari_readme_dan_situs():
    assert "docs/panduan/index.md" in tautan(AKAR / "README.md")
    assert "docs/panduan/index.md" in tautan(AKAR / "README.en.md")
    daftar = (AKAR / "docs" / "situs" / "zensical.toml").read_text(encoding="utf-8")
    lupa = [
        _nama(berkas)
        for berkas in (AKAR / "docs").rglob("*.md")
        if f'"{berkas.relative_to(AKAR / "docs").as_posix()}"' not in daftar
    ]
    assert lupa == [], "beri tempat di docs/situs/zensical.toml"
