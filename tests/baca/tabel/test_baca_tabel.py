"""Tables where people put them: header anywhere, columns in any order, merged cells."""

import datetime as dt

import pytest
from dunia_baca import (
    BUDI,
    JUNI,
    SITI,
    Dunia,
    Lembaran,
    baca_capaian,
    gabung,
    nilai,
    satu_temuan,
    semua_isi,
    temuan_singkat,
)

from asn_nilai.acuan.formulir import FORMULIR, KUNCI_BULAN
from asn_nilai.acuan.temuan import Akibat, Tingkat
from asn_nilai.baca.format_sel.lembar import FormatSel
from asn_nilai.baca.tabel.sel import SelRusak, tandai_rusak


def test_a_clean_submission_has_no_findings_and_knows_its_cells(dunia: Dunia):
    isian = dunia.bersih()
    assert isian.temuan == []
    assert isian.berkas == ["target/PKM-01.xlsx", "capaian/2026-06/PKM-01.xlsx"]
    assert isian.target is not None
    assert len(isian.target) == len(isian.capaian[JUNI]) == 8
    assert isian.capaian[JUNI].teks("nip") == [SITI] * 4 + [BUDI] * 4
    assert nilai(isian.target, "jan")[:2] == [40.0, 95.0]
    assert isian.perilaku[JUNI].teks("akuntabel") == ["Sesuai Ekspektasi"] * 2
    turun, kanan = dunia.geser
    assert isian.capaian[JUNI].sel("realisasi", 0) == {0: "H6", 7: "L13"}[turun]
    assert isian.target.sel("jun", 7) == {0: "M13", 4: "Q20"}[kanan]
    assert (
        str(isian.target.letak("bobot", 0))
        == {0: "target/PKM-01.xlsx › Target › G6", 7: "target/PKM-01.xlsx › Target › K13"}[turun]
    )


def test_the_header_may_stand_as_low_as_row_30(dunia_tetap: Dunia):
    for turun, kode in ((25, []), (26, ["kepala-tabel-hilang"])):
        dunia_tetap.geser = (turun, 2)
        dunia_tetap.target()
        dunia_tetap.capaian(perilaku=lambda lembar: lembar.ws.delete_rows(1, 50))
        isian = dunia_tetap.baca()
        assert [satu.kode for satu in isian.temuan] == kode * 2
        assert (JUNI in isian.capaian) == (not kode)
    assert (
        satu_pesan(isian, "Capaian")
        == "Tidak ada baris kepala tabel pada 30 baris pertama. Yang dicari: NIP, Kode Indikator, Realisasi."
    )
    assert JUNI not in isian.perilaku


def satu_pesan(isian, lembar: str) -> str:
    (satu,) = [t for t in isian.temuan if t.letak.lembar == lembar]
    return satu.pesan


def test_columns_stand_in_any_order_with_others_between(dunia: Dunia):
    bersih = semua_isi(dunia.bersih())
    urutan = list(reversed(FORMULIR["Capaian"].kunci))

    def sisipkan(lembar: Lembaran) -> None:
        lembar.ws.insert_cols(lembar.kolom("satuan"))
        lembar.ws.cell(lembar.baris_kepala, lembar.kolom("satuan"), "Sasaran Strategis")

    isian = baca_capaian(dunia, sisipkan, urutan=urutan)
    assert isian.temuan == []
    assert semua_isi(isian) == bersih


def test_labels_differ_in_case_breaks_and_synonyms(dunia: Dunia):
    bersih = semua_isi(dunia.bersih())
    label = {
        "no": "NO.", "nip": "NIP /\nNI PPPK", "nama": "nama pegawai", "kode_indikator": " KODE  INDIKATOR", "satuan": "Satuan\u00a0Ukuran",
        "realisasi": "REALISASI (Juni 2026)", "bukti_dukung": "Data\nDukung", "keterangan": "Ket.",
    }  # fmt: skip
    isian = baca_capaian(
        dunia, lambda lembar: [setattr(lembar.kepala(k), "value", v) for k, v in label.items()]
    )
    assert isian.temuan == []
    assert semua_isi(isian) == bersih


def test_a_literal_label_beats_a_synonym(dunia: Dunia):
    def ubah(lembar: Lembaran) -> None:
        lembar.ws.cell(lembar.baris_kepala, 11 + lembar.geser[1], "Kode")
        lembar.ws.cell(lembar.baris_kepala + 1, 11 + lembar.geser[1], "X")

    assert baca_capaian(dunia, ubah).temuan == []


@pytest.mark.parametrize("kunci", ["nip", "kode_indikator", "realisasi"])
def test_a_missing_needed_column_stops_the_file(dunia: Dunia, kunci):
    sel: list[str] = []

    def ubah(lembar: Lembaran) -> None:
        lembar.kepala(kunci).value = "Entah"
        sel.append(lembar.kepala("no").coordinate)

    isian = baca_capaian(dunia, ubah)
    assert temuan_singkat(isian) == [("kolom-hilang", sel[0])]
    assert satu_temuan(isian, "kolom-hilang").akibat is Akibat.BERKAS
    assert isian.capaian == {}
    assert JUNI in isian.perilaku


def test_only_the_months_asked_for_are_needed_on_a_target_sheet(dunia: Dunia):
    dunia.target(lambda lembar: [setattr(lembar.kepala(k), "value", None) for k in ("jan", "jul")])
    dunia.capaian()
    isian = dunia.baca()
    assert isian.temuan == []
    assert nilai(isian.target, "jan") == [None] * 8
    assert satu_temuan(dunia.baca("2026-S1"), "kolom-hilang").pesan.startswith("Kolom 'Jan' tidak ada")


@pytest.mark.parametrize(
    ("kunci", "kode"),
    [(k, ["kolom-tidak-ada"]) for k in ("nama", "satuan", "target", "bukti_dukung")]
    + [("keterangan", []), ("no", [])],
)
def test_a_missing_optional_column_is_at_most_information(dunia: Dunia, kunci, kode):
    isian = baca_capaian(dunia, lambda lembar: setattr(lembar.kepala(kunci), "value", None))
    assert [satu.kode for satu in isian.temuan] == kode
    assert all(not isi for isi in nilai(isian.capaian[JUNI], kunci))
    assert kunci not in isian.capaian[JUNI].kolom


@pytest.mark.parametrize(("kunci", "label"), [("keterangan", "Realisasi"), ("bukti_dukung", "N I P")])
def test_a_repeated_column_stops_the_file(dunia: Dunia, kunci, label):
    sel: list[str] = []

    def ubah(lembar: Lembaran) -> None:
        lembar.kepala(kunci).value = label
        sel.append(lembar.kepala(kunci).coordinate)

    isian = baca_capaian(dunia, ubah)
    (satu,) = [t for t in isian.temuan if t.kode == "kolom-ganda"]
    assert satu.letak.sel == sel[0]
    assert satu.pesan.endswith(f"dan {sel[0]}.")
    assert isian.capaian == {}


def test_a_repeated_column_that_only_people_read_is_no_fault(dunia: Dunia):
    isian = baca_capaian(
        dunia, lambda lembar: lembar.ws.cell(lembar.baris_kepala, 15 + lembar.geser[1], "Keterangan")
    )
    assert isian.temuan == []


def test_a_header_over_two_rows(dunia: Dunia):
    bersih = semua_isi(dunia.bersih())

    def ubah(lembar: Lembaran) -> None:
        atas = lembar.baris_kepala - 1
        for kunci in lembar.kunci:
            if kunci not in KUNCI_BULAN:
                lembar.ws.cell(atas, lembar.kolom(kunci), lembar.kepala(kunci).value)
                lembar.kepala(kunci).value = None
                lembar.ws.merge_cells(
                    start_row=atas,
                    end_row=atas + 1,
                    start_column=lembar.kolom(kunci),
                    end_column=lembar.kolom(kunci),
                )
        lembar.ws.cell(atas, lembar.kolom("jan"), "Target Bulan")
        lembar.ws.merge_cells(
            start_row=atas, end_row=atas, start_column=lembar.kolom("jan"), end_column=lembar.kolom("des")
        )

    dunia.target(ubah)
    dunia.capaian()
    isian = dunia.baca()
    assert isian.temuan == []
    assert semua_isi(isian) == bersih


def test_month_headers_that_excel_made_dates(dunia: Dunia):
    dunia.target(
        lambda lembar: [
            setattr(lembar.kepala(k), "value", dt.date(2026, n, 1)) for n, k in enumerate(KUNCI_BULAN, 1)
        ]
    )
    dunia.capaian()
    assert dunia.baca().temuan == []


def test_a_date_in_a_header_of_another_form_is_no_column(dunia: Dunia):
    isian = baca_capaian(
        dunia, lambda lembar: setattr(lembar.kepala("keterangan"), "value", dt.date(2026, 6, 1))
    )
    assert isian.temuan == []


def test_nip_and_name_merged_down_are_filled_and_point_at_the_merged_cell(dunia: Dunia):
    bersih = semua_isi(dunia.bersih())
    sel: list[str] = []

    def ubah(lembar: Lembaran) -> None:
        for kunci in ("no", "nip", "nama"):
            gabung(lembar, kunci, 0, 3)
            gabung(lembar, kunci, 4, 7)
        sel.append(lembar.sel("nip", 4).coordinate)

    isian = baca_capaian(dunia, ubah)
    assert isian.temuan == []
    assert semua_isi(isian) == bersih
    assert {isian.capaian[JUNI].sel("nip", posisi) for posisi in range(4, 8)} == {sel[0]}


def test_a_bad_nip_in_a_merged_cell_is_one_finding(dunia: Dunia):
    sel: list[str] = []

    def ubah(lembar: Lembaran) -> None:
        sel.append(lembar.isi("nip", 0, "123"))
        gabung(lembar, "nip", 0, 3)

    isian = baca_capaian(dunia, ubah)
    assert temuan_singkat(isian) == [("nip-format", sel[0])]
    assert isian.capaian[JUNI].teks("nip")[:5] == ["", "", "", "", BUDI]
    assert set(isian.capaian[JUNI].cacat) == {("nip", posisi) for posisi in range(4)}


def test_a_merged_number_counts_once(dunia: Dunia):
    isian = baca_capaian(dunia, lambda lembar: gabung(lembar, "realisasi", 2, 3))
    assert nilai(isian.capaian[JUNI], "realisasi")[2:4] == [4.0, None]


def test_a_blank_nip_outside_a_merged_cell_is_never_guessed(dunia: Dunia):
    sel: list[str] = []
    isian = baca_capaian(
        dunia, lambda lembar: sel.append(lembar.isi("nip", 1, None) or lembar.sel("nip", 1).coordinate)
    )
    assert temuan_singkat(isian) == [("nip-format", sel[0])]
    assert satu_temuan(isian, "nip-format").pesan == "NIP '' tidak sah: kosong."
    assert isian.capaian[JUNI].teks("nip")[1] == ""


@pytest.mark.parametrize("lembar", ["Capaian (2)", "Capaian Revisi", "lembar capaian lama"])
def test_a_copy_of_the_sheet_is_not_passed_over_in_silence(dunia: Dunia, lembar):
    isian = baca_capaian(dunia, lambda kini: kini.ws.parent.create_sheet(lembar))
    satu = satu_temuan(isian, "lembar-diabaikan")
    assert (satu.letak.lembar, satu.tingkat) == ("Capaian", Tingkat.PERINGATAN)
    assert f"lembar '{lembar}' tidak dibaca" in satu.pesan


def test_a_second_column_of_figures_is_not_passed_over_in_silence(dunia: Dunia):
    sel: list[str] = []

    def ubah(lembar: Lembaran) -> None:
        lain = lembar.ws.cell(lembar.baris_kepala, 12 + lembar.geser[1], "Realisasi Bulan Ini")
        lembar.ws.cell(lain.row + 1, lain.column, 999)
        sel.extend((lain.coordinate, lembar.kepala("realisasi").coordinate))

    isian = baca_capaian(dunia, ubah)
    assert temuan_singkat(isian) == [("kolom-diabaikan", sel[0])]
    assert f"di {sel[1]}." in satu_temuan(isian, "kolom-diabaikan").pesan
    assert isian.capaian[JUNI].isi["realisasi"][0] == 38.0


@pytest.mark.parametrize("judul", [dt.date(2025, 1, 1), "Jan 2025"])
def test_month_columns_of_another_year_are_told_once(dunia: Dunia, judul):
    sel: list[str] = []

    def ubah(lembar: Lembaran) -> None:
        lembar.kepala("jan").value = lembar.kepala("feb").value = judul
        lembar.kepala("feb").value = "Feb 2025"
        sel.append(lembar.kepala("jan").coordinate)

    dunia.target(ubah)
    dunia.capaian()
    isian = dunia.baca()
    assert temuan_singkat(isian) == [("bulan-tahun-lain", sel[0])]
    assert "menyebut tahun 2025" in satu_temuan(isian, "bulan-tahun-lain").pesan


def test_a_header_repeated_with_other_columns_stops_the_file(dunia: Dunia):
    def ubah(lembar: Lembaran) -> None:
        lembar.ws.insert_rows(lembar.baris_kepala + 5)
        for kunci in lembar.kunci:
            lembar.ws.cell(lembar.baris_kepala + 5, lembar.kolom(kunci), lembar.kepala(kunci).value)
        tukar = [lembar.ws.cell(lembar.baris_kepala + 5, lembar.kolom(k)) for k in ("target", "realisasi")]
        tukar[0].value, tukar[1].value = tukar[1].value, tukar[0].value

    isian = baca_capaian(dunia, ubah)
    satu = satu_temuan(isian, "kepala-berubah")
    assert satu.akibat is Akibat.BERKAS
    assert "Target, Realisasi" in satu.pesan
    assert JUNI not in isian.capaian


def test_what_a_merged_range_hides_is_no_value():
    sel = [["a", "b", ""], ["c", 7.0, "d"], ["", "", "e"]]
    kisi = tandai_rusak(sel, FormatSel(gabungan=[(0, 0, 1, 1), (1, 2, 9, 2)]))
    assert kisi == [
        ["a", SelRusak("sel-tertutup", "b"), ""],
        [SelRusak("sel-tertutup", "c"), SelRusak("sel-tertutup", "7"), "d"],
        ["", "", SelRusak("sel-tertutup", "e")],
    ]
