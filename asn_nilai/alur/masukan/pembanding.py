"""What a unit's figures are compared with for plausibility: its earlier months, and targets that were recorded before.

Both are read only where they exist, and only by `validasi`.
"""

import csv
from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from asn_nilai.acuan.hasil.hasil_unit import KOLOM_RINCIAN
from asn_nilai.acuan.periode import Bulan, Periode
from asn_nilai.alur.konteks import Konteks
from asn_nilai.baca.setoran.bulan_lalu import baca_capaian_lalu
from asn_nilai.periksa import Pembanding

_TARGET, _UNIT, _NIP, _KODE = (
    KOLOM_RINCIAN.index(nama) for nama in ("target", "kode_unit", "nip", "kode_indikator")
)


def pembanding(konteks: Konteks, kode: str) -> Pembanding:
    """Read what a unit's figures of the period are compared with."""
    ambang, awal = konteks.ruang.kewajaran, konteks.periode.bulan[0]
    terawal = max(1, awal.bulan - ambang.bulan_dibaca)
    bulan = [Bulan(awal.tahun, nomor) for nomor in range(terawal, awal.bulan)]
    lalu = baca_capaian_lalu(konteks.ruang, konteks.unit(kode), bulan, konteks.skema)
    target: dict[tuple[Bulan, str, str], float] = {}
    if ambang.dicari("target-diturunkan"):
        for bulan_ini in konteks.periode.bulan:
            berkas = (
                konteks.ruang.folder_hasil(Periode(bulan_ini.kode, bulan_ini.label, (bulan_ini,)))
                / "rincian.csv"
            )
            if berkas.is_file():
                milik_unit = _tercatat(berkas, berkas.stat().st_mtime_ns).get(kode, {})
                target |= {(bulan_ini, *kunci): angka for kunci, angka in milik_unit.items()}
    return Pembanding(lalu, target)


@lru_cache(maxsize=12)
def _tercatat(berkas: Path, _waktu: int) -> Mapping[str, Mapping[tuple[str, str], float]]:
    """Return the targets of an earlier run's rincian.csv by unit; a process reads the file once for all its units."""
    hasil: dict[str, dict[tuple[str, str], float]] = defaultdict(dict)
    with berkas.open(encoding="utf-8", newline="") as sumber:
        pembaca = csv.reader(sumber)
        if next(pembaca, None) != list(KOLOM_RINCIAN):
            return hasil
        for baris in pembaca:
            if len(baris) == len(KOLOM_RINCIAN) and (angka := _angka(baris[_TARGET])) is not None:
                hasil[baris[_UNIT]][baris[_NIP], baris[_KODE]] = angka
    return hasil


def _angka(teks: str) -> float | None:
    try:
        return float(teks)
    except ValueError:
        return None
