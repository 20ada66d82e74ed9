"""The tables of docs/SKALA.md come from what was measured, by lines and a simulation that agree with a pencil."""

import json
import sys
from pathlib import Path

import pytest

AKAR = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def skala():
    sys.path.insert(0, str(AKAR / "benchmarks"))
    try:
        import skala as modul
    finally:
        sys.path.remove(str(AKAR / "benchmarks"))
    return modul


@pytest.mark.parametrize(
    ("kota", "berurutan", "pekerja", "perintah", "detik"),
    [
        ([[3, 1, 1, 1]], [2], 2, 1, 5),  # three of one at the side of three
        ([[1, 1, 1, 3]], [2], 2, 1, 6),  # the long one begun last
        ([[4], [4]], [1, 1], 2, 1, 10),  # one after the other, a worker idle
        ([[4], [4]], [1, 1], 2, 2, 5),  # side by side
        ([[4], [4]], [1, 1], 1, 2, 9),  # side by side before one worker
        (
            [[2, 2], [2, 2], [2, 2]],
            [1, 1, 1],
            2,
            2,
            7,
        ),  # 1 + 2 + 2 for the first two; the third, ready at 4, waits until 5
        ([], [], 4, 1, 0),
    ],
)
def test_simulasi_seperti_di_kertas(skala, kota, berurutan, pekerja, perintah, detik):
    assert skala.simulasi(kota, berurutan, pekerja, perintah) == detik


def catatan(satuan):
    """Return measurements that lie on lines exactly."""
    semua = [
        {
            "unit": unit, "asn": asn, "detik_mulai": 0.5, "detik_unit": 0.02 + 0.003 * asn,
            "detik_berurutan": 0.1 + 0.002 * unit + 0.0001 * unit * asn, "detik_rekap": 0.01 + 0.00002 * unit * asn,
            "mib": 70 + 0.06 * asn + 0.03 * unit * asn, "byte_jawaban": 7000 * asn + 100,
            "byte": dict.fromkeys(("capaian", "target", "hasil", "riwayat"), 1000 * unit * asn),
        }
        for unit, asn in satuan
    ]  # fmt: skip
    return {"tanggal": "2026-01-02", "mesin": {"Prosesor": "mesin uji"}, "kota": semua}


def test_garis_melalui_yang_terukur(skala):
    biaya = skala.baca_biaya(catatan([(24, 10), (12, 60), (60, 60), (3, 400), (1, 2000)]))
    assert biaya.unit == pytest.approx((0.02, 0.003))
    assert biaya.berurutan == pytest.approx((0.1, 0.002, 0.0001))
    assert biaya.mib == pytest.approx((70, 0.06, 0.03))
    assert biaya.byte["hasil"] == 1000
    seribu = [100] * 10
    assert biaya.detik_berurutan(seribu) == pytest.approx(0.22)
    assert biaya.detik_unit(100) == pytest.approx(0.32)


def test_garis_tidak_pernah_di_bawah_nol(skala):
    """Through the origin then: of the shares 1, 2/2.9 and 3/4.9 the sum by the sum of squares."""
    bagian = [1, 2 / 2.9, 3 / 4.9]
    tepat = sum(bagian) / sum(b * b for b in bagian)
    assert skala._garis([[1, 1, 1], [1, 2, 3]], [1.0, 2.9, 4.9]) == pytest.approx((0, tepat))


def test_sebutan_lama_dan_besar(skala):
    assert [skala.lama(detik) for detik in (0.271, 6.94, 89, 90, 7199, 7200)] == [
        "0,27 detik", "6,9 detik", "89 detik", "1,5 menit", "120 menit", "2,0 jam",
    ]  # fmt: skip
    assert [skala.besar(byte) for byte in (2**20, 2**30 - 1, 3 * 2**30)] == ["1,0 MB", "1.024 MB", "3,0 GB"]


def test_tabel_di_halaman_dari_yang_terukur(skala):
    halaman = skala.HALAMAN.read_text(encoding="utf-8")
    isi = skala.susun(json.loads(skala.CATATAN.read_text(encoding="utf-8")))
    assert skala.sisipkan(halaman, isi) == halaman
    assert "4.699.800" in isi
