"""The rule beside the one by which earlier months of the year were locked: figures eased for one month show in no register of that month.

What was signed stays as it was, so months that are told side by side were scored differently. A file that says from when a figure holds
(`berlaku_sejak`) has the old figure for those months still, and nothing differs.
"""

from collections.abc import Iterator
from datetime import datetime
from math import inf

from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.periode import Bulan, Periode
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.profil.banding_aturan import bandingkan
from asn_nilai.acuan.profil.muat_aturan import muat_aturan
from asn_nilai.acuan.rumus.galat_aturan import AturanTidakSahError
from asn_nilai.acuan.temuan import Temuan, temuan
from asn_nilai.alur.konteks import Konteks
from asn_nilai.alur.riwayat.versi import MASUKAN, baca_versi, folder_versi, periode_tercatat
from asn_nilai.alur.temuan_aturan import sebut_beda
from asn_nilai.ruang_kerja import RuangKerja, RuangKerjaTidakSahError


def aturan_berganti(konteks: Konteks) -> Iterator[Temuan]:
    """Yield a finding for each way in which the rule says otherwise than when earlier months of the year were locked."""
    menurut: dict[str, list[Bulan]] = {}
    for periode in sorted(periode_tercatat(konteks.ruang), key=lambda ini: ini.hari_pertama):
        dulu = _aturan_terkunci(konteks, periode)
        # A rule that was not in force then was no choice.
        if dulu and konteks.aturan.berlaku_pada(periode):
            beda = [*bandingkan(dulu.pada(periode), konteks.aturan.pada(periode))]
            if beda:
                menurut.setdefault(sebut_beda(beda), []).append(periode.bulan[0])
    for daftar, bulan in menurut.items():
        sebutan = ", ".join(ini.label for ini in bulan)
        yield temuan(
            "aturan-berganti", Letak(), aturan=konteks.aturan.profil.nama, daftar=daftar, bulan=sebutan
        )


def _aturan_terkunci(konteks: Konteks, periode: Periode) -> Aturan | None:
    """Return the rule by which an earlier month was locked; None where it was not, or says what today's rule says to the letter.

    Who looks from a locked period sees the locks that there were then: a later correction is no news to what was signed.
    """
    ini = konteks.periode
    if len(periode.bulan) > 1 or periode == ini or not _mendahului(periode, ini):
        return None
    sampai = _saat(konteks.versi.waktu) if konteks.versi else inf
    semua = [versi for versi in baca_versi(konteks.ruang, periode) if _saat(versi.waktu) <= sampai]
    if not semua or semua[-1].sha256_aturan == konteks.aturan.sha256:
        return None
    folder = folder_versi(konteks.ruang, periode, semua[-1].versi) / MASUKAN
    try:
        return muat_aturan(RuangKerja.buka(folder).aturan, folder)
    except (RuangKerjaTidakSahError, AturanTidakSahError):
        return None  # a locked version that is not whole is told as such


def _mendahului(periode: Periode, ini: Periode) -> bool:
    return periode.bulan[0].tahun == ini.bulan[0].tahun and periode.hari_pertama <= ini.hari_terakhir


def _saat(waktu: str) -> float:
    """Return a moment in seconds; one that nobody can read was before all others."""
    try:
        return datetime.fromisoformat(waktu).timestamp()
    except ValueError:
        return 0.0
