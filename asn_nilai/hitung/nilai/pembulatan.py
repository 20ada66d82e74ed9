"""The one rounding: half away from zero, and how to know when a float cannot be trusted with it."""

from collections.abc import Sequence

import numpy as np

from asn_nilai.acuan.pecahan import pecahan
from asn_nilai.acuan.rumus.rumus import Larik

_SEHELAI_RAMBUT = 1e-6
"""Distance to a rounding boundary, in units of the last printed digit, below which a float does not decide. A weighted
mean of percentages carries errors of about 1e-10 of that unit."""


def larik_pecahan(angka: Larik | Sequence[float]) -> Larik:
    """Return an object array of exact fractions."""
    hasil = np.empty(len(angka), dtype=object)
    hasil[:] = [pecahan(nilai) for nilai in angka]
    return hasil


def bulatkan(angka: Larik, desimal: int) -> Larik:
    """Return floats rounded half away from zero to `desimal` decimals; NaN stays NaN."""
    skala = 10**desimal
    return np.asarray(np.copysign(np.floor(np.abs(angka) * skala + 0.5) / skala, angka))


def di_tepi(angka: Larik, desimal: int) -> Larik:
    """Return which floats lie so near a rounding boundary that only exact arithmetic may decide."""
    skala = np.abs(angka) * 10**desimal
    return np.asarray(np.abs(skala - np.floor(skala) - 0.5) < _SEHELAI_RAMBUT)
