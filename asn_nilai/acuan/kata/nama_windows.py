"""Which names Windows takes for something else than a file's or folder's."""

_ALAT = {
    "con", "conin$", "conout$", "prn", "aux", "nul", *(f"{nama}{n}" for nama in ("com", "lpt") for n in "123456789¹²³"),
}  # fmt: skip


def ditolak_windows(nama: str) -> bool:
    """Tell whether a name is a device there, a stream of another file, or a pattern: what is written to it is not found again."""
    terlarang = any(huruf in '<>:"/\\|?*' or huruf < " " for huruf in nama)
    return terlarang or nama.partition(".")[0].strip().casefold() in _ALAT
