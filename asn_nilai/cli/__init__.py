"""The door: what a user types becomes a call, and what comes of it an exit status.

0 done and clean · 1 done, and there are `galat` findings or something could not be written · 2 wrong use or an unusable
work folder. Messages go to stderr, `--json` alone to stdout. Never a traceback, unless ASN_NILAI_TELUSUR is set.

- `hitung`, `validasi`, `rekap`, `banding`, `cocokkan`, `jelaskan`, `simulasi`, `templat`, `aturan`: a command each
- `tahun`: what the program says when called alone · `semua`: `hitung --semua`
- `pilihan`: options they share · `status`: the exit status · `bahasa`: help and usage errors in Indonesian
- `layar`: progress, table, findings · `layar_penjelasan`: an explanation
"""

import atexit
import gc
import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from asn_nilai import __version__
from asn_nilai.aliran import aliran_tahan, hanya_kata_program
from asn_nilai.cli import (
    aturan,
    banding,
    cocokkan,
    hitung,
    jelaskan,
    kunci,
    rekap,
    riwayat,
    simulasi,
    templat,
    validasi,
    verifikasi,
)
from asn_nilai.cli.bahasa import Grup, Perintah, terjemahkan
from asn_nilai.cli.tahun import tampilkan_tahun

_PEMULUNG = 50_000
"""New objects after which Python looks for cycles. Libraries and registers are many objects that all stay; looking at them
again and again would take a tenth of the time until the first file is read."""

app = typer.Typer(
    name="asn-nilai",
    cls=Grup,
    add_completion=False,
    rich_markup_mode=None,
    invoke_without_command=True,
    context_settings={"help_option_names": ["--help", "-h"], "max_content_width": 100},
)
app.command("templat", cls=Perintah)(templat.perintah)
app.command("validasi", cls=Perintah)(validasi.perintah)
app.command("hitung", cls=Perintah)(hitung.perintah)
app.command("rekap", cls=Perintah)(rekap.perintah)
app.command("kunci", cls=Perintah)(kunci.perintah)
app.command("riwayat", cls=Perintah)(riwayat.perintah)
app.command("verifikasi", cls=Perintah)(verifikasi.perintah)
app.command("jelaskan", cls=Perintah)(jelaskan.perintah)
app.command("simulasi", cls=Perintah)(simulasi.perintah)
app.command("banding", cls=Perintah)(banding.perintah)
app.command("cocokkan", cls=Perintah)(cocokkan.perintah)
app.command("aturan", cls=Perintah)(aturan.perintah)


@app.callback()
def _pintu(
    ctx: typer.Context,
    versi: Annotated[bool, typer.Option("--version", help="Tampilkan versi program.")] = False,
) -> None:
    """Nilai kinerja ASN dari buku kerja unit: diperiksa, dihitung, dan dapat ditelusuri sampai ke selnya.

    Jalankan di dalam ruang kerja, atau tulis foldernya sesudah perintah. Tanpa perintah: keadaan tahun ini dan langkah berikutnya.
    """
    if versi:
        typer.echo(f"asn-nilai {__version__}")
    elif ctx.invoked_subcommand is None:
        raise typer.Exit(tampilkan_tahun(Path()))


def main(argumen: list[str] | None = None) -> None:
    """Run the program and leave with its exit status."""
    # A rule is read the same way on every machine.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    gc.set_threshold(_PEMULUNG)
    atexit.register(gc.freeze)  # all goes with the process; one last search for cycles in it took 50 ms
    with hanya_kata_program(), aliran_tahan():
        status = _jalankan(argumen)
    sys.exit(status)


def _jalankan(argumen: list[str] | None) -> int:
    try:
        hasil = app(argumen, prog_name="asn-nilai", standalone_mode=False)
    except (KeyboardInterrupt, typer.Abort):
        return _gagal("Dihentikan. Hasil yang lama tidak berubah.", 130)
    except Exception as galat:
        if hasattr(galat, "format_message"):
            return _gagal(f"{terjemahkan(galat.format_message())}\nLihat bantuan: asn-nilai --help", 2)
        from asn_nilai.acuan.kata_os import sebab_os
        from asn_nilai.alur.konteks import PenggunaanError

        if isinstance(galat, PenggunaanError):
            return _gagal(str(galat), 2)
        if isinstance(galat, PermissionError) and galat.filename:
            return _gagal(
                f"{galat.filename} tidak dapat dibuka ({sebab_os(galat)}). Tutup program yang memakainya atau mintalah hak membaca dan "
                "menulis di situ, lalu jalankan lagi.",
                2,
            )
        if os.environ.get("ASN_NILAI_TELUSUR"):
            raise
        return _gagal(
            f"Program berhenti karena kesalahan yang tidak terduga ({type(galat).__name__}: {galat}). Tidak ada berkas "
            "setoran yang berubah. Kirim pesan ini kepada pengembang; hilangkan dahulu NIP dan nama dari isinya.",
            2,
        )
    return hasil if isinstance(hasil, int) else 0


def _gagal(pesan: str, status: int) -> int:
    typer.echo(pesan, err=True)
    return status
