"""Plausibility of a whole sheet: which figures are told, at which cell, and which are let pass."""

from periksa.isian_buatan import tempat
from periksa.kewajaran_buatan import berbukti, bertangga, cari, geser, ramai, ringkas, tukar

from asn_nilai.acuan.temuan import Tingkat


class TestRealisasiSeragam:
    def test_sama_padahal_targetnya_berbeda(self):
        dunia = ramai(
            5, realisasi=lambda u, k: 37.0 if k == "KJ" else 10.0 + u, target=lambda u, _k: 40.0 + u
        )
        (temuan,) = cari(dunia)
        assert (temuan.kode, tempat(temuan.letak), temuan.tingkat) == (
            "realisasi-seragam",
            "03/Capaian!I8",
            Tingkat.INFO,
        )
        assert temuan.pesan == (
            "Realisasi KJ (Kunjungan rumah) sama untuk semua (5) ASN, yaitu 37, sampai dengan sel I16."
        )

    def test_hasil_sendiri_yang_meleset_sama_persis(self):
        assert ringkas(ramai(5, realisasi=lambda u, k: 37.0 if k == "KJ" else 10.0 + u)) == [
            ("realisasi-seragam", "03/Capaian!I8")
        ]

    def test_empat_asn_terlalu_sedikit(self):
        assert ringkas(ramai(4, realisasi=lambda u, k: 37.0 if k == "KJ" else 10.0 + u)) == []

    def test_satu_yang_berbeda_cukup(self):
        dunia = ramai(6, realisasi=lambda u, k: (38.0 if u == 5 else 37.0) if k == "KJ" else 10.0 + u)
        assert ringkas(dunia) == []

    def test_ukuran_sekantor_wajar_sama_bila_targetnya_sama(self):
        # A mean waiting time is measured once for the office.
        assert ringkas(ramai(5, realisasi=lambda u, k: 14.5 if k == "WT" else 41.0 + u)) == []

    def test_hitungan_kecil_dan_nol_wajar_sama(self):
        assert ringkas(ramai(5, realisasi=lambda u, k: 9.0 if k == "KJ" else 10.0 + u)) == []
        assert ringkas(ramai(5, realisasi=lambda u, k: 0.0 if k == "KJ" else 10.0 + u)) == []

    def test_nol_bagi_semua_wajar_juga_bila_targetnya_berbeda(self):
        def dunia(angka):
            return ramai(
                5, realisasi=lambda u, k: angka if k == "KJ" else 10.0 + u, target=lambda u, _k: 40.0 + u
            )

        assert ringkas(dunia(0.0)) == []
        assert ringkas(dunia(1.0)) == [("realisasi-seragam", "03/Capaian!I8")]


class TestBuktiSeragam:
    TAUTAN = "https://berkas.example/pkm"

    def test_satu_tautan_di_semua_baris(self):
        (temuan,) = cari(berbukti(ramai(5), self.TAUTAN))
        assert (temuan.kode, tempat(temuan.letak), temuan.tingkat) == (
            "bukti-seragam",
            "03/Capaian!J8",
            Tingkat.INFO,
        )
        assert (
            temuan.pesan == f"Semua bukti dukung Maret 2026 di lembar ini (10 baris) sama: '{self.TAUTAN}'."
        )

    def test_besar_kecil_huruf_dan_spasi_bukan_bukti_lain(self):
        assert ringkas(berbukti(ramai(5), f" {self.TAUTAN.upper()}", self.TAUTAN)) == [
            ("bukti-seragam", "03/Capaian!J8")
        ]

    def test_satu_bukti_lain_cukup(self):
        assert ringkas(berbukti(ramai(5), "BA-2", self.TAUTAN)) == []

    def test_empat_asn_terlalu_sedikit(self):
        assert ringkas(berbukti(ramai(4, kode=("KJ", "WT", "LB")), self.TAUTAN)) == []

    def test_sembilan_bukti_terlalu_sedikit_dan_yang_kosong_bukan_bukti(self):
        assert ringkas(berbukti(ramai(5), "-", self.TAUTAN)) == []
        assert ringkas(berbukti(ramai(6), "-", None, self.TAUTAN)) == [("bukti-seragam", "03/Capaian!J10")]
        assert ringkas(berbukti(ramai(5), "-")) == []


class TestRealisasiSamaTarget:
    def test_seluruh_lembar(self):
        (temuan,) = cari(ramai(5, realisasi=40.0))
        assert (temuan.kode, tempat(temuan.letak)) == ("realisasi-sama-target", "03/Capaian!I8")
        assert (
            temuan.pesan
            == "Seluruh realisasi Maret 2026 di lembar ini (10 baris) persis sama dengan targetnya."
        )

    def test_satu_baris_berbeda_cukup(self):
        dunia = ramai(5, realisasi=40.0)
        dunia.capaian[3][9]["realisasi"] = 39.0
        assert ringkas(dunia) == []

    def test_yang_tidak_mencapai_target_di_tepi_tidak_menutupi_yang_lain(self):
        dunia = ramai(6, realisasi=40.0, target=lambda u, k: 500.0 if (u, k) == (5, "KJ") else 40.0)
        dunia.capaian[3][10]["realisasi"] = 480.0
        assert ringkas(dunia) == [("realisasi-sama-target", "03/Capaian!I8")]

    def test_lembar_pendek_tidak_dinilai(self):
        dunia = ramai(5, realisasi=40.0)
        dunia.capaian[3].pop()
        assert ringkas(dunia) == []

    def test_target_di_tepi_kemungkinan_tidak_dihitung(self):
        # 500 is the most that can be: whoever reaches it equals it.
        assert ringkas(ramai(10, realisasi=500.0, target=500.0, kode=("KJ",))) == []


class TestKolomTertukar:
    def test_seluruh_kolom(self):
        (temuan,) = cari(tukar(ramai(5), 10))
        assert (temuan.kode, tempat(temuan.letak)) == ("kolom-tertukar", "03/Capaian!I8")
        assert temuan.pesan == (
            "Pada 10 baris mulai sel I8, kolom Realisasi berisi target, sedangkan kolom Target (mulai H8) berisi angka lain."
        )

    def test_batas_banyaknya_baris(self):
        sedikit = ramai(5)
        sedikit.capaian[3] = sedikit.capaian[3][:5]
        assert ringkas(tukar(sedikit, 4)) == []
        penuh = ramai(5)
        penuh.capaian[3] = penuh.capaian[3][:5]
        assert ringkas(tukar(penuh, 5)) == [("kolom-tertukar", "03/Capaian!I8")]

    def test_sebagian_saja_bukan_pertukaran_kolom(self):
        assert ringkas(tukar(ramai(5), 7)) == []
        assert ringkas(tukar(ramai(5), 8)) == [("kolom-tertukar", "03/Capaian!I8")]

    def test_tanpa_kolom_target_tidak_dapat_dikatakan(self):
        dunia = ramai(5)
        for baris in dunia.capaian[3]:
            baris["target"] = None
        assert ringkas(dunia) == []


class TestBarisBergeser:
    def test_satu_baris_terlalu_tinggi(self):
        (temuan,) = cari(geser(bertangga(), 2, 7, 1))
        assert (temuan.kode, tempat(temuan.letak)) == ("baris-bergeser", "03/Capaian!I10")
        assert temuan.pesan == "Pada 5 baris (I10 sampai I14), realisasinya persis target baris di bawahnya."

    def test_satu_baris_terlalu_rendah(self):
        (temuan,) = cari(geser(bertangga(), 2, 7, -1))
        assert temuan.pesan == "Pada 5 baris (I10 sampai I14), realisasinya persis target baris di atasnya."

    def test_empat_baris_dapat_kebetulan(self):
        assert ringkas(geser(bertangga(), 2, 6, 1)) == []

    def test_baris_bertarget_sama_tidak_berkata_apa_apa(self):
        assert [kode for kode, _ in ringkas(ramai(6, realisasi=40.0))] == ["realisasi-sama-target"]

    def test_bulan_tanpa_baris_yang_terbaca(self):
        dunia = ramai(5)
        dunia.target = [{**baris, "nip": "bukan NIP"} for baris in dunia.target]
        assert ringkas(dunia) == []
