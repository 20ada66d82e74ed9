"""Plausibility from month to month: which figures are told, at which cell, and which are let pass."""

from dataclasses import replace

import pytest
from periksa.isian_buatan import SITI, Dunia, baris_capaian, baris_target, tempat
from periksa.kewajaran_buatan import cari, deret, ramai, ringkas, ulangi

from asn_nilai.acuan.isian.indikator.indikator import JenisNilai


class TestSepuluhKaliBulanLalu:
    def test_koma_yang_hilang(self):
        (temuan,) = cari(deret(41.0, 41.0, 410.0))
        assert (temuan.kode, tempat(temuan.letak), temuan.nip) == (
            "sepuluh-kali-bulan-lalu",
            "03/Capaian!I8",
            SITI,
        )
        assert temuan.pesan == (
            "Realisasi KJ (Kunjungan rumah) tertulis 410, kira-kira sepuluh kali Februari 2026 (41), "
            "sedangkan targetnya 40."
        )

    def test_angka_pecahan_kecil_pun_ditemukan(self):
        assert ringkas(deret(1.4, 1.2, 12.0, target=1.5, kode="WT")) == [
            ("sepuluh-kali-bulan-lalu", "03/Capaian!I9")
        ]

    def test_nol_yang_kurang(self):
        (temuan,) = cari(deret(41.0, 41.0, 4.0))
        assert "kira-kira sepersepuluh Februari 2026 (41)" in temuan.pesan

    @pytest.mark.parametrize(("angka", "ada"), [(286.0, False), (287.0, True), (500.0, True), (501.0, False)])
    def test_batas_kelipatan_dan_batas_indikator(self, angka, ada):
        # 287 is seven times 41; above 500 the figure is out of its bounds, which is told by its own finding.
        assert bool(ringkas(deret(41.0, 41.0, angka))) is ada

    def test_target_yang_ikut_naik_menjelaskannya(self):
        assert ringkas(deret(41.0, 41.0, 410.0, target={"feb": 40.0, "mar": 400.0})) == []

    def test_bulan_lalu_yang_janggal_bukan_pegangan(self):
        assert ringkas(deret(4.0, 4.0, 41.0)) == []

    def test_bilangan_bulat_kecil_memang_melompat(self):
        assert ringkas(deret(1.0, 1.0, 10.0, target=1.0)) == []
        assert ringkas(deret(2.0, 2.0, 20.0, target=2.0)) == [("sepuluh-kali-bulan-lalu", "03/Capaian!I8")]

    def test_nol_dan_bulan_tanpa_pembanding_dilewati(self):
        assert ringkas(deret(41.0, 0.0, 410.0)) == []
        assert ringkas(deret(410.0, 41.0, 41.0), "2026-01") == []
        dunia = deret(41.0, 41.0, 410.0)
        del dunia.capaian[2]
        assert ringkas(dunia) == []

    def test_baris_yang_berulang_bulan_lalu_bukan_pegangan(self):
        dunia = deret(41.0, 41.0, 410.0)
        dunia.capaian[2].append(baris_capaian(SITI, "KJ", 39.0))
        assert ringkas(dunia) == []

    def test_baris_yang_berulang_bulan_ini_sudah_disebut_begitu(self):
        dunia = deret(41.0, 41.0, 410.0)
        dunia.capaian[3].append(baris_capaian(SITI, "KJ", 410.0))
        assert ringkas(dunia) == []

    def test_bulan_tanpa_target_atau_realisasi_bukan_pegangan(self):
        assert ringkas(deret(41.0, 41.0, 410.0, target={"feb": None})) == []
        assert ringkas(deret(41.0, None, 410.0)) == []
        assert ringkas(deret(41.0, 41.0, None)) == []
        assert ringkas(deret(41.0, 41.0, None), "2026-T1") == []

    def test_kode_asing_di_bulan_mana_pun_dilewati(self):
        dunia = deret(41.0, 41.0, 410.0)
        dunia.target.append(baris_target(SITI, "XX", 1.0, **dict.fromkeys(("feb", "mar"), 5.0)))
        for bulan in (2, 3):
            dunia.capaian[bulan].append(baris_capaian(SITI, "XX", 5.0))
        assert ringkas(dunia) == [("sepuluh-kali-bulan-lalu", "03/Capaian!I8")]

    def test_di_dalam_periode_panjang_ditunjuk_di_bulannya(self):
        assert ringkas(deret(41.0, 410.0, 410.0), "2026-T1") == [("sepuluh-kali-bulan-lalu", "02/Capaian!I8")]

    def test_indikator_triwulanan_dibandingkan_dengan_pengukuran_sebelumnya(self):
        dunia = Dunia().hanya_siti()
        dunia.target.append(baris_target(SITI, "KP", 1.0, mar=9.0, jun=9.0))
        dunia.capaian = {3: [baris_capaian(SITI, "KP", 9.0)], 6: [baris_capaian(SITI, "KP", 90.0)]}
        assert ringkas(dunia, "2026-06") == [("sepuluh-kali-bulan-lalu", "06/Capaian!I8")]


def test_indikator_desimal_tidak_terkena_batas_bilangan_bulat():
    dunia = deret(1.0, 1.0, 10.0, target=1.0)
    dunia.indikator["KJ"] = replace(dunia.indikator["KJ"], jenis_nilai=JenisNilai.DESIMAL)
    assert ringkas(dunia) == [("sepuluh-kali-bulan-lalu", "03/Capaian!I8")]


class TestAngkaKumulatif:
    def test_jumlah_sejak_januari(self):
        (temuan,) = cari(deret(40.0, 81.0, 119.0))
        assert (temuan.kode, tempat(temuan.letak)) == ("angka-kumulatif", "03/Capaian!I8")
        assert temuan.pesan == (
            "Realisasi KJ (Kunjungan rumah) naik terus (Jan, Feb, Mar: 40 → 81 → 119), padahal targetnya tetap 40 setiap "
            "bulan; seperti jumlah sejak awal tahun."
        )

    @pytest.mark.parametrize(
        "angka",
        [
            (40.0, 50.0, 60.0),  # grows, but far less than a month's target each month
            (20.0, 40.0, 60.0),  # has not reached two monthly targets
            (40.0, 81.0, 80.0),  # falls
            (0.0, 10.0, 100.0),  # jumps
        ],
    )
    def test_pertumbuhan_lain_dibiarkan(self, angka):
        assert ringkas(deret(*angka)) == []

    def test_rencana_yang_memang_naik(self):
        assert ringkas(deret(40.0, 81.0, 119.0, target={"jan": 40.0, "feb": 80.0, "mar": 120.0})) == []

    def test_hitungan_kecil_naik_kebetulan(self):
        assert ringkas(deret(4.0, 8.0, 12.0, target=4.0)) == []
        terkecil = {"jan": 5.0, "feb": 5.0, "mar": 5.0}
        assert ringkas(deret(5.0, 10.0, 15.0, target=terkecil)) == [("angka-kumulatif", "03/Capaian!I8")]
        assert ringkas(deret(5.0, 10.0, 15.0, target={**terkecil, "feb": 4.0})) == []

    def test_hanya_untuk_agregasi_jumlah(self):
        assert ringkas(deret(15.0, 31.0, 46.0, target=15.0, kode="WT")) == []

    def test_dua_bulan_belum_cukup(self):
        dunia = deret(40.0, 81.0, 119.0)
        del dunia.capaian[1]
        assert ringkas(dunia) == []

    def test_periode_panjang_menyebutnya_sekali(self):
        assert ringkas(deret(40.0, 81.0, 119.0), "2026-T1") == [("angka-kumulatif", "03/Capaian!I8")]

    def test_tanpa_capaian_bulan_itu_tiga_bulan_sebelumnya_tidak_dilihat(self):
        assert ringkas(deret(40.0, 81.0, 119.0), "2026-04") == []

    def test_tanpa_capaian_tidak_ada_yang_dilihat(self):
        dunia = deret(40.0, 81.0, 119.0)
        del dunia.capaian[3]
        assert ringkas(dunia) == []


class TestSamaBulanLalu:
    def test_berkas_bulan_lalu_yang_dikirim_lagi_disebut_dengan_banyaknya(self):
        (temuan,) = cari(ulangi(ramai(5)))
        assert (temuan.kode, tempat(temuan.letak)) == ("realisasi-sama-bulan-lalu", "03/Capaian!I8")
        assert temuan.pesan == (
            "10 dari 10 realisasi Maret 2026 di lembar ini persis sama dengan Februari 2026; seperti berkas bulan lalu yang "
            "dikirim sekali lagi."
        )

    @pytest.mark.parametrize(("asn", "kecuali", "disebut"), [(10, 2, True), (10, 3, False), (4, 0, False)])
    def test_sembilan_dari_sepuluh_dan_paling_sedikit_sepuluh(self, asn, kecuali, disebut):
        kode = [kode for kode, _ in ringkas(ulangi(ramai(asn), kecuali))]
        assert ("realisasi-sama-bulan-lalu" in kode) is disebut

    def test_yang_di_tepi_batas_tetap_dengan_sendirinya(self):
        dunia = ulangi(ramai(5, realisasi=lambda u, k: 0.0 if k == "KJ" else 41.0 + u))
        assert "realisasi-sama-bulan-lalu" not in [kode for kode, _ in ringkas(dunia)]

    def test_yang_sama_dengan_target_sudah_disebut_begitu(self):
        assert [kode for kode, _ in ringkas(ulangi(ramai(5, realisasi=40.0)))] == ["realisasi-sama-target"]

    def test_januari_tidak_mempunyai_bulan_lalu(self):
        dunia = ramai(5)
        dunia.capaian[1] = dunia.capaian.pop(3)
        assert "realisasi-sama-bulan-lalu" not in [kode for kode, _ in ringkas(dunia, "2026-01")]

    def test_triwulan_menyebut_bulan_yang_mengulang(self):
        assert ringkas(ulangi(ramai(5)), "2026-02:2026-03") == [
            ("realisasi-sama-bulan-lalu", "03/Capaian!I8")
        ]
