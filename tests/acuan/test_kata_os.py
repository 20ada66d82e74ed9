"""What the operating system says against a file reaches users in their own words."""

import errno
import os

import pytest

from asn_nilai.acuan.kata_os import sebab_os


@pytest.mark.parametrize(
    ("nomor", "sebab"),
    [
        (errno.EACCES, "tidak diizinkan"),
        (errno.EEXIST, "sudah ada berkas atau folder lain yang bernama itu"),
        (errno.EISDIR, "itu folder, bukan berkas"),
        (errno.ENOSPC, "disk penuh"),
        (errno.EPIPE, f"galat sistem nomor {errno.EPIPE}"),
    ],
)
def test_sebab_sistem_operasi_berbahasa_indonesia(nomor, sebab):
    assert sebab_os(OSError(nomor, os.strerror(nomor))) == sebab


def test_galat_tanpa_nomor_berkata_sendiri():
    assert sebab_os(OSError("berkas berubah selagi dikunci")) == "berkas berubah selagi dikunci"
    assert sebab_os(TimeoutError()) == "TimeoutError"
