"""The same data under two rules, side by side: who moves between predikat, and by which figure and article."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from asn_nilai.acuan.aturan import Aturan
from asn_nilai.acuan.hasil import BELUM_DINILAI
from asn_nilai.acuan.ketentuan import BarisKetentuan, daftar_ketentuan
from asn_nilai.acuan.periode import Periode


@dataclass(frozen=True, slots=True)
class NilaiAsn:
    """What one rule gives an ASN; `nhk` is NaN where there is none."""

    nhk: float
    rating_hasil: str
    rating_perilaku: str
    predikat: str


@dataclass(frozen=True, slots=True)
class BarisSimulasi:
    """One ASN under both rules; `sebab` says what decided, blank where nothing changed."""

    kode_unit: str
    unit: str
    nip: str
    nama: str
    jabatan: str
    lama: NilaiAsn
    baru: NilaiAsn
    sebab: str

    @property
    def berpindah(self) -> bool:
        """Tell whether the predikat changed."""
        return self.lama.predikat != self.baru.predikat


@dataclass(frozen=True, slots=True)
class BedaKetentuan:
    """A provision that differs; blank `isi` and `dasar` on the side that does not have it."""

    judul: str
    isi_lama: str
    isi_baru: str
    dasar_lama: str
    dasar_baru: str
    status_baru: str


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
        return tuple(beda_ketentuan(self.lama, self.baru))

    @property
    def predikat_lama(self) -> tuple[str, ...]:
        """Return the rows of the movement matrix, best first."""
        return self._urutan(self.lama, [satu.lama.predikat for satu in self.baris])

    @property
    def predikat_baru(self) -> tuple[str, ...]:
        """Return the columns of the movement matrix, best first."""
        return self._urutan(self.baru, [satu.baru.predikat for satu in self.baris])

    @staticmethod
    def _urutan(aturan: Aturan, ada: list[str]) -> tuple[str, ...]:
        return (*aturan.predikat.urutan, *((BELUM_DINILAI,) if BELUM_DINILAI in ada else ()))

    @property
    def perpindahan(self) -> Counter[tuple[str, str]]:
        """Return the number of ASN by (old predikat, new predikat)."""
        return Counter((satu.lama.predikat, satu.baru.predikat) for satu in self.baris)

    @property
    def arah(self) -> dict[str, int]:
        """Return how many ASN rise, fall, change without an order between the labels, and stay."""
        hasil = {"naik": 0, "turun": 0, "lain": 0, "tetap": 0}
        for satu in self.baris:
            hasil[self._arah(satu)] += 1
        return hasil

    def _arah(self, satu: BarisSimulasi) -> str:
        if not satu.berpindah:
            return "tetap"
        urutan = self.baru.predikat.urutan
        if satu.lama.predikat not in urutan or satu.baru.predikat not in urutan:
            return "lain"
        return "naik" if urutan.index(satu.baru.predikat) < urutan.index(satu.lama.predikat) else "turun"


def beda_ketentuan(lama: Aturan, baru: Aturan) -> Iterator[BedaKetentuan]:
    """Yield the provisions whose content differs between two profiles, matched by what they are called."""
    kosong = BarisKetentuan("", "", "", "")
    semula = {satu.judul: satu for satu in daftar_ketentuan(lama)}
    menjadi = {satu.judul: satu for satu in daftar_ketentuan(baru)}
    for judul in dict.fromkeys((*semula, *menjadi)):
        a, b = semula.get(judul, kosong), menjadi.get(judul, kosong)
        if a.isi != b.isi:
            yield BedaKetentuan(judul, a.isi, b.isi, a.dasar, b.dasar, b.status)


class Penyebab:
    """Says which figure and article decided that an ASN's result differs: the first steps on which the rules part."""

    def __init__(self, lama: Aturan, baru: Aturan) -> None:
        self._lama, self._baru = lama, baru
        self._capaian = _beda_capaian(lama, baru)

    def kata(self, lama: NilaiAsn, baru: NilaiAsn, nhk_lama: str, nhk_baru: str) -> str:
        """Return the steps that differ as one sentence; blank where nothing does.

        Args:
            lama: the ASN under the old rule.
            baru: the ASN under the new rule.
            nhk_lama: the printed NHK under the old rule.
            nhk_baru: the printed NHK under the new rule.
        """
        bagian = []
        if nhk_lama != nhk_baru:
            bagian.append(
                f"NHK {nhk_lama} menjadi {nhk_baru}" + (f" karena {self._capaian}" if self._capaian else "")
            )
        if lama.rating_hasil != baru.rating_hasil:
            bagian.append(
                f"rating hasil kerja {_pita(self._lama, lama.rating_hasil)} menjadi "
                f"{_pita(self._baru, baru.rating_hasil, dasar=True)}"
            )
        if lama.rating_perilaku != baru.rating_perilaku:
            skor = self._baru.perilaku.skor
            bagian.append(
                f"rating perilaku {lama.rating_perilaku or '–'} menjadi {baru.rating_perilaku or '–'} ({skor.dasar})"
            )
        sama = (lama.rating_hasil, lama.rating_perilaku) == (baru.rating_hasil, baru.rating_perilaku)
        if lama.predikat != baru.predikat and sama:
            matriks = self._baru.predikat.matriks
            bagian.append(
                f"kuadran {baru.rating_hasil} × {baru.rating_perilaku} memberi {baru.predikat}, semula {lama.predikat} "
                f"({matriks.dasar})"
            )
        kalimat = "; ".join(bagian)
        return kalimat[:1].upper() + kalimat[1:]


def _pita(aturan: Aturan, label: str, *, dasar: bool = False) -> str:
    pita = next((satu for satu in aturan.rating_hasil.pita if satu.label == label), None)
    if pita is None:
        return label or "–"
    return f"{label} ({pita.rentang}" + (f"; {pita.dasar})" if dasar else ")")


def _beda_capaian(lama: Aturan, baru: Aturan) -> str:
    """Return the differing provisions that can move an NHK, each with its basis."""
    kata = []
    rating = {f"Rating hasil kerja: {satu.label}" for a in (lama, baru) for satu in a.rating_hasil.pita}
    for satu in beda_ketentuan(lama, baru):
        if satu.judul in rating:
            break
        kata.append(
            f"{satu.judul} {satu.isi_lama or '–'} menjadi {satu.isi_baru or '–'} ({satu.dasar_baru or satu.dasar_lama})"
        )
    return ", ".join(kata)
