"""What is not typed: no switch is on by itself, and everything else is asked, found or today's."""

from pathlib import Path

import pytest

from asn_nilai import cli
from asn_nilai.cli.bahasa import muat_perintah
from asn_nilai.cli.meja import layani
from asn_nilai.cli.perintah import PERINTAH


@pytest.mark.parametrize("nama", PERINTAH)
def test_tidak_ada_yang_diminta_tanpa_ditulis(nama):
    bawaan = {p.name: p.default for p in muat_perintah(nama).params}
    assert {isi for pilihan, isi in bawaan.items() if pilihan != "folder"} <= {False, None, ""}
    assert bawaan.get("folder", Path()) == Path()
    sakelar = {p.name for p in muat_perintah(nama).params if getattr(p, "is_flag", False)}
    assert {bawaan[pilihan] for pilihan in sakelar} <= {False}


@pytest.mark.parametrize(("pilihan", "membuka"), [((), True), (("--tanpa-buka",), False)])
def test_meja_membuka_halaman_kecuali_diminta_tidak(tmp_path, monkeypatch, pilihan, membuka):
    dibuat = []

    class Meja:
        def __init__(self, jalankan, *, membuka):
            dibuat.append((jalankan, membuka))

        def layani(self, folder):
            dibuat.append(folder)
            return 0

    monkeypatch.setattr(layani, "Meja", Meja)
    with pytest.raises(SystemExit) as keluar:
        cli.main(["meja", str(tmp_path), *pilihan])
    assert (keluar.value.code, dibuat) == (0, [(cli._jalankan, membuka), tmp_path])


@pytest.mark.parametrize(
    ("membuka", "terbuka", "kalimat"),
    [
        (True, True, "Dibuka: kota/index.html\n"),
        (True, False, "Bukalah: kota/index.html\n"),
        (False, True, "Bukalah: kota/index.html\n"),
    ],
)
def test_meja_menyebut_apa_yang_dibuka_atau_harus_dibuka(monkeypatch, capsys, membuka, terbuka, kalimat):
    diminta = []
    monkeypatch.setattr(layani, "buka", lambda tempat: diminta.append(tempat) or terbuka)
    layani.Meja(lambda _: 0, membuka=membuka)._buka(Path("kota/index.html"))
    assert capsys.readouterr().err == kalimat
    assert diminta == [Path("kota/index.html")] * membuka
