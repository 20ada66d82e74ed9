"""What the operating system says against a file reaches users in their own words."""

import errno
import os

import pytest

from asn_nilai.acuan.kata.galat_sistem import kalimat_os, saran_os, sebab_os


@pytest.mark.parametrize(
    ("nomor", "sebab"),
    [
        (errno.EACCES, "tidak diizinkan"),
        (errno.EEXIST, "sudah ada berkas atau folder lain yang bernama itu"),
        (errno.EISDIR, "itu folder, bukan berkas"),
        (errno.ENOSPC, "disk penuh"),
        (errno.EDQUOT, "jatah (kuota) ruang disk habis"),
        (errno.EFBIG, "melebihi ukuran berkas yang diizinkan di situ"),
        (errno.EPIPE, f"galat sistem nomor {errno.EPIPE}"),
    ],
)
def test_sebab_sistem_operasi_berbahasa_indonesia(nomor, sebab):
    assert sebab_os(OSError(nomor, os.strerror(nomor))) == sebab


def test_galat_tanpa_nomor_berkata_sendiri():
    assert sebab_os(OSError("berkas berubah selagi dikunci")) == "berkas berubah selagi dikunci"
    assert sebab_os(TimeoutError()) == "TimeoutError"


@pytest.mark.parametrize(
    ("galat", "jalur", "awal"),
    [
        (OSError(errno.EACCES, "", "a.xlsx"), "folder", "a.xlsx tidak dapat dibuka (tidak diizinkan). Tutup"),
        (OSError(errno.EACCES, ""), "folder", "folder tidak dapat dibuka (tidak diizinkan). Tutup"),
        (OSError(errno.ENOSPC, ""), "", "Berkas tidak dapat ditulis (disk penuh). Kosongkan ruang"),
    ],
)
def test_kalimat_menyebut_berkas_sebab_dan_saran(galat, jalur, awal):
    assert kalimat_os(galat, jalur).startswith(awal)


PINDAH = "pindahkan ruang kerja ke folder yang jalurnya pendek, misalnya C:/kinerja, lalu jalankan lagi."


@pytest.mark.parametrize(
    ("nomor", "jalur", "saran"),
    [
        (errno.ENOSPC, "x" * 300, "Kosongkan ruang di disk, lalu jalankan lagi."),
        (errno.EDQUOT, "x" * 300, "Kosongkan ruang di situ, atau mintalah jatah yang lebih besar kepada pengelola komputernya, lalu jalankan lagi."),
        (errno.ENAMETOOLONG, "x" * 20, f"Jalurnya 20 huruf: {PINDAH}"),
        (errno.ENOENT, "x" * 240, f"Jalurnya 240 huruf: {PINDAH}"),
        (errno.ENOENT, "x" * 239, "Pastikan tidak ada yang memindahkan atau menghapusnya, lalu jalankan lagi."),
        (errno.EEXIST, "", "Pindahkan atau ubah nama yang menghalangi itu, lalu jalankan lagi."),
        (errno.EINVAL, "x" * 240, f"Jalurnya 240 huruf: {PINDAH}"),
        (errno.EACCES, "", "Tutup program yang memakainya atau mintalah hak membaca dan menulis di situ, lalu jalankan lagi."),
        (errno.EACCES, "x" * 300, "Tutup program yang memakainya atau mintalah hak membaca dan menulis di situ, lalu jalankan lagi."),
        (errno.EIO, "", "Periksa disk, jaringan, dan hak menulis di situ, lalu jalankan lagi."),
    ],
)  # fmt: skip
def test_tiap_sebab_mempunyai_sarannya(nomor, jalur, saran):
    assert saran_os(OSError(nomor, os.strerror(nomor)), jalur) == saran
