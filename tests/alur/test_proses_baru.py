"""Processes that begin anew, as on Windows and in newer Pythons, must come to the same as those that are copies of the first."""

import pickle
import subprocess
import sys
from pathlib import Path

import pytest
from laju import bertingkat

from asn_nilai.acuan.profil.muat_aturan import muat_aturan, profil_bawaan
from asn_nilai.alur.siapkan import siapkan

AWAL = "import multiprocessing, sys; multiprocessing.set_start_method(sys.argv.pop(1)); from asn_nilai.cli import main; main()"
PERINTAH = {
    "hitung": ("hitung", "--periode", "2026-05"),
    "validasi": ("validasi", "--periode", "2026-06", "--tandai"),
    "templat": ("templat", "capaian", "--periode", "2026-07"),
    "simulasi": ("simulasi", "--periode", "2026-05", "--ubah", "plafon_capaian=110"),
}

DITUNGGU = """
import multiprocessing, pathlib, sys, time

from asn_nilai.alur.proses.proses_paralel import proses_paralel

silakan = pathlib.Path(sys.argv[1])
if __name__ == "__mp_main__":
    batas = time.monotonic() + 30
    while not silakan.exists():
        if time.monotonic() > batas:
            raise SystemExit("yang memulai masih menunggu")
        time.sleep(0.01)


def tambahkan(konteks, angka):
    return len(konteks) + angka


if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    with proses_paralel(bytes(1_000_000), 2, 2) as pekerja:
        hasil = pekerja.jalankan(tambahkan, [1, 2, 3])
        silakan.touch()
        print(sorted(hasil))
"""


def isi_folder(akar: Path) -> dict[str, bytes]:
    return {
        berkas.relative_to(akar).as_posix(): berkas.read_bytes()
        for berkas in sorted(akar.rglob("*"))
        if berkas.is_file()
    }


@pytest.mark.parametrize("nama", bertingkat(PERINTAH, 1))
def test_hasilnya_sama_dengan_tanpa_proses_lain(nama, kota, jalankan):
    perintah, *pilihan = PERINTAH[nama]
    posisi = pilihan[:1] if perintah == "templat" else []
    argumen = [perintah, *posisi, str(kota), *pilihan[len(posisi) :]]
    status = jalankan(*argumen, "--paralel", "1")[0]
    sendiri = isi_folder(kota)
    for folder in ("hasil", "templat", "simulasi"):
        for jalur in sorted((kota / folder).rglob("*"), reverse=True):
            jalur.rmdir() if jalur.is_dir() else jalur.unlink()
    jalan = subprocess.run(
        [sys.executable, "-c", AWAL, "spawn", *argumen, "--paralel", "2"], capture_output=True, check=False
    )
    assert jalan.returncode == status, jalan.stderr.decode()
    bersama = isi_folder(kota)
    assert "Traceback" not in jalan.stderr.decode()
    assert bersama.keys() == sendiri.keys()
    assert [berkas for berkas, isi in bersama.items() if isi != sendiri[berkas]] == []


def test_yang_memulai_tidak_menunggu_proses_baru(tmp_path):
    """A new process here loads only when the one that starts it says so, after it has given out all work."""
    naskah = tmp_path / "naskah.py"
    naskah.write_text(DITUNGGU, encoding="utf-8")
    jalan = subprocess.run(
        [sys.executable, naskah, tmp_path / "silakan"],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (jalan.returncode, jalan.stdout.split()) == (0, ["[1000001,", "1000002,", "1000003]"]), (
        jalan.stderr
    )


@pytest.mark.parametrize("kode", profil_bawaan())
def test_aturan_dan_ruang_kerja_sampai_utuh(kode, kota):
    aturan = muat_aturan(kode)
    assert pickle.loads(pickle.dumps(aturan)) == aturan  # noqa: S301 - our own
    konteks = siapkan(kota, "2026-05")
    assert pickle.loads(pickle.dumps(konteks)) == konteks  # noqa: S301 - our own
