"""Why the operating system refuses a file, in the user's words: its own are English, and differ from system to system."""

import errno
import re

from asn_nilai.acuan.kata.nama_windows import ditolak_windows

_TIDAK_DIBERIKAN = -1
"""No system's number: the file is known, but what lies elsewhere cannot be had."""
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
    errno.EDQUOT: "jatah (kuota) ruang disk habis",
    errno.EFBIG: "melebihi ukuran berkas yang diizinkan di situ",
    errno.EBUSY: "sedang dipakai program lain",
    errno.ENAMETOOLONG: "namanya terlalu panjang",
    errno.EINVAL: "namanya tidak diterima sistem operasi",
    errno.EMFILE: "terlalu banyak berkas terbuka",
    errno.EIO: "disk atau jaringannya bermasalah",
    _TIDAK_DIBERIKAN: "disk, jaringan, atau OneDrive tidak memberikannya",
}


def _nomor(galat: OSError) -> int:
    """Return the number by which a cause is known.

    An invalid argument is a bad name where the file has one. Of a file with a good name Windows says so where a share is gone or
    OneDrive does not hand out what it keeps; without a file it may be about anything.
    """
    if galat.errno != errno.EINVAL:
        return galat.errno or 0
    if galat.filename is None:
        return 0
    bagian = re.split(r"[\\/]", re.sub(r"^([\\/]{2}\?[\\/])?([A-Za-z]:)?", "", str(galat.filename)))
    return errno.EINVAL if any(map(ditolak_windows, bagian)) else _TIDAK_DIBERIKAN


def sebab_os(galat: OSError) -> str:
    """Return why the operating system refused, an Indonesian clause."""
    sebab = _SEBAB.get(_nomor(galat))
    if sebab is not None:
        return sebab
    return f"galat sistem nomor {galat.errno}" if galat.errno else str(galat) or type(galat).__name__


_MENGHALANGI = "Pindahkan atau ubah nama yang menghalangi itu, lalu jalankan lagi."
_DITAHAN = "Tutup program yang memakainya atau mintalah hak membaca dan menulis di situ, lalu jalankan lagi."
_SARAN = {
    errno.ENOSPC: "Kosongkan ruang di disk, lalu jalankan lagi.",
    **dict.fromkeys(
        (errno.EDQUOT, errno.EFBIG),
        "Kosongkan ruang di situ, atau mintalah jatah yang lebih besar kepada pengelola komputernya, lalu jalankan lagi.",
    ),
    **dict.fromkeys((errno.ENOTDIR, errno.EEXIST, errno.EISDIR), _MENGHALANGI),
    **dict.fromkeys((errno.EACCES, errno.EPERM, errno.EBUSY), _DITAHAN),
    errno.EINVAL: 'Pakai nama tanpa tanda < > : " | ? * dan bukan nama alat seperti CON atau AUX, lalu jalankan lagi.',
    _TIDAK_DIBERIKAN: "Periksa sambungan ke jaringan; bila foldernya di OneDrive, klik kanan folder itu di Explorer, pilih "
    "Selalu simpan di perangkat ini (Always keep on this device), tunggu sampai terunduh, lalu jalankan lagi.",
    errno.ENOENT: "Pastikan tidak ada yang memindahkan atau menghapusnya, lalu jalankan lagi.",
}
_JALUR_TERPANJANG = 240
"""Characters of a file's whole path from which Windows may refuse it."""
_KARENA_PANJANG = frozenset({errno.ENOENT, errno.EINVAL})
"""What Windows says then: that it is not there, or no name; who has no right to a folder is not helped by a shorter way to it."""


def saran_os(galat: OSError, jalur: str = "") -> str:
    """Return what to do about it, an Indonesian sentence.

    Args:
        galat: what the operating system said.
        jalur: the whole path of the file, blank where nobody knows.
    """
    mungkin = galat.errno in _KARENA_PANJANG and len(jalur) >= _JALUR_TERPANJANG
    if mungkin or galat.errno == errno.ENAMETOOLONG:
        return f"Jalurnya {len(jalur)} huruf: pindahkan ruang kerja ke folder yang jalurnya pendek, misalnya C:/kinerja, lalu jalankan lagi."
    return _SARAN.get(_nomor(galat), "Periksa disk, jaringan, dan hak menulis di situ, lalu jalankan lagi.")


def kalimat_os(galat: OSError, jalur: str = "") -> str:
    """Return what the operating system refused, why, and what to do about it, as sentences.

    Args:
        galat: what the operating system said.
        jalur: what was to be opened, where the error itself does not name it.
    """
    berkas = str(galat.filename or jalur)
    apa = f"{berkas} tidak dapat dibuka" if berkas else "Berkas tidak dapat ditulis"
    return f"{apa} ({sebab_os(galat)}). {saran_os(galat, berkas)}"
