"""A work folder that lies in an object store, `s3://wadah/kota/2026`: worked on in a copy, and written back whole.

Every command works in a folder, with files that are replaced in one step and locks that the system frees. An object store gives
neither, so no command is taught to write there. Around a command stands one room instead:

1. `sewa`: a lease, so that one run at a time writes. Leases are numbered and the highest number holds: whoever makes the next
   number, which the store lets one alone do (create if absent), has it. It ends by itself after a quarter of an hour of silence by
   the store's clock, so that a killed run is waited for; on the same computer the copy's own lock tells at once that it is dead.
   Where a store makes objects whether they are there or not, this is seen and said: two commands in the same second may both begin.
2. `salinan`: a copy in the user's state folder is brought up to date. Only objects that changed are fetched, told by the store's
   mark (ETag or the like) and by the file as it was left. The store is the truth: what the copy has beyond it goes.
3. The command runs on the copy and knows nothing of it; where it names the folder, the door says the address (`cli.pintu_awan`).
4. What changed is written back, if the lease is still ours and nobody has changed the same objects since they were fetched: else
   nothing is. First results, then what was deleted, manifests, locked versions, the register's lines, last their hash. A run cut
   off in between leaves results that no manifest vouches for, a version without its manifest, or lines that no hash names yet: each
   is what the next run puts right.
5. The lease is given back. A command that is stopped or breaks down writes nothing back.

- `gudang`: the store, and what is said where it refuses · `sewa`: who may write · `salinan`: the copy and what changed in it
"""

import getpass
import platform
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from asn_nilai.acuan.kata.ketikan_perintah import tulis_isian
from asn_nilai.acuan.pengaturan import NAMA_PENGATURAN, Tempat
from asn_nilai.alur.dikatakan import dikatakan
from asn_nilai.alur.konteks import PenggunaanError
from asn_nilai.awan.gudang import Gudang
from asn_nilai.awan.salinan import Salinan, dihapus, tempat_salinan
from asn_nilai.awan.sewa import Sewa
from asn_nilai.ruang_kerja import RuangKerja, RuangKerjaTidakSahError

__all__ = ["RuangAwan", "buka_awan", "dihapus", "tempat_salinan"]


@dataclass(frozen=True)
class RuangAwan:
    """An address whose copy is open.

    Attributes:
        akar: the copy, a work folder like any other.
        baru: whether it was made just now.
        bersyarat: whether the store makes an object only where there is none, so that the lease is sure.
        diambil: how many files were fetched.
    """

    akar: Path
    baru: bool
    bersyarat: bool
    diambil: int
    _gudang: Gudang
    _salinan: Salinan
    _sewa: Sewa
    _hasil: str

    def kembalikan(self) -> int:
        """Write back what changed in the copy; return how many objects were written or deleted.

        Raises:
            PenggunaanError: somebody else changed the same objects or holds the lease, or the store refuses.
        """
        with dikatakan():
            return self._salinan.kembalikan(self._gudang, self._sewa, self._hasil)


@contextmanager
def buka_awan(alamat: str, *, mulai: bool = False) -> Iterator[RuangAwan]:
    """Hold an address and give its copy while the block runs; write back with `kembalikan` before it ends.

    Args:
        alamat: `s3://wadah/kota/2026`, or whatever else fsspec knows.
        mulai: whether a new work folder is to be made there.

    Raises:
        PenggunaanError: no such place, no right to it, no network, no room for the copy, another run holds it; the message says what
            to do.
    """
    gudang = Gudang(alamat)
    _periksa_tempat(gudang, mulai=mulai)
    salinan = Salinan(alamat)
    with ExitStack() as dipegang:
        with dikatakan():
            dipegang.enter_context(salinan.sendiri())
            sewa = dipegang.enter_context(Sewa(gudang, salinan.tanda, _nama_pemegang()))
            diambil = salinan.perbarui(gudang, sewa)
        hasil = _folder_hasil(salinan.akar, gudang.alamat)
        yield RuangAwan(salinan.akar, salinan.baru, sewa.bersyarat, diambil, gudang, salinan, sewa, hasil)


def _periksa_tempat(gudang: Gudang, *, mulai: bool) -> None:
    """Refuse what is no work folder before anything of it is fetched; a new one is made where there is nothing."""
    ada = gudang.ada(NAMA_PENGATURAN)
    if not mulai and not ada:
        raise PenggunaanError(
            f"{gudang.alamat} bukan ruang kerja: {NAMA_PENGATURAN} tidak ada di dalamnya. Periksa alamatnya. Ruang kerja baru di situ: "
            f"asn-nilai mulai {tulis_isian(gudang.alamat)}"
        )
    if mulai and not ada and (isi := sorted(gudang.daftar())):
        raise PenggunaanError(
            f"{gudang.alamat} bukan ruang kerja dan sudah berisi, misalnya {isi[0]}. Tulis alamat yang masih kosong, misalnya "
            f"{gudang.alamat}/2026"
        )


def _folder_hasil(akar: Path, alamat: str) -> str:
    """Return the folder of the results by its name in the address.

    Raises:
        PenggunaanError: settings lead out of the address; what lies there is not in the copy, and would seem never to have come.
    """
    try:
        berkas = RuangKerja.buka(akar).berkas
    except RuangKerjaTidakSahError:
        return Tempat().hasil  # the command says it
    for nama in ("skema", "target", "capaian", "bkn", "hasil", "templat"):
        tempat = getattr(berkas, nama)
        if not (akar / tempat).resolve().is_relative_to(akar):
            raise PenggunaanError(
                f'{alamat} › {NAMA_PENGATURAN} › [berkas] {nama} = "{tempat}" menunjuk ke luar alamat itu. Untuk ruang kerja di penyimpanan '
                "objek semua berkas harus terletak di dalamnya: pindahkan, lalu hapus baris itu."
            )
    return (akar / berkas.hasil).resolve().relative_to(akar).as_posix()


def _nama_pemegang() -> str:
    """Return who runs this, for whoever has to wait: the user and the computer."""
    orang = "seseorang"
    # no name at all in some containers; each system says so with an error of its own
    with suppress(Exception):
        orang = getpass.getuser()
    return f"{orang} di {platform.node() or 'komputer lain'}"
