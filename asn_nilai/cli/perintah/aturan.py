"""`asn-nilai aturan`: list the rule profiles, show one with every figure, compare two, or check a file."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from rich.table import Table

    from asn_nilai.acuan.profil.aturan import Aturan
    from asn_nilai.acuan.profil.ketentuan import BarisKetentuan


def perintah(
    apa: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[KODE | banding KODE KODE | periksa BERKAS]",
            help="Kode aturan atau berkas .toml; 'banding' untuk perbedaan dua aturan; 'periksa' untuk memeriksa berkas.",
            show_default=False,
        ),
    ] = None,
) -> int:
    """Lihat, bandingkan, dan periksa aturan serta dasar angkanya."""
    from asn_nilai.acuan.profil.muat_aturan import muat_aturan
    from asn_nilai.acuan.rumus.galat_aturan import AturanTidakSahError

    try:
        match apa or []:
            case []:
                _daftar()
            case ["banding", kiri, kanan]:
                _banding(muat_aturan(kiri), muat_aturan(kanan))
            case ["periksa", berkas]:
                _periksa(berkas)
            case [kode] if kode not in {"banding", "periksa"}:
                _tampilkan(muat_aturan(kode))
            case _:
                typer.echo(
                    "Tulis: asn-nilai aturan, asn-nilai aturan KODE, asn-nilai aturan banding KODE KODE, "
                    "atau asn-nilai aturan periksa BERKAS",
                    err=True,
                )
                return 2
    except AturanTidakSahError as galat:
        typer.echo(str(galat), err=True)
        return 2
    return 0


def _daftar() -> None:
    from asn_nilai.acuan.profil.ketentuan import belum_diperiksa
    from asn_nilai.acuan.profil.muat_aturan import muat_aturan, profil_bawaan
    from asn_nilai.cli.konsol import buka_konsol, kalimat

    konsol = buka_konsol()
    for kode in profil_bawaan():
        aturan = muat_aturan(kode)
        profil = aturan.profil
        kalimat(konsol, f"{profil.kode:<22} {profil.nama} (berlaku {profil.masa_berlaku})")
        kalimat(konsol, f"{'':<22} {profil.keterangan}")
        if belum := belum_diperiksa(aturan):
            kalimat(konsol, f"{'':<22} Memuat {len(belum)} angka yang belum diperiksa pada sumbernya.")
    typer.echo(
        "\nSatu aturan selengkapnya: asn-nilai aturan KODE\nPerbedaan dua aturan: asn-nilai aturan banding KODE KODE"
    )


def _periksa(berkas: str) -> None:
    from asn_nilai.acuan.profil.ketentuan import belum_diperiksa, daftar_ketentuan
    from asn_nilai.acuan.profil.muat_aturan import baca_berkas_aturan

    aturan = baca_berkas_aturan(Path(berkas))
    banyak = len(list(daftar_ketentuan(aturan)))
    typer.echo(f"{berkas}: sah. {aturan.profil.nama} ({aturan.profil.kode}), {banyak} ketentuan.")
    if belum := belum_diperiksa(aturan):
        typer.echo(f"Belum diperiksa pada sumbernya: {'; '.join(belum)}.")


def _tampilkan(aturan: "Aturan") -> None:
    from rich.markup import escape

    from asn_nilai.acuan.profil.ketentuan import (
        ARTI_STATUS,
        belum_diperiksa,
        daftar_ketentuan,
        ketentuan_catatan,
    )
    from asn_nilai.cli.konsol import buka_konsol, cetak

    konsol = buka_konsol()
    profil = aturan.profil
    konsol.print(f"[bold]{escape(profil.nama)}[/bold] ({escape(profil.kode)})", highlight=False)
    dasar = f"{profil.peraturan}; berlaku {profil.masa_berlaku}.\n{profil.keterangan}"
    konsol.print(escape(dasar), highlight=False)
    if belum := belum_diperiksa(aturan):
        konsol.print(
            f"[bold]Memuat angka yang belum diperiksa:[/bold] {escape('; '.join(belum))}.", highlight=False
        )
    if catatan := [*ketentuan_catatan(aturan)]:
        konsol.print("[bold]Yang perlu diketahui sebelum memakainya:[/bold]", highlight=False)
        for baris in catatan:
            cetak(konsol, f"  - {escape(baris.isi)}.")
    tabel = _tabel("Ketentuan", "Isi", "Dasar", "Kepastian")
    for ketentuan in daftar_ketentuan(aturan):
        tabel.add_row(*map(escape, (ketentuan.judul, ketentuan.isi, ketentuan.dasar, ketentuan.status)))
    konsol.print()
    konsol.print(tabel)
    arti = "; ".join(f"{status} = {isi}" for status, isi in ARTI_STATUS.items())
    konsol.print(f"Kepastian: {arti}.", highlight=False)


def _banding(kiri: "Aturan", kanan: "Aturan") -> None:
    from rich.markup import escape

    from asn_nilai.acuan.profil.banding_aturan import bandingkan
    from asn_nilai.cli.konsol import buka_konsol

    konsol = buka_konsol()
    beda = list(bandingkan(kiri, kanan))
    if not beda:
        sama = f"{kiri.profil.nama} dan {kanan.profil.nama} berisi ketentuan yang sama."
        konsol.print(escape(sama), highlight=False)
        return
    tabel = _tabel("Ketentuan", kiri.profil.nama, kanan.profil.nama)
    for perbedaan in beda:
        tabel.add_row(escape(perbedaan.judul), _sel(perbedaan.lama), _sel(perbedaan.baru))
    konsol.print(tabel)
    konsol.print("Yang sama pada keduanya tidak ditampilkan.", highlight=False)


def _sel(ketentuan: "BarisKetentuan") -> str:
    """Return one side of a comparison: what it says, and its basis beneath."""
    from rich.markup import escape

    if not ketentuan.isi:
        return "–"
    return f"{escape(ketentuan.isi)}\n[dim]{escape(ketentuan.dasar)} ({ketentuan.status})[/dim]"


def _tabel(*judul: str) -> "Table":
    from rich.box import HORIZONTALS
    from rich.markup import escape
    from rich.table import Table

    tabel = Table(box=HORIZONTALS, header_style="bold", show_lines=True)
    for nama in judul:
        tabel.add_column(escape(nama), overflow="fold")
    return tabel
