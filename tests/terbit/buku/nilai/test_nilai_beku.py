"""nilai.xlsx of made-up units, cell by cell: every way in which an ASN can be scored or not, and units without ASN."""

import io

import pytest
from buku_hasil_buatan import hasil_unit, unit_lengkap
from keluaran_beku import buku, cocokkan

from asn_nilai.acuan.profil.aturan import muat_aturan
from asn_nilai.terbit.buku.nilai import tulis_buku_nilai


@pytest.mark.parametrize(
    ("nama", "asn", "kode"),
    [
        ("lengkap", unit_lengkap(), "permenpanrb-6-2022"),
        ("kosong", [], "permenpanrb-6-2022"),
        ("kosong-pp-30-2019", [], "pp-30-2019"),
    ],
)
def test_setiap_sel_nilai(nama, asn, kode):
    aliran = io.BytesIO()
    tulis_buku_nilai(aliran, hasil_unit(asn), muat_aturan(kode), "Pemerintah Kota Contoh", versi="1.2.3")
    cocokkan(f"nilai-buatan-{nama}.txt", buku(aliran.getvalue()))
