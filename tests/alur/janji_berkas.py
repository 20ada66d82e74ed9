"""The promises of an explanation kept with real files: figures typed into a submission, and the program asked again."""

import csv
from collections import Counter
from dataclasses import dataclass, field
from math import isnan
from pathlib import Path

import openpyxl
from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet
from uraian import kedua_sisi_bersama, periksa_uraian, selangkah_kurang

from asn_nilai.acuan.hasil.penjelasan import Penjelasan
from asn_nilai.acuan.hasil.perubahan_predikat import Jalan
from asn_nilai.acuan.isian.formulir.daftar_formulir import FORMULIR
from asn_nilai.acuan.isian.formulir.formulir import KUNCI_ASPEK
from asn_nilai.acuan.isian.skema import Skema
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.setoran.perilaku import KUNCI_IDE, KUNCI_RATING
from asn_nilai.alur.konteks import Konteks
from asn_nilai.alur.perintah.jelaskan import jelaskan

_FORMULIR = FORMULIR["Perilaku"]


def baca(berkas: Path) -> list[dict[str, str]]:
    with berkas.open(encoding="utf-8", newline="") as sumber:
        return list(csv.DictReader(sumber))


def nilai_tercatat(konteks: Konteks) -> list[dict[str, str]]:
    """Return the rows of nilai.csv that hold an ASN's score."""
    berkas = konteks.ruang.folder_hasil(konteks.periode) / "nilai.csv"
    return [baris for baris in baca(berkas) if baris["status"] != "Pindah"]


def periksa_tercatat(konteks: Konteks, baris: dict[str, str]) -> None:
    """One ASN's explanation gives what nilai.csv holds, worked out again from what it prints."""
    penjelasan = jelaskan(konteks, baris["nip"])
    assert (penjelasan.predikat, penjelasan.status) == (baris["predikat"], baris["status"])
    if baris["status"] == "Dinilai":
        assert penjelasan.nilai_hasil_kerja == float(baris["nilai_hasil_kerja"])
        assert penjelasan.rating_hasil_kerja == baris["rating_hasil_kerja"]
        assert isnan(penjelasan.nilai_akhir) or penjelasan.nilai_akhir == float(baris["nilai_akhir"])
        periksa_uraian(penjelasan, konteks.aturan.profil.kode, konteks.skema.indikator)
    else:
        kode = {alasan.partition(" (")[0] for alasan in baris["alasan"].split("; ")}
        assert {h.kode for h in penjelasan.halangan} >= kode


@dataclass
class Setoran:
    """Submissions into whose cells one can type, as a unit would; a workbook is opened once.

    What a unit's figure becomes, it becomes for all who carry it; and what was typed beside a ratio is wiped with it.
    """

    kota: Path
    skema: Skema | None = None
    terbuka: dict[str, openpyxl.Workbook] = field(default_factory=dict)

    def ketik(self, angka: dict[Letak, object]) -> None:
        """Type values at cells."""
        berubah = set()
        for letak, isi in angka.items():
            for sel in self._sel(self._buka(letak.berkas)[letak.lembar], letak.sel):
                sel.value = isi
            berubah.add(letak.berkas)
        for berkas in berubah:
            self.terbuka[berkas].save(self.kota / berkas)

    def _buka(self, berkas: str) -> openpyxl.Workbook:
        if berkas not in self.terbuka:
            self.terbuka[berkas] = openpyxl.load_workbook(self.kota / berkas)
        return self.terbuka[berkas]

    def _sel(self, lembar: Worksheet, alamat: str) -> list[Cell]:
        """Return the cell, and of a unit's figure those of all rows that have it; realisasi beside a ratio are blanked."""
        kepala = next(baris for baris in lembar.iter_rows() if "NIP" in [sel.value for sel in baris])
        kolom = {str(sel.value): sel.column for sel in kepala}
        pertama = lembar[alamat]
        if self.skema is None or "Kode Indikator" not in kolom:
            return [pertama]
        kode = lembar.cell(pertama.row, kolom["Kode Indikator"]).value
        indikator = self.skema.indikator[kode]
        semua = [
            b for b in range(kepala[0].row + 1, lembar.max_row + 1)
            if b == pertama.row or (indikator.milik_unit and lembar.cell(b, kolom["Kode Indikator"]).value == kode)
        ]  # fmt: skip
        if indikator.rasio:
            for baris in semua:
                lembar.cell(baris, kolom["Realisasi"]).value = None
        return [lembar.cell(baris, pertama.column) for baris in semua]

    def perilaku(self, penjelasan: Penjelasan) -> tuple[dict[Letak, object], dict[Letak, object]]:
        """Return the cells and values of the behaviour under which a rise is looked for, and what stands there now."""
        p, berkas = penjelasan.perubahan, penjelasan.perubahan.peluang[0].sel.berkas
        lembar = self._buka(berkas)["Perilaku"]
        kepala = next(r for r in lembar.iter_rows() if "NIP" in [sel.value for sel in r])
        kolom = {str(sel.value): sel.column for sel in kepala}
        baris = next(
            r[0].row for r in lembar.iter_rows(min_row=kepala[0].row + 1)
            if str(r[kolom["NIP"] - 1].value).replace(" ", "") == penjelasan.nip
        )  # fmt: skip
        isi = {_FORMULIR.label(KUNCI_RATING): p.perilaku_andai if isnan(p.angka_andai) else p.angka_andai}
        isi |= dict.fromkeys(map(_FORMULIR.label, KUNCI_ASPEK), None)
        isi[_FORMULIR.label(KUNCI_IDE)] = "Ya" if p.ide_andai else None
        sel = {judul: lembar.cell(baris, kolom[judul]) for judul in isi}
        letak = {judul: Letak(berkas, "Perilaku", isian.coordinate) for judul, isian in sel.items()}
        return {letak[j]: isi[j] for j in isi}, {letak[j]: sel[j].value for j in isi}


def periksa_janji(setoran: Setoran, konteks: Konteks, nip: str) -> Counter:
    """Each change proposed lifts the predikat once typed, one step less does not; the files are left as they were."""
    penjelasan, urutan, diuji = jelaskan(konteks, nip), konteks.aturan.predikat.urutan, Counter()
    p, kini = penjelasan.perubahan, urutan.index(penjelasan.predikat)

    def sesudah(isi: dict[Letak, object]) -> tuple[str, float, bool]:
        setoran.ketik(isi)
        lain = jelaskan(konteks, nip)
        return lain.predikat, lain.nilai_hasil_kerja, urutan.index(lain.predikat) < kini

    andai, semula = setoran.perilaku(penjelasan)
    setoran.ketik(andai)
    if p.jalan is Jalan.PERILAKU:
        assert sesudah({})[2]
        diuji["perilaku"] += 1
    else:
        assert not sesudah({})[2]
    for peluang in p.peluang:
        if peluang.naik is not None:
            assert not sesudah(
                {peluang.sel: selangkah_kurang(peluang.sekarang, peluang.naik, peluang.langkah)}
            )[2], peluang
            assert sesudah({peluang.sel: peluang.naik}) == (peluang.predikat_naik, peluang.nhk_naik, True), (
                peluang
            )
            setoran.ketik({peluang.sel: peluang.sekarang})
            diuji["sendiri"] += 1
    if p.bersama:
        sel = {peluang.kode: peluang.sel for peluang in p.peluang}
        penuh, kurang = kedua_sisi_bersama(p)
        assert not sesudah({sel[k]: isi for k, isi in kurang.items()})[2], p.bersama
        assert sesudah({sel[k]: isi for k, isi in penuh.items()}) == (p.bersama.predikat, p.bersama.nhk, True)
        diuji["bersama"] += 1
    setoran.ketik({**semula, **{peluang.sel: peluang.sekarang for peluang in p.peluang}})
    return diuji
