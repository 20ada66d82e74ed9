"""What the console script and `python -m asn_nilai` run: the door, which takes a moment to open.

Whoever presses Ctrl+C before it is open is told so, and sees no traceback. A process that is started anew for a share of the
work reads this module too, and has no use for the door.
"""

import gc
import sys

_PEMULUNG = 500_000
"""New objects after which Python looks for cycles. Libraries and registers are many objects that all stay; looking at them
again and again would take a tenth of the time until the first file is read."""


def main() -> None:
    """Open the door and run the program."""
    gc.set_threshold(_PEMULUNG)
    try:
        from asn_nilai.cli import main as buka  # noqa: PLC0415 - loads for a tenth of a second
    except KeyboardInterrupt:
        sys.stderr.write("Dihentikan sebelum mulai; tidak ada yang berubah.\n")
        sys.exit(130)  # as for Ctrl+C later on
    buka()


if __name__ == "__main__":
    main()
