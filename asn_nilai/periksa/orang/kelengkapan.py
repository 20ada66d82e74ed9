"""Checks for people who should stand in a sheet and do not."""

from collections.abc import Iterator

from asn_nilai.acuan.isian.formulir.tabel import Tabel
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.periode import Bulan, rentang_bulan
from asn_nilai.acuan.temuan import Temuan, temuan
from asn_nilai.periksa.bahan import BahanPeriksa
from asn_nilai.periksa.menahan import ikut
from asn_nilai.periksa.nip_asing import sebab_tidak_ada


def periksa_kelengkapan(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Yield each ASN of the unit without a target, and each month in which targets were not answered at all.

    Where somebody's NIP is wrongly typed on that very sheet, this follows from it.
    """
    if bahan.isian.target is None:
        return  # a finding about the file says so once
    yield from _tanpa_target(bahan, bahan.isian.target)
    for bulan in bahan.capaian:
        yield from _tanpa_capaian(bahan, bulan, bahan.isian.capaian[bulan])


def _tanpa_target(bahan: BahanPeriksa, tabel: Tabel) -> Iterator[Temuan]:
    for nip in bahan.bulan_asn:
        if any(baris.dihitung for baris in bahan.target_asn.get(nip, ())):
            continue
        if bahan.mungkin_bertarget(tabel, nip) or not _wajib_bertarget(bahan, nip):
            continue
        yield temuan(
            "asn-tanpa-target", Letak(tabel.berkas, tabel.lembar), unit=bahan.kode_unit, nip=nip,
            akar=sebab_tidak_ada(bahan.asing(tabel), nip, bahan.nama(nip)),
            nama=bahan.nama(nip), periode=_bulan_di_sini(bahan, nip),
        )  # fmt: skip


def _bulan_di_sini(bahan: BahanPeriksa, nip: str) -> str:
    """Return what is asked for, in words: of who moved the months here alone, for the other units may have set theirs."""
    bulan = bahan.bulan_asn[nip]
    return bahan.periode.label if bulan == bahan.periode.bulan else rentang_bulan(bulan)


def _wajib_bertarget(bahan: BahanPeriksa, nip: str) -> bool:
    """Tell whether a month of the period is this unit's alone, or its as the last of those that share it."""
    semua = bahan.skema.penempatan_asn[nip]
    kode_unit = bahan.kode_unit
    return any(
        next(p.kode_unit for p in reversed(semua) if p.pada(bulan)) == kode_unit
        for bulan in bahan.bulan_asn[nip]
    )


def _tanpa_capaian(bahan: BahanPeriksa, bulan: Bulan, tabel: Tabel) -> Iterator[Temuan]:
    hadir = bahan.capaian_asn[bulan]
    for nip, semua in bahan.target_asn.items():
        if nip in hadir or bahan.samar(tabel, nip):
            continue
        if not any(bahan.ditagih(baris, bulan) and ikut(bahan, baris) for baris in semua):
            continue
        yield temuan(
            "asn-tanpa-capaian", Letak(tabel.berkas, tabel.lembar), unit=bahan.kode_unit, nip=nip,
            akar=sebab_tidak_ada(bahan.asing(tabel), nip, bahan.nama(nip)),
            nama=bahan.nama(nip), periode=bulan.label,
        )  # fmt: skip
