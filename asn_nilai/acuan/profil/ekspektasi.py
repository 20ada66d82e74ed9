"""What the bands of an aturan count as expected: the line that tells what lags from what does not."""

from dataclasses import dataclass

from asn_nilai.acuan.profil.aturan import Aturan


@dataclass(frozen=True, slots=True)
class Ekspektasi:
    """The lower edge of what counts as expected: the band just beneath the highest one, or the highest of two."""

    label: str
    batas: float
    termasuk: bool

    def di_bawah(self, nilai: float) -> bool:
        """Tell whether a number misses it."""
        return nilai < self.batas or (nilai == self.batas and not self.termasuk)


def ekspektasi(aturan: Aturan) -> Ekspektasi:
    """Return what the aturan's bands count as expected."""
    atas, berikut = aturan.tangga_utama.pita[:2]
    pita = atas if berikut.dari is None else berikut
    return Ekspektasi(pita.label, pita.dari or 0.0, pita.dari_termasuk)


def predikat_ekspektasi(aturan: Aturan) -> str:
    """Return the predikat of an ASN whose hasil kerja and behaviour are both as expected."""
    if aturan.predikat.matriks is None:
        return ekspektasi(aturan).label
    perilaku = aturan.perilaku.label
    return aturan.predikat.matriks.nilai[ekspektasi(aturan).label][
        perilaku[-2] if len(perilaku) > 1 else perilaku[-1]
    ]
