"""What is published of the staff: predikat by classes and kinds, mean scores under pseudonyms."""

from collections import Counter
from dataclasses import replace

import pytest
from penyerang_publik import baca
from publik_buatan import ATURAN, bahan, kota_acak, nip_ke

from asn_nilai.hitung.publik import susun_publik
from asn_nilai.hitung.publik.gabung_kecil import kelas_predikat
from asn_nilai.terbit.publik import berkas_publik

KUNCI = bytes(range(32))
SB, B, BP, K, SK = ATURAN.predikat.urutan


def test_sebaran_dihitung_ulang_dan_dibulatkan():
    _, baris_nilai = kota_acak(2)
    publik = susun_publik(bahan({3: []}, "2026-03", baris_nilai, k=3), KUNCI)
    jumlah = Counter(p for *_, p in baris_nilai)
    for kelas, banyak in zip(publik.sebaran.kelas, publik.sebaran.kelompok[0].jumlah, strict=True):
        tepat = sum(jumlah[p] for p in kelas)
        assert tepat >= 3
        assert banyak % 3 == 0
        assert abs(banyak - tepat) <= 1


@pytest.mark.parametrize(("belum", "pegawai"), [(0, None), (4, None), (5, 85), (7, 85), (8, 90), (43, 125)])
def test_bagian_pegawai_yang_sudah_dinilai_dalam_kelipatan_k(belum, pegawai):
    baris = [
        ("U0", nip_ke(n), 95.0, predikat) for n, predikat in enumerate([B] * 50 + [BP] * 30 + [""] * belum)
    ]
    sebaran = susun_publik(bahan({3: []}, "2026-03", baris), KUNCI).sebaran
    assert (sebaran.dinilai, sebaran.pegawai) == (80, pegawai)


@pytest.mark.parametrize(
    ("jumlah", "kelas"),
    [
        ({SB: 6, B: 20, BP: 5, K: 5, SK: 5}, ((SB,), (B,), (BP,), (K,), (SK,))),
        ({SB: 6, B: 20, BP: 3, K: 1, SK: 1}, ((SB,), (B,), (BP, K, SK))),
        ({SB: 2, B: 20, BP: 5}, ((SB, B), (BP, K, SK))),
        ({SB: 2, B: 2}, ()),
        ({B: 20}, ((SB, B, BP, K, SK),)),
    ],
)
def test_predikat_yang_berdekatan_digabung_sampai_cukup(jumlah, kelas):
    assert kelas_predikat(jumlah, ATURAN.predikat.urutan, 5) == kelas


def pegawai(**unit):
    """Return rows of nilai.csv from unit=(number of Baik, number of Butuh Perbaikan)."""
    nomor = iter(range(1000))
    return [
        (kode, nip_ke(next(nomor)), 95.0, predikat)
        for kode, isi in unit.items()
        for predikat, banyak in zip((B, BP), isi, strict=True)
        for _ in range(banyak)
    ]


def sebaran(k=5, **unit):
    """Return the groups shown, of units U0 and U3 (Dinas), U1 and U4 (Kelurahan), U2 and U5 (Puskesmas)."""
    publik = susun_publik(bahan({3: []}, "2026-03", pegawai(**unit), k), KUNCI)
    return publik.sebaran and [(kelompok.sebutan, kelompok.jumlah) for kelompok in publik.sebaran.kelompok]


def test_jenis_unit_yang_cukup_besar_ditampilkan():
    assert sebaran(U0=(10, 5), U3=(10, 5), U1=(9, 6), U4=(9, 6), U2=(5, 5), U5=(5, 5)) == [
        ("Seluruh unit", (50, 30)),
        ("Dinas", (20, 10)),
        ("Kelurahan", (20, 10)),
        ("Puskesmas", (10, 10)),
    ]


def test_jenis_unit_yang_kecil_menarik_jenis_terkecil_yang_lain():
    assert sebaran(U0=(20, 9), U3=(20, 9), U1=(9, 6), U4=(9, 6), U2=(3, 2), U5=(3, 1)) == [
        ("Seluruh unit", (65, 35)),
        ("Dinas", (40, 20)),
        ("Jenis unit lain digabung", (25, 15)),
    ]


def test_jenis_unit_yang_semuanya_berpredikat_sama_tidak_berdiri_sendiri():
    assert sebaran(U0=(20, 9), U3=(20, 9), U1=(0, 6), U4=(0, 6), U2=(9, 6), U5=(9, 6))[1:] == [
        ("Dinas", (40, 20)),
        ("Jenis unit lain digabung", (20, 25)),
    ]


def test_jenis_yang_hanya_satu_unit_tidak_berdiri_sendiri():
    assert sebaran(U0=(20, 9), U1=(9, 6), U4=(9, 6)) == [("Seluruh unit", (40, 20))]
    assert sebaran(U0=(20, 9)) == [("Seluruh unit", (20, 10))]


def test_predikat_yang_sama_bagi_semua_tidak_ditampilkan():
    assert sebaran(U0=(20, 0), U3=(20, 4)) is None


def test_jenis_yang_kosong_disebut_lainnya():
    sumber = bahan({3: []}, "2026-03", pegawai(U0=(10, 6), U1=(10, 6), U3=(10, 6), U4=(10, 6)))
    tanpa = {
        kode: replace(unit, jenis="") for kode, unit in sumber.skema.unit.items() if kode in {"U1", "U4"}
    }
    sumber = replace(sumber, skema=replace(sumber.skema, unit={**sumber.skema.unit, **tanpa}))
    assert [x.sebutan for x in susun_publik(sumber, KUNCI).sebaran.kelompok] == [
        "Seluruh unit",
        "Dinas",
        "Lainnya",
    ]


def nhk(**unit):
    nomor = iter(range(1000))
    return [
        (kode, nip_ke(next(nomor)), angka, predikat)
        for kode, (banyak, angka, predikat) in unit.items()
        for _ in range(banyak)
    ]


def test_rata_rata_nhk_menurut_nama_samaran():
    baris = nhk(
        U0=(5, 90.5, B), U1=(6, 97.2, B), U2=(7, 100.4, B), U3=(2, 80.0, B), U4=(3, 90.0, B), U5=(9, 1.0, "")
    )
    publik = susun_publik(bahan({3: []}, "2026-03", baris), KUNCI)
    *samaran, gabungan = publik.kinerja
    assert sorted(x.rata_rata for x in samaran) == [91, 97, 100]
    assert [x.samaran for x in samaran] == sorted(x.samaran for x in samaran)
    assert (gabungan.samaran, gabungan.rata_rata) == ("Unit lain digabung", 86)
    assert publik.rata_rata_nhk == 94


@pytest.mark.parametrize(("dinilai", "ada"), [(9, True), (8, False)])
def test_unit_yang_kurang_dari_sembilan_persepuluh_dinilai_tidak_disandingkan(dinilai, ada):
    """A unit that leaves its weak ASN unscored leads no list here either; the mean over all is over all who are scored."""
    baris = nhk(U0=(5, 90.0, B), U1=(6, 97.0, B), U2=(7, 100.0, B), U4=(dinilai, 110.0, B))
    baris += [("U4", nip_ke(90 + n), 50.0, "") for n in range(10 - dinilai)]
    publik = susun_publik(bahan({3: []}, "2026-03", baris), KUNCI)
    assert sorted(x.rata_rata for x in publik.kinerja) == [90, 97, 100, *([110] if ada else [])]
    assert publik.rata_rata_nhk == (101 if ada else 100)
    ditahan = {x.hal: x.sebab for x in publik.ditahan}
    sebab = "Kurang dari 90 persen pegawainya dinilai, jadi rata-ratanya belum dapat disandingkan."
    assert ditahan.get("Rata-rata nilai hasil kerja 1 unit") == (None if ada else sebab)


def test_unit_kecil_yang_belum_dinilai_tidak_terhitung_di_antara_yang_tidak_disandingkan():
    """Neither a withheld unit that can only be the small one nor a joint row that comes and goes tells of its only ASN."""
    besar = nhk(U0=(5, 90.0, B), U1=(6, 97.0, B), U2=(7, 100.0, B), U4=(8, 80.0, B))
    terbit = [
        susun_publik(bahan({3: []}, "2026-03", besar + nhk(U3=(1, 90.0, predikat))), KUNCI)
        for predikat in (B, "")
    ]
    assert terbit[0].kinerja == terbit[1].kinerja
    assert [x.rata_rata for x in terbit[1].kinerja if x.samaran == "Unit lain digabung"] == [90]
    assert [x.ditahan for x in terbit] == [terbit[0].ditahan] * 2


@pytest.mark.parametrize(
    "baris",
    [
        nhk(U0=(5, 90.0, B), U1=(6, 97.0, B), U2=(2, 90.0, B)),
        nhk(U0=(2, 90.0, B), U1=(1, 97.0, B)),
        nhk(
            U0=(1, 90.0, B), U1=(1, 97.0, B), U2=(1, 91.0, B), U3=(1, 99.0, B)
        ),  # enough units, too few people
        [],
    ],
)
def test_samaran_yang_tidak_menyamarkan_tidak_ditampilkan(baris):
    publik = susun_publik(bahan({3: []}, "2026-03", baris), KUNCI)
    assert publik.kinerja == ()
    assert publik.rata_rata_nhk is None
    assert "Rata-rata nilai hasil kerja menurut unit" in [x.hal for x in publik.ditahan]


ENAM_UNIT = nhk(
    U0=(5, 91.0, B), U1=(6, 97.2, B), U2=(7, 100.4, B), U3=(8, 95.0, SB), U4=(3, 90.0, BP), U5=(4, 88.0, BP)
)


def terbitan(periode, kunci):
    bulanan, _ = kota_acak(1)
    return berkas_publik(susun_publik(bahan(bulanan, periode, ENAM_UNIT), kunci))


def test_masukan_sama_bait_sama_dan_kunci_lain_hanya_mengganti_samaran():
    asal, lagi, lain = (terbitan("2026-05", kunci) for kunci in (KUNCI, KUNCI, b"x" * 32))
    assert asal == lagi
    for nama in ("layanan.csv", "sebaran.csv", "kamus_data.csv"):
        assert asal[nama] == lain[nama]
    lama, baru = (
        {b["samaran"]: b["rata_rata_nhk"] for b in baca(x["kinerja_unit.csv"])} for x in (asal, lain)
    )
    assert sorted(lama.values()) == sorted(baru.values()) == ["100", "89", "91", "95", "97"]
    assert set(lama) & set(baru) == {"Unit lain digabung"}


def test_samaran_berganti_setiap_periode():
    """A unit that is missing in one month would else be found by the row that is missing."""
    mei, juni = (
        {b["samaran"] for b in baca(terbitan(p, KUNCI)["kinerja_unit.csv"])} for p in ("2026-05", "2026-06")
    )
    assert len(mei) == 5
    assert mei & juni == {"Unit lain digabung"}
