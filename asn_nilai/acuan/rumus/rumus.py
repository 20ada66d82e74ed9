"""Each formula once, with three faces: numbers for pandas, text for a live cell, a sentence for a reader.

The numbers' face works on numpy arrays of floats and, unchanged, on object arrays of `fractions.Fraction`: so the
exact answer at a threshold comes from the same line as the fast one. Which formula a polarity takes, and the
figures inside it, are the aturan's business; here stands only the arithmetic. All results are percent before
floor and ceiling.
"""

from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from asn_nilai.acuan.impor_tunda import tunda
from asn_nilai.acuan.tulisan import tulis_angka

if TYPE_CHECKING:
    import numpy as np

    Larik = np.ndarray[Any, np.dtype[Any]]
else:
    np, Larik = tunda("numpy"), Any
Bilangan = Any
"""A float, or a Fraction, which numpy's stubs do not know."""


class Parameter(NamedTuple):
    """The aturan's figures inside a formula; for the face of a live cell, the defined names of these figures.

    Attributes:
        titik: corner points (x, y) of a line made of straight pieces, in percent, x rising.
        angka: single figures by name, `plafon` (percent) always among them.
    """

    titik: tuple[tuple[Bilangan, Bilangan], ...] = ()
    angka: Mapping[str, Bilangan] = {}


class Rumus(NamedTuple):
    """A formula of capaian.

    Attributes:
        kode: its name in aturan files.
        tulisan: how it is written on paper, for the sheet Aturan and the pages.
        angka: (target, realisasi, nilai terburuk, parameter) → percent; arrays of one shape.
        excel: (target, realisasi, nilai terburuk, parameter) → a formula's text without `=`; arguments are cell
            references or names.
        kalimat: (target, realisasi, nilai terburuk, parameter) → the working with the figures in it.
        boleh_negatif: whether a negative target has a meaning.
        boleh_nol: whether a zero target has a meaning where a `Nilai Terburuk` is known.
        perlu_titik: whether it needs corner points.
        perlu_angka: the single figures that it needs from the aturan, besides the ceiling.
    """

    kode: str
    tulisan: str
    angka: Callable[[Larik, Larik, Larik, Parameter], Larik]
    excel: Callable[[str, str, str, Parameter], str]
    kalimat: Callable[[float, float, float | None, Parameter], str]
    boleh_negatif: bool = False
    boleh_nol: bool = False
    perlu_titik: bool = False
    perlu_angka: tuple[str, ...] = ()

    def bermakna(self, target: Larik, terburuk: Larik) -> Larik:
        """Return for which targets the formula says anything at all; shape as the arguments."""
        nol = (terburuk != 0) & (terburuk == terburuk) if self.boleh_nol else np.zeros(len(target), bool)  # noqa: PLR0124 - NaN
        negatif = np.full(len(target), self.boleh_negatif)
        return np.where(target == 0, nol, np.where(target < 0, negatif, True))  # noqa: FBT003 - an array's value


def _pembagi(angka: Larik) -> Larik:
    """Return the divisor with zeros made harmless; rows with a zero are decided elsewhere."""
    return np.where(angka == 0, angka + 1, angka)


def _maksimal(t: Larik, r: Larik, _w: Larik, _p: Parameter) -> Larik:
    nisbah = r / _pembagi(t)
    return np.where(t < 0, (2 - nisbah) * 100, nisbah * 100)


def _maksimal_excel(t: str, r: str, _w: str, _p: Parameter) -> str:
    return f"IF({t}<0,(1+(1-{r}/{t}))*100,{r}/{t}*100)"


def _maksimal_kalimat(t: float, r: float, _w: float | None, _p: Parameter) -> str:
    return _cermin(t, r) if t < 0 else f"{_dalam_kurung(r)} ÷ {tulis_angka(t)} × 100"


def _minimal(t: Larik, r: Larik, w: Larik, _p: Parameter) -> Larik:
    return np.where(t == 0, (w - r) / _pembagi(w) * 100, (2 - r / _pembagi(t)) * 100)


def _minimal_excel(t: str, r: str, w: str, _p: Parameter) -> str:
    return f"IF({t}=0,({w}-{r})/{w}*100,(1+(1-{r}/{t}))*100)"


def _minimal_kalimat(t: float, r: float, w: float | None, _p: Parameter) -> str:
    if t == 0 and w is not None:
        return f"({tulis_angka(w)} − {_dalam_kurung(r)}) ÷ {tulis_angka(w)} × 100"
    return _cermin(t, r)


def _stabil(t: Larik, r: Larik, _w: Larik, p: Parameter) -> Larik:
    persen = r / _pembagi(t) * 100
    x = np.where(r <= t, persen, 200 - persen)
    hasil = garis(x, p.titik[0], p.titik[1])
    for awal, akhir in pairwise(p.titik[1:]):
        hasil = np.where(x <= awal[0], hasil, garis(x, awal, akhir))
    return hasil


def garis(x: Larik, awal: tuple[Bilangan, Bilangan], akhir: tuple[Bilangan, Bilangan]) -> Larik:
    """Return the heights at `x` of the straight line through two points."""
    return np.asarray(awal[1] + (x - awal[0]) * (akhir[1] - awal[1]) / (akhir[0] - awal[0]))


def garis_excel(x: str, awal: tuple[str, str], akhir: tuple[str, str]) -> str:
    """Return the text of a formula for the line through two points, given by names."""
    (x1, y1), (x2, y2) = awal, akhir
    return f"{y1}+({x}-{x1})*({y2}-{y1})/({x2}-{x1})"


def _stabil_excel(t: str, r: str, _w: str, p: Parameter) -> str:
    x = f"IF({r}<={t},{r}/{t}*100,200-{r}/{t}*100)"
    ruas = [garis_excel(x, awal, akhir) for awal, akhir in pairwise(p.titik)]
    hasil = ruas[-1]
    for (batas, _), rumus in zip(reversed(p.titik[1:-1]), reversed(ruas[:-1]), strict=True):
        hasil = f"IF({x}<={batas},{rumus},{hasil})"
    return hasil


def _stabil_kalimat(t: float, r: float, _w: float | None, p: Parameter) -> str:
    persen = f"{_dalam_kurung(r)} ÷ {tulis_angka(t)} × 100"
    x = r / t * 100 if r <= t else 200 - r / t * 100
    ruas = next((r for r in pairwise(p.titik) if x <= r[1][0]), (p.titik[-2], p.titik[-1]))
    (x1, y1), (x2, y2) = ((tulis_angka(float(a)), tulis_angka(float(b))) for a, b in ruas)
    x = round(x, 4)
    awal = f"x = {persen if r <= t else f'200 − {persen}'} = {tulis_angka(x)}"
    return f"{awal}; {y1} + ({_dalam_kurung(x)} − {x1}) × ({y2} − {y1}) ÷ ({x2} − {x1})"


def _terbalik(t: Larik, r: Larik, w: Larik, p: Parameter) -> Larik:
    nisbah = np.where(r <= 0, p.angka["plafon"], t / _pembagi(r) * 100)
    return np.asarray(np.where(t == 0, (w - r) / _pembagi(w) * 100, nisbah))


def _terbalik_excel(t: str, r: str, w: str, p: Parameter) -> str:
    return f"IF({t}=0,({w}-{r})/{w}*100,IF({r}<=0,{p.angka['plafon']},{t}/{r}*100))"


def _terbalik_kalimat(t: float, r: float, w: float | None, p: Parameter) -> str:
    if t == 0 and w is not None:
        return _minimal_kalimat(t, r, w, p)
    if r <= 0:
        return f"realisasi {tulis_angka(r)}, tidak ada yang dapat dibagi: plafon"
    return f"{_dalam_kurung(t)} ÷ {tulis_angka(r)} × 100"


def _efisiensi(t: Larik, r: Larik, _w: Larik, p: Parameter) -> Larik:
    kali, batas, alas = (p.angka[nama] for nama in _ANGKA_EFISIENSI)
    hasil = (kali - r / _pembagi(t)) * 100
    hemat = 100 - r / _pembagi(t) * 100
    if hemat.dtype != object:
        hemat = np.round(
            hemat, 11
        )  # the value jumps at the limit: no noise of binary fractions may decide there
    return np.asarray(np.where(hemat <= batas, hasil, alas - (hasil - 100)))


def _efisiensi_excel(t: str, r: str, _w: str, p: Parameter) -> str:
    kali, batas, alas = (p.angka[nama] for nama in _ANGKA_EFISIENSI)
    hasil = f"({kali}*{t}-{r})/{t}*100"
    return f"IF(ROUND(100-{r}/{t}*100,11)<={batas},{hasil},{alas}-({hasil}-100))"


def _efisiensi_kalimat(t: float, r: float, _w: float | None, p: Parameter) -> str:
    angka = [float(p.angka[nama]) for nama in _ANGKA_EFISIENSI]
    kali, batas, alas = map(tulis_angka, angka)
    hemat = round(100 - r / t * 100, 11)
    # Beside the limit it is printed whole: rounded, it would seem to meet a limit beyond which it is said to lie.
    tulisan = tulis_angka(hemat, 11 if round(hemat, 4) == angka[1] else 4)
    hasil = f"({kali} × {tulis_angka(t)} − {_dalam_kurung(r)}) ÷ {tulis_angka(t)} × 100"
    efisiensi = f"efisiensi = 100 − {_dalam_kurung(r)} ÷ {tulis_angka(t)} × 100 = {tulisan}"
    if hemat <= angka[1]:
        return f"{efisiensi} (tidak lebih dari {batas}); {hasil}"
    return f"{efisiensi} (lebih dari {batas}); {alas} − ({hasil} − 100)"


_ANGKA_EFISIENSI = ("efisiensi_kali", "efisiensi_batas", "efisiensi_alas")


def _cermin(t: float, r: float) -> str:
    return f"(1 + (1 − {_dalam_kurung(r)} ÷ {_dalam_kurung(t)})) × 100"


def _dalam_kurung(angka: float) -> str:
    return f"({tulis_angka(angka)})" if angka < 0 else tulis_angka(angka)


RUMUS: Mapping[str, Rumus] = {
    rumus.kode: rumus
    for rumus in (
        Rumus(
            "maksimal",
            "Realisasi ÷ Target × 100; bila Target < 0: (1 + (1 − Realisasi ÷ Target)) × 100",
            _maksimal,
            _maksimal_excel,
            _maksimal_kalimat,
            boleh_negatif=True,
        ),
        Rumus(
            "minimal",
            "(1 + (1 − Realisasi ÷ Target)) × 100; bila Target = 0: (Terburuk − Realisasi) ÷ Terburuk × 100",
            _minimal,
            _minimal_excel,
            _minimal_kalimat,
            boleh_nol=True,
        ),
        Rumus(
            "stabil",
            "x = Realisasi ÷ Target × 100 bila Realisasi ≤ Target, selain itu 200 − Realisasi ÷ Target × 100; "
            "lalu garis lurus melalui titik-titik stabil",
            _stabil,
            _stabil_excel,
            _stabil_kalimat,
            perlu_titik=True,
        ),
        Rumus(
            "terbalik",
            "Target ÷ Realisasi × 100; bila Realisasi = 0: plafon; bila Target = 0: (Terburuk − Realisasi) ÷ Terburuk × 100",
            _terbalik,
            _terbalik_excel,
            _terbalik_kalimat,
            boleh_nol=True,
        ),
        Rumus(
            "efisiensi",
            "efisiensi = 100 − Realisasi ÷ Target × 100; sampai batas efisiensi: (pengali × Target − Realisasi) ÷ Target × 100; "
            "di atasnya: alas − (angka itu − 100), jadi capaian jatuh dan makin turun bila lebih hemat lagi",
            _efisiensi,
            _efisiensi_excel,
            _efisiensi_kalimat,
            perlu_angka=_ANGKA_EFISIENSI,
        ),
    )
}
"""Every formula by its name in aturan files."""


def jepit(persen: Larik, lantai: Bilangan, plafon: Bilangan) -> Larik:
    """Return the percentages within floor and ceiling (percent)."""
    return np.where(persen < lantai, lantai, np.where(persen > plafon, plafon, persen))


def jepit_excel(rumus: str, lantai: str, plafon: str) -> str:
    """Return the text of a formula held within floor and ceiling (names of cells)."""
    return f"MAX({lantai},MIN({plafon},{rumus}))"


def rumus_rasio(pembilang: str, penyebut: str) -> str:
    """Return the formula of a ratio's realisasi as Excel text, blank while one of its cells is."""
    return f'IF(COUNT({pembilang},{penyebut})=2,IF({penyebut}>0,100*{pembilang}/{penyebut},""),"")'


def bulatkan_excel(rumus: str, desimal: str) -> str:
    """Return the text of a formula rounded half away from zero.

    The inner rounding to 11 decimals takes away the noise of binary fractions, so that 89.995 rounds up as on paper.
    """
    return f"ROUND(ROUND({rumus},11),{desimal})"
