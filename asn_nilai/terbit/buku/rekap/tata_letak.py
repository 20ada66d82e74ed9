"""Where everything of rekap.xlsx stands, decided before the first cell is written.

The sheets count each other: Ringkasan from Peringkat and Tren, these from the units' sheets. All tables begin on the
same row, and Peringkat and Tren list the units in the same order.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import nan

from asn_nilai.acuan.hasil.nilai import BELUM_DINILAI, SEMENTARA
from asn_nilai.acuan.pecahan import bulatkan_pecahan
from asn_nilai.acuan.program import PROGRAM
from asn_nilai.acuan.rata import Bagian
from asn_nilai.acuan.rekap.baris import UnitRekap
from asn_nilai.acuan.rekap.rekap import Rekap
from asn_nilai.acuan.rumus.rumus import bulatkan_excel
from asn_nilai.acuan.tulisan import tulis_angka
from asn_nilai.terbit.buku.bagian import warna_predikat
from asn_nilai.terbit.buku.blok import PenulisBlok, tinggi_muat
from asn_nilai.terbit.buku.gaya import Lembar, kutip_lembar
from asn_nilai.terbit.buku.rekap.kolom import tata_peringkat, tata_tren, tata_unit
from asn_nilai.terbit.buku.rekap.nama_lembar import nama_lembar
from asn_nilai.terbit.buku.tata import Kolom, Tata

BARIS_KEPALA = 6
"""0-based row of the first table's header on every sheet: title, three identity lines, a gap, the reading line."""
LEMBAR = (
    "Ringkasan", "Peringkat", "Penghargaan", "Pembinaan", "Indikator", "Tren", "Distribusi", "Keadilan", "Angka Kredit",
    "Belum Setor",
)  # fmt: skip
"""The sheets before those of the units, in their order."""
_KODE_DISEBUT = 8


@dataclass(slots=True)
class TataLetakRekap:
    """The layout of one recap workbook.

    Attributes:
        rekap: what is published.
        urutan: the units by rank; the order of their rows and of their sheets.
        lembar_unit: the name of each unit's sheet, by code.
        tata_unit, tata_peringkat, tata_tren: the columns of these sheets.
        baris: each unit's row on Peringkat and Tren, by code.
        bagian: what each unit adds to a mean over units, by code.
    """

    rekap: Rekap
    urutan: tuple[UnitRekap, ...]
    lembar_unit: dict[str, str]
    tata_unit: Tata
    tata_peringkat: Tata
    tata_tren: Tata
    baris: dict[str, int]
    bagian: dict[str, Bagian]

    @classmethod
    def susun(cls, rekap: Rekap) -> "TataLetakRekap":
        """Lay out the workbook of a recap."""
        urutan = rekap.menurut_peringkat
        kode = [unit.ringkas.kode for unit in urutan]
        baris = {kode_unit: nomor for nomor, kode_unit in enumerate(kode, BARIS_KEPALA + 1)}
        tata = (tata_unit(rekap), tata_peringkat(rekap), tata_tren(rekap))
        desimal = rekap.aturan.desimal
        bagian = {unit.ringkas.kode: unit.bagian(desimal) for unit in rekap.unit}
        return cls(rekap, urutan, nama_lembar(kode, LEMBAR), *tata, baris, bagian)

    @property
    def baris_jumlah(self) -> int:
        """Return the row of the totals below the units on Peringkat and Tren."""
        return BARIS_KEPALA + 1 + max(1, len(self.urutan))

    @property
    def desimal(self) -> int:
        """Return how many decimals are printed."""
        return self.rekap.aturan.desimal

    @property
    def sebutan(self) -> str:
        """Return what all units of the recap together are called."""
        return "Unit terpilih" if self.rekap.terpilih else "Seluruh unit"

    @property
    def cakupan(self) -> str:
        """Return which units the recap is about."""
        kode = [unit.ringkas.kode for unit in self.rekap.unit if unit.ringkas.kode]
        if not self.rekap.terpilih:
            return f"seluruh unit ({tulis_angka(len(kode))} unit)"
        return f"{len(kode)} unit terpilih: {daftar_pendek(kode)}"

    @property
    def identitas(self) -> tuple[tuple[str, str], ...]:
        """Return the lines of the title block, label and value."""
        profil, versi = self.rekap.aturan.profil, self.rekap.versi
        terkunci = f" · {versi.tulisan}" if versi else ""
        return (
            ("Instansi", self.rekap.instansi),
            ("Periode", f"{self.rekap.periode.label} (aturan {profil.nama}){terkunci}"),
            ("Cakupan", self.cakupan),
        )

    @property
    def kaki(self) -> tuple[str, str]:
        """Return the left and right part of the footer."""
        judul = "Rekap unit terpilih" if self.rekap.terpilih else "Rekap"
        return f"{judul} · {self.rekap.instansi} · {self.rekap.periode.label}", PROGRAM

    def di_unit(self, unit: UnitRekap, kunci: str) -> str:
        """Return the cells of a column of a unit's sheet, as other sheets name them."""
        akhir, nama = BARIS_KEPALA + max(1, len(unit.asn)), kutip_lembar(self.lembar_unit[unit.ringkas.kode])
        return f"{nama}!{self.tata_unit.rentang_tetap(kunci, BARIS_KEPALA + 1, akhir)}"

    def di_peringkat(self, kunci: str, baris: int | None = None) -> str:
        """Return a cell of Peringkat as other sheets name it: of one row, or of the totals."""
        if baris is None:
            return f"Peringkat!{self.sel_jumlah(kunci)}"
        return f"Peringkat!${self.tata_peringkat.huruf[kunci]}${baris + 1}"

    @property
    def warna_sebaran(self) -> dict[str, str]:
        """Return the rows of the spread of predikat with their fills: best first, last who has none that lasts."""
        semua = warna_predikat(self.rekap.aturan)
        belum = semua.pop(BELUM_DINILAI)
        return {**semua, **({SEMENTARA: belum} if self.rekap.sementara else {}), BELUM_DINILAI: belum}

    def sel_jumlah(self, kunci: str) -> str:
        """Return the cell of the totals of Peringkat in one column."""
        return f"${self.tata_peringkat.huruf[kunci]}${self.baris_jumlah + 1}"

    def kolom_peringkat(self, kunci: str) -> str:
        """Return the units' cells of a column of Peringkat, as other sheets name them."""
        return (
            f"Peringkat!{self.tata_peringkat.rentang_tetap(kunci, BARIS_KEPALA + 1, self.baris_jumlah - 1)}"
        )

    def tautan_unit(self, lembar: Lembar, baris: int, kode: str) -> None:
        """Write a unit's code in the second column, leading to its sheet."""
        lembar.tautan(baris, 1, (self.lembar_unit[kode], "A1"), kode or "–", petunjuk="Buka lembar unit ini")

    def nama_unit(self, lembar: Lembar, baris: int, unit: UnitRekap, *muat: tuple[str, float]) -> None:
        """Write a unit's code and name in the second and third column, and give the row its height.

        Args:
            lembar: the sheet.
            baris: 0-based row.
            unit: the unit.
            muat: the row's texts, the name among them, each with its column's width.
        """
        self.tautan_unit(lembar, baris, unit.ringkas.kode)
        lembar.teks(baris, 2, unit.ringkas.nama, lembar.gaya("teks"))
        lembar.dalam.set_row(baris, tinggi_muat(muat, sebaris_saja=20))

    def persen(self, bagian: int, semua: int) -> float:
        """Return a share in percent, rounded as printed; NaN of nothing."""
        return bulatkan_pecahan(Fraction(100 * bagian, semua), self.desimal) if semua else nan

    def rumus_bagi(self, atas: str, bawah: str, kali: str = "") -> str:
        """Return the formula of a rounded quotient, blank where nothing stands below."""
        return f'IF({bawah}=0,"",{bulatkan_excel(f"{kali}{atas}/{bawah}", str(self.desimal))})'

    def rumus_persen(self, bagian: str, semua: str) -> str:
        """Return the formula of a share in percent."""
        return self.rumus_bagi(bagian, semua, "100*")

    def kepala(
        self,
        lembar: Lembar,
        judul: str,
        kalimat: str,
        kolom: Sequence[Kolom],
        *,
        identitas: tuple[tuple[str, str], ...] = (),
        nilai: int = 2,
    ) -> int:
        """Write title, identity and how to read the sheet; return the row of the table's header."""
        for nomor, lajur in enumerate(kolom):
            lembar.dalam.set_column(nomor, nomor, lajur.lebar)
        judul = f"{judul}: unit terpilih" if self.rekap.terpilih else judul
        blok = PenulisBlok(lembar, kolom, lembar.kepala_lembar(judul, identitas or self.identitas, nilai))
        blok.kalimat(f"Cara membaca: {kalimat}", "pudar")
        return blok.baris


def daftar_pendek(isi: Sequence[str], banyak: int = _KODE_DISEBUT) -> str:
    """Return a list in words, cut after so many with how many more there are."""
    lebih = f", dan {len(isi) - banyak} lainnya" if len(isi) > banyak else ""
    return ", ".join(isi[:banyak]) + lebih
