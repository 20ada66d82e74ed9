"""Checks of single figures against what the register says about their indicator, and how figures are compared."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from asn_nilai.acuan.isian.formulir.tabel import Tabel
from asn_nilai.acuan.isian.indikator.indikator import Indikator
from asn_nilai.acuan.temuan import Temuan, temuan
from asn_nilai.acuan.tulisan import tulis_angka
from asn_nilai.periksa.bahan import sebut_indikator

_SEHELAI = 1e-13
"""Figures alike in 15 significant digits differ by less than this part of themselves."""

_DESIMAL_DIKETIK = 12
"""What stands beyond so many decimals nobody has typed: a formula has left it there."""


def eksak(angka: float) -> Decimal:
    """Return the number as typed: 0.1 is one tenth, not the binary fraction beside it."""
    return Decimal(repr(angka))


def tertulis(angka: float) -> float:
    """Return the number as a workbook shows it, in 15 significant digits: what lies beyond is noise of arithmetic."""
    return float(f"{angka:.15g}")


def sama(a: float, b: float) -> bool:
    """Tell whether two figures are the same to a reader of the workbook."""
    # Writing a number out is slow; only figures within a hair of each other need it.
    return a == b or (abs(a - b) <= abs(a) * _SEHELAI and tertulis(a) == tertulis(b))


def dibulatkan_dari(tertulis_ini: float, hitungan: Fraction) -> bool:
    """Tell whether a typed figure is a calculated one, as far as it is rounded: 43,2 is 43,1977…, and so is 43."""
    if sama(tertulis_ini, float(hitungan)):
        return True
    angka = eksak(tertulis_ini)
    desimal = min(_DESIMAL_DIKETIK, max(0, -int(angka.normalize().as_tuple().exponent)))
    return abs(Fraction(angka) - hitungan) <= Fraction(1, 2 * 10**desimal)


def wajar(angka: float, indikator: Indikator) -> bool:
    """Tell whether a figure is within its bounds, and whole where it should be; `periksa_angka` has nothing to say then."""
    # Asked of every figure of a city: what `memuat` says, without a step to ask it.
    bawah, atas = indikator.batas_bawah, indikator.batas_atas
    return (
        (bawah is None or angka >= bawah)
        and (atas is None or angka <= atas)
        and (not indikator.bulat or angka.is_integer())
    )


def periksa_angka(
    tabel: Tabel,
    kunci: str,
    posisi: int,
    angka: float,
    indikator: Indikator,
    *,
    unit: str,
    nip: str,
    teks: str = "",
) -> Iterator[Temuan]:
    """Yield what is wrong with one target or realisasi: out of bounds, or not whole where it should be.

    `teks` is the figure in words, where the cell itself does not hold it.
    """
    teks = teks or tulis_angka(angka)
    if not indikator.memuat(angka) and not indikator.memuat(tertulis(angka)):
        yield temuan(
            "di-luar-batas", tabel.letak(kunci, posisi), unit=unit, nip=nip,
            teks=teks, indikator=sebut_indikator(indikator), batas=indikator.rentang,
        )  # fmt: skip
    if indikator.bulat and not angka.is_integer() and not tertulis(angka).is_integer():
        yield temuan(
            "bukan-bulat", tabel.letak(kunci, posisi), unit=unit, nip=nip,
            teks=teks, indikator=sebut_indikator(indikator),
        )  # fmt: skip
