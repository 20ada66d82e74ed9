"""Conditional formats that hide what stands in a cell or show another number, as far as a rule can be told without calculating.

That is a comparison with figures, and bars or icons in place of numbers. Rules with formulas of their own are left alone; most of them mark what is blank or wrong.
"""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from asn_nilai.acuan.isian.formulir.tabel import indeks_kolom
from asn_nilai.acuan.pola_tunda import pola_tunda
from asn_nilai.baca.format_sel.corak.kode_format import tampak_format

_Sel = tuple[int, int]
_Isi = Sequence[Sequence[object]]
_BANDING: Mapping[str, Callable[[float, float, float], bool]] = {
    "greaterThan": lambda n, a, _: n > a, "lessThan": lambda n, a, _: n < a, "equal": lambda n, a, _: n == a, "notEqual": lambda n, a, _: n != a,
    "greaterThanOrEqual": lambda n, a, _: n >= a, "lessThanOrEqual": lambda n, a, _: n <= a,
    "between": lambda n, a, b: a <= n <= b, "notBetween": lambda n, a, b: not a <= n <= b,
}  # fmt: skip
_ODS = {
    ">": "greaterThan",
    "<": "lessThan",
    "=": "equal",
    "!=": "notEqual",
    ">=": "greaterThanOrEqual",
    "<=": "lessThanOrEqual",
}
_SYARAT_ODS = pola_tunda(
    r"(?P<tanda>[<>!]?=|[<>])\s*(?P<a>[^,()]+)|(?P<antara>not-between|between)\((?P<b>[^,()]+),(?P<c>[^,()]+)\)"
)
_LEMBAR_ODS = pola_tunda(r"(?:'[^']*'|[^\s.:]+)\.")
"""The sheet's name before an address, as .ods has it."""
_RENTANG = pola_tunda(r"\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?")


class TampilanBersyarat(NamedTuple):
    """What a rule does to a number: the format it is shown by, or nothing to be seen at all."""

    samar: bool = False
    kode: str = ""


class AturanBersyarat(NamedTuple):
    """One rule: its cells as the file writes them, the comparison, and what it does."""

    rentang: str
    banding: str
    batas: tuple[str, ...]
    tampilan: TampilanBersyarat

    @classmethod
    def dari_ods(cls, rentang: str, syarat: str, tampilan: TampilanBersyarat) -> "AturanBersyarat":
        """Take a rule as .ods writes it: `>1`, `between(1,5)`; one that is no comparison holds for no cell."""
        cocok = _SYARAT_ODS.fullmatch(syarat.strip())
        rentang = _LEMBAR_ODS.sub("", rentang)
        if cocok is None:
            return cls(rentang, "", (), tampilan)
        if cocok["tanda"]:
            return cls(rentang, _ODS[cocok["tanda"]], (cocok["a"],), tampilan)
        banding = "between" if cocok["antara"] == "between" else "notBetween"
        return cls(rentang, banding, (cocok["b"], cocok["c"]), tampilan)

    @classmethod
    def tanpa_angka(cls, rentang: str) -> "AturanBersyarat":
        """Return the rule of bars or icons that stand in place of numbers, whatever these are."""
        return cls(
            _LEMBAR_ODS.sub("", rentang), "between", ("-1e300", "1e300"), TampilanBersyarat(samar=True)
        )

    def tampak(self, isi: _Isi) -> Iterator[tuple[_Sel, str]]:
        """Yield the cells that the rule holds for and changes, with what is then seen of them."""
        banding = _BANDING.get(self.banding)
        try:
            batas = [float(teks) for teks in self.batas]
        except ValueError:
            return
        if banding is None or not batas:
            return
        for baris, kolom in self._sel(isi):
            nilai = isi[baris][kolom]
            tulisan = isinstance(nilai, str) and bool(nilai.strip())
            angka = math.inf if tulisan else nilai  # spreadsheets sort every text behind all numbers
            if (
                isinstance(angka, int | float)
                and not isinstance(angka, bool)
                and banding(angka, batas[0], batas[-1])
            ):
                teks = (
                    ""
                    if self.tampilan.samar
                    else None
                    if tulisan
                    else tampak_format(self.tampilan.kode, angka)
                )
                if teks is not None:
                    yield (baris, kolom), teks

    def _sel(self, isi: _Isi) -> Iterator[_Sel]:
        for kiri, atas, kanan, bawah in _RENTANG.findall(self.rentang):
            awal, akhir = indeks_kolom(kiri), indeks_kolom(kanan or kiri)
            for baris in range(int(atas) - 1, min(int(bawah or atas), len(isi))):
                yield from ((baris, kolom) for kolom in range(awal, min(akhir + 1, len(isi[baris]))))
