"""Where things lie in a work folder: settings, submissions and results.

The only place that knows the folder's layout (the contract's chapter 2). It looks and lists; it opens no
workbook.
"""

import os
import tomllib
from collections.abc import Callable, Container, Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from asn_nilai.acuan.isian.orang.nip import nip_untuk_nama
from asn_nilai.acuan.kata.galat_sistem import saran_os, sebab_os
from asn_nilai.acuan.kata.galat_toml import BukanTeksError, baca_teks, sebab_toml
from asn_nilai.acuan.kata.nama_windows import ditolak_windows
from asn_nilai.acuan.pengaturan import (
    NAMA_PENGATURAN,
    Batas,
    Kewajaran,
    PengaturanBkn,
    PengaturanBukti,
    PengaturanRekap,
    PengaturanSurat,
    PengaturanTemplat,
    PengaturanTenggat,
    PengaturanTidakSahError,
    PengaturanUnit,
    Tempat,
    baca_pengaturan,
)
from asn_nilai.acuan.periode import Bulan, Periode, PeriodeTidakSahError
from asn_nilai.acuan.pola_tunda import pola_tunda
from asn_nilai.acuan.temuan import Temuan
from asn_nilai.cari_ruang import sebab_bukan_ruang

AKHIRAN_BUKU = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods")
AKHIRAN_BERTANDA = "_ditandai"
"""How the name of a marked copy ends, before its `.xlsx`."""
HALAMAN_VALIDASI, HALAMAN_COCOKKAN = "validasi.html", "cocokkan.html"
MANIFES_REKAP, MANIFES_PUBLIK = "manifes_rekap.json", "manifes_publik.json"
"""In the folder of a period, beside its results: the pages of `validasi` and `cocokkan`, the records of a recap and of a publication."""
_PUBLIK, _KARTU, _PESAN = "publik", "kartu", "pesan"
FOLDER_BUKAN_UNIT = (_KARTU, _PESAN, _PUBLIK)
"""Folders that lie beside the units' own: a unit of that name would have its results published or sent with the rest."""
NAMA_TERPANJANG = 60
"""Characters of a unit's code; longer ones end in paths that Windows refuses."""
_MILIK_SISTEM = frozenset({"thumbs.db", "desktop.ini", ".ds_store"})
_FOLDER_BULAN = pola_tunda(r"\d{4}-\d{2}")


class RuangKerjaTidakSahError(ValueError):
    """A folder cannot be used as a work folder; the message, in Indonesian, says why and what to do."""


def _isi_folder(folder: Path) -> list[str]:
    """Return the names in a folder; texts, for a city asks for one of them a thousand times."""
    try:
        return os.listdir(folder)  # noqa: PTH208 - names alone
    except (FileNotFoundError, NotADirectoryError):
        return []


def menurut_nama(folder: Path) -> dict[str, list[str]]:
    """Return the names in a folder by what stands before their ending, folded; whoever asks of many units looks once."""
    menurut: dict[str, list[str]] = {}
    for nama in _isi_folder(folder):
        menurut.setdefault(nama.rpartition(".")[0].casefold(), []).append(nama)
    return menurut


LihatFolder = Callable[[Path], Mapping[str, list[str]]]
"""`menurut_nama`, or a `FolderDilihat`."""


class FolderDilihat(dict[Path, Mapping[str, list[str]]]):
    """What `menurut_nama` said of each folder when it was first asked: a run's one look, which its other processes take along."""

    def __missing__(self, folder: Path) -> Mapping[str, list[str]]:
        isi = self[folder] = menurut_nama(folder)
        return isi

    def __call__(self, folder: Path) -> Mapping[str, list[str]]:
        """Return the names in a folder as `menurut_nama` does; what comes later is not there for this run."""
        return self[folder]


class RuangKerja(NamedTuple):
    """A work folder of one year: its settings (`acuan.pengaturan.Pengaturan`) and where they lead.

    Attributes:
        akar: the folder, absolute.
        diketik: the folder as it was typed: so commands name it to whoever typed it.
        temuan: a finding for each setting that nobody knows.
    """

    akar: Path
    diketik: Path
    temuan: tuple[Temuan, ...]
    instansi: str
    tahun: int
    aturan: str
    predikat_organisasi: str
    berkas: Tempat
    batas: Batas
    rekap: PengaturanRekap
    kewajaran: Kewajaran
    bukti: PengaturanBukti
    bkn: PengaturanBkn
    surat: PengaturanSurat
    templat: PengaturanTemplat
    tenggat: PengaturanTenggat
    unit: Mapping[str, PengaturanUnit]

    @classmethod
    def buka(cls, folder: Path) -> "RuangKerja":
        """Read the settings of a work folder.

        Raises:
            RuangKerjaTidakSahError: no folder, no settings, or settings that cannot be used.
        """
        if sebab := sebab_bukan_ruang(folder):
            raise RuangKerjaTidakSahError(sebab)
        try:
            pengaturan, temuan = baca_pengaturan(_isi_toml(folder / NAMA_PENGATURAN))
        except PengaturanTidakSahError as galat:
            raise RuangKerjaTidakSahError(str(galat)) from galat
        if sebab := pengaturan.berkas.tabrakan:
            raise RuangKerjaTidakSahError(f"{NAMA_PENGATURAN}: {sebab}")
        return cls(folder.resolve(), folder, temuan, **dict(pengaturan))

    def relatif(self, berkas: Path) -> str:
        """Return a file's name as findings show it: relative to the work folder, with `/`."""
        try:
            terkenal = berkas.is_absolute() and not berkas.is_symlink()
            nyata = _nyata(berkas.parent) / berkas.name if terkenal else berkas.resolve()
            return nyata.relative_to(self.akar).as_posix()
        except ValueError:
            return berkas.as_posix()

    @property
    def skema(self) -> Path:
        """Return the place of the skema workbook."""
        return self.akar / self.berkas.skema

    @property
    def folder_target(self) -> Path:
        """Return the folder of the target workbooks."""
        return self.akar / self.berkas.target

    def folder_capaian(self, bulan: Bulan) -> Path:
        """Return the folder of a month's capaian workbooks."""
        return self.akar / self.berkas.capaian / bulan.kode

    def folder_bkn(self, periode: Periode) -> Path:
        """Return the folder of a period's exports of e-Kinerja BKN."""
        return self.akar / self.berkas.bkn / periode.nama_folder

    def folder_dokumen(self, periode: Periode) -> Path:
        """Return the folder of a period's letters and forms."""
        return self.akar / "dokumen" / periode.nama_folder

    def folder_hasil(self, periode: Periode) -> Path:
        """Return the folder that holds what the program writes for a period."""
        return self.akar / self.berkas.hasil / periode.nama_folder

    def nama_folder_hasil(self) -> set[str]:
        """Return the names of the periods, and of what else lies beside them, that the program has written for."""
        return set(_isi_folder(self.akar / self.berkas.hasil))

    @property
    def folder_riwayat(self) -> Path:
        """Return the folder of what is kept: the registers of changes and the locked versions."""
        return self.akar / "riwayat"

    def folder_publik(self, periode: Periode) -> Path:
        """Return the folder of what may be published of a period: it alone, nothing beside it."""
        return self.folder_hasil(periode) / _PUBLIK

    def folder_kartu(self, periode: Periode) -> Path:
        """Return the folder of the cards, each for one ASN alone."""
        return self.folder_hasil(periode) / _KARTU

    def berkas_kartu(self, periode: Periode, nip: str, ke: int = 1) -> Path:
        """Return the place of the card that is for one ASN alone; `ke` counts those whose NIP cannot tell them apart."""
        akhir = f"-{ke}" if ke > 1 else ""
        return self.folder_kartu(periode) / f"kartu-{nip_untuk_nama(nip)}{akhir}.html"

    def folder_simulasi(self, periode: Periode, nama: str) -> Path:
        """Return the folder of a simulation: outside the results, so that nobody takes it for one."""
        return self.akar / "simulasi" / f"{periode.nama_folder}_{nama}"

    def folder_pesan(self, periode: Periode) -> Path:
        """Return the folder of the texts for the units' chats."""
        return self.folder_hasil(periode) / _PESAN

    def folder_templat(self, periode: Periode) -> Path:
        """Return the folder of the templates for a month, or of the target templates for the year.

        They do not lie where submissions are expected: a template that nobody has filled in would count as one.
        """
        nama = self.berkas.target if len(periode.bulan) > 1 else periode.kode
        return self.akar / self.berkas.templat / Path(nama).name

    def folder_setoran(self, bulan: Bulan | None) -> Path:
        """Return the folder of a month's capaian workbooks, that of the target workbooks where it is None."""
        return self.folder_capaian(bulan) if bulan else self.folder_target

    def berkas_setoran(
        self, bulan: Bulan | None, *kode_unit: str, lihat: LihatFolder = menurut_nama
    ) -> list[Path]:
        """Return the workbooks of a unit, by all its codes, that lie in their place, `folder_setoran`: one, none, or (wrongly) several."""
        return _buku_bernama(self.folder_setoran(bulan), kode_unit, lihat)

    def berkas_target(self, *kode_unit: str, lihat: LihatFolder = menurut_nama) -> list[Path]:
        """Return the target workbooks of a unit by all its codes: one, none, or (wrongly) several."""
        return self.berkas_setoran(None, *kode_unit, lihat=lihat)

    def berkas_capaian(self, bulan: Bulan, *kode_unit: str, lihat: LihatFolder = menurut_nama) -> list[Path]:
        """Return the capaian workbooks of a unit and month by all its codes: one, none, or (wrongly) several."""
        return self.berkas_setoran(bulan, *kode_unit, lihat=lihat)

    def bulan_terbaru(self) -> Periode | None:
        """Return the newest month of the year that has capaian files, None where there is none; another year's are not read."""
        folder = self.akar / self.berkas.capaian
        if not folder.is_dir():
            return None
        for nama in sorted((f.name for f in folder.iterdir() if f.is_dir()), reverse=True):
            if _FOLDER_BULAN.fullmatch(nama) and nama[:4] == f"{self.tahun}" and buku_kerja(folder / nama):
                try:
                    return Periode.dari_teks(nama)
                except PeriodeTidakSahError:
                    continue
        return None


def _isi_toml(berkas: Path) -> dict[str, object]:
    try:
        teks = baca_teks(berkas.read_bytes())
        return tomllib.loads(teks)
    except tomllib.TOMLDecodeError as galat:
        sebab = f"tidak dapat dimengerti: {sebab_toml(teks, galat)}. Perbaiki baris itu, lalu jalankan lagi."
        raise RuangKerjaTidakSahError(f"{berkas}: {sebab}") from galat
    except BukanTeksError as galat:
        raise RuangKerjaTidakSahError(f"{berkas}: {galat}") from galat
    except PermissionError as galat:
        sebab = "tidak boleh dibaca. Tutup berkas itu di program lain, atau mintalah hak membacanya."
        raise RuangKerjaTidakSahError(f"{berkas}: {sebab}") from galat
    except OSError as galat:
        sebab = f"tidak dapat dibaca ({sebab_os(galat)}). {saran_os(galat, str(berkas))}"
        raise RuangKerjaTidakSahError(f"{berkas}: {sebab}") from galat


@lru_cache(maxsize=64)
def _nyata(folder: Path) -> Path:
    """Return a folder without links; a city's files lie in few, and each step of the way is a question to the disk."""
    return folder.resolve()


def buku_kerja(folder: Path, selain: Container[str] = ()) -> list[Path]:
    """Return the workbooks in a folder, by name; Office's lock files are no submissions.

    Args:
        folder: the folder.
        selain: what stands before the ending, folded, in the names of those that are left out.
    """
    return _buku(folder, (n for n in _isi_folder(folder) if n.rpartition(".")[0].casefold() not in selain))


def milik_sistem(nama: str) -> bool:
    """Tell whether a file is what Explorer, Finder or an office program leaves beside files that somebody looks at: nobody's work."""
    return nama.startswith(("~$", ".~lock.")) or nama.casefold() in _MILIK_SISTEM


def dapat_menjadi_nama(kode: str) -> bool:
    """Tell whether a unit's code can name a file and a folder of its own on every system, Windows too."""
    tepi = kode.startswith((".", "~$")) or kode.endswith((".", " "))
    milik_lain = kode.casefold() in FOLDER_BUKAN_UNIT
    return bool(kode) and len(kode) <= NAMA_TERPANJANG and not (ditolak_windows(kode) or tepi or milik_lain)


def _buku_bernama(folder: Path, kode_unit: Iterable[str], lihat: LihatFolder) -> list[Path]:
    menurut = lihat(folder)
    lipat = dict.fromkeys(kode.casefold() for kode in kode_unit)
    return _buku(folder, (nama for kode in lipat for nama in menurut.get(kode, ())))


def _buku(folder: Path, nama: Iterable[str]) -> list[Path]:
    """Return those of the names that a workbook may bear, and that a file does."""
    buku = (n for n in nama if n.casefold().endswith(AKHIRAN_BUKU) and not n.startswith(("~$", ".")))
    return sorted(letak for n in buku if (letak := folder / n).is_file())
