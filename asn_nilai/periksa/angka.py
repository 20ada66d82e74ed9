"""Checks of single figures against what the register says about their indicator, and how figures are compared."""

from collections.abc import Iterator
from decimal import Decimal

from asn_nilai.acuan.skema import Indikator, JenisNilai
from asn_nilai.acuan.tabel import Tabel
from asn_nilai.acuan.temuan import Temuan, temuan
from asn_nilai.acuan.tulisan import tulis_angka
from asn_nilai.periksa.bahan import sebut

_SEHELAI = 1e-13
"""Figures alike in 15 significant digits differ by less than this part of themselves."""


def eksak(angka: float) -> Decimal:
    """Return the number as typed: 0.1 is one tenth, not the binary fraction beside it."""
    return Decimal(repr(angka))


def tertulis(angka: float) -> float:
    """Return the number as a workbook shows it, in 15 significant digits: what lies beyond is noise of arithmetic."""
    return float(f"{angka:.15g}")


def sama(a: float, b: float) -> bool:
    """Tell whether two figures are the same to a reader of the workbook."""
    # Writing a number out is slow; only figures within a hair of each other need it.
    return a == b or (abs(a - b) <= abs(a) * _SEHELAI and tertulis(a) == tertulis(b))


def wajar(angka: float, indikator: Indikator) -> bool:
    """Tell whether a figure is within its bounds, and whole where it should be; `periksa_angka` has nothing to say then."""
    return not _di_luar(angka, indikator) and (
        indikator.jenis_nilai is not JenisNilai.BULAT or angka.is_integer()
    )


def periksa_angka(
    tabel: Tabel, kunci: str, posisi: int, angka: float, indikator: Indikator, *, unit: str, nip: str
) -> Iterator[Temuan]:
    """Yield what is wrong with one target or realisasi: out of bounds, or not whole where it should be."""
    if _di_luar(angka, indikator) and _di_luar(tertulis(angka), indikator):
        yield temuan(
            "di-luar-batas", tabel.letak(kunci, posisi), unit=unit, nip=nip,
            teks=tulis_angka(angka), indikator=sebut(indikator), batas=_tulis_batas(indikator),
        )  # fmt: skip
    if (
        indikator.jenis_nilai is JenisNilai.BULAT
        and not angka.is_integer()
        and not tertulis(angka).is_integer()
    ):
        yield temuan(
            "bukan-bulat", tabel.letak(kunci, posisi), unit=unit, nip=nip,
            teks=tulis_angka(angka), indikator=sebut(indikator),
        )  # fmt: skip


def _di_luar(angka: float, indikator: Indikator) -> bool:
    bawah, atas = indikator.batas_bawah, indikator.batas_atas
    return (bawah is not None and angka < bawah) or (atas is not None and angka > atas)


def _tulis_batas(indikator: Indikator) -> str:
    bawah, atas, satuan = indikator.batas_bawah, indikator.batas_atas, indikator.satuan
    if bawah is not None and atas is not None:
        batas = f"{tulis_angka(bawah)} sampai {tulis_angka(atas)}"
    elif bawah is not None:
        batas = f"paling sedikit {tulis_angka(bawah)}"
    else:
        batas = f"paling banyak {tulis_angka(atas or 0.0)}"
    return f"{batas} {satuan}".rstrip()
