"""A period of assessment and its months.

Monthly files are the source; a quarter, a half, a year or any run of months is computed from its months.
The forms of a period's code are those of the contract: `2026-03`, `2026-T1`, `2026-S1`, `2026`,
`2026-01:2026-05`.
"""

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from asn_nilai.acuan.pola_tunda import pola_tunda

NAMA_BULAN = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
SINGKATAN_BULAN = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des")
_NOMOR_BULAN = {
    sebutan: nomor
    for nomor, nama in enumerate(NAMA_BULAN, 1)
    for sebutan in (nama.casefold(), nama[:3].casefold())
} | {"pebruari": 2, "peb": 2, "agt": 8, "ags": 8, "agust": 8, "sept": 9, "nopember": 11, "nop": 11}
"""Months by the names that people write, in small letters."""
_ROMAWI = ("I", "II", "III", "IV")
_BULAN = re.compile(r"([0-9]{4})-([0-9]{2})")
_BAGIAN_TAHUN = pola_tunda(r"([0-9]{4})-([TS])([1-4])")


def nomor_bulan(sebutan: str) -> int | None:
    """Return a month's number (1–12) by its name, full or short, as Indonesians write it; None for other words."""
    return _NOMOR_BULAN.get(sebutan.casefold())


def tulis_tanggal(iso: str) -> str:
    """Return an ISO date, or one without its day or month, as Indonesians write it: `3 Juni 2026`, `Juni 2026`, `2026`."""
    tahun, *lain = iso.split("-")
    return " ".join(
        [*(str(int(hari)) for hari in lain[1:]), *(NAMA_BULAN[int(bulan) - 1] for bulan in lain[:1]), tahun]
    )


class PeriodeTidakSahError(ValueError):
    """A period's code is not of a known form; the message, in Indonesian, shows the forms and, where given, the nearest."""

    def __init__(self, teks: str, terdekat: str = "") -> None:
        mungkin = f" Mungkin maksudnya {terdekat}." if terdekat else ""
        super().__init__(
            f"Periode '{teks}' tidak dikenal.{mungkin} Tulis salah satu bentuk ini: 2026-03 (bulan), 2026-T1 (triwulan), "
            "2026-S1 (semester), 2026 (tahun), atau 2026-01:2026-05 (rentang bulan)."
        )


class Bulan(NamedTuple):
    """One month of one year; `bulan` runs from 1 to 12. Months come in order, and are looked up for every row."""

    tahun: int
    bulan: int

    @property
    def kode(self) -> str:
        """Return the code used in folder names, `2026-03`."""
        return f"{self.tahun:04d}-{self.bulan:02d}"

    @property
    def label(self) -> str:
        """Return the month as Indonesians write it, `Maret 2026`."""
        return f"{NAMA_BULAN[self.bulan - 1]} {self.tahun}"

    @property
    def singkatan(self) -> str:
        """Return the label of the month's column on a Target sheet, `Mar`."""
        return SINGKATAN_BULAN[self.bulan - 1]

    def mundur(self, bulan: int) -> "Bulan":
        """Return the month so many months earlier."""
        tahun, sisa = divmod(self.tahun * 12 + self.bulan - 1 - bulan, 12)
        return Bulan(tahun, sisa + 1)

    @property
    def periode(self) -> "Periode":
        """Return the period that is this month alone."""
        return Periode(self.kode, self.label, (self,))

    @property
    def hari_pertama(self) -> date:
        """Return the first day of the month."""
        return date(self.tahun, self.bulan, 1)

    @property
    def hari_terakhir(self) -> date:
        """Return the last day of the month."""
        return date(self.tahun, self.bulan, monthrange(self.tahun, self.bulan)[1])


class Periode(NamedTuple):
    """A run of one or more whole months of one year, in order."""

    kode: str
    label: str
    bulan: tuple[Bulan, ...]

    @classmethod
    def setahun(cls, tahun: int) -> "Periode":
        """Return a whole year."""
        return cls(f"{tahun:04d}", f"Tahun {tahun:04d}", _rentang(tahun, 1, 12))

    @classmethod
    def dari_teks(cls, teks: str) -> "Periode":
        """Read a period's code.

        Args:
            teks: one of the five forms of the contract; surrounding blanks are ignored.

        Raises:
            PeriodeTidakSahError: the text has another form, a month that does not exist, or a run that goes
                backwards or over the end of a year (a work folder holds one year).
        """
        kode = teks.strip().upper()
        if re.fullmatch(r"[0-9]{4}", kode):
            return cls.setahun(int(kode))
        if cocok := _BULAN.fullmatch(kode):
            bulan = _bulan(cocok, teks)
            return cls(kode, bulan.label, (bulan,))
        if cocok := _BAGIAN_TAHUN.fullmatch(kode):
            return _bagian_tahun(kode, int(cocok[1]), cocok[2], int(cocok[3]))
        awal, _, akhir = kode.partition(":")
        if (a := _BULAN.fullmatch(awal)) and (z := _BULAN.fullmatch(akhir)):
            return _antara(kode, _bulan(a, teks), _bulan(z, teks))
        raise PeriodeTidakSahError(teks)

    @classmethod
    def dari_folder(cls, nama: str) -> "Periode":
        """Read a period's folder name, see `nama_folder`.

        Raises:
            PeriodeTidakSahError: it names no period.
        """
        return cls.dari_teks(nama.replace("_", ":"))

    @property
    def nama_folder(self) -> str:
        """Return the code as a folder name that Windows accepts."""
        return self.kode.replace(":", "_")

    @property
    def urutan(self) -> tuple[Bulan, int, str]:
        """Return what periods are ordered by: a month comes before the longer ones that end with it."""
        return self.bulan[-1], len(self.bulan), self.kode

    @property
    def hari_pertama(self) -> date:
        """Return the first day of the period."""
        return self.bulan[0].hari_pertama

    @property
    def hari_terakhir(self) -> date:
        """Return the last day of the period."""
        return self.bulan[-1].hari_terakhir


def rentang_bulan(bulan: Sequence[Bulan]) -> str:
    """Return months in words, in their order and a run as one: `Januari–Mei 2026`, `Januari dan Maret 2026`."""
    deret: list[list[Bulan]] = []
    for ini in bulan:
        menyambung = (
            deret and 12 * ini.tahun + ini.bulan == 12 * deret[-1][-1].tahun + deret[-1][-1].bulan + 1
        )
        if menyambung:
            deret[-1].append(ini)
        else:
            deret.append([ini])
    kata = ["–".join(NAMA_BULAN[b.bulan - 1] for b in dict.fromkeys((d[0], d[-1]))) for d in deret]
    awal = f"{', '.join(kata[:-1])}{',' if len(kata) > 2 else ''} dan " if len(kata) > 1 else ""
    return f"{awal}{kata[-1]} {bulan[-1].tahun}"


def _bulan(cocok: re.Match[str], teks: str) -> Bulan:
    nomor = int(cocok[2])
    if not 1 <= nomor <= 12:
        raise PeriodeTidakSahError(teks)
    return Bulan(int(cocok[1]), nomor)


def _rentang(tahun: int, awal: int, akhir: int) -> tuple[Bulan, ...]:
    return tuple(Bulan(tahun, nomor) for nomor in range(awal, akhir + 1))


def _bagian_tahun(kode: str, tahun: int, jenis: str, ke: int) -> Periode:
    panjang, nama = (3, "Triwulan") if jenis == "T" else (6, "Semester")
    if ke * panjang > 12:
        raise PeriodeTidakSahError(kode)
    bulan = _rentang(tahun, (ke - 1) * panjang + 1, ke * panjang)
    return Periode(kode, f"{nama} {_ROMAWI[ke - 1]} {tahun}", bulan)


def _antara(kode: str, awal: Bulan, akhir: Bulan) -> Periode:
    if awal > akhir or awal.tahun != akhir.tahun:
        raise PeriodeTidakSahError(kode)
    if awal == akhir:  # else a month would have two names, two places and two locks
        return awal.periode
    bulan = _rentang(awal.tahun, awal.bulan, akhir.bulan)
    return Periode(kode, rentang_bulan(bulan), bulan)
