"""LibreOffice recalculates a workbook from scratch, so that tests can compare with what was stored.

Starting soffice costs seconds: give it many files at once.
"""

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest

_SELALU_HITUNG = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


def soffice() -> str:
    """Return the program; skip the test where it is missing, but fail in CI, where it must be there."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        if os.environ.get("CI") == "true":
            pytest.fail("LibreOffice (soffice) harus ada di CI.")
        pytest.skip("LibreOffice (soffice) tidak terpasang.")
    return program


def hitung_ulang(berkas: Sequence[Path], folder: Path) -> list[Path]:
    """Recalculate workbooks hard and save them as .xlsx.

    Args:
        berkas: the workbooks; they may bear the same name in different folders.
        folder: an existing folder to work in.

    Returns:
        The recalculated copies, in the order of `berkas`.
    """
    return _ubah(berkas, folder, "xlsx:Calc MS Excel 2007 XML")


def jadikan_pdf(berkas: Sequence[Path], folder: Path) -> list[Path]:
    """Print workbooks to PDF; returns the PDF files in the order of `berkas`."""
    return _ubah(berkas, folder, "pdf")


def isi_sel(berkas: Path, *, rumus: bool) -> dict:
    """Return the filled cells of a workbook by (sheet, cell): formulas only, or the values that are stored."""
    buku = openpyxl.load_workbook(berkas, data_only=not rumus)
    return {
        (lembar.title, sel.coordinate): sel.value
        for lembar in buku
        for baris in lembar.iter_rows()
        for sel in baris
        if sel.value is not None and (not rumus or sel.data_type == "f")
    }


def rumus_sama(asal: Path, ulang: Path) -> int:
    """Assert that every formula's stored value is what it was recalculated to; return how many there are."""
    tersimpan, dihitung, semua = (
        isi_sel(asal, rumus=False), isi_sel(ulang, rumus=False), isi_sel(asal, rumus=True),
    )  # fmt: skip
    for sel in semua:
        lama, baru = tersimpan.get(sel, ""), dihitung.get(sel, "")
        if isinstance(lama, str):
            assert baru == lama, (asal, sel)
        else:
            assert baru == pytest.approx(lama, rel=1e-12, abs=1e-12), (asal, sel)
    return len(semua)


def _ubah(berkas: Sequence[Path], folder: Path, bentuk: str) -> list[Path]:
    program = soffice()
    if not berkas:
        return []  # without a file soffice would wait for ever
    profil, masuk, keluar = (folder / nama for nama in ("profil", "masuk", "keluar"))
    for folder_ini in (profil / "user", masuk, keluar):
        folder_ini.mkdir(parents=True, exist_ok=True)
    (profil / "user" / "registrymodifications.xcu").write_text(_SELALU_HITUNG, encoding="utf-8")
    salinan = [masuk / f"{nomor:04d}{b.suffix}" for nomor, b in enumerate(berkas)]
    for asal, tujuan in zip(berkas, salinan, strict=True):
        shutil.copyfile(asal, tujuan)
    perintah = [program, f"-env:UserInstallation={profil.resolve().as_uri()}", "--headless", "--norestore"]
    perintah += ["--convert-to", bentuk, "--outdir", str(keluar), *map(str, salinan)]
    selesai = subprocess.run(perintah, capture_output=True, text=True, timeout=300, check=False)
    hasil = [keluar / f"{s.stem}.{bentuk.partition(':')[0]}" for s in salinan]
    hilang = [p.name for p in hasil if not p.is_file()]
    assert not hilang, f"LibreOffice tidak menghasilkan {hilang}: {selesai.stdout}{selesai.stderr}"
    return hasil
