"""A small share of benchmarks/mutasi.py: spoilt workbooks stop nothing, and none is scored wrongly in silence."""

import sys
from pathlib import Path

import pytest

TEMPAT = Path(__file__).parent.parent / "benchmarks"
BANYAK, BENIH = 150, 2026


@pytest.fixture(scope="module")
def mutasi():
    sys.path.insert(0, str(TEMPAT))
    try:
        import mutasi as mutasi_
    finally:
        sys.path.remove(str(TEMPAT))
    return mutasi_


def test_buku_yang_dirusak_berakhir_dengan_temuan_atau_nilai_yang_dibenarkan_saksi(mutasi):
    putusan = list(mutasi.jalankan(range(BANYAK), BENIH))
    assert [p for p in putusan if p.akhir == mutasi.GAGAL] == []
    assert {p.asal.akhiran for p in putusan} == {".xlsx", ".xls", ".ods"}
    assert {p.keluarga for p in putusan} == {"bita", "xml", "sel", "rekaman"}
    laporan = mutasi.laporan(putusan, 1.0)
    assert f"{BANYAK} buku" in laporan


def test_nomor_yang_sama_membuat_buku_yang_sama(mutasi, tmp_path):
    nomor, dua = (mutasi.buat(7, BENIH, str(tmp_path))[3] for _ in range(2))
    assert nomor == dua
    assert mutasi.buat(8, BENIH, str(tmp_path))[3] != nomor


def test_hakim_melihat_nilai_yang_berubah_diam_diam(mutasi, tmp_path):
    """Without a witness who reads the same, another score is a failure."""
    pangkal = mutasi.buat(0, BENIH, str(tmp_path))[0]
    nip = next(nip for nip, (nhk, _, _) in pangkal.nilai.items() if nhk > 0)
    nhk, predikat, status = pangkal.nilai[nip]
    sama = mutasi._keberatan(pangkal, pangkal.data, nip, {nip: (nhk + 1, predikat, status)})
    assert "menurut saksi" in sama
    assert "tidak dapat membaca" in mutasi._keberatan(pangkal, b"", nip, {nip: (nhk + 1, predikat, status)})
    assert "tanpa temuan" in mutasi._keberatan(pangkal, pangkal.data, nip, {})
    assert "Perilaku tidak berubah" in mutasi._keberatan(
        pangkal, pangkal.data, nip, {nip: (nhk, "lain", status)}
    )
