"""What earlier months reached is read from rincian.csv: the same, whether a cell needed quotes or not."""

import csv

import pytest

from asn_nilai.acuan.periode import Bulan
from asn_nilai.alur.masukan.target_layak import _baris
from asn_nilai.periksa.target_layak.baris_setahun import Tercapai

JUNI = Bulan(2026, 6)
KEPALA = ["kode_unit", "nip", "kode_indikator", "satuan", "target", "realisasi", "capaian", "sel_target"]
POLOS = [["U", "1", "K", "kali", "40", "38.5", "96.25", "H9"], ["U", "2", "K", "kali", "", "", "", "H10"], ["U", "3", "'=K", "kali", "1e3", "0", "0", "H11"]]  # fmt: skip
DIBACA = [
    (("1", "K"), Tercapai(JUNI, 40.0, 38.5, 96.25)),
    (("3", "=K"), Tercapai(JUNI, 1000.0, 0.0, 0.0)),
]


def dibaca(folder, baris, akhir="\r\n"):
    berkas = folder / "rincian.csv"
    with berkas.open("w", encoding="utf-8", newline="") as tujuan:
        csv.writer(tujuan, lineterminator=akhir).writerows(baris)
    return list(_baris(berkas, JUNI))


@pytest.mark.parametrize("akhir", ["\n", "\r\n"])
@pytest.mark.parametrize("kolom", [KEPALA, [*reversed(KEPALA)], KEPALA[:-1], [*KEPALA[4:], "kode_unit", "nip", "satuan", "kode_indikator"]])  # fmt: skip
def test_tanpa_kutip_di_kolom_mana_pun(tmp_path, kolom, akhir):
    semua = [dict(zip(KEPALA, isi, strict=True)) for isi in POLOS]
    assert dibaca(tmp_path, [kolom, *([isi[k] for k in kolom] for isi in semua)], akhir) == DIBACA


@pytest.mark.parametrize("isi", ["a, b", 'a "b"', "a\r\nb", "a\nb, c"])
@pytest.mark.parametrize("kolom", ["kode_unit", "satuan", "sel_target"])
@pytest.mark.parametrize("ke", range(len(POLOS)))
def test_sel_berkutip_di_baris_mana_pun(tmp_path, kolom, isi, ke):
    semua = [[*baris] for baris in POLOS]
    semua[ke][KEPALA.index(kolom)] = isi
    assert dibaca(tmp_path, [KEPALA, *semua]) == DIBACA


def test_baris_cacat_dilewati(tmp_path):
    assert dibaca(tmp_path, [KEPALA, [], ["U", "9"], *POLOS, [""]]) == DIBACA
    assert dibaca(tmp_path, [["nip", "target"], ["1", "40"]]) == []
    assert dibaca(tmp_path, []) == []
