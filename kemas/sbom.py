"""Which packages an installed asn-nilai consists of, under which licences: a CycloneDX bill of materials and a list for people.

    python -m venv bersih && bersih/bin/pip install asn_nilai-*.whl && bersih/bin/python kemas/sbom.py dist

The environment must hold the program alone. Nothing but Python is needed, and no clock enters: the same packages give the same bytes.
"""

import json
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import Distribution, distributions
from pathlib import Path

_UTAMA = "asn-nilai"
_PERKAKAS = frozenset({"pip", "setuptools", "wheel"})
"""What an environment holds for installing, not for running."""
_NAMA = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_SPDX = re.compile(r"[A-Za-z0-9.+-]+(?: (?:AND|OR|WITH) [A-Za-z0-9.+-]+)*")


def baku(nama: str) -> str:
    """Return a package's name as the index writes it."""
    return re.sub(r"[-_.]+", "-", nama).lower()


def lisensi(paket: Distribution) -> str:
    """Return a package's licence in its own words: an SPDX expression, else its classifiers, else the first line of its text."""
    kata = paket.metadata
    golongan = [
        butir.rpartition(" :: ")[2]
        for butir in kata.get_all("Classifier") or []
        if butir.startswith("License :: ")
    ]
    naskah = _kata(paket, "License").strip().partition("\n")[0]
    return _kata(paket, "License-Expression") or "; ".join(golongan) or naskah


def _kata(paket: Distribution, kunci: str) -> str:
    """Return what a package says of itself, blank where it says nothing: asked for by name, some readers raise."""
    return next(iter(paket.metadata.get_all(kunci) or ()), "")


def susun_bom(semua: Mapping[str, Distribution]) -> dict[str, object]:
    """Return the bill of materials of an environment.

    Args:
        semua: its packages by name.

    Raises:
        ValueError: the program is not there, or a package says nothing of its licence.
    """
    if _UTAMA not in semua:
        raise ValueError(f"{_UTAMA} is not installed in this environment")
    if tanpa := [nama for nama, paket in semua.items() if not lisensi(paket)]:
        raise ValueError(f"no word on the licence of {', '.join(tanpa)}")
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": _komponen(semua[_UTAMA], "application")},
        "components": [_komponen(paket, "library") for nama, paket in semua.items() if nama != _UTAMA],
        "dependencies": [
            {"ref": _purl(paket), "dependsOn": [_purl(semua[butuh]) for butuh in _butuh(paket, semua)]}
            for paket in semua.values()
        ],
    }


def _komponen(paket: Distribution, jenis: str) -> dict[str, object]:
    kata = lisensi(paket)
    milik = {"expression": kata} if _SPDX.fullmatch(kata) else {"license": {"name": kata}}
    return {
        "type": jenis,
        "bom-ref": _purl(paket),
        "name": paket.metadata["Name"],
        "version": paket.version,
        "description": _kata(paket, "Summary"),
        "licenses": [milik],
        "purl": _purl(paket),
    }


def _purl(paket: Distribution) -> str:
    return f"pkg:pypi/{baku(paket.metadata['Name'])}@{paket.version}"


def _butuh(paket: Distribution, semua: Mapping[str, Distribution]) -> Iterator[str]:
    """Yield the packages of the environment that a package asks for, each once, by name."""
    diminta = (_NAMA.match(butir) for butir in paket.requires or () if "extra ==" not in butir)
    yield from sorted({baku(cocok[0]) for cocok in diminta if cocok} & set(semua))


def tulis_daftar(semua: Mapping[str, Distribution]) -> str:
    """Return the licences as a Markdown table."""
    baris = [f"| {paket.metadata['Name']} | {paket.version} | {lisensi(paket)} |" for paket in semua.values()]
    return "\n".join(("# Lisensi", "", "| Paket | Versi | Lisensi |", "|---|---|---|", *baris, ""))


def main(argumen: Sequence[str]) -> None:
    """Write `sbom.cdx.json` and `LISENSI.md` into the folder named."""
    folder = Path(argumen[0])
    folder.mkdir(parents=True, exist_ok=True)
    ada = {baku(paket.metadata["Name"]): paket for paket in distributions()}
    semua = {nama: ada[nama] for nama in sorted(ada) if nama not in _PERKAKAS}
    isi = {
        "sbom.cdx.json": json.dumps(susun_bom(semua), ensure_ascii=False, indent=1) + "\n",
        "LISENSI.md": tulis_daftar(semua),
    }
    for nama, teks in isi.items():
        (folder / nama).write_text(teks, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
