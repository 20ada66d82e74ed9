"""Who has targets in months in which no unit has him: told once, at the first row, and nobody who only moved."""

from datetime import date

import pytest
from periksa.isian_buatan import BUDI, SITI, Dunia, baris_target, setahun

from asn_nilai.acuan.isian.skema import Penempatan
from asn_nilai.acuan.temuan import Tingkat

AKHIR_FEBRUARI, AWAL_MARET = date(2026, 2, 28), date(2026, 3, 1)


def disebut(periode, *tempat, target=None):
    """What is said of Siti, placed so; her targets are those of the whole year."""
    dunia = Dunia()
    dunia.penempatan = [*tempat, Penempatan(BUDI, "Budi", "PKM")]
    if target:
        dunia.target = [baris_target(SITI, "KJ", 100.0, **target)]
    return [
        (t.nip, t.letak.sel, t.pesan) for t in dunia.temuan(periode) if t.kode == "target-tanpa-penempatan"
    ]


def siti(unit="PKM", **waktu):
    return Penempatan(SITI, "Siti Rahma", unit, **waktu)


@pytest.mark.parametrize(
    ("periode", "tempat", "bulan"),
    [
        ("2026-03", {"selesai": AKHIR_FEBRUARI}, "Maret 2026"), ("2026-03", {"selesai": AWAL_MARET}, ""),
        ("2026-T1", {"selesai": date(2026, 1, 31)}, "Februari–Maret 2026"), ("2026-02", {"mulai": AWAL_MARET}, "Februari 2026"),
        ("2026-02", {"mulai": AKHIR_FEBRUARI}, ""), ("2026-T1", {"mulai": date(2026, 2, 1), "selesai": AKHIR_FEBRUARI}, "Januari dan Maret 2026"),
        ("2026-03", {}, ""),
    ],
)  # fmt: skip
def test_bulan_bertarget_tanpa_penempatan_disebut_sekali(periode, tempat, bulan):
    kalimat = (
        f"Siti Rahma bertarget di buku ini pada {bulan}, tetapi menurut daftar pegawai tidak ditempatkan di unit mana pun waktu itu; "
        "bulan itu tidak dinilai."
    )
    semua = disebut(periode, siti(**tempat))
    assert [(nip, pesan) for nip, _, pesan in semua] == ([(SITI, kalimat)] if bulan else [])


def test_bulan_yang_targetnya_kosong_tidak_disebut():
    target = setahun(10.0) | {"mar": None}
    assert disebut("2026-03", siti(selesai=AKHIR_FEBRUARI), target=target) == []
    assert len(disebut("2026-T2", siti(selesai=AKHIR_FEBRUARI), target=target)) == 1


@pytest.mark.parametrize(
    "tempat",
    [
        (siti(selesai=AKHIR_FEBRUARI), siti("DINAS", mulai=AWAL_MARET)),  # moved
        (siti(selesai=AKHIR_FEBRUARI), siti(mulai=date(2026, 4, 1))),  # a gap, told of the register
        (siti("DINAS", selesai=AKHIR_FEBRUARI),),  # nobody of this unit's: the row is
        (),
    ],
)
def test_yang_dikatakan_di_tempat_lain_tidak_diulang(tempat):
    assert disebut("2026-03", *tempat) == []


def test_sekadar_diketahui_dan_tanpa_buku_target_tidak_ada():
    dunia = Dunia()
    dunia.penempatan = [siti(selesai=AKHIR_FEBRUARI)]
    (ini,) = (t for t in dunia.temuan("2026-03") if t.kode == "target-tanpa-penempatan")
    assert ini.tingkat is Tingkat.INFO
    dunia.target = None
    assert [t for t in dunia.temuan("2026-03") if t.kode == "target-tanpa-penempatan"] == []
