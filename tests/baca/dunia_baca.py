"""A work folder with clean workbooks, for tests to dirty at one cell and see what reading makes of it.

Addresses come from openpyxl, never from the program, so that a wrong one shows.
"""

import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from asn_nilai.acuan.isian.formulir.daftar_formulir import FORMULIR
from asn_nilai.acuan.isian.formulir.formulir import KUNCI_BULAN, KUNCI_RASIO
from asn_nilai.acuan.isian.formulir.tabel import Tabel
from asn_nilai.acuan.isian.indikator.indikator import Agregasi, Indikator, JenisNilai, Polaritas
from asn_nilai.acuan.isian.skema import Penempatan, Skema, Unit
from asn_nilai.acuan.periode import Bulan, Periode
from asn_nilai.acuan.setoran.isian_unit import IsianUnit
from asn_nilai.baca.setoran.isian import baca_isian
from asn_nilai.ruang_kerja import RuangKerja

SITI, BUDI = "198603152009032001", "199001102015021002"
JUNI = Bulan(2026, 6)
UNIT, UNIT_LAIN = (
    Unit("PKM-01", "Puskesmas Contoh", "Puskesmas"),
    Unit("DINKES", "Dinas Kesehatan Contoh", "OPD"),
)
INDIKATOR = (
    Indikator(
        "KJ-1.1", "Kunjungan rumah", "kunjungan", Polaritas.MAKSIMAL, Agregasi.JUMLAH, JenisNilai.BULAT
    ),
    Indikator("MT-2", "Mutu layanan", "persen", Polaritas.MAKSIMAL, Agregasi.RATA_RATA, JenisNilai.PERSEN),
    Indikator("WT-3", "Waktu tunggu", "hari", Polaritas.MINIMAL, Agregasi.RATA_RATA),
    Indikator("BY-4", "Penyerapan", "Rupiah", Polaritas.MAKSIMAL, Agregasi.JUMLAH),
)
SKEMA = Skema(
    {UNIT.kode: UNIT, UNIT_LAIN.kode: UNIT_LAIN},
    (Penempatan(SITI, "Siti Rahma", UNIT.kode), Penempatan(BUDI, "Budi Koto", UNIT.kode)),
    {indikator.kode: indikator for indikator in INDIKATOR},
)
TARGET_BULANAN = {"KJ-1.1": 40.0, "MT-2": 95.0, "WT-3": 5.0, "BY-4": 1_250_000.0}
REALISASI = {"KJ-1.1": 38.0, "MT-2": 92.5, "WT-3": 4.0, "BY-4": 1_200_000.0}
NAMA = {SITI: "Siti Rahma", BUDI: "Budi Koto"}
BARIS = tuple((nip, indikator) for nip in (SITI, BUDI) for indikator in INDIKATOR)
"""Rows 0–3 are Siti's, rows 4–7 Budi's, each with the four indicators in order."""


@dataclass
class Lembaran:
    """A form's sheet while a test writes it; `geser` moves the table down and to the right."""

    ws: Worksheet
    formulir: str
    geser: tuple[int, int]
    kunci: list[str]
    jumlah: int

    @property
    def baris_kepala(self) -> int:
        return 5 + self.geser[0]

    def kolom(self, kunci: str) -> int:
        return 1 + self.geser[1] + self.kunci.index(kunci)

    def kepala(self, kunci: str) -> Cell:
        return self.ws.cell(self.baris_kepala, self.kolom(kunci))

    def sel(self, kunci: str, posisi: int) -> Cell:
        return self.ws.cell(self.baris_kepala + 1 + posisi, self.kolom(kunci))

    def isi(self, kunci: str, posisi: int, nilai: object, format_angka: str | None = None) -> str:
        """Write a value and return its address."""
        sel = self.sel(kunci, posisi)
        sel.value = nilai
        if format_angka is not None:
            sel.number_format = format_angka
        return sel.coordinate

    def galat(self, kunci: str, posisi: int, teks: str = "#DIV/0!") -> str:
        sel = self.sel(kunci, posisi)
        sel.value, sel.data_type = teks, "e"
        return sel.coordinate

    def kosongkan(self, posisi: int) -> None:
        for kunci in self.kunci:
            self.sel(kunci, posisi).value = None


Ubah = Callable[[Lembaran], object]


@dataclass
class Dunia:
    """The work folder; `geser` is how far every table stands from its usual place."""

    akar: Path
    geser: tuple[int, int] = (0, 0)
    sel: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        (self.akar / "asn-nilai.toml").write_text(
            'tahun = 2026\ninstansi = "Kota Contoh"\n', encoding="utf-8"
        )
        self.ruang = RuangKerja.buka(self.akar)
        self.berkas_target = self.ruang.folder_target / "PKM-01.xlsx"
        self.berkas_capaian = self.ruang.folder_capaian(JUNI) / "PKM-01.xlsx"
        for berkas in (self.berkas_target, self.berkas_capaian):
            berkas.parent.mkdir(parents=True, exist_ok=True)

    def target(self, ubah: Ubah | None = None, urutan: Sequence[str] | None = None) -> None:
        if ubah is urutan is None:
            self.berkas_target.write_bytes(_bersih("Target", self.geser))
            return
        buku = Workbook()
        tulis_lembar(buku, "Target", baris_target(), self.geser, ubah, urutan)
        simpan(buku, self.berkas_target)

    def capaian(
        self, ubah: Ubah | None = None, perilaku: Ubah | None = None, urutan: Sequence[str] | None = None
    ) -> None:
        if ubah is perilaku is urutan is None:
            self.berkas_capaian.write_bytes(_bersih("Capaian", self.geser))
            return
        buku = Workbook()
        tulis_lembar(buku, "Capaian", baris_capaian(), self.geser, ubah, urutan)
        tulis_lembar(buku, "Perilaku", baris_perilaku(), self.geser, perilaku)
        simpan(buku, self.berkas_capaian)

    def baca(self, periode: str = "2026-06", skema: Skema = SKEMA) -> IsianUnit:
        return baca_isian(self.ruang, UNIT, Periode.dari_teks(periode), skema)

    def bersih(self) -> IsianUnit:
        self.target()
        self.capaian()
        return self.baca()


@cache
def _bersih(formulir: str, geser: tuple[int, int]) -> bytes:
    """Return the clean workbook of a form, written once: each test dirties at most one of the two."""
    buku, wadah = Workbook(), io.BytesIO()
    if formulir == "Target":
        tulis_lembar(buku, "Target", baris_target(), geser)
    else:
        tulis_lembar(buku, "Capaian", baris_capaian(), geser)
        tulis_lembar(buku, "Perilaku", baris_perilaku(), geser)
    buku.save(wadah)
    return wadah.getvalue()


def baris_target() -> list[dict[str, object]]:
    return [
        {**_awal(nomor, nip, indikator), "bobot": 25, **dict.fromkeys(KUNCI_BULAN, TARGET_BULANAN[indikator.kode]),
         "target_tahunan": TARGET_BULANAN[indikator.kode] * 12}
        for nomor, (nip, indikator) in enumerate(BARIS, 1)
    ]  # fmt: skip


def baris_capaian() -> list[dict[str, object]]:
    return [
        {**_awal(nomor, nip, indikator), "target": TARGET_BULANAN[indikator.kode], "realisasi": REALISASI[indikator.kode],
         "bukti_dukung": f"Laporan {nomor}"}
        for nomor, (nip, indikator) in enumerate(BARIS, 1)
    ]  # fmt: skip


def baris_perilaku() -> list[dict[str, object]]:
    aspek = dict.fromkeys(FORMULIR["Perilaku"].kunci[3:10], "Sesuai Ekspektasi")
    return [{"no": nomor, "nip": nip, "nama": NAMA[nip], **aspek} for nomor, nip in enumerate(NAMA, 1)]


def _awal(nomor: int, nip: str, indikator: Indikator) -> dict[str, object]:
    return {
        "no": nomor, "nip": nip, "nama": NAMA[nip], "kode_indikator": indikator.kode, "indikator": indikator.nama, "satuan": indikator.satuan,
    }  # fmt: skip


def tulis_lembar(
    buku: Workbook,
    formulir: str,
    baris: Sequence[dict[str, object]],
    geser: tuple[int, int],
    ubah: Ubah | None = None,
    urutan: Sequence[str] | None = None,
) -> Lembaran:
    """Write a form's sheet: title, identity block in rows 2–3, header in row 5, then the rows, all moved by `geser`."""
    ws = buku.active if buku.sheetnames == ["Sheet"] else buku.create_sheet()
    ws.title = formulir
    form = FORMULIR[formulir]
    kunci = list(urutan or (k for k in form.kunci if formulir != "Capaian" or k not in KUNCI_RASIO))
    lembar = Lembaran(ws, formulir, geser, kunci, len(baris))
    turun, kanan = geser
    ws.cell(1 + turun, 1 + kanan, f"FORMULIR {formulir.upper()}")
    identitas = {"Kode Unit": UNIT.kode, "Unit Kerja": UNIT.nama}
    identitas |= {"Tahun": 2026} if formulir == "Target" else {"Periode": "2026-06"}
    for nomor, (label, nilai) in enumerate(identitas.items()):
        ws.cell(2 + turun, 1 + kanan + 3 * nomor, label)
        ws.cell(2 + turun, 2 + kanan + 3 * nomor, nilai)
    for nama_kunci in kunci:
        lembar.kepala(nama_kunci).value = form.label(nama_kunci)
    for posisi, isi in enumerate(baris):
        for nama_kunci in kunci:
            if nama_kunci in isi:
                lembar.sel(nama_kunci, posisi).value = isi[nama_kunci]
    if ubah is not None:
        ubah(lembar)
    return lembar


def simpan(buku: Workbook, berkas: Path) -> None:
    buku.save(berkas)
    buku.close()


def temuan_singkat(isian: IsianUnit) -> list[tuple[str, str]]:
    """Return code and cell of each finding."""
    return [(temuan.kode, temuan.letak.sel) for temuan in isian.temuan]


def nilai(tabel: Tabel | None, kunci: str) -> list[object]:
    assert tabel is not None
    return list(tabel.isi[kunci])


def satu_temuan(isian: IsianUnit, kode: str):  # type: ignore[no-untyped-def]
    """Return the only finding of a kind."""
    (temuan,) = [t for t in isian.temuan if t.kode == kode]
    return temuan


def semua_isi(isian: IsianUnit) -> dict[str, dict[str, list[object]]]:
    """Return every value of the tables of June, to compare two ways of writing the same."""
    tabel: Iterable[Tabel | None] = (isian.target, isian.capaian.get(JUNI), isian.perilaku.get(JUNI))
    return {t.formulir: {k: list(v) for k, v in t.isi.items() if k != "no"} for t in tabel if t is not None}


def baca_capaian(dunia: Dunia, ubah: Ubah | None, **lain: object) -> IsianUnit:
    """Read a submission whose capaian workbook a test has dirtied."""
    dunia.target()
    dunia.capaian(ubah, **lain)  # type: ignore[arg-type]
    return dunia.baca()


def gabung(lembar: Lembaran, kunci: str, awal: int, akhir: int) -> None:
    """Merge the cells of a column over rows, as Excel does: the first keeps its value."""
    kolom = lembar.kolom(kunci)
    for posisi in range(awal + 1, akhir + 1):
        lembar.sel(kunci, posisi).value = None
    lembar.ws.merge_cells(
        start_row=lembar.sel(kunci, awal).row,
        end_row=lembar.sel(kunci, akhir).row,
        start_column=kolom,
        end_column=kolom,
    )


def realisasi(
    dunia: Dunia, posisi: int, isi: object, format_angka: str | None = None, target: object = "tetap"
):  # type: ignore[no-untyped-def]
    """Write a realisasi, perhaps with its copied target; return its address and what is read."""
    sel: list[str] = []

    def ubah(lembar):
        sel.append(lembar.isi("realisasi", posisi, isi, format_angka))
        if target != "tetap":
            lembar.isi("target", posisi, target)

    dunia.target()
    dunia.capaian(ubah)
    return sel[0], dunia.baca()


def di_atas(lembar: Lembaran, nomor: int):
    """Return the value cell of an identity line: 0 Kode Unit, 1 Unit Kerja, 2 Periode or Tahun."""
    turun, kanan = lembar.geser
    return lembar.ws.cell(2 + turun, 2 + kanan + 3 * nomor)
