"""Who stands in the sheets: known, placed here, written once, complete, and named as in the register."""

import pytest
from periksa.isian_buatan import (
    ANDI,
    ATURAN,
    BUDI,
    INDIKATOR,
    MARET,
    NAMA,
    SITI,
    Dunia,
    baris_capaian,
    baris_target,
    pindah,
    setahun,
    temuan_baca,
)

from asn_nilai.acuan.isian.skema import Penempatan
from asn_nilai.acuan.periode import Periode
from asn_nilai.acuan.temuan import Akibat, katalog
from asn_nilai.periksa import periksa_unit

ASING = "200001012025011009"


@pytest.mark.parametrize("periode", ["2026-03", "2026-T1", "2026-01:2026-02", "2026-S1", "2026"])
def test_isian_yang_bersih_tidak_menghasilkan_temuan(periode):
    assert Dunia().temuan(periode) == []


def test_bulan_di_luar_periode_tidak_disentuh():
    dunia = Dunia()
    dunia.capaian[1] = dunia.capaian[1][:1]
    dunia.target[0]["jan"] = 9999.0
    dunia.perilaku.pop(2)
    assert dunia.ringkas("2026-03") == [("target-tahunan-tidak-sama", "Target!V10")]


class TestNip:
    def test_nip_yang_tidak_terdaftar_ditunjuk_di_setiap_lembar(self):
        dunia = Dunia()
        dunia.target.append(baris_target(ASING, "KJ", 100.0, **setahun(1.0)))
        dunia.capaian[3].append(baris_capaian(ASING, "KJ", 1.0, nama="Orang Baru"))
        dunia.perilaku[3].append({"nip": ASING, "nama": ""})
        assert dunia.ringkas() == [
            ("nip-tidak-dikenal", "Target!D14"),
            ("nip-tidak-dikenal", "03/Capaian!C12"),
            ("nip-tidak-dikenal", "03/Perilaku!E8"),
        ]
        target, capaian, _ = dunia.temuan()
        assert target.pesan == f"NIP {ASING} tidak ada di daftar pegawai."
        assert capaian.pesan == f"NIP {ASING} (Orang Baru) tidak ada di daftar pegawai."
        assert (target.nip, target.unit, target.akibat) == (ASING, "PKM", Akibat.BARIS)

    def test_nip_yang_digabung_ke_bawah_ditunjuk_sekali_di_sel_yang_terlihat(self):
        dunia = Dunia()
        dunia.capaian[3] += [baris_capaian(ASING, kode, 1.0) for kode in ("KJ", "WT")]
        isian = dunia.isian()
        assert [temuan.letak.sel for temuan in dunia.temuan()] == ["C12", "C13"]
        isian.capaian[MARET].asal["nip", 5] = isian.capaian[MARET].baris[4]
        semua = list(periksa_unit(isian, dunia.skema(), Periode.dari_teks("2026-03"), ATURAN))
        assert [temuan.letak.sel for temuan in semua] == ["C12"]

    def test_baris_tanpa_nip_tidak_hilang_diam_diam(self):
        dunia = Dunia()
        dunia.capaian[3].append(baris_capaian("", "KJ", 1.0))
        (temuan,) = dunia.temuan()
        assert temuan.pesan == "NIP (kosong) tidak ada di daftar pegawai."

    def test_nip_yang_sudah_ditemukan_cacat_tidak_disebut_dua_kali(self):
        dunia = Dunia()
        dunia.capaian[3].append(baris_capaian("12345", "KJ", 1.0))
        dunia.cacat["03/Capaian"] = {("nip", 4): "nip-format"}
        assert dunia.temuan() == []

    def test_baris_dengan_nip_cacat_tidak_dihitung_sebagai_baris_siapa_pun(self):
        dunia = Dunia()
        dunia.cacat["03/Capaian"] = {("nip", 0): "nip-format", ("nip", 1): "nip-format"}
        assert dunia.ringkas() == [("asn-tanpa-capaian", "03/Capaian")]

    def test_asn_unit_lain_ditunjuk_dengan_unit_yang_benar(self):
        dunia = Dunia()
        dunia.penempatan.append(Penempatan(ANDI, NAMA[ANDI], "DIN"))
        dunia.target.append(baris_target(ANDI, "KJ", 100.0, **setahun(1.0)))
        dunia.capaian[3].append(baris_capaian(ANDI, "KJ", 1.0))
        target, capaian = dunia.temuan()
        assert target.pesan == (
            "Andi Piliang tidak ditempatkan di unit ini pada Tahun 2026; menurut daftar pegawai: Dinas Kesehatan."
        )
        assert capaian.pesan == (
            "Andi Piliang tidak ditempatkan di unit ini pada Maret 2026; menurut daftar pegawai: Dinas Kesehatan."
        )
        assert (capaian.kode, capaian.letak.sel, capaian.nip) == ("nip-unit-lain", "C12", ANDI)

    def test_unit_yang_tidak_ada_di_skema_disebut_dengan_kodenya(self):
        dunia = Dunia()
        dunia.penempatan.append(Penempatan(ANDI, NAMA[ANDI], "HILANG"))
        dunia.capaian[3].append(baris_capaian(ANDI, "KJ", 1.0))
        assert "menurut daftar pegawai: HILANG." in dunia.temuan()[0].pesan

    def test_yang_pindah_di_tengah_tahun_boleh_tetap_di_buku_target(self):
        dunia = Dunia()
        dunia.penempatan += pindah(ANDI, ("PKM", None, (2, 15)), ("DIN", (2, 16), None))
        dunia.target.append(baris_target(ANDI, "XX", 7.0, **setahun(-1.0)))
        assert dunia.temuan("2026-03") == []

    def test_yang_sudah_pindah_tidak_boleh_di_buku_capaian_bulan_itu(self):
        dunia = Dunia()
        dunia.penempatan += pindah(ANDI, ("PKM", None, (2, 15)), ("DIN", (2, 16), None))
        dunia.capaian[3].append(baris_capaian(ANDI, "KJ", 1.0))
        assert dunia.ringkas("2026-03") == [("nip-unit-lain", "03/Capaian!C12")]

    def test_yang_pensiun_tidak_ditempatkan_di_mana_pun(self):
        dunia = Dunia()
        dunia.penempatan += pindah(ANDI, ("PKM", None, (2, 28)))
        dunia.capaian[3].append(baris_capaian(ANDI, "KJ", 1.0))
        assert "menurut daftar pegawai: tidak ditempatkan di unit mana pun." in dunia.temuan()[0].pesan


class TestNama:
    @pytest.mark.parametrize(
        "nama",
        ["SITI RAHMA S.KEP", "  siti  rahma, s. kep.", "Siti Rahma, S.Kep.", "Ｓｉｔｉ Rahma, S.Kep.", ""],
    )
    def test_huruf_besar_spasi_dan_tanda_baca_bukan_perbedaan(self, nama):
        dunia = Dunia()
        dunia.capaian[3][0]["nama"] = nama
        assert dunia.temuan() == []

    def test_nama_orang_lain_ditunjuk_sekali_per_tulisan(self):
        dunia = Dunia()
        dunia.capaian[3][0]["nama"] = dunia.capaian[3][1]["nama"] = "Sitti Rahmah"
        (temuan,) = dunia.temuan()
        assert (temuan.kode, temuan.letak.sel) == ("nama-berbeda", "D8")
        assert temuan.pesan == "Nama tertulis 'Sitti Rahmah', di daftar pegawai 'Siti Rahma, S.Kep.'."

    @pytest.mark.parametrize(("lembar", "sel"), [("target", "E11"), ("perilaku", "F6")])
    def test_setiap_lembar_diperiksa(self, lembar, sel):
        dunia = Dunia()
        baris = dunia.target[1] if lembar == "target" else dunia.perilaku[3][0]
        baris["nama"] = "Orang Lain"
        assert [temuan.letak.sel for temuan in dunia.temuan()] == [sel]


class TestGanda:
    def test_baris_target_yang_berulang_menyebut_yang_pertama(self):
        dunia = Dunia()
        dunia.target.insert(2, dict(dunia.target[0]))
        (temuan,) = dunia.temuan()
        assert (temuan.kode, temuan.letak.sel, temuan.nip, temuan.akibat) == (
            "baris-ganda",
            "F12",
            SITI,
            Akibat.ASN,
        )
        assert temuan.pesan == "KJ (Kunjungan rumah) untuk Siti Rahma, S.Kep. sudah ada di F10."

    def test_baris_capaian_yang_berulang_dua_kali_ditunjuk_dua_kali(self):
        dunia = Dunia()
        dunia.capaian[3] += [baris_capaian(BUDI, "WT", None), baris_capaian(BUDI, "WT", 3.0)]
        assert dunia.ringkas() == [("baris-ganda", "03/Capaian!E12"), ("baris-ganda", "03/Capaian!E13")]

    def test_indikator_yang_sama_pada_orang_atau_bulan_lain_bukan_ulangan(self):
        assert Dunia().temuan("2026-T1") == []


class TestKelengkapan:
    def test_asn_tanpa_target_ditunjuk_pada_lembar_target(self):
        dunia = Dunia()
        dunia.penempatan.append(Penempatan(ANDI, NAMA[ANDI], "PKM"))
        dunia.perilaku[3].append({"nip": ANDI, "nama": "", "rating_perilaku": "Sesuai Ekspektasi"})
        (temuan,) = dunia.temuan()
        assert (temuan.kode, temuan.letak.berkas, temuan.letak.lembar) == (
            "asn-tanpa-target",
            "target/PKM.xlsx",
            "Target",
        )
        assert temuan.pesan == "Andi Piliang tidak mempunyai target pada Maret 2026."
        assert (temuan.nip, temuan.letak.sel) == (ANDI, "")

    def test_target_yang_kosong_di_periode_ini_sama_dengan_tanpa_target(self):
        dunia = Dunia()
        for baris in dunia.target[:2]:
            baris.update(mar=None, target_tahunan=None)
            dunia.capaian[3].pop(0)
        assert dunia.ringkas("2026-03") == [("asn-tanpa-target", "Target")]
        assert dunia.ringkas("2026-T1") == []

    def test_sel_target_yang_tidak_terbaca_sudah_menjelaskan(self):
        dunia = Dunia()
        for posisi in (0, 1):
            dunia.target[posisi].update(mar=None)
            dunia.cacat.setdefault("Target", {})["mar", posisi] = "angka-tidak-sah"
        dunia.terbaca.append(temuan_baca("angka-tidak-sah", "target/PKM.xlsx", "Target", "L10", SITI))
        assert dunia.temuan() == []

    def test_berkas_target_yang_hilang_sudah_menjelaskan(self):
        dunia = Dunia()
        dunia.target = None
        assert dunia.temuan() == []

    @pytest.mark.parametrize(
        ("tempat", "kapan"),
        [
            ([("PKM", None, (1, 31)), ("DIN", (2, 1), None)], "Januari 2026"),
            ([("DIN", None, (1, 31)), ("PKM", (2, 1), None)], "Februari–Maret 2026"),
            ([("PKM", None, None)], "Triwulan I 2026"),
            (
                [("PKM", None, (1, 31)), ("DIN", (2, 1), (2, 28)), ("PKM", (3, 1), None)],
                "Januari dan Maret 2026",
            ),
        ],
    )
    def test_yang_pindah_diminta_target_bulannya_di_sini_saja(self, tempat, kapan):
        """That somebody has none in the whole quarter is not true where the other unit set targets, and no unit can mend it."""
        dunia = Dunia()
        dunia.penempatan += pindah(ANDI, *tempat)
        pesan = [t.pesan for t in dunia.temuan("2026-T1") if t.kode == "asn-tanpa-target"]
        assert pesan == [f"Andi Piliang tidak mempunyai target pada {kapan}."]

    def test_bulan_yang_dibagi_dengan_unit_berikutnya_ditagih_di_sana(self):
        dunia = Dunia()
        dunia.penempatan += pindah(ANDI, ("PKM", None, (3, 10)), ("DIN", (3, 11), None))
        assert dunia.ringkas("2026-03") == []
        assert dunia.ringkas("2026-02") == [
            ("asn-tanpa-target", "Target"),
            ("perilaku-kosong", "02/Perilaku"),
        ]

    def test_bulan_yang_dibagi_dengan_unit_sebelumnya_ditagih_di_sini(self):
        dunia = Dunia()
        dunia.penempatan += pindah(ANDI, ("DIN", None, (3, 10)), ("PKM", (3, 11), None))
        assert ("asn-tanpa-target", "Target") in dunia.ringkas("2026-03")

    def test_yang_pindah_hanya_dihitung_pada_bulannya_di_sini(self):
        dunia = Dunia().hanya_siti()
        dunia.penempatan = pindah(SITI, ("DIN", None, (1, 31)), ("PKM", (2, 1), None))
        dunia.capaian[1], dunia.perilaku[1] = [], []
        assert dunia.temuan("2026-T1") == []

    def test_dua_penempatan_di_unit_yang_sama_menyatu(self):
        dunia = Dunia().hanya_siti()
        dunia.penempatan = pindah(SITI, ("PKM", (3, 1), None), ("PKM", None, (1, 31)))
        dunia.capaian[2], dunia.perilaku[2] = [], []
        assert dunia.temuan("2026-T1") == []

    def test_asn_tanpa_capaian_ditunjuk_sekali_sebulan_pada_lembarnya(self):
        dunia = Dunia()
        for bulan in (2, 3):
            dunia.capaian[bulan] = dunia.capaian[bulan][2:]
        assert dunia.ringkas("2026-T1") == [
            ("asn-tanpa-capaian", "02/Capaian"),
            ("asn-tanpa-capaian", "03/Capaian"),
        ]
        temuan = dunia.temuan("2026-T1")[0]
        assert temuan.pesan == (
            "Siti Rahma, S.Kep. mempunyai target pada Februari 2026, tetapi tidak ada satu pun barisnya di buku capaian."
        )
        assert (temuan.nip, temuan.akibat) == (SITI, Akibat.ASN)

    def test_buku_capaian_yang_belum_ada_bukan_salah_asn(self):
        dunia = Dunia()
        del dunia.capaian[2], dunia.perilaku[2]
        assert dunia.temuan("2026-T1") == []

    def test_tanpa_target_bulan_itu_tidak_perlu_baris(self):
        dunia = Dunia()
        for baris in dunia.target[:2]:
            baris.update(mar=None, target_tahunan=None)
        dunia.capaian[3] = dunia.capaian[3][2:]
        assert dunia.temuan("2026-T1") == []

    def test_nip_yang_terpotong_di_lembar_itu_sudah_menjelaskan(self):
        dunia = Dunia()
        dunia.capaian[3] = dunia.capaian[3][2:]
        dunia.terbaca.append(
            temuan_baca("nip-presisi-hilang", "capaian/2026-03/PKM.xlsx", "Capaian", "C8", SITI)
        )
        assert dunia.temuan() == []
        dunia.terbaca[0] = temuan_baca(
            "nip-presisi-hilang", "capaian/2026-03/PKM.xlsx", "Perilaku", "E6", SITI
        )
        assert dunia.ringkas() == [("asn-tanpa-capaian", "03/Capaian")]


class TestIndikator:
    @pytest.mark.parametrize(
        ("kode", "jenis", "akibat"),
        [("XX", "indikator-tidak-dikenal", Akibat.ASN), ("SP", "indikator-tidak-berlaku", Akibat.ASN)],
    )
    def test_kode_yang_salah_di_buku_target_menghentikan_asn(self, kode, jenis, akibat):
        dunia = Dunia()
        dunia.target[1].update(kode_indikator=kode, satuan="apa saja", mar=-3.0)
        dunia.capaian[3].pop(1)
        (temuan,) = dunia.temuan()
        assert (temuan.kode, temuan.letak.sel, temuan.nip, temuan.akibat) == (jenis, "F11", SITI, akibat)

    @pytest.mark.parametrize(
        ("kode", "jenis"), [("XX", "indikator-tidak-dikenal"), ("SP", "indikator-tidak-berlaku")]
    )
    def test_kode_yang_salah_di_buku_capaian_hanya_mengesampingkan_baris(self, kode, jenis):
        dunia = Dunia()
        dunia.capaian[3].append(baris_capaian(SITI, kode, 9.0))
        (temuan,) = dunia.temuan()
        assert (temuan.kode, temuan.letak.sel, temuan.nip, temuan.akibat) == (
            jenis,
            "E12",
            SITI,
            Akibat.BARIS,
        )

    def test_kalimatnya_menyebut_kode_dan_jenis_unit(self):
        dunia = Dunia()
        dunia.capaian[3] += [baris_capaian(SITI, "SP", 9.0), baris_capaian(SITI, "", 9.0)]
        berlaku, kosong = dunia.temuan()
        assert berlaku.pesan == (
            "Indikator SP (Sampah) hanya berlaku untuk Kelurahan, Dinas, sedangkan unit ini berjenis Puskesmas."
        )
        assert kosong.pesan == "Kode indikator '(kosong)' tidak ada di daftar indikator."
        dunia.capaian[3][-1]["kode_indikator"] = "XX"
        assert dunia.temuan()[1].pesan == "Kode indikator 'XX' tidak ada di daftar indikator."

    def test_indikator_yang_berlaku_bagi_jenis_unit_ini_diterima(self):
        dunia = Dunia()
        dunia.indikator["KJ"] = INDIKATOR["SP"].__class__(
            "KJ", "Kunjungan", "kunjungan", INDIKATOR["KJ"].polaritas, INDIKATOR["KJ"].agregasi,
            berlaku_untuk=("PUSKESMAS",),
        )  # fmt: skip
        assert dunia.temuan() == []

    def test_kode_yang_sudah_ditemukan_cacat_tidak_disebut_dua_kali(self):
        dunia = Dunia()
        dunia.capaian[3][1].update(kode_indikator="")
        dunia.cacat["03/Capaian"] = {("kode_indikator", 1): "sel-galat"}
        assert dunia.temuan() == []

    @pytest.mark.parametrize(
        ("kode", "satuan"), [("KJ", " KUNJUNGAN"), ("KJ", ""), ("KP", "%"), ("KP", "Per sen"), ("TS", "buah")]
    )
    def test_satuan_yang_sama_maksudnya(self, kode, satuan):
        dunia = Dunia()
        dunia.indikator["TS"] = INDIKATOR["LB"].__class__(
            "TS", "", "", INDIKATOR["LB"].polaritas, INDIKATOR["LB"].agregasi
        )
        dunia.capaian[3][0]["satuan"] = satuan if kode == "KJ" else "kunjungan"
        if kode != "KJ":
            dunia.capaian[3].append(baris_capaian(SITI, kode, None, satuan=satuan))
        assert dunia.temuan() == []

    def test_satuan_yang_lain_diperingatkan_di_kedua_buku(self):
        dunia = Dunia()
        dunia.target[0]["satuan"] = dunia.capaian[3][0]["satuan"] = "orang"
        assert dunia.ringkas() == [("satuan-berbeda", "Target!H10"), ("satuan-berbeda", "03/Capaian!G8")]
        assert dunia.temuan()[0].pesan == "Satuan tertulis 'orang', di daftar indikator 'kunjungan'."


def test_jenis_unit_yang_kosong_tetap_menjadi_kalimat():
    dunia = Dunia()
    dunia.unit = dunia.unit.__class__("PKM", "Puskesmas Tigo Baleh")
    dunia.capaian[3].append(baris_capaian(SITI, "SP", 9.0))
    assert dunia.temuan()[0].pesan.endswith("sedangkan unit ini tidak berjenis.")


def test_setiap_kode_di_sini_ada_di_katalog():
    assert {"nip-tidak-dikenal", "nip-unit-lain", "baris-ganda", "nama-berbeda"} <= set(katalog())
