"""Turn tables into findings; one small module per family of checks.

A check looks at tables through one `BahanPeriksa` and yields `Temuan`. It never prints, raises or decides how grave a
finding is: that stands in the catalogue. What reading has already told of a cell is not told again.

- `bahan`: what all checks look up · `menahan`: which errors hold nobody back · `angka`: single figures, and how figures are compared
- `nip_asing`: rows that are nobody's, and whose rows are missing because of them
- `orang/`: who stands in the sheets · `indikator/`: what the rows measure · `target/`: what was promised · `realisasi/`: what was
  reached · `perilaku/`: how it was done
- `target_layak/`: targets worth asking about · `kewajaran/`: what is merely implausible
"""

from collections.abc import Iterator
from itertools import chain

from asn_nilai.acuan.isian.skema import Skema
from asn_nilai.acuan.periode import Periode
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.setoran.isian_unit import IsianUnit
from asn_nilai.acuan.temuan import Temuan
from asn_nilai.periksa.bahan import BahanPeriksa, susun_bahan
from asn_nilai.periksa.indikator.indikator import periksa_indikator
from asn_nilai.periksa.indikator.senama import periksa_senama
from asn_nilai.periksa.kewajaran.kewajaran import periksa_kewajaran
from asn_nilai.periksa.menahan import beride, timbang
from asn_nilai.periksa.orang.asn import periksa_asn
from asn_nilai.periksa.orang.ganda import periksa_ganda
from asn_nilai.periksa.orang.kelengkapan import periksa_kelengkapan
from asn_nilai.periksa.orang.kepala import periksa_kepala
from asn_nilai.periksa.orang.penempatan import periksa_penempatan
from asn_nilai.periksa.perilaku.alasan_perilaku import periksa_alasan_perilaku
from asn_nilai.periksa.perilaku.perilaku import periksa_perilaku
from asn_nilai.periksa.realisasi.nilai_unit import periksa_nilai_unit
from asn_nilai.periksa.realisasi.rasio import periksa_imbangan
from asn_nilai.periksa.realisasi.realisasi import periksa_realisasi
from asn_nilai.periksa.target.bobot import periksa_bobot
from asn_nilai.periksa.target.bobot_awal import periksa_bobot_awal
from asn_nilai.periksa.target.rencana import periksa_rencana
from asn_nilai.periksa.target.target import periksa_target
from asn_nilai.periksa.target.target_awal import (
    periksa_target_awal,
    periksa_target_diberatkan,
    periksa_target_pindahan,
)
from asn_nilai.periksa.target_layak.layak import periksa_target_layak

__all__ = [
    "BahanPeriksa", "beride", "periksa_bahan", "periksa_bobot_awal", "periksa_kewajaran", "periksa_target_awal",
    "periksa_target_diberatkan", "periksa_target_layak", "periksa_target_pindahan", "periksa_unit", "susun_bahan", "timbang",
]  # fmt: skip

KELUARGA = (
    periksa_asn,
    periksa_ganda,
    periksa_kelengkapan,
    periksa_penempatan,
    periksa_indikator,
    periksa_senama,
    periksa_bobot,
    periksa_target,
    periksa_rencana,
    periksa_kepala,
    periksa_realisasi,
    periksa_imbangan,
    periksa_nilai_unit,
    periksa_perilaku,
    periksa_alasan_perilaku,
)
"""The families of checks, in the order their findings are told: first who, then what, then how much."""


def periksa_unit(isian: IsianUnit, skema: Skema, periode: Periode, aturan: Aturan) -> Iterator[Temuan]:
    """Yield what is wrong or doubtful in a unit's tables, beyond what reading has found (`isian.temuan`).

    Args:
        isian: what the unit submitted.
        skema: the registers of units, ASN and indicators.
        periode: the period to be scored; figures of other months are left alone.
        aturan: the rule profile, for formulas and the names of behaviour ratings.
    """
    yield from periksa_bahan(susun_bahan(isian, skema, periode, aturan))


def periksa_bahan(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Yield what `periksa_unit` yields, for a submission that is laid out already."""
    return timbang(bahan, chain.from_iterable(periksa(bahan) for periksa in KELUARGA))
