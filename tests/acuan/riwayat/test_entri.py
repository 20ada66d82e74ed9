"""How inputs become entries that two runs can compare: every cell that counts, with its address, and nothing twice."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from periksa.isian_buatan import ATURAN, BUDI, SITI, Dunia, baris_target, setahun

from asn_nilai.acuan.isian.indikator.indikator import Agregasi
from asn_nilai.acuan.isian.skema import PegawaiCacat, Penempatan, Skema
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.periode import Periode
from asn_nilai.acuan.riwayat.bulanan import (
    KOSONG,
    PenulisBulanan,
    baca_bulanan,
    nilai_bulan,
    tulis_nilai,
)
from asn_nilai.acuan.riwayat.entri_masukan import entri_kota, entri_masukan, entri_target
from asn_nilai.acuan.riwayat.keadaan import Isi, Kunci
from asn_nilai.acuan.temuan import temuan

MARET, T1, TAHUN = (Periode.dari_teks(kode) for kode in ("2026-03", "2026-T1", "2026"))


def entri(dunia, periode=MARET):
    return entri_masukan(dunia.isian(), dunia.skema(), periode)


@pytest.mark.parametrize(
    ("nilai", "tertulis"),
    [
        (0.1, "0.1"),
        (98.25, "98.25"),
        (40.0, "40"),
        (1e16, "1e+16"),
        ("Baik", "Baik"),
        (None, KOSONG),
        ("", KOSONG),
    ],
)
def test_angka_ditulis_dengan_titik_dan_tanpa_ekor(nilai, tertulis):
    assert tulis_nilai(nilai) == tertulis


def test_kata_tidak_ada_milik_orang_berkutip():
    assert tulis_nilai("tidak ada") == "“tidak ada”"


def test_bulan_yang_sama_dikatakan_sekali():
    nilai = dict.fromkeys(TAHUN.bulan[:6], "80") | {TAHUN.bulan[6]: "40", TAHUN.bulan[8]: "40"}
    assert PenulisBulanan(TAHUN.bulan).tulis(nilai) == "Jan–Jun 80; Jul 40; Sep 40"
    assert PenulisBulanan(TAHUN.bulan).tulis({}) == KOSONG
    assert PenulisBulanan(MARET.bulan).tulis({MARET.bulan[0]: "80"}) == "80"


@given(
    st.sampled_from([MARET, T1, TAHUN]),
    st.lists(st.sampled_from(["", "80", "40.5", "-3", "1e+16", "tidak terbaca"]), min_size=12, max_size=12),
)
def test_yang_ditulis_dapat_dibaca_kembali(periode, nilai):
    menurut = {bulan: isi for bulan, isi in zip(periode.bulan, nilai, strict=False) if isi}
    assert baca_bulanan(PenulisBulanan(periode.bulan).tulis(menurut), periode.bulan) == menurut


def test_tulisan_orang_lain_tidak_mengatakan_apa_apa():
    assert baca_bulanan("Bulan 80; Jan–Zzz 5; Mar 7", TAHUN.bulan) == {TAHUN.bulan[2]: "7"}


@pytest.mark.parametrize(
    "teks",
    [
        "Jan–Mar 40; Apr 41; Jun–Des 42", "Mar 7", "Jan 1; Mar–Mei 2", "Mar 7 | 8; Apr 9", "Feb 1; Mar 2 | Mar 3; Apr 4",
        "Jan–Mar 1 | Jan 5; Mar 9", "kosong", "", "kata; Mar-Mei 5", "tidak terbaca", "xMar 5; Apr 2",
    ],
)  # fmt: skip
def test_satu_bulan_dibaca_seperti_semuanya(teks):
    semua = baca_bulanan(teks, TAHUN.bulan)
    assert [nilai_bulan(teks, bulan, TAHUN.bulan) for bulan in TAHUN.bulan] == [
        semua.get(bulan, "") for bulan in TAHUN.bulan
    ]


@given(
    st.lists(st.sampled_from(["", "80", "40.5", "-3", "tidak terbaca", "5 | 6"]), min_size=12, max_size=12)
)
def test_satu_bulan_yang_ditulis_program_dibaca_seperti_semuanya(nilai):
    teks = PenulisBulanan(TAHUN.bulan).tulis_deret(nilai)
    assert [nilai_bulan(teks, bulan, TAHUN.bulan) for bulan in TAHUN.bulan] == nilai
    assert (
        nilai_bulan(PenulisBulanan(MARET.bulan).tulis_deret(nilai[:1]), MARET.bulan[0], MARET.bulan)
        == nilai[0]
    )


def test_setiap_sel_yang_berlaku_menjadi_entri_dengan_alamatnya():
    semua = entri(Dunia())
    assert semua[Kunci("target", "PKM", SITI, "KJ")] == Isi("40", "target/PKM.xlsx › Target › L10")
    assert semua[Kunci("bobot", "PKM", SITI, "KJ")].nilai == "60"
    realisasi = semua[Kunci("realisasi", "PKM", SITI, "KJ")]
    assert (realisasi.nilai, realisasi.sel.rpartition(" › ")[0]) == (
        "41",
        "capaian/2026-03/PKM.xlsx › Capaian",
    )
    assert semua[Kunci("perilaku", "PKM", SITI, "", "Rating Perilaku")].nilai == "Sesuai Ekspektasi"
    assert semua[Kunci("pegawai", "PKM", SITI)].nilai == "PNS"


def test_periode_panjang_menyebut_nilai_tiap_bulan_dan_selnya():
    semua = entri(Dunia(), T1)
    assert semua[Kunci("target", "PKM", SITI, "KJ")] == Isi(
        "Jan–Mar 40", "target/PKM.xlsx › Target › J10:L10"
    )
    assert semua[Kunci("realisasi", "PKM", SITI, "KJ")].sel.count("capaian/2026-0") == 3


def test_sel_kosong_bukan_entri_dan_yang_tak_terbaca_mengatakannya():
    dunia = Dunia(cacat={"Target": {("mar", 1): "angka-tidak-sah"}})
    dunia.target[0]["mar"] = dunia.target[1]["mar"] = None
    semua = entri(dunia)
    assert Kunci("target", "PKM", SITI, "KJ") not in semua
    assert semua[Kunci("target", "PKM", SITI, "WT")].nilai == "tidak terbaca"


def test_baris_yang_berdiri_dua_kali_berbagi_satu_entri():
    dunia = Dunia()
    dunia.target.append(baris_target(SITI, "KJ", 5.0, **setahun(30.0)))
    semua = entri(dunia)
    assert semua[Kunci("target", "PKM", SITI, "KJ")].nilai == "40 | 30"
    assert semua[Kunci("bobot", "PKM", SITI, "KJ")] == Isi(
        "60 | 5", "target/PKM.xlsx › Target › I10; target/PKM.xlsx › Target › I14"
    )


def test_tanpa_kolom_dan_tanpa_buku_target_tidak_ada_entrinya():
    assert not any(kunci.ruas == "Ide Baru" for kunci in entri(Dunia(tanpa_kolom=("ide_baru",))))
    assert not any(kunci.apa in {"target", "bobot"} for kunci in entri(Dunia(target=None)))
    assert entri_target(None, "PKM", TAHUN) == {}


def test_target_setahun_satu_entri_sebaris():
    semua = entri_target(Dunia().isian().target, "PKM", TAHUN)
    assert semua[Kunci("target", "PKM", BUDI, "WT")].nilai == "Jan–Des 15"


@pytest.mark.parametrize(
    ("penempatan", "ada"),
    [
        (Penempatan(BUDI, "Budi", "PKM", mulai=date(2026, 4, 1)), False),
        (Penempatan(BUDI, "Budi", "DIN"), False),
        (Penempatan(BUDI, "Budi", "PKM", mulai=date(2026, 3, 31)), True),
        (None, True),
    ],
    ids=["sejak-bulan-berikut", "di-unit-lain", "sejak-hari-terakhirnya", "tidak-dikenal"],
)
def test_target_dan_bobot_yang_ditempatkan_di_waktu_lain_bukan_milik_periode_itu(penempatan, ada):
    dunia = Dunia()
    dunia.penempatan = [p for p in dunia.penempatan if p.nip != BUDI]
    if penempatan:
        dunia.penempatan.append(penempatan)
    semua = entri(dunia)
    for apa in ("target", "bobot"):
        assert (Kunci(apa, "PKM", BUDI, "WT") in semua) is ada
        assert Kunci(apa, "PKM", SITI, "KJ") in semua


def test_penempatan_sebagian_periode_menyebut_bulannya():
    dunia = Dunia()
    dunia.penempatan = [
        Penempatan(SITI, "Siti", "PKM", mulai=T1.bulan[1].hari_pertama, golongan="III/a"),
        Penempatan(BUDI, "Budi", "PKM", selesai=T1.bulan[0].hari_terakhir),
    ]
    semua = entri(dunia, T1)
    assert [semua[Kunci("pegawai", "PKM", nip)].nilai for nip in (SITI, BUDI)] == [
        "PNS; III/a; Feb–Mar",
        "PNS; Jan",
    ]


def cacat(nip, nama, unit):
    sebab = temuan(
        "skema-tidak-sah", Letak("skema.xlsx", "Pegawai", "A9"), kolom="NIP", teks="x", dikenal="y"
    )
    return PegawaiCacat(nip, nama, (Penempatan(nip, nama, unit),), (), (sebab,))


def test_orang_yang_barisnya_salah_pun_entri_juga_yang_tanpa_nip_dan_tanpa_unit():
    dasar = Dunia().skema()
    skema = Skema(
        dasar.unit, dasar.penempatan, dasar.indikator, (cacat("", "Rina", "PKM"), cacat("12", "Tono", ""))
    )
    semua = entri_masukan(Dunia().isian(), skema, MARET)
    assert semua[Kunci("pegawai", "PKM", "Rina")] == Isi("barisnya tidak sah", "skema.xlsx › Pegawai › A9")
    assert Kunci("pegawai", "", "12") in entri_kota(skema, ATURAN, MARET)


def test_definisi_indikator_dan_angka_aturan_milik_semua_unit():
    semua = entri_kota(Dunia().skema(), ATURAN, MARET)
    assert semua[Kunci("indikator", "", "", "KJ", "Polaritas")].nilai == "Maksimal"
    assert semua[Kunci("indikator", "", "", "KJ", "Wajib Bukti")].nilai in {"Ya", "Tidak"}
    assert semua[Kunci("aturan", ruas="Profil")].nilai == ATURAN.profil.kode
    assert sum(kunci.apa == "aturan" for kunci in semua) > 20
    assert semua[Kunci("aturan", ruas="Sebutan “Dibawah Ekspektasi”")].nilai == "dibaca Di Bawah Ekspektasi"


def test_dari_rasio_yang_dicatat_pembilang_dan_penyebutnya_bukan_realisasi_di_sampingnya():
    dunia = Dunia()
    dunia.indikator["WT"] = replace(
        dunia.indikator["WT"], agregasi=Agregasi.RASIO, pembilang="yang dilayani", penyebut="sasaran"
    )
    for baris, pembilang in zip(dunia.capaian[3][1::2], (743.0, None), strict=True):
        baris |= {"pembilang": pembilang, "penyebut": 1720.0}
    dunia.capaian[3][0]["pembilang"] = 5.0
    isi = {k[2:]: v for k, v in entri(dunia).items() if k.apa == "realisasi"}
    assert isi == {
        (SITI, "KJ", ""): Isi("41", "capaian/2026-03/PKM.xlsx › Capaian › I8"),
        (BUDI, "KJ", ""): Isi("41", "capaian/2026-03/PKM.xlsx › Capaian › I10"),
        (SITI, "WT", "Pembilang"): Isi("743", "capaian/2026-03/PKM.xlsx › Capaian › L9"),
        (SITI, "WT", "Penyebut"): Isi("1720", "capaian/2026-03/PKM.xlsx › Capaian › M9"),
        (BUDI, "WT", "Penyebut"): Isi("1720", "capaian/2026-03/PKM.xlsx › Capaian › M11"),
    }


def test_kata_tidak_ada_di_sel_berbeda_dari_yang_tidak_ada():
    dasar = Dunia().skema()
    indikator = {
        "KJ": replace(dasar.indikator["KJ"], satuan="tidak ada", berlaku_untuk=("tidak ada",)),
    }
    semua = entri_kota(replace(dasar, indikator=indikator), ATURAN, MARET)
    assert semua[Kunci("indikator", "", "", "KJ", "Satuan")].nilai == "“tidak ada”"
    assert semua[Kunci("indikator", "", "", "KJ", "Berlaku Untuk")].nilai == "“tidak ada”"
    dunia = Dunia()
    dunia.penempatan = [Penempatan(SITI, "Siti", "PKM", jenis_asn="", jabatan="tidak ada")]
    assert entri(dunia)[Kunci("pegawai", "PKM", SITI)].nilai == "“tidak ada”"
