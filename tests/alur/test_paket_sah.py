"""Every kind of workbook that we write holds against a validator as strict as Excel, which repairs what others forgive."""

import re
import zipfile
from pathlib import Path

import pytest
from alur.riwayat.buku_uji import ubah
from openxml_audit import OpenXmlValidator

MEI = ("--periode", "2026-05", "--paralel", "1")


def galat(berkas) -> list[str]:
    return [str(ini) for ini in OpenXmlValidator().validate(str(berkas)).errors]


@pytest.mark.usefixtures("mei")
def test_buku_nilai_dengan_perubahan_rekap_simulasi_dan_templat(kota, jalankan):
    ubah(kota / "capaian/2026-05/PKM-TB.xlsx", "Capaian", "Realisasi", "198604092024212934", "KES-04", 99)
    for perintah in (
        ("hitung", kota, *MEI), ("rekap", kota, "--periode", "2026-05"),
        ("simulasi", kota, "--periode", "2026-05", "--aturan", "pp-30-2019"), ("templat", "target", kota),
        ("templat", "capaian", kota, "--periode", "2026-06"),
    ):  # fmt: skip
        assert jalankan(*perintah)[0] in {0, 1}, perintah
    buku = [
        kota / "hasil/2026-05/PKM-TB/nilai.xlsx", kota / "hasil/2026-05/rekap.xlsx", *(kota / "simulasi").rglob("*.xlsx"),
        kota / "templat/target/PKM-TB.xlsx", kota / "templat/2026-06/PKM-TB.xlsx",
    ]  # fmt: skip
    assert len(buku) == 5
    assert {berkas.name: galat(berkas) for berkas in buku if galat(berkas)} == {}


RUSAK = {
    "teks bersama di luar daftar": ("xl/worksheets/sheet1.xml", rb't="s"><v>\d+<', b't="s"><v>99999<'),
    "hubungan ke bagian yang tidak ada": ("xl/_rels/workbook.xml.rels", b"worksheets/sheet1.xml", b"worksheets/sheet99.xml"),
    "unsur yang tidak dikenal skemanya": ("xl/worksheets/sheet1.xml", b"<sheetData>", b"<sheetDatum/><sheetData>"),
}  # fmt: skip


@pytest.mark.parametrize("nama", RUSAK)
def test_pemeriksa_menemukan_yang_diperbaiki_excel(hasil_mei, tmp_path, nama):
    """A validator that finds nothing anywhere would let all the others pass."""
    asal, rusak = Path(hasil_mei / "hasil/2026-05/PKM-TB/nilai.xlsx"), tmp_path / "rusak.xlsx"
    bagian, dulu, kini = RUSAK[nama]
    with zipfile.ZipFile(asal) as paket, zipfile.ZipFile(rusak, "w") as baru:
        for isi in paket.namelist():
            ganti = re.subn(dulu, kini, paket.read(isi), count=1) if isi == bagian else (paket.read(isi), 1)
            assert ganti[1] == 1
            baru.writestr(isi, ganti[0])
    assert galat(asal) == []
    assert galat(rusak) != []


def test_salinan_bertanda_dan_daftar_sel(kota, jalankan):
    jalankan("validasi", kota, "--periode", "2026-06", "--tandai", "--paralel", 1)
    salinan = sorted((kota / "hasil/2026-06").rglob("*_ditandai.xlsx"))
    assert len(salinan) >= 4
    assert {berkas.name: galat(berkas) for berkas in salinan if galat(berkas)} == {}
