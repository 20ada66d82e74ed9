"""The state of a unit's submission, in the contract's words."""

from collections.abc import Iterable

from asn_nilai.acuan.temuan import Akibat, Temuan, Tingkat

LENGKAP, ADA_GALAT, BELUM_SETOR, TAK_TERBACA = "lengkap", "ada galat", "belum setor", "tak terbaca"
STATUS_UNIT = (LENGKAP, ADA_GALAT, BELUM_SETOR, TAK_TERBACA)
"""The states of a unit's submission, in the contract's words."""
BERKAS_HILANG = "berkas-hilang"
"""Code of the finding that a unit's file has not come."""
BERKAS_DIBUKA = "berkas-sedang-dibuka"
"""Code of the finding that another program holds a unit's file: nobody knows what it says."""
DI_KOMPUTER_INI = frozenset({BERKAS_DIBUKA, "program-gagal"})
"""Kinds of findings that no unit can mend: what they tell of is the computer on which the program runs."""
LANGKAH_DI_SINI = "Berikutnya: tidak ada yang perlu diperbaiki unit. Kerjakan yang disarankan di atas di komputer ini, lalu jalankan perintah ini lagi."
"""What comes next where all that is wrong is of that kind."""
LIHAT_SKEMA = "lihat skema"
"""What stands in its place for the people whose unit the register does not say: nobody can submit for them."""


def status_unit(temuan: Iterable[Temuan]) -> str:
    """Return the state of a unit's submission, one of STATUS_UNIT, from its findings."""
    galat = [t for t in temuan if t.tingkat is Tingkat.GALAT]
    if any(t.kode == BERKAS_HILANG for t in galat):
        return BELUM_SETOR
    if any(t.akibat is Akibat.BERKAS for t in galat):
        return TAK_TERBACA
    return ADA_GALAT if galat else LENGKAP
