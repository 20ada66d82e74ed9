"""The checks at their exact limits, and where two causes meet: what is told, and what is not."""

import pytest
from periksa.isian_buatan import BUDI, SITI, Dunia, baris_target, pindah, temuan_baca
from periksa.kewajaran_buatan import deret, ramai, ringkas

SEPULUH_KALI = [("sepuluh-kali-bulan-lalu", "03/Capaian!I8")]
KUMULATIF = [("angka-kumulatif", "03/Capaian!I8")]


@pytest.mark.parametrize(
    ("sisa", "ada"), [(40.000000001, False), (40.0000000011, True), (39.999999999, False)]
)
def test_derau_bobot_sampai_sepermiliar_dibiarkan(sisa, ada):
    dunia = Dunia()
    dunia.target[1]["bobot"] = sisa
    assert dunia.ringkas() == ([("bobot-tidak-100", "Target!I10")] if ada else [])


def test_sel_lain_yang_tidak_terbaca_tidak_menutup_jumlah_bobot():
    dunia = Dunia()
    dunia.target[1]["bobot"] = 35.0
    dunia.terbaca.append(temuan_baca("angka-tidak-sah", "target/PKM.xlsx", "Target", "L10", SITI))
    assert ("bobot-tidak-100", "Target!I10") in dunia.ringkas()
    dunia.terbaca[0] = temuan_baca("nip-presisi-hilang", "target/PKM.xlsx", "Target", "C10", SITI)
    assert ("bobot-tidak-100", "Target!I10") not in dunia.ringkas()


@pytest.mark.parametrize(("nomor", "tahunan", "sel"), [(0, 40.0, "V10"), (1, 180.0, "V11")])
def test_target_tahunan_yang_digabung_dengan_cara_agregasi_lain(nomor, tahunan, sel):
    """The sum's column holds the mean, the mean's column the sum: each is another aggregation's figure."""
    dunia = Dunia().hanya_siti()
    dunia.target[nomor]["target_tahunan"] = tahunan
    assert dunia.ringkas() == [("target-tahunan-tidak-sama", f"Target!{sel}")]


def test_realisasi_nol_bukan_sepersepuluh_bulan_lalu():
    assert ringkas(deret(41.0, 41.0, 0.0)) == []
    assert ringkas(deret(41.0, 41.0, 410.0, target={"feb": 40.0, "mar": 0.0})) == []


@pytest.mark.parametrize(
    ("lalu", "kini", "ada"),
    [
        (20.0, 200.0, True),  # half of its target is ordinary
        (19.0, 190.0, False),
        (80.0, 500.0, False),  # 6,25 times
        (70.0, 490.0, True),  # seven times
        (35.0, 490.0, True),  # fourteen times
        (34.0, 490.0, False),
    ],
)
def test_batas_kelipatan_dan_kewajaran_bulan_lalu(lalu, kini, ada):
    assert ringkas(deret(lalu, lalu, kini)) == (SEPULUH_KALI if ada else [])


@pytest.mark.parametrize(("lalu", "ada"), [(80.0, True), (80.5, False)])
def test_dua_kali_target_masih_wajar(lalu, ada):
    dunia = deret(lalu, lalu, 5.75, target=40.0)
    assert [kode for kode, _ in ringkas(dunia)] == (["sepuluh-kali-bulan-lalu"] if ada else [])


@pytest.mark.parametrize(
    ("kini", "ada"),
    [(3.0, True), (2.0, False), (6.0, False), (5.0, True)],
)
def test_batas_sepersepuluh(kini, ada):
    """Of 41 a fourteenth is 2,93 and a seventh is 5,86."""
    assert ringkas(deret(41.0, 41.0, kini)) == (SEPULUH_KALI if ada else [])


def test_setengah_target_masih_wajar_walau_sepersepuluh_bulan_lalu():
    assert ringkas(deret(70.0, 70.0, 10.0, target={"feb": 40.0, "mar": 20.0})) == []
    assert ringkas(deret(70.0, 70.0, 9.0, target={"feb": 40.0, "mar": 20.0})) == SEPULUH_KALI


@pytest.mark.parametrize(("besar", "ada"), [(20.0, True), (19.0, False)])
def test_bilangan_bulat_dihitung_mulai_dua_puluh(besar, ada):
    assert ringkas(deret(2.0, 2.0, besar, target=2.0)) == (SEPULUH_KALI if ada else [])


@pytest.mark.parametrize(
    ("angka", "target", "ada"),
    [
        ((40.0, 56.0, 80.0), 40.0, True),  # a step of 0,4 targets, and two targets reached
        ((40.0, 55.0, 80.0), 40.0, False),
        ((40.0, 56.0, 79.0), 40.0, False),
        ((40.0, 60.0, 124.0), 40.0, True),  # a step of 1,6 targets
        ((40.0, 60.0, 125.0), 40.0, False),
        ((5.0, 10.0, 15.0), 5.0, True),
        ((4.0, 8.0, 12.0), 4.0, False),
        (
            (40.0, 85.0, 130.0),
            {"jan": 40.0, "feb": 50.0, "mar": 45.0},
            True,
        ),  # at most 1,25 times the smallest
        ((40.0, 85.0, 130.0), {"jan": 40.0, "feb": 51.0, "mar": 45.0}, False),
    ],
)
def test_batas_angka_kumulatif(angka, target, ada):
    assert ringkas(deret(*angka, target=target)) == (KUMULATIF if ada else [])


def test_sepuluh_hasil_yang_sama_mulai_angka_sepuluh():
    def dunia(angka):
        return ramai(5, realisasi=lambda u, k: angka if k == "KJ" else 10.0 + u)

    assert ringkas(dunia(10.0)) == [("realisasi-seragam", "03/Capaian!I8")]
    assert ringkas(dunia(9.0)) == []


def test_asn_yang_hilang_dari_capaian_disebut_walau_sebagian_indikatornya_tidak_dinilai_bulan_itu():
    dunia = Dunia()
    dunia.target[2].update(bobot=50.0)
    dunia.target.append(baris_target(BUDI, "KP", 10.0, jun=80.0))
    dunia.capaian[3] = [baris for baris in dunia.capaian[3] if baris["nip"] == SITI]
    assert ("asn-tanpa-capaian", "03/Capaian") in dunia.ringkas()


def test_baris_asn_yang_sudah_pindah_hanya_disebut_salah_unit():
    dunia = Dunia()
    dunia.penempatan = [*pindah(SITI, ("PKM", None, (2, 28)), ("DIN", (3, 1), None)), dunia.penempatan[1]]
    dunia.capaian[3][0]["realisasi"] = -5.0
    assert dunia.ringkas("2026-T1") == [
        ("nip-unit-lain", "03/Capaian!C8"),
        ("nip-unit-lain", "03/Capaian!C9"),
        ("nip-unit-lain", "03/Perilaku!E6"),
    ]


@pytest.mark.parametrize(("dahulu", "ada"), [("Siti Rahma, S.Kep.", False), ("Siti Lain", True)])
def test_nama_dari_salah_satu_penempatannya_diterima(dahulu, ada):
    dunia = Dunia()
    lama, baru = pindah(SITI, ("DIN", None, (2, 28)), ("PKM", (3, 1), None))
    dunia.penempatan = [lama._replace(nama=dahulu), baru._replace(nama="Siti Rahmawati"), dunia.penempatan[1]]
    tempat = [("nama-berbeda", sel) for sel in ("Target!E10", "03/Capaian!D8", "03/Perilaku!F6")]
    assert dunia.ringkas("2026-03") == (tempat if ada else [])
