"""validasi.html in a real browser: complete, quiet, readable in every dress, and safe against what units type."""

import pytest
from laju import bertingkat
from nilai_buatan import MARET
from peramban import buka, buka_semua_rincian, cetak_a4, lebar_isi, pelanggaran_kedua_tema, ukuran_halaman_pdf

from asn_nilai.acuan.isian.skema import Unit
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.setoran.pesan.kelompok_temuan import TAKARAN_HALAMAN
from asn_nilai.acuan.setoran.setoran_unit import SetoranUnit
from asn_nilai.acuan.temuan import temuan
from asn_nilai.terbit.halaman.validasi import halaman_validasi

JAHAT = "<script>document.title='jebol'</script>\"><img src=x onerror=alert(1)>"


def temuan_di(kode, sel="", lembar="Capaian", unit="PKM", **isi):
    return temuan(kode, Letak(f"capaian/2026-03/{unit}.xlsx", lembar, sel), unit=unit, **isi)


def setoran(kode, nama, *semua):
    return SetoranUnit(Unit(kode, nama, "Dinas"), 12, semua)


def halaman(aturan, *unit, umum=()):
    return halaman_validasi(unit, umum, MARET, aturan, "Pemerintah Kota Rekaan")


RUMUS = tuple(temuan_di("rumus-tanpa-nilai", f"H{n}") for n in range(12, 412))
TARGET = tuple(
    temuan_di("target-berubah", f"G{n}", teks=str(n), target="40", sel_target=f"T{n}") for n in range(12, 12 + TAKARAN_HALAMAN.sebab + 3)
)  # fmt: skip
HILANG = temuan_di("berkas-hilang", lembar="", unit="DIN", unit_kerja="Dinas", jenis="capaian", periode="Maret 2026", berkas="c/DIN.xlsx")  # fmt: skip
UMUM = (temuan("berkas-tanpa-unit", Letak("capaian/2026-03/entah.xlsx"), contoh="PKM.xlsx"),)


@pytest.fixture(scope="module")
def berkas(tmp_path_factory, aturan):
    folder = tmp_path_factory.mktemp("validasi")
    semua = {
        "ramai": halaman(
            aturan,
            setoran(
                "PKM",
                "Puskesmas Tigo Baleh",
                *RUMUS,
                *TARGET,
                temuan_di("bukti-kosong", "I9", indikator="KJ"),
            ),
            setoran("DIN", "Dinas Kesehatan", HILANG),
            setoran("KEL", "Kelurahan Tarok Dipo"),
            umum=UMUM,
        ),
        "bersih": halaman(aturan, setoran("KEL", "Kelurahan Tarok Dipo")),
        "jahat": halaman(
            aturan,
            setoran(JAHAT, JAHAT, temuan_di("angka-tidak-sah", "H9", teks=JAHAT, sebab="", lembar=JAHAT)),
        ),
    }
    for nama, teks in semua.items():
        (folder / f"{nama}.html").write_text(teks, encoding="utf-8")
    return {nama: folder / f"{nama}.html" for nama in semua}


SEMUA = ("ramai", "bersih", "jahat")


@pytest.mark.parametrize("nama", SEMUA)
def test_tidak_mengeluh_tidak_meminta_dan_tanpa_naskah(mesin, berkas, nama):
    with buka(mesin, berkas[nama]) as (layar, catatan):
        buka_semua_rincian(layar)
        layar.wait_for_timeout(50)
        assert catatan.konsol == []
        assert catatan.permintaan == [berkas[nama].as_uri()]
        assert layar.locator("script, link, img, iframe, [style], [onerror], [onclick]").count() == 0
        assert layar.title() != "jebol"


@pytest.mark.menyeluruh
@pytest.mark.parametrize("nama", SEMUA)
def test_axe_tidak_menemukan_pelanggaran_berat_terang_maupun_gelap(mesin, berkas, nama):
    with buka(mesin, berkas[nama]) as (layar, _):
        buka_semua_rincian(layar)
        assert pelanggaran_kedua_tema(layar) == {"light": [], "dark": []}


@pytest.mark.parametrize("lebar", bertingkat((390, 320, 768, 1280), 1))
@pytest.mark.parametrize("nama", SEMUA)
def test_muat_di_setiap_lebar(mesin, berkas, nama, lebar):
    with buka(mesin, berkas[nama], lebar=lebar) as (layar, _):
        buka_semua_rincian(layar)
        assert lebar_isi(layar) <= lebar


def test_dicetak_di_a4(mesin, berkas):
    with buka(mesin, berkas["ramai"], media="print") as (layar, _):
        assert set(ukuran_halaman_pdf(cetak_a4(layar))) == {(210, 297)}
        assert not layar.locator(".pesan").first.is_visible()
        assert layar.locator(".pesan[role=group]").count() == layar.locator(".pesan[aria-label]").count() > 0


def test_satu_sebab_satu_baris_dan_sisanya_dilipat(mesin, berkas):
    with buka(mesin, berkas["ramai"]) as (layar, _):
        unit = layar.locator("#u1")
        assert unit.locator(".perbaikan > li").count() == 3
        assert unit.locator(".sel", has_text="H12–H411").count() == 1
        assert unit.locator("summary", has_text="Dan 194 lagi yang serupa").count() == 1
        assert unit.get_by_text("Selain itu masih ada 3 lagi").count() == 1


def test_unit_tanpa_temuan_tidak_diberi_bagian(mesin, berkas):
    with buka(mesin, berkas["ramai"]) as (layar, _):
        assert layar.locator("section[id^=u]").count() == 2
        assert layar.locator(".setoran tbody tr").count() == 3
        assert layar.get_by_text("12 ASN unit ini belum dapat dinilai karenanya.").count() == 1
        assert layar.get_by_text("Nama berkas ini bukan kode unit").count() == 1


def test_pesan_terpilih_utuh_dengan_sekali_klik(mesin, berkas):
    with buka(mesin, berkas["ramai"]) as (layar, _):
        buka_semua_rincian(layar)
        layar.locator("#u2 .pesan").click()
        terpilih = layar.evaluate("getSelection().toString()")
        assert terpilih.strip() == setoran("DIN", "Dinas Kesehatan", HILANG).pesan("Maret 2026").strip()


def test_kalimat_dari_setoran_tampil_sebagai_teks(mesin, berkas):
    with buka(mesin, berkas["jahat"]) as (layar, _):
        assert JAHAT in layar.locator("#u1 .butir").inner_text()
        assert JAHAT in layar.locator(".setoran tbody th").inner_text()
