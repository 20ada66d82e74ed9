"""A code whose row in the skema is faulty: its rows follow from that row, and stop the ASN only where a target counts."""

from dataclasses import replace

import pytest
from periksa.isian_buatan import ATURAN, SITI, Dunia, tempat

from asn_nilai.acuan.isian.skema import IndikatorCacat
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.periode import Periode
from asn_nilai.acuan.temuan import Akibat, temuan
from asn_nilai.periksa import periksa_unit

SEBAB = temuan(
    "skema-tidak-sah",
    Letak("skema.xlsx", "Indikator", "F5"),
    kolom="Polaritas",
    isi=" berisi 'naik'",
    dikenal="Maksimal",
)


def cari(dunia, cacat):
    skema = replace(dunia.skema(), indikator_cacat=cacat)
    skema = replace(skema, indikator={kode: isi for kode, isi in skema.indikator.items() if kode != "WT"})
    semua = periksa_unit(dunia.isian(), skema, Periode.dari_teks("2026-03"), ATURAN)
    return {tempat(t.letak): t for t in semua if t.kode == "indikator-tidak-dikenal" and t.nip == SITI}


@pytest.mark.parametrize(("maret", "akibat"), [(15.0, Akibat.ASN), (None, Akibat.BARIS)])
def test_baris_target_menahan_asn_hanya_bila_bulannya_bertarget(maret, akibat):
    dunia = Dunia()
    dunia.target[1].update(mar=maret)
    dapat = cari(dunia, (IndikatorCacat("WT", "Waktu tunggu", SEBAB),))
    assert {di: (t.akibat, t.akar) for di, t in dapat.items()} == {
        "Target!F11": (akibat, SEBAB),
        "03/Capaian!E9": (Akibat.BARIS, SEBAB),
    }


def test_kode_yang_tidak_ada_di_skema_sama_sekali_menahan_asnnya_tanpa_akar():
    dunia = Dunia()
    dunia.target[1].update(mar=None)
    dapat = cari(dunia, ())
    assert {di: (t.akibat, t.akar) for di, t in dapat.items()} == {
        "Target!F11": (Akibat.ASN, None),
        "03/Capaian!E9": (Akibat.BARIS, None),
    }
