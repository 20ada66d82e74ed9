"""What a number format shows: whether a percentage, by which of its parts, and as what text.

A cell stores one number and shows another where its format scales it (`#,##0,`), adds digits (`0"00"`), names a unit of measure
or hides it (`;;;`). Here alone stands what the eye reads against what is stored; each kind of file brings its formats, .ods the
text itself.
"""

import re
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from operator import eq, ge, gt, le, lt, ne
from typing import NamedTuple

from asn_nilai.acuan.pola_tunda import pola_tunda

_TOKEN = re.compile(
    r'"(?P<kutip>[^"]*)"?|\\(?P<lolos>.?)|(?P<jarak>_.?)|(?P<isi>\*.?)|\[(?P<kurung>[^\]]*)\]?|(?P<umum>General)'
    r"|(?P<ilmiah>E[+-])|(?P<angka>[0#?])|(?P<titik>\.)|(?P<koma>,)|(?P<persen>%)|(?P<pisah>;)|(?P<waktu>[ymdhsbg@/])|(?P<huruf>.)",
    re.DOTALL | re.IGNORECASE,
)
_SYARAT_FORMAT = re.compile(r"(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)\s*")
_PEMBANDING = {"<=": le, ">=": ge, "<>": ne, "<": lt, ">": gt, "=": eq}
_MATA_UANG = re.compile(r"\$([^-]*)")
_ANGKA_TAMPAK = re.compile(r"(\D*)(\d[\d.,\s']*)(\D*)")
_TANDA = re.compile(r"[-−–()+*\s]")
_MINUS, _RUPIAH = frozenset("-−–("), frozenset({"", "rp", "idr"})
_TANDA_RUPIAH = pola_tunda(r"(?:rp|idr)\b\.?|(?:rp|idr)(?=\.?\d)\.?", re.IGNORECASE)
_EKOR_RUPIAH = re.compile(r",(?:-{1,2}|–|—|=)$")
_RIBUAN_SPASI = re.compile(r"(?<=\d)\s(?=\d{3})")
_TERBACA = tuple(
    (
        re.compile(rf"\d{{1,3}}(?:{ribuan}\d{{3}})+(?:{koma}\d*)?|\d+(?:{koma}\d*)?"),
        koma.removeprefix("\\"),
    )
    for ribuan, koma in ((r"\.", ","), (",", r"\."), ("'", r"\."))
)
"""Numbers as programs print them: with a decimal comma or a decimal point."""
_PANGKAT = re.compile(r"([-−]?)(\d+)(?:[.,](\d*))?E([+-]?\d{1,2})", re.IGNORECASE)
_PECAHAN = re.compile(r"([-−]?)(?:(\d+) +)?(\d{1,9})/(\d{1,9})")
"""Numbers in another shape."""
_PUTIH = frozenset({"white", "putih", "color2", "color 2", "warna2", "warna 2"})
"""Colours of a format in which nobody sees a number."""
_TERBESAR = 1e15
_CONTOH = (1_234_567.0, 7.0, 195.0, 0.0, -7.0, 2.5)
"""Numbers that a plain format shows as they are."""


class _BagianFormat(NamedTuple):
    """One part of a number format: its tokens by kind, whether it shows a percentage, the condition under which it holds.

    `putih` tells whether it writes in white, `tampil` whether what it shows can be written out here: no date, no fraction, no power of
    ten.
    """

    token: tuple[tuple[str, str], ...]
    persen: bool
    syarat: str
    batas: float
    merah: bool
    putih: bool
    tampil: bool

    def berlaku(self, angka: float) -> bool:
        return bool(_PEMBANDING[self.syarat](angka, self.batas))


def format_persen(kode: str, angka: float | None = None) -> bool:
    """Tell whether a number format shows a percentage: a `%` outside quotes, brackets and escapes.

    A format may have several parts, such as `[<=1]0.0%;0.0"%"`: then the number tells which of them it is shown by
    (ECMA-376 part 1, 18.8.31). Without a number, whether any part shows one.
    """
    bagian = _bagian_format(kode)
    if angka is None or len(bagian) == 1:
        return any(b.persen for b in bagian)
    return _pilih(bagian, angka).persen


@lru_cache(maxsize=1024)
def format_khusus(kode: str) -> bool:
    """Tell whether a number format may show a percentage, another number than is stored, or more than a number."""
    return (
        any(b.persen or (b.syarat != "" and b.tampil) for b in _bagian_format(kode))
        or any(tampak_format(kode, angka) is not None for angka in _CONTOH)
        or tampak_teks(kode, "Teks") is not None
    )


def tampak_format(kode: str, angka: float) -> str | None:
    """Return what a number format shows of a number, as Indonesians read it; None where it shows that number.

    Dates, fractions, powers of ten and percentages are None too, unless they are written in white.
    """
    bagian = _bagian_format(kode or "General")
    if not -_TERBESAR < angka < _TERBESAR:
        return None
    terpilih = _pilih(bagian, angka)
    if terpilih.putih:
        return ""
    if terpilih.persen or not terpilih.tampil:
        return None
    teks = _tulis(terpilih, abs(angka)).strip()
    berbagian_sendiri = len(bagian) > 1 and terpilih is not bagian[0] and not terpilih.syarat
    if angka < 0 and teks and (not berbagian_sendiri or terpilih.merah):
        teks = f"-{teks}"
    return teks if tampak_lain(teks, angka) else None


@lru_cache(maxsize=1024)
def tampak_teks(kode: str, teks: str) -> str | None:
    """Return what a number format shows of a text, by its fourth part or the one with `@`; None where it shows that text."""
    bagian: list[list[tuple[str, str]]] = [[]]
    for cocok in _TOKEN.finditer(kode):
        jenis = cocok.lastgroup or ""
        if jenis == "pisah":
            bagian.append([])
        else:
            bagian[-1].append((jenis, cocok[jenis]))
    menurut_tanda = [token for token in bagian if ("waktu", "@") in token]
    terpilih = bagian[3] if len(bagian) > 3 else menurut_tanda[-1] if menurut_tanda else None
    if terpilih is None or [jenis for jenis, _ in terpilih] == ["umum"]:
        return None
    tampak = "".join(teks if token == ("waktu", "@") else _teks_token(token)[1] for token in terpilih)
    tampak = " ".join(tampak.split())
    return None if tampak == " ".join(teks.split()) else tampak


def tampak_lain(teks: str, angka: float) -> bool:
    """Tell whether a cell's text is another number than it stores, or no number alone.

    Rounding, separators, brackets or a minus for what is negative and a dash for zero, with Rp or without, are no difference, nor is
    the same number as a fraction or a power of ten. Rp beside a number is more than a number: the row's unit of measure must allow it.
    """
    bersih = teks.strip()
    if not -_TERBESAR < angka < _TERBESAR:
        return False
    if (rupa := _rupa_lain(bersih)) is not None:
        terbaca, langkah = rupa
        return abs(terbaca - angka) > 0.500001 * langkah + abs(angka) * 1e-12
    cocok = _ANGKA_TAMPAK.fullmatch(_EKOR_RUPIAH.sub("", bersih))
    if cocok is None:
        return bersih == "" or angka != 0 or _sekitar(bersih) not in _RUPIAH
    depan, badan, ekor = cocok[1], _RIBUAN_SPASI.sub("", cocok[2]).strip(), cocok[3]
    if depan[-1:] in {",", "."} and not _sekitar(depan[:-1]):
        depan, badan = depan[:-1], f"0{depan[-1]}{badan}"
    if _sekitar(depan) or _sekitar(ekor):
        return True
    negatif = not _MINUS.isdisjoint(depan) or ekor.strip()[:1] in _MINUS
    tersimpan = -angka if negatif else angka
    return not any(pola.fullmatch(badan) and _sama(tersimpan, badan, koma) for pola, koma in _TERBACA)


def tanpa_rupiah(teks: str) -> str:
    """Return what a cell shows without its Rp."""
    return _TANDA_RUPIAH.sub("", teks, count=1)


def _rupa_lain(teks: str) -> tuple[float, float] | None:
    """Return the number that a power of ten or a fraction writes, and the step to which it is rounded; None where it is neither."""
    if cocok := _PANGKAT.fullmatch(teks):
        desimal, pangkat = cocok[3] or "", int(cocok[4])
        besar, langkah = float(f"{cocok[2]}.{desimal or 0}") * 10.0**pangkat, 10.0 ** (pangkat - len(desimal))
    elif (cocok := _PECAHAN.fullmatch(teks)) and int(cocok[4]):
        besar, langkah = int(cocok[2] or 0) + int(cocok[3]) / int(cocok[4]), 1 / int(cocok[4])
    else:
        return None
    return (-besar if cocok[1] else besar), langkah


def _sekitar(teks: str) -> str:
    """Return what stands beside a number, without signs, brackets, blanks and asterisks."""
    return _TANDA.sub("", teks).casefold().strip(".")


def _sama(angka: float, badan: str, koma: str) -> bool:
    """Tell whether digits with this decimal sign are a number as far as they are rounded."""
    bulat, _, desimal = badan.partition(koma)
    terbaca = float(f"{re.sub(r'[^0-9]', '', bulat)}.{desimal or 0}")
    return abs(terbaca - angka) <= 0.500001 * 10.0 ** -len(desimal) + abs(angka) * 1e-12


def _pilih(bagian: tuple[_BagianFormat, ...], angka: float) -> _BagianFormat:
    if any(b.syarat for b in bagian):
        return next((b for b in bagian if not b.syarat or b.berlaku(angka)), bagian[-1])
    nomor = 1 if angka < 0 else 2 if angka == 0 and len(bagian) > 2 else 0
    return bagian[min(nomor, len(bagian) - 1)]


@lru_cache(maxsize=1024)
def _bagian_format(kode: str) -> tuple[_BagianFormat, ...]:
    hasil: list[_BagianFormat] = []
    potongan: list[list[tuple[str, str]]] = [[]]
    for cocok in _TOKEN.finditer(kode):
        jenis = cocok.lastgroup or ""
        if jenis == "pisah":
            potongan.append([])
        else:
            potongan[-1].append((jenis, cocok[jenis]))
    for token in potongan:
        kurung = [isi for jenis, isi in token if jenis == "kurung"]
        syarat = next(filter(None, map(_SYARAT_FORMAT.fullmatch, kurung)), None)
        merah = any(isi.casefold().startswith(("red", "merah", "color")) for isi in kurung)
        putih = any(isi.strip().casefold() in _PUTIH for isi in kurung)
        waktu = any(jenis in {"waktu", "ilmiah"} for jenis, _ in token)
        selang = any(isi and set(isi.casefold()) <= set("hms") for isi in kurung)
        hasil.append(
            _BagianFormat(
                tuple(map(_teks_token, token)),
                any(jenis == "persen" for jenis, _ in token),
                *((syarat[1], float(syarat[2])) if syarat else ("", 0.0)),
                merah,
                putih,
                not (waktu or selang),
            )
        )
    return tuple(hasil)


def _teks_token(token: tuple[str, str]) -> tuple[str, str]:
    """Return a token as it is shown: texts as `teks`, digits, separators and `General` as what they are."""
    jenis, isi = token
    if jenis in {"angka", "titik", "koma", "umum"}:
        return token
    if jenis == "kurung":
        uang = _MATA_UANG.match(isi)
        return "teks", uang[1] if uang else ""
    if jenis == "isi":  # fills what is left of the cell: blanks and dots say nothing, digits do
        return "teks", isi[1:] if isi[1:].isdigit() else ""
    return "teks", {"jarak": " ", "persen": "%"}.get(jenis, isi)


def _tulis(bagian: _BagianFormat, angka: float) -> str:
    """Write a number that is not negative by one part of a format."""
    token = bagian.token
    tempat = [ke for ke, (jenis, _) in enumerate(token) if jenis == "angka"]
    if not tempat:
        umum = f"{angka:.10g}".replace(".", ",")
        return "".join(umum if jenis == "umum" else isi for jenis, isi in token)
    titik = next((ke for ke, (jenis, _) in enumerate(token) if jenis == "titik"), len(token))
    bulat, pecahan = [ke for ke in tempat if ke < titik], [ke for ke in tempat if ke > titik]
    akhir = bulat[-1] if bulat else titik
    koma = [ke for ke, (jenis, _) in enumerate(token) if jenis == "koma"]
    ribuan = any(bulat and bulat[0] < ke < akhir for ke in koma)
    skala = sum(akhir < ke < titik or ke > max(tempat) for ke in koma)
    nilai = (Decimal(repr(angka)) / 1000**skala).quantize(Decimal(1).scaleb(-len(pecahan)), ROUND_HALF_UP)
    kiri, _, kanan = f"{nilai:f}".partition(".")
    nol = next((len(bulat) - urut for urut, ke in enumerate(bulat) if token[ke][1] == "0"), 0)
    kiri = kiri.lstrip("0").rjust(nol, "0")
    wajib = max((urut + 1 for urut, ke in enumerate(pecahan) if token[ke][1] == "0"), default=0)
    kanan = kanan[:wajib] + kanan[wajib:].rstrip("0")
    isi = {ke: isi for ke, (jenis, isi) in enumerate(token) if jenis == "teks"}
    isi |= dict(zip(pecahan, kanan, strict=False))
    if kanan:
        isi[titik] = "," if bulat else f"{kiri},"
    _sebar(isi, bulat, kiri, ribuan=ribuan)
    return "".join(isi.get(ke, "") for ke in range(len(token)))


def _sebar(isi: dict[int, str], bulat: list[int], kiri: str, *, ribuan: bool) -> None:
    """Lay the digits before the comma upon their places from the right; the first place takes all that are left."""
    terpakai = 0
    for ke in reversed(bulat):
        banyak = len(kiri) - terpakai if ke == bulat[0] else min(1, len(kiri) - terpakai)
        potongan = ""
        for _ in range(banyak):
            pemisah = "." if ribuan and terpakai and terpakai % 3 == 0 else ""
            terpakai += 1
            potongan = kiri[len(kiri) - terpakai] + pemisah + potongan
        isi[ke] = potongan
