"""The extract of an objection from made-up submissions, cell by cell: two units in one month, percentages, a cell of no extract."""

import io
from types import SimpleNamespace

import openpyxl
import pytest
from keluaran_beku import buku, cocokkan

from asn_nilai.acuan.hasil.sel_dinilai import SelDinilai
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.periode import Periode
from asn_nilai.acuan.profil.muat_aturan import muat_aturan
from asn_nilai.acuan.setoran.cuplikan import Cuplikan, Peran, SelCuplikan
from asn_nilai.terbit.buku.cuplikan import tulis_buku_cuplikan

MEI = Periode.dari_teks("2026-05").bulan[0]
SIAPA = SimpleNamespace(
    nama="Fiktif, S.E.", nip="199001012015011001", unit="Unit Rekaan", instansi="Kota Contoh", periode_label="Mei 2026",
    peraturan="Peraturan Contoh 1/2026",
)  # fmt: skip
SETORAN = (
    SelCuplikan(0, 1, Peran.IDENTITAS, "Kode Unit"),
    SelCuplikan(0, 2, Peran.IDENTITAS, "A"),
    SelCuplikan(3, 1, Peran.KEPALA, "NIP", "nip"),
    SelCuplikan(3, 2, Peran.KEPALA, "Realisasi", "realisasi"),
    SelCuplikan(3, 3, Peran.KEPALA, "Sasaran", "sasaran"),
    SelCuplikan(9, 1, Peran.ISI, SIAPA.nip, "nip"),
    SelCuplikan(9, 2, Peran.ISI, 0.955, "realisasi", persen=True),
    SelCuplikan(9, 3, Peran.ISI, "kata " * 20, "sasaran"),
    SelCuplikan(10, 2, Peran.ISI, 12.5, "realisasi"),
)
LEMBAR = (
    Cuplikan("target/A.xlsx", "Target", "Target", None, SETORAN[:2]),
    Cuplikan("capaian/2026-05/A.xlsx", "Capaian", "Capaian", MEI, SETORAN),
    Cuplikan("capaian/2026-05/B.xlsx", "Capaian", "Capaian", MEI, SETORAN[:4]),
    Cuplikan("capaian/2026-05/C.xlsx", "Capaian", "Capaian", MEI, ()),
)
DINILAI = (
    SelDinilai(Letak("capaian/2026-05/A.xlsx", "Capaian", "C10"), "Realisasi A-1, Mei", "95,5%"),
    SelDinilai(Letak("capaian/2026-05/B.xlsx", "Capaian", "C4"), "kata " * 20, "12,5", temuan=True),
    SelDinilai(Letak("capaian/2026-05/D.xlsx", "Capaian", "C10"), "Realisasi A-2, Mei", "7"),
)


@pytest.mark.parametrize(
    ("angka", "rupa", "lebar"),
    [
        (12.5, "General", 12),
        (-1234567.89, "General", 15),
        (99_999_999_999.0, "General", 16),
        (1e11, "#,##0_)", 17),
        (1e12 + 0.5, "#,##0.00_)", 22),
    ],
)
def test_angka_belasan_digit_terbaca_di_cuplikan(angka, rupa, lebar):
    """Without a format a cell shows 1E+12, or what fits: the one who objects must find the figure as it was typed."""
    kepala = SETORAN[2:4]
    milik = Cuplikan(
        "capaian/2026-05/A.xlsx",
        "Capaian",
        "Capaian",
        MEI,
        (*kepala, SelCuplikan(9, 2, Peran.ISI, angka, "realisasi")),
    )
    wadah = io.BytesIO()
    tulis_buku_cuplikan(wadah, SIAPA, (milik,), (), muat_aturan("pp-30-2019"), "Belum dikunci")
    lembar = openpyxl.load_workbook(wadah)["Capaian 2026-05"]
    assert (lembar["C10"].value, lembar["C10"].number_format) == (angka, rupa)
    assert lembar.column_dimensions["C"].width == pytest.approx(lebar + 0.71, abs=0.01)


def test_setiap_sel_cuplikan():
    wadah = io.BytesIO()
    tulis_buku_cuplikan(wadah, SIAPA, LEMBAR, DINILAI, muat_aturan("pp-30-2019"), "Belum dikunci")
    cocokkan("cuplikan-buatan.txt", buku(wadah.getvalue()))
    wadah = io.BytesIO()
    tulis_buku_cuplikan(wadah, SIAPA, (), (), muat_aturan("pp-30-2019"), "Belum dikunci")
    cocokkan("cuplikan-buatan-kosong.txt", buku(wadah.getvalue()))
