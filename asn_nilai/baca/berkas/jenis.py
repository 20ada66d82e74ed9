"""What a file really is, whatever its name says: told by its bytes, before a parser sees them."""

import codecs
import re
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from asn_nilai.acuan.kata.galat_sistem import sebab_os
from asn_nilai.acuan.pengaturan import BATAS_BAWAAN, MEGA, Batas
from asn_nilai.baca.berkas.arsip import Arsip
from asn_nilai.baca.berkas.galat import RUSAK, BukuTidakTerbacaError, sebut_mega, terlalu_besar, tidak_terbaca

_BUKU_EXCEL = re.compile(r"xl/workbook\d*\.(?:xml|bin)")
"""The main part; some writers number it."""
_ZIP, _OLE = b"PK\x03\x04", bytes.fromhex("d0cf11e0a1b11ae1")
_TEKS = "isinya teks biasa (mungkin CSV), bukan buku kerja"


class JenisBuku(StrEnum):
    """The kinds of workbook that can be read; `format_sel/<kind>.py` reads it, and loads when one comes."""

    XLSX = "xlsx"
    XLSB = "xlsb"
    XLS = "xls"
    ODS = "ods"


class DokumenOle(NamedTuple):
    """The bytes of an .xls, a container that only its own readers take apart, and how much of it may be read."""

    data: bytes
    batas: Batas


def muat_berkas(berkas: Path, batas: Batas = BATAS_BAWAAN) -> bytes:
    """Return a file's bytes.

    Raises:
        BukuTidakTerbacaError: too large, not permitted (on Windows also: open in Excel), or gone.
    """
    try:
        ukuran = berkas.stat().st_size
        if ukuran > batas.berkas_mb * MEGA:
            raise terlalu_besar(f"{sebut_mega(ukuran)} di disk", f"{batas.berkas_mb} MB")
        return berkas.read_bytes()
    except PermissionError as galat:
        raise BukuTidakTerbacaError("berkas-sedang-dibuka") from galat
    except OSError as galat:
        raise tidak_terbaca(f"sistem operasi menolak ({sebab_os(galat)})") from galat


def kenali_jenis(data: bytes, batas: Batas = BATAS_BAWAAN) -> tuple[JenisBuku, Arsip | DokumenOle]:
    """Tell what kind of workbook the bytes are, and open them as far as that takes.

    Raises:
        BukuTidakTerbacaError: something else or nothing, with the reason; or locked with a password.
    """
    if data.startswith(_ZIP):
        arsip = Arsip(data, batas)
        jenis = _kenali_arsip(arsip)
        arsip.periksa_batas()
        return jenis, arsip
    if data.startswith(_OLE):
        return _kenali_ole(data), DokumenOle(data, batas)
    raise tidak_terbaca(_sebab_bukan_buku(data))


def teks_biasa(data: bytes) -> bool:
    """Tell whether bytes are plain text, such as a list of an office: no workbook, no page, no archive."""
    return not data.startswith((_ZIP, _OLE)) and _sebab_bukan_buku(data) == _TEKS


def _sebab_bukan_buku(data: bytes) -> str:
    """Return what bytes are that are neither zip nor OLE, a clause."""
    if not data:
        return "berkasnya kosong (0 bita)"
    awal = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if (
        awal.startswith((b"<!doctype html", b"<html", b"<table", b"<head", b"<meta", b"<style"))
        or b"<html" in awal
    ):
        return "isinya halaman web (HTML), bukan buku kerja"
    if awal.startswith(b"<?xml"):
        return "isinya XML lama, bukan buku kerja"
    if awal.startswith(b"%pdf"):
        return "isinya PDF, bukan buku kerja"
    if b"\x00" not in awal or awal.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _TEKS
    return "isinya bukan format Excel atau OpenDocument yang dikenal"


def _kenali_ole(data: bytes) -> JenisBuku:
    nama = {
        n: n.encode("utf-16-le") in data for n in ("EncryptedPackage", "Workbook", "Book", "WordDocument")
    }
    if nama["EncryptedPackage"]:
        raise BukuTidakTerbacaError("berkas-bersandi")
    if nama["Workbook"] or nama["Book"]:
        return JenisBuku.XLS
    raise tidak_terbaca("isinya dokumen Word" if nama["WordDocument"] else RUSAK)


def _kenali_arsip(arsip: Arsip) -> JenisBuku:
    if "encryptedpackage" in arsip.nama:
        raise BukuTidakTerbacaError("berkas-bersandi")
    for nama in arsip.nama:
        if _BUKU_EXCEL.fullmatch(nama):
            return JenisBuku.XLSB if nama.endswith(".bin") else JenisBuku.XLSX
    if "content.xml" in arsip.nama:
        if b"encryption-data" in arsip.baca("META-INF/manifest.xml"):
            raise BukuTidakTerbacaError("berkas-bersandi")
        if arsip.baca("mimetype").strip() in {b"", b"application/vnd.oasis.opendocument.spreadsheet"}:
            return JenisBuku.ODS
    if "word/document.xml" in arsip.nama:
        raise tidak_terbaca("isinya dokumen Word, bukan buku kerja")
    raise tidak_terbaca("isinya arsip zip yang bukan buku kerja")
