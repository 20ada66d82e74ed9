"""Units taken through the pool: those tied by who moved together, the others each for itself.

It stands apart from `kota`, which loads it only where something is computed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import reduce
from operator import or_

from asn_nilai.acuan.isian.skema import TANPA_UNIT
from asn_nilai.alur.hitungan.unit import (
    catat,
    nilai,
    nilai_bila_mati,
    nilai_dan_terbitkan,
    terbitkan,
    terbitkan_bila_mati,
)
from asn_nilai.alur.konteks import Konteks
from asn_nilai.alur.masukan.masukan_unit import ikatan
from asn_nilai.alur.proses.proses_paralel import Paralel, Pelaksana, proses_paralel
from asn_nilai.alur.terbitan.unit_terbit import UnitTerbit
from asn_nilai.hitung import gabungkan_pindah


def kerjakan(konteks: Konteks, kerja: Sequence[str], paralel: Paralel) -> Iterator[UnitTerbit]:
    """Score and publish units, and yield their results, each when it is ready.

    The largest begin first: one of thousands of ASN that began last would keep all others waiting for it.
    """
    kerja = sorted(kerja, key=lambda kode: -konteks.skema.jumlah_asn(kode, konteks.periode))
    terikat = ikatan(konteks)
    bersama = list(dict.fromkeys(k for kode in kerja for k in sorted(terikat.get(kode, ()))))
    sendiri = [kode for kode in kerja if kode not in terikat]
    with proses_paralel(konteks, paralel, len(bersama) + len(sendiri)) as pekerja:
        yield from _terbitkan_bersama(konteks, pekerja, bersama, set(kerja))
        yield from pekerja.jalankan(nilai_dan_terbitkan, sendiri, terbitkan_bila_mati)


def _terbitkan_bersama(
    konteks: Konteks, pekerja: Pelaksana, kode: Sequence[str], diterbitkan: set[str]
) -> Iterator[UnitTerbit]:
    """Score units tied together, settle who moved, and publish those of them that were asked for."""
    dinilai = {hasil.unit.kode: hasil for hasil in pekerja.jalankan(nilai, kode, nilai_bila_mati)}
    selesai = gabungkan_pindah(dinilai, konteks.skema, konteks.periode, konteks.aturan)
    terikat = ikatan(konteks)
    masukan = [
        replace(
            hasil,
            sebutan=reduce(or_, (selesai[k].sebutan for k in terikat[kode])),
            sidik=reduce(or_, (selesai[k].sidik for k in terikat[kode])),
            # what nobody knows of one unit is not known of who moved from it, either
            masukan=hasil.masukan if all(selesai[k].masukan is not None for k in terikat[kode]) else None,
        )
        for kode, hasil in selesai.items()
        if kode in diterbitkan
    ]
    yield from pekerja.jalankan(terbitkan, masukan)


def tanpa_unit(konteks: Konteks) -> UnitTerbit:
    """Return the rows of the people whose unit the register does not say: they count in the city, and nobody has a page for them."""
    return catat(konteks, nilai(konteks, TANPA_UNIT.kode))
