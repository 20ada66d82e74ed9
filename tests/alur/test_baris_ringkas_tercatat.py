"""A unit's line as a manifest keeps it: what this program did not write so is not counted, whatever stands there."""

import json
from math import isnan, nan

import pytest

from asn_nilai.acuan.hasil.ringkas import RingkasUnit
from asn_nilai.alur.terbitan.unit_terbit import ringkas_dari_dict, ringkas_sebagai_dict

RINGKAS = RingkasUnit(
    "A", "Unit A", "", 3, 2, 90.5, 181.0, {"Baik": 2}, bulan_kurang=("2026-05",), menunggu={"target/A": 1}
)


def tercatat(ringkas: RingkasUnit) -> dict[str, object]:
    return json.loads(json.dumps(ringkas_sebagai_dict(ringkas)))


def test_kembali_seperti_semula_juga_tanpa_rata_rata():
    assert ringkas_dari_dict(tercatat(RINGKAS)) == RINGKAS
    kosong = ringkas_dari_dict(tercatat(RingkasUnit("A", "Unit A", "", 3, 0, nan, 0.0)))
    assert kosong is not None
    assert isnan(kosong.rata_rata_nhk)


@pytest.mark.parametrize(
    ("ruas", "isi"),
    [
        ("kode", 5),
        ("jumlah_asn", [None]),
        ("jumlah_nhk", []),
        ("predikat", None),
        ("predikat", {"Baik": "dua"}),
        ("galat", {}),
        ("pindah", "x"),
        ("bulan_kurang", 5),
        ("menunggu", [1]),
        ("status", "entah"),
        ("dinilai", 3),
        ("jumlah_asn", 1),
    ],
)
def test_yang_bukan_buatan_program_ini_tidak_dikenal(ruas, isi):
    assert ringkas_dari_dict({**tercatat(RINGKAS), ruas: isi}) is None
    assert (
        ringkas_dari_dict({nama: nilai for nama, nilai in tercatat(RINGKAS).items() if nama != ruas}) is None
    )
