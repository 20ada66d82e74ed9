"""The sheet Unit of the skema."""

from collections.abc import Sequence

from asn_nilai.acuan.isian.register.usulan_unit import JENIS_LAIN, JENIS_UNIT
from asn_nilai.acuan.isian.skema import Unit
from asn_nilai.terbit.templat.lembar.lembar import LENGKAP
from asn_nilai.terbit.templat.skema.bahan import BahanSkema
from asn_nilai.terbit.templat.skema.lembar_daftar import (
    Baris,
    DaftarSkema,
    Pilihan,
    kolom_penuh,
    posisi_pertama,
    susun_tata,
)

NAMA_KODE_UNIT = "daftar_kode_unit"
"""Defined name: the codes of the sheet, as far as they are filled."""
NIP_DI_PEGAWAI = "daftar_nip"
"""Defined name: the NIPs of the sheet Pegawai."""
TATA = susun_tata(
    "Unit", {"kode_unit": 14, "unit_kerja": 46, "jenis_unit": 17, "nip_kepala": 21, "kode_lama": 14}
)
_CADANGAN = 100
_TERLARANG = '<>:"/\\|?*'
"""Characters that no file's name may have."""
_KODE_TERPANJANG = 60
JENIS_DITAWARKAN = (*(jenis.nama for jenis in JENIS_UNIT), JENIS_LAIN)
"""The kinds of unit that a drop-down offers; others may be typed."""


def daftar_unit(bahan: BahanSkema) -> DaftarSkema:
    """Return the sheet."""
    return DaftarSkema(
        "Unit",
        "Unit kerja",
        TATA,
        [_baris(unit) for unit in bahan.unit],
        _CADANGAN,
        {"jenis_unit": Pilihan(JENIS_DITAWARKAN, tertutup=False)},
        {"nip_kepala": ATURAN_NIP},
        _rumus,
        _periksa(bahan),
    )


ATURAN_NIP = (
    {"validate": "custom", "value": '=AND(ISTEXT({sel}),LEN(SUBSTITUTE({sel}," ",""))=18)'},
    "NIP berisi 18 angka, diketik sebagai teks.",
)
"""The validation of a cell that holds a NIP."""


def _baris(unit: Unit) -> Baris:
    return {
        "kode_unit": unit.kode, "unit_kerja": unit.nama, "jenis_unit": unit.jenis, "nip_kepala": unit.nip_kepala,
        "kode_lama": ";".join(unit.kode_lama),
    }  # fmt: skip


def _rumus(baris: int, akhir: int) -> str:
    kode, nama, jenis, kepala = (
        f"${TATA.huruf[k]}{baris}" for k in ("kode_unit", "unit_kerja", "jenis_unit", "nip_kepala")
    )
    tanda = ",".join('""""' if huruf == '"' else f'"{huruf}"' for huruf in _TERLARANG)

    def dipakai(kunci: str) -> str:
        return f"COUNTA({kolom_penuh(TATA.huruf[kunci], akhir)})>0"

    isi = f'IF(AND({kepala}<>"",ISNA(MATCH({kepala},{NIP_DI_PEGAWAI},0))),"NIP Kepala tidak ada di lembar Pegawai","{LENGKAP}")'
    isi = f'IF(AND({kepala}="",{dipakai("nip_kepala")}),"Isi NIP Kepala",{isi})'
    isi = f'IF(AND({jenis}="",{dipakai("jenis_unit")}),"Isi Jenis Unit",{isi})'
    isi = f'IF({nama}="","Isi Unit Kerja",{isi})'
    isi = f'IF({posisi_pertama(kode, TATA.huruf["kode_unit"], akhir)},"Kode Unit berulang",{isi})'
    sah = f"SUMPRODUCT(--ISNUMBER(FIND({{{tanda}}},{kode})))+(LEN({kode})>{_KODE_TERPANJANG})"
    isi = f'IF({sah}>0,"Kode Unit: huruf, angka, titik, dan tanda hubung saja",{isi})'
    isi = f'IF({kode}="","Isi Kode Unit",{isi})'
    return f'IF(COUNTA({kode}:${TATA.huruf["kode_lama"]}{baris})=0,"",{isi})'


def _periksa(bahan: BahanSkema) -> Sequence[str]:
    """Return what the formulas come to."""
    nip = {orang.nip for orang in bahan.pegawai if orang.nip}
    berkepala, berjenis = (
        any(getattr(unit, sifat) for unit in bahan.unit) for sifat in ("nip_kepala", "jenis")
    )
    sudah: set[str] = set()
    hasil: list[str] = []
    for unit in bahan.unit:
        lipat = unit.kode.casefold()
        keluhan = (
            ("Isi Kode Unit", not unit.kode),
            ("Kode Unit: huruf, angka, titik, dan tanda hubung saja", bool(set(unit.kode) & set(_TERLARANG)) or len(unit.kode) > _KODE_TERPANJANG),
            ("Kode Unit berulang", lipat in sudah),
            ("Isi Unit Kerja", not unit.nama),
            ("Isi Jenis Unit", not unit.jenis and berjenis),
            ("Isi NIP Kepala", not unit.nip_kepala and berkepala),
            ("NIP Kepala tidak ada di lembar Pegawai", bool(unit.nip_kepala) and unit.nip_kepala not in nip),
        )  # fmt: skip
        hasil.append(next((kata for kata, kena in keluhan if kena), LENGKAP))
        sudah.add(lipat)
    return hasil
