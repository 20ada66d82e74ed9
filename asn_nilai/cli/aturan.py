"""`asn-nilai aturan`: list the rule profiles, or show one with every figure, its basis and how sure it is."""

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from asn_nilai.acuan.aturan import Aturan


def perintah(
    kode: Annotated[
        str | None, typer.Argument(metavar="KODE", help="Kode aturan, atau berkas .toml.")
    ] = None,
) -> int:
    """Daftar aturan; dengan KODE: satu aturan, tiap angka dengan dasarnya."""
    from asn_nilai.acuan.aturan import AturanTidakSahError, muat_aturan, profil_bawaan

    try:
        if kode is None:
            for satu in profil_bawaan():
                profil = muat_aturan(satu).profil
                typer.echo(
                    f"{profil.kode:<22} {profil.nama} (berlaku {profil.masa_berlaku})\n{'':<22} {profil.keterangan}"
                )
            typer.echo("\nSatu aturan selengkapnya: asn-nilai aturan KODE")
            return 0
        _tampilkan(muat_aturan(kode))
    except AturanTidakSahError as galat:
        typer.echo(str(galat), err=True)
        return 2
    return 0


def _tampilkan(aturan: "Aturan") -> None:
    from rich.box import HORIZONTALS
    from rich.table import Table

    from asn_nilai.acuan.ketentuan import ARTI_STATUS, daftar_ketentuan
    from asn_nilai.cli.layar import konsol as buka_konsol

    konsol = buka_konsol()
    profil = aturan.profil
    konsol.print(f"[bold]{profil.nama}[/bold] ({profil.kode})", highlight=False)
    konsol.print(
        f"{profil.peraturan}; berlaku {profil.masa_berlaku}.\n{profil.keterangan}\n", highlight=False
    )
    tabel = Table(box=HORIZONTALS, header_style="bold", show_lines=True)
    for judul in ("Ketentuan", "Isi", "Dasar", "Kepastian"):
        tabel.add_column(judul, overflow="fold")
    for satu in daftar_ketentuan(aturan):
        tabel.add_row(satu.judul, satu.isi, satu.dasar, satu.status)
    konsol.print(tabel)
    arti = "; ".join(f"{status} = {isi}" for status, isi in ARTI_STATUS.items())
    konsol.print(f"Kepastian: {arti}.", highlight=False)
