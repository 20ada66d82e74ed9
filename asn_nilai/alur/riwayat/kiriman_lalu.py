"""What a unit's submission says otherwise than the one that was last computed: asked when a unit has sent again.

The register knows what was computed; `hitung` will write the same differences down. Here they are only told.
"""

from collections.abc import Mapping
from pathlib import Path

from asn_nilai.acuan.riwayat.entri_masukan import bentuk_kini, entri_masukan
from asn_nilai.acuan.riwayat.keadaan import BOBOT, PERILAKU, REALISASI, TARGET, Beda, bandingkan
from asn_nilai.acuan.setoran.isian_unit import IsianUnit
from asn_nilai.alur.konteks import Konteks
from asn_nilai.alur.riwayat.register import register_periode
from asn_nilai.alur.riwayat.tempat import selama_tetap
from asn_nilai.terbit.data.manifes import NAMA_MANIFES, Manifes

_URUTAN = (TARGET, BOBOT, REALISASI, PERILAKU)
"""What comes from a submission, in the order in which it is told."""


def berubah_sejak_dihitung(konteks: Konteks, isian: IsianUnit) -> tuple[Beda, ...]:
    """Return in what a unit's books differ from those last computed; nothing where they are the same files.

    A book that is not there, or cannot be read, says nothing about what it held; nor does a unit that sends for the first time.

    Args:
        konteks: its `riwayat` is the period's register.
        isian: the unit's books as they are now.
    """
    kode = isian.unit.kode
    if not konteks.riwayat.pertama or _sama_seperti_dihitung(konteks, isian):
        return ()
    lama = register_periode(konteks).isi(konteks.riwayat).keadaan(kode)
    if not lama:
        return ()
    baru = entri_masukan(isian, konteks.skema, konteks.periode)
    dibaca = {TARGET, BOBOT} if isian.target else set()
    if len(isian.capaian) == len(konteks.periode.bulan):
        dibaca |= {REALISASI, PERILAKU}
    dulu = {kunci.apa for kunci in lama}
    beda = (
        ini
        for ini in bandingkan(bentuk_kini(lama, konteks.skema), baru)
        if ini.kunci.apa in dibaca and ini.kunci.apa in dulu
    )
    return tuple(sorted(beda, key=lambda ini: _URUTAN.index(ini.kunci.apa)))


def _sama_seperti_dihitung(konteks: Konteks, isian: IsianUnit) -> bool:
    """Tell whether the unit's files are, by their hashes, among those of the results; where nobody knows, they may be others."""
    berkas = konteks.ruang.folder_hasil(konteks.periode) / NAMA_MANIFES
    try:
        masukan = _tercatat(berkas).get(isian.unit.kode)
    except OSError:
        return False
    return masukan is not None and all(masukan.get(nama) == isian.sidik.get(nama) for nama in isian.berkas)


@selama_tetap(2)
def _tercatat(berkas: Path) -> Mapping[str, Mapping[str, str]]:
    """Return each unit's files by their hashes as a manifest has them: read once, however many units ask."""
    manifes = Manifes.baca(berkas)
    return {kode: catatan.masukan for kode, catatan in manifes.unit.items()} if manifes else {}
