"""What units and months add to a mean: every scored ASN counts once, exactly, whatever unit it stands in."""

from fractions import Fraction
from math import nan
from types import SimpleNamespace

from asn_nilai.acuan.hasil.ringkas import RingkasUnit
from asn_nilai.acuan.rekap.baris import (
    BELUM_DIPERINGKAT,
    TERANGKAT,
    UNIT_KECIL,
    AsnRekap,
    TitikUnit,
    UnitRekap,
)
from asn_nilai.acuan.rekap.kedudukan import Kedudukan, Terangkat
from asn_nilai.acuan.rekap.rekap import Rekap


def asn(nhk: float, status: str) -> AsnRekap:
    return AsnRekap("1", "A", "B", nhk, "", "", nan, "", status, "")


def test_hanya_asn_dinilai_yang_ikut():
    ringkas = RingkasUnit("U", "Unit", "", 3, 2, 45.15, 90.3)
    semua = (asn(90.1, "Dinilai"), asn(95.0, "Belum Dinilai"), asn(110.0, "Pindah"), asn(0.2, "Dinilai"))
    assert UnitRekap(ringkas, semua, 45.15, Kedudukan(1), kecil=False, bulan=()).bagian(2) == (
        Fraction("90.3"),
        2,
    )


def test_tanpa_rata_rata_tanpa_tanda_dan_paling_akhir():
    ringkas = SimpleNamespace(kode="U", jumlah_asn=2)
    unit = [UnitRekap(ringkas, (), nan, Kedudukan(tempat), kecil=True, bulan=()) for tempat in (None, 2, 1)]
    assert [u.tanda for u in unit] == [BELUM_DIPERINGKAT, UNIT_KECIL, UNIT_KECIL]
    urut = Rekap.menurut_peringkat.fget(SimpleNamespace(unit=unit))
    assert [u.peringkat for u in urut] == [1, 2, None]


def test_bulan_menjumlahkan_unit_yang_punya_hasil():
    ada, tidak = TitikUnit(95.0, 2, 2, jumlah_nhk=190.0), TitikUnit()
    rekap = SimpleNamespace(
        bulan=(1, 2), unit=(SimpleNamespace(bulan=(ada, tidak)), SimpleNamespace(bulan=(tidak, tidak)))
    )
    assert [*Rekap.bagian_bulan.fget(rekap)] == [(Fraction(190), 2), (Fraction(0), 0)]


def test_tanda_unit_menurut_kedudukannya():
    def tanda(kode, jumlah_asn, kedudukan):
        ringkas = SimpleNamespace(kode=kode, jumlah_asn=jumlah_asn)
        return UnitRekap(ringkas, (), nan, kedudukan, kecil=False, bulan=()).tanda

    assert tanda("U", 0, Kedudukan()) == ""
    assert tanda("", 3, Kedudukan()) == ""
    assert tanda("U", 3, Kedudukan(1)) == ""
    assert tanda("U", 3, Kedudukan(1, terangkat=Terangkat(1, 0, 0, 90.0, 2))) == TERANGKAT
