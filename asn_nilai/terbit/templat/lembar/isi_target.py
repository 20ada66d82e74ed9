"""What the formulas of a filled target template come to: their stored values, which previews and Protected View show."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from asn_nilai.acuan.isian.indikator.indikator import Agregasi, Indikator
from asn_nilai.acuan.temuan import katalog
from asn_nilai.terbit.templat.bahan import Asn, TargetTerisi
from asn_nilai.terbit.templat.lembar.lembar import LENGKAP

TANPA_KODE = "kode tidak ada di daftar"
PECAHAN = katalog()["target-persen-pecahan"].judul
"""What `validasi` asks about such a row."""
_KOSONG = TargetTerisi("", None, (None,) * 12)


@dataclass(frozen=True, slots=True)
class IsiTarget:
    """The filled rows of one ASN; `daftar` are the indicators to choose from, `pecahan_sampai` as in BahanTarget."""

    terisi: Sequence[TargetTerisi]
    daftar: Mapping[str, Indikator]
    asn: Asn
    pecahan_sampai: float

    def baris(self, nomor: int) -> TargetTerisi:
        """Return a row of the ASN (0-based), blank behind the last filled one; only months spent in the unit are filled."""
        if nomor >= len(self.terisi):
            return _KOSONG
        terisi = self.terisi[nomor]
        bulan = (angka if self.di_sini(ke) else None for ke, angka in enumerate(terisi.bulan, 1))
        return replace(terisi, bulan=tuple(bulan))

    def di_sini(self, bulan: int) -> bool:
        """Tell whether the ASN spends a month (1–12) in the unit."""
        return any(ini.bulan == bulan for ini in self.asn.bulan)

    @property
    def jumlah_bobot(self) -> float:
        """Return the sum of the weights, as the sheet rounds it."""
        return round(sum(baris.bobot or 0 for baris in self.terisi), 6)

    def cari(self, baris: TargetTerisi, kunci: str) -> str:
        """Return an indicator's name or unit of measure."""
        if not baris.kode:
            return ""
        indikator = self.daftar.get(baris.kode)
        if indikator is None:
            return TANPA_KODE
        return indikator.nama if kunci == "indikator" else indikator.satuan

    def setahun(self, baris: TargetTerisi) -> float | str:
        """Return the year's target, blank where there is none."""
        angka = [target for target in baris.bulan if target is not None]
        indikator = self.daftar.get(baris.kode)
        if indikator is None or not angka:
            return ""
        if indikator.agregasi is Agregasi.JUMLAH:
            return sum(angka)
        return angka[-1] if indikator.agregasi is Agregasi.NILAI_AKHIR else sum(angka) / len(angka)

    def periksa(self, baris: TargetTerisi) -> str:
        """Return what a row lacks."""
        if not baris.kode:
            return ""
        if baris.kode not in self.daftar:
            return "Kode tidak ada di daftar"
        if sum(lain.kode == baris.kode for lain in self.terisi) > 1:
            return "Kode berulang"
        if baris.bobot is None:
            return "Isi bobot"
        angka = [target for target in baris.bulan if target is not None]
        if not angka:
            return "Isi target bulanan"
        pecahan = self.daftar[baris.kode].persen_naik and 0 < max(angka) <= self.pecahan_sampai
        return PECAHAN if pecahan else LENGKAP
