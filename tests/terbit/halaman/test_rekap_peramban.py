"""rekap.html in a real browser: sorted and filtered by keyboard, complete without script, quiet, safe, readable."""

import html
import re
from dataclasses import replace
from itertools import pairwise
from math import isnan, nan

import pytest
from laju import bertingkat
from peramban import (
    buka,
    buka_semua_rincian,
    cetak_a4,
    lebar_isi,
    pelanggaran_axe,
    pelanggaran_kedua_tema,
    ukuran_halaman_pdf,
)
from rekap_buatan import ganti, rekap

from asn_nilai.acuan.profil.muat_aturan import muat_aturan
from asn_nilai.terbit.halaman.index import halaman_index
from asn_nilai.terbit.halaman.rekap import halaman_rekap

JAHAT = (
    "<script>document.title='jebol'</script>",
    '" onmouseover="document.title=1" x="',
    '=HYPERLINK("http://contoh.invalid","klik")',
    "</script><img src=x onerror=alert(1)>",
    "O'Brien & {{ 7 * 7 }}",
    "Sangatpanjangtanpaspasisamasekali" * 4,
)
SEMUA = ("kecil", "kota", "jahat", "kosong", "angka")
KENDALI = "button, input, select"


def _jahat():
    asal = rekap(6)
    unit = tuple(
        replace(u, ringkas=replace(u.ringkas, nama=nama, kode=f"../{nama[:9]}", jenis=nama[:20]))
        for u, nama in zip(asal.unit, JAHAT, strict=True)
    )
    bulan = tuple(replace(b, sebab=JAHAT[3] if b.sebab else "") for b in asal.bulan)
    indikator = tuple(replace(i, nama=JAHAT[0], unit=(), tertinggal=True) for i in asal.indikator)
    gerak = tuple(replace(g, nama=JAHAT[3], kode_unit=unit[0].ringkas.kode) for g in asal.naik)
    return ganti(
        asal, unit=unit, bulan=bulan, indikator=indikator, naik=gerak, turun=(), dua_bulan_bawah=(), usang=(), catatan=JAHAT,
    )  # fmt: skip


@pytest.fixture(scope="module")
def isi():
    return {
        "kecil": rekap(),
        "kota": rekap(60, "2026-12", terbesar=30),
        "jahat": _jahat(),
        "kosong": rekap(0, "2026-01"),
        "angka": replace(rekap(4, "2026-S1"), aturan=muat_aturan("pp-30-2019")),
    }


@pytest.fixture(scope="module")
def berkas(tmp_path_factory, isi):
    folder = tmp_path_factory.mktemp("rekap")
    for nama, kota in isi.items():
        (folder / f"{nama}.html").write_text(halaman_rekap(kota), encoding="utf-8")
    return {nama: folder / f"{nama}.html" for nama in isi}


def nama_tampil(halaman) -> list[str]:
    return halaman.locator("#peta-unit tbody tr:visible th").evaluate_all(
        "semua => semua.map(th => th.firstChild.textContent)"
    )


def tab_ke(halaman, pilih: str) -> None:
    """Press Tab until the focus is on the element, as somebody without a mouse does."""
    for _ in range(300):
        halaman.keyboard.press("Tab")
        if halaman.evaluate("pilih => document.activeElement.matches(pilih)", pilih):
            return
    pytest.fail(f"tidak terjangkau dengan Tab: {pilih}")


def urutkan(halaman, menurut: str) -> list[str]:
    """Sort by a column with the keyboard alone; returns the names of the units as they stand then."""
    halaman.evaluate("document.activeElement.blur()")
    tab_ke(halaman, f'button[aria-label="Urutkan menurut {menurut}"]')
    halaman.keyboard.press("Enter")
    return nama_tampil(halaman)


@pytest.mark.parametrize("nama", SEMUA)
def test_tenang_dan_tidak_meminta_apa_pun_dari_luar(mesin, berkas, nama):
    with buka(mesin, berkas[nama]) as (halaman, catatan):
        buka_semua_rincian(halaman)
        halaman.locator('input[type="search"]').press("Enter")
        halaman.wait_for_timeout(50)
        assert catatan.konsol == []
        assert catatan.permintaan == [berkas[nama].as_uri()]
        assert halaman.locator("script").count() == 1
        assert halaman.locator("link, img, iframe, form, [style], [onmouseover], [onerror]").count() == 0


def test_kebijakan_menerima_satu_naskah_saja_dan_halaman_lain_tidak_satu_pun(mesin, berkas, aturan, isi):
    kebijakan = r'http-equiv="Content-Security-Policy" content="([^"]+)"'
    ini = html.unescape(re.search(kebijakan, berkas["kecil"].read_text(encoding="utf-8"))[1])
    lain = html.unescape(
        re.search(kebijakan, "".join(halaman_index([], isi["kecil"].periode, aturan, "Kota")))[1]
    )
    pola = r"default-src 'none'; style-src 'sha256-[^']+'; {}base-uri 'none'; form-action 'none'"
    assert re.fullmatch(pola.format("script-src 'sha256-[^']+'; "), ini)
    assert re.fullmatch(pola.format(""), lain)
    with buka(mesin, berkas["kecil"]) as (halaman, _):
        halaman.evaluate(
            "() => { const j = document.createElement('script'); j.textContent = 'document.title=\"jebol\"'; document.head.append(j) }"
        )
        assert halaman.title() != "jebol"


@pytest.mark.menyeluruh
@pytest.mark.parametrize(
    "nama", bertingkat(("jahat", "kecil", "kosong", "angka"), 2)
)  # "kota" is the small one with more rows
def test_axe_tidak_menemukan_pelanggaran_berat_terang_maupun_gelap(mesin, berkas, nama):
    with buka(mesin, berkas[nama]) as (halaman, _):
        buka_semua_rincian(halaman)
        assert pelanggaran_kedua_tema(halaman) == {"light": [], "dark": []}


@pytest.mark.menyeluruh
def test_axe_di_telepon(mesin, berkas):
    with buka(mesin, berkas["kecil"], lebar=390) as (halaman, _):
        assert pelanggaran_axe(halaman) == []


def test_urut_menurut_bulan_dengan_papan_ketik_yang_kosong_tetap_di_bawah(mesin, berkas, isi):
    kota = isi["kota"]
    semula = sorted(kota.unit, key=lambda u: u.peringkat or 99)
    ada = [u for u in semula if not isnan(u.bulan[3].rata_rata)]
    kosong = [u.ringkas.nama for u in semula if isnan(u.bulan[3].rata_rata)]
    naik = [u.ringkas.nama for u in sorted(ada, key=lambda u: u.bulan[3].rata_rata)]
    turun = [u.ringkas.nama for u in sorted(ada, key=lambda u: -u.bulan[3].rata_rata)]
    with buka(mesin, berkas["kota"]) as (halaman, _):
        assert nama_tampil(halaman) == [u.ringkas.nama for u in semula]
        kepala = halaman.locator("#peta-unit thead th", has_text="Apr")
        assert urutkan(halaman, "April 2026") == [*naik, *kosong]
        assert kepala.get_attribute("aria-sort") == "ascending"
        assert halaman.locator("[aria-sort]").count() == 1
        halaman.keyboard.press("Space")
        assert nama_tampil(halaman) == [*turun, *kosong]
        assert kepala.get_attribute("aria-sort") == "descending"
        assert (
            halaman.locator("#kabar").inner_text()
            == "60 dari 60 unit tampil, urut menurun menurut April 2026."
        )
    assert kosong
    assert naik[0] != turun[0]


@pytest.mark.menyeluruh
def test_angka_diurutkan_sebagai_angka_dan_yang_sama_tetap_pada_tempatnya(mesin, berkas, isi):
    kota = isi["kota"]
    peringkat = sorted(kota.unit, key=lambda u: u.peringkat or 99)
    dinilai = [u.ringkas.nama for u in sorted(peringkat, key=lambda u: u.ringkas.dinilai)]
    status = [u.ringkas.nama for u in sorted(sorted(peringkat, key=lambda u: u.ringkas.dinilai), key=lambda u: u.ringkas.status)]  # fmt: skip
    with buka(mesin, berkas["kota"]) as (halaman, _):
        assert urutkan(halaman, "ASN yang dinilai") == dinilai
        assert urutkan(halaman, "keadaan setoran") == status
        selisih = urutkan(halaman, "selisih November 2026 ke Desember 2026")
    beda = {u.ringkas.nama: u.sama.selisih if u.sama else nan for u in kota.unit}
    angka = [beda[nama] for nama in selisih if not isnan(beda[nama])]
    assert angka == sorted(angka)
    assert angka[0] < 0 < angka[-1]
    assert all(isnan(beda[nama]) for nama in selisih[len(angka) :])


def test_saring_dengan_papan_ketik_menurut_kata_jenis_dan_setoran(mesin, berkas, isi):
    kota = isi["kota"]
    with buka(mesin, berkas["kota"]) as (halaman, _):
        tab_ke(halaman, 'input[type="search"]')
        halaman.keyboard.type("TIGO bal")
        cocok = {u.ringkas.nama for u in kota.unit if "Tigo Baleh" in u.ringkas.nama}
        assert set(nama_tampil(halaman)) == cocok
        kabar = halaman.locator('#kabar[role="status"]')
        assert kabar.inner_text().startswith(f"{len(cocok)} dari 60 unit tampil")
        halaman.keyboard.press("Tab")
        halaman.keyboard.type("Dinas")
        dinas = {nama for nama in cocok if nama.startswith("Dinas")}
        assert set(nama_tampil(halaman)) == dinas
        assert 0 < len(dinas) < len(cocok)
        tab_ke(halaman, ".saring button")
        halaman.keyboard.press("Enter")
        assert len(nama_tampil(halaman)) == 60
        halaman.keyboard.press("Shift+Tab")
        halaman.keyboard.type("Lengkap")
        assert set(nama_tampil(halaman)) == {
            u.ringkas.nama for u in kota.unit if u.ringkas.status == "lengkap"
        }
        halaman.locator('input[type="search"]').fill("tidak ada unit ini")
        assert nama_tampil(halaman) == []
        assert kabar.inner_text().startswith("0 dari 60 unit tampil")
        assert halaman.locator("#peta-unit tfoot").is_visible()


@pytest.mark.parametrize("nama", ["kecil", "kota"])
def test_tanpa_naskah_lengkap_dan_tanpa_kendali_mati(mesin, berkas, nama):
    with buka(mesin, berkas[nama]) as (halaman, _):
        dengan = halaman.locator("#peta-unit").inner_text()
        assert halaman.locator(f"main :is({KENDALI}):visible").count() > 4
    with buka(mesin, berkas[nama], naskah=False) as (halaman, _):
        assert halaman.locator(f":is({KENDALI}):visible").count() == 0
        assert halaman.locator("#peta-unit").inner_text().split() == dengan.split()


@pytest.mark.parametrize("nama", SEMUA)
@pytest.mark.parametrize("lebar", bertingkat((390, 320, 800), 1))
def test_layar_sempit_tidak_bergulir_ke_samping(mesin, berkas, nama, lebar):
    with buka(mesin, berkas[nama], lebar=lebar) as (halaman, _):
        buka_semua_rincian(halaman)
        assert lebar_isi(halaman) <= lebar


def test_peta_bergulir_di_dalam_bingkainya_dengan_papan_ketik_dan_nama_unit_tetap_terlihat(mesin, berkas):
    with buka(mesin, berkas["kota"], lebar=390) as (halaman, _):
        bingkai = halaman.get_by_role("region", name="Tabel unit dan bulan")
        assert bingkai.get_attribute("tabindex") == "0"
        bingkai.focus()
        for _ in range(8):
            halaman.keyboard.press("ArrowRight")
        halaman.wait_for_timeout(500)
        assert bingkai.evaluate("bingkai => bingkai.scrollLeft") > 100
        kotak = halaman.locator("#peta-unit tbody th").first.bounding_box()
        assert kotak["x"] == pytest.approx(bingkai.bounding_box()["x"], abs=1)


@pytest.mark.parametrize(("lebar", "tinggi"), [(320, 640), (390, 844), (1500, 400)])
def test_yang_dicapai_papan_ketik_tidak_tertutup_kepala_dan_nama_yang_diam(mesin, berkas, lebar, tinggi):
    """Going backwards brings a link to the edge of the frame, where the column or the row that stays lies over it."""
    with buka(mesin, berkas["kota"], lebar=lebar) as (halaman, _):
        halaman.set_viewport_size({"width": lebar, "height": tinggi})
        halaman.evaluate("[...document.querySelectorAll('.peta a, .peta button')].at(-1).focus()")
        tertutup = set()
        for _ in range(100):
            halaman.keyboard.press("Shift+Tab")
            tertutup.add(
                halaman.evaluate(
                    """() => { const ini = document.activeElement, kotak = ini.getBoundingClientRect();
                    const atas = document.elementFromPoint(kotak.right - 2, kotak.top + kotak.height / 2);
                    return !ini.closest('.peta') || ini.contains(atas) || atas?.contains(ini) ? '' : ini.innerText || ini.ariaLabel }"""
                )
            )
        assert tertutup == {""}


def test_cetak_memuat_semua_unit_menurut_urutan_terakhir_tanpa_kendali(mesin, berkas):
    with buka(mesin, berkas["kota"]) as (halaman, _):
        urut = urutkan(halaman, "nama unit")
        halaman.locator('input[type="search"]').fill("Tigo")
        assert len(nama_tampil(halaman)) < 60
        halaman.emulate_media(media="print")
        dinilai = halaman.locator("#peta-unit tbody td:nth-last-child(2)").all_inner_texts()
        assert all(re.fullmatch(r"\d+ dari \d+", sel.strip()) for sel in dinilai)
        assert nama_tampil(halaman) == urut
        assert halaman.locator(f":is({KENDALI}):visible, nav:visible, #kabar:visible").count() == 0
        pdf = ukuran_halaman_pdf(cetak_a4(halaman))
        lebar = halaman.locator("#peta-unit").bounding_box()["width"]
        assert lebar <= halaman.locator("#peta").bounding_box()["width"]
    assert set(pdf) == {(210, 297)}
    assert 4 <= len(pdf) <= 8


@pytest.mark.parametrize("tema", ["light", "dark"])
def test_angka_pada_setiap_warna_peta_terbaca(mesin, berkas, tema):
    """Contrast of 4.5:1 by WCAG's own formula, for the five colours that any aturan can use and the two kinds of blank."""
    ukur = """() => ['p1', 'p2', 'p3', 'p4', 'p5', 'belum', 'tanpa'].map(kelas => {
      const sel = document.querySelector('#peta-unit tbody td:nth-child(3)');
      sel.className = kelas;
      const latar = getComputedStyle(sel).backgroundColor;
      const kertas = getComputedStyle(sel.closest('section')).backgroundColor;
      return [getComputedStyle(sel).color, latar === 'rgba(0, 0, 0, 0)' ? kertas : latar];
    })"""

    def terang(warna: str) -> float:
        kanal = [int(x) / 255 for x in re.findall(r"\d+", warna)[:3]]
        linear = [x / 12.92 if x <= 0.03928 else ((x + 0.055) / 1.055) ** 2.4 for x in kanal]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    with buka(mesin, berkas["kecil"], tema=tema) as (halaman, _):
        pasangan = halaman.evaluate(ukur)
    nisbah = [(max(terang(a), terang(b)) + 0.05) / (min(terang(a), terang(b)) + 0.05) for a, b in pasangan]
    assert len(set(map(tuple, pasangan))) == 7
    assert min(nisbah) >= 4.5


def test_sasaran_cukup_besar_fokus_terlihat_dan_judul_berurutan(mesin, berkas):
    with buka(mesin, berkas["kota"]) as (halaman, _):
        for kendali in halaman.locator(f"main :is({KENDALI}), #peta-unit thead a").all():
            kotak = kendali.bounding_box()
            assert min(kotak["width"], kotak["height"]) >= 24
        for pilih in ('input[type="search"]', ".saring select", ".saring button", ".gulir", ".urut"):
            tab_ke(halaman, pilih)
            assert halaman.evaluate("getComputedStyle(document.activeElement).outlineWidth") == "3px"
        tingkat = [int(x[1]) for x in halaman.locator("h1, h2, h3").evaluate_all("semua => semua.map(h => h.tagName)")]  # fmt: skip
        assert tingkat[0] == 1
        assert all(b - a <= 1 for a, b in pairwise(tingkat))
        tabel = halaman.locator("main table")
        assert tabel.count() == halaman.locator("main table > caption").count()
        assert halaman.locator("main thead th:not([scope]), main tbody th:not([scope])").count() == 0


def test_nama_yang_mirip_perintah_tampil_sebagai_teks(mesin, berkas):
    with buka(mesin, berkas["jahat"]) as (halaman, catatan):
        assert set(nama_tampil(halaman)) == set(JAHAT)
        assert "jebol" not in halaman.title()
        assert halaman.locator(".gerak tbody th a").first.inner_text() == JAHAT[3]
        folder = berkas["jahat"].parent.as_uri()
        tautan = halaman.locator("#peta-unit tbody th a").evaluate_all("semua => semua.map(a => a.href)")
        assert all(a.startswith(f"{folder}/..%2F") for a in tautan)
        urutkan(halaman, "nama unit")
        assert catatan.konsol == []
