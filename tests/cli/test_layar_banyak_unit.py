"""The closing table of a city of very many units: what something is wanting of is seen, and the rest is named."""

import io

import pytest
from rich.console import Console

from asn_nilai.acuan.hasil.ringkas import RingkasUnit
from asn_nilai.acuan.profil.muat_aturan import muat_aturan
from asn_nilai.cli.layar import Layar


@pytest.mark.parametrize(("banyak", "lain"), [(200, 0), (205, 5)])
def test_yang_kurang_selalu_tampil_sisanya_disebut(banyak, lain):
    unit = [
        RingkasUnit(f"U{n:03}", f"Unit {n:03}", "", 1, 1, 90.0, 90.0, {"Baik": 1}) for n in range(banyak - 1)
    ]
    unit.append(RingkasUnit("Z", "Unit terakhir", "", 2, 1, 90.0, 90.0, {"Baik": 1}))
    layar = Layar()
    layar.konsol = Console(file=io.StringIO(), width=140)
    layar.tabel_unit(unit, muat_aturan("permenpanrb-6-2022"))
    kata = layar.konsol.file.getvalue()
    assert "Unit terakhir" in kata
    assert kata.count("1 dari 1 ") == banyak - 1 - lain
    assert f"{banyak} dari {banyak + 1}" in kata
    assert (f"… dan {lain} unit lagi di index.html." in kata) == bool(lain)


def test_banyaknya_orang_di_satu_unit_bertitik_ribuan():
    unit = RingkasUnit(
        "D", "Dinas", "", 3000, 2900, 95.0, 275500.0, {"Baik": 1807, "Kurang": 1093}, sementara=1100
    )
    layar = Layar()
    layar.konsol = Console(file=io.StringIO(), width=140)
    layar.tabel_unit([unit], muat_aturan("permenpanrb-6-2022"))
    (baris,) = [baris.split() for baris in layar.konsol.file.getvalue().splitlines() if "Dinas" in baris]
    assert baris[1:9] == ["2.900", "dari", "3.000", "1.100", "95,00", "·", "1.807", "·"]
