"""Letters about one unit: the minutes of a period, and the year's targets for signature."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from math import isnan
from typing import Any

from asn_nilai.acuan.hasil.nilai import DINILAI
from asn_nilai.acuan.isian.formulir.formulir import KUNCI_BULAN
from asn_nilai.acuan.isian.formulir.rencana_kerja import rencana_baris
from asn_nilai.acuan.isian.formulir.tabel import Tabel
from asn_nilai.acuan.isian.indikator.indikator import Indikator
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
    milik: dict[str, list[int]] = {}
    for posisi, nip in enumerate(tabel.teks("nip") if tabel else ()):
        if nip:
            milik.setdefault(nip, []).append(posisi)
    orang = [
        _target_asn(nip, posisi, tabel, skema, unit, tahun)
        for nip, posisi in milik.items()
        if tabel is not None
    ]
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


def _target_asn(
    nip: str, posisi: Sequence[int], tabel: Tabel, skema: Skema, unit: Unit, tahun: Periode
) -> dict[str, Any]:
    tempat = [p for p in skema.penempatan_asn.get(nip, ()) if p.kode_unit == unit.kode] or list(
        skema.penempatan_asn.get(nip, ())
    )
    nama = tempat[-1].nama if tempat else tabel.teks("nama")[posisi[0]]
    tak_terbaca = any(_cacat(tabel, kunci, baris) for baris in posisi for kunci in ("bobot", *KUNCI_BULAN))
    semua = [_baris_target(tabel, baris, skema.indikator) for baris in posisi]
    return {
        "asn": pejabat("Pegawai yang Dinilai", Pejabat(nama, nip)),
        "jabatan": tempat[-1].jabatan if tempat else "",
        "atasan": pejabat("Pejabat Penilai", penilai(nip, unit.kode, skema, tahun)),
        "baris": bernomor(semua),
        "panjang": any(
            len(isi) > _MUAT_SEBULAN for baris in semua for isi in baris["bulanan"] if isi != _TAK_TERBACA
        ),
        "jumlah_bobot": tulis_angka(sum(tabel.angka("bobot")[baris] or 0 for baris in posisi))
        + (_BELUM_LAYAK if tak_terbaca else ""),
        "tak_terbaca": tak_terbaca,
    }


def _baris_target(tabel: Tabel, baris: int, indikator: Mapping[str, Indikator]) -> dict[str, Any]:
    kode = tabel.teks("kode_indikator")[baris]
    dikenal = indikator.get(kode)
    bulanan = [_tulis(tabel, kunci, baris) for kunci in KUNCI_BULAN]
    return {
        "kode": kode,
        "indikator": dikenal.nama if dikenal else tabel.teks("indikator")[baris],
        "rencana": "".join(f"\n{kata}" for kata in rencana_baris(tabel, baris).kata),
        "satuan": dikenal.satuan if dikenal else tabel.teks("satuan")[baris],
        "bobot": _tulis(tabel, "bobot", baris),
        "bulanan": bulanan,
        "runtun": "\n".join(_runtun(bulanan)),
    }


def _runtun(bulanan: Sequence[str]) -> Iterator[str]:
    """Yield the months' figures as runs of months that have the same, `Jan–Jun: 1.250.000`; blank months are in none."""
    for isi, bulan in groupby(zip(SINGKATAN_BULAN, bulanan, strict=True), key=lambda pasangan: pasangan[1]):
        awal, *lain = (nama for nama, _ in bulan)
        if isi:
            yield f"{awal}–{lain[-1]}: {isi}" if lain else f"{awal}: {isi}"


def _tulis(tabel: Tabel, kunci: str, baris: int) -> str:
    """Return a cell's figure; blank is only what was left blank, for the letter says what that means."""
    angka = tabel.angka(kunci)[baris]
    if angka is None:
        return _TAK_TERBACA if _cacat(tabel, kunci, baris) else ""
    return tulis_angka(angka)


def _cacat(tabel: Tabel, kunci: str, baris: int) -> bool:
    return (kunci, baris) in tabel.cacat


def unit_berorang(rekap: Rekap) -> Iterator[UnitRekap]:
    """Yield the units that are real and have people."""
    return (unit for unit in rekap.unit if unit.ringkas.kode and unit.asn)
