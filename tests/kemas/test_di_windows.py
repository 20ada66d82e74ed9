"""What only Windows does: files that others hold, code pages, drives and shares, rights, runs that meet or are ended."""

import contextlib
import os
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest
from jendela import AKAR, jalan_windows, perlu
from salinan_contoh import salin_contoh

pytestmark = pytest.mark.menyeluruh
UNIT, BULAN = "KEL-TD", "2026-05"
SATU_UNIT = ("--periode", BULAN, "--unit", UNIT)


@pytest.fixture
def kota(tmp_path):
    return salin_contoh(tmp_path / "kota")


@pytest.fixture(scope="session")
def nilai_di_sini(tmp_path_factory):
    """The bytes of nilai.csv of one unit and of all, as computed here."""
    folder = salin_contoh(tmp_path_factory.mktemp("di_sini") / "kota")
    berkas = folder / "hasil" / BULAN / "nilai.csv"
    isi = {}
    for nama, pilihan in (("satu", SATU_UNIT), ("semua", SATU_UNIT[:2])):
        perintah = [sys.executable, "-m", "asn_nilai", "hitung", str(folder), *pilihan]
        subprocess.run(perintah, check=True, capture_output=True, env={**os.environ, "PYTHONPATH": str(AKAR)})
        isi[nama] = berkas.read_bytes()
    return isi


@contextlib.contextmanager
def ditahan(windows, *berkas, bagi=1):
    """Let another Windows program hold files while the block runs; `bagi` 1: others may read them, 0: not even that."""
    perintah = [*windows.python(), jalan_windows(Path(__file__).with_name("tahan_berkas.py")), str(bagi)]
    perintah += [jalan_windows(lain) for lain in berkas]
    with windows.buka(perintah, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as proses:
        assert [proses.stdout.readline().strip() for _ in berkas] == [b"ditahan"] * len(berkas)
        yield
        proses.stdin.close()


def kata(jalan):
    """Return what was said, which always is UTF-8."""
    teks = (jalan.stdout + jalan.stderr).decode("utf-8")
    assert "Traceback" not in teks
    return teks


def test_naskah_cmd_meneruskan_argumen_dan_status(windows, kota):
    cmd = jalan_windows(windows.folder / "asn-nilai.cmd")
    for argumen, status in (("--version", 0), ("validasi", 1), ("hitung2", 2)):
        assert windows.cmd("call", cmd, argumen, cwd=kota).returncode == status, argumen


def test_folder_yang_dijatuhkan_ke_meja_kerja_terbuka(windows, tmp_path):
    kota = salin_contoh(tmp_path / "Kinerja é 2026")
    meja = jalan_windows(windows.folder / "Meja kerja.cmd")
    jalan = windows.cmd("call", meja, jalan_windows(kota), masukan=b"0\r\n")
    assert jalan.returncode == 0
    assert "Pemerintah Kota Bukittinggi (contoh fiktif) · tahun 2026" in kata(jalan)
    assert "Tekan sembarang tombol" not in kata(jalan)


TANPA_SPASI = ("kinerja,2026", "tahun=2026;lama", "kinerja(1)!")
"""Names without a blank, which Explorer hands over without quotes."""


@pytest.mark.parametrize("nama", TANPA_SPASI)
def test_folder_tanpa_spasi_yang_dijatuhkan_sampai_utuh(windows, tmp_path, nama):
    kota = salin_contoh(tmp_path / nama)
    meja, ketik = (
        jalan_windows(windows.folder / f"{skrip}.cmd") for skrip in ("Meja kerja", "Ketik perintah")
    )
    jalan = windows.cmd("call", meja, jalan_windows(kota), masukan=b"0\r\n")
    assert jalan.returncode == 0, kata(jalan)
    assert "Pemerintah Kota Bukittinggi (contoh fiktif) · tahun 2026" in kata(jalan)
    jalan = windows.cmd("call", ketik, jalan_windows(kota), masukan=b"asn-nilai\r\nexit 0\r\n")
    assert "Pemerintah Kota Bukittinggi (contoh fiktif) · tahun 2026" in kata(jalan)


def test_meja_kerja_yang_diklik_dua_kali_tidak_bertempat_di_folder_program(windows, tmp_path):
    """Explorer starts it there; a new work folder whose bare name is typed would be deleted with the old version."""
    meja = jalan_windows(windows.folder / "Meja kerja.cmd")
    for folder in (windows.folder, windows.awalan / "drive_c" / "windows"):
        jalan = windows.cmd("call", meja, cwd=folder, masukan=b"0\r\n")
        assert jalan.returncode == 0, kata(jalan)
        tempat = kata(jalan).partition("Belum ada yang terbuka di sini: ")[2].splitlines()[0].casefold()
        assert tempat.startswith("c:\\users\\")
    jalan = windows.cmd("call", meja, cwd=tmp_path, masukan=b"0\r\n")
    assert f"Belum ada yang terbuka di sini: {jalan_windows(tmp_path)}" in kata(jalan)


def test_folder_berkutip_yang_berakhir_garis_miring_atau_spasi(windows, tmp_path):
    """As PowerShell's Tab key and a hasty copy leave it."""
    salin_contoh(tmp_path / "Data Kota")
    cmd = jalan_windows(windows.folder / "asn-nilai.cmd")
    for folder in ('".\\Data Kota\\"', '"Data Kota "'):
        baris = f'cmd.exe /c ""{cmd}" validasi {folder} --periode {BULAN} --unit {UNIT}"'
        naskah = f"import subprocess, sys; sys.exit(subprocess.run({baris!r}).returncode)"
        jalan = windows.proses([*windows.python(), "-c", naskah], cwd=tmp_path)
        assert jalan.returncode == 0, kata(jalan)
        assert "Tidak ada temuan" in kata(jalan)


@pytest.mark.parametrize("nama", ["CON", "a?b", "Kinerja: 2027"])
def test_ruang_kerja_baru_tidak_bernama_alat(windows, tmp_path, nama):
    jalan = windows.jalankan("mulai", nama, "--tahun", "2027", "--instansi", "Kota Uji", cwd=tmp_path)
    assert jalan.returncode == 2
    assert f"Folder '{nama}' tidak dapat dibuat: di Windows nama folder tidak boleh memuat" in kata(jalan)
    assert list(tmp_path.iterdir()) == []


def test_jendela_meja_kerja_tetap_terbuka_bila_ada_galat(windows, tmp_path):
    meja = jalan_windows(windows.folder / "Meja kerja.cmd")
    jalan = windows.cmd("call", meja, jalan_windows(tmp_path / "hilang"), masukan=b"x")
    assert jalan.returncode == 2
    assert "Folder hilang tidak ada" in kata(jalan)
    assert "Tekan sembarang tombol untuk menutup jendela ini." in kata(jalan)


def test_perintah_dapat_diketik_di_jendela_ketik_perintah(windows, kota):
    ketik = jalan_windows(windows.folder / "Ketik perintah.cmd")
    jalan = windows.cmd(
        "call", ketik, jalan_windows(kota), masukan=b"asn-nilai aturan pp-30-2019\r\nexit 0\r\n"
    )
    assert "PP 30/2019" in kata(jalan)


@pytest.mark.parametrize("nama", ["asn-nilai.cmd", "Meja kerja.cmd"])
def test_dari_dalam_zip_yang_belum_diekstrak_dikatakan_caranya(windows, tmp_path, nama):
    (tmp_path / nama).write_bytes((windows.folder / nama).read_bytes())
    jalan = windows.cmd("call", jalan_windows(tmp_path / nama), cwd=tmp_path)
    assert jalan.returncode == 2
    assert "Program ini belum diekstrak dari berkas zip." in kata(jalan)


def test_python_lain_di_mesin_itu_tidak_ikut_campur(windows, tmp_path):
    (tmp_path / "pandas.py").write_text("raise SystemExit(99)\n", encoding="utf-8")
    perintah = ["env", f"PYTHONPATH={jalan_windows(tmp_path)}", r"PYTHONHOME=C:\lain"]
    naskah = "import pandas, numpy, sys; print(pandas.__version__, numpy.__version__, sys.flags.isolated)"
    jalan = windows.proses([*perintah, *windows.python(), "-c", naskah], cwd=tmp_path)
    assert jalan.stdout.split() == [b"2.2.3", b"2.1.3", b"1"]


def test_hasil_yang_terbuka_di_excel_disebut_dan_yang_lain_tetap_ditulis(windows, kota):
    assert windows.jalankan("hitung", *SATU_UNIT, cwd=kota).returncode == 0
    hasil = kota / "hasil" / BULAN
    lama = (hasil / UNIT / "nilai.xlsx").read_bytes()
    halaman = hasil / UNIT / "ringkasan.html"
    halaman.unlink()
    with ditahan(windows, hasil / UNIT / "nilai.xlsx", hasil / "nilai.csv"):
        jalan = windows.jalankan("hitung", *SATU_UNIT, "--paksa", cwd=kota)
    assert jalan.returncode == 1
    for berkas in (rf"{UNIT}\nilai.xlsx", rf"{BULAN}\nilai.csv"):
        assert rf"{berkas} tidak dapat diganti: berkas itu sedang dibuka di program lain" in kata(jalan)
    assert "BELUM SELESAI" in kata(jalan)
    assert (hasil / UNIT / "nilai.xlsx").read_bytes() == lama
    assert halaman.is_file()
    assert windows.jalankan("hitung", *SATU_UNIT, cwd=kota).returncode == 0


def test_hasil_yang_bertanda_hanya_baca_disebut_begitu(windows, kota):
    assert windows.jalankan("hitung", *SATU_UNIT, cwd=kota).returncode == 0
    (kota / "hasil" / BULAN / "nilai.csv").chmod(0o444)
    jalan = windows.jalankan("hitung", *SATU_UNIT, "--paksa", cwd=kota)
    assert jalan.returncode == 1
    assert rf"{BULAN}\nilai.csv tidak dapat diganti: berkas itu bertanda hanya-baca (Read-only)." in kata(
        jalan
    )
    assert "sedang dibuka" not in kata(jalan)


def test_setoran_yang_terbuka_di_excel_tetap_dibaca(windows, kota):
    with ditahan(windows, kota / "capaian" / BULAN / f"{UNIT}.xlsx"):
        jalan = windows.jalankan("validasi", *SATU_UNIT, cwd=kota)
    assert jalan.returncode == 0
    assert "Tidak ada temuan" in kata(jalan)


def test_setoran_yang_waktunya_hilang_tetap_diperiksa(windows, kota):
    """Windows' own calendar begins in 1970; an archive or a telephone leaves files behind that are older."""
    with (kota / "asn-nilai.toml").open("a", encoding="utf-8") as pengaturan:
        pengaturan.write("\n[tenggat]\nhari = 5\n")
    os.utime(kota / "capaian" / BULAN / f"{UNIT}.xlsx", (-86_400 * 365, -86_400 * 365))
    jalan = windows.jalankan("validasi", *SATU_UNIT, cwd=kota)
    assert jalan.returncode == 0, kata(jalan)
    assert "Tidak ada temuan" in kata(jalan)


@pytest.mark.parametrize(
    ("berkas", "status", "kalimat"),
    [
        (f"capaian/{BULAN}/{UNIT}.xlsx", 1, "Tutup berkas itu di program yang membukanya"),
        ("skema.xlsx", 2, "skema.xlsx: Berkas ini sedang dibuka di program lain"),
        ("asn-nilai.toml", 2, "asn-nilai.toml: tidak boleh dibaca. Tutup berkas itu di program lain"),
        (
            f"riwayat/{BULAN}.jsonl",
            2,
            f"riwayat/{BULAN}.jsonl tidak dapat dibaca (tidak diizinkan). Tutup program",
        ),
    ],
)
def test_berkas_yang_ditahan_sepenuhnya_disebut_dengan_jalan_keluarnya(
    windows, kota, berkas, status, kalimat
):
    assert windows.jalankan("hitung", *SATU_UNIT, cwd=kota).returncode == 0
    with ditahan(windows, kota / berkas, bagi=0):
        jalan = windows.jalankan("hitung", *SATU_UNIT, cwd=kota)
    assert jalan.returncode == status
    assert kalimat in " ".join(kata(jalan).split())


@pytest.mark.parametrize("halaman", ["437", "850", "1252"])
def test_layar_dengan_halaman_kode_lama_dapat_dibaca(windows, kota, halaman):
    """A real console, and a pipe, which is UTF-8 whatever the console speaks."""
    cmd = jalan_windows(windows.folder / "asn-nilai.cmd")
    validasi = ["chcp", halaman, "&", "call", cmd, "validasi", "--periode", "2026-06", "--unit", "KEL-PPK"]
    naskah = f"import os, pty; os.chdir({str(kota)!r}); pty.spawn(['wine', 'cmd', '/c', *{validasi!r}])"
    layar = windows.proses([sys.executable, "-c", naskah], cwd=kota)
    assert f"Active code page: {halaman}".encode() in layar.stdout
    for bait in (layar.stdout, windows.cmd(*validasi, cwd=kota).stderr):
        teks = bait.decode("utf-8")
        assert "KEL-PPK.xls › Capaian" in teks
        assert "Traceback" not in teks
        assert "\ufffd" not in teks


def _kandar(windows, folder):
    """Make the folder a drive of its own."""
    (windows.awalan / "dosdevices" / "k:").symlink_to(folder)
    return "K:\\"


def _bersama(windows, folder):
    """Make the folder a share of a server, for Wine knows no other network."""
    server = windows.awalan / "dosdevices" / "unc" / "server"
    server.mkdir(parents=True, exist_ok=True)
    (server / folder.parent.name).symlink_to(folder)
    return rf"\\server\{folder.parent.name}"


TEMPAT = {
    "spasi dan huruf asing": lambda _windows, folder: jalan_windows(folder),
    "melalui folder induk": lambda _windows, folder: rf"{jalan_windows(folder)}\..\{folder.name}",
    "kandar": _kandar,
    "folder bersama": _bersama,
    "folder bersama, bentuk panjang": lambda *tempat: _bersama(*tempat).replace(
        r"\\server", r"\\?\UNC\server"
    ),
}


@pytest.mark.parametrize("tempat", TEMPAT)
def test_ruang_kerja_di_mana_pun(windows, tmp_path, nilai_di_sini, tempat):
    folder = salin_contoh(tmp_path / "Ruang kerja é ß 雨")
    jalan = windows.jalankan("hitung", TEMPAT[tempat](windows, folder), *SATU_UNIT, "--paralel", "2")
    assert jalan.returncode == 0, kata(jalan)
    assert (folder / "hasil" / BULAN / "nilai.csv").read_bytes() == nilai_di_sini["satu"]


def test_jalur_yang_panjangnya_lebih_dari_260_disebut_dengan_jalan_keluarnya(windows, tmp_path):
    folder = salin_contoh(tmp_path.joinpath(*["panjang" * 12] * 4) / "kota")
    jalan = windows.jalankan("hitung", jalan_windows(folder), *SATU_UNIT)
    assert jalan.returncode == 2
    huruf = len(jalan_windows(folder))
    assert f"Jalurnya {huruf} huruf: pindahkan ruang kerja ke folder yang jalurnya pendek" in kata(jalan)


@pytest.mark.parametrize(
    ("folder", "status", "kalimat"),
    [
        (
            "hasil",
            2,
            rf"hasil\{BULAN} tidak dapat ditulisi (tidak diizinkan). ",
        ),
        ("riwayat", 1, "BELUM SELESAI"),
    ],
)
def test_folder_yang_hanya_boleh_dibaca(windows, kota, folder, status, kalimat):
    # Even root may not make a file there.
    (kota / folder).symlink_to("/sys/kernel")
    jalan = windows.jalankan("hitung", *SATU_UNIT, cwd=kota)
    assert jalan.returncode == status
    assert kalimat in kata(jalan)


def test_tanpa_jaringan_semuanya_tetap_jalan(windows, kota, nilai_di_sini):
    perlu("unshare", "util-linux")
    perintah = [*windows.perintah("hitung", "--periode", BULAN, "--paralel", "2")]
    jalan = windows.proses(["unshare", "--net", *perintah], cwd=kota)
    assert jalan.returncode == 0, kata(jalan)
    assert (kota / "hasil" / BULAN / "nilai.csv").read_bytes() == nilai_di_sini["semua"]


def test_dua_perintah_sekaligus_yang_kedua_menunggu_giliran(windows, kota):
    (kota / "hasil" / BULAN).mkdir(parents=True)
    naskah = "import sys; from filelock import FileLock; kunci = FileLock(sys.argv[1]); kunci.acquire(); print('ya', flush=True); sys.stdin.read()"
    kunci = jalan_windows(kota / "hasil" / BULAN / ".sedang-dihitung.lock")
    perintah = [*windows.python(), "-c", naskah, kunci]
    with windows.buka(perintah, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as pertama:
        assert pertama.stdout.readline().strip() == b"ya"
        kedua = windows.jalankan("hitung", *SATU_UNIT, cwd=kota)
        pertama.stdin.close()
    assert kedua.returncode == 2
    assert (
        rf"Perintah lain sedang menulis {jalan_windows(kota)}\hasil\{BULAN}. Tunggu sampai selesai"
        in kata(kedua)
    )
    assert windows.jalankan("hitung", *SATU_UNIT, cwd=kota).returncode == 0


@pytest.mark.parametrize("paralel", ["1", "2"])
def test_perintah_yang_dimatikan_tidak_meninggalkan_berkas_setengah(windows, kota, nilai_di_sini, paralel):
    perintah = windows.perintah("hitung", "--periode", BULAN, "--paralel", paralel)
    hasil = kota / "hasil" / BULAN
    with windows.buka(perintah, cwd=kota, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as proses:
        while proses.poll() is None and not any(hasil.glob("*/nilai.xlsx")):
            time.sleep(0.01)
        proses.kill()
    assert not (hasil / "manifes.json").exists(), "dimatikan sebelum selesai"
    for buku in hasil.glob("*/nilai.xlsx"):
        assert zipfile.ZipFile(buku).testzip() is None
    jalan = windows.jalankan("hitung", "--periode", BULAN, cwd=kota)
    assert jalan.returncode == 0, kata(jalan)
    assert (hasil / "nilai.csv").read_bytes() == nilai_di_sini["semua"]
    assert not [lain for lain in hasil.rglob(".*") if lain.suffix == ".sementara"]
