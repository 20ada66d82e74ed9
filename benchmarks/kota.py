"""Make the work folder of a whole city: by default 60 units of 60 ASN with 8 indicators each.

    python benchmarks/kota.py FOLDER [--unit 60] [--asn 60] [--indikator 8] [--benih 2026] [--setahun]

The workbooks look like those an office fills in: title, identity block, borders, number formats, evidence links.
"""

import argparse
from collections import deque
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path

from isi_kota import BULAN, INDIKATOR, INSTANSI, NAMA_BULAN, TAHUN, Asn, Rencana, Unit, daftar_unit
from xlsxwriter import Workbook

PERIODE = f"{TAHUN}-{BULAN:02}"
KEPALA_SKEMA, KEPALA_ISIAN = 3, 7
"""0-based rows of the table headers in skema.xlsx and in the units' workbooks."""
_ASPEK = ("Berorientasi Pelayanan", "Akuntabel", "Kompeten", "Harmonis", "Loyal", "Adaptif", "Kolaboratif")
_UNIT = ("Kode Unit", "Unit Kerja", "Jenis Unit", "NIP Kepala")
_PEGAWAI = (
    "NIP", "Nama", "Jenis ASN", "Golongan", "Jabatan", "Jenis Jabatan", "Kode Unit", "NIP Atasan", "Mulai", "Selesai",
)  # fmt: skip
_INDIKATOR = (
    "Kode Indikator", "Indikator", "Definisi", "Aspek", "Satuan", "Polaritas", "Agregasi", "Jenis Nilai", "Batas Bawah",
    "Batas Atas", "Nilai Terburuk", "Frekuensi", "Wajib Bukti", "Berlaku Untuk", "Sumber Data",
)  # fmt: skip
_BARIS = ("No", "NIP", "Nama", "Kode Indikator", "Indikator", "Satuan")
_TARGET = (*_BARIS, "Bobot", *NAMA_BULAN, "Target Tahunan")
_CAPAIAN = (*_BARIS, "Target", "Realisasi", "Bukti Dukung", "Keterangan")
_DI_BAWAH, _KEJADIAN = "Di Bawah Ekspektasi", "Kejadiannya dibicarakan pada 3 Juni"
_PERILAKU = ("No", "NIP", "Nama", *_ASPEK, "Rating Perilaku", "Ide Baru", "Catatan")
_LEBAR = {"No": 5, "NIP": 21, "Nama": 30, "Indikator": 40, "Bukti Dukung": 44, "Definisi": 44}
Isi = str | float | None


_SEKDA = "196501011990031001"
"""Leads the heads of all units, and belongs to none."""


class Buku:
    """A workbook being made, with the four looks its cells have."""

    def __init__(self, berkas: Path) -> None:
        berkas.parent.mkdir(parents=True, exist_ok=True)
        self._buku = Workbook(str(berkas), {"in_memory": True})
        self._buku.set_properties({"created": datetime(TAHUN, 1, 2)})  # noqa: DTZ001 # a workbook's time has no zone
        self._judul = self._buku.add_format({"bold": True, "font_size": 13})
        self._kepala = self._buku.add_format(
            {"bold": True, "bg_color": "#1F4E78", "font_color": "#FFFFFF", "border": 1}
        )
        self._teks = self._buku.add_format({"border": 1, "num_format": "@"})
        self._bulat = self._buku.add_format({"border": 1, "num_format": "#,##0"})
        self._desimal = self._buku.add_format({"border": 1, "num_format": "#,##0.0#"})

    def lembar(
        self,
        nama: str,
        judul: str,
        identitas: Sequence[tuple[str, str | int]],
        *,
        kolom: Sequence[str],
        baris: Iterable[Sequence[Isi]],
    ) -> None:
        """Write a sheet: title, identity block if there is one, header, rows."""
        kepala = KEPALA_ISIAN if identitas else KEPALA_SKEMA
        ws = self._buku.add_worksheet(nama)
        ws.write_string(0, 0, judul, self._judul)
        ws.write_string(1, 0, INSTANSI)
        for nomor, (label, isi) in enumerate(identitas, 3):
            ws.write_string(nomor, 0, label)
            ws.write(nomor, 1, isi)
        for nomor, label in enumerate(kolom):
            ws.set_column(nomor, nomor, _LEBAR.get(label, 12))
            ws.write_string(kepala, nomor, label, self._kepala)
        for nomor, baris_ini in enumerate(baris, kepala + 1):
            for letak, isi in enumerate(baris_ini):
                if isinstance(isi, str):
                    ws.write_string(nomor, letak, isi, self._teks)
                elif isi is None:
                    ws.write_blank(nomor, letak, None, self._teks)
                else:
                    ws.write_number(nomor, letak, isi, self._bulat if isi == int(isi) else self._desimal)
        ws.freeze_panes(kepala + 1, 0)

    def tutup(self) -> None:
        """Write the file."""
        self._buku.close()


def buat_kota(
    folder: Path,
    *,
    unit: int = 60,
    asn: int = 60,
    indikator: int = 8,
    benih: int = 2026,
    bulan: Sequence[int] = (BULAN,),
) -> list[str]:
    """Make a city's work folder with the capaian of some months; return the units' codes.

    Raises:
        ValueError: more indicators than there are.
    """
    semua = list(daftar_unit(unit, asn, indikator, benih))
    folder.mkdir(parents=True, exist_ok=True)
    pengaturan = f'instansi = "{INSTANSI}"\ntahun = {TAHUN}\naturan = "permenpanrb-6-2022"\n'
    (folder / "asn-nilai.toml").write_text(pengaturan, encoding="utf-8")
    _tulis_skema(folder / "skema.xlsx", semua)
    for unit_ini in semua:
        _tulis_target(folder / "target" / f"{unit_ini.kode}.xlsx", unit_ini)
        for nomor in bulan:
            _tulis_capaian(folder / "capaian" / kode_bulan(nomor) / f"{unit_ini.kode}.xlsx", unit_ini, nomor)
    return [unit.kode for unit in semua]


def _tulis_skema(berkas: Path, semua: Sequence[Unit]) -> None:
    buku = Buku(berkas)
    unit = [(u.kode, u.nama, u.jenis, u.asn[0].nip) for u in semua]
    pegawai = [
        (a.nip, a.nama, a.jenis, a.golongan, a.jabatan, a.jenis_jabatan, u.kode,
         _SEKDA if a is u.asn[0] else u.asn[0].nip, None, None)
        for u in semua
        for a in u.asn
    ]  # fmt: skip
    indikator = [
        (i.kode, i.nama, f"{i.nama} dalam satu bulan", i.aspek, i.satuan, i.polaritas, i.agregasi, i.jenis_nilai,
         i.batas_bawah, i.batas_atas, i.terburuk, i.frekuensi, i.wajib_bukti, None, "Laporan unit")
        for i in INDIKATOR
    ]  # fmt: skip
    buku.lembar("Unit", "DAFTAR UNIT KERJA", (), kolom=_UNIT, baris=unit)
    buku.lembar("Pegawai", "DAFTAR ASN", (), kolom=_PEGAWAI, baris=pegawai)
    buku.lembar("Indikator", "SKEMA INDIKATOR", (), kolom=_INDIKATOR, baris=indikator)
    buku.tutup()


def _baris(nomor: int, asn: Asn, rencana: Rencana) -> tuple[Isi, ...]:
    return nomor, asn.nip, asn.nama, rencana.indikator.kode, rencana.indikator.nama, rencana.indikator.satuan


def _tulis_target(berkas: Path, unit: Unit) -> None:
    baris = [(*_baris(n, r.asn, r), r.bobot, *r.target, r.tahunan) for n, r in enumerate(unit.rencana, 1)]
    identitas = (("Kode Unit", unit.kode), ("Unit Kerja", unit.nama), ("Tahun", TAHUN))
    buku = Buku(berkas)
    buku.lembar("Target", "TARGET KINERJA ASN", identitas, kolom=_TARGET, baris=baris)
    buku.tutup()


def kode_bulan(bulan: int) -> str:
    """Return the code of a month of the city's year."""
    return f"{TAHUN}-{bulan:02}"


def _realisasi(unit: Unit, bulan: int) -> list[float]:
    """Return the rows' realisasi in a month: that of the unit's next rows of the same indicator, so that months differ."""
    sejenis: dict[str, list[float]] = {}
    for rencana in unit.rencana:
        sejenis.setdefault(rencana.indikator.kode, []).append(rencana.realisasi)
    giliran = {kode: deque(isi) for kode, isi in sejenis.items()}
    for antrean in giliran.values():
        antrean.rotate(bulan - BULAN)
    return [giliran[rencana.indikator.kode].popleft() for rencana in unit.rencana]


def _tulis_capaian(berkas: Path, unit: Unit, bulan: int) -> None:
    capaian = [
        (*_baris(n, r.asn, r), r.target[bulan - 1], realisasi, _bukti(unit, r), None)
        for n, (r, realisasi) in enumerate(zip(unit.rencana, _realisasi(unit, bulan), strict=True), 1)
    ]
    perilaku = [
        (n, a.nip, a.nama, *aspek, None, None, _KEJADIAN if _DI_BAWAH in aspek else None)
        for n, (a, aspek) in enumerate(zip(unit.asn, unit.perilaku, strict=True), 1)
    ]
    identitas = (("Kode Unit", unit.kode), ("Unit Kerja", unit.nama), ("Periode", kode_bulan(bulan)))
    buku = Buku(berkas)
    buku.lembar("Capaian", "CAPAIAN KINERJA ASN", identitas, kolom=_CAPAIAN, baris=capaian)
    buku.lembar("Perilaku", "PENILAIAN PERILAKU KERJA ASN", identitas, kolom=_PERILAKU, baris=perilaku)
    buku.tutup()


def _bukti(unit: Unit, rencana: Rencana) -> str | None:
    if rencana.indikator.wajib_bukti == "Tidak":
        return None
    return f"https://berkas.example/{unit.kode}/{PERIODE}/{rencana.asn.nip[-4:]}-{rencana.indikator.kode}.pdf"


def main() -> None:
    """Make the city that the command line asks for."""
    pilihan = argparse.ArgumentParser(description="Buat ruang kerja satu kota fiktif.")
    pilihan.add_argument("folder", type=Path)
    for nama, bawaan in (("unit", 60), ("asn", 60), ("indikator", 8), ("benih", 2026)):
        pilihan.add_argument(f"--{nama}", type=int, default=bawaan)
    pilihan.add_argument("--setahun", action="store_true", help="capaian dua belas bulan, bukan satu")
    isi = pilihan.parse_args()
    bulan = range(1, 13) if isi.setahun else (BULAN,)
    kode = buat_kota(
        isi.folder, unit=isi.unit, asn=isi.asn, indikator=isi.indikator, benih=isi.benih, bulan=bulan
    )
    print(f"{len(kode)} unit di {isi.folder}")


if __name__ == "__main__":
    main()
