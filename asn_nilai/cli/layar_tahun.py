"""`asn-nilai` alone: in a work folder where the year stands and the next sensible command, elsewhere how to begin."""

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from asn_nilai.acuan.tulisan import sebagian, tulis_angka

if TYPE_CHECKING:
    from asn_nilai.acuan.rekap.keadaan_tahun import KeadaanPeriode, KeadaanTahun
    from asn_nilai.cli.layar import Layar

_DISEBUT = 10
"""Units that were late that are named."""


def tampilkan_tahun(folder: Path) -> int:
    """Show the year of the work folder, or how to begin where it is none; return the exit status."""
    from asn_nilai.acuan.pengaturan import NAMA_PENGATURAN

    if not (folder / NAMA_PENGATURAN).is_file():
        typer.echo(_cara_mulai(folder))
        return 0
    from asn_nilai.alur.perintah.tahun import baca_tahun
    from asn_nilai.cli.layar import Layar

    tulis_tahun(Layar(), baca_tahun(folder))
    return 0


def tulis_tahun(layar: "Layar", tahun: "KeadaanTahun") -> None:
    """Write the table of the year and the next command."""
    from asn_nilai.acuan.rekap.keadaan_tahun import kata_setoran, langkah_berikut

    tulis_judul(layar, tahun)
    tulis_tabel(layar, tahun)
    tulis_belum_mulai(layar, tahun)
    for keadaan in tahun.bulan:
        if keadaan.setoran and keadaan.belum_setor:
            layar.tulis(f"{keadaan.periode.label}: {kata_setoran(keadaan)}.")
    _tulis_ketepatan(layar, tahun)
    langkah = langkah_berikut(tahun)
    kalimat = (
        f"asn-nilai {' '.join(langkah.perintah)} ({langkah.sebab})" if langkah.perintah else langkah.sebab
    )
    layar.tulis(f"Berikutnya: {kalimat}")
    layar.tulis("Perintah lain: asn-nilai --help. Menu bernomor: asn-nilai meja")


def _tulis_ketepatan(layar: "Layar", tahun: "KeadaanTahun") -> None:
    """Write who was late how often, where the settings ask for a deadline."""
    from asn_nilai.acuan.setoran.ketepatan import BUKTI_LEMAH, kalimat_disalin, unit_terlambat

    semua = [keadaan.ketepatan for keadaan in tahun.bulan if keadaan.ketepatan]
    kode = sorted({kode for ketepatan in semua for kode in ketepatan.tanggal})
    if terlambat := unit_terlambat(semua, kode):
        layar.tulis("Terlambat setor:")
        for unit in terlambat[:_DISEBUT]:
            layar.tulis(f"  {unit.kode}  {unit.kata}")
        if (sisa := len(terlambat) - _DISEBUT) > 0:
            layar.tulis(f"  … dan {sisa} unit lagi, di rekap")
        layar.kalimat(BUKTI_LEMAH)
    if kalimat := kalimat_disalin(semua):
        layar.kalimat(kalimat)


def tulis_judul(layar: "Layar", tahun: "KeadaanTahun") -> None:
    """Write whose year it is, and under which rule."""
    layar.judul(f"{tahun.instansi or 'Ruang kerja'} · tahun {tahun.tahun} · {tahun.aturan}")


def tulis_tabel(layar: "Layar", tahun: "KeadaanTahun", *, ringkas: bool = False) -> None:
    """Write the months that have begun and the longer periods; `ringkas`: months of which all is alike in one row."""
    bulan = [keadaan for keadaan in tahun.bulan if keadaan not in tahun.belum_mulai]
    kelompok = [[keadaan] for keadaan in bulan]
    if ringkas:
        kelompok = [list(serupa) for _, serupa in groupby(bulan, _sel)]
    if not (kelompok or tahun.panjang):
        return
    layar.tabel(
        ("Bulan", "Setoran", "Galat", "Dinilai", "Terkunci", "Usang"),
        [
            (_nama(serupa), *_sel(serupa[0]))
            for serupa in (*kelompok, *([panjang] for panjang in tahun.panjang))
        ],
        rapat=ringkas,
    )


def tulis_belum_mulai(layar: "Layar", tahun: "KeadaanTahun") -> None:
    """Write the months for which nothing has come, and the folders in which some of it may lie unread."""
    if belum := tahun.belum_mulai:
        layar.tulis(f"{_nama(belum)}: belum ada setoran.")
    for keliru in tahun.folder_salah:
        layar.kalimat(f"{keliru.letak}: {keliru.pesan} {keliru.saran}")


def _nama(serupa: "Sequence[KeadaanPeriode]") -> str:
    from asn_nilai.acuan.periode import rentang_bulan

    if len(serupa) == 1:
        return serupa[0].periode.label
    return rentang_bulan(tuple(keadaan.periode.bulan[0] for keadaan in serupa))


def _sel(keadaan: "KeadaanPeriode") -> tuple[str, ...]:
    sementara = f", {tulis_angka(keadaan.sementara)} sementara" if keadaan.sementara else ""
    return (
        sebagian(keadaan.setoran, keadaan.unit) if keadaan.setoran or keadaan.dihitung else "belum ada",
        tulis_angka(keadaan.galat) if keadaan.dihitung else "belum dihitung",
        f"{sebagian(keadaan.dinilai, keadaan.asn)}{sementara}" if keadaan.dihitung else "–",
        "tidak utuh" if keadaan.terputus else f"v{keadaan.versi}" if keadaan.versi else "–",
        _usang(keadaan),
    )


def _usang(keadaan: "KeadaanPeriode") -> str:
    if keadaan.sebab:
        return f"semua: {keadaan.sebab}"
    if not keadaan.berubah and keadaan.tertahan:
        return f"{keadaan.tertahan} unit belum lengkap"
    if keadaan.usang:
        return f"{keadaan.usang} unit" + (f", {keadaan.tertahan} belum lengkap" if keadaan.tertahan else "")
    return f"cetak ulang {keadaan.cetak} unit" if keadaan.cetak else "–"


def _cara_mulai(folder: Path) -> str:
    from asn_nilai.cari_ruang import sebab_bukan_ruang

    return (
        f"{sebab_bukan_ruang(folder)}\n"
        "\n"
        "Mencoba kota contoh   asn-nilai mulai FOLDER --contoh\n"
        "Menu bernomor         asn-nilai meja\n"
        "Semua perintah        asn-nilai --help"
    )
