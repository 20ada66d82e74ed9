"""What an earlier run left of a period, and what of it still stands: which units need not be computed again."""

from collections.abc import Sequence
from pathlib import Path

from asn_nilai.acuan.hasil.hasil_unit import KOLOM_NILAI, KOLOM_RINCIAN
from asn_nilai.acuan.hasil.tindak_lanjut import KOLOM_TINDAK_LANJUT
from asn_nilai.acuan.setoran.irisan_skema import Sebutan
from asn_nilai.acuan.temuan import KUNCI_TEMUAN
from asn_nilai.alur.konteks import Konteks
from asn_nilai.alur.masukan.masukan_unit import MasukanUnit
from asn_nilai.alur.masukan.pemeriksaan import KODE_KEGAGALAN
from asn_nilai.alur.unit import BERKAS_UNIT, UnitTerbit, ringkas_dari_dict, ringkas_sebagai_dict
from asn_nilai.terbit.data.csv_hasil import baca_csv
from asn_nilai.terbit.data.manifes import NAMA_MANIFES, CatatanUnit, Manifes, sha256_berkas

_KOLOM_KODE = KUNCI_TEMUAN.index("kode")


class HasilLama:
    """What an earlier run left, and what of it still stands."""

    def __init__(self, konteks: Konteks, folder: Path) -> None:
        self.konteks = konteks
        self.folder = folder
        self.masukan = MasukanUnit(konteks)
        self.bersama = self.masukan.bersama
        self.manifes = Manifes.baca(folder / NAMA_MANIFES)
        self.catatan = self.manifes.unit if self.manifes else {}
        semua = ((kode, ringkas_dari_dict(catatan.ringkas)) for kode, catatan in self.catatan.items())
        self.ringkas = {kode: ringkas for kode, ringkas in semua if ringkas}
        self.nilai = baca_csv(folder / "nilai.csv", KOLOM_NILAI, "kode_unit")
        self.rincian = baca_csv(folder / "rincian.csv", KOLOM_RINCIAN, "kode_unit")
        self.temuan = baca_csv(folder / "temuan.csv", KUNCI_TEMUAN, "unit")
        self.tindak_lanjut = baca_csv(folder / "tindak_lanjut.csv", KOLOM_TINDAK_LANJUT, "kode_unit")

    def bagi(self, dipilih: Sequence[str], *, paksa: bool) -> tuple[list[str], list[str], list[str]]:
        """Split the units: carried over, carried over though stale (outside `dipilih`), to be computed."""
        dibawa: list[str] = []
        usang: list[str] = []
        kerja: list[str] = []
        for kode in self.konteks.skema.unit:
            catatan = self._sebanding(kode)
            if kode in dipilih:
                (dibawa if catatan and not paksa and self._tetap(kode, catatan) else kerja).append(kode)
            elif catatan:
                (dibawa if self._tetap(kode, catatan) else usang).append(kode)
            elif kode in self.catatan:
                kerja.append(kode)
        return dibawa, usang, kerja

    def _sebanding(self, kode: str) -> CatatanUnit | None:
        """Return the unit's record if the same program, rule and registers made it."""
        m, aturan = self.manifes, self.konteks.aturan
        baru = Manifes(self.konteks.periode.kode, aturan.profil.kode, aturan.sha256)
        if m is None or (m.program, m.periode, m.sha256_aturan) != (
            baru.program,
            baru.periode,
            baru.sha256_aturan,
        ):
            return None
        if m.kode_kunci != self.konteks.kode_kunci:
            return None  # the faces print the code
        if "tindak_lanjut.csv" not in m.keluaran:
            return None
        ada = kode in self.nilai or not self.konteks.skema.di_unit(kode, self.konteks.periode)
        return m.unit.get(kode) if ada and kode in self.ringkas else None

    def _tetap(self, kode: str, catatan: CatatanUnit) -> bool:
        utuh = all(sha256_berkas(self.folder / nama) == sha for nama, sha in catatan.keluaran.items())
        utuh = utuh and catatan.lengkap and len(catatan.keluaran) == len(BERKAS_UNIT)
        return utuh and not self.masukan.berubah(kode, catatan)

    def terbit(self, kode: str) -> UnitTerbit:
        """Return a unit's results as they stand on disk."""
        return UnitTerbit(
            self.ringkas[kode],
            self.nilai.get(kode, []),
            self.rincian.get(kode, []),
            self.temuan.get(kode, []),
            self.catatan[kode].keluaran,
            [],
            self.tindak_lanjut.get(kode, []),
            Sebutan.dari_dict(self.catatan[kode].sebutan) or Sebutan(),
        )

    def catat(self, kode: str, terbitan: UnitTerbit, *, dibawa: bool) -> CatatanUnit:
        """Return a unit's record for the new manifest; one that is carried over keeps its own, stale or not."""
        if dibawa:
            return self.catatan[kode]
        ringkas = ringkas_sebagai_dict(terbitan.ringkas)
        sidik = self.masukan.sidik(kode, terbitan.sebutan)
        masukan, sebutan = self.masukan.unit(kode), terbitan.sebutan.sebagai_dict()
        gagal = terbitan.pesan or any(baris[_KOLOM_KODE] in KODE_KEGAGALAN for baris in terbitan.temuan)
        return CatatanUnit(masukan, terbitan.keluaran, ringkas, sidik, sebutan, lengkap=not gagal)
