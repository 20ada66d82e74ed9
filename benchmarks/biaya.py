"""Measure what a unit and a city cost, in processor seconds, memory and bytes, for docs/SKALA.md.

    python benchmarks/biaya.py [--ulang 3]

Writes benchmarks/biaya_unit.json, from which skala.py reckons. Processor seconds are taken, not the clock's: a machine that
others use as well makes them little longer. Of several runs the cheapest counts; nothing makes a run cheaper than it is.

    python benchmarks/biaya.py --sekali KOTA CATATAN.json      one measured process
"""

import argparse
import json
import pickle
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from kota import PERIODE, buat_kota
from mesin import mesin
from ukur import lingkungan_bersih

SINI = Path(__file__).resolve().parent
CATATAN = SINI / "biaya_unit.json"
KOTA = ((24, 10), (12, 60), (60, 60), (3, 400), (1, 2000))
"""Cities that are measured: so many units of so many ASN; the third is the city of docs/KINERJA.md."""


def sekali(kota: Path) -> dict[str, object]:
    """Score the city in this process alone, from its start; return what each unit took and what the rest did."""
    from asn_nilai.alur.hitungan import kerja_unit  # noqa: PLC0415 - counts, as where the program starts
    from asn_nilai.alur.perintah.hitung import hitung_kota  # noqa: PLC0415 - likewise
    from asn_nilai.alur.siapkan import siapkan  # noqa: PLC0415 - likewise

    awal = time.process_time()
    unit: list[tuple[int, float, int]] = []
    asli, di_luar = kerja_unit.nilai_dan_terbitkan, 0.0

    def terukur(konteks: object, kode: str) -> object:
        nonlocal di_luar
        mulai = time.process_time()
        hasil = asli(konteks, kode)
        lama = time.process_time() - mulai
        unit.append((hasil.ringkas.jumlah_asn, lama, len(pickle.dumps(hasil))))
        di_luar += time.process_time() - mulai - lama
        return hasil

    kerja_unit.nilai_dan_terbitkan = terukur
    konteks = siapkan(kota, PERIODE)
    hitung_kota(konteks, list(konteks.skema.unit), lambda _: None, paralel=1, paksa=True)
    berurutan = time.process_time() - awal - di_luar - sum(lama for _, lama, _ in unit)
    return {
        "unit": unit,
        "mulai": awal,
        "berurutan": berurutan,
        "konteks": len(pickle.dumps(konteks)),
        "mib": _mib(),
        "rekap": _rekap(kota.parent),
    }


def _rekap(akar: Path) -> float:
    """Return what the line of one city in `rekap --akar` takes, once the program is loaded."""
    from asn_nilai.alur.perintah.banyak_ruang.rekap import rekap_akar  # noqa: PLC0415 - likewise

    rekap_akar(akar, PERIODE)
    mulai = time.process_time()
    rekap_akar(akar, PERIODE)
    return time.process_time() - mulai


def _mib() -> float:
    import resource  # noqa: PLC0415 - not on Windows, where memory is not measured

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _byte(folder: Path) -> int:
    return sum(berkas.stat().st_size for berkas in folder.rglob("*") if berkas.is_file())


def ukur_kota(folder: Path, unit: int, asn: int, ulang: int) -> dict[str, object]:
    """Return the cheapest of several measured processes over one city, and what it reads and writes."""
    akar = folder / f"{unit}x{asn}"
    kota = akar / "kota"
    buat_kota(kota, unit=unit, asn=asn)
    masuk = {nama: _byte(kota / nama) for nama in ("capaian", "target")}
    hasil = []
    for _ in range(ulang):
        catatan = folder / "catatan.json"
        subprocess.run(
            [sys.executable, __file__, "--sekali", str(kota), str(catatan)],
            check=True,
            env=lingkungan_bersih(),
        )
        hasil.append(json.loads(catatan.read_text(encoding="utf-8")))
    rata = [sum(lama for _, lama, _ in milik["unit"]) / unit for milik in hasil]
    termurah = hasil[0]
    return {
        "unit": unit,
        "asn": asn,
        "detik_unit": min(rata),
        "detik_mulai": min(milik["mulai"] for milik in hasil),
        "detik_berurutan": min(milik["berurutan"] for milik in hasil),
        "detik_rekap": min(milik["rekap"] for milik in hasil),
        "mib": max(milik["mib"] for milik in hasil),
        "byte_jawaban": round(sum(jawaban for *_, jawaban in termurah["unit"]) / unit),
        "byte_konteks": termurah["konteks"],
        "byte": {**masuk, "hasil": _byte(kota / "hasil"), "riwayat": _byte(kota / "riwayat")},
    }


def main() -> None:
    """Measure all cities and write them down, or one in this process."""
    pilihan = argparse.ArgumentParser(description="Ukur biaya satu unit dan satu kota.")
    pilihan.add_argument("--ulang", type=int, default=3)
    pilihan.add_argument("--sekali", nargs=2, type=Path, metavar=("KOTA", "CATATAN"))
    atur = pilihan.parse_args()
    if atur.sekali:
        kota, catatan = atur.sekali
        catatan.write_text(json.dumps(sekali(kota)), encoding="utf-8")
        return
    with tempfile.TemporaryDirectory() as folder:
        semua = [ukur_kota(Path(folder), unit, asn, atur.ulang) for unit, asn in KOTA]
    isi = {"tanggal": date.today().isoformat(), "mesin": mesin(), "kota": semua}  # noqa: DTZ011 - the day here
    CATATAN.write_text(json.dumps(isi, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    for milik in semua:
        print(milik, file=sys.stderr)


if __name__ == "__main__":
    main()
