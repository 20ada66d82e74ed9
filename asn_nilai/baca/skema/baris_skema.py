"""The rows of one sheet of the skema: their cells typed, what is wrong with each, and why it cannot stand."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from typing import TypeVar

from asn_nilai.acuan.isian.formulir.daftar_formulir import FORMULIR
from asn_nilai.acuan.isian.formulir.formulir import Formulir, lipat_kode, lipat_label
from asn_nilai.acuan.isian.formulir.tabel import NilaiSel
from asn_nilai.acuan.isian.formulir.ya_tidak import TIDAK, YA, baca_ya_tidak
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.temuan import Temuan, Tingkat, temuan
from asn_nilai.baca.tabel.catatan import Catatan
from asn_nilai.baca.tabel.kolom.kolom_angka import KolomAngka
from asn_nilai.baca.tabel.kolom.kolom_nip import ketik_nip, nip_sebagian
from asn_nilai.baca.tabel.sel import Isi, kenali_rusak, kutip
from asn_nilai.baca.tabel.tabel_mentah import TabelMentah
from asn_nilai.baca.tabel.tanggal import baca_tanggal

S = TypeVar("S", bound=StrEnum)
_TIDAK_SAH = "skema-tidak-sah"
_SEBUTAN = {
    "max": "Maksimal", "maksimum": "Maksimal", "maximize": "Maksimal", "min": "Minimal", "minimum": "Minimal",
    "minimize": "Minimal", "stabilize": "Stabil", "sum": "Jumlah", "total": "Jumlah", "average": "Rata-rata",
    "rerata": "Rata-rata", "nilaiterakhir": "Nilai Akhir", "akhir": "Nilai Akhir", "takelastknown": "Nilai Akhir",
    "bilanganbulat": "Bulat", "persentase": "Persen", "bulan": "Bulanan", "triwulan": "Triwulanan",
    "semester": "Semesteran", "tahun": "Tahunan",
}  # fmt: skip
"""Other names of the skema's choices, folded."""
_RUMUS = "isian tanpa rumus yang gagal"
_NIP = "NIP 18 angka yang diketik sebagai teks"
_DIKENAL = {
    "angka-tidak-sah": "satu angka, misalnya 95,5", "baris-ganda": "satu baris saja", "nip-format": _NIP,
    "nip-presisi-hilang": _NIP, "rumus-tanpa-nilai": _RUMUS, "sel-galat": _RUMUS,
}  # fmt: skip
"""What a faulty cell should hold, by the kind of its finding."""
_TIDAK_MENGGUGURKAN = frozenset({"nip_atasan", "nip_kepala"})
"""Columns in which a fault leaves the row standing."""


@dataclass(slots=True)
class BarisSkema:
    """The rows of one sheet of the skema, and what is wrong with them."""

    mentah: TabelMentah
    catatan: Catatan
    _pertama: dict[tuple[str, str], int] = field(default_factory=dict)
    _cacat: set[int] = field(default_factory=set)
    _isi: dict[str, list[NilaiSel]] = field(init=False)

    def __post_init__(self) -> None:
        self._isi = self.mentah.tabel.isi

    @property
    def posisi(self) -> range:
        """Return the positions of all rows."""
        return range(len(self.mentah.tabel))

    @property
    def formulir(self) -> Formulir:
        """Return the form of the sheet."""
        return FORMULIR[self.mentah.tabel.formulir]

    def ketik_nip(self, kunci: str, *, wajib: bool) -> None:
        """Type a NIP column, where it is there."""
        if kunci in self.mentah.mentah:
            ketik_nip(self.mentah, self.catatan, None, kunci, wajib=wajib)

    def satukan(self, *kunci: str) -> None:
        """Hold a text once that many rows have, such as a grade: a city's register is large."""
        kembar: dict[NilaiSel, NilaiSel] = {}
        for kolom in kunci:
            self._isi[kolom] = list(map(kembar.setdefault, self._isi[kolom], self._isi[kolom]))

    def ketik_angka(self, *kunci: str) -> None:
        """Type number columns of the sheet Indikator."""
        tabel = self.mentah.tabel
        angka = KolomAngka.untuk(self.mentah, self.catatan, {})
        jenis_nilai = self.mentah.tabel.teks("jenis_nilai")
        angka.persen = [
            persen or lipat_label(jenis) == "persen"
            for persen, jenis in zip(angka.persen, jenis_nilai, strict=True)
        ]
        for kolom in kunci:
            angka.ketik(kolom)
        self._cacat |= {posisi for k, posisi in tabel.cacat if k in kunci}

    def teks(self, kunci: str, posisi: int) -> str:
        """Return a text of a row, blank where the column is absent."""
        return str(self._isi[kunci][posisi] or "")

    def kolom(self, kunci: str) -> list[str]:
        """Return the texts of a column as `teks` gives them one by one."""
        return self.mentah.tabel.teks(kunci)

    def tertulis(self, kunci: str) -> Sequence[Isi]:
        """Return the cells of a column that is no text, as they stand; blanks where the column is absent."""
        return self.mentah.mentah.get(kunci) or [""] * len(self.mentah.tabel)

    def angka(self, kunci: str, posisi: int) -> float | None:
        """Return a number of a row."""
        nilai = self.mentah.tabel.isi[kunci][posisi]
        return nilai if isinstance(nilai, float) else None

    def sah(self, posisi: int) -> bool:
        """Tell whether nothing is wrong with a row so far."""
        return posisi not in self._cacat

    def gugurkan(self, posisi: int) -> None:
        """Leave a row out whose finding is noted already."""
        self._cacat.add(posisi)

    def tolak(self, kunci: str, posisi: int, dikenal: str) -> None:
        """Note a cell that the skema does not allow; its row is left out."""
        tabel, sel = self.mentah.tabel, self.mentah.sel_asal(kunci, posisi)
        isi = self.mentah.lembar.sel[sel[0]][sel[1]]
        rusak = kenali_rusak(isi)
        self._cacat.add(posisi)
        if rusak is not None:
            self.catatan.tambah(rusak.kode, sel, teks=rusak.teks, cara="ketik isinya langsung")
            return
        self.catatan.tambah(
            _TIDAK_SAH, (tabel.baris[posisi], tabel.kolom[kunci]),
            kolom=self.formulir.label(kunci), isi=_berisi(kutip(isi)), dikenal=dikenal,
        )  # fmt: skip

    def alasan(self, posisi: int) -> tuple[Temuan, ...]:
        """Return why a row cannot stand, for those whom it keeps waiting: each a `skema-tidak-sah` with its cell; never none."""
        tabel = self.mentah.tabel
        sel = {tabel.sel(kunci, posisi): kunci for kunci in tabel.kolom if kunci not in _TIDAK_MENGGUGURKAN}
        semua = tuple(
            self._alasan(cacat, sel[cacat.letak.sel], posisi)
            for cacat in self.catatan.temuan
            if cacat.tingkat is Tingkat.GALAT and cacat.letak.sel in sel
        )
        return semua or (self.sebab(next(iter(sel.values())), posisi, "baris yang isinya sah"),)

    def _alasan(self, cacat: Temuan, kunci: str, posisi: int) -> Temuan:
        if cacat.kode == _TIDAK_SAH:
            return cacat
        return self.sebab(kunci, posisi, _DIKENAL.get(cacat.kode, "isian yang sah"))

    def sebab(self, kunci: str, posisi: int, dikenal: str) -> Temuan:
        """Return a cell as the reason why somebody is not scored; `dikenal` is what it should hold."""
        baris, kolom = self.mentah.sel_asal(kunci, posisi)
        isi = self.mentah.lembar.sel[baris][kolom]
        rusak = kenali_rusak(isi)
        return temuan(
            _TIDAK_SAH, self.letak(kunci, posisi), kolom=self.formulir.label(kunci),
            isi=_berisi(rusak.teks if rusak else kutip(isi)), dikenal=dikenal,
        )  # fmt: skip

    def letak(self, kunci: str, posisi: int) -> Letak:
        """Return the place of a cell."""
        return self.mentah.tabel.letak(kunci, posisi)

    def nip_terbaca(self, posisi: int) -> str:
        """Return a row's NIP as far as it can be read: of a number the digits that it still has."""
        if nip := self.teks("nip", posisi):
            return nip
        return nip_sebagian(self.mentah.mentah["nip"][posisi])

    def perlu(self, posisi: int, *kunci: str) -> None:
        """Note each blank among cells that must be filled."""
        for kolom in kunci:
            if not self.teks(kolom, posisi):
                self.tolak(kolom, posisi, "isian yang tidak kosong")

    def pilihan(self, kunci: str, posisi: int, jenis: type[S], bawaan: S | None = None) -> S | None:
        """Return the choice that a cell names; `bawaan` where it is blank, None with a finding for another word."""
        teks = self.teks(kunci, posisi)
        if not teks and bawaan is not None and (kunci, posisi) not in self.mentah.tabel.cacat:
            return bawaan
        pilihan = _kenali(jenis, teks)
        if pilihan is None:
            self.tolak(kunci, posisi, ", ".join(jenis))
        return pilihan

    def ya_tidak(self, kunci: str, posisi: int, *, ragu: bool) -> bool | None:
        """Return whether a cell says yes, None where it is blank; of another word `ragu`, with a finding: the row stands."""
        teks = self.teks(kunci, posisi)
        if (kunci, posisi) in self.mentah.tabel.cacat:
            self.tolak(kunci, posisi, f"{YA}, {TIDAK}")
        jawab = baca_ya_tidak(teks)
        if jawab is not None or not teks.strip(" -–"):
            return jawab
        tabel = self.mentah.tabel
        self.catatan.tambah(
            "ya-tidak-meragukan", (tabel.baris[posisi], tabel.kolom[kunci]),
            kolom=self.formulir.label(kunci), teks=kutip(teks), dibaca=YA if ragu else TIDAK,
        )  # fmt: skip
        return ragu

    def tanggal(self, kunci: str, posisi: int) -> dt.date | None:
        """Return a date of a row, None where it is blank."""
        mentah = self.mentah.mentah.get(kunci)
        if mentah is None or (isinstance(isi := mentah[posisi], str) and not isi.strip(" -–")):
            return None
        hasil = baca_tanggal(isi)
        if hasil is None:
            self.tolak(kunci, posisi, "tanggal, misalnya 31/03/2026")
        return hasil

    def ganda(self, kunci: str, posisi: int) -> bool:
        """Tell, with a finding, whether a row's code stood in an earlier row."""
        kode = self.teks(kunci, posisi)
        pertama = self._pertama.setdefault((kunci, lipat_kode(kode)), posisi)
        if pertama != posisi:
            self.catat_ganda(kunci, posisi, pertama, f"{self.formulir.label(kunci)} {kode}")
        return pertama != posisi

    def catat_ganda(self, kunci: str, posisi: int, pertama: int, apa: str) -> None:
        """Note a row that repeats an earlier one."""
        tabel = self.mentah.tabel
        nip = self.teks("nip", posisi) if "nip" in tabel.isi else ""
        sel = (tabel.baris[posisi], tabel.kolom[kunci])
        self.catatan.tambah("baris-ganda", sel, nip=nip, apa=apa, sel_pertama=tabel.sel(kunci, pertama))


@lru_cache(maxsize=256)
def _kenali(jenis: type[S], teks: str) -> S | None:
    """Return the choice that a text names, also by another name for it."""
    lipat = lipat_label(teks)
    lipat = lipat_label(_SEBUTAN.get(lipat, lipat))
    return next((pilihan for pilihan in jenis if lipat_label(pilihan.value) == lipat), None)


def _berisi(teks: str) -> str:
    return f"berisi '{teks}'" if teks else "kosong"


def pisahkan(teks: str) -> tuple[str, ...]:
    """Return the parts of a cell that lists several, separated by `;` or `,`."""
    return tuple(kata for bagian in re.split("[;,]", teks) if (kata := bagian.strip()))
