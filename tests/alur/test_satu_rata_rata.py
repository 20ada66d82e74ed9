"""One mean: what each face prints of a unit and of all is the mean of nilai.csv's printed scores, to the last digit."""

import csv
import re
import shutil
import warnings
from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction
from math import floor
from pathlib import Path

import openpyxl
import pytest
from isi_html import isi, potong

from asn_nilai.alur.perintah.rekap import rekap_kota
from asn_nilai.alur.siapkan import siapkan

BULAN = tuple(f"2026-0{n}" for n in range(1, 7))
SEMUA = "Seluruh unit"
"""The key of the mean over everybody."""
Rata = dict[str, str]
"""A mean as it is printed, by unit code or SEMUA; a dash of nobody."""


def baca(berkas: Path) -> list[dict[str, str]]:
    with berkas.open(encoding="utf-8", newline="") as sumber:
        return list(csv.DictReader(sumber))


def cetak(angka: Fraction) -> str:
    """Print a positive number with two decimals, half away from zero."""
    seratus = floor(angka * 100 + Fraction(1, 2))
    return f"{seratus // 100},{seratus % 100:02d}"


def dari_angka(angka: float | str | None) -> str:
    """Print a figure that a file holds as a number; one that is no printed mean shows its further decimals."""
    if angka in (None, ""):
        return "–"
    persis = Fraction(str(angka))
    assert persis * 100 == floor(persis * 100), f"{angka} bukan angka tercetak"
    return cetak(persis)


@pytest.fixture(scope="module")
def kota(kota_terhitung, tmp_path_factory) -> Path:
    """The computed city with the recap of each month."""
    salinan = shutil.copytree(kota_terhitung, tmp_path_factory.mktemp("rata") / "kota")
    for bulan in BULAN:
        assert rekap_kota(siapkan(salinan, bulan), []).pesan == []
    return salinan


@pytest.fixture(scope="module")
def nama(kota) -> dict[str, str]:
    """Return the units' codes by their names."""
    return {unit.nama: kode for kode, unit in siapkan(kota, "2026-06").skema.unit.items()}


@pytest.fixture(scope="module")
def seharusnya(kota, nama) -> dict[str, Rata]:
    """Return the mean of each month, worked out with fractions from the printed scores alone."""
    semua = {}
    for bulan in BULAN:
        nhk = defaultdict(list)
        for baris in baca(kota / "hasil" / bulan / "nilai.csv"):
            if baris["status"] == "Dinilai":
                for kunci in (baris["kode_unit"], SEMUA):
                    nhk[kunci].append(Fraction(baris["nilai_hasil_kerja"]))
        kunci = (*nama.values(), SEMUA)
        semua[bulan] = {k: cetak(sum(nhk[k]) / len(nhk[k])) if nhk[k] else "–" for k in kunci}
    return semua


def di_terminal(teks: str, nama: dict[str, str]) -> Rata:
    """Read the closing table of `hitung`: a row begins with the unit's name, whose rest may stand on the next line."""
    hasil = {}
    for baris in teks.splitlines():
        cocok = re.match(r"\s*(\S.*?)\s{2,}\d+ dari \d+\s+(\S+)", baris)
        if cocok:
            awal = cocok[1]
            kode = SEMUA if awal == SEMUA else next(k for n, k in nama.items() if n.startswith(awal))
            hasil[kode] = cocok[2]
    return hasil


def di_index(teks: str) -> Rata:
    _, *unit, kaki = [baris.split("\n") for baris in isi(potong_tabel(teks), "tr")]
    hasil = {sel[1].split(" · ")[0]: sel[4] for sel in unit}
    assert isi(teks, "dl.kartu")[0].count(f"Rata-rata NHK{kaki[3]}") == 1
    return hasil | {SEMUA: kaki[3]}


def potong_tabel(teks: str) -> str:
    return teks[teks.index('<table class="unit">') :]


def di_halaman_unit(folder: Path) -> Iterator[tuple[str, str]]:
    for berkas in folder.glob("*/ringkasan.html"):
        kartu = isi(berkas.read_text(encoding="utf-8"), "dl.kartu")[0]
        yield berkas.parent.name, re.search(r"Rata-rata NHK(\d+,\d\d|–)", kartu)[1]


def di_rekap_csv(folder: Path) -> Rata:
    return {b["kode_unit"]: dari_angka(b["rata_rata_nhk"]) for b in baca(folder / "rekap_unit.csv")}


def di_rekap_xlsx(folder: Path) -> Rata:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        lembar = openpyxl.load_workbook(folder / "rekap.xlsx", data_only=True)["Peringkat"]
    kepala = {sel.value: sel.column - 1 for sel in lembar[7]}
    hasil = {}
    for baris in lembar.iter_rows(min_row=8, values_only=True):
        kode = SEMUA if baris[kepala["Unit Kerja"]] == "Seluruh unit" else baris[kepala["Kode"]]
        hasil[kode] = dari_angka(baris[kepala["Rata-rata NHK"]])
        if kode == SEMUA:
            return hasil
    raise AssertionError(hasil)


def di_rekap_html(folder: Path, urutan: int) -> Rata:
    """Read the column of the recap's own month, the last of the table of units and months."""
    teks = (folder / "rekap.html").read_text(encoding="utf-8")
    _, *unit, kaki = [baris.split("\n") for baris in isi(potong(teks, "peta"), "tr")]
    kartu = isi(teks, "dl.kartu")[0]
    hasil = {sel[1].split(" · ")[0]: sel[3 + urutan] for sel in unit}
    assert f"Rata-rata NHK{kaki[1 + urutan]}" in kartu
    return hasil | {SEMUA: kaki[1 + urutan]}


@pytest.mark.parametrize("bulan", BULAN)
def test_terminal_dan_json(keluaran_kota, seharusnya, nama, bulan):
    assert di_terminal(keluaran_kota.terminal[bulan], nama) == seharusnya[bulan]
    unit = {u["kode_unit"]: dari_angka(u["rata_rata_nhk"]) for u in keluaran_kota.json[bulan]["unit"]}
    assert unit | {SEMUA: seharusnya[bulan][SEMUA]} == seharusnya[bulan]


@pytest.mark.parametrize("bulan", BULAN)
def test_halaman_semua_unit_dan_halaman_unit(kota, seharusnya, bulan):
    folder = kota / "hasil" / bulan
    assert di_index((folder / "index.html").read_text(encoding="utf-8")) == seharusnya[bulan]
    unit = dict(di_halaman_unit(folder))
    assert unit | {SEMUA: seharusnya[bulan][SEMUA]} == seharusnya[bulan]


@pytest.mark.parametrize("bulan", BULAN)
def test_rekap(kota, seharusnya, bulan):
    folder, harap = kota / "hasil" / bulan, seharusnya[bulan]
    assert di_rekap_csv(folder) | {SEMUA: harap[SEMUA]} == harap
    assert di_rekap_xlsx(folder) == harap
    assert di_rekap_html(folder, BULAN.index(bulan)) == harap


@pytest.mark.parametrize(
    ("unit", "bulan", "rata"),
    [("BKPSDM", "2026-01", "99,61"), ("PKM-MDG", "2026-03", "99,64"), ("PKM-MDG", "2026-05", "98,94")],
)
def test_tepat_di_tengah_dibulatkan_menjauhi_nol_di_semua_wajah(
    keluaran_kota, kota, seharusnya, nama, unit, bulan, rata
):
    folder = kota / "hasil" / bulan
    (json_unit,) = (u for u in keluaran_kota.json[bulan]["unit"] if u["kode_unit"] == unit)
    assert {
        "pecahan": seharusnya[bulan][unit],
        "terminal": di_terminal(keluaran_kota.terminal[bulan], nama)[unit],
        "json": dari_angka(json_unit["rata_rata_nhk"]),
        "index.html": di_index((folder / "index.html").read_text(encoding="utf-8"))[unit],
        "ringkasan.html": dict(di_halaman_unit(folder))[unit],
        "rekap.xlsx": di_rekap_xlsx(folder)[unit],
        "rekap.html": di_rekap_html(folder, BULAN.index(bulan))[unit],
        "rekap_unit.csv": di_rekap_csv(folder)[unit],
    } == dict.fromkeys(
        ("pecahan", "terminal", "json", "index.html", "ringkasan.html", "rekap.xlsx", "rekap.html", "rekap_unit.csv"),
        rata,
    )  # fmt: skip
