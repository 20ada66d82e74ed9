"""What the terminal says once a command is done, word for word; and what stands out in colour."""

import io
from pathlib import Path
from types import SimpleNamespace

import pytest
from rich.console import Console

from asn_nilai.acuan.isian.skema import Unit
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.periode import Periode
from asn_nilai.acuan.rekap.keadaan_tahun import KeadaanTahun
from asn_nilai.acuan.setoran.setoran_unit import SetoranUnit
from asn_nilai.acuan.temuan import temuan
from asn_nilai.cli.layar import Layar
from asn_nilai.cli.layar_tahun import tulis_judul
from asn_nilai.cli.perintah.rekap import _belum_layak

MEI, TERKUNCI = (SimpleNamespace(terkunci=ini, tertahan=False) for ini in (False, True))
TERTAHAN = SimpleNamespace(terkunci=False, tertahan=True)


@pytest.mark.parametrize(
    ("keadaan", "kalimat"),
    [
        (
            {"pesan": ("x",), "riwayat": ("x",), "dinilai": 0, "usang": (MEI,), "asing": ("x",)},
            "BELUM SELESAI: yang disebut di atas belum ada, atau masih yang lama. Jalankan perintah ini lagi sebelum dibagikan.",
        ),
        (
            {"riwayat": ("x",), "dinilai": 0, "usang": (MEI,), "asing": ("x",)},
            "BELUM LAYAK DISERAHKAN: riwayat periode ini tidak utuh. Kembalikan folder riwayat dari cadangan, lalu jalankan perintah ini lagi.",
        ),
        (
            {"dinilai": 0, "usang": (MEI,), "asing": ("x",)},
            "Belum ada ASN yang dinilai pada Mei 2026; belum ada yang layak diserahkan.",
        ),
        (
            {"usang": (MEI,), "asing": ("x",)},
            "BELUM LAYAK DISERAHKAN: ada hasil yang usang. Jalankan asn-nilai hitung kota --semua, lalu perintah ini lagi.",
        ),
        (
            {"usang": (TERKUNCI, MEI), "asing": ("x",)},
            "BELUM LAYAK DISERAHKAN: ada hasil yang usang. Jalankan asn-nilai hitung kota --semua, lalu perintah ini lagi.",
        ),
        (
            {"usang": (MEI, TERTAHAN, MEI)},
            "BELUM LAYAK DISERAHKAN: ada hasil yang usang atau belum lengkap. Jalankan asn-nilai hitung kota --semua, lalu perintah ini lagi.",
        ),
        (
            {"usang": (TERKUNCI, TERKUNCI), "asing": ("x",)},
            "BELUM LAYAK DISERAHKAN: ada hasil terkunci yang usang. Perintah di atas menyegarkannya, atau menyebut apa yang berubah dan koreksinya; sesudah itu jalankan perintah ini lagi.",
        ),
        (
            {"asing": ("a.txt", "b.txt")},
            "JANGAN DIUMUMKAN DAHULU. Di folder itu ada yang bukan bagian himpunan ini: a.txt, b.txt. Pindahkan ke luar, lalu jalankan perintah ini lagi.",
        ),
        ({}, ""),
    ],
)  # fmt: skip
def test_rekap_yang_belum_layak_menyebut_sebab_yang_terberat(keadaan, kalimat):
    isi = {"pesan": (), "riwayat": (), "dinilai": 1, "usang": (), "asing": ()} | keadaan
    rekap = SimpleNamespace(
        dinilai=isi["dinilai"],
        periode=Periode.dari_teks("2026-05"),
        sorotan=SimpleNamespace(usang=isi["usang"]),
    )
    hasil = SimpleNamespace(pesan=isi["pesan"], riwayat=isi["riwayat"], rekap=rekap, asing=isi["asing"])
    assert _belum_layak(Path("kota"), hasil) == kalimat


@pytest.mark.parametrize(("instansi", "tampil"), [("Kota Contoh", "Kota Contoh"), ("", "Ruang kerja")])
def test_judul_tahun_ada_juga_tanpa_nama_instansi(capsys, instansi, tampil):
    tulis_judul(Layar(), KeadaanTahun(instansi, 2026, "PermenPANRB 6/2022", ()))
    assert capsys.readouterr().err == f"{tampil} · tahun 2026 · PermenPANRB 6/2022\n"


def warna_sel(unit: SetoranUnit) -> list[tuple[str, str]]:
    """Return the words of a unit's row on the table of submissions, each with its colour."""
    layar = Layar()
    layar.konsol = Console(
        file=io.StringIO(), width=200, record=True, force_terminal=True, color_system="standard"
    )
    layar.tabel_setoran([unit])
    ruas = [potongan for potongan in layar.konsol._record_buffer if potongan.text.strip()]
    nama = next(
        nomor
        for nomor, potongan in enumerate(ruas)
        if potongan.text.strip() == f"{unit.unit.nama} ({unit.unit.kode})"
    )
    return [
        (potongan.text.strip(), potongan.style.color.name if potongan.style and potongan.style.color else "")
        for potongan in ruas[nama : nama + 5]
    ]


def test_galat_dan_keadaan_unit_menonjol_yang_bersih_tidak():
    galat = (temuan("perilaku-kosong", Letak("a.xlsx")), temuan("berkas-tanpa-unit", Letak("b.xlsx")))
    assert warna_sel(SetoranUnit(Unit("A", "Dinas A"), 7, galat)) == [
        ("Dinas A (A)", ""),
        ("ada galat", "red"),
        ("7", ""),
        ("1", "red"),
        ("1", ""),
    ]
    assert warna_sel(SetoranUnit(Unit("B", "Dinas B"), 5)) == [
        ("Dinas B (B)", ""),
        ("lengkap", "green"),
        ("5", ""),
        ("0", ""),
        ("0", ""),
    ]
