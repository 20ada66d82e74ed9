"""The parts of a rule profile as its file states them, and what makes each part unusable.

Only shapes and their sense stand here; every figure stands in `aturan/*.toml`. A fault is told in Indonesian with the
key and what was expected (`rumus/galat_aturan.py` adds the file).
"""

from fractions import Fraction
from functools import cached_property
from typing import Literal, Self

from pydantic import Field, model_validator

from asn_nilai.acuan.isian.indikator.indikator import ASPEK, Polaritas
from asn_nilai.acuan.pecahan import pecahan
from asn_nilai.acuan.periode import tulis_tanggal
from asn_nilai.acuan.rumus.angka_berdasar import TANGGAL, Ketat, Ketentuan, Titik, periksa_desimal
from asn_nilai.acuan.rumus.konversi import Konversi
from asn_nilai.acuan.rumus.pita import Pita, Tangga, periksa_pita
from asn_nilai.acuan.rumus.rumus import RUMUS


class Profil(Ketat):
    """What the profile is called, which regulation it states, and since when (a year or a date)."""

    kode: str
    nama: str
    peraturan: str
    keterangan: str
    berlaku_sejak: str = Field(pattern=TANGGAL)
    berlaku_sampai: str = Field("", pattern=rf"{TANGGAL}|^$")

    @model_validator(mode="after")
    def _urut(self) -> Self:
        if self.berlaku_sampai and self.berlaku_sampai < self.berlaku_sejak[: len(self.berlaku_sampai)]:
            raise ValueError(
                f"berlaku_sampai {self.berlaku_sampai} mendahului berlaku_sejak {self.berlaku_sejak}"
            )
        return self

    @property
    def masa_berlaku(self) -> str:
        """Return since when, and until when, the profile is in force."""
        akhir = "akhir " if len(self.berlaku_sampai) == len("2021") else ""
        sampai = f" sampai {akhir}{tulis_tanggal(self.berlaku_sampai)}" if self.berlaku_sampai else ""
        return f"sejak {tulis_tanggal(self.berlaku_sejak)}{sampai}"


class BagianCapaian(Ketat):
    """How an indicator's capaian is computed: formula by polarity or by aspect, floor and ceiling in percent.

    `antarbulan` says how the months of a period become one target and one realisasi.
    """

    antarbulan: Ketentuan[Literal["menurut-agregasi"]]
    lantai: Ketentuan[float]
    plafon: Ketentuan[float]
    rumus_menurut: Literal["polaritas", "aspek"] = "polaritas"
    rumus: dict[str, Ketentuan[str]] = Field(min_length=1)
    titik_stabil: Ketentuan[tuple[Titik, ...]] | None = None
    angka: dict[str, Ketentuan[float]] = Field(default_factory=dict)
    konversi: Konversi | None = None

    @model_validator(mode="after")
    def _lengkap(self) -> Self:
        dikenal = ASPEK if self.rumus_menurut == "aspek" else tuple(p.value for p in Polaritas)
        for kunci, ketentuan in self.rumus.items():
            if kunci not in dikenal:
                raise ValueError(
                    f"capaian.rumus.{kunci}: bukan {self.rumus_menurut} yang dikenal; yang ada: {', '.join(dikenal)}"
                )
            if ketentuan.nilai not in RUMUS:
                raise ValueError(
                    f"rumus.{kunci}: rumus '{ketentuan.nilai}' tidak dikenal; yang ada: {', '.join(RUMUS)}"
                )
        hilang = [p for p in dikenal if p not in self.rumus]
        if hilang and self.rumus_menurut == "polaritas":
            raise ValueError(f"rumus untuk polaritas {hilang[0]} tidak ada")
        if self.lantai.nilai >= self.plafon.nilai:
            raise ValueError("lantai harus lebih kecil daripada plafon")
        self._periksa_angka()
        return self

    def _periksa_angka(self) -> None:
        dipakai = [RUMUS[ketentuan.nilai] for ketentuan in self.rumus.values()]
        perlu = {nama for rumus in dipakai for nama in rumus.perlu_angka}
        if kurang := sorted(perlu - set(self.angka)):
            raise ValueError(
                f"capaian.angka.{kurang[0]}: diperlukan oleh rumus yang dipilih, tetapi tidak ada"
            )
        if lebih := sorted(set(self.angka) - perlu):
            raise ValueError(f"capaian.angka.{lebih[0]}: tidak dipakai oleh rumus mana pun")
        if self.titik_stabil is None:
            if any(rumus.perlu_titik for rumus in dipakai):
                raise ValueError("titik_stabil diperlukan oleh rumus yang dipilih, tetapi tidak ada")
            return
        x = [titik[0] for titik in self.titik_stabil.nilai]
        if len(x) < 2 or x != sorted(set(x)):
            raise ValueError("titik_stabil harus berisi dua titik atau lebih dengan x yang menaik")


class BagianNhk(Ketat):
    """How a score is made and printed.

    `gabungan` makes it of the indicators, `pindah` of the scores of the units between which an ASN moved; `desimal` are the
    decimals of it, and of all that is made of it.
    """

    gabungan: Ketentuan[Literal["rata-rata-tertimbang"]]
    pindah: Ketentuan[Literal["rata-rata-bulan"]]
    desimal: Ketentuan[int]

    @model_validator(mode="after")
    def _wajar(self) -> Self:
        periksa_desimal(self.desimal)
        return self


class BagianPerilaku(Ketat):
    """What behaviour cells hold and how they become one: ratings with a score each, or numbers.

    `antarbulan` says how the months of a period become one: their mean, or the last one. `pita` are bands over the mean score of ratings; for numbers, over the number, where the rule wants a rating too.
    `setara` lets ratings stand for numbers where a number is asked.
    """

    jenis: Literal["rating", "angka"] = "rating"
    antarbulan: Ketentuan[Literal["rata-rata", "terakhir"]]
    skor: Ketentuan[dict[str, float]] | None = None
    rentang: Ketentuan[Titik] | None = None
    gabungan: Ketentuan[Literal["rata-rata"]] | None = None
    setara: Ketentuan[dict[str, float]] | None = None
    pita: tuple[Pita, ...] = ()

    @model_validator(mode="after")
    def _sesuai_jenis(self) -> Self:
        kunci = {"rating": ("skor", "pita"), "angka": ("rentang", "gabungan")}[self.jenis]
        for nama in kunci:
            if not getattr(self, nama):
                raise ValueError(f"perilaku.{nama}: diperlukan bila jenis = '{self.jenis}', tetapi tidak ada")
        for nama in ("skor",) if self.jenis == "angka" else ("rentang", "gabungan", "setara"):
            if getattr(self, nama) is not None:
                raise ValueError(f"perilaku.{nama}: tidak dipakai bila jenis = '{self.jenis}'")
        if self.pita:
            periksa_pita(self.pita)
        if self.skor and len(set(self.skor.nilai.values())) < len(self.skor.nilai):
            raise ValueError("perilaku.skor: setiap rating harus punya skor sendiri")
        if self.skor and {pita.label for pita in self.pita} != set(self.skor.nilai):
            raise ValueError("perilaku.pita dan perilaku.skor harus menyebut rating yang sama")
        for label, skor in (self.skor.nilai if self.skor else {}).items():
            # Whoever has the same rating in each month has it over them all.
            if (pita := Tangga(pita=self.pita).sebut(pecahan(skor))) != label:
                raise ValueError(
                    f"perilaku.skor: skor {skor:g} untuk '{label}' jatuh di pita '{pita}', padahal harus di pitanya sendiri"
                )
        return self

    @property
    def bulan_terakhir(self) -> bool:
        """Tell whether of several months the last that has a rating stands for all, instead of their mean."""
        return self.antarbulan.nilai == "terakhir"

    @cached_property
    def tangga(self) -> Tangga | None:
        """Return the bands, None where the rule has none."""
        return Tangga(pita=self.pita) if self.pita else None

    @cached_property
    def dikenal(self) -> tuple[str, ...]:
        """Return the ratings that a cell may hold, lowest first."""
        angka = (self.skor or self.setara).nilai if self.skor or self.setara else {}  # type: ignore[union-attr]
        return tuple(sorted(angka, key=lambda label: angka[label]))

    @cached_property
    def label(self) -> tuple[str, ...]:
        """Return the ratings that behaviour can come to, lowest first; none where it stays a number."""
        return self.dikenal if self.skor else tuple(reversed([pita.label for pita in self.pita]))

    @cached_property
    def tingkat(self) -> tuple[str, ...]:
        """Return the levels of behaviour, lowest first: its ratings, or those that stand for numbers; none without either."""
        return self.label or self.dikenal


class BagianKepala(Ketat):
    """From which indicators the result of a unit's head is computed: the head's own, or of these the unit's figures alone."""

    hasil_kerja: Ketentuan[Literal["sendiri", "capaian-unit"]]


class Bobot(Ketat):
    """The shares of hasil kerja and behaviour in the final score; together 1."""

    hasil_kerja: float = Field(ge=0)
    perilaku: float = Field(ge=0)

    @model_validator(mode="after")
    def _satu(self) -> Self:
        jumlah = Fraction(repr(self.hasil_kerja)) + Fraction(repr(self.perilaku))
        if jumlah != 1:
            raise ValueError(f"bobot hasil_kerja dan perilaku harus berjumlah 1, bukan {float(jumlah):g}")
        return self


class BagianNilaiAkhir(Ketat):
    """The final score: a weighted sum of hasil kerja and behaviour. `pakai` names the weights in use."""

    pakai: str
    bobot: dict[str, Ketentuan[Bobot]]

    @model_validator(mode="after")
    def _ada(self) -> Self:
        if self.pakai not in self.bobot:
            raise ValueError(
                f"nilai_akhir.pakai: '{self.pakai}' tidak ada di nilai_akhir.bobot; yang ada: {', '.join(self.bobot)}"
            )
        return self

    @property
    def dipakai(self) -> Ketentuan[Bobot]:
        """Return the weights in use."""
        return self.bobot[self.pakai]


class BagianPredikat(Ketat):
    """Which predikat there are, best first, and how one is given: by a matrix of ratings, or by bands."""

    cara: Literal["matriks", "pita"] = "matriks"
    urutan: tuple[str, ...]
    matriks: Ketentuan[dict[str, dict[str, str]]] | None = None
    pita: tuple[Pita, ...] = ()

    @model_validator(mode="after")
    def _sesuai_cara(self) -> Self:
        lain = {"matriks": "pita", "pita": "matriks"}[self.cara]
        if not getattr(self, self.cara):
            raise ValueError(f"predikat.{self.cara}: diperlukan bila cara = '{self.cara}', tetapi tidak ada")
        if getattr(self, lain):
            raise ValueError(f"predikat.{lain}: tidak dipakai bila cara = '{self.cara}'")
        if self.pita:
            periksa_pita(self.pita)
            if self.urutan != tuple(pita.label for pita in self.pita):
                raise ValueError("predikat.urutan harus menyebut label predikat.pita dari yang terbaik")
        return self

    @cached_property
    def tangga(self) -> Tangga | None:
        """Return the bands over the final score, None where a matrix decides."""
        return Tangga(pita=self.pita) if self.pita else None
