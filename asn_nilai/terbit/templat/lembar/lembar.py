"""What all sheets of a template share: input cells, hints, identity block, protection.

Only what Excel, LibreOffice and the phone apps all keep is used: plain validation whose lists and limits are reached
through defined names, plain conditional formats, no macros, no controls.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from asn_nilai.acuan.isian.formulir.daftar_formulir import FORMULIR
from asn_nilai.acuan.isian.formulir.tabel import nama_kolom, nama_sel
from asn_nilai.acuan.tulisan import potong
from asn_nilai.terbit.buku.blok import banyak_baris
from asn_nilai.terbit.buku.gaya import BUNDEL, KEPALA, LATAR, MASUKAN, TEBAL, TINTA, Gaya, Lembar
from asn_nilai.terbit.buku.tata import Kolom
from asn_nilai.terbit.templat.bahan import BahanCapaian, BahanTarget

BARIS_KEPALA = 6
"""0-based row of the table's header: title, instansi, three identity lines, one line of advice."""
KOLOM_RINGKAS = 4
"""0-based column where the control block begins: the wide column Indikator."""
LENGKAP, BELUM_DIISI = "Lengkap", "Belum diisi"
_JUDUL_PESAN, _PANJANG_PESAN = 32, 255
"""The most characters of a hint's title and text; longer ones make Excel refuse the file."""
_BUNDEL: Mapping[str, Mapping[str, object]] = {
    **BUNDEL,
    "isian": {"bg_color": MASUKAN, "locked": False},
    "isian_teks": {"num_format": "@"},
    "tanggal": {**BUNDEL["sel"], "num_format": "dd/mm/yyyy", "align": "center"},
    "longgar": {"align": "right", "indent": 1},
    "ribuan": {"num_format": "#,##0", "align": "right", "indent": 1},
    "persen_polos": {"num_format": "0.00"},
    "periksa": {"align": "left", "indent": 1, "font_size": 9},
    "kepala_bantu": {"bg_color": LATAR, "font_color": KEPALA},
    "ringkas": {"bg_color": LATAR, "font_color": TINTA},
    "saran": {"italic": True, "font_color": KEPALA, "valign": "vcenter"},
}


class GayaTemplat(Gaya):
    """The cell styles of a template: those of every workbook, and those of cells to fill in."""

    bundel = _BUNDEL


def kolom_formulir(nama: str, lebar: Mapping[str, float], bantu: Sequence[Kolom]) -> tuple[Kolom, ...]:
    """Return a form's columns in the order of their widths, and behind them those that only help who fills it in."""
    isi = (Kolom(kunci, FORMULIR[nama].label(kunci), selebar) for kunci, selebar in lebar.items())
    return (*isi, *bantu)


class LembarTemplat(Lembar):
    """One sheet of a template."""

    def kepala_isian(
        self, judul: str, bahan: BahanTarget | BahanCapaian, saran: str, kolom: Sequence[Kolom]
    ) -> None:
        """Write title, identity block (label in column B, value in column C) and one line of advice; the sheet is named as its form.

        A value that would run beneath the control block takes the columns before it, and further lines.
        """
        label = FORMULIR[self.dalam.get_name()].label
        muat = TEBAL * sum(lajur.lebar for lajur in kolom[2:KOLOM_RINGKAS])
        self.dalam.set_row(0, 24)
        self.teks(0, 0, judul, self.gaya("judul"))
        self.teks(1, 0, bahan.instansi, self.gaya("pudar"))
        for baris, (kunci, nilai) in enumerate(bahan.jati_diri.items(), 2):
            garis = banyak_baris(nilai, muat)
            atas = ("lipat",) if garis > 1 else ()
            if atas:
                self.dalam.merge_range(baris, 2, baris, KOLOM_RINGKAS - 1, "", self.gaya("tebal", *atas))
                self.dalam.set_row(baris, 13 * garis + 1)
            self.teks(baris, 1, label(kunci), self.gaya("label", *atas))
            self.teks(baris, 2, nilai, self.gaya("tebal", *atas))
        self.dalam.set_row(5, 20)
        self.teks(5, 0, saran, self.gaya("saran"))

    def ringkas(self, isi: Sequence[tuple[str, str, object]]) -> None:
        """Write the control block to the right of the identity: label, live formula, its value now."""
        for baris, (label, rumus, nilai) in enumerate(isi, 2):
            self.teks(baris, KOLOM_RINGKAS, label, self.gaya("sel", "ringkas", "menjorok"))
            self.rumus(
                baris, KOLOM_RINGKAS + 1, rumus, self.gaya("umum", "tengah", "tebal", "ringkas"), nilai
            )

    def kepala_bertabel(self, kolom: Sequence[Kolom], bantu: int) -> None:
        """Write the table's header; the last `bantu` columns look unlike the form's own."""
        self.kepala_tabel(BARIS_KEPALA, kolom, 34)
        awal = len(kolom) - bantu
        for indeks, kolom_bantu in enumerate(kolom[awal:], awal):
            self.dalam.write_string(
                BARIS_KEPALA, indeks, kolom_bantu.judul, self.gaya("kepala", "kepala_bantu")
            )

    def kepala_tambahan(self, awal: int, kolom: Sequence[Kolom]) -> None:
        """Write the heads of columns behind a table's own, from a 0-based column on."""
        for indeks, lajur in enumerate(kolom, awal):
            self.dalam.set_column(indeks, indeks, lajur.lebar)
            self.dalam.write_string(BARIS_KEPALA, indeks, lajur.judul, self.gaya("kepala"))

    def sel_gabung(self, awal: int, akhir: int, kolom: int, gaya: Any) -> None:  # noqa: ANN401 # a format
        """Merge cells downwards; whoever called writes the first one afterwards."""
        if akhir > awal:
            self.dalam.merge_range(awal, kolom, akhir, kolom, "", gaya)

    def validasi(
        self,
        rentang: Sequence[tuple[int, int, int, int]],
        aturan: Mapping[str, object],
        judul: str,
        petunjuk: str,
        galat: str = "",
    ) -> None:
        """Lay one validation over ranges (first row, first column, last row, last column; 0-based).

        Args:
            rentang: where; formulas in `aturan` are relative to the first cell.
            aturan: XlsxWriter's `validate`, `criteria`, `value`, `minimum`, `maximum`, `source`.
            judul: title of hint and error.
            petunjuk: the hint, shown when the cell is chosen.
            galat: the sentence with which a wrong entry is refused.
        """
        if not rentang:
            return
        isi: dict[str, object] = {
            **aturan,
            "ignore_blank": True,
            "input_title": potong(judul, _JUDUL_PESAN),
            "input_message": potong(petunjuk, _PANJANG_PESAN),
        }
        if galat:
            isi |= {
                "error_title": potong(judul, _JUDUL_PESAN),
                "error_message": potong(galat, _PANJANG_PESAN),
                "error_type": "stop",
            }
        if len(rentang) > 1:
            isi["other_cells"] = [list(bagian) for bagian in rentang[1:]]
        self.dalam.data_validation(*rentang[0], isi)

    def warnai(self, awal: int, akhir: int, kolom: int, warna: Mapping[str, str]) -> None:
        """Colour a column's cells by their text: `warna` maps text to fill, `*` stands for any other filled cell."""
        huruf = f"{nama_kolom(kolom)}{awal + 1}"
        for teks, latar in warna.items():
            syarat = f'={huruf}<>""' if teks == "*" else f'={huruf}="{teks}"'
            self.dalam.conditional_format(
                awal, kolom, akhir, kolom,
                {"type": "formula", "criteria": syarat, "format": self.gaya.bersyarat({"bg_color": latar}), "stop_if_true": True},
            )  # fmt: skip

    def warnai_periksa(self, awal: int, akhir: int, kolom: int) -> None:
        """Colour a column whose cells say what is still missing."""
        self.warnai(awal, akhir, kolom, {LENGKAP: "#D9EEE2", BELUM_DIISI: "#F4F6F7", "*": "#FBE8C3"})

    def ribuan(self, awal: tuple[int, int], akhir: tuple[int, int]) -> None:
        """Part the thousands of whole figures of a block, whatever is typed there; fractions keep all their decimals.

        No number format of the cell does both: one with optional decimals leaves a whole figure with a bare comma.
        """
        sel = nama_sel(*awal)
        syarat = f"=IF(ISNUMBER({sel}),AND(ABS({sel})>=1000,{sel}=INT({sel})),FALSE)"
        gaya = self.gaya.bersyarat({"num_format": "#,##0"})
        self.dalam.conditional_format(*awal, *akhir, {"type": "formula", "criteria": syarat, "format": gaya})

    def kunci(self, **boleh: bool) -> None:
        """Protect the sheet without a password; cells to fill in stay open."""
        self.dalam.protect("", {"format_columns": True, "format_rows": True, **boleh})
