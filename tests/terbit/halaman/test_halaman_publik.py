"""The published files as people and programs open them: names that mean harm, nobody's name, a browser."""

import csv
import html
import io
from dataclasses import replace
from math import nan

import pytest
from isi_html import isi
from penyerang_publik import baca
from peramban import buka, buka_semua_rincian, cetak_a4, lebar_isi, pelanggaran_kedua_tema, ukuran_halaman_pdf
from publik_buatan import ATURAN, bahan, kota_acak, laporan, nilai, nip_ke

from asn_nilai.acuan.rekap.publik import AngkaLayanan, Ditahan
from asn_nilai.acuan.tulisan import tulis_angka
from asn_nilai.hitung.publik import susun_publik
from asn_nilai.terbit.publik import berkas_publik, halaman

KUNCI = bytes(range(100, 132))
BERKAS = {"index.html", "layanan.csv", "sebaran.csv", "kinerja_unit.csv", "kamus_data.csv"}
JAHAT = (
    '=HYPERLINK("http://contoh.invalid","klik")',
    "<script>document.title='jebol'</script>",
    "\"><img src=x onerror=alert('jebol')>",
    "@SUM(A1)",
    "O'Brien, & {{ 7 * 7 }} {% raw %}",
    "Sangatpanjangtanpaspasisamasekali" * 4,
)


def pegawai():
    predikat = ATURAN.predikat.urutan
    return [(f"U{n % 6}", nip_ke(n), 92.0 + n % 6, predikat[min(n // 24, 2)]) for n in range(60)]


def kota(periode="2026-03", nama=None):
    """Return a city with everything on its page: units alone and joint, months to compare with, things left out."""
    ukuran = (9, 7, 6, 3, 2, 5)
    isi = [
        baris
        for n, banyak in enumerate(ukuran)
        for kode, target, realisasi in (("IZN", 50.0, 51.0), ("TGU", 20.0, 24.3), ("IMN", 90.0, 88.4))
        for baris in laporan(f"U{n}", banyak, n * 10, kode, target, realisasi - n)
    ]
    isi += laporan("U0", 3, 0, "SRP", 40.0, 38.0)
    lalu = [(u, n, i, t, r - 2) for u, n, i, t, r in isi]
    bahan_ini = bahan({2: lalu, 3: isi}, periode, pegawai())
    if nama:
        unit = {
            k: replace(u, nama=nama[n], jenis=nama[-n - 1])
            for n, (k, u) in enumerate(bahan_ini.skema.unit.items())
        }
        indikator = {
            k: replace(i, nama=nama[n % len(nama)], satuan=nama[n % len(nama)])
            for n, (k, i) in enumerate(bahan_ini.skema.indikator.items())
        }
        bahan_ini = replace(
            bahan_ini, skema=replace(bahan_ini.skema, unit=unit, indikator=indikator), instansi=nama[1]
        )
    return bahan_ini


@pytest.fixture(scope="module")
def terbitan():
    return {
        "biasa": berkas_publik(susun_publik(kota(), KUNCI)),
        "jahat": berkas_publik(susun_publik(kota(nama=JAHAT), KUNCI)),
        "panjang": berkas_publik(susun_publik(kota("2026-T1"), KUNCI)),
        "kosong": berkas_publik(susun_publik(bahan({}, "2026-T1"), KUNCI)),
        "sepi": berkas_publik(susun_publik(bahan({3: laporan("U0", 6)}, "2026-03"), KUNCI)),
    }


SEMUA = ("biasa", "jahat", "panjang", "kosong", "sepi")


def test_nama_berkas(terbitan):
    assert all(set(t) == BERKAS for t in terbitan.values())


def test_tidak_ada_nip_nama_jabatan_atau_kunci_di_berkas_mana_pun(terbitan):
    bahan_ini = kota()
    dicari = {
        *bahan_ini.hasil.nilai["nip"],
        *bahan_ini.hasil.nilai["nama"],
        *bahan_ini.hasil.nilai["jabatan"],
        *bahan_ini.hasil.rincian["nip"],
        KUNCI.hex(),
        str(KUNCI),
    }
    assert len(dicari) > 150
    for berkas in terbitan.values():
        for nama, teks in berkas.items():
            assert [x for x in dicari if x in teks] == [], nama


def test_nama_unit_dan_indikator_adalah_teks_belaka(terbitan):
    baris = baca(terbitan["jahat"]["layanan.csv"])
    assert {f"'{JAHAT[0]}", JAHAT[1], JAHAT[2]} <= {b["indikator"] for b in baris}
    assert {f"'{JAHAT[0]}", JAHAT[1], JAHAT[2]} <= {b["unit"] for b in baris}
    for nama in BERKAS - {"index.html"}:
        for baris_csv in csv.reader(io.StringIO(terbitan["jahat"][nama])):
            assert not any(sel.startswith(("=", "+", "-", "@", "\t", "\r")) for sel in baris_csv)
    teks = terbitan["jahat"]["index.html"]
    assert "<script" not in teks
    assert "<img" not in teks
    assert all(
        html.escape(x) in teks.replace("&#34;", "&quot;").replace("&#39;", "&#x27;") for x in JAHAT[:3]
    )


def test_setiap_angka_di_kolomnya_sendiri():
    publik = susun_publik(kota(), KUNCI)
    layanan = publik.layanan[0]
    lalu = AngkaLayanan(11.0, 12.0, 13.0, tercapai=True)
    kini = AngkaLayanan(21.0, 22.0, 23.0, tercapai=False, pembilang=24.0, penyebut=25.0)
    baris = replace(layanan.seluruh, jumlah_unit=31, jumlah_bulan=32, kini=kini, lalu=lalu)
    publik = replace(publik, layanan=(replace(layanan, seluruh=baris, unit=()),))
    (isi_baris,) = baca(berkas_publik(publik)["layanan.csv"])
    kolom = (
        "jumlah_unit", "jumlah_bulan", "target", "realisasi", "capaian", "tercapai", "target_bulan_lalu", "realisasi_bulan_lalu",
        "pembilang", "penyebut",
    )  # fmt: skip
    angka = [31, 32, 21, 22, 23, "belum", 11, 12, 24, 25]
    assert [isi_baris[ini].removesuffix(".0") for ini in kolom] == [*map(str, angka)]


def test_bulan_sebelumnya_disebut_hanya_bila_dibandingkan(terbitan):
    assert "dan dengan Februari 2026" in terbitan["biasa"]["index.html"]
    assert "Februari 2026" not in terbitan["sepi"]["index.html"]
    april = susun_publik(bahan({3: laporan("U0", 6), 4: laporan("U0", 6)}, "2026-04:2026-05"), KUNCI)
    dibandingkan = tuple(replace(i, seluruh=replace(i.seluruh, lalu=i.seluruh.kini)) for i in april.layanan)
    assert "Maret 2026" not in halaman.halaman_publik(replace(april, layanan=dibandingkan))


def test_yang_belum_dan_yang_tanpa_capaian_dihitung_juga_pada_satu_unit():
    publik = susun_publik(kota(), KUNCI)
    semua = [i for i in publik.layanan if i.unit]
    cetak = [halaman._indikator(i, ATURAN) for i in semua]
    belum = [i.unit_belum for i in cetak]
    assert belum == [sum(baris.status == "✗ Belum" for baris in i.unit) for i in cetak]
    assert belum != [len(i.unit) - banyak for i, banyak in zip(cetak, belum, strict=True)]
    kalimat = "Capaian tidak dapat dihitung bila targetnya 0"
    assert kalimat not in halaman.halaman_publik(publik)
    tanpa = replace(semua[0].unit[0], kini=replace(semua[0].unit[0].kini, capaian=nan))
    layanan = replace(semua[0], unit=(tanpa, *semua[0].unit[1:]))
    assert kalimat in halaman.halaman_publik(replace(publik, layanan=(layanan,)))


def test_yang_ditahan_menurut_sebab_dan_urutannya():
    ditahan = tuple(Ditahan(hal, sebab) for hal, sebab in (("A", "satu"), ("B", "dua"), ("C", "satu")))
    publik = replace(susun_publik(kota(), KUNCI), ditahan=ditahan)
    assert list(halaman._sebab(publik).items()) == [("satu", ["A", "C"]), ("dua", ["B"])]


def test_kamus_menerangkan_setiap_kolom(terbitan):
    kamus = baca(terbitan["biasa"]["kamus_data.csv"])
    for nama in ("layanan.csv", "sebaran.csv", "kinerja_unit.csv"):
        kolom = next(csv.reader(io.StringIO(terbitan["biasa"][nama])))
        assert [b["kolom"] for b in kamus if b["berkas"] == nama] == kolom
    assert all(b["arti"] and b["satuan"] for b in kamus)
    (orang,) = (b["catatan"] for b in kamus if (b["berkas"], b["kolom"]) == ("layanan.csv", "jumlah_asn"))
    assert orang.startswith("Sekurang-kurangnya 5; jumlah tepatnya tidak diterbitkan. ")
    assert "{" not in terbitan["biasa"]["kamus_data.csv"]


def test_halaman_dan_csv_mengatakan_angka_yang_sama(mesin, terbitan, tmp_path):
    berkas = tmp_path / "index.html"
    berkas.write_text(terbitan["biasa"]["index.html"], encoding="utf-8")
    with buka(mesin, berkas) as (halaman, _):
        buka_semua_rincian(halaman)
        tampil = halaman.locator(".layanan:not(.jenis) tbody tr").all_inner_texts()
    for baris in baca(terbitan["biasa"]["layanan.csv"]):
        angka = tulis_angka(float(baris["realisasi"]))
        status = "Tercapai" if baris["tercapai"] == "ya" else "Belum"
        nama = baris["indikator"] if baris["jenis_baris"] == "seluruh" else baris["unit"]
        assert [x for x in tampil if nama in x and angka in x and status in x], baris


def test_tabel_predikat_menurut_jenis_unit_berkata_seperti_csv():
    banyak = {
        "U0": (10, 5, 5),
        "U3": (10, 5, 5),
        "U1": (0, 11, 9),
        "U4": (0, 9, 11),
    }  # U0 and U3 are Dinas, the others Kelurahan
    semua = [
        (kode, label)
        for kode, isi_unit in banyak.items()
        for label, n in zip(ATURAN.predikat.urutan, isi_unit, strict=False)
        for _ in range(n)
    ]
    baris = [(kode, nip_ke(n), 95.0, label) for n, (kode, label) in enumerate(semua)]
    berkas = berkas_publik(susun_publik(bahan({3: []}, "2026-03", baris), KUNCI))
    sangat_baik, baik, lain = dict.fromkeys(b["predikat"] for b in baca(berkas["sebaran.csv"]))
    assert [(b["kelompok"], b["predikat"], b["jumlah_asn"]) for b in baca(berkas["sebaran.csv"])][3:] == [
        ("Dinas", sangat_baik, "20"), ("Dinas", baik, "10"), ("Dinas", lain, "10"),
        ("Kelurahan", sangat_baik, "0"), ("Kelurahan", baik, "20"), ("Kelurahan", lain, "20"),
    ]  # fmt: skip
    assert isi(berkas["index.html"], "table.jenis")[0].split("\n") == [
        "Jenis unit kerja", sangat_baik, baik, lain,
        "Dinas", "± 20", "± 10", "± 10",
        "Kelurahan", "tidak ada", "± 20", "± 20",
    ]  # fmt: skip


def test_halaman_menyebut_yang_ditahan_dan_sebabnya(terbitan):
    teks = " ".join(terbitan["biasa"]["index.html"].split())
    assert "sedikitnya 5 pegawai" in teks
    assert "1 hasil tidak ditampilkan. Kurang dari 5 ASN di seluruh kota melaporkannya." in teks
    assert "unit digabung dengan unit lain pada sedikitnya satu layanan" in teks
    assert "dari 3 layanan mencapai target" in teks
    assert "Belum ada hasil layanan yang dapat ditampilkan" in terbitan["kosong"]["index.html"]


def satu_layanan(indikator, lalu, kini):
    """Return the page of one indicator of one unit, from its (target, realisasi) in two months."""
    bulanan = {n: laporan("U0", 8, 0, indikator, *angka) for n, angka in ((5, lalu), (6, kini))}
    return berkas_publik(susun_publik(bahan(bulanan, "2026-06"), KUNCI))["index.html"]


@pytest.mark.parametrize(
    ("indikator", "lalu", "kini", "tercetak", "gerak"),
    [
        ("IZN", (57.5, 55.0), (50.0, 52.5), "440 dari target 460 (95,7%)", "▲ membaik"),
        ("IZN", (50.0, 40.0), (60.0, 48.0), "320 dari target 400 (80,0%)", "= tetap"),
        ("TGU", (0.0, 4.0), (0.0, 2.0), "4 dari target 0 (tanpa capaian)", "▲ membaik"),
        ("TGU", (0.0, 4.0), (20.0, 4.0), "4 dari target 0 (tanpa capaian)", "tidak dapat dibandingkan"),
    ],
)
def test_bulan_sebelumnya_tercetak_dengan_targetnya(indikator, lalu, kini, tercetak, gerak):
    teks = satu_layanan(indikator, lalu, kini)
    assert tercetak in " ".join(isi(teks, "table.layanan")[0].split())
    assert gerak in " ".join(isi(teks, "table.layanan")[0].split())
    assert "capaiannya yang dibandingkan, bukan hasilnya" in " ".join(teks.split())
    assert ("tidak dapat dihitung" in isi(teks, "table.layanan")[0]) == (kini[0] == 0)


def test_bulan_sebelumnya_setiap_unit_juga_tercetak_dengan_targetnya(terbitan):
    unit = " ".join(" ".join(isi(terbitan["biasa"]["index.html"], "details.per-unit")).split())
    dibandingkan = [
        b
        for b in baca(terbitan["biasa"]["layanan.csv"])
        if b["jenis_baris"] != "seluruh" and b["realisasi_bulan_lalu"]
    ]
    assert len(dibandingkan) > 5
    for b in dibandingkan:
        lalu, target = (tulis_angka(float(b[f"{kolom}_bulan_lalu"])) for kolom in ("realisasi", "target"))
        assert f"{lalu} dari target {target} (" in unit


def test_bagian_yang_sudah_dinilai_tercetak_di_dekat_sebaran():
    def _pegawai(belum: int) -> str:
        bahan_ini = kota()
        baris = [*pegawai(), *[("U0", nip_ke(70 + n), 0.0, "") for n in range(belum)]]
        bahan_ini.hasil.nilai = nilai(baris)
        return " ".join(berkas_publik(susun_publik(bahan_ini, KUNCI))["index.html"].split())

    assert "± 60 dari ± 85 pegawai sudah dinilai; hanya mereka yang terhitung di sini." in _pegawai(23)
    kurang = "± 60 pegawai sudah dinilai; yang belum dinilai tidak ada atau kurang dari 5."
    assert kurang in _pegawai(4)
    assert kurang in _pegawai(0)


def test_kaki_tidak_berkata_bahwa_angka_bulat_adalah_angka_yang_dinilai(terbitan):
    kaki = isi(terbitan["biasa"]["index.html"], "footer")[0]
    assert "Bagian dan rata-rata di halaman ini dibulatkan; angka yang dinilai ada pada unit kerja." in kaki
    assert "adalah angka yang dinilai" not in kaki


def test_halaman_tanpa_hasil_mengatakannya_di_atas(terbitan):
    kosong = "belum ada hasil yang dapat diumumkan"
    kepala = isi(terbitan["kosong"]["index.html"], "header")[0]
    assert "Untuk Triwulan I 2026 belum ada hasil yang dapat diumumkan." in kepala
    assert "dibandingkan" not in kepala
    assert not [nama for nama in ("biasa", "panjang", "sepi") if kosong in terbitan[nama]["index.html"]]


@pytest.fixture(scope="module")
def halaman_berkas(terbitan, tmp_path_factory):
    folder = tmp_path_factory.mktemp("publik")
    for nama, berkas in terbitan.items():
        (folder / f"{nama}.html").write_text(berkas["index.html"], encoding="utf-8")
    return {nama: folder / f"{nama}.html" for nama in terbitan}


@pytest.mark.parametrize("nama", SEMUA)
def test_halaman_tidak_mengeluh_dan_tidak_meminta_apa_pun_dari_luar(mesin, halaman_berkas, nama):
    with buka(mesin, halaman_berkas[nama]) as (halaman, catatan):
        buka_semua_rincian(halaman)
        halaman.wait_for_timeout(50)
        assert catatan.konsol == []
        assert catatan.permintaan == [halaman_berkas[nama].as_uri()]
        assert halaman.locator("script, link, img, iframe, [style], [onerror], [onclick]").count() == 0


@pytest.mark.menyeluruh
@pytest.mark.parametrize("nama", SEMUA)
def test_axe_tidak_menemukan_pelanggaran_berat_terang_maupun_gelap(mesin, halaman_berkas, nama):
    with buka(mesin, halaman_berkas[nama]) as (halaman, _):
        buka_semua_rincian(halaman)
        assert pelanggaran_kedua_tema(halaman) == {"light": [], "dark": []}


@pytest.mark.parametrize("nama", SEMUA)
def test_telepon_tidak_perlu_menggeser_ke_samping(mesin, halaman_berkas, nama):
    with buka(mesin, halaman_berkas[nama], lebar=390) as (halaman, _):
        buka_semua_rincian(halaman)
        assert lebar_isi(halaman) == 390


def test_cetakan_a4_memuat_unit_bila_diminta(mesin, halaman_berkas):
    with buka(mesin, halaman_berkas["biasa"]) as (halaman, _):
        ringkas = cetak_a4(halaman)
        halaman.locator("#cetak-semua").check()
        lengkap = cetak_a4(halaman)
        assert set(ukuran_halaman_pdf(ringkas)) == set(ukuran_halaman_pdf(lengkap)) == {(210, 297)}
        halaman.emulate_media(media="print")
        tabel = halaman.locator(".per-unit table").first
        assert tabel.evaluate("t => t.getBoundingClientRect().height") > 50
        halaman.evaluate("document.querySelector('#cetak-semua').checked = false")
        assert tabel.evaluate("t => t.checkVisibility({contentVisibilityAuto: true})") is False


def test_kota_acak_tidak_membuka_nip():
    bulanan, baris_nilai = kota_acak(4)
    berkas = berkas_publik(susun_publik(bahan(bulanan, "2026-06", baris_nilai, 3), KUNCI))
    assert not [nip for _, nip, *_ in baris_nilai if any(nip in teks for teks in berkas.values())]
