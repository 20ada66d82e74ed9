"""Arguments and options that several commands share, each said once."""

from pathlib import Path
from typing import Annotated

import typer

from asn_nilai.cli.ketikan import SalahKetikError, isian_dimaksud
from asn_nilai.cli.pintu_awan import di_awan


def periksa_folder(ctx: typer.Context, folder: Path) -> Path:
    """Return the folder, unless what stands in its place can only be meant for something else.

    Raises:
        SalahKetikError: a period, a unit or an option stands there.
    """
    # Whether it may be read is said where it is read; `readable` would say so in English.
    if not (di_awan(ctx) or folder.exists()):
        pilihan = [nama for parameter in ctx.command.params for nama in parameter.opts]
        if kalimat := isian_dimaksud(str(folder), ctx.command_path, ctx.params, pilihan):
            raise SalahKetikError(kalimat)
    return folder


Folder = Annotated[
    Path,
    typer.Argument(
        metavar="FOLDER",
        help="Ruang kerja, atau alamatnya di penyimpanan objek (s3://…); bila kosong, folder sekarang.",
        readable=False,
        callback=periksa_folder,
    ),
]
Orang = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="NIP [FOLDER]",
        help="NIP ASN, spasi dan titik boleh ada; atau namanya, atau sebagian. Sesudahnya boleh ruang kerja.",
        show_default=False,
    ),
]
"""One ASN, and the work folder behind: `ketikan.bagi_orang` parts them."""
PilihanPeriode = Annotated[
    str | None,
    typer.Option(
        "--periode",
        metavar="PERIODE",
        help="2026-03 (juga: Maret, 2026/3, 03-2026), T1, S1, 2026, atau 2026-01:2026-05; bila kosong, bulan terbaru yang ada capaiannya.",
    ),
]
PilihanUnit = Annotated[
    list[str] | None,
    typer.Option(
        "--unit", metavar="KODE", help="Unit ini saja; beberapa unit dengan koma, misalnya BKPSDM,DINKES."
    ),
]
PilihanAturan = Annotated[
    str | None,
    typer.Option(
        "--aturan", metavar="KODE|BERKAS", help="Aturan lain daripada yang tertulis di asn-nilai.toml."
    ),
]
PilihanParalel = Annotated[
    int | None,
    typer.Option(
        "--paralel", metavar="N", min=1, help="Banyak proses sekaligus; bila kosong, sebanyak inti prosesor."
    ),
]
PilihanKetat = Annotated[
    bool, typer.Option("--ketat", help="Peringatan pun membuat perintah berakhir dengan status 1.")
]
PilihanJson = Annotated[bool, typer.Option("--json", help="Tulis hasil sebagai JSON ke keluaran standar.")]
