"""Who may write at an address: leases, numbered; the highest number holds.

Making the next number is the one thing that the store must let one alone do. A lease lasts as long as it is renewed every quarter
of an hour by the store's own clock; that of a copy whose lock we hold is a dead run's, and is taken over at once.
"""

import json
import secrets
import time
from types import TracebackType
from typing import Self

from asn_nilai.acuan import jam
from asn_nilai.acuan.bentuk_tunda import teks_bernama
from asn_nilai.alur.konteks import PenggunaanError
from asn_nilai.awan.gudang import FOLDER_SEWA, Gudang

LAMA = 15 * 60.0
"""Seconds after which a lease that nobody has renewed is nobody's."""
_SEGAR = LAMA / 3
"""Seconds after which ours is renewed between two files."""
_TUNGGU = 3.0
"""Seconds that a store which lets two make the same number is given until the later one shows."""


class Sewa:
    """A lease on an address while the block runs.

    Attributes:
        bersyarat: whether the store lets one alone make a number.
    """

    def __init__(self, gudang: Gudang, salinan: str, pemegang: str) -> None:
        self._gudang, self._salinan = gudang, salinan
        self._isi = json.dumps(
            {"tanda": secrets.token_hex(8), "salinan": salinan, "pemegang": pemegang,
             "sejak": jam.saat_kini()},
            ensure_ascii=False,
        ).encode()  # fmt: skip
        self._nomor, self._terakhir, self.bersyarat = 0, 0.0, True

    def __enter__(self) -> Self:
        """Take the lease.

        Raises:
            PenggunaanError: somebody else has it.
        """
        tertinggi = max(self._semua(), default=0)
        if tertinggi:
            self._periksa_pemegang(tertinggi)
        self._nomor = tertinggi + 1
        nama = _nama(self._nomor)
        if not self._gudang.buat(nama, self._isi):
            self._tolak(self._nomor)
        self._terakhir = time.monotonic()
        # Seen rather than believed: a store that makes it twice would make it for two.
        self.bersyarat = not self._gudang.buat(nama, self._isi)
        if not self.bersyarat:
            time.sleep(_TUNGGU)
        if not self._milik_kita():
            self._tolak(max(self._semua(), default=0))
        for lama in self._semua():
            if lama < self._nomor:
                self._gudang.hapus(_nama(lama))
        return self

    def __exit__(
        self, jenis: type[BaseException] | None, galat: BaseException | None, jejak: TracebackType | None
    ) -> None:
        """Give the lease back, if it still is ours; where the network is gone it ends by itself."""
        try:
            if self._milik_kita():
                self._gudang.hapus(_nama(self._nomor))
        except PenggunaanError:
            return

    def segarkan(self, *, sekarang: bool = False) -> None:
        """Renew the lease where it is time to, or at once.

        Raises:
            PenggunaanError: it has ended, and somebody else has had one since.
        """
        if not sekarang and time.monotonic() - self._terakhir < _SEGAR:
            return
        if not self._milik_kita():
            raise PenggunaanError(
                f"Giliran menulis di {self._gudang.alamat} sudah berpindah ke perintah lain, karena perintah ini terlalu lama tidak terdengar (misalnya "
                "komputernya tidur). Tidak ada lagi yang ditulis ke situ; jalankan perintah ini lagi."
            )
        self._gudang.taruh(_nama(self._nomor), self._isi)
        self._terakhir = time.monotonic()

    def _semua(self) -> list[int]:
        """Return the numbers that there are."""
        nama = (berkas.removesuffix(".json") for berkas in self._gudang.daftar(FOLDER_SEWA))
        return [int(nomor) for nomor in nama if nomor.isdecimal()]

    def _milik_kita(self) -> bool:
        """Tell whether our number still is the highest, and ours."""
        tertinggi = max(self._semua(), default=0) == self._nomor
        return tertinggi and self._gudang.baca(_nama(self._nomor)) == self._isi

    def _periksa_pemegang(self, nomor: int) -> None:
        """Refuse where the holder of a number may still be at work."""
        if self._pemegang(nomor).get("salinan") == self._salinan:
            return  # a run on our own copy, whose lock we hold: it is dead
        sejak = self._gudang.waktu(_nama(nomor))
        if sejak is not None and self._sekarang() - sejak < LAMA:
            self._tolak(nomor)

    def _sekarang(self) -> float:
        """Return the time by the store's clock: computers of an office disagree by minutes."""
        jam = f"{FOLDER_SEWA}/jam-{secrets.token_hex(8)}"
        self._gudang.taruh(jam, b"-")
        waktu = self._gudang.waktu(jam)
        self._gudang.hapus(jam)
        return time.time() if waktu is None else waktu

    def _pemegang(self, nomor: int) -> dict[str, str]:
        return teks_bernama(self._gudang.baca(_nama(nomor)) or b"")

    def _tolak(self, nomor: int) -> None:
        isi = self._pemegang(nomor)
        raise PenggunaanError(
            f"Perintah lain sedang bekerja di {self._gudang.alamat}: {isi.get('pemegang', 'seseorang')}, sejak {isi.get('sejak', 'tadi')}. Tunggu sampai "
            f"selesai, lalu jalankan lagi. Bila perintah itu sudah mati, gilirannya lepas sendiri {LAMA / 60:.0f} menit sesudah terakhir terdengar."
        )


def _nama(nomor: int) -> str:
    return f"{FOLDER_SEWA}/{nomor:06}.json"
