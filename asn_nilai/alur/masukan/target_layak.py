"""What is worth asking about a unit's targets, held against what was reached as earlier runs of `hitung` found it.

That is read from rincian.csv of single months, this year's and last year's: the one place where realisasi stands with its target and
capaian. A month that was not computed says nothing; a plausible question does not need all of them.
"""

import csv
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import lru_cache
from itertools import chain
from pathlib import Path

from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.pengaturan import NAMA_PENGATURAN
from asn_nilai.acuan.periode import Bulan, Periode
from asn_nilai.acuan.setoran.isian_unit import IsianUnit
from asn_nilai.acuan.setoran.pesan.kelompok_temuan import TAKARAN_PESAN, kelompokkan_sebab
from asn_nilai.acuan.temuan import Temuan, temuan
from asn_nilai.alur.konteks import Konteks
from asn_nilai.periksa import periksa_target_layak
from asn_nilai.periksa.target_layak.baris_setahun import Dicapai, Tercapai
from asn_nilai.ruang_kerja import RuangKerja, RuangKerjaTidakSahError
from asn_nilai.terbit.data.sel_csv import RINCIAN_CSV, teks_asli


def temuan_target_layak(konteks: Konteks, isian: IsianUnit, tahun: Periode) -> Iterator[Temuan]:
    """Yield what is worth asking about a unit's targets of a year."""
    dicapai = _baca_dicapai(konteks.ruang)
    return periksa_target_layak(isian, konteks.skema, tahun, konteks.aturan, dicapai, konteks.ruang.kewajaran)


def pertanyaan_target(konteks: Konteks, isian: IsianUnit, tahun: Periode) -> Iterator[str]:
    """Yield the same in words, what has one cause in one sentence: for the template's guide and the letter of targets."""
    for kelompok in kelompokkan_sebab(temuan_target_layak(konteks, isian, tahun)):
        for sebab in kelompok.tampil(TAKARAN_PESAN):
            yield f"{sebab.kalimat(TAKARAN_PESAN)} (lembar {sebab.letak.lembar}, sel {sebab.letak.sel})"
        if sisa := kelompok.sisa(TAKARAN_PESAN):
            yield f"{kelompok.jenis.judul}: dan {sisa} lagi; selengkapnya di asn-nilai validasi."


def _baca_dicapai(ruang: RuangKerja) -> Dicapai:
    """Return what the ASN of the work folder reached in the months of this year and, where its folder is named, of last year."""
    lalu = _tahun_lalu(ruang)
    return Dicapai(_setahun(ruang), _setahun(lalu) if lalu else {})


def temuan_tahun_lalu(ruang: RuangKerja) -> Iterator[Temuan]:
    """Yield one finding where a work folder is named as last year's and is none."""
    if ruang.berkas.tahun_lalu and _tahun_lalu(ruang) is None:
        folder, tahun = ruang.berkas.tahun_lalu, ruang.tahun - 1
        yield temuan("tahun-lalu-tidak-terbaca", Letak(NAMA_PENGATURAN), folder=folder, tahun=str(tahun))


def _tahun_lalu(ruang: RuangKerja) -> RuangKerja | None:
    """Return last year's work folder; None where none is named, or it cannot be opened."""
    if not ruang.berkas.tahun_lalu:
        return None
    try:
        lalu = RuangKerja.buka(ruang.akar / ruang.berkas.tahun_lalu)
    except RuangKerjaTidakSahError:
        return None
    return lalu if lalu.tahun == ruang.tahun - 1 else None


def _setahun(ruang: RuangKerja) -> Mapping[tuple[str, str], tuple[Tercapai, ...]]:
    setahun = Periode.setahun(ruang.tahun).bulan
    # Most months of a year have no folder yet, and each unit asks.
    terhitung = ruang.nama_folder_hasil()
    semua = [(ruang.folder_hasil(b.periode) / RINCIAN_CSV, b) for b in setahun if b.kode in terhitung]
    return _gabung(tuple((f, b, f.stat().st_mtime_ns) for f, b in semua if f.is_file()))


@lru_cache(maxsize=4)
def _gabung(semua: tuple[tuple[Path, Bulan, int], ...]) -> Mapping[tuple[str, str], tuple[Tercapai, ...]]:
    """Return the months' rows by whose and what they are; a process lays them out once for all its units."""
    hasil: dict[tuple[str, str], list[Tercapai]] = {}
    for berkas, bulan, _ in semua:
        with suppress(OSError, UnicodeDecodeError, csv.Error):  # a question less, and nothing else
            for kunci, tercapai in _baris(berkas, bulan):
                hasil.setdefault(kunci, []).append(tercapai)
    return {kunci: tuple(deret) for kunci, deret in hasil.items()}


def _baris(berkas: Path, bulan: Bulan) -> Iterator[tuple[tuple[str, str], Tercapai]]:
    with berkas.open(encoding="utf-8", newline="") as sumber:
        kepala = next(csv.reader(sumber), [])
        if not set(_KOLOM) <= set(kepala):
            return
        nip, kode, target, realisasi, capaian = letak = [*map(kepala.index, _KOLOM)]
        banyak = 1 + max(letak)
        for isi in _sel(sumber, banyak) if banyak < len(kepala) else csv.reader(sumber):
            try:
                tercapai = Tercapai(bulan, float(isi[target]), float(isi[realisasi]), float(isi[capaian]))
                kunci = teks_asli(isi[nip]), teks_asli(isi[kode])
            except (IndexError, ValueError):
                continue  # blank, or changed by hand: verifikasi tells of that
            yield kunci, tercapai


def _sel(baris_csv: Iterator[str], banyak: int) -> Iterator[list[str]]:
    """Yield so many first cells of each row, and more: the places behind them, half of the text, are mostly not taken apart.

    Hardly a cell needs quotes; from the first that has them the csv module reads on.
    """
    for baris in baris_csv:
        if '"' in baris:
            yield from csv.reader(chain([baris], baris_csv))
            return
        yield baris.split(",", banyak)


_KOLOM = ("nip", "kode_indikator", "target", "realisasi", "capaian")
