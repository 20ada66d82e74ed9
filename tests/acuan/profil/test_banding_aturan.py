"""Under whose name a changed rule goes, and whether it comes whole to another process."""

import pickle

import pytest

from asn_nilai.acuan.periode import Periode
from asn_nilai.acuan.profil.banding_aturan import beda_dari_bawaan, beda_dari_terdekat
from asn_nilai.acuan.profil.muat_aturan import baca_aturan, muat_aturan, profil_bawaan

KODE, MEI = "permenpanrb-6-2022", Periode.dari_teks("2026-05")
ASLI = muat_aturan(KODE)
TEKS = profil_bawaan()[KODE]


def test_milik_program_tidak_berbeda_dari_dirinya():
    assert beda_dari_bawaan(ASLI, MEI) == (KODE, [])


@pytest.mark.parametrize(
    ("kode", "nama", "asal"),
    [
        (KODE, "Aturan Kota", KODE),
        ("kota", ASLI.profil.nama.upper(), KODE),
        ("kota", "PermenPANRB  6/2022", KODE),
        ("kota", "PermenPANRB 6/2022.", KODE),
        ("kota", "PermenPANRB 6\u22152022", KODE),
        ("kota", "PermenPANRB 6/2022\u200b", KODE),
        ("kota", "\u0420ermenPANRB 6/2022", KODE),  # a Cyrillic Er
        ("kota", "BermenPANRB 6/2022", ""),
        ("kota", "PermenPANRB 6/2022 Kota", ""),
        ("kota", "Aturan Kota", ""),
    ],
)
def test_yang_berkode_atau_bernama_sama_dibandingkan_dengan_aslinya(kode, nama, asal):
    assert "dari = 90" in TEKS
    mudah = baca_aturan(
        TEKS.replace("dari = 90", "dari = 80").replace("sampai = 90", "sampai = 80"), "a.toml"
    )
    diubah = mudah.model_copy(update={"profil": mudah.profil.model_copy(update={"kode": kode, "nama": nama})})
    dari, beda = beda_dari_bawaan(diubah, MEI)
    assert dari == asal
    assert bool(beda) is bool(asal)


@pytest.mark.parametrize(
    ("dari", "menjadi", "disebut"),
    [("kebijakan", "teks", True), ("sekunder", "resmi", True), ("sekunder", "kebijakan", False), ("teks", "belum-diperiksa", False)],
)  # fmt: skip
def test_yang_mengaku_lebih_pasti_daripada_aslinya_disebut(dari, menjadi, disebut):
    """Of figures that say the same: whoever objects would be told that a choice is what the law says."""
    assert f'status = "{dari}"' in TEKS
    yakin = baca_aturan(TEKS.replace(f'status = "{dari}"', f'status = "{menjadi}"'), "a.toml")
    kode, beda = beda_dari_bawaan(yakin, MEI)
    assert kode == KODE
    assert bool(beda) is disebut
    if dari == "kebijakan":
        (pita,) = [ini for ini in beda if ini.judul == "Rating hasil kerja: Sesuai Ekspektasi, kepastiannya"]
        assert (pita.lama.isi, pita.baru.isi) == (
            "pilihan instansi; tidak ada angka nasional", "dibaca pada naskah peraturannya sendiri",
        )  # fmt: skip


def bernama_sendiri(teks: str):
    ini = baca_aturan(teks, "a.toml")
    return ini.model_copy(
        update={"profil": ini.profil.model_copy(update={"kode": "kota", "nama": "Aturan Kota"})}
    )


@pytest.mark.parametrize("kode", sorted(profil_bawaan()))
def test_salinan_bernama_sendiri_dibandingkan_dengan_asalnya(kode):
    assert beda_dari_terdekat(bernama_sendiri(profil_bawaan()[kode]), MEI)[1] == []


def test_yang_terdekat_adalah_asal_salinan_dan_ketentuan_peraturannya_disebut_dahulu():
    """Whoever eases a regulation's own cell cannot hide it behind three choices that are the instansi's."""
    teks = TEKS.replace("dari = 90", "dari = 80").replace("sampai = 90", "sampai = 80")
    teks = teks.replace('"Sesuai Ekspektasi" = "Butuh Perbaikan"', '"Sesuai Ekspektasi" = "Baik"')
    kode, beda = beda_dari_terdekat(bernama_sendiri(teks), MEI)
    assert kode == KODE
    assert [ini.lama.status for ini in beda] == ["sekunder", *["kebijakan"] * (len(beda) - 1)]
    assert len(beda) > 3


DIBAWAH = '"Dibawah Ekspektasi" = "Di Bawah Ekspektasi"\n'


@pytest.mark.parametrize(
    ("menjadi", "disebut"),
    [
        ('"Dibawah Ekspektasi" = "Di Atas Ekspektasi"\n',
         [("Dibawah Ekspektasi", "dibaca Di Bawah Ekspektasi", "dibaca Di Atas Ekspektasi", "sekunder", "kebijakan")]),
        (f'{DIBAWAH}"Sesuai" = "Sesuai Ekspektasi"\n', [("Sesuai", "", "dibaca Sesuai Ekspektasi", "", "kebijakan")]),
        (f'{DIBAWAH}"di bawah  ekspektasi" = "Di Atas Ekspektasi"\n',
         [("di bawah  ekspektasi", "", "dibaca Di Bawah Ekspektasi", "", "kebijakan")]),
        ("", []),
    ],
    ids=["dibalik", "ditambah", "tidak mengalahkan labelnya", "dihapus: disebut di selnya"],
)  # fmt: skip
def test_sebutan_yang_dibaca_lain_disebut(menjadi, disebut):
    """Who writes the rule decides what the words of a rating mean; a word that is read no longer is told where it stands."""
    assert DIBAWAH in TEKS
    lain = baca_aturan(TEKS.replace(DIBAWAH, menjadi), "a.toml")
    for kode, beda in (
        beda_dari_bawaan(lain, MEI),
        beda_dari_terdekat(bernama_sendiri(TEKS.replace(DIBAWAH, menjadi)), MEI),
    ):
        assert kode == KODE
        assert [
            (ini.judul, ini.lama.isi, ini.baru.isi, ini.lama.status, ini.baru.status) for ini in beda
        ] == [(f"Sebutan “{sebutan}”", *lainnya) for sebutan, *lainnya in disebut]


def test_sebutan_yang_ditambah_tidak_mendahului_ketentuan_peraturan():
    teks = TEKS.replace(
        DIBAWAH, "".join(f'"Cukup {ke}" = "Sesuai Ekspektasi"\n' for ke in range(4)) + DIBAWAH
    )
    teks = teks.replace('"Sesuai Ekspektasi" = "Butuh Perbaikan"', '"Sesuai Ekspektasi" = "Baik"')
    _, beda = beda_dari_terdekat(bernama_sendiri(teks), MEI)
    assert [ini.judul for ini in beda][:2] == [
        "Kuadran: hasil kerja Di Bawah Ekspektasi",
        "Sebutan “Cukup 0”",
    ]


def test_urutan_predikat_yang_dibalik_disebut():
    """Who is told to have reached Baik, who rose and who fell, follows it."""
    urutan = '["Sangat Baik", "Baik", "Butuh Perbaikan", "Kurang", "Sangat Kurang"]\n\n[predikat.matriks]'
    assert urutan in TEKS
    teks = TEKS.replace(urutan, urutan.replace('"Baik", "Butuh Perbaikan"', '"Butuh Perbaikan", "Baik"'))
    for asal, beda in (
        beda_dari_bawaan(baca_aturan(teks, "a.toml"), MEI),
        beda_dari_terdekat(bernama_sendiri(teks), MEI),
    ):
        assert asal == KODE
        assert [(ini.judul, ini.lama.isi, ini.baru.isi, ini.lama.status) for ini in beda] == [
            (
                "Predikat, dari yang terbaik",
                "Sangat Baik, Baik, Butuh Perbaikan, Kurang, Sangat Kurang",
                "Sangat Baik, Butuh Perbaikan, Baik, Kurang, Sangat Kurang",
                "sekunder",
            )
        ]


def test_sampai_utuh_di_proses_lain():
    assert pickle.loads(pickle.dumps(ASLI)) == ASLI  # noqa: S301 - our own
