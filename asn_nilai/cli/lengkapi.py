"""What the Tab key offers: commands, options, and the periods, units and rules that there are.

`asn-nilai --lengkapi bash` prints what a shell must know once. On Tab the shell then runs `asn-nilai` with the words before
the cursor and, in an environment variable, `=` and the word that is being typed.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import typer

from asn_nilai.cli.bahasa import muat_perintah
from asn_nilai.cli.perintah import PERINTAH

_BULAN = re.compile(r"\d{4}-\d{2}")
SKRIP: Mapping[str, str] = {
    "bash": """_asn_nilai() {
    local IFS=$'\\n'
    COMPREPLY=($(ASN_NILAI_LENGKAPI="=${COMP_WORDS[COMP_CWORD]}" asn-nilai "${COMP_WORDS[@]:1:COMP_CWORD-1}" 2>/dev/null))
}
complete -o default -F _asn_nilai asn-nilai
""",
    "zsh": """_asn_nilai() {
    local -a usulan
    usulan=(${(f)"$(ASN_NILAI_LENGKAPI="=${words[CURRENT]}" asn-nilai "${(@)words[2,CURRENT-1]}" 2>/dev/null)"})
    if (( ${#usulan} )); then compadd -Q -- "${usulan[@]}"; else _files; fi
}
compdef _asn_nilai asn-nilai
""",
    "fish": """complete -c asn-nilai -a '(env ASN_NILAI_LENGKAPI="="(commandline -ct) asn-nilai (commandline -opc)[2..] 2>/dev/null)'
""",
    "powershell": """Register-ArgumentCompleter -Native -CommandName asn-nilai -ScriptBlock {
    param($ketikan, $baris, $posisi)
    $kata = @($baris.CommandElements | Select-Object -Skip 1 | Where-Object { $_.Extent.StartOffset -lt $posisi } | ForEach-Object {
        if ($_ -is [System.Management.Automation.Language.StringConstantExpressionAst]) { $_.Value } else { $_.ToString() }
    })
    if ($ketikan) { $kata = @($kata | Select-Object -SkipLast 1) }
    $env:ASN_NILAI_LENGKAPI = "=$ketikan"
    asn-nilai @kata 2>$null | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
    Remove-Item Env:ASN_NILAI_LENGKAPI
}
""",
}
"""By shell, what it must know."""


def lengkapi(app: typer.Typer, kata: Sequence[str], ketikan: str) -> list[str]:
    """Return what may stand in the place of the word that is being typed.

    Args:
        app: the program.
        kata: the words before it.
        ketikan: the word as far as it is typed.
    """
    nama = next((sebutan for sebutan in kata if sebutan in PERINTAH), "")
    if not nama:
        return _berawalan([*PERINTAH, *_pilihan(typer.main.get_command(app))], ketikan)
    perintah = muat_perintah(nama)
    sebelum = kata[-1]
    if isi := _ISI_PILIHAN.get(sebelum if sebelum in _pilihan(perintah) else ""):
        depan, koma, akhir = ketikan.rpartition(",")
        return [f"{depan}{koma}{usul}" for usul in _berawalan(isi(_folder(kata)), akhir)]
    if ketikan.startswith("-"):
        return _berawalan([pilihan for pilihan in _pilihan(perintah) if pilihan not in kata], ketikan)
    return _berawalan(_ISIAN.get(nama, list)(), ketikan) if sebelum == nama else []


def _pilihan(perintah: Any) -> list[str]:  # noqa: ANN401 - of the Click that Typer carries inside
    """Return a command's long options."""
    return [sebutan for milik in perintah.params for sebutan in milik.opts if sebutan.startswith("--")]


def _berawalan(semua: Iterable[str], ketikan: str) -> list[str]:
    return [usul for usul in semua if usul.casefold().startswith(ketikan.casefold())]


def _folder(kata: Sequence[str]) -> Path:
    """Return the work folder that is named among the words, else the one where they are typed.

    A folder may be called as a command or a kind of letter is, `target` above all: only a work folder is meant.
    """
    from asn_nilai.acuan.pengaturan import NAMA_PENGATURAN

    return next((Path(sebutan) for sebutan in kata if (Path(sebutan) / NAMA_PENGATURAN).is_file()), Path())


def _periode(folder: Path) -> list[str]:
    """Return the months that have a folder, the newest first, and the year's parts."""
    from asn_nilai.ruang_kerja import RuangKerja, RuangKerjaTidakSahError

    with suppress(RuangKerjaTidakSahError, OSError):
        ruang = RuangKerja.buka(folder)
        ada = [
            nama.name for nama in (ruang.akar / ruang.berkas.capaian).iterdir() if _BULAN.fullmatch(nama.name)
        ]
        bagian = (f"{ruang.tahun}{akhir}" for akhir in ("-T1", "-T2", "-T3", "-T4", "-S1", "-S2", ""))
        return [*sorted(ada, reverse=True), *bagian]
    return []


def _unit(folder: Path) -> list[str]:
    """Return the codes by which target workbooks are called; the skema would take too long to read."""
    from asn_nilai.ruang_kerja import RuangKerja, RuangKerjaTidakSahError, buku_kerja

    with suppress(RuangKerjaTidakSahError, OSError):
        return [buku.stem for buku in buku_kerja(RuangKerja.buka(folder).folder_target)]
    return []


def _aturan(_folder: Path = Path()) -> list[str]:
    from asn_nilai.acuan.profil.muat_aturan import profil_bawaan

    return list(profil_bawaan())


def _jenis_dokumen() -> list[str]:
    from asn_nilai.acuan.kata.jenis_surat import JenisSurat

    return list(map(str, JenisSurat))


_ISI_PILIHAN: Mapping[str, Callable[[Path], list[str]]] = {
    "--periode": _periode,
    "--unit": _unit,
    "--aturan": _aturan,
}
_ISIAN: Mapping[str, Callable[[], list[str]]] = {
    "aturan": lambda: [*_aturan(), "banding", "periksa"],
    "templat": lambda: ["target", "capaian"],
    "dokumen": _jenis_dokumen,
}
