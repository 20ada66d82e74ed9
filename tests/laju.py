"""How long a test may let the program take: tracing for coverage slows Python down several times."""

import os
import sys

PELACAKAN = 4 if sys.gettrace() is not None or "coverage" in sys.modules else 1
"""Factor on a limit of processor seconds while coverage traces each line."""

PENUH = bool(os.environ.get("ASN_NILAI_UJI_PENUH"))
"""Whether the long proofs run at their full length; without it they take a share that CI can wait for."""
