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

from asn_nilai.acuan.isian.formulir.daftar_formulir import FORMULIR
from asn_nilai.acuan.isian.formulir.formulir import KUNCI_BULAN
from asn_nilai.acuan.temuan import Akibat, Tingkat
from asn_nilai.baca.format_sel.lembar import FormatSel
from asn_nilai.baca.tabel.sel import SelRusak, tandai_rusak


def test_setoran_bersih_tanpa_temuan_dan_mengenal_selnya(dunia: Dunia):
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


def test_kepala_boleh_berada_sampai_baris_30(dunia_tetap: Dunia):
    for turun, kode in ((25, []), (26, ["kepala-tabel-hilang"])):
        dunia_tetap.geser = (turun, 2)
        dunia_tetap.target()
        dunia_tetap.capaian(perilaku=lambda lembar: lembar.ws.delete_rows(1, 50))
        isian = dunia_tetap.baca()
        assert [temuan.kode for temuan in isian.temuan] == kode * 2
        assert (JUNI in isian.capaian) == (not kode)
    assert (
        satu_pesan(isian, "Capaian")
        == "Tidak ada baris kepala tabel pada 30 baris pertama. Yang dicari: NIP, Kode Indikator, Realisasi."
    )
    assert JUNI not in isian.perilaku


def satu_pesan(isian, lembar: str) -> str:
    (temuan,) = [t for t in isian.temuan if t.letak.lembar == lembar]
    return temuan.pesan


def test_kolom_boleh_berurutan_apa_pun_dengan_kolom_lain_di_antaranya(dunia: Dunia):
    bersih = semua_isi(dunia.bersih())
    urutan = list(reversed(FORMULIR["Capaian"].kunci))

    def sisipkan(lembar: Lembaran) -> None:
        lembar.ws.insert_cols(lembar.kolom("satuan"))
        lembar.ws.cell(lembar.baris_kepala, lembar.kolom("satuan"), "Sasaran Strategis")

    isian = baca_capaian(dunia, sisipkan, urutan=urutan)
    assert isian.temuan == []
    assert semua_isi(isian) == bersih


def test_label_boleh_berbeda_huruf_pemenggalan_dan_sinonim(dunia: Dunia):
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


def test_label_harfiah_mengalahkan_sinonim(dunia: Dunia):
    def ubah(lembar: Lembaran) -> None:
        lembar.ws.cell(lembar.baris_kepala, 11 + lembar.geser[1], "Kode")
        lembar.ws.cell(lembar.baris_kepala + 1, 11 + lembar.geser[1], "X")

    assert baca_capaian(dunia, ubah).temuan == []


@pytest.mark.parametrize("kunci", ["nip", "kode_indikator", "realisasi"])
def test_kolom_wajib_yang_hilang_menghentikan_berkas(dunia: Dunia, kunci):
    sel: list[str] = []

    def ubah(lembar: Lembaran) -> None:
        lembar.kepala(kunci).value = "Entah"
        sel.append(lembar.kepala("no").coordinate)

    isian = baca_capaian(dunia, ubah)
    assert temuan_singkat(isian) == [("kolom-hilang", sel[0])]
    assert satu_temuan(isian, "kolom-hilang").akibat is Akibat.BERKAS
    assert isian.capaian == {}
    assert JUNI in isian.perilaku


def test_hanya_bulan_yang_diminta_wajib_ada_di_lembar_target(dunia: Dunia):
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
def test_kolom_pilihan_yang_hilang_paling_jauh_informasi(dunia: Dunia, kunci, kode):
    isian = baca_capaian(dunia, lambda lembar: setattr(lembar.kepala(kunci), "value", None))
    assert [temuan.kode for temuan in isian.temuan] == kode
    assert all(not isi for isi in nilai(isian.capaian[JUNI], kunci))
    assert kunci not in isian.capaian[JUNI].kolom


@pytest.mark.parametrize(("kunci", "label"), [("keterangan", "Realisasi"), ("bukti_dukung", "N I P")])
def test_kolom_berulang_menghentikan_berkas(dunia: Dunia, kunci, label):
    sel: list[str] = []

    def ubah(lembar: Lembaran) -> None:
        lembar.kepala(kunci).value = label
        sel.append(lembar.kepala(kunci).coordinate)

    isian = baca_capaian(dunia, ubah)
    (temuan,) = [t for t in isian.temuan if t.kode == "kolom-ganda"]
    assert temuan.letak.sel == sel[0]
    assert temuan.pesan.endswith(f"dan {sel[0]}.")
    assert isian.capaian == {}


def test_kolom_berulang_yang_hanya_dibaca_orang_bukan_kesalahan(dunia: Dunia):
    isian = baca_capaian(
        dunia, lambda lembar: lembar.ws.cell(lembar.baris_kepala, 15 + lembar.geser[1], "Keterangan")
    )
    assert isian.temuan == []


def test_kepala_dua_baris_dibaca_bersama(dunia: Dunia):
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


def test_kepala_bulan_yang_dijadikan_tanggal_oleh_excel_dikenali(dunia: Dunia):
    dunia.target(
        lambda lembar: [
            setattr(lembar.kepala(k), "value", dt.date(2026, n, 1)) for n, k in enumerate(KUNCI_BULAN, 1)
        ]
    )
    dunia.capaian()
    assert dunia.baca().temuan == []


def test_tanggal_di_kepala_formulir_lain_bukan_kolom(dunia: Dunia):
    isian = baca_capaian(
        dunia, lambda lembar: setattr(lembar.kepala("keterangan"), "value", dt.date(2026, 6, 1))
    )
    assert isian.temuan == []


def test_nip_dan_nama_gabungan_diturunkan_dan_menunjuk_sel_gabungannya(dunia: Dunia):
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


def test_nip_salah_di_sel_gabungan_menjadi_satu_temuan(dunia: Dunia):
    sel: list[str] = []

    def ubah(lembar: Lembaran) -> None:
        sel.append(lembar.isi("nip", 0, "123"))
        gabung(lembar, "nip", 0, 3)

    isian = baca_capaian(dunia, ubah)
    assert temuan_singkat(isian) == [("nip-format", sel[0])]
    assert isian.capaian[JUNI].teks("nip")[:5] == ["", "", "", "", BUDI]
    assert set(isian.capaian[JUNI].cacat) == {("nip", posisi) for posisi in range(4)}


def test_angka_gabungan_adalah_temuan_di_setiap_selnya_dan_tidak_dihitung(dunia: Dunia):
    sel: list[str] = []

    def ubah(lembar: Lembaran) -> None:
        gabung(lembar, "realisasi", 2, 3)
        sel.extend(lembar.sel("realisasi", posisi).coordinate for posisi in (2, 3))

    isian = baca_capaian(dunia, ubah)
    assert temuan_singkat(isian) == [("sel-gabungan", sel[0]), ("sel-gabungan", sel[1])]
    assert {t.pesan for t in isian.temuan} == {
        f"Sel ini termasuk sel gabungan {sel[0]}:{sel[1]}; tidak dapat dipastikan isinya berlaku untuk baris atau kolom yang mana."
    }
    assert nilai(isian.capaian[JUNI], "realisasi")[1:5] == [92.5, None, None, 38.0]


def test_gabungan_yang_hanya_melebarkan_sel_atau_kosong_bukan_temuan(dunia: Dunia):
    """Two physical columns or rows for one cell, an empty merged range, and copies that nothing is computed from."""

    def ubah(lembar: Lembaran) -> None:
        gabung(lembar, "target", 0, 2)
        for kunci, awal, akhir in (("realisasi", 7, 8), ("keterangan", 0, 4)):
            gabung(lembar, kunci, awal, akhir)
        realisasi = lembar.sel("realisasi", 4)
        lembar.ws.merge_cells(
            start_row=realisasi.row, end_row=realisasi.row, start_column=realisasi.column, end_column=realisasi.column + 1
        )  # fmt: skip

    def perilaku(lembar: Lembaran) -> None:
        gabung(lembar, "rating_perilaku", 0, 1)

    isian = baca_capaian(dunia, ubah, perilaku=perilaku)
    assert isian.temuan == []
    assert nilai(isian.capaian[JUNI], "realisasi") == [38.0, 92.5, 4.0, 1_200_000.0] * 2


def test_nip_kosong_di_luar_sel_gabungan_tidak_pernah_ditebak(dunia: Dunia):
    sel: list[str] = []
    isian = baca_capaian(
        dunia, lambda lembar: sel.append(lembar.isi("nip", 1, None) or lembar.sel("nip", 1).coordinate)
    )
    assert temuan_singkat(isian) == [("nip-format", sel[0])]
    assert satu_temuan(isian, "nip-format").pesan == "NIP '' tidak sah: kosong (Siti Rahma)."
    assert isian.capaian[JUNI].teks("nip")[1] == ""


@pytest.mark.parametrize("lembar", ["Capaian (2)", "Capaian Revisi", "lembar capaian lama"])
def test_salinan_lembar_tidak_dilewati_diam_diam(dunia: Dunia, lembar):
    isian = baca_capaian(dunia, lambda kini: kini.ws.parent.create_sheet(lembar))
    temuan = satu_temuan(isian, "lembar-diabaikan")
    assert (temuan.letak.lembar, temuan.tingkat) == ("Capaian", Tingkat.PERINGATAN)
    assert f"lembar '{lembar}' tidak dibaca" in temuan.pesan


def test_kolom_angka_kedua_tidak_dilewati_diam_diam(dunia: Dunia):
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
def test_kolom_bulan_tahun_lain_diberitahukan_sekali(dunia: Dunia, judul):
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


def test_kepala_berulang_dengan_kolom_lain_menghentikan_berkas(dunia: Dunia):
    def ubah(lembar: Lembaran) -> None:
        lembar.ws.insert_rows(lembar.baris_kepala + 5)
        for kunci in lembar.kunci:
            lembar.ws.cell(lembar.baris_kepala + 5, lembar.kolom(kunci), lembar.kepala(kunci).value)
        tukar = [lembar.ws.cell(lembar.baris_kepala + 5, lembar.kolom(k)) for k in ("target", "realisasi")]
        tukar[0].value, tukar[1].value = tukar[1].value, tukar[0].value

    isian = baca_capaian(dunia, ubah)
    temuan = satu_temuan(isian, "kepala-berubah")
    assert temuan.akibat is Akibat.BERKAS
    assert "Target, Realisasi" in temuan.pesan
    assert JUNI not in isian.capaian


def test_yang_tertutup_rentang_gabungan_bukan_nilai():
    sel = [["a", "b", ""], ["c", 7.0, "d"], ["", "", "e"]]
    kisi = tandai_rusak(sel, FormatSel(gabungan=[(0, 0, 1, 1), (1, 2, 9, 2)]))
    assert kisi == [
        ["a", SelRusak("sel-tertutup", "b"), ""],
        [SelRusak("sel-tertutup", "c"), SelRusak("sel-tertutup", "7"), "d"],
        ["", "", SelRusak("sel-tertutup", "e")],
    ]
