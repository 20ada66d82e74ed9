"""An object store as the room needs it: a flat list of names with a mark each, fetched, written and deleted whole.

The only place that knows fsspec. What a store says is English and of its own kind; here it becomes a sentence.
"""

import errno
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from asn_nilai.aliran import bungkam_pustaka
from asn_nilai.alur.konteks import PenggunaanError

FOLDER_SEWA = ".asn-nilai-sewa"
"""In the address, beside the settings: who holds it. No part of the work folder."""
_TANDA = ("ETag", "etag", "md5Hash", "content_md5", "sha256", "generation")
"""What stores call the mark that changes with an object's content."""
_WAKTU = ("LastModified", "last_modified", "updated", "mtime", "created")
"""What they call the time, the mark of those that have no other."""
_TANPA_WADAH = "NoSuchBucket"
_S3: Mapping[str, Any] = {
    "config_kwargs": {"connect_timeout": 10, "read_timeout": 60, "retries": {"max_attempts": 3}}
}
"""An office without network hears of it within half a minute."""
_KUNCI: Mapping[str, str] = {
    **dict.fromkeys(
        ("s3", "s3a"), "AWS_ACCESS_KEY_ID dan AWS_SECRET_ACCESS_KEY atau dari ~/.aws/credentials"
    ),
    **dict.fromkeys(("abfs", "abfss", "az"), "AZURE_STORAGE_CONNECTION_STRING"),
    **dict.fromkeys(
        ("gs", "gcs"), "GOOGLE_APPLICATION_CREDENTIALS atau dari gcloud auth application-default login"
    ),
}
"""Where the key to a store is read from; those named here have containers, which somebody made before anything lies in them."""
_PUSTAKA = ("adlfs", "aiobotocore", "azure", "botocore", "fsspec", "gcsfs", "google", "s3fs")
_TAK_BERHAK = frozenset({401, 403})
"""What HTTP says to whoever may not."""
_NAMA_BERKAS = re.compile(r"""[^<>:"/\\|?*\x00-\x1f]*[^<>:"/\\|?*\x00-\x1f. ]""")
"""What a part of a name may be on every system."""
_PILIHAN: Mapping[str, Mapping[str, Any]] = {"s3": _S3, "s3a": _S3, "local": {"auto_mkdir": True}}


class Objek(NamedTuple):
    """An object as the list shows it: its mark, and when it was written (seconds; 0 where the store does not say)."""

    tanda: str
    waktu: float


class Gudang:
    """What lies under an address."""

    def __init__(self, alamat: str) -> None:
        self.alamat = alamat.rstrip("/")
        self._cara = alamat.partition("://")[0]
        with self._dikatakan(self._cara):
            from fsspec.core import url_to_fs  # noqa: PLC0415 - the extra need not be there

            pilihan = {
                "use_listings_cache": False,
                "skip_instance_cache": True,
                **_PILIHAN.get(self._cara, {}),
            }
            fs, akar = url_to_fs(self.alamat, **pilihan)
            self._fs: Any = fs
            self._akar = str(akar).rstrip("/")
        bungkam_pustaka(*_PUSTAKA)

    def ada(self, nama: str) -> bool:
        """Tell whether an object is there."""
        with self._dikatakan(nama):
            try:
                self._fs.info(self._tempat(nama))
            except FileNotFoundError as galat:
                if not self._berwadah(galat):
                    raise PenggunaanError(
                        f"Wadah {self._wadah} tidak ada di penyimpanan itu. Periksa alamatnya: {self.alamat}"
                    ) from galat
                return False
            return True

    def daftar(self, dalam: str = "") -> dict[str, Objek]:
        """Return the objects by their names below the address, or below one of its folders; leases only where asked for."""
        awal = self._tempat(dalam) if dalam else self._akar
        with self._dikatakan(dalam):
            semua = self._fs.find(awal, detail=True)
        hasil = {
            jalur[len(awal) :].strip("/"): Objek(_tanda(isi), _detik(isi))
            for jalur, isi in semua.items()
            if not jalur.endswith("/")
        }
        if not dalam:
            hasil = {nama: objek for nama, objek in hasil.items() if not nama.startswith(f"{FOLDER_SEWA}/")}
            self._periksa_nama(hasil)
        return hasil

    def ambil(self, nama: str, tujuan: Path) -> None:
        """Write an object's content to a file."""
        with self._dikatakan(nama):
            self._fs.get_file(self._tempat(nama), str(tujuan))

    def baca(self, nama: str) -> bytes | None:
        """Return an object's content, None where there is none."""
        with self._dikatakan(nama):
            try:
                return bytes(self._fs.cat_file(self._tempat(nama)))
            except FileNotFoundError:
                return None

    def taruh(self, nama: str, isi: bytes) -> None:
        """Write an object, whether it is there or not."""
        with self._dikatakan(nama):
            self._fs.pipe_file(self._tempat(nama), isi)

    def buat(self, nama: str, isi: bytes) -> bool:
        """Write an object that is not there; tell whether it was not, as far as the store looks."""
        with self._dikatakan(nama):
            try:
                self._fs.pipe_file(self._tempat(nama), isi, mode="create")
            except FileExistsError:
                return False
            except (NotImplementedError, OSError) as galat:
                if "NotImplemented" not in f"{galat!r} {galat.__cause__!r}":
                    raise
                self._fs.pipe_file(self._tempat(nama), isi)
            return True

    def hapus(self, nama: str) -> None:
        """Delete an object; one that is not there is none."""
        with self._dikatakan(nama):
            try:
                self._fs.rm_file(self._tempat(nama))
            except FileNotFoundError:
                return

    def waktu(self, nama: str) -> float | None:
        """Return when an object was written by the store's own clock, in seconds; None where it is not there."""
        with self._dikatakan(nama):
            try:
                return float(self._fs.modified(self._tempat(nama)).timestamp())
            except FileNotFoundError:
                return None

    @property
    def _wadah(self) -> str:
        return self._akar.partition("/")[0]

    def _berwadah(self, galat: FileNotFoundError) -> bool:
        """Tell, of an object that is not there, whether at least its container is."""
        if self._cara not in _KUNCI:
            return True
        if _TANPA_WADAH in str(galat.__cause__):
            return False
        try:
            self._fs.info(self._wadah)
        except FileNotFoundError:
            return False
        except Exception:  # noqa: BLE001 - who may not look at a container may well use what is in it
            return True
        return True

    def _tempat(self, nama: str) -> str:
        return f"{self._akar}/{nama}"

    def _periksa_nama(self, semua: dict[str, Objek]) -> None:
        """Refuse names that a folder cannot hold, on Windows above all, or that would lead out of it."""
        lipat: dict[str, str] = {}
        for nama in semua:
            if not all(map(_NAMA_BERKAS.fullmatch, nama.split("/"))):
                raise PenggunaanError(
                    f"{self.alamat} memuat {nama!r}, yang tidak dapat menjadi nama berkas di setiap komputer. Ubah namanya atau pindahkan ke luar, "
                    "lalu jalankan lagi."
                )
            if (kembar := lipat.setdefault(nama.casefold(), nama)) != nama:
                raise PenggunaanError(
                    f"{self.alamat} memuat {kembar!r} dan {nama!r}, yang di Windows satu berkas. Ubah nama salah satunya, lalu jalankan lagi."
                )

    @contextmanager
    def _dikatakan(self, apa: str) -> Iterator[None]:
        """Let what a store refuses be a sentence."""
        try:
            yield
        except PenggunaanError:
            raise
        except Exception as galat:
            if isinstance(galat, OSError) and (galat.filename or galat.errno == errno.ENOSPC):
                raise  # this computer's own disk
            raise PenggunaanError(self._kalimat(galat, apa)) from galat

    def _kalimat(self, galat: Exception, apa: str) -> str:
        jenis = type(galat).__name__
        if isinstance(galat, ImportError):
            return (
                f"{self.alamat} terletak di penyimpanan objek, dan yang membacanya belum terpasang ({galat}). Pasang dahulu: "
                'pip install "asn-nilai[awan]" (selain s3:// juga pustaka fsspec untuk penyimpanan itu), lalu jalankan lagi.'
            )
        if isinstance(galat, ValueError) and "Protocol not known" in str(galat):
            return f"{self.alamat}: {apa}:// tidak dikenal. Tulis folder, atau alamat seperti s3://wadah/kota/2026"
        if isinstance(galat, FileNotFoundError):
            return f"{apa} baru saja hilang dari {self.alamat}: ada yang menghapusnya selagi perintah ini berjalan. Jalankan lagi."
        if _tak_berhak(galat) or (isinstance(galat, ValueError) and apa == self._cara):
            kunci = (
                f" Untuk {self._cara}:// kunci itu dibaca dari {_KUNCI[self._cara]}."
                if self._cara in _KUNCI
                else ""
            )
            return (
                f"{self.alamat} tidak boleh dibuka: kunci aksesnya tidak ada, salah, atau tidak berhak membaca dan menulis di situ ({jenis})."
                f"{kunci}"
            )
        return (
            f"{self.alamat} tidak dapat dihubungi{f' ({apa})' if apa else ''}: {jenis}. Periksa jaringan dan alamat penyimpanannya (untuk s3:// di luar "
            "AWS: AWS_ENDPOINT_URL), lalu jalankan lagi."
        )


def _tak_berhak(galat: Exception) -> bool:
    """Tell whether a store refuses whoever asks; each says it in a way of its own."""
    kata = (
        getattr(sebab, nama, None) for sebab in (galat, galat.__cause__) for nama in ("status_code", "code")
    )
    ditolak = isinstance(galat, PermissionError) or "Credential" in type(galat).__name__
    return ditolak or not _TAK_BERHAK.isdisjoint(k for k in kata if isinstance(k, int))


def _tanda(isi: Mapping[str, Any]) -> str:
    """Return what changes when an object does; where the store gives no such mark, its size and time."""
    tanda = next((str(isi[kunci]) for kunci in _TANDA if isi.get(kunci)), "")
    return tanda or f"{isi['size']} {_detik(isi)}"


def _detik(isi: Mapping[str, Any]) -> float:
    waktu = next((isi[kunci] for kunci in _WAKTU if isi.get(kunci)), 0.0)
    if isinstance(waktu, str):
        waktu = datetime.fromisoformat(waktu)
    return float(waktu.timestamp() if isinstance(waktu, datetime) else waktu)
