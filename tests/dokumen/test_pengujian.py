"""The two commands that test everything: printed in both READMEs, run by CI, and nothing between them left out."""

import re

from dokumen.halaman_md import AKAR


def perintah(nama: str) -> list[str]:
    """Return what a page tells to type to run pytest."""
    return re.findall(r"-m pytest .*?(?= \}|$)", (AKAR / nama).read_text(encoding="utf-8"), re.MULTILINE)


def test_yang_singkat_dan_yang_menyeluruh_bersama_memuat_semuanya():
    singkat, menyeluruh = '-m pytest -q -n auto -m "not menyeluruh"', "-m pytest -q -n auto -m menyeluruh"
    assert perintah("README.md") == perintah("README.en.md") == [singkat, singkat, menyeluruh]
    assert perintah("CONTRIBUTING.md") == [singkat, menyeluruh]


def test_ci_menjalankan_keduanya_dari_readme():
    ci = (AKAR / ".ci" / "run").read_text(encoding="utf-8")
    for tanda in ("uji", "uji menyeluruh"):
        assert re.search(rf'=\$\(perintah "?{tanda}"?\)', ci)
        assert f"<!-- {tanda} -->\n```sh\n" in (AKAR / "README.md").read_text(encoding="utf-8")
    assert re.search(r'PYTEST_ADDOPTS="--cov [^"]*" bash -c "\$uji"', ci)
