"""Columns beside the table, banners over it, notes around it: said where they may change what the figures mean, silent where not."""

from types import SimpleNamespace

import pytest
from dunia_baca import JUNI, Dunia, Lembaran, baca_capaian, nilai, satu_temuan, temuan_singkat

from asn_nilai.acuan.isian.formulir.daftar_formulir import FORMULIR
from asn_nilai.acuan.temuan import Tingkat
from asn_nilai.baca.tabel.kepala.kolom_lain import (
    _mungkin_kolom,
    periksa_kolom_lain,
    singkirkan_legenda,
)


def kolom_baru(
    lembar: Lembaran, label: str, isi: object = 1, jarak: int = 1, banyak: int | None = None
) -> str:
    """Write a column to the right of the table, over some of its rows; return the label's address."""
    kolom = 1 + lembar.geser[1] + len(lembar.kunci) + jarak - 1
    sel = lembar.ws.cell(lembar.baris_kepala, kolom, label)
    for posisi in range(lembar.jumlah if banyak is None else banyak):
        lembar.ws.cell(lembar.baris_kepala + 1 + posisi, kolom, isi)
    return sel.coordinate


@pytest.mark.parametrize(
    ("lembar", "label", "kode"),
    [
        ("Capaian", "Realisasi Perbaikan", "kolom-diabaikan"), ("Capaian", "Koreksi Realisasi", "kolom-diabaikan"), ("Capaian", "Realisasi Juni", "kolom-diabaikan"),
        ("Capaian", "Realisasi Bulan Lalu", ""), ("Capaian", "Realisasi Mei", ""), ("Capaian", "% Realisasi", ""), ("Capaian", "Selisih Realisasi", ""),
        ("Capaian", "Realisasi", "kolom-ganda"), ("Target", "Jun Menjadi", "kolom-diabaikan"), ("Target", "Target Juni", "kolom-diabaikan"),
        ("Target", "Mei Menjadi", ""), ("Target", "Bobot Baru", "kolom-diabaikan"), ("Perilaku", "Adaptif Final", "kolom-diabaikan"),
        ("Capaian", "Realisasi Tervalidasi", "kolom-diabaikan"), ("Capaian", "Realisasi Hasil Verifikasi", "kolom-diabaikan"),
        ("Perilaku", "Rating Perilaku Pimpinan", "kolom-diabaikan"), ("Perilaku", "Usulan Rating Perilaku", ""),
    ],
)  # fmt: skip
def test_kolom_di_samping_yang_menyebut_dirinya_pengganti_disebut(dunia: Dunia, lembar, label, kode):
    sel: list[str] = []

    def ubah(kini: Lembaran) -> None:
        sel.append(kolom_baru(kini, label, "Sesuai Ekspektasi" if lembar == "Perilaku" else 1))

    dunia.target(ubah if lembar == "Target" else None)
    dunia.capaian(ubah if lembar == "Capaian" else None, perilaku=ubah if lembar == "Perilaku" else None)
    assert temuan_singkat(dunia.baca()) == ([(kode, sel[0])] if kode else [])


@pytest.mark.parametrize(
    ("lembar", "label", "isi", "kode"),
    [
        ("Capaian", "Seharusnya", 20, "kolom-diabaikan"), ("Capaian", "Hasil Verifikasi", 20.5, "kolom-diabaikan"), ("Capaian", "Disetujui", 20, "kolom-diabaikan"),
        ("Capaian", "Verifikasi", 1, ""), ("Capaian", "Verifikasi", "sudah", ""), ("Capaian", "Hasil", 20, ""), ("Capaian", "Perubahan", 20, ""),
        ("Capaian", "Disetujui", True, ""), ("Perilaku", "Hasil Kalibrasi", "Di Bawah Ekspektasi", "kolom-diabaikan"), ("Perilaku", "Hasil Kalibrasi", "sudah", ""),
        ("Perilaku", "Final", "sesuai ekspektasi", "kolom-diabaikan"), ("Target", "Seharusnya", 20, ""),
        ("Perilaku", "Rating Atasan", "Di Atas Ekspektasi", "kolom-diabaikan"), ("Perilaku", "Penilaian Pimpinan", "Di Bawah Ekspektasi", "kolom-diabaikan"),
        ("Perilaku", "Rating Final", "Di Atas Ekspektasi", "kolom-diabaikan"), ("Perilaku", "Rating Atasan", "sudah", ""),
        ("Perilaku", "Rating Hasil Kerja", "Di Atas Ekspektasi", ""), ("Perilaku", "Rating Pegawai", "Di Atas Ekspektasi", ""), ("Perilaku", "Rating Hasil", "Di Atas Ekspektasi", ""),
    ],
)  # fmt: skip
def test_kolom_pengganti_tanpa_nama_kolomnya_disebut_bila_isinya_serupa(
    dunia: Dunia, lembar, label, isi, kode
):
    sel: list[str] = []

    def ubah(kini: Lembaran) -> None:
        sel.append(kolom_baru(kini, label, isi))

    dunia.target(ubah if lembar == "Target" else None)
    dunia.capaian(ubah if lembar == "Capaian" else None, perilaku=ubah if lembar == "Perilaku" else None)
    assert temuan_singkat(dunia.baca()) == ([(kode, sel[0])] if kode else [])


@pytest.mark.parametrize(
    ("setelah", "label", "isi", "kolom"),
    [
        ("jun", "Revisi", 20, "Jun"), ("jun", "Seharusnya", 20, "Jun"), ("jun", "Target Perubahan", 20, "Jun"), ("bobot", "Menjadi", 20, "Bobot"),
        ("jun", "Revisi", "sudah", ""), ("jun", "Target", 20, ""), ("mei", "Revisi", 20, ""), ("target_tahunan", "Revisi", 20, ""),
        ("jun", "TW II", 20, ""),
    ],
)  # fmt: skip
def test_kolom_perubahan_di_sebelah_target_yang_dihitung_disebut(dunia: Dunia, setelah, label, isi, kolom):
    """Behind a month's column `Revisi` has that month's targets; behind one that is not asked for nothing rests on it."""
    sel: list[str] = []

    def ubah(kini: Lembaran) -> None:
        letak = kini.kolom(setelah) + 1
        kini.ws.insert_cols(letak)
        sel.append(kini.ws.cell(kini.baris_kepala, letak, label).coordinate)
        for posisi in range(kini.jumlah):
            kini.ws.cell(kini.baris_kepala + 1 + posisi, letak, isi)

    dunia.target(ubah)
    dunia.capaian()
    isian = dunia.baca()
    assert temuan_singkat(isian) == ([("kolom-diabaikan", sel[0])] if kolom else [])
    assert not kolom or f"'{kolom}' dibaca dari" in satu_temuan(isian, "kolom-diabaikan").pesan


def test_kolom_pengganti_yang_kosong_tidak_disebut(dunia: Dunia):
    isian = baca_capaian(dunia, lambda lembar: kolom_baru(lembar, "Realisasi Perbaikan", None))
    assert isian.temuan == []


@pytest.mark.parametrize(
    ("label", "isi", "banyak", "kode"),
    [
        ("Target", "diisi unit", 3, ""), ("Satuan", "lihat skema", 2, ""), ("Realisasi", 90.0, 2, "kolom-diabaikan"),
        ("Realisasi", 90.0, 8, "kolom-ganda"), ("Nama", "A", 8, "kolom-ganda"),
    ],
)  # fmt: skip
def test_legenda_di_seberang_kolom_kosong_bukan_kolom(dunia: Dunia, label, isi, banyak, kode):
    sel: list[str] = []

    def ubah(lembar: Lembaran) -> None:
        lembar.isi("keterangan", 0, "lengkap")
        sel.append(kolom_baru(lembar, label, isi, jarak=3, banyak=banyak))

    assert temuan_singkat(baca_capaian(dunia, ubah)) == ([(kode, sel[0])] if kode else [])


@pytest.mark.parametrize("label", ["Penilaian Atasan", "Rating Perilaku Final", "Predikat Perilaku"])
def test_rating_di_bawah_judul_lain_tidak_dibuang_diam_diam(dunia: Dunia, label):
    def ubah(lembar: Lembaran) -> None:
        lembar.kepala("rating_perilaku").value = label
        lembar.isi("rating_perilaku", 1, "Di Atas Ekspektasi")

    dunia.target()
    dunia.capaian(perilaku=ubah)
    temuan = satu_temuan(dunia.baca(), "kepala-meragukan")
    assert (temuan.tingkat, temuan.letak.lembar) == (Tingkat.GALAT, "Perilaku")


@pytest.mark.parametrize(
    ("lembar", "kunci", "spanduk", "ragu"),
    [
        ("Target", ("jan", "des"), "Realisasi Bulanan", True), ("Target", ("jan", "des"), "Target Bulanan", False), ("Target", ("jan", "des"), "Target 2025", True),
        ("Capaian", ("target", "realisasi"), "April 2026", True), ("Capaian", ("target", "realisasi"), "Juni 2026", False),
        ("Capaian", ("target", "realisasi"), "Kumulatif s.d. Juni", True), ("Perilaku", ("berorientasi_pelayanan", "kolaboratif"), "Penilaian Mandiri", True),
        ("Perilaku", ("berorientasi_pelayanan", "kolaboratif"), "BerAKHLAK", False),
    ],
)  # fmt: skip
def test_judul_di_atas_beberapa_kolom_berlaku_bagi_kolomnya(dunia: Dunia, lembar, kunci, spanduk, ragu):
    sel: list[str] = []

    def ubah(kini: Lembaran) -> None:
        baris = kini.baris_kepala - 1
        sel.append(kini.ws.cell(baris, kini.kolom(kunci[0]), spanduk).coordinate)
        kini.ws.merge_cells(
            start_row=baris, end_row=baris, start_column=kini.kolom(kunci[0]), end_column=kini.kolom(kunci[1])
        )

    dunia.target(ubah if lembar == "Target" else None)
    dunia.capaian(ubah if lembar == "Capaian" else None, perilaku=ubah if lembar == "Perilaku" else None)
    assert temuan_singkat(dunia.baca()) == ([("kepala-meragukan", sel[0])] if ragu else [])


@pytest.mark.parametrize(
    ("teks", "ragu"),
    [
        ("*) dalam ribuan", True), ("x 1.000", True), ("Satuan: jutaan", True), ("Catatan: realisasi kumulatif", True), ("Data akumulasi", True),
        ("Angka sementara", False), ("Satuan: menurut skema", False), ("Kumulatif dihitung program", False),
    ],
)  # fmt: skip
def test_keterangan_di_bawah_tabel_dapat_mengubah_arti_angkanya(dunia: Dunia, teks, ragu):
    sel: list[str] = []

    def ubah(lembar: Lembaran) -> None:
        sel.append(lembar.ws.cell(lembar.baris_kepala + 11, 1 + lembar.geser[1], teks).coordinate)

    assert temuan_singkat(baca_capaian(dunia, ubah)) == ([("kepala-meragukan", sel[0])] if ragu else [])


@pytest.mark.parametrize(
    ("label", "temuan"),
    [
        ("Realisasi Juni", 0),
        ("REALISASI\nBULAN JUNI 2026", 0),
        ("Realisasi Mei", 1),
        ("Realisasi Juni 2025", 1),
        ("Realisasi %", 1),
    ],
)
def test_bulan_di_belakang_judul_kolom_ditimbang(dunia: Dunia, label, temuan):
    isian = baca_capaian(dunia, lambda lembar: setattr(lembar.kepala("realisasi"), "value", label))
    assert [t.kode for t in isian.temuan] == ["kepala-meragukan"] * temuan


def test_dari_dua_bulan_dibaca_bulan_yang_diminta(dunia: Dunia):
    def ubah(lembar: Lembaran) -> None:
        lembar.kepala("realisasi").value = "Realisasi Juni"
        kolom_baru(lembar, "Realisasi Mei", 1)

    isian = baca_capaian(dunia, ubah)
    assert isian.temuan == []
    assert nilai(isian.capaian.get(JUNI), "realisasi")[:2] == [38.0, 92.5]


@pytest.mark.parametrize(
    ("kata", "ragu"),
    [
        ("1-100", False),
        ("0 s.d. 120", False),
        ("skala 1–100", False),
        ("1-3", True),
        ("1-10", True),
        ("SB/B/C", True),
    ],
)
def test_skala_angka_perilaku_dalam_kurung_sah_bila_penuh(dunia: Dunia, kata, ragu):
    dunia.target()
    dunia.capaian(
        perilaku=lambda lembar: setattr(
            lembar.kepala("rating_perilaku"), "value", f"Rating Perilaku ({kata})"
        )
    )
    assert [t.kode for t in dunia.baca().temuan] == (["kepala-meragukan"] if ragu else [])


@pytest.mark.parametrize(
    ("kata", "ragu"), [("TW II", False), ("Semester 1", False), ("TW I", True), ("s.d. TW II", True)]
)
def test_triwulan_di_kolom_bulan_sah_bila_memuat_bulannya(dunia: Dunia, kata, ragu):
    dunia.target(lambda lembar: setattr(lembar.kepala("jun"), "value", f"Jun ({kata})"))
    dunia.capaian()
    assert [t.kode for t in dunia.baca().temuan] == (["kepala-meragukan"] if ragu else [])


def test_kode_di_sel_gabungan_dan_nip_yang_dicoret_disebut(dunia: Dunia):
    from openpyxl.styles import Font

    sel: list[str] = []

    def ubah(lembar: Lembaran) -> None:
        lembar.sel("kode_indikator", 1).value = None
        atas, bawah = lembar.sel("kode_indikator", 0), lembar.sel("kode_indikator", 1)
        lembar.ws.merge_cells(f"{atas.coordinate}:{bawah.coordinate}")
        lembar.sel("nip", 4).font = Font(strike=True)
        sel.extend((atas.coordinate, lembar.sel("nip", 4).coordinate))

    isian = baca_capaian(dunia, ubah)
    assert [(k, s) for k, s in temuan_singkat(isian) if k != "baris-ganda"] == [
        ("sel-gabungan-teks", sel[0]),
        ("isian-dicoret", sel[1]),
    ]


@pytest.mark.parametrize(
    ("jangkar", "formulir", "kunci"),
    [("nip", "Pegawai", "nama"), ("kode_indikator", "Indikator", "satuan"), ("kode_unit", "Unit", "unit_kerja"), ("nip", "Capaian", "realisasi")],
)  # fmt: skip
@pytest.mark.parametrize(("terisi", "legenda"), [(1, True), (2, False)])
def test_legenda_diukur_pada_kolom_yang_menamai_barisnya(jangkar, formulir, kunci, terisi, legenda):
    """Four rows, a blank column, and the label again over one or two cells: fewer than half of the rows are a legend."""
    kisi = [
        ["jangkar", "isi", "", "isi"],
        *([[f"A{n}", "b", "", "c" if n < terisi else ""] for n in range(4)]),
    ]
    kepala = SimpleNamespace(
        sel={jangkar: [(0, 0)], kunci: [(0, 1), (0, 3)]},
        kolom={jangkar: 0, kunci: 1},
        kalah={},
        awal=0,
        baris=0,
    )
    singkirkan_legenda(kisi, kepala, FORMULIR[formulir])
    assert kepala.sel[kunci] == ([(0, 1)] if legenda else [(0, 1), (0, 3)])
    assert kepala.kalah == ({kunci: [] if kunci == "realisasi" else [(0, 3)]} if legenda else {})


def test_legenda_berangka_di_kolom_angka_disebut():
    kisi = [
        ["NIP", "Realisasi", "", "Realisasi"],
        *([f"A{n}", 1.0, "", 5.0 if n == 0 else ""] for n in range(4)),
    ]
    kepala = SimpleNamespace(
        sel={"nip": [(0, 0)], "realisasi": [(0, 1), (0, 3)]},
        kolom={"nip": 0, "realisasi": 1},
        kalah={},
        awal=0,
        baris=0,
    )
    singkirkan_legenda(kisi, kepala, FORMULIR["Capaian"])
    assert (kepala.sel["realisasi"], kepala.kalah) == ([(0, 1)], {"realisasi": [(0, 3)]})


@pytest.mark.parametrize(("tempat", "disebut"), [("sel", False), ("kalah", False), ("", True)])
def test_kolom_yang_sudah_dibaca_atau_sudah_disebut_bukan_kolom_lain(tempat, disebut):
    """A label that nobody knows by itself names the column all the same, once its storeys have been read."""
    kisi = [["NIP", "Realisasi", "Koreksi Realisasi"], ["1", 5.0, 6.0]]
    sel, kalah = {"nip": [(0, 0)], "realisasi": [(0, 1)]}, {}
    if tempat == "sel":
        sel["realisasi"] = [(0, 1), (0, 2)]
    elif tempat == "kalah":
        kalah["realisasi"] = [(0, 2)]
    catatan: list[tuple[object, ...]] = []
    pasti = periksa_kolom_lain(
        kisi, SimpleNamespace(baris=0, sel=sel, kalah=kalah), SimpleNamespace(baris=[1]), FORMULIR["Capaian"], {"realisasi"}, "2026-06",
        SimpleNamespace(tambah=lambda kode, di, **isi: catatan.append((kode, di, isi))),
    )  # fmt: skip
    assert pasti
    fakta = {"kolom": "Realisasi", "judul_lain": "Koreksi Realisasi", "sel_dibaca": "B1"}
    assert catatan == ([("kolom-diabaikan", (0, 2), fakta)] if disebut else [])


@pytest.mark.parametrize(
    ("teks", "isi", "hilang", "formulir", "mungkin"),
    [
        ("Realisasi Kinerja Unit", [], {"realisasi"}, "Capaian", [("realisasi", "Kinerja Unit")]), ("Kinerja Unit", [], {"realisasi"}, "Capaian", []),
        ("Pelayanan Berorientasi", [], {"berorientasi_pelayanan"}, "Perilaku", [("berorientasi_pelayanan", "Pelayanan Berorientasi")]),
        ("Pelayanan", [], {"berorientasi_pelayanan"}, "Perilaku", []), ("PELAYANAN (berorientasi) warga", [], {"berorientasi_pelayanan"}, "Perilaku", [("berorientasi_pelayanan", "warga")]),
        ("Loyal dan Adaptif", [], {"loyal", "adaptif"}, "Perilaku", [("adaptif", "Loyal dan"), ("loyal", "dan Adaptif")]),
        ("Penilaian", ["", " Di  Atas Ekspektasi "], {"rating_perilaku", "loyal"}, "Perilaku", [("rating_perilaku", "Penilaian")]),
        ("Penilaian Loyal", ["Sesuai Ekspektasi"], {"loyal"}, "Perilaku", [("loyal", "Penilaian")]), ("Penilaian", ["Baik", 5.0], {"rating_perilaku"}, "Perilaku", []),
        ("Penilaian", ["Sesuai Ekspektasi"], {"realisasi"}, "Capaian", []),
    ],
)  # fmt: skip
def test_kolom_yang_hilang_mungkin_yang_memuat_semua_kata_labelnya(teks, isi, hilang, formulir, mungkin):
    assert list(_mungkin_kolom(teks, isi, hilang, FORMULIR[formulir])) == mungkin
