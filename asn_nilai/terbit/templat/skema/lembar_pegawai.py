"""The sheet Pegawai of the skema: thousands of rows whose NIPs are texts, each in a unit of the sheet Unit."""

from asn_nilai.acuan.isian.orang.golongan import KELOMPOK_GOLONGAN
from asn_nilai.acuan.isian.orang.nip import PANJANG_NIP, PNS, PPPK, nip_utuh
from asn_nilai.acuan.isian.skema import Penempatan
from asn_nilai.terbit.templat.skema.bahan import BahanSkema
from asn_nilai.terbit.templat.skema.lembar_daftar import (
    Baris,
    DaftarSkema,
    Keluhan,
    Pilihan,
    berulang,
    periksa,
    susun_tata,
)
from asn_nilai.terbit.templat.skema.lembar_unit import ATURAN_NIP, NAMA_KODE_UNIT

TATA = susun_tata(
    "Pegawai",
    {
        "nip": 21, "nama": 34, "jenis_asn": 10, "golongan": 10, "jabatan": 34, "jenis_jabatan": 22, "kode_unit": 13,
        "nip_atasan": 21, "mulai": 11.5, "selesai": 11.5, "angka_kredit_awal": 12, "angka_kredit_dibutuhkan": 14,
    },
)  # fmt: skip
_CADANGAN = 2_000
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
    keluhan = _keluhan(bahan)
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
        keluhan,
        periksa(bahan.pegawai, lambda orang: orang.nip, keluhan),
    )


def _baris(orang: Penempatan) -> Baris:
    return orang._asdict()


def _keluhan(bahan: BahanSkema) -> tuple[Keluhan[Penempatan], ...]:
    kode = {unit.kode.casefold() for unit in bahan.unit}
    angka = 'SUBSTITUTE({nip}," ","")'
    return (
        Keluhan("Isi NIP", '{nip}=""', lambda orang, _: not orang.nip),
        Keluhan("NIP harus teks: ketik ulang ke-18 angkanya", "ISNUMBER({nip})"),
        Keluhan(
            "NIP harus 18 angka",
            f"OR(LEN({angka})<>{PANJANG_NIP},ISERROR(VALUE({angka})))",
            lambda orang, _: not nip_utuh(orang.nip),
        ),
        Keluhan("Isi Nama", '{nama}=""', lambda orang, _: not orang.nama),
        Keluhan("Pilih Jenis ASN", '{jenis_asn}=""', lambda orang, _: not orang.jenis_asn),
        Keluhan("Pilih Kode Unit", '{kode_unit}=""', lambda orang, _: not orang.kode_unit),
        Keluhan(
            "Kode Unit tidak ada di lembar Unit",
            f"ISNA(MATCH({{kode_unit}},{NAMA_KODE_UNIT},0))",
            lambda orang, _: orang.kode_unit.casefold() not in kode,
        ),
        Keluhan(
            "Selesai mendahului Mulai",
            "AND(ISNUMBER({mulai}),ISNUMBER({selesai}),{selesai}<{mulai})",
            lambda orang, _: bool(orang.mulai and orang.selesai and orang.selesai < orang.mulai),
        ),
        Keluhan(
            "NIP berulang: isi Mulai dan Selesai",
            f'AND({{mulai}}="",{{selesai}}="",{berulang("nip")})',
            lambda orang, lagi: lagi and not (orang.mulai or orang.selesai),
        ),
    )
