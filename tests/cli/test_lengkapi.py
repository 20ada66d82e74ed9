"""What the Tab key offers, and that a real shell asks for it rightly."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from folder_pemula import buat_kota

from asn_nilai import cli
from asn_nilai.cli.lengkapi import SKRIP, lengkapi


@pytest.fixture
def kota(tmp_path, monkeypatch) -> Path:
    kota = buat_kota(tmp_path, "kota")
    monkeypatch.chdir(kota)
    return kota


@pytest.mark.parametrize(
    ("kata", "ketikan", "usulan"),
    [
        ([], "ri", ["riwayat"]),
        ([], "--v", ["--versi", "--version"]),
        (["hitung"], "--pa", ["--paralel", "--paksa"]),
        (["hitung", "--paksa"], "--pa", ["--paralel"]),
        (["hitung", "--periode"], "2026-0", ["2026-05"]),
        (["hitung", "--periode"], "2026-S", ["2026-S1", "2026-S2"]),
        (["validasi", "--unit"], "kel", ["KEL-PPK", "KEL-TD"]),
        (["validasi", "--unit"], "PKM-TB,KEL-T", ["PKM-TB,KEL-TD"]),
        (["hitung", "--aturan"], "pp", ["pp-30-2019"]),
        (["hitung", "--koreksi"], "a", []),
        (["aturan"], "p", ["perka-bkn-1-2013", "permenpanrb-6-2022", "permenpanrb-8-2021", "pp-30-2019", "periksa"]),
        (["templat"], "", ["target", "capaian"]),
        (["templat", "target"], "", []),
        (["dokumen"], "", ["nota-dinas", "berita-acara", "usulan-penghargaan", "rencana-perbaikan", "target", "kartu"]),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("kota")
def test_usulan(kata, ketikan, usulan):
    assert lengkapi(cli.app, kata, ketikan) == usulan


def test_usulan_dari_ruang_kerja_yang_disebut_dan_tanpa_ruang_kerja(kota, monkeypatch):
    monkeypatch.chdir(kota.parent)
    assert lengkapi(cli.app, ["hitung", "kota", "--periode"], "2026-05") == ["2026-05"]
    assert lengkapi(cli.app, ["hitung", "kota", "--unit"], "D") == ["DINKES", "DISKOMINFO", "DPMPTSP"]
    assert lengkapi(cli.app, ["hitung", "--periode"], "") == []
    assert lengkapi(cli.app, ["hitung", "--unit"], "") == []


def test_folder_yang_bernama_seperti_isian_bukan_ruang_kerja(kota):
    assert (kota / "target").is_dir()
    assert lengkapi(cli.app, ["templat", "target", "--periode"], "2026-05") == ["2026-05"]


def test_skrip_tiap_shell_dan_shell_yang_tidak_dikenal(capsys):
    for shell, skrip in SKRIP.items():
        with pytest.raises(SystemExit) as keluar:
            cli.main(["--lengkapi", shell])
        assert (keluar.value.code, capsys.readouterr().out) == (0, skrip)
        assert cli.TANDA_TAB in skrip
    with pytest.raises(SystemExit) as keluar:
        cli.main(["--lengkapi", "cmd"])
    assert keluar.value.code == 2
    assert (
        capsys.readouterr().err
        == "Shell 'cmd' tidak dikenal. Tulis: asn-nilai --lengkapi bash|zsh|fish|powershell\n"
    )


def _lari(perintah: list[str], kota: Path) -> list[str]:
    lingkungan = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    lari = subprocess.run(perintah, cwd=kota, env=lingkungan, capture_output=True, text=True, check=True)
    return lari.stdout.split()


@pytest.mark.skipif(shutil.which("bash") is None or os.name == "nt", reason="bash")
def test_bash_sungguhan_melengkapi(kota):
    skrip = (
        'eval "$(asn-nilai --lengkapi bash)"\n'
        "COMP_WORDS=(asn-nilai validasi --unit kel); COMP_CWORD=3; _asn_nilai; echo ${COMPREPLY[@]}\n"
        "COMP_WORDS=(asn-nilai ''); COMP_CWORD=1; _asn_nilai; echo ${#COMPREPLY[@]}"
    )
    *unit, banyak = _lari(["bash", "-c", skrip], kota)
    assert unit == ["KEL-PPK", "KEL-TD"]
    assert int(banyak) > 10


@pytest.mark.skipif(shutil.which("fish") is None, reason="fish")
def test_fish_sungguhan_melengkapi(kota):
    skrip = "asn-nilai --lengkapi fish | source; complete -C 'asn-nilai validasi --unit KEL'"
    assert _lari(["fish", "-c", skrip], kota) == ["KEL-PPK", "KEL-TD"]


def test_powershell_memberi_kata_sebelum_kursor_tanpa_tanda_kutipnya():
    """No PowerShell is to be had where these tests usually run: what it is told must at least say these things."""
    skrip = " ".join(SKRIP["powershell"].split())
    assert skrip.startswith("Register-ArgumentCompleter -Native -CommandName asn-nilai -ScriptBlock {")
    assert "Where-Object { $_.Extent.StartOffset -lt $posisi }" in skrip
    assert "StringConstantExpressionAst]) { $_.Value } else { $_.ToString() }" in skrip
    assert f'$env:{cli.TANDA_TAB} = "=$ketikan" asn-nilai @kata 2>$null |' in skrip
    assert skrip.endswith(f"Remove-Item Env:{cli.TANDA_TAB} }}")
    assert [skrip.count(tanda) for tanda in "{(["] == [skrip.count(tanda) for tanda in "})]"]


@pytest.mark.skipif(shutil.which("pwsh") is None, reason="PowerShell")
@pytest.mark.parametrize("folder", ["", "'.' "])
def test_powershell_sungguhan_melengkapi(kota, folder):
    baris = f"asn-nilai validasi {folder}--unit KEL"
    skrip = (
        "asn-nilai --lengkapi powershell | Out-String | Invoke-Expression; "
        f'(TabExpansion2 -inputScript "{baris}" -cursorColumn {len(baris)}).CompletionMatches.CompletionText'
    )
    assert _lari(["pwsh", "-NoProfile", "-Command", skrip], kota) == ["KEL-PPK", "KEL-TD"]
