"""A rule profile: one regulation's formulas, bands, matrix and limits as data, each with its legal basis.

The figures stand in `aturan/*.toml`; the shape of each part in `bentuk_profil.py`; here the whole. How a file becomes one:
`muat_aturan.py`.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from itertools import product
from typing import Any, Literal, Self

from pydantic import Field, PrivateAttr, model_validator

from asn_nilai.acuan.periode import Bulan, Periode
from asn_nilai.acuan.profil.bentuk_profil import (
    BagianCapaian,
    BagianKepala,
    BagianNhk,
    BagianNilaiAkhir,
    BagianPerilaku,
    BagianPredikat,
    Profil,
)
from asn_nilai.acuan.profil.bentuk_tindak_lanjut import (
    BagianDistribusi,
    BagianKeberatan,
    BagianPembinaan,
    BagianPenghargaan,
    periksa_tindak_lanjut,
)
from asn_nilai.acuan.profil.riwayat_aturan import awal_versi, pada_hari
from asn_nilai.acuan.rumus.angka_berdasar import Ketat, Ketentuan
from asn_nilai.acuan.rumus.pita import Tangga
from asn_nilai.acuan.rumus.rumus import RUMUS, Bilangan, Parameter, Rumus

JenisAsn = Literal["PNS", "PPPK"]


class Aturan(Ketat):
    """A whole profile, checked."""

    format: Literal[1]
    dasar_profil: str = ""
    profil: Profil
    berlaku_bagi: Ketentuan[tuple[JenisAsn, ...]] | None = None
    """For whom the regulation is; None where the file does not say."""
    catatan: dict[str, Ketentuan[str]] = Field(default_factory=dict)
    """What whoever uses the profile must know of it: what it leaves out, and what the instansi chose in its place."""
    capaian: BagianCapaian
    nhk: BagianNhk
    kepala: BagianKepala | None = None
    rating_hasil: Tangga | None = None
    perilaku: BagianPerilaku
    nilai_akhir: BagianNilaiAkhir | None = None
    predikat: BagianPredikat
    distribusi: BagianDistribusi | None = None
    penghargaan: BagianPenghargaan | None = None
    pembinaan: BagianPembinaan | None = None
    keberatan: BagianKeberatan | None = None
    alias: dict[str, str] = Field(default_factory=dict)
    sha256: str = ""
    """SHA-256 of the file's text (and of its base's), filled in on loading."""
    _mentah: dict[str, Any] = PrivateAttr(default_factory=dict)

    @model_validator(mode="after")
    def _padu(self) -> Self:
        if self.nilai_akhir and self.perilaku.jenis != "angka":
            raise ValueError("nilai_akhir memerlukan perilaku berupa angka: tulis perilaku.jenis = 'angka'")
        if self.predikat.cara == "pita" and not self.nilai_akhir:
            raise ValueError("predikat.cara = 'pita' memerlukan nilai_akhir, tetapi tidak ada")
        for nama, tangga in (("rating_hasil", self.rating_hasil), ("perilaku", self.perilaku.tangga)):
            if tangga and tangga.bersyarat:
                raise ValueError(f"{nama}.pita: 'syarat' hanya dikenal di predikat.pita")
        if self.predikat.matriks:
            self._periksa_matriks(self.predikat.matriks.nilai)
        for sebutan, label in self.alias.items():
            if label not in {*self.predikat.urutan, *self.label_hasil, *self.perilaku.dikenal}:
                raise ValueError(f"alias.{sebutan}: '{label}' bukan predikat atau rating yang dikenal")
        tepi = {pita.label: pita.dari for pita in self.tangga_utama.pita}
        periksa_tindak_lanjut(
            self.distribusi, self.penghargaan, self.pembinaan, self.predikat.urutan, self.label_hasil, tepi
        )
        return self

    def _periksa_matriks(self, matriks: Mapping[str, Mapping[str, str]]) -> None:
        if not self.rating_hasil or not self.perilaku.label:
            raise ValueError(
                "predikat.matriks memerlukan rating_hasil.pita dan perilaku.pita, tetapi tidak ada"
            )
        for hasil, perilaku in product(self.label_hasil, self.perilaku.label):
            predikat = matriks.get(hasil, {}).get(perilaku)
            if predikat not in self.predikat.urutan:
                raise ValueError(
                    f"predikat.matriks: '{hasil}' × '{perilaku}' berisi {predikat!r}, bukan predikat yang dikenal"
                )

    def rumus(self, polaritas: str, aspek: str = "") -> Rumus:
        """Return the formula of an indicator.

        Raises:
            KeyError: the profile chooses by aspect and has no formula for this one (`rumus_atau_tiada` asks politely).
        """
        rumus = self.rumus_atau_tiada(polaritas, aspek)
        if rumus is None:
            raise KeyError(aspek)
        return rumus

    def rumus_atau_tiada(self, polaritas: str, aspek: str) -> Rumus | None:
        """Return the formula of an indicator, None where its aspect has none in this profile."""
        ketentuan = self.capaian.rumus.get(self.kunci_rumus(polaritas, aspek))
        return RUMUS[ketentuan.nilai] if ketentuan else None

    def kunci_rumus(self, polaritas: str, aspek: str) -> str:
        """Return the polarity or aspect by which an indicator's formula is chosen, as the profile writes it."""
        if not self.menurut_aspek:
            return str(polaritas)
        lipat = _lipat(aspek)
        return next((kunci for kunci in self.capaian.rumus if _lipat(kunci) == lipat), "")

    @property
    def menurut_aspek(self) -> bool:
        """Tell whether formulas are chosen by aspect instead of polarity."""
        return self.capaian.rumus_menurut == "aspek"

    def parameter(self, angka: Callable[[float], Bilangan] = float) -> Parameter:
        """Return the figures that formulas take, as numbers of the kind that `angka` makes (or as their text)."""
        c = self.capaian
        titik = ((angka(x), angka(y)) for x, y in (c.titik_stabil.nilai if c.titik_stabil else ()))
        isi = {nama: angka(ketentuan.nilai) for nama, ketentuan in c.angka.items()}
        return Parameter(tuple(titik), {**isi, "plafon": angka(c.plafon.nilai)})

    @property
    def desimal(self) -> int:
        """Return the decimals of a printed NHK, and of all that is made of it."""
        return self.nhk.desimal.nilai

    @property
    def label_hasil(self) -> tuple[str, ...]:
        """Return the ratings of hasil kerja, best first; none where the profile rates the final score alone."""
        return self.rating_hasil.label if self.rating_hasil else ()

    @property
    def rating_perilaku(self) -> tuple[str, ...]:
        """Return the behaviour ratings that cells may hold, lowest first."""
        return self.perilaku.dikenal

    @property
    def perilaku_angka(self) -> bool:
        """Tell whether the profile asks for behaviour as a number."""
        return self.perilaku.jenis == "angka"

    @property
    def kepala_dari_unit(self) -> bool:
        """Tell whether the result of a unit's head is that of the unit's figures (Lingkup Unit) alone."""
        return self.kepala is not None and self.kepala.hasil_kerja.nilai == "capaian-unit"

    @property
    def perlu_ide_baru(self) -> bool:
        """Tell whether a predikat depends on a new idea."""
        return bool(self.predikat.tangga and self.predikat.tangga.bersyarat)

    @property
    def tangga_utama(self) -> Tangga:
        """Return the ladder that readers look at: over hasil kerja where there is one, else over the final score."""
        tangga = self.rating_hasil or self.predikat.tangga
        assert tangga is not None  # noqa: S101 - _padu has seen to it
        return tangga

    def kenali(self, teks: str, dikenal: Iterable[str]) -> str | None:
        """Return the label that a text means, or None: matched whole, after folding case, spaces and a closing dot, never by likeness."""
        return _sebutan(tuple(dikenal), tuple(self.alias.items())).get(_lipat(teks))

    def bagi(self, jenis_asn: str) -> bool:
        """Tell whether the regulation is for this kind of ASN (`PNS`, `PPPK`), as far as the profile says."""
        return self.berlaku_bagi is None or jenis_asn in self.berlaku_bagi.nilai

    def berlaku_pada(self, periode: Periode) -> bool:
        """Tell whether the profile is in force over the whole period."""
        sejak, sampai = self.profil.berlaku_sejak, self.profil.berlaku_sampai
        awal, akhir = periode.hari_pertama.isoformat(), periode.hari_terakhir.isoformat()
        return sejak <= awal and (not sampai or akhir[: len(sampai)] <= sampai)

    def pada(self, periode: Periode) -> "Aturan":
        """Return the profile with the figures in force on the period's last day."""
        if not awal_versi(self._mentah):
            return self
        return sahkan(self._mentah, pada_hari(self._mentah, periode.hari_terakhir))

    @property
    def tindak_lanjut(self) -> tuple[BagianPenghargaan, ...]:
        """Return the parts that say who deserves recognition or support; none where the profile has none."""
        return tuple(bagian for bagian in (self.penghargaan, self.pembinaan) if bagian)

    def bulan_dilihat(self, periode: Periode) -> tuple[Bulan, ...]:
        """Return the months whose own results the criteria look at beside the period's, oldest first.

        Of a period of one month these are earlier months; a longer one is looked at month by month.
        """
        semua = (kriteria for bagian in self.tindak_lanjut for kriteria in bagian.kriteria.values())
        jarak = {jauh for kriteria in semua for jauh in kriteria.nilai.jarak}
        if len(periode.bulan) == 1:
            jarak.discard(0)
        return tuple(periode.bulan[-1].mundur(jauh) for jauh in sorted(jarak, reverse=True))


def _lipat(teks: str) -> str:
    return " ".join(teks.casefold().split()).rstrip(" .,;")


@lru_cache(maxsize=64)  # asked for every cell of a sheet of ratings
def _sebutan(dikenal: tuple[str, ...], alias: tuple[tuple[str, str], ...]) -> Mapping[str, str]:
    """Return each way in which labels may be written, folded, with the label."""
    sebutan = {_lipat(label): label for label in dikenal}
    for lain, label in alias:
        if _lipat(label) in sebutan:
            sebutan.setdefault(_lipat(lain), label)
    return sebutan


def sahkan(mentah: dict[str, Any], isi: dict[str, Any]) -> Aturan:
    """Return the profile that says `isi`, one version of what its file holds (`mentah`).

    Raises:
        ValidationError: a key, figure or word that cannot be.
    """
    aturan = Aturan.model_validate(isi)
    aturan._mentah = mentah  # noqa: SLF001 - its own
    return aturan
