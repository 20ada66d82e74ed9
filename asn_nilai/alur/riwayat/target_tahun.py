"""The year's targets as they were first read, and every change since: targets of months to come cannot be eased unseen.

Whoever first reads a unit's target workbook (`validasi`, `templat capaian`, `hitung`) enters it in `riwayat/target-<TAHUN>.jsonl`.
By their SHA-256 it is remembered of which workbooks the register tells already, so that they need not be laid out again. Where
two runs read at once, the second leaves the register to the next.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain
from typing import NamedTuple

from asn_nilai.acuan.periode import Bulan, Periode
from asn_nilai.acuan.program import PROGRAM
from asn_nilai.acuan.riwayat.bulanan import nilai_bulan
from asn_nilai.acuan.riwayat.entri_masukan import entri_indikator, entri_target
from asn_nilai.acuan.riwayat.kata_perubahan import AWALAN_TARGET
from asn_nilai.acuan.riwayat.keadaan import BOBOT, INDIKATOR, TARGET, TIDAK_ADA, Keadaan
from asn_nilai.acuan.riwayat.riwayat import Selisih, TargetTahun, TargetTerbaca, selisih_keadaan
from asn_nilai.acuan.setoran.isian_unit import IsianUnit
from asn_nilai.alur.konteks import Konteks
from asn_nilai.alur.riwayat.isi_register import IsiRegister
from asn_nilai.alur.riwayat.register import Register
from asn_nilai.alur.riwayat.tahun_semula import berubah_sejak_semula
from asn_nilai.terbit.data.manifes import sha256_berkas

_PEMBACA = "dibaca dengan"
"""Under this name the mark of what else decides what is read stands beside the workbooks; no unit has such a code."""


def _tahun(konteks: Konteks) -> Periode:
    return Periode.setahun(konteks.ruang.tahun)


def _register(konteks: Konteks) -> Register:
    return Register(konteks.ruang_register or konteks.ruang, f"{AWALAN_TARGET}{konteks.ruang.tahun}")


def _isi(konteks: Konteks, target: TargetTahun) -> IsiRegister:
    return _register(konteks).isi(target.riwayat)


def buka_target(konteks: Konteks) -> Konteks:
    """Return the context with the year's targets as they were registered."""
    register = _register(konteks)
    riwayat = register.baca(konteks.skema.sebutan_unit)
    isi = register.isi(riwayat)
    pembaca = f"{PROGRAM} {sha256_berkas(konteks.ruang.skema)}"
    pertama, kini = _definisi_pertama(isi), entri_indikator(konteks.skema)
    target = TargetTahun(
        riwayat,
        register.tercatat(riwayat),
        pembaca,
        dikenal=frozenset(pertama),
        diubah=tuple(berubah_sejak_semula(konteks, isi, pertama, kini)),
        kota=_selisih_indikator(isi, kini),
    )
    return replace(konteks, target=target)


def _definisi_pertama(isi: IsiRegister) -> dict[str, dict[str, str]]:
    """Return what each indicator's definition said first: Kode Indikator → column → value; of one that came later since it did."""
    hasil: dict[str, dict[str, str]] = {}
    for _, bagian in isi.keadaan_awal(""):
        for apa, _, kode, ruas, nilai, _ in bagian:
            if apa == INDIKATOR:
                hasil.setdefault(kode, {}).setdefault(ruas, nilai)
    semula = frozenset(hasil)
    for ini in isi.riwayat.menurut_unit.get("", ()):
        if ini.apa == INDIKATOR and ini.kode_indikator not in semula and ini.menjadi != TIDAK_ADA:
            hasil.setdefault(ini.kode_indikator, {}).setdefault(ini.kunci.ruas, ini.nilai_baru)
    return hasil


def _selisih_indikator(isi: IsiRegister, kini: Keadaan) -> Selisih:
    return Selisih("") if isi.tetap("", kini) else selisih_keadaan("", isi.keadaan(""), kini, None)


class TargetSemula(NamedTuple):
    """What a unit's targets and weights were when they were first read.

    Attributes:
        target: its targets of the period, by month, NIP and Kode Indikator.
        bobot: its weights, by NIP and Kode Indikator.
        pindahan: what other units first asked, in the period's months, of the ASN who are placed here: the target and the unit's code.
    """

    target: dict[tuple[Bulan, str, str], float]
    bobot: dict[str, dict[str, float]]
    pindahan: dict[tuple[Bulan, str, str], tuple[float, str]]


def target_semula(konteks: Konteks, isian: IsianUnit) -> TargetSemula:
    """Return what a unit's targets and weights first were.

    Nothing of its own where its workbooks are those of which they were read, and are read in the same way: all are the same then.
    """
    if konteks.target is None:
        return TargetSemula({}, {}, {})
    kode, isi = isian.unit.kode, _isi(konteks, konteks.target)
    asal, pembaca = isi.asal_awal(kode), konteks.target.pembaca
    seperti_awal = asal.get(_PEMBACA) == pembaca and _milik(asal, kode) == _berkas(konteks, isian)
    pindahan = _target_pindahan(konteks, isi, kode, sejak_semula=seperti_awal and not isi.menyusul(kode))
    if seperti_awal:
        return TargetSemula({}, {}, pindahan)
    return TargetSemula(_target_periode(konteks, isi, kode), _bobot_awal(isi, kode), pindahan)


def _target_periode(konteks: Konteks, isi: IsiRegister, kode: str) -> dict[tuple[Bulan, str, str], float]:
    """Return a unit's targets of the period as each was first read."""
    awal: dict[tuple[Bulan, str, str], float] = {}
    setahun, dicari = _tahun(konteks).bulan, konteks.periode.bulan
    for semua in isi.pernyataan(kode, TARGET):
        for nip, indikator, nilai in semua:
            for bulan in dicari:
                if (angka := _angka(nilai_bulan(nilai, bulan, setahun))) is not None:
                    awal.setdefault((bulan, nip, indikator), angka)
    return awal


def _target_pindahan(
    konteks: Konteks, isi: IsiRegister, kode: str, *, sejak_semula: bool
) -> dict[tuple[Bulan, str, str], tuple[float, str]]:
    """Return what other units first asked, in the period's months, of the ASN who are placed here.

    Of who is placed there as well in the year, and of who stood in their books and not in this one's when those were first read: a
    placement that was overwritten leaves no second row. What this unit asked of them as early counts as it is; what came later, on
    paper or in truth, is no reason to ask for less.
    """
    awal: dict[tuple[Bulan, str, str], tuple[float, str]] = {}
    skema, tahun = konteks.skema, _tahun(konteks)
    di_sini = {p.nip: skema.penempatan_asn[p.nip] for p in skema.di_unit(kode, konteks.periode)}
    pindah = {
        nip: [p.kode_unit for p in semua if p.kode_unit != kode and p.bulan_dalam(tahun)]
        for nip, semua in di_sini.items()
        if len(semua) > 1
    }
    for nip in () if sejak_semula else di_sini:
        pindah.setdefault(nip, []).extend(sorted(isi.bertarget_dahulu(kode, nip)))
    if not any(pindah.values()):
        return awal
    sendiri = {kunci: ke for ke, kunci, _ in reversed([*_target_awal(isi, kode, pindah)])}
    for lain in dict.fromkeys(unit for semua in pindah.values() for unit in semua):
        for ke, (nip, indikator), nilai in _target_awal(isi, lain, pindah):
            for bulan in konteks.periode.bulan if ke < sendiri.get((nip, indikator), ke + 1) else ():
                if (angka := _angka(nilai_bulan(nilai, bulan, tahun.bulan))) is not None:
                    awal.setdefault((bulan, nip, indikator), (angka, lain))
    return awal


def _target_awal(
    isi: IsiRegister, kode: str, nip: Collection[str]
) -> Iterator[tuple[int, tuple[str, str], str]]:
    """Yield some ASN's targets in a unit's first states: which run of the register's made it, NIP and Kode Indikator, value."""
    urutan = {ini.menjadi: ke for ke, ini in reversed([*enumerate(isi.riwayat.pertama)])}
    for berkas, bagian in isi.keadaan_awal(kode):
        for apa, milik, indikator, _, nilai, _ in bagian:
            if apa == TARGET and milik in nip:
                yield urutan[berkas], (milik, indikator), nilai


def _bobot_awal(isi: IsiRegister, kode: str) -> dict[str, dict[str, float]]:
    """Return a unit's weights as they were when its targets were first read.

    An ASN's weights are a whole: those of a later first state, once read under a code that the unit got meanwhile, take no part.
    """
    awal: dict[str, dict[str, float]] = {}
    for _, baris in isi.keadaan_awal(kode):
        milik: dict[str, dict[str, float]] = {}
        for apa, nip, indikator, _, nilai, _ in baris:
            if apa == BOBOT and (angka := _angka(nilai)) is not None:
                milik.setdefault(nip, {})[indikator] = angka
        awal = {**milik, **awal}
    return awal


def _angka(teks: str) -> float | None:
    try:
        return float(teks)
    except ValueError:
        return None  # no target, a cell that could not be read, or two rows for one thing


def _berkas(konteks: Konteks, isian: IsianUnit) -> dict[str, str]:
    """Return a unit's target workbooks, each under the unit's code and its own name, by the SHA-256 of what was read of it."""
    akar, kode = konteks.ruang.akar, isian.unit.kode
    return {
        f"{kode} {nama}": isian.sidik[nama] if nama in isian.sidik else sha256_berkas(akar / nama)
        for nama in isian.setoran[None]
    }


def _milik(berkas: Mapping[str, str], kode: str) -> dict[str, str]:
    """Return those of noted workbooks that are a unit's."""
    awalan = f"{kode} "
    return {nama: sha for nama, sha in berkas.items() if nama.startswith(awalan)}


def baca_target(konteks: Konteks, isian: IsianUnit) -> TargetTerbaca | None:
    """Return what a unit's target workbook adds; None where the register tells of it already, or nobody knows what it says.

    Targets whose workbook has gone have gone; so have those of which two workbooks speak, until one of them counts again.
    """
    if konteks.target is None:
        return None
    kode, target = isian.unit.kode, isian.target
    berkas = _berkas(konteks, isian)
    if berkas and _milik(konteks.target.terbaca, kode) == berkas:
        return None
    lama = _isi(konteks, konteks.target).keadaan(kode)
    if target is None and (len(berkas) == 1 or not lama):
        return None
    sudah = {catatan.kunci for catatan in konteks.target.riwayat.menurut_unit.get(kode, ())}
    baru = entri_target(target, kode, _tahun(konteks))
    return TargetTerbaca(selisih_keadaan(kode, lama, baru, sudah), berkas)


def menurut_kode(terbaca: Iterable[TargetTerbaca | None]) -> list[TargetTerbaca]:
    """Return what was read in the order of the units' codes, as the register is written."""
    return sorted((ini for ini in terbaca if ini), key=lambda ini: ini.selisih.kode_unit)


def catat_target(konteks: Konteks, terbaca: Iterable[TargetTerbaca], *, dinilai: bool = False) -> None:
    """Enter what was read, in the order of the units' codes and gone through more than once, in the year's register.

    Args:
        konteks: the run's common ground.
        terbaca: what reading each unit's targets adds.
        dinilai: whether the run scores: from the first on the indicators' definitions are kept as well. Who checks is still at work
            on them.

    Raises:
        TulisGagalError: it cannot be written.
    """
    berkas: dict[str, str] = {}
    kode: list[str] = []
    for ini in terbaca:
        berkas |= ini.berkas
        kode.append(ini.selisih.kode_unit)
    kota = konteks.target.kota if konteks.target and dinilai else Selisih("")
    if konteks.target is None or not (kode or kota.beda or kota.pertama is not None):
        return
    register, riwayat = _register(konteks), konteks.target.riwayat
    lengkap = not riwayat.pertama and len(kode) == len(konteks.skema.unit)
    selisih = chain([kota], (ini.selisih for ini in terbaca))
    asal = {_PEMBACA: konteks.target.pembaca, **berkas}
    if register.lanjutkan(riwayat, selisih, konteks.aturan.profil.kode, semua=lengkap, asal=asal):
        unit = tuple(f"{ini} " for ini in kode)
        lain = {nama: sha for nama, sha in konteks.target.terbaca.items() if not nama.startswith(unit)}
        register.ingat({**lain, **berkas})
