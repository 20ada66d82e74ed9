"""What of the registers a unit and a period rest on: which changes leave its fingerprint alone."""

from dataclasses import dataclass, replace
from datetime import date

import pytest
from dunia import tabel

from asn_nilai.acuan.baris_ringan import baris_ringan
from asn_nilai.acuan.isian.indikator.indikator import Agregasi, Indikator, Polaritas
from asn_nilai.acuan.isian.register.perpindahan import unit_berpindah
from asn_nilai.acuan.isian.skema import Penempatan, Skema, Unit
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.periode import Bulan, Periode
from asn_nilai.acuan.setoran.irisan_skema import Sebutan, sidik_irisan, susun_sebutan
from asn_nilai.acuan.setoran.isian_unit import IsianUnit

MEI = Periode.dari_teks("2026-05")
A, B = Unit("A", "Unit A", "Dinas"), Unit("B", "Unit B", "Badan")
ANI, BUDI = Penempatan("1", "Ani", "A"), Penempatan("2", "Budi", "B")
IK = Indikator("IK-1", "Layanan", "buah", Polaritas.MAKSIMAL, Agregasi.JUMLAH)
LAIN = replace(IK, kode="IK-2", nama="Surat", berlaku_untuk=("Badan",))
SKEMA = Skema({"A": A, "B": B}, (ANI, BUDI), {"IK-1": IK, "IK-2": LAIN})
SEBUTAN = Sebutan(frozenset({"1"}), frozenset({"IK-1"}))


@baris_ringan
class SkemaLengkap(Skema):
    """Registers of a later day: rows that could not be used."""

    cacat: tuple[object, ...] = ()
    catatan: str = ""


@dataclass(frozen=True)
class BarisCacat:
    letak: Letak
    kode_unit: str


def sidik(skema: Skema, sebutan: Sebutan = SEBUTAN, periode: Periode = MEI) -> tuple[str, str]:
    return sidik_irisan(skema, {"A"}, periode, sebutan)


def dengan(*penempatan: Penempatan) -> Skema:
    return replace(SKEMA, penempatan=penempatan)


def ganti(**indikator: object) -> Skema:
    return replace(SKEMA, indikator={**SKEMA.indikator, "IK-1": replace(IK, **indikator)})


@pytest.mark.parametrize(
    "kini",
    [
        dengan(ANI, BUDI, Penempatan("3", "Cici", "A", mulai=date(2026, 6, 1))),
        dengan(ANI._replace(mulai=date(2020, 1, 1), selesai=date(2026, 5, 31)), BUDI),
        dengan(ANI._replace(selesai=date(2026, 6, 30)), BUDI, ANI._replace(kode_unit="B", mulai=date(2026, 7, 1))),
        dengan(ANI, BUDI._replace(jabatan="Kepala")),
        ganti(definisi="Lain", sumber_data="Lain"),
        replace(SKEMA, indikator={"IK-1": IK}),
        replace(SKEMA, unit={"A": A, "B": replace(B, nama="Lain", jenis="Lain")}),
        SkemaLengkap(SKEMA.unit, SKEMA.penempatan, SKEMA.indikator),
    ],
    ids=["masuk-kelak", "tanggal-di-luar", "pindah-kelak", "orang-lain", "definisi", "indikator-lain", "unit-lain", "cacat"],
)  # fmt: skip
def test_yang_tidak_menyentuh_unit_dan_bulan(kini):
    dulu = SKEMA if type(kini) is Skema else replace(kini, cacat=(BarisCacat(Letak("skema.xlsx"), "B"),))
    assert sidik(kini) == sidik(dulu)


@pytest.mark.parametrize(
    "kini",
    [
        dengan(ANI, BUDI, Penempatan("3", "Cici", "A", mulai=date(2026, 5, 31))),
        dengan(ANI._replace(mulai=date(2026, 5, 2)), BUDI),
        dengan(ANI._replace(nip_atasan="2"), BUDI),
        dengan(ANI, BUDI, ANI._replace(nama="Ani B.", mulai=date(2026, 7, 1))),
        dengan(ANI._replace(selesai=date(2026, 5, 9)), BUDI, ANI._replace(kode_unit="B", mulai=date(2026, 5, 10))),
        ganti(batas_atas=9.0),
        replace(SKEMA, indikator={"IK-2": LAIN}),
        replace(SKEMA, unit={"A": replace(A, nip_kepala="1"), "B": B}),
    ],
    ids=["masuk", "tanggal", "atasan", "nama-lain-kelak", "pindah", "batas", "indikator-hilang", "kepala"],
)  # fmt: skip
def test_yang_menyentuh_unit_dan_bulan(kini):
    assert sidik(kini)[0] != sidik(SKEMA)[0]


def test_nama_unit_hanya_dicetak():
    kini = replace(SKEMA, unit={"A": replace(A, nama="Unit A dan KB"), "B": B})
    assert sidik(kini)[0] == sidik(SKEMA)[0]
    assert sidik(kini)[1] != sidik(SKEMA)[1]


@pytest.mark.parametrize(
    "baris", [BarisCacat(Letak("skema.xlsx"), "A"), ("IK-1", {"sebab": "x"}), {"nip": "1"}], ids=str
)
def test_baris_register_lain_menyentuh_lewat_yang_disebutnya(baris):
    dulu = SkemaLengkap(SKEMA.unit, SKEMA.penempatan, SKEMA.indikator)
    assert sidik(replace(dulu, cacat=(baris,)))[0] != sidik(dulu)[0]


def test_register_berkunci_dihitung_per_baris():
    dulu = SkemaLengkap(SKEMA.unit, SKEMA.penempatan, SKEMA.indikator, {"B": 1})
    assert sidik(replace(dulu, cacat={"B": 2}))[0] == sidik(dulu)[0]
    assert sidik(replace(dulu, cacat={"A": frozenset({3})}))[0] != sidik(dulu)[0]


def test_orang_yang_disebut_tetapi_tidak_di_sini_pada_bulan_itu():
    """A target book holds the year: who left in March stands in it, and must still be this unit's of the year."""
    sebutan = Sebutan(frozenset({"1", "4"}), frozenset({"IK-1"}))
    dulu = dengan(ANI, Penempatan("4", "Dodi", "A", selesai=date(2026, 3, 31)))
    tanpa = dengan(ANI, Penempatan("4", "Dodi", "B", selesai=date(2026, 3, 31)))
    lama = dengan(ANI, Penempatan("4", "Dodi", "A", jabatan="Staf", selesai=date(2026, 2, 28)))
    assert sidik(dulu, sebutan)[0] == sidik(lama, sebutan)[0] != sidik(tanpa, sebutan)[0]


def test_yang_mencari_ke_luar_bergantung_pada_semuanya():
    luar = replace(SEBUTAN, luar=True)
    assert sidik(dengan(ANI, BUDI._replace(jabatan="Kepala")), luar)[0] != sidik(SKEMA, luar)[0]
    assert (
        sidik(replace(SKEMA, unit={"A": A, "B": replace(B, nama="Lain")}), luar)[1] != sidik(SKEMA, luar)[1]
    )


def isian(nip: str = "1", kode: str = "IK-1", nama: str = "Layanan", **cacat: str) -> IsianUnit:
    kolom = ["nip", "kode_indikator", "indikator"]
    target = tabel(
        "Target", "target/A.xlsx", kolom, [{"nip": nip, "kode_indikator": kode, "indikator": nama}]
    )
    target.cacat.update({(kunci, 0): sebab for kunci, sebab in cacat.items()})
    perilaku = tabel("Perilaku", "capaian/2026-05/A.xlsx", ["nip"], [{"nip": nip}])
    return IsianUnit(A, target, {}, {Bulan(2026, 5): perilaku})


def test_yang_terang_tidak_mencari_ke_luar():
    assert susun_sebutan(isian(), SKEMA, MEI) == SEBUTAN
    assert susun_sebutan(isian(nama=""), SKEMA, MEI) == SEBUTAN
    assert susun_sebutan(IsianUnit(A), SKEMA, MEI) == Sebutan()


@pytest.mark.parametrize(
    "buku",
    [
        isian(nip="2"), isian(nip="9"), isian(kode="IK-9"), isian(kode="IK-2"), isian(nama="Surat"),
        isian(kode_indikator="sel-galat"),
        IsianUnit(A, melihat_luar=True),
    ],
    ids=["unit-lain", "tidak-dikenal", "kode-asing", "tidak-berlaku", "nama-lain", "sel-galat", "unit-lain-disebut"],
)  # fmt: skip
def test_yang_meragukan_mencari_ke_luar(buku):
    assert susun_sebutan(buku, SKEMA, MEI).luar


def test_sebutan_disatukan_dan_kembali_dari_catatan():
    dua = SEBUTAN | Sebutan(frozenset({"2"}), frozenset({"IK-2"}), luar=True)
    assert dua == Sebutan(frozenset({"1", "2"}), frozenset({"IK-1", "IK-2"}), luar=True)
    assert Sebutan.dari_dict(dua.sebagai_dict()) == dua
    assert Sebutan.dari_dict({}) is None


@pytest.mark.parametrize(
    ("ruas", "isi"), [("nip", "1"), ("nip", [1]), ("indikator", [["x"]]), ("indikator", None), ("luar", [])]
)
def test_sebutan_yang_bukan_buatan_sendiri_tidak_dikenal(ruas, isi):
    assert Sebutan.dari_dict({**SEBUTAN.sebagai_dict(), ruas: isi}) is None


def test_siapa_berpindah():
    pindah = (ANI._replace(selesai=date(2026, 5, 9)), ANI._replace(kode_unit="B", mulai=date(2026, 5, 10)))
    assert unit_berpindah(dengan(*pindah, BUDI), MEI) == {"1": ("A", "B")}
    assert unit_berpindah(dengan(*pindah, BUDI), Periode.dari_teks("2026-06")) == {}


@pytest.mark.parametrize("nama", ["luar", "tanpa_perilaku"])
def test_sebutan_digabung_dari_kedua_sisinya(nama):
    ada, tiada = replace(SEBUTAN, **{nama: True}), Sebutan(frozenset({"2"}), frozenset({"IK-2"}))
    gabung = Sebutan(frozenset({"1", "2"}), frozenset({"IK-1", "IK-2"}), **{nama: True})
    assert ada | tiada == tiada | ada == gabung
