"""What the card says beside the months' figures, and a plan of improvement of what it asks."""

from math import nan

import pytest

from asn_nilai.acuan.hasil.setahun import BulanAsn, CapaianIndikator, RencanaPerbaikan, SetahunAsn
from asn_nilai.acuan.isian.skema import KebutuhanKredit
from asn_nilai.terbit.surat.asn import kartu, rencana_perbaikan

SURAT = CapaianIndikator("X-1", "Surat", "buah", 10.0, 6.0, 60.0)
WAKTU = CapaianIndikator("X-2", "Waktu", "", 5.0, nan, 80.0)


@pytest.mark.parametrize(("ditempatkan", "disebut"), [(True, True), (False, False)])
def test_bulan_sebelum_bertugas_tidak_disebut_belum_terkumpul(ditempatkan, disebut):
    bulan = (
        BulanAsn("Januari 2026", ditempatkan=ditempatkan),
        BulanAsn("Februari 2026", predikat="Baik", kredit=1.0),
    )
    asn = SetahunAsn("1", "Ani", "", "", "", "", bulan, kebutuhan=KebutuhanKredit(10.0, 20.0))
    assert ("Bulan yang belum ada hasilnya" in kartu(asn, {}, 2).isi["kebutuhan"]) is disebut
    assert [b["predikat"] for b in kartu(asn, {}, 2).isi["bulan"]] == [
        "belum ada hasil" if ditempatkan else "tidak ditempatkan",
        "Baik",
    ]


@pytest.mark.parametrize(
    ("awal", "dibutuhkan", "kalimat"),
    [
        (None, None, ""),
        (
            None,
            0.0,
            "Dibutuhkan 0,00; berapa yang masih kurang belum dapat dihitung, karena Angka Kredit Awal di skema.xlsx belum diisi.",
        ),
        (
            10.0,
            None,
            (
                "Bersama 10,00 dari tahun-tahun sebelumnya terkumpul 11,00. Berapa yang masih kurang tidak dihitung, karena Angka Kredit "
                "Dibutuhkan di skema.xlsx belum diisi."
            ),
        ),
        (
            10.0,
            11.01,
            (
                "Bersama 10,00 dari tahun-tahun sebelumnya terkumpul 11,00 dari 11,01 yang dibutuhkan; kurang 0,01. Angka tahun-tahun "
                "sebelumnya dan kebutuhannya menurut instansi (skema.xlsx, lembar Pegawai)."
            ),
        ),
        (
            10.0,
            11.0,
            (
                "Bersama 10,00 dari tahun-tahun sebelumnya terkumpul 11,00 dari 11,00 yang dibutuhkan; terpenuhi. Angka tahun-tahun "
                "sebelumnya dan kebutuhannya menurut instansi (skema.xlsx, lembar Pegawai)."
            ),
        ),
    ],
)
def test_angka_kredit_di_hadapan_yang_dibutuhkan(awal, dibutuhkan, kalimat):
    bulan = (BulanAsn("Januari 2026", predikat="Baik", kredit=1.0),)
    asn = SetahunAsn("1", "Ani", "", "", "", "", bulan, kebutuhan=KebutuhanKredit(awal, dibutuhkan))
    assert kartu(asn, {}, 2).isi["kebutuhan"] == kalimat


def test_setiap_rencana_disebut_dengan_kelanjutannya_sejauh_ada():
    kemudian = {"X-1": CapaianIndikator("X-1", "Surat", "buah", 8.0, 9.0, 112.5), "X-2": WAKTU}
    semua = (
        RencanaPerbaikan("Januari 2026", "", (SURAT, WAKTU), "Februari 2026", kemudian, "Baik"),
        RencanaPerbaikan("Februari 2026", "", (), "Maret 2026", {}, "Kurang"),
        RencanaPerbaikan("Maret 2026", "", (WAKTU,)),
    )
    asn = SetahunAsn("1", "Ani", "", "", "", "", (), rencana_bulan=semua)
    assert kartu(asn, {}, 2).isi["rencana"] == [
        {
            "bulan": "Januari 2026",
            "uraian": "X-1 Surat: 6 dari 10 buah, capaian 60,00; kemudian 9 dari 8, capaian 112,50\n"
            "X-2 Waktu: – dari 5, capaian 80,00; kemudian – dari 5, capaian 80,00",
            "kemudian": "Februari 2026: Baik",
        },
        {"bulan": "Februari 2026", "uraian": "Perilaku kerja", "kemudian": "Maret 2026: Kurang"},
        {
            "bulan": "Maret 2026",
            "uraian": "X-2 Waktu: – dari 5, capaian 80,00",
            "kemudian": "belum ada hasilnya",
        },
    ]


def test_rencana_menyepakati_indikatornya_atau_perilakunya():
    asn = SetahunAsn("1", "Ani", "Staf", "Dinas", "2", "Budi", ())
    tanpa_capaian = {"X-1": CapaianIndikator("X-1", "Surat", "buah", 8.0, nan, nan)}
    indikator, perilaku = (
        next(
            rencana_perbaikan(asn, RencanaPerbaikan("Januari 2026", "Kurang.", isi, "", tanpa_capaian), {}, 2)
        ).isi
        for isi in ((SURAT,), ())
    )
    baris = {
        "no": "1",
        "indikator": "X-1 Surat",
        "target": "10 buah",
        "realisasi": "6 buah",
        "capaian": "60,00",
    }
    assert indikator["rencana"] == indikator["disepakati"] == [{**baris, "berikut": ""}]
    assert (indikator["alasan"], indikator["tanpa_indikator"]) == ("Kurang", "")
    assert [(b["no"], b["indikator"], b["target"]) for b in perilaku["disepakati"]] == [
        ("1", "Perilaku kerja", "")
    ]
    assert perilaku["tanpa_indikator"].startswith("Tidak ada indikator di bawah ekspektasi")
    assert (indikator["atasan"]["nama"], indikator["atasan"]["nip"]) == ("Budi", "2")
