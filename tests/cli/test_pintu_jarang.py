"""The door where few come: a file that is open elsewhere, two dashes alone, a terminal that tells no width, a desk that shows nothing."""

import os
import runpy
import sys
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace

import pytest

from asn_nilai import cli
from asn_nilai.acuan.hasil.nilai import DINILAI
from asn_nilai.acuan.periode import Periode
from asn_nilai.cli import kemajuan, konsol
from asn_nilai.cli.ketikan import SalahKetikError, luruskan
from asn_nilai.cli.layar import Layar
from asn_nilai.cli.meja import layani
from asn_nilai.cli.meja.ruang import ruang_kerja
from asn_nilai.cli.perintah import cocokkan, hitung, jelaskan, keberatan, kunci, simulasi
from asn_nilai.terbit.berkas import BerkasTerkunciError, TulisGagalError

for _nama in ("banyak_ruang.isi_akar", "cocokkan", "jelaskan", "keberatan", "kunci", "simulasi"):
    import_module(
        f"asn_nilai.alur.perintah.{_nama}"
    )  # before a test puts something else in place of what they take from others

JAN = Periode.dari_teks("2026-01")


def gagal(galat: Exception):
    def _gagal(*_: object, **__: object):
        raise galat

    return _gagal


@pytest.fixture
def konteks(monkeypatch):
    ruang = SimpleNamespace(instansi="Kota", akar=Path("kota 1"), tahun=2026)
    profil = SimpleNamespace(profil=SimpleNamespace(nama="Aturan"))
    ini = SimpleNamespace(ruang=ruang, periode=JAN, aturan=profil, kode_hasil=["A"], temuan_umum=())
    monkeypatch.setattr("asn_nilai.alur.siapkan.siapkan", lambda *_, **__: ini)
    return ini


def test_sesudah_dua_tanda_hubung_tidak_ada_yang_diluruskan():
    pilihan = {"--help": False, "--periode": True}
    assert luruskan(["—periode", "x", "--", "-PERIODE", "/?"], pilihan) == [
        "--periode",
        "x",
        "--",
        "-PERIODE",
        "/?",
    ]
    assert luruskan(["/?", "-HELP"], pilihan) == ["--help", "--help"]
    assert luruskan(["/?"], {}) == ["/?"]
    for kata, kalimat in (
        (["--periode"], "Pilihan --periode harus diikuti isinya, misalnya --periode 2026-06."),
        (["--periode", "—help"], "Pilihan --periode harus diikuti isinya, tetapi yang mengikutinya —help."),
    ):
        with pytest.raises(SalahKetikError) as galat:
            luruskan(kata, pilihan)
        assert str(galat.value) == kalimat


@pytest.mark.parametrize("galat", [BerkasTerkunciError("kartu terbuka."), TulisGagalError("kartu terbuka.")])
@pytest.mark.parametrize("nama", ["jelaskan", "keberatan", "simulasi"])
def test_yang_tidak_dapat_ditulis_disebut_dan_berstatus_1(monkeypatch, capsys, konteks, galat, nama):
    kosong = SimpleNamespace(status=DINILAI)
    terbit = SimpleNamespace(beda_dan_jalannya=lambda _: "")
    for tempat, hasil in (
        ("perintah.jelaskan.tentukan_asn", ("1", "Dibaca sebagai Budi.")), ("perintah.jelaskan.jelaskan", kosong),
        ("terbitan.nilai_terbit.NilaiTerbit", terbit), ("perintah.simulasi.siapkan_simulasi", (konteks, konteks, "x")),
        ("perintah.simulasi.simulasikan", SimpleNamespace(simulasi=None)),
    ):  # fmt: skip
        monkeypatch.setattr(f"asn_nilai.alur.{tempat}", lambda *_, ini=hasil, **__: ini)
    for tempat in ("kartu.tulis_kartu", "keberatan.tulis_keberatan", "simulasi.tulis_simulasi"):
        monkeypatch.setattr(f"asn_nilai.alur.perintah.{tempat}", gagal(galat))
    monkeypatch.setattr("asn_nilai.cli.layar_penjelasan.tampilkan", lambda *_, **__: None)
    monkeypatch.setattr("asn_nilai.cli.layar_simulasi.tampilkan_simulasi", lambda *_: None)
    perintah = {"jelaskan": jelaskan, "keberatan": keberatan, "simulasi": simulasi}[nama].perintah
    assert perintah(*([] if nama == "simulasi" else [["1"]])) == 1
    awal = "Kota · Januari 2026 · simulasi Aturan\n" if nama == "simulasi" else "Dibaca sebagai Budi.\n"
    assert capsys.readouterr() == ("", f"{awal}kartu terbuka.\n")


@pytest.mark.usefixtures("konteks")
def test_pencocokan_yang_tidak_dapat_ditulis(monkeypatch, capsys):
    lingkup = "3 ASN ada di keduanya, dari 1 ekspor"
    cocok = SimpleNamespace(temuan=(), beda=(), lingkup=lingkup, diabaikan=(), banyak=())
    hasil = SimpleNamespace(
        pencocokan=cocok,
        usang="Hasil di sini usang.",
        pesan=["cocokkan.xlsx terbuka."],
        folder=Path("hasil"),
    )
    monkeypatch.setattr("asn_nilai.alur.perintah.cocokkan.cocokkan_kota", lambda _: hasil)
    assert cocokkan.perintah() == 1
    usang = "Hasil di sini usang.\n"
    assert capsys.readouterr().err == (
        "Kota · Januari 2026 · pencocokan dengan e-Kinerja BKN\n3 ASN ada di keduanya, dari 1 ekspor.\n"
        f"{usang}cocokkan.xlsx terbuka.\nTidak ada yang berbeda.\n"
    )
    cocok.sebagai_dict = lambda: {"beda": []}
    assert cocokkan.perintah(keluaran_json=True) == 1
    assert capsys.readouterr() == ('{\n "beda": []\n}\n', f"{usang}cocokkan.xlsx terbuka.\n")
    hasil.pesan, hasil.usang = [], ""
    assert cocokkan.perintah() == 0
    assert capsys.readouterr().err == (
        "Kota · Januari 2026 · pencocokan dengan e-Kinerja BKN\n3 ASN ada di keduanya, dari 1 ekspor.\n\nDitulis di hasil\n"
        "  Buka dahulu        hasil/cocokkan.html\n"
        "  Untuk diolah       cocokkan.xlsx, dengan daftar menurut pejabat penilai yang siap disalin ke e-Kinerja\nTidak ada yang berbeda.\n"
    )


def test_tanpa_versi_tidak_ada_yang_terkunci(capsys, konteks):
    kunci._tampilkan(Layar(), konteks, SimpleNamespace(versi=None))
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("ditinggal", "kata"), [("", ""), ("Tidak terdengar lagi: a.", "Tidak terdengar lagi: a.\n")]
)
def test_klaster_melihat_ruang_kerja_yang_pertama(monkeypatch, capsys, ditinggal, kata):
    @contextmanager
    def klaster(alamat, penanda):
        yield SimpleNamespace(dibuka=(alamat, penanda), kalimat_ditinggal=lambda: ditinggal)

    monkeypatch.setattr("asn_nilai.alur.proses.klaster.klaster", klaster)
    monkeypatch.setattr(
        "asn_nilai.alur.perintah.banyak_ruang.isi_akar.cari_ruang_kerja", lambda _: [Path("a"), Path("b")]
    )
    with hitung._pembagian(Path(), 3, None) as pembagian:
        assert pembagian == 3
    with hitung._pembagian(Path(), None, "tcp://x:1") as pembagian:
        assert pembagian.dibuka == ("tcp://x:1", Path("a/asn-nilai.toml").resolve())
    assert capsys.readouterr() == ("", kata)


def test_tombol_tab_menawarkan_yang_berawalan_itu(monkeypatch, capsys):
    monkeypatch.setenv(cli.TANDA_TAB, "=ve")
    with pytest.raises(SystemExit) as keluar:
        cli.main([])
    assert (keluar.value.code, capsys.readouterr()) == (0, ("verifikasi\n", ""))
    monkeypatch.setattr("sys.argv", ["asn-nilai", "aturan"])
    monkeypatch.setenv(cli.TANDA_TAB, "=peri")
    assert cli._lengkapi(None) == 0
    assert capsys.readouterr().out == "periksa\n"


@pytest.mark.parametrize(("lebar", "kolom"), [(93, 93), (0, 77), (OSError("x"), 77)])
def test_lebar_terminal_ditanyakan_kepada_terminalnya(monkeypatch, lebar, kolom):
    class Terminal(konsol._Konsol):
        is_terminal = True

    monkeypatch.delenv("COLUMNS", raising=False)
    monkeypatch.setattr(konsol, "_Konsol", lambda **isi: Terminal(width=77, **isi))
    ukuran = gagal(lebar) if isinstance(lebar, OSError) else lambda _: os.terminal_size((lebar, 20))
    monkeypatch.setattr(os, "get_terminal_size", ukuran)
    monkeypatch.setattr(Terminal, "file", SimpleNamespace(fileno=lambda: 5))
    assert konsol.buka_konsol().width == kolom
    monkeypatch.setenv("COLUMNS", "55")
    assert konsol.buka_konsol().width == 77


def test_folder_yang_tidak_boleh_dibaca_bukan_ruang_kerja(tmp_path, monkeypatch):
    (tmp_path / "asn-nilai.toml").touch()
    assert ruang_kerja(tmp_path)
    monkeypatch.setattr(Path, "is_file", gagal(PermissionError()))
    assert not ruang_kerja(tmp_path)


@pytest.mark.parametrize(("dipilih", "dibuka"), [("kota/a", ["kota/a"]), ("", [])])
def test_yang_dipilih_untuk_dilihat_dibuka(monkeypatch, dipilih, dibuka):
    ditanya, terbuka = [], []
    monkeypatch.setattr(layani, "yang_ada", lambda *_: [(Path("kota/a"), "Hasil")])
    monkeypatch.setattr(layani.tanya, "pilih", lambda *isi: ditanya.append(isi) or dipilih)
    meja = layani.Meja(lambda _: 0)
    monkeypatch.setattr(layani.Meja, "_buka", lambda _, tempat: terbuka.append(tempat.as_posix()))
    assert meja._lihat(SimpleNamespace(ruang=None, kerja=SimpleNamespace(periode=JAN))) is bool(dipilih)
    assert (ditanya, terbuka) == ([("Lihat apa?", [("kota/a", "Hasil"), ("", "Kembali")])], dibuka)


def test_kemajuan_di_terminal_hilang_sesudahnya(monkeypatch):
    direkam = []

    class Progress:
        def __init__(self, *kolom, **isi):
            direkam.append((kolom, isi))

        def __enter__(self):
            return self

        def __exit__(self, *_):
            direkam.append("selesai")

        def add_task(self, *isi, **pilihan):
            direkam.append((isi, pilihan))
            return "tugas"

        def advance(self, tugas):
            direkam.append(tugas)

    ini = Layar()
    ini.konsol = SimpleNamespace(is_terminal=True)
    monkeypatch.setattr(kemajuan, "Progress", Progress)
    with ini.kemajuan("Menghitung", 3) as lapor:
        lapor("A")
        lapor("B")
    (kolom, isi), *lain = direkam
    assert isi == {"console": ini.konsol, "transient": True}
    assert [type(k).__name__ for k in kolom] == [
        "TextColumn", "BarColumn", "MofNCompleteColumn", "TextColumn", "TimeRemainingColumn", "_Langkah",
    ]  # fmt: skip
    assert (kolom[0].text_format, kolom[3].text_format, kolom[4].compact) == (
        "{task.description}",
        "unit · sisa",
        True,
    )
    assert lain == [(("Menghitung",), {"total": 3}), "tugas", "tugas", "selesai"]
    ini.konsol.is_terminal = False
    with ini.kemajuan("Menghitung", 3) as lapor:
        lapor("A")
    assert len(direkam) == 5


def test_langkah_dua_proses_pertama_ditampilkan_sebaris():
    papan = SimpleNamespace(baca=lambda: ["A: baca", "B: hitung", "C: tulis"])
    teks = kemajuan._Langkah(papan).render(None)
    assert (teks.plain, teks.no_wrap, teks.overflow) == ("A: baca · B: hitung", True, "ellipsis")


def test_ctrl_c_sebelum_pintunya_terbuka_bukan_galat(monkeypatch, capsys):
    """Modules load for a tenth of a second, in which whoever has typed the wrong thing presses it already."""

    def tekan(nama, *_):
        if nama == "asn_nilai.cli":
            raise KeyboardInterrupt

    monkeypatch.delitem(sys.modules, "asn_nilai.cli")
    monkeypatch.setattr(sys, "meta_path", [SimpleNamespace(find_spec=tekan), *sys.meta_path])
    with pytest.raises(SystemExit) as akhir:
        runpy.run_module("asn_nilai", run_name="__main__")
    assert (akhir.value.code, *capsys.readouterr()) == (
        130,
        "",
        "Dihentikan sebelum mulai; tidak ada yang berubah.\n",
    )


def test_ctrl_c_di_ambang_pintu_bukan_galat(monkeypatch, capsys):
    """Between the loading and the command the streams are made ready: a moment on a laptop that is busy."""

    def tekan():
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "hanya_kata_program", tekan)
    with pytest.raises(SystemExit) as akhir:
        cli.main(["--version"])
    assert (akhir.value.code, *capsys.readouterr()) == (
        130,
        "",
        "Dihentikan. Yang belum selesai masih seperti semula; jalankan lagi untuk menyelesaikannya.\n",
    )


@pytest.mark.parametrize(("semula", "menjadi"), [(None, "1"), ("8", "8")])
def test_pustaka_angka_tidak_memulai_utas_yang_tidak_dipakai(monkeypatch, semula, menjadi):
    """Libraries read it when they are loaded: before that it must stand there, unless somebody has said otherwise."""
    monkeypatch.setenv("OPENBLAS_NUM_THREADS", semula or "")
    if semula is None:
        monkeypatch.delenv("OPENBLAS_NUM_THREADS")
    with pytest.raises(SystemExit) as akhir:
        cli.main(["--version"])
    assert (akhir.value.code, os.environ["OPENBLAS_NUM_THREADS"]) == (0, menjadi)
