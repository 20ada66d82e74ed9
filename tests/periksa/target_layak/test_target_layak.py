"""Targets worth reaching: which are asked about, at which cell, and which are let pass; each kind can be turned off."""

from dataclasses import replace
from datetime import date
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st
from periksa.isian_buatan import (
    BUDI,
    INDIKATOR,
    NAMA,
    SITI,
    Dunia,
    baris_target,
    pindah,
    setahun,
    tempat,
)
from periksa.layak_buatan import bulanan, cari, ringkas, sekantor, siti, tercapai

from asn_nilai.acuan.isian.formulir.formulir import KUNCI_BULAN
from asn_nilai.acuan.isian.indikator.indikator import Frekuensi, JenisNilai, Polaritas
from asn_nilai.acuan.periode import Bulan
from asn_nilai.acuan.temuan import Tingkat, katalog
from asn_nilai.periksa.target_layak.baris_setahun import Dicapai, Tercapai
from asn_nilai.periksa.target_layak.layak import JENIS


def test_dunia_yang_bersih_tidak_ditanya_apa_pun():
    assert cari(Dunia(), bobot_terbanyak=60.0) == []
    assert cari(sekantor()[0]) == []
    assert cari(Dunia(target=None)) == []


def test_semua_dapat_dijawab_dan_tidak_satu_pun_galat():
    assert {katalog()[kode].tingkat for kode in JENIS} == {Tingkat.PERINGATAN, Tingkat.INFO}
    for kode in JENIS:
        isi = katalog()[kode]
        assert "jawab" in isi.saran or "jawab" in isi.pinta


class TestPersenPecahan:
    def persen(self, *angka, **ganti):
        """The clean world, its counted indicator a percentage with these targets from January on."""
        dunia = siti(satuan="persen", bobot=50.0, **bulanan(*angka, *[None] * (12 - len(angka))))
        ganti = {"satuan": "persen", "jenis_nilai": JenisNilai.DESIMAL} | ganti
        dunia.indikator["KJ"] = replace(INDIKATOR["KJ"], **ganti)
        return dunia

    def test_setahun_tidak_lebih_dari_satu_persen_ditanyakan(self):
        (temuan,) = cari(self.persen(None, 0.9, 0.95), target_bulan_dilepas=False)
        assert (temuan.kode, tempat(temuan.letak), temuan.nip) == (
            "target-persen-pecahan",
            "Target!K10",
            SITI,
        )
        assert temuan.pesan == (
            "Target KJ (Kunjungan rumah) bagi Siti Rahma, S.Kep. paling besar 0,95 persen (Februari–Maret 2026). 95 persen ditulis "
            "95, bukan 0,95."
        )

    @pytest.mark.parametrize(
        ("angka", "ganti", "ada"),
        [
            ((1.0,), {}, True),
            ((1.01,), {}, False),
            ((0.9, 95.0), {}, False),
            ((0.0,), {}, False),
            ((None,), {}, False),
            ((0.9,), {"satuan": "orang"}, False),
            ((0.9,), {"satuan": "orang", "jenis_nilai": JenisNilai.PERSEN}, True),
            ((0.9,), {"polaritas": Polaritas.MINIMAL}, False),
            ((0.9,), {"polaritas": Polaritas.STABIL}, False),
        ],
    )
    def test_kedua_sisi(self, angka, ganti, ada):
        semua = cari(self.persen(*angka, **ganti), target_bulan_dilepas=False)
        assert [temuan.kode for temuan in semua] == ["target-persen-pecahan"] * ada

    def test_disebut_dalam_urutan_buku(self):
        dunia = self.persen(*[0.9] * 12)
        dunia = replace(dunia, target=Dunia().target, penempatan=Dunia().penempatan)
        dunia.indikator["WT"] = replace(dunia.indikator["KJ"], kode="WT")
        for baris in dunia.target:
            baris.update(setahun(0.9) | {"bobot": 50.0})
        assert [tempat(temuan.letak) for temuan in cari(dunia)] == [
            f"Target!J{nomor}" for nomor in range(10, 14)
        ]

    def test_target_kecil_yang_bukan_persen_di_samping_persen_dibiarkan(self):
        dunia = self.persen(95.0)
        dunia.target[1].update(setahun(0.5))
        assert cari(dunia, target_bulan_dilepas=False) == []


class TestBobotTerpusat:
    def test_lebih_dari_separuh(self):
        (temuan,) = cari(siti(bobot=70.0), bobot_terbanyak=60.0)
        assert (temuan.kode, tempat(temuan.letak), temuan.nip) == ("bobot-terpusat", "Target!I10", SITI)
        assert temuan.pesan == (
            "KJ (Kunjungan rumah) berbobot 70 dari 100 bagi Siti Rahma, S.Kep.: satu indikator ini saja menentukan nilainya "
            "(lebih dari 60)."
        )

    @pytest.mark.parametrize(("bobot", "ada"), [(50.0, False), (50.5, True), (None, False)])
    def test_kedua_sisi(self, bobot, ada):
        assert bool(ringkas(siti(bobot=bobot))) is ada


def _beraspek(*aspek):
    """The clean world with an aspect for each indicator; the weights even."""
    dunia = Dunia()
    for kode, isi in zip(("KJ", "WT"), aspek, strict=True):
        dunia.indikator[kode] = replace(INDIKATOR[kode], aspek=isi)
    for baris in dunia.target:
        baris["bobot"] = 50.0
    return dunia


class TestTanpaMutu:
    def test_hanya_banyaknya_dan_biayanya(self):
        semua = cari(_beraspek("Kuantitas", "Biaya"))
        assert [(t.kode, tempat(t.letak), t.nip) for t in semua] == [
            ("tanpa-indikator-mutu", "Target!F10", SITI),
            ("tanpa-indikator-mutu", "Target!F12", BUDI),
        ]
        assert semua[0].pesan.startswith(
            "Semua indikator Siti Rahma, S.Kep. mengukur banyaknya atau biayanya;"
        )

    def test_seorang_disebut_sekali_pada_baris_pertamanya_dalam_urutan_buku(self):
        dunia = _beraspek("Kuantitas", "Biaya")
        dunia.target = [dunia.target[nomor] for nomor in (3, 1, 0, 2)]
        assert ringkas(dunia) == [
            ("tanpa-indikator-mutu", "Target!F10", BUDI), ("tanpa-indikator-mutu", "Target!F11", SITI),
        ]  # fmt: skip

    @pytest.mark.parametrize("aspek", ["Kualitas", " waktu ", ""])
    def test_satu_yang_bermutu_atau_tak_diketahui_cukup(self, aspek):
        assert ringkas(_beraspek("Kuantitas", aspek)) == []

    def test_indikator_yang_belum_dikenal_dapat_saja_mengukurnya(self):
        dunia = _beraspek("Kuantitas", "Biaya")
        dunia.target.append(baris_target(SITI, "XX", 10.0, **setahun(1.0)))
        assert [nip for _, _, nip in ringkas(dunia)] == [BUDI]


class TestBulanDilepas:
    def test_bulan_bulan_sesudah_yang_pertama(self):
        isi = bulanan(None, None, 40.0, 40.0, None, 40.0, None, None, 40.0, 40.0, 40.0, 40.0)
        (temuan,) = cari(siti(bobot=50.0, **isi))
        assert (temuan.kode, tempat(temuan.letak)) == ("target-bulan-dilepas", "Target!N10")
        assert "tidak bertarget pada Mei, Jul, Agu bagi Siti Rahma, S.Kep.;" in temuan.pesan

    def test_dua_bulan_belum(self):
        isi = bulanan(None, None, None, 40.0, None, 40.0, 40.0, None, 40.0, 40.0, 40.0, 40.0)
        assert ringkas(siti(bobot=50.0, **isi)) == []

    def test_indikator_triwulanan_dan_baris_kosong_bukan_yang_dilepas(self):
        isi = bulanan(None, None, 40.0, None, None, 40.0, None, None, 40.0, None, None, 40.0)
        dunia = siti(bobot=50.0, **isi)
        dunia.indikator["KJ"] = replace(INDIKATOR["KJ"], frekuensi=Frekuensi.TRIWULANAN)
        assert ringkas(dunia) == []
        assert ringkas(siti(bobot=50.0, **setahun(None))) == []

    @pytest.mark.parametrize(
        ("frekuensi", "bulan", "kosong"),
        [
            (Frekuensi.TRIWULANAN, (3, 9), "Jun, Des"),
            (Frekuensi.TRIWULANAN, (3, 6, 12), "Sep"),
            (Frekuensi.TRIWULANAN, (6, 9, 12), ""),  # begins later
            (Frekuensi.TRIWULANAN, (3, 5, 9, 12), ""),  # measured, in another month than it should
            (Frekuensi.SEMESTERAN, (6,), "Des"),
            (Frekuensi.SEMESTERAN, (6, 12), ""),
            (Frekuensi.TAHUNAN, (12,), ""),
        ],
    )
    def test_triwulan_atau_semester_yang_dilepas(self, frekuensi, bulan, kosong):
        dunia = siti(bobot=50.0, **bulanan(*[40.0 if nomor in bulan else None for nomor in range(1, 13)]))
        dunia.indikator["KJ"] = replace(INDIKATOR["KJ"], frekuensi=frekuensi)
        pesan = [temuan.pesan for temuan in cari(dunia)]
        kalimat = (
            f"Indikator {frekuensi.value.lower()} KJ (Kunjungan rumah) tidak bertarget pada {kosong} bagi Siti Rahma, S.Kep.; bulan "
            "tanpa target tidak dinilai."
        )
        assert pesan == ([kalimat] if kosong else [])

    def test_bulan_di_luar_penempatan_tidak_ditanya(self):
        dunia = siti(bobot=50.0, **bulanan(*[40.0] * 6, *[None] * 6))
        assert len(ringkas(dunia)) == 1
        dunia.penempatan = pindah(SITI, ("PKM", None, (6, 30)))
        assert ringkas(dunia) == []


class TestSejawat:
    def test_jauh_lebih_ringan_daripada_nilai_tengah(self):
        dunia, nip = sekantor(**setahun(20.0))
        (temuan,) = cari(dunia)
        assert (temuan.kode, tempat(temuan.letak), temuan.nip) == (
            "target-ringan-dari-sejawat",
            "Target!J18",
            nip[-1],
        )
        assert temuan.pesan == (
            "Target KJ (Kunjungan rumah) bagi ASN 05 (20, Januari–Desember 2026) jauh lebih ringan daripada 5 ASN berjabatan "
            "Perawat di unit ini (nilai tengah 40)."
        )

    @pytest.mark.parametrize(("angka", "ada"), [(26.0, True), (27.0, False), (80.0, False)])
    def test_kedua_sisi(self, angka, ada):
        assert bool(ringkas(sekantor(**setahun(angka))[0])) is ada

    def test_disebut_jabatan_demi_jabatan_dalam_urutan_buku(self):
        """Whose first row comes first is told first, whatever the indicator."""
        dunia, nip = sekantor(8)
        for nomor, orang in enumerate(dunia.penempatan[4:], 4):
            dunia.penempatan[nomor] = orang._replace(jabatan="Bidan")
        for ringan in (3, 7):
            dunia.target[2 * ringan].update(setahun(20.0))
            dunia.target[2 * ringan + 1].update(setahun(30.0))
        assert [(tempat(temuan.letak), temuan.nip) for temuan in cari(dunia)] == [
            ("Target!J16", nip[3]), ("Target!J17", nip[3]), ("Target!J24", nip[7]), ("Target!J25", nip[7]),
        ]  # fmt: skip

    def test_jabatan_lain_yang_jauh_lebih_ringan_tidak_dibandingkan(self):
        dunia, _ = sekantor(6)
        for nomor, orang in enumerate(dunia.penempatan[3:], 3):
            dunia.penempatan[nomor] = orang._replace(jabatan="Bidan")
            dunia.target[2 * nomor].update(setahun(4.0))
        assert ringkas(dunia) == []

    def test_yang_kecil_lebih_baik_menjadi_ringan_bila_besar(self):
        dunia, _ = sekantor()
        dunia.target[-1].update(setahun(23.0))
        assert [kode for kode, _, _ in ringkas(dunia)] == ["target-ringan-dari-sejawat"]
        dunia.target[-1].update(setahun(5.0))
        assert ringkas(dunia) == []

    @pytest.mark.parametrize("nol", [0.0, -5.0])
    def test_target_nol_seorang_tidak_menutupi_yang_ringan(self, nol):
        dunia, nip = sekantor(7, **setahun(10.0))
        dunia.target[0].update(setahun(nol))
        assert [(kode, milik) for kode, _, milik in ringkas(dunia)] == [
            ("target-ringan-dari-sejawat", nip[-1])
        ]

    @given(st.lists(st.sampled_from([-5.0, 0.0, 10.0, 26.0, 27.0, 40.0, 60.0, 61.0]), min_size=3, max_size=7))
    def test_setiap_yang_jauh_lebih_ringan_daripada_nilai_tengah_disebut(self, angka):
        dunia, nip = sekantor(len(angka))
        for nomor, ini in enumerate(angka):
            dunia.target[2 * nomor].update(setahun(ini))
        tengah = median(angka)
        ringan = [n for n, ini in zip(nip, angka, strict=True) if ini > 0 and 3 * ini <= 2 * tengah]
        disebut = [milik for kode, _, milik in ringkas(dunia) if kode == "target-ringan-dari-sejawat"]
        assert disebut == ringan

    def test_sejawat_tanpa_target_dilewati(self):
        dunia, nip = sekantor(6, **setahun(20.0))
        dunia.target[0].update(setahun(None))
        (temuan,) = cari(dunia)
        assert temuan.nip == nip[-1]
        assert "jauh lebih ringan daripada 5 ASN berjabatan" in temuan.pesan

    def test_target_di_bawah_satu_pun_dibandingkan_dan_dibulatkan_dua_desimal(self):
        dunia, nip = sekantor()
        for baris in dunia.target[::2]:
            baris.update(setahun(1.2))
        dunia.target[-2].update(bulanan(*[0.4] * 11, 0.5))
        (temuan,) = cari(dunia)
        assert (temuan.kode, temuan.nip) == ("target-ringan-dari-sejawat", nip[-1])
        assert "bagi ASN 05 (0,41, Januari–Desember 2026)" in temuan.pesan
        assert temuan.pesan.endswith("(nilai tengah 1,2).")

    def test_jabatan_lain_atau_terlalu_sedikit_bukan_sejawat(self):
        assert ringkas(sekantor(2, **setahun(20.0))[0]) == []
        assert ringkas(sekantor(5, "", **setahun(20.0))[0]) == []

    @pytest.mark.parametrize("balik", [False, True])
    def test_jabatan_seseorang_adalah_yang_terakhir_dipangku_di_baris_mana_pun_tertulis(self, balik):
        dunia, nip = sekantor(5, **setahun(20.0))
        *lain, orang = dunia.penempatan
        semua = (
            orang._replace(jabatan="Kepala", selesai=date(2026, 6, 30)),
            orang._replace(mulai=date(2026, 7, 1)),
        )
        dunia.penempatan = [*lain, *(semua[::-1] if balik else semua)]
        assert [milik for _, _, milik in ringkas(dunia)] == [nip[-1]]


class TestSelaluTerlampaui:
    def test_lima_bulan_berturut_turut_di_plafon(self):
        dunia = siti(bobot=50.0)
        (temuan,) = cari(dunia, Dicapai({(SITI, "KJ"): tercapai(90, *[120] * 5)}))
        assert (temuan.kode, tempat(temuan.letak), temuan.nip) == (
            "target-selalu-terlampaui",
            "Target!P10",
            SITI,
        )
        assert "120 persen atau lebih, 5 bulan berturut-turut (Februari–Juni 2026)" in temuan.pesan

    @pytest.mark.parametrize(
        "capaian", [[120] * 4, [120, 120, 120, 120, 119.99], [119.99, 120, 120, 120, 120], [120] * 5 + [119]]
    )
    def test_satu_bulan_di_bawahnya_cukup(self, capaian):
        semua = [
            kode for kode, _, _ in ringkas(siti(bobot=50.0), Dicapai({(SITI, "KJ"): tercapai(*capaian)}))
        ]
        assert "target-selalu-terlampaui" not in semua

    def test_sesudah_desember_baris_itulah_yang_ditunjuk(self):
        ini = Dicapai({(SITI, "KJ"): tercapai(*[120] * 12)})
        assert ringkas(siti(bobot=50.0), ini) == [("target-selalu-terlampaui", "Target!F10", SITI)]


class TestDiBawahRealisasi:
    def test_sisa_tahun_jauh_lebih_ringan(self):
        isi = bulanan(*[40.0] * 5, *[30.0] * 7)
        (temuan,) = cari(siti(bobot=50.0, **isi), Dicapai({(SITI, "KJ"): tercapai(100, 100, 100, 100, 90)}))
        assert (temuan.kode, tempat(temuan.letak)) == ("target-di-bawah-realisasi", "Target!O10")
        assert temuan.pesan == (
            "Target KJ (Kunjungan rumah) bagi Siti Rahma, S.Kep. (rata-rata sebulan 30) jauh lebih ringan daripada realisasinya "
            "Januari–Mei 2026 (rata-rata sebulan 39,2)."
        )

    @pytest.mark.parametrize(("capaian", "ada"), [(125, True), (124, False)])
    def test_kedua_sisi(self, capaian, ada):
        ini = Dicapai({(SITI, "KJ"): tercapai(*[capaian] * 3)})
        assert bool(ringkas(siti(bobot=50.0), ini)) is ada

    def test_tahun_lalu(self):
        lalu = Dicapai({}, {(SITI, "KJ"): tercapai(*[150] * 12, tahun=2025)})
        (temuan,) = cari(siti(bobot=50.0), lalu)
        assert tempat(temuan.letak) == "Target!J10"
        assert "realisasinya Januari–Desember 2025 (rata-rata sebulan 60)" in temuan.pesan

    @pytest.mark.parametrize(("banyak", "ada"), [(2, False), (3, True)])
    def test_tahun_lalu_mulai_tiga_bulan(self, banyak, ada):
        lalu = Dicapai({}, {(SITI, "KJ"): tercapai(*[150] * banyak, tahun=2025)})
        assert bool(ringkas(siti(bobot=50.0), lalu)) is ada

    def test_angkanya_dibulatkan_dua_desimal(self):
        isi = bulanan(*[40.0] * 3, *[29.0] * 8, 30.0)
        (temuan,) = cari(siti(bobot=50.0, **isi), Dicapai({(SITI, "KJ"): tercapai(100, 100, 99)}))
        assert "(rata-rata sebulan 29,11) jauh lebih ringan" in temuan.pesan
        assert "(rata-rata sebulan 39,87)" in temuan.pesan

    def test_yang_sudah_ditanya_karena_selalu_terlampaui_tidak_ditanya_lagi(self):
        ini = Dicapai({(SITI, "KJ"): tercapai(*[130] * 5)})
        assert [kode for kode, _, _ in ringkas(siti(bobot=50.0), ini)] == ["target-selalu-terlampaui"]
        tanpa = ringkas(siti(bobot=50.0), ini, target_selalu_terlampaui=False)
        assert [kode for kode, _, _ in tanpa] == ["target-di-bawah-realisasi"]

    def test_waktu_yang_lebih_lama_lebih_ringan(self):
        ini = Dicapai({(SITI, "WT"): tercapai(*[70] * 3, target=15.0)})
        dunia = siti(bobot=50.0)
        assert [(kode, sel) for kode, sel, _ in ringkas(dunia, ini)] == [
            ("target-di-bawah-realisasi", "Target!M11")
        ]

    def test_yang_terakhir_dihitung_bagi_nilai_akhir(self):
        dunia = siti(kode_indikator="KP", bobot=50.0, **bulanan(*range(10, 121, 10)))
        dunia.target[0] = {**dunia.target[0], **{k: float(dunia.target[0][k]) for k in KUNCI_BULAN}}
        tumbuh = tuple(Tercapai(Bulan(2026, n), 10.0 * n, 10.0 * n, 100.0) for n in range(1, 6))
        assert ringkas(dunia, Dicapai({(SITI, "KP"): tumbuh})) == []
        lewat = (*tumbuh, Tercapai(Bulan(2026, 6), 60.0, 150.0, 120.0))
        (temuan,) = cari(dunia, Dicapai({(SITI, "KP"): lewat}))
        assert "(angka terakhir 120)" in temuan.pesan

    def test_stabil_nol_dan_tahun_yang_habis_tidak_ditanya(self):
        stabil = siti(kode_indikator="SR", bobot=50.0)
        assert ringkas(stabil, Dicapai({(SITI, "SR"): tercapai(*[119] * 5)})) == []
        assert ringkas(siti(bobot=50.0), Dicapai({(SITI, "KJ"): tercapai(0, 0, 0)})) == []
        assert ringkas(siti(bobot=50.0), Dicapai({(SITI, "KJ"): tercapai(*[100] * 11, 600)})) == []
        kosong = siti(bobot=50.0, **setahun(None))
        assert ringkas(kosong, Dicapai({}, {(SITI, "KJ"): tercapai(*[100] * 5)})) == []


def test_setiap_jenis_dapat_dimatikan():
    dunia, nip = sekantor(6, **setahun(20.0))
    dunia.target[0].update(bobot=80.0)
    for baris in dunia.target[2:10:2]:
        baris.update(bulanan(*[float(60 - 3 * n) for n in range(12)]))
    dunia.target[1].update(bulanan(15.0, *[None] * 11))
    dunia.indikator["KJ"] = replace(INDIKATOR["KJ"], aspek="Kuantitas")
    dunia.indikator["WT"] = replace(INDIKATOR["WT"], aspek="Biaya")
    dunia.target.append(baris_target(nip[2], "KP", 10.0, **setahun(0.9)))
    musim = (130, 120, 150, 125, 140)
    ini = {(n, "KJ"): tercapai(*[isi + urut for isi in musim]) for urut, n in enumerate(nip[1:])}
    ini[nip[0], "KJ"] = tercapai(*[110] * 2, 200, 100)
    semua = {kode for kode, _, _ in ringkas(dunia, Dicapai(ini))}
    assert semua == set(JENIS)
    for kode in JENIS:
        tanpa = {jenis for jenis, _, _ in ringkas(dunia, Dicapai(ini), **{kode: False})}
        assert kode not in tanpa


def test_baris_ganda_dihitung_sekali_dan_nama_dari_register():
    dunia = siti(bobot=60.0)
    dunia.target.append(dict(dunia.target[0]))
    dunia.target.append(baris_target("199912312020121001", "KJ", 90.0, **setahun(40.0)))
    (temuan,) = cari(dunia)
    assert NAMA[SITI] in temuan.pesan
