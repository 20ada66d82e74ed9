"""One submission in many dresses: written by different programs, with everything that marking must not harm.

Each kind is a workbook with the same four mistakes; what the right values are is said beside them, so that a test can mend.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable

import openpyxl
import xlsxwriter
from dialek import LEMBAR, awalan, cdata, ketat, makro, percakapan, tanpa_alamat, tanpa_gaya, wps, x14
from setoran_contoh import isi_contoh

KEPALA = 4  # the header's row, 0-based; data begin below
SALAH = {  # (data row, column): what is typed wrongly; None leaves the cell out
    (1, 7): "empat puluh",
    (3, 7): None,
    (4, 5): "orang",
    (4, 7): "80–90",
}
Ubah = Callable[[dict[str, bytes]], None]


def alamat(baris: int, kolom: int) -> str:
    return f"{'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[kolom]}{KEPALA + 2 + baris}"


def sel_salah() -> dict[str, object]:
    """Address of each mistake and the right value."""
    capaian = isi_contoh()["Capaian"]
    return {alamat(b, k): capaian[b + 1][k] for b, k in SALAH}


def tulis(atur=None, *, nama_capaian: str = "Capaian", **pilihan) -> bytes:
    """Write the submission with XlsxWriter; `atur(buku, lembar)` adds what makes the kind."""
    wadah = io.BytesIO()
    buku = xlsxwriter.Workbook(wadah, {"in_memory": True, **pilihan})
    kotak = buku.add_format({"border": 1, "num_format": "0.0##", "bg_color": "#E2F0D9", "locked": False})
    teks = buku.add_format({"border": 1, "num_format": "@", "italic": True})
    for nama, isi in isi_contoh().items():
        lembar = buku.add_worksheet(nama_capaian if nama == "Capaian" else nama)
        for baris, pasangan in enumerate((("Kode Unit", "BKPSDM"), ("Periode", "2026-06"))):
            lembar.write_row(baris, 1, pasangan)
        lembar.set_column(1, 4, 22)
        for baris, nilai_baris in enumerate(isi):
            for kolom, nilai in enumerate(nilai_baris):
                benar = (baris - 1, kolom) not in SALAH or nama != "Capaian"
                nilai = nilai if benar else SALAH[baris - 1, kolom]  # noqa: PLW2901 - the mistake
                if nilai is not None:
                    rupa = teks if isinstance(nilai, str) else kotak
                    lembar.write(KEPALA + baris, kolom, nilai, rupa)
    if atur:
        atur(buku, buku.worksheets()[0])
    buku.close()
    return wadah.getvalue()


def sunting(isi: bytes, ubah: Ubah, cara: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Change a package's parts by hand."""
    with zipfile.ZipFile(io.BytesIO(isi)) as lama:
        bagian = {nama: lama.read(nama) for nama in lama.namelist()}
    ubah(bagian)
    wadah = io.BytesIO()
    with zipfile.ZipFile(wadah, "w", cara) as baru:
        for nama, isi_bagian in bagian.items():
            baru.writestr(nama, isi_bagian)
    return wadah.getvalue()


def bagian_capaian(jenis: str) -> str:
    """The part of the sheet Capaian in a kind of workbook."""
    return "xl/worksheets/sheet2.xml" if "tersembunyi" in jenis else LEMBAR


def _png() -> bytes:
    def bagian(nama: bytes, isi: bytes) -> bytes:
        return struct.pack(">I", len(isi)) + nama + isi + struct.pack(">I", zlib.crc32(nama + isi))

    kepala = struct.pack(">2I5B", 8, 8, 8, 2, 0, 0, 0)
    titik = zlib.compress(b"".join(b"\x00" + b"\xc0\x39\x2b" * 8 for _ in range(8)))
    return b"\x89PNG\r\n\x1a\n" + bagian(b"IHDR", kepala) + bagian(b"IDAT", titik) + bagian(b"IEND", b"")


def _tabel(_buku, lembar):
    kepala = [{"header": str(judul)} for judul in isi_contoh()["Capaian"][0]]
    akhir = KEPALA + len(isi_contoh()["Capaian"]) - 1
    lembar.add_table(KEPALA, 0, akhir, len(kepala) - 1, {"columns": kepala, "name": "Isian"})


def _gabungan(buku, lembar):
    rupa = buku.add_format({"valign": "top", "border": 1})
    nip = [baris[1] for baris in isi_contoh()["Capaian"][1:]]
    awal = 0
    for nomor in range(1, len(nip) + 1):
        if nomor == len(nip) or nip[nomor] != nip[awal]:
            if nomor - awal > 1:
                for kolom in (1, 2):
                    nilai = isi_contoh()["Capaian"][awal + 1][kolom]
                    lembar.merge_range(KEPALA + 1 + awal, kolom, KEPALA + nomor, kolom, nilai, rupa)
            awal = nomor
    lembar.merge_range("A4:J4", "Capaian Kinerja", rupa)


def _bersyarat(buku, lembar):
    merah = buku.add_format({"bg_color": "#FFC7CE"})
    lembar.conditional_format("H6:H60", {"type": "cell", "criteria": "<", "value": 1, "format": merah})
    lembar.conditional_format("G6:G60", {"type": "data_bar", "data_bar_2010": True})
    lembar.conditional_format("H6:H60", {"type": "icon_set", "icon_style": "3_traffic_lights"})


def _grafik(buku, lembar):
    bagan = buku.add_chart({"type": "column"})
    bagan.add_series({"values": "=Capaian!$H$6:$H$20"})
    lembar.insert_chart("L3", bagan)


def _gambar(_buku, lembar):
    lembar.insert_image("L2", "logo.png", {"image_data": io.BytesIO(_png())})
    lembar.set_header("&L&G", {"image_left": "logo.png", "image_data_left": io.BytesIO(_png())})


def _terlindung(_buku, lembar):
    lembar.protect("rahasia", {"objects": False, "format_cells": False})
    lembar.set_landscape()
    lembar.print_area("A1:J60")
    lembar.repeat_rows(4)


def _komentar(_buku, lembar):
    lembar.set_comments_author("Kasubbag Umum")
    lembar.write_comment("H7", "Mohon dicek lagi ke <bagian> keuangan & aset")
    lembar.write_comment("C6", "Sudah dikonfirmasi")


def _kontrol(_buku, lembar):
    lembar.insert_button("L2", {"caption": "Hitung"})


def _bernama(buku, lembar):
    depan = buku.add_worksheet("Sampul")
    depan.hide()
    buku.worksheets_objs.insert(0, buku.worksheets_objs.pop())
    for nomor, ini in enumerate(buku.worksheets_objs):
        ini.index = nomor
    lembar.activate()
    lembar.autofilter("A5:J60")
    lembar.print_area("A1:J60")
    buku.define_name("Perilaku!Lokal", "=Perilaku!$A$1")
    buku.define_name("Umum", "=Capaian!$H$6")


def _openpyxl(isi: bytes) -> bytes:
    wadah = io.BytesIO()
    openpyxl.load_workbook(io.BytesIO(isi)).save(wadah)
    return wadah.getvalue()


def ragam() -> dict[str, bytes]:
    """Every kind by its name; what LibreOffice writes is asked of the marked copies that it has saved."""
    dasar = tulis()
    return {
        "dasar": dasar,
        "openpyxl": _openpyxl(tulis(_komentar)),
        "tabel": tulis(_tabel),
        "gabungan": tulis(_gabungan),
        "format bersyarat": tulis(_bersyarat),
        "grafik": tulis(_grafik),
        "gambar": tulis(_gambar),
        "terlindung": tulis(_terlindung),
        "komentar": tulis(_komentar),
        "percakapan": sunting(tulis(_komentar), percakapan),
        "tombol": tulis(_kontrol),
        "nama dan lembar tersembunyi": tulis(_bernama),
        "teks sebaris": tulis(constant_memory=True),
        "daftar x14": sunting(dasar, x14),
        "ketat": sunting(dasar, ketat),
        "ketat berkomentar": sunting(tulis(_komentar), ketat),
        "wps": sunting(dasar, wps),
        "awalan": sunting(dasar, awalan),
        "tanpa alamat": sunting(dasar, tanpa_alamat),
        "makro": sunting(dasar, makro),
        "komentar xml": sunting(dasar, cdata),
        "tanpa gaya": sunting(dasar, tanpa_gaya),
        "tanpa pemampatan": sunting(dasar, lambda _bagian: None, zipfile.ZIP_STORED),
    }
