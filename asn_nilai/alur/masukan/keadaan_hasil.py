"""Whether a period's results are still what its inputs give: asked without reading a submission or loading what computes.

Who computes asks more (`alur.terbitan.hasil_lama` also looks whether each output is as it was written); the year's table, the
order of a whole year and the closing lines of a run ask this.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from asn_nilai.acuan.periode import Bulan, Periode, PeriodeTidakSahError
from asn_nilai.alur.konteks import Konteks
from asn_nilai.alur.masukan.masukan_unit import CETAK, LALU, MasukanUnit
from asn_nilai.ruang_kerja import RuangKerja, buku_kerja
from asn_nilai.terbit.data.manifes import NAMA_MANIFES, PROGRAM, Manifes, sha256_berkas


@dataclass(frozen=True, slots=True)
class KeadaanHasil:
    """What stands of a period's results.

    Attributes:
        manifes: their record; None where the period has not been computed.
        sebab: why all of them must be computed anew, as the end of a sentence; blank where not.
        usang: the units whose inputs changed, or that have no whole results, by their codes: what changed, as
            `MasukanUnit.berubah` says it.
        cetak: codes of the units that need only be printed anew.
    """

    manifes: Manifes | None
    sebab: str = ""
    usang: Mapping[str, frozenset[str]] = field(default_factory=dict)
    cetak: tuple[str, ...] = ()

    @property
    def karena_lalu(self) -> bool:
        """Tell whether what earlier months say has changed."""
        return any(LALU in beda for beda in self.usang.values())

    @property
    def mutakhir(self) -> bool:
        """Tell whether computing again would change nothing."""
        return self.manifes is not None and not (self.sebab or self.usang or self.cetak)


def keadaan_hasil(konteks: Konteks, sha: Callable[[Path], str] = sha256_berkas) -> KeadaanHasil:
    """Return the state of the results of the context's period.

    Args:
        konteks: gives period, rule and the inputs as they stand now.
        sha: SHA-256 of a file; one that remembers, where several periods share files.
    """
    folder = konteks.ruang.folder_hasil(konteks.periode)
    manifes = Manifes.baca(folder / NAMA_MANIFES)
    if manifes is None:
        return KeadaanHasil(None)
    if manifes.program != PROGRAM:
        return KeadaanHasil(manifes, f"ditulis {manifes.program}")
    if manifes.sha256_aturan != konteks.aturan.sha256:
        return KeadaanHasil(manifes, "dihitung dengan aturan lain")
    if manifes.unit.keys() - konteks.skema.unit.keys():
        return KeadaanHasil(manifes, "memuat unit yang tidak ada lagi di skema")
    masukan = MasukanUnit(konteks, sha)
    usang: dict[str, frozenset[str]] = {}
    cetak: list[str] = []
    for kode in konteks.skema.unit:
        catatan = manifes.unit.get(kode)
        if catatan is None or not (catatan.lengkap and all((folder / f).is_file() for f in catatan.keluaran)):
            usang[kode] = frozenset()
        elif beda := frozenset(masukan.berubah(kode, catatan)):
            if beda == {CETAK}:
                cetak.append(kode)
            else:
                usang[kode] = beda - {CETAK}
    return KeadaanHasil(manifes, "", usang, tuple(cetak))


def bulan_bersetoran(ruang: RuangKerja) -> tuple[Bulan, ...]:
    """Return the months of the year that have submissions, in order."""
    setahun = (Bulan(ruang.tahun, nomor) for nomor in range(1, 13))
    return tuple(bulan for bulan in setahun if buku_kerja(ruang.folder_capaian(bulan)))


def periode_terhitung(ruang: RuangKerja) -> list[Periode]:
    """Return the periods of the year that have results, in the order in which they are computed.

    A month looks back on earlier ones, a longer period on its months.
    """
    hasil = ruang.folder_hasil(Periode.dari_teks(str(ruang.tahun))).parent
    semua = {
        periode.kode: periode for folder in hasil.glob(f"*/{NAMA_MANIFES}") for periode in _periode(folder)
    }
    milik = (periode for periode in semua.values() if periode.bulan[0].tahun == ruang.tahun)
    return sorted(milik, key=lambda periode: (periode.bulan[-1], len(periode.bulan), periode.kode))


def _periode(manifes: Path) -> Iterator[Periode]:
    try:
        periode = Periode.dari_teks(manifes.parent.name.replace("_", ":"))
    except PeriodeTidakSahError:
        return
    if periode.nama_folder == manifes.parent.name:
        yield periode


def pada(konteks: Konteks, periode: Periode) -> Konteks:
    """Return the same ground for another period of the year, without what was found of stray files."""
    return replace(konteks, periode=periode, aturan=konteks.aturan.pada(periode), asing=())
