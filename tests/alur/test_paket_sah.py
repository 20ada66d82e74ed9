"""Every kind of workbook that we write holds against a validator as strict as Excel, which repairs what others forgive."""

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


def test_salinan_bertanda_dan_daftar_sel(kota, jalankan):
    jalankan("validasi", kota, "--periode", "2026-06", "--tandai", "--paralel", 1)
    salinan = sorted((kota / "hasil/2026-06").rglob("*_ditandai.xlsx"))
    assert len(salinan) >= 4
    assert {berkas.name: galat(berkas) for berkas in salinan if galat(berkas)} == {}
