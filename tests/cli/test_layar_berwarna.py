"""How tables and findings stand on a terminal, colours and all: on a wide one, and on one of 80 columns."""

import io

import pytest
from keluaran_beku import cocokkan
from rich.console import Console

from asn_nilai.acuan.hasil.ringkas import RingkasUnit
from asn_nilai.acuan.isian.skema import TANPA_UNIT, Unit
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.profil.muat_aturan import muat_aturan
from asn_nilai.acuan.setoran.setoran_unit import SetoranUnit
from asn_nilai.acuan.temuan import temuan
from asn_nilai.cli.layar import Layar

NAN = float("nan")
BERSIH = RingkasUnit(
    "A", "Dinas [A]", "Dinas", 7, 7, 98.765, 691.355, {"Baik": 4, "Sangat Baik": 3}, 0, 2, "lengkap"
)
LAIN = (
    RingkasUnit("PKM-TB", "Puskesmas Tigo Baleh di Ujung Jalan yang Panjang", "Puskesmas", 12, 9, 80.0, 720.0, {"Kurang": 9}, 3, 0, "ada galat"),
    RingkasUnit("C", "Kelurahan C", "Kelurahan", 1, 0, NAN, 0.0, {}, 1, 0, "belum setor"),
    RingkasUnit("", TANPA_UNIT.nama, "", 2, 0, NAN, 0.0, {}, 0, 0, "lihat skema"),
)  # fmt: skip
SEMENTARA = RingkasUnit(
    "D", "Dinas D", "Dinas", 4, 1, 90.0, 90.0, {"Baik": 1}, status="tak terbaca", sementara=2
)
BULAN = {"periode": "Mei 2026"}
TEMUAN = (
    temuan("berkas-tanpa-unit", Letak("capaian/2026-05/Zeta.xlsx"), contoh="A.xlsx"),
    *(
        temuan(
            "perilaku-kosong",
            Letak("a.xlsx", "Perilaku", f"C{n}"),
            unit="A",
            nama=f"ASN {n}",
            kurang="Loyal",
            **BULAN,
        )
        for n in range(8, 16)
    ),
    temuan(
        "perilaku-kosong",
        Letak("b.xlsx", "Perilaku", "C8"),
        unit="B",
        nama="Budi",
        kurang="Loyal, Adaptif",
        **BULAN,
    ),
    temuan(
        "berkas-hilang",
        Letak("capaian/2026-05/C.xlsx"),
        unit="C",
        unit_kerja="Dinas C",
        jenis="capaian",
        berkas="C.xlsx",
        **BULAN,
    ),
)


def semua(layar: Layar) -> None:
    aturan = muat_aturan("permenpanrb-6-2022")
    layar.tabel_unit([BERSIH], aturan)
    layar.tabel_unit([BERSIH, *LAIN], aturan)
    layar.tabel_unit([BERSIH, SEMENTARA], aturan)
    setoran = SetoranUnit(Unit("A", "Dinas A"), 7, TEMUAN[:2]), SetoranUnit(Unit("B", "Dinas B"), 5)
    layar.tabel_setoran(setoran)
    layar.tabel_setoran([SetoranUnit(Unit("C", "Dinas C"), 7, TEMUAN[-1:])], tanpa_unit=2)
    layar.tabel(("Kode", "Nama", "Nilai"), [("A", "[red]Budi", "1"), ("B", "Ani", "10")], teks=2)
    layar.tabel(("Kode", "Nilai"), [("A", "1")], rapat=True)
    layar.judul("Judul [b]")
    layar.temuan([ini.sebagai_dict() for ini in TEMUAN])
    layar.temuan([TEMUAN[0].sebagai_dict()])
    layar.temuan([TEMUAN[1].sebagai_dict()])
    for ini in (SetoranUnit(Unit("A", "Dinas A"), 7, TEMUAN[:9]), setoran[1]):
        layar.kelompok(f"{ini.unit.nama}, {ini.status}", ini.kelompok)


@pytest.mark.parametrize("lebar", [80, 117, 118, 139, 140])
def test_di_terminal(lebar):
    layar = Layar()
    layar.konsol = Console(
        file=io.StringIO(), width=lebar, force_terminal=True, color_system="standard", legacy_windows=False
    )
    semua(layar)
    teks = layar.konsol.file.getvalue().replace("\x1b[", "‹")
    cocokkan(f"layar-berwarna-{lebar}.txt", "".join(f"{baris.rstrip()}\n" for baris in teks.splitlines()))


def test_yang_diam_tidak_menulis_apa_pun(capsys):
    layar = Layar(diam=True)
    semua(layar)
    layar.tulis("x")
    layar.kalimat("x")
    with layar.kemajuan("Menghitung", 1) as lapor:
        lapor("A")
    assert capsys.readouterr() == ("", "")
