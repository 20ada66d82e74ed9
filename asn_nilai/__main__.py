"""What the console script and `python -m asn_nilai` run: the door, which takes a moment to open.

Whoever presses Ctrl+C before it is open is told so, and sees no traceback. A process that is started anew for a share of the
work reads this module too, and has no use for the door.
"""

import sys


def main() -> None:
    """Open the door and run the program."""
    try:
        from asn_nilai.cli import main as buka  # noqa: PLC0415 - loads for a tenth of a second
    except KeyboardInterrupt:
        sys.stderr.write("Dihentikan sebelum mulai; tidak ada yang berubah.\n")
        sys.exit(130)  # as for Ctrl+C later on
    buka()


if __name__ == "__main__":
    main()
