"""Which rows below a header are data: each row by itself between, behind and apart from rows that surely are."""

import pytest

from asn_nilai.acuan.isian.formulir.daftar_formulir import FORMULIR
from asn_nilai.acuan.isian.formulir.formulir import lipat_kode
from asn_nilai.baca.tabel.baris import PemilahBaris
from asn_nilai.baca.tabel.sel import RUMUS_KOSONG, SEL_GALAT, SelRusak

SITI, BUDI = "198603152009032001", "199001102015021002"
GALAT, KOSONG = SelRusak(SEL_GALAT, "#REF!"), SelRusak(RUMUS_KOSONG)
PENUH = {
    "no": "1",
    "nip": SITI,
    "nama": "Siti",
    "kode_indikator": "KJ-1",
    "indikator": "Kunjungan",
    "satuan": "kali",
    "target": 40.0,
    "realisasi": 38.0,
}
TIADA: dict[str, object] = {}


def susun(formulir: str, *baris, terisi=None, kode_dikenal=(), mulai=0) -> tuple[list[int], PemilahBaris]:
    """Return the data rows, and who sorted them."""
    kunci = FORMULIR[formulir].kunci
    kisi = [[isi.get(k, "") for k in kunci] for isi in baris]
    pemilah = PemilahBaris(
        kisi, {k: n for n, k in enumerate(kunci)}, FORMULIR[formulir], terisi or {}, kode_dikenal
    )
    return pemilah.pilih(mulai), pemilah


def pilih(*baris, formulir: str = "Capaian", **pilihan) -> list[int]:
    return susun(formulir, *baris, **pilihan)[0]


DI_ANTARA = [
    ({"nama": "Jumlah", "realisasi": 76.0}, False), ({"no": "Total", "realisasi": 76.0}, False), ({"nip": "Jumlah", "realisasi": 76.0}, False),
    ({"kode_indikator": "Subtotal", "realisasi": 76.0}, False), ({"kode_indikator": "JML-08", "realisasi": 76.0}, True), ({"nama": "Jumlah kunjungan", "realisasi": 76.0}, False),
    ({"indikator": "Jumlah kunjungan", "realisasi": 76.0}, True), ({"indikator": "Jumlah", "realisasi": 76.0}, False), ({"no": "2", "indikator": "Jumlah kunjungan", "realisasi": 76.0}, True),
    ({"nip": BUDI, "nama": "Jumlah", "realisasi": 76.0}, True), ({"realisasi": 76.0}, True), ({"realisasi": "76"}, True), ({"target": "76"}, False), ({"no": "2"}, False),
    ({"keterangan": "Halaman 2 dari 5"}, False), ({"nama": "hal. 2"}, False), ({"nama": "- 2 -"}, False), ({"nama": "2/5"}, False), ({"kode_indikator": "Bidang Kesehatan"}, False),
    ({"kode_indikator": "A-12"}, True), ({"nama": "A-12"}, False), ({"nama": "Bidang", "indikator": "Kesehatan"}, False), ({"nama": "Bidang", "realisasi": 5.0}, True), ({"nip": "x", "nama": "Bidang"}, True),
    ({"no": "NIP", "nip": BUDI}, False), ({"no": "Nama :", "nip": "Budi Koto"}, False), ({"nip": "NIP", "nama": BUDI}, False), ({"no": "NIP", "nip": BUDI, "realisasi": 5.0}, True),
    ({"no": "Kunjungan", "nip": BUDI}, True), ({"no": "NIP", "kode_indikator": "KJ-1"}, True), ({"no": "NIP", "realisasi": 5.0}, True),
    ({"realisasi": GALAT}, True), ({"nama": GALAT}, False), ({"nip": GALAT}, True), ({"nama": "a", "realisasi": KOSONG}, True), ({"nama": "a", "target": KOSONG}, False), ({"keterangan": "lanjutan"}, False),
]  # fmt: skip


@pytest.mark.parametrize(("isi", "data"), DI_ANTARA)
def test_baris_di_antara_data_yang_mengaku_sesuatu(isi, data):
    assert pilih(PENUH, isi, PENUH) == ([0, 1, 2] if data else [0, 2])


@pytest.mark.parametrize("kunci", ["kode_indikator", "nama", "keterangan"])
def test_kode_yang_dikenal_sendirian_pun_bukan_judul_kecil(kunci):
    assert pilih(PENUH, {kunci: "kunjungan"}, PENUH, kode_dikenal={lipat_kode("KUNJUNGAN")}) == (
        [0, 1, 2] if kunci == "kode_indikator" else [0, 2]
    )


def test_baris_yang_nipnya_dari_sel_gabungan_bukan_judul_kecil():
    isi = {"kode_indikator": "Kesehatan"}
    assert pilih(PENUH, isi, PENUH, terisi={("nip", 1): 0}) == [0, 1, 2]
    assert pilih(PENUH, isi, PENUH) == [0, 2]


DI_BELAKANG = [
    # (row, data right below the last one, data below a gap)
    ({"nama": "Jumlah", "realisasi": 76.0}, False, False), ({"no": "2", "nama": "Budi"}, True, False), ({"no": "2", "realisasi": 5.0}, True, False), ({"no": "2"}, False, False),
    ({"no": "dua", "nama": "Budi"}, False, False), ({"nama": "Kepala Dinas"}, False, False), ({"satuan": "kali", "realisasi": 5.0}, True, False), ({"indikator": "Kunjungan", "realisasi": 5.0}, True, False),
    ({"no": "2", "nama": "Budi", "satuan": "kali", "realisasi": 5.0}, True, True), ({"no": "2", "nama": "Budi", "satuan": "kali"}, True, False), ({"nama": "Budi", "satuan": "kali", "realisasi": 5.0}, True, False),
    ({"nip": f"NIP {SITI}", "nama": "Siti"}, False, False), ({"nip": SITI}, False, False), ({"nip": SITI, "nama": "Siti"}, True, True), ({"nip": SITI, "realisasi": 5.0}, True, True),
    ({"nip": SITI, "kode_indikator": "KJ-1"}, True, True), ({"nip": "12345678", "nama": "Siti"}, False, False), ({"kode_indikator": "KJ-1", "realisasi": 5.0}, True, True),
    ({"kode_indikator": "KJ-1", "no": "2"}, True, True), ({"kode_indikator": "KJ-1"}, False, False), ({"kode_indikator": "Keterangan:", "realisasi": 5.0}, False, False),
    ({"nip": GALAT}, True, True), ({"kode_indikator": GALAT}, True, True), ({"realisasi": GALAT}, True, False), ({"realisasi": KOSONG}, False, False), ({"realisasi": 5.0}, False, False),
    ({"keterangan": "Mengetahui, 5 Juli 2026"}, False, False),
]  # fmt: skip


@pytest.mark.parametrize(("isi", "sambung", "terpisah"), DI_BELAKANG)
def test_baris_di_belakang_data_yang_terakhir(isi, sambung, terpisah):
    assert pilih(PENUH, isi) == ([0, 1] if sambung else [0])
    assert pilih(PENUH, TIADA, isi) == ([0, 2] if terpisah else [0])


def test_yang_menyambung_baris_tersambung_ikut_tersambung():
    tanpa_nip = {"no": "2", "nama": "Budi"}
    assert pilih(PENUH, tanpa_nip, tanpa_nip) == [0, 1, 2]
    assert pilih(PENUH, tanpa_nip, TIADA, tanpa_nip) == [0, 1]


def test_kode_yang_dikenal_di_bawah_tabel_tetap_data():
    assert pilih(PENUH, TIADA, {"kode_indikator": "Kj-1"}, kode_dikenal={lipat_kode("KJ-1")}) == [0, 2]


@pytest.mark.parametrize(("nomor", "dilewati"), [(0, True), (2, True), (3, False)])
def test_baris_nomor_kolom_hanya_di_tiga_baris_pertama(nomor, dilewati):
    kunci = FORMULIR["Capaian"].kunci
    baris = [PENUH] * 5
    baris[nomor] = dict(zip(kunci, "123456789", strict=False))
    assert pilih(*baris) == [n for n in range(5) if n != nomor or not dilewati]


BELUM = [
    ({"no": "2", "nama": "#N/A"}, True), ({"no": "2", "nip": "-", "nama": 0.0}, True), ({"nama": "#N/A", "satuan": 0.0, "target": 0.0}, True), ({"nama": "#N/A", "satuan": 0.0}, False),
    ({"no": "2", "nama": "#N/A", "realisasi": 5.0}, False), ({"no": "2", "nama": "#N/A", "indikator": "Kunjungan", "satuan": "kali"}, True), ({"no": "2", "nama": "Budi"}, False), ({"no": "2"}, False),
]  # fmt: skip


@pytest.mark.parametrize(("isi", "belum"), BELUM)
def test_baris_yang_baru_disiapkan_bukan_data_dan_dihitung(isi, belum):
    data, pemilah = susun("Capaian", PENUH, isi, PENUH, isi)
    assert pemilah.belum_diisi == ([1, 3] if belum else [])
    assert not belum or data == [0, 2]


def test_kepala_yang_berulang_dicatat():
    label = {k: FORMULIR["Capaian"].label(k) for k in FORMULIR["Capaian"].kunci}
    data, pemilah = susun("Capaian", PENUH, label, PENUH)
    assert (data, pemilah.kepala_lagi) == ([0, 2], [1])
    digeser = dict(
        zip(FORMULIR["Capaian"].kunci, ("", "No", "NIP", "Nama", "Kode Indikator", "Realisasi"), strict=False)
    )
    assert susun("Capaian", PENUH, digeser, PENUH)[1].kepala_lagi == [1]
    sebagian = {k: label[k] for k in ("nip", "nama")}
    assert susun("Capaian", PENUH, sebagian, PENUH)[1].kepala_lagi == []


PERILAKU = {"no": "1", "nip": SITI, "nama": "Siti", "rating_perilaku": "Sesuai Ekspektasi"}


def test_nip_sendirian_terpisah_di_bawah_lembar_perilaku_adalah_tanda_tangan():
    sendiri = {"nip": BUDI}
    assert pilih(PERILAKU, sendiri, formulir="Perilaku") == [0, 1]
    assert pilih(PERILAKU, TIADA, sendiri, formulir="Perilaku") == [0]
    assert pilih(PERILAKU, TIADA, {**sendiri, "nama": "Budi"}, formulir="Perilaku") == [0, 2]
    assert pilih(PERILAKU, TIADA, sendiri, TIADA, sendiri, formulir="Perilaku") == [0]


@pytest.mark.parametrize(
    ("isi", "sambung"),
    [({"harmonis": "Sesuai Ekspektasi", "loyal": "Sesuai Ekspektasi"}, True), ({"harmonis": "Sesuai Ekspektasi"}, False), ({"no": "2", "nama": "Budi"}, True), ({"nip": BUDI, "loyal": "x"}, True)],
)  # fmt: skip
def test_aspek_tanpa_nama_yang_menyambung_adalah_data_bila_lebih_dari_satu(isi, sambung):
    assert pilih(PERILAKU, isi, formulir="Perilaku") == ([0, 1] if sambung else [0])


@pytest.mark.parametrize(
    ("isi", "data"),
    [({"harmonis": "Sesuai Ekspektasi"}, False), ({"nama": "Budi", "harmonis": "Sesuai Ekspektasi"}, True), ({"nama": "Budi", "catatan": "lanjutan"}, False)],
)  # fmt: skip
def test_satu_rating_di_antara_data_milik_seseorang(isi, data):
    assert pilih(PERILAKU, isi, PERILAKU, formulir="Perilaku") == ([0, 1, 2] if data else [0, 2])


TARGET = {"nip": SITI, "kode_indikator": "KJ-1", "bobot": 60.0, "jan": 40.0}


@pytest.mark.parametrize(
    ("isi", "data"),
    [
        ({"bobot": "25"}, True),
        ({"bobot": 25.0}, True),
        ({"mar": "25"}, True),
        ({"target_tahunan": "25"}, False),
        ({"no": "25"}, False),
        ({"bobot": "ringan"}, False),
    ],
)
def test_angka_sendirian_di_kolom_wajib_kehilangan_barisnya(isi, data):
    assert pilih(TARGET, isi, TARGET, formulir="Target") == ([0, 1, 2] if data else [0, 2])


ORANG = {"nip": SITI, "nama": "Siti", "kode_unit": "PKM-01", "jabatan": "Perawat"}


@pytest.mark.parametrize(
    ("isi", "sambung", "terpisah"),
    [
        ({"nama": "Budi", "jabatan": "Perawat", "golongan": "III/a"}, True, False), ({"nama": "Budi", "jabatan": "Perawat"}, False, False), ({"nama": "Budi", "kode_unit": "PKM-01"}, True, True),
        ({"nip": "*", "nama": "Budi", "golongan": "x"}, True, False), ({"nip": "*", "kode_unit": "PKM-01", "nama": "Budi"}, True, True), ({"nama": "Budi"}, False, False),
    ],
)  # fmt: skip
def test_orang_di_register_yang_kehilangan_nip_atau_unitnya(isi, sambung, terpisah):
    assert pilih(ORANG, isi, formulir="Pegawai") == ([0, 1] if sambung else [0])
    assert pilih(ORANG, TIADA, isi, formulir="Pegawai") == ([0, 2] if terpisah else [0])


def test_lembar_tanpa_satu_baris_pun_dan_mulai_di_bawah_kepala():
    assert pilih(TIADA, TIADA) == []
    assert pilih(PENUH, PENUH, PENUH, mulai=1) == [1, 2]
    assert pilih(PENUH, {"nama": "a"}, mulai=1) == []


def test_tabel_yang_semua_barisnya_kehilangan_nip_bermula_tepat_di_bawah_kepala():
    tanpa_nip = {"no": "1", "nama": "Siti"}
    assert pilih(tanpa_nip, tanpa_nip) == [0, 1]
    assert pilih(PENUH, tanpa_nip, mulai=1) == [1]
    assert pilih(TIADA, tanpa_nip) == []
