"""One LibreOffice run for all of rekap.xlsx: build every workbook first, recalculate them together."""

import io
from dataclasses import dataclass
from pathlib import Path

import openpyxl
import pytest
from buku_rekap_buatan import KOSONG, Asn, Unit, kota, nip, rekap_buatan
from buku_rekap_nakal import kota_nakal
from libreoffice import hitung_ulang

from asn_nilai.acuan.rekap.rekap import Rekap
from asn_nilai.terbit.buku.rekap import tulis_buku_rekap


@dataclass
class Buku:
    """A workbook as written, and as recalculated by LibreOffice."""

    tertulis: Path
    dihitung: Path


def _ubah(asal: Path, tujuan: Path) -> Path:
    """Copy a workbook with scores corrected on two units' sheets, and nothing else changed."""
    dibuka = openpyxl.load_workbook(asal)
    lembar = dibuka["DINKES"]
    kolom = {str(sel.value): sel.column for sel in lembar[7]}
    for baris in range(8, 14):
        if lembar.cell(baris, 2).value == nip(2):
            lembar.cell(baris, kolom["NHK"]).value = 119.99
            lembar.cell(baris, kolom["Predikat Kinerja Periodik"]).value = "Sangat Baik"
        if lembar.cell(baris, 2).value == nip(3):
            lembar.cell(baris, kolom["Status"]).value = "Belum Dinilai"
    dibuka.save(tujuan)
    return tujuan


def _tidak_dinilai(asal: Path, tujuan: Path, banyak: int) -> Path:
    """Copy a workbook with so many ASN of unit A no longer scored."""
    dibuka = openpyxl.load_workbook(asal)
    lembar = dibuka["A"]
    kolom = {str(sel.value): sel.column for sel in lembar[7]}
    for baris in range(8, 8 + banyak):
        lembar.cell(baris, kolom["Status"]).value = "Belum Dinilai"
    dibuka.save(tujuan)
    return tujuan


def _sementara() -> list[Unit]:
    """The city with two whose scores do without a month that is still to come."""
    semua = kota()
    for orang in (semua[0].asn[3], semua[1].asn[0]):
        orang.status, orang.predikat, orang.bulan = "Sementara", "Baik", (*orang.bulan[:3], "")
    return semua


def _jelas() -> list[Unit]:
    """Three units of ten: two about 100, and one about 80 that is clearly lower."""
    isi = (("A", 100, "Dinas"), ("B", 99, "Badan"), ("C", 80, "dinas"))
    return [
        Unit(
            kode,
            f"Unit {kode}",
            [Asn(nip(40 + n + 20 * nhk), f"Orang {n}", str(nhk + n % 5), "Baik") for n in range(10)],
            jenis=jenis,
        )
        for kode, nhk, jenis in isi
    ]


@pytest.fixture(scope="session")
def buku(tmp_path_factory) -> dict[str, Buku]:
    folder = tmp_path_factory.mktemp("buku_rekap")
    semua: dict[str, Rekap] = {
        "kota": rekap_buatan(),
        "angka": rekap_buatan(aturan="pp-30-2019"),
        "terpilih": rekap_buatan(kota()[:2], terpilih=True),
        "nakal": rekap_buatan(kota_nakal()),
        "kosong": rekap_buatan([Unit("X", "Unit Tanpa ASN", [], jenis="")], **KOSONG),
        "sementara": rekap_buatan(_sementara()),
        "jelas": rekap_buatan(_jelas(), cakupan=90),
    }
    tertulis = {nama: folder / f"{nama}.xlsx" for nama in semua}
    for nama, rekap in semua.items():
        tulis_buku_rekap(tertulis[nama], rekap)
    tertulis["diubah"] = _ubah(tertulis["kota"], folder / "diubah.xlsx")
    for nama, banyak in (("sembilan", 1), ("delapan", 2)):
        tertulis[nama] = _tidak_dinilai(tertulis["jelas"], folder / f"{nama}.xlsx", banyak)
    hasil = hitung_ulang(list(tertulis.values()), folder)
    return {n: Buku(asal, ulang) for (n, asal), ulang in zip(tertulis.items(), hasil, strict=True)}


@pytest.fixture
def tulis():
    def lakukan(rekap: Rekap) -> bytes:
        aliran = io.BytesIO()
        tulis_buku_rekap(aliran, rekap)
        return aliran.getvalue()

    return lakukan
