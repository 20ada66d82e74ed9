"""Whose figures make the result of a unit's head under a rule that takes the unit's own for it: said once, and of the head alone."""

from dataclasses import replace

import pytest
from periksa.isian_buatan import ANDI, ATURAN, SITI, Dunia, baris_target

from asn_nilai.acuan.isian.indikator.indikator import Lingkup

KEPALA = ATURAN.model_copy(
    update={
        "kepala": ATURAN.kepala.model_copy(
            update={"hasil_kerja": replace(ATURAN.kepala.hasil_kerja, nilai="capaian-unit")}
        )
    }
)


def berkepala(nip=SITI, *milik_unit):
    dunia = Dunia()
    dunia.unit = replace(dunia.unit, nip_kepala=nip)
    dunia.indikator |= {k: replace(dunia.indikator[k], lingkup=Lingkup.UNIT) for k in milik_unit}
    return dunia


def tentang_kepala(dunia, periode="2026-03"):
    semua = [t for t in dunia.temuan(periode, KEPALA) if t.kode.startswith("kepala-")]
    return [(t.kode, t.nip, t.letak.lembar, t.letak.sel) for t in semua], [t.pesan for t in semua]


def test_indikator_milik_unit_yang_menentukan_dan_banyaknya_yang_tidak_ikut_disebut():
    semua, (pesan,) = tentang_kepala(berkepala(SITI, "WT"))
    assert semua == [("kepala-dari-capaian-unit", SITI, "Target", "")]
    assert "Siti Rahma, S.Kep." in pesan
    assert "dihitung dari 1 indikator milik unit saja; 1 indikator lainnya tidak ikut." in pesan


def test_yang_tidak_memikul_indikator_unit_disebut_tetap_menurut_indikatornya_sendiri():
    semua, (pesan,) = tentang_kepala(berkepala())
    assert semua == [("kepala-tanpa-indikator-unit", SITI, "Target", "")]
    assert "Siti Rahma, S.Kep. tidak memikul satu pun; yang dipakai 2 indikatornya sendiri." in pesan


def test_aturan_lain_tidak_menyebut_kepalanya():
    assert [t.kode for t in berkepala(SITI, "WT").temuan()] == ["menilai-diri-sendiri"]


@pytest.mark.parametrize("nip", ["", ANDI])
def test_unit_yang_kepalanya_kosong_atau_ditempatkan_di_unit_lain_tidak_ditanya(nip):
    assert tentang_kepala(berkepala(nip, "WT")) == ([], [])


def test_kepala_tanpa_target_hanya_disebut_begitu():
    dunia = berkepala(SITI, "WT")
    for baris in dunia.target[:2]:
        baris.update(mar=None)
    assert tentang_kepala(dunia) == ([], [])


def test_baris_berkode_asing_bukan_indikator_lainnya_dan_tetap_menahan():
    dunia = berkepala(SITI, "WT")
    dunia.target.insert(0, baris_target(SITI, "XX", 10.0, mar=5.0))
    semua, (pesan,) = tentang_kepala(dunia)
    assert [kode for kode, *_ in semua] == ["kepala-dari-capaian-unit"]
    assert "1 indikator lainnya tidak ikut." in pesan
    (asing,) = [t for t in dunia.temuan(aturan=KEPALA) if t.kode == "indikator-tidak-dikenal"]
    assert (asing.nip, asing.letak.sel, str(asing.tingkat), str(asing.akibat)) == (
        SITI,
        "F10",
        "galat",
        "asn",
    )


def test_indikator_unit_yang_hanya_bertarget_di_luar_periode_belum_menggantikan_miliknya_sendiri():
    """In March the head has the own visits alone: these count, and what is missing of them is an error."""
    dunia = berkepala(SITI, "WT")
    for baris in (dunia.target[1], dunia.target[3]):
        baris.update(mar=None, target_tahunan=None)
    dunia.capaian[3] = [baris for baris in dunia.capaian[3] if baris["kode_indikator"] == "KJ"]
    dunia.capaian[3][0]["realisasi"] = None
    assert [kode for kode, *_ in tentang_kepala(dunia)[0]] == ["kepala-tanpa-indikator-unit"]
    (kosong,) = [t for t in dunia.temuan(aturan=KEPALA) if t.kode == "realisasi-kosong"]
    assert (kosong.nip, str(kosong.tingkat)) == (SITI, "galat")
    semua, (pesan,) = tentang_kepala(dunia, "2026-T1")
    assert [kode for kode, *_ in semua] == ["kepala-dari-capaian-unit"]
    assert "dihitung dari 1 indikator milik unit saja; 1 indikator lainnya" in pesan
