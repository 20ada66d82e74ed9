"""Many work folders under one root: the cities of a province, each with its own settings, register and rule.

One city at a time is in memory, and a city that cannot be computed is said and stops no other. The recap over all of them
reads the records of their results, never an ASN.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from asn_nilai.acuan.hasil.ringkas import RingkasUnit, jumlahkan
from asn_nilai.acuan.hasil.ringkas_kota import KOLOM_KOTA, RingkasKota
from asn_nilai.acuan.kata.ketikan_periode import baca_periode
from asn_nilai.acuan.pengaturan import NAMA_PENGATURAN
from asn_nilai.acuan.periode import Periode, PeriodeTidakSahError
from asn_nilai.acuan.setoran.status import BELUM_SETOR
from asn_nilai.acuan.temuan import Tingkat
from asn_nilai.alur.konteks import PenggunaanError, siapkan
from asn_nilai.alur.perintah.hitung import hitung_kota
from asn_nilai.alur.perintah.semua import Kemajuan
from asn_nilai.alur.proses.proses_paralel import Paralel
from asn_nilai.alur.terbitan.unit_terbit import ringkas_dari_dict
from asn_nilai.ruang_kerja import RuangKerja, RuangKerjaTidakSahError
from asn_nilai.terbit.berkas import tulis_teks
from asn_nilai.terbit.data.csv_hasil import sel_csv, teks_csv
from asn_nilai.terbit.data.manifes import NAMA_MANIFES, Manifes, sha256_berkas

_TERDALAM = 4
"""Folders below the root in which a work folder may lie: negara/provinsi/kota/tahun."""
REKAP_AKAR = "rekap_akar.csv"


@dataclass(frozen=True, slots=True)
class KotaTerhitung:
    """What became of one work folder.

    Attributes:
        folder: the work folder, relative to the root.
        dihitung: how many units were computed, of `unit` in all.
        galat: number of findings of that severity; `peringatan` likewise.
        pesan: why it could not be computed or written, as sentences.
    """

    folder: str
    unit: int = 0
    dihitung: int = 0
    dinilai: int = 0
    jumlah_asn: int = 0
    galat: int = 0
    peringatan: int = 0
    pesan: tuple[str, ...] = ()


def cari_ruang_kerja(akar: Path) -> list[Path]:
    """Return the work folders under a root, by name; none lies within another.

    Raises:
        PenggunaanError: the root is no folder, or holds none.
    """
    if not akar.is_dir():
        raise PenggunaanError(f"Folder {akar} tidak ada. Periksa ketikannya.")
    semua = list(_di_bawah(akar, _TERDALAM))
    if not semua:
        raise PenggunaanError(
            f"Tidak ada ruang kerja ({NAMA_PENGATURAN}) di bawah {akar}. Taruh ruang kerja tiap daerah di dalamnya, satu folder satu."
        )
    return semua


def _di_bawah(folder: Path, dalam: int) -> Iterator[Path]:
    if (folder / NAMA_PENGATURAN).is_file():
        yield folder
        return
    if not dalam:
        return
    for sub in sorted(f for f in folder.iterdir() if f.is_dir() and not f.name.startswith(".")):
        yield from _di_bawah(sub, dalam - 1)


def hitung_akar(
    akar: Path, periode: str | None, kemajuan: Kemajuan, *, paralel: Paralel = None, paksa: bool = False
) -> Iterator[KotaTerhitung]:
    """Score a period of every work folder under a root, and yield each when it is settled.

    Args:
        akar: the root.
        periode: a period as somebody typed it; None for each folder's newest month.
        kemajuan: shows progress.
        paralel: how work is shared out.
        paksa: compute also what did not change.

    Raises:
        PenggunaanError: there is no work folder.
    """
    for folder in cari_ruang_kerja(akar):
        nama = folder.relative_to(akar).as_posix()
        try:
            konteks = siapkan(folder, periode)
            semua = list(konteks.skema.unit)
            with kemajuan(nama, len(semua)) as lapor:
                hasil = hitung_kota(konteks, semua, lapor, paralel=paralel, paksa=paksa)
        except PenggunaanError as galat:
            yield KotaTerhitung(nama, pesan=(str(galat),))
            continue
        jumlah = jumlahkan([unit.ringkas for unit in hasil.unit.values()], konteks.aturan.nhk.desimal.nilai)
        tingkat = [temuan["tingkat"] for temuan in hasil.temuan]
        yield KotaTerhitung(
            nama, len(hasil.unit), len(hasil.unit) - len(hasil.dibawa), jumlah.dinilai, jumlah.jumlah_asn,
            tingkat.count(Tingkat.GALAT), tingkat.count(Tingkat.PERINGATAN), tuple(hasil.pesan),
        )  # fmt: skip


def rekap_akar(akar: Path, periode: str) -> tuple[Periode, list[RingkasKota]]:
    """Return the line of every work folder under a root for one period, from the records of their results.

    Raises:
        PenggunaanError: there is no work folder, or no such period.
    """
    semua = cari_ruang_kerja(akar)
    try:
        dipilih = baca_periode(periode, _tahun(semua))
    except PeriodeTidakSahError as galat:
        raise PenggunaanError(str(galat)) from galat
    return dipilih, [_ringkas(akar, folder, dipilih) for folder in semua]


def _tahun(semua: Iterable[Path]) -> int:
    """Return the year of the first work folder that can be opened."""
    for folder in semua:
        try:
            return RuangKerja.buka(folder).tahun
        except RuangKerjaTidakSahError:
            continue
    raise PenggunaanError(
        "Tidak satu pun ruang kerja di bawah folder itu dapat dibuka; jalankan asn-nilai validasi di salah satunya."
    )


def _ringkas(akar: Path, folder: Path, periode: Periode) -> RingkasKota:
    nama = folder.relative_to(akar).as_posix()
    try:
        ruang = RuangKerja.buka(folder)
    except RuangKerjaTidakSahError as galat:
        return RingkasKota(nama, "", sebab=str(galat))
    manifes = Manifes.baca(ruang.folder_hasil(periode) / NAMA_MANIFES)
    if manifes is None:
        return RingkasKota(nama, ruang.instansi, sebab="belum dihitung")
    unit = [ringkas_dari_dict(catatan.ringkas) for catatan in manifes.unit.values()]
    dikenal = [milik for milik in unit if milik is not None]
    if len(dikenal) < len(unit):
        return RingkasKota(nama, ruang.instansi, sebab="ditulis versi lain program ini; hitung lagi")
    return RingkasKota(
        nama, ruang.instansi, manifes.aturan, jumlahkan(dikenal, 2),
        sum(bool(milik.kode) for milik in dikenal), sum(milik.status == BELUM_SETOR for milik in dikenal),
        _sebab(ruang, manifes, dikenal),
    )  # fmt: skip


def _sebab(ruang: RuangKerja, manifes: Manifes, unit: Sequence[RingkasUnit]) -> str:
    """Return why results may not be relied on, blank where they may."""
    masukan = dict(manifes.masukan)
    for catatan in manifes.unit.values():
        masukan |= catatan.masukan
    berubah = sum(sha256_berkas(ruang.akar / nama) != sha for nama, sha in masukan.items())
    sementara = any(milik.sementara for milik in unit)
    return "; ".join(
        filter(
            None,
            (
                f"{berubah} masukan berubah sejak dihitung" if berubah else "",
                "nilai sementara" if sementara else "",
            ),
        )
    )


def tulis_rekap_akar(akar: Path, periode: Periode, semua: Sequence[RingkasKota]) -> Path:
    """Write the lines as CSV under the root and return where.

    Raises:
        BerkasTerkunciError, TulisGagalError: the file cannot be written.
    """
    predikat = list(
        dict.fromkeys(
            p for kota in semua if kota.jumlah for p, banyak in kota.jumlah.predikat.items() if banyak
        )
    )
    berkas = akar / "rekap" / periode.nama_folder / REKAP_AKAR
    baris = [[*map(sel_csv, _sel(periode, kota)), *(_banyak(kota, p) for p in predikat)] for kota in semua]
    tulis_teks(berkas, teks_csv((*KOLOM_KOTA, *predikat), baris))
    return berkas


def _sel(periode: Periode, kota: RingkasKota) -> tuple[object, ...]:
    awal = (periode.kode, kota.folder, kota.instansi, kota.aturan)
    if kota.jumlah is None:
        return (*awal, *[""] * (len(KOLOM_KOTA) - len(awal) - 1), kota.sebab)
    j = kota.jumlah
    return (
        *awal, kota.unit, kota.belum_setor, j.jumlah_asn, j.dinilai, j.jumlah_asn - j.dinilai, j.rata_rata_nhk, j.galat, kota.sebab,
    )  # fmt: skip


def _banyak(kota: RingkasKota, predikat: str) -> str:
    return str(kota.jumlah.predikat.get(predikat, 0)) if kota.jumlah else ""
