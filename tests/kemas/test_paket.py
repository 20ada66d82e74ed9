"""What is given away: whole, small, the same whoever builds it, with every licence, and nothing of the building machine."""

import hashlib
import os
import re
import subprocess
import tomllib
import zipfile
from pathlib import Path, PurePosixPath

import pytest
import python_windows
import windows as kemas_windows
from jendela import AKAR, bangun_paket, perlu
from kunci import _BUTIR as BUTIR
from lisensi import daftar_lisensi
from packaging.requirements import Requirement

from asn_nilai import __version__

KEMAS = AKAR / "kemas"
BATAS_MB = 120
TERPANJANG = 120
"""Characters of a path inside the package: Windows takes 260 with the folder it is unzipped to."""


def kunci(nama):
    return {
        butir["nama"]: butir["versi"] for butir in BUTIR.finditer((KEMAS / nama).read_text(encoding="utf-8"))
    }


@pytest.fixture(scope="module")
def isi(paket):
    with zipfile.ZipFile(paket) as arsip:
        return {anggota.filename: arsip.read(anggota) for anggota in arsip.infolist()}


@pytest.mark.menyeluruh
def test_dua_kali_dibangun_sama_sampai_ke_baitnya(paket, tmp_path):
    if os.environ.get("ASN_NILAI_PAKET"):
        pytest.skip("Paket yang diuji dibangun di tempat lain.")
    (tmp_path / "sementara").mkdir()
    lagi = bangun_paket(
        tmp_path / "lain",
        TMPDIR=str(tmp_path / "sementara"),
        TZ="Asia/Jakarta",
        LC_ALL="C",
        PYTHONHASHSEED="7",
    )
    assert lagi.name == paket.name
    assert hashlib.sha256(lagi.read_bytes()).digest() == hashlib.sha256(paket.read_bytes()).digest()


@pytest.mark.menyeluruh
def test_isi_paket_dan_besarnya(paket, isi):
    assert paket.name == f"asn-nilai-{__version__}-windows.zip"
    assert paket.stat().st_size < BATAS_MB * 1e6
    awal = f"asn-nilai-{__version__}/"
    assert all(nama.startswith(awal) for nama in isi)
    atas = {nama.removeprefix(awal) for nama in isi if nama.count("/") == 1}
    assert atas == {
        "asn-nilai.cmd",
        "Meja kerja.cmd",
        "Ketik perintah.cmd",
        "Baca dahulu.html",
        "LISENSI.txt",
    }
    for harus in ("python/python.exe", "python/python313.dll", "paket/asn_nilai/templates/rekap.html.j2"):
        assert awal + harus in isi
    assert max(map(len, isi)) < TERPANJANG
    assert not [nama for nama in isi if re.search(r'[<>:"|?*\\]|[. ](/|$)', nama)], (
        "nama yang tidak dapat ada di Windows"
    )
    assert len({nama.casefold() for nama in isi}) == len(isi)


@pytest.mark.menyeluruh
def test_yang_tidak_dipakai_tidak_ikut(isi):
    assert not [
        nama
        for nama in isi
        if re.search(r"/(numpy|pandas)/(.*/)?tests/|\.(pyi|pxd|pxi|lib|pyc)$|/pip/", nama)
    ]


@pytest.mark.menyeluruh
def test_tidak_ada_jejak_mesin_yang_membangun(paket, isi):
    with zipfile.ZipFile(paket) as arsip:
        assert {anggota.date_time for anggota in arsip.infolist()} == {(2026, 1, 1, 0, 0, 0)}
        assert {anggota.external_attr >> 16 for anggota in arsip.infolist()} == {0o100644}
    jejak = [str(tempat).encode() for tempat in (AKAR, Path.home() / ".cache", paket.parent)]
    assert not [nama for nama, data in isi.items() if any(lain in data for lain in jejak)]


def test_waktu_berkas_dapat_ditetapkan(tmp_path, monkeypatch):
    from arsip import tulis_arsip

    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1780000000")
    tulis_arsip(tmp_path / "a.zip", {PurePosixPath("b"): b"c"})
    with zipfile.ZipFile(tmp_path / "a.zip") as arsip:
        assert [anggota.date_time for anggota in arsip.infolist()] == [(2026, 5, 28, 20, 26, 40)]


@pytest.mark.menyeluruh
def test_naskah_cmd_dapat_dibaca_setiap_windows(isi):
    naskah = {nama: data for nama, data in isi.items() if nama.endswith(".cmd")}
    assert len(naskah) == 3
    for nama, data in naskah.items():
        assert data.isascii(), nama
        assert data.count(b"\r\n") == data.count(b"\n") > 3, nama


@pytest.mark.menyeluruh
def test_setiap_karya_orang_lain_bernaskah_lisensi(isi):
    teks = isi[f"asn-nilai-{__version__}/LISENSI.txt"].decode("utf-8").replace("\r\n", "\n")
    bagian = {blok.split(" ")[0].lower().replace("_", "-"): blok for blok in teks.split("\n\n")[2:]}
    assert bagian.keys() == kunci("roda.txt").keys() | {"asn-nilai"}
    for nama, blok in bagian.items():
        naskah = re.findall(r"^  Naskah:  (.+)$", blok, re.MULTILINE)
        assert naskah, nama
        for berkas in naskah:
            assert isi[f"asn-nilai-{__version__}/" + berkas.replace("\\", "/")], berkas


def test_karya_tanpa_lisensi_atau_tanpa_naskahnya_tidak_dikemas():
    def paket(*baris):
        return {
            PurePosixPath("a-1.dist-info/METADATA"): "\n".join(("Name: a", "Version: 1", *baris)).encode()
        }

    with pytest.raises(ValueError, match="tidak menyebut lisensinya"):
        daftar_lisensi(paket())
    with pytest.raises(ValueError, match="tidak membawa naskah MIT"):
        daftar_lisensi(paket("License-Expression: MIT"))
    bawaan = daftar_lisensi(paket("License-Expression: LGPL-2.1-only"))
    assert "Naskah:  lisensi\\LGPL-2.1-only.txt" in bawaan


@pytest.mark.menyeluruh
def test_panduan_satu_halaman_menyebut_versinya(isi, tmp_path):
    halaman = isi[f"asn-nilai-{__version__}/Baca dahulu.html"].decode("utf-8")
    assert __version__ in halaman
    assert "{versi}" not in halaman
    assert not re.search(r"(src|href)=", halaman), "tidak mengambil apa pun dari tempat lain"
    chromium = perlu("chromium", "chromium")
    (tmp_path / "baca.html").write_text(halaman, encoding="utf-8")
    perintah = [chromium, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
    perintah += [f"--print-to-pdf={tmp_path / 'baca.pdf'}", (tmp_path / "baca.html").as_uri()]
    subprocess.run(perintah, capture_output=True, check=True)
    info = subprocess.run(
        ["pdfinfo", tmp_path / "baca.pdf"], capture_output=True, text=True, check=True
    ).stdout
    assert re.search(r"^Pages: +1$", info, re.MULTILINE)


def test_yang_dikunci_memenuhi_pyproject():
    """Who adds a dependency also writes the lock anew: python kemas/kunci.py."""
    proyek = tomllib.loads((AKAR / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    terkunci = kunci("roda.txt")
    for butir in map(Requirement, proyek["dependencies"]):
        nama = butir.name.lower()
        assert nama in terkunci, f"{nama} belum dikunci: python kemas/kunci.py"
        assert butir.specifier.contains(terkunci[nama]), butir


def test_yang_dikunci_adalah_yang_terikat_dan_setiapnya_bersidik():
    terikat = kunci("kendala.txt")
    terkunci = kunci("roda.txt")
    assert {nama: terkunci[nama] for nama in ("numpy", "pandas")} == {
        nama: terikat[nama] for nama in ("numpy", "pandas")
    }
    for nama in ("roda.txt", "roda_uji.txt", "python.txt"):
        baris = [b for b in (KEMAS / nama).read_text(encoding="utf-8").splitlines() if not b.startswith("#")]
        assert baris
        assert all(re.fullmatch(r"[a-z0-9-]+==\S+ --hash=sha256:[0-9a-f]{64}", b) for b in baris), nama


def test_setiap_program_diperiksa_bagaimana_pun_akhirannya_ditulis(tmp_path, monkeypatch):
    diperiksa = []
    monkeypatch.setattr(python_windows, "periksa_tanda_tangan", lambda berkas: diperiksa.append(berkas.name))
    program = bytes(0x3C) + (0x40).to_bytes(4, "little") + b"PE\0\0\x64\x86"
    with zipfile.ZipFile(tmp_path / "python.zip", "w") as arsip:
        for nama in ("python.exe", "python313.zip", "Sisipan.DLL", "_ssl.PYD", "LICENSE.txt"):
            arsip.writestr(nama, program)
    python_windows.python_windows(tmp_path / "python.zip")
    assert diperiksa == ["python.exe", "Sisipan.DLL", "_ssl.PYD"]


def test_pip_yang_gagal_berakhir_dengan_kalimat(tmp_path, monkeypatch, capsys):
    def gagal(*_):
        raise subprocess.CalledProcessError(7, "pip")

    monkeypatch.setattr(kemas_windows, "python_windows", gagal)
    monkeypatch.setattr("sys.argv", ["windows.py", "--keluaran", str(tmp_path)])
    assert kemas_windows.main() == 2
    assert capsys.readouterr().err == (
        "Paket tidak dibangun: pip berhenti dengan status 7; sebabnya tersebut di atas.\n"
    )
