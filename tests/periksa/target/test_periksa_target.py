"""How much was promised: targets that can be reached, months and years in step, weights of 100."""

from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from periksa.isian_buatan import BUDI, SITI, Dunia, baris_capaian, baris_target, setahun, temuan_baca

from asn_nilai.acuan.isian.formulir.formulir import KUNCI_BULAN
from asn_nilai.acuan.isian.indikator.indikator import Agregasi, Lingkup
from asn_nilai.acuan.periode import Bulan
from asn_nilai.acuan.temuan import Akibat
from asn_nilai.periksa.target.target import _cocok, _jelas_cocok, agregat


def dunia_siti(kode, realisasi=5.0, tahunan=None, **bulan):
    """Siti alone, with one indicator more at a weight that keeps the total at 100."""
    dunia = Dunia().hanya_siti()
    dunia.target[0]["bobot"] = 35.0
    dunia.tambah(SITI, kode, 25.0, realisasi, **bulan, target_tahunan=tahunan)
    return dunia


class TestTargetNol:
    @pytest.mark.parametrize(
        ("kode", "bulan", "periode", "sel"),
        [
            ("LB", {"mar": 0.0}, "2026-03", "L12"),
            ("SR", {"mar": 0.0}, "2026-03", "L12"),
            ("WT", {"mar": 0.0}, "2026-03", "L12"),
            ("LB", {"jan": 0.0, "feb": 0.0}, "2026-T1", "K12"),
            ("LB", {"jan": 5.0, "mar": -5.0}, "2026-T1", "L12"),
            ("LB", {"jan": 0.1, "feb": 0.2, "mar": -0.3}, "2026-T1", "L12"),
            ("KP", {"jan": 80.0, "mar": 0.0}, "2026-T1", "L12"),
        ],
    )
    def test_target_periode_yang_nol_ditunjuk_pada_bulan_terakhirnya(self, kode, bulan, periode, sel):
        dunia = dunia_siti(kode, **bulan)
        if kode == "WT":
            dunia.target[2]["kode_indikator"] = "SR"
        temuan = [t for t in dunia.temuan(periode) if t.tingkat == "galat"]
        assert [(t.kode, t.letak.sel, t.nip) for t in temuan if "target" in t.kode] == [
            ("target-nol", sel, SITI)
        ]

    def test_kalimatnya_menyebut_indikator_dan_periode(self):
        (temuan,) = dunia_siti("LB", mar=0.0).temuan()
        assert (
            temuan.pesan == "Target LB (Laba) pada Maret 2026 adalah 0 sehingga capaian tidak dapat dihitung."
        )
        assert temuan.akibat is Akibat.ASN

    def test_indikator_minimal_dengan_nilai_terburuk_boleh_bertarget_nol(self):
        assert dunia_siti("KL", mar=0.0).temuan() == []

    @pytest.mark.parametrize("terburuk", [None, 0.0])
    def test_tanpa_nilai_terburuk_yang_berarti_tidak_boleh(self, terburuk):
        dunia = dunia_siti("KL", mar=0.0)
        lama = dunia.indikator["KL"]
        dunia.indikator["KL"] = lama.__class__(
            lama.kode, lama.nama, lama.satuan, lama.polaritas, lama.agregasi, nilai_terburuk=terburuk
        )
        assert dunia.ringkas() == [("target-nol", "Target!L12")]

    @pytest.mark.parametrize(
        ("kode", "bulan"),
        [
            ("LB", {"jan": 0.0, "mar": 1.0}),
            ("KP", {"jan": 0.0, "mar": 80.0}),
            ("LB", {"apr": 0.0}),
            ("SR", {}),
        ],
    )
    def test_nol_di_satu_bulan_saja_bukan_target_nol(self, kode, bulan):
        assert [k for k, _ in dunia_siti(kode, **bulan).ringkas("2026-T1") if k == "target-nol"] == []

    def test_bulan_yang_tidak_terbaca_membuat_jumlah_tidak_dinilai(self):
        dunia = dunia_siti("LB", jan=0.0)
        dunia.cacat["Target"] = {("feb", 2): "angka-tidak-sah"}
        dunia.capaian[2].append(baris_capaian(SITI, "LB", 0.0))
        assert dunia.temuan("2026-T1") == []

    @pytest.mark.parametrize("sel", [("feb", 1), ("apr", 2), ("nama", 2)])
    def test_sel_lain_yang_tidak_terbaca_tidak_menutupi_target_nol(self, sel):
        """Another row's, a month's that is not counted, and a name."""
        dunia = dunia_siti("LB", jan=0.0)
        dunia.cacat["Target"] = {sel: "angka-tidak-sah"}
        assert dunia.ringkas("2026-T1") == [("target-nol", "Target!J12")]

    def test_nilai_terburuk_tidak_menolong_rumus_yang_membagi_dengan_target(self):
        dunia = dunia_siti("LB", mar=0.0)
        dunia.indikator["LB"] = replace(dunia.indikator["LB"], nilai_terburuk=10.0)
        assert dunia.ringkas() == [("target-nol", "Target!L12")]


class TestTanpaBulanYangKurang:
    """A provisional score does without March: so do the checks of what its target comes to."""

    @pytest.mark.parametrize(
        ("kode", "bulan", "temuan"),
        [
            ("LB", {"jan": 0.0, "feb": 0.0, "mar": 9.0}, ("target-nol", "K12")),
            ("KP", {"jan": 80.0, "feb": 0.0, "mar": 80.0}, ("target-nol", "K12")),
            ("SR", {"jan": 4.0, "feb": -9.0, "mar": 9.0}, ("target-negatif", "K12")),
        ],
    )
    def test_target_bulan_yang_ada_dilihat_sendiri(self, kode, bulan, temuan):
        dunia = dunia_siti(kode, **bulan)
        del dunia.capaian[3]
        (galat,) = [t for t in dunia.temuan_sementara("2026-T1") if t.tingkat == "galat"]
        assert (galat.kode, galat.letak.sel, galat.nip) == (*temuan, SITI)
        assert "pada Triwulan I 2026 tanpa Maret 2026 adalah" in galat.pesan
        assert [t for t in dunia.temuan("2026-T1") if t.tingkat == "galat"] == []

    @pytest.mark.parametrize(("kode", "maret"), [("KP", 0.0), ("LB", -10.0), ("SR", -11.0), ("KP", 101.0)])
    def test_target_bulan_yang_kurang_tidak_menahan(self, kode, maret):
        dunia = dunia_siti(kode, jan=5.0, feb=5.0, mar=maret)
        del dunia.capaian[3]
        assert [t for t in dunia.temuan_sementara("2026-T1") if t.tingkat == "galat"] == []
        assert [t.letak.sel for t in dunia.temuan("2026-T1") if t.tingkat == "galat"] == ["L12"]

    def test_yang_seluruh_bulannya_kurang_tidak_ditanyakan(self):
        dunia = dunia_siti("LB", mar=0.0)
        del dunia.capaian[3]
        assert dunia.temuan_sementara("2026-T1") == []

    def test_angka_unit_bulan_yang_kurang_belum_dibandingkan(self):
        dunia = Dunia()
        dunia.indikator["KJ"] = replace(dunia.indikator["KJ"], lingkup=Lingkup.UNIT)
        dunia.target[2] |= {"mar": 41.0, "target_tahunan": 481.0}
        assert {t.kode for t in dunia.temuan("2026-T1")} == {"nilai-unit-berbeda", "target-berubah"}
        del dunia.capaian[3]
        assert dunia.temuan_sementara("2026-T1") == []


class TestTargetNegatif:
    @pytest.mark.parametrize(("kode", "polaritas"), [("SR", "stabil"), ("KL", "minimal")])
    def test_rumus_yang_tidak_mengenal_target_negatif(self, kode, polaritas):
        (temuan,) = dunia_siti(kode, mar=-1250.5).temuan()
        assert (temuan.kode, temuan.letak.sel, temuan.nip, temuan.tingkat) == (
            "target-negatif",
            "L12",
            SITI,
            "galat",
        )
        assert " adalah -1.250,5; untuk indikator " + polaritas in temuan.pesan

    def test_indikator_maksimal_boleh_bertarget_negatif_dan_ditanyakan(self):
        (temuan,) = dunia_siti("LB", mar=-1250.5).temuan()
        assert (temuan.kode, temuan.letak.sel, temuan.nip, temuan.tingkat) == (
            "target-di-bawah-nol", "L12", SITI, "peringatan",
        )  # fmt: skip
        assert temuan.pesan.endswith(
            "pada Maret 2026 tertulis -1.250,5, di bawah nol: realisasi 0 pun dihitung jauh melampauinya."
        )

    def test_nilai_akhir_pun_ditanyakan_bila_rumusnya_mengenal_target_negatif(self):
        dunia = dunia_siti("LB", mar=-5.0)
        dunia.indikator["LB"] = replace(dunia.indikator["LB"], agregasi=Agregasi.NILAI_AKHIR)
        assert dunia.ringkas() == [("target-di-bawah-nol", "Target!L12")]

    def test_setiap_bulannya_ditanyakan_walaupun_jumlahnya_di_atas_nol(self):
        ringkas = dunia_siti("LB", jan=40.0, feb=-5.0, mar=-1.0).ringkas("2026-T1")
        assert ringkas == [("target-di-bawah-nol", "Target!K12"), ("target-di-bawah-nol", "Target!L12")]

    def test_batas_bawah_di_skema_menjawabnya(self):
        dunia = dunia_siti("LB", mar=-1250.5)
        dunia.indikator["LB"] = replace(dunia.indikator["LB"], batas_bawah=-2000.0)
        assert dunia.temuan() == []

    @pytest.mark.parametrize("kode", ["SR", "KL"])
    def test_yang_dilihat_adalah_target_seluruh_periode_dan_bulan_yang_menguranginya_ditanyakan(self, kode):
        (temuan,) = dunia_siti(kode, jan=-1.0, mar=3.0).temuan("2026-T1")
        assert (temuan.kode, temuan.letak.sel, temuan.tingkat) == ("target-di-bawah-nol", "J12", "peringatan")
        assert temuan.pesan.endswith(
            "pada Januari 2026 tertulis -1, di bawah nol: "
            "yang diminta bulan lain pada Triwulan I 2026 berkurang karenanya."
        )

    def test_bulan_lama_yang_tidak_ikut_terhitung_tidak_ditanyakan(self):
        dunia = dunia_siti("SR", jan=-1.0, mar=3.0)
        dunia.indikator["SR"] = replace(dunia.indikator["SR"], agregasi=Agregasi.NILAI_AKHIR)
        assert dunia.temuan("2026-T1") == []


class TestBatasTarget:
    @pytest.mark.parametrize(
        ("angka", "kode", "pesan"),
        [
            (
                501.0,
                "di-luar-batas",
                "501 berada di luar batas KJ (Kunjungan rumah): 0 sampai 500 kunjungan.",
            ),
            (-1.0, "di-luar-batas", "-1 berada di luar batas KJ (Kunjungan rumah): 0 sampai 500 kunjungan."),
            (
                40.5,
                "bukan-bulat",
                "40,5 bukan bilangan bulat, sedangkan KJ (Kunjungan rumah) dihitung dalam bilangan bulat.",
            ),
        ],
    )
    def test_target_bulan_yang_tidak_mungkin(self, angka, kode, pesan):
        dunia = Dunia()
        dunia.target[0].update(mar=angka, target_tahunan=None)
        dunia.capaian[3][0]["target"] = None
        (temuan,) = dunia.temuan()
        assert (temuan.kode, temuan.letak.sel, temuan.pesan, temuan.nip) == (kode, "L10", pesan, SITI)

    @pytest.mark.parametrize("angka", [500.0, 0.0, 39.99999999999999999, 500.00000000000006])
    def test_tepat_di_batas_dan_derau_biner_diterima(self, angka):
        dunia = Dunia()
        dunia.target[0].update(feb=angka, target_tahunan=None)
        dunia.capaian[2][0]["target"] = None
        assert dunia.temuan("2026-T1") == []


class TestFrekuensi:
    def test_bulan_pertama_yang_salah_ditunjuk_sekali(self):
        (temuan,) = dunia_siti("KP", mar=80.0, mei=80.0, jul=80.0).temuan()
        assert (temuan.kode, temuan.letak.sel) == ("frekuensi-tidak-cocok", "N12")
        assert temuan.pesan == "KP (Kepuasan warga) diukur triwulanan, tetapi bertarget pada bulan Mei 2026."

    def test_bulan_akhir_triwulan_diterima(self):
        assert dunia_siti("KP", mar=80.0, jun=81.0, sep=82.0, des=83.0, tahunan=83.0).temuan() == []


class TestTargetTahunan:
    @pytest.mark.parametrize(
        ("kode", "bulan", "tahunan", "pesan"),
        [
            ("LB", {"mar": 5.0, "apr": 1.5}, 7.0, "tertulis 7, sedangkan jumlah target bulanan adalah 6,5."),
            (
                "KP",
                {"mar": 80.0, "jun": 85.0},
                80.0,
                "tertulis 80, sedangkan nilai akhir target bulanan adalah 85.",
            ),
            ("LB", {}, 7.0, "tertulis 7, sedangkan jumlah target bulanan adalah kosong."),
            ("LB", {}, 0.0, "tertulis 0, sedangkan jumlah target bulanan adalah kosong."),
        ],
    )
    def test_target_tahunan_yang_tidak_sesuai_bulannya(self, kode, bulan, tahunan, pesan):
        dunia = dunia_siti(kode, tahunan=tahunan, **bulan)
        (temuan,) = dunia.temuan()
        assert (temuan.kode, temuan.letak.sel, temuan.nip) == ("target-tahunan-tidak-sama", "V12", SITI)
        assert temuan.pesan.endswith(pesan)

    @pytest.mark.parametrize(
        ("bulan", "tahunan", "cocok"),
        [
            ((15.0, 16.0, 16.0), 15.67, True),
            ((15.0, 16.0, 16.0), 15.7, True),
            ((15.0, 16.0, 16.0), 16.0, True),
            ((15.0, 16.0, 16.0), 15.666666666666666, True),
            ((15.0, 16.0, 16.0), 15.667, True),
            ((15.0, 16.0, 16.0), 15.669, False),
            ((15.0, 16.0, 16.0), 15.66, False),
            ((15.01, None, 15.02), 15.01, True),
            ((15.01, None, 15.02), 15.02, True),
            ((15.01, None, 15.0202), 15.01, False),
            ((15.01, 15.02, 15.02), 15.01, False),
            ((), 7.0, False),
            ((15.0, 16.0, 16.0), 15.0, False),
            ((1200.0, 1300.0, 1400.0), 1300.0, True),
        ],
    )
    def test_rata_rata_boleh_dibulatkan_pada_desimalnya_sendiri(self, bulan, tahunan, cocok):
        dunia = Dunia().hanya_siti()
        dunia.target[1].update(dict.fromkeys(KUNCI_BULAN))
        dunia.target[1].update(zip(("jan", "feb", "mar"), bulan, strict=False), target_tahunan=tahunan)
        dunia.capaian[3][1]["target"] = None
        if not bulan:
            dunia.capaian[3].pop(1)
        assert dunia.ringkas() == ([] if cocok else [("target-tahunan-tidak-sama", "Target!V11")])

    @given(
        st.lists(st.integers(-999_999, 999_999), min_size=1, max_size=12),
        st.lists(st.sampled_from((0, 0, 0, 1, 49, 51)), max_size=12),
        st.integers(-3, 3),
    )
    @example([101] * 10 + [107], [], -1)
    @example([101, 102], [], -1)
    def test_yang_jelas_cocok_memang_cocok(self, perseratus, halus, geser):
        """What is told without decimals is what decimals tell, of a mean just between two figures as well."""
        angka = [n / 100 for n in perseratus]
        angka[: len(halus)] = [(n * 100 + h) / 10_000 for n, h in zip(perseratus, halus, strict=False)]
        tertulis = round(sum(perseratus) / len(perseratus) + geser / 2) / 100
        cocok = _cocok(tertulis, agregat(angka, Agregasi.RATA_RATA), Agregasi.RATA_RATA)
        assert cocok or not _jelas_cocok(tertulis, angka, Agregasi.RATA_RATA)
        if not any(halus) and 2 * abs(round(tertulis * 100) * len(angka) - sum(perseratus)) <= len(angka):
            assert _jelas_cocok(tertulis, angka, Agregasi.RATA_RATA)

    def test_nilai_akhir_adalah_desember_bukan_november(self):
        dunia = dunia_siti("SR", **setahun(80.0) | {"des": 85.0}, tahunan=80.0)
        dunia.indikator["SR"] = replace(dunia.indikator["SR"], agregasi=Agregasi.NILAI_AKHIR)
        assert dunia.ringkas() == [("target-tahunan-tidak-sama", "Target!V12")]

    def test_rasio_disebut_rata_ratanya(self):
        dunia = dunia_siti("LB", mar=40.0, apr=50.0, tahunan=90.0)
        dunia.indikator["LB"] = replace(dunia.indikator["LB"], agregasi=Agregasi.RASIO, penyebut="sasaran")
        (temuan,) = [t for t in dunia.temuan() if t.kode == "target-tahunan-tidak-sama"]
        assert temuan.pesan.endswith("tertulis 90, sedangkan rata-rata target bulanan adalah 45.")

    @pytest.mark.parametrize("sel", [("des", 1), ("nama", 2)])
    def test_sel_lain_yang_tidak_terbaca_tidak_menutupi_target_tahunan(self, sel):
        dunia = dunia_siti("LB", mar=5.0, tahunan=9.0)
        dunia.cacat["Target"] = {sel: "angka-tidak-sah"}
        assert ("target-tahunan-tidak-sama", "Target!V12") in dunia.ringkas()

    def test_jumlah_pecahan_dihitung_seperti_di_kertas(self):
        bulan = dict.fromkeys(KUNCI_BULAN, 0.1)
        assert dunia_siti("LB", tahunan=1.2, **bulan).temuan() == []
        assert dunia_siti("LB", tahunan=1.2000000000000002, **bulan).temuan() == []

    def test_bulan_yang_tidak_terbaca_membuatnya_tidak_dibandingkan(self):
        dunia = dunia_siti("LB", mar=5.0, tahunan=9.0)
        dunia.cacat["Target"] = {("des", 2): "angka-tidak-sah"}
        assert dunia.temuan() == []


class TestBobot:
    @pytest.mark.parametrize(
        ("bobot", "teks"), [(None, "kosong"), (0.0, "0"), (-5.0, "-5"), (100.5, "100,5")]
    )
    def test_bobot_yang_tidak_dapat_dipakai(self, bobot, teks):
        dunia = Dunia()
        dunia.target[3]["bobot"] = bobot
        (temuan,) = dunia.temuan()
        assert (temuan.kode, temuan.letak.sel, temuan.nip) == ("bobot-tidak-sah", "I13", BUDI)
        assert (
            temuan.pesan
            == f"Bobot {teks} tidak dapat dipakai: harus angka lebih dari 0 dan paling banyak 100."
        )

    @pytest.mark.parametrize(
        ("bobot", "sel"),
        [((100.0, 0.0), ["I13"]), ((110.0, -10.0), ["I12", "I13"]), ((100.0000000002, 1e-11), ["I12"])],
    )
    def test_jumlah_100_tidak_menutupi_bobot_yang_tidak_dapat_dipakai(self, bobot, sel):
        dunia = Dunia()
        for baris, angka in zip(dunia.target[2:], bobot, strict=True):
            baris["bobot"] = angka
        assert dunia.ringkas() == [("bobot-tidak-sah", f"Target!{ini}") for ini in sel]

    def test_tulisan_bukan_angka_dikutip(self):
        dunia = Dunia()
        dunia.target[3]["bobot"] = None
        dunia.teks_kosong["Target"] = {("bobot", 3): "n/a"}
        assert dunia.temuan()[0].pesan.startswith("Bobot 'n/a' tidak dapat dipakai")

    def test_bobot_yang_sudah_ditemukan_cacat_tidak_disebut_dua_kali(self):
        dunia = Dunia()
        dunia.target[3]["bobot"] = None
        dunia.cacat["Target"] = {("bobot", 3): "angka-tidak-sah"}
        assert dunia.temuan() == []

    @pytest.mark.parametrize("bobot", [(60.0, 40.1), (60.0, 39.99), (10.0, 10.0)])
    def test_jumlah_yang_bukan_100_ditunjuk_pada_baris_pertama(self, bobot):
        dunia = Dunia()
        for baris, angka in zip(dunia.target[2:], bobot, strict=True):
            baris["bobot"] = angka
        assert dunia.ringkas() == [("bobot-tidak-100", "Target!I12")]

    def test_kalimatnya_menyebut_jumlahnya(self):
        dunia = Dunia()
        dunia.target[0]["bobot"] = 60.25
        assert dunia.temuan()[0].pesan == "Jumlah bobot Siti Rahma, S.Kep. adalah 100,25, seharusnya 100."

    @pytest.mark.parametrize("bobot", [(33.3, 33.3, 33.4), (100 / 3, 100 / 3, 100 / 3), (0.1, 0.2, 99.7)])
    def test_pecahan_yang_berjumlah_100(self, bobot):
        dunia = dunia_siti("LB", mar=5.0)
        for baris, angka in zip(dunia.target, bobot, strict=True):
            baris["bobot"] = angka
        assert dunia.temuan() == []

    def test_satu_indikator_berbobot_100(self):
        dunia = Dunia().hanya_siti()
        dunia.target = dunia.target[:1]
        dunia.target[0]["bobot"] = 100.0
        dunia.capaian[3] = dunia.capaian[3][:1]
        assert dunia.temuan() == []

    def test_indikator_di_luar_periode_ikut_dijumlahkan(self):
        dunia = dunia_siti("LB", des=5.0)
        assert dunia.temuan() == []

    @pytest.mark.parametrize(
        ("bobot", "lain", "tingkat", "jumlah"),
        [
            (None, 40.0, "peringatan", []),
            (0.0, 40.0, "peringatan", []),
            (None, 39.0, "peringatan", ["99"]),
            (0.0, 40.5, "peringatan", ["100,5"]),
            (-5.0, 45.0, "peringatan", ["105"]),
            (100.5, 40.0, "peringatan", []),
        ],
    )
    def test_bobot_yang_tidak_dipakai_nilainya_hanya_diperingatkan_jumlahnya_tetap_100(
        self, bobot, lain, tingkat, jumlah
    ):
        """The third row has a target in December alone; of the quarter's score its weight is no part."""
        dunia = Dunia().hanya_siti()
        dunia.tambah(SITI, "LB", bobot, 5.0, des=5.0)
        dunia.target[1]["bobot"] = lain
        semua = dunia.temuan("2026-T1")
        assert [(t.kode, t.letak.sel, t.tingkat) for t in semua] == [
            ("bobot-tidak-sah", "I12", tingkat),
            *(("bobot-tidak-100", "I10", "galat") for _ in jumlah),
        ]
        assert [t.pesan for t in semua[1:]] == [
            f"Jumlah bobot Siti Rahma, S.Kep. adalah {ini}, seharusnya 100." for ini in jumlah
        ]

    @pytest.mark.parametrize(("lain", "kode"), [(30.0, []), (40.0, []), (40.5, ["bobot-tidak-100"])])
    def test_bobot_yang_tidak_terbaca_mungkin_melengkapi_jumlahnya(self, lain, kode):
        dunia = Dunia().hanya_siti()
        dunia.tambah(SITI, "LB", None, 5.0, des=5.0)
        dunia.target[1]["bobot"] = lain
        dunia.cacat["Target"] = {("bobot", 2): "angka-tidak-sah"}
        assert [t.kode for t in dunia.temuan("2026-T1")] == kode

    def test_jumlah_yang_kurang_menahan_walau_baris_pertamanya_tidak_dinilai(self):
        dunia = Dunia().hanya_siti()
        dunia.target.insert(0, baris_target(SITI, "LB", 5.0, des=5.0))
        (temuan,) = dunia.temuan("2026-T1")
        assert (temuan.kode, temuan.letak.sel, temuan.tingkat) == ("bobot-tidak-100", "I10", "galat")

    def test_bobot_yang_mungkin_dipakai_menutupi_jumlahnya(self):
        dunia = Dunia().hanya_siti()
        dunia.tambah(SITI, "LB", 0.0, 5.0, mar=None)
        dunia.target[1]["bobot"] = 30.0
        dunia.cacat["Target"] = {("mar", 2): "angka-tidak-sah"}
        (temuan,) = [t for t in dunia.temuan("2026-T1") if "bobot" in t.kode]
        assert (temuan.kode, temuan.tingkat) == ("bobot-tidak-sah", "galat")

    def test_baris_yang_nipnya_terpotong_sudah_menjelaskan(self):
        dunia = Dunia()
        dunia.target.pop(1)
        dunia.capaian[3].pop(1)
        dunia.terbaca.append(temuan_baca("nip-presisi-hilang", "target/PKM.xlsx", "Target", "D11", SITI))
        assert dunia.temuan() == []


def test_bulan_berikutnya_memakai_kolomnya_sendiri():
    dunia = Dunia()
    dunia.target[0].update(des=0.5, target_tahunan=None)
    dunia.capaian[12], dunia.perilaku[12] = dunia.capaian[3], dunia.perilaku[3]
    dunia.capaian[12][0]["target"] = None
    assert Bulan(2026, 12) in dunia.isian().capaian
    assert dunia.ringkas("2026-12") == [("bukan-bulat", "Target!U10")]
