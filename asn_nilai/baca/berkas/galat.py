"""Why a file cannot be read as a workbook: the code of a finding and its facts, so that every room refuses alike."""

from asn_nilai.acuan.pengaturan import MEGA

RUSAK, ISI_RUSAK = "berkasnya rusak atau terpotong", "isinya rusak"
TERLALU_BESAR = "berkas-terlalu-besar"


class BukuTidakTerbacaError(Exception):
    """A file cannot be read as a workbook: the code of a finding and its facts."""

    def __init__(self, kode: str, **isi: str) -> None:
        super().__init__(kode, isi)
        self.kode = kode
        self.isi = isi


def tidak_terbaca(sebab: str) -> BukuTidakTerbacaError:
    """Return the error for a file that is no readable workbook; `sebab` is an Indonesian clause."""
    return BukuTidakTerbacaError("berkas-tidak-terbaca", sebab=sebab)


def terlalu_besar(ukuran: str, batas: str) -> BukuTidakTerbacaError:
    """Return the error for a file beyond a limit."""
    return BukuTidakTerbacaError(TERLALU_BESAR, ukuran=ukuran, batas=batas)


def sebut_mega(bita: int) -> str:
    """Return a size as a sentence says it."""
    return f"{bita / MEGA:.0f} MB"
