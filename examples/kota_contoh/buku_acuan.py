"""Writes the workbooks an office fills in once a year: skema.xlsx and one target workbook per unit."""

from decimal import Decimal
from pathlib import Path

from .daftar import (
    BULAN,
    INSTANSI,
    TAHUN,
    Indikator,
    Penempatan,
    Unit,
    daftar_indikator,
    daftar_penempatan,
    daftar_unit,
    nip_menurut_urut,
)
from .lembar import Baris, Buku, Isi, Kolom, Lembar, Sel, Tata, tulis_lembar
from .rencana import target_unit

_TATA_SKEMA = Tata(baris_kepala=3)
_TATA_TARGET = Tata(baris_kepala=7)
_KOLOM_UNIT = (
    Kolom("Kode Unit", 14),
    Kolom("Unit Kerja", 58),
    Kolom("Jenis Unit", 14),
    Kolom("NIP Kepala", 22),
)
_KOLOM_PEGAWAI = (
    Kolom("NIP", 21), Kolom("Nama", 36), Kolom("Jenis ASN", 10, "tengah"), Kolom("Golongan", 10, "tengah"),
    Kolom("Jabatan", 46), Kolom("Jenis Jabatan", 25), Kolom("Kode Unit", 13), Kolom("NIP Atasan", 21),
    Kolom("Mulai", 12, "tengah"), Kolom("Selesai", 12, "tengah"),
)  # fmt: skip
_KOLOM_INDIKATOR = (
    Kolom("Kode Indikator", 10), Kolom("Indikator", 34, lipat=True), Kolom("Definisi", 46, lipat=True),
    Kolom("Aspek", 10), Kolom("Satuan", 12), Kolom("Polaritas", 10), Kolom("Agregasi", 11),
    Kolom("Jenis Nilai", 10), Kolom("Batas Bawah", 12, "kanan"), Kolom("Batas Atas", 12, "kanan"),
    Kolom("Nilai Terburuk", 10, "kanan"), Kolom("Frekuensi", 12), Kolom("Wajib Bukti", 8, "tengah"),
    Kolom("Berlaku Untuk", 17, lipat=True), Kolom("Sumber Data", 30, lipat=True), Kolom("Lingkup", 9),
    Kolom("Layanan Publik", 9, "tengah"), Kolom("Pembilang", 26, lipat=True), Kolom("Penyebut", 26, lipat=True),
)  # fmt: skip
_KOLOM_TARGET = (
    Kolom("No", 5, "tengah"), Kolom("NIP", 21), Kolom("Nama", 34), Kolom("Kode Indikator", 10, "tengah"),
    Kolom("Indikator", 42, lipat=True), Kolom("Satuan", 12, "tengah"), Kolom("Bobot", 7, "tengah"),
    *(Kolom(bulan, 9.5, "kanan") for bulan in BULAN), Kolom("Target Tahunan", 12, "kanan"),
)  # fmt: skip


def format_angka(indikator: Indikator) -> str:
    """Give the number format in which an office shows this indicator."""
    if indikator.jenis_nilai == "Bulat":
        return "#,##0"
    return "#,##0.0" if indikator.satuan == "juta rupiah" else "0.0#"


def angka(nilai: Decimal | None, indikator: Indikator) -> Isi:
    """Give a number with the format of its indicator, or a blank."""
    return None if nilai is None else Sel(nilai, format_angka(indikator))


def _baris_unit(unit: Unit) -> Baris:
    """One row of the register of units."""
    kepala = Sel(nip_menurut_urut()[unit.kepala], "@")
    return {"Kode Unit": unit.kode, "Unit Kerja": unit.nama, "Jenis Unit": unit.jenis, "NIP Kepala": kepala}


def _baris_pegawai(p: Penempatan) -> Baris:
    """One row of the register of ASN."""
    return {
        "NIP": Sel(p.nip, "@"), "Nama": p.nama, "Jenis ASN": p.jenis_asn, "Golongan": p.golongan,
        "Jabatan": p.jabatan, "Jenis Jabatan": p.jenis_jabatan, "Kode Unit": p.unit,
        "NIP Atasan": Sel(nip_menurut_urut()[p.atasan], "@") if p.atasan else None,
        "Mulai": Sel(p.mulai, "dd/mm/yyyy"), "Selesai": Sel(p.selesai, "dd/mm/yyyy"),
    }  # fmt: skip


def _baris_indikator(i: Indikator) -> Baris:
    """One row of the indicator schema."""
    batas = "#,##0.##" if i.jenis_nilai != "Bulat" and i.batas_bawah and i.batas_bawah % 1 else "#,##0"
    return {
        "Kode Indikator": i.kode, "Indikator": i.nama, "Definisi": i.definisi, "Aspek": i.aspek,
        "Satuan": i.satuan, "Polaritas": i.polaritas, "Agregasi": i.agregasi, "Jenis Nilai": i.jenis_nilai,
        "Batas Bawah": Sel(i.batas_bawah, batas), "Batas Atas": Sel(i.batas_atas, "#,##0"),
        "Nilai Terburuk": Sel(i.nilai_terburuk, "#,##0"), "Frekuensi": i.frekuensi,
        "Wajib Bukti": i.wajib_bukti, "Berlaku Untuk": i.berlaku_untuk or None, "Sumber Data": i.sumber_data,
        "Lingkup": i.lingkup, "Layanan Publik": i.layanan_publik, "Pembilang": i.pembilang or None, "Penyebut": i.penyebut or None,
    }  # fmt: skip


def tulis_skema(tujuan: Path) -> None:
    """Write skema.xlsx with the sheets Unit, Pegawai and Indikator."""
    unit = [_baris_unit(u) for u in daftar_unit()]
    pegawai = [_baris_pegawai(p) for p in daftar_penempatan()]
    indikator = [_baris_indikator(i) for i in daftar_indikator().values()]
    bawah = f"{INSTANSI}, tahun {TAHUN}"
    with Buku(tujuan, f"Skema penilaian kinerja {TAHUN}") as buku:
        for lembar in (
            Lembar("Unit", ("DAFTAR UNIT KERJA", bawah), {}, _KOLOM_UNIT, unit, _TATA_SKEMA, "Kode Unit"),
            Lembar("Pegawai", ("DAFTAR ASN DAN PENEMPATANNYA", bawah), {}, _KOLOM_PEGAWAI, pegawai, _TATA_SKEMA),
            Lembar("Indikator", ("SKEMA INDIKATOR KINERJA", bawah), {}, _KOLOM_INDIKATOR, indikator, _TATA_SKEMA, "Indikator"),
        ):  # fmt: skip
            tulis_lembar(buku, lembar)


def tulis_target(tujuan: Path, unit: Unit) -> None:
    """Write the target workbook of one unit."""
    baris: list[Baris] = []
    for nomor, b in enumerate(target_unit(unit.kode), start=1):
        bulan = {nama: angka(t, b.indikator) for nama, t in zip(BULAN, b.target, strict=True)}
        baris.append({
            "No": nomor, "NIP": Sel(b.asn.nip, "@"), "Nama": b.asn.nama, "Kode Indikator": b.indikator.kode,
            "Indikator": b.indikator.nama, "Satuan": b.indikator.satuan, "Bobot": b.bobot,
            **bulan, "Target Tahunan": angka(b.tahunan, b.indikator),
        })  # fmt: skip
    identitas: dict[str, str | int] = {"Kode Unit": unit.kode, "Unit Kerja": unit.nama, "Tahun": TAHUN}
    judul = ("TARGET KINERJA ASN", INSTANSI)
    with Buku(tujuan, f"Target kinerja {unit.nama} {TAHUN}") as buku:
        tulis_lembar(buku, Lembar("Target", judul, identitas, _KOLOM_TARGET, baris, _TATA_TARGET))
