"""Why an ASN has another predikat under another rule: each cause where it is the true one, and nowhere else."""

from dataclasses import replace
from itertools import product
from math import nan

import numpy as np
import pytest
from nilai_buatan import nilai_asn

from asn_nilai.acuan.hasil.simulasi import BarisSimulasi, Simulasi
from asn_nilai.acuan.isian.skema import Penempatan, Unit
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.periode import Periode
from asn_nilai.acuan.profil.muat_aturan import baca_aturan, muat_aturan, profil_bawaan
from asn_nilai.acuan.profil.ubah_aturan import ubah_aturan
from asn_nilai.acuan.setoran.perilaku import KUNCI_RATING, PembacaPerilaku, Perilaku
from asn_nilai.acuan.temuan import temuan
from asn_nilai.hitung.nilai.predikat import putuskan_satu
from asn_nilai.hitung.perubahan.sebab_simulasi import PencariSebab

ATAS, SESUAI, BAWAH = "Di Atas Ekspektasi", "Sesuai Ekspektasi", "Di Bawah Ekspektasi"
KUADRAN, PITA = muat_aturan("permenpanrb-6-2022"), muat_aturan("pp-30-2019")
DIRI = Penempatan("198001012005012001", "Siti Contoh", "A")
A_110, A_90 = "PP 30/2019 Pasal 41 ayat (5) huruf a", "PP 30/2019 Pasal 41 ayat (5) huruf b"


def menurut(aturan, nhk, perilaku):
    """Return an ASN as the rule scores it; behaviour is what a cell holds, or what was read."""
    if not isinstance(perilaku, Perilaku):
        isi = perilaku if isinstance(perilaku, str) else float(perilaku)
        perilaku = PembacaPerilaku(aturan).baris({KUNCI_RATING: isi})
    putusan = putuskan_satu(np.array([float(nhk)]), perilaku, aturan)
    return nilai_asn(
        DIRI, nhk=float(nhk), perilaku=perilaku, rating_hasil=putusan.rating_hasil[0],
        nilai_akhir=float(putusan.nilai_akhir[0]), predikat=putusan.predikat[0],
    )  # fmt: skip


def sebab(lama, baru, a, b):
    return PencariSebab(lama, baru).sebab(menurut(lama, *a), menurut(baru, *b))


def kalimat(lama, baru, a, b=None):
    return sebab(lama, baru, a, b or a).kalimat


def test_ide_baru_yang_tidak_ada_bukan_pita():
    dapat = sebab(KUADRAN, PITA, (118, ATAS), (118, ATAS))
    assert dapat.kalimat == "Tidak ada Ide Baru: nilai akhir 115,60 cukup untuk Sangat Baik"
    assert dapat.dasar == A_110
    dengan = replace(menurut(PITA, 118, ATAS).perilaku, ide_baru=True)
    assert sebab(KUADRAN, PITA, (118, ATAS), (118, dengan)) is None


def test_batas_yang_tidak_tercapai_bukan_ide_baru():
    dapat = sebab(KUADRAN, PITA, (109, ATAS), (109, ATAS))
    assert dapat.kalimat == "Batas Sangat Baik mulai 110: nilai akhir 109,30"
    assert dapat.dasar == A_110
    assert kalimat(KUADRAN, PITA, (110, ATAS)).startswith("Tidak ada Ide Baru: nilai akhir 110,00")


def test_ide_baru_yang_tidak_disyaratkan_lagi():
    assert kalimat(PITA, KUADRAN, (118, ATAS)) == "Ide Baru tidak disyaratkan lagi"
    assert kalimat(PITA, KUADRAN, (104, ATAS)) == (
        "Kuadran menggantikan pita nilai akhir: Di Atas Ekspektasi × Di Atas Ekspektasi"
    )


@pytest.mark.parametrize(
    ("nhk", "perilaku", "kata"),
    [
        (85, SESUAI, "Hanya sebutannya lain"),
        (60, SESUAI, "Pita nilai akhir menggantikan kuadran: nilai akhir 69,00"),
        (95, BAWAH, "Pita nilai akhir menggantikan kuadran: nilai akhir 87,50"),
    ],
)
def test_kuadran_dan_pita(nhk, perilaku, kata):
    assert kalimat(KUADRAN, PITA, (nhk, perilaku)) == kata


def test_sebutan_lain_hanya_pada_jenjang_yang_sama():
    perka = muat_aturan("perka-bkn-1-2013")
    assert kalimat(KUADRAN, perka, (80, SESUAI)) == "Pita nilai akhir menggantikan kuadran: nilai akhir 78,40"
    assert kalimat(KUADRAN, perka, (60, SESUAI)) == "Hanya sebutannya lain"
    assert kalimat(KUADRAN, perka, (10, SESUAI)) == "Pita nilai akhir menggantikan kuadran: nilai akhir 36,40"


def test_perilaku_ikut_dihitung():
    dapat = sebab(KUADRAN, PITA, (92, SESUAI), (92, 60))
    assert dapat.kalimat == "Perilaku ikut dihitung: NHK 92,00, nilai akhir 82,40"
    assert dapat.dasar == "PP 30/2019 Pasal 41 ayat (2)–(4)"


def test_batas_rating_hasil_kerja():
    baru = ubah_aturan(KUADRAN, {"batas_hasil_2": 95})
    dapat = sebab(KUADRAN, baru, (93, SESUAI), (93, SESUAI))
    assert dapat.kalimat == (
        "Batas rating hasil kerja lain: NHK 93,00: Sesuai Ekspektasi menjadi Di Bawah Ekspektasi"
    )
    assert dapat.dasar.startswith("Angka percobaan (simulasi), semula 90")
    assert sebab(KUADRAN, baru, (96, SESUAI), (96, SESUAI)) is None


def test_capaian_dihitung_lain():
    baru = ubah_aturan(KUADRAN, {"plafon_capaian": 110})
    dapat = sebab(KUADRAN, baru, (100.5, ATAS), (99.5, ATAS))
    assert dapat.kalimat == "Capaian dihitung lain: NHK 100,50 menjadi 99,50"
    assert dapat.dasar.startswith("Plafon capaian (persen): Angka percobaan (simulasi), semula 120")
    tetap = sebab(KUADRAN, baru, (98, SESUAI), (97, SESUAI))
    assert (tetap.kalimat, tetap.dasar) == ("Predikat tetap: NHK lain", "")
    assert (
        kalimat(KUADRAN, baru, (100.5, SESUAI), (99, SESUAI))
        == "Predikat tetap: NHK, rating hasil kerja lain"
    )


def test_banyak_ketentuan_capaian_hanya_dihitung():
    lama = muat_aturan("perka-bkn-1-2013")
    dapat = sebab(lama, PITA, (90, 90), (80, 90))
    assert dapat.kalimat == "Capaian dihitung lain: NHK 90,00 menjadi 80,00"
    assert dapat.dasar == "11 ketentuan capaian dan NHK yang berbeda"


def test_tiga_ketentuan_capaian_disebut_yang_keempat_menjadikannya_hitungan():
    lama, tiga = muat_aturan("perka-bkn-1-2013"), ["efisiensi_kali", "efisiensi_batas", "efisiensi_alas"]
    ubahan = dict(zip([*tiga, "plafon_capaian"], (1.8, 20, 80, 110), strict=True))
    baru = ubah_aturan(lama, {nama: ubahan[nama] for nama in tiga})
    disebut = sebab(lama, baru, (90, 90), (60, 90)).dasar.split("; ")
    assert [kata.partition(":")[0] for kata in disebut] == [
        "Pengali target dalam rumus efisiensi",
        "Batas efisiensi (persen)",
        "Alas rumus bila efisiensi melewati batas",
    ]
    empat = sebab(lama, ubah_aturan(lama, ubahan), (90, 90), (60, 90))
    assert empat.dasar == "4 ketentuan capaian dan NHK yang berbeda"


def test_perilaku_dibaca_lain():
    teks = profil_bawaan()["permenpanrb-6-2022"]
    baru = baca_aturan(
        teks.replace("dari = 2.5", "dari = 2.6").replace("sampai = 2.5", "sampai = 2.6"), "x.toml"
    )
    dapat = sebab(KUADRAN, baru, (104, ATAS), (104, SESUAI))
    assert dapat.kalimat == "Perilaku dibaca lain: Di Atas Ekspektasi menjadi Sesuai Ekspektasi"
    assert dapat.dasar == "Kebijakan instansi: rata-rata tujuh aspek BerAKHLAK"
    assert kalimat(KUADRAN, baru, (95, ATAS), (95, SESUAI)) == "Predikat tetap: perilaku lain"


@pytest.mark.parametrize(
    ("lama", "baru", "kata"),
    [
        ((104, SESUAI), (104, 85), "Perilaku dibaca lain: Sesuai Ekspektasi menjadi Di Bawah Ekspektasi"),
        ((85, SESUAI), (85, 85), "Perilaku dibaca lain: Sesuai Ekspektasi menjadi Di Bawah Ekspektasi"),
        (
            (93, SESUAI),
            (93, 95),
            "Batas rating hasil kerja lain: NHK 93,00: Sesuai Ekspektasi menjadi Di Bawah Ekspektasi",
        ),
        (
            (93, SESUAI),
            (93, 85),
            "Kedua rating lain: hasil kerja Sesuai Ekspektasi menjadi Di Bawah Ekspektasi, perilaku Sesuai Ekspektasi menjadi Di Bawah Ekspektasi",
        ),
    ],
)
def test_perilaku_berkata_yang_menjadi_berangka_disebut_bila_itu_yang_menentukan(lama, baru, kata):
    """A rule that asks for words beside one that asks for numbers, both with the same ratings and the same matrix."""
    kemenkeu = ubah_aturan(muat_aturan("kemenkeu-127-2026"), {"batas_hasil_2": 95})
    dapat = sebab(KUADRAN, kemenkeu, lama, baru)
    assert dapat.kalimat == kata
    assert dapat.dasar


BARIS_ATAS = '[predikat.matriks.nilai."Di Atas Ekspektasi"]\n"Di Bawah Ekspektasi" = "Kurang"\n"Sesuai Ekspektasi" = "Baik"\n"Di Atas Ekspektasi" = "Sangat Baik"'


@pytest.mark.parametrize(
    ("sel_sesuai", "sel_atas", "kata"),
    [
        ("Kurang", "Sangat Baik", "perilaku dibaca lain"),  # as before, were behaviour read as before
        ("Baik", "Kurang", "perilaku dibaca lain"),  # the old rule would say the same of this behaviour
        ("Kurang", "Baik", "kuadran predikat lain"),  # neither
    ],
)
def test_perilaku_yang_dibaca_lain_hanya_bila_ia_sendiri_yang_menentukan(sel_sesuai, sel_atas, kata):
    """Results are above; behaviour was above and is now read as expected, and two cells of the matrix are others."""
    teks = profil_bawaan()["permenpanrb-6-2022"]
    assert BARIS_ATAS in teks
    lain = BARIS_ATAS.replace('"Baik"', f'"{sel_sesuai}"').replace('"Sangat Baik"', f'"{sel_atas}"')
    baru = baca_aturan(teks.replace(BARIS_ATAS, lain), "x.toml")
    assert sebab(KUADRAN, baru, (104, ATAS), (104, SESUAI)).kata == kata


@pytest.mark.parametrize(
    ("plafon", "nhk", "kata"),
    [(110, ((100.5, ATAS), (99.5, ATAS)), "capaian dihitung lain"), (110, ((100.5, ATAS), (100.3, SESUAI)), "perilaku dibaca lain")],
)  # fmt: skip
def test_nhk_lain_bukan_sebab_bila_tidak_mengubah_predikat(plafon, nhk, kata):
    assert sebab(KUADRAN, ubah_aturan(KUADRAN, {"plafon_capaian": plafon}), *nhk).kata == kata


def test_kuadran_predikat_lain():
    teks = profil_bawaan()["permenpanrb-6-2022"]
    baru = baca_aturan(
        teks.replace('"Sesuai Ekspektasi" = "Butuh Perbaikan"', '"Sesuai Ekspektasi" = "Kurang"'), "x.toml"
    )
    dapat = sebab(KUADRAN, baru, (80, SESUAI), (80, SESUAI))
    assert dapat.kalimat == "Kuadran predikat lain: Di Bawah Ekspektasi × Sesuai Ekspektasi"
    assert dapat.dasar == "PermenPANRB 6/2022, kuadran kinerja"


BKN = muat_aturan("perka-bkn-1-2013")
BATAS, BAWAH_60, BOBOT = (
    ubah_aturan(PITA, {nama: angka})
    for nama, angka in (("batas_predikat_2", 95), ("batas_predikat_4", 60), ("bobot_hasil_kerja", 0.3))
)


@pytest.mark.parametrize(
    ("lama", "baru", "isi", "dasar"),
    [
        (PITA, KUADRAN, (118, ATAS), A_110),
        (PITA, KUADRAN, (104, ATAS), "PermenPANRB 6/2022, kuadran kinerja"),
        (KUADRAN, PITA, (60, SESUAI), "PP 30/2019 tentang Penilaian Kinerja PNS"),
        (KUADRAN, PITA, (95, BAWAH), "PP 30/2019 tentang Penilaian Kinerja PNS"),
        (KUADRAN, BKN, (80, SESUAI), "Peraturan Kepala BKN 1/2013 (pelaksana PP 46/2011)"),
        (PITA, BATAS, (93, 93), f"Angka percobaan (simulasi), semula 90: {A_90}"),
        (PITA, BAWAH_60, (55, 55), "Angka percobaan (simulasi), semula 50: PP 30/2019 Pasal 41 ayat (5) huruf d"),
        (PITA, BOBOT, (95, 80), "Angka percobaan (simulasi), semula 0,7: PP 30/2019 Pasal 41 ayat (2)–(4)"),
    ],
)  # fmt: skip
def test_dasar_sebab_ialah_ketentuan_yang_menentukan(lama, baru, isi, dasar):
    assert sebab(lama, baru, isi, isi).dasar == dasar


def test_perilaku_yang_tidak_dibandingkan_dengan_ukuran_sama_tidak_disebut_lain():
    """Under the first the rating is a word, under the other a number: no figure that both rules have is another."""
    assert sebab(KUADRAN, muat_aturan("kemenkeu-127-2026"), (95, SESUAI), (95, SESUAI)) is None
    assert (
        sebab(PITA, BKN, (95, SESUAI), (95, SESUAI)).kalimat == "Predikat tetap: perilaku, nilai akhir lain"
    )


@pytest.mark.parametrize(("lama", "baru"), [(KUADRAN, PITA), (PITA, KUADRAN)])
def test_nilai_akhir_yang_hanya_dikenal_satu_aturan_bukan_angka_yang_lain(lama, baru):
    """Baik under both; only one of them has a final score, and they measure behaviour in different ways."""
    assert sebab(lama, baru, (95, SESUAI), (95, SESUAI)) is None


def test_dua_aturan_berpita():
    batas = ubah_aturan(PITA, {"batas_predikat_2": 95})
    assert kalimat(PITA, batas, (93, 93)) == "Batas predikat lain: nilai akhir 93,00: mulai 70"
    bobot = ubah_aturan(PITA, {"bobot_hasil_kerja": 0.3})
    dapat = sebab(PITA, bobot, (95, 80), (95, 80))
    assert dapat.kalimat == "Nilai akhir dihitung lain: nilai akhir 90,50 menjadi 84,50"
    assert kalimat(PITA, bobot, (96, 95), (96, 95)) == "Predikat tetap: nilai akhir lain"
    assert sebab(PITA, batas, (96, 96), (96, 96)) is None
    bawah = ubah_aturan(PITA, {"batas_predikat_4": 60})
    assert kalimat(PITA, bawah, (55, 55)) == "Batas predikat lain: nilai akhir 55,00: sampai 60"


def test_yang_hanya_dinilai_menurut_satu_aturan():
    sebabnya = temuan("target-nol", Letak(), indikator="IK-1", periode="Mei", teks="0", polaritas="maksimal")
    tidak = nilai_asn(DIRI, nhk=nan, alasan=(sebabnya,))
    dinilai = menurut(KUADRAN, 95, SESUAI)
    pencari = PencariSebab(KUADRAN, KUADRAN)
    assert (
        pencari.sebab(dinilai, tidak).kalimat == f"Tidak dinilai menurut aturan ini: {sebabnya.jenis.judul}"
    )
    assert pencari.sebab(tidak, dinilai).kalimat == f"Semula tidak dinilai: {sebabnya.jenis.judul}"


@pytest.mark.parametrize("kode", ["pp-30-2019", "kemenkeu-127-2026", "bukittinggi"])
def test_setiap_perpindahan_punya_sebab_dan_setiap_sebab_ide_baru_benar(kode):
    """Over a whole grid: with a new idea the predikat is the old one exactly where the missing idea is told."""
    baru = muat_aturan(kode)
    for nhk, perilaku in product(np.arange(0, 120.01, 1.5), (BAWAH, SESUAI, ATAS)):
        lama, kini = menurut(KUADRAN, nhk, perilaku), menurut(baru, nhk, perilaku)
        dapat = PencariSebab(KUADRAN, baru).sebab(lama, kini)
        assert (dapat is None) == (lama.predikat == kini.predikat)
        dengan = menurut(baru, nhk, replace(kini.perilaku, ide_baru=True)).predikat
        ide = dapat is not None and dapat.kata == "tidak ada Ide Baru"
        assert ide == (lama.predikat != kini.predikat and dengan == lama.predikat)


def test_simulasi_mengelompokkan_dan_menandai_pppk():
    orang = [(118, ATAS), (109, ATAS), (108, ATAS), (95, SESUAI), (85, SESUAI)]
    pencari, baris = PencariSebab(KUADRAN, PITA), []
    for nomor, isi in enumerate(orang):
        diri = DIRI._replace(nip=f"19800101200501200{nomor}", jenis_asn="PPPK" if nomor == 3 else "PNS")
        lama, baru = (replace(menurut(aturan, *isi), penempatan=diri) for aturan in (KUADRAN, PITA))
        baris.append(BarisSimulasi(Unit("A", "Unit A"), lama, baru, pencari.sebab(lama, baru)))
    simulasi = Simulasi("Kota", Periode.dari_teks("2026-05"), KUADRAN, PITA, tuple(baris))
    assert [(sebab.kata, sebab.dasar, banyak) for sebab, banyak in simulasi.penyebab] == [
        ("batas Sangat Baik mulai 110", A_110, 2),
        ("tidak ada Ide Baru", A_110, 1),
        ("hanya sebutannya lain", "PP 30/2019 tentang Penilaian Kinerja PNS", 1),
    ]
    assert [b.lama.nhk for b in simulasi.berpindah] == [109, 108, 118, 85]
    assert [simulasi.tanda(b) for b in baris] == ["", "", "", "PPPK; aturan ini bagi PNS", ""]
    assert dict(simulasi.bertanda) == {"PPPK; aturan ini bagi PNS": 1}
    kemenkeu = replace(simulasi, baru=muat_aturan("kemenkeu-127-2026"))
    assert [kemenkeu.tanda(b) for b in baris] == [""] * 5
    tanpa = replace(simulasi, baris=(replace(baris[0], sebab=None),))
    assert (tanpa.penyebab, len(tanpa.berpindah)) == ((), 1)
