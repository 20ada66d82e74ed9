"""What the instansi may set about its recap: which groups are small, how many names a list shows.

Each figure can be moved in asn-nilai.toml:

    [rekap]
    k-publik = 5
    unit-kecil = 5
"""

from dataclasses import dataclass, fields

from asn_nilai.acuan.bilangan_pengaturan import baca_bilangan

K_TERKECIL = 3
"""No group of fewer persons is ever published, whatever the settings say."""
_TERKECIL = {"k_publik": K_TERKECIL, "kelompok_terkecil": K_TERKECIL, "ulangan": 100}


class PengaturanRekapTidakSahError(ValueError):
    """The table [rekap] cannot be used; the message, in Indonesian, says why."""


@dataclass(frozen=True, slots=True)
class PengaturanRekap:
    """The settings of a recap. In asn-nilai.toml each has the name it has here, with `-` for `_`.

    Attributes:
        unit_kecil: units with fewer scored ASN are marked: one person moves their mean.
        belum_dinilai_wajar: units with a larger share of ASN not scored (percent) are marked: their mean may still move much.
        k_publik: groups of fewer persons are not published; K_TERKECIL at least.
        kelompok_terkecil: groups of fewer persons are not compared on the sheet Keadilan.
        daftar_gerak: how many names the lists of who rose and who fell show.
        benih: seed of the resampling behind the intervals of Keadilan; the same seed gives the same figures.
        ulangan: number of resamples behind each interval.
    """

    unit_kecil: int = 5
    belum_dinilai_wajar: int = 20
    k_publik: int = 5
    kelompok_terkecil: int = 10
    daftar_gerak: int = 10
    benih: int = 1
    ulangan: int = 1000

    @classmethod
    def dari_isi(cls, isi: object) -> "PengaturanRekap":
        """Read the table [rekap] of asn-nilai.toml.

        Raises:
            PengaturanRekapTidakSahError: no table, a key nobody knows, or no whole number within its bounds.
        """
        kunci = [satu.name for satu in fields(cls)]
        return cls(**baca_bilangan("rekap", isi, kunci, _TERKECIL, PengaturanRekapTidakSahError))
