"""On a narrow terminal a table folds its words; it never cuts a unit's code or a file's name."""

import io

import pytest
from rich.console import Console

from asn_nilai.acuan.isian.skema import Unit
from asn_nilai.acuan.setoran.setoran_unit import SetoranUnit
from asn_nilai.cli.layar import Layar

KODE = "DISKOMINFO-UPTD"


@pytest.fixture(params=[40, 45, 50])
def layar(request):
    layar = Layar()
    layar.konsol = Console(file=io.StringIO(), width=request.param)
    return layar


def test_kode_unit_dilipat_dan_tidak_dipotong(layar):
    layar.tabel_setoran([SetoranUnit(Unit(KODE, "Dinas Komunikasi"), 7), SetoranUnit(Unit("A", "Dinas"), 5)])
    baris = layar.konsol.file.getvalue().splitlines()
    isi = baris[next(n for n, ini in enumerate(baris) if "──" in ini) + 1 :]
    assert KODE in "".join(ini[2:].split(" ")[0] for ini in isi)


def test_kata_di_tabel_biasa_dilipat_dan_tidak_dipotong(layar):
    layar.tabel(("Berkas", "Nilai rata-rata setahun penuh"), [(KODE * 3, "98,11")])
    assert KODE * 3 in "".join(layar.konsol.file.getvalue().replace("98,11", "").split())
