"""The XML of an .ods without the blanks that lay it out: Gnumeric, SheetJS and others write each element on a line of its own.

calamine refuses a row in which blanks stand between the cells, and takes those within a cell for part of its text. By the format they
mean nothing there (OpenDocument 1.3 part 3, 6.1.2: only within a paragraph do they count).
"""

import re

_SELA = re.compile(rb">\s+(?=</?(?:table|office):|<text:p[\s/>])")
"""Blanks in front of what no paragraph holds: a cell, a row, a note, another paragraph."""


def rapatkan(isi: bytes) -> bytes:
    """Return the content of an .ods without the blanks between its rows, cells and paragraphs; the very same where there are none."""
    return _SELA.sub(b">", isi) if _SELA.search(isi, isi.find(b"<office:body")) else isi
