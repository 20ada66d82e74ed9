"""Checks for people who should stand in a sheet and do not."""

from collections.abc import Iterator

from asn_nilai.acuan.periode import Bulan
from asn_nilai.acuan.tabel import Tabel
from asn_nilai.acuan.temuan import Letak, Temuan, temuan
from asn_nilai.periksa.konteks import Konteks


def periksa_kelengkapan(konteks: Konteks) -> Iterator[Temuan]:
    """Yield each ASN of the unit without a target, and each month in which targets were not answered at all."""
    if konteks.isian.target is None:
        return  # a finding about the file says so once
    yield from _tanpa_target(konteks, konteks.isian.target)
    for bulan in konteks.capaian:
        yield from _tanpa_capaian(konteks, bulan, konteks.isian.capaian[bulan])


def _tanpa_target(konteks: Konteks, tabel: Tabel) -> Iterator[Temuan]:
    for nip in konteks.bulan_asn:
        if any(baris.dihitung for baris in konteks.target_asn.get(nip, ())):
            continue
        if (tabel.berkas, nip) in konteks.terbaca_cacat or not _wajib_bertarget(konteks, nip):
            continue
        yield temuan(
            "asn-tanpa-target", Letak(tabel.berkas, tabel.lembar), unit=konteks.isian.unit.kode, nip=nip,
            nama=konteks.nama(nip), periode=konteks.periode.label,
        )  # fmt: skip


def _wajib_bertarget(konteks: Konteks, nip: str) -> bool:
    """Tell whether a month of the period is this unit's alone, or its as the last of those that share it."""
    semua = konteks.skema.penempatan_asn[nip]
    kode_unit = konteks.isian.unit.kode
    return any(
        next(p.kode_unit for p in reversed(semua) if p.pada(bulan)) == kode_unit
        for bulan in konteks.bulan_asn[nip]
    )


def _tanpa_capaian(konteks: Konteks, bulan: Bulan, tabel: Tabel) -> Iterator[Temuan]:
    hadir = konteks.capaian_asn[bulan]
    for nip, semua in konteks.target_asn.items():
        if nip in hadir or konteks.samar(tabel, nip) or not any(bulan in baris.dihitung for baris in semua):
            continue
        yield temuan(
            "asn-tanpa-capaian", Letak(tabel.berkas, tabel.lembar), unit=konteks.isian.unit.kode, nip=nip,
            nama=konteks.nama(nip), periode=bulan.label,
        )  # fmt: skip
