"""The folder of what is kept, listed: what stands in its way is said before anybody concludes that nothing was ever kept."""

from pathlib import Path

from asn_nilai.acuan.kata.galat_sistem import sebab_os
from asn_nilai.alur.konteks import PenggunaanError
from asn_nilai.ruang_kerja import RuangKerja


def isi_riwayat(ruang: RuangKerja, *bagian: str) -> list[Path]:
    """Return what lies in the folder, or in one within it, by name; nothing where there is none yet.

    Raises:
        PenggunaanError: it is no folder, or must not be read.
    """
    folder = ruang.folder_riwayat.joinpath(*bagian)
    nama = ruang.relatif(folder)
    try:
        return sorted(folder.iterdir())
    except FileNotFoundError:
        return []
    except NotADirectoryError as galat:
        nama = ruang.folder_riwayat.name if ruang.folder_riwayat.is_file() else nama
        raise PenggunaanError(
            f"{nama} di {ruang.akar} adalah berkas, bukan folder, jadi yang seharusnya tersimpan di situ tidak ada. Pindahkan "
            f"berkas itu ke tempat lain, kembalikan folder {nama} dari cadangan, lalu jalankan lagi."
        ) from galat
    except OSError as galat:
        raise PenggunaanError(
            f"Folder {nama} di {ruang.akar} tidak dapat dibaca ({sebab_os(galat)}). Mintalah hak membaca dan menulis folder itu, "
            "lalu jalankan lagi."
        ) from galat
