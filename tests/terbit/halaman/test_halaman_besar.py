"""The page of a large unit: the working of each ASN lies packed in it, and is unpacked when it is opened or printed."""

import base64
import gc
import html
import json
import re
import zlib
from dataclasses import replace

import pytest
from hasil_buatan import INSTANSI, galat_berkas, hasil_unit, nip_ke
from peramban import (
    buka,
    buka_semua_rincian,
    cetak_a4,
    lebar_isi,
    pelanggaran_axe,
    pelanggaran_kedua_tema,
    ukuran_halaman_pdf,
)

from asn_nilai.hitung.penjelasan.penjelasan_asn import urai_unit
from asn_nilai.terbit.halaman.unit import ringkasan
from asn_nilai.terbit.halaman.unit.asn import BarisAsn
from asn_nilai.terbit.halaman.unit.hitungan import TERBUKA

JAHAT = (
    "<script>document.title='jebol'</script>",
    "</script><img src=x onerror=\"document.title='jebol'\">",
    "O'Brien & {{ 7 * 7 }}",
    "Sangatpanjangtanpaspasisamasekali" * 4,
)
BANYAK = 120
"""ASN of the pages here: three lots, the last of them not full."""
_HITUNGAN = re.compile(r'<div class="hitungan">\n(.*?)</div>\n</details></li>', re.DOTALL)
_BUNGKUSAN = re.compile(r'<script type="application/json" id="bungkusan">(.*?)</script>')


def halaman(hasil, aturan, terbuka: int = TERBUKA) -> str:
    """Return the page, its working packed where it has more characters than `terbuka`."""
    with pytest.MonkeyPatch.context() as tambal:
        tambal.setattr(ringkasan, "TERBUKA", terbuka)
        return ringkasan.halaman_ringkasan(hasil, urai_unit(hasil, aturan, INSTANSI), aturan, INSTANSI)


def terbongkar(teks: str) -> list[str]:
    """Return the workings that lie packed in a page, by another way than the page's own script."""
    isi = json.loads(_BUNGKUSAN.search(teks)[1])["isi"]
    return [satu for lot in isi for satu in json.loads(zlib.decompress(base64.b64decode(lot)))]


@pytest.fixture(scope="module")
def unit():
    return hasil_unit(BANYAK, nama=JAHAT, satuan=JAHAT[1], pindah=(7,))


@pytest.fixture(scope="module")
def berkas(tmp_path_factory, aturan, unit):
    folder = tmp_path_factory.mktemp("besar")
    semua = {"terbuka": TERBUKA, "terbungkus": 0}
    for nama, terbuka in semua.items():
        (folder / f"{nama}.html").write_text(halaman(unit, aturan, terbuka), encoding="utf-8")
    return {nama: folder / f"{nama}.html" for nama in semua}


def test_yang_terbungkus_adalah_hitungan_yang_sama(berkas):
    terbuka, terbungkus = (berkas[n].read_text(encoding="utf-8") for n in ("terbuka", "terbungkus"))
    hitungan = _HITUNGAN.findall(terbuka)
    assert len(hitungan) == BANYAK
    assert terbongkar(terbungkus) == hitungan
    assert terbungkus.count('<div class="hitungan"></div>') == BANYAK
    assert len(terbungkus) < len(terbuka) / 3


def test_hitungan_dibungkus_baru_bila_melebihi_batasnya(aturan, unit):
    panjang = sum(map(len, terbongkar(halaman(unit, aturan, 0))))
    assert "bungkusan" not in halaman(unit, aturan, panjang)
    assert "bungkusan" in halaman(unit, aturan, panjang - 1)


def test_unit_biasa_tidak_dibungkus_dan_tanpa_naskah(aturan):
    teks = halaman(hasil_unit(12), aturan)
    assert "<script" not in teks
    assert len(_HITUNGAN.findall(teks)) == 12


def test_dua_ribu_asn_paling_banyak_tiga_megabita(aturan):
    kecil, besar = (len(halaman(hasil_unit(banyak), aturan, 0).encode()) for banyak in (100, 400))
    tiap_asn = (besar - kecil) / 300
    assert kecil + tiap_asn * 1900 <= 3_000_000


def test_daftar_nama_unit_besar_terlipat_dan_sisanya_disebut(aturan):
    hasil = hasil_unit(320, belum=tuple(range(60)), tanpa_perilaku=())
    besar, biasa = halaman(hasil, aturan, 0), halaman(hasil, aturan)
    di_bawah = int(re.search(r'Di bawah predikat Baik <span class="kali">(\d+) ASN', biasa)[1])
    assert di_bawah > 50
    lagi = [int(banyak) for banyak in re.findall(r'<details class="lagi"><summary>(\d+) ASN lagi', besar)]
    assert di_bawah - 50 in lagi
    assert "Dan 10 ASN lagi, masing-masing dengan sebabnya di tabel di bawah." in besar
    assert "ASN lagi" not in biasa
    menunggu = hasil_unit(60, belum=tuple(range(60)), tambahan=galat_berkas("berkas-hilang"))
    asn = tuple(replace(orang, alasan=galat_berkas("berkas-hilang")) for orang in menunggu.nilai)
    assert "; dan 10 lagi, semuanya ada di tabel di bawah." in halaman(
        replace(menunggu, nilai=asn), aturan, 0
    )


def test_halaman_yang_sama_byte_demi_byte(aturan, unit):
    assert halaman(unit, aturan, 0) == halaman(unit, aturan, 0)


def test_hitungan_tampil_ketika_baris_dibuka_dan_sama_dengan_yang_terbuka(mesin, berkas):
    tulisan = {}
    for nama, tempat in berkas.items():
        with buka(mesin, tempat) as (layar, catatan):
            baris = layar.locator(f"#a{nip_ke(53)}")
            baris.locator("summary").click()
            baris.locator(".langkah").wait_for()
            tulisan[nama] = baris.inner_text()
            assert catatan.konsol == []
            assert catatan.permintaan == [tempat.as_uri()]
    assert tulisan["terbungkus"] == tulisan["terbuka"]


def test_hanya_yang_dibuka_yang_dibongkar(mesin, berkas):
    with buka(mesin, berkas["terbungkus"]) as (layar, _):
        assert layar.locator(".hitungan:not(:empty)").count() == 0
        layar.locator(f"#a{nip_ke(53)} summary").click()
        layar.locator(f"#a{nip_ke(53)} .langkah").wait_for()
        assert layar.locator(".hitungan:not(:empty)").count() == 50


def test_tulisan_jahat_tetap_tulisan(mesin, berkas):
    with buka(mesin, berkas["terbungkus"]) as (layar, catatan):
        buka_semua_rincian(layar)
        layar.locator(f"#a{nip_ke(BANYAK - 1)} .langkah").wait_for()
        layar.wait_for_timeout(50)
        assert layar.locator(".hitungan:empty").count() == 0
        assert layar.locator(".siapa b").all_text_contents()[:4] == list(JAHAT)
        assert JAHAT[1] in layar.locator(".kerja tbody th small").first.text_content()
        assert layar.locator("link, img, iframe, [style], [onerror]").count() == 0
        assert layar.locator("script").count() == 2
        assert layar.title() != "jebol"
        assert catatan.konsol == []


def test_kebijakan_menerima_naskah_halaman_ini_saja(mesin, berkas):
    kebijakan = html.unescape(
        re.search(r'Security-Policy" content="([^"]+)"', berkas["terbungkus"].read_text(encoding="utf-8"))[1]
    )
    assert re.fullmatch(
        r"default-src 'none'; style-src 'sha256-[^']+'; script-src 'sha256-[^']+'; base-uri 'none'; form-action 'none'",
        kebijakan,
    )
    with buka(mesin, berkas["terbungkus"]) as (layar, _):
        layar.evaluate(
            "() => { const j = document.createElement('script'); j.textContent = 'document.title=\"jebol\"'; document.head.append(j) }"
        )
        assert layar.title() != "jebol"


def test_tanpa_naskah_semua_nilai_tampil_dan_tempat_hitungannya_disebut(mesin, berkas):
    with buka(mesin, berkas["terbungkus"], naskah=False) as (layar, catatan):
        assert layar.locator(".asn > ul > li").count() == BANYAK
        assert "hitungan tidak dapat dibuka di sini" in layar.locator("noscript").text_content()
        layar.locator(f"#a{nip_ke(0)} summary").click()
        keterangan = layar.locator(f"#a{nip_ke(0)} .hitungan").evaluate(
            "d => getComputedStyle(d, '::before').content"
        )
        assert keterangan == '"Hitungannya ada di nilai.xlsx, lembar Rincian dan Perilaku."'
        assert catatan.konsol == []


def test_peramban_tua_menyebut_tempat_hitungan(mesin, berkas):
    with buka(mesin, berkas["terbungkus"]) as (layar, _):
        layar.evaluate("() => { delete globalThis.DecompressionStream }")
        layar.locator(f"#a{nip_ke(0)} summary").click()
        layar.get_by_text("Peramban ini tidak dapat membuka hitungan").wait_for()


def test_yang_dicetak_baris_semua_asn_dan_hitungan_yang_dibuka(mesin, berkas):
    with buka(mesin, berkas["terbungkus"]) as (layar, _):
        sebelum = len(ukuran_halaman_pdf(cetak_a4(layar)))
        layar.locator(f"#a{nip_ke(2)} summary").click()
        layar.locator(f"#a{nip_ke(2)} .langkah").wait_for()
        layar.emulate_media(media="print")
        tampak = layar.locator(".kerja").evaluate_all(
            "semua => semua.filter(t => t.checkVisibility()).length"
        )
        assert tampak == 1
        # With its endless unit of measure a working takes a page and a bit; a lot of fifty would take more than fifty.
        assert sebelum < len(ukuran_halaman_pdf(cetak_a4(layar))) <= sebelum + 2


@pytest.mark.menyeluruh
def test_kotak_centang_menyiapkan_lalu_mencetak_semua_hitungan(mesin, berkas):
    with buka(mesin, berkas["terbungkus"]) as (layar, _):
        sebelum = len(ukuran_halaman_pdf(cetak_a4(layar)))
        layar.locator("#cetak-semua").check()
        layar.get_by_text(f"Siap dicetak: hitungan {BANYAK} ASN").wait_for()
        (dijanjikan,) = re.findall(r"kira-kira (\d+) halaman\.", layar.locator("#kabar").inner_text())
        sesudah = len(ukuran_halaman_pdf(cetak_a4(layar)))
        layar.locator("#cetak-semua").uncheck()
        assert layar.locator("#kabar").inner_text() == ""
    assert sesudah >= sebelum + BANYAK / 2
    assert int(dijanjikan) == pytest.approx(sesudah - sebelum, rel=0.25)


@pytest.mark.parametrize("lebar", [390, 320, 800])
def test_layar_sempit_tidak_bergulir_ke_samping(mesin, berkas, lebar):
    with buka(mesin, berkas["terbungkus"], lebar=lebar) as (layar, _):
        buka_semua_rincian(layar)
        layar.locator(f"#a{nip_ke(BANYAK - 1)} .langkah").wait_for()
        assert lebar_isi(layar) <= lebar


@pytest.mark.menyeluruh
def test_axe_tidak_menemukan_pelanggaran_berat(mesin, tmp_path, aturan):
    tempat = tmp_path / "kecil.html"
    tempat.write_text(halaman(hasil_unit(6), aturan, 0), encoding="utf-8")
    with buka(mesin, tempat) as (layar, _):
        layar.locator("#cetak-semua").check()
        buka_semua_rincian(layar)
        layar.locator(f"#a{nip_ke(5)} .langkah").wait_for()
        assert pelanggaran_kedua_tema(layar) == {"light": [], "dark": []}
    with buka(mesin, tempat, lebar=390) as (layar, _):
        assert pelanggaran_axe(layar) == []


def test_baris_unit_tidak_menunggu_pemulung_sesudah_halamannya(aturan):
    """What a page showed goes with it: a template with a macro of its own would hold a whole unit in a circle."""
    gc.collect()
    gc.disable()
    try:
        halaman(hasil_unit(3), aturan)
        tersisa = [butir for butir in gc.get_objects() if isinstance(butir, BarisAsn)]
    finally:
        gc.enable()
    assert tersisa == []
