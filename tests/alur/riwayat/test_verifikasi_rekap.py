"""Recap and publication among the results: proved to be as they were written, and to be of the results that stand there."""

import shutil

from alur.riwayat.buku_uji import ubah
from alur.riwayat.test_celah import CAPAIAN, MEI, NIP

from asn_nilai.alur.terbitan import rekap_tercatat

DARI_LAIN = "disusun dari hasil yang lain daripada sekarang (hasil/2026-05/nilai.csv, "
PERIODE = ("--periode", "2026-05")


def buktikan(kota, jalankan) -> tuple[int, str]:
    status, _, pesan = jalankan("verifikasi", kota, *MEI)
    return status, " ".join(pesan.split())


def test_himpunan_untuk_umum_yang_diubah_disebut(mei, jalankan):
    assert jalankan("rekap", mei, *PERIODE, "--samarkan")[0] == 0
    assert buktikan(mei, jalankan)[0] == 0
    berkas = mei / "hasil/2026-05/publik/layanan.csv"
    berkas.write_bytes(berkas.read_bytes().replace(b"9", b"8"))
    status, pesan = buktikan(mei, jalankan)
    assert (status, "hasil/2026-05/publik/layanan.csv: bukan lagi yang ditulis rekap" in pesan) == (1, True)
    assert "TIDAK UTUH: 1 ketidakcocokan pada 1 berkas. Berikutnya: asn-nilai rekap " in pesan
    assert "yang untuk umum dengan --samarkan." in pesan


def test_rekap_dari_hasil_sebelumnya_disebut_sampai_disusun_lagi(mei, jalankan):
    for pilihan in ((), ("--samarkan",)):
        jalankan("rekap", mei, *PERIODE, *pilihan)
    assert "disusun dari hasil" not in jalankan("hitung", mei, *MEI, "--paksa")[2]
    assert "disusun dari hasil" not in buktikan(mei, jalankan)[1]
    ubah(mei / CAPAIAN, "Capaian", "Realisasi", NIP, "KES-04", 99)
    dihitung = " ".join(jalankan("hitung", mei, *MEI)[2].split())
    status, dibuktikan = buktikan(mei, jalankan)
    assert status == 0
    for apa, pilihan in (
        ("Rekap di hasil/2026-05", ""),
        ("Yang untuk umum di hasil/2026-05/publik", " --samarkan"),
    ):
        for pesan in (dihitung, dibuktikan):
            assert f"{apa} {DARI_LAIN}" in pesan
            assert f"{mei} --periode 2026-05{pilihan}" in pesan
    for pilihan in ((), ("--samarkan",)):
        jalankan("rekap", mei, *PERIODE, *pilihan)
    assert "disusun dari hasil" not in buktikan(mei, jalankan)[1]


def test_bulan_lain_yang_hasilnya_dihapus_tidak_membuat_rekap_lain(mei, jalankan):
    jalankan("hitung", mei, "--periode", "2026-04", "--paralel", "1")
    jalankan("hitung", mei, *MEI)
    jalankan("rekap", mei, *PERIODE)
    shutil.rmtree(mei / "hasil/2026-04")
    assert "disusun dari hasil" not in buktikan(mei, jalankan)[1]


def test_rekap_dari_hasil_menurut_aturan_lain_tidak_disuruh_disusun_kembali(mei, jalankan):
    for pilihan in ((), ("--samarkan",)):
        jalankan("rekap", mei, *PERIODE, *pilihan)
    dihitung = " ".join(jalankan("hitung", mei, *MEI, "--aturan", "pp-30-2019")[2].split())
    assert DARI_LAIN in dihitung
    assert "Hasil menurut aturan lain daripada yang tertulis di asn-nilai.toml tidak direkap." in dihitung
    assert "Susun kembali" not in dihitung
    assert jalankan("rekap", mei, *PERIODE)[0] == 2


def test_hasil_bulan_yang_dihapus_tidak_mengatakan_bahwa_rekapnya_lama(tmp_path):
    berkas = tmp_path / "nilai.csv"
    assert rekap_tercatat._berubah(berkas, "sidik") is False
    berkas.write_text("lain", encoding="utf-8")
    assert rekap_tercatat._berubah(berkas, "sidik") is True
