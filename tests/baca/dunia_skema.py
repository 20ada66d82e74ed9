"""A work folder with a clean skema.xlsx, for tests to dirty at one cell and see what reading makes of it."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from dunia_baca import BUDI, SITI, Lembaran, simpan, tulis_lembar
from openpyxl import Workbook

from asn_nilai.baca import baca_skema
from asn_nilai.ruang_kerja import RuangKerja

ANI = "199001012023211005"
ISI: dict[str, list[dict[str, object]]] = {
    "Unit": [
        {"kode_unit": "PKM-01", "unit_kerja": "Puskesmas Contoh", "jenis_unit": "Puskesmas", "nip_kepala": SITI},
        {"kode_unit": "DINKES", "unit_kerja": "Dinas Kesehatan", "jenis_unit": "OPD", "nip_kepala": ANI},
    ],
    "Pegawai": [
        {"nip": SITI, "nama": "Siti Rahma", "jenis_asn": "PNS", "golongan": "III/a", "jabatan": "Perawat", "kode_unit": "PKM-01"},
        {"nip": BUDI, "nama": "Budi Koto", "kode_unit": "pkm-01 ", "nip_atasan": SITI, "selesai": dt.date(2026, 3, 31)},
        {"nip": BUDI, "nama": "Budi Koto", "kode_unit": "DINKES", "mulai": "1 April 2026"},
        {"nip": ANI, "nama": "Ani", "jenis_asn": "PPPK", "kode_unit": "DINKES"},
    ],
    "Indikator": [
        {
            "kode_indikator": "KJ-1.1", "indikator": "Kunjungan", "satuan": "kunjungan", "polaritas": "Maksimal", "agregasi": "Jumlah",
            "jenis_nilai": "Bulat", "batas_bawah": 0, "batas_atas": "1.250,0", "frekuensi": "Triwulanan", "wajib_bukti": "Ya",
            "berlaku_untuk": "Puskesmas; OPD ;", "definisi": "d", "aspek": "Kuantitas", "sumber_data": "SIMPUS",
        },
        {"kode_indikator": "MT-2", "indikator": "Mutu", "satuan": "%", "polaritas": "minimal", "agregasi": "rata rata", "nilai_terburuk": 1, "batas_atas": 1},
    ],
}  # fmt: skip

Ubah = Callable[[Lembaran], object]


class DuniaSkema:
    def __init__(self, akar: Path, geser: tuple[int, int]) -> None:
        (akar / "asn-nilai.toml").write_text("tahun = 2026\n", encoding="utf-8")
        self.ruang = RuangKerja.buka(akar)
        self.geser = geser

    def baca(self, **ubah: Ubah):
        """Write the skema with some sheets changed, then read it."""
        buku = Workbook()
        for nama, baris in ISI.items():
            lembar = tulis_lembar(buku, nama, baris, self.geser)
            ubah.get(nama, lambda _: None)(lembar)
        simpan(buku, self.ruang.skema)
        return baca_skema(self.ruang)
