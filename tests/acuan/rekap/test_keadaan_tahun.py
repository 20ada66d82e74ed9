"""Where the year stands, and what is best done next."""

from dataclasses import replace

import pytest

from asn_nilai.acuan.periode import Bulan, Periode
from asn_nilai.acuan.rekap.keadaan_tahun import (
    KeadaanPeriode,
    KeadaanTahun,
    LangkahBerikut,
    kata_setoran,
    langkah_berikut,
)

SETAHUN = tuple(Bulan(2026, nomor).periode for nomor in range(1, 13))


def tahun(
    *bulan: dict[str, object], panjang: tuple[KeadaanPeriode, ...] = (), **lain: object
) -> KeadaanTahun:
    """A year whose first months are as told, the others empty."""
    isi = [KeadaanPeriode(periode, 0, 2) for periode in SETAHUN]
    for nomor, ini in enumerate(bulan):
        isi[nomor] = replace(isi[nomor], **ini)
    return KeadaanTahun(
        "Kota", 2026, "Aturan", tuple(isi), panjang, **{"target": 2, "target_diperiksa": True, **lain}
    )


def setahun(isi: dict[str, object]) -> KeadaanPeriode:
    return replace(KeadaanPeriode(Periode.dari_teks("2026"), 0, 2), **isi)


def perintah(keadaan: KeadaanTahun) -> str:
    return " ".join(langkah_berikut(keadaan).perintah)


SETOR = {"setoran": 2}
DIHITUNG = {"setoran": 2, "dihitung": True, "asn": 9, "dinilai": 9}
DIKUNCI = {**DIHITUNG, "versi": 1}
TERKUNCI = {**DIKUNCI, "direkap": True}
TERPUTUS = {**DIHITUNG, "usang": 2, "sebab": "memuat kode versi yang tidak berlaku", "terputus": True}
DARI_LAMA = {**TERKUNCI, "usang": 2, "sebab": "ditulis asn-nilai 0.0.9"}
DITUNGGU = {**DIHITUNG, "galat": 4, "diperiksa": True, "ditandai": True}
BELUM_SETOR = {**DIHITUNG, "setoran": 1, "belum_setor": ("B",), "galat": 1, "diperiksa": True}
T1 = KeadaanPeriode(Periode.dari_teks("2026-T1"), 2, 2, dihitung=True)


@pytest.mark.parametrize(
    ("keadaan", "berikut"),
    [
        (tahun(SETOR, galat_skema=3), "validasi"),
        (tahun(target=0), "templat target"),
        (tahun(target_diperiksa=False), "validasi"),
        (tahun(), "templat capaian --periode 2026-01"),
        (tahun(SETOR), "validasi --periode 2026-01 --tandai"),
        (tahun({**SETOR, "diperiksa": True}), "hitung --periode 2026-01"),
        (tahun(SETOR, SETOR), "hitung --semua"),
        (tahun({**DIHITUNG, "usang": 1}), "hitung --semua"),
        (tahun({**DIHITUNG, "cetak": 1}), "hitung --semua"),
        (tahun(DIHITUNG, panjang=(replace(T1, usang=2, sebab="dihitung dengan aturan lain"),)), "hitung --semua"),
        (tahun({**TERKUNCI, "usang": 1}), "hitung --periode 2026-01"),
        (tahun({**TERKUNCI, "usang": 1, "tertahan": 1}), "hitung --periode 2026-01"),
        (tahun({**TERKUNCI, "usang": 1}, {**DIHITUNG, "usang": 1}), "hitung --semua"),
        (tahun(DIHITUNG, {**DIHITUNG, "galat": 4}), "validasi --periode 2026-02 --tandai"),
        (tahun(DIHITUNG, {**DIHITUNG, "galat": 4, "diperiksa": True}), "validasi --periode 2026-02 --tandai"),
        (tahun(DIHITUNG, {**DIHITUNG, "galat": 4, "ditandai": True}), "validasi --periode 2026-02 --tandai"),
        (tahun(DIHITUNG, DITUNGGU), "kunci --periode 2026-01"),
        (tahun(DIKUNCI, DITUNGGU), "rekap --periode 2026-01"),
        (tahun(TERKUNCI, DITUNGGU), "templat capaian --periode 2026-03"),
        (tahun(TERKUNCI, DITUNGGU, {"templat": True}), ""),
        (tahun(TERKUNCI, {"templat": True}), ""),
        (tahun(TERKUNCI, BELUM_SETOR), "templat capaian --periode 2026-03"),
        (tahun(target=0, templat_target=True), ""),
        (tahun(DIHITUNG), "kunci --periode 2026-01"),
        (tahun({**DIHITUNG, "direkap": True}), "kunci --periode 2026-01"),
        (tahun(DIKUNCI), "rekap --periode 2026-01"),
        (tahun(DIKUNCI, DIHITUNG), "kunci --periode 2026-02"),
        (tahun(DIKUNCI, DIKUNCI), "rekap --periode 2026-02"),
        (tahun(DIKUNCI, TERKUNCI), "templat capaian --periode 2026-03"),
        (tahun({**DIKUNCI, "galat": 4}), "rekap --periode 2026-01"),
        (tahun(TERKUNCI), "templat capaian --periode 2026-02"),
        (tahun(*[TERKUNCI] * 12), "hitung --periode 2026"),
        (tahun(*[TERKUNCI] * 12, panjang=(setahun(DIHITUNG),)), "kunci --periode 2026"),
        (tahun(*[TERKUNCI] * 12, panjang=(setahun(DIKUNCI),)), "rekap --periode 2026"),
        (tahun(*[TERKUNCI] * 12, panjang=(setahun({**DIHITUNG, "galat": 4}),)), "validasi --periode 2026 --tandai"),
        (tahun(*[TERKUNCI] * 12, panjang=(setahun(DITUNGGU),)), ""),
        (tahun(*[TERKUNCI] * 12, panjang=(setahun(TERKUNCI),)), ""),
    ],
)  # fmt: skip
def test_langkah_berikut(keadaan, berikut):
    assert perintah(keadaan) == berikut


def test_yang_terkunci_dan_belum_lengkap_tidak_disebut_berubah_berkasnya():
    assert langkah_berikut(tahun({**TERKUNCI, "usang": 1, "tertahan": 1})).sebab == (
        "Januari 2026 terkunci, tetapi hasilnya belum lengkap; hitung menyebut apa yang berubah, atau menyegarkannya"
    )


def test_sebab_menyebut_apa_yang_menahan():
    assert langkah_berikut(tahun({**DIHITUNG, "galat": 4})).sebab == "4 galat menahan nilai Januari 2026"
    assert (
        langkah_berikut(tahun(*[TERKUNCI] * 12, panjang=(setahun(TERKUNCI),))).sebab == "Tahun 2026 selesai"
    )


@pytest.mark.parametrize(
    ("keadaan", "sebab"),
    [
        (tahun(target=0, templat_target=True), "menunggu buku target dari unit; simpan di folder target"),
        (tahun(TERKUNCI, {"templat": True}), "menunggu setoran Februari 2026 dari unit"),
        (
            tahun(TERKUNCI, DITUNGGU, {"templat": True}),
            "menunggu unit memperbaiki 4 galat Februari 2026; ganti berkasnya, lalu periksa lagi",
        ),
        (
            tahun(*[TERKUNCI] * 12, panjang=(setahun(DITUNGGU),)),
            "menunggu unit memperbaiki 4 galat Tahun 2026; ganti berkasnya, lalu periksa lagi",
        ),
        (
            tahun(*[TERKUNCI] * 11, DITUNGGU),
            "menunggu unit memperbaiki 4 galat Desember 2026; ganti berkasnya, lalu periksa lagi",
        ),
    ],
)
def test_giliran_unit_disebut_tanpa_perintah(keadaan, sebab):
    assert langkah_berikut(keadaan) == LangkahBerikut((), sebab)


def test_bulan_yang_dimulai_dan_yang_belum():
    keadaan = tahun(SETOR, {}, {**DIHITUNG, "setoran": 0}, panjang=(T1,))
    assert [ini.periode.kode for ini in keadaan.semua] == ["2026-01", "2026-03", "2026-T1"]
    assert [ini.periode.bulan[0].bulan for ini in keadaan.belum_mulai] == list(range(4, 13))
    assert len(tahun().belum_mulai) == 12


def test_riwayat_terkunci_yang_tidak_utuh_didahulukan_dari_menghitung_semua():
    langkah = langkah_berikut(tahun(TERPUTUS, SETOR))
    assert langkah.perintah == ("riwayat", "--periode", "2026-01")
    assert langkah.sebab == (
        "Januari 2026 terkunci, tetapi yang disimpan tidak utuh; kembalikan folder riwayat dari cadangan dahulu"
    )


@pytest.mark.parametrize(
    ("lain", "harus"),
    [(TERKUNCI, ("hitung", "--periode", "2026-01")), (DARI_LAMA, ("hitung", "--semua"))],
)
def test_yang_terkunci_dan_ditulis_program_lain_tidak_disebut_berubah_berkasnya(lain, harus):
    langkah = langkah_berikut(tahun(DARI_LAMA, lain))
    assert langkah.perintah == harus
    assert langkah.sebab == (
        "Januari 2026 terkunci, tetapi hasilnya ditulis asn-nilai 0.0.9; hitung menyebut apa yang berubah, atau menyegarkannya"
    )


@pytest.mark.parametrize(
    ("setoran", "belum", "kata"),
    [
        (0, 2, "belum ada setoran"),
        (2, 0, "semua unit sudah setor"),
        (1, 2, "U1, U2 belum setor"),
        (1, 10, "U1, U2, U3, U4, U5, U6, U7, U8, U9, U10 belum setor"),
        (1, 12, "U1, U2, U3, U4, U5, U6, U7, U8, U9, U10, dan 2 unit lagi belum setor"),
    ],
)
def test_siapa_yang_belum_setor(setoran, belum, kata):
    kode = tuple(f"U{nomor}" for nomor in range(1, belum + 1))
    assert kata_setoran(KeadaanPeriode(SETAHUN[0], setoran, 20, kode)) == kata
