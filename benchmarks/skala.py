"""Reckon what a city, a province and the country take, from what a unit takes: on paper, and by simulation.

    python benchmarks/skala.py [--tulis]

Reads benchmarks/biaya_unit.json (benchmarks/biaya.py measures it), fits straight lines through the measured points, and plays
through how units are handed to workers as they become free. `--tulis` puts the tables into docs/SKALA.md.
"""

import argparse
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from pathlib import Path

import numpy as np

SINI = Path(__file__).resolve().parent
CATATAN = SINI / "biaya_unit.json"
HALAMAN = SINI.parent / "docs" / "SKALA.md"
AWAL, AKHIR = "<!-- hitungan: benchmarks/skala.py -->", "<!-- selesai -->"
KLASTER = 1.11
"""Processor time on a cluster per processor time in processes of one computer, on the safe side of benchmarks/klaster.py."""

KOTA = (2000, *(61,) * 94, 99)
"""Units of a supposed city by their ASN: one large service, the others small; 7,833 ASN, a 600th of 4.7 million."""
WILAYAH = {"Kota": 1, "Provinsi": 19, "Negara": 600}
HARGA_INTI_JAM, HARGA_GB_BULAN = 1_000, 500
"""Rupiah, supposed: a processor core for an hour, a gigabyte kept for a month."""
_DETIK_JAM, _MIB, _GIB = 3600, 2**20, 2**30


@dataclass(frozen=True)
class Biaya:
    """What units and cities cost, as straight lines: a fixed part, and so much for each ASN (and unit).

    Attributes:
        mulai: seconds until a command has loaded the program.
        unit: seconds of a unit: (fixed, per ASN).
        berurutan: seconds of a city that one process takes, whoever helps: (fixed, per unit, per ASN).
        rekap: seconds of a city's line in the recap of many: (fixed, per ASN).
        mib: memory of a process that does all by itself: (fixed, per ASN of the largest unit, per ASN of the city).
        byte: bytes per ASN, by what they are.
        jawaban: bytes that a unit's answer takes over the network: (fixed, per ASN).
    """

    mulai: float
    unit: tuple[float, float]
    berurutan: tuple[float, float, float]
    rekap: tuple[float, float]
    mib: tuple[float, float, float]
    byte: Mapping[str, float]
    jawaban: tuple[float, float]

    def detik_unit(self, asn: int) -> float:
        """Return the seconds of a unit."""
        return self.unit[0] + self.unit[1] * asn

    def detik_berurutan(self, kota: Sequence[int]) -> float:
        """Return the seconds of a city that cannot be shared out."""
        tetap, per_unit, per_asn = self.berurutan
        return tetap + per_unit * len(kota) + per_asn * sum(kota)


def baca_biaya(catatan: Mapping[str, object]) -> Biaya:
    """Return the lines through what was measured."""
    semua = catatan["kota"]
    asn, jumlah = [k["asn"] for k in semua], [k["unit"] * k["asn"] for k in semua]
    unit, satu = [k["unit"] for k in semua], [1] * len(semua)
    tolok = max(semua, key=lambda k: k["unit"])
    banyak = tolok["unit"] * tolok["asn"]
    return Biaya(
        min(k["detik_mulai"] for k in semua),
        _garis([satu, asn], [k["detik_unit"] for k in semua]),
        _garis([satu, unit, jumlah], [k["detik_berurutan"] for k in semua]),
        _garis([satu, jumlah], [k["detik_rekap"] for k in semua]),
        _garis([satu, asn, jumlah], [k["mib"] for k in semua]),
        {nama: isi / banyak for nama, isi in tolok["byte"].items()},
        _garis([satu, asn], [k["byte_jawaban"] for k in semua]),
    )


def _garis(sebab: Sequence[Sequence[float]], akibat: Sequence[float]) -> tuple[float, ...]:
    """Return the factors that fit best; each point counts by its share, so that small ones are not drowned; none below zero."""
    bobot = 1 / np.array(akibat, dtype=float)
    kiri = np.array(sebab, dtype=float).T
    ikut = list(range(kiri.shape[1]))
    while True:
        faktor, *_ = np.linalg.lstsq(kiri[:, ikut] * bobot[:, None], np.ones(len(akibat)), rcond=None)
        if (faktor >= 0).all():
            break
        ikut.pop(int(np.argmin(faktor)))
    hasil = dict(zip(ikut, faktor.tolist(), strict=True))
    return tuple(hasil.get(nomor, 0.0) for nomor in range(kiri.shape[1]))


def simulasi(
    kota: Sequence[Sequence[float]], berurutan: Sequence[float], pekerja: int, perintah: int = 1
) -> float:
    """Play through how cities are scored and return the seconds until the last is done.

    Each command takes its cities one after the other: first what it does alone, then its units, each to the worker that is
    free first; all commands share the workers.

    Args:
        kota: the seconds of each city's units, in the order in which they are handed out.
        berurutan: the seconds of each city that nobody shares.
        pekerja: number of workers, each with one unit at a time.
        perintah: commands side by side, each with its share of the cities.
    """
    bebas = [0.0] * pekerja
    antre = [
        (berurutan[nomor], nomor, list(range(nomor, len(kota), perintah)))
        for nomor in range(min(perintah, len(kota)))
    ]
    heapify(antre)
    akhir = 0.0
    while antre:
        kini, nomor, sisa = heappop(antre)
        selesai = kini
        for lama in kota[sisa[0]]:
            mulai = max(kini, heappop(bebas))
            heappush(bebas, mulai + lama)
            selesai = max(selesai, mulai + lama)
        akhir = max(akhir, selesai)
        if sisa[1:]:
            heappush(antre, (selesai + berurutan[sisa[1]], nomor, sisa[1:]))
    return akhir


def waktu(biaya: Biaya, banyak: int, pekerja: int, *, perintah: int = 1, kali: float = 1.0) -> float:
    """Return the seconds that so many supposed cities take; `kali` is what a second costs where the workers are."""
    unit = [biaya.detik_unit(asn) * kali for asn in KOTA]
    return biaya.mulai + simulasi([unit] * banyak, [biaya.detik_berurutan(KOTA)] * banyak, pekerja, perintah)


def prosesor(biaya: Biaya, banyak: int) -> float:
    """Return the processor seconds of so many supposed cities on one computer."""
    return biaya.mulai + banyak * (biaya.detik_berurutan(KOTA) + sum(map(biaya.detik_unit, KOTA)))


def lama(detik: float) -> str:
    """Return a duration as people say it."""
    if detik < 90:
        return f"{angka(detik)} detik"
    return f"{angka(detik / 60)} menit" if detik < 2 * _DETIK_JAM else f"{angka(detik / _DETIK_JAM)} jam"


def besar(byte: float) -> str:
    """Return a size as people say it."""
    return f"{angka(byte / _GIB)} GB" if byte >= _GIB else f"{angka(byte / _MIB)} MB"


def angka(nilai: float) -> str:
    """Return a number with the two or more digits that count, as Indonesians write it."""
    teks = f"{nilai:,.2f}" if nilai < 1 else f"{nilai:,.1f}" if nilai < 10 else f"{nilai:,.0f}"
    return teks.translate(str.maketrans(",.", ".,"))


def tabel_waktu(biaya: Biaya) -> list[str]:
    """Return the table of times."""
    cara = {
        "laptop, 2 inti": (2, 1, 1.0), "laptop, 4 inti": (4, 1, 1.0), "8 pekerja": (8, 1, KLASTER),
        "32 pekerja": (32, 1, KLASTER), "128 pekerja": (128, 1, KLASTER),
        "32 pekerja, 8 perintah": (32, 8, KLASTER), "128 pekerja, 38 perintah": (128, 38, KLASTER),
    }  # fmt: skip
    baris = ["| | ASN | prosesor | " + " | ".join(cara) + " |", "|---|---:|---:|" + "---:|" * len(cara)]
    for nama, banyak in WILAYAH.items():
        asn = angka(banyak * sum(KOTA))
        sel = [
            lama(waktu(biaya, banyak, pekerja, perintah=perintah, kali=kali)) if perintah <= banyak else "–"
            for pekerja, perintah, kali in cara.values()
        ]
        baris.append(f"| {nama} | {asn} | {lama(prosesor(biaya, banyak))} | " + " | ".join(sel) + " |")
    return baris


def tabel_tempat(biaya: Biaya) -> list[str]:
    """Return the table of storage, network, memory and money."""
    baris = [
        "| | setoran sebulan | hasil sebulan | setahun seluruhnya | lewat jaringan sebulan | rekap | biaya sebulan |",
        "|---|---:|---:|---:|---:|---:|---:|",
    ]
    for nama, banyak in WILAYAH.items():
        asn = banyak * sum(KOTA)
        setoran, hasil = biaya.byte["capaian"] * asn, (biaya.byte["hasil"] + biaya.byte["riwayat"]) * asn
        setahun = 12 * (setoran + hasil) + biaya.byte["target"] * asn
        jaringan = banyak * sum(biaya.jawaban[0] + biaya.jawaban[1] * milik for milik in KOTA)
        rekap = banyak * (biaya.rekap[0] + biaya.rekap[1] * sum(KOTA))
        rupiah = (
            prosesor(biaya, banyak) * KLASTER / _DETIK_JAM * HARGA_INTI_JAM + setahun / _GIB * HARGA_GB_BULAN
        )
        isi = (
            *map(besar, (setoran, hasil, setahun, jaringan)),
            lama(rekap),
            f"Rp {angka(round(rupiah, -2))}",
        )
        baris.append(f"| {nama} | " + " | ".join(isi) + " |")
    return baris


def susun(catatan: Mapping[str, object]) -> str:
    """Return what stands in docs/SKALA.md between the marks."""
    biaya = baca_biaya(catatan)
    tolok = [60] * 60
    unit = [biaya.detik_unit(asn) for asn in tolok]
    uji = biaya.mulai + simulasi([unit], [biaya.detik_berurutan(tolok)], 2)
    kata = [
        (
            f"Diukur {catatan['tanggal']} dengan `benchmarks/biaya.py` di {catatan['mesin']['Prosesor']}; "
            "dihitung dan disimulasikan `benchmarks/skala.py`."
        ),
        "",
        f"- Memulai program: {angka(biaya.mulai)} detik tiap perintah.",
        f"- Satu unit: {angka(biaya.unit[0] * 1000)} ms dan {angka(biaya.unit[1] * 1000)} ms tiap ASN.",
        (
            f"- Bagian satu kota yang tidak dapat dibagi: {angka(biaya.berurutan[0])} detik, "
            f"{angka(biaya.berurutan[1] * 1000)} ms tiap unit, {angka(biaya.berurutan[2] * 1000)} ms tiap ASN."
        ),
        (
            f"- Memori satu proses: {angka(biaya.mib[0])} MiB dan {angka(biaya.mib[1] * 1000)} MiB tiap 1.000 ASN di unit terbesarnya; "
            f"di proses yang memberi perintah juga {angka(biaya.mib[2] * 1000)} MiB tiap 1.000 ASN kotanya. Kota andaian: "
            f"{angka(biaya.mib[0] + biaya.mib[1] * max(KOTA))} MiB tiap pekerja, "
            f"{angka(biaya.mib[0] + biaya.mib[2] * sum(KOTA))} MiB pemberi perintah."
        ),
        (
            f"- Pekerja klaster dihitung {angka((KLASTER - 1) * 100)} persen lebih mahal daripada proses di komputer sendiri; terukur 1 "
            "sampai 11 persen, tanpa pemotretan Dask (`benchmarks/klaster.py`). Dask menambah 40 MiB tiap pekerja."
        ),
        (f"- Kota dari KINERJA.md (60 unit × 60 ASN, 2 proses) menurut simulasi ini: {angka(uji)} detik."),
        "",
        *tabel_waktu(biaya),
        "",
        *tabel_tempat(biaya),
    ]
    return "\n".join(kata)


def sisipkan(teks: str, isi: str) -> str:
    """Return the page with what stands between the marks replaced."""
    kepala, _, sisa = teks.partition(AWAL)
    return f"{kepala}{AWAL}\n\n{isi}\n\n{AKHIR}{sisa.partition(AKHIR)[2]}"


def main() -> None:
    """Print the tables, or put them into the page."""
    pilihan = argparse.ArgumentParser(description="Hitung skala kota, provinsi, dan negara.")
    pilihan.add_argument("--tulis", action="store_true")
    isi = susun(json.loads(CATATAN.read_text(encoding="utf-8")))
    if pilihan.parse_args().tulis:
        HALAMAN.write_text(sisipkan(HALAMAN.read_text(encoding="utf-8"), isi), encoding="utf-8", newline="")
    else:
        print(isi)


if __name__ == "__main__":
    main()
