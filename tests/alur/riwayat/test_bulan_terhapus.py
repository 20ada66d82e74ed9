"""A month's results taken away before a longer period is computed: what changed in the month must not pass unseen."""

import shutil

from alur.riwayat.buku_uji import ubah

PANJANG = ("--periode", "2026-04:2026-05", "--paralel", "1")
UNIT, NIP = "PKM-TB", "198604092024212934"


def test_periode_panjang_menyebut_bulan_yang_pernah_dihitung_dan_dihapus(mei, jalankan, hasil_json):
    ubah(mei / f"capaian/2026-05/{UNIT}.xlsx", "Capaian", "Realisasi", NIP, "KES-04", 99)
    shutil.rmtree(mei / "hasil/2026-05")
    status, _, pesan = jalankan("hitung", mei, *PANJANG)
    kata = " ".join(pesan.split())
    assert status == 0
    assert "Pernah dihitung, tetapi hasilnya tidak ada lagi: Mei 2026." in kata
    assert "--semua (baru sesudah bulan di dalamnya sama dengan yang ini, periodenya dapat dikunci)" in kata
    assert hasil_json("hitung", mei, *PANJANG)[1]["terhapus_di_dalamnya"] == ["2026-05"]
    status, _, pesan = jalankan("kunci", mei, *PANJANG)
    assert (status, "hasil Mei 2026 tidak ada lagi" in " ".join(pesan.split())) == (2, True)


def test_bulan_yang_tidak_pernah_dihitung_tidak_disebut(kota, jalankan):
    _, _, pesan = jalankan("hitung", kota, *PANJANG)
    assert "hasilnya tidak ada lagi" not in pesan
    assert jalankan("kunci", kota, *PANJANG)[0] == 0


def test_bulan_terkunci_yang_hasilnya_dihapus_tidak_menahan(terkunci, jalankan):
    """A locked month is held against its copy."""
    shutil.rmtree(terkunci / "hasil/2026-05")
    assert jalankan("hitung", terkunci, *PANJANG)[0] == 0
    assert jalankan("kunci", terkunci, *PANJANG)[0] == 0
