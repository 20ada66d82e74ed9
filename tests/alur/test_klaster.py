"""A real scheduler and workers, each a process: what they write is what one computer writes, whoever dies meanwhile."""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from types import SimpleNamespace

import pytest
from salinan_contoh import salin_contoh

from asn_nilai.alur.konteks import PenggunaanError
from asn_nilai.alur.perintah.hitung import hitung_kota
from asn_nilai.alur.proses import jati_diri as modul_jati_diri
from asn_nilai.alur.proses.jati_diri import diri
from asn_nilai.alur.proses.klaster import klaster
from asn_nilai.alur.proses.pelaksana_klaster import PelaksanaKlaster
from asn_nilai.alur.proses.proses_paralel import PembagianPutusError
from asn_nilai.alur.siapkan import siapkan

AKAR = Path(__file__).parents[2]
MEMATIKAN = "PKM-TB"


def _porta_kosong():
    with socket.socket() as soket:
        soket.bind(("127.0.0.1", 0))
        return soket.getsockname()[1]


def _mulai(perintah, *argumen, paket=AKAR):
    """Start a Dask process that finds the program, and the tasks of these tests, in the folders given."""
    jalan = os.pathsep.join(map(str, (paket, *Path(__file__).parents[:2])))
    return subprocess.Popen(
        [sys.executable, "-m", f"distributed.cli.{perintah}", *argumen],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": jalan},
        cwd=paket,
    )


class Bengkel:
    """A scheduler on this machine, and workers that come and go."""

    def __init__(self):
        self.alamat = f"tcp://127.0.0.1:{_porta_kosong()}"
        self.penjadwal = _mulai("dask_scheduler", "--host", self.alamat, "--no-dashboard", "--no-show")
        self.pekerja = []

    def tambah(self, paket=AKAR):
        pekerja = _mulai(
            "dask_worker", self.alamat, "--nthreads", "1", "--no-nanny", "--no-dashboard", "--death-timeout", "60",
            paket=paket,
        )  # fmt: skip
        self.pekerja.append(pekerja)
        return pekerja

    def tunggu(self, banyak):
        from distributed import Client

        with Client(self.alamat, timeout=30, set_as_default=False) as klien:
            if banyak:
                klien.wait_for_workers(banyak, timeout=30)

    def tutup(self):
        for proses in (*self.pekerja, self.penjadwal):
            proses.kill()
            proses.wait()


@contextmanager
def bengkel(banyak):
    tempat = Bengkel()
    try:
        for _ in range(banyak):
            tempat.tambah()
        tempat.tunggu(banyak)
        yield tempat
    finally:
        tempat.tutup()


@pytest.fixture(scope="module")
def dua_pekerja():
    with bengkel(2) as tempat:
        yield tempat


def _salin(ke):
    return salin_contoh(ke)


def _isi(folder):
    return {
        berkas.relative_to(folder).as_posix(): sha256(berkas.read_bytes()).hexdigest()
        for berkas in sorted(folder.rglob("*"))
        if berkas.is_file() and berkas.suffix != ".lock"
    }


def _asn_nilai(*argumen):
    return subprocess.run(
        [sys.executable, "-m", "asn_nilai", *map(str, argumen)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=300,
    )


@pytest.mark.menyeluruh
def test_klaster_menulis_yang_sama_byte_demi_byte(dua_pekerja, tmp_path):
    sini, sana = _salin(tmp_path / "sini" / "kota"), _salin(tmp_path / "sana" / "kota")
    for periode in ("2026-06", "2026-T2"):
        _asn_nilai("hitung", sini, "--periode", periode)
        hasil = _asn_nilai("hitung", sana, "--periode", periode, "--klaster", dua_pekerja.alamat)
        assert hasil.returncode in {0, 1}, hasil.stderr
    assert _isi(sana / "hasil") == _isi(sini / "hasil")
    assert "2026-06/PKM-TB/nilai.xlsx" in _isi(sana / "hasil")


@pytest.mark.menyeluruh
def test_alamat_lewat_klaster_dikirimi_yang_perlu(tmp_path, monkeypatch):
    """Of an address only the computer that asks has a copy; `--semua` needs the months that this very run has computed."""
    (di_pekerja := tmp_path / "sementara").mkdir()
    for nama in ("XDG_STATE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(nama, str(tmp_path / "keadaan"))
    for nama in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(nama, str(di_pekerja))
    sini, sana = _salin(tmp_path / "sini"), _salin(tmp_path / "sana")
    for bulan in ("2026-03", "2026-04", "2026-05", "2026-06"):
        shutil.rmtree(sini / "capaian" / bulan)
        shutil.rmtree(sana / "capaian" / bulan)
    _asn_nilai("hitung", sini, "--semua")
    alamat = f"local://{sana.as_posix()}"
    with bengkel(2) as tempat:
        hasil = _asn_nilai("hitung", alamat, "--semua", "--klaster", tempat.alamat)
        assert not list(di_pekerja.glob("asn-nilai-kiriman-*"))
    assert hasil.returncode == 0, hasil.stderr
    assert f"Ditulis kembali ke {alamat}" in hasil.stderr
    assert _isi(sana / "hasil") == _isi(sini / "hasil")


@pytest.mark.menyeluruh
def test_kota_dua_puluh_empat_unit(dua_pekerja, tmp_path):
    buat = [
        sys.executable,
        str(AKAR / "benchmarks" / "kota.py"),
        str(tmp_path / "sini"),
        "--unit",
        "24",
        "--asn",
        "6",
    ]
    subprocess.run(buat, check=True, capture_output=True)
    shutil.copytree(tmp_path / "sini", tmp_path / "sana")
    _asn_nilai("hitung", tmp_path / "sini")
    hasil = _asn_nilai("hitung", tmp_path / "sana", "--klaster", dua_pekerja.alamat)
    assert hasil.returncode == 0, hasil.stderr
    assert _isi(tmp_path / "sana" / "hasil") == _isi(tmp_path / "sini" / "hasil")
    assert len(list((tmp_path / "sana").glob("hasil/*/*/nilai.xlsx"))) == 24


@pytest.mark.menyeluruh
def test_semua_bulan_lewat_klaster(dua_pekerja, tmp_path):
    kota = _salin(tmp_path / "kota")
    for bulan in ("2026-03", "2026-04", "2026-05", "2026-06"):
        shutil.rmtree(kota / "capaian" / bulan)
    hasil = _asn_nilai("hitung", kota, "--semua", "--json", "--klaster", dua_pekerja.alamat)
    assert [p["periode"] for p in json.loads(hasil.stdout)["periode"]] == ["2026-01", "2026-02"], hasil.stderr
    assert (kota / "hasil" / "2026-02" / "nilai.csv").is_file()


def _bunuh_sesudah_buku_pertama(folder, pekerja):
    """Kill a worker as soon as the run has written its first workbook."""
    batas = time.monotonic() + 60
    while time.monotonic() < batas and not list(folder.glob("*/nilai.xlsx")):
        time.sleep(0.005)
    pekerja.send_signal(signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)


@pytest.mark.menyeluruh
def test_pekerja_yang_mati_di_tengah_jalan_tidak_mengubah_apa_pun(tmp_path):
    sini, sana = _salin(tmp_path / "sini" / "kota"), _salin(tmp_path / "sana" / "kota")
    _asn_nilai("hitung", sini, "--periode", "2026-05")
    with bengkel(2) as tempat:
        algojo = threading.Thread(
            target=_bunuh_sesudah_buku_pertama, args=(sana / "hasil" / "2026-05", tempat.pekerja[0])
        )
        algojo.start()
        hasil = _asn_nilai("hitung", sana, "--periode", "2026-05", "--klaster", tempat.alamat)
        algojo.join()
        assert tempat.pekerja[0].wait(10) != 0
    assert hasil.returncode == 0, hasil.stderr
    assert _isi(sana / "hasil") == _isi(sini / "hasil")
    assert not list(sana.rglob("*.sementara"))


@pytest.mark.menyeluruh
@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="Windows tidak menghentikan proses dengan sinyal")
@pytest.mark.parametrize("sedetik", [0, 0.05])
def test_pekerja_yang_lambat_atau_diam_hanya_memperlambat(tmp_path, monkeypatch, sedetik):
    """One of two works for so many of each second; who does not work at all is waited for no longer than is said, and then left out."""
    from asn_nilai.alur.proses import pelaksana_klaster

    monkeypatch.setattr(pelaksana_klaster, "_DENYUT", 1)
    monkeypatch.setattr(pelaksana_klaster, "_HILANG", 10)
    sini, sana = _salin(tmp_path / "sini" / "kota"), _salin(tmp_path / "sana" / "kota")
    _asn_nilai("hitung", sini, "--periode", "2026-05")
    konteks = siapkan(sana, "2026-05")
    usai = threading.Event()

    def ganggu(pekerja):
        while not list(konteks.folder.glob("*/nilai.xlsx")) and not usai.wait(0.005):
            pass
        pekerja.send_signal(signal.SIGSTOP)
        while sedetik and not usai.wait(1 - sedetik):
            pekerja.send_signal(signal.SIGCONT)
            time.sleep(sedetik)
            pekerja.send_signal(signal.SIGSTOP)

    with bengkel(2) as tempat:
        pengganggu = threading.Thread(target=ganggu, args=(tempat.pekerja[0],))
        pengganggu.start()
        try:
            mulai = time.monotonic()
            with klaster(tempat.alamat, sana / "asn-nilai.toml") as terbuka:
                hitung_kota(konteks, list(konteks.skema.unit), lambda _: None, paralel=terbuka)
            assert time.monotonic() - mulai < 60
        finally:
            usai.set()
            pengganggu.join()
        tempat.pekerja[0].send_signal(signal.SIGCONT)
        assert bool(terbuka.kalimat_ditinggal()) == (not sedetik)
        if not sedetik:  # it finds that it is no worker any more
            tempat.pekerja[0].wait(60)
    assert _isi(sana / "hasil") == _isi(sini / "hasil")
    assert not list(sana.rglob("*.sementara"))


@pytest.mark.menyeluruh
@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="Windows tidak menghentikan proses dengan sinyal")
def test_penjadwal_yang_diam_tidak_ditunggu_selamanya(tmp_path, monkeypatch):
    """It stands still with all its connections open: no answer, and no error either."""
    from asn_nilai.alur.proses import pelaksana_klaster

    monkeypatch.setattr(pelaksana_klaster, "_DENYUT", 1)
    monkeypatch.setattr(pelaksana_klaster, "_HILANG", 5)
    kota = _salin(tmp_path / "kota")
    konteks = siapkan(kota, "2026-05")
    with bengkel(1) as tempat:

        def diamkan():
            while not list(konteks.folder.glob("*/nilai.xlsx")):
                time.sleep(0.005)
            tempat.penjadwal.send_signal(signal.SIGSTOP)

        pengganggu = threading.Thread(target=diamkan)
        pengganggu.start()
        mulai = time.monotonic()
        with (
            pytest.raises(PembagianPutusError, match="terputus: penjadwalnya tidak menjawab"),
            klaster(tempat.alamat, kota / "asn-nilai.toml") as terbuka,
        ):
            hitung_kota(konteks, list(konteks.skema.unit), lambda _: None, paralel=terbuka)
        pengganggu.join()
        assert time.monotonic() - mulai < 45
    assert not (konteks.folder / "manifes.json").exists()


@pytest.mark.menyeluruh
@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="Windows tidak menghentikan proses dengan sinyal")
@pytest.mark.parametrize("menyahut", [False, True])
def test_penjadwal_yang_diam_sejak_dihubungi_tidak_ditunggu_selamanya(tmp_path, monkeypatch, menyahut):
    """It takes the call and says nothing, or answers it and then no more: the run has not begun, and nothing is written."""
    from distributed import Client

    with bengkel(1) as tempat:

        class Hubungi(Client):
            def start(self, **isi):
                if menyahut:
                    super().start(**isi)
                tempat.penjadwal.send_signal(signal.SIGSTOP)
                if not menyahut:
                    super().start(**isi)

        monkeypatch.setattr("distributed.Client", Hubungi)
        mulai = time.monotonic()
        with (
            pytest.raises(PenggunaanError, match=r"Penjadwal klaster .* tidak menjawab"),
            klaster(tempat.alamat, tmp_path / "asn-nilai.toml"),
        ):
            pass
        assert time.monotonic() - mulai < 30


def mati_bila_mematikan(konteks, kode):
    from asn_nilai.alur.hitungan.unit import nilai_dan_terbitkan

    if kode == MEMATIKAN:
        (konteks.folder / kode).mkdir(parents=True, exist_ok=True)
        (konteks.folder / kode / ".nilai.xlsx.00.sementara").write_text("setengah", encoding="utf-8")
        os._exit(3)
    return nilai_dan_terbitkan(konteks, kode)


@pytest.mark.menyeluruh
def test_unit_yang_mematikan_pekerja_disebut_dan_yang_lain_dinilai(tmp_path, monkeypatch):
    """Workers that are started anew each time: what kills four of them is to blame, and nothing beside it."""
    from asn_nilai.alur.hitungan import kerja_unit
    from asn_nilai.alur.proses import pelaksana_klaster

    monkeypatch.setattr(pelaksana_klaster, "_HILANG", 300)  # on a busy machine a new worker takes its time
    monkeypatch.setattr(kerja_unit, "nilai_dan_terbitkan", mati_bila_mematikan)
    kota = _salin(tmp_path / "kota")
    konteks = siapkan(kota, "2026-05")
    with bengkel(2) as tempat:
        berhenti = threading.Event()

        def ganti_yang_mati():
            while not berhenti.wait(0.1):
                for pekerja in list(tempat.pekerja):
                    if pekerja.poll() is not None:
                        tempat.pekerja.remove(pekerja)
                        tempat.tambah()

        pengganti = threading.Thread(target=ganti_yang_mati)
        pengganti.start()
        try:
            with klaster(tempat.alamat, kota / "asn-nilai.toml") as terbuka:
                hasil = hitung_kota(konteks, list(konteks.skema.unit), lambda _: None, paralel=terbuka)
        finally:
            berhenti.set()
            pengganti.join()
    galat = {t["unit"]: t["kode"] for t in hasil.temuan if t["tingkat"] == "galat"}
    assert galat == {MEMATIKAN: "proses-mati"}
    assert {k for k, u in hasil.unit.items() if u.ringkas.dinilai == 0} == {MEMATIKAN}
    assert not list(kota.rglob("*.sementara"))


def mulai_lalu_tulis(konteks, nama):
    """Say that it has begun, and write long after."""
    (konteks.folder / f"{nama}.mulai").touch()
    time.sleep(2)
    (konteks.folder / f"{nama}.selesai").touch()


def berhenti_di_tengah(alamat, konteks):
    """Give out six tasks to two workers, and end as soon as both have begun."""
    with (
        klaster(alamat, konteks.ruang.akar / "asn-nilai.toml") as terbuka,
        terbuka.buka(konteks) as pelaksana,
    ):
        pelaksana.jalankan(mulai_lalu_tulis, list("ABCDEF"))
        batas = time.monotonic() + 60
        while len(list(konteks.folder.glob("*.mulai"))) < 2:
            assert time.monotonic() < batas
            time.sleep(0.01)
        raise KeyboardInterrupt


def kerjakan_di(alamat, konteks, tugas, *masukan):
    with (
        klaster(alamat, konteks.ruang.akar / "asn-nilai.toml") as terbuka,
        terbuka.buka(konteks) as pelaksana,
    ):
        return list(pelaksana.jalankan(tugas, masukan))


@pytest.mark.menyeluruh
def test_yang_sudah_dimulai_ditunggu_sebelum_kunci_dilepas(dua_pekerja, kota_utuh, tmp_path):
    """A run that ends early leaves nobody behind who writes: what has begun is done, what has not never begins."""
    konteks = replace(siapkan(kota_utuh, "2026-05"), tujuan=tmp_path)
    with pytest.raises(KeyboardInterrupt):
        berhenti_di_tengah(dua_pekerja.alamat, konteks)
    mulai, selesai = ({f.stem for f in tmp_path.glob(pola)} for pola in ("*.mulai", "*.selesai"))
    assert (mulai, len(mulai)) == (selesai, 2)
    kerjakan_di(dua_pekerja.alamat, konteks, mulai_lalu_tulis, "Z")  # the workers are free for the next run
    assert {f.stem for f in tmp_path.iterdir()} == {*mulai, "Z"}


def test_yang_mematikan_tanpa_pengganti_dikatakan(dua_pekerja, kota_utuh, monkeypatch):
    from distributed import KilledWorker

    def mati(_pelaksana, _masa_depan):
        raise KilledWorker("tugas", SimpleNamespace(address="tcp://10.0.0.9:1"), 3)

    monkeypatch.setattr(PelaksanaKlaster, "_kiriman", mati)
    with pytest.raises(PenggunaanError, match="ada pekerjaan yang mematikan setiap pekerja") as galat:
        kerjakan_di(dua_pekerja.alamat, siapkan(kota_utuh, "2026-05"), jati_diri_kota, "A")
    assert not isinstance(galat.value, PembagianPutusError)  # the cluster is there for the next city


def habis_waktu(_konteks, _nama):
    raise TimeoutError("disk jaringan")


def test_disk_yang_tidak_menjawab_bukan_pekerja_yang_mati(dua_pekerja, kota_utuh):
    """A task that ends with TimeoutError, as a network disk gives it, has ended: nobody waits for it to be done again."""
    konteks = siapkan(kota_utuh, "2026-05")
    hasil = []

    def coba():
        try:
            kerjakan_di(dua_pekerja.alamat, konteks, habis_waktu, "A")
        except TimeoutError as galat:
            hasil.append(str(galat))

    jalan = threading.Thread(target=coba, daemon=True)
    jalan.start()
    jalan.join(30)
    assert hasil == ["disk jaringan"]


def jati_diri_kota(konteks, _nama):
    return konteks.ruang.instansi


def _ditolak(kota, *argumen):
    """Run `hitung`, which must refuse within half a minute and change nothing; return what it says."""
    sebelum = _isi(kota)
    mulai = time.monotonic()
    hasil = _asn_nilai("hitung", kota, "--periode", "2026-05", *argumen)
    assert time.monotonic() - mulai < 30
    assert (hasil.returncode, hasil.stdout) == (2, "")
    assert _isi(kota) == sebelum
    assert "Traceback" not in hasil.stderr
    return hasil.stderr


@pytest.fixture(scope="module")
def kota_utuh(tmp_path_factory):
    return _salin(tmp_path_factory.mktemp("klaster") / "kota")


@pytest.mark.menyeluruh
def test_penjadwal_yang_tidak_ada(kota_utuh):
    alamat = f"tcp://127.0.0.1:{_porta_kosong()}"
    assert f"Penjadwal klaster {alamat} tidak menjawab." in _ditolak(kota_utuh, "--klaster", alamat)


@pytest.mark.parametrize(
    "alamat",
    [
        "halo",
        *(
            pytest.param(alamat, marks=pytest.mark.menyeluruh)
            for alamat in ("http://127.0.0.1:1", "tcp://", "tcp://127.0.0.1:abc")
        ),
    ],
)
def test_alamat_yang_bukan_alamat(kota_utuh, alamat):
    assert f"Penjadwal klaster {alamat} tidak menjawab." in _ditolak(kota_utuh, "--klaster", alamat)


@pytest.mark.menyeluruh
def test_klaster_tanpa_pekerja(kota_utuh):
    with bengkel(0) as tempat:
        kata = _ditolak(kota_utuh, "--klaster", tempat.alamat)
    assert f"Klaster {tempat.alamat} belum punya pekerja. Jalankan di tiap komputernya: dask worker" in kata


@pytest.mark.menyeluruh
def test_pekerja_dengan_program_lain_ditolak_dan_disebut(kota_utuh, tmp_path):
    """A worker whose package differs by one line, which says the same version of itself."""
    asal = AKAR / "asn_nilai"
    shutil.copytree(asal, tmp_path / "asn_nilai", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(asal.parent / "templates", tmp_path / "templates")
    with (tmp_path / "asn_nilai" / "acuan" / "rata.py").open("a", encoding="utf-8") as berkas:
        berkas.write("# lain\n")
    with bengkel(1) as tempat:
        tempat.tambah(paket=tmp_path)
        tempat.tunggu(2)
        kata = _ditolak(kota_utuh, "--klaster", tempat.alamat)
    assert "(isi asn-nilai-nya lain daripada di sini). Samakan program dan folder bersamanya" in kata
    assert kata.count("tcp://") == 2  # the cluster, and the one worker that is another program


def test_pekerja_yang_tidak_melihat_folder_kerja_ditolak(dua_pekerja, kota_utuh, monkeypatch):
    """A path that means this folder here, and nothing where the workers are."""
    monkeypatch.chdir(kota_utuh)
    with (
        pytest.raises(PenggunaanError, match="ruang kerja tidak terlihat dari sana"),
        klaster(dua_pekerja.alamat, Path("asn-nilai.toml")),
    ):
        pass


def test_tanpa_dask_dikatakan_cara_memasangnya(kota_utuh, monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with (
        pytest.raises(PenggunaanError, match=r"pip install 'asn-nilai\[klaster\]'"),
        klaster("tcp://127.0.0.1:1", kota_utuh / "asn-nilai.toml"),
    ):
        pass


def test_klaster_dan_paralel_tidak_bersama(kota_utuh):
    kata = _ditolak(kota_utuh, "--klaster", "tcp://127.0.0.1:1", "--paralel", "2")
    assert (
        kata == "--klaster membagi pekerjaan ke komputer lain, --paralel di komputer ini. Pilih salah satu.\n"
    )


def test_pustaka_dan_python_yang_lain_disebut_versinya():
    sini = diri()
    lain = tuple((nama, "0.1" if nama == "pandas" else versi) for nama, versi in sini.versi)
    beda = type(sini)(lain, sini.isi).beda(sini)
    assert beda == f"pandas 0.1, di sini {dict(sini.versi)['pandas']}"


def test_program_yang_dipasang_kemudian_bukan_yang_sedang_berjalan(monkeypatch, tmp_path):
    """A worker that runs for days is what it was when it began, whatever has been put in its place on the disk meanwhile."""
    sejak_mula = diri()
    monkeypatch.setattr(modul_jati_diri, "_isi_program", lambda: "isi yang baru")
    assert modul_jati_diri.jati_diri(tmp_path / "asn-nilai.toml") == sejak_mula


@pytest.mark.menyeluruh
def test_penjadwal_yang_mati_di_tengah_jalan_dikatakan(tmp_path):
    """The run ends with a sentence; what is there is whole, and computing again without a cluster settles it."""
    kota, pembanding = _salin(tmp_path / "kota"), _salin(tmp_path / "pembanding")
    with bengkel(1) as tempat:
        algojo = threading.Thread(
            target=_bunuh_sesudah_buku_pertama, args=(kota / "hasil" / "2026-05", tempat.penjadwal)
        )
        algojo.start()
        hasil = _asn_nilai("hitung", kota, "--periode", "2026-05", "--klaster", tempat.alamat)
        algojo.join()
    assert hasil.returncode == 2, hasil.stderr
    assert f"Pekerjaan di klaster {tempat.alamat} terputus: " in hasil.stderr
    assert "Traceback" not in hasil.stderr
    assert not (kota / "hasil" / "2026-05" / "manifes.json").exists()
    _asn_nilai("hitung", kota, "--periode", "2026-05")
    _asn_nilai("hitung", pembanding, "--periode", "2026-05")
    assert _isi(kota / "hasil") == _isi(pembanding / "hasil")
