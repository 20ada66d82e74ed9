"""How the publication calls things: joined predikat."""

from collections.abc import Sequence


def sebut_kelas(predikat: Sequence[str]) -> str:
    """Return neighbouring predikat as one name, `Baik atau Sangat Baik`."""
    *awal, akhir = predikat
    return f"{', '.join(awal)} atau {akhir}" if awal else akhir
