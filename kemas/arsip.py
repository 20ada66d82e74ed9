"""A zip file whose bytes follow from its contents alone: no clock, no order of a disk, no rights of a user enter it."""

import os
import time
import zipfile
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

_WAKTU = 1_767_225_600
"""2026-01-01: the time of every file, unless SOURCE_DATE_EPOCH names another."""
_UNIX, _BIASA = 3, 0o100644


def tulis_arsip(tujuan: Path, isi: Mapping[PurePosixPath, bytes]) -> None:
    """Write files by their names, sorted."""
    waktu = time.gmtime(int(os.environ.get("SOURCE_DATE_EPOCH", _WAKTU)))[:6]
    with zipfile.ZipFile(tujuan, "w") as arsip:
        for nama in sorted(isi):
            anggota = zipfile.ZipInfo(str(nama), waktu)
            anggota.create_system, anggota.external_attr = _UNIX, _BIASA << 16
            arsip.writestr(anggota, isi[nama], zipfile.ZIP_DEFLATED, compresslevel=9)
