"""What a recap points at: ties, small and partly scored units, what is missing, what is stale and in which order."""

from math import nan
from types import SimpleNamespace

import pytest

from asn_nilai.acuan.periode import Bulan, Periode
from asn_nilai.acuan.rekap.baris import BulanRekap, IndikatorRekap, TitikUnit, UnitRekap
from asn_nilai.acuan.rekap.kedudukan import Kedudukan
from asn_nilai.hitung.rekap.sorotan import bulan_berturut, susun_sorotan

JAN, FEB, MAR = (Bulan(2026, nomor) for nomor in (1, 2, 3))


def unit(kode: str, peringkat: int | None = None, status: str = "lengkap", **isi) -> UnitRekap:
    belum = isi.pop("belum", 0)
    ringkas = SimpleNamespace(kode=kode, status=status, belum_dinilai=belum, jumlah_asn=9)
    bulan = tuple(TitikUnit(status=keadaan) for keadaan in isi.pop("bulan", ()))
    absen = sum(titik.status == "belum setor" for titik in bulan)
    kedudukan = Kedudukan(peringkat, setara=isi.pop("setara", None))
    return UnitRekap(ringkas, (), 90.0, kedudukan, kecil=False, bulan=bulan, belum_setor=absen, **isi)


def sorot(*semua: UnitRekap, bulan=(), indikator=(), usang=()):
    return susun_sorotan(semua, bulan, indikator, usang)


def kode(semua) -> list[str]:
    return [u.ringkas.kode for u in semua]


@pytest.mark.parametrize(
    ("banyak", "atas", "bawah"),
    [
        (0, "", ""), (1, "A", ""), (2, "A", "B"), (3, "AB", "C"), (9, "ABCDE", "IHGF"), (10, "ABCDE", "JIHGF"),
        (12, "ABCDE", "LKJIH"),
    ],
)  # fmt: skip
def test_tidak_ada_unit_di_kedua_daftar_dan_paling_banyak_lima(banyak, atas, bawah):
    hasil = sorot(*(unit(chr(65 + nomor), nomor + 1) for nomor in range(banyak)))
    assert kode(hasil.memimpin) == list(atas)
    assert kode(hasil.perlu_dibantu) == list(bawah)


def test_peringkat_yang_sama_menurut_urutan_register_dan_tanpa_rata_rata_tidak_ikut():
    hasil = sorot(unit("C", 3), unit("Z"), unit("B", 1), unit("A", 1))
    assert kode(hasil.memimpin) == ["B", "A"]
    assert kode(hasil.perlu_dibantu) == ["C"]
    hasil = sorot(unit("A", 1), unit("B", 2), unit("C", 2), unit("D", 2))
    assert (kode(hasil.memimpin), kode(hasil.perlu_dibantu)) == (["A", "B"], ["D", "C"])


def test_yang_belum_diperingkat_tidak_memimpin_dan_yang_setara_dengan_pemimpin_disebut():
    semua = [unit("A"), unit("B", 1, setara=(1, 2)), unit("C", 2, setara=(1, 3)), unit("D", 3, setara=(2, 3))]
    hasil = sorot(*semua, unit(""))
    assert kode(hasil.belum_diperingkat) == ["A"]
    assert kode([hasil.tertinggi, hasil.terendah]) == ["B", "D"]
    assert kode(hasil.setara_teratas) == ["C"]
    assert kode(hasil.memimpin) == ["B", "C"]
    hasil = sorot(unit("A"), unit("B"))
    assert (hasil.tertinggi, hasil.terendah, hasil.setara_teratas) == (None, None, ())
    assert sorot(unit("A", 1)).terendah is None


def test_setiap_keadaan_setoran_pada_daftarnya():
    semua = [
        unit("A"), unit("B", status="belum setor"), unit("C", status="tak terbaca", belum=9), unit("D", status="belum dihitung"),
        unit("E", status="ada galat", belum=2), unit("F", status="ada galat", belum=5), unit("G", belum=2),
    ]  # fmt: skip
    hasil = sorot(*semua)
    assert hasil.lengkap == 2
    assert kode(hasil.belum_setor) == ["B"]
    assert kode(hasil.tak_terbaca) == ["C"]
    assert kode(hasil.belum_dihitung) == ["D"]
    assert kode(hasil.belum_dinilai) == ["F", "E", "G"]


def test_yang_paling_sering_belum_setor_di_atas_dengan_bulannya():
    bulan = (BulanRekap(JAN), BulanRekap(FEB), BulanRekap(MAR, "belum ada"))
    hasil = sorot(
        unit("A", bulan=("lengkap", "ada galat", "")),
        unit("B", bulan=("lengkap", "belum setor", "")),
        unit("C", bulan=("belum setor", "belum setor", "")),
        unit("D", bulan=("lengkap", "lengkap", ""), status="belum setor"),
        bulan=bulan,
    )
    assert kode(baris.unit for baris in hasil.setoran) == ["C", "B", "A", "D"]
    assert [baris.bulan for baris in hasil.setoran] == [(JAN, FEB), (FEB,), (), ()]
    assert [baris.kurang for baris in hasil.setoran] == [True, True, False, True]
    assert [baris.bulan for baris in hasil.bulan_hilang] == [MAR]
    assert hasil.dua_bulan == (JAN, FEB)


@pytest.mark.parametrize(
    ("ada", "dua"), [((), None), ((FEB,), None), ((JAN, MAR), None), ((JAN, FEB, MAR), (FEB, MAR))]
)
def test_dua_bulan_terakhir_hanya_bila_berturut_turut(ada, dua):
    assert bulan_berturut(ada) == dua


def test_usang_menurut_periode_dan_berkas_dengan_urutan_menghitungnya():
    januari, tahun = Periode.dari_teks("2026-01"), Periode.dari_teks("2026-T1")
    berkas = {"C": ("x.xlsx",), "A": ("skema.xlsx", "x.xlsx"), "B": ("x.xlsx",), "LAIN": ("y.xlsx",)}
    hasil = sorot(
        unit("A"), unit("B"), unit("C"),
        usang=[(januari, berkas), (Periode.dari_teks("2026-02"), {"LAIN": ("y.xlsx",)}), (tahun, {"B": ("z",)})],
    )  # fmt: skip
    assert [usang.periode for usang in hasil.usang] == [januari, tahun]
    pertama, kedua = hasil.usang
    assert (kode(pertama.gabungan.unit), pertama.gabungan.berkas) == (
        ["A", "B", "C"],
        ("skema.xlsx", "x.xlsx"),
    )
    assert pertama.gabungan.semua
    assert [(kode(b.unit), b.berkas, b.semua) for b in pertama.menurut_berkas] == [
        (["A"], ("skema.xlsx", "x.xlsx"), False),
        (["B", "C"], ("x.xlsx",), False),
    ]
    assert not kedua.gabungan.semua
    assert sorot(unit("A"), unit("B"), usang=[(januari, berkas)]).usang[0].gabungan.semua
    assert not sorot(unit("A"), usang=[(januari, berkas)]).usang[0].gabungan.semua


def test_yang_tertahan_berdiri_sendiri_di_urutan_masanya():
    jan, feb = JAN.periode, FEB.periode
    usang = [(jan, {}), (feb, {"A": ("x.xlsx",)})]
    tertahan = [(jan, {"A": ("x.xlsx",)}), (feb, {"B": ("y.xlsx",)})]
    hasil = susun_sorotan([unit("A"), unit("B")], (), (), usang, tertahan=tertahan).usang
    assert [(h.periode, h.tertahan, kode(h.gabungan.unit)) for h in hasil] == [
        (jan, True, ["A"]), (feb, False, ["A"]), (feb, True, ["B"]),
    ]  # fmt: skip


def test_indikator_tertinggal_terendah_lebih_dulu():
    def indikator(nama: str, *, tertinggal: bool) -> IndikatorRekap:
        return IndikatorRekap(nama, nama, "", "", 1, nan, 0, "", tertinggal, (), ())

    semua = (
        indikator("I2", tertinggal=True),
        indikator("I1", tertinggal=True),
        indikator("I3", tertinggal=False),
    )
    assert [i.kode for i in sorot(indikator=semua).tertinggal] == ["I2", "I1"]


def test_periode_terkunci_yang_usang_dihitung_dahulu_seperti_yang_lain():
    """Most that changes after a lock is not the period's, and a correction of nothing is refused."""
    usang = [(bulan.periode, {"A": ("skema.xlsx",)}) for bulan in (JAN, FEB)]
    januari, februari = susun_sorotan([unit("A", 1)], (), (), usang, [JAN.periode]).usang
    assert (januari.perintah, januari.terkunci) == ("asn-nilai hitung --periode 2026-01", True)
    assert (februari.perintah, februari.terkunci) == ("asn-nilai hitung --periode 2026-02", False)
