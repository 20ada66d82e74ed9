"""A row of the target workbook over its year: whose it is, which months count, and what of them is there."""

import pytest
from periksa.isian_buatan import BUDI, SITI, Dunia, baris_target, pindah

from asn_nilai.acuan.isian.formulir.formulir import KUNCI_BULAN
from asn_nilai.acuan.pengaturan import Kewajaran
from asn_nilai.acuan.periode import Bulan, Periode
from asn_nilai.periksa.target_layak.baris_setahun import (
    BahanLayak,
    Dicapai,
    Tercapai,
    nip_samar,
    susun_setahun,
)

TAHUN = Periode.dari_teks("2026")
BERTANGGA = {kunci: float(nomor) for nomor, kunci in enumerate(KUNCI_BULAN, 1)}


def susun(dunia):
    return list(susun_setahun(dunia.isian(), dunia.skema(), TAHUN))


def nomor(bulan):
    return [b.bulan for b in bulan]


def test_setahun_penuh_semua_bulannya():
    dunia = Dunia().hanya_siti()
    dunia.target[0].update({**BERTANGGA, "mei": None})
    ini, lain = susun(dunia)
    assert (ini.kunci, lain.kunci, ini.bobot, ini.posisi, lain.posisi) == (
        (SITI, "KJ"),
        (SITI, "WT"),
        60.0,
        0,
        1,
    )
    assert nomor(ini.bulan) == [*range(1, 13)]
    assert ini.target == (1.0, 2.0, 3.0, 4.0, None, *map(float, range(6, 13)))
    assert ini.angka == (1.0, 2.0, 3.0, 4.0, *map(float, range(6, 13)))
    assert [b.bulan for b, _ in ini.terisi] == [1, 2, 3, 4, *range(6, 13)]
    assert ini.letak("jan").sel == "J10"


@pytest.mark.parametrize(
    ("tempat", "bulan"),
    [
        ((("DIN", None, (3, 31)), ("PKM", (4, 1), None)), range(4, 13)), ((("PKM", None, (3, 31)), ("DIN", (4, 1), None)), range(1, 4)),
        ((("PKM", None, (2, 28)), ("DIN", (3, 1), (9, 30)), ("PKM", (10, 1), None)), (1, 2, 10, 11, 12)), ((("PKM", None, (5, 15)), ("PKM", (5, 16), None)), range(1, 13)),
    ],
)  # fmt: skip
def test_yang_pindah_hanya_bulan_bulannya_di_unit_ini(tempat, bulan):
    dunia = Dunia().hanya_siti()
    dunia.penempatan = pindah(SITI, *tempat)
    dunia.target[0].update(BERTANGGA)
    ini = susun(dunia)[0]
    assert nomor(ini.bulan) == [*bulan]
    assert ini.target == ini.angka == tuple(map(float, bulan))
    assert ini.orang.kode_unit == "PKM"


def test_baris_kembar_kode_asing_dan_orang_asing_dilewati():
    dunia = Dunia()
    dunia.target.insert(1, baris_target(SITI, "KJ", 10.0, **BERTANGGA))
    dunia.target.append(baris_target(BUDI, "W7", 10.0))
    dunia.target.append(baris_target("199001102015021009", "KJ", 10.0))
    assert [(ini.kunci, ini.bobot) for ini in susun(dunia)] == [
        ((SITI, "KJ"), 60.0), ((SITI, "WT"), 40.0), ((BUDI, "KJ"), 60.0), ((BUDI, "WT"), 40.0),
    ]  # fmt: skip
    assert nip_samar(dunia.isian(), dunia.skema()) == {BUDI}
    assert nip_samar(Dunia().isian(), Dunia().skema()) == set()


def test_tanpa_buku_target_tidak_ada_baris():
    dunia = Dunia(target=None)
    assert susun(dunia) == []
    assert nip_samar(dunia.isian(), dunia.skema()) == set()


def bahan(dunia, dicapai=Dicapai(), **ambang):  # noqa: B008 - frozen
    return BahanLayak("PKM", tuple(susun(dunia)), frozenset(), dicapai, 120.0, Kewajaran(**ambang))


def test_baris_yang_berubah_cukup_bulannya_dan_tidak_satu_angka():
    dunia = Dunia()
    dunia.target[0].update(BERTANGGA)
    dunia.target[1].update(
        {kunci: (5.0 if nomor < 6 else None) for nomor, kunci in enumerate(KUNCI_BULAN)} | {"jan": 4.0}
    )
    dunia.target[3].update(
        {kunci: (5.0 if nomor < 5 else None) for nomor, kunci in enumerate(KUNCI_BULAN)} | {"jan": 4.0}
    )
    ini = bahan(dunia)
    assert [b.kunci for b in ini.berubah] == [(SITI, "KJ"), (SITI, "WT")]
    assert [b.kunci for b in ini.longgar] == []
    dunia.target[0].update(dict(zip(KUNCI_BULAN, reversed(BERTANGGA.values()), strict=True)))
    assert [b.kunci for b in bahan(dunia).longgar] == [(SITI, "KJ")]


def test_yang_tercapai_dari_tahun_ini_atau_tahun_lalu():
    ini, lalu = ((Tercapai(Bulan(tahun, 1), 40.0, 41.0, 102.5),) for tahun in (2026, 2025))
    dunia = Dunia()
    dicapai = Dicapai({(SITI, "WT"): ini}, {(SITI, "WT"): lalu, (BUDI, "KJ"): lalu})
    assert [(b.kunci, a, z) for b, a, z in bahan(dunia, dicapai).tercapai] == [
        ((SITI, "WT"), ini, lalu), ((BUDI, "KJ"), (), lalu),
    ]  # fmt: skip
    assert [b.kunci for b, *_ in bahan(dunia, Dicapai({(SITI, "WT"): ini})).tercapai] == [(SITI, "WT")]
    assert [b.kunci for b, *_ in bahan(dunia, Dicapai({}, {(BUDI, "KJ"): lalu})).tercapai] == [(BUDI, "KJ")]
    assert bahan(dunia).tercapai == []


def test_baris_menurut_indikator_dalam_urutan_bukunya():
    dunia = Dunia()
    dunia.target.append(dunia.target.pop(1))
    ini = bahan(dunia)
    assert [[b.kunci for b in milik] for milik in ini.menurut_indikator.values()] == [
        [(SITI, "KJ"), (BUDI, "KJ")], [(BUDI, "WT"), (SITI, "WT")],
    ]  # fmt: skip
    assert [*ini.indikator] == [*ini.menurut_indikator] == ["KJ", "WT"]
