"""Behaviour from e-Kinerja's exports for a unit that sends no Perilaku sheet: said everywhere, guessed nowhere, kept like any input."""

import csv
import json
from pathlib import Path

import openpyxl
import pytest
from alur.ekspor_uji import pakai_bkn, tanpa_lembar, tulis_ekspor
from alur.riwayat.buku_uji import ubah
from openxml_audit import OpenXmlValidator

MEI = ("--periode", "2026-05")
HITUNG = ("--periode", "2026-05", "--paralel", "1")
TANPA, BERLEMBAR = "PKM-TB", "DINKES"
SESUAI, ATAS, BAWAH = "Sesuai Ekspektasi", "Di Atas Ekspektasi", "Di Bawah Ekspektasi"
A, B = "bkn/2026-05/penilai A.xlsx", "bkn/2026-05/penilai B.xlsx"


def baca(kota, nama="nilai.csv"):
    with (kota / "hasil/2026-05" / nama).open(encoding="utf-8", newline="") as berkas:
        return list(csv.DictReader(berkas))


def milik(kota, unit=TANPA):
    return [b for b in baca(kota) if b["kode_unit"] == unit]


def temuan(kota, *kode):
    return [
        (b["kode"], b["unit"], b["nip"], b["berkas"], b["sel"])
        for b in baca(kota, "temuan.csv")
        if b["kode"] in kode
    ]


def sebaris(asn, perilaku=SESUAI):
    return [asn["nip"], asn["nama"].upper(), asn["jabatan"], SESUAI, perilaku, "Baik"]


@pytest.fixture(scope="session")
def dasar(hasil_mei):
    """The people of both units as May's results have them."""
    return milik(hasil_mei), milik(hasil_mei, BERLEMBAR)


@pytest.fixture
def kota_bkn(kota, dasar):
    """A city in which one unit sends no Perilaku sheet; its people stand in two assessors' exports, row 6 the first."""
    tanpa_lembar(kota)
    pakai_bkn(kota)
    puskesmas, dinas = dasar
    tulis_ekspor(kota, "penilai A.xlsx", [sebaris(puskesmas[0], ATAS), *map(sebaris, puskesmas[1:6])])
    tulis_ekspor(
        kota,
        "penilai B.xlsx",
        [*map(sebaris, puskesmas[6:]), *(sebaris(asn, BAWAH) for asn in dinas)],
        geser=2,
    )
    return kota


def test_tanpa_pengaturan_itu_ekspor_tidak_dipakai(kota, jalankan, dasar):
    tanpa_lembar(kota)
    tulis_ekspor(kota, "penilai A.xlsx", map(sebaris, dasar[0]))
    assert jalankan("hitung", kota, *HITUNG)[0] == 1
    assert {b["rating_perilaku"] for b in milik(kota)} == {""}
    assert temuan(kota, "perilaku-dari-bkn") == []


def test_rating_dari_ekspor_dan_lembar_sendiri_yang_menang(kota_bkn, jalankan, dasar):
    assert jalankan("hitung", kota_bkn, *HITUNG)[0] == 0
    puskesmas, dinas = dasar
    assert {b["nip"]: b["rating_perilaku"] for b in milik(kota_bkn)} == {
        b["nip"]: ATAS if b is puskesmas[0] else SESUAI for b in puskesmas
    }
    assert {b["status"] for b in milik(kota_bkn)} == {"Dinilai"}
    assert milik(kota_bkn, BERLEMBAR) == dinas  # although the exports say otherwise of each of them
    assert temuan(kota_bkn, "perilaku-dari-bkn") == [
        ("perilaku-dari-bkn", TANPA, "", f"capaian/2026-05/{TANPA}.xlsx", "")
    ]
    (info,) = [b for b in baca(kota_bkn, "temuan.csv") if b["kode"] == "perilaku-dari-bkn"]
    assert info["tingkat"] == "info"
    assert (
        f"rating perilaku {len(puskesmas)} ASN diambil dari ekspor e-Kinerja BKN ({A}, {B})" in info["pesan"]
    )


def test_yang_meninggalkan_lembarnya_disebut_di_samping_yang_mengirim(kota_bkn, jalankan):
    """Who leaves the sheet out chooses which rating counts; where nobody sends one, there is nothing to choose."""
    jalankan("hitung", kota_bkn, *HITUNG)
    (baris,) = [b for b in baca(kota_bkn, "temuan.csv") if b["kode"] == "perilaku-lembar-ditinggalkan"]
    assert (baris["tingkat"], baris["unit"]) == ("peringatan", "")
    assert baris["pesan"].startswith(
        "Lembar Perilaku tidak dikirim 1 unit, jadi perilakunya dari e-Kinerja BKN: Puskesmas"
    )
    assert baris["pesan"].endswith("Unit lain yang mengirimnya: 1.")
    tanpa_lembar(kota_bkn, BERLEMBAR)
    jalankan("hitung", kota_bkn, *HITUNG)
    assert temuan(kota_bkn, "perilaku-lembar-ditinggalkan") == []


def test_unit_yang_belum_setor_tidak_disebut_mengirim_lembarnya(kota_bkn, jalankan):
    (kota_bkn / f"capaian/2026-05/{BERLEMBAR}.xlsx").unlink()
    jalankan("hitung", kota_bkn, *HITUNG)
    assert temuan(kota_bkn, "perilaku-lembar-ditinggalkan") == []


def test_setiap_muka_menyebut_asalnya_dengan_sel(kota_bkn, jalankan, dasar):
    jalankan("hitung", kota_bkn, *HITUNG)
    asn = dasar[0][0]
    hasil = kota_bkn / "hasil/2026-05"
    buku = openpyxl.load_workbook(hasil / TANPA / "nilai.xlsx")
    assert not OpenXmlValidator().validate(hasil / TANPA / "nilai.xlsx").errors
    (baris,) = [
        b for b in buku["Perilaku"].iter_rows(values_only=True) if asn["nip"] in b and "Mei 2026" in b
    ]
    assert baris[-1] == f"e-Kinerja BKN: {A} › Worksheet › F6"
    halaman = (hasil / TANPA / "ringkasan.html").read_text(encoding="utf-8")
    assert "e-Kinerja BKN, F6" in halaman
    assert f"{A} › Worksheet" in halaman
    assert "e-Kinerja BKN" not in (hasil / BERLEMBAR / "ringkasan.html").read_text(encoding="utf-8")
    status, keluar, layar = jalankan("jelaskan", asn["nip"], kota_bkn, *MEI)
    assert status == 0
    assert f"e-Kinerja BKN: {ATAS} {A} › Worksheet › F6" in " ".join((keluar + layar).split())
    kartu = (hasil / f"kartu/kartu-{asn['nip']}.html").read_text(encoding="utf-8")
    for kata in (
        f"{ATAS}, dari ekspor e-Kinerja BKN untuk Mei 2026 ({A} › Worksheet › F6)",
        "Kebijakan instansi ([bkn] perilaku)",
    ):
        assert kata in kartu
    isi = json.loads(jalankan("jelaskan", asn["nip"], kota_bkn, *MEI, "--json")[1])
    (langkah,) = [ini for ini in isi["langkah"] if ini["judul"] == "Rating perilaku"]
    assert (langkah["status"], "e-Kinerja BKN" in langkah["dasar"]) == ("kebijakan", True)
    assert [ini["dari_bkn"] for ini in isi["perilaku"]] == [True]


def test_kartu_panjang_menyebut_bulan_yang_dari_ekspor(kota_bkn, jalankan, dasar):
    nip = dasar[0][0]["nip"]
    jalankan("jelaskan", nip, kota_bkn, "--periode", "2026-01:2026-05")
    (kartu,) = (kota_bkn / "hasil").rglob(f"kartu-{nip}.html")
    assert "Dari ekspor e-Kinerja BKN, tanpa lembar Perilaku: Mei." in kartu.read_text(encoding="utf-8")


def test_ekspor_yang_bertentangan_tidak_ditebak(kota_bkn, jalankan, dasar):
    """Two words for one rating are no contradiction; two ratings are, whichever comes last; twice alike is once."""
    puskesmas, _ = dasar
    kembar, beda, rusak = puskesmas[1], puskesmas[2], puskesmas[3]
    tulis_ekspor(
        kota_bkn, "penilai C.xlsx",
        [sebaris(puskesmas[0], "DIATAS EKSPEKTASI"), sebaris(kembar), sebaris(beda, ATAS), sebaris(rusak)],
    )  # fmt: skip
    berkas = kota_bkn / A
    buku = openpyxl.load_workbook(berkas)
    buku.active["F9"], buku.active["F9"].data_type = "#REF!", "e"
    buku.save(berkas)
    assert jalankan("hitung", kota_bkn, *HITUNG)[0] == 1
    assert temuan(kota_bkn, "perilaku-bkn-tidak-pasti", "perilaku-kosong", "perilaku-tidak-sah") == [
        ("perilaku-bkn-tidak-pasti", TANPA, beda["nip"], A, "F8"),
        ("perilaku-bkn-tidak-pasti", TANPA, rusak["nip"], A, "F9"),
    ]
    (pesan,) = [
        b["pesan"]
        for b in baca(kota_bkn, "temuan.csv")
        if b["nip"] == beda["nip"] and b["kode"] == "perilaku-bkn-tidak-pasti"
    ]
    c = "bkn/2026-05/penilai C.xlsx"
    assert f"'{SESUAI}' ({A} › Worksheet › F8) dan '{ATAS}' ({c} › Worksheet › F8) bertentangan" in pesan
    (info,) = [b["pesan"] for b in baca(kota_bkn, "temuan.csv") if b["kode"] == "perilaku-dari-bkn"]
    assert f"rating perilaku {len(puskesmas) - 2} ASN" in info
    hasil = {b["nip"]: b for b in milik(kota_bkn)}
    for asn in (beda, rusak):
        ini = hasil[asn["nip"]]
        assert (ini["status"], ini["rating_perilaku"], ini["nilai_hasil_kerja"]) == (
            "Belum Dinilai",
            "",
            asn["nilai_hasil_kerja"],
        )
        assert "perilaku-bkn-tidak-pasti" in ini["alasan"]
    assert (hasil[puskesmas[0]["nip"]]["rating_perilaku"], hasil[kembar["nip"]]["rating_perilaku"]) == (
        ATAS,
        SESUAI,
    )


def test_yang_tidak_ada_di_ekspor_dan_kata_asing_ditunjuk(kota_bkn, jalankan, dasar):
    puskesmas, _ = dasar
    tulis_ekspor(kota_bkn, "penilai A.xlsx", [sebaris(puskesmas[1], "Bagus"), *map(sebaris, puskesmas[2:6])])
    jalankan("hitung", kota_bkn, *HITUNG)
    assert temuan(kota_bkn, "perilaku-kosong", "perilaku-tidak-sah") == [
        ("perilaku-tidak-sah", TANPA, puskesmas[1]["nip"], A, "F6"),
        ("perilaku-kosong", TANPA, puskesmas[0]["nip"], "bkn/2026-05", ""),
    ]
    (saran,) = [b["saran"] for b in baca(kota_bkn, "temuan.csv") if b["kode"] == "perilaku-tidak-sah"]
    assert "betulkan di e-Kinerja, lalu unduh ekspornya lagi; atau isi ratingnya di lembar Perilaku." in saran
    (pesan,) = [b["pesan"] for b in baca(kota_bkn, "temuan.csv") if b["kode"] == "perilaku-kosong"]
    assert "lembar Perilaku tidak ada atau kosong, dan ekspor di bkn/2026-05 tidak memuat ratingnya" in pesan


def test_tanpa_ekspor_yang_dipakai_pun_disebut_di_mana_dicari(kota_bkn, jalankan):
    """A forgotten download, or one of another month: the reason must name the folder, not only the sheet."""
    for berkas in (A, B):
        (kota_bkn / berkas).unlink()
    jalankan("hitung", kota_bkn, *HITUNG)
    (pertama, *_) = [b for b in baca(kota_bkn, "temuan.csv") if b["kode"] == "perilaku-kosong"]
    assert (
        "lembar Perilaku tidak ada atau kosong, dan ekspor di bkn/2026-05 tidak memuat ratingnya"
        in pertama["pesan"]
    )


def test_lembar_yang_tidak_diisi_sama_dengan_tidak_ada_dan_satu_isian_mengembalikannya(kota, jalankan, dasar):
    puskesmas, _ = dasar
    pakai_bkn(kota)
    tulis_ekspor(kota, "penilai A.xlsx", [sebaris(asn, ATAS) for asn in puskesmas])
    berkas = kota / f"capaian/2026-05/{TANPA}.xlsx"
    buku = openpyxl.load_workbook(berkas)
    lembar = buku["Perilaku"]
    judul = next(b for b in lembar.iter_rows() if "Loyal" in [sel.value for sel in b])
    kosong = [sel.column for sel in judul if sel.value not in {"No", "NIP", "Nama"}]
    for nomor in range(judul[0].row + 1, lembar.max_row + 1):
        for kolom in kosong:
            lembar.cell(nomor, kolom).value = None
    buku.save(berkas)
    jalankan("hitung", kota, *HITUNG)
    assert {b["rating_perilaku"] for b in milik(kota)} == {ATAS}
    ubah(berkas, "Perilaku", "Rating Perilaku", puskesmas[0]["nip"], "", SESUAI)
    assert jalankan("hitung", kota, *HITUNG)[0] == 1
    assert {b["rating_perilaku"] for b in milik(kota)} == {SESUAI, ""}
    assert temuan(kota, "perilaku-dari-bkn") == []
    ubah(
        berkas, "Perilaku", "Rating Perilaku", puskesmas[0]["nip"], "", "#REF!"
    )  # something was there: nobody's word replaces it
    jalankan("hitung", kota, *HITUNG)
    assert {b["rating_perilaku"] for b in milik(kota)} == {""}
    assert temuan(kota, "perilaku-dari-bkn") == []
    buku = openpyxl.load_workbook(berkas)
    buku["Perilaku"].delete_rows(1, buku["Perilaku"].max_row)
    buku.save(berkas)
    jalankan("hitung", kota, *HITUNG)
    assert {b["rating_perilaku"] for b in milik(kota)} == {ATAS}


def test_ekspor_yang_dipegang_program_lain_tidak_tercatat_hilang(kota_bkn, jalankan, pegang_baca):
    """Its ratings are there, though nobody can read them now: the register, which never forgets, has nothing to tell."""
    jalankan("hitung", kota_bkn, *HITUNG)
    nilai, register = milik(kota_bkn), (kota_bkn / "riwayat/2026-05.jsonl").read_bytes()
    with pegang_baca(kota_bkn / A):
        assert jalankan("hitung", kota_bkn, *HITUNG)[0] == 1
    assert [sel[3] for sel in temuan(kota_bkn, "berkas-sedang-dibuka")] == [A]
    assert "" in {b["rating_perilaku"] for b in milik(kota_bkn)}
    assert baca(kota_bkn, "perubahan.csv") == []
    jalankan("hitung", kota_bkn, *HITUNG)
    assert (milik(kota_bkn), (kota_bkn / "riwayat/2026-05.jsonl").read_bytes()) == (nilai, register)


def test_ekspor_yang_dipegang_tidak_menahan_catatan_unit_berlembar(kota_bkn, jalankan, pegang_baca, dasar):
    """Nothing of it is read for that unit: what it sent otherwise is a change, and is told at once."""
    jalankan("hitung", kota_bkn, *HITUNG)
    nip = dasar[1][0]["nip"]
    ubah(kota_bkn / f"capaian/2026-05/{BERLEMBAR}.xlsx", "Perilaku", "Loyal", nip, "", BAWAH)
    with pegang_baca(kota_bkn / A):
        assert jalankan("hitung", kota_bkn, *HITUNG)[0] == 1
    assert (BERLEMBAR, "perilaku") in {(b["kode_unit"], b["apa"]) for b in baca(kota_bkn, "perubahan.csv")}


def test_hanya_unit_tanpa_lembar_yang_usang_oleh_ekspor(kota_bkn, jalankan, hasil_json, dasar):
    jalankan("hitung", kota_bkn, *HITUNG)
    manifes = json.loads((kota_bkn / "hasil/2026-05/manifes.json").read_text(encoding="utf-8"))
    assert {A, B} <= manifes["masukan"].keys()

    def dihitung():
        _, isi = hasil_json("hitung", kota_bkn, *MEI)
        return sorted({unit["kode_unit"] for unit in isi["unit"]} - set(isi["dibawa"]))

    assert dihitung() == []
    tulis_ekspor(kota_bkn, "penilai A.xlsx", map(sebaris, dasar[0][:6]))
    assert dihitung() == [TANPA]
    assert {b["rating_perilaku"] for b in milik(kota_bkn)} == {SESUAI}
    (berubah,) = [b for b in baca(kota_bkn, "perubahan.csv") if b["apa"] == "perilaku"]
    assert (berubah["nip"], berubah["semula"], berubah["menjadi"]) == (
        dasar[0][0]["nip"],
        f"Rating Perilaku: {ATAS}",
        f"Rating Perilaku: {SESUAI}",
    )
    assert berubah["sel"] == f"{A} › Worksheet › F6"
    tulis_ekspor(kota_bkn, "penilai Z.xlsx", [])
    assert dihitung() == [TANPA]
    pakai_bkn(kota_bkn, "false")
    assert dihitung() == [TANPA]
    assert {b["rating_perilaku"] for b in milik(kota_bkn)} == {""}


def test_ekspor_ikut_dikunci_diverifikasi_dan_menjadi_dasar_keberatan(kota_bkn, jalankan, dasar):
    asn = dasar[0][0]
    jalankan("hitung", kota_bkn, *HITUNG)
    assert jalankan("kunci", kota_bkn, *HITUNG, "--catatan", "uji")[0] == 0
    assert (kota_bkn / "riwayat/2026-05/v1/masukan" / A).is_file()
    assert jalankan("verifikasi", kota_bkn, *MEI)[0] == 0
    tulis_ekspor(kota_bkn, "penilai A.xlsx", map(sebaris, dasar[0][:6]))
    status, _, pesan = jalankan("hitung", kota_bkn, *HITUNG)
    assert status == 2
    for kata in (ATAS, SESUAI, f"({A} › Worksheet › F6)"):
        assert kata in " ".join(pesan.split())
    assert jalankan("keberatan", asn["nip"], kota_bkn, *MEI)[0] == 0
    isi = openpyxl.load_workbook(_cuplikan(kota_bkn, asn["nip"]))
    assert isi["BKN 2026-05"]["F6"].value == ATAS
    assert [sel.value for sel in isi["BKN 2026-05"]["B"] if sel.value] == ["NIP", asn["nip"]]
    assert jalankan("hitung", kota_bkn, *HITUNG, "--koreksi", "Rating dibetulkan di e-Kinerja")[0] == 0
    assert {b["rating_perilaku"] for b in milik(kota_bkn)} == {SESUAI}
    assert jalankan("verifikasi", kota_bkn, *MEI)[0] == 0
    (kota_bkn / "bkn/2026-05/penilai lain.xlsx").write_bytes((kota_bkn / A).read_bytes())
    assert jalankan("hitung", kota_bkn, *HITUNG)[0] == 0  # the same once more says nothing else
    tulis_ekspor(kota_bkn, "penilai lain.xlsx", [sebaris(asn, BAWAH)])
    assert jalankan("hitung", kota_bkn, *HITUNG)[0] == 2


def _cuplikan(kota: Path, nip: str) -> Path:
    import zipfile

    with zipfile.ZipFile(kota / f"dokumen/2026-05/keberatan_{nip}.zip") as arsip:
        return Path(arsip.extract("cuplikan.xlsx", kota / "dokumen"))


def test_validasi_menyebut_ekspor_dan_yang_keliru_padanya(kota_bkn, hasil_json, dasar):
    tulis_ekspor(kota_bkn, "lain.xlsx", map(sebaris, dasar[0]), periode="Periode Bulanan 4 Tahun 2026")
    status, isi = hasil_json("validasi", kota_bkn, *MEI)
    assert status == 0
    ada = {(t["kode"], t["tingkat"], t["berkas"], t["unit"]) for t in isi["temuan"]}
    assert ("bkn-periode-lain", "peringatan", "bkn/2026-05/lain.xlsx", "") in ada
    assert ("perilaku-dari-bkn", "info", f"capaian/2026-05/{TANPA}.xlsx", TANPA) in ada


def test_rating_terendah_tanpa_catatan_tetap_disebut_dan_penilai_ekspor_bukan_diri_sendiri(
    kota_bkn, jalankan, dasar
):
    puskesmas, _ = dasar
    tulis_ekspor(
        kota_bkn,
        "penilai A.xlsx",
        [sebaris(asn, BAWAH if asn is puskesmas[1] else SESUAI) for asn in puskesmas[:6]],
    )
    jalankan("hitung", kota_bkn, *HITUNG)
    assert temuan(kota_bkn, "perilaku-tanpa-catatan", "menilai-diri-sendiri") == [
        ("perilaku-tanpa-catatan", TANPA, puskesmas[1]["nip"], A, "F7")
    ]


def test_nilai_yang_keliru_di_pengaturan_ditolak(kota, jalankan):
    pakai_bkn(kota, '"kadang"')
    status, _, pesan = jalankan("hitung", kota, *HITUNG)
    assert status == 2
    assert "[bkn] perilaku" in pesan
