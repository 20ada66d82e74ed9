"""The text for a unit's chat: what to mend, where, in which order, in words that speak to the unit."""

import pytest

from asn_nilai.acuan.isian.skema import Unit
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.setoran.setoran_unit import SetoranUnit
from asn_nilai.acuan.temuan import katalog, temuan

pytestmark = pytest.mark.ditelusuri

UNIT = Unit("PKM", "Puskesmas Tigo Baleh", "Puskesmas")
CAPAIAN = "capaian/2026-03/PKM.xlsx"


def pesan(*semua):
    return SetoranUnit(UNIT, 12, semua).pesan("Maret 2026")


def temuan_di(kode, sel="", lembar="Capaian", **isi):
    return temuan(kode, Letak(CAPAIAN, lembar, sel), unit="PKM", **isi)


def test_setoran_lengkap_cukup_terima_kasih():
    assert pesan() == (
        "Puskesmas Tigo Baleh (PKM), Maret 2026\n\n"
        "Setoran sudah kami terima dan periksa. Semuanya lengkap; tidak ada yang perlu diperbaiki. Terima kasih.\n"
    )


def test_yang_sekadar_diketahui_tidak_diminta_dari_unit():
    assert "tidak ada yang perlu diperbaiki" in pesan(temuan_di("baris-tersembunyi", baris="9"))


def test_yang_harus_diperbaiki_dahulu_baru_yang_dilihat():
    teks = pesan(
        temuan_di("bukti-kosong", "I22", indikator="KES-01 (Imunisasi)"),
        temuan_di("nip-tidak-dikenal", "B50", teks="199403122020121999", nama=" (Baruwardi)"),
        *(temuan_di("rumus-tanpa-nilai", f"H{n}") for n in (12, 13, 14)),
    )
    assert (
        teks
        == """Puskesmas Tigo Baleh (PKM), Maret 2026

Setoran sudah kami terima dan periksa: 2 hal harus diperbaiki dan 1 hal perlu dilihat. Urutannya di bawah ini.

HARUS DIPERBAIKI, supaya dapat dinilai
Berkas capaian/2026-03/PKM.xlsx
1. Lembar Capaian, sel B50: NIP 199403122020121999 (Baruwardi) tidak ada di daftar pegawai.
   → Periksa ketikan NIP; bila pegawai ini baru, beri tahu kami supaya didaftarkan.
2. Lembar Capaian, sel H12–H14: Sel ini berisi rumus tanpa hasil tersimpan.
   → Buka berkas di Excel atau LibreOffice, simpan sebagai .xlsx, lalu kirim lagi; atau ketik angkanya langsung.

PERLU DILIHAT
Berkas capaian/2026-03/PKM.xlsx
3. Lembar Capaian, sel I22: KES-01 (Imunisasi) wajib disertai bukti dukung.
   → Isi kolom Bukti Dukung dengan nomor atau tempat buktinya.

Perbaiki di berkas yang sama, simpan tanpa mengubah namanya, lalu kirim lagi kepada kami. Terima kasih.
"""
    )


def test_sebab_yang_banyak_diberi_contoh_lalu_dihitung():
    teks = pesan(
        *(
            temuan_di("target-berubah", f"G{n}", teks=str(n), target="40", sel_target=f"T{n}")
            for n in range(12, 19)
        )
    )
    assert "1. Lembar Capaian, sel G12–G18: Target berbeda dengan buku target." in teks
    assert "   - Sel G14: Target di buku capaian 14, di buku target 40; yang dipakai buku target." in teks
    assert "   - dan 4 lagi yang serupa." in teks
    assert teks.count("   → ") == 3


def test_dua_sebab_disebut_keduanya():
    teks = pesan(
        *(temuan_di("target-berubah", f"G{n}", teks=str(n), target="40", sel_target="T9") for n in (12, 13))
    )
    assert "   - Sel G13: Target di buku capaian 13" in teks
    assert "lagi yang serupa" not in teks


def test_asn_yang_sama_sebabnya_disebut_namanya():
    semua = [
        temuan_di("asn-tanpa-capaian", nip=str(n) * 18, nama=f"ASN {n}", periode="Maret 2026")
        for n in range(10)
    ]
    teks = pesan(*semua[:9])
    assert "9 ASN mempunyai target pada Maret 2026" in teks
    assert "Yaitu: ASN 0; ASN 1; ASN 2; ASN 3; ASN 4; ASN 5; ASN 6; ASN 7; dan 1 lagi." in teks


HILANG = temuan(
    "berkas-hilang", Letak(CAPAIAN), unit="PKM", unit_kerja=UNIT.nama, jenis="capaian", periode="Maret 2026", berkas=CAPAIAN
)  # fmt: skip


def bertanda(tujuan):
    return temuan(
        "berkas-bertanda", Letak("capaian/2026-03/PKM_2026-03_ditandai.ods"), unit="PKM", sebutan="berkas capaian PKM",
        dibaca="belum ada yang dibaca", cara=f"ubah namanya menjadi {tujuan}", tujuan=tujuan, nama_benar="PKM.ods",
    )  # fmt: skip


def test_salinan_bertanda_sudah_diterima_dan_tidak_diminta_lagi():
    teks = pesan(bertanda("capaian/2026-03/PKM.ods"), HILANG)
    assert teks.splitlines()[2] == (
        "Berkas sudah kami terima sebagai salinan bertanda. Kami tinggal mengganti namanya, lalu memeriksanya."
    )
    assert "kami tinggal mengganti namanya, jadi tidak perlu dikirim lagi" in teks
    for kata in ("belum kami terima", "Kirimkan berkasnya", "belum menyetor", "kirim lagi kepada kami"):
        assert kata not in teks, kata
    assert SetoranUnit(UNIT, 12, (bertanda("capaian/2026-03/PKM.ods"), HILANG)).status == "belum setor"


def test_salinan_bertanda_untuk_bulan_lain_tidak_menggantikan_yang_hilang():
    teks = pesan(bertanda("capaian/2026-02/PKM.ods"), HILANG)
    assert "Ada berkas yang belum kami terima." in teks
    assert "Kirimkan berkasnya kepada kami dengan nama PKM.xlsx." in teks
    assert "tidak perlu dikirim lagi" in teks


SUDAH_DATANG = {
    "berkas-salah-nama": {"nama_benar": "PKM.xlsx"},
    "berkas-salah-tempat": {},
    "berkas-salinan": {"dibaca": "belum ada yang dibaca", "semua": "PKM a.xlsx, PKM b.xlsx"},
}


def datang(kode, tujuan=CAPAIAN):
    isi = {"sebutan": "berkas capaian PKM", "tujuan": tujuan, **SUDAH_DATANG[kode]}
    return temuan(kode, Letak("capaian/2026-03/PKM revisi.xlsx"), unit="PKM", **isi)


@pytest.mark.parametrize("kode", SUDAH_DATANG)
def test_pengelola_pun_diberi_satu_jalan_untuk_berkas_yang_sudah_datang(kode):
    """Screen and page ask nobody to submit what lies there under another name; the unit still counts as not having submitted."""
    setoran = SetoranUnit(UNIT, 12, (datang(kode), HILANG))
    assert [kelompok.jenis.kode for kelompok in setoran.kelompok] == [kode]
    assert (setoran.status, setoran.galat, setoran.mulai.jenis.kode) == ("belum setor", 1, kode)
    lain = SetoranUnit(UNIT, 12, (datang(kode, "capaian/2026-02/PKM.xlsx"), HILANG))
    assert {kelompok.jenis.kode for kelompok in lain.kelompok} == {kode, "berkas-hilang"}


@pytest.mark.parametrize("kode", SUDAH_DATANG)
def test_berkas_yang_sudah_datang_tidak_diminta_lagi(kode):
    teks = pesan(datang(kode), HILANG)
    assert teks.splitlines()[2].startswith("Berkas sudah kami terima")
    for kata in ("belum kami terima", "Kirimkan berkasnya", "belum menyetor", "kirim lagi kepada kami"):
        assert kata not in teks, kata
    assert ("kami tunggu jawabannya" in teks) == (kode != "berkas-salah-nama")
    lain = pesan(datang(kode, "capaian/2026-02/PKM.xlsx"), HILANG)
    assert "→ Kirimkan berkasnya kepada kami dengan nama PKM.xlsx." in lain
    assert lain.endswith("Kami tunggu. Terima kasih.\n")


def test_yang_belum_dibuka_tidak_disebut_sudah_diperiksa():
    ragu = temuan("baris-tersembunyi", Letak("target/PKM.xlsx", "Target", "G7"), unit="PKM", baris="7")
    cacat = temuan(
        "angka-tidak-sah", Letak("target/PKM.xlsx", "Target", "G8"), unit="PKM", teks="x", sebab=""
    )
    for lain, kata in ((cacat, "1 hal harus diperbaiki"), (ragu, "tidak perlu dikirim lagi")):
        teks = pesan(datang("berkas-salah-nama"), HILANG, lain)
        assert teks.splitlines()[2].startswith("Berkas sudah kami terima dengan nama lain.")
        assert "Setoran sudah kami terima dan periksa" not in teks
        assert kata in teks
    assert "Selebihnya sudah kami periksa: 1 hal harus diperbaiki." in pesan(
        datang("berkas-salah-nama"), HILANG, cacat
    )


def test_yang_belum_menyetor_diminta_mengirim():
    teks = pesan(HILANG)
    assert "Ada berkas yang belum kami terima." in teks
    assert "→ Kirimkan berkasnya kepada kami dengan nama PKM.xlsx." in teks
    assert teks.endswith("Kami tunggu. Terima kasih.\n")


def test_permintaan_kepada_unit_tidak_menyuruhnya_mengubah_skema():
    for jenis in katalog().values():
        assert "skema" not in jenis.pinta or jenis.kode == "skema-tidak-sah", jenis.kode
        assert "jalankan perintah" not in jenis.pinta, jenis.kode


@pytest.mark.parametrize(
    ("kode", "awal", "akhir"),
    [
        (
            "berkas-salah-nama",
            "Berkas sudah kami terima dengan nama lain. Kami tinggal mengganti namanya, lalu memeriksanya.",
            "Sesudah diperiksa, kami kabari lagi. Terima kasih.",
        ),
        (
            "berkas-salah-tempat",
            "Berkas sudah kami terima, tetapi bulannya perlu dipastikan; lihat di bawah ini.",
            "Berkasnya tidak perlu dikirim lagi; kami tunggu jawabannya. Terima kasih.",
        ),
        (
            "berkas-salinan",
            "Berkas sudah kami terima lebih dari sekali; kami perlu tahu yang mana yang berlaku.",
            "Berkasnya tidak perlu dikirim lagi; kami tunggu jawabannya. Terima kasih.",
        ),
    ],
)
def test_yang_sudah_datang_dibuka_dan_ditutup_dengan_kalimatnya_sendiri(kode, awal, akhir):
    baris = pesan(datang(kode), HILANG).splitlines()
    assert (baris[2], baris[-1]) == (awal, akhir)


def test_yang_belum_kami_terima_disebut_di_awal():
    assert pesan(HILANG).splitlines()[2] == "Ada berkas yang belum kami terima."


def test_banyaknya_hal_disebut_utuh():
    cacat = [temuan_di("angka-tidak-sah", f"H{n}", teks=str(n), sebab="") for n in (7, 8)]
    lihat = temuan_di("bukti-kosong", "I22", indikator="KES-01 (Imunisasi)")
    awal = "Setoran sudah kami terima dan periksa"
    urutan = "Urutannya di bawah ini."
    assert pesan(*cacat).splitlines()[2] == f"{awal}: 1 hal harus diperbaiki. {urutan}"
    assert pesan(lihat).splitlines()[2] == f"{awal}: 1 hal perlu dilihat. {urutan}"
