"""The text of one XML part while it is being edited: find tags by their place, splice bytes in, remember each splice.

Someone's workbook must come back as it was but for what we add, so a part is never parsed and written anew: prefixes,
the order of attributes, unknown extensions and line ends all stay. Two facts make searching safe: in XML without
comments and CDATA every `<` begins a tag, and a tag ends at the first `>` outside quotes.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from asn_nilai.terbit.tandai.galat import TidakDapatDitandaiError

_ISI_TAG = rb"((?:[^<>\"']|\"[^\"]*\"|'[^']*')*?)(/?)>"
_TAG = re.compile(rb"<(/?)([^\s:/<>!?=\"']+:)?([^\s:/<>!?=\"']+)" + _ISI_TAG)
_ATRIBUT = re.compile(rb"([^\s=/<>\"']+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_BUKAN_TAG = re.compile(rb"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>", re.DOTALL)
_ACUAN = re.compile("&(#[xX][0-9A-Fa-f]+|#[0-9]+|amp|lt|gt|quot|apos);")
_NAMA = re.compile(rb"<(/?)(?=[A-Za-z])")
_BERNAMA = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_PANJANG = b"sheetData"
"""The one element whose children are many; a walk over a part steps over it."""


@dataclass(frozen=True, slots=True)
class Unsur:
    """An element: local name, prefix with its colon (or blank), and its places in the text.

    `awal` is where it begins, `isi` where its content begins, `isi_akhir` where that ends, `akhir` what follows it.
    An element written `<a/>` has `isi == isi_akhir == akhir`.
    """

    nama: str
    awalan: str
    awal: int
    isi: int
    isi_akhir: int
    akhir: int

    @property
    def ringkas(self) -> bool:
        """Tell whether the element is written without an end tag."""
        return self.isi == self.akhir


@dataclass(frozen=True, slots=True)
class Sisipan:
    """One splice in the edited text: at `di` stand `panjang` bytes where `asal` stood before."""

    di: int
    panjang: int
    asal: bytes


class Naskah:
    """One XML part. All places are those of the text as it was handed in, however many splices are noted."""

    def __init__(self, teks: bytes, nama: str = "") -> None:
        """Take a part's bytes.

        Raises:
            TidakDapatDitandaiError: no UTF-8, a document type, or no element at all.
        """
        self.asli = teks
        self._sisipan: list[tuple[int, int, bytes]] = []
        self._bentang: dict[Unsur, bytes] = {}
        if teks.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in teks[:200]:
            raise TidakDapatDitandaiError(f"bagian {nama} ditulis dalam pengodean yang tidak lazim")
        self.teks = _BUKAN_TAG.sub(lambda m: b" " * len(m[0]), teks) if b"<!" in teks else teks
        if b"<!" in self.teks:
            raise TidakDapatDitandaiError(f"bagian {nama} memuat deklarasi dokumen")
        cocok, akhir = _TAG.search(self.teks), self.teks.rfind(b"</")
        if cocok is None or (akhir < 0 and not cocok[5]):
            raise TidakDapatDitandaiError(f"bagian {nama} tidak berisi XML yang utuh")
        self.akar = _unsur(cocok, cocok.end(), cocok.end()) if cocok[5] else _unsur(cocok, akhir, len(teks))

    def anak(self, induk: Unsur | None = None) -> list[Unsur]:
        """Return the children of an element, of the root by default; what stands inside sheetData is stepped over."""
        induk = induk or self.akar
        hasil: list[Unsur] = []
        kedalaman, pembuka, posisi = 0, None, induk.isi
        while cocok := _TAG.search(self.teks, posisi, induk.isi_akhir):
            posisi = cocok.end()
            if cocok[1]:
                kedalaman -= 1
                if kedalaman == 0 and pembuka is not None:
                    hasil.append(_unsur(pembuka, cocok.start(), cocok.end()))
            elif cocok[5]:
                if kedalaman == 0:
                    hasil.append(_unsur(cocok, cocok.end(), cocok.end()))
            else:
                if kedalaman == 0:
                    pembuka = cocok
                kedalaman += 1
                if cocok[3] == _PANJANG:
                    tutup = self.teks.find(b"</" + (cocok[2] or b"") + _PANJANG, posisi)
                    posisi = tutup if tutup >= 0 else posisi
        return hasil

    def cari(self, nama: str, induk: Unsur | None = None) -> Unsur | None:
        """Return the first child of that local name."""
        return next((unsur for unsur in self.anak(induk) if unsur.nama == nama), None)

    def semua(self, nama: str, awal: int = 0, akhir: int | None = None) -> Iterator[Unsur]:
        """Yield every element of a local name that cannot hold one of its own kind, at any depth."""
        akhir = len(self.teks) if akhir is None else akhir
        for cocok in _pola_nama(nama).finditer(self.teks, awal, akhir):
            if cocok[3]:
                yield _unsur_bernama(cocok, nama, cocok.end(), cocok.end())
                continue
            tanda = b"</" + cocok[1] + nama.encode()
            tutup = self.teks.find(tanda, cocok.end(), akhir)
            ujung = self.teks.find(b">", tutup) + 1 if tutup >= 0 else 0
            if ujung:
                yield _unsur_bernama(cocok, nama, tutup, ujung)

    def atribut(self, unsur: Unsur) -> dict[str, str]:
        """Return the attributes of an element by their names as written."""
        return {
            kunci.decode("utf-8", "replace"): urai_teks(a or b)
            for kunci, a, b in _ATRIBUT.findall(self.asli[unsur.awal : unsur.isi])
        }

    def isi_teks(self, unsur: Unsur) -> str:
        """Return the text inside an element that holds nothing but text."""
        return urai_teks(self.asli[unsur.isi : unsur.isi_akhir])

    def ganti(self, awal: int, akhir: int, baru: bytes) -> None:
        """Note that the bytes from `awal` to `akhir` become `baru`. Splices must not overlap."""
        self._sisipan.append((awal, akhir, baru))

    def hapus(self, unsur: Unsur) -> None:
        """Note that an element goes."""
        self.ganti(unsur.awal, unsur.akhir, b"")

    def sisipkan(self, di: int, baru: bytes) -> None:
        """Note bytes to put in at a place; several at one place stand in the order of the calls."""
        self.ganti(di, di, baru)

    def isi_ujung(self, unsur: Unsur, baru: bytes) -> None:
        """Note content to append to an element."""
        if unsur.ringkas:
            self._bentang[unsur] = self._bentang.get(unsur, b"") + baru
        else:
            self.sisipkan(unsur.isi_akhir, baru)

    def atur(self, unsur: Unsur, nama: str, nilai: object) -> None:
        """Note an attribute's new value, a harmless text; it is added where there is none."""
        baru = str(nilai).encode()
        for cocok in _ATRIBUT.finditer(self.asli, unsur.awal, unsur.isi):
            if cocok[1] == nama.encode():
                nomor = 2 if cocok[2] is not None else 3
                self.ganti(*cocok.span(nomor), baru)
                return
        ujung = unsur.awal + 1 + len(f"{unsur.awalan}{unsur.nama}".encode())
        self.sisipkan(ujung, b" " + nama.encode() + b'="' + baru + b'"')

    @property
    def berubah(self) -> bool:
        """Tell whether a splice was noted."""
        return bool(self._sisipan or self._bentang)

    def jadi(self) -> tuple[bytes, list[Sisipan]]:
        """Return the edited text and its splices, from the front to the back."""
        potongan: list[bytes] = []
        jejak: list[Sisipan] = []
        posisi = panjang = 0
        for awal, akhir, baru in sorted((*self._sisipan, *self._terbentang()), key=lambda tempat: tempat[:2]):
            tetap = self.asli[posisi:awal]
            panjang += len(tetap)
            potongan += (tetap, baru)
            jejak.append(Sisipan(panjang, len(baru), self.asli[awal:akhir]))
            panjang += len(baru)
            posisi = akhir
        potongan.append(self.asli[posisi:])
        return b"".join(potongan), jejak

    def _terbentang(self) -> Iterator[tuple[int, int, bytes]]:
        """Yield the splices that open elements written `<a/>`."""
        for unsur, isi in self._bentang.items():
            garis = self.asli.rindex(b"/", unsur.awal, unsur.isi)
            yield garis, unsur.akhir, b">" + isi + f"</{unsur.awalan}{unsur.nama}>".encode()


def pulihkan(teks: bytes, jejak: list[Sisipan]) -> bytes:
    """Take splices back; the inverse of `Naskah.jadi`.

    Raises:
        ValueError: the splices do not fit the text.
    """
    potongan: list[bytes] = []
    posisi = 0
    for sisipan in jejak:
        if not posisi <= sisipan.di <= sisipan.di + sisipan.panjang <= len(teks):
            raise ValueError("sisipan di luar naskah")
        potongan += (teks[posisi : sisipan.di], sisipan.asal)
        posisi = sisipan.di + sisipan.panjang
    return b"".join((*potongan, teks[posisi:]))


def berawalan(xml: bytes, awalan: str) -> bytes:
    """Return elements written without prefix as a part writes them; `awalan` has its colon, or is blank."""
    return _NAMA.sub(rb"<\1" + awalan.encode(), xml) if awalan else xml


def urai_teks(mentah: bytes) -> str:
    """Return what a piece of character data says."""
    teks = mentah.decode("utf-8", "replace")
    return _ACUAN.sub(_satu_acuan, teks) if "&" in teks else teks


def _satu_acuan(cocok: re.Match[str]) -> str:
    nama = cocok[1]
    if not nama.startswith("#"):
        return _BERNAMA[nama]
    angka = int(f"0{nama[1:]}", 0) if nama[1] in "xX" else int(nama[1:])
    return chr(angka) if angka < 0x110000 else "\ufffd"


def _unsur(cocok: re.Match[bytes], isi_akhir: int, akhir: int) -> Unsur:
    awalan = (cocok[2] or b"").decode("utf-8", "replace")
    return Unsur(cocok[3].decode("utf-8", "replace"), awalan, cocok.start(), cocok.end(), isi_akhir, akhir)


def _unsur_bernama(cocok: re.Match[bytes], nama: str, isi_akhir: int, akhir: int) -> Unsur:
    return Unsur(nama, cocok[1].decode("utf-8", "replace"), cocok.start(), cocok.end(), isi_akhir, akhir)


@lru_cache(maxsize=64)
def _pola_nama(nama: str) -> re.Pattern[bytes]:
    return re.compile(rb"<((?:[^\s:/<>!?=\"']+:)?)" + nama.encode() + rb"(?=[\s/>])" + _ISI_TAG)
