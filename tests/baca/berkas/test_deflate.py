"""What unpacks workbooks does it as zlib does, whole, in pieces, damaged and cut off; and zlib stands in where there is nothing faster."""

import importlib
import random
import sys
import zlib

import pytest

from asn_nilai.baca.berkas import deflate

ACAK = random.Random(7)
ISI = b"".join(b'<c r="A%d"><v>%d</v></c>' % (n, ACAK.randrange(10**6)) for n in range(4_000))
PEMAMPAT = (1, 6, 9)
POTONG = (0, 1, 100, 50_000)


def kemas(isi, tingkat):
    pengemas = zlib.compressobj(tingkat, zlib.DEFLATED, -15)
    return pengemas.compress(isi) + pengemas.flush()


def kembangkan(cara, kemasan, sekali):
    """Return what comes of unpacking at most so many bytes at a time, and how it ends."""
    pengembang, hasil, masukan = cara.decompressobj(-15), [], kemasan
    try:
        while not pengembang.eof:
            isi = pengembang.decompress(masukan, sekali)
            if not isi and not pengembang.unconsumed_tail:
                break
            hasil.append(isi)
            masukan = pengembang.unconsumed_tail
    except cara.error:
        return b"".join(hasil), "rusak"
    return b"".join(hasil), pengembang.eof


@pytest.fixture(params=["cepat", "tanpa"])
def cara(request, monkeypatch):
    """The module as it is here, and as it is where zlib-ng is missing."""
    if request.param == "tanpa":
        monkeypatch.setitem(sys.modules, "zlib_ng", None)
        monkeypatch.setitem(sys.modules, "zlib_ng.zlib_ng", None)
    yield importlib.reload(deflate)
    monkeypatch.undo()
    importlib.reload(deflate)


def test_yang_cepat_dipakai_di_sini_dan_zlib_di_tempat_yang_tidak_mempunyainya(cara, request):
    tanpa = request.node.callspec.params["cara"] == "tanpa"
    assert (cara.decompressobj is zlib.decompressobj) is tanpa
    assert (cara.error is zlib.error) is tanpa


@pytest.mark.parametrize("tingkat", PEMAMPAT)
@pytest.mark.parametrize("sekali", POTONG)
def test_isinya_sama_utuh_maupun_sepotong_sepotong(cara, tingkat, sekali):
    kemasan = kemas(ISI, tingkat)
    assert kembangkan(cara, kemasan, sekali) == (ISI, True)
    assert cara.crc32(ISI) == zlib.crc32(ISI)
    assert cara.crc32(ISI[9:], cara.crc32(ISI[:9])) == zlib.crc32(ISI)


@pytest.mark.parametrize("panjang", range(0, 1_000, 97))
def test_yang_terpotong_tidak_pernah_dikira_utuh(cara, panjang):
    isi, akhir = kembangkan(cara, kemas(ISI, 6)[:panjang], 50_000)
    assert akhir is False
    assert ISI.startswith(isi)


def test_yang_rusak_dikatakan_rusak_atau_ketahuan_dari_jumlahnya(cara):
    """Whichever byte is damaged: no reader takes another content for the true one."""
    utuh = kemas(ISI, 6)
    for letak in range(0, len(utuh), len(utuh) // 200):
        rusak = bytearray(utuh)
        rusak[letak] ^= 0x55
        isi, akhir = kembangkan(cara, bytes(rusak), 50_000)
        assert akhir in {"rusak", False} or cara.crc32(isi) != zlib.crc32(ISI), letak
