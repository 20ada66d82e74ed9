"""What the program calls itself in what it writes: registers, manifests, the properties and footers of workbooks."""

from asn_nilai import __version__

PROGRAM: str = f"asn-nilai {__version__}"
