"""Which units are meant by what somebody typed: their codes, their full names, several in one word."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches

from asn_nilai.acuan.isian.formulir.formulir import lipat_kode, lipat_label
from asn_nilai.acuan.isian.skema import Skema


def kenali_unit(skema: Skema, ketikan: Iterable[str]) -> tuple[list[str], list[str]]:
    """Return the codes of the units that are meant, and the words that mean none.

    Args:
        skema: the registers.
        ketikan: words as typed; one may name several units, parted by commas or semicolons.
    """
    kode, nama = _menurut_kode(skema), _menurut_nama(skema)
    dikenal, asing = list[str](), list[str]()
    for kata in ketikan:
        utuh = lipat_kode(kata) in kode or lipat_label(kata) in nama
        for bagian in [kata] if utuh else re.split("[,;]", kata):
            unit = kode.get(lipat_kode(bagian)) or nama.get(lipat_label(bagian))
            if unit:
                dikenal.append(unit)
            else:
                asing.append(bagian.strip())
    return dikenal, asing


def sebab_bukan_unit(skema: Skema, asing: Sequence[str]) -> str:
    """Return what is said of words that mean no unit; there is at least one."""
    mirip = unit_mirip(skema, asing[0])
    mungkin = f"Mungkin maksudnya {' atau '.join(mirip)}. " if mirip else ""
    keliru = f"Unit {', '.join(asing)} tidak ada di skema." if all(asing) else "Kode unitnya belum ditulis."
    return f"{keliru} {mungkin}Unit yang ada: {', '.join(skema.unit)}."


def unit_mirip(skema: Skema, kata: str) -> list[str]:
    """Return the codes of the units whose code or name is most like a word, at most three."""
    kode, nama = _menurut_kode(skema), _menurut_nama(skema)
    mirip = [kode[lipat] for lipat in get_close_matches(lipat_kode(kata), kode, 3)]
    mirip += [nama[lipat] for lipat in get_close_matches(lipat_label(kata), nama, 3)]
    return list(dict.fromkeys(mirip))[:3]


def _menurut_kode(skema: Skema) -> Mapping[str, str]:
    return {lipat_kode(kode): kode for kode in skema.unit}


def _menurut_nama(skema: Skema) -> Mapping[str, str]:
    """Return the codes by the units' names, of names that one unit alone bears."""
    lipat = {kode: lipat_label(unit.nama) for kode, unit in skema.unit.items()}
    banyak = Counter(lipat.values())
    return {nama: kode for kode, nama in lipat.items() if banyak[nama] == 1}
