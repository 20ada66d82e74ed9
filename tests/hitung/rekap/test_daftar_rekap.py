"""The recap's lists: whose entries, of which units, in which order; and the factors of each angka kredit."""

from types import SimpleNamespace

import pandas as pd

from asn_nilai.acuan.hasil.tindak_lanjut import ANGKA_KREDIT, PENGHARGAAN
from asn_nilai.hitung.rekap.daftar import daftar, daftar_kredit


def baris(jenis, unit, nip):
    return SimpleNamespace(
        jenis=jenis, kode_unit=unit, nip=nip, nama=f"Orang {nip}", jenjang="Ahli Muda", persen=100.0, koefisien=25.0, bulan=3,
        bulan_sebelum=1, angka_kredit=6.25, alasan=f"alasan {nip}",
    )  # fmt: skip


def bahan(*semua):
    kolom = ["kode_unit", "nip", "jabatan", "predikat"]
    nilai = pd.DataFrame(
        [("A", "1", "Perawat", "Baik"), ("B", "1", "Dokter", "Kurang"), ("B", "2", "Analis", "Sangat Baik")],
        columns=kolom,
    )
    return SimpleNamespace(unit=("B", "A"), tindak_lanjut=semua, hasil=SimpleNamespace(nilai=nilai))


def test_daftar_satu_jenis_menurut_urutan_unit_rekap_lalu_urutan_bukunya():
    semua = [
        baris(PENGHARGAAN, "A", "1"),
        baris(PENGHARGAAN, "B", "2"),
        baris(ANGKA_KREDIT, "B", "2"),
        baris(PENGHARGAAN, "B", "1"),
        baris(PENGHARGAAN, "C", "9"),
    ]
    assert [(b.kode_unit, b.nip) for b in daftar(bahan(*semua), PENGHARGAAN)] == [
        ("B", "2"),
        ("B", "1"),
        ("A", "1"),
    ]
    assert daftar(bahan(), PENGHARGAAN) == ()


def test_angka_kredit_dengan_jabatan_dan_predikat_di_unitnya():
    kredit = daftar_kredit(
        bahan(baris(ANGKA_KREDIT, "A", "1"), baris(PENGHARGAAN, "A", "1"), baris(ANGKA_KREDIT, "B", "1"))
    )
    assert [(k.kode_unit, k.kredit.jabatan, k.kredit.predikat) for k in kredit] == [
        ("B", "Dokter", "Kurang"),
        ("A", "Perawat", "Baik"),
    ]
    ini = kredit[1].kredit
    assert (ini.nip, ini.nama, ini.jenjang, ini.persen, ini.koefisien) == (
        "1",
        "Orang 1",
        "Ahli Muda",
        100.0,
        25.0,
    )
    assert (ini.bulan, ini.sebelum, ini.angka, ini.keterangan) == (3, 1, 6.25, "alasan 1")
