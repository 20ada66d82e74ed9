"""`asn-nilai meja`: sit down at the desk."""

from pathlib import Path
from typing import Annotated

import typer

from asn_nilai.cli.pilihan import Folder


def perintah(
    ctx: typer.Context,
    folder: Folder = Path(),
    tanpa_buka: Annotated[
        bool, typer.Option("--tanpa-buka", help="Sebut saja tempat halaman dan folder, jangan membukanya.")
    ] = False,
) -> int:
    """Pilih pekerjaan dari menu bernomor, tanpa mengetik perintah."""
    from asn_nilai.cli.meja.layani import Meja

    return Meja(ctx.obj, membuka=not tanpa_buka).layani(folder)
