"""Letters, rows and columns too small for any eye: as good as white letters, or as hidden rows; sizes in points."""

from asn_nilai.acuan.pola_tunda import pola_tunda

_HURUF_TERKECIL, _BARIS_TERTIPIS, _KOLOM_TERSEMPIT = 4.0, 2.0, 0.5
"""Points; of a column in figures of its width, as workbooks measure it."""
_TWIP = 20
_PER_POIN = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "px": 0.75}
_PANJANG = pola_tunda(r"([0-9.]+)(pt|in|cm|mm|px)")
_LEBAR_ANGKA = 5.25
"""Points of a figure in the ordinary letters of a workbook."""


def huruf_kecil(poin: float) -> bool:
    """Tell whether letters of a size cannot be read; 0 says nothing of it."""
    return 0 < poin < _HURUF_TERKECIL


def baris_tipis(poin: float) -> bool:
    """Tell whether nothing is seen of a row of a height."""
    return poin < _BARIS_TERTIPIS


def kolom_sempit(angka: float) -> bool:
    """Tell whether nothing is seen of a column of a width, in figures."""
    return angka < _KOLOM_TERSEMPIT


def dari_twip(twip: int) -> float:
    """Return the points of a twentieth of one, as older files measure."""
    return twip / _TWIP


def poin_ods(panjang: str) -> float | None:
    """Return the points of a length as .ods writes it (`0.45cm`), None where it is none."""
    cocok = _PANJANG.fullmatch(panjang.strip())
    try:
        return float(cocok[1]) * _PER_POIN[cocok[2]] if cocok else None
    except ValueError:
        return None


def angka_dari_poin(poin: float) -> float:
    """Return how many figures stand side by side in so many points."""
    return poin / _LEBAR_ANGKA
