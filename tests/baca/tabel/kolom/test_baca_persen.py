"""Percent: 95 and 95% are one; 0,95 beside a target of 95 is nobody's guess."""

import pytest
from dunia_baca import JUNI, SITI, Dunia, nilai, realisasi, satu_temuan, temuan_singkat

from asn_nilai.acuan.isian.formulir.formulir import KUNCI_BULAN


@pytest.mark.parametrize(
    ("isi", "format_angka", "dibaca"),
    [
        (92, None, 92.0), (0.92, "0%", 92.0), (0.925, "0.0%", 92.5), (0.07, "0%", 7.0), (1.1, "0.00%", 110.0), ("92%", None, 92.0),
        (0, "0%", 0.0), (0.92, "[Red]0%;-0%", 92.0), (92, '0"%"', 92.0), (92, r"0\%", 92.0), ("0,92%", None, 0.92), (1.6, None, 1.6), (0.012, "0.0%", 1.2), (0.015, "0.0%", 1.5),
    ],
)  # fmt: skip
def test_baris_persen_membaca_yang_tampak_di_sel(dunia: Dunia, isi, format_angka, dibaca):
    _, isian = realisasi(dunia, 1, isi, format_angka)
    assert temuan_singkat(isian) == []
    assert nilai(isian.capaian[JUNI], "realisasi")[1] == dibaca


@pytest.mark.parametrize("isi", [0.95, "0,95", 1.5, 0.01, "1.5"])
def test_pecahan_polos_di_samping_target_utuh_dilaporkan_tanpa_diubah(dunia: Dunia, isi):
    sel, isian = realisasi(dunia, 1, isi)
    assert temuan_singkat(isian) == [("persen-meragukan", sel)]
    assert nilai(isian.capaian[JUNI], "realisasi")[1] is None
    assert isian.capaian[JUNI].cacat == {("realisasi", 1): "persen-meragukan"}
    assert satu_temuan(isian, "persen-meragukan").nip == SITI


def test_kalimatnya_menyebut_yang_tersimpan_dan_yang_perlu_diketik(dunia: Dunia):
    _, isian = realisasi(dunia, 1, 0.95)
    temuan = satu_temuan(isian, "persen-meragukan")
    assert (
        temuan.pesan
        == "0,95 pada indikator bersatuan persen tersimpan tanpa tanda persen, sedangkan targetnya 95."
    )
    assert temuan.saran == "Ketik 95 bila itu maksudnya; angka ini tidak diubah sendiri oleh program."


@pytest.mark.parametrize(
    ("isi", "format_angka", "dibaca", "tampak"),
    [(92.5, "0.0%", 9250.0, "9.250%"), (9.5, "0%", 950.0, "950%"), (9.4, "0%", 940.0, ""), (9250, None, 9250.0, ""), ("9250%", None, 9250.0, "")],
)  # fmt: skip
def test_format_persen_sesudah_angkanya_diketik_disebut(dunia: Dunia, isi, format_angka, dibaca, tampak):
    """92,5 that was made a percentage afterwards shows 9250%: what is seen counts, and is told where the target is a tenth of it."""
    sel, isian = realisasi(dunia, 1, isi, format_angka)
    assert nilai(isian.capaian[JUNI], "realisasi")[1] == dibaca
    assert temuan_singkat(isian) == ([("angka-meragukan", sel)] if tampak else [])
    if tampak:
        temuan = satu_temuan(isian, "angka-meragukan")
        angka = f"{isi:g}".replace(".", ",")
        assert (
            temuan.pesan
            == f"'{tampak}' dibaca sebagai {dibaca:.0f}; begitulah format selnya menampilkan {angka}, sedangkan targetnya 95."
        )
        assert temuan.saran == f"Hapus format selnya (Clear Formats), lalu ketik {angka} bila itu maksudnya."
        assert (temuan.nip, isian.capaian[JUNI].cacat) == (SITI, {})


@pytest.mark.parametrize(("target", "ada"), [(9250, False), (None, False), (925, True)])
def test_format_persen_dibandingkan_dengan_buku_target(dunia: Dunia, target, ada):
    dunia.target(lambda lembar: lembar.isi("jun", 1, target))
    dunia.capaian(lambda lembar: lembar.isi("realisasi", 1, 92.5, "0.0%"))
    assert [temuan.kode for temuan in dunia.baca().temuan] == (["angka-meragukan"] if ada else [])


@pytest.mark.parametrize("salinan", [None, 0.95])
def test_buku_target_saja_cukup_meragukan_pecahan(dunia: Dunia, salinan):
    sel, isian = realisasi(dunia, 1, 0.95, target=salinan)
    assert temuan_singkat(isian) == [("persen-meragukan", sel)]


def test_salinan_target_saja_cukup_meragukan_pecahan(dunia: Dunia):
    dunia.capaian(lambda lembar: lembar.isi("realisasi", 1, 0.95))
    assert [temuan.kode for temuan in dunia.baca().temuan] == ["berkas-hilang", "persen-meragukan"]


def test_pecahan_di_samping_pecahan_tidak_masalah(dunia: Dunia):
    dunia.target(lambda lembar: [lembar.isi(kunci, 1, 1.5) for kunci in lembar.kunci[7:19]])
    dunia.capaian(lambda lembar: [lembar.isi("realisasi", 1, 0.95), lembar.isi("target", 1, 1.5)])
    isian = dunia.baca()
    assert temuan_singkat(isian) == []
    assert nilai(isian.capaian[JUNI], "realisasi")[1] == 0.95


@pytest.mark.parametrize(
    ("isi", "format_angka", "tertulis"), [(0.95, "0%", "95%"), ("95%", None, "95%"), (0.955, "0.0%", "95,5%")]
)
def test_persen_di_baris_bersatuan_lain_meragukan(dunia: Dunia, isi, format_angka, tertulis):
    sel, isian = realisasi(dunia, 2, isi, format_angka)
    assert temuan_singkat(isian) == [("persen-meragukan", sel)]
    temuan = satu_temuan(isian, "persen-meragukan")
    assert temuan.pesan.startswith(
        f"{tertulis} pada indikator bersatuan hari ditampilkan sebagai persen"
    ) or temuan.pesan.startswith(f"{tertulis} pada indikator bersatuan hari ditulis sebagai persen")
    assert nilai(isian.capaian[JUNI], "realisasi")[2] is None


def test_aturan_yang_sama_berlaku_untuk_target(dunia: Dunia):
    sel: list[str] = []

    def ubah(lembar):
        lembar.isi("jun", 1, 0.95, "0%")
        sel.append(lembar.isi("jun", 2, 0.05, "0%"))
        sel.append(lembar.isi("jun", 5, 0.95))
        lembar.isi("jan", 5, 0.95)

    dunia.target(ubah)
    dunia.capaian()
    isian = dunia.baca()
    assert temuan_singkat(isian) == [("persen-meragukan", alamat) for alamat in sel]
    assert nilai(isian.target, "jun")[1] == 95.0
    assert isian.target is not None
    assert isian.target.cacat == dict.fromkeys((("jun", 2), ("jun", 5), ("jan", 5)), "persen-meragukan")


def test_bobot_dalam_persen_apa_pun_satuan_barisnya(dunia: Dunia):
    dunia.target(
        lambda lembar: [
            lembar.isi("bobot", 0, 0.25, "0%"),
            lembar.isi("bobot", 2, "25%"),
            lembar.isi("bobot", 3, "25,0"),
        ]
    )
    dunia.capaian()
    isian = dunia.baca()
    assert temuan_singkat(isian) == []
    assert nilai(isian.target, "bobot") == [25.0] * 8


def test_satuan_indikator_di_belakang_bobot_adalah_satuan_asing(dunia: Dunia):
    sel: list[str] = []
    dunia.target(
        lambda lembar: sel.extend([lembar.isi("bobot", 2, "25 hari"), lembar.isi("bobot", 3, 25, '0" hari"')])
    )
    dunia.capaian()
    isian = dunia.baca()
    assert temuan_singkat(isian) == [("angka-tidak-sah", sel[0]), ("angka-meragukan", sel[1])]
    assert (
        satu_temuan(isian, "angka-tidak-sah").pesan
        == "'25 hari' tidak dapat dibaca sebagai satu angka karena diikuti 'hari'."
    )
    assert nilai(isian.target, "bobot")[2:4] == [None, 25.0]


def test_tanpa_indikator_dikenal_lembarnya_yang_menentukan_persen(dunia: Dunia):
    dunia.target()
    dunia.capaian(
        lambda lembar: [
            lembar.isi("kode_indikator", 0, "X-1"), lembar.isi("satuan", 0, "%"), lembar.isi("realisasi", 0, 0.5, "0%"),
            lembar.isi("kode_indikator", 1, "X-2"), lembar.isi("satuan", 1, None), lembar.isi("realisasi", 1, "50%"),
        ]
    )  # fmt: skip
    isian = dunia.baca()
    assert nilai(isian.capaian[JUNI], "realisasi")[:2] == [50.0, None]
    assert satu_temuan(isian, "persen-meragukan").pesan.startswith(
        "50% pada indikator bersatuan bukan persen ditulis"
    )


def test_angka_meragukan_bertanda_persen_di_baris_lain_diberitahukan_sekali(dunia_tetap: Dunia):
    dunia_tetap.target()
    dunia_tetap.capaian(lambda lembar: lembar.isi("realisasi", 2, "≤ 5%"))
    assert satu_temuan(dunia_tetap.baca(), "persen-meragukan").pesan.startswith("≤ 5%")


@pytest.mark.parametrize(
    ("target", "isi", "ragu"),
    [(0.2, 20.2, True), (0.9, 7, True), (0.2, 0.25, False), ("0,2%", 20.2, False), (20, 20.2, False)],
)
def test_target_pecahan_polos_di_samping_realisasi_bulat_meragukan(dunia: Dunia, target, isi, ragu):
    sel: list[str] = []

    def ubah(lembar):
        for kunci in (*KUNCI_BULAN, "target_tahunan"):
            lembar.isi(kunci, 1, target)
        sel.append(lembar.sel("jun", 1).coordinate)

    dunia.target(ubah)
    dunia.capaian(
        lambda lembar: [lembar.isi("target", 1, target), sel.append(lembar.isi("realisasi", 1, isi))]
    )
    isian = dunia.baca()
    assert temuan_singkat(isian) == ([("persen-meragukan", sel[1])] if ragu else [])
    if ragu:
        teks = str(target).replace(".", ",")
        assert (
            f"persen berhadapan dengan target {teks} ({sel[0]} di buku target)"
            in satu_temuan(isian, "persen-meragukan").pesan
        )
        assert isian.capaian[JUNI].isi["realisasi"][1] is None
