"""What a rule profile says beyond the score: the guide for the spread of predikat, recognition, support, and objection.

None of it changes a score. The figures stand in `aturan/*.toml`; here are their shapes, the words that say them, and
what makes them unusable.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction
from functools import cached_property
from math import ceil, floor
from typing import Literal, Self

from pydantic import Field, model_validator

from asn_nilai.acuan.pecahan import pecahan
from asn_nilai.acuan.rumus.angka_berdasar import Ketat, Ketentuan
from asn_nilai.acuan.rumus.pita import Pita, Tangga, periksa_pita, sebut_label
from asn_nilai.acuan.tulisan import tulis_angka

_PERSEN_PENUH, _BULAN_SETAHUN = 100, 12


class PanduanSebaran(Ketat):
    """One guide: how many of the scored ASN have one of some predikat, in percent of all or in persons."""

    predikat: tuple[str, ...] = Field(min_length=1)
    paling_banyak: float | None = None
    paling_sedikit: float | None = None
    paling_sedikit_orang: int | None = None

    @model_validator(mode="after")
    def _satu_batas(self) -> Self:
        batas = (self.paling_banyak, self.paling_sedikit, self.paling_sedikit_orang)
        if sum(nilai is not None for nilai in batas) != 1:
            raise ValueError(
                "isi tepat satu dari paling_banyak, paling_sedikit (persen), atau paling_sedikit_orang"
            )
        for persen in batas[:2]:
            if persen is not None and not 0 <= persen <= _PERSEN_PENUH:
                raise ValueError(f"persen harus 0 sampai {_PERSEN_PENUH}, bukan {tulis_angka(persen)}")
        if self.paling_sedikit_orang is not None and self.paling_sedikit_orang < 1:
            raise ValueError("paling_sedikit_orang harus 1 atau lebih")
        return self

    @property
    def sebutan(self) -> str:
        """Return the predikat in words."""
        return sebut_label(self.predikat)

    @property
    def batas(self) -> str:
        """Return the limit in words."""
        if self.paling_sedikit_orang is not None:
            return f"paling sedikit {self.paling_sedikit_orang} orang"
        if self.paling_sedikit is not None:
            return f"paling sedikit {tulis_angka(self.paling_sedikit)} persen"
        return (
            f"paling banyak {tulis_angka(self.paling_banyak)} persen" if self.paling_banyak else "tidak ada"
        )

    def orang(self, jumlah: int, cara: str) -> int:
        """Return the limit in persons out of so many, a share rounded as the rule says (`Pembulatan`).

        Without a rule (blank) no share is stretched: the most that lies within it, the fewest that reach it.
        """
        if self.paling_sedikit_orang is not None:
            return self.paling_sedikit_orang
        persen = self.paling_sedikit if self.paling_sedikit is not None else self.paling_banyak or 0
        tepat = pecahan(persen) * jumlah / _PERSEN_PENUH
        ketat = floor(tepat) if self.paling_banyak is not None else ceil(tepat)
        menurut = {
            "terdekat": floor(tepat + Fraction(1, 2)),
            "ke-atas": ceil(tepat),
            "ke-bawah": floor(tepat),
        }
        return menurut.get(cara, ketat)

    def ditepati(self, banyak: int, orang: int) -> bool:
        """Tell whether so many persons keep a limit in persons."""
        return banyak <= orang if self.paling_banyak is not None else banyak >= orang

    def rumus_excel(self, banyak: str, jumlah: str) -> str:
        """Return a formula that tells whether the limit is kept, from the cells of these predikat's and all ASN."""
        if self.paling_sedikit_orang is not None:
            return f"{banyak}>={self.paling_sedikit_orang}"
        if self.paling_sedikit is not None:
            return f"{banyak}*{_PERSEN_PENUH}>={self.paling_sedikit:.15g}*{jumlah}"
        return f"{banyak}*{_PERSEN_PENUH}<={self.paling_banyak or 0:.15g}*{jumlah}"


Pembulatan = Literal["terdekat", "ke-atas", "ke-bawah"]
"""How a share of the persons of a unit becomes a number of persons."""


class BagianDistribusi(Ketat):
    """The guides for the spread of predikat.

    `umum` holds for every organisation; `panduan` for each predikat that an organisation can have (`organisasi`), of the
    whole instansi and of a unit alike. In a unit of few persons a share is rounded (`pembulatan`).
    """

    umum: Ketentuan[tuple[PanduanSebaran, ...]] | None = None
    organisasi: Ketentuan[tuple[str, ...]] | None = None
    panduan: Ketentuan[dict[str, tuple[PanduanSebaran, ...]]] | None = None
    pembulatan: Ketentuan[Pembulatan] | None = None
    usulan: tuple[Pita, ...] = ()
    """Bands over the mean capaian of a unit's own indicators, from which its predikat is proposed, never decided."""

    @model_validator(mode="after")
    def _berpasangan(self) -> Self:
        if (self.organisasi is None) != (self.panduan is None):
            raise ValueError("organisasi dan panduan harus ditulis bersama")
        if self.pembulatan and self.panduan is None:
            raise ValueError("pembulatan hanya berlaku bersama organisasi dan panduan")
        if self.usulan:
            periksa_pita(self.usulan)
            if tuple(pita.label for pita in self.usulan) != self.label_organisasi:
                raise ValueError("usulan harus menyebut predikat di distribusi.organisasi dari yang terbaik")
        if self.umum is None and self.panduan is None:
            raise ValueError("isi umum, atau organisasi dengan panduan")
        if set(self.panduan.nilai if self.panduan else ()) != set(self.label_organisasi):
            raise ValueError("panduan harus menyebut setiap predikat di distribusi.organisasi, dan hanya itu")
        return self

    @cached_property
    def tangga_usulan(self) -> Tangga | None:
        """Return the bands of the proposal, None where the rule has none."""
        return Tangga(pita=self.usulan) if self.usulan else None

    @property
    def label_organisasi(self) -> tuple[str, ...]:
        """Return the predikat that an organisation can have, none where no guide hangs on it."""
        return self.organisasi.nilai if self.organisasi else ()

    def periksa(self, predikat: Sequence[str]) -> None:
        """Raise ValueError where a guide names a predikat that the rule does not have."""
        semua = {
            f"panduan.{label}": isi for label, isi in (self.panduan.nilai if self.panduan else {}).items()
        }
        if self.umum:
            semua["umum"] = self.umum.nilai
        for kunci, daftar in semua.items():
            label = [sebutan for panduan in daftar for sebutan in panduan.predikat]
            _dikenal(f"distribusi.{kunci}", "predikat", label, predikat)


class Kriteria(Ketat):
    """One criterion: a predikat or a rating held (for some months in a row), or a rise of NHK over some months."""

    predikat: tuple[str, ...] = ()
    rating_hasil: tuple[str, ...] = ()
    bulan_berturut: int = 1
    kenaikan: float | None = None
    selama_bulan: int | None = None

    @model_validator(mode="after")
    def _satu_hal(self) -> Self:
        if sum(map(bool, (self.predikat, self.rating_hasil, self.kenaikan))) != 1:
            raise ValueError("isi tepat satu dari predikat, rating_hasil, atau kenaikan (lebih dari 0 poin)")
        if (self.kenaikan is None) != (self.selama_bulan is None):
            raise ValueError("kenaikan dan selama_bulan harus ditulis bersama")
        if self.kenaikan is not None and (self.kenaikan < 0 or self.bulan_berturut != 1):
            raise ValueError("kenaikan harus lebih dari 0 poin, tanpa bulan_berturut")
        for nama, bulan in (("bulan_berturut", self.bulan_berturut), ("selama_bulan", self.selama_bulan)):
            if bulan is not None and not 1 <= bulan <= _BULAN_SETAHUN:
                raise ValueError(f"{nama} harus 1 sampai {_BULAN_SETAHUN}")
        return self

    @property
    def jarak(self) -> tuple[int, ...]:
        """Return the months that are looked at one by one, counted back from the last; none for the period itself."""
        if self.selama_bulan is not None:
            return (0, self.selama_bulan)
        return tuple(range(self.bulan_berturut)) if self.bulan_berturut > 1 else ()

    @property
    def kalimat(self) -> str:
        """Return the criterion in words."""
        if self.kenaikan is not None:
            return f"nilai hasil kerja naik paling sedikit {tulis_angka(self.kenaikan)} poin dalam {self.selama_bulan} bulan"
        isi = (
            f"predikat {sebut_label(self.predikat)}"
            if self.predikat
            else f"rating hasil kerja {sebut_label(self.rating_hasil)}"
        )
        return f"{isi}, {self.bulan_berturut} bulan berturut-turut" if self.bulan_berturut > 1 else isi


class BagianPenghargaan(Ketat):
    """Who deserves recognition: any one of the criteria is enough."""

    kriteria: dict[str, Ketentuan[Kriteria]] = Field(min_length=1)

    def periksa(self, predikat: Sequence[str], rating: Sequence[str], bagian: str = "penghargaan") -> None:
        """Raise ValueError where a criterion names a predikat or a rating that the rule does not have."""
        for nama, ketentuan in self.kriteria.items():
            letak = f"{bagian}.kriteria.{nama}"
            _dikenal(letak, "predikat", ketentuan.nilai.predikat, predikat)
            _dikenal(letak, "rating hasil kerja", ketentuan.nilai.rating_hasil, rating)


class BagianPembinaan(BagianPenghargaan):
    """Who deserves support, and from which band down an indicator is one to work on."""

    indikator: Ketentuan[str]


class BagianKeberatan(Ketat):
    """How an ASN may object to a result: to whom, within how many days of receiving it, and what becomes of it."""

    kepada: Ketentuan[str]
    hari: Ketentuan[int]
    putusan: Ketentuan[str]

    @model_validator(mode="after")
    def _wajar(self) -> Self:
        if self.hari.nilai < 1:
            raise ValueError(f"keberatan.hari: nilai harus 1 atau lebih, bukan {self.hari.nilai}")
        return self

    def hari_terakhir(self, diterima: date) -> date:
        """Return the last day on which an objection may be made to a result received on a day."""
        return diterima + timedelta(days=self.hari.nilai)


def periksa_tindak_lanjut(
    distribusi: BagianDistribusi | None,
    penghargaan: BagianPenghargaan | None,
    pembinaan: BagianPembinaan | None,
    predikat: Sequence[str],
    rating: Sequence[str],
    tepi: Mapping[str, float | None],
) -> None:
    """Check these parts against the rest of the profile.

    Args:
        distribusi: the guide, if any.
        penghargaan: criteria for recognition, if any.
        pembinaan: criteria for support, if any.
        predikat: the rule's predikat.
        rating: its ratings of hasil kerja.
        tepi: the lower edge of each band that a score falls into, None for the lowest.

    Raises:
        ValueError: a label that the rule does not have; the sentence names the key.
    """
    if distribusi:
        distribusi.periksa(predikat)
    if penghargaan:
        penghargaan.periksa(predikat, rating)
    if pembinaan:
        pembinaan.periksa(predikat, rating, "pembinaan")
        berbatas = [label for label, dari in tepi.items() if dari is not None]
        _dikenal("pembinaan.indikator", "pita dengan batas bawah", [pembinaan.indikator.nilai], berbatas)


def _dikenal(letak: str, apa: str, label: Sequence[str], dikenal: Sequence[str]) -> None:
    for sebutan in label:
        if sebutan not in dikenal:
            raise ValueError(
                f"{letak}: '{sebutan}' bukan {apa} aturan ini; yang ada: {', '.join(dikenal) or 'tidak ada'}"
            )


def kalimat_panduan(panduan: Sequence[PanduanSebaran]) -> Iterator[str]:
    """Yield each guide of an organisation's predikat in words."""
    for ukuran in panduan:
        yield f"{ukuran.sebutan} {ukuran.batas}"
