"""How much a mark may hold, at each limit and one beyond: words of a comment, findings of a cell, boxes of a drawing, cell styles."""

import re
from types import SimpleNamespace

import pytest

from asn_nilai.acuan.temuan import Tingkat
from asn_nilai.terbit.tandai.galat import TidakDapatDitandaiError
from asn_nilai.terbit.tandai.paket.gaya_paket import GayaPaket
from asn_nilai.terbit.tandai.paket.naskah import Naskah
from asn_nilai.terbit.tandai.sisipan.vml import gambar_baru
from asn_nilai.terbit.tandai.tanda import (
    Tanda,
    atribut_xml,
    bagian_komentar,
    nomor_dalam_komentar,
    sel_dari_nama,
    teks_xml,
)

POLOS = SimpleNamespace(atribut_format={}, atribut_kolom=lambda _: {}, atribut_baris=lambda _: {})


def tanda(pesan: str = "p", banyak: int = 1) -> Tanda:
    butir = SimpleNamespace(tingkat=Tingkat.GALAT, pesan=pesan, pinta="q")
    return Tanda((4, 2), [(nomor, butir) for nomor in range(1, banyak + 1)])


@pytest.mark.parametrize(("huruf", "akhir"), [(8000, "x"), (8001, "x …"), (8002, "x …")])
def test_teks_sel_dipotong_sesudah_delapan_ribu_huruf(huruf, akhir):
    assert teks_xml("x" * huruf).decode() == "x" * 7999 + akhir
    assert atribut_xml("x" * huruf) == teks_xml("x" * huruf)


@pytest.mark.parametrize(("huruf", "akhir"), [(1200, "x"), (1201, "x …")])
def test_pesan_di_komentar_dipotong_sesudah_seribu_dua_ratus_huruf(huruf, akhir):
    isi = tanda("x" * huruf)
    isi.temuan[0][1].pinta = "y" * huruf
    assert bagian_komentar(isi)[0] == (
        "GALAT",
        f": {'x' * 1199}{akhir}\n{'y' * 1199}{akhir.replace('x', 'y')}",
    )


@pytest.mark.parametrize(("banyak", "lain"), [(7, ""), (8, ""), (9, "1"), (10, "2")])
def test_delapan_temuan_di_satu_sel_ditulis_selebihnya_dihitung(banyak, lain):
    *isi, (tebal, ekor) = bagian_komentar(tanda(banyak=banyak))
    assert isi == [("GALAT", ": p\nq"), *[("\n\nGALAT", ": p\nq")] * (min(banyak, 8) - 1)]
    masih = f"\n\nMasih ada {lain} temuan lain; lihat lembar Temuan." if lain else ""
    nomor = ", ".join(str(n) for n in range(1, min(banyak, 8) + 1))
    assert (tebal, ekor) == ("", f"{masih}\n\n[asn-nilai: temuan no. {nomor}]")
    assert nomor_dalam_komentar(ekor) == 1


@pytest.mark.parametrize(
    ("alamat", "sel"),
    [
        ("A1", (0, 0)), ("$a$1", (0, 0)), ("XFD1048576", (1048575, 16383)), ("ZZZ9999999", (9999998, 18277)), ("AAAA1", None),
        ("A12345678", None), ("A", None), ("1", None), ("A1:B2", None), ("", None), ("Á1", None), ("A1 ", None),
    ],
)  # fmt: skip
def test_alamat_sel(alamat, sel):
    assert sel_dari_nama(alamat) == sel


@pytest.mark.parametrize(
    ("banyak", "blok"), [(1, "1"), (1023, "1"), (1024, "1,2"), (2047, "1,2"), (2048, "1,2,3")]
)
def test_setiap_blok_nomor_kotak_disebut_gambarnya(banyak, blok):
    isi = gambar_baru(POLOS, [tanda()] * banyak).decode()
    assert re.findall(r'<o:idmap v:ext="edit" data="([^"]*)"', isi) == [blok]
    nomor = [int(n) for n in re.findall(r'id="_x0000_s(\d+)"', isi)]
    assert nomor == list(range(1025, 1025 + banyak))
    assert {str(n // 1024) for n in nomor} <= set(blok.split(","))


@pytest.mark.parametrize(
    ("kata", "tinggi"),
    [("p", 78), ("p" * 44, 78), ("p" * 45, 94), ("p\n" * 2, 110), ("p\n" * 20, 398), ("p\n" * 21, 414), ("p\n" * 22, 420), ("p\n" * 99, 420)],
)  # fmt: skip
def test_kotak_setinggi_tulisannya_sampai_batas(kata, tinggi):
    isi = gambar_baru(POLOS, [tanda(kata)]).decode()
    assert re.findall(r"height:(\d+)pt", isi) == [str(tinggi * 3 // 4)]
    assert re.findall(r"width:(\d+)pt", isi) == [str(330 * 3 // 4)]


@pytest.mark.parametrize(("banyak", "muat"), [(64_000, True), (64_001, False)])
def test_gaya_sel_sampai_batas_excel(banyak, muat):
    gaya = GayaPaket(Naskah(b"<styleSheet><cellXfs><xf/></cellXfs></styleSheet>"))
    gaya._xf.isi += [b"<xf/>"] * (banyak - 1)
    if muat:
        gaya.selesai()
    else:
        with pytest.raises(TidakDapatDitandaiError, match=r"^jumlah gaya selnya sudah mencapai batas Excel$"):
            gaya.selesai()
