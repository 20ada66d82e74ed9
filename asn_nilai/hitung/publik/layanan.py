"""What citizens feel: each indicator over the city and by unit, against target and against the month before.

A unit's own figure stands as it is. One that persons report stands for k of them.

A figure is drawn from months alone. That of a longer period is made of the same months, cut so that each of its rows
is a union of the months' atoms: subtracting months from it gives nothing that the months do not show themselves.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import isnan

from asn_nilai.acuan.isian.indikator.indikator import Agregasi, Indikator, Polaritas
from asn_nilai.acuan.periode import Bulan
from asn_nilai.acuan.rekap.bahan import BahanRekap, HasilPeriode
from asn_nilai.acuan.rekap.publik import (
    GABUNGAN_UNIT,
    SELURUH,
    AngkaLayanan,
    BarisLayanan,
    Ditahan,
    LayananPublik,
)
from asn_nilai.hitung.publik.angka import angka_layanan, gerak
from asn_nilai.hitung.publik.gabung_kecil import kelas_orang, yang_digabung
from asn_nilai.hitung.publik.laporan import Isi, IsiBulan, angka_bertentangan, banyak_orang, isi_indikator

ARAH = {
    Polaritas.MAKSIMAL: "lebih besar lebih baik",
    Polaritas.MINIMAL: "lebih kecil lebih baik",
    Polaritas.STABIL: "makin dekat dengan target makin baik",
}
RINGKASAN = {
    Agregasi.JUMLAH: "jumlah",
    Agregasi.RATA_RATA: "rata-rata",
    Agregasi.NILAI_AKHIR: "rata-rata keadaan akhir",
    Agregasi.RASIO: "jumlah pembilang dibagi jumlah penyebut",
}


@dataclass(frozen=True, slots=True)
class Potongan:
    """How the units of one indicator are cut in one month: `gabungan` together, the others alone; None: not at all."""

    ada: frozenset[str]
    gabungan: frozenset[str] | None


def potong(isi: IsiBulan, bulan: Bulan, k: int, *, milik_unit: bool) -> Potongan:
    """Cut the units of a month into atoms; a unit that was too small in an earlier month of the year stays joined.

    A unit's own figure tells of no person, so every unit stands alone.
    """
    kini = isi.get(bulan, {})
    if milik_unit:
        return Potongan(frozenset(kini), frozenset())
    kecil = {
        unit
        for lain, semua in isi.items()
        if lain <= bulan
        for unit, laporan in semua.items()
        if len(laporan.orang) < k
    }
    anggota = {unit: laporan.orang for unit, laporan in kini.items()}
    return Potongan(frozenset(kini), yang_digabung(anggota, kecil & anggota.keys(), k))


@dataclass(slots=True)
class SemuaLayanan:
    """The indicators that can be shown, those that cannot, which units stand in joint rows only, and how many serve nobody."""

    layanan: list[LayananPublik] = field(default_factory=list)
    ditahan: list[Ditahan] = field(default_factory=list)
    digabung: set[str] = field(default_factory=set)
    bukan_layanan: int = 0


def susun_layanan(bahan: BahanRekap, bulanan: Mapping[Bulan, HasilPeriode], k: int) -> SemuaLayanan:
    """Return what is published of the services.

    Only indicators that the register calls a service to the public are; where it calls none so or otherwise, all are.

    Args:
        bahan: the registers, the aturan and the period.
        bulanan: results of the months of the year up to the period's last.
        k: the smallest number of persons behind a figure.
    """
    semua, daftar = SemuaLayanan(), bahan.skema.indikator
    terpilah = any(indikator.layanan_publik is not None for indikator in daftar.values())
    for kode, isi in isi_indikator(bulanan, daftar).items():
        bulan = [bulan for bulan in bahan.periode.bulan if isi.get(bulan)]
        indikator = daftar.get(kode)
        if not bulan:
            continue
        if indikator is None:
            semua.ditahan.append(Ditahan(kode, "Indikator ini tidak ada lagi dalam skema."))
        elif terpilah and not indikator.layanan_publik:
            semua.bukan_layanan += 1
        else:
            _tambah(semua, _Penyusun(bahan, indikator, isi, bulan, k))
    semua.ditahan += _bertentangan(bahan, bulanan, terpilah=terpilah)
    semua.layanan.sort(key=_urutan)
    semua.ditahan.sort(key=lambda tertahan: tertahan.hal)
    return semua


def _bertentangan(
    bahan: BahanRekap, bulanan: Mapping[Bulan, HasilPeriode], *, terpilah: bool
) -> Iterator[Ditahan]:
    """Yield the units' own figures that stand in no row, because the unit wrote different ones."""
    for kode, bulan, unit in angka_bertentangan(bulanan, bahan.skema.indikator):
        indikator = bahan.skema.indikator[kode]
        if bulan in bahan.periode.bulan and (indikator.layanan_publik or not terpilah):
            hal = f"{indikator.nama}, {bahan.skema.unit_atau_tanpa(unit).nama}, {bulan.label}"
            yield Ditahan(
                hal, "Unit itu menulis angka yang berbeda-beda, dan belum dipastikan mana yang benar."
            )


def _tambah(semua: SemuaLayanan, penyusun: "_Penyusun") -> None:
    """Add one indicator, or why it cannot be shown."""
    k, bulan = penyusun.k, penyusun.bulan
    potongan = [penyusun.potong(sampai) for sampai in bulan]
    kurang = [b.label for b, p in zip(bulan, potongan, strict=True) if p.gabungan is None]
    if kurang:
        bila = f" pada {', '.join(kurang)}" if len(penyusun.bahan.periode.bulan) > 1 else ""
        sebab = f"Kurang dari {k} ASN di seluruh kota melaporkannya{bila}."
        semua.ditahan.append(Ditahan(penyusun.indikator.nama, sebab))
        return
    gabungan = frozenset().union(*(sebulan.gabungan or () for sebulan in potongan))
    semua.digabung |= gabungan
    semua.layanan.append(penyusun.layanan(gabungan))


def _urutan(layanan: LayananPublik) -> tuple[bool, float, str]:
    kini = layanan.seluruh.kini
    return kini.tercapai, -1.0 if isnan(kini.capaian) else kini.capaian, layanan.kode


@dataclass(frozen=True, slots=True)
class _Penyusun:
    """Composes the rows of one indicator over the months of a period."""

    bahan: BahanRekap
    indikator: Indikator
    isi: IsiBulan
    bulan: Sequence[Bulan]
    k: int

    def potong(self, bulan: Bulan) -> Potongan:
        """Cut the units of a month into atoms."""
        return potong(self.isi, bulan, self.k, milik_unit=self.indikator.milik_unit)

    def layanan(self, gabungan: frozenset[str]) -> LayananPublik:
        """Compose the indicator; `gabungan` are the units that stand together."""
        i = self.indikator
        semua = frozenset().union(*(self.isi[bulan] for bulan in self.bulan))
        potongan = [frozenset({kode}) for kode in self.bahan.skema.unit if kode in semua - gabungan]
        potongan += [gabungan] if gabungan else []
        baris = tuple(self._baris(bagian, self._sebutan(bagian, gabungan)) for bagian in potongan)
        seluruh = self._baris(semua, SELURUH) if len(baris) != 1 or gabungan else baris[0]
        unit = baris if len(baris) > 1 else ()
        arah, ringkasan = ARAH[i.polaritas], RINGKASAN[i.agregasi]
        terdekat = i.polaritas is Polaritas.STABIL
        return LayananPublik(i.kode, i.nama, i.satuan, arah, ringkasan, seluruh, unit, terdekat)

    def _sebutan(self, unit: frozenset[str], gabungan: frozenset[str]) -> str:
        return GABUNGAN_UNIT if unit == gabungan else self.bahan.skema.unit[min(unit)].nama

    def _baris(self, unit: frozenset[str], sebutan: str) -> BarisLayanan:
        bulanan = self._menurut_bulan(unit, self.bulan)
        kode = "" if sebutan in {SELURUH, GABUNGAN_UNIT} else min(unit)
        milik_unit = self.indikator.milik_unit
        orang = "" if milik_unit else kelas_orang(min(map(banyak_orang, bulanan)), self.k)
        kini = angka_layanan(bulanan, self.indikator, self.bahan.aturan)
        lalu = self._lalu(unit, sebutan)
        bergerak = gerak(kini, lalu, self.indikator) if lalu else ""
        return BarisLayanan(sebutan, kode, len(unit), orang, len(bulanan), kini, lalu, bergerak)

    def _menurut_bulan(self, unit: frozenset[str], bulan: Sequence[Bulan]) -> list[list[Isi]]:
        ada = ([isi for kode, isi in self.isi[saat].items() if kode in unit] for saat in bulan)
        return [laporan for laporan in ada if laporan]

    def _lalu(self, unit: frozenset[str], sebutan: str) -> AngkaLayanan | None:
        """Return the month before, where it shows a row of the same units itself."""
        lalu = self.bulan[0].mundur(1)
        if len(self.bahan.periode.bulan) > 1 or not self.isi.get(lalu):
            return None
        potongan = self.potong(lalu)
        if potongan.gabungan is None:
            return None
        baris = {SELURUH: [potongan.ada], GABUNGAN_UNIT: [potongan.gabungan]}.get(
            sebutan, [frozenset({kode}) for kode in potongan.ada - potongan.gabungan]
        )
        if unit not in baris:
            return None
        return angka_layanan(self._menurut_bulan(unit, [lalu]), self.indikator, self.bahan.aturan)
