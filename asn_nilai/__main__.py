"""What the console script and `python -m asn_nilai` run: the door, which takes a moment to open.

Whoever presses Ctrl+C before it is open is told so, and sees no traceback. A process that is started anew for a share of the
work reads this module too, and has no use for the door.
"""

import atexit
import gc
import os
import sys

_PEMULUNG = 500_000
"""New objects after which Python looks for cycles. Libraries and registers are many objects that all stay; looking at them
again and again would take a tenth of the time until the first file is read."""


def _berakhir(status: list[int]) -> None:
    """End now that all is said and tidied up: the system takes memory back at once, Python would do so object by object, in 25 ms.

    Args:
        status: the exit status; none where something unexpected ends the program, which Python then tells in its own way.
    """
    for aliran in (sys.stdout, sys.stderr):
        if aliran is not None:
            aliran.flush()
    if status:
        os._exit(*status)


def main() -> None:
    """Open the door and run the program."""
    gc.set_threshold(_PEMULUNG)
    status: list[int] = []
    atexit.register(_berakhir, status)  # who registers first is called last
    try:
        from asn_nilai.cli import main as buka  # noqa: PLC0415 - loads for a tenth of a second
    except KeyboardInterrupt:
        sys.stderr.write("Dihentikan sebelum mulai; tidak ada yang berubah.\n")
        sys.exit(130)  # as for Ctrl+C later on
    try:
        buka()
    except SystemExit as akhir:
        if isinstance(akhir.code, int):
            status.append(akhir.code)
        raise


if __name__ == "__main__":
    main()
