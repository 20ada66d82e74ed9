"""Templates become pages: one environment per process, strict about names, and a policy that forbids the network.

The templates stand beside the package in a checkout and inside it in a wheel; they are read as package data, so that
a zipped package serves as well.
"""

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from jinja2 import Environment, FunctionLoader, StrictUndefined
from jinja2.compiler import CodeGenerator
from markupsafe import Markup, escape

from asn_nilai.acuan.profil.ketentuan import bersama_syarat
from asn_nilai.acuan.riwayat.kata_perubahan import kata_apa, kata_nilai
from asn_nilai.acuan.tulisan import tulis_angka
from asn_nilai.terbit.halaman.templat_jadi import TemplatJadi

_BARIS, _SEL, _KECIL, _TUTUP = "\x1c", "\x1f", "\x1d", "\x1e"
_TANDA_SENDIRI = re.compile(f"[{_BARIS}{_SEL}{_KECIL}{_TUTUP}]")
_PENGARAH = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""What turns the direction of the letters after it, beyond the name in which somebody pasted it."""


@cache
def folder_templat() -> Traversable:
    """Return the folder of the templates: `asn_nilai/templates` where installed, else `templates` beside the package."""
    paket = files("asn_nilai")
    dalam_paket = paket.joinpath("templates")
    return dalam_paket if dalam_paket.is_dir() else Path(str(paket)).parent / "templates"


def _muat(nama: str) -> str | None:
    berkas = folder_templat().joinpath(nama)
    return berkas.read_text(encoding="utf-8") if berkas.is_file() else None


def dengan_kecil(teks: str, kecil: str) -> str:
    """Return a cell for `badan_tabel`: a text that anybody may have typed, with small print beneath it unless that is blank."""
    if not (teks.isprintable() and kecil.isprintable()):
        teks, kecil = _TANDA_SENDIRI.sub("", teks), _TANDA_SENDIRI.sub("", kecil)
    return f"{teks}{_KECIL}{kecil}{_TUTUP}" if kecil else teks


def badan_tabel(baris: Iterable[Sequence[str]]) -> Markup:
    """Return the rows of a table, the first cell of each its header, escaped in one stroke.

    A unit's page holds thousands of cells, and escaping each by itself took half of the time of the page. Here the
    cells are joined by control characters, which escaping leaves alone and which then become the tags.
    """
    aman = str(escape(_BARIS.join(_SEL.join(sel) for sel in baris)))
    baris_tabel = (
        f'<tr><th scope="row">{kepala}</th><td>{isi.replace(_SEL, "</td><td>")}</td></tr>'
        for kepala, _, isi in (teks.partition(_SEL) for teks in aman.split(_BARIS))
    )
    html = "\n".join(baris_tabel).replace(_KECIL, "<small>").replace(_TUTUP, "</small>")
    return Markup(html)  # noqa: S704 - escaped above; the tags are our own


def searah(teks: str) -> str:
    """Return HTML without what turns letters around: after a name that leaves it open, 97,22 would read 22,79."""
    for tanda in _PENGARAH:
        if tanda in teks:
            teks = teks.replace(tanda, "")
    return teks


def _tampil(isi: object) -> object:
    """Return what a page prints of a value: counts as people write them, `2.000`; a year is given as a text."""
    return tulis_angka(isi) if type(isi) is int else isi


def _cetak(isi: object) -> str:
    """Return what a page prints of a value, escaped; most texts hold nothing to escape, and stay as they are."""
    if type(isi) is str and not ("&" in isi or "<" in isi or ">" in isi or '"' in isi or "'" in isi):
        return isi
    if type(isi) is Markup:
        return isi
    return escape(_tampil(isi))


class _Penyusun(CodeGenerator):
    """Templates as Python that ask `cetak` alone of a value: jinja2's own calls are five, and a hundredth of `hitung`.

    A jinja2 that no longer asks for these two methods makes its own calls again, slower and as safe.
    """

    def _output_child_pre(self, *_: object) -> None:
        self.write("environment.cetak(")

    def _output_child_post(self, *_: object) -> None:
        self.write(")")


class _Lingkungan(Environment):
    code_generator_class = _Penyusun
    cetak = staticmethod(_cetak)


@cache
def lingkungan() -> Environment:
    """Return the environment of all pages; compiled templates stay in it."""
    folder = folder_templat()
    env = _Lingkungan(
        loader=FunctionLoader(_muat),
        bytecode_cache=TemplatJadi(folder) if isinstance(folder, Path) else None,
        autoescape=True,
        finalize=_tampil,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    env.filters["badan_tabel"] = badan_tabel
    env.filters["bersama_syarat"] = bersama_syarat
    env.filters["tulis"] = tulis_angka
    env.filters["kata_apa"] = kata_apa
    env.filters["kata_nilai"] = kata_nilai
    return env


def _ringkas(*nama: str) -> str:
    """Return the text of style sheets or scripts without indents and empty lines."""
    baris = (teks.strip() for berkas in nama if berkas for teks in (_muat(berkas) or "").splitlines())
    return "\n".join(filter(None, baris))


@cache
def sisipan(gaya_tambahan: str = "", naskah: str = "") -> Mapping[str, str]:
    """Return what a page carries inside, `gaya` and `naskah`, and its policy, `kebijakan`, that admits these alone.

    Args:
        gaya_tambahan: a style sheet of this page beside that of all pages, `rekap.css`; blank for none.
        naskah: the page's script, `rekap.js`; blank for none, and then the policy admits no script at all.
    """
    gaya, isi_naskah = _ringkas("gaya.css", gaya_tambahan), _ringkas(naskah)
    boleh = {"style-src": gaya, "script-src": isi_naskah}
    arahan = [f"{apa} 'sha256-{_sidik(isi)}'" for apa, isi in boleh.items() if isi]
    kebijakan = "; ".join(["default-src 'none'", *arahan, "base-uri 'none'", "form-action 'none'"])
    # Our own style sheets and scripts, nobody's input.
    return {"gaya": Markup(gaya), "naskah": Markup(isi_naskah), "kebijakan": kebijakan}  # noqa: S704


def _sidik(teks: str) -> str:
    return b64encode(sha256(teks.encode()).digest()).decode()


def rakit(nama: str, *, gaya_tambahan: str = "", naskah: str = "", **isi: object) -> str:
    """Return a page as text.

    Args:
        nama: a template, `ringkasan.html.j2`.
        gaya_tambahan: a style sheet of this page alone; blank for none.
        naskah: its script; blank for none.
        isi: what it shows; everything is escaped.
    """
    return searah("".join(_potongan(nama, {**sisipan(gaya_tambahan, naskah), **isi})))


def rakit_mengalir(nama: str, **isi: object) -> Iterator[str]:
    """Yield a page without style and script of its own in pieces: of a whole city it need not be in memory at once."""
    return map(searah, _potongan(nama, {**sisipan(), **isi}))


def _potongan(nama: str, isi: Mapping[str, object]) -> Iterator[str]:
    """Yield a page in pieces, and let go of what it showed.

    A template's macros and its context know each other: not parted, all the rows of a unit would wait for Python's collector.
    """
    templat = lingkungan().get_template(nama)
    konteks = templat.new_context(dict(isi))
    yield from templat.root_render_func(konteks)
    konteks.parent.clear()
