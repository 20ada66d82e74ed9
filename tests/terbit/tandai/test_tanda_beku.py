"""Everything that marking adds to a workbook, and the list in place of a marked copy, to the last letter of each part."""

import re
import zipfile

import pytest
from dialek import tanpa_gaya
from keluaran_beku import cocokkan
from keutuhan import bagian_paket
from ragam import sunting, tulis

from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.temuan import Temuan, temuan
from asn_nilai.terbit.tandai import TidakDapatDitandaiError, buku_daftar, tandai_paket

BERKAS = "capaian/2026-06/BKPSDM.xlsx"


def semua_temuan() -> list[Temuan]:
    """Findings of each severity, several at one cell, one at no cell, one at a sheet that is not there."""
    sel = [Letak(BERKAS, "Capaian", alamat) for alamat in ("F10", "H7", "H7", "H9", "B2")]
    return [
        temuan(
            "satuan-berbeda", sel[0], unit="BKPSDM", nip="198001012005011001", teks="orang", satuan="persen"
        ),
        temuan(
            "angka-tidak-sah", sel[1], unit="BKPSDM", nip="198001012005011001", teks="empat puluh", sebab=""
        ),
        temuan("satuan-berbeda", sel[2], teks="<i>", satuan="hari & jam"),
        temuan("kolom-tidak-ada", sel[3], kolom="Bukti Dukung"),
        temuan("lembar-tersembunyi", Letak(BERKAS, "Perilaku")),
        temuan("angka-tidak-sah", Letak(BERKAS, "Lembar lain", "H7"), teks="x", sebab=""),
        *(temuan("kolom-tidak-ada", sel[4], kolom=str(nomor)) for nomor in range(10)),
    ]


def bentang(bagian: dict[str, bytes]) -> str:
    """Lay the parts out, a tag a line."""
    return "".join(
        f"== {nama}\n{re.sub('>(?=<)', f'>{chr(10)}', isi.decode())}\n"
        for nama, isi in sorted(bagian.items())
    )


def test_yang_ditambahkan_penandaan():
    asal = sunting(tulis(), tanpa_gaya)  # without styles, so that all styles are ours
    baru = bagian_paket(tandai_paket(asal, semua_temuan()))
    catatan = baru.pop("xl/tanda_asn_nilai.xml").decode()
    assert re.match(
        r'<\?xml version="1.0" encoding="UTF-8"\?>\n<tanda xmlns="[^"]+" sidik="\w{64}"><tambahan ', catatan
    )
    cocokkan("tanda.txt", bentang({n: isi for n, isi in baru.items() if n not in bagian_paket(asal)}))


def test_salinan_bertanda_berbicara_kepada_unit():
    di_luar = temuan(
        "di-luar-batas", Letak(BERKAS, "Capaian", "H7"), teks="120", indikator="KES-02 (Cakupan)", batas="0 sampai 100 persen"
    )  # fmt: skip
    baru = bagian_paket(tandai_paket(sunting(tulis(), tanpa_gaya), [di_luar]))
    kata = b"bila memang benar, beri tahu kami supaya batasnya diperbarui"
    assert sum(kata in isi for isi in baru.values()) == 2  # the sheet Temuan, the comment at the cell
    assert not any(b"perbarui batas pada skema" in isi for isi in baru.values())


def test_daftar_sebagai_ganti_salinan_bertanda():
    isi = bagian_paket(buku_daftar(semua_temuan()[:3], "berkas ini .ods"))
    isi["xl/tanda_asn_nilai.xml"] = re.sub(rb'sidik="\w{64}"', b'sidik=""', isi["xl/tanda_asn_nilai.xml"])
    cocokkan("daftar-tanda.txt", bentang(isi))


def ubah(nama: str, lama: bytes, baru: bytes):
    return sunting(tulis(), lambda b: b.update({nama: b[nama].replace(lama, baru, 1)}))


LEMBAR, BUKU, RELS = "xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
DIPAKAI_BERSAMA = (
    b'<Relationship Id="rIdR" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/revisionHeaders" '
    b'Target="revisions/revisionHeaders.xml"/></Relationships>'
)


@pytest.mark.parametrize(
    ("isi", "sebab"),
    [
        (b"bukan zip", "berkasnya bukan arsip yang utuh"),
        (sunting(tulis(), lambda _: None, zipfile.ZIP_BZIP2), "cara berkas ini dikemas tidak dikenal"),
        (sunting(tulis(), lambda b: b.pop("[Content_Types].xml")), "bagian [Content_Types].xml tidak ada"),
        (ubah(BUKU, b"<sheets>", b"<lembar>"), "buku kerjanya tidak mempunyai lembar"),
        (ubah(RELS, b"</Relationships>", DIPAKAI_BERSAMA), "buku kerjanya dipakai bersama (Share Workbook)"),
        (
            ubah(LEMBAR, b"<?xml", b"\xff\xfe<?xml"),
            f"bagian {LEMBAR} ditulis dalam pengodean yang tidak lazim",
        ),
        (ubah(LEMBAR, b"<worksheet", b"<!DOCTYPE a><worksheet"), f"bagian {LEMBAR} memuat deklarasi dokumen"),
        (
            sunting(tulis(), lambda b: b.update({LEMBAR: b"bukan"})),
            f"bagian {LEMBAR} tidak berisi XML yang utuh",
        ),
        (sunting(tulis(), lambda b: b.update({LEMBAR: b"<worksheet/>"})), "lembarnya tidak berisi sel"),
        (
            ubah("xl/styles.xml", b"</cellXfs>", b'<xf fontId="0"/>' * 64_000 + b"</cellXfs>"),
            "jumlah gaya selnya sudah mencapai batas Excel",
        ),
    ],
    ids=[
        "arsip",
        "kemasan",
        "jenis",
        "tanpa lembar",
        "bersama",
        "pengodean",
        "deklarasi",
        "utuh",
        "sel",
        "gaya",
    ],
)
def test_sebab_tidak_dapat_ditandai_utuh(isi, sebab):
    with pytest.raises(TidakDapatDitandaiError) as galat:
        tandai_paket(isi, semua_temuan())
    assert str(galat.value) == sebab


def test_kotak_komentar_melewati_baris_dan_kolom_tersembunyi():
    """The box needs the same room beneath hidden rows and beside hidden columns: they give it none."""

    def sembunyikan(_buku, lembar):
        lembar.set_column("I:K", 10, None, {"hidden": True})
        for baris in range(7, 17):
            lembar.set_row(baris, 40, None, {"hidden": True})

    def jangkar(isi: bytes) -> list[int]:
        bagian = bagian_paket(
            tandai_paket(isi, [temuan("angka-tidak-sah", Letak(BERKAS, "Capaian", "H7"), teks="x", sebab="")])
        )
        gambar = next(teks.decode() for nama, teks in bagian.items() if nama.endswith(".vml"))
        return [int(angka) for angka in re.search(r"<x:Anchor>([^<]+)<", gambar)[1].split(",")]

    kiri, geser, atas, turun, kanan, sisa, bawah, akhir = jangkar(tulis())
    assert jangkar(tulis(sembunyikan)) == [kiri, geser, atas, turun, kanan + 3, sisa, bawah + 10, akhir]
