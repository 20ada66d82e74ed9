"""Behaviour out of exports, alone: what becomes a row, what becomes a finding, and what becomes neither."""

import pytest

from asn_nilai.acuan.isian.formulir.tabel import Tabel
from asn_nilai.acuan.isian.skema import Penempatan, Skema, Unit
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.periode import Bulan
from asn_nilai.acuan.profil.muat_aturan import muat_aturan
from asn_nilai.acuan.setoran.ekspor_bkn import KOLOM_BKN, BarisBkn, EksporBkn, IsianBkn
from asn_nilai.acuan.setoran.isian_unit import IsianUnit
from asn_nilai.acuan.setoran.perilaku_bkn import lengkapi_perilaku

MEI = Bulan(2026, 5)
SITI, BUDI, LAIN = "198603152009032001", "199001102015021002", "197501012000031003"
UNIT = Unit("KEL", "Kelurahan")
SKEMA = Skema(
    {"KEL": UNIT},
    (Penempatan(SITI, "Siti", "KEL"), Penempatan(BUDI, "Budi", "KEL"), Penempatan(LAIN, "Lain", "DIN")),
    {},
)


def ekspor(*baris):
    """Return exports of rows (NIP, behaviour), the first in row 6."""
    isi = [
        BarisBkn(nip, "Orang", {k: IsianBkn(teks, Letak("bkn/2026-05/a.xlsx", "L", f"F{n}")) for k in KOLOM_BKN}, Letak("bkn/2026-05/a.xlsx", "L", f"B{n}"))
        for n, (nip, teks) in enumerate(baris, 6)
    ]  # fmt: skip
    return EksporBkn(isi, ["bkn/2026-05/a.xlsx"], folder="bkn/2026-05")


def lengkapi(milik, *, tanpa=True, capaian=True, aturan="permenpanrb-6-2022"):
    isian = IsianUnit(UNIT)
    if capaian:
        isian.capaian[MEI] = Tabel("Capaian", "capaian/2026-05/KEL.xlsx", "Capaian", {}, [], {})
    if tanpa:
        isian.tanpa_perilaku.add(MEI)
    lengkapi_perilaku(isian, {MEI: milik}, SKEMA, muat_aturan(aturan))
    tabel = isian.perilaku.get(MEI)
    baris = None if tabel is None else [
        (nip, rating, str(tabel.letak("rating_perilaku", ke))) for ke, (nip, rating) in enumerate(zip(tabel.teks("nip"), tabel.isi["rating_perilaku"], strict=True))
    ]  # fmt: skip
    return baris, [(t.kode, t.nip, t.letak.sel) for t in isian.temuan]


SESUAI, ATAS = "Sesuai Ekspektasi", "Di Atas Ekspektasi"
DI = "bkn/2026-05/a.xlsx › L › F"


@pytest.mark.parametrize(
    ("milik", "baris", "temuan"),
    [
        (ekspor((SITI, SESUAI), (BUDI, ATAS)), [(SITI, SESUAI, f"{DI}6"), (BUDI, ATAS, f"{DI}7")], [("perilaku-dari-bkn", "", "")]),
        (ekspor((LAIN, SESUAI)), [], []),
        (ekspor((SITI, "")), [], []),
        (ekspor((SITI, ""), (SITI, ATAS)), [(SITI, ATAS, f"{DI}7")], [("perilaku-dari-bkn", "", "")]),
        (ekspor((SITI, "Diatas  ekspektasi"), (SITI, ATAS)), [(SITI, "Diatas  ekspektasi", f"{DI}6")], [("perilaku-dari-bkn", "", "")]),
        (ekspor((SITI, "Bagus"), (SITI, "bagus")), [(SITI, "Bagus", f"{DI}6")], [("perilaku-dari-bkn", "", "")]),
        (ekspor((SITI, ATAS), (SITI, SESUAI)), [(SITI, "", f"{DI}6")], [("perilaku-bkn-tidak-pasti", SITI, "F6")]),
        (ekspor((SITI, ATAS), (SITI, None)), [(SITI, "", f"{DI}6")], [("perilaku-bkn-tidak-pasti", SITI, "F6")]),
        (EksporBkn(), None, []),
    ],
)  # fmt: skip
def test_baris_dan_temuannya(milik, baris, temuan):
    assert lengkapi(milik) == (baris, temuan)


@pytest.mark.parametrize("keadaan", [{"tanpa": False}, {"capaian": False}])
def test_bulan_yang_berlembar_atau_belum_disetor_tidak_diisi(keadaan):
    assert lengkapi(ekspor((SITI, SESUAI)), **keadaan) == (None, [])
