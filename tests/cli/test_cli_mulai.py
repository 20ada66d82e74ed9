"""`asn-nilai mulai`: a new work folder by options, by questions, and never over what is there."""

import errno
import os
import re
import shutil
import sys
import tomllib
from pathlib import Path, PureWindowsPath
from urllib.parse import quote

import pytest
from openpyxl import Workbook, load_workbook
from salinan_contoh import CONTOH, TULISAN_PROGRAM

from asn_nilai import cli
from asn_nilai.acuan.pengaturan import baca_pengaturan
from asn_nilai.alur.konteks import PenggunaanError
from asn_nilai.alur.perintah.mulai import _isi_contoh, periksa_nama_windows
from asn_nilai.baca import baca_skema
from asn_nilai.cli import tanya
from asn_nilai.cli.perintah import mulai
from asn_nilai.ruang_kerja import RuangKerja
from asn_nilai.terbit.templat.pengaturan_baru import pengaturan_baru

ANI, BUDI = "199001012023211905", "198507152009011903"


@pytest.fixture
def jalankan(capsys):
    def _jalankan(*argumen):
        with pytest.raises(SystemExit) as keluar:
            cli.main([str(kata) for kata in argumen])
        return keluar.value.code, capsys.readouterr().err

    return _jalankan


def tulis_daftar(berkas: Path, *semua: tuple[str, ...]) -> Path:
    """Write an office's list: rows into the only sheet of a workbook."""
    buku = Workbook()
    for baris in semua:
        buku.active.append(list(baris))
    buku.save(berkas)
    return berkas


@pytest.fixture
def daftar(tmp_path):
    return tulis_daftar(
        tmp_path / "daftar.xlsx",
        ("NIP", "Nama Pegawai", "Jabatan", "SKPD"), (BUDI, "Budi", "Kepala Puskesmas", "Puskesmas Birugo"), (ANI, "Ani", "Perawat", "Puskesmas Birugo"),
        ("1985", "Citra", "Lurah", "Kelurahan Sapiran"),
    )  # fmt: skip


def isi(folder):
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


def test_ruang_kerja_dari_daftar_pegawai(jalankan, daftar, tmp_path):
    kota = tmp_path / "Kota baru 2026"
    status, pesan = jalankan("mulai", kota, "--tahun", 2026, "--instansi", 'Kota "Baru"', "--pegawai", daftar)
    assert status == 1  # a NIP could not be taken
    assert isi(kota) == [
        "asn-nilai.toml",
        "aturan/permenpanrb-6-2022.toml",
        "catatan-mulai.txt",
        "skema.xlsx",
    ]
    assert (kota / "target").is_dir()
    assert (kota / "capaian").is_dir()
    ruang = RuangKerja.buka(kota)
    assert (ruang.instansi, ruang.tahun, ruang.aturan, ruang.temuan) == (
        'Kota "Baru"',
        2026,
        "aturan/permenpanrb-6-2022.toml",
        (),
    )
    skema, _ = baca_skema(ruang)
    assert [(u.kode, u.nama, u.jenis, u.nip_kepala) for u in skema.unit.values()] == [
        ("PKM-BIRUG", "Puskesmas Birugo", "Puskesmas", BUDI), ("KEL-SAPIR", "Kelurahan Sapiran", "Kelurahan", ""),
    ]  # fmt: skip
    assert [(p.nip, p.jenis_asn, p.kode_unit) for p in skema.penempatan] == [
        (BUDI, "PNS", "PKM-BIRUG"),
        (ANI, "PPPK", "PKM-BIRUG"),
    ]
    assert [orang.nama for orang in skema.cacat] == ["Citra"]
    assert {kode[:3] for kode in skema.indikator} == {"UMM", "KES", "KEL"}
    assert skema.indikator["KES-01"].berlaku_untuk == ("Puskesmas",)
    catatan = (kota / "catatan-mulai.txt").read_text(encoding="utf-8")
    assert "daftar.xlsx › Sheet › A4: NIP '1985' tidak sah: berisi 4 angka, seharusnya 18." in catatan
    for kalimat in (
        "Dari lembar Sheet:", "  Unit Induk       dari kolom 'SKPD' (D1)", "  seperti judulnya NIP, Jabatan", "3 ASN, 2 unit, 28 indikator.", "1 ASN diambil tanpa NIP", f"Ditulis di {kota}:",
        f'lalu: asn-nilai validasi "{kota}"',
    ):  # fmt: skip
        assert kalimat in pesan


def test_unit_senama_disebut_dengan_kodenya(jalankan, tmp_path):
    tulis_daftar(
        tmp_path / "unit.xlsx",
        ("Kode Unit", "Unit Kerja"),
        ("S1", "Seksi Pelayanan"),
        ("S2", "Seksi Pelayanan"),
    )
    kota = tmp_path / "kota"
    status, pesan = jalankan(
        "mulai", kota, "--tahun", 2026, "--instansi", "Kota", "--unit", tmp_path / "unit.xlsx"
    )
    assert status == 0
    assert "2 unit bernama Seksi Pelayanan, kodenya lain (S1, S2): semuanya diambil." in " ".join(
        pesan.split()
    )
    isi = [
        sel
        for baris in load_workbook(kota / "skema.xlsx")["Unit"].iter_rows(values_only=True)
        for sel in baris
    ]
    assert {"S1", "S2"} <= set(isi)


def test_kode_unit_yang_dipakai_beberapa_nama_disebut(jalankan, tmp_path):
    tulis_daftar(
        tmp_path / "pegawai.xlsx",
        ("NIP", "Nama", "Kode Unit", "Unit Kerja"),
        ("198604092010012902", "Rahma", "4.01", "Puskesmas Birugo"),
        ("198507152009011903", "Budi", "4.01", "Puskesmas Mandiangin"),
    )
    kota = tmp_path / "kota"
    status, pesan = jalankan(
        "mulai", kota, "--tahun", 2026, "--instansi", "Kota", "--pegawai", tmp_path / "pegawai.xlsx"
    )
    assert status == 0
    assert (
        "Kode Unit 4.01 dipakai 2 nama (Puskesmas Birugo, Puskesmas Mandiangin): semua orangnya ditempatkan di Puskesmas Birugo. Bila "
        "ada yang unitnya lain, betulkan Kode Unit-nya di skema.xlsx."
    ) in " ".join(pesan.split())


def test_tanpa_daftar_menjadi_skema_kosong(jalankan, tmp_path):
    status, pesan = jalankan(
        "mulai", tmp_path / "k", "--tahun", 2026, "--instansi", "K", "--indikator", "kosong"
    )
    assert status == 0
    assert "isi lembar Unit, Pegawai, dan Indikator" in pesan
    assert "0 ASN, 0 unit, 0 indikator." in pesan
    assert isi(tmp_path / "k") == ["asn-nilai.toml", "aturan/permenpanrb-6-2022.toml", "skema.xlsx"]


def test_indikator_sendiri_menang_dan_jenis_yang_tidak_ada_disebut(jalankan, daftar, tmp_path):
    tulis_daftar(
        tmp_path / "indikator.xlsx",
        ("Kode Indikator", "Indikator", "Satuan", "Polaritas", "Agregasi"),
        ("kes-01", "Milik sendiri", "orang", "Maksimal", "Jumlah"),
    )
    argumen = (
        "--tahun",
        2026,
        "--instansi",
        "K",
        "--pegawai",
        daftar,
        "--indikator",
        "kesehatan",
        "--indikator",
        "kominfo",
    )
    _, pesan = jalankan("mulai", tmp_path / "k", *argumen, "--indikator", tmp_path / "indikator.xlsx")
    skema, temuan = baca_skema(RuangKerja.buka(tmp_path / "k"))
    assert skema.indikator["kes-01"].nama == "Milik sendiri"
    assert "KES-01" not in skema.indikator
    assert skema.indikator["INF-01"].berlaku_untuk == ()
    assert "unit sejenisnya tidak ada di daftar: INF-01, INF-02" in pesan
    assert {t.kode for t in temuan} == {"nip-format", "kepala-kosong"}


@pytest.mark.parametrize(
    ("pilihan", "kurang"),
    [
        ((), "--tahun dan --instansi belum ditulis."), (("--tahun", 2026), "--instansi belum ditulis."), (("--instansi", "K"), "--tahun belum ditulis."),
        (("--tahun", 2026, "--instansi", "K", "--indikator", "kesehatn"), "Katalog indikator 'kesehatn' tidak ada. Mungkin maksudnya kesehatan."),
        (("--tahun", 2026, "--instansi", "K", "--indikator", "???"), "Katalog indikator '???' tidak ada. Yang ada: umum, "),
        (("--tahun", 2026, "--instansi", " "), "Nama instansi kosong."), (("--tahun", 26, "--instansi", "K"), "Tahun 26 tidak dapat dipakai."),
        (("--tahun", 2026, "--instansi", "K", "--pegawai", "hilang.xlsx"), "hilang.xlsx tidak ada. Periksa ketikannya."),
        (("--contoh", "--tahun", 2026), "--contoh membuat kota contoh seperti adanya"),
    ],
)  # fmt: skip
def test_yang_kurang_atau_keliru_disebut_dan_tidak_ada_yang_ditulis(jalankan, tmp_path, pilihan, kurang):
    status, pesan = jalankan("mulai", tmp_path / "k", *pilihan)
    assert status == 2
    assert kurang in pesan
    assert not (tmp_path / "k").exists()


@pytest.mark.parametrize("pilihan", [(), ("--contoh",), ("--tahun", 2027, "--instansi", "Lain")])
def test_ruang_kerja_yang_sudah_ada_tidak_diubah(jalankan, tmp_path, pilihan):
    jalankan("mulai", tmp_path / "k", "--tahun", 2026, "--instansi", "K")
    sebelum = {nama: (tmp_path / "k" / nama).read_bytes() for nama in isi(tmp_path / "k")}
    status, pesan = jalankan("mulai", tmp_path / "k", *pilihan)
    assert status == 2
    assert "sudah menjadi ruang kerja; tidak ada yang diubah." in pesan
    assert {nama: (tmp_path / "k" / nama).read_bytes() for nama in isi(tmp_path / "k")} == sebelum


@pytest.mark.parametrize(
    "penuh", ["skema.xlsx", "asn-nilai.toml", "aturan/permenpanrb-6-2022.toml", "target"]
)
def test_mulai_yang_terhenti_dapat_diulang(jalankan, tmp_path, monkeypatch, penuh):
    """A disk that fills up leaves no file under its name: it would stand in the way of the next try."""
    pilihan = ("--tahun", 2026, "--instansi", "K")
    tulis, buat = Path.write_bytes, Path.mkdir

    def gagal(asli):
        def coba(ini, *lain, **pilihan):
            if ini.name == penuh or ini.name.startswith(f".{penuh.rpartition('/')[2]}."):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(ini))
            return asli(ini, *lain, **pilihan)

        return coba

    with monkeypatch.context() as tambal:
        tambal.setattr(Path, "write_bytes", gagal(tulis))
        tambal.setattr(Path, "mkdir", gagal(buat))
        status, pesan = jalankan("mulai", tmp_path / "k", *pilihan)
    assert (status, f"{tmp_path / 'k' / penuh} tidak dapat" in pesan, "disk penuh" in pesan) == (
        2,
        True,
        True,
    )
    assert [f for f in (tmp_path / "k").rglob("*") if f.is_file()] == []
    assert jalankan("mulai", tmp_path / "k", *pilihan)[0] == 0


def test_folder_di_dalam_ruang_kerja_berkas_dan_folder_berisi(jalankan, tmp_path):
    pilihan = ("--tahun", 2026, "--instansi", "K")
    jalankan("mulai", tmp_path / "k", *pilihan)
    status, pesan = jalankan("mulai", tmp_path / "k" / "target" / "lagi", *pilihan)
    assert (status, "terletak di dalam ruang kerja" in pesan) == (2, True)
    (tmp_path / "berkas").write_text("x", encoding="utf-8")
    status, pesan = jalankan("mulai", tmp_path / "berkas", *pilihan)
    assert (status, "adalah berkas, bukan folder" in pesan) == (2, True)
    asing = tmp_path / "asing"
    asing.mkdir()
    (asing / "surat.docx").write_text("x", encoding="utf-8")
    assert jalankan("mulai", asing, *pilihan)[0] == 0
    assert (asing / "surat.docx").read_text(encoding="utf-8") == "x"
    asing2 = tmp_path / "asing2"
    asing2.mkdir()
    (asing2 / "skema.xlsx").write_text("milik orang", encoding="utf-8")
    status, pesan = jalankan("mulai", asing2, *pilihan)
    assert (status, "skema.xlsx sudah ada dan tidak akan ditimpa" in pesan) == (2, True)
    assert isi(asing2) == ["skema.xlsx"]


def test_contoh_hanya_setorannya(jalankan, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    status, pesan = jalankan("mulai", "--contoh")
    assert status == 0
    diharapkan = [nama for nama in isi(CONTOH) if nama.partition("/")[0] not in TULISAN_PROGRAM]
    assert isi(tmp_path) == diharapkan
    assert all((tmp_path / nama).read_bytes() == (CONTOH / nama).read_bytes() for nama in diharapkan)
    assert "Berikutnya: asn-nilai hitung --periode 2026-05" in pesan


def test_kota_contoh_ikut_terpasang_seutuhnya():
    """Hold what goes into the wheel against what the command looks for there."""
    pemasangan = tomllib.loads((CONTOH.parents[1] / "pyproject.toml").read_text(encoding="utf-8"))["tool"][
        "hatch"
    ]["build"]
    contoh = {
        asal: tujuan for asal, tujuan in pemasangan["targets"]["wheel"]["force-include"].items() if asal.startswith("examples/")
    }  # fmt: skip
    assert contoh == {
        f"examples/bukittinggi/{nama}": f"asn_nilai/contoh/{nama}" for nama in ("asn-nilai.toml", "skema.xlsx", "target", "capaian")
    }  # fmt: skip
    assert {nama.split("/")[0] for nama, _ in _isi_contoh()} == {
        "asn-nilai.toml",
        "skema.xlsx",
        "target",
        "capaian",
    }


def test_pengaturan_yang_dikomentari_pun_sah():
    teks = pengaturan_baru('Kota "A"\\B\n', 2026, "aturan/a.toml")
    assert tomllib.loads(teks) == {"instansi": 'Kota "A"\\B\n', "tahun": 2026, "aturan": "aturan/a.toml"}
    semua = re.sub(r"^# (\[|[\w-]+ = )", r"\1", teks, flags=re.MULTILINE)
    pengaturan, temuan = baca_pengaturan(tomllib.loads(semua))
    assert temuan == ()
    assert (pengaturan.predikat_organisasi, pengaturan.bukti.wajib, pengaturan.berkas.tahun_lalu) == (
        "Baik",
        "galat",
        "../2025",
    )
    assert (pengaturan.tenggat.hari, pengaturan.surat.kota) == (5, "Bukittinggi")


def test_pertanyaan_di_terminal(jalankan, daftar, tmp_path, monkeypatch):
    monkeypatch.setattr(tanya, "dapat_bertanya", lambda: True)
    monkeypatch.setenv("ASN_NILAI_POLOS", "1")
    jawaban = ["26", "2026", "", "Kota Tanya", "hilang.xlsx", f'"{daftar}"', "2", "y"]
    monkeypatch.setattr(sys, "stdin", _Papan(jawaban))
    status, pesan = jalankan("mulai", tmp_path / "k")
    assert status == 1
    for kalimat in (
        "Tulis tahun dengan empat angka",
        "Nama instansi belum diisi.",
        "hilang.xlsx tidak ada",
        "Tulis ruang kerja ini di ",
    ):
        assert kalimat in pesan
    assert "Daftar unit kerja" not in pesan
    assert RuangKerja.buka(tmp_path / "k").instansi == "Kota Tanya"
    assert len(load_workbook(tmp_path / "k" / "skema.xlsx", read_only=True).sheetnames) == 4


@pytest.mark.skipif(os.name == "nt", reason="alamat file:// dan garis miring terbalik milik sistem lain")
@pytest.mark.parametrize("diseret", ["file://{}", "& '{}'", "{}"])
def test_daftar_yang_diseret_ke_jendela_dibaca(daftar, tmp_path, monkeypatch, diseret):
    berkas = str(shutil.copy(daftar, tmp_path / "Daftar Pegawai.xlsx"))
    tulisan = quote(berkas) if "file" in diseret else berkas if "&" in diseret else berkas.replace(" ", "\\ ")
    monkeypatch.setenv("ASN_NILAI_POLOS", "1")
    monkeypatch.setattr(sys, "stdin", _Papan([diseret.format(tulisan)]))
    assert mulai._tanya_berkas("Daftar pegawai", "Daftar Pegawai") == Path(berkas)


@pytest.mark.parametrize(
    "jawaban", [["2026", "Kota", "", "", "13", "t"], ["2026", "Kota", "", "", "12", "", "t"]]
)
def test_menolak_pada_akhirnya_tidak_menulis_apa_pun(jalankan, tmp_path, monkeypatch, jawaban):
    monkeypatch.setattr(tanya, "dapat_bertanya", lambda: True)
    monkeypatch.setenv("ASN_NILAI_POLOS", "1")
    monkeypatch.setattr(sys, "stdin", _Papan(jawaban))
    status, pesan = jalankan("mulai", tmp_path / "k")
    assert (status, "Tidak ada yang ditulis." in pesan) == (2, True)
    assert not (tmp_path / "k").exists()


def test_berhenti_di_tengah_berakhir_dengan_kalimat(jalankan, tmp_path, monkeypatch):
    (tmp_path / "surat.txt").write_text("x", encoding="utf-8")
    monkeypatch.setattr(tanya, "dapat_bertanya", lambda: True)
    monkeypatch.setenv("ASN_NILAI_POLOS", "1")
    monkeypatch.setattr(sys, "stdin", _Papan(["t"]))
    status, pesan = jalankan("mulai", tmp_path)
    assert (status, "tidak kosong" in pesan, "Dihentikan." in pesan) == (130, True, True)
    assert isi(tmp_path) == ["surat.txt"]


class _Papan:
    """A keyboard on which the answers are typed, one a line; then it is closed."""

    def __init__(self, jawaban):
        self._sisa = [f"{baris}{os.linesep}" for baris in jawaban]

    def readline(self):
        return self._sisa.pop(0) if self._sisa else ""

    def isatty(self):
        return True


@pytest.mark.parametrize(
    ("folder", "buruk"),
    [
        (r"D:\kinerja\a?b", "a?b"),
        ("Kinerja: 2027", "Kinerja: 2027"),
        (r"..\aux.2027", "aux.2027"),
        (r"CON\2027", "CON"),
        ("lpt¹", "lpt¹"),
    ],
)
def test_nama_folder_yang_tidak_diterima_windows_disebut(folder, buruk):
    """Windows answers some with a number, and waits for a device in the place of others."""
    with pytest.raises(PenggunaanError, match=re.escape(f"Folder '{buruk}' tidak dapat dibuat")):
        periksa_nama_windows(PureWindowsPath(folder))


@pytest.mark.parametrize(
    "folder",
    [
        r"D:\kinerja 2027",
        "D:",
        r"\\server\bagi\console",
        r"\\?\D:\kinerja",
        r".\..\auxilium",
        "Dinas & Kota, 2027!",
    ],
)
def test_nama_folder_lain_diterima(folder):
    periksa_nama_windows(PureWindowsPath(folder))
