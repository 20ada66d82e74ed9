"""Texts for one person's eyes: the numbers and names of all others in the register are covered.

A note may name a colleague, a finding quotes what stands in a cell; what is handed to one ASN names nobody else, however
the name or the number is spelt there.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from html import escape, unescape
from itertools import pairwise
from typing import NamedTuple

from asn_nilai.acuan.isian.orang.nip import ANGKA_HILANG
from asn_nilai.acuan.isian.skema import Skema
from asn_nilai.acuan.periode import NAMA_BULAN

NAMA_LAIN, NIP_LAIN = "(ASN lain)", "(NIP ASN lain)"
"""What stands in place of another's name, and of another's number."""
_HAMPA = "\u00ad\u200b-\u200f\u2060\ufeff"
"""Signs that nobody sees, as they stand in a class of a pattern; they come along when texts are copied."""
_PETIK = "'’‘`´ʹʼ"
_KATA = re.compile(rf"[^\W_](?:[^\W_]|[\u0300-\u036f{_HAMPA}]|[{_PETIK}](?=[^\W_]))*")
_SELA = re.compile(rf"[\s.,;_/{_HAMPA}‐-―-]*")
"""What may stand between two words of one name."""
_PISAH = rf"[\s.,_/{_PETIK}{_HAMPA}‐-―-]{{0,3}}"
"""What may stand between two digits of one number."""
_ANGKA = re.compile(rf"(?<!\d)\d(?:{_PISAH}\d){{17,}}")
_NIP = re.compile(rf"(?<!\d)\d{{8}}{_PISAH}\d{{6}}{_PISAH}\d{_PISAH}\d{{3}}(?!\d)")
_NIP_RUSAK = re.compile(rf"(?<![\d.,])(?:\d[.,]?\d{{5,16}}[eE]\+?17(?!\d)|\d{{14,17}}{ANGKA_HILANG})")
"""A number that lost its last digits: as a spreadsheet shows it, or as a finding quotes it."""
_GELAR = frozenset({
    "alm", "almh", "apt", "bapak", "bp", "bpk", "bu", "dr", "dra", "drg", "drh", "drs", "h", "haji", "hajah", "hj", "ibu", "ir", "k", "kh", "ki",
    "ners", "ns", "ny", "pak", "prof", "r", "ra", "rd", "rr", "sdr", "sdri", "tgk", "tn", "ust",
})  # fmt: skip
"""Titles before a name, and how people are addressed, folded."""
_GELAR_DEPAN = re.compile(
    rf"(?:\b(?:{'|'.join(sorted(_GELAR, key=len, reverse=True))})\b\.?\s+|\b(?:[A-Z]\.)+\s*)+$", re.IGNORECASE
)
_SAPAAN = re.compile(r"\b(?:bapak|bpk|pak|ibu|bu|sdri?|saudari?|saudara)\b\.?\s+$", re.IGNORECASE)
"""How somebody is spoken of by one name alone: `Bu Rina`."""
_TERPENDEK_PANGGILAN, _TERPENDEK_RAPAT = 3, 7
_GELAR_BELAKANG = re.compile(
    r"(?:\s*,?\s*[A-Z][A-Za-z]{0,2}(?:\.\s?[A-Z][A-Za-z]{0,4})+\b\.?)+|(?:\s*,\s*(?:Ns|Apt|Sp)\.)+"
)
"""Titles behind one: `S.E.`, `A.Md.Keb`, `M.Kes.`; whoever reads on must not find half of them."""
_GELAR_TERBUKA = re.compile(r"\.\s?[A-Za-z]{1,5}\.$")
_TAG = re.compile(r"(<(?:style|script)\b.*?</(?:style|script)>|<[^>]*>)", re.IGNORECASE | re.DOTALL)
_ATRIBUT = re.compile(r'="([^"]*)"')
_TERPENDEK_KAPITAL = 4
"""A name of one word that is shorter may be an abbreviation when it stands in capitals."""


class _Kata(NamedTuple):
    """A word of a text: folded, as it stands, and where."""

    lipat: str
    asli: str
    awal: int
    akhir: int


@dataclass(frozen=True)
class Tirai:
    """Covers, in any text, whom it is not about.

    Attributes:
        kata: what the text says itself, as labels of the rule and the ASN's own post: a colleague by the name of Baik
            must not take the word for a predikat away.
    """

    skema: Skema
    nip: str
    kata: tuple[str, ...] = ()

    def __call__(self, teks: str) -> str:
        """Return a text in which no number and no name of another ASN stands."""
        return self._tutup_nama(self._tutup_nip(teks))

    def halaman(self, html: str) -> str:
        """Return a page in which no number and no name of another ASN stands, in its words or in what a pointer shows of it."""
        return "".join(
            _ATRIBUT.sub(lambda isi: f'="{self._terurai(isi[1])}"', bagian)
            if ke % 2
            else self._terurai(bagian)
            for ke, bagian in enumerate(_TAG.split(html))
        )

    def _terurai(self, bagian: str) -> str:
        """Return words of a page, as its reader has them, covered; untouched where nobody is named."""
        biasa = unescape(bagian)
        tertutup = self(biasa)
        return bagian if tertutup == biasa else escape(tertutup)

    def _tutup_nip(self, teks: str) -> str:
        teks = _NIP.sub(lambda nomor: nomor[0] if self._sendiri(_angka(nomor[0])) else NIP_LAIN, teks)
        teks = _NIP_RUSAK.sub(lambda nomor: nomor[0] if self._rusak_sendiri(nomor[0]) else NIP_LAIN, teks)
        return _ANGKA.sub(self._tutup_deret, teks)

    def _sendiri(self, nomor: str) -> bool:
        """Tell whether 18 digits are the ASN's, also where a spreadsheet made zeros of the last three."""
        return nomor == self.nip or (nomor.endswith("000") and self.nip.startswith(nomor[:15]))

    def _rusak_sendiri(self, nomor: str) -> bool:
        """Tell whether what is left of a number is the ASN's, cut off or rounded up."""
        tersisa = _angka(re.split("[eE]", nomor)[0]).rstrip("0")
        sendiri, berikut = self.nip[: len(tersisa)], self.nip[len(tersisa) :]
        naik = sendiri.isdecimal() and berikut >= "5"
        return tersisa == sendiri or (naik and tersisa == str(int(sendiri) + 1))

    def _tutup_deret(self, deret: re.Match[str]) -> str:
        """Return digits with anything between them, the others' numbers among them covered."""
        angka = [tempat for tempat, huruf in enumerate(deret[0]) if huruf.isdecimal()]
        hasil, ke, sampai = "", 0, 0
        while ke + 18 <= len(angka):
            awal, akhir = angka[ke], angka[ke + 17] + 1
            utuh = not deret[0][awal - 1 : awal].isdecimal() and not deret[0][akhir : akhir + 1].isdecimal()
            nomor = _angka(deret[0][awal:akhir])
            if utuh and nomor in self._nomor:
                if nomor != self.nip:
                    hasil, sampai = f"{hasil}{deret[0][sampai:awal]}{NIP_LAIN}", akhir
                ke += 18
            else:
                ke += 1
        return hasil + deret[0][sampai:]

    def _tutup_nama(self, teks: str) -> str:
        kata = list(_pecah(teks))
        hasil, ke, sampai = "", 0, 0
        while ke < len(kata):
            banyak, lain = self._kenali_bergelar(teks, kata, ke)
            if lain:
                awal, akhir = _dengan_gelar(teks, kata[ke].awal, kata[ke + banyak - 1].akhir)
                hasil, sampai = f"{hasil}{teks[sampai : max(awal, sampai)]}{NAMA_LAIN}", akhir
            ke += banyak
        return hasil + teks[sampai:]

    def _kenali_bergelar(self, teks: str, kata: Sequence[_Kata], ke: int) -> tuple[int, bool]:
        """Return the same as `_kenali`, but for a title of one letter: `H. Ahmad Hidayat` is no `Ahmad H.` with a word behind it."""
        banyak, lain = self._kenali(teks, kata, ke)
        if banyak > 1 and len(kata[ke].lipat) == 1:
            utuh, lain_utuh = self._kenali(teks, kata, ke + 1)
            if utuh >= banyak:
                return 1 + utuh, lain_utuh
        return banyak, lain

    def _kenali(self, teks: str, kata: Sequence[_Kata], ke: int) -> tuple[int, bool]:
        """Return how many words from here on are a name, the longest that there is, and whether it is another's."""
        for banyak in self._panjang:
            deret = kata[ke : ke + banyak]
            kunci = tuple(sorted(milik.lipat for milik in deret))
            if len(deret) < banyak or kunci not in self._nama or not _menyatu(teks, deret):
                continue
            lain = self._nama[kunci]
            if banyak > 1 or not lain or self._sekata(teks, deret[0]):
                return banyak, lain
        return 1, kata[ke].lipat in self._rapat or self._dipanggil(teks, kata[ke])

    def _dipanggil(self, teks: str, kata: _Kata) -> bool:
        """Tell whether a word is one of another's names behind how people are addressed, or behind a title as names are written."""
        if kata.lipat not in self._panggilan:
            return False
        depan = teks[: kata.awal]
        return bool(_SAPAAN.search(depan) or (kata.asli[0].isupper() and _GELAR_DEPAN.search(depan)))

    def _sekata(self, teks: str, kata: _Kata) -> bool:
        """Tell whether a word is a name of one word: `li` may be a word of ours unless it stands as the register writes it."""
        if kata.asli in self._tulisan or (kata.asli.isupper() and len(kata.asli) >= _TERPENDEK_KAPITAL):
            return True
        return bool(_GELAR_DEPAN.search(teks[: kata.awal]))

    @cached_property
    def _nomor(self) -> frozenset[str]:
        return frozenset(nip for nip, _ in _orang(self.skema))

    @cached_property
    def _tulisan(self) -> frozenset[str]:
        """Return the names of one word as the register writes them."""
        inti = [_inti(nama) for _, nama in _orang(self.skema)]
        return frozenset(kata[0].asli for kata in inti if len(kata) == 1)

    @cached_property
    def _panggilan(self) -> frozenset[str]:
        """Return each word of the others' names that is not the ASN's own, nor a unit's or a month's."""
        tetap = {*_deret((*(unit.nama for unit in self.skema.unit.values()), *NAMA_BULAN))}
        semua = {nip: {kata.lipat for kata in _inti(nama)} for nip, nama in _orang(self.skema)}
        kata = set[str]().union(*semua.values()) - semua.get(self.nip, set())
        return frozenset(k for k in kata if len(k) >= _TERPENDEK_PANGGILAN and (k,) not in tetap)

    @cached_property
    def _rapat(self) -> frozenset[str]:
        """Return the others' names written as one word, as in the name of a file."""
        inti = {nip: [kata.lipat for kata in _inti(nama)] for nip, nama in _orang(self.skema)}
        rapat = {"".join(kata) for nip, kata in inti.items() if nip != self.nip and len(kata) > 1}
        return frozenset(r for r in rapat if len(r) >= _TERPENDEK_RAPAT) - {"".join(inti.get(self.nip, []))}

    @cached_property
    def _panjang(self) -> Sequence[int]:
        return sorted({len(kunci) for kunci in self._nama}, reverse=True)

    @cached_property
    def _nama(self) -> dict[tuple[str, ...], bool]:
        """Return the names, as their words in any order, and which are another's; the ASN's own is there so that it stays whole.

        What is also part of the ASN's name by itself, a unit's, a month's stays, and what the text says itself
        as a whole: `Kerja Bakti` says nothing of a Bakti, who is covered elsewhere.
        """
        semua = list(_orang(self.skema))
        sendiri = [nama for nip, nama in semua if nip == self.nip]
        tetap = {*_deret((*(unit.nama for unit in self.skema.unit.values()), *NAMA_BULAN))}
        sebagian = tetap | {*_deret(sendiri)}
        hasil: dict[tuple[str, ...], bool] = {}
        for nip, nama in semua:
            if nip == self.nip:
                continue
            panggilan = tuple(
                kata.lipat for kata in _inti(nama)[:2]
            )  # colleagues are called by their first two names
            bentuk = [
                lipat for lipat in _bentuk(nama) if lipat not in (tetap if len(lipat) > 1 else sebagian)
            ]
            if len(panggilan) == 2 and panggilan not in sebagian:
                bentuk.append(panggilan)
            hasil |= {tuple(sorted(lipat)): True for lipat in bentuk}
        milik = (tuple(kata.lipat for kata in _pecah(teks)) for teks in self.kata)
        tinggal = (*milik, *(lipat for nama in sendiri for lipat in _bentuk(nama)))
        return hasil | {tuple(sorted(lipat)): False for lipat in tinggal if lipat}


def _pecah(teks: str) -> Iterator[_Kata]:
    for kata in _KATA.finditer(teks):
        yield _Kata(_lipat(kata[0]), kata[0], *kata.span())


def _lipat(kata: str) -> str:
    """Return a word folded: small letters without accents, apostrophes and what nobody sees."""
    urai = unicodedata.normalize("NFKD", kata)
    return "".join(huruf for huruf in urai if huruf.isalnum()).casefold()


def _angka(teks: str) -> str:
    return "".join(huruf for huruf in unicodedata.normalize("NFKC", teks) if huruf.isdecimal())


def _menyatu(teks: str, deret: Sequence[_Kata]) -> bool:
    """Tell whether nothing but blanks and points stands between words."""
    pasangan = pairwise(deret)
    return all(_SELA.fullmatch(teks, kiri.akhir, kanan.awal) for kiri, kanan in pasangan)


def _dengan_gelar(teks: str, awal: int, akhir: int) -> tuple[int, int]:
    """Return where a name begins and ends with its titles."""
    if _GELAR_TERBUKA.search(teks[awal : akhir + 1]):
        akhir += 1
    depan, belakang = _GELAR_DEPAN.search(teks[:awal]), _GELAR_BELAKANG.match(teks, akhir)
    return depan.start() if depan else awal, belakang.end() if belakang else akhir


def _deret(semua: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """Yield every run of words, folded, that stands in one of several texts."""
    for teks in semua:
        kata = [kata.lipat for kata in _pecah(teks)]
        yield from (
            tuple(kata[awal:akhir]) for awal in range(len(kata)) for akhir in range(awal + 1, len(kata) + 1)
        )


def _orang(skema: Skema) -> Iterator[tuple[str, str]]:
    yield from ((tempat.nip, tempat.nama) for tempat in skema.penempatan)
    yield from ((orang.nip, orang.nama) for orang in skema.cacat)


def _inti(nama: str) -> list[_Kata]:
    """Return the words of a name without the titles before and behind it."""
    kata = list(_pecah(nama.partition(",")[0]))
    while len(kata) > 1 and kata[0].lipat in _GELAR:
        kata = kata[1:]
    return kata


def _bentuk(nama: str) -> Iterator[tuple[str, ...]]:
    """Yield the folded words of a name as people write it: without titles; with them; without initials; with one word as an initial."""
    inti = tuple(kata.lipat for kata in _inti(nama))
    if inti:
        yield inti
    for kata in (_pecah(nama), _pecah(nama.partition(",")[0])):
        lipat = tuple(milik.lipat for milik in kata)
        if len(lipat) > 1:
            yield lipat
    tanpa_inisial = tuple(kata for kata in inti if len(kata) > 1)
    if len(tanpa_inisial) > 1:
        yield tanpa_inisial
        pertama, *lain = tanpa_inisial
        for kata_lain in {lain[0], lain[-1]}:
            yield (pertama, kata_lain[0])
            yield (pertama[0], kata_lain)
