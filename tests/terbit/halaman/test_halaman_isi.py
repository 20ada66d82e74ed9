import base64
import hashlib
import html
import json
import os
import re
import subprocess
import sys
import zipfile
import zlib
from dataclasses import replace
from math import nan
from pathlib import Path

import pytest
from hasil_buatan import (
    INSTANSI,
    baris_halaman,
    galat_berkas,
    halaman_unit,
    hasil_unit,
    nip_ke,
    temuan_bukti,
)
from jinja2 import Environment, UndefinedError
from markupsafe import Markup
from nilai_buatan import MARET, perilaku_pimpinan, ubah_asn, ubah_baris

import asn_nilai
from asn_nilai.acuan.hasil.nilai import BELUM_DINILAI, BagianNilai
from asn_nilai.acuan.hasil.ringkas import RingkasUnit
from asn_nilai.acuan.isian.skema import Unit
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.periode import Bulan, Periode
from asn_nilai.acuan.profil.ekspektasi import ekspektasi, predikat_ekspektasi
from asn_nilai.acuan.profil.muat_aturan import muat_aturan
from asn_nilai.acuan.setoran.pesan.kelompok_temuan import Takaran
from asn_nilai.acuan.temuan import Tingkat, temuan
from asn_nilai.ruang_kerja import HALAMAN_VALIDASI
from asn_nilai.terbit.halaman import temuan as halaman_temuan
from asn_nilai.terbit.halaman.bagan import (
    indikator_tertinggal,
    kelas_predikat,
    sebaran,
    tetap,
)
from asn_nilai.terbit.halaman.index import halaman_index
from asn_nilai.terbit.halaman.templat import badan_tabel, dengan_kecil, folder_templat, lingkungan
from asn_nilai.terbit.halaman.temuan import kelompokkan
from asn_nilai.terbit.halaman.unit.hitungan import bungkus, susun_hitungan
from asn_nilai.terbit.halaman.unit.sel import keterangan_sumber, sebutan_sumber, tulis_sel


def asal(*sel: tuple[int, Letak]) -> list[tuple[Bulan, Letak]]:
    """Return the cells of a figure, each with its month of 2026."""
    return [(Bulan(2026, bulan), letak) for bulan, letak in sel]


def test_index_menyebut_unit_yang_belum_setor_dan_yang_tak_terbaca(aturan):
    ringkas = [
        RingkasUnit("A", "Dinas A", "Dinas", 3, 3, 90.0, 270.0, {"Baik": 3}),
        RingkasUnit("B", "Dinas B", "Dinas", 2, 0, nan, 0.0, status="belum setor", galat=1),
        RingkasUnit("C", "Dinas C", "Dinas", 2, 0, nan, 0.0, status="tak terbaca", galat=1),
    ]
    teks = "".join(halaman_index(ringkas, MARET, aturan, INSTANSI))
    assert "1 unit belum menyetor:" in teks
    assert "1 unit mengirim berkas yang tidak dapat dipakai:" in teks
    assert 'href="B/nilai.xlsx"' in teks
    assert "Temuan di luar unit" not in teks


def test_index_menuju_rekap_dan_temuan_bersama_cara_membuatnya(aturan):
    teks = "".join(halaman_index([], MARET, aturan, INSTANSI))
    assert '<a href="rekap.html">' in teks
    assert f'<a href="{HALAMAN_VALIDASI}">' in teks
    assert "<code>asn-nilai rekap</code> dan <code>asn-nilai validasi</code>" in teks


def test_index_menulis_banyaknya_asn_dengan_titik_ribuan(aturan):
    besar = RingkasUnit("A", "Dinas A", "Dinas", 1980, 1234, 90.0, 111060.0, {"Baik": 1234})
    teks = "".join(halaman_index([besar], MARET, aturan, INSTANSI))
    assert "<b>1.980</b>" in teks
    assert "1.234 dari 1.980" in teks
    assert not re.search(r">\s*(1980|1234)\b|\b(1980|1234)<", teks)


def test_nama_yang_membalik_arah_huruf_tidak_membalik_angka_sesudahnya(aturan):
    """Left open, the mark would turn the rest of the line: 97,22 would read 22,79."""
    nama = "Ani \u202eTanjung\u2066"
    hasil = hasil_unit(2, nama=(nama,), nama_unit=nama, satuan=nama)
    semua = [
        halaman_unit(hasil, aturan),
        *halaman_index([RingkasUnit("A", nama, "", 1, 0, 0.0, 0.0, {})], MARET, aturan, nama),
    ]
    assert not any(tanda in teks for teks in semua for tanda in "\u202e\u2066")
    assert all("Ani Tanjung" in teks for teks in (semua[0], "".join(semua[1:])))
    terbungkus = bungkus(susun_hitungan(baris_halaman(hasil, aturan), aturan, hasil.unit))
    hitungan = zlib.decompress(base64.b64decode(json.loads(terbungkus)["isi"][0])).decode()
    assert "\u202e" not in hitungan
    assert "Ani Tanjung" in hitungan


def test_unit_tanpa_asn_berkata_begitu(aturan):
    kata = "Tidak ada ASN yang ditempatkan di unit ini pada periode ini."
    kosong = halaman_unit(hasil_unit(0), aturan)
    assert kata in kosong
    assert "Buka satu baris" not in kosong
    assert kata not in halaman_unit(hasil_unit(1), aturan)


def test_index_tanpa_unit_tetap_terbit(aturan):
    assert "0 unit kerja" in "".join(halaman_index([], MARET, aturan, INSTANSI))


def test_alamat_sel_disebut_pendek_dan_lengkap_di_keterangan():
    bulan = [
        asal(
            (1, Letak("capaian/2026-01/A.xlsx", "Capaian", "H9")),
            (2, Letak("capaian/2026-02/A.xlsx", "Capaian", "H10")),
        ),
        asal((1, Letak("capaian/2026-01/A.xlsx", "Capaian", "H11"))),
        asal(),
    ]
    sebutan = sebutan_sumber(bulan)
    assert [tulis_sel(milik, sebutan) for milik in bulan] == [
        "2026‑01\xa0H9 · 2026‑02\xa0H10",
        "2026‑01\xa0H11",
        "",
    ]
    assert keterangan_sumber(sebutan) == [
        "2026‑01: capaian/2026-01/A.xlsx › Capaian",
        "2026‑02: capaian/2026-02/A.xlsx › Capaian",
    ]


def test_alamat_dari_satu_lembar_cukup_selnya():
    alamat = [asal((1, Letak("target/A.xlsx", "Target", "H9")), (2, Letak("target/A.xlsx", "Target", "I9")))]
    sebutan = sebutan_sumber(alamat)
    assert tulis_sel(alamat[0], sebutan) == "H9, I9"
    assert keterangan_sumber(sebutan) == ["target/A.xlsx › Target"]


def test_berkas_sefolder_diberi_nomor():
    alamat = [asal((1, Letak(f"target/{unit}.xlsx", "Target", "H9"))) for unit in "AB"]
    assert [tulis_sel(milik, sebutan_sumber(alamat)) for milik in alamat] == ["[1]\xa0H9", "[2]\xa0H9"]


@pytest.mark.parametrize("lembar", ["Capaian; revisi", "A › B"])
def test_nama_lembar_yang_menyerupai_pemisah_ditulis_apa_adanya(lembar):
    alamat = [asal(*((n, Letak(f"capaian/2026-0{n}/A.xlsx", lembar, f"H{n}")) for n in (1, 2)))]
    sebutan = sebutan_sumber(alamat)
    assert tulis_sel(alamat[0], sebutan) == "2026‑01\xa0H1 · 2026‑02\xa0H2"
    assert keterangan_sumber(sebutan) == [
        f"2026‑01: capaian/2026-01/A.xlsx › {lembar}",
        f"2026‑02: capaian/2026-02/A.xlsx › {lembar}",
    ]


@pytest.mark.parametrize(
    ("nilai", "tulisan"), [(95.5, "95,50"), (89.995, "90,00"), (1234.5, "1.234,50"), (nan, "–")]
)
def test_angka_ditulis_cara_indonesia(nilai, tulisan):
    assert tetap(nilai, 2) == tulisan


def test_harapan_dibaca_dari_aturan(aturan):
    assert (ekspektasi(aturan).label, predikat_ekspektasi(aturan)) == (aturan.rating_hasil.label[1], "Baik")
    batas = aturan.rating_hasil.batas[-1]
    assert not ekspektasi(aturan).di_bawah(batas)
    assert ekspektasi(aturan).di_bawah(batas - 0.01)


def test_indikator_tertinggal_urut_dari_yang_terendah(aturan):
    baris = [
        ("A", "Satu", 80.0),
        ("B", "Dua", 60.0),
        ("C", "Tiga", 99.0),
        ("A", "Satu", 95.0),
        ("B", "Dua", nan),
        ("D", "Empat", 89.995),
    ]
    tertinggal, semua = indikator_tertinggal(baris, aturan)
    assert [(i.kode, i.tulisan, i.jumlah_asn, i.jumlah_di_bawah) for i in tertinggal] == [
        ("B", "60,00", 1, 1),
        ("A", "87,50", 2, 1),
    ]
    assert semua == 4


def test_sebaran_menjumlah_seratus_dan_menyebut_yang_belum(aturan):
    ruas = sebaran({"Baik": 3, "Kurang": 1, "Istimewa": 1}, aturan, 5)
    assert [r.jumlah for r in ruas] == [0, 3, 0, 1, 0, 1, 5]
    assert sum(float(r.lebar) for r in ruas) == pytest.approx(100)
    assert ruas[1].persen == "30,0%"
    assert set(kelas_predikat(aturan).values()) == {"p1", "p2", "p3", "p4", "p5"}


def test_asn_pindah_menunjuk_unit_terakhirnya(aturan):
    hasil = hasil_unit(3, belum=(), tanpa_perilaku=(), pindah=(1,))
    baris = baris_halaman(hasil, aturan)[1]
    assert (baris.asn.pindah_ke, baris.tautan_pindah) == ("DINKES", "../DINKES/ringkasan.html")
    assert [langkah.judul for langkah in baris.penjelasan.langkah] == ["NHK di PKM-TIGOBALEH"]
    assert 'nilai periodenya berdiri di <a href="../DINKES/ringkasan.html">unit DINKES</a>' in halaman_unit(
        hasil, aturan
    )


def test_nhk_asn_yang_datang_dari_unit_lain_ditunjukkan_sebagai_rata_rata(aturan):
    hasil = hasil_unit(1, belum=(), tanpa_perilaku=())
    (asn,) = hasil.nilai
    lain = BagianNilai(Unit("DINKES", "Dinas Kesehatan"), 90.0, 2, asn.indikator)
    bagian = (lain, BagianNilai(hasil.unit, asn.nhk, 1, asn.indikator))
    langkah = baris_halaman(ubah_asn(hasil, asn.nip, bagian=bagian), aturan)[0].penjelasan.langkah
    assert [ini.judul for ini in langkah][:3] == [
        "NHK di DINKES",
        "NHK di PKM-TIGOBALEH",
        "NHK periode, sesudah pindah unit",
    ]
    assert langkah[2].isi.startswith("(90,00 × 2 bulan (DINKES) + ")
    hasil = ubah_asn(hasil, asn.nip, bagian=(lain,), nhk=90.0)
    langkah = baris_halaman(hasil, aturan)[0].penjelasan.langkah
    assert [ini.judul for ini in langkah][:2] == ["NHK di DINKES", "NHK periode, sesudah pindah unit"]
    assert langkah[1].isi == "(90,00 × 2 bulan (DINKES)) ÷ 2 bulan = 90,00"
    assert "<h3>Dinas Kesehatan, 2 bulan</h3>" in halaman_unit(hasil, aturan)


def test_nilai_akhir_yang_berbeda_dari_nhk_disebut():
    aturan = muat_aturan("pp-30-2019")
    hasil = hasil_unit(1, belum=(), tanpa_perilaku=())
    (asn,) = hasil.nilai
    perilaku = perilaku_pimpinan("90", Letak("a.xlsx", "Perilaku", "N6"), angka=90.0)
    hasil = ubah_asn(hasil, asn.nip, nhk=94.57, perilaku=perilaku, nilai_akhir=93.2, predikat="Baik")
    akhir = baris_halaman(hasil, aturan)[0].penjelasan.langkah[-2]
    assert (akhir.judul, akhir.isi) == (
        "Nilai akhir",
        "0,7 × 94,57 + 0,3 × 90,00, dibulatkan 2 desimal = 93,20",
    )


def test_asn_tanpa_indikator_tetap_tampil(aturan):
    hasil = hasil_unit(1, belum=(), tanpa_perilaku=())
    kosong = {
        "indikator": (),
        "nhk": nan,
        "rating_hasil": "",
        "predikat": BELUM_DINILAI,
        "status": BELUM_DINILAI,
    }
    hasil = ubah_asn(hasil, nip_ke(0), **kosong)
    (baris,) = baris_halaman(hasil, aturan)
    assert [langkah.judul for langkah in baris.penjelasan.langkah] == ["Rating perilaku"]
    assert "Tidak ada indikator yang dapat dihitung pada periode ini." in halaman_unit(hasil, aturan)


def test_alasan_dari_unit_lain_disebut_dengan_kata(aturan):
    kosong = temuan(
        "realisasi-kosong", Letak("capaian/2026-03/A.xlsx", "Capaian; revisi", "H9"), unit="A", nip=nip_ke(0),
        indikator="Keluhan masyarakat", periode="Maret 2026", teks="",
    )  # fmt: skip
    hasil = ubah_asn(hasil_unit(1, belum=(0,), tanpa_perilaku=()), nip_ke(0), alasan=(kosong,))
    (baris,) = baris_halaman(hasil, aturan)
    assert baris.penjelasan.halangan == (kosong,)
    teks = halaman_unit(hasil, aturan)
    sebab = teks[teks.index("Mengapa belum dinilai:") :]
    assert html.escape(kosong.pesan, quote=False) in sebab[:1000]
    assert "capaian/2026-03/A.xlsx › Capaian; revisi › H9" in sebab[:1000]
    assert baris_halaman(hasil_unit(1, belum=(), tanpa_perilaku=()), aturan)[0].penjelasan.halangan == ()


def test_asn_yang_menunggu_berkas_unit_tidak_diulang_satu_per_satu(aturan):
    hilang = galat_berkas("berkas-hilang")
    hasil = hasil_unit(5, belum=(0,), tanpa_perilaku=(), tambahan=hilang)
    belum = {"status": BELUM_DINILAI, "predikat": BELUM_DINILAI}
    teks = halaman_unit(ubah_asn(hasil, nip_ke(2), alasan=hilang, **belum), aturan)
    assert "1 ASN menunggu berkas unit" in teks
    assert "Unit ini belum menyetor" in teks


def test_temuan_dikelompokkan_yang_berat_dahulu(monkeypatch):
    kosong = temuan(
        "realisasi-kosong",
        Letak("a.xlsx", "Capaian", "H9"),
        nip=nip_ke(1),
        indikator="I",
        periode="Maret 2026",
        teks="",
    )
    kelompok = kelompokkan([*temuan_bukti(3), kosong], {nip_ke(1): "Seseorang"})
    assert [(k.jenis.kode, k.jumlah, k.sisa) for k in kelompok] == [
        ("realisasi-kosong", 1, 0),
        ("bukti-kosong", 3, 0),
    ]
    assert kelompok[0].butir[0].nama == "Seseorang"
    assert kelompok[0].saran
    monkeypatch.setattr(halaman_temuan, "TAKARAN_HALAMAN", Takaran(2, 60))
    berat = [replace(satu, tingkat_khusus=Tingkat.GALAT) for satu in temuan_bukti(3)]
    assert [(k.jenis.tingkat, len(k.butir), k.sisa) for k in kelompokkan(berat, {})] == [("galat", 2, 1)]
    assert [(k.jenis.tingkat, len(k.butir), k.sisa) for k in kelompokkan(temuan_bukti(3), {})] == [
        ("peringatan", 3, 0)
    ], "a warning is said nowhere else on the page"
    banyak = [
        temuan("bukti-kosong", Letak("a.xlsx", "Capaian", f"I{n}"), nip=nip_ke(n), indikator="I")
        for n in range(1, 502)
    ]
    assert [(len(k.butir), k.sisa) for k in kelompokkan(banyak, {})] == [(500, 1)]


def test_peringatan_tercetak_juga_bila_lipatannya_tertutup():
    gaya = (folder_templat() / "gaya.css").read_text(encoding="utf-8")
    cetak = gaya.partition("/* A4 paper")[2]
    assert (
        ".temuan details::details-content { content-visibility: visible; display: block; height: auto; }"
        in cetak
    )


def test_saran_yang_berbeda_disebut_pada_setiap_butir():
    persen = [
        temuan(
            "persen-meragukan",
            Letak("a", "b", f"H{n}"),
            teks="0,95",
            satuan="persen",
            sebab="x",
            contoh=contoh,
        )
        for n, contoh in enumerate(("95", "90"))
    ]
    kelompok = kelompokkan(persen, {})[0]
    assert kelompok.saran == ""
    assert kelompok.butir[0].saran.startswith("Ketik 95")


@pytest.mark.parametrize(
    ("profil", "titik"),
    [
        ("permenpanrb-6-2022", "x = 0 bercapaian 0; x = 90 bercapaian 100; x = 100 bercapaian 120"),
        ("perka-bkn-1-2013", ""),
    ],
)
def test_titik_garis_stabil_tertulis_di_cara_hitung(profil, titik):
    """Whoever reads `garis lurus melalui titik-titik stabil` can calculate it again."""
    halaman = html.unescape(halaman_unit(hasil_unit(1), muat_aturan(profil)))
    assert bool(titik) == ("Titik garis stabil" in halaman)
    assert titik in halaman


def test_capaian_di_luar_lantai_dan_plafon_dijelaskan(aturan):
    hasil = hasil_unit(1, belum=(), tanpa_perilaku=())
    tinggi = {"target": 10.0, "realisasi": 15.0, "persen": 150.0, "capaian": 120.0}
    rendah = {"target": 10.0, "realisasi": 35.0, "persen": -150.0, "capaian": 0.0}
    hasil = ubah_baris(hasil, nip_ke(0), {1: tinggi, 3: rendah})
    baris = baris_halaman(hasil, aturan)[0].kerja[0].baris
    assert baris[1][3] == "15 ÷ 10 × 100 = 150; melampaui plafon, dipakai 120"
    assert baris[3][3] == "(1 + (1 − 35 ÷ 10)) × 100 = -150; di bawah lantai, dipakai 0"


def test_tabel_dilepas_sekali_jalan_dan_tetap_aman():
    isi = badan_tabel([(dengan_kecil("<b>\x1c\x1f\x1e", "&\x1d"), "1 < 2", "'\"")])
    assert (
        isi
        == '<tr><th scope="row">&lt;b&gt;<small>&amp;</small></th><td>1 &lt; 2</td><td>&#39;&#34;</td></tr>'
    )


def test_sidik_gaya_di_kebijakan_cocok_dengan_gaya_di_halaman(aturan):
    teks = halaman_unit(hasil_unit(2), aturan)
    gaya = re.search(r"<style>(.*?)</style>", teks, flags=re.DOTALL)[1]
    sidik = base64.b64encode(hashlib.sha256(gaya.encode()).digest()).decode()
    kebijakan = re.search(r'Content-Security-Policy" content="([^"]+)"', teks)[1].replace("&#39;", "'")
    assert kebijakan == f"default-src 'none'; style-src 'sha256-{sidik}'; base-uri 'none'; form-action 'none'"
    assert "http://" not in teks
    assert "https://" not in teks


def test_halaman_yang_sama_dari_hasil_yang_sama(aturan):
    assert halaman_unit(hasil_unit(5), aturan) == halaman_unit(hasil_unit(5), aturan)


def test_periode_panjang_menyebut_bulan_setiap_sel(aturan):
    teks = halaman_unit(hasil_unit(2, periode=Periode.dari_teks("2026-T1")), aturan)
    assert "2026‑01\xa0H9 · 2026‑02\xa0H9 · 2026‑03\xa0H9" in teks
    assert "Triwulan I 2026" in teks


def test_banyaknya_bertitik_ribuan_tanpa_diminta_dan_tahun_yang_dijadikan_teks_tidak():
    cetak = lingkungan().from_string(
        "{{ orang }} ASN, {{ semua | length }} unit, {{ ya }}, {{ tahun | string }}"
    )
    assert (
        cetak.render(orang=2000, semua=[0] * 1234, ya=True, tahun=2026) == "2.000 ASN, 1.234 unit, True, 2026"
    )


@pytest.mark.parametrize(
    "isi", [*"&<>\"'", "a&b", "<b>", "tanpa tanda", "", Markup("<b>"), Tingkat.GALAT, 0.5, None, ["<b>"]]
)
def test_setiap_nilai_tercetak_seperti_dicetak_jinja2_sendiri(isi):
    """What is printed goes through one call of ours: it must let nothing through that jinja2's own would have escaped."""
    templat = "{{ isi }} {% macro m(x) %}<i>{{ x }}</i>{% endmacro %}{{ m(isi) }} {{ isi ~ '<' }} {{ [isi, '>'] | join }}"
    biasa = Environment(autoescape=True).from_string(templat).render(isi=isi)
    assert lingkungan().from_string(templat).render(isi=isi) == biasa
    assert "environment.cetak(" in lingkungan().compile(templat, raw=True)


def test_templat_yang_menyebut_nama_tak_dikenal_gagal():
    with pytest.raises(UndefinedError):
        lingkungan().from_string("{{ tidak_ada }}").render()


def test_templat_terbaca_dari_paket_di_dalam_zip(tmp_path):
    akar = Path(asn_nilai.__file__).parent
    arsip = tmp_path / "paket.zip"
    with zipfile.ZipFile(arsip, "w") as isi:
        for berkas in akar.rglob("*"):
            if berkas.suffix in {".py", ".toml"}:
                isi.write(berkas, f"asn_nilai/{berkas.relative_to(akar).as_posix()}")
        for berkas in folder_templat().iterdir():
            if berkas.is_file():
                isi.writestr(f"asn_nilai/templates/{berkas.name}", berkas.read_text(encoding="utf-8"))
    kode = (
        "import asn_nilai, sys; from asn_nilai.terbit.halaman.templat import lingkungan, sisipan; "
        "lingkungan().get_template('ringkasan.html.j2'); print('zip' in asn_nilai.__file__, len(sisipan()['gaya']) > 1000)"
    )
    lingkungan_proses = {**os.environ, "PYTHONPATH": str(arsip), "PYTHONSAFEPATH": "1"}
    hasil = subprocess.run(
        [sys.executable, "-c", kode],
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path,
        env=lingkungan_proses,
    )
    assert hasil.stdout.split() == ["True", "True"]
