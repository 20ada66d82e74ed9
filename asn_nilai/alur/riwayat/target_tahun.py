"""The year's targets as they were first read, and every change since: targets of months to come cannot be eased unseen.

Whoever first reads a unit's target workbook (`validasi`, `templat capaian`, `hitung`) enters it in `riwayat/target-<TAHUN>.jsonl`.
By their SHA-256 it is remembered of which workbooks the register tells already, so that they need not be laid out again. Where
two runs read at once, the second leaves the register to the next.
"""

from collections.abc import Iterable
from dataclasses import replace

from asn_nilai.acuan.isian.tabel import Tabel
from asn_nilai.acuan.periode import Bulan, Periode
from asn_nilai.acuan.riwayat.bulanan import baca_bulanan
from asn_nilai.acuan.riwayat.entri_masukan import entri_target
from asn_nilai.acuan.riwayat.keadaan import TARGET
from asn_nilai.acuan.riwayat.riwayat import TargetTahun, TargetTerbaca, selisih_keadaan
from asn_nilai.alur.konteks import Konteks
from asn_nilai.alur.riwayat.register import Register
from asn_nilai.terbit.data.manifes import sha256_berkas


def _tahun(konteks: Konteks) -> Periode:
    return Periode.dari_teks(str(konteks.ruang.tahun))


def _register(konteks: Konteks) -> Register:
    return Register(konteks.ruang, f"target-{konteks.ruang.tahun}")


def buka_target(konteks: Konteks) -> Konteks:
    """Return the context with the year's targets as they were registered."""
    register = _register(konteks)
    riwayat = register.baca(konteks.skema.sebutan_unit)
    return replace(konteks, target=TargetTahun(riwayat, register.tercatat(riwayat)))


def target_awal(konteks: Konteks, kode: str) -> dict[tuple[Bulan, str, str], float]:
    """Return a unit's targets of the period as each was first read, by month, NIP and Kode Indikator."""
    awal: dict[tuple[Bulan, str, str], float] = {}
    if konteks.target is None:
        return awal
    bulan = _tahun(konteks).bulan
    for kunci, nilai in _register(konteks).pernyataan(konteks.target.riwayat, kode):
        if kunci.apa != TARGET:
            continue
        menurut = baca_bulanan(nilai, bulan)
        for pada in konteks.periode.bulan:
            if pada in menurut and (angka := _angka(menurut[pada])) is not None:
                awal.setdefault((pada, kunci.nip, kunci.kode_indikator), angka)
    return awal


def _angka(teks: str) -> float | None:
    try:
        return float(teks)
    except ValueError:
        return None  # a cell that could not be read, or two rows for one thing


def baca_target(konteks: Konteks, kode: str, target: Tabel | None) -> TargetTerbaca | None:
    """Return what a unit's target workbook adds; None where there is none, or the register tells of it already."""
    if konteks.target is None or target is None:
        return None
    ruang = konteks.ruang
    semua = ruang.berkas_target(*konteks.unit(kode).semua_kode)
    berkas = {f"{kode} {ruang.relatif(ini)}": sha256_berkas(ini) for ini in semua}
    if all(konteks.target.terbaca.get(nama) == sha for nama, sha in berkas.items()):
        return None
    riwayat = konteks.target.riwayat
    sudah = {catatan.kunci for catatan in riwayat.menurut_unit.get(kode, ())}
    baru = entri_target(target, kode, _tahun(konteks))
    return TargetTerbaca(
        selisih_keadaan(kode, _register(konteks).keadaan(riwayat, kode), baru, sudah), berkas
    )


def catat_target(konteks: Konteks, terbaca: Iterable[TargetTerbaca | None]) -> None:
    """Enter what was read in the year's register.

    Raises:
        TulisGagalError: it cannot be written.
    """
    semua = sorted((ini for ini in terbaca if ini), key=lambda ini: ini.selisih.kode_unit)
    if not semua or konteks.target is None:
        return
    register = _register(konteks)
    lengkap = not konteks.target.riwayat.pertama and len(semua) == len(konteks.skema.unit)
    selisih = [ini.selisih for ini in semua]
    if register.lanjutkan(konteks.target.riwayat, selisih, konteks.aturan.profil.kode, semua=lengkap):
        berkas = {nama: sha for ini in semua for nama, sha in ini.berkas.items()}
        register.ingat({**konteks.target.terbaca, **berkas})
