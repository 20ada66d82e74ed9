"""One line of the register, the chain that holds the lines together, and what they say when taken as one.

Format: JSON Lines, UTF-8, one object a line with the keys of the contract; `sebelum` is the SHA-256 of the line before
without its line end, so that a line taken out, changed or moved breaks the chain.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from asn_nilai.acuan.riwayat.keadaan import TIDAK_ADA, Beda, Isi, Kunci, pisahkan_ruas

PERTAMA, TERKUNCI, PUTUS = "hitungan-pertama", "kunci", "putus"
"""What a line is about that tells of no entry: a first computation, a lock, a break found in what stood before it."""
_SELISIH_JAM = timedelta(hours=1)
"""So far the clocks of two computers of an office may be apart."""


class Catatan(NamedTuple):
    """One line of the register.

    Attributes:
        waktu: when it was written, ISO 8601 with the offset from UTC.
        program: name and version of the program.
        aturan: code of the rule profile.
        versi: the version that the change belongs to; blank before the first lock.
        alasan: the reason that was given, blank without one.
        apa: the kind of entry, or PERTAMA, TERKUNCI or PUTUS.
        kode_unit: the unit, blank for what all units share.
        nip: the ASN.
        kode_indikator: the indicator.
        semula: what the entry said.
        menjadi: what it says; of a first computation or a lock the hash of what was stored.
        sel: the cells, as findings write them.
        sebelum: SHA-256 of the line before, blank on the first.
    """

    waktu: str
    program: str
    aturan: str
    versi: str
    alasan: str
    apa: str
    kode_unit: str = ""
    nip: str = ""
    kode_indikator: str = ""
    semula: str = ""
    menjadi: str = ""
    sel: str = ""
    sebelum: str = ""

    def sebagai_dict(self) -> dict[str, str]:
        """Return the line with the keys of the contract."""
        return self._asdict()

    @property
    def kunci(self) -> Kunci:
        """Return what the line is about."""
        tertulis = self.menjadi if self.semula == TIDAK_ADA else self.semula
        ruas = pisahkan_ruas(self.apa, tertulis)[0]
        return Kunci(self.apa, self.kode_unit, self.nip, self.kode_indikator, ruas)

    @property
    def mencatat_isi(self) -> bool:
        """Tell whether the line tells of an entry."""
        return self.apa not in {PERTAMA, TERKUNCI, PUTUS}

    def mendahului(self, lama: "Catatan") -> bool:
        """Tell whether the line says that it was written clearly before one that stands above it: a clock was set back."""
        try:
            return datetime.fromisoformat(self.waktu) < datetime.fromisoformat(lama.waktu) - _SELISIH_JAM
        except (ValueError, TypeError):
            return False  # what somebody else wrote says nothing

    @property
    def nilai_baru(self) -> str:
        """Return what the entry says from this line on."""
        return pisahkan_ruas(self.apa, self.menjadi)[1]


_RUAS = frozenset(Catatan._fields)


class Rantai(NamedTuple):
    """A register's lines as they were found, and what is wrong with their chain.

    Attributes:
        catatan: the lines that can be read, in order.
        sidik: SHA-256 of every line, also of one that cannot be read.
        putus: numbers (from 1) of lines that do not follow from the line before, or cannot be read.
    """

    catatan: tuple[Catatan, ...] = ()
    sidik: tuple[str, ...] = ()
    putus: tuple[int, ...] = ()

    @property
    def terakhir(self) -> str:
        """Return the hash of the last line, blank where there is none."""
        return self.sidik[-1] if self.sidik else ""

    @property
    def banyak(self) -> int:
        """Return how many lines computations wrote: locks and breaks come without one, after its results."""
        return sum(c.apa not in {TERKUNCI, PUTUS} for c in self.catatan)

    @property
    def kunci(self) -> dict[str, str]:
        """Return the versions of whose locks the lines tell, each with the hash of its manifest."""
        return {c.versi: c.menjadi.partition(" ")[2] for c in self.catatan if c.apa == TERKUNCI}

    @property
    def nomor_kunci(self) -> int:
        """Return the number of the newest version of whose lock the lines tell, 0 without any."""
        return max((int(versi) for versi in self.kunci if versi.isdecimal()), default=0)

    @classmethod
    def baca(cls, isi: bytes) -> "Rantai":
        """Read a register."""
        catatan, sidik, putus, sebelum = list[Catatan](), list[str](), list[int](), ""
        for nomor, baris in enumerate(isi.splitlines(), 1):
            catatan_ini = _baca(baris)
            if catatan_ini is None or catatan_ini.sebelum != sebelum:
                putus.append(nomor)
            if catatan_ini is not None:
                catatan.append(catatan_ini)
            sebelum = hashlib.sha256(baris).hexdigest()
            sidik.append(sebelum)
        return cls(tuple(catatan), tuple(sidik), tuple(putus))


def _baca(baris: bytes) -> Catatan | None:
    """Return a line; what a newer version of the program says besides is passed over, and stands in its hash all the same."""
    try:
        isi = json.loads(baris)
        teks = "".join(isi.values())
        teks.encode()  # a lone half of a character cannot be written again
        return None if "\0" in teks else Catatan(**{ruas: isi[ruas] for ruas in _RUAS & isi.keys()})
    except (ValueError, TypeError, AttributeError, RecursionError):
        return None


def sambung(catatan: Iterable[Catatan], sebelum: str) -> Iterator[str]:
    """Yield the lines' texts, each chained to the one before; `sebelum` is the hash of the last line that stands."""
    for ini in catatan:
        teks = json.dumps({**ini.sebagai_dict(), "sebelum": sebelum}, ensure_ascii=False)
        sebelum = hashlib.sha256(teks.encode()).hexdigest()
        yield teks


def terapkan(awal: dict[Kunci, Isi], catatan: Iterable[Catatan]) -> dict[Kunci, Isi]:
    """Return the state that lines about entries make of an earlier one."""
    keadaan = dict(awal)
    for ini in catatan:
        if ini.menjadi == TIDAK_ADA:
            keadaan.pop(ini.kunci, None)
        else:
            keadaan[ini.kunci] = Isi(ini.nilai_baru, ini.sel)
    return keadaan


class Perubahan(NamedTuple):
    """One thing that differs between a first computation (or a lock) and now; the last line of it says when and why."""

    kunci: Kunci
    semula: str
    menjadi: str
    sel: str
    waktu: str = ""
    versi: str = ""
    alasan: str = ""


def rangkum(
    catatan: Sequence[Catatan], beda: Iterable[Beda] = (), versi: str = "", alasan: str = ""
) -> tuple[Perubahan, ...]:
    """Return what differs between the state before these lines and now, one row per thing, in the order of first change.

    Args:
        catatan: the lines about entries since the first computation or the lock.
        beda: what the run at hand adds to them; its rows have no time yet.
        versi: the version that the run makes.
        alasan: the reason that was given for it.
    """
    dasar: dict[Kunci, str] = {}
    kini: dict[Kunci, Perubahan] = {}
    for ini in catatan:
        semula = dasar.setdefault(ini.kunci, ini.semula)
        kini[ini.kunci] = Perubahan(ini.kunci, semula, ini.menjadi, ini.sel, ini.waktu, ini.versi, ini.alasan)
    for ini_beda in beda:
        lama, baru = ini_beda.tertulis
        semula = dasar.setdefault(ini_beda.kunci, lama)
        kini[ini_beda.kunci] = Perubahan(ini_beda.kunci, semula, baru, ini_beda.sel, "", versi, alasan)
    return tuple(ini for ini in kini.values() if ini.semula != ini.menjadi)
