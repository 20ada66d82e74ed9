"""One indicator under two codes: told of who carries both in a month, and not where the register merely holds two of one name."""

from dataclasses import replace

import pytest
from periksa.isian_buatan import SITI, Dunia, setahun

from asn_nilai.acuan.temuan import Tingkat


def dunia(bulan=None, **lain) -> Dunia:
    """Siti carries KR beside KJ, by its name and unit of measure the same but for what is given."""
    milik = Dunia().hanya_siti()
    milik.indikator["KR"] = replace(milik.indikator["KJ"], kode="KR", **lain)
    milik.target[1]["bobot"] = 20.0
    milik.tambah(SITI, "KR", 20.0, 30.0, **(setahun(30.0) if bulan is None else bulan))
    for baris in (milik.target[-1], *(isi[-1] for isi in milik.capaian.values())):
        baris["satuan"] = milik.indikator["KR"].satuan
    return milik


def test_satu_indikator_di_bawah_dua_kode_disebut_di_kode_yang_kedua():
    (temuan,) = dunia().temuan()
    assert (temuan.kode, temuan.tingkat, temuan.nip) == ("indikator-senama", Tingkat.PERINGATAN, SITI)
    assert (temuan.letak.berkas, temuan.letak.sel) == ("target/PKM.xlsx", "F12")
    assert temuan.pesan == (
        "Siti Rahma, S.Kep. memikul KR (Kunjungan rumah) dan KJ (Kunjungan rumah) pada Maret 2026, padahal nama dan satuan keduanya sama di "
        "daftar indikator: satu hasil dapat dihitung dua kali."
    )


@pytest.mark.parametrize(
    ("lain", "ada"),
    [
        ({"nama": "KUNJUNGAN  rumah."}, True), ({"satuan": "Kunjungan "}, True), ({"definisi": "lain"}, True),
        ({"nama": "Kunjungan rumah lanjutan"}, False), ({"satuan": "keluarga"}, False), ({"nama": ""}, False),
    ],
)  # fmt: skip
def test_nama_dan_satuannya_yang_menentukan(lain, ada):
    milik = dunia(**lain)
    assert milik.indikator["KJ"].satuan == "kunjungan"
    assert [temuan.kode for temuan in milik.temuan()] == ["indikator-senama"] * ada


@pytest.mark.parametrize(
    ("periode", "bulan"),
    [("2026-03", ""), ("2026-02", "Februari 2026"), ("2026-T1", "Januari–Februari 2026")],
)
def test_hanya_bulan_yang_bertarget_di_keduanya(periode, bulan):
    """Where a code takes another's place, both stand on the register and in the book, each with months of its own."""
    semua = [
        temuan
        for temuan in dunia({"jan": 30.0, "feb": 30.0}).temuan(periode)
        if temuan.kode == "indikator-senama"
    ]
    assert [f" pada {bulan}, padahal" in temuan.pesan for temuan in semua] == [True] * bool(bulan)


def test_yang_hanya_berlaku_bagi_jenis_unit_lain_dan_baris_berulang_bukan_urusannya():
    kode = [temuan.kode for temuan in dunia(berlaku_untuk=("Dinas",)).temuan()]
    assert "indikator-senama" not in kode
    milik = dunia(nama="Kunjungan lain")
    milik.target.append({**milik.target[0]})
    assert "indikator-senama" not in {temuan.kode for temuan in milik.temuan()}


def test_tiga_kode_dua_temuan():
    milik = dunia()
    milik.indikator["KS"] = replace(milik.indikator["KJ"], kode="KS")
    milik.target[-1]["bobot"] = 10.0
    milik.tambah(SITI, "KS", 10.0, 30.0, **setahun(30.0))
    for baris in (milik.target[-1], *(isi[-1] for isi in milik.capaian.values())):
        baris["satuan"] = "kunjungan"
    assert milik.ringkas() == [("indikator-senama", "Target!F12"), ("indikator-senama", "Target!F13")]
