"""Rows whose NIP is nobody's of this unit: what is wrong with each, and whose rows are missing because of it.

One mistyped NIP shows in several places: the row is nobody's, and the ASN has no row. It is told where it was typed; what is
missing elsewhere follows from it.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from asn_nilai.acuan.isian.formulir.tabel import Tabel
from asn_nilai.acuan.isian.orang.nama_orang import mungkin_orang_sama, nama_sama
from asn_nilai.acuan.isian.orang.nip import mirip_nip
from asn_nilai.acuan.isian.skema import UNIT_LAIN, Skema
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.periode import Periode
from asn_nilai.acuan.setoran.isian_unit import IsianUnit
from asn_nilai.acuan.temuan import Temuan, temuan


class BarisAsing(NamedTuple):
    """A row that is nobody's of this unit, with the finding that says so; `terbaca` where reading has told it already."""

    nip: str
    nama: str
    kode: str
    temuan: Temuan
    terbaca: bool


def cari_asing(
    isian: IsianUnit, skema: Skema, tabel: Tabel, rentang: Periode, terbaca: Mapping[Letak, Temuan]
) -> Iterator[BarisAsing]:
    """Yield the rows of a table that belong to nobody who is placed in the unit within a time.

    Args:
        isian: the submission that the table is of.
        skema: the registers.
        tabel: the table.
        rentang: the time.
        terbaca: the findings of reading, by their place.
    """
    kolom, nama = tabel.teks("nip"), tabel.teks("nama")
    kode = tabel.isi.get("kode_indikator")
    asing = set(kolom).difference(p.nip for p in skema.di_unit(isian.unit.kode, rentang))
    if not asing and not any(kunci == "nip" for kunci, _ in tabel.cacat):
        return
    for posisi, nip in enumerate(kolom):
        if terbaca_ini := ("nip", posisi) in tabel.cacat:
            sebab = terbaca.get(tabel.letak("nip", posisi))
        elif nip in asing:
            sebab = _temuan(isian, skema, tabel, posisi, rentang)
        else:
            continue
        if sebab is not None:
            yield BarisAsing(nip, nama[posisi], str(kode[posisi]) if kode else "", sebab, terbaca_ini)


def _temuan(isian: IsianUnit, skema: Skema, tabel: Tabel, posisi: int, rentang: Periode) -> Temuan:
    unit, letak = isian.unit.kode, tabel.letak("nip", posisi)
    nip, nama = tabel.teks("nip")[posisi], tabel.teks("nama")[posisi]
    semua = skema.penempatan_asn.get(nip)
    cacat = skema.pegawai_cacat(nip, nama, unit)
    if semua:
        seharusnya = _unit_seharusnya(skema, nip, rentang)
        return temuan(
            UNIT_LAIN, letak, unit=unit, nip=nip, akar=cacat.sebab[0] if cacat and cacat.nip == nip else None,
            nama=semua[-1].nama, periode=rentang.label, unit_seharusnya=seharusnya,
        )  # fmt: skip
    return temuan(
        "nip-tidak-dikenal", letak, unit=unit, nip=nip, akar=cacat.sebab[0] if cacat else None,
        teks=nip or "(kosong)", nama=f" ({nama})" if nama else "",
    )  # fmt: skip


def _unit_seharusnya(skema: Skema, nip: str, rentang: Periode) -> str:
    """Return the names of the units where the register has the ASN within `rentang`."""
    kode = dict.fromkeys(p.kode_unit for p in skema.penempatan_asn[nip] if p.bulan_dalam(rentang))
    nama = [skema.unit[k].nama or k if k in skema.unit else k for k in kode]
    return ", ".join(nama) or "tidak ditempatkan di unit mana pun"


def sebab_tidak_ada(asing: Iterable[BarisAsing], nip: str, nama: str, kode: str = "") -> Temuan | None:
    """Return why an ASN's rows, or the one of an indicator, are missing from a table: a row there bears the NIP wrongly typed.

    Args:
        asing: the table's rows that are nobody's.
        nip: the ASN.
        nama: and the name in the register.
        kode: the indicator; blank for all of them.
    """
    for baris in asing:
        if kode and baris.kode != kode:
            continue
        # A NIP that is somebody else's for certain is no slip of this one, however alike, unless the name says so; nor is one
        # beside another's name: those appointed on one day have numbers in a row, and the missing one would be told nowhere.
        salah_ketik = baris.temuan.kode != UNIT_LAIN and mirip_nip(baris.nip, nip)
        if (salah_ketik and mungkin_orang_sama(baris.nama, nama)) or nama_sama(baris.nama, nama):
            return baris.temuan.akar or baris.temuan
    return None
