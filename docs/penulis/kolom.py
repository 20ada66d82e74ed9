"""Every column of every form: what it means, an example, which other names are understood."""

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

from asn_nilai.acuan.isian.formulir.daftar_formulir import FORMULIR
from asn_nilai.acuan.isian.formulir.formulir import KUNCI_BULAN, Formulir, KolomFormulir
from penulis.tempat import ACUAN, ASAL, rangkai, tabel

KATA = Path(__file__).with_name("kolom.toml")
DI_BERKAS: Mapping[str, tuple[str, str]] = {
    "Daftar Pegawai": ("Daftar pegawai untuk mulai", "daftar kantor apa pun, ditunjuk dengan `--pegawai`"),
    "Daftar Unit": ("Daftar unit untuk mulai", "daftar kantor apa pun, ditunjuk dengan `--unit`"),
    "Unit": ("Lembar Unit", "`skema.xlsx`"),
    "Pegawai": ("Lembar Pegawai", "`skema.xlsx`"),
    "Indikator": ("Lembar Indikator", "`skema.xlsx`"),
    "Target": ("Lembar Target", "`target/KODE_UNIT.xlsx`"),
    "Capaian": ("Lembar Capaian", "`capaian/BULAN/KODE_UNIT.xlsx`"),
    "Perilaku": ("Lembar Perilaku", "`capaian/BULAN/KODE_UNIT.xlsx`"),
    "BKN": ("Ekspor e-Kinerja BKN", "`bkn/PERIODE/*.xlsx`"),
}
"""The title and the file of each form, in the order in which a year meets them."""
_BULAN = ("Target bulan itu. Kosong berarti tidak diukur pada bulan itu; 0 berarti targetnya nol.", "92")


def kata() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    """Return what each column means, by form and key."""
    return tomllib.loads(KATA.read_text(encoding="utf-8"))


def kolom_formulir(formulir: Formulir) -> Iterator[KolomFormulir]:
    """Yield what has words of its own: the identity block, then the columns; the twelve months are one."""
    yield from formulir.identitas
    yield from (kolom for kolom in formulir.kolom if kolom.kunci not in KUNCI_BULAN)


def halaman() -> dict[Path, str]:
    """Return the page of all columns."""
    baris = [
        "# Semua kolom",
        "",
        ASAL,
        "",
        (
            "Kolom boleh bertukar tempat, tabel boleh mulai di baris mana pun, dan kolom lain boleh ada di antaranya. Yang ditandai ● "
            "harus ada. Kata di kolom terakhir juga dikenali sebagai judul kolom itu; huruf besar, titik, dan spasi tidak menjadi soal."
        ),
        "",
    ]
    for nama, (judul, berkas) in DI_BERKAS.items():
        baris += _bagian(FORMULIR[nama], judul, berkas)
    return {ACUAN / "kolom.md": rangkai(baris)}


def _bagian(formulir: Formulir, judul: str, berkas: str) -> list[str]:
    lembar = ", ".join(f"`{nama}`" for nama in formulir.sinonim_lembar)
    hasil = [
        f"## {judul}",
        "",
        f"Berkas: {berkas}." + (f" Nama lembar lain yang dikenali: {lembar}." if lembar else ""),
    ]
    kata_formulir = kata().get(formulir.nama, {})
    if formulir.identitas:
        hasil += ["", "Di atas tabel, label di satu sel dan isinya di sel sebelahnya:", ""]
        hasil += _tabel(formulir.identitas, kata_formulir)
        hasil += ["", "Kolom tabel:"]
    return [*hasil, "", *_tabel(formulir.kolom, kata_formulir), ""]


def _tabel(kolom: tuple[KolomFormulir, ...], kata_formulir: Mapping[str, Mapping[str, str]]) -> list[str]:
    baris = []
    for bagian in kolom:
        arti, contoh = (
            _BULAN
            if bagian.kunci in KUNCI_BULAN
            else tuple(
                kata_formulir.get(bagian.kunci, {}).get(bagian_kata, "") for bagian_kata in ("arti", "contoh")
            )
        )
        sebutan = f"**{bagian.label}**" + (" ●" if bagian.wajib else "")
        baris.append((sebutan, arti, contoh, ", ".join(bagian.sinonim)))
    return tabel(("Kolom", "Arti", "Contoh", "Juga dikenali sebagai"), baris)
