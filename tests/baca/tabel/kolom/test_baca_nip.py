"""NIPs in files: text of 18 digits, or a finding that says what is wrong and who may be meant."""

import datetime as dt
from dataclasses import replace

import pytest
from dunia_baca import BUDI, JUNI, SITI, SKEMA, UNIT, Dunia, baca_capaian, gabung, satu_temuan, temuan_singkat

from asn_nilai.acuan.isian.skema import Penempatan
from asn_nilai.acuan.temuan import Akibat


@pytest.mark.parametrize(
    "teks",
    ["19860315 200903 2 001", "'198603152009032001", "19860315.200903.2.001", "\u00a0198603152009032001"],
)
def test_spasi_titik_dan_apostrof_dibuang(dunia: Dunia, teks):
    isian = baca_capaian(dunia, lambda lembar: lembar.isi("nip", 0, teks))
    assert isian.temuan == []
    assert isian.capaian[JUNI].teks("nip")[0] == SITI


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        ("19860315200903200", "NIP '19860315200903200' tidak sah: berisi 17 angka, seharusnya 18."),
        (
            "198613152009032001",
            "NIP '198613152009032001' tidak sah: 8 angka pertama (19861315) bukan tanggal lahir.",
        ),
        ("menyusul", "NIP 'menyusul' tidak sah: berisi m e n y u yang bukan angka."),
        (12345, "NIP '12345' tidak sah: berisi 5 angka, seharusnya 18."),
        (
            dt.date(1986, 3, 15),
            "NIP '1986-03-15' tidak sah: tersimpan sebagai tanggal atau nilai benar/salah, bukan teks.",
        ),
        (True, "NIP 'TRUE' tidak sah: tersimpan sebagai tanggal atau nilai benar/salah, bukan teks."),
        (1986031520090320, "NIP '1986031520090320' tidak sah: berisi 16 angka, seharusnya 18."),
    ],
)
def test_yang_bukan_nip_ditolak_di_selnya(dunia: Dunia, isi, pesan):
    sel: list[str] = []
    isian = baca_capaian(dunia, lambda lembar: sel.append(lembar.isi("nip", 2, isi)))
    assert temuan_singkat(isian) == [("nip-format", sel[0])]
    temuan = satu_temuan(isian, "nip-format")
    assert (temuan.pesan, temuan.nip, temuan.akibat) == (pesan, "", Akibat.BARIS)
    assert isian.capaian[JUNI].cacat == {("nip", 2): "nip-format"}
    assert isian.capaian[JUNI].teks("nip") == [SITI, SITI, "", SITI, *[BUDI] * 4]


@pytest.mark.parametrize(
    "isi", [198603152009032001, 1.98603152009032e17, "1.98603152009032E+17", "1,98603152009032e17"]
)
def test_nip_tersimpan_sebagai_angka_menyebut_calonnya(dunia: Dunia, isi):
    sel: list[str] = []
    isian = baca_capaian(dunia, lambda lembar: sel.append(lembar.isi("nip", 0, isi)))
    assert temuan_singkat(isian) == [("nip-presisi-hilang", sel[0])]
    temuan = satu_temuan(isian, "nip-presisi-hilang")
    assert temuan.nip == SITI
    assert temuan.pesan.endswith(f"cocok dengan: Siti Rahma ({SITI}).")
    assert temuan.akibat is Akibat.ASN
    assert isian.capaian[JUNI].teks("nip")[0] == ""
    assert isian.capaian[JUNI].cacat == {("nip", 0): "nip-presisi-hilang"}


def test_dua_calon_disebut_keduanya_dan_tidak_dipilih(dunia: Dunia):
    kembar = replace(
        SKEMA, penempatan=(*SKEMA.penempatan, Penempatan(f"{SITI[:15]}009", "Sari Amelia", UNIT.kode))
    )
    dunia.target()
    dunia.capaian(lambda lembar: lembar.isi("nip", 0, 198603152009032001))
    temuan = satu_temuan(dunia.baca(skema=kembar), "nip-presisi-hilang")
    assert temuan.nip == ""
    assert temuan.pesan.endswith(f"Siti Rahma ({SITI}); Sari Amelia ({SITI[:15]}009).")


@pytest.mark.parametrize(
    ("isi", "nip"),
    [
        (198811012012042000, "198811012012042001"),
        (198811012012042000, "198811012012042999"),
        (198811012012042001, "198811012012042001"),
        (198811012012041984, "198811012012041984"),
        (199304222017032959, "199304222017032959"),
    ],
)
def test_angka_sebuah_nip_tidak_menunjuk_orang_lain(dunia: Dunia, isi, nip):
    """A float of 18 digits is a multiple of 32: its first 15 digits may be those of a colleague."""
    rekan = f"{int(nip[:15]) - 1}{nip[15:]}"
    orang = (Penempatan(nip, "Rahma Sari", UNIT.kode), Penempatan(rekan, "Sari Rahma", UNIT.kode))
    dunia.target()
    dunia.capaian(lambda lembar: lembar.isi("nip", 0, isi))
    skema = replace(SKEMA, penempatan=(*SKEMA.penempatan, *orang))
    temuan = satu_temuan(dunia.baca(skema=skema), "nip-presisi-hilang")
    assert temuan.pesan.endswith(f"cocok dengan: Rahma Sari ({nip}).")
    assert temuan.nip == nip


@pytest.mark.parametrize(
    ("isi", "sisa"), [(197501012000031001, "197501012000031…"), ("1,97E+17", "1,97E+17")]
)
def test_orang_tak_dikenal_yang_tersimpan_sebagai_angka_disebut_awalannya(dunia: Dunia, isi, sisa):
    temuan = satu_temuan(baca_capaian(dunia, lambda lembar: lembar.isi("nip", 0, isi)), "nip-presisi-hilang")
    assert temuan.nip == ""
    assert temuan.pesan.endswith(f"cocok dengan: tidak seorang pun di skema ({sisa}).")


def test_nip_angka_gabungan_diberitahukan_sekali(dunia: Dunia):
    sel: list[str] = []

    def ubah(lembar):
        sel.append(lembar.isi("nip", 0, 198603152009032001))
        gabung(lembar, "nip", 0, 3)

    isian = baca_capaian(dunia, ubah)
    assert temuan_singkat(isian) == [("nip-presisi-hilang", sel[0])]
    assert len(isian.capaian[JUNI].cacat) == 4


def test_nip_gabungan_berkelompok_berlaku_untuk_semua_barisnya(dunia: Dunia):
    def ubah(lembar):
        lembar.isi("nip", 0, "19860315 200903 2 001")
        gabung(lembar, "nip", 0, 3)

    isian = baca_capaian(dunia, ubah)
    assert isian.temuan == []
    assert isian.capaian[JUNI].teks("nip")[:4] == ["198603152009032001"] * 4


def test_nip_hilang_di_lembar_perilaku_hanya_menahan_predikat(dunia: Dunia):
    isian = baca_capaian(dunia, None, perilaku=lambda lembar: lembar.isi("nip", 0, 198603152009032001))
    temuan = satu_temuan(isian, "nip-presisi-hilang")
    assert (temuan.akibat, temuan.nip, temuan.letak.lembar) == (Akibat.PERILAKU, SITI, "Perilaku")


def test_nomor_pppk_sah_di_dalam_berkas(dunia: Dunia):
    isian = baca_capaian(dunia, lambda lembar: lembar.isi("nip", 0, "199001012023211005"))
    assert isian.temuan == []
    assert isian.capaian[JUNI].teks("nip")[0] == "199001012023211005"
