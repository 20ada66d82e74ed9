"""People who rate each other, by the register: nobody above them looks at what they say of each other."""

from datetime import date

import pytest
from dunia_baca import BUDI, SITI, Lembaran
from dunia_skema import DuniaSkema

from asn_nilai.acuan.isian.skema import Penempatan
from asn_nilai.baca.skema.daftar_pegawai import Tempat
from asn_nilai.baca.skema.rantai_atasan import yang_melingkar

APRIL, MEI = date(2026, 4, 30), date(2026, 5, 1)


def baris(
    posisi: int, nip: str, atasan: str, mulai: date | None = None, selesai: date | None = None
) -> Tempat:
    return Tempat(
        posisi, Penempatan(nip, f"Nama {nip}", "DIN", nip_atasan=atasan, mulai=mulai, selesai=selesai)
    )


def melingkar(*semua: Tempat) -> dict[int, str]:
    return {
        milik.posisi: " ".join(nama.removeprefix("Nama ") for nama in jalan)
        for milik, jalan in yang_melingkar(semua)
    }


@pytest.mark.parametrize(
    ("atasan", "hasil"),
    [
        ({"A": "B", "B": "A"}, {0: "A B", 1: "B A"}),
        ({"A": "B", "B": "C", "C": "A"}, {0: "A B C", 1: "B C A", 2: "C A B"}),
        ({"A": "B", "B": "C", "C": "B"}, {1: "B C", 2: "C B"}),
        ({"A": "B", "B": "C", "C": "", "D": "C"}, {}),
        ({"A": "B", "B": "B"}, {}),
        ({"A": "B", "B": "entah"}, {}),
    ],
)  # fmt: skip
def test_rantai_yang_kembali_ke_awalnya(atasan, hasil):
    assert melingkar(*(baris(i, nip, atas) for i, (nip, atas) in enumerate(atasan.items()))) == hasil


def test_yang_dahulu_dinilai_boleh_kemudian_menilai():
    """Who was rated until April may rate from May on: no day has both."""
    berganti = [
        baris(0, "A", "B", selesai=APRIL), baris(1, "A", "", mulai=MEI),
        baris(2, "B", "", selesai=APRIL), baris(3, "B", "A", mulai=MEI),
    ]  # fmt: skip
    assert melingkar(*berganti) == {}
    assert melingkar(*berganti, baris(4, "B", "A", mulai=APRIL, selesai=APRIL)) == {0: "A B", 4: "B A"}


def test_disebut_di_sel_masing_masing(tmp_path):
    sel: list[str] = []

    def ubah(lembar: Lembaran) -> None:
        for posisi, atasan in ((0, BUDI), (1, SITI)):
            lembar.isi("nip_atasan", posisi, atasan)
            sel.append(lembar.sel("nip_atasan", posisi).coordinate)

    _, temuan = DuniaSkema(tmp_path, (0, 0)).baca(Pegawai=ubah)
    assert [(t.kode, t.tingkat, t.letak.sel) for t in temuan] == [
        ("atasan-melingkar", "peringatan", s) for s in sel
    ]
    assert temuan[1].pesan == (
        "Rantai atasan Budi Koto kembali kepadanya (Budi Koto → Siti Rahma → Budi Koto): mereka saling menilai, dan tidak ada pejabat di atas "
        "mereka yang tercatat."
    )


def test_lingkaran_yang_besar_disingkat(tmp_path):
    """Nobody reads sixty names in one sentence; each is told at its own cell."""

    def ubah(lembar: Lembaran) -> None:
        for urut in range(6):
            nip, atasan = (f"1986031520090320{nomor % 6 + 1:02}" for nomor in (urut, urut + 1))
            orang = {
                "nip": nip,
                "nama": f"Orang {urut + 1}",
                "kode_unit": "DINKES",
                "nip_atasan": atasan,
                "mulai": None,
                "selesai": None,
            }
            for kunci, isi in orang.items():
                lembar.isi(kunci, urut, isi)

    _, temuan = DuniaSkema(tmp_path, (0, 0)).baca(Pegawai=ubah)
    pesan = [t.pesan for t in temuan if t.kode == "atasan-melingkar"]
    assert len(pesan) == 6
    assert "(Orang 2 → Orang 3 → … 4 orang lagi … → Orang 2): " in pesan[1]
