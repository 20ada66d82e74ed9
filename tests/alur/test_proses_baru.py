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


@pytest.mark.parametrize("kode", profil_bawaan())
def test_aturan_dan_ruang_kerja_sampai_utuh(kode, kota):
    aturan = muat_aturan(kode)
    assert pickle.loads(pickle.dumps(aturan)) == aturan  # noqa: S301 - our own
    konteks = siapkan(kota, "2026-05")
    assert pickle.loads(pickle.dumps(konteks)) == konteks  # noqa: S301 - our own
