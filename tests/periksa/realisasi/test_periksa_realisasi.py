"""How much was reached: there where it is due, possible, evidenced, and beside the right target."""

from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from periksa.isian_buatan import (
    BUDI,
    INDIKATOR,
    SITI,
    Dunia,
    baris_capaian,
    baris_target,
    pindah,
    setahun,
    temuan_baca,
)

from asn_nilai.acuan.temuan import Akibat, Tingkat
from asn_nilai.periksa.realisasi import realisasi as modul_realisasi

CAPAIAN = "capaian/2026-03/PKM.xlsx"


class TestRealisasiKosong:
    def test_sel_kosong_ditunjuk_di_selnya(self):
        dunia = Dunia()
        dunia.capaian[3][1]["realisasi"] = None
        (temuan,) = dunia.temuan()
        assert (temuan.kode, temuan.letak.berkas, temuan.letak.sel, temuan.nip) == (
            "realisasi-kosong",
            CAPAIAN,
            "I9",
            SITI,
        )
        assert temuan.pesan == "Realisasi WT (Waktu tunggu) pada Maret 2026 kosong."
        assert temuan.akibat is Akibat.ASN

    def test_tulisan_yang_berarti_kosong_dikutip(self):
        dunia = Dunia()
        dunia.capaian[3][1]["realisasi"] = None
        dunia.teks_kosong["03/Capaian"] = {("realisasi", 1): "belum ada"}
        assert (
            dunia.temuan()[0].pesan
            == "Realisasi WT (Waktu tunggu) pada Maret 2026 kosong (tertulis 'belum ada')."
        )

    def test_nol_adalah_realisasi(self):
        dunia = Dunia()
        dunia.capaian[3][1]["realisasi"] = 0.0
        assert dunia.temuan() == []

    def test_sel_yang_sudah_ditemukan_cacat_tidak_disebut_dua_kali(self):
        dunia = Dunia()
        dunia.capaian[3][1]["realisasi"] = None
        dunia.cacat["03/Capaian"] = {("realisasi", 1): "sel-galat"}
        assert dunia.temuan() == []

    def test_bulan_tanpa_target_tidak_menagih(self):
        dunia = Dunia()
        dunia.target[1].update(mar=None, target_tahunan=None)
        dunia.capaian[3][1].update(realisasi=None, target=None)
        assert dunia.temuan() == []

    def test_baris_yang_tidak_ada_ditunjuk_di_targetnya(self):
        dunia = Dunia()
        dunia.capaian[2].pop(1)
        (temuan,) = dunia.temuan("2026-T1")
        assert (temuan.kode, temuan.letak.berkas, temuan.letak.sel) == (
            "realisasi-kosong",
            "target/PKM.xlsx",
            "K11",
        )
        assert temuan.pesan == (
            "Realisasi WT (Waktu tunggu) pada Februari 2026 kosong: "
            "indikator ini tidak ada barisnya di capaian/2026-02/PKM.xlsx."
        )
        assert temuan.saran == (
            "Tambahkan baris indikator ini di buku capaian, lalu isi realisasi bulan itu; "
            "bila memang nol, ketik 0, dan bila tidak diukur, kosongkan targetnya di buku target."
        )
        assert (temuan.nip, temuan.akibat) == (SITI, Akibat.ASN)

    @pytest.mark.parametrize(
        ("posisi", "batas_bawah", "saran"),
        [
            (0, None, "bila memang nol, ketik 0."),
            (1, None, "bila memang nol, ketik 0, dan bila tidak diukur, kosongkan targetnya di buku target."),
            (0, 1, "bila memang tidak ada yang diukur, kosongkan targetnya di buku target."),
            (1, 1, "bila memang tidak ada yang diukur, kosongkan targetnya di buku target."),
        ],
    )
    def test_nol_tidak_disarankan_di_luar_batas_dan_rata_rata_dapat_tanpa_kejadian(
        self, posisi, batas_bawah, saran
    ):
        dunia = Dunia()
        kode = dunia.capaian[3][posisi]["kode_indikator"]
        dunia.indikator[kode] = replace(dunia.indikator[kode], batas_bawah=batas_bawah)
        dunia.capaian[3][posisi]["realisasi"] = None
        (temuan,) = dunia.temuan()
        assert temuan.saran == f"Isi realisasi bulan itu; {saran}"

    def test_kode_yang_salah_ketik_tidak_menggantikan_barisnya(self):
        dunia = Dunia()
        dunia.capaian[3][1]["kode_indikator"] = "W7"
        assert dunia.ringkas() == [
            ("indikator-tidak-dikenal", "03/Capaian!E9"),
            ("realisasi-kosong", "Target!L11"),
        ]

    def test_baris_yang_nipnya_terpotong_mungkin_barisnya(self):
        dunia = Dunia()
        dunia.capaian[3].pop(1)
        dunia.terbaca.append(temuan_baca("nip-presisi-hilang", CAPAIAN, "Capaian", "C9", SITI))
        assert dunia.temuan() == []

    @pytest.mark.parametrize(
        ("cacat", "kurang", "tempat"),
        [
            ({("kode_indikator", 1): "sel-galat"}, 1, []), ({("nama", 1): "sel-galat"}, 1, ["Target!L11"]), ({("kode_indikator", 1): "sel-galat"}, 3, ["Target!L13"]),
            ({("kode_indikator", 0): "sel-galat", ("kode_indikator", 1): "sel-galat"}, 1, []),
        ],
    )  # fmt: skip
    def test_baris_sendiri_yang_kodenya_tidak_terbaca_mungkin_barisnya(self, cacat, kurang, tempat):
        """Row 1 is Siti's second, row 3 Budi's: whose own code cannot be read may have written it there, nobody else."""
        dunia = Dunia()
        dunia.capaian[3][kurang]["kode_indikator"] = ""
        dunia.cacat["03/Capaian"] = cacat
        assert [sel for kode, sel in dunia.ringkas() if kode == "realisasi-kosong"] == tempat

    def test_sel_kosong_pada_baris_berulang_tidak_menambah_temuan(self):
        dunia = Dunia()
        dunia.capaian[3].insert(2, dict(dunia.capaian[3][1], realisasi=None))
        assert dunia.ringkas() == [("baris-ganda", "03/Capaian!E10")]

    def test_target_dengan_kode_yang_salah_tidak_menagih(self):
        dunia = Dunia()
        dunia.target[1]["kode_indikator"] = "W7"
        assert dunia.ringkas() == [
            ("indikator-tidak-dikenal", "Target!F11"),
            ("indikator-tanpa-target", "03/Capaian!I9"),
        ]


class TestTanpaTarget:
    def test_realisasi_di_bulan_tanpa_target_tidak_dihitung(self):
        dunia = Dunia()
        dunia.target[1].update(mar=None, target_tahunan=None)
        (temuan,) = dunia.temuan()
        assert (temuan.kode, temuan.letak.sel, temuan.nip, temuan.tingkat) == (
            "indikator-tanpa-target",
            "I9",
            SITI,
            "peringatan",
        )
        assert temuan.pesan == (
            "Ada realisasi WT (Waktu tunggu) pada Maret 2026, tetapi bulan itu tidak bertarget; realisasi ini tidak dihitung."
        )

    def test_indikator_yang_tidak_ada_di_buku_target(self):
        dunia = Dunia()
        dunia.capaian[3].append(baris_capaian(BUDI, "LB", -5.5, bukti_dukung=""))
        assert dunia.ringkas() == [("indikator-tanpa-target", "03/Capaian!I12")]

    def test_baris_tanpa_realisasi_tidak_perlu_target(self):
        dunia = Dunia()
        dunia.capaian[3].append(baris_capaian(BUDI, "LB", None))
        assert dunia.temuan() == []

    def test_angka_yang_tidak_dihitung_tidak_diperiksa_batasnya(self):
        dunia = Dunia()
        dunia.capaian[3].append(baris_capaian(BUDI, "KP", 400.0))
        assert dunia.ringkas() == [("indikator-tanpa-target", "03/Capaian!I12")]

    def test_target_yang_tidak_terbaca_sudah_menjelaskan(self):
        dunia = Dunia()
        dunia.target[1].update(mar=None, target_tahunan=None)
        dunia.cacat["Target"] = {("mar", 1): "angka-tidak-sah"}
        assert dunia.temuan() == []

    @pytest.mark.parametrize("sel", [("mar", 0), ("feb", 1), ("kode_indikator", 0)])
    def test_sel_target_lain_yang_tidak_terbaca_tidak_menjelaskan(self, sel):
        """The row's own target of the month is plainly blank."""
        dunia = Dunia()
        dunia.target[1].update(mar=None, target_tahunan=None)
        dunia.target[sel[1]][sel[0]] = "" if sel[0] == "kode_indikator" else None
        dunia.cacat["Target"] = {sel: "angka-tidak-sah"}
        assert ("indikator-tanpa-target", "03/Capaian!I9") in dunia.ringkas()

    def test_baris_target_yang_nipnya_terpotong_sudah_menjelaskan(self):
        dunia = Dunia()
        dunia.target.pop(1)
        dunia.terbaca.append(temuan_baca("nip-presisi-hilang", "target/PKM.xlsx", "Target", "D11", SITI))
        assert dunia.temuan() == []


class TestTargetTidakTerbaca:
    """The unit hears at once of what is wrong beside it: after the target is mended it would hear of it the next day."""

    @staticmethod
    def dunia(**capaian):
        dunia = Dunia()
        dunia.target[0].update(mar=None, target_tahunan=None)
        dunia.cacat["Target"] = {("mar", 0): "angka-tidak-sah"}
        dunia.capaian[3][0].update(capaian)
        return dunia

    def test_realisasi_kosong_disebut_bersama_targetnya(self):
        (temuan,) = self.dunia(realisasi=None).temuan()
        assert (temuan.kode, temuan.letak.sel, temuan.nip) == ("realisasi-kosong", "I8", SITI)
        assert (
            temuan.saran
            == "Isi realisasi bulan itu; bila memang nol, ketik 0, dan bila tidak diukur, kosongkan targetnya di buku target."
        )

    @pytest.mark.parametrize(
        ("capaian", "temuan"),
        [
            ({"realisasi": 501.0}, [("di-luar-batas", "03/Capaian!I8")]),
            ({"realisasi": 500.0}, []),
            ({"realisasi": 2.5}, [("bukan-bulat", "03/Capaian!I8")]),
            ({"bukti_dukung": ""}, [("bukti-kosong", "03/Capaian!J8")]),
            ({"bukti_dukung": "-", "realisasi": 400.0}, [("bukti-kosong", "03/Capaian!J8")]),
            ({"target": 45.0}, []),
        ],
    )
    def test_yang_lain_yang_tidak_perlu_targetnya_juga(self, capaian, temuan):
        assert self.dunia(**capaian).ringkas() == temuan

    def test_di_bawah_nol_dan_plafon_tidak_dinilai_tanpa_targetnya(self):
        dunia = Dunia().hanya_siti()
        dunia.tambah(SITI, "LB", 25.0, -5.0, mar=5.0)
        dunia.target[0]["bobot"] = 35.0
        assert ("realisasi-negatif", "03/Capaian!I10") in dunia.ringkas()
        dunia.target[2]["mar"] = None
        dunia.cacat["Target"] = {("mar", 2): "angka-tidak-sah"}
        dunia.capaian[3][2]["bukti_dukung"] = "-"
        assert dunia.ringkas() == []

    def test_baris_atau_orang_yang_tidak_ada_disebut_bersamanya(self):
        dunia = self.dunia()
        dunia.capaian[3].pop(0)
        (temuan,) = dunia.temuan()
        assert (temuan.kode, temuan.letak.sel) == ("realisasi-kosong", "L10")
        assert temuan.saran == (
            "Tambahkan baris indikator ini di buku capaian, lalu isi realisasi bulan itu; "
            "bila memang nol, ketik 0, dan bila tidak diukur, kosongkan targetnya di buku target."
        )
        dunia.target[1].update(mar=None, target_tahunan=None)
        dunia.capaian[3].pop(0)
        assert dunia.ringkas() == [("asn-tanpa-capaian", "03/Capaian")]

    def test_bulan_di_unit_lain_tidak_ditagih(self):
        dunia = self.dunia(realisasi=None)
        dunia.penempatan[:1] = pindah(SITI, ("PKM", None, (2, 28)), ("DIN", (3, 1), None))
        assert [t.kode for t in dunia.temuan("2026-T1") if "realisasi" in t.kode] == []


class TestSalinanTarget:
    def test_salinan_yang_lain_menyebut_kedua_angka_dan_selnya(self):
        dunia = Dunia()
        dunia.capaian[3][0]["target"] = 45.0
        (temuan,) = dunia.temuan()
        assert (temuan.kode, temuan.letak.sel, temuan.nip, temuan.tingkat) == (
            "target-berubah",
            "H8",
            SITI,
            "peringatan",
        )
        assert temuan.pesan == "Target di buku capaian 45, di buku target 40; yang dipakai buku target."
        assert temuan.saran == "Samakan dengan buku target (target/PKM.xlsx › Target › L10)."

    @pytest.mark.parametrize("salinan", [None, 40.0, 40.00000000000001])
    def test_salinan_kosong_atau_sama_sampai_15_angka(self, salinan):
        dunia = Dunia()
        dunia.capaian[3][0]["target"] = salinan
        assert dunia.temuan() == []

    def test_beda_pada_angka_ke_15_masih_terlihat(self):
        dunia = Dunia()
        dunia.capaian[3][0]["target"] = 40.0000000000001
        assert dunia.ringkas() == [("target-berubah", "03/Capaian!H8")]

    def test_salinan_tanpa_target_yang_berlaku(self):
        dunia = Dunia()
        dunia.target[1].update(mar=None, target_tahunan=None)
        dunia.capaian[3][1]["realisasi"] = None
        (temuan,) = dunia.temuan()
        assert temuan.pesan == "Target di buku capaian 15, di buku target kosong; yang dipakai buku target."


class TestBatasRealisasi:
    @pytest.mark.parametrize(
        ("kode", "angka", "jenis", "potongan"),
        [
            ("KJ", 500.5, ["di-luar-batas", "bukan-bulat"], "500,5 berada di luar batas"),
            ("KJ", -1.0, ["di-luar-batas"], ": 0 sampai 500 kunjungan"),
            ("KP", 100.1, ["di-luar-batas"], ": paling banyak 100 persen"),
            ("WT", -0.5, ["di-luar-batas"], ": paling sedikit 0 menit"),
            ("KJ", 7.25, ["bukan-bulat"], "7,25 bukan bilangan bulat"),
        ],
    )
    def test_realisasi_yang_tidak_mungkin(self, kode, angka, jenis, potongan):
        dunia = Dunia()
        dunia.target.insert(2, baris_target(SITI, "KP", 20.0, mar=80.0))
        dunia.target[0]["bobot"] = 40.0
        dunia.capaian[3].insert(2, baris_capaian(SITI, "KP", 90.0))
        posisi = {"KJ": 0, "WT": 1, "KP": 2}[kode]
        dunia.capaian[3][posisi]["realisasi"] = angka
        semua = dunia.temuan()
        assert [(temuan.kode, temuan.letak.sel, temuan.nip) for temuan in semua] == [
            (j, f"I{8 + posisi}", SITI) for j in jenis
        ]
        assert potongan in semua[0].pesan

    @pytest.mark.parametrize("angka", [0.0, 500.0, 40.0, 500.00000000000006])
    def test_tepat_di_batas_diterima(self, angka):
        dunia = Dunia()
        dunia.capaian[3][0]["realisasi"] = angka
        assert dunia.temuan() == []

    @pytest.mark.parametrize(("angka", "kode"), [(-1e12, ["realisasi-negatif"]), (0.0, []), (1e12, [])])
    def test_indikator_tanpa_batas_menerima_angka_apa_pun(self, angka, kode):
        dunia = Dunia().hanya_siti()
        dunia.target[0]["bobot"] = 40.0
        dunia.tambah(SITI, "LB", 20.0, angka, **setahun(5.0))
        assert [(temuan.kode, temuan.tingkat) for temuan in dunia.temuan()] == [
            (satu, Tingkat.PERINGATAN) for satu in kode
        ]


class TestBukti:
    @pytest.mark.parametrize("bukti", ["", "-", " – "])
    def test_bukti_wajib_yang_kosong(self, bukti):
        dunia = Dunia()
        dunia.capaian[3][0]["bukti_dukung"] = bukti
        (temuan,) = dunia.temuan()
        assert (temuan.kode, temuan.letak.sel, temuan.nip, temuan.tingkat) == (
            "bukti-kosong",
            "J8",
            SITI,
            "peringatan",
        )
        assert temuan.pesan == "KJ (Kunjungan rumah) wajib disertai bukti dukung."

    def test_tanpa_realisasi_belum_perlu_bukti(self):
        dunia = Dunia()
        dunia.capaian[3][0].update(realisasi=None, bukti_dukung="")
        assert dunia.ringkas() == [("realisasi-kosong", "03/Capaian!I8")]

    def test_indikator_yang_tidak_wajib_bukti(self):
        dunia = Dunia()
        dunia.capaian[3][1]["bukti_dukung"] = ""
        assert dunia.temuan() == []

    def test_tanpa_kolom_bukti_tidak_diperiksa(self):
        dunia = Dunia(tanpa_kolom=("bukti_dukung",))
        dunia.capaian[3][0]["bukti_dukung"] = ""
        assert dunia.temuan() == []

    def test_bukti_yang_cacat_disebut_sekali(self):
        dunia = Dunia()
        dunia.capaian[3][0]["bukti_dukung"] = ""
        dunia.cacat["03/Capaian"] = {("bukti_dukung", 0): "sel-galat"}
        assert dunia.ringkas() == [("bukti-kosong", "03/Capaian!J8")]


@given(
    kode=st.sampled_from(["KJ", "WT", "KP", "LB"]),
    angka=st.sampled_from([None, -1.0, 0.0, 0.5, 40.0, 41.0, 120.0, 501.0]),
    bukti=st.sampled_from(["", "-", " – ", "(lihat BA-1)", "BA-1", "§"]),
    rasio=st.sampled_from([{}, {"pembilang": 3.0}, {"penyebut": 4.0}]),
    wajib=st.booleans(),
    tanpa=st.sampled_from([(), ("bukti_dukung",), ("pembilang",), ("penyebut",)]),
)
@example(kode="KJ", angka=41.0, bukti="BA-1", rasio={"penyebut": 4.0}, wajib=True, tanpa=("pembilang",))
@example(kode="KJ", angka=41.0, bukti="BA-1", rasio={"pembilang": 3.0}, wajib=True, tanpa=("penyebut",))
def test_yang_dilewati_karena_jelas_wajar_memang_tidak_bertemuan(kode, angka, bukti, rasio, wajib, tanpa):
    """Most rows are passed over at a glance; looked at in full, all of them give the same findings."""
    dunia = Dunia(tanpa_kolom=tanpa)
    dunia.indikator[kode] = replace(INDIKATOR[kode], wajib_bukti=wajib)
    dunia.target[0].update(kode_indikator=kode, **setahun(40.0))
    dunia.capaian[3][0].update(kode_indikator=kode, realisasi=angka, bukti_dukung=bukti, **rasio)
    sekilas = dunia.temuan()
    with pytest.MonkeyPatch.context() as tambal:
        tambal.setattr(modul_realisasi, "_jelas_wajar", lambda *_: False)
        assert sekilas == dunia.temuan()
