"""Python for Windows is taken only as its makers signed it."""

import io
import zipfile
from pathlib import PurePosixPath

import pytest
import python_windows
from jendela import perlu
from python_windows import KemasGagalError, periksa_tanda_tangan
from python_windows import python_windows as ambil

pytestmark = pytest.mark.menyeluruh
PROGRAM = "python/python.exe"


@pytest.fixture(scope="module")
def resmi(paket):
    """The files of the official Python by name, as they lie in the package."""
    with zipfile.ZipFile(paket) as arsip:
        nama = [n for n in arsip.namelist() if "/python/" in n and not n.endswith("._pth")]
        return {PurePosixPath(n).name: arsip.read(n) for n in nama}


@pytest.fixture(autouse=True)
def _pemeriksa():
    perlu("osslsigncode", "osslsigncode")


def tulis(folder, nama, isi):
    (folder / nama).write_bytes(isi)
    return folder / nama


def zip_dari(folder, isi):
    wadah = io.BytesIO()
    with zipfile.ZipFile(wadah, "w") as arsip:
        for nama, data in isi.items():
            arsip.writestr(nama, data)
    return tulis(folder, "python.zip", wadah.getvalue())


@pytest.mark.parametrize("nama", ["python.exe", "libcrypto-3.dll", "vcruntime140.dll"])
def test_tanda_tangan_pembuatnya_diterima(resmi, tmp_path, nama):
    periksa_tanda_tangan(tulis(tmp_path, nama, resmi[nama]))


def test_satu_bait_yang_diubah_ditolak(resmi, tmp_path):
    isi = bytearray(resmi["python.exe"])
    isi[len(isi) // 3] ^= 1
    with pytest.raises(
        KemasGagalError, match=r"python\.exe: tanda tangan Python Software Foundation tidak ada"
    ):
        periksa_tanda_tangan(tulis(tmp_path, "python.exe", bytes(isi)))


def test_tanda_tangan_yang_dilepas_ditolak(resmi, tmp_path):
    isi = bytearray(resmi["python.exe"])
    direktori = int.from_bytes(isi[0x3C:0x40], "little") + 24 + 112 + 4 * 8
    awal = int.from_bytes(isi[direktori : direktori + 4], "little")
    isi[direktori : direktori + 8] = bytes(8)
    with pytest.raises(KemasGagalError, match="tidak ada atau tidak sah"):
        periksa_tanda_tangan(tulis(tmp_path, "python.exe", bytes(isi[:awal])))


def test_tanda_tangan_sah_milik_orang_lain_ditolak(resmi, tmp_path):
    with pytest.raises(KemasGagalError, match="Python Software Foundation"):
        periksa_tanda_tangan(tulis(tmp_path, "python313.dll", resmi["vcruntime140.dll"]))
    with pytest.raises(KemasGagalError, match="Microsoft"):
        periksa_tanda_tangan(tulis(tmp_path, "vcruntime140.dll", resmi["python3.dll"]))


def test_sertifikat_akar_lain_ditolak(resmi, tmp_path, monkeypatch):
    akar = python_windows.AKAR.read_text(encoding="ascii")
    kurang = tmp_path / "akar.pem"
    kurang.write_text(akar[: akar.rindex("-----BEGIN")], encoding="ascii")
    monkeypatch.setattr(python_windows, "AKAR", kurang)
    with pytest.raises(KemasGagalError, match="memuat sertifikat lain"):
        periksa_tanda_tangan(tulis(tmp_path, "python.exe", resmi["python.exe"]))


def test_zip_resmi_diterima_utuh(resmi, tmp_path):
    isi = ambil(zip_dari(tmp_path, resmi))
    assert {nama.name: data for nama, data in isi.items()} == resmi


def test_zip_yang_bukan_python_atau_bukan_64_bit_ditolak(resmi, tmp_path):
    with pytest.raises(KemasGagalError, match="bukan berkas zip"):
        ambil(tulis(tmp_path, "x.zip", b"bukan"))
    with pytest.raises(KemasGagalError, match=r"bukan paket Python 3\.13"):
        ambil(zip_dari(tmp_path, {"python.exe": resmi["python.exe"], "python312.zip": b""}))
    x86 = resmi["python.exe"].replace(b"PE\0\0\x64\x86", b"PE\0\0\x4c\x01", 1)
    with pytest.raises(KemasGagalError, match="bukan Python untuk Windows 64-bit"):
        ambil(zip_dari(tmp_path, {**resmi, "python.exe": x86}))


def test_program_yang_diselipkan_ke_dalam_zip_ditolak(resmi, tmp_path):
    sedikit = {nama: resmi[nama] for nama in ("python.exe", "python313.zip")}
    with pytest.raises(KemasGagalError, match=r"selipan\.dll"):
        ambil(zip_dari(tmp_path, {**sedikit, "selipan.dll": b"MZ" + bytes(500)}))
