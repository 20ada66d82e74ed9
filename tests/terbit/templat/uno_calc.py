"""Drives LibreOffice as a person would: fills cells, tries wrong entries, reads what it makes of validations.

Runs under the system's Python, which has the module `uno` (Debian: python3-uno); the tests start it as a program:
`uno_calc.py PIPE JOBS.json RESULTS.json`. Cells are ["Sheet", "A1", value].
"""

import json
import os
import sys
import time
from pathlib import Path

import uno
from com.sun.star.awt import KeyEvent
from com.sun.star.awt.Key import ESCAPE, NUM0, RETURN
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException


def sambung(pipa):
    """Wait for soffice and return its service manager and context."""
    lokal = uno.getComponentContext()
    pemecah = lokal.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", lokal)
    for _ in range(150):
        try:
            jauh = pemecah.resolve(f"uno:pipe,name={pipa};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.2)
        else:
            return lambda nama: jauh.ServiceManager.createInstanceWithContext(f"com.sun.star.{nama}", jauh)
    raise SystemExit("soffice tidak menyahut")


def sifat(**isi):
    return tuple(PropertyValue(Name=nama, Value=nilai) for nama, nilai in isi.items())


def sel(buku, lembar, alamat):
    return buku.Sheets.getByName(lembar).getCellRangeByName(alamat)


def isi_sel(tempat, nilai):
    if nilai is None:
        tempat.setString("")
    elif isinstance(nilai, str):
        tempat.setString(nilai)
    else:
        tempat.setValue(nilai)


def isi_semua(buku, isian):
    """Fill cells and calculate once at the end; return those that are locked."""
    buku.enableAutomaticCalculation(False)  # noqa: FBT003 - UNO knows no names of parameters
    buku.addActionLock()
    terkunci = []
    for nama, alamat, nilai in isian:
        tempat = sel(buku, nama, alamat)
        if tempat.CellProtection.IsLocked:
            terkunci.append(f"{nama}!{alamat}")
        isi_sel(tempat, nilai)
    buku.removeActionLock()
    buku.enableAutomaticCalculation(True)  # noqa: FBT003
    buku.calculateAll()
    return terkunci


def lingkaran(lembar):
    """Return how many cells LibreOffice itself marks as invalid."""
    lembar.clearArrows()
    lembar.showInvalid()
    return lembar.DrawPage.getCount()


def coba(buku, daftar):
    """Enter each value in turn; tell whether LibreOffice holds it for valid, and how it would answer."""
    hasil = []
    for nama, alamat, nilai in daftar:
        lembar, tempat = buku.Sheets.getByName(nama), sel(buku, nama, alamat)
        semula = lingkaran(lembar)
        isi_sel(tempat, nilai)
        aturan = tempat.Validation
        hasil.append(
            {
                "sah": lingkaran(lembar) == semula,
                "menolak": aturan.ShowErrorMessage and aturan.ErrorAlertStyle.value == "STOP",
                "judul": aturan.ErrorTitle,
                "galat": aturan.ErrorMessage,
                "petunjuk": aturan.InputMessage if aturan.ShowInputMessage else "",
            }
        )
        isi_sel(tempat, None)
    return hasil


def ketik(layanan, buku, daftar):
    """Type whole numbers on the keyboard, each into its cell, with Enter; return what the cells then show."""
    papan, kirim = layanan("awt.Toolkit"), layanan("frame.DispatchHelper")
    bingkai = buku.CurrentController.Frame

    def tekan(huruf, kode):
        tuts = KeyEvent(Source=bingkai.ComponentWindow, KeyChar=uno.Char(huruf), KeyCode=kode)
        papan.keyPress(tuts)
        papan.keyRelease(tuts)

    hasil = []
    for nama, alamat, teks in daftar:
        buku.CurrentController.setActiveSheet(buku.Sheets.getByName(nama))
        kirim.executeDispatch(bingkai, ".uno:GoToCell", "", 0, sifat(ToPoint=alamat))
        for angka in teks:
            tekan(angka, NUM0 + int(angka))
        tekan("\r", RETURN)
        time.sleep(0.5)  # what a refused entry brings up comes after the key
        hasil.append(sel(buku, nama, alamat).getString())
        tekan("\x1b", ESCAPE)
        time.sleep(0.2)
    return hasil


def kerjakan(layanan, tugas):
    terlihat = sifat(Hidden=not tugas.get("ketik"))
    meja = layanan("frame.Desktop")
    buku = meja.loadComponentFromURL(Path(tugas["berkas"]).as_uri(), "_blank", 0, terlihat)
    try:
        hasil = {"terkunci": isi_semua(buku, tugas.get("isi", []))}
        for nama, alamat, rumus in tugas.get("rumus", []):
            sel(buku, nama, alamat).setFormula(rumus.replace(",", ";"))  # as its API has them
        hasil["ketik"] = ketik(layanan, buku, tugas.get("ketik", []))
        hasil["coba"] = coba(buku, tugas.get("coba", []))
        hasil["tak_sah"] = {
            nama: lingkaran(buku.Sheets.getByName(nama)) for nama in tugas.get("lingkari", [])
        }
        for nama in tugas.get("lingkari", []):
            buku.Sheets.getByName(nama).clearArrows()
        hasil["dilindungi"] = {
            nama: buku.Sheets.getByName(nama).isProtected() for nama in buku.Sheets.ElementNames
        }
        hasil["lihat"] = [sel(buku, nama, alamat).getString() for nama, alamat in tugas.get("lihat", [])]
        if "tujuan" in tugas:
            tujuan = Path(tugas["tujuan"])
            penyaring = "calc8" if tujuan.suffix == ".ods" else "Calc MS Excel 2007 XML"
            buku.storeToURL(tujuan.as_uri(), sifat(FilterName=penyaring))
    finally:
        buku.close(True)  # noqa: FBT003
    return hasil


def main(pipa, masuk, keluar):
    layanan = sambung(pipa)
    hasil = [kerjakan(layanan, tugas) for tugas in json.loads(Path(masuk).read_text(encoding="utf-8"))]
    Path(keluar).write_text(json.dumps(hasil), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
    os._exit(0)  # taking UNO's objects apart at the end crashes now and then, after all work is done
