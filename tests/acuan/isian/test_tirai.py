"""What is handed to one ASN names nobody else: numbers and names of the register are covered, all other words stay."""

import pytest

from asn_nilai.acuan.isian.register.tirai import Tirai
from asn_nilai.acuan.isian.skema import PegawaiCacat, Penempatan, Skema, Unit

SITI, BUDI, RAJO, TANPA = (
    "198603152009032001",
    "199001102015021002",
    "197501012000031003",
    "198001012005011004",
)
SKEMA = Skema(
    {"KEL": Unit("KEL", "Kelurahan Indah Permai")},
    (
        Penempatan(SITI, "Siti Rahma Putri, S.KM.", "KEL"),
        Penempatan(BUDI, "Budi Koto, S.E.", "KEL"),
        Penempatan("199303032019031005", "Siti Rahma", "KEL"),
        Penempatan("199404042020041006", "Indah", "KEL"),
        Penempatan(TANPA, "", "KEL"),
        Penempatan("199505052021051007", "Juli", "KEL"),
        Penempatan("199606062022061008", "Li", "KEL"),
    ),
    {},
    (PegawaiCacat(RAJO, "Rajo O'Neil", (), (), ()),),
)


@pytest.mark.parametrize(
    ("teks", "tertutup"),
    [
        ("dengan Budi Koto, S.E. dan BUDI KOTO", "dengan (ASN lain) dan (ASN lain)"),
        ("budi kotoran", "budi kotoran"),
        ("<td>Rajo O&#x27;Neil</td> Rajo O'Neil", "<td>(ASN lain)</td> (ASN lain)"),
        (f"NIP {BUDI}; 19900110 201502 1 002; 19900110.201502.1.002", "NIP (NIP ASN lain); (NIP ASN lain); (NIP ASN lain)"),
        (f"NIP {SITI} dan 19860315 200903 2 001", f"NIP {SITI} dan 19860315 200903 2 001"),
        ("Siti Rahma Putri", "Siti Rahma Putri"),
        ("Kelurahan Indah Permai", "Kelurahan Indah Permai"),
        ("<li>bersama Li, 3 Juli 2026</li>", "<li>bersama (ASN lain), 3 Juli 2026</li>"),
        ("NIP 197501012000031003", "NIP (NIP ASN lain)"),
        ("jumlah 1234567890123456789 dan 95,5", "jumlah 1234567890123456789 dan 95,5"),
        ("", ""),
    ],
)  # fmt: skip
def test_hanya_orang_lain_yang_tertutup(teks, tertutup):
    assert Tirai(SKEMA, SITI)(teks) == tertutup
