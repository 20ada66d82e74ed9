"""Units of which the year's targets were first read, and which the skema does not have any more.

A unit that got another code says which it had (`Kode Lama`), and one that was merged stays on the sheet Unit. One that does neither
takes the first targets and weights of its people along: whatever is written under the new code is compared with nothing.
"""

from collections.abc import Iterator

from asn_nilai.acuan.isian.formulir.daftar_formulir import FORMULIR
from asn_nilai.acuan.isian.skema import sebab_kode_unit
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.riwayat.riwayat import Riwayat
from asn_nilai.acuan.temuan import Temuan, temuan
from asn_nilai.alur.konteks import Konteks
from asn_nilai.alur.riwayat.register import Register


def unit_hilang(konteks: Konteks, register: Register, riwayat: Riwayat) -> Iterator[Temuan]:
    """Yield each unit of the year's register that is not in the skema; a row that cannot stand there is told as such."""
    dikenal = {kode.casefold() for kode in konteks.skema.unit}
    for kode in sorted(register.unit_tercatat(riwayat) - {""}):
        if kode.casefold() not in dikenal and sebab_kode_unit(konteks.skema.unit_cacat, kode) is None:
            letak = Letak(konteks.ruang.relatif(konteks.ruang.skema), FORMULIR["Unit"].lembar)
            yield temuan("unit-hilang", letak, kode_unit=kode)
