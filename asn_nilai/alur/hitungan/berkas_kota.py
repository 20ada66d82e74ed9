"""The files of a whole period: CSV, the page of all units and, last, the manifest; and the findings that no unit has alone."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from asn_nilai.acuan.hasil.hasil_unit import KOLOM_NILAI
from asn_nilai.acuan.hasil.nilai import BELUM_DINILAI, DINILAI
from asn_nilai.acuan.hasil.ringkas import jumlahkan
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.pengaturan import NAMA_PENGATURAN
from asn_nilai.acuan.setoran.perilaku_bkn import DARI_BKN
from asn_nilai.acuan.setoran.pesan.akar_temuan import dengan_menunggu
from asn_nilai.acuan.temuan import KUNCI_TEMUAN, Temuan, temuan
from asn_nilai.alur.hitungan.hasil_kota import HasilKota
from asn_nilai.alur.konteks import Konteks
from asn_nilai.alur.masukan.bulan_lalu import bulan_lain, bulan_terhapus, nhk_bulan
from asn_nilai.alur.organisasi import predikat_organisasi, predikat_organisasi_unit
from asn_nilai.alur.terbitan.hasil_lama import NAMA_INDEKS, HasilLama
from asn_nilai.alur.terbitan.titipan import Titipan
from asn_nilai.alur.terbitan.unit_terbit import BarisTersimpan, UnitTerbit
from asn_nilai.terbit.berkas import tulis_teks
from asn_nilai.terbit.data.csv_hasil import (
    KOLOM_CSV,
    NILAI_CSV,
    TEMUAN_CSV,
    baris_temuan,
    teks_baris,
    teks_csv,
    urai_baris,
)
from asn_nilai.terbit.data.csv_perubahan import KOLOM_PERUBAHAN, PERUBAHAN_CSV, baris_perubahan
from asn_nilai.terbit.data.manifes import NAMA_MANIFES, Manifes, sha256_berkas

_KODE_TEMUAN = KUNCI_TEMUAN.index("kode")
_NIP, _STATUS = (KOLOM_NILAI.index(nama) for nama in ("nip", "status"))


def tulis_kota(konteks: Konteks, hasil: HasilKota, lama: HasilLama, titipan: Titipan) -> Manifes:
    """Write the city's CSV files, the page of all units and, last, the manifest; nothing where all of it stands as it is.

    Returns:
        The manifest.

    Raises:
        BerkasTerkunciError, TulisGagalError: a file cannot be written; the manifest stays the old one.
    """
    ringkas = [milik.ringkas for milik in hasil.unit.values()]
    menunggu = jumlahkan(ringkas, konteks.aturan.nhk.desimal.nilai).menunggu
    umum = (
        *dengan_menunggu(konteks.temuan_umum, menunggu),
        *_distribusi(konteks, hasil),
        *_belum_berpola(konteks, hasil),
        *_lembar_ditinggalkan(konteks, hasil),
    )
    hasil.umum = baris_temuan(umum)
    perubahan = teks_csv(KOLOM_PERUBAHAN, baris_perubahan(hasil.perubahan))
    dibawa = [*hasil.dibawa, *hasil.usang]
    khusus = {TEMUAN_CSV: _potongan(hasil, TEMUAN_CSV), PERUBAHAN_CSV: [perubahan]}
    if lama.manifes and len(dibawa) == len(hasil.unit) and lama.kota_sama([*hasil.unit], khusus):
        return lama.manifes
    for kode in dibawa:  # the files in which their rows lie are about to be replaced
        titipan.titip(kode, dict(hasil.unit[kode].baris))
        hasil.unit[kode].baris = BarisTersimpan(partial(titipan.ambil, kode))
    isi: dict[str, Iterable[str]] = {
        TEMUAN_CSV: _potongan(hasil, TEMUAN_CSV),
        PERUBAHAN_CSV: [perubahan],
        **{nama: _potongan(hasil, nama) for nama in KOLOM_CSV if nama != TEMUAN_CSV},
        NAMA_INDEKS: [_indeks(konteks, hasil, umum)],
    }
    manifes = _manifes(konteks, hasil, lama)
    for nama, potongan in isi.items():
        tulis_teks(hasil.folder / nama, potongan)
        manifes.keluaran[nama] = sha256_berkas(hasil.folder / nama)
    tulis_teks(hasil.folder / NAMA_MANIFES, manifes.sebagai_teks())
    return manifes


def _potongan(hasil: HasilKota, nama: str) -> Iterator[str]:
    """Yield one of the city's files of rows, unit by unit."""
    yield teks_baris([[*KOLOM_CSV[nama]]])
    if nama == TEMUAN_CSV:
        yield teks_baris(hasil.umum)
    for unit in hasil.unit.values():
        yield unit.baris[nama]


def _manifes(konteks: Konteks, hasil: HasilKota, lama: HasilLama) -> Manifes:
    """Return the record of the period's inputs and units."""
    aturan = konteks.aturan
    manifes = Manifes(
        konteks.periode.kode,
        aturan.profil.kode,
        aturan.sha256,
        masukan=dict(lama.bersama),
        kode_kunci=konteks.kode_kunci,
        sementara=any(terbitan.ringkas.bulan_kurang for terbitan in hasil.unit.values()),
    )
    for kode, terbitan in hasil.unit.items():
        manifes.masukan.update(terbitan.catatan.masukan)
        manifes.unit[kode] = terbitan.catatan
        manifes.keluaran.update(terbitan.keluaran)
    return manifes


def _indeks(konteks: Konteks, hasil: HasilKota, umum: Sequence[Temuan]) -> str:
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


def _distribusi(konteks: Konteks, hasil: HasilKota) -> Iterator[Temuan]:
    """Compare the spread of predikat with the guides: over all units, and in each unit whose own predikat is told."""
    panduan, organisasi = konteks.aturan.distribusi, predikat_organisasi(konteks.ruang, konteks.aturan)
    unit_organisasi = predikat_organisasi_unit(konteks.ruang, konteks.skema, konteks.aturan)
    if panduan is None or not (panduan.umum or organisasi or unit_organisasi):
        return
    from asn_nilai.hitung import periksa_distribusi, periksa_distribusi_unit  # noqa: PLC0415 - likewise

    predikat: Counter[str] = Counter()
    for unit in hasil.unit.values():
        predikat.update(unit.ringkas.predikat)
    letak = Letak(NAMA_PENGATURAN)
    yield from periksa_distribusi(
        predikat,
        organisasi,
        konteks.aturan,
        unit_dihitung=f"{sum(map(bool, hasil.unit))} dari {len(konteks.skema.unit)}",
        letak=letak,
    )
    for kode, milik in unit_organisasi.items():
        if kode in hasil.unit:
            dinilai = hasil.unit[kode].ringkas.predikat
            yield from periksa_distribusi_unit(
                dinilai, konteks.skema.unit[kode], milik, konteks.aturan, letak
            )


def _belum_berpola(konteks: Konteks, hasil: HasilKota) -> Iterator[Temuan]:
    """Look at each unit with ASN who are not scored: were they the weak ones, when they last were?"""
    kurang = [
        u for u in hasil.unit.values() if u.ringkas.kode and 0 < u.ringkas.dinilai < u.ringkas.jumlah_asn
    ]
    bulan = bulan_lain(konteks) if kurang else ()
    if not bulan:
        if kurang and (terhapus := ", ".join(ini.label for ini in bulan_terhapus(konteks))):
            yield temuan("pola-tidak-terlihat", Letak(konteks.ruang.berkas.hasil), bulan=terhapus)
        return
    from asn_nilai.hitung.keadilan.belum_berpola import periksa_belum_berpola  # noqa: PLC0415 - likewise

    for unit in kurang:
        status = {baris[_NIP]: baris[_STATUS] for baris in urai_baris(unit.baris[NILAI_CSV])}
        belum, dinilai = (
            [n for n, ini in status.items() if ini == kata] for kata in (BELUM_DINILAI, DINILAI)
        )
        lalu = ((ini, nhk_bulan(konteks, ini)) for ini in bulan)
        siapa = (unit.ringkas.kode, unit.ringkas.nama)
        yield from periksa_belum_berpola(siapa, belum, dinilai, lalu, konteks.aturan.nhk.desimal.nilai)


def _lembar_ditinggalkan(konteks: Konteks, hasil: HasilKota) -> Iterator[Temuan]:
    """Name the units whose behaviour comes from e-Kinerja while others send a sheet: who leaves it out may choose the rating."""
    dari_bkn = [unit for unit in hasil.unit.values() if _menemukan(unit, DARI_BKN)]
    lain = sum(1 for unit in hasil.unit.values() if unit.ringkas.dinilai and unit not in dari_bkn)
    if dari_bkn and lain:
        nama = ", ".join(unit.ringkas.nama for unit in dari_bkn)
        letak = Letak(konteks.ruang.berkas.capaian)
        yield temuan(
            "perilaku-lembar-ditinggalkan", letak, banyak=str(len(dari_bkn)), lain=str(lain), unit_kerja=nama
        )


def _menemukan(unit: UnitTerbit, kode: str) -> bool:
    """Tell whether a unit has a finding of a kind."""
    teks = unit.baris[TEMUAN_CSV]
    return kode in teks and any(baris[_KODE_TEMUAN] == kode for baris in urai_baris(teks))
