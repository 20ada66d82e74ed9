"""The sheet Indikator of the skema: what is measured, each closed column with its drop-down."""

from asn_nilai.acuan.isian.indikator.indikator import (
    ASPEK,
    Agregasi,
    Frekuensi,
    Indikator,
    JenisNilai,
    Lingkup,
    Polaritas,
)
from asn_nilai.terbit.buku.tata import Kolom
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
from asn_nilai.terbit.templat.skema.lembar_unit import JENIS_DITAWARKAN

TATA = susun_tata(
    "Indikator",
    {
        "kode_indikator": 12, "indikator": 34, "definisi": 52, "aspek": 11, "satuan": 11, "polaritas": 11, "agregasi": 12,
        "jenis_nilai": 10, "batas_bawah": 9, "batas_atas": 11, "nilai_terburuk": 10, "frekuensi": 12.5, "wajib_bukti": 9,
        "berlaku_untuk": 18, "sumber_data": 26, "lingkup": 10.5, "layanan_publik": 10, "pembilang": 30, "penyebut": 30,
    },
    (Kolom("asal", "Asal", 10),),
)  # fmt: skip
_CADANGAN = 100
_YA_TIDAK = ("Ya", "Tidak")
_ATURAN_ANGKA = (
    {"validate": "decimal", "criteria": "between", "minimum": -1e15, "maximum": 1e15},
    "Ketik angka saja, tanpa satuan.",
)

_KELUHAN: tuple[Keluhan[Indikator], ...] = (
    Keluhan("Isi Kode Indikator", '{kode_indikator}=""', lambda indikator, _: not indikator.kode),
    Keluhan("Kode Indikator berulang", berulang("kode_indikator"), lambda _, lagi: lagi),
    Keluhan("Isi Indikator", '{indikator}=""', lambda indikator, _: not indikator.nama),
    Keluhan("Isi Satuan", '{satuan}=""', lambda indikator, _: not indikator.satuan),
    Keluhan("Pilih Polaritas", '{polaritas}=""'),
    Keluhan("Pilih Agregasi", '{agregasi}=""'),
    Keluhan(
        "Rasio: isi Pembilang dan Penyebut",
        f'AND({{agregasi}}="{Agregasi.RASIO}",OR({{pembilang}}="",{{penyebut}}=""))',
        lambda indikator, _: indikator.rasio and not (indikator.pembilang and indikator.penyebut),
    ),
    Keluhan(
        "Batas Atas di bawah Batas Bawah",
        "AND(ISNUMBER({batas_bawah}),ISNUMBER({batas_atas}),{batas_atas}<{batas_bawah})",
        lambda indikator, _: (
            indikator.batas_bawah is not None
            and indikator.batas_atas is not None
            and indikator.batas_atas < indikator.batas_bawah
        ),
    ),
)


def daftar_indikator(bahan: BahanSkema) -> DaftarSkema:
    """Return the sheet."""
    return DaftarSkema(
        "Indikator",
        "Indikator kinerja",
        TATA,
        [_baris(indikator, katalog=indikator.kode in bahan.dari_katalog) for indikator in bahan.indikator],
        _CADANGAN,
        {
            "aspek": Pilihan(ASPEK),
            "polaritas": Pilihan(tuple(Polaritas)),
            "agregasi": Pilihan(tuple(Agregasi)),
            "jenis_nilai": Pilihan(tuple(JenisNilai)),
            "frekuensi": Pilihan(tuple(Frekuensi)),
            "wajib_bukti": Pilihan(_YA_TIDAK),
            "berlaku_untuk": Pilihan(JENIS_DITAWARKAN, tertutup=False),
            "lingkup": Pilihan(tuple(Lingkup)),
            "layanan_publik": Pilihan(_YA_TIDAK),
        },
        dict.fromkeys(("batas_bawah", "batas_atas", "nilai_terburuk"), _ATURAN_ANGKA),
        _KELUHAN,
        periksa(bahan.indikator, lambda indikator: indikator.kode, _KELUHAN),
    )


def _baris(indikator: Indikator, *, katalog: bool) -> Baris:
    return {
        "kode_indikator": indikator.kode, "indikator": indikator.nama, "definisi": indikator.definisi, "aspek": indikator.aspek,
        "satuan": indikator.satuan, "polaritas": indikator.polaritas.value, "agregasi": indikator.agregasi.value,
        "jenis_nilai": indikator.jenis_nilai.value, "batas_bawah": indikator.batas_bawah, "batas_atas": indikator.batas_atas,
        "nilai_terburuk": indikator.nilai_terburuk, "frekuensi": indikator.frekuensi.value,
        "wajib_bukti": _ya_tidak(indikator.wajib_bukti), "berlaku_untuk": ";".join(indikator.berlaku_untuk),
        "sumber_data": indikator.sumber_data, "lingkup": indikator.lingkup.value,
        "layanan_publik": _ya_tidak(indikator.layanan_publik), "pembilang": indikator.pembilang, "penyebut": indikator.penyebut,
        "asal": "contoh" if katalog else "",
    }  # fmt: skip


def _ya_tidak(nilai: bool | None) -> str:  # noqa: FBT001 - a cell's value
    return "" if nilai is None else _YA_TIDAK[not nilai]
