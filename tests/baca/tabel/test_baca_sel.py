"""Cells that hold no usable number: each is told at its place, none becomes a blank."""

import datetime as dt

import pytest
from dunia_baca import BUDI, JUNI, SITI, Dunia, Lembaran, nilai, satu_temuan, temuan_singkat

from asn_nilai.acuan.isian.formulir.formulir import KUNCI_ASPEK
from asn_nilai.acuan.temuan import Akibat
from asn_nilai.baca.format_sel.lembar import FormatSel
from asn_nilai.baca.tabel.sel import SelRusak, kutip, tandai_rusak


def kotori(dunia: Dunia, posisi: int, isi: object, format_angka: str | None = None):
    """Write a realisasi and return its address and what is read."""
    sel: list[str] = []
    dunia.target()
    dunia.capaian(lambda lembar: sel.append(lembar.isi("realisasi", posisi, isi, format_angka)))
    return sel[0], dunia.baca()


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        ("80–90", "'80–90' tidak dapat dibaca sebagai satu angka karena berupa rentang."),
        ("12 orang", "'12 orang' tidak dapat dibaca sebagai satu angka karena diikuti 'orang'."),
        ("tercapai", "'tercapai' tidak dapat dibaca sebagai satu angka."),
        (True, "'TRUE' tidak dapat dibaca sebagai satu angka karena tersimpan sebagai nilai benar/salah."),
        (
            dt.date(2026, 6, 30),
            "'2026-06-30' tidak dapat dibaca sebagai satu angka karena tersimpan sebagai tanggal.",
        ),
        (
            dt.datetime.fromisoformat("2026-06-30 07:30:00"),
            "'2026-06-30 07:30:00' tidak dapat dibaca sebagai satu angka karena tersimpan sebagai tanggal.",
        ),
        (
            dt.timedelta(hours=36),
            "'1 day, 12:00:00' tidak dapat dibaca sebagai satu angka karena tersimpan sebagai waktu.",
        ),
        (1e200, "'1e+200' tidak dapat dibaca sebagai satu angka karena terlalu besar."),
    ],
)
def test_yang_bukan_angka_ditolak_di_selnya(dunia: Dunia, isi, pesan):
    sel, isian = kotori(dunia, 2, isi)
    assert temuan_singkat(isian) == [("angka-tidak-sah", sel)]
    temuan = satu_temuan(isian, "angka-tidak-sah")
    assert (temuan.pesan, temuan.nip) == (pesan, SITI)
    # A number typed into a cell that shows dates is a date again.
    cara = (
        "Hapus format selnya (Clear Formats), lalu ketik"
        if isinstance(isi, (dt.date, dt.timedelta))
        else "Ketik"
    )
    assert temuan.saran == f"{cara} satu angka saja, misalnya 95,5."
    tabel = isian.capaian[JUNI]
    assert nilai(tabel, "realisasi")[2] is None
    assert tabel.cacat == {("realisasi", 2): "angka-tidak-sah"}
    assert tabel.sel("realisasi", 2) == sel


@pytest.mark.parametrize("teks", ["-", "–", "n/a", "nihil", "belum ada"])
def test_kata_untuk_tidak_ada_adalah_kosong_dan_teksnya_disimpan(dunia: Dunia, teks):
    _, isian = kotori(dunia, 0, teks)
    tabel = isian.capaian[JUNI]
    assert temuan_singkat(isian) == []
    assert nilai(tabel, "realisasi")[0] is None
    assert tabel.teks_kosong == {("realisasi", 0): teks}
    assert not tabel.cacat


def test_nol_yang_tampil_sebagai_garis_tetap_nol(dunia: Dunia):
    _, isian = kotori(dunia, 0, 0, '#,##0;-#,##0;"-"')
    assert nilai(isian.capaian[JUNI], "realisasi")[0] == 0.0
    assert temuan_singkat(isian) == []


@pytest.mark.parametrize(
    "format_angka",
    [
        '0 "hari"',
        "#,##0.00_);[Red](#,##0.00)",
        "_-* #,##0_-",
        r"0\ \h\a\r\i",
        "[$-421]#,##0",
        "0.00E+00",
    ],
)
def test_format_angka_tidak_mengubah_angkanya(dunia: Dunia, format_angka):
    _, isian = kotori(dunia, 2, 4.5, format_angka)
    assert nilai(isian.capaian[JUNI], "realisasi")[2] == 4.5
    assert temuan_singkat(isian) == []


def test_sel_kosong_tetap_kosong_tanpa_temuan(dunia: Dunia):
    _, isian = kotori(dunia, 0, None)
    assert nilai(isian.capaian[JUNI], "realisasi")[0] is None
    assert temuan_singkat(isian) == []
    assert not isian.capaian[JUNI].teks_kosong


@pytest.mark.parametrize("teks", ["#DIV/0!", "#REF!", "#N/A", "#VALUE!"])
def test_sel_galat_menjadi_temuan(dunia: Dunia, teks):
    sel: list[str] = []
    dunia.target()
    dunia.capaian(lambda lembar: sel.append(lembar.galat("realisasi", 5, teks)))
    isian = dunia.baca()
    assert temuan_singkat(isian) == [("sel-galat", sel[0])]
    assert satu_temuan(isian, "sel-galat").pesan == f"Sel ini berisi {teks}."
    assert satu_temuan(isian, "sel-galat").nip == BUDI
    assert isian.capaian[JUNI].cacat == {("realisasi", 5): "sel-galat"}


def test_galat_yang_ditempel_sebagai_teks_juga_temuan(dunia: Dunia):
    sel, isian = kotori(dunia, 0, " #n/a ")
    assert temuan_singkat(isian) == [("sel-galat", sel)]


def test_rumus_tanpa_hasil_tersimpan_menjadi_temuan(dunia: Dunia):
    sel, isian = kotori(dunia, 3, "=G9*2")
    assert temuan_singkat(isian) == [("rumus-tanpa-nilai", sel)]
    assert nilai(isian.capaian[JUNI], "realisasi")[3] is None


def test_nip_atau_kode_rusak_menyisihkan_barisnya(dunia: Dunia):
    sel: list[str] = []
    dunia.target()
    dunia.capaian(
        lambda lembar: sel.extend([lembar.galat("nip", 1, "#N/A"), lembar.isi("kode_indikator", 4, "=A1")])
    )
    isian = dunia.baca()
    tabel = isian.capaian[JUNI]
    assert temuan_singkat(isian) == [("sel-galat", sel[0]), ("rumus-tanpa-nilai", sel[1])]
    assert [temuan.akibat for temuan in isian.temuan] == [Akibat.BARIS, Akibat.ASN]
    assert [temuan.nip for temuan in isian.temuan] == ["", BUDI]
    assert (tabel.teks("nip")[1], tabel.teks("kode_indikator")[4]) == ("", "")
    assert tabel.cacat == {("nip", 1): "sel-galat", ("kode_indikator", 4): "rumus-tanpa-nilai"}


def test_kode_rusak_asn_tak_dikenal_hanya_mengenai_barisnya(dunia: Dunia):
    dunia.target()
    dunia.capaian(lambda lembar: [lembar.galat("kode_indikator", 0), lembar.isi("nip", 0, "123")])
    assert {temuan.kode: temuan.akibat for temuan in dunia.baca().temuan} == {
        "nip-format": Akibat.BARIS,
        "sel-galat": Akibat.BARIS,
    }


def test_teks_rusak_yang_hanya_dibaca_orang_dicatat_tanpa_temuan(dunia: Dunia):
    dunia.target()
    dunia.capaian(lambda lembar: [lembar.galat("nama", 0), lembar.isi("bukti_dukung", 1, "#REF!")])
    isian = dunia.baca()
    assert temuan_singkat(isian) == []
    assert isian.capaian[JUNI].cacat == {("nama", 0): "sel-galat", ("bukti_dukung", 1): "sel-galat"}
    assert isian.capaian[JUNI].teks("nama")[0] == ""


def test_lembar_perilaku_yang_belum_diisi_dikenali_walau_nomor_barisnya_galat(dunia: Dunia):
    """Nobody asks what the numbers of the rows say: an error among them is nothing that was filled in."""

    def kosongkan(lembar: Lembaran) -> None:
        lembar.galat("no", 0)
        for kunci in KUNCI_ASPEK:
            for posisi in range(lembar.jumlah):
                lembar.isi(kunci, posisi, None)

    dunia.target()
    dunia.capaian(perilaku=kosongkan)
    isian = dunia.baca()
    assert isian.tanpa_perilaku == {JUNI}
    assert isian.perilaku[JUNI].cacat == {}


def test_salinan_target_tak_terbaca_diberitahukan_dan_buku_target_berlaku(dunia: Dunia):
    sel: list[str] = []
    asal: list[str] = []
    dunia.target(lambda lembar: asal.append(lembar.sel("jun", 0).coordinate))
    dunia.capaian(
        lambda lembar: sel.extend(
            [
                lembar.isi("target", 0, "empat puluh"),
                lembar.galat("target", 1),
                lembar.isi("target", 2, "=1+1"),
                lembar.isi("target", 4, "-"),
            ]
        )
    )
    isian = dunia.baca()
    assert temuan_singkat(isian) == [("target-berubah", alamat) for alamat in sel[:3]]
    temuan = isian.temuan[0]
    assert (
        temuan.pesan
        == "Target di buku capaian 'empat puluh' (bukan angka), di buku target 40; yang dipakai buku target."
    )
    assert asal[0] in temuan.saran
    assert "#DIV/0!" in isian.temuan[1].pesan
    assert "rumus tanpa hasil" in isian.temuan[2].pesan


def test_salinan_tak_terbaca_tanpa_target_pembanding_dibiarkan(dunia: Dunia):
    dunia.capaian(lambda lembar: lembar.isi("target", 0, "empat puluh"))
    isian = dunia.baca()
    assert [temuan.kode for temuan in isian.temuan] == ["berkas-hilang"]
    assert isian.capaian[JUNI].cacat == {("target", 0): "angka-tidak-sah"}


def test_bulan_di_luar_periode_tidak_menjadi_temuan(dunia: Dunia):
    sel: list[str] = []
    dunia.target(
        lambda lembar: sel.extend(
            [
                lembar.isi("jan", 0, "80–90"),
                lembar.isi("target_tahunan", 0, "=SUM(A1:A2)"),
                lembar.isi("jun", 1, "≥ 95"),
                lembar.isi("jun", 2, "lima"),
            ]
        )
    )
    dunia.capaian()
    isian = dunia.baca()
    assert temuan_singkat(isian) == [("angka-meragukan", sel[2]), ("angka-tidak-sah", sel[3])]
    assert isian.target is not None
    assert isian.target.cacat == {
        ("jan", 0): "angka-tidak-sah", ("target_tahunan", 0): "rumus-tanpa-nilai", ("jun", 2): "angka-tidak-sah",
    }  # fmt: skip
    assert ("angka-tidak-sah", sel[0]) in temuan_singkat(dunia.baca("2026-01"))


def test_sel_perilaku_tetap_seperti_diketik(dunia: Dunia):
    sel: list[str] = []

    def ubah(lembar):
        lembar.isi("akuntabel", 0, 95.5)
        lembar.isi("kompeten", 0, " Di Atas\u00a0Ekspektasi ")
        lembar.isi("harmonis", 0, 0.95, "0%")
        lembar.isi("loyal", 0, nilai=True)
        lembar.isi("adaptif", 0, None)
        sel.append(lembar.galat("kolaboratif", 0))

    dunia.target()
    dunia.capaian(perilaku=ubah)
    isian = dunia.baca()
    tabel = isian.perilaku[JUNI]
    kunci = ("akuntabel", "kompeten", "harmonis", "loyal", "adaptif", "kolaboratif", "rating_perilaku")
    assert [tabel.isi[kolom][0] for kolom in kunci] == [95.5, "Di Atas Ekspektasi", "95%", "TRUE", "", "", ""]
    assert temuan_singkat(isian) == [("sel-galat", sel[0])]
    assert (isian.temuan[0].akibat, isian.temuan[0].nip, isian.temuan[0].letak.lembar) == (
        Akibat.PERILAKU,
        SITI,
        "Perilaku",
    )


def test_sel_rusak_di_luar_yang_terisi_mendapat_tempatnya():
    kisi = tandai_rusak([["a"]], FormatSel(galat={(2, 3): "#N/A"}, rumus_kosong={(0, 1)}))
    assert kisi == [
        ["a", SelRusak("rumus-tanpa-nilai")],
        ["", ""],
        ["", "", "", SelRusak("sel-galat", "#N/A")],
    ]
    assert tandai_rusak([], FormatSel(galat={(0, 0): "#N/A"})) == [[SelRusak("sel-galat", "#N/A")]]


def test_teks_panjang_dikutip_pendek_dalam_satu_baris():
    assert kutip("a\n b") == "a b"
    assert kutip("\u202e83\u202c \u2067x\u2069\u200f") == "83 x"
    assert kutip("x" * 200) == "x" * 79 + "…"
    assert kutip(0.5) == "0,5"


@pytest.mark.parametrize(
    ("lembar", "kunci", "cara"),
    [
        ("capaian", "realisasi", "ketik angkanya langsung"),
        ("capaian", "nip", "ketik NIP-nya sebagai teks"),
        ("capaian", "kode_indikator", "ketik kodenya langsung"),
        ("perilaku", "loyal", "isi ratingnya langsung"),
        ("perilaku", "rating_perilaku", "isi ratingnya langsung"),
        ("perilaku", "ide_baru", "isi Ya, atau kosongkan selnya"),
    ],
)
def test_saran_galat_rumus_menyebut_yang_diisi_di_kolom_itu(dunia_tetap: Dunia, lembar, kunci, cara):
    dunia_tetap.target()
    dunia_tetap.capaian(
        **{
            "ubah" if lembar == "capaian" else "perilaku": lambda ini: (
                ini.isi(kunci, 0, "#N/A"),
                ini.isi(kunci, 1, "=1+1"),
            )
        }
    )
    isian = dunia_tetap.baca()
    saran = {
        temuan.kode: temuan.saran
        for temuan in isian.temuan
        if temuan.kode in {"sel-galat", "rumus-tanpa-nilai"}
    }
    assert saran == {
        "sel-galat": f"Perbaiki rumusnya, atau {cara}.",
        "rumus-tanpa-nilai": (
            f"Buka berkas di Excel atau LibreOffice, simpan sebagai .xlsx, lalu kirim lagi; atau {cara}."
        ),
    }
