"""Running again, running in part, running into trouble: nothing is lost and nothing stale is mixed in silently."""

import json
import shutil
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from filelock import FileLock

from asn_nilai.acuan import jam
from asn_nilai.acuan.profil import aturan as profil
from asn_nilai.alur.hitungan import unit as alur_unit
from asn_nilai.alur.masukan import pemeriksaan
from asn_nilai.terbit.berkas import BerkasTerkunciError

MEI = ("--periode", "2026-05")


def isi_folder(folder: Path) -> dict[str, bytes]:
    return {
        f.relative_to(folder).as_posix(): f.read_bytes() for f in sorted(folder.rglob("*")) if f.is_file()
    }


def waktu(folder: Path) -> dict[str, int]:
    return {f.parent.name: f.stat().st_mtime_ns for f in folder.rglob("nilai.xlsx")}


def ubah_sel(berkas: Path, sel: str, nilai: object, lembar: str = "Capaian") -> None:
    buku = openpyxl.load_workbook(berkas)
    buku[lembar][sel] = nilai
    buku.save(berkas)


def sel_realisasi(kota: Path, unit: str) -> str:
    lembar = openpyxl.load_workbook(kota / "capaian/2026-05" / f"{unit}.xlsx")["Capaian"]
    return next(
        s.offset(1).coordinate for baris in lembar.iter_rows() for s in baris if s.value == "Realisasi"
    )


def test_hasil_kedua_sama_byte_demi_byte(kota, jalankan):
    jalankan("hitung", kota, *MEI, "--paralel", 1)
    pertama = isi_folder(kota / "hasil")
    jalankan("hitung", kota, *MEI, "--paksa", "--paralel", 2)
    assert isi_folder(kota / "hasil") == pertama


@pytest.mark.usefixtures("mei")
def test_yang_tidak_berubah_tidak_dihitung_lagi(kota, jalankan):
    lama = waktu(kota / "hasil")
    status, _, pesan = jalankan("hitung", kota, *MEI)
    assert (status, waktu(kota / "hasil")) == (0, lama)
    assert "8 unit tidak berubah" in pesan


@pytest.mark.usefixtures("mei")
def test_perintah_menyebut_folder_seperti_diketik_dan_tidak_ada_yang_dihitung_lagi_karenanya(
    kota, jalankan, monkeypatch
):
    """Where somebody stands is no input: no unit is stale when the same folder is typed in another way."""
    lama = waktu(kota / "hasil")
    for tempat, diketik in ((kota.parent, kota.name), (kota, ".")):
        monkeypatch.chdir(tempat)
        _, _, pesan = jalankan("hitung", diketik, *MEI)
        kata = f"kunci {diketik}" if diketik != "." else "kunci"
        assert f"Berikutnya: asn-nilai {kata} --periode 2026-05 (" in pesan
        assert waktu(kota / "hasil") == lama


def test_temuan_unit_yang_terbawa_tetap_menentukan_status(kota, jalankan):
    pertama = jalankan("hitung", kota, "--json")
    assert pertama[0] == 1
    kedua = jalankan("hitung", kota, "--json")
    assert kedua[0] == 1
    assert json.loads(kedua[1])["temuan"] == json.loads(pertama[1])["temuan"]
    assert json.loads(kedua[1])["unit"] == json.loads(pertama[1])["unit"]


@pytest.mark.usefixtures("mei")
def test_hanya_unit_yang_berkasnya_berubah_dihitung_lagi(kota, hasil_json):
    lama = waktu(kota / "hasil")
    ubah_sel(kota / "capaian/2026-05/BKPSDM.xlsx", sel_realisasi(kota, "BKPSDM"), 1)
    _, isi = hasil_json("hitung", kota, *MEI)
    baru = waktu(kota / "hasil")
    assert [u for u in lama if lama[u] != baru[u]] == ["BKPSDM"]
    assert len(isi["dibawa"]) == 7


@pytest.mark.usefixtures("mei")
def test_hasil_yang_diubah_tangan_ditulis_ulang(kota, jalankan):
    benar = isi_folder(kota / "hasil")
    (kota / "hasil/2026-05/DINKES/nilai.xlsx").write_bytes(b"diubah")
    jalankan("hitung", kota, *MEI)
    assert isi_folder(kota / "hasil") == benar


@pytest.mark.usefixtures("mei")
def test_aturan_lain_semua_dihitung_lagi(kota, hasil_json):
    assert hasil_json("hitung", kota, *MEI, "--aturan", "bukittinggi")[1]["dibawa"] == []


@pytest.mark.usefixtures("mei")
def test_satu_unit_saja_menjaga_unit_lain(kota, jalankan):
    lengkap = isi_folder(kota / "hasil")
    jalankan("hitung", kota, *MEI, "--unit", "DINKES", "--paksa")
    assert isi_folder(kota / "hasil") == lengkap


@pytest.mark.usefixtures("mei")
def test_unit_lain_yang_usang_disebut(kota, jalankan):
    ubah_sel(kota / "capaian/2026-05/BKPSDM.xlsx", sel_realisasi(kota, "BKPSDM"), 1)
    _, _, pesan = jalankan("hitung", kota, *MEI, "--unit", "DINKES")
    assert "Masukan sudah berubah, tetapi tidak diminta: BKPSDM" in pesan
    assert f"Berikutnya: asn-nilai hitung {kota} --periode 2026-05 (1 unit lain belum dihitung" in pesan
    _, _, pesan = jalankan("hitung", kota, *MEI)
    assert "7 unit tidak berubah" in pesan


def test_satu_unit_pertama_kali(kota, hasil_json):
    status, isi = hasil_json("hitung", kota, *MEI, "--unit", "DINKES", "--unit", "KEL-TD")
    assert (status, [u["kode_unit"] for u in isi["unit"]]) == (0, ["DINKES", "KEL-TD"])


def test_sesudah_satu_unit_yang_lain_dihitung_sebelum_dikunci(kota, jalankan):
    status, _, pesan = jalankan("hitung", kota, *MEI, "--unit", "DINKES")
    assert status == 0
    assert f"Berikutnya: asn-nilai hitung {kota} --periode 2026-05 (7 unit lain belum dihitung" in pesan
    assert "asn-nilai kunci" not in pesan


def test_unit_tujuan_pindah_saja_tetap_memakai_unit_asal(kota, jalankan, hasil_json):
    periode = ("--periode", "2026-T1")
    jalankan("hitung", kota, *periode)
    baris = (kota / "hasil/2026-T1/nilai.csv").read_text(encoding="utf-8").splitlines()
    tujuan = next(b for b in baris if ",Pindah," in b).rsplit(" ", 1)[1]
    milik = [b for b in baris if f",{tujuan}," in b]
    shutil.rmtree(kota / "hasil")
    _, isi = hasil_json("hitung", kota, *periode, "--unit", tujuan)
    assert [u["kode_unit"] for u in isi["unit"]] == [tujuan]
    sendiri = (kota / "hasil/2026-T1/nilai.csv").read_text(encoding="utf-8").splitlines()
    assert sendiri[1:] == milik


def test_dua_perintah_sekaligus_ditolak_dengan_kalimat(kota, jalankan):
    (kota / "hasil/2026-05").mkdir(parents=True)
    with FileLock(kota / "hasil/2026-05/.sedang-dihitung.lock"):
        status, _, pesan = jalankan("hitung", kota, *MEI)
    assert status == 2
    assert "Perintah lain sedang menulis" in pesan


@pytest.mark.usefixtures("mei")
def test_buku_yang_terbuka_di_excel_tidak_menghentikan_unit_lain(kota, jalankan, monkeypatch):
    asli = alur_unit.BERKAS_UNIT["nilai.xlsx"]

    def terkunci(konteks, hasil, berkas):
        if hasil.unit.kode == "DINKES":
            raise BerkasTerkunciError(f"{berkas} sedang dibuka di program lain")
        asli(konteks, hasil, berkas)

    monkeypatch.setitem(alur_unit.BERKAS_UNIT, "nilai.xlsx", terkunci)
    lama = waktu(kota / "hasil")
    status, _, pesan = jalankan("hitung", kota, *MEI, "--paksa", "--paralel", 1)
    assert status == 1
    assert "DINKES" in pesan
    assert "sedang dibuka di program lain" in pesan
    assert "BELUM SELESAI" in pesan
    baru = waktu(kota / "hasil")
    assert [u for u in lama if lama[u] == baru[u]] == ["DINKES"]
    monkeypatch.setitem(alur_unit.BERKAS_UNIT, "nilai.xlsx", asli)
    status, _, pesan = jalankan("hitung", kota, *MEI)
    assert status == 0
    assert "7 unit tidak berubah" in pesan


def test_kesalahan_program_pada_satu_unit_menjadi_temuan(kota, jalankan, monkeypatch):
    asli = pemeriksaan.susun

    def gagal(konteks, kode):
        if kode == "DINKES":
            raise ZeroDivisionError("aduh")
        return asli(konteks, kode)

    monkeypatch.setattr(pemeriksaan, "susun", gagal)
    for perintah in ("hitung", "validasi"):
        monkeypatch.setenv("ASN_NILAI_TELUSUR", "1")
        monkeypatch.delenv("ASN_NILAI_TELUSUR")
        status, keluar, _ = jalankan(perintah, kota, *MEI, "--paralel", 1, "--json")
        temuan = json.loads(keluar)["temuan"]
        assert (status, [(t["kode"], t["unit"]) for t in temuan]) == (1, [("program-gagal", "DINKES")])
        assert "ZeroDivisionError: aduh" in temuan[0]["pesan"]
    monkeypatch.setattr(pemeriksaan, "susun", asli)
    status, _, pesan = jalankan("hitung", kota, *MEI, "--paralel", 1)
    assert (status, "7 unit tidak berubah" in pesan) == (0, True), (
        "the eighth is computed again, though nothing of it changed"
    )


@pytest.mark.parametrize(
    ("argumen", "pesan"),
    [
        (["--periode", "2026-13"], "Periode '2026-13' tidak dikenal"),
        (["--periode", "2025-05"], "bukan tahun 2026"),
        (["--unit", "XYZ"], "Unit XYZ tidak ada di skema. Unit yang ada: BKPSDM,"),
        (["--unit", "PKM-TD"], "Mungkin maksudnya PKM-TB atau PKM-MDG"),
        (["--aturan", "tidak-ada"], "Aturan 'tidak-ada' tidak ada"),
    ],
)
def test_permintaan_yang_salah_berstatus_2(kota, jalankan, argumen, pesan):
    status, keluar, galat = jalankan("hitung", kota, *argumen)
    assert (status, keluar) == (2, "")
    assert pesan in galat


@pytest.mark.parametrize(
    "perintah", [("hitung",), ("riwayat",), ("templat", "capaian"), ("templat", "target")]
)
def test_kata_yang_bergantung_hari_ini_dijawab_sama_di_setiap_perintah(kota, jalankan, monkeypatch, perintah):
    monkeypatch.setattr(jam, "kini", lambda: datetime(2026, 6, 5).astimezone())
    status, keluar, galat = jalankan(*perintah, kota, "--periode", "bulan lalu")
    assert (status, keluar) == (2, "")
    assert "Periode 'bulan lalu' tidak dikenal. Mungkin maksudnya 2026-05." in " ".join(galat.split())


def test_folder_kosong(tmp_path, jalankan):
    status, _, pesan = jalankan("hitung", tmp_path)
    assert status == 2
    assert "bukan ruang kerja" in pesan


def test_belum_ada_capaian(kota, jalankan):
    shutil.rmtree(kota / "capaian")
    status, _, pesan = jalankan("hitung", kota)
    assert status == 2
    assert "Belum ada berkas capaian" in pesan


def test_aturan_yang_tidak_berlaku_pada_periode(kota, jalankan):
    asal = Path(profil.__file__).parent / "aturan/permenpanrb-6-2022.toml"
    teks = asal.read_text(encoding="utf-8").replace(
        'berlaku_sejak = "2022"', 'berlaku_sejak = "2022"\nberlaku_sampai = "2024"'
    )
    (kota / "lama.toml").write_text(teks, encoding="utf-8")
    status, _, pesan = jalankan("hitung", kota, "--aturan", kota / "lama.toml")
    assert status == 2
    assert "berlaku sejak 2022 sampai akhir 2024; Juni 2026 di luar masa itu" in pesan


def test_target_setahun_juga_bagi_aturan_yang_berlaku_mulai_tengah_tahun(kota, jalankan):
    """A year begins with its targets; a rule that begins in July is the rule of that year all the same."""
    asal = Path(profil.__file__).parent / "aturan/permenpanrb-6-2022.toml"
    teks = asal.read_text(encoding="utf-8").replace('berlaku_sejak = "2022"', 'berlaku_sejak = "2026-07-01"')
    (kota / "baru.toml").write_text(teks, encoding="utf-8")
    pengaturan = kota / "asn-nilai.toml"
    isi = pengaturan.read_text(encoding="utf-8").replace("permenpanrb-6-2022", "baru.toml")
    pengaturan.write_text(isi, encoding="utf-8")
    shutil.rmtree(kota / "capaian")
    status, _, pesan = jalankan("templat", "target", kota, "--unit", "BKPSDM", "--paralel", 1)
    assert (status, "1 templat baru ditulis" in pesan) == (0, True), pesan
    status, _, pesan = jalankan("validasi", kota, "--paralel", 1)
    assert (status, "yang diperiksa skema dan buku target" in pesan) == (0, True), pesan
    status, _, pesan = jalankan("hitung", kota, "--periode", "2026")
    assert (status, "Tahun 2026 di luar masa itu. Tulis aturan lain di asn-nilai.toml" in pesan) == (2, True)
    isi = isi.replace("2026", "2025", 1)
    pengaturan.write_text(isi, encoding="utf-8")
    status, _, pesan = jalankan("templat", "target", kota)
    assert (status, "Tahun 2025 di luar masa itu" in pesan) == (2, True), pesan


def test_berkas_yang_bukan_milik_unit_disebut(kota, hasil_json):
    shutil.copy(kota / "capaian/2026-05/BKPSDM.xlsx", kota / "capaian/2026-05/BKPSDM (1) revisi.xlsx")
    status, isi = hasil_json("hitung", kota, *MEI)
    assert status == 0
    assert [(t["kode"], t["tingkat"], t["berkas"]) for t in isi["temuan"]] == [
        ("berkas-salinan", "peringatan", "capaian/2026-05/BKPSDM (1) revisi.xlsx")
    ]


@pytest.mark.usefixtures("mei")
def test_manifes_menyebut_setiap_masukan_dan_keluaran(kota):
    hasil = kota / "hasil/2026-05"
    isi = json.loads((hasil / "manifes.json").read_text(encoding="utf-8"))
    assert len(isi["masukan"]) == 2 + 8 + 8
    berkas = {f.relative_to(hasil).as_posix() for f in hasil.rglob("*") if f.is_file()}
    assert set(isi["keluaran"]) == berkas - {"manifes.json", ".sedang-dihitung.lock"}


@pytest.mark.usefixtures("mei")
def test_tanpa_perubahan_tidak_memuat_apa_yang_menghitung_dan_tidak_menulis(kota, jalankan):
    """Where nothing is computed, neither numpy nor the writers of workbooks and pages load, and no file is touched."""
    jalankan("hitung", kota, *MEI)
    waktu_kota = {
        f.name: f.stat().st_mtime_ns
        for f in (kota / "hasil/2026-05").iterdir()
        if f.suffix in {".csv", ".html"}
    }
    kode = (
        "import sys\nfrom asn_nilai import cli\n"
        f"try:\n    cli.main(['hitung', {str(kota)!r}, '--periode', '2026-05'])\nexcept SystemExit:\n    pass\n"
        "berat = {'numpy.linalg', 'pandas', 'xlsxwriter', 'jinja2', 'asn_nilai.hitung', 'asn_nilai.alur.hitungan.unit'}\n"
        "print(sorted(berat & set(sys.modules)))"
    )
    lari = subprocess.run([sys.executable, "-c", kode], capture_output=True, text=True, check=True)
    assert (lari.stdout, "8 unit tidak berubah" in lari.stderr) == ("[]\n", True)
    assert len(waktu_kota) > 4
    assert waktu_kota == {nama: (kota / "hasil/2026-05" / nama).stat().st_mtime_ns for nama in waktu_kota}


@pytest.mark.usefixtures("mei")
@pytest.mark.parametrize("nama", ["index.html", "nilai.csv", "temuan.csv"])
def test_berkas_kota_yang_diubah_tangan_ditulis_ulang(kota, jalankan, nama):
    jalankan("hitung", kota, *MEI)
    benar = isi_folder(kota / "hasil")
    berkas = kota / "hasil/2026-05" / nama
    berkas.write_bytes(berkas.read_bytes() + b" ")
    jalankan("hitung", kota, *MEI)
    assert isi_folder(kota / "hasil") == benar
