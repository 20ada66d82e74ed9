"""One cause is one line with the cells it explains, and the lines come in the order in which they are best mended."""

from dataclasses import replace
from string import Formatter

import pytest

from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.setoran.pesan.kelompok_temuan import kelompokkan_sebab, rentang_sel
from asn_nilai.acuan.temuan import Tingkat, katalog, temuan

TARGET, CAPAIAN = "target/PKM.xlsx", "capaian/2026-03/PKM.xlsx"


def temuan_di(kode, sel="", berkas=CAPAIAN, lembar="Capaian", nip="", **isi):
    return temuan(kode, Letak(berkas, lembar, sel), unit="PKM", nip=nip, **isi)


@pytest.mark.parametrize(
    ("sel", "tulisan"),
    [
        ([], ""),
        (["", "H12"], "H12"),
        (["H14", "H12", "H13", "H44"], "H12–H14, H44"),
        (["H12", "H12"], "H12"),
        (["H9", "H10", "H11"], "H9–H11"),
        (["B5", "AA5", "Z5"], "B5, Z5–AA5"),
        (["D17", "E17", "F17", "D18", "E18", "F18"], "D17–F18"),
        (["D17", "D18", "E17"], "D17–D18, E17"),
        (["H1048576", "XFD1"], "H1048576, XFD1"),
        (["aneh", "H2"], "H2, aneh"),
    ],
)
def test_sel_yang_bersebelahan_ditulis_sebagai_rentang(sel, tulisan):
    assert ", ".join(rentang_sel(sel)) == tulisan


def test_empat_ratus_sel_dengan_satu_sebab_menjadi_satu_baris():
    (kelompok,) = kelompokkan_sebab(temuan_di("rumus-tanpa-nilai", f"H{baris}") for baris in range(12, 412))
    assert (kelompok.jumlah, kelompok.sel, str(kelompok.letak)) == (400, "H12–H411", f"{CAPAIAN} › Capaian")
    (sebab,) = kelompok.sebab
    assert (sebab.pesan, sebab.letak.sel) == ("Sel ini berisi rumus tanpa hasil tersimpan.", "H12–H411")


def test_kalimat_yang_berbeda_tetap_dua_sebab_di_satu_kelompok():
    (kelompok,) = kelompokkan_sebab(
        temuan_di("satuan-berbeda", f"G{baris}", teks=teks, satuan="kunjungan")
        for baris, teks in ((12, "orang"), (13, "orang"), (14, "kali"))
    )
    assert [(s.pesan, s.letak.sel) for s in kelompok.sebab] == [
        ("Satuan tertulis 'orang', di daftar indikator 'kunjungan'.", "G12–G13"),
        ("Satuan tertulis 'kali', di daftar indikator 'kunjungan'.", "G14"),
    ]


def test_yang_tidak_menahan_tidak_dicampur_dengan_yang_menahan():
    """One of these cells holds its ASN back, the other does not: whoever mends must see which."""
    ringan = replace(
        temuan_di("angka-tidak-sah", "H12", teks="x", sebab=""), tingkat_khusus=Tingkat.PERINGATAN
    )
    berat = temuan_di("angka-tidak-sah", "H13", teks="y", sebab="")
    for semua in ([ringan, berat], [berat, ringan]):
        assert [(str(k.jenis.tingkat), k.sel) for k in kelompokkan_sebab(semua)] == [
            ("galat", "H13"), ("peringatan", "H12"),
        ]  # fmt: skip


def test_lembar_dan_berkas_yang_berbeda_tidak_dicampur():
    semua = [
        temuan_di("sel-galat", "H12", teks="#REF!"),
        temuan_di("sel-galat", "H12", teks="#REF!", lembar="Perilaku"),
        temuan_di("sel-galat", "H12", teks="#REF!", berkas=TARGET, lembar="Target"),
    ]
    assert [str(k.letak) for k in kelompokkan_sebab(semua)] == [
        f"{CAPAIAN} › Capaian",
        f"{CAPAIAN} › Perilaku",
        f"{TARGET} › Target",
    ]


def test_galat_seluruh_berkas_mendahului_galat_sebuah_sel_di_berkas_sebelumnya():
    semua = [
        temuan_di("sel-galat", "H12", berkas=TARGET, lembar="Target", teks="#REF!"),
        temuan_di("berkas-tidak-terbaca", lembar="", sebab="isinya rusak"),
    ]
    assert [k.jenis.kode for k in kelompokkan_sebab(semua)] == ["berkas-tidak-terbaca", "sel-galat"]


def test_banyak_asn_dengan_sebab_yang_sama_menjadi_satu_kalimat():
    (kelompok,) = kelompokkan_sebab(
        temuan_di("asn-tanpa-capaian", nip=str(urut) * 18, nama=f"ASN {urut}", periode="Maret 2026")
        for urut in range(3)
    )
    (sebab,) = kelompok.sebab
    assert sebab.pesan == (
        "3 ASN mempunyai target pada Maret 2026, tetapi tidak ada satu pun barisnya di buku capaian."
    )
    assert sebab.rincian == ("ASN 0", "ASN 1", "ASN 2")


def test_satu_asn_disebut_namanya():
    (kelompok,) = kelompokkan_sebab([temuan_di("asn-tanpa-target", nama="Siti", periode="Maret 2026")])
    assert (kelompok.sebab[0].pesan, kelompok.sebab[0].rincian) == (
        "Siti tidak mempunyai target pada Maret 2026.",
        (),
    )


def test_indikator_yang_sama_untuk_banyak_asn_disebut_namanya():
    (kelompok,) = kelompokkan_sebab(
        temuan_di("realisasi-kosong", f"H{n}", indikator="KJ (Kunjungan)", periode="Maret 2026", teks="")
        for n in (8, 9)
    )
    assert kelompok.sebab[0].pesan == "Realisasi KJ (Kunjungan) pada Maret 2026 kosong."


def test_urutan_perbaikan():
    semua = [
        temuan_di("target-berubah", "G9", teks="1", target="2", sel_target="x"),
        temuan_di("perilaku-kosong", lembar="Perilaku", nama="Siti", periode="Maret 2026", kurang="semua"),
        temuan_di("bobot-tidak-100", "I9", berkas=TARGET, lembar="Target", nama="Siti", jumlah="90"),
        temuan_di("realisasi-kosong", "H9", indikator="KJ", periode="Maret 2026", teks=""),
        temuan_di("nip-tidak-dikenal", "B9", teks="1", nama=""),
        temuan_di("kolom-hilang", "A7", kolom="Realisasi"),
        temuan_di("baris-tersembunyi", baris="9"),
    ]
    assert [k.jenis.kode for k in kelompokkan_sebab(semua)] == [
        "kolom-hilang",
        "nip-tidak-dikenal",
        "realisasi-kosong",
        "perilaku-kosong",
        "bobot-tidak-100",
        "target-berubah",
        "baris-tersembunyi",
    ]


def test_kunci_ringkas_di_katalog_memang_fakta_kalimatnya():
    for jenis in katalog().values():
        if jenis.ringkas:
            assert f"{{{jenis.ringkas}}}" in jenis.pesan, jenis.kode
            assert f"{{{jenis.ringkas}}}" not in jenis.saran + jenis.pinta, jenis.kode


@pytest.mark.parametrize(
    "jenis", [jenis for jenis in katalog().values() if jenis.ringkas], ids=lambda j: j.kode
)
def test_setiap_jenis_yang_diringkas_mempunyai_sebutannya(jenis):
    """Two findings of one kind in one book must never end the check of a city."""
    ruas = {
        nama
        for teks in (jenis.pesan, jenis.saran, jenis.pinta)
        for _, nama, _, _ in Formatter().parse(teks)
        if nama
    }
    dua = [
        temuan_di(jenis.kode, f"H{n}", **{**dict.fromkeys(ruas, "x"), jenis.ringkas: f"ke-{n}"})
        for n in (1, 2)
    ]
    (kelompok,) = kelompokkan_sebab(dua)
    (sebab,) = kelompok.sebab
    assert (sebab.jumlah, sebab.rincian) == (2, ("ke-1", "ke-2"))
    assert "2 " in sebab.pesan


def test_dua_kata_asing_di_kolom_jenis_masing_masing_satu_sebab():
    dua = [
        temuan_di("jenis-kinerja-tidak-dikenal", f"W{n}", TARGET, "Target", teks=teks, banyak="", dikenal="Utama atau Tambahan")
        for n, teks in enumerate(("Sampingan", "7"), 12)
    ]  # fmt: skip
    (kelompok,) = kelompokkan_sebab(dua)
    assert [sebab.pesan.partition(",")[0] for sebab in kelompok.sebab] == [
        "Jenis tertulis 'Sampingan'",
        "Jenis tertulis '7'",
    ]
