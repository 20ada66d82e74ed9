"""The behaviour rating that a Perilaku sheet gives an ASN.

Checking and scoring both need it, and must never answer differently: so it stands here, once. The leader's word
(`Rating Perilaku`) wins; without it all seven aspects together give a rating, by the aturan's scores and bands.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from asn_nilai.acuan.aturan import Aturan
from asn_nilai.acuan.formulir import KUNCI_ASPEK
from asn_nilai.acuan.hasil import IsianUnit
from asn_nilai.acuan.periode import Bulan, Periode
from asn_nilai.acuan.tabel import NilaiSel, Tabel
from asn_nilai.acuan.tulisan import tulis_angka

KUNCI_RATING = "rating_perilaku"
"""Key of the column that holds the leader's word."""


@dataclass(frozen=True, slots=True)
class Perilaku:
    """What one row says about an ASN's behaviour.

    Attributes:
        rating: the behaviour rating, blank where the row gives none.
        kurang: keys of the aspects that are blank.
        tidak_sah: keys of the cells that hold something else than a rating.
    """

    rating: str = ""
    kurang: tuple[str, ...] = ()
    tidak_sah: tuple[str, ...] = ()

    @property
    def terhalang(self) -> bool:
        """Tell whether only an unreadable cell keeps the row from giving a rating."""
        return not self.rating and bool(self.tidak_sah)


class PembacaPerilaku:
    """Reads rows by one aturan and remembers each text it has met: a sheet holds few different ones."""

    def __init__(self, aturan: Aturan) -> None:
        self._aturan = aturan
        self._label: dict[NilaiSel, str] = {}
        self._rata: dict[tuple[str, ...], str] = {}

    def label(self, nilai: NilaiSel) -> str:
        """Return the rating that a cell's value means, blank where it means none."""
        label = self._label.get(nilai)
        if label is None:
            label = self._aturan.kenali(tulis_nilai(nilai), self._aturan.rating_perilaku) or ""
            self._label[nilai] = label
        return label

    def baris(self, isi: Mapping[str, NilaiSel], cacat: Iterable[str] = ()) -> Perilaku:
        """Judge one row.

        Args:
            isi: the cells by column key; an absent column counts as blank.
            cacat: keys of cells that could not be read at all.
        """
        rusak = set(cacat)
        label: dict[str, str] = {}
        kurang: list[str] = []
        for kunci in (*KUNCI_ASPEK, KUNCI_RATING):
            nilai = isi.get(kunci)
            if kunci in rusak:
                continue
            if nilai is None or nilai == "":
                if kunci != KUNCI_RATING:
                    kurang.append(kunci)
            elif terbaca := self.label(nilai):
                label[kunci] = terbaca
            else:
                rusak.add(kunci)
        urut = tuple(kunci for kunci in (*KUNCI_ASPEK, KUNCI_RATING) if kunci in rusak) if rusak else ()
        return Perilaku(self._rating(label, urut), tuple(kurang), urut)

    def _rating(self, label: Mapping[str, str], tidak_sah: Sequence[str]) -> str:
        if KUNCI_RATING in label:
            return label[KUNCI_RATING]
        if KUNCI_RATING in tidak_sah or len(label) < len(KUNCI_ASPEK):
            return ""
        aspek = tuple(sorted(label.values()))
        if aspek not in self._rata:
            self._rata[aspek] = self._dari_rata_rata(aspek)
        return self._rata[aspek]

    def _dari_rata_rata(self, aspek: Sequence[str]) -> str:
        """Return the rating of the mean score, exact: a mean of 2.5 is on the threshold, not a hair beside it."""
        bagian, skor = self._aturan.perilaku, self._aturan.perilaku.skor.nilai
        rata = sum((Fraction(repr(skor[label])) for label in aspek), Fraction()) / len(aspek)
        for pita in bagian.tangga.pita[:-1]:
            batas = Fraction(repr(pita.dari))
            if rata > batas or (pita.dari_termasuk and rata == batas):
                return pita.label
        return bagian.tangga.pita[-1].label

    def di_tabel(self, tabel: Tabel, posisi: int) -> Perilaku:
        """Judge one row of a Perilaku table."""
        isi = {
            kunci: tabel.isi[kunci][posisi] for kunci in (*KUNCI_ASPEK, KUNCI_RATING) if kunci in tabel.isi
        }
        rusak = [kunci for kunci in isi if (kunci, posisi) in tabel.cacat] if tabel.cacat else ()
        return self.baris(isi, rusak)


def tulis_nilai(nilai: NilaiSel) -> str:
    """Return a cell's value as a reader sees it."""
    return tulis_angka(nilai) if isinstance(nilai, float) else str(nilai or "")


def rating_dari_baris(isi: Mapping[str, NilaiSel], aturan: Aturan) -> str | None:
    """Return the behaviour rating that one row's cells (by column key) give, None where they give none."""
    return PembacaPerilaku(aturan).baris(isi).rating or None


def rating_perilaku(tabel: Tabel, posisi: int, aturan: Aturan) -> Perilaku:
    """Return what row `posisi` (0-based) of a Perilaku table gives, and what is missing or invalid."""
    return PembacaPerilaku(aturan).di_tabel(tabel, posisi)


def baris_menurut_nip(tabel: Tabel) -> dict[str, list[int]]:
    """Return the row positions of each NIP of a table; rows without a readable NIP belong to nobody."""
    menurut: dict[str, list[int]] = {}
    for posisi, nip in enumerate(tabel.teks("nip")):
        if nip and ("nip", posisi) not in tabel.cacat:
            menurut.setdefault(nip, []).append(posisi)
    return menurut


def rating_perilaku_unit(isian: IsianUnit, periode: Periode, aturan: Aturan) -> dict[str, str]:
    """Return the behaviour rating of each ASN on the unit's Perilaku sheets, by NIP; blank where there is none.

    It is that of the last month of the period that has one. A month in which the ASN stands twice, or in which only an
    unreadable cell hides the rating, is no ground to take an older one: the result is blank then.
    """
    pembaca = PembacaPerilaku(aturan)
    hasil: dict[str, str] = {}
    selesai: set[str] = set()
    for bulan in reversed(periode.bulan):
        tabel = isian.perilaku.get(bulan)
        if tabel is None:
            continue
        for nip, posisi in baris_menurut_nip(tabel).items():
            if nip in selesai:
                continue
            perilaku = pembaca.di_tabel(tabel, posisi[0]) if len(posisi) == 1 else None
            hasil[nip] = perilaku.rating if perilaku else ""
            if perilaku is None or perilaku.rating or perilaku.terhalang:
                selesai.add(nip)
    return hasil


def rating_asn(
    isian: IsianUnit, nip: str, periode: Periode, aturan: Aturan, *, bulan: Iterable[Bulan] | None = None
) -> str:
    """Return one ASN's behaviour rating as `rating_perilaku_unit` does, over some of the period's months if given."""
    if bulan is not None:
        pilihan = set(bulan)
        periode = Periode(periode.kode, periode.label, tuple(b for b in periode.bulan if b in pilihan))
    return rating_perilaku_unit(isian, periode, aturan).get(nip, "")
