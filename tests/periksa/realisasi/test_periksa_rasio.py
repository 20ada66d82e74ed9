"""What a ratio counts and what a unit's figure is: every fault at its cell, and nothing where all agree."""

from dataclasses import replace
from fractions import Fraction

import pytest
from periksa.isian_buatan import ATURAN, BUDI, INDIKATOR, SITI, Dunia, baris_capaian
from periksa.kewajaran_buatan import cari

from asn_nilai.acuan.isian.indikator.indikator import Agregasi, Indikator, JenisNilai, Lingkup, Polaritas
from asn_nilai.acuan.periode import Bulan, Periode
from asn_nilai.hitung import hitung_unit
from asn_nilai.periksa import susun_bahan
from asn_nilai.periksa.angka import dibulatkan_dari
from asn_nilai.periksa.kewajaran.bandingan import Bandingan

RASIO = Indikator(
    "RS", "Cakupan", "persen", Polaritas.MAKSIMAL, Agregasi.RASIO, JenisNilai.PERSEN, batas_bawah=0, batas_atas=100,
    pembilang="yang dilayani", penyebut="sasaran",
)  # fmt: skip
UNIT = replace(RASIO, kode="RU", lingkup=Lingkup.UNIT)
KEPUASAN = Indikator("KU", "Kepuasan", "poin", Polaritas.MAKSIMAL, Agregasi.RATA_RATA, lingkup=Lingkup.UNIT)


def test_realisasi_di_bawah_nol_disebut_di_selnya_bila_tidak_ada_batas_yang_melarangnya():
    bebas = replace(RASIO, batas_bawah=None)
    (temuan,) = dunia((-5.0, 26.0, None), indikator=bebas).temuan()
    assert (temuan.kode, temuan.letak.sel, temuan.nip) == ("realisasi-negatif", "L12", SITI)
    assert "di bawah nol, sedangkan targetnya 40." in temuan.pesan
    assert dunia((-5.0, 26.0, None)).ringkas() == [("di-luar-batas", "03/Capaian!L12")]
    assert dunia((0.0, 26.0, None), indikator=bebas).ringkas() == []
    turun = replace(bebas, kode="TR", agregasi=Agregasi.RATA_RATA)
    assert dunia((None, None, -0.5), indikator=turun).ringkas() == [("realisasi-negatif", "03/Capaian!I12")]
    assert "realisasi-negatif" not in {
        kode for kode, _ in dunia((None, None, -0.5), indikator=turun, target=(-1.0, -1.0)).ringkas()
    }


def berbulan(*penyebut, indikator=RASIO, siapa=1):
    """January to March of a ratio: so much below the line, half of it above."""
    ini = dunia(*[(1.0, 2.0, None)] * siapa, indikator=indikator)
    for nip in (SITI, BUDI)[:siapa]:
        (target,) = (b for b in ini.target if (b["nip"], b["kode_indikator"]) == (nip, indikator.kode))
        target |= {"jan": 40.0, "feb": 40.0, "mar": 40.0}
        for bulan, angka in enumerate(penyebut, 1):
            rasio = {"pembilang": angka / 2, "penyebut": angka}
            milik = [
                b for b in ini.capaian[bulan] if (b["nip"], b["kode_indikator"]) == (nip, indikator.kode)
            ]
            if milik:
                milik[0] |= rasio
            else:
                ini.capaian[bulan].append(baris_capaian(nip, indikator.kode, None, **rasio))
            for baris in ini.capaian[bulan]:
                if baris["kode_indikator"] == indikator.kode:
                    baris["satuan"] = indikator.satuan
    return ini


@pytest.mark.parametrize(
    ("penyebut", "bulan"),
    [
        ((28.0, 30.0, 300.0), "Maret"), ((28.0, 30.0, 299.0), ""),
        ((2.0, 20.0, 24.0), "Januari"), ((2.1, 20.0, 24.0), ""), ((1.0, 12.0, 19.0), ""),
        ((10.0, 10.0, 100.0), "Maret"), ((28.0, 28.0, 28.0), ""),
        ((1.0, 2.0, 20.0), "Maret"), ((1.0, 1.0, 19.0), ""), ((1.0, 20.0, 24.0), "Januari"), ((1.0, 12.0, 24.0), ""),
        ((0.0, 28.0, 30.0), ""),
    ],
)  # fmt: skip
def test_penyebut_satu_bulan_yang_menentukan_sendiri_disebut(penyebut, bulan):
    """Ten times its neighbour, of twenty at least: both sides of both limits."""
    semua = [t for t in berbulan(*penyebut).temuan("2026-T1") if t.kode == "penyebut-timpang"]
    assert [(t.nip, f"pada {bulan} 2026 tertulis" in t.pesan) for t in semua] == (
        [(SITI, True)] if bulan else []
    )


def test_dua_bulan_sudah_dapat_dibandingkan():
    semua = berbulan(28.0, 300.0, 1.0).temuan("2026-01:2026-02")
    assert sorted(t.letak.berkas for t in semua if t.kode == "penyebut-timpang") == [
        "capaian/2026-01/PKM.xlsx", "capaian/2026-02/PKM.xlsx",
    ]  # fmt: skip


def test_satu_bulan_saja_dan_yang_bukan_rasio_tidak_dibandingkan():
    assert dunia((743.0, 1720.0, None)).ringkas("2026-T1") == []
    laporan = replace(RASIO, kode="LK", nama="Laporan", agregasi=Agregasi.RATA_RATA)
    semua = berbulan(28.0, 30.0, 3000.0, indikator=laporan).temuan("2026-T1")
    assert {t.kode for t in semua} == {"realisasi-kosong", "rasio-tidak-dipakai"}


def test_penyebut_milik_unit_yang_timpang_disebut_sekali_untuk_semua_yang_memikulnya():
    unit = berbulan(28.0, 30.0, 3000.0, indikator=UNIT, siapa=2)
    assert [t.nip for t in unit.temuan("2026-T1") if t.kode == "penyebut-timpang"] == [""]
    assert "penyebut-timpang" not in {kode for kode, _ in unit.ringkas("2026-03")}


TAK_TERUKUR = "tidak ada yang diukur, kosongkan targetnya di buku target."


def dunia(*isi, indikator=RASIO, target=(40.0, 40.0)):
    """A unit where Siti and Budi carry one more indicator: (P, Q, typed) of each in March."""
    hasil = Dunia(indikator={**INDIKATOR, indikator.kode: indikator})
    for nip, angka, milik in zip((SITI, BUDI), target, isi, strict=False):
        hasil.tambah(nip, indikator.kode, 20.0, None, mar=angka)
        hasil.target[-1]["satuan"] = indikator.satuan
        baris = hasil.capaian[3][-1]
        baris |= dict(zip(("pembilang", "penyebut", "realisasi"), milik, strict=True)) | {
            "satuan": indikator.satuan
        }
    berbagi = (SITI, BUDI)[: len(isi)]
    for baris in hasil.target:
        if baris["kode_indikator"] == "KJ" and baris["nip"] in berbagi:
            baris["bobot"] = 40.0
    return hasil


@pytest.mark.parametrize(
    "tertulis",
    [None, 43.2, 43.0, 43.1977, 43.19767441860465, 43.1976744186047],
)
def test_rasio_yang_lengkap_dan_sama_dengan_realisasi_tertulis_tidak_ditemukan(tertulis):
    assert dunia((743.0, 1720.0, tertulis)).ringkas() == []


@pytest.mark.parametrize("tertulis", [43.1, 43.25, 44.0, 42.0, 43.1976, 0.432])
def test_realisasi_yang_tidak_sama_dengan_pembilang_dan_penyebutnya(tertulis):
    (temuan,) = dunia((743.0, 1720.0, tertulis)).temuan()
    assert (temuan.kode, temuan.letak.sel, temuan.nip) == ("rasio-tidak-cocok", "I12", SITI)
    assert "sedangkan 100 × 743 ÷ 1.720 adalah 43,1977." in temuan.pesan
    assert "(L12 dan M12)" in temuan.saran


def test_separuh_satuan_terakhir_masih_pembulatan():
    assert dibulatkan_dari(43.2, Fraction("43.15"))
    assert dibulatkan_dari(43.2, Fraction("43.25"))
    assert not dibulatkan_dari(43.2, Fraction("43.1499"))
    assert not dibulatkan_dari(43.2, Fraction("43.2501"))


@pytest.mark.parametrize(("pembilang", "penyebut"), [(1.0, 1.0), (0.0, 1.0), (0.25, 0.5)])
def test_satu_sasaran_saja_pun_dapat_diukur(pembilang, penyebut):
    assert dunia((pembilang, penyebut, None)).ringkas() == []


@pytest.mark.parametrize("penyebut", [0.0, -5.0])
def test_penyebut_nol_ditunjuk_di_selnya(penyebut):
    (temuan,) = dunia((743.0, penyebut, 43.2)).temuan()
    assert (temuan.kode, temuan.letak.sel) == ("penyebut-nol", "M12")
    assert temuan.pesan == (
        f"Penyebut RS (Cakupan) tertulis {penyebut:g}, padahal pembagi harus lebih dari nol (sasaran)."
    )


@pytest.mark.parametrize(
    ("isi", "sel", "apa", "nihil"),
    [
        ((None, 1720.0, None), "L12", "Pembilang", "nol, ketik 0."),
        ((743.0, None, 43.2), "M12", "Penyebut", TAK_TERUKUR),
        ((None, None, 43.2), "L12", "Pembilang dan Penyebut", TAK_TERUKUR),
    ],
)
def test_tanpa_pembilang_atau_penyebut_realisasinya_kosong(isi, sel, apa, nihil):
    (temuan,) = dunia(isi).temuan()
    assert (temuan.kode, temuan.letak.sel) == ("realisasi-kosong", sel)
    assert temuan.pesan == f"Realisasi RS (Cakupan) pada Maret 2026 kosong: {apa} belum diisi."
    assert temuan.saran == f"Isi {apa} bulan itu; bila memang {nihil}"


@pytest.mark.parametrize(
    ("isi", "sel", "kalimat"),
    [
        ((743.0, 1720.0, 40.0), "L12", "Pembilang dan Penyebut LK (Laporan) tertulis 743 dan 1.720, "),
        ((None, 1720.0, 40.0), "M12", "Penyebut LK (Laporan) tertulis 1.720, "),
    ],
)
def test_pembilang_dan_penyebut_di_baris_yang_bukan_rasio_disebut_tidak_dipakai(isi, sel, kalimat):
    laporan = replace(RASIO, kode="LK", nama="Laporan", agregasi=Agregasi.RATA_RATA)
    (temuan,) = dunia(isi, indikator=laporan).temuan()
    assert (temuan.kode, temuan.letak.sel, temuan.nip) == ("rasio-tidak-dipakai", sel, SITI)
    assert temuan.pesan.startswith(kalimat)


def test_yang_bukan_angka_di_baris_yang_bukan_rasio_pun_disebut_tidak_dipakai():
    laporan = replace(RASIO, kode="LK", nama="Laporan", agregasi=Agregasi.RATA_RATA)
    ini = dunia((None, 1720.0, 40.0), indikator=laporan)
    ini.cacat["03/Capaian"] = {("pembilang", 4): "angka-tidak-sah"}
    (temuan,) = ini.temuan()
    assert temuan.kode == "rasio-tidak-dipakai"
    assert "1.720" in temuan.pesan
    assert "yang bukan angka" in temuan.pesan


def test_yang_tertulis_bukan_angka_dikutip_dan_yang_tidak_terbaca_tidak_diulang():
    ini = dunia((None, 1720.0, None))
    ini.teks_kosong["03/Capaian"] = {("pembilang", 4): "belum ada"}
    (temuan,) = ini.temuan()
    assert temuan.pesan.endswith("kosong: Pembilang tertulis 'belum ada'.")
    ini.teks_kosong.clear()
    ini.cacat["03/Capaian"] = {("pembilang", 4): "angka-tidak-sah"}
    assert ini.ringkas() == []


def test_lembar_tanpa_kolomnya_disebut_di_sel_realisasi():
    ini = dunia((None, None, 43.2))
    ini.tanpa_kolom = ("pembilang", "penyebut")
    (temuan,) = ini.temuan()
    assert temuan.letak.sel == "I12"
    assert temuan.pesan.endswith("kosong: Pembilang dan Penyebut tidak ada kolomnya.")


def test_baris_yang_berdua_tidak_disebut_kosong_juga():
    ini = dunia((None, None, None))
    ini.capaian[3].append(dict(ini.capaian[3][-1]))
    assert [kode for kode, _ in ini.ringkas()] == ["baris-ganda"]


def test_batas_dan_bukti_dilihat_pada_hasil_baginya():
    (temuan,) = dunia((1721.0, 1720.0, None)).temuan()
    assert (temuan.kode, temuan.letak.sel) == ("di-luar-batas", "L12")
    assert (
        temuan.pesan
        == "1.721 ÷ 1.720 = 100,0581 persen berada di luar batas RS (Cakupan): 0 sampai 100 persen."
    )
    wajib = replace(RASIO, wajib_bukti=True, jenis_nilai=JenisNilai.BULAT)
    ini = dunia((743.0, 1720.0, None), indikator=wajib)
    ini.capaian[3][-1]["bukti_dukung"] = ""
    assert ini.ringkas() == [("bukti-kosong", "03/Capaian!J12")]


def test_rasio_di_bulan_tanpa_target_ditunjuk_pada_pembilangnya():
    ini = dunia((743.0, 1720.0, None))
    ini.capaian[2].append(baris_capaian(SITI, "RS", None, pembilang=1.0, penyebut=2.0))
    assert ini.ringkas("2026-02") == [("indikator-tanpa-target", "02/Capaian!L12")]


@pytest.mark.parametrize(
    ("indikator", "siti", "budi"),
    [
        (UNIT, (743.0, 1720.0, None), (743.0, 1720.0, 43.2)),
        (KEPUASAN, (None, None, 81.5), (None, None, 81.5)),
        (KEPUASAN, (None, None, 0.1 + 0.2), (None, None, 0.3)),
    ],
)
def test_angka_unit_yang_sama_bagi_semua_tidak_ditemukan(indikator, siti, budi):
    assert dunia(siti, budi, indikator=indikator).ringkas() == []


def test_angka_unit_yang_berbeda_menahan_semua_yang_memikulnya_dan_menyebut_semua_selnya():
    ini = dunia((743.0, 1720.0, None), (744.0, 1720.0, None), indikator=UNIT)
    satu, dua = ini.temuan()
    assert [(t.kode, t.nip, t.letak.sel) for t in (satu, dua)] == [
        ("nilai-unit-berbeda", SITI, "L12"),
        ("nilai-unit-berbeda", BUDI, "L13"),
    ]
    assert satu.pesan == dua.pesan
    assert satu.pesan.endswith(
        "tetapi realisasinya pada Maret 2026 tertulis 743 ÷ 1.720 di L12–M12; 744 ÷ 1.720 di L13–M13."
    )
    hasil = hitung_unit(ini.isian(), [satu, dua], ini.skema(), Periode.dari_teks("2026-03"), ATURAN)
    assert [(asn.nip, asn.status) for asn in hasil.nilai] == [
        (SITI, "Belum Dinilai"),
        (BUDI, "Belum Dinilai"),
    ]


def test_angka_unit_yang_bukan_rasio_dibandingkan_realisasinya():
    ini = dunia((None, None, 81.5), (None, None, 80.0), indikator=KEPUASAN)
    satu, dua = ini.temuan()
    assert [(t.kode, t.nip, t.letak.sel) for t in (satu, dua)] == [
        ("nilai-unit-berbeda", SITI, "I12"),
        ("nilai-unit-berbeda", BUDI, "I13"),
    ]
    assert satu.pesan.endswith("tetapi realisasinya pada Maret 2026 tertulis 81,5 di I12; 80 di I13.")


def test_yang_tidak_bertarget_bulan_itu_tidak_memikulnya():
    """What Budi wrote in a month without a target counts for nothing, and denies nobody's figure."""
    ini = dunia((None, None, 81.5), (None, None, 80.0), indikator=KEPUASAN)
    (milik,) = (b for b in ini.target if (b["nip"], b["kode_indikator"]) == (BUDI, "KU"))
    milik |= {"mar": None, "jun": 40.0}
    assert ini.ringkas() == [("indikator-tanpa-target", "03/Capaian!I13")]


def test_rasio_unit_dibandingkan_pembilang_dan_penyebutnya_bukan_hasil_baginya():
    assert len(dunia((1.0, 2.0, None), (2.0, 4.0, None), indikator=UNIT).temuan()) == 2


def test_target_unit_yang_berbeda_ditunjuk_di_buku_target():
    ini = dunia((743.0, 1720.0, None), (743.0, 1720.0, None), indikator=UNIT, target=(40.0, 45.0))
    satu, dua = ini.temuan()
    assert [(t.letak.lembar, t.letak.sel) for t in (satu, dua)] == [("Target", "L14"), ("Target", "L15")]
    assert satu.pesan.endswith("tetapi targetnya pada Maret 2026 tertulis 40 di L14; 45 di L15.")


def test_yang_belum_diisi_tidak_membantah_yang_lain():
    ini = dunia((743.0, 1720.0, None), (None, 1720.0, None), indikator=UNIT)
    assert [t.kode for t in ini.temuan()] == ["realisasi-kosong"]


def test_angka_seorang_boleh_berbeda():
    assert dunia((743.0, 1720.0, None), (1.0, 3.0, None)).ringkas() == []


def test_kewajaran_melihat_angka_unit_sekali_dan_rasio_sebagai_hasil_bagi():
    ini = dunia((743.0, 1720.0, None), (743.0, 1720.0, None), indikator=UNIT)
    skema, isian = ini.skema(), ini.isian()
    bahan = susun_bahan(isian, skema, Periode.dari_teks("2026-03"), ATURAN)
    bulan = Bulan(2026, 3)
    bandingan = Bandingan.susun(bahan, isian.target, {Bulan(2026, 2): isian.capaian[bulan]}, None)
    (milik,) = [p for p in bandingan.bulan[bulan] if p.indikator.kode == "RU"]
    assert (milik.nip, milik.realisasi, milik.letak.sel) == (SITI, 43.1976744186046512, "L12")
    assert bandingan.realisasi[Bulan(2026, 2)][BUDI, "RU"] == 43.1976744186046512


def menyusut(dunia, periode="2026-03"):
    """The findings of `validasi` alone: there, earlier months are read to compare with."""
    return [t for t in cari(dunia, periode) if t.kode == "penyebut-timpang"]


@pytest.mark.parametrize(
    ("penyebut", "ada"),
    [
        ((28.0, 30.0, 2.8), True), ((28.0, 30.0, 2.9), False), ((30.0, 28.0, 2.8), True),
        ((20.0, 30.0, 2.0), True), ((19.0, 30.0, 1.0), False), ((2.0, 300.0, 2.0), False),
        ((28.0, 30.0, 300.0), False), ((28.0, 30.0, 0.0), False), ((0.0, 30.0, 3.0), True),
    ],
)  # fmt: skip
def test_penyebut_sebulan_yang_jauh_di_bawah_semua_bulan_sebelumnya_ditanyakan(penyebut, ada):
    """Three births counted of thirty make a ratio of 100 persen; who always had few is asked nothing."""
    semua = menyusut(berbulan(*penyebut))
    assert [t.nip for t in semua] == [SITI] * ada
    if penyebut[:2] == (28.0, 30.0) and ada:
        assert semua[0].pesan.endswith(
            "pada Maret 2026 tertulis 2,8, bulan-bulan sebelumnya sedikitnya 28; rasio bulan ini hanya dari sebagian kecil yang biasanya "
            "dihitung."
        )


@pytest.mark.parametrize(
    ("pembilang", "penyebut", "ada"),
    [
        (14.0, 45.0, True), (15.0, 45.0, True), (15.5, 45.0, False), (14.0, 44.0, False), (14.0, 600.0, True), (0.0, 45.0, True),
    ],
)  # fmt: skip
def test_penyebut_sebulan_yang_membengkak_sendirian_ditanyakan(pembilang, penyebut, ada):
    """Somebody's ratio falls by a third where half as many again are counted below the line; 14 of 28 and 15 of 30 were counted before."""
    ini = berbulan(28.0, 30.0, 30.0)
    for baris in ini.capaian[3]:
        if baris["kode_indikator"] == RASIO.kode:
            baris |= {"pembilang": pembilang, "penyebut": penyebut}
    semua = menyusut(ini)
    assert [t.nip for t in semua] == [SITI] * ada
    if ada:
        assert semua[0].pesan.endswith(
            "bulan-bulan sebelumnya paling banyak 30; pembilangnya tidak ikut bertambah, jadi rasio bulan ini turun karena penyebutnya "
            "saja."
        )


@pytest.mark.parametrize(("penyebut", "ada"), [(20.0, True), (19.0, False)])
def test_penyebut_kecil_boleh_membengkak(penyebut, ada):
    ini = berbulan(8.0, 9.0, 9.0)
    for baris in ini.capaian[3]:
        if baris["kode_indikator"] == RASIO.kode:
            baris |= {"pembilang": 4.0, "penyebut": penyebut}
    assert bool(menyusut(ini)) is ada


def test_penyebut_milik_unit_yang_menyusut_ditanyakan_sekali_dan_beberapa_bulan_dibandingkan_sendiri():
    assert [t.nip for t in menyusut(berbulan(28.0, 30.0, 2.0, indikator=UNIT, siapa=2))] == [""]
    assert menyusut(berbulan(28.0, 30.0, 2.0), "2026-02:2026-03") == []
    laporan = replace(RASIO, kode="LK", nama="Laporan", agregasi=Agregasi.RATA_RATA)
    assert menyusut(berbulan(28.0, 30.0, 2.0, indikator=laporan)) == []
