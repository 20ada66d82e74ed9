"""What holds for every test."""

import errno
import gc
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from peramban import peramban
from urutan import urutan

# Hypothesis holds each example to 200 ms of wall time, and drawing examples to some more, which a busy machine breaks at no fault
# of ours; tests that bound time count processor seconds.
settings.register_profile("asn-nilai", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("asn-nilai")


@pytest.fixture(scope="session")
def mesin():
    """The browser, started once in a process: playwright does not start a second one beside it."""
    with peramban() as alat:
        yield alat


@pytest.fixture
def pegang(monkeypatch) -> Callable[[str], None]:
    """Hold the files that a pattern names as Excel does: nothing can be put in their place for the rest of the test."""
    asli = Path.replace

    def _pegang(pola: str) -> None:
        def tolak(ini: Path, tujuan: Path) -> Path:
            if Path(tujuan).match(pola):
                raise PermissionError(errno.EACCES, "Permission denied", str(tujuan))
            return asli(ini, tujuan)

        monkeypatch.setattr(Path, "replace", tolak)

    return _pegang


@pytest.fixture
def pegang_baca(monkeypatch) -> Callable[[Path], AbstractContextManager[None]]:
    """Hold a file against whoever reads it, as a virus scanner or OneDrive does, while the block runs."""

    @contextmanager
    def _pegang(berkas: Path) -> Iterator[None]:
        def tolak(asli):
            def baca(ini: Path, *argumen, **pilihan):
                if ini == berkas:
                    raise PermissionError(errno.EACCES, "Permission denied", str(ini))
                return asli(ini, *argumen, **pilihan)

            return baca

        with monkeypatch.context() as ditahan:
            for cara in ("open", "read_bytes", "read_text"):
                ditahan.setattr(Path, cara, tolak(getattr(Path, cara)))
            yield

    return _pegang


_RUANG_SAJA = bool(os.environ.get("ASN_NILAI_TELUSURI_RUANG"))
_PERINTAH_UTUH = tuple(Path(__file__).with_name(nama) for nama in ("alur", "awan"))
"""Folders whose tests run whole commands: traced they take twice as long, and what they cover others cover, nearly all of it."""


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """With ASN_NILAI_TELUSURI_RUANG=1 trace no whole command, but where a test's mark says that it alone covers something."""
    utuh = any(map(item.path.is_relative_to, _PERINTAH_UTUH))
    if not (_RUANG_SAJA and utuh) or item.get_closest_marker("ditelusuri"):
        return (yield)
    pelacak = sys.gettrace()
    sys.settrace(None)
    try:
        return (yield)
    finally:
        sys.settrace(pelacak)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let all processes end together, and those that need the browser come last."""
    items.sort(key=urutan)


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    """Leave what is loaded by now out of every later search for waste: it stays, and looking through it takes time."""
    gc.collect()
    gc.freeze()
