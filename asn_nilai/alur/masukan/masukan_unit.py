"""Which files a unit's results depend on, with their SHA-256: what need not be computed again, and what is stale.

Earlier months' nilai.csv are among them: criteria look back, so a corrected March is computed into June. Units tied by an
ASN who moved depend on each other's files.
"""

from collections.abc import Callable
from pathlib import Path

from asn_nilai.acuan.pengaturan import NAMA_PENGATURAN
from asn_nilai.alur.konteks import Konteks
from asn_nilai.alur.masukan.bulan_lalu import berkas_hasil_lalu
from asn_nilai.hitung import unit_berpindah
from asn_nilai.terbit.data.manifes import sha256_berkas


class MasukanUnit:
    """The inputs of one run's units as they stand now. Keys are relative to the work folder, `/` as separator."""

    def __init__(self, konteks: Konteks, sha: Callable[[Path], str] = sha256_berkas) -> None:
        self.konteks = konteks
        self.ikatan = ikatan(konteks)
        self._lalu = berkas_hasil_lalu(konteks)
        self._sha = sha

    @property
    def bersama(self) -> dict[str, str]:
        """Return what all units share: settings and registers."""
        ruang = self.konteks.ruang
        return self._catat({ruang.akar / NAMA_PENGATURAN, ruang.skema})

    def unit(self, kode: str) -> dict[str, str]:
        """Return the files of one unit."""
        berkas = {f for unit in self.ikatan.get(kode, {kode}) for f in self.konteks.berkas_unit(unit)}
        return self._catat({*berkas, *self._lalu})

    def _catat(self, berkas: set[Path]) -> dict[str, str]:
        akar = self.konteks.ruang.akar
        return {f.relative_to(akar).as_posix(): self._sha(f) for f in sorted(berkas)}


def ikatan(konteks: Konteks) -> dict[str, set[str]]:
    """Return, for each unit tied to others by an ASN who moved, all units whose files its score depends on."""
    hasil: dict[str, set[str]] = {}
    for unit in unit_berpindah(konteks.skema, konteks.periode).values():
        for kode in unit:
            hasil.setdefault(kode, set()).update(lain for lain in unit if lain in konteks.skema.unit)
    return hasil
