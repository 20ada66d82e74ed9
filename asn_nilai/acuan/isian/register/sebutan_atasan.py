"""Whom an office's list means by a person's superior: a NIP, or a name or a post that one person of the list alone has."""

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from asn_nilai.acuan.isian.formulir.formulir import lipat_label
from asn_nilai.acuan.isian.orang.nama_orang import lipat_nama
from asn_nilai.acuan.isian.orang.nip import FormatNipError, baca_nip
from asn_nilai.acuan.isian.skema import Penempatan

_NIP = re.compile(r"(?<!\d)(?:\d[ .]*){17}\d(?!\d)")
"""Eighteen digits as people group them, wherever they stand in a cell."""


class Atasan(NamedTuple):
    """The NIP of a superior; blank where it is not certain, with the reason, a clause that follows the quoted cell."""

    nip: str
    sebab: str = ""


ATASAN_BILANGAN = Atasan("", "tersimpan sebagai bilangan, sehingga tiga angka terakhir NIP-nya hilang")
"""What a cell says that holds a number: of a NIP's eighteen digits it keeps fifteen."""


class SebutanAtasan:
    """Finds people of a list by what the column of superiors has."""

    def __init__(self, orang: Iterable[Penempatan]) -> None:
        """Note everybody with a NIP, under name and post."""
        self._menurut_sebutan: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for tempat in orang:
            for sebutan in {lipat_nama(tempat.nama), lipat_label(tempat.jabatan)} - {""}:
                if tempat.nip:
                    self._menurut_sebutan[sebutan][tempat.nip] = None

    def cari(self, teks: str, nip_sendiri: str) -> Atasan:
        """Return whom a cell names as the superior of the person with a NIP."""
        if bernomor := _NIP.search(teks):
            try:
                return self._bukan_sendiri(baca_nip(bernomor[0]).nomor, nip_sendiri)
            except FormatNipError as galat:
                return Atasan("", f"memuat NIP yang tidak sah: {galat}")
        sebutan = (lipat_nama(teks), lipat_label(teks))
        calon = {nip: None for kata in sebutan for nip in self._menurut_sebutan.get(kata, ())}
        if not calon:
            return Atasan("", "bukan nama atau jabatan seorang pun di daftar ini yang ber-NIP")
        if len(calon) > 1:
            return Atasan("", f"dapat berarti {len(calon)} orang di daftar ini ({', '.join(calon)})")
        return self._bukan_sendiri(next(iter(calon)), nip_sendiri)

    @staticmethod
    def _bukan_sendiri(nip: str, nip_sendiri: str) -> Atasan:
        return Atasan("", "adalah orang itu sendiri") if nip == nip_sendiri else Atasan(nip)
