"""What the cells of .xls sheets show, by way of xlrd."""

import io
from functools import partial
from typing import Any

import xlrd

from asn_nilai.acuan.batas import Batas
from asn_nilai.baca.berkas.galat import BukuTidakTerbacaError, tidak_terbaca
from asn_nilai.baca.berkas.jenis import DokumenOle
from asn_nilai.baca.format_sel.buku_calamine import BukuCalamine, PembacaFormat
from asn_nilai.baca.format_sel.kode_format import format_persen
from asn_nilai.baca.format_sel.lembar import FormatSel, periksa_bentang, periksa_teks
from asn_nilai.baca.format_sel.rekaman_xls import RekamanXls

_SEL_KOSONG = (0, 6)
_SEL_TEKS, _SEL_GALAT = 1, 5


def pembaca_format(dokumen: DokumenOle) -> PembacaFormat:
    """Return a function that gives what the cells of a sheet show, by its name.

    Raises:
        BukuTidakTerbacaError: locked with a password, damaged, or a sheet that spans too many cells.
    """
    try:
        buku = xlrd.open_workbook(
            file_contents=dokumen.data, formatting_info=True, ragged_rows=True, logfile=io.StringIO()
        )
        rekaman = RekamanXls(dokumen.data)
        format_sel = {lembar.name: _format_sel(buku, lembar, dokumen.batas) for lembar in buku.sheets()}
        for nama, posisi in zip(buku.sheet_names(), buku._sh_abs_posn, strict=True):  # noqa: SLF001 - told nowhere else
            format_sel[nama].rumus_kosong = rekaman.rumus_tanpa_hasil(
                posisi - buku.base, buku.user_name or ""
            )
    except BukuTidakTerbacaError:
        raise
    except Exception as galat:  # xlrd meets damaged bytes with whatever happens to break
        if isinstance(galat, xlrd.XLRDError) and "encrypted" in str(galat):
            raise BukuTidakTerbacaError("berkas-bersandi") from galat
        raise tidak_terbaca("isinya rusak") from galat
    return lambda nama: format_sel.get(nama) or FormatSel()


buka = partial(BukuCalamine, pembaca_format)


def _format_sel(buku: Any, lembar: Any, batas: Batas) -> FormatSel:  # noqa: ANN401 - xlrd has no types
    format_gaya = [buku.format_map[xf.format_key].format_str for xf in buku.xf_list]
    persen = {nomor for nomor, kode in enumerate(format_gaya) if format_persen(kode)}
    format_sel, huruf = FormatSel(), 0
    for baris in range(lembar.nrows):
        gaya = lembar._cell_xf_indexes[baris]  # noqa: SLF001 - row-wise, many times faster than cell by cell
        for kolom, jenis in enumerate(lembar.row_types(baris)):
            if jenis in _SEL_KOSONG:
                continue
            format_sel.catat_isi(baris, kolom)
            if jenis == _SEL_TEKS:
                huruf += len(lembar.cell_value(baris, kolom))
            elif jenis == _SEL_GALAT:
                kode = lembar.cell_value(baris, kolom)
                format_sel.galat[baris, kolom] = xlrd.error_text_from_code.get(kode, "#N/A")
            elif gaya[kolom] in persen and format_persen(
                format_gaya[gaya[kolom]], lembar.cell_value(baris, kolom)
            ):
                format_sel.persen.add((baris, kolom))
    periksa_teks(huruf, lembar.name, batas)
    format_sel.baris_tersembunyi = {baris for baris, info in lembar.rowinfo_map.items() if info.hidden}
    format_sel.kolom_tersembunyi = [
        (kolom, kolom) for kolom, info in lembar.colinfo_map.items() if info.hidden
    ]
    periksa_bentang(format_sel.tinggi, format_sel.lebar, lembar.name, batas)
    return format_sel
