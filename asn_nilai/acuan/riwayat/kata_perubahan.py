"""What changed, in words: a value as people read it, and a run's changes in one sentence."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal, InvalidOperation

from asn_nilai.acuan.kata.nama_salinan import bernama_salinan, tanpa_kata_salinan
from asn_nilai.acuan.periode import Bulan, Periode, PeriodeTidakSahError
from asn_nilai.acuan.pola_tunda import pola_tunda
from asn_nilai.acuan.riwayat.catatan import Catatan, Perubahan
from asn_nilai.acuan.riwayat.keadaan import (
    BOBOT,
    NHK,
    PERILAKU,
    PREDIKAT,
    RATING,
    REALISASI,
    STATUS,
    TARGET,
    TIDAK_ADA,
    Beda,
    Kunci,
)
from asn_nilai.acuan.setoran.banding_kiriman import JUDUL_GOLONGAN, Golongan
from asn_nilai.acuan.tulisan import tulis_angka

AWALAN_TARGET = "target-"
"""What the name of the register of a year's targets begins with; the others bear a period's folder name."""
_HASIL = frozenset({NHK, RATING, PREDIKAT, STATUS})
_SEBUT = 10
"""People named; the others are counted."""
_SEBUT_KIRIMAN = 3
"""Differences of a unit's books that are named; the others are counted."""
GOLONGAN_ENTRI: Mapping[str, Golongan] = {
    TARGET: Golongan.TARGET,
    BOBOT: Golongan.TARGET,
    REALISASI: Golongan.REALISASI,
    PERILAKU: Golongan.PERILAKU,
}
"""As what a comparison of two submissions counts each kind of entry that comes from one."""
_PECAHAN = pola_tunda(r"(?<![\w.])(-?\d+)\.(\d+)(?![\w.])")
_ANGKA = pola_tunda(r"(?<![\w./–-])(-?\d+)(?:\.(\d+))?(?![\w./–-])")
_BERANGKA = frozenset({TARGET, BOBOT, REALISASI})
"""Kinds of entries whose figures are nothing but figures: no code, no year."""


_APA = {NHK: "NHK", RATING: "rating hasil kerja"}
"""Kinds of entries whose contract name is not how people call them."""


def kata_apa(apa: str) -> str:
    """Return what kind of thing changed as people call it."""
    kata = _APA.get(apa, apa)
    return kata[:1].upper() + kata[1:]


def judul_register(nama: str) -> str:
    """Return what a register is about, by its name: a period, or a year's targets; a stray file keeps its name."""
    tahun = nama.removeprefix(AWALAN_TARGET)
    if tahun != nama:
        return f"Target {tahun}"
    periode = _periode(nama)
    return periode.label if periode else nama


def asli_register(nama: str) -> str:
    """Return the name of the register of which this one is a copy by its own, blank for a register's name and for any other."""
    if _nama_register(nama):
        return ""
    milik = tanpa_kata_salinan(nama)
    awal = (milik[:panjang] for panjang in range(len(milik), 0, -1))
    return next(
        (ini for ini in awal if _nama_register(ini) and (ini == milik or bernama_salinan(milik, ini))), ""
    )


def _nama_register(nama: str) -> bool:
    periode = _periode(milik := nama.removeprefix(AWALAN_TARGET))
    return periode is not None and periode.nama_folder == milik


def urutan_register(nama: str) -> tuple[bool, tuple[Bulan, int, str] | str]:
    """Return what registers are ordered by: those of periods as periods are, then the others by name."""
    periode = _periode(nama)
    return (False, periode.urutan) if periode else (True, nama)


def _periode(nama: str) -> Periode | None:
    try:
        return Periode.dari_folder(nama)
    except PeriodeTidakSahError:
        return None


def kata_hal(hal: Kunci | Catatan) -> str:
    """Return which thing of whom an entry is about: its kind, unit, NIP and indicator, as far as it has them."""
    return " ".join(filter(None, (kata_apa(hal.apa), hal.kode_unit, hal.nip, hal.kode_indikator)))


def kata_nilai(tertulis: str, apa: str = "") -> str:
    """Return what an entry says as people read it: with a decimal comma, and a figure of these kinds in thousands, too."""
    if apa in _BERANGKA:
        return _ANGKA.sub(_bertitik, tertulis)
    return _PECAHAN.sub(r"\1,\2", tertulis)


def _bertitik(angka: re.Match[str]) -> str:
    bulat, pecahan = angka.groups()
    tanda, digit = ("-", bulat[1:]) if bulat.startswith("-") else ("", bulat)
    ribuan = f"{int(digit):,}".replace(",", ".")
    return f"{tanda}{ribuan},{pecahan}" if pecahan else f"{tanda}{ribuan}"


KALIMAT_PINDAHAN = (
    "Ruang kerja ini disalin atau dipindahkan sejak hitungan terakhirnya; registernya berlanjut di sini. Bila salinan yang lain "
    "juga dihitung, kedua register berpisah dan tidak dapat disatukan: pakailah satu saja."
)
"""Said once where a register was last written in another place."""


def kalimat_kiriman(semua: Sequence[Beda]) -> str:
    """Return what a unit's books say otherwise than those last computed, in the words in which two submissions are compared.

    Args:
        semua: the differences, in the order in which they are told; not empty.
    """
    banyak = Counter(GOLONGAN_ENTRI[ini.kunci.apa] for ini in semua)
    jumlah = ", ".join(f"{n} {JUDUL_GOLONGAN[golongan].lower()}" for golongan, n in banyak.items())
    sebut = "; ".join(_sebut_beda(ini) for ini in semua[:_SEBUT_KIRIMAN])
    sisa = len(semua) - _SEBUT_KIRIMAN
    return f"sejak kiriman lalu berubah: {jumlah}. {sebut}{f'; dan {tulis_angka(sisa)} lagi' if sisa > 0 else ''}."


def _sebut_beda(ini: Beda) -> str:
    apa = " ".join(
        filter(None, (kata_apa(ini.kunci.apa), ini.kunci.ruas, ini.kunci.nip, ini.kunci.kode_indikator))
    )
    semula, menjadi = (kata_nilai(isi, ini.kunci.apa) for isi in (ini.semula, ini.menjadi))
    return f"{apa} {semula} menjadi {menjadi} ({ini.sel})"


def kalimat_perubahan(semua: Sequence[Perubahan], nama: Mapping[str, str], *, terkunci: bool) -> str:
    """Return what differs since the first computation, or since the lock; blank where nothing does.

    Args:
        semua: what differs.
        nama: names by NIP.
        terkunci: whether the period was ever locked.
    """
    sejak = "versi 1 dikunci" if terkunci else "hitungan pertama"
    return _kalimat(semua, nama, f"Berubah sejak {sejak}", "perubahan.csv")


def kalimat_saat_dikunci(semua: Sequence[Perubahan], nama: Mapping[str, str]) -> str:
    """Return what became another while a period was locked, because its inputs had changed; blank where nothing did."""
    return _kalimat(
        semua,
        nama,
        "Dihitung lagi dari masukan yang sekarang sebelum dikunci, dan berubah",
        "asn-nilai riwayat",
    )


def _kalimat(semua: Sequence[Perubahan], nama: Mapping[str, str], awal: str, di_mana: str) -> str:
    if not semua:
        return ""
    return f"{awal}: {_banyaknya(semua)} ({di_mana}). {kalimat_dampak(semua, nama)}"


def kalimat_koreksi(semua: Sequence[Perubahan], nama: Mapping[str, str], semula: str) -> str:
    """Return what one correction changed by itself, where earlier ones stand between it and the first lock.

    Args:
        semua: what differs from the version before.
        nama: names by NIP.
        semula: the number of that version.
    """
    dampak = kalimat_dampak(semua, nama) if _hasil(semua) else "Tidak ada nilai yang berubah karenanya."
    return f"Koreksi ini saja, sejak versi {semula}: {_banyaknya(semua)}. {dampak}"


def kalimat_dampak(semua: Sequence[Perubahan], nama: Mapping[str, str]) -> str:
    """Return whose predikat is another, and whose NHK is lower though the predikat is not: a correction for one may be at another's cost.

    Args:
        semua: what differs.
        nama: names by NIP.
    """
    predikat = [ini for ini in semua if ini.kunci.apa == PREDIKAT]
    berganti = {ini.kunci.nip for ini in predikat}
    turun = [
        (ini, ini) for ini in semua if ini.kunci.apa == NHK and ini.kunci.nip not in berganti and _turun(ini)
    ]
    return f"{_predikat(predikat, nama)}{_disebut(' NHK turun, predikat tetap', turun, nama)}"


def _hasil(semua: Iterable[Perubahan]) -> int:
    return sum(ini.kunci.apa in _HASIL for ini in semua)


def _banyaknya(semua: Sequence[Perubahan]) -> str:
    hasil = _hasil(semua)
    return f"{len(semua) - hasil} masukan, {hasil} hasil"


def _turun(ini: Perubahan) -> bool:
    """Tell whether a figure is lower than it was; what came or went is none."""
    try:
        return Decimal(ini.menjadi) < Decimal(ini.semula)
    except InvalidOperation:
        return False


def _predikat(baris: Iterable[Perubahan], nama: Mapping[str, str]) -> str:
    berganti = [*_berganti(baris)]
    return _disebut("Berganti predikat", berganti, nama) or "Tidak ada yang berganti predikat."


def _disebut(judul: str, semua: Sequence[tuple[Perubahan, Perubahan]], nama: Mapping[str, str]) -> str:
    """Return a sentence that names people with what they had and have; blank where there are none."""
    if not semua:
        return ""
    sisa = f"; dan {len(semua) - _SEBUT} ASN lagi" if len(semua) > _SEBUT else ""
    return f"{judul}: {'; '.join(_sebut(semua[:_SEBUT], nama))}{sisa}."


def _berganti(semua: Iterable[Perubahan]) -> Iterator[tuple[Perubahan, Perubahan]]:
    """Yield for each whose predikat is another the row in which it was and the row in which it is: two of who moved."""
    menurut: dict[str, list[Perubahan]] = {}
    for ini in semua:
        menurut.setdefault(ini.kunci.nip, []).append(ini)
    for milik in menurut.values():
        pergi = [ini for ini in milik if ini.menjadi == TIDAK_ADA]
        datang = [ini for ini in milik if ini.semula == TIDAK_ADA]
        if len(milik) == 2 and len(pergi) == len(datang) == 1:
            if pergi[0].semula != datang[0].menjadi:
                yield pergi[0], datang[0]
        else:
            yield from zip(milik, milik, strict=True)


def _sebut(semua: Iterable[tuple[Perubahan, Perubahan]], nama: Mapping[str, str]) -> Iterator[str]:
    for dari, ke in semua:
        nip = ke.kunci.nip
        siapa = f"{nama[nip]}, {nip}" if nip in nama else nip
        unit = " → ".join(dict.fromkeys((dari.kunci.kode_unit, ke.kunci.kode_unit)))
        yield f"{siapa} ({unit}) {kata_nilai(dari.semula)} → {kata_nilai(ke.menjadi)}"
