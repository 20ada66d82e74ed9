"""`jelaskan` on the example city, through files: recomputed to the stored score, and its promises kept by `hitung`."""

import csv
import json
import sys
from math import log10
from pathlib import Path

import openpyxl
import pytest

from asn_nilai.acuan.periode import Periode
from asn_nilai.alur.konteks import siapkan
from asn_nilai.alur.penjelasan import jelaskan

sys.path.insert(0, str(Path(__file__).parents[1] / "hitung"))

from uraian import periksa_uraian

MEI = "2026-05"


def baca(berkas: Path) -> list[dict[str, str]]:
    with berkas.open(encoding="utf-8", newline="") as sumber:
        return list(csv.DictReader(sumber))


def asn_menurut_predikat(kota: Path, periode: str, predikat: str) -> list[str]:
    return [b["nip"] for b in baca(kota / f"hasil/{periode}/nilai.csv") if b["predikat"] == predikat]


def ketik(kota: Path, letak: str, angka: float) -> None:
    """Type a figure into a cell of a submission, as its unit would."""
    berkas, lembar, sel = letak.split(" › ")
    buku = openpyxl.load_workbook(kota / berkas)
    buku[lembar][sel].value = angka
    buku.save(kota / berkas)


@pytest.mark.parametrize("periode", [MEI, "2026-06", "2026-T1", "2026-01:2026-05"])
def test_setiap_asn_contoh_terhitung_lagi_sampai_nilai_yang_tercatat(kota, jalankan, periode):
    jalankan("hitung", kota, "--periode", periode)
    konteks = siapkan(kota, periode)
    terburuk = {
        k: None if i.nilai_terburuk is None else repr(i.nilai_terburuk)
        for k, i in konteks.skema.indikator.items()
    }
    tercatat = [
        b for b in baca(konteks.ruang.folder_hasil(konteks.periode) / "nilai.csv") if b["status"] != "Pindah"
    ]
    assert len(tercatat) >= 79
    for baris in tercatat:
        penjelasan = jelaskan(konteks, baris["nip"])
        assert (penjelasan.predikat, penjelasan.status) == (baris["predikat"], baris["status"])
        if baris["status"] == "Dinilai":
            assert penjelasan.nilai_hasil_kerja == float(baris["nilai_hasil_kerja"])
            periksa_uraian(penjelasan, terburuk)
        else:
            kode = {satu.partition(" (")[0] for satu in baris["alasan"].split("; ")}
            assert {h.kode for h in penjelasan.halangan} >= kode


def test_perubahan_terkecil_yang_diketik_ke_berkas_benar_menaikkan_dan_selangkah_kurang_tidak(kota, jalankan):
    jalankan("hitung", kota, "--periode", MEI)
    konteks = siapkan(kota, MEI)
    urutan, diuji = konteks.aturan.predikat.urutan, 0
    for predikat in urutan[1:]:
        for nip in asn_menurut_predikat(kota, MEI, predikat):
            penjelasan = jelaskan(konteks, nip)
            for satu in penjelasan.perubahan.peluang:
                if satu.naik is None or penjelasan.perubahan.perilaku_andai != penjelasan.rating_perilaku:
                    continue
                arah = 1 if satu.naik > satu.sekarang else -1
                desimal = 0 if satu.langkah == 1 else round(-log10(satu.langkah))
                kurang = round(satu.naik - arah * satu.langkah, desimal)
                ketik(kota, satu.sel, kurang)
                assert jelaskan(konteks, nip).predikat == predikat, satu
                ketik(kota, satu.sel, satu.naik)
                sesudah = jelaskan(konteks, nip)
                assert (sesudah.predikat, sesudah.nilai_hasil_kerja) == (satu.predikat_naik, satu.nhk_naik)
                assert urutan.index(sesudah.predikat) < urutan.index(predikat)
                ketik(kota, satu.sel, satu.sekarang)
                diuji += 1
            bersama = penjelasan.perubahan.bersama
            if bersama and penjelasan.perubahan.perilaku_andai == penjelasan.rating_perilaku:
                sel = {p.kode: p.sel for p in penjelasan.perubahan.peluang}
                for kode, *_, ke in bersama.butir:
                    ketik(kota, sel[kode], ke)
                sesudah = jelaskan(konteks, nip)
                assert (sesudah.predikat, sesudah.nilai_hasil_kerja) == (bersama.predikat, bersama.nhk)
                for kode, *_, dari, _ke in bersama.butir:
                    ketik(kota, sel[kode], dari)
                diuji += 1
    assert diuji >= 20


def test_angka_terakhir_yang_aman_dan_selangkah_sesudahnya(kota, jalankan):
    jalankan("hitung", kota, "--periode", MEI)
    konteks, diuji = siapkan(kota, MEI), 0
    for nip in asn_menurut_predikat(kota, MEI, "Sangat Baik")[:6]:
        penjelasan = jelaskan(konteks, nip)
        for satu in penjelasan.perubahan.peluang:
            for aman, arah in ((satu.aman_bawah, -1), (satu.aman_atas, 1)):
                if aman is not None:
                    ketik(kota, satu.sel, aman)
                    assert jelaskan(konteks, nip).predikat == "Sangat Baik"
                    ketik(kota, satu.sel, round(aman + arah * satu.langkah, 6))
                    assert jelaskan(konteks, nip).predikat == satu.predikat_turun
                    ketik(kota, satu.sel, satu.sekarang)
                    diuji += 1
    assert diuji >= 6


def test_json_sendirian_di_keluaran_standar_dan_tidak_menulis_apa_pun(kota, jalankan):
    nip = "199302052018042912"
    status, keluar, pesan = jalankan("jelaskan", nip, kota, "--periode", MEI, "--json")
    isi = json.loads(keluar)
    assert (status, pesan, isi["predikat"], isi["hasil_terbit"]) == (0, "", "Butuh Perbaikan", "")
    assert isi["bagian"][0]["baris"][0]["bulan"][0]["sel_realisasi"].startswith(
        "capaian/2026-05/BKPSDM.xlsx › Capaian › "
    )
    assert isi["perubahan"]["jalan"] == "hasil"
    assert not (kota / "hasil").exists()


def test_terminal_menyebut_sel_dasar_dan_tempat_kartu(kota, jalankan):
    status, keluar, pesan = jalankan("jelaskan", "19930205 201804 2 912", kota, "--periode", MEI)
    rata = " ".join(keluar.split())
    assert status == 0
    for kata in (
        "Elfirawati Kutianyir, S.Psi.", "capaian/2026-05/BKPSDM.xlsx › Capaian › ", "target/BKPSDM.xlsx › Target › ",
        "Jumlah (bobot × capaian) ÷ jumlah bobot", "masuk rentang x < 90", "PermenPANRB 6/2022, kuadran kinerja",
        "Agar predikat naik", "Bersama-sama cukup",
    ):  # fmt: skip
        assert kata in rata, kata
    kartu = kota / "hasil" / MEI / "kartu" / "kartu-199302052018042912.html"
    assert str(kartu) in pesan
    assert "berikan hanya kepada ASN yang bersangkutan" in pesan
    assert kartu.is_file()


@pytest.mark.parametrize(
    ("nip", "kata"),
    [
        ("199302052018042913", "tidak ada pada lembar Pegawai di skema.xlsx. Program tidak menebak"),
        ("abc", "NIP abc tidak ada"),
    ],
)
def test_nip_yang_tidak_dikenal_tidak_ditebak(kota, jalankan, nip, kata):
    status, keluar, pesan = jalankan("jelaskan", nip, kota, "--periode", MEI)
    assert (status, keluar) == (2, "")
    assert kata in pesan


def test_asn_yang_belum_dinilai_mendapat_alasannya(kota, jalankan):
    jalankan("hitung", kota)
    baris = next(b for b in baca(kota / "hasil/2026-06/nilai.csv") if "realisasi-kosong" in b["alasan"])
    status, keluar, _ = jalankan("jelaskan", baris["nip"], kota, "--periode", "2026-06")
    assert status == 1
    assert "Mengapa belum dinilai" in keluar
    assert "capaian/2026-06/PKM-TB.xlsx › Capaian › H21" in keluar
    assert "Yang akan mengubah predikat" not in keluar


def test_asn_tanpa_perilaku_melihat_predikat_menurut_tiap_rating(kota, jalankan):
    jalankan("hitung", kota)
    baris = next(b for b in baca(kota / "hasil/2026-06/nilai.csv") if "perilaku-kosong" in b["alasan"])
    _, keluar, _ = jalankan("jelaskan", baris["nip"], kota, "--periode", "2026-06")
    rata = " ".join(keluar.split())
    assert "96,80" in rata
    assert "Menunggu rating perilaku: Di Atas Ekspektasi menjadi Baik; Sesuai Ekspektasi menjadi Baik" in rata


def test_asn_yang_pindah_dijelaskan_bagian_demi_bagian(kota, jalankan):
    jalankan("hitung", kota, "--periode", "2026-T1")
    nip = next(b["nip"] for b in baca(kota / "hasil/2026-T1/nilai.csv") if b["status"] == "Pindah")
    penjelasan = jelaskan(siapkan(kota, "2026-T1"), nip)
    assert [b.bulan_dihitung for b in penjelasan.bagian] == [2, 1]
    judul = [satu.judul for satu in penjelasan.langkah]
    assert judul[2] == "NHK periode, sesudah pindah unit"
    _, keluar, _ = jalankan("jelaskan", nip, kota, "--periode", "2026-T1")
    assert "bagian di unit sebelumnya sudah lewat" in " ".join(keluar.split())


def test_hasil_yang_sudah_terbit_tetapi_lain_disebut_sekalimat(kota, jalankan):
    jalankan("hitung", kota, "--periode", MEI)
    nip = "199302052018042912"
    assert "mencatat NHK" not in jalankan("jelaskan", nip, kota, "--periode", MEI)[2]
    sel = jelaskan(siapkan(kota, MEI), nip).perubahan.peluang[0]
    ketik(kota, sel.sel, sel.sekarang + 1)
    pesan = jalankan("jelaskan", nip, kota, "--periode", MEI)[2]
    assert pesan.count("mencatat NHK") == 1
    assert "dihitung dari masukan yang sekarang" in pesan


def test_asn_yang_belum_ditempatkan_pada_periode_itu(kota, jalankan):
    konteks = siapkan(kota, "2026-06")
    berbatas = [
        p for p in konteks.skema.penempatan if p.mulai and len(konteks.skema.penempatan_asn[p.nip]) == 1
    ]
    for satu in berbatas:
        bulan = Periode.dari_teks("2026-01")
        if not satu.bulan_dalam(bulan):
            status, _, pesan = jalankan("jelaskan", satu.nip, kota, "--periode", "2026-01")
            assert status == 2
            assert "tidak ditempatkan di unit mana pun pada Januari 2026" in pesan
