"""perubahan.csv: what differs between the first computation, or the locked version, and now; a row per thing."""

from collections.abc import Iterable

from asn_nilai.acuan.riwayat.catatan import Perubahan
from asn_nilai.terbit.data.csv_hasil import BarisCsv
from asn_nilai.terbit.data.sel_csv import teks_aman

PERUBAHAN_CSV = "perubahan.csv"
KOLOM_PERUBAHAN = (
    "waktu", "versi", "apa", "kode_unit", "nip", "kode_indikator", "semula", "menjadi", "sel", "alasan",
)  # fmt: skip


def baris_perubahan(semua: Iterable[Perubahan]) -> list[BarisCsv]:
    """Return rows of perubahan.csv, columns KOLOM_PERUBAHAN; `waktu` is that of the last line in the register."""
    return [
        [
            teks_aman(nilai)
            for nilai in (
                ini.waktu, ini.versi, ini.kunci.apa, ini.kunci.kode_unit, ini.kunci.nip, ini.kunci.kode_indikator,
                ini.semula, ini.menjadi, ini.sel, ini.alasan,
            )
        ]
        for ini in semua
    ]  # fmt: skip
