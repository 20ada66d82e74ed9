"""A small share of benchmarks/mutasi_makna.py: what offices change in a sheet's meaning is not scored in silence.

`ASN_NILAI_UJI_PENUH=1` runs all five thousand.
"""

import os
import sys
from pathlib import Path

import libreoffice
import pytest

TEMPAT = Path(__file__).parent.parent / "benchmarks"
BENIH = 2026
BANYAK = 5_000 if os.environ.get("ASN_NILAI_UJI_PENUH") == "1" else 24


@pytest.fixture(scope="module")
def mutasi():
    libreoffice.soffice()
    sys.path.insert(0, str(TEMPAT))
    try:
        import mutasi_makna as mutasi_
    finally:
        sys.path.remove(str(TEMPAT))
    return mutasi_


@pytest.mark.menyeluruh
def test_yang_dinilai_adalah_yang_tampak_atau_ada_temuannya(mutasi):
    putusan = list(mutasi.jalankan(list(range(BANYAK)), BENIH))
    assert [p for p in putusan if p.akhir == mutasi.GAGAL] == []
    assert {p.asal.akhiran for p in putusan} == {".xlsx", ".xls", ".ods"}
    assert f"{BANYAK} buku" in mutasi.laporan(putusan, 1.0)


def test_sesudahnya_lingkungan_seperti_semula(mutasi, monkeypatch):
    """Later tests of this process meet the program as people do."""
    monkeypatch.delenv("ASN_NILAI_TELUSUR", raising=False)
    assert list(mutasi.jalankan([], BENIH)) == []
    assert "ASN_NILAI_TELUSUR" not in os.environ


def test_saksi_melihat_yang_tidak_dibaca_program(mutasi, tmp_path):
    """Were a figure scored that is not seen, or a page in doubt scored in silence, the judge would say so."""
    from makna_saksi import Terlihat, Waktu, lihat

    meja = mutasi._Meja(tmp_path)
    asal = mutasi.ASAL[0]
    pangkal, waktu = meja._pangkal[asal], Waktu(2026, 5)
    satuan = {kode: indikator.satuan for kode, indikator in pangkal.konteks.skema.indikator.items()}
    target, capaian = meja._halaman[asal, "target"], meja._halaman[asal, "capaian"]
    terlihat, ragu, ragu_perilaku = lihat(target, capaian, waktu, satuan)
    hasil = mutasi.nilai(pangkal.konteks, asal.unit).nilai
    assert ragu == ragu_perilaku == []
    assert [list(mutasi._beda(asn, terlihat[asn.nip])) for asn in hasil] == [[]] * len(hasil)
    assert list(mutasi._beda(hasil[0], Terlihat()))
    assert lihat(target, capaian, Waktu(2026, 4), satuan)[1:] != ([], [])
