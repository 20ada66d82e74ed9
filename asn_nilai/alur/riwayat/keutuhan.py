"""Whether what is kept is whole: registers by their chains, locked versions by their manifests, and those by the register's lines."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from asn_nilai.acuan.periode import Periode
from asn_nilai.acuan.riwayat.catatan import TERKUNCI
from asn_nilai.acuan.riwayat.versi import KELUARAN_DIKUNCI, VersiTerkunci, kode_pendek
from asn_nilai.alur.riwayat.baca_riwayat import nama_register
from asn_nilai.alur.riwayat.register import Register
from asn_nilai.alur.riwayat.tempat import sidik_tersimpan
from asn_nilai.alur.riwayat.versi import HASIL, MASUKAN, semua_versi
from asn_nilai.ruang_kerja import RuangKerja, milik_sistem
from asn_nilai.terbit.data.manifes import NAMA_MANIFES


@dataclass(frozen=True, slots=True)
class Ketidakcocokan:
    """Something that is not what it should be: the file (relative to the work folder), and what about it."""

    berkas: str
    sebab: str


def periksa_riwayat(ruang: RuangKerja) -> Iterator[Ketidakcocokan]:
    """Yield what of the registers and the locked versions is not whole.

    A second copy, which nobody goes on in, is only where it tells what the register in force does not.

    Raises:
        PenggunaanError: something of them cannot be read, so nobody knows.
    """
    terkunci: dict[tuple[str, str], str] = {}
    for nama in nama_register(ruang):
        yield from _periksa_register(ruang, nama, terkunci)
    ada = {(folder.parent.name, folder.name): (folder, versi) for folder, versi in semua_versi(ruang)}
    for nama, versi in (kunci for kunci in terkunci if kunci not in ada):
        yield Ketidakcocokan(
            f"{ruang.folder_riwayat.name}/{nama}/{versi}", "versi terkunci ini tidak ada lagi"
        )
    for kunci, (folder, isi) in ada.items():
        for berkas, kalimat in _periksa_versi(ruang, folder, isi, terkunci.get(kunci, "")):
            yield Ketidakcocokan(ruang.relatif(berkas), kalimat)


def _periksa_register(
    ruang: RuangKerja, nama: str, terkunci: dict[tuple[str, str], str]
) -> Iterator[Ketidakcocokan]:
    """Yield what of a register is not whole, and note the versions of whose locks it tells, with their manifests' hashes."""
    riwayat = Register(ruang, nama).baca()
    if riwayat.salinan_dari:
        if riwayat.tersendiri:
            yield from (Ketidakcocokan(riwayat.berkas, temuan.pesan) for temuan in riwayat.temuan)
        return
    for temuan in replace(riwayat, hilang=()).temuan:  # versions are looked at one by one
        yield Ketidakcocokan(riwayat.berkas, temuan.pesan)
    for catatan in riwayat.rantai.catatan:
        if catatan.apa == TERKUNCI:
            kunci = nama, f"v{catatan.versi}"
            if kunci in terkunci:
                yield Ketidakcocokan(riwayat.berkas, f"versi {catatan.versi} dikunci dua kali")
            terkunci[kunci] = catatan.menjadi.partition(" ")[2]


def _periksa_versi(
    ruang: RuangKerja, folder: Path, versi: VersiTerkunci | None, sha: str
) -> Iterator[tuple[Path, str]]:
    """Yield what of a locked version is another than its manifest says, or its manifest than the register's line says."""
    if versi is None:
        yield folder / NAMA_MANIFES, "manifes versi terkunci tidak terbaca"
        return
    if sidik_tersimpan(folder / NAMA_MANIFES) != sha:
        yield (
            folder / NAMA_MANIFES,
            "bukan lagi yang tercatat di register" if sha else "tidak tercatat di register",
        )
    harus = {folder / MASUKAN / nama: isi for nama, isi in versi.masukan.items()}
    harus |= {folder / HASIL / nama: isi for nama, isi in versi.keluaran.items()}
    for berkas, isi in harus.items():
        kini = sidik_tersimpan(berkas)
        if kini != isi:
            yield berkas, "bukan lagi yang dikunci" if kini else "tidak ada lagi dalam versi terkunci"
    for berkas in sorted(f for f in folder.rglob("*") if f.is_file() and f != folder / NAMA_MANIFES):
        if berkas not in harus and not milik_sistem(berkas.name):
            yield berkas, "tidak termasuk versi yang dikunci"
    if kode_pendek(versi.masukan, (versi.keluaran.get(nama, "") for nama in KELUARAN_DIKUNCI)) != versi.kode:
        yield folder / NAMA_MANIFES, f"kode {versi.kode} bukan kode isi ini"
    register = Register(ruang, Periode.dari_teks(versi.periode).nama_folder).baca()
    if versi.register and versi.register not in register.rantai.sidik:
        yield folder / NAMA_MANIFES, "register tidak lagi memuat baris terakhir sebelum versi ini dikunci"
