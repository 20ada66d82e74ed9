"""How they behaved: each cell a known rating, one row per ASN and sheet, and one rating for the period."""

from dataclasses import replace

import pytest
from nilai_buatan import dengan_antarbulan
from periksa.isian_buatan import (
    ANDI,
    ATURAN,
    BUDI,
    DI_ATAS,
    DI_BAWAH,
    SESUAI,
    SITI,
    Dunia,
    baris_perilaku,
    pindah,
    tabel,
    tempat,
    temuan_baca,
)

from asn_nilai.acuan.isian.formulir.formulir import KUNCI_ASPEK
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.periode import Bulan, Periode
from asn_nilai.acuan.profil.muat_aturan import muat_aturan
from asn_nilai.acuan.setoran.perilaku import PembacaPerilaku
from asn_nilai.acuan.setoran.perilaku_unit import perilaku_unit
from asn_nilai.acuan.temuan import Akibat, Tingkat, katalog
from asn_nilai.periksa import periksa_bahan, periksa_unit, susun_bahan

CAPAIAN = "capaian/2026-03/PKM.xlsx"
MARET, T1 = Periode.dari_teks("2026-03"), Periode.dari_teks("2026-T1")
TERAKHIR = dengan_antarbulan(ATURAN, "terakhir")
"""The same rule, but the last month that has a rating decides."""


def tujuh(*rating):
    return dict(zip(KUNCI_ASPEK, rating, strict=True))


def rating_unit(dunia, periode=T1, aturan=ATURAN):
    """Return the ratings that the unit's sheets give in the period, by NIP; who has none is left out."""
    semua = perilaku_unit(dunia.isian(), periode, aturan)
    return {nip: perilaku.rating for nip, perilaku in semua.items() if perilaku.rating}


class TestTidakSah:
    @pytest.mark.parametrize(
        ("kunci", "isi", "sel", "pesan"),
        [
            (
                "rating_perilaku",
                "Baik Sekali",
                "N6",
                "'Baik Sekali' pada Rating Perilaku bukan rating yang dikenal",
            ),
            ("adaptif", "Ekspektasi", "L6", "'Ekspektasi' pada Adaptif bukan rating yang dikenal"),
            ("loyal", 2.0, "K6", "'2' pada Loyal bukan rating yang dikenal"),
            ("loyal", "3", "K6", "'3' pada Loyal bukan rating yang dikenal"),
            ("loyal", 87.5, "K6", "'87,5' pada Loyal bukan rating yang dikenal"),
        ],
    )
    def test_isi_yang_bukan_rating_ditunjuk_dengan_yang_dikenal(self, kunci, isi, sel, pesan):
        dunia = Dunia()
        dunia.perilaku[3][0] = baris_perilaku(SITI, None, **(tujuh(*[SESUAI] * 7) | {kunci: isi}))
        (temuan,) = dunia.temuan()
        assert (temuan.kode, temuan.letak.berkas, temuan.letak.lembar, temuan.letak.sel, temuan.nip) == (
            "perilaku-tidak-sah", CAPAIAN, "Perilaku", sel, SITI,
        )  # fmt: skip
        assert temuan.pesan == f"{pesan}: {DI_BAWAH}, {SESUAI}, {DI_ATAS}."
        assert temuan.akibat is Akibat.PERILAKU

    def test_rating_yang_dicoret_minta_formatnya_dihapus_bukan_dipilih_lagi(self):
        """Chosen again it would keep its stroke, and the finding."""
        dunia = Dunia()
        dunia.perilaku[3][0]["rating_perilaku"] = f"{DI_ATAS} (dicoret)"
        isian = dunia.isian()
        (biasa,) = periksa_unit(isian, dunia.skema(), Periode.dari_teks("2026-03"), ATURAN)
        assert biasa.saran == "Pilih salah satu rating itu."
        isian.perilaku[Bulan(2026, 3)].rupa["rating_perilaku", 0] = "dicoret"
        (temuan,) = periksa_unit(isian, dunia.skema(), Periode.dari_teks("2026-03"), ATURAN)
        assert temuan.pesan == biasa.pesan
        assert (
            temuan.saran
            == "Hapus format selnya (Clear Formats), lalu isi yang berlaku saja; kosongkan selnya bila memang dibatalkan."
        )

    def test_ide_baru_yang_bukan_ya_ditunjuk_dengan_isi_yang_dikenal_dan_menahan_predikat(self):
        dunia = Dunia().hanya_siti()
        dunia.perilaku[3] = [baris_perilaku(SITI, 110.0, ide_baru="mungkin")]
        (temuan,) = dunia.temuan(aturan=muat_aturan("pp-30-2019"))
        assert (temuan.kode, temuan.letak.sel, temuan.akibat) == ("perilaku-tidak-sah", "O6", Akibat.PERILAKU)
        assert temuan.pesan == "'mungkin' pada Ide Baru bukan isian yang dikenal: Ya, atau kosong."
        assert temuan.saran == "Isi Ya, atau kosongkan selnya."

    @pytest.mark.parametrize(
        ("luar", "saran"),
        [
            (True, "Tanyakan kepada pejabat penilainya rating mana yang benar, betulkan di e-Kinerja, "),
            (False, "Pilih salah satu rating itu."),
        ],
    )
    def test_kata_asing_di_ekspor_dibetulkan_di_sana(self, luar, saran):
        dunia = Dunia()
        dunia.perilaku[3][0]["rating_perilaku"] = "Baik Sekali"
        isian = dunia.isian()
        if luar:
            sel = Letak("bkn/2026-03/a.xlsx", "L", "F6")
            isian.perilaku[Bulan(2026, 3)].luar["rating_perilaku", 0] = sel
        (temuan,) = periksa_unit(isian, dunia.skema(), MARET, ATURAN)
        assert temuan.kode == "perilaku-tidak-sah"
        assert temuan.saran.startswith(saran)

    @pytest.mark.parametrize("isi", ["di atas  EKSPEKTASI", "Diatas Ekspektasi", " sesuai ekspektasi"])
    def test_huruf_besar_spasi_dan_sebutan_lain_diterima(self, isi):
        dunia = Dunia()
        dunia.perilaku[3][0]["rating_perilaku"] = isi
        assert dunia.temuan() == []

    def test_aspek_yang_salah_di_samping_kata_pimpinan_tidak_menghalangi(self):
        dunia = Dunia()
        dunia.perilaku[3][0]["loyal"] = "entah"
        (temuan,) = dunia.temuan()
        assert (temuan.kode, temuan.letak.sel, temuan.akibat) == ("perilaku-tidak-sah", "K6", Akibat.BARIS)

    def test_bulan_lama_yang_salah_tidak_menghalangi_rating_yang_lebih_baru(self):
        dunia = Dunia()
        dunia.perilaku[2][0]["rating_perilaku"] = "entah"
        (temuan,) = dunia.temuan("2026-T1", TERAKHIR)
        assert (temuan.letak.berkas, temuan.akibat) == ("capaian/2026-02/PKM.xlsx", Akibat.BARIS)
        assert rating_unit(dunia, aturan=TERAKHIR)[SITI] == SESUAI
        (temuan,) = dunia.temuan("2026-T1")
        assert temuan.akibat is Akibat.PERILAKU
        assert SITI not in rating_unit(dunia)

    def test_bulan_terbaru_yang_salah_tidak_diganti_rating_lama(self):
        dunia = Dunia()
        dunia.perilaku[3][0]["rating_perilaku"] = "entah"
        dunia.perilaku[1][0]["rating_perilaku"] = "apa"
        for aturan, lama in ((TERAKHIR, Akibat.BARIS), (ATURAN, Akibat.PERILAKU)):
            assert [(t.letak.berkas[8:15], t.akibat) for t in dunia.temuan("2026-T1", aturan)] == [
                ("2026-01", lama), ("2026-03", Akibat.PERILAKU),
            ]  # fmt: skip

    def test_sel_yang_sudah_ditemukan_cacat_tidak_disebut_dua_kali(self):
        dunia = Dunia()
        dunia.perilaku[3][0]["rating_perilaku"] = None
        dunia.cacat["03/Perilaku"] = {("rating_perilaku", 0): "sel-galat"}
        assert dunia.temuan() == []


class TestGanda:
    def test_nip_yang_berulang_hanya_menghalangi_predikat(self):
        dunia = Dunia()
        dunia.perilaku[3].append(baris_perilaku(SITI, DI_ATAS))
        (temuan,) = dunia.temuan()
        assert (temuan.kode, temuan.letak.sel, temuan.nip, temuan.akibat) == (
            "baris-ganda",
            "E8",
            SITI,
            Akibat.PERILAKU,
        )
        assert temuan.pesan == f"Siti Rahma, S.Kep. (NIP {SITI}) sudah ada di E6."

    def test_baris_berulang_yang_kosong_tidak_disebut_kosong_juga(self):
        dunia = Dunia()
        dunia.perilaku[3][0]["rating_perilaku"] = None
        dunia.perilaku[3].append(baris_perilaku(SITI))
        assert dunia.ringkas() == [("baris-ganda", "03/Perilaku!E8")]

    def test_ulangan_di_bulan_lama_tidak_menghalangi_rating_yang_lebih_baru(self):
        dunia = Dunia()
        dunia.perilaku[2].append(baris_perilaku(SITI))
        (temuan,) = dunia.temuan("2026-T1", TERAKHIR)
        assert temuan.akibat is Akibat.BARIS
        (temuan,) = dunia.temuan("2026-T1")
        assert temuan.akibat is Akibat.PERILAKU


class TestKosong:
    def test_baris_kosong_ditunjuk_di_sel_ratingnya(self):
        dunia = Dunia()
        dunia.perilaku[3][1]["rating_perilaku"] = None
        (temuan,) = dunia.temuan()
        assert (temuan.kode, temuan.letak.sel, temuan.nip, temuan.akibat) == (
            "perilaku-kosong",
            "N7",
            BUDI,
            Akibat.PERILAKU,
        )
        assert temuan.pesan == (
            "Rating perilaku Budi Koto pada Maret 2026 belum lengkap: Rating Perilaku dan ketujuh aspek kosong."
        )

    def test_aspek_yang_kurang_disebut_namanya(self):
        dunia = Dunia()
        dunia.perilaku[3][1] = baris_perilaku(BUDI, **tujuh(SESUAI, SESUAI, "", SESUAI, SESUAI, None, SESUAI))
        assert dunia.temuan()[0].pesan.endswith("belum lengkap: Kompeten, Adaptif kosong.")

    def test_tanpa_kolom_rating_ditunjuk_pada_aspek_pertama_yang_kosong(self):
        dunia = Dunia(tanpa_kolom=("rating_perilaku",))
        isi = tujuh(SESUAI, SESUAI, None, SESUAI, SESUAI, None, SESUAI)
        dunia.perilaku[3] = [baris_perilaku(SITI, **tujuh(*[SESUAI] * 7)), baris_perilaku(BUDI, **isi)]
        assert dunia.ringkas() == [("perilaku-kosong", "03/Perilaku!I7")]

    def test_tujuh_aspek_tanpa_kata_pimpinan_sudah_cukup(self):
        dunia = Dunia()
        dunia.perilaku[3][1] = baris_perilaku(BUDI, **tujuh(*[SESUAI] * 7))
        assert dunia.temuan() == []

    def test_satu_bulan_yang_berating_sudah_cukup_bagi_periode(self):
        dunia = Dunia()
        dunia.perilaku[3][1]["rating_perilaku"] = None
        dunia.perilaku[2].pop(1)
        assert dunia.temuan("2026-T1", TERAKHIR) == []
        (temuan,) = dunia.temuan("2026-T1")
        assert (temuan.kode, temuan.tingkat, temuan.nip) == (
            "perilaku-bulan-kosong",
            Tingkat.PERINGATAN,
            BUDI,
        )
        assert (temuan.letak.berkas, temuan.letak.lembar, temuan.letak.sel) == (CAPAIAN, "Perilaku", "N7")
        assert temuan.pesan == (
            "Perilaku Budi Koto tidak dinilai pada Februari 2026, Maret 2026, padahal rekan seunitnya dinilai; rating "
            "Triwulan I 2026 hanya dari Januari 2026."
        )

    def test_catatan_di_baris_tanpa_rating_dikutip_dan_yang_tanpa_baris_ditunjuk_lembarnya(self):
        dunia = Dunia()
        dunia.perilaku[3][1] |= {"rating_perilaku": None, "catatan": "cuti melahirkan"}
        (temuan,) = dunia.temuan()
        assert (temuan.kode, temuan.letak.sel) == ("perilaku-kosong", "N7")
        assert temuan.pesan.endswith("Rating Perilaku dan ketujuh aspek kosong (Catatan: 'cuti melahirkan').")
        (temuan,) = dunia.temuan("2026-T1")
        assert temuan.pesan.startswith(
            "Perilaku Budi Koto tidak dinilai pada Maret 2026 (Catatan: 'cuti melahirkan'), padahal rekan"
        )
        dunia.perilaku[3].pop(1)
        (temuan,) = dunia.temuan("2026-T1")
        assert (temuan.kode, temuan.letak.lembar, temuan.letak.sel) == (
            "perilaku-bulan-kosong",
            "Perilaku",
            "",
        )

    def test_bulan_yang_tidak_dinilai_bagi_siapa_pun_disebut_sekali_untuk_unitnya(self):
        dunia = Dunia()
        for baris in dunia.perilaku[2]:
            baris["rating_perilaku"] = None
        (temuan,) = dunia.temuan("2026-T1")
        assert (temuan.kode, temuan.tingkat, temuan.nip, temuan.letak.sel) == (
            "perilaku-bulan-tanpa-rating",
            Tingkat.INFO,
            "",
            "",
        )
        assert temuan.pesan.endswith(
            "perilaku tidak dinilai bagi siapa pun pada Februari 2026; rating Triwulan I 2026 hanya dari Januari 2026, Maret 2026."
        )
        assert dunia.temuan("2026-T1", TERAKHIR) == []

    def test_bulan_tanpa_rating_yang_sebagian_terhalang_sudah_disebut_di_selnya(self):
        dunia = Dunia()
        dunia.perilaku[2][0]["rating_perilaku"] = "entah"
        dunia.perilaku[2][1]["rating_perilaku"] = None
        assert dunia.ringkas("2026-T1") == [("perilaku-tidak-sah", "02/Perilaku!N6")]

    def test_tanpa_kolom_rating_bulan_yang_kosong_ditunjuk_di_aspek_pertama(self):
        dunia = Dunia(tanpa_kolom=("rating_perilaku",))
        for bulan in (1, 2, 3):
            dunia.perilaku[bulan] = [baris_perilaku(nip, **tujuh(*[SESUAI] * 7)) for nip in (SITI, BUDI)]
        dunia.perilaku[3][1] = baris_perilaku(BUDI)
        assert dunia.ringkas("2026-T1") == [("perilaku-bulan-kosong", "03/Perilaku!G7")]

    @pytest.mark.parametrize(
        ("dinilai", "kode"),
        [((2, 3), []), ((3,), ["perilaku-bulan-kosong"]), ((), ["perilaku-kosong"])],
    )
    def test_yang_dinilai_unit_lain_pada_bulan_itu_tidak_kosong(self, dinilai, kode):
        """Siti came in the middle of February and is rated here in no month."""
        dunia = Dunia()
        dunia.penempatan[0:1] = pindah(SITI, ("DIN", None, (2, 15)), ("PKM", (2, 16), None))
        dunia.capaian[1] = dunia.capaian[1][2:]
        for bulan in (1, 2, 3):
            dunia.perilaku[bulan].pop(0)
        bahan = replace(
            susun_bahan(dunia.isian(), dunia.skema(), T1, ATURAN),
            dinilai_lain=lambda nip: frozenset(Bulan(2026, b) for b in dinilai if nip == SITI),
        )
        assert [temuan.kode for temuan in periksa_bahan(bahan)] == kode

    def test_yang_ratingnya_terhalang_tidak_disebut_dua_kali(self):
        dunia = Dunia()
        dunia.perilaku[2].pop(1)
        dunia.perilaku[1][1]["rating_perilaku"] = "entah"
        assert [temuan.kode for temuan in dunia.temuan("2026-T1")] == ["perilaku-tidak-sah"]

    def test_kosong_di_semua_bulan_ditunjuk_sekali_di_bulan_terakhir(self):
        dunia = Dunia()
        for bulan in (1, 2, 3):
            dunia.perilaku[bulan][0]["rating_perilaku"] = None
        assert dunia.ringkas("2026-T1") == [("perilaku-kosong", "03/Perilaku!N6")]

    def test_tanpa_baris_ditunjuk_pada_lembarnya(self):
        dunia = Dunia()
        dunia.perilaku[3] = []
        semua = dunia.temuan()
        assert [(temuan.kode, str(temuan.letak), temuan.nip) for temuan in semua] == [
            ("perilaku-kosong", f"{CAPAIAN} › Perilaku", SITI), ("perilaku-kosong", f"{CAPAIAN} › Perilaku", BUDI),
        ]  # fmt: skip
        assert semua[0].pesan.endswith("belum lengkap: tidak ada barisnya di lembar Perilaku.")
        isian = dunia.isian()
        isian.tanpa_perilaku.add(MARET.bulan[0])  # nothing is filled in on it, and no export stands in
        kosong = periksa_unit(isian, dunia.skema(), MARET, ATURAN)
        assert [temuan.pesan for temuan in kosong] == [temuan.pesan for temuan in semua]

    def test_tanpa_lembar_perilaku_ditunjuk_pada_berkasnya(self):
        dunia = Dunia().hanya_siti()
        del dunia.perilaku[3]
        (temuan,) = dunia.temuan()
        assert str(temuan.letak) == CAPAIAN
        assert temuan.pesan.endswith("belum lengkap: lembar Perilaku tidak ada atau kosong.")

    def test_berkas_yang_hilang_sudah_menjelaskan(self):
        dunia = Dunia()
        del dunia.perilaku[3], dunia.capaian[3]
        assert dunia.temuan() == []

    def test_lembar_yang_tidak_terbaca_menjadi_alasan_setiap_asn(self):
        dunia = Dunia().hanya_siti()
        del dunia.perilaku[3]
        dunia.terbaca.append(temuan_baca("kepala-tabel-hilang", CAPAIAN, "Perilaku", "", dicari="NIP"))
        (temuan,) = dunia.temuan()
        assert temuan.pesan.endswith("belum lengkap: lembar Perilaku tidak terbaca.")

    def test_sel_satu_asn_yang_keliru_tidak_membuat_lembarnya_tidak_terbaca(self):
        dunia = Dunia().hanya_siti()
        del dunia.perilaku[3]
        dunia.terbaca += [
            temuan_baca("angka-tidak-sah", CAPAIAN, "Capaian", "I9", SITI),
            temuan_baca("nip-tidak-dikenal", CAPAIAN, "Capaian", "C20", "", teks="1", nama=""),
        ]
        (temuan,) = dunia.temuan()
        assert temuan.pesan.endswith("belum lengkap: lembar Perilaku tidak ada atau kosong.")

    def test_nip_yang_terpotong_di_lembar_itu_sudah_menjelaskan(self):
        dunia = Dunia()
        dunia.perilaku[3].pop(0)
        dunia.terbaca.append(temuan_baca("nip-presisi-hilang", CAPAIAN, "Perilaku", "E6", SITI))
        assert dunia.temuan() == []

    def test_yang_pindah_hanya_ditagih_di_unit_terakhirnya(self):
        dunia = Dunia().hanya_siti()
        del dunia.perilaku[1], dunia.perilaku[2], dunia.perilaku[3]
        for bulan in (2, 3):
            dunia.capaian[bulan] = []
        dunia.penempatan = pindah(SITI, ("PKM", None, (1, 31)), ("DIN", (2, 1), None))
        assert dunia.temuan("2026-T1") == []
        assert dunia.ringkas("2026-01") == [("perilaku-kosong", "01/")]

    def test_yang_datang_ditagih_di_sini_pada_bulan_terakhirnya_di_sini(self):
        dunia = Dunia().hanya_siti()
        dunia.penempatan = pindah(SITI, ("DIN", None, (1, 31)), ("PKM", (2, 1), (2, 28)))
        dunia.capaian[1] = dunia.capaian[3] = []
        dunia.perilaku = {1: [], 2: [baris_perilaku(SITI)], 3: []}
        assert dunia.ringkas("2026-T1") == [
            ("target-tanpa-penempatan", "Target!D10"),  # of March
            ("perilaku-kosong", "02/Perilaku!N6"),
        ]


class TestRating:
    @pytest.mark.parametrize(
        ("isi", "rating"),
        [
            (baris_perilaku(SITI, DI_BAWAH, **tujuh(*[DI_ATAS] * 7)), DI_BAWAH),
            (tujuh(*[DI_ATAS] * 4, *[SESUAI] * 3), DI_ATAS),
            (tujuh(*[DI_ATAS] * 3, *[SESUAI] * 4), SESUAI),
            (tujuh(*[SESUAI] * 4, *[DI_BAWAH] * 3), SESUAI),
            (tujuh(*[SESUAI] * 3, *[DI_BAWAH] * 4), DI_BAWAH),
            (tujuh(*[SESUAI] * 6, ""), ""),
            (tujuh(*[SESUAI] * 6, "entah"), ""),
            (tujuh(*[SESUAI] * 7) | {"rating_perilaku": "entah"}, ""),
            ({}, ""),
        ],
    )
    def test_kata_pimpinan_lalu_rata_rata_tujuh_aspek(self, isi, rating):
        assert PembacaPerilaku(ATURAN).baris(isi).rating == rating

    @pytest.mark.parametrize(("skor_atas", "rating"), [(5.5, DI_ATAS), (5.4999, SESUAI)])
    def test_rata_rata_tepat_di_batas_diputus_eksak(self, skor_atas, rating):
        """One 5.5 and six 2 make exactly 2.5."""
        skor = replace(ATURAN.perilaku.skor, nilai={DI_BAWAH: 1.0, SESUAI: 2.0, DI_ATAS: skor_atas})
        aturan = ATURAN.model_copy(update={"perilaku": ATURAN.perilaku.model_copy(update={"skor": skor})})
        assert PembacaPerilaku(aturan).baris(tujuh(DI_ATAS, *[SESUAI] * 6)).rating == rating

    def test_baris_dengan_nip_cacat_bukan_milik_siapa_pun(self):
        dunia = Dunia()
        dunia.cacat["03/Perilaku"] = {("nip", 0): "nip-format"}
        assert rating_unit(dunia, Periode.dari_teks("2026-03")) == {BUDI: DI_ATAS}
        assert dunia.ringkas() == [("perilaku-kosong", "03/Perilaku")]

    def test_sel_cacat_terhitung_tidak_sah(self):
        t = tabel("Perilaku", "x", [baris_perilaku(SITI)], cacat={("loyal", 0): "sel-galat"})
        hasil = PembacaPerilaku(ATURAN).di_tabel(t, 0)
        assert (hasil.rating, hasil.tidak_sah, hasil.terhalang) == ("", ("loyal",), True)
        assert "loyal" not in hasil.kurang

    @pytest.mark.parametrize("aturan", [ATURAN, muat_aturan("pp-30-2019")], ids=["rating", "angka"])
    @pytest.mark.parametrize(
        "lain",
        [
            {},
            {"rating_perilaku": DI_BAWAH},
            {"rating_perilaku": 0.0},
            {"rating_perilaku": 90.0},
            {"ide_baru": "Ya"},
            {"ide_baru": "entah"},
            {"ide_baru": " - "},
            {"loyal": ""},
            {"loyal": None},
            {"loyal": "entah"},
            {"loyal": 90.0},
            dict.fromkeys(KUNCI_ASPEK[1:], ""),
        ],
        ids=str,
    )
    def test_semua_baris_berkata_seperti_satu_per_satu(self, aturan, lain):
        """The clear rows are answered in one step; one that differs in a cell is none of them."""
        jelas = baris_perilaku(SITI, None, **tujuh(*[SESUAI] * 7))
        t = tabel("Perilaku", "x", [jelas, jelas | lain, jelas])
        pembaca = PembacaPerilaku(aturan)
        assert repr(pembaca.semua_baris(t)) == repr([pembaca.di_tabel(t, posisi) for posisi in range(3)])

    def test_rating_bulan_terakhir_yang_punya(self):
        dunia = Dunia()
        dunia.perilaku[1][1]["rating_perilaku"] = DI_BAWAH
        dunia.perilaku[3][1]["rating_perilaku"] = None
        del dunia.perilaku[2]
        assert rating_unit(dunia) == {SITI: SESUAI, BUDI: DI_BAWAH}

    @pytest.mark.parametrize(
        ("aturan", "bulanan", "rating"),
        [
            (ATURAN, (SESUAI, DI_ATAS, None), DI_ATAS),
            (ATURAN, (DI_ATAS, SESUAI, SESUAI), SESUAI),
            (ATURAN, (SESUAI, SESUAI, DI_BAWAH), SESUAI),
            (ATURAN, (DI_BAWAH, None, SESUAI), SESUAI),
            (TERAKHIR, (SESUAI, SESUAI, DI_BAWAH), DI_BAWAH),
            (TERAKHIR, (DI_BAWAH, DI_ATAS, None), DI_ATAS),
        ],
    )
    def test_bulan_menjadi_satu_menurut_aturan(self, aturan, bulanan, rating):
        dunia = Dunia()
        for bulan, isi in enumerate(bulanan, 1):
            dunia.perilaku[bulan][1]["rating_perilaku"] = isi
        assert rating_unit(dunia, aturan=aturan)[BUDI] == rating

    def test_bulan_sesudah_pindah_tidak_dinilai_unit_lama(self):
        dunia = Dunia()
        dunia.perilaku[3][0]["rating_perilaku"] = DI_BAWAH
        semua = perilaku_unit(dunia.isian(), T1, ATURAN, {SITI: (Bulan(2026, 1), Bulan(2026, 2))})
        assert {nip: [ini.bulan.bulan for ini in milik.bulan] for nip, milik in semua.items()} == {
            SITI: [1, 2]
        }
        assert semua[SITI].rating == SESUAI

    @pytest.mark.parametrize("tambahan", [baris_perilaku(SITI, DI_ATAS), baris_perilaku(SITI)])
    def test_baris_berulang_tidak_dipakai_dan_tidak_diganti_yang_lama(self, tambahan):
        dunia = Dunia()
        dunia.perilaku[3].append(tambahan)
        assert SITI not in rating_unit(dunia)

    def test_isi_yang_tidak_dikenal_tidak_diganti_yang_lama(self):
        dunia = Dunia()
        dunia.perilaku[3][0]["rating_perilaku"] = "entah"
        assert SITI not in rating_unit(dunia)
        assert rating_unit(dunia, Periode.dari_teks("2026-01"))[SITI] == SESUAI

    def test_yang_tidak_ada_barisnya_tidak_berating(self):
        assert ANDI not in rating_unit(Dunia())


def test_setiap_kalimat_katalog_dapat_diisi():
    """Whatever finds them, the facts named by message and advice are words, and braces come in pairs."""

    class Isi(dict):
        def __missing__(self, kunci):
            assert kunci.replace("_", "").isalpha()
            return "x"

    for jenis in katalog().values():
        assert "{" not in jenis.pesan.format_map(Isi()) + jenis.saran.format_map(Isi())


class TestBulanYangDitinggalkan:
    """Behaviour of a month that a provisional score does without counts as little as its capaian."""

    def dunia(self):
        dunia = Dunia()
        del dunia.capaian[3]  # the sheet Capaian could not be read, the sheet Perilaku could
        return dunia

    def test_ratingnya_tidak_menutup_bulan_lain(self):
        dunia = self.dunia()
        for bulan in (1, 2):
            dunia.perilaku[bulan][0]["rating_perilaku"] = None
        (kosong,) = [t for t in dunia.temuan_sementara("2026-T1") if t.kode == "perilaku-kosong"]
        assert (kosong.nip, tempat(kosong.letak)) == (SITI, "02/Perilaku!N6")

    def test_yang_tidak_punya_baris_ditunjuk_di_lembar_bulan_yang_dihitung(self):
        dunia = self.dunia()
        for bulan in (1, 2):
            del dunia.perilaku[bulan][0]
        (kosong,) = [t for t in dunia.temuan_sementara("2026-T1") if t.kode == "perilaku-kosong"]
        assert (kosong.nip, tempat(kosong.letak)) == (SITI, "02/Perilaku")

    def test_ratingnya_yang_keliru_tidak_menahan_dan_tidak_ditagih(self):
        for rating in ("Lumayan", None):
            dunia = self.dunia()
            dunia.perilaku[3][0]["rating_perilaku"] = rating
            assert dunia.temuan_sementara("2026-T1") == []

    def test_yang_tanpa_target_bulan_itu_tetap_menurut_semuanya(self):
        dunia = self.dunia()
        for baris in dunia.target[:2]:
            baris["mar"] = None
        dunia.perilaku[3][0]["rating_perilaku"] = "Lumayan"
        galat = [t for t in dunia.temuan_sementara("2026-T1") if t.tingkat == "galat"]
        assert [(t.kode, tempat(t.letak)) for t in galat] == [("perilaku-tidak-sah", "03/Perilaku!N6")]
