"""The same data under two rules, side by side: who moves between predikat, and by which figure and article."""

import re
from collections import Counter
from dataclasses import dataclass, replace

from asn_nilai.acuan.hasil.nilai import BELUM_DINILAI, NilaiAsn
from asn_nilai.acuan.isian.skema import Unit
from asn_nilai.acuan.periode import Periode
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.profil.banding_aturan import BedaKetentuan, bandingkan
from asn_nilai.acuan.tulisan import tulis_angka

_ANGKA = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_LAIN = {
    "lain": "tanpa arah (sebutan semulanya tidak ada lagi)",
    "hanya_baru": "hanya dinilai menurut aturan yang dicoba",
    "hanya_lama": "tidak dinilai menurut aturan yang dicoba",
}
"""What else can become of an ASN: no order between two labels, or a predikat under one rule alone."""


@dataclass(frozen=True, slots=True)
class Sebab:
    """What decided that a result is another: in a few words that ASN share, with this ASN's figures, and its basis."""

    kata: str
    rinci: str = ""
    dasar: str = ""

    @property
    def kalimat(self) -> str:
        """Return words and figures in one line."""
        isi = f"{self.kata}: {self.rinci}" if self.rinci else self.kata
        return isi[:1].upper() + isi[1:]


@dataclass(frozen=True, slots=True)
class BarisSimulasi:
    """One ASN under both rules; `sebab` says what decided, None where nothing changed."""

    unit: Unit
    lama: NilaiAsn
    baru: NilaiAsn
    sebab: Sebab | None

    @property
    def berpindah(self) -> bool:
        """Tell whether the predikat changed."""
        return self.lama.predikat != self.baru.predikat


@dataclass(frozen=True, slots=True)
class Simulasi:
    """A whole simulation. `baris` holds each ASN once, in the row where the period's score stands."""

    instansi: str
    periode: Periode
    lama: Aturan
    baru: Aturan
    baris: tuple[BarisSimulasi, ...]

    @property
    def beda(self) -> tuple[BedaKetentuan, ...]:
        """Return the provisions that differ, in the order in which a score comes about."""
        return tuple(bandingkan(self.lama, self.baru))

    @property
    def predikat_lama(self) -> tuple[str, ...]:
        """Return the rows of the movement matrix, best first."""
        return self._urutan(self.lama, [asn.lama.predikat for asn in self.baris])

    @property
    def predikat_baru(self) -> tuple[str, ...]:
        """Return the columns of the movement matrix, best first."""
        return self._urutan(self.baru, [asn.baru.predikat for asn in self.baris])

    @staticmethod
    def _urutan(aturan: Aturan, ada: list[str]) -> tuple[str, ...]:
        return (*aturan.predikat.urutan, *((BELUM_DINILAI,) if BELUM_DINILAI in ada else ()))

    @property
    def perpindahan(self) -> Counter[tuple[str, str]]:
        """Return the number of ASN by (old predikat, new predikat)."""
        return Counter((asn.lama.predikat, asn.baru.predikat) for asn in self.baris)

    @property
    def arah(self) -> dict[str, int]:
        """Return how many ASN rise, fall and stay, and how many have a predikat that cannot be compared."""
        hasil = dict.fromkeys(("naik", "turun", "tetap", *_LAIN), 0)
        for asn in self.baris:
            hasil[self._arah(asn)] += 1
        return hasil

    @property
    def penyebab(self) -> tuple[tuple[Sebab, int], ...]:
        """Return what decided the movements, with the number of ASN each, most first; of figures it has none."""
        hitung = Counter(
            (asn.sebab.kata, asn.sebab.dasar) for asn in self.baris if asn.berpindah and asn.sebab
        )
        return tuple((Sebab(kata, dasar=dasar), banyak) for (kata, dasar), banyak in hitung.most_common())

    @property
    def berpindah(self) -> tuple[BarisSimulasi, ...]:
        """Return who moves to another predikat, those of one cause together."""
        urutan = {sebab: nomor for nomor, (sebab, _) in enumerate(self.penyebab)}
        pindah = (asn for asn in self.baris if asn.berpindah)
        return tuple(
            sorted(pindah, key=lambda asn: urutan[replace(asn.sebab, rinci="")] if asn.sebab else len(urutan))
        )

    def tanda(self, baris: BarisSimulasi) -> str:
        """Return what must be said of an ASN for whom the new rule is not, blank for all others."""
        jenis, bagi = baris.baru.penempatan.jenis_asn, self.baru.berlaku_bagi
        if bagi is None or self.baru.bagi(jenis):
            return ""
        return f"{jenis}; aturan ini bagi {' dan '.join(bagi.nilai)}"

    @property
    def bertanda(self) -> Counter[str]:
        """Return how many ASN there are for whom the new rule is not, by what is said of them."""
        return Counter(tanda for asn in self.baris if (tanda := self.tanda(asn)))

    @property
    def kata_lain(self) -> tuple[str, ...]:
        """Return in words those who neither rise nor fall nor stay; nothing where there are none."""
        return tuple(
            f"{tulis_angka(banyak)} {kata}" for arah, kata in _LAIN.items() if (banyak := self.arah[arah])
        )

    def _arah(self, baris: BarisSimulasi) -> str:
        if not baris.berpindah:
            return "tetap"
        if BELUM_DINILAI in (baris.lama.predikat, baris.baru.predikat):
            return "hanya_baru" if baris.lama.predikat == BELUM_DINILAI else "hanya_lama"
        urutan = self.baru.predikat.urutan
        if baris.lama.predikat not in urutan or baris.baru.predikat not in urutan:
            return "lain"
        return "naik" if urutan.index(baris.baru.predikat) < urutan.index(baris.lama.predikat) else "turun"


def isi_perilaku(rating: str) -> str | float:
    """Return a behaviour rating, or the number that stands for one; an instansi's own rating may begin with a digit, too."""
    return float(rating) if _ANGKA.fullmatch(rating) else rating


def tulis_perilaku(rating: str) -> str:
    """Return a behaviour rating, or the number that stands for one, as a reader sees it."""
    isi = isi_perilaku(rating)
    return isi if isinstance(isi, str) else tulis_angka(isi)
