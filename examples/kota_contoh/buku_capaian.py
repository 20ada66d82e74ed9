"""Makes the rows of a month's Capaian and Perilaku sheets and writes them as one workbook."""

from collections.abc import Mapping
from pathlib import Path

from xlsxwriter.worksheet import Worksheet

from .buku_acuan import angka
from .daftar import INSTANSI, Unit, penempatan_unit
from .lembar import Baris, Buku, Kolom, Lembar, Letak, Sel, Tata, tulis_lembar
from .rencana import (
    ASPEK_PERILAKU,
    DI_ATAS,
    DI_BAWAH,
    NAMA_BULAN,
    SESUAI,
    bukti,
    perilaku,
    periode,
    rasio,
    realisasi,
    target_unit,
)

KOLOM_CAPAIAN = (
    Kolom("No", 5, "tengah"), Kolom("NIP", 23), Kolom("Nama", 34), Kolom("Kode Indikator", 10, "tengah"),
    Kolom("Indikator", 42, lipat=True), Kolom("Satuan", 12, "tengah"), Kolom("Target", 12, "kanan"),
    Kolom("Realisasi", 12, "kanan"), Kolom("Bukti Dukung", 58, lipat=True), Kolom("Keterangan", 26, lipat=True),
    Kolom("Pembilang", 11, "kanan"), Kolom("Penyebut", 11, "kanan"),
)  # fmt: skip
KOLOM_PERILAKU = (
    Kolom("No", 5, "tengah"), Kolom("NIP", 23), Kolom("Nama", 34),
    *(Kolom(aspek, 13, "tengah", lipat=True) for aspek in ASPEK_PERILAKU),
    Kolom("Rating Perilaku", 14, "tengah", lipat=True), Kolom("Ide Baru", 9, "tengah"),
    Kolom("Catatan", 36, lipat=True),
)  # fmt: skip


def baris_capaian(unit: str, bulan: int) -> list[Baris]:
    """The rows of a unit's Capaian sheet: every indicator with a target in the month."""
    hasil: list[Baris] = []
    for b in target_unit(unit):
        target, nilai, milik = b.target[bulan - 1], realisasi(b, bulan), rasio(b, bulan)
        if target is None:
            continue
        hasil.append({
            "No": len(hasil) + 1, "NIP": Sel(b.asn.nip, "@"), "Nama": b.asn.nama,
            "Kode Indikator": b.indikator.kode, "Indikator": b.indikator.nama, "Satuan": b.indikator.satuan,
            "Target": angka(target, b.indikator), "Realisasi": angka(nilai, b.indikator),
            "Bukti Dukung": bukti(b, bulan), "Keterangan": None,
            **({"Pembilang": Sel(milik[0], "#,##0"), "Penyebut": Sel(milik[1], "#,##0")} if milik else {}),
        })  # fmt: skip
    return hasil


def baris_perilaku(unit: str, bulan: int) -> list[Baris]:
    """The rows of a unit's Perilaku sheet: every ASN placed there in the month."""
    hasil: list[Baris] = []
    for asn in (p for p in penempatan_unit(unit) if p.bertugas(bulan)):
        p = perilaku(asn, bulan)
        hasil.append({
            "No": len(hasil) + 1, "NIP": Sel(asn.nip, "@"), "Nama": asn.nama,
            **dict(zip(ASPEK_PERILAKU, p.aspek, strict=True)),
            "Rating Perilaku": p.rating, "Ide Baru": "Ya" if p.ide_baru else None, "Catatan": p.catatan,
        })  # fmt: skip
    return hasil


def _kolom_capaian(baris: list[Baris]) -> tuple[Kolom, ...]:
    """The columns of a Capaian sheet: those of ratios only where there is one."""
    berasio = any("Pembilang" in b for b in baris)
    return tuple(k for k in KOLOM_CAPAIAN if berasio or k.label not in {"Pembilang", "Penyebut"})


def tulis_capaian(
    tujuan: Path, unit: Unit, bulan: int, baris: Mapping[str, list[Baris]], tata: Mapping[str, Tata]
) -> dict[str, Letak]:
    """Write a Capaian workbook from its rows by sheet, and give the places of its cells by sheet."""
    identitas = {"Kode Unit": unit.kode, "Unit Kerja": unit.nama, "Periode": periode(bulan)}
    judul = (INSTANSI, f"Bulan {NAMA_BULAN[bulan - 1]} {periode(bulan)[:4]}")
    hasil = {}
    with Buku(tujuan, f"Capaian kinerja {unit.nama} {periode(bulan)}") as buku:
        for nama, kepala, kolom, tinggi in (
            ("Capaian", "CAPAIAN KINERJA ASN", _kolom_capaian(baris["Capaian"]), None),
            ("Perilaku", "PENILAIAN PERILAKU KERJA ASN", KOLOM_PERILAKU, 28),
        ):
            tata_lembar = tata.get(nama, Tata())
            lembar = Lembar(nama, (kepala, *judul), identitas, kolom, baris[nama], tata_lembar, tinggi=tinggi)
            ws, hasil[nama] = tulis_lembar(buku, lembar)
        _pilihan(ws, hasil["Perilaku"])
    return hasil


def _pilihan(ws: Worksheet, letak: Letak) -> None:
    """Offer the ratings as drop-down lists on the Perilaku sheet."""
    awal, akhir, kolom = letak.baris[0], letak.baris[-1], letak.kolom
    rating = {"validate": "list", "source": [DI_ATAS, SESUAI, DI_BAWAH], "error_type": "warning"}
    ws.data_validation(awal, kolom[ASPEK_PERILAKU[0]], akhir, kolom["Rating Perilaku"], rating)
    ws.data_validation(
        awal, kolom["Ide Baru"], akhir, kolom["Ide Baru"], {"validate": "list", "source": ["Ya"]}
    )


def baris_bulan(unit: str, bulan: int) -> dict[str, list[Baris]]:
    """The rows of both sheets of a unit's month."""
    return {"Capaian": baris_capaian(unit, bulan), "Perilaku": baris_perilaku(unit, bulan)}
