"""What letters were when they were written: what people add to them by hand is never written over.

Their hashes are written down together when all letters are done, and before that each in a line of its own, right before its letter
gets its name: a run that is killed has not forgotten which letters are its own.
"""

import json
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from itertools import chain, count
from pathlib import Path

from asn_nilai.acuan.bentuk_tunda import bentuk_tunda, teks_bernama
from asn_nilai.acuan.isian.orang.nip import nip_untuk_nama
from asn_nilai.acuan.kata.jenis_surat import JenisSurat
from asn_nilai.alur.konteks import Konteks
from asn_nilai.alur.riwayat.tempat import baca_tersimpan
from asn_nilai.terbit.berkas import BerkasTerkunciError, tulis_teks
from asn_nilai.terbit.data.manifes import sha256_berkas, sidik_tertulis

_BARU = "_baru"
"""Ends the name of a letter that stands beside one that somebody has changed."""
_NAMA, _MENYUSUL = ".sidik-surat.json", ".sidik-surat.jsonl"


class SidikSurat:
    """The letters of one folder by SHA-256, as this program last wrote them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._tersimpan = _baca(folder / _NAMA)
        self._sidik = self._tersimpan | _baca_menyusul(folder)
        self._belum: dict[str, str] = {}
        self._disebut: set[str] = set()
        self._dipakai: set[Path] = set()
        self._di_samping: set[Path] = set()
        self._dijaga: set[str] = set()

    def tempat(self, nama: str) -> Path:
        """Return where a letter goes: under its own name, or beside what was changed there since it was written.

        Two people whose NIP cannot be read have letters of one name; each has a file.

        Raises:
            BerkasTerkunciError: another program holds what is there, so that nobody knows whether it was changed.
        """
        sebutan = next(calon for calon in _bernomor(nama) if calon not in self._disebut)
        self._disebut.add(sebutan)
        return self._tempat(sebutan, ".docx")

    def tempat_pdf(self, surat: Path) -> Path:
        """Return where a letter's PDF goes, as `tempat` does: beside the letter under its name, and never over one that was signed."""
        return self._tempat(surat.stem, ".pdf")

    def di_samping(self, berkas: Path) -> bool:
        """Tell whether a file stands beside one that somebody has changed."""
        return berkas in self._di_samping

    def tertinggal(self) -> list[str]:
        """Return the letters of earlier runs that still lie there and were not written again; what somebody has changed is told apart.

        The PDF of a letter that says what it said is none of them, though there be no LibreOffice now to write it again.
        """
        ditulis = {berkas.name for berkas in self._dipakai}
        ditulis |= {
            f"{Path(nama).stem}.pdf" for nama in ditulis if self._sidik.get(nama) == self._tersimpan.get(nama)
        }
        dijaga = tuple(f"{nama}{akhir}" for nama in self._dijaga for akhir in (".", _BARU))
        semua = (nama for nama in self._sidik if nama not in ditulis and not nama.startswith(dijaga))
        return sorted(nama for nama in semua if (self._folder / nama).is_file())

    def _tempat(self, nama: str, akhiran: str) -> Path:
        semua = (self._folder / f"{calon}{akhiran}" for calon in chain((nama,), _bernomor(f"{nama}{_BARU}")))
        try:
            tujuan = next(calon for calon in semua if calon not in self._dipakai and not self._diubah(calon))
        except BerkasTerkunciError:
            self._dijaga.add(nama)
            raise
        self._dipakai.add(tujuan)
        if tujuan.stem != nama:
            self._di_samping.add(tujuan)
            self._dijaga.add(nama)
        return tujuan

    def _diubah(self, berkas: Path) -> bool:
        if not berkas.is_file():
            return False
        if not (sha := sha256_berkas(berkas)):
            raise BerkasTerkunciError(
                f"{berkas} tidak dapat dibaca, jadi tidak diketahui apakah isinya sudah diubah; berkas itu mungkin sedang dibuka di "
                "program lain. Tutup berkas itu, lalu jalankan perintah ini lagi."
            )
        return sha != self._sidik.get(berkas.name)

    def akan_ditulis(self, tujuan: Path, sementara: Path) -> None:
        """Note a letter that is about to get its name.

        Raises:
            OSError: it cannot be noted, so it must not be written either.
        """
        sha = sidik_tertulis(sementara)
        baris = json.dumps([tujuan.name, sha], ensure_ascii=False)
        with (self._folder / _MENYUSUL).open("a", encoding="utf-8", newline="") as catatan:
            catatan.write(f"{baris}\n")
        self._belum[tujuan.name] = sha

    def ingat(self, berkas: Path) -> None:
        """Remember a letter that has its name now."""
        self._sidik[berkas.name] = self._belum.pop(berkas.name)

    def simpan(self) -> None:
        """Write down what is remembered, where that is new.

        Raises:
            TulisGagalError: it cannot be written.
        """
        # Ctrl+C may have come between a letter's name and its being remembered.
        self._sidik |= _seperti_tercatat(self._folder, self._belum.items())
        if self._sidik != self._tersimpan:
            teks = json.dumps(self._sidik, ensure_ascii=False, indent=1, sort_keys=True)
            tulis_teks(self._folder / _NAMA, teks + "\n")
        with suppress(OSError):
            (self._folder / _MENYUSUL).unlink()


def jenis_tertulis(konteks: Konteks) -> list[JenisSurat]:
    """Return the kinds of letters about its results that lie in a period's folder, by their names alone."""
    folder = konteks.ruang.folder_dokumen(konteks.periode)
    ada = {surat.stem.partition("_")[0] for surat in folder.glob("*.*")}
    return [jenis for jenis in JenisSurat if jenis.perlu_hasil and ada.intersection(jenis.awalan)]


def surat_tertinggal(
    konteks: Konteks, jenis: JenisSurat, dipilih: Collection[str], tercatat: SidikSurat
) -> list[str]:
    """Return the letters of a kind that were written before about some units or their ASN, and not again: nobody needs them any more."""
    skema = konteks.skema
    semua = skema.unit.keys() <= set(dipilih)
    # What one unit was written alone stands beside what is written for all.
    lain = skema.unit.keys() if semua and jenis is JenisSurat.USULAN_PENGHARGAAN else ()
    milik = {*dipilih, *_asn_di(konteks, dipilih)}
    return [
        nama
        for nama in tercatat.tertinggal()
        for awalan, _, tentang in (Path(nama).stem.partition("_"),)
        if awalan in jenis.awalan and (tentang not in lain if semua else tentang in milik)
    ]


def _asn_di(konteks: Konteks, dipilih: Collection[str]) -> Iterator[str]:
    """Yield what files call the ASN whose score of the period stands in these units: of who moved the last one."""
    for nip, semua in konteks.skema.penempatan_asn.items():
        kode = [tempat.kode_unit for tempat in semua if tempat.bulan_dalam(konteks.periode)]
        if kode and kode[-1] in dipilih:
            yield nip_untuk_nama(nip)


def _bernomor(nama: str) -> Iterator[str]:
    """Yield a name, then the same with 2, 3, … behind it."""
    yield nama
    yield from (f"{nama}_{ke}" for ke in count(2))


def _baca(berkas: Path) -> dict[str, str]:
    """Return what was remembered; nothing where it is damaged: then every letter there counts as changed.

    Raises:
        PenggunaanError: it is there and must not be read.
    """
    return teks_bernama(baca_tersimpan(berkas) or b"")


def _baca_menyusul(folder: Path) -> dict[str, str]:
    """Return the letters that a killed run noted and that are as it wrote them; of its last line there may be a part only.

    Raises:
        PenggunaanError: the notes are there and must not be read.
    """
    tercatat: list[tuple[str, str]] = []  # of one letter all: the last may never have got its name
    for baris in (baca_tersimpan(folder / _MENYUSUL) or b"").splitlines():
        with suppress(ValueError):
            tercatat.append(bentuk_tunda(tuple[str, str]).validate_json(baris))
    return _seperti_tercatat(folder, tercatat)


def _seperti_tercatat(folder: Path, tercatat: Iterable[tuple[str, str]]) -> dict[str, str]:
    return {nama: sha for nama, sha in tercatat if sha and sha256_berkas(folder / nama) == sha}
