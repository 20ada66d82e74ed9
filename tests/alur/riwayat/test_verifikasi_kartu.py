"""Cards among the results: proved to say what the inputs give now."""

from alur.riwayat.buku_uji import ubah
from alur.riwayat.test_celah import CAPAIAN, MEI, NIP
from alur.riwayat.test_verifikasi_rekap import PERIODE, buktikan

LAIN = "bukan kartu nilai dari hitungan sekarang: ditulis sebelum hasilnya berubah, atau diubah sesudahnya"


def kartu(kota):
    return kota / f"hasil/2026-05/kartu/kartu-{NIP}.html"


def test_kartu_yang_diubah_tangan_disebut(mei, jalankan):
    jalankan("jelaskan", NIP, mei, *PERIODE)
    assert buktikan(mei, jalankan)[0] == 0
    isi = kartu(mei).read_bytes()
    kartu(mei).write_bytes(isi.replace(b"Butuh Perbaikan", b"Sangat Baik").replace(b"Baik", b"Sangat Baik"))
    status, pesan = buktikan(mei, jalankan)
    assert (status, f"hasil/2026-05/kartu/kartu-{NIP}.html: {LAIN}" in pesan) == (1, True)
    assert "TIDAK UTUH: 1 ketidakcocokan pada 1 berkas." in pesan
    assert (
        f"Berikutnya: asn-nilai jelaskan --semua {mei} --periode 2026-05 menulis kartu nilainya kembali; tarik"
        in pesan
    )


def test_kartu_sebelum_perubahan_disebut_sampai_ditulis_lagi(mei, jalankan):
    jalankan("jelaskan", "--semua", mei, *PERIODE)
    ubah(mei / CAPAIAN, "Capaian", "Realisasi", NIP, "KES-04", 99)
    jalankan("hitung", mei, *MEI)
    status, pesan = buktikan(mei, jalankan)
    assert (status, pesan.count(LAIN), f"kartu-{NIP}.html: {LAIN}" in pesan) == (1, 1, True)
    jalankan("jelaskan", "--semua", mei, *PERIODE)
    assert buktikan(mei, jalankan)[0] == 0


def test_kartu_orang_yang_tidak_ada_disebut(mei, jalankan):
    jalankan("jelaskan", NIP, mei, *PERIODE)
    kartu(mei).rename(kartu(mei).with_name("kartu-199001012020011001.html"))
    status, pesan = buktikan(mei, jalankan)
    assert (status, f"kartu-199001012020011001.html: {LAIN}" in pesan) == (1, True)


def test_kunci_tidak_membuat_kartu_sebelumnya_salah(mei, jalankan):
    jalankan("jelaskan", NIP, mei, *PERIODE)
    assert (
        jalankan("kunci", mei, *PERIODE, "--paralel", "1", "--nomor", "1/BKPSDM", "--catatan", "uji")[0] == 0
    )
    assert buktikan(mei, jalankan)[0] == 0
    jalankan("jelaskan", NIP, mei, *PERIODE)
    assert buktikan(mei, jalankan)[0] == 0


def test_rekap_dan_kartu_yang_lain_masing_masing_punya_jalan(mei, jalankan):
    jalankan("jelaskan", NIP, mei, *PERIODE)
    jalankan("rekap", mei, *PERIODE)
    for berkas in (kartu(mei), mei / "hasil/2026-05/rekap.html"):
        berkas.write_bytes(berkas.read_bytes() + b" ")
    _, pesan = buktikan(mei, jalankan)
    assert "Berikutnya: asn-nilai rekap " in pesan
    assert "--samarkan. asn-nilai jelaskan --semua " in pesan


def test_dari_banyak_kartu_beberapa_disebut_dan_sisanya_dihitung(mei, jalankan):
    jalankan("jelaskan", "--semua", mei, *PERIODE)
    semua = sorted(kartu(mei).parent.iterdir())
    for berkas in semua:
        berkas.write_bytes(berkas.read_bytes() + b" ")
    _, pesan = buktikan(mei, jalankan)
    assert pesan.count(LAIN) == 8
    assert f"hasil/2026-05/kartu/: begitu juga {len(semua) - 8} kartu lagi" in pesan
    assert "menulis kartu nilainya kembali; tarik yang sudah dibagikan." in pesan


def test_hasil_yang_diubah_tidak_dibetulkan_dengan_menulis_kartu(mei, jalankan):
    jalankan("jelaskan", NIP, mei, *PERIODE)
    for berkas in (kartu(mei), mei / "hasil/2026-05/index.html"):
        berkas.write_bytes(berkas.read_bytes() + b" ")
    _, pesan = buktikan(mei, jalankan)
    assert "TIDAK UTUH: 2 ketidakcocokan pada 2 berkas. Berikutnya: cari tahu apa yang mengubahnya." in pesan
    assert "asn-nilai jelaskan" not in pesan
