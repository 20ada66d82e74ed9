"""Angka kredit of functional posts: percent of the predikat × the level's coefficient × months ÷ 12.

The figures, with their basis, stand in `angka_kredit.toml`. Exact, rounded half away from zero. Of a part of the year it is
the running sum that is rounded, so that the parts add up to the whole.
"""

import re
from functools import cache
from importlib.resources import files
from typing import Literal

from asn_nilai.acuan.pecahan import bulatkan_pecahan, pecahan
from asn_nilai.acuan.rumus.angka_berdasar import Ketat, Ketentuan
from asn_nilai.acuan.rumus.galat_aturan import baca_bentuk

_BERKAS = "angka_kredit.toml"
_PERSEN, _BULAN_SETAHUN = 100, 12


class AngkaKredit(Ketat):
    """The figures: percent by predikat, coefficient of a whole year by level (jenjang), decimals printed."""

    format: Literal[1]
    persen: Ketentuan[dict[str, float]]
    desimal: Ketentuan[int]
    jenis_jabatan: Ketentuan[tuple[str, ...]]
    jenis_asn: Ketentuan[tuple[str, ...]]
    bulanan: Ketentuan[Literal["jumlah-berjalan"]]
    koefisien: dict[str, Ketentuan[float]]

    def hitung(self, predikat: str, jenjang: str, bulan: int = _BULAN_SETAHUN, sebelum: int = 0) -> float:
        """Return the angka kredit of so many months: the rounded running sum after them less the one before.

        Args:
            predikat: a predikat of `persen`.
            jenjang: a level of `koefisien`.
            bulan: months of the year, 0 to 12.
            sebelum: months of the same year before them; with these at most 12.

        Raises:
            ValueError: an unknown predikat or level, or months out of range; an Indonesian sentence.
        """
        for isi, apa, dikenal in (
            (predikat, "predikat", self.persen.nilai), (jenjang, "jenjang", self.koefisien),
        ):  # fmt: skip
            if isi not in dikenal:
                raise ValueError(
                    f"Angka kredit: {apa} '{isi}' tidak dikenal; yang ada: {', '.join(dikenal)}."
                )
        if min(bulan, sebelum) < 0 or bulan + sebelum > _BULAN_SETAHUN:
            raise ValueError(f"Angka kredit: {bulan + sebelum} bulan di luar 0 sampai {_BULAN_SETAHUN}.")
        persen, koefisien = pecahan(self.persen.nilai[predikat]), pecahan(self.koefisien[jenjang].nilai)
        sebulan, desimal = persen / _PERSEN * koefisien / _BULAN_SETAHUN, self.desimal.nilai
        sampai, dari = (bulatkan_pecahan(sebulan * banyak, desimal) for banyak in (sebelum + bulan, sebelum))
        return bulatkan_pecahan(pecahan(sampai) - pecahan(dari), desimal)

    def berhak(self, jenis_jabatan: str) -> bool:
        """Tell whether a kind of post earns angka kredit; compared whole, case and spaces folded."""
        return _lipat(jenis_jabatan) in map(_lipat, self.jenis_jabatan.nilai)

    def bagi(self, jenis_asn: str) -> bool:
        """Tell whether a kind of ASN (`PNS`, `PPPK`) earns angka kredit, as far as is known."""
        return jenis_asn in self.jenis_asn.nilai

    def jenjang(self, jabatan: str) -> str:
        """Return the level that a post's title names in whole words, blank where none or more than one.

        Titles end in their level, so of several named the one at the very end counts.
        """
        judul = _lipat(jabatan)
        ada = [jenjang for jenjang in self.koefisien if _kata(jenjang).search(judul)]
        akhir = [jenjang for jenjang in ada if judul.endswith(_lipat(jenjang))]
        pilihan = ada if len(ada) == 1 else akhir
        return pilihan[0] if pilihan else ""

    def rumus_excel(self, persen: str, koefisien: str, bulan: str, sebelum: str) -> str:
        """Return the same calculation for a live cell, from the cells of its factors."""
        sampai, dari = (
            f"ROUND({persen}*{koefisien}*{banyak}/{_PERSEN * _BULAN_SETAHUN},{self.desimal.nilai})"
            for banyak in (f"({bulan}+{sebelum})", sebelum)
        )
        return f"ROUND({sampai}-{dari},{self.desimal.nilai})"


def _lipat(teks: str) -> str:
    return " ".join(teks.casefold().split())


@cache
def _kata(jenjang: str) -> re.Pattern[str]:
    """Return what finds a level in a title, in whole words."""
    return re.compile(rf"(?<!\w){re.escape(_lipat(jenjang))}(?!\w)")


@cache
def angka_kredit() -> AngkaKredit:
    """Return the figures that come with the program."""
    teks = files("asn_nilai.acuan.rumus").joinpath(_BERKAS).read_text(encoding="utf-8")
    return baca_bentuk(AngkaKredit, teks, _BERKAS)
