"""The same data under two rules, side by side: who moves between predikat, and by which figure and article."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from math import isnan

from asn_nilai.acuan.hasil.nilai import BELUM_DINILAI, NilaiAsn
from asn_nilai.acuan.isian.skema import Unit
from asn_nilai.acuan.periode import Periode
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.profil.ketentuan import ketentuan_nhk
from asn_nilai.acuan.profil.naskah_aturan import BedaKetentuan, bandingkan
from asn_nilai.acuan.rumus.pita import Tangga
from asn_nilai.acuan.tulisan import tulis_angka, tulis_tetap

_LAIN = {
    "lain": "berganti sebutan",
    "hanya_baru": "hanya dinilai menurut aturan yang dicoba",
    "hanya_lama": "tidak dinilai menurut aturan yang dicoba",
}
"""What else can become of an ASN: no order between two labels, or a predikat under one rule alone."""
_KETENTUAN_DISEBUT = 3
"""Up to so many provisions are written out beside every ASN; more of them stand once, in the list of differences."""


@dataclass(frozen=True, slots=True)
class BarisSimulasi:
    """One ASN under both rules; `sebab` says what decided, blank where nothing changed."""

    unit: Unit
    lama: NilaiAsn
    baru: NilaiAsn
    sebab: str

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
    def kata_lain(self) -> tuple[str, ...]:
        """Return in words those who neither rise nor fall nor stay; nothing where there are none."""
        return tuple(f"{banyak} {kata}" for arah, kata in _LAIN.items() if (banyak := self.arah[arah]))

    def _arah(self, baris: BarisSimulasi) -> str:
        if not baris.berpindah:
            return "tetap"
        if BELUM_DINILAI in (baris.lama.predikat, baris.baru.predikat):
            return "hanya_baru" if baris.lama.predikat == BELUM_DINILAI else "hanya_lama"
        urutan = self.baru.predikat.urutan
        if baris.lama.predikat not in urutan or baris.baru.predikat not in urutan:
            return "lain"
        return "naik" if urutan.index(baris.baru.predikat) < urutan.index(baris.lama.predikat) else "turun"


class Penyebab:
    """Says which figure and article decided that an ASN's result differs: the first steps on which the rules part."""

    def __init__(self, lama: Aturan, baru: Aturan) -> None:
        self._lama, self._baru = lama, baru
        self._capaian = _beda_capaian(lama, baru)

    def kata(self, lama: NilaiAsn, baru: NilaiAsn) -> str:
        """Return the steps that differ as one sentence; blank where nothing does."""
        kalimat = "; ".join(self._beda(lama, baru))
        return kalimat[:1].upper() + kalimat[1:]

    def _beda(self, lama: NilaiAsn, baru: NilaiAsn) -> Iterator[str]:
        nhk = _tulis(lama.nhk, self._lama), _tulis(baru.nhk, self._baru)
        if nhk[0] != nhk[1]:
            yield f"NHK {nhk[0]} menjadi {nhk[1]}" + (f" karena {self._capaian}" if self._capaian else "")
        if lama.rating_hasil != baru.rating_hasil:
            semula, menjadi = self._lama.rating_hasil, self._baru.rating_hasil
            kini = _pita(menjadi, baru.rating_hasil, dasar=True)
            yield _beralih(
                "rating hasil kerja",
                _pita(semula, lama.rating_hasil) if semula else "",
                kini if menjadi else "",
            )
        if lama.rating_perilaku != baru.rating_perilaku:
            dulu, kini = (tulis_perilaku(nilai.rating_perilaku) or "–" for nilai in (lama, baru))
            yield f"perilaku {dulu} menjadi {kini} ({_dasar_perilaku(self._baru)})"
        akhir = _tulis(lama.nilai_akhir, self._lama), _tulis(baru.nilai_akhir, self._baru)
        if akhir[0] != akhir[1]:
            bobot = self._baru.nilai_akhir
            kini = f"{akhir[1]} ({bobot.dipakai.dasar})" if bobot else ""
            yield _beralih("nilai akhir", akhir[0] if self._lama.nilai_akhir else "", kini)
        if lama.predikat != baru.predikat:
            yield from self._beda_predikat(lama, baru)

    def _beda_predikat(self, lama: NilaiAsn, baru: NilaiAsn) -> Iterator[str]:
        """Yield by what the predikat is another, where the ratings before it have not said so."""
        bagian = self._baru.predikat
        if bagian.tangga:
            yield f"predikat {lama.predikat} menjadi {_pita(bagian.tangga, baru.predikat, dasar=True)}"
            return
        sama = (lama.rating_hasil, lama.rating_perilaku) == (baru.rating_hasil, baru.rating_perilaku)
        if bagian.matriks and (sama or self._lama.predikat.tangga):
            yield (
                f"kuadran {baru.rating_hasil or '–'} × {baru.rating_perilaku or '–'} memberi {baru.predikat}, semula "
                f"{lama.predikat} ({bagian.matriks.dasar})"
            )


def _tulis(angka: float, aturan: Aturan) -> str:
    return "–" if isnan(angka) else tulis_tetap(angka, aturan.nhk.desimal.nilai)


def _beralih(apa: str, semula: str, menjadi: str) -> str:
    """Return how a figure or rating became another; blank where a rule does not have it."""
    if not semula:
        return f"{apa}, yang tidak ada pada aturan semula: {menjadi}"
    return f"{apa} {semula} menjadi {menjadi}" if menjadi else f"{apa} {semula} tidak dipakai lagi"


def tulis_perilaku(rating: str) -> str:
    """Return a behaviour rating, or the number that stands for one, as a reader sees it."""
    return tulis_angka(float(rating)) if rating[:1].isdigit() else rating


def _dasar_perilaku(aturan: Aturan) -> str:
    p = aturan.perilaku
    return "; ".join(
        dict.fromkeys(bagian.dasar for bagian in (p.skor, p.setara, p.gabungan, *p.pita) if bagian)
    )


def _pita(tangga: Tangga | None, label: str, *, dasar: bool = False) -> str:
    pita = next((p for p in (tangga.pita if tangga else ()) if p.label == label), None)
    if pita is None:
        return label or "–"
    return f"{label} ({pita.rentang}" + (f"; {pita.dasar})" if dasar else ")")


def _beda_capaian(lama: Aturan, baru: Aturan) -> str:
    """Return the differing provisions that can move an NHK, each with its basis."""
    semula, menjadi = ({ketentuan.judul for ketentuan in ketentuan_nhk(a)} for a in (lama, baru))
    semua = [beda for beda in bandingkan(lama, baru) if beda.judul in semula | menjadi]
    if len(semua) > _KETENTUAN_DISEBUT:
        return f"{len(semua)} ketentuan capaian dan NHK berbeda (lihat daftar ketentuan yang berbeda)"
    return ", ".join(
        f"{beda.judul} {beda.lama.isi or '–'} menjadi {beda.baru.isi or '–'} ({beda.dasar})" for beda in semua
    )
