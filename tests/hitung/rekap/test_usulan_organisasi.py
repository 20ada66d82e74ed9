"""The organisation's predikat of a unit: proposed from its own indicators, each once, and never in the place of a decision."""

from math import nan
from types import SimpleNamespace

import pandas as pd
import pytest

from asn_nilai.acuan.hasil.nilai import BELUM_DINILAI, DINILAI
from asn_nilai.acuan.isian.indikator.indikator import Agregasi, Indikator, Lingkup, Polaritas
from asn_nilai.acuan.periode import Bulan, Periode
from asn_nilai.acuan.profil.muat_aturan import muat_aturan
from asn_nilai.acuan.rekap.rekap import UsulanOrganisasi
from asn_nilai.hitung.rekap.usulan_organisasi import usulan_organisasi

ATURAN = muat_aturan("permenpanrb-6-2022")


def indikator(kode, lingkup=Lingkup.UNIT):
    return Indikator(kode, kode, "persen", Polaritas.MAKSIMAL, Agregasi.RATA_RATA, lingkup=lingkup)


def hasil(baris):
    rincian = pd.DataFrame([isi[:3] for isi in baris], columns=["kode_unit", "kode_indikator", "capaian"])
    rincian = rincian.assign(
        nip=[str(n) for n in range(len(baris))], target=100.0, realisasi=rincian["capaian"]
    )
    rincian = rincian.assign(pembilang=nan, penyebut=nan)
    nilai = rincian[["kode_unit", "nip"]].assign(status=[isi[3] if isi[3:] else DINILAI for isi in baris])
    return SimpleNamespace(rincian=rincian, nilai=nilai)


def usulan(*baris, aturan=ATURAN, unit=("A", "B"), periode="2026-02", bulanan=(), **organisasi):
    """The proposals from rows of rincian.csv: unit, code, capaian; each of a person of its own, none scored whose row says so.

    `bulanan` are the rows of the months from January on.
    """
    skema = SimpleNamespace(
        indikator={i.kode: i for i in (indikator("U1"), indikator("U2"), indikator("S1", Lingkup.INDIVIDU))}
    )
    bahan = SimpleNamespace(
        aturan=aturan,
        unit=unit,
        skema=skema,
        hasil=hasil(baris),
        periode=Periode.dari_teks(periode),
        bulanan={Bulan(2026, n): hasil(isi) for n, isi in enumerate(bulanan, 1)},
        organisasi_unit=organisasi,
    )
    return list(usulan_organisasi(bahan))


def test_angka_unit_dihitung_sekali_berapa_pun_yang_memikulnya():
    semua = usulan(
        ("A", "U1", 120.0),
        ("A", "U1", 120.0),
        ("A", "U2", 70.0),
        ("A", "S1", 0.0),
        ("C", "U1", 50.0),
        B="Baik",
    )
    assert semua == [UsulanOrganisasi("A", ("U1", "U2"), 95.0, "Baik", "")]


def test_angka_yang_dipersoalkan_tidak_berbicara_bagi_unit():
    ditahan = (("A", "U1", 31.25, BELUM_DINILAI), ("A", "U1", 98.0, BELUM_DINILAI))
    assert usulan(*ditahan) == []
    (dapat,) = usulan(*ditahan, ("A", "U2", 95.0))
    assert (dapat.indikator, dapat.capaian) == (("U2",), 95.0)


def test_yang_datang_di_tengah_periode_tidak_berbicara_bagi_unit():
    (dapat,) = usulan(("A", "U1", 70.0), ("A", "U1", 95.0), ("A", "U1", 95.0), periode="2026-T1")
    assert dapat.capaian == 95.0


JANUARI, FEBRUARI, MARET = [("A", "U1", 80.0)], [("A", "U1", 95.0), ("A", "U1", 95.0)], [("A", "U1", 95.0)]


def test_angka_unit_dibuat_dari_bulan_bulannya_siapa_pun_yang_memikulnya():
    """One carried it in January and left, two came in February: nobody has all the months, and the unit has."""
    seperiode = [("A", "U1", 80.0), ("A", "U1", 95.0), ("A", "U1", 95.0)]
    (dapat,) = usulan(*seperiode, periode="2026-T1", bulanan=(JANUARI, FEBRUARI, MARET))
    assert (dapat.capaian, dapat.usulan) == (90.0, "Baik")
    (tanpa_maret,) = usulan(*seperiode, periode="2026-T1", bulanan=(JANUARI, FEBRUARI))
    assert tanpa_maret.capaian == 95.0


@pytest.mark.parametrize("maret", [[("A", "U1", nan)], [("A", "U1", 95.0), ("A", "U1", 96.0)]])
def test_bulan_yang_kosong_atau_dipersoalkan_menahan_angka_seperiode(maret):
    assert usulan(*FEBRUARI, periode="2026-T1", bulanan=(JANUARI, FEBRUARI, maret)) == []
    (dapat,) = usulan(*FEBRUARI, periode="2026-T1", bulanan=(JANUARI, FEBRUARI, [*maret, ("A", "U2", 70.0)]))
    assert (dapat.indikator, dapat.capaian) == (("U2",), 70.0)


@pytest.mark.parametrize(
    ("capaian", "label"),
    [
        (100.01, "Istimewa"), (100.0, "Baik"), (90.0, "Baik"), (89.99, "Butuh Perbaikan"), (76.0, "Butuh Perbaikan"),
        (75.99, "Kurang"), (51.0, "Kurang"), (50.99, "Sangat Kurang"), (89.995, "Baik"),
    ],
)  # fmt: skip
def test_kedua_sisi_setiap_batas(capaian, label):
    (dapat,) = usulan(("B", "U1", capaian), B="Istimewa")
    assert (dapat.usulan, dapat.ditetapkan) == (label, "Istimewa")


def test_tanpa_indikator_unit_tanpa_capaian_atau_tanpa_pita_tidak_ada_usulan():
    assert usulan(("A", "S1", 90.0), ("A", "XX", 90.0), ("A", "U1", float("nan"))) == []
    for kode in ("pp-30-2019", "kemenkeu-127-2026"):
        assert usulan(("A", "U1", 90.0), aturan=muat_aturan(kode)) == []
