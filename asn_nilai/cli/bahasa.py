"""Help pages and usage errors in Indonesian: the frame that Typer writes in English, written again in our words."""

import re
from collections.abc import Sequence
from functools import cache
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from asn_nilai.aliran import ditelusuri
from asn_nilai.cli.ketikan import (
    SalahKetikError,
    adalah_periode,
    contoh_isi,
    luruskan,
    perintah_dimaksud,
    periode_salah_tempat,
    pilihan_dimaksud,
)
from asn_nilai.cli.perintah import MENURUT_KESEMPATAN, PERINTAH
from asn_nilai.cli.pintu_awan import alihkan, jalankan

Penulis = Any
"""Context, formatter and parameter of the Click that Typer carries inside: no public name in any version."""

_BERULANG = "ditulis lebih dari sekali. Tulis satu saja; untuk beberapa, jalankan perintahnya satu per satu."
_TERJEMAHAN: Sequence[tuple[str, str]] = (
    (r"No such option:? '?([^' ]+?)'?(?: \(.*\)|\. Did you mean.*)?\.?$", r"Pilihan {0} tidak dikenal."),
    (r"Missing command\.?", r"Perintahnya belum ditulis."),
    (r"Missing argument '(.+?)'.*", r"{0} belum ditulis."),
    (r"Missing option '(.+?)'.*", r"Pilihan {0} wajib ditulis."),
    (
        r"Got unexpected extra argument(?:s|\(s\))? \((.+)\)",
        r"Tidak dikenal: {0}. Isian sebanyak itu tidak diperlukan; folder yang namanya berspasi diapit tanda kutip.",
    ),
    (r"Option '(.+?)' requires an argument\.?", r"Pilihan {0} harus diikuti isinya."),
    (r"Option '(.+?)' does not take a value\.?", r"Pilihan {0} tidak diikuti isi; tulis {0} saja."),
    (
        r"Invalid value for '(.+?)': .*(?:valid int|not a valid).*",
        r"{0} harus diikuti bilangan bulat{contoh}.",
    ),
    (
        r"Invalid value for '(.+?)': .*(?:greater than or equal to |range x>=)(\d+).*",
        r"{0} paling sedikit {1}{contoh}.",
    ),
    (
        r"Invalid value for '(.+?)': \w+ '(.+?)' is not (?:readable|writable).*",
        r"{0}: {1} tidak boleh dibaca. Mintalah hak membacanya.",
    ),
    (r"Invalid value for '(.+?)': \w+ '(.+?)' does not exist.*", r"{0}: {1} tidak ada. Periksa ketikannya."),
    (r"Invalid value for '(.+?)': (.+)", r"Isian {0} tidak dapat dibaca. Periksa ketikannya."),
)
_TIDAK_DIMENGERTI = "Perintah itu tidak dapat dimengerti. Periksa ketikannya."


def terjemahkan(pesan: str) -> str:
    """Return a usage error of Typer as an Indonesian sentence."""
    for pola, kalimat in _TERJEMAHAN:
        if cocok := re.fullmatch(pola, pesan.strip(), re.DOTALL):
            return kalimat.format(*cocok.groups(), contoh=contoh_isi((*cocok.groups(), "")[0]))
    return f"{_TIDAK_DIMENGERTI} ({pesan})" if ditelusuri() else _TIDAK_DIMENGERTI


def kalimat_salah(galat: Penulis) -> str:
    """Return what is said of a usage error of Typer: what is wrong, what is likely meant, where help is."""
    ctx = getattr(galat, "ctx", None)
    pesan = galat.format_message()
    kalimat = terjemahkan(pesan)
    if ctx is None:
        return f"{kalimat}\nLihat bantuan: asn-nilai --help"
    pilihan = _nama_pilihan(ctx)
    if cocok := re.match(r"No such option:? '?(--?[^' ]+?)'?(?:[. (].*)?$", pesan.strip(), re.DOTALL):
        kalimat = pilihan_dimaksud(cocok[1], ctx.command_path, pilihan, _pilihan_lain())
    if pesan.startswith("Missing argument"):
        isian = " ".join(p.metavar or p.name for p in ctx.command.params if p.param_type_name == "argument")
        kalimat = f"{kalimat} Tulis: {ctx.command_path} {isian}"
    lebih = re.match(r"Got unexpected extra argument(?:s|\(s\))? \((.+)\)", pesan)
    if lebih and "--periode" in pilihan and adalah_periode(lebih[1]):
        kalimat = periode_salah_tempat(lebih[1], ctx.command_path)
    return f"{kalimat}\nLihat bantuan: {ctx.command_path} --help"


def _nama_pilihan(ctx: Penulis) -> dict[str, bool]:
    """Return the options of a command; whether a value follows."""
    pilihan = (p for p in ctx.command.get_params(ctx) if p.param_type_name == "option")
    return {nama: not (p.is_flag or p.count) for p in pilihan for nama in (*p.opts, *p.secondary_opts)}


def _pilihan_lain() -> dict[str, set[str]]:
    """Return the options of each command of the program."""
    return {
        nama: {
            sebutan
            for pilihan in muat_perintah(nama).params
            if pilihan.param_type_name == "option"
            for sebutan in pilihan.opts
        }
        for nama in PERINTAH
    }


def _tulis_bantuan(perintah: TyperCommand | TyperGroup, ctx: Penulis, formatter: Penulis) -> None:
    isian = [_isian(p) for p in perintah.params if p.param_type_name == "argument"]
    sesudah = ["PERINTAH …"] if isinstance(perintah, TyperGroup) else isian
    formatter.write_usage(ctx.command_path, " ".join(["[PILIHAN]", *sesudah]), prefix="Pemakaian: ")
    perintah.format_help_text(ctx, formatter)
    argumen = [
        (p.metavar or p.name, str(getattr(p, "help", "")))
        for p in perintah.params
        if p.param_type_name == "argument"
    ]
    pilihan = [_rekam(p, ctx) for p in perintah.get_params(ctx) if p.param_type_name == "option"]
    for judul, baris in (("Isian", argumen), ("Pilihan", pilihan)):
        if baris:
            with formatter.section(judul):
                formatter.write_dl(baris)


def _isian(isian: Penulis) -> str:
    """Return an argument as the line of use shows it: in brackets where it may be left out; the marks of Typer change with it."""
    nama = str(isian.metavar or isian.name)
    return nama if isian.required or nama.startswith("[") else f"[{nama}]"


def _rekam(pilihan: Penulis, ctx: Penulis) -> tuple[str, str]:
    nama, _ = pilihan.get_help_record(ctx) or ("", "")
    bantuan = "Tampilkan bantuan ini." if "--help" in nama else str(getattr(pilihan, "help", "") or "")
    return nama, bantuan


class Perintah(TyperCommand):
    """A command whose help is wholly Indonesian, and that takes no option twice which it can follow but once."""

    def parse_args(self, ctx: Penulis, args: list[str]) -> list[str]:
        """Read the arguments, set right where they can mean one thing only.

        Raises:
            SalahKetikError: an option stands twice; the last would win unseen.
        """
        wajib = sum(p.param_type_name == "argument" and p.metavar != "FOLDER" for p in self.params)
        args = luruskan(args, _nama_pilihan(ctx), wajib)
        args = alihkan(ctx, args, _nama_pilihan(ctx))
        sudah: set[str] = set()
        tertulis: list[Penulis] = list(self.make_parser(ctx).parse_args(args=list(args))[2])
        for pilihan in tertulis:
            if pilihan.param_type_name != "option" or pilihan.multiple or pilihan.is_flag:
                continue
            if pilihan.name in sudah:
                raise SalahKetikError(f"Pilihan {pilihan.opts[0]} {_BERULANG}")
            sudah.add(pilihan.name)
        return super().parse_args(ctx, args)

    def invoke(self, ctx: Penulis) -> Penulis:
        """Run the command, where an address stands in the place of the folder on its working copy."""
        return jalankan(ctx, super().invoke)

    def format_help(self, ctx: Penulis, formatter: Penulis) -> None:
        """Write the help page."""
        _tulis_bantuan(self, ctx, formatter)


class Grup(TyperGroup):
    """The program's door: commands by the occasion on which they are used, help wholly Indonesian."""

    def parse_args(self, ctx: Penulis, args: list[str]) -> list[str]:
        """Read the program's own options; `bantuan hitung` asks what `hitung --help` does."""
        if args and args[0].casefold() in {"help", "bantuan", "tolong"}:
            args = [*args[1:2], "--help"]
        milik = next((nomor for nomor, kata in enumerate(args) if kata.casefold() in PERINTAH), len(args))
        return super().parse_args(ctx, [*luruskan(args[:milik], _nama_pilihan(ctx)), *args[milik:]])

    def list_commands(self, ctx: Penulis) -> list[str]:  # noqa: ARG002 - of every context
        """Return the commands in the order of help."""
        return [*PERINTAH]

    def get_command(self, ctx: Penulis, cmd_name: str) -> Penulis:  # noqa: ARG002 - as above
        """Return a command, None where it is none."""
        return muat_perintah(cmd_name) if cmd_name in PERINTAH else None

    def resolve_command(self, ctx: Penulis, args: list[str]) -> tuple[str | None, Penulis, list[str]]:
        """Return the command that the first word names, in whatever letters.

        Raises:
            SalahKetikError: it names none.
        """
        nama = args[0].casefold()
        if nama not in PERINTAH:
            raise SalahKetikError(perintah_dimaksud(args[0], PERINTAH))
        return super().resolve_command(ctx, [nama, *args[1:]])

    def format_help(self, ctx: Penulis, formatter: Penulis) -> None:
        """Write the help page: the commands by occasion, each with its whole first sentence."""
        _tulis_bantuan(self, ctx, formatter)
        lebar = max(map(len, PERINTAH))
        for kesempatan, semua in MENURUT_KESEMPATAN.items():
            with formatter.section(kesempatan):
                formatter.write_dl([(nama.ljust(lebar), ringkasan(nama)) for nama in semua])


@cache
def muat_perintah(nama: str) -> Penulis:
    """Return a command, loaded now."""
    sendiri = typer.Typer(add_completion=False, rich_markup_mode=None)
    sendiri.command(nama, cls=Perintah)(import_module(f"asn_nilai.cli.perintah.{nama}").perintah)
    return typer.main.get_command(sendiri)


def ringkasan(nama: str) -> str:
    """Return what a command does: the first paragraph of its help, as one line."""
    return " ".join(muat_perintah(nama).help.partition("\n\n")[0].split())
