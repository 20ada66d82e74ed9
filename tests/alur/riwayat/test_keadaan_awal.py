"""First states in their archive: a unit's own is fetched from its place, and what is damaged is an empty state."""

import zipfile

import pytest

from asn_nilai.acuan.riwayat.keadaan import Isi, Kunci, tulis_keadaan
from asn_nilai.alur.riwayat.keadaan_awal import baca_asal, baca_awal, simpan_awal, unit_awal, unit_bertarget

ISI = {
    kode: tulis_keadaan({Kunci("target", kode, "1", "K"): Isi(f"nilai {kode}", "A1")})
    for kode in ("PKM.A", "B")
}


@pytest.fixture
def berkas(tmp_path):
    simpan_awal(tmp_path, 1, [("", ""), *ISI.items()], {"B target/B.xlsx": "ab"})
    return tmp_path / "awal-1.zip"


def test_keadaan_tiap_unit_dan_asalnya(berkas):
    assert baca_awal(berkas, "B") == [["target", "1", "K", "", "nilai B", "A1"]]
    assert baca_awal(berkas, "pkm.a") == [["target", "1", "K", "", "nilai PKM.A", "A1"]]
    assert baca_awal(berkas, "C") is None
    assert unit_awal(berkas) == {"PKM.A", "B"}
    assert baca_asal(berkas) == {"B target/B.xlsx": "ab"}


def test_tanpa_berkas_tidak_ada_apa_apa(tmp_path):
    (tmp_path / "bukan.zip").write_bytes(b"bukan zip")
    for berkas in (tmp_path / "awal-1.zip", tmp_path / "bukan.zip"):
        assert (baca_awal(berkas, "B"), unit_awal(berkas), baca_asal(berkas)) == (None, set(), {})
        assert unit_bertarget(berkas) == {}


def test_keadaan_yang_rusak_adalah_keadaan_kosong(berkas):
    with zipfile.ZipFile(berkas) as arsip:
        info = arsip.getinfo("unit/B.csv")
    isi = bytearray(berkas.read_bytes())
    isi[info.header_offset + 30 + len(info.filename) + 3] ^= 0xFF
    berkas.write_bytes(isi)
    assert baca_awal(berkas, "B") == []
    assert baca_awal(berkas, "PKM.A")


@pytest.mark.parametrize(
    ("awal", "kepala"),
    [(18, bytes(4)), (22, b"\xff" * 4), (14, bytes(4)), (26, b"\xff" * 2)],
    ids=["tanpa isi", "terlalu besar", "sidik lain", "nama panjang"],
)
def test_keadaan_yang_kepalanya_rusak_adalah_keadaan_kosong(berkas, awal, kepala):
    with zipfile.ZipFile(berkas) as arsip:
        letak = arsip.getinfo("unit/B.csv").header_offset + awal
    isi = bytearray(berkas.read_bytes())
    isi[letak : letak + len(kepala)] = kepala
    berkas.write_bytes(isi)
    assert baca_awal(berkas, "B") == []
    assert baca_awal(berkas, "PKM.A")


def test_keadaan_yang_tempatnya_di_luar_berkas_adalah_keadaan_kosong(berkas):
    daftar = bytearray(berkas.read_bytes())
    letak = daftar.rindex(b"unit/B.csv") - 4  # where the list of members says where this one begins
    daftar[letak : letak + 4] = (len(daftar) - 3).to_bytes(4, "little")
    berkas.write_bytes(daftar)
    assert baca_awal(berkas, "B") == []


@pytest.mark.parametrize("mundur", [1, 1000], ids=["geser", "sebelum berkas"])
def test_keadaan_yang_daftarnya_bergeser_adalah_keadaan_kosong(berkas, mundur):
    """The end of the file says where the list of members should begin: from where it does follows where they are."""
    isi = bytearray(berkas.read_bytes())
    letak = len(isi) - 6
    isi[letak : letak + 4] = (int.from_bytes(isi[letak : letak + 4], "little") + mundur).to_bytes(4, "little")
    berkas.write_bytes(isi)
    assert baca_awal(berkas, "B") == []


def test_daftar_dari_zip_yang_tidak_dikenal_sama_dengan_tanpa_berkas(berkas):
    isi = bytearray(berkas.read_bytes())
    isi[isi.index(b"PK\x01\x02") + 6] = 255  # the version that is needed to read the first member
    berkas.write_bytes(isi)
    assert (baca_awal(berkas, "B"), unit_awal(berkas), baca_asal(berkas)) == (None, set(), {})
    assert unit_bertarget(berkas) == {}


def test_keadaan_dengan_baris_yang_kurang_adalah_keadaan_kosong(tmp_path):
    with zipfile.ZipFile(tmp_path / "awal-1.zip", "w") as arsip:
        arsip.writestr("unit/B.csv", ISI["B"].replace(b',"A1"', b""))
    assert baca_awal(tmp_path / "awal-1.zip", "B") == []


def test_keadaan_yang_bukan_teks_adalah_keadaan_kosong(tmp_path):
    with zipfile.ZipFile(tmp_path / "awal-1.zip", "w") as arsip:
        arsip.writestr("unit/B.csv", ISI["B"] + b"\xff")
        arsip.writestr("unit/C.csv", ISI["PKM.A"])
    assert baca_awal(tmp_path / "awal-1.zip", "B") == []
    assert unit_bertarget(tmp_path / "awal-1.zip") == {"1": {"C"}}


@pytest.mark.parametrize("isi", ["", "{", "[" * 100_000, '["B"]', '"B"', "\udc80"])
def test_asal_yang_tidak_terbaca_adalah_tanpa_asal(tmp_path, isi):
    with zipfile.ZipFile(tmp_path / "awal-1.zip", "w") as arsip:
        arsip.writestr("asal.json", isi.encode("utf-8", "surrogateescape"))
    assert baca_asal(tmp_path / "awal-1.zip") == {}


def test_anggota_tanpa_dipadatkan_terbaca_juga(tmp_path):
    berkas = tmp_path / "awal-1.zip"
    with zipfile.ZipFile(berkas, "w") as arsip:
        arsip.writestr("unit/B.csv", ISI["B"], zipfile.ZIP_STORED)
    assert baca_awal(berkas, "B") == [["target", "1", "K", "", "nilai B", "A1"]]
