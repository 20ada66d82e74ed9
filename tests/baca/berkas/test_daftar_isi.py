"""The directory of a zip, read at a stroke, says what `zipfile` says of it; whatever is unusual is left to that one."""

import io
import zipfile

import pytest

from asn_nilai.baca.berkas import daftar_isi as modul
from asn_nilai.baca.berkas.daftar_isi import daftar_isi

_DIBANDING = (
    "filename", "orig_filename", "flag_bits", "compress_type", "CRC", "compress_size", "file_size", "header_offset",
)  # fmt: skip


def _arsip(*nama, catatan=b"", tambahan=b""):
    berkas = io.BytesIO()
    with zipfile.ZipFile(berkas, "w", zipfile.ZIP_DEFLATED) as zip_:
        for bagian in nama:
            info = zipfile.ZipInfo(bagian)
            info.extra, info.compress_type = tambahan, zipfile.ZIP_DEFLATED
            zip_.writestr(info, bagian * 9)
        zip_.comment = catatan
    return berkas.getvalue()


@pytest.mark.parametrize(
    ("data", "sekali"),
    [
        (_arsip("xl/workbook.xml", "_rels/.rels"), True), (_arsip("a", catatan=b"dari kantor"), False),
        (_arsip("a", tambahan=b"\x01\xca\x02\x00ab"), False), (_arsip("lémbar.xml"), False), (b"di muka" + _arsip("a"), False),
    ],
)  # fmt: skip
def test_sama_dengan_zipfile(monkeypatch, data, sekali):
    with zipfile.ZipFile(io.BytesIO(data)) as zip_:
        asli = zip_.infolist()
    ditanya = []

    def tanya(*isi):
        ditanya.append(isi)
        return zipfile.ZipFile(*isi)

    monkeypatch.setattr(modul, "ZipFile", tanya)
    hasil = daftar_isi(data)
    assert [[getattr(info, kunci) for kunci in _DIBANDING] for info in hasil] == [
        [getattr(info, kunci) for kunci in _DIBANDING] for info in asli
    ]
    assert (not ditanya) is sekali


@pytest.mark.parametrize("potong", [1, 10, 22, 40, 60])
def test_terpotong_ditolak(potong):
    with pytest.raises(zipfile.BadZipFile):
        daftar_isi(_arsip("a", "b")[:-potong])
