"""`asn-nilai rekap`: what it writes, what it says, and what it refuses."""

import csv
import hashlib
import json
import shutil
from pathlib import Path
from unittest.mock import Mock

import pytest
from filelock import FileLock
from salinan_contoh import salin_contoh

from asn_nilai import cli
from asn_nilai.alur.perintah import rekap as alur_rekap
from asn_nilai.terbit.berkas import BerkasTerkunciError

MEI = ("--periode", "2026-05")


def jalankan(capsys, *argumen: object) -> tuple[int, str]:
    with pytest.raises(SystemExit) as keluar:
        cli.main([str(kata) for kata in argumen])
    keluaran = capsys.readouterr()
    assert keluaran.out == ""
    return keluar.value.code, keluaran.err


@pytest.fixture(scope="module")
def terhitung(tmp_path_factory) -> Path:
    """The example with April, May and June computed."""
    kota = salin_contoh(tmp_path_factory.mktemp("rekap") / "kota")
    for bulan in ("2026-04", "2026-05", "2026-06"):
        with pytest.raises(SystemExit):
            cli.main(["hitung", str(kota), "--periode", bulan, "--paralel", "1"])
    return kota


@pytest.fixture
def kota(terhitung, tmp_path) -> Path:
    return Path(shutil.copytree(terhitung, tmp_path / "kota"))


def test_menulis_buku_halaman_dan_data_lalu_menyebut_langkah_berikutnya(kota, capsys):
    status, kata = jalankan(capsys, "rekap", kota, *MEI)
    folder = kota / "hasil/2026-05"
    assert status == 0
    assert "80 dari 80 ASN dinilai, 8 unit" in kata
    assert "Tertinggi          BKPSDM 99,49" in kata
    assert f"Buka dahulu        {folder / 'rekap.html'}" in kata
    assert "serahkan rekap.xlsx kepada pimpinan" in kata
    assert (
        "Hasil Januari, Februari, Maret 2026 belum ada di ruang kerja ini. Kosong di rekap ini, bukan nol."
        in kata
    )
    manifes = json.loads((folder / "manifes_rekap.json").read_text(encoding="utf-8"))
    assert set(manifes["keluaran"]) == {
        "rekap.html", "rekap.xlsx", "rekap_unit.csv", "rekap_bulan.csv", "rekap_indikator.csv",
    }  # fmt: skip
    assert {"skema.xlsx", "hasil/2026-04/nilai.csv", "hasil/2026-05/manifes.json"} <= set(manifes["masukan"])
    assert all((folder / nama).is_file() for nama in manifes["keluaran"])


def test_kedua_kali_sama_byte_demi_byte(kota, capsys):
    folder = kota / "hasil/2026-05"
    jalankan(capsys, "rekap", kota, *MEI)
    pertama = {f.name: f.read_bytes() for f in folder.glob("*rekap*")}
    jalankan(capsys, "rekap", kota, *MEI)
    assert {f.name: f.read_bytes() for f in folder.glob("*rekap*")} == pertama
    assert len(pertama) == 6


def test_rekap_tidak_mengubah_hasil_hitung(kota, capsys):
    folder = kota / "hasil/2026-05"
    sebelum = {f: f.read_bytes() for f in folder.rglob("*") if f.is_file()}
    jalankan(capsys, "rekap", kota, *MEI)
    jalankan(capsys, "rekap", kota, *MEI, "--samarkan")
    assert {f: f.read_bytes() for f in sebelum} == sebelum
    status, kata = jalankan(capsys, "hitung", kota, *MEI)
    assert status == 0
    assert "8 unit tidak berubah" in kata


def test_hitung_meminta_yang_belum_dikirim_dan_yang_salah(kota, capsys):
    _, kata = jalankan(capsys, "hitung", kota, "--periode", "2026-06", "--paralel", "1")
    assert "belum setor" in kata
    assert "Berikutnya: minta unit mengirim atau memperbaiki yang disebut di atas, simpan berkasnya" in kata


@pytest.mark.parametrize("pilihan", [(), ("--samarkan",)])
def test_pengaturan_yang_salah_ketik_disebut_sebelum_apa_pun_diumumkan(kota, capsys, pilihan):
    with (kota / "asn-nilai.toml").open("a", encoding="utf-8") as berkas:
        berkas.write("\n[rekap]\nk-publk = 10\n")
    _, kata = jalankan(capsys, "rekap", kota, *MEI, *pilihan)
    assert (
        "[rekap] k-publk tidak dikenal, jadi tidak berpengaruh; mungkin maksudnya [rekap] k-publik." in kata
    )


def test_juni_berakhir_dengan_satu_karena_ada_galat(kota, capsys):
    status, kata = jalankan(capsys, "rekap", kota, "--periode", "2026-06")
    assert status == 1
    assert "Belum setor        DPMPTSP" in kata
    assert (
        "Belum diperingkat, karena kurang dari 90 persen ASN-nya dinilai: PKM-TB (9 dari 12 dinilai)" in kata
    )
    assert "5 unit belum diperingkat." in kata
    assert "Bagi 58 ASN yang dinilai pada keduanya, rata-rata NHK 98,67 menjadi 98,77." in kata
    assert "22 ASN belum dinilai" in kata


def test_selama_ada_unit_yang_belum_dihitung_yang_disarankan_hitung_bukan_menerbitkan(kota, capsys):
    maret = ("--periode", "2026-03")
    jalankan(capsys, "hitung", kota, *maret, "--unit", "PKM-TB", "--paralel", 1)
    perintah = f"asn-nilai hitung {kota} --periode 2026-03"
    status, kata = jalankan(capsys, "rekap", kota, *maret)
    assert (status, "--samarkan" in kata, "serahkan" in kata) == (0, False, False)
    assert f"Jalankan {perintah}, lalu perintah ini lagi." in kata
    assert f"Jalankan dahulu: {perintah}" in jalankan(capsys, "rekap", kota, *maret, "--samarkan")[1]


def test_sebagian_unit_tidak_mengganti_rekap_kota(kota, capsys):
    jalankan(capsys, "rekap", kota, *MEI)
    folder = kota / "hasil/2026-05"
    utuh = (folder / "rekap.xlsx").read_bytes()
    status, kata = jalankan(capsys, "rekap", kota, *MEI, "--unit", "PKM-TB")
    assert status == 0
    assert (folder / "rekap_PKM-TB.xlsx").is_file()
    assert "serahkan rekap_PKM-TB.xlsx kepada kepala unit" in kata
    assert (folder / "rekap.xlsx").read_bytes() == utuh
    assert "Tertinggi" not in kata
    assert "Terendah" not in kata
    banyak = ("PKM-TB", "PKM-MDG", "DINKES", "BKPSDM")
    jalankan(capsys, "rekap", kota, *MEI, *(b for kode in banyak for b in ("--unit", kode)))
    assert (folder / "rekap_pilihan.html").is_file()


@pytest.mark.parametrize(
    ("unit", "nama"),
    [
        (("A", "B", "C"), "rekap_A_B_C"),
        (("A", "B", "C", "D"), "rekap_pilihan"),
        (("P" * 60,), "rekap_" + "P" * 60),
        (("P" * 60, "Q" * 60), "rekap_pilihan"),
    ],
)
def test_nama_berkas_tidak_lebih_panjang_daripada_yang_diterima_windows(unit, nama):
    assert alur_rekap.nama_rekap(Mock(unit=unit, terpilih=True)) == nama


@pytest.mark.parametrize(
    ("argumen", "pesan"),
    [
        (
            ("--periode", "2026-T1"),
            "Hasil Triwulan I 2026 belum ada di ruang kerja ini. Jalankan dahulu: asn-nilai hitung",
        ),
        (("--periode", "2026-05", "--unit", "TIDAK-ADA"), "Unit TIDAK-ADA tidak ada di skema"),
        (("--samarkan", "--unit", "PKM-TB"), "--samarkan selalu untuk seluruh kota"),
    ],
)
def test_salah_pakai_menyebut_apa_yang_dilakukan(kota, capsys, argumen, pesan):
    status, kata = jalankan(capsys, "rekap", kota, *argumen)
    assert status == 2
    assert pesan in kata
    assert not (kota / "hasil/2026-T1").exists()


def test_perintah_lain_yang_sedang_menulis_ditunggu(kota, capsys):
    with FileLock(kota / "hasil/2026-05/.sedang-dihitung.lock"):
        status, kata = jalankan(capsys, "rekap", kota, *MEI)
    assert status == 2
    assert "Perintah lain sedang menulis" in kata


@pytest.mark.parametrize("pilihan", [(), ("--samarkan",)])
def test_hitungan_yang_selesai_sesaat_sebelumnya_tidak_disangka_diubah(kota, capsys, monkeypatch, pilihan):
    """Results are looked at before the period is held, and another run may write them in between."""
    kunci_periode = alur_rekap.kunci_periode

    def sesudah_hitung(folder: Path):
        (kota / "capaian/2026-05/DPMPTSP.xlsx").unlink()
        jalankan(capsys, "hitung", kota, *MEI)
        return kunci_periode(folder)

    monkeypatch.setattr(alur_rekap, "kunci_periode", sesudah_hitung)
    _, kata = jalankan(capsys, "rekap", kota, *MEI, *pilihan)
    assert "tidak sama lagi dengan catatannya" not in kata
    assert f"ditulis di {kota}" in kata


def test_buku_yang_sedang_dibuka_disebut_dan_yang_lama_tetap(kota, capsys, monkeypatch):
    def terkunci(*_: object) -> None:
        raise BerkasTerkunciError("rekap.xlsx tidak dapat diganti: sedang dibuka.")

    monkeypatch.setattr("asn_nilai.terbit.buku.rekap.tulis_buku_rekap", terkunci)
    status, kata = jalankan(capsys, "rekap", kota, *MEI)
    assert status == 1
    assert "rekap.xlsx tidak dapat diganti" in kata
    assert "serahkan" not in kata
    assert "BELUM SELESAI" in kata
    assert not (kota / "hasil/2026-05/manifes_rekap.json").exists()


def test_buku_yang_sedang_dibuka_tidak_meninggalkan_muka_lain_di_belakang(kota, capsys, pegang):
    pegang("rekap.xlsx")
    status, kata = jalankan(capsys, "rekap", kota, *MEI)
    assert (status, "BELUM SELESAI" in kata) == (1, True)
    assert "rekap_unit.csv, rekap_bulan.csv, rekap_indikator.csv" in kata
    ada = {berkas.name for berkas in (kota / "hasil/2026-05").glob("rekap*")}
    assert ada == {"rekap.html", "rekap_unit.csv", "rekap_bulan.csv", "rekap_indikator.csv"}
    assert not (kota / "hasil/2026-05/manifes_rekap.json").exists()


def test_samaran_menulis_himpunan_untuk_diumumkan(kota, capsys):
    status, kata = jalankan(capsys, "rekap", kota, *MEI, "--samarkan")
    folder = kota / "hasil/2026-05/publik"
    assert status == 0
    assert sorted(f.name for f in folder.iterdir()) == [
        "index.html", "kamus_data.csv", "kinerja_unit.csv", "layanan.csv", "sebaran.csv",
    ]  # fmt: skip
    assert "umumkan seluruh isi folder itu, tidak lebih" in kata
    assert "80 dari 80" not in kata
    kunci = (kota / ".kunci-samaran").read_text(encoding="ascii").strip()
    with (kota / "hasil/2026-05/nilai.csv").open(encoding="utf-8", newline="") as isi:
        rahasia = {
            kunci,
            *(nilai for baris in csv.DictReader(isi) for nilai in (baris["nip"], baris["nama"])),
        }
    for berkas in folder.iterdir():
        teks = berkas.read_text(encoding="utf-8")
        assert not [kata for kata in rahasia if kata in teks]


def test_himpunan_dengan_satu_berkas_dipegang_belum_dapat_diumumkan(kota, capsys, pegang):
    pegang("kinerja_unit.csv")
    status, kata = jalankan(capsys, "rekap", kota, *MEI, "--samarkan")
    assert (status, "BELUM SELESAI" in kata, "umumkan seluruh isi" in kata) == (1, True, False)
    ada = {berkas.name for berkas in (kota / "hasil/2026-05/publik").iterdir()}
    assert ada == {"index.html", "kamus_data.csv", "layanan.csv", "sebaran.csv"}
    assert not (kota / "hasil/2026-05/manifes_publik.json").exists()


def test_hasil_yang_usang_tidak_diterbitkan(kota, capsys):
    berkas = kota / "capaian/2026-04/PKM-TB.xlsx"
    berkas.write_bytes(berkas.read_bytes() + b"\0")
    status, kata = jalankan(capsys, "rekap", kota, *MEI, "--samarkan")
    assert status == 2
    assert "tidak diterbitkan" in kata
    assert "--periode 2026-04" in kata
    assert not (kota / "hasil/2026-05/publik").exists()


@pytest.mark.parametrize("bulan", ["2026-04", "2026-05"])
def test_hasil_sebagian_unit_tidak_diterbitkan(kota, capsys, bulan):
    """Published beside the whole city's later on, a part of it would tell of the rest."""
    shutil.rmtree(kota / "hasil" / bulan)
    jalankan(
        capsys, "hitung", kota, "--periode", bulan, "--paralel", 1, "--unit", "BKPSDM", "--unit", "DINKES"
    )
    if bulan == "2026-04":
        jalankan(capsys, "hitung", kota, *MEI, "--paralel", 1)
    status, kata = jalankan(capsys, "rekap", kota, *MEI, "--samarkan")
    assert status == 2
    assert "belum memuat semua unit" in kata
    assert kata.rstrip().endswith(f"--periode {bulan}")
    assert not (kota / "hasil/2026-05/publik").exists()


def test_kunci_samaran_yang_rusak_tidak_diganti_diam_diam(kota, capsys):
    (kota / ".kunci-samaran").write_text("rusak", encoding="ascii")
    status, kata = jalankan(capsys, "rekap", kota, *MEI, "--samarkan")
    assert status == 2
    assert "kunci samaran" in kata
    assert (kota / ".kunci-samaran").read_text(encoding="ascii") == "rusak"


def test_hasil_yang_usang_berstatus_1_dan_belum_layak_diserahkan(kota, capsys):
    shutil.copy(kota / "capaian/2026-05/KEL-TD.xlsx", kota / "capaian/2026-04/KEL-TD.xlsx")
    status, kata = jalankan(capsys, "rekap", kota, *MEI)
    assert status == 1
    assert f"BELUM LAYAK DISERAHKAN: ada hasil yang usang. Jalankan asn-nilai hitung {kota} --semua" in kata
    assert "kepada pimpinan" not in kata


@pytest.mark.parametrize(
    ("program", "cara"),
    [
        ("asn-nilai 0.0.1", "Agar semua dihitung dengan cara yang sama, jalankan: asn-nilai hitung --semua"),
        ("asn-nilai 99.0", "Versi itu lebih baru daripada program di komputer ini: perbarui dahulu"),
    ],
)
def test_hasil_versi_lain_disebut(kota, capsys, program, cara):
    """What a newer program wrote is not computed again here, so that is not what is asked for."""
    manifes = kota / "hasil/2026-04/manifes.json"
    isi = json.loads(manifes.read_text(encoding="utf-8"))
    manifes.write_text(json.dumps({**isi, "program": program}), encoding="utf-8")
    _, kata = jalankan(capsys, "rekap", kota, *MEI)
    assert f"Hasil April 2026 ditulis versi lain program ini ({program}). {cara}" in kata


def test_folder_publik_dikosongkan_dari_yang_tidak_lagi_bagiannya(kota, capsys):
    assert jalankan(capsys, "rekap", kota, *MEI, "--samarkan")[0] == 0
    publik, catatan = kota / "hasil/2026-05/publik", kota / "hasil/2026-05/manifes_publik.json"
    isi = json.loads(catatan.read_text(encoding="utf-8"))
    assert set(isi["keluaran"]) == {berkas.name for berkas in publik.iterdir()}
    for nama in ("lama.csv", "lama-disunting.csv"):
        (publik / nama).write_text("lama", encoding="utf-8")
        isi["keluaran"][nama] = hashlib.sha256(b"lama").hexdigest()
    (publik / "lama-disunting.csv").write_text("disunting", encoding="utf-8")
    (publik / "nilai.xlsx").write_text("salinan", encoding="utf-8")
    catatan.write_text(json.dumps(isi), encoding="utf-8")
    status, kata = jalankan(capsys, "rekap", kota, *MEI, "--samarkan")
    assert status == 1
    assert not (publik / "lama.csv").exists()
    assert "JANGAN DIUMUMKAN DAHULU." in kata
    assert "lama-disunting.csv, nilai.xlsx" in kata
    for nama in ("lama-disunting.csv", "nilai.xlsx"):
        (publik / nama).unlink()
    assert jalankan(capsys, "rekap", kota, *MEI, "--samarkan")[0] == 0
