"""What other realisasi would give: the scoring functions themselves, asked about many candidates at once.

Nothing here knows a formula or a threshold. An ASN's rows are laid out once per candidate, as if each candidate were
an ASN of its own, and scored by `hitung_capaian` and `hitung_nhk`; so the answer is the program's own, exact at
every edge. Earlier units of an ASN who moved keep their score.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from asn_nilai.acuan.hasil.nilai import BarisIndikator
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.rumus.konversi import konversikan
from asn_nilai.acuan.rumus.rumus import Larik
from asn_nilai.acuan.setoran.perilaku import Perilaku
from asn_nilai.hitung.nilai.capaian import Masukan, hitung_capaian, hitung_nhk, rata_tertimbang
from asn_nilai.hitung.nilai.masukan import sebagai_larik
from asn_nilai.hitung.nilai.predikat import putuskan_satu


@dataclass(frozen=True)
class Andai:
    """One ASN as scored, ready to be asked.

    Attributes:
        baris: the indicators in the last unit that counts.
        lalu: (NHK, months) of the units before it.
        bulan: months counted in the last unit.
        perilaku: the behaviour as scoring took it: rating, number, new idea.
        aturan: the rule profile.
    """

    baris: Sequence[BarisIndikator]
    lalu: tuple[tuple[float, int], ...]
    bulan: int
    perilaku: Perilaku
    aturan: Aturan

    def dengan_perilaku(self, perilaku: Perilaku) -> "Andai":
        """Return the same ASN with another behaviour."""
        return replace(self, perilaku=perilaku)

    @cached_property
    def _dasar(self) -> Masukan:
        return sebagai_larik([self.baris], self.aturan)

    @cached_property
    def _akhir(self) -> Larik:
        """Return the position of each row's last month."""
        return np.append(self._dasar.awal[1:], len(self._dasar.target)) - 1

    def nilai(self, letak: Sequence[int], calon: Larik) -> tuple[Larik, Larik]:
        """Score candidates.

        Args:
            letak: positions of the rows whose last month's figure changes: the realisasi, or what a ratio counts above its line.
            calon: the new figures; shape (candidates, len(letak)).

        Returns:
            Printed NHK of the period per candidate, and capaian in percent; shapes (candidates,) and
            (candidates, rows).
        """
        banyak, dasar = len(calon), self._dasar
        masukan = dasar.berulang(banyak)
        # A row reads one of the two; the other may change along.
        for angka in (masukan.realisasi, masukan.pembilang):
            angka.reshape(banyak, len(dasar.target))[:, self._akhir[list(letak)]] = calon
        with np.errstate(invalid="ignore", divide="ignore", over="ignore"):
            keluaran = hitung_capaian(masukan, self.aturan)
        nhk = hitung_nhk(masukan, keluaran, self.aturan)
        if self.lalu:
            desimal = self.aturan.desimal
            nhk = np.array([rata_tertimbang([*self.lalu, (float(x), self.bulan)], desimal) for x in nhk])
        return nhk, keluaran.capaian.reshape(banyak, len(dasar.bobot))

    def predikat(self, nhk: Larik) -> Larik:
        """Return the predikat of each NHK with this ASN's behaviour."""
        return putuskan_satu(nhk, self.perilaku, self.aturan).predikat

    def tingkat(self, nhk: Larik) -> Larik:
        """Return each NHK's predikat as a rank, 0 for the best."""
        return peringkat(self.predikat(nhk), self.aturan)

    @cached_property
    def semua(self) -> tuple[Larik, Larik]:
        """Return every NHK that can be printed, rising, and the rank of each with this ASN's behaviour."""
        nhk = semua_nhk(self.aturan)
        return nhk, self.tingkat(nhk)


def peringkat(predikat: Larik, aturan: Aturan) -> Larik:
    """Return each predikat as a rank, 0 for the best."""
    urutan = {label: nomor for nomor, label in enumerate(aturan.predikat.urutan)}
    return np.array([urutan[label] for label in predikat])


def semua_nhk(aturan: Aturan) -> Larik:
    """Return every NHK that can be printed, from the lowest to the highest that floor, ceiling and conversion allow."""
    bawah, atas = aturan.capaian.lantai.nilai, aturan.capaian.plafon.nilai
    if konversi := aturan.capaian.konversi:
        capaian = kisi(bawah, atas, konversi.desimal.nilai)
        nilai = [konversikan(capaian, np.full(len(capaian), p), konversi, float) for p in (False, True)]
        bawah, atas = float(np.min(nilai)), float(np.max(nilai))
    return kisi(bawah, atas, aturan.desimal)


def kisi(bawah: float, atas: float, desimal: int) -> Larik:
    """Return every number of so many decimals between two, the ends among them."""
    skala = 10**desimal
    return np.asarray(np.arange(round(bawah * skala), round(atas * skala) + 1) / skala)
