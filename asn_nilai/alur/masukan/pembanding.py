"""What a unit's figures are compared with for plausibility: its earlier months, read only by `validasi`."""

from asn_nilai.acuan.periode import Bulan
from asn_nilai.alur.konteks import Konteks
from asn_nilai.baca.setoran.bulan_lalu import baca_capaian_lalu
from asn_nilai.periksa import Pembanding


def pembanding(konteks: Konteks, kode: str) -> Pembanding:
    """Read what a unit's figures of the period are compared with."""
    ambang, awal = konteks.ruang.kewajaran, konteks.periode.bulan[0]
    terawal = max(1, awal.bulan - ambang.bulan_dibaca)
    bulan = [Bulan(awal.tahun, nomor) for nomor in range(terawal, awal.bulan)]
    lalu = baca_capaian_lalu(konteks.ruang, konteks.unit(kode), bulan, konteks.skema)
    return Pembanding(lalu)
