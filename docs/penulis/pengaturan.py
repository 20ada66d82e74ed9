"""Every setting of asn-nilai.toml: its default, its bounds, what it does."""

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from asn_nilai.acuan.pengaturan import NAMA_PENGATURAN, Pengaturan, PengaturanUnit
from penulis.tempat import ACUAN, ASAL, rangkai, tabel

KATA = Path(__file__).with_name("pengaturan.toml")
UMUM = "umum"
_PEMBUKA: Mapping[str, str] = {
    UMUM: "Ditulis di atas, sebelum tabel mana pun.",
    "berkas": "Di mana berkas-berkasnya. Hanya perlu bila tempatnya lain.",
    "batas": "Seberapa besar setoran yang dibaca; alasan tiap angka ada di [Batas](../../BATAS.md).",
    "rekap": "Kelompok mana yang kecil, siapa yang diperingkat.",
    "tenggat": "Sampai kapan unit menyetor. Yang terlambat disebut; tidak ada nilai yang berubah.",
    "surat": "Kop dan tanda tangan pada surat yang ditulis [`dokumen`](../surat.md).",
    "templat": "Kolom tambahan di templat target.",
    "bukti": "Seberapa berat bukti yang kosong.",
    "bkn": "Apa yang diambil dari [ekspor e-Kinerja BKN](../e-kinerja.md).",
    "unit.KODE": "Satu tabel untuk tiap unit yang perlu, misalnya `[unit.PKM-TB]`.",
    "kewajaran": "Pertanyaan tentang angka yang mungkin benar, tetapi lebih sering salah ketik. Yang `true` dapat dimatikan dengan `false`; "
    "angka di bawahnya menentukan mulai kapan ditanyakan. Tidak satu pun mengubah nilai.",
}


def kata() -> Mapping[str, Mapping[str, str]]:
    """Return what each setting does, by table and key."""
    return tomllib.loads(KATA.read_text(encoding="utf-8"))


def daftar() -> dict[str, dict[str, FieldInfo]]:
    """Return the settings by table and key as they are written in the file."""
    hasil: dict[str, dict[str, FieldInfo]] = {UMUM: {}}
    for nama, bagian in Pengaturan.model_fields.items():
        if isinstance(jenis := bagian.annotation, type) and issubclass(jenis, BaseModel):
            hasil[nama] = {isi.alias or kunci: isi for kunci, isi in jenis.model_fields.items()}
        elif PengaturanUnit in get_args(bagian.annotation):
            hasil[f"{nama}.KODE"] = dict(PengaturanUnit.model_fields)
        else:
            hasil[UMUM][nama] = bagian
    return hasil


def halaman() -> dict[Path, str]:
    """Return the page of all settings."""
    semua = daftar()
    baris = [
        "# Semua pengaturan",
        "",
        ASAL,
        "",
        (
            f"Pengaturan ditulis di `{NAMA_PENGATURAN}`, berkas teks di ruang kerja. Buka dengan Notepad. Yang tidak ditulis memakai bawaannya; "
            "kebanyakan kota cukup menulis tiga baris:"
        ),
        "",
        "```toml",
        'instansi = "Pemerintah Kota Contoh"',
        "tahun = 2026",
        'aturan = "permenpanrb-6-2022"',
        "```",
        "",
        (
            "Teks diapit tanda kutip, angka tidak, dan pecahan memakai titik (`0.8`). Nama yang salah ketik disebut dengan nama yang paling mirip "
            "([`pengaturan-tidak-dikenal`](temuan.md#pengaturan-tidak-dikenal))."
        ),
        "",
    ]
    for tabel_toml in sorted(semua, key=[*_PEMBUKA].index):
        baris += [
            f"## {'Umum' if tabel_toml == UMUM else f'[{tabel_toml}]'}",
            "",
            _PEMBUKA[tabel_toml],
            "",
            *tabel(
                ("Kunci", "Bawaan", "Boleh", "Arti"), _baris(semua[tabel_toml], kata().get(tabel_toml, {}))
            ),
            "",
        ]
    return {ACUAN / "pengaturan.md": rangkai(baris)}


def _baris(isi: Mapping[str, FieldInfo], arti: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    for kunci, bagian in isi.items():
        yield f"`{kunci}`", _bawaan(bagian), _boleh(bagian), arti.get(kunci, "")


def _bawaan(bagian: FieldInfo) -> str:
    if bagian.is_required():
        return "harus ada"
    nilai = bagian.get_default(call_default_factory=True)
    if nilai == []:
        return "kosong"
    if isinstance(nilai, bool):
        return f"`{str(nilai).lower()}`"
    return "kosong" if nilai == "" else f'`"{nilai}"`' if isinstance(nilai, str) else f"`{nilai}`"


def _boleh(bagian: FieldInfo) -> str:
    if bagian.annotation is bool:
        return "`true` atau `false`"
    if bagian.annotation == list[date]:
        return "daftar tanggal"
    if pilihan := get_args(bagian.annotation):
        return " atau ".join(f'`"{kata}"`' for kata in pilihan)
    if bagian.annotation is str:
        return "teks"
    bawah = next((str(batas.ge) for batas in bagian.metadata if hasattr(batas, "ge")), "")
    atas = next((str(batas.le) for batas in bagian.metadata if hasattr(batas, "le")), "")
    kata_angka = "bilangan bulat" if bagian.annotation is int else "angka"
    return f"{kata_angka} {bawah}–{atas}" if atas else f"{kata_angka} mulai {bawah}"
