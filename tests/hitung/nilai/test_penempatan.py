"""Who is scored where: two placements in one unit, and units that are not at hand."""

from math import isnan

import pytest
from dunia import isian_dari, skema_dari
from hitungan_tangan import Butir, Orang
from nilai_buatan import dengan_antarbulan

from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.periode import Periode
from asn_nilai.acuan.profil.muat_aturan import muat_aturan
from asn_nilai.acuan.setoran.isian_unit import IsianUnit
from asn_nilai.acuan.temuan import Akibat, temuan
from asn_nilai.hitung import gabungkan_pindah, hitung_unit
from asn_nilai.terbit.data.csv_hasil import tulis_alasan

ATURAN = muat_aturan("permenpanrb-6-2022")
NIP = "199001012015011901"
SEMESTER = Periode.dari_teks("2026-S1")


def orang_pindah() -> Orang:
    butir = {
        u: [
            Butir(
                "IK",
                "Maksimal",
                "Jumlah",
                "100",
                None,
                dict.fromkeys(range(1, 13), "10"),
                dict.fromkeys(range(1, 13), "10"),
            )
        ]
        for u in "AB"
    }
    return Orang(NIP, {"A": [1, 2], "B": list(range(3, 13))}, butir, {6: "Sesuai Ekspektasi"})


def test_unit_asal_yang_tidak_ikut_dihitung_tidak_digabungkan():
    orang = orang_pindah()
    skema = skema_dari([orang])
    hasil = {"B": hitung_unit(isian_dari([orang], skema, "B", SEMESTER), [], skema, SEMESTER, ATURAN)}
    hasil = gabungkan_pindah(hasil, skema, SEMESTER, ATURAN)
    assert hasil["B"].nilai[0].bagian == ()


def test_galat_di_unit_asal_menahan_nilai_periode_meskipun_tanpa_bulan_dihitung():
    orang = orang_pindah()
    orang.butir["A"][0].target.clear()
    skema = skema_dari([orang])
    hasil = {}
    for unit, semua in (
        ("A", [temuan("asn-tanpa-target", Letak("target/A.xlsx"), unit="A", nip=NIP)]),
        ("B", []),
    ):
        hasil[unit] = hitung_unit(isian_dari([orang], skema, unit, SEMESTER), semua, skema, SEMESTER, ATURAN)
    selesai = gabungkan_pindah(hasil, skema, SEMESTER, ATURAN)
    asal, akhir = (selesai[unit].nilai[0] for unit in "AB")
    assert (akhir.status, tulis_alasan(akhir)) == ("Belum Dinilai", "asn-tanpa-target (target/A.xlsx)")
    # The unit that must mend it hears of it too, though its row says where the score stands.
    assert (asal.status, tulis_alasan(asal)) == ("Pindah", "pindah ke B")
    assert [t.kode for t in asal.alasan] == ["asn-tanpa-target"]


def test_rating_perilaku_dari_unit_asal_menutup_yang_kosong_di_unit_akhir():
    orang = orang_pindah()
    orang.perilaku = {2: "Di Atas Ekspektasi"}
    skema = skema_dari([orang])
    hasil = {
        unit: hitung_unit(isian_dari([orang], skema, unit, SEMESTER), [], skema, SEMESTER, ATURAN)
        for unit in "AB"
    }
    akhir = gabungkan_pindah(hasil, skema, SEMESTER, ATURAN)["B"].nilai[0]
    assert (akhir.rating_perilaku, akhir.status) == ("Di Atas Ekspektasi", "Dinilai")


def test_unit_asal_yang_tidak_dapat_dinilai_sama_sekali_menahan_nilai_periode():
    """Without the old unit's targets nobody knows of its months: the new unit's alone are not the period's."""
    orang = orang_pindah()
    skema = skema_dari([orang])
    hilang = [temuan("berkas-hilang", Letak("target/A.xlsx"), unit="A")]
    hasil = {
        "A": hitung_unit(IsianUnit(skema.unit["A"]), hilang, skema, SEMESTER, ATURAN),
        "B": hitung_unit(isian_dari([orang], skema, "B", SEMESTER), [], skema, SEMESTER, ATURAN),
    }
    akhir = gabungkan_pindah(hasil, skema, SEMESTER, ATURAN)["B"].nilai[0]
    assert isnan(akhir.nhk)
    assert (akhir.status, tulis_alasan(akhir)) == ("Belum Dinilai", "berkas-hilang (target/A.xlsx)")


@pytest.mark.parametrize(
    ("cara", "rating", "status"),
    [("rata-rata", "", "Belum Dinilai"), ("terakhir", "Sesuai Ekspektasi", "Dinilai")],
)
def test_rating_yang_tidak_terbaca_di_unit_asal_tidak_diganti_rating_unit_akhir(cara, rating, status):
    """Unless the rule asks for the last month alone, nobody knows what the mean of both would be."""
    aturan = dengan_antarbulan(ATURAN, cara)
    orang = orang_pindah()
    orang.perilaku = {2: "Entah", 6: "Sesuai Ekspektasi"}
    skema, sel = skema_dari([orang]), Letak("capaian/2026-02/A.xlsx", "Perilaku", "N6")
    keliru = temuan("perilaku-tidak-sah", sel, unit="A", nip=NIP, teks="Entah", kolom="", dikenal="")
    hasil = {
        unit: hitung_unit(isian_dari([orang], skema, unit, SEMESTER), semua, skema, SEMESTER, aturan)
        for unit, semua in (("A", [keliru]), ("B", []))
    }
    akhir = gabungkan_pindah(hasil, skema, SEMESTER, aturan)["B"].nilai[0]
    assert (akhir.nhk, akhir.rating_perilaku, akhir.status) == (100.0, rating, status)
    assert tulis_alasan(akhir) == (
        "" if rating else "perilaku-tidak-sah (capaian/2026-02/A.xlsx › Perilaku › N6)"
    )


@pytest.mark.parametrize("cara", ["rata-rata", "terakhir"])
def test_ide_baru_yang_tidak_terbaca_di_unit_asal_menahan_predikat_periode(cara):
    """A new idea counts whichever month brought it, also where the last month alone gives the rating."""
    aturan = dengan_antarbulan(muat_aturan("pp-30-2019"), cara)
    orang = orang_pindah()
    orang.perilaku = {2: "Di Atas Ekspektasi", 6: "Di Atas Ekspektasi"}
    skema = skema_dari([orang])
    isian = {unit: isian_dari([orang], skema, unit, SEMESTER) for unit in "AB"}
    pasti = {unit: hitung_unit(isian[unit], [], skema, SEMESTER, aturan) for unit in "AB"}
    sel = pasti["A"].nilai[0].perilaku.bulan[0].ide.letak
    keliru = temuan(
        "perilaku-tidak-sah", sel, unit="A", nip=NIP, akibat=Akibat.PERILAKU, teks="x", kolom="", dikenal=""
    )
    ragu = {**pasti, "A": hitung_unit(isian["A"], [keliru], skema, SEMESTER, aturan)}
    akhir = gabungkan_pindah(ragu, skema, SEMESTER, aturan)["B"].nilai[0]
    assert (akhir.nhk, akhir.status) == (100.0, "Belum Dinilai")
    assert tulis_alasan(akhir) == f"perilaku-tidak-sah ({sel})"
    assert gabungkan_pindah(pasti, skema, SEMESTER, aturan)["B"].nilai[0].status == "Dinilai"


@pytest.mark.parametrize("asal", ["A", "B"])
def test_rating_yang_ditahan_temuan_tidak_dipakai_dan_tidak_diganti_unit_lain(asal):
    """Two rows of one name: each holds a rating, and nobody can say which counts."""
    orang = orang_pindah()
    orang.perilaku = {2: "Sesuai Ekspektasi", 6: "Sesuai Ekspektasi"}
    skema, sel = skema_dari([orang]), Letak(f"capaian/2026-06/{asal}.xlsx", "Perilaku", "E8")
    ganda = temuan("baris-ganda", sel, unit=asal, nip=NIP, akibat=Akibat.PERILAKU, apa="", sel_pertama="E6")
    hasil = {
        unit: hitung_unit(
            isian_dari([orang], skema, unit, SEMESTER), [ganda] * (unit == asal), skema, SEMESTER, ATURAN
        )
        for unit in "AB"
    }
    sendiri = hasil[asal].nilai[0]
    assert (sendiri.nhk, sendiri.rating_perilaku, sendiri.predikat) == (100.0, "", "Belum Dinilai")
    akhir = gabungkan_pindah(hasil, skema, SEMESTER, ATURAN)["B"].nilai[0]
    assert (akhir.nhk, akhir.rating_hasil, akhir.status) == (100.0, "Sesuai Ekspektasi", "Belum Dinilai")
    assert (akhir.rating_perilaku, tulis_alasan(akhir)) == ("", f"baris-ganda ({sel})")


def test_unit_tanpa_berkas_sama_sekali():
    orang = orang_pindah()
    skema = skema_dari([orang])
    semua = [temuan("berkas-hilang", Letak("target/B.xlsx"), unit="B")]
    hasil = hitung_unit(IsianUnit(skema.unit["B"]), semua, skema, Periode.dari_teks("2026-06"), ATURAN)
    assert hasil.nilai[0].indikator == ()
    assert tulis_alasan(hasil.nilai[0]) == "berkas-hilang (target/B.xlsx)"
