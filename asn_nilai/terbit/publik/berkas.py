"""A publication as files: what is written to hasil/<PERIODE>/publik/, name by name."""

from collections.abc import Iterator, Sequence

from asn_nilai.acuan.rekap.publik import AngkaLayanan, BarisLayanan, LayananPublik, Publik
from asn_nilai.acuan.rumus.pita import sebut_label
from asn_nilai.terbit.data.csv_hasil import teks_csv
from asn_nilai.terbit.data.sel_csv import sel_csv
from asn_nilai.terbit.publik.halaman import halaman_publik
from asn_nilai.terbit.publik.kamus import BERKAS, KAMUS, KINERJA, KOLOM_KAMUS, LAYANAN, SEBARAN, baris_kamus

HALAMAN = "index.html"


def berkas_publik(publik: Publik) -> dict[str, str]:
    """Return the texts of the publication by file name; a file without rows keeps its header."""
    isi = {LAYANAN: _baris_layanan(publik), SEBARAN: _baris_sebaran(publik), KINERJA: _baris_kinerja(publik)}
    csv = {nama: _teks([kolom.nama for kolom in BERKAS[nama]], baris) for nama, baris in isi.items()}
    return {
        HALAMAN: halaman_publik(publik),
        **csv,
        KAMUS: _teks(KOLOM_KAMUS, baris_kamus(publik.k)),
    }


def _teks(kolom: Sequence[str], baris: Iterator[list[object]] | list[list[str]]) -> str:
    return teks_csv(kolom, ([sel_csv(nilai) for nilai in isi] for isi in baris))


def _baris_layanan(publik: Publik) -> Iterator[list[object]]:
    for layanan in publik.layanan:
        yield _satu_baris(publik, layanan, layanan.seluruh, "seluruh")
        for baris in layanan.unit:
            yield _satu_baris(publik, layanan, baris, "unit" if baris.kode_unit else "gabungan")


def _satu_baris(publik: Publik, layanan: LayananPublik, baris: BarisLayanan, jenis: str) -> list[object]:
    lalu: list[object] = ["", ""] if baris.lalu is None else [baris.lalu.target, baris.lalu.realisasi]
    return [
        publik.periode.kode,
        layanan.kode,
        layanan.nama,
        layanan.satuan,
        layanan.arah,
        layanan.ringkasan,
        jenis,
        baris.kode_unit,
        baris.sebutan,
        baris.jumlah_unit,
        baris.orang,
        baris.jumlah_bulan,
        baris.kini.target,
        baris.kini.realisasi,
        baris.kini.capaian,
        _tercapai(baris.kini),
        *lalu,
        baris.gerak,
        baris.kini.pembilang,
        baris.kini.penyebut,
    ]


def _tercapai(kini: AngkaLayanan) -> str:
    return "nihil" if kini.nihil else "ya" if kini.tercapai else "belum"


def _baris_sebaran(publik: Publik) -> Iterator[list[object]]:
    if publik.sebaran:
        kelas = [sebut_label(golongan) for golongan in publik.sebaran.kelas]
        for kelompok in publik.sebaran.kelompok:
            for predikat, jumlah in zip(kelas, kelompok.jumlah, strict=True):
                yield [publik.periode.kode, kelompok.sebutan, predikat, jumlah]


def _baris_kinerja(publik: Publik) -> Iterator[list[object]]:
    for unit in publik.kinerja:
        yield [publik.periode.kode, unit.samaran, unit.rata_rata]
