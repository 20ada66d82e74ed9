"""A row of the sheet Pegawai as a placement, as far as it can be read, with the findings that say why it cannot stand."""

from collections.abc import Container, Iterator
from enum import StrEnum

from asn_nilai.acuan.isian.orang.nip import PNS, PPPK, baca_nip, sebab_bukan_pns
from asn_nilai.acuan.isian.skema import Penempatan
from asn_nilai.baca.skema.baris_skema import BarisSkema

BERULANG = ("kode_unit", "jenis_asn", "golongan", "jabatan", "jenis_jabatan")
"""What many people of a register have in common."""
_TEKS = ("nip", "nama", "kode_unit", "jenis_asn", "golongan", "jabatan", "jenis_jabatan", "nip_atasan")
"""The columns of a placement without its dates, in the order of its fields."""


class _JenisAsn(StrEnum):
    PNS = PNS
    PPPK = PPPK


def baca_lurus(baris: BarisSkema, unit: Container[str]) -> Iterator[Penempatan | None]:
    """Yield each row as a placement where its cells say just what a placement holds, None for a row that has to be read.

    A city's register is thousands of rows, and next to all of them have a sound NIP, a name, a kind of ASN and a unit's code as these
    are written here, and no dates. Whether they do is seen on the whole row; read cell by cell, 3,600 took a tenth of what is done before
    the first unit.

    Args:
        baris: the sheet, its NIPs typed.
        unit: the codes of the units, as they are written today.
    """
    sebaris = zip(*map(baris.kolom, _TEKS), strict=True)
    for teks, mulai, selesai in zip(sebaris, baris.tertulis("mulai"), baris.tertulis("selesai"), strict=True):
        nip, nama, kode_unit, jenis = teks[:4]
        lurus = mulai == selesai == "" and nip and nama and kode_unit in unit
        if lurus and (jenis == PPPK or (jenis == PNS and not sebab_bukan_pns(nip))):
            yield Penempatan(*teks)
        else:
            yield None


def baca_penempatan(
    baris: BarisSkema, posisi: int, kode_unit: str | None, *, unit_cacat: bool
) -> tuple[Penempatan, bool]:
    """Return a row of the sheet Pegawai as far as it can be read, and whether it can stand; with findings where not.

    Where the row cannot stand, the NIP is what is typed, an unknown unit is blank and dates that cannot be read are open.

    Args:
        baris: the sheet, its NIPs typed.
        posisi: the row's position.
        kode_unit: the code of the row's unit, None where it is that of no unit.
        unit_cacat: whether the row's unit is unknown by a fault of the sheet Unit, and not of this row.
    """
    nip = baris.teks("nip", posisi)
    baris.perlu(posisi, "nama")
    bawaan = None if baris.teks("jenis_asn", posisi) else _dugaan_jenis(nip)
    jenis = baris.pilihan("jenis_asn", posisi, _JenisAsn, bawaan)
    jenis_asn = PPPK if jenis is _JenisAsn.PPPK else PNS
    if nip and jenis is _JenisAsn.PNS and (sebab := sebab_bukan_pns(nip)):
        baris.catatan.tambah("nip-format", baris.mentah.sel_asal("nip", posisi), teks=nip, sebab=sebab)
        baris.gugurkan(posisi)
    if kode_unit is None and not unit_cacat:
        baris.tolak("kode_unit", posisi, "Kode Unit yang ada di lembar Unit")
    mulai, selesai = baris.tanggal("mulai", posisi), baris.tanggal("selesai", posisi)
    if mulai is not None and selesai is not None and selesai < mulai:
        baris.tolak("selesai", posisi, f"tanggal sejak {mulai:%d/%m/%Y}")
        mulai = selesai = None
    tempat = Penempatan(
        nip=nip or baris.nip_terbaca(posisi), nama=baris.teks("nama", posisi), kode_unit=kode_unit or "", jenis_asn=jenis_asn,
        golongan=baris.teks("golongan", posisi), jabatan=baris.teks("jabatan", posisi),
        jenis_jabatan=baris.teks("jenis_jabatan", posisi), nip_atasan=baris.teks("nip_atasan", posisi), mulai=mulai, selesai=selesai,
    )  # fmt: skip
    return tempat, bool(nip) and baris.sah(posisi)


def _dugaan_jenis(nip: str) -> _JenisAsn:
    """Return what a NIP looks like: where the register is silent, digits 13–14 speak."""
    return _JenisAsn(baca_nip(nip).dugaan_jenis_asn) if nip else _JenisAsn.PNS
