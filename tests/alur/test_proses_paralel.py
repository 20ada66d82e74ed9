"""A file that ends the process reading it costs its own unit the result, and no other."""

import csv
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections import UserList
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from types import SimpleNamespace

import pytest

from asn_nilai.acuan.isian.skema import Skema
from asn_nilai.alur.hitungan.kerja_unit import kerjakan
from asn_nilai.alur.masukan import pemeriksaan
from asn_nilai.alur.perintah import templat
from asn_nilai.alur.proses import proses_paralel as modul_paralel
from asn_nilai.alur.proses.proses_paralel import inti_lain, proses_paralel, proses_samping
from asn_nilai.alur.siapkan import siapkan
from asn_nilai.baca import baca_isian

MEMATIKAN = "PKM-TB"


def lipat_dua(_konteks, angka):
    return angka, angka * 2


def mati_di_tujuh(konteks, angka):
    if angka == 7:
        os._exit(3)
    return lipat_dua(konteks, angka)


def ganti_nol(_konteks, angka):
    return angka, 0


@pytest.mark.parametrize("masukan", [range(20), [7], [7, 7, 1], [1, 7]])
def test_yang_mematikan_diganti_dan_yang_lain_tetap_dikerjakan(masukan):
    with proses_paralel(None, 2, 2) as pekerja:
        hasil = list(pekerja.jalankan(mati_di_tujuh, masukan, ganti_nol))
        assert sorted(hasil) == sorted((n, 0 if n == 7 else n * 2) for n in masukan)
        assert sorted(pekerja.jalankan(lipat_dua, range(5))) == [(n, n * 2) for n in range(5)]


def test_tanpa_pengganti_matinya_proses_dikatakan():
    with pytest.raises(BrokenProcessPool), proses_paralel(None, 2, 2) as pekerja:
        list(pekerja.jalankan(mati_di_tujuh, range(20)))


def test_sesudah_mati_tugas_berikutnya_tetap_berjalan():
    """Whoever gives work to a pool that has just died still gets every result."""
    with proses_paralel(None, 2, 2) as pekerja:
        mati = pekerja.jalankan(mati_di_tujuh, [7], ganti_nol)
        lain = pekerja.jalankan(lipat_dua, range(50))
        assert sorted(lain) == [(n, n * 2) for n in range(50)]
        assert list(mati) == [(7, 0)]


def test_yang_menunggu_giliran_tidak_diserahkan_sekaligus():
    """Each process has two groups ahead, the first of which are one unit and two: what one that ends had been given is done again."""
    diambil = []

    class Dicatat(UserList[int]):
        def __getitem__(self, potong):
            diambil.extend(self.data[potong])
            return self.data[potong]

    with proses_paralel(None, 2, 100) as pekerja:
        hasil = pekerja.jalankan(lipat_dua, Dicatat(range(100)))
        assert diambil == [*range(2 * (1 + 2 + 3 + 4))]
        next(hasil)
        assert diambil == [*range(20 + 5)], "one more group, for the one that is done"
        assert max(n for n, _ in hasil) == 99
    assert diambil == [*range(100)]


def test_unit_diserahkan_bersama_lebih_sedikit_kata_daripada_unitnya(monkeypatch):
    diserahkan = []
    asli = modul_paralel.ProcessPoolExecutor.submit

    def serahkan(ini, *argumen):
        diserahkan.append(argumen)
        return asli(ini, *argumen)

    monkeypatch.setattr(modul_paralel.ProcessPoolExecutor, "submit", serahkan)
    with proses_paralel(None, 2, 60) as pekerja:
        assert sorted(pekerja.jalankan(lipat_dua, range(60))) == [(n, n * 2) for n in range(60)]
    assert len(diserahkan) < 60 / 2
    assert [*chain(*(bersama for *_, bersama in diserahkan))] == [*range(60)]
    assert {len(bersama) for *_, bersama in (*diserahkan[:2], *diserahkan[-4:])} == {1}, (
        "first and last alone"
    )


@pytest.mark.parametrize(
    ("diminta", "inti", "unit", "proses"),
    [(None, 2, 9, 2), (None, 8, 3, 3), (None, None, 9, 0), (0, 4, 9, 4), (1, 8, 9, 0), (4, 1, 9, 4), (4, 8, 2, 2), (None, 64, 99, 48), (60, 2, 99, 48), (47, 2, 99, 47)],
)  # fmt: skip
def test_proses_sebanyak_intinya_atau_yang_diminta_tidak_melebihi_unitnya(
    monkeypatch, diminta, inti, unit, proses
):
    dibuka: list[tuple[object, int]] = []
    tutup: list[bool] = []

    def buka(konteks, banyak, **_):
        dibuka.append((konteks, banyak))
        return SimpleNamespace(tutup=lambda *, tunggu=True: tutup.append(tunggu))

    monkeypatch.setattr(modul_paralel, "ProsesParalel", buka)
    monkeypatch.setattr(os, "cpu_count", lambda: inti)
    with proses_paralel("k", diminta, unit):
        assert (dibuka, tutup) == ([("k", proses)], [])
    assert tutup == [True]
    with pytest.raises(KeyboardInterrupt), proses_paralel("k", diminta, unit):
        raise KeyboardInterrupt
    assert tutup == [True, False]


def tulis_berlambat(_konteks, berkas):
    time.sleep(0.2)
    Path(berkas).write_text("jadi", encoding="utf-8")


def test_yang_hasilnya_tidak_diambil_ditunggu_sampai_selesai(tmp_path):
    semua = [tmp_path / nama for nama in "abcdef"]
    with proses_paralel(None, 2, 6) as pekerja:
        pekerja.jalankan(tulis_berlambat, semua)
    assert [berkas.read_text(encoding="utf-8") for berkas in semua] == ["jadi"] * 6


def test_sesudah_mati_yang_belum_diserahkan_dibagi_lagi():
    with proses_paralel(None, 2, 100) as pekerja:
        hasil = dict(pekerja.jalankan(mati_di_tujuh, range(100), ganti_nol))
    assert hasil == {n: 0 if n == 7 else n * 2 for n in range(100)}


def nomor_proses(_konteks, _masukan):
    time.sleep(0.2)
    return os.getpid()


def test_sesudah_mati_kerja_dibagi_lagi():
    with proses_paralel(None, 2, 2) as pekerja:
        assert list(pekerja.jalankan(mati_di_tujuh, [7], ganti_nol)) == [(7, 0)]
        assert len(set(pekerja.jalankan(nomor_proses, range(6)))) == 2


@pytest.mark.parametrize(("inti", "lain"), [(None, 0), (1, 0), (2, 1), (8, 7), (64, 48)])
def test_satu_inti_tetap_bagi_yang_meminta(monkeypatch, inti, lain):
    monkeypatch.setattr(os, "cpu_count", lambda: inti)
    assert inti_lain() == lain


@pytest.mark.parametrize("proses", [0, 1, 2])
def test_yang_di_samping_bekerja_di_proses_lain_kecuali_tidak_ada(proses):
    with proses_samping(None, proses) as pekerja:
        nomor = set(pekerja.jalankan(nomor_proses, range(4)))
    assert (len(nomor), os.getpid() in nomor) == (max(1, proses), proses == 0)


def mengoceh(_konteks, angka):
    os.write(2, b"kata pustaka\n")
    print("kata Python", file=sys.stderr, flush=True)
    return angka


def test_kata_proses_pembantu_tidak_sampai_ke_layar(capfd, monkeypatch):
    monkeypatch.delenv("ASN_NILAI_TELUSUR", raising=False)
    with proses_paralel(None, 2, 2) as pekerja:
        assert sorted(pekerja.jalankan(mengoceh, range(4))) == [0, 1, 2, 3]
    assert capfd.readouterr().err == ""
    monkeypatch.setenv("ASN_NILAI_TELUSUR", "1")
    with proses_paralel(None, 2, 2) as pekerja:
        assert list(pekerja.jalankan(mengoceh, [1])) == [1]
    assert "kata pustaka" in capfd.readouterr().err


def mati_sejak_awal(_konteks):
    os._exit(3)


def jawaban_sela(_konteks, _butir):
    return signal.getsignal(signal.SIGINT) is signal.default_int_handler


@pytest.fixture
def sela_python():
    """Let Ctrl+C mean what it means to a program in front: a shell hands one that it starts in the background a deaf ear."""
    semula = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, semula)


@pytest.mark.usefixtures("sela_python")
def test_ctrl_c_selagi_proses_dimulai_menunggu_lalu_berlaku(monkeypatch):
    """Whoever stops the run meanwhile stops it: neither half-begun processes nor a fork swallow that."""
    diserahkan, asli = [], ProcessPoolExecutor.submit

    def submit(pelaksana, tugas, *masukan):
        signal.raise_signal(signal.SIGINT)
        diserahkan.append(masukan)
        return asli(pelaksana, tugas, *masukan)

    with proses_paralel(None, 2, 2) as pekerja:
        assert list(pekerja.jalankan(jawaban_sela, range(3))) == [True] * 3  # the helpers can be stopped, too
        monkeypatch.setattr(ProcessPoolExecutor, "submit", submit)
        with pytest.raises(KeyboardInterrupt):
            pekerja.jalankan(lipat_dua, range(3))
    assert len(diserahkan) == 3
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_program_yang_menangani_ctrl_c_sendiri_tetap_menanganinya(monkeypatch):
    """Another program that uses this one keeps its own handler, and a thread of its may set none."""
    diterima = []
    signal.signal(signal.SIGINT, lambda nomor, _: diterima.append(nomor))
    try:
        with proses_paralel(None, 2, 2) as pekerja:
            asli = ProcessPoolExecutor.submit
            monkeypatch.setattr(
                ProcessPoolExecutor,
                "submit",
                lambda *isi: (signal.raise_signal(signal.SIGINT), asli(*isi))[1],
            )
            assert sorted(pekerja.jalankan(lipat_dua, [1])) == [(1, 2)]
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    assert diterima == [signal.SIGINT]


@pytest.mark.skipif(not hasattr(os, "register_at_fork"), reason="processes are not copied here")
@pytest.mark.parametrize("di_mana", ["after_in_parent", "after_in_child"])
def test_ctrl_c_di_tengah_penggandaan_proses_berakhir_dengan_satu_kalimat(kota, di_mana):
    """Python drops what is raised just there, with a trace; the run went on as if nobody had pressed anything."""
    awal = (
        "import os, signal; from asn_nilai.cli import main; "
        f"os.register_at_fork({di_mana}=lambda: signal.raise_signal(signal.SIGINT)); main()"
    )
    jalan = subprocess.run(
        [sys.executable, "-c", awal, "hitung", str(kota), "--periode", "2026-05", "--paralel", "2"],
        capture_output=True,
        check=False,
        timeout=120,
    )
    kata = jalan.stderr.decode()
    assert "Traceback" not in kata
    if di_mana == "after_in_parent":
        assert (jalan.returncode, kata.splitlines()[-1].split(".")[0]) == (130, "Dihentikan")


def test_bila_tidak_satu_proses_pun_hidup_tidak_ada_unit_yang_disalahkan(monkeypatch):
    monkeypatch.setattr(modul_paralel, "_ingat", mati_sejak_awal)
    with pytest.raises(BrokenProcessPool), proses_paralel(None, 2, 2) as pekerja:
        list(pekerja.jalankan(lipat_dua, range(4), ganti_nol))


@pytest.fixture
def mematikan(monkeypatch):
    """Let reading one unit end the process, as a library can that is not ours."""
    if multiprocessing.get_start_method() != "fork":
        pytest.skip("proses baru di sini tidak mewarisi pembaca yang diganti")
    induk = os.getpid()

    def baca(ruang, unit, *lain):
        if unit.kode == MEMATIKAN and os.getpid() != induk:
            sisa = ruang.akar / "hasil" / "2026-05" / MEMATIKAN / ".nilai.xlsx.00.sementara"
            sisa.parent.mkdir(parents=True, exist_ok=True)
            sisa.touch()
            os._exit(3)
        return baca_isian(ruang, unit, *lain)

    for ruang in (pemeriksaan, templat):
        monkeypatch.setattr(ruang, "baca_isian", baca)


@pytest.mark.usefixtures("mematikan")
def test_validasi_menyebut_unitnya_dan_memeriksa_yang_lain(kota, jalankan):
    status, _, kata = jalankan("validasi", kota, "--periode", "2026-05", "--paralel", "2")
    assert status == 1
    assert kata.count("mati di tengah jalan") == 1
    assert f"({MEMATIKAN}), tak terbaca" in kata
    assert kata.count(" lengkap ") == 7
    pesan = (kota / "hasil" / "2026-05" / "pesan" / f"{MEMATIKAN}.txt").read_text(encoding="utf-8")
    assert "simpan ulang" in pesan


@pytest.mark.usefixtures("mematikan")
def test_hitung_menilai_unit_lain(kota, jalankan):
    status, _, kata = jalankan("hitung", kota, "--periode", "2026-05", "--paralel", "2")
    assert status == 1
    assert "mati di tengah jalan" in kata
    with (kota / "hasil" / "2026-05" / "nilai.csv").open(encoding="utf-8", newline="") as berkas:
        dinilai = {baris["kode_unit"]: baris["status"] for baris in csv.DictReader(berkas)}
    assert dinilai.pop(MEMATIKAN) == "Belum Dinilai"
    assert set(dinilai.values()) == {"Dinilai"}
    assert not list((kota / "hasil").rglob("*.sementara"))


@pytest.mark.usefixtures("mematikan")
def test_yang_mati_sekali_dikerjakan_lagi_lain_kali(kota, jalankan, monkeypatch):
    jalankan("hitung", kota, "--periode", "2026-05", "--paralel", "2")
    monkeypatch.undo()
    status, _, kata = jalankan("hitung", kota, "--periode", "2026-05", "--unit", "BKPSDM")
    assert MEMATIKAN in kata  # what was asked for is one unit; that another one is stale is said
    status, _, kata = jalankan("hitung", kota, "--periode", "2026-05")
    assert status == 0
    assert "7 unit tidak berubah" in kata


@pytest.mark.usefixtures("mematikan")
def test_templat_capaian_unit_lain_tetap_dibuat(kota, jalankan):
    status, _, kata = jalankan("templat", "capaian", kota, "--periode", "2026-07", "--paralel", "2")
    assert status == 1
    assert f"belum dapat dibaca: templat/2026-07/{MEMATIKAN}.xlsx" in kata
    assert len(list((kota / "templat" / "2026-07").iterdir())) == 7


_PEKERJA_LAMA = """
import os, sys, time
sys.path.insert(0, sys.argv[1])
from asn_nilai.alur.proses.proses_paralel import proses_paralel
from test_proses_paralel import tidur_bertanda
if __name__ == "__main__":
    with proses_paralel(None, 2, 2) as pekerja:
        list(pekerja.jalankan(tidur_bertanda, [sys.argv[2]] * 2))
"""


def tidur_bertanda(_konteks, folder):
    (Path(folder) / str(os.getpid())).touch()
    time.sleep(120)


@pytest.mark.skipif(
    not Path("/proc/self/stat").exists(), reason="keadaan proses lain tidak dapat dilihat di sini"
)
def test_pekerja_ikut_berakhir_bila_induknya_dibunuh(tmp_path):
    naskah, folder = tmp_path / "lama.py", tmp_path / "pekerja"
    naskah.write_text(_PEKERJA_LAMA, encoding="utf-8")
    folder.mkdir()
    induk = subprocess.Popen([sys.executable, str(naskah), str(Path(__file__).parent), str(folder)])
    batas = time.monotonic() + 60
    while len(list(folder.iterdir())) < 2:
        assert time.monotonic() < batas
        time.sleep(0.05)
    induk.kill()
    induk.wait()
    hidup = {berkas.name for berkas in folder.iterdir()}
    while hidup := {pid for pid in hidup if _masih_hidup(pid)}:
        assert time.monotonic() < batas, hidup
        time.sleep(0.05)


def _masih_hidup(pid):
    try:
        return Path("/proc", pid, "stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] not in {
            "Z",
            "X",
        }
    except OSError:
        return False


class Pencatat:
    """Shares out work as it is given, and remembers in what order."""

    def __init__(self):
        self.urutan = []

    @contextmanager
    def buka(self, konteks):
        self.konteks = konteks
        yield self

    def jalankan(self, tugas, masukan, _bila_mati=None):
        self.urutan += masukan
        return (tugas(self.konteks, butir) for butir in masukan)


def test_unit_terbesar_dikerjakan_dahulu(kota, monkeypatch):
    """Whoever has many ASN would keep all others waiting, were it begun last; like sizes stay in the register's order."""
    konteks = siapkan(kota, "2026-05")
    besar = {"PKM-TB": 2000, "DINKES": 300}
    monkeypatch.setattr(Skema, "jumlah_asn", lambda _skema, kode, _periode: besar.get(kode, 5 * bool(kode)))
    pencatat = Pencatat()
    terbit = [unit.ringkas.kode for unit in kerjakan(konteks, list(konteks.skema.unit), pencatat)]
    assert pencatat.urutan == ["PKM-TB", "DINKES", *(k for k in konteks.skema.unit if k not in besar)]
    assert set(terbit) == set(konteks.skema.unit)
