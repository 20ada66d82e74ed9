"""The folders of submissions are listed as seldom as can be: on a network share each look costs milliseconds."""

from collections import Counter

import pytest

from asn_nilai import ruang_kerja

MEI = ("--periode", "2026-05")


@pytest.fixture
def dilihat(kota, monkeypatch) -> Counter[str]:
    """Count how often each folder of the city is listed."""
    semua, asli = Counter[str](), ruang_kerja._isi_folder

    def lihat(folder):
        semua[folder.relative_to(kota).as_posix()] += 1
        return asli(folder)

    monkeypatch.setattr(ruang_kerja, "_isi_folder", lihat)
    return semua


def test_folder_setoran_dilihat_sekali_bagi_tiap_unit(kota, jalankan, dilihat):
    def sekali_jalan() -> dict[str, int]:
        dilihat.clear()
        jalankan("validasi", kota, *MEI, "--paralel", "1")
        return {nama: dilihat[nama] for nama in ("target", "capaian/2026-05")}

    unit = len(list((kota / "target").iterdir()))
    awal = 3  # before any unit is read: files that lie there under a wrong name
    assert max(sekali_jalan().values()) <= unit + awal
    assert max(sekali_jalan().values()) <= unit + awal  # the year's targets have been registered by now
