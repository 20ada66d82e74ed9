"""Scores as a period's results have them, to hold explanations against that are computed anew."""

from asn_nilai.acuan.hasil.hasil_unit import KOLOM_NILAI
from asn_nilai.acuan.hasil.penjelasan import Penjelasan
from asn_nilai.acuan.program import PROGRAM
from asn_nilai.acuan.riwayat.versi import VersiTerkunci
from asn_nilai.alur.konteks import Konteks
from asn_nilai.alur.masukan.masukan_unit import CETAK, LALU, MasukanUnit
from asn_nilai.alur.riwayat.versi import HASIL, baca_versi, cara_menyegarkan, folder_versi, versi_manifes
from asn_nilai.terbit.data.csv_hasil import NILAI_CSV, baca_csv, isi_baris
from asn_nilai.terbit.data.manifes import NAMA_MANIFES, Manifes
from asn_nilai.terbit.data.sel_csv import sel_csv

_DIBANDINGKAN = {
    "nilai_hasil_kerja": "NHK",
    "rating_hasil_kerja": "rating hasil kerja",
    "rating_perilaku": "perilaku",
    "nilai_akhir": "nilai akhir",
    "predikat": "predikat",
    "status": "status",
}
"""Columns of nilai.csv that an explanation must repeat, under the same names, each with what a sentence calls it."""
_SELALU_DISEBUT = ("nilai_hasil_kerja", "predikat")
_BERANGKA = ("nilai_hasil_kerja", "rating_perilaku", "nilai_akhir")
"""Of these columns, those that may hold a number."""


class NilaiTerbit:
    """What a period's results say, read once.

    Those on disk; where they were deleted, or are others than the locked version's, its own: they are what was signed.
    """

    def __init__(self, konteks: Konteks) -> None:
        semua = baca_versi(konteks.ruang, konteks.periode)
        folder = konteks.ruang.folder_hasil(konteks.periode)
        manifes = Manifes.baca(folder / NAMA_MANIFES)
        if semua and not ((folder / NILAI_CSV).is_file() and versi_manifes(semua, manifes) is semua[-1]):
            folder = folder_versi(konteks.ruang, konteks.periode, semua[-1].versi) / HASIL
            manifes = Manifes.baca(folder / NAMA_MANIFES)
        self._konteks = konteks
        self._nama = konteks.ruang.relatif(folder / NILAI_CSV)
        self._baris = baca_csv(folder / NILAI_CSV, KOLOM_NILAI, "nip")
        self._manifes = manifes
        self._versi = versi_manifes(semua, self._manifes)
        self._masukan = MasukanUnit(konteks)
        self._usang: dict[str, bool] = {}
        program = self._manifes.program if self._manifes else PROGRAM
        self._sebab = (
            "masukan atau aturannya"
            if program == PROGRAM
            else f"masukan, aturan, atau programnya ({program})"
        )

    def beda(self, penjelasan: Penjelasan) -> str:
        """Return, as sentences, where the results say something else; blank where they agree or are not there."""
        for lama in isi_baris(KOLOM_NILAI, self._baris.get(penjelasan.nip, ())):
            if lama["kode_unit"] != penjelasan.kode_unit:
                continue
            kini = {kolom: sel_csv(getattr(penjelasan, kolom)) for kolom in _DIBANDINGKAN}
            lain = [kolom for kolom in _DIBANDINGKAN if lama[kolom] != kini[kolom]]
            if lain:
                sebut = [kolom for kolom in _DIBANDINGKAN if kolom in {*_SELALU_DISEBUT, *lain}]
                *awal, akhir = (f"{_DIBANDINGKAN[kolom]} {_tertulis(kolom, lama[kolom])}" for kolom in sebut)
                return (
                    f"{self._nama} mencatat {', '.join(awal)} dan {akhir}: {self._sebab} lain sejak itu. Penjelasan ini dihitung dari "
                    "masukan yang sekarang."
                )
        return ""

    def beda_dan_jalannya(self, penjelasan: Penjelasan) -> str:
        """Return the same with what is done about it: for who keeps the results, and nobody else."""
        beda = self.beda(penjelasan)
        return beda and f"{beda} {cara_menyegarkan(self._konteks.ruang, self._konteks.periode)}"

    def versi(self, penjelasan: Penjelasan) -> VersiTerkunci | None:
        """Return the locked version in which an explanation stands, to the last cell; None where its inputs are others now."""
        unit = {penjelasan.kode_unit, *(bagian.kode_unit for bagian in penjelasan.bagian)}
        if self._versi is None or self.beda(penjelasan) or any(map(self._berubah, unit)):
            return None
        return self._versi

    def _berubah(self, kode: str) -> bool:
        """Tell whether what a unit's scores rest on is another than the results were computed of."""
        if kode not in self._usang:
            manifes = self._manifes if self._manifes and kode in self._manifes.unit else None
            self._usang[kode] = manifes is None or bool(
                self._masukan.berubah_sejak(kode, manifes) - {CETAK, LALU}
            )
        return self._usang[kode]


def _tertulis(kolom: str, isi: str) -> str:
    """Return a cell of the results as people write it."""
    return (isi.replace(".", ",") if kolom in _BERANGKA else isi) or "kosong"
