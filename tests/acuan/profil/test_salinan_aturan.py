"""An instansi's own copy of a rule: the same rule, with each choice marked."""

import pytest

from asn_nilai.acuan.profil.muat_aturan import baca_aturan, profil_bawaan
from asn_nilai.acuan.profil.salinan_aturan import TANDA, salinan_aturan


@pytest.mark.parametrize("kode", profil_bawaan())
def test_salinan_mengatakan_hal_yang_sama(kode):
    asli, salinan = (
        baca_aturan(teks, "a.toml").model_dump(exclude={"sha256"})
        for teks in (profil_bawaan()[kode], salinan_aturan(kode, "aturan/a.toml"))
    )
    assert salinan == asli


@pytest.mark.parametrize("kode", profil_bawaan())
def test_setiap_pilihan_instansi_dan_hanya_itu_ditandai(kode):
    bertanda = 0
    for bagian in salinan_aturan(kode, "aturan/a.toml").split("\n\n"):
        pilihan = 'status = "kebijakan"\n' in f"{bagian}\n"
        assert bagian.startswith(TANDA) is pilihan, bagian
        bertanda += pilihan
    assert bertanda == profil_bawaan()[kode].count('\nstatus = "kebijakan"') > 0


def test_salinan_menyebut_dari_mana_dan_bagaimana_memeriksanya():
    awal = salinan_aturan("permenpanrb-6-2022", "aturan/permenpanrb-6-2022.toml").split("\n\n")[0]
    assert "asn-nilai aturan banding permenpanrb-6-2022 aturan/permenpanrb-6-2022.toml" in awal
    assert all(baris.startswith("# ") for baris in awal.splitlines())
