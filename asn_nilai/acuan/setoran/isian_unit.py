"""What one unit submitted for a period, as tables: the way in of every check and every score."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from asn_nilai.acuan.isian.formulir.formulir import kunci_bulan
from asn_nilai.acuan.isian.formulir.tabel import Tabel
from asn_nilai.acuan.isian.register.identitas_templat import IdentitasTemplat
from asn_nilai.acuan.isian.skema import Unit
from asn_nilai.acuan.periode import Bulan
from asn_nilai.acuan.temuan import Temuan


@dataclass(slots=True)
class IsianUnit:
    """What one unit submitted for a period: its target table, and by month its capaian and perilaku tables.

    A month whose file is missing or unreadable has no entry; `temuan` says why. `berkas` lists the files read, relative
    to the work folder, `sidik` by its name the SHA-256 of what was read of each, blank where nothing could be; `templat` says of each that could be opened what it says of the template it came from, None where
    nothing. `setoran` has, by month and under None for the target, the files that lay in the unit's place when it was read, whether they
    could be read or not: whoever asks for them later need not look again, and speaks of the same ones. `tanpa_perilaku` are the months whose workbook has no Perilaku sheet, or one in which nothing is filled.
    `melihat_luar` tells that a sheet names another unit than this one, so that the other units had to be asked.
    """

    unit: Unit
    target: Tabel | None = None
    capaian: dict[Bulan, Tabel] = field(default_factory=dict)
    perilaku: dict[Bulan, Tabel] = field(default_factory=dict)
    temuan: list[Temuan] = field(default_factory=list)
    berkas: list[str] = field(default_factory=list)
    sidik: dict[str, str] = field(default_factory=dict)
    templat: dict[str, IdentitasTemplat | None] = field(default_factory=dict)
    setoran: dict[Bulan | None, list[str]] = field(default_factory=dict)
    melihat_luar: bool = False
    tanpa_perilaku: set[Bulan] = field(default_factory=set)

    def bulan_kurang(self, ditempatkan: Mapping[str, Collection[Bulan]]) -> dict[str, set[Bulan]]:
        """Return the months that a provisional score does without, by NIP: there is a target, readable or not, and no capaian.

        Args:
            ditempatkan: the months that each ASN spends in the unit, by NIP.
        """
        kurang: dict[str, set[Bulan]] = {}
        target = self.target
        if target is None:
            return kurang
        for posisi, nip in enumerate(target.teks("nip")):
            for bulan in ditempatkan.get(nip, ()):
                if bulan not in self.capaian and bertarget(target, posisi, bulan):
                    kurang.setdefault(nip, set()).add(bulan)
        return kurang


def bertarget(target: Tabel, posisi: int, bulan: Bulan) -> bool:
    """Tell whether a row of a target table asks for something in a month, though it may not be readable."""
    kunci = kunci_bulan(bulan)
    return isinstance(target.isi[kunci][posisi], float) or (kunci, posisi) in target.cacat
