"""Whom a list means by a superior is taken where it can be one person only; else the reason says why not."""

import pytest

from asn_nilai.acuan.isian.register.sebutan_atasan import Atasan, SebutanAtasan
from asn_nilai.acuan.isian.skema import Penempatan

ANI, RAHMA, BUDI, SITI, LUAR = (
    "199001012023211905", "198604092010012902", "198507152009011903", "198603152009032001", "196905251992012925",
)  # fmt: skip
ORANG = [
    Penempatan(ANI, "Ani Suryani", "", jabatan="Perawat"),
    Penempatan(RAHMA, "dr. Rahma, M.Kes.", "", jabatan="Kepala Puskesmas Tigo Baleh"),
    Penempatan(RAHMA, "dr. Rahma, M.Kes.", "", jabatan="Dokter"),
    Penempatan(BUDI, "Budi", "", jabatan="Perawat"),
    Penempatan(SITI, "BUDI, S.E.", "", jabatan=""),
    Penempatan("", "Tanpa Nomor", "", jabatan=""),
]


@pytest.mark.parametrize(
    ("teks", "nip"),
    [
        (RAHMA, RAHMA), ("19860409 201001 2 902", RAHMA), ("Rahma\nNIP. 19860409 201001 2 902", RAHMA), (f"'{LUAR}", LUAR),
        ("Rahma", RAHMA), ("dr. RAHMA, M.Kes", RAHMA), ("Kepala Puskesmas Tigo Baleh", RAHMA), ("ani suryani", ANI),
    ],
)  # fmt: skip
def test_yang_pasti_diambil(teks, nip):
    assert SebutanAtasan(ORANG).cari(teks, BUDI) == Atasan(nip)


@pytest.mark.parametrize(
    ("teks", "sebab"),
    [
        ("Rahmat", "bukan nama atau jabatan seorang pun di daftar ini yang ber-NIP"),
        ("Tanpa Nomor", "bukan nama atau jabatan seorang pun di daftar ini yang ber-NIP"),
        ("…", "bukan nama atau jabatan seorang pun di daftar ini yang ber-NIP"),
        ("Budi", f"dapat berarti 2 orang di daftar ini ({BUDI}, {SITI})"),
        ("perawat", f"dapat berarti 2 orang di daftar ini ({ANI}, {BUDI})"),
        ("198699092010012902", "memuat NIP yang tidak sah: 8 angka pertama (19869909) bukan tanggal lahir"),
        ("1986040920100129021", "bukan nama atau jabatan seorang pun di daftar ini yang ber-NIP"),
        ("Ani Suryani", "adalah orang itu sendiri"),
        (ANI, "adalah orang itu sendiri"),
    ],
)
def test_yang_tidak_pasti_disebut_sebabnya(teks, sebab):
    assert SebutanAtasan(ORANG).cari(teks, ANI) == Atasan("", sebab)
