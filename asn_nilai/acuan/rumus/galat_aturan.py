"""A file of figures read strictly, and what is wrong with it as Indonesian sentences: file, key, what was expected."""

import tomllib
from collections.abc import Mapping
from typing import TypeVar

from pydantic import BaseModel, ValidationError

B = TypeVar("B", bound=BaseModel)


class AturanTidakSahError(ValueError):
    """An aturan file cannot be used; the message, in Indonesian, names file, key and what was expected."""


_HARUS = {
    "float": "sebuah angka",
    "int": "bilangan bulat",
    "string": "teks",
    "bool": "true atau false",
    "dict": "sebuah tabel",
    "tuple": "sebuah daftar",
    "finite": "angka yang berhingga",
    "model": "sebuah tabel",
    "dataclass": "sebuah tabel",
}
_TETAP = {
    "missing": "kunci wajib ini tidak ada",
    "extra_forbidden": "kunci ini tidak dikenal",
    "unexpected_keyword_argument": "kunci ini tidak dikenal",
    "string_too_short": "tidak boleh kosong",
    "string_pattern_mismatch": "harus tahun atau tanggal, misalnya 2026 atau 2026-01-31",
    "too_short": "isinya kurang banyak",
    "too_long": "isinya terlalu banyak",
    "greater_than_equal": "tidak boleh negatif",
}


def baca_bentuk(bentuk: type[B], teks: str, nama_berkas: str) -> B:
    """Return the text of a TOML file in the shape that it must have.

    Raises:
        AturanTidakSahError: with file, key and what was expected.
    """
    try:
        return bentuk.model_validate(tomllib.loads(teks))
    except ValidationError as galat:
        raise AturanTidakSahError(kalimat_galat(nama_berkas, galat)) from galat


def kalimat_galat(nama_berkas: str, galat: ValidationError) -> str:
    """Return all faults of a file in one line: `file: key: what; key: what`."""
    return f"{nama_berkas}: " + "; ".join(_kalimat(dict(kesalahan)) for kesalahan in galat.errors())


def _kalimat(galat: Mapping[str, object]) -> str:
    letak, jenis = galat["loc"], str(galat["type"])
    kunci = ".".join(map(str, letak)) if isinstance(letak, tuple) and letak else "(seluruh berkas)"
    if jenis == "value_error":
        return f"{kunci}: {str(galat['msg']).removeprefix('Value error, ')}"
    isi = f"berisi {galat.get('input')!r}"
    if jenis == "literal_error":
        konteks = galat.get("ctx")
        harapan = str(konteks.get("expected")) if isinstance(konteks, dict) else ""
        return f"{kunci}: {isi}; yang dikenal: {harapan.replace(' or ', ' atau ')}"
    if jenis in _TETAP:
        return f"{kunci}: {_TETAP[jenis]}"
    harus = _HARUS.get(jenis.partition("_")[0], "isian yang sah")
    return f"{kunci}: {isi}, padahal harus {harus}"
