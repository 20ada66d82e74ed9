"""Parts of a rule: what a copy takes over."""

from asn_nilai.acuan.profil.muat_aturan import muat_aturan


def test_salinan_menghitung_sendiri_yang_disusun_dari_ruasnya():
    perilaku = muat_aturan("pp-30-2019").perilaku
    assert perilaku.tingkat == ("Di Bawah Ekspektasi", "Sesuai Ekspektasi", "Di Atas Ekspektasi")
    assert perilaku.model_copy(update={"setara": None}).tingkat == ()
