"""How large a submission may be: every limit in one place, with the reason for its figure in docs/BATAS.md.

Whatever is beyond a limit becomes a finding of that one file (`berkas-terlalu-besar`); the other files are read all the
same. Each limit can be moved in asn-nilai.toml:

    [batas]
    berkas-mb = 60
    sel = 1200000
"""

from dataclasses import dataclass, fields

from asn_nilai.acuan.bilangan_pengaturan import baca_bilangan

MEGA = 1024**2


class BatasTidakSahError(ValueError):
    """The table [batas] cannot be used; the message, in Indonesian, says why."""


@dataclass(frozen=True, slots=True)
class Batas:
    """The limits. In asn-nilai.toml each has the name it has here, with `-` for `_`.

    Attributes:
        berkas_mb: the size of a file on disk, in megabytes.
        dikembangkan_mb: what the XML of all its parts may unpack to together.
        bagian_mb: what one part other than a worksheet may unpack to (texts, styles, the content of an .ods).
        bagian: the number of parts in the archive.
        sel: the cells of a sheet, counted from A1 to the last filled one.
        sel_galat: the cells of a sheet that hold an error such as #N/A; each needs a closer look, and a finding.
        teks_mb: the texts of a sheet, each counted as often as cells show it.
        detik: seconds of processor time that the reading of one file may take; looked at between steps, so that the step
            under way is finished first.
    """

    berkas_mb: int = 25
    dikembangkan_mb: int = 100
    bagian_mb: int = 24
    bagian: int = 5_000
    sel: int = 600_000
    sel_galat: int = 60_000
    teks_mb: int = 64
    detik: int = 30

    @classmethod
    def dari_isi(cls, isi: object) -> "Batas":
        """Read the table [batas] of asn-nilai.toml.

        Raises:
            BatasTidakSahError: no table, a key nobody knows, or no whole number from 1 on.
        """
        kunci = [satu.name for satu in fields(cls)]
        return cls(**baca_bilangan("batas", isi, kunci, {}, BatasTidakSahError))


BATAS_BAWAAN = Batas()
"""The limits where nobody has set any."""
