"""Why a TOML file cannot be read, in the user's words: which line, what stands there, and how it should be written.

Whoever edits these files has Notepad: curly quotes, backslashes of a path, a forgotten quote, a file saved as ANSI. What the
parser says of them is English and about its grammar; here the line itself is looked at.
"""

import codecs
import re
import tomllib
from collections.abc import Iterator

from asn_nilai.acuan.pola_tunda import pola_tunda

_TEMPAT = pola_tunda(r"\(at line (\d+), column \d+\)")
_GANDA = pola_tunda(r"Cannot (?:overwrite|declare|mutate)|already exists|twice")
_KUTIP_LENGKUNG = str.maketrans("“”„«»‘’", '"""""\'\'')
_YA_TIDAK = {
    "ya": "true", "benar": "true", "true": "true", "yes": "true", "tidak": "false", "salah": "false", "false": "false", "no": "false",
}  # fmt: skip
_SIMPAN_ULANG = (
    'Buka dengan Notepad, pilih File › Simpan Sebagai, pada Pengodean (Encoding) pilih "UTF-8", lalu Simpan.'
)
_SANDI_LAIN = f"teksnya tidak disimpan sebagai UTF-8. {_SIMPAN_ULANG}"


class BukanTeksError(ValueError):
    """Bytes are no text that we read; the message, Indonesian sentences, says what they seem to be and what to do."""


def baca_teks(isi: bytes) -> str:
    """Return the text of a file as editors save it: UTF-8 with or without its mark, or UTF-16 with it.

    Raises:
        BukanTeksError: another encoding, or no text at all.
    """
    tanda16 = isi.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        teks = isi.decode("utf-16" if tanda16 else "utf-8-sig")
    except UnicodeDecodeError as galat:
        if isi.startswith(b"PK"):
            raise BukanTeksError("isinya buku kerja atau arsip, bukan teks. Pilih berkas .toml.") from galat
        if tanda16:
            raise BukanTeksError(_SANDI_LAIN) from galat
        nomor = isi[: galat.start].count(b"\n") + 1
        baris = isi.splitlines()[nomor - 1].decode("cp1252", "replace").strip()
        raise BukanTeksError(
            f"baris {nomor} ({baris}) memuat huruf yang tidak disimpan sebagai UTF-8. {_SIMPAN_ULANG}"
        ) from galat
    if "\x00" in teks:
        raise BukanTeksError(_SANDI_LAIN)
    return teks.replace("\r\n", "\n")


def sebab_toml(teks: str, galat: tomllib.TOMLDecodeError) -> str:
    """Return why a text is no TOML, an Indonesian clause that names the line, quotes it and says what to write instead.

    Args:
        teks: the file's text.
        galat: what `tomllib` said of it, in English.
    """
    kata = str(galat)
    cocok = _TEMPAT.search(kata)
    baris = teks.rstrip().splitlines()
    nomor = min(int(cocok[1]), len(baris)) if cocok else len(baris)
    isi = baris[nomor - 1].strip() if baris else ""
    if _GANDA.search(kata):
        sebab = "nama atau tabel itu sudah ditulis di atasnya; hapus salah satunya"
    else:
        sebab = _sebab_baris(isi)
    return f"baris {nomor} ({isi}): {sebab}"


def _sebab_baris(isi: str) -> str:
    """Return what is wrong with a line, and the line as it should be where that can be told."""
    if (lurus := isi.translate(_KUTIP_LENGKUNG)) != isi:
        return f"tanda kutipnya melengkung, padahal harus lurus; tulis {lurus}"
    if "\\" in isi:
        garis = re.sub(r"\\+", "/", isi)
        return f"garis miring terbalik tidak dapat dipakai di antara tanda kutip ganda; tulis {garis}"
    if isi.startswith("["):
        return f"kurung sikunya tidak berpasangan; tulis [{isi.strip('[] ')}]"
    nama, tanda, nilai = (bagian.strip() for bagian in isi.partition("="))
    if not tanda:
        cocok = re.fullmatch(r"([\w-]+)\s*[: ]\s*(\d+|\".*\")", isi)
        return (
            f"tanda = kurang; tulis {cocok[1]} = {cocok[2]}"
            if cocok
            else "barisnya tidak berbentuk nama = nilai; catatan harus diawali tanda #"
        )
    return next(_salah_nilai(nama, nilai))


def _salah_nilai(nama: str, nilai: str) -> Iterator[str]:
    """Yield what is wrong with `nama = nilai`, the likeliest first."""
    if not re.fullmatch(r"[\w.-]+|\".*\"", nama):
        yield "nama pengaturan di depan tanda = tidak boleh memuat spasi atau tanda baca"
    if not nilai:
        yield "isinya kosong; tulis isinya sesudah tanda =, teks diapit tanda kutip"
    if boleh := _YA_TIDAK.get(nilai.casefold()):
        yield f"ya dan tidak ditulis true dan false dengan huruf kecil; tulis {nama} = {boleh}"
    if cocok := re.fullmatch(r"(\d+|\"[^\"]*\")\s*[,;.]", nilai):
        yield f"di belakang isinya ada tanda baca; tulis {nama} = {cocok[1]}"
    if cocok := re.fullmatch(r"(\d+),(\d+)", nilai):
        yield f"angka pecahan ditulis dengan titik; tulis {nama} = {cocok[1]}.{cocok[2]}"
    if not nilai.startswith(('"', "'", "[", "{")) or nilai.count('"') % 2 or nilai.count("'") % 2:
        telanjang = nilai.strip("\"' ")
        yield f'teks harus diapit tanda kutip di depan dan di belakangnya; tulis {nama} = "{telanjang}"'
    yield "isinya tidak dapat dibaca; tulis satu nilai saja sesudah tanda =, teks diapit tanda kutip"
