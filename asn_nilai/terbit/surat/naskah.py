"""A letter's template filled in: the program's own, or the one of the same name that an office keeps beside its data.

A template is a Word document with `{{ … }}` where a value stands. It cannot do anything but show values; one that asks for
something unknown or is written wrongly is named with its place.
"""

import io
import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import IO, Any

from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage
from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError, UndefinedError
from jinja2.sandbox import SandboxedEnvironment

from asn_nilai.terbit.berkas import zip_tetap
from asn_nilai.terbit.halaman.templat import folder_templat

_TINGGI_LOGO = 22
"""Millimetres."""
_TAK_DIKENAL = re.compile(
    r"'([^']+)' (?:is undefined|has no attribute '?([^']*)'?)|has no attribute '([^']+)'"
)
_KENDALI = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
"""What XML cannot hold; anybody may have typed it."""


class TemplatSuratError(ValueError):
    """A template that cannot be used; the message, in Indonesian, says which and where."""


@dataclass(frozen=True, slots=True)
class Surat:
    """One letter: its file's name without ending, its template's, and what fills it."""

    nama: str
    templat: str
    isi: dict[str, Any] = field(hash=False)


@cache
def _lingkungan() -> SandboxedEnvironment:
    return SandboxedEnvironment(autoescape=True, undefined=StrictUndefined)


def tulis_surat(tujuan: IO[bytes], surat: Surat, kantor: Path, logo: Path | None = None) -> None:
    """Write a letter.

    Args:
        tujuan: where the document goes.
        surat: the letter.
        kantor: the folder of the office's own templates, which need not be there.
        logo: a picture for the head.

    Raises:
        TemplatSuratError: the template, or the picture, cannot be used.
    """
    milik_kantor = kantor / f"{surat.templat}.docx"
    berkas = (
        milik_kantor
        if milik_kantor.is_file()
        else Path(str(folder_templat())) / "surat" / f"{surat.templat}.docx"
    )
    try:
        dokumen = DocxTemplate(berkas)
        gambar = InlineImage(dokumen, str(logo), height=Mm(_TINGGI_LOGO)) if logo else ""
        dokumen.render({**_bersih(surat.isi), "logo": gambar}, jinja_env=_lingkungan(), autoescape=True)
        wadah = io.BytesIO()
        dokumen.save(wadah)
    except TemplateError as galat:
        raise TemplatSuratError(f"Templat surat {berkas}: {_sebab(galat)}{_tempat(galat)}") from galat
    except Exception as galat:  # a file that is no Word document breaks in a hundred ways
        mana = (
            f"Logo {logo}" if logo and "image" in type(galat).__name__.lower() else f"Templat surat {berkas}"
        )
        raise TemplatSuratError(
            f"{mana} tidak dapat dibaca. Simpan ulang (templat sebagai .docx, logo sebagai .png), atau hapus supaya yang bawaan dipakai."
        ) from galat
    tujuan.write(zip_tetap(wadah.getvalue()))


def _bersih(isi: Any) -> Any:  # noqa: ANN401 - whatever a template shows
    """Return values without what no document can hold."""
    if isinstance(isi, str):
        return _KENDALI.sub("", isi)
    if isinstance(isi, dict):
        return {kunci: _bersih(nilai) for kunci, nilai in isi.items()}
    return [_bersih(nilai) for nilai in isi] if isinstance(isi, list | tuple) else isi


def _sebab(galat: TemplateError) -> str:
    if isinstance(galat, UndefinedError) and (cocok := _TAK_DIKENAL.search(str(galat))):
        nama = next(filter(None, reversed(cocok.groups())))
        return f"isian '{nama}' tidak dikenal. Tulis salah satu yang ada pada templat bawaannya."
    if isinstance(galat, TemplateSyntaxError):
        return "tanda {{ … }} atau {% … %} di dalamnya tidak utuh."
    return "isinya meminta yang tidak boleh dilakukan sebuah templat."


def _tempat(galat: TemplateError) -> str:
    """Return the words around the place where a template is wrong, blank where nobody knows it."""
    sekitar = [str(baris) for baris in getattr(galat, "docx_context", ())]
    teks = " ".join(" ".join(re.sub(r"<[^>]*>", " ", baris) for baris in sekitar).split())
    return f" Di sekitar: {teks[:200]}" if teks else ""
