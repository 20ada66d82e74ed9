"""The bench of a recap: a city with a whole year of results, computed before any clock runs, and the two cases on it."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from isi_kota import TAHUN
from kota import buat_kota, kode_bulan
from laporan import LANTAI_REKAP, REKAP
from sel_buku import urai_buku, urai_dan_simpan

SINI = Path(__file__).resolve().parent
BULAN = range(1, 13)
_HITUNG_SEMUA = """
import sys
from asn_nilai.cli import main
for periode in sys.argv[2:]:
    try:
        main(["hitung", sys.argv[1], "--periode", periode])
    except SystemExit as akhir:
        if akhir.code:
            raise
"""
"""A program that computes one period after the other, so that no month pays for a start that nobody measures."""


class MejaRekap:
    """A year's city in a folder of its own, and the commands of the recap and of its floor."""

    def __init__(self, folder: Path) -> None:
        self.kota = folder / "kota-setahun"
        self._sel = folder / "sel-rekap.pickle"
        self._lantai = folder / "rekap-lantai.xlsx"
        tahun = str(TAHUN)
        self.perintah: dict[str, tuple[object, ...]] = {
            REKAP: (sys.executable, "-m", "asn_nilai", "rekap", self.kota, "--periode", tahun),
            LANTAI_REKAP: (
                sys.executable, SINI / "lantai_rekap.py", self.kota, tahun, self._sel, self._lantai,
            ),
        }  # fmt: skip

    def siapkan(
        self, jalankan: Callable[[Sequence[str]], object], *, unit: int, asn: int, indikator: int
    ) -> bool:
        """Make the city, compute its months and its year, write the recap once and take it apart for the floor.

        Args:
            jalankan: runs a command to its good end.
            unit: number of units.
            asn: number of ASN of a unit.
            indikator: number of indicators of an ASN.

        Returns:
            Whether the floor writes the very cells of the recap.
        """
        buat_kota(self.kota, unit=unit, asn=asn, indikator=indikator, bulan=BULAN)
        jalankan([sys.executable, "-c", _HITUNG_SEMUA, str(self.kota), *map(kode_bulan, BULAN), str(TAHUN)])
        jalankan([str(kata) for kata in self.perintah[REKAP]])
        rekap = self.kota / "hasil" / str(TAHUN) / "rekap.xlsx"
        urai_dan_simpan(rekap, self._sel)
        jalankan([str(kata) for kata in self.perintah[LANTAI_REKAP]])
        return urai_buku(self._lantai) == urai_buku(rekap)
