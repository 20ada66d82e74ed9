"""Every catalogue of indicators that `mulai` offers."""

from pathlib import Path

from asn_nilai.acuan.isian.indikator.indikator import Indikator
from asn_nilai.acuan.isian.indikator.katalog import semua_katalog
from penulis.tempat import ACUAN, ASAL, rangkai, tabel


def halaman() -> dict[Path, str]:
    """Return the page of all catalogues."""
    semua = semua_katalog()
    banyak = sum(len(katalog.indikator) for katalog in semua.values())
    baris = [
        "# Katalog indikator",
        "",
        ASAL,
        "",
        (
            f"{banyak} indikator untuk dipilih, menurut jenis pekerjaan. `mulai` memilih yang sesuai dengan nama unit; `--indikator KODE` memilih "
            "sendiri. Semuanya usulan: tidak ada peraturan yang mengharuskannya, kecuali disebut. Ubah definisinya menurut keadaan kota, sebelum "
            "target ditetapkan."
        ),
        "",
        *tabel(("Katalog", "Untuk", "Indikator"), ((f"[`{kode}`](#{kode})", isi.nama, str(len(isi.indikator))) for kode, isi in semua.items())),
        "",
    ]  # fmt: skip
    for kode, katalog in semua.items():
        baris += [f"## {kode}", "", f"{katalog.nama}.", ""]
        baris += tabel(
            ("Kode", "Indikator", "Dihitung", "Satuan", "Arah", "Beberapa bulan"),
            map(_sel, katalog.indikator),
        )
        baris += [""]
    return {ACUAN / "katalog.md": rangkai(baris)}


def _sel(indikator: Indikator) -> tuple[str, ...]:
    dihitung = indikator.definisi
    if indikator.pembilang:
        dihitung += f" *{indikator.pembilang}* ÷ *{indikator.penyebut}*"
    milik = (
        f"**{indikator.nama}** (angka unit)" if indikator.lingkup.value == "Unit" else f"**{indikator.nama}**"
    )
    return (
        indikator.kode,
        milik,
        dihitung,
        indikator.satuan,
        indikator.polaritas.value,
        indikator.agregasi.value,
    )
