"""Locked versions on disk: riwayat/<PERIODE>/v1/ holds the inputs as they were, the outputs, and a manifest.

`masukan/` is a work folder of its own: whoever doubts a signed score can compute it again from there, years later.
"""

import json
import shutil
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict
from pathlib import Path

from asn_nilai.acuan.kata.galat_sistem import saran_os, sebab_os
from asn_nilai.acuan.periode import Periode, PeriodeTidakSahError
from asn_nilai.acuan.pola_tunda import pola_tunda
from asn_nilai.acuan.riwayat.kata_perubahan import asli_register
from asn_nilai.acuan.riwayat.versi import VersiTerkunci
from asn_nilai.alur.kata_perintah import perintah_hitung, perintah_koreksi
from asn_nilai.alur.konteks import Konteks, PenggunaanError, catatan_hasil
from asn_nilai.alur.riwayat.tempat import baca_tersimpan, isi_riwayat
from asn_nilai.ruang_kerja import RuangKerja
from asn_nilai.terbit.berkas import TulisGagalError, tulis_teks
from asn_nilai.terbit.data.manifes import NAMA_MANIFES, Manifes, sha256_berkas

MASUKAN, HASIL = "masukan", "hasil"
_FOLDER_VERSI = pola_tunda(r"v([1-9]\d*)")
_FOLDER_BARU = ".versi-baru"
_SEDANG_DIKUNCI = ".sedang-dikunci"
"""Holds the code that a run prints on every face before the version is there: one that is ended half-way is no lock that was lost."""
_TUNGGU_NAMA = (0.2, 0.5, 1.0, 2.0)
"""Seconds between attempts."""


def folder_versi(ruang: RuangKerja, periode: Periode, versi: str) -> Path:
    """Return the folder of a locked version."""
    return ruang.folder_riwayat / periode.nama_folder / f"v{versi}"


def baca_versi(ruang: RuangKerja, periode: Periode) -> list[VersiTerkunci]:
    """Return a period's locked versions, the first one first."""
    return [versi for _, versi in _versi_dalam(isi_riwayat(ruang, periode.nama_folder))]


def versi_terakhir(ruang: RuangKerja, periode: Periode) -> VersiTerkunci | None:
    """Return a period's newest locked version, None where it was never locked."""
    semua = baca_versi(ruang, periode)
    return semua[-1] if semua else None


def cara_menyegarkan(ruang: RuangKerja, periode: Periode, *, program_lain: bool = False) -> str:
    """Return how results come to be what today's inputs give: computed anew, or, where they are locked, corrected.

    Where another program wrote them (`program_lain`) nothing need have changed: computing writes what is locked again, or refuses.
    """
    versi = versi_terakhir(ruang, periode)
    if versi is None or program_lain:
        return f"Menyegarkannya: {perintah_hitung(ruang, periode)}"
    return (
        f"{periode.label} terkunci ({versi.tulisan}), jadi yang berlaku tetap yang tercatat itu. Bila perubahannya benar: "
        f"{perintah_koreksi(ruang, periode)}"
    )


def versi_hasil(konteks: Konteks) -> VersiTerkunci | None:
    """Return the locked version that a period's results on disk are; None before a lock, or where they are another."""
    manifes = catatan_hasil(konteks.ruang, konteks.periode)
    return versi_manifes(baca_versi(konteks.ruang, konteks.periode), manifes)


def versi_manifes(semua: Sequence[VersiTerkunci], manifes: Manifes | None) -> VersiTerkunci | None:
    """Return which of a period's versions, the first one first, results are by their manifest; None for none of them."""
    kode = manifes.kode_kunci if manifes else ""
    # The last: a correction taken back has the code of an earlier version.
    return next((versi for versi in reversed(semua) if kode and versi.kode == kode), None)


def nomor_terakhir(semua: Iterable[VersiTerkunci]) -> int:
    """Return the number of the newest of these versions, 0 without any."""
    return max((int(versi.versi) for versi in semua), default=0)


def nomor_tersimpan(ruang: RuangKerja, periode: Periode) -> int:
    """Return the number of the newest version that has a manifest, readable or not; 0 where there is none."""
    semua = (f for f in isi_riwayat(ruang, periode.nama_folder) if (f / NAMA_MANIFES).exists())
    return max((int(cocok[1]) for f in semua if (cocok := _FOLDER_VERSI.fullmatch(f.name))), default=0)


def periode_tercatat(ruang: RuangKerja) -> list[Periode]:
    """Return the periods that have a register or a folder beside it, in the order of their names."""
    semua = {isi.name.removesuffix(".jsonl") for isi in isi_riwayat(ruang)}
    hasil = []
    for nama in sorted(semua):
        with suppress(PeriodeTidakSahError):
            hasil.append(Periode.dari_folder(nama))
    return hasil


def terkunci_di_dalam(ruang: RuangKerja, periode: Periode) -> list[Periode]:
    """Return the locked periods within a longer one, in the order in which they are computed."""
    bulan = {*periode.bulan}
    dalam = [ini for ini in periode_tercatat(ruang) if bulan > {*ini.bulan} and baca_versi(ruang, ini)]
    return sorted(dalam, key=lambda ini: ini.urutan)


def semua_versi(ruang: RuangKerja) -> Iterator[tuple[Path, VersiTerkunci | None]]:
    """Yield every locked version of the work folder with its place; None where its manifest cannot be read."""
    for periode in isi_riwayat(ruang):
        milik = periode.is_dir() and not folder_salinan(ruang, periode)
        for folder in isi_riwayat(ruang, periode.name) if milik else ():
            if _FOLDER_VERSI.fullmatch(folder.name):
                yield folder, baca_folder_versi(folder)


def folder_salinan(ruang: RuangKerja, folder: Path) -> bool:
    """Tell whether a folder of what is kept is a second copy, by its name, of a register's that is there: nothing in it is in force."""
    asli = asli_register(folder.name)
    return bool(asli) and (ruang.folder_riwayat / asli).is_dir()


def _versi_dalam(folder: Iterable[Path]) -> list[tuple[int, VersiTerkunci]]:
    semua = []
    for isi in folder:
        cocok = _FOLDER_VERSI.fullmatch(isi.name)
        if cocok and (versi := baca_folder_versi(isi)):
            semua.append((int(cocok[1]), versi))
    return sorted(semua, key=lambda ini: ini[0])


def baca_folder_versi(folder: Path) -> VersiTerkunci | None:
    """Return the locked version that lies in a folder, None where its manifest is not there or none of ours.

    Raises:
        PenggunaanError: the manifest is there and must not be read.
    """
    try:
        versi = VersiTerkunci.dari_json(baca_tersimpan(folder / NAMA_MANIFES) or b"")
    except PenggunaanError:  # a lock that cannot be read is a lock
        raise
    except ValueError:
        return None
    return versi if folder.name == f"v{versi.versi}" else None


def sedang_dikunci(ruang: RuangKerja, periode: Periode) -> str:
    """Return the code under which a run began to lock a period and did not say that it ended; blank without one."""
    isi = baca_tersimpan(ruang.folder_riwayat / periode.nama_folder / _SEDANG_DIKUNCI)
    return (isi or b"").decode(errors="replace").strip()


@contextmanager
def tandai_dikunci(ruang: RuangKerja, periode: Periode, kode: str) -> Iterator[None]:
    """Say that a period is being locked under a code, until the block has run to its end; what stops half-way has printed it.

    Raises:
        TulisGagalError: it cannot be written.
    """
    berkas = ruang.folder_riwayat / periode.nama_folder / _SEDANG_DIKUNCI
    tulis_teks(berkas, kode + "\n")
    yield
    with suppress(OSError):
        berkas.unlink()


def lepas_tanda(ruang: RuangKerja, periode: Periode) -> None:
    """Take away what says that a period is being locked, where the version of that code is there: its run was ended after that."""
    if sedang_dikunci(ruang, periode) in {versi.kode for versi in baca_versi(ruang, periode)}:
        with suppress(OSError):
            (ruang.folder_riwayat / periode.nama_folder / _SEDANG_DIKUNCI).unlink()


def simpan_versi(ruang: RuangKerja, periode: Periode, versi: VersiTerkunci) -> None:
    """Copy the inputs and outputs that a version names into its folder, which appears whole or not at all.

    Raises:
        TulisGagalError: something cannot be copied.
    """
    tujuan = folder_versi(ruang, periode, versi.versi)
    sementara = tujuan.with_name(_FOLDER_BARU)
    try:
        shutil.rmtree(sementara, ignore_errors=True)
        for nama, sha in versi.masukan.items():
            _salin(ruang.akar / nama, sementara / MASUKAN / nama, sha)
        for nama, sha in versi.keluaran.items():
            _salin(ruang.folder_hasil(periode) / nama, sementara / HASIL / nama, sha)
        tulis_teks(
            sementara / NAMA_MANIFES,
            json.dumps(asdict(versi), ensure_ascii=False, indent=1, sort_keys=True) + "\n",
        )
        _namai(sementara, tujuan)
    except OSError as galat:
        # Its copies have the longest paths of a work folder: where they do not fit, everything before has.
        berkas = str(galat.filename or "")
        yang = f"{berkas}: " if berkas else ""
        raise TulisGagalError(
            f"Versi {versi.versi} tidak dapat disimpan di {tujuan} ({yang}{sebab_os(galat)}). Tidak ada yang dikunci. "
            f"{saran_os(galat, berkas)}"
        ) from galat
    finally:
        # A full disk needs the room, and the next lock begins anew.
        shutil.rmtree(sementara, ignore_errors=True)


def _salin(asal: Path, tujuan: Path, sha: str) -> None:
    """Copy a file that must still be what was computed."""
    tujuan.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(asal, tujuan)
    if sha256_berkas(tujuan) != sha:
        raise OSError(f"{asal} berubah selagi dikunci")


def _namai(sementara: Path, tujuan: Path) -> None:
    """Give a folder its name; a virus scanner on Windows may hold a file in it for a moment."""
    for tunggu in _TUNGGU_NAMA:
        with suppress(PermissionError):
            sementara.rename(tujuan)
            return
        time.sleep(tunggu)
    sementara.rename(tujuan)
