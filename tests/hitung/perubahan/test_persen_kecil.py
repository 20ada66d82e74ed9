"""Which figures in a change must be typed with their percent sign: those of percentages that are asked for whole."""

from math import nan

import pytest
from nilai_buatan import nilai_indikator

from asn_nilai.acuan.profil.muat_aturan import muat_aturan
from asn_nilai.acuan.setoran.perilaku import Perilaku
from asn_nilai.hitung.perubahan.pengandaian import Andai
from asn_nilai.hitung.perubahan.perubahan_predikat import susun_perubahan


@pytest.mark.parametrize(
    ("satuan", "target", "bertanda"), [("persen", 20.0, True), ("persen", 1.0, False), ("hari", 20.0, False)]
)
def test_hanya_persen_yang_targetnya_besar(satuan, target, bertanda):
    baris = nilai_indikator(satuan=satuan, target=target, realisasi=target * 0.5).baris
    andai = Andai([baris], (), 1, Perilaku("Sesuai Ekspektasi", angka=nan), muat_aturan("permenpanrb-6-2022"))
    perubahan = susun_perubahan(andai, 50.0)
    (sendiri,), (bersama,) = perubahan.peluang, perubahan.bersama.butir
    assert (sendiri.bertanda, bersama.bertanda) == (bertanda, bertanda)
