"""A period under another rule beside the work folder's own: scored in memory, published outside hasil/."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from asn_nilai.acuan.hasil.hasil_unit import KOLOM_NILAI, HasilUnit
from asn_nilai.acuan.hasil.nilai import PINDAH
from asn_nilai.acuan.hasil.simulasi import BarisSimulasi, Simulasi
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.profil.ubah_aturan import baca_ubahan, ubah_aturan
from asn_nilai.acuan.rumus.galat_aturan import AturanTidakSahError
from asn_nilai.acuan.temuan import Temuan
from asn_nilai.alur.hitungan.di_memori import nilai_semua
from asn_nilai.alur.konteks import Konteks, PenggunaanError
from asn_nilai.alur.proses.papan import Lapor
from asn_nilai.alur.proses.proses_paralel import Paralel
from asn_nilai.alur.siapkan import buka_ruang, siapkan
from asn_nilai.hitung.perubahan.sebab_simulasi import PencariSebab
from asn_nilai.terbit.berkas import TulisGagalError, tulis_masing, tulis_teks, tulis_utuh
from asn_nilai.terbit.buku.simulasi import tulis_buku_simulasi
from asn_nilai.terbit.data.csv_hasil import NILAI_CSV, BarisCsv, baris_nilai, teks_csv
from asn_nilai.terbit.halaman.simulasi import halaman_simulasi

_BUKAN_NAMA = re.compile(r"[^\w.+-]+")
_NAMA_TERPANJANG = 64


@dataclass(frozen=True, slots=True)
class HasilSimulasi:
    """A simulation, the rows of nilai.csv under the new rule, and the findings under it."""

    simulasi: Simulasi
    nilai: list[BarisCsv]
    temuan: list[Temuan]


def siapkan_simulasi(
    folder: Path, periode: str | None, aturan: str | None, ubah: Sequence[str]
) -> tuple[Konteks, Konteks, str]:
    """Open a work folder under its own rule and under another.

    Returns:
        The two contexts, and the name of the simulation for its folder.

    Raises:
        PenggunaanError: anything that makes the run impossible.
    """
    buka_ruang(folder)
    if aturan is None and not ubah:
        raise PenggunaanError(
            "Tulis aturan pembandingnya dengan --aturan KODE, atau angka yang diubah dengan --ubah nama=angka. "
            "Daftar aturan: asn-nilai aturan"
        )
    # A provisional figure is not compared: who lacks a month is Belum Dinilai under both rules.
    lama = siapkan(folder, periode, sementara=False)
    baru = siapkan(folder, lama.periode.kode, aturan, sementara=False) if aturan else lama
    try:
        ubahan = baca_ubahan(ubah)
        profil = ubah_aturan(baru.aturan, ubahan)
    except AturanTidakSahError as galat:
        raise PenggunaanError(str(galat)) from galat
    nama = "_".join([profil.profil.kode, *(f"{kunci}-{angka:g}" for kunci, angka in ubahan.items())])
    return lama, replace(baru, aturan=profil), _BUKAN_NAMA.sub("-", nama)[:_NAMA_TERPANJANG]


def simulasikan(lama: Konteks, baru: Konteks, lapor: Lapor, *, paralel: Paralel = None) -> HasilSimulasi:
    """Score every unit under both rules; nothing is written."""
    kode = lama.kode_hasil
    semula = nilai_semua(lama, kode, lapor, paralel=paralel)
    menjadi = nilai_semua(baru, kode, lapor, paralel=paralel)
    baris = tuple(
        ini for k in kode for ini in _baris(semula.unit[k], menjadi.unit[k], lama.aturan, baru.aturan)
    )
    simulasi = Simulasi(lama.ruang.instansi, lama.periode, lama.aturan, baru.aturan, baris)
    return HasilSimulasi(
        simulasi,
        [b for k in kode for b in baris_nilai(menjadi.unit[k])],
        list(menjadi.temuan),
    )


def _baris(semula: HasilUnit, menjadi: HasilUnit, lama: Aturan, baru: Aturan) -> list[BarisSimulasi]:
    """Return a unit's ASN under both rules; those whose score stands in a later unit are left to it."""
    pencari = PencariSebab(lama, baru)
    return [
        BarisSimulasi(semula.unit, dulu, kini, pencari.sebab(dulu, kini))
        for dulu, kini in zip(semula.nilai, menjadi.nilai, strict=True)
        if dulu.status != PINDAH
    ]


def tulis_simulasi(konteks: Konteks, hasil: HasilSimulasi, nama: str) -> Path:
    """Write workbook, page and nilai.csv of a simulation, and return their folder.

    Raises:
        TulisGagalError: a file cannot be written; the others are.
    """
    folder = konteks.ruang.folder_simulasi(konteks.periode, nama)

    def buku() -> None:
        with tulis_utuh(folder / "simulasi.xlsx") as sementara:
            tulis_buku_simulasi(sementara, hasil.simulasi)

    tugas = (
        buku,
        lambda: tulis_teks(folder / "simulasi.html", halaman_simulasi(hasil.simulasi)),
        lambda: tulis_teks(folder / NILAI_CSV, teks_csv(KOLOM_NILAI, hasil.nilai)),
    )
    if gagal := tulis_masing(tugas):
        raise TulisGagalError("\n".join(gagal))
    return folder
