"""The dress of .xls sheets, by way of xlrd."""

import io
from collections.abc import Callable
from typing import Any

import xlrd

from asn_nilai.acuan.pengaturan import BATAS_BAWAAN, Batas
from asn_nilai.baca.format_angka import format_persen
from asn_nilai.baca.rekaman_xls import RekamanXls
from asn_nilai.baca.rupa import Rupa, periksa_bentang, periksa_teks
from asn_nilai.baca.wadah import BukuTidakTerbacaError, tidak_terbaca

_SEL_KOSONG = (0, 6)
_SEL_TEKS, _SEL_GALAT = 1, 5


def pembaca_rupa_xls(data: bytes, batas: Batas = BATAS_BAWAAN) -> Callable[[str], Rupa]:
    """Return a function that gives the dress of a sheet by its name.

    Raises:
        BukuTidakTerbacaError: locked with a password, damaged, or a sheet that spans too many cells.
    """
    try:
        buku = xlrd.open_workbook(
            file_contents=data, formatting_info=True, ragged_rows=True, logfile=io.StringIO()
        )
        rekaman = RekamanXls(data)
        rupa = {lembar.name: _rupa(buku, lembar, batas) for lembar in buku.sheets()}
        for nama, posisi in zip(buku.sheet_names(), buku._sh_abs_posn, strict=True):  # noqa: SLF001 - told nowhere else
            rupa[nama].rumus_kosong = rekaman.rumus_tanpa_hasil(posisi - buku.base, buku.user_name or "")
    except BukuTidakTerbacaError:
        raise
    except Exception as galat:  # xlrd meets damaged bytes with whatever happens to break
        if isinstance(galat, xlrd.XLRDError) and "encrypted" in str(galat):
            raise BukuTidakTerbacaError("berkas-bersandi") from galat
        raise tidak_terbaca("isinya rusak") from galat
    return lambda nama: rupa.get(nama) or Rupa()


def _rupa(buku: Any, lembar: Any, batas: Batas) -> Rupa:  # noqa: ANN401 - xlrd has no types
    format_gaya = [buku.format_map[xf.format_key].format_str for xf in buku.xf_list]
    persen = {nomor for nomor, kode in enumerate(format_gaya) if format_persen(kode)}
    rupa, huruf = Rupa(), 0
    for baris in range(lembar.nrows):
        gaya = lembar._cell_xf_indexes[baris]  # noqa: SLF001 - row-wise, many times faster than cell by cell
        for kolom, jenis in enumerate(lembar.row_types(baris)):
            if jenis in _SEL_KOSONG:
                continue
            rupa.catat_isi(baris, kolom)
            if jenis == _SEL_TEKS:
                huruf += len(lembar.cell_value(baris, kolom))
            elif jenis == _SEL_GALAT:
                kode = lembar.cell_value(baris, kolom)
                rupa.galat[baris, kolom] = xlrd.error_text_from_code.get(kode, "#N/A")
            elif gaya[kolom] in persen and format_persen(
                format_gaya[gaya[kolom]], lembar.cell_value(baris, kolom)
            ):
                rupa.persen.add((baris, kolom))
    periksa_teks(huruf, lembar.name, batas)
    rupa.baris_tersembunyi = {baris for baris, info in lembar.rowinfo_map.items() if info.hidden}
    rupa.kolom_tersembunyi = [(kolom, kolom) for kolom, info in lembar.colinfo_map.items() if info.hidden]
    periksa_bentang(rupa.tinggi, rupa.lebar, lembar.name, batas)
    return rupa
