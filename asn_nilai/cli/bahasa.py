"""Help pages and usage errors in Indonesian: the frame that Typer writes in English, written again in our words."""

import re
from collections.abc import Sequence
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

Penulis = Any
"""Context, formatter and parameter of the Click that Typer carries inside: no public name in any version."""

_BERULANG = "ditulis lebih dari sekali. Tulis satu saja; untuk beberapa, jalankan perintahnya satu per satu."
_TERJEMAHAN: Sequence[tuple[str, str]] = (
    (r"No such option:? '?([^' ]+?)'?(?: \(.*\)|\. Did you mean.*)?\.?$", r"Pilihan {0} tidak dikenal."),
    (r"No such command '(.+?)'.*", r"Perintah '{0}' tidak dikenal."),
    (r"Missing command\.?", r"Perintahnya belum ditulis."),
    (r"Missing argument '(.+?)'.*", r"{0} belum ditulis."),
    (r"Missing option '(.+?)'.*", r"Pilihan {0} wajib ditulis."),
    (
        r"Got unexpected extra argument(?:s|\(s\))? \((.+)\)",
        r"Tidak dikenal: {0}. Isian sebanyak itu tidak diperlukan.",
    ),
    (r"Option '(.+?)' requires an argument\.?", r"Pilihan {0} harus diikuti isinya."),
    (r"Option '(.+?)' does not take a value\.?", r"Pilihan {0} tidak diikuti isi."),
    (r"Invalid value for '(.+?)': .*(?:valid int|not a valid).*", r"{0} harus diikuti bilangan bulat."),
    (
        r"Invalid value for '(.+?)': .*(?:greater than or equal to |range x>=)(\d+).*",
        r"{0} paling sedikit {1}.",
    ),
    (r"Invalid value for '(.+?)': (.+)", r"{0}: {1}"),
)


def terjemahkan(pesan: str) -> str:
    """Return a usage error of Typer as an Indonesian sentence."""
    for pola, kalimat in _TERJEMAHAN:
        if cocok := re.fullmatch(pola, pesan.strip(), re.DOTALL):
            return kalimat.format(*cocok.groups())
    return f"Perintah tidak dapat dimengerti ({pesan})."


def _tulis_bantuan(perintah: TyperCommand | TyperGroup, ctx: Penulis, formatter: Penulis) -> None:
    bagian = " ".join(perintah.collect_usage_pieces(ctx)).replace("[OPTIONS]", "[PILIHAN]")
    bagian = bagian.replace("COMMAND [ARGS]...", "PERINTAH …").replace("...", " …")
    formatter.write_usage(ctx.command_path, bagian, prefix="Pemakaian: ")
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


def _rekam(pilihan: Penulis, ctx: Penulis) -> tuple[str, str]:
    nama, _ = pilihan.get_help_record(ctx) or ("", "")
    bantuan = "Tampilkan bantuan ini." if "--help" in nama else str(getattr(pilihan, "help", "") or "")
    return nama, bantuan


class Perintah(TyperCommand):
    """A command whose help is wholly Indonesian, and that takes no option twice which it can follow but once."""

    def parse_args(self, ctx: Penulis, args: list[str]) -> list[str]:
        """Read the arguments.

        Raises:
            typer.BadParameter: an option stands twice; the last would win unseen.
        """
        sudah: set[str] = set()
        tertulis: list[Penulis] = list(self.make_parser(ctx).parse_args(args=list(args))[2])
        for pilihan in tertulis:
            if pilihan.param_type_name != "option" or pilihan.multiple or pilihan.is_flag:
                continue
            if pilihan.name in sudah:
                raise typer.BadParameter(_BERULANG, ctx=ctx, param=pilihan)
            sudah.add(pilihan.name)
        return super().parse_args(ctx, args)

    def format_help(self, ctx: Penulis, formatter: Penulis) -> None:
        """Write the help page."""
        _tulis_bantuan(self, ctx, formatter)


class Grup(TyperGroup):
    """The program's door: commands in the order in which they are used, help wholly Indonesian."""

    def list_commands(self, ctx: Penulis) -> list[str]:  # noqa: ARG002 - Typer's signature
        """Return the commands in the order in which they were added."""
        return list(self.commands)

    def format_help(self, ctx: Penulis, formatter: Penulis) -> None:
        """Write the help page."""
        _tulis_bantuan(self, ctx, formatter)
        baris = [(nama, perintah.get_short_help_str(90)) for nama, perintah in self.commands.items()]
        with formatter.section("Perintah"):
            formatter.write_dl(baris)
