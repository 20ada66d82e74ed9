"""Compiled templates, kept where Python keeps a compiled module: each process need not make them anew.

A folder that cannot be written to, or a Python that is told to keep no bytecode, only makes the pages begin a tenth of a second
later.
"""

import os
import sys
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path

import jinja2
from jinja2.bccache import Bucket, BytecodeCache

from asn_nilai import __version__

_SUSUNAN = 2
"""Counts up where one version comes to make something else of the same text."""


class TemplatJadi(BytecodeCache):
    """The compiled templates of a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get_source_checksum(self, source: str) -> str:
        """Return what tells one text of a template from another, and what one version makes of it from what another does."""
        return super().get_source_checksum(f"{jinja2.__version__} {__version__} {_SUSUNAN} {source}")

    def load_bytecode(self, bucket: Bucket) -> None:
        """Load a template, unless it is not there or of another text."""
        with suppress(OSError), self._tempat(bucket).open("rb") as berkas:
            bucket.load_bytecode(berkas)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template; whole or not at all, for other processes may be reading it."""
        if sys.dont_write_bytecode:
            return
        tempat = self._tempat(bucket)
        sementara = tempat.with_suffix(f".{os.urandom(4).hex()}.pyc")
        with suppress(OSError):
            tempat.parent.mkdir(parents=True, exist_ok=True)
            try:
                with sementara.open("wb") as berkas:
                    bucket.write_bytecode(berkas)
                sementara.replace(tempat)
            finally:
                sementara.unlink(missing_ok=True)

    def _tempat(self, bucket: Bucket) -> Path:
        return Path(cache_from_source(str(self._folder / f"{bucket.key}.j2")))
