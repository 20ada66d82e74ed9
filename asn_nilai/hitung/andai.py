"""What other realisasi would give: the scoring functions themselves, asked about many candidates at once.

Nothing here knows a formula or a threshold. An ASN's rows are laid out once per candidate, as if each candidate were
an ASN of its own, and scored by `hitung_capaian` and `hitung_nhk`; so the answer is the program's own, exact at
every edge. Earlier units of an ASN who moved keep their score.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from asn_nilai.acuan.aturan import Aturan
from asn_nilai.acuan.rumus import Larik
from asn_nilai.hitung.capaian import Masukan, hitung_capaian, hitung_nhk, rata_tertimbang
from asn_nilai.hitung.masukan import Baris, sebagai_larik
from asn_nilai.hitung.predikat import predikat, rating_hasil


@dataclass(frozen=True)
class Andai:
    """One ASN as scored, ready to be asked.

    Attributes:
        baris: the indicators in the last unit that counts.
        lalu: (NHK, months) of the units before it.
        bulan: months counted in the last unit.
        perilaku: the behaviour rating.
        aturan: the rule profile.
    """

    baris: Sequence[Baris]
    lalu: tuple[tuple[float, int], ...]
    bulan: int
    perilaku: str
    aturan: Aturan

    def dengan_perilaku(self, perilaku: str) -> "Andai":
        """Return the same ASN with another behaviour rating."""
        return replace(self, perilaku=perilaku)

    @cached_property
    def _dasar(self) -> Masukan:
        return sebagai_larik(self.baris)

    @cached_property
    def _akhir(self) -> Larik:
        """Return the position of each row's last month."""
        return np.append(self._dasar.awal[1:], len(self._dasar.target)) - 1

    def nilai(self, letak: Sequence[int], calon: Larik) -> tuple[Larik, Larik]:
        """Score candidates.

        Args:
            letak: positions of the rows whose last month's realisasi changes.
            calon: the new figures; shape (candidates, len(letak)).

        Returns:
            Printed NHK of the period per candidate, and capaian in percent; shapes (candidates,) and
            (candidates, rows).
        """
        banyak, dasar = len(calon), self._dasar
        realisasi = np.tile(dasar.realisasi, (banyak, 1))
        realisasi[:, self._akhir[list(letak)]] = calon
        n, m = len(dasar.bobot), len(dasar.target)
        masukan = Masukan(
            asn=np.repeat(np.arange(banyak), n),
            awal=(np.arange(banyak)[:, None] * m + dasar.awal).ravel(),
            bobot=np.tile(dasar.bobot, banyak),
            polaritas=np.tile(dasar.polaritas, banyak),
            agregasi=np.tile(dasar.agregasi, banyak),
            terburuk=np.tile(dasar.terburuk, banyak),
            target=np.tile(dasar.target, banyak),
            realisasi=realisasi.ravel(),
        )
        with np.errstate(invalid="ignore", divide="ignore", over="ignore"):
            keluaran = hitung_capaian(masukan, self.aturan)
        nhk = hitung_nhk(masukan, keluaran, self.aturan)
        if self.lalu:
            desimal = self.aturan.nhk.desimal.nilai
            nhk = np.array([rata_tertimbang([*self.lalu, (float(x), self.bulan)], desimal) for x in nhk])
        return nhk, keluaran.capaian.reshape(banyak, n)

    def predikat(self, nhk: Larik) -> Larik:
        """Return the predikat of each NHK with this ASN's behaviour rating."""
        return putuskan(nhk, self.perilaku, self.aturan)

    def tingkat(self, nhk: Larik) -> Larik:
        """Return each NHK's predikat as a rank, 0 for the best."""
        urutan = {label: nomor for nomor, label in enumerate(self.aturan.predikat.urutan)}
        return np.array([urutan[label] for label in self.predikat(nhk)])


def putuskan(nhk: Larik, perilaku: str, aturan: Aturan) -> Larik:
    """Return the predikat of each NHK beside one behaviour rating."""
    return predikat(rating_hasil(nhk, aturan), np.full(len(nhk), perilaku, dtype=object), aturan)


def semua_nhk(aturan: Aturan) -> Larik:
    """Return every NHK that can be printed, from floor to ceiling."""
    skala = 10**aturan.nhk.desimal.nilai
    bawah, atas = aturan.capaian.lantai.nilai, aturan.capaian.plafon.nilai
    return np.asarray(np.arange(round(bawah * skala), round(atas * skala) + 1) / skala)
