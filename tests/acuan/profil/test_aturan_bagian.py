"""What every profile shares: dated figures, a base to build on, and the small loaders beside the profiles."""

import numpy as np
import pytest

from asn_nilai.acuan.isian.formulir.formulir import KUNCI_ASPEK
from asn_nilai.acuan.periode import Periode
from asn_nilai.acuan.profil.ketentuan import belum_diperiksa, bersama_syarat, daftar_ketentuan
from asn_nilai.acuan.profil.muat_aturan import baca_aturan, muat_aturan, profil_bawaan, profil_berlaku
from asn_nilai.acuan.profil.nama_excel import angka_bernama
from asn_nilai.acuan.rumus.angka_kredit import AngkaKredit, angka_kredit
from asn_nilai.acuan.rumus.galat_aturan import AturanTidakSahError, baca_bentuk
from asn_nilai.acuan.rumus.konversi import kalimat_konversi, konversi_excel, konversikan
from asn_nilai.acuan.rumus.pita import Pita
from asn_nilai.acuan.rumus.rumus import RUMUS
from asn_nilai.acuan.rumus.skala import SkalaIndikator, muat_skala
from asn_nilai.acuan.setoran.perilaku import KUNCI_IDE, KUNCI_RATING, PembacaPerilaku

DASAR = 'dasar_profil = "permenpanrb-6-2022"\nformat = 1\n\n[profil]\nkode = "kota"\n\n'
RIWAYAT = (
    DASAR
    + """
[capaian.plafon]
judul = "Plafon capaian (persen)"

[[capaian.plafon.versi]]
nilai = 110
dasar = "Perwali lama"
status = "kebijakan"
berlaku_sejak = "2022"
berlaku_sampai = "2026-06-30"

[[capaian.plafon.versi]]
nilai = 120
dasar = "Perwali baru"
status = "kebijakan"
berlaku_sejak = "2026-07-01"
"""
)


@pytest.mark.parametrize(
    ("periode", "plafon"),
    [("2025", 110), ("2026-06", 110), ("2026-07", 120), ("2026-S1", 110), ("2026", 120)],
)
def test_versi_yang_berlaku_pada_akhir_periode_yang_dipakai(periode, plafon):
    aturan = baca_aturan(RIWAYAT, "kota.toml")
    assert aturan.capaian.plafon.nilai == 120
    assert aturan.pada(Periode.dari_teks(periode)).capaian.plafon.nilai == plafon
    assert aturan.pada(Periode.dari_teks(periode)).sha256 == aturan.sha256


def test_sebelum_versi_pertama_dipakai_versi_pertama():
    assert baca_aturan(RIWAYAT, "x").pada(Periode.dari_teks("2020-01")).capaian.plafon.nilai == 110


def test_tanpa_riwayat_aturan_tetap_dirinya():
    aturan = muat_aturan("pp-30-2019")
    assert aturan.pada(Periode.dari_teks("2026")) is aturan


def test_profil_di_atas_dasar_hanya_mengubah_yang_disebut():
    dasar, kota = muat_aturan("permenpanrb-6-2022"), baca_aturan(DASAR, "kota.toml")
    assert kota.capaian == dasar.capaian
    assert kota.profil.kode == "kota"
    assert kota.sha256 != dasar.sha256
    assert muat_aturan("bukittinggi").predikat == dasar.predikat


@pytest.mark.parametrize(
    ("periode", "kode"),
    [
        ("2026-03", ["bukittinggi", "kemenkeu-127-2026", "permenpanrb-6-2022", "pp-30-2019"]),
        ("2021-06", ["perka-bkn-1-2013", "pp-30-2019"]),
        ("2021-07", ["permenpanrb-8-2021", "pp-30-2019"]),
        ("2021", ["pp-30-2019"]),
        ("2014-01", ["perka-bkn-1-2013"]),
        ("2013-12", []),
        ("2020", ["perka-bkn-1-2013", "pp-30-2019"]),
    ],
)
def test_profil_yang_berlaku(periode, kode):
    assert profil_berlaku(Periode.dari_teks(periode)) == kode


@pytest.mark.parametrize("kode", profil_bawaan())
def test_setiap_ketentuan_berdasar_dan_berjudul_sendiri(kode):
    semua = list(daftar_ketentuan(muat_aturan(kode)))
    assert all(baris.judul and baris.isi and baris.dasar for baris in semua)
    assert len({baris.judul for baris in semua}) == len(semua)


def test_angka_yang_belum_diperiksa_disebut():
    assert belum_diperiksa(muat_aturan("pp-30-2019")) == (
        "Predikat: Kurang",
        "Predikat: Sangat Kurang",
        "Panduan sebaran predikat di seluruh instansi",
    )
    assert belum_diperiksa(muat_aturan("permenpanrb-6-2022")) == ()


def test_rumus_menurut_aspek_tidak_peduli_huruf_besar():
    aturan = muat_aturan("perka-bkn-1-2013")
    assert aturan.rumus("Minimal", " waktu ").kode == "efisiensi"
    assert aturan.rumus_atau_tiada("Minimal", "") is None
    with pytest.raises(KeyError):
        aturan.rumus("Minimal", "Mutu")


@pytest.mark.parametrize(
    ("kode", "target", "realisasi", "terburuk", "kalimat"),
    [
        ("terbalik", 100, 120, None, "100 ÷ 120 × 100"),
        ("terbalik", 100, 0, None, "realisasi 0, tidak ada yang dapat dibagi: plafon"),
        ("terbalik", 0, 2, 10, "(10 − 2) ÷ 10 × 100"),
        (
            "efisiensi", 100, 80, None,
            "efisiensi = 100 − 80 ÷ 100 × 100 = 20 (tidak lebih dari 24); (1,76 × 100 − 80) ÷ 100 × 100",
        ),
        (
            "efisiensi", 100, 50, None,
            "efisiensi = 100 − 50 ÷ 100 × 100 = 50 (lebih dari 24); 76 − ((1,76 × 100 − 50) ÷ 100 × 100 − 100)",
        ),
    ],
)  # fmt: skip
def test_kalimat_rumus_lain(kode, target, realisasi, terburuk, kalimat):
    parameter = muat_aturan("perka-bkn-1-2013").parameter()
    assert RUMUS[kode].kalimat(target, realisasi, terburuk, parameter) == kalimat


@pytest.mark.parametrize(
    ("capaian", "puncak", "kalimat"),
    [
        (115, False, "capaian 115 masuk ruas di atas 110 = 120"),
        (100, True, "capaian 100 dari target yang tidak dapat dilampaui = 120"),
        (111, False, "capaian 111 masuk ruas di atas 110 = 120"),
        (
            101,
            False,
            "capaian 101 masuk ruas 101 sampai 110: 110 + (101 − 101) × (120 − 110) ÷ (110 − 101) = 110",
        ),
        (100, False, "capaian 100 masuk ruas tepat 100 = 109"),
        (99, False, "capaian 99 masuk ruas Cukup: 70 + (99 − 80) × (89 − 70) ÷ (99 − 80) = 89"),
        (80, False, "capaian 80 masuk ruas Cukup: 70 + (80 − 80) × (89 − 70) ÷ (99 − 80) = 70"),
        (85, True, "capaian 85 masuk ruas Cukup: 70 + (85 − 80) × (89 − 70) ÷ (99 − 80) = 75"),
        (0, False, "capaian 0 masuk ruas Sangat Kurang: 0 + (0 − 0) × (49 − 0) ÷ (59 − 0) = 0"),
    ],
)
def test_kalimat_konversi(capaian, puncak, kalimat):
    konversi = muat_aturan("permenpanrb-8-2021").capaian.konversi
    assert kalimat_konversi(capaian, di_puncak=puncak, konversi=konversi) == kalimat


@pytest.mark.parametrize(
    ("isi", "angka", "tidak_sah"),
    [
        (95.0, 95.0, ()), ("95,5", 95.5, ()), (" 12.5 ", 12.5, ()), ("sesuai  ekspektasi", 90.0, ()), (0.0, 0.0, ()),
        ("1.250", None, (KUNCI_RATING,)), (-1.0, None, (KUNCI_RATING,)), ("Baik", None, (KUNCI_RATING,)),
        ("95%", None, (KUNCI_RATING,)),
    ],
)  # fmt: skip
def test_sel_perilaku_berupa_angka(isi, angka, tidak_sah):
    perilaku = PembacaPerilaku(muat_aturan("pp-30-2019")).baris({KUNCI_RATING: isi})
    assert (None if np.isnan(perilaku.angka) else perilaku.angka, perilaku.tidak_sah) == (angka, tidak_sah)


def test_angka_pimpinan_mengalahkan_aspek_dan_ditulis_sebagai_teks():
    isi = dict.fromkeys(KUNCI_ASPEK, 80.0) | {KUNCI_RATING: 95.5}
    assert PembacaPerilaku(muat_aturan("pp-30-2019")).baris(isi).rating == "95.5"


@pytest.mark.parametrize(
    ("isi", "ide", "tidak_sah"),
    [
        ("Ya", True, ()),
        ("ya ", True, ()),
        ("", False, ()),
        ("tidak", False, ()),
        ("Aplikasi", False, (KUNCI_IDE,)),
    ],
)
def test_ide_baru_dikenali_atau_dilaporkan(isi, ide, tidak_sah):
    perilaku = PembacaPerilaku(muat_aturan("pp-30-2019")).baris({KUNCI_RATING: 90.0, KUNCI_IDE: isi})
    assert (perilaku.ide_baru, perilaku.tidak_sah, perilaku.terhalang) == (ide, tidak_sah, False)


def test_isian_yang_dikenal_disebut_dengan_kata():
    assert PembacaPerilaku(muat_aturan("pp-30-2019")).dikenal.startswith("angka 0 sampai 120, Di Bawah")
    assert PembacaPerilaku(muat_aturan("bukittinggi")).dikenal.startswith("Di Bawah Ekspektasi, ")


def test_angka_kredit_menolak_yang_tidak_dikenal():
    for isi in (("Istimewa", "Ahli Muda", 12), ("Baik", "Ahli", 12), ("Baik", "Ahli Muda", 13)):
        with pytest.raises(ValueError, match="Angka kredit: "):
            angka_kredit().hitung(*isi)
    with pytest.raises(AturanTidakSahError, match=r"x\.toml: persen: kunci wajib ini tidak ada"):
        baca_bentuk(AngkaKredit, "format = 1", "x.toml")


def test_skala_yang_tidak_ada_atau_rusak():
    with pytest.raises(AturanTidakSahError, match="permendagri-86-2017"):
        muat_skala("tidak-ada")
    with pytest.raises(AturanTidakSahError, match=r"x\.toml: kode: kunci wajib"):
        baca_bentuk(SkalaIndikator, "format = 1", "x.toml")


def test_tanpa_ide_baru_pita_bersyarat_dilewati():
    tangga = muat_aturan("pp-30-2019").predikat.tangga
    assert tangga.beri_label(np.array([115.0])).tolist() == ["Baik"]
    assert tangga.excel("A1", ("b1", "b2", "b3", "b4"), 'B1="Ya"').startswith(
        'IF(AND(A1>=b1,B1="Ya"),"Sangat Baik",IF('
    )


KONVERSI = (
    DASAR
    + """
[capaian.konversi.desimal]
judul = "Desimal"
nilai = 0
dasar = "Perwali"
status = "kebijakan"

[[capaian.konversi.ruas]]
label = "semua"
titik = [[0, 0], [120, 60]]
dasar = "Perwali"
status = "kebijakan"
"""
)


def test_konversi_tanpa_target_tertinggi():
    aturan = baca_aturan(KONVERSI, "kota.toml")
    konversi = aturan.capaian.konversi
    assert konversikan(np.array([80.0]), np.array([True]), konversi, float).tolist() == [40.0]
    assert konversi_excel("A1", "B1", "C1", konversi) == (
        "konversi_1_y1_+(ROUND(ROUND(A1,11),desimal_konversi)-konversi_1_x1_)*(konversi_1_y2_-konversi_1_y1_)"
        "/(konversi_1_x2_-konversi_1_x1_)"
    )
    assert not [a for a in angka_bernama(aturan) if "alami" in a.nama]
    assert [k.isi for k in daftar_ketentuan(aturan) if "semua" in k.judul] == [
        "garis lurus melalui (0; 0) (120; 60)"
    ]


def test_konversi_di_sel_bertanya_dulu_apakah_target_tidak_dapat_dilampaui():
    konversi = muat_aturan("permenpanrb-8-2021").capaian.konversi
    bulat = "ROUND(ROUND(A1,11),desimal_konversi)"
    assert konversi_excel("A1", "B1", "C1", konversi).startswith(
        f"IF(AND(ISNUMBER(C1),B1=C1,{bulat}>=konversi_alami_x_),konversi_alami_y_,"
        f"IF({bulat}>=konversi_1_x1_,konversi_1_y1_,"
        f"IF({bulat}>=konversi_2_x1_,konversi_2_y1_+({bulat}-konversi_2_x1_)*"
    )


def tanpa(kode: str, awal: str, akhir: str) -> str:
    """Return a profile's text without the part from one heading up to another."""
    teks = profil_bawaan()[kode]
    return teks[: teks.index(awal)] + teks[teks.index(akhir) :]


@pytest.mark.parametrize(
    ("teks", "kata"),
    [
        (
            tanpa("pp-30-2019", "\n[nilai_akhir]\n", "\n[predikat]\n"),
            "predikat.cara = 'pita' memerlukan nilai_akhir",
        ),
        (
            tanpa("permenpanrb-6-2022", "[[rating_hasil.pita]]", "[perilaku.skor]"),
            "predikat.matriks memerlukan rating_hasil",
        ),
    ],
)
def test_bagian_yang_saling_memerlukan(teks, kata):
    with pytest.raises(AturanTidakSahError, match=kata):
        baca_aturan(teks, "x.toml")


def test_pita_di_bawah_yang_bersyarat_menyebut_siapa_lagi_yang_di_situ():
    isi = {baris.judul: baris.isi for baris in daftar_ketentuan(muat_aturan("pp-30-2019"))}
    assert isi["Predikat: Sangat Baik"] == "nilai akhir 110 ≤ x, dan ada ide baru yang bermanfaat"
    assert (
        isi["Predikat: Baik"]
        == "nilai akhir 90 ≤ x < 110; juga di atasnya bila syarat Sangat Baik tidak terpenuhi"
    )
    assert isi["Predikat: Cukup"] == "nilai akhir 70 ≤ x < 90"


def test_dua_pita_bersyarat_disebut_keduanya():
    pita = [
        Pita(label=label, dari=dari, sampai=sampai, syarat=syarat, dasar="D", status="teks")
        for label, dari, sampai, syarat in (
            ("A", 3, None, "ide-baru"), ("B", 2, 3, "ide-baru"), ("C", 1, 2, None), ("D", None, 1, None)
        )
    ]  # fmt: skip
    assert [syarat for _, syarat in bersama_syarat(pita)] == [
        ", dan ada ide baru yang bermanfaat",
        ", dan ada ide baru yang bermanfaat; juga di atasnya bila syarat A tidak terpenuhi",
        "; juga di atasnya bila syarat A atau B tidak terpenuhi",
        "",
    ]
