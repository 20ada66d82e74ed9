"""A period's register as one run needs it: which lines are whose, since when changes count, what the run adds to it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import field
from functools import cached_property
from typing import NamedTuple

from asn_nilai.acuan.baris_ringan import baris_ringan
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.riwayat.catatan import PERTAMA, PUTUS, TERKUNCI, Catatan, Perubahan, Rantai, rangkum
from asn_nilai.acuan.riwayat.keadaan import (
    NHK,
    PERILAKU,
    PREDIKAT,
    RATING,
    REALISASI,
    RUAS_DIRI,
    STATUS,
    Beda,
    Keadaan,
    Kunci,
    bandingkan,
    tulis_keadaan,
)  # fmt: skip
from asn_nilai.acuan.temuan import Temuan, temuan

VERSI_PERTAMA = "1"
_KIRIMAN = frozenset({REALISASI, PERILAKU})
_DARI_KIRIMAN = _KIRIMAN | {NHK, RATING, PREDIKAT, STATUS}
"""What a unit that has submitted nothing does not have yet."""


@baris_ringan
class Riwayat:
    """A register, and what the run at hand is to it.

    Attributes:
        berkas: the register's file, relative to the work folder; blank for a run that neither adds to one nor shows it.
        rantai: its lines as they were found.
        rusak: what else is wrong with it, each as the end of the sentence `Register … `.
        hilang: the locked versions that it tells of and that are not there as they were, likewise.
        kunci_asing: that the period's results bear the code of a lock of which nothing is known, likewise; blank where it is.
        versi: the version that the run writes; blank before the first lock.
        alasan: the reason given for a correction.
        sebutan_unit: codes that units have or had, in small letters, each with today's as it is written: what was written
            under the one goes on under the other.
        salinan_dari: the register of which this is a second copy, relative to the work folder; blank for a register.
        tersendiri: how many of a copy's lines that register does not have.
        pindahan: whether it was last written in another place.
        dikunci: whether the run's results are about to be locked: a first lock begins a new count.
        kota: what the run adds about what all units share.
    """

    berkas: str
    rantai: Rantai = field(default_factory=Rantai)
    rusak: tuple[str, ...] = ()
    hilang: tuple[str, ...] = ()
    kunci_asing: str = ""
    versi: str = ""
    alasan: str = ""
    sebutan_unit: Mapping[str, str] = field(default_factory=dict)
    salinan_dari: str = ""
    tersendiri: int = 0
    pindahan: bool = False
    dikunci: bool = False
    kota: "Selisih" = field(default_factory=lambda: Selisih(""))

    @property
    def temuan(self) -> tuple[Temuan, ...]:
        """Return a finding where the register is not whole, in the same words in the run that meets a break and in all later ones."""
        if self.salinan_dari:
            isi = (
                f"{self.tersendiri} catatannya tidak ada di sana"
                if self.tersendiri
                else "Semua catatannya ada juga di sana"
            )
            return (temuan("riwayat-bersalinan", Letak(self.berkas), asli=self.salinan_dari, isi=isi),)
        sebab = [f"baris {nomor} tidak menyambung baris sebelumnya" for nomor in self.rantai.putus[:3]]
        sebab += [c.alasan for c in self.rantai.catatan if c.apa == PUTUS][:3]
        sebab = list(dict.fromkeys((*sebab, *self.rusak, *self.hilang, *filter(None, [self.kunci_asing]))))
        return (temuan("riwayat-tidak-utuh", Letak(self.berkas), sebab="; ".join(sebab)),) if sebab else ()

    @cached_property
    def catatan(self) -> tuple[Catatan, ...]:
        """Return the lines under the codes that units have today."""
        kini = ((c, self.kode_kini(c.kode_unit)) for c in self.rantai.catatan)
        return tuple(c if kode == c.kode_unit else c._replace(kode_unit=kode) for c, kode in kini)

    def kode_kini(self, kode: str) -> str:
        """Return the code that a unit has today."""
        return self.sebutan_unit.get(kode.casefold(), kode)

    @property
    def terkunci(self) -> bool:
        """Tell whether the period was ever locked."""
        return any(catatan.apa == TERKUNCI for catatan in self.rantai.catatan)

    def semua_kode(self, kode_unit: str) -> list[str]:
        """Return the codes of a unit, today's last."""
        lama = (kode for kode, kini in self.sebutan_unit.items() if kini == kode_unit)
        return [*(kode for kode in lama if kode != kode_unit.casefold()), kode_unit]

    @cached_property
    def menurut_unit(self) -> dict[str, list[Catatan]]:
        """Return the lines by unit, a blank one for what all share; first computations, which may be of many, are apart."""
        return _menurut_unit(self.catatan)

    @cached_property
    def pertama(self) -> tuple[Catatan, ...]:
        """Return the lines that tell of first computations."""
        return tuple(catatan for catatan in self.catatan if catatan.apa == PERTAMA)

    @cached_property
    def sejak_dasar(self) -> dict[str, list[Catatan]]:
        """Return the lines by unit since the first computation, or since version 1 was locked."""
        semua = self.catatan
        dasar = next((n for n, c in enumerate(semua) if c.apa == TERKUNCI and c.versi == VERSI_PERTAMA), None)
        awal = dasar if dasar is not None else len(semua) if self.dikunci else 0
        return _menurut_unit(semua[awal:])

    @cached_property
    def sejak_kunci(self) -> dict[str, list[Catatan]]:
        """Return the lines by unit since the newest lock, or since the first computation."""
        semua = self.catatan
        return _menurut_unit(semua[max((n for n, c in enumerate(semua) if c.apa == TERKUNCI), default=0) :])

    def perubahan(self, selisih: "Selisih", *, sejak_kunci: bool = False) -> tuple[Perubahan, ...]:
        """Return what of a unit differs since the first lock, or the newest, with what the run adds."""
        catatan = self.sejak_kunci if sejak_kunci else self.sejak_dasar
        return rangkum(catatan.get(selisih.kode_unit, ()), selisih.beda, self.versi, self.alasan)

    def dikoreksi(self, versi: Sequence[str]) -> tuple[Perubahan, ...]:
        """Return what versions, the newest one last, changed of the one before them.

        A correction that was ended half-way has lines under the same number. Where it was taken back, those that say so have the number
        before: only all lines between the locks tell that nothing came of it.
        """
        kunci = {c.versi: n for n, c in enumerate(self.catatan) if c.apa == TERKUNCI}
        sampai = kunci.get(versi[-1], len(self.catatan))
        dari = max((n for nomor, n in kunci.items() if nomor not in versi and n < sampai), default=0)
        semua = [c for c in self.catatan[dari:sampai] if c.mencatat_isi]
        return tuple(ini for ini in rangkum(semua) if ini.versi in versi)


def _menurut_unit(semua: Iterable[Catatan]) -> dict[str, list[Catatan]]:
    hasil: dict[str, list[Catatan]] = {}
    for catatan in semua:
        if catatan.mencatat_isi:
            hasil.setdefault(catatan.kode_unit, []).append(catatan)
    return hasil


class TargetTahun(NamedTuple):
    """The register of a year's targets.

    Attributes:
        riwayat: the register.
        terbaca: by their SHA-256 the workbooks of which it tells already.
        pembaca: mark of what else decides what is read of a workbook: the program, and the registers of units and people.
        dikenal: the codes of indicators that were in the schema when the year was first scored, or since.
        diubah: a finding for each of them whose definition is another now, for each unit that is not in the skema any more, and
            where earlier months were locked by another rule.
        kota: what the run adds about definitions.
    """

    riwayat: Riwayat
    terbaca: Mapping[str, str]
    pembaca: str
    dikenal: frozenset[str]
    diubah: tuple[Temuan, ...]
    kota: "Selisih"


class Selisih(NamedTuple):
    """What a run adds to a register about one unit.

    Attributes:
        kode_unit: the unit, blank for what all share.
        beda: changes, a line each.
        pertama: the entries that are known for the first time, as they are stored (`tulis_keadaan`): all of a unit never computed
            before, or all that came with the submission of a unit that had none.
    """

    kode_unit: str
    beda: tuple[Beda, ...] = ()
    pertama: bytes | None = None


class TargetTerbaca(NamedTuple):
    """What reading a unit's target workbook adds to the year's register, and the files by their SHA-256."""

    selisih: Selisih
    berkas: Mapping[str, str]


def selisih_keadaan(
    kode_unit: str, lama: Keadaan | None, baru: Keadaan, sudah: Collection[Kunci] | None
) -> Selisih:
    """Return what a run adds: the first state, or what differs from the last.

    What a unit sends for the first time after it was computed without a submission is a first state too: as changes its
    whole submission would fill the register, and a change that matters would drown. After a lock it is a change like others:
    what was signed did not have it.

    Args:
        kode_unit: the unit.
        lama: what its entries said last, None where nothing of it was ever computed.
        baru: what they say now.
        sudah: entries that have lines already; they go on in lines. None after a lock: then everything does.
    """
    if lama is None:
        return Selisih(kode_unit, pertama=tulis_keadaan(baru))
    beda = tuple(bandingkan(lama, baru))
    if (
        sudah is None
        or any(kunci.apa in _KIRIMAN for kunci in lama)
        or not any(kunci.apa in _KIRIMAN for kunci in baru)
    ):
        return Selisih(kode_unit, beda)
    datang = {
        b.kunci
        for b in beda
        if (b.kunci.apa in _DARI_KIRIMAN or b.kunci.ruas == RUAS_DIRI)
        and b.kunci in baru
        and b.kunci not in sudah
    }
    return Selisih(
        kode_unit,
        tuple(ini for ini in beda if ini.kunci not in datang),
        tulis_keadaan({kunci: baru[kunci] for kunci in baru if kunci in datang}),
    )
