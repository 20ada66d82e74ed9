"""The main job on the example city: a clean month, a month as it really comes in, and longer periods."""

import csv
import json
from collections import Counter
from pathlib import Path

import pytest

from asn_nilai.acuan.hasil.hasil_unit import KOLOM_NILAI, KOLOM_RINCIAN
from asn_nilai.acuan.temuan import KUNCI_TEMUAN

DIHARAPKAN = Path(__file__).resolve().parents[2] / "examples" / "juni_diharapkan.csv"


def baca(berkas: Path) -> list[dict[str, str]]:
    with berkas.open(encoding="utf-8", newline="") as sumber:
        return list(csv.DictReader(sumber))


def test_mei_berakhir_bersih(kota, jalankan):
    status, keluar, pesan = jalankan("hitung", kota, "--periode", "2026-05", "--ketat")
    assert (status, keluar) == (0, "")
    assert "80 dari 80" in pesan
    hasil = kota / "hasil" / "2026-05"
    assert str(hasil / "index.html") in pesan
    assert baca(hasil / "temuan.csv") == []
    unit = ["BKPSDM", "DINKES", "DISKOMINFO", "DPMPTSP", "KEL-PPK", "KEL-TD", "PKM-MDG", "PKM-TB"]
    assert sorted(f.name for f in hasil.iterdir() if f.is_dir()) == unit
    assert all(
        (hasil / u / nama).stat().st_size > 5000 for u in unit for nama in ("nilai.xlsx", "ringkasan.html")
    )


def test_juni_memberi_temuan_yang_dijanjikan_dan_tidak_lebih(kota, jalankan):
    status, _, pesan = jalankan("hitung", kota)
    assert status == 1
    assert "Juni 2026" in pesan
    temuan = Counter(
        (t["berkas"], t["lembar"], t["sel"], t["kode"]) for t in baca(kota / "hasil/2026-06/temuan.csv")
    )
    harap = Counter((t["berkas"], t["lembar"], t["sel"], t["kode"]) for t in baca(DIHARAPKAN))
    assert temuan == harap


def test_juni_unit_yang_belum_setor_semua_asnnya_belum_dinilai(kota_terhitung):
    baris = [b for b in baca(kota_terhitung / "hasil/2026-06/nilai.csv") if b["kode_unit"] == "DPMPTSP"]
    assert len(baris) == 9
    assert {b["status"] for b in baris} == {b["predikat"] for b in baris} == {"Belum Dinilai"}
    assert {b["alasan"] for b in baris} == {"berkas-hilang (capaian/2026-06/DPMPTSP.xlsx)"}


def test_juni_satu_baris_buruk_tidak_menghentikan_yang_lain(kota_terhitung):
    nilai = baca(kota_terhitung / "hasil/2026-06/nilai.csv")
    assert Counter(b["status"] for b in nilai) == {"Dinilai": 58, "Belum Dinilai": 22}
    tanpa_perilaku = next(b for b in nilai if "perilaku-kosong" in b["alasan"])
    assert float(tanpa_perilaku["nilai_hasil_kerja"]) == 96.8
    assert tanpa_perilaku["rating_hasil_kerja"] == "Sesuai Ekspektasi"
    kosong = next(b for b in nilai if "realisasi-kosong" in b["alasan"])
    assert (kosong["nilai_hasil_kerja"], kosong["rating_hasil_kerja"]) == ("", "")
    assert kosong["alasan"] == "realisasi-kosong (capaian/2026-06/PKM-TB.xlsx › Capaian › H21)"


@pytest.mark.usefixtures("mei")
def test_kolom_berkas_data_seperti_kontrak(kota):
    hasil = kota / "hasil" / "2026-05"
    for nama, kolom in (("nilai", KOLOM_NILAI), ("rincian", KOLOM_RINCIAN), ("temuan", KUNCI_TEMUAN)):
        assert (hasil / f"{nama}.csv").read_text(encoding="utf-8").splitlines()[0] == ",".join(kolom)
    rincian = baca(hasil / "rincian.csv")[0]
    assert rincian["sel_realisasi"].startswith("capaian/2026-05/BKPSDM.xlsx › Capaian › ")
    assert rincian["sel_target"].startswith("target/BKPSDM.xlsx › Target › ")


@pytest.mark.parametrize("periode", ["2026-T1", "2026-01:2026-05"])
def test_periode_panjang_dan_asn_yang_pindah(kota, jalankan, periode):
    """The moved ASN's figure is the month-weighted mean of the figures printed in the units' rows."""
    assert jalankan("hitung", kota, "--periode", periode)[0] == 0
    nilai = baca(kota / "hasil" / periode.replace(":", "_") / "nilai.csv")
    pindah = [b for b in nilai if b["status"] == "Pindah"]
    assert pindah
    for lama in pindah:
        assert (lama["predikat"], lama["rating_hasil_kerja"]) == ("", "")
        akhir = next(b for b in nilai if b["nip"] == lama["nip"] and b["status"] == "Dinilai")
        assert lama["alasan"] == f"pindah ke {akhir['kode_unit']}"


def test_nilai_asn_yang_pindah_dihitung_di_kertas(kota, jalankan):
    jalankan("hitung", kota, "--periode", "2026-T1")
    gabungan = baca(kota / "hasil/2026-T1/nilai.csv")
    lama = next(b for b in gabungan if b["status"] == "Pindah")
    akhir = next(b for b in gabungan if b["nip"] == lama["nip"] and b["status"] == "Dinilai")
    jalankan("hitung", kota, "--periode", "2026-01:2026-02")
    dua_bulan = next(b for b in baca(kota / "hasil/2026-01_2026-02/nilai.csv") if b["nip"] == lama["nip"])
    jalankan("hitung", kota, "--periode", "2026-03")
    sebulan = next(b for b in baca(kota / "hasil/2026-03/nilai.csv") if b["nip"] == lama["nip"])
    assert (dua_bulan["kode_unit"], sebulan["kode_unit"]) == (lama["kode_unit"], akhir["kode_unit"])
    assert dua_bulan["nilai_hasil_kerja"] == lama["nilai_hasil_kerja"]
    tepat = (2 * float(dua_bulan["nilai_hasil_kerja"]) + float(sebulan["nilai_hasil_kerja"])) / 3
    assert float(akhir["nilai_hasil_kerja"]) == pytest.approx(tepat, abs=0.005)


def test_json_hitung_sendirian_di_keluaran_standar(kota, jalankan):
    status, keluar, pesan = jalankan("hitung", kota, "--json")
    isi = json.loads(keluar)
    assert (status, pesan) == (1, "")
    assert (isi["periode"], isi["aturan"], len(isi["unit"])) == ("2026-06", "permenpanrb-6-2022", 8)
    belum = next(u for u in isi["unit"] if u["kode_unit"] == "DPMPTSP")
    assert (belum["status"], belum["dinilai"], belum["rata_rata_nhk"]) == ("belum setor", 0, None)
    assert all(tuple(t) == KUNCI_TEMUAN for t in isi["temuan"])


def test_validasi_json_seperti_kontrak(kota, hasil_json):
    status, isi = hasil_json("validasi", kota)
    assert status == 1
    assert set(isi) == {"periode", "unit", "temuan"}
    menurut = {u["kode_unit"]: u for u in isi["unit"]}
    assert menurut["PKM-TB"] == {"kode_unit": "PKM-TB", "status": "ada galat", "galat": 4, "peringatan": 4}
    assert menurut["DPMPTSP"]["status"] == "belum setor"
    assert menurut["BKPSDM"]["status"] == "lengkap"
    harap = Counter(t["kode"] for t in baca(DIHARAPKAN))
    assert Counter(t["kode"] for t in isi["temuan"]) == harap
    assert not (kota / "hasil").exists()


def test_validasi_mei_menunjukkan_langkah_berikutnya(kota, jalankan):
    status, _, pesan = jalankan("validasi", kota, "--periode", "2026-05")
    assert status == 0
    assert "Tidak ada temuan. Berikutnya: asn-nilai hitung" in pesan


def test_validasi_satu_unit_saja(kota, hasil_json):
    status, isi = hasil_json("validasi", kota, "--unit", "bkpsdm")
    assert (status, [u["kode_unit"] for u in isi["unit"]]) == (0, ["BKPSDM"])


def test_semua_temuan_di_terminal_dengan_selnya(kota, jalankan):
    _, _, pesan = jalankan("validasi", kota)
    for baris in baca(DIHARAPKAN):
        tempat = " › ".join(b for b in (baris["berkas"], baris["lembar"]) if b)
        assert f"  {tempat}\n" in pesan
        # One NIP stored as a number stands in three rows: one cause, one line.
        sel = "D37–D39" if baris["kode"] == "nip-presisi-hilang" else baris["sel"]
        assert not sel or f"      {sel}: " in pesan
    assert "\x1b[" not in pesan


def test_ketat_membuat_peringatan_berstatus_1(kota, jalankan):
    argumen = ("validasi", kota, "--unit", "DINKES")
    assert jalankan(*argumen)[0] == 0
    assert jalankan(*argumen, "--ketat")[0] == 1
