"""The sheet Unit of the skema."""

from asn_nilai.acuan.isian.register.usulan_unit import JENIS_LAIN, JENIS_UNIT
from asn_nilai.acuan.isian.skema import Unit
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
    keluhan = _keluhan(bahan)
    return DaftarSkema(
        "Unit",
        "Unit kerja",
        TATA,
        [_baris(unit) for unit in bahan.unit],
        _CADANGAN,
        {"jenis_unit": Pilihan(JENIS_DITAWARKAN, tertutup=False)},
        {"nip_kepala": ATURAN_NIP},
        keluhan,
        periksa(bahan.unit, lambda unit: unit.kode, keluhan),
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


def _keluhan(bahan: BahanSkema) -> tuple[Keluhan[Unit], ...]:
    nip = {orang.nip for orang in bahan.pegawai if orang.nip}
    berkepala, berjenis = (
        any(getattr(unit, sifat) for unit in bahan.unit) for sifat in ("nip_kepala", "jenis")
    )
    tanda = ",".join('""""' if huruf == '"' else f'"{huruf}"' for huruf in _TERLARANG)
    return (
        Keluhan("Isi Kode Unit", '{kode_unit}=""', lambda unit, _: not unit.kode),
        Keluhan(
            "Kode Unit: huruf, angka, titik, dan tanda hubung saja",
            f"SUMPRODUCT(--ISNUMBER(FIND({{{{{tanda}}}}},{{kode_unit}})))+(LEN({{kode_unit}})>{_KODE_TERPANJANG})>0",
            lambda unit, _: bool(set(unit.kode) & set(_TERLARANG)) or len(unit.kode) > _KODE_TERPANJANG,
        ),
        Keluhan("Kode Unit berulang", berulang("kode_unit"), lambda _, lagi: lagi),
        Keluhan("Isi Unit Kerja", '{unit_kerja}=""', lambda unit, _: not unit.nama),
        Keluhan(
            "Isi Jenis Unit",
            'AND({jenis_unit}="",COUNTA({jenis_unit_semua})>0)',
            lambda unit, _: berjenis and not unit.jenis,
        ),
        Keluhan(
            "Isi NIP Kepala",
            'AND({nip_kepala}="",COUNTA({nip_kepala_semua})>0)',
            lambda unit, _: berkepala and not unit.nip_kepala,
        ),
        Keluhan(
            "NIP Kepala tidak ada di lembar Pegawai",
            f'AND({{nip_kepala}}<>"",ISNA(MATCH({{nip_kepala}},{NIP_DI_PEGAWAI},0)))',
            lambda unit, _: bool(unit.nip_kepala) and unit.nip_kepala not in nip,
        ),
    )
