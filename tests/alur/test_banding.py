"""Two submissions side by side: what changed is named in the words of the form, the easing first, and nothing else."""

import shutil

import openpyxl
import pytest
from salinan_contoh import CONTOH, salin_contoh

from asn_nilai.acuan.setoran.banding_kiriman import Golongan
from asn_nilai.alur.konteks import PenggunaanError
from asn_nilai.alur.perintah.banding import _indikator, banding
from asn_nilai.cli import main

pytestmark = pytest.mark.ditelusuri


def ubahan(tmp_path, asal, ubah):
    """Return a copy of a workbook of the example, changed by `ubah(workbook)`."""
    salinan = tmp_path / asal.name
    shutil.copy(asal, salinan)
    buku = openpyxl.load_workbook(salinan)
    ubah(buku)
    buku.save(salinan)
    return salinan


def baris_milik(lembar, nip, kode=None):
    return next(
        b[0].row
        for b in lembar.iter_rows()
        if any(str(s.value).strip() == nip for s in b) and (kode is None or any(s.value == kode for s in b))
    )


def kolom(lembar, judul):
    return next(s.column_letter for b in lembar.iter_rows(max_row=12) for s in b if s.value == judul)


def jalankan(capsys, *argumen):
    with pytest.raises(SystemExit) as akhir:
        main(["banding", *map(str, argumen)])
    return akhir.value.code, capsys.readouterr().err


CAPAIAN = CONTOH / "capaian" / "2026-05" / "PKM-TB.xlsx"
TARGET = CONTOH / "target" / "PKM-TB.xlsx"
NIP = "197606162003011926"


def test_target_dan_bobot_yang_berubah_disebut_dengan_selnya(tmp_path):
    tempat = {}

    def ubah(buku):
        lembar = buku["Target"]
        baris = baris_milik(lembar, NIP, "KES-03")
        for judul, isi in (("Mei", 77), ("Bobot", 5), ("Jun", None)):
            sel = f"{kolom(lembar, judul)}{baris}"
            tempat[judul] = (sel, lembar[sel].value)
            lembar[sel] = isi

    hasil = banding(TARGET, ubahan(tmp_path, TARGET, ubah))
    assert [(b.kolom, b.semula, b.menjadi, b.letak_semula.sel, b.letak_menjadi.sel) for b in hasil.beda] == [
        ("Bobot", f"{tempat['Bobot'][1]}", "5", tempat["Bobot"][0], tempat["Bobot"][0]),
        ("Mei", f"{tempat['Mei'][1]}", "77", tempat["Mei"][0], tempat["Mei"][0]),
        ("Jun", f"{tempat['Jun'][1]}", "", tempat["Jun"][0], tempat["Jun"][0]),
    ]
    assert {(b.siapa, b.indikator.split()[0]) for b in hasil.beda} == {
        (f"dr. Andriwaldi Koto ({NIP})", "KES-03")
    }


@pytest.mark.parametrize(
    ("asal", "lembar", "judul"),
    [
        (TARGET, "Target", "Nama"),
        (TARGET, "Target", "Indikator"),
        (CAPAIAN, "Capaian", "Indikator"),
        (CAPAIAN, "Perilaku", "Nama"),
    ],
)
def test_nama_yang_tertulis_lain_pun_perbedaan(tmp_path, asal, lembar, judul):
    tempat = []

    def ubah(buku):
        isi = buku[lembar]
        sel = f"{kolom(isi, judul)}{baris_milik(isi, NIP)}"
        tempat.extend((isi[sel].value, sel))
        isi[sel] = "Yang lain"

    (beda,) = banding(asal, ubahan(tmp_path, asal, ubah)).beda
    assert [beda.kolom, beda.semula, beda.menjadi, beda.letak_menjadi.sel] == [
        judul,
        tempat[0],
        "Yang lain",
        tempat[1],
    ]
    assert beda.golongan is Golongan.LAIN


def test_urutan_ringannya_dahulu_dan_yang_tidak_terbaca_pun_dibandingkan(tmp_path, capsys):
    def ubah(buku):
        lembar = buku["Capaian"]
        baris = baris_milik(lembar, NIP, "KES-03")
        lembar[f"{kolom(lembar, 'Keterangan')}{baris}"] = "diperbaiki"
        lembar[f"{kolom(lembar, 'Realisasi')}{baris}"] = "30–34"
        lembar[f"{kolom(lembar, 'Target')}{baris}"] = 60
        perilaku = buku["Perilaku"]
        perilaku[f"{kolom(perilaku, 'Rating Perilaku')}{baris_milik(perilaku, NIP)}"] = "Di Atas Ekspektasi"
        lembar.delete_rows(baris_milik(lembar, "199705212024212936", "KES-03"))

    baru = ubahan(tmp_path, CAPAIAN, ubah)
    status, layar = jalankan(capsys, CAPAIAN, baru)
    assert status == 1
    urutan = [
        layar.index(f"\n{judul}\n")
        for judul in ("Target dan bobot", "Realisasi", "Perilaku", "Baris yang datang atau hilang", "Lainnya")
    ]
    assert urutan == sorted(urutan)
    for kalimat in (
        "Target 40 menjadi 60",
        "menjadi 30–34 (Capaian › H15)",
        "menjadi tidak ada (Capaian › B",
        "Keterangan kosong menjadi diperbaiki",
    ):
        assert kalimat in layar
    assert (
        "5 perbedaan: 1 target dan bobot, 1 realisasi, 1 perilaku, 1 baris yang datang atau hilang, 1 lainnya."
        in layar
    )

    def ubah_lagi(buku):
        lembar = buku["Capaian"]
        lembar[f"{kolom(lembar, 'Realisasi')}{baris_milik(lembar, NIP, 'KES-03')}"] = "30–38"

    (tmp_path / "lagi").mkdir()
    (beda,) = banding(baru, ubahan(tmp_path / "lagi", baru, ubah_lagi)).beda
    assert (beda.semula, beda.menjadi) == ("30–34", "30–38")


def test_baris_yang_bertukar_tempat_dan_tabel_yang_bergeser_bukan_perbedaan(tmp_path):
    def ubah(buku):
        lembar = buku["Capaian"]
        awal = baris_milik(lembar, NIP, "KES-03")
        atas, bawah = ([s.value for s in lembar[b]] for b in (awal, awal + 1))
        for kolom_ke, (a, b) in enumerate(zip(atas, bawah, strict=True), 1):
            lembar.cell(awal, kolom_ke, b)
            lembar.cell(awal + 1, kolom_ke, a)
        lembar.insert_rows(1, 3)

    assert banding(CAPAIAN, ubahan(tmp_path, CAPAIAN, ubah)).beda == []


def test_kiriman_yang_sama(capsys):
    status, layar = jalankan(capsys, CAPAIAN, CAPAIAN)
    assert status == 0
    assert "(PKM-TB 2026-05) → " in layar
    assert layar.endswith("Tidak ada yang berbeda.\n")


def test_bulan_ini_terhadap_bulan_lalu():
    """Lingkup, target and realisasi of two months; the example's April and May differ in one target copied along."""
    hasil = banding(CONTOH / "capaian" / "2026-04" / "PKM-TB.xlsx", CAPAIAN)
    target = [b for b in hasil.beda if b.golongan.name == "TARGET"]
    assert [(b.indikator.split()[0], b.semula, b.menjadi) for b in target] == [("UMM-01", "26", "34")]


@pytest.mark.parametrize(
    ("mana", "kalimat"),
    [
        ("tidak-ada.xlsx", "Berkas tidak-ada.xlsx tidak ada. Periksa ketikannya."),
        (".", ". adalah folder. Tulis berkas di dalamnya."),
    ],
)
def test_berkas_yang_tidak_ada(capsys, mana, kalimat):
    status, layar = jalankan(capsys, CAPAIAN, mana)
    assert (status, layar) == (2, f"{kalimat}\n")


def test_tanpa_formulir_yang_sama_dikatakan_apa_isinya(tmp_path):
    with pytest.raises(
        PenggunaanError, match=r"tidak mempunyai formulir yang sama.*Capaian, Perilaku; .*Target\.$"
    ):
        banding(CAPAIAN, TARGET)
    rusak = tmp_path / "rusak.xlsx"
    rusak.write_bytes(b"bukan")
    with pytest.raises(PenggunaanError, match=r"(?s)tidak satu pun.*tidak dapat dibuka sebagai buku kerja"):
        banding(rusak, TARGET)


def test_formulir_yang_hanya_di_satu_berkas_dikatakan(tmp_path, capsys):
    tanpa = ubahan(tmp_path, CAPAIAN, lambda buku: buku.remove(buku["Perilaku"]))
    status, layar = jalankan(capsys, CAPAIAN, tanpa)
    assert status == 1
    assert f"Perilaku hanya ada di {CAPAIAN.as_posix()}, jadi tidak dibandingkan." in layar


def test_kolom_kepala_yang_hilang_disebut(tmp_path, capsys):
    def ubah(buku):
        lembar = buku["Perilaku"]
        for baris in lembar.iter_rows(max_row=12):
            for sel in baris:
                if sel.value == "NIP":
                    sel.value = "Nomor"

    status, layar = jalankan(capsys, CAPAIAN, ubahan(tmp_path, CAPAIAN, ubah))
    assert status == 1
    assert "Kolom 'NIP' tidak ada" in layar


def test_baris_kembar_dan_nip_yang_tidak_terbaca_dijodohkan_menurut_isinya(tmp_path):
    def ubah(buku):
        lembar = buku["Capaian"]
        baris = baris_milik(lembar, NIP, "KES-03")
        lembar[f"{kolom(lembar, 'NIP')}{baris}"] = "1976-rusak"

    satu = ubahan(tmp_path, CAPAIAN, ubah)
    assert banding(satu, satu).beda == []
    dua = [(b.semula == "tidak ada", b.siapa) for b in banding(CAPAIAN, satu).beda]
    assert dua == [(False, f"dr. Andriwaldi Koto ({NIP})"), (True, "dr. Andriwaldi Koto (1976-rusak)")]


def test_yang_tidak_pasti_dibaca_disebut_juga_bila_sama_di_keduanya(tmp_path, capsys):
    """A reading that nobody is sure of is said at its cell in both files; a warning alone is no difference."""
    tempat = {}

    def ubah(buku):
        lembar = buku["Capaian"]
        sel = f"{kolom(lembar, 'Realisasi')}{baris_milik(lembar, NIP, 'KES-03')}"
        lembar[sel] = "≤ 38"
        tempat["sel"] = sel

    satu = ubahan(tmp_path, CAPAIAN, ubah)
    status, layar = jalankan(capsys, satu, satu)
    assert status == 0
    assert layar.count(f"{satu.as_posix()} › Capaian › {tempat['sel']}: ") == 2

    def rusakkan(buku):
        buku["Capaian"][tempat["sel"]] = "80–90"

    (tmp_path / "dua").mkdir()
    dua = ubahan(tmp_path / "dua", CAPAIAN, rusakkan)
    status, layar = jalankan(capsys, dua, dua)
    assert status == 1
    assert f"Capaian › {tempat['sel']}: " in layar
    assert "Tidak ada yang berbeda." in layar


def test_lembar_yang_berisi_isian_lain_dan_tidak_dibaca_disebut(tmp_path, capsys):
    def ubah(buku):
        revisi = buku.copy_worksheet(buku["Capaian"])
        revisi.title = "Revisi"
        revisi[f"{kolom(revisi, 'Realisasi')}{baris_milik(revisi, NIP, 'KES-03')}"] = 12

    revisi = ubahan(tmp_path, CAPAIAN, ubah)
    status, layar = jalankan(capsys, CAPAIAN, revisi)
    assert (status, "Tidak ada yang berbeda." in layar) == (0, True)
    assert f"{revisi.as_posix()} › Capaian: Yang dibaca lembar ini; lembar 'Revisi' tidak dibaca" in layar


def test_persen_menurut_register_ruang_kerja_tempat_berkas_itu(tmp_path):
    """The nearest folder with settings is looked at, be its settings sound or not."""
    kota = tmp_path / "kota"
    salin_contoh(kota)
    berkas = kota / "capaian" / "2026-05" / "PKM-TB.xlsx"
    assert "KES-03" in _indikator(berkas)
    (kota / "asn-nilai.toml").write_text("tahun =", encoding="utf-8")
    assert _indikator(berkas) == {}
    assert _indikator(tmp_path / "lepas.xlsx") == {}
