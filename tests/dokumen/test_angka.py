"""The figures in written pages, calculated once more by hand: with fractions, from the page alone."""

import itertools
import re
from fractions import Fraction

import pytest
from penulis.tempat import PANDUAN

_TABEL = re.compile(
    r"^<!-- capaian: (?P<kode>\S+); target (?P<target>\S+); .*? -->\n(?P<isi>.*?)^<!-- selesai -->",
    re.MULTILINE | re.DOTALL,
)
_BARIS = re.compile(r"^\| (?P<realisasi>[\d.,]+) \w+ \|.*\| \*\*(?P<capaian>[\d,]+)\*\* \|$", re.MULTILINE)
_STABIL = ((0, 0), (90, 100), (100, 120))


def _angka(teks: str) -> Fraction:
    return Fraction(teks.replace(",", "."))


def _capaian(kode: str, t: Fraction, r: Fraction) -> Fraction:
    if kode == "UMM-04":
        persen = (6 - r) / 6 * 100
    elif kode == "UMM-01":
        x = r / t * 100 if r <= t else 200 - r / t * 100
        (x0, y0), (x1, y1) = next((a, b) for a, b in itertools.pairwise(_STABIL) if x <= b[0])
        persen = y0 + (x - x0) * Fraction(y1 - y0, x1 - x0)
    else:
        persen = r / t * 100 if kode == "KES-01" else (1 + (1 - r / t)) * 100
    return min(max(persen, Fraction(0)), Fraction(120))


def _tulis(angka: Fraction) -> str:
    """Two decimals, half away from zero; no figure here is negative."""
    ratusan = int(angka * 100 + Fraction(1, 2))
    return f"{ratusan // 100},{ratusan % 100:02d}"


def _tabel_capaian():
    teks = (PANDUAN / "indikator.md").read_text(encoding="utf-8")
    for tabel in _TABEL.finditer(teks):
        for baris in _BARIS.finditer(tabel["isi"]):
            yield tabel["kode"], tabel["target"], baris["realisasi"], baris["capaian"]


@pytest.mark.parametrize(("kode", "target", "realisasi", "capaian"), list(_tabel_capaian()))
def test_tabel_capaian_dihitung_lagi(kode, target, realisasi, capaian):
    assert capaian == _tulis(_capaian(kode, _angka(target), _angka(realisasi)))


def test_setiap_tabel_capaian_terbaca():
    assert len(list(_tabel_capaian())) == 4 + 6 + 4 + 5 + 5


def test_jawaban_latihan_dihitung_lagi():
    jawaban = (PANDUAN / "pelatihan" / "jawaban.md").read_text(encoding="utf-8")
    capaian = {
        "KES-03": (1 + (1 - Fraction(42, 40))) * 100,
        "KES-05": Fraction(100),
        "KES-04": Fraction(38, 40) * 100,
    }
    bobot = {"KES-03": 40, "KES-05": 30, "KES-04": 30}
    nhk = sum(bobot[kode] * capaian[kode] for kode in bobot) / sum(bobot.values())
    assert _tulis(nhk) == "96,50"
    assert "NHK 96,50, predikat Baik" in jawaban
    assert "(40 × 95 + 30 × 100 + 30 × 95) ÷ 100 = 96,50" in jawaban
    assert "  Nilai hasil kerja   96,50\n" in jawaban


def test_jawaban_latihan_sama_dengan_keluarannya():
    jawaban = (PANDUAN / "pelatihan" / "jawaban.md").read_text(encoding="utf-8")
    assert re.search(r"PKM-TB +12 dari 12 +97,56", jawaban)
    assert "12 dari 12 dinilai, rata-rata NHK 97,56" in jawaban
    assert re.search(r"PKM-TB +ada galat +12 +4 +4", jawaban)
    assert "PKM-TB: 4 galat, 4 peringatan" in jawaban
    assert re.search(r"DPMPTSP +belum setor", jawaban)
    assert "**1.** DPMPTSP." in jawaban
    assert re.findall(r"^ +(\S+) +lengkap", jawaban, re.MULTILINE) == ["BKPSDM", "DINKES"]


def test_latihan_menyuruh_tepat_perbaikan_yang_dihitung():
    from penulis.latihan import PERBAIKAN

    latihan = (PANDUAN / "pelatihan" / "latihan.md").read_text(encoding="utf-8")
    for lembar, alamat, isi in PERBAIKAN:
        if isi is None:
            kolom_awal, nomor, kolom_akhir, _ = re.fullmatch(r"([A-Z])(\d+):([A-Z])(\d+)", alamat).groups()
            assert f"| {lembar} baris {nomor}, `{kolom_awal}` sampai `{kolom_akhir}` | kosongkan" in latihan
        else:
            assert f"| {lembar} `{alamat}` | `{isi}` |" in latihan
