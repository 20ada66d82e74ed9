"""Angka kredit that the office gives beside its people: read where it is certain, named at its cell where not, and nobody's score."""

import datetime as dt

import pytest
from dunia_baca import BUDI, SITI
from dunia_skema import ANI, DuniaSkema
from openpyxl.styles import Font

from asn_nilai.acuan.isian.skema import KebutuhanKredit
from asn_nilai.acuan.temuan import Tingkat

AWAL, DIBUTUHKAN = "angka_kredit_awal", "angka_kredit_dibutuhkan"


@pytest.fixture
def baca(tmp_path):
    """Return a function that reads a skema in which these cells (column, person from 1) hold something."""

    def baca(isi, rupa=lambda _: None):
        def ubah(lembar):
            for (kunci, baris), nilai in isi.items():
                lembar.sel(kunci, baris - 1).value = nilai
            rupa(lembar)

        return DuniaSkema(tmp_path, (3, 2)).baca(Pegawai=ubah)

    return baca


def test_dibaca_menurut_orangnya_seperti_diketik(baca):
    isi = {
        (AWAL, 1): "1.120,50", (DIBUTUHKAN, 1): 200, (AWAL, 2): 50.25, (AWAL, 3): "50,25", (DIBUTUHKAN, 3): "100", (AWAL, 4): 0, (DIBUTUHKAN, 4): "-",
    }  # fmt: skip
    skema, temuan = baca(isi)
    assert temuan == []
    assert skema.kredit == {
        SITI: KebutuhanKredit(1120.5, 200.0),
        BUDI: KebutuhanKredit(50.25, 100.0),
        ANI: KebutuhanKredit(0.0, None),
    }


def test_tanpa_isian_tidak_ada_yang_dikatakan(baca):
    skema, temuan = baca({})
    assert (skema.kredit, temuan) == ({}, [])


@pytest.mark.parametrize(
    ("isi", "dikutip"),
    [
        ("200-an", "200-an"), ("80–90", "80–90"), (-5, "-5"), ("=1/0", "isian yang rusak"), (dt.date(2026, 3, 1), "2026-03-01"), (True, "TRUE"),
    ],
)  # fmt: skip
def test_yang_tidak_terbaca_disebut_di_selnya_dan_orangnya_tetap_dinilai(baca, isi, dikutip):
    skema, temuan = baca({(AWAL, 1): isi, (DIBUTUHKAN, 1): 200})
    (satu,) = temuan
    assert (satu.kode, satu.tingkat, satu.nip) == ("angka-kredit-tidak-pasti", Tingkat.PERINGATAN, SITI)
    assert satu.letak.sel == "M9"
    assert satu.pesan == (
        f"Angka Kredit Awal berisi {dikutip}, bukan satu angka 0 atau lebih yang pasti terbaca; angka itu tidak dipakai di kartu kinerja. "
        "Nilai tidak terpengaruh."
    )
    assert skema.kredit == {SITI: KebutuhanKredit(None, 200.0)}
    assert SITI in skema.penempatan_asn


def test_angka_yang_dicoret_atau_tampak_lain_tidak_dipakai(baca):
    def rupa(lembar):
        lembar.sel(AWAL, 0).font = Font(strike=True)
        lembar.sel(DIBUTUHKAN, 0).number_format = '#,##0,"00"'

    skema, temuan = baca({(AWAL, 1): 100, (DIBUTUHKAN, 1): 200_000}, rupa)
    assert [t.kode for t in temuan] == ["angka-kredit-tidak-pasti"] * 2
    assert skema.kredit == {}


def test_dua_baris_seorang_yang_berbeda_tidak_dipilihkan(baca):
    skema, temuan = baca({(AWAL, 2): 50, (AWAL, 3): 60, (DIBUTUHKAN, 2): 100})
    (satu,) = temuan
    assert "Angka Kredit Awal berisi 60, berbeda dengan M10, baris lain orang ini;" in satu.pesan
    assert skema.kredit == {BUDI: KebutuhanKredit(None, 100.0)}
