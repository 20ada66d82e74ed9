"""What the cell and text styles of .ods say beyond a number: struck out, raised, unseen, another text than is held.

Named styles stand in styles.xml, those of single cells in content.xml; what a style does not say, its parent does.
"""

import re
from dataclasses import dataclass
from operator import eq, ge, gt, le, lt, ne

from asn_nilai.baca.format_sel.corak.bersyarat import TampilanBersyarat
from asn_nilai.baca.format_sel.corak.kode_format import tampak_teks
from asn_nilai.baca.format_sel.corak.ukuran import (
    angka_dari_poin,
    baris_tipis,
    huruf_kecil,
    kolom_sempit,
    poin_ods,
)
from asn_nilai.baca.format_sel.corak.warna import HITAM, PUTIH, samar


@dataclass(slots=True)
class _Sifat:
    """What one style says itself; None where it leaves the word to its parent."""

    induk: str = ""
    coret: bool | None = None
    geser: bool | None = None
    huruf: str | None = None
    dasar: str | None = None
    kecil: bool | None = None
    tipis: bool | None = None
    format: str | None = None


@dataclass(frozen=True, slots=True)
class Gaya:
    """A style with what its parents say: whether it strikes out, raises, hides, and leaves a row or column no size; `kode` is its format of texts, blank where plain."""

    coret: bool = False
    geser: bool = False
    samar: bool = False
    tipis: bool = False
    kode: str = ""


_BAWAAN = "Default"
_FORMAT = frozenset(
    f"{jenis}-style" for jenis in ("number", "currency", "percentage", "date", "time", "boolean", "text")
)
"""What the formats of numbers and texts are called; their letters have colours of their own."""
_FORMAT_PERSEN = "percentage-style"
_SYARAT = re.compile(r"value\(\)\s*(<=|>=|!=|=|<|>)\s*(-?\d+(?:\.\d+)?)")
_PEMBANDING = {"<=": le, ">=": ge, "!=": ne, "<": lt, ">": gt, "=": eq}


class GayaOds:
    """Listens to the elements of styles, and tells of each by its name; `buka`, `teks` and `tutup` hear what is none, too."""

    def __init__(self) -> None:
        self._sifat: dict[str, _Sifat] = {}
        self._format_teks: dict[str, str] = {}
        self._kini, self._nama_format, self._dalam_teks = _Sifat(), "", False
        self._jadi: dict[str, Gaya] = {}
        self._warna_format: dict[str, _Sifat] = {}
        self._pilihan: dict[str, list[tuple[str, str]]] = {}
        self._bersama: dict[str, _Sifat] = {}
        self._format_kini = ""
        self._persen = set[str]()
        self._menurut_judul: dict[str, str] = {}

    def buka(self, nama: str, atribut: dict[str, str]) -> None:
        """Hear an element begin."""
        self._buka_format(nama, atribut)
        if nama == "style":
            nama_gaya = atribut.get("style:name", "")
            self._menurut_judul[atribut.get("style:display-name", nama_gaya)] = nama_gaya
            self._kini = self._sifat[nama_gaya] = _Sifat(
                atribut.get("style:parent-style-name", ""), format=atribut.get("style:data-style-name")
            )
        elif nama == "text-properties":
            self._huruf(atribut)
        elif nama == "table-cell-properties":
            if latar := atribut.get("fo:background-color"):
                self._kini.dasar = PUTIH if latar == "transparent" else latar.lower().lstrip("#")
        elif nama in {"table-row-properties", "table-column-properties"}:
            self._ukuran(atribut)
        elif nama == "text-style":
            self._nama_format = atribut.get("style:name", "")
            self._format_teks[self._nama_format] = ""
        elif nama == "text-content" and self._nama_format:
            self._format_teks[self._nama_format] += "@"
        elif nama == "text" and self._nama_format:
            self._dalam_teks = True
            self._format_teks[self._nama_format] += '""'  # a word of its own, be it blank

    def _buka_format(self, nama: str, atribut: dict[str, str]) -> None:
        """Hear a format of numbers begin, or which other one writes a number under a condition."""
        if nama in _FORMAT:
            self._format_kini = atribut.get("style:name", "")
            self._kini = self._warna_format[self._format_kini] = _Sifat()
            if nama == _FORMAT_PERSEN and self._format_kini:
                self._persen.add(self._format_kini)
        elif nama == "map" and self._format_kini:
            pilihan = (atribut.get("style:condition", ""), atribut.get("style:apply-style-name", ""))
            self._pilihan.setdefault(self._format_kini, []).append(pilihan)

    def _ukuran(self, atribut: dict[str, str]) -> None:
        """Hear the size of a row or column."""
        if (tinggi := poin_ods(atribut.get("style:row-height", ""))) is not None:
            self._kini.tipis = baris_tipis(tinggi)
        if (lebar := poin_ods(atribut.get("style:column-width", ""))) is not None:
            self._kini.tipis = kolom_sempit(angka_dari_poin(lebar))

    def _huruf(self, atribut: dict[str, str]) -> None:
        garis = {
            atribut[k] for sifat in ("style", "type") if (k := f"style:text-line-through-{sifat}") in atribut
        }
        if garis:
            self._kini.coret = garis != {"none"}
        if letak := atribut.get("style:text-position"):
            self._kini.geser = not letak.startswith("0%")
        if (poin := poin_ods(atribut.get("fo:font-size", ""))) is not None:
            self._kini.kecil = huruf_kecil(poin)
        if warna := atribut.get("fo:color"):
            self._kini.huruf = warna.lower().lstrip("#")
        if atribut.get("style:use-window-font-color") == "true":
            self._kini.huruf = HITAM

    def teks(self, teks: str) -> None:
        """Hear characters."""
        if self._dalam_teks:
            self._format_teks[self._nama_format] += '"{}"'.format(teks.replace('"', ""))

    def tutup(self, nama: str) -> None:
        """Hear an element end."""
        if nama == "text":
            self._dalam_teks = False
        elif nama in _FORMAT:
            self._nama_format = self._format_kini = ""
            self._kini = _Sifat()

    def bersyarat(self, nama: str) -> TampilanBersyarat | None:
        """Return what a conditional rule's style, by the name that people gave it, does to numbers; None where nothing."""
        return TampilanBersyarat(samar=True) if self.gaya(self._menurut_judul.get(nama, nama)).samar else None

    def gaya(self, nama: str | None) -> Gaya:
        """Return a style by its name; of a name that is not there, or none, the default."""
        nama = nama if nama in self._sifat else _BAWAAN
        if nama not in self._jadi:
            self._jadi[nama] = self._rakit(nama)
        return self._jadi[nama]

    def format_samar(self, nama: str | None, angka: float) -> bool:
        """Tell whether a style's format writes a number in the colour of its ground."""
        sifat, format_angka = self._format_angka(nama, angka)
        warna = self._warna_format.get(format_angka, _Sifat()).huruf
        return warna is not None and samar(warna, sifat.dasar or PUTIH)

    def format_persen(self, nama: str | None, angka: float) -> bool:
        """Tell whether a style's format shows a number as a percentage."""
        return bool(self._persen) and self._format_angka(nama, angka)[1] in self._persen

    def _format_angka(self, nama: str | None, angka: float) -> tuple[_Sifat, str]:
        """Return a style with its parents, and the name of the format by which it writes a number."""
        nama = nama if nama in self._sifat else _BAWAAN
        if nama not in self._bersama:
            self._bersama[nama] = self._gabung(nama)
        sifat = self._bersama[nama]
        format_angka = sifat.format or ""
        pilihan = self._pilihan.get(format_angka, ())
        return sifat, next((lain for syarat, lain in pilihan if _berlaku(syarat, angka)), format_angka)

    def _gabung(self, nama: str) -> _Sifat:
        """Return what a style says, together with its parents."""
        hasil, dilihat = _Sifat(), set[str]()
        while nama in self._sifat and nama not in dilihat:
            dilihat.add(nama)
            sifat = self._sifat[nama]
            for kunci in ("coret", "geser", "huruf", "dasar", "kecil", "tipis", "format"):
                if getattr(hasil, kunci) is None:
                    setattr(hasil, kunci, getattr(sifat, kunci))
            nama = sifat.induk
        return hasil

    def _rakit(self, nama: str) -> Gaya:
        hasil = self._gabung(nama)
        kode = self._format_teks.get(hasil.format or "", "")
        kode = kode and f";;;{kode}"  # the part of a format that is for texts
        return Gaya(
            hasil.coret or False,
            hasil.geser or False,
            hasil.kecil or samar(hasil.huruf or HITAM, hasil.dasar or PUTIH),
            hasil.tipis or False,
            kode if kode and tampak_teks(kode, "Teks") is not None else "",
        )


def _berlaku(syarat: str, angka: float) -> bool:
    """Tell whether a number meets the condition of a part of a format."""
    cocok = _SYARAT.fullmatch(syarat.strip())
    return cocok is not None and bool(_PEMBANDING[cocok[1]](angka, float(cocok[2])))
