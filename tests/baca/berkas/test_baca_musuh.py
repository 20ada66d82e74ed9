"""Hostile workbooks: each ends in a finding of that one file or reads like the clean one; quickly, and in little memory."""

import json
import os
import re
import shutil
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from buku_biner import buku_ole, buku_xls_bersandi
from dunia_baca import JUNI, Dunia, semua_isi
from keluaran_beku import cocokkan
from laju import PELACAKAN
from musuh import (
    AKHIR,
    GAYA,
    LEMBAR,
    TAWA,
    TEKS,
    bagian,
    baris,
    bersih,
    dengan,
    dtd,
    gabungan,
    ganti,
    kemas,
    kisi,
    lebih,
    lembar_tambahan,
    sisip,
    tambah,
    teks_berganda,
)  # fmt: skip
from musuh_zip import berubah_di_jalan, berulang, cara_lain, dengan_bom, mengalir, tautan_simbolik, zip64

RUSAK, BERUBAH, BESAR, SANDI = (
    "berkas-tidak-terbaca",
    "berkas-berubah",
    "berkas-terlalu-besar",
    "berkas-bersandi",
)
GIGA = 10 * 1024
SEL_H6 = re.compile(rb'(<c r="H6")([^>]*>)<v>38</v>')
Buat = Callable[[], bytes]


def nilai_h6(isi: bytes) -> bytes:
    """Return the clean workbook with another stored value in H6."""
    return dengan(lembar=lambda d: SEL_H6.sub(rb"\1\2<v>" + isi + b"</v>", d))


def bertanggal(isi: bytes) -> bytes:
    semua = bagian(bersih())
    nomor = re.search(rb'<cellXfs count="(\d+)"', semua[GAYA])
    assert nomor is not None
    semua[GAYA] = semua[GAYA].replace(b"</cellXfs>", b'<xf numFmtId="14" applyNumberFormat="1"/></cellXfs>')
    semua[LEMBAR] = SEL_H6.sub(rb'\1 s="' + nomor[1] + rb'"\2<v>' + isi + b"</v>", semua[LEMBAR])
    return kemas(semua)


def persen_sejuta() -> bytes:
    semua = bagian(bersih())
    semua[GAYA] = semua[GAYA].replace(b"</cellXfs>", b'<xf numFmtId="9"/>' * 200_000 + b"</cellXfs>")
    return kemas(semua)


SEL_ANEH = (
    b"XFE1048577",
    b"A0",
    b"A-1",
    b"ZZZZ1",
    b"A99999999999",
    b"AAAAAAAAA1",
    b"12",
    b"AB",
    b"$A$20",
    b"A4294967297",
)

DITOLAK: dict[str, tuple[Buat, str]] = {
    **{f"tawa {nama}": (lambda nama=nama: dengan(**{nama: dtd(TAWA)}), RUSAK) for nama in ("lembar", "gaya", "buku", "teks")},
    "entitas luar": (lambda: dengan(lembar=lambda d: dtd(b'<!ENTITY x SYSTEM "file:///etc/passwd">')(d).replace(AKHIR, b"&x;" + AKHIR)), RUSAK),
    "bom teks": (lambda: dengan_bom(TEKS, GIGA, GIGA * 1024**2), BESAR),
    "bom teks, ukuran palsu": (lambda: dengan_bom(TEKS, GIGA, 1000), BESAR),
    "bom lembar, ukuran palsu": (lambda: dengan_bom(LEMBAR, GIGA, 1000), BESAR),
    "bom makro, ukuran palsu": (lambda: dengan_bom("xl/vbaProject.bin", GIGA, 1000), BESAR),
    "satu teks di banyak sel": (lambda: teks_berganda(1_000_000, 10_000), BESAR),
    "sel sejuta lebih": (lambda: lebih(kisi(20, 9_000, 80, b"><v>1</v></c>")), BESAR),
    "satu sel berulang": (lambda: lebih(b'<row r="20">' + b'<c r="Z20"><v>1</v></c>' * 1_200_000 + b"</row>"), BESAR),
    "komentar panjang": (lambda: dengan(lembar=sisip(b"<sheetData", b"<!--" + b"x" * 50_000_000 + b"='-->")), RUSAK),
    "gabungan bertumpuk": (lambda: gabungan(b'<mergeCell ref="B6:B1048576"/>' * 100_000), RUSAK),
    "enam ribu bagian": (lambda: tambah(**{f"xl/media/{n}.png": b"" for n in range(6000)}), BESAR),
    "bagian berulang": (berulang, RUSAK),
    "angka berubah di jalan": (lambda: berubah_di_jalan(LEMBAR, b"<v>1200000</v>", b"<v>9200000</v>"), BERUBAH),
    "teks berubah di jalan": (lambda: berubah_di_jalan(TEKS, b"Siti", b"Sita"), BERUBAH),
    "tautan simbolik": (tautan_simbolik, RUSAK),
    "deflate64": (lambda: cara_lain(9), RUSAK),
    "lzma": (lambda: kemas(bagian(bersih()), mampat=zipfile.ZIP_LZMA), RUSAK),
    "teks di luar daftar": (lambda: lebih(b'<row r="20"><c r="J20" t="s"><v>99999</v></c></row>'), RUSAK),
    "utf-8 rusak": (lambda: dengan(teks=ganti(b"Siti", b"S\xff\xfeti")), RUSAK),
    "utf-16": (lambda: dengan(lembar=lambda d: d.decode().replace("UTF-8", "UTF-16").encode("utf-16")), RUSAK),
    "sampah di depan": (lambda: b"sampah" * 100 + bersih(), RUSAK),
    "kosong": (lambda: b"", RUSAK),
    "csv utf-16": (lambda: "NIP\tNama".encode("utf-16"), RUSAK),
    "xls bersandi": (buku_xls_bersandi, SANDI),
    "xlsx bersandi": (lambda: buku_ole("EncryptedPackage", bytes(5000)), SANDI),
    "lembar bernama jalur": (lambda: dengan(buku=ganti(b'name="Capaian"', b'name="../../etc/passwd&apos;"')), "lembar-hilang"),
    "lembar sama bila dilipat": (lambda: lembar_tambahan("CAPAIAN_"), "lembar-ganda"),
    **{f"terpotong di {n}": (lambda n=n: bersih()[:n], RUSAK) for n in (1, 3, 10, 29, 100, 1000, 3000, 5000, -1, -5, -22, -100, -500)},
}  # fmt: skip

TERBACA: dict[str, Buat] = {
    "sejuta baris berformat": lambda: lebih(baris(range(20, 1_048_577), lambda n: b'<c r="A%d" s="0"/>' % n)),
    "kolom sampai XFD": lambda: lebih(b'<row r="20"><c r="XFD20" s="0"/></row>'),
    "ribuan gaya": persen_sejuta,
    "dimensi palsu": lambda: dengan(lembar=lambda d: re.sub(rb'<dimension ref="[^"]*"', b'<dimension ref="A1:XFD1048576"', d)),
    "seratus ribu gabungan": lambda: gabungan(b"".join(b'<mergeCell ref="L%d:M%d"/>' % (n, n) for n in range(20, 100_020))),
    "sepuluh ribu lembar": lambda: lembar_tambahan(*(f"L{n}" for n in range(10_000))),
    "rumus melingkar": lambda: dengan(lembar=lambda d: SEL_H6.sub(rb"\1\2<f>H6</f><v>38</v>", d)),
    "tautan luar": lambda: tambah(**{"xl/externalLinks/externalLink1.xml": b"<externalLink/>"}),
    "makro": lambda: tambah(**{"xl/vbaProject.bin": bytes(5000)}),
    "nama naik folder": lambda: tambah(**{"../../etc/cron.d/x": b"x", "C:\\x": b"y", "/mutlak": b"z"}),
    "mengalir": mengalir,
    "zip64": zip64,
    "tanpa dimampatkan": lambda: kemas(bagian(bersih()), mampat=zipfile.ZIP_STORED),
    "sampah di belakang": lambda: bersih() + b"sampah" * 100,
    "bom": lambda: dengan(**dict.fromkeys(("lembar", "teks", "buku"), lambda d: b"\xef\xbb\xbf" + d)),
    "lembar bernama kurung": lambda: dengan(buku=ganti(b'name="Capaian"', b'name="Capaian {x} {0!r} %s"')),
    "teks 40.000 huruf": lambda: lebih(b'<row r="20"><c r="Z20" t="inlineStr"><is><t>' + b"x" * 40_000 + b"</t></is></c></row>"),
    "bom di gambar": lambda: dengan_bom("xl/media/image1.png", GIGA, 1000),
}  # fmt: skip


def baca(dunia: Dunia, data: bytes, akhiran: str = ".xlsx"):
    dunia.target()
    dunia.berkas_capaian.with_suffix(akhiran).write_bytes(data)
    mulai = time.process_time()
    isian = dunia.baca()
    assert time.process_time() - mulai < 5 * PELACAKAN
    return isian


@pytest.mark.parametrize("nama", DITOLAK)
def test_yang_tidak_terbaca_menjadi_satu_temuan_berkas_itu(nama, dunia_tetap: Dunia):
    buat, kode = DITOLAK[nama]
    isian = baca(dunia_tetap, buat())
    assert [temuan.kode for temuan in isian.temuan] == [kode]
    assert isian.temuan[0].letak.berkas == "capaian/2026-06/PKM-01.xlsx"
    cocokkan(f"musuh/{nama.replace(' ', '-').replace('/', '-')}.txt", f"{isian.temuan[0].pesan}\n")
    assert JUNI not in isian.capaian
    assert isian.target is not None


@pytest.mark.parametrize("nama", TERBACA)
def test_yang_hanya_ganjil_terbaca_seperti_yang_bersih(nama, dunia_tetap: Dunia):
    asal = semua_isi(baca(dunia_tetap, bersih()))
    isian = baca(dunia_tetap, TERBACA[nama]())
    assert isian.temuan == []
    assert semua_isi(isian) == asal


def test_angka_yang_digitnya_dicoret_menjadi_temuan(dunia_tetap: Dunia):
    nomor = bagian(bersih())[TEKS].count(b"<si>")
    ekor = b"<si><r><rPr><strike/></rPr><t>2</t></r><r><t>800</t></r></si></sst>"
    sel = rb'\1 t="s"><v>' + str(nomor).encode() + b"</v>"
    data = dengan(teks=ganti(b"</sst>", ekor), lembar=lambda d: SEL_H6.sub(sel, d))
    isian = baca(dunia_tetap, data)
    temuan = next(temuan for temuan in isian.temuan if temuan.kode == "angka-tidak-sah")
    assert (temuan.letak.sel, isian.capaian[JUNI].isi["realisasi"][0]) == ("H6", None)
    assert "sebagian angkanya dicoret, dinaikkan, atau tidak tampak" in temuan.pesan
    assert temuan.saran == "Hapus format selnya (Clear Formats), lalu ketik satu angka saja, misalnya 95,5."


@pytest.mark.parametrize("akhiran", [".xls", ".xlsb", ".ods", ".xlsm"])
def test_akhiran_nama_tidak_menipu_siapa_pun(akhiran, dunia_tetap: Dunia):
    isian = baca(dunia_tetap, bersih(), akhiran)
    assert isian.temuan == []
    assert len(isian.capaian[JUNI]) == 8


@pytest.mark.parametrize("alamat", SEL_ANEH)
def test_alamat_yang_tidak_ada_tidak_menghentikan_apa_pun(alamat, dunia_tetap: Dunia):
    isian = baca(dunia_tetap, lebih(b'<row r="20"><c r="' + alamat + b'"><v>1</v></c></row>'))
    assert {temuan.kode for temuan in isian.temuan} <= {RUSAK, BESAR, "nip-format"}


@pytest.mark.parametrize("isi", [b"1e308", b"NaN", b"INF", b"-inf", b"1e999", b"0x10", b"1_000"])
def test_angka_di_luar_nalar_bukan_angka(isi, dunia_tetap: Dunia):
    isian = baca(dunia_tetap, nilai_h6(isi))
    assert [temuan.kode for temuan in isian.temuan] in (["angka-tidak-sah"], [RUSAK])
    assert all(tabel.isi["realisasi"][0] is None for tabel in isian.capaian.values())


@pytest.mark.parametrize("isi", [b"99999999999", b"-10000000000", b"2958466", b"0", b"60", b"1e300"])
def test_tanggal_di_luar_nalar_bukan_angka(isi, dunia_tetap: Dunia):
    isian = baca(dunia_tetap, bertanggal(isi))
    assert [temuan.kode for temuan in isian.temuan] in (["angka-tidak-sah"], [RUSAK], [])
    if not isian.temuan:
        assert isian.capaian[JUNI].isi["realisasi"][0] == float(isi)


def test_folder_bernama_buku_kerja_bukan_setoran(dunia_tetap: Dunia):
    dunia_tetap.target()
    dunia_tetap.berkas_capaian.mkdir()
    assert [temuan.kode for temuan in dunia_tetap.baca().temuan] == ["berkas-hilang"]


def test_sekota_berkas_musuh_diberitahukan_satu_per_satu_dan_unit_sehat_dinilai(tmp_path):
    """In a process of its own, so that its memory can be measured."""
    acuan = Path(__file__).resolve().parents[2] / "contoh" / "acuan"
    (tmp_path / "asn-nilai.toml").write_text("tahun = 2026\n", encoding="utf-8")
    shutil.copyfile(acuan / "skema.xlsx", tmp_path / "skema.xlsx")
    for unit, nama in (("PKM-01", ""), ("DINKES", "bom lembar, ukuran palsu")):
        for jenis, folder in (("target", "target"), ("capaian", "capaian/2026-06")):
            tujuan = tmp_path / folder / f"{unit}.xlsx"
            tujuan.parent.mkdir(parents=True, exist_ok=True)
            tujuan.write_bytes(DITOLAK[nama][0]() if nama else (acuan / f"{jenis}.xlsx").read_bytes())
    pytest.importorskip("resource", reason="hanya di POSIX")
    # A process begins with the largest size of the one that started it: one that is small stands between.
    pengukur = (
        "import resource, subprocess, sys; status = subprocess.run(sys.argv[2:]).returncode; "
        "open(sys.argv[1], 'w').write(str(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)); sys.exit(status)"
    )
    ukuran = tmp_path / "ukuran.txt"
    hasil = subprocess.run(
        [
            sys.executable, "-c", pengukur, str(ukuran),
            sys.executable, "-m", "asn_nilai", "validasi", str(tmp_path), "--json", "--paralel", "1",
        ],
        capture_output=True, check=False, env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip
    isi = json.loads(hasil.stdout)
    assert {unit["kode_unit"]: unit["status"] for unit in isi["unit"]} == {
        "PKM-01": "lengkap",
        "DINKES": "tak terbaca",
    }
    assert hasil.returncode == 1
    assert b"Traceback" not in hasil.stderr
    assert int(ukuran.read_text(encoding="utf-8")) < 1024**2


@pytest.mark.parametrize(
    ("isi", "kode"),
    [
        ('<table:table-row table:visibility="collapse" table:number-rows-repeated="10000"/>' * 50_000, "kepala-tabel-hilang"),
        ('<table:table-row table:number-rows-repeated="-5"/>', RUSAK),
        ('<table:table-row><table:table-cell table:number-columns-repeated="abc"/></table:table-row>', RUSAK),
        (
            (
                '<table:table-row table:number-rows-repeated="1000"><table:table-cell office:value-type="string" '
                f'table:number-columns-repeated="900"><text:p>{"x" * 32_000}</text:p></table:table-cell></table:table-row>'
            ),
            BESAR,
        ),
    ],
    ids=["tersembunyi", "negatif", "bukan angka", "teks berulang"],
)  # fmt: skip
def test_ods_yang_mengaku_berjuta_dalam_beberapa_huruf_ditolak(isi, kode, dunia_tetap: Dunia):
    awal = (
        '<o xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><table:table table:name="Capaian">'
    )
    jenis = b"application/vnd.oasis.opendocument.spreadsheet"
    manifes = b'<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    data = kemas(
        {
            "mimetype": jenis,
            "content.xml": f"{awal}{isi}</table:table></o>".encode(),
            "META-INF/manifest.xml": manifes,
        }
    )
    isian = baca(dunia_tetap, data, ".ods")
    assert {temuan.kode for temuan in isian.temuan} <= {kode, RUSAK}
    assert isian.temuan
