"""The one rounding: half away from zero, and how to know when a float cannot be trusted with it."""

from fractions import Fraction
from math import floor

import numpy as np

from asn_nilai.acuan.rumus import Larik

_SEHELAI_RAMBUT = 1e-6
"""Distance to a rounding boundary, in units of the last printed digit, below which a float does not decide. A weighted
mean of percentages carries errors of about 1e-10 of that unit."""


def pecahan(angka: float) -> Fraction:
    """Return the number as it was typed: the shortest decimal that the float stands for."""
    return Fraction(repr(float(angka)))


def larik_pecahan(angka: Larik) -> Larik:
    """Return an object array of exact fractions."""
    hasil = np.empty(len(angka), dtype=object)
    hasil[:] = [pecahan(satu) for satu in angka]
    return hasil


def bulatkan(angka: Larik, desimal: int) -> Larik:
    """Return floats rounded half away from zero to `desimal` decimals; NaN stays NaN."""
    skala = 10**desimal
    return np.asarray(np.copysign(np.floor(np.abs(angka) * skala + 0.5) / skala, angka))


def bulatkan_pecahan(angka: Fraction, desimal: int) -> float:
    """Return an exact fraction rounded half away from zero, as the float nearest to the printed decimal."""
    skala = 10**desimal
    mutlak: int = floor(abs(angka) * skala + Fraction(1, 2))
    return float(mutlak / skala if angka >= 0 else -mutlak / skala)


def di_tepi(angka: Larik, desimal: int) -> Larik:
    """Return which floats lie so near a rounding boundary that only exact arithmetic may decide."""
    skala = np.abs(angka) * 10**desimal
    return np.asarray(np.abs(skala - np.floor(skala) - 0.5) < _SEHELAI_RAMBUT)
