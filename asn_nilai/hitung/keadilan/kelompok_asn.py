"""Which groups the scored ASN belong to: what the NIP and the register say of each, for the comparisons of Keadilan.

What cannot be read, or stands nowhere, is not known; nobody is put into a group by guess.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from asn_nilai.acuan.isian.orang.golongan import KELOMPOK_GOLONGAN, kelompok_golongan
from asn_nilai.acuan.isian.orang.nip import PNS, PPPK, FormatNipError, Nip, baca_nip
from asn_nilai.acuan.isian.skema import Penempatan, Skema, Unit
from asn_nilai.acuan.periode import Periode

if TYPE_CHECKING:
    import pandas as pd

KELOMPOK_UMUR = ("di bawah 30 tahun", "30–39 tahun", "40–49 tahun", "50 tahun ke atas")
_DASAWARSA_PERTAMA = 2
"""Decade of life of the first band: whoever has not begun the fourth, the third or an earlier one."""


@dataclass(frozen=True, slots=True)
class AsnBerkelompok:
    """What is known of one scored ASN; blank where it is not.

    `nip_penilai` is the NIP Atasan, `penilai` the name. Free texts stand as written in the register.
    """

    jenis_kelamin: str = ""
    kelompok_umur: str = ""
    jenis_asn: str = ""
    golongan: str = ""
    jenis_jabatan: str = ""
    jenis_unit: str = ""
    penilai: str = ""
    nip_penilai: str = ""


@dataclass(frozen=True, slots=True)
class CaraKelompok:
    """One way to group: its name for readers, what it asks of an ASN, and the groups' order (none: by alphabet)."""

    judul: str
    baca: Callable[[AsnBerkelompok], str]
    urutan: tuple[str, ...] = ()


CARA_KELOMPOK = (
    CaraKelompok("Jenis kelamin", lambda asn: asn.jenis_kelamin, ("Perempuan", "Laki-laki")),
    CaraKelompok("Kelompok umur", lambda asn: asn.kelompok_umur, KELOMPOK_UMUR),
    CaraKelompok("Jenis ASN", lambda asn: asn.jenis_asn, (PNS, PPPK)),
    CaraKelompok("Golongan", lambda asn: asn.golongan, KELOMPOK_GOLONGAN),
    CaraKelompok("Jenis jabatan", lambda asn: asn.jenis_jabatan),
    CaraKelompok("Jenis unit", lambda asn: asn.jenis_unit),
    CaraKelompok("Penilai", lambda asn: asn.penilai),
)
"""The comparisons that are made. Each one's `judul` seeds its own chance: a new name gives other intervals."""


def baca_asn(dinilai: "pd.DataFrame", skema: Skema, periode: Periode) -> list[AsnBerkelompok]:
    """Return what is known of each scored ASN, in the order of the rows.

    Args:
        dinilai: rows with the columns `nip` and `kode_unit`, the unit where the score stands.
        skema: the registers; the last placement that touches the period counts.
        periode: age is that of its last day.
    """
    nama = nama_penilai(skema)
    hasil = []
    for nip, kode_unit in zip(dinilai["nip"].tolist(), dinilai["kode_unit"].tolist(), strict=True):
        tempat = penempatan_terakhir(nip, skema, periode) or Penempatan(nip, "", kode_unit, jenis_asn="")
        hasil.append(_baca(tempat, skema.unit.get(kode_unit), periode, nama))
    return hasil


def _baca(tempat: Penempatan, unit: Unit | None, periode: Periode, nama: Mapping[str, str]) -> AsnBerkelompok:
    nip = _nip(tempat.nip)
    jenis_asn = tempat.jenis_asn or (nip.dugaan_jenis_asn if nip else "")
    return AsnBerkelompok(
        jenis_kelamin=nip.jenis_kelamin if nip else "",
        kelompok_umur=_kelompok_umur(nip, periode) if nip else "",
        jenis_asn=jenis_asn,
        golongan=kelompok_golongan(tempat.golongan, jenis_asn),
        jenis_jabatan=tempat.jenis_jabatan,
        jenis_unit=unit.jenis if unit else "",
        penilai=nama.get(tempat.nip_atasan, ""),
        nip_penilai=tempat.nip_atasan,
    )


def _nip(teks: str) -> Nip | None:
    try:
        return baca_nip(teks)
    except FormatNipError:
        return None


def penempatan_terakhir(nip: str, skema: Skema, periode: Periode) -> Penempatan | None:
    """Return an ASN's last placement that touches the period, None where the register has none."""
    semua = [tempat for tempat in skema.penempatan_asn.get(nip, ()) if tempat.bulan_dalam(periode)]
    return semua[-1] if semua else None


def _kelompok_umur(nip: Nip, periode: Periode) -> str:
    """Return the age band on the period's last day; a birth date after it, or over a century before, is no age."""
    lahir, hari = nip.tanggal_lahir, periode.hari_terakhir
    umur = hari.year - lahir.year - ((hari.month, hari.day) < (lahir.month, lahir.day))
    if not 0 <= umur < 100:
        return ""
    return KELOMPOK_UMUR[min(max(umur // 10 - _DASAWARSA_PERTAMA, 0), len(KELOMPOK_UMUR) - 1)]


def kelompokkan(teks: Sequence[str]) -> dict[str, list[int]]:
    """Return the positions of each group by its name; blank texts belong to none.

    Writings that differ in case and spaces only are one group, named as most write it.
    """
    menurut: dict[str, list[int]] = {}
    rapi = [" ".join(tulisan.split()) for tulisan in teks]
    for posisi, tulisan in enumerate(rapi):
        menurut.setdefault(tulisan.casefold(), []).append(posisi)
    menurut.pop("", None)
    return {_tulisan_terbanyak(rapi[p] for p in posisi): posisi for posisi in menurut.values()}


def _tulisan_terbanyak(tulisan: Iterable[str]) -> str:
    cacah = Counter(tulisan)
    return min(cacah, key=lambda ejaan: (-cacah[ejaan], ejaan))


def nama_penilai(skema: Skema) -> dict[str, str]:
    """Return the name of each assessor by NIP, no two alike: who is not registered is named by the NIP."""
    semua = dict.fromkeys(tempat.nip_atasan for tempat in skema.penempatan if tempat.nip_atasan)
    tempat = {nip: skema.penempatan_asn.get(nip) for nip in semua}
    nama = {nip: " ".join(milik[-1].nama.split()) if milik else nip for nip, milik in tempat.items()}
    cacah = Counter(teks.casefold() for teks in nama.values())
    return {nip: teks if cacah[teks.casefold()] == 1 else f"{teks} ({nip})" for nip, teks in nama.items()}
