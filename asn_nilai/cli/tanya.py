"""The door to questions: choose one, type a text, say yes or no. Whoever is asked sits at a terminal.

What is asked stands on standard error, as all messages do, so that standard output may go to a file. Where the prompt library
cannot draw (no screen buffer, a terminal that moves no cursor, or ASN_NILAI_POLOS set, as for a screen reader), the same
questions are asked line by line, with numbers. Ctrl+C and the end of the input are a KeyboardInterrupt: the door of the
program says the sentence.
"""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from prompt_toolkit.output import Output

Pemeriksa = Callable[[str], str]
"""Says why an answer cannot be taken; blank where it can."""
_PINTAS = 36
"""Choices that one key each can point at: ten digits and the letters."""
_YA, _TIDAK = "y", "t"


_POLOS = "ASN_NILAI_POLOS"
"""Environment: ask line by line."""


@contextmanager
def baris_demi_baris() -> Iterator[None]:
    """Ask line by line while the block runs: numbers typed, then Enter, as in a menu that takes folders and names as well."""
    lama = os.environ.get(_POLOS)
    os.environ[_POLOS] = "1"
    try:
        yield
    finally:
        if lama is None:
            del os.environ[_POLOS]
        else:
            os.environ[_POLOS] = lama


def dapat_bertanya() -> bool:
    """Tell whether somebody is there to answer: both the keyboard and the screen are a terminal's."""
    return all(aliran is not None and aliran.isatty() for aliran in (sys.stdin, sys.stderr))


def pilih(pertanyaan: str, jawaban: Sequence[tuple[str, str]], bawaan: str = "") -> str:
    """Ask to choose one.

    Args:
        pertanyaan: the question.
        jawaban: (value, label) of each choice, in order; numbered from 1 on the screen.
        bawaan: the value that Enter alone takes; blank for the first.

    Returns:
        The value of the choice.

    Raises:
        KeyboardInterrupt: the person wants no more.
    """
    keluaran = _keluaran()
    if keluaran is None:
        return _pilih_polos(pertanyaan, jawaban, bawaan)
    from questionary import Choice, select

    semua = [Choice(label, nilai) for nilai, label in jawaban]
    pintas = len(semua) <= _PINTAS
    with _papan(keluaran):
        dipilih: str = select(
            pertanyaan, semua, default=bawaan or None, use_shortcuts=pintas, use_jk_keys=False,
            instruction=f"({'angka di depannya atau ' if pintas else ''}panah, lalu Enter)",
        ).unsafe_ask()  # fmt: skip
    return dipilih


def ketik(pertanyaan: str, bawaan: str = "", periksa: Pemeriksa | None = None) -> str:
    """Ask for a text, without blanks around it.

    Args:
        pertanyaan: the question.
        bawaan: what stands there already; Enter alone takes it.
        periksa: refuses an answer by a sentence; the question stays until one is taken.

    Raises:
        KeyboardInterrupt: the person wants no more.
    """
    keluaran = _keluaran()
    if keluaran is None:
        return _ketik_polos(pertanyaan, bawaan, periksa)
    from questionary import text

    def sah(isi: str) -> bool | str:
        return (periksa(isi.strip()) if periksa else "") or True

    with _papan(keluaran):
        isi: str = text(pertanyaan, default=bawaan, validate=sah, validate_while_typing=False).unsafe_ask()
    return isi.strip()


def setuju(pertanyaan: str, *, bawaan: bool) -> bool:
    """Ask for yes or no.

    Args:
        pertanyaan: the question.
        bawaan: what Enter alone takes; for what cannot be undone, no.

    Raises:
        KeyboardInterrupt: the person wants no more.
    """
    keluaran = _keluaran()
    if keluaran is None:
        pilihan = "Y/t" if bawaan else "y/T"
        periksa: Pemeriksa = lambda isi: "" if isi[:1].casefold() in {"", _YA, _TIDAK} else "Jawab y atau t."  # noqa: E731
        isi = _ketik_polos(f"{pertanyaan} ({pilihan})", "", periksa)
        return isi[:1].casefold() == _YA if isi else bawaan
    from questionary import Choice, select

    jawaban = [Choice("Ya", True, shortcut_key=_YA), Choice("Tidak", False, shortcut_key=_TIDAK)]
    with _papan(keluaran):
        ya: bool = select(
            pertanyaan, jawaban, default=jawaban[0 if bawaan else 1], instruction="(y atau t, lalu Enter)",
            use_shortcuts=True, use_jk_keys=False,
        ).unsafe_ask()  # fmt: skip
    return ya


def _keluaran() -> "Output | None":
    """Return where the prompt library draws, None where it cannot."""
    if os.environ.get(_POLOS) or os.environ.get("TERM") == "dumb":
        return None
    os.environ.setdefault("PROMPT_TOOLKIT_NO_CPR", "1")  # else it says in English what a terminal cannot do
    from prompt_toolkit.output import create_output

    try:
        return create_output(stdout=sys.stderr)
    except Exception:  # noqa: BLE001 - consoles refuse in many ways; each leaves the plain questions
        return None


@contextmanager
def _papan(keluaran: "Output") -> Iterator[None]:
    """Let the prompt library draw there while the block runs."""
    from prompt_toolkit.application import create_app_session

    with create_app_session(output=keluaran):
        try:
            yield
        except EOFError:
            raise KeyboardInterrupt from None


def _pilih_polos(pertanyaan: str, jawaban: Sequence[tuple[str, str]], bawaan: str) -> str:
    nilai = [pilihan for pilihan, _ in jawaban]
    _tulis(pertanyaan)
    for nomor, (_, label) in enumerate(jawaban, 1):
        _tulis(f"  {nomor}) {label}")
    nomor_bawaan = str(nilai.index(bawaan) + 1) if bawaan else "1"

    def periksa(isi: str) -> str:
        ada = isi.isdecimal() and 1 <= int(isi) <= len(jawaban)
        return "" if ada else f"Ketik angka 1 sampai {len(jawaban)}."

    return nilai[int(_ketik_polos("Nomor", nomor_bawaan, periksa)) - 1]


def _ketik_polos(pertanyaan: str, bawaan: str, periksa: Pemeriksa | None) -> str:
    while True:
        _tulis(f"{pertanyaan.removesuffix(':')}{f' [{bawaan}]' if bawaan else ''}: ", akhir="")
        baris = sys.stdin.readline() if sys.stdin else ""
        if not baris:
            raise KeyboardInterrupt
        isi = baris.strip() or bawaan
        keluhan = periksa(isi) if periksa else ""
        if not keluhan:
            return isi
        _tulis(keluhan)


def _tulis(teks: str, akhir: str = "\n") -> None:
    typer.echo(f"{teks}{akhir}", nl=False, err=True)
