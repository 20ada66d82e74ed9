"""Whole outputs against a frozen copy in tests/beku: nothing that a reader sees changes unnoticed.

Workbooks and pages are laid out as text, a row of cells or a tag a line, so that a difference reads as one. Where a change
is meant, `ASN_NILAI_BEKUKAN=1` writes the copies anew; the difference in version control is then what a reviewer reads.
"""

import io
import os
import re
import zipfile
from collections.abc import Callable, Iterator
from difflib import unified_diff
from pathlib import Path

import openpyxl
import pytest
from docx import Document
from docx.text.paragraph import Paragraph
from openpyxl.utils import get_column_letter

from asn_nilai import __version__
from asn_nilai.acuan import jam
from asn_nilai.acuan.periode import tulis_tanggal

TEMPAT = Path(__file__).parent / "beku"
_TAMPAK = 40


def cocokkan(nama: str, teks: str) -> None:
    """Fail where a text differs from its frozen copy, with the first lines that do."""
    berkas = TEMPAT / nama
    if os.environ.get("ASN_NILAI_BEKUKAN"):
        berkas.parent.mkdir(exist_ok=True)
        berkas.write_text(teks, encoding="utf-8", newline="\n")
    beku = berkas.read_text(encoding="utf-8")
    beda = unified_diff(beku.splitlines(), teks.splitlines(), "beku", "kini", n=0, lineterm="")
    if teks != beku:
        pytest.fail(
            f"{nama} lain daripada yang dibekukan:\n" + "\n".join(list(beda)[:_TAMPAK]), pytrace=False
        )


def tenang(teks: str, tempat: Path) -> str:
    """Take out what is other each time: where it ran, when, and in which version."""
    teks = teks.replace(str(tempat), "TEMPAT").replace(os.sep, "/")
    hari = tulis_tanggal(jam.kini().date().isoformat())
    teks = teks.replace(f"asn-nilai {__version__}", "asn-nilai VERSI").replace(hari, "HARI INI")
    teks = re.sub(r"\d{4}-\d\d-\d\d \d\d:\d\d", "WAKTU", teks)
    teks = re.sub(r"(?<=[Kk]ode )[0-9A-Z]{4}-[0-9A-Z]{4}", "KODE", teks)
    teks = re.sub(r"\d+,\d+ detik", "# detik", re.sub(r"Kinerja ASN \d{4}", "Kinerja ASN TAHUN", teks))
    return re.sub(r"[ \t]+\n", "\n", teks)


def halaman(teks: str) -> str:
    """Lay a page out, a tag a line, without styles and scripts."""
    teks = re.sub(r"<(style|script)\b.*?</\1>", "", teks, flags=re.DOTALL)
    baris = (baris.strip() for baris in re.sub(r"\s*(<(?!/))", r"\n\1", teks).splitlines())
    return "".join(f"{b}\n" for b in baris if b)


def isi_surat(berkas: Path | io.BytesIO) -> str:
    """Lay a document out: head, paragraphs and rows of tables in their order, foot; each with what is bold."""
    dokumen = Document(berkas)
    bagian = dokumen.sections[0]
    isi = []
    for blok in (
        *bagian.header.iter_inner_content(),
        *dokumen.iter_inner_content(),
        *bagian.footer.iter_inner_content(),
    ):
        if isinstance(blok, Paragraph):
            isi.append(f"{'*' if any(r.bold and r.text.strip() for r in blok.runs) else ' '} {blok.text}")
        else:
            isi.extend("| " + " | ".join(sel.text for sel in baris.cells) for baris in blok.rows)
    return "".join(f"{' / '.join(baris.splitlines()).rstrip()}\n" for baris in isi)


def buku(isi: bytes) -> str:
    """Lay a workbook out: each sheet's settings and dress, then its rows with formulas, stored values and number formats."""
    rumus, nilai = (openpyxl.load_workbook(io.BytesIO(isi), data_only=data) for data in (False, True))
    nama = (f"nama {kunci} = {nama_ini.attr_text}" for kunci, nama_ini in sorted(rumus.defined_names.items()))
    with zipfile.ZipFile(io.BytesIO(isi)) as paket:
        lembar = [
            baris
            for nomor, ini in enumerate(rumus, 1)
            for baris in _lembar(
                ini, nilai[ini.title], paket.read(f"xl/worksheets/sheet{nomor}.xml").decode()
            )
        ]
        bagan = [
            f"{bagian} {_rapat(paket.read(bagian).decode())}"
            for bagian in sorted(paket.namelist())
            if re.match("xl/(charts|drawings)/[^/]*[.]xml", bagian)
        ]
    sifat = f"sifat {rumus.properties.title} ¦ {rumus.properties.subject}"
    teks = "".join(f"{b}\n" for b in [sifat, *nama, *lembar, *bagan])
    return teks.replace(f"asn-nilai {__version__}", "asn-nilai VERSI")


def _rapat(xml: str) -> str:
    """Return what a part of a package says, without what every part says and what readers store of cells."""
    xml = re.sub(
        r'<\?xml.*?\?>| xmlns(:\w+)?="[^"]*"|<c:(num|str)Cache>.*?</c:\2Cache>', "", xml, flags=re.DOTALL
    )
    return re.sub(r"\s+", " ", xml)


def tanpa_ulangan(teks: str) -> str:
    """Leave out rows of a workbook that repeat the row above but for its number, and say how many they were."""
    semua, lalu, ulang = [], "", 0
    for baris in [*teks.splitlines(), ""]:
        nomor = re.match(r"[A-Z]+(\d+) ", baris)
        pola = re.sub(rf"(?<!\d){nomor[1]}(?!\d)", "#", baris) if nomor else baris
        if nomor and pola == lalu:
            ulang += 1
            continue
        if ulang:
            semua.append(f"… {ulang} baris lagi seperti itu")
        semua.append(baris)
        lalu, ulang = pola, 0
    return "\n".join(semua)


def _lembar(rumus, nilai, xml: str) -> Iterator[str]:
    yield f"== {rumus.title} ({rumus.sheet_state})"
    # Views, panes, protection, page and its header, sparklines: all but cells and what has a line of its own below.
    punya_baris = "sheetData|cols|mergeCells|dataValidations|conditionalFormatting|hyperlinks|autoFilter"
    kerangka = re.sub(rf"<({punya_baris})\b(?:[^>]*/>|.*?</\1>)", "", _rapat(xml), flags=re.DOTALL)
    yield f"kerangka {kerangka}"
    yield f"cetak {rumus.print_area} kepala {rumus.print_title_rows} beku {rumus.freeze_panes} saring {rumus.auto_filter.ref}"
    lebar = sorted((k, round(kolom.width, 2), kolom.hidden) for k, kolom in rumus.column_dimensions.items())
    yield "lebar " + " ".join(f"{k}={w}{'*' if sembunyi else ''}" for k, w, sembunyi in lebar)
    yield "tinggi " + " ".join(
        f"{n}={baris.height}" for n, baris in rumus.row_dimensions.items() if baris.height
    )
    yield f"gabung {' '.join(sorted(map(str, rumus.merged_cells.ranges)))}"
    for pilihan in rumus.data_validations.dataValidation:
        kata = (pilihan.promptTitle, pilihan.prompt, pilihan.errorTitle, pilihan.error)
        sakelar = (
            pilihan.errorStyle,
            pilihan.showDropDown,
            pilihan.showInputMessage,
            pilihan.showErrorMessage,
            pilihan.allow_blank,
        )
        isi = f"{pilihan.type} {pilihan.operator} {pilihan.formula1} {pilihan.formula2}"
        yield f"periksa {pilihan.sqref} {isi} {kata} {' '.join(map(str, sakelar))}"
    for rentang in rumus.conditional_formatting:
        for aturan in rentang.rules:
            rupa = _rupa(aturan.dxf) if aturan.dxf else ""
            yield f"bersyarat {rentang.sqref} {aturan.type} {aturan.operator} {aturan.formula} {aturan.text} {aturan.stopIfTrue} {rupa}"
    yield from _busana(rumus)
    for baris in rumus.iter_rows():
        isi = [_sel(sel, nilai[sel.coordinate].value) for sel in baris if sel.value is not None]
        if isi:
            yield " ┃ ".join(isi)


def _busana(rumus) -> Iterator[str]:
    """Yield how cells are dressed, each dress once with the rows and columns that wear it, columns as a whole too."""
    pemakai: dict[str, dict[int, list[int]]] = {}
    dikenal: dict[object, str] = {}
    for (baris, kolom), sel in sorted(rumus._cells.items()):
        kunci = tuple(sel._style)
        if kunci not in dikenal:
            dikenal[kunci] = _rupa(sel)
        pemakai.setdefault(dikenal[kunci], {}).setdefault(kolom, []).append(baris)
    for rupa, kolom in sorted(pemakai.items()):
        menurut: dict[str, list[int]] = {}
        for huruf, nomor in kolom.items():
            menurut.setdefault(_ringkas(nomor, str), []).append(huruf)
        tempat = " ".join(
            f"{_ringkas(huruf, get_column_letter)}({nomor})" for nomor, huruf in menurut.items()
        )
        yield f"busana {rupa}: {tempat}"
    for huruf, kolom in sorted(rumus.column_dimensions.items()):
        if kolom.has_style or kolom.outlineLevel:
            yield f"kolom {huruf} {kolom.outlineLevel} {_rupa(kolom)}"


def _ringkas(nomor: list[int], tulis: Callable[[int], str]) -> str:
    """Return rows or columns, those that follow each other as one stretch."""
    ruas: list[list[int]] = []
    for n in sorted(nomor):
        if ruas and ruas[-1][1] == n - 1:
            ruas[-1][1] = n
        else:
            ruas.append([n, n])
    return ",".join(tulis(a) if a == b else f"{tulis(a)}-{tulis(b)}" for a, b in ruas)


def _rupa(sel) -> str:
    """Return fill, font, borders and alignment of a cell, a column or a conditional format in short."""
    isi = []
    if isian := sel.fill:
        isi.append(_warna(isian.fgColor if isian.fill_type else isian.bgColor))
    if huruf := sel.font:
        tebal = " ".join(
            kata for kata, ada in (("tebal", huruf.b), ("miring", huruf.i), (huruf.u, huruf.u)) if ada
        )
        isi.append(f"{huruf.name} {huruf.sz} {_warna(huruf.color)} {tebal}")
    if tepi := sel.border:
        sisi = {nama: getattr(tepi, nama) for nama in ("left", "right", "top", "bottom")}
        ada = {nama: f"{s.style} {_warna(s.color)}" for nama, s in sisi.items() if s and s.style}
        kotak = len(ada) == len(sisi) and len(set(ada.values())) == 1
        isi.append(
            f"kotak {ada['left']}" if kotak else " ".join(f"{nama} {garis}" for nama, garis in ada.items())
        )
    if rata := sel.alignment:
        lain = {
            "lipat": rata.wrap_text,
            "masuk": rata.indent,
            "putar": rata.textRotation,
            "kecil": rata.shrink_to_fit,
        }
        isi.append(
            " ".join((f"{rata.horizontal} {rata.vertical}", *(f"{k}={n:g}" for k, n in lain.items() if n)))
        )
    if sel.protection and sel.protection.hidden:
        isi.append("rumus tersembunyi")
    return " | ".join(filter(None, map(str.strip, isi)))


def _warna(warna) -> str:
    if warna is None or warna.value in {"00000000", 64}:
        return ""
    return warna.rgb if isinstance(warna.rgb, str) else f"tema {warna.theme}"


def _sel(sel, tersimpan: object) -> str:
    isi = f"{sel.coordinate} {sel.value!r}"
    if sel.data_type == "f":
        isi += f" → {tersimpan!r}"
    if sel.number_format != "General":
        isi += f" [{sel.number_format}]"
    if sel.hyperlink:
        isi += f" ⇒ {sel.hyperlink.location} ({sel.hyperlink.tooltip})"
    if sel.font.b or sel.font.i:
        isi += " *" if sel.font.b else " /"
    return isi + ("" if sel.protection.locked else " ✎")
