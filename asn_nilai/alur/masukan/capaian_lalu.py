"""What a unit's figures are compared with for plausibility: its earlier months, read only by `validasi`."""

from collections.abc import Mapping

from asn_nilai.acuan.isian.formulir.tabel import Tabel
from asn_nilai.acuan.periode import Bulan
from asn_nilai.alur.konteks import Konteks
from asn_nilai.baca.setoran.bulan_lalu import baca_capaian_lalu


def capaian_lalu(konteks: Konteks, kode: str) -> Mapping[Bulan, Tabel]:
    """Read a unit's capaian tables of the months before the period."""
    ambang, awal = konteks.ruang.kewajaran, konteks.periode.bulan[0]
    terawal = max(1, awal.bulan - ambang.bulan_dibaca)
    bulan = [Bulan(awal.tahun, nomor) for nomor in range(terawal, awal.bulan)]
    return baca_capaian_lalu(konteks.ruang, konteks.unit(kode), bulan, konteks.skema)
