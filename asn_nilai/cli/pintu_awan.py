"""An address in the place of the folder: the command gets the address's working copy, and says the address where it names it."""

import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import typer

from asn_nilai.alamat_ruang import alamat_asal, alamat_penyimpanan
from asn_nilai.aliran import sebut_sebagai
from asn_nilai.cli.alamat import pahami_alamat

_KUNCI = "asn_nilai.alamat"
"""Where the context of a command keeps the address."""
_TAK_BERSYARAT = "Penyimpanan itu tidak dapat menjamin bahwa hanya satu perintah menulis pada satu waktu. Jangan menjalankan dua perintah sekaligus di {0}."

_TENTANG_SALINAN = (
    "Salinan kerja {0} disimpan di {1}, dengan data pegawai di dalamnya, supaya berikutnya hanya yang berubah yang diambil. Jangan menyunting di "
    "situ: yang berlaku isi alamatnya. Bila komputer ini dipakai bersama, setel ASN_NILAI_SALINAN=hapus, maka salinannya dihapus sesudah tiap perintah."
)
_MEJA_TANPA_SALINAN = "Meja kerja memerlukan salinan kerja {0}, sedangkan ASN_NILAI_SALINAN=hapus menghapusnya. Tulis perintahnya langsung."


def alihkan(ctx: Any, kata: Sequence[str], pilihan: Mapping[str, bool]) -> list[str]:  # noqa: ANN401 - of the Click that Typer carries inside
    """Return the words of a command, an address in the place of the folder as its working copy.

    Args:
        ctx: the command's context, which keeps the address.
        kata: the words, options as they are called.
        pilihan: the options; whether a value follows.
    """
    if not {"folder", "kata"} & {isian.name for isian in ctx.command.params}:
        return [*kata]
    hasil, isi_pilihan, berfolder = [], False, False
    for ini in kata:
        bebas = not isi_pilihan and not ini.startswith("-")
        isi_pilihan = bool(pilihan.get(ini))
        hasil.append(_sebagai_folder(ctx, ini) if bebas and not di_awan(ctx) else ini)
        berfolder = berfolder or (bebas and Path(ini).is_dir())
    if not (berfolder or di_awan(ctx)) and alamat_asal(Path.cwd()):
        hasil.append(_sebagai_folder(ctx, str(Path.cwd())))  # whoever sits in a copy means its address
    return hasil


def _sebagai_folder(ctx: Any, kata: str) -> str:  # noqa: ANN401 - as above
    if kata.casefold().startswith("file://"):
        return str(pahami_alamat(kata))
    alamat = kata if alamat_penyimpanan(kata) else alamat_asal(Path(kata).absolute())
    if not alamat:
        return kata
    from asn_nilai.awan import tempat_salinan

    ctx.meta[_KUNCI] = alamat.rstrip("/")
    return str(tempat_salinan(alamat))


def di_awan(ctx: Any) -> bool:  # noqa: ANN401 - as above
    """Tell whether an address was written, so that the folder is there only once the command runs."""
    return _KUNCI in ctx.meta


def jalankan(ctx: Any, lanjut: Callable[[Any], Any]) -> Any:  # noqa: ANN401 - as above
    """Run a command; where an address was written, between fetching its copy and writing it back.

    Raises:
        PenggunaanError: the address cannot be worked on; then nothing is written there.
    """
    if not di_awan(ctx):
        return lanjut(ctx)
    from asn_nilai.acuan.tulisan import tulis_angka
    from asn_nilai.alur.konteks import PenggunaanError
    from asn_nilai.awan import buka_awan, dihapus

    alamat, mana = ctx.meta[_KUNCI], ctx.info_name
    if mana == "meja" and dihapus():
        raise PenggunaanError(_MEJA_TANPA_SALINAN.format(alamat))
    with buka_awan(alamat, mulai=mana == "mulai") as ruang:
        if ruang.baru and not dihapus():
            typer.echo(_TENTANG_SALINAN.format(alamat, ruang.akar), err=True)
        if ruang.diambil:
            typer.echo(
                f"Diambil dari {alamat}: {tulis_angka(ruang.diambil)} berkas yang baru atau berubah.",
                err=True,
            )
        if not ruang.bersyarat:
            typer.echo(_TAK_BERSYARAT.format(alamat), err=True)
        if mana != "meja":
            sebut_sebagai(_sebutan(str(ruang.akar), alamat))
            try:
                status = lanjut(ctx)
            except PenggunaanError:
                ruang.kembalikan()  # what a command that refuses has mended stands, as in a folder
                raise
            banyak = ruang.kembalikan()
            sebut_sebagai()
            apa = f"Ditulis kembali ke {alamat}: {tulis_angka(banyak)} berkas."
            dibuka = "" if dihapus() else f" Di komputer ini semuanya dapat dibuka di {ruang.akar}"
            typer.echo(f"{apa if banyak else f'Tidak ada yang berubah di {alamat}.'}{dibuka}", err=True)
            return status
    # Whoever sits at the desk holds nothing: each choice comes through this door by itself.
    return lanjut(ctx)


def _sebutan(folder: str, alamat: str) -> Callable[[str], str]:
    """Return what turns each mention of the copy, and of what lies in it, into the address."""
    # Whichever way the separators stand: as Windows has them, as the program writes some, doubled in JSON.
    pola = re.compile(
        r"[\\/]+".join(map(re.escape, re.split(r"[\\/]+", folder))) + r"((?:[\\/]+[^\\/\s\"']+)*)"
    )
    return lambda teks: pola.sub(lambda cocok: alamat + re.sub(r"[\\/]+", "/", cocok[1]), teks)
