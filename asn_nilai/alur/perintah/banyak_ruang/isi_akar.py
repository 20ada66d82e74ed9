"""Which work folders lie under a root, and which of them belong to the year that is asked for.

A root may keep several years of each city: a period is of one year, settled once for all of them.
"""

import errno
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from asn_nilai.acuan.kata.galat_sistem import kalimat_os
from asn_nilai.acuan.pengaturan import NAMA_PENGATURAN, Tempat
from asn_nilai.acuan.periode import Periode
from asn_nilai.alamat_ruang import sebab_alamat
from asn_nilai.alur.konteks import PenggunaanError
from asn_nilai.alur.siapkan import periode_diketik
from asn_nilai.ruang_kerja import RuangKerja, RuangKerjaTidakSahError

_TERDALAM = 4
"""Folders below the root in which a work folder may lie: negara/provinsi/kota/tahun."""
_TERDALAM_LAGI = 2
"""Folders below a work folder in which another one is looked for, at least: kota/tahun."""
_TANPA_RUANG = f"tanpa ruang kerja ({NAMA_PENGATURAN}) sampai tingkat ke-{_TERDALAM} di bawah akar"
FOLDER_REKAP = "rekap"
"""The folder under a root that the program writes itself; no city is looked for missing there."""
_MILIK_SISTEM = frozenset({"lost+found", "$recycle.bin", "system volume information"})
"""Folders at the top of a disk that nobody may look into, and in which nobody keeps a city."""
_MILIK_RUANG = frozenset({*dict(Tempat()).values(), "riwayat", "dokumen", "simulasi"})
"""What lies in a work folder itself; a locked version keeps settings of its own."""


@dataclass(frozen=True, slots=True)
class TempatKota:
    """A folder under a root that is to be worked on.

    Attributes:
        nama: the folder, relative to the root, `/` as separator; the root itself by its name.
        folder: the folder.
        ruang: the work folder that it is; None where it cannot be opened, and `sebab` says why, as a sentence.
    """

    nama: str
    folder: Path
    ruang: RuangKerja | None = None
    sebab: str = ""


@dataclass(frozen=True, slots=True)
class IsiAkar:
    """What lies under a root.

    Attributes:
        periode: the period that was typed; None where none was.
        kota: the work folders of its year, of the newest where none was typed, and whatever cannot be opened, by name.
        dilewati: why a folder is no part of it, by its name: a work folder of another year, within another or reached once more by a
            link, a folder that holds none.
    """

    periode: Periode | None
    kota: tuple[TempatKota, ...]
    dilewati: Mapping[str, str] = field(default_factory=dict)


class _Temu(NamedTuple):
    """A folder under a root: a work folder, one within another (`induk`), one that the system does not open, or one without any."""

    folder: Path
    ruang: bool = False
    galat: OSError | None = None
    induk: Path | None = None


def cari_ruang_kerja(akar: Path) -> list[Path]:
    """Return the work folders under a root, by name; none lies within another, and a folder that cannot be read has none.

    Raises:
        PenggunaanError: the root is no folder, or holds none.
    """
    return [temu.folder for temu in _cari(akar) if temu.ruang]


def baca_akar(akar: Path, periode: str | None) -> IsiAkar:
    """Open the settings of all work folders under a root.

    Args:
        akar: the root.
        periode: a period as somebody typed it; None for the newest year.

    Raises:
        PenggunaanError: there is no work folder that can be opened, none of the year, or no such period.
    """
    ditemukan = _cari(akar)
    semua = [_tempat(akar, temu) for temu in ditemukan if temu.ruang or temu.galat]
    tahun = {tempat.nama: tempat.ruang.tahun for tempat in semua if tempat.ruang}
    if not tahun:
        raise PenggunaanError(
            f"Tidak satu pun ruang kerja di bawah {akar} dapat dibuka. {semua[0].nama}: {semua[0].sebab}"
        )
    terbaru = max(tahun.values())
    dipilih = None if periode is None else periode_diketik(periode, terbaru)
    diminta = dipilih.bulan[0].tahun if dipilih else terbaru
    lain = {nama: milik for nama, milik in tahun.items() if milik != diminta}
    sisa = {
        _nama(akar, temu.folder): _dalam(akar, temu.induk) if temu.induk else _TANPA_RUANG
        for temu in ditemukan
        if not (temu.ruang or temu.galat)
    }
    if len(lain) == len(tahun):
        ada = ", ".join(str(milik) for milik in sorted(set(lain.values())))
        raise PenggunaanError(
            f"Tidak ada ruang kerja tahun {diminta} di bawah {akar}; yang ada: {ada}. Tulis --periode dari tahun itu."
        )
    dilewati = {nama: f"ruang kerja tahun {milik}" for nama, milik in lain.items()} | sisa
    setahun = [tempat for tempat in semua if tempat.nama not in lain]
    tautan = _tautan(akar, setahun)
    kota = _pisahkan_hasil(tempat for tempat in setahun if tempat.nama not in tautan)
    return IsiAkar(dipilih, tuple(kota), dilewati | tautan)


def sebab_gagal(galat: Exception, folder: Path) -> str:
    """Return why a work folder could not be worked on, as sentences: it stops no other, whatever it was.

    They stand in files for the leaders: what an error says that nobody expected, perhaps of a person, is not among them.
    """
    if isinstance(galat, OSError) and galat.errno:
        return kalimat_os(galat, str(folder))
    if isinstance(galat, PenggunaanError | RuangKerjaTidakSahError | OSError):
        return str(galat)
    return (
        f"Program berhenti di sini karena kesalahan yang tidak terduga ({type(galat).__name__}). Jalankan perintah ini untuk "
        "ruang kerja itu saja, tanpa --akar, lalu kirim pesannya kepada pengembang."
    )


def _nama(akar: Path, folder: Path) -> str:
    """Return how a folder is called; a root that is a work folder itself goes by its own name."""
    return folder.relative_to(akar).as_posix() if folder != akar else akar.resolve().name


def _dalam(akar: Path, induk: Path) -> str:
    """Return why a work folder within another is passed over."""
    return (
        f"ruang kerja di dalam ruang kerja {_nama(akar, induk)}; bila ia daerah tersendiri, pindahkan ke luar"
    )


def _tempat(akar: Path, temu: _Temu) -> TempatKota:
    nama, folder = _nama(akar, temu.folder), temu.folder
    try:
        if temu.galat is not None:
            raise temu.galat
        return TempatKota(nama, folder, RuangKerja.buka(folder))
    except (RuangKerjaTidakSahError, OSError) as sebab:
        return TempatKota(nama, folder, sebab=sebab_gagal(sebab, folder))


def _tautan(akar: Path, semua: Iterable[TempatKota]) -> dict[str, str]:
    """Return by name which folders are one that is there already, reached by a link: its people count once."""
    utuh = akar.resolve()
    nyata = [(tempat, tempat.folder.resolve()) for tempat in semua]
    pemilik: dict[Path, str] = {}
    for tempat, folder in sorted(nyata, key=lambda ini: utuh / ini[0].folder.relative_to(akar) != ini[1]):
        pemilik.setdefault(folder, tempat.nama)
    return {
        tempat.nama: f"tautan ke folder yang sama dengan {pemilik[folder]}"
        for tempat, folder in nyata
        if pemilik[folder] != tempat.nama
    }


def _pisahkan_hasil(semua: Iterable[TempatKota]) -> Iterator[TempatKota]:
    """Refuse a city whose settings lead to the results of one before it: each would write over the other's, again and again."""
    milik: dict[Path, str] = {}
    for tempat in semua:
        if tempat.ruang is None:
            yield tempat
            continue
        hasil = (tempat.ruang.akar / tempat.ruang.berkas.hasil).resolve()
        pemilik = milik.setdefault(hasil, tempat.nama)
        if pemilik == tempat.nama:
            yield tempat
            continue
        sebab = (
            f"Folder hasilnya ({hasil}) juga folder hasil {pemilik}, jadi yang satu menimpa yang lain. Beri ruang kerja ini folder sendiri "
            f"pada [berkas] di {NAMA_PENGATURAN}, lalu jalankan lagi."
        )
        yield TempatKota(tempat.nama, tempat.folder, sebab=sebab)


def _cari(akar: Path) -> list[_Temu]:
    """Return the work folders, the folders that cannot be looked into, and those that hold no work folder."""
    if akar.is_file():
        raise PenggunaanError(f"{akar} adalah berkas, bukan folder. Tulis folder yang memuat ruang kerjanya.")
    if not akar.is_dir():
        raise PenggunaanError(sebab_alamat(akar) or f"Folder {akar} tidak ada. Periksa ketikannya.")
    semua = list(_di_bawah(akar, _TERDALAM))
    if not any(temu.ruang for temu in semua):
        tertutup = "".join(f" {sebab_gagal(temu.galat, temu.folder)}" for temu in semua if temu.galat)
        raise PenggunaanError(
            f"Tidak ada ruang kerja ({NAMA_PENGATURAN}) di bawah {akar}. Taruh ruang kerja tiap daerah di dalamnya, satu folder "
            f"satu.{tertutup}"
        )
    return semua


def _di_bawah(folder: Path, dalam: int) -> Iterator[_Temu]:
    """Yield what lies under a folder by name; of folders without a work folder in them the topmost."""
    try:
        if galat_tautan := _putus(folder / NAMA_PENGATURAN):
            yield _Temu(folder, galat=galat_tautan)
            return
        if (folder / NAMA_PENGATURAN).is_file():
            yield _Temu(folder, ruang=True)
            yield from (
                _Temu(lain, induk=folder) for lain in _di_dalam_ruang(folder, max(dalam, _TERDALAM_LAGI))
            )
            return
        isi = folder.iterdir() if dalam else ()
        semua = sorted(f for f in isi if not (f.name.startswith(".") or _milik_sistem(f)))
        sub = [f for f in semua if f.is_dir() or _putus(f)]
    except OSError as galat:
        yield _Temu(folder, galat=galat)
        return
    for milik in sub:
        if galat_tautan := _putus(milik):
            yield _Temu(milik, galat=galat_tautan)
            continue
        isi_sub = [*_di_bawah(milik, dalam - 1)]
        if any(temu.ruang or temu.galat for temu in isi_sub):
            yield from isi_sub
        elif milik.name != FOLDER_REKAP:
            yield _Temu(milik)


def _di_dalam_ruang(folder: Path, dalam: int) -> Iterator[Path]:
    """Yield the work folders within a work folder, by name: no city of their own, and nobody's figures in silence."""
    try:
        semua = sorted(
            f for f in folder.iterdir() if not f.name.startswith(".") and f.name not in _MILIK_RUANG
        )
        for sub in semua if dalam else ():
            if (sub / NAMA_PENGATURAN).is_file():
                yield sub
            elif sub.is_dir() and not sub.is_symlink():
                yield from _di_dalam_ruang(sub, dalam - 1)
    except OSError:
        return  # who may not look has nothing to compare; the city itself is said


def _putus(tempat: Path) -> OSError | None:
    """Return that an entry is a link that leads nowhere now, to a city on a disk or a share that is away; None where it is not."""
    if not os.path.lexists(tempat) or tempat.exists():  # a junction of Windows as well
        return None
    return FileNotFoundError(errno.ENOENT, "", str(tempat))


def _milik_sistem(folder: Path) -> bool:
    return folder.name.casefold() in _MILIK_SISTEM
