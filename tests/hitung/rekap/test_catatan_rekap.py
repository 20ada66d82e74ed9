"""Each sentence that a recap's reader must know before believing its figures, whole."""

from datetime import date
from math import nan
from types import SimpleNamespace as Isi

import pandas as pd
import pytest

from asn_nilai.acuan.hasil.nilai import BELUM_DINILAI, DINILAI, PINDAH
from asn_nilai.acuan.isian.skema import Penempatan
from asn_nilai.acuan.pengaturan import PengaturanRekap
from asn_nilai.acuan.periode import Bulan, Periode
from asn_nilai.acuan.profil.muat_aturan import muat_aturan
from asn_nilai.acuan.rekap.baris import BELUM_DIHITUNG, BELUM_DIPERINGKAT, TERANGKAT, UNIT_KECIL, TitikUnit
from asn_nilai.acuan.rekap.kedudukan import Kedudukan, Terangkat
from asn_nilai.acuan.rekap.sorotan import PeriodeUsang
from asn_nilai.hitung.rekap.catatan import susun_catatan

ATURAN, REKAP = muat_aturan("permenpanrb-6-2022"), PengaturanRekap()
JAN, FEB, MAR = (Bulan(2026, nomor) for nomor in (1, 2, 3))


def unit(kode, tanda="", dinilai=9, asn=9, kedudukan=None, sementara=0):
    status = [DINILAI] * dinilai + [BELUM_DINILAI] * (asn - dinilai)
    return Isi(
        ringkas=Isi(
            kode=kode, dinilai=dinilai, jumlah_asn=asn, sementara=sementara, bulan_kurang=("2026-03",)
        ),
        tanda=tanda,
        kedudukan=kedudukan or Kedudukan(1),
        asn=[Isi(status=isi) for isi in status],
    )


def sorotan(**isi):
    return Isi(**{"usang": (), "bulan_hilang": (), "belum_dihitung": (), "belum_diperingkat": (), **isi})


def catatan(
    semua=(), sorotan_ini=None, *, terpilih=False, hasil=(), temuan=(), atur=REKAP, bulan=(), bulanan=None, skema=None, **rekap,
):  # fmt: skip
    bahan = Isi(
        aturan=ATURAN, periode=Periode.dari_teks("2026-03"), pengaturan=atur, terpilih=terpilih, temuan=temuan, unit="AB",
        semua_hasil=[Isi(ringkas=dict.fromkeys(hasil), program="", program_baru=False, periode=Periode.dari_teks("2026-03"))], skema=skema or Isi(unit={"A": None}),
        bulan=bulan, bulanan=bulanan,
    )  # fmt: skip
    isi = {"dibandingkan": None, "asn_sama": None, "naik_turun_predikat": (), **rekap}
    return list(susun_catatan(bahan, Isi(unit=semua, sorotan=sorotan_ini or sorotan(), **isi)))


def test_tanpa_yang_perlu_diketahui_tidak_ada_catatan():
    assert catatan([unit("A")], hasil=["A"]) == []


@pytest.mark.parametrize(("cakupan", "disebut"), [(89, True), (90, False), (100, False)])
def test_cakupan_yang_dilonggarkan_dari_bawaannya_disebut(cakupan, disebut):
    kalimat = (
        "Peringkat diberikan sejak 89 persen ASN sebuah unit dinilai ([rekap] cakupan-peringkat; bawaannya 90): unit yang "
        "membiarkan yang lemah belum dinilai ikut diperingkat."
    )
    assert (
        catatan([unit("A")], hasil=["A"], atur=PengaturanRekap(cakupan_peringkat=cakupan))
        == [kalimat] * disebut
    )


@pytest.mark.parametrize(
    ("kecil", "dinilai", "disebut"),
    [(1, 1, True), (1, 4, True), (1, 5, False), (3, 3, True), (3, 2, False), (5, 4, False), (8, 6, False)],
)
def test_unit_kecil_yang_tidak_ditandai_karena_pengaturannya_disebut(kecil, dinilai, disebut):
    """A unit of one person that leads the ranking unmarked is the easiest of all victories."""
    kalimat = (
        f"Unit ditandai kecil bila kurang dari {kecil} ASN-nya dinilai ([rekap] unit-kecil; bawaannya 5), jadi tanpa tanda: A. "
        "Rata-ratanya tetap mudah berubah karena satu orang."
    )
    semua = catatan(
        [unit("A", dinilai=dinilai, asn=dinilai), unit("B")],
        hasil=["A"],
        atur=PengaturanRekap(unit_kecil=kecil),
    )
    assert semua == [kalimat] * disebut


def test_yang_belum_diperingkat_tidak_disebut_tanpa_tanda():
    semua = catatan([unit("A", BELUM_DIPERINGKAT, 2, 3)], hasil=["A"], atur=PengaturanRekap(unit_kecil=1))
    assert not [kalimat for kalimat in semua if "tanpa tanda" in kalimat]


@pytest.mark.parametrize(
    ("isi", "daftar"),
    [
        ({"kelompok_terkecil": 500, "benih": 7}, "kelompok-terkecil 500 (10), benih 7 (1)"),
        ({"k_publik": 60, "ulangan": 100}, "k-publik 60 (5), ulangan 100 (1000)"),
        ({"k_publik": 3}, "k-publik 3 (5)"),
        ({"unit_kecil": 8, "daftar_gerak": 3}, ""),  # only how much is shown
    ],
)
def test_yang_menyembunyikan_kelompok_atau_memilih_undian_disebut(isi, daftar):
    """With every group kept out of sight, the sheet Keadilan would have nothing to ask about."""
    kalimat = (
        f"[rekap] di asn-nilai.toml lain daripada bawaannya (dalam kurung): {daftar}. Apa yang dibandingkan di lembar Keadilan dan apa "
        "yang diumumkan mengikutinya."
    )
    assert catatan([unit("A")], hasil=["A"], atur=PengaturanRekap(**isi)) == ([kalimat] if daftar else [])


def test_dua_bulan_bukan_dari_asn_yang_sama():
    sama = Isi(jumlah=7, awal=rata(90, 91), akhir=rata(95.5), semua=False)
    (kalimat,) = catatan(dibandingkan=(FEB, MAR), asn_sama=sama)
    assert kalimat == (
        "Rata-rata Februari 2026 dan Maret 2026 bukan dari ASN yang sama. Bagi 7 ASN yang dinilai pada keduanya, rata-rata "
        "NHK 90,50 menjadi 95,50."
    )
    assert catatan(dibandingkan=(FEB, MAR)) == catatan(asn_sama=sama) == []
    assert catatan(dibandingkan=(FEB, MAR), asn_sama=Isi(jumlah=7, awal=90, akhir=91, semua=True)) == []


def rata(*nhk):
    return sum(nhk) / len(nhk)


def test_unit_yang_belum_dihitung():
    belum = [unit(kode) for kode in "ABCDEFG"]
    assert catatan(sorotan_ini=sorotan(belum_dihitung=belum)) == [
        "Belum dihitung untuk Maret 2026: A, B, C, D, E, dan 2 lagi. Unit itu tidak ikut dalam jumlah dan rata-rata."
    ]


def test_asn_yang_tidak_jelas_unitnya():
    tanpa = unit("")
    tanpa.ringkas.nama = "Tanpa unit (lihat skema)"
    assert catatan([unit("A"), tanpa]) == [
        "9 ASN tidak jelas unitnya karena baris di skema keliru; mereka dihitung dalam jumlah, di baris Tanpa unit (lihat skema)."
    ]


def test_unit_yang_keluar_dari_skema():
    assert catatan(hasil=["A", "X", "Y"]) == [
        "Ada hasil untuk X, Y, tetapi unit itu tidak ada lagi di skema. Unit itu tidak ikut dalam rekap ini."
    ]
    assert catatan(hasil=["A", "X"], terpilih=True) == []
    assert catatan(hasil=["A", ""]) == []  # people whose unit the register does not say are no unit that left


def test_unit_yang_seluruhnya_baru_disebut():
    naik = unit("A", TERANGKAT, kedudukan=Kedudukan(2, terangkat=Terangkat(0, 0, 9, nan, None)))
    assert catatan([naik]) == [
        "A: semua ASN-nya baru masuk sejak bulan pembanding, jadi peringkatnya belum ada pembandingnya."
    ]


def test_nilai_sementara_disebut_dengan_bulan_yang_kurang():
    (kalimat,) = catatan([unit("A"), unit("B", sementara=2)])
    assert kalimat == (
        "2 ASN bernilai sementara, dari bulan yang sudah ada; yang kurang: Maret 2026. Nilai sementara tidak masuk rata-rata, "
        "peringkat, dan pengumuman, dan tidak dapat dikunci."
    )


def test_unit_kecil_dan_yang_belum_diperingkat():
    sebagian = unit("B", "belum diperingkat", 6, 9)
    semua = [unit("A"), sebagian, unit("C", UNIT_KECIL, 2, 2)]
    assert catatan(semua, sorotan(belum_diperingkat=[sebagian])) == [
        "3 ASN belum dinilai, jadi tidak ikut dalam rata-rata dan sebaran. Sebabnya ada di lembar unitnya pada rekap.xlsx.",
        "Belum diperingkat, karena kurang dari 90 persen ASN-nya dinilai: B (6 dari 9 dinilai). Rata-ratanya masih dapat banyak berubah; rentangnya ada di lembar Peringkat pada rekap.xlsx.",
        "Unit kecil, kurang dari 5 ASN yang dinilai: C. Rata-ratanya mudah berubah karena satu orang; bandingkan dengan hati-hati.",
    ]


@pytest.mark.parametrize(
    ("terangkat", "siapa"),
    [
        (Terangkat(1, 0, 0, 90.5, 4), "dengan nilai terakhir 1 ASN yang belum dinilai"),
        (Terangkat(0, 2, 0, 90.5, 4), "dengan nilai terakhir 2 ASN yang keluar dari unit"),
        (
            Terangkat(1, 2, 0, 90.5, 4),
            "dengan nilai terakhir 1 ASN yang belum dinilai dan 2 ASN yang keluar dari unit",
        ),
        (Terangkat(0, 0, 3, 90.5, 4), "tanpa 3 ASN yang baru masuk"),
        (
            Terangkat(1, 0, 3, 90.5, 4),
            "dengan nilai terakhir 1 ASN yang belum dinilai dan tanpa 3 ASN yang baru masuk",
        ),
    ],
)
def test_peringkat_yang_terangkat_disebut_dengan_sebabnya(terangkat, siapa):
    naik = unit("A", TERANGKAT, kedudukan=Kedudukan(2, terangkat=terangkat, akhir=(80, 90)))
    kalimat = f"A: peringkatnya terangkat: {siapa}, rata-ratanya 90,50, peringkat 4."
    assert catatan([naik]) == [kalimat]
    kecil = unit("A", UNIT_KECIL, kedudukan=naik.kedudukan)
    assert kalimat in catatan([kecil])  # a small unit's rank is lifted all the same


def test_unit_yang_membiarkan_yang_lemah_belum_dinilai_disebut():
    temuan = [Isi(kode="belum-dinilai-berpola", unit=kode) for kode in "AX"]
    assert catatan(temuan=[Isi(kode="lain", unit="B"), *temuan]) == [
        "Yang belum dinilai di A jelas lebih rendah daripada yang dinilai, ketika keduanya terakhir dinilai (temuan belum-dinilai-berpola): rata-ratanya tampak lebih baik karenanya."
    ]


def test_yang_nhk_nya_naik_dan_predikatnya_turun_disebut():
    naik = [Isi(nama=nama, predikat_awal="Baik", predikat_akhir="Kurang") for nama in ("Ani", "Budi")]
    assert catatan(naik_turun_predikat=naik) == [
        "NHK naik tetapi predikat turun, jadi tidak disebut naik: Ani (Baik → Kurang), Budi (Baik → Kurang)."
    ]


def test_hasil_yang_usang_dan_bulan_yang_hilang():
    def usang(kode, *, semua, tertahan=False):
        gabungan = Isi(unit=[unit(k) for k in kode], semua=semua, berkas=("skema.xlsx", "target/A.xlsx"))
        return PeriodeUsang(Periode.dari_teks("2026-02"), gabungan, (), terkunci=semua, tertahan=tertahan)

    hilang = [
        Isi(bulan=bulan, sebab=sebab)
        for bulan, sebab in ((JAN, "belum ada"), (FEB, "belum ada"), (MAR, "rusak"))
    ]
    isi = sorotan(
        usang=(usang("AB", semua=False), usang("ABC", semua=True), usang("A", semua=False, tertahan=True)),
        bulan_hilang=hilang,
    )
    akhir = "sejak dihitung, berubah skema.xlsx, target/A.xlsx. Angkanya masih yang lama. Jalankan: asn-nilai hitung --periode 2026-02"
    assert catatan(sorotan_ini=isi) == [
        f"Hasil Februari 2026 sudah usang untuk A, B: {akhir}",
        f"Hasil Februari 2026 sudah usang untuk semua unit: {akhir}",
        "Hasil Februari 2026 belum lengkap untuk A: waktu dihitung tidak dapat dibaca: skema.xlsx, target/A.xlsx. Jalankan: asn-nilai hitung --periode 2026-02",
        "Hasil Januari, Februari 2026 belum ada. Kosong di rekap ini, bukan nol.",
        "Hasil Maret 2026 rusak. Kosong di rekap ini, bukan nol.",
    ]


def test_hasil_versi_lain_program_ini_disebut_dengan_perintahnya():
    bahan = Isi(
        aturan=ATURAN, periode=Periode.dari_teks("2026-03"), pengaturan=REKAP, terpilih=True, skema=Isi(unit={}), temuan=(),
        semua_hasil=[
            Isi(ringkas={}, program=program, program_baru=program == "9.0", periode=Periode.dari_teks(kode))
            for kode, program in (("2026-01", "0.1.0"), ("2026-02", "0.1.0"), ("2026-03", ""), ("2026-04", "9.0"))
        ],
    )  # fmt: skip
    rekap = Isi(unit=(), sorotan=sorotan(), dibandingkan=None, asn_sama=None, naik_turun_predikat=())
    assert list(susun_catatan(bahan, rekap)) == [
        "Hasil Januari 2026, Februari 2026 ditulis versi lain program ini (0.1.0). Agar semua dihitung dengan cara yang sama, jalankan: asn-nilai hitung --semua",
        "Hasil April 2026 ditulis versi lain program ini (9.0). Versi itu lebih baru daripada program di komputer ini: perbarui dahulu program di sini, lalu susun rekap ini lagi.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("dahulu", "status", "kata"),
    [
        ([(2, 88.125), (2, 91.005), (0, nan)], "lengkap", "2 ASN-nya pada Februari 2026, rata-rata NHK 91,01, pada Maret 2026: 1 di B, 1 tidak ditempatkan."),
        ([(2, 88.125), (0, nan), (0, nan)], "lengkap", "2 ASN-nya pada Januari 2026, rata-rata NHK 88,13, pada Maret 2026: 1 di B, 1 tidak ditempatkan."),
        ([(0, nan), (2, nan), (0, nan)], "lengkap", "2 ASN-nya pada Februari 2026, pada Maret 2026: 1 di B, 1 tidak ditempatkan."),
        ([(0, nan), (0, nan), (0, nan)], "lengkap", ""), ([(2, 90.0), (2, 90.0), (0, nan)], BELUM_DIHITUNG, ""),
    ],
)  # fmt: skip
def test_unit_yang_tidak_mempunyai_asn_lagi_disebut_dengan_tempat_mereka(dahulu, status, kata):
    """Who only passed through it, and stands in another unit's row, is not looked for."""
    kosong = unit("A", dinilai=0, asn=0)
    kosong.ringkas.status = status
    kosong.bulan = [
        TitikUnit(rata, dinilai=banyak * (rata == rata), jumlah_asn=banyak)  # noqa: PLR0124 - NaN is none
        for banyak, rata in dahulu
    ]
    nilai = pd.DataFrame(
        {
            "kode_unit": ["A", "A", "A", "B"],
            "status": [DINILAI, DINILAI, PINDAH, DINILAI],
            "nip": list("1234"),
        }
    )
    pindah = Penempatan("1", "Siti", "A", selesai=date(2026, 2, 28)), Penempatan("1", "Siti", "B", mulai=date(2026, 3, 1))  # fmt: skip
    skema = Isi(unit={"A": None, "B": None}, penempatan_asn={"1": pindah, "2": (pindah[0],)})
    semua = catatan([kosong], bulan=(JAN, FEB, MAR), bulanan=dict.fromkeys((JAN, FEB, MAR), Isi(nilai=nilai)), skema=skema)  # fmt: skip
    assert semua == ([f"A tidak mempunyai ASN lagi, jadi tidak diperingkat. {kata}"] if kata else [])
