"""Which findings keep an ASN from being scored: those of files only in the months that count for that ASN."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.periode import Bulan
from asn_nilai.acuan.temuan import temuan
from asn_nilai.hitung.nilai.alasan import AlasanUnit

JAN, FEB, MAR = (Bulan(2026, nomor) for nomor in (1, 2, 3))
ANI, BUDI = "199001012015011901", "199101012015011902"


def hilang(bulan: Bulan):
    return replace(temuan("berkas-hilang", Letak(f"capaian/{bulan.kode}/A.xlsx"), unit="A"), bulan=bulan)


def isian(*bulan: Bulan, target: object = "ada"):
    return SimpleNamespace(target=target, capaian=dict.fromkeys(bulan))


@pytest.mark.parametrize(
    ("dihitung", "tersetor", "sebab"),
    [
        ((JAN, FEB, MAR), (JAN, MAR), [FEB]),
        ((JAN, MAR), (JAN, MAR), []),  # not measured in February: its file is not missed
        ((JAN, FEB, MAR), (JAN, FEB, MAR), []),  # another file of February was read
        ((FEB,), (), [FEB]),
    ],
)
def test_berkas_yang_hilang_menahan_yang_dihitung_di_bulannya(dihitung, tersetor, sebab):
    alasan = AlasanUnit.dari([hilang(FEB)])
    assert [t.bulan for t in alasan.untuk(ANI, dihitung, isian(*tersetor))] == sebab


def test_tanpa_target_setiap_berkas_menahan_semua_orang():
    alasan = AlasanUnit.dari([hilang(FEB)])
    assert [t.bulan for t in alasan.untuk(ANI, (), isian(FEB, target=None))] == [FEB]


def test_temuan_asn_dan_perilaku_menahan_yang_disebut_saja_dan_satu_kali():
    sel = Letak("capaian/2026-02/A.xlsx", "Capaian", "H7")
    angka = temuan("angka-tidak-sah", sel, unit="A", nip=ANI, teks="x", sebab="")
    perilaku = temuan("perilaku-kosong", Letak("capaian/2026-02/A.xlsx"), unit="A", nip=ANI)
    ingat = temuan("satuan-berbeda", sel, unit="A", nip=ANI, teks="a", satuan="b")
    alasan = AlasanUnit.dari([perilaku, angka, ingat, angka])
    assert [t.kode for t in alasan.untuk(ANI, (FEB,), isian(FEB))] == ["angka-tidak-sah", "perilaku-kosong"]
    assert alasan.untuk(BUDI, (FEB,), isian(FEB)) == ()


def test_yang_mengikuti_temuan_lain_beralasan_temuan_itu():
    akar = temuan(
        "nip-tidak-dikenal", Letak("capaian/2026-02/A.xlsx", "Capaian", "C9"), unit="A", teks="1", nama=""
    )
    tanpa = temuan(
        "asn-tanpa-capaian",
        Letak("capaian/2026-02/A.xlsx"),
        unit="A",
        nip=ANI,
        akar=akar,
        nama="",
        periode="",
    )
    kosong = temuan("perilaku-kosong", Letak("capaian/2026-02/A.xlsx"), unit="A", nip=ANI, akar=akar)
    assert AlasanUnit.dari([tanpa, kosong]).untuk(ANI, (FEB,), isian(FEB)) == (akar,)
