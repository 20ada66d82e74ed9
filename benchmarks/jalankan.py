"""Measure side by side the floors, the plain script, `hitung`, `validasi` and `rekap`, and write docs/KINERJA.md.

    python benchmarks/jalankan.py [--unit 60] [--asn 60] [--indikator 8] [--ulang 5] [--paralel N] [--langkah "yang dikerjakan"]
                                  [--keluaran BERKAS]

Cases take turns (A B C A B C …), so that a machine's moods fall on all alike; each is a whole process, started cold but
for the disk cache and compiled modules, into a fresh folder. Only the full city is written down, and without `--keluaran` alone.
"""

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from pathlib import Path

import langkah
from kota import PERIODE, buat_kota
from laporan import (
    BACA,
    BACA_BERSAMA,
    BANTUAN,
    BIASA,
    HITUNG,
    LANTAI,
    LANTAI_DARI,
    NAMA,
    PENDEK,
    RAPAT,
    SATU,
    TETAP,
    TYPER,
    VALIDASI,
    Percobaan,
    angka,
    laporan,
)
from meja_rekap import MejaRekap
from mesin import mesin
from sel_buku import urai_buku, urai_dan_simpan
from ukur import AKAR, Ukuran, lingkungan_bersih, singkirkan, ukur

from asn_nilai.acuan.pengaturan import Kewajaran

SINI = Path(__file__).resolve().parent
PENUH = (60, 60, 8)
_PYTHON = sys.executable
Perintah = Sequence[str]


class PercobaanGagalError(RuntimeError):
    """A measured command failed, or wrote something else than it should."""


class Meja:
    """The bench: a city, a folder for each case's results, and the commands."""

    def __init__(self, folder: Path, paralel: int) -> None:
        self.kota = folder / "kota"
        self.sel = folder / "sel"
        self._singkiran = folder / "hasil-lama"
        self.hasil = {kasus: folder / kasus for kasus in (LANTAI, RAPAT, BIASA)}
        self.belum_dihitung = folder / "kota-belum-dihitung"
        self.hasil |= {HITUNG: self.kota / "hasil", VALIDASI: self.belum_dihitung / "hasil"}
        lantai = (_PYTHON, SINI / "lantai.py", self.kota, PERIODE, self.sel)
        banyak = ("--paralel", paralel)
        program = (_PYTHON, "-m", "asn_nilai")
        baca = (_PYTHON, SINI / "lantai_baca.py", self.kota, PERIODE, "--mundur", Kewajaran().bulan_dibaca)
        isi: dict[str, tuple[object, ...]] = {
            LANTAI: (*lantai, self.hasil[LANTAI], *banyak),
            RAPAT: (*lantai, self.hasil[RAPAT], *banyak, "--tanpa-siap-rumus"),
            HITUNG: (*program, "hitung", self.kota, "--periode", PERIODE, "--paksa", *banyak),
            TETAP: (*program, "hitung", self.kota, "--periode", PERIODE, *banyak),
            SATU: (*program, "hitung", self.kota, "--periode", PERIODE, *banyak),
            BIASA: (_PYTHON, SINI / "skrip_biasa.py", self.kota, PERIODE, self.hasil[BIASA]),
            BACA: (*baca, "--paralel", 1),
            BACA_BERSAMA: (*baca, *banyak),
            VALIDASI: (*program, "validasi", self.belum_dihitung, "--periode", PERIODE, *banyak),
            BANTUAN: (*program, "--help"),
            TYPER: (_PYTHON, "-c", "import typer"),
        }
        self.rekap = MejaRekap(folder)
        isi |= self.rekap.perintah
        self.perintah = {kasus: [str(k) for k in kata] for kasus, kata in isi.items()}
        self._lingkungan = lingkungan_bersih()

    def sekali(self, kasus: str) -> Ukuran:
        """Run a case into a fresh folder.

        Raises:
            PercobaanGagalError: it did not end with status 0; a clean city gives no findings.
        """
        if kasus in self.hasil:
            singkirkan(self.hasil[kasus], self._singkiran)
        if kasus == SATU:
            setoran = min((self.kota / "capaian" / PERIODE).iterdir())
            setoran.write_bytes(setoran.read_bytes() + b"\0")  # another file that says the same
        return self.jalankan(self.perintah[kasus])

    def jalankan(self, perintah: Perintah) -> Ukuran:
        """Run a command.

        Raises:
            PercobaanGagalError: it did not end with status 0.
        """
        hasil = ukur(perintah, di=self.kota, lingkungan=self._lingkungan)
        if hasil.status:
            raise PercobaanGagalError(
                f"{' '.join(perintah[1:4])} berakhir dengan status {hasil.status}:\n{hasil.pesan}"
            )
        return hasil

    def siapkan(self, kode: Sequence[str]) -> None:
        """Let `hitung` write the city once and take its workbooks apart for the floor; then warm all up and compare.

        Raises:
            PercobaanGagalError: a case failed, or the floor's workbook is not `hitung`'s.
        """
        shutil.copytree(self.kota, self.belum_dihitung)
        self.sekali(HITUNG)
        with ProcessPoolExecutor() as pelaksana:
            buku = [self.buku(HITUNG, k) for k in kode]
            list(pelaksana.map(urai_dan_simpan, buku, [self.sel / f"{k}.pickle" for k in kode]))
        asli = urai_buku(self.buku(HITUNG, kode[0]))
        for kasus in (LANTAI, RAPAT, BIASA, BACA, BACA_BERSAMA, VALIDASI, BANTUAN, TYPER):
            self.sekali(kasus)
        for kasus in (LANTAI, RAPAT):
            if urai_buku(self.buku(kasus, kode[0])) != asli:
                raise PercobaanGagalError(
                    f"{NAMA[kasus]}: nilai.xlsx unit {kode[0]} tidak sama dengan hasil hitung"
                )

    def buku(self, kasus: str, kode: str) -> Path:
        """Return the workbook that a case wrote for a unit."""
        folder = self.hasil[kasus] / PERIODE if kasus == HITUNG else self.hasil[kasus]
        return folder / kode / "nilai.xlsx"


def bergantian(
    sekali: Callable[[str], Ukuran], kasus: Sequence[str], ulang: int
) -> Mapping[str, list[Ukuran]]:
    """Run the cases in turns, `ulang` times each."""
    hasil: dict[str, list[Ukuran]] = {k: [] for k in kasus}
    for putaran in range(ulang):
        for kasus_ini in kasus:
            hasil[kasus_ini].append(sekali(kasus_ini))
        lama = ", ".join(f"{k} {angka(hasil[k][-1].detik)}" for k in kasus)
        print(f"{putaran + 1}/{ulang}: {lama}", file=sys.stderr, flush=True)
    return hasil


def percobaan(folder: Path, pilihan: argparse.Namespace) -> Percobaan:
    """Make the city in a folder and measure everything on it."""
    kode = buat_kota(folder / "kota", unit=pilihan.unit, asn=pilihan.asn, indikator=pilihan.indikator)
    proses = min(pilihan.paralel or os.cpu_count() or 1, len(kode))
    meja = Meja(folder, proses)
    meja.siapkan(kode)
    ukuran_kota = {"unit": pilihan.unit, "asn": pilihan.asn, "indikator": pilihan.indikator}
    if not meja.rekap.siapkan(meja.jalankan, **ukuran_kota):
        raise PercobaanGagalError("Lantai rekap menulis sel lain daripada rekap.xlsx")
    panjang = [kasus for kasus in LANTAI_DARI if kasus not in PENDEK]
    ukuran = bergantian(meja.sekali, panjang, pilihan.ulang)
    pendek = bergantian(meja.sekali, PENDEK, pilihan.ulang_pendek)
    bantuan = bergantian(meja.sekali, (BANTUAN, TYPER), pilihan.ulang_bantuan)
    return Percobaan(pilihan.unit, pilihan.asn, pilihan.indikator, proses, {**ukuran, **pendek, **bantuan})


def _pilihan(argumen: Sequence[str] | None) -> argparse.Namespace:
    pilihan = argparse.ArgumentParser(
        description="Ukur lantai, hitung, validasi, rekap, dan skrip biasa; tulis docs/KINERJA.md."
    )
    for nama, bawaan in zip(("unit", "asn", "indikator"), PENUH, strict=True):
        pilihan.add_argument(f"--{nama}", type=int, default=bawaan)
    pilihan.add_argument("--ulang", type=int, default=5, help="banyaknya putaran")
    pilihan.add_argument(
        "--ulang-pendek", type=int, default=21, help="banyaknya putaran validasi dan lantainya"
    )
    pilihan.add_argument("--ulang-bantuan", type=int, default=21, help="banyaknya putaran --help")
    pilihan.add_argument("--paralel", type=int, help="banyaknya proses; bawaan: satu per inti")
    pilihan.add_argument("--langkah", default="", help="yang dikerjakan sejak pengukuran sebelumnya")
    pilihan.add_argument(
        "--keluaran", type=Path, help="berkas laporan; bawaan untuk kota penuh: docs/KINERJA.md"
    )
    return pilihan.parse_args(argumen)


def main(argumen: Sequence[str] | None = None) -> int:
    """Measure, print the report and write it down; return the exit status."""
    pilihan = _pilihan(argumen)
    with tempfile.TemporaryDirectory(prefix="asn-nilai-kinerja-") as folder:
        try:
            hasil = percobaan(Path(folder), pilihan)
        except PercobaanGagalError as galat:
            print(galat, file=sys.stderr)
            return 1
    hari, semua = date.today(), langkah.baca()  # noqa: DTZ011 # a calendar day, no instant
    dicatat = (pilihan.unit, pilihan.asn, pilihan.indikator) == PENUH and not pilihan.keluaran
    if dicatat:
        semua = langkah.dengan(semua, hasil, hari, pilihan.langkah)
        langkah.tulis(semua)
    teks = laporan(hasil, mesin(), hari, langkah.tabel(semua))
    if keluaran := AKAR / "docs" / "KINERJA.md" if dicatat else pilihan.keluaran:
        keluaran.write_text(teks, encoding="utf-8", newline="\n")
    print(teks)
    return 0


if __name__ == "__main__":
    sys.exit(main())
