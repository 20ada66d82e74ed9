"""Behaviour out of exports, alone: what becomes a row, what becomes a finding, and what becomes neither."""

import pytest

from asn_nilai.acuan.isian.formulir.tabel import Tabel
from asn_nilai.acuan.isian.skema import Penempatan, Skema, Unit
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.periode import Bulan
from asn_nilai.acuan.profil.muat_aturan import muat_aturan
from asn_nilai.acuan.setoran.ekspor_bkn import KOLOM_BKN, BarisBkn, BarisKurangPasti, EksporBkn, IsianBkn
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
    tabel = Tabel("BKN", "bkn/2026-05/a.xlsx", "L", {"nip": 1, **dict.fromkeys(KOLOM_BKN, 5)}, [], {})
    tabel.baris += range(5, 5 + len(baris))
    isi = [BarisBkn(nip, "Orang", (teks,) * 3, tabel, posisi) for posisi, (nip, teks) in enumerate(baris)]
    return EksporBkn(isi, ["bkn/2026-05/a.xlsx"], folder="bkn/2026-05")


def samar(milik, *baris):
    """Add rows whose NIP cannot be read (as far as it can, name, behaviour), the first in row 20."""
    milik.kurang_pasti += [
        BarisKurangPasti(nip, nama, {k: IsianBkn(teks, Letak("bkn/2026-05/b.xlsx", "L", f"F{n}")) for k in KOLOM_BKN}, Letak("bkn/2026-05/b.xlsx", "L", f"B{n}"))
        for n, (nip, nama, teks) in enumerate(baris, 20)
    ]  # fmt: skip
    return milik


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


SESUAI, ATAS, BAWAH = "Sesuai Ekspektasi", "Di Atas Ekspektasi", "Di Bawah Ekspektasi"
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
        (EksporBkn(folder="bkn/2026-05"), [], []),
    ],
)  # fmt: skip
def test_baris_dan_temuannya(milik, baris, temuan):
    assert lengkapi(milik) == (baris, temuan)


@pytest.mark.parametrize("keadaan", [{"tanpa": False}, {"capaian": False}])
def test_bulan_yang_berlembar_atau_belum_disetor_tidak_diisi(keadaan):
    assert lengkapi(ekspor((SITI, SESUAI)), **keadaan) == (None, [])


@pytest.mark.parametrize(
    ("milik", "rating", "sel"),
    [
        (samar(ekspor((SITI, ATAS)), (SITI, "", BAWAH)), "", ["F6"]),
        (samar(ekspor((SITI, ATAS)), (f"{SITI[:15]}…", "", BAWAH)), "", ["F6"]),
        (samar(ekspor((SITI, ATAS)), ("", "SITI", BAWAH)), "", ["F6"]),
        (samar(ekspor((SITI, ATAS)), ("", "Siti", None)), "", ["F6"]),
        (samar(ekspor(), ("", "Siti", ATAS)), "", ["F20"]),
        (samar(ekspor(), ("", "Siti", ATAS), ("", "Siti", BAWAH)), "", ["F20"]),
        (samar(ekspor((SITI, ATAS)), ("", "Siti", "Diatas Ekspektasi")), ATAS, []),
        (samar(ekspor((SITI, ATAS)), ("", "Siti", "")), ATAS, []),
        (samar(ekspor((SITI, ATAS)), (LAIN, "Lain", BAWAH)), ATAS, []),
    ],
)
def test_baris_tanpa_nip_yang_terbaca_tidak_menghapus_rating_yang_lain(milik, rating, sel):
    """Who damages the NIP of the worse of two rows would else be rid of it."""
    baris, temuan = lengkapi(milik)
    assert [isi for nip, isi, _ in baris if nip == SITI] == [rating]
    assert [s for kode, nip, s in temuan if (kode, nip) == ("perilaku-bkn-tidak-pasti", SITI)] == sel


def test_baris_tanpa_nip_yang_terbaca_disebut_dengan_selnya():
    isian = IsianUnit(UNIT)
    isian.capaian[MEI] = Tabel("Capaian", "capaian/2026-05/KEL.xlsx", "Capaian", {}, [], {})
    isian.tanpa_perilaku.add(MEI)
    milik = samar(ekspor((SITI, ATAS)), ("", "Siti", BAWAH), ("", "Siti", None))
    lengkapi_perilaku(isian, {MEI: milik}, SKEMA, muat_aturan("permenpanrb-6-2022"))
    (galat,) = [t for t in isian.temuan if t.nip == SITI]
    assert (
        "'Di Bawah Ekspektasi' (bkn/2026-05/b.xlsx › L › F20); yang tidak terbaca (bkn/2026-05/b.xlsx › L › F21) "
        "mungkin miliknya, tetapi NIP di B20, B21 tidak terbaca." in galat.pesan
    )
