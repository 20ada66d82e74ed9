"""What a recap takes from the results that it reads back: each unit in each month, who left, why somebody waits."""

from math import isnan, nan
from types import SimpleNamespace

import pandas as pd
import pytest

from asn_nilai.acuan.isian.skema import Penempatan, Skema, Unit
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.periode import Bulan
from asn_nilai.acuan.profil.muat_aturan import muat_aturan
from asn_nilai.acuan.rekap.baris import TitikUnit
from asn_nilai.acuan.temuan import temuan
from asn_nilai.hitung.rekap.rekap import _asn, _baca_bulan, _bulan, _SebabDitahan, _susunan, _titik, _unit

JAN, FEB = Bulan(2026, 1), Bulan(2026, 2)
KUADRAN, PP = muat_aturan("permenpanrb-6-2022"), muat_aturan("pp-30-2019")
UNIT = {"A": Unit("A", "Dinas A", "Dinas"), "B": Unit("B", "Dinas B", "Dinas")}
SITI, BUDI, ANI, ALI = (f"19800101200501200{n}" for n in range(4))
H9 = Letak("capaian/A.xlsx", "Capaian", "H9")


def nilai(*baris):
    kolom = ["kode_unit", "nip", "nilai_hasil_kerja", "predikat", "status"]
    return pd.DataFrame(baris, columns=kolom)


def hasil(*baris, ringkas=None, usang=()):
    return SimpleNamespace(nilai=nilai(*baris), ringkas=ringkas or {}, usang=usang)


def bahan(**isi):
    dasar = {
        "bulan": (JAN, FEB), "bulanan": {}, "hilang": {}, "unit": ("A", "B"), "aturan": KUADRAN, "temuan": (),
        "skema": Skema(UNIT, tuple(Penempatan(nip, nip, "A") for nip in (SITI, BUDI)), {}), "pengaturan": SimpleNamespace(unit_kecil=5),
    }  # fmt: skip
    return SimpleNamespace(**{**dasar, **isi})


JANUARI = hasil(
    ("A", SITI, 90.0, "Baik", "Dinilai"), ("A", BUDI, nan, "Belum Dinilai", "Belum Dinilai"), ("A", ANI, 80.11, "Kurang", "Dinilai"),
    ("B", ALI, 70.0, "Kurang", "Pindah"), ("B", BUDI, 95.0, "Baik", "Dinilai"), usang=("B", "Z"),
)  # fmt: skip
FEBRUARI = hasil(("A", SITI, 95.0, "Baik", "Dinilai"), ("B", ALI, 60.0, "Kurang", "Dinilai"))


def test_bulan_dibaca_menurut_unit_dan_menurut_asn_hanya_yang_dinilai():
    nhk, deret = _baca_bulan(bahan(bulanan={JAN: JANUARI, FEB: FEBRUARI}))
    assert nhk == {
        JAN: {"A": {SITI: 90.0, ANI: 80.11}, "B": {BUDI: 95.0}},
        FEB: {"A": {SITI: 95.0}, "B": {ALI: 60.0}},
    }
    assert {nip: [p for _, p in isi] for nip, isi in deret.items()} == {
        SITI: ["Baik", "Baik"], ANI: ["Kurang", ""], BUDI: ["Baik", ""], ALI: ["", "Kurang"],
    }  # fmt: skip
    assert deret[SITI] == [(90.0, "Baik"), (95.0, "Baik")]
    assert (isnan(deret[ANI][1][0]), isnan(deret[ALI][0][0]), deret[ALI][1][0]) == (True, True, 60.0)


def test_bulan_tanpa_hasil_kosong():
    nhk, deret = _baca_bulan(bahan(bulanan={FEB: FEBRUARI}))
    assert nhk == {JAN: {}, FEB: {"A": {SITI: 95.0}, "B": {ALI: 60.0}}}
    assert isnan(deret[SITI][0][0])


def test_baris_bulan_menyebut_yang_usang_yang_hilang_dan_rata_ratanya():
    bahan_ini = bahan(bulanan={JAN: JANUARI}, hilang={FEB: "belum dihitung"})
    januari, februari = _bulan(bahan_ini, {JAN: {"A": {SITI: 90.0, ANI: 80.11}, "B": {BUDI: 95.0}}, FEB: {}})
    assert (januari.bulan, januari.sebab, januari.usang, januari.rata_rata) == (JAN, "", ("B",), 88.37)
    assert (februari.bulan, februari.sebab, februari.usang, isnan(februari.rata_rata)) == (
        FEB,
        "belum dihitung",
        (),
        True,
    )


def test_titik_unit_dalam_sebulan():
    ringkas = SimpleNamespace(dinilai=2, jumlah_asn=3, status="lengkap")
    isi = hasil(ringkas={"A": ringkas}, usang=("A",))
    assert _titik(isi, "A", [90.0, 80.11], 2) == TitikUnit(
        85.06, 2, 3, "lengkap", usang=True, jumlah_nhk=170.11
    )
    assert _titik(hasil(ringkas={"A": ringkas}), "A", [90.0], 2).usang is False
    assert _titik(isi, "B", (), 2).status == "belum dihitung"
    assert _titik(isi, "", (), 2).status == ""
    assert _titik(None, "A", (), 2).status == ""


def test_siapa_yang_dahulu_di_unit_dan_nilai_terakhir_yang_pergi():
    deret = {SITI: [(90.0, ""), (95.0, "")], ANI: [(80.11, ""), (nan, "")], BUDI: [(95.0, ""), (nan, "")]}
    kini = [
        SimpleNamespace(
            ringkas=SimpleNamespace(kode="A"),
            asn=[SimpleNamespace(nip=SITI, status="Dinilai"), SimpleNamespace(nip=ANI, status="Pindah")],
        )
    ]
    susunan = dict(_susunan(bahan(bulanan={JAN: JANUARI}), kini, deret, JAN))
    assert {kode: (s.dahulu, s.keluar) for kode, s in susunan.items()} == {
        "A": ({SITI, BUDI, ANI}, (95.0, 80.11)),
        "B": ({BUDI}, (95.0,)),
    }


def sebab(*semua, aturan=KUADRAN):
    return _SebabDitahan(bahan(temuan=semua, aturan=aturan))


def galat(kode="realisasi-kosong", letak=H9, nip=SITI):
    return temuan(kode, letak, unit="A", nip=nip, indikator="IK-1", periode="Mei", teks="")


def test_sebab_menurut_urutan_alasan_milik_sendiri_dan_milik_berkas():
    lain = Letak("capaian/A.xlsx", "Capaian", "H8")
    ini = sebab(
        galat(), galat("bobot-tidak-100", lain), galat(nip=BUDI, letak=lain), galat("berkas-hilang", nip="")
    )
    alasan = f"berkas-hilang ({H9}); bobot-tidak-100 ({lain}); realisasi-kosong ({H9})"
    assert ini.dari(SITI, alasan) == ("berkas-hilang", "bobot-tidak-100", "realisasi-kosong")
    assert ini.dari(BUDI, alasan) == ("berkas-hilang",)
    assert ini.dari(BUDI, f"realisasi-kosong ({lain})") == ("realisasi-kosong",)
    assert ini.dari(SITI, "") == ()
    assert ini.dari(SITI, f"realisasi-kosong ({lain})") == ()


def test_sel_skema_dan_baris_bukan_milik_siapa_pun_menahan_orang_lain():
    skema = Letak("skema.xlsx", "Pegawai", "A5")
    ini = sebab(galat("nip-format", skema, nip="123"), galat("realisasi-kosong", H9, nip=""))
    assert ini.dari(SITI, f"skema-tidak-sah ({skema})") == ("skema-tidak-sah",)
    assert ini.dari(ANI, f"realisasi-kosong ({H9})") == ("realisasi-kosong",)


def test_peringatan_tidak_menahan_siapa_pun():
    assert sebab(galat("bukti-kosong")).dari(SITI, f"bukti-kosong ({H9})") == ()


@pytest.mark.parametrize(
    ("aturan", "rating", "angka"), [(PP, "95.5", 95.5), (PP, "", nan), (KUADRAN, "Sesuai Ekspektasi", nan)]
)
def test_angka_perilaku_hanya_di_aturan_yang_tetap_berangka(aturan, rating, angka):
    isi = dict.fromkeys(("nama", "jabatan", "rating_hasil_kerja", "nilai_akhir", "predikat", "status"), "") | {
        "nip": SITI, "nilai_hasil_kerja": 90.0, "rating_perilaku": rating, "alasan": f"realisasi-kosong ({H9})",
    }  # fmt: skip
    asn = _asn(isi, [(90.0, "Baik"), (nan, "")], sebab(galat(), aturan=aturan))
    assert (asn.deret[0], isnan(asn.deret[1]), asn.predikat_bulan) == (90.0, True, ("Baik", ""))
    assert asn.sebab == ("realisasi-kosong",)
    assert asn.angka_perilaku == angka or (isnan(asn.angka_perilaku) and isnan(angka))


def test_unit_yang_belum_dihitung_pun_punya_baris():
    kosong = {
        "nama": "",
        "jabatan": "",
        "rating_hasil_kerja": "",
        "rating_perilaku": "",
        "nilai_akhir": nan,
        "alasan": "",
    }
    kini = nilai(("A", SITI, 90.0, "Baik", "Dinilai"), ("A", BUDI, 70.0, "Kurang", "Pindah")).assign(**kosong)
    ringkas = SimpleNamespace(kode="A", dinilai=5, jumlah_asn=5, status="lengkap")
    absen = SimpleNamespace(kode="A", dinilai=0, jumlah_asn=5, status="belum setor")
    isi = bahan(
        hasil=SimpleNamespace(nilai=kini, ringkas={"A": ringkas}, usang=("B",)),
        bulanan={JAN: hasil(ringkas={"A": absen}), FEB: hasil(ringkas={"A": ringkas})},
    )
    a, b = _unit(isi, {SITI: [(nan, ""), (90.0, "Baik")]}, {JAN: {}, FEB: {"A": {SITI: 90.0}}})
    assert ([asn.nip for asn in a.asn], a.rata_rata, a.kecil, a.belum_setor, a.usang) == (
        [SITI, BUDI],
        90.0,
        False,
        1,
        False,
    )
    assert [titik.status for titik in a.bulan] == ["belum setor", "lengkap"]
    assert [asn.predikat_bulan for asn in a.asn] == [("", "Baik"), ("", "")]
    assert (b.ringkas.kode, b.ringkas.nama, b.ringkas.jenis, b.ringkas.status) == (
        "B",
        "Dinas B",
        "Dinas",
        "belum dihitung",
    )
    assert (b.ringkas.dinilai, b.ringkas.jumlah_asn, b.asn, isnan(b.rata_rata), b.kecil, b.usang) == (
        0,
        0,
        (),
        True,
        True,
        True,
    )
    assert [titik.status for titik in b.bulan] == ["belum dihitung"] * 2
