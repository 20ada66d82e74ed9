"""The working of each capaian: target, realisasi and their cells, the formula with its figures, the weighting."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum, isnan
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from asn_nilai.acuan.pecahan import bulatkan_cetak
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.rumus.konversi import kalimat_konversi
from asn_nilai.terbit.halaman.bagan import angka
from asn_nilai.terbit.halaman.sel import baca_alamat, keterangan_sumber, sebutan_sumber, tulis_sel
from asn_nilai.terbit.halaman.templat import dengan_kecil

if TYPE_CHECKING:
    import pandas as pd

_DESIMAL_KERJA = 4
"""Decimals shown of a capaian; what is computed with is the whole number."""
_DESIMAL_SUMBER = 6
"""Decimals shown of an aggregated target or realisasi; the working beside it shows them all."""
_SEKECIL = 1e-9
_TIDAK_DIHITUNG = "Tidak dihitung: realisasi belum ada yang sah."

BarisTampil = tuple[str, ...]
"""Indicator, target, realisasi, working, capaian (and what a conversion makes of it), bobot, weighted: cells for
`badan_tabel`."""


class _Rinci(NamedTuple):
    """One row of rincian; `mentah` is the percent before floor and ceiling."""

    nip: str
    kode_indikator: str
    indikator: str
    satuan: str
    polaritas: str
    agregasi: str
    bobot: float
    target: float
    realisasi: float
    capaian: float
    nilai_tertimbang: float
    nilai_terburuk: float | None
    aspek: str
    batas_alami: float
    nilai_capaian: float
    sel_target: str
    sel_realisasi: str
    mentah: float


@dataclass(slots=True)
class Kerja:
    """The working of one ASN's indicators.

    Attributes:
        baris: one tuple of cells per indicator.
        bobot: Σ bobot over the indicators with a capaian.
        hasil_kali: Σ (bobot × what is weighed) over them.
        jumlah_bobot: Σ bobot, as text.
        tertimbang: Σ of the weighted values, as text.
        sumber: where the figures stand: (`target` or `realisasi`, files and sheets).
        kunci_rumus: the polarities or aspects whose formulas occur, in order of appearance.
        terendah: name and printed capaian of the lowest indicator, blank without one.
    """

    baris: list[BarisTampil]
    bobot: float
    hasil_kali: float
    jumlah_bobot: str
    tertimbang: str
    sumber: list[tuple[str, list[str]]]
    kunci_rumus: list[str]
    terendah: tuple[str, str]


def ambil_kolom(tabel: "pd.DataFrame", nama: Sequence[str]) -> list[tuple[Any, ...]]:
    """Return some columns of a frame as one tuple per row; here pandas is left behind."""
    return list(zip(*(tabel[satu].tolist() for satu in nama), strict=True))


def kerja_menurut_asn(rincian: "pd.DataFrame", aturan: Aturan) -> dict[str, Kerja]:
    """Return the working of each ASN by NIP."""
    menurut: dict[str, list[_Rinci]] = {}
    nilai = ambil_kolom(rincian, _Rinci._fields[:-1])
    for satu, mentah in zip(nilai, _sebelum_dibatasi(rincian, aturan), strict=True):
        menurut.setdefault(satu[0], []).append(_Rinci._make((*satu, mentah)))
    return {nip: _kerja(semua, aturan) for nip, semua in menurut.items()}


def _sebelum_dibatasi(rincian: "pd.DataFrame", aturan: Aturan) -> list[float]:
    """Return each row's percent before floor and ceiling, NaN where there is none."""
    kolom = (
        rincian[satu].to_numpy(dtype=float, na_value=np.nan)
        for satu in ("target", "realisasi", "nilai_terburuk")
    )
    target, realisasi, terburuk = kolom
    pasangan = list(zip(rincian["polaritas"].tolist(), rincian["aspek"].tolist(), strict=True))
    kunci = np.array([aturan.kunci_rumus(*satu) for satu in pasangan], dtype=object)
    hasil = np.full(len(rincian), np.nan)
    parameter = aturan.parameter()
    for satu in set(kunci) & set(aturan.capaian.rumus):
        pilih = kunci == satu
        hasil[pilih] = aturan.rumus(satu, satu).angka(
            target[pilih], realisasi[pilih], terburuk[pilih], parameter
        )
    daftar: list[float] = hasil.tolist()
    return daftar


def _kerja(semua: Sequence[_Rinci], aturan: Aturan) -> Kerja:
    terhitung = [satu for satu in semua if not isnan(satu.capaian)]
    bobot = fsum(satu.bobot for satu in terhitung)
    terendah = min(terhitung, key=lambda satu: satu.capaian, default=None)
    baris, sumber = _baris_tampil(semua, aturan)
    return Kerja(
        baris=baris,
        bobot=bobot,
        hasil_kali=fsum(satu.bobot * satu.nilai_capaian for satu in terhitung),
        jumlah_bobot=angka(bobot),
        tertimbang=angka(fsum(satu.nilai_tertimbang for satu in terhitung), _DESIMAL_KERJA),
        sumber=sumber,
        kunci_rumus=list(dict.fromkeys(aturan.kunci_rumus(satu.polaritas, satu.aspek) for satu in semua)),
        terendah=("", "") if terendah is None else (terendah.indikator, angka(terendah.capaian, 2)),
    )


def _baris_tampil(
    semua: Sequence[_Rinci], aturan: Aturan
) -> tuple[list[BarisTampil], list[tuple[str, list[str]]]]:
    """Return the rows of the working, and the legend of where target and realisasi stand."""
    di_target = [baca_alamat(satu.sel_target) for satu in semua]
    di_realisasi = [baca_alamat(satu.sel_realisasi) for satu in semua]
    sebutan_t, sebutan_r = sebutan_sumber(di_target), sebutan_sumber(di_realisasi)
    baris: list[BarisTampil] = [
        (
            dengan_kecil(satu.indikator, _sifat(satu, aturan)),
            dengan_kecil(_tulis(satu.target, _DESIMAL_SUMBER), tulis_sel(alamat_t, sebutan_t)),
            dengan_kecil(_tulis(satu.realisasi, _DESIMAL_SUMBER), tulis_sel(alamat_r, sebutan_r)),
            _TIDAK_DIHITUNG if isnan(satu.capaian) else _kalimat(satu, aturan),
            _tulis(satu.capaian, _DESIMAL_KERJA),
            *((_tulis(satu.nilai_capaian, _DESIMAL_KERJA),) if aturan.capaian.konversi else ()),
            _tulis(satu.bobot),
            _tulis(satu.nilai_tertimbang, _DESIMAL_KERJA),
        )
        for satu, alamat_t, alamat_r in zip(semua, di_target, di_realisasi, strict=True)
    ]
    return baris, [("target", keterangan_sumber(sebutan_t)), ("realisasi", keterangan_sumber(sebutan_r))]


def _sifat(satu: _Rinci, aturan: Aturan) -> str:
    menurut = f"Aspek {satu.aspek}" if aturan.menurut_aspek and satu.aspek else satu.polaritas
    return f"{satu.kode_indikator} · {satu.satuan} · {menurut} · {satu.agregasi}"


def _tulis(nilai: float, desimal: int = 10) -> str:
    return "–" if isnan(nilai) else angka(nilai, desimal)


def _kalimat(satu: _Rinci, aturan: Aturan) -> str:
    """Return the formula with its figures, its result, and what floor and ceiling made of it."""
    terburuk = None if satu.nilai_terburuk is None or isnan(satu.nilai_terburuk) else satu.nilai_terburuk
    rumus = aturan.rumus(satu.polaritas, satu.aspek)
    kalimat = rumus.kalimat(satu.target, satu.realisasi, terburuk, aturan.parameter())
    hasil = f"{kalimat} = {angka(satu.mentah, _DESIMAL_KERJA)}"
    plafon, lantai = aturan.capaian.plafon.nilai, aturan.capaian.lantai.nilai
    if satu.mentah > plafon + _SEKECIL:
        hasil = f"{hasil}; melampaui plafon, dipakai {angka(plafon)}"
    elif satu.mentah < lantai - _SEKECIL:
        hasil = f"{hasil}; di bawah lantai, dipakai {angka(lantai)}"
    return f"{hasil}; {_kalimat_konversi(satu, aturan)}" if aturan.capaian.konversi else hasil


def _kalimat_konversi(satu: _Rinci, aturan: Aturan) -> str:
    """Return how the conversion goes on from capaian to nilai."""
    konversi = aturan.capaian.konversi
    if konversi is None:
        return ""
    desimal = konversi.desimal.nilai
    capaian = bulatkan_cetak(satu.capaian, desimal)
    puncak = abs(satu.target - satu.batas_alami) <= _SEKECIL
    isi = kalimat_konversi(capaian, di_puncak=puncak, konversi=konversi)
    return f"dibulatkan {desimal} desimal; {isi}"
