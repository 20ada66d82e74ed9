"""The one door for numbers: what people type, and what it is read as."""

import pytest
from dunia_baca import JUNI, Dunia, nilai, satu_temuan, temuan_singkat
from hypothesis import given
from hypothesis import strategies as st

from asn_nilai.acuan.tulisan import tulis_angka
from asn_nilai.baca.tabel.angka import baca_angka, kali_seratus, lipat_satuan, rapikan
from asn_nilai.baca.tabel.kolom import angka_polos

HARI = frozenset({"hari"})

JELAS = {
    "95": 95.0, "95,5": 95.5, "0,125": 0.125, "1.250,75": 1250.75, "1.250.000": 1_250_000.0, "12.5": 12.5, "12.50": 12.5,
    "0.125": 0.125, "1250.125": 1250.125, "1250,125": 1250.125, "  95 ": 95.0, "\u00a095\u202f": 95.0, "'95,5": 95.5,
    "’95": 95.0, "12 hari": 12.0, "12hari": 12.0, "12  HARI.": 12.0, "−5": -5.0, "-5,5": -5.5, "+5": 5.0, ",5": 0.5,
    "1 250 000": 1_250_000.0, "95%": 95.0, "95 %": 95.0, "95 persen": 95.0, "12,5％": 12.5, "0": 0.0, "-0": 0.0,
    "1.000.000.000,5": 1_000_000_000.5, "９５": 95.0,
    # What nobody sees separates no digits.
    "12\u200c": 12.0, "\u20661\u200b250,5\u2069": 1250.5, "1\u00ad2 ha\u200dri": 12.0, "12\u200b hari": 12.0,
}  # fmt: skip

MERAGUKAN = {
    "1.250": (1250.0, "; dapat juga berarti 1,25"),
    "-1.250": (-1250.0, "; dapat juga berarti 1,25"),
    "1,250": (1.25, "; dapat juga berarti 1250"),
    "1.250,000": (1250.0, "; dapat juga berarti 1250000"),
    "1.250.000,125": (1_250_000.125, "; dapat juga berarti 1250000125"),
    "1,250,000": (1_250_000.0, "; komanya dibaca sebagai pemisah ribuan"),
    "1,250.75": (1250.75, "; komanya dibaca sebagai pemisah ribuan"),
    "≤ 5 hari": (5.0, "; tanda pembanding di depannya diabaikan"),
    "20.\u00a0": (20.0, "; titik di belakangnya diabaikan"),
    ">=5": (5.0, "; tanda pembanding di depannya diabaikan"),
    "< 5": (5.0, "; tanda pembanding di depannya diabaikan"),
    "± 5": (5.0, "; tanda pembanding di depannya diabaikan"),
    "=5": (5.0, "; tanda pembanding di depannya diabaikan"),
    "–5": (-5.0, "; garis di depannya dibaca sebagai tanda minus"),
    "≥ 1.250": (1250.0, "; dapat juga berarti 1,25; tanda pembanding di depannya diabaikan"),
    "Rp 1.250": (1250.0, "; tanda Rp tidak sesuai dengan satuannya"),
}

TIDAK_SAH = [
    "80–90", "80-90", "80 - 90", "80 s.d. 90", "80 s/d 90", "80 sampai dengan 90", "80 hingga 90%", "80%–90%", "Rp 5 - Rp 10",
    "12 orang", "12 hari kerja", "1e5", "1,5E+03", "(5)", "nan", "inf", "-inf", "12.03.2026", "2026-03-01", "5,", "5-", "1 2", "12..5",
    "1.25.000", "12.50,5", "1,25,000", "½", "10²", "1/2", "Rp", "Rp 12 juta", "tercapai", "lima", "9" * 400, "5 5", "12 m2", "#REF", "TRUE",
    "\u202e83", "\u202e\u202d83", "2\n100", "2\t100", "743 \r\n 744", "1\n250",
]  # fmt: skip


@pytest.mark.parametrize(("teks", "angka"), JELAS.items())
def test_teks_yang_jelas_dibaca_tanpa_catatan(teks, angka):
    bacaan = baca_angka(teks, HARI)
    assert (bacaan.nilai, bacaan.kode) == (angka, "")


@pytest.mark.parametrize(("teks", "harapan"), MERAGUKAN.items())
def test_teks_bermakna_dua_dibaca_cara_indonesia_dan_diberitahukan(teks, harapan):
    bacaan = baca_angka(teks, HARI)
    assert (bacaan.nilai, bacaan.sebab) == harapan
    assert bacaan.kode == "angka-meragukan"


@pytest.mark.parametrize("teks", TIDAK_SAH)
def test_yang_bukan_satu_angka_ditolak(teks):
    bacaan = baca_angka(teks, HARI)
    assert (bacaan.nilai, bacaan.kode) == (None, "angka-tidak-sah")


@pytest.mark.parametrize(
    "teks",
    [
        "", "  ", "-", "–", "—", "--", "---", "_", "n/a", "N/A", "na", "n.a", "n.a.", "nihil", " Nihil ", "belum ada", "Belum Ada", "tidak ada", "belum", "kosong",
        "t.a.", "NULL",
    ],
)  # fmt: skip
def test_kata_untuk_tidak_ada_bukan_angka_dan_bukan_kesalahan(teks):
    assert baca_angka(teks) == baca_angka("")
    assert baca_angka(teks).nilai is None


@pytest.mark.parametrize(
    ("teks", "sebab"),
    [
        ("80–90", " karena berupa rentang"), ("80 s.d. 90\n100", " karena berupa rentang"), ("1\n250", " karena berisi dua angka"), ("1\u2028250", " karena berisi dua angka"),
        ("12 orang", " karena diikuti 'orang'"), ("12 Hari Kerja.", " karena diikuti 'Hari Kerja.'"), ("tercapai", ""), ("1 2", ""), ("9" * 400, ""), ("----", ""),
    ],
)  # fmt: skip
def test_yang_ditolak_menyebut_sebabnya(teks, sebab):
    assert baca_angka(teks, HARI).sebab == sebab


@pytest.mark.parametrize(
    ("teks", "satuan", "dibaca"),
    [
        ("–1.250", "hari", (-1250.0, "; dapat juga berarti 1,25; garis di depannya dibaca sebagai tanda minus", False)),
        ("≤ 1.250.", "hari", (1250.0, "; dapat juga berarti 1,25; titik di belakangnya diabaikan; tanda pembanding di depannya diabaikan", False)),
        ("≥ 95%", "%", (95.0, "; tanda pembanding di depannya diabaikan", True)),
        ("≤ Rp 5", "hari", (5.0, "; tanda Rp tidak sesuai dengan satuannya; tanda pembanding di depannya diabaikan", False)),
        ("1,999", "hari", (1.999, "; dapat juga berarti 1999", False)),
    ],
)  # fmt: skip
def test_beberapa_keraguan_disebut_bersama(teks, satuan, dibaca):
    bacaan = baca_angka(teks, frozenset({satuan}))
    assert ((bacaan.nilai, bacaan.sebab, bacaan.persen), bacaan.kode) == (dibaca, "angka-meragukan")


@pytest.mark.parametrize(
    ("teks", "angka"),
    [("1.250,-", 1250.0), ("1.250,--", 1250.0), ("1.250,–", 1250.0), ("1.250,—", 1250.0), ("1.250,=", 1250.0), ("1.250,---", None)],
)  # fmt: skip
def test_ekor_rupiah_hanya_sah_pada_rupiah(teks, angka):
    assert baca_angka(teks, HARI).nilai is None
    for satuan in ("rp", "rupiah", "idr", "rp."):
        assert baca_angka(teks, frozenset({satuan})).nilai == angka


@pytest.mark.parametrize(
    ("teks", "lipat"),
    [("%", "%"), (" Persen. ", "%"), ("percent", "%"), ("％", "%"), ("persen  poin", "persen poin"), ("Hari\nkerja..", "hari kerja"), ("persentase", "persentase"), ("ha\u00adri\u200b", "hari")],
)  # fmt: skip
def test_satuan_dilipat_untuk_dibandingkan(teks, lipat):
    assert lipat_satuan(teks) == lipat


@pytest.mark.parametrize(
    ("satuan", "kode"),
    [("Rp.", ""), ("idr", ""), ("belanja rp", ""), ("belanja rp juta", "angka-meragukan"), ("triliun rp", "angka-meragukan"), ("rpl", "angka-meragukan")],
)  # fmt: skip
def test_tanda_rupiah_sesuai_dengan_satuan_uang_tanpa_kelipatan(satuan, kode):
    assert baca_angka("Rp 250.000", frozenset({lipat_satuan(satuan)})).kode == kode


@pytest.mark.parametrize(
    "teks",
    ["Rp 1.250.000", "Rp. 1.250.000,-", "rp1.250.000,00", "IDR 1.250.000", "1.250.000,-", "1.250.000 rupiah"],
)
def test_tanda_rupiah_dibaca_sebagai_angka(teks):
    bacaan = baca_angka(teks, frozenset({"rupiah"}))
    assert (bacaan.nilai, bacaan.kode) == (1_250_000.0, "")


@pytest.mark.parametrize(
    ("satuan", "kode"),
    [
        *(
            (f"{kata} rupiah", "angka-meragukan")
            for kata in (
                "ribu",
                "ribuan",
                "juta",
                "jutaan",
                "miliar",
                "miliaran",
                "milyar",
                "milyaran",
                "triliun",
            )
        ),
        ("rupiah per kapita", ""),
        ("jiwa", "angka-meragukan"),
    ],
)
def test_jumlah_rupiah_bukan_angka_bersatuan_juta(satuan, kode):
    assert baca_angka("Rp 250.000", frozenset({satuan})).kode == kode


def test_tanda_rupiah_menjadikan_titik_pemisah_ribuan():
    assert baca_angka("Rp 1.250", frozenset({"rp"})).kode == ""
    assert baca_angka("Rp 1.250.000").kode == ""


def test_tanda_persen_diberitahukan():
    assert baca_angka("95%").persen
    assert not baca_angka("95").persen
    assert lipat_satuan(" Persen ") == lipat_satuan("%") == "%"


def test_angka_tersimpan_hanya_kehilangan_sisa_biner():
    assert rapikan(0.1 + 0.2) == 0.3
    assert rapikan(1e300) == 1e300
    assert rapikan(123456789012345.0) == 123456789012345.0
    assert [kali_seratus(angka) for angka in (0.07, 0.95, 0.29, 1.1, 0.8999)] == [
        7.0,
        95.0,
        29.0,
        110.0,
        89.99,
    ]


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=2, allow_nan=False))
def test_angka_yang_ditulis_program_terbaca_kembali(angka):
    tulisan = tulis_angka(float(angka))
    bacaan = baca_angka(tulisan)
    assert bacaan.nilai == float(angka)
    assert bacaan.kode in {"", "angka-meragukan"}


@given(st.text(max_size=40))
def test_teks_apa_pun_dibaca_ditolak_atau_kosong(teks):
    bacaan = baca_angka(teks, HARI)
    assert bacaan.kode in {"", "angka-meragukan", "angka-tidak-sah"}
    assert (bacaan.nilai is None) or bacaan.kode != "angka-tidak-sah"


@pytest.mark.parametrize(
    ("posisi", "isi", "dibaca"),
    [
        (0, "38", 38.0), (0, " 38\u00a0", 38.0), (0, "'38", 38.0), (0, "38 kunjungan", 38.0), (1, "92,5", 92.5), (1, "92,5%", 92.5),
        (1, "92.5", 92.5), (2, "4 hari", 4.0), (3, "Rp 1.200.000", 1_200_000.0), (3, "1.200.000,00", 1_200_000.0), (3, 1200000, 1_200_000.0),
    ],
)  # fmt: skip
def test_sel_kotor_dan_kembaran_bersihnya_bernilai_sama(dunia: Dunia, posisi, isi, dibaca):
    bersih = dunia.bersih()
    dunia.capaian(lambda lembar: lembar.isi("realisasi", posisi, isi))
    kotor = dunia.baca()
    assert temuan_singkat(kotor) == []
    assert nilai(kotor.capaian[JUNI], "realisasi")[posisi] == dibaca
    harapan = nilai(bersih.capaian[JUNI], "realisasi")
    harapan[posisi] = dibaca
    assert nilai(kotor.capaian[JUNI], "realisasi") == harapan


@pytest.mark.parametrize(
    ("isi", "dibaca", "tertulis"), [("1.250", 1250.0, "1250"), ("≤ 5", 5.0, "5"), ("1,250", 1.25, "1,25")]
)
def test_angka_meragukan_tetap_dinilai_dan_ditunjukkan(dunia: Dunia, isi, dibaca, tertulis):
    sel = {}
    dunia.target()
    dunia.capaian(lambda lembar: sel.update(di=lembar.isi("realisasi", 2, isi)))
    isian = dunia.baca()
    assert temuan_singkat(isian) == [("angka-meragukan", sel["di"])]
    temuan = satu_temuan(isian, "angka-meragukan")
    assert f"'{isi}' dibaca sebagai {tertulis};" in temuan.pesan
    assert (temuan.unit, temuan.nip, temuan.letak.lembar) == ("PKM-01", "198603152009032001", "Capaian")
    assert temuan.letak.berkas == "capaian/2026-06/PKM-01.xlsx"
    assert nilai(isian.capaian[JUNI], "realisasi")[2] == dibaca
    assert not isian.capaian[JUNI].cacat


def test_angka_polos_yang_diingat_tetap_sedikit(monkeypatch):
    monkeypatch.setattr(angka_polos, "_TERBANYAK", 3)
    polos = angka_polos._Polos()
    for angka in (1.0, 2.0, 3.0, 4.0, 5.0, 1.0):
        assert (polos[angka], polos[""]) == (angka, None)
        assert len(polos) <= 4


def test_nol_minus_adalah_nol_siapa_pun_yang_lebih_dulu_dibaca():
    polos = angka_polos._Polos()
    assert (str(polos[-0.0]), str(polos[0.0])) == ("0.0", "0.0")
