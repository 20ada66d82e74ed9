"""Lay a unit's tables out for calculation: who is scored here, on which rows, over which months."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from asn_nilai.acuan.hasil import IsianUnit
from asn_nilai.acuan.periode import Bulan, Periode
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.skema import Agregasi, Indikator, Penempatan, Polaritas, Skema
from asn_nilai.hitung.capaian import Masukan


@dataclass(slots=True)
class Anggota:
    """An ASN of a unit in a period: the latest placement there, and the months that all placements there touch."""

    penempatan: Penempatan
    bulan: tuple[Bulan, ...]


@dataclass(slots=True)
class Baris:
    """One indicator of one ASN over its counted months; figures in the indicator's unit of measure."""

    nip: str
    indikator: Indikator
    bobot: float
    bulan: list[Bulan] = field(default_factory=list)
    target: list[float] = field(default_factory=list)
    realisasi: list[float] = field(default_factory=list)
    sel_target: list[str] = field(default_factory=list)
    sel_realisasi: list[str] = field(default_factory=list)

    @property
    def batas_alami(self) -> float:
        """Return the target over the counted months that cannot be surpassed, NaN where the skema knows none."""
        batas = self.indikator.batas_atas
        if batas is None or self.indikator.polaritas is not Polaritas.MAKSIMAL:
            return np.nan
        return batas * len(self.bulan) if self.indikator.agregasi is Agregasi.JUMLAH else batas


def anggota_unit(skema: Skema, kode_unit: str, periode: Periode) -> dict[str, Anggota]:
    """Return the ASN placed in a unit in the period, by NIP, in the register's order."""
    anggota: dict[str, Anggota] = {}
    for penempatan in skema.di_unit(kode_unit, periode):
        bulan = penempatan.bulan_dalam(periode)
        if lama := anggota.get(penempatan.nip):
            bulan = tuple(sorted({*lama.bulan, *bulan}))
            if (penempatan.mulai is None) or (
                lama.penempatan.mulai and lama.penempatan.mulai > penempatan.mulai
            ):
                penempatan = lama.penempatan  # noqa: PLW2901 - the later placement speaks for the ASN
        anggota[penempatan.nip] = Anggota(penempatan, bulan)
    return anggota


def susun_baris(isian: IsianUnit, anggota: Mapping[str, Anggota], skema: Skema) -> list[Baris]:
    """Return the rows that take part, grouped by ASN in the order of `anggota`.

    A row takes part when at least one month of the ASN's placement has a target. Of rows that stand twice only the first
    is laid out; the ASN is not scored then.
    """
    target = isian.target
    if target is None:
        return []
    realisasi = {bulan: _menurut_kunci(isian, bulan) for bulan in isian.capaian}
    menurut_nip: dict[str, list[Baris]] = {}
    sudah: set[tuple[str, str]] = set()
    for posisi, (nip, kode, bobot) in enumerate(
        zip(target.teks("nip"), target.teks("kode_indikator"), target.angka("bobot"), strict=True)
    ):
        indikator = skema.indikator.get(kode)
        if nip not in anggota or indikator is None or (nip, kode) in sudah:
            continue
        sudah.add((nip, kode))
        baris = Baris(nip, indikator, np.nan if bobot is None else bobot)
        for bulan in anggota[nip].bulan:
            _isi_bulan(baris, isian, posisi, bulan, realisasi.get(bulan, {}).get((nip, kode)))
        if baris.bulan:
            menurut_nip.setdefault(nip, []).append(baris)
    return [baris for nip in anggota for baris in menurut_nip.get(nip, [])]


def _menurut_kunci(isian: IsianUnit, bulan: Bulan) -> dict[tuple[str, str], int]:
    tabel = isian.capaian[bulan]
    pasangan = zip(tabel.teks("nip"), tabel.teks("kode_indikator"), strict=True)
    posisi: dict[tuple[str, str], int] = {}
    for nomor, kunci in enumerate(pasangan):
        posisi.setdefault(kunci, nomor)
    return posisi


def _isi_bulan(baris: Baris, isian: IsianUnit, posisi: int, bulan: Bulan, capaian: int | None) -> None:
    target = isian.target
    kunci = bulan.singkatan.casefold()
    angka = None if target is None else target.isi[kunci][posisi]
    if target is None or not isinstance(angka, float):
        return
    baris.bulan.append(bulan)
    baris.target.append(angka)
    baris.sel_target.append(str(target.letak(kunci, posisi)))
    tabel = isian.capaian.get(bulan)
    nilai = None if tabel is None or capaian is None else tabel.isi["realisasi"][capaian]
    baris.realisasi.append(nilai if isinstance(nilai, float) else np.nan)
    if tabel is not None and capaian is not None:
        baris.sel_realisasi.append(str(tabel.letak("realisasi", capaian)))


def sebagai_larik(baris: Sequence[Baris], aturan: Aturan) -> Masukan:
    """Return the rows as flat arrays; ASN are numbered in order of appearance."""
    nomor: dict[str, int] = {}
    asn = [nomor.setdefault(satu.nip, len(nomor)) for satu in baris]
    panjang = [len(satu.bulan) for satu in baris]
    terburuk = [np.nan if b.indikator.nilai_terburuk is None else b.indikator.nilai_terburuk for b in baris]
    return Masukan(
        asn=np.array(asn, dtype=np.intp),
        awal=np.cumsum([0, *panjang[:-1]]),
        bobot=np.array([satu.bobot for satu in baris], dtype=float),
        rumus=np.array([_kode_rumus(satu.indikator, aturan) for satu in baris], dtype=object),
        agregasi=np.array([satu.indikator.agregasi.value for satu in baris], dtype=object),
        terburuk=np.array(terburuk, dtype=float),
        alami=np.array([satu.batas_alami for satu in baris], dtype=float),
        target=np.array(list(_rata(satu.target for satu in baris)), dtype=float),
        realisasi=np.array(list(_rata(satu.realisasi for satu in baris)), dtype=float),
    )


def _kode_rumus(indikator: Indikator, aturan: Aturan) -> str:
    rumus = aturan.rumus_atau_tiada(indikator.polaritas, indikator.aspek)
    return rumus.kode if rumus else ""


def _rata(daftar: Iterator[list[float]]) -> Iterator[float]:
    for satu in daftar:
        yield from satu
