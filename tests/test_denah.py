"""docs/ARSITEKTUR.md says that each room's docstring has a word for each of its modules. It is so."""

import ast
import re
from pathlib import Path

import pytest

PAKET = Path(__file__).parents[1] / "asn_nilai"
TANPA_DENAH = {PAKET, PAKET / "cli" / "perintah"}
"""The house itself, of which docs/ARSITEKTUR.md has the plan, and the commands, a module each of its name."""
RUANG = sorted({berkas.parent for berkas in PAKET.rglob("__init__.py")} - TANPA_DENAH)


@pytest.mark.parametrize("ruang", RUANG, ids=lambda ruang: ruang.relative_to(PAKET).as_posix())
def test_setiap_modul_disebut_oleh_ruangnya(ruang):
    uraian = ast.get_docstring(ast.parse((ruang / "__init__.py").read_text(encoding="utf-8"))) or ""
    modul = {berkas.stem for berkas in ruang.glob("*.py")} - {"__init__"}
    modul |= {berkas.parent.name for berkas in ruang.glob("*/__init__.py")}
    assert modul
    assert not modul - {*re.findall(r"\w+", uraian)}
