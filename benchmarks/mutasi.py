"""Spoil valid submissions in ten thousand ways and see that none is scored wrongly in silence.

    python benchmarks/mutasi.py [--banyak 10000] [--benih 2026] [--paralel N] [--hanya NOMOR --simpan FOLDER]

Each workbook is one of the example city's with a few bytes, an element of its XML or a cell changed. It fails where the
program stops with a traceback, takes more than 5 seconds or 1 GiB, or gives an ASN another score without a new finding,
unless the witness (`mutasi_saksi`) reads the same change and comes to the same score. The same number and seed always
make the same workbook.
"""

import argparse
import os
import random
import shutil
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from math import isnan
from pathlib import Path
from unittest.mock import patch

from mutasi_saksi import Kisi, TidakTahuError, baca_kisi, nilai_saksi
from mutasi_ubah import mutasi

from asn_nilai.acuan.hasil.hasil_unit import HasilUnit
from asn_nilai.acuan.periode import SINGKATAN_BULAN
from asn_nilai.acuan.temuan import Akibat, Tingkat
from asn_nilai.alur.hitungan.unit import nilai
from asn_nilai.alur.konteks import Konteks
from asn_nilai.alur.siapkan import siapkan

CONTOH = Path(__file__).resolve().parent.parent / "examples" / "bukittinggi"
TELUSUR = {"ASN_NILAI_TELUSUR": "1"}
"""With this in its environment the program lets its own faults through."""
DETIK, MEMORI_MB = 5.0, 1024
DITOLAK, TEMUAN, SAMA, BERSAKSI = "berkas ditolak", "temuan baru", "nilai sama", "nilai lain, saksi sepakat"
GAGAL = "GAGAL"


@dataclass(frozen=True)
class Asal:
    """A valid submission: unit and month, and which of its two workbooks is spoilt."""

    unit: str
    periode: str
    akhiran: str
    target: bool = False


ASAL = (
    Asal("KEL-PPK", "2026-05", ".xlsx"),
    Asal("DPMPTSP", "2026-05", ".xlsx"),
    Asal("KEL-TD", "2026-05", ".xlsx", target=True),
    Asal("KEL-PPK", "2026-06", ".xls"),
    Asal("KEL-TD", "2026-06", ".ods"),
)
_BOBOT_ASAL = (30, 15, 25, 15, 15)


@dataclass(frozen=True)
class Putusan:
    """What became of one spoilt workbook; `sebab` says why it failed."""

    nomor: int
    asal: Asal
    keluarga: str
    cara: str
    akhir: str
    detik: float
    memori_mb: int
    sebab: str = ""


@dataclass
class Pangkal:
    """A submission in a work folder of its own, with what it gives unspoilt."""

    asal: Asal
    konteks: Konteks
    berkas: Path
    data: bytes
    nilai: Mapping[str, tuple[float, str, str]]
    temuan: frozenset[tuple[str, str, str]]
    kisi: dict[bool, Mapping[str, Kisi]] = field(default_factory=dict)

    @classmethod
    def siapkan(cls, asal: Asal, folder: Path) -> "Pangkal":
        """Make the work folder."""
        for nama in ("asn-nilai.toml", "skema.xlsx"):
            folder.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(CONTOH / nama, folder / nama)
        target, capaian = f"target/{asal.unit}.xlsx", f"capaian/{asal.periode}/{asal.unit}"
        capaian += ".xlsx" if asal.target else asal.akhiran
        for nama in (target, capaian):
            (folder / nama).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(CONTOH / nama, folder / nama)
        konteks = siapkan(folder, asal.periode)
        hasil = nilai(konteks, asal.unit)
        berkas = folder / (target if asal.target else capaian)
        data = berkas.read_bytes()
        pangkal = cls(asal, konteks, berkas, data, _nilai(hasil), frozenset(_temuan(hasil)))
        for adalah_target, nama in ((True, target), (False, capaian)):
            pangkal.kisi[adalah_target] = baca_kisi((folder / nama).read_bytes(), (folder / nama).suffix)
        return pangkal


@cache
def _pangkal(asal: Asal, folder: str) -> Pangkal:
    return Pangkal.siapkan(asal, Path(folder) / f"{os.getpid()}-{ASAL.index(asal)}")


def _nilai(hasil: HasilUnit) -> dict[str, tuple[float, str, str]]:
    return {asn.nip: (-1.0 if isnan(asn.nhk) else asn.nhk, asn.predikat, asn.status) for asn in hasil.nilai}


def _temuan(hasil: HasilUnit) -> Iterator[tuple[str, str, str]]:
    """Yield the findings that tell of a changed score; what is merely for information does not."""
    for temuan in hasil.temuan:
        if temuan.tingkat is not Tingkat.INFO:
            yield temuan.kode, temuan.letak.sel, temuan.nip


def buat(nomor: int, benih: int, folder: str) -> tuple[Pangkal, str, str, bytes]:
    """Return the spoilt workbook of a number, with how it was spoilt."""
    acak = random.Random(f"{benih}-{nomor}")
    pangkal = _pangkal(acak.choices(ASAL, _BOBOT_ASAL)[0], folder)
    return pangkal, *mutasi(pangkal.data, pangkal.asal.akhiran, acak)


def coba(nomor: int, benih: int, folder: str) -> Putusan:
    """Spoil, score and judge one workbook."""
    pangkal, keluarga, cara, data = buat(nomor, benih, folder)
    pangkal.berkas.write_bytes(data)
    # A process begins with the largest size of the one that started it: what counts is what this workbook adds.
    mulai, semula = time.process_time(), _memori_mb()
    try:
        hasil = nilai(pangkal.konteks, pangkal.asal.unit)
    except Exception:  # noqa: BLE001 - whatever it is, it is what we look for
        akhir, sebab = GAGAL, traceback.format_exc()
    else:
        akhir, sebab = _putuskan(pangkal, data, hasil)
    detik, memori = time.process_time() - mulai, _memori_mb() - semula
    if detik > DETIK or memori > MEMORI_MB:
        akhir, sebab = GAGAL, sebab or f"{detik:.1f} detik, {memori} MB"
    return Putusan(nomor, pangkal.asal, keluarga, cara, akhir, detik, memori, sebab)


def _putuskan(pangkal: Pangkal, data: bytes, hasil: HasilUnit) -> tuple[str, str]:
    baru = {
        temuan for temuan in hasil.temuan if (temuan.kode, temuan.letak.sel, temuan.nip) not in pangkal.temuan
    }
    baru = {b for b in baru if b.tingkat is not Tingkat.INFO}
    if any(b.akibat is Akibat.BERKAS and b.tingkat is Tingkat.GALAT for b in baru):
        return DITOLAK, ""
    kini = _nilai(hasil)
    beda = {nip for nip in {*kini, *pangkal.nilai} if kini.get(nip) != pangkal.nilai.get(nip)}
    # A finding speaks for the ASN it names, and for one whose reason it is; one that names nobody may be about anybody.
    alasan = {(asn.nip, temuan.letak) for asn in hasil.nilai for temuan in asn.alasan}
    diam = [
        nip for nip in sorted(beda) if not any(b.nip in {"", nip} or (nip, b.letak) in alasan for b in baru)
    ]
    keberatan = [keberatan_ini for nip in diam if (keberatan_ini := _keberatan(pangkal, data, nip, kini))]
    if keberatan:
        return GAGAL, "; ".join(keberatan)
    if baru:
        return TEMUAN, ""
    return (BERSAKSI if beda else SAMA), ""


def _keberatan(pangkal: Pangkal, data: bytes, nip: str, kini: Mapping[str, tuple[float, str, str]]) -> str:
    """Return why an ASN's new score is not borne out by the witness, blank where it is."""
    dulu, sekarang = pangkal.nilai.get(nip), kini.get(nip)
    if dulu is None or sekarang is None or sekarang[0] < 0 <= dulu[0]:
        return f"{nip}: {dulu} menjadi {sekarang} tanpa temuan"
    try:
        kisi = baca_kisi(data, pangkal.asal.akhiran)
        dua = {**pangkal.kisi, pangkal.asal.target: kisi}
        bulan = SINGKATAN_BULAN[pangkal.konteks.periode.bulan[0].bulan - 1]
        saksi = nilai_saksi(dua[True], dua[False], bulan, pangkal.konteks.skema.indikator).get(nip)
    except TidakTahuError as galat:
        return f"{nip}: {dulu} menjadi {sekarang}; saksi tidak dapat membaca ({galat})"
    if dulu[0] != sekarang[0] and (saksi is None or abs(float(saksi) - sekarang[0]) > 1e-9):
        return f"{nip}: {dulu} menjadi {sekarang}; menurut saksi {saksi}"
    if dulu[0] == sekarang[0] and kisi.get("Perilaku") == pangkal.kisi[pangkal.asal.target].get("Perilaku"):
        return f"{nip}: {dulu} menjadi {sekarang}; lembar Perilaku tidak berubah"
    return ""


def _memori_mb() -> int:
    """Return the most memory this process has held, 0 where the system does not say."""
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ImportError:
        return 0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _coba(tugas: tuple[int, int, str]) -> Putusan:
    return coba(*tugas)


@contextmanager
def _lingkungan() -> Iterator[str]:
    """Give a folder to work in; the program lets its own faults through meanwhile."""
    try:
        with (
            patch.dict(os.environ, TELUSUR),
            tempfile.TemporaryDirectory(prefix="asn-nilai-mutasi-", ignore_cleanup_errors=True) as folder,
        ):
            yield folder
    finally:
        _pangkal.cache_clear()


def jalankan(nomor: Iterable[int], benih: int, paralel: int = 1) -> Iterator[Putusan]:
    """Yield the verdict on each number's workbook."""
    with _lingkungan() as folder:
        tugas = [(n, benih, folder) for n in nomor]
        if paralel == 1:
            yield from map(_coba, tugas)
            return
        with ProcessPoolExecutor(paralel) as pelaksana:
            yield from pelaksana.map(_coba, tugas, chunksize=20)


def laporan(putusan: list[Putusan], detik: float) -> str:
    """Return the figures as a Markdown table: kinds, outcomes, the slowest, the most memory."""
    akhir = (DITOLAK, TEMUAN, SAMA, BERSAKSI, GAGAL)
    hitung = Counter((f"{p.asal.akhiran} {p.keluarga}", p.akhir) for p in putusan)
    baris = [f"| | {' | '.join(akhir)} |", f"|---|{'--:|' * len(akhir)}"]
    baris += [
        f"| {jenis} | {' | '.join(str(hitung[jenis, a]) for a in akhir)} |"
        for jenis in sorted({jenis for jenis, _ in hitung})
    ]
    jumlah = Counter(p.akhir for p in putusan)
    baris.append(f"| jumlah | {' | '.join(str(jumlah[a]) for a in akhir)} |")
    terlama = max(putusan, key=lambda putusan_ini: putusan_ini.detik)
    memori = max(p.memori_mb for p in putusan)
    ringkasan = (
        f"{len(putusan)} buku dalam {detik:.0f} detik; terlama {terlama.detik:.2f} detik prosesor "
        f"(nomor {terlama.nomor}, {terlama.cara}); memori yang ditambahkan paling banyak {memori} MB."
    )
    baris += ["", ringkasan]
    return "\n".join(baris)


def main() -> int:
    """Run, print the figures and every failure; return the exit status."""
    pilihan = argparse.ArgumentParser(description="Rusak buku kerja yang sah dan lihat apa kata program.")
    pilihan.add_argument("--banyak", type=int, default=10_000)
    pilihan.add_argument("--benih", type=int, default=2026)
    pilihan.add_argument("--paralel", type=int, default=os.cpu_count() or 1)
    pilihan.add_argument("--hanya", type=int, help="satu nomor saja")
    pilihan.add_argument("--simpan", type=Path, help="folder tempat menyimpan buku nomor itu")
    isi = pilihan.parse_args()
    if isi.hanya is not None and isi.simpan is not None:
        with _lingkungan() as folder:
            pangkal, _, cara, data = buat(isi.hanya, isi.benih, folder)
            berkas = isi.simpan / f"{isi.hanya}-{cara}{pangkal.asal.akhiran}"
            berkas.write_bytes(data)
            print(berkas)
    mulai, semua = time.perf_counter(), list[Putusan]()
    nomor = range(isi.banyak) if isi.hanya is None else [isi.hanya]
    for putusan in jalankan(nomor, isi.benih, 1 if isi.hanya is not None else isi.paralel):
        semua.append(putusan)
        if putusan.akhir == GAGAL:
            print(
                f"{putusan.nomor} {putusan.asal} {putusan.keluarga}/{putusan.cara}: {putusan.sebab}",
                flush=True,
            )
        if len(semua) % 500 == 0:
            print(f"{len(semua)}/{len(nomor)}", file=sys.stderr, flush=True)
    print(laporan(semua, time.perf_counter() - mulai))
    return any(putusan.akhir == GAGAL for putusan in semua)


if __name__ == "__main__":
    sys.exit(main())
