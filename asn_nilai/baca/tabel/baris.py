"""Which rows below a header are data.

Blank rows, the row of column numbers, totals and the signature block are not; whatever else claims a NIP, a code or
a number is, so that nothing is dropped in silence.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import compress, count
from operator import itemgetter, not_

from asn_nilai.acuan.isian.formulir.formulir import Formulir, JenisIsi, lipat_kode
from asn_nilai.acuan.pola_tunda import pola_tunda
from asn_nilai.baca.tabel.angka import baca_angka
from asn_nilai.baca.tabel.arti_sel import (
    ANGKA_NIP_PALING_SEDIKIT,
    ANGKA_NIP_UTUH,
    TANDA_TANGAN,
    awal_jumlah,
    baris_nomor_kolom,
    hampa,
    isi_teguh,
    jumlah_angka,
    kata_jumlah,
    memuat_angka,
    pembuka_legenda,
    serupa_kode,
    tiada,
)
from asn_nilai.baca.tabel.sel import RUMUS_KOSONG, Isi, Kisi, SelRusak, teks_sel

_BERANGKA = frozenset({JenisIsi.ANGKA, JenisIsi.CAMPURAN})
_JANGKAR = ("nip", "kode_indikator", "kode_unit")
_URAIAN = frozenset({"indikator", "satuan", "bukti_dukung", "keterangan", "catatan"})
"""Words that a template has ready before anybody is named."""
_HALAMAN = pola_tunda(
    r"hal(?:aman)?\.?\s*\d{1,3}(?:\s*(?:dari|/|of)\s*\d{1,3})?|[-–]?\s*\d{1,2}\s*[-–]?(?:\s*(?:dari|/)\s*\d{1,3})?",
    re.IGNORECASE,
)
_TERISI_DAFTAR = 3
"""Filled cells from which a row of a register is one, though its NIP and its codes are blank."""


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
        belum_diisi: filled by sorting: the rows that only wait to be filled in.
    """

    kisi: Kisi
    kolom: Mapping[str, int]
    formulir: Formulir
    terisi: Mapping[tuple[str, int], int]
    kode_dikenal: Collection[str] = ()
    kepala_lagi: list[int] = field(default_factory=list)
    belum_diisi: list[int] = field(default_factory=list)

    def pilih(self, mulai: int) -> list[int]:
        """Return the data rows from row `mulai` on, in order."""
        wajib = [kunci for kunci in self.formulir.wajib if kunci in self.kolom]
        # A list of units may have no codes.
        jangkar = [kunci for kunci in _JANGKAR if kunci in wajib] or wajib
        teguh, lain, menunggu = self._pisahkan(mulai, jangkar)
        atas = [baris for baris in [*teguh[:3], *lain] if baris < mulai + 3]
        nomor_kolom = {baris for baris in atas if baris_nomor_kolom(self.kisi[baris])}
        self.belum_diisi = [
            baris for baris in [*(teguh if menunggu else ()), *lain] if self._belum_diisi(baris, jangkar)
        ]
        # A header's words are no NIP, but they may be codes.
        mungkin = lain if "nip" in jangkar else sorted([*teguh, *lain])
        self.kepala_lagi += [baris for baris in mungkin if self._kepala_lagi(baris, jangkar)]
        bukan = nomor_kolom.union(self.belum_diisi, self.kepala_lagi)
        if bukan:
            teguh = [baris for baris in teguh if baris not in bukan]
        while teguh and self._hanya_nip(teguh, jangkar):
            teguh.pop()
        self._tanpa_tanda_tangan(teguh, jangkar)
        akhir = teguh[-1] if teguh else mulai - 1
        data, sambung = teguh, akhir
        for baris in lain:
            if baris in bukan or self._jumlah(baris, jangkar):
                continue
            if baris < akhir:
                diterima = self._mengaku(baris, jangkar)
            else:
                diterima = self._bukti(baris, jangkar, sambung=baris == sambung + 1)
                sambung = baris if diterima else sambung
            if diterima:
                data.append(baris)
        self.belum_diisi.sort()
        return sorted(data)

    def _pisahkan(self, mulai: int, jangkar: Sequence[str]) -> tuple[list[int], list[int], bool]:
        """Return the rows that are surely data, the others that hold anything, and whether any of the former may wait to be filled in."""
        bawah = self.kisi[mulai:]
        kolom = [list(map(itemgetter(self.kolom[kunci]), bawah)) for kunci in jangkar]
        berbeda = [set(sel) for sel in kolom]
        # A NIP or a code is judged once, however many rows bear it; most rows, and most tables, are settled by that.
        pasangan = zip(jangkar, berbeda, strict=True)
        diakui = [set(filter(partial(isi_teguh, kunci), milik)) for kunci, milik in pasangan]
        if jangkar and diakui != berbeda:
            dikenal = [map(himpunan.__contains__, sel) for himpunan, sel in zip(diakui, kolom, strict=True)]
            penuh = list(map(all, zip(*dikenal, strict=True)))
        else:
            penuh = [bool(jangkar)] * len(bawah)
        teguh, lain = list(compress(count(mulai), penuh)), list[int]()
        for baris in compress(count(mulai), map(not_, penuh)):
            if self._ada_isi(baris):
                (teguh if self._teguh(baris, jangkar) else lain).append(baris)
        teguh.sort()
        return teguh, lain, any(map(_tanpa_isi, set().union(*berbeda)))

    def _mentah(self, kunci: str, baris: int) -> Isi:
        kolom = self.kolom.get(kunci)
        return "" if kolom is None else self.kisi[baris][kolom]

    def _isi(self, kunci: str, baris: int) -> Isi:
        return self._mentah(kunci, self.terisi.get((kunci, baris), baris))

    def _ada_isi(self, baris: int) -> bool:
        sel = self.kisi[baris]
        return any(sel[kolom] != "" and not hampa(sel[kolom]) for kolom in self.kolom.values())

    def _teguh(self, baris: int, jangkar: Sequence[str]) -> bool:
        """Tell whether a row has everything that makes it a row: its NIP and its codes."""
        return all(isi_teguh(kunci, self._isi(kunci, baris)) for kunci in jangkar)

    def _jumlah(self, baris: int, jangkar: Sequence[str]) -> bool:
        """Tell whether a row closes with a total: it names no ASN and no indicator of its own."""
        if all(self._berisi(kunci, baris) for kunci in self.formulir.wajib):
            return False
        for kunci in jangkar:
            isi = self._mentah(kunci, baris)
            if not hampa(isi) and (serupa_kode(kunci, isi) or not (kata_jumlah(isi) or awal_jumlah(isi))):
                return False
        sel = self.kisi[baris]
        pertama = next((nomor for nomor, isi in enumerate(sel) if not hampa(isi)), None)
        berawal = pertama is not None and pertama != self.kolom.get("indikator") and awal_jumlah(sel[pertama])
        agregasi = self.kolom.get("agregasi")  # how an indicator adds up, and no total
        return berawal or any(kata_jumlah(isi) for nomor, isi in enumerate(sel) if nomor != agregasi)

    def _berisi(self, kunci: str, baris: int) -> bool:
        """Tell whether a cell has what its column asks for; how many there are is no name of anything."""
        isi = self._mentah(kunci, baris)
        bernama = kunci == "unit_kerja"
        return not (hampa(isi) or (bernama and teks_sel(isi).isdecimal()))

    def _belum_diisi(self, baris: int, jangkar: Sequence[str]) -> bool:
        """Tell whether a row is only made ready: its number, and formulas that find nobody yet."""
        if not all(tiada(self._isi(kunci, baris)) for kunci in jangkar):
            return False
        lain = {kunci: self.kisi[baris][kolom] for kunci, kolom in self.kolom.items() if kunci != "no"}
        rumus = sum(not hampa(isi) for isi in lain.values())
        bernomor = baca_angka(teks_sel(self._mentah("no", baris))).nilai is not None
        kosong = all(tiada(isi) for kunci, isi in lain.items() if kunci not in _URAIAN)
        return kosong and rumus >= (1 if bernomor else 3)

    def _hanya_nip(self, teguh: Sequence[int], jangkar: Sequence[str]) -> bool:
        """Tell whether the last row holds a NIP alone, apart from the table: somebody has signed there."""
        baris = teguh[-1]
        if list(jangkar) != ["nip"] or baris - 1 in teguh[-2:]:
            return False
        return all(hampa(self._isi(kunci, baris)) for kunci in self.kolom if kunci != "nip")

    def _tanpa_tanda_tangan(self, teguh: list[int], jangkar: Sequence[str]) -> None:
        """Take away the last rows of a list of codes where these alone are filled, apart from the table: somebody signs there."""
        if len(jangkar) != 1 or "nip" in jangkar:
            return
        ekor = len(teguh)
        while ekor and all(hampa(self._isi(k, teguh[ekor - 1])) for k in self.kolom if k not in jangkar):
            ekor -= 1
        terpisah = next((ke for ke in range(max(ekor, 1), len(teguh)) if teguh[ke] > teguh[ke - 1] + 1), None)
        if terpisah is not None:
            del teguh[terpisah:]

    def _kepala_lagi(self, baris: int, jangkar: Sequence[str]) -> bool:
        """Tell whether a row repeats the header, as at the top of a printed page, perhaps with its columns moved."""
        cocok = [
            kunci
            for kunci in self.kolom
            if isinstance(isi := self._mentah(kunci, baris), str) and self.formulir.kenali_kolom(isi) == kunci
        ]
        if len(cocok) >= 3:
            return True
        disebut = {
            self.formulir.kenali_kolom(isi) for isi in self.kisi[baris] if isinstance(isi, str) and isi
        } - {None}
        return len(disebut) >= 3 and disebut.issuperset(jangkar)

    def _mengaku(self, baris: int, jangkar: Sequence[str]) -> bool:
        """Tell whether a row between data rows claims anything: a NIP, a code, a number, a rating."""
        return not (self._sendirian(baris, jangkar) or self._label(baris)) and (
            any(not hampa(self._mentah(kunci, baris)) for kunci in jangkar)
            or self._ada_angka(baris)
            or self._terisi_campuran(baris) > 0
            or self._baris_daftar(baris)
        )

    def _sendirian(self, baris: int, jangkar: Sequence[str]) -> bool:
        """Tell whether a row only bears a page number or a sub-title: one cell, and nobody's."""
        terisi = [isi for isi in self.kisi[baris] if not hampa(isi)]
        if len(terisi) != 1 or any((kunci, baris) in self.terisi for kunci in jangkar):
            return False
        isi = terisi[0]
        if isinstance(isi, SelRusak) or lipat_kode(teks_sel(isi)) in self.kode_dikenal:
            return False
        wajib = [kolom.kunci for kolom in self.formulir.kolom if kolom.wajib and kolom.jenis in _BERANGKA]
        if any(not hampa(self._mentah(kunci, baris)) for kunci in wajib) and jumlah_angka(isi):
            return False  # a figure that has lost its row
        return _HALAMAN.fullmatch(teks_sel(isi)) is not None or not jumlah_angka(isi)

    def _label(self, baris: int) -> bool:
        """Tell whether a row only says whose rows follow: `NIP` or `Nama`, and the value next to it."""
        terisi = [nomor for nomor, isi in enumerate(self.kisi[baris]) if not hampa(isi)]
        label = self.kisi[baris][terisi[0]]
        if len(terisi) != 2 or not isinstance(label, str):
            return False
        orang = {kunci: self.kolom.get(kunci) for kunci in ("nip", "nama")}
        return self.formulir.kenali_kolom(label) in orang and terisi[1] in orang.values()

    def _baris_daftar(self, baris: int) -> bool:
        """Tell whether a row of a register lost only what names it: a person or a unit is there all the same."""
        terisi = sum(not hampa(self._mentah(kunci, baris)) for kunci in self.kolom)
        return not self.formulir.identitas and bool(self.formulir.lembar) and terisi >= _TERISI_DAFTAR

    def _bukti(self, baris: int, jangkar: Sequence[str], *, sambung: bool) -> bool:
        """Tell whether a row below the data is data too, and no total, legend, page number or signature.

        Args:
            baris: the row.
            jangkar: the columns that make a row somebody's.
            sambung: whether it follows the data without a gap.
        """
        nip, kode = self._mentah("nip", baris), self._mentah("kode_indikator", baris)
        if (
            isinstance(nip, SelRusak)
            or isinstance(kode, SelRusak)
            or lipat_kode(teks_sel(kode)) in self.kode_dikenal
        ):
            return True
        terisi = sum(not hampa(self._mentah(kunci, baris)) for kunci in self.formulir.wajib)
        if "nip" not in jangkar or "kode_unit" in jangkar:
            tanda = any(pembuka_legenda(self._mentah(kunci, baris)) for kunci in jangkar)
            return terisi > (2 if tanda else 1) or (sambung and self._baris_daftar(baris))
        no = self._mentah("no", baris)
        bernomor = not hampa(no) and baca_angka(teks_sel(no)).nilai is not None
        bernama, berangka = not hampa(self._mentah("nama", baris)), self._ada_angka(baris)
        if jumlah_angka(nip) >= ANGKA_NIP_PALING_SEDIKIT and not TANDA_TANGAN.match(teks_sel(nip)):
            return (
                bernama or berangka or self._terisi_campuran(baris) > 0 or isi_teguh("kode_indikator", kode)
            )
        if isi_teguh("kode_indikator", kode):
            return berangka or bernomor
        # Nobody and nothing is named: only what goes on without a gap, or is all but whole, may be a row that lost its NIP.
        uraian = sum(not hampa(self._mentah(kunci, baris)) for kunci in ("no", "nama", "indikator", "satuan"))
        if not sambung:
            return uraian > 2 and berangka
        campuran = self._terisi_campuran(baris)
        return (
            (bernomor and (bernama or terisi > 0))
            or (uraian > 0 and berangka)
            or campuran > 1
            or self._rusak(baris)
            or self._baris_daftar(baris)
        )

    def _rusak(self, baris: int) -> bool:
        """Tell whether a column of figures that must be filled is damaged."""
        return any(
            isinstance(isi := self._mentah(kolom.kunci, baris), SelRusak) and isi.kode != RUMUS_KOSONG
            for kolom in self.formulir.kolom
            if kolom.jenis in _BERANGKA and kolom.wajib
        )

    def _ada_angka(self, baris: int) -> bool:
        kolom_angka = [kolom for kolom in self.formulir.kolom if kolom.jenis in _BERANGKA]
        return any(memuat_angka(self._mentah(kolom.kunci, baris), kolom) for kolom in kolom_angka)

    def _terisi_campuran(self, baris: int) -> int:
        return sum(
            not hampa(self._mentah(kolom.kunci, baris))
            for kolom in self.formulir.kolom
            if kolom.jenis is JenisIsi.CAMPURAN and kolom.kunci in self.kolom
        )


def _tanpa_isi(isi: Isi) -> bool:
    """Tell whether a cell where a NIP or a code stands only waits for one; what is as long as a NIP need not be looked at."""
    return (not isinstance(isi, str) or 0 < len(isi) < ANGKA_NIP_UTUH) and tiada(isi)
