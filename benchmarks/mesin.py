"""Say on what machine and with which versions something was measured."""

import os
import platform
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

PUSTAKA = (
    "pandas",
    "numpy",
    "python-calamine",
    "XlsxWriter",
    "openpyxl",
    "lxml",
    "Jinja2",
    "typer",
    "pydantic",
)


def mesin() -> dict[str, str]:
    """Return label and value of what a reader needs to judge the figures."""
    inti = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return {
        "Prosesor": f"{_prosesor()}, {inti} inti",
        "Memori": _memori(),
        "Sistem operasi": f"{_sistem()} ({platform.machine()})",
        "Python": f"{platform.python_implementation()} {platform.python_version()}",
        "Pustaka": ", ".join(f"{nama} {versi}" for nama in PUSTAKA if (versi := _versi(nama))),
    }


def _versi(nama: str) -> str:
    try:
        return version(nama)
    except PackageNotFoundError:
        return ""


def _prosesor() -> str:
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.is_file():
        for baris in cpuinfo.read_text(encoding="utf-8", errors="replace").splitlines():
            if baris.startswith("model name"):
                return baris.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def _memori() -> str:
    try:
        bita = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, ValueError, OSError):  # Windows
        return "tidak diketahui"
    return f"{bita / 2**30:.0f} GiB"


def _sistem() -> str:
    try:
        return platform.freedesktop_os_release()["PRETTY_NAME"]
    except (OSError, KeyError):
        return f"{platform.system()} {platform.release()}"
