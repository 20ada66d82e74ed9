"""Templates become pages: one environment per process, strict about names, and a policy that forbids the network.

The templates stand beside the package in a checkout and inside it in a wheel; they are read as package data, so that
a zipped package serves as well.
"""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup


@cache
def folder_templat() -> Traversable:
    """Return the folder of the templates: `asn_nilai/templates` where installed, else `templates` beside the package."""
    paket = files("asn_nilai")
    dalam_paket = paket.joinpath("templates")
    return dalam_paket if dalam_paket.is_dir() else Path(str(paket)).parent / "templates"


def _muat(nama: str) -> str | None:
    berkas = folder_templat().joinpath(nama)
    return berkas.read_text(encoding="utf-8") if berkas.is_file() else None


@cache
def lingkungan() -> Environment:
    """Return the environment of all pages; compiled templates stay in it."""
    return Environment(
        loader=FunctionLoader(_muat),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )


@cache
def gaya() -> tuple[Markup, str]:
    """Return the style of all pages and the policy that admits this style and nothing else."""
    teks = _muat("gaya.css") or ""
    baris = [bersih for satu in teks.splitlines() if (bersih := satu.strip())]
    ringkas = "\n".join(baris)
    sidik = b64encode(sha256(ringkas.encode()).digest()).decode()
    kebijakan = f"default-src 'none'; style-src 'sha256-{sidik}'; base-uri 'none'; form-action 'none'"
    return Markup(ringkas), kebijakan  # noqa: S704 - our own stylesheet, nobody's input


def rakit(nama: str, **isi: object) -> str:
    """Return a page as text.

    Args:
        nama: a template, `ringkasan.html.j2`.
        isi: what it shows; everything is escaped.
    """
    teks_gaya, kebijakan = gaya()
    return lingkungan().get_template(nama).render(gaya=teks_gaya, kebijakan=kebijakan, **isi)
