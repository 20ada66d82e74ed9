"""What lies among the submissions and is no workbook in its place: month folders under another name or year, and other files.

Whoever put them there believes that they count.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from asn_nilai.acuan.isian.formulir.formulir import lipat_kode, lipat_label
from asn_nilai.acuan.isian.skema import Skema, Unit
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.periode import Bulan, Periode
from asn_nilai.acuan.pola_tunda import pola_tunda
from asn_nilai.acuan.temuan import Temuan, temuan
from asn_nilai.baca.tabel.waktu import bulan_disebut
from asn_nilai.ruang_kerja import AKHIRAN_BUKU, RuangKerja, milik_sistem

_KODE_BULAN = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")
_DI_DALAM_NAMA = pola_tunda(r"(?<!\d)(\d{4})[-_. ]?(\d{1,2})(?!\d)")
_BULAN_SETAHUN = 12
_CARA = {
    ".csv": "buka di Excel, simpan sebagai buku kerja .xlsx", ".zip": "keluarkan isinya dari arsip itu",
    ".rar": "keluarkan isinya dari arsip itu", ".7z": "keluarkan isinya dari arsip itu",
}  # fmt: skip
"""How such a file becomes a submission; of the others the workbook must be asked for."""
_MINTA = "minta buku kerjanya (.xlsx) kepada unit"


def temuan_folder(ruang: RuangKerja) -> Iterator[Temuan]:
    """Yield each folder of submissions whose name is that of a month, but not the way it is read, or of another year."""
    for folder in folder_di(ruang.akar / ruang.berkas.capaian):
        tahun, bulan = _bulan(folder.name, ruang.tahun)
        dibaca = tahun == ruang.tahun and _KODE_BULAN.fullmatch(folder.name)
        if bulan is None or dibaca or not (banyak := len(_berkas(folder))):
            continue
        letak = Letak(ruang.relatif(folder))
        if tahun != ruang.tahun:
            yield temuan(
                "folder-tahun-lain", letak, tahun_folder=str(tahun), tahun=str(ruang.tahun), banyak=banyak
            )
        else:
            seharusnya = ruang.folder_capaian(Bulan(tahun, bulan))
            cara = "pindahkan isinya ke" if seharusnya.is_dir() else "ubah namanya menjadi"
            yield temuan(
                "folder-salah-nama", letak, bulan=Bulan(tahun, bulan).label, banyak=banyak,
                cara=f"{cara} {ruang.relatif(seharusnya)}",
            )  # fmt: skip


def folder_di(tempat: Path) -> list[Path]:
    """Return the folders in a folder, by name."""
    return sorted(Path(ini.path) for ini, sasaran in _isi(tempat) if sasaran.is_dir())


def _isi(tempat: Path) -> list[tuple[os.DirEntry[str], os.DirEntry[str] | Path]]:
    """Return what lies in a folder, each with what tells whether it is a file: mostly itself, without asking the disk for each."""
    try:
        with os.scandir(tempat) as isi:
            # Where a link leads, and whether anywhere, only the disk knows.
            return [(ini, Path(ini.path) if ini.is_symlink() else ini) for ini in isi]
    except (FileNotFoundError, NotADirectoryError):
        return []


def _bulan(nama: str, tahun: int) -> tuple[int, int | None]:
    """Return the year and month that a folder's name says; no month where it says none."""
    disebut = bulan_disebut(nama.replace("_", "-").strip())
    if disebut is None and (cocok := _DI_DALAM_NAMA.search(nama)):
        disebut = int(cocok[1]), int(cocok[2])
    if disebut is None or not 1 <= disebut[1] <= _BULAN_SETAHUN:
        return tahun, None
    return disebut[0] or tahun, disebut[1]


def temuan_bukan_buku(ruang: RuangKerja, skema: Skema, periode: Periode) -> Iterator[Temuan]:
    """Yield each file that lies among the submissions of a period and is no workbook.

    It matters where its name is that of a unit that has no workbook there; beside one it may be a signed copy.
    """
    for folder, bulan in tempat_setoran(ruang, periode):
        for berkas in sorted(
            folder / nama for nama in _berkas(folder) if not nama.lower().endswith(AKHIRAN_BUKU)
        ):
            letak, jenis = Letak(ruang.relatif(berkas)), berkas.suffix.lower() or "tanpa akhiran"
            unit = _unit(berkas.stem, skema)
            if unit is not None and not ruang.berkas_setoran(bulan, *unit.semua_kode):
                cara, nama = _CARA.get(berkas.suffix.lower(), _MINTA), f"{unit.kode}.xlsx"
                yield temuan(
                    "berkas-bukan-buku",
                    letak,
                    unit=unit.kode,
                    jenis=jenis,
                    unit_kerja=unit.nama,
                    cara=cara,
                    nama_benar=nama,
                )
            else:
                yield temuan("berkas-lain", letak, jenis=jenis)


def tempat_setoran(ruang: RuangKerja, periode: Periode) -> Iterator[tuple[Path, Bulan | None]]:
    """Yield the folders that are read for a period; the month is None for that of the targets."""
    yield ruang.folder_target, None
    for bulan in periode.bulan:
        yield ruang.folder_capaian(bulan), bulan


def _unit(nama: str, skema: Skema) -> Unit | None:
    """Return the unit whose code or name a file's name holds, the longest; None where none or several."""
    kode, label = lipat_kode(nama), lipat_label(nama)
    ada = [
        u
        for u in skema.unit.values()
        if any(lipat_kode(milik) in kode for milik in u.semua_kode) or lipat_label(u.nama) in label
    ]
    terpanjang = [u for u in ada if len(u.kode) == max(len(lain.kode) for lain in ada)]
    return terpanjang[0] if len(terpanjang) == 1 else None


def _berkas(folder: Path) -> list[str]:
    """Return the names of the files that somebody put into a folder; what Office and the system leave there is nobody's."""
    nama = (ini.name for ini, sasaran in _isi(folder) if sasaran.is_file())
    return [ini for ini in nama if not ini.startswith(".") and not milik_sistem(ini)]
