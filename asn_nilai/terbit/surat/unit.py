"""Letters about one unit: the minutes of a period, and the year's targets for signature."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import isnan
from typing import Any

from asn_nilai.acuan.hasil.nilai import DINILAI
from asn_nilai.acuan.isian.formulir.formulir import KUNCI_BULAN
from asn_nilai.acuan.isian.formulir.rencana_kerja import rencana_baris
from asn_nilai.acuan.isian.formulir.tabel import Tabel
from asn_nilai.acuan.isian.register.penandatangan import Pejabat, penilai
from asn_nilai.acuan.isian.skema import Skema, Unit
from asn_nilai.acuan.periode import SINGKATAN_BULAN, Periode
from asn_nilai.acuan.rata import tulis_rata
from asn_nilai.acuan.rekap.baris import AsnRekap, UnitRekap
from asn_nilai.acuan.rekap.rekap import Rekap
from asn_nilai.acuan.tulisan import tulis_angka, tulis_tetap
from asn_nilai.terbit.surat.kop import bernomor, pejabat
from asn_nilai.terbit.surat.naskah import Surat

_TAK_TERBACA = "tidak terbaca"
_MUAT_SEBULAN = 6
"""Characters of a figure that a month's column in the letter holds; a longer one would go on in the next line, amid its digits."""
_BELUM_LAYAK = f". Yang tertulis '{_TAK_TERBACA}' terisi di buku target, tetapi bukan angka yang pasti: betulkan di sana sebelum ditandatangani"


def berita_acara(rekap: Rekap, unit: UnitRekap, kop: dict[str, Any]) -> Surat:
    """Return a unit's minutes: every ASN with NHK and predikat, who is not scored and why."""
    desimal, ringkas = rekap.aturan.desimal, unit.ringkas
    kepala = rekap.kepala.get(ringkas.kode, Pejabat())
    isi = {
        **kop,
        "unit": ringkas.nama,
        "kode_unit": ringkas.kode,
        "kepala": pejabat(f"Kepala {ringkas.nama}", kepala),
        "dinilai": str(ringkas.dinilai),
        "jumlah": str(ringkas.jumlah_asn),
        "rata": tulis_rata(unit.rata_rata, desimal) if ringkas.dinilai else "–",
        "baris": bernomor(_baris_asn(asn, desimal) for asn in unit.asn),
    }
    return Surat(f"berita-acara_{ringkas.kode}", "berita-acara", isi)


def _baris_asn(asn: AsnRekap, desimal: int) -> dict[str, str]:
    return {
        "nip": asn.nip,
        "nama": asn.nama,
        "jabatan": asn.jabatan,
        "nhk": "–" if isnan(asn.nhk) else tulis_tetap(asn.nhk, desimal),
        "predikat": asn.predikat,
        "keterangan": asn.keterangan or ("" if asn.status in {DINILAI, asn.predikat} else asn.status),
    }


def target_setahun(
    unit: Unit,
    tabel: Tabel | None,
    skema: Skema,
    tahun: Periode,
    pertanyaan: Sequence[str],
    kop: dict[str, Any],
) -> Surat:
    """Return a unit's targets of the year, ASN by ASN, for both to sign, with what is worth asking about them."""
    orang = [] if tabel is None else list(_TargetUnit(unit, tabel, skema, tahun))
    isi = {
        **kop,
        "periode": kop["tahun"],
        "kunci": "Target kinerja setahun",
        "unit": unit.nama,
        "bulan": list(SINGKATAN_BULAN),
        "orang": orang,
        "tak_terbaca": any(ini["tak_terbaca"] for ini in orang),
        "pertanyaan": list(pertanyaan),
    }
    return Surat(f"target_{unit.kode}", "target", isi)


@dataclass(frozen=True, slots=True)
class _TargetUnit:
    """A unit's target table as the letter shows it, ASN by ASN."""

    unit: Unit
    tabel: Tabel
    skema: Skema
    tahun: Periode

    def __iter__(self) -> Iterator[dict[str, Any]]:
        milik: dict[str, list[int]] = {}
        for posisi, nip in enumerate(self.tabel.teks("nip")):
            if nip:
                milik.setdefault(nip, []).append(posisi)
        return (self.asn(nip, posisi) for nip, posisi in milik.items())

    def asn(self, nip: str, posisi: Sequence[int]) -> dict[str, Any]:
        semua_tempat = self.skema.penempatan_asn.get(nip, ())
        tempat = [p for p in semua_tempat if p.kode_unit == self.unit.kode] or semua_tempat
        nama = tempat[-1].nama if tempat else self.tabel.teks("nama")[posisi[0]]
        tak_terbaca = any(self.cacat(kunci, baris) for baris in posisi for kunci in ("bobot", *KUNCI_BULAN))
        semua = [self.baris(baris) for baris in posisi]
        return {
            "asn": pejabat("Pegawai yang Dinilai", Pejabat(nama, nip)),
            "jabatan": tempat[-1].jabatan if tempat else "",
            "atasan": pejabat("Pejabat Penilai", penilai(nip, self.unit.kode, self.skema, self.tahun)),
            "baris": bernomor(semua),
            "panjang": any(
                len(isi) > _MUAT_SEBULAN for baris in semua for isi in baris["bulanan"] if isi != _TAK_TERBACA
            ),
            "jumlah_bobot": tulis_angka(sum(self.tabel.angka("bobot")[baris] or 0 for baris in posisi))
            + (_BELUM_LAYAK if tak_terbaca else ""),
            "tak_terbaca": tak_terbaca,
        }

    def baris(self, baris: int) -> dict[str, Any]:
        tabel, kode = self.tabel, self.tabel.teks("kode_indikator")[baris]
        dikenal = self.skema.indikator.get(kode)
        bulanan = [self.tulis(kunci, baris) for kunci in KUNCI_BULAN]
        return {
            "kode": kode,
            "indikator": dikenal.nama if dikenal else tabel.teks("indikator")[baris],
            "rencana": "".join(f"\n{kata}" for kata in rencana_baris(tabel, baris).kata),
            "satuan": dikenal.satuan if dikenal else tabel.teks("satuan")[baris],
            "bobot": self.tulis("bobot", baris),
            "bulanan": bulanan,
            "runtun": "\n".join(_runtun(bulanan)),
        }

    def tulis(self, kunci: str, baris: int) -> str:
        """Return a cell's figure; blank is only what was left blank, for the letter says what that means."""
        angka = self.tabel.angka(kunci)[baris]
        if angka is None:
            return _TAK_TERBACA if self.cacat(kunci, baris) else ""
        return tulis_angka(angka)

    def cacat(self, kunci: str, baris: int) -> bool:
        return (kunci, baris) in self.tabel.cacat


def _runtun(bulanan: Sequence[str]) -> Iterator[str]:
    """Yield the months' figures as runs of months that have the same, `Jan–Jun: 1.250.000`; blank months are in none."""
    for isi, bulan in groupby(zip(SINGKATAN_BULAN, bulanan, strict=True), key=lambda pasangan: pasangan[1]):
        awal, *lain = (nama for nama, _ in bulan)
        if isi:
            yield f"{awal}–{lain[-1]}: {isi}" if lain else f"{awal}: {isi}"


def unit_berorang(rekap: Rekap) -> Iterator[UnitRekap]:
    """Yield the units that are real and have people."""
    return (unit for unit in rekap.unit if unit.ringkas.kode and unit.asn)
