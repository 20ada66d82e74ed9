"""What a record of results keeps of files that nobody reads, and of rows in other units' books: values again, or nothing."""

import pytest

from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.temuan import temuan
from asn_nilai.alur.masukan.baris_unit_lain import baris_asing, baris_tercatat
from asn_nilai.terbit.data.manifes import CatatanUnit, catat_temuan, temuan_tercatat

SALINAN = temuan("berkas-lain", Letak("capaian/2026-05/a.pdf"), jenis=".pdf")
BERTUAN = temuan(
    "berkas-salah-tempat", Letak("capaian/2026-05/B.xlsx"), unit="B", sebutan="berkas capaian B untuk Juni 2026", tujuan="capaian/2026-06/B.xlsx"
)  # fmt: skip
BARIS = temuan(
    "nip-unit-lain", Letak("capaian/2026-05/A.xlsx", "Capaian", "B9"), unit="A", nip="1" * 18, nama="Ani", periode="Mei 2026",
    unit_seharusnya="Dinas B",
)  # fmt: skip


def test_yang_dicatat_kembali_sebagai_nilai_yang_sama():
    semua = (SALINAN, BERTUAN, BARIS)
    assert temuan_tercatat(catat_temuan(semua)) == semua
    assert baris_asing([SALINAN, BARIS]) == (BARIS,)
    assert baris_tercatat(CatatanUnit({}, {}, {}, asing=catat_temuan([SALINAN, BARIS]))) == (BARIS,)


@pytest.mark.parametrize(
    "aneh",
    [
        [["x"]],
        [1],
        [["berkas-lain", "a", "", "", "", "", 3]],
        [["entah", "a", "", "", "", "", {}]],
        [["berkas-lain", "a", "", "", "", "", {}]],
        [["nip-unit-lain", "a", "", "", "", "", {}]],
        [[["a"], "b", "", "", "", "", {}]],
        [["berkas-lain", "capaian/2026-05/a.pdf", {"jenis": ".pdf"}]],
        None,
    ],
)
def test_catatan_yang_aneh_tidak_dipakai_dan_tidak_menjatuhkan(aneh):
    assert temuan_tercatat(aneh) == ()
    assert baris_tercatat(CatatanUnit({}, {}, {}, asing=aneh)) == ()
