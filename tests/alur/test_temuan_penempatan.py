"""Months that leave somebody's year on paper are told: a gap between two placements, and a name that goes on under another NIP."""

from datetime import date

import openpyxl
import pytest
from alur.riwayat.buku_uji import baris_milik, kepala

from asn_nilai.acuan.isian.skema import Penempatan, Skema, Unit
from asn_nilai.acuan.periode import Periode
from asn_nilai.alur.temuan_penempatan import temuan_penempatan

RINA, BARU = "198604092024212934", "198604092026042001"
LAIN, SEANGKATAN = "199001012015011001", "198604092024212999"
"""Another's, and one of who was born and appointed with the first."""


def tempat(nip, mulai=None, selesai=None, unit="A", nama="Rina Sari, S.Kep."):
    return Penempatan(nip, nama, unit, mulai=mulai, selesai=selesai)


def kalimat(periode, *semua):
    skema = Skema({kode: Unit(kode, kode) for kode in "AB"}, semua, {})
    return [(t.kode, t.nip, t.pesan) for t in temuan_penempatan(skema, Periode.dari_teks(periode))]


@pytest.mark.parametrize(
    ("periode", "bulan"),
    [("2026-05", "Mei 2026"), ("2026", "Mei–Juni 2026"), ("2026-T2", "Mei–Juni 2026"), ("2026-04", ""), ("2026-07", "")],
)  # fmt: skip
def test_bulan_di_antara_dua_penempatan_disebut_di_bulan_itu(periode, bulan):
    semua = kalimat(periode, tempat(RINA, None, date(2026, 4, 30)), tempat(RINA, date(2026, 7, 1), unit="B"))
    harapan = (
        "jeda-penempatan",
        RINA,
        (
            f"Rina Sari, S.Kep. tidak ditempatkan di unit mana pun pada {bulan}, padahal sebelum dan sesudahnya ditempatkan; bulan itu "
            "tidak dinilai."
        ),
    )
    assert semua == ([harapan] if bulan else [])


@pytest.mark.parametrize(
    ("selesai", "mulai"),
    [(date(2026, 4, 30), date(2026, 5, 31)), (date(2026, 5, 1), date(2026, 6, 1)), (date(2026, 4, 30), date(2026, 5, 1))],
)  # fmt: skip
def test_sehari_dalam_bulan_itu_cukup(selesai, mulai):
    assert kalimat("2026", tempat(RINA, None, selesai), tempat(RINA, mulai)) == []


@pytest.mark.parametrize(
    ("selesai", "mulai", "sampai", "lama", "baru"),
    [
        (date(2026, 6, 28), date(2026, 6, 29), None, "1–28", "29–30"),
        (date(2026, 6, 14), date(2026, 6, 15), date(2026, 6, 15), "1–14", "15"),
        (date(2026, 6, 1), date(2026, 6, 30), None, "1", "30"),
        (date(2026, 5, 31), date(2026, 6, 1), None, "", ""),
        (date(2026, 5, 30), date(2026, 6, 2), None, "", ""),
    ],
)
def test_bulan_yang_ditempati_di_dua_unit_disebut_dengan_tanggalnya(selesai, mulai, sampai, lama, baru):
    """Two days of June on paper count as much as the other twenty-eight."""
    penempatan = (tempat(RINA, None, selesai), tempat(RINA, mulai, sampai, unit="B"))
    harapan = (
        "bulan-dua-unit",
        RINA,
        (
            f"Rina Sari, S.Kep. ditempatkan di dua unit pada Juni 2026: A (tanggal {lama}) dan B (tanggal {baru}). Bulan itu dihitung "
            "penuh di tiap unit yang menulis targetnya, berapa pun harinya di sana."
        ),
    )
    for periode in ("2026-06", "2026-T2", "2026"):
        assert kalimat(periode, *penempatan) == ([harapan] if lama else [])
    assert kalimat("2026-07", *penempatan) == []


def test_nama_yang_berlanjut_dengan_nip_lain_disebut_ketika_mulai():
    semua = (
        tempat(RINA, None, date(2026, 3, 31)),
        tempat(BARU, date(2026, 4, 1), nama="RINA SARI", unit="B"),
    )
    assert kalimat("2026-03", *semua) == kalimat("2026-05", *semua) == []
    for periode in ("2026-04", "2026"):
        assert kalimat(periode, *semua) == [
            (
                "nip-berganti",
                BARU,
                (
                    f"RINA SARI baru tercatat di sini, sedangkan seorang bernama sama tercatat sampai Maret 2026 dengan NIP {RINA}; "
                    "bulan-bulan keduanya dinilai terpisah."
                ),
            )
        ]


@pytest.mark.parametrize(
    "kedua",
    [
        tempat(LAIN, date(2026, 4, 1), unit="B"),  # neither the unit nor the birthday
        tempat(BARU, date(2026, 4, 1), nama="Rini Sari"),
        tempat(LAIN),  # there all year: a namesake
        tempat(LAIN, date(2026, 2, 28)),  # two months there at the same time
    ],
)
def test_orang_lain_tidak_disebut(kedua):
    assert kalimat("2026", tempat(RINA, None, date(2026, 3, 31)), kedua) == []


@pytest.mark.parametrize(
    ("nip", "nama", "unit", "sebutan"),
    [
        (BARU, "RINA SARI", "B", "bernama sama dan lahir pada hari yang sama"),
        (BARU, "Rina Sarie", "A", "yang lahir pada hari yang sama, Rina Sari, S.Kep.,"),
        (BARU, "Rina", "A", "yang lahir pada hari yang sama, Rina Sari, S.Kep.,"),
        (SEANGKATAN, "Rina", "B", "yang lahir pada hari yang sama, Rina Sari, S.Kep.,"),
        (BARU, "Rina", "B", ""),
        (BARU, "Mila Wati", "A", ""),
        (BARU, "", "A", ""),
        (LAIN, "Rina Sari", "A", ""),
    ],
)
def test_seorang_dengan_dua_nip_sekaligus_disebut(nip, nama, unit, sebutan):
    """Whoever stands twice is scored twice, once perhaps by easier targets."""
    semua = tempat(RINA), tempat(nip, date(2026, 4, 1), unit=unit, nama=nama)
    pesan = f"{nama} tercatat di sini, sedangkan seorang {sebutan} tercatat juga pada {{}} dengan NIP {RINA}; keduanya dinilai terpisah."
    for periode, bulan in (("2026-05", "Mei 2026"), ("2026-S1", "April–Juni 2026")):
        assert kalimat(periode, *semua) == ([("nip-berganti", nip, pesan.format(bulan))] if sebutan else [])
    assert kalimat("2026-03", *semua) == []


def test_yang_pindah_berhenti_di_tempat_terakhirnya_dan_mulai_di_tempat_pertamanya():
    pindah = tempat(LAIN, None, date(2026, 3, 31)), tempat(LAIN, date(2026, 4, 1), date(2026, 6, 30), "B")
    (disebut,) = kalimat("2026", *pindah, tempat(BARU, date(2026, 7, 1), unit="B"))
    assert "tercatat sampai Juni 2026" in disebut[2]
    sejak_lama = tempat(BARU, None, date(2026, 6, 30)), tempat(BARU, date(2026, 7, 1), unit="B")
    assert kalimat("2026", *pindah, *sejak_lama) == []


@pytest.mark.parametrize(
    ("nip", "ada"),
    [("198604092024211001", True), ("198604091999031001", True), ("198604082024212934", False)],
)
def test_hari_lahirnya_saja_yang_harus_sama(nip, ada):
    """What follows the birthday in a NIP is another's too when it is given anew."""
    semua = tempat(RINA, None, date(2026, 3, 31)), tempat(nip, date(2026, 4, 1), unit="B")
    assert bool(kalimat("2026", *semua)) is ada


@pytest.mark.parametrize("mulai", [date(2026, 4, 30), date(2026, 4, 1)])
def test_sehari_berdampingan_tidak_membuatnya_dua_orang(mulai):
    """Whoever lets the old NIP end a day after the new one begins would be named otherwise by nobody."""
    semua = tempat(RINA, None, date(2026, 4, 30)), tempat(BARU, mulai)
    assert [kode for kode, *_ in kalimat("2026-04", *semua)] == ["nip-berganti"]


def test_bulan_buruk_yang_dikeluarkan_di_atas_kertas_disebut_hitung(kota, jalankan):
    buku = openpyxl.load_workbook(kota / "skema.xlsx")
    lembar = buku["Pegawai"]
    asal, baru = baris_milik(lembar, RINA), lembar.max_row + 1
    for kolom in range(1, lembar.max_column + 1):
        lembar.cell(baru, kolom).value = lembar.cell(asal, kolom).value
    lembar.cell(asal, kepala(lembar, "Selesai").column).value = "2026-04-30"
    lembar.cell(baru, kepala(lembar, "Mulai").column).value = "2026-06-01"
    buku.save(kota / "skema.xlsx")
    _, _, pesan = jalankan("hitung", kota, "--periode", "2026-05", "--paralel", "1")
    assert "tidak ditempatkan di unit mana pun pada Mei 2026, padahal" in " ".join(pesan.split())
    assert "jeda-penempatan" in (kota / "hasil/2026-05/temuan.csv").read_text(encoding="utf-8")
