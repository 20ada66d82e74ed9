"""A real browser for tests of pages: Chromium, what it complains about, what it asks the network for, axe's verdict.

Without a browser the tests are skipped with a reason; in CI they fail instead, so that they cannot vanish unseen.
"""

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Literal

import pytest

_NAMA = ("chromium", "chromium-browser", "google-chrome", "chrome")
_PILIHAN = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
_SEDANG, _BERAT = {"moderate"}, {"serious", "critical"}
_WARNA = ("color-contrast", "link-in-text-block")
"""What axe by itself asks about colours."""


def _tanpa_peramban(alasan: str):
    if os.environ.get("CI") == "true":
        pytest.fail(f"peramban wajib ada di CI: {alasan}")
    pytest.skip(alasan)


@contextmanager
def peramban() -> Iterator:
    """Start Chromium: the system's, else the one that playwright installed."""
    try:
        from playwright.sync_api import Error, sync_playwright
    except ImportError:
        _tanpa_peramban("paket playwright tidak terpasang")
    program = next((ada for nama in _NAMA if (ada := shutil.which(nama))), None)
    with sync_playwright() as main:
        try:
            mesin = main.chromium.launch(executable_path=program, args=list(_PILIHAN))
        except Error as galat:
            _tanpa_peramban(f"Chromium tidak dapat dijalankan: {galat.message.splitlines()[0]}")
        yield mesin
        mesin.close()


@dataclass
class Catatan:
    """What happened while a page was open: console messages, errors, and every address it asked for."""

    konsol: list[str] = field(default_factory=list)
    permintaan: list[str] = field(default_factory=list)


@cache
def _tab(mesin, *, naskah: bool):
    """Return the tab in which the pages of a browser open one after the other; they keep nothing that the next could find.

    A window for each page would take six times, a tab for each twice the processor time of going to the next.
    """
    return mesin.new_context(java_script_enabled=naskah).new_page()


@contextmanager
def buka(
    mesin,
    berkas: Path,
    *,
    lebar: int = 1280,
    tema: Literal["light", "dark"] = "light",
    media: str | None = None,
    naskah: bool = True,
) -> Iterator[tuple]:
    """Open a file as a page of its own, its scripts running unless `naskah` is False; yields (page, Catatan)."""
    halaman, catatan = _tab(mesin, naskah=naskah), Catatan()
    halaman.set_viewport_size({"width": lebar, "height": 900})
    halaman.emulate_media(media=media or "null", color_scheme=tema)
    pendengar = {
        "console": lambda pesan: catatan.konsol.append(pesan.text),
        "pageerror": lambda galat: catatan.konsol.append(str(galat)),
        "dialog": lambda dialog: (catatan.konsol.append(dialog.message), dialog.dismiss()),
        "request": lambda minta: catatan.permintaan.append(minta.url),
    }
    for kejadian, dengarkan in pendengar.items():
        halaman.on(kejadian, dengarkan)
    try:
        halaman.goto(berkas.as_uri())
        yield halaman, catatan
    finally:
        for kejadian, dengarkan in pendengar.items():
            halaman.remove_listener(kejadian, dengarkan)
        halaman.goto("about:blank")


def buka_semua_rincian(halaman) -> None:
    """Unfold every details element."""
    halaman.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")


def lebar_isi(halaman) -> int:
    """Return the width that the page needs, in CSS pixels."""
    return halaman.evaluate("document.scrollingElement.scrollWidth")


def pelanggaran_axe(halaman, *, warna_saja: bool = False, sedang: bool = True) -> list[str]:
    """Return axe's violations but the minor ones, one line each; with `warna_saja` those of colours.

    `sedang` is False where a theme that is not ours writes the page: then only what is serious or critical counts.
    """
    from axe_playwright_python.sync_playwright import Axe

    jari = {"target-size": {"enabled": True}}  # left out by axe itself
    pilihan: dict[str, object] = {"resultTypes": ["violations"], "rules": jari}
    if warna_saja:
        del pilihan["rules"]
        pilihan["runOnly"] = {"type": "rule", "values": list(_WARNA)}
    hasil = Axe().run(halaman, options=pilihan).response["violations"]
    return [
        f"{pelanggaran['id']}: {pelanggaran['help']} ({simpul['target']})"
        for pelanggaran in hasil
        if pelanggaran["impact"] in _BERAT | (_SEDANG if sedang else set())
        for simpul in pelanggaran["nodes"]
    ]


def pelanggaran_kedua_tema(halaman) -> dict[str, list[str]]:
    """Return axe's violations in the light theme, and in the dark one those of colours: nothing else differs there."""
    hasil = {}
    for tema in ("light", "dark"):
        halaman.emulate_media(color_scheme=tema)
        hasil[tema] = pelanggaran_axe(halaman, warna_saja=tema == "dark")
    return hasil


def cetak_a4(halaman) -> bytes:
    """Return the page printed to PDF, on the paper that its style asks for."""
    return halaman.pdf(prefer_css_page_size=True, print_background=False)


def ukuran_halaman_pdf(pdf: bytes) -> list[tuple[int, int]]:
    """Return width and height of each page of a PDF, in whole millimetres."""
    kotak = re.findall(rb"/Type\s*/Page\b(?!s).*?/MediaBox\s*\[([^\]]+)\]", pdf, flags=re.DOTALL)
    ukuran = []
    for bingkai in kotak:
        _, _, lebar, tinggi = (float(x) for x in bingkai.split())
        ukuran.append((round(lebar / 72 * 25.4), round(tinggi / 72 * 25.4)))
    return ukuran
