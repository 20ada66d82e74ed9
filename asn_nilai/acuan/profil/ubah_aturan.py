"""A profile with some of its figures changed, for trying out: checked as strictly as a file.

The names are those of the sheet Aturan (`nama_excel`), so that what was tried there can be simulated here.
"""

import hashlib
import re
from collections.abc import Iterable, Mapping
from math import isfinite
from typing import Any

from pydantic import ValidationError

from asn_nilai.acuan.pecahan import pecahan
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.profil.nama_excel import BOBOT, Angka, angka_bernama
from asn_nilai.acuan.rumus.galat_aturan import AturanTidakSahError
from asn_nilai.acuan.tulisan import tulis_angka

_DASAR = "Angka percobaan (simulasi), semula {lama}: {dasar}"
_STATUS = "kebijakan"
_ANGKA = re.compile(r"[+-]?\d+([.,]\d+)?")


def baca_ubahan(teks: Iterable[str]) -> dict[str, float]:
    """Read changes such as `batas_hasil_2=95`; the decimal sign may be a comma or a dot.

    Raises:
        AturanTidakSahError: a text of another form, or a name that stands twice.
    """
    hasil: dict[str, float] = {}
    for ubahan in teks:
        nama, ada, angka = (bagian.strip() for bagian in ubahan.partition("="))
        if not ada or not nama or not _ANGKA.fullmatch(angka):
            raise AturanTidakSahError(
                f"--ubah '{ubahan}' tidak dapat dibaca. Tulis nama angka, tanda sama dengan, lalu angkanya, misalnya "
                "--ubah plafon_capaian=110."
            )
        if nama in hasil:
            raise AturanTidakSahError(f"--ubah {nama} ditulis dua kali. Tulis sekali saja.")
        hasil[nama] = float(angka.replace(",", "."))
    return hasil


def ubah_aturan(aturan: Aturan, ubahan: Mapping[str, float]) -> Aturan:
    """Return the profile with named figures changed; `sha256` tells it from the file it came from.

    Args:
        aturan: the profile to start from.
        ubahan: new figures by the names of `angka_bernama`.

    Raises:
        AturanTidakSahError: a name that the profile does not have, or figures that make no rule.
    """
    dikenal = {bernama.nama: bernama for bernama in angka_bernama(aturan)}
    asing = [nama for nama in ubahan if nama not in dikenal]
    if asing:
        raise AturanTidakSahError(
            f"Angka {', '.join(asing)} tidak ada dalam aturan {aturan.profil.kode}. Yang ada: "
            + "; ".join(
                f"{bernama.nama} ({bernama.judul}, sekarang {tulis_angka(bernama.nilai)})"
                for bernama in dikenal.values()
            )
        )
    berubah = {nama: angka for nama, angka in ubahan.items() if dikenal[nama].nilai != angka}
    if not berubah:
        return aturan
    isi = aturan.model_dump(mode="json")
    for nama, angka in berubah.items():
        if not isfinite(angka):
            raise AturanTidakSahError(f"--ubah {nama}: {angka} bukan angka yang dapat dipakai.")
        _pasang(isi, dikenal[nama], angka)
    sidik = f"{aturan.sha256} {sorted(berubah.items())}"
    isi["sha256"] = hashlib.sha256(sidik.encode()).hexdigest()
    try:
        return Aturan.model_validate(isi)
    except ValidationError as galat:
        sebab = "; ".join(str(kesalahan["msg"]).removeprefix("Value error, ") for kesalahan in galat.errors())
        tulisan = ", ".join(f"{nama}={tulis_angka(angka)}" for nama, angka in berubah.items())
        raise AturanTidakSahError(f"--ubah {tulisan} tidak menjadi aturan yang sah: {sebab}.") from galat


def _pasang(isi: dict[str, Any], semula: Angka, angka: float) -> None:
    """Put one figure into the profile's content, in place, and say beside it that it is tried out."""
    dasar = _DASAR.format(lama=tulis_angka(semula.nilai), dasar=semula.dasar)
    for jalur in semula.jalur:
        tempat: Any = isi
        pemilik = isi
        for kunci in jalur[:-1]:
            tempat = tempat[kunci]
            pemilik = tempat if isinstance(tempat, dict) and "dasar" in tempat else pemilik
        tempat[jalur[-1]] = angka
        pemilik.update(dasar=dasar, status=_STATUS)
        if semula.nama == BOBOT:
            tempat["perilaku"] = float(1 - pecahan(angka))
