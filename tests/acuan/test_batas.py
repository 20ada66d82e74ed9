"""Limits in asn-nilai.toml: each can be moved, and a slip of the hand is named."""

import pytest

from asn_nilai.acuan.batas import Batas, BatasTidakSahError
from asn_nilai.ruang_kerja import RuangKerja, RuangKerjaTidakSahError


def test_without_a_table_the_limits_are_those_of_the_manual():
    assert Batas.dari_isi({}) == Batas()


def test_each_limit_can_be_moved_and_the_others_stay():
    batas = Batas.dari_isi({"berkas-mb": 60, "sel": 5})
    assert (batas.berkas_mb, batas.sel, batas.detik) == (60, 5, Batas().detik)


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        ({"sell": 3}, r"\[batas\] sell tidak dikenal; yang dikenal: berkas-mb, dikembangkan-mb"),
        ({"berkas_mb": 3}, "berkas_mb tidak dikenal"),
        ({"sel": 0}, "sel harus bilangan bulat mulai dari 1"),
        ({"sel": 2.5}, "sel harus bilangan bulat"),
        ({"sel": "banyak"}, "sel harus bilangan bulat"),
        ({"detik": True}, "detik harus bilangan bulat"),
        (7, r"\[batas\] harus berisi nama = angka"),
    ],
)
def test_a_wrong_limit_is_named(isi, kata):
    with pytest.raises(BatasTidakSahError, match=kata):
        Batas.dari_isi(isi)


def test_the_work_folder_reads_its_limits(tmp_path):
    berkas = tmp_path / "asn-nilai.toml"
    berkas.write_text("tahun = 2026\n[batas]\ndetik = 5\n", encoding="utf-8")
    assert RuangKerja.buka(tmp_path).batas.detik == 5
    berkas.write_text("tahun = 2026\n[batas]\nmenit = 5\n", encoding="utf-8")
    with pytest.raises(RuangKerjaTidakSahError, match="menit tidak dikenal"):
        RuangKerja.buka(tmp_path)
