"""Workbooks and findings that nobody would think of: names, lengths, numbers, and packages that are not what they say."""

import io
import re
import time
import zipfile
from types import SimpleNamespace

import openpyxl
import pytest
from defusedxml.ElementTree import fromstring
from dialek import LEMBAR
from keutuhan import bagian_paket, periksa_keutuhan
from laju import PELACAKAN
from libreoffice import hitung_ulang
from ragam import sunting, tulis

from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.temuan import temuan
from asn_nilai.terbit.tandai import TidakDapatDitandaiError, buku_daftar, masih_utuh, tandai_paket
from asn_nilai.terbit.tandai.paket.paket import Paket
from asn_nilai.terbit.tandai.sisipan.catatan_tanda import BAGIAN, _sidik, lepas_utuh, utuh
from asn_nilai.terbit.tandai.sisipan.vml import _piksel, _telusuri, _Ukuran

DASAR = tulis()


def temuan_di(sel: str, lembar: str = "Capaian", teks: str = "x", sebab: str = ""):
    return temuan(
        "angka-tidak-sah", Letak("capaian/2026-06/BKPSDM.xlsx", lembar, sel), teks=teks, sebab=sebab
    )


def komentar(isi: bytes, lembar: str = "Capaian") -> dict[str, str]:
    buku = openpyxl.load_workbook(io.BytesIO(isi))
    return {sel.coordinate: sel.comment.text for sel in buku[lembar]._cells.values() if sel.comment}


NAMA = ["Capaian 'A' & <B>", "=1+1", "Temuan", "temuan (2)", "Lembar\u00a0\u2013 é", "A!B", '"kutip"', "''"]


@pytest.mark.parametrize("nama", NAMA)
def test_nama_lembar_apa_pun_ditaut_dengan_benar(nama):
    isi = sunting(DASAR, lambda bagian: ganti_nama(bagian, nama))
    baru = tandai_paket(isi, [temuan_di("H7", nama)])
    periksa_keutuhan(baru)
    buku = openpyxl.load_workbook(io.BytesIO(baru))
    temuan_ = buku[buku.sheetnames[0]]
    assert temuan_["A1"].value.startswith("Temuan asn-nilai")
    assert temuan_["D9"].hyperlink.location == "'" + nama.replace("'", "''") + "'!H7"
    assert set(komentar(baru, nama)) == {"H7"}
    assert tandai_paket(baru, [temuan_di("H7", nama)]) == baru
    wadah = io.BytesIO()
    buku.save(wadah)
    lagi = openpyxl.load_workbook(io.BytesIO(tandai_paket(wadah.getvalue(), [temuan_di("H7", nama)])))
    assert lagi.sheetnames == buku.sheetnames


def ganti_nama(bagian, nama):
    aman = nama.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
    bagian["xl/workbook.xml"] = bagian["xl/workbook.xml"].replace(
        b'name="Capaian"', f'name="{aman}"'.encode()
    )


@pytest.mark.parametrize(
    "teks",
    [
        "x" * 40_000,
        "<b>&amp;</b> ]]> <!-- --> <?xml?>",
        "\x00\x01\x0b\ud800\ufffe nol",
        "_x000D_ dan _x0041_",
        "baris\r\nbaru\rlagi\t tab",
        "=cmd|'/c calc'!A1",
        "😀" * 5_000,
    ],
    ids=["panjang", "xml", "terlarang", "tersandi", "baris", "rumus", "emoji"],
)
def test_isi_temuan_apa_pun_menjadi_teks(teks):
    baru = tandai_paket(DASAR, [temuan_di("H7", teks=teks), temuan_di("H8", teks=teks)])
    periksa_keutuhan(baru)
    buku = openpyxl.load_workbook(io.BytesIO(baru))
    sel = buku["Temuan"]["E9"]
    assert sel.data_type == "s"
    assert sel.value.startswith("'")
    assert len(sel.value) < 32_767
    assert all(isi.startswith("GALAT: '") and len(isi) < 32_767 for isi in komentar(baru).values())
    assert tandai_paket(baru, [temuan_di("H7", teks=teks), temuan_di("H8", teks=teks)]) == baru


def test_kata_bersandi_garis_bawah_tidak_terurai():
    baru = bagian_paket(tandai_paket(DASAR, [temuan_di("H7", teks="_x000D_")]))
    assert any(b"_x005F_x000D_" in isi for isi in baru.values())


def test_banyak_temuan_di_satu_sel_disebut_sebagian():
    isi = komentar(tandai_paket(DASAR, [temuan_di("H7", teks=str(n)) for n in range(500)]))["H7"]
    assert isi.count("GALAT: ") == 8
    assert "Masih ada 492 temuan lain" in isi


@pytest.mark.menyeluruh
def test_ribuan_temuan_ditandai_dalam_sekejap(tmp_path):
    semua = [temuan_di(f"{kolom}{baris}") for baris in range(5, 205) for kolom in "ABFHIZ"]
    mulai = time.process_time()
    baru = tandai_paket(DASAR, semua)
    assert time.process_time() - mulai < 5 * PELACAKAN
    bagian = periksa_keutuhan(baru)
    gambar = next(isi for n, isi in bagian.items() if n.endswith(".vml"))
    nomor = [u.get("id") for u in fromstring(gambar) if u.tag.endswith("}shape")]
    assert len(nomor) == len(set(nomor)) == 1200
    assert tandai_paket(baru, semua) == baru
    berkas = tmp_path / "banyak.xlsx"
    berkas.write_bytes(baru)
    buku = openpyxl.load_workbook(hitung_ulang([berkas], tmp_path)[0])
    assert sum(sel.comment is not None for b in buku["Capaian"].iter_rows() for sel in b) == 1200


def test_lebih_dari_batas_disebut():
    semua = [temuan_di(f"H{n + 1}") for n in range(10_500)]
    bagian = periksa_keutuhan(tandai_paket(DASAR, semua))
    sisa = b">Masih ada 500 temuan lain yang tidak ditampilkan di sini.<"
    lembar = next(isi for n, isi in bagian.items() if "temuan" in n and sisa in isi)
    assert lembar.count(b"<hyperlink ") == 10_000
    assert (
        b"Masih ada"
        not in bagian_paket(buku_daftar(semua[:10_000], "x"))["xl/worksheets/temuan_asn_nilai1.xml"]
    )


def test_temuan_tanpa_sel_hanya_di_lembar_temuan():
    tanpa = [
        temuan("lembar-hilang", Letak("a.xlsx"), lembar="Capaian", ada="Sheet1"),
        temuan("asn-tanpa-target", Letak("a.xlsx", "Capaian"), nama="Fiktif", periode="Juni 2026"),
        temuan_di("H7", "Lembar yang tidak ada"),
        temuan_di("bukan alamat"),
    ]
    baru = tandai_paket(DASAR, tanpa)
    berubah = {n for n, isi in bagian_paket(DASAR).items() if periksa_keutuhan(baru)[n] != isi}
    assert LEMBAR not in berubah
    lembar = openpyxl.load_workbook(io.BytesIO(baru))["Temuan"]
    assert [lembar.cell(b, 4).hyperlink for b in range(9, 13)] == [None] * 4


def test_sel_dan_baris_yang_belum_ada_dibuat_di_tempatnya():
    baru = tandai_paket(DASAR, [temuan_di(sel) for sel in ("A1", "B4", "K7", "XFD60", "C1048576", "A200")])
    periksa_keutuhan(baru)
    buku = openpyxl.load_workbook(io.BytesIO(baru), read_only=False)
    assert set(komentar(baru)) == {"A1", "B4", "K7", "XFD60", "C1048576", "A200"}
    assert buku["Capaian"]["K7"].fill.fgColor.rgb == "FFF29E93"


def test_sel_kosong_memakai_gaya_kolom_dan_barisnya():
    def atur(buku, lembar):
        lembar.set_column(15, 15, 9, buku.add_format({"num_format": "0.000"}))
        lembar.set_row(90, None, buku.add_format({"num_format": "0%"}))

    baru = openpyxl.load_workbook(io.BytesIO(tandai_paket(tulis(atur), [temuan_di("P95"), temuan_di("P91")])))
    assert baru["Capaian"]["P95"].number_format == "0.000"
    assert baru["Capaian"]["P91"].number_format == "0%"


@pytest.mark.parametrize(
    ("isi", "sebab"),
    [
        (b"bukan zip", "berkasnya bukan arsip yang utuh"),
        (DASAR[:3000], "berkasnya bukan arsip yang utuh"),
        (sunting(DASAR, lambda b: b.pop("[Content_Types].xml")), "bagian [Content_Types].xml tidak ada"),
        (sunting(DASAR, lambda b: b.pop("xl/workbook.xml")), "bagian xl/workbook.xml tidak ada"),
        (sunting(DASAR, lambda b: b.update({LEMBAR: b[LEMBAR].decode().encode("utf-16")})), f"bagian {LEMBAR} ditulis dalam pengodean yang tidak lazim"),
        (
            sunting(DASAR, lambda b: b.update({LEMBAR: b[LEMBAR].replace(b"<work", b"<!DOCTYPE a><work", 1)})),
            f"bagian {LEMBAR} memuat deklarasi dokumen",
        ),
        (sunting(DASAR, lambda b: b.update({LEMBAR: b"<worksheet/>"})), "lembarnya tidak berisi sel"),
        (sunting(DASAR, lambda b: b.update({LEMBAR: b""})), f"bagian {LEMBAR} tidak berisi XML yang utuh"),
    ],
)  # fmt: skip
def test_yang_tidak_dapat_ditandai_dikatakan_sebabnya(isi, sebab):
    with pytest.raises(TidakDapatDitandaiError) as galat:
        tandai_paket(isi, [temuan_di("H7")])
    assert str(galat.value) == sebab


def test_bagian_lebih_besar_dari_batas_ditolak():
    isi = sunting(DASAR, lambda b: b.update({LEMBAR: b[LEMBAR] + b" " * (65 * 1024**2)}))
    with pytest.raises(TidakDapatDitandaiError, match=f"^bagian {LEMBAR} terlalu besar$"):
        tandai_paket(isi, [temuan_di("H7")])


def test_bagian_sebesar_batasnya_masih_dibaca():
    def paket(besar: int) -> Paket:
        wadah = io.BytesIO()
        with zipfile.ZipFile(wadah, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as arsip:
            arsip.writestr("a.xml", bytes(besar))
        return Paket(wadah.getvalue())

    batas = 64 * 1024**2
    assert len(paket(batas).baca("a.xml")) == batas
    with pytest.raises(TidakDapatDitandaiError, match=r"^bagian a\.xml terlalu besar$"):
        paket(batas + 1).baca("a.xml")


def test_bagian_yang_berubah_di_jalan_tidak_ditulis_ulang_seakan_utuh():
    with zipfile.ZipFile(io.BytesIO(DASAR)) as arsip:
        sidik = arsip.getinfo(LEMBAR).CRC.to_bytes(4, "little")
    assert DASAR.count(sidik) == 2
    with pytest.raises(TidakDapatDitandaiError, match=f"^bagian {LEMBAR} rusak$"):
        tandai_paket(DASAR.replace(sidik, bytes(4)), [temuan_di("H7")])


def test_catatan_palsu_tidak_dipercaya():
    bertanda = tandai_paket(DASAR, [temuan_di("H7")])
    nama = "xl/tanda_asn_nilai.xml"
    for lama, baru in ((b'sidik="', b'sidik="0'), (b"<bagian", b"<bagan"), (b":", b";")):
        rusak = sunting(
            bertanda, lambda b, lama=lama, baru=baru: b.update({nama: b[nama].replace(lama, baru)})
        )
        lagi = tandai_paket(rusak, [temuan_di("H7")])
        periksa_keutuhan(lagi)
        assert openpyxl.load_workbook(io.BytesIO(lagi)).sheetnames == ["Temuan", "Capaian", "Perilaku"]


@pytest.mark.parametrize("catatan", [b"", b"<!DOCTYPE a><tanda/>", b"<tanda", b"bukan xml"])
def test_catatan_yang_bukan_xml_tidak_menghentikan(catatan):
    nama = "xl/tanda_asn_nilai.xml"
    rusak = sunting(tandai_paket(DASAR, [temuan_di("H7")]), lambda b: b.update({nama: catatan}))
    assert not masih_utuh(rusak)
    assert openpyxl.load_workbook(io.BytesIO(tandai_paket(rusak, []))).sheetnames == ["Capaian", "Perilaku"]


@pytest.mark.parametrize(
    "sisipan",
    [b"0:3:bukan-base64", b"0:3", b"0:tiga:PGE+", b"-1:0:PGE+", b"0:99999999:PGE+", b"9:1: 3:1:", b"0:99:PCFET0NUWVBFIGE+"],
    ids=["bukan base64", "kurang satu", "bukan angka", "sebelum awal", "lewat akhir", "mundur", "bukan xml lagi"],
)  # fmt: skip
def test_catatan_yang_tidak_dapat_diikuti_tidak_mengubah_satu_bagian_pun(sisipan):
    """Its fingerprint fits, so it counts as ours; what cannot be taken back is left to the marks' looks."""
    bertanda = tandai_paket(DASAR, [temuan_di("H7")])
    kepala, badan = re.fullmatch(
        rb"(.*<tanda [^>]*>)(.*)</tanda>", bagian_paket(bertanda)[BAGIAN], re.DOTALL
    ).groups()
    awal, akhir = badan.split(b'<bagian nama="xl/workbook.xml">')
    badan = awal + b'<bagian nama="xl/workbook.xml">' + sisipan + akhir[akhir.index(b"<") :]
    sidik = f'sidik="{_sidik(Paket(bertanda), badan)}"'.encode()
    palsu = re.sub(rb'sidik="[^"]*"', sidik, kepala) + badan + b"</tanda>"
    paket = Paket(sunting(bertanda, lambda b: b.update({BAGIAN: palsu})))
    semula = {nama: paket.baca(nama) for nama in paket}
    assert utuh(paket)
    assert not lepas_utuh(paket)
    assert {nama: paket.baca(nama) for nama in paket} == semula


def test_lembar_temuan_milik_unit_tidak_disentuh():
    buku = openpyxl.load_workbook(io.BytesIO(DASAR))
    buku.create_sheet("Temuan")["A1"] = "Catatan kami sendiri"
    wadah = io.BytesIO()
    buku.save(wadah)
    lagi = openpyxl.load_workbook(io.BytesIO(tandai_paket(wadah.getvalue(), [temuan_di("H7")])))
    assert lagi.sheetnames == ["Temuan (2)", "Capaian", "Perilaku", "Temuan"]
    assert lagi["Temuan"]["A1"].value == "Catatan kami sendiri"


def test_tanda_yang_disalin_ke_sel_lain_pun_hilang():
    buku = openpyxl.load_workbook(io.BytesIO(tandai_paket(DASAR, [temuan_di("H7")])))
    lembar = buku["Capaian"]
    lembar["H20"]._style = lembar["H7"]._style
    lembar["H7"].comment = None
    del buku["Temuan"]
    wadah = io.BytesIO()
    buku.save(wadah)
    bersih = openpyxl.load_workbook(io.BytesIO(tandai_paket(wadah.getvalue(), [])))["Capaian"]
    assert bersih["H20"].fill.fill_type is None
    assert bersih["H7"].fill.fill_type is None
    assert bersih["H20"].border.left.style == "thin"


def test_baris_disisipkan_di_atasnya_gaya_asal_tetap_kembali():
    """The comment moves with its cell, so the style comes back to where the cell is now."""
    buku = openpyxl.load_workbook(io.BytesIO(tandai_paket(DASAR, [temuan_di("H7")])))
    lembar = buku["Capaian"]
    lama, catatan = lembar["H7"]._style, lembar["H7"].comment
    lembar["H7"].comment = None
    lembar["H7"]._style = lembar["H8"]._style
    lembar["H9"]._style, lembar["H9"].comment = lama, catatan.__class__(catatan.text, catatan.author)
    wadah = io.BytesIO()
    buku.save(wadah)
    bersih = openpyxl.load_workbook(io.BytesIO(tandai_paket(wadah.getvalue(), [])))["Capaian"]
    asli = openpyxl.load_workbook(io.BytesIO(DASAR))["Capaian"]
    assert bersih["H9"].fill.fgColor.rgb == asli["H7"].fill.fgColor.rgb
    assert bersih["H9"].comment is None


def test_daftar_untuk_berkas_yang_tidak_dapat_ditandai():
    isi = buku_daftar([temuan_di("H7"), temuan_di("")], "berkas ini .ods")
    periksa_keutuhan(isi)
    buku = openpyxl.load_workbook(io.BytesIO(isi))
    assert buku.sheetnames == ["Temuan"]
    assert "karena berkas ini .ods" in buku["Temuan"]["A4"].value
    assert buku["Temuan"]["D9"].value == "H7"
    assert buku["Temuan"]["D9"].hyperlink is None
    assert buku_daftar([temuan_di("H7"), temuan_di("")], "berkas ini .ods") == isi


def test_480_baris_ditandai_dalam_25_milidetik():
    wadah = io.BytesIO()
    buku = openpyxl.Workbook()
    lembar = buku.active
    lembar.title = "Capaian"
    for baris in range(480):
        lembar.append(
            [
                baris,
                "199001012015011001",
                "Nama Fiktif",
                "UMM-01",
                "Indikator",
                "persen",
                90,
                85.5,
                "bukti",
                "",
            ]
        )
    buku.save(wadah)
    semua = [temuan_di(f"H{n}") for n in range(2, 480, 24)]
    waktu = []
    for _ in range(5):
        mulai = time.process_time()
        tandai_paket(wadah.getvalue(), semua)
        waktu.append(time.process_time() - mulai)
    assert min(waktu) < 0.05 * PELACAKAN


def test_yang_bukan_buku_tidak_utuh():
    assert not masih_utuh(b"bukan zip")
    assert not masih_utuh(DASAR)
    assert masih_utuh(tandai_paket(DASAR, [temuan_di("H7")]))


@pytest.mark.parametrize(
    ("ukuran", "piksel"), [(None, 64), ("", 64), ("lebar", 64), ("15", 20), ("15.75", 21)]
)
def test_ukuran_yang_tidak_terbaca_memakai_bawaan(ukuran, piksel):
    assert _piksel(ukuran, 4 / 3, 64) == piksel


@pytest.mark.parametrize(
    ("awal", "panjang", "akhir", "tempat"),
    [
        (3, 10, 50, (3, 10)),
        (3, 11, 50, (5, 1)),
        (3, 31, 50, (7, 1)),
        (3, 99, 5, (5, 0)),
        (0, 9999, 999, (200, 0)),
    ],
)
def test_kotak_catatan_berakhir_di_kolom_tempat_lebarnya_habis(awal, panjang, akhir, tempat):
    assert _telusuri(lambda nomor: 0 if nomor == 4 else 10, awal, panjang, akhir) == tempat


def test_kotak_catatan_di_tepi_lembar():
    ukuran = SimpleNamespace(lebar=lambda _: 64, tinggi=lambda _: 20)
    assert _Ukuran.jangkar(ukuran, (0, 0), 100, 50) == "1, 12, 0, 6, 2, 48, 2, 16"
    assert _Ukuran.jangkar(ukuran, (5, 2), 100, 50) == "3, 12, 4, 6, 4, 48, 6, 16"
    assert _Ukuran.jangkar(ukuran, (5, 16383), 100, 50) == "16383, 12, 4, 6, 16383, 0, 6, 16"
