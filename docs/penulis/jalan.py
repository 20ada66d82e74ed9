"""Runs the program in this process, so that pages show what it says."""

import io
import os
import shlex
import sys
from contextlib import chdir, redirect_stderr, redirect_stdout, suppress
from pathlib import Path
from unittest.mock import patch

from asn_nilai import cli
from asn_nilai.cli import konsol

_LINGKUNGAN = {"NO_COLOR": "1", "ASN_NILAI_TELUSUR": "1"}


def jalankan(perintah: str, *, di: Path | None = None, lebar: int = 92, ketik: str = "") -> str:
    """Return what a command line that begins with `asn-nilai` prints on a terminal of that width, in the folder `di`.

    `ketik` are the lines that are typed, where it asks.
    """
    nama, *argumen = shlex.split(perintah)
    if nama != "asn-nilai":
        raise ValueError(f"bukan perintah program ini: {perintah}")
    kertas = io.StringIO()
    with (
        patch.dict(os.environ, {**_LINGKUNGAN, "COLUMNS": str(lebar)}),
        patch.object(konsol, "_LEBAR_PIPA", lebar),
        patch.object(sys, "stdin", io.StringIO(ketik)),
        chdir(di or Path.cwd()),
        redirect_stdout(kertas),
        redirect_stderr(kertas),
        suppress(SystemExit),
    ):
        cli.main(argumen)
    return "\n".join(baris.rstrip() for baris in kertas.getvalue().splitlines())
