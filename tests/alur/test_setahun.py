"""The year brought up to date: in order, each month at most once, and nothing stale left."""

import json
import shutil
from collections import Counter

import openpyxl
import pytest
from filelock import FileLock

from asn_nilai.alur.masukan.keadaan_hasil import keadaan_hasil, periode_terhitung
from asn_nilai.alur.perintah import semua
from asn_nilai.alur.siapkan import siapkan, siapkan_tahun
from asn_nilai.alur.terbitan.asing_tercatat import asing_lain

pytestmark = pytest.mark.usefixtures("hanya_data")


def ubah_realisasi(kota, bulan: str, unit: str) -> None:
    """Lower the first realisasi that is one person's: of a unit's figure all rows would have to follow."""
    berkas = kota / "capaian" / bulan / f"{unit}.xlsx"
    buku = openpyxl.load_workbook(berkas)
    baris = list(buku["Capaian"].iter_rows(values_only=True))
    kepala = next(nomor for nomor, isi in enumerate(baris) if "Realisasi" in isi)
    kode, realisasi = (baris[kepala].index(label) for label in ("Kode Indikator", "Realisasi"))
    banyak = Counter(isi[kode] for isi in baris[kepala + 1 :])
    letak = next(nomor for nomor, isi in enumerate(baris) if nomor > kepala and banyak[isi[kode]] == 1)
    buku["Capaian"].cell(letak + 1, realisasi + 1).value -= 2
    buku.save(berkas)


@pytest.fixture
def terhitung(keluaran_kota, tmp_path):
    """The example city with all its months and three longer periods computed."""
    return shutil.copytree(keluaran_kota.folder, tmp_path / "kota")


@pytest.fixture
def dihitung(monkeypatch):
    """The periods that were computed, in order, with the units that were not carried over."""
    asli, catatan = semua.hitung_kota, []

    def _catat(konteks, *isi, **pilihan):
        hasil = asli(konteks, *isi, **pilihan)
        catatan.append((konteks.periode.kode, sorted(set(hasil.unit) - set(hasil.dibawa))))
        return hasil

    monkeypatch.setattr(semua, "hitung_kota", _catat)
    return catatan


def tak_mutakhir(kota) -> list[str]:
    tahun = siapkan_tahun(kota)
    return [p.kode for p in periode_terhitung(tahun.ruang) if not keadaan_hasil(tahun.pada(p)).mutakhir]


def test_mei_dahulu_lalu_januari_sampai_april_lalu_koreksi_januari_lalu_semua(kota, jalankan, dihitung):
    shutil.rmtree(kota / "capaian/2026-06")
    for bulan in ("2026-05", "2026-01", "2026-02", "2026-03", "2026-04"):
        pesan = jalankan("hitung", kota, "--periode", bulan, "--paralel", 1)[2]
        ikut = f"Ikut usang karena hitungan ini: Mei 2026. Segarkan berurutan dengan: asn-nilai hitung {kota} --semua"
        assert ("Ikut usang" in pesan, ikut in pesan) == ((bulan in {"2026-02", "2026-04"}),) * 2
    ubah_realisasi(kota, "2026-01", "BKPSDM")
    assert tak_mutakhir(kota) == ["2026-01", "2026-05"]
    status, _, pesan = jalankan("hitung", kota, "--semua", "--paralel", 1)
    assert status == 0, pesan
    assert [periode for periode, _ in dihitung] == ["2026-01", "2026-02", "2026-04", "2026-05"]
    assert dihitung[0] == ("2026-01", ["BKPSDM"])
    assert tak_mutakhir(kota) == []
    dihitung.clear()
    assert jalankan("hitung", kota, "--semua", "--paralel", 1)[0] == 0
    assert dihitung == []


def test_periode_panjang_menyusul_bulannya_dan_hanya_yang_tersentuh_dihitung(terhitung, jalankan, dihitung):
    ubah_realisasi(terhitung, "2026-01", "BKPSDM")
    status, keluar, _ = jalankan("hitung", terhitung, "--semua", "--json", "--paralel", 1)
    assert status == 1  # June has galat
    langkah = {baris["periode"]: baris for baris in json.loads(keluar)["periode"]}
    assert list(langkah) == [*(f"2026-0{n}" for n in range(1, 7)), "2026-T1", "2026-01:2026-05", "2026-S1"]
    kena = {periode: isi["dihitung"] for periode, isi in langkah.items() if isi["dihitung"]}
    assert dict(dihitung) == kena
    assert kena["2026-01"] == kena["2026-T1"] == kena["2026-S1"] == ["BKPSDM"]
    assert [periode for periode, _ in dihitung] == list(kena)
    assert tak_mutakhir(terhitung) == []
    assert langkah["2026-06"]["galat"] == 19


def test_hitung_menyebut_periode_yang_memuatnya_dan_bulan_yang_melihatnya(terhitung, hasil_json):
    ubah_realisasi(terhitung, "2026-01", "BKPSDM")
    _, isi = hasil_json("hitung", terhitung, "--periode", "2026-01")
    assert isi["ikut_usang"] == ["2026-02", "2026-T1", "2026-04", "2026-01:2026-05", "2026-S1"]
    assert hasil_json("hitung", terhitung, "--periode", "2026-01")[1]["ikut_usang"] == []


def test_aturan_ruang_kerja_yang_tidak_terbaca_tidak_menggagalkan_hitungan_menurut_aturan_lain(
    terhitung, jalankan
):
    pengaturan = terhitung / "asn-nilai.toml"
    pengaturan.write_text(
        pengaturan.read_text(encoding="utf-8").replace("permenpanrb-6-2022", "belum-ada.toml"),
        encoding="utf-8",
    )
    lain = ("--aturan", "permenpanrb-6-2022", "--paralel", 1)
    for periode in ("2026-01", "2026-T1"):
        status, _, pesan = jalankan("hitung", terhitung, "--periode", periode, "--paksa", *lain)
        assert (status, "hasil ini menurut aturan lain daripada yang tertulis" in pesan) == (0, True), pesan


def test_periode_panjang_menyebut_bulannya_yang_berubah_sesudah_dihitung(terhitung, hasil_json, jalankan):
    ubah_realisasi(terhitung, "2026-01", "BKPSDM")
    pesan = jalankan("hitung", terhitung, "--periode", "2026-S1", "--paralel", 1)[2]
    # April looks back on January's rating and no more: nothing of its own has changed.
    assert (
        "Masukannya berubah sesudah hasilnya sendiri dihitung: Januari 2026, Triwulan I 2026, Januari"
        in pesan
    )
    _, isi = hasil_json("hitung", terhitung, "--periode", "2026-T1")
    assert isi["usang_di_dalamnya"] == ["2026-01"]
    pesan = jalankan("hitung", terhitung, "--periode", "2026-T1", "--paralel", 1)[2]
    assert f"Berikutnya: asn-nilai hitung {terhitung} --semua" in pesan
    status, _, pesan = jalankan("kunci", terhitung, "--periode", "2026-T1", "--paralel", 1)
    assert (status, "angkanya lain daripada hasil Januari 2026, yang masukannya berubah" in pesan) == (
        2,
        True,
    )
    assert f"(segarkan dahulu: asn-nilai hitung {terhitung} --semua)" in pesan
    jalankan("hitung", terhitung, "--periode", "2026-01", "--paralel", 1)
    pesan = jalankan("hitung", terhitung, "--periode", "2026-T1", "--paralel", 1)[2]
    assert "Masukannya berubah sesudah" not in pesan
    assert f"Berikutnya: asn-nilai kunci {terhitung}" in pesan
    assert jalankan("kunci", terhitung, "--periode", "2026-T1", "--paralel", 1)[0] == 0


def test_satu_periode_yang_gagal_disebut_dan_tidak_menghentikan_yang_lain(kota, jalankan, dihitung):
    (kota / "hasil/2026-02").mkdir(parents=True)
    with FileLock(kota / "hasil/2026-02/.sedang-dihitung.lock"):
        status, _, pesan = jalankan("hitung", kota, "--semua", "--paralel", 1)
    assert status == 1
    assert [periode for periode, _ in dihitung] == [f"2026-0{n}" for n in (1, 3, 4, 5, 6)]
    assert "Februari 2026        TIDAK DIHITUNG" in pesan
    assert "Perintah lain sedang menulis" in pesan
    assert "BELUM SELESAI: Februari 2026." in pesan
    assert "--periode 2026-06, minta unit memperbaiki galatnya" in pesan


def test_hasil_yang_dihapus_sebagian_dihitung_lagi(terhitung, jalankan, dihitung):
    (terhitung / "hasil/2026-03/DINKES/nilai.xlsx").unlink()
    shutil.rmtree(terhitung / "hasil/2026-04")
    jalankan("hitung", terhitung, "--semua", "--paralel", 1)
    assert dihitung[0] == ("2026-03", ["DINKES"])
    assert dihitung[1][0] == "2026-04"
    assert len(dihitung) == 2


def test_hasil_aturan_lain_versi_lain_dan_unit_yang_dihapus_tidak_mutakhir(terhitung, jalankan):
    jalankan("hitung", terhitung, "--periode", "2026-01", "--aturan", "bukittinggi", "--paralel", 1)
    manifes = terhitung / "hasil/2026-02/manifes.json"
    isi = json.loads(manifes.read_text(encoding="utf-8"))
    manifes.write_text(json.dumps({**isi, "program": "asn-nilai 0.0.1"}), encoding="utf-8")
    manifes = terhitung / "hasil/2026-03/manifes.json"
    isi = json.loads(manifes.read_text(encoding="utf-8"))
    isi["unit"]["LAMA"] = isi["unit"]["DINKES"]
    manifes.write_text(json.dumps(isi), encoding="utf-8")
    (terhitung / "hasil/2026-04/rincian.csv").unlink()
    (terhitung / "hasil/catatan").mkdir()
    (terhitung / "hasil/catatan/manifes.json").write_text("{}", encoding="utf-8")
    tahun = siapkan_tahun(terhitung)
    sebab = {p.kode: keadaan_hasil(tahun.pada(p)).sebab for p in periode_terhitung(tahun.ruang)}
    assert {periode: kalimat for periode, kalimat in sebab.items() if kalimat} == {
        "2026-01": "dihitung dengan aturan lain",
        "2026-02": "ditulis asn-nilai 0.0.1",
        "2026-03": "memuat unit yang tidak ada lagi di skema",
        "2026-04": "tidak lengkap lagi",
    }


def test_semua_memilih_sendiri_dan_perlu_setoran(kota, jalankan):
    status, _, pesan = jalankan("hitung", kota, "--semua", "--periode", "2026-01")
    assert (status, "--semua memilih sendiri" in pesan) == (2, True)
    shutil.rmtree(kota / "capaian")
    status, _, pesan = jalankan("hitung", kota, "--semua")
    assert status == 2
    assert "Belum ada setoran satu bulan pun" in pesan
    assert "capaian/2026-01" in pesan


@pytest.mark.parametrize("periode", ["2026-07", "T4"])
def test_bulan_tanpa_setoran_ditolak_dengan_menyebut_tempatnya(kota, jalankan, periode):
    status, _, pesan = jalankan("hitung", kota, "--periode", periode)
    assert status == 2
    tempat = "capaian/2026-07" if periode == "2026-07" else "capaian/2026-10"
    assert f"Taruh berkas unit di {tempat}, misalnya {tempat}/BKPSDM.xlsx." in pesan
    assert not (kota / "hasil").exists()


def test_periode_yang_belum_lengkap_menyebut_bulan_yang_kurang(kota, jalankan):
    shutil.rmtree(kota / "capaian/2026-02")
    pesan = jalankan("hitung", kota, "--periode", "T1", "--paralel", 1)[2]
    assert "Triwulan I 2026 belum lengkap: belum ada setoran Februari 2026 (capaian/2026-02)." in pesan


def test_catatan_unit_yang_tidak_lengkap_membuat_hasilnya_usang(terhitung):
    berkas = terhitung / "hasil" / "2026-05" / "manifes.json"
    isi = json.loads(berkas.read_text(encoding="utf-8"))
    isi["unit"][""] = {"masukan": {}, "keluaran": {}, "ringkas": {}}
    berkas.write_text(json.dumps(isi), encoding="utf-8")
    tahun = siapkan_tahun(terhitung)
    mei = next(periode for periode in periode_terhitung(tahun.ruang) if periode.kode == "2026-05")
    assert keadaan_hasil(tahun.pada(mei)).sebab == "memuat pegawai tanpa unit yang lain daripada skema"


def test_yang_tertinggal_dan_salinan_disebut_juga_oleh_hitung_semua(terhitung, jalankan, hasil_json):
    """Whoever computes only so never sees what `hitung` of one period says of them."""
    for periode in ("2026-05", "2026-S1"):
        shutil.copytree(terhitung / f"hasil/{periode}/BKPSDM", terhitung / f"hasil/{periode}/BKD-LAMA")
    shutil.copy(terhitung / "skema.xlsx", terhitung / "skema-LAPTOP.xlsx")
    isi = hasil_json("hitung", terhitung, "--semua", "--paralel", 1)[1]
    tertinggal = {baris["periode"]: baris["unit_tertinggal"] for baris in isi["periode"]}
    assert {periode: nama for periode, nama in tertinggal.items() if nama} == {
        "2026-05": ["BKD-LAMA"],
        "2026-S1": ["BKD-LAMA"],
    }
    assert isi["salinan_tidak_dibaca"] == ["skema-LAPTOP.xlsx"]
    pesan = jalankan("hitung", terhitung, "--semua", "--paralel", 1)[2]
    assert "tidak ada lagi di skema: hasil/2026-05/BKD-LAMA/, hasil/2026-S1/BKD-LAMA/. Isinya dari" in pesan
    assert "skema-LAPTOP.xlsx: Nama berkas ini nama salinan dari skema.xlsx" in pesan


def test_salinan_setoran_yang_datang_sesudah_dihitung_masuk_ke_temuannya(terhitung, jalankan, dihitung):
    """What verifikasi calls not up to date, this brings up to date: of its month, and of the periods that hold it."""
    shutil.copy(terhitung / "capaian/2026-02/BKPSDM.xlsx", terhitung / "capaian/2026-02/BKPSDM (1).xlsx")
    assert len([*asing_lain(siapkan(terhitung, "2026-02"))]) == 1
    jalankan("hitung", terhitung, "--semua", "--paralel", 1)
    assert dihitung == [("2026-02", []), ("2026-T1", []), ("2026-01:2026-05", []), ("2026-S1", [])]
    assert "berkas-salinan" in (terhitung / "hasil/2026-02/temuan.csv").read_text(encoding="utf-8")
    assert [*asing_lain(siapkan(terhitung, "2026-02"))] == []
    dihitung.clear()
    jalankan("hitung", terhitung, "--semua", "--paralel", 1)
    assert dihitung == []
