"""The verdict in one sentence: what is worth asking about and where it stands on the sheet, or that nothing is."""

import pytest

from asn_nilai.acuan.rekap.keadilan import DimensiKeadilan, KelompokKeadilan, PenilaiPerilaku
from asn_nilai.hitung.keadilan.simpulan import susun_simpulan

SESUAI, ATAS = "Sesuai Ekspektasi", "Di Atas Ekspektasi"
BEBAN = "Perbedaan belum berarti kesalahan."


def kelompok(nama, delta, *, jelas=True, sebutan="sedang"):
    return KelompokKeadilan(nama, 12, 95.0, delta, delta - 0.1, delta + 0.1, sebutan, jelas)


def dimensi(*isi, judul="Golongan"):
    return DimensiKeadilan(judul, (*isi, kelompok("Lain", 0.0, jelas=False)), kelompok_tersembunyi=1)


def penilai(nama="Ani", unit="A", sebaran=None, *, jauh=False, **isi):
    sebaran = {SESUAI: 5, ATAS: 2} if sebaran is None else sebaran
    return PenilaiPerilaku(nama, nama, unit, 7, sebaran, seragam=False, jarak=0.0, jauh=jauh, **isi)


def test_tanpa_yang_patut_ditanyakan_dikatakan_dengan_dasarnya():
    assert susun_simpulan([dimensi(kelompok("PNS III", 0.2, sebutan="kecil"))], [penilai()], 40, 0) == (
        "Tidak ada yang patut ditanyakan dari 40 ASN dinilai, 2 perbandingan kelompok, 1 penilai: tidak ada kelompok yang NHK-nya "
        "berbeda jelas dan sedikitnya sedang, dan tidak ada penilai yang menilai semua ASN-nya sama di luar kebetulan, jauh dari hasil "
        "kerja mereka, atau menyimpang dari aspeknya."
    )


def test_tanpa_kelompok_yang_cukup_besar_tidak_dikatakan_bahwa_tidak_ada_yang_berbeda():
    tersembunyi = DimensiKeadilan("Golongan", (), kelompok_tersembunyi=6)
    assert susun_simpulan([tersembunyi], [penilai()], 40, 0).startswith(
        "Tidak ada yang patut ditanyakan dari 40 ASN dinilai, 0 perbandingan kelompok, 1 penilai: tidak ada kelompok yang cukup besar "
        "untuk dibandingkan, dan tidak ada penilai yang"
    )


@pytest.mark.parametrize(
    ("delta", "jelas", "ada"), [(0.33, True, True), (0.32, True, False), (0.9, False, False)]
)
def test_kelompok_disebut_bila_jelas_dan_sedikitnya_sedang(delta, jelas, ada):
    kalimat = susun_simpulan([dimensi(kelompok("PNS III", delta, jelas=jelas))], [], 40, 0)
    assert ("NHK PNS III (Golongan, 12 ASN) jelas lebih tinggi daripada ASN lain" in kalimat) is ada
    assert ("(delta 0,33, sedang)" in kalimat) is ada


def test_dari_dua_kelompok_yang_berhadapan_disebut_yang_lebih_rendah():
    dua = DimensiKeadilan("Jenis ASN", (kelompok("PNS", 0.37), kelompok("PPPK", -0.37)))
    assert susun_simpulan([dua], [], 40, 0) == (
        "Patut ditanyakan: NHK PPPK (Jenis ASN, 12 ASN) jelas lebih rendah daripada ASN lain (delta −0,37, sedang) (dari 40 ASN "
        f"dinilai, 1 perbandingan kelompok, 0 penilai). {BEBAN}"
    )


def test_perbedaan_terbesar_lebih_dulu_dan_yang_keempat_dihitung():
    banyak = [kelompok(f"K{n}", 0.33 + n / 100) for n in range(5)]
    kalimat = susun_simpulan([dimensi(*banyak)], [], 40, 0)
    assert [kalimat.index(f"NHK K{n}") for n in (4, 3, 2)] == sorted(
        kalimat.index(f"NHK K{n}") for n in (4, 3, 2)
    )
    assert "dan 2 kelompok lagi (dari" in kalimat
    turun = susun_simpulan([dimensi(kelompok("Naik", 0.4), kelompok("Turun", -0.5))], [], 40, 0)
    assert turun.index("NHK Turun") < turun.index("NHK Naik")


def test_penilai_disebut_dengan_unit_dan_sebabnya():
    semua = [
        penilai("Ani", janggal=True), penilai("Budi", "", jauh=True), penilai("Cici", menyimpang=2), penilai("Dodi"),
        penilai("Eka", janggal=True, jauh=True, menyimpang=1),
    ]  # fmt: skip
    assert susun_simpulan([], semua[:3], 40, 0).startswith(
        "Patut ditanyakan: Ani (A) memberi ke-7 ASN-nya rating perilaku yang sama; Budi menilai perilaku jauh dari hasil kerja; "
        "Cici (A) memberi 2 rating yang menyimpang dari aspeknya tanpa catatan (dari 40 ASN dinilai, 0 perbandingan kelompok, "
        "3 penilai)."
    )
    assert "; dan 1 penilai lagi (dari" in susun_simpulan([], semua, 40, 0)
    assert (
        "Eka (A) memberi ke-7 ASN-nya rating perilaku yang sama dan menilai perilaku jauh dari hasil kerja dan memberi 1 rating "
        "yang menyimpang" in susun_simpulan([], semua[3:], 40, 0)
    )


def test_yang_menilai_dirinya_sendiri_disebut():
    kalimat = susun_simpulan([], [penilai()], 40, 2)
    assert kalimat == (
        "Patut ditanyakan: 2 ASN menilai dirinya sendiri (dari 40 ASN dinilai, 0 perbandingan kelompok, 1 penilai). "
        "Perbedaan belum berarti kesalahan."
    )


def test_semua_penilai_memberi_satu_rating_yang_sama():
    sama = {SESUAI: 7, ATAS: 0}
    kalimat = susun_simpulan([], [penilai("Ani", sebaran=sama), penilai("Budi", sebaran=sama)], 40, 0)
    assert "semua penilai memberi Sesuai Ekspektasi, sehingga perilaku tidak membedakan siapa pun" in kalimat
    assert kalimat.startswith("Patut ditanyakan: ")
    assert susun_simpulan([], [penilai("Ani", sebaran=sama)], 40, 0).startswith("Tidak ada yang patut")
