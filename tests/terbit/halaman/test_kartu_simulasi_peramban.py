"""The card and the page of a simulation in a real browser: quiet, self-contained, readable, one A4 page."""

from dataclasses import replace
from math import nan

import pytest
from laju import bertingkat
from nilai_buatan import nilai_asn
from peramban import buka, cetak_a4, lebar_isi, pelanggaran_kedua_tema, ukuran_halaman_pdf

from asn_nilai.acuan.hasil.pencocokan import Beda, Pencocokan
from asn_nilai.acuan.hasil.penjelasan import (
    AngkaBulan,
    BagianUnit,
    BarisPenjelasan,
    Langkah,
    Penjelasan,
    PerilakuTertulis,
    SelPerilaku,
)
from asn_nilai.acuan.hasil.perubahan_predikat import Bersama, ButirBersama, Jalan, Peluang, Perubahan
from asn_nilai.acuan.hasil.simulasi import BarisSimulasi, Sebab, Simulasi
from asn_nilai.acuan.isian.skema import Penempatan, Unit
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.periode import Bulan, Periode
from asn_nilai.acuan.profil.ubah_aturan import ubah_aturan
from asn_nilai.acuan.setoran.perilaku import Perilaku
from asn_nilai.acuan.temuan import temuan
from asn_nilai.terbit.halaman.cocokkan import halaman_cocokkan
from asn_nilai.terbit.halaman.simulasi import halaman_simulasi
from asn_nilai.terbit.halaman.unit.kartu import halaman_kartu

JAHAT = "<script>document.title='jebol'</script>\"><img src=x onerror=alert(1)> {{ 7 * 7 }}"
INDIKATOR = "Persentase laporan kegiatan yang disampaikan lengkap dan tepat waktu kepada pimpinan"
KALIMAT = "Agar predikat naik, dengan rating perilaku tetap Sesuai Ekspektasi, nilai hasil kerja harus sekurang-kurangnya 90,00 (sekarang 82,17, kurang 7,83): predikatnya menjadi Baik."


def baris(nomor: int, periode: Periode, nama: str) -> BarisPenjelasan:
    bulan = tuple(
        AngkaBulan(
            b,
            20,
            15,
            Letak("target/UNIT.xlsx", "Target", f"L{nomor}"),
            Letak(f"capaian/{b.kode}/UNIT.xlsx", "Capaian", f"H{nomor}"),
        )
        for b in periode.bulan
    )
    kalimat = "x = 200 − 15,33333333 ÷ 20 × 100 = 76,6667; 0 + (76,6667 − 0) × (100 − 0) ÷ (90 − 0) = 85,1852"
    return BarisPenjelasan(
        f"I-{nomor}", nama, "dokumen", "Stabil", "Rata-rata", 10, bulan, 20, 15.333333, "", kalimat, 85.1852, 8.5185,
        "KMK 127/2026 hal. 67–70", "sekunder", 85.1852, None, "",
    )  # fmt: skip


def perilaku_bulan(nomor: int, bulan: Bulan, catatan: str) -> PerilakuTertulis:
    """No month is like the one before it; every third has a leader's word of another level, with a long note."""
    isi = ("Di Atas Ekspektasi", "Sesuai Ekspektasi")
    letak = Letak(f"capaian/{bulan.kode}/UNIT.xlsx", "Perilaku", "K9")
    aspek = tuple(
        SelPerilaku(kolom, isi[(urut + nomor) % 2], letak)
        for urut, kolom in enumerate(("Berorientasi Pelayanan", "Akuntabel", "Kompeten", "Harmonis", "Loyal", "Adaptif", "Kolaboratif"))
    )  # fmt: skip
    beda = nomor % 3 == 0
    kata = SelPerilaku("Rating Perilaku", "Di Bawah Ekspektasi" if beda else "", letak)
    return PerilakuTertulis(
        bulan, aspek, kata, SelPerilaku("Catatan", catatan * 2 if beda else "", letak), beda,
        *("Di Bawah Ekspektasi" if beda else isi[1],) * 2, isi[1], beda,
    )  # fmt: skip


def penjelasan(
    banyak: int, periode: Periode, *, nama: str = INDIKATOR, unit: int = 1, dinilai: bool = True
) -> Penjelasan:
    milik = tuple(baris(n, periode, nama) for n in range(banyak))
    bagian = tuple(
        BagianUnit(f"U{n}", nama, len(periode.bulan), milik, 100.0, 8519.0, 85.19, 85.19) for n in range(unit)
    )
    berlangkah = len(periode.bulan) if periode.bulan[1:] else 0  # each month's rating is a step of its own
    langkah = tuple(
        Langkah(f"Langkah {n}", KALIMAT, "Kebijakan instansi", "kebijakan")
        for n in range(4 + unit + berlangkah)
    )
    peluang = tuple(
        Peluang(
            f"I-{n}",
            nama,
            "dokumen",
            periode.bulan[-1],
            None,
            15,
            1,
            19,
            90.17,
            "Baik",
            "",
            3,
            99,
            "Kurang",
        )
        for n in range(banyak)
    )
    serentak = Bersama(
        11.2,
        90.1,
        "Baik",
        tuple(ButirBersama(p.kode, p.indikator, p.satuan, 15, 20, 17) for p in peluang[:9]),
    )
    perubahan = Perubahan(
        Jalan.HASIL,
        "Sesuai Ekspektasi",
        nan,
        False,  # noqa: FBT003 - the value of a field
        peluang,
        serentak,
        (KALIMAT,),
        (KALIMAT,),
    )
    kosong = temuan(
        "realisasi-kosong", Letak("a.xlsx", "Capaian", "H9"), indikator=nama, periode=periode.label, teks=""
    )
    halangan = () if dinilai else (kosong,)
    return Penjelasan(
        "Pemerintah Kota Bukittinggi", periode.kode, periode.label, "permenpanrb-6-2022", "PermenPANRB 6/2022",
        "PermenPANRB 6/2022 dengan SE MenPANRB 3/2023", "199302052018042912", nama, "Analis", "U0", nama, bagian,
        tuple(perilaku_bulan(nomor, b, nama) for nomor, b in enumerate(periode.bulan) if banyak), langkah,
        82.17 if dinilai else nan, "Di Bawah Ekspektasi" if dinilai else "", "Sesuai Ekspektasi", nan, False, nan,  # noqa: FBT003
        "Butuh Perbaikan" if dinilai else "Belum Dinilai", "Dinilai" if dinilai else "Belum Dinilai", (), halangan, (),
        perubahan if dinilai else None,
    )  # fmt: skip


def bercatatan(penjelasan: Penjelasan, *, semua: bool = True) -> Penjelasan:
    """The same with a note on a second post, or of five kinds, and more of the first."""
    nama = "Pdt. Dr. Christina Maria Magdalena Simatupang-Hutasoit, S.Tr.Keb., M.K.M."
    letak = Letak("capaian/2026-05/UPTD-PUSKESMAS-TB.xlsx", "Capaian", "H9")
    rangkap = temuan(
        "rangkap-jabatan", Letak("skema.xlsx", "Pegawai", "A87"), nama=nama, sampingan="Plt. Kepala Bidang Kesehatan Masyarakat",
        utama="Kepala UPTD Puskesmas Tigo Baleh di UPTD-PUSKESMAS-TB (A53)",
    )  # fmt: skip
    deret = ", ".join(["1.250,75"] * 12)
    lain = (
        temuan("nama-berbeda", letak, teks=nama.upper(), nama=nama),
        temuan("angka-kumulatif", letak, indikator=INDIKATOR, bulan="Januari sampai Desember 2026", deret=deret, target="1.250,75"),
        temuan("target-diturunkan", letak, indikator=INDIKATOR, periode="September 2026", baru="1.250,75", lama="2.500,5 (di KEL-TD)"),
        *(temuan("bukti-kosong", letak, indikator=INDIKATOR) for _ in range(30)),
    )  # fmt: skip
    return replace(penjelasan, catatan=(rangkap, *lain, *(rangkap,) * 12) if semua else (rangkap,))


MEI, SEMESTER, TAHUN = (Periode.dari_teks(teks) for teks in ("2026-05", "2026-S1", "2026"))
KARTU = {
    "satu": (penjelasan(1, MEI), MEI),
    "lima": (penjelasan(5, MEI), MEI),
    "sepuluh": (penjelasan(10, MEI), MEI),
    "empatbelas": (penjelasan(14, MEI), MEI),
    "semester": (penjelasan(4, SEMESTER, nama="Laporan kegiatan yang tepat waktu"), SEMESTER),
    "setahun": (penjelasan(8, TAHUN), TAHUN),
    "pindah": (penjelasan(5, TAHUN, unit=2), TAHUN),
    "catatan-satu": (bercatatan(penjelasan(1, MEI), semua=False), MEI),
    "catatan-tiga": (bercatatan(penjelasan(3, MEI)), MEI),
    "catatan-lima": (bercatatan(penjelasan(5, MEI)), MEI),
    "catatan-sembilan": (bercatatan(penjelasan(9, MEI)), MEI),
    "catatan-empatbelas": (bercatatan(penjelasan(14, MEI)), MEI),
    "catatan-semester": (bercatatan(penjelasan(4, SEMESTER)), SEMESTER),
    "catatan-setahun": (bercatatan(penjelasan(8, TAHUN)), TAHUN),
    "catatan-pindah": (bercatatan(penjelasan(5, TAHUN, unit=2)), TAHUN),
    "belum": (penjelasan(4, MEI, dinilai=False), MEI),
    "jahat": (penjelasan(3, MEI, nama=JAHAT), MEI),
    "kosong": (penjelasan(0, MEI, dinilai=False, unit=0), MEI),
}


def simulasi(aturan, nama: str, *, beda: bool = True) -> Simulasi:
    lain = ubah_aturan(aturan, {"batas_hasil_2": 95.0}) if beda else aturan
    unit, siapa = Unit("U", nama), Penempatan("199302052018042912", nama, "U")
    perilaku = Perilaku("Sesuai Ekspektasi")
    lama = nilai_asn(siapa, nhk=91.3, rating_hasil="Sesuai Ekspektasi", perilaku=perilaku, predikat="Baik")
    baru = replace(lama, rating_hasil="Di Bawah Ekspektasi", predikat="Butuh Perbaikan")
    isi = (BarisSimulasi(unit, lama, baru, Sebab(nama, nama, nama)),) * (3 if beda else 0)
    tetap = BarisSimulasi(unit, nilai_asn(siapa), nilai_asn(siapa), None)
    return Simulasi("Pemerintah Kota Bukittinggi", MEI, aturan, lain, (*isi, tetap))


def pencocokan(aturan) -> Pencocokan:
    sel = Letak("bkn/2026-05/A.xlsx", "Sheet", "G8")
    beda = Beda("199302052018042912", "Seseorang", "U", "predikat", "Baik", "Kurang", (sel,), sel)
    catatan = temuan("berkas-tidak-terbaca", Letak("bkn/2026-05/B.xlsx"), sebab="berkasnya rusak")
    return Pencocokan(
        "Pemerintah Kota Bukittinggi", MEI, aturan, (beda,), 1, ("A.xlsx",), ("B.xlsx",), (catatan,), ()
    )


@pytest.fixture(scope="module")
def berkas(tmp_path_factory, aturan):
    folder = tmp_path_factory.mktemp("kartu")
    isi = {nama: halaman_kartu(satu, aturan, periode) for nama, (satu, periode) in KARTU.items()}
    isi["simulasi"] = halaman_simulasi(simulasi(aturan, "Seseorang"))
    isi["simulasi-jahat"] = halaman_simulasi(simulasi(aturan, JAHAT))
    syarat = replace(KARTU["lima"][0].perubahan, syarat_perilaku="rating perilaku menjadi Di Atas Ekspektasi")
    isi["bersyarat"] = halaman_kartu(replace(KARTU["lima"][0], perubahan=syarat), aturan, MEI)
    isi["cocokkan"] = halaman_cocokkan(pencocokan(aturan))
    isi["simulasi-sama"] = halaman_simulasi(simulasi(aturan, "Seseorang", beda=False))
    for nama, teks in isi.items():
        (folder / f"{nama}.html").write_text(teks, encoding="utf-8")
    return {nama: folder / f"{nama}.html" for nama in isi}


SEMUA = (*KARTU, "simulasi", "simulasi-jahat", "simulasi-sama")


@pytest.mark.parametrize("nama", bertingkat(dict.fromkeys(("lima", "jahat", "simulasi", *SEMUA)), 3))
def test_halaman_tenang_berdiri_sendiri_dan_muat_di_telepon(mesin, berkas, nama):
    with buka(mesin, berkas[nama]) as (halaman, catatan):
        assert catatan.konsol == []
        assert catatan.permintaan == [berkas[nama].as_uri()]
        assert halaman.locator("script, link, img, iframe, [style], [onerror]").count() == 0
        assert "jebol" not in halaman.title() or halaman.title().startswith("<script>")
        assert pelanggaran_kedua_tema(halaman) == {"light": [], "dark": []}
    for lebar in (390, 320):
        with buka(mesin, berkas[nama], lebar=lebar) as (halaman, _):
            assert lebar_isi(halaman) <= lebar


@pytest.mark.parametrize("nama", KARTU)
def test_kartu_tercetak_tepat_satu_halaman_a4(mesin, berkas, nama):
    with buka(mesin, berkas[nama]) as (halaman, _):
        assert ukuran_halaman_pdf(cetak_a4(halaman)) == [(210, 297)]


@pytest.mark.parametrize(
    ("banyak", "periode", "catatan"),
    [
        (8, MEI, False), (7, MEI, True), (5, SEMESTER, False), (4, SEMESTER, True),
        (1, TAHUN, False), (3, TAHUN, False), (4, TAHUN, False), (2, TAHUN, True), (3, TAHUN, True),
    ],
)  # fmt: skip
def test_kartu_yang_hampir_penuh_mengecil_sebelum_menjadi_dua_halaman(
    mesin, aturan, tmp_path, banyak, periode, catatan
):
    """The print gets smaller in steps: just before each of them a page is fullest."""
    isi = penjelasan(banyak, periode)
    berkas = tmp_path / "kartu.html"
    teks = halaman_kartu(bercatatan(isi, semua=False) if catatan else isi, aturan, periode)
    berkas.write_text(teks, encoding="utf-8")
    with buka(mesin, berkas) as (halaman, _):
        assert ukuran_halaman_pdf(cetak_a4(halaman)) == [(210, 297)]


@pytest.mark.parametrize(
    ("nama", "tabel", "label"),
    [
        ("cocokkan", ".cocok", ["Yang berbeda", "asn-nilai", "e-Kinerja BKN"]),
        ("cocokkan", ".bercatatan", ["Catatan"]),
        ("simulasi", ".beda", ["Semula", "Menjadi", "Dasar"]),
        ("lima", ".peluang", ["Sekarang", "Naik bila", "Bersama-sama", "Bertahan pada"]),
        (
            "bersyarat",
            ".peluang",
            ["Sekarang", "Naik bila syarat di atas juga terpenuhi", "Bersama-sama", "Bertahan pada"],
        ),
    ],
)
def test_label_sel_di_telepon_berkata_seperti_kepala_tabelnya(mesin, berkas, nama, tabel, label):
    """There the head of the table is not shown: what stands above a cell is all that tells whose predikat it is."""
    with buka(mesin, berkas[nama], lebar=390) as (halaman, _):
        sel = f"[...document.querySelector('{tabel} tbody tr').querySelectorAll('td')]"
        isi = halaman.evaluate(f"{sel}.map(s => getComputedStyle(s, '::before').content)")
        assert [kata.strip('"') for kata in isi] == label


def test_nama_yang_mirip_perintah_tampil_sebagai_teks(mesin, berkas):
    with buka(mesin, berkas["jahat"]) as (halaman, _):
        assert halaman.locator("h1").inner_text() == JAHAT
    with buka(mesin, berkas["simulasi-jahat"]) as (halaman, _):
        assert JAHAT in halaman.locator(".berubah tbody th").first.inner_text()


def test_kartu_tidak_menyuruh_asn_menjalankan_perintah(berkas):
    """Whoever holds a card has no program: it names whom to ask."""
    teks = {nama: berkas[nama].read_text(encoding="utf-8") for nama in KARTU}
    assert [nama for nama, isi in teks.items() if "asn-nilai jelaskan" in isi] == []
    assert "penjelasan selengkapnya, yang dapat diminta dari pengelola kepegawaian" in teks["setahun"]
