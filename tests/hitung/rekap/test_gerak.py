"""Who rose, who fell, and who missed what is expected in two months on end; which two months are compared."""

from math import nan
from types import SimpleNamespace

import pytest

from asn_nilai.acuan.hasil.ringkas import RingkasUnit
from asn_nilai.acuan.periode import Bulan, Periode
from asn_nilai.acuan.profil.muat_aturan import muat_aturan
from asn_nilai.acuan.rekap.baris import UnitRekap
from asn_nilai.acuan.rekap.kedudukan import Kedudukan
from asn_nilai.acuan.rekap.rekap import Gerak
from asn_nilai.hitung.rekap.gerak import (
    _di_bawah,
    antara,
    asn_sama,
    bulan_dibandingkan,
    dengan_sama,
    dua_bulan_bawah,
    siapa_bergerak,
)

JAN, FEB = Bulan(2026, 1), Bulan(2026, 2)
KUADRAN = muat_aturan("permenpanrb-6-2022")


def gerak(nhk=(95.0, 95.0), predikat=("Baik", "Baik"), nip="1"):
    return Gerak(nip, "Ani", "A", JAN, FEB, *nhk, round(nhk[1] - nhk[0], 2), *predikat)


@pytest.mark.parametrize(
    ("nhk", "bawah"),
    [((89.99, 89.99), True), ((90.0, 89.99), False), ((89.99, 90.0), False), ((90.0, 90.0), False)],
)
def test_menurut_nhk_bila_aturan_memberi_rating_hasil_kerja(nhk, bawah):
    assert _di_bawah(muat_aturan("permenpanrb-6-2022"))(gerak(nhk, ("Kurang", "Kurang"))) is bawah


@pytest.mark.parametrize(
    ("predikat", "bawah"),
    [
        (("Cukup", "Cukup"), True),
        (("Sangat Kurang", "Kurang"), True),
        (("Baik", "Cukup"), False),
        (("Cukup", "Baik"), False),
        (("Baik", "Sangat Baik"), False),
    ],
)
def test_menurut_predikat_bila_aturan_hanya_menilai_nilai_akhir(predikat, bawah):
    assert _di_bawah(muat_aturan("pp-30-2019"))(gerak((50.0, 50.0), predikat)) is bawah


def test_rata_rata_asn_yang_dinilai_pada_keduanya():
    semua = [gerak((90.0, 95.0)), gerak((91.0, 96.01), nip="2")]
    sama = asn_sama(semua, ("12", "21"), 2)
    assert (sama.jumlah, sama.awal, sama.akhir, sama.semua) == (2, 90.5, 95.51, True)
    assert [asn_sama(semua, dinilai, 2).semua for dinilai in (("12", "123"), ("123", "12"))] == [False, False]
    assert asn_sama([], ("", ""), 2) is None


def test_sama_banyak_belum_tentu_orang_yang_sama():
    """One left, another came from elsewhere where he was scored too: as many in each month, but not the same means."""
    semua = [gerak((90.0, 95.0)), gerak((91.0, 96.01), nip="2")]
    assert not asn_sama(semua, ("19", "12"), 2).semua
    unit = [
        UnitRekap(
            RingkasUnit(kode, kode, "", 2, 2, 90.0, 180.0), (), 90.0, Kedudukan(), kecil=False, bulan=()
        )
        for kode in "AB"
    ]
    a, b = dengan_sama(unit, semua, [{"A": "19"}, {"A": "12", "B": "9"}], 2)
    assert (a.sama.jumlah, a.sama.semua, b.sama) == (2, False, None)
    assert next(dengan_sama(unit, semua, [{"A": "12"}, {"A": "12"}], 2)).sama.semua


@pytest.mark.parametrize(
    ("periode", "ada", "dua"),
    [
        ("2026-03", (1, 2, 3), (2, 3)), ("2026-03", (1, 3), None), ("2026-03", (1, 2), None), ("2026-03", (3,), None), ("2026-01", (1,), None),
        ("2026-T1", (1, 3), (1, 3)), ("2026-T1", (2, 3), (2, 3)), ("2026-T1", (3,), None), ("2026-T1", (), None), ("2026-T2", (1, 2, 3, 4, 5, 6), (4, 6)),
        ("2026-T2", (1, 4, 5), (4, 5)), ("2026-T2", (3, 4), None), ("2026-T2", (1, 2), None),
    ],
)  # fmt: skip
def test_dua_bulan_yang_dibandingkan(periode, ada, dua):
    """`bulan` are the months of the year up to the period's end, of which some have results."""
    ini = Periode.dari_teks(periode)
    bulan = [Bulan(2026, nomor) for nomor in range(1, ini.bulan[-1].bulan + 1)]
    bahan = SimpleNamespace(periode=ini, bulan=bulan, bulanan={Bulan(2026, nomor) for nomor in ada})
    assert bulan_dibandingkan(bahan) == (dua and tuple(Bulan(2026, nomor) for nomor in dua))


def bergerak(nip, selisih, predikat=("Baik", "Baik")):
    return Gerak(nip, nip, "A", JAN, FEB, 90.0, 90.0 + selisih, selisih, *predikat)


def test_siapa_naik_dan_siapa_turun_terbanyak_dulu_lalu_menurut_nip():
    semua = [
        bergerak("5", 1.0), bergerak("4", 3.0), bergerak("3", 3.0), bergerak("6", 0.0), bergerak("2", -1.0), bergerak("1", -4.0), bergerak("0", -4.0),
    ]  # fmt: skip
    dapat = siapa_bergerak(semua, KUADRAN, 2)
    assert [g.nip for g in dapat.naik] == ["3", "4"]
    assert [g.nip for g in dapat.turun] == ["0", "1"]
    assert [g.nip for g in siapa_bergerak(semua, KUADRAN, 9).naik] == ["3", "4", "5"]
    assert [g.nip for g in siapa_bergerak(semua, KUADRAN, 9).turun] == ["0", "1", "2"]


def test_yang_naik_tetapi_predikatnya_turun_disebut_sendiri():
    semua = [
        bergerak("1", 2.0, ("Baik", "Kurang")), bergerak("2", 3.0, ("Baik", "Butuh Perbaikan")), bergerak("3", 1.0, ("Baik", "Sangat Baik")),
        bergerak("4", 1.0, ("Baik", "")), bergerak("5", -1.0, ("Baik", "Sangat Baik")), bergerak("6", -1.0, ("Baik", "Kurang")), bergerak("7", -1.0, ("", "Baik")),
    ]  # fmt: skip
    dapat = siapa_bergerak(semua, KUADRAN, 1)
    assert [g.nip for g in dapat.naik] == ["3"]
    assert [g.nip for g in dapat.turun] == ["6"]
    assert [g.nip for g in dapat.naik_turun_predikat] == ["2", "1"]
    semuanya = siapa_bergerak(semua, KUADRAN, 9)
    assert [g.nip for g in semuanya.naik] == ["3", "4"]
    assert [g.nip for g in semuanya.turun] == ["6", "7"]


def orang(nip, *deret, status="Dinilai"):
    return SimpleNamespace(
        nip=nip, nama=f"Orang {nip}", status=status, deret=deret, predikat_bulan=[f"P{nhk:g}" for nhk in deret]
    )  # fmt: skip


def test_hanya_yang_dinilai_pada_kedua_bulan_dan_sekali_saja():
    semua = [
        orang("1", 80.1, 95.0, 90.3), orang("2", nan, 95.0, 90.0), orang("3", 80.0, 95.0, nan), orang("4", 80.0, 95.0, 90.0, status="Pindah"),
        orang("5", 88.0, nan, 70.0),
    ]  # fmt: skip
    unit = [SimpleNamespace(asn=semua, ringkas=SimpleNamespace(kode="A"))]
    mar = Bulan(2026, 3)
    bahan = SimpleNamespace(bulan=[JAN, FEB, mar], aturan=KUADRAN)
    assert list(antara(bahan, unit, (JAN, mar))) == [
        Gerak("1", "Orang 1", "A", JAN, mar, 80.1, 90.3, 10.2, "P80.1", "P90.3"),
        Gerak("5", "Orang 5", "A", JAN, mar, 88.0, 70.0, -18.0, "P88", "P70"),
    ]
    assert list(antara(bahan, unit, None)) == []
    assert [g.nip for g in dua_bulan_bawah(bahan, unit, (JAN, mar))] == ["5"]
    assert dua_bulan_bawah(bahan, unit, None) == ()
    kembar = [
        SimpleNamespace(
            asn=[orang("9", 80.0, 70.0), orang("8", 85.0, 70.0), orang("7", 80.0, 60.0)],
            ringkas=SimpleNamespace(kode="A"),
        )
    ]
    bahan.bulan = [JAN, FEB]
    assert [g.nip for g in dua_bulan_bawah(bahan, kembar, (JAN, FEB))] == ["7", "8", "9"]
