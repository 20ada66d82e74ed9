"""Targets worth reaching: which are asked about, at which cell, and which are let pass; each kind can be turned off."""

from dataclasses import replace
from datetime import date
from itertools import combinations
from statistics import correlation, fmean, median

import pytest
from hypothesis import given
from hypothesis import strategies as st
from periksa.isian_buatan import (
    ATURAN,
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

from asn_nilai.acuan.isian.formulir.formulir import KUNCI_BULAN
from asn_nilai.acuan.isian.indikator.indikator import Frekuensi, JenisNilai, Polaritas
from asn_nilai.acuan.isian.skema import Penempatan
from asn_nilai.acuan.pengaturan import Kewajaran
from asn_nilai.acuan.periode import Bulan, Periode
from asn_nilai.acuan.temuan import Tingkat, katalog
from asn_nilai.periksa import periksa_target_layak
from asn_nilai.periksa.target_layak.baris_setahun import Dicapai, Tercapai
from asn_nilai.periksa.target_layak.layak import JENIS
from asn_nilai.periksa.target_layak.tercapai import _bersama

TAHUN = Periode.dari_teks("2026")


def cari(dunia, dicapai=None, **ambang):
    isi = Kewajaran.model_validate({kunci.replace("_", "-"): nilai for kunci, nilai in ambang.items()})
    return list(periksa_target_layak(dunia.isian(), dunia.skema(), TAHUN, ATURAN, dicapai or Dicapai(), isi))


def ringkas(dunia, dicapai=None, **ambang):
    return [(temuan.kode, tempat(temuan.letak), temuan.nip) for temuan in cari(dunia, dicapai, **ambang)]


def bulanan(*angka):
    return dict(zip(KUNCI_BULAN, angka, strict=True))


def tercapai(*capaian, target=40.0, tahun=2026):
    """Return months from January on, with these capaian of a target where more is better."""
    return tuple(
        Tercapai(Bulan(tahun, nomor), target, target * isi / 100, float(isi))
        for nomor, isi in enumerate(capaian, 1)
    )


def siti(**kolom):
    """Siti alone, the first row changed."""
    dunia = Dunia().hanya_siti()
    dunia.target[0].update(kolom)
    return dunia


def sekantor(jumlah=5, jabatan="Perawat", **kolom):
    """So many ASN of one post with the same two rows; `kolom` changes the first row of the last of them."""
    dunia = Dunia()
    nip = [f"19800101200501{urut:04}" for urut in range(1, jumlah + 1)]
    dunia.penempatan = [Penempatan(n, f"ASN {n[-2:]}", "PKM", jabatan=jabatan) for n in nip]
    dunia.target = [
        baris_target(n, kode, bobot, **setahun(angka))
        for n in nip
        for kode, bobot, angka in (("KJ", 50.0, 40.0), ("WT", 50.0, 15.0))
    ]
    dunia.target[-2].update(kolom)
    return dunia, nip


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


class TestMenurutPermintaan:
    MUSIM = (100, 60, 140, 80, 120)

    def _kantor(self, deret, jumlah=4, **indikator):
        dunia, nip = sekantor(jumlah)
        dunia.indikator["KJ"] = replace(INDIKATOR["KJ"], **{"aspek": "Kuantitas", **indikator})
        dunia.indikator["WT"] = replace(INDIKATOR["WT"], aspek="Waktu")
        return dunia, Dicapai({(n, "KJ"): tercapai(*deret(urut)) for urut, n in enumerate(nip)})

    def test_naik_turun_bersama(self):
        dunia, ini = self._kantor(lambda urut: [isi * (1 + 0.02 * urut) - urut for isi in self.MUSIM])
        (temuan,) = cari(dunia, ini)
        assert (temuan.kode, tempat(temuan.letak), temuan.nip) == (
            "target-menurut-permintaan",
            "Target!F10",
            "",
        )
        assert "dari 4 ASN naik dan turun bersama" in temuan.pesan

    def test_tiap_orang_naik_turun_sendiri(self):
        dunia, ini = self._kantor(lambda urut: [*self.MUSIM[urut:], *self.MUSIM[:urut]])
        assert ringkas(dunia, ini) == []

    @pytest.mark.parametrize(
        ("deret", "jumlah", "indikator"),
        [
            (lambda _: TestMenurutPermintaan.MUSIM, 4, {}),  # one figure for all is the unit's
            (lambda _: [100] * 5, 4, {}),
            (lambda urut: [isi + urut for isi in (100, 60, 140)], 4, {}),
            (lambda urut: [isi + urut for isi in (100, 60, 140, 80)], 2, {}),
            (lambda urut: [isi + urut for isi in (100, 60, 140, 80)], 4, {"aspek": "Kualitas"}),
        ],
    )
    def test_yang_bukan_tanda(self, deret, jumlah, indikator):
        dunia, ini = self._kantor(deret, jumlah, **indikator)
        assert ringkas(dunia, ini) == []

    def test_bulan_bersama_yang_terlalu_sedikit(self):
        dunia, ini = self._kantor(
            lambda urut: [isi + urut for isi in (100, 60, 140, 80, 120, 70, 90, 110)], 3
        )
        depan, tengah, belakang = ini.tahun_ini
        terpisah = {
            depan: ini.tahun_ini[depan][:4],
            tengah: ini.tahun_ini[tengah][2:6],
            belakang: ini.tahun_ini[belakang][4:],
        }
        assert ringkas(dunia, Dicapai(terpisah)) == []


def _kesamaan(kiri, kanan):
    """Correlation of two series over their common months as the standard library has it, 0 where it tells nothing."""
    bulan = [b for b in kiri if b in kanan]
    x, y = [kiri[b] for b in bulan], [kanan[b] for b in bulan]
    hampa = len(bulan) < 3 or x == y or min(len({*x}), len({*y})) == 1
    return 0.0 if hampa else correlation(x, y)


@given(
    st.lists(
        st.dictionaries(st.sampled_from(TAHUN.bulan[:6]), st.integers(1, 4).map(float), min_size=1),
        min_size=2, max_size=7,
    )
)  # fmt: skip
def test_kesamaan_semua_adalah_rata_rata_kesamaan_tiap_pasang(semua):
    pasangan = [_kesamaan(kiri, kanan) for kiri, kanan in combinations(semua, 2)]
    assert _bersama(semua) == pytest.approx(fmean(pasangan), abs=1e-9)


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
