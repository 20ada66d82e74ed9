"""Stray files as the record of results keeps them: what lay among the submissions, and was read by nobody, when they were written.

Findings name these files, so a copy that comes later would make other findings; but it is no input, and a proof that results
are what their inputs give must not fail for it. So the record holds the findings as values: the proof computes with those, and
what came or went since is told beside it.
"""

from collections.abc import Iterator, Sequence

from asn_nilai.acuan.temuan import Temuan
from asn_nilai.alur.konteks import Konteks, catatan_hasil
from asn_nilai.terbit.data.manifes import temuan_tercatat


def asing_lain(konteks: Konteks) -> Iterator[str]:
    """Yield a sentence for each stray file that came, went or is told otherwise since the period's results were written."""
    manifes = catatan_hasil(konteks.ruang, konteks.periode)
    if manifes is None:
        return
    lama, kini = _menurut_berkas(temuan_tercatat(manifes.asing)), _menurut_berkas(konteks.asing)
    for berkas, (pesan, saran) in kini.items():
        if berkas not in lama:
            yield f"{berkas}: datang sesudah hitungan ini dan tidak ikut dibaca. {pesan} {saran}"
        elif lama[berkas] != (pesan, saran):
            yield f"{berkas}: tidak ikut dibaca, dan yang dikatakan tentangnya kini lain. {pesan} {saran}"
    for berkas in (berkas for berkas in lama if berkas not in kini):
        yield f"{berkas}: disebut temuan hasil ini tanpa ikut dibaca, dan sekarang tidak ada lagi di sana."


def _menurut_berkas(semua: Sequence[Temuan]) -> dict[str, tuple[str, str]]:
    return {ini.letak.berkas: (ini.pesan, ini.saran) for ini in semua}
