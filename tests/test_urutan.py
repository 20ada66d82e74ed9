"""What takes minutes is begun first, and what needs the browser comes last."""

from pathlib import Path

from urutan import TERLAMA, urutan

TESTS = Path(__file__).parent


def test_yang_terlama_dimulai_dahulu_dan_peramban_terakhir(request):
    kelompok = [urutan(tes) for tes in request.session.items]
    assert kelompok == sorted(kelompok)


def test_yang_terlama_masih_bernama_begitu():
    assert {berkas.name for berkas in TESTS.rglob("test_*.py")} >= TERLAMA
