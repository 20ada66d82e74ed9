"""Checks of who stands in the sheets: known, placed here, and named as in the register."""

from collections.abc import Iterator

from asn_nilai.acuan.isian.formulir.formulir import lipat_label
from asn_nilai.acuan.isian.formulir.tabel import Tabel
from asn_nilai.acuan.temuan import Temuan, temuan
from asn_nilai.periksa.bahan import BahanPeriksa


def periksa_asn(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Yield what is wrong with the ASN of each sheet."""
    target, isian = bahan.isian.target, bahan.isian
    if target is not None:
        yield from _nip(bahan, target)
        yield from _nama(bahan, target)
    for bulan in bahan.periode.bulan:
        for tabel in (isian.capaian.get(bulan), isian.perilaku.get(bulan)):
            if tabel is not None:
                yield from _nip(bahan, tabel)
                yield from _nama(bahan, tabel)


def _nip(bahan: BahanPeriksa, tabel: Tabel) -> Iterator[Temuan]:
    """Each row must belong to somebody who is placed in this unit then; a cell is told once, and not again after reading."""
    semua = (baris.temuan for baris in bahan.asing(tabel) if not baris.terbaca)
    yield from {temuan.letak: temuan for temuan in semua}.values()


def _nama(bahan: BahanPeriksa, tabel: Tabel) -> Iterator[Temuan]:
    """A name that differs is told once for each way it is written, where it first stands."""
    semua = tabel.teks("nip"), tabel.teks("nama")
    berbeda = {pasangan for pasangan in set(zip(*semua, strict=True)) if _nama_lain(bahan, *pasangan)}
    if not berbeda:
        return
    for posisi, pasangan in enumerate(zip(*semua, strict=True)):
        if pasangan in berbeda and ("nip", posisi) not in tabel.cacat:
            berbeda.remove(pasangan)
            nip, nama = pasangan
            letak, unit = tabel.letak("nama", posisi), bahan.kode_unit
            yield temuan("nama-berbeda", letak, unit=unit, nip=nip, teks=nama, nama=bahan.nama(nip))


def _nama_lain(bahan: BahanPeriksa, nip: str, nama: str) -> bool:
    """Tell whether a name is none that the register has for this ASN of the unit."""
    if not nama or nip not in bahan.bulan_asn or nama == bahan.nama(nip):
        return False
    return all(lipat_label(nama) != lipat_label(p.nama) for p in bahan.skema.penempatan_asn[nip])
