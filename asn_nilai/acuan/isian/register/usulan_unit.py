"""What a unit's name tells: its kind, a short code, and who leads it. Proposals, for the office to change.

A code rests on the names alone and not on their order, so that the same list always gives the same codes.
"""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

from asn_nilai.acuan.isian.formulir.formulir import lipat_label

JENIS_LAIN = "Lainnya"
"""The kind of a unit whose name says none."""
_KATA_SAMBUNG = frozenset({"dan", "di", "dengan", "serta", "untuk", "pada", "dalam", "ke", "dari", "atau"})
_SINGKATAN = frozenset(
    {"DPRD", "KB", "PAUD", "RSUD", "SD", "SDN", "SMA", "SMAN", "SMK", "SMKN", "SMP", "SMPN", "TK", "UKM", "UPT", "UPTD"}
)  # fmt: skip
"""Words that stay in capitals where a whole name is written so."""
_SINGKATAN_SENDIRI = re.compile(r"\(([A-Z][A-Z0-9-]{1,11})\)")
_KATA = re.compile(r"[^\W_]+")
_HURUF_AKHIRAN, _HURUF_SEKATA, _KATA_TERPANJANG = 3, 5, 12
_VOKAL = frozenset("AIUEO")
_PELAKSANA = re.compile(r"(?:plt|plh|pjs?|sekretaris pribadi)\b\.?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class JenisUnit:
    """A kind of unit: its name, how names of such units begin, and how posts of their heads do.

    `awalan` begins the code; with `bergaris` a dash and the rest follow, else the rest's first letters. A kind that is `mandiri` is
    a unit of its own also under another one.
    """

    nama: str
    awal_nama: str
    awal_kepala: str
    awalan: str
    bergaris: bool = False
    mandiri: bool = False


JENIS_UNIT = (
    JenisUnit(
        "Puskesmas", r"(?:uptd?\s+)?(?:puskesmas|pusat kesehatan masyarakat)\b", r"kepala (?:uptd? )?(?:puskesmas|pusat kesehatan)",
        "PKM", bergaris=True, mandiri=True,
    ),
    JenisUnit("Rumah Sakit", r"(?:uptd?\s+)?(?:rsud|rumah sakit)\b", r"direktur", "RS", bergaris=True, mandiri=True),
    JenisUnit("Kelurahan", r"(?:kantor )?kelurahan\b|kantor lurah\b", r"lurah|kepala kelurahan", "KEL", bergaris=True, mandiri=True),
    JenisUnit("Kecamatan", r"(?:kantor )?kecamatan\b|kantor camat\b", r"camat|kepala kecamatan", "KEC", bergaris=True, mandiri=True),
    JenisUnit(
        "Sekolah", r"(?:sd|sdn|smp|smpn|sma|sman|smk|smkn|tk|paud|sekolah)\b", r"kepala (?:sekolah|sdn?|smpn?|sman?|smkn?|tk|paud)", "SEK",
        bergaris=True, mandiri=True,
    ),
    JenisUnit("UPT", r"uptd?\b|unit pelaksana teknis\b", r"kepala (?:uptd?|unit pelaksana)", "UPT", bergaris=True, mandiri=True),
    JenisUnit("Dinas", r"dinas\b", r"kepala dinas", "DIN"),
    JenisUnit("Badan", r"badan\b", r"kepala badan", "BAD"),
    JenisUnit("Sekretariat", r"sekretariat\b", r"sekretaris (?:daerah|dprd|dewan)", "SET"),
    JenisUnit("Inspektorat", r"inspektorat\b", r"inspektur(?: daerah| kota| kabupaten)?$", "INS"),
    JenisUnit("Bagian", r"bagian\b", r"kepala bagian", "BAG", bergaris=True),
    JenisUnit("Satuan", r"satuan\b", r"kepala satuan", "SAT"),
    JenisUnit("Kantor", r"kantor\b", r"kepala kantor", "KAN"),
)  # fmt: skip
"""In the order in which they are tried. No regulation's list: words by which names begin in cities and regencies."""
_LAIN = JenisUnit(JENIS_LAIN, "", r"kepala\b", "")


def jenis_unit(nama: str) -> JenisUnit:
    """Return the kind that a unit's name says, JENIS_LAIN where it says none."""
    return next((jenis for jenis in JENIS_UNIT if _berawal(jenis.awal_nama, nama)), _LAIN)


def pilih_unit(unit_kerja: str, unit_induk: str) -> str:
    """Return the unit in which somebody counts, of the two names that lists give: `Seksi Mutasi` of `Dinas X` is Dinas X's.

    A puskesmas, a kelurahan or a school counts by itself; what else lies under an office counts there.
    """
    if unit_kerja and (not unit_induk or jenis_unit(unit_kerja).mandiri):
        return unit_kerja
    return unit_induk


def rapikan_nama(nama: str) -> str:
    """Return a unit's name with single blanks, and not in capitals alone: `DINAS KESEHATAN` → `Dinas Kesehatan`."""
    teks = " ".join(nama.split())
    if " " not in teks or not teks.isupper():
        return teks
    return _KATA.sub(lambda kata: _kata_biasa(kata[0]), teks)


def _kata_biasa(kata: str) -> str:
    if kata in _SINGKATAN or kata.isdecimal():
        return kata
    return kata.lower() if kata.lower() in _KATA_SAMBUNG else kata.capitalize()


def usul_kode(
    nama: Iterable[str], terpakai: Collection[str], boleh: Callable[[str], bool]
) -> Mapping[str, str]:
    """Return a code for each name: short, and no two alike.

    Args:
        nama: the units' names.
        terpakai: codes that other units have.
        boleh: tells whether a code may stand, as a file's name for one.
    """
    sisa = sorted(set(nama), key=lambda milik: (lipat_label(milik), milik))
    dipakai = {kode.casefold() for kode in terpakai}
    hasil: dict[str, str] = {}
    for panjang in range(1, _HURUF_SEKATA + 1):
        calon = {milik: _kode(milik, panjang) for milik in sisa}
        semua = [kode.casefold() for kode in calon.values()]
        hasil |= {
            milik: kode
            for milik, kode in calon.items()
            if kode.casefold() not in dipakai and semua.count(kode.casefold()) == 1 and boleh(kode)
        }
        dipakai |= {kode.casefold() for kode in hasil.values()}
        sisa = [milik for milik in sisa if milik not in hasil]
    for milik in sisa:
        dasar, nomor = _kode(milik, 1) or "UNIT", 2
        while f"{dasar}-{nomor}".casefold() in dipakai:
            nomor += 1
        hasil[milik] = f"{dasar}-{nomor}"
        dipakai.add(hasil[milik].casefold())
    return hasil


def _kode(nama: str, panjang: int) -> str:
    """Return the code of a name, of each word so many letters; what the name itself has in brackets is its code."""
    if (sendiri := _SINGKATAN_SENDIRI.search(nama)) and panjang == 1:
        return str(sendiri[1])
    jenis = jenis_unit(nama)
    semua: list[str] = _KATA.findall(rapikan_nama(nama))
    kata = [kata for kata in semua if kata.casefold() not in _KATA_SAMBUNG]
    if len(kata) == 1:
        return kata[0].upper()[:_KATA_TERPANJANG]
    if jenis.bergaris:
        pokok = re.sub(jenis.awal_nama, "", " ".join(kata), count=1, flags=re.IGNORECASE).split()
        if jenis.nama == "Sekolah":
            return _awal_kata(kata, panjang)
        ekor = _awal_kata(pokok, panjang) if len(pokok) > 1 else _sekata(pokok, panjang)
        return f"{jenis.awalan}-{ekor}"
    if len(kata) == 2 and jenis.awalan:
        return jenis.awalan + _suku(kata[1].upper(), _HURUF_AKHIRAN + panjang - 1)
    return _awal_kata(kata, panjang)


def _awal_kata(kata: Iterable[str], panjang: int) -> str:
    """Return the first letters of words; abbreviations and numbers stay whole, numbers behind a dash."""
    bagian = (
        f"-{milik}" if milik.isdecimal() else milik if milik in _SINGKATAN else milik[:panjang].upper()
        for milik in kata
    )  # fmt: skip
    return "".join(bagian).strip("-")


def _sekata(kata: Collection[str], panjang: int) -> str:
    return "".join(kata).upper()[: _HURUF_SEKATA + panjang - 1]


def _suku(kata: str, muat: int) -> str:
    """Return the beginning of a word, not cut between two vowels: `KES` of Kesehatan, `DA` of Daerah."""
    awal = kata[:muat]
    return awal[:-1] if len(awal) == muat and len(kata) > muat and set(awal[-2:]) <= _VOKAL else awal


def mengepalai(jabatan: str, nama_unit: str) -> bool:
    """Tell whether a post is that of a unit's head, by its name; who acts for the head is none."""
    return not _berawal(_PELAKSANA.pattern, jabatan) and _berawal(jenis_unit(nama_unit).awal_kepala, jabatan)


def _berawal(pola: str, teks: str) -> bool:
    return bool(pola) and re.match(pola, " ".join(teks.split()), re.IGNORECASE) is not None
