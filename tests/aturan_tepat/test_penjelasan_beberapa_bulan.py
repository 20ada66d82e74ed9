"""The explanation over several months, under every rule: sums come out as printed, and months are named with their basis."""

import pytest
from dunia_bulan import DuniaBulan
from hitungan_aturan import ATAS, BAWAH, SESUAI
from laju import PENUH, bertingkat
from nilai_buatan import MARET, dengan_antarbulan, perilaku_bulan
from uraian import periksa_langkah

from asn_nilai.acuan.hasil.nilai import BERPREDIKAT, SEMENTARA
from asn_nilai.acuan.periode import Bulan
from asn_nilai.acuan.profil.muat_aturan import muat_aturan, profil_bawaan
from asn_nilai.acuan.setoran.perilaku import PembacaPerilaku, Perilaku
from asn_nilai.acuan.setoran.perilaku_bulan import SimpulanPerilaku
from asn_nilai.hitung import susun_penjelasan
from asn_nilai.hitung.penjelasan.sumber_perilaku import sumber_perilaku

JAN, FEB, MAR = (Bulan(2026, nomor) for nomor in (1, 2, 3))
SELURUH = "seluruh periode"
AGREGASI = {
    "Jumlah": "Jumlah dijumlahkan",
    "Rata-rata": "Rata-rata dirata-ratakan",
    "Nilai Akhir": "Nilai Akhir bulan terakhirnya",
    "Rasio": "Rasio (pilihan instansi) 100 × jumlah Pembilang ÷ jumlah Penyebut terhadap rata-rata target",
}


@pytest.mark.parametrize("kode", bertingkat(profil_bawaan(), 2))
def test_setiap_langkah_berdasar_dan_hitungannya_cocok(kode):
    seluruh = 0
    for benih in range(3):
        dunia = DuniaBulan(kode, benih, 35 if PENUH else 21)
        aturan = dengan_antarbulan(muat_aturan(kode), dunia.cara)
        for hasil in dunia.nilai().values():
            for asn in (a for a in hasil.nilai if a.status in BERPREDIKAT):
                penjelasan = susun_penjelasan(hasil, asn, aturan, "Kota Contoh")
                periksa_langkah(penjelasan)
                assert penjelasan.bulan_kurang == asn.bulan_kurang
                assert bool(penjelasan.halangan) == (asn.status == SEMENTARA)
                seluruh += sum(SELURUH in langkah.judul for langkah in penjelasan.langkah)
                bulanan = any(len(b.bulan) > 1 for unit in penjelasan.bagian for b in unit.baris)
                assert (penjelasan.langkah[0].judul == "Bulan menjadi satu angka") == bulanan
                if bulanan:
                    isi = (
                        penjelasan.langkah[0]
                        .isi.partition("; ")[0]
                        .removeprefix("menurut Agregasi indikator: ")
                    )
                    dipakai = {
                        b.agregasi for unit in penjelasan.bagian for b in unit.baris if len(b.bulan) > 1
                    }
                    assert set(isi.split(", ")) == {AGREGASI[agregasi] for agregasi in dipakai}
    assert seluruh >= 15


def langkah(kode, cara, bulanan, dihitung=(JAN, FEB, MAR)):
    """Return title, sentence, basis and certainty of each step; `bulanan` are (month, rating or number, its rating)."""
    aturan = dengan_antarbulan(muat_aturan(kode), cara)
    baris = [
        perilaku_bulan(
            bulan, pimpinan=str(isi),
            hasil=SimpulanPerilaku(rating, isi) if isinstance(isi, float) else SimpulanPerilaku(isi),
        )
        for bulan, isi, rating in bulanan
    ]  # fmt: skip
    perilaku = PembacaPerilaku(aturan).antarbulan(baris)
    return [
        (ini.judul, ini.isi, ini.dasar, ini.status) for ini in sumber_perilaku(perilaku, aturan, dihitung)
    ]


def test_rata_rata_rating_menyebut_bulan_skor_pita_dan_yang_tanpa_rating():
    januari, maret, seluruh = langkah("permenpanrb-6-2022", "rata-rata", [(JAN, SESUAI, ""), (MAR, ATAS, "")])
    assert (januari[0], maret[0]) == ("Rating perilaku Januari 2026", "Rating perilaku Maret 2026")
    assert seluruh == (
        "Rating perilaku seluruh periode",
        "Rata-rata 2 bulan: (2 + 3) ÷ 2 = 2,5, masuk rentang 2,5 ≤ x: Di Atas Ekspektasi; tanpa rating: Februari 2026",
        "Kebijakan instansi; Kebijakan instansi: rata-rata tujuh aspek BerAKHLAK",
        "kebijakan",
    )


def test_bulan_terakhir_yang_memilikinya():
    satu, seluruh = langkah(
        "permenpanrb-6-2022", "terakhir", [(JAN, SESUAI, ""), (FEB, BAWAH, "")], (JAN, FEB)
    )
    assert satu[0] == "Rating perilaku"
    assert seluruh[:2] == (
        "Rating perilaku seluruh periode",
        "Bulan terakhir yang memilikinya, Februari 2026: Di Bawah Ekspektasi",
    )


def test_rata_rata_angka_dibulatkan_lalu_masuk_pitanya():
    *_, seluruh, rating = langkah(
        "kemenkeu-127-2026", "rata-rata", [(JAN, 89.99, BAWAH), (FEB, 90.0, SESUAI)], (JAN, FEB)
    )
    assert seluruh[:2] == (
        "Nilai perilaku seluruh periode",
        "Rata-rata 2 bulan: (89,99 + 90,00) ÷ 2 = 89,995; dibulatkan 2 desimal: 90,00",
    )
    assert rating[:2] == ("Rating perilaku", "90,00 masuk rentang 90 ≤ x ≤ 100: Sesuai Ekspektasi")


def test_satu_bulan_tidak_perlu_digabung():
    assert [ini[0] for ini in langkah("pp-30-2019", "rata-rata", [(MAR, 95.0, "95")], MARET.bulan)] == [
        "Nilai perilaku"
    ]


def test_yang_ditahan_belum_ada():
    aturan = muat_aturan("permenpanrb-6-2022")
    (langkah_ini,) = sumber_perilaku(Perilaku(ditahan=True), aturan)
    assert langkah_ini.isi.startswith("belum ada")
