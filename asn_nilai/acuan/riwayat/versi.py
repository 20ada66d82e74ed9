"""A locked version of a period: what was signed, with the short code by which anyone finds it again."""

import hashlib
from base64 import b32encode
from collections.abc import Iterable, Mapping
from dataclasses import field
from datetime import date
from typing import NamedTuple

from asn_nilai.acuan.baris_ringan import baris_ringan
from asn_nilai.acuan.bentuk_tunda import bentuk_tunda
from asn_nilai.acuan.kata.tanpa_isi import berkata
from asn_nilai.acuan.periode import Periode, tulis_tanggal

KELUARAN_DIKUNCI = ("nilai.csv", "rincian.csv")
"""The outputs that a lock holds fast: every score and the figures behind it."""


class DasarKunci(NamedTuple):
    """On what a lock rests.

    Attributes:
        nomor: number of the letter or minutes; blank for none.
        tanggal: its date; None for today.
        catatan: why it is locked in spite of what is unfinished, or why it is corrected.
    """

    nomor: str = ""
    tanggal: date | None = None
    catatan: str = ""


@baris_ringan
class VersiTerkunci:
    """What a lock says of itself.

    Attributes:
        periode: the period's code.
        versi: `1` for the first lock, one more for each correction.
        kode: the short code printed on every face, `K7QD-3MPX`.
        nomor: the number of the letter or minutes that go with it, as typed; blank without one.
        tanggal: its date, ISO 8601.
        catatan: why it was locked in spite of what was missing, or why it was corrected.
        waktu: when it was locked, ISO 8601 with the offset from UTC.
        program: name and version of the program.
        aturan: code of the rule profile.
        register: hash of the last line of the period's register before the lock's own.
        sha256_aturan: of the rule's text.
        terhapus: codes of the other months that had been computed and whose results were gone, with blanks between.
        masukan: inputs, relative to the work folder, by SHA-256.
        keluaran: outputs, relative to the period's results, by SHA-256.
    """

    periode: str
    versi: str
    kode: str
    nomor: str
    tanggal: str
    catatan: str
    waktu: str
    program: str
    aturan: str
    sha256_aturan: str = ""
    register: str = ""
    terhapus: str = ""
    masukan: Mapping[str, str] = field(default_factory=dict)
    keluaran: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def dari_json(cls, isi: bytes) -> "VersiTerkunci":
        """Return a version from its manifest; what a newer version of the program says besides is passed over: a lock stays one.

        Raises:
            ValueError: it is none.
        """
        versi = bentuk_tunda(cls).validate_json(isi)
        date.fromisoformat(versi.tanggal)
        Periode.dari_teks(versi.periode)
        return versi

    def sama(self, keluaran: Mapping[str, str]) -> bool:
        """Tell whether outputs, by their SHA-256, are those that the lock holds fast; a version not stored yet holds none."""
        return all(
            keluaran.get(nama) == self.keluaran[nama] for nama in KELUARAN_DIKUNCI if nama in self.keluaran
        )

    @property
    def tulisan(self) -> str:
        """Return how faces name the version, `versi 1 · kode K7QD-3MPX · nomor 800/1/2026 · 3 Juni 2026`."""
        nomor = f"nomor {self.nomor}" if self.nomor else ""
        return " · ".join(
            filter(None, (f"versi {self.versi}", f"kode {self.kode}", nomor, tulis_tanggal(self.tanggal)))
        )


def beralasan(teks: str) -> bool:
    """Tell whether a text can be a reason: it says something, and is not the word that stands for one in our advice."""
    return berkata(teks) and teks.strip(" \"'.").casefold() not in {"alasan", "teks"}


def kode_pendek(masukan: Mapping[str, str], dinilai: Iterable[str]) -> str:
    """Return the short code of a version: 40 bits of SHA-256 over the hashes of its inputs and of KELUARAN_DIKUNCI, in base 32.

    Base 32 (RFC 4648) has neither 0, 1 nor 8, so that a code survives being read out and typed.
    """
    isi = "\n".join([*(f"{nama} {sha}" for nama, sha in sorted(masukan.items())), *dinilai])
    kode = b32encode(hashlib.sha256(isi.encode()).digest()[:5]).decode()
    return f"{kode[:4]}-{kode[4:]}"
