"""Stores in memory, and several computers: each has a state folder of its own."""

import fsspec
import pytest
from fsspec.implementations.memory import MemoryFileSystem
from salinan_contoh import CONTOH, TULISAN_PROGRAM

from asn_nilai import cli

ALAMAT = "memory://kota/2026"


class Toko:
    """What lies in the store, as a person with another program sees it."""

    def __init__(self):
        self.fs = fsspec.filesystem("memory")

    def isi(self):
        return {
            nama.removeprefix("/kota/2026/"): self.fs.cat_file(nama)
            for nama in self.fs.find("/kota/2026")
            if "/.asn-nilai-sewa/" not in nama
        }

    def sewa(self):
        return [nama for nama in self.fs.find("/kota/2026") if "/.asn-nilai-sewa/" in nama]

    def taruh(self, nama, isi):
        self.fs.pipe_file(f"/kota/2026/{nama}", isi)

    def hapus(self, nama):
        self.fs.rm_file(f"/kota/2026/{nama}")


@pytest.fixture
def komputer(tmp_path, monkeypatch):
    """Sit down at a computer, by its name."""

    def duduk(nama):
        for milik in ("XDG_STATE_HOME", "LOCALAPPDATA"):
            monkeypatch.setenv(milik, str(tmp_path / nama))

    duduk("satu")
    return duduk


@pytest.fixture
def toko(komputer):  # noqa: ARG001 - nobody writes to the home folder of whoever runs the tests
    """A store that holds the example."""
    MemoryFileSystem.store.clear()
    MemoryFileSystem.pseudo_dirs[:] = [""]
    toko = Toko()
    for berkas in CONTOH.rglob("*"):
        nama = berkas.relative_to(CONTOH).as_posix()
        if berkas.is_file() and nama.split("/")[0] not in TULISAN_PROGRAM:
            toko.taruh(nama, berkas.read_bytes())
    yield toko
    MemoryFileSystem.store.clear()


@pytest.fixture
def jalankan(capsys, monkeypatch):
    """Run a command; give its status, what came on stdout and what on stderr."""
    monkeypatch.setenv("COLUMNS", "400")

    def jalankan(*kata):
        with pytest.raises(SystemExit) as keluar:
            cli.main([str(k) for k in kata])
        aliran = capsys.readouterr()
        return keluar.value.code, aliran.out, aliran.err

    return jalankan
