"""Who signs for a unit, above its head, and for one ASN: nobody certifies himself."""

from datetime import date

import pytest

from asn_nilai.acuan.isian.register.penandatangan import Pejabat, penandatangan, penilai
from asn_nilai.acuan.isian.skema import Penempatan, Skema, Unit
from asn_nilai.acuan.periode import Periode

KEPALA, CAMAT, LUAR = "197001011995031901", "197101011995031902", "197201011995031981"
MARET = Periode.dari_teks("2026-03")


def skema(*tempat: Penempatan, kepala: str = KEPALA) -> tuple[Unit, Skema]:
    unit = Unit("KEL", "Kelurahan", "Kelurahan", kepala)
    semua = (*tempat, Penempatan(CAMAT, "Camat", "KEC"))
    return unit, Skema({"KEL": unit, "KEC": Unit("KEC", "Kecamatan", "Kecamatan")}, semua, {})


@pytest.mark.parametrize(
    ("atasan", "penilai"),
    [
        (CAMAT, Pejabat("Camat", CAMAT)),
        (LUAR, Pejabat("", LUAR)),
        ("", Pejabat()),
        (KEPALA, Pejabat()),
    ],
)
def test_kepala_dan_yang_menilainya(atasan, penilai):
    unit, register = skema(Penempatan(KEPALA, "Lurah", "KEL", nip_atasan=atasan))
    assert penandatangan(unit, register, MARET) == (Pejabat("Lurah", KEPALA), penilai)


def test_tanpa_kepala_atau_kepala_yang_tidak_terdaftar():
    unit, register = skema(Penempatan(KEPALA, "Lurah", "KEL", nip_atasan=CAMAT), kepala="")
    assert penandatangan(unit, register, MARET) == (Pejabat(), Pejabat())
    unit, register = skema()
    assert penandatangan(unit, register, MARET) == (Pejabat("", KEPALA), Pejabat())


def test_penempatan_di_unit_ini_pada_periode_itu_yang_menentukan():
    lama = Penempatan(KEPALA, "Lurah", "KEL", nip_atasan=LUAR, selesai=date(2026, 2, 28))
    baru = Penempatan(KEPALA, "Lurah", "KEL", nip_atasan=CAMAT, mulai=date(2026, 3, 1))
    rangkap = Penempatan(KEPALA, "Lurah", "KEC", nip_atasan="", mulai=date(2026, 3, 1))
    unit, register = skema(lama, baru, rangkap)
    assert penandatangan(unit, register, MARET).penilai.nip == CAMAT
    assert penandatangan(unit, register, Periode.dari_teks("2026-02")).penilai.nip == LUAR
    unit, register = skema(rangkap._replace(nip_atasan=LUAR))
    assert penandatangan(unit, register, MARET).penilai.nip == LUAR


def test_penilai_seorang_asn_menurut_waktunya_dan_tidak_pernah_dirinya_sendiri():
    camat = Penempatan(LUAR, "Staf", "KEL", nip_atasan=CAMAT, selesai=date(2026, 2, 28))
    sendiri = Penempatan(LUAR, "Staf", "KEL", nip_atasan=LUAR, mulai=date(2026, 3, 1))
    _, register = skema(camat, sendiri)
    assert penilai(LUAR, "KEL", register, Periode.dari_teks("2026-02")) == Pejabat("Camat", CAMAT)
    assert penilai(LUAR, "KEL", register, MARET) == Pejabat()
    assert penilai(KEPALA, "KEL", register, MARET) == Pejabat()
