"""One result under two codes: told after three months of it, and not where two counts are merely alike."""

import pytest
from periksa.isian_buatan import SITI
from periksa.kewajaran_buatan import cari, kembar, ringkas

from asn_nilai.acuan.pengaturan import Kewajaran
from asn_nilai.acuan.temuan import Tingkat


def test_satu_hasil_di_bawah_dua_kode():
    (temuan,) = cari(kembar(41.0, 43.0, 42.0))
    assert (temuan.kode, temuan.nip, temuan.letak.sel, temuan.tingkat) == (
        "indikator-kembar", SITI, "I9", Tingkat.PERINGATAN,
    )  # fmt: skip
    assert temuan.pesan == (
        "Target dan realisasi KL2 (Kunjungan keluarga) bagi Siti Rahma, S.Kep. persis sama dengan KJ (Kunjungan rumah) (I8) pada Januari–Maret "
        "2026: tampaknya satu hasil dihitung dua kali."
    )


@pytest.mark.parametrize(
    ("realisasi", "ganti"),
    [
        ((41.0, 43.0, 42.0), {"lain": (41.0, 43.0, 44.0)}), ((41.0, 43.0, 42.0), {"lain": (41.0, 44.0, 42.0)}),
        ((41.0, 43.0, 42.0), {"target_lain": 45.0}), ((40.0, 43.0, 42.0), {}), ((41.0, 43.0, 40.0), {}),
        ((41.0, 43.0, 42.0), {"lain": (None, 43.0, 42.0)}), ((9.0, 8.0, 9.5), {"target": 7.0}), ((41.0, 42.0), {}),
    ],
)  # fmt: skip
def test_yang_kebetulan_sama_tidak_disebut(realisasi, ganti):
    """Another figure or target in one month, a target that is met, a month without it, small counts, two months."""
    periode = f"2026-{len(realisasi):02}"
    assert "indikator-kembar" not in {kode for kode, _ in ringkas(kembar(*realisasi, **ganti), periode)}


def test_sepuluh_sudah_cukup_besar_dan_periode_panjang_dibandingkan_sendiri():
    assert ringkas(kembar(11.0, 12.0, 10.0, target=9.0)) == [("indikator-kembar", "03/Capaian!I9")]
    assert ringkas(kembar(41.0, 43.0, 42.0), "2026-T1") == [("indikator-kembar", "03/Capaian!I9")]
    assert ringkas(kembar(40.0, 41.0, 43.0, 42.0), "2026-02:2026-04") == [
        ("indikator-kembar", "04/Capaian!I9")
    ]


def test_bulan_lalu_dibaca_untuknya():
    mati = dict.fromkeys(("sepuluh-kali-bulan-lalu", "realisasi-sama-bulan-lalu", "angka-kumulatif"), False)
    assert Kewajaran.model_validate(mati).bulan_dibaca == 2
