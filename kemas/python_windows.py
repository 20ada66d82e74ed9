"""Python for Windows as the Python Software Foundation signed it.

The package index has the embeddable Python of python.org only inside an sdist of somebody else. So it is taken by its hash, and
each program file in it only with a valid Authenticode signature of the Foundation, or of Microsoft on the two files of the C
runtime. The certificates at whose root the signatures must end stand in akar.pem, pinned here: Debian's bundle has none of
Microsoft's. `osslsigncode` checks; it asks no network, so a certificate that was withdrawn later is not noticed.

No signature covers python313.zip, the standard library. For the sdist the hash in python.txt holds it.
"""

import base64
import hashlib
import io
import re
import shutil
import subprocess
import tarfile
import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from roda import VERSI_PYTHON, pip

_DI_SINI = Path(__file__).resolve().parent
AKAR = _DI_SINI / "akar.pem"
_SIDIK_AKAR = {
    # DigiCert Trusted Root G4: the Foundation's certificates until 2024
    "552f7bdcf1a7af9e6ce672017f4f12abf77240c78e761ac203d1d9d20ac89988",
    # Microsoft Identity Verification Root Certificate Authority 2020: since then
    "5367f20c7ade0e2bca790915056d086b720c33c1fa2a2661acf787e3292e1270",
    # Microsoft Root Certificate Authority 2011, and that of 2010 for its time stamps: the C runtime
    "847df6a78497943f27fc72eb93f9a637320a02b561d0a91b09e87a7807ed7c61",
    "df545bf919a2439c36983b54cdfc903dfa4f37d3996d8d84b4c31eec6f3c163e",
}
_PROGRAM = {".dll", ".exe", ".pyd"}
_YAYASAN = {"/C=US/ST=Oregon/L=Beaverton/O=Python Software Foundation/CN=Python Software Foundation"}
_MICROSOFT = {
    f"/C=US/ST=Washington/L=Redmond/O=Microsoft Corporation/CN={nama}"
    for nama in ("Microsoft Corporation", "Microsoft Windows Software Compatibility Publisher")
}
"""Who may have signed: the subject of a certificate as osslsigncode prints it. Microsoft signs its files twice."""
_SUBJEK = re.compile(r"^Signer's certificate:\n\t-+\n\tSigner #0:\n\t\tSubject: (.+)$", re.MULTILINE)
_SERTIFIKAT = re.compile(r"-----BEGIN CERTIFICATE-----\n(.+?)-----END CERTIFICATE-----", re.DOTALL)
_AMD64 = b"\x64\x86"
"""The kind of machine in the header of a program for 64-bit Windows."""


class KemasGagalError(Exception):
    """The package cannot be built; the message is Indonesian."""


def python_windows(berkas: Path | None = None) -> Mapping[PurePosixPath, bytes]:
    """Return the files of the embeddable Python, all program files with their signatures checked.

    Args:
        berkas: the zip that python.org calls "Windows embeddable package (64-bit)"; by default that of the package index.

    Raises:
        KemasGagalError: it is not that zip, or a signature is missing, broken or somebody else's.
    """
    isi = _isi_zip(berkas.read_bytes() if berkas else _dari_indeks())
    nama_pustaka = f"python{VERSI_PYTHON.replace('.', '')}"
    if not {PurePosixPath("python.exe"), PurePosixPath(f"{nama_pustaka}.zip")} <= isi.keys():
        raise KemasGagalError(
            f"Itu bukan paket Python {VERSI_PYTHON} yang dapat disematkan (embeddable package)."
        )
    if not _untuk_64_bit(isi[PurePosixPath("python.exe")]):
        raise KemasGagalError("Itu bukan Python untuk Windows 64-bit (amd64).")
    with tempfile.TemporaryDirectory() as sementara:
        for nama, data in isi.items():
            if nama.suffix.lower() in _PROGRAM:
                letak = Path(sementara) / nama.name
                letak.write_bytes(data)
                periksa_tanda_tangan(letak)
    return isi


def periksa_tanda_tangan(berkas: Path) -> None:
    """Make sure that a program file is as its makers signed it.

    Raises:
        KemasGagalError: there is no signature, it does not fit the file, it is somebody else's, or nothing can check it.
    """
    program = shutil.which("osslsigncode")
    if program is None:
        raise KemasGagalError("Pasang osslsigncode dahulu (Debian: apt-get install osslsigncode).")
    _periksa_akar()
    akar = ["-CAfile", str(AKAR), "-TSA-CAfile", str(AKAR)]
    jawaban = subprocess.run(  # our own arguments
        [program, "verify", *akar, "-ignore-cdp", "-ignore-crl", "-in", str(berkas)],
        capture_output=True, check=False, encoding="utf-8", errors="replace",
    )  # fmt: skip
    pustaka_c = berkas.name.startswith("vcruntime140")
    subjek = set(_SUBJEK.findall(jawaban.stdout))
    if jawaban.returncode != 0 or not subjek or not subjek <= (_MICROSOFT if pustaka_c else _YAYASAN):
        pemilik = "Microsoft" if pustaka_c else "Python Software Foundation"
        raise KemasGagalError(
            f"{berkas.name}: tanda tangan {pemilik} tidak ada atau tidak sah. Berkas ini tidak dikemas."
        )


def _periksa_akar() -> None:
    sidik = {
        hashlib.sha256(base64.b64decode(sertifikat)).hexdigest()
        for sertifikat in _SERTIFIKAT.findall(AKAR.read_text(encoding="ascii"))
    }
    if sidik != _SIDIK_AKAR:
        raise KemasGagalError(
            f"{AKAR.name} memuat sertifikat lain daripada yang disematkan dalam {Path(__file__).name}."
        )


def _dari_indeks() -> bytes:
    with tempfile.TemporaryDirectory() as sementara:
        pip(
            "download", "--no-deps", "--no-binary", ":all:", "--require-hashes",
            "--requirement", str(_DI_SINI / "python.txt"), "--dest", sementara,
        )  # fmt: skip
        (sdist,) = Path(sementara).glob("*.tar.gz")
        with tarfile.open(sdist) as arsip:
            (nama,) = (anggota for anggota in arsip.getnames() if anggota.endswith("/data.zip"))
            isi = arsip.extractfile(nama)
            if isi is None:
                raise KemasGagalError(f"{sdist.name} tidak memuat data.zip.")
            return isi.read()


def _isi_zip(data: bytes) -> Mapping[PurePosixPath, bytes]:
    """Return the files of the zip by their names; the one of the package index has them in a folder."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as arsip:
            return {
                PurePosixPath(PurePosixPath(anggota.filename).name): arsip.read(anggota)
                for anggota in arsip.infolist()
                if not anggota.is_dir()
            }
    except zipfile.BadZipFile as galat:
        raise KemasGagalError("Itu bukan berkas zip.") from galat


def _untuk_64_bit(program: bytes) -> bool:
    kepala = int.from_bytes(program[0x3C:0x40], "little")
    return program[kepala : kepala + 6] == b"PE\0\0" + _AMD64
