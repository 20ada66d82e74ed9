"""The witness: reads a spoilt workbook with other libraries than the program, and scores it by its own few lines.

Where the program gives another score and says nothing, the witness must come to the same score from what it reads;
otherwise something was read wrongly in silence. It knows only the plain layout of the example city; of what it does not
understand it says nothing.
"""

import io
import re
import zipfile
from collections.abc import Callable, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from xml.etree.ElementTree import Element

import xlrd
from defusedxml.ElementTree import fromstring
from openpyxl import load_workbook
from openpyxl.utils import coordinate_to_tuple

from asn_nilai.acuan.isian.indikator.indikator import Indikator, Polaritas

Kisi = Sequence[Sequence[object]]
Nilai = Mapping[str, Decimal]

_DIKUTIP = re.compile(r'"[^"]*"|\\.')
_ANGKA = re.compile(r"(?:≤ ?|Rp ?)?(-?\d+(?:\.\d{3})*(?:,\d+)?) ?(?:%|[a-z]+)?")
"""A number as Indonesians type it, perhaps with a sign in front and its unit behind."""
_BERTITIK = re.compile(r"-?\d+\.(?:\d{1,2}|\d{4,})")
"""A number with a decimal point, which can be no other: thousands have three digits behind the dot."""
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TERLEBAR = 60
_TAK_TAMPAK = " \t\r\n\u00a0\u200b'"


class TidakTahuError(Exception):
    """The witness cannot tell."""


def baca_kisi(data: bytes, akhiran: str) -> dict[str, Kisi]:
    """Return the cells of each sheet; numbers as floats (percent as it is shown), texts trimmed.

    Raises:
        TidakTahuError: the libraries cannot read it.
    """
    pembaca: dict[str, Callable[[bytes], dict[str, Kisi]]] = {".xls": _xls, ".ods": _ods}
    try:
        return pembaca.get(akhiran, _xlsx)(data)
    except Exception as galat:
        raise TidakTahuError(str(galat)) from galat


def _xlsx(data: bytes) -> dict[str, Kisi]:
    try:
        buku = load_workbook(io.BytesIO(data), data_only=True)
    except ValueError:  # a number that is none: no reason not to look at what stands there
        return _xlsx_mentah(data)
    return {
        lembar.title: [
            [_polos(sel.value, persen="%" in _DIKUTIP.sub("", sel.number_format or "")) for sel in baris]
            for baris in lembar
        ]
        for lembar in buku.worksheets
    }


def _xlsx_mentah(data: bytes) -> dict[str, Kisi]:
    """Read what stands in the first two sheets, formats aside."""
    with zipfile.ZipFile(io.BytesIO(data)) as arsip:
        teks = ["".join(si.itertext()) for si in fromstring(arsip.read("xl/sharedStrings.xml"))]
        nama = [
            str(unsur.get("name"))
            for unsur in fromstring(arsip.read("xl/workbook.xml")).iter(f"{_MAIN}sheet")
        ]
        lembar = [fromstring(arsip.read(f"xl/worksheets/sheet{n}.xml")) for n in range(1, len(nama) + 1)]
    hasil: dict[str, Kisi] = {}
    for nama_ini, akar in zip(nama, lembar, strict=True):
        kisi: list[list[object]] = []
        for sel in akar.iter(f"{_MAIN}c"):
            baris, kolom = coordinate_to_tuple(str(sel.get("r")))
            kisi += [[""] * _TERLEBAR for _ in range(baris - len(kisi))]
            isi = sel.findtext(f"{_MAIN}v") or ""
            kisi[baris - 1][kolom - 1] = _mentah(isi, teks, sel.get("t"))
        hasil[nama_ini] = kisi
    return hasil


def _mentah(isi: str, teks: Sequence[str], jenis: str | None) -> object:
    if jenis == "s":
        return _polos(teks[int(isi)])
    try:
        return float(isi)
    except ValueError:
        return _polos(isi)


def _xls(data: bytes) -> dict[str, Kisi]:
    buku = xlrd.open_workbook(file_contents=data, logfile=io.StringIO())
    return {
        lembar.name: [[_polos(sel.value) for sel in lembar.row(n)] for n in range(lembar.nrows)]
        for lembar in buku.sheets()
    }


def _ods(data: bytes) -> dict[str, Kisi]:
    with zipfile.ZipFile(io.BytesIO(data)) as arsip:
        akar = fromstring(arsip.read("content.xml"))
    return {
        str(lembar.get(f"{_TABLE}name")): [
            [isi for sel in baris for isi in _sel_ods(sel)][:_TERLEBAR]
            for baris in lembar.iter(f"{_TABLE}table-row")
            for _ in range(min(int(baris.get(f"{_TABLE}number-rows-repeated", "1")), 100))
        ]
        for lembar in akar.iter(f"{_TABLE}table")
    }


def _sel_ods(sel: Element) -> list[object]:
    jenis = sel.get(f"{_OFFICE}value-type")
    isi: object = "".join("".join(s.itertext()) for s in sel if s.tag.endswith("}p"))
    if jenis in {"float", "percentage"}:
        isi = float(str(sel.get(f"{_OFFICE}value")))
    ulang = min(int(sel.get(f"{_TABLE}number-columns-repeated", "1")), _TERLEBAR)
    return [_polos(isi, persen=jenis == "percentage")] * ulang


def _polos(isi: object, *, persen: bool = False) -> object:
    if isinstance(isi, bool) or isi is None:
        return isi
    if isinstance(isi, int | float):
        return float(isi) * 100 if persen else float(isi)
    return isi.strip(_TAK_TAMPAK) if isinstance(isi, str) else isi


def _tabel(kisi: Kisi) -> list[dict[str, object]]:
    """Return the rows under the header by its labels; of a label that stands twice the first counts."""
    for nomor, baris in enumerate(kisi[:30]):
        label = ["NIP" if b == "N I P" else b for b in baris]
        if "NIP" in label and "Kode Indikator" in label:
            hasil = [_menurut_label(label, isi) for isi in kisi[nomor + 1 :]]
            _turunkan_nip(hasil)
            return hasil
    raise TidakTahuError("kepala tabel tidak ada")


def _menurut_label(label: Sequence[object], isi: Sequence[object]) -> dict[str, object]:
    hasil: dict[str, object] = {}
    for label_ini, nilai in zip(label, isi, strict=False):
        hasil.setdefault(str(label_ini), nilai)
    return hasil


def _turunkan_nip(baris: list[dict[str, object]]) -> None:
    """Write NIPs without blanks, and carry each down over the rows of its merged cell."""
    lalu: object = None
    for baris_ini in baris:
        nip = baris_ini.get("NIP")
        if isinstance(nip, str) and nip:
            lalu = "".join(nip.split())
        elif nip or baris_ini.get("Nama") or not baris_ini.get("Kode Indikator"):
            lalu = None
        baris_ini["NIP"] = lalu


def _pecahan(isi: object) -> Fraction:
    if isinstance(isi, float):
        return Fraction(f"{isi:.15g}")
    if isinstance(isi, str) and _BERTITIK.fullmatch(isi):
        return Fraction(isi)
    cocok = _ANGKA.fullmatch(isi) if isinstance(isi, str) else None
    if cocok is None:
        raise TidakTahuError(f"angka {isi!r}")
    return Fraction(cocok[1].replace(".", "").replace(",", "."))


def _capaian(indikator: Indikator, target: Fraction, realisasi: Fraction) -> Fraction:
    terburuk = indikator.nilai_terburuk
    if target == 0 and indikator.polaritas is Polaritas.MINIMAL and terburuk:
        return max(Fraction(0), min(Fraction(120), 100 - realisasi / Fraction(str(terburuk)) * 100))
    if target <= 0:
        raise TidakTahuError
    persen = realisasi / target * 100
    if indikator.polaritas is Polaritas.MINIMAL:
        persen = 200 - persen
    elif indikator.polaritas is Polaritas.STABIL:
        x = persen if realisasi <= target else 200 - persen
        persen = x * Fraction(10, 9) if x <= 90 else 100 + (x - 90) * 2
    return max(Fraction(0), min(Fraction(120), persen))


def _kode(baris: Mapping[str, object]) -> str:
    """Return a row's code as people see it: no blank counts, whichever it is."""
    return "".join(str(baris.get("Kode Indikator") or "").split())


def nilai_saksi(
    target: Mapping[str, Kisi], capaian: Mapping[str, Kisi], bulan: str, indikator: Mapping[str, Indikator]
) -> Nilai:
    """Return the NHK of one month for each ASN of whom the witness can tell.

    Args:
        target: the sheets of the target workbook.
        capaian: the sheets of the capaian workbook.
        bulan: the label of the month's column.
        indikator: the register, for polarity.

    Raises:
        TidakTahuError: a table has not the layout that the witness knows.
    """
    realisasi: dict[tuple[object, object], object] = {}
    for baris in _tabel(_lembar(capaian, "Capaian")):
        realisasi.setdefault((baris.get("NIP"), _kode(baris)), baris.get("Realisasi"))
    jumlah: dict[str, Fraction] = {}
    bobot: dict[str, Fraction] = {}
    buta: set[object] = set()
    for baris in _tabel(_lembar(target, "Target")):
        nip, kode = baris.get("NIP"), _kode(baris)
        if baris.get(bulan) in {None, ""} or not nip or not kode:
            continue
        try:
            berat, harapan = _pecahan(baris.get("Bobot")), _pecahan(baris.get(bulan))
            capai = _capaian(indikator[kode], harapan, _pecahan(realisasi.get((nip, kode))))
        except (TidakTahuError, KeyError):
            buta.add(nip)
            continue
        jumlah[str(nip)] = jumlah.get(str(nip), Fraction(0)) + berat * capai
        bobot[str(nip)] = bobot.get(str(nip), Fraction(0)) + berat
    return {nip: _bulatkan(jumlah[nip] / bobot[nip]) for nip in jumlah if nip not in buta and bobot[nip]}


def _bulatkan(angka: Fraction) -> Decimal:
    return (Decimal(angka.numerator) / Decimal(angka.denominator)).quantize(Decimal("0.01"), ROUND_HALF_UP)


def _lembar(kisi: Mapping[str, Kisi], nama: str) -> Kisi:
    if nama not in kisi:
        raise TidakTahuError(f"lembar {nama} tidak ada")
    return kisi[nama]
