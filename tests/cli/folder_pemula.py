"""The folders in which a first-timer types: each a small city with one thing amiss. Names say what is amiss."""

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

from salinan_contoh import CONTOH

TOML = "asn-nilai.toml"


def _toml(lama: str, baru: str, penyandian: str = "utf-8") -> Callable[[Path], None]:
    def ubah(kota: Path) -> None:
        teks = (kota / TOML).read_text(encoding="utf-8")
        assert lama in teks
        (kota / TOML).write_bytes(teks.replace(lama, baru).encode(penyandian))

    return ubah


def _ganti_nama(lama: str, baru: str) -> Callable[[Path], None]:
    def ubah(kota: Path) -> None:
        (kota / lama).rename(kota / baru)

    return ubah


def _isi(nama: str, isi: bytes) -> Callable[[Path], None]:
    def ubah(kota: Path) -> None:
        (kota / nama).write_bytes(isi)

    return ubah


def _folder(nama: str) -> Callable[[Path], None]:
    def ubah(kota: Path) -> None:
        (kota / nama).unlink()
        (kota / nama).mkdir()

    return ubah


def _hapus(nama: str) -> Callable[[Path], None]:
    def ubah(kota: Path) -> None:
        berkas = kota / nama
        shutil.rmtree(berkas) if berkas.is_dir() else berkas.unlink()

    return ubah


def _target_sebagai_skema(kota: Path) -> None:
    shutil.copy(kota / "target/PKM-TB.xlsx", kota / "skema.xlsx")


def _naikkan_setoran(kota: Path) -> None:
    for berkas in (kota / "capaian/2026-05").iterdir():
        berkas.rename(kota / "capaian" / berkas.name)


KEADAAN: Mapping[str, Callable[[Path], None]] = {
    "kota": lambda _kota: None,
    "toml UTF-8 bertanda": _toml("", "", "utf-8-sig"),
    "toml UTF-16": _toml("", "", "utf-16"),
    "toml UTF-16 tanpa tanda": _toml("", "", "utf-16-le"),
    "toml ANSI": _toml("fiktif", "fiktif – é", "cp1252"),
    "toml kosong": _isi(TOML, b""),
    "toml tanpa kutip penutup": _toml('fiktif)"', "fiktif)"),
    "toml tanpa kutip": _toml('"permenpanrb-6-2022"', "permenpanrb-6-2022"),
    "toml kutip melengkung": _toml('"permenpanrb-6-2022"', "“permenpanrb-6-2022”"),
    "toml tahun dua kali": _toml("tahun = 2026", "tahun = 2026\ntahun = 2026"),
    "toml bertabulasi": _toml("tahun = 2026", "tahun\t=\t2026"),
    "toml jalur Windows": _toml("tahun = 2026", 'tahun = 2026\n[berkas]\nskema = "D:\\data\\skema.xlsx"\n#'),
    "toml jalur unit": _toml('"permenpanrb-6-2022"', '"C:\\Users\\unit\\aturan.toml"'),
    "toml tanpa sama dengan": _toml("tahun = 2026", "tahun 2026"),
    "toml bertitik dua": _toml("tahun = 2026", "tahun: 2026"),
    "toml berkoma": _toml("tahun = 2026", "tahun = 2026,"),
    "toml catatan tanpa pagar": _toml("# Ruang", "Ruang"),
    "toml kurung kurang": _toml("tahun = 2026", "tahun = 2026\n[rekap\n"),
    "toml ya": _toml("tahun = 2026", "tahun = 2026\n[kewajaran]\nsepuluh-kali-bulan-lalu = tidak\n#"),
    "toml tahun berkutip": _toml("tahun = 2026", 'tahun = "2026"'),
    "toml Tahun": _toml("tahun = 2026", "Tahun = 2026"),
    "toml tanpa tahun": _toml("tahun = 2026", ""),
    "toml tahun di bawah tabel": _toml("tahun = 2026", "[rekap]\ntahun = 2026\n#"),
    "toml tahun lain": _toml("tahun = 2026", "tahun = 2025"),
    "toml aturan keliru": _toml("permenpanrb-6-2022", "permenpan-6-2022"),
    "toml.txt": _ganti_nama(TOML, f"{TOML}.txt"),
    "asn_nilai.toml": _ganti_nama(TOML, "asn_nilai.toml"),
    "toml salinan": _ganti_nama(TOML, "asn-nilai (1).toml"),
    "toml folder": _folder(TOML),
    "tanpa toml": _hapus(TOML),
    "skema.xlsx.xlsx": _ganti_nama("skema.xlsx", "skema.xlsx.xlsx"),
    "skema (1).xlsx": _ganti_nama("skema.xlsx", "skema (1).xlsx"),
    "Skema Final.xlsx": _ganti_nama("skema.xlsx", "Skema Final.xlsx"),
    "skema.csv": _ganti_nama("skema.xlsx", "skema.csv"),
    "tanpa skema": _hapus("skema.xlsx"),
    "skema folder": _folder("skema.xlsx"),
    "skema berisi CSV": _isi("skema.xlsx", b"NIP,Nama\n1,Sri\n"),
    "skema kosong": _isi("skema.xlsx", b""),
    "skema terpotong": lambda kota: _isi("skema.xlsx", (kota / "skema.xlsx").read_bytes()[:3000])(kota),
    "skema HTML": _isi("skema.xlsx", b"<html><table></table></html>"),
    "skema ternyata target": _target_sebagai_skema,
    "tanpa capaian": _hapus("capaian"),
    "bulan bernama Mei": _ganti_nama("capaian/2026-05", "capaian/Mei 2026"),
    "setoran di atas folder bulannya": _naikkan_setoran,
    "hasil berupa berkas": _isi("hasil", b"x"),
}  # fmt: skip


def buat_kota(folder: Path, keadaan: str) -> Path:
    """Make the small city, one month of it, in the state of that name."""
    kota = folder / "kota"
    kota.mkdir()
    for nama in (TOML, "skema.xlsx"):
        shutil.copy(CONTOH / nama, kota / nama)
    for nama in ("target", "capaian/2026-05"):
        shutil.copytree(CONTOH / nama, kota / nama)
    KEADAAN[keadaan](kota)
    return kota
