"""What a row of targets is for: the rencana hasil kerja, the leader's plan that it serves, and whether it is a main task.

It stands in the optional columns of Target, decides nothing, and is shown wherever the row is.
"""

from enum import StrEnum
from functools import lru_cache

from asn_nilai.acuan.baris_ringan import baris_ringan
from asn_nilai.acuan.isian.formulir.formulir import KUNCI_RENCANA, lipat_label
from asn_nilai.acuan.isian.formulir.tabel import Tabel


class JenisKinerja(StrEnum):
    """Whether a row belongs to the post, or came on top."""

    UTAMA = "Utama"
    TAMBAHAN = "Tambahan"


_SEBUTAN = {
    "utama": JenisKinerja.UTAMA, "kinerjautama": JenisKinerja.UTAMA, "tugasutama": JenisKinerja.UTAMA, "u": JenisKinerja.UTAMA,
    "tambahan": JenisKinerja.TAMBAHAN, "kinerjatambahan": JenisKinerja.TAMBAHAN, "tugastambahan": JenisKinerja.TAMBAHAN,
    "t": JenisKinerja.TAMBAHAN,
}  # fmt: skip


@lru_cache(maxsize=256)
def baca_jenis_kinerja(teks: str) -> JenisKinerja | None:
    """Return the kind that a text names, None where it names none."""
    return _SEBUTAN.get(lipat_label(teks))


@baris_ringan
class RencanaKerja:
    """The context of a row; each part blank where nothing is told.

    Attributes:
        hasil: the rencana hasil kerja.
        atasan: the leader's plan that it serves.
        jenis: a `JenisKinerja`.
    """

    hasil: str = ""
    atasan: str = ""
    jenis: str = ""

    @property
    def kata(self) -> tuple[str, ...]:
        """Return what is told, in words; empty where nothing is."""
        if not (self.jenis or self.hasil or self.atasan):
            return ()
        return tuple(
            f"{kata}{isi}"
            for kata, isi in (("Kinerja ", self.jenis.lower()), ("Rencana: ", self.hasil), ("Mendukung: ", self.atasan))
            if isi
        )  # fmt: skip


TANPA_RENCANA = RencanaKerja()


def rencana_baris(tabel: Tabel, posisi: int) -> RencanaKerja:
    """Return the context of a row of Target; a kind that nobody knows counts as blank, and is a finding."""
    isi = [tabel.teks(kunci)[posisi] if kunci in tabel.kolom else "" for kunci in KUNCI_RENCANA]
    return RencanaKerja(isi[0], isi[1], baca_jenis_kinerja(isi[2]) or "") if any(isi) else TANPA_RENCANA
