"""Which template a workbook was made from, and whether it still is as it was written.

Asked of files that may be anything: what cannot be read has no identity, and no seal.
"""

import io
import zipfile
from pathlib import Path

from asn_nilai.acuan.isian.register.identitas_templat import (
    BAGIAN_PROPERTI,
    NAMA_PROPERTI,
    NAMA_SEGEL,
    NAMA_TERSEMBUNYI,
    IdentitasTemplat,
    segel,
)
from asn_nilai.baca.berkas.arsip import Arsip
from asn_nilai.baca.berkas.galat import BukuTidakTerbacaError
from asn_nilai.baca.berkas.jenis import DokumenOle, kenali_jenis, muat_berkas
from asn_nilai.baca.berkas.urai_xml import urai_xml

_BAGIAN_ODS = "meta.xml"
_BERNAMA = frozenset({"property", "user-defined", "definedName"})


def baca_identitas_templat(berkas: Path) -> IdentitasTemplat | None:
    """Return what a workbook says about the template it came from, None where it says nothing.

    Args:
        berkas: .xlsx, .xlsm or .ods; other kinds carry no identity.
    """
    try:
        return identitas_buku(kenali_jenis(muat_berkas(berkas))[1])
    except BukuTidakTerbacaError:
        return None


def identitas_buku(wadah: Arsip | DokumenOle) -> IdentitasTemplat | None:
    """Return what an opened workbook says about the template it came from, None where it says nothing that can be read."""
    try:
        return _identitas(wadah) if isinstance(wadah, Arsip) else None
    except BukuTidakTerbacaError:
        return None


def segel_utuh(berkas: Path) -> bool:
    """Tell whether a file is, to the byte, a template that this program wrote: opened by nobody's spreadsheet since."""
    try:
        data = muat_berkas(berkas)
        _, wadah = kenali_jenis(data)
        if not isinstance(wadah, Arsip):
            return False
        tertulis = _bernama(wadah, BAGIAN_PROPERTI).get(NAMA_SEGEL, "")
    except BukuTidakTerbacaError:
        return False
    with zipfile.ZipFile(io.BytesIO(data)) as isi:
        return tertulis == segel((info.filename, info.CRC) for info in isi.infolist())


def _identitas(arsip: Arsip) -> IdentitasTemplat | None:
    for bagian, nama in (
        (BAGIAN_PROPERTI, NAMA_PROPERTI),
        (_BAGIAN_ODS, NAMA_PROPERTI),
        ("xl/workbook.xml", NAMA_TERSEMBUNYI),
    ):
        if nama.encode() not in arsip.baca(bagian):
            continue
        identitas = IdentitasTemplat.dari_teks(_bernama(arsip, bagian).get(nama, "").strip('"'))
        if identitas is not None:
            return identitas
    return None


def _bernama(arsip: Arsip, bagian: str) -> dict[str, str]:
    """Return the texts of a part's named elements (properties or defined names) by their names."""
    hasil: dict[str, str] = {}
    kini = [""]

    def buka(nama: str, atribut: dict[str, str]) -> None:
        if nama in _BERNAMA:
            kini[0] = next((isi for kunci, isi in atribut.items() if kunci.rpartition(":")[2] == "name"), "")

    def tutup(nama: str) -> None:
        if nama in _BERNAMA:
            kini[0] = ""

    def teks(isi: str) -> None:
        if kini[0]:
            hasil[kini[0]] = hasil.get(kini[0], "") + isi

    if bagian in arsip:
        urai_xml([arsip.baca(bagian)], buka=buka, tutup=tutup, teks=teks)
    return {kunci: isi.strip() for kunci, isi in hasil.items()}
