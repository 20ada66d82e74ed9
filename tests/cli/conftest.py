"""A sitting at the terminal: commands one after another, all that is said held against a frozen copy."""

import os
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace

import pytest
from keluaran_beku import cocokkan, tenang
from openpyxl import load_workbook
from salinan_contoh import salin_contoh

from asn_nilai import cli
from asn_nilai.alur.perintah import diterima, dokumen
from asn_nilai.terbit.surat import pdf

_UNIT = ("KEL-TD", "KEL-PPK")
_KEPALA = 4


@pytest.fixture
def duduk(tmp_path, monkeypatch, capsys):
    """A sitting in a folder of its own: run commands one after another, then hold all that was said against the frozen copy."""
    monkeypatch.setenv("COLUMNS", "400")
    monkeypatch.setenv("ASN_NILAI_TELUSUR", "1")
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    monkeypatch.setattr(
        diterima, "jam", SimpleNamespace(kini=lambda: datetime.fromisoformat("2026-12-31T08:00+07:00"))
    )
    for modul in (pdf, dokumen):
        monkeypatch.setattr(modul, "cari_libreoffice", lambda: None)
    monkeypatch.chdir(tmp_path)
    rekaman = []

    class Duduk:
        tempat = tmp_path

        def jalankan(self, *kata: object) -> None:
            with pytest.raises(SystemExit) as keluar:
                cli.main([str(k) for k in kata])
            aliran = capsys.readouterr()
            rekaman.append(f"$ asn-nilai {' '.join(map(str, kata))}\nstatus {keluar.value.code}\n")
            rekaman.extend(f"{teks}\n" for teks in (aliran.out, aliran.err) if teks)

        def masuk(self, folder: Path) -> None:
            monkeypatch.chdir(folder)
            self.catat(f"cd {folder}")

        def diam(self, baris: str) -> None:
            """Run a line whose words stand in another sitting."""
            banyak = len(rekaman)
            self.ketik(baris)
            del rekaman[banyak:]

        def catat(self, kata: str) -> None:
            rekaman.append(f"# {kata}\n")

        def ketik(self, baris: str) -> None:
            """Run a line as typed, of words without blanks."""
            self.jalankan(*baris.split())

        def banding(self, nama: str) -> None:
            cocokkan(nama, tenang("".join(rekaman), tmp_path))

    return Duduk()


@pytest.fixture
def kota_kecil(tmp_path) -> Path:
    """Two of the example city's units, of which only January has come."""
    tujuan = salin_contoh(tmp_path / "kota", "2026-0[2-6]", "[BD]*.xlsx", "PKM-*.xlsx")
    skema = load_workbook(tujuan / "skema.xlsx")
    for lembar, kolom in (("Unit", 1), ("Pegawai", 7), ("Indikator", 14)):
        for nomor in range(skema[lembar].max_row, _KEPALA, -1):
            sel = skema[lembar].cell(nomor, kolom)
            if lembar == "Indikator" and "Kelurahan" in (sel.value or "Kelurahan"):
                sel.value = sel.value and "Kelurahan"
            elif sel.value not in _UNIT:
                skema[lembar].delete_rows(nomor)
    skema.save(tujuan / "skema.xlsx")
    return tujuan
