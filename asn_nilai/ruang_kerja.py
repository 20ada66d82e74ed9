"""Where things lie in a work folder: settings, submissions and results.

The only place that knows the folder's layout (the contract's chapter 2). It looks and lists; it opens no
workbook.
"""

import os
import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from asn_nilai.acuan.batas import Batas, BatasTidakSahError
from asn_nilai.acuan.kewajaran import Kewajaran, KewajaranTidakSahError
from asn_nilai.acuan.pengaturan_rekap import PengaturanRekap, PengaturanRekapTidakSahError
from asn_nilai.acuan.periode import Bulan, Periode, PeriodeTidakSahError

AKHIRAN_BUKU = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods")
NAMA_PENGATURAN = "asn-nilai.toml"
AKHIRAN_BERTANDA = "_ditandai"
"""How the name of a marked copy ends, before its `.xlsx`."""
_NAMA_WINDOWS = {"con", "prn", "aux", "nul", *(f"{nama}{n}" for nama in ("com", "lpt") for n in range(1, 10))}
_PUBLIK, _KARTU = "publik", "kartu"
FOLDER_BUKAN_UNIT = (_PUBLIK, _KARTU)
"""Folders that lie beside the units' own: a unit of that name would have its results published with the rest."""
NAMA_TERPANJANG = 60
"""Characters of a unit's code; longer ones end in paths that Windows refuses."""
_FOLDER_BULAN = re.compile(r"\d{4}-\d{2}")


class RuangKerjaTidakSahError(ValueError):
    """A folder cannot be used as a work folder; the message, in Indonesian, says why and what to do."""


@dataclass(frozen=True)
class RuangKerja:
    """A work folder of one year.

    Attributes:
        akar: the folder, absolute.
        instansi: the name printed in titles.
        tahun: the year whose months the folder holds.
        aturan: code or path of the rule profile.
        tempat: where skema, target, capaian, bkn, hasil and templat lie, relative to `akar`.
        kewajaran: what `validasi` takes for implausible.
        batas: how large a submission may be.
        predikat_organisasi: the organisation's own predikat, blank where it is not told.
        rekap: which groups a recap takes for small.
    """

    akar: Path
    instansi: str
    tahun: int
    aturan: str
    tempat: dict[str, str] = field(default_factory=dict)
    kewajaran: Kewajaran = field(default_factory=Kewajaran)
    batas: Batas = field(default_factory=Batas)
    predikat_organisasi: str = ""
    rekap: PengaturanRekap = field(default_factory=PengaturanRekap)

    @classmethod
    def buka(cls, folder: Path) -> "RuangKerja":
        """Read the settings of a work folder.

        Raises:
            RuangKerjaTidakSahError: no folder, no settings, or settings that cannot be used.
        """
        berkas = folder / NAMA_PENGATURAN
        if not folder.is_dir():
            raise RuangKerjaTidakSahError(f"Folder {folder} tidak ada. Periksa ketikannya.")
        if not berkas.is_file():
            raise RuangKerjaTidakSahError(
                f"{folder.resolve()} bukan ruang kerja: {NAMA_PENGATURAN} tidak ada di dalamnya. Masuk ke ruang kerja dahulu "
                "(cd FOLDER), atau tulis foldernya sesudah perintah."
            )
        try:
            isi = tomllib.loads(berkas.read_text(encoding="utf-8-sig"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as galat:
            raise RuangKerjaTidakSahError(
                f"{berkas}: tidak dapat dibaca ({galat}). Perbaiki berkas itu."
            ) from galat
        return cls._dari_isi(folder.resolve(), isi)

    @classmethod
    def _dari_isi(cls, akar: Path, isi: dict[str, object]) -> "RuangKerja":
        tempat = {
            "skema": "skema.xlsx",
            "target": "target",
            "capaian": "capaian",
            "bkn": "bkn",
            "hasil": "hasil",
            "templat": "templat",
        }
        tahun, berkas = isi.get("tahun"), isi.get("berkas", {})
        if not isinstance(tahun, int) or not 1900 <= tahun <= 9999:
            raise RuangKerjaTidakSahError(
                f"{NAMA_PENGATURAN}: 'tahun' harus berupa angka tahun, misalnya tahun = 2026."
            )
        if not isinstance(berkas, dict) or not all(isinstance(nilai, str) for nilai in berkas.values()):
            raise RuangKerjaTidakSahError(f'{NAMA_PENGATURAN}: [berkas] harus berisi nama = "tempat".')
        asing = set(berkas) - set(tempat)
        if asing:
            raise RuangKerjaTidakSahError(
                f"{NAMA_PENGATURAN}: [berkas] {', '.join(sorted(asing))} tidak dikenal; yang dikenal: {', '.join(tempat)}."
            )
        tempat.update({str(kunci): str(nilai) for kunci, nilai in berkas.items()})
        try:
            kewajaran = Kewajaran.dari_isi(isi.get("kewajaran", {}))
            batas = Batas.dari_isi(isi.get("batas", {}))
            rekap = PengaturanRekap.dari_isi(isi.get("rekap", {}))
        except (KewajaranTidakSahError, BatasTidakSahError, PengaturanRekapTidakSahError) as galat:
            raise RuangKerjaTidakSahError(f"{NAMA_PENGATURAN}: {galat}") from galat
        aturan = str(isi.get("aturan", "permenpanrb-6-2022"))
        organisasi = isi.get("predikat_organisasi", "")
        if not isinstance(organisasi, str):
            raise RuangKerjaTidakSahError(f"{NAMA_PENGATURAN}: 'predikat_organisasi' harus berupa teks.")
        instansi = str(isi.get("instansi", ""))
        return cls(akar, instansi, tahun, aturan, tempat, kewajaran, batas, organisasi.strip(), rekap)

    def relatif(self, berkas: Path) -> str:
        """Return a file's name as findings show it: relative to the work folder, with `/`."""
        try:
            return berkas.resolve().relative_to(self.akar).as_posix()
        except ValueError:
            return berkas.as_posix()

    @property
    def skema(self) -> Path:
        """Return the place of the skema workbook."""
        return self.akar / self.tempat["skema"]

    @property
    def folder_target(self) -> Path:
        """Return the folder of the target workbooks."""
        return self.akar / self.tempat["target"]

    def folder_capaian(self, bulan: Bulan) -> Path:
        """Return the folder of a month's capaian workbooks."""
        return self.akar / self.tempat["capaian"] / bulan.kode

    def folder_hasil(self, periode: Periode) -> Path:
        """Return the folder that holds what the program writes for a period."""
        return self.akar / self.tempat["hasil"] / periode.nama_folder

    def folder_publik(self, periode: Periode) -> Path:
        """Return the folder of what may be published of a period: it alone, nothing beside it."""
        return self.folder_hasil(periode) / _PUBLIK

    def folder_kartu(self, periode: Periode) -> Path:
        """Return the folder of the cards that are for one ASN each."""
        return self.folder_hasil(periode) / _KARTU

    def folder_simulasi(self, periode: Periode, nama: str) -> Path:
        """Return the folder of a simulation: outside the results, so that nobody takes it for one."""
        return self.akar / "simulasi" / f"{periode.nama_folder}_{nama}"

    def folder_templat(self, periode: Periode) -> Path:
        """Return the folder of the templates for a month, or of the target templates for the year.

        They do not lie where submissions are expected: a template that nobody has filled in would count as one.
        """
        nama = self.tempat["target"] if len(periode.bulan) > 1 else periode.kode
        return self.akar / self.tempat["templat"] / Path(nama).name

    def berkas_target(self, kode_unit: str) -> list[Path]:
        """Return the target workbooks of a unit: one, none, or (wrongly) several with different endings."""
        return _buku_bernama(self.folder_target, kode_unit)

    def berkas_capaian(self, bulan: Bulan, kode_unit: str) -> list[Path]:
        """Return the capaian workbooks of a unit and month: one, none, or (wrongly) several."""
        return _buku_bernama(self.folder_capaian(bulan), kode_unit)

    def bulan_terbaru(self) -> Periode | None:
        """Return the newest month that has capaian files, None where there is none."""
        folder = self.akar / self.tempat["capaian"]
        if not folder.is_dir():
            return None
        for nama in sorted((f.name for f in folder.iterdir() if f.is_dir()), reverse=True):
            if _FOLDER_BULAN.fullmatch(nama) and buku_kerja(folder / nama):
                try:
                    return Periode.dari_teks(nama)
                except PeriodeTidakSahError:
                    continue
        return None


def tulis_folder(folder: Path) -> str:
    """Return a folder as it is typed in a command: in quotes where its name has blanks."""
    nama = str(folder)
    return f'"{nama}"' if " " in nama else nama


def buku_kerja(folder: Path) -> list[Path]:
    """Return the workbooks in a folder, by name; Office's lock files are no submissions."""
    return _buku(folder, _isi_folder(folder))


def dapat_menjadi_nama(kode: str) -> bool:
    """Tell whether a unit's code can name a file and a folder of its own on every system, Windows too."""
    terlarang = any(huruf in '<>:"/\\|?*' or huruf < " " for huruf in kode)
    milik_windows = kode.partition(".")[0].strip().casefold() in _NAMA_WINDOWS
    tepi = kode.startswith((".", "~$")) or kode.endswith((".", " "))
    milik_lain = kode.casefold() in FOLDER_BUKAN_UNIT
    return (
        bool(kode) and len(kode) <= NAMA_TERPANJANG and not (terlarang or milik_windows or tepi or milik_lain)
    )


def _buku_bernama(folder: Path, kode_unit: str) -> list[Path]:
    lipat = kode_unit.casefold()
    mirip = (nama for nama in _isi_folder(folder) if nama.casefold().startswith(lipat))
    return _buku(folder, (nama for nama in mirip if nama.rpartition(".")[0].casefold() == lipat))


def _isi_folder(folder: Path) -> list[str]:
    """Return the names in a folder; texts, for a city asks for one of them a thousand times."""
    try:
        return os.listdir(folder)  # noqa: PTH208 - names alone
    except (FileNotFoundError, NotADirectoryError):
        return []


def _buku(folder: Path, nama: Iterable[str]) -> list[Path]:
    """Return those of the names that a workbook may bear, and that a file does."""
    buku = (n for n in nama if n.casefold().endswith(AKHIRAN_BUKU) and not n.startswith(("~$", ".")))
    return sorted(folder / n for n in buku if (folder / n).is_file())
