"""Ways to spoil a workbook: in its bytes, in the XML of its parts, in its cells. All drawn from a given random source."""

import io
import random
import re
import struct
import zipfile
from collections.abc import Callable

from mutasi_sel import ubah_baris, ubah_kolom, ubah_sel

Acak = random.Random
Ubah = Callable[[bytes, Acak], bytes]

_TAG = re.compile(rb"<[A-Za-z][^<>]*>")
_ATRIBUT = re.compile(rb'\s[\w:]+="[^"<>]*"')
_UNSUR = re.compile(
    rb"<(c|row|si|sheet|xf|numFmt|Relationship|Override|mergeCell|col|table:table-cell|table:table-row)\b[^<>]*(?:/>|>.*?</\1>)",
    re.DOTALL,
)
_TEKS = re.compile(rb">([^<>]+)<")
_GANTI_TEKS = (
    b"", b"0", b"-1", b"1e308", b"NaN", b"INF", b"99999999999", b"#REF!", b"&amp;", b"&bad;", b"\xff", b"\x00", b"1,5", b"12", b"]]>",
)  # fmt: skip


def balik_bita(data: bytes, acak: Acak) -> bytes:
    """Change up to eight bytes."""
    hasil = bytearray(data)
    for _ in range(acak.randint(1, 8)):
        hasil[acak.randrange(len(hasil))] = acak.randrange(256)
    return bytes(hasil)


def potong(data: bytes, acak: Acak) -> bytes:
    """Cut off the end, or a piece out of the middle."""
    awal = acak.randrange(len(data))
    return data[:awal] if acak.random() < 0.6 else data[:awal] + data[awal + acak.randint(1, 400) :]


def gandakan_bita(data: bytes, acak: Acak) -> bytes:
    """Repeat a piece, or put garbage between."""
    awal = acak.randrange(len(data))
    sisip = data[awal : awal + acak.randint(1, 600)] if acak.random() < 0.6 else acak.randbytes(50)
    return data[:awal] + sisip + data[awal:]


def _bongkar(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as arsip:
        return {nama: arsip.read(nama) for nama in arsip.namelist()}


def _kemas(isi: dict[str, bytes]) -> bytes:
    wadah = io.BytesIO()
    with zipfile.ZipFile(wadah, "w") as arsip:
        for nama, bita in isi.items():
            cara = zipfile.ZIP_STORED if nama == "mimetype" else zipfile.ZIP_DEFLATED
            arsip.writestr(zipfile.ZipInfo(nama, (2026, 1, 1, 0, 0, 0)), bita, cara, 1)
    return wadah.getvalue()


def _di_bagian(data: bytes, acak: Acak, ubah: Ubah) -> bytes:
    isi = _bongkar(data)
    nama = [n for n in isi if n.endswith((".xml", ".rels")) and "theme" not in n and "docProps" not in n]
    # The sheets are most of a workbook, and most of what can go wrong.
    lembar = [n for n in nama if "worksheets/sheet" in n or n == "content.xml"]
    bagian = acak.choice(lembar if lembar and acak.random() < 0.6 else nama)
    isi[bagian] = ubah(isi[bagian], acak)
    return _kemas(isi)


def _pilih(pola: re.Pattern[bytes], isi: bytes, acak: Acak) -> re.Match[bytes] | None:
    """Return a match near a random place, the first one where none follows."""
    return pola.search(isi, acak.randrange(max(1, len(isi)))) or pola.search(isi)


def _tukar(isi: bytes, cocok: re.Match[bytes] | None, baru: bytes, kelompok: int = 0) -> bytes:
    if cocok is None:
        return isi
    return isi[: cocok.start(kelompok)] + baru + isi[cocok.end(kelompok) :]


def hapus_atribut(data: bytes, acak: Acak) -> bytes:
    """Drop an attribute."""

    def ubah(isi: bytes, acak: Acak) -> bytes:
        return _tukar(isi, _pilih(_ATRIBUT, isi, acak), b"")

    return _di_bagian(data, acak, ubah)


def ubah_atribut(data: bytes, acak: Acak) -> bytes:
    """Give an attribute another value: a style, a type, an address, a relation."""

    def ubah(isi: bytes, acak: Acak) -> bytes:
        cocok = _pilih(_ATRIBUT, isi, acak)
        if cocok is None:
            return isi
        nama, _, lama = cocok[0].partition(b"=")
        angka = re.search(rb"\d+", lama)
        pilihan = [b"0", b"1", b"e", b"s", b"b", b"str", b"percentage", b"-1", b"99999999", b"XFE1048577"]
        if angka:
            pilihan += [b"%d" % (int(angka[0]) + acak.choice((-1, 1, 2, 10)))] * 6
            if acak.random() < 0.6:
                return _tukar(isi, cocok, nama + b"=" + _tukar(lama, angka, acak.choice(pilihan)))
        return _tukar(isi, cocok, nama + b'="' + acak.choice(pilihan) + b'"')

    return _di_bagian(data, acak, ubah)


def hapus_unsur(data: bytes, acak: Acak) -> bytes:
    """Remove an element with all it holds."""

    def ubah(isi: bytes, acak: Acak) -> bytes:
        return _tukar(isi, _pilih(_UNSUR, isi, acak), b"")

    return _di_bagian(data, acak, ubah)


def gandakan_unsur(data: bytes, acak: Acak) -> bytes:
    """Repeat an element, beside itself or somewhere else."""

    def ubah(isi: bytes, acak: Acak) -> bytes:
        cocok = _pilih(_UNSUR, isi, acak)
        if cocok is None:
            return isi
        lain = _pilih(_UNSUR, isi, acak) if acak.random() < 0.3 else cocok
        letak = (lain or cocok).end()
        return isi[:letak] + cocok[0] + isi[letak:]

    return _di_bagian(data, acak, ubah)


def ubah_teks(data: bytes, acak: Acak) -> bytes:
    """Change what stands between two tags."""

    def ubah(isi: bytes, acak: Acak) -> bytes:
        cocok = _pilih(_TEKS, isi, acak)
        if cocok is None:
            return isi
        baru = acak.choice(_GANTI_TEKS)
        if acak.random() < 0.5 and cocok[1].isdigit():
            baru = b"%d" % (int(cocok[1]) + acak.choice((-1, 1, 3, 100)))
        return _tukar(isi, cocok, baru, 1)

    return _di_bagian(data, acak, ubah)


def rusak_tag(data: bytes, acak: Acak) -> bytes:
    """Break the XML itself: a tag lost, doubled or torn."""

    def ubah(isi: bytes, acak: Acak) -> bytes:
        cocok = _pilih(_TAG, isi, acak)
        if cocok is None:
            return isi
        return _tukar(
            isi, cocok, acak.choice((b"", cocok[0] * 2, cocok[0][:-1], b"<!--" + cocok[0], b"<!DOCTYPE x>"))
        )

    return _di_bagian(data, acak, ubah)


def hapus_bagian(data: bytes, acak: Acak) -> bytes:
    """Lose a part, or leave half of one."""
    isi = _bongkar(data)
    nama = acak.choice(list(isi))
    if acak.random() < 0.5:
        del isi[nama]
    else:
        isi[nama] = isi[nama][: acak.randrange(len(isi[nama]) + 1)]
    return _kemas(isi)


def ubah_rekaman_xls(data: bytes, acak: Acak) -> bytes:
    """Change a number, the index of a text or a style in the records of an .xls."""
    hasil = bytearray(data)
    tanda, letak_isi, bentuk = acak.choice(
        ((b"\x03\x02\x0e\x00", 10, "<d"), (b"\xfd\x00\x0a\x00", 10, "<I"), (b"\xfd\x00\x0a\x00", 8, "<H"), (b"\x7e\x02\x0a\x00", 10, "<I"))
    )  # fmt: skip
    letak = data.find(tanda, acak.randrange(len(data)))
    if letak < 0:
        letak = data.find(tanda)
    if 0 <= letak <= len(data) - 24:
        (lama,) = struct.unpack_from(bentuk, data, letak + letak_isi)
        if bentuk == "<d":
            baru = acak.choice((lama + 1, lama * 10, float("nan"), float("inf"), 1e300, -lama))
        else:
            baru = acak.choice((lama + 1, lama ^ 1, 0, 0xFFFF))
        struct.pack_into(bentuk, hasil, letak + letak_isi, baru)
    return bytes(hasil)


BITA: tuple[Ubah, ...] = (balik_bita, potong, gandakan_bita)
XML: tuple[Ubah, ...] = (
    hapus_atribut, ubah_atribut, hapus_unsur, gandakan_unsur, ubah_teks, rusak_tag, hapus_bagian,
)  # fmt: skip
SEL: tuple[Ubah, ...] = (ubah_sel, ubah_sel, ubah_baris, ubah_kolom)


def mutasi(data: bytes, akhiran: str, acak: Acak) -> tuple[str, str, bytes]:
    """Spoil a workbook; returns the family and the name of the way, and the spoilt bytes."""
    keluarga: dict[str, tuple[Ubah, ...]] = {"bita": BITA}
    if akhiran == ".xls":
        keluarga["rekaman"] = (ubah_rekaman_xls,)
    else:
        keluarga["xml"] = XML
    if akhiran == ".xlsx":
        keluarga["sel"] = SEL
    nama = acak.choices(list(keluarga), [1 if k == "bita" else 2 for k in keluarga])[0]
    cara = acak.choice(keluarga[nama])
    return nama, cara.__name__, cara(data, acak)
