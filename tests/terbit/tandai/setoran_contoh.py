"""A submission of the example city that is right in every cell, and a work folder to send it to."""

import shutil
from functools import cache
from pathlib import Path

import openpyxl
from salinan_contoh import CONTOH

from asn_nilai.acuan.temuan import Temuan
from asn_nilai.alur.perintah.validasi import mulai_periksa
from asn_nilai.alur.siapkan import siapkan

UNIT, PERIODE = "BKPSDM", "2026-06"


@cache
def isi_contoh() -> dict[str, list[list[object]]]:
    """The rows of the example's sheets Capaian and Perilaku: header first, then data."""
    buku = openpyxl.load_workbook(CONTOH / "capaian" / PERIODE / f"{UNIT}.xlsx")
    return {
        lembar.title: [list(baris) for baris in lembar.iter_rows(min_row=9, values_only=True)]
        for lembar in buku
    }


class Kota:
    """A copy of the example's work folder whose one submission a test may replace."""

    def __init__(self, akar: Path) -> None:
        self.akar = akar
        self.setoran = akar / "capaian" / PERIODE / f"{UNIT}.xlsx"
        self._konteks = None

    def periksa(self, isi: bytes) -> list[Temuan]:
        """Submit a workbook; returns the findings of that file."""
        self.setoran.write_bytes(isi)
        self._konteks = self._konteks or siapkan(self.akar, PERIODE)
        with mulai_periksa(self._konteks, [UNIT], paralel=1) as pemeriksaan:
            temuan = pemeriksaan.tunggu(lambda _kode: None).temuan
        return [t for t in temuan if t.unit == UNIT]

    @classmethod
    def siapkan(cls, akar: Path) -> "Kota":
        """Copy of the example what checking one unit needs."""
        for nama in ("asn-nilai.toml", "skema.xlsx", f"target/{UNIT}.xlsx"):
            (akar / nama).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(CONTOH / nama, akar / nama)
        (akar / "capaian" / PERIODE).mkdir(parents=True)
        return cls(akar)
