"""The working of each capaian: target, realisasi and their cells, the formula with its figures, the weighting."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum, isnan
from typing import TYPE_CHECKING, Any

import numpy as np

from asn_nilai.acuan.aturan import Aturan
from asn_nilai.acuan.skema import Polaritas
from asn_nilai.terbit.halaman_bagan import angka
from asn_nilai.terbit.halaman_sel import baca_alamat, keterangan_sumber, sebutan_sumber, tulis_sel

if TYPE_CHECKING:
    import pandas as pd

_DESIMAL_KERJA = 4
"""Decimals shown of a capaian; what is computed with is the whole number."""
_SEKECIL = 1e-9
_KOLOM = (
    "nip", "kode_indikator", "indikator", "satuan", "polaritas", "agregasi", "bobot", "target", "realisasi",
    "capaian", "nilai_tertimbang", "nilai_terburuk", "sel_target", "sel_realisasi",
)  # fmt: skip

Baris = tuple[Any, ...]
BarisKerja = tuple[str, ...]
"""Code, name, remark, target, its cells, realisasi, its cells, working, capaian, bobot, weighted: ready to print."""


@dataclass(slots=True)
class Kerja:
    """The working of one ASN's indicators.

    Attributes:
        baris: one tuple of texts per indicator.
        bobot: Σ bobot over the indicators with a capaian.
        hasil_kali: Σ (bobot × capaian) over them.
        tertimbang: Σ of the weighted values, as text.
        sumber: where the figures stand: (`target` or `realisasi`, files and sheets).
        polaritas: those that occur, in order of appearance.
        terendah: name and printed capaian of the lowest indicator, blank without one.
    """

    baris: list[BarisKerja]
    bobot: float
    hasil_kali: float
    tertimbang: str
    sumber: list[tuple[str, list[str]]]
    polaritas: list[str]
    terendah: tuple[str, str]


def ambil_kolom(tabel: "pd.DataFrame", nama: Sequence[str]) -> list[Baris]:
    """Return some columns of a frame as one tuple per row; here pandas is left behind."""
    return list(zip(*(tabel[satu].tolist() for satu in nama), strict=True))


def kerja_menurut_asn(rincian: "pd.DataFrame", aturan: Aturan) -> dict[str, Kerja]:
    """Return the working of each ASN by NIP."""
    menurut: dict[str, list[Baris]] = {}
    for baris, mentah in zip(ambil_kolom(rincian, _KOLOM), _sebelum_dibatasi(rincian, aturan), strict=True):
        menurut.setdefault(baris[0], []).append((*baris[1:], mentah))
    return {nip: _kerja(semua, aturan) for nip, semua in menurut.items()}


def _sebelum_dibatasi(rincian: "pd.DataFrame", aturan: Aturan) -> list[float]:
    """Return each row's percent before floor and ceiling, NaN where there is none."""
    kolom = (
        rincian[satu].to_numpy(dtype=float, na_value=np.nan)
        for satu in ("target", "realisasi", "nilai_terburuk")
    )
    target, realisasi, terburuk = kolom
    polaritas = rincian["polaritas"].to_numpy(dtype=object)
    hasil = np.full(len(rincian), np.nan)
    for satu in Polaritas:
        pilih = polaritas == satu.value
        if pilih.any():
            rumus = aturan.rumus(satu)
            hasil[pilih] = rumus.angka(
                target[pilih], realisasi[pilih], terburuk[pilih], aturan.capaian.titik_stabil.nilai
            )
    daftar: list[float] = hasil.tolist()
    return daftar


def _kerja(semua: list[Baris], aturan: Aturan) -> Kerja:
    alamat_target = [baca_alamat(baris[11]) for baris in semua]
    alamat_realisasi = [baca_alamat(baris[12]) for baris in semua]
    sebutan_t, sebutan_r = sebutan_sumber(alamat_target), sebutan_sumber(alamat_realisasi)
    tampil: list[BarisKerja] = []
    terhitung: list[Baris] = []
    for baris, di_target, di_realisasi in zip(semua, alamat_target, alamat_realisasi, strict=True):
        kode, nama, satuan, polaritas, agregasi, bobot, target, realisasi, capaian, tertimbang, _, _, _, _ = (
            baris
        )
        ada = not isnan(capaian)
        if ada:
            terhitung.append(baris)
        tampil.append((
            kode, nama, f"{satuan} · {polaritas} · {agregasi}",
            _tulis(target), tulis_sel(di_target, sebutan_t), _tulis(realisasi), tulis_sel(di_realisasi, sebutan_r),
            _kalimat(baris, aturan) if ada else "Tidak dihitung: realisasi belum ada yang sah.",
            angka(capaian, _DESIMAL_KERJA) if ada else "–", _tulis(bobot),
            "–" if isnan(tertimbang) else angka(tertimbang, _DESIMAL_KERJA),
        ))  # fmt: skip
    terendah = min(terhitung, key=lambda baris: baris[8], default=None)
    return Kerja(
        baris=tampil,
        bobot=fsum(baris[5] for baris in terhitung),
        hasil_kali=fsum(baris[5] * baris[8] for baris in terhitung),
        tertimbang=angka(fsum(baris[9] for baris in terhitung), _DESIMAL_KERJA),
        sumber=[("target", keterangan_sumber(sebutan_t)), ("realisasi", keterangan_sumber(sebutan_r))],
        polaritas=list(dict.fromkeys(str(baris[3]) for baris in semua)),
        terendah=("", "") if terendah is None else (terendah[1], angka(terendah[8], 2)),
    )


def _tulis(nilai: float) -> str:
    return "–" if isnan(nilai) else angka(nilai)


def _kalimat(baris: Baris, aturan: Aturan) -> str:
    """Return the formula with its figures, its result, and what floor and ceiling made of it."""
    polaritas, target, realisasi, terburuk, mentah = baris[3], baris[6], baris[7], baris[10], baris[13]
    buruk = None if terburuk is None or isnan(terburuk) else terburuk
    kalimat = aturan.rumus(Polaritas(polaritas)).kalimat(
        target, realisasi, buruk, aturan.capaian.titik_stabil.nilai
    )
    hasil = f"{kalimat} = {angka(mentah, _DESIMAL_KERJA)}"
    plafon, lantai = aturan.capaian.plafon.nilai, aturan.capaian.lantai.nilai
    if mentah > plafon + _SEKECIL:
        return f"{hasil}; melampaui plafon, dipakai {angka(plafon)}"
    if mentah < lantai - _SEKECIL:
        return f"{hasil}; di bawah lantai, dipakai {angka(lantai)}"
    return hasil
