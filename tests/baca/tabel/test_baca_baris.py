"""Rows below the header: what is data, and what only looks like it."""

import pytest
from dunia_baca import (
    JUNI,
    SITI,
    Dunia,
    Lembaran,
    baca_capaian,
    gabung,
    satu_temuan,
    semua_isi,
    temuan_singkat,
)

from asn_nilai.acuan.isian.formulir.daftar_formulir import FORMULIR
from asn_nilai.acuan.temuan import Akibat
from asn_nilai.baca.tabel.tabel_mentah import sebut_rentang


def sisip(lembar: Lembaran, posisi: int, isi: dict[str, object]) -> None:
    lembar.ws.insert_rows(lembar.baris_kepala + 1 + posisi)
    for kunci, nilai in isi.items():
        lembar.isi(kunci, posisi, nilai)


@pytest.mark.parametrize(
    "isi",
    [{"no": 2}, {"nip": "2"}, {"kode_indikator": "Halaman 2"}, {"satuan": "- 2 -"}, {"nip": "Hal. 2 dari 3"}, {"target": 2}, {"nip": "Budi Koto"},
     {"realisasi": "Hal 2"}, {"no": "B. Seksi Pelayanan"}],
)  # fmt: skip
def test_nomor_halaman_dan_subjudul_di_antara_baris_bukan_data(dunia: Dunia, isi):
    bersih = semua_isi(dunia.bersih())
    isian = baca_capaian(dunia, lambda lembar: sisip(lembar, 3, isi))
    assert isian.temuan == []
    assert semua_isi(isian) == bersih


NOMOR_KOLOM = {
    "teks": [f"({n})" for n in range(1, 11)],
    "angka": list(range(1, 11)),
    "minus": [-n for n in range(1, 11)],
    "rumus": [str(n) if n < 10 else "10=8/7" for n in range(1, 11)],
}


@pytest.mark.parametrize("isi", NOMOR_KOLOM.values(), ids=NOMOR_KOLOM)
def test_baris_nomor_kolom_bukan_data(dunia: Dunia, isi):
    bersih = semua_isi(dunia.bersih())
    isian = baca_capaian(dunia, lambda lembar: sisip(lembar, 0, dict(zip(lembar.kunci, isi, strict=True))))
    assert isian.temuan == []
    assert semua_isi(isian) == bersih


@pytest.mark.parametrize(
    "isi",
    [
        {"no": "Jumlah", "target": 135, "realisasi": 130}, {"nip": "TOTAL", "realisasi": 130}, {"kode_indikator": "Jumlah", "realisasi": 130},
        {"indikator": "Jumlah Total", "target": 135}, {"nama": "Rata-rata", "realisasi": 12.5}, {"satuan": "Sub Total:", "realisasi": 1},
    ],
)  # fmt: skip
@pytest.mark.parametrize("posisi", [4, 8])
def test_baris_jumlah_bukan_data(dunia: Dunia, isi, posisi):
    bersih = semua_isi(dunia.bersih())
    isian = baca_capaian(dunia, lambda lembar: sisip(lembar, posisi, isi))
    assert isian.temuan == []
    assert semua_isi(isian) == bersih


def test_jumlah_di_dalam_nip_gabungan_bukan_data(dunia: Dunia):
    bersih = semua_isi(dunia.bersih())

    def ubah(lembar: Lembaran) -> None:
        sisip(lembar, 8, {"indikator": "Jumlah", "bobot": 100})
        gabung(lembar, "nip", 4, 8)

    dunia.target(ubah)
    dunia.capaian()
    isian = dunia.baca()
    assert isian.temuan == []
    assert semua_isi(isian) == bersih


def test_baris_kosong_judul_bagian_dan_kepala_berulang_bukan_data(dunia: Dunia):
    bersih = semua_isi(dunia.bersih())

    def ubah(lembar: Lembaran) -> None:
        sisip(lembar, 4, {kunci: lembar.kepala(kunci).value for kunci in lembar.kunci})
        sisip(lembar, 4, {"nama": "B. Tenaga Medis"})
        sisip(lembar, 4, {"no": " "})
        sisip(lembar, 2, {})

    isian = baca_capaian(dunia, ubah)
    assert isian.temuan == []
    assert semua_isi(isian) == bersih


TTD = (
    {"nip": "Mengetahui,", "realisasi": "Bukittinggi, 30 Juni 2026"},
    {"nip": "Kepala Puskesmas", "kode_indikator": "Pengelola Kinerja", "realisasi": "Penyusun"},
    {"nip": "Dr. Rina", "nama": "Sekretaris", "realisasi": "Budi Koto"},
    {
        "nip": "NIP. 197001011995011001",
        "kode_indikator": "NIP. 198001012005011002",
        "realisasi": "199001102015021002",
    },
    {"nip": "197001011995011001"},
)


def test_blok_tanda_tangan_bukan_data(dunia: Dunia):
    bersih = semua_isi(dunia.bersih())

    def ubah(lembar: Lembaran) -> None:
        for nomor, isi in enumerate(TTD):
            for kunci, nilai in isi.items():
                lembar.isi(kunci, 10 + nomor, nilai)

    isian = baca_capaian(dunia, ubah)
    assert isian.temuan == []
    assert semua_isi(isian) == bersih


@pytest.mark.parametrize(
    ("isi", "posisi"),
    [
        ({"realisasi": 12}, 3), ({"no": 9, "realisasi": 12}, 8), ({"nama": "Budi Koto", "realisasi": "12,5"}, 8), ({"kode_indikator": "KJ-1.1", "realisasi": None}, 8),
        ({"kode_indikator": "kj-1.1 "}, 8), ({"no": 9, "nama": "Budi Koto", "satuan": "hari"}, 8), ({"kode_indikator": "X", "realisasi": 1}, 4),
        ({"indikator": "Jumlah kunjungan", "realisasi": 12}, 8), ({"kode_indikator": "KJ-1.1"}, 4),
    ],
)  # fmt: skip
def test_yang_mengaku_bernilai_tidak_dibuang_diam_diam(dunia: Dunia, isi, posisi):
    sel: list[str] = []

    def ubah(lembar: Lembaran) -> None:
        sisip(lembar, posisi, isi)
        sel.append(lembar.sel("nip", posisi).coordinate)

    isian = baca_capaian(dunia, ubah)
    assert ("nip-format", sel[0]) in temuan_singkat(isian)
    assert len(isian.capaian[JUNI]) == 9


@pytest.mark.parametrize(
    "isi",
    [
        {"nip": SITI, "nama": "Siti Rahma"},
        {"nip": SITI, "kode_indikator": "X-9"},
        {"nip": SITI, "realisasi": 3},
    ],
)
def test_baris_terakhir_dengan_nip_dan_isi_lain_tetap_dibaca(dunia: Dunia, isi):
    isian = baca_capaian(dunia, lambda lembar: sisip(lembar, 8, isi))
    assert isian.capaian[JUNI].teks("nip")[8] == SITI


def test_sel_galat_di_bawah_tabel_tidak_hilang(dunia: Dunia):
    sel: list[str] = []
    isian = baca_capaian(
        dunia, lambda lembar: sel.extend([lembar.galat("nip", 8), lembar.galat("realisasi", 9)])
    )
    assert ("sel-galat", sel[0]) in temuan_singkat(isian)
    assert ("sel-galat", sel[1]) in temuan_singkat(isian)


def test_baris_kosong_berformat_bukan_data_dan_bukan_temuan(dunia: Dunia):
    def ubah(lembar: Lembaran) -> None:
        for posisi in range(8, 400):
            for kunci in lembar.kunci:
                lembar.sel(kunci, posisi).number_format = "0.00%"

    isian = baca_capaian(dunia, ubah)
    assert isian.temuan == []
    assert len(isian.capaian[JUNI]) == 8


def test_baris_kolom_dan_lembar_tersembunyi_dibaca_dan_dicatat(dunia: Dunia):
    def ubah(lembar: Lembaran) -> None:
        for posisi in (1, 2, 5):
            lembar.ws.row_dimensions[lembar.sel("nip", posisi).row].hidden = True
        lembar.ws.column_dimensions[lembar.sel("keterangan", 0).column_letter].hidden = True
        lembar.ws.row_dimensions[lembar.baris_kepala + 40].hidden = True

    def sembunyikan(lembar: Lembaran) -> None:
        lembar.ws.sheet_state = "hidden"

    bersih = semua_isi(dunia.bersih())
    isian = baca_capaian(dunia, ubah, perilaku=sembunyikan)
    assert semua_isi(isian) == bersih
    assert [(temuan.kode, temuan.letak.lembar) for temuan in isian.temuan] == [
        ("baris-tersembunyi", "Capaian"), ("kolom-tersembunyi", "Capaian"), ("lembar-tersembunyi", "Perilaku"),
    ]  # fmt: skip
    turun = dunia.geser[0]
    assert isian.temuan[0].pesan == f"Baris tersembunyi tetap dibaca: {7 + turun}–{8 + turun}, {11 + turun}."
    assert isian.temuan[1].pesan == f"Kolom tersembunyi tetap dibaca: {'J' if not turun else 'N'}."


def test_baris_berurutan_disebut_sebagai_rentang():
    assert sebut_rentang([1, 2, 3, 5, 7, 8]) == "1–3, 5, 7–8"


def test_kode_indikator_mengikuti_ejaan_skema(dunia: Dunia):
    isian = baca_capaian(
        dunia,
        lambda lembar: [lembar.isi("kode_indikator", 0, "kj–1.1 "), lembar.isi("kode_indikator", 1, 11.5)],
    )
    assert isian.capaian[JUNI].teks("kode_indikator")[:2] == ["KJ-1.1", "11.5"]


def test_lembar_perilaku_boleh_tidak_ada_dan_boleh_kosong(dunia: Dunia):
    def hapus(lembar: Lembaran) -> None:
        lembar.ws.parent.remove(lembar.ws)

    for ubah in (hapus, lambda lembar: lembar.ws.delete_rows(1, 60)):
        isian = baca_capaian(dunia, None, perilaku=ubah)
        assert isian.temuan == []
        assert JUNI in isian.capaian
        assert isian.perilaku == {}


def ganti_nama(nama: str):
    return lambda lembar: setattr(lembar.ws, "title", nama)


def test_perilaku_di_lembar_bernama_lain_tidak_dibuang_diam_diam(dunia: Dunia):
    """Ratings on a sheet of another name: the name is asked for, and no export stands in for them."""
    isian = baca_capaian(dunia, None, perilaku=ganti_nama("BerAKHLAK"))
    temuan = satu_temuan(isian, "lembar-hilang")
    assert (temuan.akibat, temuan.pesan) == (
        Akibat.PERILAKU,
        "Lembar 'Perilaku' tidak ada. Lembar yang ada: Capaian, BerAKHLAK.",
    )
    assert (isian.temuan, isian.tanpa_perilaku, JUNI in isian.capaian) == ([temuan], set(), True)


def kosongkan(lembar: Lembaran) -> None:
    ganti_nama("BerAKHLAK")(lembar)
    for kunci in FORMULIR["Perilaku"].kunci[3:]:
        for posisi in range(lembar.jumlah):
            lembar.isi(kunci, posisi, None)


def rekap(lembar: Lembaran) -> None:
    ganti_nama("Rekap")(lembar)
    for kunci in FORMULIR["Perilaku"].kunci[3:10]:
        lembar.kepala(kunci).value = f"{kunci} lain"


@pytest.mark.parametrize("ubah", [kosongkan, rekap, ganti_nama("Petunjuk")])
def test_lembar_lain_tanpa_isian_perilaku_bukan_lembar_perilaku(dunia: Dunia, ubah):
    isian = baca_capaian(dunia, None, perilaku=ubah)
    assert (isian.temuan, isian.tanpa_perilaku) == ([], {JUNI})


def test_lembar_perilaku_rusak_hanya_menahan_predikat(dunia: Dunia):
    isian = baca_capaian(dunia, None, perilaku=lambda lembar: setattr(lembar.kepala("nip"), "value", "Entah"))
    assert [(temuan.kode, temuan.akibat) for temuan in isian.temuan] == [("kolom-hilang", Akibat.PERILAKU)]
    assert JUNI in isian.capaian


@pytest.mark.parametrize(
    ("isi", "ada"),
    [
        ({"rating_perilaku": 95}, False),
        ({"harmonis": "Sesuai Ekspektasi", "loyal": "Sesuai Ekspektasi"}, True),
        ({"no": 3, "nama": "X"}, True),
        ({"nama": "Kepala Puskesmas", "akuntabel": "Dr. Rina"}, False),
    ],
)
def test_baris_perilaku_tanpa_nip_hanya_temuan_bila_terisi(dunia: Dunia, isi, ada):
    isian = baca_capaian(dunia, None, perilaku=lambda lembar: [lembar.isi(k, 2, v) for k, v in isi.items()])
    assert [temuan.kode for temuan in isian.temuan] == (["nip-format"] if ada else [])
    assert len(isian.perilaku[JUNI]) == (3 if ada else 2)


def test_lembar_kosong_tidak_berkepala(dunia_tetap: Dunia):
    dunia_tetap.target(lambda lembar: lembar.ws.delete_rows(1, 60))
    dunia_tetap.capaian()
    assert temuan_singkat(dunia_tetap.baca()) == [("kepala-tabel-hilang", "")]


def test_kepala_tanpa_baris_adalah_tabel_kosong(dunia_tetap: Dunia):
    dunia_tetap.target()
    dunia_tetap.capaian(lambda lembar: lembar.ws.delete_rows(lembar.baris_kepala + 1, 60))
    isian = dunia_tetap.baca()
    assert isian.temuan == []
    assert len(isian.capaian[JUNI]) == 0


def test_judul_mirip_kepala_tidak_menggantikan_kepala(dunia_tetap: Dunia):
    def ubah(lembar: Lembaran) -> None:
        lembar.ws["A3"], lembar.ws["B3"], lembar.ws["C3"] = "Target", "Realisasi", "Nama"

    dunia_tetap.target()
    dunia_tetap.capaian(ubah)
    isian = dunia_tetap.baca()
    assert isian.temuan == []
    assert isian.capaian[JUNI].teks("nip")[0] == SITI


BUKAN_DATA = {
    "jumlah-asn": [{"no": "Jumlah ASN: 6"}], "jumlah-asn-terpisah": [{"nama": "Jumlah ASN", "target": 6}], "rata-rata": [{"no": "Rata-rata capaian unit", "realisasi": 95.5}],
    "rata-rata-di-indikator": [{"indikator": "Rata-rata capaian unit", "realisasi": 95.5}], "jumlah-di-nip": [{"nip": "Jumlah seluruh kunjungan Juni", "realisasi": 304}],
    "jumlah-di-kode": [{"kode_indikator": "Total kunjungan", "realisasi": 304}], "angka-sendiri": [{"realisasi": 304}], "halaman": [{}, {"realisasi": 2}],
    "halaman-teks": [{}, {"no": "Halaman", "nama": 1, "indikator": "dari", "satuan": 2}],
    "tanda-tangan": [{}, {"nip": "Kepala Puskesmas", "realisasi": 2026}, {}, {"nip": "197001011995011001"}, {"nip": 1.97001011995011e17}],
    "dua-tanda-tangan": [{}, {"nip": "197001011995011001", "kode_indikator": "198001012005011002"}],
    "legenda": [{}, {"no": 1, "nama": "Sangat baik", "target": 90, "realisasi": 100}, {"no": 2, "nama": "Baik", "target": 80, "realisasi": 90}],
    "keterangan": [{}, {"no": "Keterangan:"}, {"indikator": "Menit", "satuan": 60}],
}  # fmt: skip


@pytest.mark.parametrize("isi", BUKAN_DATA.values(), ids=BUKAN_DATA)
def test_yang_di_bawah_tabel_tanpa_nip_dan_kode_bukan_data(dunia: Dunia, isi):
    bersih = semua_isi(dunia.bersih())

    def ubah(lembar: Lembaran) -> None:
        for turun, baris in enumerate(isi):
            for kunci, nilai in baris.items():
                lembar.isi(kunci, 8 + turun, nilai)

    isian = baca_capaian(dunia, ubah)
    assert isian.temuan == []
    assert semua_isi(isian) == bersih


def test_baris_utuh_tanpa_nip_di_bawah_sela_tetap_ditunjuk(dunia: Dunia):
    isi = {"no": 9, "nama": "Budi Koto", "indikator": "Kunjungan", "satuan": "kunjungan", "realisasi": 12}
    isian = baca_capaian(dunia, lambda lembar: [lembar.isi(kunci, 10, nilai) for kunci, nilai in isi.items()])
    assert [temuan.kode for temuan in isian.temuan] == ["nip-format"]


def test_tanda_tangan_di_bawah_lembar_perilaku_bukan_asn(dunia: Dunia):
    isian = baca_capaian(
        dunia,
        None,
        perilaku=lambda lembar: [lembar.isi("nama", 4, "Kepala"), lembar.isi("nip", 6, "197001011995011001")],
    )
    assert isian.temuan == []
    assert len(isian.perilaku[JUNI]) == 2


@pytest.mark.parametrize(
    "isi",
    [list("abcdefghij"), [*range(1, 5), "5a", "5b", 6, 7, 8, 9], [1, 2, 2, 3, 4, 5, 6, 7, 8, 9], [f"({h})" for h in "abcdefghij"], ["1", "2", "", "", "3", "", "4", "4 a", "", "5."]],
)  # fmt: skip
def test_baris_nomor_kolom_berhuruf_atau_berulang_bukan_data(dunia: Dunia, isi):
    bersih = semua_isi(dunia.bersih())
    isian = baca_capaian(dunia, lambda lembar: sisip(lembar, 0, dict(zip(lembar.kunci, isi, strict=True))))
    assert isian.temuan == []
    assert semua_isi(isian) == bersih


def test_baris_siap_isi_menjadi_satu_info(dunia: Dunia):
    bersih = semua_isi(dunia.bersih())
    sel: list[str] = []

    def ubah(lembar: Lembaran) -> None:
        for posisi in range(8, 38):
            lembar.isi("no", posisi, posisi + 1)
            lembar.galat("nama", posisi, "#N/A")
            lembar.isi("target", posisi, 0)
            if posisi % 2:
                lembar.galat("nip", posisi, "#N/A")
        sel.append(lembar.sel("no", 8).coordinate)

    isian = baca_capaian(dunia, ubah)
    assert temuan_singkat(isian) == [("baris-belum-diisi", sel[0])]
    awal = 14 + dunia.geser[0]
    assert (
        isian.temuan[0].pesan
        == f"Baris {awal}–{awal + 29} baru berisi nomor dan rumus, tanpa NIP dan tanpa kode; baris itu tidak dibaca."
    )
    assert semua_isi(isian) == bersih


def test_galat_di_nip_baris_yang_berisi_bukan_baris_siap_isi(dunia: Dunia):
    sel: list[str] = []
    isian = baca_capaian(dunia, lambda lembar: sel.append(lembar.galat("nip", 3, "#N/A")))
    assert temuan_singkat(isian) == [("sel-galat", sel[0])]


def test_kode_yang_berawal_jumlah_adalah_kode(dunia: Dunia):
    isian = baca_capaian(
        dunia, lambda lembar: [lembar.isi("kode_indikator", 7, "JML-08"), lembar.isi("nip", 7, None)]
    )
    assert isian.capaian[JUNI].teks("kode_indikator")[7] == "JML-08"
    assert [temuan.kode for temuan in isian.temuan] == ["nip-format"]


def test_kepala_kedua_yang_lebih_lengkap_tidak_menelan_baris_di_atasnya(dunia: Dunia):
    bersih = semua_isi(dunia.bersih())

    def ubah(lembar: Lembaran) -> None:
        sisip(lembar, 4, {kunci: lembar.kepala(kunci).value for kunci in lembar.kunci})
        lembar.kepala("keterangan").value = lembar.kepala("no").value = None

    isian = baca_capaian(dunia, ubah)
    assert isian.temuan == []
    assert semua_isi(isian) == bersih


@pytest.mark.parametrize("geser", [0, 1])
def test_kepala_kedua_dengan_kolom_lain_menahan_berkas(dunia: Dunia, geser):
    def ubah(lembar: Lembaran) -> None:
        if geser:  # all columns move
            for posisi in range(4, 8):
                for kunci in reversed(lembar.kunci):
                    kini = lembar.sel(kunci, posisi)
                    lembar.ws.cell(kini.row, kini.column + 1).value = kini.value
                lembar.isi("no", posisi, None)
        sisip(lembar, 4, {})
        for kunci in lembar.kunci:
            lembar.ws.cell(lembar.sel(kunci, 4).row, lembar.kolom(kunci) + geser).value = lembar.kepala(
                kunci
            ).value
        if not geser:  # the second header names a scored column that the first does not
            lembar.kepala("target").value = None

    isian = baca_capaian(dunia, ubah)
    assert [temuan.kode for temuan in isian.temuan if temuan.kode != "kolom-tidak-ada"] == ["kepala-berubah"]
    assert JUNI not in isian.capaian


@pytest.mark.parametrize("garis", ["-", " – ", "—"])
def test_garis_di_kolom_perilaku_adalah_sel_kosong(dunia: Dunia, garis):
    isian = baca_capaian(
        dunia,
        None,
        perilaku=lambda lembar: [lembar.isi(k, 0, garis) for k in ("harmonis", "rating_perilaku")],
    )
    assert isian.temuan == []
    assert (isian.perilaku[JUNI].isi["harmonis"][0], isian.perilaku[JUNI].isi["rating_perilaku"][0]) == (
        "",
        "",
    )
