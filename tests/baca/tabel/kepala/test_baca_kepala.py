"""What a header means: sub-labels on a second storey, and words in brackets."""

import pytest
from dunia_baca import JUNI, Dunia, Lembaran, baca_capaian, nilai, satu_temuan, semua_isi, temuan_singkat

from asn_nilai.acuan.temuan import Akibat, Tingkat


def bertingkat(
    lembar: Lembaran,
    kunci: str,
    anak: tuple[object, ...],
    isi: tuple[object, ...],
    *,
    gabungan: bool,
    atas: bool = False,
) -> list[str]:
    """Put sub-labels under a label and figures under each; returns the sub-labels' cells. `atas`: the label is above the header row."""
    ws, kolom, lebar = lembar.ws, lembar.kolom(kunci), len(anak)
    induk = lembar.baris_kepala - 1 if atas else lembar.baris_kepala
    if not atas:
        ws.insert_rows(induk + 1)
    for geser in range(1, lebar):
        ws.insert_cols(kolom + geser)
    label = lembar.kepala(kunci).value
    lembar.kepala(kunci).value = None
    ws.cell(induk, kolom, label)
    for geser, (sebutan, angka) in enumerate(zip(anak, isi, strict=True)):
        ws.cell(induk + 1, kolom + geser, sebutan)
        for posisi in range(lembar.jumlah):
            sel = ws.cell(induk + 2 + posisi, kolom + geser)
            sel.value = sel.value if angka == "tetap" else angka
    if gabungan:
        ws.merge_cells(start_row=induk, end_row=induk, start_column=kolom, end_column=kolom + lebar - 1)
    return [ws.cell(induk + 1, kolom + geser).coordinate for geser in range(lebar)]


YANG_DIMAKSUD = [
    ("Capaian", "realisasi", ("Bulan Lalu", "Bulan Ini"), 1), ("Capaian", "realisasi", ("s.d. Bulan Lalu", "Bulan Ini", "s.d. Bulan Ini"), 1),
    ("Capaian", "realisasi", ("Mei", "Juni"), 1), ("Capaian", "realisasi", ("Juni 2026", "Kumulatif"), 0), ("Capaian", "target", ("Semula", "Menjadi"), 1),
    ("Perilaku", "rating_perilaku", ("Mandiri", "Atasan"), 1), ("Perilaku", "rating_perilaku", ("Atasan Langsung", "Usulan Pegawai"), 0),
    ("Perilaku", "harmonis", ("Penilaian Diri", "Pejabat Penilai"), 1), ("Target", "jun", ("Semula", "Menjadi"), 1),
    ("Target", "bobot", ("Tahun 2025", "Tahun 2026"), 1), ("Target", "jun", ("Semula", "Menjadi", "Selisih"), 1),
    ("Target", "jun", ("Target", "Realisasi"), 0), ("Target", "bobot", ("Lama", "Baru"), 1), ("Target", "bobot", ("Setelah Perubahan", "Sebelum Perubahan"), 0),
]  # fmt: skip


@pytest.mark.parametrize(("lembar", "kunci", "anak", "ke"), YANG_DIMAKSUD)
@pytest.mark.parametrize("gabungan", [True, False])
@pytest.mark.parametrize("atas", [True, False])
def test_kepala_bertingkat_dibaca_menurut_anak_yang_dimaksud(
    dunia: Dunia, lembar, kunci, anak, ke, gabungan, atas
):
    isi = tuple(7.0 if nomor == ke else 3.0 for nomor in range(len(anak)))
    if lembar == "Perilaku":
        isi = tuple(
            "Di Atas Ekspektasi" if nomor == ke else "Di Bawah Ekspektasi" for nomor in range(len(anak))
        )

    def ubah(kini: Lembaran) -> None:
        bertingkat(kini, kunci, anak, isi, gabungan=gabungan, atas=atas)

    dunia.target(ubah if lembar == "Target" else None)
    dunia.capaian(ubah if lembar == "Capaian" else None, perilaku=ubah if lembar == "Perilaku" else None)
    isian = dunia.baca()
    tabel = {
        "Target": isian.target,
        "Capaian": isian.capaian.get(JUNI),
        "Perilaku": isian.perilaku.get(JUNI),
    }[lembar]
    assert isian.temuan == []
    assert set(nilai(tabel, kunci)) == {isi[ke]}


@pytest.mark.parametrize(
    ("kunci", "anak"),
    [
        ("realisasi", ("Fisik", "Keuangan")), ("realisasi", ("Bulan Ini", "Koreksi")), ("realisasi", ("Atasan", "Penilai")),
        ("realisasi", ("Bulan Lalu", "Kumulatif")), ("realisasi", ("Mei", "Mei")),
    ],
)  # fmt: skip
@pytest.mark.parametrize("gabungan", [True, False])
def test_anak_yang_tidak_pasti_menahan_berkas(dunia: Dunia, kunci, anak, gabungan):
    sel: list[str] = []
    isian = baca_capaian(
        dunia, lambda lembar: sel.extend(bertingkat(lembar, kunci, anak, (7, 3), gabungan=gabungan))
    )
    assert temuan_singkat(isian) == [("kolom-ganda", sel[1])]
    assert (
        satu_temuan(isian, "kolom-ganda").pesan
        == f"Kolom 'Realisasi' ada dua kali: di {sel[0]} dan {sel[1]}."
    )
    assert JUNI not in isian.capaian


def test_kepala_lebar_tanpa_anak_hanya_bila_kedua_kolomnya_berisi(dunia: Dunia):
    for isi, kode in (((7, None), []), ((7, 3), ["kolom-ganda"])):
        isian = baca_capaian(
            dunia, lambda lembar, isi=isi: bertingkat(lembar, "realisasi", (None, None), isi, gabungan=True)
        )
        assert [temuan.kode for temuan in isian.temuan] == kode


def tinggikan(lembar: Lembaran, tingkat: int) -> None:
    """Let every label stand over further rows, as printed forms do; the first data row follows."""
    ws, baris = lembar.ws, lembar.baris_kepala
    ws.insert_rows(baris + 1, tingkat)
    for kunci in lembar.kunci:
        kolom = lembar.kolom(kunci)
        ws.merge_cells(start_row=baris, end_row=baris + tingkat, start_column=kolom, end_column=kolom)


@pytest.mark.parametrize("tingkat", [1, 2])
@pytest.mark.parametrize("lembar", ["Target", "Capaian", "Perilaku"])
def test_baris_pertama_di_bawah_kepala_yang_tinggi_bukan_sub_judul(dunia: Dunia, lembar, tingkat):
    """Its figures are texts and its ratings words: what stands below a label that reaches down is somebody's all the same."""

    def ubah(kini: Lembaran) -> None:
        for kunci in {"bobot", "jan", "jun", "target", "realisasi"}.intersection(kini.kunci):
            kini.isi(kunci, 0, f"{kini.sel(kunci, 0).value:.1f}".replace(".", ","))
        tinggikan(kini, tingkat)

    bersih = semua_isi(dunia.bersih())
    dunia.target(ubah if lembar == "Target" else None)
    dunia.capaian(ubah if lembar == "Capaian" else None, perilaku=ubah if lembar == "Perilaku" else None)
    isian = dunia.baca()
    assert isian.temuan == []
    assert semua_isi(isian) == bersih


def test_kepala_yang_tinggi_di_samping_yang_bertingkat(dunia: Dunia):
    def ubah(lembar: Lembaran) -> None:
        bertingkat(lembar, "realisasi", ("Bulan Lalu", "Bulan Ini"), (3, "7,0"), gabungan=True)
        ws, baris, kolom = lembar.ws, lembar.baris_kepala, lembar.kolom("target")
        ws.merge_cells(start_row=baris, end_row=baris + 1, start_column=kolom, end_column=kolom)
        ws.cell(baris + 2, kolom, "40,0")

    isian = baca_capaian(dunia, ubah)
    assert isian.temuan == []
    assert nilai(isian.capaian[JUNI], "realisasi") == [7.0] * 8


def test_kepala_bertingkat_yang_diulang_di_tengah_tabel_bukan_kepala_berubah(dunia: Dunia):
    def ubah(lembar: Lembaran) -> None:
        bertingkat(lembar, "realisasi", ("Bulan Lalu", "Bulan Ini"), (3, 7), gabungan=True)
        ws, baris = lembar.ws, lembar.baris_kepala + 6
        ws.insert_rows(baris, 2)
        for kolom in range(1, ws.max_column + 1):
            for tingkat in (0, 1):
                ws.cell(baris + tingkat, kolom).value = ws.cell(lembar.baris_kepala + tingkat, kolom).value

    isian = baca_capaian(dunia, ubah)
    assert isian.temuan == []
    assert nilai(isian.capaian[JUNI], "realisasi") == [7.0] * 8


KATA_SAH = {
    "Capaian": [
        ("realisasi", "Realisasi (Juni)"), ("realisasi", "Realisasi (Bulan Juni 2026)"), ("realisasi", "Realisasi (06/2026)"), ("realisasi", "Realisasi (8)"),
        ("realisasi", "Realisasi (8 = 7/6)"), ("realisasi", "Realisasi [4a]"), ("realisasi", "Realisasi (Bulan Ini)"), ("realisasi", "Realisasi (wajib diisi)"),
        ("realisasi", "Realisasi (sesuai satuan)"), ("target", "Target (T)"), ("realisasi", "Realisasi (kolom 8)"), ("target", "Target (VII)"), ("realisasi", "Realisasi (per 30 Juni 2026)"), ("realisasi", "Realisasi (*)"), ("nama", "Nama (dengan gelar)"),
        ("bukti_dukung", "Bukti Dukung (tautan)"), ("keterangan", "Keterangan (April)"),
    ],
    "Perilaku": [
        ("rating_perilaku", "Rating Perilaku (diisi atasan)"), ("rating_perilaku", "Rating Perilaku (Di Atas/Sesuai/Di Bawah Ekspektasi)"),
        ("harmonis", "Harmonis (4)"), ("rating_perilaku", "Rating Perilaku (DE/SE/BE)"), ("loyal", "Loyal (Juni 2026)"),
    ],
    "Target": [
        ("bobot", "Bobot (%)"), ("bobot", "Bobot (total 100%)"), ("bobot", "Bobot (100)"), ("bobot", "Bobot (dalam persen)"), ("jun", "Jun (Juni)"), ("jun", "Jun (2026)"), ("jan", "Jan (rencana)"),
        ("target_tahunan", "Target Tahunan (Jan s.d. Des)"), ("jun", "Jun (13)"),
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("lembar", "kunci", "judul"), [(k, *isi) for k, semua in KATA_SAH.items() for isi in semua]
)
def test_kata_dalam_kurung_yang_tidak_mengubah_arti_diterima(dunia: Dunia, lembar, kunci, judul):
    bersih = semua_isi(dunia.bersih())

    def ubah(kini: Lembaran) -> None:
        kini.kepala(kunci).value = judul

    dunia.target(ubah if lembar == "Target" else None)
    dunia.capaian(ubah if lembar == "Capaian" else None, perilaku=ubah if lembar == "Perilaku" else None)
    isian = dunia.baca()
    assert isian.temuan == []
    assert semua_isi(isian) == bersih


KATA_RAGU = {
    "Capaian": [
        ("realisasi", "Realisasi", kata)
        for kata in (
            "April", "Juni 2025", "dalam ribuan", "% capaian", "kumulatif Jan–Mei", "rencana", "Mei-26", "s.d. Juni", "05/2026", "prognosa", "%", "jam", "2025",
            "1 s.d. 30 Mei 2026", "x 1.000",
        )
    ] + [("target", "Target", "tahunan")],
    "Perilaku": [("rating_perilaku", "Rating Perilaku", "usulan pegawai"), ("harmonis", "Harmonis", "mandiri"), ("loyal", "Loyal", "April")],
    "Target": [("jun", "Jun", "rencana"), ("jun", "Juni", "Mei"), ("bobot", "Bobot", "lama"), ("jun", "Jun", "realisasi")],
}  # fmt: skip


@pytest.mark.parametrize(
    ("lembar", "kunci", "label", "kata"), [(k, *isi) for k, semua in KATA_RAGU.items() for isi in semua]
)
def test_kata_lain_dalam_kurung_menahan_lembarnya(dunia: Dunia, lembar, kunci, label, kata):
    sel: list[str] = []

    def ubah(kini: Lembaran) -> None:
        kini.kepala(kunci).value = f"{label} ({kata})"
        sel.append(kini.kepala(kunci).coordinate)

    dunia.target(ubah if lembar == "Target" else None)
    dunia.capaian(ubah if lembar == "Capaian" else None, perilaku=ubah if lembar == "Perilaku" else None)
    isian = dunia.baca()
    assert temuan_singkat(isian) == [("kepala-meragukan", sel[0])]
    temuan = satu_temuan(isian, "kepala-meragukan")
    assert (temuan.tingkat, temuan.letak.lembar) == (Tingkat.GALAT, lembar)
    assert temuan.akibat is (Akibat.PERILAKU if lembar == "Perilaku" else Akibat.BERKAS)
    assert temuan.pesan.startswith(f"Judul di sini menyebut '{kata}'; itu bukan bulan yang diminta")
    tabel = {"Target": isian.target, "Capaian": isian.capaian.get(JUNI), "Perilaku": isian.perilaku.get(JUNI)}
    assert tabel[lembar] is None


@pytest.mark.parametrize(
    ("kata", "ragu"),
    [
        ("(dalam ribuan)", True),
        ("April", True),
        ("Bulan Ini", False),
        ("%", True),
        ("(8)", False),
        ("(²)", True),
    ],
)
def test_kata_sendirian_di_bawah_kepala_dibaca_seperti_dalam_kurung(dunia: Dunia, kata, ragu):
    sel: list[str] = []

    def ubah(lembar: Lembaran) -> None:
        lembar.ws.insert_rows(lembar.baris_kepala + 1)
        lembar.ws.cell(lembar.baris_kepala + 1, lembar.kolom("realisasi"), kata)
        sel.append(lembar.ws.cell(lembar.baris_kepala + 1, lembar.kolom("realisasi")).coordinate)

    isian = baca_capaian(dunia, ubah)
    assert temuan_singkat(isian) == ([("kepala-meragukan", sel[0])] if ragu else [])


@pytest.mark.parametrize(
    ("judul", "kode"),
    [
        ("Jun (2025)", ["kepala-meragukan"]), ("Jun [TA 2025]", ["kepala-meragukan"]),
        ("Jun (2026)", []), ("Jun (6)", []), ("Jun 2025", ["bulan-tahun-lain"]),
    ],
)  # fmt: skip
def test_tahun_dalam_kurung_di_kolom_bulan_harus_tahun_bukunya(dunia: Dunia, judul, kode):
    dunia.target(lambda lembar: setattr(lembar.kepala("jun"), "value", judul))
    dunia.capaian()
    assert [temuan.kode for temuan in dunia.baca().temuan] == kode


def test_skala_angka_di_atas_tabel_menahan_lembarnya(dunia_tetap: Dunia):
    isian = baca_capaian(
        dunia_tetap, lambda lembar: setattr(lembar.ws["J4"], "value", "(dalam ribuan rupiah)")
    )
    assert temuan_singkat(isian) == [("kepala-meragukan", "J4")]


@pytest.mark.parametrize(
    ("satuan", "ragu"), [("hari", False), ("dalam hari", False), ("HARI", False), ("jam", True), ("%", True)]
)
def test_satuan_dalam_kurung_sah_bila_satuan_semua_barisnya(dunia: Dunia, satuan, ragu):
    def ubah(lembar: Lembaran) -> None:
        lembar.kepala("realisasi").value = f"Realisasi ({satuan})"
        for posisi in range(8):
            if posisi not in {2, 6}:
                lembar.kosongkan(posisi)

    isian = baca_capaian(dunia, ubah)
    assert [temuan.kode for temuan in isian.temuan] == (["kepala-meragukan"] if ragu else [])


def test_bobot_persen_di_samping_bobot_ialah_bobot_kedua(dunia: Dunia):
    """The percentage beside figures is no second column of figures; a weight is a percentage itself."""

    def tambah(lembar: Lembaran) -> None:
        kolom = lembar.ws.max_column + 1
        lembar.ws.cell(lembar.baris_kepala, kolom, "Bobot %")
        for nomor in range(1, 5):
            lembar.ws.cell(lembar.baris_kepala + nomor, kolom, 27.5)

    dunia.target(tambah)
    isian = dunia.baca()
    assert "kolom-ganda" in [kode for kode, _ in temuan_singkat(isian)]
