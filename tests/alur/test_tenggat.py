"""A deadline from the settings to those who read of it: alone, in the units' messages, in the recap."""

import os
import shutil
from datetime import date, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest
from openpyxl import load_workbook
from salinan_contoh import salin_contoh

from asn_nilai import cli
from asn_nilai.alur.masukan.ketepatan import _tanggal as tanggal_berkas


def _tanggali(berkas: Path, *tanggal: int) -> None:
    saat = datetime(*tanggal, 12).astimezone().timestamp()
    os.utime(berkas, (saat, saat))


@pytest.mark.parametrize(
    ("detik", "tanggal"),
    [
        (
            -11_644_473_600 + 86_400,
            date(1601, 1, 2),
        ),  # where Windows' count begins: what has lost its time bears it
        (1_780_000_000, datetime.fromtimestamp(1_780_000_000).astimezone().date()),
        (900_000_000_000, date.min),
        (-900_000_000_000, date.min),
    ],
)
def test_waktu_berkas_apa_pun_tidak_menghentikan(detik, tanggal):
    berkas = SimpleNamespace(stat=lambda: SimpleNamespace(st_mtime=detik))
    assert tanggal_berkas(berkas) == tanggal


@pytest.fixture
def kota(tmp_path) -> Path:
    """May and June with a deadline; two units are late, one twice, and one has not submitted June."""
    kota = salin_contoh(tmp_path / "kota")
    for bulan in range(1, 5):
        shutil.rmtree(kota / f"capaian/2026-{bulan:02d}")
    for bulan, hari in (("2026-05", (2026, 6, 4)), ("2026-06", (2026, 7, 3))):
        for berkas in (kota / "capaian" / bulan).iterdir():
            _tanggali(berkas, *hari)
    _tanggali(kota / "capaian/2026-05/KEL-TD.xlsx", 2026, 6, 8)
    _tanggali(kota / "capaian/2026-06/KEL-TD.ods", 2026, 7, 9)
    _tanggali(kota / "capaian/2026-06/PKM-TB.xlsx", 2026, 7, 8)
    with (kota / "asn-nilai.toml").open("a", encoding="utf-8") as pengaturan:
        pengaturan.write("\n[tenggat]\nhari = 5\n")
    return kota


@pytest.fixture
def jalankan(capsys):
    def _jalankan(*argumen: str) -> str:
        with pytest.raises(SystemExit):
            cli.main([*argumen])
        return capsys.readouterr().err

    return _jalankan


def test_disebut_di_tabel_tahun(kota, jalankan, monkeypatch):
    monkeypatch.chdir(kota)
    kata = jalankan()
    assert "Juni 2026: DPMPTSP belum setor (tenggat 7 Juli 2026).\n" in kata
    assert (
        "  KEL-TD  2 dari 2 bulan: Mei 1, Jun 2 hari kerja\n  PKM-TB  1 dari 2 bulan: Jun 1 hari kerja\n"
        in kata
    )
    assert "Menurut tanggal berkas, bukti yang lemah" in kata


def test_disebut_dalam_pesan_unit(kota, jalankan):
    jalankan("validasi", str(kota), "--periode", "2026-06", "--paralel", "1")
    pesan = {
        kode: (kota / f"hasil/2026-06/pesan/{kode}.txt").read_text(encoding="utf-8")
        for kode in ("KEL-TD", "DPMPTSP", "BKPSDM")
    }
    assert "Berkasnya bertanggal 9 Juli 2026, 2 hari kerja sesudah tenggat 7 Juli 2026." in pesan["KEL-TD"]
    assert "Ada berkas yang belum kami terima. Tenggatnya 7 Juli 2026." in pesan["DPMPTSP"]
    assert "enggat" not in pesan["BKPSDM"]


def test_disebut_di_rekap_dan_tidak_membuat_hasil_usang(kota, jalankan):
    jalankan("hitung", str(kota), "--semua", "--paralel", "1")
    kata = jalankan("rekap", str(kota))
    assert (
        "  Terlambat setor    KEL-TD 2 bulan, PKM-TB 1 bulan (menurut tanggal berkas, bukti yang lemah)\n"
        in kata
    )
    lembar = load_workbook(kota / "hasil/2026-06/rekap.xlsx")["Belum Setor"]
    sel = [isi for baris in lembar.iter_rows(values_only=True) for isi in baris if isinstance(isi, str)]
    assert "KEL-TD: 2 dari 2 bulan: Mei 1, Jun 2 hari kerja." in sel
    assert any(isi.startswith("Menurut tanggal berkas, bukti yang lemah") for isi in sel)
    halaman = (kota / "hasil/2026-06/rekap.html").read_text(encoding="utf-8")
    assert "<td>2 dari 2 bulan: Mei 1, Jun 2 hari kerja</td>" in halaman
    assert '<p class="ket">Menurut tanggal berkas, bukti yang lemah' in halaman
    # Another deadline changes no score.
    pengaturan = kota / "asn-nilai.toml"
    pengaturan.write_text(
        pengaturan.read_text(encoding="utf-8").replace("hari = 5", "hari = 10"), encoding="utf-8"
    )
    assert jalankan("hitung", str(kota), "--semua").count("sudah mutakhir") == 2


def test_yang_disalin_sekaligus_tidak_disebut_terlambat(kota, jalankan, monkeypatch):
    for bulan in ("2026-05", "2026-06"):
        for berkas in (kota / "capaian" / bulan).iterdir():
            _tanggali(berkas, 2026, 11, 2)
    monkeypatch.chdir(kota)
    kata = jalankan()
    assert "Terlambat setor" not in kata
    disalin = "mungkin disalin sekaligus: Mei 2026 (2 November 2026), Juni 2026 (2 November 2026)."
    assert disalin in " ".join(kata.split())
