"""nilai.xlsx of made-up units, cell by cell: every way in which an ASN can be scored or not, and units without ASN."""

import io
import re
from dataclasses import replace

import pytest
from buku_hasil_buatan import hasil_unit, nip, unit_lengkap
from keluaran_beku import buku, cocokkan

from asn_nilai.acuan.hasil.tindak_lanjut import IndikatorDikuatkan, TindakLanjut, Usulan
from asn_nilai.acuan.profil.muat_aturan import muat_aturan
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
    cocokkan(f"nilai-buatan-{nama}.txt", tulis_nilai(hasil_unit(asn), muat_aturan(kode)))


def tulis_nilai(hasil, aturan) -> str:
    aliran = io.BytesIO()
    tulis_buku_nilai(aliran, hasil, aturan, "Pemerintah Kota Contoh", versi="1.2.3")
    return buku(aliran.getvalue())


def test_matriks_tanpa_judul_mendapat_judul():
    aturan = muat_aturan("permenpanrb-6-2022")
    matriks = aturan.predikat.matriks
    assert matriks.judul
    tanpa = aturan.model_copy(
        update={
            "predikat": aturan.predikat.model_copy(
                update={"matriks": matriks.model_copy(update={"judul": ""})}
            )
        }
    )
    semula, kini = (tulis_nilai(hasil_unit([]), ini) for ini in (aturan, tanpa))
    assert kini == semula.replace(f"'{matriks.judul}'", "'Matriks predikat'")


def test_pembinaan_menyebut_indikator_di_samping_alasannya():
    usulan = Usulan(nip(2), "Budi", "Perlu didukung.", (IndikatorDikuatkan("IK-1", "Layanan", 40.5),))
    hasil = replace(hasil_unit([]), tindak_lanjut=TindakLanjut((usulan,), (usulan,), ()))
    teks = tulis_nilai(hasil, muat_aturan("permenpanrb-6-2022"))
    kepala = [baris for baris in teks.splitlines() if re.search(r"'Nama' \* ┃ \w+ 'Alasan'", baris)]
    assert [[sel.partition(" ")[2] for sel in baris.split(" ┃ ")] for baris in kepala] == [
        ["'No' *", "'NIP' *", "'Nama' *", "'Alasan' *"],
        ["'No' *", "'NIP' *", "'Nama' *", "'Alasan' *", "'Indikator yang dikuatkan (capaian persen)' *"],
    ]
