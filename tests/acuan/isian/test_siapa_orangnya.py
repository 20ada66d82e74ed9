"""Who may be meant: names and NIPs with slips of typing, and words of the register that exist."""

import pytest

from asn_nilai.acuan.isian.formulir.jenis_jabatan import jenis_jabatan_ada
from asn_nilai.acuan.isian.orang.golongan import golongan_ada
from asn_nilai.acuan.isian.orang.nama_orang import mungkin_orang_sama, nama_sama
from asn_nilai.acuan.isian.orang.nip import mirip_nip

NIP = "198603152009032001"


@pytest.mark.parametrize(
    "tertulis",
    [
        NIP, NIP[:-1], NIP[1:], NIP + "1", "9" + NIP, NIP[:8] + NIP[9:], NIP[:5] + "9" + NIP[6:], NIP[:-1] + "9", "9" + NIP[1:],
        NIP[:3] + NIP[4] + NIP[3] + NIP[5:], NIP[:16] + NIP[17] + NIP[16], NIP[:15] + "…",
    ],
)  # fmt: skip
def test_nip_dengan_satu_kekhilafan_mirip(tertulis):
    assert mirip_nip(tertulis, NIP)


@pytest.mark.parametrize(
    "tertulis",
    [
        "",
        "…"[:0],
        "123",
        NIP[:-2],
        NIP + "12",
        "28" + NIP[2:],
        NIP[::-1],
        NIP[:14] + "9…",
        NIP[:2] + "99" + NIP[4:],
    ],
)
def test_nip_lain_tidak_mirip(tertulis):
    assert not mirip_nip(tertulis, NIP)


@pytest.mark.parametrize(
    ("nama", "lain"),
    [
        ("Pegawai 001, S.E.", "PEGAWAI 001"), ("Siti Rahma, S.KM.", "SITI RAHMA"), ("dr. Siti Rahma", "Siti Rahma, M.Kes."), ("Drs. H. Siti Rahma", "siti  rahma"),
        ("Siti Rahma, S1", "Siti Rahma, S2"), ("Siti Rahma, D3 Keb.", "Siti Rahma, D4"), ("Pegawai 001, D3", "Pegawai 001, S1"),
        ("1. Siti Rahma", "12. Siti Rahma"),
    ],
)  # fmt: skip
def test_nama_yang_sama_kecuali_gelarnya(nama, lain):
    assert nama_sama(nama, lain)
    assert mungkin_orang_sama(nama, lain)


@pytest.mark.parametrize(
    ("nama", "lain"),
    [("Siti", "Siti Rahma"), ("Siti Rahmawati", "Siti Rahmawti"), ("", "Siti"), ("Siti", "")],
)
def test_nama_yang_mungkin_orang_yang_sama(nama, lain):
    assert mungkin_orang_sama(nama, lain)
    assert not nama_sama(nama, lain)


@pytest.mark.parametrize(
    ("nama", "lain"),
    [
        ("Siti Rahma", "Budi Koto"),
        ("Siti Rahma", "Siti Aminah"),
        ("A.", "B."),
        ("Pegawai 001", "Pegawai 002"),
        ("Pegawai Contoh No. 1", "Pegawai Contoh No. 11"),
    ],
)
def test_nama_orang_lain(nama, lain):
    assert not mungkin_orang_sama(nama, lain)
    assert not nama_sama(nama, lain)


def test_nama_yang_seluruhnya_singkatan_tetap_nama():
    assert nama_sama("M. A.", "m.a.")
    assert not nama_sama("", "")
    assert not nama_sama("S.H.,", "")


@pytest.mark.parametrize(
    ("golongan", "jenis", "ada"),
    [
        ("III/a", "PNS", True), ("Penata Muda Tingkat I (III/b)", "PNS", True), ("IV/e", "PNS", True), ("III", "PNS", True),
        ("III/e", "PNS", False), ("II/e", "PNS", False), ("V/a", "PNS", False), ("IX", "PNS", False), ("3A", "PNS", False),
        ("IX", "PPPK", True), ("Golongan VII", "PPPK", True), ("XVIII", "PPPK", False), ("III/a", "PPPK", False), ("", "PNS", True),
        (" - ", "PPPK", True), ("III/a IV/a", "PNS", False),
    ],
)  # fmt: skip
def test_golongan_yang_ada(golongan, jenis, ada):
    assert golongan_ada(golongan, jenis) is ada


@pytest.mark.parametrize(
    ("teks", "ada"),
    [
        ("Fungsional", True), ("JABATAN PELAKSANA", True), ("Pimpinan Tinggi Pratama", True), ("JPT Madya", True), ("JF", True),
        ("Eselon III.a", True), ("", True), ("-", True), ("Struktral", False), ("Guru", False), ("J", False),
    ],
)  # fmt: skip
def test_jenis_jabatan_yang_ada(teks, ada):
    assert jenis_jabatan_ada(teks) is ada
