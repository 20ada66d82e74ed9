"""Settings in asn-nilai.toml: each can be moved, a wrong value is named, and a slip of the hand is told with what is meant."""

import pickle
from datetime import date

import pytest

from asn_nilai.acuan.pengaturan import (
    Batas,
    Kewajaran,
    Pengaturan,
    PengaturanRekap,
    PengaturanTidakSahError,
    baca_pengaturan,
)


def baca(**isi: object) -> Pengaturan:
    pengaturan, asing = baca_pengaturan({"tahun": 2026, **isi})
    assert asing == ()
    return pengaturan


def pesan_asing(**isi: object) -> list[str]:
    _, asing = baca_pengaturan({"tahun": 2026, **isi})
    assert {temuan.kode for temuan in asing} <= {"pengaturan-tidak-dikenal"}
    return [temuan.pesan.replace(" tidak dikenal, jadi tidak berpengaruh", "") for temuan in asing]


def test_yang_tidak_ditulis_seperti_kata_buku_panduan():
    pengaturan = baca()
    assert (pengaturan.instansi, pengaturan.aturan, pengaturan.predikat_organisasi) == (
        "",
        "permenpanrb-6-2022",
        "",
    )
    assert pengaturan.berkas.capaian == "capaian"
    assert (pengaturan.batas, pengaturan.rekap, pengaturan.kewajaran) == (
        Batas(),
        PengaturanRekap(),
        Kewajaran(),
    )
    assert baca(batas={}, rekap={}) == pengaturan


def test_setiap_angka_dapat_diubah_dan_yang_lain_tetap():
    pengaturan = baca(
        batas={"berkas-mb": 60, "sel": 5}, rekap={"k-publik": 3, "benih": 7}, kewajaran={"kali-dari": 4}
    )
    assert pengaturan.batas == Batas(berkas_mb=60, sel=5)
    assert pengaturan.rekap == PengaturanRekap(k_publik=3, benih=7)
    assert pengaturan.kewajaran == Kewajaran(kali_dari=4.0)


def test_spasi_di_sekitar_predikat_organisasi_tidak_dihitung():
    assert baca(predikat_organisasi=" Baik ").predikat_organisasi == "Baik"


def test_pengaturan_sampai_di_proses_lain_seperti_adanya():
    pengaturan = baca(batas={"sel": 5}, predikat_organisasi="Baik")
    assert pickle.loads(pickle.dumps(pengaturan)) == pengaturan  # noqa: S301 - our own bytes
    with pytest.raises(ValueError, match="frozen"):
        pengaturan.batas.sel = 6


@pytest.mark.parametrize(
    ("isi", "kalimat"),
    [
        ({"tahun": "2026"}, "'tahun' harus berupa angka tahun tanpa tanda kutip, misalnya tahun = 2026."),
        ({"tahun": 1899}, "'tahun' harus berupa angka tahun tanpa tanda kutip, misalnya tahun = 2026."),
        ({"tahun": 10_000}, "'tahun' harus berupa angka tahun tanpa tanda kutip, misalnya tahun = 2026."),
        ({"tahun": True}, "'tahun' harus berupa angka tahun tanpa tanda kutip, misalnya tahun = 2026."),
        ({"instansi": 3}, "'instansi' harus berupa teks."),
        ({"aturan": {"kode": "x"}}, "'aturan' harus berupa teks."),
        ({"predikat_organisasi": 1}, "'predikat_organisasi' harus berupa teks."),
        ({"berkas": 3}, '[berkas] harus berisi nama = "tempat".'),
        ({"berkas": {"hasil": 3}}, "[berkas] hasil harus berupa teks."),
        ({"batas": 7}, "[batas] harus berisi nama = angka."),
        ({"batas": {"sel": 0}}, "[batas] sel harus bilangan bulat mulai dari 1."),
        ({"batas": {"sel": 2.5}}, "[batas] sel harus bilangan bulat mulai dari 1."),
        ({"batas": {"sel": "banyak"}}, "[batas] sel harus bilangan bulat mulai dari 1."),
        ({"batas": {"detik": True}}, "[batas] detik harus bilangan bulat mulai dari 1."),
        ({"rekap": []}, "[rekap] harus berisi nama = angka."),
        ({"rekap": {"k-publik": 2}}, "[rekap] k-publik harus bilangan bulat mulai dari 3."),
        ({"rekap": {"kelompok-terkecil": 2}}, "[rekap] kelompok-terkecil harus bilangan bulat mulai dari 3."),
        ({"rekap": {"k-publik": True}}, "[rekap] k-publik harus bilangan bulat mulai dari 3."),
        ({"rekap": {"unit-kecil": "lima"}}, "[rekap] unit-kecil harus bilangan bulat mulai dari 1."),
        (
            {"rekap": {"cakupan-peringkat": 101}},
            "[rekap] cakupan-peringkat harus bilangan bulat mulai dari 1 sampai 100.",
        ),
        (
            {"rekap": {"cakupan-peringkat": 0}},
            "[rekap] cakupan-peringkat harus bilangan bulat mulai dari 1 sampai 100.",
        ),
        ({"rekap": {"ulangan": 99}}, "[rekap] ulangan harus bilangan bulat mulai dari 100."),
        ({"unit": 3}, '[unit.KODE] harus berisi predikat_organisasi = "predikat".'),
        ({"unit": {"DINKES": "Baik"}}, '[unit.DINKES] harus berisi predikat_organisasi = "predikat".'),
        (
            {"unit": {"DINKES": {"predikat_organisasi": 3}}},
            '[unit.DINKES] harus berisi predikat_organisasi = "predikat".',
        ),
        ({"kewajaran": "ya"}, "[kewajaran] harus berisi nama = nilai."),
        (
            {"kewajaran": {"realisasi-seragam": "tidak"}},
            "[kewajaran] realisasi-seragam harus true atau false.",
        ),
        ({"kewajaran": {"kali-dari": "tujuh"}}, "[kewajaran] kali-dari harus angka mulai dari 0."),
        ({"kewajaran": {"kali-dari": -1}}, "[kewajaran] kali-dari harus angka mulai dari 0."),
        ({"kewajaran": {"kali-dari": float("inf")}}, "[kewajaran] kali-dari harus angka mulai dari 0."),
        ({"kewajaran": {"bulan-lalu": 1.5}}, "[kewajaran] bulan-lalu harus bilangan bulat mulai dari 0."),
        ({"kewajaran": {"bulan-lalu": True}}, "[kewajaran] bulan-lalu harus bilangan bulat mulai dari 0."),
        ({"bukti": {"wajib": "info"}}, '[bukti] wajib harus "peringatan" atau "galat".'),
        ({"bukti": {"wajib": True}}, '[bukti] wajib harus "peringatan" atau "galat".'),
        ({"tenggat": {"hari": 21}}, "[tenggat] hari harus bilangan bulat mulai dari 0 sampai 20."),
        ({"tenggat": {"hari": "lima"}}, "[tenggat] hari harus bilangan bulat mulai dari 0 sampai 20."),
        ({"tenggat": 5}, "[tenggat] harus berisi hari = 5."),
        (
            {"tenggat": {"libur": ["17 Agustus"]}},
            "[tenggat] libur harus daftar tanggal, misalnya [2026-08-17].",
        ),
        (
            {"tenggat": {"libur": date(2026, 8, 17)}},
            "[tenggat] libur harus daftar tanggal, misalnya [2026-08-17].",
        ),
        ({"bukti": "galat"}, '[bukti] harus berisi wajib = "peringatan" atau wajib = "galat".'),
        (
            {"batas": {"sel": 0, "detik": 0}},
            "[batas] sel harus bilangan bulat mulai dari 1. [batas] detik harus bilangan bulat mulai dari 1.",
        ),
    ],
)
def test_nilai_yang_salah_disebut(isi, kalimat):
    with pytest.raises(PengaturanTidakSahError) as galat:
        baca_pengaturan({"tahun": 2026, **isi})
    assert str(galat.value) == f"asn-nilai.toml: {kalimat}"


def test_nilai_terkecil_masih_diterima():
    baca(
        batas=dict.fromkeys(("berkas-mb", "detik"), 1),
        rekap={"k-publik": 3, "kelompok-terkecil": 3, "ulangan": 100, "benih": 1},
        kewajaran={"kali-dari": 0, "bulan-lalu": 0},
    )
    assert baca_pengaturan({"tahun": 1900})[0].tahun == 1900
    assert baca_pengaturan({"tahun": 9999})[0].tahun == 9999


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        ({"instansii": "X"}, "instansii; mungkin maksudnya instansi."),
        ({"predikat-organisasi": "Baik"}, "predikat-organisasi; mungkin maksudnya predikat_organisasi."),
        ({"bats": {"sel": 0}}, "[bats]; mungkin maksudnya [batas]."),
        ({"k-publik": 3}, "k-publik; mungkin maksudnya [rekap] k-publik."),
        ({"batas": {"sell": 0}}, "[batas] sell; mungkin maksudnya [batas] sel."),
        ({"batas": {"SEL": 0}}, "[batas] SEL; mungkin maksudnya [batas] sel."),
        ({"batas": {"berkas_mb": 0}}, "[batas] berkas_mb; mungkin maksudnya [batas] berkas-mb."),
        ({"batas": {"k-publik": 3}}, "[batas] k-publik; mungkin maksudnya [rekap] k-publik."),
        ({"berkas": {"hasill": "x"}}, "[berkas] hasill; mungkin maksudnya [berkas] hasil."),
        (
            {"berkas": {"zzz": 1}},
            "[berkas] zzz; yang dikenal di [berkas]: skema, target, capaian, bkn, hasil, templat, tahun-lalu.",
        ),
        (
            {"xyz": 1},
            "xyz; yang dikenal: instansi, tahun, aturan, predikat_organisasi, [berkas], [batas], [rekap], [kewajaran], [bukti], [bkn], [surat], [templat], [tenggat], [unit.KODE].",
        ),
        (
            {"unit": {"DINKES": {"predikat-organisasi": "Baik"}}},
            "[unit.DINKES] predikat-organisasi; mungkin maksudnya [unit.KODE] predikat_organisasi.",
        ),
        ({"units": {"DINKES": {}}}, "[units]; mungkin maksudnya [unit.KODE]."),
        (
            {"unit": {"DINKES": {"predikat": "Baik"}}},
            "[unit.DINKES] predikat; mungkin maksudnya [unit.KODE] predikat_organisasi.",
        ),
        ({"predikat": "Baik"}, "predikat; mungkin maksudnya predikat_organisasi."),
        ({"rekap": {"cakupan": 80}}, "[rekap] cakupan; mungkin maksudnya [rekap] cakupan-peringkat."),
    ],
)
def test_kunci_asing_disebut_dengan_yang_terdekat_dan_tidak_mengubah_apa_pun(isi, pesan):
    assert pesan_asing(**isi) == [pesan]
    tanpa = {"unit": {"DINKES": {}}} if "unit" in isi else {}
    assert baca_pengaturan({"tahun": 2026, **isi})[0] == baca(**tanpa)


def test_predikat_organisasi_tiap_unit():
    unit = baca(unit={"DINKES": {"predikat_organisasi": " Baik "}, "KEL-1": {}}).unit
    assert {kode: isi.predikat_organisasi for kode, isi in unit.items()} == {"DINKES": "Baik", "KEL-1": ""}


def test_setiap_kunci_asing_punya_temuannya_sendiri():
    assert len(pesan_asing(xyz=1, batas={"dua": 2, "sel": 3, "tiga": 3}, empat={"lima": 5})) == 4


@pytest.mark.parametrize(
    ("isi", "kalimat"),
    [
        ({}, "'tahun' belum ditulis. Tambahkan satu baris paling atas, misalnya tahun = 2026."),
        ({"Tahun": 2026}, "'Tahun' ditulis dengan huruf kecil: tahun = 2026."),
        (
            {"rekap": {"tahun": 2026}},
            "'tahun' tertulis di bawah [rekap], padahal harus di atas semua tanda [ ]. Pindahkan baris itu ke atas.",
        ),
    ],
)
def test_tahun_yang_tidak_tertulis_disebut_di_mana_ia(isi, kalimat):
    with pytest.raises(PengaturanTidakSahError) as galat:
        baca_pengaturan(isi)
    assert str(galat.value) == f"asn-nilai.toml: {kalimat}"


@pytest.mark.parametrize(
    ("tempat", "harus"),
    [
        ({}, ""),
        (
            {"hasil": "Target"},
            "[berkas] hasil menunjuk Target, yaitu folder target juga. Yang ditulis program ",
        ),
        ({"hasil": "riwayat"}, "[berkas] hasil menunjuk riwayat, yaitu folder riwayat juga. "),
        ({"templat": "./capaian"}, "[berkas] templat menunjuk ./capaian, yaitu folder capaian juga. "),
    ],
)
def test_folder_yang_ditulis_program_bukan_folder_lain(tempat, harus):
    kalimat = baca(berkas=tempat).berkas.tabrakan
    assert kalimat.startswith(harus)
    assert bool(kalimat) is bool(harus)
