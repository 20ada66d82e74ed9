"""A recap from results to files: workbook, page and data for the city, or for a choice of units, or for publication."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path

from asn_nilai.acuan.hasil.kata_keadaan import BELUM_LENGKAP, LEBIH_LAMA
from asn_nilai.acuan.rekap.bahan import BahanRekap, BarisTemuan
from asn_nilai.acuan.rekap.rekap import Rekap
from asn_nilai.acuan.temuan import Temuan
from asn_nilai.alur.kata_perintah import perintah_hitung
from asn_nilai.alur.konteks import Konteks, PenggunaanError
from asn_nilai.alur.proses.kunci_periode import kunci_periode
from asn_nilai.alur.riwayat.register import register_periode
from asn_nilai.alur.siapkan import pilih_unit
from asn_nilai.alur.terbitan.cari_usang import mulai_cari_usang
from asn_nilai.alur.terbitan.hasil_terbit import susun_bahan
from asn_nilai.alur.terbitan.hasil_utuh import periksa_pernah_dihitung
from asn_nilai.alur.terbitan.kunci_samaran import kunci_samaran
from asn_nilai.ruang_kerja import MANIFES_PUBLIK, MANIFES_REKAP, NAMA_TERPANJANG
from asn_nilai.terbit.berkas import bersihkan_sisa, tulis_masing, tulis_teks, tulis_utuh
from asn_nilai.terbit.data.csv_hasil import KOLOM_CSV
from asn_nilai.terbit.data.manifes import NAMA_MANIFES, Manifes, Sha, sha256_berkas, sidik_tertulis

_UNIT_DALAM_NAMA = 3
"""Units whose codes a file's name bears; a larger choice, or one of longer codes, is called `pilihan`."""


@dataclass(slots=True)
class HasilRekap:
    """What a run of `rekap` left.

    Attributes:
        folder: where the files are.
        berkas: their names, the one to open first in front.
        temuan: what of the period's findings the recap tells of; all galat are among them.
        pesan: what could not be written, as sentences.
        asing: names in the folder of a publication that are none of its files.
        riwayat: findings of the period's register; with any, nothing may be handed on.
        perlu: commands that must run before the recap is of all units, and of results as new as their inputs.
    """

    folder: Path
    rekap: Rekap
    temuan: tuple[BarisTemuan, ...]
    berkas: list[str] = field(default_factory=list)
    pesan: list[str] = field(default_factory=list)
    asing: list[str] = field(default_factory=list)
    riwayat: tuple[Temuan, ...] = ()
    perlu: tuple[str, ...] = ()


def rekap_kota(konteks: Konteks, kode: Sequence[str]) -> HasilRekap:
    """Write workbook and page of a recap; for the whole city also its data and the record of what they came from.

    Args:
        konteks: the run's common ground.
        kode: codes of the units it is about; none for all of them.

    Raises:
        PenggunaanError: a unit nobody knows, a period without usable results, or another run that holds it.
    """
    periksa_pernah_dihitung(konteks)
    dipilih = tuple(pilih_unit(konteks, kode))
    with (
        kunci_periode(konteks.ruang.folder_hasil(konteks.periode)) as folder,
        mulai_cari_usang(konteks) as dicari,
    ):
        from asn_nilai.hitung.rekap.rekap import susun_rekap  # noqa: PLC0415 - loaded while that is looked for
        from asn_nilai.terbit.buku.rekap import tulis_buku_rekap  # noqa: PLC0415
        from asn_nilai.terbit.data.csv_rekap import csv_rekap  # noqa: PLC0415
        from asn_nilai.terbit.halaman.rekap import halaman_rekap  # noqa: PLC0415

        bersihkan_sisa(folder)
        sha = cache(sha256_berkas)  # of files as they are now: another run may just have written them
        bahan = susun_bahan(konteks, dipilih, dicari, sha)
        riwayat = register_periode(konteks).baca().temuan
        perlu = tuple(_perlu_dihitung(konteks, bahan))
        hasil = HasilRekap(folder, susun_rekap(bahan), bahan.temuan, riwayat=riwayat, perlu=perlu)
        nama = nama_rekap(bahan)

        def buku() -> None:
            with tulis_utuh(folder / f"{nama}.xlsx") as sementara:
                tulis_buku_rekap(sementara, hasil.rekap)
            hasil.berkas.append(f"{nama}.xlsx")

        tugas: list[Callable[[], None]] = [
            partial(_tulis_teks, hasil, f"{nama}.html", halaman_rekap(hasil.rekap)),
            buku,
        ]
        if not bahan.terpilih:
            tugas += (partial(_tulis_teks, hasil, *berkas) for berkas in csv_rekap(hasil.rekap).items())
        hasil.pesan += tulis_masing(tugas)
        if not (bahan.terpilih or hasil.pesan):  # the record is of a recap that is whole
            hasil.pesan += tulis_masing([partial(_catat, folder / MANIFES_REKAP, konteks, bahan, hasil, sha)])
    return hasil


def terbitkan_samaran(konteks: Konteks) -> HasilRekap:
    """Write the set for publication, always about the whole city: a part of it beside the whole would give people away.

    Raises:
        PenggunaanError: no usable results, stale or partial ones, or another run that holds the period.
    """
    periksa_pernah_dihitung(konteks)
    with (
        kunci_periode(konteks.ruang.folder_hasil(konteks.periode)) as folder,
        mulai_cari_usang(konteks) as dicari,
    ):
        from asn_nilai.hitung.publik import susun_publik  # noqa: PLC0415 - loaded while that is looked for
        from asn_nilai.hitung.rekap.rekap import susun_rekap  # noqa: PLC0415
        from asn_nilai.terbit.publik import berkas_publik  # noqa: PLC0415

        bersihkan_sisa(folder)  # in the folder for the public it would be somebody's
        sha = cache(sha256_berkas)
        bahan = susun_bahan(konteks, tuple(konteks.skema.unit), dicari, sha)
        rekap = susun_rekap(bahan)
        _periksa_dapat_terbit(konteks, bahan)
        riwayat = register_periode(konteks).baca().temuan
        hasil = HasilRekap(konteks.ruang.folder_publik(konteks.periode), rekap, bahan.temuan, riwayat=riwayat)
        semua = berkas_publik(susun_publik(bahan, kunci_samaran(konteks.ruang.akar)))
        hasil.pesan += tulis_masing(partial(_tulis_teks, hasil, nama, teks) for nama, teks in semua.items())
        if not hasil.pesan:  # what else lies there, and the record, are of a publication that is whole
            hasil.asing = _kosongkan(hasil, folder / MANIFES_PUBLIK)
            hasil.pesan += tulis_masing(
                [partial(_catat, folder / MANIFES_PUBLIK, konteks, bahan, hasil, sha)]
            )
    return hasil


def _kosongkan(hasil: HasilRekap, catatan: Path) -> list[str]:
    """Take away what an earlier publication wrote and this one does not; return the names that are nobody's.

    Only what is still as it was written is ours to take away.
    """
    lama = Manifes.baca(catatan)
    tercatat = lama.keluaran if lama else {}
    asing = []
    for berkas in sorted(hasil.folder.iterdir()):
        if berkas.name in hasil.berkas:
            continue
        if berkas.is_file() and sha256_berkas(berkas) == tercatat.get(berkas.name):
            try:
                berkas.unlink()
            except OSError:
                asing.append(berkas.name)
        else:
            asing.append(berkas.name)
    return asing


def _periksa_dapat_terbit(konteks: Konteks, bahan: BahanRekap) -> None:
    """See that all results are of all units and as new as their inputs: corrected ones beside them would tell of few.

    Raises:
        PenggunaanError: some are not; the message says what to run, in an order that works.
    """
    if konteks.sementara:
        raise PenggunaanError(
            f"Hasil {konteks.periode.label} sementara, ada bulan yang kurang, jadi tidak diterbitkan. Bila bulan itu sudah "
            f"ada, jalankan dahulu: {perintah_hitung(konteks.ruang, konteks.periode)}"
        )
    if perlu := list(_perlu_dihitung(konteks, bahan)):
        sebab = {
            LEBIH_LAMA: any(hasil.usang for hasil in bahan.semua_hasil),
            BELUM_LENGKAP: any(hasil.tertahan for hasil in bahan.semua_hasil),
            "belum memuat semua unit": any({*bahan.unit} - {*hasil.ringkas} for hasil in bahan.semua_hasil),
        }
        kata = ", atau ".join(kata for kata, benar in sebab.items() if benar)
        raise PenggunaanError(f"Hasil yang {kata} tidak diterbitkan. Jalankan dahulu: {'; '.join(perlu)}")


def _perlu_dihitung(konteks: Konteks, bahan: BahanRekap) -> Iterator[str]:
    """Yield the command for each period whose results are stale, or not of all units, in an order that works."""
    for hasil in bahan.semua_hasil:
        if hasil.usang or hasil.tertahan or set(bahan.unit) - set(hasil.ringkas):
            yield perintah_hitung(konteks.ruang, hasil.periode)


def nama_rekap(bahan: BahanRekap) -> str:
    """Return the name of workbook and page without ending; a choice of units never replaces the city's recap."""
    if not bahan.terpilih:
        return "rekap"
    kode = "_".join(bahan.unit)
    muat = len(bahan.unit) <= _UNIT_DALAM_NAMA and len(kode) <= NAMA_TERPANJANG
    return f"rekap_{kode}" if muat else "rekap_pilihan"


def _tulis_teks(hasil: HasilRekap, nama: str, teks: str) -> None:
    tulis_teks(hasil.folder / nama, teks)
    hasil.berkas.append(nama)


def _catat(berkas: Path, konteks: Konteks, bahan: BahanRekap, hasil: HasilRekap, sha: Sha) -> None:
    """Write down what the recap came from as it was read, relative to the work folder, and what it is."""
    sumber = [
        konteks.ruang.folder_hasil(milik.periode) / nama
        for milik in bahan.semua_hasil
        for nama in (*KOLOM_CSV, NAMA_MANIFES)
    ]
    manifes = Manifes(
        konteks.periode.kode,
        konteks.aturan.profil.kode,
        konteks.aturan.sha256,
        {konteks.ruang.relatif(f): sha(f) for f in (konteks.ruang.skema, *sumber)},
        {nama: sidik_tertulis(hasil.folder / nama) for nama in sorted(hasil.berkas)},
    )
    tulis_teks(berkas, manifes.sebagai_teks())
