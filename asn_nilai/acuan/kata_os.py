"""Why the operating system refuses a file, in the user's words: its own are English, and differ from system to system."""

import errno

_SEBAB = {
    errno.EACCES: "tidak diizinkan",
    errno.EPERM: "tidak diizinkan",
    errno.EROFS: "tempatnya hanya boleh dibaca",
    errno.ENOENT: "tidak ada",
    errno.EEXIST: "sudah ada berkas atau folder lain yang bernama itu",
    errno.EISDIR: "itu folder, bukan berkas",
    errno.ENOTDIR: "ada berkas di tempat yang seharusnya folder",
    errno.ENOTEMPTY: "foldernya tidak kosong",
    errno.ENOSPC: "disk penuh",
    errno.EBUSY: "sedang dipakai program lain",
    errno.ENAMETOOLONG: "namanya terlalu panjang",
    errno.EMFILE: "terlalu banyak berkas terbuka",
    errno.EIO: "disk atau jaringannya bermasalah",
}


def sebab_os(galat: OSError) -> str:
    """Return why the operating system refused, an Indonesian clause."""
    sebab = _SEBAB.get(galat.errno or 0)
    if sebab is not None:
        return sebab
    return f"galat sistem nomor {galat.errno}" if galat.errno else str(galat) or type(galat).__name__
