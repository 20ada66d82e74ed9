"""cocokkan.xlsx and simulasi.xlsx of made-up results, cell by cell: with differences of every kind, and with none."""

import io

import pytest
from keluaran_beku import buku, cocokkan

from asn_nilai.acuan.hasil.pencocokan import Apa, Beda, NilaiKita, Pencocokan
from asn_nilai.acuan.hasil.simulasi import Simulasi
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.periode import Periode
from asn_nilai.acuan.profil.muat_aturan import muat_aturan
from asn_nilai.acuan.temuan import temuan
from asn_nilai.terbit.buku.cocokkan import tulis_buku_cocokkan
from asn_nilai.terbit.buku.simulasi import tulis_buku_simulasi

JAN, ATURAN = Periode.dari_teks("2026-01"), muat_aturan("permenpanrb-6-2022")
SEL, KITA = Letak("bkn/a.xlsx", "Rekap", "G6"), Letak("hasil/A/nilai.xlsx", "Nilai", "J8")
BEDA = tuple(
    Beda(f"{nomor:018}", f"ASN {nomor}", "A" * (nomor % 2), apa, "Baik" * (apa is not Apa.TIDAK_DI_HASIL), "Kurang", (SEL, SEL)[: nomor % 3], KITA)
    for nomor, apa in enumerate(Apa)
)  # fmt: skip
DAFTAR = (
    NilaiKita("1", "Budi", "Lurah", "A", "Baik", "Baik", "Baik"),
    NilaiKita("2", "Ani", "Staf", "A", "Baik", "Sesuai Ekspektasi", "", "1", KITA),
    NilaiKita("3", "Citra", "Staf", "B", "", "", "Kurang", "9"),
    NilaiKita("4", "Dewi", "Staf", "B", "", "", "Kurang", "1"),
)
TEMUAN = (
    temuan("berkas-tanpa-unit", Letak("bkn/b.xlsx"), contoh="A.xlsx"),
    temuan("berkas-tanpa-unit", Letak("bkn/b.xlsx", "Rekap", "B7"), contoh="A.xlsx"),
)


@pytest.mark.parametrize(
    ("nama", "isi"),
    [
        ("penuh", Pencocokan("Kota Contoh", JAN, ATURAN, BEDA, 80, ("bkn/a.xlsx",), ("bkn/b.xlsx",), TEMUAN, DAFTAR)),
        ("sama", Pencocokan("Kota Contoh", JAN, ATURAN, (), 80, (), (), (), ())),
    ],
)  # fmt: skip
def test_setiap_sel_pencocokan(nama, isi):
    wadah = io.BytesIO()
    tulis_buku_cocokkan(wadah, isi)
    cocokkan(f"cocokkan-buatan-{nama}.txt", buku(wadah.getvalue()))


def test_simulasi_aturan_yang_sama_tidak_berbeda():
    wadah = io.BytesIO()
    tulis_buku_simulasi(wadah, Simulasi("Kota Contoh", JAN, ATURAN, ATURAN, ()))
    cocokkan("simulasi-buatan-sama.txt", buku(wadah.getvalue()))
