"""The result of one unit and period, as it goes from scoring to publication.

Columns are named once here: the first ones are those of nilai.csv and rincian.csv, in order; the further ones
serve workbook and page.
"""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from asn_nilai.acuan.periode import Bulan, Periode
from asn_nilai.acuan.skema import Unit
from asn_nilai.acuan.tabel import Tabel
from asn_nilai.acuan.temuan import Temuan

if TYPE_CHECKING:
    import pandas as pd

KOLOM_NILAI = (
    "periode", "kode_unit", "nip", "nama", "jabatan", "jumlah_indikator", "nilai_hasil_kerja",
    "rating_hasil_kerja", "rating_perilaku", "nilai_akhir", "predikat", "status", "alasan",
)  # fmt: skip
KOLOM_RINCIAN = (
    "periode", "kode_unit", "nip", "kode_indikator", "satuan", "polaritas", "agregasi", "bobot", "target",
    "realisasi", "capaian", "nilai_tertimbang", "sel_target", "sel_realisasi",
)  # fmt: skip

DINILAI, BELUM_DINILAI, PINDAH = "Dinilai", "Belum Dinilai", "Pindah"


@dataclass(slots=True)
class IsianUnit:
    """What one unit submitted for a period: its target table, and by month its capaian and perilaku tables.

    A month whose file is missing or unreadable has no entry; `temuan` says why. `berkas` lists the files read, relative
    to the work folder.
    """

    unit: Unit
    target: Tabel | None = None
    capaian: dict[Bulan, Tabel] = field(default_factory=dict)
    perilaku: dict[Bulan, Tabel] = field(default_factory=dict)
    temuan: list[Temuan] = field(default_factory=list)
    berkas: list[str] = field(default_factory=list)


@dataclass(slots=True)
class HasilUnit:
    """Scores and findings of one unit and period.

    Attributes:
        nilai: one row per ASN placed in the unit, columns KOLOM_NILAI and `bulan_dihitung` (int, months counted),
            `jenis_asn`, `golongan`, `bagian` (for an ASN who moved: tuple of (kode_unit, NHK, months) for each unit,
            else empty), `angka_perilaku` (the behaviour number where the rule asks for one, else NaN) and `ide_baru`
            (bool). Numbers without a value are NaN, texts are blank. `rating_perilaku` holds the number as text where
            the rule gives no rating.
        rincian: one row per ASN and indicator that takes part, columns KOLOM_RINCIAN and `nama`, `indikator`,
            `nilai_terburuk`, `aspek`, `batas_alami` (a target that cannot be surpassed, else NaN) and `nilai_capaian`
            (what is weighed: capaian, or the rule's conversion of it); ordered by ASN as in `nilai`. `target` and `realisasi` are aggregated over the counted
            months, in the indicator's unit of measure; `capaian` in percent, unrounded; NaN without a valid realisasi.
            `sel_target` and `sel_realisasi` are `file › sheet › cell`, several joined by `; `.
        temuan: every finding of the unit.
        berkas: the files read, relative to the work folder.
    """

    unit: Unit
    periode: Periode
    nilai: "pd.DataFrame"
    rincian: "pd.DataFrame"
    temuan: list[Temuan]
    berkas: list[str]
