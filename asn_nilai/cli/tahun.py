"""`asn-nilai` alone: in a work folder where the year stands and the next sensible command, elsewhere how to begin."""

from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from asn_nilai.acuan.rekap.keadaan_tahun import KeadaanPeriode, KeadaanTahun
    from asn_nilai.cli.layar import Layar


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
    from asn_nilai.acuan.rekap.keadaan_tahun import langkah_berikut, rentang_bulan

    layar.judul(f"{tahun.instansi or 'Ruang kerja'} · tahun {tahun.tahun} · {tahun.aturan}")
    layar.tabel(
        ("Bulan", "Setoran", "Galat", "Dinilai", "Terkunci", "Usang"),
        [_baris(keadaan) for keadaan in tahun.bulan if keadaan not in tahun.belum_mulai]
        + [_baris(keadaan) for keadaan in tahun.panjang],
    )
    if belum := tahun.belum_mulai:
        layar.tulis(
            f"{rentang_bulan(tuple(keadaan.periode.bulan[0] for keadaan in belum))}: belum ada setoran."
        )
    langkah = langkah_berikut(tahun)
    perintah = f"asn-nilai {' '.join(langkah.perintah)} " if langkah.perintah else ""
    layar.tulis(f"Berikutnya: {perintah}({langkah.sebab})")
    layar.tulis("Perintah lain: asn-nilai --help")


def _baris(keadaan: "KeadaanPeriode") -> tuple[str, ...]:
    sementara = f", {keadaan.sementara} sementara" if keadaan.sementara else ""
    return (
        keadaan.periode.label,
        f"{keadaan.setoran} dari {keadaan.unit}" if keadaan.setoran or keadaan.dihitung else "belum ada",
        str(keadaan.galat) if keadaan.dihitung else "belum dihitung",
        f"{keadaan.dinilai} dari {keadaan.asn}{sementara}" if keadaan.dihitung else "–",
        "tidak utuh" if keadaan.terputus else f"v{keadaan.versi}" if keadaan.versi else "–",
        _usang(keadaan),
    )


def _usang(keadaan: "KeadaanPeriode") -> str:
    if keadaan.sebab:
        return f"semua: {keadaan.sebab}"
    if keadaan.usang:
        return f"{keadaan.usang} unit"
    return f"cetak ulang {keadaan.cetak} unit" if keadaan.cetak else "–"


def _cara_mulai(folder: Path) -> str:
    from asn_nilai.cari_ruang import sebab_bukan_ruang

    return f"{sebab_bukan_ruang(folder)}\n\nSemua perintah: asn-nilai --help"
