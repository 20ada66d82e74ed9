"""The steps of an explanation that no scored row shows by itself."""

import pytest
from nilai_buatan import hasil_unit, nilai_asn

from asn_nilai.acuan.isian.skema import Penempatan
from asn_nilai.acuan.profil.muat_aturan import muat_aturan
from asn_nilai.hitung import susun_penjelasan


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
