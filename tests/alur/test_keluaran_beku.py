"""The example city's data files, byte for byte what the program wrote before scores became frozen rows.

`tests/beku/keluaran_contoh.tar.xz` holds them, `<periode>/<file>`. A change meant to be seen by users replaces them
(`ASN_NILAI_BEKUKAN=1`), and the commit says what changed and why.
"""

import csv
import io
import os
import tarfile
from pathlib import Path

import pytest

BEKU = Path(__file__).parents[1] / "beku" / "keluaran_contoh.tar.xz"
PERIODE = (*(f"2026-0{n}" for n in range(1, 7)), "2026-T1", "2026-S1")
BERKAS = ("nilai.csv", "rincian.csv", "temuan.csv", "tindak_lanjut.csv")
_DISEBUT = 5


@pytest.fixture(scope="module")
def beku(kota_terhitung) -> dict[str, bytes]:
    if os.environ.get("ASN_NILAI_BEKUKAN"):
        with tarfile.open(BEKU, "w:xz") as arsip:
            for nama in (f"{periode}/{berkas}" for periode in PERIODE for berkas in BERKAS):
                isi = (kota_terhitung / "hasil" / nama).read_bytes()
                catatan = tarfile.TarInfo(nama)
                catatan.size = len(isi)
                arsip.addfile(catatan, io.BytesIO(isi))
    with tarfile.open(BEKU) as arsip:
        return {isi.name: arsip.extractfile(isi).read() for isi in arsip}


def beda(lama: bytes, baru: bytes) -> list[str]:
    """Return where two CSV files differ, line and column by name, as many as a person reads; empty where they do not."""
    if lama == baru:
        return []
    dua = [list(csv.reader(io.StringIO(isi.decode("utf-8"), newline=""))) for isi in (lama, baru)]
    kepala = dua[0][0]
    semua = [
        f"baris {nomor}, kolom {kepala[kolom] if kolom < len(kepala) else kolom + 1}: {a!r} menjadi {b!r}"
        for nomor, (semula, kini) in enumerate(zip(*dua, strict=False), 1)
        for kolom, (a, b) in enumerate(zip(_lebar(semula, kini), _lebar(kini, semula), strict=True))
        if a != b
    ]
    if len(dua[0]) != len(dua[1]):
        semua.append(f"{len(dua[0])} baris menjadi {len(dua[1])}")
    sisa = len(semua) - _DISEBUT
    return [*semua[:_DISEBUT], *([f"dan {sisa} beda lagi"] if sisa > 0 else [])] or ["beda di luar sel CSV"]


def _lebar(baris: list[str], lain: list[str]) -> list[str]:
    return baris + ["(tidak ada)"] * (len(lain) - len(baris))


@pytest.mark.parametrize("berkas", BERKAS)
@pytest.mark.parametrize("periode", PERIODE)
def test_berkas_data_contoh_tidak_berubah_satu_bita_pun(kota_terhitung, beku, periode, berkas):
    kini = (kota_terhitung / "hasil" / periode / berkas).read_bytes()
    assert beda(beku[f"{periode}/{berkas}"], kini) == []


def test_yang_dibekukan_lengkap(beku):
    assert list(beku) == [f"{periode}/{berkas}" for periode in PERIODE for berkas in BERKAS]
    assert beku["2026-06/nilai.csv"].count(b"\n") >= 79
    assert beku["2026-S1/rincian.csv"].count(b"\n") == 291


def test_beda_disebut_berkas_baris_dan_kolomnya():
    lama = b"a,b\n1,2\n3,4\n"
    assert beda(lama, lama) == []
    assert beda(lama, b"a,b\n1,2\n3,5\n") == ["baris 3, kolom b: '4' menjadi '5'"]
    assert beda(lama, b"a,b\n1,2\n") == ["3 baris menjadi 2"]
    assert beda(lama, b"a,b\n1,2,x\n3,4\n") == ["baris 2, kolom 3: '(tidak ada)' menjadi 'x'"]
    assert beda(lama, b"a,b\r\n1,2\r\n3,4\r\n") == ["beda di luar sel CSV"]
    assert beda(b"a\n" * 9, b"b\n" * 9)[-1] == "dan 4 beda lagi"
