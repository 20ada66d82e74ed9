"""Change what submissions say, as offices do, and see that nothing is scored in silence that a clerk would read otherwise.

    python benchmarks/mutasi_makna.py [--banyak 5000] [--benih 2026] [--paralel N] [--hanya NOMOR --simpan FOLDER]

Each workbook is one of the example city's with a header, a format, a title, a sheet, a row changed (`makna_ubah`). LibreOffice
prints it (`makna_cetak`), and a clerk reads the pages (`makna_saksi`). It fails where the program scores an ASN on other figures
than are seen, or on figures nobody can be sure of, and no new finding speaks of that. The same number and seed always make
the same workbook.
"""

import argparse
import atexit
import io
import os
import random
import shutil
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from unittest.mock import patch

from makna_cetak import Halaman, ubah_berkas, urai_halaman
from makna_saksi import Terlihat, Waktu, lihat
from makna_ubah import ubah_makna
from mutasi import CONTOH, TELUSUR, Asal, Pangkal
from openpyxl import load_workbook

from asn_nilai.acuan.hasil.nilai import NilaiAsn
from asn_nilai.acuan.periode import SINGKATAN_BULAN
from asn_nilai.acuan.temuan import Temuan, Tingkat
from asn_nilai.alur.hitungan.unit import nilai

TEMUAN, SAMA, SEPAKAT, GAGAL = "temuan baru", "tidak ada yang berubah", "angka lain yang tampak", "GAGAL"
ASAL = (
    Asal("KEL-TD", "2026-05", ".xlsx"), Asal("KEL-TD", "2026-05", ".xlsx", target=True), Asal("KEL-TD", "2026-05", ".ods"),
    Asal("KEL-TD", "2026-05", ".xls"), Asal("KEL-TD", "2026-05", ".ods", target=True), Asal("DPMPTSP", "2026-05", ".xlsx"),
)  # fmt: skip
_BOBOT_ASAL = (35, 20, 12, 12, 8, 13)
_BENTUK = {".ods": "ods", ".xls": "xls:MS Excel 97"}
_LAIN_PERKARA = frozenset({"bukti-kosong", "nama-berbeda", "perilaku-tanpa-catatan", "perilaku-bertentangan"})
"""Findings that say nothing about what a figure is."""
_TERSEMBUNYI = frozenset({"baris-tersembunyi", "kolom-tersembunyi", "lembar-tersembunyi"})


@dataclass(frozen=True)
class Putusan:
    """What became of one workbook; `sebab` says why it failed."""

    nomor: int
    asal: Asal
    keluarga: str
    cara: str
    akhir: str
    sebab: str = ""


@dataclass(frozen=True)
class Kasus:
    """One changed workbook: which it was, how it was changed, where it lies, of whom a print cannot tell."""

    nomor: int
    asal: Asal
    keluarga: str
    cara: str
    berkas: Path
    tak_tercetak: frozenset[str]


def buat(nomor: int, benih: int, folder: Path) -> Kasus:
    """Write the changed workbook of a number as .xlsx; `ubah_berkas` gives it its own kind later."""
    acak = random.Random(f"{benih}-{nomor}")
    asal = acak.choices(ASAL, _BOBOT_ASAL)[0]
    tempat = "target" if asal.target else f"capaian/{asal.periode}"
    buku = load_workbook(CONTOH / tempat / f"{asal.unit}.xlsx", rich_text=True)
    keluarga, cara, tak = ubah_makna(buku, SINGKATAN_BULAN[int(asal.periode[5:]) - 1], acak)
    wadah = io.BytesIO()
    buku.save(wadah)
    berkas = folder / f"{nomor}.xlsx"
    berkas.write_bytes(wadah.getvalue())
    return Kasus(nomor, asal, keluarga, cara, berkas, frozenset(tak))


def _cetak(kasus: Sequence[Kasus], folder: Path) -> dict[int, Path]:
    """Give each workbook its kind, print all, and return the workbooks by their numbers."""
    berkas = {k.nomor: k.berkas for k in kasus}
    for akhiran, bentuk in _BENTUK.items():
        milik = [k for k in kasus if k.asal.akhiran == akhiran]
        ubah_berkas([k.berkas for k in milik], bentuk, folder)
        berkas |= {k.nomor: k.berkas.with_suffix(akhiran) for k in milik}
    ubah_berkas(list(berkas.values()), "html", folder)
    return berkas


class _Meja:
    """Where the cases of one process are judged: the unspoilt submissions, and how they look on paper."""

    def __init__(self, folder: Path) -> None:
        """Set every submission up in a folder, and print all of them at once."""
        cetak = folder / "cetak"
        cetak.mkdir()
        dicetak: list[Path] = []
        self._pangkal: dict[Asal, Pangkal] = {}
        for nomor, asal in enumerate(ASAL):
            pangkal = Pangkal.siapkan(
                Asal(asal.unit, asal.periode, ".xlsx", asal.target), folder / f"ruang{nomor}"
            )
            self._pangkal[asal] = pangkal
            bulan, nama = pangkal.konteks.periode.bulan[0], f"{asal.unit}.xlsx"
            dua = (pangkal.konteks.ruang.folder_target, pangkal.konteks.ruang.folder_capaian(bulan))
            for jenis, tempat in zip(("target", "capaian"), dua, strict=True):
                dicetak.append(cetak / f"{nomor}-{jenis}.xlsx")
                dicetak[-1].write_bytes((tempat / nama).read_bytes())
        ubah_berkas(dicetak, "html", cetak)
        self._halaman = {
            (asal, jenis): _halaman(cetak / f"{nomor}-{jenis}.html")
            for nomor, asal in enumerate(ASAL)
            for jenis in ("target", "capaian")
        }

    def coba(self, kasus: Kasus, berkas: Path) -> Putusan:
        """Score and judge one workbook."""
        pangkal = self._pangkal[kasus.asal]
        taruh = pangkal.berkas.with_suffix(kasus.asal.akhiran)
        pangkal.berkas.unlink(missing_ok=True)
        taruh.write_bytes(berkas.read_bytes())
        try:
            hasil = nilai(pangkal.konteks, kasus.asal.unit)
        except Exception:  # noqa: BLE001 - whatever it is, it is what we look for
            akhir, sebab = GAGAL, traceback.format_exc()
        else:
            baru = [t for t in hasil.temuan if (t.kode, t.letak.sel, t.nip) not in pangkal.temuan]
            cetakan = _halaman(berkas.with_suffix(".html"))
            lain = self._halaman[kasus.asal, "capaian" if kasus.asal.target else "target"]
            dua = (cetakan, lain) if kasus.asal.target else (lain, cetakan)
            akhir, sebab = _putuskan(kasus, pangkal, baru, hasil.nilai, dua)
        taruh.unlink()
        return Putusan(kasus.nomor, kasus.asal, kasus.keluarga, kasus.cara, akhir, sebab)


def _halaman(berkas: Path) -> dict[str, Halaman]:
    return urai_halaman(berkas.read_text(encoding="utf-8")) if berkas.is_file() else {}


def _putuskan(
    kasus: Kasus, pangkal: Pangkal, baru: Sequence[Temuan], hasil: Sequence[NilaiAsn], dua: tuple[Mapping[str, Halaman], ...]
) -> tuple[str, str]:  # fmt: skip
    bulan = pangkal.konteks.periode.bulan[0]
    satuan = {kode: indikator.satuan for kode, indikator in pangkal.konteks.skema.indikator.items()}
    terlihat, ragu, ragu_perilaku = lihat(dua[0], dua[1], Waktu(bulan.tahun, bulan.bulan), satuan)
    penting = [t for t in baru if t.tingkat is not Tingkat.INFO and t.kode not in _LAIN_PERKARA]
    tersembunyi = any(t.kode in _TERSEMBUNYI for t in baru)
    keberatan: list[str] = []
    for asn in hasil:
        dulu = pangkal.nilai[asn.nip]
        if tersembunyi or any(t.nip in {"", asn.nip} for t in penting):
            continue
        kini = asn.nhk if asn.nhk == asn.nhk else -1.0
        if kini < 0 <= dulu[0] or (asn.predikat != dulu[1] and asn.status != dulu[2]):
            keberatan.append(f"{asn.nip}: {dulu} hilang tanpa temuan")
        elif kini >= 0:
            lihat_asn = terlihat.get(asn.nip, Terlihat(ragu=["tidak tampak"]))
            sebab = [*ragu, *ragu_perilaku, *lihat_asn.ragu, *_beda(asn, lihat_asn)]
            sebab += ["sebagian tidak tercetak"] if {asn.nip, ""} & kasus.tak_tercetak else []
            keberatan += [f"{asn.nip}: {', '.join(sebab)}"] if sebab else []
    if keberatan:
        return GAGAL, "; ".join(keberatan[:2])
    if penting or tersembunyi:
        return TEMUAN, ""
    return (SAMA if all(_sama(asn, pangkal) for asn in hasil) else SEPAKAT), ""


def _sama(asn: NilaiAsn, pangkal: Pangkal) -> bool:
    return pangkal.nilai[asn.nip][:2] == (asn.nhk if asn.nhk == asn.nhk else -1.0, asn.predikat)


def _beda(asn: NilaiAsn, terlihat: Terlihat) -> Iterator[str]:
    """Yield where an ASN was scored on something else than is seen."""
    dinilai = {isian.indikator.kode: isian.baris for isian in asn.indikator}
    bertarget = {kode for nama, kode in terlihat.angka if nama == "target"}
    if bertarget != set(dinilai):
        yield f"indikator {sorted(bertarget ^ set(dinilai))}"
    for kode, baris in dinilai.items():
        for nama, dipakai in (
            ("bobot", baris.bobot),
            ("target", baris.target[0]),
            ("realisasi", baris.realisasi[0]),
        ):
            tampak = terlihat.angka.get((nama, kode))
            if tampak is None or abs(tampak[0] - dipakai) > 0.5000001 * 10.0 ** -tampak[1]:
                yield f"{nama} {kode} dihitung {dipakai:g}, tampak {tampak and tampak[0]}"
    if asn.rating_perilaku.casefold() != terlihat.rating:
        yield f"rating '{asn.rating_perilaku}', tampak '{terlihat.rating}'"


@cache
def _meja() -> _Meja:
    """Set the submissions up, once in a process."""
    folder = Path(tempfile.mkdtemp(prefix="asn-nilai-makna-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return _Meja(folder)


def _kelompok(tugas: tuple[Sequence[int], int]) -> list[Putusan]:
    """Make, print and judge some numbers' workbooks in a folder of their own."""
    nomor, benih = tugas
    with tempfile.TemporaryDirectory(prefix="asn-nilai-makna-", ignore_cleanup_errors=True) as nama:
        folder = Path(nama)
        kasus = [buat(n, benih, folder) for n in nomor]
        berkas = _cetak(kasus, folder)
        return [_meja().coba(k, berkas[k.nomor]) for k in kasus]


def jalankan(nomor: Sequence[int], benih: int, paralel: int = 1, kelompok: int = 200) -> Iterator[Putusan]:
    """Yield the verdict on each number's workbook."""
    tugas = [(nomor[awal : awal + kelompok], benih) for awal in range(0, len(nomor), kelompok)]
    with patch.dict(os.environ, TELUSUR):
        if paralel == 1:
            for tugas_ini in tugas:
                yield from _kelompok(tugas_ini)
            return
        with ProcessPoolExecutor(paralel) as pelaksana:
            for putusan in pelaksana.map(_kelompok, tugas):
                yield from putusan


def laporan(putusan: Sequence[Putusan], detik: float) -> str:
    """Return the figures as a Markdown table."""
    akhir = (TEMUAN, SAMA, SEPAKAT, GAGAL)
    hitung = Counter((p.keluarga.partition("+")[0], p.akhir) for p in putusan)
    baris = [f"| | {' | '.join(akhir)} |", f"|---|{'--:|' * len(akhir)}"]
    baris += [
        f"| {keluarga} | {' | '.join(str(hitung[keluarga, a]) for a in akhir)} |"
        for keluarga in sorted({keluarga for keluarga, _ in hitung})
    ]
    jumlah = Counter(p.akhir for p in putusan)
    baris.append(f"| jumlah | {' | '.join(str(jumlah[a]) for a in akhir)} |")
    return "\n".join([*baris, "", f"{len(putusan)} buku dalam {detik:.0f} detik."])


def main() -> int:
    """Run, print the figures and every failure; return the exit status."""
    pilihan = argparse.ArgumentParser(description="Ubah makna buku kerja dan lihat apa kata program.")
    pilihan.add_argument("--banyak", type=int, default=5_000)
    pilihan.add_argument("--benih", type=int, default=2026)
    pilihan.add_argument("--paralel", type=int, default=1)
    pilihan.add_argument("--hanya", type=int, nargs="*", help="nomor-nomor ini saja")
    pilihan.add_argument("--simpan", type=Path, help="folder tempat menyimpan buku nomor-nomor itu")
    isi = pilihan.parse_args()
    if isi.hanya and isi.simpan is not None:
        _cetak([buat(nomor, isi.benih, isi.simpan) for nomor in isi.hanya], isi.simpan)
    mulai, semua = time.perf_counter(), list[Putusan]()
    nomor: Iterable[int] = isi.hanya or range(isi.banyak)
    for putusan in jalankan(list(nomor), isi.benih, isi.paralel):
        semua.append(putusan)
        if putusan.akhir == GAGAL:
            asal = f"{putusan.asal.akhiran}{' target' if putusan.asal.target else ''}"
            print(f"{putusan.nomor} {asal} {putusan.keluarga}/{putusan.cara}: {putusan.sebab}", flush=True)
        if len(semua) % 500 == 0:
            print(f"{len(semua)}", file=sys.stderr, flush=True)
    print(laporan(semua, time.perf_counter() - mulai))
    return any(putusan.akhir == GAGAL for putusan in semua)


if __name__ == "__main__":
    sys.exit(main())
