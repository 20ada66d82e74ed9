"""Drop-in workbooks: each gives exactly the findings, and the values, that stand beside it (see tests/contoh/README.md)."""

import shutil
import tomllib
from pathlib import Path

import pytest
from keluaran_beku import cocokkan

from asn_nilai.acuan.isian.formulir.tabel import NilaiSel, Tabel
from asn_nilai.acuan.periode import Periode
from asn_nilai.acuan.profil.muat_aturan import muat_aturan
from asn_nilai.acuan.setoran.isian_unit import IsianUnit
from asn_nilai.acuan.temuan import Temuan, Tingkat, katalog
from asn_nilai.baca import baca_isian, baca_skema
from asn_nilai.periksa import periksa_unit
from asn_nilai.ruang_kerja import AKHIRAN_BUKU, RuangKerja

CONTOH = Path(__file__).resolve().parent / "contoh"
KASUS = sorted(berkas for rak in ("sah", "rusak") for berkas in (CONTOH / rak).glob("*.toml"))
UNIT, PERIODE = "PKM-01", Periode.dari_teks("2026-06")
KUNCI = {"judul", "jenis", "temuan", "nilai"}


def bukunya(kasus: Path) -> Path:
    (buku,) = [berkas for berkas in kasus.parent.glob(f"{kasus.stem}.*") if berkas.suffix in AKHIRAN_BUKU]
    return buku


@pytest.fixture
def ruang(tmp_path: Path) -> RuangKerja:
    """A work folder with one unit whose two workbooks are clean."""
    (tmp_path / "asn-nilai.toml").write_text("tahun = 2026\n", encoding="utf-8")
    tempat = {
        "skema": tmp_path / "skema.xlsx",
        "target": tmp_path / "target" / f"{UNIT}.xlsx",
        "capaian": tmp_path / "capaian" / PERIODE.kode / f"{UNIT}.xlsx",
    }
    for nama, berkas in tempat.items():
        berkas.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(CONTOH / "acuan" / f"{nama}.xlsx", berkas)
    return RuangKerja.buka(tmp_path)


def periksa(ruang: RuangKerja) -> tuple[IsianUnit, list[Temuan]]:
    """Read and check the unit; returns its tables and all findings."""
    skema, temuan_skema = baca_skema(ruang)
    assert temuan_skema == []
    isian = baca_isian(ruang, skema.unit[UNIT], PERIODE, skema)
    aturan = muat_aturan("permenpanrb-6-2022", ruang.akar)
    return isian, [*isian.temuan, *periksa_unit(isian, skema, PERIODE, aturan)]


def nilai_menurut_sel(tabel: Tabel | None) -> dict[str, NilaiSel]:
    """Return every value of a table by the address of its cell."""
    if tabel is None:
        return {}
    return {
        tabel.sel(kunci, posisi): isi
        for kunci in tabel.kolom
        for posisi, isi in enumerate(tabel.isi[kunci])
        if (kunci, posisi) not in tabel.asal
    }


@pytest.mark.parametrize("kasus", KASUS, ids=lambda kasus: f"{kasus.parent.name}/{kasus.stem}")
def test_buku_memberi_temuan_yang_tertulis_di_sampingnya(kasus, ruang):
    isi = tomllib.loads(kasus.read_text(encoding="utf-8"))
    assert set(isi) <= KUNCI
    assert isi["judul"]
    buku = bukunya(kasus)
    folder = ruang.folder_target if isi["jenis"] == "target" else ruang.folder_capaian(PERIODE.bulan[0])
    (folder / f"{UNIT}.xlsx").unlink()
    shutil.copyfile(buku, folder / f"{UNIT}{buku.suffix}")
    isian, temuan = periksa(ruang)
    assert sorted((ini.kode, ini.letak.sel) for ini in temuan) == sorted(map(tuple, isi["temuan"]))
    if temuan:
        kalimat = sorted(f"{ini.letak} [{ini.kode}]\n  {ini.pesan}\n  → {ini.saran}\n" for ini in temuan)
        cocokkan(f"contoh/{kasus.parent.name}-{kasus.stem}.txt", "".join(kalimat))
    tabel = isian.target if isi["jenis"] == "target" else isian.capaian.get(PERIODE.bulan[0])
    terbaca = nilai_menurut_sel(tabel)
    assert {sel: terbaca.get(sel) for sel in isi.get("nilai", {})} == isi.get("nilai", {})


def test_buku_yang_bersih_tidak_memberi_temuan(ruang):
    assert periksa(ruang)[1] == []


def test_yang_sah_dinilai_dan_yang_rusak_tidak_diam():
    for kasus in KASUS:
        kode = [temuan[0] for temuan in tomllib.loads(kasus.read_text(encoding="utf-8"))["temuan"]]
        galat = [k for k in kode if katalog()[k].tingkat is Tingkat.GALAT]
        assert (not galat) if kasus.parent.name == "sah" else kode, kasus.name


def test_setiap_buku_punya_temuan_di_sampingnya():
    berkas = {b for rak in ("sah", "rusak") for b in (CONTOH / rak).iterdir()}
    assert berkas == {*KASUS, *map(bukunya, KASUS)}
    assert len(KASUS) >= 32
