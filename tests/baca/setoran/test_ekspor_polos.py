"""An untouched export is read at a stroke, and says what the reader that looks everywhere says of it; a touched one is left to that one."""

import random
import re
import zipfile

import pytest
import xlsxwriter
from alur.ekspor_uji import KEPALA, tulis_ekspor

from asn_nilai.acuan.isian.skema import Penempatan, Skema, Unit
from asn_nilai.acuan.periode import Periode
from asn_nilai.baca.setoran import ekspor_bkn
from asn_nilai.baca.setoran.ekspor_bkn import baca_ekspor
from asn_nilai.ruang_kerja import RuangKerja

SITI, BUDI, ASING = "198603152009032001", "199001102015021002", "197501012000031003"
SKEMA = Skema(
    {"KEL": Unit("KEL", "Kelurahan")}, tuple(Penempatan(nip, "Orang", "KEL") for nip in (SITI, BUDI)), {}
)
SESUAI, ATAS = "Sesuai Ekspektasi", "Di Atas Ekspektasi"
ORANG = [
    [SITI, "Siti, S.Kom.", "Pranata & Pengelola <Data>", SESUAI, ATAS, "Baik"],
    [BUDI, " Budi ", "Analis", "", " - ", "Baik"],
    [ASING, "Rajo", "", ATAS, "Sesuai  Ekspektasi", "Sangat Baik"],
]


@pytest.fixture
def kota(tmp_path):
    (tmp_path / "asn-nilai.toml").write_text('instansi = "Kota"\ntahun = 2026\n', encoding="utf-8")
    return tmp_path


@pytest.fixture
def baca(kota, monkeypatch):
    """Return a function that reads the exports at a stroke and by the other reader: what each says, and how many the first took."""
    asli = ekspor_bkn.baca_ekspor_polos

    def keduanya():
        diambil = []

        def cepat(*isi):
            hasil = asli(*isi)
            diambil.append(hasil is not None)
            return hasil

        hasil = []
        for pembaca in (cepat, lambda *_: None):
            monkeypatch.setattr(ekspor_bkn, "baca_ekspor_polos", pembaca)
            ekspor = baca_ekspor(RuangKerja.buka(kota), Periode.dari_teks("2026-05"), SKEMA)
            baris = [(b.nip, b.nama, b.kata, b.letak, b.isian) for b in ekspor.baris]
            hasil.append((baris, ekspor.dipakai, ekspor.diabaikan, ekspor.temuan, ekspor.kurang_pasti))
        return (*hasil, sum(diambil))

    return keduanya


def tulis_bergaris(kota, nama="B.xlsx", ubah=None):
    """Write an export with borders and a widened banner line; blank cells are left out. `ubah` touches it."""
    berkas = kota / "bkn/2026-05" / nama
    berkas.parent.mkdir(parents=True, exist_ok=True)
    with xlsxwriter.Workbook(berkas) as buku:
        lembar, garis = buku.add_worksheet("Rekap"), buku.add_format({"border": 1})
        lembar.merge_range("A1:G1", "PEMERINTAH KOTA", garis)
        lembar.write_column(1, 0, ["Sub Bagian", "Periode Bulanan 5 Tahun 2026"])
        lembar.write_row(4, 0, KEPALA, garis)
        for ke, isi in enumerate(ORANG, 1):
            lembar.write_row(4 + ke, 0, [ke, *(sel or None for sel in isi)])
        lembar.set_landscape()
        lembar.set_footer("Halaman &P")
        if ubah is not None:
            ubah(buku, lembar)
    return berkas


def test_ekspor_yang_tidak_disentuh_dibaca_sekali_jalan_dan_isinya_sama(kota, baca):
    tulis_bergaris(kota, "A.xlsx")
    tulis_bergaris(kota)
    cepat, penuh, banyak = baca()
    assert banyak == 2
    assert cepat == penuh
    assert [(nip, nama, kata) for nip, nama, kata, *_ in cepat[0]][3:] == [
        (SITI, "Siti, S.Kom.", (SESUAI, ATAS, "Baik")), (BUDI, "Budi", ("", "", "Baik")), (ASING, "Rajo", (ATAS, SESUAI, "Sangat Baik")),
    ]  # fmt: skip
    assert [str(letak) for *_, letak, _ in cepat[0]][2:4] == [
        "bkn/2026-05/A.xlsx › Rekap › B8",
        "bkn/2026-05/B.xlsx › Rekap › B6",
    ]
    assert cepat[3] == []


def _isi(sel, isi):
    return lambda _, lembar: lembar.write(sel, isi)


def _rupa(**rupa):
    return lambda buku, lembar: lembar.write("G6", "Baik", buku.add_format(rupa))


def _sembunyi_lembar(buku, lembar):
    buku.add_worksheet("Lain").activate()
    lembar.hide()


@pytest.mark.parametrize(
    ("ubah", "diambil"),
    [
        (lambda _, lembar: lembar.merge_range("G6:G7", "Baik"), 0), (lambda _, lembar: lembar.set_row(6, None, None, {"hidden": True}), 0),
        (lambda _, lembar: lembar.set_column("F:F", None, None, {"hidden": True}), 0), (_sembunyi_lembar, 0),
        (lambda buku, _: buku.add_worksheet("Lain").write_row(4, 0, KEPALA), 0), (_rupa(font_strikeout=True), 0), (_rupa(font_color="white"), 0),
        (_rupa(num_format='"Kurang";;;"Kurang"'), 0), (lambda _, lembar: lembar.write_comment("G6", "seharusnya Kurang"), 0),
        (lambda buku, lembar: lembar.write_rich_string("G6", "Ba", buku.add_format({"font_strikeout": True}), "ik"), 0),
        (lambda _, lembar: lembar.write_formula("G6", "=1/0", None, "#DIV/0!"), 0), (lambda _, lembar: lembar.write_formula("G6", "=F6", None, ""), 0),
        (lambda buku, lembar: lembar.conditional_format("A6:A8", {"type": "cell", "criteria": ">", "value": 0, "format": buku.add_format({"font_color": "white"})}), 0),
        (_isi("G6", "#N/A"), 0), (_isi("B6", float(SITI)), 0), (_isi("B7", SITI[:17]), 0), (_isi("B7", "199013102015021002"), 0),
        (_isi("B7", " "), 0), (_isi("C7", "  "), 0), (_isi("G7", 95.5), 0), (_isi("G7", 95), 0), (_isi("A7", "satu"), 0), (_isi("H6", "Kurang"), 0),
        (_isi("B10", "NIP. 197501012000031003"), 0), (_isi("A5", "No."), 0), (_isi("G5", "Predikat Kinerja Periodik (%)"), 0), (_isi("A4", "Sub"), 0),
        (_isi("A2", "Nama"), 0), (_isi("A2", "angka dalam ribuan"), 0), (_isi("B2", "Sub"), 0), (_isi("A2", 7), 0), (_isi("G8", "kata_x0041_"), 0),
        (_isi("A3", "Periode Tahunan Tahun 2026"), 1), (_isi("A3", "Sub"), 1), (_isi("G7", "-"), 1), (_isi("G7", "Entah"), 1),
    ],
)  # fmt: skip
def test_yang_disentuh_tidak_kehilangan_satu_temuan_pun(kota, baca, ubah, diambil):
    tulis_bergaris(kota, ubah=ubah)
    cepat, penuh, banyak = baca()
    assert cepat == penuh
    assert banyak == diambil


def test_teks_di_dalam_sel_sendiri_diserahkan_kepada_pembaca_lain(kota, baca):
    tulis_ekspor(kota, "A.xlsx", ORANG)  # as openpyxl writes it
    cepat, penuh, banyak = baca()
    assert cepat == penuh
    assert (len(cepat[0]), banyak) == (3, 0)


_SISIPAN = (
    b'hidden="1"', b' t="e"', b' t="str"', b' s="1"', b"<f>1</f>", b"<v>1.5</v>", b" ", b"\t", b"'", b"<!-- x -->", b"&amp;", b"&#65;", b"_x0041_",
    b"\r\n", b"9", b"0", b'"', b"<", b">", b"/", b' t="s"', b"<strike/>", b"<r><t>x</t></r>", b"<v>3</v>", b"-", b'<row r="3">', b"</row>",
    b'<c r="B7" t="s"><v>1</v></c>', b'<c r="I9" t="s"><v>1</v></c>', b'<mergeCells count="1"><mergeCell ref="A5:B6"/></mergeCells>', b"\xff", b"\0",
    b'numFmtId="14"', b'numFmtId="9"', b"\xc2\xa0", b'state="hidden"',
)  # fmt: skip
_BAGIAN = (
    *["xl/worksheets/sheet1.xml"] * 5, *["xl/sharedStrings.xml"] * 4, "xl/styles.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "_rels/.rels",
)  # fmt: skip


def _rusakkan(isi, acak):
    """Return a part with one place of it changed: cut, inserted, another byte, another number."""
    tempat = acak.randrange(len(isi))
    cara = acak.randrange(4)
    if cara == 0:
        return isi[:tempat] + isi[tempat + acak.randint(1, 4) :]
    if cara == 1:
        return isi[:tempat] + acak.choice(_SISIPAN) + isi[tempat:]
    if cara == 2:
        tanda = [cocok.end() for cocok in re.finditer(rb"<(?:row|c|v|t|xf|sheet) ?|</v>|</c>|\"", isi)]
        tempat = acak.choice(tanda)
        return isi[:tempat] + acak.choice(_SISIPAN) + isi[tempat:]
    cocok = acak.choice(list(re.finditer(rb"\d+", isi)))
    return isi[: cocok.start()] + b"%d" % acak.choice((0, 1, 2, 7, 9, 14, 49, 164, 1000)) + isi[cocok.end() :]


@pytest.mark.parametrize("benih", range(4))
def test_berkas_yang_dirusak_di_mana_pun_dikatakan_sama(kota, baca, benih):
    """One byte, one sign or one number of a part is another: both readers take the file for the same, damage included."""
    acak = random.Random(benih)
    berkas = tulis_bergaris(kota)
    with zipfile.ZipFile(berkas) as zip_:
        asli = {nama: zip_.read(nama) for nama in zip_.namelist()}
    for _ in range(60):
        dirusak = acak.choice(_BAGIAN)
        isi = {**asli, dirusak: _rusakkan(asli[dirusak], acak)}
        with zipfile.ZipFile(berkas, "w", zipfile.ZIP_DEFLATED) as zip_:
            for nama, bagian in isi.items():
                zip_.writestr(nama, bagian)
        cepat, penuh, _ = baca()
        assert cepat == penuh, (dirusak, isi[dirusak])


@pytest.mark.parametrize(
    ("asli", "rusak"),
    [
        ('count="1"><mergeCell ref', 'count="1mergeCell ref'), ("</oddFooter>", "</oddHeader>"), ('orientation="landscape"/>', "orientation/>"),
    ],
)  # fmt: skip
def test_ekor_lembar_yang_tidak_utuh_diserahkan_kepada_pembaca_lain(kota, baca, asli, rusak):
    berkas = tulis_bergaris(kota)
    with zipfile.ZipFile(berkas) as zip_:
        bagian = {nama: zip_.read(nama) for nama in zip_.namelist()}
    lembar = bagian["xl/worksheets/sheet1.xml"]
    assert asli.encode() in lembar
    bagian["xl/worksheets/sheet1.xml"] = lembar.replace(asli.encode(), rusak.encode())
    with zipfile.ZipFile(berkas, "w", zipfile.ZIP_DEFLATED) as zip_:
        for nama, isi in bagian.items():
            zip_.writestr(nama, isi)
    cepat, penuh, banyak = baca()
    assert cepat == penuh
    assert banyak == 0


@pytest.mark.parametrize("ukuran", ["A1!G8", "G8:A1", "A0:G8", "", "A1:"])
def test_lembar_yang_salah_menyebut_ukurannya_dikatakan_sama(kota, baca, ukuran):
    berkas = tulis_bergaris(kota)
    with zipfile.ZipFile(berkas) as zip_:
        asli = {nama: zip_.read(nama) for nama in zip_.namelist()}
    with zipfile.ZipFile(berkas, "w", zipfile.ZIP_DEFLATED) as zip_:
        for nama, bagian in asli.items():
            zip_.writestr(nama, bagian.replace(b'"A1:G8"', f'"{ukuran}"'.encode()))
    cepat, penuh, banyak = baca()
    assert cepat == penuh
    assert banyak == 0


def test_satu_bita_arsip_yang_berubah_dikatakan_sama(kota, baca):
    berkas, acak = tulis_bergaris(kota), random.Random(7)
    asli = berkas.read_bytes()
    for _ in range(60):
        tempat = acak.randrange(len(asli))
        berkas.write_bytes(asli[:tempat] + bytes([acak.randrange(256)]) + asli[tempat + 1 :])
        cepat, penuh, _ = baca()
        assert cepat == penuh, tempat
