"""A library that waits until somebody calculates.

Whoever reads and checks looks at the same formulas and bands as whoever scores, and calculates nothing: numpy would take
longer to load than a unit takes to be checked.
"""

import sys
from importlib.util import LazyLoader, find_spec, module_from_spec
from types import ModuleType


def tunda(nama: str) -> ModuleType:
    """Return a library that loads itself when first used.

    Raises:
        ModuleNotFoundError: it is not installed.
    """
    if nama in sys.modules:
        return sys.modules[nama]
    asal = find_spec(nama)
    if asal is None or asal.loader is None:
        raise ModuleNotFoundError(f"No module named {nama!r}", name=nama)
    asal.loader = LazyLoader(asal.loader)
    modul = module_from_spec(asal)
    sys.modules[nama] = modul
    asal.loader.exec_module(modul)
    return modul
