"""Exports of e-Kinerja BKN as offices get them, with every trap: none missed, none invented, each cell right."""

import csv
import json
import shutil
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from alur.ekspor_uji import KEPALA
from alur.ekspor_uji import tulis_ekspor as tulis
from keluaran_beku import buku as buku_beku
from keluaran_beku import cocokkan
from keluaran_beku import halaman as halaman_beku
from openpyxl.styles import Font
from openxml_audit import OpenXmlValidator
from salinan_contoh import salin_contoh

from asn_nilai.acuan.program import PROGRAM
from asn_nilai.alur.konteks import PenggunaanError
from asn_nilai.alur.perintah.cocokkan import cocokkan_kota
from asn_nilai.alur.perintah.hitung import hitung_kota
from asn_nilai.alur.siapkan import siapkan
from asn_nilai.baca.berkas.galat import tidak_terbaca
from asn_nilai.baca.buku import Buku
from asn_nilai.baca.setoran.ekspor_bkn import baca_periode_bkn
from asn_nilai.cli import main
from asn_nilai.terbit.halaman.cocokkan import halaman_cocokkan

pytestmark = pytest.mark.ditelusuri

PERIODE = "2026-05"


@pytest.fixture(scope="module")
def terhitung(tmp_path_factory):
    kota = tmp_path_factory.mktemp("cocok") / "kota"
    salin_contoh(kota, "bkn")
    konteks = siapkan(kota, PERIODE)
    hitung_kota(konteks, list(konteks.skema.unit), lambda _: None, paralel=1)
    return kota


@pytest.fixture
def kota(terhitung, tmp_path):
    return Path(shutil.copytree(terhitung, tmp_path / "kota"))


def nilai(kota):
    with (kota / "hasil" / PERIODE / "nilai.csv").open(encoding="utf-8", newline="") as berkas:
        return [b for b in csv.DictReader(berkas) if b["status"] != "Pindah"]


def sebaris(asn, **ganti):
    isi = {
        "nip": asn["nip"], "nama": asn["nama"], "jabatan": asn["jabatan"], "hasil": asn["rating_hasil_kerja"],
        "perilaku": asn["rating_perilaku"], "predikat": asn["predikat"],
    }  # fmt: skip
    return [*{**isi, **ganti}.values()]


def beda(kota):
    return cocokkan_kota(siapkan(kota, PERIODE)).pencocokan.sebagai_dict()["beda"]


def entri(asn, apa, kita, bkn, berkas="", sel=""):
    return {"nip": asn["nip"], "apa": apa, "kita": kita, "bkn": bkn, "berkas": berkas, "sel": sel}


def _urut(ini):
    return ini["nip"], ini["apa"]


def test_semua_sama_tidak_ada_yang_berbeda(kota, capsys):
    semua = nilai(kota)
    tulis(kota, "penilai A.xlsx", [sebaris(a) for a in semua[:20]])
    tulis(kota, "penilai B.xlsx", [sebaris(a) for a in semua[20:]])
    with pytest.raises(SystemExit) as akhir:
        main(["cocokkan", str(kota), "--periode", PERIODE, "--json"])
    assert akhir.value.code == 0
    assert json.loads(capsys.readouterr().out) == {"periode": PERIODE, "beda": []}


def test_buku_yang_sedang_dibuka_tidak_meninggalkan_halaman_yang_lama(kota, pegang):
    tulis(kota, "penilai.xlsx", [sebaris(asn) for asn in nilai(kota)])
    pegang("cocokkan.xlsx")
    (pesan,) = cocokkan_kota(siapkan(kota, PERIODE)).pesan
    assert "cocokkan.xlsx tidak dapat ditulis" in pesan
    assert (kota / "hasil" / PERIODE / "cocokkan.html").is_file()


def test_setiap_perbedaan_dengan_selnya(kota):
    semua = nilai(kota)
    a, b, c, d, e = [x for x in semua if x["predikat"] == "Baik"][:5]
    lain = [x for x in semua if x["nip"] not in {a["nip"], b["nip"], c["nip"], d["nip"], e["nip"]}]
    tulis(kota, "penilai A.xlsx", [
        sebaris(a, predikat="Sangat Baik"),
        sebaris(b, hasil="Dibawah Ekspektasi", perilaku="Diatas Ekspektasi"),
        sebaris(c),
        sebaris(d, predikat=""),
    ])  # fmt: skip
    asing = {"nip": "199001012015032009"}
    tulis(
        kota,
        "penilai B.xlsx",
        [sebaris(x) for x in lain]
        + [[asing["nip"], "Orang Lain", "Analis", "Sesuai Ekspektasi", "Sesuai Ekspektasi", "Baik"]],
        geser=3,
    )
    berkas = f"bkn/{PERIODE}/penilai A.xlsx"
    diharapkan = [
        entri(a, "predikat", "Baik", "Sangat Baik", berkas, "G6"),
        entri(b, "rating_hasil_kerja", b["rating_hasil_kerja"], "Di Bawah Ekspektasi", berkas, "E7"),
        entri(b, "rating_perilaku", b["rating_perilaku"], "Di Atas Ekspektasi", berkas, "F7"),
        entri(d, "predikat", "Baik", "", berkas, "G9"),
        entri(e, "tidak-ada-di-bkn", "Baik", ""),
        entri(asing, "tidak-ada-di-hasil", "", "Baik", f"bkn/{PERIODE}/penilai B.xlsx", f"G{9 + len(lain)}"),
    ]
    assert sorted(beda(kota), key=_urut) == sorted(diharapkan, key=_urut)


def test_nip_ganda_dan_bertentangan(kota):
    """Twice alike is no difference; the last one never wins."""
    semua = nilai(kota)
    sama, ganda, tentang = [x for x in semua if x["predikat"] == "Baik"][:3]
    lain = [x for x in semua if x["nip"] not in {sama["nip"], ganda["nip"], tentang["nip"]}]
    tulis(kota, "A.xlsx", [sebaris(sama), sebaris(ganda), sebaris(tentang, predikat="Kurang"), sebaris(sama)])
    tulis(
        kota,
        "B.xlsx",
        [sebaris(ganda, perilaku="Di Atas Ekspektasi"), sebaris(tentang, hasil="Di Bawah Ekspektasi")],
    )
    tulis(kota, "C.xlsx", [sebaris(x) for x in lain])
    a, b = f"bkn/{PERIODE}/A.xlsx", f"bkn/{PERIODE}/B.xlsx"
    assert beda(kota) == [
        x
        for asn in semua
        for x in (
            [entri(ganda, "ganda", "Sesuai Ekspektasi", "Sesuai Ekspektasi; Di Atas Ekspektasi", f"{a}; {b}", "F7; F6")] if asn is ganda
            else [entri(tentang, "bertentangan", "Baik", "Kurang; Baik", f"{a}; {b}", "G8; G7")] if asn is tentang
            else []
        )
    ]  # fmt: skip


def test_yang_dua_kali_sama_dan_berbeda_dari_kita_menyebut_semua_berkasnya(kota):
    """Whoever mends the first file alone would find the difference again in the other."""
    semua = nilai(kota)
    asn = next(x for x in semua if x["predikat"] == "Baik")
    for nama in ("A.xlsx", "B.xlsx"):
        tulis(kota, nama, [sebaris(asn, predikat="Kurang")])
    tulis(kota, "C.xlsx", [sebaris(x) for x in semua if x is not asn])
    berkas = "; ".join(f"bkn/{PERIODE}/{nama}" for nama in ("A.xlsx", "B.xlsx"))
    assert beda(kota) == [entri(asn, "predikat", "Baik", "Kurang", berkas, "G6; G6")]


def test_sebutan_lain_dan_tata_letak_lain_sama_artinya(kota):
    semua = nilai(kota)
    kata = {
        "Di Atas Ekspektasi": "DIATAS EKSPEKTASI",
        "Di Bawah Ekspektasi": "dibawah ekspektasi",
        "Butuh Perbaikan": "Butuh Perbaikan/Cukup",
    }
    baris = [
        sebaris(
            x,
            hasil=kata.get(x["rating_hasil_kerja"], x["rating_hasil_kerja"]),
            predikat=kata.get(x["predikat"], f" {x['predikat']} "),
        )
        for x in semua
    ]
    kepala = ("NO.", "N I P", "NAMA PEGAWAI", "JABATAN", "HASIL KERJA", "PERILAKU KERJA", "PREDIKAT KINERJA")
    tulis(kota, "A.xlsx", baris, kepala=kepala, geser=7, periode="PERIODE BULANAN KE-5 TAHUN 2026")
    assert beda(kota) == []


@pytest.mark.parametrize(
    "periode",
    [
        "Periode Bulanan 4 Tahun 2026",
        "Periode Bulanan 5 Tahun 2025",
        "Periode Tahunan Tahun 2026",
        "Periode Triwulanan 2 Tahun 2026",
        "Periode Penilaian",
    ],
)
def test_ekspor_periode_lain_disebut_dan_tidak_dipakai(kota, periode):
    semua = nilai(kota)
    tulis(kota, "A.xlsx", [sebaris(x) for x in semua])
    tulis(kota, "lain.xlsx", [sebaris(x, predikat="Kurang") for x in semua], periode=periode)
    cocok = cocokkan_kota(siapkan(kota, PERIODE)).pencocokan
    assert cocok.beda == ()
    assert cocok.diabaikan == (f"bkn/{PERIODE}/lain.xlsx",)
    (catatan,) = cocok.temuan
    assert (catatan.kode, catatan.letak.sel) == ("bkn-periode-lain", "A3")


@pytest.mark.parametrize(
    "periode",
    [
        "Periode Bulanan 5 Tahun 2026",
        "Periode Bulanan Mei Tahun 2026",
        "PERIODE : MEI 2026",
        "Periode Penilaian Bulanan: 5 Tahun 2026",
    ],
)
def test_baris_periode_dalam_beberapa_bentuk(kota, periode):
    tulis(kota, "A.xlsx", [sebaris(x) for x in nilai(kota)], periode=periode)
    cocok = cocokkan_kota(siapkan(kota, PERIODE)).pencocokan
    assert (cocok.beda, cocok.temuan) == ((), ())


def test_ekspor_tanpa_baris_periode_dipakai_dan_dikatakan(kota):
    tulis(kota, "A.xlsx", [sebaris(x) for x in nilai(kota)], periode="Rekapitulasi")
    cocok = cocokkan_kota(siapkan(kota, PERIODE)).pencocokan
    assert cocok.beda == ()
    assert [t.kode for t in cocok.temuan] == ["bkn-periode-tidak-jelas"]


def test_berkas_rusak_tanpa_kepala_dan_kunci_office(kota):
    semua = nilai(kota)
    tulis(kota, "A.xlsx", [sebaris(x) for x in semua])
    folder = kota / "bkn" / PERIODE
    (folder / "rusak.xlsx").write_bytes(b"PK\x03\x04 bukan buku kerja")
    tulis(kota, "kosong.xlsx", [], kepala=("Uraian", "Jumlah"))
    (folder / "~$A.xlsx").write_bytes(b"")
    cocok = cocokkan_kota(siapkan(kota, PERIODE)).pencocokan
    assert cocok.beda == ()
    assert {t.letak.berkas.rpartition("/")[2]: t.kode for t in cocok.temuan} == {
        "rusak.xlsx": "berkas-tidak-terbaca", "kosong.xlsx": "kepala-tabel-hilang",
    }  # fmt: skip


def test_nip_sebagai_angka_disebut_dan_orangnya_tidak_dikatakan_hilang(kota):
    semua = nilai(kota)
    berkas = tulis(kota, "A.xlsx", [sebaris(x) for x in semua])
    buku = openpyxl.load_workbook(berkas)
    buku.active["B6"] = float(semua[0]["nip"])
    buku.active["B6"].number_format = "0"
    buku.save(berkas)
    cocok = cocokkan_kota(siapkan(kota, PERIODE)).pencocokan
    assert cocok.beda == ()
    (catatan,) = cocok.temuan
    assert (catatan.kode, catatan.letak.sel, catatan.nip) == ("nip-presisi-hilang", "B6", semua[0]["nip"])


def test_baris_yang_nipnya_tidak_terbaca_disebut_dan_orangnya_tidak_dikatakan_hilang(kota):
    """Blank, damaged or cut short: the row is a finding; its person is known by the name or by what is left of the number."""
    semua = nilai(kota)
    berkas = tulis(kota, "A.xlsx", [sebaris(x) for x in semua])
    buku = openpyxl.load_workbook(berkas)
    buku.active["B6"], buku.active["C6"] = None, semua[0]["nama"].upper()
    buku.active["B7"] = "#N/A"
    buku.active["B7"].data_type = "e"
    buku.active["B8"], buku.active["C8"] = semua[2]["nip"][:-1], "nama lain"
    buku.save(berkas)
    cocok = cocokkan_kota(siapkan(kota, PERIODE)).pencocokan
    assert cocok.beda == ()
    assert [(t.kode, t.letak.sel) for t in cocok.temuan] == [
        ("nip-format", "B6"),
        ("sel-galat", "B7"),
        ("nip-format", "B8"),
    ]
    assert cocok.dibandingkan == len(semua) - 3


def test_setiap_orang_dibandingkan_hilang_atau_belum_pasti(kota):
    """Of three whose NIP an export has lost nobody can say that they agree: page, book and screen count them apart."""
    semua = nilai(kota)
    baris = [sebaris(x) for x in semua[:-1]]
    for isi in baris[:3]:
        isi[0] = f"{isi[0][:17]}"
    tulis(kota, "A.xlsx", baris)
    hasil = cocokkan_kota(siapkan(kota, PERIODE))
    cocok = hasil.pencocokan
    assert [b.apa for b in cocok.beda] == ["tidak-ada-di-bkn"]
    assert (cocok.dibandingkan, cocok.belum_pasti, len(semua)) == (len(semua) - 4, 3, len(cocok.daftar))
    kalimat = f"{len(semua) - 4} ASN ada di keduanya, dari 1 ekspor; 3 lagi belum dapat dicocokkan, sebab NIP-nya tidak terbaca"
    assert cocok.lingkup == kalimat
    assert f"{kalimat}. 1 hal berbeda." in (hasil.folder / "cocokkan.html").read_text(encoding="utf-8")
    tanpa_beda = halaman_cocokkan(replace(cocok, beda=()))
    assert f"{kalimat}. Tidak ada yang berbeda. Bereskan dahulu catatan di bawah." in tanpa_beda


def test_baris_dari_berkas_yang_akhirnya_tidak_dipakai_tidak_ikut(kota, monkeypatch):
    """A file that breaks off at its second sheet is not used, so nothing of its first is."""
    semua = nilai(kota)
    tulis(kota, "A.xlsx", [sebaris(x) for x in semua])
    berkas = tulis(kota, "B.xlsx", [sebaris(semua[0], predikat="Kurang")])
    buku = openpyxl.load_workbook(berkas)
    buku.create_sheet("Lampiran")
    buku.save(berkas)
    asli = Buku.lembar

    def rusak(self, nama):
        if nama == "Lampiran":
            raise tidak_terbaca("isinya rusak")
        return asli(self, nama)

    monkeypatch.setattr(Buku, "lembar", rusak)
    cocok = cocokkan_kota(siapkan(kota, PERIODE)).pencocokan
    assert cocok.diabaikan == (f"bkn/{PERIODE}/B.xlsx",)
    assert cocok.beda == ()
    assert [t.kode for t in cocok.temuan] == ["berkas-tidak-terbaca"]


def test_json_pun_menyebut_hasil_yang_usang_di_luar_json(kota, capsys):
    tulis(kota, "A.xlsx", [sebaris(x) for x in nilai(kota)])
    (kota / "capaian" / PERIODE / "PKM-TB.xlsx").unlink()
    with pytest.raises(SystemExit) as akhir:
        main(["cocokkan", str(kota), "--periode", PERIODE, "--json"])
    tangkapan = capsys.readouterr()
    assert (akhir.value.code, json.loads(tangkapan.out)["beda"]) == (0, [])
    assert "Hasil di sini lebih lama daripada masukannya" in tangkapan.err


def test_kata_asing_sel_galat_dan_isian_dicoret_disebut_tidak_ditebak(kota):
    semua = nilai(kota)
    berkas = tulis(
        kota, "A.xlsx", [sebaris(semua[0], predikat="Sangat Baikk"), *(sebaris(x) for x in semua[1:])]
    )
    buku = openpyxl.load_workbook(berkas)
    buku.active["F9"] = "-"
    buku.active["E7"] = "#REF!"
    buku.active["E7"].data_type = "e"
    buku.active["G8"].font = Font(strike=True)
    buku.save(berkas)
    cocok = cocokkan_kota(siapkan(kota, PERIODE)).pencocokan
    assert [(b.apa, b.bkn, b.sel) for b in cocok.beda] == [("rating_perilaku", "", "F9")]
    assert {t.letak.sel: t.kode for t in cocok.temuan} == {
        "G6": "bkn-isian-tidak-dikenal", "E7": "sel-galat", "G8": "bkn-isian-tidak-dikenal",
    }  # fmt: skip
    assert any("'Baik (dicoret)'" in t.pesan for t in cocok.temuan)


def test_tanpa_ekspor_yang_dapat_dipakai_dikatakan_apa_yang_diunduh(kota):
    with pytest.raises(
        PenggunaanError, match=r"Belum ada ekspor e-Kinerja BKN Mei 2026 .*Unduh 'Rekap Penilaian'"
    ):
        cocokkan_kota(siapkan(kota, PERIODE))
    assert not (kota / "hasil" / PERIODE / "cocokkan.xlsx").exists()


@pytest.mark.parametrize("pilihan", [(), ("--json",)])
def test_bila_tidak_satu_ekspor_pun_dapat_dipakai_tidak_dikatakan_cocok(kota, capsys, pilihan):
    """Nothing was compared: status 0 would say that nothing differs."""
    tulis(kota, "lain.xlsx", [sebaris(nilai(kota)[0])], periode="Periode Bulanan 4 Tahun 2026")
    kota.joinpath("bkn", PERIODE, "rusak.xlsx").write_bytes(b"bukan buku")
    with pytest.raises(SystemExit) as akhir:
        main(["cocokkan", str(kota), "--periode", PERIODE, *pilihan])
    keluaran = capsys.readouterr()
    assert (akhir.value.code, keluaran.out) == (2, "")
    for nama in ("lain.xlsx", "rusak.xlsx"):
        assert f"bkn/{PERIODE}/{nama}" in keluaran.err
    assert "Tidak ada yang berbeda" not in keluaran.err


def test_buku_dan_halaman(kota):
    semua = nilai(kota)
    asn = next(x for x in semua if x["predikat"] == "Baik")
    tulis(kota, "A.xlsx", [sebaris(x, **({"predikat": "Kurang"} if x is asn else {})) for x in semua])
    hasil = cocokkan_kota(siapkan(kota, PERIODE))
    berkas = hasil.folder / "cocokkan.xlsx"
    assert not OpenXmlValidator().validate(berkas).errors
    cocokkan("cocokkan.xlsx.txt", buku_beku(berkas.read_bytes()))
    cocokkan("cocokkan.html.txt", halaman_beku((hasil.folder / "cocokkan.html").read_text(encoding="utf-8")))
    buku = openpyxl.load_workbook(berkas)
    (baris,) = [b for b in buku["Beda"].iter_rows(values_only=True) if asn["nip"] in b]
    assert baris[5:7] == ("Baik", "Kurang")
    tempat, lembar, sel = baris[7].split(" › ")
    assert openpyxl.load_workbook(kota / tempat)[lembar][sel].row == next(
        r[0].row
        for r in openpyxl.load_workbook(kota / tempat)[lembar].iter_rows()
        if asn["nip"] in [c.value for c in r]
    )
    halaman = (hasil.folder / "cocokkan.html").read_text(encoding="utf-8")
    assert asn["nama"] in halaman
    assert "1 hal berbeda" in halaman
    salin = [b for b in buku["Untuk e-Kinerja"].iter_rows(values_only=True) if b[1] == asn["nip"]]
    assert [b[2:] for b in salin] == [
        (asn["nama"], asn["jabatan"], asn["rating_hasil_kerja"], asn["rating_perilaku"], "Baik")
    ]


def test_daftar_untuk_disalin_menurut_penilai_dalam_urutan_e_kinerja(kota):
    """Column by column as e-Kinerja has them, row by row as its export lists them, each assessor apart; nobody is left out."""
    semua = nilai(kota)
    atasan = {p.nip: p.nip_atasan for p in siapkan(kota, PERIODE).skema.penempatan}
    terbalik = semua[:0:-1]  # the first of ours is in no export
    tulis(kota, "A.xlsx", [sebaris(x) for x in terbalik])
    hasil = cocokkan_kota(siapkan(kota, PERIODE))
    baris = list(
        openpyxl.load_workbook(hasil.folder / "cocokkan.xlsx")["Untuk e-Kinerja"].iter_rows(values_only=True)
    )
    awal = next(nomor for nomor, isi in enumerate(baris) if isi[1] == "NIP")
    assert baris[awal][:7] == KEPALA
    kelompok = {}
    for isi in baris[awal + 1 :]:
        if str(isi[0]).startswith("Pejabat penilai: "):
            nip_penilai = isi[0].rpartition("(")[2].strip(")") if "belum tertulis" not in isi[0] else ""
            kelompok[nip_penilai] = []
        elif isi[1]:
            kelompok[nip_penilai].append(isi[:7])
    assert [isi for anggota in kelompok.values() for isi in anggota if isi[0] == 1] == [
        anggota[0] for anggota in kelompok.values()
    ]
    diharapkan = {}
    for x in [*terbalik, semua[0]]:
        diharapkan.setdefault(atasan.get(x["nip"], ""), []).append(x["nip"])
    assert {penilai: [isi[1] for isi in anggota] for penilai, anggota in kelompok.items()} == diharapkan
    menurut = {x["nip"]: x for x in semua}
    for isi in (isi for anggota in kelompok.values() for isi in anggota):
        assert list(isi[1:]) == [ini or None for ini in sebaris(menurut[isi[1]])]


@pytest.mark.parametrize(
    ("teks", "kode"),
    [
        ("Periode Bulanan 6 Tahun 2026", "2026-06"),
        ("PERIODE BULANAN : JUNI TAHUN 2026", "2026-06"),
        ("Periode Triwulanan II Tahun 2026", "2026-T2"),
        ("Periode Tri Wulanan ke-4 Tahun 2026", "2026-T4"),
        ("Periode Semesteran 1 Tahun 2026", "2026-S1"),
        ("Periode Tahunan Tahun 2026", "2026"),
        ("Periode Triwulanan Tahun 2026", None),
        ("Periode Bulanan 13 Tahun 2026", None),
        ("Periode Bulanan 6", None),
        ("Periode Januari s.d. Juni 2026", None),
    ],
)
def test_periode_pada_baris_judul(teks, kode):
    assert baca_periode_bkn(teks) == kode


def test_layar_menyebut_siapa_apa_dan_langkah_berikutnya(kota, capsys, monkeypatch):
    monkeypatch.setattr("asn_nilai.cli.perintah.cocokkan._DISEBUT", 1)
    semua = nilai(kota)
    a, b = [x for x in semua if x["predikat"] == "Baik"][:2]
    tulis(kota, "A.xlsx", [sebaris(x, **({"predikat": "Kurang"} if x in (a, b) else {})) for x in semua])
    tulis(kota, "lain.xlsx", [], periode="Periode Bulanan 4 Tahun 2026")
    with pytest.raises(SystemExit) as akhir:
        main(["cocokkan", str(kota), "--periode", PERIODE])
    assert akhir.value.code == 1
    layar = " ".join(capsys.readouterr().err.split())
    for kalimat in (
        f"{len(semua)} ASN ada di keduanya, dari 1 ekspor.",
        f"Tidak dipakai: bkn/{PERIODE}/lain.xlsx (sebabnya di atas).",
        "2 Predikat berbeda",
        f"{a['nama']} {a['nip']}: Predikat berbeda. asn-nilai: Baik · e-Kinerja: Kurang (bkn/{PERIODE}/A.xlsx › Worksheet › G",
        "… dan 1 lagi di buku dan halamannya",
        "Berikutnya: tanyakan setiap perbedaan kepada pejabat penilainya",
    ):
        assert kalimat in layar
    (kota / "capaian" / PERIODE / "PKM-TB.xlsx").unlink()
    with pytest.raises(SystemExit):
        main(["cocokkan", str(kota), "--periode", PERIODE])
    kata = "Hasil di sini {}; jalankan perintah ini lagi sesudah itu beres. Menyegarkannya: asn-nilai hitung"
    assert kata.format("lebih lama daripada masukannya") in " ".join(capsys.readouterr().err.split())
    manifes = kota / "hasil" / PERIODE / "manifes.json"
    manifes.write_text(manifes.read_text("utf-8").replace(PROGRAM, "asn-nilai 0.0.9"), encoding="utf-8")
    with pytest.raises(SystemExit):
        main(["cocokkan", str(kota), "--periode", PERIODE])
    assert kata.format("ditulis asn-nilai 0.0.9") in " ".join(capsys.readouterr().err.split())


def test_buku_yang_tidak_dapat_diganti_dikatakan_dan_statusnya_satu(kota, capsys):
    tulis(kota, "A.xlsx", [sebaris(x) for x in nilai(kota)])
    (kota / "hasil" / PERIODE / "cocokkan.xlsx").mkdir()
    with pytest.raises(SystemExit) as akhir:
        main(["cocokkan", str(kota), "--periode", PERIODE, "--json"])
    tangkapan = capsys.readouterr()
    assert akhir.value.code == 1
    assert json.loads(tangkapan.out)["beda"] == []
    assert "cocokkan.xlsx tidak dapat" in tangkapan.err
