"""In which order tests run."""

import pytest

TERLAMA = frozenset({"test_setara_linux.py", "test_unit_di_windows.py"})
"""Files whose tests run for minutes; a process that comes to them last keeps the others waiting with nothing left to do."""


def urutan(tes: pytest.Item) -> tuple[bool, bool]:
    """Return what tests are sorted by: the longest first, and last those that need the browser.

    Its event loop stays in the process, and nobody else can begin one there.
    """
    return tes.path.name not in TERLAMA, "mesin" in getattr(tes, "fixturenames", ())
