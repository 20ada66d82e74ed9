"""One LibreOffice run for all of nilai.xlsx: build every workbook first, recalculate them together."""

import io
import re
import zipfile
from dataclasses import dataclass
from pathlib import Path

import openpyxl
import pytest
from buku_hasil_buatan import Angka, hasil_unit, nip, unit_lengkap
from buku_percobaan import percobaan, unit_acak, unit_seri
from libreoffice import hitung_ulang

from asn_nilai.acuan.profil.muat_aturan import muat_aturan
from asn_nilai.terbit.buku.nilai import tulis_buku_nilai


@dataclass
class Buku:
    """A workbook as written, as recalculated by LibreOffice, and what it must show."""

    tertulis: Path
    dihitung: Path
    asn: list
    angka: Angka


@pytest.fixture(scope="session")
def aturan():
    return muat_aturan("permenpanrb-6-2022")


def _palsukan(asal: Path, tujuan: Path) -> None:
    """Copy a workbook with a wrong stored value in every formula with a number, and nothing else changed."""
    with zipfile.ZipFile(asal) as masuk, zipfile.ZipFile(tujuan, "w") as keluar:
        for nama in masuk.namelist():
            isi = masuk.read(nama)
            if nama.startswith("xl/worksheets/sheet"):
                isi = re.sub(rb"</f><v>[\d.]+</v>", b"</f><v>7</v>", isi)
            keluar.writestr(nama, isi)


@pytest.fixture(scope="session")
def buku(tmp_path_factory, aturan) -> dict[str, Buku]:
    folder = tmp_path_factory.mktemp("buku_nilai")
    daftar: dict[str, Buku] = {}
    for nama, asn in {
        "lengkap": unit_lengkap(),
        "seri": unit_seri(),
        "acak": unit_acak(),
        "kosong": [],
    }.items():
        tertulis = folder / f"{nama}.xlsx"
        tulis_buku_nilai(tertulis, hasil_unit(asn), aturan, "Pemerintah Kota Contoh")
        daftar[nama] = Buku(tertulis, tertulis, asn, Angka())
    palsu = folder / "palsu.xlsx"
    _palsukan(daftar["lengkap"].tertulis, palsu)
    daftar["palsu"] = Buku(palsu, palsu, unit_lengkap(), Angka())
    for nama, (ubah, asn, angka) in percobaan().items():
        tujuan = folder / f"{nama}.xlsx"
        dibuka = openpyxl.load_workbook(daftar["lengkap"].tertulis)
        ubah(dibuka)
        dibuka.save(tujuan)
        daftar[nama] = Buku(tujuan, tujuan, asn, angka)
    semua = list(daftar.values())
    for bersama, hasil in zip(semua, hitung_ulang([b.tertulis for b in semua], folder), strict=True):
        bersama.dihitung = hasil
    return daftar


@pytest.fixture
def tulis(aturan):
    def lakukan(hasil, instansi="Pemerintah Kota Contoh") -> bytes:
        aliran = io.BytesIO()
        tulis_buku_nilai(aliran, hasil, aturan, instansi)
        return aliran.getvalue()

    return lakukan


@pytest.fixture
def lengkap(tulis):
    return openpyxl.load_workbook(io.BytesIO(tulis(hasil_unit(unit_lengkap(), kepala=nip(1)))))
