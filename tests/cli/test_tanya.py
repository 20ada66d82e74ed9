"""What a person answers is what the program gets: with the prompt library, and line by line where it cannot draw."""

import io
import subprocess
import sys
from contextlib import nullcontext
from types import SimpleNamespace

import pytest

from asn_nilai.cli import tanya

_JAWABAN = [("katalog", "Katalog bawaan"), ("buku", "Buku kerja sendiri"), ("kosong", "Kosong")]


@pytest.fixture
def tekan(monkeypatch):
    """Keys that the prompt library reads, and a screen that nobody sees."""
    from prompt_toolkit.application import create_app_session
    from prompt_toolkit.input import create_pipe_input
    from prompt_toolkit.output import DummyOutput

    monkeypatch.setattr(tanya, "_keluaran", DummyOutput)
    with create_pipe_input() as masukan, create_app_session(input=masukan):
        yield masukan.send_text


@pytest.fixture
def jawab(monkeypatch):
    """Lines that are typed where the library cannot draw."""
    monkeypatch.setenv("ASN_NILAI_POLOS", "1")
    return lambda teks: monkeypatch.setattr(sys, "stdin", io.StringIO(teks))


def test_angka_di_depan_pilihan_menunjuknya(tekan):
    tekan("3\r")
    assert tanya.pilih("Dari mana?", _JAWABAN) == "kosong"


def test_panah_berpindah_dari_bawaan(tekan):
    tekan("\x1b[B\r")
    assert tanya.pilih("Dari mana?", _JAWABAN, "katalog") == "buku"


def test_enter_saja_mengambil_bawaan(tekan):
    tekan("\r\r\r")
    assert tanya.pilih("Dari mana?", _JAWABAN, "buku") == "buku"
    assert tanya.ketik("Tahun", "2026") == "2026"
    assert tanya.setuju("Kunci?", bawaan=False) is False


def test_pilihan_lebih_banyak_daripada_tombol(tekan):
    tekan("\x1b[A\r")
    assert tanya.pilih("Unit?", [(str(n), f"Unit {n}") for n in range(40)]) == "39"


def test_teks_ditolak_sampai_benar(tekan):
    tekan(" x\r\x7f2026 \r")
    assert tanya.ketik("Tahun", periksa=lambda isi: "" if isi.isdigit() else "Tahun empat angka.") == "2026"


def test_ya_dan_tidak_dengan_satu_huruf(tekan):
    tekan("y\rt\r")
    assert tanya.setuju("Kunci?", bawaan=False) is True
    assert tanya.setuju("Kunci?", bawaan=True) is False


@pytest.mark.parametrize("tombol", ["\x03", "\x04"])
def test_ctrl_c_dan_akhir_masukan_menghentikan(tekan, tombol):
    tekan(tombol)
    with pytest.raises(KeyboardInterrupt):
        tanya.ketik("Tahun")


def test_baris_demi_baris_nomor_yang_salah_ditanya_lagi(jawab, capsys):
    jawab("9\n\n")
    assert tanya.pilih("Dari mana?", _JAWABAN, "buku") == "buku"
    assert capsys.readouterr().err == (
        "Dari mana?\n  1) Katalog bawaan\n  2) Buku kerja sendiri\n  3) Kosong\n"
        "Nomor [2]: Ketik angka 1 sampai 3.\nNomor [2]: "
    )


def test_baris_demi_baris_teks_ya_dan_tidak(jawab, capsys):
    jawab(" Kota Contoh \nmungkin\nYa\n\n")
    assert tanya.ketik("Instansi") == "Kota Contoh"
    assert tanya.setuju("Kunci?", bawaan=False) is True
    assert tanya.setuju("Kunci?", bawaan=False) is False
    assert "Kunci? (y/T): Jawab y atau t.\n" in capsys.readouterr().err


def test_baris_demi_baris_akhir_masukan_menghentikan(jawab):
    jawab("")
    with pytest.raises(KeyboardInterrupt):
        tanya.setuju("Kunci?", bawaan=True)


def test_tanpa_terminal_tidak_ada_yang_ditanya(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.StringIO("2026\n"))
    assert tanya.dapat_bertanya() is False
    monkeypatch.setattr(sys, "stdin", None)  # as pythonw has it
    assert tanya.dapat_bertanya() is False


def test_terminal_yang_tidak_dapat_digambari_ditanya_baris_demi_baris(monkeypatch):
    monkeypatch.setenv("TERM", "dumb")
    assert tanya._keluaran() is None


def test_konsol_tanpa_papan_ditanya_baris_demi_baris(monkeypatch):
    import prompt_toolkit.output

    def menolak(**_pilihan):
        raise RuntimeError("No console")

    monkeypatch.setattr(prompt_toolkit.output, "create_output", menolak)
    monkeypatch.delenv("TERM", raising=False)
    assert tanya._keluaran() is None


def test_pustaka_layar_dan_tanya_jawab_dimuat_hanya_bila_dipakai():
    """Every command starts through this door, and most of a start is what it loads."""
    berat = {"questionary", "prompt_toolkit", "rich", "pydantic", "numpy", "jinja2", "asn_nilai.alur"}
    kode = f"import sys, asn_nilai.cli; print(sorted({berat} & set(sys.modules)))"
    dimuat = subprocess.run([sys.executable, "-c", kode], capture_output=True, text=True, check=True)
    assert dimuat.stdout == "[]\n"


@pytest.mark.parametrize(
    ("banyak", "pintas", "petunjuk"),
    [
        (3, True, "(angka di depannya atau panah, lalu Enter)"),
        (36, True, "(angka di depannya atau panah, lalu Enter)"),
        (37, False, "(panah, lalu Enter)"),
    ],
)
def test_petunjuk_menyebut_tombol_yang_dapat_dipakai(monkeypatch, banyak, pintas, petunjuk):
    diminta = []

    def select(pertanyaan, jawaban, **isi):
        diminta.append((pertanyaan, [(ini.title, ini.value) for ini in jawaban], isi))
        return SimpleNamespace(unsafe_ask=lambda: jawaban[-1].value)

    monkeypatch.setattr("questionary.select", select)
    monkeypatch.setattr(tanya, "_keluaran", lambda: True)
    monkeypatch.setattr(tanya, "_papan", lambda _: nullcontext())
    jawaban = [(str(nomor), f"Unit {nomor}") for nomor in range(banyak)]
    assert tanya.pilih("Unit?", jawaban) == str(banyak - 1)
    assert tanya.pilih("Unit?", jawaban, "1") == str(banyak - 1)
    sama = {"use_shortcuts": pintas, "use_jk_keys": False, "instruction": petunjuk}
    semua = [(label, nilai) for nilai, label in jawaban]
    assert diminta == [("Unit?", semua, sama | {"default": None}), ("Unit?", semua, sama | {"default": "1"})]
    diminta.clear()
    assert [tanya.setuju("Kunci?", bawaan=bawaan) for bawaan in (True, False)] == [False, False]
    for (pertanyaan, jawaban_ya, isi), bawaan in zip(diminta, (True, False), strict=True):
        assert (pertanyaan, jawaban_ya, isi.pop("default").value) == (
            "Kunci?",
            [("Ya", True), ("Tidak", False)],
            bawaan,
        )
        assert isi == {"use_shortcuts": True, "use_jk_keys": False, "instruction": "(y atau t, lalu Enter)"}
