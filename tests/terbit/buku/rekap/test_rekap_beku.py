"""rekap.xlsx of made-up cities, cell by cell: all kinds of entry, a city of selected units, one without anything."""

import io
import re
import zipfile

import pytest
from buku_rekap_buatan import KOSONG, Unit, kota, rekap_buatan
from keluaran_beku import buku, cocokkan

from asn_nilai.acuan.program import PROGRAM

DUNIA = {
    "kota": rekap_buatan,
    "terpilih": lambda: rekap_buatan(kota()[:2], terpilih=True, aturan="pp-30-2019"),
    "tenang": lambda: rekap_buatan(
        [kota()[0], Unit("Y", "Unit Y", [], status="belum dihitung")],
        aturan="kemenkeu-127-2026", naik=(), turun=(), dua_bulan_bawah=(), panduan=(),
    ),
    "kosong": lambda: rekap_buatan([Unit("X", "Unit Tanpa ASN", [], jenis="")], **KOSONG),
}  # fmt: skip


@pytest.mark.filterwarnings("ignore:Sparkline Group extension:UserWarning")
@pytest.mark.parametrize("nama", DUNIA)
def test_setiap_sel_rekap(tulis, nama):
    isi = tulis(DUNIA[nama]())
    with zipfile.ZipFile(io.BytesIO(isi)) as paket:
        inti = re.sub(r"<dcterms.*", "", paket.read("docProps/core.xml").decode().partition("<dc:title>")[2])
    cocokkan(f"rekap-buatan-{nama}.txt", f"{inti.replace(PROGRAM, 'asn-nilai VERSI')}\n{buku(isi)}")
