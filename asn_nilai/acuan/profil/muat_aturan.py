"""How a file becomes a rule profile: found by its code or path, laid over its base, checked in every version of its figures.

Loading is strict: an unknown key, a gap between bands or a figure without basis is an error that names file and key.
"""

import hashlib
import tomllib
from collections.abc import Mapping
from difflib import get_close_matches
from importlib.resources import files
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from asn_nilai.acuan.kata.galat_sistem import sebab_os
from asn_nilai.acuan.kata.galat_toml import BukanTeksError, baca_teks, sebab_toml
from asn_nilai.acuan.periode import Periode
from asn_nilai.acuan.profil.aturan import Aturan, sahkan
from asn_nilai.acuan.profil.riwayat_aturan import awal_versi, pada_hari, timpa
from asn_nilai.acuan.rumus.galat_aturan import AturanTidakSahError, kalimat_galat


def profil_bawaan() -> Mapping[str, str]:
    """Return the text of each profile that comes with the program, by its code."""
    folder = files("asn_nilai.acuan.profil").joinpath("aturan")
    berkas = sorted((f for f in folder.iterdir() if f.name.endswith(".toml")), key=lambda f: f.name)
    return {f.name.removesuffix(".toml"): f.read_text(encoding="utf-8") for f in berkas}


def profil_berlaku(periode: Periode) -> list[str]:
    """Return the codes of the profiles of the program that are in force over the whole period."""
    return [kode for kode in profil_bawaan() if muat_aturan(kode).berlaku_pada(periode)]


def muat_aturan(kode_atau_berkas: str, folder: Path | None = None) -> Aturan:
    """Load a profile by its code, or from a file of its own.

    Args:
        kode_atau_berkas: a code of `profil_bawaan()`, or the path of a TOML file.
        folder: where a relative path starts.

    Raises:
        AturanTidakSahError: no such profile, no such file, or a file that fails a check.
    """
    bawaan = profil_bawaan()
    if kode_atau_berkas in bawaan:
        return baca_aturan(bawaan[kode_atau_berkas], f"{kode_atau_berkas}.toml")
    berkas = (folder or Path()) / kode_atau_berkas
    if not berkas.is_file():
        mirip = get_close_matches(kode_atau_berkas.casefold(), bawaan, 1, 0.5)
        mungkin = "".join(f" Mungkin maksudnya {kode}." for kode in mirip)
        raise AturanTidakSahError(
            f"Aturan '{kode_atau_berkas}' tidak ada.{mungkin} Yang tersedia: {', '.join(bawaan)}; atau tulis tempat sebuah berkas "
            ".toml."
        )
    return baca_berkas_aturan(berkas)


def baca_berkas_aturan(berkas: Path) -> Aturan:
    """Load a profile from a file of its own.

    Raises:
        AturanTidakSahError: no such file, no text, or a file that fails a check.
    """
    try:
        return baca_aturan(baca_teks(berkas.read_bytes()), berkas.name)
    except OSError as galat:
        raise AturanTidakSahError(
            f"Berkas aturan {berkas} tidak dapat dibuka ({sebab_os(galat)}). Periksa nama dan tempatnya."
        ) from galat
    except BukanTeksError as galat:
        raise AturanTidakSahError(f"{berkas}: {galat}") from galat


def baca_aturan(teks: str, nama_berkas: str) -> Aturan:
    """Check the text of an aturan file, every version of its figures; return it with the latest ones.

    Raises:
        AturanTidakSahError: with file, key and what was expected.
    """
    try:
        mentah = _urai(teks, nama_berkas, ())
        hari = awal_versi(mentah)
        versi = [sahkan(mentah, pada_hari(mentah, awal)) for awal in hari] or [sahkan(mentah, mentah)]
    except ValidationError as galat:
        raise AturanTidakSahError(kalimat_galat(nama_berkas, galat)) from galat
    except AturanTidakSahError:
        raise
    except ValueError as galat:
        raise AturanTidakSahError(f"{nama_berkas}: {galat}") from galat
    return versi[-1]


def _urai(teks: str, nama_berkas: str, rantai: tuple[str, ...]) -> dict[str, Any]:
    """Return the file's table laid over that of its base, with the SHA-256 of both texts."""
    try:
        isi = tomllib.loads(teks)
    except tomllib.TOMLDecodeError as galat:
        raise AturanTidakSahError(f"{nama_berkas}: bukan TOML yang sah: {sebab_toml(teks, galat)}") from galat
    sidik = hashlib.sha256(teks.encode())
    kode = isi.get("dasar_profil")
    if kode is None:
        return {**isi, "sha256": sidik.hexdigest()}
    bawaan = profil_bawaan()
    if kode not in bawaan or kode in rantai:
        raise AturanTidakSahError(
            f"{nama_berkas}: dasar_profil: '{kode}' bukan profil bawaan; yang ada: {', '.join(bawaan)}"
        )
    dasar = _urai(bawaan[kode], f"{kode}.toml", (*rantai, kode))
    sidik.update(dasar["sha256"].encode())
    return {**timpa(dasar, isi), "sha256": sidik.hexdigest()}
