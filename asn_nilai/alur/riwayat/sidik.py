"""riwayat/sidik.json: by register the hash of its last line, so that a register cut short is found; and where it was written."""

import hashlib
import json
from collections.abc import Collection
from pathlib import Path

from asn_nilai.acuan.bentuk_tunda import teks_bernama
from asn_nilai.alamat_ruang import alamat_asal
from asn_nilai.alur.riwayat.tempat import baca_tersimpan
from asn_nilai.terbit.berkas import tulis_teks
from asn_nilai.terbit.data.manifes import CatatanUnit

NAMA_SIDIK = "sidik.json"
_TEMPAT, _MENYUSUL = "tempat", "menyusul"
"""What else stands there: where it was written; registers whose lines follow results that are there already."""


def baca_sidik(folder: Path) -> dict[str, str]:
    """Return the hash of each register's last line by its name, blank for one that was begun; nothing where the file is not ours."""
    return {nama: nilai for nama, nilai in _baca(folder).items() if nama not in {_TEMPAT, _MENYUSUL}}


def menyusul(folder: Path) -> frozenset[str]:
    """Return the registers whose last lines were still on their way when writing was ended: results tell of more than there is."""
    return frozenset(_baca(folder).get(_MENYUSUL, "").split())


def tulis_sidik(folder: Path, nama: str, sidik: str) -> None:
    """Write a register's hash, where it is another."""
    lama = _baca(folder)
    baru = {**lama, nama: sidik, _TEMPAT: _tempat(folder)}
    if belum := baru.pop(_MENYUSUL, ""):
        baru |= _tertunda({*belum.split()} - {nama})
    if baru != lama:
        teks = json.dumps(baru, ensure_ascii=False, indent=1, sort_keys=True)
        tulis_teks(folder / NAMA_SIDIK, teks + "\n")


def sidik_antara(lama: bytes | None, baru: bytes) -> bytes:
    """Return what stands in the file while lines are on their way to where it lies: hashes as they were, blank for what begins."""
    dulu, kini = teks_bernama(lama or b""), teks_bernama(baru)
    berubah = {nama for nama in kini if nama not in {_TEMPAT, _MENYUSUL} and dulu.get(nama) != kini[nama]}
    isi = {**dict.fromkeys(kini, ""), **dulu} | _tertunda({*dulu.get(_MENYUSUL, "").split()} | berubah)
    return json.dumps(isi, ensure_ascii=False, indent=1, sort_keys=True).encode()


def _tertunda(nama: Collection[str]) -> dict[str, str]:
    return {_MENYUSUL: " ".join(sorted(nama))} if nama else {}


def pindahan(folder: Path) -> bool:
    """Tell whether the registers were last written in another folder: this one is a copy."""
    return _baca(folder).get(_TEMPAT, "") not in {"", _tempat(folder)}


def _baca(folder: Path) -> dict[str, str]:
    return teks_bernama(baca_tersimpan(folder / NAMA_SIDIK) or b"")


def _tempat(folder: Path) -> str:
    """Return a mark of this folder that tells nothing of it: renaming and mounting it elsewhere keep it, a copy has another.

    An object store's working copies are all the address's own.
    """
    if alamat := alamat_asal(folder.parent):
        return hashlib.sha256(alamat.encode()).hexdigest()[:16]
    return hashlib.sha256(str(folder.stat().st_ino).encode()).hexdigest()[:16] if folder.is_dir() else ""


def sidik_masukan(catatan: CatatanUnit) -> str:
    """Return the mark of what a unit's results came from: the register tells of it when it tells of these inputs."""
    isi = json.dumps([catatan.masukan, catatan.sidik], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(isi.encode()).hexdigest()
