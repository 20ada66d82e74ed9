"""A period scored in memory: what `hitung` would publish, for who looks, compares or asks from another program."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from asn_nilai.acuan.hasil.hasil_unit import HasilUnit
from asn_nilai.acuan.hasil.nilai import NilaiAsn
from asn_nilai.acuan.periode import Periode
from asn_nilai.acuan.setoran.pesan.akar_temuan import dengan_menunggu
from asn_nilai.acuan.temuan import Temuan
from asn_nilai.alur.hitungan.unit import nilai, nilai_bila_mati
from asn_nilai.alur.konteks import Konteks
from asn_nilai.alur.proses.papan import Lapor
from asn_nilai.alur.proses.proses_paralel import Paralel, proses_paralel
from asn_nilai.hitung import gabungkan_pindah


@dataclass(frozen=True, slots=True)
class HasilNilai:
    """The scores of a period.

    Attributes:
        periode: the period.
        aturan: code of the rule.
        unit: results by unit code, in the register's order; last under a blank code the people whose unit is unknown.
        umum: findings that belong to no unit.
    """

    periode: Periode
    aturan: str
    unit: Mapping[str, HasilUnit]
    umum: tuple[Temuan, ...]

    @property
    def nilai(self) -> tuple[NilaiAsn, ...]:
        """Return a row for each ASN placed in a unit in the period, as nilai.csv has them."""
        return tuple(asn for unit in self.unit.values() for asn in unit.nilai)

    @property
    def temuan(self) -> tuple[Temuan, ...]:
        """Return all findings, those that belong to no unit first."""
        return (*self.umum, *(temuan for unit in self.unit.values() for temuan in unit.temuan))


def nilai_semua(
    konteks: Konteks, kode: Sequence[str], lapor: Lapor, *, paralel: Paralel = None
) -> HasilNilai:
    """Score the units named by their codes, and settle who moved between them; nothing is written."""
    hasil: dict[str, HasilUnit] = {}
    with proses_paralel(konteks, paralel, len(kode)) as pekerja:
        for milik in pekerja.jalankan(nilai, kode, nilai_bila_mati):
            hasil[milik.unit.kode] = milik
            lapor(milik.unit.kode)
    hasil = gabungkan_pindah(hasil, konteks.skema, konteks.periode, konteks.aturan)
    unit = {milik: hasil[milik] for milik in kode}
    menunggu = sum((Counter(milik.menunggu) for milik in unit.values()), Counter[str]())
    umum = tuple(dengan_menunggu(konteks.temuan_umum, menunggu))
    return HasilNilai(konteks.periode, konteks.aturan.profil.kode, unit, umum)
