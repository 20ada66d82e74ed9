"""One unit and period through the four stages: the unit of work for the pool and for resuming."""

from dataclasses import replace
from pathlib import Path

from asn_nilai.acuan.hasil.hasil_unit import HasilUnit
from asn_nilai.acuan.hasil.ringkas import ringkas_unit
from asn_nilai.acuan.isian.register.penandatangan import penandatangan
from asn_nilai.acuan.riwayat.entri_masukan import entri_masukan
from asn_nilai.acuan.setoran.irisan_skema import susun_sebutan
from asn_nilai.acuan.setoran.isian_unit import IsianUnit
from asn_nilai.acuan.temuan import Temuan
from asn_nilai.alur.konteks import Konteks, PenggunaanError
from asn_nilai.alur.masukan import pemeriksaan
from asn_nilai.alur.masukan.baris_unit_lain import baris_asing
from asn_nilai.alur.masukan.bulan_lalu import baca_hasil_lalu
from asn_nilai.alur.proses.papan import langkah
from asn_nilai.alur.riwayat.perubahan import perubahan_unit, selisih_unit
from asn_nilai.alur.riwayat.target_tahun import baca_target
from asn_nilai.alur.terbitan.unit_terbit import NAMA_BERKAS_UNIT, UnitTerbit
from asn_nilai.hitung import hitung_unit, susun_tindak_lanjut, urai_unit
from asn_nilai.terbit.berkas import TulisGagalError, tulis_teks, tulis_utuh
from asn_nilai.terbit.buku.nilai import tulis_buku_nilai
from asn_nilai.terbit.data.csv_hasil import (
    NILAI_CSV,
    RASIO_CSV,
    TEMUAN_CSV,
    TINDAK_LANJUT_CSV,
    baris_nilai,
    baris_rasio,
    baris_rincian,
    baris_temuan,
    baris_tindak_lanjut,
    teks_baris,
)
from asn_nilai.terbit.data.manifes import sidik_tertulis
from asn_nilai.terbit.data.sel_csv import RINCIAN_CSV
from asn_nilai.terbit.halaman.unit.ringkasan import halaman_ringkasan


def nilai(konteks: Konteks, kode: str) -> HasilUnit:
    """Read, check and score a unit; nobody submits for the one without a code.

    A fault of the program itself becomes a finding of this unit alone.
    """
    if not kode:
        return _tanpa_isian(konteks, kode)
    try:
        unit = pemeriksaan.susun(konteks, kode)
        semua = pemeriksaan.periksa(konteks, unit)
        langkah(kode, "dinilai")
        hasil = hitung_unit(
            unit.isian, semua, konteks.skema, konteks.periode, konteks.aturan, sementara=konteks.sementara
        )
        sebutan = susun_sebutan(unit.isian, konteks.skema, konteks.periode)
        hasil = replace(hasil, sebutan=sebutan, sidik=unit.isian.sidik)
        if not konteks.riwayat.berkas:
            return hasil
        kepala = konteks.aturan.kepala_dari_unit
        tercatat = entri_masukan(unit.isian, konteks.skema, konteks.periode, kepala_dari_unit=kepala)
        masukan = None if pemeriksaan.tertahan(konteks, unit.isian) else tercatat
        return replace(hasil, masukan=masukan, target=baca_target(konteks, unit.isian))
    except PenggunaanError:  # what all units rest on: a register that cannot be read
        raise
    except Exception as galat:  # noqa: BLE001 - one unit never stops the others
        return _tanpa_isian(konteks, kode, pemeriksaan.program_gagal(kode, galat))


def nilai_bila_mati(konteks: Konteks, kode: str) -> HasilUnit:
    """Return what `nilai` would of a unit whose files end the process that reads them: nobody is scored."""
    return _tanpa_isian(konteks, kode, pemeriksaan.proses_mati(kode))


def _tanpa_isian(konteks: Konteks, kode: str, *sebab: Temuan) -> HasilUnit:
    """Return the results of a unit without a submission, for what reasons there are."""
    kosong = IsianUnit(konteks.unit(kode))
    return hitung_unit(kosong, sebab, konteks.skema, konteks.periode, konteks.aturan)


def terbitkan(konteks: Konteks, hasil: HasilUnit) -> UnitTerbit:
    """Write a unit's workbook and page; what cannot be written is said in `pesan`, and the old file stays."""
    folder = konteks.folder
    kode = hasil.unit.kode
    keluaran: dict[str, str] = {}
    pesan: list[str] = []
    lalu = baca_hasil_lalu(konteks)
    selisih = selisih_unit(konteks, hasil)
    hasil = replace(
        hasil,
        tindak_lanjut=susun_tindak_lanjut(hasil, konteks.skema, konteks.aturan, lalu),
        perubahan=perubahan_unit(konteks, hasil, selisih),
        versi=konteks.versi,
        penandatangan=penandatangan(hasil.unit, konteks.skema, konteks.periode),
    )
    for nama, tulis in BERKAS_UNIT.items():
        berkas = folder / kode / nama
        langkah(kode, f"ditulis ({nama})")
        try:
            tulis(konteks, hasil, berkas)
            keluaran[f"{kode}/{nama}"] = sidik_tertulis(berkas)
        except TulisGagalError as galat:
            pesan.append(str(galat))
    langkah(kode)
    return replace(catat(konteks, hasil), keluaran=keluaran, pesan=pesan, selisih=selisih)


def catat(konteks: Konteks, hasil: HasilUnit) -> UnitTerbit:
    """Return a unit's rows for the city's files; of its own files none is written."""
    baris = {
        NILAI_CSV: baris_nilai(hasil),
        RINCIAN_CSV: baris_rincian(hasil),
        RASIO_CSV: baris_rasio(hasil),
        TEMUAN_CSV: baris_temuan(hasil.temuan),
        TINDAK_LANJUT_CSV: baris_tindak_lanjut(hasil),
    }
    return UnitTerbit(
        ringkas_unit(hasil, konteks.aturan.desimal),
        {nama: teks_baris(milik) for nama, milik in baris.items()},
        sebutan=hasil.sebutan,
        sidik=hasil.sidik,
        target=hasil.target,
        asing=baris_asing(hasil.temuan),
    )


def _tulis_buku(konteks: Konteks, hasil: HasilUnit, berkas: Path) -> None:
    with tulis_utuh(berkas) as sementara:
        tulis_buku_nilai(sementara, hasil, konteks.aturan, konteks.ruang.instansi)


def _tulis_halaman(konteks: Konteks, hasil: HasilUnit, berkas: Path) -> None:
    penjelasan = urai_unit(hasil, konteks.aturan, konteks.ruang.instansi, konteks.baris_lain)
    tulis_teks(berkas, halaman_ringkasan(hasil, penjelasan, konteks.aturan, konteks.ruang.instansi))


BERKAS_UNIT = dict(zip(NAMA_BERKAS_UNIT, (_tulis_buku, _tulis_halaman), strict=True))
"""What is written of each unit, by file name."""


def nilai_dan_terbitkan(konteks: Konteks, kode: str) -> UnitTerbit:
    """Take a unit through all four stages."""
    with pemeriksaan.tanpa_pemulung():
        return terbitkan(konteks, nilai(konteks, kode))


def terbitkan_bila_mati(konteks: Konteks, kode: str) -> UnitTerbit:
    """Publish what `nilai_bila_mati` gives."""
    return terbitkan(konteks, nilai_bila_mati(konteks, kode))
