"""How long a test may let the program take: tracing for coverage slows Python down several times."""

import sys

PELACAKAN = 4 if sys.gettrace() is not None or "coverage" in sys.modules else 1
"""Factor on a limit of processor seconds while coverage traces each line."""
