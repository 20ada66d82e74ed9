"""Who belongs to a unit: of two placements there the later one speaks, wherever it stands in the register."""

from datetime import date

import pytest

from asn_nilai.acuan.isian.register.anggota import anggota_unit
from asn_nilai.acuan.isian.skema import Penempatan, Skema, Unit
from asn_nilai.acuan.periode import Periode

NIP = "199001012015011901"
SEMESTER = Periode.dari_teks("2026-S1")


def penempatan(jabatan: str, mulai: date | None, selesai: date | None) -> Penempatan:
    return Penempatan(NIP, "Rina", "A", jabatan=jabatan, mulai=mulai, selesai=selesai)


@pytest.mark.parametrize("balik", [False, True])
def test_dua_penempatan_di_satu_unit_menjadi_satu_baris_dengan_jabatan_terakhir(balik):
    semua = (penempatan("Staf", None, date(2026, 2, 28)), penempatan("Kepala", date(2026, 4, 1), None))
    skema = Skema({"A": Unit("A", "Unit A")}, semua[::-1] if balik else semua, {})
    anggota = anggota_unit(skema, "A", SEMESTER)
    assert list(anggota) == [NIP]
    assert anggota[NIP].penempatan.jabatan == "Kepala"
    assert [b.bulan for b in anggota[NIP].bulan] == [1, 2, 4, 5, 6]


def test_dua_penempatan_bertanggal_yang_terakhir_mulai_yang_berlaku():
    semua = (
        penempatan("Kepala", date(2026, 4, 1), None),
        penempatan("Staf", date(2026, 1, 1), date(2026, 2, 28)),
    )
    skema = Skema({"A": Unit("A", "Unit A")}, semua, {})
    assert anggota_unit(skema, "A", SEMESTER)[NIP].penempatan.jabatan == "Kepala"
