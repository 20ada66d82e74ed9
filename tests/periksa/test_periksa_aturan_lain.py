"""What checking says under a rule that chooses formulas by aspect, and one that asks for numbers and ideas."""

from dataclasses import replace

from nilai_buatan import dengan_antarbulan
from periksa.isian_buatan import SITI, Dunia, baris_perilaku

from asn_nilai.acuan.isian.skema import Skema
from asn_nilai.acuan.periode import Bulan, Periode
from asn_nilai.acuan.profil.muat_aturan import muat_aturan
from asn_nilai.acuan.setoran.perilaku_unit import perilaku_unit
from asn_nilai.periksa import periksa_unit

PERKA, PP = muat_aturan("perka-bkn-1-2013"), muat_aturan("pp-30-2019")
T1 = Periode.dari_teks("2026-T1")


def temuan_menurut(dunia, aturan, periode="2026-03", aspek=None) -> dict:
    skema = dunia.skema()
    if aspek is not None:
        skema = Skema(
            skema.unit, skema.penempatan, {k: replace(i, aspek=aspek) for k, i in skema.indikator.items()}
        )
    semua = periksa_unit(dunia.isian(), skema, Periode.dari_teks(periode), aturan)
    hasil = {}
    for temuan in semua:
        hasil.setdefault(temuan.kode, []).append(temuan)
    return hasil


def test_indikator_tanpa_aspek_disebut_pada_barisnya():
    semua = temuan_menurut(Dunia(), PERKA)["aspek-tanpa-rumus"]
    assert {temuan.letak.berkas.split("/")[0] for temuan in semua} == {"target"}
    assert "Kuantitas, Kualitas, Waktu, Biaya" in semua[0].saran
    assert "aspek-tanpa-rumus" not in temuan_menurut(Dunia(), PERKA, aspek="Kualitas")
    assert "aspek-tanpa-rumus" not in temuan_menurut(Dunia(), PP)


def test_tanpa_rumus_target_nol_pun_hanya_disebut_begitu_dan_yang_tidak_dihitung_tidak_disebut():
    dunia = Dunia().hanya_siti()
    dunia.target[0]["mar"] = 0.0
    dunia.target[1].update(mar=None, target_tahunan=None)
    dunia.capaian[3] = dunia.capaian[3][:1]
    dunia.capaian[3][0]["target"] = None
    dunia.target[0]["target_tahunan"] = None
    (satu,) = temuan_menurut(dunia, PERKA)["aspek-tanpa-rumus"]
    assert (satu.letak.sel, satu.nip, str(satu.tingkat)) == ("F10", SITI, "galat")
    assert "target-nol" not in temuan_menurut(dunia, PERKA)
    assert "target-nol" in temuan_menurut(dunia, PERKA, aspek="Kualitas")


def test_ide_baru_di_bulan_mana_pun_dalam_periode_dihitung():
    dunia = Dunia()
    isian = dunia.isian()
    tabel = isian.perilaku[Bulan(2026, 1)]
    tabel.isi["ide_baru"] = ["Iya" if nip == SITI else "" for nip in tabel.teks("nip")]
    hasil = perilaku_unit(isian, T1, PP)
    assert hasil[SITI].ide_baru
    assert [masukan.ide_baru for nip, masukan in hasil.items() if nip != SITI].count(True) == 0


def test_ide_baru_dari_bulan_lama_tidak_membawa_rating_bulan_itu():
    dunia = Dunia()
    dunia.perilaku[1][0] = baris_perilaku(SITI, 70.0, ide_baru="Ya")
    dunia.perilaku[3][0] = baris_perilaku(SITI, 95.0)
    del dunia.perilaku[2]
    siti = perilaku_unit(dunia.isian(), T1, dengan_antarbulan(PP, "terakhir"))[SITI]
    assert (siti.angka, siti.ide_baru, siti.berating[-1].bulan) == (95.0, True, Bulan(2026, 3))
    siti = perilaku_unit(dunia.isian(), T1, PP)[SITI]
    assert (siti.angka, siti.rating, siti.ide_baru) == (82.5, "82.5", True)
