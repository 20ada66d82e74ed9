"""An ASN who moved, under a rule with numbers: one final score in the last unit's row, the idea of either unit."""

from dataclasses import replace
from datetime import date
from math import isnan

import pytest
from dunia_aturan import nilai
from hitungan_aturan import Butir, Orang
from nilai_buatan import dengan_antarbulan

from asn_nilai.acuan.isian.skema import Penempatan, Skema, Unit
from asn_nilai.acuan.periode import Periode
from asn_nilai.acuan.profil.muat_aturan import muat_aturan
from asn_nilai.hitung import gabungkan_pindah

NIP = "198001012005011001"


def pindah(*masing_masing, cara="rata-rata"):
    """Return the rows in the old and the new unit; for each (realisasi of 100, behaviour, new idea), both in March."""
    aturan = dengan_antarbulan(muat_aturan("pp-30-2019"), cara)
    lama, baru = (
        nilai([Orang(NIP, [Butir("IK", "Maksimal", "", "100", "100", realisasi)], [perilaku], ide)], aturan)
        for realisasi, perilaku, ide in masing_masing
    )
    lama, baru = replace(lama, unit=Unit("A", "Unit A")), replace(baru, unit=Unit("B", "Unit B"))
    skema = Skema(
        {"A": lama.unit, "B": baru.unit},
        (
            Penempatan(NIP, "Fiksi", "A", selesai=date(2026, 3, 15)),
            Penempatan(NIP, "Fiksi", "B", mulai=date(2026, 3, 16)),
        ),
        {},
    )
    hasil = gabungkan_pindah({"A": lama, "B": baru}, skema, Periode.dari_teks("2026-03"), aturan)
    return hasil["A"].nilai[0], hasil["B"].nilai[0]


def test_nilai_akhir_asn_pindah_berdiri_di_unit_terakhir():
    awal, akhir = pindah(("110", "", True), ("116", "112", False))
    assert (akhir.nhk, akhir.perilaku.angka, akhir.perilaku.ide_baru) == (113.0, 112.0, True)
    assert (akhir.nilai_akhir, akhir.predikat) == (112.7, "Sangat Baik")
    assert awal.status == "Pindah"
    assert isnan(awal.nilai_akhir)
    assert isnan(awal.perilaku.angka)


@pytest.mark.parametrize(
    ("cara", "lama", "baru", "angka"),
    [
        ("rata-rata", "90", "95.01", 92.51),
        ("rata-rata", "90", "", 90.0),
        ("terakhir", "90", "95.01", 95.01),
        ("terakhir", "90", "", 90.0),
        ("terakhir", "Entah", "95.01", 95.01),
    ],
)
def test_perilaku_kedua_penempatan_digabung_seperti_bulan_satu_unit(cara, lama, baru, angka):
    _, akhir = pindah(("100", lama, False), ("100", baru, False), cara=cara)
    assert (akhir.perilaku.angka, akhir.status) == (angka, "Dinilai")


@pytest.mark.parametrize(
    ("cara", "lama", "baru"),
    [("rata-rata", "Entah", "95"), ("rata-rata", "95", "Entah"), ("terakhir", "95", "Entah")],
)
def test_yang_tidak_terbaca_di_salah_satu_penempatan_menahan_predikat(cara, lama, baru):
    _, akhir = pindah(("100", lama, False), ("100", baru, False), cara=cara)
    assert (akhir.perilaku.rating, akhir.perilaku.ditahan, akhir.status) == ("", True, "Belum Dinilai")
    assert isnan(akhir.perilaku.angka)
