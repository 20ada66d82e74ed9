"""Exports of e-Kinerja BKN ("Rekap Penilaian") as offices get them, made for tests."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import openpyxl

KEPALA = (
    "No", "NIP", "Nama", "Jabatan", "Rating Hasil Kinerja", "Rating Perilaku Kerja", "Predikat Kinerja Periodik",
)  # fmt: skip
_BULANAN = "Periode Bulanan {bulan} Tahun 2026"


def tulis_ekspor(
    kota: Path,
    nama: str,
    baris: Iterable[Sequence[object]],
    *,
    bulan: int = 5,
    periode: str = "",
    kepala: Sequence[str] = KEPALA,
    geser: int = 0,
) -> Path:
    """Write an export as e-Kinerja does: three banner rows, an empty one, the header, the rows. Row 6 is the first.

    Args:
        kota: the work folder.
        nama: the file.
        baris: of each row what follows its number.
        bulan: the month of 2026 in whose folder it lies.
        periode: the banner's third row; blank for the month's own.
        kepala: the header.
        geser: rows above the banner.
    """
    buku = openpyxl.Workbook()
    lembar = buku.active
    lembar.title = "Worksheet"
    for _ in range(geser):
        lembar.append(["dicetak dari e-Kinerja"])
    lembar.append(["PEMERINTAH KOTA CONTOH"])
    lembar.append(["Sub Bagian Contoh"])
    lembar.append([periode or _BULANAN.format(bulan=bulan)])
    lembar.append([])
    lembar.append(list(kepala))
    for nomor, isi in enumerate(baris, 1):
        lembar.append([nomor, *isi])
        lembar.cell(lembar.max_row, 2).number_format = "@"
    berkas = kota / "bkn" / f"2026-{bulan:02}" / nama
    berkas.parent.mkdir(parents=True, exist_ok=True)
    buku.save(berkas)
    return berkas


def tanpa_lembar(kota: Path, unit: str = "PKM-TB") -> None:
    """Take the sheet Perilaku out of what a unit sent for May."""
    berkas = kota / f"capaian/2026-05/{unit}.xlsx"
    buku = openpyxl.load_workbook(berkas)
    del buku["Perilaku"]
    buku.save(berkas)


def pakai_bkn(kota: Path, isi: str = "true") -> None:
    """Let the city take behaviour from the exports where a unit sends none, or not."""
    berkas = kota / "asn-nilai.toml"
    pokok = berkas.read_text(encoding="utf-8").partition("\n[bkn]")[0]
    berkas.write_text(f"{pokok}\n[bkn]\nperilaku = {isi}\n", encoding="utf-8")
