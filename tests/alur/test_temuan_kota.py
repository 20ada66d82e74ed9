"""Findings that only the city's run sees are made anew each time: never carried over, never told twice."""

import pytest


@pytest.mark.parametrize("kali", [2, 3])
def test_hitungan_berikutnya_menulis_temuan_yang_sama(kota, jalankan, kali):
    with (kota / "asn-nilai.toml").open("a", encoding="utf-8") as berkas:
        berkas.write('\n[unit.BKPSDM]\npredikat_organisasi = "Kurang"\n')
    temuan = kota / "hasil/2026-05/temuan.csv"
    isi = []
    for _ in range(kali):
        jalankan("hitung", kota, "--periode", "2026-05", "--paralel", 1)
        isi.append(temuan.read_text(encoding="utf-8"))
    assert isi[0].count("distribusi-unit-di-luar-panduan") >= 1
    assert isi == isi[:1] * kali
    assert jalankan("verifikasi", kota, "--periode", "2026-05")[0] == 0
