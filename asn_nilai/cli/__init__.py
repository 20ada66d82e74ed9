"""The door: what a user types becomes a call, and what comes of it an exit status.

0 done and clean · 1 done, and there are `galat` findings or something could not be written · 2 wrong use or an unusable
work folder. Messages go to stderr, `--json` alone to stdout. Never a traceback, unless ASN_NILAI_TELUSUR is set.

- `perintah/`: a command each
- `meja/`: the same as a numbered menu · `buka`: pages and folders, opened as the system does
- `pilihan`: options they share · `bahasa`: help and usage errors in Indonesian
- `ketikan`: what was typed, set right or told what is meant · `alamat`: a folder as it is pasted or dropped · `lengkapi`: what the Tab key offers
- `pintu_awan`: an address in the place of the folder
- `keluaran`: what programs get, and the exit status · `konsol`: a terminal or a pipe · `layar`: table, findings · `kemajuan`: the bar of a long run · `tanya`: questions at a terminal
- `tabel_layar`: the rows of its tables · `layar_tahun`: where the year stands, when the program is called alone · `layar_hitung`: what a run of `hitung` comes to · `layar_simulasi`: a simulation · `layar_penjelasan`: an explanation
"""

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from asn_nilai import __version__
from asn_nilai.aliran import aliran_tahan, ditelusuri, hanya_kata_program, sebut_sebagai
from asn_nilai.cli.bahasa import Grup, kalimat_salah
from asn_nilai.cli.ketikan import SalahKetikError

TANDA_TAB = "ASN_NILAI_LENGKAPI"
"""The environment variable in which a shell hands over the word being typed when Tab is pressed."""
_CTRL_C = 130
"""The status with which Typer answers Ctrl+C by itself, without a word."""
_DIHENTIKAN = "Dihentikan. Yang belum selesai masih seperti semula; jalankan lagi untuk menyelesaikannya."
"""What was done is done: a unit's book and page are replaced as soon as it is scored."""

app = typer.Typer(
    name="asn-nilai",
    cls=Grup,
    add_completion=False,
    rich_markup_mode=None,
    invoke_without_command=True,
    context_settings={"help_option_names": ["--help", "-h"], "max_content_width": 100},
)


@app.callback()
def _pintu(
    ctx: typer.Context,
    versi: Annotated[
        bool, typer.Option("--versi", "--version", "-v", help="Tampilkan versi program.")
    ] = False,
    pelengkap: Annotated[
        str,
        typer.Option(
            "--lengkapi",
            metavar="SHELL",
            help="Cetak skrip agar tombol Tab melengkapi: bash, zsh, fish, powershell.",
        ),
    ] = "",
) -> None:
    """Nilai kinerja ASN dari buku kerja unit: diperiksa, dihitung, dan dapat ditelusuri sampai ke selnya.

    Jalankan di dalam ruang kerja, atau tulis foldernya sesudah perintah. Tanpa perintah: keadaan tahun ini dan langkah berikutnya.
    """
    ctx.obj = _jalankan  # the menu runs each choice through this door
    if versi:
        typer.echo(f"asn-nilai {__version__}")
    elif pelengkap:
        from asn_nilai.cli.lengkapi import SKRIP

        if pelengkap not in SKRIP:
            raise SalahKetikError(
                f"Shell '{pelengkap}' tidak dikenal. Tulis: asn-nilai --lengkapi {'|'.join(SKRIP)}"
            )
        typer.echo(SKRIP[pelengkap], nl=False)
    elif ctx.invoked_subcommand is None:
        from asn_nilai.cli.layar_tahun import tampilkan_tahun

        raise typer.Exit(tampilkan_tahun(Path()))


def main(argumen: list[str] | None = None) -> None:
    """Run the program and leave with its exit status."""
    # A rule is read the same way on every machine.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    # Nothing here multiplies matrices; numpy would begin a thread a core for it, and one that finds no work spins for 26 ms.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    try:
        with hanya_kata_program(), aliran_tahan():
            status = _lengkapi(argumen) if TANDA_TAB in os.environ else _jalankan(argumen)
    except KeyboardInterrupt:  # just before a command runs, or just after
        status = _gagal(_DIHENTIKAN, _CTRL_C)
    sys.exit(status)


def _lengkapi(argumen: list[str] | None) -> int:
    from asn_nilai.cli.lengkapi import lengkapi

    for usul in lengkapi(
        app, sys.argv[1:] if argumen is None else argumen, os.environ[TANDA_TAB].removeprefix("=")
    ):
        typer.echo(usul)
    return 0


def _jalankan(argumen: list[str] | None) -> int:
    """Run a command and return its exit status; what it says of a working copy by its address ends with it."""
    try:
        return _status(argumen)
    finally:
        sebut_sebagai()


def _status(argumen: list[str] | None) -> int:
    try:
        hasil = app(argumen, prog_name="asn-nilai", standalone_mode=False)
    except (KeyboardInterrupt, typer.Abort):
        return _gagal(_DIHENTIKAN, _CTRL_C)
    except Exception as galat:
        if kalimat := _kalimat_galat(galat):
            return _gagal(kalimat, 2)
        if ditelusuri():
            raise
        return _gagal(
            f"Program berhenti karena kesalahan yang tidak terduga ({type(galat).__name__}: {galat}). Tidak ada berkas "
            "setoran yang berubah. Kirim pesan ini kepada pengembang; hilangkan dahulu NIP dan nama dari isinya.",
            2,
        )
    status = hasil if isinstance(hasil, int) else 0
    return _gagal(_DIHENTIKAN, _CTRL_C) if status == _CTRL_C else status


def _kalimat_galat(galat: Exception) -> str:
    """Return what is said of an error that a user can mend, blank of any other."""
    if hasattr(galat, "format_message"):
        return kalimat_salah(galat)
    from asn_nilai.acuan.kata.galat_sistem import kalimat_os
    from asn_nilai.alur.konteks import PenggunaanError
    from asn_nilai.terbit.berkas import TulisGagalError

    if isinstance(galat, SalahKetikError | PenggunaanError | TulisGagalError):
        return str(galat)
    if isinstance(galat, ModuleNotFoundError):
        return f"Bagian program bernama {galat.name} tidak terpasang. Pasang ulang asn-nilai, lalu jalankan lagi."
    if isinstance(galat, OSError) and galat.errno:
        return kalimat_os(galat)
    return ""


def _gagal(pesan: str, status: int) -> int:
    typer.echo(pesan, err=True)
    return status
