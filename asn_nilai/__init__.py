"""Scores of civil servants (ASN) that anyone can retrace: from submitted workbooks to signed ones.

    from asn_nilai import buka_ruang_kerja

    for asn in buka_ruang_kerja("kinerja-2026").nilai("Mei").nilai:
        print(asn.nip, asn.nhk, asn.predikat)

docs/API.md describes the names exported here. They load when first asked for, so that the command line
starts without them; `__init__.pyi` shows them to type checkers.
"""

__version__ = "0.1.0"

__all__ = [
    "Bulan", "HasilNilai", "HasilPeriksa", "HasilTerbit", "HasilUnit", "Letak", "NilaiAsn", "NilaiIndikator", "PenggunaanError",
    "Penjelasan", "Periode", "RuangTerbuka", "SetoranUnit", "Temuan", "Tingkat", "Unit", "__version__", "buka_ruang_kerja",
]  # fmt: skip


def __getattr__(nama: str) -> object:
    """Return a name of the programming interface, loaded now."""
    if nama not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {nama!r}")
    from importlib import import_module  # noqa: PLC0415 - as late as what it loads

    return getattr(import_module("asn_nilai.api"), nama)


def __dir__() -> list[str]:
    """Return the names that are meant for other programs."""
    return __all__
