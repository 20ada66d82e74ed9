"""What one city of many reached, in one line, and what all of them did: from the records of their results alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from asn_nilai.acuan.hasil.ringkas import RingkasUnit, jumlahkan
from asn_nilai.acuan.periode import Periode
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.setoran.status import BELUM_SETOR, LENGKAP
from asn_nilai.acuan.tulisan import tulis_angka

KOLOM_KOTA = (
    "periode", "folder", "instansi", "aturan", "sidik_aturan", "unit", "belum_setor", "jumlah_asn", "dinilai", "sementara",
    "belum_dinilai", "rata_rata_nhk", "galat", "keterangan",
)  # fmt: skip
"""The columns of rekap_akar.csv; one for each predikat that somebody has follows."""
_SIDIK_TERBACA = 8
"""Characters of a rule's SHA-256 by which people tell two texts of it apart."""


class JejakKota(NamedTuple):
    """How far a city's register of a period went: its lines, SHA-256 of the last one, and the newest version that they lock."""

    baris: int
    sidik: str
    versi: int

    @property
    def tulisan(self) -> str:
        """Return it in words."""
        kunci = f"versi {self.versi} terkunci" if self.versi else "belum dikunci"
        return f"{tulis_angka(self.baris)} baris, {kunci}"


@dataclass(frozen=True, slots=True)
class RingkasKota:
    """One work folder and period at a glance.

    Attributes:
        folder: the work folder, relative to the root, `/` as separator.
        instansi: whose it is; blank where it cannot be opened.
        aturan: the code of the rule by which its results were computed; blank where there are none.
        sidik: SHA-256 of that rule's text: under one code an office may have changed its copy.
        profil: the rule as it stands in the work folder now; None where it cannot be opened.
        jumlah: the totals of its units, and of the people who are in none; None where there are no results that can be used.
        banyak_unit: number of units.
        tidak_lengkap: the units whose submission is missing, cannot be used or holds a galat.
        galat_umum: number of galat that belong to no unit: of the skema, the settings, the registers; `jumlah` has them too.
        sebab: why there is nothing, or why what there is may not be relied on, as a sentence; blank where all is well.
        dengan_hitung: whether computing it again belongs to putting that right; where not, `sebab` says what does.
        jejak: how far its register went, the furthest that any recap knew of; None where nobody could look.
    """

    folder: str
    instansi: str = ""
    aturan: str = ""
    sidik: str = ""
    profil: Aturan | None = None
    jumlah: RingkasUnit | None = None
    banyak_unit: int = 0
    tidak_lengkap: tuple[RingkasUnit, ...] = ()
    sebab: str = ""
    dengan_hitung: bool = True
    galat_umum: int = 0
    jejak: JejakKota | None = None

    @classmethod
    def dari_unit(
        cls,
        folder: str,
        instansi: str,
        aturan: tuple[str, str, Aturan],
        unit: Sequence[RingkasUnit],
        sebab: str,
        *,
        dengan_hitung: bool = True,
        galat_umum: int = 0,
    ) -> "RingkasKota":
        """Return the line of a city from those of its units; `aturan` is the rule's code, fingerprint and text."""
        kode, sidik, profil = aturan
        milik = [ringkas for ringkas in unit if ringkas.kode]
        galat = sum(ringkas.galat for ringkas in milik) + galat_umum
        jumlah = replace(jumlahkan(unit, profil.desimal), galat=galat)
        kurang = tuple(ringkas for ringkas in milik if ringkas.status != LENGKAP)
        return cls(
            folder, instansi, kode, sidik, profil, jumlah, len(milik), kurang, sebab, dengan_hitung, galat_umum,
        )  # fmt: skip

    @property
    def nama(self) -> str:
        """Return whose results they are, as people call it."""
        return self.instansi or self.folder

    @property
    def desimal(self) -> int:
        """Return the decimals of a printed NHK."""
        return self.profil.desimal if self.profil else 0

    @property
    def belum_setor(self) -> tuple[RingkasUnit, ...]:
        """Return the units that have not submitted."""
        return tuple(unit for unit in self.tidak_lengkap if unit.status == BELUM_SETOR)


@dataclass(frozen=True, slots=True)
class JumlahAturan:
    """What the cities scored by one and the same text of a rule reached together.

    Attributes:
        nama: the rule's code; with the first characters of its fingerprint where another text bears the same code.
        kota: the cities.
        profil: the rule.
    """

    nama: str
    kota: tuple[RingkasKota, ...]
    profil: Aturan

    @property
    def desimal(self) -> int:
        """Return the decimals of a printed NHK."""
        return self.profil.desimal

    @property
    def jumlah(self) -> RingkasUnit:
        """Return the totals."""
        return jumlahkan([kota.jumlah for kota in self.kota if kota.jumlah], self.desimal)

    @property
    def predikat(self) -> dict[str, int]:
        """Return the number of scored ASN by predikat that somebody has, in the order of the rule."""
        banyak = self.jumlah.predikat
        urut = dict.fromkeys((*self.profil.predikat.urutan, *banyak))
        return {label: banyak[label] for label in urut if banyak.get(label)}


@dataclass(frozen=True, slots=True)
class RekapAkar:
    """A period of all cities under a root.

    Attributes:
        nama: the root's name.
        kota: their lines, by folder.
        dilewati: why a folder under the root is not in it, by its name.
    """

    nama: str
    periode: Periode
    kota: tuple[RingkasKota, ...]
    dilewati: Mapping[str, str] = field(default_factory=dict)

    @property
    def menurut_aturan(self) -> tuple[JumlahAturan, ...]:
        """Return the totals over the cities of each rule, by its text: scores of two rules make no mean."""
        menurut: dict[tuple[str, str], list[RingkasKota]] = {}
        for kota in self.kota:
            if kota.jumlah and kota.profil:
                menurut.setdefault((kota.aturan, kota.sidik), []).append(kota)
        kode = [aturan for aturan, _ in menurut]
        return tuple(
            JumlahAturan(
                f"{aturan} (isi {sidik[:_SIDIK_TERBACA]})" if kode.count(aturan) > 1 else aturan,
                tuple(milik),
                _profil(sidik, milik),
            )
            for (aturan, sidik), milik in menurut.items()
        )

    @property
    def kurang(self) -> tuple[RingkasKota, ...]:
        """Return the cities whose results are missing, or may not be relied on."""
        return tuple(kota for kota in self.kota if kota.sebab)

    @property
    def predikat(self) -> tuple[str, ...]:
        """Return the predikat that somebody has, from the best to the worst as far as the rules say it."""
        tempat: dict[str, float] = {}
        for bagian in self.menurut_aturan:
            urut = tuple(dict.fromkeys((*bagian.profil.predikat.urutan, *bagian.predikat)))
            for nomor, label in enumerate(urut):
                if label in bagian.predikat:
                    tempat.setdefault(label, nomor / len(urut))
        return tuple(sorted(tempat, key=tempat.__getitem__))


def _profil(sidik: str, semua: list[RingkasKota]) -> Aturan:
    """Return the rule of that text, or the one that has come into its place since all of them were computed."""
    profil = [kota.profil for kota in semua if kota.profil]
    return next((milik for milik in profil if milik.sha256 == sidik), profil[0])
