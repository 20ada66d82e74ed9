"""The comparison alone: what is said of rows that are doubled, blank, unreadable or nobody's."""

from dataclasses import replace

import pytest

from asn_nilai.acuan.hasil.pencocokan import NilaiKita
from asn_nilai.acuan.isian.formulir.tabel import Tabel
from asn_nilai.acuan.profil.muat_aturan import muat_aturan
from asn_nilai.acuan.setoran.ekspor_bkn import KOLOM_BKN, BarisBkn, BarisKurangPasti, EksporBkn
from asn_nilai.hitung.pencocokan import cocokkan

SESUAI, ATAS, BAWAH = "Sesuai Ekspektasi", "Di Atas Ekspektasi", "Di Bawah Ekspektasi"


def nama(nip):
    """Return somebody's name, in letters alone."""
    return "Asn " + "".join(chr(ord("a") + int(angka)) for angka in nip if angka.isdecimal())


def kita(nip="1", hasil=SESUAI, perilaku=SESUAI, predikat="Baik"):
    return NilaiKita(nip, nama(nip), "Analis", "DISDIK", hasil, perilaku, predikat)


def ekspor(*baris, kurang_pasti=()):
    """Return an export of rows (nip, hasil, perilaku, predikat), the first in row 6."""
    tabel = Tabel("BKN", "a.xlsx", "L", {"nip": 1, **dict(zip(KOLOM_BKN, (4, 5, 6), strict=True))}, [], {})
    tabel.baris += range(5, 5 + len(baris))
    isi = [BarisBkn(nip, nama(nip), tuple(teks), tabel, posisi) for posisi, (nip, *teks) in enumerate(baris)]
    return EksporBkn(isi, ["a.xlsx"], kurang_pasti=list(kurang_pasti))


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
         [("1", "ganda", SESUAI, f"{ATAS}; {SESUAI}", "E6; E7"), ("1", "predikat", "Kurang", "Baik", "G6; G7")]),
        (kita(), [("1", ATAS, BAWAH, "Baik"), ("1", SESUAI, SESUAI, "Kurang"), ("1", SESUAI, SESUAI, "Baik")],
         [("1", "bertentangan", "Baik", "Baik; Kurang; Baik", "G6; G7; G8")]),
        (kita(), [("1", ATAS, SESUAI, "Baik"), ("1", ATAS, SESUAI, "Kurang")], [("1", "bertentangan", "Baik", "Baik; Kurang", "G6; G7")]),
        (kita(), [("1", SESUAI, SESUAI, "Baik"), ("2", SESUAI, SESUAI, "")], [("2", "tidak-ada-di-hasil", "", "", "G7")]),
        (kita(), [("1", SESUAI, SESUAI, "Baik"), ("2", SESUAI, SESUAI, None)], [("2", "tidak-ada-di-hasil", "", "", "F7")]),
        (kita(), [("1", SESUAI, SESUAI, "Baik"), ("2", SESUAI, SESUAI, "Baik"), ("2", SESUAI, SESUAI, "Kurang")],
         [("2", "tidak-ada-di-hasil", "", "Baik", "G7"), ("2", "bertentangan", "", "Baik; Kurang", "G7; G8")]),
        (kita(), [("1", ATAS, SESUAI, ""), ("1", ATAS, "", "")],
         [("1", "rating_hasil_kerja", SESUAI, ATAS, "E6; E7"), ("1", "predikat", "Baik", "", "G6; G7")]),
        (kita(), [("1", SESUAI, SESUAI, "Baik"), *[("2", SESUAI, SESUAI, lagi) for lagi in ("Baik", "", "Baik")]],
         [("2", "tidak-ada-di-hasil", "", "Baik", "G7; G9")]),
        (kita(), [("1", SESUAI, SESUAI, "Baik"), ("2", SESUAI, "", None), ("2", SESUAI, "", "")],
         [("2", "tidak-ada-di-hasil", "", "", "F7; G8")]),
        (kita(), [], [("1", "tidak-ada-di-bkn", "Baik", "", "")]),
        *((kita(), [("1", SESUAI, SESUAI, "Baik"), ("1", SESUAI, SESUAI, lagi), ("1", SESUAI, SESUAI, "Kurang")],
           [("1", "bertentangan", "Baik", "Baik; Kurang", "G6; G8")]) for lagi in (None, "")),
        *((kita(), [("1", ATAS, lagi, "Baik"), ("1", SESUAI, SESUAI, "Baik"), ("1", lagi, SESUAI, "Baik")],
           [("1", "ganda", SESUAI, f"{ATAS}; {SESUAI}", "E6; E7")]) for lagi in (None, "")),
    ],
)  # fmt: skip
def test_yang_berbeda_dan_hanya_itu(milik, baris, diharapkan):
    assert ringkas(cocokkan([milik], ekspor(*baris), muat_aturan("permenpanrb-6-2022"))) == diharapkan


SITI, BUDI = "198603152009032001", "199001102015021002"


@pytest.mark.parametrize(
    ("baris", "hilang"),
    [
        (BarisKurangPasti(SITI, "entah"), [BUDI]),
        (BarisKurangPasti(SITI[:15] + "…", "entah"), [BUDI]),
        (BarisKurangPasti(SITI[:-1], "entah"), [BUDI]),
        (BarisKurangPasti("", nama(SITI).upper()), [BUDI]),
        (BarisKurangPasti("", "Budi"), [SITI]),
        (BarisKurangPasti(SITI, "Budi"), [BUDI]),
    ],
)
def test_yang_nipnya_di_ekspor_tidak_terbaca_tidak_dikatakan_hilang(baris, hilang):
    """By the number where that tells, else by the name; a whole number is nobody else's, whatever the name says."""
    semua = [kita(SITI), replace(kita(BUDI), nama="Budi, S.E.")]
    beda = ringkas(cocokkan(semua, ekspor(kurang_pasti=[baris]), muat_aturan("permenpanrb-6-2022")))
    assert [b[:2] for b in beda] == [(nip, "tidak-ada-di-bkn") for nip in hilang]


def test_nama_yang_sama_pada_dua_nip_utuh_dua_orang():
    asing = ekspor((BUDI, SESUAI, SESUAI, "Baik"))
    beda = ringkas(cocokkan([replace(kita(SITI), nama=nama(BUDI))], asing, muat_aturan("permenpanrb-6-2022")))
    assert [b[:2] for b in beda] == [(SITI, "tidak-ada-di-bkn"), (BUDI, "tidak-ada-di-hasil")]


def test_dua_orang_kita_tanpa_nip_tetap_dua():
    semua = [replace(kita(""), nama=siapa) for siapa in ("Siti", "Budi")]
    beda, _ = cocokkan(semua, ekspor(("1", SESUAI, SESUAI, "Baik")), muat_aturan("permenpanrb-6-2022"))
    assert [(b.nama, b.apa) for b in beda] == [
        ("Siti", "tidak-ada-di-bkn"), ("Budi", "tidak-ada-di-bkn"), ("Asn b", "tidak-ada-di-hasil"),
    ]  # fmt: skip


@pytest.mark.parametrize("tertulis", ["", SITI[:15] + "…", SITI[:-1]])
def test_orang_kita_yang_nipnya_belum_terbaca_disebut_bersama_baris_ekspornya(tertulis):
    """Neither is missing; that they are one is likely and not certain, so they are not compared."""
    milik = replace(kita(tertulis), nama=nama(SITI) if not tertulis else "entah", predikat="Belum Dinilai")
    beda, (catatan,) = cocokkan(
        [milik, kita(BUDI)],
        ekspor((SITI, ATAS, ATAS, "Baik"), (BUDI, SESUAI, SESUAI, "Baik")),
        muat_aturan("permenpanrb-6-2022"),
    )
    assert beda == []
    assert (catatan.kode, catatan.letak.sel, catatan.nip) == ("bkn-orang-belum-pasti", "B6", SITI)
    assert milik.nama in catatan.pesan
    assert (tertulis or "(kosong)") in catatan.pesan


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
