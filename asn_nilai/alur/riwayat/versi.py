"""Locked versions on disk: riwayat/<PERIODE>/v1/ holds the inputs as they were, the outputs, and a manifest.

`masukan/` is a work folder of its own: whoever doubts a signed score can compute it again from there, years later.
"""

import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from asn_nilai.acuan.periode import Periode
from asn_nilai.acuan.riwayat.versi import VersiTerkunci
from asn_nilai.alur.konteks import Konteks
from asn_nilai.ruang_kerja import RuangKerja
from asn_nilai.terbit.berkas import TulisGagalError, tulis_teks
from asn_nilai.terbit.data.manifes import NAMA_MANIFES, Manifes

MASUKAN, HASIL = "masukan", "hasil"
_FOLDER_VERSI = re.compile(r"v([1-9]\d*)")
_SEMENTARA = ".versi-baru"


def folder_versi(ruang: RuangKerja, periode: Periode, versi: str) -> Path:
    """Return the folder of a locked version."""
    return ruang.folder_riwayat / periode.nama_folder / f"v{versi}"


def baca_versi(ruang: RuangKerja, periode: Periode) -> list[VersiTerkunci]:
    """Return a period's locked versions, the first one first."""
    return [versi for _, versi in _versi_dalam(ruang.folder_riwayat / periode.nama_folder)]


def versi_hasil(konteks: Konteks) -> VersiTerkunci | None:
    """Return the locked version that a period's results on disk are; None before a lock, or where they are another."""
    manifes = Manifes.baca(konteks.ruang.folder_hasil(konteks.periode) / NAMA_MANIFES)
    kode = manifes.kode_kunci if manifes else ""
    return next((v for v in baca_versi(konteks.ruang, konteks.periode) if kode and v.kode == kode), None)


def semua_versi(ruang: RuangKerja) -> Iterator[tuple[Path, VersiTerkunci | None]]:
    """Yield every locked version of the work folder with its place; None where its manifest cannot be read."""
    for periode in sorted(ruang.folder_riwayat.iterdir()) if ruang.folder_riwayat.is_dir() else ():
        for folder in sorted(periode.iterdir()) if periode.is_dir() else ():
            if _FOLDER_VERSI.fullmatch(folder.name):
                yield folder, _baca(folder)


def _versi_dalam(folder: Path) -> list[tuple[int, VersiTerkunci]]:
    semua = []
    for isi in folder.iterdir() if folder.is_dir() else ():
        cocok = _FOLDER_VERSI.fullmatch(isi.name)
        if cocok and (versi := _baca(isi)):
            semua.append((int(cocok[1]), versi))
    return sorted(semua, key=lambda ini: ini[0])


def _baca(folder: Path) -> VersiTerkunci | None:
    try:
        return VersiTerkunci(**json.loads((folder / NAMA_MANIFES).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def simpan_versi(ruang: RuangKerja, periode: Periode, versi: VersiTerkunci) -> None:
    """Copy the inputs and outputs that a version names into its folder, which appears whole or not at all.

    Raises:
        TulisGagalError: something cannot be copied.
    """
    tujuan = folder_versi(ruang, periode, versi.versi)
    sementara = tujuan.with_name(_SEMENTARA)
    try:
        shutil.rmtree(sementara, ignore_errors=True)
        for nama in versi.masukan:
            _salin(ruang.akar / nama, sementara / MASUKAN / nama)
        for nama in versi.keluaran:
            _salin(ruang.folder_hasil(periode) / nama, sementara / HASIL / nama)
        tulis_teks(
            sementara / NAMA_MANIFES,
            json.dumps(asdict(versi), ensure_ascii=False, indent=1, sort_keys=True) + "\n",
        )
        sementara.rename(tujuan)
    except OSError as galat:
        raise TulisGagalError(
            f"Versi {versi.versi} tidak dapat disimpan di {tujuan} ({galat.strerror or galat}). Tidak ada yang dikunci. Periksa "
            "ruang kosong di disk dan berkas yang sedang dibuka, lalu jalankan lagi."
        ) from galat


def _salin(asal: Path, tujuan: Path) -> None:
    tujuan.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(asal, tujuan)
