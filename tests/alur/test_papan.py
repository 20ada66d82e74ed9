"""What a unit is at, for the one who watches: a unit of thousands of ASN moves, and nobody else notices anything."""

import io
import os
from multiprocessing import Process

import pytest
from rich.console import Console

from asn_nilai.alur.perintah.hitung import hitung_kota
from asn_nilai.alur.proses.papan import Papan, ditonton, langkah, papan_kini, pasang
from asn_nilai.alur.siapkan import siapkan
from asn_nilai.cli.layar import Layar


def test_tanpa_penonton_tidak_ada_yang_ditulis(monkeypatch):
    monkeypatch.setattr(Papan, "tulis", lambda *_: pytest.fail("nobody watches"))
    langkah("A", "dibaca")
    with ditonton():
        pass
    langkah("A", "dibaca")
    assert papan_kini() is None


def test_baris_terakhir_yang_tampil_dan_yang_selesai_kosong():
    with ditonton() as papan:
        langkah("A", "dibaca")
        langkah("A", "dinilai")
        assert papan.baca() == ["A dinilai"]
        langkah("A")
        assert papan.baca() == []


def test_kode_yang_panjang_dipotong_pada_huruf_utuh():
    with ditonton() as papan:
        langkah("é" * 60, "dibaca")
        assert papan.baca() == ["é" * 48]


def _tulis(papan: Papan, kode: str) -> None:
    pasang(papan)
    langkah(kode, "dinilai")
    os._exit(0)


def test_tiap_proses_menulis_barisnya_sendiri():
    with ditonton() as papan:
        langkah("INDUK", "dibaca")
        for kode in ("A", "B"):
            anak = Process(target=_tulis, args=(papan, kode))
            anak.start()
            anak.join()
        assert papan.baca() == ["INDUK dibaca", "A dinilai", "B dinilai"]


def test_langkah_sebuah_unit_dari_dibaca_sampai_ditulis(kota, monkeypatch):
    tertulis: list[str] = []
    monkeypatch.setattr(Papan, "tulis", lambda _, teks: tertulis.append(teks))
    konteks = siapkan(kota, "2026-05")
    with ditonton():
        hitung_kota(konteks, ["DISKOMINFO"], lambda _: None, paralel=1)
    assert tertulis == [
        "DISKOMINFO dibaca",
        "DISKOMINFO diperiksa",
        "DISKOMINFO dinilai",
        "DISKOMINFO ditulis (nilai.xlsx)",
        "DISKOMINFO ditulis (ringkasan.html)",
        "",
    ]


@pytest.mark.parametrize("terminal", [True, False])
def test_kemajuan_menyebut_langkah_hanya_di_terminal(terminal):
    layar, tulisan = Layar(), io.StringIO()
    layar.konsol = Console(file=tulisan, force_terminal=terminal, width=120)
    with layar.kemajuan("Menghitung", 2) as lapor:
        langkah("DISDIK", "dinilai")
        lapor("DINKES")
    assert ("DISDIK dinilai" in tulisan.getvalue()) is terminal
    assert bool(tulisan.getvalue()) is terminal
