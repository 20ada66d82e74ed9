"""A target that became easier than it was first read is told each time, whatever was done since."""

from datetime import date

import pytest
from periksa.isian_buatan import ATURAN, BUDI, SITI, Dunia, baris_target, setahun, tempat

from asn_nilai.acuan.isian.skema import Penempatan
from asn_nilai.acuan.periode import Bulan, Periode
from asn_nilai.periksa import (
    periksa_target_awal,
    periksa_target_diberatkan,
    periksa_target_pindahan,
    susun_bahan,
)

MARET = Bulan(2026, 3)


def cari(dunia, awal):
    bahan = susun_bahan(dunia.isian(), dunia.skema(), Periode.dari_teks("2026-03"), ATURAN)
    return list(periksa_target_awal(bahan, awal))


def test_lebih_rendah_daripada_semula():
    (temuan,) = cari(Dunia(), {(MARET, SITI, "KJ"): 50.0})
    assert (temuan.kode, tempat(temuan.letak), temuan.nip) == ("target-diturunkan", "Target!L10", SITI)
    assert temuan.pesan == (
        "Target KJ (Kunjungan rumah) untuk Maret 2026 sekarang 40, padahal semula 50: menjadi lebih ringan."
    )


@pytest.mark.parametrize(
    ("kode", "lama", "ada"),
    [("KJ", 30.0, False), ("KJ", 40.0, False), ("WT", 10.0, True), ("WT", 20.0, False), ("XX", 1.0, False)],
)
def test_arah_yang_ringan_menurut_polaritas(kode, lama, ada):
    assert bool(cari(Dunia(), {(MARET, BUDI, kode): lama})) is ada


@pytest.mark.parametrize(("maret", "ada"), [(39.99999999999999, False), (39.9999999999999, True)])
def test_derau_di_balik_15_angka_bukan_penurunan(maret, ada):
    dunia = Dunia()
    dunia.target[0]["mar"] = maret
    assert bool(cari(dunia, {(MARET, SITI, "KJ"): 40.0})) is ada


@pytest.mark.parametrize(
    ("realisasi", "lama", "ada"),
    [(10.0, 20.0, True), (10.5, 11.0, False), (10.4, 11.0, True), (10.0, 10.0, False), (40.0, 20.0, False), (4.0, 5.0, False), (4.0, 0.0, True)],
)  # fmt: skip
def test_target_stabil_yang_didekatkan_ke_realisasinya(realisasi, lama, ada):
    """Of 10.5, a target of 10 misses by 5 percent and 11 by 4.5: nearer as a share is what a score goes by."""
    dunia = Dunia()
    dunia.tambah(SITI, "SR", 1.0, realisasi, mar=10.0)
    semua = [temuan.pesan for temuan in cari(dunia, {(MARET, SITI, "SR"): lama})]
    sekarang = f"Target SR (Selisih anggaran) untuk Maret 2026 sekarang 10, padahal semula {lama:g}"
    tercapai = f"{realisasi:g}".replace(".", ",")
    assert semua == ([f"{sekarang}: menjadi lebih dekat ke realisasinya, {tercapai}."] if ada else [])
    assert len(cari_pindahan(dunia, {(MARET, SITI, "SR"): lama})) == ada


def test_target_stabil_tanpa_realisasi_yang_pasti_tidak_mempunyai_arah():
    """A month to come, a realisasi that cannot be read, a row that stands twice: nobody can say."""
    nanti, kosong, ganda = Dunia(), Dunia(), Dunia()
    for dunia, realisasi in ((nanti, 10.0), (kosong, None), (ganda, 10.0)):
        dunia.tambah(SITI, "SR", 1.0, realisasi, mar=10.0)
    del nanti.capaian[3]
    ganda.capaian[3].append(dict(ganda.capaian[3][-1]))
    for dunia in (nanti, kosong, ganda):
        assert cari(dunia, {(MARET, SITI, "SR"): 20.0}) == []


def test_target_stabil_yang_dikosongkan_disebut():
    dunia = Dunia()
    dunia.tambah(SITI, "SR", 1.0, 10.0, apr=10.0)
    (temuan,) = cari(dunia, {(MARET, SITI, "SR"): 20.0})
    assert "sekarang tidak ada, padahal semula 20: menjadi lebih ringan." in temuan.pesan


def test_target_yang_dikosongkan_disebut_di_selnya():
    dunia = Dunia()
    dunia.target[0]["mar"] = None
    (temuan,) = cari(dunia, {(MARET, SITI, "KJ"): 50.0})
    assert (tempat(temuan.letak), "sekarang tidak ada, padahal semula 50" in temuan.pesan) == (
        "Target!L10",
        True,
    )


def test_baris_yang_dihapus_disebut_di_lembarnya():
    dunia = Dunia()
    dunia.target = [
        baris for baris in dunia.target if (baris["nip"], baris["kode_indikator"]) != (SITI, "KJ")
    ]
    (temuan,) = cari(dunia, {(MARET, SITI, "KJ"): 50.0})
    assert (temuan.letak.lembar, temuan.letak.sel) == ("Target", "")


def test_asn_yang_tidak_lagi_di_unit_tidak_disebut():
    dunia = Dunia()
    dunia.penempatan = [Penempatan(BUDI, "Budi", "PKM")]
    assert cari(dunia, {(MARET, SITI, "KJ"): 50.0}) == []


def test_sel_yang_tidak_terbaca_sudah_disebut_pembaca():
    dunia = Dunia()
    isian = dunia.isian()
    posisi = 0
    isian.target.isi["mar"][posisi] = None
    isian.target.cacat["mar", posisi] = "angka-tidak-sah"
    bahan = susun_bahan(isian, dunia.skema(), Periode.dari_teks("2026-03"), ATURAN)
    assert list(periksa_target_awal(bahan, {(MARET, SITI, "KJ"): 50.0})) == []


def test_tanpa_buku_target_tidak_ada_yang_dibandingkan():
    assert cari(Dunia(target=None), {(MARET, SITI, "KJ"): 50.0}) == []


def test_baris_ganda_menunjuk_yang_pertama():
    dunia = Dunia()
    dunia.target.append(baris_target(BUDI, "KJ", 1.0, **setahun(30.0)))
    (temuan,) = cari(dunia, {(MARET, BUDI, "KJ"): 50.0})
    assert (temuan.kode, temuan.letak.sel) == ("target-diturunkan", "L12")


def cari_pindahan(dunia, lain, periode="2026-03"):
    bahan = susun_bahan(dunia.isian(), dunia.skema(), Periode.dari_teks(periode), ATURAN)
    return list(periksa_target_pindahan(bahan, {kunci: (nilai, "DIN") for kunci, nilai in lain.items()}))


@pytest.mark.parametrize(
    ("kode", "lama", "ada"),
    [("KJ", 41.0, True), ("KJ", 40.0, False), ("KJ", 39.0, False), ("WT", 14.0, True), ("WT", 16.0, False), ("XX", 99.0, False)],
)  # fmt: skip
def test_target_yang_lebih_ringan_daripada_di_unit_asal(kode, lama, ada):
    semua = cari_pindahan(Dunia(), {(MARET, SITI, kode): lama})
    assert bool(semua) is ada
    if ada:
        assert f"padahal semula {lama:.0f} (di DIN): menjadi lebih ringan." in semua[0].pesan


def test_yang_tidak_ditanya_di_sini_bukan_keringanan():
    """A blank, a cell that cannot be read, a month spent elsewhere, nobody's place, noise, no workbook: told elsewhere, or no promise."""
    kosong, tak_terbaca, pergi, nanti, derau = Dunia(), Dunia(), Dunia(), Dunia(), Dunia()
    kosong.target[0]["mar"] = tak_terbaca.target[0]["mar"] = None
    tak_terbaca.cacat["Target"] = {("mar", 0): "angka-tidak-sah"}
    pergi.penempatan = [Penempatan(BUDI, "Budi", "PKM")]
    nanti.penempatan = [Penempatan(SITI, "Siti", "PKM", mulai=date(2026, 4, 1)), *nanti.penempatan[1:]]
    derau.target[0]["mar"] = 49.99999999999999
    for dunia in (kosong, tak_terbaca, pergi, nanti, derau, Dunia(target=None)):
        assert cari_pindahan(dunia, {(MARET, SITI, "KJ"): 50.0}) == []
    assert cari_pindahan(nanti, {(MARET, SITI, "KJ"): 50.0}, "2026-S1") == []
    assert len(cari_pindahan(nanti, {(Bulan(2026, 4), SITI, "KJ"): 50.0}, "2026-S1")) == 1


def test_kode_yang_tidak_dikenal_di_sini_disebut_di_tempat_lain():
    dunia = Dunia()
    dunia.target.append(baris_target(SITI, "XX", 1.0, **setahun(1.0)))
    assert cari_pindahan(dunia, {(MARET, SITI, "XX"): 50.0}) == []


@pytest.mark.parametrize(("dikenal", "ada"), [((), False), (("KX",), False), (("LAMA",), True)])
def test_kode_yang_hilang_dari_skema_membawa_targetnya_bila_pernah_dikenal(dikenal, ada):
    bahan = susun_bahan(Dunia().isian(), Dunia().skema(), Periode.dari_teks("2026-03"), ATURAN)
    semua = list(periksa_target_awal(bahan, {(MARET, SITI, "LAMA"): 50.0}, dikenal))
    assert [temuan.pesan for temuan in semua] == (
        ["Target LAMA untuk Maret 2026 sekarang tidak ada, padahal semula 50: menjadi lebih ringan."]
        if ada
        else []
    )


def diberatkan(dunia, awal, periode="2026-03"):
    bahan = susun_bahan(dunia.isian(), dunia.skema(), Periode.dari_teks(periode), ATURAN)
    return list(periksa_target_diberatkan(bahan, awal))


def test_target_yang_lebih_berat_daripada_semula_disebut_sekali_bagi_orangnya():
    awal = {(MARET, SITI, "KJ"): 30.0, (MARET, SITI, "WT"): 20.0, (MARET, BUDI, "KJ"): 40.0}
    (temuan,) = diberatkan(Dunia(), awal)
    assert (temuan.kode, tempat(temuan.letak), temuan.nip) == ("target-diberatkan", "Target!L10", SITI)
    assert temuan.pesan == (
        "Target Siti Rahma, S.Kep. sekarang lebih berat daripada semula: KJ Maret 2026 30 menjadi 40; WT Maret 2026 20 menjadi 15."
    )


def test_bulan_yang_diberatkan_sama_disebut_bersama():
    awal = {(Bulan(2026, nomor), SITI, "KJ"): 30.0 for nomor in (1, 2, 3)} | {
        (Bulan(2026, 2), SITI, "KJ"): 10.0
    }
    (temuan,) = diberatkan(Dunia(), awal, "2026-T1")
    assert temuan.pesan.endswith("KJ Januari 2026, Maret 2026 30 menjadi 40; KJ Februari 2026 10 menjadi 40.")


@pytest.mark.parametrize(
    ("kode", "lama", "ada"),
    [("KJ", 39.0, True), ("KJ", 40.0, False), ("KJ", 41.0, False), ("WT", 16.0, True), ("WT", 10.0, False), ("XX", 1.0, False)],
)  # fmt: skip
def test_arah_yang_berat_menurut_polaritas(kode, lama, ada):
    assert bool(diberatkan(Dunia(), {(MARET, BUDI, kode): lama})) is ada


@pytest.mark.parametrize(("lama", "ada"), [(10.0, False), (11.0, True), (20.0, False)])
def test_target_stabil_yang_dijauhkan_dari_realisasinya(lama, ada):
    """11 was reached: a target of 11 was met, 10 misses by a tenth; 20 had missed by more."""
    dunia = Dunia()
    dunia.tambah(SITI, "SR", 1.0, 11.0, mar=10.0)
    assert bool(diberatkan(dunia, {(MARET, SITI, "SR"): lama})) is ada


def test_yang_tidak_dapat_disebut_lebih_berat():
    """A blank, a cell that cannot be read, no row, a month spent elsewhere, noise, no workbook: easier, or told elsewhere."""
    kosong, tak_terbaca, tanpa_baris, pergi, pindah, derau = (Dunia() for _ in range(6))
    kosong.target[0]["mar"] = tak_terbaca.target[0]["mar"] = None
    tak_terbaca.cacat["Target"] = {("mar", 0): "angka-tidak-sah"}
    tanpa_baris.target = tanpa_baris.target[1:]
    pergi.penempatan = [Penempatan(BUDI, "Budi", "PKM")]
    pindah.penempatan = [
        Penempatan(SITI, "Siti", "PKM", selesai=date(2026, 2, 28)),
        Penempatan(SITI, "Siti", "DIN", mulai=date(2026, 3, 1)),
    ]
    derau.target[0]["mar"] = 30.00000000000001
    for dunia in (kosong, tak_terbaca, tanpa_baris, pergi, pindah, derau, Dunia(target=None)):
        assert diberatkan(dunia, {(MARET, SITI, "KJ"): 30.0}, "2026-T1") == []
