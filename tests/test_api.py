"""The programming interface: its documentation is run, its answers are those of the files, and it costs nothing to import."""

import doctest
import errno
import subprocess
import sys
from pathlib import Path
from unittest.mock import Mock

import pytest
from salinan_contoh import salin_contoh

import asn_nilai
from asn_nilai import HasilNilai, PenggunaanError, RuangTerbuka, buka_ruang_kerja
from asn_nilai.terbit.berkas import TulisGagalError
from asn_nilai.terbit.data.csv_hasil import baris_nilai

AKAR = Path(__file__).resolve().parents[1]


@pytest.fixture
def contoh(tmp_path, monkeypatch) -> Path:
    tujuan = tmp_path / "examples" / "bukittinggi"
    salin_contoh(tujuan)
    monkeypatch.chdir(tmp_path)
    return tujuan


@pytest.mark.usefixtures("contoh")
def test_contoh_di_dokumen_memberi_yang_tertulis():
    teks = (AKAR / "docs/API.md").read_text(encoding="utf-8")
    uji = doctest.DocTestParser().get_doctest(teks, {}, "docs/API.md", "docs/API.md", 0)
    assert len(uji.examples) > 20
    laporan: list[str] = []
    hasil = doctest.DocTestRunner(verbose=False).run(uji, out=laporan.append)
    assert hasil.failed == 0, "".join(laporan)


def test_setiap_nama_ada_dan_dikenal_pemeriksa_jenis():
    tampak = (AKAR / "asn_nilai/__init__.pyi").read_text(encoding="utf-8")
    for nama in asn_nilai.__all__:
        assert getattr(asn_nilai, nama) is not None
        assert f"{nama} as {nama}," in tampak or f"{nama}: str" in tampak
    assert dir(asn_nilai) == sorted(asn_nilai.__all__)
    with pytest.raises(AttributeError, match="tidak_ada"):
        _ = asn_nilai.tidak_ada


def test_unit_disebut_juga_bila_aturannya_tidak_berlaku_setahun_penuh(contoh):
    pengaturan = contoh / "asn-nilai.toml"
    isi = pengaturan.read_text(encoding="utf-8").replace("2026", "2021", 1)
    pengaturan.write_text(isi.replace("permenpanrb-6-2022", "permenpanrb-8-2021"), encoding="utf-8")
    assert [unit.kode for unit in buka_ruang_kerja(contoh).unit][:2] == ["BKPSDM", "DINKES"]


def test_yang_dihitung_sama_dengan_yang_diterbitkan(contoh):
    kota = buka_ruang_kerja(contoh)
    terbit = kota.terbitkan("2026-05")
    dihitung = kota.nilai("2026-05")
    assert isinstance(kota, RuangTerbuka)
    assert isinstance(dihitung, HasilNilai)
    baris = (terbit.folder / "nilai.csv").read_text(encoding="utf-8").splitlines()
    assert (
        len(baris) - 1
        == len(dihitung.nilai)
        == sum(len(list(baris_nilai(unit))) for unit in dihitung.unit.values())
    )
    assert dihitung.temuan == ()


def test_folder_yang_bukan_ruang_kerja(tmp_path):
    with pytest.raises(PenggunaanError, match="bukan ruang kerja"):
        buka_ruang_kerja(tmp_path)


def test_mengimpor_paket_tidak_memuat_apa_pun():
    kode = "import sys, asn_nilai; print([m for m in sys.modules if m.startswith('asn_nilai.') or m in {'pandas', 'pydantic'}])"
    lari = subprocess.run([sys.executable, "-c", kode], capture_output=True, text=True, check=True)
    assert lari.stdout == "[]\n"


def _ditolak(folder):
    raise PermissionError(errno.EACCES, "Permission denied", str(folder))


@pytest.mark.parametrize(
    "tanya",
    [
        lambda kota: kota.bulan,
        lambda kota: kota.unit,
        lambda kota: kota.periksa("Mei"),
        lambda kota: kota.nilai("Mei"),
        lambda kota: kota.jelaskan("ujangsyahrial", "Mei"),
        lambda kota: kota.terbitkan("Mei"),
        lambda kota: buka_ruang_kerja(kota.folder),
    ],
    ids=["bulan", "unit", "periksa", "nilai", "jelaskan", "terbitkan", "buka"],
)
def test_yang_ditolak_sistem_berkata_apa_dan_harus_bagaimana(contoh, monkeypatch, tanya):
    """A person can mend it, so it is the one kind of error that is promised, and it does not speak English."""
    kota = buka_ruang_kerja(contoh)
    monkeypatch.setattr("asn_nilai.ruang_kerja.os.listdir", _ditolak)
    monkeypatch.setattr("asn_nilai.api.siapkan_tahun", _ditolak)
    monkeypatch.setattr("asn_nilai.cari_ruang.Path.is_dir", _ditolak)
    with pytest.raises(PenggunaanError, match=r"tidak dapat dibuka \(tidak diizinkan\)\. Tutup program"):
        tanya(kota)


def test_galat_menulis_disampaikan_dan_yang_bukan_urusan_orang_tetap_apa_adanya(contoh, monkeypatch):
    kota = buka_ruang_kerja(contoh)
    for asal, jadi in ((TulisGagalError("disk penuh"), PenggunaanError), (OSError("aneh"), OSError)):
        monkeypatch.setattr("asn_nilai.api.siapkan_tahun", Mock(side_effect=asal))
        with pytest.raises(jadi, match=str(asal)):
            _ = kota.unit


def test_satu_unit_boleh_ditulis_tanpa_daftar(contoh):
    """A text is a sequence of its letters: never are those taken for units."""
    kota = buka_ruang_kerja(contoh)
    assert [unit.unit.kode for unit in kota.periksa("Mei", unit="KEL-TD").unit] == ["KEL-TD"]
