"""What scoring gives, as frozen rows: an ASN with the indicators that count, every figure with its cells and reasons.

Nothing here is a text to print but names and labels: sentences, columns and cells of a sheet arise in the faces, last.
Figures are unrounded unless they say `printed`; a figure that is not there is NaN.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import isnan, nan

from asn_nilai.acuan.baris_ringan import baris_ringan
from asn_nilai.acuan.isian.formulir.rencana_kerja import TANPA_RENCANA, RencanaKerja
from asn_nilai.acuan.isian.indikator.indikator import Agregasi, Indikator, Polaritas
from asn_nilai.acuan.isian.indikator.rasio import Rasio
from asn_nilai.acuan.isian.skema import Penempatan, Unit
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.pecahan import pecahan
from asn_nilai.acuan.periode import Bulan
from asn_nilai.acuan.setoran.perilaku import Perilaku
from asn_nilai.acuan.temuan import Temuan

DINILAI, BELUM_DINILAI, PINDAH = "Dinilai", "Belum Dinilai", "Pindah"
SEMENTARA = "Sementara"
"""Scored from the months that are there, while others of the period are still to come: no ranking, publication or lock."""
BERPREDIKAT = frozenset({DINILAI, SEMENTARA})
"""Of whom a predikat can be said."""


@baris_ringan
class BarisIndikator:
    """One indicator of one ASN over its counted months; the tuples have an entry for each month, in order.

    Attributes:
        indikator: as the register has it.
        bobot: weight in percent, NaN where none can be read.
        bulan: the counted months.
        target, realisasi: figures in the indicator's unit of measure; a realisasi is NaN where there is no valid one.
        sel_target, sel_realisasi: their cells; None for a month without a row on the capaian sheet. Of a ratio both cells as
            one place.
        rasio: of a ratio what each month's realisasi is made of; empty for all others.
        rencana: what the row is for; it decides nothing.
    """

    indikator: Indikator
    bobot: float
    bulan: tuple[Bulan, ...]
    target: tuple[float, ...]
    realisasi: tuple[float, ...]
    sel_target: tuple[Letak, ...]
    sel_realisasi: tuple[Letak | None, ...]
    rasio: tuple[Rasio, ...] = ()
    rencana: RencanaKerja = TANPA_RENCANA

    @property
    def terakhir(self) -> float:
        """Return the figure of the last month that can still change: the realisasi, or what a ratio counts above its line."""
        return self.rasio[-1].pembilang if self.rasio else self.realisasi[-1]

    @property
    def sel_terakhir(self) -> Letak | None:
        """Return the cell of `terakhir`."""
        return self.rasio[-1].sel_pembilang if self.rasio else self.sel_realisasi[-1]

    @property
    def sel_masukan(self) -> tuple[Letak, ...]:
        """Return the cells that the realisasi rest on, each by itself."""
        if not self.rasio:
            return tuple(letak for letak in self.sel_realisasi if letak)
        return tuple(sel for r in self.rasio for sel in (r.sel_pembilang, r.sel_penyebut) if sel)

    @property
    def batas_alami(self) -> float:
        """Return the target over the counted months that cannot be surpassed, NaN where the skema knows none."""
        batas = self.indikator.batas_atas
        if batas is None or self.indikator.polaritas is not Polaritas.MAKSIMAL:
            return nan
        return batas * len(self.bulan) if self.indikator.agregasi is Agregasi.JUMLAH else batas


@baris_ringan
class NilaiIndikator:
    """What a row comes to.

    Attributes:
        baris: the row.
        target, realisasi: aggregated over the counted months, in the indicator's unit of measure.
        persen: what the formula gives, before floor and ceiling.
        capaian: the same within floor and ceiling, in percent.
        capaian_bulat: the capaian as the rule's conversion rounds it; NaN where the rule has none.
        nilai_capaian: what is weighed: the capaian, or what the conversion makes of it.
        tertimbang: its share of the weighted mean, bobot × nilai_capaian ÷ Σ bobot.
    """

    baris: BarisIndikator
    target: float
    realisasi: float
    persen: float
    capaian: float
    capaian_bulat: float
    nilai_capaian: float
    tertimbang: float

    @property
    def indikator(self) -> Indikator:
        """Return the indicator as the register has it."""
        return self.baris.indikator

    @property
    def rasio(self) -> tuple[float, float] | None:
        """Return the sums above and below the line over the counted months; None where a month lacks one, and for no ratio."""
        semua = self.baris.rasio
        if not semua or isnan(self.realisasi):
            return None
        return _jumlah(r.pembilang for r in semua), _jumlah(r.penyebut for r in semua)

    @property
    def bobot(self) -> float:
        """Return the weight in percent."""
        return self.baris.bobot

    @property
    def nilai_terburuk(self) -> float:
        """Return the indicator's `Nilai Terburuk`, NaN where it has none."""
        terburuk = self.baris.indikator.nilai_terburuk
        return nan if terburuk is None else terburuk


def _jumlah(angka: Iterable[float]) -> float:
    """Return a sum of figures as typed, the double nearest to it."""
    return float(sum(map(pecahan, angka), Fraction(0)))


@dataclass(frozen=True, slots=True)
class BagianNilai:
    """What one unit gives an ASN's score: its printed NHK over the months counted there, and the rows behind it."""

    unit: Unit
    nhk: float
    bulan_dihitung: int
    indikator: tuple[NilaiIndikator, ...]


@dataclass(frozen=True, slots=True)
class NilaiAsn:
    """One ASN of a unit and period, scored or not.

    Attributes:
        penempatan: the latest placement in the unit in the period: who the ASN is.
        indikator: the rows that take part in this unit.
        bulan_dihitung: months counted in this unit.
        nhk: printed nilai hasil kerja: of the period where the score stands, of this unit alone where `status` is PINDAH.
        rating_hasil: rating hasil kerja, blank without one.
        perilaku: the behaviour that counts, its rating blank where there is none.
        nilai_akhir: printed final score where the rule has one.
        predikat: a predikat of the rule or BELUM_DINILAI; blank where `status` is PINDAH.
        status: DINILAI, SEMENTARA, BELUM_DINILAI or PINDAH.
        alasan: the findings that keep the ASN from being (wholly) scored, each kind and place once.
        bagian: of an ASN who moved, where the score stands, each unit that counts, in the order of placement; else empty.
        pindah_ke: where `status` is PINDAH, the unit in which the score stands.
        bulan_kurang: months with a target that the score does without, because they are not there yet; none unless asked so.
    """

    penempatan: Penempatan
    indikator: tuple[NilaiIndikator, ...]
    bulan_dihitung: int
    nhk: float
    rating_hasil: str
    perilaku: Perilaku
    nilai_akhir: float
    predikat: str
    status: str
    alasan: tuple[Temuan, ...] = ()
    bagian: tuple[BagianNilai, ...] = ()
    pindah_ke: str = ""
    bulan_kurang: tuple[Bulan, ...] = ()

    @property
    def nip(self) -> str:
        """Return the ASN's NIP."""
        return self.penempatan.nip

    @property
    def nama(self) -> str:
        """Return the ASN's name."""
        return self.penempatan.nama

    @property
    def jabatan(self) -> str:
        """Return the ASN's post."""
        return self.penempatan.jabatan

    @property
    def rating_perilaku(self) -> str:
        """Return the behaviour rating, or the number where the rule stays with numbers; blank without one."""
        return self.perilaku.rating

    @property
    def kata_pindah(self) -> str:
        """Return where the score of an ASN who moved on stands, in words; blank for all others."""
        return f"pindah ke {self.pindah_ke}" if self.pindah_ke else ""

    @property
    def kata_sementara(self) -> str:
        """Return which months a provisional score does without, in words; blank for all others."""
        return kata_sementara(self.bulan_kurang) if self.status == SEMENTARA else ""


def kata_sementara(bulan: Sequence[Bulan]) -> str:
    """Return which months a provisional score does without, `tanpa April 2026, Mei 2026`; blank without any."""
    return f"tanpa {', '.join(ini.label for ini in bulan)}" if bulan else ""
