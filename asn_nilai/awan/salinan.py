"""The working copy of an address in the user's state folder: brought up to date, and what changed in it written back.

```
<state folder>/asn-nilai/awan/
  kota-2026-1a2b3c4d/           the work folder
  kota-2026-1a2b3c4d.alamat     whose copy it is
  kota-2026-1a2b3c4d.json       by object: its mark, and the file as it was left
  kota-2026-1a2b3c4d.lock       one run at a time on this computer
```
"""

import hashlib
import json
import os
import re
import secrets
import shutil
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from filelock import FileLock, Timeout

from asn_nilai.acuan.kata.ketikan_perintah import tulis_isian
from asn_nilai.acuan.tulisan import sebut_beberapa, tulis_angka
from asn_nilai.alamat_ruang import AKHIRAN_ALAMAT, folder_pribadi
from asn_nilai.alur.konteks import PenggunaanError
from asn_nilai.alur.riwayat.sidik import NAMA_SIDIK, sidik_antara
from asn_nilai.awan.gudang import Gudang, Objek
from asn_nilai.awan.sewa import Sewa
from asn_nilai.terbit.berkas import tulis_teks
from asn_nilai.terbit.data.manifes import NAMA_MANIFES, sha256_berkas

HAPUS = "ASN_NILAI_SALINAN"
"""The environment variable that, set to `hapus`, has copies deleted at the end of each command."""
_SEKALIGUS = 8
"""Objects on their way at once: a store answers many as fast as one."""
_DISEBUT = 3
_UNDUHAN, _NAMA_TERPANJANG = ".unduh", 40
_SEMENTARA = (".lock", ".sementara")
"""Endings of what no other computer needs."""
_TAHAP = tuple(
    map(
        re.compile,
        (
            r"riwayat/[^/]+/tercatat\.json",
            r"riwayat/sidik\.json",
            r"riwayat/[^/]+\.jsonl",
            r"riwayat/[^/]+/v\d+/manifes\.json",
            r"riwayat/.*",
            r"(?:.*/)?manifes[^/]*\.json",
        ),
    )
)
"""What is written last, the very last first; before all of it the rest, and then what was deleted."""
_SIDIK, _TAHAP_MANIFES = f"riwayat/{NAMA_SIDIK}", 5
"""Before manifests come, which say that a register was begun, the file of hashes says that the lines of new ones are on their way."""


_VERSI = re.compile(r"riwayat/[^/]+/v\d+(?=/)")
"""A locked version: a folder that is there whole, with its manifest, or not at all."""


class _Tercatat(NamedTuple):
    """An object's mark, and the file that was made of it."""

    tanda: str
    sha256: str
    ukuran: int
    mtime_ns: int


def tempat_salinan(alamat: str) -> Path:
    """Return the folder that is an address's copy on this computer, there or not.

    One that stands for an address that commands must have in quotes needs them itself: whatever names it then has them around both.
    """
    bersih = alamat.rstrip("/")
    bagian = [kata for kata in bersih.partition("://")[2].split("/") if kata]
    nama = re.sub(r"[^\w-]+", "-", "-".join(bagian[-2:]))[:_NAMA_TERPANJANG].strip("-")
    sidik = hashlib.sha256(bersih.encode()).hexdigest()[:8]
    sambung = "-" if tulis_isian(bersih) == bersih else " "
    return (folder_pribadi() / "awan").resolve() / f"{nama or 'ruang'}{sambung}{sidik}"


class Salinan:
    """The copy of one address.

    Attributes:
        akar: the work folder.
        tanda: what tells this computer's copy from that of another.
        baru: whether nothing was known of it.
    """

    def __init__(self, alamat: str) -> None:
        self.akar = tempat_salinan(alamat)
        self._alamat, self.tanda, self.baru = alamat.rstrip("/"), "", False
        self._catatan: dict[str, _Tercatat] = {}

    def _samping(self, akhiran: str) -> Path:
        return self.akar.with_name(f"{self.akar.name}{akhiran}")

    @contextmanager
    def sendiri(self) -> Iterator[None]:
        """Hold the copy on this computer while the block runs; with `ASN_NILAI_SALINAN=hapus` it is deleted at the end.

        Raises:
            PenggunaanError: another run holds it.
        """
        self.akar.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        kunci = FileLock(self._samping(".lock"))
        try:
            kunci.acquire(timeout=0)
        except Timeout as galat:
            raise PenggunaanError(
                f"Perintah lain di komputer ini sedang bekerja di {self._alamat}. Tunggu sampai selesai, lalu jalankan lagi."
            ) from galat
        try:
            self._buka()
            yield
        finally:
            if dihapus():
                self._hapus()
            kunci.release()

    def _buka(self) -> None:
        """Read what is known of the copy; it gets its own mark when it is new."""
        try:
            isi = json.loads(self._samping(".json").read_text(encoding="utf-8"))
            self.tanda = str(isi["tanda"])
            self._catatan = {nama: _Tercatat(*ini) for nama, ini in isi["objek"].items()}
        except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
            self.tanda, self.baru, self._catatan = secrets.token_hex(8), True, {}
            self._ingat({}, ())
        tulis_teks(self._samping(AKHIRAN_ALAMAT), f"{self._alamat}\n")

    def _hapus(self) -> None:
        for akhiran in (".json", AKHIRAN_ALAMAT):
            self._samping(akhiran).unlink(missing_ok=True)
        shutil.rmtree(self.akar, ignore_errors=True)
        shutil.rmtree(self._samping(_UNDUHAN), ignore_errors=True)

    def perbarui(self, gudang: Gudang, sewa: Sewa) -> int:
        """Make the copy what the address holds; return how many objects were fetched.

        Raises:
            PenggunaanError: the store refuses.
        """
        semua = {nama: ini for nama, ini in gudang.daftar().items() if not nama.endswith(_SEMENTARA)}
        sisa = {n for n in semua if (v := _VERSI.match(n)) and f"{v[0]}/{NAMA_MANIFES}" not in semua}
        objek = {nama: ini for nama, ini in semua.items() if nama not in sisa}
        self.akar.mkdir(exist_ok=True, mode=0o700)
        unduhan = self._samping(_UNDUHAN)
        shutil.rmtree(unduhan, ignore_errors=True)
        unduhan.mkdir(mode=0o700)
        perlu = [nama for nama, ini in objek.items() if not self._masih(nama, ini)]
        for nama in self._isi():
            if nama not in objek:
                (self.akar / nama).unlink()
        _rapikan(self.akar)

        def ambil(nama: str) -> None:
            sementara = unduhan / hashlib.sha256(nama.encode()).hexdigest()[:16]
            gudang.ambil(nama, sementara)
            if waktu := objek[nama].waktu:
                os.utime(sementara, (waktu, waktu))  # when it was sent in: some questions go by it
            (self.akar / nama).parent.mkdir(parents=True, exist_ok=True)
            sementara.replace(self.akar / nama)

        _sejajar(ambil, perlu, sewa)
        self._ingat(objek, perlu)
        self._catatan |= {nama: _Tercatat(semua[nama].tanda, "", -1, -1) for nama in sisa}
        shutil.rmtree(unduhan, ignore_errors=True)
        return len(perlu)

    def kembalikan(self, gudang: Gudang, sewa: Sewa, hasil: str) -> int:
        """Write back what changed since `perbarui`; return how many objects were written or deleted.

        Args:
            gudang: the store.
            sewa: the lease.
            hasil: the folder of the results: nothing is deleted but there.

        Raises:
            PenggunaanError: somebody changed the same objects or holds the lease now, or the store refuses.
        """
        isi = set(self._isi())
        ditulis = [nama for nama in isi if self._berubah(nama)]
        dihapus = [nama for nama in self._catatan if nama not in isi and nama.startswith(f"{hasil}/")]
        if not (ditulis or dihapus):
            return 0
        sewa.segarkan(sekarang=True)
        self._periksa_bentrok(gudang.daftar(), ditulis, dihapus)
        menurut = {tahap: [n for n in ditulis if _tahap(n) == tahap] for tahap in range(len(_TAHAP) + 1)}
        selesai = 0
        try:
            for tahap, nama in sorted(menurut.items(), reverse=True):
                if tahap == _TAHAP_MANIFES and _SIDIK in ditulis:
                    gudang.taruh(_SIDIK, sidik_antara(gudang.baca(_SIDIK), (self.akar / _SIDIK).read_bytes()))
                selesai += _sejajar(lambda n: gudang.taruh(n, (self.akar / n).read_bytes()), nama, sewa)
                if tahap == len(_TAHAP):
                    selesai += _sejajar(gudang.hapus, dihapus, sewa)
        except (PenggunaanError, KeyboardInterrupt) as galat:
            raise PenggunaanError(
                f"{str(galat) or 'Dihentikan.'} Yang sudah ditulis kembali ke {self._alamat}: paling sedikit {tulis_angka(selesai)} dari {tulis_angka(len(ditulis) + len(dihapus))} "
                "berkas, masing-masing utuh. Jalankan perintah ini lagi: yang kurang dilengkapi."
            ) from galat
        self._ingat({nama: ini for nama, ini in gudang.daftar().items() if nama in isi}, ditulis)
        return len(ditulis) + len(dihapus)

    def _ingat(self, objek: Mapping[str, Objek], baru: Collection[str]) -> None:
        """Note the marks of objects, and the files of those that just came or went; the others are as they were."""
        milik = set(baru)
        self._catatan = {
            nama: self._catat(nama, ini) if nama in milik else self._catatan[nama]
            for nama, ini in objek.items()
            if nama in milik or nama in self._catatan
        }
        isi = {"tanda": self.tanda, "objek": self._catatan}
        tulis_teks(self._samping(".json"), json.dumps(isi, ensure_ascii=False, indent=0))

    def _periksa_bentrok(self, kini: dict[str, Objek], ditulis: list[str], dihapus: list[str]) -> None:
        """Refuse where what would be written over or deleted is no longer what was fetched."""
        semula = {nama: ini.tanda for nama, ini in self._catatan.items()}
        bentrok = [n for n in (*ditulis, *dihapus) if n in kini and kini[n].tanda != semula.get(n)]
        bentrok += [nama for nama in ditulis if nama in semula and nama not in kini]
        if bentrok:
            raise PenggunaanError(
                f"Selagi perintah ini berjalan, orang atau program lain mengubah {sebut_beberapa(sorted(bentrok), _DISEBUT)} di {self._alamat}. Tidak "
                "ada yang ditulis ke situ. Jalankan perintah ini lagi, dengan yang sekarang ada di sana."
            )

    def _isi(self) -> Iterator[str]:
        """Yield the files of the copy by their names in the address."""
        for folder, _, berkas in os.walk(self.akar):
            for nama in berkas:
                if not nama.endswith(_SEMENTARA):
                    yield (Path(folder) / nama).relative_to(self.akar).as_posix()

    def _masih(self, nama: str, objek: Objek) -> bool:
        """Tell whether the copy's file is what the address holds under this name, untouched."""
        ini = self._catatan.get(nama)
        return ini is not None and ini.tanda == objek.tanda and not self._berubah(nama)

    def _berubah(self, nama: str) -> bool:
        """Tell whether a file of the copy has another content than was fetched."""
        ini = self._catatan.get(nama)
        if ini is not None and self._rupa(nama) == (ini.ukuran, ini.mtime_ns):
            return False
        return ini is None or ini.sha256 != sha256_berkas(self.akar / nama)

    def _rupa(self, nama: str) -> tuple[int, int] | None:
        try:
            rupa = (self.akar / nama).stat()
        except OSError:
            return None
        return rupa.st_size, rupa.st_mtime_ns

    def _catat(self, nama: str, objek: Objek) -> _Tercatat:
        rupa = (self.akar / nama).stat()
        return _Tercatat(objek.tanda, sha256_berkas(self.akar / nama), rupa.st_size, rupa.st_mtime_ns)


def dihapus() -> bool:
    """Tell whether whoever runs this wants no copy kept."""
    return os.environ.get(HAPUS, "").casefold() == "hapus"


def _tahap(nama: str) -> int:
    """Return when an object is written: 0 the very last."""
    return next((nomor for nomor, pola in enumerate(_TAHAP) if pola.fullmatch(nama)), len(_TAHAP))


def _sejajar(kerja: Callable[[str], None], semua: Sequence[str], sewa: Sewa) -> int:
    """Do some work on each name, several at once, and return how many; what has not begun when one fails does not begin."""
    with ThreadPoolExecutor(_SEKALIGUS) as pelaksana:
        for _ in pelaksana.map(kerja, semua):
            sewa.segarkan()
    return len(semua)


def _rapikan(akar: Path) -> None:
    """Remove folders that hold nothing: a store knows none."""
    for folder, _, _ in os.walk(akar, topdown=False):
        if Path(folder) != akar:
            with suppress(OSError):
                Path(folder).rmdir()
