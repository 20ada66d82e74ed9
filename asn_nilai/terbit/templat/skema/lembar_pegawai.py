"""The sheet Pegawai of the skema: thousands of rows whose NIPs are texts, each in a unit of the sheet Unit."""

from collections.abc import Sequence

from asn_nilai.acuan.isian.orang.golongan import KELOMPOK_GOLONGAN
from asn_nilai.acuan.isian.orang.nip import PNS, PPPK
from asn_nilai.acuan.isian.skema import Penempatan
from asn_nilai.terbit.templat.lembar.lembar import LENGKAP
from asn_nilai.terbit.templat.skema.bahan import BahanSkema
from asn_nilai.terbit.templat.skema.lembar_daftar import (
    Baris,
    DaftarSkema,
    Pilihan,
    posisi_pertama,
    susun_tata,
)
from asn_nilai.terbit.templat.skema.lembar_unit import ATURAN_NIP, NAMA_KODE_UNIT

TATA = susun_tata(
    "Pegawai",
    {
        "nip": 21, "nama": 34, "jenis_asn": 10, "golongan": 10, "jabatan": 34, "jenis_jabatan": 22, "kode_unit": 13,
        "nip_atasan": 21, "mulai": 11.5, "selesai": 11.5,
    },
)  # fmt: skip
_CADANGAN = 2_000
_PANJANG_NIP = 18
_JENIS_JABATAN = ("Jabatan Pimpinan Tinggi", "Administrator", "Pengawas", "Fungsional", "Pelaksana")
"""The kinds of UU 20/2023; older words may be typed."""
_RUANG = {"I": "abcd", "II": "abcd", "III": "abcd", "IV": "abcde"}
_GOLONGAN = (
    *(f"{kelompok}/{ruang}" for kelompok, semua in _RUANG.items() for ruang in semua),
    *(kelompok.removeprefix(f"{PPPK} ") for kelompok in KELOMPOK_GOLONGAN if kelompok.startswith(PPPK)),
)
_ATURAN_TANGGAL = (
    {"validate": "decimal", "criteria": "between", "minimum": 36_526, "maximum": 73_050},
    "Ketik tanggal: hari/bulan/tahun, misalnya 01/04/2026.",
)
"""A day of the years 2000 to 2099, as the number that a cell stores."""


def daftar_pegawai(bahan: BahanSkema) -> DaftarSkema:
    """Return the sheet."""
    return DaftarSkema(
        "Pegawai",
        "Pegawai dan penempatannya",
        TATA,
        [_baris(orang) for orang in bahan.pegawai],
        _CADANGAN,
        {
            "jenis_asn": Pilihan((PNS, PPPK)),
            "golongan": Pilihan(_GOLONGAN, tertutup=False),
            "jenis_jabatan": Pilihan(_JENIS_JABATAN, tertutup=False),
            "kode_unit": Pilihan(NAMA_KODE_UNIT),
        },
        {"nip": ATURAN_NIP, "nip_atasan": ATURAN_NIP, "mulai": _ATURAN_TANGGAL, "selesai": _ATURAN_TANGGAL},
        _rumus,
        _periksa(bahan),
    )


def _baris(orang: Penempatan) -> Baris:
    return orang._asdict()


def _rumus(baris: int, akhir: int) -> str:
    nip, nama, jenis, unit, mulai, selesai = (
        f"${TATA.huruf[k]}{baris}" for k in ("nip", "nama", "jenis_asn", "kode_unit", "mulai", "selesai")
    )
    angka = f'SUBSTITUTE({nip}," ","")'
    ganda = posisi_pertama(nip, TATA.huruf["nip"], akhir)
    isi = f'IF(AND({mulai}="",{selesai}="",{ganda}),"NIP berulang: isi Mulai dan Selesai","{LENGKAP}")'
    isi = f'IF(AND(ISNUMBER({mulai}),ISNUMBER({selesai}),{selesai}<{mulai}),"Selesai mendahului Mulai",{isi})'
    isi = f'IF(ISNA(MATCH({unit},{NAMA_KODE_UNIT},0)),"Kode Unit tidak ada di lembar Unit",{isi})'
    isi = f'IF({unit}="","Pilih Kode Unit",{isi})'
    isi = f'IF({jenis}="","Pilih Jenis ASN",{isi})'
    isi = f'IF({nama}="","Isi Nama",{isi})'
    isi = f'IF(OR(LEN({angka})<>{_PANJANG_NIP},ISERROR(VALUE({angka}))),"NIP harus 18 angka",{isi})'
    isi = f'IF(ISNUMBER({nip}),"NIP harus teks: ketik ulang ke-18 angkanya",{isi})'
    isi = f'IF({nip}="","Isi NIP",{isi})'
    return f'IF(COUNTA({nip}:{selesai})=0,"",{isi})'


def _periksa(bahan: BahanSkema) -> Sequence[str]:
    """Return what the formulas come to."""
    kode = {unit.kode.casefold() for unit in bahan.unit}
    sudah: set[str] = set()
    hasil: list[str] = []
    for orang in bahan.pegawai:
        keluhan = (
            ("Isi NIP", not orang.nip),
            ("NIP harus 18 angka", len(orang.nip) != _PANJANG_NIP or not orang.nip.isdecimal()),
            ("Isi Nama", not orang.nama),
            ("Pilih Jenis ASN", not orang.jenis_asn),
            ("Pilih Kode Unit", not orang.kode_unit),
            ("Kode Unit tidak ada di lembar Unit", orang.kode_unit.casefold() not in kode),
            ("Selesai mendahului Mulai", bool(orang.mulai and orang.selesai and orang.selesai < orang.mulai)),
            (
                "NIP berulang: isi Mulai dan Selesai",
                not (orang.mulai or orang.selesai) and orang.nip in sudah,
            ),
        )
        hasil.append(next((kata for kata, kena in keluhan if kena), LENGKAP))
        sudah.add(orang.nip)
    return hasil
