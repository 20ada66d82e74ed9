"""Figures typed on the sheet Aturan, recalculated by LibreOffice: what `hitung` gives with the same `--ubah`."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import isnan
from pathlib import Path

import openpyxl
import pytest
from dunia_aturan import nilai
from laju import PENUH
from libreoffice import hitung_ulang
from test_tiga_hitungan import JUDUL, orang_acak

from asn_nilai.acuan.hasil.hasil_unit import HasilUnit
from asn_nilai.acuan.hasil.nilai import NilaiAsn
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.profil.muat_aturan import muat_aturan, profil_bawaan
from asn_nilai.acuan.profil.nama_excel import angka_bernama
from asn_nilai.acuan.profil.ubah_aturan import ubah_aturan
from asn_nilai.acuan.rumus.galat_aturan import AturanTidakSahError
from asn_nilai.terbit.buku.nilai import tulis_buku_nilai

pytestmark = pytest.mark.menyeluruh
BERSAMA = {
    "bukittinggi": {"plafon_capaian": 110, "lantai_capaian": 20, "stabil_x2_": 85, "batas_hasil_1": 95, "batas_hasil_2": 80},
    "kemenkeu-127-2026": {"batas_hasil_1": 98, "batas_hasil_2": 85, "batas_perilaku_1": 95, "bobot_hasil_kerja": 0.6},
    "perka-bkn-1-2013": {"efisiensi_kali": 1.8, "efisiensi_batas": 20, "efisiensi_alas": 80, "batas_predikat_2": 80},
    "permenpanrb-6-2022": {"plafon_capaian": 104, "stabil_y2_": 95, "batas_hasil_1": 92, "batas_hasil_2": 80},
    "permenpanrb-8-2021": {"konversi_2_y1_": 112, "konversi_alami_y_": 115, "bobot_hasil_kerja": 0.6, "batas_predikat_3": 60},
    "pp-30-2019": {"plafon_capaian": 115, "bobot_hasil_kerja": 0.55, "batas_predikat_1": 105, "batas_predikat_2": 92},
}  # fmt: skip
"""Several figures of each profile at once."""
GESER = (-0.5, 0.5, -1, 1, -5, 5, -0.1, 0.1)
BANYAK = 80
SEKALI = 20
"""How many workbooks LibreOffice is given at a time."""


@dataclass
class Percobaan:
    """Figures tried out, what scoring gives with them, and the workbook in which they were typed."""

    ubahan: dict[str, float]
    hasil: HasilUnit
    buku: Path


def satu_per_satu(aturan: Aturan) -> Iterator[dict[str, float]]:
    """Yield, for each named figure, a change that the rule bears."""
    for angka in angka_bernama(aturan):
        for geser in GESER:
            ubahan = {angka.nama: round(angka.nilai + (abs(geser) / geser if angka.desimal else geser), 6)}
            try:
                ubah_aturan(aturan, ubahan)
            except AturanTidakSahError:
                continue
            yield ubahan
            break


def ketik(asal: Path, tujuan: Path, ubahan: dict[str, float]) -> None:
    buku = openpyxl.load_workbook(asal)
    for nama, angka in ubahan.items():
        lembar, sel = buku.defined_names[nama].attr_text.split("!")
        buku[lembar][sel.replace("$", "")].value = angka
    buku.save(tujuan)


@pytest.fixture(scope="module")
def percobaan(tmp_path_factory) -> dict[str, list[Percobaan]]:
    """Type every change into a workbook of its own and let LibreOffice recalculate them together."""
    folder, semua = tmp_path_factory.mktemp("diubah"), {}
    for kode in profil_bawaan():
        aturan, orang = muat_aturan(kode), orang_acak(kode, BANYAK)
        asal = folder / f"{kode}.xlsx"
        tulis_buku_nilai(asal, nilai(orang, aturan), aturan, "Kota Contoh")
        semua[kode] = [Percobaan({}, nilai(orang, aturan), asal)]
        for ubahan in (BERSAMA[kode], *(satu_per_satu(aturan) if PENUH else ())):
            tujuan = folder / f"{kode}-{len(semua[kode])}.xlsx"
            ketik(asal, tujuan, ubahan)
            semua[kode].append(Percobaan(ubahan, nilai(orang, ubah_aturan(aturan, ubahan)), tujuan))
    rata = [b for daftar in semua.values() for b in daftar]
    for awal in range(0, len(rata), SEKALI):
        bersama, tempat = rata[awal : awal + SEKALI], folder / str(awal)
        tempat.mkdir()
        for bersama_ini, dihitung in zip(
            bersama, hitung_ulang([s.buku for s in bersama], tempat), strict=True
        ):
            bersama_ini.buku = dihitung
    return semua


def tampil(buku: Path) -> list[tuple[object, ...]]:
    """Return the rows of the sheet Nilai: NIP, then what is shown of each column of `JUDUL`, blank where there is none."""
    lembar = openpyxl.load_workbook(buku, data_only=True)["Nilai"]
    kolom = {sel.value: sel.column for sel in lembar[7]}
    return [
        tuple(
            lembar.cell(baris, kolom[judul]).value if judul in kolom else None
            for judul in ("NIP", *JUDUL.values())
        )
        for baris in range(8, 8 + BANYAK)
    ]


def seharusnya(hasil: HasilUnit, ada: list[bool]) -> list[tuple[object, ...]]:
    """Return the same rows as scoring gives them; `ada` tells which columns the sheet has."""
    return [
        (asn.nip, *(isi if a and _tercetak(isi) else None for a, isi in zip(ada, _isi(asn), strict=True)))
        for asn in hasil.nilai
    ]


def _isi(asn: NilaiAsn) -> tuple[str | float, ...]:
    """Return what scoring gives for each column of `JUDUL`."""
    perilaku = asn.perilaku
    return asn.nhk, asn.rating_hasil, perilaku.angka, perilaku.rating, asn.nilai_akhir, asn.predikat


def _tercetak(isi: str | float) -> bool:
    return isi != "" and not (isinstance(isi, float) and isnan(isi))


@pytest.mark.parametrize("kode", profil_bawaan())
def test_angka_yang_diubah_di_lembar_aturan_sama_dengan_ubah(percobaan, kode):
    semua = [tampil(coba.buku) for coba in percobaan[kode]]
    for coba, dapat in zip(percobaan[kode], semua, strict=True):
        ada = [any(baris[n] is not None for baris in dapat) for n in range(1, len(JUDUL) + 1)]
        assert dapat == seharusnya(coba.hasil, ada), coba.ubahan
    assert semua[1] != semua[0]
    assert len(semua) >= (10 if PENUH else 2)


@pytest.mark.parametrize("kode", profil_bawaan())
def test_ubahan_bersama_mengubah_predikat(percobaan, kode):
    asal, diubah = ([asn.predikat for asn in coba.hasil.nilai] for coba in percobaan[kode][:2])
    assert sum(a != b for a, b in zip(asal, diubah, strict=True)) >= 5
