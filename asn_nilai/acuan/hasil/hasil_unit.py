"""The result of one unit and period, and the columns in which the city's files publish it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from asn_nilai.acuan.hasil.nilai import NilaiAsn
from asn_nilai.acuan.hasil.tindak_lanjut import TindakLanjut
from asn_nilai.acuan.isian.register.penandatangan import Penandatangan
from asn_nilai.acuan.isian.skema import Unit
from asn_nilai.acuan.periode import Periode
from asn_nilai.acuan.riwayat.catatan import Perubahan
from asn_nilai.acuan.riwayat.keadaan import Keadaan
from asn_nilai.acuan.riwayat.riwayat import TargetTerbaca
from asn_nilai.acuan.riwayat.versi import VersiTerkunci
from asn_nilai.acuan.setoran.irisan_skema import Sebutan
from asn_nilai.acuan.setoran.pesan.akar_temuan import Menunggu
from asn_nilai.acuan.temuan import Temuan

KOLOM_NILAI = (
    "periode", "kode_unit", "nip", "nama", "jabatan", "jumlah_indikator", "nilai_hasil_kerja",
    "rating_hasil_kerja", "rating_perilaku", "nilai_akhir", "predikat", "status", "alasan",
)  # fmt: skip
KOLOM_RINCIAN = (
    "periode", "kode_unit", "nip", "kode_indikator", "satuan", "polaritas", "agregasi", "bobot", "target",
    "realisasi", "capaian", "nilai_tertimbang", "sel_target", "sel_realisasi",
)  # fmt: skip

KOLOM_RASIO = ("periode", "kode_unit", "nip", "kode_indikator", "pembilang", "penyebut")
"""What the realisasi of ratios is made of: the rows of rincian.csv that are one, with their sums over the counted months."""


@dataclass(frozen=True, slots=True)
class HasilUnit:
    """Scores and findings of one unit and period.

    Attributes:
        nilai: one row for each ASN placed in the unit in the period, in the register's order.
        temuan: every finding of the unit that is told by itself.
        berkas: the files read, relative to the work folder.
        tindak_lanjut: recognition, support and angka kredit; None until they are drawn up.
        masukan: what the scores rest on, as the register of changes compares it; None where it could not be told.
        target: what its target workbook adds to the register of the year's targets.
        perubahan: what differs from the first computation, or from the locked version.
        versi: the locked version that these results are; None before a lock.
        sebutan: what the unit's books name, those of the units tied to it included.
        sidik: of the files read, theirs included, the SHA-256 of what was read; blank where nothing could be.
        menunggu: how many rows of the unit follow from each cause, by its place; causes in the skema too.
        penandatangan: who signs for the unit, and for its head.
    """

    unit: Unit
    periode: Periode
    nilai: tuple[NilaiAsn, ...]
    temuan: tuple[Temuan, ...]
    berkas: tuple[str, ...]
    tindak_lanjut: TindakLanjut | None = None
    masukan: Keadaan | None = None
    target: TargetTerbaca | None = None
    perubahan: tuple[Perubahan, ...] = ()
    versi: VersiTerkunci | None = None
    sebutan: Sebutan = field(default_factory=Sebutan)
    sidik: Mapping[str, str] = field(default_factory=dict)
    menunggu: Menunggu = field(default_factory=dict)
    penandatangan: Penandatangan = field(default_factory=Penandatangan)
