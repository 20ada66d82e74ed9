"""What other programs make of comments and of an earlier sheet Temuan: odd but readable, and never a reason to stop."""

import io
import re

import openpyxl
import pytest
from defusedxml.ElementTree import fromstring
from dialek import LEMBAR
from keutuhan import bagian_paket, nama, periksa_keutuhan
from ragam import sunting, tulis

from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.temuan import temuan
from asn_nilai.terbit.tandai import tandai_paket

LATAR_ASAL = "FFE2F0D9"
KAMI = (
    "GALAT: 'x' tidak dapat dibaca sebagai satu angka.\nKetik satu angka saja, misalnya 95,5.\n\n"
    "[asn-nilai: temuan no. {}]"
)


def temuan_di(sel: str):
    return temuan("angka-tidak-sah", Letak("capaian/2026-06/BKPSDM.xlsx", "Capaian", sel), teks="x", sebab="")


def ganti(isi: bytes, bagian: str, pola: bytes, baru: bytes) -> bytes:
    """Change a pattern in one part; it must stand there."""

    def ubah(semua):
        semua[bagian], kali = re.subn(pola, baru, semua[bagian])
        assert kali

    return sunting(isi, ubah)


def berkomentar(_buku, lembar):
    lembar.set_comments_author("Kasubbag Umum")
    lembar.write_comment("H8", "tc= ialah singkatan kami")
    lembar.write_comment("C6", "Sudah dikonfirmasi")


def komentar(isi: bytes) -> dict[str, tuple[str, str]]:
    """Number of the author and words of each comment, by cell."""
    akar = next(
        fromstring(teks) for n, teks in bagian_paket(isi).items() if "comments" in n and b"<text" in teks
    )
    return {
        unsur.get("ref"): (unsur.get("authorId"), "".join(unsur.itertext()))
        for unsur in akar.iter()
        if nama(unsur) == "comment"
    }


def test_bagian_komentar_tanpa_penulis_tetap_ditandai():
    tanpa = ganti(tulis(berkomentar), "xl/comments1.xml", rb"<authors>.*</authors>", b"")
    dua = [temuan_di("H7"), temuan_di("H8")]
    baru = tandai_paket(tanpa, dua)
    periksa_keutuhan(baru)
    assert openpyxl.load_workbook(io.BytesIO(baru))["Capaian"]["H7"].comment.author == "asn-nilai"
    assert komentar(baru) == {
        "C6": ("0", "Sudah dikonfirmasi"),
        "H7": ("0", KAMI.format(1)),
        "H8": ("0", f"tc= ialah singkatan kami\n──── asn-nilai ────\n{KAMI.format(2)}"),
    }
    assert bagian_paket(tandai_paket(baru, [])) == bagian_paket(tanpa)


def test_bagian_komentar_tanpa_daftarnya_mendapat_daftar():
    tanpa = ganti(tulis(berkomentar), "xl/comments1.xml", rb"<commentList>.*</commentList>", b"")
    baru = tandai_paket(tanpa, [temuan_di("H7"), temuan_di("H9")])
    periksa_keutuhan(baru)
    assert komentar(baru) == {"H7": ("1", KAMI.format(1)), "H9": ("1", KAMI.format(2))}
    assert bagian_paket(tandai_paket(baru, [])) == bagian_paket(tanpa)


@pytest.mark.parametrize(
    ("akhir", "blok"), [(1024, "1"), (2044, "1"), (2045, "1,2"), (2046, "1,2"), (4096, "1,4"), (5119, "1,5")]
)
def test_kotak_catatan_yang_bernomor_di_blok_lain_menyebut_bloknya(akhir, blok):
    asal = ganti(tulis(berkomentar), "xl/drawings/vmlDrawing1.vml", rb"_x0000_s1026", b"_x0000_s%d" % akhir)
    baru = bagian_paket(tandai_paket(asal, [temuan_di("H6"), temuan_di("H7")]))["xl/drawings/vmlDrawing1.vml"]
    nomor = [int(n) for n in re.findall(rb'id="_x0000_s(\d+)"', baru)]
    assert sorted(nomor[-2:]) == nomor[-2:] == [max(1025, akhir) + 1, max(1025, akhir) + 2]
    assert re.search(rb'<o:idmap[^>]* data="([^"]*)"', baru)[1].decode() == blok


@pytest.mark.parametrize("nomor", ["1", "7", "-1", "x", ""])
def test_komentar_dengan_nomor_penulis_yang_tidak_ada_disambung_seperti_yang_lain(nomor):
    asing = ganti(tulis(berkomentar), "xl/comments1.xml", rb'authorId="\d*"', f'authorId="{nomor}"'.encode())
    baru = tandai_paket(asing, [temuan_di("H8")])
    assert komentar(baru) == {
        "C6": (nomor, "Sudah dikonfirmasi"),
        "H8": (nomor, f"tc= ialah singkatan kami\n──── asn-nilai ────\n{KAMI.format(1)}"),
    }


@pytest.fixture
def tersimpan() -> bytes:
    """A marked copy that another program has saved, its comments dropped: the sheet Temuan alone tells the old style."""
    buku = openpyxl.load_workbook(io.BytesIO(tandai_paket(tulis(), [temuan_di("H8")])))
    buku["Capaian"]["H8"].comment = None
    wadah = io.BytesIO()
    buku.save(wadah)
    return wadah.getvalue()


def latar(isi: bytes) -> str | None:
    bersih = tandai_paket(isi, [])
    periksa_keutuhan(bersih)
    buku = openpyxl.load_workbook(io.BytesIO(bersih))
    assert buku.sheetnames == ["Capaian", "Perilaku"]
    return buku["Capaian"]["H8"].fill.fgColor.rgb if buku["Capaian"]["H8"].fill.fill_type else None


@pytest.mark.parametrize(
    ("pola", "baru", "harap"),
    [
        (rb"(?<=<v>)1(?=</v></c><c r=\"B9)", b"1", LATAR_ASAL),
        (rb"(?<=<v>)1(?=</v></c><c r=\"B9)", b"1.0", LATAR_ASAL),
        (rb"(?<=<v>)1(?=</v></c><c r=\"B9)", b"1.5", None),
        (rb'(<c r="A9" s="\d+") t="n"><v>1</v>', rb'\1 t="inlineStr"><is><t>1</t></is>', LATAR_ASAL),
        (rb'(<c r="A9" s="\d+") t="n"><v>1</v>', rb'\1 t="s"><v>0</v>', None),
        (rb'(<c r="A9" s="\d+") t="n"><v>1</v>', rb'\1 t="s"><v>99</v>', None),
        (rb'(<c r="A9" s="\d+") t="n"><v>1</v>', rb'\1 t="s"><v></v>', None),
        (rb'<c r="C9".*?</c>', b"", None),
        (rb'<c r="D9".*?</c>', b"", None),
        (rb'<c r="A9".*?</c>', b"", None),
        (rb'<c r="I9"[^>]*?(?:/>|></c>)', b"", None),
    ],
    ids=[
        "utuh", "pecahan nol", "pecahan", "sebaris", "teks bersama tidak ada", "teks bersama di luar daftar",
        "teks bersama kosong", "tanpa lembar", "tanpa alamat", "tanpa nomor", "tanpa gaya",
    ],
)  # fmt: skip
def test_gaya_asal_dari_lembar_temuan_sejauh_barisnya_terbaca(tersimpan, pola, baru, harap):
    assert latar(ganti(tersimpan, LEMBAR, pola, baru)) == harap


def test_kata_orang_lain_tetap_utuh_sesudah_disimpan_program_lain():
    buku = openpyxl.load_workbook(io.BytesIO(tandai_paket(tulis(berkomentar), [temuan_di("H8")])))
    wadah = io.BytesIO()
    buku.save(wadah)
    bersih = openpyxl.load_workbook(io.BytesIO(tandai_paket(wadah.getvalue(), [])))["Capaian"]
    assert [bersih[sel].comment.text for sel in ("H8", "C6")] == [
        "tc= ialah singkatan kami",
        "Sudah dikonfirmasi",
    ]


def test_warna_tanda_dari_program_yang_lebih_lama_pun_dilepas():
    ragu = temuan(
        "satuan-berbeda", Letak("capaian/2026-06/BKPSDM.xlsx", "Capaian", "H8"), teks="orang", satuan="persen"
    )
    buku = openpyxl.load_workbook(io.BytesIO(tandai_paket(tulis(), [ragu])))
    wadah = io.BytesIO()
    buku.save(wadah)
    lama = ganti(wadah.getvalue(), "xl/styles.xml", b"FFFFD04A", b"FFFFEDA6")
    assert latar(lama) == LATAR_ASAL
