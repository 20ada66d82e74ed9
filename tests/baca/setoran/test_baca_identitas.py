"""The identity block: silent where it fits or says nothing, a finding where it contradicts the file's place."""

import datetime as dt

import pytest
from dunia_baca import JUNI, SKEMA, UNIT, Dunia, Lembaran, di_atas, satu_temuan, temuan_singkat

from asn_nilai.acuan.isian.formulir.daftar_formulir import FORMULIR
from asn_nilai.acuan.isian.skema import Skema, Unit
from asn_nilai.acuan.periode import Bulan
from asn_nilai.acuan.temuan import Akibat
from asn_nilai.baca.setoran.identitas import BarisIdentitas, baca_identitas, periksa_identitas
from asn_nilai.baca.tabel.catatan import Catatan
from asn_nilai.baca.tabel.sel import SelRusak


def isi_identitas(dunia: Dunia, nomor: int, isi: object, lembar: str = "Capaian"):
    sel: list[str] = []

    def ubah(lembar: Lembaran) -> None:
        tempat = di_atas(lembar, nomor)
        tempat.value = isi
        sel.append(tempat.coordinate)

    dunia.target(ubah if lembar == "Target" else None)
    dunia.capaian(ubah if lembar == "Capaian" else None, perilaku=ubah if lembar == "Perilaku" else None)
    return sel[0], dunia.baca()


SESUAI = [
    (0, "PKM-01"), (0, "pkm–01 "), (0, ": PKM-01"), (0, None), (1, "Nama lama puskesmas ini"), (1, None),
    (2, "2026-06"), (2, "2026/6"), (2, "06-2026"), (2, "6/2026"), (2, "2026-06-01"), (2, "30/06/2026"), (2, "Juni 2026"), (2, "JUNI"),
    (2, "Bulan Juni Tahun 2026"), (2, "1 s.d. 30 Juni 2026"), (2, 6), (2, dt.date(2026, 6, 1)), (2, None),
    (2, "2026\u200b-06"), (2, "\ufeffJu\u00adni 2026"), (2, "2026–06"), (0, "PKM\u200b-01"),
]  # fmt: skip


@pytest.mark.parametrize(("nomor", "isi"), SESUAI)
def test_identitas_yang_cocok_atau_kosong_tidak_bertemuan(dunia: Dunia, nomor, isi):
    _, isian = isi_identitas(dunia, nomor, isi)
    assert isian.temuan == []
    assert JUNI in isian.capaian


@pytest.mark.parametrize(
    ("isi", "melihat"),
    [
        ({}, False),
        ({1: "Nama lama puskesmas ini"}, False),  # the code settles it
        ({0: None}, False),
        ({0: None, 1: "Nama lama puskesmas ini"}, True),
        ({0: "DINKES"}, True),
    ],
)
def test_yang_menyebut_unit_lain_melihat_ke_luar(dunia: Dunia, isi, melihat):
    """Whoever names another unit is told by the other units' rows: they are part of what the result rests on."""

    def ubah(lembar: Lembaran) -> None:
        for nomor, nilai in isi.items():
            di_atas(lembar, nomor).value = nilai

    dunia.target(None)
    dunia.capaian(ubah)
    assert dunia.baca().melihat_luar is melihat


def test_yang_tertutup_label_gabungan_bukan_isinya():
    kisi = [
        ["Kode Unit", SelRusak("sel-tertutup", "DINKES"), "", "PKM-01"],
        ["Periode", SelRusak("sel-galat", "#REF!")],
    ]
    identitas = baca_identitas(kisi, FORMULIR["Capaian"], 2)
    assert identitas["kode_unit"] == BarisIdentitas("PKM-01", (0, 3))
    assert identitas["periode"].sel == (1, 1)


LAIN = [
    (0, "DINKES", "Kode Unit di sini tertulis 'DINKES', sedangkan tempat berkas ini untuk 'PKM-01'."),
    (2, "2026-05", "Periode di sini tertulis '2026-05', sedangkan tempat berkas ini untuk '2026-06'."),
    (2, "Mei 2026", "Periode di sini tertulis 'Mei 2026', sedangkan tempat berkas ini untuk '2026-06'."),
    (2, "Juni 2025", "Periode di sini tertulis 'Juni 2025', sedangkan tempat berkas ini untuk '2026-06'."),
    (
        2,
        "Januari–Juni 2026",
        "Periode di sini tertulis 'Januari–Juni 2026', sedangkan tempat berkas ini untuk '2026-06'.",
    ),
    (2, "2026-T2", "Periode di sini tertulis '2026-T2', sedangkan tempat berkas ini untuk '2026-06'."),
    (
        2,
        "Triwulan II",
        "Periode di sini tertulis 'Triwulan II', sedangkan tempat berkas ini untuk '2026-06'.",
    ),
    (
        2,
        "Juni 2025 - Juni 2026",
        "Periode di sini tertulis 'Juni 2025 - Juni 2026', sedangkan tempat berkas ini untuk '2026-06'.",
    ),
    (
        2,
        dt.date(2026, 5, 1),
        "Periode di sini tertulis '2026-05-01', sedangkan tempat berkas ini untuk '2026-06'.",
    ),
]


@pytest.mark.parametrize(("nomor", "isi", "pesan"), LAIN)
@pytest.mark.parametrize("lembar", ["Capaian", "Perilaku"])
def test_pertentangan_menahan_seluruh_buku_dari_penilaian(dunia: Dunia, nomor, isi, pesan, lembar):
    sel, isian = isi_identitas(dunia, nomor, isi, lembar)
    assert temuan_singkat(isian) == [("identitas-tidak-cocok", sel)]
    temuan = satu_temuan(isian, "identitas-tidak-cocok")
    assert (temuan.pesan, temuan.akibat, temuan.letak.lembar) == (pesan, Akibat.BERKAS, lembar)
    assert isian.capaian == {}
    assert isian.perilaku == {}
    assert isian.target is not None


@pytest.mark.parametrize("isi", [2026, "2026", "Tahun 2026", "TA. 2026", dt.date(2026, 1, 1), None])
def test_tahun_buku_target_dikenali_dalam_setiap_tulisan(dunia: Dunia, isi):
    _, isian = isi_identitas(dunia, 2, isi, "Target")
    assert isian.temuan == []


@pytest.mark.parametrize("isi", [2025, "2025/2026", "entah", dt.date(2025, 12, 31)])
def test_tahun_lain_menahan_buku_target(dunia: Dunia, isi):
    sel, isian = isi_identitas(dunia, 2, isi, "Target")
    assert temuan_singkat(isian) == [("identitas-tidak-cocok", sel)]
    assert isian.target is None
    assert JUNI in isian.capaian


def test_saran_tidak_mengajak_mengganti_identitas_berkas_unit_lain(dunia: Dunia):
    _, isian = isi_identitas(dunia, 0, "DINKES")
    temuan = satu_temuan(isian, "identitas-tidak-cocok")
    assert temuan.saran == (
        f"Bila berkas ini memang untuk 'DINKES', keluarkan dari sini dan minta berkas yang benar untuk '{UNIT.kode}' dari "
        "unit ini; bila hanya isian Kode Unit yang keliru, perbaiki isian itu."
    )
    assert temuan.pinta.startswith("Bila berkas ini memang untuk 'DINKES', kirimkan berkas yang benar untuk ")


def test_nama_unit_lain_tanpa_kode_adalah_pertentangan(dunia: Dunia):
    sel: list[str] = []

    def ubah(lembar: Lembaran) -> None:
        di_atas(lembar, 0).value = None
        di_atas(lembar, 1).value = "Dinas Kesehatan Contoh"
        sel.append(di_atas(lembar, 1).coordinate)

    dunia.target()
    dunia.capaian(ubah)
    assert temuan_singkat(dunia.baca()) == [("identitas-tidak-cocok", sel[0])]


@pytest.mark.parametrize("nama", ["Puskesmas Contoh", "PKM-01", "UPTD Puskesmas"])
def test_nama_sendiri_atau_tak_dikenal_tanpa_kode_bukan_pertentangan(dunia: Dunia, nama):
    def ubah(lembar: Lembaran) -> None:
        di_atas(lembar, 0).value = None
        di_atas(lembar, 1).value = nama

    dunia.target()
    dunia.capaian(ubah)
    assert dunia.baca().temuan == []


def test_label_dan_isinya_boleh_sesel_atau_berjauhan(dunia_tetap: Dunia):
    def satu_sel(lembar: Lembaran) -> None:
        lembar.ws["A3"] = "Periode: Mei 2026"
        di_atas(lembar, 2).value = None
        lembar.ws["G2"] = None

    def berjauhan(lembar: Lembaran) -> None:
        lembar.ws["A3"], lembar.ws["C3"], lembar.ws["J3"] = "Bulan", ":", "Mei 2026"
        di_atas(lembar, 2).value = None
        lembar.ws["G2"] = None

    def tetangga(lembar: Lembaran) -> None:
        lembar.ws["A3"], lembar.ws["B3"], lembar.ws["C3"] = "Bulan", "Tahun", 2025
        di_atas(lembar, 2).value = None

    dunia_tetap.target()
    for ubah, sel in ((satu_sel, "A3"), (berjauhan, "J3"), (tetangga, "C3")):
        dunia_tetap.capaian(ubah)
        assert temuan_singkat(dunia_tetap.baca()) == [("identitas-tidak-cocok", sel)]


def test_tanpa_blok_identitas_tempat_berkas_yang_menentukan(dunia: Dunia):
    def hapus(lembar: Lembaran) -> None:
        for sel in lembar.ws[2 + lembar.geser[0]]:
            sel.value = None

    dunia.target(hapus)
    dunia.capaian(hapus, perilaku=hapus)
    assert dunia.baca().temuan == []


@pytest.mark.parametrize(
    ("waktu", "isi", "cocok"),
    [
        (2026, dt.date(2026, 3, 1), True),
        (2026, "Januari–Desember 2026", True),
        (2026, "2025", False),
        (Bulan(2026, 6), 13, False),
    ],
)
def test_periode_dikenali_di_buku_capaian_dan_target(waktu, isi, cocok):
    assert (
        periksa_identitas({"periode": BarisIdentitas(isi, (0, 0))}, UNIT, waktu, SKEMA, Catatan("x")) is cocok
    )


def test_kode_yang_dijadikan_angka_oleh_excel_tetap_cocok():
    skema, unit = Skema({}, (), {}), Unit("0101", "Kelurahan")
    for isi, cocok in ((101.0, True), (102.0, False), ("101", False), ("0101", True)):
        assert (
            periksa_identitas({"kode_unit": BarisIdentitas(isi, (0, 0))}, unit, 2026, skema, Catatan("x"))
            is cocok
        )


def test_kode_berpangkat_bukan_angka_dan_tidak_menghentikan():
    """A raised digit is a digit to Python, but no number."""
    skema = Skema({}, (), {})
    for kode in ("7²", "²"):
        unit = Unit(kode, "Kelurahan")
        baris = {"kode_unit": BarisIdentitas(72.0, (0, 0))}
        assert periksa_identitas(baris, unit, 2026, skema, Catatan("x")) is False
