"""Merged ranges: figures that stand for several cells are none of them, and texts taken for several rows are named."""

import pytest
from periksa.isian_buatan import SITI, baris_capaian, tabel

from asn_nilai.acuan.isian.formulir.daftar_formulir import FORMULIR
from asn_nilai.baca.tabel.gabungan import catat_gabungan_teks, tandai_gabungan
from asn_nilai.baca.tabel.sel import GABUNGAN, SEL_GALAT, SelRusak


class Catat(list):
    """Keeps what is noted."""

    def tambah(self, kode, sel, **isi):
        self.append((kode, sel, isi))


def test_kode_yang_diturunkan_disebut_dengan_rentangnya_dan_teks_lain_tidak():
    ini = tabel(
        "Capaian",
        "capaian/2026-03/PKM.xlsx",
        [baris_capaian(SITI, "KJ", 1.0)] * 2 + [baris_capaian(SITI, "", 1.0)],
    )
    kode, nama = ini.kolom["kode_indikator"], ini.kolom["nama"]
    ini.asal.update(
        {("kode_indikator", 1): 7, ("nama", 1): 7, ("bukti_dukung", 1): 7, ("kode_indikator", 2): 9}
    )
    catatan = Catat()
    catat_gabungan_teks(ini, [(7, nama, 8, nama), (7, kode, 8, kode)], catatan)
    assert catatan == [("sel-gabungan-teks", (7, kode), {"rentang": "E8:E9", "kolom": "Kode Indikator"})]


KOLOM = {"nip": 0, "nama": 1, "target": 2, "realisasi": 3, "keterangan": 4}
RUSAK = SelRusak(SEL_GALAT, "#REF!")


def tandai(*gabungan, isi=5.0):
    """Mark ranges in rows 1 to 3 below a header, and return what became of the realisasi."""
    kisi = [["NIP", "Nama", "Target", "Realisasi", "Ket"], *([SITI, "Siti", 4.0, isi, ""] for _ in range(3))]
    tandai_gabungan(kisi, gabungan, FORMULIR["Capaian"], KOLOM, [1, 2, 3])
    assert [baris[2] for baris in kisi[1:]] == [4.0] * 3  # a copy for the reader keeps its value
    return [baris[3] for baris in kisi[1:]]


@pytest.mark.parametrize(
    ("rentang", "ditandai"),
    [
        ((1, 3, 2, 3), {0: "D2:D3", 1: "D2:D3"}), ((1, 3, 3, 3), {0: "D2:D4", 1: "D2:D4", 2: "D2:D4"}), ((2, 2, 2, 3), {1: "C3:D3"}), ((1, 3, 1, 4), {}), ((1, 3, 1, 3), {}),
        ((0, 3, 1, 3), {0: "D1:D2"}), ((1, 0, 2, 1), {}), ((1, 2, 3, 2), {}), ((2, 3, 3, 4), {1: "D3:E4", 2: "D3:E4"}),
    ],
)  # fmt: skip
def test_angka_yang_berlaku_bagi_beberapa_sel_bukan_angka_siapa_pun(rentang, ditandai):
    assert tandai(rentang) == [SelRusak(GABUNGAN, ditandai[n]) if n in ditandai else 5.0 for n in range(3)]


def test_rentang_yang_kosong_dan_sel_yang_sudah_rusak_dibiarkan():
    assert tandai((1, 3, 2, 3), isi=" ") == [" "] * 3
    assert tandai((1, 3, 2, 3), isi=RUSAK) == [RUSAK] * 3
