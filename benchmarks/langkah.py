"""What each step towards speed gave: docs/KINERJA.md's figures before it and after, as they were measured then.

benchmarks/langkah.json holds a record for each; `jalankan.py --langkah "…"` adds one, without it the last is measured anew.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from laporan import (
    BACA,
    BACA_BERSAMA,
    HITUNG,
    LANTAI,
    LANTAI_REKAP,
    RAPAT,
    REKAP,
    VALIDASI,
    Percobaan,
    angka,
)

CATATAN = Path(__file__).resolve().parent / "langkah.json"


@dataclass(frozen=True, slots=True)
class Langkah:
    """A step and what was measured after it.

    Attributes:
        tanggal: the day, as ISO 8601 writes it.
        apa: what was done since the step before.
        hitung: seconds that `hitung` took, the median.
        lantai: how many times its floor that is.
        rapat: how many times its harder floor.
        mib: peak memory of its largest process, in MiB.
        validasi: how many times its floor `validasi` took; None before it was measured, as the two that follow.
        bersama: how many times its floor shared out to as many processes.
        rekap: how many times its floor `rekap` took.
    """

    tanggal: str
    apa: str
    hitung: float
    lantai: float
    rapat: float
    mib: float | None
    validasi: float | None = None
    bersama: float | None = None
    rekap: float | None = None


def baca() -> list[Langkah]:
    """Return the steps so far, the first first."""
    return [Langkah(**isi) for isi in json.loads(CATATAN.read_text(encoding="utf-8"))]


def dengan(langkah: Sequence[Langkah], percobaan: Percobaan, tanggal: date, apa: str) -> list[Langkah]:
    """Return the steps with what was just measured: after a new one, or with a blank `apa` after the last one once more."""
    p = percobaan
    terukur = Langkah(
        tanggal.isoformat(),
        apa or langkah[-1].apa,
        hitung=round(p.median(HITUNG), 2),
        lantai=p.nisbah(HITUNG, LANTAI),
        rapat=p.nisbah(HITUNG, RAPAT),
        mib=None if (mib := p.mib(HITUNG)) is None else round(mib),
        validasi=p.nisbah(VALIDASI, BACA),
        bersama=p.nisbah(VALIDASI, BACA_BERSAMA),
        rekap=p.nisbah(REKAP, LANTAI_REKAP),
    )
    return [*(langkah if apa else langkah[:-1]), terukur]


def tulis(langkah: Sequence[Langkah]) -> None:
    """Write the steps down."""
    isi = json.dumps([asdict(ini) for ini in langkah], ensure_ascii=False, indent=1)
    CATATAN.write_text(f"{isi}\n", encoding="utf-8", newline="\n")


def tabel(langkah: Sequence[Langkah]) -> str:
    """Return the section of docs/KINERJA.md: each step with the figures after it; those before stand one row above."""
    baris = [
        "| hari | langkah | `hitung`, detik | × lantai | × lantai keras | memori | `validasi` × calamine | × dibagi | `rekap` × lantai |",
        "|---|---|---:|---:|---:|---:|---:|---:|---:|",
    ]
    for ini in langkah:
        kali = map(_angka, (ini.hitung, ini.lantai, ini.rapat))
        lain = map(_angka, (ini.validasi, ini.bersama, ini.rekap))
        memori = "–" if ini.mib is None else f"{angka(ini.mib, 0)} MiB"
        baris.append(f"| {' | '.join((ini.tanggal, ini.apa, *kali, memori, *lain))} |")
    return "\n".join(baris)


def _angka(nilai: float | None) -> str:
    return "–" if nilai is None else angka(nilai)
