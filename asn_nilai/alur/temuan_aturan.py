"""What is to be known of a rule before its scores are believed: figures nobody looked up, another name's figures, whom it is for."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from asn_nilai.acuan.isian.skema import Skema
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.periode import Periode
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.profil.banding_aturan import BedaKetentuan, beda_dari_bawaan, beda_dari_terdekat
from asn_nilai.acuan.profil.ketentuan import KEBIJAKAN, belum_diperiksa, ketentuan_catatan
from asn_nilai.acuan.temuan import Temuan, Tingkat, temuan

ANGKA_MERAGUKAN = "aturan-belum-diperiksa"
"""Code of the finding that a rule holds figures nobody has looked up."""
_SEBUT = 3
"""Changed provisions of a rule that a sentence names; the others are counted."""


def temuan_aturan(aturan: Aturan, skema: Skema, periode: Periode) -> Iterator[Temuan]:
    """Yield the findings of a rule in a period."""
    yield from _angka_meragukan(aturan)
    yield from _catatan_aturan(aturan)
    yield from _bernama_aslinya(aturan, periode)
    yield from _bukan_bagi(aturan, skema, periode)


def _angka_meragukan(aturan: Aturan) -> Iterator[Temuan]:
    """Yield one finding where the rule holds figures that nobody has looked up at their source."""
    if belum := belum_diperiksa(aturan):
        profil, daftar = aturan.profil, "; ".join(belum)
        yield temuan(ANGKA_MERAGUKAN, Letak(), aturan=profil.nama, kode_aturan=profil.kode, daftar=daftar)


def _catatan_aturan(aturan: Aturan) -> Iterator[Temuan]:
    """Yield one finding where the rule leaves out or replaces what its regulation has."""
    if catatan := [*ketentuan_catatan(aturan)]:
        profil, daftar = aturan.profil, ". ".join(baris.isi for baris in catatan)
        yield temuan("aturan-bercatatan", Letak(), aturan=profil.nama, kode_aturan=profil.kode, daftar=daftar)


def _bernama_aslinya(aturan: Aturan, periode: Periode) -> Iterator[Temuan]:
    """Yield one finding where figures were changed and the rule still goes by the name of the one that it was copied from."""
    kode, beda = beda_dari_bawaan(aturan, periode)
    if beda:
        nama = aturan.profil.nama
        yield temuan(
            "aturan-bernama-aslinya", Letak(), aturan=nama, kode_aturan=kode, daftar=sebut_beda(beda)
        )
    elif not kode:
        yield from _milik_instansi(aturan, periode)


def _milik_instansi(aturan: Aturan, periode: Periode) -> Iterator[Temuan]:
    """Yield one finding where a rule of the instansi's own says otherwise than the program's that is nearest to it.

    Where only choices of an instansi's are others, that is good to know; where a regulation's own figure is, it is worth a look.
    """
    kode, beda = beda_dari_terdekat(aturan, periode)
    if beda:
        disebut = temuan(
            "aturan-instansi", Letak(), aturan=aturan.profil.nama, kode_aturan=kode, daftar=sebut_beda(beda)
        )
        pilihan = all((ini.lama.status or ini.baru.status) == KEBIJAKAN for ini in beda)
        yield disebut if pilihan else replace(disebut, tingkat_khusus=Tingkat.PERINGATAN)


def sebut_beda(beda: Sequence[BedaKetentuan]) -> str:
    """Return changed provisions as they are now, each with what it said before in brackets; the first of them."""
    daftar = "; ".join(f"{ini.judul} {ini.baru.isi or '–'} ({ini.lama.isi or '–'})" for ini in beda[:_SEBUT])
    lagi = f"; dan {len(beda) - _SEBUT} lagi" if len(beda) > _SEBUT else ""
    return daftar + lagi


def _bukan_bagi(aturan: Aturan, skema: Skema, periode: Periode) -> Iterator[Temuan]:
    """Yield a finding for each kind of ASN who is placed in the period and for whom the rule is not."""
    bagi = aturan.berlaku_bagi
    if bagi is None:
        return
    orang = {
        (p.jenis_asn, p.nip)
        for p in skema.penempatan
        if not aturan.bagi(p.jenis_asn) and p.bulan_dalam(periode)
    }
    for jenis, banyak in sorted(Counter(jenis for jenis, _ in orang).items()):
        yield temuan(
            "aturan-bukan-bagi-asn-ini", Letak(),
            aturan=aturan.profil.nama, bagi=" dan ".join(bagi.nilai), dasar=bagi.dasar, banyak=banyak, jenis=jenis,
        )  # fmt: skip
