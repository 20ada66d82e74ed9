"""One unit read and checked: the half of the way that `validasi` goes alone, and `hitung` before it scores.

It stands apart from scoring and publishing so that checking loads neither pandas nor the writers of workbooks: a unit
waits for this answer with the telephone in its hand.
"""

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from pathlib import Path

from asn_nilai.acuan.kata.galat_sistem import sebab_os
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.periode import Bulan
from asn_nilai.acuan.setoran.isian_unit import IsianUnit
from asn_nilai.acuan.setoran.status import BERKAS_DIBUKA, BERKAS_HILANG
from asn_nilai.acuan.temuan import Temuan, Tingkat, temuan
from asn_nilai.aliran import ditelusuri
from asn_nilai.alur.konteks import Konteks, PenggunaanError
from asn_nilai.alur.masukan.ide_diragukan import timbang_ide
from asn_nilai.alur.proses.papan import langkah
from asn_nilai.alur.riwayat.asn_hilang import cari_asn_hilang
from asn_nilai.alur.riwayat.target_tahun import target_semula
from asn_nilai.baca import baca_isian
from asn_nilai.periksa import (
    BahanPeriksa,
    periksa_bahan,
    periksa_bobot_awal,
    periksa_target_awal,
    periksa_target_diberatkan,
    periksa_target_pindahan,
    susun_bahan,
    timbang,
)


def susun(konteks: Konteks, kode: str) -> BahanPeriksa:
    """Read a unit's workbooks and lay them out for the checks."""
    langkah(kode, "dibaca")
    isian = _baca(konteks, kode)
    langkah(kode, "diperiksa")
    bukti = Tingkat(konteks.ruang.bukti.wajib)
    bahan = susun_bahan(
        isian, konteks.skema, konteks.periode, konteks.aturan, bukti, sementara=konteks.sementara
    )
    return replace(bahan, dinilai_lain=_dinilai_lain(konteks, kode))


def _baca(konteks: Konteks, kode: str) -> IsianUnit:
    isian = baca_isian(konteks.ruang, konteks.unit(kode), konteks.periode, konteks.skema, konteks.lihat)
    if konteks.ruang.bkn.perilaku:
        from asn_nilai.acuan.setoran.perilaku_bkn import lengkapi_perilaku  # noqa: PLC0415 - most cities take none

        lengkapi_perilaku(isian, konteks.ekspor_bkn, konteks.skema, konteks.aturan)
    return isian


def _dinilai_lain(konteks: Konteks, kode: str) -> Callable[[str], frozenset[Bulan]]:
    """Return what tells the months in which another unit rated an ASN; its books are read when somebody is asked for, once."""
    bahan = _bahan_lain(konteks)

    def dinilai(nip: str) -> frozenset[Bulan]:
        penempatan = konteks.skema.penempatan_asn.get(nip, ())
        lain = {p.kode_unit for p in penempatan if p.bulan_dalam(konteks.periode)} & konteks.skema.unit.keys()
        return frozenset().union(*(bahan(unit).bulan_berating(nip) for unit in lain - {kode}))

    return dinilai


def _bahan_lain(konteks: Konteks) -> Callable[[str], BahanPeriksa]:
    """Return what lays another unit's workbooks out for a look, once."""

    @cache
    def bahan(unit: str) -> BahanPeriksa:
        isian = _baca(konteks, unit)
        return susun_bahan(isian, konteks.skema, konteks.periode, konteks.aturan, sementara=konteks.sementara)

    return bahan


def periksa(konteks: Konteks, unit: BahanPeriksa) -> list[Temuan]:
    """Return every finding of a unit that a score rests on, those of reading first, last targets and weights that changed.

    Nobody waits for the books of months in which the unit has no people: it began later, or was merged.
    """
    berpegawai = {b for b in unit.periode.bulan if unit.skema.berpegawai(unit.kode_unit, b.periode)}
    terbaca = (
        t
        for t in unit.isian.temuan
        if t.kode != BERKAS_HILANG or (t.bulan in berpegawai if t.bulan else berpegawai)
    )
    dikenal = konteks.target.dikenal if konteks.target else frozenset[str]()
    semula = target_semula(konteks, unit.isian)
    semua = [
        *timbang(unit, terbaca),
        *periksa_bahan(unit),
        *periksa_target_awal(unit, semula.target, dikenal),
        *periksa_target_diberatkan(unit, semula.target),
        *periksa_target_pindahan(unit, semula.pindahan),
        *periksa_bobot_awal(unit, semula.bobot),
        *cari_asn_hilang(konteks, unit.kode_unit, semula.bobot),
    ]
    return timbang_ide(konteks, unit, semua, _bahan_lain(konteks))


def tertahan(konteks: Konteks, isian: IsianUnit) -> bool:
    """Tell whether another program holds a file of which a unit's inputs are read: it is there, and what it says is not gone."""
    ekspor = konteks.temuan_bkn if isian.tanpa_perilaku else ()
    return any(t.kode == BERKAS_DIBUKA for t in (*isian.temuan, *ekspor))


def tolak_tertahan(semua: Iterable[Temuan]) -> None:
    """See that no workbook was held by another program: a letter would call it what the unit or the ASN lacks.

    Raises:
        PenggunaanError: one was.
    """
    for ini in semua:
        if ini.kode == BERKAS_DIBUKA:
            raise PenggunaanError(f"{ini.letak.berkas}: {ini.pesan} {ini.saran}")


@contextmanager
def tanpa_pemulung() -> Iterator[None]:
    """Let Python's collector of cycles rest: a unit's tables are many small objects without cycles, a fifth of the time.

    What cycles there are go at the end, those of this unit alone: left to its thresholds, it would let them pile up over units. What was
    there before is set aside meanwhile: at the first unit the libraries are ten times as much as what a unit leaves.
    """
    semula = gc.isenabled()
    gc.disable()
    gc.freeze()
    try:
        yield
    finally:
        if semula:
            gc.collect(0)
            gc.enable()
        gc.unfreeze()


KODE_KEGAGALAN = frozenset({"program-gagal", "proses-mati"})
"""Kinds of findings that tell of us and not of the submission: the next run may well do better."""


def program_gagal(kode: str, galat: Exception) -> Temuan:
    """Return the finding of a fault of ours; ASN_NILAI_TELUSUR lets it through to whoever mends it."""
    if ditelusuri():
        raise galat
    if isinstance(galat, OSError) and galat.errno:
        sebab = f"{Path(str(galat.filename or 'sebuah berkas')).name} tidak dapat dibuka ({sebab_os(galat)})"
    else:
        sebab = f"{type(galat).__name__}: {galat}"
    return temuan("program-gagal", Letak(), unit=kode, sebab=sebab)


def proses_mati(kode: str) -> Temuan:
    """Return the finding of a unit whose files end the process that reads them."""
    return temuan("proses-mati", Letak(), unit=kode)
