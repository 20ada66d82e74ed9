"""What takes minutes is begun first, and what needs the browser comes last."""

from pathlib import Path
from types import SimpleNamespace

from urutan import TERLAMA

TESTS = Path(__file__).parent


def tes(nama: str, *perlu: str) -> SimpleNamespace:
    return SimpleNamespace(path=TESTS / nama, fixturenames=perlu)


def test_yang_terlama_dimulai_dahulu_dan_peramban_terakhir(request):
    """Among the others the order stays."""
    peramban, biasa, wine, lain = (
        tes("terbit/test_a.py", "mesin"), tes("alur/test_b.py", "kota"), tes("kemas/test_setara_linux.py"),
        tes("test_c.py"),
    )  # fmt: skip
    semua = [peramban, biasa, wine, lain]
    request.config.pluginmanager.get_plugin(str(TESTS / "conftest.py")).pytest_collection_modifyitems(semua)
    assert semua == [wine, biasa, lain, peramban]


def test_yang_terlama_masih_bernama_begitu():
    assert {berkas.name for berkas in TESTS.rglob("test_*.py")} >= TERLAMA
