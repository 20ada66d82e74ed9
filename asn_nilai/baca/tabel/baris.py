"""Which rows below a header are data.

Blank rows, the row of column numbers, totals and the signature block are not; whatever else claims a NIP, a code or
a number is, so that nothing is dropped in silence.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from asn_nilai.acuan.isian.formulir import Formulir, JenisIsi, KolomFormulir, lipat_kode, lipat_label
from asn_nilai.acuan.isian.nip import normalkan
from asn_nilai.baca.tabel.angka import baca_angka
from asn_nilai.baca.tabel.sel import RUMUS_KOSONG, Isi, Kisi, SelRusak, teks_sel

_JUMLAH = re.compile(
    r"(?:sub|grand)?(?:jumlah|total|jml|ratarata|rerata)(?:sub|jumlah|total|bobot|nilai|capaian|target|realisasi|keseluruhan|semua|persen)*\d*"
)
_NOMOR_KOLOM = re.compile(r"\(?-?(?:(\d{1,2})\s*([a-zA-Z]?)|([a-zA-Z]))\)?\.?(?:\s*=.*)?")
_TTD = re.compile(r"nip\b|nip[.:]", re.IGNORECASE)
_BERANGKA = frozenset({JenisIsi.ANGKA, JenisIsi.CAMPURAN})
_JANGKAR = ("nip", "kode_indikator", "kode_unit")
_ANGKA_NIP_PALING_SEDIKIT = 9


@dataclass(slots=True)
class PemilahBaris:
    """Sorts the rows of one table.

    Attributes:
        kisi: the sheet.
        kolom: the column of each key found.
        formulir: the form.
        terisi: (key, row) of cells filled from a merged range, with the row where the value stands.
        kode_dikenal: codes of the skema, folded; a row with one of them is data wherever it stands.
        kepala_lagi: filled by sorting: the rows that repeat the header.
    """

    kisi: Kisi
    kolom: Mapping[str, int]
    formulir: Formulir
    terisi: Mapping[tuple[str, int], int]
    kode_dikenal: Collection[str] = ()
    kepala_lagi: list[int] = field(default_factory=list)

    def pilih(self, mulai: int) -> list[int]:
        """Return the data rows from row `mulai` on, in order."""
        jangkar = [kunci for kunci in _JANGKAR if kunci in self.kolom and kunci in self.formulir.wajib]
        kolom = [[sel[self.kolom[kunci]] for sel in self.kisi[mulai:]] for kunci in jangkar]
        # A NIP or a code is judged once, however many rows bear it; most rows are settled by that.
        diakui = [
            {isi for isi in set(sel) if _isi_teguh(kunci, isi)}
            for kunci, sel in zip(jangkar, kolom, strict=True)
        ]
        dikenal = (map(himpunan.__contains__, sel) for himpunan, sel in zip(diakui, kolom, strict=True))
        penuh: Iterable[bool] = map(all, zip(*dikenal, strict=True))
        if not jangkar:
            penuh = [False] * len(self.kisi[mulai:])
        teguh: list[int] = []
        lain: list[int] = []
        for baris, yakin in enumerate(penuh, mulai):
            if yakin or self._ada_isi(baris):
                (teguh if yakin or self._teguh(baris, jangkar) else lain).append(baris)
        nomor_kolom = {
            baris for baris in [*teguh, *lain] if baris < mulai + 3 and baris_nomor_kolom(self.kisi[baris])
        }
        teguh = [baris for baris in teguh if baris not in nomor_kolom]
        akhir = teguh[-1] if teguh else mulai - 1
        self.kepala_lagi += [baris for baris in lain if self._kepala_lagi(baris)]
        data = teguh + [
            baris
            for baris in lain
            if baris not in nomor_kolom
            and not self._jumlah(baris, jangkar)
            and baris not in self.kepala_lagi
            and (self._mengaku(baris, jangkar) if baris < akhir else self._bukti(baris, jangkar))
        ]
        return sorted(data)

    def _mentah(self, kunci: str, baris: int) -> Isi:
        kolom = self.kolom.get(kunci)
        return "" if kolom is None else self.kisi[baris][kolom]

    def _isi(self, kunci: str, baris: int) -> Isi:
        return self._mentah(kunci, self.terisi.get((kunci, baris), baris))

    def _ada_isi(self, baris: int) -> bool:
        sel = self.kisi[baris]
        return any(sel[kolom] != "" and not _hampa(sel[kolom]) for kolom in self.kolom.values())

    def _teguh(self, baris: int, jangkar: Sequence[str]) -> bool:
        """Tell whether a row has everything that makes it a row: its NIP and its codes."""
        return all(_isi_teguh(kunci, self._isi(kunci, baris)) for kunci in jangkar)

    def _jumlah(self, baris: int, jangkar: Sequence[str]) -> bool:
        """Tell whether a row closes with a total: it names no ASN and no indicator of its own."""
        for kunci in jangkar:
            isi = self._mentah(kunci, baris)
            if not _hampa(isi) and not _kata_jumlah(isi):
                return False
        return any(_kata_jumlah(isi) for isi in self.kisi[baris])

    def _kepala_lagi(self, baris: int) -> bool:
        """Tell whether a row repeats the header, as at the top of a printed page."""
        cocok = [
            kunci
            for kunci in self.kolom
            if isinstance(isi := self._mentah(kunci, baris), str) and self.formulir.kenali_kolom(isi) == kunci
        ]
        return len(cocok) >= 3

    def _mengaku(self, baris: int, jangkar: Sequence[str]) -> bool:
        """Tell whether a row between data rows claims anything: a NIP, a code, a number, a rating."""
        return (
            any(not _hampa(self._mentah(kunci, baris)) for kunci in jangkar)
            or self._ada_angka(baris)
            or self._terisi_campuran(baris) > 0
        )

    def _bukti(self, baris: int, jangkar: Sequence[str]) -> bool:
        """Tell whether a row below the data is data too, and no part of the signature block."""
        if self._ada_angka(baris) or self._terisi_campuran(baris) > 1:
            return True
        nip, kode = self._mentah("nip", baris), self._mentah("kode_indikator", baris)
        if isinstance(nip, SelRusak) or isinstance(kode, SelRusak):
            return True
        if lipat_kode(teks_sel(kode)) in self.kode_dikenal:
            return True
        terisi = sum(not _hampa(self._mentah(kunci, baris)) for kunci in self.formulir.wajib)
        if "nip" not in jangkar or "kode_unit" in jangkar:
            return terisi > 1
        bernomor = (
            not _hampa(self._mentah("no", baris))
            and baca_angka(teks_sel(self._mentah("no", baris))).nilai is not None
        )
        mirip_nip = _jumlah_angka(nip) >= 15 and not _TTD.match(teks_sel(nip))
        bernama = not _hampa(self._mentah("nama", baris))
        return (bernomor and (bernama or terisi > 0)) or (mirip_nip and (bernama or not _hampa(kode)))

    def _ada_angka(self, baris: int) -> bool:
        kolom_angka = [kolom for kolom in self.formulir.kolom if kolom.jenis in _BERANGKA]
        return any(_berangka(self._mentah(kolom.kunci, baris), kolom) for kolom in kolom_angka)

    def _terisi_campuran(self, baris: int) -> int:
        return sum(
            not _hampa(self._mentah(kolom.kunci, baris))
            for kolom in self.formulir.kolom
            if kolom.jenis is JenisIsi.CAMPURAN and kolom.kunci in self.kolom
        )


def _isi_teguh(kunci: str, isi: Isi) -> bool:
    """Tell whether a cell is what its column is for: a NIP, or a code."""
    if not isinstance(isi, str) or (isi.isdecimal() and len(isi) >= _ANGKA_NIP_PALING_SEDIKIT):
        return True
    if _hampa(isi) or _TTD.match(isi.strip()) or _kata_jumlah(isi):
        return False
    return kunci != "nip" or _jumlah_angka(isi) >= _ANGKA_NIP_PALING_SEDIKIT


def baris_nomor_kolom(sel: Iterable[Isi]) -> bool:
    """Tell whether a row only numbers the columns: `(1) (2) (3)`, also as Excel mistakes it: -1, -2, -3; `a b c`, `4a 4b`."""
    urutan: list[tuple[int, str]] = []
    for isi in sel:
        if isi == "" or _hampa(isi):
            continue
        cocok = _NOMOR_KOLOM.fullmatch(teks_sel(isi))
        if cocok is None:
            return False
        urutan.append((int(cocok[1]), cocok[2].casefold()) if cocok[1] else (ord(cocok[3].casefold()), ""))
    # A number may stand twice, or split into 4a and 4b, but the columns go on.
    return len({nomor for nomor, _ in urutan}) >= 3 and all(
        0 <= b[0] - a[0] <= 1 and a <= b for a, b in pairwise(urutan)
    )


def _hampa(isi: Isi) -> bool:
    return isinstance(isi, str) and not isi.strip()


def _berangka(isi: Isi, kolom: KolomFormulir) -> bool:
    """Tell whether a cell holds a number, or is damaged where one stood."""
    if isinstance(isi, SelRusak):
        # In a column that nobody must fill it only waits to be calculated: a template's Target Tahunan.
        return isi.kode != RUMUS_KOSONG or kolom.jenis is not JenisIsi.ANGKA or kolom.wajib
    if isinstance(isi, str):
        return isi != "" and len(normalkan(isi)) < 18 and baca_angka(isi).nilai is not None
    return isinstance(isi, int | float) and not isinstance(isi, bool)


def _jumlah_angka(isi: Isi) -> int:
    return sum(map(str.isdigit, teks_sel(isi)))


def _kata_jumlah(isi: Isi) -> bool:
    if not isinstance(isi, str) or not 0 < len(isi) < 60 or isi.isdecimal():
        return False
    return _JUMLAH.fullmatch(lipat_label(isi)) is not None
