"""What a month's row says of behaviour: every cell as written, what it comes to, and what the aspects say alone."""

from math import isnan

import pytest
from nilai_buatan import dengan_antarbulan
from periksa.isian_buatan import ATURAN, DI_ATAS, DI_BAWAH, SESUAI, SITI, Dunia, baris_perilaku

from asn_nilai.acuan.isian.formulir.formulir import KUNCI_ASPEK
from asn_nilai.acuan.periode import Bulan, Periode
from asn_nilai.acuan.profil.muat_aturan import muat_aturan
from asn_nilai.acuan.setoran.perilaku_bulan import SimpulanPerilaku
from asn_nilai.acuan.setoran.perilaku_unit import perilaku_unit

MARET, T1 = Periode.dari_teks("2026-03"), Periode.dari_teks("2026-T1")


def siti(dunia, periode=MARET, aturan=ATURAN):
    return perilaku_unit(dunia.isian(), periode, aturan)[SITI]


def baris(pimpinan=None, *aspek, **lain):
    return baris_perilaku(SITI, pimpinan, **dict(zip(KUNCI_ASPEK, aspek, strict=False)), **lain)


def satu_baris(pimpinan, *aspek, aturan=ATURAN, **lain):
    dunia = Dunia()
    dunia.perilaku[3][0] = baris(pimpinan, *aspek, **lain)
    return siti(dunia, aturan=aturan).bulan[0]


def test_setiap_sel_dibawa_seperti_tertulis_dengan_tempatnya():
    ini = satu_baris("Diatas Ekspektasi", *[SESUAI] * 6, "", catatan="Memimpin tim", ide_baru="Ya")
    assert ini.bulan == Bulan(2026, 3)
    assert [(isi.teks, isi.letak.sel, isi.skor) for isi in ini.aspek[:6]] == [
        (SESUAI, f"{kolom}6", 2.0) for kolom in "GHIJKL"
    ]
    assert (ini.aspek[6].teks, ini.aspek[6].letak.sel, isnan(ini.aspek[6].skor)) == ("", "M6", True)
    assert (ini.pimpinan.teks, ini.pimpinan.letak.sel, ini.pimpinan.skor) == ("Diatas Ekspektasi", "N6", 3.0)
    assert (ini.catatan.teks, ini.catatan.letak.sel) == ("Memimpin tim", "P6")
    assert (ini.ide.teks, ini.ide.letak.sel, ini.ide_baru) == ("Ya", "O6", True)
    assert ini.hasil.rating == DI_ATAS
    menurut_aspek = ini.menurut_aspek
    assert (menurut_aspek.rating, isnan(menurut_aspek.angka), menurut_aspek.tingkat) == ("", True, "")


@pytest.mark.parametrize(
    ("pimpinan", "aspek", "bertentangan"),
    [
        (DI_BAWAH, [SESUAI] * 7, True),
        (DI_ATAS, [SESUAI] * 4 + [DI_ATAS] * 3, True),
        (DI_ATAS, [SESUAI] * 3 + [DI_ATAS] * 4, False),
        (DI_BAWAH, [SESUAI] * 6 + [""], True),  # 1.86 at least
        (DI_BAWAH, [SESUAI] * 6 + ["entah"], True),
        (DI_BAWAH, [SESUAI] * 3 + ["", "entah", "", ""], False),  # from 1.43
        ("entah", [SESUAI] * 7, False),
        (None, [SESUAI] * 7, False),
    ],
)
def test_bertentangan_bila_tingkatnya_lain_daripada_ketujuh_aspek(pimpinan, aspek, bertentangan):
    assert satu_baris(pimpinan, *aspek).bertentangan is bertentangan


@pytest.mark.parametrize(
    ("aturan", "angka", "tingkat"),
    [
        ("pp-30-2019", 110.0, DI_ATAS),
        ("pp-30-2019", 109.99, SESUAI),
        ("pp-30-2019", 90.0, SESUAI),
        ("pp-30-2019", 89.99, DI_BAWAH),
        ("pp-30-2019", 20.0, DI_BAWAH),
        ("kemenkeu-127-2026", 100.0, SESUAI),
        ("kemenkeu-127-2026", 100.01, DI_ATAS),
    ],
)
def test_tingkat_sebuah_angka_menurut_pita_atau_angka_penggantinya(aturan, angka, tingkat):
    ini = satu_baris(angka, *[angka] * 7, aturan=muat_aturan(aturan))
    assert (ini.hasil.tingkat, ini.menurut_aspek.tingkat) == (tingkat, tingkat)
    assert (ini.hasil.angka, ini.menurut_aspek.angka) == (angka, angka)


def test_angka_tanpa_pita_dan_padanan_tidak_bertingkat():
    aturan = muat_aturan("pp-30-2019")
    aturan = aturan.model_copy(update={"perilaku": aturan.perilaku.model_copy(update={"setara": None})})
    ini = satu_baris(20.0, *[110.0] * 7, aturan=aturan)
    assert ini.hasil == SimpulanPerilaku("20", 20.0, "")
    assert not ini.bertentangan


@pytest.mark.parametrize(
    ("catatan", "ada"), [("", False), (None, False), (" - ", False), ("…", False), ("Lihat BA 3", True)]
)
def test_catatan_tanpa_huruf_dan_angka_bukan_catatan(catatan, ada):
    assert satu_baris(SESUAI, catatan=catatan).bercatatan is ada


def test_semua_bulan_dibawa_dan_yang_terakhir_berating_memberi_rating():
    dunia = Dunia()
    dunia.perilaku[1][0] = baris(DI_ATAS, ide_baru="Ya")
    dunia.perilaku[2][0] = baris(DI_BAWAH)
    dunia.perilaku[3][0] = baris()
    perilaku = siti(dunia, T1, dengan_antarbulan(ATURAN, "terakhir"))
    assert [ini.hasil.rating for ini in perilaku.bulan] == [DI_ATAS, DI_BAWAH, ""]
    assert (perilaku.rating, perilaku.berating, perilaku.ide_baru) == (DI_BAWAH, perilaku.bulan[:2], True)
    assert isnan(perilaku.angka)
    dunia.perilaku[3].append(baris(DI_ATAS))
    perilaku = siti(dunia, T1, dengan_antarbulan(ATURAN, "terakhir"))
    assert (perilaku.rating, len(perilaku.bulan), perilaku.ditahan) == ("", 2, True)


def test_kolom_yang_tidak_ada_kosong_tanpa_alamat():
    dunia = Dunia()
    isian = dunia.isian()
    tabel = isian.perilaku[Bulan(2026, 3)]
    for kunci in ("catatan", "ide_baru", "loyal"):
        tabel.isi.pop(kunci, None)
        tabel.kolom.pop(kunci, None)
    ini = perilaku_unit(isian, MARET, ATURAN)[SITI].bulan[0]
    assert (ini.catatan.teks, ini.catatan.letak.sel, ini.ide_baru) == ("", "", False)
    assert (ini.aspek[4].teks, ini.aspek[4].letak.sel) == ("", "")
    assert isnan(ini.aspek[4].skor)
