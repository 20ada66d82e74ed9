"""Out as a template, back filled in: nothing to find, and the very scores of the example city.

openpyxl fills in one unit of each kind, LibreOffice, which takes most of a second for each file, a badan as .xlsx and a
kelurahan as .ods; with ASN_NILAI_UJI_PENUH=1 both fill in every unit.
"""

import shutil
from pathlib import Path

import pytest
from isian_contoh import CONTOH, bukan_rumus, isi_capaian, isi_dengan_openpyxl, isi_target
from kantor import kerjakan
from laju import PENUH

from asn_nilai import cli

MEI = "2026-05"
SEMUA = sorted(berkas.stem for berkas in (CONTOH / "target").glob("*.xlsx"))


def nilai(kota: Path) -> tuple[str, str]:
    hasil = kota / "hasil" / MEI
    return tuple((hasil / nama).read_text(encoding="utf-8") for nama in ("nilai.csv", "temuan.csv"))


@pytest.fixture(scope="module")
def nilai_langsung(kota_asli, tmp_path_factory):
    kota = Path(shutil.copytree(kota_asli, tmp_path_factory.mktemp("langsung") / "kota"))
    with pytest.raises(SystemExit):
        cli.main(["hitung", str(kota), "--periode", MEI, "--paralel", "1"])
    return nilai(kota)


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
    ("isi", "akhiran"),
    [
        (openpyxl, dict.fromkeys(SEMUA if PENUH else ("BKPSDM", "DINKES", "PKM-TB", "KEL-TD"), ".xlsx")),
        pytest.param(
            libreoffice,
            {"BKPSDM": ".xlsx", "PKM-TB": ".xlsx", "KEL-TD": ".ods"},
            marks=pytest.mark.menyeluruh,
        ),
        *([(libreoffice, dict.fromkeys(SEMUA, jenis)) for jenis in (".xlsx", ".ods")] if PENUH else ()),
    ],
    ids=lambda isi: isi.__name__ if callable(isi) else " ".join(isi),
)
def test_templat_yang_diisi_memberi_nilai_yang_sama_tanpa_temuan(
    kota, jalankan, nilai_langsung, tmp_path, isi, akhiran
):
    target, capaian = kota / "target", kota / "capaian" / MEI
    for unit in akhiran:
        (target / f"{unit}.xlsx").unlink()
        (capaian / f"{unit}.xlsx").unlink()

    assert jalankan("templat", "target", kota)[0] == 0
    templat = [kota / "templat" / "target" / f"{unit}.xlsx" for unit in akhiran]
    isi([(f, isi_target(f, f.stem), target / f"{f.stem}{akhiran[f.stem]}") for f in templat], tmp_path / "1")

    assert jalankan("templat", "capaian", kota, "--periode", MEI)[0] == 0
    templat = [kota / "templat" / MEI / f"{unit}.xlsx" for unit in akhiran]
    isi(
        [(f, isi_capaian(f, f.stem, MEI), capaian / f"{f.stem}{akhiran[f.stem]}") for f in templat],
        tmp_path / "2",
    )

    assert jalankan("validasi", kota, "--periode", MEI, "--ketat")[0] == 0
    assert jalankan("hitung", kota, "--periode", MEI, "--ketat")[0] == 0
    assert nilai(kota) == nilai_langsung
