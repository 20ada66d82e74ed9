"""What a record of results keeps of files that nobody reads, and of rows in other units' books: values again, or nothing."""

import pytest

from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.temuan import temuan
from asn_nilai.alur.masukan.baris_unit_lain import baris_asing, baris_tercatat, catat_baris
from asn_nilai.alur.terbitan.asing_tercatat import asing_tercatat, catat_asing
from asn_nilai.terbit.data.manifes import CatatanUnit, Manifes

SALINAN = temuan("berkas-lain", Letak("capaian/2026-05/a.pdf"), jenis=".pdf")
BARIS = temuan(
    "nip-unit-lain", Letak("capaian/2026-05/A.xlsx", "Capaian", "B9"), unit="A", nip="1" * 18, nama="Ani", periode="Mei 2026",
    unit_seharusnya="Dinas B",
)  # fmt: skip


def test_yang_dicatat_kembali_sebagai_nilai_yang_sama():
    assert asing_tercatat(Manifes("", "", "", asing=catat_asing([SALINAN]))) == (SALINAN,)
    assert baris_asing([SALINAN, BARIS]) == (BARIS,)
    assert baris_tercatat(CatatanUnit({}, {}, {}, asing=catat_baris([BARIS]))) == (BARIS,)


@pytest.mark.parametrize(
    "aneh",
    [
        [["x"]],
        [1],
        [["berkas-lain", "a", 3]],
        [["entah", "a", {}]],
        [["berkas-lain", "a", {}]],
        [[["a"], "b", {}]],
        None,
    ],
)
def test_catatan_yang_aneh_tidak_dipakai_dan_tidak_menjatuhkan(aneh):
    assert asing_tercatat(Manifes("", "", "", asing=aneh)) == ()
    assert baris_tercatat(CatatanUnit({}, {}, {}, asing=aneh)) == ()
