"""An indicator as the register has it: what is measured, which way is better, how months join, and whose figure it is.

Source of the columns: the sheet `Indikator` of skema.xlsx.
"""

from enum import StrEnum
from functools import cached_property

from asn_nilai.acuan.baris_ringan import baris_ringan
from asn_nilai.acuan.tulisan import tulis_angka


class Polaritas(StrEnum):
    """Which direction is better."""

    MAKSIMAL = "Maksimal"
    MINIMAL = "Minimal"
    STABIL = "Stabil"


ASPEK = ("Kuantitas", "Kualitas", "Waktu", "Biaya")
"""What an indicator measures; rules of the PP 46/2011 family choose the formula by it."""
ASPEK_MUTU = ASPEK[1:3]
"""Those that tell how well and how timely something was done, not how much of it."""


class Agregasi(StrEnum):
    """How the months of a longer period become one figure."""

    JUMLAH = "Jumlah"
    RATA_RATA = "Rata-rata"
    NILAI_AKHIR = "Nilai Akhir"
    RASIO = "Rasio"
    """100 × Σ Pembilang ÷ Σ Penyebut, over months and over units alike."""


class Lingkup(StrEnum):
    """Whose figure an indicator's is."""

    INDIVIDU = "Individu"
    UNIT = "Unit"
    """The unit's: every ASN who carries it in a month has the same target and realisasi."""


class JenisNilai(StrEnum):
    """What kind of number an indicator's figures are."""

    BULAT = "Bulat"
    DESIMAL = "Desimal"
    PERSEN = "Persen"


class Frekuensi(StrEnum):
    """How often an indicator is measured."""

    BULANAN = "Bulanan"
    TRIWULANAN = "Triwulanan"
    SEMESTERAN = "Semesteran"
    TAHUNAN = "Tahunan"

    @property
    def jarak_bulan(self) -> int:
        """Return the number of months between two measurements; the last month of each stretch is measured."""
        return _JARAK_BULAN[self]


_JARAK_BULAN = {
    Frekuensi.BULANAN: 1, Frekuensi.TRIWULANAN: 3, Frekuensi.SEMESTERAN: 6, Frekuensi.TAHUNAN: 12,
}  # fmt: skip
PECAHAN_TERBESAR = 1.5
"""A percentage up to this beside a larger target was most likely typed as a fraction (contract, chapter 3)."""


@baris_ringan
class Indikator:
    """A catalogued indicator; bounds and `nilai_terburuk` are in the indicator's unit of measure (`satuan`).

    What it says of itself is asked for every row of a city, and so worked out once. `pembilang` and `penyebut` say in words what a ratio counts above and below its line. `layanan_publik` is None where the
    register does not say.
    """

    kode: str
    nama: str
    satuan: str
    polaritas: Polaritas
    agregasi: Agregasi
    jenis_nilai: JenisNilai = JenisNilai.DESIMAL
    definisi: str = ""
    aspek: str = ""
    batas_bawah: float | None = None
    batas_atas: float | None = None
    nilai_terburuk: float | None = None
    frekuensi: Frekuensi = Frekuensi.BULANAN
    wajib_bukti: bool = False
    berlaku_untuk: tuple[str, ...] = ()
    sumber_data: str = ""
    lingkup: Lingkup = Lingkup.INDIVIDU
    layanan_publik: bool | None = None
    pembilang: str = ""
    penyebut: str = ""

    def berlaku_bagi(self, jenis_unit: str) -> bool:
        """Tell whether units of a kind may use the indicator (no list means every kind)."""
        return not self.berlaku_untuk or jenis_unit.casefold() in {j.casefold() for j in self.berlaku_untuk}

    def memuat(self, angka: float) -> bool:
        """Tell whether a figure lies within the bounds, both included; an open bound lets all pass."""
        bawah, atas = self.batas_bawah, self.batas_atas
        return (bawah is None or angka >= bawah) and (atas is None or angka <= atas)

    @property
    def rentang(self) -> str:
        """Return the bounds as people say them, `0 sampai 100 persen`; blank without bounds."""
        bawah, atas = self.batas_bawah, self.batas_atas
        if bawah is not None and atas is not None:
            teks = f"{tulis_angka(bawah)} sampai {tulis_angka(atas)}"
        elif bawah is not None:
            teks = f"paling sedikit {tulis_angka(bawah)}"
        elif atas is not None:
            teks = f"paling banyak {tulis_angka(atas)}"
        else:
            return ""
        return f"{teks} {self.satuan}".rstrip()

    @cached_property
    def bulat(self) -> bool:
        """Tell whether figures are whole numbers; of a ratio the figure itself is none, whatever it is made of."""
        return self.jenis_nilai is JenisNilai.BULAT and not self.rasio

    @cached_property
    def rasio(self) -> bool:
        """Tell whether a month's realisasi is 100 × Pembilang ÷ Penyebut."""
        return self.agregasi is Agregasi.RASIO

    @cached_property
    def milik_unit(self) -> bool:
        """Tell whether the figure is the unit's, and not that of the ASN who carries it."""
        return self.lingkup is Lingkup.UNIT

    @property
    def persen(self) -> bool:
        """Tell whether figures are percentages, so that a cell showing 95% means 95."""
        return self.jenis_nilai is JenisNilai.PERSEN or self.satuan.strip().casefold() in {"%", "persen"}

    @property
    def persen_naik(self) -> bool:
        """Tell whether figures are percentages of which more is better: a year that asks for one at most was meant as a fraction."""
        return self.persen and self.polaritas is Polaritas.MAKSIMAL
