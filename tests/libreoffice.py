"""LibreOffice recalculates a workbook from scratch, so that tests can compare with what was stored.

Starting soffice costs seconds: give it many files at once.
"""

import atexit
import os
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest
from defusedxml.ElementTree import fromstring

_RUANG = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_NOMOR_HUBUNGAN = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_SELALU_HITUNG = """<item oor:path="/org.openoffice.Office.Calc/Formula/Load">\
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
"""


def soffice() -> str:
    """Return the program; skip the test where it is missing, but fail in CI, where it must be there."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        if os.environ.get("CI") == "true":
            pytest.fail("LibreOffice (soffice) harus ada di CI.")
        pytest.skip("LibreOffice (soffice) tidak terpasang.")
    return program


def siapkan_profil(program: str, profil: Path) -> str:
    """Make a fresh user profile and return the option that names it: a copy of the one that soffice set up first.

    Setting up takes a second of processor time, three times what starting and converting a small workbook takes.
    """
    shutil.copytree(_profil_jadi(program), profil, dirs_exist_ok=True)
    return _pilihan_profil(profil)


@cache
def _profil_jadi(program: str) -> Path:
    """Let soffice set up a profile by converting a tiny file, once in this process."""
    folder = Path(tempfile.mkdtemp(prefix="asn-nilai-soffice-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    profil, contoh = folder / "profil", folder / "contoh.csv"
    profil.mkdir()
    contoh.write_text("1\n", encoding="utf-8")
    perintah = [program, _pilihan_profil(profil), "--headless", "--norestore"]
    perintah += ["--convert-to", "xlsx", "--outdir", str(folder), str(contoh)]
    subprocess.run(perintah, capture_output=True, timeout=300, check=False)
    return profil


def _pilihan_profil(profil: Path) -> str:
    return f"-env:UserInstallation={profil.resolve().as_uri()}"


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


def rumus_sama(asal: Path, ulang: Path) -> int:
    """Assert that every formula's stored value is what it was recalculated to; return how many there are."""
    tersimpan, dihitung, banyak = _isi_sel(asal), _isi_sel(ulang), 0
    for sel, (lama, berumus) in tersimpan.items():
        if not berumus:
            continue
        baru, _ = dihitung.get(sel, ("", False))
        banyak += 1
        if isinstance(lama, str):
            assert baru == lama, (asal, sel)
        else:
            assert baru == pytest.approx(lama, rel=1e-12, abs=1e-12), (asal, sel)
    return banyak


def _isi_sel(berkas: Path) -> dict[tuple[str, str], tuple[str | float, bool]]:
    """Return the stored value of each cell by (sheet, cell), blank text for none, and whether it has a formula.

    Read from the package itself, once: openpyxl would go through it for values and again for formulas, in five times the time.
    """
    with zipfile.ZipFile(berkas) as paket:
        kata = []
        if "xl/sharedStrings.xml" in paket.namelist():
            daftar = fromstring(paket.read("xl/sharedStrings.xml"))
            kata = ["".join(t.text or "" for t in butir.iter(f"{_RUANG}t")) for butir in daftar]
        hubungan = fromstring(paket.read("xl/_rels/workbook.xml.rels"))
        tempat = {bagian.get("Id"): bagian.get("Target").removeprefix("/xl/") for bagian in hubungan}
        semua = {}
        for lembar in fromstring(paket.read("xl/workbook.xml")).iter(f"{_RUANG}sheet"):
            isi = fromstring(paket.read(f"xl/{tempat[lembar.get(_NOMOR_HUBUNGAN)]}"))
            for sel in isi.iter(f"{_RUANG}c"):
                nilai, rumus = sel.find(f"{_RUANG}v"), sel.find(f"{_RUANG}f")
                teks = "" if nilai is None else nilai.text or ""
                if nilai is None:
                    teks = "".join(t.text or "" for t in sel.iter(f"{_RUANG}t"))
                if sel.get("t") == "s":
                    teks = kata[int(teks)]
                angka = teks and sel.get("t", "n") in {"n", "b"}
                semua[lembar.get("name"), sel.get("r")] = (
                    float(teks) if angka else teks,
                    rumus is not None,
                )
    return semua


def _ubah(berkas: Sequence[Path], folder: Path, bentuk: str) -> list[Path]:
    program = soffice()
    if not berkas:
        return []  # without a file soffice would wait for ever
    profil, masuk, keluar = (folder / nama for nama in ("profil", "masuk", "keluar"))
    masuk.mkdir(parents=True, exist_ok=True)
    keluar.mkdir(exist_ok=True)
    pilihan_profil = siapkan_profil(program, profil)
    pengaturan = profil / "user" / "registrymodifications.xcu"
    awal, penutup, _ = pengaturan.read_text(encoding="utf-8").partition("</oor:items>")
    pengaturan.write_text(awal + _SELALU_HITUNG + penutup, encoding="utf-8")
    salinan = [masuk / f"{nomor:04d}{b.suffix}" for nomor, b in enumerate(berkas)]
    for asal, tujuan in zip(berkas, salinan, strict=True):
        shutil.copyfile(asal, tujuan)
    perintah = [program, pilihan_profil, "--headless", "--norestore"]
    perintah += ["--convert-to", bentuk, "--outdir", str(keluar), *map(str, salinan)]
    selesai = subprocess.run(perintah, capture_output=True, text=True, timeout=300, check=False)
    hasil = [keluar / f"{s.stem}.{bentuk.partition(':')[0]}" for s in salinan]
    hilang = [p.name for p in hasil if not p.is_file()]
    assert not hilang, f"LibreOffice tidak menghasilkan {hilang}: {selesai.stdout}{selesai.stderr}"
    return hasil
