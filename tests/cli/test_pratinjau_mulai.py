"""What `mulai` shows before it writes, whole: a city with nothing to tell, and one in which everything that can be said is."""

from pathlib import Path

import pytest
from keluaran_beku import cocokkan

from asn_nilai.acuan.isian.skema import Penempatan, Unit
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.temuan import temuan
from asn_nilai.alur.perintah.mulai import RencanaMulai
from asn_nilai.baca.daftar.lembar_daftar import KolomDaftar
from asn_nilai.cli.layar import Layar
from asn_nilai.cli.perintah import mulai
from asn_nilai.terbit.templat.skema.bahan import BahanSkema

FOLDER = Path("baru")


def rencana(
    banyak: int, *, orang: int = 3, kolom: tuple[KolomDaftar, ...] = (), **isi: object
) -> RencanaMulai:
    unit = [Unit(f"U{nomor}", f"Unit {nomor}", "Dinas") for nomor in range(1, banyak + 1)]
    pegawai = [
        Penempatan(str(n) if n > 1 else "", f"ASN {n}", "U1" if n < 3 else "U2") for n in range(1, orang + 1)
    ]
    semua = [
        temuan("berkas-tanpa-unit", Letak("daftar.xlsx", "Pegawai", f"A{n}"), contoh="U1")
        for n in range(banyak)
    ]
    bahan = BahanSkema("Kota Baru", 2026, unit if banyak else (), pegawai, ())
    return RencanaMulai(FOLDER, bahan, kolom, semua, **({"bertmt": (), "bagi_semua": ()} | isi))


def pratinjau(capsys, isi: RencanaMulai) -> str:
    mulai._pratinjau(Layar(), isi)
    return capsys.readouterr().err


KOLOM = (
    KolomDaftar("Pegawai", "NIP", "nip", "A1"),
    KolomDaftar("Pegawai", "Nama", "Nama Pegawai", "B1"),
    KolomDaftar("Pegawai", "Jabatan", "JABATAN", "C1"),
    *(KolomDaftar("Pegawai", "", f"Lain {nomor}", f"D{nomor}") for nomor in range(1, 23)),
    KolomDaftar("Unit", "Kode Unit", "Kode", "A1"),
)


def test_kota_tanpa_cela(capsys):
    assert pratinjau(capsys, rencana(0, orang=0)) == "Kota Baru · tahun 2026\n0 ASN, 0 unit, 0 indikator.\n"


def test_semua_yang_dapat_dikatakan(capsys):
    isi = rencana(
        13, kolom=KOLOM, bertmt=[f"ASN {n}" for n in range(1, 15)], bagi_semua=("IK-1", "IK-2"),
        senama=(("Bidang A", ("U1", "U2")), ("Bidang B", ("U3", "U4", "U5"))),
        sekode=(("U6", ("Unit Enam", "Unit 6")), ("U7", tuple(f"Seksi {huruf}" for huruf in "ABCDEFG"))),
    )  # fmt: skip
    cocokkan("layar-pratinjau-mulai.txt", pratinjau(capsys, isi))


def test_dua_belas_unit_disebut_semua(capsys):
    kata = pratinjau(capsys, rencana(12))
    assert " U12 " in kata
    assert "… dan" not in kata


@pytest.mark.parametrize(("kode", "disebut"), [("", True), ("U1", False)])
def test_kolom_unit_yang_tidak_dikenali_disebut(capsys, kode, disebut):
    bahan = BahanSkema("Kota Baru", 2026, (), [Penempatan("1", "Budi", kode), Penempatan("2", "Ani", "")], ())
    kata = pratinjau(capsys, RencanaMulai(FOLDER, bahan, (), (), (), ()))
    kalimat = "Kolom unit tidak dikenali. Judul yang dikenali antara lain Unit Kerja, Unit Organisasi, OPD, dan SKPD.\n"
    assert (kalimat in kata) is disebut


@pytest.mark.parametrize(
    ("banyak", "kerjakan", "status"),
    [(2, "lengkapi", 0), (0, "isi lembar Unit, Pegawai, dan Indikator", 0)],
)
def test_penutup_menyebut_apa_yang_ditulis_dan_langkah_berikutnya(capsys, banyak, kerjakan, status):
    ditulis = (
        "skema.xlsx",
        "asn-nilai.toml",
        "aturan/a.toml",
        "catatan-mulai.txt",
        "target/",
        "capaian/",
        "lain.txt",
    )
    assert mulai._penutup(Layar(), rencana(banyak), ditulis, Path()) == status
    assert capsys.readouterr().err == (
        "\nDitulis di baru:\n"
        "  asn-nilai.toml                  instansi, tahun, aturan, dan pengaturan lain\n"
        "  skema.xlsx                      daftar unit, pegawai, dan indikator untuk dilengkapi\n"
        "  aturan/a.toml                   aturan penilaian milik ruang kerja ini; yang boleh dipilih sendiri ditandai\n"
        "  catatan-mulai.txt               yang tidak dapat diambil dari daftar, baris demi baris\n"
        "  target/                         tempat buku target yang sudah diisi unit\n"
        "  capaian/                        tempat buku capaian, satu folder tiap bulan\n"
        f"Berikutnya: buka skema.xlsx, {kerjakan} sampai kolom Periksa bertulisan Lengkap, lalu: asn-nilai validasi\n"
    )


def test_yang_tidak_dapat_diambil_berstatus_1():
    isi = rencana(0)
    galat = temuan("perilaku-kosong", Letak("a.xlsx"), nama="Budi", periode="Mei", kurang="Loyal")
    isi = RencanaMulai(
        isi.folder, isi.bahan, (), (temuan("berkas-tanpa-unit", Letak("a.xlsx")), galat), (), ()
    )
    assert mulai._penutup(Layar(diam=True), isi, (), Path()) == 1
