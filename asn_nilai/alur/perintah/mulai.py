"""Begin a year: a work folder with a skema to fill in, from whatever lists the office has; or the fictional city.

Everything is read and looked at before anything is written, so that whoever says no, or mistypes a file, has no half-made
folder. What is there already is never written over.
"""

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from difflib import get_close_matches
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path, PurePath
from typing import Protocol, TypeVar

from asn_nilai.acuan.isian.formulir.formulir import lipat_kode
from asn_nilai.acuan.isian.indikator.indikator import Indikator
from asn_nilai.acuan.isian.indikator.katalog import semua_katalog, sesuaikan
from asn_nilai.acuan.isian.register.daftar_kantor import susun_register
from asn_nilai.acuan.kata.nama_windows import ditolak_windows
from asn_nilai.acuan.pengaturan import ATURAN_BAWAAN, NAMA_PENGATURAN
from asn_nilai.acuan.profil.salinan_aturan import salinan_aturan
from asn_nilai.acuan.temuan import Temuan
from asn_nilai.alur.konteks import PenggunaanError
from asn_nilai.baca.daftar import (
    DaftarTidakTerbacaError,
    KolomDaftar,
    baca_daftar_indikator,
    baca_daftar_pegawai,
    baca_daftar_unit,
)
from asn_nilai.ruang_kerja import AKHIRAN_BUKU, dapat_menjadi_nama
from asn_nilai.terbit.berkas import TulisGagalError, tulis_utuh
from asn_nilai.terbit.templat.pengaturan_baru import pengaturan_baru
from asn_nilai.terbit.templat.skema import BahanSkema, buku_skema

SESUAI, SEMUA, KOSONG = "sesuai", "semua", "kosong"
"""Words for indicators: the catalogues that the units' names ask for, all of them, none."""
NAMA_SKEMA, NAMA_CATATAN, NAMA_ATURAN = "skema.xlsx", "catatan-mulai.txt", f"aturan/{ATURAN_BAWAAN}.toml"
_FOLDER = ("target", "capaian")
_TAHUN_AWAL, _TAHUN_AKHIR = 2000, 2099


@dataclass(frozen=True, slots=True)
class PermintaanMulai:
    """What is asked for; `indikator` are codes of catalogues, SESUAI, SEMUA, KOSONG or workbooks."""

    folder: Path
    tahun: int
    instansi: str
    pegawai: Path | None = None
    unit: Path | None = None
    indikator: Sequence[str] = (SESUAI,)


@dataclass(frozen=True, slots=True)
class RencanaMulai:
    """What would be written.

    Attributes:
        folder: the new work folder.
        bahan: the registers.
        kolom: the columns of the lists, those that are taken and the others.
        temuan: what could not be taken, each at its cell.
        bertmt: people whose post began in the year.
        bagi_semua: codes of a catalogue's indicators whose kinds of unit are not there, so that they are for all.
        senama: names that several units bear, each with their codes.
        sekode: codes under which several names stand, each with these.
    """

    folder: Path
    bahan: BahanSkema
    kolom: Sequence[KolomDaftar]
    temuan: Sequence[Temuan]
    bertmt: Sequence[str]
    bagi_semua: Sequence[str]
    senama: Sequence[tuple[str, tuple[str, ...]]] = ()
    sekode: Sequence[tuple[str, tuple[str, ...]]] = ()


def periksa_folder(folder: Path, berkas: Sequence[str] = (NAMA_SKEMA, NAMA_ATURAN, NAMA_CATATAN)) -> None:
    """See that a folder can become a work folder.

    Args:
        folder: the folder; it need not be there yet.
        berkas: what would be written, beside the settings.

    Raises:
        PenggunaanError: it is one already, lies in one, is a file, or holds a file of the same name.
    """
    if os.name == "nt":
        periksa_nama_windows(folder)
    tujuan = folder.resolve()
    if (tujuan / NAMA_PENGATURAN).exists():
        raise PenggunaanError(
            f"{tujuan} sudah menjadi ruang kerja; tidak ada yang diubah. Keadaannya dan langkah berikutnya: asn-nilai, di dalam "
            "folder itu. Untuk tahun lain, tulis folder lain."
        )
    if tujuan.exists() and not tujuan.is_dir():
        raise PenggunaanError(
            f"{tujuan} adalah berkas, bukan folder. Tulis nama folder baru untuk ruang kerja."
        )
    if luar := next((induk for induk in tujuan.parents if (induk / NAMA_PENGATURAN).is_file()), None):
        raise PenggunaanError(
            f"{tujuan} terletak di dalam ruang kerja {luar}. Tulis folder di luarnya, misalnya {luar.parent / tujuan.name}."
        )
    if ada := next((nama for nama in berkas if (tujuan / nama).exists()), None):
        raise PenggunaanError(
            f"{tujuan / ada} sudah ada dan tidak akan ditimpa; tidak ada yang diubah. Pindahkan berkas itu, atau tulis folder lain."
        )


def periksa_nama_windows(folder: PurePath) -> None:
    """See that Windows takes the names of a path: it opens a device in the place of some, or waits for it.

    Raises:
        PenggunaanError: it does not.
    """
    if buruk := next(
        (nama for nama in folder.parts if nama != folder.anchor and ditolak_windows(nama)), None
    ):
        raise PenggunaanError(
            f"Folder '{buruk}' tidak dapat dibuat: di Windows nama folder tidak boleh memuat < > : \" | ? * dan tidak boleh nama alat "
            "seperti CON, AUX, NUL, atau COM1. Tulis nama lain."
        )


def rencanakan(permintaan: PermintaanMulai) -> RencanaMulai:
    """Read the lists and lay out what would be written; nothing is written yet.

    Raises:
        PenggunaanError: the folder, the year or a list cannot be used.
    """
    periksa_folder(permintaan.folder)
    if not _TAHUN_AWAL <= permintaan.tahun <= _TAHUN_AKHIR:
        raise PenggunaanError(
            f"Tahun {permintaan.tahun} tidak dapat dipakai. Tulis tahun penilaian, misalnya --tahun 2026."
        )
    instansi = " ".join(permintaan.instansi.split())
    if not instansi:
        raise PenggunaanError(
            'Nama instansi kosong. Tulis seperti akan tercetak, misalnya --instansi "Pemerintah Kota …".'
        )
    bacaan = _Bacaan()
    try:
        unit = bacaan.ambil(baca_daftar_unit(permintaan.unit)).unit if permintaan.unit else ()
        pegawai = (
            bacaan.ambil(baca_daftar_pegawai(permintaan.pegawai, permintaan.tahun)) if permintaan.pegawai else None
        )  # fmt: skip
        register = susun_register(unit, pegawai.orang if pegawai else (), dapat_menjadi_nama)
        sendiri, katalog = _pilih_indikator(permintaan.indikator, [u.nama for u in register.unit], bacaan)
    except DaftarTidakTerbacaError as galat:
        raise PenggunaanError(str(galat)) from galat
    jenis = [milik.jenis for milik in register.unit]
    disesuaikan = [sesuaikan(indikator, jenis) for indikator in katalog]
    bahan = BahanSkema(
        instansi, permintaan.tahun, register.unit, register.pegawai, [*sendiri, *disesuaikan],
        frozenset(indikator.kode for indikator in katalog),
    )  # fmt: skip
    bagi_semua = tuple(
        baru.kode
        for lama, baru in zip(katalog, disesuaikan, strict=True)
        if lama.berlaku_untuk and not baru.berlaku_untuk
    )
    bertmt = pegawai.bertmt if pegawai else ()
    folder = permintaan.folder.resolve()
    return RencanaMulai(
        folder, bahan, bacaan.kolom, bacaan.temuan, bertmt, bagi_semua, register.senama, register.sekode
    )


class _Daftar(Protocol):
    """What every list that was read says of itself."""

    @property
    def kolom(self) -> tuple[KolomDaftar, ...]: ...
    @property
    def temuan(self) -> tuple[Temuan, ...]: ...


D = TypeVar("D", bound=_Daftar)


@dataclass(slots=True)
class _Bacaan:
    """Collects what was taken from the lists, and what could not be."""

    kolom: list[KolomDaftar] = field(default_factory=list)
    temuan: list[Temuan] = field(default_factory=list)

    def ambil(self, daftar: D) -> D:
        self.kolom += daftar.kolom
        self.temuan += daftar.temuan
        return daftar


def _pilih_indikator(
    pilihan: Sequence[str], nama_unit: Sequence[str], bacaan: _Bacaan
) -> tuple[list[Indikator], list[Indikator]]:
    """Return the indicators of own workbooks and those of catalogues; an own code wins over a catalogue's."""
    semua = semua_katalog()
    dipilih: list[str] = []
    sendiri: list[Indikator] = []
    for kata in pilihan:
        if kata == SESUAI:
            dipilih += (kode for kode, katalog in semua.items() if katalog.cocok(nama_unit))
        elif kata == SEMUA:
            dipilih += semua
        elif kata in semua:
            dipilih.append(kata)
        elif Path(kata).is_file() or Path(kata).suffix.casefold() in AKHIRAN_BUKU:
            sendiri += bacaan.ambil(baca_daftar_indikator(Path(kata))).indikator
        elif kata != KOSONG:
            dekat = get_close_matches(kata.casefold(), [*semua, SESUAI, SEMUA, KOSONG], 1)
            maksud = f" Mungkin maksudnya {dekat[0]}." if dekat else ""
            raise PenggunaanError(
                f"Katalog indikator '{kata}' tidak ada.{maksud} Yang ada: {', '.join(semua)}; {SESUAI} (menurut nama unit), {SEMUA}, "
                f"{KOSONG}; atau tulis sebuah buku kerja."
            )
    kode_sendiri = {lipat_kode(indikator.kode) for indikator in sendiri}
    katalog = [
        indikator
        for kode in dict.fromkeys(dipilih)
        for indikator in semua[kode].indikator
        if lipat_kode(indikator.kode) not in kode_sendiri
    ]
    return sendiri, katalog


def tulis_ruang_kerja(rencana: RencanaMulai) -> list[str]:
    """Write the new work folder; return the files and folders written, relative to it.

    The settings come last: until they are there the folder is no work folder.

    Raises:
        PenggunaanError: a file has come in between, or cannot be written.
    """
    periksa_folder(rencana.folder)
    bahan = rencana.bahan
    naskah = {
        NAMA_ATURAN: salinan_aturan(ATURAN_BAWAAN, NAMA_ATURAN).encode(),
        NAMA_SKEMA: buku_skema(bahan),
        **({NAMA_CATATAN: _catatan(rencana).encode()} if rencana.temuan else {}),
        NAMA_PENGATURAN: pengaturan_baru(bahan.instansi, bahan.tahun, NAMA_ATURAN).encode(),
    }
    return _tulis(rencana.folder, naskah)


def tulis_contoh(folder: Path) -> list[str]:
    """Write the fictional city: its submissions alone, no results, no register of changes and no key.

    Raises:
        PenggunaanError: the folder cannot become a work folder, or a file cannot be written.
    """
    naskah = dict(_isi_contoh())
    periksa_folder(folder, list(naskah))
    return _tulis(folder.resolve(), naskah)


def _isi_contoh() -> Iterator[tuple[str, bytes]]:
    """Yield the files of the example; the settings last. In a checkout it lies beside the package."""
    paket = files("asn_nilai")
    dalam_paket = paket.joinpath("contoh")
    akar = dalam_paket if dalam_paket.is_dir() else Path(str(paket)).parent / "examples" / "bukittinggi"
    for nama in (NAMA_SKEMA, *_FOLDER, NAMA_PENGATURAN):
        yield from _berkas(akar.joinpath(nama), nama)


def _berkas(tempat: Traversable, nama: str) -> Iterator[tuple[str, bytes]]:
    if tempat.is_file():
        if not nama.rpartition("/")[2].startswith((".", "~$")):
            yield nama, tempat.read_bytes()
        return
    for isi in sorted(tempat.iterdir(), key=lambda bagian: bagian.name):
        yield from _berkas(isi, f"{nama}/{isi.name}")


def _tulis(folder: Path, naskah: Mapping[str, bytes]) -> list[str]:
    """Write the files, the last one last; none of them gets its name before all are on the disk, so that mulai can be run again."""
    try:
        for nama in _FOLDER:
            (folder / nama).mkdir(parents=True, exist_ok=True)
        with ExitStack() as semua:  # what is entered last gets its name first
            for nama, isi in reversed([*naskah.items()]):
                semua.enter_context(tulis_utuh(folder / nama)).write_bytes(isi)
    except TulisGagalError as galat:
        raise PenggunaanError(str(galat)) from galat
    return [*naskah, *(f"{nama}/" for nama in _FOLDER if not any(n.startswith(f"{nama}/") for n in naskah))]


def _catatan(rencana: RencanaMulai) -> str:
    """Return what could not be taken from the lists, row by row."""
    baris = (f"{temuan.letak}: {temuan.pesan}\n  {temuan.saran}\n" for temuan in rencana.temuan)
    return "Yang tidak dapat diambil dari daftar, baris demi baris (asn-nilai mulai)\n\n" + "".join(baris)
