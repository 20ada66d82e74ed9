"""From capaian to nilai by straight pieces, with three faces like the formulas: numbers, a live cell, a sentence.

Capaian comes here rounded to the conversion's decimals, so that the pieces, printed as whole numbers, leave no gap.
"""

from collections.abc import Callable
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING, Self

from pydantic import Field, model_validator

from asn_nilai.acuan.impor_tunda import tunda
from asn_nilai.acuan.rumus.angka_berdasar import Ketat, Ketentuan, Status, Titik, periksa_desimal
from asn_nilai.acuan.rumus.rumus import Bilangan, Larik, bulatkan_excel, garis, garis_excel
from asn_nilai.acuan.tulisan import tulis_angka

if TYPE_CHECKING:
    import numpy as np
else:
    np = tunda("numpy")


class RuasKonversi(Ketat):
    """One piece of a conversion: a line through two points (capaian, nilai), or one value from a point upwards."""

    label: str
    titik: tuple[Titik, ...] = Field(min_length=1, max_length=2)
    dasar: str = Field(min_length=1)
    status: Status


class Konversi(Ketat):
    """How capaian becomes nilai: rounded first, then by straight pieces, the highest piece first.

    `maksimum_alami` is (capaian, nilai): what reaching a target that cannot be surpassed is worth.
    """

    desimal: Ketentuan[int]
    ruas: tuple[RuasKonversi, ...] = Field(min_length=1)
    maksimum_alami: Ketentuan[Titik] | None = None

    @model_validator(mode="after")
    def _sambung(self) -> Self:
        periksa_desimal(self.desimal)
        langkah = Fraction(1, 10**self.desimal.nilai)
        for ruas in self.ruas:
            if ruas.titik[0][0] >= ruas.titik[-1][0] and len(ruas.titik) > 1:
                raise ValueError(f"ruas '{ruas.label}': titik harus menaik")
        for atas, bawah in pairwise(self.ruas):
            tepi = Fraction(repr(atas.titik[0][0])) - Fraction(repr(bawah.titik[-1][0]))
            if tepi != langkah:
                raise ValueError(
                    f"ruas '{bawah.label}' dan '{atas.label}' tidak bersambung: capaian dibulatkan ke kelipatan "
                    f"{float(langkah):g}, jadi ruas atas harus mulai {float(langkah):g} di atas akhir ruas bawah"
                )
        return self


def nama_titik_ruas(konversi: Konversi) -> tuple[tuple[tuple[str, str], ...], ...]:
    """Return the defined names of the points (x, y) of each piece of a conversion, in the order of the pieces."""
    return tuple(
        tuple((f"konversi_{n}_x{k}_", f"konversi_{n}_y{k}_") for k in range(1, len(ruas.titik) + 1))
        for n, ruas in enumerate(konversi.ruas, 1)
    )


def konversikan(
    capaian: Larik, di_puncak: Larik, konversi: Konversi, angka: Callable[[float], Bilangan]
) -> Larik:
    """Return the nilai of rounded capaian.

    Args:
        capaian: percent, rounded; float or Fraction.
        di_puncak: whether the target is one that cannot be surpassed.
        konversi: the pieces.
        angka: makes the kind of number that `capaian` holds.
    """
    hasil = capaian
    for nomor, ruas in enumerate(reversed(konversi.ruas)):
        titik = [(angka(x), angka(y)) for x, y in ruas.titik]
        nilai = garis(capaian, *titik) if len(titik) > 1 else np.full_like(capaian, titik[0][1])
        hasil = np.where(capaian >= titik[0][0], nilai, hasil) if nomor else nilai
    if konversi.maksimum_alami:
        x, y = map(angka, konversi.maksimum_alami.nilai)
        hasil = np.where(di_puncak & (capaian >= x), y, hasil)
    # A missing capaian stays missing: its comparisons are all false.
    return hasil if capaian.dtype == object else np.where(np.isnan(capaian), np.nan, hasil)


def konversi_excel(capaian: str, target: str, alami: str, konversi: Konversi) -> str:
    """Return the text of a formula for the cells of capaian, target and natural maximum (blank where there is none)."""
    c = bulatkan_excel(capaian, "desimal_konversi")
    hasil = ""
    for titik in reversed(nama_titik_ruas(konversi)):
        nilai = garis_excel(c, *titik) if len(titik) > 1 else titik[0][1]
        hasil = f"IF({c}>={titik[0][0]},{nilai},{hasil})" if hasil else nilai
    if konversi.maksimum_alami:
        puncak = f"ISNUMBER({alami}),{target}={alami},{c}>=konversi_alami_x_"
        hasil = f"IF(AND({puncak}),konversi_alami_y_,{hasil})"
    return hasil


def ruas_untuk(capaian: float, konversi: Konversi) -> RuasKonversi:
    """Return the piece into which a rounded capaian falls."""
    return next((r for r in konversi.ruas if capaian >= r.titik[0][0]), konversi.ruas[-1])


def kalimat_konversi(capaian: float, *, di_puncak: bool, konversi: Konversi) -> str:
    """Return the working with its figures; `capaian` is rounded."""
    alami = konversi.maksimum_alami
    if alami and di_puncak and capaian >= alami.nilai[0]:
        return f"capaian {tulis_angka(capaian)} dari target yang tidak dapat dilampaui = {tulis_angka(alami.nilai[1])}"
    ruas = ruas_untuk(capaian, konversi)
    awal, akhir = ruas.titik[0], ruas.titik[-1]
    if awal == akhir:
        return f"capaian {tulis_angka(capaian)} masuk ruas {ruas.label} = {tulis_angka(awal[1])}"
    (x1, y1), (x2, y2) = ((tulis_angka(x), tulis_angka(y)) for x, y in (awal, akhir))
    nilai = awal[1] + (capaian - awal[0]) * (akhir[1] - awal[1]) / (akhir[0] - awal[0])
    return (
        f"capaian {tulis_angka(capaian)} masuk ruas {ruas.label}: {y1} + ({tulis_angka(capaian)} − {x1}) × ({y2} − {y1}) ÷ "
        f"({x2} − {x1}) = {tulis_angka(nilai, 4)}"
    )
