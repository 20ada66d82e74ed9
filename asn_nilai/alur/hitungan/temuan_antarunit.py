"""Findings that no unit's own run sees: units side by side, made anew in each run, also where units are carried over."""

from collections import Counter
from collections.abc import Iterator, Sequence

from asn_nilai.acuan.hasil.hasil_unit import KOLOM_NILAI
from asn_nilai.acuan.hasil.nilai import BELUM_DINILAI, DINILAI
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.pengaturan import NAMA_PENGATURAN
from asn_nilai.acuan.setoran.perilaku_bkn import DARI_BKN
from asn_nilai.acuan.temuan import KUNCI_TEMUAN, Temuan, temuan
from asn_nilai.acuan.tulisan import sebagian
from asn_nilai.alur.konteks import Konteks
from asn_nilai.alur.masukan.bulan_lalu import bulan_lain, bulan_terhapus, nhk_bulan
from asn_nilai.alur.organisasi import predikat_organisasi, predikat_organisasi_unit
from asn_nilai.alur.terbitan.unit_terbit import UnitTersimpan
from asn_nilai.terbit.data.csv_hasil import NILAI_CSV, TEMUAN_CSV, urai_baris

_NIP, _STATUS = (KOLOM_NILAI.index(nama) for nama in ("nip", "status"))
_KODE = KUNCI_TEMUAN.index("kode")


def temuan_antarunit(konteks: Konteks, semua: Sequence[UnitTersimpan]) -> Iterator[Temuan]:
    """Yield what the results of all units, as they stand, say together: peringatan only, no score changes."""
    yield from _distribusi(konteks, semua)
    yield from _belum_berpola(konteks, semua)
    yield from _lembar_ditinggalkan(konteks, semua)


def _distribusi(konteks: Konteks, semua: Sequence[UnitTersimpan]) -> Iterator[Temuan]:
    """Compare the spread of predikat with the guides: over all units, and in each unit whose own predikat is told."""
    panduan, organisasi = konteks.aturan.distribusi, predikat_organisasi(konteks.ruang, konteks.aturan)
    unit_organisasi = predikat_organisasi_unit(konteks.ruang, konteks.skema, konteks.aturan)
    if panduan is None or not (panduan.umum or organisasi or unit_organisasi):
        return
    from asn_nilai.hitung import periksa_distribusi, periksa_distribusi_unit  # noqa: PLC0415 - what computes loads only where it must

    predikat: Counter[str] = Counter()
    for unit in semua:
        predikat.update(unit.ringkas.predikat)
    letak = Letak(NAMA_PENGATURAN)
    yield from periksa_distribusi(
        predikat,
        organisasi,
        konteks.aturan,
        unit_dihitung=sebagian(sum(bool(unit.ringkas.kode) for unit in semua), len(konteks.skema.unit)),
        letak=letak,
    )
    menurut = {unit.ringkas.kode: unit.ringkas.predikat for unit in semua}
    for kode, milik in unit_organisasi.items():
        if kode in menurut:
            dinilai = menurut[kode]
            yield from periksa_distribusi_unit(
                dinilai, konteks.skema.unit[kode], milik, konteks.aturan, letak
            )


def _belum_berpola(konteks: Konteks, semua: Sequence[UnitTersimpan]) -> Iterator[Temuan]:
    """Look at each unit with ASN who are not scored: were they the weak ones, when they last were?"""
    kurang = [u for u in semua if u.ringkas.kode and 0 < u.ringkas.dinilai < u.ringkas.jumlah_asn]
    bulan = bulan_lain(konteks) if kurang else ()
    if not bulan:
        if kurang and (terhapus := ", ".join(ini.label for ini in bulan_terhapus(konteks))):
            yield temuan("pola-tidak-terlihat", Letak(konteks.ruang.berkas.hasil), bulan=terhapus)
        return
    from asn_nilai.hitung.keadilan.belum_berpola import periksa_belum_berpola  # noqa: PLC0415 - likewise

    for unit in kurang:
        status = {baris[_NIP]: baris[_STATUS] for baris in urai_baris(unit.baris[NILAI_CSV])}
        belum, dinilai = (
            [n for n, ini in status.items() if ini == kata] for kata in (BELUM_DINILAI, DINILAI)
        )
        lalu = ((ini, nhk_bulan(konteks, ini)) for ini in bulan)
        siapa = (unit.ringkas.kode, unit.ringkas.nama)
        yield from periksa_belum_berpola(siapa, belum, dinilai, lalu, konteks.aturan.desimal)


def _lembar_ditinggalkan(konteks: Konteks, semua: Sequence[UnitTersimpan]) -> Iterator[Temuan]:
    """Name the units whose behaviour comes from e-Kinerja while others send a sheet: who leaves it out may choose the rating."""
    if not konteks.ruang.bkn.perilaku:
        return  # the findings of all units need not be read
    dari_bkn = [unit for unit in semua if _menemukan(unit, DARI_BKN)]
    lain = sum(1 for unit in semua if unit.ringkas.dinilai and unit not in dari_bkn)
    if dari_bkn and lain:
        nama = ", ".join(unit.ringkas.nama for unit in dari_bkn)
        letak = Letak(konteks.ruang.berkas.capaian)
        yield temuan("perilaku-lembar-ditinggalkan", letak, banyak=len(dari_bkn), lain=lain, unit_kerja=nama)


def _menemukan(unit: UnitTersimpan, kode: str) -> bool:
    """Tell whether a unit has a finding of a kind."""
    teks = unit.baris[TEMUAN_CSV]
    return kode in teks and any(baris[_KODE] == kode for baris in urai_baris(teks))
