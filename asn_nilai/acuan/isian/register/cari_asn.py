"""Who is meant by what somebody typed in place of a NIP: words of a name, or some of the NIP's digits."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from asn_nilai.acuan.isian.formulir.formulir import lipat_label
from asn_nilai.acuan.isian.orang.nip import normalkan
from asn_nilai.acuan.isian.skema import Penempatan, Skema

_KATA_MIRIP = 0.7
"""So alike are two words of which one may be the other with a slip."""


def cari_asn(skema: Skema, ketikan: str) -> tuple[Penempatan, ...]:
    """Return the ASN of the register who can be meant, the last placement of each, by name.

    Every word must begin a word of the name, in any order; digits must stand somewhere in the NIP. Who bears the whole name
    stands before those whose name holds more.
    """
    angka = normalkan(ketikan)
    if angka.isdecimal():
        return _urut(asn for asn in _semua(skema) if angka in asn.nip)
    kata = _kata(ketikan)
    ada = [asn for asn in _semua(skema) if _bernama(asn.nama, kata)]
    return _urut([asn for asn in ada if lipat_label(asn.nama) == "".join(kata)] or ada)


def cari_tanpa_nip(skema: Skema, ketikan: str) -> str:
    """Return what is said to who asks for somebody who is on the register without any NIP; blank where nobody can be meant."""
    kata = _kata(ketikan)
    orang = next((orang for orang in skema.cacat if not orang.nip and _bernama(orang.nama, kata)), None)
    if orang is None:
        return ""
    unit = next((tempat.kode_unit for tempat in orang.cacat if tempat.kode_unit), "KODE")
    return (
        f"{orang.nama} ada pada lembar Pegawai ({orang.sebab[0].letak}), tetapi NIP-nya tidak ada, jadi belum dinilai. Isi NIP-nya di situ, "
        f"lalu ulangi. Kartunya yang menyebut sebabnya ditulis bersama unitnya: asn-nilai jelaskan --unit {unit}"
    )


def nama_mirip(skema: Skema, ketikan: str) -> tuple[Penempatan, ...]:
    """Return the ASN whose names hold most words like those that were typed, at most three; for who made a slip."""
    dicari = [lipat_label(sebutan) for sebutan in ketikan.split()]

    def cocok(asn: Penempatan) -> int:
        bagian = [lipat_label(kata) for kata in asn.nama.split()]
        return sum(bool(get_close_matches(kata, bagian, 1, _KATA_MIRIP)) for kata in dicari)

    urut = sorted(
        ((cocok(asn), asn) for asn in _semua(skema)), key=lambda pasangan: (-pasangan[0], pasangan[1].nama)
    )
    return tuple(asn for banyak, asn in urut if banyak and banyak == urut[0][0])[:3]


def _semua(skema: Skema) -> Iterable[Penempatan]:
    """Return the last placement of each ASN, also of those whose row is faulty as long as it has a NIP."""
    cacat = (orang.cacat[-1]._replace(nip=orang.nip, nama=orang.nama) for orang in skema.cacat if orang.nip)
    return {tempat.nip: tempat for tempat in (*skema.penempatan, *cacat)}.values()


def _kata(ketikan: str) -> list[str]:
    return [lipat for sebutan in ketikan.split() if (lipat := lipat_label(sebutan))]


def _bernama(nama: str, kata: Sequence[str]) -> bool:
    return bool(kata) and all(_memuat(nama, sebutan) for sebutan in kata)


def _memuat(nama: str, kata: str) -> bool:
    return any(lipat_label(bagian).startswith(kata) for bagian in nama.replace(",", " ").split())


def _urut(semua: Iterable[Penempatan]) -> tuple[Penempatan, ...]:
    return tuple(sorted(semua, key=lambda asn: (asn.nama, asn.nip)))
