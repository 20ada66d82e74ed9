"""rekap.xlsx of the example city: recalculated by LibreOffice, and recounted from nilai.csv by a few lines of its own."""

import csv
from collections import defaultdict
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from pathlib import Path

import openpyxl
import pytest
from libreoffice import hitung_ulang, rumus_sama

from asn_nilai.alur.siapkan import siapkan
from asn_nilai.alur.terbitan.hasil_terbit import bahan_rekap
from asn_nilai.hitung.rekap.rekap import susun_rekap
from asn_nilai.terbit.buku.rekap import tulis_buku_rekap

pytestmark = pytest.mark.menyeluruh
BULAN = {f"2026-0{nomor}": nama for nomor, nama in enumerate(("Jan", "Feb", "Mar", "Apr", "Mei", "Jun"), 1)}
SEMUA = {
    "juni": ("2026-06", ()),
    "triwulan": ("2026-T1", ()),
    "rentang": ("2026-01:2026-05", ()),
    "terpilih": ("2026-06", ("DINKES", "BKPSDM")),
}


@pytest.fixture(scope="module")
def buku(kota_terhitung, tmp_path_factory) -> dict[str, tuple[Path, Path]]:
    """Each recap as written and as recalculated."""
    folder = tmp_path_factory.mktemp("rekap")
    for nama, (periode, unit) in SEMUA.items():
        konteks = siapkan(kota_terhitung, periode)
        rekap = susun_rekap(bahan_rekap(konteks, unit or tuple(konteks.skema.unit)))
        tulis_buku_rekap(folder / f"{nama}.xlsx", rekap)
    berkas = [folder / f"{nama}.xlsx" for nama in SEMUA]
    return dict(zip(SEMUA, zip(berkas, hitung_ulang(berkas, folder), strict=True), strict=True))


def nilai(kota: Path, periode: str, unit: tuple[str, ...] = ()) -> list[dict[str, str]]:
    berkas = kota / "hasil" / periode.replace(":", "_") / "nilai.csv"
    with berkas.open(encoding="utf-8", newline="") as isi:
        return [
            b for b in csv.DictReader(isi) if b["status"] != "Pindah" and (not unit or b["kode_unit"] in unit)
        ]


def rata(baris: list[dict[str, str]]) -> float | None:
    semua = [Fraction(b["nilai_hasil_kerja"]) for b in baris if b["status"] == "Dinilai"]
    if not semua:
        return None
    persis = sum(semua, Fraction(0)) / len(semua)
    angka = Decimal(persis.numerator) / Decimal(persis.denominator)
    return float(angka.quantize(Decimal("0.01"), ROUND_HALF_UP))


def tabel(berkas: Path, lembar: str) -> list[dict]:
    isi = openpyxl.load_workbook(berkas, data_only=True)[lembar]
    judul = [sel.value for sel in isi[7]]
    return [
        dict(zip(judul, (sel.value for sel in baris), strict=False)) for baris in isi.iter_rows(min_row=8)
    ]


@pytest.mark.parametrize("nama", SEMUA)
def test_setiap_rumus_sama_sesudah_dihitung_ulang(buku, nama):
    assert rumus_sama(*buku[nama]) > (200 if nama == "terpilih" else 400)


@pytest.mark.parametrize("nama", SEMUA)
def test_peringkat_dihitung_ulang_dari_nilai_csv(buku, kota_terhitung, nama):
    periode, pilihan = SEMUA[nama]
    unit = defaultdict(list)
    for isi in nilai(kota_terhitung, periode, pilihan):
        unit[isi["kode_unit"]].append(isi)
    semua = {kode: rata(baris) for kode, baris in unit.items()}
    dinilai = {kode: sum(b["status"] == "Dinilai" for b in baris) for kode, baris in unit.items()}
    cukup = {kode: nhk for kode, nhk in semua.items() if nhk and dinilai[kode] >= 0.9 * len(unit[kode])}
    tampil = {isi["Kode"]: isi for isi in tabel(buku[nama][1], "Peringkat") if isi["Kode"]}
    assert set(tampil) == set(unit)
    for kode, baris in unit.items():
        dinilai = [b for b in baris if b["status"] == "Dinilai"]
        assert (tampil[kode]["Jumlah ASN"], tampil[kode]["Dinilai"]) == (len(baris), len(dinilai))
        assert (tampil[kode]["Rata-rata NHK"] or None) == semua[kode]
        lebih = [lain for lain in cukup.values() if semua[kode] and lain > semua[kode]]
        assert (tampil[kode]["Peringkat"] or None) == (len(lebih) + 1 if kode in cukup else None)
        for predikat in ("Sangat Baik", "Baik", "Butuh Perbaikan", "Kurang", "Sangat Kurang"):
            assert tampil[kode][predikat] == sum(b["predikat"] == predikat for b in dinilai)


@pytest.mark.parametrize("nama", ["juni", "rentang", "terpilih"])
def test_tren_seluruh_unit_dihitung_ulang_dari_nilai_csv_tiap_bulan(buku, kota_terhitung, nama):
    _, pilihan = SEMUA[nama]
    baris = {isi["Unit Kerja"]: isi for isi in tabel(buku[nama][1], "Tren")}
    ini = baris["Unit terpilih" if pilihan else "Seluruh unit"]
    for periode, bulan in BULAN.items():
        if bulan in ini:
            asn = nilai(kota_terhitung, periode, pilihan)
            assert ini[bulan] == rata(asn)
            assert baris["ASN dinilai"][bulan] == sum(b["status"] == "Dinilai" for b in asn)
