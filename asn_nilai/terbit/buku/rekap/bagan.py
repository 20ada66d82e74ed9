"""The native charts of rekap.xlsx: predikat side by side, and the mean NHK over the months. Every mark has its number."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from asn_nilai.terbit.buku.gaya import GARIS, KEPALA, PUDAR, TINTA, Lembar
from asn_nilai.terbit.buku.rekap.kolom import kunci_bulan
from asn_nilai.terbit.buku.rekap.tata_letak import BARIS_KEPALA, TataLetakRekap
from asn_nilai.terbit.buku.tata import Tata, ada

_HURUF = {"name": "Arial", "size": 9, "color": TINTA}
_LANGKAH_DASAR = 10
BAGAN_PREDIKAT = "Jumlah ASN menurut predikat"
_TANPA_GARIS = {"border": {"none": True}, "fill": {"none": True}}


def _dasar(lembar: Lembar, jenis: str, judul: str, ukuran: tuple[int, int]) -> Any:  # noqa: ANN401 # xlsxwriter carries no types
    bagan = lembar.buku.add_chart({"type": jenis})
    bagan.set_title({"name": judul, "name_font": {**_HURUF, "size": 11, "bold": True, "color": KEPALA}})
    bagan.set_legend({"none": True})
    bagan.set_size({"width": ukuran[0], "height": ukuran[1]})
    bagan.set_chartarea({"border": {"color": GARIS}, "fill": {"color": "#FFFFFF"}})
    bagan.set_plotarea(_TANPA_GARIS)
    bagan.set_x_axis({"num_font": _HURUF, "line": {"color": PUDAR}, "major_tick_mark": "none"})
    return bagan


def bagan_predikat(lembar: Lembar, tata_letak: TataLetakRekap, ukuran: tuple[int, int]) -> Any:  # noqa: ANN401 # xlsxwriter carries no types
    """Return columns of the number of ASN by predikat, from the sheet Distribusi; size in pixels."""
    warna = tata_letak.warna_sebaran
    awal, akhir = BARIS_KEPALA + 1, BARIS_KEPALA + len(warna)
    bagan = _dasar(lembar, "column", BAGAN_PREDIKAT, ukuran)
    bagan.add_series(
        {
            "name": "Jumlah ASN",
            "categories": ["Distribusi", awal, 0, akhir, 0],
            "values": ["Distribusi", awal, 1, akhir, 1],
            "points": [{"fill": {"color": isian}, "border": {"color": PUDAR}} for isian in warna.values()],
            "data_labels": {"value": True, "font": {**_HURUF, "bold": True}, "num_format": "#,##0"},
            "gap": 45,
        }
    )
    bagan.set_y_axis({"visible": False, "major_gridlines": {"visible": False}, "min": 0})
    return bagan


def judul_bagan_bulan(tata_letak: TataLetakRekap) -> str:
    """Return what the line over the months is of."""
    return f"Rata-rata NHK {tata_letak.sebutan.lower()} per bulan"


def bagan_bulan(lembar: Lembar, tata_letak: TataLetakRekap, ukuran: tuple[int, int]) -> Any:  # noqa: ANN401 # xlsxwriter carries no types
    """Return the mean NHK of all units over the months, from the sheet Tren; months without results are gaps."""
    tata, baris = tata_letak.tata_tren, tata_letak.baris_jumlah
    awal, akhir = (tata.nomor[kunci_bulan(nomor)] for nomor in (0, len(tata_letak.rekap.bulan) - 1))
    bagan = _dasar(lembar, "line", judul_bagan_bulan(tata_letak), ukuran)
    bagan.add_series(
        {
            "name": "Rata-rata NHK",
            "categories": ["Tren", BARIS_KEPALA, awal, BARIS_KEPALA, akhir],
            "values": ["Tren", baris, awal, baris, akhir],
            "line": {"color": KEPALA, "width": 2.25},
            "marker": {"type": "circle", "size": 7, "fill": {"color": KEPALA}, "border": {"color": KEPALA}},
            "data_labels": {"value": True, "position": "above", "font": _HURUF, "num_format": "0.00"},
        }
    )
    bagan.set_y_axis(
        {
            "num_font": {**_HURUF, "color": PUDAR},
            "num_format": "0",
            "line": {"none": True},
            "major_gridlines": {"visible": True, "line": {"color": "#E4E7EA"}},
        }
    )
    bagan.show_blanks_as("gap")
    return bagan


@dataclass(frozen=True, slots=True)
class SkalaBatang:
    """The scale that the small bars of a table share, so that rows can be compared: where bars begin, and the top."""

    dasar: float = 0.0
    puncak: float = 0.0

    @classmethod
    def dari(cls, deret: Iterable[Sequence[float]]) -> "SkalaBatang":
        """Return a scale for these months: it begins at a round figure below the lowest of them."""
        isi = [angka for baris in deret for angka in baris if ada(angka)]
        return cls(max(0.0, (min(isi) - 1) // _LANGKAH_DASAR * _LANGKAH_DASAR), max(isi)) if isi else cls()

    @property
    def judul(self) -> str:
        """Return the title of the column; bars that do not begin at nought must say so."""
        return f"Grafik (dasar {self.dasar:g})" if self.dasar else "Grafik"


def batang_bulan(lembar: Lembar, tata: Tata, baris: Sequence[int], skala: SkalaBatang) -> None:
    """Draw the months of these rows as small bars, the last one darkest; months without a figure are gaps.

    Bars and not lines: LibreOffice prints the lines of sparklines without ink.
    """
    bulan = [kunci for kunci in tata.nomor if kunci.startswith(kunci_bulan(0)[:-1])]
    if baris:
        rentang = [f"{tata.sel(bulan[0], nomor)}:{tata.sel(bulan[-1], nomor)}" for nomor in baris]
        letak = [tata.sel("grafik", nomor) for nomor in baris]
        rupa = {"type": "column", "series_color": "#8FB0BC", "last_point": True, "last_color": KEPALA}
        batas = {"min": skala.dasar, "max": skala.puncak}
        lembar.dalam.add_sparkline(baris[0], 0, {"location": letak, "range": rentang, **rupa, **batas})
