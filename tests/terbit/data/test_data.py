"""CSV files hold the contract's columns, to the letter, and no formula that a spreadsheet would run."""

import csv
import io
import json
from dataclasses import asdict

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from nilai_buatan import hasil_unit, nilai_asn, nilai_indikator

from asn_nilai.acuan.hasil.hasil_unit import KOLOM_NILAI, KOLOM_RINCIAN, HasilUnit
from asn_nilai.acuan.hasil.ringkas_kota import JejakKota, RekapAkar, RingkasKota
from asn_nilai.acuan.isian.skema import Penempatan
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.periode import Periode
from asn_nilai.acuan.temuan import KUNCI_TEMUAN, temuan
from asn_nilai.terbit.data.catatan_akar import baca_catatan_akar, teks_catatan_akar
from asn_nilai.terbit.data.csv_hasil import (
    PetaCsv,
    baca_csv,
    baris_nilai,
    baris_rincian,
    baris_temuan,
    isi_baris,
    teks_baris,
    teks_csv,
    urai_baris,
)
from asn_nilai.terbit.data.manifes import CatatanUnit, Manifes, baca_saksi, sha256_berkas
from asn_nilai.terbit.data.sel_csv import teks_aman, teks_asli


def hasil(nama="Rina", alasan=()) -> HasilUnit:
    rinci = nilai_indikator(bobot=33.3, target=1e6, realisasi=0.1 + 0.2, capaian=100 / 3)
    orang = Penempatan("199001012015011901", nama, "A", jabatan="Perawat")
    asn = nilai_asn(
        orang,
        indikator=(rinci, rinci),
        nhk=90.0,
        rating_hasil="Sesuai Ekspektasi",
        predikat="Baik",
        alasan=alasan,
    )
    return hasil_unit([asn], periode=Periode.dari_teks("2026-06"))


def test_kolom_kontrak_tanpa_kolom_tambahan():
    teks = teks_csv(KOLOM_NILAI, baris_nilai(hasil()))
    assert teks == (
        "periode,kode_unit,nip,nama,jabatan,jumlah_indikator,nilai_hasil_kerja,rating_hasil_kerja,rating_perilaku,"
        "nilai_akhir,predikat,status,alasan\n"
        "2026-06,A,199001012015011901,Rina,Perawat,2,90,Sesuai Ekspektasi,,,Baik,Dinilai,\n"
    )


def test_angka_15_digit_dengan_titik_desimal_tanpa_ribuan():
    baris = dict(zip(KOLOM_RINCIAN, baris_rincian(hasil())[0], strict=True))
    assert (baris["bobot"], baris["target"], baris["realisasi"], baris["capaian"]) == (
        "33.3",
        "1000000",
        "0.3",
        "33.3333333333333",
    )


@pytest.mark.parametrize("awal", ["=", "+", "-", "@", "\t"])
def test_teks_berawalan_rumus_diberi_petik(awal):
    nama = f'{awal}HYPERLINK("x")'
    baris = dict(zip(KOLOM_NILAI, baris_nilai(hasil(nama=nama))[0], strict=True))
    assert baris["nama"] == "'" + nama
    assert teks_asli(teks_aman(nama)) == nama


def test_teks_berpetik_biasa_tidak_berubah():
    assert teks_asli("'n Dutch") == "'n Dutch"
    assert teks_aman("Rina, S.Kep") == "Rina, S.Kep"


@pytest.mark.parametrize(
    "teks", ["-1", "'-1' pada Akuntabel", "''=A1", "'", "''", "'@", "-", "'-", "'n Dutch"]
)
def test_teks_yang_sudah_berpetik_dibaca_kembali_seperti_semula(teks):
    """A finding that quotes `'-1'` says so in JSON too, where it is read back from temuan.csv."""
    assert teks_asli(teks_aman(teks)) == teks
    assert not teks_aman(teks).startswith(("=", "+", "-", "@"))


@given(st.lists(st.lists(st.text('a,"\n\r ', max_size=4), max_size=4), max_size=4))
@example([[""], [], ["", ""], ["a", '"'], ["a,b"], ["a", "b\n"], ["a\r"]])
def test_baris_tertulis_seperti_ditulis_modul_csv(baris):
    """Rows without a mark are joined, and the others quoted: whoever reads the file sees no difference."""
    tujuan = io.StringIO()
    csv.writer(tujuan, lineterminator="\n").writerows(baris)
    assert teks_baris(baris) == tujuan.getvalue().replace("\r", " ")


def test_baris_unit_terbawa_utuh_dari_berkas_lama(tmp_path):
    koma = temuan(
        "nama-berbeda", Letak("a, b.xlsx", 'Capaian; "revisi"', "C7"), unit="A", teks="=1+1", nama="-"
    )
    isi = baris_nilai(hasil(nama='=Si "A", koma\nbaris', alasan=[koma]))
    assert isi[0][3] == '\'=Si "A", koma\nbaris'
    assert isi[0][-1] == 'nama-berbeda (a, b.xlsx › Capaian; "revisi" › C7)'
    berkas = tmp_path / "nilai.csv"
    berkas.write_text(teks_csv(KOLOM_NILAI, isi), encoding="utf-8", newline="")
    assert baca_csv(berkas, KOLOM_NILAI, "kode_unit") == {"A": isi}
    assert [*urai_baris(PetaCsv(berkas, KOLOM_NILAI, "kode_unit").teks("A"))] == isi


def test_baris_unit_diambil_dari_tempatnya_apa_adanya(tmp_path):
    berkas = tmp_path / "temuan.csv"
    berkas.write_text(
        'unit,isi\n"A","dua\nbaris, ""kutip"" é"\nB,1\nB,2\nA,lagi\n,tanpa\n', encoding="utf-8", newline=""
    )
    peta = PetaCsv(berkas, ("unit", "isi"), "unit")
    assert [*peta] == ["A", "B", ""]
    assert peta.teks("A") == '"A","dua\nbaris, ""kutip"" é"\nA,lagi\n'
    assert (peta.teks("B"), peta.teks(""), peta.teks("C")) == ("B,1\nB,2\n", ",tanpa\n", "")


def test_baris_ditemukan_menurut_yang_dikatakan_bukan_menurut_pengamannya(tmp_path):
    """A unit may be called `@DISKOM`: its rows are that unit's, whatever keeps a spreadsheet from running the cell."""
    berkas = tmp_path / "nilai.csv"
    berkas.write_text("unit,isi\n'@DISKOM,1\n'tanda,2\n", encoding="utf-8", newline="")
    kolom = ("unit", "isi")
    assert baca_csv(berkas, kolom, "unit") == {"@DISKOM": [["'@DISKOM", "1"]], "'tanda": [["'tanda", "2"]]}
    peta = PetaCsv(berkas, kolom, "unit")
    assert ([*peta], peta.teks("@DISKOM")) == (["@DISKOM", "'tanda"], "'@DISKOM,1\n")


def test_berkas_lama_berkepala_lain_atau_tidak_ada(tmp_path):
    berkas = tmp_path / "nilai.csv"
    assert baca_csv(berkas, KOLOM_NILAI, "kode_unit") == {}
    assert [*PetaCsv(berkas, KOLOM_NILAI, "kode_unit")] == []
    berkas.write_text("a,b\n1,2\n", encoding="utf-8")
    assert baca_csv(berkas, KOLOM_NILAI, "kode_unit") == {}
    assert [*PetaCsv(berkas, KOLOM_NILAI, "kode_unit")] == []


def test_temuan_bolak_balik_lewat_csv():
    beda = temuan(
        "nama-berbeda", Letak("capaian/2026-06/A.xlsx", "Capaian", "C7"), unit="A", teks="=1+1", nama="-"
    )
    assert [*isi_baris(KUNCI_TEMUAN, baris_temuan([beda]))] == [beda.sebagai_dict()]
    assert list(beda.sebagai_dict()) == list(KUNCI_TEMUAN)


def test_manifes_bolak_balik_dan_tanpa_waktu(tmp_path):
    unit = {"A": CatatanUnit({"target/A.xlsx": "01"}, {"A/nilai.xlsx": "02"}, {"kode": "A"})}
    manifes = Manifes("2026-06", "permenpanrb-6-2022", "ab", {"skema.xlsx": "cd"}, {"nilai.csv": "ef"}, unit)
    berkas = tmp_path / "manifes.json"
    berkas.write_text("".join(manifes.sebagai_teks()), encoding="utf-8")
    assert Manifes.baca(berkas) == manifes
    assert set(json.loads("".join(manifes.sebagai_teks()))) == {
        "periode", "aturan", "sha256_aturan", "masukan", "keluaran", "unit", "program", "kode_kunci", "sementara",
        "catatan_register", "asing",
    }  # fmt: skip


@pytest.mark.parametrize("kode", [(), ("A",), ("B-2", "A", 'é "B"\n')])
def test_manifes_yang_mengalir_adalah_json_yang_sama(kode):
    unit = {ini: CatatanUnit({f"{ini}.xlsx": "01"}, {}, {"nama": "a\nb", "menunggu": {}}) for ini in kode}
    manifes = Manifes("2026-06", "a", "b", {"skema.xlsx": "cd"}, unit=unit)
    utuh = json.dumps(asdict(manifes), ensure_ascii=False, indent=1, sort_keys=True)
    assert "".join(manifes.sebagai_teks()) == utuh + "\n"


@pytest.mark.parametrize(
    "isi", ["", "{}", "[]", '{"unit": {"A": {"lain": 1}}}', '{"unit": 3}', "[" * 100_000]
)
def test_manifes_yang_rusak_dianggap_tidak_ada(tmp_path, isi):
    berkas = tmp_path / "manifes.json"
    berkas.write_text(isi, encoding="utf-8")
    assert Manifes.baca(berkas) is None


@pytest.mark.parametrize("isi", [None, 5, [1]])
@pytest.mark.parametrize(
    "ruas", ["program", "masukan", "unit", "unit/masukan", "unit/keluaran", "unit/ringkas"]
)
def test_manifes_dengan_isi_berjenis_lain_dianggap_tidak_ada(tmp_path, ruas, isi):
    """Whoever asks it takes each for what it ought to be."""
    manifes = Manifes("2026-06", "a", "b", unit={"A": CatatanUnit({}, {}, {})})
    semua = json.loads("".join(manifes.sebagai_teks()))
    milik = semua["unit"]["A"] if "/" in ruas else semua
    milik[ruas.rpartition("/")[2]] = isi
    berkas = tmp_path / "manifes.json"
    berkas.write_text(json.dumps(semua), encoding="utf-8")
    assert Manifes.baca(berkas) is None


def test_saksi_dengan_angka_tanpa_akhir_tidak_menghentikan(tmp_path):
    berkas = tmp_path / "manifes.json"
    for angka, harap in (("3", (3, "x")), ("1e999", (0, ""))):
        berkas.write_text(f'{{\n "catatan_register": {angka},\n "kode_kunci": "x"\n}}\n', encoding="utf-8")
        assert baca_saksi(berkas) == harap


def test_sha256_dari_isi_berkas(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"abc")
    harap = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert sha256_berkas(tmp_path / "a.txt") == harap
    assert sha256_berkas(tmp_path / "tidak-ada") == ""


def test_kota_yang_tidak_terlihat_tetap_dikenal_di_catatan_akar(tmp_path):
    """Else it would only have to be away once, and no recap knew any more how far it had gone."""
    dahulu = {"a": JejakKota(3, "x", 1), "b": JejakKota(9, "y", 0)}
    rekap = RekapAkar(
        "prov",
        Periode.dari_teks("2026-05"),
        (RingkasKota("a", jejak=JejakKota(5, "z", 1)), RingkasKota("b", sebab="tidak ada")),
    )
    berkas = tmp_path / "rekap_akar.json"
    berkas.write_text(teks_catatan_akar(rekap, dahulu), encoding="utf-8")
    assert baca_catatan_akar(berkas) == {"a": JejakKota(5, "z", 1), "b": JejakKota(9, "y", 0)}
