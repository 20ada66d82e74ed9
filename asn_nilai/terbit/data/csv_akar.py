"""rekap_akar.csv: a line for each city under a root, in the manner of nilai.csv."""

import csv
from pathlib import Path

from asn_nilai.acuan.hasil.ringkas_kota import KOLOM_KOTA, RekapAkar, RingkasKota
from asn_nilai.terbit.data.csv_hasil import BarisCsv, alir_csv, baca_kepala, teks_csv
from asn_nilai.terbit.data.sel_csv import sel_csv, teks_asli

REKAP_AKAR_CSV = "rekap_akar.csv"


def csv_akar(rekap: RekapAkar) -> str:
    """Return rekap_akar.csv; a blank stands where there are no results, never a zero."""
    predikat = rekap.predikat
    baris = [_baris(rekap.periode.kode, kota, predikat) for kota in rekap.kota]
    return teks_csv((*KOLOM_KOTA, *predikat), baris)


def baca_kota_akar(berkas: Path) -> dict[str, str]:
    """Return the cities of an earlier rekap_akar.csv: whose they are, by folder; none where it is not there or no longer one."""
    folder, instansi = map(KOLOM_KOTA.index, ("folder", "instansi"))
    try:
        kepala = baca_kepala(berkas)
        if kepala[: len(KOLOM_KOTA)] != KOLOM_KOTA:
            return {}
        return {teks_asli(baris[folder]): teks_asli(baris[instansi]) for baris in alir_csv(berkas, kepala)}
    except (OSError, ValueError, IndexError, csv.Error):
        return {}


def _baris(periode: str, kota: RingkasKota, predikat: tuple[str, ...]) -> BarisCsv:
    awal = (periode, kota.folder, kota.instansi, kota.aturan, kota.sidik)
    j = kota.jumlah
    angka: tuple[object, ...] = ("",) * (len(KOLOM_KOTA) - len(awal) - 1)
    if j is not None:
        angka = (
            kota.banyak_unit, len(kota.belum_setor), j.jumlah_asn, j.dinilai, j.sementara, j.belum_dinilai,
            j.rata_rata_nhk, j.galat,
        )  # fmt: skip
    orang = ("" if j is None else j.predikat.get(label, 0) for label in predikat)
    return [sel_csv(sel) for sel in (*awal, *angka, kota.sebab, *orang)]
