"""Every kind of finding: what happened, at a cell of an example, what it stops, and what to do."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from asn_nilai.acuan.temuan import Akibat, Jenis, Tingkat, katalog
from penulis.tempat import ACUAN, ASAL, rangkai, tabel

CONTOH = Path(__file__).with_name("contoh_temuan.toml")
_BAGIAN = re.compile(
    r"^# -{3,} (?P<judul>[^-:]+?)(?::[^\n]*?)? -{3,}$|^\[(?P<kode>[a-z0-9-]+)\]$", re.MULTILINE
)
_TINGKAT: Mapping[Tingkat, str] = {
    Tingkat.GALAT: "galat",
    Tingkat.PERINGATAN: "peringatan: tetap dinilai, tetapi lihatlah",
    Tingkat.INFO: "info: sekadar diketahui",
}
_AKIBAT: Mapping[Akibat, str] = {
    Akibat.BARIS: "baris itu dilewati",
    Akibat.ASN: "ASN itu belum dinilai sampai diperbaiki",
    Akibat.PERILAKU: "hasil kerja dinilai, predikatnya belum",
    Akibat.BERKAS: "seluruh berkas, dan semua ASN-nya, belum dinilai",
}


class _Fakta(dict[str, str]):
    """The facts of an example; one that is missing shows its name."""

    def __missing__(self, nama: str) -> str:
        return f"{{{nama}}}"


@cache
def contoh() -> Mapping[str, Mapping[str, Any]]:
    """Return an example of each finding: `letak`, and `isi`, the facts of its sentences."""
    return tomllib.loads(CONTOH.read_text(encoding="utf-8"))


def kelompok() -> dict[str, list[Jenis]]:
    """Return the kinds by the catalogue's own sections."""
    teks = files("asn_nilai.acuan").joinpath("katalog_temuan.toml").read_text(encoding="utf-8")
    hasil: dict[str, list[Jenis]] = {}
    for cocok in _BAGIAN.finditer(teks):
        if cocok["judul"]:
            hasil[cocok["judul"]] = []
        else:
            hasil[next(reversed(hasil))].append(katalog()[cocok["kode"]])
    return hasil


def halaman() -> dict[Path, str]:
    """Return the page of all findings."""
    baris = [
        "# Semua temuan",
        "",
        ASAL,
        "",
        (
            "Program tidak membuang atau menebak apa pun diam-diam. Yang salah atau meragukan menjadi temuan: apa yang terjadi, di berkas, lembar, "
            "dan sel mana, dan apa yang dilakukan. Cari kodenya di bawah ini."
        ),
        "",
        "- **galat**: ada yang tidak dinilai sampai diperbaiki. ASN lain tetap dinilai.",
        "- **peringatan**: tetap dinilai, tetapi perlu dilihat.",
        "- **info**: sekadar diketahui.",
        "",
        (
            "Galat di sel yang tidak ikut menentukan nilai siapa pun (bulan di luar masa tugas, realisasi di bulan tanpa target, bulan yang "
            "ditinggalkan `--sementara`) menjadi peringatan."
        ),
        "",
    ]
    for judul, isi in kelompok().items():
        baris += [f"## {judul}", "", *tabel(("Kode", "Artinya", "Tingkat"), _ringkas(isi)), ""]
        for jenis in isi:
            baris += _satu_jenis(jenis)
    return {ACUAN / "temuan.md": rangkai(baris)}


def _ringkas(isi: list[Jenis]) -> list[tuple[str, str, str]]:
    return [(f"[`{jenis.kode}`](#{jenis.kode})", jenis.judul, jenis.tingkat.value) for jenis in isi]


def _satu_jenis(jenis: Jenis) -> list[str]:
    tingkat = _TINGKAT[jenis.tingkat]
    if jenis.tingkat is Tingkat.GALAT:
        tingkat += f": {_AKIBAT[jenis.akibat]}"
    contoh_jenis = contoh().get(jenis.kode, {"letak": "belum ada"})
    isi = _Fakta({**dict(jenis.bawaan), **contoh_jenis.get("isi", {})})
    return [
        f"### {jenis.kode}",
        "",
        f"**{jenis.judul}** ({tingkat})",
        "",
        f"Contoh: {contoh_jenis['letak']}",
        "",
        f"> {_aman(jenis.pesan.format_map(isi))}",
        "",
        f"Yang dilakukan: {_aman(jenis.saran.format_map(isi))}",
        "",
    ]


def _aman(teks: str) -> str:
    """Return a sentence whose signs Markdown takes for text."""
    return re.sub(r"([*_<>\[\]#`])", r"\\\1", teks)
