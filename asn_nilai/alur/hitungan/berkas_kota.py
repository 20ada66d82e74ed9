"""The files of a whole period: CSV, the page of all units and, last, the manifest."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from asn_nilai.acuan.hasil.ringkas import jumlahkan
from asn_nilai.acuan.setoran.pesan.akar_temuan import dengan_menunggu
from asn_nilai.acuan.setoran.status import BERKAS_DIBUKA
from asn_nilai.acuan.temuan import KUNCI_TEMUAN, Temuan
from asn_nilai.alur.hitungan.hasil_kota import HasilKota
from asn_nilai.alur.hitungan.temuan_antarunit import temuan_antarunit
from asn_nilai.alur.konteks import Konteks
from asn_nilai.alur.terbitan.hasil_lama import NAMA_INDEKS, HasilLama
from asn_nilai.alur.terbitan.titipan import Titipan
from asn_nilai.alur.terbitan.unit_terbit import BarisTersimpan, CatatanTersimpan
from asn_nilai.terbit.berkas import tulis_teks
from asn_nilai.terbit.data.csv_hasil import (
    KOLOM_CSV,
    TEMUAN_CSV,
    baca_csv,
    baris_temuan,
    isi_baris,
    teks_baris,
    teks_csv,
)
from asn_nilai.terbit.data.csv_perubahan import KOLOM_PERUBAHAN, PERUBAHAN_CSV, baris_perubahan
from asn_nilai.terbit.data.manifes import NAMA_MANIFES, CatatanUnit, Manifes, catat_temuan, sidik_tertulis

CATATAN = "catatan"
"""Under this name lies the record of a unit that was computed, beside its rows."""


def tulis_kota(hasil: HasilKota, lama: HasilLama, titipan: Titipan) -> Mapping[str, CatatanUnit]:
    """Write the city's CSV files, the page of all units and, last, the manifest; nothing where all of it stands as it is.

    Returns:
        The units' records in the manifest.

    Raises:
        TulisGagalError: a file cannot be written; the manifest stays the old one.
    """
    konteks, ringkas = lama.konteks, [milik.ringkas for milik in hasil.unit.values()]
    menunggu = jumlahkan(ringkas, konteks.aturan.desimal).menunggu
    umum = (
        *dengan_menunggu(konteks.temuan_umum, menunggu),
        *temuan_antarunit(konteks, [*hasil.unit.values()]),
    )
    hasil.umum = baris_temuan(umum)
    perubahan = teks_csv(KOLOM_PERUBAHAN, baris_perubahan(hasil.perubahan))
    dibawa = [*hasil.dibawa, *hasil.usang]
    khusus = {TEMUAN_CSV: _potongan(hasil, TEMUAN_CSV), PERUBAHAN_CSV: [perubahan]}
    tercatat = lama.manifes is not None and lama.manifes.asing == catat_temuan(konteks.asing)
    if lama.manifes and tercatat and len(dibawa) == len(hasil.unit) and lama.kota_sama([*hasil.unit], khusus):
        return lama.manifes.unit
    for kode in dibawa:  # the files in which their rows lie are about to be replaced
        titipan.titip(kode, dict(hasil.unit[kode].baris))
        hasil.unit[kode] = hasil.unit[kode]._replace(baris=BarisTersimpan(titipan, kode))
    isi: dict[str, Iterable[str]] = {
        TEMUAN_CSV: _potongan(hasil, TEMUAN_CSV),
        PERUBAHAN_CSV: [perubahan],
        **{nama: _potongan(hasil, nama) for nama in KOLOM_CSV if nama != TEMUAN_CSV},
        NAMA_INDEKS: _indeks(konteks, hasil, umum),
    }
    sidik: dict[str, str] = {}
    for nama in list(isi):
        tulis_teks(hasil.folder / nama, isi.pop(nama))
        sidik[nama] = sidik_tertulis(hasil.folder / nama)
    # The manifest names every file of every unit: it is made when the page's rows are gone.
    manifes = _manifes(hasil, lama, titipan)
    manifes.keluaran |= sidik
    tulis_teks(hasil.folder / NAMA_MANIFES, manifes.sebagai_teks())
    return manifes.unit


def _potongan(hasil: HasilKota, nama: str) -> Iterator[str]:
    """Yield one of the city's files of rows, unit by unit."""
    yield teks_baris([[*KOLOM_CSV[nama]]])
    if nama == TEMUAN_CSV:
        yield teks_baris(hasil.umum)
    for unit in hasil.unit.values():
        yield unit.baris[nama]


def _manifes(hasil: HasilKota, lama: HasilLama, titipan: Titipan) -> Manifes:
    """Return the record of the period's inputs and units."""
    konteks, aturan = lama.konteks, lama.konteks.aturan
    manifes = Manifes(
        konteks.periode.kode,
        aturan.profil.kode,
        aturan.sha256,
        masukan=dict(lama.bersama),
        unit=CatatanTersimpan([*hasil.unit], partial(_catatan, lama, titipan)),
        kode_kunci=konteks.kode_kunci,
        sementara=any(terbitan.ringkas.bulan_kurang for terbitan in hasil.unit.values()),
        catatan_register=hasil.catatan_register,
        asing=catat_temuan(konteks.asing),
    )
    for catatan in manifes.unit.values():
        manifes.masukan.update(catatan.masukan)
        manifes.keluaran.update(catatan.keluaran)
    return manifes


def _catatan(lama: HasilLama, titipan: Titipan, kode: str) -> CatatanUnit:
    """Return the record of a unit that was computed, or of one that was carried over."""
    baru: CatatanUnit | None = next(titipan.semua([kode], CATATAN), None)
    return baru or lama.catatan[kode]


def _indeks(konteks: Konteks, hasil: HasilKota, umum: Sequence[Temuan]) -> Iterator[str]:
    from asn_nilai.terbit.halaman.index import halaman_index  # noqa: PLC0415 - what computes or draws loads only where it must

    return halaman_index(
        [milik.ringkas for milik in hasil.unit.values()],
        konteks.periode,
        konteks.aturan,
        konteks.ruang.instansi,
        umum,
        perubahan=hasil.perubahan,
        nama=hasil.nama if hasil.perubahan else {},
        versi=konteks.versi,
    )


def buku_tertahan(folder: Path) -> list[str]:
    """Return what a computation's findings say of books that another program held, as sentences: it is no word on what they hold."""
    semua = baca_csv(folder / TEMUAN_CSV, KUNCI_TEMUAN, "kode").get(BERKAS_DIBUKA, [])
    return ["{berkas}: {pesan} {saran}".format_map(temuan) for temuan in isi_baris(KUNCI_TEMUAN, semua)]
