"""The example city as it is in the repository, copied to where tests may write."""

import io
import json
import os
import shutil
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace

import openpyxl
import pytest
from salinan_contoh import salin_contoh
from sekali import sekali

from asn_nilai import cli
from asn_nilai.alur.hitungan import di_memori as modul_nilai
from asn_nilai.alur.hitungan import unit as modul_unit
from asn_nilai.alur.perintah import diterima


@pytest.fixture
def kota(tmp_path) -> Path:
    return salin_contoh(tmp_path / "kota")


@pytest.fixture(scope="session")
def hasil_mei(tmp_path_factory) -> Path:
    """What `hitung` writes of the example's May, computed once; to copy, not to write."""

    def buat(folder: Path) -> None:
        salin_contoh(folder / "kota")
        _jalankan("hitung", str(folder / "kota"), "--periode", "2026-05", "--paralel", "1")

    return sekali(tmp_path_factory, "mei", buat) / "kota"


@pytest.fixture
def mei(kota, hasil_mei) -> Path:
    """Put into the city what `hitung` gives for its May, as if it had just been computed there; returns the city."""
    for folder in ("hasil", "riwayat"):
        shutil.copytree(hasil_mei / folder, kota / folder)
    return kota


@pytest.fixture
def kota_tahun(kota):
    """Move the example city's May, the only month kept, into another year: for rules that are history."""

    def _pindah(tahun: int, aturan: str) -> Path:
        for bulan in (kota / "capaian").iterdir():
            if bulan.name == "2026-05":
                bulan.rename(bulan.with_name(f"{tahun}-05"))
            else:
                shutil.rmtree(bulan)
        for berkas in kota.rglob("*.xlsx"):
            buku = openpyxl.load_workbook(berkas)
            for sel in (sel for lembar in buku for baris in lembar.iter_rows() for sel in baris):
                if isinstance(sel.value, datetime):
                    sel.value = sel.value.replace(year=tahun)
                elif isinstance(sel.value, str | int) and sel.value != (
                    lain := str(sel.value).replace("2026", str(tahun))
                ):
                    sel.value = lain if isinstance(sel.value, str) else int(lain)
            buku.save(berkas)
        if (
            aturan == "permenpanrb-8-2021"
        ):  # in force from July on: an instansi that applied it to all of the year
            isi = f'dasar_profil = "{aturan}"\nformat = 1\n[profil]\nberlaku_sejak = "2021"\n'
            kota.joinpath(aturan := "setahun.toml").write_text(isi, encoding="utf-8")
        isi = f'instansi = "Kota lampau (contoh fiktif)"\ntahun = {tahun}\naturan = "{aturan}"\n'
        (kota / "asn-nilai.toml").write_text(isi, encoding="utf-8")
        return kota

    return _pindah


@pytest.fixture
def jalankan(capsys, monkeypatch):
    """Run the program in this process; returns exit status, stdout and stderr. Faults of ours come through."""
    monkeypatch.setenv("ASN_NILAI_TELUSUR", "1")
    # Unless a test asks for processes: starting them costs more than two units' work, and tests run beside each other.
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    monkeypatch.setattr(
        diterima, "jam", SimpleNamespace(kini=lambda: datetime.fromisoformat("2026-12-31T08:00+07:00"))
    )

    def _jalankan(*argumen: object) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as keluar:
            cli.main([str(kata) for kata in argumen])
        keluaran = capsys.readouterr()
        return keluar.value.code, keluaran.out, keluaran.err

    return _jalankan


@pytest.fixture
def hanya_data(monkeypatch):
    """Leave each unit's workbook and page blank, which take most of the time, where a test looks at the city's files alone."""

    def kosong(_konteks, _hasil, berkas: Path) -> None:
        berkas.parent.mkdir(parents=True, exist_ok=True)
        berkas.write_bytes(b"")

    for nama in modul_unit.BERKAS_UNIT:
        monkeypatch.setitem(modul_unit.BERKAS_UNIT, nama, kosong)


@pytest.fixture
def unit_sekali(monkeypatch):
    """Let `jelaskan` score a unit once for all its ASN, in a test that leaves its files as they are."""
    asli, hasil = modul_nilai.nilai, {}

    def sekali(konteks, kode):
        kunci = (konteks.periode, konteks.aturan.sha256, kode)
        if kunci not in hasil:
            hasil[kunci] = asli(konteks, kode)
        return hasil[kunci]

    monkeypatch.setattr(modul_nilai, "nilai", sekali)


@pytest.fixture
def hasil_json(jalankan):
    """Run with --json; returns exit status and what stdout held."""

    def _hasil(*argumen: object) -> tuple[int, dict]:
        status, keluar, _ = jalankan(*argumen, "--json")
        return status, json.loads(keluar)

    return _hasil


@dataclass(frozen=True)
class KeluaranKota:
    """The example city computed: its folder, and what `hitung` said of each period, to people and to programs."""

    folder: Path
    terminal: dict[str, str]
    json: dict[str, dict]


def _jalankan(*argumen: str) -> tuple[str, str]:
    """Run the program in this process on a wide terminal; returns stdout and stderr."""
    keluar, pesan = io.StringIO(), io.StringIO()
    with pytest.MonkeyPatch.context() as tambal, redirect_stdout(keluar), redirect_stderr(pesan):
        tambal.setenv("COLUMNS", "200")
        tambal.setenv("ASN_NILAI_TELUSUR", "1")
        with pytest.raises(SystemExit):
            cli.main(list(argumen))
    return keluar.getvalue(), pesan.getvalue()


@pytest.fixture(scope="session")
def keluaran_kota(tmp_path_factory) -> KeluaranKota:
    """The example city with all its months and three longer periods computed; to read, not to write."""

    def buat(folder: Path) -> None:
        kota = salin_contoh(folder / "kota")
        terminal, isi_json = {}, {}
        for periode in (*(f"2026-0{n}" for n in range(1, 7)), "2026-T1", "2026-S1", "2026-01:2026-05"):
            perintah = ("hitung", str(kota), "--periode", periode, "--paralel", "1")
            terminal[periode] = "".join(_jalankan(*perintah))
            isi_json[periode] = json.loads(_jalankan(*perintah, "--json")[0])
        (folder / "kata.json").write_text(json.dumps([terminal, isi_json]), encoding="utf-8")

    folder = sekali(tmp_path_factory, "terhitung", buat)
    return KeluaranKota(folder / "kota", *json.loads((folder / "kata.json").read_text(encoding="utf-8")))


@pytest.fixture(scope="session")
def kota_terhitung(keluaran_kota) -> Path:
    """The folder of the computed example city; to read, not to write."""
    return keluaran_kota.folder
