"""The steps of an explanation that no scored row shows by itself."""

import pytest
from nilai_buatan import hasil_unit, nilai_asn

from asn_nilai.acuan.isian.skema import Penempatan
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.profil.muat_aturan import muat_aturan
from asn_nilai.acuan.temuan import temuan
from asn_nilai.hitung import susun_penjelasan, urai_unit


def langkah_pertama(kode: str, jenis: str, nhk: float) -> tuple[str, str, str]:
    asn = nilai_asn(Penempatan("1", "Ani", "A", jenis_asn=jenis), nhk=nhk)
    semua = susun_penjelasan(hasil_unit([asn]), asn, muat_aturan(kode), "Kota Uji").langkah
    return (semua[0].judul, semua[0].isi, semua[0].dasar)


def test_pppk_membaca_bahwa_aturan_ini_bagi_pns():
    """The first ground of an objection is that the rule is not for whom it scored."""
    assert langkah_pertama("pp-30-2019", "PPPK", 97.1) == (
        "Berlaku bagi", "PNS, sedangkan ASN ini PPPK: nilai ini pembanding saja", "PP 30/2019 tentang Penilaian Kinerja PNS",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("kode", "jenis", "nhk"),
    [("pp-30-2019", "PNS", 97.1), ("permenpanrb-6-2022", "PPPK", 97.1), ("pp-30-2019", "PPPK", float("nan"))],
)
def test_yang_lain_tidak_disebut(kode, jenis, nhk):
    assert langkah_pertama(kode, jenis, nhk)[0] != "Berlaku bagi"


@pytest.mark.parametrize(
    ("kode", "isi"),
    [
        ("kepala-dari-capaian-unit", "dari 1 indikator milik unit saja; 4 indikator lainnya tidak ikut"),
        (
            "kepala-tanpa-indikator-unit",
            "tidak memikul indikator milik unit, jadi dari 4 indikatornya sendiri",
        ),
    ],
)
def test_kepala_unit_membaca_indikator_mana_yang_tidak_ikut(kode, isi):
    """On every face, not among the remarks alone, which say that no score is other for them: here it is."""
    aturan = muat_aturan("permenpanrb-6-2022")
    kepala = nilai_asn(Penempatan("1", "Ani", "A"), nhk=82.92)
    lain = nilai_asn(Penempatan("2", "Budi", "A"), nhk=90.0)
    fakta = {"nama": "Ani", "banyak": 1, "lain": 4, "aturan": "Kota", "dasar": "Perwali"}
    hasil = hasil_unit([kepala, lain], temuan=[temuan(kode, Letak("t.xlsx"), unit="A", nip="1", **fakta)])
    satu = susun_penjelasan(hasil, kepala, aturan, "Kota Uji").langkah[0]
    assert (satu.judul, satu.isi, satu.status) == ("Hasil kerja kepala unit", isi, "kebijakan")
    assert [milik.langkah[0] == satu for milik in urai_unit(hasil, aturan, "Kota Uji")] == [True, False]
