"""What an earlier sheet Temuan still tells after another program has saved the workbook.

Texts have moved into the shared strings and styles have new numbers, but each row still holds its finding's number, the
sheet and cell it speaks of, and (in the hidden column) the style that the cell had.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from asn_nilai.acuan.temuan import JUDUL_LEMBAR_TEMUAN, LEMBAR_TEMUAN
from asn_nilai.terbit.tandai.galat import TidakDapatDitandaiError
from asn_nilai.terbit.tandai.paket.buku_sunting import BukuSunting
from asn_nilai.terbit.tandai.paket.lembar_sunting import LembarSunting
from asn_nilai.terbit.tandai.paket.naskah import Naskah, Unsur
from asn_nilai.terbit.tandai.paket.paket import Paket
from asn_nilai.terbit.tandai.sisipan.lembar_temuan import KOLOM_ASAL, KOLOM_LEMBAR, KOLOM_SEL
from asn_nilai.terbit.tandai.tanda import Sel, sel_dari_nama


@dataclass(slots=True)
class BekasLembar:
    """Earlier sheets of ours: their numbers among the sheets, and the styles that marked cells had."""

    nomor: set[int] = field(default_factory=set)
    gaya_nomor: dict[int, int] = field(default_factory=dict)
    gaya_sel: dict[tuple[str, Sel], int] = field(default_factory=dict)


def baca_bekas_lembar(paket: Paket, buku: BukuSunting) -> BekasLembar:
    """Find our sheets by their name and the title in A1, and read them."""
    bekas = BekasLembar()
    teks: _Teks | None = None
    for nomor, nama in enumerate(buku.nama):
        if not nama.casefold().startswith(LEMBAR_TEMUAN.casefold()) or buku.bagian(nomor) not in paket:
            continue
        teks = teks or _Teks(paket, buku)
        try:
            lembar = LembarSunting(paket.naskah(buku.bagian(nomor)))
        except TidakDapatDitandaiError:
            continue
        judul = lembar.sel_baris(0).get(0)
        if judul is not None and teks.baca(lembar.naskah, judul).strip() == JUDUL_LEMBAR_TEMUAN:
            bekas.nomor.add(nomor)
            _baca_gaya(bekas, lembar, teks)
    return bekas


def _baca_gaya(bekas: BekasLembar, lembar: LembarSunting, teks: "_Teks") -> None:
    for baris in lembar.baris:
        sel = lembar.sel_baris(baris)
        if 0 not in sel or KOLOM_ASAL not in sel:
            continue
        nomor, gaya = teks.baca(lembar.naskah, sel[0]), lembar.naskah.atribut(sel[KOLOM_ASAL]).get("s", "0")
        nama, alamat = (
            teks.baca(lembar.naskah, sel[k]) if k in sel else "" for k in (KOLOM_LEMBAR, KOLOM_SEL)
        )
        letak = sel_dari_nama(alamat)
        if nomor.isdecimal() and gaya.isdecimal() and letak is not None:
            bekas.gaya_nomor[int(nomor)] = int(gaya)
            bekas.gaya_sel[nama, letak] = int(gaya)


class _Teks:
    """Reads what a cell says, from the cell or from the shared strings."""

    def __init__(self, paket: Paket, buku: BukuSunting) -> None:
        bagian = buku.hubungan.menurut_jenis("sharedStrings")
        self._bersama: list[str] = []
        if bagian in paket:
            naskah = paket.naskah(bagian)
            self._bersama = [isi_teks(naskah, unsur) for unsur in naskah.semua("si")]

    def baca(self, naskah: Naskah, sel: Unsur) -> str:
        """Return a cell's text, or its number as it is written."""
        isi = "".join(naskah.isi_teks(nilai) for nilai in naskah.semua("v", sel.isi, sel.isi_akhir))
        jenis = naskah.atribut(sel).get("t")
        if jenis == "s":
            dikenal = isi.isdecimal() and int(isi) < len(self._bersama)
            return self._bersama[int(isi)] if dikenal else ""
        if jenis == "inlineStr":
            return isi_teks(naskah, sel)
        return isi.removesuffix(".0")


def isi_teks(naskah: Naskah, unsur: Unsur) -> str:
    """Return the text of an element that holds plain or rich text."""
    return "".join(naskah.isi_teks(potongan) for potongan in unsur_teks(naskah, unsur))


def unsur_teks(naskah: Naskah, unsur: Unsur) -> Iterator[Unsur]:
    """Yield the pieces of a plain or rich text."""
    return naskah.semua("t", unsur.isi, unsur.isi_akhir)
