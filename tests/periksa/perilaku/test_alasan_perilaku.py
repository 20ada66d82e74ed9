"""Whether a behaviour rating has its reason, and somebody else's word behind it: both sides of each condition."""

import pytest
from periksa.isian_buatan import (
    ATURAN,
    BUDI,
    DI_ATAS,
    DI_BAWAH,
    SESUAI,
    SITI,
    Dunia,
    baris_perilaku,
    pindah,
)

from asn_nilai.acuan.isian.formulir.formulir import KUNCI_ASPEK
from asn_nilai.acuan.isian.skema import Unit
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.periode import Bulan, Periode
from asn_nilai.acuan.profil.muat_aturan import muat_aturan
from asn_nilai.acuan.temuan import Tingkat
from asn_nilai.periksa import periksa_unit

DI_LUAR, DI_ANTARA = "197609152003121913", "198505052010012001"
CAPAIAN = "capaian/2026-03/PKM.xlsx"


def tujuh(*isi):
    return dict(zip(KUNCI_ASPEK, isi, strict=True))


def siti(pimpinan=None, *aspek, **lain):
    dunia = Dunia()
    aspek = tujuh(*aspek) if aspek else {}
    dunia.perilaku[3][0] = baris_perilaku(SITI, pimpinan, **aspek, **lain)
    return dunia


class TestBertentangan:
    def test_kata_pimpinan_yang_lain_daripada_aspek_tanpa_catatan_disebut(self):
        (temuan,) = siti(SESUAI, *[DI_ATAS] * 7).temuan()
        assert (temuan.kode, temuan.tingkat, temuan.nip) == (
            "perilaku-bertentangan",
            Tingkat.PERINGATAN,
            SITI,
        )
        assert (temuan.letak.berkas, temuan.letak.lembar, temuan.letak.sel) == (CAPAIAN, "Perilaku", "N6")
        assert temuan.pesan == (
            "Rating Perilaku Siti Rahma, S.Kep. pada Maret 2026 ditulis Sesuai Ekspektasi, padahal ketujuh aspeknya memberi "
            "Di Atas Ekspektasi; yang dihitung Sesuai Ekspektasi, dan alasannya tidak tertulis."
        )
        assert temuan.saran.startswith("Tulis alasannya di kolom Catatan (P6).")

    @pytest.mark.parametrize(
        ("pimpinan", "aspek"),
        [
            (SESUAI, [DI_ATAS] * 3 + [SESUAI] * 4),  # the mean is 2.43, as expected
            (None, [DI_ATAS] * 7),
            (SESUAI, [DI_ATAS] * 5 + [""] * 2),  # from 2.43 to 3: as expected is still possible
            (DI_ATAS, [SESUAI] * 3 + [""] * 4),  # up to 2.57
            (SESUAI, [""] * 7),
        ],
    )
    def test_kata_yang_sama_atau_yang_masih_mungkin_dari_aspek_yang_tidak_lengkap_tidak_ditegur(
        self, pimpinan, aspek
    ):
        assert siti(pimpinan, *aspek).temuan() == []

    @pytest.mark.parametrize(
        ("pimpinan", "aspek"),
        [
            (SESUAI, [DI_ATAS] * 6 + [""]),  # 2.71 at least
            (DI_ATAS, [DI_BAWAH] * 6 + [""]),
            (DI_ATAS, [SESUAI] * 4 + [""] * 3),  # 2.43 at most
        ],
    )
    def test_satu_aspek_yang_dikosongkan_tidak_menyembunyikan_pertentangan(self, pimpinan, aspek):
        (temuan,) = siti(pimpinan, *aspek).temuan()
        assert (temuan.kode, temuan.letak.sel) == ("perilaku-bertentangan", "N6")
        assert temuan.pesan == (
            f"Rating Perilaku Siti Rahma, S.Kep. pada Maret 2026 ditulis {pimpinan}, padahal aspek yang terisi tidak dapat "
            f"memberinya, apa pun isi yang kosong; yang dihitung {pimpinan}, dan alasannya tidak tertulis."
        )
        assert siti(pimpinan, *aspek, catatan="Menggantikan kepala ruangan").temuan() == []

    def test_satu_aspek_lebih_di_atas_batas_ditegur(self):
        assert siti(SESUAI, *[DI_ATAS] * 4, *[SESUAI] * 3).ringkas() == [
            ("perilaku-bertentangan", "03/Perilaku!N6")
        ]

    @pytest.mark.parametrize(
        ("catatan", "banyak"),
        [("Menggantikan kepala ruangan", 0), ("", 1), (" - ", 1), ("...", 1), ("n/a", 1), ("1", 0)],
    )
    def test_catatan_menjawabnya_dan_garis_bukan_catatan(self, catatan, banyak):
        assert len(siti(SESUAI, *[DI_ATAS] * 7, catatan=catatan).temuan()) == banyak

    def test_berlawanan_dan_terendah_dua_hal(self):
        assert siti(DI_BAWAH, *[SESUAI] * 7).ringkas() == [
            ("perilaku-bertentangan", "03/Perilaku!N6"),
            ("perilaku-tanpa-catatan", "03/Perilaku!P6"),
        ]
        assert siti(DI_BAWAH, *[SESUAI] * 7, catatan="Mangkir tugas pos").temuan() == []


class TestTanpaCatatan:
    @pytest.mark.parametrize(
        ("pimpinan", "aspek"),
        [(DI_BAWAH, ()), (None, [DI_BAWAH] * 4 + [SESUAI] * 3), ("dibawah  ekspektasi", [DI_BAWAH] * 7)],
    )
    def test_terendah_dari_mana_pun_perlu_alasan(self, pimpinan, aspek):
        (temuan,) = siti(pimpinan, *aspek).temuan()
        assert (temuan.kode, temuan.tingkat, temuan.letak.sel) == (
            "perilaku-tanpa-catatan",
            Tingkat.PERINGATAN,
            "P6",
        )
        assert temuan.pesan == (
            "Perilaku Siti Rahma, S.Kep. pada Maret 2026 dinilai Di Bawah Ekspektasi, tetapi alasannya tidak tertulis."
        )

    @pytest.mark.parametrize(("pimpinan", "aspek"), [(SESUAI, ()), (None, [DI_BAWAH] * 3 + [SESUAI] * 4)])
    def test_yang_lain_tidak_perlu(self, pimpinan, aspek):
        assert siti(pimpinan, *aspek).temuan() == []

    def test_tanpa_kolom_catatan_ditunjuk_selnya_rating(self):
        dunia = siti(DI_BAWAH)
        dunia.tanpa_kolom = ("catatan",)
        (temuan,) = dunia.temuan()
        assert temuan.letak.sel == "N6"
        assert "di kolom Catatan kejadian" in temuan.saran
        dunia = siti(None, *[DI_BAWAH] * 7)
        dunia.tanpa_kolom = ("catatan",)
        assert dunia.ringkas() == [("perilaku-tanpa-catatan", "03/Perilaku!G6")]

    def test_setiap_bulan_periode_dan_hanya_bulan_periode(self):
        dunia = Dunia()
        for bulan in (1, 2):
            dunia.perilaku[bulan][0] = baris_perilaku(SITI, DI_BAWAH)
        assert dunia.ringkas("2026-T1") == [
            ("perilaku-tanpa-catatan", "01/Perilaku!P6"),
            ("perilaku-tanpa-catatan", "02/Perilaku!P6"),
        ]
        assert dunia.temuan("2026-03") == []

    def test_baris_berulang_dan_bukan_miliknya_tidak_ditegur(self):
        dunia = siti(DI_BAWAH)
        dunia.perilaku[3].append(baris_perilaku(SITI, DI_BAWAH))
        assert {temuan.kode for temuan in dunia.temuan()} == {"baris-ganda"}
        dunia = Dunia()
        dunia.perilaku[1][0] = baris_perilaku(SITI, DI_BAWAH)
        dunia.penempatan[0:1] = pindah(SITI, ("PKM", (2, 1), None))
        assert "perilaku-tanpa-catatan" not in {temuan.kode for temuan in dunia.temuan("2026-T1")}

    @pytest.mark.parametrize(
        ("isi", "kode"),
        [
            ({"rating_perilaku": 89.99}, ["perilaku-tanpa-catatan"]),
            ({"rating_perilaku": 90.0}, []),
            ({"rating_perilaku": DI_BAWAH}, ["perilaku-tanpa-catatan"]),
            (tujuh(*[89.99] * 7), ["perilaku-tanpa-catatan"]),
            (tujuh(*[109.0] * 7) | {"rating_perilaku": 110.0}, ["perilaku-bertentangan"]),
            (tujuh(*[109.0] * 7) | {"rating_perilaku": 91.0}, []),
            (
                tujuh(*[100.0] * 6, None) | {"rating_perilaku": 110.0},
                ["perilaku-bertentangan"],
            ),  # up to 102.86
            (tujuh(*[109.0] * 6, None) | {"rating_perilaku": 110.0}, []),  # up to 110.57
        ],
    )
    def test_angka_diukur_dengan_tingkat_yang_dicapainya(self, isi, kode):
        dunia = Dunia().hanya_siti()
        dunia.perilaku[3] = [{"nip": SITI, "nama": "", **isi}]
        aturan = muat_aturan("pp-30-2019")
        semua = periksa_unit(dunia.isian(), dunia.skema(), Periode.dari_teks("2026-03"), aturan)
        assert [temuan.kode for temuan in semua] == kode


class TestIdeBaru:
    """Under PP 30/2019 a predikat may rest on it; under the others it is bahan for recognition alone."""

    def temuan(self, aturan="pp-30-2019", tanpa_kolom=(), **isi):
        dunia = Dunia().hanya_siti()
        dunia.perilaku[3] = [{"nip": SITI, "nama": "", "rating_perilaku": 110.0, "ide_baru": True, **isi}]
        dunia.tanpa_kolom = tanpa_kolom
        return dunia.temuan(aturan=muat_aturan(aturan))

    def test_ide_tanpa_uraian_disebut_di_selnya(self):
        (temuan,) = self.temuan()
        assert (temuan.kode, temuan.tingkat, temuan.nip) == (
            "ide-baru-tanpa-uraian",
            Tingkat.PERINGATAN,
            SITI,
        )
        assert (temuan.letak.berkas, temuan.letak.lembar, temuan.letak.sel) == (CAPAIAN, "Perilaku", "O6")
        assert temuan.pesan == (
            "Siti Rahma, S.Kep. dicatat mempunyai ide baru pada Maret 2026, yang dapat menaikkan predikatnya, tetapi idenya "
            "tidak diuraikan."
        )
        assert temuan.saran.startswith("Tulis di kolom Catatan (P6) apa idenya")

    @pytest.mark.parametrize("catatan", ["-", "n/a", "  "])
    def test_catatan_tanpa_isi_bukan_uraian(self, catatan):
        assert [t.kode for t in self.temuan(catatan=catatan)] == ["ide-baru-tanpa-uraian"]

    def test_tanpa_kolom_catatan_tetap_disebut(self):
        (temuan,) = self.temuan(tanpa_kolom=("catatan",))
        assert temuan.saran.startswith("Tulis di kolom Catatan apa idenya")

    @pytest.mark.parametrize(
        "isi", [{"catatan": "Antrean daring"}, {"ide_baru": False}, {"ide_baru": None}, {"ide_baru": ""}]
    )
    def test_yang_diuraikan_dan_yang_tidak_ada_dibiarkan(self, isi):
        assert self.temuan(**isi) == []

    def test_bulan_tanpa_rating_pun_memberi_ide(self):
        kode = [t.kode for t in self.temuan(rating_perilaku=None)]
        assert "ide-baru-tanpa-uraian" in kode

    def test_di_luar_yang_bergantung_padanya_tidak_ditanya(self):
        assert self.temuan("permenpanrb-6-2022", rating_perilaku=SESUAI) == []

    def test_yang_terendah_pula_disebut_keduanya(self):
        kode = [t.kode for t in self.temuan(rating_perilaku=60.0)]
        assert kode == ["ide-baru-tanpa-uraian", "perilaku-tanpa-catatan"]


class TestMenilaiDiri:
    def dunia(self, atasan="", kepala=SITI):
        dunia = Dunia()
        dunia.unit = Unit("PKM", "Puskesmas Tigo Baleh", "Puskesmas", nip_kepala=kepala)
        dunia.penempatan[0] = dunia.penempatan[0]._replace(nip_atasan=atasan)
        return dunia

    @pytest.mark.parametrize(("atasan", "sebab"), [("", "kosong"), (SITI, "adalah NIP-nya sendiri")])
    def test_kepala_tanpa_penilai_di_atasnya_disebut(self, atasan, sebab):
        (temuan,) = self.dunia(atasan).temuan()
        assert (temuan.kode, temuan.tingkat, temuan.nip, temuan.letak.sel) == (
            "menilai-diri-sendiri",
            Tingkat.PERINGATAN,
            SITI,
            "N6",
        )
        assert temuan.pesan == (
            "Rating perilaku Siti Rahma, S.Kep. pada Maret 2026 ada di buku unit yang dipimpinnya sendiri (Puskesmas Tigo "
            f"Baleh), sedangkan NIP Atasan di daftar pegawai {sebab}: tidak terbaca siapa selain dirinya yang menilai."
        )

    def test_kepala_beratasan_dan_yang_bukan_kepala_tidak(self):
        assert self.dunia(DI_LUAR).temuan() == []
        assert self.dunia("", kepala="").temuan() == []
        dunia = self.dunia(DI_LUAR, kepala=BUDI)
        dunia.penempatan[1] = dunia.penempatan[1]._replace(nip_atasan=SITI)
        assert dunia.temuan() == []

    def test_bawahan_bukan_penilai_kepalanya(self):
        dunia = self.dunia(BUDI)
        dunia.penempatan[1] = dunia.penempatan[1]._replace(nip_atasan=SITI)
        (temuan,) = dunia.temuan()
        assert (temuan.kode, temuan.nip) == ("menilai-diri-sendiri", SITI)
        assert "NIP Atasan di daftar pegawai adalah NIP Budi Koto, bawahannya sendiri: tidak" in temuan.pesan

    @pytest.mark.parametrize(("atasan_di_antara", "banyak"), [(SITI, 1), (DI_LUAR, 0), (BUDI, 0)])
    def test_bawahan_dari_bawahan_bukan_penilai_kepalanya(self, atasan_di_antara, banyak):
        """Budi answers to somebody between the two; only where that one answers to Siti does she rate herself."""
        dunia = self.dunia(BUDI)
        dunia.penempatan[1] = dunia.penempatan[1]._replace(nip_atasan=DI_ANTARA)
        tengah = dunia.penempatan[1]._replace(nip=DI_ANTARA, nama="Ratna Guci", nip_atasan=atasan_di_antara)
        dunia.penempatan.append(tengah)
        semua = [temuan for temuan in dunia.temuan() if temuan.kode == "menilai-diri-sendiri"]
        assert [temuan.nip for temuan in semua] == [SITI] * banyak
        assert all("adalah NIP Budi Koto, bawahannya sendiri: tidak" in temuan.pesan for temuan in semua)

    @pytest.mark.parametrize("atasan", ["", SITI])
    def test_menukar_nip_kepala_tidak_menyembunyikan_yang_memimpin(self, atasan):
        dunia = self.dunia(atasan, kepala=BUDI)
        dunia.penempatan[1] = dunia.penempatan[1]._replace(nip_atasan=SITI)
        dunia.perilaku[3][0] = baris_perilaku(SITI, None, **tujuh(*[SESUAI] * 7))
        (temuan,) = dunia.temuan()
        assert (temuan.kode, temuan.nip, temuan.letak.sel) == ("menilai-diri-sendiri", SITI, "G6")

    @pytest.mark.parametrize("kepala", ["", DI_LUAR])
    @pytest.mark.parametrize(
        ("atasan", "atasan_budi", "ada"),
        [("", SITI, True), (SITI, SITI, True), (DI_LUAR, SITI, False), ("", "", False), ("", DI_LUAR, False), ("", BUDI, False)],
    )  # fmt: skip
    def test_kepala_yang_dikosongkan_atau_dari_unit_lain_tidak_menyembunyikan_yang_memimpin(
        self, kepala, atasan, atasan_budi, ada
    ):
        """Who has somebody above, or nobody below, is no leader: an office led from elsewhere is asked nothing."""
        dunia = self.dunia(atasan, kepala=kepala)
        dunia.penempatan[1] = dunia.penempatan[1]._replace(nip_atasan=atasan_budi)
        assert [(temuan.kode, temuan.nip) for temuan in dunia.temuan()] == [
            ("menilai-diri-sendiri", SITI)
        ] * ada

    def test_tanpa_rating_tidak_ada_yang_menilai(self):
        dunia = self.dunia()
        dunia.perilaku[3][0] = baris_perilaku(SITI)
        assert [temuan.kode for temuan in dunia.temuan()] == ["perilaku-kosong"]

    def test_dari_aspek_selnya_aspek_pertama(self):
        dunia = self.dunia()
        dunia.perilaku[3][0] = baris_perilaku(SITI, None, **tujuh(*[SESUAI] * 7))
        assert dunia.ringkas() == [("menilai-diri-sendiri", "03/Perilaku!G6")]

    def test_rating_dari_ekspor_penilai_bukan_buku_unit_sendiri(self):
        dunia = self.dunia()
        isian = dunia.isian()
        isian.perilaku[Bulan(2026, 3)].luar["rating_perilaku", 0] = Letak("bkn/2026-03/a.xlsx", "L", "F6")
        assert list(periksa_unit(isian, dunia.skema(), Periode.dari_teks("2026-03"), ATURAN)) == []

    def test_atasan_pada_bulan_itulah_yang_dilihat(self):
        dunia = self.dunia()
        lama, baru = pindah(SITI, ("PKM", None, (1, 31)), ("PKM", (2, 1), None))
        dunia.penempatan[0:1] = [lama, baru._replace(nip_atasan=DI_LUAR)]
        assert dunia.ringkas("2026-T1") == [("menilai-diri-sendiri", "01/Perilaku!N6")]

    @pytest.mark.parametrize(("atasan_di_sini", "banyak"), [("", 1), (DI_LUAR, 0)])
    def test_atasan_di_unit_lama_pada_bulan_yang_sama_bukan_penilainya_di_sini(self, atasan_di_sini, banyak):
        dunia = self.dunia()
        lama, baru = pindah(SITI, ("DIN", None, (3, 10)), ("PKM", (3, 11), None))
        dunia.penempatan[0:1] = [lama._replace(nip_atasan=DI_LUAR), baru._replace(nip_atasan=atasan_di_sini)]
        assert dunia.ringkas() == [("menilai-diri-sendiri", "03/Perilaku!N6")] * banyak

    @pytest.mark.parametrize(
        ("catatan", "kode"), [("Mangkir", []), ("", ["perilaku-bertentangan", "perilaku-tanpa-catatan"])]
    )
    def test_rating_kepala_yang_beralasan_tidak_ditegur_karenanya(self, catatan, kode):
        dunia = self.dunia(DI_LUAR)
        dunia.perilaku[3][0] = baris_perilaku(SITI, DI_BAWAH, **tujuh(*[SESUAI] * 7), catatan=catatan)
        assert [temuan.kode for temuan in dunia.temuan()] == kode

    @pytest.mark.parametrize(("catatan", "kode"), [("Antrean daring", []), ("-", ["ide-baru-tanpa-uraian"])])
    def test_ide_kepala_yang_diuraikan_tidak_ditegur(self, catatan, kode):
        dunia = self.dunia(DI_LUAR).hanya_siti()
        isi = {"rating_perilaku": 110.0, "ide_baru": "Ya", "catatan": catatan}
        dunia.perilaku[3] = [{"nip": SITI, "nama": "", **isi}]
        assert [temuan.kode for temuan in dunia.temuan(aturan=muat_aturan("pp-30-2019"))] == kode

    def test_rating_di_buku_unit_lain_bukan_bukunya_sendiri(self):
        dunia = self.dunia()
        dunia.unit = Unit("PKM", "Puskesmas Tigo Baleh", "Puskesmas", nip_kepala="")
        skema = dunia.skema()
        skema.unit["DIN"] = Unit("DIN", "Dinas Kesehatan", "Dinas", nip_kepala=SITI)
        semua = periksa_unit(dunia.isian(), skema, Periode.dari_teks("2026-03"), ATURAN)
        assert list(semua) == []
