"""What stands between marks in written pages, filled in by the program itself.

    <!-- keluaran: asn-nilai riwayat --periode 2026-05 | baris 1-4 -->
    ...
    <!-- selesai -->

- `keluaran`: what a command prints in the example city whose months are computed. `| dari KATA` begins at the first line that
  holds KATA, `| sebelum KATA` ends before such a line, `| baris 3-9` keeps these lines of what is left; `| lebar 120` is the
  terminal's width, `| ketik 3 0` types these lines, `| kota luar`, `| kota awal`, `| kota betul` and `| kota curang` run in another place or state of the city
  (`penulis.latihan`)
- `capaian`: an indicator's formula with numbers: `KEL-01; target 20; realisasi 15, 20, 40`
- `skema`: an indicator's row of the example's register, turned on its side
- `temuan`: the findings of a kind in June, each with its cell
"""

import csv
import re
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import numpy as np

from asn_nilai.acuan.isian.formulir.daftar_formulir import FORMULIR
from asn_nilai.acuan.isian.indikator.indikator import Polaritas
from asn_nilai.acuan.profil.muat_aturan import muat_aturan
from asn_nilai.acuan.rumus.rumus import jepit
from asn_nilai.acuan.tulisan import tulis_angka, tulis_tetap
from penulis.jalan import jalankan
from penulis.latihan import CERITA, kantor_baru, kota_awal, kota_betul, kota_curang
from penulis.tempat import DOKUMEN, PANDUAN, tabel

CONTOH = DOKUMEN.parent / "examples" / "bukittinggi"
INDIKATOR = CERITA / "indikator.csv"
PERIODE = (*(f"2026-0{bulan}" for bulan in range(1, 7)), "2026-T1", "2026-S1", "2026-01:2026-05")
ATURAN = "permenpanrb-6-2022"
TANDA = re.compile(
    r"^<!-- (?P<jenis>keluaran|capaian|skema|temuan): (?P<isi>.+?) -->\n(?P<lama>.*?)^<!-- selesai -->$",
    re.MULTILINE | re.DOTALL,
)
_KEADAAN: Mapping[str, Callable[[Path], Path]] = {
    "luar": kantor_baru,
    "awal": kota_awal,
    "betul": kota_betul,
    "curang": kota_curang,
}
NAMA_KOTA = "kota-2026"
"""What the work folder is called in outputs that name it."""


def siapkan_kota(folder: Path) -> Path:
    """Copy the example city into a folder and compute its months; returns the work folder."""
    kota = folder / NAMA_KOTA
    shutil.copytree(CONTOH, kota, ignore=shutil.ignore_patterns("hasil", "riwayat", "templat", ".*"))
    for periode in PERIODE:
        jalankan(f"asn-nilai hitung --periode {periode}", di=kota)
    return kota


def halaman(kota: Path) -> dict[Path, str]:
    """Return the written pages that hold marks, filled in from a computed example city; commands are run in it."""
    isi = {berkas: berkas.read_text(encoding="utf-8") for berkas in sorted(PANDUAN.rglob("*.md"))}
    return {
        berkas: TANDA.sub(lambda cocok: _isi(cocok, kota), teks)
        for berkas, teks in isi.items()
        if TANDA.search(teks)
    }


def _isi(cocok: re.Match[str], kota: Path) -> str:
    penulis: Mapping[str, Callable[[str, Path], list[str]]] = {
        "keluaran": _keluaran,
        "capaian": _capaian,
        "skema": _skema,
        "temuan": _temuan,
    }
    jenis, isi = cocok["jenis"], cocok["isi"]
    return "\n".join([f"<!-- {jenis}: {isi} -->", *penulis[jenis](isi, kota), "<!-- selesai -->"])


def _keluaran(isi: str, kota: Path) -> list[str]:
    perintah, *pilihan = (bagian.strip() for bagian in isi.split(" | "))
    atur = dict(bagian.split(" ", 1) for bagian in pilihan)
    if keadaan := atur.get("kota"):
        kota = _KEADAAN[keadaan](kota)
    teks = jalankan(
        perintah, di=kota, lebar=int(atur.get("lebar", "92")), ketik="\n".join(atur.get("ketik", "").split())
    )
    if kota.name != NAMA_KOTA:
        teks = teks.replace(f"{kota}/", "").replace(str(kota), "Documents")
    baris = teks.replace(str(kota), NAMA_KOTA).strip("\n").splitlines()
    if dari := atur.get("dari"):
        baris = baris[next(nomor for nomor, isi_baris in enumerate(baris) if dari in isi_baris) :]
    if sebelum := atur.get("sebelum"):
        baris = baris[: next(nomor for nomor, isi_baris in enumerate(baris) if sebelum in isi_baris)]
    if rentang := atur.get("baris"):
        awal, _, akhir = rentang.partition("-")
        baris = baris[int(awal) - 1 : int(akhir)]
    return ["```text", f"> {perintah}", *"\n".join(baris).rstrip().splitlines(), "```"]


def _capaian(isi: str, _kota: Path) -> list[str]:
    kode, target, realisasi = (bagian.strip() for bagian in isi.split(";"))
    indikator = _indikator(kode)
    aturan = muat_aturan(ATURAN)
    rumus = aturan.rumus(Polaritas(indikator["polaritas"]), indikator["aspek"])
    t = float(target.removeprefix("target "))
    terburuk = float(indikator["nilai_terburuk"]) if indikator["nilai_terburuk"] else None
    baris = []
    for angka in realisasi.removeprefix("realisasi ").split(","):
        r = float(angka)
        kalimat = rumus.kalimat(t, r, terburuk, aturan.parameter())
        larik = (np.array([angka], dtype=float) for angka in (t, r, terburuk or 0.0))
        persen = rumus.angka(*larik, aturan.parameter())
        dibatasi = jepit(persen, aturan.capaian.lantai.nilai, aturan.capaian.plafon.nilai)[0]
        hasil = f"{kalimat} = {tulis_tetap(float(persen[0]))}"
        baris.append(
            (f"{tulis_angka(r)} {indikator['satuan']}", hasil, f"**{tulis_tetap(float(dibatasi))}**")
        )
    return ["", *tabel((f"Realisasi (target {tulis_angka(t)})", "Hitungan", "Capaian"), baris), ""]


def _skema(isi: str, _kota: Path) -> list[str]:
    formulir, indikator = FORMULIR["Indikator"], _indikator(isi)
    baris = [(formulir.label(kunci), nilai) for kunci, nilai in indikator.items() if nilai]
    return ["", *tabel(("Kolom", "Isi"), baris), ""]


def _indikator(kode: str) -> dict[str, str]:
    with INDIKATOR.open(encoding="utf-8", newline="") as berkas:
        return next(baris for baris in csv.DictReader(berkas) if baris["kode_indikator"] == kode)


def _temuan(isi: str, kota: Path) -> list[str]:
    with (kota / "hasil" / "2026-06" / "temuan.csv").open(encoding="utf-8-sig", newline="") as berkas:
        semua = [baris for baris in csv.DictReader(berkas) if baris["unit"] == isi or baris["kode"] == isi]
    if not semua:
        raise ValueError(f"tidak ada temuan {isi} pada Juni")
    baris = [
        (
            f"{temuan['lembar']} {temuan['sel']}".strip(),
            f"[`{temuan['kode']}`](../acuan/temuan.md#{temuan['kode']})",
            temuan["pesan"],
            temuan["saran"],
        )
        for temuan in semua
    ]
    return ["", *tabel(("Di mana", "Temuan", "Apa yang terjadi", "Yang dilakukan"), baris), ""]
