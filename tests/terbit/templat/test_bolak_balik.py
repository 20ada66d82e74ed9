"""Out as a template, back filled in: nothing to find, and the very scores of the example city.

openpyxl fills in every unit. LibreOffice, which takes most of a second for each file, fills in one badan and one dinas as
.xlsx and two kelurahan as .ods, and all units as .xlsx with ASN_NILAI_UJI_PENUH=1.
"""

from pathlib import Path

import pytest
from isian_contoh import bukan_rumus, isi_capaian, isi_dengan_openpyxl, isi_target
from kantor import kerjakan
from laju import PENUH

MEI = "2026-05"


def nilai(kota: Path) -> tuple[str, str]:
    hasil = kota / "hasil" / MEI
    return tuple((hasil / nama).read_text(encoding="utf-8") for nama in ("nilai.csv", "temuan.csv"))


@pytest.fixture
def nilai_langsung(kota_asli, jalankan):
    jalankan("hitung", kota_asli, "--periode", MEI)
    return nilai(kota_asli)


def openpyxl(daftar, _folder):
    for templat, isian, tujuan in daftar:
        isi_dengan_openpyxl(templat, isian, tujuan)


def libreoffice(daftar, folder):
    tugas = []
    for templat, semua, tujuan in daftar:
        tujuan.parent.mkdir(parents=True, exist_ok=True)
        isian = bukan_rumus(templat, semua)
        lembar = sorted({sel[0] for sel in isian})
        tugas.append({"berkas": str(templat), "isi": isian, "lingkari": lembar, "tujuan": str(tujuan)})
    for hasil in kerjakan(tugas, folder):
        assert hasil["terkunci"] == []
        assert set(hasil["tak_sah"].values()) == {0}


@pytest.mark.parametrize(
    ("isi", "akhiran", "unit"),
    [
        (openpyxl, ".xlsx", "*"),
        (libreoffice, ".xlsx", "*" if PENUH else "[BDP][KPI]*"),
        (libreoffice, ".ods", "KEL-*"),
    ],
    ids=["openpyxl", "libreoffice", "ods"],
)
def test_templat_yang_diisi_memberi_nilai_yang_sama_tanpa_temuan(
    kota, jalankan, nilai_langsung, tmp_path, isi, akhiran, unit
):
    for berkas in (*(kota / "target").glob(f"{unit}.xlsx"), *(kota / "capaian" / MEI).glob(f"{unit}.xlsx")):
        berkas.unlink()

    assert jalankan("templat", "target", kota)[0] == 0
    templat = sorted((kota / "templat" / "target").glob(f"{unit}.xlsx"))
    isi(
        [(f, isi_target(f, f.stem), kota / "target" / f"{f.stem}{akhiran}") for f in templat],
        tmp_path / "pertama",
    )

    assert jalankan("templat", "capaian", kota, "--periode", MEI)[0] == 0
    templat = sorted((kota / "templat" / MEI).glob(f"{unit}.xlsx"))
    isi(
        [(f, isi_capaian(f, f.stem, MEI), kota / "capaian" / MEI / f"{f.stem}{akhiran}") for f in templat],
        tmp_path / "kedua",
    )

    assert jalankan("validasi", kota, "--periode", MEI, "--ketat")[0] == 0
    assert jalankan("hitung", kota, "--periode", MEI, "--ketat")[0] == 0
    assert nilai(kota) == nilai_langsung
