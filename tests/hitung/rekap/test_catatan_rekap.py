"""Each sentence that a recap's reader must know before believing its figures, whole."""

from types import SimpleNamespace as Isi

from asn_nilai.acuan.hasil.nilai import BELUM_DINILAI, DINILAI
from asn_nilai.acuan.periode import Bulan, Periode
from asn_nilai.acuan.profil.aturan import muat_aturan
from asn_nilai.acuan.rekap.baris import BARU_SEBAGIAN, UNIT_KECIL
from asn_nilai.hitung.rekap.catatan import sebut_beberapa, susun_catatan

ATURAN = muat_aturan("permenpanrb-6-2022")
JAN, FEB, MAR = (Bulan(2026, nomor) for nomor in (1, 2, 3))


def unit(kode, tanda="", dinilai=9, asn=9):
    status = [DINILAI] * dinilai + [BELUM_DINILAI] * (asn - dinilai)
    return Isi(
        ringkas=Isi(kode=kode, dinilai=dinilai, jumlah_asn=asn),
        tanda=tanda,
        asn=[Isi(status=isi) for isi in status],
    )


def sorotan(**isi):
    return Isi(**{"usang": (), "bulan_hilang": (), "belum_dihitung": (), **isi})


def catatan(semua=(), sorotan_ini=None, *, terpilih=False, hasil=(), **rekap):
    pengaturan = Isi(belum_dinilai_wajar=10, unit_kecil=5)
    bahan = Isi(
        aturan=ATURAN, periode=Periode.dari_teks("2026-03"), pengaturan=pengaturan, terpilih=terpilih,
        semua_hasil=[Isi(ringkas=dict.fromkeys(hasil))], skema=Isi(unit={"A": None}),
    )  # fmt: skip
    isi = {"dibandingkan": None, "asn_sama": None, **rekap}
    return list(susun_catatan(bahan, Isi(unit=semua, sorotan=sorotan_ini or sorotan(), **isi)))


def test_tanpa_yang_perlu_diketahui_tidak_ada_catatan():
    assert catatan([unit("A")], hasil=["A"]) == []


def test_dua_bulan_bukan_dari_asn_yang_sama():
    sama = Isi(jumlah=7, awal=rata(90, 91), akhir=rata(95.5))
    (kalimat,) = catatan(dibandingkan=(FEB, MAR), asn_sama=sama)
    assert kalimat == (
        "Rata-rata Februari 2026 dan Maret 2026 bukan dari ASN yang sama. Bagi 7 ASN yang dinilai pada keduanya, rata-rata "
        "NHK 90,50 menjadi 95,50."
    )
    assert catatan(dibandingkan=(FEB, MAR)) == catatan(asn_sama=sama) == []


def rata(*nhk):
    return sum(nhk) / len(nhk)


def test_unit_yang_belum_dihitung():
    belum = [unit(kode) for kode in "ABCDEFG"]
    assert catatan(sorotan_ini=sorotan(belum_dihitung=belum)) == [
        "Belum dihitung untuk Maret 2026: A, B, C, D, E dan 2 lagi. Unit itu tidak ikut dalam jumlah dan rata-rata."
    ]


def test_unit_yang_keluar_dari_skema():
    assert catatan(hasil=["A", "X", "Y"]) == [
        "Ada hasil untuk X, Y, tetapi unit itu tidak ada lagi di skema. Unit itu tidak ikut dalam rekap ini."
    ]
    assert catatan(hasil=["A", "X"], terpilih=True) == []


def test_unit_kecil_dan_yang_baru_sebagian_dinilai():
    assert catatan([unit("A"), unit("B", BARU_SEBAGIAN, 6, 9), unit("C", UNIT_KECIL, 2, 2)]) == [
        "3 ASN belum dinilai, jadi tidak ikut dalam rata-rata dan sebaran. Sebabnya ada di lembar unitnya.",
        "Lebih dari 10 persen ASN-nya belum dinilai: B (6 dari 9 dinilai). Rata-rata dan peringkatnya masih dapat banyak berubah.",
        "Unit kecil, kurang dari 5 ASN yang dinilai: C. Rata-ratanya mudah berubah karena satu orang; bandingkan dengan hati-hati.",
    ]


def test_hasil_yang_usang_dan_bulan_yang_hilang():
    def usang(kode, *, semua):
        gabungan = Isi(unit=[unit(k) for k in kode], semua=semua, berkas=("skema.xlsx", "target/A.xlsx"))
        return Isi(periode=Periode.dari_teks("2026-02"), gabungan=gabungan)

    hilang = [
        Isi(bulan=bulan, sebab=sebab)
        for bulan, sebab in ((JAN, "belum ada"), (FEB, "belum ada"), (MAR, "rusak"))
    ]
    isi = sorotan(usang=(usang("AB", semua=False), usang("ABC", semua=True)), bulan_hilang=hilang)
    akhir = "sejak dihitung, berubah skema.xlsx, target/A.xlsx. Angkanya masih yang lama. Jalankan: asn-nilai hitung --periode 2026-02"
    assert catatan(sorotan_ini=isi) == [
        f"Hasil Februari 2026 sudah usang untuk A, B: {akhir}",
        f"Hasil Februari 2026 sudah usang untuk semua unit: {akhir}",
        "Hasil Januari, Februari 2026 belum ada. Kosong di rekap ini, bukan nol.",
        "Hasil Maret 2026 rusak. Kosong di rekap ini, bukan nol.",
    ]


def test_lima_disebut_dan_yang_keenam_dihitung():
    assert sebut_beberapa("abcde") == "a, b, c, d, e"
    assert sebut_beberapa("abcdef") == "a, b, c, d, e dan 1 lagi"
