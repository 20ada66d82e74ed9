"""The folders of submissions are listed as seldom as can be: on a network share each look costs milliseconds."""

from collections import Counter

import pytest

from asn_nilai import ruang_kerja
from asn_nilai.alur.masukan import bulan_lalu
from asn_nilai.alur.siapkan import siapkan

MEI = ("--periode", "2026-05")
DI_MUKA = 3
"""Looks before and after the units: for files that lie there under a wrong name, and for the days of submission."""


@pytest.fixture
def dilihat(kota, monkeypatch) -> Counter[str]:
    """Count how often each folder of the city is listed."""
    semua, asli = Counter[str](), ruang_kerja._isi_folder

    def lihat(folder):
        semua[folder.relative_to(kota).as_posix()] += 1
        return asli(folder)

    monkeypatch.setattr(ruang_kerja, "_isi_folder", lihat)
    return semua


@pytest.mark.usefixtures("hanya_data")
def test_folder_setoran_dilihat_sekali_bagi_semua_unit(kota, jalankan, dilihat):
    assert len(list((kota / "target").iterdir())) > DI_MUKA + 1
    for perintah in ("validasi", "hitung", "validasi"):  # from the second on registers tell what there was
        dilihat.clear()
        assert jalankan(perintah, kota, *MEI)[0] < 2
        for folder in ("target", "capaian/2026-05"):
            assert 0 < dilihat[folder] <= 1 + DI_MUKA, (perintah, folder)
        assert dilihat["capaian/2026-04"] <= 2, perintah


def test_kunci_periodenya_dicari_sekali_bagi_semua_bulan_sebelumnya(kota, monkeypatch):
    dicari, asli = [], bulan_lalu.versi_terakhir
    monkeypatch.setattr(bulan_lalu, "versi_terakhir", lambda *tempat: dicari.append(tempat) or asli(*tempat))
    konteks = siapkan(kota, "2026-05")
    for tanya in (bulan_lalu.berkas_bulan_lain, bulan_lalu.baca_hasil_lalu, bulan_lalu.berkas_tak_terpakai):
        dicari.clear()
        tanya(konteks)
        assert len(dicari) == 1, tanya.__name__
