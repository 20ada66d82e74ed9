"""Where things lie, and what is said when a folder cannot be used."""

import os
import re
from functools import cache
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from asn_nilai.acuan.periode import Bulan, Periode
from asn_nilai.cari_ruang import cara_masuk
from asn_nilai.ruang_kerja import RuangKerja, RuangKerjaTidakSahError, buku_kerja, menurut_nama

JUNI = Bulan(2026, 6)


DASAR = 'instansi = "Kota Rekaan"\ntahun = 2026\n'


def buat(folder: Path, isi: str = DASAR) -> RuangKerja:
    (folder / "asn-nilai.toml").write_text(isi, encoding="utf-8")
    return RuangKerja.buka(folder)


def taruh(folder: Path, *nama: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for berkas in nama:
        (folder / berkas).write_bytes(b"")


def test_pengaturan_dibaca_dan_aturan_bawaan_dipakai(tmp_path):
    ruang = buat(tmp_path)
    assert (ruang.instansi, ruang.tahun, ruang.aturan) == ("Kota Rekaan", 2026, "permenpanrb-6-2022")
    assert ruang.skema == tmp_path.resolve() / "skema.xlsx"
    assert ruang.folder_hasil(Periode.dari_teks("2026-01:2026-05")).name == "2026-01_2026-05"


def test_berkas_dapat_dipindahkan_lewat_pengaturan(tmp_path):
    ruang = buat(tmp_path, 'instansi = "X"\ntahun = 2026\n[berkas]\ncapaian = "setoran/capaian"\n')
    taruh(tmp_path / "setoran" / "capaian" / "2026-06", "A.xlsx")
    assert [ruang.relatif(f) for f in ruang.berkas_capaian(JUNI, "A")] == ["setoran/capaian/2026-06/A.xlsx"]


def test_pengaturan_berawalan_bom_dari_notepad_tetap_terbaca(tmp_path):
    (tmp_path / "asn-nilai.toml").write_bytes(b'\xef\xbb\xbfinstansi = "X"\ntahun = 2026\n')
    assert RuangKerja.buka(tmp_path).tahun == 2026


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        ('tahun = "2026"', "'tahun' harus berupa angka"),
        ("tahun = 12", "'tahun' harus berupa angka"),
        ("tahun = ", r"tidak dapat dimengerti: baris 1 \(tahun =\): isinya kosong"),
        ("tahun = 2026\nberkas = 3", r"\[berkas\] harus berisi"),
    ],
)
def test_pengaturan_yang_salah_disebut_sebabnya(tmp_path, isi, kata):
    with pytest.raises(RuangKerjaTidakSahError, match=kata):
        buat(tmp_path, isi)


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        ('hasil = "riwayat"', "hasil menunjuk riwayat, yaitu folder riwayat juga."),
        ('hasil = "./Capaian/"', "hasil menunjuk ./Capaian/, yaitu folder capaian juga."),
        ('target = "masuk"\nhasil = "masuk"', "hasil menunjuk masuk, yaitu folder target juga."),
        ('templat = "capaian"', "templat menunjuk capaian, yaitu folder capaian juga."),
        ('templat = "x\\\\..\\\\dokumen"', "yaitu folder dokumen juga."),
    ],
)
def test_yang_ditulis_program_tidak_berbagi_folder(tmp_path, isi, kata):
    with pytest.raises(RuangKerjaTidakSahError, match=re.escape(kata)) as galat:
        buat(tmp_path, DASAR + "[berkas]\n" + isi + "\n")
    assert "beri" in str(galat.value)


def test_setoran_boleh_berbagi_folder(tmp_path):
    assert buat(tmp_path, DASAR + '[berkas]\ntarget = "masuk"\ncapaian = "masuk"\n').berkas.tabrakan == ""


def test_pengaturan_yang_bukan_utf8_atau_tidak_boleh_dibaca(tmp_path, monkeypatch):
    (tmp_path / "asn-nilai.toml").write_bytes('instansi = "é"'.encode("latin-1"))
    with pytest.raises(RuangKerjaTidakSahError, match="tidak disimpan sebagai UTF-8"):
        RuangKerja.buka(tmp_path)

    def tolak(*_isi, **_pilihan):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", tolak)
    with pytest.raises(RuangKerjaTidakSahError, match="Tutup berkas itu di program lain") as galat:
        RuangKerja.buka(tmp_path)
    assert "denied" not in str(galat.value)


def test_pengaturan_yang_tidak_dikenal_menjadi_temuan(tmp_path):
    ruang = buat(tmp_path, "tahun = 2026\n[berkas]\nhasill = 'x'\ncapaian = 'setoran'\n")
    assert (ruang.berkas.hasil, ruang.berkas.capaian) == ("hasil", "setoran")
    assert [(temuan.kode, str(temuan.letak)) for temuan in ruang.temuan] == [
        ("pengaturan-tidak-dikenal", "asn-nilai.toml")
    ]


def test_folder_yang_bukan_ruang_kerja(tmp_path):
    with pytest.raises(RuangKerjaTidakSahError, match="bukan ruang kerja"):
        RuangKerja.buka(tmp_path)
    with pytest.raises(RuangKerjaTidakSahError, match="tidak ada"):
        RuangKerja.buka(tmp_path / "salah-ketik")


def test_berkas_kunci_office_bukan_setoran(tmp_path):
    taruh(
        tmp_path,
        "A.xlsx",
        "~$A.xlsx",
        ".~lock.A.xlsx#",
        ".A.xlsx",
        "catatan.txt",
        "B.ODS",
        "C.xls",
        "D.xlsb",
        "E.xlsm",
    )
    assert [f.name for f in buku_kerja(tmp_path)] == ["A.xlsx", "B.ODS", "C.xls", "D.xlsb", "E.xlsm"]
    assert buku_kerja(tmp_path / "tidak-ada") == []


def test_buku_yang_tidak_dicari_tidak_ditanyakan(tmp_path, monkeypatch):
    taruh(tmp_path, "PKM.1.xlsx", "Kel-TD.XLSX", "lain.xlsx")
    ditanyakan = []
    monkeypatch.setattr(Path, "is_file", lambda ini: ditanyakan.append(ini.name) or True)
    assert buku_kerja(tmp_path, selain={"pkm.1", "kel-td"}) == [tmp_path / "lain.xlsx"]
    assert ditanyakan == ["lain.xlsx"]


def test_berkas_unit_dicari_tanpa_membedakan_huruf_besar(tmp_path):
    ruang = buat(tmp_path)
    taruh(tmp_path / "target", "pkm-tb.xlsx", "PKM-TB.ods", "PKM-T.xlsx")
    assert sorted(f.name for f in ruang.berkas_target("PKM-TB")) == ["PKM-TB.ods", "pkm-tb.xlsx"]


def test_yang_bertanya_banyak_melihat_tiap_folder_sekali(tmp_path, monkeypatch):
    ruang = buat(tmp_path)
    taruh(tmp_path / "target", "A.xlsx", "B.1.xlsx", "b.1.ods", "~$A.xlsx", "C.txt", "tanpa-akhiran")
    dilihat = []
    listdir = os.listdir
    monkeypatch.setattr(os, "listdir", lambda folder: dilihat.append(folder) or listdir(folder))
    lihat = cache(menurut_nama)
    nama = {
        k: [f.name for f in ruang.berkas_target(*k, lihat=lihat)] for k in ("A", "AD", "C", ("B.1", "b.1"))
    }
    assert nama == {"A": ["A.xlsx"], "AD": ["A.xlsx"], "C": [], ("B.1", "b.1"): ["B.1.xlsx", "b.1.ods"]}
    assert dilihat == [tmp_path.resolve() / "target"]


def test_bulan_terbaru_ialah_yang_ada_berkasnya(tmp_path):
    ruang = buat(tmp_path)
    assert ruang.bulan_terbaru() is None
    taruh(tmp_path / "capaian" / "2026-04", "A.xlsx")
    taruh(tmp_path / "capaian" / "2026-05", "~$A.xlsx")
    taruh(tmp_path / "capaian" / "2026-99", "A.xlsx")
    taruh(tmp_path / "capaian" / "arsip", "A.xlsx")
    taruh(
        tmp_path / "capaian" / "2027-01", "A.xlsx"
    )  # as --periode refuses it: that year has a work folder of its own
    assert ruang.bulan_terbaru().kode == "2026-04"


def test_bulan_tahun_lain_saja_bukan_bulan_terbaru(tmp_path):
    """Last year's folder copied to begin with: its December is not computed by this year's targets."""
    taruh(tmp_path / "capaian" / "2025-12", "A.xlsx")
    assert buat(tmp_path).bulan_terbaru() is None


def test_berkas_di_luar_ruang_kerja_disebut_utuh(tmp_path):
    (tmp_path / "kota").mkdir()
    ruang = buat(tmp_path / "kota")
    assert ruang.relatif(tmp_path / "lain.xlsx").endswith("lain.xlsx")


@pytest.mark.parametrize(
    ("folder", "kini", "cara"),
    [
        (PureWindowsPath("D:/kinerja"), PureWindowsPath("C:/Users/a"), "pushd"),
        (PureWindowsPath("//server/bersama/kinerja"), PureWindowsPath("C:/Users/a"), "pushd"),
        (PureWindowsPath("D:/kinerja"), PureWindowsPath("d:/"), "cd"),
        (PurePosixPath("/data/kinerja"), PurePosixPath("/home/a"), "cd"),
    ],
)
def test_masuk_ke_drive_lain_tidak_dengan_cd_saja(folder, kini, cara):
    """The console of Windows takes `cd D:\\kinerja` and stays on C:."""
    assert cara_masuk(folder, kini).split()[0] == cara
