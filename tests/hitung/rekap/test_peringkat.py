"""A rank cannot be bought by leaving people out; what chance alone makes is called setara; what lifts a rank is named."""

import random
from fractions import Fraction
from math import nan

import pytest
from peringkat_tangan import UnitTangan, jelas_lebih, kedudukan_tangan

from asn_nilai.acuan.hasil.ringkas import RingkasUnit
from asn_nilai.acuan.pengaturan import PengaturanRekap
from asn_nilai.acuan.periode import Bulan
from asn_nilai.acuan.profil.muat_aturan import muat_aturan
from asn_nilai.acuan.rata import rata_rata
from asn_nilai.acuan.rekap.baris import AsnRekap, UnitRekap
from asn_nilai.acuan.rekap.kata_kedudukan import (
    kalimat_memimpin,
    keterangan_kedudukan,
    sebut_setara,
)
from asn_nilai.acuan.rekap.kedudukan import Kedudukan, Susunan, Terangkat
from asn_nilai.acuan.rekap.rekap import Gerak
from asn_nilai.hitung.rekap.gerak import asn_sama, siapa_bergerak
from asn_nilai.hitung.rekap.peringkat import peringkatkan
from asn_nilai.hitung.rekap.sorotan import susun_sorotan

ATURAN = muat_aturan("permenpanrb-6-2022")
MEI, JUNI = Bulan(2026, 5), Bulan(2026, 6)
LAMA, BARU = "1", "2"
"""The NIP of everybody who stood in the unit before, and of who did not."""


def asn(nhk: float = nan, terakhir: float = nan, status: str = "", nip: str = LAMA) -> AsnRekap:
    ada = nhk == nhk  # noqa: PLR0124 - NaN
    status = status or ("Dinilai" if ada else "Belum Dinilai")
    return AsnRekap(nip, "A", "B", nhk, "", "", nan, "Baik", status, "", (terakhir, nhk if ada else nan))


def unit(kode: str, *semua: AsnRekap, jenis: str = "Dinas") -> UnitRekap:
    milik = [a for a in semua if a.status != "Pindah"]
    nhk = [a.nhk for a in milik if a.status == "Dinilai"]
    ringkas = RingkasUnit(kode, f"Unit {kode}", jenis, len(milik), len(nhk), nan, 0.0)
    return UnitRekap(ringkas, semua, rata_rata(nhk, 2), Kedudukan(), len(nhk) < 5, ())


def peringkat(*semua: UnitRekap, keluar=None, **pengaturan) -> list[UnitRekap]:
    """Rank; `keluar` are last values of who left each unit since the compared month, None where there is no such month."""
    susunan = None if keluar is None else {
        u.ringkas.kode: Susunan(frozenset({LAMA}), tuple(keluar.get(u.ringkas.kode, ()))) for u in semua
    }  # fmt: skip
    return list(peringkatkan(semua, susunan, PengaturanRekap(**pengaturan), ATURAN))


@pytest.mark.parametrize(("dinilai", "ada"), [(10, True), (9, True), (8, False), (0, False)])
def test_di_bawah_sembilan_dari_sepuluh_tidak_ada_peringkat(dinilai, ada):
    ini = unit("A", *[asn(100.0)] * dinilai, *[asn()] * (10 - dinilai))
    hasil = peringkat(ini, unit("B", *[asn(90.0)] * 10))[0]
    assert hasil.peringkat == (1 if ada else None)
    assert hasil.kedudukan.peringkat_jenis == (1 if ada else None)
    assert hasil.tanda == ("" if ada else "belum diperingkat")


def test_cakupan_dapat_diatur():
    ini = unit("A", *[asn(100.0)] * 8, *[asn()] * 2)
    assert peringkat(ini, cakupan_peringkat=80)[0].peringkat == 1
    assert peringkat(ini, cakupan_peringkat=81)[0].peringkat is None


def test_yang_tidak_diperingkat_tidak_menggeser_peringkat_unit_lain():
    teratas = unit("A", asn(120.0), *[asn()] * 9)
    a, b, c = peringkat(teratas, unit("B", *[asn(95.0)] * 5), unit("C", *[asn(99.0)] * 5))
    assert (a.peringkat, b.peringkat, c.peringkat) == (None, 2, 1)


def test_rentang_akhir_dari_lantai_sampai_nilai_terakhir_atau_plafon():
    """Four at 100, one last at 80, one never scored: (400 + 0 + 0) ÷ 6 to (400 + 80 + 120) ÷ 6."""
    ini = peringkat(unit("A", *[asn(100.0)] * 4, asn(terakhir=80.0), asn()))[0]
    assert ini.kedudukan.akhir == (66.67, 100.0)
    assert list(keterangan_kedudukan(ini, 2)) == [
        "4 dari 6 dinilai; rata-ratanya 66,67 bila sisanya bernilai terendah, 100,00 bila sisanya seperti terakhir kali dinilai (atau plafon)"
    ]
    utuh = peringkat(unit("A", *[asn(100.0)] * 4))[0]
    assert (utuh.kedudukan.akhir, list(keterangan_kedudukan(utuh, 2))) == (None, [])


def test_peringkat_menurut_jenis_unit_tanpa_membedakan_huruf():
    semua = peringkat(
        unit("A", asn(99.0), jenis="Dinas"), unit("B", asn(98.0), jenis="Kelurahan"), unit("C", asn(97.0), jenis="dinas"),
        unit("D", asn(96.0), jenis=""),
    )  # fmt: skip
    assert [u.peringkat for u in semua] == [1, 2, 3, 4]
    assert [u.kedudukan.peringkat_jenis for u in semua] == [1, 1, 2, None]


def test_setara_bila_selisihnya_tidak_lebih_besar_daripada_kebetulan():
    """Five against five, each ±1 around means d apart. S² = (8 + 2.5 d²) ÷ 9: clear where d² > 3.8416 × S² × 2/5."""
    sebar = (-1.0, -1.0, 0.0, 1.0, 1.0)

    def setara(jarak: float) -> list:
        dua = peringkat(
            *(unit(k, *(asn(90.0 + s + g) for s in sebar)) for k, g in (("A", jarak), ("B", 0.0)))
        )
        return [(u.kedudukan.setara, sebut_setara(u)) for u in dua]

    assert setara(1.54) == [((1, 2), "1–2"), ((1, 2), "1–2")]
    assert setara(1.55) == [((1, 1), "1"), ((2, 2), "2")]
    assert sebut_setara(unit("A")) == ""


def test_satu_orang_yang_dibiarkan_kosong_tidak_menaikkan_peringkat_tanpa_disebut():
    """Eleven of twelve keep the rank; the twelfth, at its last value, would cost it."""
    lain = unit("B", *[asn(98.0)] * 12)
    utuh = unit("A", *[asn(100.0)] * 11, asn(70.0))
    assert [u.peringkat for u in peringkat(utuh, lain)] == [2, 1]
    kosong = unit("A", *[asn(100.0)] * 11, asn(terakhir=70.0))
    ini = peringkat(kosong, lain)[0]
    assert (ini.peringkat, ini.tanda) == (1, "terangkat")
    assert ini.kedudukan.terangkat == Terangkat(1, 0, 0, 97.5, 2)
    assert next(keterangan_kedudukan(ini, 2)) == (
        "peringkatnya terangkat: dengan nilai terakhir 1 ASN yang belum dinilai, rata-ratanya 97,50, peringkat 2"
    )


def test_yang_keluar_dari_unit_ikut_diandaikan_dan_yang_tidak_mengubah_apa_apa_tidak_disebut():
    lain = unit("B", *[asn(98.0)] * 12)
    ini = peringkat(unit("A", *[asn(100.0)] * 11), lain, keluar={"A": [70.0]})[0]
    assert ini.kedudukan.terangkat == Terangkat(0, 1, 0, 97.5, 2)
    for keluar in ({"A": [99.0]}, {"B": [70.0]}, {}):
        assert peringkat(unit("A", *[asn(100.0)] * 11), lain, keluar=keluar)[0].kedudukan.terangkat is None


def test_yang_baru_masuk_tidak_ikut_diandaikan():
    """Ten of 97 and two newcomers of 119.5: 100.75 with them, 97 without."""
    lain = unit("B", *[asn(98.0)] * 12)
    ini = unit("A", *[asn(97.0)] * 10, *[asn(119.5, nip=BARU)] * 2)
    a, b = peringkat(ini, lain, keluar={})
    assert (a.peringkat, a.kedudukan.terangkat) == (1, Terangkat(0, 0, 2, 97.0, 2))
    assert (b.peringkat, b.kedudukan.terangkat) == (2, None)
    assert peringkat(ini, lain)[0].kedudukan.terangkat is None


def test_unit_yang_seluruhnya_baru_belum_ada_pembandingnya():
    lain = unit("B", *[asn(98.0)] * 12)
    baru, _ = peringkat(unit("A", *[asn(110.0, nip=BARU)] * 6), lain, keluar={})
    assert (baru.peringkat, baru.tanda, baru.kedudukan.terangkat.peringkat) == (1, "terangkat", None)
    semua = [unit("A", *[asn(110.0)] * 6), lain]
    tak_dikenal = peringkatkan(semua, {"B": Susunan(frozenset({LAMA}))}, PengaturanRekap(), ATURAN)
    assert [u.tanda for u in tak_dikenal] == ["terangkat", ""]


def test_yang_pindah_bukan_yang_belum_dinilai():
    ini = peringkat(unit("A", *[asn(100.0)] * 5, asn(80.0, status="Pindah")))[0]
    assert (ini.peringkat, ini.kedudukan.akhir) == (1, None)


def test_sama_dengan_hitungan_tangan_pada_kota_acak():
    acak = random.Random(13)
    terangkat = tidak_setara = 0
    for _ in range(150):
        tangan = []
        for _unit in range(acak.randint(1, 9)):
            mutu = acak.gauss(95, 6)
            nilai = lambda: Fraction(round(50 * min(120, max(0, acak.gauss(mutu, 4)))), 50)  # noqa: B023, E731
            belum = [acak.choice([None, nilai() / 2]) for _ in range(acak.choice((0, 0, 1, 2)))]
            keluar = [nilai() / 2 for _ in range(acak.choice((0, 0, 0, 2)))]
            dinilai = [nilai() for _ in range(acak.choice((0, 2, 12, 20)))]
            masuk = dinilai[: acak.choice((0, 0, 0, 3))]
            jenis = acak.choice(("", "Dinas", "dinas", "Badan"))
            tangan.append(UnitTangan(dinilai, belum, keluar, jenis, masuk))
        semua = [
            unit(
                str(n),
                *(asn(float(x), nip=BARU if ke < len(u.masuk) else LAMA) for ke, x in enumerate(u.nhk)),
                *(asn(terakhir=nan if x is None else float(x)) for x in u.belum),
                jenis=u.jenis,
            )
            for n, u in enumerate(tangan)
        ]
        keluar = {str(n): [*map(float, u.keluar)] for n, u in enumerate(tangan)}
        harapan = kedudukan_tangan(tangan)
        # As texts: a rata_rata that nobody has is nan, which equals nothing, itself included.
        assert [str(u.kedudukan) for u in peringkat(*semua, keluar=keluar)] == [str(k) for k in harapan]
        terangkat += sum(k.terangkat is not None for k in harapan)
        tidak_setara += sum(jelas_lebih(a.nhk, b.nhk) for a in tangan for b in tangan if a.nhk and b.nhk)
    assert terangkat > 20
    assert tidak_setara > 100


@pytest.mark.parametrize(
    ("semua", "kalimat"),
    [
        ((), ""),
        ((("A", 9, 100, 100),), ""),
        (
            (("A", 9, 50, 100), ("B", 9, 50, 100)),
            "Belum ada unit yang dapat diperingkat. 2 unit belum diperingkat.",
        ),
        (
            (("A", 9, 100, 100), ("B", 9, 50, 100)),
            "Tertinggi Unit A (100,00), satu-satunya yang dapat diperingkat. 1 unit belum diperingkat.",
        ),
        (
            (("A", 9, 100, 100), ("B", 9, 100, 99)),
            "Tertinggi Unit A (100,00); terendah Unit B (99,00).",
        ),
        (
            (("A", 2, 100, 100), ("B", 2, 100, 99)),
            "Tertinggi Unit A (100,00), terendah Unit B (99,00), tetapi keduanya setara: selisihnya tidak lebih besar daripada yang dibuat kebetulan.",
        ),
        (
            (("A", 2, 100, 100), ("B", 2, 100, 99), ("C", 30, 100, 50), ("D", 9, 80, 120)),
            "Tertinggi Unit A (100,00), setara dengan 1 unit lain; terendah Unit C (50,00). 1 unit belum diperingkat.",
        ),
    ],
)
def test_satu_kalimat_siapa_memimpin(semua, kalimat):
    """Units of (code, scored ASN, percent scored, NHK of each)."""
    jadi = [
        unit(kode, *[asn(float(nhk))] * banyak, *[asn()] * (round(banyak * 100 / persen) - banyak))
        for kode, banyak, persen, nhk in semua
    ]
    sorotan = susun_sorotan(peringkat(*jadi), (), (), ())
    assert kalimat_memimpin(sorotan, 2) == kalimat


def gerak(nip: str, awal: float, akhir: float, *predikat: str) -> Gerak:
    return Gerak(nip, nip, "A", MEI, JUNI, awal, akhir, akhir - awal, *predikat)


def test_yang_turun_predikat_tidak_disebut_naik_dan_sebaliknya():
    semua = [
        gerak("naik", 90, 95, "Baik", "Baik"), gerak("naik-turun", 90, 99, "Baik", "Kurang"),
        gerak("turun", 95, 90, "Baik", "Butuh Perbaikan"), gerak("turun-naik", 95, 90, "Baik", "Sangat Baik"),
        gerak("tetap", 95, 95, "Baik", "Kurang"), gerak("asing", 90, 91, "Baik", ""),
    ]  # fmt: skip
    hasil = siapa_bergerak(semua, ATURAN, 10)
    assert [g.nip for g in hasil.naik] == ["naik", "asing"]
    assert [g.nip for g in hasil.turun] == ["turun"]
    assert [g.nip for g in hasil.naik_turun_predikat] == ["naik-turun"]
    assert [g.nip for g in siapa_bergerak(semua, ATURAN, 1).naik] == ["naik"]


def test_dua_bulan_dibandingkan_atas_asn_yang_dinilai_pada_keduanya():
    semua = [gerak("1", 90, 95, "Baik", "Baik"), gerak("2", 91, 91.5, "Baik", "Baik")]
    sama = asn_sama(semua, ("12", "12"), 2)
    assert (sama.jumlah, sama.awal, sama.akhir, sama.semua, sama.selisih) == (2, 90.5, 93.25, True, 2.75)
    assert not asn_sama(semua, ("12", "123"), 2).semua
    assert asn_sama([], (), 2) is None


def test_unit_tanpa_kode_tidak_disebut_belum_diperingkat():
    ini = peringkat(unit("", asn(), jenis=""))[0]
    assert (ini.tanda, ini.peringkat) == ("", None)
