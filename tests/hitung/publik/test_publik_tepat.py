"""A publication's services at the edge: the month with the fewest reporters counts, and what is withheld is told whole."""

from publik_buatan import bahan, laporan

from asn_nilai.hitung.publik import susun_publik

KUNCI = bytes(range(32))


def test_banyak_pelapor_ialah_yang_bulan_tersedikit():
    bulanan = {
        1: laporan("U0", 24) + laporan("U1", 9, mulai=30),
        2: laporan("U0", 6) + laporan("U1", 9, mulai=30),
        3: laporan("U0", 12) + laporan("U1", 9, mulai=30),
    }
    (layanan,) = susun_publik(bahan(bulanan, "2026-T1"), KUNCI).layanan
    sendiri = {bulan: susun_publik(bahan(bulanan, f"2026-0{bulan}"), KUNCI).layanan[0] for bulan in (1, 2, 3)}
    kelas = {bulan: [baris.orang for baris in isi.unit] for bulan, isi in sendiri.items()}
    assert [baris.orang for baris in layanan.unit] == kelas[2]
    assert layanan.seluruh.orang == sendiri[2].seluruh.orang
    assert [baris.orang for baris in layanan.unit] == ["5–9", "5–9"]


def test_indikator_yang_tidak_ada_lagi_dalam_skema_ditahan_dengan_sebabnya():
    publik = susun_publik(bahan({3: laporan("U0", 9, indikator="LAMA")}), KUNCI)
    assert ("LAMA", "Indikator ini tidak ada lagi dalam skema.") in [(d.hal, d.sebab) for d in publik.ditahan]


def test_periode_dua_bulan_memotong_setiap_bulan_seperti_terbitan_bulan_itu_sendiri():
    """January alone shows U1 and U2 together: a period that showed U1 apart would give U2's two persons away."""
    bulanan = {
        1: laporan("U0", 9) + laporan("U1", 6, 10) + laporan("U2", 2, 20) + laporan("U3", 7, 30),
        2: laporan("U0", 9) + laporan("U1", 6, 10) + laporan("U2", 3, 20) + laporan("U3", 3, 30),
    }
    baris = {
        periode: [(baris.sebutan, baris.jumlah_unit) for baris in layanan.unit]
        for periode in ("2026-01", "2026-02", "2026-01:2026-02")
        for layanan in susun_publik(bahan(bulanan, periode), KUNCI).layanan
    }
    assert baris == {
        "2026-01": [("Unit 0", 1), ("Unit 3", 1), ("Unit lain digabung", 2)],
        "2026-02": [("Unit 0", 1), ("Unit 1", 1), ("Unit lain digabung", 2)],
        "2026-01:2026-02": [("Unit 0", 1), ("Unit lain digabung", 3)],
    }
    digabung = {periode: susun_publik(bahan(bulanan, periode), KUNCI).digabung for periode in baris}
    assert digabung == {"2026-01": 2, "2026-02": 2, "2026-01:2026-02": 3}


def test_sebaran_dan_kinerja_yang_ditahan_disebut_dengan_sebabnya():
    publik = susun_publik(bahan({3: laporan("U0", 9)}, k=7), KUNCI)
    assert [(d.hal, d.sebab) for d in publik.ditahan] == [
        (
            "Sebaran predikat",
            "Hanya satu golongan predikat yang berisi 7 ASN atau lebih; hasilnya menjadi hasil setiap orang.",
        ),
        (
            "Rata-rata nilai hasil kerja menurut unit",
            "Kurang dari 3 unit dapat berdiri sendiri; nama samaran tidak menyamarkan apa pun.",
        ),
    ]
