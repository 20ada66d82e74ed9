"""A new idea's cell that cannot be read: it holds nobody back whose figures come to one predikat with a new idea and without.

The checks know the rule and the months; only scoring knows the final score, and it loads where there is such a cell at all.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from asn_nilai.acuan.isian.register.perpindahan import unit_berpindah
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.setoran.perilaku import KUNCI_IDE
from asn_nilai.acuan.temuan import Akibat, Temuan, Tingkat
from asn_nilai.alur.konteks import Konteks
from asn_nilai.periksa import BahanPeriksa, beride


def timbang_ide(
    konteks: Konteks, unit: BahanPeriksa, semua: Sequence[Temuan], bahan_lain: Callable[[str], BahanPeriksa]
) -> list[Temuan]:
    """Return a unit's findings, each error in a new idea's cell that changes no predikat as a `peringatan`.

    Args:
        konteks: the run's common ground.
        unit: what the unit submitted.
        semua: its findings.
        bahan_lain: gives what another unit submitted, by its code; asked for who moved between them alone.
    """
    ide = _tempat_ide(unit)
    ragu = {t for t in semua if t.akibat is Akibat.PERILAKU and t.tingkat is Tingkat.GALAT and t.letak in ide}
    tetap = _tetap(konteks, unit, [t for t in semua if t not in ragu]) if ragu else frozenset()
    pindah = unit_berpindah(unit.skema, unit.periode) if ragu else {}
    tetap |= {
        nip
        for nip in {t.nip for t in ragu} & pindah.keys()
        if any(
            beride(bahan_lain(kode), nip)
            for kode in {*pindah[nip]} & unit.skema.unit.keys() - {unit.kode_unit}
        )
    }
    return [
        replace(t, tingkat_khusus=Tingkat.PERINGATAN) if t.nip in tetap and t in ragu else t for t in semua
    ]


def _tempat_ide(unit: BahanPeriksa) -> frozenset[Letak]:
    """Return the cells of new ideas; none where the rule asks for no idea."""
    if not unit.aturan.perlu_ide_baru:
        return frozenset()
    tabel = [ini for ini in unit.isian.perilaku.values() if KUNCI_IDE in ini.kolom]
    return frozenset(ini.letak(KUNCI_IDE, posisi) for ini in tabel for posisi in range(len(ini)))


def _tetap(konteks: Konteks, unit: BahanPeriksa, lain: Sequence[Temuan]) -> frozenset[str]:
    """Return the ASN whose predikat is the same with a new idea and without, were these the only findings.

    Of who moved in the period another unit has a part of the score: nobody can tell here, unless that unit says that there is an idea.
    """
    import numpy as np  # noqa: PLC0415 - what computes loads only where it must

    from asn_nilai.acuan.hasil.nilai import BELUM_DINILAI  # noqa: PLC0415 - likewise
    from asn_nilai.hitung import hitung_unit  # noqa: PLC0415 - likewise
    from asn_nilai.hitung.nilai.predikat import putuskan_satu  # noqa: PLC0415 - likewise

    dinilai = hitung_unit(
        unit.isian, lain, unit.skema, unit.periode, unit.aturan, sementara=konteks.sementara
    ).nilai
    pindah = unit_berpindah(unit.skema, unit.periode)
    tetap = set[str]()
    for asn in dinilai:
        if asn.predikat != BELUM_DINILAI and asn.nip not in pindah:
            putusan = (
                putuskan_satu(np.array([asn.nhk]), replace(asn.perilaku, ide_baru=ide), unit.aturan)
                for ide in (False, True)
            )
            if len({str(ini.predikat[0]) for ini in putusan}) == 1:
                tetap.add(asn.nip)
    return frozenset(tetap)
