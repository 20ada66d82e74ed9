"""What stands behind a figure: evidence where it is asked for, and behind a capaian at the ceiling."""

import pytest
from periksa.isian_buatan import ATURAN, SITI, Dunia, setahun

from asn_nilai.acuan.isian.indikator.indikator import Agregasi, Indikator, Polaritas
from asn_nilai.acuan.periode import Periode
from asn_nilai.acuan.profil.muat_aturan import muat_aturan
from asn_nilai.acuan.temuan import Akibat, Tingkat
from asn_nilai.periksa import periksa_bahan, susun_bahan

MARET = Periode.dari_teks("2026-03")
KJ, WT = 0, 1
"""Siti's rows: 40 visits are the target, so that 48 are worth 120; of 15 minutes it is 12."""


def temuan(dunia, bukti=Tingkat.PERINGATAN, aturan=ATURAN):
    bahan = susun_bahan(dunia.isian(), dunia.skema(), MARET, aturan, bukti)
    return list(periksa_bahan(bahan))


def dunia(baris, **isi):
    dunia = Dunia()
    dunia.capaian[3][baris].update(isi)
    return dunia


class TestPengaturan:
    def test_galat_menahan_asn_dengan_sel_yang_sama(self):
        (satu,) = temuan(dunia(KJ, bukti_dukung="-"), Tingkat.GALAT)
        assert (satu.kode, satu.tingkat, satu.jenis.tingkat, satu.akibat) == (
            "bukti-kosong",
            Tingkat.GALAT,
            Tingkat.GALAT,
            Akibat.ASN,
        )
        assert (satu.letak.sel, satu.nip, satu.sebagai_dict()["tingkat"]) == ("J8", SITI, "galat")

    def test_peringatan_seperti_bawaannya(self):
        (satu,) = temuan(dunia(KJ, bukti_dukung="-"))
        assert satu.tingkat is Tingkat.PERINGATAN

    @pytest.mark.parametrize(("bukti", "banyak"), [(Tingkat.PERINGATAN, 0), (Tingkat.GALAT, 2)])
    def test_menghapus_kolomnya_tidak_menolong(self, bukti, banyak):
        semua = temuan(Dunia(tanpa_kolom=("bukti_dukung",)), bukti)
        assert [(satu.kode, satu.letak.sel) for satu in semua] == [
            ("bukti-kosong", "I8"),
            ("bukti-kosong", "I10"),
        ][:banyak]

    @pytest.mark.parametrize("kode", ["sel-galat", "rumus-tanpa-nilai"])
    def test_sel_yang_rusak_bukan_bukti(self, kode):
        kota = dunia(KJ, bukti_dukung="")
        kota.cacat["03/Capaian"] = {("bukti_dukung", KJ): kode, ("bukti_dukung", WT): kode}
        (satu,) = temuan(kota, Tingkat.GALAT)
        assert (satu.kode, satu.letak.sel, satu.akibat) == ("bukti-kosong", "J8", Akibat.ASN)
        assert (
            satu.pesan
            == "KJ (Kunjungan rumah), yang isi sel buktinya tidak terbaca, wajib disertai bukti dukung."
        )


class TestPlafon:
    @pytest.mark.parametrize(("baris", "realisasi", "banyak"), [(WT, 12.0, 1), (WT, 12.01, 0), (WT, 3.0, 1)])
    @pytest.mark.parametrize("bukti", ["-", " – ", "…", ".", "n/a", "Belum ada"])
    def test_garis_di_plafon_disebut_dengan_kedua_selnya(self, baris, realisasi, banyak, bukti):
        semua = temuan(dunia(baris, realisasi=realisasi, bukti_dukung=bukti))
        assert [(satu.kode, satu.tingkat, satu.letak.sel) for satu in semua] == [
            ("plafon-tanpa-bukti", Tingkat.PERINGATAN, "J9")
        ] * banyak
        for satu in semua:
            assert satu.pesan == (
                f"Bukti Dukung WT (Waktu tunggu) (J9) hanya berisi '{bukti}', padahal "
                "capaiannya mencapai plafon 120 (realisasi di I9)."
            )

    @pytest.mark.parametrize("bukti", ["", "BA-7", "1"])
    def test_kosong_atau_terisi_pada_yang_tidak_wajib_tidak_ditegur(self, bukti):
        assert temuan(dunia(WT, realisasi=12.0, bukti_dukung=bukti)) == []

    def test_kosong_pada_yang_tidak_wajib_tidak_ditegur_juga_di_lembar_berkolom_rasio(self):
        """There no row is passed over at a glance."""
        kota = dunia(WT, realisasi=12.0, bukti_dukung="")
        kota.capaian[3][3]["pembilang"] = 1.0
        assert [satu.kode for satu in temuan(kota)] == ["rasio-tidak-dipakai"]
        assert [satu.kode for satu in temuan(kota, Tingkat.GALAT)] == ["rasio-tidak-dipakai"]

    @pytest.mark.parametrize(
        ("realisasi", "pesan"),
        [
            (
                48.0,
                "KJ (Kunjungan rumah), yang capaiannya mencapai plafon 120 (realisasi di I8), wajib disertai bukti dukung.",
            ),
            (47.0, "KJ (Kunjungan rumah) wajib disertai bukti dukung."),
        ],
    )
    def test_yang_wajib_menyebut_plafonnya_dalam_kalimat_yang_sama(self, realisasi, pesan):
        (satu,) = temuan(dunia(KJ, realisasi=realisasi, bukti_dukung="-"))
        assert (satu.kode, satu.letak.sel, satu.pesan) == ("bukti-kosong", "J8", pesan)

    @pytest.mark.parametrize(("realisasi", "banyak"), [(0.0, 0), (-2.0, 1)])
    def test_target_nol_dengan_nilai_terburuk(self, realisasi, banyak):
        kota = Dunia().hanya_siti()
        kota.target[0]["bobot"] = 40.0
        kota.tambah(SITI, "KL", 20.0, realisasi, **setahun(0.0))
        kota.capaian[3][-1]["bukti_dukung"] = "-"
        assert [satu.kode for satu in temuan(kota)] == ["realisasi-negatif", "plafon-tanpa-bukti"] * banyak

    def test_target_nol_yang_tidak_bermakna_hanya_disebut_sebagai_itu(self):
        kota = Dunia().hanya_siti()
        kota.target[0]["bobot"] = 40.0
        kota.tambah(SITI, "LB", 20.0, 5.0, **setahun(0.0))
        kota.capaian[3][-1]["bukti_dukung"] = "-"
        assert {satu.kode for satu in temuan(kota)} == {"target-nol"}

    def test_aspek_tanpa_rumus_tidak_punya_plafon(self):
        kota = dunia(WT, realisasi=1.0, bukti_dukung="-")
        kota.indikator["WT"] = Indikator(
            "WT", "Waktu tunggu", "menit", Polaritas.MINIMAL, Agregasi.RATA_RATA, aspek="Lain"
        )
        semua = temuan(kota, aturan=muat_aturan("perka-bkn-1-2013"))
        assert "plafon-tanpa-bukti" not in {satu.kode for satu in semua}
