"""What is published, counted again from the rows by a few plain lines."""

from dataclasses import replace
from math import isnan
from statistics import fmean

import pytest
from laju import bertingkat
from publik_buatan import ATURAN, INDIKATOR, MILIK_UNIT, PENYEBUT, SEMUA, bahan, kota_acak, laporan

from asn_nilai.acuan.hasil.ringkas import RingkasUnit
from asn_nilai.acuan.periode import Bulan
from asn_nilai.acuan.profil.muat_aturan import muat_aturan
from asn_nilai.acuan.rekap.publik import PublikSebagianError
from asn_nilai.acuan.setoran.status import ADA_GALAT, BELUM_SETOR, LENGKAP, TAK_TERBACA
from asn_nilai.hitung.publik import susun_publik
from asn_nilai.hitung.publik.angka import angka_layanan
from asn_nilai.hitung.publik.gabung_kecil import kelas_orang
from asn_nilai.hitung.publik.laporan import Isi
from asn_nilai.terbit.publik import berkas_publik

KUNCI = bytes(range(32))
BENIH = bertingkat(range(8), 2)


def dekat(tercetak: float, tepat: float, sumbangan: float, orang: int, *, jumlah: bool, bulat: bool) -> bool:
    """Tell whether a printed figure is the exact one: a count itself, others within half of the coarsest step of rounding."""
    if jumlah and bulat:
        return tercetak == tepat
    ragu = max(sumbangan / 10, 2.0 if bulat else 0.0) * 2.5 / 2
    return abs(tercetak - tepat) <= (ragu if jumlah else ragu / orang) + 1e-9


@pytest.mark.parametrize("benih", BENIH)
@pytest.mark.parametrize("periode", ["2026-04", "2026-T2", "2026-S1"])
def test_jumlah_dan_rata_rata_layanan(benih, periode):
    bulanan, _ = kota_acak(benih)
    sumber = bahan(bulanan, periode)
    bulan = [b.bulan for b in sumber.periode.bulan]
    for i in susun_publik(sumber, KUNCI).layanan:
        rinci = next(x for x in SEMUA if x.kode == i.kode)
        if rinci.milik_unit:
            continue
        for baris in (i.seluruh, *i.unit):
            bernama = {b.kode_unit for b in i.unit} - {""}
            isi = [
                [
                    (nip, r)
                    for unit, nip, kode, _, r in bulanan[nomor]
                    if kode == i.kode
                    and r is not None
                    and (
                        unit == baris.kode_unit
                        or (not baris.kode_unit and (baris is i.seluruh or unit not in bernama))
                    )
                ]
                for nomor in bulan
            ]
            isi = [x for x in isi if x]
            rata = [fmean(r for _, r in x) for x in isi]
            orang = min(len({nip for nip, _ in x}) for x in isi)
            jumlah = i.ringkasan == "jumlah"
            # Every ratio of these cities is out of the same number.
            tepat = {
                "jumlah": sum(r for x in isi for _, r in x),
                "rata-rata": fmean(rata),
                "jumlah pembilang dibagi jumlah penyebut": fmean(r for x in isi for _, r in x),
            }.get(i.ringkasan, rata[-1])
            if i.ringkasan == "rata-rata keadaan akhir":
                orang = len({nip for nip, _ in isi[-1]})
            besar = max(tepat, baris.kini.target) / (orang if jumlah else 1) * 1.05
            assert baris.jumlah_bulan == len(isi)
            assert dekat(
                baris.kini.realisasi, tepat, besar, orang, jumlah=jumlah, bulat=rinci.jenis_nilai == "Bulat"
            )


@pytest.mark.parametrize("benih", BENIH)
@pytest.mark.parametrize("periode", ["2026-04", "2026-S1"])
def test_angka_unit_terbit_apa_adanya_dan_rasionya_jumlah_dibagi_jumlah(benih, periode):
    bulanan, _ = kota_acak(benih)
    sumber = bahan(bulanan, periode)
    dilihat = 0
    for i in susun_publik(sumber, KUNCI).layanan:
        rinci = next((x for x in MILIK_UNIT if x.kode == i.kode), None)
        if rinci is None:
            continue
        for baris in (i.seluruh, *i.unit):
            # One figure of each unit and month, however many carry it.
            angka = {
                (b.bulan, unit): r
                for b in sumber.periode.bulan
                for unit, _, kode, _, r in bulanan[b.bulan]
                if kode == i.kode and r is not None and baris.kode_unit in {"", unit}
            }
            akhir = [r for (bulan, _), r in angka.items() if bulan == max(b for b, _ in angka)]
            tepat = {"IDL": fmean(angka.values()), "SKM": fmean(akhir), "KLH": sum(angka.values())}[i.kode]
            assert baris.kini.realisasi == pytest.approx(tepat, abs=0.005)
            assert (baris.orang, i.kode == "KLH" and baris.kini.realisasi != tepat) == ("", False)
            if i.kode == "IDL":
                assert baris.kini.penyebut == PENYEBUT * len(angka)
                assert baris.kini.pembilang == pytest.approx(sum(angka.values()) * PENYEBUT / 100)
            else:
                assert isnan(baris.kini.pembilang)
            dilihat += 1
        assert all(unit.kode_unit for unit in i.unit)
    assert dilihat > 5


def test_angka_unit_yang_diperselisihkan_tidak_terbit_dan_unit_lain_tetap():
    baris = laporan("U0", 1, 0, "IDL", 90.0, 80.0) + laporan("U0", 1, 1, "IDL", 90.0, 85.0)
    baris += laporan("U1", 2, 5, "IDL", 90.0, 95.0)
    publik = susun_publik(bahan({3: baris}, "2026-03"), KUNCI)
    [layanan] = publik.layanan
    assert (layanan.seluruh.sebutan, layanan.seluruh.kini.realisasi, layanan.seluruh.kini.penyebut) == (
        "Unit 1",
        95.0,
        40.0,
    )
    ditahan = publik.ditahan[0]
    assert ditahan.hal == "Imunisasi lengkap, Unit 0, Maret 2026"
    assert ditahan.sebab == "Unit itu menulis angka yang berbeda-beda, dan belum dipastikan mana yang benar."
    assert f"1 hasil tidak ditampilkan. {ditahan.sebab} <span" in berkas_publik(publik)["index.html"]


def test_angka_unit_yang_diperselisihkan_disebut_hanya_bila_termasuk_yang_diterbitkan():
    berbeda = laporan("U0", 1, 0, "IDL", 90.0, 80.0) + laporan("U0", 1, 1, "IDL", 90.0, 85.0)
    dipilah = [replace(i, layanan_publik=i.kode == "IZN" or None) for i in SEMUA]
    for bulanan, indikator in (({3: berbeda}, dipilah), ({2: berbeda, 3: laporan("U0", 6)}, SEMUA)):
        publik = susun_publik(bahan(bulanan, "2026-03", indikator=indikator), KUNCI)
        assert not [d for d in publik.ditahan if "berbeda-beda" in d.sebab]
    terbit = [replace(i, layanan_publik=i.kode == "IDL" or None) for i in SEMUA]
    publik = susun_publik(bahan({3: berbeda}, "2026-03", indikator=terbit), KUNCI)
    assert [d.hal for d in publik.ditahan if "berbeda-beda" in d.sebab] == [
        "Imunisasi lengkap, Unit 0, Maret 2026"
    ]


def test_hanya_layanan_publik_yang_terbit_bila_daftar_indikator_memilahnya():
    baris = [x for kode in ("IZN", "TGU", "LAMA") for x in laporan("U0", 6, 0, kode)]
    dipilah = [replace(i, layanan_publik=i.kode == "IZN" or None) for i in SEMUA]
    publik = susun_publik(bahan({3: baris}, "2026-03", indikator=dipilah), KUNCI)
    assert [layanan.kode for layanan in publik.layanan] == ["IZN"]
    assert publik.bukan_layanan == 1
    assert [d.hal for d in publik.ditahan[:1]] == ["LAMA"]
    assert "1 indikator lain bukan layanan kepada warga" in berkas_publik(publik)["index.html"]
    tanpa = susun_publik(bahan({3: baris}, "2026-03"), KUNCI)
    assert (sorted(layanan.kode for layanan in tanpa.layanan), tanpa.bukan_layanan) == (["IZN", "TGU"], 0)
    tidak = [replace(i, layanan_publik=False) for i in SEMUA]
    assert susun_publik(bahan({3: baris}, "2026-03", indikator=tidak), KUNCI).layanan == ()


def test_target_dan_hasil_nol_dikatakan_nol_bukan_tercapai():
    publik = susun_publik(bahan({3: laporan("U0", 6, 0, "TGU", 0.0, 0.0)}, "2026-03"), KUNCI)
    berkas = berkas_publik(publik)
    assert publik.layanan[0].seluruh.kini.nihil
    assert ",nihil," in berkas["layanan.csv"]
    assert "✓ Target 0, hasil 0" in berkas["index.html"]
    assert "✓ Tercapai" not in berkas["index.html"]


def test_yang_harus_dekat_target_tidak_pernah_tercapai_sekaligus_memburuk():
    bulanan = {2: laporan("U0", 6, 0, "SRP", 40.0, 40.0), 3: laporan("U0", 6, 0, "SRP", 40.0, 38.0)}
    publik = susun_publik(bahan(bulanan, "2026-03"), KUNCI)
    halaman = berkas_publik(publik)["index.html"]
    assert publik.layanan[0].seluruh.gerak == "menjauhi target"
    assert publik.bergerak("memburuk") == 1
    assert "✓ Sesuai rencana" in halaman
    assert "← menjauhi target" in halaman
    assert "▼ memburuk" not in halaman
    kembali = {2: bulanan[3], 3: bulanan[2]}
    assert susun_publik(bahan(kembali, "2026-03"), KUNCI).layanan[0].seluruh.gerak == "mendekati target"


def test_hasil_yang_dihitung_dengan_tangan():
    baris = laporan("U0", 5, 0, "TGU", 20.0, 24.3) + laporan("U1", 10, 20, "TGU", 20.0, 18.2)
    [tunggu] = susun_publik(bahan({3: baris}, "2026-03"), KUNCI).layanan
    assert (tunggu.nama, tunggu.satuan, tunggu.arah) == ("Waktu tunggu", "menit", "lebih kecil lebih baik")
    isi = [
        (b.sebutan, b.orang, b.kini.target, b.kini.realisasi, b.kini.capaian, b.kini.tercapai)
        for b in (tunggu.seluruh, *tunggu.unit)
    ]
    assert isi == [
        ("Seluruh unit", "10–19", 20.0, 20.2, 99.0, False),
        ("Unit 0", "5–9", 20.0, 24.5, 77.5, False),
        ("Unit 1", "10–19", 20.0, 18.2, 109.0, True),
    ]


@pytest.mark.parametrize(
    ("indikator", "target", "realisasi", "capaian", "tercapai"),
    [
        ("IZN", 10.0, 10.0, 100.0, True),
        ("IZN", 0.0, 4.0, None, True),
        ("TGU", 0.0, 4.0, None, False),
        ("TGU", 20.0, 20.0, 100.0, True),
        ("SRP", 40.0, 36.0, 100.0, True),
        ("SRP", 40.0, 20.0, 55.6, False),
        ("SRP", 0.0, 0.0, None, True),
        ("IMN", 90.0, 180.0, 120.0, True),
    ],
)
def test_capaian_dan_tercapai_menurut_angka_yang_tercetak(indikator, target, realisasi, capaian, tercapai):
    dikenal = next(x for x in INDIKATOR if x.kode == indikator)
    isi = Isi(frozenset("abcde"), (target,) * 5, (realisasi,) * 5)
    angka = angka_layanan([[isi]], dikenal, ATURAN)
    assert (None if isnan(angka.capaian) else angka.capaian) == capaian
    assert angka.tercapai is tercapai


def test_aturan_tanpa_rumus_untuk_aspek_itu_tidak_memberi_capaian():
    isi = Isi(frozenset("abcde"), (10.0,) * 5, (10.0,) * 5)
    angka = angka_layanan([[isi]], INDIKATOR[0], muat_aturan("perka-bkn-1-2013"))
    assert isnan(angka.capaian)
    assert angka.tercapai


@pytest.mark.parametrize(
    ("indikator", "lalu", "kini", "gerak"),
    [
        ("IZN", (10.0, 9.0), (10.0, 12.0), "membaik"),
        ("IZN", (10.0, 9.0), (10.0, 6.0), "memburuk"),
        ("IZN", (10.0, 10.0), (20.0, 20.0), "tetap"),
        ("IZN", (200.0, 180.0), (200.0, 181.0), "tetap"),  # 90 to 90.5 percent
        ("IZN", (200.0, 180.0), (200.0, 182.0), "membaik"),  # to 91
        ("IZN", (200.0, 180.0), (200.0, 179.0), "tetap"),
        ("IZN", (200.0, 180.0), (200.0, 178.0), "memburuk"),
        ("TGU", (20.0, 20.0), (20.0, 26.0), "memburuk"),
        ("TGU", (0.0, 4.0), (0.0, 2.0), "membaik"),
        ("TGU", (0.0, 4.0), (0.0, 4.0), "tetap"),
        ("TGU", (0.0, 4.0), (20.0, 4.0), ""),
        ("IZN", (0.0, 4.0), (0.0, 8.0), "membaik"),
        ("SRP", (0.0, 4.0), (0.0, 8.0), ""),
    ],
)
def test_gerak_sejak_bulan_lalu(indikator, lalu, kini, gerak):
    bulanan = {n: laporan("U0", 6, 0, indikator, *angka) for n, angka in ((2, lalu), (3, kini))}
    [layanan] = susun_publik(bahan(bulanan, "2026-03"), KUNCI).layanan
    assert layanan.seluruh.gerak == gerak
    assert (layanan.seluruh.sebutan, layanan.seluruh.kode_unit, layanan.unit) == ("Unit 0", "U0", ())


def test_periode_beberapa_bulan_tidak_bergerak_sejak_bulan_sebelumnya():
    """Three months' sum beside one month's would be no movement."""
    bulanan = {n: laporan("U0", 6, 0, "IZN", 10.0, r) for n, r in ((1, 9.0), (2, 12.0), (3, 12.0))}
    [layanan] = susun_publik(bahan(bulanan, "2026-02:2026-03"), KUNCI).layanan
    assert (layanan.seluruh.kini.realisasi, layanan.seluruh.lalu, layanan.seluruh.gerak) == (144.0, None, "")


def test_yang_belum_tercapai_dan_terendah_berdiri_di_depan():
    baris = [
        x
        for kode, r in (("IZN", 7.0), ("TGU", 8.0), ("IMN", 6.0), ("SRP", 10.0))
        for x in laporan("U0", 6, 0, kode, 10.0, r)
    ]
    publik = susun_publik(bahan({3: baris}, "2026-03"), KUNCI)
    assert [layanan.kode for layanan in publik.layanan] == ["IMN", "IZN", "SRP", "TGU"]
    assert publik.tercapai == 2
    assert publik.bergerak("membaik") == 0
    baris = [
        x
        for kode, r in (("IZN", 6.0), ("TGU", 9.0), ("IMN", 8.0))
        for x in laporan("U0", 6, 0, kode, 10.0, r)
    ]
    baris += laporan("U0", 6, 0, "SRP", 0.0, 3.0)  # no share of nothing: before all others
    publik = susun_publik(bahan({3: baris}, "2026-03"), KUNCI)
    assert [layanan.kode for layanan in publik.layanan] == ["SRP", "IZN", "IMN", "TGU"]


def test_indikator_di_luar_skema_ditahan_dan_bulan_lain_tidak_ikut():
    bulanan = {2: laporan("U0", 6, 0, "TGU"), 3: laporan("U0", 6, 0, "LAMA")}
    publik = susun_publik(bahan(bulanan, "2026-03"), KUNCI)
    assert publik.layanan == ()
    assert publik.ditahan[0].hal == "LAMA"


def test_bulan_yang_hilang_dan_unit_yang_laporannya_tidak_lengkap_disebut():
    sumber = bahan({1: laporan("U0", 6), 3: laporan("U0", 6)}, "2026-T1")
    sumber.hasil.ringkas = {
        kode: RingkasUnit(kode, f"Unit {kode}", "", 5, 0, 0.0, 0.0, status=status)
        for kode, status in (("U0", LENGKAP), ("U1", BELUM_SETOR), ("U2", ADA_GALAT), ("U3", TAK_TERBACA))
    }
    sumber.bulanan[Bulan(2026, 3)].ringkas = sumber.hasil.ringkas | {
        "U3": replace(sumber.hasil.ringkas["U0"], kode="U3")
    }
    sumber.bulanan[Bulan(2026, 1)].ringkas = {"U1": sumber.hasil.ringkas["U1"]}
    publik = susun_publik(sumber, KUNCI)
    assert publik.layanan[0].seluruh.jumlah_bulan == 2
    assert publik.catatan == (
        "Hasil layanan belum memuat Februari 2026: hasil bulan itu tidak tersedia.",
        (
            "Belum ada laporan lengkap dari Unit U1 (Januari 2026, Maret 2026), Unit U2 (Maret 2026) dan Unit U3. Angka seluruh "
            "unit tidak memuat yang belum ada itu."
        ),
    )


def test_bulan_yang_belum_lengkap_disebut_juga_bila_periodenya_lengkap_dan_dari_dua_bulan():
    sumber = bahan({2: laporan("U0", 6), 3: laporan("U0", 6)}, "2026-02:2026-03")
    utuh = RingkasUnit("U0", "Unit U0", "", 5, 0, 0.0, 0.0, status=LENGKAP)
    sumber.hasil.ringkas = sumber.bulanan[Bulan(2026, 2)].ringkas = {"U0": utuh}
    sumber.bulanan[Bulan(2026, 3)].ringkas = {"U0": replace(utuh, status=BELUM_SETOR)}
    (catatan,) = susun_publik(sumber, KUNCI).catatan
    assert catatan.startswith("Belum ada laporan lengkap dari Unit U0 (Maret 2026). ")


def test_sebulan_disebut_unitnya_saja_dan_yang_tanpa_unit_bukan_unit():
    sumber = bahan({3: laporan("U0", 6)}, "2026-03")
    belum = RingkasUnit("U1", "Unit U1", "", 5, 0, 0.0, 0.0, status=BELUM_SETOR)
    sumber.hasil.ringkas = {"U1": belum, "": replace(belum, kode="", nama="Tanpa unit (lihat skema)")}
    (catatan,) = susun_publik(sumber, KUNCI).catatan
    assert catatan.startswith("Belum ada laporan lengkap dari Unit U1. ")


@pytest.mark.parametrize(("sekarang", "maret"), [(4, 5), (5, 4), (1, 1)])
def test_unit_kecil_tidak_disebut_bila_laporannya_belum_lengkap(sekarang, maret):
    """Who knows the only one in it would know that he is not scored; the page says so whether or not there is such a unit."""
    sumber = bahan({1: laporan("U0", 6), 2: laporan("U0", 6), 3: laporan("U0", 6)}, "2026-T1")
    kecil = RingkasUnit("U1", "Unit U1", "", sekarang, 0, 0.0, 0.0, status=BELUM_SETOR)
    sumber.hasil.ringkas = {"U1": kecil}
    sumber.bulanan[Bulan(2026, 3)].ringkas = {"U1": replace(kecil, jumlah_asn=maret)}
    kalimat = "Unit yang pegawainya kurang dari 5 tidak disebut bila laporannya belum lengkap"
    for ringkas in (sumber.hasil.ringkas, {}):
        sumber.hasil.ringkas = ringkas
        publik = susun_publik(sumber, KUNCI)
        assert publik.catatan == ()
        assert kalimat in berkas_publik(publik)["index.html"]


def test_urutan_baris_masukan_tidak_mengubah_apa_pun():
    bulanan, baris_nilai = kota_acak(3)
    terbalik = {bulan: baris[::-1] for bulan, baris in bulanan.items()}
    dua = [bahan(x, "2026-T2", y) for x, y in ((bulanan, baris_nilai), (terbalik, baris_nilai[::-1]))]
    assert berkas_publik(susun_publik(dua[0], KUNCI)) == berkas_publik(susun_publik(dua[1], KUNCI))


def test_k_yang_terlalu_kecil_tidak_pernah_dipakai():
    publik = susun_publik(bahan({3: laporan("U0", 2)}, "2026-03", k=1), KUNCI)
    assert (publik.k, publik.layanan) == (3, ())


def test_terbitan_sebagian_unit_ditolak():
    with pytest.raises(PublikSebagianError, match="tanpa --unit"):
        susun_publik(replace(bahan({3: []}), terpilih=True), KUNCI)


@pytest.mark.parametrize(
    ("banyak", "k", "kelas"),
    [
        (5, 5, "5–9"),
        (9, 5, "5–9"),
        (10, 5, "10–19"),
        (49, 5, "20–49"),
        (50, 5, "50 atau lebih"),
        (3, 3, "3–5"),
    ],
)
def test_banyak_orang_disebut_golongannya(banyak, k, kelas):
    assert kelas_orang(banyak, k) == kelas
