"""Weights that are shared out otherwise than they were first read are told, unless they had to change or cannot be compared."""

import pytest
from periksa.isian_buatan import ATURAN, BUDI, SITI, Dunia, tempat

from asn_nilai.acuan.periode import Periode
from asn_nilai.periksa import periksa_bobot_awal, susun_bahan

AWAL = {SITI: {"KJ": 60.0, "WT": 40.0}}


def cari(dunia, awal=AWAL):
    bahan = susun_bahan(dunia.isian(), dunia.skema(), Periode.dari_teks("2026-03"), ATURAN)
    return list(periksa_bobot_awal(bahan, awal))


def test_bobot_yang_sama_tidak_disebut():
    assert cari(Dunia(), {SITI: {"WT": 40.0, "KJ": 60.0 + 1e-14}, BUDI: {"KJ": 60.0, "WT": 40.0}}) == []


def test_yang_digeser_disebut_seluruhnya_di_sel_pertamanya():
    dunia = Dunia()
    dunia.target[1]["bobot"], dunia.target[0]["bobot"] = 39.9, 60.1
    (temuan,) = cari(dunia)
    assert (temuan.kode, temuan.nip, tempat(temuan.letak)) == ("bobot-digeser", SITI, "Target!I10")
    assert (
        temuan.pesan
        == "Bobot Siti Rahma, S.Kep. dibagi lain daripada semula: KJ 60 menjadi 60,1; WT 40 menjadi 39,9."
    )


def test_yang_datang_dan_yang_pergi_ikut_disebut():
    (temuan,) = cari(Dunia(), {SITI: {"KJ": 60.0, "KL": 40.0}})
    assert temuan.pesan.endswith("semula: KL 40 menjadi tidak ada; WT tidak ada menjadi 40.")
    assert temuan.letak.sel == "I11"  # of those, only WT has a row


def test_yang_hanya_pergi_disebut_di_baris_pertama_orangnya():
    """What went away has no row of its own."""
    (temuan,) = cari(Dunia(), {SITI: {"KJ": 60.0, "WT": 40.0, "KL": 0.0}})
    assert temuan.pesan.endswith("semula: KL 0 menjadi tidak ada.")
    assert temuan.letak.sel == "I10"


@pytest.mark.parametrize(("wt", "ada"), [(39.9, False), (40.1, False), (40 + 1e-10, True), (40.0, True)])
def test_yang_semula_belum_seratus_memang_harus_berubah(wt, ada):
    dunia = Dunia()
    dunia.target[0]["bobot"], dunia.target[1]["bobot"] = 50.0, 50.0
    assert bool(cari(dunia, {SITI: {"KJ": 60.0, "WT": wt}})) is ada


def test_yang_tidak_dapat_dibandingkan_disebut_di_tempat_lain():
    """A weight that cannot be read, a row that stands twice, nobody's row, no workbook."""
    tak_terbaca, ganda = Dunia(), Dunia()
    tak_terbaca.target[0]["bobot"] = None
    ganda.target.append({**ganda.target[0], "bobot": 10.0})
    for dunia in (tak_terbaca, ganda, Dunia(target=None)):
        assert cari(dunia, {SITI: {"KJ": 50.0, "WT": 50.0}}) == []
    assert cari(Dunia(), {"999": {"KJ": 100.0}}) == []
