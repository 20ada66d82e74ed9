"""Recognition, support and angka kredit: each criterion on both sides, and missing months that are no zeros."""

from datetime import date
from math import isnan

import pytest
from nilai_buatan import hasil_unit, nilai_asn, nilai_indikator, perilaku_bulan

from asn_nilai.acuan.hasil.nilai import BELUM_DINILAI, PINDAH, SEMENTARA, BagianNilai
from asn_nilai.acuan.hasil.tindak_lanjut import HasilLalu, NilaiBulan
from asn_nilai.acuan.isian.skema import Penempatan, Skema, Unit
from asn_nilai.acuan.periode import Bulan, Periode
from asn_nilai.acuan.profil.bentuk_tindak_lanjut import Kriteria
from asn_nilai.acuan.profil.muat_aturan import baca_aturan, muat_aturan
from asn_nilai.acuan.rumus.angka_kredit import angka_kredit
from asn_nilai.acuan.setoran.perilaku import Perilaku
from asn_nilai.hitung import susun_tindak_lanjut

ATURAN = muat_aturan("permenpanrb-6-2022")
NIP = "198001012005011001"
ATAS, SESUAI, BAWAH = "Di Atas Ekspektasi", "Sesuai Ekspektasi", "Di Bawah Ekspektasi"
JUNI = Periode.dari_teks("2026-06")
KOSONG = HasilLalu({}, {})


def penempatan(**isi):
    isi = {"jenis_jabatan": "Fungsional", "jabatan": "Perawat Ahli Pertama", **isi}
    return Penempatan(NIP, "Siti Contoh", isi.pop("unit", "A"), **isi)


def tindak_lanjut(*, lalu=KOSONG, periode=JUNI, capaian=(), tempat=None, aturan=ATURAN, **ubah):
    tempat = tempat or [penempatan()]
    indikator = [
        nilai_indikator(f"IK-{n}", nama=f"Indikator {n}", capaian=angka) for n, angka in enumerate(capaian, 1)
    ]
    isi = {"nhk": 95.0, "rating_hasil": SESUAI, "predikat": "Baik", "indikator": indikator, **ubah}
    hasil = hasil_unit([nilai_asn(tempat[-1], **isi)], periode=periode)
    return susun_tindak_lanjut(hasil, Skema({"A": hasil.unit}, tuple(tempat), {}), aturan, lalu)


def bulan(**nilai):
    """Return results by month, `mei=(NHK, rating)`."""
    nomor = {"jan": 1, "feb": 2, "mar": 3, "apr": 4, "mei": 5, "jun": 6}
    return HasilLalu(
        {f"2026-{nomor[b]:02d}": {NIP: NilaiBulan(n, r, "Baik")} if n else {} for b, (n, r) in nilai.items()},
        {},
    )


@pytest.mark.parametrize(
    ("predikat", "penghargaan", "pembinaan"),
    [
        ("Sangat Baik", ["Predikat Sangat Baik pada Juni 2026."], []),
        ("Baik", [], []),
        ("Butuh Perbaikan", [], ["Predikat Butuh Perbaikan pada Juni 2026."]),
        ("Kurang", [], ["Predikat Kurang pada Juni 2026."]),
        ("Sangat Kurang", [], ["Predikat Sangat Kurang pada Juni 2026."]),
    ],
)
def test_kriteria_predikat(predikat, penghargaan, pembinaan):
    dapat = tindak_lanjut(predikat=predikat)
    assert [usulan.alasan for usulan in dapat.penghargaan] == penghargaan
    assert [usulan.alasan for usulan in dapat.pembinaan] == pembinaan


@pytest.mark.parametrize(
    ("dihitung", "alasan"),
    [
        (3, "Predikat Sangat Baik pada Triwulan II 2026."),
        (2, "Predikat Sangat Baik pada Triwulan II 2026, dinilai dari 2 di antara 3 bulannya."),
        (1, "Predikat Sangat Baik pada Triwulan II 2026, dinilai dari 1 di antara 3 bulannya."),
    ],
)
def test_usulan_menyebut_bila_hanya_sebagian_bulannya_dinilai(dihitung, alasan):
    """Who is measured in the one good month alone is not proposed as if it were the year."""
    triwulan = Periode.dari_teks("2026-T2")
    dapat = tindak_lanjut(predikat="Sangat Baik", periode=triwulan, bulan_dihitung=dihitung)
    assert [usulan.alasan for usulan in dapat.penghargaan] == [alasan]


def test_yang_belum_dinilai_atau_pindah_tidak_diusulkan():
    for status in (BELUM_DINILAI, PINDAH):
        dapat = tindak_lanjut(predikat="Sangat Kurang", status=status)
        assert (dapat.penghargaan, dapat.pembinaan) == ((), ())


def ide(nomor, catatan="", ada="Ya"):
    return perilaku_bulan(Bulan(2026, nomor), ide=ada, catatan=catatan)


@pytest.mark.parametrize("aturan", ["permenpanrb-6-2022", "pp-30-2019", "perka-bkn-1-2013"])
def test_ide_baru_didaftar_menurut_setiap_aturan_dengan_uraiannya(aturan):
    perilaku = Perilaku(SESUAI, bulan=(ide(4, "Antrean\n lewat  WA"), ide(5, "-"), ide(6, "Bukan ide", "")))
    for status in ("", BELUM_DINILAI):
        dapat = tindak_lanjut(aturan=muat_aturan(aturan), perilaku=perilaku, status=status)
        assert [(usulan.nip, usulan.nama, usulan.alasan) for usulan in dapat.ide_baru] == [
            (NIP, "Siti Contoh", "April 2026: Antrean lewat WA; Mei 2026: belum diuraikan di Catatan")
        ]
    assert tindak_lanjut(perilaku=perilaku, status=PINDAH).ide_baru == ()
    assert tindak_lanjut(perilaku=Perilaku(SESUAI, bulan=(ide(6, "x", ""),))).ide_baru == ()


@pytest.mark.parametrize(("awal", "naik"), [(85.0, True), (85.01, False), (84.99, True)])
def test_kenaikan_sepuluh_poin_dalam_tiga_bulan(awal, naik):
    dapat = tindak_lanjut(lalu=bulan(mar=(awal, BAWAH), mei=(95.0, SESUAI)))
    assert bool(dapat.penghargaan) is naik
    if awal == 85:
        assert dapat.penghargaan[0].alasan == (
            "Nilai hasil kerja naik 10,00 poin, dari 85,00 (Maret 2026) menjadi 95,00 (Juni 2026)."
        )


def test_kenaikan_dihitung_tepat():
    # 0.1 and 0.3 are no binary fractions: 90.3 − 80.3 is 10 on paper.
    assert tindak_lanjut(lalu=bulan(mar=(80.3, BAWAH), mei=(80.3, SESUAI)), nhk=90.3).penghargaan


@pytest.mark.parametrize(
    ("mei", "juni", "kena"), [(BAWAH, BAWAH, True), (SESUAI, BAWAH, False), (BAWAH, SESUAI, False)]
)
def test_dua_bulan_berturut_turut_di_bawah(mei, juni, kena):
    dapat = tindak_lanjut(lalu=bulan(mar=(95.0, SESUAI), mei=(80.0, mei)), rating_hasil=juni)
    assert bool(dapat.pembinaan) is kena
    if kena:
        assert dapat.pembinaan[0].alasan == (
            "Rating hasil kerja Di Bawah Ekspektasi, 2 bulan berturut-turut (Mei 2026–Juni 2026)."
        )


def test_bulan_yang_hilang_disebut_dan_bukan_nol():
    lalu = HasilLalu(
        {}, {"2026-03": "belum ada di ruang kerja ini", "2026-05": "dihitung dengan aturan lain"}
    )
    dapat = tindak_lanjut(lalu=lalu, rating_hasil=BAWAH, nhk=80.0)
    assert (dapat.penghargaan, dapat.pembinaan) == ((), ())
    assert dapat.catatan[0] == (
        "Hasil Maret 2026 belum ada di ruang kerja ini. Kriteria yang memerlukannya belum diterapkan, dan bulan itu "
        "tidak dihitung sebagai nol: kenaikan nilai hasil kerja."
    )
    assert len(dapat.catatan) == 2  # nobody in particular lacks a month that all lack
    assert "Hasil Mei 2026 dihitung dengan aturan lain." in dapat.catatan[1]
    assert "berturut-turut" in dapat.catatan[1]


def test_asn_tanpa_nilai_di_bulan_lalu_disebut_banyaknya():
    dapat = tindak_lanjut(lalu=bulan(mar=(None, ""), mei=(80.0, SESUAI)))
    assert dapat.penghargaan == ()
    (catatan,) = dapat.catatan
    assert catatan == (
        "Kriteria kenaikan nilai hasil kerja belum dapat diterapkan bagi 1 ASN yang belum punya nilai pada salah satu "
        "bulan yang dilihat; bulan itu tidak dihitung sebagai nol."
    )


def test_triwulan_melihat_bulan_bulannya_sendiri():
    triwulan = Periode.dari_teks("2026-T2")
    assert ATURAN.bulan_dilihat(triwulan) == (Bulan(2026, 3), Bulan(2026, 5), Bulan(2026, 6))
    assert ATURAN.bulan_dilihat(JUNI) == (Bulan(2026, 3), Bulan(2026, 5))
    assert ATURAN.bulan_dilihat(Periode.dari_teks("2026-01")) == (Bulan(2025, 10), Bulan(2025, 12))
    lalu = bulan(mar=(80.0, SESUAI), mei=(80.0, BAWAH), jun=(90.0, BAWAH))
    dapat = tindak_lanjut(lalu=lalu, periode=triwulan, bulan_dihitung=3)
    assert "naik 10,00 poin, dari 80,00 (Maret 2026)" in dapat.penghargaan[0].alasan
    assert "Mei 2026–Juni 2026" in dapat.pembinaan[0].alasan
    assert (dapat.angka_kredit[0].bulan, dapat.angka_kredit[0].angka) == (3, 3.12)


def test_aturan_tanpa_kriteria_memberi_daftar_kosong():
    dapat = tindak_lanjut(aturan=muat_aturan("kemenkeu-127-2026"), predikat="Sangat Baik")
    assert (dapat.penghargaan, dapat.pembinaan, dapat.catatan) == ((), (), ())


def test_indikator_yang_dikuatkan_di_bawah_ekspektasi_dari_yang_terendah():
    dapat = tindak_lanjut(predikat="Kurang", capaian=(89.99, 90, 40.5, float("nan"), 89.995, 89.9949, 120))
    isi = [(ind.kode, ind.capaian) for ind in dapat.pembinaan[0].indikator]
    assert isi == [("IK-3", 40.5), ("IK-1", 89.99), ("IK-6", 89.99)]


def test_indikator_di_unit_lama_ikut_dikuatkan_bagi_yang_pindah():
    """Its capaian is in the score: a plan that names none of it would put the blame on behaviour."""
    lama, baru = (
        tuple(nilai_indikator(kode, nama=f"Indikator {kode}", capaian=angka) for kode, angka in semua)
        for semua in ((("IK-1", 50.0), ("IK-2", 100.0)), (("IK-3", 110.0), ("IK-4", 80.0)))
    )
    bagian = (
        BagianNilai(Unit("LAMA", "Unit Lama"), 75.0, 1, lama),
        BagianNilai(Unit("A", "Unit A"), 95.0, 1, baru),
    )
    dapat = tindak_lanjut(
        predikat="Butuh Perbaikan",
        rating_hasil=BAWAH,
        indikator=baru,
        bagian=bagian,
        periode=Periode.dari_teks("2026-T2"),
    )
    isi = [(ind.sebutan, ind.capaian) for ind in dapat.pembinaan[0].indikator]
    assert isi == [("IK-1 Indikator IK-1, di LAMA", 50.0), ("IK-4 Indikator IK-4", 80.0)]


def test_tepi_yang_tidak_termasuk_ikut_dikuatkan():
    teks = (
        'dasar_profil = "permenpanrb-6-2022"\nformat = 1\n[profil]\nkode = "kota"\n'
        f'[pembinaan.indikator]\nnilai = "{ATAS}"\n'
    )
    dapat = tindak_lanjut(aturan=baca_aturan(teks, "kota.toml"), predikat="Kurang", capaian=(100, 100.01))
    assert [ind.kode for ind in dapat.pembinaan[0].indikator] == ["IK-1"]


def test_sebutan_yang_berganti_disebut_berurutan():
    teks = (
        'dasar_profil = "permenpanrb-6-2022"\nformat = 1\n[profil]\nkode = "kota"\n[pembinaan.kriteria.lama]\n'
        'judul = "dua bulan"\nnilai = { predikat = ["Kurang", "Baik"], bulan_berturut = 2 }\n'
        'dasar = "Kebijakan instansi"\nstatus = "kebijakan"\n'
    )
    dapat = tindak_lanjut(
        aturan=baca_aturan(teks, "kota.toml"), predikat="Kurang", lalu=bulan(mar=(95.0, ATAS), mei=(80.0, ""))
    )
    assert "Predikat Baik, lalu Predikat Kurang, 2 bulan berturut-turut" in dapat.pembinaan[0].alasan
    assert Kriteria(predikat=("Kurang", "Baik"), bulan_berturut=2).kalimat == (
        "predikat Kurang atau Baik, 2 bulan berturut-turut"
    )


@pytest.mark.parametrize(
    ("predikat", "periode", "jumlah", "harap"),
    [
        ("Baik", "2026-01:2026-02", 2, 2.08),
        ("Sangat Baik", "2026", 12, 18.75),
        ("Baik", "2026-T1", 3, 3.13),
        ("Baik", "2026-02", 1, 1.04),
        ("Baik", "2026-03", 1, 1.05),
    ],
)
def test_contoh_resmi_angka_kredit(predikat, periode, jumlah, harap):
    periode = Periode.dari_teks(periode)
    (kredit,) = tindak_lanjut(predikat=predikat, periode=periode, bulan_dihitung=jumlah).angka_kredit
    assert (kredit.jenjang, kredit.bulan, kredit.angka) == ("Ahli Pertama", jumlah, harap)


def _sebulan_sebulan(mulai):
    """Return the year's angka kredit month by month, of who came on a day of 2026."""
    tempat, hasil = [penempatan(mulai=mulai)], []
    for nomor in range(mulai.month, 13):
        (kredit,) = tindak_lanjut(
            periode=Periode.dari_teks(f"2026-{nomor:02d}"), tempat=tempat, bulan_dihitung=1
        ).angka_kredit
        assert kredit.sebelum == nomor - mulai.month
        hasil.append(kredit.angka)
    return hasil


def test_dua_belas_bulan_berjumlah_angka_setahun():
    setahun = _sebulan_sebulan(date(2026, 1, 1))
    assert setahun == [1.04, 1.04, 1.05, 1.04, 1.04, 1.04, 1.04, 1.04, 1.05, 1.04, 1.04, 1.04]
    assert round(sum(setahun), 2) == 12.5
    assert round(sum(_sebulan_sebulan(date(2026, 4, 1))), 2) == 9.38


def test_yang_dibulatkan_jumlah_berjalannya_disebut():
    (juni,) = tindak_lanjut().angka_kredit
    assert juni.keterangan == (
        "Baik 100 persen × Ahli Pertama 12,5 × 1 bulan ÷ 12. Dibulatkan sebagai jumlah berjalan 6 bulan dikurangi 5 bulan."
    )
    (januari,) = tindak_lanjut(periode=Periode.dari_teks("2026-01")).angka_kredit
    assert januari.keterangan == "Baik 100 persen × Ahli Pertama 12,5 × 1 bulan ÷ 12."


def test_hanya_jabatan_fungsional():
    assert tindak_lanjut(tempat=[penempatan(jenis_jabatan="Pelaksana")]).angka_kredit == ()
    assert tindak_lanjut(tempat=[penempatan(jenis_jabatan=" jabatan  FUNGSIONAL ")]).angka_kredit
    assert tindak_lanjut(status=PINDAH).angka_kredit == ()


@pytest.mark.parametrize(
    ("jabatan", "jenjang"),
    [
        ("Perawat Ahli Pertama", "Ahli Pertama"),
        ("Dokter  AHLI madya (Kepala Puskesmas)", "Ahli Madya"),
        ("Penyelia Mutu Ahli Muda", "Ahli Muda"),
        ("Penyelia Mutu Ahli Muda (Koordinator)", ""),
        ("Bidan Terampil", "Terampil"),
        ("Bidan Keterampilan", ""),
        ("Perawat", ""),
        ("Perawat Ahli Mudawan", ""),
    ],
)
def test_jenjang_dikenali_sebagai_kata_utuh(jabatan, jenjang):
    assert angka_kredit().jenjang(jabatan) == jenjang


def test_jabatan_sebelum_dan_sesudah_periode_tidak_ikut_menentukan():
    tempat = [
        penempatan(jabatan="Perawat Ahli Muda", mulai=date(2026, 5, 1), selesai=date(2026, 6, 30)),
        penempatan(jabatan="Kepala Seksi", jenis_jabatan="Pengawas", mulai=date(2026, 7, 1)),
    ]
    sebelum = penempatan(selesai=date(2026, 4, 30))
    hasil = hasil_unit([nilai_asn(tempat[0], nhk=95.0, rating_hasil=SESUAI, predikat="Baik")], periode=JUNI)
    skema = Skema({"A": hasil.unit}, (sebelum, *tempat), {})
    (kredit,) = susun_tindak_lanjut(hasil, skema, ATURAN, KOSONG).angka_kredit
    assert (kredit.jenjang, kredit.ada) == ("Ahli Muda", True)


@pytest.mark.parametrize(
    ("ubah", "sebab"),
    [
        ({"predikat": BELUM_DINILAI}, "Belum dinilai, jadi belum ada angka kredit."),
        (
            {"status": SEMENTARA, "bulan_kurang": (Bulan(2026, 6),)},
            "Nilainya masih sementara (tanpa Juni 2026), jadi belum ada angka kredit.",
        ),
        (
            {"tempat": [penempatan(jenis_asn="PPPK")]},
            "PPPK: angka kredit di sini bagi PNS; apakah PPPK mengumpulkannya belum diperiksa.",
        ),
        (
            {"tempat": [penempatan(jabatan="Perawat")]},
            "Jenjang tidak dikenali dari nama jabatan; lengkapi kolom Jabatan di skema.",
        ),
        (
            {"predikat": "Cukup"},
            "Predikat Cukup menurut PermenPANRB 6/2022 tidak ada di tabel angka kredit.",
        ),
        (
            {
                "periode": Periode.dari_teks("2026-T2"),
                "tempat": [
                    penempatan(selesai=date(2026, 4, 30)),
                    penempatan(jabatan="Perawat Ahli Muda", mulai=date(2026, 5, 1)),
                ],
            },
            "Jabatan atau jenjangnya berganti dalam periode ini; hitung menurut bulan pada tiap jabatan.",
        ),
    ],
)
def test_tanpa_angka_kredit_disebut_sebabnya(ubah, sebab):
    (kredit,) = tindak_lanjut(**ubah).angka_kredit
    assert isnan(kredit.angka)
    assert not kredit.ada
    assert kredit.keterangan == sebab


@pytest.mark.parametrize(
    ("periode", "lama", "baru", "bulan"),
    [
        ("2026-T2", (4, 5), (6,), 3),
        ("2026-T2", (4, 5), (5, 6), 3),  # who moves in the middle of May worked in May once
        ("2026-12", (12,), (12,), 1),
    ],
)
def test_yang_pindah_dihitung_dengan_semua_bulannya_masing_masing_sekali(periode, lama, baru, bulan):
    bagian = tuple(
        BagianNilai(
            Unit(kode, kode), 90.0, len(semua), (nilai_indikator(bulan=[Bulan(2026, b) for b in semua]),)
        )
        for kode, semua in (("B", lama), ("A", baru))
    )
    (kredit,) = tindak_lanjut(
        periode=Periode.dari_teks(periode), bulan_dihitung=len(baru), bagian=bagian
    ).angka_kredit
    assert kredit.bulan == bulan
    assert kredit.sebelum + kredit.bulan <= 12
