"""A locked period stays what was signed; a correction has a reason and becomes the next version."""

import csv
import json
import re
import shutil
from pathlib import Path

import openpyxl
import pytest
from alur.riwayat.buku_uji import baris_milik, kepala, ubah

MEI = ("--periode", "2026-05", "--paralel", "1")
UNIT, NIP = "PKM-TB", "198604092024212934"
CAPAIAN, TARGET = f"capaian/2026-05/{UNIT}.xlsx", f"target/{UNIT}.xlsx"


def isi(folder: Path) -> dict[str, bytes]:
    return {
        f.relative_to(folder).as_posix(): f.read_bytes()
        for f in sorted(folder.rglob("*"))
        if f.is_file() and f.suffix != ".lock"
    }


def versi(kota: Path, nomor: int, periode: str = "2026-05") -> dict:
    return json.loads((kota / f"riwayat/{periode}/v{nomor}/manifes.json").read_text(encoding="utf-8"))


def perubahan(kota: Path) -> list[dict[str, str]]:
    with (kota / "hasil/2026-05/perubahan.csv").open(encoding="utf-8", newline="") as berkas:
        return list(csv.DictReader(berkas))


def test_setiap_muka_memuat_kode_dan_nomor_yang_dikunci(terkunci, jalankan):
    kode = versi(terkunci, 1)["kode"]
    tulisan = f"versi 1 · kode {kode} · nomor 800/12/BKPSDM/2026 · 5 Juni 2026"
    hasil = terkunci / "hasil/2026-05"
    jalankan("jelaskan", NIP, terkunci, "--periode", "2026-05")
    ringkasan, buku = sorted(hasil.glob("*/ringkasan.html")), sorted(hasil.glob("*/nilai.xlsx"))
    assert len(ringkasan) == len(buku) == 2
    for halaman in (hasil / "index.html", *ringkasan, hasil / f"kartu/kartu-{NIP}.html"):
        assert tulisan in halaman.read_text(encoding="utf-8"), halaman
    for berkas in buku:
        for lembar in openpyxl.load_workbook(berkas):
            teks = [str(sel.value) for baris in lembar.iter_rows(max_row=6) for sel in baris if sel.value]
            assert any(tulisan in ini for ini in teks), (berkas, lembar.title)
            assert kode in lembar.oddFooter.left.text


def test_rekap_menyebut_versi_yang_direkapnya(terkunci, jalankan):
    tulisan = f"versi 1 · kode {versi(terkunci, 1)['kode']}"
    jalankan("rekap", terkunci, "--periode", "2026-05")
    hasil = terkunci / "hasil/2026-05"
    assert tulisan in (hasil / "rekap.html").read_text(encoding="utf-8")
    lembar = openpyxl.load_workbook(hasil / "rekap.xlsx").worksheets[0]
    assert any(tulisan in str(sel.value) for baris in lembar.iter_rows(max_row=8) for sel in baris)


def test_masukan_yang_disimpan_adalah_ruang_kerja_yang_memberi_nilai_yang_sama(terkunci, jalankan):
    arsip = terkunci / "riwayat/2026-05/v1"
    jalankan("hitung", arsip / "masukan", *MEI)
    for nama in ("nilai.csv", "rincian.csv", "temuan.csv"):
        ulang = (arsip / "masukan/hasil/2026-05" / nama).read_bytes()
        assert ulang == (arsip / "hasil" / nama).read_bytes()


def test_hasil_yang_disimpan_sama_dengan_yang_dibagikan(terkunci):
    simpanan = isi(terkunci / "riwayat/2026-05/v1/hasil")
    assert simpanan == {
        nama: terbit for nama, terbit in isi(terkunci / "hasil/2026-05").items() if nama in simpanan
    }
    assert set(simpanan) == set(versi(terkunci, 1)["keluaran"])


def test_menghitung_lagi_tanpa_perubahan_memberi_hasil_yang_sama(terkunci, jalankan):
    dulu = isi(terkunci / "hasil")
    shutil.rmtree(terkunci / "hasil")
    status, _, pesan = jalankan("hitung", terkunci, *MEI)
    assert (status, isi(terkunci / "hasil")) == (0, dulu)
    assert "Terkunci: versi 1" in pesan
    assert pesan.endswith("Berikutnya: serahkan nilai.xlsx kepada kepala unit untuk ditandatangani.\n")


def test_masukan_yang_berubah_ditolak_dan_tidak_ada_yang_tersentuh(terkunci, jalankan):
    sel, semula, kini = ubah(
        terkunci / CAPAIAN, "Capaian", "Realisasi", NIP, "KES-04", lambda angka: angka * 2
    )
    dulu = isi(terkunci)
    status, _, pesan = jalankan("hitung", terkunci, *MEI)
    assert status == 2
    assert (
        f"Realisasi PKM-TB {NIP} KES-04: semula {semula:g}, sekarang {kini:g} ({CAPAIAN} › Capaian › {sel})"
        in pesan
    )
    assert '--koreksi "ALASAN"' in pesan
    assert isi(terkunci) == dulu


def test_aturan_lain_ditolak(terkunci, jalankan):
    status, _, pesan = jalankan("hitung", terkunci, *MEI, "--aturan", "kemenkeu-127-2026")
    assert status == 2
    assert "aturan: semula permenpanrb-6-2022, sekarang kemenkeu-127-2026" in pesan
    assert pesan.splitlines()[-1].startswith("Tidak ada yang diubah. ")


def test_bukti_yang_dihapus_ditolak_walau_nilainya_tetap(terkunci, jalankan):
    ubah(terkunci / CAPAIAN, "Capaian", "Bukti Dukung", NIP, "KES-04", None)
    status, _, pesan = jalankan("hitung", terkunci, *MEI)
    assert status == 2
    assert f"temuan.csv; berkas yang berubah: {CAPAIAN}" in pesan


def test_yang_tidak_menyentuh_periode_itu_tidak_menahan(terkunci, jalankan):
    ubah(terkunci / TARGET, "Target", "Des", NIP, "KES-04", lambda angka: angka + 1)
    ubah(terkunci / TARGET, "Target", "Target Tahunan", NIP, "KES-04", lambda angka: angka + 1)
    buku = openpyxl.load_workbook(terkunci / "skema.xlsx")
    lembar = buku["Pegawai"]
    baru = {
        "NIP": "199001012015011999",
        "Nama": "Orang Baru",
        "Jenis ASN": "PNS",
        "Kode Unit": UNIT,
        "Mulai": "2026-07-01",
    }
    nomor = lembar.max_row + 1
    for label, nilai in baru.items():
        lembar.cell(nomor, kepala(lembar, label).column, nilai)
    buku.save(terkunci / "skema.xlsx")
    buku = openpyxl.load_workbook(terkunci / TARGET)
    lembar = buku["Target"]
    lama, nomor = baris_milik(lembar, NIP, "KES-04"), lembar.max_row + 1
    for sel in lembar[lama]:
        lembar.cell(nomor, sel.column, sel.value)
    for label in ("NIP", "Nama"):
        lembar.cell(nomor, kepala(lembar, label).column, baru[label])
    buku.save(terkunci / TARGET)
    status, _, pesan = jalankan("hitung", terkunci, *MEI)
    assert status == 0, pesan
    assert perubahan(terkunci) == []


def test_salinan_yang_tidak_dibaca_tidak_menahan(terkunci, jalankan):
    """A target of December changed, so findings are compared; those of a stray copy are no word on what was locked."""
    ubah(terkunci / TARGET, "Target", "Des", NIP, "KES-04", lambda angka: angka + 1)
    shutil.copy(terkunci / CAPAIAN, (terkunci / CAPAIAN).with_stem(f"{UNIT} (1)"))
    status, _, pesan = jalankan("hitung", terkunci, *MEI)
    assert status == 0, pesan
    assert "berkas-salinan" in (terkunci / "hasil/2026-05/temuan.csv").read_text(encoding="utf-8")


def test_indikator_baru_yang_belum_dipakai_seorang_pun_tidak_menahan(terkunci, jalankan):
    semula = {nama: (terkunci / "hasil/2026-05" / nama).read_bytes() for nama in ("nilai.csv", "rincian.csv")}
    buku = openpyxl.load_workbook(terkunci / "skema.xlsx")
    lembar = buku["Indikator"]
    kode = kepala(lembar, "Kode Indikator")
    terakhir = max(n for n in range(kode.row + 1, lembar.max_row + 1) if lembar.cell(n, kode.column).value)
    for sel in lembar[terakhir]:
        lembar.cell(terakhir + 1, sel.column, sel.value)
    lembar.cell(terakhir + 1, kode.column, "BARU-01")
    buku.save(terkunci / "skema.xlsx")
    status, _, pesan = jalankan("hitung", terkunci, *MEI)
    assert status == 0, pesan
    assert {nama: (terkunci / "hasil/2026-05" / nama).read_bytes() for nama in semula} == semula


def test_yang_berubah_sebelum_dikunci_bukan_perubahan_versi_itu(mei, jalankan):
    ubah(mei / CAPAIAN, "Capaian", "Realisasi", NIP, "KES-04", lambda angka: angka * 2)
    jalankan("hitung", mei, *MEI)
    assert perubahan(mei) != []
    assert jalankan("kunci", mei, *MEI)[0] == 0
    assert perubahan(mei) == []
    assert jalankan("verifikasi", mei, *MEI)[0] == 0


def test_koreksi_menjadi_versi_2_dan_perubahannya_terhadap_versi_1(terkunci, jalankan):
    _, semula, kini = ubah(terkunci / CAPAIAN, "Capaian", "Realisasi", NIP, "KES-04", lambda angka: angka * 2)
    status, _, pesan = jalankan("hitung", terkunci, *MEI, "--koreksi", "Salah ketik, BA 3/2026")
    assert (status, "Berubah sejak versi 1 dikunci: " in pesan) == (0, True), pesan
    assert versi(terkunci, 2)["catatan"] == "Salah ketik, BA 3/2026"
    assert versi(terkunci, 2)["kode"] != versi(terkunci, 1)["kode"]
    baris = next(b for b in perubahan(terkunci) if b["apa"] == "realisasi")
    assert (baris["semula"], baris["menjadi"], baris["versi"], baris["alasan"]) == (
        f"{semula:g}", f"{kini:g}", "2", "Salah ketik, BA 3/2026",
    )  # fmt: skip
    ubah(terkunci / CAPAIAN, "Capaian", "Realisasi", NIP, "KES-04", semula)
    assert jalankan("hitung", terkunci, *MEI)[0] == 2
    assert jalankan("hitung", terkunci, *MEI, "--koreksi", "Ternyata benar")[0] == 0
    assert [b for b in perubahan(terkunci) if b["apa"] == "realisasi"] == []
    assert versi(terkunci, 3)["versi"] == "3"
    assert jalankan("verifikasi", terkunci, *MEI)[0] == 0


@pytest.mark.parametrize(
    ("tambahan", "sebab"),
    [
        ((), "; hasil yang hanya disebut usang cukup dihitung tanpa --koreksi."),
        (("--unit", UNIT), "Koreksi berlaku untuk seluruh periode: jalankan tanpa --unit."),
    ],
    ids=["sama", "sebagian"],
)
def test_koreksi_tanpa_perubahan_atau_atas_sebagian_unit_ditolak(terkunci, jalankan, tambahan, sebab):
    dulu = isi(terkunci)
    status, _, pesan = jalankan("hitung", terkunci, *MEI, "--koreksi", "a", *tambahan)
    assert status == 2
    assert sebab in pesan
    assert isi(terkunci) == dulu


def test_rekap_menyuruh_menyegarkan_yang_terkunci_bila_isinya_tetap(terkunci, jalankan):
    """December's target is none of May's business, but stands in the same workbook: nothing is to be corrected."""
    ubah(terkunci / TARGET, "Target", "Des", NIP, "KES-04", lambda angka: angka + 1)
    status, _, pesan = jalankan("rekap", terkunci, "--periode", "2026-05")
    assert (status, pesan.count("Jalankan: asn-nilai hitung --periode 2026-05\n"), 'koreksi "' in pesan) == (
        1,
        1,
        False,
    )
    assert "ada hasil terkunci yang usang. Perintah di atas menyegarkannya, atau menyebut" in pesan
    assert jalankan("hitung", terkunci, *MEI)[0] == 0
    assert "BELUM LAYAK" not in jalankan("rekap", terkunci, "--periode", "2026-05")[2]


@pytest.mark.usefixtures("mei")
def test_koreksi_sebelum_dikunci_ditolak(kota, jalankan):
    status, _, pesan = jalankan("hitung", kota, *MEI, "--koreksi", "a")
    assert status == 2
    assert "belum dikunci" in pesan


def test_periode_yang_sudah_terkunci_tidak_dikunci_lagi(terkunci, jalankan):
    status, _, pesan = jalankan("kunci", terkunci, *MEI)
    assert status == 2
    assert "sudah terkunci (versi 1" in pesan


def test_kunci_menyebut_yang_belum_selesai_kecuali_ada_catatan(mei, jalankan):
    (mei / "capaian/2026-05/DINKES.xlsx").unlink()
    ubah(mei / CAPAIAN, "Capaian", "Realisasi", NIP, "KES-04", "entah")
    status, _, pesan = jalankan("kunci", mei, *MEI)
    assert status == 2
    assert "masukan berubah sesudah dihitung: " in pesan
    assert "DINKES" in pesan
    jalankan("hitung", mei, *MEI)
    status, _, pesan = jalankan("kunci", mei, *MEI)
    assert status == 2
    assert "1 unit belum setor: DINKES" in pesan
    assert "1 galat menahan penilaian" in pesan
    assert not (mei / "riwayat/2026-05/v1").exists()
    assert jalankan("kunci", mei, *MEI, "--catatan", "Dinkes menyusul, disetujui Sekda")[0] == 0
    assert versi(mei, 1)["catatan"] == "Dinkes menyusul, disetujui Sekda"


def test_kunci_atas_masukan_yang_berubah_menyebut_apa_yang_ikut_berubah(mei, jalankan):
    """Whoever read the pages before reads figures in the lock that are others: it is said whose."""
    ubah(mei / CAPAIAN, "Capaian", "Realisasi", NIP, "KES-04", 48)
    ditolak = " ".join(jalankan("kunci", mei, *MEI)[2].split())
    assert (
        f"masukan berubah sesudah dihitung: {UNIT} bila tetap dikunci, yang dikunci dihitung lagi" in ditolak
    )
    status, _, pesan = jalankan("kunci", mei, *MEI, "--catatan", "Realisasi susulan, disetujui Sekda")
    pesan = " ".join(pesan.split())
    assert status == 0
    assert "Dihitung lagi dari masukan yang sekarang sebelum dikunci, dan berubah: 1 masukan, " in pesan
    assert "hasil (asn-nilai riwayat). " in pesan
    assert perubahan(mei) == []


def test_kunci_atas_masukan_yang_tetap_tidak_menyebut_perubahan(mei, jalankan):
    assert "Dihitung lagi" not in jalankan("kunci", mei, *MEI)[2]


def test_kunci_tanpa_hasil_dan_tanpa_periode_menyuruh_menghitung(kota, jalankan):
    assert "asn-nilai hitung" in jalankan("kunci", kota, *MEI)[2]
    status, _, pesan = jalankan("kunci", kota)
    assert status == 2
    assert "Sebut periode yang dikunci" in pesan


@pytest.mark.usefixtures("mei")
def test_tanggal_yang_bukan_tanggal_ditolak(kota, jalankan):
    status, _, pesan = jalankan("kunci", kota, *MEI, "--tanggal", "32 Juni 2026")
    assert status == 2
    assert "Tanggal '32 Juni 2026' tidak dikenal" in pesan


def test_kode_pendek_menemukan_versinya(terkunci, jalankan):
    kode = versi(terkunci, 1)["kode"]
    status, _, pesan = jalankan("verifikasi", terkunci, "--kode", kode.replace("-", " ").lower())
    assert status == 0
    assert "Mei 2026, versi 1" in pesan
    assert "Versi inilah yang berlaku." in pesan
    assert jalankan("verifikasi", terkunci, "--kode", "AAAA-BBBB")[0] == 2
    (terkunci / "riwayat/2026-05/v2").mkdir()  # somebody's own: no lock is without its manifest
    assert "Versi inilah yang berlaku." in jalankan("verifikasi", terkunci, "--kode", kode)[2]


def test_kode_surat_lama_menyebut_versi_yang_menggantikannya(terkunci, jalankan):
    """Who holds the first letter a year later learns that it is whole, and that it is not in force."""
    ubah(terkunci / CAPAIAN, "Capaian", "Realisasi", NIP, "KES-04", lambda angka: angka * 2)
    assert jalankan("hitung", terkunci, *MEI, "--koreksi", "Salah ketik")[0] == 0
    lama, baru = (versi(terkunci, nomor)["kode"] for nomor in (1, 2))
    status, _, pesan = jalankan("verifikasi", terkunci, "--kode", lama)
    assert status == 0
    assert f"Sudah diganti: yang berlaku versi 2 · kode {baru} · " in pesan
    assert "Versi inilah yang berlaku." in jalankan("verifikasi", terkunci, "--kode", baru)[2]
    (terkunci / "riwayat/2026-05/v2/manifes.json").write_bytes(b"rusak")
    assert (
        "Sudah diganti oleh versi 2, yang tidak terbaca."
        in jalankan("verifikasi", terkunci, "--kode", lama)[2]
    )
    shutil.rmtree(terkunci / "riwayat/2026-05/v2")
    assert (
        "Sudah diganti oleh versi 2, yang tidak terbaca."
        in jalankan("verifikasi", terkunci, "--kode", lama)[2]
    )


def test_kode_koreksi_yang_dicabut_menemukan_kedua_versinya(terkunci, jalankan):
    """Who holds version 3 in hand is not told that it is version 1."""
    semula = (terkunci / CAPAIAN).read_bytes()
    ubah(terkunci / CAPAIAN, "Capaian", "Realisasi", NIP, "KES-04", lambda angka: angka * 2)
    assert jalankan("hitung", terkunci, *MEI, "--koreksi", "Salah ketik")[0] == 0
    (terkunci / CAPAIAN).write_bytes(semula)
    assert jalankan("hitung", terkunci, *MEI, "--koreksi", "Ternyata benar")[0] == 0
    kode = versi(terkunci, 3)["kode"]
    assert kode == versi(terkunci, 1)["kode"]
    status, _, pesan = jalankan("verifikasi", terkunci, "--kode", kode)
    assert (status, re.findall(r"Mei 2026, (versi \d)|riwayat/2026-05/(v\d)", pesan)) == (
        0,
        [("versi 1", ""), ("", "v1"), ("versi 3", ""), ("", "v3")],
    )


def test_kunci_yang_berhenti_sebelum_registernya_ditulis_dilengkapi(terkunci, jalankan):
    register = terkunci / "riwayat/2026-05.jsonl"
    baris = register.read_bytes().splitlines(keepends=True)
    sidik = json.loads((terkunci / "riwayat/sidik.json").read_text(encoding="utf-8"))
    sidik["2026-05"] = json.loads(baris[-1])["sebelum"]
    (terkunci / "riwayat/sidik.json").write_text(json.dumps(sidik), encoding="utf-8")
    register.write_bytes(b"".join(baris[:-1]))
    assert jalankan("verifikasi", terkunci, *MEI)[0] == 1
    assert jalankan("hitung", terkunci, *MEI)[0] == 0
    assert jalankan("verifikasi", terkunci, *MEI)[0] == 0
    assert json.loads(register.read_bytes().splitlines()[-1])["apa"] == "kunci"


def test_kunci_yang_ditolak_tidak_melanjutkan_register_yang_terpotong(terkunci, jalankan):
    """Else the lock's line would stand again, and the next hitung would go on without the reason that it asks for."""
    register = terkunci / "riwayat/2026-05.jsonl"
    register.write_bytes(b"".join(register.read_bytes().splitlines(keepends=True)[:-1]))
    dulu = isi(terkunci)
    for perintah in ("kunci", "hitung"):
        status, _, pesan = jalankan(perintah, terkunci, *MEI)
        assert (status, "registernya (riwayat/2026-05.jsonl) terpotong" in pesan) == (2, True), perintah
    assert isi(terkunci) == dulu


def test_yang_dibuat_sebelum_dikunci_disebut_belum_memuat_kode(mei, jalankan):
    """The screen says where the code is printed: recap, cards and letters that lie there already do not bear it."""
    jalankan("rekap", mei, *MEI[:2])
    jalankan("jelaskan", NIP, mei, *MEI[:2])
    jalankan("dokumen", "nota-dinas", mei, *MEI[:2])
    pesan = jalankan("kunci", mei, *MEI)[2]
    _, _, lama = pesan.partition(
        "Dibuat sebelum dikunci, jadi belum memuat kode itu. Buat lagi sebelum diserahkan:\n"
    )
    assert [baris.split(f" {mei}")[0] for baris in lama.splitlines()[:3]] == [
        "  asn-nilai rekap",
        "  asn-nilai jelaskan --semua",
        "  asn-nilai dokumen nota-dinas",
    ]
    kode = re.search("kode ([0-9A-Z-]{9})", pesan)[1]
    kartu = mei / f"hasil/2026-05/kartu/kartu-{NIP}.html"
    assert kode not in kartu.read_text(encoding="utf-8")
    jalankan("jelaskan", mei, *MEI[:2], "--semua")
    assert kode in kartu.read_text(encoding="utf-8")
