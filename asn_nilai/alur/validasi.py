"""Read and check a whole period without scoring: the findings, and each unit's state of submission."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass

from asn_nilai.acuan.ringkas import status_unit
from asn_nilai.acuan.temuan import Temuan, Tingkat
from asn_nilai.alur import pemeriksaan
from asn_nilai.alur.kolam import kolam
from asn_nilai.alur.konteks import Konteks
from asn_nilai.alur.pembanding import pembanding
from asn_nilai.periksa import periksa_kewajaran


@dataclass(frozen=True, slots=True)
class SetoranUnit:
    """A unit's state: `lengkap`, `ada galat`, `belum setor` or `tak terbaca`, and its number of findings."""

    kode_unit: str
    status: str
    galat: int
    peringatan: int

    def sebagai_dict(self) -> dict[str, object]:
        """Return it with the keys of the contract."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class HasilValidasi:
    """All units' states, in the register's order, and all findings, general ones first."""

    unit: list[SetoranUnit]
    temuan: list[Temuan]


def periksa_kota(
    konteks: Konteks, dipilih: Sequence[str], lapor: Callable[[str], None], *, paralel: int | None = None
) -> HasilValidasi:
    """Check the submissions of the units named by their codes; `lapor` is called with each unit done."""
    menurut: dict[str, list[Temuan]] = {}
    with kolam(konteks, paralel, len(dipilih)) as pekerja:
        for kode, semua in pekerja.jalankan(periksa_aman, dipilih):
            menurut[kode] = semua
            lapor(kode)
    unit = [
        SetoranUnit(
            kode,
            status_unit(menurut[kode]),
            sum(satu.tingkat is Tingkat.GALAT for satu in menurut[kode]),
            sum(satu.tingkat is Tingkat.PERINGATAN for satu in menurut[kode]),
        )
        for kode in dipilih
    ]
    return HasilValidasi(unit, [*konteks.temuan_umum, *(satu for kode in dipilih for satu in menurut[kode])])


def periksa_aman(konteks: Konteks, kode: str) -> tuple[str, list[Temuan]]:
    """Return a unit's code and findings. A fault of the program itself becomes a finding of this unit alone."""
    try:
        return kode, _periksa(konteks, kode)
    except Exception as galat:  # noqa: BLE001 - one unit never stops the others
        return kode, [pemeriksaan.program_gagal(kode, galat)]


def _periksa(konteks: Konteks, kode: str) -> list[Temuan]:
    """Return a unit's findings, those of plausibility last: figures that are wrong come before those that are odd."""
    isian, semua = pemeriksaan.periksa(konteks, kode)
    ambang = konteks.ruang.kewajaran
    banding = pembanding(konteks, kode)
    return [
        *semua,
        *periksa_kewajaran(isian, banding, konteks.skema, konteks.periode, konteks.aturan, ambang),
    ]
