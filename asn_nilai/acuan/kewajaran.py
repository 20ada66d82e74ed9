"""What makes a figure implausible: the kinds that are looked for, and every threshold, in one place.

An implausible figure may well be true; it is worth a look before it becomes somebody's score. So each kind can be
turned off, and each threshold moved, in asn-nilai.toml:

    [kewajaran]
    sepuluh-kali-bulan-lalu = false
    seragam-paling-sedikit-asn = 10

The thresholds are experience, not law: no regulation stands behind them, and no score depends on them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields

JENIS_KEWAJARAN = (
    "sepuluh-kali-bulan-lalu",
    "realisasi-seragam",
    "realisasi-sama-target",
    "angka-kumulatif",
    "target-diturunkan",
    "kolom-tertukar",
    "baris-bergeser",
)
"""The codes of the findings; each is also the key that turns it off."""


class KewajaranTidakSahError(ValueError):
    """The table [kewajaran] cannot be used; the message, in Indonesian, says why."""


@dataclass(frozen=True, slots=True)
class Kewajaran:
    """Which kinds are looked for, and from where on a figure counts as implausible.

    In asn-nilai.toml each threshold has the name it has here, with `-` for `_`.

    Attributes:
        mati: the kinds that are turned off.
        bulan_lalu: how many earlier months are read to compare with; 0 reads none.
        kali_dari: a realisasi from so many times last month's on, up to `kali_sampai`, may have lost its comma
            (ten times, give or take what changes from month to month). Likewise for a tenth.
        kali_sampai: see `kali_dari`.
        wajar_dari: a realisasi of so much of its target, up to `wajar_sampai`, is ordinary: last month's must be, and
            this month's must not.
        wajar_sampai: see `wajar_dari`.
        bulat_paling_kecil: whole numbers of which the larger is below this are counts that jump by themselves.
        seragam_paling_sedikit_asn: from so many ASN on, one and the same realisasi for all of them is told.
        seragam_paling_kecil: sums (Agregasi Jumlah) below this are often alike by chance.
        sama_paling_sedikit_baris: a file with fewer figures may well equal all its targets.
        kumulatif_bulan: over so many months in a row a total must grow as if it were carried on.
        kumulatif_target_datar: the largest of the months' targets is at most so many times the smallest.
        kumulatif_langkah_dari: each month's growth, in monthly targets, is at least this, at most `kumulatif_langkah_sampai`.
        kumulatif_langkah_sampai: see `kumulatif_langkah_dari`.
        kumulatif_kali: the last month has reached at least so many monthly targets.
        kumulatif_target_paling_kecil: smaller targets are counts that climb by chance.
        tertukar_paling_sedikit_baris: from so many rows on, Target and Realisasi count as changed places.
        tertukar_bagian: and in at least this part of the rows where the two differ.
        bergeser_paling_sedikit_baris: so many rows in a run hold their neighbour's target.
    """

    mati: frozenset[str] = field(default_factory=frozenset)
    bulan_lalu: int = 2
    kali_dari: float = 7.0
    kali_sampai: float = 14.0
    wajar_dari: float = 0.5
    wajar_sampai: float = 2.0
    bulat_paling_kecil: float = 20.0
    seragam_paling_sedikit_asn: int = 5
    seragam_paling_kecil: float = 10.0
    sama_paling_sedikit_baris: int = 10
    kumulatif_bulan: int = 3
    kumulatif_target_datar: float = 1.25
    kumulatif_langkah_dari: float = 0.4
    kumulatif_langkah_sampai: float = 1.6
    kumulatif_kali: float = 2.0
    kumulatif_target_paling_kecil: float = 5.0
    tertukar_paling_sedikit_baris: int = 5
    tertukar_bagian: float = 0.8
    bergeser_paling_sedikit_baris: int = 5

    def dicari(self, jenis: str) -> bool:
        """Tell whether a kind is looked for."""
        return jenis not in self.mati

    @property
    def bulan_dibaca(self) -> int:
        """Return how many earlier months must be read for the kinds that are looked for."""
        perlu = any(map(self.dicari, ("sepuluh-kali-bulan-lalu", "angka-kumulatif")))
        return self.bulan_lalu if perlu else 0

    @classmethod
    def dari_isi(cls, isi: object) -> "Kewajaran":
        """Read the table [kewajaran] of asn-nilai.toml.

        Raises:
            KewajaranTidakSahError: no table, a key nobody knows, or a value of the wrong kind.
        """
        if not isinstance(isi, Mapping):
            raise KewajaranTidakSahError("[kewajaran] harus berisi nama = nilai.")
        ambang = {satu.name.replace("_", "-"): satu.default for satu in fields(cls) if satu.name != "mati"}
        mati, diubah = set[str](), dict[str, int | float]()
        for kunci, nilai in isi.items():
            if kunci in JENIS_KEWAJARAN:
                if not isinstance(nilai, bool):
                    raise KewajaranTidakSahError(f"[kewajaran] {kunci} harus true atau false.")
                if not nilai:
                    mati.add(kunci)
            elif kunci in ambang:
                diubah[kunci.replace("-", "_")] = _angka(kunci, nilai, bulat=isinstance(ambang[kunci], int))
            else:
                raise KewajaranTidakSahError(_tidak_dikenal(kunci, (*JENIS_KEWAJARAN, *ambang)))
        return cls(frozenset(mati), **diubah)  # type: ignore[arg-type]


def _angka(kunci: str, nilai: object, *, bulat: bool) -> int | float:
    jenis = int if bulat else (int, float)
    if isinstance(nilai, bool) or not isinstance(nilai, jenis) or nilai < 0:
        raise KewajaranTidakSahError(
            f"[kewajaran] {kunci} harus {'bilangan bulat' if bulat else 'angka'} mulai dari 0."
        )
    return nilai


def _tidak_dikenal(kunci: object, dikenal: Iterable[str]) -> str:
    return f"[kewajaran] {kunci} tidak dikenal; yang dikenal: {', '.join(dikenal)}."
