import html
import re
from collections import Counter
from dataclasses import replace
from fractions import Fraction
from math import floor

import pytest
from hasil_buatan import INSTANSI, galat_berkas, halaman_unit, hasil_unit, nip_ke, temuan_bukti
from laju import bertingkat
from nilai_buatan import MARET, ubah_baris
from peramban import (
    buka,
    buka_semua_rincian,
    cetak_a4,
    lebar_isi,
    pelanggaran_axe,
    pelanggaran_kedua_tema,
    ukuran_halaman_pdf,
)

from asn_nilai.acuan.hasil.ringkas import ringkas_unit
from asn_nilai.acuan.isian.register.penandatangan import Pejabat, Penandatangan
from asn_nilai.acuan.periode import Periode
from asn_nilai.terbit.halaman.index import halaman_index

JAHAT = (
    "<script>document.title='jebol'</script>",
    '=HYPERLINK("http://contoh.invalid","klik")',
    "../../etc/passwd",
    "\"><img src=x onerror=alert('jebol')>",
    "O'Brien & {{ 7 * 7 }} {% raw %}",
    "Sangatpanjangtanpaspasisamasekali" * 4,
)


@pytest.fixture(scope="module")
def berkas(tmp_path_factory, aturan):
    folder = tmp_path_factory.mktemp("halaman")
    hasil = {
        "unit": hasil_unit(14, pindah=(7,), tambahan=temuan_bukti(5)),
        "setahun": hasil_unit(3, periode=Periode.dari_teks("2026"), belum=(), tanpa_perilaku=()),
        "belum-setor": hasil_unit(4, belum=(0, 1, 2, 3), tambahan=galat_berkas("berkas-hilang")),
        "jahat": hasil_unit(
            6,
            nama=JAHAT,
            kode="../<b>&'\"",
            nama_unit="<script>alert(1)</script> & Unit",
            jabatan=JAHAT[3],
            satuan=JAHAT[0],
        ),
        "kosong": hasil_unit(0),
    }
    semua = {nama: folder / f"{nama}.html" for nama in hasil}
    for nama, milik in hasil.items():
        semua[nama].write_text(halaman_unit(milik, aturan), encoding="utf-8")
    semua["index"] = folder / "index.html"
    ringkas = [ringkas_unit(milik, aturan.nhk.desimal.nilai) for milik in hasil.values()]
    umum = temuan_bukti(2)
    semua["index"].write_text(
        "".join(halaman_index(ringkas, MARET, aturan, INSTANSI, umum)), encoding="utf-8"
    )
    return semua


SEMUA = ("unit", "jahat", "index", "setahun", "belum-setor", "kosong")


@pytest.mark.parametrize("nama", SEMUA)
def test_halaman_tidak_mengeluh_dan_tidak_meminta_apa_pun_dari_luar(mesin, berkas, nama):
    with buka(mesin, berkas[nama]) as (halaman, catatan):
        buka_semua_rincian(halaman)
        halaman.wait_for_timeout(50)
        assert catatan.konsol == []
        assert catatan.permintaan == [berkas[nama].as_uri()]
        assert halaman.locator("script, link, img, iframe, [style], [onerror], [onclick]").count() == 0


def test_kebijakan_keamanan_menolak_gaya_dan_naskah_sisipan(mesin, berkas):
    with buka(mesin, berkas["unit"]) as (halaman, _):
        latar = "getComputedStyle(document.body).backgroundColor"
        semula = halaman.evaluate(latar)
        halaman.evaluate(
            """() => { const s = document.createElement('style'); s.textContent = 'body{background:red}';
            document.head.append(s); const j = document.createElement('script'); j.textContent = 'document.title="jebol"';
            document.head.append(j) }"""
        )
        assert halaman.evaluate(latar) == semula == "rgb(246, 245, 241)"
        assert halaman.title() != "jebol"
        assert (
            halaman.evaluate("fetch('https://contoh.invalid/').then(() => 'lolos', () => 'ditolak')")
            == "ditolak"
        )


@pytest.mark.menyeluruh
@pytest.mark.parametrize("nama", bertingkat(SEMUA, 1))
def test_axe_tidak_menemukan_pelanggaran_berat_terang_maupun_gelap(mesin, berkas, nama):
    with buka(mesin, berkas[nama]) as (halaman, _):
        buka_semua_rincian(halaman)
        assert pelanggaran_kedua_tema(halaman) == {"light": [], "dark": []}


@pytest.mark.menyeluruh
def test_axe_melihat_pelanggaran_di_balik_kebijakan_keamanan(mesin, berkas):
    with buka(mesin, berkas["unit"]) as (halaman, _):
        halaman.locator("#cetak-semua").evaluate("kotak => kotak.closest('label').replaceWith(kotak)")
        assert any(aturan_axe.startswith("label:") for aturan_axe in pelanggaran_axe(halaman))


@pytest.mark.menyeluruh
def test_axe_melihat_warna_yang_tidak_terbaca_di_tema_gelap(mesin, berkas):
    with buka(mesin, berkas["unit"]) as (halaman, _):
        halaman.emulate_media(color_scheme="dark")
        halaman.locator("h1").evaluate("judul => { judul.style.color = '#202020' }")
        pelanggaran = pelanggaran_kedua_tema(halaman)
        assert pelanggaran["light"] == []
        assert [kalimat.partition(":")[0] for kalimat in pelanggaran["dark"]] == ["color-contrast"]


@pytest.mark.menyeluruh
def test_axe_di_telepon(mesin, berkas):
    with buka(mesin, berkas["unit"], lebar=390) as (halaman, _):
        buka_semua_rincian(halaman)
        assert pelanggaran_axe(halaman) == []


@pytest.mark.parametrize("nama", SEMUA)
@pytest.mark.parametrize("lebar", bertingkat((390, 320, 800), 1))
def test_layar_sempit_tidak_bergulir_ke_samping(mesin, berkas, nama, lebar):
    with buka(mesin, berkas[nama], lebar=lebar) as (halaman, _):
        assert lebar_isi(halaman) <= lebar
        buka_semua_rincian(halaman)
        assert lebar_isi(halaman) <= lebar


def test_dari_akhir_halaman_di_telepon_ada_jalan_kembali(mesin, berkas):
    """The page of a unit is ten screens long there, and its links stand on the first."""
    with buka(mesin, berkas["unit"], lebar=390) as (halaman, _):
        jalan = halaman.get_by_label("Dari akhir halaman").get_by_role("link")
        assert [(ini.inner_text(), ini.get_attribute("href")) for ini in jalan.all()] == [
            ("↑ Ke atas", "#"),
            ("← Semua unit", "../index.html"),
        ]
        jalan.first.click()
        assert halaman.evaluate("window.scrollY") == 0
        assert min(ini.bounding_box()["height"] for ini in jalan.all()) >= 24


def test_nama_panjang_tanpa_spasi_tidak_melebarkan_halaman(mesin, tmp_path, aturan):
    """A name of sixty letters: of who signs, in the head of the page, and of a unit, in the table of all units."""
    panjang = "Muhammadabdurrahmanwahidkusumanegarasuryadiningratpramudyawan"
    siapa = Penandatangan(Pejabat(panjang, nip_ke(0)), Pejabat(panjang, nip_ke(1)))
    unit, index = tmp_path / "unit.html", tmp_path / "index.html"
    unit.write_text(halaman_unit(replace(hasil_unit(1), penandatangan=siapa), aturan), encoding="utf-8")
    ringkas = [ringkas_unit(hasil_unit(3, nama_unit=panjang), aturan.nhk.desimal.nilai)]
    index.write_text("".join(halaman_index(ringkas, MARET, aturan, INSTANSI)), encoding="utf-8")
    with buka(mesin, unit, lebar=320) as (halaman, _):
        assert lebar_isi(halaman) <= 320
    with buka(mesin, index) as (halaman, _):
        predikat = "document.querySelector('td.predikat').getBoundingClientRect().width"
        assert halaman.evaluate(predikat) > 180


def test_nama_beraksara_arab_tidak_memindahkan_angka_di_belakangnya(mesin, tmp_path, aturan):
    """Left to itself the browser would take the digits after such a name into it, to its left."""
    nama = "\u0645\u0643\u062a\u0628 \u0623\u062d\u0645\u062f"
    berkas = tmp_path / "arab.html"
    berkas.write_text(halaman_unit(hasil_unit(1, nama=(nama,), belum=()), aturan), encoding="utf-8")
    with buka(mesin, berkas) as (halaman, _):
        isolasi = (
            "[...document.querySelectorAll('.siapa b, nav a')].map(x => getComputedStyle(x).unicodeBidi)"
        )
        assert set(halaman.evaluate(isolasi)) == {"isolate"}


def test_baris_asn_terdengar_bersama_kepala_kolomnya(mesin, berkas):
    """Two ratings one after the other are the same words: who listens hears which is which, on a wide screen as on a phone."""
    for lebar in (1280, 390):
        with buka(mesin, berkas["unit"], lebar=lebar) as (halaman, _):
            baris = halaman.locator(".asn summary").nth(1).aria_snapshot()
            kata = ("NHK", "Hasil kerja", "Perilaku", "Predikat")
            assert [baris.count(ini) for ini in kata] == [1, 1, 1, 1]
            assert sorted(kata, key=baris.index) == list(kata)


def test_warna_predikat_bertahan_bila_pemakai_memaksakan_warnanya(mesin, berkas):
    with buka(mesin, berkas["unit"]) as (halaman, _):
        halaman.emulate_media(forced_colors="active")
        warna = halaman.evaluate(
            "[...document.querySelectorAll('.legenda .cap')].map(c => getComputedStyle(c, '::before').backgroundColor)"
        )
        halaman.emulate_media(forced_colors="none")
        assert len(set(warna)) == len(warna) == 6


def test_angka_belasan_digit_tidak_terpotong_di_telepon(mesin, tmp_path, aturan):
    """The budget of a hospital in rupiah: three such figures side by side are wider than a phone."""
    besar = {"target": 1.25e12, "realisasi": 1.25e12, "capaian": 100.0}
    hasil = ubah_baris(hasil_unit(1, belum=(), tanpa_perilaku=()), nip_ke(0), {1: besar})
    berkas = tmp_path / "besar.html"
    berkas.write_text(halaman_unit(hasil, aturan), encoding="utf-8")
    with buka(mesin, berkas, lebar=390) as (halaman, _):
        buka_semua_rincian(halaman)
        assert halaman.get_by_text("1.250.000.000.000 ÷ 1.250.000.000.000 × 100 = 100").count() == 1
        sel = "[...document.querySelectorAll('.kerja td, .kerja th')]"
        assert halaman.evaluate(f"{sel}.filter(s => s.scrollWidth > s.clientWidth).length") == 0
        batas = halaman.evaluate("document.querySelector('.kerja').getBoundingClientRect().right")
        assert halaman.evaluate(f"Math.max(...{sel}.map(s => s.getBoundingClientRect().right))") <= batas + 1


@pytest.mark.parametrize(("lebar", "lajur"), [(1280, 2), (390, 1)])
def test_nama_yang_banyak_di_bawah_predikat_berdampingan(mesin, tmp_path, aturan, lebar, lajur):
    """Below each other in half the page's width, eighty names were four sheets of paper, half of each blank."""
    berkas = tmp_path / "banyak.html"
    berkas.write_text(halaman_unit(hasil_unit(120), aturan), encoding="utf-8")
    with buka(mesin, berkas, lebar=lebar) as (halaman, _):
        daftar = "[...document.querySelectorAll('.tindak ul')].sort((a, b) => b.children.length - a.children.length)[0]"
        assert halaman.evaluate(f"{daftar}.children.length") > 12
        kiri = halaman.evaluate(
            f"[...new Set([...{daftar}.children].map(b => Math.round(b.getBoundingClientRect().left)))].length"
        )
        assert kiri == lajur


def test_nama_yang_mirip_perintah_tampil_sebagai_teks(mesin, berkas):
    with buka(mesin, berkas["jahat"]) as (halaman, catatan):
        buka_semua_rincian(halaman)
        nama = halaman.locator(".siapa b").all_inner_texts()
        assert nama == list(JAHAT)
        assert halaman.locator("h1").inner_text() == "<script>alert(1)</script> & Unit"
        assert JAHAT[0] in halaman.locator(".kerja tbody th small").first.inner_text()
        assert halaman.title().startswith("<script>alert(1)</script>")
        assert catatan.konsol == []


def test_kode_unit_dikutip_di_dalam_tautan(mesin, berkas):
    with buka(mesin, berkas["index"]) as (halaman, _):
        tautan = halaman.locator(".unit tbody th a").evaluate_all(
            "semua => semua.map(a => a.getAttribute('href'))"
        )
        assert "..%2F%3Cb%3E%26%27%22/ringkasan.html" in tautan
        assert "PKM-TIGOBALEH/ringkasan.html" in tautan
        folder = berkas["index"].parent.as_uri()
        assert all(
            a.startswith(f"{folder}/")
            for a in halaman.locator(".unit a").evaluate_all("semua => semua.map(a => a.href)")
        )


def test_angka_sekilas_sama_dengan_hitungan_dari_tabel(mesin, berkas, aturan):
    nilai = hasil_unit(14, pindah=(7,)).nilai
    with buka(mesin, berkas["unit"]) as (halaman, _):
        kartu = halaman.locator(".kartu b").all_inner_texts()
        legenda = dict(
            zip(
                halaman.locator(".legenda .cap").all_inner_texts(),
                map(int, halaman.locator(".legenda .angka:not(.persen)").all_inner_texts()),
                strict=True,
            )
        )
        baris = halaman.locator(".asn > ul > li").count()
    dinilai = [asn for asn in nilai if asn.status == "Dinilai"]
    belum = sum(asn.status == "Belum Dinilai" for asn in nilai)
    jumlah = sum(Fraction(repr(asn.nhk)) for asn in dinilai)
    rata = f"{floor(jumlah / len(dinilai) * 100 + Fraction(1, 2)) / 100:.2f}".replace(".", ",")
    assert kartu == [str(len(dinilai) + belum), str(len(dinilai)), str(belum), rata]
    menurut = Counter(asn.predikat for asn in dinilai)
    assert legenda == {p: menurut[p] for p in aturan.predikat.urutan} | {"Belum dinilai": belum}
    assert baris == len(nilai)


def test_hitungan_satu_asn_lengkap_dari_sel_sampai_predikat(mesin, berkas):
    with buka(mesin, berkas["unit"]) as (halaman, _):
        baris = halaman.locator(f"#a{nip_ke(0)}")
        baris.locator("summary").click()
        teks = baris.inner_text()
    for kata in (
        "target/PKM-TIGOBALEH.xlsx › Target", "capaian/2026-03/PKM-TIGOBALEH.xlsx › Capaian", "J9", "H9", "÷ 45 × 100",
        "Jumlah (bobot × capaian) ÷ jumlah bobot", "dibulatkan 2 desimal", "masuk rentang", "Rating perilaku", "Baris hasil kerja",
        "Kebijakan instansi", "PermenPANRB 6/2022, kuadran kinerja",
    ):  # fmt: skip
        assert kata in teks, kata


def test_cetak_a4_berisi_semua_baris_dan_hanya_hitungan_yang_dibuka(mesin, berkas):
    with buka(mesin, berkas["unit"], media="print") as (halaman, _):
        kerja = halaman.locator(".kerja")
        assert [kerja.nth(n).is_visible() for n in range(kerja.count())] == [False] * kerja.count()
        ringkas = ukuran_halaman_pdf(cetak_a4(halaman))
        halaman.locator(f"#a{nip_ke(2)} details").evaluate("d => { d.open = true }")
        assert sum(kerja.nth(n).is_visible() for n in range(kerja.count())) == 1
        assert [nav.is_visible() for nav in halaman.locator("nav").all()] == [False, False]
    assert set(ringkas) == {(210, 297)}
    assert 2 <= len(ringkas) <= 4


def test_kata_panjang_tidak_mengecilkan_cetakan(mesin, tmp_path, aturan):
    """What is wider than the paper makes the browser print the whole page smaller: 184 mm are 695 pixels."""
    berkas = tmp_path / "panjang.html"
    hasil = hasil_unit(60, nama=JAHAT[5:], satuan=JAHAT[5], belum=(), tanpa_perilaku=())
    berkas.write_text(halaman_unit(hasil, aturan), encoding="utf-8")
    with buka(mesin, berkas, lebar=695, media="print") as (halaman, _):
        assert lebar_isi(halaman) <= 695
        buka_semua_rincian(halaman)
        assert lebar_isi(halaman) <= 695


def test_kotak_centang_mencetak_semua_hitungan(mesin, berkas):
    with buka(mesin, berkas["unit"]) as (halaman, _):
        sebelum = len(ukuran_halaman_pdf(cetak_a4(halaman)))
        halaman.locator("#cetak-semua").check()
        sesudah = len(ukuran_halaman_pdf(cetak_a4(halaman)))
        assert not halaman.locator(".kerja").first.is_visible()
    assert sesudah >= sebelum + 6


def test_sebaran_dicetak_tanpa_latar_berwarna(mesin, berkas):
    with buka(mesin, berkas["index"], media="print", tema="dark") as (halaman, _):
        assert halaman.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
        assert set(ukuran_halaman_pdf(cetak_a4(halaman))) == {(210, 297)}


def test_halaman_tanpa_sisa_templat(berkas):
    for halaman in berkas.values():
        teks = html.unescape(
            re.sub(r"<style>.*?</style>|<[^>]*>", " ", halaman.read_text(encoding="utf-8"), flags=re.DOTALL)
        )
        assert "nan" not in teks.split()
        assert "None" not in teks.split()
