"""How often planted patterns are found, and shuffled ones are not: the rates that docs/KEADILAN.md states.

    python benchmarks/ukur_pola.py                  # all rates, a minute or two
    python benchmarks/ukur_pola.py --banyak 200     # a quick look

Invented people: each has a level of work (NHK about 95, standard deviation 5), and a month adds chance of its own (3).
Nothing of the program is imitated: what is measured is what a recap and `hitung` call.
"""

import argparse
import random
import sys
from collections.abc import Callable, Iterator

import pandas as pd

from asn_nilai.acuan.hasil.hasil_unit import KOLOM_NILAI
from asn_nilai.acuan.hasil.nilai import DINILAI
from asn_nilai.acuan.isian.skema import Penempatan, Skema, Unit
from asn_nilai.acuan.periode import Bulan, Periode
from asn_nilai.acuan.profil.muat_aturan import muat_aturan
from asn_nilai.hitung.keadilan.belum_berpola import periksa_belum_berpola
from asn_nilai.hitung.keadilan.kebetulan import Kumpulan
from asn_nilai.hitung.keadilan.perilaku_penilai import ukur_perilaku

BENIH = 1
LAPANGAN = ((8, 2), (12, 1), (12, 3), (20, 1), (20, 4), (40, 4), (40, 10), (120, 30))
"""ASN of a unit, and how many of them are left unscored."""
PENILAI = (3, 5, 10, 15, 20, 30)
"""ASN of an assessor."""
SEPASANG = (5, 10, 20, 50)
"""ASN of each of two units."""
_ATURAN = muat_aturan("permenpanrb-6-2022")
_MEI = Periode.dari_teks("2026-05")
_UMUM = (0.10, 0.75, 0.15)
"""Shares of ratings below, as, and above what is expected."""


def _bulan(acak: random.Random, tingkat: float) -> float:
    return round(min(120.0, max(0.0, tingkat + acak.gauss(0, 3))), 2)


def belum_dinilai(acak: random.Random, asn: int, belum: int, *, ditanam: bool) -> bool:
    """Leave the weakest of this month out, or anybody; tell whether that is found from last month's scores."""
    tingkat = [acak.gauss(95, 5) for _ in range(asn)]
    lalu = {str(n): _bulan(acak, t) for n, t in enumerate(tingkat)}
    kini = {str(n): _bulan(acak, t) for n, t in enumerate(tingkat)}
    urut = sorted(kini, key=kini.__getitem__) if ditanam else acak.sample([*kini], asn)
    hasil = periksa_belum_berpola(("A", "A"), urut[:belum], urut[belum:], [(Bulan(2026, 5), lalu)], 2)
    return any(hasil)


def penilai_seragam(acak: random.Random, asn: int, *, ditanam: bool) -> bool:
    """Let one of eight assessors rate all alike, or as all others do; tell whether that is called more than chance."""
    kepala = [f"1970010119900110{n:02d}" for n in range(8)]
    baris, penempatan, penilai = [], [], []
    for nomor, nip_kepala in enumerate(kepala):
        for ke in range(asn if nomor == 0 else 15):
            nip = f"19850615201001{nomor}{ke:03d}"
            rating = acak.choices(_ATURAN.perilaku.label, _UMUM)[0]
            if ditanam and nomor == 0:
                rating = _ATURAN.perilaku.label[1]
            penempatan.append(Penempatan(nip, nip, "A", nip_atasan=nip_kepala))
            hasil = acak.choices(_ATURAN.label_hasil[::-1], _UMUM)[0]
            isi = {"nip": nip, "rating_perilaku": rating, "rating_hasil_kerja": hasil, "status": DINILAI}
            baris.append(
                dict.fromkeys(KOLOM_NILAI, "") | isi | {"nilai_hasil_kerja": 90 + ke % 15 + nomor / 10}
            )
            penilai.append(nip_kepala)
    skema = Skema({"A": Unit("A", "A", "Dinas")}, tuple(penempatan), {})
    semua = ukur_perilaku(pd.DataFrame(baris), penilai, skema, _MEI, _ATURAN, frozenset()).penilai
    return next(milik.janggal for milik in semua if milik.nip == kepala[0])


def unit_berbeda(acak: random.Random, asn: int, *, beda: float) -> bool:
    """Draw two units whose levels lie so far apart; tell whether they are called different."""
    a, b = (
        Kumpulan.dari(round(100 * _bulan(acak, acak.gauss(95 + geser, 5))) for _ in range(asn))
        for geser in (beda, 0.0)
    )
    return a.jelas_di_atas(b) or b.jelas_di_atas(a)


def _persen(banyak: int, sekali: Callable[[], bool]) -> float:
    return 100 * sum(sekali() for _ in range(banyak)) / banyak


def semua_angka(banyak: int, benih: int) -> Iterator[tuple[str, float, float]]:
    """Yield each case with how often the pattern is found (percent) where it is planted, and where it is not."""
    for asn, belum in LAPANGAN:
        acak = random.Random(f"{benih} belum {asn} {belum}")
        dua = [
            _persen(banyak, lambda a=acak, t=t: belum_dinilai(a, asn, belum, ditanam=t))  # noqa: B023
            for t in (True, False)
        ]
        yield f"{belum} dari {asn} ASN dibiarkan belum dinilai", dua[0], dua[1]
    for asn in PENILAI:
        acak = random.Random(f"{benih} penilai {asn}")
        dua = [
            _persen(banyak // 5, lambda a=acak, t=t: penilai_seragam(a, asn, ditanam=t))  # noqa: B023
            for t in (True, False)
        ]
        yield f"penilai {asn} ASN menilai semua sama", dua[0], dua[1]
    for asn in SEPASANG:
        for beda in (3.0, 5.0):
            acak = random.Random(f"{benih} unit {asn} {beda}")
            dua = [
                _persen(banyak, lambda a=acak, b=b: unit_berbeda(a, asn, beda=b))  # noqa: B023
                for b in (beda, 0.0)
            ]
            yield f"dua unit {asn} ASN yang berbeda {beda:g} poin", dua[0], dua[1]


def main() -> int:
    """Print the rates."""
    pilihan = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    pilihan.add_argument(
        "--banyak", type=int, default=2000, help="worlds for each rate (a fifth for assessors)"
    )
    pilihan.add_argument("--benih", type=int, default=BENIH)
    isi = pilihan.parse_args()
    for apa, ditanam, acak in semua_angka(isi.banyak, isi.benih):
        print(f"{apa:46} ditanam {ditanam:5.1f} %   acak {acak:5.1f} %")
    return 0


if __name__ == "__main__":
    sys.exit(main())
