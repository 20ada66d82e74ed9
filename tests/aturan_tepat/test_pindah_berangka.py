"""An ASN who moved, under a rule with numbers: one final score in the last unit's row, the idea of either unit."""

from dataclasses import replace
from datetime import date
from math import isnan

from dunia_aturan import nilai
from hitungan_aturan import Butir, Orang

from asn_nilai.acuan.isian.skema import Penempatan, Skema, Unit
from asn_nilai.acuan.periode import Periode
from asn_nilai.acuan.profil.aturan import muat_aturan
from asn_nilai.hitung import gabungkan_pindah

NIP = "198001012005011001"


def test_nilai_akhir_asn_pindah_berdiri_di_unit_terakhir():
    aturan = muat_aturan("pp-30-2019")
    lama, baru = (
        nilai([Orang(NIP, [Butir("IK", "Maksimal", "", "100", "100", realisasi)], [perilaku], ide)], aturan)
        for realisasi, perilaku, ide in (("110", "Entah", True), ("116", "112", False))
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
    akhir, awal = hasil["B"].nilai[0], hasil["A"].nilai[0]
    assert (akhir.nhk, akhir.perilaku.angka, akhir.perilaku.ide_baru) == (113.0, 112.0, True)
    assert (akhir.nilai_akhir, akhir.predikat) == (112.7, "Sangat Baik")
    assert awal.status == "Pindah"
    assert isnan(awal.nilai_akhir)
    assert isnan(awal.perilaku.angka)
