"""Who was scored in a unit in earlier months and stands on the sheet Pegawai no more: deleted, or under another NIP.

A new NIP has no first targets and no first weights, so whatever is asked of it is compared with nothing. A NIP that nobody was ever placed
under, a slip of the pen in a book of targets, took nothing along.
"""

from collections.abc import Collection, Iterator

from asn_nilai.acuan.isian.formulir.daftar_formulir import FORMULIR
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.periode import Periode
from asn_nilai.acuan.riwayat.keadaan import PEGAWAI
from asn_nilai.acuan.temuan import Temuan, temuan
from asn_nilai.alur.konteks import Konteks
from asn_nilai.alur.riwayat.register import Register
from asn_nilai.alur.riwayat.versi import periode_tercatat


def cari_asn_hilang(konteks: Konteks, kode_unit: str, bertarget: Collection[str]) -> Iterator[Temuan]:
    """Yield each ASN of a unit whom the register of people has lost.

    Args:
        konteks: the run's common ground.
        kode_unit: the unit.
        bertarget: the NIPs in its target workbook when that was first read; none where that book is still as it was.
    """
    skema = konteks.skema
    asing = (nip for nip in bertarget if nip and nip not in skema.penempatan_asn)
    hilang = [nip for nip in asing if skema.pegawai_cacat(nip, "", kode_unit) is None]
    for periode in _bulan_sebelumnya(konteks) if hilang else ():
        pernah = _ditempatkan(konteks, periode, kode_unit)
        ditemukan = [nip for nip in hilang if nip in pernah]
        hilang = [nip for nip in hilang if nip not in pernah]
        for nip in ditemukan:
            letak = Letak(konteks.ruang.relatif(konteks.ruang.skema), FORMULIR["Pegawai"].lembar)
            yield temuan("asn-hilang", letak, unit=kode_unit, nip=nip, lama=nip, bulan=periode.label)


def _bulan_sebelumnya(konteks: Konteks) -> list[Periode]:
    """Return the computed months of the year before the period, the latest first."""
    awal = konteks.periode.bulan[0]
    semua = (ini for ini in periode_tercatat(konteks.ruang_register or konteks.ruang) if len(ini.bulan) == 1)
    dulu = [ini for ini in semua if ini.bulan[0].tahun == awal.tahun and ini.bulan[0] < awal]
    return sorted(dulu, key=lambda ini: ini.bulan[0], reverse=True)


def _ditempatkan(konteks: Konteks, periode: Periode, kode_unit: str) -> set[str]:
    """Return the NIPs of all who were ever told to be placed in a unit in a month."""
    register = Register(konteks.ruang_register or konteks.ruang, periode.nama_folder)
    isi = register.isi(register.baca(konteks.skema.sebutan_unit))
    return {nip for semua in isi.pernyataan(kode_unit, PEGAWAI) for nip, _, _ in semua}
