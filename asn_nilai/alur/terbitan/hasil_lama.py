"""What an earlier run left of a period, and what of it still stands: which units need not be computed again."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from hashlib import sha256
from typing import NamedTuple

from asn_nilai.acuan.hasil.ringkas import RingkasUnit
from asn_nilai.acuan.temuan import KUNCI_TEMUAN, Temuan, katalog
from asn_nilai.alur.konteks import Konteks
from asn_nilai.alur.masukan.baris_unit_lain import baris_tercatat, di_unit_lain, menurut_nip
from asn_nilai.alur.masukan.keadaan_hasil import dasar_lain
from asn_nilai.alur.masukan.masukan_unit import MasukanUnit
from asn_nilai.alur.masukan.pemeriksaan import KODE_KEGAGALAN
from asn_nilai.alur.riwayat.sidik import sidik_masukan
from asn_nilai.alur.terbitan.unit_terbit import (
    NAMA_BERKAS_UNIT,
    BarisTersimpan,
    UnitTerbit,
    UnitTersimpan,
    ringkas_dari_dict,
    ringkas_sebagai_dict,
)
from asn_nilai.terbit.data.csv_hasil import (
    KOLOM_CSV,
    NILAI_CSV,
    TEMUAN_CSV,
    PetaCsv,
    teks_baris,
    urai_baris,
)
from asn_nilai.terbit.data.manifes import NAMA_MANIFES, CatatanUnit, Manifes, catat_temuan, sha256_berkas

NAMA_INDEKS = "index.html"
"""The page of all units."""
_KOLOM_KODE = KUNCI_TEMUAN.index("kode")


class PembagianUnit(NamedTuple):
    """What becomes of a city's units, by their codes: carried over, carried over though stale, to be computed."""

    dibawa: list[str]
    usang: list[str]
    kerja: list[str]


class HasilLama:
    """What an earlier run left, and what of it still stands: nothing, where rows are no longer as they were written.

    It is read when it is first asked for: where all is computed anew, nobody asks.
    """

    def __init__(self, konteks: Konteks) -> None:
        self.folder = konteks.folder
        self.masukan = MasukanUnit(konteks)
        # Units are read as the folders were when it was asked what changed: what the record names is what they saw.
        self.konteks = replace(konteks, lihat=self.masukan.lihat)
        self.bersama = self.masukan.bersama
        self._peta: dict[str, PetaCsv] = {}

    @cached_property
    def manifes(self) -> Manifes | None:
        """Return the record of the results; None without one, or where some of them are computed anew."""
        return Manifes.baca(self.folder / NAMA_MANIFES)

    @cached_property
    def catatan(self) -> dict[str, CatatanUnit]:
        """Return the records of the units."""
        return {**self.manifes.unit} if self.manifes else {}

    @cached_property
    def ringkas(self) -> dict[str, RingkasUnit]:
        """Return the lines of the units that can be read."""
        semua = ((kode, ringkas_dari_dict(catatan.ringkas)) for kode, catatan in self.catatan.items())
        return {kode: ringkas for kode, ringkas in semua if ringkas}

    @cached_property
    def utuh(self) -> bool:
        """Tell whether the files of rows are as they were recorded."""
        tercatat = self.manifes.keluaran if self.manifes else {}
        kini = {nama: sha256_berkas(self.folder / nama) for nama in KOLOM_CSV}
        utuh = all(sha == tercatat.get(nama, "-") for nama, sha in kini.items())
        # Outputs may be changed together with their record; those of a lock stand in another one as well.
        return utuh and (self.konteks.versi is None or self.konteks.versi.sama(kini))

    @cached_property
    def _bernilai(self) -> set[str]:
        """Return the units that have rows."""
        return {*self.peta(NILAI_CSV)} if self.utuh else set()

    def peta(self, nama: str) -> PetaCsv:
        """Return where the units' rows lie in one of the city's files: many, and read only where they are asked for."""
        if nama not in self._peta:
            milik_siapa = "unit" if nama == TEMUAN_CSV else "kode_unit"
            self._peta[nama] = PetaCsv(self.folder / nama, KOLOM_CSV[nama], milik_siapa)
        return self._peta[nama]

    def ambil(self, kode: str, nama: str) -> str:
        """Return a unit's rows of one of the city's files, as text, without the findings about the whole city."""
        teks = self.peta(nama).teks(kode)
        if nama != TEMUAN_CSV or not teks:
            return teks
        kota = {jenis.kode for jenis in katalog().values() if jenis.kota}
        return teks_baris(baris for baris in urai_baris(teks) if baris[_KOLOM_KODE] not in kota)

    def bagi(self, dipilih: Sequence[str], tercatat: Mapping[str, str], *, paksa: bool) -> PembagianUnit:
        """Split the units; of those outside `dipilih` the stale ones are left as they are.

        Only what the register tells of too (`tercatat`) is carried over: results may come from another time, or another folder.
        """
        hasil = PembagianUnit([], [], [])
        for kode in self.konteks.skema.unit:
            catatan = None if paksa and kode in dipilih else self._sebanding(kode)
            tetap = catatan is not None and self._tetap(kode, catatan)
            if catatan and tetap and tercatat.get(kode) == sidik_masukan(catatan):
                hasil.dibawa.append(kode)
            elif catatan and not tetap and kode not in dipilih:
                hasil.usang.append(kode)
            elif kode in dipilih or kode in self.catatan:
                hasil.kerja.append(kode)
        return hasil

    def baris_lain(self, baru: Mapping[str, UnitTersimpan]) -> dict[str, tuple[Temuan, ...]]:
        """Return by NIP the rows in the books of a unit which is not the ASN's: of units computed anew, and of the others as recorded."""
        semua: list[Temuan] = []
        for kode in self.konteks.skema.unit:
            if kode in baru:
                semua += baru[kode].asing
            elif kode in self.catatan:
                semua += baris_tercatat(self.catatan[kode])
        return menurut_nip(semua)

    def beda_di_unit_lain(
        self, baru: Mapping[str, UnitTersimpan], kini: Mapping[str, tuple[Temuan, ...]]
    ) -> list[str]:
        """Return the units whose pages tell otherwise of their people's rows in other units' books than `kini` says."""
        dulu = self.konteks.baris_lain
        hasil = []
        for kode in self.konteks.skema.unit if dulu or kini or self.catatan else ():
            tercatat = di_unit_lain(self.konteks, kode, dulu) if kode in baru else None
            if tercatat is None and kode in self.catatan:
                tercatat = self.catatan[kode].di_unit_lain
            if tercatat is not None and tercatat != di_unit_lain(self.konteks, kode, kini):
                hasil.append(kode)
        return hasil

    def lepas(self, kode: Iterable[str]) -> None:
        """Let go of what was recorded of units that are computed anew, and of the city as a whole: that will be another.

        A city's records are a large part of memory, and each process that is started then has it too.
        """
        self.manifes = None
        for ini in kode:
            self.catatan.pop(ini, None)
            self.ringkas.pop(ini, None)

    def _sebanding(self, kode: str) -> CatatanUnit | None:
        """Return the unit's record if this program made it by the same rule and lock, and its rows still stand."""
        m, konteks = self.manifes, self.konteks
        if m is None or not self.utuh or dasar_lain(konteks, m, konteks.kode_kunci):
            return None  # the faces print the lock's code too
        if (m.periode, m.sementara) != (konteks.periode.kode, konteks.sementara):
            return None  # provisional scores do without months
        ada = kode in self._bernilai or not konteks.skema.di_unit(kode, konteks.periode)
        return m.unit.get(kode) if ada and kode in self.ringkas else None

    def _tetap(self, kode: str, catatan: CatatanUnit) -> bool:
        utuh = all(sha256_berkas(self.folder / nama) == sha for nama, sha in catatan.keluaran.items())
        utuh = utuh and catatan.lengkap and len(catatan.keluaran) == len(NAMA_BERKAS_UNIT)
        return utuh and not self.masukan.berubah(kode, catatan)

    def tersimpan(self, kode: str) -> UnitTersimpan:
        """Return a unit's results as they stand on disk; its rows are read when they are asked for."""
        return UnitTersimpan(self.ringkas[kode], BarisTersimpan(self, kode))

    def catat(self, kode: str, terbitan: UnitTerbit) -> CatatanUnit:
        """Return the record of a unit that was computed, for the new manifest."""
        ringkas = ringkas_sebagai_dict(terbitan.ringkas)
        sidik = self.masukan.sidik(kode, terbitan.sebutan)
        masukan = self.masukan.unit(kode, terbitan.sidik)
        sebutan = terbitan.sebutan.sebagai_dict()
        gagal = terbitan.pesan or any(
            baris[_KOLOM_KODE] in KODE_KEGAGALAN for baris in urai_baris(terbitan.baris[TEMUAN_CSV])
        )
        return CatatanUnit(
            masukan,
            terbitan.keluaran,
            ringkas,
            sidik,
            sebutan,
            lengkap=not gagal,
            asing=catat_temuan(terbitan.asing),
            di_unit_lain=di_unit_lain(self.konteks, kode, self.konteks.baris_lain),
        )

    def kota_sama(self, unit: Sequence[str], isi: Mapping[str, Iterable[str]]) -> bool:
        """Tell whether the city's files stand as they would be written again.

        Args:
            unit: codes of the units in their order, all of them carried over.
            isi: the texts of the data files that say more than the units' own rows, in pieces.
        """
        m = self.manifes
        if (
            m is None
            or {*m.unit} != {*unit}
            or [k for k in unit if k in self._bernilai] != [*self.peta(NILAI_CSV)]
        ):
            return False
        masukan = dict(self.bersama)
        for catatan in m.unit.values():
            masukan |= catatan.masukan
        sha = {nama: _sha256(potongan) for nama, potongan in isi.items()}
        sha[NAMA_INDEKS] = m.keluaran.get(NAMA_INDEKS, "-")
        utuh = all(
            m.keluaran.get(nama) == nilai == sha256_berkas(self.folder / nama) for nama, nilai in sha.items()
        )
        return utuh and m.masukan == masukan


def _sha256(potongan: Iterable[str]) -> str:
    sidik = sha256()
    for teks in potongan:
        sidik.update(teks.encode())
    return sidik.hexdigest()
