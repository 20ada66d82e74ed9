"""The bytes of a template: its sheets, its identity, and the seal that tells an untouched one from a filled one.

The workbook is made twice: the seal covers every part but the one that holds it. The same input gives the same bytes.
"""

import io
import zipfile
from collections.abc import Callable, Sequence

from xlsxwriter import Workbook

from asn_nilai.acuan.isian.register.identitas_templat import (
    NAMA_PROPERTI,
    NAMA_SEGEL,
    NAMA_TERSEMBUNYI,
    IdentitasTemplat,
    segel,
)
from asn_nilai.terbit.buku.gaya import KEPALA, LATAR, MASUKAN, PUDAR, bersih
from asn_nilai.terbit.buku.wadah import DIBUAT, buku_baru
from asn_nilai.terbit.templat.bahan import BahanCapaian, BahanTarget
from asn_nilai.terbit.templat.lembar.lembar import GayaTemplat, LembarTemplat
from asn_nilai.terbit.templat.lembar.lembar_capaian import tulis_capaian
from asn_nilai.terbit.templat.lembar.lembar_indikator import tulis_indikator
from asn_nilai.terbit.templat.lembar.lembar_perilaku import tulis_perilaku
from asn_nilai.terbit.templat.lembar.lembar_petunjuk import petunjuk_capaian, petunjuk_target
from asn_nilai.terbit.templat.lembar.lembar_ringkasan import tulis_ringkasan
from asn_nilai.terbit.templat.lembar.lembar_target import tulis_target

TulisLembar = Callable[[LembarTemplat], None]
_PALING_PANJANG = 255
"""The longest text constant that a formula, and so a defined name, may hold."""


def templat_target(bahan: BahanTarget) -> bytes:
    """Return the target template of a unit as the bytes of an .xlsx file."""
    judul = f"Indikator {bahan.unit.jenis or bahan.unit.nama}"
    return _bersegel(
        bahan,
        (
            ("Target", MASUKAN, lambda lembar: tulis_target(lembar, bahan)),
            ("Indikator", LATAR, lambda lembar: tulis_indikator(lembar, judul, bahan.indikator, bahan.pecahan_sampai)),
            ("Petunjuk", KEPALA, lambda lembar: petunjuk_target(lembar, bahan)),
        ),
    )  # fmt: skip


def templat_capaian(bahan: BahanCapaian) -> bytes:
    """Return the capaian template of a unit and month as the bytes of an .xlsx file."""
    return _bersegel(
        bahan,
        (
            ("Capaian", MASUKAN, lambda lembar: tulis_capaian(lembar, bahan)),
            ("Perilaku", MASUKAN, lambda lembar: tulis_perilaku(lembar, bahan)),
            ("Ringkasan", PUDAR, lambda lembar: tulis_ringkasan(lembar, bahan)),
            ("Petunjuk", KEPALA, lambda lembar: petunjuk_capaian(lembar, bahan)),
        ),
    )  # fmt: skip


def _bersegel(bahan: BahanTarget | BahanCapaian, lembar: Sequence[tuple[str, str, TulisLembar]]) -> bytes:
    def susun(isi_segel: str) -> bytes:
        tujuan = io.BytesIO()
        buku = buku_baru(tujuan)
        buku.set_properties(
            {
                "title": bersih(f"{bahan.judul}, {bahan.unit.nama}"), "subject": "Templat", "company": bersih(bahan.instansi),
                "comments": bahan.identitas.pembuat, "created": DIBUAT,
            }
        )  # fmt: skip
        _tanamkan(buku, bahan.identitas, isi_segel)
        gaya = GayaTemplat(buku)
        for nama, warna, tulis in lembar:
            tulis(LembarTemplat(buku, gaya, nama, warna))
        buku.close()
        return tujuan.getvalue()

    with zipfile.ZipFile(io.BytesIO(susun("0"))) as isi:
        nilai = segel((bagian.filename, bagian.CRC) for bagian in isi.infolist())
    return susun(nilai)


def _tanamkan(buku: Workbook, identitas: IdentitasTemplat, isi_segel: str) -> None:
    """Put the identity into the workbook's properties and into a hidden name."""
    teks = identitas.sebagai_teks()
    buku.set_custom_property(NAMA_PROPERTI, teks, "text")
    buku.set_custom_property(NAMA_SEGEL, isi_segel, "text")
    if len(teks) <= _PALING_PANJANG:
        buku.define_name(NAMA_TERSEMBUNYI, f'="{teks}"')
        # XlsxWriter's public face has no hidden names; the flag stands last in its list.
        buku.defined_names[-1][-1] = True
