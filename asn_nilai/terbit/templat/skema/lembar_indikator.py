"""The sheet Indikator of the skema: what is measured, each closed column with its drop-down."""

from collections.abc import Sequence

from asn_nilai.acuan.isian.indikator.indikator import (
    ASPEK,
    Agregasi,
    Frekuensi,
    Indikator,
    JenisNilai,
    Lingkup,
    Polaritas,
)
from asn_nilai.terbit.buku.gaya import Kolom
from asn_nilai.terbit.templat.lembar.lembar import LENGKAP
from asn_nilai.terbit.templat.skema.bahan import BahanSkema
from asn_nilai.terbit.templat.skema.lembar_daftar import (
    Baris,
    DaftarSkema,
    Pilihan,
    posisi_pertama,
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
        _rumus,
        _periksa(bahan.indikator),
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


def _rumus(baris: int, akhir: int) -> str:
    def sel(kunci: str) -> str:
        return f"${TATA.huruf[kunci]}{baris}"

    bawah, atas = sel("batas_bawah"), sel("batas_atas")
    isi = f'IF(AND(ISNUMBER({bawah}),ISNUMBER({atas}),{atas}<{bawah}),"Batas Atas di bawah Batas Bawah","{LENGKAP}")'
    rasio = f'AND({sel("agregasi")}="{Agregasi.RASIO}",OR({sel("pembilang")}="",{sel("penyebut")}=""))'
    isi = f'IF({rasio},"Rasio: isi Pembilang dan Penyebut",{isi})'
    for kunci, kata in reversed(_PERLU):
        isi = f'IF({sel(kunci)}="","{kata}",{isi})'
    ganda = posisi_pertama(sel("kode_indikator"), TATA.huruf["kode_indikator"], akhir)
    isi = f'IF({ganda},"Kode Indikator berulang",{isi})'
    isi = f'IF({sel("kode_indikator")}="","Isi Kode Indikator",{isi})'
    return f'IF(COUNTA({sel("kode_indikator")}:{sel("penyebut")})=0,"",{isi})'


_PERLU = (
    ("indikator", "Isi Indikator"), ("satuan", "Isi Satuan"), ("polaritas", "Pilih Polaritas"), ("agregasi", "Pilih Agregasi"),
)  # fmt: skip


def _periksa(semua: Sequence[Indikator]) -> Sequence[str]:
    """Return what the formulas come to."""
    sudah: set[str] = set()
    hasil: list[str] = []
    for indikator in semua:
        bawah, atas = indikator.batas_bawah, indikator.batas_atas
        keluhan = (
            ("Isi Kode Indikator", not indikator.kode),
            ("Kode Indikator berulang", indikator.kode.casefold() in sudah),
            ("Isi Indikator", not indikator.nama),
            ("Isi Satuan", not indikator.satuan),
            (
                "Rasio: isi Pembilang dan Penyebut",
                indikator.rasio and not (indikator.pembilang and indikator.penyebut),
            ),
            ("Batas Atas di bawah Batas Bawah", bawah is not None and atas is not None and atas < bawah),
        )
        hasil.append(next((kata for kata, kena in keluhan if kena), LENGKAP))
        sudah.add(indikator.kode.casefold())
    return hasil
