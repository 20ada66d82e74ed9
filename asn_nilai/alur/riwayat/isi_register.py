"""What a register tells of each unit: its first states, with the lines worked in."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from asn_nilai.acuan.riwayat.catatan import Catatan, terapkan
from asn_nilai.acuan.riwayat.keadaan import Isi, Keadaan, Kunci, tulis_keadaan
from asn_nilai.acuan.riwayat.riwayat import Riwayat
from asn_nilai.alur.riwayat.keadaan_awal import (
    ada_awal,
    baca_asal,
    baca_awal,
    isi_awal,
    nama_awal,
    unit_awal,
    unit_bertarget,
)


class IsiRegister(NamedTuple):
    """A register as a run read it, asked by units.

    Attributes:
        riwayat: its lines.
        folder: where its first states lie.
    """

    riwayat: Riwayat
    folder: Path

    def keadaan(self, kode_unit: str) -> dict[Kunci, Isi] | None:
        """Return what a unit's entries said last; None where nothing of it was ever computed."""
        semua = [bagian for _, bagian in self.keadaan_awal(kode_unit)]
        awal = {
            Kunci(apa, kode_unit, nip, kode, ruas): Isi(nilai, sel)
            for bagian in semua
            for apa, nip, kode, ruas, nilai, sel in bagian
        }
        return terapkan(awal, self.riwayat.menurut_unit.get(kode_unit, [])) if semua else None

    def tetap(self, kode_unit: str, kini: Keadaan) -> bool:
        """Tell whether a unit's entries say to the letter what its only first state does: then nothing need be compared."""
        berkas = self._satu_awal(kode_unit)
        if berkas is None or len(self.riwayat.semua_kode(kode_unit)) != 1:
            return False
        return isi_awal(berkas, kode_unit) == tulis_keadaan(kini)

    def asal_awal(self, kode_unit: str) -> Mapping[str, str]:
        """Return of what a unit's only first state was read; nothing where its entries have said anything since."""
        berkas = self._satu_awal(kode_unit)
        return baca_asal(berkas) if berkas else {}

    def _satu_awal(self, kode_unit: str) -> Path | None:
        """Return the file of a unit's only first state; None where it has several, or its entries have said anything since."""
        semua = {self._berkas(c) for c in self.riwayat.pertama if c.kode_unit in {"", kode_unit}}
        milik = [ini for ini in semua if self._ada(ini, kode_unit)]
        return milik[0] if len(milik) == 1 and kode_unit not in self.riwayat.menurut_unit else None

    def pernyataan(self, kode_unit: str, dicari: str) -> Iterator[Sequence[tuple[str, str, str]]]:
        """Yield all that a unit's entries of one kind ever said as NIP, Kode Indikator and value, the earliest first."""
        for _, bagian in self.keadaan_awal(kode_unit):
            yield [(nip, kode, nilai) for apa, nip, kode, _, nilai, _ in bagian if apa == dicari]
        yield [
            (ini.nip, ini.kode_indikator, ini.nilai_baru)
            for ini in self.riwayat.menurut_unit.get(kode_unit, ())
            if ini.apa == dicari
        ]

    def keadaan_awal(self, kode_unit: str) -> Iterator[tuple[str, list[list[str]]]]:
        """Yield a unit's first states, also those under codes that it had before, the earliest first, with the file as lines name it."""
        for catatan in self.riwayat.pertama:
            if catatan.kode_unit in {"", kode_unit}:
                berkas = self._berkas(catatan)
                bagian = (baca_awal(berkas, kode) for kode in self.riwayat.semua_kode(kode_unit))
                yield from ((catatan.menjadi, ini) for ini in bagian if ini is not None)

    def menyusul(self, kode_unit: str) -> bool:
        """Tell whether a unit has no first state among those that were kept first."""
        return not any(self._ada(berkas, kode_unit) for berkas in self._semua_awal()[:1])

    def bertarget_dahulu(self, kode_unit: str, nip: str) -> set[str]:
        """Return the units in whose first states an ASN had targets before there were any in this unit's."""
        dahulu: set[str] = set()
        for berkas in self._semua_awal():
            unit = {self.riwayat.kode_kini(kode) for kode in unit_bertarget(berkas).get(nip, ())}
            if kode_unit in unit:
                break
            dahulu |= unit
        return dahulu

    def unit_tercatat(self) -> set[str]:
        """Return the codes of the units that the register knows."""
        kode = {catatan.kode_unit for catatan in self.riwayat.catatan} - {""}
        kode |= {unit for berkas in self._semua_awal() for unit in unit_awal(berkas)}
        return {self.riwayat.kode_kini(ini) for ini in kode}

    def diakui_unit_lain(self) -> set[str]:
        """Return the codes that a unit is said to have had, though it was first kept beside the unit that bore them then."""
        hasil: set[str] = set()
        for bersama in map(unit_awal, self._semua_awal()):
            ada = {kode.casefold() for kode in bersama}
            hasil |= {
                kode for kode in bersama if self.riwayat.kode_kini(kode).casefold() in ada - {kode.casefold()}
            }
        return hasil

    def _semua_awal(self) -> list[Path]:
        return [*dict.fromkeys(self._berkas(catatan) for catatan in self.riwayat.pertama)]

    def _berkas(self, pertama: Catatan) -> Path:
        return self.folder / nama_awal(pertama)[0]

    def _ada(self, berkas: Path, kode_unit: str) -> bool:
        """Tell whether a first state of a unit stands there, under whichever of its codes."""
        return any(ada_awal(berkas, kode) for kode in self.riwayat.semua_kode(kode_unit))
