"""What was reached, as earlier runs of `hitung` found it: what `validasi` holds a unit's targets against.

Read from rincian.csv of single months, this year's and last year's: the one place where realisasi stands with its target and
capaian. A month that was not computed says nothing; a plausible question does not need all of them.
"""

import csv
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.pengaturan import NAMA_PENGATURAN
from asn_nilai.acuan.periode import Bulan, Periode
from asn_nilai.acuan.temuan import Temuan, temuan
from asn_nilai.alur.konteks import Konteks
from asn_nilai.periksa.target_layak.baris_setahun import Dicapai, Tercapai
from asn_nilai.ruang_kerja import RuangKerja, RuangKerjaTidakSahError
from asn_nilai.terbit.data.csv_hasil import teks_asli

NAMA_RINCIAN = "rincian.csv"
_Deret = dict[tuple[str, str], tuple[Tercapai, ...]]


def baca_dicapai(konteks: Konteks) -> Dicapai:
    """Return what the ASN of the work folder reached in the months of this year and, where its folder is named, of last year."""
    ruang = konteks.ruang
    lalu = _tahun_lalu(ruang)
    return Dicapai(_setahun(ruang), _setahun(lalu) if lalu else {})


def temuan_tahun_lalu(ruang: RuangKerja) -> Iterator[Temuan]:
    """Yield one finding where a work folder is named as last year's and is none."""
    if ruang.berkas.tahun_lalu and _tahun_lalu(ruang) is None:
        folder, tahun = ruang.berkas.tahun_lalu, ruang.tahun - 1
        yield temuan("tahun-lalu-tidak-terbaca", Letak(NAMA_PENGATURAN), folder=folder, tahun=tahun)


def _tahun_lalu(ruang: RuangKerja) -> RuangKerja | None:
    """Return last year's work folder; None where none is named, or it cannot be opened."""
    if not ruang.berkas.tahun_lalu:
        return None
    try:
        lalu = RuangKerja.buka(ruang.akar / ruang.berkas.tahun_lalu)
    except RuangKerjaTidakSahError:
        return None
    return lalu if lalu.tahun == ruang.tahun - 1 else None


def _setahun(ruang: RuangKerja) -> _Deret:
    hasil: _Deret = {}
    for nomor in range(1, 13):
        bulan = Bulan(ruang.tahun, nomor)
        berkas = ruang.folder_hasil(Periode(bulan.kode, bulan.label, (bulan,))) / NAMA_RINCIAN
        if berkas.is_file():
            for kunci, tercapai in _sebulan(berkas, bulan, berkas.stat().st_mtime_ns).items():
                hasil[kunci] = (*hasil.get(kunci, ()), tercapai)
    return hasil


@lru_cache(maxsize=24)
def _sebulan(berkas: Path, bulan: Bulan, _waktu: int) -> Mapping[tuple[str, str], Tercapai]:
    """Return a month's rows that have all figures; a process reads the file once for all its units."""
    return dict(_baris(berkas, bulan))


def _baris(berkas: Path, bulan: Bulan) -> Iterator[tuple[tuple[str, str], Tercapai]]:
    with berkas.open(encoding="utf-8", newline="") as sumber:
        for isi in csv.DictReader(sumber):
            angka = [isi.get(nama) or "" for nama in ("target", "realisasi", "capaian")]
            if all(angka):
                kunci = teks_asli(isi["nip"]), teks_asli(isi["kode_indikator"])
                yield kunci, Tercapai(bulan, *map(float, angka))
