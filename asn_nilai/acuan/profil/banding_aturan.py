"""Two profiles side by side: for the command `aturan`, for a simulation, and where figures were changed under another's name."""

from collections.abc import Iterator
from hashlib import sha256
from typing import NamedTuple

from asn_nilai.acuan.isian.formulir.formulir import lipat_label
from asn_nilai.acuan.periode import Periode
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.profil.ketentuan import ARTI_STATUS, KEBIJAKAN, BarisKetentuan, daftar_ketentuan
from asn_nilai.acuan.profil.muat_aturan import muat_aturan, profil_bawaan

_TINGKAT = tuple(ARTI_STATUS)
"""How sure a figure is, the surest first."""
_SEKUNDER = "sekunder"
_KOSONG = BarisKetentuan("", "", "", "")
AWALAN_SEBUTAN = "Sebutan “"
"""So begins the title of what another word for a label is read as."""


class BedaKetentuan(NamedTuple):
    """A provision in which two profiles differ; all of it blank on the side that does not have it."""

    judul: str
    lama: BarisKetentuan
    baru: BarisKetentuan

    @property
    def dasar(self) -> str:
        """Return its basis in the new profile, or in the old one where only that has it."""
        return self.baru.dasar or self.lama.dasar


def bandingkan(lama: Aturan, baru: Aturan) -> Iterator[BedaKetentuan]:
    """Yield each provision that says something else in the two profiles, in the order in which a score comes about."""
    a, b = ({ketentuan.judul: ketentuan for ketentuan in daftar_ketentuan(aturan)} for aturan in (lama, baru))
    for judul in dict.fromkeys([*a, *b]):
        semula, menjadi = a.get(judul, _KOSONG), b.get(judul, _KOSONG)
        if semula.isi != menjadi.isi:
            yield BedaKetentuan(judul, semula, menjadi)
    yield from _dibaca_lain(lama, baru)


def _dibaca_lain(lama: Aturan, baru: Aturan) -> Iterator[BedaKetentuan]:
    """Yield each word that the new profile reads as a rating and the old one does not, or as another: a Dibawah may become a Di Atas.

    One that it reads no longer is no such thing: it is told in every cell where it stands.
    """
    dulu = {ini.judul: ini for ini in ketentuan_sebutan(lama)}
    for kini in ketentuan_sebutan(baru):
        semula = dulu.get(kini.judul, _KOSONG)
        if semula.isi != kini.isi:
            yield BedaKetentuan(kini.judul, semula, kini)


def ketentuan_sebutan(aturan: Aturan) -> Iterator[BarisKetentuan]:
    """Yield which other words in files a profile reads as one of its labels, each as a provision: whoever words a rating chooses it."""
    status = _SEKUNDER if dari_program(aturan) else KEBIJAKAN
    dikenal = (*aturan.predikat.urutan, *aturan.label_hasil, *aturan.perilaku.dikenal)
    for sebutan in aturan.alias:
        dibaca = f"dibaca {aturan.kenali(sebutan, dikenal)}"
        yield BarisKetentuan(f"{AWALAN_SEBUTAN}{sebutan}”", dibaca, "Sebutan yang ditemui di berkas", status)


def dari_program(aturan: Aturan) -> bool:
    """Tell whether a profile's text is the program's own, and not an instansi's."""
    return sha256(profil_bawaan().get(aturan.profil.kode, "").encode()).hexdigest() == aturan.sha256


def beda_dari_bawaan(aturan: Aturan, periode: Periode) -> tuple[str, list[BedaKetentuan]]:
    """Return which profile of the program has the same code or name, and in what this one says otherwise; both blank where none has.

    An instansi may choose its own figures; under the name of the regulation nobody sees that it did.
    """
    profil, bawaan = aturan.profil, profil_bawaan()
    if dari_program(aturan):
        return profil.kode, []
    for kode in sorted(bawaan, key=lambda ini: ini != profil.kode):
        asli = muat_aturan(kode)
        if kode == profil.kode or _tampak_sama(profil.nama, asli.profil.nama):
            asli = asli.pada(periode)
            return kode, [*bandingkan(asli, aturan), *_lebih_pasti(asli, aturan)]
    return "", []


def beda_dari_terdekat(aturan: Aturan, periode: Periode) -> tuple[str, list[BedaKetentuan]]:
    """Return the program's profile that a profile differs from in the fewest provisions, and those, the surest of the original's first.

    Under a code and name of its own nothing tells of what a rule was copied; what it says tells.
    """
    asli = ((kode, muat_aturan(kode).pada(periode)) for kode in profil_bawaan())
    semua = ((kode, [*bandingkan(ini, aturan), *_lebih_pasti(ini, aturan)]) for kode, ini in asli)
    kode, beda = min(semua, key=lambda ini: len(ini[1]))
    return kode, sorted(beda, key=lambda ini: _TINGKAT.index(ini.lama.status or ini.baru.status))


def _lebih_pasti(asli: Aturan, aturan: Aturan) -> Iterator[BedaKetentuan]:
    """Yield each provision that says the same and claims to be surer: who objects is told that a choice is the law's own text."""
    semula = {ketentuan.judul: ketentuan for ketentuan in daftar_ketentuan(asli)}
    for kini in daftar_ketentuan(aturan):
        lama = semula.get(kini.judul, kini)
        if lama.isi == kini.isi and _TINGKAT.index(kini.status) < _TINGKAT.index(lama.status):
            arti = (ini._replace(isi=ARTI_STATUS[ini.status]) for ini in (lama, kini))
            yield BedaKetentuan(f"{kini.judul}, kepastiannya", *arti)


def _tampak_sama(nama: str, asli: str) -> bool:
    """Tell whether a name reads like another: whatever its signs and blanks, and letters of other scripts that pass for Latin ones."""
    kini, dulu = lipat_label(nama), lipat_label(asli)
    return len(kini) == len(dulu) and all(a == b or not a.isascii() for a, b in zip(kini, dulu, strict=True))
