"""The default profile says what ATURAN says, and a faulty file is told by file and key."""

import numpy as np
import pytest
from nilai_buatan import dengan_antarbulan

from asn_nilai.acuan.periode import Periode
from asn_nilai.acuan.profil.ketentuan import daftar_ketentuan
from asn_nilai.acuan.profil.muat_aturan import baca_aturan, muat_aturan, profil_bawaan
from asn_nilai.acuan.profil.nama_excel import angka_bernama, nama_titik_stabil
from asn_nilai.acuan.rumus.galat_aturan import AturanTidakSahError

KODE = "permenpanrb-6-2022"
TEKS = profil_bawaan()[KODE]
ATURAN = muat_aturan(KODE)
ATAS, SESUAI, BAWAH = "Di Atas Ekspektasi", "Sesuai Ekspektasi", "Di Bawah Ekspektasi"


@pytest.mark.parametrize(
    ("hasil", "perilaku", "predikat"),
    [
        (ATAS, BAWAH, "Kurang"), (ATAS, SESUAI, "Baik"), (ATAS, ATAS, "Sangat Baik"),
        (SESUAI, BAWAH, "Kurang"), (SESUAI, SESUAI, "Baik"), (SESUAI, ATAS, "Baik"),
        (BAWAH, BAWAH, "Sangat Kurang"), (BAWAH, SESUAI, "Butuh Perbaikan"), (BAWAH, ATAS, "Butuh Perbaikan"),
    ],
)  # fmt: skip
def test_kuadran_predikat(hasil, perilaku, predikat):
    assert ATURAN.predikat.matriks.nilai[hasil][perilaku] == predikat


@pytest.mark.parametrize(
    ("nhk", "rating"),
    [(0, BAWAH), (89.99, BAWAH), (90, SESUAI), (100, SESUAI), (100.01, ATAS), (120, ATAS), (np.nan, "")],
)
def test_pita_rating_hasil_kerja_pada_kedua_sisi_ambang(nhk, rating):
    assert ATURAN.rating_hasil.beri_label(np.array([float(nhk)])).tolist() == [rating]


def test_pita_sebagai_rumus_sel():
    assert ATURAN.rating_hasil.excel("F9", ("atas", "bawah")) == (
        f'IF(F9>atas,"{ATAS}",IF(F9>=bawah,"{SESUAI}","{BAWAH}"))'
    )


@pytest.mark.parametrize(
    ("teks", "dikenal"),
    [
        ("  di ATAS  ekspektasi ", ATAS),
        ("Diatas Ekspektasi", ATAS),
        ("Di Atas Ekspektasi.", ATAS),
        ("Sesuai", None),
        ("Sangat di atas ekspektasi", None),
    ],
)
def test_rating_dikenali_utuh_tidak_dengan_kemiripan(teks, dikenal):
    assert ATURAN.kenali(teks, ATURAN.rating_perilaku) == dikenal


@pytest.mark.parametrize(
    ("teks", "dikenal"),
    [
        ("Kurang/Misconduct", "Kurang"),
        ("cukup", "Butuh Perbaikan"),
        ("Sangat  Baik", "Sangat Baik"),
        ("Baik sekali", None),
    ],
)
def test_sebutan_predikat_di_berkas_lain(teks, dikenal):
    assert ATURAN.kenali(teks, ATURAN.predikat.urutan) == dikenal


def test_setiap_ketentuan_punya_judul_isi_dasar_dan_kepastian():
    semua = list(daftar_ketentuan(ATURAN))
    assert len(semua) == 44
    assert all(baris.judul and baris.isi and baris.dasar and baris.status for baris in semua)


def test_angka_bernama_berisi_setiap_angka_yang_dipakai_rumus():
    nama = {angka.nama: angka.nilai for angka in angka_bernama(ATURAN)}
    assert nama == {
        "lantai_capaian": 0, "plafon_capaian": 120,
        "stabil_x1_": 0, "stabil_y1_": 0, "stabil_x2_": 90, "stabil_y2_": 100, "stabil_x3_": 100, "stabil_y3_": 120,
        "desimal_nhk": 2, "batas_hasil_1": 100, "batas_hasil_2": 90,
        "skor_perilaku_1": 1, "skor_perilaku_2": 2, "skor_perilaku_3": 3, "batas_perilaku_1": 2.5, "batas_perilaku_2": 1.5,
    }  # fmt: skip
    assert [n for pasang in nama_titik_stabil(ATURAN.capaian) for n in pasang] == [
        n for n in nama if n.startswith("stabil")
    ]


@pytest.mark.parametrize("kode", profil_bawaan())
def test_setiap_angka_bernama_berjudul_lain(kode):
    judul = [angka.judul for angka in angka_bernama(muat_aturan(kode))]
    assert [ini for ini in judul if judul.count(ini) > 1] == []


def test_aturan_berangka_tanpa_padanan_tidak_menamai_skor_perilaku():
    aturan = muat_aturan("pp-30-2019")
    tanpa = aturan.model_copy(update={"perilaku": aturan.perilaku.model_copy(update={"setara": None})})
    nama = {angka.nama for angka in angka_bernama(aturan)} - {angka.nama for angka in angka_bernama(tanpa)}
    assert nama == {"setara_perilaku_1", "setara_perilaku_2", "setara_perilaku_3"}


@pytest.mark.parametrize(
    ("kode", "cara", "isi"),
    [
        (
            "permenpanrb-6-2022",
            "rata-rata",
            "rata-rata skor rating bulan-bulan yang memilikinya, semua unit bagi yang pindah, melalui pita yang sama dengan aspek",
        ),
        (
            "permenpanrb-6-2022",
            "terakhir",
            "rating bulan terakhir yang memilikinya, dari unit terakhir bagi yang pindah",
        ),
        (
            "pp-30-2019",
            "rata-rata",
            "rata-rata nilai perilaku bulan-bulan yang memilikinya, semua unit bagi yang pindah, dibulatkan seperti tercetak",
        ),
        (
            "pp-30-2019",
            "terakhir",
            "nilai perilaku bulan terakhir yang memilikinya, dari unit terakhir bagi yang pindah",
        ),
    ],
)
def test_cara_perilaku_beberapa_bulan_tertulis(kode, cara, isi):
    aturan = dengan_antarbulan(muat_aturan(kode), cara)
    (baris,) = (k for k in daftar_ketentuan(aturan) if k.judul == "Perilaku beberapa bulan menjadi satu")
    assert (baris.isi, baris.dasar, baris.status) == (isi, "Kebijakan instansi", "kebijakan")


@pytest.mark.parametrize(("periode", "berlaku"), [("2021-12", False), ("2022-01", True), ("2026", True)])
def test_masa_berlaku(periode, berlaku):
    assert ATURAN.berlaku_pada(Periode.dari_teks(periode)) is berlaku


def test_masa_berlaku_yang_berakhir():
    lama = baca_aturan(
        TEKS.replace('berlaku_sejak = "2022"', 'berlaku_sejak = "2022"\nberlaku_sampai = "2024-06-30"'), "x"
    )
    assert lama.profil.masa_berlaku == "sejak 2022 sampai 30 Juni 2024"
    assert lama.berlaku_pada(Periode.dari_teks("2024-06"))
    assert not lama.berlaku_pada(Periode.dari_teks("2024-07"))


def rusak(lama: str, baru: str) -> str:
    assert lama in TEKS
    return TEKS.replace(lama, baru, 1)


@pytest.mark.parametrize(
    ("teks", "kata"),
    [
        ("ini bukan = = toml", "bukan TOML yang sah"),
        (rusak('kode = "permenpanrb', 'kod = "permenpanrb'), "profil.kod: kunci ini tidak dikenal"),
        (rusak("format = 1", "format = 2"), "format: berisi 2"),
        (rusak("sampai = 90\n", "sampai = 89\n"), "tidak bersambung"),
        (rusak("sampai_termasuk = true", "sampai_termasuk = false"), "harus termasuk tepat satu pita"),
        (rusak("dari = 100\ndari_termasuk = false", "dari = 100\nsampai = 200\ndari_termasuk = false"), "pita teratas"),
        (rusak('nilai = "minimal"', 'nilai = "ajaib"'), "rumus 'ajaib' tidak dikenal"),
        (rusak("[capaian.rumus.Stabil]", "[capaian.rumus.Lurus]"), "capaian.rumus.Lurus"),
        (rusak("[[0, 0], [90, 100], [100, 120]]", "[[0, 0], [0, 100]]"), "titik_stabil"),
        (rusak("nilai = 120", "nilai = 0"), "lantai harus lebih kecil"),
        (rusak('status = "sekunder"', 'status = "kabar burung"'), "berlaku_bagi.status: berisi 'kabar burung'"),
        (rusak('nilai = ["PNS", "PPPK"]', 'nilai = ["PNS", "Honorer"]'), "berlaku_bagi.nilai"),
        (rusak('dasar = "KMK', 'dasr = "KMK'), "capaian.lantai.dasar: kunci wajib"),
        (rusak('dasar = "KMK', 'dasr = "KMK'), "capaian.lantai.dasr: kunci ini tidak dikenal"),
        (rusak("format = 1", "format = 1\ncatatan = {batas = 3}"), "catatan.batas: berisi 3, padahal harus sebuah tabel"),
        (rusak('= "Sangat Baik"\n\n', '= "Istimewa"\n\n'), "bukan predikat yang dikenal"),
        (rusak('"Cukup" = "Butuh Perbaikan"', '"Cukup" = "Cukup Baik"'), "alias.Cukup"),
        (rusak('{ "Di Bawah Ekspektasi" = 1,', '{ "Rendah" = 1,'), "perilaku.skor"),
        (rusak('berlaku_sejak = "2022"', 'berlaku_sejak = "kemarin"'), "profil.berlaku_sejak"),
    ],
)  # fmt: skip
def test_berkas_aturan_yang_salah_disebut_berkas_dan_kuncinya(teks, kata):
    with pytest.raises(AturanTidakSahError) as galat:
        baca_aturan(teks, "contoh.toml")
    assert str(galat.value).startswith("contoh.toml: ")
    assert kata in str(galat.value)


def test_satu_pita_saja_bukan_tangga():
    awal = TEKS.index("[[rating_hasil.pita]]")
    akhir = TEKS.index("[[rating_hasil.pita]]", TEKS.index("[[rating_hasil.pita]]", awal + 1) + 1)
    with pytest.raises(AturanTidakSahError, match="paling sedikit dua pita"):
        baca_aturan(TEKS[:awal] + TEKS[akhir:], "contoh.toml")


def test_rumus_untuk_satu_polaritas_tidak_ada():
    awal, akhir = TEKS.index("[capaian.rumus.Stabil]"), TEKS.index("[capaian.titik_stabil]")
    with pytest.raises(AturanTidakSahError, match="polaritas Stabil tidak ada"):
        baca_aturan(TEKS[:awal] + TEKS[akhir:], "contoh.toml")


def test_aturan_dari_berkas_sendiri(tmp_path):
    berkas = tmp_path / "kota.toml"
    berkas.write_text(TEKS.replace("nilai = 120", "nilai = 110"), encoding="utf-8")
    sendiri = muat_aturan("kota.toml", tmp_path)
    assert sendiri.capaian.plafon.nilai == 110
    assert sendiri.sha256 != ATURAN.sha256


def test_aturan_yang_tidak_ada_menyebut_yang_tersedia(tmp_path):
    with pytest.raises(AturanTidakSahError, match=r"Yang tersedia: .*permenpanrb-6-2022"):
        muat_aturan("tidak-ada", tmp_path)


def test_aturan_yang_bukan_teks(tmp_path):
    (tmp_path / "biner.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(AturanTidakSahError, match="UTF-8"):
        muat_aturan("biner.toml", tmp_path)
