"""What a run of `hitung` adds to its period's register, and what of it each face shows."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import chain

from asn_nilai.acuan.hasil.entri_hasil import entri_hasil
from asn_nilai.acuan.hasil.hasil_unit import HasilUnit
from asn_nilai.acuan.profil.banding_aturan import AWALAN_SEBUTAN, dari_program
from asn_nilai.acuan.profil.ketentuan import JUDUL_URUTAN
from asn_nilai.acuan.program import PROGRAM
from asn_nilai.acuan.riwayat.catatan import Perubahan
from asn_nilai.acuan.riwayat.entri_masukan import bentuk_kini, entri_kota
from asn_nilai.acuan.riwayat.keadaan import (
    ATURAN,
    INDIKATOR,
    RUAS_DIRI,
    TARGET,
    TIDAK_ADA,
    Beda,
    Keadaan,
    Kunci,
    tulis_keadaan,
)
from asn_nilai.acuan.riwayat.riwayat import Selisih, selisih_keadaan
from asn_nilai.alur.konteks import Konteks
from asn_nilai.alur.riwayat.register import register_periode
from asn_nilai.alur.riwayat.versi import baca_versi, nomor_terakhir
from asn_nilai.terbit.berkas import TulisGagalError


def buka_riwayat(konteks: Konteks, alasan: str = "") -> Konteks:
    """Return the context with its period's register read, and what the run adds about what all units share.

    Args:
        konteks: a run's common ground; a `versi` that is not on disk yet is about to be locked.
        alasan: why a locked period is corrected; the run's changes belong to the next version then.
    """
    versi = baca_versi(konteks.ruang, konteks.periode)
    nomor = nomor_terakhir(versi) + bool(alasan)
    baru = konteks.versi is not None and konteks.versi not in versi
    tercatat = register_periode(konteks).baca(konteks.skema.sebutan_unit)
    riwayat = replace(tercatat, versi=str(nomor or ""), alasan=alasan, dikunci=baru)
    konteks = replace(konteks, riwayat=riwayat)
    entri = entri_kota(konteks.skema, konteks.aturan, konteks.periode)
    kota = _tanpa_kata_program(konteks, _selisih(konteks, "", entri), entri)
    return replace(konteks, riwayat=replace(riwayat, kota=kota))


def _tanpa_kata_program(konteks: Konteks, kota: Selisih, entri: Keadaan) -> Selisih:
    """Return what a run adds, with what another program than the last says of its own rule for the first time as a first state.

    Nobody changed the rule; what it says otherwise, or no longer, is told all the same. Of an instansi's own file only the words that it
    reads as a label, and the order of its predikat, are such: once no program kept them.
    """
    awalan = "" if dari_program(konteks.aturan) else (AWALAN_SEBUTAN, JUDUL_URUTAN)
    return _kata_pertama(
        konteks, kota, entri, lambda kunci: kunci.apa == ATURAN and kunci.ruas.startswith(awalan)
    )


def _kata_pertama(
    konteks: Konteks, selisih: Selisih, entri: Keadaan, dikenal: Callable[[Kunci], bool]
) -> Selisih:
    """Return what a run adds, with what a program of another version did not say yet as a first state: nobody changed it.

    What lines tell of already goes on in lines: it had gone, as where another rule was tried, and is back.
    """
    catatan = konteks.riwayat.rantai.catatan
    if selisih.pertama is not None or not catatan or catatan[-1].program == PROGRAM:
        return selisih
    sudah = {ini.kunci for ini in konteks.riwayat.menurut_unit.get(selisih.kode_unit, ())}
    kata = {ini.kunci for ini in selisih.beda if dikenal(ini.kunci) and ini.semula == TIDAK_ADA} - sudah
    if not kata:
        return selisih
    beda = tuple(ini for ini in selisih.beda if ini.kunci not in kata)
    pertama = tulis_keadaan({kunci: entri[kunci] for kunci in entri if kunci in kata})
    return selisih._replace(beda=beda, pertama=pertama)


def selisih_unit(konteks: Konteks, hasil: HasilUnit) -> Selisih:
    """Return what a unit's results add; nothing where the program failed or another held a book: then nobody knows its inputs."""
    if hasil.masukan is None:
        return Selisih(hasil.unit.kode)
    entri = {**hasil.masukan, **entri_hasil(hasil)}
    selisih = _selisih(konteks, hasil.unit.kode, entri)
    return _kata_pertama(konteks, selisih, entri, lambda kunci: kunci.ruas == RUAS_DIRI)


def _selisih(konteks: Konteks, kode: str, baru: Keadaan) -> Selisih:
    isi = register_periode(konteks).isi(konteks.riwayat)
    if isi.tetap(kode, baru):
        return Selisih(kode)
    lama = isi.keadaan(kode)
    if lama is not None:
        lama = bentuk_kini(lama, konteks.skema)
    sudah = {catatan.kunci for catatan in konteks.riwayat.menurut_unit.get(kode, ())}
    return selisih_keadaan(kode, lama, baru, None if konteks.riwayat.terkunci else sudah)


def perubahan_unit(konteks: Konteks, hasil: HasilUnit, selisih: Selisih) -> tuple[Perubahan, ...]:
    """Return what a unit's faces show: its own changes, and those of the rule and of the indicators that it uses.

    What else belongs to no unit, the people whose unit nobody knows, is not shown to units.
    """
    dipakai = {kunci.kode_indikator for kunci in hasil.masukan or () if kunci.apa == TARGET}
    bersama = (
        ini
        for ini in konteks.riwayat.perubahan(konteks.riwayat.kota)
        if ini.kunci.apa == ATURAN or (ini.kunci.apa == INDIKATOR and ini.kunci.kode_indikator in dipakai)
    )
    return (*bersama, *konteks.riwayat.perubahan(selisih))


def catat_perubahan(konteks: Konteks, selisih: Iterable[Selisih], banyak: int) -> tuple[Perubahan, ...]:
    """Add what the run found to the register, and return what differs over all units since the first computation or the lock.

    Args:
        konteks: a run's common ground.
        selisih: by unit, what the run adds; gone through once.
        banyak: how many units these are.

    Raises:
        TulisGagalError: it cannot be written, or another command wrote to it meanwhile.
    """
    register = register_periode(konteks)
    semua = not konteks.riwayat.pertama and banyak == len(konteks.skema.unit)
    unit = chain([konteks.riwayat.kota], selisih, [*_unit_hilang(konteks)])
    if not register.lanjutkan(konteks.riwayat, unit, konteks.aturan.profil.kode, semua=semua):
        raise TulisGagalError(
            f"Perintah lain menulis {konteks.riwayat.berkas} selagi {konteks.periode.label} dihitung. Jalankan perintah ini lagi."
        )
    kini = replace(konteks.riwayat, rantai=register.baca().rantai, kota=Selisih(""))
    return semua_perubahan(replace(konteks, riwayat=kini), ())


def semua_perubahan(
    konteks: Konteks, selisih: Iterable[Selisih], *, sejak_kunci: bool = False
) -> tuple[Perubahan, ...]:
    """Return what differs over all units: what all share first, then the units in the register's order, then units gone.

    Args:
        konteks: a run's common ground.
        selisih: by unit, what the run adds.
        sejak_kunci: since the newest lock, not since the first one.
    """
    riwayat = konteks.riwayat
    baru = {ini.kode_unit: ini._replace(pertama=None) for ini in chain([riwayat.kota], selisih)}
    urutan = dict.fromkeys(["", *konteks.skema.unit, *sorted(riwayat.menurut_unit)])
    return tuple(
        ini
        for kode in urutan
        for ini in riwayat.perubahan(baru.get(kode, Selisih(kode)), sejak_kunci=sejak_kunci)
    )


def _unit_hilang(konteks: Konteks) -> Iterator[Selisih]:
    """Yield the units that the register knows and the skema no longer has: all that was theirs has gone."""
    isi = register_periode(konteks).isi(konteks.riwayat)
    for kode in sorted(isi.unit_tercatat() - set(konteks.skema.unit)):
        lama = isi.keadaan(kode) or {}
        yield Selisih(kode, tuple(Beda(kunci, ini.nilai, TIDAK_ADA, ini.sel) for kunci, ini in lama.items()))
