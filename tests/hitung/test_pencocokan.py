"""The comparison alone: what is said of rows that are doubled, blank, unreadable or nobody's."""

import pytest

from asn_nilai.acuan.hasil.pencocokan import NilaiKita
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.profil.muat_aturan import muat_aturan
from asn_nilai.acuan.setoran.ekspor_bkn import KOLOM_BKN, BarisBkn, EksporBkn, IsianBkn
from asn_nilai.hitung.pencocokan import cocokkan

SESUAI, ATAS, BAWAH = "Sesuai Ekspektasi", "Di Atas Ekspektasi", "Di Bawah Ekspektasi"


def kita(nip="1", hasil=SESUAI, perilaku=SESUAI, predikat="Baik"):
    return NilaiKita(nip, f"ASN {nip}", "Analis", "DISDIK", hasil, perilaku, predikat)


def ekspor(*baris, kurang_pasti=()):
    """Return an export of rows (nip, hasil, perilaku, predikat), the first in row 6."""
    isi = [
        BarisBkn(nip, f"ASN {nip}", {k: IsianBkn(t, Letak("a.xlsx", "L", f"{h}{n}")) for k, t, h in zip(KOLOM_BKN, teks, "EFG", strict=True)})
        for n, (nip, *teks) in enumerate(baris, 6)
    ]  # fmt: skip
    return EksporBkn(isi, ["a.xlsx"], kurang_pasti=set(kurang_pasti))


def ringkas(hasil):
    beda, tak_dikenal = hasil
    assert tak_dikenal == []
    return [(b.nip, b.apa, b.kita, b.bkn, b.sel) for b in beda]


@pytest.mark.parametrize(
    ("milik", "baris", "diharapkan"),
    [
        (kita(), [("1", SESUAI, SESUAI, "Baik"), ("1", "", "", "Baik")], []),
        (kita(), [("1", SESUAI, SESUAI, ""), ("1", SESUAI, SESUAI, "Baik")], []),
        (kita(), [("1", "", SESUAI, "Baik")], [("1", "rating_hasil_kerja", SESUAI, "", "E6")]),
        (kita(), [("1", None, None, None)], []),
        (kita(), [("1", SESUAI, SESUAI, None), ("1", SESUAI, SESUAI, "")], []),
        (kita(predikat="Belum Dinilai"), [("1", SESUAI, SESUAI, "")], []),
        (kita(predikat="Belum Dinilai"), [("1", SESUAI, SESUAI, "Baik")], [("1", "predikat", "Belum Dinilai", "Baik", "G6")]),
        (kita(), [("1", ATAS, BAWAH, "Baik"), ("1", SESUAI, ATAS, "Baik")],
         [("1", "ganda", f"{SESUAI}; {SESUAI}", f"{ATAS}; {SESUAI}; {BAWAH}; {ATAS}", "E6; E7; F6; F7")]),
        (kita(predikat="Kurang"), [("1", ATAS, SESUAI, "Baik"), ("1", SESUAI, SESUAI, "Baik")],
         [("1", "ganda", SESUAI, f"{ATAS}; {SESUAI}", "E6; E7"), ("1", "predikat", "Kurang", "Baik", "G6")]),
        (kita(), [("1", ATAS, BAWAH, "Baik"), ("1", SESUAI, SESUAI, "Kurang"), ("1", SESUAI, SESUAI, "Baik")],
         [("1", "bertentangan", "Baik", "Baik; Kurang; Baik", "G6; G7; G8")]),
        (kita(), [("1", SESUAI, SESUAI, "Baik"), ("2", SESUAI, SESUAI, "")], [("2", "tidak-ada-di-hasil", "", "", "G7")]),
        (kita(), [("1", SESUAI, SESUAI, "Baik"), ("2", SESUAI, SESUAI, None)], [("2", "tidak-ada-di-hasil", "", "", "F7")]),
        (kita(), [("1", SESUAI, SESUAI, "Baik"), ("2", SESUAI, SESUAI, "Baik"), ("2", SESUAI, SESUAI, "Kurang")],
         [("2", "tidak-ada-di-hasil", "", "Baik", "G7"), ("2", "bertentangan", "", "Baik; Kurang", "G7; G8")]),
        (kita(), [], [("1", "tidak-ada-di-bkn", "Baik", "", "")]),
    ],
)  # fmt: skip
def test_yang_berbeda_dan_hanya_itu(milik, baris, diharapkan):
    assert ringkas(cocokkan([milik], ekspor(*baris), muat_aturan("permenpanrb-6-2022"))) == diharapkan


def test_yang_nipnya_tidak_terbaca_tidak_dikatakan_hilang():
    assert ringkas(cocokkan([kita()], ekspor(kurang_pasti=["1"]), muat_aturan("permenpanrb-6-2022"))) == []


def test_aturan_tanpa_rating_hasil_membandingkan_predikatnya_saja():
    """PP 30/2019 rates the final score alone, and behaviour by numbers."""
    aturan = muat_aturan("pp-30-2019")
    milik = kita(hasil="", perilaku="100", predikat="Baik")
    assert ringkas(cocokkan([milik], ekspor(("1", ATAS, ATAS, "Sangat Baik")), aturan)) == [
        ("1", "predikat", "Baik", "Sangat Baik", "G6")
    ]


def test_kata_yang_tidak_dikenal_disebut_dan_tidak_dibandingkan():
    beda, (tak_dikenal,) = cocokkan(
        [kita()], ekspor(("1", SESUAI, SESUAI, "Bagus")), muat_aturan("permenpanrb-6-2022")
    )
    assert beda == []
    assert tak_dikenal.pesan == (
        "Predikat Kinerja Periodik berisi 'Bagus', yang bukan salah satu dari: Sangat Baik, Baik, Butuh Perbaikan, Kurang, "
        "Sangat Kurang. Sel ini tidak dibandingkan."
    )
